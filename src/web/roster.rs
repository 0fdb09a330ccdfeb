//! The roster on the desk: every group, and all that an editor can do to one.

use super::error::Error;
use super::language::Reader;
use super::page::{Page, pages, respond};
use super::session::Signed;
use super::show;
use crate::app::App;
use crate::db;
use crate::db::event::Event;
use crate::decision;
use crate::model::GroupId;
use crate::model::answers::{Fault, one_line};
use crate::model::group::{Details, Group};
use crate::model::heard::{Life, day_of};
use crate::model::language;
use crate::roster::answers::{Answers, KINDS};
use crate::roster::{self, edit};
use crate::text::Country;
use askama::Template;
use axum::extract::{Extension, Form, Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use std::collections::HashMap;

/// Rows of the list.
const ROWS: usize = 200;

#[derive(Template)]
#[template(path = "desk_groups.html")]
struct GroupsPage {
    p: Page,
    rows: Vec<Row>,
    /// How many were found, though not all are shown.
    found: usize,
    /// What was looked for.
    words: String,
    life: String,
    lives: &'static [Life],
}

/// Something that was done to a group.
struct Happened {
    at: String,
    change: String,
    actor: String,
    /// Which field, in words, and what became of it; without a field what was said otherwise.
    lines: Vec<(String, String)>,
}

/// A group in the list.
struct Row {
    path: String,
    name: String,
    place: String,
    heard: String,
    life: &'static str,
}

#[derive(Template)]
#[template(path = "desk_group.html")]
struct GroupPage {
    p: Page,
    group: Group,
    details: Details,
    place: String,
    heard: String,
    life: Life,
    past: Vec<String>,
    answers: Answers,
    day: String,
    with: String,
    events: Vec<Happened>,
    faults: Vec<Fault>,
    trouble: String,
    countries: Vec<Country>,
    languages: Vec<(&'static str, &'static str)>,
    kinds: &'static [&'static str],
}

pages!(GroupsPage, GroupPage);

impl GroupPage {
    fn path(&self, slug: &str) -> String {
        format!("/groups/{slug}")
    }

    fn wrong(&self, field: &str) -> String {
        let faults = self.faults.iter().filter(|fault| fault.field == field);
        let words = faults.map(|fault| self.p.error(fault.code, &fault.about));
        words.collect::<Vec<_>>().join(" ")
    }
}

/// `/desk/groups`, with `?q=` for a piece of a name or city and `?life=` for how they stand.
pub async fn index(
    Reader(app): Reader,
    Extension(signed): Extension<Signed>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, Error> {
    let field = |name: &str| one_line(query.get(name).map_or("", String::as_str));
    let (words, life) = (field("q"), field("life"));
    let folded = slug::slugify(&words);
    let all = roster::all(&app).await?;
    let found = all.iter().filter(|standing| {
        let group = &standing.group;
        let said = slug::slugify(format!("{} {} {}", group.name, group.city, group.slug));
        said.contains(&folded) && (life.is_empty() || life == standing.life.as_str())
    });
    let found: Vec<_> = found.collect();
    let row = |standing: &&roster::Standing| Row {
        path: format!("/desk/groups/{}", standing.group.id),
        name: standing.group.name.clone(),
        place: app
            .text
            .place(&standing.group.city, standing.group.country.as_deref()),
        heard: show::heard(&app, standing),
        life: standing.life.as_str(),
    };
    let page = GroupsPage {
        p: Page::new(&app, app.text.t("desk-groups-title"), "")
            .of(&signed.editor, &signed.form_token),
        rows: found.iter().take(ROWS).map(row).collect(),
        found: found.len(),
        words: words.chars().take(200).collect(),
        life,
        lives: Life::ALL,
    };
    Ok(respond(StatusCode::OK, &page))
}

/// `/desk/groups/{id}`
pub async fn show(
    Reader(app): Reader,
    Extension(signed): Extension<Signed>,
    Path(id): Path<String>,
) -> Result<Response, Error> {
    let group = load(&app, &id).await?;
    render(
        &app,
        &signed,
        group,
        &HashMap::new(),
        Vec::new(),
        String::new(),
    )
    .await
}

/// `POST /desk/groups/{id}`: all that is said of it, its name included.
pub async fn change(
    Reader(app): Reader,
    Extension(signed): Extension<Signed>,
    Path(id): Path<String>,
    Form(fields): Form<HashMap<String, String>>,
) -> Result<Response, Error> {
    let group = load(&app, &id).await?;
    let done = match Answers::read(&fields).check() {
        Err(faults) => Err(decision::Error::Faults(faults)),
        Ok(said) => edit::change(&app, &group, &said, &signed.editor.email).await,
    };
    after(&app, &signed, group, &fields, done).await
}

/// `POST /desk/groups/{id}/life`: `life` is `gone`, or `meets` with the day on which it is known to have.
pub async fn set_life(
    Reader(app): Reader,
    Extension(signed): Extension<Signed>,
    Path(id): Path<String>,
    Form(fields): Form<HashMap<String, String>>,
) -> Result<Response, Error> {
    let group = load(&app, &id).await?;
    let editor = signed.editor.email.as_str();
    let day = fields.get("day").map_or("", String::as_str);
    let mut tx = app.db.begin().await?;
    let done = match fields.get("life").map(String::as_str) {
        Some("gone") => Ok(edit::set_gone(&app, &mut tx, &group.id, editor).await?),
        Some("meets") => edit::set_meets(&app, &mut tx, &group.id, day, editor).await,
        _ => return Err(Error::Form),
    };
    match done {
        Ok(()) => tx.commit().await?,
        Err(_) => drop(tx),
    }
    after(&app, &signed, group, &fields, done).await
}

/// The page again, with what is to be mended.
pub(super) async fn after(
    app: &App,
    signed: &Signed,
    group: Group,
    fields: &HashMap<String, String>,
    done: Result<(), decision::Error>,
) -> Result<Response, Error> {
    match done {
        Ok(()) => Ok(Redirect::to(&format!("/desk/groups/{}", group.id)).into_response()),
        Err(decision::Error::Faults(faults)) => {
            render(app, signed, group, fields, faults, String::new()).await
        }
        Err(decision::Error::Decided(_)) => Err(Error::Form),
        Err(decision::Error::Db(error)) => {
            tracing::error!(code = error.code(), %error, "a group could not be changed; its editor keeps the words");
            let trouble = app.text.t(&format!("error-{}", error.code()));
            render(app, signed, group, fields, Vec::new(), trouble).await
        }
    }
}

async fn render(
    app: &App,
    signed: &Signed,
    group: Group,
    typed: &HashMap<String, String>,
    faults: Vec<Fault>,
    trouble: String,
) -> Result<Response, Error> {
    let standing = roster::of(app, &group.id).await?.ok_or(Error::NotFound)?;
    let details = db::group::details(&app.db, &group.id).await?;
    let details = details.unwrap_or_default();
    let field = |name: &str| typed.get(name).cloned();
    let status = match (&*trouble, &*faults) {
        ("", []) => StatusCode::OK,
        ("", _) => StatusCode::UNPROCESSABLE_ENTITY,
        _ => StatusCode::SERVICE_UNAVAILABLE,
    };
    let events = db::event::of(&app.db, group.id.as_str()).await?.into_iter();
    let p = Page::new(app, group.name.clone(), "").of(&signed.editor, &signed.form_token);
    let page = GroupPage {
        p: if status == StatusCode::OK {
            p
        } else {
            p.faulty()
        },
        place: app.text.place(&group.city, group.country.as_deref()),
        heard: show::heard(app, &standing),
        life: standing.life,
        past: db::group::past_slugs(&app.db, &group.id).await?,
        answers: match typed.contains_key("group_name") {
            true => Answers::read(typed),
            false => Answers::of(&group, &details),
        },
        day: field("day").unwrap_or_else(|| day_of(app.clock.now()).to_string()),
        with: field("with").unwrap_or_default(),
        events: events.map(|event| happened(app, event)).collect(),
        countries: app.text.countries(),
        languages: language::OFFERED.to_vec(),
        kinds: KINDS,
        group,
        details,
        faults,
        trouble,
    };
    Ok(respond(status, &page))
}

/// An event in words: what was said otherwise is stored by the fields of the form, a line each.
fn happened(app: &App, event: Event) -> Happened {
    let reason = event.reason.unwrap_or_default();
    let line = |line: &str| {
        let told = line
            .split_once(": ")
            .filter(|_| event.change != "group-merged");
        let label = told.map(|(field, _)| format!("field-{field}"));
        match (told, label) {
            (Some((_, said)), Some(key)) if app.text.has(&key) => (app.text.t(&key), said.into()),
            _ => (String::new(), line.to_owned()),
        }
    };
    Happened {
        at: app.text.moment(event.at),
        lines: reason.lines().map(line).collect(),
        change: event.change,
        actor: event.actor,
    }
}

/// The group of an id; what was merged into another is not there any more.
pub(super) async fn load(app: &App, id: &str) -> Result<Group, Error> {
    let id = GroupId::from_text(id).ok_or(Error::NotFound)?;
    db::group::by_id(&app.db, &id).await?.ok_or(Error::NotFound)
}
