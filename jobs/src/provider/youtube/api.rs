//! YouTube's Data API v3, `videos.list`: one unit of the day's quota a call.

use super::super::{Found, Providers, RemotePicture, on_hosts, text};
use super::{PICTURES, canonical};
use crate::licence::Licence;
use crate::{Code, StepError};
use google_youtube3::api::{ThumbnailDetails, Video};
use google_youtube3::common::{Client, Delegate, NoToken, Response, Retry as Again};
use google_youtube3::{Error, YouTube};
use hyper_util::client::legacy;
use hyper_util::rt::TokioExecutor;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};
use serde_json::Value;
use std::time::Duration;

const PARTS: [&str; 4] = ["snippet", "contentDetails", "status", "recordingDetails"];
const MOST_REPLY: usize = 4 << 20;

/// Nothing where YouTube lists no such video: deleted, private or never there.
pub(super) async fn video(
    providers: &Providers,
    key: &str,
    id: &str,
    now: Timestamp,
) -> Result<Option<Found>, StepError> {
    let (connector, cap) = providers.fetch.connector(MOST_REPLY);
    let client: Client<_> = legacy::Client::builder(TokioExecutor::new())
        .pool_max_idle_per_host(0)
        .build(connector);
    let mut hub = YouTube::new(client, NoToken);
    hub.base_url(providers.youtube.api.to_string());
    hub.root_url(providers.youtube.api.to_string());
    let parts = PARTS.iter().map(|part| (*part).to_owned()).collect();
    let mut refusal = Refusal {
        key,
        status: 0,
        wait: None,
    };
    let asked = hub
        .videos()
        .list(&parts)
        .add_id(id)
        .param("key", key)
        .delegate(&mut refusal)
        .doit();
    let limit = providers.fetch.timeout();
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
    let (_, list) = reply.map_err(|error| failure(error, &refusal, now))?;
    if list.kind.as_deref() != Some("youtube#videoListResponse") && list.items.is_none() {
        return Err(odd()); // `{}` says nothing of the video
    }
    let video = list
        .items
        .unwrap_or_default()
        .into_iter()
        .find(|video| video.id.as_deref() == Some(id));
    video
        .map(|video| check(&video).map(|()| found(providers, id, video)))
        .transpose()
}

/// Whether it can be shown at all.
fn check(video: &Video) -> Result<(), StepError> {
    let status = video.status.as_ref();
    if status.and_then(|status| status.privacy_status.as_deref()) == Some("private") {
        return Err(StepError::fail(Code::Private, "only its owner can open it"));
    }
    let live = video
        .snippet
        .as_ref()
        .and_then(|snippet| snippet.live_broadcast_content.as_deref())
        .unwrap_or("none");
    if live != "none" {
        return Err(StepError::fail(
            Code::NotYetRecorded,
            format!("the broadcast is {live}"),
        ));
    }
    match status.and_then(|status| status.upload_status.as_deref()) {
        Some("rejected" | "failed" | "deleted") => {
            return Err(StepError::fail(Code::Gone, "YouTube does not show it"));
        }
        Some("uploaded") => {
            return Err(StepError::retry_after(
                Code::NotYetRecorded,
                Duration::from_secs(900),
                "still processed",
            ));
        }
        _ => {}
    }
    let length = video
        .content_details
        .as_ref()
        .and_then(|details| details.duration.as_deref());
    if length.and_then(seconds) == Some(0) {
        return Err(StepError::fail(
            Code::NotYetRecorded,
            "it has no length yet",
        ));
    }
    if status.and_then(|status| status.embeddable) == Some(false) {
        return Err(StepError::fail(
            Code::EmbeddingOff,
            "its owner does not let other sites show it",
        ));
    }
    Ok(())
}

fn found(providers: &Providers, id: &str, video: Video) -> Found {
    let snippet = video.snippet.unwrap_or_default();
    let status = video.status.unwrap_or_default();
    let own = [&providers.youtube.api, &providers.youtube.oembed];
    let picture = snippet
        .thumbnails
        .and_then(best)
        .filter(|url| on_hosts(url, PICTURES, &own));
    let day = |at: Option<i64>| at.and_then(|at| Timestamp::from_second(at).ok()).map(day);
    Found {
        canonical: canonical(id),
        origin: "youtube-api".into(),
        kind: "video".into(),
        title: text(snippet.title),
        description: text(snippet.description),
        author: text(snippet.channel_title),
        author_url: snippet
            .channel_id
            .filter(|channel| is_word(channel))
            .map(|channel| format!("https://www.youtube.com/channel/{channel}")),
        duration_s: video
            .content_details
            .and_then(|details| details.duration)
            .and_then(|text| seconds(&text)),
        recorded_on: day(video
            .recording_details
            .and_then(|details| details.recording_date)
            .map(|at| at.timestamp())),
        published_on: day(snippet.published_at.map(|at| at.timestamp())),
        language: snippet
            .default_audio_language
            .or(snippet.default_language)
            .filter(|tag| is_word(tag) && !tag.starts_with("zxx") && !tag.starts_with("und")),
        licence: (status.license.as_deref() == Some("creativeCommon")).then_some(Licence::CcBy3),
        picture: picture.map(|url| RemotePicture { url, expires: true }),
        ..Found::default()
    }
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

/// An ISO 8601 duration such as `P1DT2H0M1S`, in seconds; days are 24 hours.
fn seconds(text: &str) -> Option<u64> {
    let span: Span = text.parse().ok()?;
    let length = span
        .to_duration(jiff::SpanRelativeTo::days_are_24_hours())
        .ok()?;
    u64::try_from(length.as_secs()).ok()
}

/// What the client's errors leave out: the HTTP status and how long to wait.
struct Refusal<'a> {
    /// Never repeated, whoever sends it back to us.
    key: &'a str,
    status: u16,
    wait: Option<Duration>,
}

impl Delegate for Refusal<'_> {
    fn http_failure(&mut self, reply: &Response, _: Option<&Value>) -> Again {
        self.status = reply.status().as_u16();
        self.wait = crate::fetch::retry_after(reply.headers());
        Again::Abort
    }
}

impl Refusal<'_> {
    fn busy(&self, detail: String) -> StepError {
        match self.wait {
            Some(wait) => StepError::retry_after(Code::ProviderBusy, wait, detail),
            None => StepError::retry(Code::ProviderBusy, detail),
        }
    }
}

fn failure(error: Error, refusal: &Refusal<'_>, now: Timestamp) -> StepError {
    match error {
        Error::BadRequest(body) => refused(&body, refusal, now),
        Error::Failure(_) => refusal.busy(format!("YouTube answers HTTP {}", refusal.status)),
        Error::HttpError(error) => broken(&error),
        Error::Io(error) => broken(&error),
        _ => odd(),
    }
}

fn odd() -> StepError {
    StepError::retry(
        Code::ProviderReply,
        "YouTube's reply is not of its documented form",
    )
}

/// A word of theirs that can stand in a line or an address of ours.
fn is_word(text: &str) -> bool {
    (1..=48).contains(&text.len())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(&byte))
}

/// A JSON error: its reason sits in `errors[0].reason` or in `details[].reason`.
fn refused(body: &Value, refusal: &Refusal<'_>, now: Timestamp) -> StepError {
    let error = &body["error"];
    let reasons: Vec<&str> = error["details"]
        .as_array()
        .into_iter()
        .chain(error["errors"].as_array())
        .flatten()
        .filter_map(|each| each["reason"].as_str())
        .filter(|reason| is_word(reason) && *reason != refusal.key)
        .take(4)
        .collect();
    let is = |known: &[&str]| reasons.iter().any(|reason| known.contains(reason));
    let message = error["message"].as_str().unwrap_or_default();
    let detail = format!("YouTube answers {} {}", refusal.status, reasons.join(", "));
    // The newer form calls the day's quota a rate limit, too, and names it in the metadata.
    let of_a_day = error["details"]
        .as_array()
        .into_iter()
        .flatten()
        .any(|each| {
            let limit = each["metadata"]["quota_limit"].as_str();
            limit.is_some_and(|limit| limit.to_ascii_lowercase().contains("perday"))
        });
    if of_a_day || is(&["quotaExceeded", "dailyLimitExceeded"]) {
        return StepError::retry_after(Code::ProviderQuota, super::day(now).1, detail);
    }
    if is(&[
        "rateLimitExceeded",
        "userRateLimitExceeded",
        "RATE_LIMIT_EXCEEDED",
    ]) {
        return refusal.busy(detail);
    }
    let key = [
        "keyInvalid",
        "keyExpired",
        "keyMissing",
        "accessNotConfigured",
        "SERVICE_DISABLED",
        "CONSUMER_INVALID",
        "CONSUMER_SUSPENDED",
        "ipRefererBlocked",
    ];
    if is(&key)
        || reasons.iter().any(|reason| reason.starts_with("API_KEY_"))
        || message.contains("API key")
        || message.contains("API Key")
        || message.contains("unregistered callers")
    {
        return StepError::fail(Code::ProviderKey, detail);
    }
    match refusal.status {
        429 | 500..=599 => refusal.busy(detail),
        _ if is(&["SERVICE_UNAVAILABLE", "backendError"]) => refusal.busy(detail),
        // An answer of the API about the video, not of a page in front of it.
        404 if !reasons.is_empty() => StepError::fail(Code::Gone, detail),
        400 | 401 | 403 if !reasons.is_empty() => StepError::fail(Code::ProviderReply, detail),
        _ => StepError::retry(Code::ProviderReply, detail),
    }
}

/// The connection failed, or the guard or the cap ended it.
fn broken(error: &(dyn std::error::Error + 'static)) -> StepError {
    if let Some(refused) = crate::fetch::guard::refusal(error) {
        return StepError::fail(Code::AddressRefused, refused);
    }
    let causes = std::iter::successors(Some(error), |cause| cause.source());
    for cause in causes {
        if let Some(refused) = cause.downcast_ref::<StepError>() {
            return refused.clone();
        }
    }
    StepError::retry(Code::Unreachable, "no connection to YouTube")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations() {
        for (text, wanted) in [
            ("PT59S", 59),
            ("PT1H2M3S", 3723),
            ("P1DT2H0M1S", 93_601),
            ("P0D", 0),
            ("PT2H1S", 7201),
        ] {
            assert_eq!(seconds(text), Some(wanted), "{text}");
        }
        assert_eq!(seconds("soon"), None);
    }
}
