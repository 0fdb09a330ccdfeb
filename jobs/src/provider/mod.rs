//! A [`Link`] becomes what its provider says of it.
//!
//! One file a provider. A provider's words are facts that expire (see
//! PROVIDERS' terms): the caller keeps them at most 30 days.

use crate::fetch::Fetcher;
use crate::licence::Licence;
use crate::link::Link;
use crate::{Code, StepError};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

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

/// Asks the provider about the link.
///
/// # Errors
/// `Gone`, `Private`, `EmbeddingOff`, `NotYetRecorded` and `LinkCollection` are final; key, quota,
/// busy and network failures say whether and when trying again can help.
pub async fn resolve(providers: &Providers, link: &Link) -> Result<Found, StepError> {
    match link {
        Link::YouTube(link) => youtube::resolve(providers, link).await,
        Link::Flickr(link) => flickr::resolve(providers, link).await,
    }
}

#[expect(dead_code, reason = "the providers' files use it")]
fn collection(kind: &str) -> StepError {
    StepError::fail(Code::LinkCollection, format!("a {kind} holds many things; send the links of single ones"))
}
