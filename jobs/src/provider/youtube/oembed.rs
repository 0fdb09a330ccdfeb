//! YouTube's oEmbed (oembed.com): title, channel and thumbnail, no key.

use super::super::{Found, Providers, RemotePicture, ask, busy, on_hosts, text};
use super::{PICTURES, canonical};
use crate::{Code, StepError};
use serde::Deserialize;

#[derive(Deserialize)]
struct Raw {
    #[serde(rename = "type")]
    kind: Option<String>,
    title: Option<String>,
    author_name: Option<String>,
    author_url: Option<String>,
    thumbnail_url: Option<String>,
}

pub(super) async fn video(providers: &Providers, id: &str) -> Result<Found, StepError> {
    let mut url = providers.youtube.oembed.clone();
    url.query_pairs_mut()
        .append_pair("url", &canonical(id))
        .append_pair("format", "json");
    let reply = ask(providers, &url).await?;
    match reply.status {
        200 => {}
        401 => {
            return Err(StepError::fail(
                Code::EmbeddingOff,
                "its owner does not let other sites show it",
            ));
        }
        403 => return Err(private()),
        400 | 404 | 410 => return Err(StepError::fail(Code::Gone, "YouTube knows no such video")),
        429 | 500..=599 => return Err(busy("YouTube", &reply)),
        status => return Err(odd(&format!("HTTP {status}"))),
    }
    let body = String::from_utf8_lossy(&reply.body);
    match body.trim() {
        // Seen once with status 200 for a private video.
        "Forbidden" => return Err(private()),
        "" => return Err(odd("an empty body")),
        _ => {}
    }
    let raw: Raw = serde_json::from_str(&body).map_err(|_| odd("no JSON"))?;
    if raw.kind.as_deref() != Some("video") {
        return Err(odd("JSON of another form"));
    }
    let picture = raw
        .thumbnail_url
        .filter(|url| on_hosts(url, PICTURES, &[&providers.youtube.oembed]));
    Ok(Found {
        canonical: canonical(id),
        origin: "youtube-oembed".into(),
        kind: "video".into(),
        title: text(raw.title),
        author: text(raw.author_name),
        author_url: raw.author_url.and_then(|page| on_youtube(&page)),
        picture: picture.map(|url| RemotePicture { url, expires: true }),
        ..Found::default()
    })
}

/// A page we would link to must be YouTube's own; old replies say http.
fn on_youtube(page: &str) -> Option<String> {
    let rest = page
        .strip_prefix("https://")
        .or_else(|| page.strip_prefix("http://"))?;
    rest.starts_with("www.youtube.com/")
        .then(|| format!("https://{rest}"))
}

fn private() -> StepError {
    StepError::fail(Code::Private, "only its owner can open it")
}

fn odd(what: &str) -> StepError {
    StepError::retry(
        Code::ProviderReply,
        format!("YouTube's oEmbed answered {what}"),
    )
}
