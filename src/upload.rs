//! Files of a sender's own: streamed into the store, given to a submission with recorded consent, read by the jobs.

use crate::app::App;
use crate::db::upload::Consent;
use crate::db::{self, Tx};
use crate::model::MediumId;
use crate::model::answers::{Fault, MOST_FILES, MOST_NAME, New, one_line};
use crate::model::submission::{Change, Medium, MediumState, State, Submission};
use crate::model::task::Step;
use crate::model::upload::{Agreed, SentAs, Upload};
use crate::store::{Incoming, Piecemeal};
use crate::{pipeline, queue};
use bytes::{Bytes, BytesMut};
use jobs::transcript;

/// Files of the largest size that may wait for their forms: whoever sends none cannot fill the disk.
pub(crate) const LOOSE: i64 = 20;
/// Bytes that tell what a file is.
pub(crate) const HEAD: usize = 12;

/// Why a file was not taken.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// It is not what it was sent as.
    #[error("no {} that we know", .0.as_str())]
    Unlike(SentAs),
    /// Larger than the setting allows.
    #[error("larger than {0} MiB")]
    TooLarge(u64),
    /// More files than one form has.
    #[error("more than {0} files")]
    TooMany(usize),
    /// Too much waits for forms that may never be sent.
    #[error("too many files wait for their forms")]
    Busy,
    /// The disk.
    #[error("the file cannot be written: {0}")]
    Disk(#[from] std::io::Error),
    /// The store.
    #[error("the file cannot be stored: {0}")]
    Store(#[from] object_store::Error),
    /// The database.
    #[error(transparent)]
    Db(#[from] db::Error),
}

impl Error {
    /// The stable code, and what its words speak of.
    pub fn code(&self) -> (&'static str, String) {
        match self {
            Error::Unlike(sent_as) => (unlike(*sent_as), String::new()),
            Error::TooLarge(most) => ("upload-too-large", most.to_string()),
            Error::TooMany(most) => ("files-too-many", most.to_string()),
            Error::Busy => ("upload-busy", String::new()),
            Error::Store(_) | Error::Disk(_) | Error::Db(_) => ("upload-unkept", String::new()),
        }
    }
}

/// The code of a file that is not what it was sent as.
pub fn unlike(sent_as: SentAs) -> &'static str {
    match sent_as {
        SentAs::Recording | SentAs::Postcard => "upload-no-sound",
        SentAs::Photo => "upload-no-photo",
        SentAs::Transcript => "upload-no-text",
    }
}

/// The largest file of a sort, in MiB: no transcript is as long as a recording.
pub fn most_mib(app: &App, sent_as: SentAs) -> u64 {
    match sent_as {
        SentAs::Transcript => app
            .config
            .upload_mib
            .min(transcript::MOST_BYTES as u64 >> 20),
        _ => app.config.upload_mib,
    }
}

/// A file on its way in.
pub struct Receiving {
    app: App,
    sent_as: SentAs,
    file_name: String,
    /// Its first bytes; of a transcript all.
    head: BytesMut,
    known: Option<&'static str>,
    into: Incoming,
}

impl Receiving {
    /// Begins with a file of this name.
    ///
    /// # Errors
    /// What the store says.
    pub async fn begin(app: &App, sent_as: SentAs, file_name: &str) -> Result<Receiving, Error> {
        if !has_room(app).await? {
            return Err(Error::Busy);
        }
        // Browsers of old send the whole path.
        let file_name = file_name.rsplit(['/', '\\']).next().unwrap_or_default();
        Ok(Receiving {
            app: app.clone(),
            sent_as,
            file_name: one_line(file_name).chars().take(MOST_NAME).collect(),
            head: BytesMut::new(),
            known: None,
            into: app.store.begin(&app.random.token()).await?,
        })
    }

    /// Takes the next piece. After an error the rest need not be read.
    ///
    /// # Errors
    /// `Unlike` once its beginning is here, `TooLarge`, what the store says.
    pub async fn push(&mut self, piece: Bytes) -> Result<(), Error> {
        let most = most_mib(&self.app, self.sent_as);
        if self.into.size() + piece.len() as u64 > most << 20 {
            return Err(Error::TooLarge(most));
        }
        if self.into.size() / ROOM_EVERY != (self.into.size() + piece.len() as u64) / ROOM_EVERY
            && !has_room(&self.app).await?
        {
            return Err(Error::Busy);
        }
        let wanted = match self.sent_as {
            SentAs::Transcript => piece.len(),
            _ => HEAD.saturating_sub(self.head.len()).min(piece.len()),
        };
        self.head.extend_from_slice(&piece[..wanted]);
        if self.known.is_none() && self.head.len() >= HEAD {
            let known = self.sent_as.extension(&self.head[..HEAD]);
            self.known = Some(known.ok_or(Error::Unlike(self.sent_as))?);
        }
        Ok(self.into.push(piece).await?)
    }

    /// Drops what came.
    pub async fn stop(self) {
        self.into.stop().await;
    }

    /// It is whole.
    ///
    /// # Errors
    /// `Unlike` where it was too short, or no transcript after all; what the store or the database says.
    pub async fn finish(self) -> Result<Upload, Error> {
        let known = self.known.filter(|_| readable(self.sent_as, &self.head));
        let Some(extension) = known else {
            self.into.stop().await;
            return Err(Error::Unlike(self.sent_as));
        };
        let size = i64::try_from(self.into.size()).unwrap_or(i64::MAX);
        let (token, name) = (self.app.random.token(), self.into.finish(extension).await?);
        let upload = Upload {
            size,
            ..loose(&self.app, token, name, self.file_name, self.sent_as)
        };
        let mut tx = self.app.db.begin().await?;
        db::upload::add(&mut tx, &upload).await?;
        tx.commit().await?;
        Ok(upload)
    }
}

/// How often a file on its way is asked whether there is room for more of it, in bytes.
pub(crate) const ROOM_EVERY: u64 = 8 << 20;

/// Whether there is room for more. What counts is here: an announcement alone takes nobody's place.
///
/// # Errors
/// What the disk or the database says.
pub(crate) async fn has_room(app: &App) -> Result<bool, Error> {
    let whole = db::upload::loose_bytes(&app.db).await?;
    let begun = i64::try_from(Piecemeal::all(&app.store).await?).unwrap_or(i64::MAX);
    let largest = i64::try_from(app.config.upload_mib << 20).unwrap_or(i64::MAX);
    Ok(whole.saturating_add(begun) <= LOOSE.saturating_mul(largest))
}

/// Whether the whole of a file is what it was sent as, as far as we read it ourselves: a transcript.
pub fn readable(sent_as: SentAs, bytes: &[u8]) -> bool {
    sent_as != SentAs::Transcript || transcript::read(bytes).is_ok()
}

/// A file that no submission has yet.
pub fn loose(app: &App, token: String, name: String, file_name: String, sent_as: SentAs) -> Upload {
    Upload {
        token,
        name,
        file_name,
        size: 0,
        created_at: app.now(),
        consent: None,
        consent_by: None,
        consent_at: None,
        medium_id: None,
        sent_as,
        speaker: None,
        withdrawn_by: None,
        withdrawn_at: None,
    }
}

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
        id: MediumId::mint(&app.clock, &app.random),
        position: position as i64,
        typed: file.file_name.clone(),
        provider: "upload".into(),
        kind: kind.into(),
        provider_id: file.name.clone(),
        canonical: format!("/media/{}", file.name),
        state: MediumState::Waiting,
        error_code: None,
        error_detail: None,
        prepared: 0,
        guid: None,
        source_id: None,
        document: None,
        citation: None,
        skipped: None,
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
