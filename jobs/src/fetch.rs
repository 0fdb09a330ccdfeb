//! The one guarded client: every request that leaves this machine goes through it.

use crate::StepError;
use std::net::IpAddr;
use std::time::Duration;
use url::Url;

/// What the guard lets through, and how much.
#[derive(Clone, Debug)]
pub struct Rules {
    /// Addresses allowed although they are not public: networks, each with an optional port.
    pub allow: Vec<Allowed>,
    /// Redirects followed at most.
    pub redirects: usize,
    /// Time for a whole request, all redirects included.
    pub timeout: Duration,
}

impl Default for Rules {
    fn default() -> Self {
        Self { allow: Vec::new(), redirects: 5, timeout: Duration::from_secs(20) }
    }
}

/// A named exception of the guard: a network and, if given, one port of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allowed {
    /// The network.
    pub net: ipnet::IpNet,
    /// The port, or all of them.
    pub port: Option<u16>,
}

impl std::str::FromStr for Allowed {
    type Err = String;

    /// Reads `127.0.0.1`, `127.0.0.1:9000`, `10.0.0.0/8`, `[::1]:9000`, `fd00::/8`.
    fn from_str(_text: &str) -> Result<Self, String> {
        todo!()
    }
}

/// The guarded client. Cheap to clone.
#[derive(Clone)]
pub struct Fetcher {}

/// A reply, whole, within the caller's cap.
#[derive(Debug)]
pub struct Reply {
    /// The HTTP status.
    pub status: u16,
    /// The address that answered, after redirects.
    pub url: Url,
    /// The `Content-Type`, as sent.
    pub content_type: Option<String>,
    /// `Retry-After` in seconds from now, when the reply names one.
    pub retry_after: Option<Duration>,
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

impl Fetcher {
    /// A client under these rules.
    ///
    /// # Errors
    /// When the TLS set-up fails.
    pub fn new(_rules: Rules) -> Result<Self, StepError> {
        todo!()
    }

    /// Fetches one address with GET, at most `cap` decoded bytes of it.
    ///
    /// # Errors
    /// `AddressRefused`, `TooManyRedirects`, `TooLarge` are final; `Timeout` and `Unreachable` may pass.
    /// Any HTTP status is a reply, not an error.
    pub async fn get(&self, _url: &Url, _hosts: &Hosts, _cap: usize) -> Result<Reply, StepError> {
        todo!()
    }
}

/// Whether an address is a public one: not private, loopback, link-local,
/// shared, documentation, multicast, reserved, or a wrapping of IPv4 (mapped, NAT64, 6to4, Teredo).
pub fn is_public(_address: IpAddr) -> bool {
    todo!()
}
