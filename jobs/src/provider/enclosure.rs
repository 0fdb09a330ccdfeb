//! The file that a feed's item points at: as little of it as its reader needs, read in the child, before anybody
//! believes it.
//!
//! What is fetched lies at its place in a file of the whole length, with nothing between: a decoder finds the head
//! of an MP3, and the index at the end of an MP4, without the hour of sound before it.

use super::{Providers, RemoteFile, busy_with};
use crate::fetch::{Hosts, Opened, Part};
use crate::media::{self, Child, Kind};
use crate::{Code, StepError};
use rustix::fs::{FallocateFlags, fallocate};
use std::fs::File;
use std::io;
use std::os::unix::fs::FileExt;
use std::time::Duration;
use url::Url;

/// What is asked of the head and of the tail, until the file can be read: mostly the first is enough.
const ASKED: [(u64, u64); 3] = [
    (2 << 20, 64 << 10),
    (2 << 20, 2 << 20),
    (16 << 20, 16 << 20),
];
/// Bytes taken from a server that knows no ranges.
const MOST_WHOLE: u64 = 256 << 20;
/// The longest file that a server may speak of.
const LONGEST: u64 = 16 << 30;
/// Time for all of it.
const PATIENCE: Duration = Duration::from_secs(180);

/// What an enclosure is, as its own bytes say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Enclosure {
    /// Its MIME type.
    pub mime: String,
    /// Its bytes.
    pub size: u64,
    /// How long it plays.
    pub duration_ms: Option<u64>,
}

/// Fetches what it needs of an enclosure and reads it.
///
/// # Errors
/// `MediaBroken` where it is no sound (a page, say) or not as long as its server says, `Gone`, `Private`, `TooLarge`;
/// network failures may pass.
pub async fn probe(
    providers: &Providers,
    child: &Child,
    file: &RemoteFile,
) -> Result<Enclosure, StepError> {
    let url = Url::parse(&file.url)
        .map_err(|_| StepError::fail(Code::NotALink, "the enclosure's address is none"))?;
    let late = |_| {
        Err(StepError::retry(
            Code::Timeout,
            "the enclosure did not come in time",
        ))
    };
    tokio::time::timeout(PATIENCE, read(providers, child, url))
        .await
        .unwrap_or_else(late)
}

async fn read(providers: &Providers, child: &Child, url: Url) -> Result<Enclosure, StepError> {
    let mut remote = Remote::open(providers, url).await?;
    let mut last = Err(broken("it cannot be read"));
    for (head, tail) in ASKED {
        if !remote.fetch(providers, head, tail).await? && last.is_ok() {
            continue;
        }
        let held = remote.held.try_clone().map_err(unkept)?;
        last = match media::probe_file(child, held).await {
            Ok(probe) if probe.duration_ms.is_some() => {
                last = Ok(probe);
                break;
            }
            // More of it may tell more.
            Err(error) if error.code != Code::MediaBroken => return Err(error),
            read => read.or(last),
        };
    }
    let probe = last?;
    Ok(Enclosure {
        mime: mime(&probe)?.to_owned(),
        size: remote.size,
        duration_ms: probe.duration_ms,
    })
}

/// A file elsewhere, and what of it is here.
struct Remote {
    url: Url,
    held: File,
    size: u64,
    /// Bytes held from the beginning.
    head: u64,
    /// Where the bytes held at the end begin.
    tail: u64,
}

impl Remote {
    /// Asks for the head; a server without ranges sends everything.
    async fn open(providers: &Providers, url: Url) -> Result<Remote, StepError> {
        let held = media::unnamed().map_err(unkept)?;
        let reply = providers
            .fetch
            .open(&url, &Hosts::Public, 0, Some(ASKED[0].0 - 1))
            .await?;
        let mut remote = Remote {
            url,
            held,
            size: 0,
            head: 0,
            tail: 0,
        };
        match (reply.status, reply.part) {
            // More than was asked for would all be kept.
            (206, Some(part)) if part.first == 0 && part.last < ASKED[0].0 => {
                remote.size = part.whole;
                remote.tail = part.whole;
                remote.check_size()?;
                remote.held.set_len(part.whole).map_err(unkept)?;
                remote.head = remote.keep(reply, part).await?;
            }
            (200, _) => remote.keep_whole(reply).await?,
            (206, _) => {
                return Err(broken(
                    "its server sends another part than it was asked for",
                ));
            }
            (416, _) => return Err(broken("it is empty")),
            _ => return Err(refusal(&reply)),
        }
        remote.check_head()?;
        Ok(remote)
    }

    /// Sees to it that so much of head and tail is here; whether anything came.
    async fn fetch(
        &mut self,
        providers: &Providers,
        head: u64,
        tail: u64,
    ) -> Result<bool, StepError> {
        let (before, wanted) = (self.head, head.min(self.size));
        if wanted > self.head {
            self.head = self
                .part(providers, self.head, wanted.min(self.tail))
                .await?;
        }
        let from = self.size.saturating_sub(tail).max(self.head);
        let after = self.tail;
        if from < self.tail {
            self.part(providers, from, self.tail).await?;
            self.tail = from;
        }
        Ok(before != self.head || after != self.tail)
    }

    /// Fetches one part to its place; where it ends.
    async fn part(&self, providers: &Providers, from: u64, until: u64) -> Result<u64, StepError> {
        if from >= until {
            return Ok(until);
        }
        let reply = providers
            .fetch
            .open(&self.url, &Hosts::Public, from, Some(until - 1))
            .await?;
        match (reply.status, reply.part) {
            (206, Some(part))
                if (part.first, part.last, part.whole) == (from, until - 1, self.size) =>
            {
                self.keep(reply, part).await
            }
            (200 | 206 | 416, _) => Err(broken("it is not as long as its server says")),
            _ => Err(refusal(&reply)),
        }
    }

    /// Keeps a part that has to be as long as it says.
    async fn keep(&self, mut reply: Opened, part: Part) -> Result<u64, StepError> {
        let mut at = part.first;
        while let Some(piece) = reply.piece().await? {
            if at + piece.len() as u64 > part.last + 1 {
                return Err(broken("its server sends more than it says"));
            }
            self.held.write_all_at(&piece, at).map_err(unkept)?;
            at += piece.len() as u64;
        }
        match at == part.last + 1 {
            true => Ok(at),
            false => Err(broken("it is not as long as its server says")),
        }
    }

    /// Counts all of it, and keeps no more of it than the longest head and tail.
    async fn keep_whole(&mut self, mut reply: Opened) -> Result<(), StepError> {
        let [_, _, (head, tail)] = ASKED;
        let mut kept_from = head;
        while let Some(piece) = reply.piece().await? {
            self.held.write_all_at(&piece, self.size).map_err(unkept)?;
            self.size += piece.len() as u64;
            if self.size > MOST_WHOLE {
                let detail = "its server knows no ranges and sends more than 256 MiB";
                return Err(StepError::fail(Code::TooLarge, detail));
            }
            // A hole reads as nothing and takes no memory.
            let until = self.size.saturating_sub(tail);
            if until > kept_from + (1 << 20) {
                let flags = FallocateFlags::PUNCH_HOLE | FallocateFlags::KEEP_SIZE;
                fallocate(&self.held, flags, kept_from, until - kept_from)
                    .map_err(|e| unkept(e.into()))?;
                kept_from = until;
            }
        }
        self.head = self.size;
        self.tail = self.size;
        self.check_size()
    }

    fn check_size(&self) -> Result<(), StepError> {
        match self.size {
            0 => Err(broken("it is empty")),
            size if size > LONGEST => Err(StepError::fail(
                Code::TooLarge,
                "its server says more than 16 GiB",
            )),
            _ => Ok(()),
        }
    }

    /// A page that says that there is no such file is no broken file.
    fn check_head(&self) -> Result<(), StepError> {
        let mut head = [0; 512];
        let length = self.held.read_at(&mut head, 0).map_err(unkept)?;
        let head = String::from_utf8_lossy(&head[..length]).to_ascii_lowercase();
        let head = head.trim_start_matches('\u{feff}').trim_start();
        match ["<!doctype", "<html", "<?xml", "<head", "<body", "<!--"]
            .iter()
            .any(|front| head.starts_with(front))
        {
            true => Err(broken("a page stands there instead of a sound")),
            false => Ok(()),
        }
    }
}

fn refusal(reply: &Opened) -> StepError {
    match reply.status {
        401 | 403 => StepError::fail(Code::Private, "the enclosure is not for us"),
        404 | 410 => StepError::fail(Code::Gone, "the enclosure is gone"),
        429 | 500..=599 => busy_with("the enclosure's server", reply.status, reply.retry_after),
        status => StepError::fail(
            Code::MediaBroken,
            format!("the enclosure's server answers HTTP {status}"),
        ),
    }
}

fn broken(detail: &str) -> StepError {
    StepError::fail(Code::MediaBroken, detail)
}

fn unkept(error: io::Error) -> StepError {
    StepError::retry(
        Code::Internal,
        format!("the enclosure could not be kept: {error}"),
    )
}

/// The type that podcast clients know a file by (PSP-1's where it names one).
///
/// # Errors
/// `MediaBroken` where none plays it.
pub fn mime(probe: &media::Probe) -> Result<&'static str, StepError> {
    let is = |names: &[&str]| names.iter().any(|name| probe.container.contains(name));
    match probe.kind {
        Kind::Audio if is(&["mp3"]) => Ok("audio/mpeg"),
        Kind::Audio if is(&["mp4", "m4a", "mov"]) => Ok("audio/m4a"),
        Kind::Audio if is(&["ogg", "opus"]) => Ok("audio/ogg"),
        Kind::Audio if is(&["flac"]) => Ok("audio/flac"),
        Kind::Audio if is(&["wav"]) => Ok("audio/wav"),
        Kind::Video if is(&["mp4", "m4a", "mov"]) => Ok("video/mp4"),
        Kind::Video if is(&["webm", "matroska"]) => Ok("video/webm"),
        Kind::Audio | Kind::Video => Err(StepError::fail(
            Code::MediaBroken,
            format!("no podcast client plays {}", probe.container),
        )),
        Kind::Picture => Err(StepError::fail(Code::MediaBroken, "a picture, not a sound")),
    }
}
