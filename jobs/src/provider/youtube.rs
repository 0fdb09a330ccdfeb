//! YouTube: the Data API with a key, oEmbed without.

use super::{Found, Providers};
use crate::StepError;
use crate::link::YouTube;
use url::Url;

/// Where YouTube is, and our key.
#[derive(Clone)]
pub struct Settings {
    /// `https://youtube.googleapis.com/`, with the trailing slash.
    pub api: Url,
    /// `https://www.youtube.com/oembed`.
    pub oembed: Url,
    /// An API key; without one oEmbed answers.
    pub key: Option<String>,
}

/// Asks YouTube about one video.
///
/// # Errors
/// As [`super::resolve`].
pub async fn resolve(_providers: &Providers, _link: &YouTube) -> Result<Found, StepError> {
    todo!()
}
