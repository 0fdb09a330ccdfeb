//! The sender's private page.

use super::error::Error;
use super::page::{Page, pages, respond};
use super::show;
use crate::app::App;
use crate::model::mail::Mail;
use crate::model::submission::{Change, MediumState, State as Stands, Submission};
use crate::{db, intake};
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
    links: Vec<(String, String)>,
    taken: Vec<(String, String, String)>,
    entry: String,
    received: String,
    address: String,
    failure: String,
    can_try_again: bool,
    promise: u32,
    mails: Vec<(Mail, String)>,
}

pages!(StatusPage);

/// `/submissions/{token}`
pub async fn status(State(app): State<App>, Path(token): Path<String>) -> Result<Response, Error> {
    let submission = db::submission::by_token(&app.db, &token)
        .await?
        .ok_or(Error::NotFound)?;
    let media = db::medium::of(&app.db, &submission.id).await?;
    let entry = db::entry::of_submission(&app.db, &submission.id).await?;
    let busy = matches!(submission.state, Stands::Received | Stands::Resolving);
    let links = media.into_iter().map(|medium| {
        let says = match (medium.state, &medium.error_code) {
            (MediumState::Failed, Some(code)) => app.text.t(&format!("error-{code}")),
            (MediumState::Waiting, _) => app.text.t("medium-waiting"),
            _ => app.text.t("medium-found"),
        };
        (medium.typed, says)
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
            ..Page::new(&app, app.text.t("status-title"), "").private()
        },
        state: app.text.t(&submission.state.key()),
        links: links.collect(),
        taken,
        entry: entry
            .map(|entry| format!("/entries/{}", entry.slug))
            .unwrap_or_default(),
        received: show::moment(submission.created_at),
        address: format!("{}/submissions/{}", app.url, submission.token),
        failure: code
            .map(|code| app.text.t(&format!("error-{code}")))
            .unwrap_or_default(),
        can_try_again: submission.state != Stands::Received
            && submission.state.after(Change::Resolve).is_some(),
        promise: app.config.showcase.promise_days,
        mails: mails
            .into_iter()
            .map(|mail| (sent(&app, &mail), mail))
            .map(|(says, mail)| (mail, says))
            .collect(),
        submission,
    };
    Ok(respond(StatusCode::OK, &page))
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
    let submission = db::submission::by_token(&app.db, &token)
        .await?
        .ok_or(Error::NotFound)?;
    intake::try_again(&app, &submission).await?;
    Ok(Redirect::to(&format!("/submissions/{token}")).into_response())
}
