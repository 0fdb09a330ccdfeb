//! Asks each link's provider what it is, and a source's thing what plays.

use super::{after, change, nothing, opened, ours};
use crate::app::App;
use crate::db::enclosure::Enclosure;
use crate::db::{self, Tx};
use crate::model::MediumId;
use crate::model::submission::{Change, Medium, MediumState, State, Submission};
use crate::model::task::Step;
use crate::model::upload::{self, POSTCARD_MS};
use crate::outbox::{self, Occasion};
use crate::quota::Purpose;
use crate::source::{item, taking};
use crate::tour;
use crate::worker::Save;
use futures::FutureExt;
use jobs::provider::{self, Findings, Found};
use jobs::{Code, Retry, StepError};
use jobs::{link, media};

/// What was learned of a medium, or why nothing was.
type Resolved = Result<Learned, StepError>;

/// What was learned of a medium.
struct Learned {
    /// What its provider says.
    findings: Findings,
    /// The file that plays, once it was read.
    enclosure: Option<Enclosure>,
}

/// Asks each link's provider what it is.
pub(super) async fn resolve(app: &App, submission: Submission) -> Result<Save, StepError> {
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
        save_resolved(app, &mut tx, resolved).await.map_err(ours)?;
        tx.commit().await.map_err(ours)?;
        return Err(error);
    }
    // A recording that cannot be read takes nothing from the words beside it.
    let is_report = submission.is_report(&media);
    let known = is_report
        // A postcard alone speaks of nothing.
        || media
            .iter()
            .filter(|medium| medium.kind != "postcard")
            .any(|medium| {
                let now = resolved.iter().find(|(id, _)| *id == medium.id);
                now.map_or(medium.state == MediumState::Found, |(_, r)| r.is_ok())
            });
    let lost = resolved
        .iter()
        .find_map(|(_, r)| r.as_ref().err())
        .map_or(Code::Gone, |error| error.code);
    let app = app.clone();
    Ok(Box::new(move |tx| {
        async move {
            save_resolved(&app, tx, resolved).await?;
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
            let why = outbox::text_for(&app, &submission).t(&format!("error-{}", lost.as_str()));
            outbox::tell(&app, tx, &submission, Occasion::Unavailable(&why)).await?;
            Ok(None)
        }
        .boxed()
    }))
}

async fn resolve_one(app: &App, submission: &Submission, medium: &Medium) -> Resolved {
    if medium.is_from_source() {
        return taken(app, submission, medium).await;
    }
    match medium.provider.as_str() {
        "upload" => return sent(app, medium).await,
        tour::DOOR => return Ok(found(medium, None, None)), // joined while an editor reads
        _ => {}
    }
    let link = link::parse(&medium.canonical)
        .map_err(|refusal| StepError::fail(refusal.code, refusal.detail))?;
    let purpose = match submission.door.as_str() {
        "source" => Purpose::Sources,
        _ => Purpose::Submissions,
    };
    let providers = app.providers_for(purpose);
    let findings = provider::resolve(&providers, &link, app.clock.now()).await?;
    let enclosure = match &findings {
        Findings::One(found) => heard(app, medium, found).await?,
        Findings::Many(_) => None,
    };
    Ok(Learned {
        findings,
        enclosure,
    })
}

/// The sound that was found, once it was read.
async fn heard(app: &App, medium: &Medium, found: &Found) -> Result<Option<Enclosure>, StepError> {
    let Some(file) = found.enclosure.as_ref().filter(|_| found.kind == "audio") else {
        return Ok(None);
    };
    let read = provider::enclosure::probe(&app.providers, &app.child, file);
    let read = read.await.map_err(as_sound)?;
    Ok(Some(Enclosure {
        medium_id: medium.id.clone(),
        url: file.url.clone(),
        mime: read.mime,
        size: i64::try_from(read.size).unwrap_or(i64::MAX),
        duration_ms: read.duration_ms.and_then(|ms| i64::try_from(ms).ok()),
    }))
}

/// One thing that a source proposed and an editor took: what plays is read before anybody believes it.
async fn taken(app: &App, submission: &Submission, medium: &Medium) -> Resolved {
    let found = taking::found(app, &submission.id).await?;
    let enclosure = heard(app, medium, &found).await?;
    Ok(Learned {
        findings: Findings::One(Box::new(found)),
        enclosure,
    })
}

/// A file that the sender uploaded: it has to be what it was sent as.
async fn sent(app: &App, medium: &Medium) -> Resolved {
    let probe = media::probe_file(&app.child, opened(app, &medium.provider_id).await?);
    if medium.kind == "photo" {
        let probe = probe.await?;
        return match probe.kind {
            media::Kind::Picture => Ok(found(medium, None, None)),
            _ => Err(StepError::fail(Code::MediaBroken, "it is no picture")),
        };
    }
    let probe = probe.await.map_err(as_sound)?;
    if medium.kind == "postcard"
        && let Some(ms) = probe.duration_ms.filter(|ms| !POSTCARD_MS.contains(ms))
    {
        let detail = format!("it is {} s long", ms / 1000);
        return Err(StepError::fail(Code::PostcardLength, detail));
    }
    if probe.kind == media::Kind::Picture || probe.sample_rate.is_none() {
        return Err(StepError::fail(
            Code::SoundBroken,
            "there is no sound in it",
        ));
    }
    // What browsers and players do not take is heard once it is mastered.
    let mime = provider::enclosure::mime(&probe).ok();
    let mime = mime.filter(|mime| upload::mime(&medium.provider_id) == Some(mime));
    let size = app.store.size(&medium.provider_id).await;
    let size = size.map_err(|error| StepError::retry(Code::Internal, error.to_string()))?;
    let heard = size.zip(mime).map(|(size, mime)| Enclosure {
        medium_id: medium.id.clone(),
        url: medium.canonical.clone(),
        mime: mime.to_owned(),
        size: i64::try_from(size).unwrap_or(i64::MAX),
        duration_ms: probe.duration_ms.and_then(|ms| i64::try_from(ms).ok()),
    });
    Ok(found(medium, probe.duration_ms, heard))
}

/// What we know ourselves, as if a provider had said it.
fn found(medium: &Medium, duration_ms: Option<u64>, enclosure: Option<Enclosure>) -> Learned {
    let found = Found {
        canonical: medium.canonical.clone(),
        origin: medium.provider.clone(),
        kind: medium.kind.clone(),
        duration_s: duration_ms.map(|ms| ms / 1000),
        ..Found::default()
    };
    Learned {
        findings: Findings::One(Box::new(found)),
        enclosure,
    }
}

/// What is broken is a sound here, and its sender is told so. A decoder that died says nothing yet.
fn as_sound(error: StepError) -> StepError {
    match error.code {
        Code::MediaBroken | Code::MediaTooLarge => StepError {
            code: Code::SoundBroken,
            ..error
        },
        _ => error,
    }
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
    resolved: Vec<(MediumId, Resolved)>,
) -> db::Result<()> {
    for (id, resolved) in resolved {
        match resolved {
            Ok(Learned {
                findings: Findings::Many(many),
                ..
            }) => item::keep(app, tx, &id, &many).await?,
            Ok(Learned {
                findings: Findings::One(found),
                enclosure,
            }) => {
                if !item::set_source(app, tx, &id, &found).await? {
                    continue;
                }
                if !db::medium::set_found(tx, &id, &found.kind, &found.canonical).await? {
                    continue;
                }
                db::fact::save(tx, id.as_str(), &found, app.now()).await?;
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
