//! A notice on the desk: what was told, and what an editor can do about it.

use super::error::Error;
use super::language::Reader;
use super::missing::Alike;
use super::notices::about;
use super::page::{Page, pages, respond};
use super::session::Signed;
use super::show;
use crate::app::App;
use crate::db;
use crate::db::event::Event;
use crate::model::NoticeId;
use crate::model::answers::Fault;
use crate::model::group::{Group, Named};
use crate::model::heard::day_of;
use crate::model::language;
use crate::model::notice::{Kind, Notice, State as Stands};
use crate::notice::removal::Words;
use crate::roster;
use crate::roster::answers::{Answers, KINDS};
use crate::text::Country;
use askama::Template;
use axum::extract::{Extension, Path};
use axum::http::StatusCode;
use axum::response::Response;
use std::collections::HashMap;

/// Rows of the desk's list.
const ROWS: i64 = 100;

/// A notice in the desk's list.
pub struct Row {
    pub path: String,
    pub kind: &'static str,
    pub about: String,
    pub sender: String,
    pub since: String,
    pub age: String,
    pub late: bool,
    pub lead: String,
    pub is_off: bool,
}

#[derive(Template)]
#[template(path = "desk_notice.html")]
struct NoticePage {
    p: Page,
    notice: Notice,
    received: String,
    decided: String,
    about: String,
    path: String,
    is_off: bool,
    /// The group that it speaks of.
    group: Option<Group>,
    answers: Answers,
    alike: Vec<Alike>,
    words: Words,
    /// The path of what its entry came from, where all of it is seen though it is off; empty where it speaks of none.
    submission: String,
    /// The day on which the group is known to have met.
    day: String,
    reason: String,
    join: String,
    events: Vec<(String, Event)>,
    faults: Vec<Fault>,
    trouble: String,
    countries: Vec<Country>,
    languages: Vec<(&'static str, &'static str)>,
    kinds: &'static [&'static str],
}

pages!(NoticePage);

impl NoticePage {
    fn wrong(&self, field: &str) -> String {
        let faults = self.faults.iter().filter(|fault| fault.field == field);
        let words = faults.map(|fault| self.p.error(fault.code, &fault.about));
        words.collect::<Vec<_>>().join(" ")
    }

    fn waits(&self) -> bool {
        self.notice.state == Stands::Waiting
    }
}

/// Those that wait, removals first, then the oldest.
pub async fn rows(app: &App) -> db::Result<Vec<Row>> {
    let promise = i64::from(app.config.showcase.promise_days);
    let mut rows = Vec::new();
    for notice in db::notice::waiting(&app.db, ROWS).await? {
        let (about, _, is_off) = about(app, &notice).await?;
        let days = (app.now() - notice.created_at).max(0) / (24 * 60 * 60 * 1000);
        rows.push(Row {
            path: format!("/desk/notices/{}", notice.id),
            kind: notice.kind.as_str(),
            about,
            since: app.text.moment(notice.created_at),
            age: app
                .text
                .with("desk-age", &[("days", days.to_string().into())]),
            late: days >= promise,
            lead: show::lead(&notice.words),
            sender: notice.sender_name,
            is_off,
        });
    }
    Ok(rows)
}

/// `/desk/notices/{id}`
pub async fn show(
    Reader(app): Reader,
    Extension(signed): Extension<Signed>,
    Path(id): Path<String>,
) -> Result<Response, Error> {
    let notice = load(&app, &id).await?;
    render(&app, &signed, notice, None, Vec::new(), String::new()).await
}

/// An entry's words as an editor leaves them.
pub(super) fn words(fields: &HashMap<String, String>) -> Words {
    let field = |name: &str| fields.get(name).cloned().unwrap_or_default();
    Words {
        title: field("title"),
        words: field("words"),
        people: field("people"),
        sender_name: field("sender_name"),
    }
}

/// Its page, with what was typed and what is to be mended.
pub(super) async fn render(
    app: &App,
    signed: &Signed,
    notice: Notice,
    typed: Option<&HashMap<String, String>>,
    faults: Vec<Fault>,
    trouble: String,
) -> Result<Response, Error> {
    let (about, path, is_off) = about(app, &notice).await?;
    let group = match &notice.group_id {
        Some(id) => db::group::by_id(&app.db, id).await?,
        None => None,
    };
    let waits = notice.state == Stands::Waiting;
    let named = Named {
        name: notice.group_name.clone(),
        city: notice.group_city.clone(),
        country: notice.group_country.clone(),
    };
    let alike = match notice.kind {
        Kind::GroupMissing if waits => {
            roster::alike(app, &named, notice.website.as_deref()).await?
        }
        _ => Vec::new(),
    };
    let answers = match (&group, typed) {
        (_, Some(typed)) => Answers::read(typed),
        (Some(group), _) => {
            let details = db::group::details(&app.db, &group.id).await?;
            Answers::of(group, &details.unwrap_or_default())
        }
        (None, _) => told(&notice, &named),
    };
    let entry = match &notice.entry_id {
        Some(id) => db::notice::entry_of(&app.db, id).await?,
        None => None,
    };
    let submission = entry.as_ref().map(|entry| &entry.submission_id);
    let submission = submission.map(|id| format!("/desk/submissions/{id}"));
    let stands = entry.map(|entry| Words {
        title: entry.title,
        words: entry.words,
        people: entry.people,
        sender_name: entry.sender_name,
    });
    let field = |name: &str| typed.and_then(|typed| typed.get(name)).cloned();
    let events = db::event::of(&app.db, notice.id.as_str())
        .await?
        .into_iter();
    let title = app.text.t(&format!("notice-{}", notice.kind.as_str()));
    let status = match (&*trouble, &*faults) {
        ("", []) => StatusCode::OK,
        ("", _) => StatusCode::UNPROCESSABLE_ENTITY,
        _ => StatusCode::SERVICE_UNAVAILABLE,
    };
    let p = Page::new(app, title, "").of(&signed.editor, &signed.form_token);
    let page = NoticePage {
        p: if status == StatusCode::OK {
            p
        } else {
            p.faulty()
        },
        received: app.text.moment(notice.created_at),
        decided: notice
            .decided_at
            .map(|at| app.text.moment(at))
            .unwrap_or_default(),
        alike: alike
            .into_iter()
            .map(|standing| Alike::new(app, standing))
            .collect(),
        submission: submission.unwrap_or_default(),
        words: typed.map(words).or(stands).unwrap_or_default(),
        day: field("day").unwrap_or_else(|| day_of(app.clock.now()).to_string()),
        reason: field("reason").unwrap_or_default(),
        join: field("join").unwrap_or_default(),
        events: events
            .map(|event| (app.text.moment(event.at), event))
            .collect(),
        countries: app.text.countries(),
        languages: language::OFFERED.to_vec(),
        kinds: KINDS,
        notice,
        about,
        path,
        is_off,
        group,
        answers,
        faults,
        trouble,
    };
    Ok(respond(status, &page))
}

/// A missing group as it was told, for the form.
fn told(notice: &Notice, named: &Named) -> Answers {
    Answers {
        group_name: named.name.clone(),
        group_city: named.city.clone(),
        group_country: named.country.clone().unwrap_or_default(),
        language: notice.language.clone().unwrap_or_default(),
        website: notice.website.clone().unwrap_or_default(),
        ..Answers::default()
    }
}

/// The notice of an id.
pub(super) async fn load(app: &App, id: &str) -> Result<Notice, Error> {
    let id = NoticeId::from_text(id).ok_or(Error::NotFound)?;
    db::notice::by_id(&app.db, &id)
        .await?
        .ok_or(Error::NotFound)
}
