//! A [`Link`] becomes what its provider says of it.
//!
//! One file a provider. A provider's words are facts that expire (see
//! PROVIDERS' terms): the caller keeps them at most 30 days.

use crate::fetch::{self, Fetcher, Hosts, Reply};
use crate::licence::Licence;
use crate::link::{Flickr, Link, YouTube};
use crate::{Code, StepError};
use futures::future::BoxFuture;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use std::time::Duration;
use url::Url;

pub mod alive;
mod bounds;
mod document;
pub mod enclosure;
pub mod feed;
pub mod flickr;
pub mod journal;
mod look;
mod meter;
mod oembed;
mod page;
pub(crate) mod site;
pub mod youtube;

pub use document::read;
pub use look::{Form, Known, Look, Memory, Seen, look};
pub use meter::{Meter, Unmetered};

/// Where the providers are and the keys we hold.
#[derive(Clone)]
pub struct Providers {
    /// The guarded client.
    pub fetch: Fetcher,
    /// YouTube's addresses and key.
    pub youtube: youtube::Settings,
    /// Flickr's addresses and key.
    pub flickr: flickr::Settings,
    /// Keeps count of the quotas of both.
    pub meter: Arc<dyn Meter>,
}

/// What a provider says of one medium. Every field but `canonical` may be missing.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Found {
    /// The canonical address; may know more than the link did (a photo's owner).
    pub canonical: String,
    /// Where the facts come from: `youtube-api`, `youtube-oembed`, `youtube-atom`, `flickr-api`, `flickr-oembed`,
    /// `flickr-atom`, `feed`, `oai`, `article-page`, `oembed`, `archive`, `page`.
    pub origin: String,
    /// `video`, `photo` (Flickr holds both under one form of link), `audio`, `article`, or `page` for what an editor
    /// has to judge.
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
    /// What its source calls it: an item's guid, an OAI identifier.
    pub guid: Option<String>,
    /// The people in it, as they are named there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<String>,
    /// The sound that a feed's item carries.
    pub enclosure: Option<RemoteFile>,
    /// Where an article's PDF is.
    pub document: Option<String>,
    /// How one cites an article: journal, volume, number, pages.
    pub citation: Option<String>,
    /// The feed or archive that holds it, and thousands of others.
    pub source: Option<Arc<Source>>,
}

/// A file that a feed's item points at, as the feed says; nothing of it is believed before it is probed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RemoteFile {
    /// Where it is.
    pub url: String,
    /// The MIME type that the feed says.
    pub mime: Option<String>,
    /// The length in bytes that the feed says.
    pub length: Option<u64>,
}

/// A feed or archive, as it speaks of itself.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Source {
    /// `podcast`, `blog`, `journal`, `youtube` or `flickr`; `page` where nobody asked it yet.
    pub provider: String,
    /// A feed, a journal's OAI-PMH base address, the page of a channel, playlist, album or person: where one
    /// subscribes.
    pub address: String,
    /// Its title.
    pub title: String,
    /// Its own page.
    pub link: Option<String>,
    /// Who makes it.
    pub author: Option<String>,
}

/// Whether what this provider says is a check that expires (30 days, PROVIDERS' terms), and is never handed on.
pub fn words_expire(provider: &str) -> bool {
    ["youtube", "flickr"].contains(&provider)
}

impl Found {
    /// Whether these are words of a provider's that expire.
    pub fn words_expire(&self) -> bool {
        let provider = self.origin.split('-').next().unwrap_or_default();
        words_expire(provider)
    }
}

/// What a link turned out to be.
#[derive(Clone, Debug, PartialEq)]
pub enum Findings {
    /// One thing.
    One(Box<Found>),
    /// A feed, archive, channel, playlist or album of many.
    Many(Box<Proposals>),
}

impl Findings {
    /// The one thing.
    ///
    /// # Errors
    /// `LinkCollection` where it is many.
    pub fn one(self) -> Result<Found, StepError> {
        match self {
            Findings::One(found) => Ok(*found),
            Findings::Many(many) => Err(StepError::fail(
                Code::LinkCollection,
                format!("{} holds {} things", many.source.title, many.items.len()),
            )),
        }
    }
}

/// The things that a source holds, in the order in which an editor sees them.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposals {
    /// The source.
    pub source: Source,
    /// Each thing; the newest five that speak of groups come first and are suggested.
    pub items: Vec<Proposed>,
    /// Items that could not be read, each with its reason.
    pub skipped: Vec<String>,
}

/// One thing that a source holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposed {
    /// What the source says of it.
    pub found: Found,
    /// One of those that are shown first.
    pub suggested: bool,
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
/// `Gone`, `Private`, `EmbeddingOff`, `Blocked`, `NotYetRecorded` and `LinkCollection` are final; key, quota,
/// busy and network failures say whether and when trying again can help.
pub async fn resolve(
    providers: &Providers,
    link: &Link,
    now: Timestamp,
) -> Result<Findings, StepError> {
    let findings = ask_of(providers, link, now).await;
    findings.and_then(bounds::hold)
}

/// Asks whoever holds it; what is found is still as long as they say it.
fn ask_of<'a>(
    providers: &'a Providers,
    link: &'a Link,
    now: Timestamp,
) -> BoxFuture<'a, Result<Findings, StepError>> {
    let one = |found| Findings::One(Box::new(found));
    let many = |many| Findings::Many(Box::new(many));
    Box::pin(async move {
        match link {
            Link::YouTube(YouTube::Video(id)) => youtube::video(providers, id, now).await.map(one),
            Link::YouTube(list) => youtube::many(providers, list, now).await.map(many),
            Link::Flickr(Flickr::Photo { id, .. }) => flickr::photo(providers, *id).await.map(one),
            Link::Flickr(list) => match flickr::long(providers, list).await? {
                Some(long) => ask_of(providers, &long, now).await,
                None => flickr::many(providers, list).await.map(many),
            },
            Link::Site(place) => site::resolve(providers, place).await,
            Link::Page(address) => page::resolve(providers, address.as_str()).await,
        }
    })
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

/// An address that a page may link to, in the form that a browser asks for.
fn web(address: &str, base: &Url) -> Option<String> {
    let url = base.join(address.trim()).ok()?;
    ["http", "https"]
        .contains(&url.scheme())
        .then(|| url.into())
}

/// A provider's text as one of ours: bidi and other controls out, ends trimmed; nothing when empty.
fn text(text: Option<String>) -> Option<String> {
    let bidi = |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let keep = |&c: &char| c == '\n' || !(c.is_control() || bidi(c));
    let text = text.map(|text| match text.chars().all(|c| keep(&c)) {
        true => text,
        false => {
            let spaced = text.chars().map(|c| if c == '\t' { ' ' } else { c });
            spaced.filter(keep).collect()
        }
    });
    text.map(|text| match text.trim().len() == text.len() {
        true => text,
        false => text.trim().to_owned(),
    })
    .filter(|text| !text.is_empty())
}

/// A failure that speaks of the provider being out of order.
fn busy(provider: &str, reply: &Reply) -> StepError {
    busy_with(provider, reply.status, reply.retry_after)
}

fn busy_with(provider: &str, status: u16, wait: Option<Duration>) -> StepError {
    let detail = format!("{provider} answers HTTP {status}");
    match wait {
        Some(wait) => StepError::retry_after(Code::ProviderBusy, wait, detail),
        None => StepError::retry(Code::ProviderBusy, detail),
    }
}
