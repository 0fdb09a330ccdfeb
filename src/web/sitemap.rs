//! Every public page, for search engines (sitemaps.org): an index, and documents of some thousand addresses each.
//!
//! An entry stays at the position it was given, so a document changes only with what stands in it; each reads its own
//! rows alone. In which languages a page is, the pages themselves say (`hreflang`).

use super::documents::answer;
use super::error::Error;
use crate::app::App;
use crate::db;
use crate::feed::{home_path, pack};
use crate::model::clock::timestamp;
use crate::model::feed::{Feed, Profile, Scope};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use std::sync::Arc;

/// Addresses in a document; the standard takes five times as many.
const MOST: i64 = 10_000;
/// Pages of ours that are there whatever was published.
const PAGES: &[&str] = &[
    "/",
    "/groups",
    "/countries",
    "/languages",
    "/people",
    "/near",
    "/feeds",
    "/feeds/check",
    "/organizers",
    "/submit",
    "/about",
    "/privacy",
];
/// Those of them that only a living service answers.
const LIVE: &[&str] = &["/near", "/feeds/check", "/submit"];

#[derive(Template)]
#[template(path = "sitemap.xml")]
struct Sitemap {
    places: Vec<Place>,
}

#[derive(Template)]
#[template(path = "sitemaps.xml")]
struct Index {
    places: Vec<Place>,
}

struct Place {
    address: String,
    /// RFC 3339; empty where nobody knows.
    changed: String,
}

/// A document's addresses, and when one of them last changed.
#[derive(Default)]
struct Found {
    places: Vec<Place>,
    changed_at: i64,
}

/// `/sitemap.xml`: the documents that hold something.
pub async fn index(State(app): State<App>) -> Result<Response, Error> {
    let feed = whole();
    let mut found = Found::default();
    let edition = db::listing::edition(&app.db, &feed).await?;
    let (changed_at, newest, size) = edition.map_or((0, 0, 0), |edition| {
        (edition.changed_at, edition.newest, edition.size)
    });
    found.add(&app, "/sitemap/pages.xml", changed_at);
    let groups = db::sitemap::group_count(&app.db).await?;
    for number in 1..=pieces(groups) {
        found.add(&app, &format!("/sitemap/groups-{number}.xml"), 0);
    }
    // With the last entry the last of them is gone.
    let people = match size {
        0 => 0,
        _ => db::sitemap::person_count(&app.db).await?,
    };
    for number in 1..=pieces(people) {
        found.add(&app, &format!("/sitemap/people-{number}.xml"), 0);
    }
    for number in 1..=pieces(newest) {
        let (from, to) = positions(number);
        // Nothing where all that stood there was withdrawn: a document must hold an address.
        if let Some(at) = db::sitemap::changed_at(&app.db, &feed, from, to).await? {
            found.add(&app, &format!("/sitemap/entries-{number}.xml"), at);
        }
    }
    let Found { places, changed_at } = found;
    respond(&Index { places }, changed_at).await
}

/// `/sitemap/{file}`: `pages.xml`, `groups-1.xml`, `people-1.xml`, `entries-1.xml`.
pub async fn document(State(app): State<App>, Path(file): Path<String>) -> Result<Response, Error> {
    let name = file.strip_suffix(".xml").ok_or(Error::NotFound)?;
    let found = match name.split_once('-') {
        None if name == "pages" => pages(&app).await?,
        Some(("groups", number)) => {
            let after = (piece(number)? - 1) * MOST;
            let rows = db::sitemap::groups(&app.db, after, MOST).await?;
            Found::of(&app, "/groups/", rows)
        }
        Some(("people", number)) => {
            let after = (piece(number)? - 1) * MOST;
            let rows = db::sitemap::people(&app.db, after, MOST).await?;
            Found::of(&app, "/people/", rows)
        }
        Some(("entries", number)) => {
            let (from, to) = positions(piece(number)?);
            let rows = db::sitemap::entries(&app.db, &whole(), from, to).await?;
            Found::of(&app, "/entries/", rows)
        }
        _ => return Err(Error::NotFound),
    };
    let Found { places, changed_at } = found;
    if places.is_empty() {
        return Err(Error::NotFound);
    }
    respond(&Sitemap { places }, changed_at).await
}

/// Our own pages, and those of the countries and languages that hold something.
async fn pages(app: &App) -> db::Result<Found> {
    let editions = db::listing::editions(&app.db).await?;
    let mut found = Found::default();
    for page in PAGES
        .iter()
        .filter(|page| !app.lasts() || !LIVE.contains(page))
    {
        found.add(app, page, 0);
    }
    for edition in editions {
        let feed = Feed::from_name(&edition.feed);
        let feed = feed.filter(|feed| feed.profile == Profile::Showcase);
        if let Some(scope @ (Scope::Country(_) | Scope::Language(_))) = feed.map(|feed| feed.scope)
        {
            found.add(app, &home_path(&scope, ""), edition.changed_at);
        }
    }
    Ok(found)
}

fn whole() -> String {
    Feed::whole(Profile::Showcase).name()
}

/// The number of a document, as it stands in its address: from 1, without zeros in front.
fn piece(text: &str) -> Result<i64, Error> {
    let number = text.parse::<i64>().ok();
    let number = number.filter(|number| (1..=i64::MAX / MOST).contains(number));
    let number = number.filter(|number| number.to_string() == text);
    number.ok_or(Error::NotFound)
}

/// How many documents hold so many addresses.
fn pieces(count: i64) -> i64 {
    (count + MOST - 1) / MOST
}

/// The first and last position of a document.
fn positions(number: i64) -> (i64, i64) {
    ((number - 1) * MOST + 1, number * MOST)
}

async fn respond(document: &impl Template, changed_at: i64) -> Result<Response, Error> {
    let text = document.render();
    let text = text.map_err(|error| Error::Internal(error.to_string()))?;
    let packed = Arc::new(pack(text, changed_at).await);
    Ok(answer(packed, "application/xml; charset=utf-8", &[]))
}

impl Found {
    fn of(app: &App, before: &str, rows: Vec<db::sitemap::Place>) -> Found {
        let mut found = Found::default();
        for (slug, changed_at) in rows {
            found.add(app, &format!("{before}{slug}"), changed_at);
        }
        found
    }

    fn add(&mut self, app: &App, path: &str, changed_at: i64) {
        self.changed_at = self.changed_at.max(changed_at);
        self.places.push(Place {
            address: format!("{}{path}", app.url),
            changed: match changed_at {
                0 => String::new(),
                at => timestamp(at).to_string(),
            },
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_holds_its_own_positions() {
        assert_eq!(positions(1), (1, 10_000));
        assert_eq!(positions(2), (10_001, 20_000));
        for (count, wanted) in [(0, 0), (1, 1), (10_000, 1), (10_001, 2), (100_000, 10)] {
            assert_eq!(pieces(count), wanted);
        }
        for text in [
            "0",
            "-1",
            "01",
            "+1",
            "",
            "x",
            "99999999999999999999",
            "9223372036854775807",
        ] {
            assert!(piece(text).is_err(), "{text}");
        }
        assert_eq!(piece("12").ok(), Some(12));
    }
}
