//! The sender's private page.

use super::error::Error;
use super::filled::Filled;
use super::language::Reader;
use super::page::{Page, pages, respond};
use super::slots::{Slot, slots};
use crate::app::App;
use crate::model::MediumId;
use crate::model::answers::{Answers, Fault};
use crate::model::mail::Mail;
use crate::model::submission::{Change, MediumState, State as Stands, Submission};
use crate::{db, double, intake, upload, voice};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

#[derive(Template)]
#[template(path = "status.html")]
struct StatusPage {
    p: Page,
    submission: Submission,
    state: String,
    media: Vec<Sent>,
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
    slots: Vec<Slot>,
    /// What is wrong with files that were sent: the field, and the words.
    faults: Vec<(&'static str, String)>,
}

/// A link or file of theirs.
struct Sent {
    id: MediumId,
    /// As it was typed.
    typed: String,
    /// What became of it.
    says: String,
    /// Where a sound of theirs is heard; empty where it is none.
    sound: String,
    /// Whether it is a voice that can be taken back.
    is_voice: bool,
}

pages!(StatusPage);

/// `/submissions/{token}`
pub async fn status(Reader(app): Reader, Path(token): Path<String>) -> Result<Response, Error> {
    page(&app, &token, Filled::default(), &[]).await
}

/// `POST /submissions/{token}/files`: photos, a voice, a recording, what it says; with consent.
pub async fn add_file(
    Reader(app): Reader,
    Path(token): Path<String>,
    filled: Filled,
) -> Result<Response, Error> {
    let submission = find(&app, &token).await?;
    let answers = answers(&filled);
    if !filled.faults.is_empty() {
        let faults = filled.faults.clone();
        return page(&app, &token, filled, &faults).await;
    }
    // What it has already was sent by a second click.
    let given = db::upload::of_submission(&app.db, &submission.id).await?;
    let is_new = |token: &&str| given.iter().all(|file| file.token != **token);
    let tokens: Vec<String> = answers.tokens().filter(is_new).map(str::to_owned).collect();
    if tokens.is_empty() && answers.tokens().next().is_some() {
        return Ok(Redirect::to(&format!("/submissions/{token}")).into_response());
    }
    let agreed = answers.agreed();
    let missing = || Fault {
        field: "file",
        code: "upload-missing",
        about: String::new(),
    };
    let faults = match upload::find(&app, &tokens, &agreed).await? {
        Err(faults) => faults,
        Ok(files) if files.is_empty() => vec![missing()],
        Ok(files) => {
            let fault = upload::add(&app, &submission, &files, &agreed).await?;
            fault.into_iter().collect()
        }
    };
    match faults.is_empty() {
        true => Ok(Redirect::to(&format!("/submissions/{token}")).into_response()),
        false => page(&app, &token, filled, &faults).await,
    }
}

/// The files and what was agreed to, as the form has them.
fn answers(filled: &Filled) -> Answers {
    let field = |name: &str| filled.fields.get(name).cloned().unwrap_or_default();
    let (held, without) = (field("upload"), field("without_file"));
    let without: Vec<&str> = without.lines().collect();
    let held = held.lines().filter(|token| !without.contains(token));
    let sent = filled.files.iter().map(|file| file.token.as_str());
    Answers {
        upload: held.chain(sent).collect::<Vec<_>>().join("\n"),
        consent: field("consent"),
        consent_voice: field("consent_voice"),
        consent_photos: field("consent_photos"),
        speaker: field("speaker"),
        ..Answers::default()
    }
}

/// `POST /submissions/{token}/voices/{medium}/withdrawal`: a voice is taken back.
pub async fn take_back(
    Reader(app): Reader,
    Path((token, medium)): Path<(String, String)>,
) -> Result<Response, Error> {
    let submission = find(&app, &token).await?;
    let medium = MediumId::from_text(&medium).ok_or(Error::NotFound)?;
    if !voice::take_back(&app, &submission.id, &medium, voice::SENDER).await? {
        return Err(Error::NotFound);
    }
    Ok(Redirect::to(&format!("/submissions/{token}")).into_response())
}

async fn page(app: &App, token: &str, filled: Filled, faults: &[Fault]) -> Result<Response, Error> {
    let submission = find(app, token).await?;
    let media = db::medium::of(&app.db, &submission.id).await?;
    let target = double::target(app, &submission.id).await?;
    let whose = target.as_ref().unwrap_or(&submission.id);
    let entry = db::entry::of_submission(&app.db, whose).await?;
    let off = submission.state == Stands::Published && entry.is_none();
    let busy = matches!(submission.state, Stands::Received | Stands::Resolving);
    let answers = answers(&filled);
    let mut kept = Vec::new();
    for token in answers.tokens() {
        kept.extend(db::upload::loose(&app.db, token).await?);
    }
    let heard = db::medium::shown(&app.db, &submission.id).await?;
    let links = media.into_iter().map(|medium| {
        let says = match (medium.state, &medium.error_code) {
            (MediumState::Failed, Some(code)) => app.text.t(&format!("error-{code}")),
            (MediumState::Waiting, _) => app.text.t("medium-waiting"),
            _ => app.text.t("medium-found"),
        };
        let is_voice = voice::is_one(&medium) && medium.state == MediumState::Found;
        let is_heard = !off
            && !matches!(
                submission.state,
                Stands::Declined | Stands::Withdrawn | Stands::Joined
            );
        let sound = heard
            .iter()
            .find(|shown| shown.id == medium.id && is_voice && is_heard);
        Sent {
            sound: sound
                .and_then(|shown| shown.enclosure_url.clone())
                .unwrap_or_default(),
            id: medium.id,
            typed: medium.typed,
            says,
            is_voice,
        }
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
            refresh: busy && faults.is_empty(),
            ..match faults.is_empty() {
                true => Page::new(app, app.text.t("status-title"), "").private(),
                false => Page::new(app, app.text.t("status-title"), "").faulty(),
            }
            .scripted()
        },
        state: app.text.t(&submission.state.key()),
        media: links.collect(),
        is_joined: target.is_some(),
        taken,
        entry: entry
            .map(|entry| format!("/entries/{}", entry.slug))
            .unwrap_or_default(),
        off,
        received: app.text.moment(submission.created_at),
        address: format!("{}/submissions/{}", app.url, submission.token),
        failure: code
            .map(|code| app.text.t(&format!("error-{code}")))
            .unwrap_or_default(),
        can_try_again: submission.state != Stands::Received
            && submission.state.after(Change::Resolve).is_some(),
        promise: app.config.showcase.promise_days,
        takes_files: upload::takes_files(submission.state),
        slots: slots(app, &kept, &answers, faults),
        faults: faults
            .iter()
            .map(|fault| {
                let about = [("about", fault.about.as_str().into())];
                let words = app.text.with(&format!("error-{}", fault.code), &about);
                (fault.field, words)
            })
            .collect(),
        mails: mails
            .into_iter()
            .map(|mail| (sent(app, &mail), mail))
            .map(|(says, mail)| (mail, says))
            .collect(),
        submission,
    };
    let status = match faults.is_empty() {
        true => StatusCode::OK,
        false => StatusCode::UNPROCESSABLE_ENTITY,
    };
    Ok(respond(status, &page))
}

/// Whether and when a mail was sent, in words.
fn sent(app: &App, mail: &Mail) -> String {
    match (mail.sent_at, &mail.error) {
        (Some(at), _) => app
            .text
            .with("mail-sent", &[("at", app.text.moment(at).into())]),
        (None, Some(code)) => app.text.t(&format!("error-{code}")),
        (None, None) if app.mail.is_some() => app.text.t("mail-waits"),
        (None, None) => app.text.t("mail-unsent"),
    }
}

/// `POST /submissions/{token}/attempts`
pub async fn try_again(Reader(app): Reader, Path(token): Path<String>) -> Result<Response, Error> {
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
