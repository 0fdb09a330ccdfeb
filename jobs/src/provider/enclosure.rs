//! The file that a feed's item points at: fetched within bounds and read in the child, before anybody believes it.

use super::{Providers, RemoteFile, busy};
use crate::fetch::Hosts;
use crate::media::{self, Child, Kind};
use crate::{Code, StepError};
use url::Url;

/// Bytes of one episode taken at most.
const MOST_SOUND: usize = 192 << 20;

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

/// Fetches and reads an enclosure.
///
/// # Errors
/// `MediaBroken` where it is no sound (a page, say), `Gone`, `Private`, `TooLarge`; network failures may pass.
pub async fn probe(
    providers: &Providers,
    child: &Child,
    file: &RemoteFile,
) -> Result<Enclosure, StepError> {
    let url = Url::parse(&file.url)
        .map_err(|_| StepError::fail(Code::NotALink, "the enclosure's address is none"))?;
    let reply = providers
        .fetch
        .get(&url, &Hosts::Public, MOST_SOUND)
        .await?;
    match reply.status {
        200 => {}
        401 | 403 => {
            return Err(StepError::fail(
                Code::Private,
                "the enclosure is not for us",
            ));
        }
        404 | 410 => return Err(StepError::fail(Code::Gone, "the enclosure is not there")),
        429 | 500..=599 => return Err(busy("the enclosure's site", &reply)),
        status => {
            let detail = format!("the enclosure answers HTTP {status}");
            return Err(StepError::fail(Code::Gone, detail));
        }
    }
    let size = reply.body.len() as u64;
    let probe = media::probe(child, reply.body).await?;
    Ok(Enclosure {
        mime: mime(&probe)?.to_owned(),
        size,
        duration_ms: probe.duration_ms,
    })
}

/// The type that podcast clients know a file by (PSP-1's where it names one).
fn mime(probe: &media::Probe) -> Result<&'static str, StepError> {
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
