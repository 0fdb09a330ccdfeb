//! Sources on the desk: what they propose, what an editor takes, what their owners say.

use super::error::Error;
use super::page::{Page, pages, respond};
use super::session::Signed;
use super::show;
use crate::app::App;
use crate::model::answers::Fault;
use crate::model::source::{Leave, Proposal, Source};
use crate::model::submission::Submission;
use crate::model::{SourceId, SubmissionId};
use crate::{db, decision, proposal};
use askama::Template;
use axum::extract::{Extension, Form, Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use jobs::provider::Found;
use std::collections::HashMap;

#[derive(Template)]
#[template(path = "sources.html")]
struct SourcesPage {
    p: Page,
    sources: Vec<(Source, String)>,
    faults: Vec<Fault>,
}

pages!(SourcesPage);

/// One thing that a source proposes, as a row of a list.
pub struct Row {
    pub id: String,
    pub title: String,
    pub lead: String,
    pub facts: String,
    pub canonical: String,
    pub suggested: bool,
    /// Path and state of the submission it was taken as; empty while it is not.
    pub taken: String,
    pub state: String,
}

/// What a submission's sources propose, the suggested first.
pub async fn rows(app: &App, submission: &Submission) -> db::Result<Vec<Row>> {
    let proposals = db::proposal::of_submission(&app.db, &submission.id).await?;
    if proposals.is_empty() {
        return Ok(Vec::new());
    }
    let taken = db::submission::taken_from(&app.db, &submission.id).await?;
    let rows = proposals.into_iter().filter_map(|proposal| {
        let found = serde_json::from_str::<Found>(&proposal.found).ok()?;
        let taken = taken
            .iter()
            .find(|taken| proposal.taken_as.as_ref() == Some(&taken.id));
        Some(row(app, &proposal, found, taken))
    });
    Ok(rows.collect())
}

fn row(app: &App, proposal: &Proposal, found: Found, taken: Option<&Submission>) -> Row {
    let facts = [
        found.published_on.map(|day| show::day(&day.to_string())),
        found.duration_s.map(show::length),
        Some(found.people.join(", ")),
        found.citation,
    ];
    let facts = facts.into_iter().flatten().filter(|fact| !fact.is_empty());
    Row {
        id: proposal.id.to_string(),
        title: found.title.unwrap_or_else(|| proposal.guid.clone()),
        lead: show::lead(found.description.as_deref().unwrap_or_default()),
        facts: facts.collect::<Vec<_>>().join(" · "),
        canonical: found.canonical,
        suggested: proposal.suggested == 1,
        taken: taken.map_or(String::new(), |taken| {
            format!("/desk/submissions/{}", taken.id)
        }),
        state: taken.map_or(String::new(), |taken| app.text.t(&taken.state.key())),
    }
}

/// The sources of a submission's media, each once.
pub async fn of(app: &App, submission: &Submission) -> db::Result<Vec<Source>> {
    let mut sources: Vec<Source> = Vec::new();
    for medium in db::medium::of(&app.db, &submission.id).await? {
        if let Some(id) = &medium.source_id
            && sources.iter().all(|known| known.id != *id)
        {
            sources.extend(db::source::by_id(&app.db, id).await?);
        }
    }
    Ok(sources)
}

/// `POST /desk/submissions/{id}/proposals`: `take` names a proposal, once for each.
pub async fn take(
    State(app): State<App>,
    Extension(signed): Extension<Signed>,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Error> {
    let id = SubmissionId::from_text(&id).ok_or(Error::NotFound)?;
    let submission = db::submission::by_id(&app.db, &id)
        .await?
        .ok_or(Error::NotFound)?;
    let chosen = fields.into_iter().filter(|(name, _)| name == "take");
    let chosen: Vec<String> = chosen.map(|(_, id)| id).collect();
    match proposal::take(&app, &submission, &chosen, &signed.editor.email).await {
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

/// `/desk/sources`
pub async fn index(
    State(app): State<App>,
    Extension(signed): Extension<Signed>,
) -> Result<Response, Error> {
    render(&app, &signed, Vec::new()).await
}

/// `POST /desk/sources/{id}/leave`: `leave` is `yes` or `no`, `leave_by` who said so.
pub async fn set_leave(
    State(app): State<App>,
    Extension(signed): Extension<Signed>,
    Path(id): Path<String>,
    Form(fields): Form<HashMap<String, String>>,
) -> Result<Response, Error> {
    let id = SourceId::from_text(&id).ok_or(Error::NotFound)?;
    let source = db::source::by_id(&app.db, &id)
        .await?
        .ok_or(Error::NotFound)?;
    let leave = match fields.get("leave").map(String::as_str) {
        Some("yes") => Leave::Yes,
        Some("no") => Leave::No,
        _ => return Err(Error::Form),
    };
    let said_by = fields.get("leave_by").map_or("", String::as_str);
    match proposal::set_leave(&app, &source, leave, said_by, &signed.editor.email).await {
        Ok(_) => Ok(Redirect::to("/desk/sources").into_response()),
        Err(decision::Error::Faults(faults)) => render(&app, &signed, faults).await,
        Err(decision::Error::Decided(_)) => Err(Error::Form),
        Err(decision::Error::Db(error)) => Err(error.into()),
    }
}

async fn render(app: &App, signed: &Signed, faults: Vec<Fault>) -> Result<Response, Error> {
    let sources = db::source::all(&app.db).await?;
    let status = if faults.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let page = SourcesPage {
        p: Page::new(app, app.text.t("sources-title"), "").of(&signed.editor, &signed.form_token),
        sources: sources
            .into_iter()
            .map(|source| {
                (
                    source.leave_at.map(show::moment).unwrap_or_default(),
                    source,
                )
            })
            .map(|(at, source)| (source, at))
            .collect(),
        faults,
    };
    Ok(respond(status, &page))
}
