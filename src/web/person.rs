//! The people in entries, and each one's page: the entries they are in.

use super::error::Error;
use super::language::Reader;
use super::page::{Page, pages, respond};
use super::show::Card;
use crate::db;
use crate::db::person::Person;
use crate::model::answers::one_line;
use askama::Template;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::Response;
use std::collections::HashMap;
use url::form_urlencoded::Serializer;

/// Entries shown of a person.
const MOST: i64 = 60;
/// Names on a page of the list.
const NAMES: i64 = 200;

#[derive(Template)]
#[template(path = "person.html")]
struct PersonPage {
    p: Page,
    name: String,
    cards: Vec<Card>,
}

#[derive(Template)]
#[template(path = "people.html")]
struct People {
    p: Page,
    people: Vec<Person>,
    /// The query of the next page.
    next: Option<String>,
}

pages!(PersonPage, People);

/// `/people`, with `?after=` for a name behind which it goes on.
pub async fn people(
    Reader(app): Reader,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, Error> {
    let after = one_line(query.get("after").map_or("", String::as_str));
    let mut people = db::person::after(&app.db, &after, NAMES + 1).await?;
    let is_more = people.len() as i64 > NAMES;
    people.truncate(NAMES as usize);
    let last = people.last().filter(|_| is_more);
    let next = last.map(|last| {
        let mut query = Serializer::new(String::new());
        format!("?{}", query.append_pair("after", &last.name).finish())
    });
    let p = Page::new(&app, app.text.t("people-title"), "/people");
    Ok(respond(StatusCode::OK, &People { p, people, next }))
}

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
