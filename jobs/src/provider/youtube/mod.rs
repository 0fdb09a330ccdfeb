//! YouTube: the Data API with a key; oEmbed and the Atom feeds without.

use super::feed::Feed;
use super::{Found, Proposals, Providers};
use crate::StepError;
use crate::fetch::Reply;
use crate::link::YouTube;
use jiff::Timestamp;
use url::Url;

mod api;
mod atom;
mod day;
mod many;
mod oembed;

pub(super) use atom::is_own;
pub use day::day;
use many::Listed;
pub use many::many;

/// Where YouTube is, and our key.
#[derive(Clone)]
pub struct Settings {
    /// `https://youtube.googleapis.com/`, with the trailing slash.
    pub api: Url,
    /// `https://www.youtube.com/oembed`; the Atom feeds are beside it.
    pub oembed: Url,
    /// An API key; without one oEmbed and the feeds answer.
    pub key: Option<String>,
}

/// Hosts of YouTube's thumbnails.
const PICTURES: &[&str] = &["ytimg.com", "img.youtube.com"];

/// Asks YouTube about one video.
///
/// # Errors
/// As [`super::resolve`].
pub async fn video(providers: &Providers, id: &str, now: Timestamp) -> Result<Found, StepError> {
    if let Some(key) = &providers.youtube.key
        && let Some(found) = api::video(providers, key, id, now).await?
    {
        return Ok(found);
    }
    // What the API leaves out is private or gone: oEmbed tells which.
    oembed::video(providers, id).await
}

fn canonical(id: &str) -> String {
    format!("https://www.youtube.com/watch?v={id}")
}

/// What a feed of YouTube's that is already here proposes.
///
/// # Errors
/// `LinkNoMedium` where it holds nothing.
pub(super) fn read(feed: Feed) -> Result<Proposals, StepError> {
    atom::listed(feed, None).proposals()
}

/// A list's Atom feed, where we have no key to ask otherwise.
pub(super) fn feed(providers: &Providers, list: &YouTube) -> Option<Url> {
    let keyless = providers.youtube.key.is_none();
    keyless.then(|| atom::address(providers, list).ok())?
}

/// What that feed answered.
///
/// # Errors
/// As [`super::resolve`].
pub(super) fn of_feed(
    providers: &Providers,
    list: &YouTube,
    reply: &Reply,
) -> Result<Proposals, StepError> {
    atom::read(providers, list, reply)?.proposals()
}
