//! One submission on the desk: everything known about it, the editor's words, the decision.

use super::error::Error;
use super::page::{Page, pages, respond};
use super::session::Signed;
use super::show::{self, Image};
use crate::app::App;
use crate::db;
use crate::db::event::Event;
use crate::db::submission::Draft;
use crate::decision;
use crate::model::entry::Shown;
use crate::model::submission::{Change, Fault, Medium, State as Stands, Submission};
use crate::model::{SubmissionId, country, language};
use askama::Template;
use axum::extract::{Extension, Form, Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use jobs::licence::OFFERED;
use jobs::provider::Found;
use std::collections::HashMap;

#[derive(Template)]
#[template(path = "review.html")]
struct ReviewPage {
    p: Page,
    submission: Submission,
    draft: Draft,
    reason: String,
    media: Vec<Seen>,
    events: Vec<(String, Event)>,
    faults: Vec<Fault>,
    state: String,
    received: String,
    countries: Vec<country::Country>,
    languages: Vec<(&'static str, &'static str)>,
    licences: Vec<&'static str>,
    can_decide: bool,
    can_try_again: bool,
    entry: String,
}

/// A medium with what its provider says, while we may keep it.
struct Seen {
    medium: Medium,
    found: Option<Found>,
    length: String,
    image: Option<Image>,
    error: String,
    earlier: Vec<(String, String)>,
}

pages!(ReviewPage);

impl ReviewPage {
    fn wrong(&self, field: &str) -> String {
        let faults = self.faults.iter().filter(|fault| fault.field == field);
        faults
            .map(|fault| self.p.error(fault.code, &fault.about))
            .collect::<Vec<_>>()
            .join(" ")
    }
}

/// `/desk/submissions/{id}`
pub async fn show(
    State(app): State<App>,
    Extension(signed): Extension<Signed>,
    Path(id): Path<String>,
) -> Result<Response, Error> {
    let submission = load(&app, &id).await?;
    render(&app, &signed, submission, None, Vec::new(), String::new()).await
}

/// `POST /desk/submissions/{id}/draft`
pub async fn save(
    State(app): State<App>,
    Path(id): Path<String>,
    Form(fields): Form<HashMap<String, String>>,
) -> Result<Response, Error> {
    let submission = load(&app, &id).await?;
    if submission.state != Stands::InReview {
        return Err(Error::Decided);
    }
    match decision::save_draft(&app, &submission, &draft(&fields), &order(&fields)).await {
        Ok(()) => Ok(Redirect::to(&format!("/desk/submissions/{}", submission.id)).into_response()),
        Err(decision::Error::Db(error)) => Err(error.into()),
        Err(_) => Err(Error::Decided),
    }
}

/// `POST /desk/submissions/{id}/decision`: `decision` is `accept` or `decline`.
pub async fn decide(
    State(app): State<App>,
    Extension(signed): Extension<Signed>,
    Path(id): Path<String>,
    Form(fields): Form<HashMap<String, String>>,
) -> Result<Response, Error> {
    let submission = load(&app, &id).await?;
    let draft = draft(&fields);
    let reason = fields.get("reason").cloned().unwrap_or_default();
    let decided = match fields.get("decision").map(String::as_str) {
        Some("accept") => {
            if submission.state == Stands::InReview {
                // The order of the media counts for the entry too.
                decision::save_draft(&app, &submission, &draft, &order(&fields))
                    .await
                    .ok();
            }
            decision::accept(&app, &submission, &draft, &signed.editor.email)
                .await
                .map(|_| ())
        }
        Some("decline") => {
            decision::decline(&app, &submission, &reason, &signed.editor.email).await
        }
        _ => return Err(Error::Form),
    };
    match decided {
        Ok(()) => Ok(Redirect::to("/desk").into_response()),
        Err(decision::Error::Faults(faults)) => {
            render(&app, &signed, submission, Some(draft), faults, reason).await
        }
        Err(decision::Error::Decided(_)) => Err(Error::Decided),
        Err(decision::Error::Db(error)) => Err(error.into()),
    }
}

async fn render(
    app: &App,
    signed: &Signed,
    submission: Submission,
    typed: Option<Draft>,
    faults: Vec<Fault>,
    reason: String,
) -> Result<Response, Error> {
    let pictures = db::picture::of_submission(&app.db, &submission.id, app.now()).await?;
    let mut media = Vec::new();
    for medium in db::medium::of(&app.db, &submission.id).await? {
        let found = db::fact::found(&app.db, medium.id.as_str(), app.now()).await?;
        let shown = Shown {
            id: medium.id.clone(),
            submission_id: submission.id.clone(),
            provider: medium.provider.clone(),
            kind: medium.kind.clone(),
            provider_id: medium.provider_id.clone(),
            canonical: medium.canonical.clone(),
        };
        media.push(Seen {
            length: found
                .as_ref()
                .and_then(|found| found.duration_s)
                .map(show::length)
                .unwrap_or_default(),
            image: Image::of(&shown, &pictures),
            error: medium
                .error_code
                .as_deref()
                .map(|code| app.text.t(&format!("error-{code}")))
                .unwrap_or_default(),
            earlier: db::medium::published_as(&app.db, &medium.provider, &medium.provider_id)
                .await?,
            found,
            medium,
        });
    }
    let saved = db::submission::draft(&app.db, &submission.id).await?;
    let mut draft = typed.or(saved).unwrap_or_else(|| from_sender(&submission));
    if draft.title.is_empty() && faults.is_empty() {
        // A suggestion in the form: it counts once the editor sends it.
        draft.title = media
            .iter()
            .find_map(|seen| seen.found.as_ref()?.title.clone())
            .unwrap_or_default();
    }
    let events = db::event::of(&app.db, submission.id.as_str()).await?;
    let entry = db::entry::of_submission(&app.db, &submission.id).await?;
    let status = if faults.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let page = ReviewPage {
        p: Page::new(app, app.text.t("review-title"), "").of(&signed.editor, &signed.form_token),
        state: app.text.t(&format!(
            "state-{}",
            submission.state.as_str().replace('_', "-")
        )),
        received: show::moment(submission.created_at),
        events: events
            .into_iter()
            .map(|event| (show::moment(event.at), event))
            .collect(),
        countries: country::all(),
        languages: language::OFFERED.to_vec(),
        licences: licences(&draft.licence),
        can_decide: submission.state == Stands::InReview,
        can_try_again: submission.state != Stands::Received
            && submission.state.after(Change::Resolve).is_some(),
        entry: entry
            .map(|entry| format!("/entries/{}", entry.slug))
            .unwrap_or_default(),
        submission,
        draft,
        reason,
        media,
        faults,
    };
    Ok(respond(status, &page))
}

async fn load(app: &App, id: &str) -> Result<Submission, Error> {
    let id = SubmissionId::from_text(id).ok_or(Error::NotFound)?;
    db::submission::by_id(&app.db, &id)
        .await?
        .ok_or(Error::NotFound)
}

/// The licences offered, and the one it has where that is an older one.
fn licences(current: &str) -> Vec<&'static str> {
    let current =
        jobs::licence::Licence::from_text(current).filter(|licence| !OFFERED.contains(licence));
    OFFERED
        .iter()
        .copied()
        .chain(current)
        .map(|licence| licence.as_str())
        .collect()
}

fn from_sender(submission: &Submission) -> Draft {
    Draft {
        title: String::new(),
        words: submission.words.clone(),
        people: String::new(),
        met_on: submission.met_on.clone(),
        group_name: submission.group_name.clone(),
        group_city: submission.group_city.clone(),
        country: submission.group_country.clone(),
        language: submission.language.clone(),
        licence: submission.licence.clone(),
    }
}

fn draft(fields: &HashMap<String, String>) -> Draft {
    let field = |name: &str| fields.get(name).cloned().unwrap_or_default();
    let filled = |name: &str| {
        fields
            .get(name)
            .cloned()
            .filter(|value| !value.trim().is_empty())
    };
    Draft {
        title: field("title"),
        words: field("words"),
        people: field("people"),
        met_on: filled("met_on"),
        group_name: field("group_name"),
        group_city: field("group_city"),
        country: filled("country"),
        language: filled("language"),
        licence: field("licence"),
    }
}

/// `position_{medium id}` fields: which place each medium gets.
fn order(fields: &HashMap<String, String>) -> Vec<(String, i64)> {
    let positions = fields.iter().filter_map(|(name, value)| {
        Some((
            name.strip_prefix("position_")?.to_owned(),
            value.trim().parse::<i64>().ok()?.clamp(0, 999),
        ))
    });
    positions.collect()
}
