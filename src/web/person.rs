//! A person's page: the entries they are in.

use super::error::Error;
use super::language::Reader;
use super::page::{Page, pages, respond};
use super::show::Card;
use crate::db;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;

/// Entries shown of a person.
const MOST: i64 = 100;

#[derive(Template)]
#[template(path = "person.html")]
struct PersonPage {
    p: Page,
    name: String,
    cards: Vec<Card>,
}

pages!(PersonPage);

/// `/people/{slug}`
pub async fn person(Reader(app): Reader, Path(slug): Path<String>) -> Result<Response, Error> {
    let person = db::person::by_slug(&app.db, &slug).await?;
    // Whose entries are all off the site is not shown any more either.
    let person = person
        .filter(|person| person.entries > 0)
        .ok_or(Error::NotFound)?;
    let mut cards = Vec::new();
    for entry in db::person::entries(&app.db, &slug, MOST).await? {
        let media = db::medium::shown(&app.db, &entry.submission_id).await?;
        let pictures =
            db::picture::of_submission(&app.db, &entry.submission_id, app.shown_at()).await?;
        let drawn = db::card::of_entry(&app.db, &entry.id).await?;
        cards.push(Card::new(app.text, &entry, &media, &pictures, &drawn));
    }
    let page = PersonPage {
        p: Page::new(&app, person.name.clone(), format!("/people/{slug}")),
        name: person.name,
        cards,
    };
    Ok(respond(StatusCode::OK, &page))
}
