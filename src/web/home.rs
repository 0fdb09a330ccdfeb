//! The home page and the roster.

use super::error::Error;
use super::language::Reader;
use super::page::{Page, pages, respond};
use super::show::{self, Card};
use super::{embed, following, linked};
use crate::app::App;
use crate::db;
use crate::model::clock::first_open_day;
use crate::model::entry::Entry;
use crate::model::group::{Details, Group};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

/// Cards on the home page and on a group's.
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

#[derive(Template)]
#[template(path = "groups.html")]
struct Groups {
    p: Page,
    countries: Vec<Country>,
    count: usize,
}

/// The groups of one country.
struct Country {
    anchor: String,
    name: String,
    groups: Vec<Row>,
}

/// A group on the roster.
struct Row {
    path: String,
    name: String,
    city: String,
    hue: i64,
    entries: i64,
    heard: String,
}

#[derive(Template)]
#[template(path = "group.html")]
struct GroupPage {
    p: Page,
    group: Group,
    details: Details,
    place: String,
    heard: String,
    /// What is coming, the nearest day first.
    next: Vec<Card>,
    cards: Vec<Card>,
}

pages!(Home, Groups, GroupPage);

impl Home {
    fn anchor(&self, country: &str) -> String {
        anchor(country)
    }
}

/// `/`
pub async fn home(Reader(app): Reader) -> Result<Response, Error> {
    let entries = db::entry::recent(&app.db, CARDS).await?;
    let media = db::medium::of_recent(&app.db, CARDS).await?;
    let pictures = db::picture::of_recent(&app.db, CARDS, app.now()).await?;
    let drawn = db::card::of_recent(&app.db, CARDS).await?;
    let mut cards = entries
        .iter()
        .map(|entry| Card::new(app.text, entry, &media, &pictures, &drawn));
    let first = cards.next();
    let cards = cards.collect();
    let mut countries: Vec<(String, i64)> = Vec::new();
    for group in db::group::roster(&app.db).await? {
        let name = group
            .country
            .as_deref()
            .map_or_else(|| app.text.t("country-none"), |code| app.text.country(code));
        match countries.iter_mut().find(|(known, _)| *known == name) {
            Some((_, count)) => *count += 1,
            None => countries.push((name, 1)),
        }
    }
    countries.sort_by(|(one, _), (other, _)| app.text.order(one, other));
    let p = Page {
        picture: show::preview(&pictures, &drawn),
        linked: linked::home(&app),
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

/// `/groups`
pub async fn groups(Reader(app): Reader) -> Result<Response, Error> {
    let roster = db::group::roster(&app.db).await?;
    let count = roster.len();
    let mut countries: Vec<Country> = Vec::new();
    for group in roster {
        let name = group
            .country
            .as_deref()
            .map_or_else(|| app.text.t("country-none"), |code| app.text.country(code));
        let row = Row {
            path: format!("/groups/{}", group.slug),
            name: group.name,
            city: group.city,
            hue: group.hue,
            entries: group.entries,
            heard: group
                .heard_at
                .map(|at| app.text.day_of(at))
                .unwrap_or_default(),
        };
        match countries.iter_mut().find(|country| country.name == name) {
            Some(country) => country.groups.push(row),
            None => countries.push(Country {
                anchor: anchor(&name),
                name,
                groups: vec![row],
            }),
        }
    }
    countries.sort_by(|one, other| app.text.order(&one.name, &other.name));
    let p = Page::new(&app, app.text.t("groups-title"), "/groups");
    Ok(respond(
        StatusCode::OK,
        &Groups {
            p,
            countries,
            count,
        },
    ))
}

/// `/groups/{slug}`
pub async fn group(Reader(app): Reader, Path(slug): Path<String>) -> Result<Response, Error> {
    let group = db::group::by_slug(&app.db, &slug)
        .await?
        .ok_or(Error::NotFound)?;
    let path = format!("/groups/{}", group.slug);
    if group.slug != slug {
        return Ok(Redirect::permanent(&path).into_response());
    }
    let details = db::group::details(&app.db, &group.id).await?;
    let entries = db::entry::of_group(&app.db, &group.id, CARDS).await?;
    let today = first_open_day(app.clock.now()).to_string();
    let coming = db::entry::coming(&app.db, &group.id, &today).await?;
    let mut next = Vec::new();
    for entry in &coming {
        next.push(card(&app, entry).await?);
    }
    let mut cards = Vec::new();
    for entry in entries.iter().filter(|entry| !coming.contains(entry)) {
        cards.push(card(&app, entry).await?);
    }
    let place = app.text.place(&group.city, group.country.as_deref());
    let heard = entries
        .first()
        .map(|entry| app.text.day_of(entry.published_at))
        .unwrap_or_default();
    let p = Page {
        linked: linked::group(&app, &group, details.as_ref()),
        feeds: following::of_group(&app, &group),
        embed: Some(embed::group_path(&group.slug)),
        ..Page::new(&app, group.name.clone(), path)
    };
    Ok(respond(
        StatusCode::OK,
        &GroupPage {
            p,
            group,
            details: details.unwrap_or_default(),
            place,
            heard,
            next,
            cards,
        },
    ))
}

pub(super) async fn card(app: &App, entry: &Entry) -> Result<Card, Error> {
    let media = db::medium::shown(&app.db, &entry.submission_id).await?;
    let pictures = db::picture::of_submission(&app.db, &entry.submission_id, app.now()).await?;
    let drawn = db::card::of_entry(&app.db, &entry.id).await?;
    Ok(Card::new(app.text, entry, &media, &pictures, &drawn))
}

/// The roster's anchor of a country.
fn anchor(name: &str) -> String {
    crate::model::group::slug(name, "none")
}
