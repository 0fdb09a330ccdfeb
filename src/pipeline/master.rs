//! Recordings that were sent become files that one listens to, while an editor reads what they are about.

use super::{after, note, nothing, opened, ours};
use crate::app::App;
use crate::db::enclosure::Enclosure;
use crate::db::listing::{Changed, changed};
use crate::db::mastering::Mastering;
use crate::db::{self, Tx};
use crate::model::submission::{Medium, Submission};
use crate::model::task::Step;
use crate::model::upload::POSTCARD_MS;
use crate::model::{MediumId, SubmissionId};
use crate::worker::Save;
use crate::{queue, tour, voice};
use futures::FutureExt;
use jobs::media::sound::{self, Mastered, Part};
use jobs::{Code, Retry, StepError, chapter};
use std::fs::File;

/// Masters the first recording of a submission that nobody tried yet. One that cannot be mastered stays as it was
/// sent, and the submission's history says why.
///
/// One recording a task, so that one that kills its decoder is counted alone, and costs no other its own.
pub(super) async fn master(app: &App, submission: Submission) -> Result<Save, StepError> {
    if submission.door == tour::DOOR {
        return join(app, submission).await;
    }
    let waiting = db::mastering::waiting(&app.db, &submission.id);
    let waiting = waiting.await.map_err(ours)?;
    let media = db::medium::of(&app.db, &submission.id)
        .await
        .map_err(ours)?;
    let mut known = db::mastering::of_submission(&app.db, &submission.id)
        .await
        .map_err(ours)?;
    let tried = match media
        .iter()
        .find(|medium| waiting.first() == Some(&medium.id))
    {
        None => None,
        Some(medium) => match one(app, medium).await {
            // What is wrong with our machine says nothing of the recording.
            Err(error) if error.retry != Retry::Never || error.code.is_ours() => return Err(error),
            tried => Some((medium.id.clone(), tried)),
        },
    };
    known.extend(
        tried
            .iter()
            .filter_map(|(_, made)| made.as_ref().ok().cloned()),
    );
    if known.is_empty() && tried.is_none() {
        return Ok(nothing());
    }
    let mut heard = Vec::new();
    for one in &known {
        match enclosure(app, one).await {
            Err(error) if error.code == Code::Gone => {
                tracing::error!(medium = %one.medium_id, "a mastered sound is not in the store");
            }
            found => heard.push((found?, one.mp3.clone())),
        }
    }
    let app = app.clone();
    Ok(Box::new(move |tx| {
        async move {
            // The bell first: who takes a voice back rings, and then wants the medium.
            let entry = db::entry::id_of_submission(tx, &submission.id).await?;
            if let Some(entry) = &entry {
                queue::push(&app, tx, Step::Card, entry.as_str()).await?;
            }
            if let Some((id, tried)) = tried
                && db::medium::hold(tx, &id).await?
            {
                match tried {
                    Ok(made) => db::mastering::save(tx, &made).await?,
                    Err(error) => refuse(&app, tx, &submission.id, &id, &error).await?,
                }
            }
            for (heard, mp3) in &heard {
                if db::mastering::stands(tx, &heard.medium_id, mp3).await? {
                    db::enclosure::save(tx, heard, app.now()).await?;
                }
            }
            next(&app, tx, &submission.id).await
        }
        .boxed()
    }))
}

/// The decoder died too often at the first recording that waits: the others have their turn.
pub(super) fn give_up(app: &App, id: SubmissionId, error: &StepError) -> Save {
    let (app, error) = (app.clone(), error.clone());
    Box::new(move |tx| {
        async move {
            let waiting = db::mastering::still_waiting(tx, &id).await?;
            if db::tour::is_one(tx, &id).await? {
                let why = error.to_string();
                note(&app, tx, id.as_str(), "job", "not-joined", Some(&why)).await?;
                return Ok(None);
            }
            if let Some(first) = waiting.first() {
                refuse(&app, tx, &id, first, &error).await?;
            }
            next(&app, tx, &id).await
        }
        .boxed()
    })
}

async fn refuse(
    app: &App,
    tx: &mut Tx,
    submission: &SubmissionId,
    medium: &MediumId,
    error: &StepError,
) -> db::Result<()> {
    let why = error.to_string();
    match error.code {
        // It is none, and its sender is told so.
        Code::PostcardLength => {
            db::mastering::forget(tx, medium).await?;
            db::medium::set_failed(tx, medium, error.code.as_str(), &error.detail).await?;
        }
        _ => db::mastering::refuse(tx, medium, &why).await?,
    }
    note(
        app,
        tx,
        submission.as_str(),
        "job",
        "not-mastered",
        Some(&why),
    )
    .await
}

/// The next recording, one that came meanwhile among them; after the last, what was published meanwhile has its card
/// show the sound, and its words put in front.
async fn next(app: &App, tx: &mut Tx, submission: &SubmissionId) -> db::Result<Option<Step>> {
    if !db::mastering::still_waiting(tx, submission)
        .await?
        .is_empty()
    {
        return Ok(Some(Step::Master));
    }
    if let Some(entry) = db::entry::id_of_submission(tx, submission).await? {
        queue::push(app, tx, Step::Card, entry.as_str()).await?;
        changed(tx, Changed::Entry(&entry), app.now()).await?;
    }
    Ok(after(Step::Master))
}

async fn one(app: &App, medium: &Medium) -> Result<Mastering, StepError> {
    let recording = opened(app, &medium.provider_id).await?;
    let (made, parts) = together(app, &medium.id, vec![recording]).await?;
    let length = parts.first().map(|part| part.duration_before_ms);
    if let Some(ms) = length.filter(|ms| medium.kind == "postcard" && !POSTCARD_MS.contains(ms)) {
        let detail = format!("it is {} s long", ms / 1000);
        return Err(StepError::fail(Code::PostcardLength, detail));
    }
    let chapters = parts.first().map(|part| {
        let marks = chapter::from_marks(&part.facts.chapters);
        chapter::shifted(
            marks,
            part.trimmed_start_ms,
            made.duration_ms.unsigned_abs(),
        )
    });
    let chapters = chapters.filter(|chapters| !chapters.is_empty());
    Ok(Mastering {
        chapters: chapters.as_deref().map(chapter::to_json),
        ..made
    })
}

/// Joins a tour's voices anew.
async fn join(app: &App, submission: Submission) -> Result<Save, StepError> {
    let stops = db::tour::stops(&app.db, &submission.id)
        .await
        .map_err(ours)?;
    let media = db::medium::of(&app.db, &submission.id)
        .await
        .map_err(ours)?;
    let Some(medium) = media.into_iter().next() else {
        return Ok(nothing());
    };
    if stops.is_empty() {
        let app = app.clone();
        return Ok(Box::new(move |tx| {
            async move {
                voice::end_tour(&app, tx, &submission.id).await?;
                Ok(None)
            }
            .boxed()
        }));
    }
    let expected: Vec<MediumId> = stops.iter().map(|stop| stop.medium_id.clone()).collect();
    let (mut voices, mut heard) = (Vec::new(), Vec::new());
    for stop in stops {
        match opened(app, &stop.file).await {
            // The others are joined without it.
            Err(error) if error.code == Code::Gone => {
                tracing::error!(medium = %stop.medium_id, "a voice of a world tour is not in the store");
            }
            voice => {
                voices.push(voice?);
                heard.push(stop.medium_id);
            }
        }
    }
    let (made, parts) = together(app, &medium.id, voices).await?;
    let starts = parts
        .iter()
        .map(|part| i64::try_from(part.start_ms).unwrap_or(i64::MAX));
    let joined = tour::Joined {
        expected,
        starts: heard.into_iter().zip(starts).collect(),
        heard: enclosure(app, &made).await?,
        made,
    };
    let app = app.clone();
    Ok(Box::new(move |tx| {
        async move { tour::save(&app, tx, &submission.id, &joined).await }.boxed()
    }))
}

/// Recordings, mastered as one sound; without chapters.
async fn together(
    app: &App,
    medium: &MediumId,
    recordings: Vec<File>,
) -> Result<(Mastering, Vec<Part>), StepError> {
    let how = sound::Mastering::new(app.store.scratch().map_err(|error| broken(&error))?);
    let Mastered {
        mp3,
        opus,
        wave,
        duration_ms,
        loudness,
        parts,
        ..
    } = sound::master(&app.child, recordings, &how, |_| {}).await?;
    let (Some(first), Some(last)) = (parts.first(), parts.last()) else {
        return Err(StepError::fail(Code::SoundBroken, "there is no recording"));
    };
    let peaks = serde_json::to_vec(&wave).map_err(|error| broken(&error))?;
    let whole = |ms: u64| i64::try_from(ms).unwrap_or(i64::MAX);
    let hundredths = |value: f64| (value * 100.0).round() as i64;
    let made = Mastering {
        medium_id: medium.clone(),
        mp3: kept(app, mp3, "mp3").await?.0,
        opus: kept(app, opus, "opus").await?.0,
        peaks: app
            .store
            .put(peaks, "peaks")
            .await
            .map_err(|error| broken(&error))?,
        chapters: None,
        duration_ms: whole(duration_ms),
        trimmed_start_ms: whole(first.trimmed_start_ms),
        trimmed_end_ms: whole(last.trimmed_end_ms),
        loudness_before: hundredths(first.before.lufs),
        loudness: hundredths(loudness.lufs),
        true_peak: hundredths(loudness.dbtp),
        mastered_at: app.now(),
    };
    Ok((made, parts))
}

/// What is heard until an entry's words are put in front of it.
async fn enclosure(app: &App, made: &Mastering) -> Result<Enclosure, StepError> {
    let size = app
        .store
        .size(&made.mp3)
        .await
        .map_err(|error| broken(&error))?;
    let size = size.ok_or_else(|| lost(&made.mp3))?;
    Ok(Enclosure {
        medium_id: made.medium_id.clone(),
        url: format!("/media/{}", made.mp3),
        mime: "audio/mpeg".into(),
        size: i64::try_from(size).unwrap_or(i64::MAX),
        duration_ms: Some(made.duration_ms),
    })
}

/// A file in the store: its name there, and its bytes.
pub(super) async fn kept(
    app: &App,
    file: File,
    extension: &str,
) -> Result<(String, i64), StepError> {
    let token = app.random.token();
    let kept = app.store.put_file(&token, file, extension).await;
    kept.map_err(|error| broken(&error))
}

pub(super) fn broken(error: &dyn std::error::Error) -> StepError {
    StepError::retry(Code::Internal, format!("a sound cannot be stored: {error}"))
}

fn lost(name: &str) -> StepError {
    StepError::fail(Code::Gone, format!("{name} is not in the store"))
}
