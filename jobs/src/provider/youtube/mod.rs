//! YouTube: the Data API with a key, oEmbed without.

use super::{Found, Providers};
use crate::StepError;
use jiff::Timestamp;
use url::Url;

mod api;
mod day;
mod oembed;

pub use day::day;

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
