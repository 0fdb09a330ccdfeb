//! The order of the steps: load, call `jobs::`, save, name what is next.

use crate::app::App;
use crate::db::enclosure::Enclosure;
use crate::db::{self, Tx};
use crate::model::submission::{Change, Learned, Medium, MediumState, Resolved, State, Submission};
use crate::model::task::{Step, Task};
use crate::model::{EventId, MediumId, SubmissionId};
use crate::proposal;
use crate::worker::{Save, Work};
use futures::FutureExt;
use futures::future::BoxFuture;
use jobs::fetch::Hosts;
use jobs::link::{self, Link};
use jobs::provider::{self, Findings, RemotePicture};
use jobs::{Code, Retry, StepError, markdown, media};
use url::Url;

/// The pipeline: what follows which step.
fn after(step: Step) -> Option<Step> {
    match step {
        Step::Resolve => Some(Step::Prepare),
        Step::Prepare => Some(Step::Draft),
        Step::Draft => None, // an editor decides what is published
    }
}

/// The pipeline as the workers see it.
pub struct Pipeline(pub App);

impl Work for Pipeline {
    fn run(&self, task: &Task) -> BoxFuture<'_, Result<Save, StepError>> {
        let task = task.clone();
        async move {
            let Some(submission) = subject(&self.0, &task).await? else {
                return Ok(nothing()); // removed since; its bell rings into the void
            };
            match task.step {
                Step::Resolve => resolve(&self.0, submission).await,
                Step::Prepare => prepare(&self.0, submission).await,
                Step::Draft => draft(&self.0, submission).await,
            }
        }
        .boxed()
    }

    fn give_up(&self, task: &Task, error: &StepError) -> Save {
        let (app, subject, code, detail) = (
            self.0.clone(),
            task.subject.clone(),
            error.code,
            error.detail.clone(),
        );
        Box::new(move |tx| {
            async move {
                let Some(id) = SubmissionId::from_text(&subject) else {
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

/// Asks each link's provider what it is.
async fn resolve(app: &App, submission: Submission) -> Result<Save, StepError> {
    if submission.state.after(Change::Resolve).is_some() {
        let mut tx = app.db.begin().await.map_err(ours)?;
        change(
            app,
            &mut tx,
            &submission.id,
            submission.state,
            Change::Resolve,
            "job",
            None,
            None,
        )
        .await
        .map_err(ours)?;
        tx.commit().await.map_err(ours)?;
    } else if submission.state != State::Resolving {
        return Ok(nothing()); // withdrawn or decided meanwhile
    }
    let media = db::medium::of(&app.db, &submission.id)
        .await
        .map_err(ours)?;
    let mut resolved = Vec::new();
    for medium in media
        .iter()
        .filter(|medium| medium.state == MediumState::Waiting)
    {
        resolved.push((
            medium.id.clone(),
            resolve_one(app, &submission, medium).await,
        ));
    }
    if let Some(error) = first_unsettled(&resolved) {
        // Keep what was learned; the next try asks only for the rest.
        let mut tx = app.db.begin().await.map_err(ours)?;
        save_resolved(app, &mut tx, &submission.id, resolved)
            .await
            .map_err(ours)?;
        tx.commit().await.map_err(ours)?;
        return Err(error);
    }
    let is_report = media.is_empty();
    let known = is_report
        || media
            .iter()
            .any(|medium| medium.state == MediumState::Found)
        || resolved.iter().any(|(_, r)| r.is_ok());
    let lost = resolved
        .iter()
        .find_map(|(_, r)| r.as_ref().err())
        .map_or(Code::Gone, |error| error.code);
    let app = app.clone();
    Ok(Box::new(move |tx| {
        async move {
            save_resolved(&app, tx, &submission.id, resolved).await?;
            if known {
                return Ok(after(Step::Resolve));
            }
            change(
                &app,
                tx,
                &submission.id,
                State::Resolving,
                Change::Lose,
                "job",
                None,
                Some(lost),
            )
            .await?;
            Ok(None)
        }
        .boxed()
    }))
}

async fn resolve_one(app: &App, submission: &Submission, medium: &Medium) -> Resolved {
    if ["podcast", "journal"].contains(&medium.provider.as_str()) {
        return taken(app, submission, medium).await;
    }
    let link = link::parse(&medium.canonical)
        .map_err(|refusal| StepError::fail(refusal.code, refusal.detail))?;
    let findings = provider::resolve(&app.providers, &link, app.clock.now()).await?;
    Ok(Learned {
        findings,
        enclosure: None,
    })
}

/// One thing that a source proposed and an editor took: what plays is read before anybody believes it.
async fn taken(app: &App, submission: &Submission, medium: &Medium) -> Resolved {
    let found = proposal::found(app, &submission.id).await?;
    let enclosure = match &found.enclosure {
        Some(file) if found.kind == "audio" => {
            let read = provider::enclosure::probe(&app.providers, &app.child, file).await?;
            Some(Enclosure {
                medium_id: medium.id.clone(),
                url: file.url.clone(),
                mime: read.mime,
                size: i64::try_from(read.size).unwrap_or(i64::MAX),
                duration_ms: read.duration_ms.and_then(|ms| i64::try_from(ms).ok()),
            })
        }
        _ => None,
    };
    Ok(Learned {
        findings: Findings::One(Box::new(found)),
        enclosure,
    })
}

/// The first failure that says nothing of the link: a later try may mend it, or we must.
fn first_unsettled(resolved: &[(MediumId, Resolved)]) -> Option<StepError> {
    resolved
        .iter()
        .find_map(|(_, r)| r.as_ref().err().filter(|error| !settles(error)).cloned())
}

/// Whether a failure is an answer about the link, and a final one.
fn settles(error: &StepError) -> bool {
    error.retry == Retry::Never && !error.code.is_ours()
}

async fn save_resolved(
    app: &App,
    tx: &mut Tx,
    submission: &SubmissionId,
    resolved: Vec<(MediumId, Resolved)>,
) -> db::Result<()> {
    for (id, resolved) in resolved {
        match resolved {
            Ok(Learned {
                findings: Findings::Many(many),
                ..
            }) => proposal::keep(app, tx, submission, &id, &many).await?,
            Ok(Learned {
                findings: Findings::One(found),
                enclosure,
            }) => {
                if !proposal::set_source(app, tx, &id, &found).await? {
                    continue;
                }
                db::fact::save(tx, id.as_str(), &found, app.now()).await?;
                db::medium::set_found(tx, &id, &found.kind, &found.canonical).await?;
                if let Some(enclosure) = enclosure {
                    db::enclosure::save(tx, &enclosure, app.now()).await?;
                }
            }
            Err(error) if settles(&error) => {
                db::medium::set_failed(tx, &id, error.code.as_str(), &error.detail).await?;
            }
            Err(_) => {}
        }
    }
    Ok(())
}

/// Fetches the pictures that the providers offer and we may hold, and makes ours of them.
async fn prepare(app: &App, submission: Submission) -> Result<Save, StepError> {
    let media = db::medium::of(&app.db, &submission.id)
        .await
        .map_err(ours)?;
    let mut prepared = Vec::new();
    for medium in media
        .into_iter()
        .filter(|medium| medium.state == MediumState::Found && medium.prepared == 0)
    {
        let found = db::fact::found(&app.db, medium.id.as_str(), app.now())
            .await
            .map_err(ours)?;
        let picture = found.and_then(|found| found.picture);
        // A copy for good needs the sender's leave as well; a provider's thumbnail is the provider's to lend.
        let picture = picture.filter(|picture| picture.expires || submission.may_copy == 1);
        let made = match &picture {
            None => Ok(Vec::new()),
            Some(picture) => make_pictures(app, &medium.id, picture).await,
        };
        match made {
            Err(error) if error.retry != Retry::Never => return Err(error),
            made => prepared.push((medium.id, made)),
        }
    }
    Ok(Box::new(move |tx| {
        async move {
            for (id, made) in prepared {
                let error = made
                    .as_ref()
                    .err()
                    .map(|error| (error.code.as_str(), error.detail.as_str()));
                db::medium::set_prepared(tx, &id, error).await?;
                db::picture::replace(tx, &id, made.as_deref().unwrap_or_default()).await?;
            }
            Ok(after(Step::Prepare))
        }
        .boxed()
    }))
}

/// Bytes of a provider's picture taken at most.
const MOST_PICTURE: usize = 20 << 20;

async fn make_pictures(
    app: &App,
    medium: &MediumId,
    remote: &RemotePicture,
) -> Result<Vec<db::picture::Picture>, StepError> {
    let url = Url::parse(&remote.url)
        .map_err(|_| StepError::fail(Code::ProviderReply, "the picture's address is none"))?;
    let host = url.host_str().unwrap_or_default();
    let host = url
        .port()
        .map_or(host.to_owned(), |port| format!("{host}:{port}"));
    let reply = app
        .providers
        .fetch
        .get(&url, &Hosts::Only(vec![host]), MOST_PICTURE)
        .await?;
    match reply.status {
        200 => {}
        429 | 500..=599 => {
            return Err(StepError::retry(
                Code::ProviderBusy,
                format!("picture: HTTP {}", reply.status),
            ));
        }
        status => {
            return Err(StepError::fail(
                Code::Gone,
                format!("picture: HTTP {status}"),
            ));
        }
    }
    let keep_until = remote.expires.then(|| app.now() + db::fact::KEEP_MS);
    let mut rows = Vec::new();
    for picture in media::pictures(&app.child, reply.body).await? {
        let size = picture.bytes.len() as i64;
        let name = app
            .store
            .put(picture.bytes, picture.extension)
            .await
            .map_err(|error| {
                StepError::retry(Code::Internal, format!("cannot store a picture: {error}"))
            })?;
        rows.push(db::picture::Picture {
            medium_id: medium.clone(),
            used_as: picture.used_as.as_str().to_owned(),
            extension: picture.extension.to_owned(),
            name,
            width: picture.width.into(),
            height: picture.height.into(),
            size,
            keep_until,
        });
    }
    Ok(rows)
}

/// Lays the sender's words before the editors.
async fn draft(app: &App, submission: Submission) -> Result<Save, StepError> {
    if submission.state != State::Resolving {
        return Ok(nothing());
    }
    let media = db::medium::of(&app.db, &submission.id)
        .await
        .map_err(ours)?;
    let told = match media
        .iter()
        .find(|medium| ["podcast", "journal"].contains(&medium.provider.as_str()))
    {
        Some(medium) => db::fact::found(&app.db, medium.id.as_str(), app.now())
            .await
            .map_err(ours)?,
        None => None,
    };
    let (title, words) = if !submission.title.is_empty() {
        (submission.title.clone(), submission.words.clone())
    } else if media.is_empty() {
        markdown::titled(&submission.words)
    } else {
        (String::new(), submission.words.clone())
    };
    let app = app.clone();
    Ok(Box::new(move |tx| {
        async move {
            // Only what the sender typed, and what a feed or journal gives out for others to show:
            // an API's words stand beside it and are never copied here.
            let draft = db::submission::Draft {
                title,
                about: submission.about,
                words,
                met_on: submission.met_on,
                group_name: submission.group_name,
                group_city: submission.group_city,
                country: submission.group_country,
                language: submission.language,
                licence: submission.licence,
                ..Default::default()
            };
            let draft = match &told {
                Some(found) => proposal::suggest(draft, found),
                None => draft,
            };
            db::submission::save_draft(tx, &submission.id, &draft, false, app.now()).await?;
            change(
                &app,
                tx,
                &submission.id,
                State::Resolving,
                Change::Draft,
                "job",
                None,
                None,
            )
            .await?;
            Ok(after(Step::Draft))
        }
        .boxed()
    }))
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
    let event = db::event::Event {
        id: EventId::mint(&app.clock, &app.random),
        subject: id.to_string(),
        actor: actor.to_owned(),
        change: to.as_str().to_owned(),
        reason: reason.or(code).map(str::to_owned),
        at: app.now(),
    };
    db::event::add(tx, &event).await?;
    Ok(true)
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

/// Our own database failing is no fault of the task's: try again.
fn ours(error: db::Error) -> StepError {
    StepError::retry(Code::Internal, error.to_string())
}

/// The medium's link as stored for it.
pub fn medium_of(app: &App, position: usize, typed: String, link: &Link) -> Medium {
    Medium {
        id: MediumId::mint(&app.clock, &app.random),
        position: position as i64,
        typed,
        provider: link.provider().as_str().to_owned(),
        kind: link.kind().to_owned(),
        provider_id: link.id(),
        canonical: link.canonical(),
        state: MediumState::Waiting,
        error_code: None,
        error_detail: None,
        prepared: 0,
        guid: None,
        source_id: None,
        document: None,
        citation: None,
    }
}
