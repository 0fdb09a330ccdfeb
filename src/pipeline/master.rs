//! Recordings that were sent become files that one listens to, while an editor reads what they are about.

use super::{after, note, nothing, ours};
use crate::app::App;
use crate::db;
use crate::db::enclosure::Enclosure;
use crate::db::mastering::Mastering;
use crate::model::submission::{Medium, MediumState, Submission};
use crate::model::task::Step;
use crate::queue;
use crate::worker::Save;
use futures::FutureExt;
use jobs::media::sound::{self, Mastered};
use jobs::{Code, Retry, StepError, chapter};
use std::fs::File;

/// Masters each recording of a submission, once. One that cannot be mastered stays as it was sent, and its history
/// says why.
pub(super) async fn master(app: &App, submission: Submission) -> Result<Save, StepError> {
    let media = db::medium::of(&app.db, &submission.id)
        .await
        .map_err(ours)?;
    let before = db::mastering::of_submission(&app.db, &submission.id);
    let before = before.await.map_err(ours)?;
    let (mut made, mut failed) = (Vec::new(), Vec::new());
    for medium in media.iter().filter(|medium| is_recording(medium)) {
        match before.iter().find(|known| known.medium_id == medium.id) {
            Some(known) => made.push(known.clone()),
            None => match one(app, medium).await {
                Ok(one) => made.push(one),
                Err(error) if error.retry == Retry::Never => {
                    failed.push((medium.id.clone(), error));
                }
                Err(error) => return Err(error),
            },
        }
    }
    if made.is_empty() && failed.is_empty() {
        return Ok(nothing());
    }
    let mut heard = Vec::new();
    for one in &made {
        heard.push(enclosure(app, one).await?);
    }
    let app = app.clone();
    Ok(Box::new(move |tx| {
        async move {
            for (one, heard) in made.iter().zip(&heard) {
                if !before.contains(one) {
                    db::mastering::save(tx, one).await?;
                }
                db::enclosure::save(tx, heard, app.now()).await?;
            }
            let id = submission.id.as_str();
            for (_, error) in &failed {
                let why = format!("{}: {}", error.code.as_str(), error.detail);
                note(&app, tx, id, "job", "not-mastered", Some(&why)).await?;
            }
            // Published meanwhile: its card shows the sound now, and its words are put in front.
            if let Some(entry) = db::entry::id_of_submission(tx, &submission.id).await? {
                queue::push(&app, tx, Step::Card, entry.as_str()).await?;
                db::entry::changed(tx, app.now()).await?;
            }
            // One that came meanwhile rang for nobody: its bell is this very task.
            let missing = db::mastering::missing(tx, &submission.id).await?;
            let known = |id| failed.iter().any(|(failed, _)| failed == id);
            if !missing.iter().all(known) {
                return Ok(Some(Step::Master));
            }
            Ok(after(Step::Master))
        }
        .boxed()
    }))
}

/// Whether it is a recording that was sent to us.
pub(super) fn is_recording(medium: &Medium) -> bool {
    medium.provider == "upload" && medium.kind == "audio" && medium.state == MediumState::Found
}

async fn one(app: &App, medium: &Medium) -> Result<Mastering, StepError> {
    let recording = open(app, &medium.provider_id).await?;
    let how = sound::Mastering::new(app.store.scratch().map_err(|error| broken(&error))?);
    let Mastered {
        mp3,
        opus,
        wave,
        duration_ms,
        loudness,
        parts,
        ..
    } = sound::master(&app.child, vec![recording], &how, |_| {}).await?;
    let part = parts
        .first()
        .ok_or_else(|| StepError::fail(Code::SoundBroken, "there is no recording"))?;
    let chapters = chapter::from_marks(&part.facts.chapters);
    let chapters = chapter::shifted(chapters, part.trimmed_start_ms, duration_ms);
    let peaks = serde_json::to_vec(&wave).map_err(|error| broken(&error))?;
    let whole = |ms: u64| i64::try_from(ms).unwrap_or(i64::MAX);
    let hundredths = |value: f64| (value * 100.0).round() as i64;
    Ok(Mastering {
        medium_id: medium.id.clone(),
        mp3: kept(app, mp3, "mp3").await?.0,
        opus: kept(app, opus, "opus").await?.0,
        peaks: app
            .store
            .put(peaks, "json")
            .await
            .map_err(|error| broken(&error))?,
        chapters: (!chapters.is_empty()).then(|| chapter::to_json(&chapters)),
        duration_ms: whole(duration_ms),
        trimmed_start_ms: whole(part.trimmed_start_ms),
        trimmed_end_ms: whole(part.trimmed_end_ms),
        loudness_before: hundredths(part.before.lufs),
        loudness: hundredths(loudness.lufs),
        true_peak: hundredths(loudness.dbtp),
        mastered_at: app.now(),
    })
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

/// A file of the store, opened.
pub(super) async fn open(app: &App, name: &str) -> Result<File, StepError> {
    let file = app
        .store
        .open_file(name)
        .await
        .map_err(|error| broken(&error))?;
    file.ok_or_else(|| lost(name))
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
