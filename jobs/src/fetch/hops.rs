//! From an address to the reply that is no redirect: each hop checked, each host asked in its turn.

use super::{Fetcher, Hosts, failure, host, retry_after, timed_out};
use crate::{Code, StepError};
use url::Url;

/// Bytes of an address that we ask or keep. PostgreSQL's indexes take 2,704, and no browser's bar holds more.
pub(crate) const MOST_ADDRESS: usize = 2048;

/// Hosts of providers without a setting of their own that a stand-in speaks for, too.
const STOOD_IN: &[&str] = &["archive.org", "flic.kr", "vimeo.com", "www.flickr.com"];

impl Fetcher {
    /// The reply at the end, in the time of one request. Waiting for others to be done with the host is no time of its own.
    pub(super) async fn reach(
        &self,
        url: &Url,
        hosts: &Hosts,
        with: impl Fn(reqwest::RequestBuilder) -> reqwest::RequestBuilder,
    ) -> Result<Hops, StepError> {
        let turn = self.turn(url, hosts).await?;
        let patience = self.rules.timeout;
        tokio::time::timeout(patience, self.hops(url.clone(), hosts, turn, with))
            .await
            .unwrap_or_else(|_| Err(timed_out(url, patience)))
    }

    /// The stand-in's address for a host under `.example`.
    fn stand_in(&self, url: &Url) -> Option<Url> {
        let replay = self.rules.replay.as_ref()?;
        let host = url
            .host_str()
            .filter(|host| host.ends_with(".example") || STOOD_IN.contains(host))?;
        let mut asked = replay.join(&format!("web/{host}{}", url.path())).ok()?;
        asked.set_query(url.query());
        Some(asked)
    }

    /// This host's turn. A provider's own hosts are asked as its quota allows, others one at a time.
    pub(super) async fn turn(&self, url: &Url, hosts: &Hosts) -> Result<Turn, StepError> {
        match hosts {
            Hosts::Only(_) => Ok(None),
            Hosts::Public => {
                let host = host(url);
                tokio::time::timeout(self.rules.patience, self.gate.enter(&host))
                    .await
                    .unwrap_or_else(|_| Err(timed_out(url, self.rules.patience)))
            }
        }
    }

    /// Follows redirects to the reply that is none; each hop is checked.
    pub(super) async fn hops(
        &self,
        mut url: Url,
        hosts: &Hosts,
        mut turn: Turn,
        with: impl Fn(reqwest::RequestBuilder) -> reqwest::RequestBuilder,
    ) -> Result<Hops, StepError> {
        let (mut moved, mut for_good) = (None, true);
        for _ in 0..=self.rules.redirects {
            let asked = self.stand_in(&url);
            let asked = asked.as_ref().unwrap_or(&url);
            self.guard.check(asked)?;
            if !hosts.hold(&url) {
                return Err(StepError::fail(
                    Code::AddressRefused,
                    format!("{} is not one of the provider's hosts", host(&url)),
                ));
            }
            let port = asked.port_or_known_default();
            let client = port.and_then(|port| self.named.get(&port));
            let request = with(client.unwrap_or(&self.client).get(asked.clone()));
            let response = request.send().await.map_err(|error| failure(&url, error))?;
            let status = response.status().as_u16();
            if matches!(status, 429 | 503)
                && let Some(wait) = retry_after(response.headers())
            {
                self.gate.wait(&host(&url), wait);
            }
            let Some(next) = next(&url, &response)? else {
                return Ok(Hops {
                    url,
                    response,
                    moved,
                    turn,
                });
            };
            for_good &= matches!(status, 301 | 308);
            if for_good {
                moved = Some(next.clone());
            }
            if host(&next) != host(&url) {
                drop(turn.take());
                turn = self.turn(&next, hosts).await?;
            }
            url = next;
        }
        Err(StepError::fail(
            Code::TooManyRedirects,
            format!("more than {} redirects", self.rules.redirects),
        ))
    }
}

/// A host's turn, while it lasts.
pub(super) type Turn = Option<tokio::sync::OwnedSemaphorePermit>;

/// The reply at the end of the redirects.
pub(super) struct Hops {
    pub url: Url,
    pub response: reqwest::Response,
    /// As far as permanent redirects alone led.
    pub moved: Option<Url>,
    pub turn: Turn,
}

/// Where a redirect leads; nothing when the reply is none.
fn next(url: &Url, response: &reqwest::Response) -> Result<Option<Url>, StepError> {
    if !matches!(response.status().as_u16(), 301 | 302 | 303 | 307 | 308) {
        return Ok(None);
    }
    let Some(location) = response
        .headers()
        .get("location")
        .and_then(|value| value.to_str().ok())
    else {
        return Ok(None);
    };
    let next = url
        .join(location)
        .map_err(|_| StepError::fail(Code::AddressRefused, "it redirects to what is no address"))?;
    if next.as_str().len() > MOST_ADDRESS {
        return Err(StepError::fail(
            Code::AddressRefused,
            format!("it redirects to an address of more than {MOST_ADDRESS} bytes"),
        ));
    }
    if url.scheme() == "https" && next.scheme() == "http" {
        return Err(StepError::fail(
            Code::AddressRefused,
            "it redirects from https to http",
        ));
    }
    Ok(Some(next))
}
