//! Sound of a sender's own: streamed into the store, given to a submission with recorded consent, read by the jobs.

use crate::app::App;
use crate::db::{self, Tx};
use crate::model::MediumId;
use crate::model::answers::{Fault, MOST_NAME, one_line};
use crate::model::submission::{Change, Medium, MediumState, State, Submission};
use crate::model::task::Step;
use crate::model::upload::{Upload, extension};
use crate::store::Incoming;
use crate::{pipeline, queue};
use bytes::{Bytes, BytesMut};

/// What was agreed to, as the catalogue has it: a key, so that the wording on record is the wording that was shown.
pub const CONSENT: &str = "consent-sound";
/// Files of the largest size that may wait for their forms: whoever sends none cannot fill the disk.
pub(crate) const LOOSE: i64 = 20;
/// Bytes that tell what a file is.
pub(crate) const HEAD: usize = 12;

/// Why a file was not taken.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// It begins like no sound.
    #[error("no sound that we know")]
    NoSound,
    /// Larger than the setting allows.
    #[error("larger than {0} MiB")]
    TooLarge(u64),
    /// Too much waits for forms that may never be sent.
    #[error("too many files wait for their forms")]
    Busy,
    /// The store.
    #[error("the file cannot be stored: {0}")]
    Store(#[from] object_store::Error),
    /// The database.
    #[error(transparent)]
    Db(#[from] db::Error),
}

/// A file on its way in.
pub struct Receiving {
    app: App,
    file_name: String,
    head: BytesMut,
    known: Option<&'static str>,
    into: Incoming,
}

impl Receiving {
    /// Begins with a file of this name.
    ///
    /// # Errors
    /// What the store says.
    pub async fn begin(app: &App, file_name: &str) -> Result<Receiving, Error> {
        let loose = db::upload::loose_bytes(&app.db).await?;
        if loose > LOOSE * ((app.config.upload_mib as i64) << 20) {
            return Err(Error::Busy);
        }
        // Browsers of old send the whole path.
        let file_name = file_name.rsplit(['/', '\\']).next().unwrap_or_default();
        Ok(Receiving {
            app: app.clone(),
            file_name: one_line(file_name).chars().take(MOST_NAME).collect(),
            head: BytesMut::new(),
            known: None,
            into: app.store.begin(&app.random.token()).await?,
        })
    }

    /// Takes the next piece. After an error the rest need not be read.
    ///
    /// # Errors
    /// `NoSound` once its beginning is here, `TooLarge`, what the store says.
    pub async fn push(&mut self, piece: Bytes) -> Result<(), Error> {
        let most = self.app.config.upload_mib;
        if self.into.size() + piece.len() as u64 > most << 20 {
            return Err(Error::TooLarge(most));
        }
        if self.head.len() < HEAD {
            let wanted = HEAD - self.head.len();
            self.head
                .extend_from_slice(&piece[..piece.len().min(wanted)]);
            if self.head.len() == HEAD {
                self.known = Some(extension(&self.head).ok_or(Error::NoSound)?);
            }
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
    /// `NoSound` where it was too short to be one; what the store or the database says.
    pub async fn finish(self) -> Result<Upload, Error> {
        let Some(extension) = self.known else {
            self.into.stop().await;
            return Err(Error::NoSound);
        };
        let size = i64::try_from(self.into.size()).unwrap_or(i64::MAX);
        let upload = Upload {
            token: self.app.random.token(),
            name: self.into.finish(extension).await?,
            file_name: self.file_name,
            size,
            created_at: self.app.now(),
            consent: None,
            consent_by: None,
            consent_at: None,
            medium_id: None,
        };
        let mut tx = self.app.db.begin().await?;
        db::upload::add(&mut tx, &upload).await?;
        tx.commit().await?;
        Ok(upload)
    }
}

/// Gives a file to a submission as one more medium, with its sender's consent. False where the file is gone.
///
/// # Errors
/// What the database says.
pub async fn give(
    app: &App,
    tx: &mut Tx,
    submission: &Submission,
    upload: &Upload,
    position: usize,
) -> db::Result<bool> {
    let path = format!("/media/{}", upload.name);
    let medium = Medium {
        id: MediumId::mint(&app.clock, &app.random),
        position: position as i64,
        typed: upload.file_name.clone(),
        provider: "upload".into(),
        kind: "audio".into(),
        provider_id: upload.name.clone(),
        canonical: path,
        state: MediumState::Waiting,
        error_code: None,
        error_detail: None,
        prepared: 0,
        guid: None,
        source_id: None,
        document: None,
        citation: None,
        skipped: None,
    };
    db::medium::add(tx, &submission.id, &medium).await?;
    let consent = app.text.t(CONSENT);
    let by = &submission.sender_name;
    db::upload::claim(tx, &upload.token, &medium.id, &consent, by, app.now()).await
}

/// Adds a file to a submission that is here already; the jobs look at it again, and an editor's words stay.
///
/// # Errors
/// A [`Fault`] where the submission takes no more; what the database says.
pub async fn add(
    app: &App,
    submission: &Submission,
    upload: &Upload,
) -> Result<Option<Fault>, db::Error> {
    let fault = |code| {
        Some(Fault {
            field: "file",
            code,
            about: String::new(),
        })
    };
    let media = db::medium::of(&app.db, &submission.id).await?;
    if media.iter().any(|medium| medium.provider_id == upload.name) {
        return Ok(fault("upload-twice"));
    }
    let mut tx = app.db.begin().await?;
    if !give(app, &mut tx, submission, upload, media.len()).await? {
        return Ok(fault("upload-gone"));
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
            return Ok(fault("decided"));
        }
    } else if !takes_files(from) {
        return Ok(fault("decided"));
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
