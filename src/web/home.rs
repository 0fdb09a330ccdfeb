//! The home page.

use super::error::Error;
use super::page::{Page, pages, respond};
use super::show::{self, Card};
use crate::app::App;
use crate::db;
use crate::model::country;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

/// Cards on the page.
const CARDS: i64 = 25;

#[derive(Template)]
#[template(path = "home.html")]
struct Home {
    p: Page,
    first: Option<Card>,
    cards: Vec<Card>,
    countries: Vec<(String, i64)>,
    promise: u32,
}

pages!(Home);

impl Home {
    fn anchor(&self, country: &str) -> String {
        anchor(country)
    }
}

/// `/`
pub async fn home(State(app): State<App>) -> Result<Response, Error> {
    let entries = db::entry::recent(&app.db, CARDS).await?;
    let media = db::medium::of_recent(&app.db, CARDS).await?;
    let pictures = db::picture::of_recent(&app.db, CARDS, app.now()).await?;
    let drawn = db::card::of_recent(&app.db, CARDS).await?;
    let mut cards = entries
        .iter()
        .map(|entry| Card::new(entry, &media, &pictures, &drawn));
    let first = cards.next();
    let cards = cards.collect();
    let mut countries: Vec<(String, i64)> = Vec::new();
    for group in db::group::roster(&app.db).await? {
        let name = group.country.as_deref().map_or_else(
            || app.text.t("country-none"),
            |code| country::name(code).to_owned(),
        );
        match countries.iter_mut().find(|(known, _)| *known == name) {
            Some((_, count)) => *count += 1,
            None => countries.push((name, 1)),
        }
    }
    countries.sort();
    let p = Page {
        picture: show::preview(&pictures, &drawn),
        ..Page::new(&app, app.text.t("home-title"), "/")
    };
    let promise = app.config.showcase.promise_days;
    Ok(respond(
        StatusCode::OK,
        &Home {
            p,
            first,
            cards,
            countries,
            promise,
        },
    ))
}

/// The roster's anchor of a country.
pub(super) fn anchor(name: &str) -> String {
    crate::model::group::slug(name, "none")
}
