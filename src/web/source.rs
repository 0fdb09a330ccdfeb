//! One source on the desk: how it stands, what it holds, who trusts it, what its owner says.

use super::error::Error;
use super::language::Reader;
use super::page::{Page, pages, respond};
use super::session::Signed;
use super::show;
use super::sources::{Choices, Row, Typed, rows_of, stands};
use crate::app::App;
use crate::db::event::Event;
use crate::model::answers::Fault;
use crate::model::source::{Leave, Source, Trust};
use crate::model::{ItemId, SourceId, SubmissionId};
use crate::source::{self, edit, taking};
use crate::{db, decision};
use askama::Template;
use axum::extract::{Extension, Form, Path};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use std::collections::HashMap;

/// Items on the page.
const MOST_ITEMS: i64 = 200;

#[derive(Template)]
#[template(path = "subscription.html")]
struct SourcePage {
    p: Page,
    source: Source,
    stands: String,
    at: String,
    next: String,
    typed: Typed,
    choices: Choices,
    faults: Vec<Fault>,
    rows: Vec<Row>,
    /// How many it has, and how many were taken.
    counts: (i64, i64),
    trust: Option<Trust>,
    trusted_until: String,
    edits: Vec<Edited>,
    events: Vec<(String, Event)>,
    can_decide: bool,
}

pages!(SourcePage);

/// A change at the source, beside what we have.
pub struct Edited {
    pub id: String,
    pub path: String,
    pub title: String,
    pub words: String,
    pub new_title: String,
    pub new_words: String,
    pub gone: bool,
}

impl SourcePage {
    fn has_rest(&self) -> bool {
        self.rows.iter().any(|row| !row.suggested)
    }
}

/// The changes at sources that wait for an editor.
pub async fn edits(app: &App, source: Option<&SourceId>, limit: i64) -> db::Result<Vec<Edited>> {
    let edits = edit::waiting(app, source, limit).await?;
    let edited = edits.into_iter().map(|edit| {
        let taken = edit.item.taken_as.as_ref();
        let (path, title, words) = match edit.entry {
            Some(entry) => (format!("/entries/{}", entry.slug), entry.title, entry.words),
            None => {
                let path = taken.map_or(String::new(), |id| format!("/desk/submissions/{id}"));
                (path, String::new(), String::new())
            }
        };
        Edited {
            id: edit.item.id.to_string(),
            path,
            title,
            words: show::lead(&words),
            new_title: edit.found.title.unwrap_or_default(),
            new_words: show::lead(edit.found.description.as_deref().unwrap_or_default()),
            gone: edit.item.gone_at.is_some(),
        }
    });
    Ok(edited.collect())
}

/// `/desk/sources/{id}`
pub async fn show(
    Reader(app): Reader,
    Extension(signed): Extension<Signed>,
    Path(id): Path<String>,
) -> Result<Response, Error> {
    let source = load(&app, &id).await?;
    render(&app, &signed, source, None, Vec::new()).await
}

/// `POST /desk/sources/{id}/subscription`: `act` is `save`, `look` or `end`.
pub async fn subscribe(
    Reader(app): Reader,
    Extension(signed): Extension<Signed>,
    Path(id): Path<String>,
    Form(fields): Form<HashMap<String, String>>,
) -> Result<Response, Error> {
    let source = load(&app, &id).await?;
    let editor = signed.editor.email.as_str();
    let typed = Typed::read(&app, &fields).await?;
    if let Some(fault) = typed.faults() {
        return render(&app, &signed, source, Some(typed), vec![fault]).await;
    }
    let done = match fields.get("act").map(String::as_str) {
        Some("save") => source::subscribe(&app, &source, &typed.title, &typed.terms, editor).await,
        Some("look") => source::ask_now(&app, &source).await,
        Some("end") => source::end(&app, &source, editor).await,
        _ => return Err(Error::Form),
    };
    after(&app, &signed, source, Some(typed), done).await
}

/// `POST /desk/sources/{id}/trust`: `trust` is `grant` or `revoke`.
pub async fn trust(
    Reader(app): Reader,
    Extension(signed): Extension<Signed>,
    Path(id): Path<String>,
    Form(fields): Form<HashMap<String, String>>,
) -> Result<Response, Error> {
    let source = load(&app, &id).await?;
    let editor = signed.editor.email.as_str();
    let done = match fields.get("trust").map(String::as_str) {
        Some("grant") => source::grant(&app, &source, editor).await,
        Some("revoke") => source::revoke(&app, &source, editor).await,
        _ => return Err(Error::Form),
    };
    after(&app, &signed, source, None, done).await
}

/// `POST /desk/sources/{id}/items`: `take` names an item, once for each; `all` takes every one that is not taken.
pub async fn take_items(
    Reader(app): Reader,
    Extension(signed): Extension<Signed>,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Error> {
    let source = load(&app, &id).await?;
    let chosen = match fields.iter().any(|(name, _)| name == "all") {
        true => {
            let all = db::item::of_source(&app.db, &source.id, i64::MAX).await?;
            all.into_iter().map(|item| item.id.to_string()).collect()
        }
        false => chosen(fields),
    };
    let done = taking::take_from(&app, &source, &chosen, &signed.editor.email).await;
    after(&app, &signed, source, None, done.map(|_| ())).await
}

/// `POST /desk/submissions/{id}/proposals`: the same, for what a submission brought.
pub async fn take(
    Reader(app): Reader,
    Extension(signed): Extension<Signed>,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Error> {
    let id = SubmissionId::from_text(&id).ok_or(Error::NotFound)?;
    let submission = db::submission::by_id(&app.db, &id)
        .await?
        .ok_or(Error::NotFound)?;
    let chosen = match fields.iter().any(|(name, _)| name == "all") {
        true => {
            let all = db::item::of_submission(&app.db, &id).await?;
            all.into_iter().map(|item| item.id.to_string()).collect()
        }
        false => chosen(fields),
    };
    match taking::take(&app, &submission, &chosen, &signed.editor.email).await {
        Ok(_) => {
            let onward = format!("/desk/submissions/{}", submission.id);
            Ok(Redirect::to(&onward).into_response())
        }
        Err(decision::Error::Faults(faults)) => {
            super::review::with_faults(&app, &signed, submission, faults).await
        }
        Err(decision::Error::Decided(_)) => Err(super::review::decided(&app, &submission).await),
        Err(decision::Error::Db(error)) => Err(error.into()),
    }
}

/// `POST /desk/items/{id}/edit`: `edit` is `take` or `leave`.
pub async fn edit_item(
    Reader(app): Reader,
    Extension(signed): Extension<Signed>,
    Path(id): Path<String>,
    Form(fields): Form<HashMap<String, String>>,
) -> Result<Response, Error> {
    let id = ItemId::from_text(&id).ok_or(Error::NotFound)?;
    let item = db::item::by_id(&app.db, &id).await?;
    let item = item.ok_or(Error::NotFound)?;
    let source = load(&app, item.source_id.as_str()).await?;
    let editor = signed.editor.email.as_str();
    let done = match fields.get("edit").map(String::as_str) {
        Some("take") => edit::take_over(&app, &item, editor).await,
        Some("leave") => edit::leave(&app, &item, editor).await,
        _ => return Err(Error::Form),
    };
    after(&app, &signed, source, None, done).await
}

/// `POST /desk/sources/{id}/leave`: `leave` is `yes` or `no`, `leave_by` who said so.
pub async fn set_leave(
    Reader(app): Reader,
    Extension(signed): Extension<Signed>,
    Path(id): Path<String>,
    Form(fields): Form<HashMap<String, String>>,
) -> Result<Response, Error> {
    let source = load(&app, &id).await?;
    let leave = match fields.get("leave").map(String::as_str) {
        Some("yes") => Leave::Yes,
        Some("no") => Leave::No,
        _ => return Err(Error::Form),
    };
    let said_by = fields.get("leave_by").map_or("", String::as_str);
    let done = source::set_leave(&app, &source, leave, said_by, &signed.editor.email).await;
    after(&app, &signed, source, None, done.map(|_| ())).await
}

fn chosen(fields: Vec<(String, String)>) -> Vec<String> {
    let chosen = fields.into_iter().filter(|(name, _)| name == "take");
    chosen.map(|(_, id)| id).collect()
}

async fn load(app: &App, id: &str) -> Result<Source, Error> {
    let id = SourceId::from_text(id).ok_or(Error::NotFound)?;
    db::source::by_id(&app.db, &id)
        .await?
        .ok_or(Error::NotFound)
}

/// Onward when it is done; else the page again with what is to be mended.
async fn after(
    app: &App,
    signed: &Signed,
    source: Source,
    typed: Option<Typed>,
    done: Result<(), decision::Error>,
) -> Result<Response, Error> {
    match done {
        Ok(()) => Ok(Redirect::to(&format!("/desk/sources/{}", source.id)).into_response()),
        Err(decision::Error::Faults(faults)) => render(app, signed, source, typed, faults).await,
        Err(decision::Error::Decided(_)) => Err(Error::Form),
        Err(decision::Error::Db(error)) => Err(error.into()),
    }
}

async fn render(
    app: &App,
    signed: &Signed,
    source: Source,
    typed: Option<Typed>,
    faults: Vec<Fault>,
) -> Result<Response, Error> {
    let status = if faults.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let group = source::group_of(app, &source).await?;
    let typed = typed.unwrap_or_else(|| Typed {
        source: source.address.clone(),
        title: source.title.clone(),
        group: group.map_or(String::new(), |group| group.slug),
        terms: source.terms.clone(),
    });
    let items = db::item::of_source(&app.db, &source.id, MOST_ITEMS).await?;
    let trusts = db::trust::of_source(&app.db, &source.id).await?;
    let trust = trusts.into_iter().find(|trust| trust.holds(app.now()));
    let edits = edits(app, Some(&source.id), MOST_ITEMS).await?;
    let events = db::event::of(&app.db, source.id.as_str()).await?;
    let moment = |at: Option<i64>| at.map(|at| app.text.moment(at)).unwrap_or_default();
    let page = SourcePage {
        p: Page::new(app, source.title.clone(), "").of(&signed.editor, &signed.form_token),
        stands: stands(app, &source),
        at: moment(source.leave_at),
        next: moment(source.polling.next_at),
        choices: Choices::new(app),
        rows: rows_of(app, items).await?,
        counts: db::item::counts(&app.db, &source.id).await?,
        trusted_until: moment(trust.as_ref().map(|trust| trust.expires_at)),
        trust,
        edits,
        events: events
            .into_iter()
            .map(|event| (app.text.moment(event.at), event))
            .collect(),
        can_decide: true,
        typed,
        faults,
        source,
    };
    Ok(respond(status, &page))
}
