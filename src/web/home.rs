//! The home page.

use super::error::Error;
use super::language::Reader;
use super::linked;
use super::map::{Map, map};
use super::page::{Page, pages, respond};
use super::shelf::{Place, shelf};
use super::show::{self, Card};
use crate::feed::home_path;
use crate::model::feed::{Feed, Profile, Scope};
use crate::roster;
use askama::Template;
use axum::extract::Query;
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
    older: Option<String>,
    /// The roster by country: its path, its name, how many groups.
    countries: Vec<(String, String, i64)>,
    map: Map,
    /// What is typed into the field that looks for a group.
    typed: String,
    quiet: bool,
    promise: u32,
}

pages!(Home);

impl Home {
    fn roster_command(&self) -> &'static str {
        "pugcast import roster groups.csv"
    }

    fn editor_command(&self) -> &'static str {
        "pugcast editor invite you@example.org"
    }
}

/// `/`
pub async fn home(Reader(app): Reader, Query(place): Query<Place>) -> Result<Response, Error> {
    let feed = Feed::whole(Profile::Showcase).name();
    let shelf = shelf(&app, &feed, &place, CARDS).await?;
    let p = Page {
        picture: show::preview(&shelf.pictures, &shelf.drawn),
        linked: linked::home(&app),
        ..Page::new(&app, app.text.t("home-title"), "/")
    };
    let mut cards = shelf.cards;
    let first = (!cards.is_empty()).then(|| cards.remove(0));
    let roster = roster::all(&app).await?;
    let map = map(&app, &roster).await?;
    let mut countries: Vec<(String, String, i64)> = Vec::new();
    for standing in roster.iter() {
        let scope = Scope::country(standing.group.country.as_deref());
        let path = home_path(&scope, "");
        match countries.iter_mut().find(|(known, ..)| *known == path) {
            Some((.., count)) => *count += 1,
            None => {
                let code = standing.group.country.as_deref();
                let name =
                    code.map_or_else(|| app.text.t("feed-nowhere"), |code| app.text.country(code));
                countries.push((path, name, 1));
            }
        }
    }
    countries.sort_by(|(_, one, _), (_, other, _)| app.text.order(one, other));
    let promise = app.config.showcase.promise_days;
    Ok(respond(
        StatusCode::OK,
        &Home {
            p,
            first,
            cards,
            older: shelf.older,
            countries,
            map,
            typed: String::new(),
            quiet: true,
            promise,
        },
    ))
}

/// The roster's anchor of a country.
pub(super) fn anchor(name: &str) -> String {
    crate::model::group::slug(name, "none")
}
