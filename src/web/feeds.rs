//! The page of feeds: what there is to follow, and the check of a feed of one's own.

use super::error::Error;
use super::follow::Follow;
use super::language::Reader;
use super::page::{Page, pages, respond};
use crate::app::App;
use crate::db;
use crate::feed::home_path;
use crate::model::feed::{Feed, NOWHERE, Profile, Scope};
use crate::model::language;
use askama::Template;
use axum::Form;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use jobs::conformance::{self, Fault, Report, Severity};
use jobs::fetch::Hosts;
use serde::Deserialize;
use std::collections::HashMap;
use url::Url;

/// Groups whose feeds stand on the page; all of them are in the OPML.
const MOST_GROUPS: usize = 60;
/// Bytes of a stranger's feed that are read.
const MOST_FEED: usize = 10 << 20;
/// Faults shown.
const MOST_FAULTS: usize = 200;

#[derive(Template)]
#[template(path = "feeds.html")]
struct FeedsPage {
    p: Page,
    follow: Follow,
    countries: Vec<Line>,
    languages: Vec<Line>,
    groups: Vec<Line>,
    more_groups: usize,
}

/// A part that one can follow.
struct Line {
    path: String,
    name: String,
    tag: String,
    listens: bool,
}

#[derive(Template)]
#[template(path = "feed_check.html")]
struct CheckPage {
    p: Page,
    typed: String,
    /// Why the feed could not be read; empty where it could.
    problem: String,
    report: Option<Checked>,
}

struct Checked {
    kind: String,
    musts: usize,
    shoulds: usize,
    faults: Vec<Shown>,
    unnamed: usize,
}

/// A fault as the page tells it.
struct Shown {
    must: bool,
    standard: &'static str,
    code: &'static str,
    place: String,
    path: String,
    says: String,
    mend: String,
}

pages!(FeedsPage, CheckPage);

/// `/feeds`
pub async fn feeds(Reader(app): Reader) -> Result<Response, Error> {
    let names: HashMap<_, _> = db::group::names(&app.db)
        .await?
        .into_iter()
        .map(|(id, slug, name)| (id, (slug, name)))
        .collect();
    let editions = db::listing::editions(&app.db).await?;
    let all: Vec<Feed> = editions
        .iter()
        .filter_map(|one| Feed::from_name(&one.feed))
        .collect();
    let listens = |scope: &Scope| {
        let podcast = |feed: &Feed| feed.profile == Profile::Podcast && feed.scope == *scope;
        all.iter().any(podcast)
    };
    let mut page = FeedsPage {
        p: Page::new(&app, app.text.t("feeds-title"), "/feeds").scripted(),
        follow: Follow::of(&app, &Scope::Whole, "", listens(&Scope::Whole)),
        countries: Vec::new(),
        languages: Vec::new(),
        groups: Vec::new(),
        more_groups: 0,
    };
    for feed in all.iter().filter(|feed| feed.profile == Profile::Showcase) {
        let (shelf, slug, name, tag) = match &feed.scope {
            Scope::Whole => continue,
            Scope::Country(code) if code == NOWHERE => {
                (&mut page.countries, "", app.text.t("feed-nowhere"), "")
            }
            Scope::Country(code) => {
                let name = app.text.country(&code.to_ascii_uppercase());
                (&mut page.countries, "", name, "")
            }
            Scope::Language(tag) => {
                let name = language::name(tag).to_owned();
                (&mut page.languages, "", name, tag.as_str())
            }
            Scope::Group(id) => match names.get(id) {
                Some((slug, name)) => (&mut page.groups, slug.as_str(), name.clone(), ""),
                None => continue,
            },
        };
        shelf.push(Line {
            path: home_path(&feed.scope, slug),
            tag: tag.to_owned(),
            listens: listens(&feed.scope),
            name,
        });
    }
    for lines in [&mut page.countries, &mut page.languages, &mut page.groups] {
        lines.sort_by(|one, other| app.text.order(&one.name, &other.name));
    }
    page.more_groups = page.groups.len().saturating_sub(MOST_GROUPS);
    page.groups.truncate(MOST_GROUPS);
    Ok(respond(StatusCode::OK, &page))
}

/// What somebody wants checked.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    url: String,
}

/// `GET /feeds/check`: the form; an address in the query stands in it.
pub async fn form(Reader(app): Reader, Query(asked): Query<Asked>) -> Result<Response, Error> {
    let page = CheckPage {
        p: Page::new(&app, app.text.t("feed-check-title"), "/feeds/check"),
        typed: asked.url,
        problem: String::new(),
        report: None,
    };
    Ok(respond(StatusCode::OK, &page))
}

/// `POST /feeds/check`
pub async fn check(Reader(app): Reader, Form(asked): Form<Asked>) -> Result<Response, Error> {
    let typed = asked.url.trim().to_owned();
    let mut page = CheckPage {
        p: Page::new(&app, app.text.t("feed-check-title"), "/feeds/check"),
        typed: typed.clone(),
        problem: String::new(),
        report: None,
    };
    if typed.is_empty() {
        return Ok(Redirect::to("/feeds/check").into_response());
    }
    match read(&app, &typed).await {
        Ok(bytes) => {
            let checked = tokio::task::spawn_blocking(move || {
                conformance::check(&bytes, &conformance::Profile::PODCAST)
            });
            let report = checked
                .await
                .map_err(|error| Error::Internal(error.to_string()))?;
            page.report = Some(shown(&app, report));
            Ok(respond(StatusCode::OK, &page.faulty_or_not(false)))
        }
        Err((code, about)) => {
            page.problem = app
                .text
                .with(&format!("error-{code}"), &[("about", about.into())]);
            Ok(respond(
                StatusCode::UNPROCESSABLE_ENTITY,
                &page.faulty_or_not(true),
            ))
        }
    }
}

impl CheckPage {
    fn faulty_or_not(mut self, faulty: bool) -> CheckPage {
        self.p = if faulty {
            self.p.faulty()
        } else {
            self.p.private()
        };
        self
    }
}

/// The bytes behind an address; else the code of what is wrong, and what it speaks of.
async fn read(app: &App, typed: &str) -> Result<Vec<u8>, (&'static str, String)> {
    let url = Url::parse(typed).map_err(|_| ("not-a-link", typed.to_owned()))?;
    if !["http", "https"].contains(&url.scheme()) {
        return Err(("link-scheme", url.scheme().to_owned()));
    }
    let reply = app
        .providers
        .fetch
        .get(&url, &Hosts::Public, MOST_FEED)
        .await;
    let reply = reply.map_err(|error| (error.code.as_str(), error.detail))?;
    match reply.status {
        200..=299 => Ok(reply.body),
        404 | 410 => Err(("gone", String::new())),
        status => Err(("feed-status", status.to_string())),
    }
}

fn shown(app: &App, report: Report) -> Checked {
    let tell = |fault: &Fault| {
        let about = [("about", fault.about.clone().into())];
        let at = [
            ("line", fault.line.to_string().into()),
            ("column", fault.column.to_string().into()),
        ];
        Shown {
            must: fault.severity == Severity::Must,
            standard: fault.standard.name(),
            code: fault.code,
            place: app.text.with("feed-check-place", &at),
            path: fault.path.clone(),
            says: app
                .text
                .with(&format!("conformance-{}", fault.code), &about),
            mend: app
                .text
                .with(&format!("conformance-{}-mend", fault.code), &about),
        }
    };
    let named = report.faults.len();
    let kind = match report.kind {
        conformance::Kind::Rss => "RSS",
        conformance::Kind::Atom => "Atom",
        conformance::Kind::JsonFeed => "JSON Feed",
        conformance::Kind::Unknown => "",
    };
    Checked {
        kind: kind.to_owned(),
        musts: report.musts,
        shoulds: report.shoulds,
        faults: report.faults.iter().take(MOST_FAULTS).map(tell).collect(),
        unnamed: report.unnamed() + named.saturating_sub(MOST_FAULTS),
    }
}
