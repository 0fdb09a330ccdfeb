//! Flickr: the REST API with a key, oEmbed without.

use super::{Found, Providers};
use crate::StepError;
use crate::link::Flickr;
use url::Url;

/// Where Flickr is, and our key.
#[derive(Clone)]
pub struct Settings {
    /// `https://www.flickr.com/services/rest/`.
    pub api: Url,
    /// `https://www.flickr.com/services/oembed/`.
    pub oembed: Url,
    /// An API key; without one oEmbed answers.
    pub key: Option<String>,
}

/// Asks Flickr about one photo.
///
/// # Errors
/// As [`super::resolve`].
pub async fn resolve(_providers: &Providers, _link: &Flickr) -> Result<Found, StepError> {
    todo!()
}
