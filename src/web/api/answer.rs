//! A submission as its sender's program reads it: no mail address, no editor's name.

use crate::app::App;
use crate::db;
use crate::double;
use crate::model::clock::timestamp;
use crate::model::submission::{Medium, State, Submission};
use serde::Serialize;

/// Where a submission stands.
#[derive(Serialize)]
pub struct Answer {
    token: String,
    /// The sender's private page.
    address: String,
    /// The same for programs.
    pub api_address: String,
    state: &'static str,
    state_text: String,
    /// RFC 3339, UTC.
    received_at: String,
    reason: Option<Reason>,
    /// The entry's page, once published.
    entry: Option<String>,
    media: Vec<Link>,
    /// What an editor took out of a feed or journal.
    taken: Vec<Taken>,
}

#[derive(Serialize)]
struct Reason {
    code: String,
    text: String,
}

#[derive(Serialize)]
struct Link {
    typed: String,
    state: &'static str,
    error: Option<Reason>,
}

#[derive(Serialize)]
struct Taken {
    title: String,
    state: &'static str,
    state_text: String,
    entry: Option<String>,
}

impl Answer {
    /// What is known of a submission now.
    pub async fn of(app: &App, submission: &Submission) -> db::Result<Answer> {
        let media = db::medium::of(&app.db, &submission.id).await?;
        let mut taken = Vec::new();
        for child in db::submission::taken_from(&app.db, &submission.id).await? {
            taken.push(Taken {
                entry: entry(app, &child).await?,
                state: child.state.as_str(),
                state_text: app.text.t(&child.state.key()),
                title: child.title,
            });
        }
        let token = &submission.token;
        Ok(Answer {
            address: format!("{}/submissions/{token}", app.url),
            api_address: format!("{}/api/v1/submissions/{token}", app.url),
            token: token.clone(),
            state: submission.state.as_str(),
            state_text: app.text.t(&submission.state.key()),
            received_at: timestamp(submission.created_at).to_string(),
            reason: reason(app, submission),
            entry: entry(app, submission).await?,
            media: media.into_iter().map(|medium| link(app, medium)).collect(),
            taken,
        })
    }
}

/// The entry that it is, or that it was joined to.
async fn entry(app: &App, submission: &Submission) -> db::Result<Option<String>> {
    let target = double::target(app, &submission.id).await?;
    let whose = target.as_ref().unwrap_or(&submission.id);
    let entry = db::entry::of_submission(&app.db, whose).await?;
    Ok(entry.map(|entry| format!("{}/entries/{}", app.url, entry.slug)))
}

/// An editor's words, or the catalogue's for what failed: its detail is for editors.
fn reason(app: &App, submission: &Submission) -> Option<Reason> {
    match (submission.state, &submission.error_code, &submission.reason) {
        (State::Failed | State::Unavailable, Some(code), _) => Some(failure(app, code)),
        (State::Declined | State::ChangesRequested, _, Some(words)) => Some(Reason {
            code: submission.state.as_str().replace('_', "-"),
            text: words.clone(),
        }),
        _ => None,
    }
}

fn failure(app: &App, code: &str) -> Reason {
    Reason {
        code: code.to_owned(),
        text: app.text.t(&format!("error-{code}")),
    }
}

fn link(app: &App, medium: Medium) -> Link {
    Link {
        state: medium.state.as_str(),
        error: medium.error_code.map(|code| failure(app, &code)),
        typed: medium.typed,
    }
}
