//! Where an address leads: asked for one byte, every hop checked, nothing of the body kept.

use super::{Fetcher, Hosts, header, next, retry_after, timed_out};
use crate::{Code, StepError};
use std::time::Duration;
use url::Url;

/// What the end of a chain of redirects answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trace {
    /// The HTTP status at the end.
    pub status: u16,
    /// Where it moved to for good: as far as the redirects from the first on are permanent ones (301, 308).
    pub moved: Option<Url>,
    /// `Retry-After` in seconds from now, when the reply names one: a day at most.
    pub retry_after: Option<Duration>,
    /// The `Content-Type` at the end, as sent.
    pub content_type: Option<String>,
}

impl Fetcher {
    /// Asks an address for its first byte, follows its redirects, and says what stands at the end.
    ///
    /// # Errors
    /// `AddressRefused` and `TooManyRedirects` are final; `Timeout` and `Unreachable` may pass.
    /// Any HTTP status is a reply, not an error.
    pub async fn trace(&self, url: &Url) -> Result<Trace, StepError> {
        let patience = self.rules.timeout;
        tokio::time::timeout(patience, self.traced(url.clone()))
            .await
            .unwrap_or_else(|_| Err(timed_out(url, patience)))
    }

    async fn traced(&self, mut url: Url) -> Result<Trace, StepError> {
        let (mut moved, mut for_good) = (None, true);
        for _ in 0..=self.rules.redirects {
            let response = self.hop(&url, &Hosts::Public, Some("bytes=0-0")).await?;
            let status = response.status().as_u16();
            let Some(onward) = next(&url, &response)? else {
                return Ok(Trace {
                    status,
                    moved,
                    retry_after: retry_after(response.headers()),
                    content_type: header(response.headers(), "content-type").map(str::to_owned),
                });
            };
            for_good &= matches!(status, 301 | 308);
            if for_good {
                moved = Some(onward.clone());
            }
            url = onward;
        }
        Err(StepError::fail(
            Code::TooManyRedirects,
            format!("more than {} redirects", self.rules.redirects),
        ))
    }
}
