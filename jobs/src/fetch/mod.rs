//! The one guarded client: every request that leaves this machine goes through it.
//!
//! Redirects are followed by hand, so that each hop's address is checked; names
//! are resolved by the [`Guard`], so that what was checked is what is connected to.

use crate::{Code, StepError};
use condition::fresh_for;
use gate::Gate;
use guard::Resolver;
use http::HeaderMap;
use jiff::fmt::rfc2822;
use std::collections::BTreeMap;
use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;
use url::Url;

mod address;
mod condition;
mod connector;
mod gate;
pub mod guard;
mod hops;
mod opened;
mod trace;

pub use address::is_public;
pub use condition::Condition;
pub use connector::{Cap, Connector};
pub use gate::Passing;
pub use guard::{Allowed, Guard, Lookup};
pub(crate) use hops::MOST_ADDRESS;
use hops::{Hops, Turn};
pub use opened::{Opened, Part};
pub use trace::Trace;

/// What the guard lets through, and how much.
#[derive(Clone, Debug)]
pub struct Rules {
    /// Addresses allowed although they are not public: networks, each with an optional port.
    pub allow: Vec<Allowed>,
    /// Redirects followed at most.
    pub redirects: usize,
    /// Time for a whole request, all redirects included.
    pub timeout: Duration,
    /// Time for one thing that takes many requests, such as an archive.
    pub patience: Duration,
    /// A stand-in that is asked instead of hosts under `.example`, which nobody can own (RFC 2606), and of
    /// those providers that have no setting of their own: `https://a.example/b` is `web/a.example/b` there.
    pub replay: Option<Url>,
    /// The time by which hosts are left alone.
    pub passing: Passing,
}

impl Default for Rules {
    fn default() -> Self {
        Self {
            allow: Vec::new(),
            redirects: 5,
            timeout: Duration::from_secs(20),
            patience: Duration::from_secs(180),
            replay: None,
            passing: Passing::default(),
        }
    }
}

/// The guarded client. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Fetcher {
    client: reqwest::Client,
    /// One client more for each port that an exception names: a resolver is told no port, so each
    /// of these knows the one it is for.
    named: BTreeMap<u16, reqwest::Client>,
    tls: rustls::ClientConfig,
    guard: Guard,
    gate: Gate,
    rules: Rules,
}

/// A reply, whole, within the caller's cap.
#[derive(Debug)]
pub struct Reply {
    /// The HTTP status.
    pub status: u16,
    /// The address that answered, after redirects.
    pub url: Url,
    /// The `Content-Type`, as sent.
    pub content_type: Option<String>,
    /// `Retry-After` in seconds from now, when the reply names one: a day at most.
    pub retry_after: Option<Duration>,
    /// What it gives to ask again whether it changed.
    pub condition: Condition,
    /// How long it calls itself fresh.
    pub fresh_for: Option<Duration>,
    /// Where it has moved for good: as far as permanent redirects alone led.
    pub moved: Option<Url>,
    /// The decoded body.
    pub body: Vec<u8>,
}

/// Which hosts a request may speak to.
#[derive(Clone, Debug)]
pub enum Hosts {
    /// Any host with a public address.
    Public,
    /// Exactly these hosts (with port where it is not the scheme's own), at every hop; still checked by address.
    Only(Vec<String>),
}

impl Hosts {
    /// Only the host of this address.
    pub fn of(url: &Url) -> Hosts {
        Hosts::Only(vec![host(url)])
    }

    /// Whether an address is on one of these hosts.
    pub fn hold(&self, url: &Url) -> bool {
        match self {
            Hosts::Public => true,
            Hosts::Only(hosts) => hosts.iter().any(|known| *known == host(url)),
        }
    }
}

/// Host, and port where it is not the scheme's own.
pub fn host(url: &Url) -> String {
    let host = url.host_str().unwrap_or_default();
    url.port()
        .map_or(host.to_owned(), |port| format!("{host}:{port}"))
}

impl Fetcher {
    /// A client under these rules.
    ///
    /// # Errors
    /// When the TLS set-up fails.
    pub fn new(rules: Rules) -> Result<Self, StepError> {
        let guard = Guard::new(&rules);
        Self::with_guard(rules, guard)
    }

    /// A client whose guard resolves names elsewhere.
    ///
    /// # Errors
    /// When the TLS set-up fails.
    pub fn with_guard(rules: Rules, guard: Guard) -> Result<Self, StepError> {
        let tls = tls().map_err(no_tls)?;
        let client = |port| {
            reqwest::Client::builder()
                .no_proxy()
                .redirect(reqwest::redirect::Policy::none())
                .tls_backend_preconfigured(tls.clone())
                .dns_resolver(Resolver {
                    guard: guard.clone(),
                    port,
                })
                .user_agent(concat!("pugcast/", env!("CARGO_PKG_VERSION")))
                // A kept connection would outlive the check of its address.
                .pool_max_idle_per_host(0)
                .connect_timeout(rules.timeout.min(Duration::from_secs(10)))
                .build()
                .map_err(|error| no_tls(error.without_url()))
        };
        let named = guard
            .ports()
            .into_iter()
            .map(|port| Ok((port, client(Some(port))?)));
        Ok(Self {
            client: client(None)?,
            named: named.collect::<Result<_, StepError>>()?,
            tls,
            guard,
            gate: Gate::new(rules.passing.clone()),
            rules,
        })
    }

    /// Fetches one address with GET, at most `cap` decoded bytes of it.
    ///
    /// # Errors
    /// `AddressRefused`, `TooManyRedirects`, `TooLarge` are final; `Timeout` and `Unreachable` may pass.
    /// Any HTTP status is a reply, not an error.
    pub async fn get(&self, url: &Url, hosts: &Hosts, cap: usize) -> Result<Reply, StepError> {
        self.get_if(url, hosts, cap, &Condition::default()).await
    }

    /// As [`Fetcher::get`], unless nothing changed since: then the status is 304.
    ///
    /// # Errors
    /// As [`Fetcher::get`].
    pub async fn get_if(
        &self,
        url: &Url,
        hosts: &Hosts,
        cap: usize,
        condition: &Condition,
    ) -> Result<Reply, StepError> {
        // Waiting for others to be done with the host is no time of its own.
        let turn = self.turn(url, hosts).await?;
        let whole = async {
            let mut hops = self
                .hops(url.clone(), hosts, turn, |request| condition.on(request))
                .await?;
            let body = read(&hops.url, &mut hops.response, cap).await?;
            let headers = hops.response.headers();
            Ok(Reply {
                status: hops.response.status().as_u16(),
                content_type: header(headers, "content-type").map(str::to_owned),
                retry_after: retry_after(headers),
                condition: Condition::of(headers),
                fresh_for: fresh_for(headers),
                moved: hops.moved,
                url: hops.url,
                body,
            })
        };
        tokio::time::timeout(self.rules.timeout, whole)
            .await
            .unwrap_or_else(|_| Err(timed_out(url, self.rules.timeout)))
    }

    /// Asks for bytes of one address from one place on, to another or to the end, and leaves the body to the caller.
    /// Whether the server keeps to the range is for its reply to say.
    ///
    /// # Errors
    /// As [`Fetcher::get`].
    pub async fn open(
        &self,
        url: &Url,
        hosts: &Hosts,
        first: u64,
        last: Option<u64>,
    ) -> Result<Opened, StepError> {
        let last = last.map_or_else(String::new, |last| last.to_string());
        let range = format!("bytes={first}-{last}");
        let hops = self.reach(url, hosts, |request| {
            // A part of what is compressed is a part of something else.
            request
                .header("range", &range)
                .header("accept-encoding", "identity")
        });
        Ok(Opened::new(hops.await?, self.rules.timeout))
    }

    /// A connector for clients that bring their own HTTP (google-youtube3): same guard, at most `cap` bytes a connection.
    pub fn connector(&self, cap: usize) -> (Connector, Cap) {
        connector::connector(self.guard.clone(), self.tls.clone(), cap)
    }

    /// Time for one thing that takes many requests.
    pub fn patience(&self) -> Duration {
        self.rules.patience
    }

    /// The time that other clients' requests keep to as well.
    pub fn timeout(&self) -> Duration {
        self.rules.timeout
    }
}

/// The body, piece by piece, so that an endless one ends at the cap.
async fn read(
    url: &Url,
    response: &mut reqwest::Response,
    cap: usize,
) -> Result<Vec<u8>, StepError> {
    let mut body = Vec::new();
    while let Some(piece) = response
        .chunk()
        .await
        .map_err(|error| failure(url, error))?
    {
        if body.len() + piece.len() > cap {
            return Err(StepError::fail(
                Code::TooLarge,
                format!("{} sends more than {cap} bytes", host(url)),
            ));
        }
        body.extend_from_slice(&piece);
    }
    Ok(body)
}

fn header<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get(name)
        .and_then(|value| value.to_str().ok())
        .map(str::trim)
}

/// No server makes us wait longer than this.
const LONGEST_WAIT: Duration = Duration::from_secs(24 * 60 * 60);

/// `Retry-After`: seconds, or a moment by the clock that the reply's own `Date` tells.
pub(crate) fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let text = header(headers, "retry-after")?;
    let wait = match text.parse() {
        Ok(seconds) => Duration::from_secs(seconds),
        Err(_) => {
            let moment = |text| rfc2822::DateTimeParser::new().parse_timestamp(text).ok();
            let now = moment(header(headers, "date")?)?;
            Duration::try_from(moment(text)?.duration_since(now)).ok()?
        }
    };
    (!wait.is_zero()).then_some(wait.min(LONGEST_WAIT))
}

/// Mozilla's roots, built in: a machine without certificates of its own works too.
pub(crate) fn tls() -> Result<rustls::ClientConfig, rustls::Error> {
    let roots = rustls::RootCertStore::from_iter(webpki_roots::TLS_SERVER_ROOTS.iter().cloned());
    let ring = Arc::new(rustls::crypto::ring::default_provider());
    Ok(rustls::ClientConfig::builder_with_provider(ring)
        .with_safe_default_protocol_versions()?
        .with_root_certificates(roots)
        .with_no_client_auth())
}

fn no_tls(error: impl std::fmt::Display) -> StepError {
    StepError::fail(Code::Internal, format!("cannot set up TLS: {error}"))
}

/// Never with the address's query in it: keys stand there.
fn failure(url: &Url, error: reqwest::Error) -> StepError {
    if let Some(refused) = guard::refusal(&error) {
        return StepError::fail(Code::AddressRefused, refused);
    }
    if error.is_timeout() {
        return StepError::retry(
            Code::Timeout,
            format!("{} did not answer in time", host(url)),
        );
    }
    let error = error.without_url();
    let cause =
        std::iter::successors(std::error::Error::source(&error), |cause| cause.source()).last();
    let detail = cause.map_or_else(|| error.to_string(), ToString::to_string);
    StepError::retry(Code::Unreachable, format!("{}: {detail}", host(url)))
}

fn timed_out(url: &Url, limit: Duration) -> StepError {
    StepError::retry(
        Code::Timeout,
        format!("{} took longer than {} s", host(url), limit.as_secs_f32()),
    )
}

/// What a look-up of fixed addresses answers, for guards that ask nobody.
pub fn fixed(addresses: Vec<IpAddr>) -> Lookup {
    Arc::new(move |_| {
        let addresses = addresses.clone();
        Box::pin(async move { Ok(addresses) })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_long_to_wait() {
        let wait = |date: &str, after: &str| {
            let mut headers = HeaderMap::new();
            if !date.is_empty() {
                headers.insert("date", date.parse().unwrap());
            }
            headers.insert("retry-after", after.parse().unwrap());
            retry_after(&headers).map(|wait| wait.as_secs())
        };
        let date = "Mon, 23 Nov 2026 12:00:00 GMT";
        assert_eq!(wait("", " 120 "), Some(120));
        assert_eq!(wait(date, "Mon, 23 Nov 2026 12:30:00 GMT"), Some(1800));
        assert_eq!(wait("", "Mon, 23 Nov 2026 12:30:00 GMT"), None, "no clock");
        assert_eq!(wait(date, "Mon, 23 Nov 2026 11:00:00 GMT"), None, "past");
        assert_eq!(wait(date, "Tue, 31 Dec 2999 23:59:59 GMT"), Some(86_400));
        assert_eq!(wait("", "18446744073709551615"), Some(86_400));
        assert_eq!(wait("", "soon"), None);
        assert_eq!(wait("", "0"), None);
    }
}
