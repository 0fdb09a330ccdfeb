//! The sender's private page.

use super::error::Error;
use super::filled::Filled;
use super::page::{Page, pages, respond};
use super::show;
use crate::app::App;
use crate::model::answers::Fault;
use crate::model::mail::Mail;
use crate::model::submission::{Change, MediumState, State as Stands, Submission};
use crate::{db, double, intake, upload};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

#[derive(Template)]
#[template(path = "status.html")]
struct StatusPage {
    p: Page,
    submission: Submission,
    state: String,
    /// As typed, what became of it, and the address of a sound of theirs.
    links: Vec<(String, String, String)>,
    taken: Vec<(String, String, String)>,
    entry: String,
    is_joined: bool,
    received: String,
    address: String,
    failure: String,
    can_try_again: bool,
    /// It was published, and its entry is not on the site any more.
    off: bool,
    promise: u32,
    mails: Vec<(Mail, String)>,
    takes_files: bool,
    file_fault: String,
    most_mib: u64,
}

pages!(StatusPage);

/// `/submissions/{token}`
pub async fn status(State(app): State<App>, Path(token): Path<String>) -> Result<Response, Error> {
    page(&app, &token, None).await
}

/// `POST /submissions/{token}/files`: a recording, with consent.
pub async fn add_file(
    State(app): State<App>,
    Path(token): Path<String>,
    filled: Filled,
) -> Result<Response, Error> {
    let submission = find(&app, &token).await?;
    let fault = |code| Fault {
        field: "file",
        code,
        about: String::new(),
    };
    let consent = filled
        .fields
        .get("consent")
        .is_some_and(|given| !given.is_empty());
    let fault = match (filled.fault, filled.file) {
        (Some(fault), _) => Some(fault),
        (None, None) => Some(fault("upload-missing")),
        (None, Some(_)) if !consent => Some(fault("consent-missing")),
        (None, Some(file)) => upload::add(&app, &submission, &file).await?,
    };
    match fault {
        Some(fault) => page(&app, &token, Some(fault)).await,
        None => Ok(Redirect::to(&format!("/submissions/{token}")).into_response()),
    }
}

async fn page(app: &App, token: &str, fault: Option<Fault>) -> Result<Response, Error> {
    let submission = find(app, token).await?;
    let media = db::medium::of(&app.db, &submission.id).await?;
    let target = double::target(app, &submission.id).await?;
    let whose = target.as_ref().unwrap_or(&submission.id);
    let entry = db::entry::of_submission(&app.db, whose).await?;
    let off = submission.state == Stands::Published && entry.is_none();
    let busy = matches!(submission.state, Stands::Received | Stands::Resolving);
    let links = media.into_iter().map(|medium| {
        let says = match (medium.state, &medium.error_code) {
            (MediumState::Failed, Some(code)) => app.text.t(&format!("error-{code}")),
            (MediumState::Waiting, _) => app.text.t("medium-waiting"),
            _ => app.text.t("medium-found"),
        };
        let sound = match (medium.state, medium.provider.as_str()) {
            (MediumState::Found, "upload") => medium.canonical,
            _ => String::new(),
        };
        (medium.typed, says, sound)
    });
    let mut taken = Vec::new();
    for child in db::submission::taken_from(&app.db, &submission.id).await? {
        let entry = db::entry::of_submission(&app.db, &child.id).await?;
        let path = entry.map(|entry| format!("/entries/{}", entry.slug));
        let state = app.text.t(&child.state.key());
        taken.push((child.title, state, path.unwrap_or_default()));
    }
    let mails = db::mail::of_submission(&app.db, &submission.id).await?;
    let code = submission.error_code.as_deref();
    let page = StatusPage {
        p: Page {
            refresh: busy,
            ..Page::new(app, app.text.t("status-title"), "").private()
        },
        state: app.text.t(&submission.state.key()),
        links: links.collect(),
        is_joined: target.is_some(),
        taken,
        entry: entry
            .map(|entry| format!("/entries/{}", entry.slug))
            .unwrap_or_default(),
        off,
        received: show::moment(submission.created_at),
        address: format!("{}/submissions/{}", app.url, submission.token),
        failure: code
            .map(|code| app.text.t(&format!("error-{code}")))
            .unwrap_or_default(),
        can_try_again: submission.state != Stands::Received
            && submission.state.after(Change::Resolve).is_some(),
        promise: app.config.showcase.promise_days,
        takes_files: upload::takes_files(submission.state),
        file_fault: fault
            .as_ref()
            .map(|fault| {
                let about = [("about", fault.about.as_str().into())];
                app.text.with(&format!("error-{}", fault.code), &about)
            })
            .unwrap_or_default(),
        most_mib: app.config.upload_mib,
        mails: mails
            .into_iter()
            .map(|mail| (sent(app, &mail), mail))
            .map(|(says, mail)| (mail, says))
            .collect(),
        submission,
    };
    let status = match fault {
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
        None => StatusCode::OK,
    };
    Ok(respond(status, &page))
}

/// Whether and when a mail was sent, in words.
fn sent(app: &App, mail: &Mail) -> String {
    match (mail.sent_at, &mail.error) {
        (Some(at), _) => app
            .text
            .with("mail-sent", &[("at", show::moment(at).into())]),
        (None, Some(code)) => app.text.t(&format!("error-{code}")),
        (None, None) if app.mail.is_some() => app.text.t("mail-waits"),
        (None, None) => app.text.t("mail-unsent"),
    }
}

/// `POST /submissions/{token}/attempts`
pub async fn try_again(
    State(app): State<App>,
    Path(token): Path<String>,
) -> Result<Response, Error> {
    let submission = find(&app, &token).await?;
    intake::try_again(&app, &submission).await?;
    Ok(Redirect::to(&format!("/submissions/{token}")).into_response())
}

/// The submission behind a private link. What cannot be a token of ours is not looked for:
/// PostgreSQL would stumble over a NUL in it.
pub async fn find(app: &App, token: &str) -> Result<Submission, Error> {
    let is_ours = |c: char| c.is_ascii_alphanumeric() || "-_".contains(c);
    if !token.chars().all(is_ours) {
        return Err(Error::NotFound);
    }
    let found = db::submission::by_token(&app.db, token).await?;
    found.ok_or(Error::NotFound)
}
