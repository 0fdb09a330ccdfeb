//! YouTube's Data API v3 through google-youtube3: one unit of the day's quota a call.

use super::super::Providers;
use crate::fetch::{Cap, Connector};
use crate::link::Provider;
use crate::{Code, StepError};
use google_youtube3::api::ThumbnailDetails;
use google_youtube3::common::{self, Client, NoToken, Response};
use google_youtube3::{Error, YouTube};
use hyper_util::client::legacy;
use hyper_util::rt::TokioExecutor;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use refusal::{Refusal, failure, odd};
use serde::de::DeserializeOwned;

mod channel;
mod playlist;
mod refusal;
mod video;

pub(super) use channel::uploads;
pub(super) use playlist::playlist;
pub(super) use video::video;

const MOST_REPLY: usize = 4 << 20;

/// Each call costs one unit.
const UNIT: u32 = 1;

/// One call of the API: its client, what its reply may not exceed, and what its errors leave out.
struct Call<'a> {
    providers: &'a Providers,
    key: &'a str,
    now: Timestamp,
}

/// The client and its bounds for one call.
struct Line<'a> {
    hub: YouTube<Connector>,
    cap: Cap,
    refusal: Refusal<'a>,
}

impl<'a> Call<'a> {
    /// Takes the call's unit and opens a line.
    async fn open(&self) -> Result<Line<'a>, StepError> {
        self.providers.meter.take(Provider::YouTube, UNIT).await?;
        let (connector, cap) = self.providers.fetch.connector(MOST_REPLY);
        let client: Client<_> = legacy::Client::builder(TokioExecutor::new())
            .pool_max_idle_per_host(0)
            .build(connector);
        let mut hub = YouTube::new(client, NoToken);
        hub.base_url(self.providers.youtube.api.to_string());
        hub.root_url(self.providers.youtube.api.to_string());
        let refusal = Refusal {
            key: self.key,
            status: 0,
            wait: None,
        };
        Ok(Line { hub, cap, refusal })
    }

    /// The reply, within time and size.
    async fn reply<T: DeserializeOwned>(
        &self,
        cap: &Cap,
        asked: impl Future<Output = common::Result<(Response, T)>>,
    ) -> Result<common::Result<T>, StepError> {
        let limit = self.providers.fetch.timeout();
        let reply = tokio::time::timeout(limit, asked).await.map_err(|_| {
            StepError::retry(
                Code::Timeout,
                format!("YouTube took longer than {} s", limit.as_secs_f32()),
            )
        })?;
        if cap.reached() {
            return Err(StepError::fail(
                Code::TooLarge,
                format!("YouTube sends more than {MOST_REPLY} bytes"),
            ));
        }
        Ok(match reply {
            Ok((_, list)) => Ok(list),
            // A byte order mark, as replies of 2015 had it, is no JSON to the client.
            Err(Error::JsonDecodeError(body, error)) if body.starts_with('\u{feff}') => {
                let body = body.trim_start_matches('\u{feff}');
                serde_json::from_str(body)
                    .map_err(|_| Error::JsonDecodeError(body.to_owned(), error))
            }
            Err(error) => Err(error),
        })
    }
}

/// Whether a reply is the list that was asked for: another's, or `{}`, says nothing of what is in it.
fn is_list(kind: Option<&str>, wanted: &str, has_items: bool) -> bool {
    kind.map_or(has_items, |kind| kind == wanted)
}

fn parts(names: &[&str]) -> Vec<String> {
    names.iter().map(|&name| name.to_owned()).collect()
}

fn best(thumbnails: ThumbnailDetails) -> Option<String> {
    let ThumbnailDetails {
        maxres,
        standard,
        high,
        medium,
        default,
    } = thumbnails;
    [maxres, standard, high, medium, default]
        .into_iter()
        .flatten()
        .find_map(|thumbnail| thumbnail.url)
}

fn day(at: Timestamp) -> Date {
    at.to_zoned_datetime(TimeZone::UTC).date()
}

/// The day of a moment that the API tells.
fn day_of(seconds: Option<i64>) -> Option<Date> {
    seconds
        .and_then(|at| Timestamp::from_second(at).ok())
        .map(day)
}

/// A word of theirs that can stand in a line or an address of ours.
fn is_word(text: &str) -> bool {
    (1..=48).contains(&text.len())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(&byte))
}

fn channel_page(channel: Option<String>) -> Option<String> {
    channel
        .filter(|channel| is_word(channel))
        .map(|channel| format!("https://www.youtube.com/channel/{channel}"))
}
