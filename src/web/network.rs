//! Which network a request comes from: enough to bound what one of them can do, and nobody's own address.

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::HeaderMap;
use axum::http::request::Parts;
use std::convert::Infallible;
use std::net::{IpAddr, SocketAddr};

/// The network, as `203.0.113.0/24` or `2001:db8:1::/48`; none where nobody knows it.
pub struct Network(pub Option<String>);

impl<S: Sync> FromRequestParts<S> for Network {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Network, Infallible> {
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>();
        let peer = peer.map(|ConnectInfo(address)| address.ip().to_canonical());
        Ok(Network(asker(peer, &parts.headers).map(network)))
    }
}

/// Who asks: the peer, or whom a proxy beside us names. A peer from outside is believed nothing.
fn asker(peer: Option<IpAddr>, headers: &HeaderMap) -> Option<IpAddr> {
    if let Some(peer) = peer.filter(|peer| !is_near(*peer)) {
        return Some(peer);
    }
    // What stands last was written by the proxy beside us; what stands before that, by anybody.
    let last = headers.get_all("x-forwarded-for").iter().next_back();
    let last = last.and_then(|last| last.to_str().ok()?.rsplit(',').next());
    let named = last.map(str::trim).and_then(|text| {
        let address = text.parse::<IpAddr>();
        address
            .or_else(|_| text.parse::<SocketAddr>().map(|it| it.ip()))
            .ok()
    });
    named.map(|address| address.to_canonical()).or(peer)
}

fn is_near(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => v4.is_loopback() || v4.is_private() || v4.is_link_local(),
        IpAddr::V6(v6) => v6.is_loopback() || v6.is_unique_local() || v6.is_unicast_link_local(),
    }
}

fn network(address: IpAddr) -> String {
    match address {
        IpAddr::V4(v4) => {
            let [a, b, c, _] = v4.octets();
            format!("{a}.{b}.{c}.0/24")
        }
        IpAddr::V6(v6) => {
            let [a, b, c, ..] = v6.segments();
            format!("{a:x}:{b:x}:{c:x}::/48")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_network_and_not_an_address() {
        let of = |peer: &str, forwarded: &[&'static str]| {
            let mut headers = HeaderMap::new();
            for value in forwarded {
                headers.append("x-forwarded-for", value.parse().unwrap());
            }
            let peer = peer.parse::<IpAddr>().ok();
            asker(peer.map(|peer| peer.to_canonical()), &headers).map(network)
        };
        for (peer, forwarded, says) in [
            ("203.0.113.77", &[][..], Some("203.0.113.0/24")),
            // Whoever comes from outside can write any header.
            ("203.0.113.77", &["198.51.100.1"], Some("203.0.113.0/24")),
            (
                "127.0.0.1",
                &["6.6.6.6, 198.51.100.1"],
                Some("198.51.100.0/24"),
            ),
            (
                "10.0.0.2",
                &["6.6.6.6", "198.51.100.1:4711"],
                Some("198.51.100.0/24"),
            ),
            ("::1", &["2001:db8:1:2::3"], Some("2001:db8:1::/48")),
            ("::ffff:203.0.113.9", &[], Some("203.0.113.0/24")),
            ("127.0.0.1", &["unknown"], Some("127.0.0.0/24")),
            ("", &["198.51.100.1"], Some("198.51.100.0/24")),
            ("", &[], None),
        ] {
            assert_eq!(of(peer, forwarded).as_deref(), says, "{peer} {forwarded:?}");
        }
    }
}
