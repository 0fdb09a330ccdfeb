//! Near you: the groups around a city that somebody types, or of a country. Nobody's location is asked for.

use super::error::Error;
use super::language::Reader;
use super::page::{Page, pages, respond};
use super::rows::{Row, rows};
use super::shelf::{self, Shelf, shelf};
use crate::app::App;
use crate::feed;
use crate::model::feed::{Feed, Profile, Scope};
use crate::model::heard::Life;
use crate::near::{nearest, placed};
use crate::place::{self, Kind};
use crate::roster::{self, Standing};
use askama::Template;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;

/// Groups shown.
const MOST: usize = 12;
/// Further away only so many are named as are needed for somebody to write to, and none where there is one near.
const FAR_KM: i64 = 500;
const FEWEST: usize = 3;
/// Kilometres within which a group is near.
const NEAR_KM: i64 = 60;
/// Cards shown of the country.
const CARDS: i64 = 6;
/// Characters of a name that are looked at.
const MOST_TYPED: usize = 100;

/// What somebody typed.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    place: String,
}

#[derive(Template)]
#[template(path = "near.html")]
struct NearPage {
    p: Page,
    typed: String,
    /// The place as it was understood; empty where it was not.
    name: String,
    /// Other places of that name.
    others: Vec<String>,
    groups: Vec<Row>,
    /// Whether the first of them is near, or of the country.
    is_near: bool,
    shelf: Shelf,
    country: String,
    country_path: String,
}

pages!(NearPage);

/// `/near?place=…`
pub async fn near(Reader(app): Reader, Query(asked): Query<Asked>) -> Result<Response, Error> {
    let typed: String = asked.place.trim().chars().take(MOST_TYPED).collect();
    let text = typed.clone();
    let found = tokio::task::spawn_blocking(move || place::find(&text)).await;
    let found = found.unwrap_or_default();
    let name = |place: &place::Place| match place.kind {
        Kind::Country => app.text.country(place.country),
        _ => app.text.place(place.name, Some(place.country)),
    };
    let mut page = NearPage {
        p: Page::new(&app, app.text.t("near-title"), "/near"),
        name: found.first().map(name).unwrap_or_default(),
        others: found.iter().skip(1).map(full).collect(),
        typed,
        groups: Vec::new(),
        is_near: false,
        shelf: Shelf::default(),
        country: String::new(),
        country_path: String::new(),
    };
    if let Some(place) = found.first() {
        fill(&app, &mut page, place).await?;
    }
    Ok(respond(StatusCode::OK, &page))
}

async fn fill(app: &App, page: &mut NearPage, found: &place::Place) -> Result<(), Error> {
    let scope = Scope::country(Some(found.country));
    let roster = roster::all(app).await?;
    let meets = |one: &&Standing| one.life != Life::Gone;
    if found.kind == Kind::Country {
        let is_own = |one: &&Standing| Scope::country(one.group.country.as_deref()) == scope;
        page.groups = rows(app, roster.iter().filter(is_own).filter(meets));
        page.is_near = !page.groups.is_empty();
    } else {
        let all = placed(app).await?;
        // Twice as many, for some of them may not meet any more.
        for (one, km) in nearest(&all, (found.latitude, found.longitude), 2 * MOST) {
            let own = roster.iter().filter(|other| other.group.slug == one.slug);
            let own = rows(app, own.filter(meets)).into_iter();
            page.groups.extend(own.map(|row| Row {
                km: Some(km.round() as i64),
                ..row
            }));
        }
        let within = |km: i64| {
            page.groups
                .iter()
                .filter(move |row| row.km <= Some(km))
                .count()
        };
        let (near, reached) = (within(NEAR_KM), within(FAR_KM));
        let least = if near > 0 { near } else { FEWEST };
        page.groups.truncate(reached.clamp(least.min(MOST), MOST));
        page.is_near = near > 0;
    }
    let feed = Feed {
        scope: scope.clone(),
        profile: Profile::Showcase,
    };
    page.shelf = shelf(app, &feed.name(), &shelf::Place::default(), CARDS).await?;
    page.country = app.text.country(found.country);
    page.country_path = feed::home_path(&scope, "");
    Ok(())
}

/// A place that nobody takes for another of its name.
fn full(place: &place::Place) -> String {
    let parts = [Some(place.name), place.region, Some(place.country)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}
