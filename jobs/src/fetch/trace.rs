//! Where an address leads: asked for one byte, every hop checked, nothing of the body kept.

use super::{Fetcher, Hosts, header, retry_after};
use crate::StepError;
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
        let hops = self.reach(url, &Hosts::Public, |request| {
            request
                .header("range", "bytes=0-0")
                .header("accept-encoding", "identity")
        });
        let hops = hops.await?;
        let headers = hops.response.headers();
        Ok(Trace {
            status: hops.response.status().as_u16(),
            retry_after: retry_after(headers),
            content_type: header(headers, "content-type").map(str::to_owned),
            moved: hops.moved,
        })
    }
}
