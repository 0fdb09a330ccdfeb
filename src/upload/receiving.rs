//! A file on its way into the store: what it begins with, how large it may be, whether there is room.

use crate::app::App;
use crate::db;
use crate::model::answers::{MOST_NAME, one_line};
use crate::model::upload::{SentAs, Upload};
use crate::store::{Incoming, Piecemeal};
use bytes::{Bytes, BytesMut};
use jobs::transcript;

/// Files of the largest size that may wait for their forms: whoever sends none cannot fill the disk.
const LOOSE: i64 = 20;
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
