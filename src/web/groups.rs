//! The roster, and a group's page.

use super::documents::moved;
use super::error::Error;
use super::follow::Follow;
use super::home::anchor;
use super::language::Reader;
use super::page::{Page, pages, respond};
use super::show::{self, Card};
use super::{embed, following, linked};
use crate::app::App;
use crate::db;
use crate::feed::home_path;
use crate::model::clock::first_open_day;
use crate::model::entry::Entry;
use crate::model::feed::{Feed, Scope};
use crate::model::group::{Details, Group};
use crate::model::heard::Life;
use crate::model::language;
use crate::roster::{self, Standing};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;

/// Groups on one page: where there are more, each country has its own on its own page.
const MOST_ROWS: usize = 600;
/// Cards on a group's page.
const CARDS: i64 = 25;

#[derive(Template)]
#[template(path = "groups.html")]
struct Groups {
    p: Page,
    countries: Vec<Country>,
    /// The countries' pages alone, where their groups are too many for one.
    places: Vec<(String, String, usize)>,
    count: usize,
    /// How many stand how, the liveliest first; those that none stands like are left out.
    lives: Vec<(&'static str, usize)>,
}

/// The groups of one country.
struct Country {
    anchor: String,
    name: String,
    path: String,
    groups: Vec<Row>,
}

/// A group on the roster.
struct Row {
    path: String,
    name: String,
    city: String,
    hue: i64,
    entries: i64,
    life: &'static str,
    heard: String,
}

#[derive(Template)]
#[template(path = "group.html")]
struct GroupPage {
    p: Page,
    group: Group,
    details: Details,
    place: String,
    life: Life,
    heard: String,
    language: String,
    since: String,
    /// What is coming, the nearest day first.
    next: Vec<Card>,
    cards: Vec<Card>,
    near: Vec<Near>,
    follow: Follow,
}

/// A group nearby.
struct Near {
    path: String,
    name: String,
    place: String,
    hue: i64,
    km: String,
    life: &'static str,
    heard: String,
}

pages!(Groups, GroupPage);

impl GroupPage {
    /// Whether anything is known that helps who comes for the first time.
    fn has_first(&self) -> bool {
        let said = &self.details;
        let known = [&said.cost, &said.part, &said.first_time];
        !self.language.is_empty() || known.iter().any(|said| said.is_some())
    }
}

/// `/groups`
pub async fn groups(Reader(app): Reader) -> Result<Response, Error> {
    let roster = roster::all(&app).await?;
    let count = roster.len();
    let lives = Life::ALL.iter().map(|life| {
        let like = roster.iter().filter(|standing| standing.life == *life);
        (life.as_str(), like.count())
    });
    let lives = lives.filter(|(_, count)| *count > 0).collect();
    let mut countries: Vec<Country> = Vec::new();
    for standing in roster.iter() {
        let heard = show::heard(&app, standing);
        let group = standing.group.clone();
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
            life: standing.life.as_str(),
            heard,
        };
        match countries.iter_mut().find(|country| country.name == name) {
            Some(country) => country.groups.push(row),
            None => countries.push(Country {
                anchor: anchor(&name),
                name,
                path: home_path(&Scope::country(group.country.as_deref()), ""),
                groups: vec![row],
            }),
        }
    }
    countries.sort_by(|one, other| app.text.order(&one.name, &other.name));
    let place = |country: &Country| {
        let count = country.groups.len();
        (country.path.clone(), country.name.clone(), count)
    };
    let mut places = Vec::new();
    if count > MOST_ROWS {
        places = countries.iter().map(place).collect();
        countries.clear();
    }
    let page = Groups {
        p: Page::new(&app, app.text.t("groups-title"), "/groups"),
        places,
        countries,
        count,
        lives,
    };
    Ok(respond(StatusCode::OK, &page))
}

/// `/groups/{slug}`
pub async fn group(Reader(app): Reader, Path(slug): Path<String>) -> Result<Response, Error> {
    let group = db::group::by_slug(&app.db, &slug).await?;
    let group = group.ok_or(Error::NotFound)?;
    let path = format!("/groups/{}", group.slug);
    if group.slug != slug {
        return Ok(moved(&path));
    }
    let standing = roster::of(&app, &group.id).await?.ok_or(Error::NotFound)?;
    let details = db::group::details(&app.db, &group.id).await?;
    let details = details.unwrap_or_default();
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
    let near = roster::near(&app, &standing).await?.into_iter();
    let scope = Scope::Group(group.id.clone());
    let [_, podcast] = Feed::both(&scope);
    let heard = db::listing::edition(&app.db, &podcast.name()).await?;
    let listens = heard.is_some_and(|edition| edition.size > 0);
    let page = GroupPage {
        follow: Follow::of(&app, &scope, &group.slug, listens),
        p: Page {
            linked: linked::group(&app, &group, Some(&details)),
            feeds: following::of_group(&app, &group, listens),
            embed: Some(embed::group_path(&group.slug)),
            ..Page::new(&app, group.name.clone(), path)
        },
        place: app.text.place(&group.city, group.country.as_deref()),
        life: standing.life,
        heard: show::heard(&app, &standing),
        language: show::spoken(
            group
                .language
                .as_deref()
                .filter(|tag| language::find(tag).is_some()),
        ),
        since: details
            .since
            .as_deref()
            .map(|since| show::since(app.text, since))
            .unwrap_or_default(),
        near: near.map(|(km, other)| nearby(&app, km, other)).collect(),
        group,
        details,
        next,
        cards,
    };
    Ok(respond(StatusCode::OK, &page))
}

fn nearby(app: &App, km: f64, other: Standing) -> Near {
    let km = km.round().max(1.0) as i64;
    Near {
        path: format!("/groups/{}", other.group.slug),
        place: app
            .text
            .place(&other.group.city, other.group.country.as_deref()),
        km: app.text.with("near-km", &[("km", km.to_string().into())]),
        hue: other.group.hue,
        life: other.life.as_str(),
        heard: show::heard(app, &other),
        name: other.group.name,
    }
}

pub(super) async fn card(app: &App, entry: &Entry) -> Result<Card, Error> {
    let media = db::medium::shown(&app.db, &entry.submission_id).await?;
    let pictures =
        db::picture::of_submission(&app.db, &entry.submission_id, app.shown_at()).await?;
    let drawn = db::card::of_entry(&app.db, &entry.id).await?;
    Ok(Card::new(app.text, entry, &media, &pictures, &drawn))
}
