//! What the Data API refuses, and what that says of the link, our key or the day's quota.

use super::is_word;
use crate::provider::youtube::day;
use crate::{Code, StepError};
use google_youtube3::Error;
use google_youtube3::common::{Delegate, Response, Retry as Again};
use jiff::Timestamp;
use serde_json::Value;
use std::time::Duration;

/// What the client's errors leave out: the HTTP status and how long to wait.
pub(super) struct Refusal<'a> {
    /// Never repeated, whoever sends it back to us.
    pub key: &'a str,
    pub status: u16,
    pub wait: Option<Duration>,
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

pub(super) fn failure(error: Error, refusal: &Refusal<'_>, now: Timestamp) -> StepError {
    match error {
        Error::BadRequest(body) => refused(&body, refusal, now),
        Error::Failure(_) => refusal.busy(format!("YouTube answers HTTP {}", refusal.status)),
        Error::HttpError(error) => broken(&error),
        Error::Io(error) => broken(&error),
        _ => odd(),
    }
}

pub(super) fn odd() -> StepError {
    StepError::retry(
        Code::ProviderReply,
        "YouTube's reply is not of its documented form",
    )
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
        return StepError::retry_after(Code::ProviderQuota, day(now).1, detail);
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
    if is(&[
        "playlistItemsNotAccessible",
        "playlistForbidden",
        "channelForbidden",
    ]) {
        return StepError::fail(Code::Private, detail);
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
