//! A [`Link`] becomes what its provider says of it.
//!
//! One file a provider. A provider's words are facts that expire (see
//! PROVIDERS' terms): the caller keeps them at most 30 days.

use crate::fetch::{self, Fetcher, Hosts, Reply};
use crate::licence::Licence;
use crate::link::{Flickr, Link, YouTube};
use crate::{Code, StepError};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use url::Url;

pub mod flickr;
pub mod youtube;

/// Where the providers are and the keys we hold.
#[derive(Clone)]
pub struct Providers {
    /// The guarded client.
    pub fetch: Fetcher,
    /// YouTube's addresses and key.
    pub youtube: youtube::Settings,
    /// Flickr's addresses and key.
    pub flickr: flickr::Settings,
}

/// What a provider says of one medium. Every field but `canonical` may be missing.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Found {
    /// The canonical address; may know more than the link did (a photo's owner).
    pub canonical: String,
    /// Where the facts come from: `youtube-api`, `youtube-oembed`, `flickr-api`, `flickr-oembed`.
    pub origin: String,
    /// `video` or `photo` (Flickr holds both under one form of link).
    pub kind: String,
    /// The title there.
    pub title: Option<String>,
    /// The description there, as plain text.
    pub description: Option<String>,
    /// The channel or owner's name.
    pub author: Option<String>,
    /// The channel or owner's page.
    pub author_url: Option<String>,
    /// Length in whole seconds.
    pub duration_s: Option<u64>,
    /// The day it was recorded or taken, as the provider says it.
    pub recorded_on: Option<Date>,
    /// The day it was published there.
    pub published_on: Option<Date>,
    /// BCP 47 language of the sound, or of the title.
    pub language: Option<String>,
    /// The licence there.
    pub licence: Option<Licence>,
    /// A picture for it, the best of those offered.
    pub picture: Option<RemotePicture>,
}

/// A picture that a provider offers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RemotePicture {
    /// Where it is.
    pub url: String,
    /// True for a provider's thumbnail, which we may hold for 30 days only;
    /// false for a copy that the licence allows.
    pub expires: bool,
}

/// Asks the provider about the link. `now` decides when a used-up quota is whole again.
///
/// # Errors
/// `Gone`, `Private`, `EmbeddingOff`, `NotYetRecorded` and `LinkCollection` are final; key, quota,
/// busy and network failures say whether and when trying again can help.
pub async fn resolve(
    providers: &Providers,
    link: &Link,
    now: Timestamp,
) -> Result<Found, StepError> {
    match link {
        Link::YouTube(YouTube::Video(id)) => youtube::video(providers, id, now).await,
        Link::Flickr(Flickr::Photo { id, .. }) => flickr::photo(providers, *id).await,
        link => Err(StepError::fail(
            Code::LinkCollection,
            format!(
                "a {} holds many things; send the links of single ones",
                link.kind()
            ),
        )),
    }
}

/// Bytes of a provider's reply taken at most.
const MOST_REPLY: usize = 4 << 20;

/// Fetches one reply from the host of `url`.
async fn ask(providers: &Providers, url: &Url) -> Result<Reply, StepError> {
    providers.fetch.get(url, &Hosts::of(url), MOST_REPLY).await
}

/// Whether a picture's address is on one of these hosts, exactly or below a dot, or on the provider's configured own.
fn on_hosts(picture: &str, hosts: &[&str], own: &[&Url]) -> bool {
    let Ok(url) = Url::parse(picture) else {
        return false;
    };
    let name = url.host_str().unwrap_or_default();
    let below = |host: &str| {
        name == host
            || name
                .strip_suffix(host)
                .is_some_and(|rest| rest.ends_with('.'))
    };
    let known =
        url.scheme() == "https" && url.port().is_none() && hosts.iter().any(|host| below(host));
    known
        || own
            .iter()
            .any(|own| own.scheme() == url.scheme() && fetch::host(own) == fetch::host(&url))
}

/// A provider's text as one of ours: bidi and other controls out, ends trimmed; nothing when empty.
fn text(text: Option<String>) -> Option<String> {
    let bidi = |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let keep = |&c: &char| c == '\n' || !(c.is_control() || bidi(c));
    text.map(|text| {
        text.chars()
            .map(|c| if c == '\t' { ' ' } else { c })
            .filter(keep)
            .collect::<String>()
            .trim()
            .to_owned()
    })
    .filter(|text| !text.is_empty())
}

/// A failure that speaks of the provider being out of order.
fn busy(provider: &str, reply: &Reply) -> StepError {
    let detail = format!("{provider} answers HTTP {}", reply.status);
    match reply.retry_after {
        Some(wait) => StepError::retry_after(Code::ProviderBusy, wait, detail),
        None => StepError::retry(Code::ProviderBusy, detail),
    }
}
