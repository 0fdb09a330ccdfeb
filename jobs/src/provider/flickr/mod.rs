//! Flickr: the REST API with a key; oEmbed and the public Atom feeds without.

use super::feed::Feed;
use super::{Found, Proposals, Providers};
use crate::StepError;
use crate::fetch::Reply;
use crate::licence::Licence;
use crate::link::Flickr;
use serde_json::Value;
use url::Url;

mod atom;
mod many;
mod oembed;
mod rest;
mod short;

pub(super) use atom::is_own;
pub use many::{long, many};

/// Where Flickr is, and our key.
#[derive(Clone)]
pub struct Settings {
    /// `https://www.flickr.com/services/rest/`; the feeds are beside it.
    pub api: Url,
    /// `https://www.flickr.com/services/oembed/`.
    pub oembed: Url,
    /// An API key; without one oEmbed and the feeds answer.
    pub key: Option<String>,
}

/// Hosts of Flickr's pictures.
const PICTURES: &[&str] = &["staticflickr.com"];

/// Asks Flickr about one photo (or video: one form of link holds both).
///
/// # Errors
/// As [`super::resolve`].
pub async fn photo(providers: &Providers, id: u64) -> Result<Found, StepError> {
    match &providers.flickr.key {
        Some(key) => rest::photo(providers, key, id).await,
        None => oembed::photo(providers, id).await,
    }
}

/// What a feed of Flickr's that is already here proposes.
pub(super) fn read(feed: Feed) -> Proposals {
    atom::listed(feed, None, &[])
}

/// A list's Atom feed, where we have no key to ask otherwise.
pub(super) fn feed(providers: &Providers, list: &Flickr) -> Option<Url> {
    let held = many::held(list)
        .ok()
        .filter(|_| providers.flickr.key.is_none())?;
    atom::address(providers, &held).ok()
}

/// What that feed answered.
///
/// # Errors
/// As [`super::resolve`].
pub(super) fn of_feed(
    providers: &Providers,
    list: &Flickr,
    reply: &Reply,
) -> Result<Proposals, StepError> {
    atom::read(providers, &many::held(list)?, reply)
}

/// One segment of an address, as aliases and NSIDs are.
fn is_path(text: &str) -> bool {
    !text.is_empty()
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"_-@".contains(&byte))
}

/// Licence ids of `flickr.photos.licenses.getInfo`.
fn licence(id: &Value) -> Option<Licence> {
    Some(match number(id)? {
        0 => Licence::AllRightsReserved,
        1 => Licence::CcByNcSa2,
        2 => Licence::CcByNc2,
        3 => Licence::CcByNcNd2,
        4 => Licence::CcBy2,
        5 => Licence::CcBySa2,
        6 => Licence::CcByNd2,
        7 | 8 | 10 => Licence::PublicDomain,
        9 => Licence::Cc0,
        11 => Licence::CcBy4,
        12 => Licence::CcBySa4,
        13 => Licence::CcByNd4,
        14 => Licence::CcByNc4,
        15 => Licence::CcByNcSa4,
        16 => Licence::CcByNcNd4,
        _ => return None,
    })
}

/// The same field is a number or a string, by method and year.
fn number(value: &Value) -> Option<i64> {
    value
        .as_i64()
        .or_else(|| value.as_str()?.trim().parse().ok())
}

/// A string, or the `_content` of an object that holds one.
fn content(value: &Value) -> Option<String> {
    value
        .as_str()
        .or_else(|| value["_content"].as_str())
        .map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn licences_by_number_or_text() {
        assert_eq!(licence(&"5".into()), Some(Licence::CcBySa2));
        assert_eq!(licence(&16.into()), Some(Licence::CcByNcNd4));
        assert_eq!(licence(&99.into()), None);
    }
}
