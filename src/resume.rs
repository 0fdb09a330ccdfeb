//! Files that come in pieces over lines that break: what the tus protocol 1.0.0 asks of a server, without HTTP.
//!
//! A file's row says how long it will be; how much of it is here, the file itself says. What was acknowledged was
//! written to the disk before. A process killed at any line leaves a file that goes on where it is, or that the sweep
//! takes with everything else that was never whole.

use crate::app::App;
use crate::db;
use crate::db::receiving::Receiving;
use crate::model::answers::{MOST_NAME, one_line};
use crate::model::upload::{SentAs, Upload};
use crate::store::Piecemeal;
use crate::upload::{self, HEAD, ROOM_EVERY};
use bytes::Bytes;
use futures::{Stream, StreamExt};
use jobs::transcript;
use std::time::Duration;

/// How long we wait for the next piece.
const PATIENCE: Duration = Duration::from_secs(60);
/// Files that may be on their way at once.
const MOST_ANNOUNCED: i64 = 2000;
/// How long a file may take to come, in milliseconds.
pub const KEEP_MS: i64 = 24 * 60 * 60 * 1000;

/// Why nothing more was taken.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// No such file is on its way.
    #[error("no such upload")]
    Unknown,
    /// It is as far as this, not where the piece begins.
    #[error("it is at {0}")]
    Elsewhere(u64),
    /// Another connection sends it.
    #[error("another connection sends it")]
    Held,
    /// Longer than was announced, or than we take: at most so many bytes.
    #[error("more than {0} bytes")]
    TooLarge(u64),
    /// It is not what it was announced as.
    #[error("no {} that we know", .0.as_str())]
    Unlike(SentAs),
    /// Too much waits for forms that may never be sent.
    #[error("too many files wait for their forms")]
    Busy,
    /// The disk is full.
    #[error("there is no room")]
    Full,
    /// The disk.
    #[error("the file cannot be written: {0}")]
    Store(std::io::Error),
    /// The database.
    #[error(transparent)]
    Db(#[from] db::Error),
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => Error::Full,
            std::io::ErrorKind::NotFound => Error::Unknown,
            std::io::ErrorKind::WouldBlock => Error::Held,
            _ => Error::Store(error),
        }
    }
}

/// How much of a file is here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Bytes that are here.
    pub at: u64,
    /// Bytes that it will have.
    pub size: u64,
    /// What its sender calls it.
    pub file_name: String,
    /// When it was announced or, once it is whole, when it was, in milliseconds since 1970.
    pub created_at: i64,
    /// What it will be.
    pub sent_as: SentAs,
}

impl Progress {
    fn of(receiving: &Receiving, at: u64) -> Progress {
        Progress {
            at,
            size: u64::try_from(receiving.size).unwrap_or_default(),
            file_name: receiving.file_name.clone(),
            created_at: receiving.created_at,
            sent_as: receiving.sent_as,
        }
    }
}

/// Announces a file of so many bytes; says its token.
///
/// # Errors
/// `TooLarge`, `Busy`, what the disk or the database says.
pub async fn announce(
    app: &App,
    sent_as: SentAs,
    file_name: &str,
    size: u64,
) -> Result<Receiving, Error> {
    let most = upload::most_mib(app, sent_as) << 20;
    if size < HEAD as u64 {
        return Err(Error::Unlike(sent_as));
    }
    if size > most {
        return Err(Error::TooLarge(most));
    }
    room(app).await?;
    if db::receiving::count(&app.db).await? >= MOST_ANNOUNCED {
        return Err(Error::Busy);
    }
    let file_name = file_name.rsplit(['/', '\\']).next().unwrap_or_default();
    let receiving = Receiving {
        token: app.random.token(),
        file_name: one_line(file_name).chars().take(MOST_NAME).collect(),
        size: i64::try_from(size).unwrap_or(i64::MAX),
        created_at: app.now(),
        sent_as,
    };
    // The row first: a file without one is nobody's.
    let mut tx = app.db.begin().await?;
    db::receiving::add(&mut tx, &receiving).await?;
    tx.commit().await?;
    if let Err(error) = Piecemeal::create(&app.store, &receiving.token).await {
        forget(app, &receiving.token).await?;
        return Err(error.into());
    }
    Ok(receiving)
}

/// Whether there is room for more.
async fn room(app: &App) -> Result<(), Error> {
    match upload::has_room(app).await {
        Ok(true) => Ok(()),
        Ok(false) => Err(Error::Busy),
        Err(upload::Error::Disk(error)) => Err(error.into()),
        Err(upload::Error::Db(error)) => Err(error.into()),
        Err(error) => Err(Error::Store(std::io::Error::other(error))),
    }
}

/// How far a file is. One that is whole and waits for its form is at its end.
///
/// # Errors
/// `Unknown`, what the disk or the database says.
pub async fn progress(app: &App, token: &str) -> Result<Progress, Error> {
    if let Some(receiving) = db::receiving::by_token(&app.db, token).await? {
        match Piecemeal::length(&app.store, &receiving.token).await {
            Ok(at) => {
                let progress = Progress::of(&receiving, at);
                if progress.at == progress.size {
                    // All of it came, and whoever took the last piece died before it had its name.
                    let file = Piecemeal::open(&app.store, token).await?;
                    end(app, receiving, file).await?;
                }
                return Ok(progress);
            }
            // It got its name this very moment.
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => return Err(error.into()),
        }
    }
    let whole = db::upload::loose(&app.db, token)
        .await?
        .ok_or(Error::Unknown)?;
    let size = u64::try_from(whole.size).unwrap_or_default();
    Ok(Progress {
        at: size,
        size,
        file_name: whole.file_name,
        created_at: whole.created_at,
        sent_as: whole.sent_as,
    })
}

/// Takes a piece that begins at `from`; whatever came of it is kept where the line breaks. At the end of the last
/// piece the file becomes an upload under the same token.
///
/// # Errors
/// `Unknown`, `Elsewhere`, `Held`, `TooLarge`, `Unlike`, `Full`, what the disk or the database says.
pub async fn take<E>(
    app: &App,
    token: &str,
    from: u64,
    mut pieces: impl Stream<Item = Result<Bytes, E>> + Unpin,
) -> Result<Progress, Error> {
    let Some(receiving) = db::receiving::by_token(&app.db, token).await? else {
        // Its last acknowledgement was lost on the way.
        let progress = progress(app, token).await?;
        return match progress.at == from {
            true => Ok(progress),
            false => Err(Error::Elsewhere(progress.at)),
        };
    };
    let size = u64::try_from(receiving.size).unwrap_or_default();
    let mut file = Piecemeal::open(&app.store, token).await?;
    if file.at() != from {
        return Err(Error::Elsewhere(file.at()));
    }
    room(app).await?;
    // A line that says nothing for a minute is a broken one: its file is free for the next.
    while let Ok(Some(Ok(piece))) = tokio::time::timeout(PATIENCE, pieces.next()).await {
        let (before, after) = (file.at(), file.at() + piece.len() as u64);
        if before / ROOM_EVERY != after / ROOM_EVERY
            && let Err(error) = room(app).await
        {
            file.sync().await?;
            return Err(error);
        }
        if file.at() + piece.len() as u64 > size {
            file.sync().await?;
            return Err(Error::TooLarge(size));
        }
        if let Err(error) = file.push(&piece).await {
            // What fits stays, and is asked for no more.
            file.sync().await?;
            return Err(error.into());
        }
    }
    file.sync().await?;
    let progress = Progress::of(&receiving, file.at());
    if progress.at == size {
        end(app, receiving, file).await?;
    }
    Ok(progress)
}

/// Ends a file even where its line breaks meanwhile.
async fn end(app: &App, receiving: Receiving, file: Piecemeal) -> Result<(), Error> {
    let app = app.clone();
    let ending = tokio::spawn(async move { whole(&app, receiving, file).await });
    ending
        .await
        .map_err(|error| Error::Store(std::io::Error::other(error)))?
}

/// Drops a file that is on its way, unless somebody sends it right now, or one that is whole and waits for its form.
///
/// # Errors
/// `Unknown`, `Held`, what the disk or the database says.
pub async fn stop(app: &App, token: &str) -> Result<(), Error> {
    let mut tx = app.db.begin().await?;
    if let Some(name) = db::upload::drop_loose(&mut tx, token).await? {
        db::picture::leave(&mut tx, &[name]).await?;
        tx.commit().await?;
        return Ok(());
    }
    drop(tx);
    let held = Piecemeal::open(&app.store, token).await?;
    let done = forget(app, token).await;
    drop(held);
    done
}

async fn forget(app: &App, token: &str) -> Result<(), Error> {
    let mut tx = app.db.begin().await?;
    if !db::receiving::remove(&mut tx, token).await? {
        return Err(Error::Unknown);
    }
    tx.commit().await?;
    Ok(Piecemeal::remove(&app.store, token).await?)
}

async fn whole(app: &App, receiving: Receiving, mut file: Piecemeal) -> Result<(), Error> {
    let (token, sent_as) = (receiving.token.clone(), receiving.sent_as);
    let most = match sent_as {
        SentAs::Transcript => transcript::MOST_BYTES,
        _ => HEAD,
    };
    let head = file.head(most).await?;
    let known = sent_as.extension(&head[..head.len().min(HEAD)]);
    let Some(extension) = known.filter(|_| upload::readable(sent_as, &head)) else {
        forget(app, &token).await?;
        return Err(Error::Unlike(sent_as));
    };
    let name = file.name(extension).await?;
    // It keeps both names until its row is there: killed before, it goes on here; the sweep finds what is left.
    file.finish(&name).await?;
    let upload = Upload {
        size: receiving.size,
        ..upload::loose(app, token.clone(), name, receiving.file_name, sent_as)
    };
    let mut tx = app.db.begin().await?;
    db::upload::add(&mut tx, &upload).await?;
    if !db::receiving::remove(&mut tx, &token).await? {
        return Err(Error::Unknown); // another took the last piece as well
    }
    tx.commit().await?;
    Ok(Piecemeal::remove(&app.store, &token).await?)
}
