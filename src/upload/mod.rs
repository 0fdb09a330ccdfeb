//! Files of a sender's own: streamed into the store, given to a submission with recorded consent, read by the jobs.

use crate::app::App;
use crate::db::upload::Consent;
use crate::db::{self, Tx};
use crate::model::MediumId;
use crate::model::answers::{Fault, MOST_FILES, New, one_line};
use crate::model::submission::{Change, Medium, MediumState, State, Submission};
use crate::model::task::Step;
use crate::model::upload::{Agreed, SentAs, Upload};
use crate::{pipeline, queue};

mod receiving;

pub use receiving::{Error, Receiving, loose, most_mib, readable, unlike};
pub(crate) use receiving::{HEAD, ROOM_EVERY, has_room};

/// The files of these tokens, each once, in their order; of several postcards the last.
///
/// # Errors
/// A [`Fault`] where one is not here any more, comes twice or without what has to be agreed to; what the database says.
pub async fn find(
    app: &App,
    tokens: &[String],
    agreed: &Agreed,
) -> db::Result<Result<Vec<Upload>, Vec<Fault>>> {
    let (mut files, mut faults): (Vec<Upload>, Vec<Fault>) = Default::default();
    let mut fault_of = |field, code, about: &str| {
        let about = about.to_owned();
        let fault = Fault { field, code, about };
        if !faults.contains(&fault) {
            faults.push(fault);
        }
    };
    if tokens.len() > MOST_FILES {
        fault_of("file", "files-too-many", &MOST_FILES.to_string());
    }
    for token in tokens.iter().take(MOST_FILES) {
        // Others than ours are not looked for: PostgreSQL would stumble over a NUL.
        let is_ours = token
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "-_".contains(c));
        let file = match is_ours {
            true => db::upload::loose(&app.db, token).await?,
            false => None,
        };
        let Some(file) = file else {
            fault_of("file", "upload-gone", "");
            continue;
        };
        if files.iter().any(|other| other.name == file.name) {
            fault_of(file.sent_as.field(), "upload-twice", &file.file_name);
            continue;
        }
        let (field, needs) = (file.sent_as.consent_field(), file.sent_as.consent());
        if needs.is_some() && !agreed.with.contains(&file.sent_as) {
            fault_of(field, "consent-missing", "");
        }
        if file.sent_as == SentAs::Postcard {
            files.retain(|other: &Upload| other.sent_as != SentAs::Postcard);
        }
        files.push(file);
    }
    Ok(match faults.is_empty() {
        true => Ok(files),
        false => Err(faults),
    })
}

/// What files need beside them: a postcard something that it speaks of, a transcript something that it writes down.
pub fn alone(new: &New, files: &[Upload]) -> Option<Fault> {
    let has = |sent_as| files.iter().any(|file| file.sent_as == sent_as);
    let linked = new.links.iter().any(|(_, link)| link.kind() != "photo");
    let heard = has(SentAs::Recording) || has(SentAs::Postcard) || linked;
    if has(SentAs::Transcript) && !heard {
        return Some(fault("transcript", "transcript-alone"));
    }
    let spoken_of = has(SentAs::Recording) || has(SentAs::Photo) || !new.links.is_empty();
    let silent = has(SentAs::Postcard) && !spoken_of && new.words.is_empty();
    silent.then(|| fault("words", "postcard-alone"))
}

/// Gives files to a submission as further media, with what was agreed to; a transcript goes to what it writes down.
/// False where one is gone.
///
/// # Errors
/// What the database says.
pub async fn give(
    app: &App,
    tx: &mut Tx,
    submission: &Submission,
    before: &[Medium],
    files: &[Upload],
    agreed: &Agreed,
) -> db::Result<bool> {
    let mut media: Vec<Medium> = before.to_vec();
    for file in files {
        let Some(kind) = file.sent_as.kind() else {
            continue;
        };
        let medium = of(app, file, kind, media.len());
        db::medium::add(tx, &submission.id, &medium).await?;
        if !claim(app, tx, submission, file, &medium.id, agreed).await? {
            return Ok(false);
        }
        media.push(medium);
    }
    for file in files.iter().filter(|file| file.sent_as.kind().is_none()) {
        let Some(medium) = written_down(file, &media) else {
            return Ok(false);
        };
        if !claim(app, tx, submission, file, &medium.id, agreed).await? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The medium whose words a transcript has: of the same name, else the first recording, else what comes first.
fn written_down<'a>(file: &Upload, media: &'a [Medium]) -> Option<&'a Medium> {
    let stem = |name: &str| name.split('.').next().map(str::to_lowercase);
    let stands = |medium: &&Medium| medium.state != MediumState::Failed;
    let is_upload = |medium: &&Medium| medium.provider == "upload";
    let heard = |medium: &&Medium| ["audio", "postcard"].contains(&medium.kind.as_str());
    let media = || media.iter().filter(stands);
    let mut named = media().filter(is_upload).filter(heard);
    named
        .find(|medium| stem(&medium.typed) == stem(&file.file_name))
        .or_else(|| media().find(|medium| medium.kind == "audio"))
        .or_else(|| media().find(|medium| medium.kind != "photo"))
}

async fn claim(
    app: &App,
    tx: &mut Tx,
    submission: &Submission,
    file: &Upload,
    medium: &MediumId,
    agreed: &Agreed,
) -> db::Result<bool> {
    let speaker = one_line(&agreed.speaker);
    let consent = Consent {
        wording: file.sent_as.consent().map(|key| app.text.t(key)),
        by: submission.sender_name.clone(),
        speaker: (file.sent_as == SentAs::Postcard && !speaker.is_empty()).then_some(speaker),
    };
    db::upload::claim(tx, &file.token, medium, &consent, app.now()).await
}

fn of(app: &App, file: &Upload, kind: &str, position: usize) -> Medium {
    Medium {
        position: position as i64,
        typed: file.file_name.clone(),
        provider: "upload".into(),
        kind: kind.into(),
        provider_id: file.name.clone(),
        canonical: format!("/media/{}", file.name),
        ..Medium::unseen(MediumId::mint(&app.clock, &app.random))
    }
}

/// Adds files to a submission that is here already; the jobs look at it again, and an editor's words stay.
///
/// # Errors
/// A [`Fault`] where the submission takes no more; what the database says.
pub async fn add(
    app: &App,
    submission: &Submission,
    files: &[Upload],
    agreed: &Agreed,
) -> Result<Option<Fault>, db::Error> {
    let media = db::medium::of(&app.db, &submission.id).await?;
    let here = |file: &Upload| media.iter().any(|medium| medium.provider_id == file.name);
    if let Some(twice) = files.iter().find(|file| here(file)) {
        return Ok(Some(Fault {
            about: twice.file_name.clone(),
            ..fault(twice.sent_as.field(), "upload-twice")
        }));
    }
    let sent = |sent_as| files.iter().any(|file| file.sent_as == sent_as);
    let heard = sent(SentAs::Recording) || sent(SentAs::Postcard);
    let stands = |medium: &Medium| medium.state != MediumState::Failed && medium.kind != "photo";
    let here = media.iter().any(stands);
    if sent(SentAs::Transcript) && !heard && !here {
        return Ok(Some(fault("transcript", "transcript-alone")));
    }
    let mut tx = app.db.begin().await?;
    if !give(app, &mut tx, submission, &media, files, agreed).await? {
        return Ok(Some(fault("file", "upload-gone")));
    }
    let (id, from) = (&submission.id, submission.state);
    let resubmits = matches!(from, State::InReview | State::ChangesRequested);
    if resubmits {
        let moved = pipeline::change(
            app,
            &mut tx,
            id,
            from,
            Change::Resubmit,
            "sender",
            None,
            None,
        );
        if !moved.await? {
            return Ok(Some(fault("file", "files-late")));
        }
    } else if !takes_files(from) {
        return Ok(Some(fault("file", "files-late")));
    }
    queue::push(app, &mut tx, Step::Resolve, id.as_str()).await?;
    tx.commit().await?;
    app.bell.ring();
    Ok(None)
}

/// Whether a submission in this state takes another file.
pub fn takes_files(state: State) -> bool {
    matches!(
        state,
        State::InReview | State::ChangesRequested | State::Unavailable | State::Failed
    )
}

fn fault(field: &'static str, code: &'static str) -> Fault {
    Fault {
        field,
        code,
        about: String::new(),
    }
}
