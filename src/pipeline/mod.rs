//! The order of the steps: load, call `jobs::`, save, name what is next.
//!
//! A submission goes from `resolve` to `draft`, and what was recorded to `master`; an entry has its `card` drawn, its
//! recordings a `tag` put in front, its words an `index` and its links a
//! `look` in their turn; a source has its `poll`, the hub an `announce`.

use crate::app::App;
use crate::db::{self, Tx};
use crate::model::submission::{Change, Medium, State, Submission};
use crate::model::task::{Step, Task};
use crate::model::{EventId, MailId, MediumId, SubmissionId};
use crate::source;
use crate::worker::{Save, Work};
use futures::FutureExt;
use futures::future::BoxFuture;
use jobs::link::Link;
use jobs::{Code, Retry, StepError};

mod announce;
mod card;
mod draft;
mod index;
mod look;
mod mail;
mod master;
mod prepare;
mod resolve;
mod tag;

/// The pipeline: what follows which step.
fn after(step: Step) -> Option<Step> {
    match step {
        Step::Resolve => Some(Step::Prepare),
        Step::Prepare => Some(Step::Draft), // once for each medium
        Step::Draft => Some(Step::Master),  // while an editor decides what is published
        Step::Card => Some(Step::Tag),
        Step::Tag => Some(Step::Index), // with what is said
        Step::Master | Step::Mail | Step::Poll | Step::Look | Step::Announce | Step::Index => None,
    }
}

/// The pipeline as the workers see it.
pub struct Pipeline(pub App);

impl Work for Pipeline {
    fn run(&self, task: &Task) -> BoxFuture<'_, Result<Save, StepError>> {
        let task = task.clone();
        async move {
            let app = &self.0;
            let submission = match task.step {
                Step::Mail => return mail::send(app, &task.subject).await,
                Step::Card => return card::card(app, &task.subject).await,
                Step::Tag => return tag::tag(app, &task.subject).await,
                Step::Index => return index::index(app, &task.subject).await,
                Step::Poll => return source::poll::poll(app, &task.subject).await,
                Step::Look => return look::look(app, &task.subject).await,
                Step::Announce => return announce::announce(app).await,
                Step::Resolve | Step::Prepare | Step::Draft | Step::Master => {
                    subject(app, &task).await?
                }
            };
            let Some(submission) = submission else {
                return Ok(nothing()); // removed since; its bell rings into the void
            };
            match task.step {
                Step::Resolve => resolve::resolve(app, submission).await,
                Step::Prepare => prepare::prepare(app, submission).await,
                Step::Master => master::master(app, submission).await,
                _ => draft::draft(app, submission).await,
            }
        }
        .boxed()
    }

    fn give_up(&self, task: &Task, error: &StepError) -> Save {
        if task.step == Step::Look {
            return look::give_up(&self.0, &task.subject);
        }
        if task.step == Step::Announce {
            return announce::give_up();
        }
        if [Step::Card, Step::Tag, Step::Index].contains(&task.step) {
            return nothing(); // its entry is published already, and shows without
        }
        let died = error.code == Code::MediaChild;
        let final_of_it = error.retry == Retry::Never && !error.code.is_ours();
        if (died || task.step == Step::Master && final_of_it)
            && let Some(id) = SubmissionId::from_text(&task.subject)
        {
            match task.step {
                Step::Prepare => return prepare::give_up(&self.0, id, error),
                Step::Master => return master::give_up(&self.0, id, error),
                _ => {}
            }
        }
        let (app, task, code, detail) = (
            self.0.clone(),
            task.clone(),
            error.code,
            error.detail.clone(),
        );
        Box::new(move |tx| {
            async move {
                if task.step == Step::Poll {
                    return source::poll::give_up(&app, tx, &task.subject).await;
                }
                if task.step == Step::Mail {
                    if let Some(id) = MailId::from_text(&task.subject) {
                        db::mail::set_failed(tx, &id, code.as_str()).await?;
                    }
                    return Ok(None);
                }
                let Some(id) = SubmissionId::from_text(&task.subject) else {
                    return Ok(None);
                };
                for state in [State::Received, State::Resolving] {
                    change(
                        &app,
                        tx,
                        &id,
                        state,
                        Change::Fail,
                        "job",
                        Some(&detail),
                        Some(code),
                    )
                    .await?;
                }
                Ok(None)
            }
            .boxed()
        })
    }
}

/// Moves a submission by a change the table allows, and notes the event. False when it was not in `from`.
///
/// # Errors
/// What the database says.
#[expect(clippy::too_many_arguments, reason = "an event has this many sides")]
pub async fn change(
    app: &App,
    tx: &mut Tx,
    id: &SubmissionId,
    from: State,
    change: Change,
    actor: &str,
    reason: Option<&str>,
    code: Option<Code>,
) -> db::Result<bool> {
    let Some(to) = from.after(change) else {
        return Ok(false);
    };
    let code = code.map(Code::as_str);
    if !db::submission::set_state(tx, id, from, to, reason, code, app.now()).await? {
        return Ok(false);
    }
    note(app, tx, id.as_str(), actor, to.as_str(), reason.or(code)).await?;
    Ok(true)
}

/// Notes who did what to which subject, and why.
///
/// # Errors
/// What the database says.
pub async fn note(
    app: &App,
    tx: &mut Tx,
    subject: &str,
    actor: &str,
    change: &str,
    reason: Option<&str>,
) -> db::Result<()> {
    let event = db::event::Event {
        id: EventId::mint(&app.clock, &app.random),
        subject: subject.to_owned(),
        actor: actor.to_owned(),
        change: change.to_owned(),
        reason: reason.map(str::to_owned),
        at: app.now(),
    };
    db::event::add(tx, &event).await
}

async fn subject(app: &App, task: &Task) -> Result<Option<Submission>, StepError> {
    let Some(id) = SubmissionId::from_text(&task.subject) else {
        return Ok(None);
    };
    db::submission::by_id(&app.db, &id).await.map_err(ours)
}

fn nothing() -> Save {
    Box::new(|_| async { Ok(None) }.boxed())
}

/// A file of the store, opened.
async fn opened(app: &App, name: &str) -> Result<std::fs::File, StepError> {
    let file = app.store.open_file(name).await;
    let file = file.map_err(|error| StepError::retry(Code::Internal, error.to_string()))?;
    file.ok_or_else(|| StepError::fail(Code::Gone, "the file is not in the store"))
}

/// A picture's bytes in the store; their name there.
async fn stored(app: &App, bytes: Vec<u8>, extension: &str) -> Result<String, StepError> {
    let kept = app.store.put(bytes, extension).await;
    kept.map_err(|error| {
        StepError::retry(Code::Internal, format!("cannot store a picture: {error}"))
    })
}

/// Our own database failing is no fault of the task's: try again.
fn ours(error: db::Error) -> StepError {
    StepError::retry(Code::Internal, error.to_string())
}

/// The medium's link as stored for it.
pub fn medium_of(app: &App, position: usize, typed: String, link: &Link) -> Medium {
    Medium {
        position: position as i64,
        typed,
        provider: link.provider().as_str().to_owned(),
        kind: link.kind().to_owned(),
        provider_id: link.id(),
        canonical: link.canonical(),
        ..Medium::unseen(MediumId::mint(&app.clock, &app.random))
    }
}
