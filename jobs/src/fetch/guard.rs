//! What may be connected to: names are resolved here, and only checked addresses leave.

use super::{Rules, is_public};
use crate::{Code, StepError};
use futures::future::BoxFuture;
use std::collections::BTreeSet;
use std::fmt;
use std::net::{IpAddr, SocketAddr};
use std::str::FromStr;
use std::sync::Arc;
use url::{Host, Url};

/// A named exception of the guard: a network and, if given, one port of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allowed {
    /// The network.
    pub net: ipnet::IpNet,
    /// The port, or all of them.
    pub port: Option<u16>,
}

impl FromStr for Allowed {
    type Err = String;

    /// Reads `127.0.0.1`, `127.0.0.1:9000`, `10.0.0.0/8`, `[::1]:9000`, `fd00::/8`.
    fn from_str(text: &str) -> Result<Self, String> {
        let text = text.trim();
        if let Ok(address) = text.parse::<SocketAddr>() {
            return Ok(Allowed {
                net: address.ip().into(),
                port: Some(address.port()),
            });
        }
        if let Ok(address) = text.trim_matches(['[', ']']).parse::<IpAddr>() {
            return Ok(Allowed {
                net: address.into(),
                port: None,
            });
        }
        let net = text
            .parse()
            .map_err(|_| format!("“{text}” is no address, address:port or network"))?;
        Ok(Allowed { net, port: None })
    }
}

/// Turns a name into addresses.
pub type Lookup =
    Arc<dyn Fn(String) -> BoxFuture<'static, std::io::Result<Vec<IpAddr>>> + Send + Sync>;

/// The check before every connection.
#[derive(Clone)]
pub struct Guard {
    allow: Vec<Allowed>,
    lookup: Lookup,
}

/// A name or address that is not to be connected to.
#[derive(Debug, thiserror::Error)]
#[error("{host} is at {address}, which is not a public address")]
pub struct Refused {
    host: String,
    address: IpAddr,
}

impl Guard {
    /// A guard that asks the system for names.
    pub fn new(rules: &Rules) -> Guard {
        let system: Lookup = Arc::new(|name| {
            Box::pin(async move {
                Ok(tokio::net::lookup_host((name.as_str(), 0))
                    .await?
                    .map(|a| a.ip())
                    .collect())
            })
        });
        Guard::with_lookup(rules, system)
    }

    /// A guard that asks somebody else for names.
    pub fn with_lookup(rules: &Rules, lookup: Lookup) -> Guard {
        Guard {
            allow: rules.allow.clone(),
            lookup,
        }
    }

    /// Checks an address's form before anything is asked: scheme, no user part, and an IP literal's range.
    ///
    /// # Errors
    /// `AddressRefused`.
    pub fn check(&self, url: &Url) -> Result<(), StepError> {
        let refused = |why: String| Err(StepError::fail(Code::AddressRefused, why));
        if !matches!(url.scheme(), "http" | "https") {
            return refused(format!(
                "{}: is not fetched, only http and https",
                url.scheme()
            ));
        }
        if !url.username().is_empty() || url.password().is_some() {
            return refused("an address with a user name in it is not fetched".into());
        }
        let port = url.port_or_known_default().unwrap_or(0);
        let literal = match url.host() {
            Some(Host::Ipv4(address)) => IpAddr::V4(address),
            Some(Host::Ipv6(address)) => IpAddr::V6(address),
            Some(Host::Domain(name)) if is_name(name) => return Ok(()),
            _ => return refused("an address without the name of a host".into()),
        };
        if self.lets(literal, Some(port)) {
            Ok(())
        } else {
            refused(format!("{literal} is not a public address"))
        }
    }

    /// The addresses of a name, all of them checked: one special address among them refuses the name.
    /// Where the port is not known, exceptions with a port do not count.
    ///
    /// # Errors
    /// What the look-up says, or [`Refused`] inside an I/O error.
    pub async fn resolve(&self, name: &str, port: Option<u16>) -> std::io::Result<Vec<SocketAddr>> {
        let addresses = (self.lookup)(name.to_owned()).await?;
        if let Some(&address) = addresses.iter().find(|&&address| !self.lets(address, port)) {
            return Err(std::io::Error::other(Refused {
                host: name.to_owned(),
                address,
            }));
        }
        Ok(addresses
            .into_iter()
            .map(|address| SocketAddr::new(address, 0))
            .collect())
    }

    /// The ports that exceptions name.
    pub(super) fn ports(&self) -> BTreeSet<u16> {
        self.allow
            .iter()
            .filter_map(|allowed| allowed.port)
            .collect()
    }

    fn lets(&self, address: IpAddr, port: Option<u16>) -> bool {
        is_public(address)
            || self.allow.iter().any(|allowed| {
                allowed.net.contains(&address)
                    && allowed.port.is_none_or(|wanted| port == Some(wanted))
            })
    }
}

/// What can be the name of a host: the web's parser lets more through (`${NAME}`, `a&b`).
fn is_name(name: &str) -> bool {
    !name.is_empty()
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"-._".contains(&byte))
}

impl fmt::Debug for Guard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Guard")
            .field("allow", &self.allow)
            .finish_non_exhaustive()
    }
}

/// Resolves names through the guard, for connections to one port (or to any but those that exceptions name).
#[derive(Clone)]
pub(super) struct Resolver {
    pub(super) guard: Guard,
    pub(super) port: Option<u16>,
}

impl reqwest::dns::Resolve for Resolver {
    fn resolve(&self, name: reqwest::dns::Name) -> reqwest::dns::Resolving {
        let Resolver { guard, port } = self.clone();
        Box::pin(async move {
            let addresses = guard.resolve(name.as_str(), port).await?;
            Ok(Box::new(addresses.into_iter()) as reqwest::dns::Addrs)
        })
    }
}

/// Whether the guard's refusal is somewhere among an error's causes.
pub fn refusal(error: &(dyn std::error::Error + 'static)) -> Option<String> {
    let mut cause = Some(error);
    while let Some(error) = cause {
        if let Some(refused) = error.downcast_ref::<Refused>() {
            return Some(refused.to_string());
        }
        // An I/O error hides its cause from `source` when it has a custom one inside.
        if let Some(inner) = error
            .downcast_ref::<std::io::Error>()
            .and_then(|error| error.get_ref())
            && let Some(refused) = inner.downcast_ref::<Refused>()
        {
            return Some(refused.to_string());
        }
        cause = error.source();
    }
    None
}
