//! A country's and a language's part of the showcase.

use super::documents::{country_scope, language_scope, moved};
use super::error::Error;
use super::follow::Follow;
use super::following;
use super::language::Reader;
use super::page::{Page, pages, respond};
use super::rows::{Row, rows};
use super::shelf::{CARDS, Place, Shelf, shelf};
use super::show;
use crate::app::App;
use crate::model::feed::{Feed, NOWHERE, Profile, Scope};
use crate::model::language;
use crate::{db, feed, roster};
use askama::Template;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::Response;

#[derive(Template)]
#[template(path = "part.html")]
struct Part {
    p: Page,
    name: String,
    /// The language of the name.
    tag: String,
    shelf: Shelf,
    groups: Vec<Row>,
    follow: Follow,
    is_country: bool,
}

#[derive(Template)]
#[template(path = "parts.html")]
struct Parts {
    p: Page,
    rows: Vec<Entry>,
}

/// A part in the list of parts.
struct Entry {
    path: String,
    name: String,
    tag: String,
    entries: i64,
    groups: usize,
}

pages!(Part, Parts);

/// `/countries`
pub async fn countries(Reader(app): Reader) -> Result<Response, Error> {
    let sizes = sizes(&app).await?;
    let mut all: Vec<Entry> = Vec::new();
    for standing in roster::all(&app).await?.iter() {
        let Scope::Country(code) = Scope::country(standing.group.country.as_deref()) else {
            continue;
        };
        let path = format!("/countries/{code}");
        match all.iter_mut().find(|entry| entry.path == path) {
            Some(entry) => entry.groups += 1,
            None => all.push(Entry {
                entries: size(&sizes, &Scope::Country(code.clone())),
                name: country_name(&app, &code),
                tag: String::new(),
                groups: 1,
                path,
            }),
        }
    }
    all.sort_by(|one, other| app.text.order(&one.name, &other.name));
    let p = Page::new(&app, app.text.t("countries-title"), "/countries");
    Ok(respond(StatusCode::OK, &Parts { p, rows: all }))
}

/// `/languages`
pub async fn languages(Reader(app): Reader) -> Result<Response, Error> {
    let sizes = sizes(&app).await?;
    let spoken = sizes
        .iter()
        .filter_map(|(feed, entries)| match &feed.scope {
            Scope::Language(tag) if feed.profile == Profile::Showcase => Some(Entry {
                path: format!("/languages/{tag}"),
                name: language::name(tag).to_owned(),
                tag: tag.clone(),
                entries: *entries,
                groups: 0,
            }),
            _ => None,
        });
    let mut rows: Vec<Entry> = spoken.collect();
    rows.sort_by(|one, other| app.text.order(&one.name, &other.name));
    let p = Page::new(&app, app.text.t("languages-title"), "/languages");
    Ok(respond(StatusCode::OK, &Parts { p, rows }))
}

/// `/countries/{cc}`
pub async fn country(
    Reader(app): Reader,
    Path(typed): Path<String>,
    Query(place): Query<Place>,
) -> Result<Response, Error> {
    let scope = country_scope(&typed)?;
    let path = feed::home_path(&scope, "");
    if path != format!("/countries/{typed}") {
        return Ok(moved(&path));
    }
    let Scope::Country(code) = &scope else {
        return Err(Error::NotFound);
    };
    let name = country_name(&app, code);
    let roster = roster::all(&app).await?;
    let is_own = |one: &&roster::Standing| Scope::country(one.group.country.as_deref()) == scope;
    let groups = rows(&app, roster.iter().filter(is_own));
    part(&app, &scope, name, String::new(), groups, &place).await
}

/// `/languages/{lang}`
pub async fn in_language(
    Reader(app): Reader,
    Path(typed): Path<String>,
    Query(place): Query<Place>,
) -> Result<Response, Error> {
    let scope = language_scope(&typed)?;
    let path = feed::home_path(&scope, "");
    if path != format!("/languages/{typed}") {
        return Ok(moved(&path));
    }
    let Scope::Language(tag) = &scope else {
        return Err(Error::NotFound);
    };
    let name = language::name(tag).to_owned();
    part(&app, &scope, name, tag.clone(), Vec::new(), &place).await
}

async fn part(
    app: &App,
    scope: &Scope,
    name: String,
    tag: String,
    groups: Vec<Row>,
    place: &Place,
) -> Result<Response, Error> {
    let [showcase, podcast] = Feed::both(scope);
    let shelf = shelf(app, &showcase.name(), place, CARDS).await?;
    let heard = db::listing::edition(&app.db, &podcast.name()).await?;
    let listens = heard.is_some_and(|edition| edition.size > 0);
    let path = feed::home_path(scope, "");
    let page = Part {
        p: Page {
            picture: show::preview(&shelf.pictures, &shelf.drawn),
            feeds: following::feeds(app, scope, "", &name, listens),
            ..Page::new(app, name.clone(), path)
        },
        follow: Follow::of(app, scope, "", listens),
        is_country: matches!(scope, Scope::Country(_)),
        name,
        tag,
        shelf,
        groups,
    };
    Ok(respond(StatusCode::OK, &page))
}

fn country_name(app: &App, code: &str) -> String {
    match code {
        NOWHERE => app.text.t("feed-nowhere"),
        code => app.text.country(&code.to_ascii_uppercase()),
    }
}

async fn sizes(app: &App) -> Result<Vec<(Feed, i64)>, Error> {
    let all = db::listing::editions(&app.db).await?.into_iter();
    Ok(all
        .filter_map(|one| Some((Feed::from_name(&one.feed)?, one.size)))
        .collect())
}

fn size(sizes: &[(Feed, i64)], scope: &Scope) -> i64 {
    let of_scope =
        |(feed, _): &&(Feed, i64)| feed.scope == *scope && feed.profile == Profile::Showcase;
    sizes.iter().find(of_scope).map_or(0, |(_, size)| *size)
}
