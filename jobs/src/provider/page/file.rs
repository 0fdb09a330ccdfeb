//! An address that is a sound or a film itself.

use super::{file, nothing};
use crate::fetch::Hosts;
use crate::media::Kind;
use crate::provider::{Findings, Found, Providers, RemoteFile, busy_with};
use crate::{Code, StepError};
use url::Url;

/// Bytes that tell what a file is.
const HEAD: u64 = 64 << 10;
/// How files that play are named.
const ENDINGS: &[&str] = &[
    ".mp3", ".m4a", ".m4b", ".aac", ".ogg", ".oga", ".ogv", ".opus", ".flac", ".wav", ".mp4",
    ".m4v", ".mov", ".webm", ".mkv",
];

/// Whether an address ends as files that play do.
pub(super) fn is_named(url: &Url) -> bool {
    let path = url.path().to_ascii_lowercase();
    ENDINGS.iter().any(|ending| path.ends_with(ending))
}

/// What a file is by its head. Its name is all that we know of it beside that.
///
/// # Errors
/// `LinkUnknownSite` where it does not play.
pub(super) async fn resolve(providers: &Providers, url: &Url) -> Result<Findings, StepError> {
    let mut reply = providers
        .fetch
        .open(url, &Hosts::Public, 0, Some(HEAD - 1))
        .await?;
    let says = |what: &str| format!("its site says {what} (HTTP {})", reply.status);
    match reply.status {
        200 | 206 => {}
        401 | 403 => {
            return Err(StepError::fail(
                Code::Private,
                says("that it is not for us"),
            ));
        }
        404 | 410 => return Err(StepError::fail(Code::Gone, says("that there is none"))),
        429 | 500..=599 => return Err(busy_with("its site", reply.status, reply.retry_after)),
        _ => return Err(nothing("something else than its name says")),
    }
    let head = reply.head(HEAD as usize).await?;
    let Some(form) = file(&head) else {
        return Err(nothing("named as a sound or film and is none"));
    };
    let is_film = form.kind == Kind::Video;
    let address = url.to_string();
    let found = Found {
        origin: "page".into(),
        kind: if is_film { "video" } else { "audio" }.into(),
        title: name(url),
        enclosure: (!is_film).then(|| RemoteFile {
            url: address.clone(),
            mime: Some(form.mime.into()),
            length: reply.part.map(|part| part.whole),
        }),
        guid: Some(address.clone()),
        canonical: address,
        ..Found::default()
    };
    Ok(super::one(found))
}

/// The file's name without its ending, as words.
fn name(url: &Url) -> Option<String> {
    let name = url.path_segments()?.next_back()?;
    let decoded = url::form_urlencoded::parse(name.replace('+', "%2B").as_bytes())
        .next()
        .map(|(name, _)| name.into_owned())?;
    let stem = decoded
        .rsplit_once('.')
        .map_or(decoded.as_str(), |(stem, _)| stem);
    crate::provider::text(Some(stem.replace('_', " ")))
}
