//! The desk: what waits, and what needs a hand.

use super::error::Error;
use super::language::Reader;
use super::links;
use super::notice;
use super::page::{Page, pages, respond};
use super::session::Signed;
use super::show;
use super::source;
use crate::app::App;
use crate::model::mail::Mail;
use crate::model::notice::Kind;
use crate::model::source::Source;
use crate::model::submission::{State as Stands, Submission};
use crate::model::task::{DeadLetter, Step};
use crate::model::{SubmissionId, TaskId};
use crate::{db, intake, queue};
use askama::Template;
use axum::extract::{Extension, Path};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

/// Rows of a list.
const ROWS: i64 = 100;

#[derive(Template)]
#[template(path = "desk.html")]
struct DeskPage {
    p: Page,
    /// What people told of groups and entries.
    notices: Vec<notice::Row>,
    /// The catalogue's text for how many of a kind wait, and how many.
    notice_counts: Vec<(String, i64)>,
    waiting: Vec<Row>,
    stuck: Vec<Row>,
    links: Vec<links::Row>,
    busy: i64,
    dead: Vec<(DeadLetter, String)>,
    mails: Vec<Letter>,
    edits: Vec<source::Edited>,
    broken: Vec<Source>,
    sends_mail: bool,
    /// Documents that could not be made well, since when, and why.
    misprints: Vec<(String, String, Vec<String>)>,
    /// Rows of imports that wait for an editor.
    imported: i64,
}

/// A mail that was not sent.
struct Letter {
    mail: Mail,
    written: String,
    path: String,
    why: String,
}

/// A submission in a list.
struct Row {
    path: String,
    title: String,
    group: String,
    sender: String,
    since: String,
    age: String,
    late: bool,
    state: String,
    why: String,
}

pages!(DeskPage);

/// `/desk`
pub async fn index(
    Reader(app): Reader,
    Extension(signed): Extension<Signed>,
) -> Result<Response, Error> {
    let mut stuck = Vec::new();
    for state in [Stands::Failed, Stands::Unavailable] {
        stuck.extend(rows(
            &app,
            db::submission::in_state(&app.db, state, ROWS).await?,
        ));
    }
    let counts = db::submission::counts(&app.db).await?;
    let busy = counts
        .iter()
        .filter(|(state, _)| matches!(state, Stands::Received | Stands::Resolving));
    let dead = db::task::dead(&app.db, ROWS).await?;
    let mails = db::mail::unsent(&app.db, ROWS).await?;
    let letter = |mail: Mail| Letter {
        written: app.text.moment(mail.created_at),
        path: mail
            .submission_id
            .as_ref()
            .map(|id| format!("/desk/submissions/{id}"))
            .unwrap_or_default(),
        why: mail
            .error
            .as_deref()
            .map(|code| app.text.t(&format!("error-{code}")))
            .unwrap_or_default(),
        mail,
    };
    let counts = db::notice::counts(&app.db).await?;
    let page = DeskPage {
        notices: notice::rows(&app).await?,
        notice_counts: Kind::ALL
            .iter()
            .filter_map(|kind| counts.iter().find(|(counted, _)| counted == kind))
            .map(|(kind, count)| (format!("notices-{}", kind.as_str()), *count))
            .collect(),
        p: Page::new(&app, app.text.t("desk-title"), "").of(&signed.editor, &signed.form_token),
        waiting: rows(
            &app,
            db::submission::in_queue(&app.db, Stands::InReview, ROWS).await?,
        ),
        stuck,
        links: links::rows(&app, ROWS).await?,
        mails: mails.into_iter().map(letter).collect(),
        edits: source::edits(&app, None, ROWS).await?,
        broken: db::source::broken(&app.db).await?,
        sends_mail: app.mail.is_some(),
        misprints: misprints(&app).await?,
        imported: db::import::waiting(&app.db).await?,
        busy: busy.map(|(_, count)| count).sum(),
        dead: dead
            .into_iter()
            .map(|letter| (app.text.moment(letter.dead_at), letter))
            .map(|(at, letter)| (letter, at))
            .collect(),
    };
    Ok(respond(StatusCode::OK, &page))
}

/// `POST /desk/submissions/{id}/attempts`
pub async fn try_again(Reader(app): Reader, Path(id): Path<String>) -> Result<Response, Error> {
    let id = SubmissionId::from_text(&id).ok_or(Error::NotFound)?;
    let submission = db::submission::by_id(&app.db, &id)
        .await?
        .ok_or(Error::NotFound)?;
    intake::try_again(&app, &submission).await?;
    Ok(Redirect::to("/desk").into_response())
}

/// `POST /desk/tasks/{id}/attempts`: takes a dead letter up again.
pub async fn revive(Reader(app): Reader, Path(id): Path<String>) -> Result<Response, Error> {
    let id = TaskId::from_text(&id).ok_or(Error::NotFound)?;
    let mut tx = app.db.begin().await?;
    let (step, subject) = db::task::revive(&mut tx, &id)
        .await?
        .ok_or(Error::NotFound)?;
    // What is mastered has its own states, whatever its submission's is.
    let alone = !step.is_of_submission() || step == Step::Master;
    if alone {
        queue::push(&app, &mut tx, step, &subject).await?;
    }
    tx.commit().await?;
    app.bell.ring();
    if !alone
        && let Some(id) = SubmissionId::from_text(&subject)
        && let Some(submission) = db::submission::by_id(&app.db, &id).await?
    {
        intake::try_again(&app, &submission).await?;
    }
    Ok(Redirect::to("/desk").into_response())
}

/// Documents that could not be made well, since when, and each fault in words.
async fn misprints(app: &App) -> Result<Vec<(String, String, Vec<String>)>, Error> {
    let noted = db::listing::misprints(&app.db).await?;
    let words = |line: &str| {
        let mut parts = line.splitn(3, '\t');
        let code = parts.next().unwrap_or_default();
        let path = parts.next().unwrap_or_default();
        let about = [("about", parts.next().unwrap_or_default().into())];
        format!(
            "{path}: {}",
            app.text.with(&format!("conformance-{code}"), &about)
        )
    };
    let noted = noted.into_iter().map(|one| {
        let faults = one.faults.lines().map(words).collect();
        (one.document, app.text.moment(one.since), faults)
    });
    Ok(noted.collect())
}

/// Whole days since it came.
fn days(app: &App, submission: &Submission) -> i64 {
    (app.now() - submission.created_at).max(0) / (24 * 60 * 60 * 1000)
}

fn rows(app: &App, submissions: Vec<Submission>) -> Vec<Row> {
    let promise = i64::from(app.config.showcase.promise_days);
    let row = |submission: Submission| Row {
        age: app.text.with(
            "desk-age",
            &[("days", days(app, &submission).to_string().into())],
        ),
        late: days(app, &submission) >= promise,
        path: format!("/desk/submissions/{}", submission.id),
        title: show::lead(&submission.words),
        group: match submission.group_name {
            name if name.is_empty() => app.text.t("group-unnamed"),
            name => name,
        },
        sender: submission.sender_name,
        since: app.text.moment(submission.created_at),
        state: app.text.t(&submission.state.key()),
        why: submission
            .error_code
            .map(|code| app.text.t(&format!("error-{code}")))
            .unwrap_or_default(),
    };
    submissions.into_iter().map(row).collect()
}
