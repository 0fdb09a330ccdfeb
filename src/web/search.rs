//! `/search`: words, people, groups and places of all that is published.

use super::error::Error;
use super::language::Reader;
use super::page::{Page, pages, respond};
use super::show;
use crate::app::App;
use crate::db;
use crate::db::search::Choices;
use crate::model::answers::one_line;
use crate::model::entry::{About, Entry};
use crate::model::search::{GROUP, KINDS, NO_COUNTRY, Wanted};
use crate::roster::Standing;
use crate::search::{self, Found, document};
use askama::Template;
use axum::extract::Query;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use jobs::words::{self, Bit, Passage, Term};
use std::collections::HashMap;

/// Characters of a passage.
const MOST_PASSAGE: usize = 220;
/// Characters of a search engine's short name (OpenSearch 1.1).
const MOST_SHORT_NAME: usize = 16;

#[derive(Template)]
#[template(path = "search.html")]
struct SearchPage {
    p: Page,
    wanted: Wanted,
    /// What was typed, on one line.
    question: String,
    /// What one can choose by, under the name of its field.
    choices: Vec<(&'static str, Vec<Choice>)>,
    /// What was found, in a sentence.
    count: String,
    is_some: bool,
    people: Vec<Person>,
    groups: Vec<Row>,
    /// More groups than are shown: where all of them are.
    all_groups: Option<(i64, String)>,
    hits: Vec<Hit>,
    page: i64,
    pages: i64,
    /// The pages before and behind this one.
    before: Option<String>,
    behind: Option<String>,
}

#[derive(Template)]
#[template(path = "opensearch.xml")]
struct Description {
    p: Page,
    name: String,
    icon: String,
}

pages!(SearchPage);

/// A value of a choice.
struct Choice {
    value: String,
    name: String,
    /// The language of its name; empty for ours.
    language: String,
    is_chosen: bool,
}

/// Somebody who may be meant.
struct Person {
    name: Vec<Bit>,
    path: String,
    entries: i64,
}

/// A group that may be meant.
struct Row {
    path: String,
    name: Vec<Bit>,
    place: Vec<Bit>,
    hue: i64,
    entries: i64,
    life: &'static str,
    heard: String,
}

/// An entry that may be meant.
struct Hit {
    path: String,
    title: Vec<Bit>,
    language: String,
    direction: &'static str,
    spoken: String,
    kind: &'static str,
    about: Option<About>,
    hue: i64,
    group: Vec<Bit>,
    place: Vec<Bit>,
    day: String,
    /// Those of its people who were asked for.
    people: Vec<Vec<Bit>>,
    passage: Passage,
    /// Whether the passage is of what is said in it.
    is_said: bool,
}

/// `/search?q=&kind=&country=&language=&year=&page=`
pub async fn search(
    Reader(app): Reader,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, Error> {
    let field = |name: &str| query.get(name).map_or("", String::as_str);
    let wanted = Wanted::read(
        field("q"),
        field("kind"),
        field("country"),
        field("language"),
        field("year"),
    );
    let found = search::find(&app, &wanted, field("page").parse().unwrap_or(1)).await?;
    let choices = db::search::choices(&app.db).await?;
    let is_open = wanted.terms.is_empty() && !wanted.has_choice();
    let mut response = respond(StatusCode::OK, &page(&app, wanted, found, choices).await?);
    if !is_open {
        // The entries themselves are for search engines, not every list of them.
        response.headers_mut().insert(
            HeaderName::from_static("x-robots-tag"),
            HeaderValue::from_static("noindex"),
        );
    }
    Ok(response)
}

/// `/opensearch.xml`: how a browser asks us (OpenSearch 1.1).
pub async fn description(Reader(app): Reader) -> Result<Response, Error> {
    let name = app.config.showcase.name.chars().take(MOST_SHORT_NAME);
    let description = Description {
        name: name.collect::<String>().trim().to_owned(),
        icon: format!("{}/favicon.ico", app.url),
        p: Page::new(&app, "", ""),
    };
    let text = description.render();
    let text = text.map_err(|error| Error::Internal(error.to_string()))?;
    let kind = "application/opensearchdescription+xml; charset=utf-8";
    let kept = (header::CACHE_CONTROL, "public, max-age=86400");
    Ok(([(header::CONTENT_TYPE, kind), kept], text).into_response())
}

async fn page(
    app: &App,
    wanted: Wanted,
    found: Found,
    choices: Choices,
) -> Result<SearchPage, Error> {
    let question = one_line(&wanted.question);
    let title = match question.is_empty() {
        true => app.text.t("search-title"),
        false => app
            .text
            .with("search-title-of", &[("question", question.as_str().into())]),
    };
    let p = Page {
        path: "/search".to_owned(),
        ..Page::new(app, title, "").scripted()
    };
    let mut hits = Vec::new();
    for entry in &found.entries {
        hits.push(hit(app, entry, &wanted.terms).await?);
    }
    let groups_alone = Wanted {
        kind: Some(GROUP),
        ..wanted.clone()
    };
    let shown = found.groups.len() as i64;
    let more = wanted.is_for_entries() && found.group_count > shown;
    let leaf = |page: i64| address(&wanted, page);
    Ok(SearchPage {
        count: count(&p, &wanted, &question, &found),
        choices: vec![
            ("kind", kinds(&p, &wanted, &choices.kinds)),
            ("country", countries(&p, &wanted, &choices.countries)),
            ("language", languages(&wanted, &choices.languages)),
            ("year", years(&wanted, &choices.years)),
        ],
        people: people(&wanted, &found),
        groups: found
            .groups
            .iter()
            .map(|standing| row(app, standing, &wanted.terms))
            .collect(),
        all_groups: more.then(|| (found.group_count, address(&groups_alone, 1))),
        before: (found.page > 1).then(|| leaf(found.page - 1)),
        behind: (found.page < found.pages).then(|| leaf(found.page + 1)),
        is_some: found.is_some,
        page: found.page,
        pages: found.pages,
        hits,
        question,
        wanted,
        p,
    })
}

impl SearchPage {
    /// Whether there is nothing to show.
    fn is_empty(&self) -> bool {
        self.hits.is_empty() && self.groups.is_empty()
    }

    /// Which of how many pages this is.
    fn leaf(&self) -> String {
        let (page, pages) = (self.page.to_string(), self.pages.to_string());
        let blanks = [("page", page.into()), ("pages", pages.into())];
        self.p.app.text.with("search-page", &blanks)
    }

    /// The same words without what was chosen.
    fn everything(&self) -> String {
        let wanted = Wanted {
            question: self.question.clone(),
            ..Wanted::default()
        };
        address(&wanted, 1)
    }
}

/// What was found, in a sentence that a screen reader says while somebody types.
fn count(p: &Page, wanted: &Wanted, question: &str, found: &Found) -> String {
    let (entries, groups) = (found.entry_count.to_string(), found.group_count.to_string());
    let blanks = [
        ("question", question.into()),
        ("entries", entries.into()),
        ("groups", groups.into()),
    ];
    let key = match () {
        () if found.entry_count + found.group_count == 0 && question.is_empty() => "search-none",
        () if found.entry_count + found.group_count == 0 => "search-none-of",
        () if wanted.terms.is_empty() && !wanted.has_choice() => "search-newest",
        () if !wanted.is_for_entries() => "search-found-groups",
        () if found.group_count == 0 => "search-found-entries",
        () => "search-found",
    };
    p.app.text.with(key, &blanks)
}

fn kinds(p: &Page, wanted: &Wanted, known: &[String]) -> Vec<Choice> {
    let known = KINDS
        .iter()
        .filter(|kind| known.iter().any(|known| known == *kind));
    known
        .map(|kind| Choice {
            value: (*kind).to_owned(),
            name: p.word("search-kind", kind),
            language: String::new(),
            is_chosen: wanted.kind == Some(*kind),
        })
        .collect()
}

fn countries(p: &Page, wanted: &Wanted, known: &[String]) -> Vec<Choice> {
    let mut choices: Vec<Choice> = known
        .iter()
        .map(|code| Choice {
            value: code.to_lowercase(),
            name: match code.as_str() {
                NO_COUNTRY => p.t("country-none"),
                code => p.app.text.country(code),
            },
            language: String::new(),
            is_chosen: wanted.country.as_ref() == Some(code),
        })
        .collect();
    choices.sort_by(|one, other| {
        let last = (one.value == NO_COUNTRY).cmp(&(other.value == NO_COUNTRY));
        last.then_with(|| p.app.text.order(&one.name, &other.name))
    });
    choices
}

fn languages(wanted: &Wanted, known: &[String]) -> Vec<Choice> {
    let mut choices: Vec<Choice> = known
        .iter()
        .map(|tag| Choice {
            value: tag.clone(),
            name: show::spoken(Some(tag)),
            language: tag.clone(),
            is_chosen: wanted.language == Some(tag),
        })
        .collect();
    choices.sort_by_key(|choice| words::key(&choice.name));
    choices
}

fn years(wanted: &Wanted, known: &[String]) -> Vec<Choice> {
    let chosen = wanted.year.map(|year| year.to_string());
    let years = known.iter().rev();
    years
        .map(|year| Choice {
            value: year.clone(),
            name: year.clone(),
            language: String::new(),
            is_chosen: chosen.as_ref() == Some(year),
        })
        .collect()
}

fn people(wanted: &Wanted, found: &Found) -> Vec<Person> {
    let people = found.people.iter();
    people
        .map(|(name, entries)| Person {
            name: words::marked(name, &wanted.terms),
            path: address(
                &Wanted {
                    question: format!("\"{name}\""),
                    ..wanted.clone()
                },
                1,
            ),
            entries: *entries,
        })
        .collect()
}

fn row(app: &App, standing: &Standing, terms: &[Term]) -> Row {
    let group = &standing.group;
    let place = app.text.place(&group.city, group.country.as_deref());
    Row {
        path: format!("/groups/{}", group.slug),
        name: words::marked(&group.name, terms),
        place: words::marked(&place, terms),
        hue: group.hue,
        entries: group.entries,
        life: standing.life.as_str(),
        heard: show::heard(app, standing),
    }
}

async fn hit(app: &App, entry: &Entry, terms: &[Term]) -> Result<Hit, Error> {
    let text = entry.plain();
    let (passage, is_said) = match words::passage(&text, terms, MOST_PASSAGE) {
        Some(passage) if passage.terms == terms.len() => (Some(passage), false),
        passage => said(app, entry, &text, terms)
            .await?
            .map_or((passage, false), |said| (Some(said), true)),
    };
    let passage = passage.unwrap_or_else(|| Passage {
        bits: vec![Bit {
            text: show::lead(&text),
            is_found: false,
        }],
        ..Passage::default()
    });
    let people = entry.people().map(|name| words::marked(name, terms));
    Ok(Hit {
        path: format!("/entries/{}", entry.slug),
        title: words::marked(&entry.title, terms),
        language: entry.language.clone().unwrap_or("und".into()),
        direction: show::direction(entry.language.as_deref()),
        spoken: show::spoken(entry.language.as_deref()),
        kind: entry.kind.as_str(),
        about: entry.about,
        hue: entry.group_hue,
        group: words::marked(&entry.group_name, terms),
        place: words::marked(
            &app.text
                .place(&entry.group_city, entry.group_country.as_deref()),
            terms,
        ),
        day: entry.met_on.clone().unwrap_or_default(),
        people: people
            .filter(|name| name.iter().any(|bit| bit.is_found))
            .collect(),
        passage,
        is_said,
    })
}

/// The passage of what is said in an entry, where a term stands nowhere else.
async fn said(
    app: &App,
    entry: &Entry,
    text: &str,
    terms: &[Term],
) -> Result<Option<Passage>, Error> {
    let place = app
        .text
        .place(&entry.group_city, entry.group_country.as_deref());
    let read = [text, &entry.title, &entry.people, &entry.group_name, &place];
    let read = words::loosely(&read.join("\n"));
    let rest = terms.iter().filter(|term| !term.loose.is_met(&read));
    let rest: Vec<Term> = rest.cloned().collect();
    if rest.is_empty() {
        return Ok(None);
    }
    let said = document::said(app, entry).await;
    let said = said.map_err(|error| Error::Internal(error.to_string()))?;
    let terms = terms.to_vec();
    // Hours of talk are looked through: not on a thread that others wait for.
    let looking = tokio::task::spawn_blocking(move || {
        said.iter().find_map(|said| {
            words::passage(said, &rest, MOST_PASSAGE)?;
            words::passage(said, &terms, MOST_PASSAGE)
        })
    });
    let passage = looking.await;
    passage.map_err(|error| Error::Internal(error.to_string()))
}

/// The address of a page of what somebody looks for.
fn address(wanted: &Wanted, page: i64) -> String {
    let country = wanted.country.as_deref().map(str::to_lowercase);
    let year = wanted.year.map(|year| year.to_string());
    let page = (page > 1).then(|| page.to_string());
    let mut fields = url::form_urlencoded::Serializer::new(String::new());
    for (name, value) in [
        ("q", Some(wanted.question.as_str())),
        ("kind", wanted.kind),
        ("country", country.as_deref()),
        ("language", wanted.language),
        ("year", year.as_deref()),
        ("page", page.as_deref()),
    ] {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            fields.append_pair(name, value);
        }
    }
    match fields.finish() {
        query if query.is_empty() => "/search".to_owned(),
        query => format!("/search?{query}"),
    }
}
