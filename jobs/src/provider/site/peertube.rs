//! PeerTube, on whatever host: known by the form of its ids, asked by the oEmbed that its page names.

use super::{Answer, Named, Site, path};
use crate::provider::page;
use url::Url;

pub(super) const SITE: Site = Site {
    name: "peertube",
    title: "PeerTube",
    read,
    // The page says the rest, and where it is none of PeerTube's after all, what else it is.
    resolve: |providers, page, _| Box::pin(page::resolve(providers, page.as_str())) as Answer<'_>,
};

/// The digits of the short form: base 58 as Flickr writes it.
const DIGITS: &[u8; 58] = b"123456789abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ";
/// Digits of a short id.
const SHORT: usize = 22;

/// `/w/SHORT`, `/videos/watch/UUID`, `/videos/embed/UUID`: one id in two writings.
fn read(url: &Url) -> Option<Named> {
    let number = match path(url).as_slice() {
        ["w", id] | ["videos", "watch" | "embed", id] => uuid(id).or_else(|| long(id))?,
        _ => return None,
    };
    let (id, host) = (short(number), url.host_str()?);
    let scheme = url.scheme();
    Some(Named {
        kind: "video",
        canonical: format!("{scheme}://{host}/w/{id}"),
        // Hosts that follow each other show one video under one number.
        id,
    })
}

/// A UUID in its usual writing, made by chance as PeerTube makes them.
fn uuid(text: &str) -> Option<u128> {
    let parts: Vec<usize> = text.split('-').map(str::len).collect();
    let hex: String = text.chars().filter(|&c| c != '-').collect();
    let is_hex = hex.bytes().all(|b| b.is_ascii_hexdigit());
    (parts == [8, 4, 4, 4, 12] && is_hex)
        .then(|| u128::from_str_radix(&hex, 16).ok())?
        .filter(is_by_chance)
}

/// A UUID in its short writing.
fn long(text: &str) -> Option<u128> {
    if text.len() != SHORT {
        return None;
    }
    let digits = text
        .bytes()
        .map(|byte| DIGITS.iter().position(|&digit| digit == byte));
    let number = digits.into_iter().try_fold(0u128, |number, digit| {
        number.checked_mul(58)?.checked_add(digit? as u128)
    });
    number.filter(is_by_chance)
}

/// Version 4 of RFC 9562: six bits are fixed, so that hardly another word of 22 letters is one.
fn is_by_chance(number: &u128) -> bool {
    number >> 76 & 0xf == 4 && number >> 62 & 0b11 == 0b10
}

fn short(mut number: u128) -> String {
    let mut digits = [DIGITS[0]; SHORT];
    for digit in digits.iter_mut().rev() {
        *digit = DIGITS[(number % 58) as usize];
        number /= 58;
    }
    digits.iter().map(|&digit| char::from(digit)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_id_in_two_writings() {
        let number = uuid("9c9de5e8-0a1e-484a-b099-e80766180a6d").unwrap();
        assert_eq!(short(number), "kkGMgK9ZtnKfYAgnEtQxbv");
        assert_eq!(long("kkGMgK9ZtnKfYAgnEtQxbv"), Some(number));
        assert_eq!(uuid("9c9de5e8-0a1e-184a-b099-e80766180a6d"), None);
        assert_eq!(long("MainPageOfOurGroupWiki"), None);
    }
}
