//! An entry's words in front of its recording: what players and directories show of a file.

use super::master::{broken, kept};
use super::{after, nothing, opened, ours};
use crate::app::App;
use crate::db;
use crate::db::enclosure::Enclosure;
use crate::db::listing::{Changed, changed};
use crate::db::mastering::{EpisodeFile, Mastering};
use crate::model::entry::Entry;
use crate::model::submission::{Medium, MediumState};
use crate::model::task::Step;
use crate::model::upload::{self, SentAs};
use crate::model::{EntryId, MediumId};
use crate::tour;
use crate::worker::Save;
use futures::FutureExt;
use jobs::chapter::{self, Chapter};
use jobs::media::sound::tag::{self, Words};
use jobs::text::hex;
use jobs::transcript::{self, Transcript};
use jobs::{Code, StepError};
use sha2::{Digest, Sha256};
use std::fs::File;

/// Makes the files of an entry's episodes, unless they are made of the same words already.
pub(super) async fn tag(app: &App, id: &str) -> Result<Save, StepError> {
    let Some(id) = EntryId::from_text(id) else {
        return Ok(nothing());
    };
    let Some(entry) = db::entry::by_id(&app.db, &id).await.map_err(ours)? else {
        return Ok(nothing()); // withdrawn since
    };
    let mastered = db::mastering::of_submission(&app.db, &entry.submission_id);
    let mastered = mastered.await.map_err(ours)?;
    let held = db::mastering::files_of(&app.db, &entry.submission_id);
    let held = held.await.map_err(ours)?;
    let media = db::medium::of(&app.db, &entry.submission_id)
        .await
        .map_err(ours)?;
    let is_postcard = |id: &MediumId| {
        let mut media = media.iter();
        media.any(|medium| medium.id == *id && medium.kind == "postcard")
    };
    let texts = transcripts(app, &entry, &media).await?;
    let mut made = Vec::new();
    for one in &mastered {
        let (words, cover) = words(app, &entry, one, is_postcard(&one.medium_id)).await?;
        let text = texts.iter().find(|(id, _)| *id == one.medium_id);
        let text = text.map(|(_, text)| heard_text(text.clone(), one));
        let key = made_from(&words, cover.as_deref(), one, text.as_ref());
        let old: Vec<&EpisodeFile> = held
            .iter()
            .filter(|file| file.medium_id == one.medium_id)
            .collect();
        let files = match old.iter().all(|file| file.made_from == key) && !old.is_empty() {
            true => old.into_iter().cloned().collect(),
            false => files(app, one, words, text, key).await?,
        };
        made.push((one.clone(), files));
    }
    // A video elsewhere has its words as well.
    let is_made = |id: &MediumId| mastered.iter().any(|one| one.medium_id == *id);
    let mut written = Vec::new();
    for (id, text) in texts.into_iter().filter(|(id, _)| !is_made(id)) {
        written.push((
            id.clone(),
            writings(app, &id, &text, "as it was sent").await?,
        ));
    }
    if made.is_empty() && written.is_empty() {
        // A transcript may have been taken back.
        return Ok(Box::new(|_| async { Ok(after(Step::Tag)) }.boxed()));
    }
    let app = app.clone();
    Ok(Box::new(move |tx| {
        async move {
            for (id, files) in written {
                if !db::medium::hold(tx, &id).await? {
                    continue;
                }
                db::mastering::replace_files(tx, &id, &files).await?;
            }
            for (one, files) in made {
                // One that was taken back meanwhile has no files.
                if !db::mastering::stands(tx, &one.medium_id, &one.mp3).await? {
                    continue;
                }
                db::mastering::replace_files(tx, &one.medium_id, &files).await?;
                if let Some(mp3) = files.iter().find(|file| file.used_as == "mp3") {
                    let heard = Enclosure {
                        medium_id: one.medium_id.clone(),
                        url: format!("/media/{}", mp3.name),
                        mime: mp3.mime.clone(),
                        size: mp3.size,
                        duration_ms: Some(one.duration_ms),
                    };
                    db::enclosure::save(tx, &heard, app.now()).await?;
                }
            }
            changed(tx, Changed::Entry(&entry.id), app.now()).await?;
            Ok(after(Step::Tag))
        }
        .boxed()
    }))
}

/// What the files say, and the name of their cover.
async fn words(
    app: &App,
    entry: &Entry,
    one: &Mastering,
    is_postcard: bool,
) -> Result<(Words, Option<String>), StepError> {
    let cover = cover(app, entry).await?;
    let bytes = match &cover {
        Some(name) => app.store.get(name).await.map_err(|error| broken(&error))?,
        None => None,
    };
    let people: Vec<&str> = entry.people().collect();
    let words = Words {
        title: entry.title.clone(),
        artist: match people.is_empty() {
            true => entry.group_name.clone(),
            false => people.join(", "),
        },
        album: app.config.showcase.name.clone(),
        date: entry.met_on.clone().unwrap_or_default(),
        language: entry.language.clone().unwrap_or_default(),
        description: entry.plain().into_owned(),
        url: format!("{}/entries/{}", app.url, entry.slug),
        cover: bytes.map(|bytes| bytes.to_vec()),
        chapters: match tour::chapters(app, &entry.submission_id)
            .await
            .map_err(ours)?
        {
            stops if !stops.is_empty() => stops,
            // What was typed is the recording's.
            _ if is_postcard => Vec::new(),
            _ => chapters(entry, one),
        },
    };
    Ok((words, cover))
}

/// The chapters that somebody typed, else the recording's own, else those that the entry's words name by their times.
fn chapters(entry: &Entry, one: &Mastering) -> Vec<Chapter> {
    let ms = |ms: i64| u64::try_from(ms).unwrap_or_default();
    let (trimmed, length) = (ms(one.trimmed_start_ms), ms(one.duration_ms));
    let whole = length + trimmed + ms(one.trimmed_end_ms);
    let typed = chapter::shifted(chapter::typed(&entry.chapters), trimmed, length);
    let own = one.chapters.as_deref().map(str::as_bytes);
    let own = own.and_then(|json| chapter::from_json(json).ok());
    match (typed, own) {
        (typed, _) if !typed.is_empty() => typed,
        (_, Some(own)) if !own.is_empty() => own,
        _ => {
            let said = chapter::from_text(&entry.plain(), Some(whole));
            chapter::shifted(said, trimmed, length)
        }
    }
}

/// What is said in an entry's recordings and videos, where somebody wrote it down.
async fn transcripts(
    app: &App,
    entry: &Entry,
    media: &[Medium],
) -> Result<Vec<(MediumId, Transcript)>, StepError> {
    let stands = |id: &MediumId| {
        let mut media = media.iter();
        media.any(|medium| medium.id == *id && medium.state == MediumState::Found)
    };
    let sent = db::upload::of_submission(&app.db, &entry.submission_id);
    let mut texts: Vec<(MediumId, Transcript)> = Vec::new();
    // The last one that was sent counts.
    for file in sent.await.map_err(ours)?.into_iter().rev() {
        let Some(medium) = file
            .medium_id
            .filter(|id| file.sent_as == SentAs::Transcript && stands(id))
        else {
            continue;
        };
        let bytes = app
            .store
            .get(&file.name)
            .await
            .map_err(|error| broken(&error))?;
        let text = bytes.and_then(|bytes| transcript::read(&bytes).ok());
        if let Some(text) = text.filter(|_| texts.iter().all(|(id, _)| *id != medium)) {
            texts.push((medium, text));
        }
    }
    Ok(texts)
}

/// The same where the episode begins and ends.
fn heard_text(text: Transcript, one: &Mastering) -> Transcript {
    let ms = |ms: i64| u64::try_from(ms).unwrap_or_default();
    text.shifted(ms(one.trimmed_start_ms), ms(one.duration_ms))
}

/// A transcript as files: WebVTT and SRT where it has times, and the plain text of every one.
async fn writings(
    app: &App,
    medium: &MediumId,
    text: &Transcript,
    key: &str,
) -> Result<Vec<EpisodeFile>, StepError> {
    let timed = [
        ("vtt", transcript::to_vtt(text)),
        ("srt", transcript::to_srt(text)),
    ];
    let timed = timed
        .into_iter()
        .filter_map(|(form, written)| Some((form, written?)));
    let forms: Vec<(&str, String)> = timed.chain([("txt", transcript::to_plain(text))]).collect();
    let mut files = Vec::new();
    for (used_as, written) in forms {
        let size = written.len() as i64;
        let name = app.store.put(written.into_bytes(), used_as).await;
        let name = name.map_err(|error| broken(&error))?;
        files.push(EpisodeFile {
            medium_id: medium.clone(),
            used_as: used_as.to_owned(),
            mime: upload::mime(&name)
                .unwrap_or("text/plain; charset=utf-8")
                .to_owned(),
            name,
            size,
            made_from: key.to_owned(),
        });
    }
    Ok(files)
}

/// The square picture of an entry as JPEG: its own, else its card.
async fn cover(app: &App, entry: &Entry) -> Result<Option<String>, StepError> {
    let pictures = db::picture::of_submission(&app.db, &entry.submission_id, app.now());
    let pictures = pictures.await.map_err(ours)?;
    // What a provider lent goes after thirty days; a file that was heard once does not.
    let own = pictures
        .into_iter()
        .find(|picture| picture.used_as == "square" && picture.keep_until.is_none());
    if let Some(own) = own {
        return Ok(Some(own.name));
    }
    let cards = db::card::of_entry(&app.db, &entry.id).await.map_err(ours)?;
    let square = cards
        .into_iter()
        .find(|card| card.used_as == "square" && card.extension == "jpg");
    Ok(square.map(|card| card.name))
}

fn made_from(
    words: &Words,
    cover: Option<&str>,
    one: &Mastering,
    text: Option<&Transcript>,
) -> String {
    let chapters = chapter::to_json(&words.chapters);
    let said = text.map(transcript::to_plain).unwrap_or_default();
    let timed = text.and_then(transcript::to_vtt).unwrap_or_default();
    let texts = [
        &said,
        &timed,
        &words.title,
        &words.artist,
        &words.album,
        &words.date,
        &words.language,
        &words.description,
        &words.url,
        cover.unwrap_or_default(),
        &chapters,
        &one.mp3,
        &one.opus,
    ];
    let mut hash = Sha256::new();
    for text in texts {
        hash.update(text.len().to_le_bytes());
        hash.update(text);
    }
    hex(&hash.finalize()[..16])
}

async fn files(
    app: &App,
    one: &Mastering,
    words: Words,
    text: Option<Transcript>,
    key: String,
) -> Result<Vec<EpisodeFile>, StepError> {
    let (mut mp3, mut opus) = (opened(app, &one.mp3).await?, opened(app, &one.opus).await?);
    let duration = u64::try_from(one.duration_ms).unwrap_or_default();
    let listed = (!words.chapters.is_empty()).then(|| chapter::to_json(&words.chapters));
    let scratch = app.store.scratch().map_err(|error| broken(&error))?;
    let writing = tokio::task::spawn_blocking(move || {
        let file = || tempfile::tempfile_in(&scratch).map_err(|error| broken(&error));
        let (with_tag, with_words) = (file()?, file()?);
        tag::mp3(&mut mp3, &words, duration, &with_tag)?;
        tag::opus(&mut opus, &words, &with_words)?;
        Ok((with_tag, with_words))
    });
    let written = writing.await;
    let ended = |error| StepError::retry(Code::Internal, format!("the writing ended: {error}"));
    let (mp3, opus): (File, File) = written.map_err(ended)??;
    let mut files = Vec::new();
    let mut note = |used_as: &str, mime: &str, (name, size): (String, i64)| {
        files.push(EpisodeFile {
            medium_id: one.medium_id.clone(),
            used_as: used_as.to_owned(),
            name,
            mime: mime.to_owned(),
            size,
            made_from: key.clone(),
        });
    };
    note("mp3", "audio/mpeg", kept(app, mp3, "mp3").await?);
    note("opus", "audio/ogg", kept(app, opus, "opus").await?);
    if let Some(listed) = listed {
        let size = listed.len() as i64;
        let name = app.store.put(listed.into_bytes(), "json").await;
        let name = name.map_err(|error| broken(&error))?;
        note("chapters", "application/json+chapters", (name, size));
    }
    if let Some(text) = text {
        files.extend(writings(app, &one.medium_id, &text, &key).await?);
    }
    Ok(files)
}
