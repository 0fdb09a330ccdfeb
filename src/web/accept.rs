//! What a reader takes: in which encodings, and whether they have it already.

use crate::feed::{Encoding, Packed};
use crate::model::clock::timestamp;
use axum::http::{HeaderMap, header};

/// RFC 9110, section 13: If-None-Match decides where it is sent, else If-Modified-Since.
/// `modified` in milliseconds since 1970, where somebody knows.
pub fn has(headers: &HeaderMap, packed: &Packed, modified: Option<i64>) -> bool {
    let mut tags = headers.get_all(header::IF_NONE_MATCH).iter().peekable();
    if tags.peek().is_some() {
        return tags
            .filter_map(|tags| tags.to_str().ok())
            .flat_map(|tags| tags.split(','))
            .any(|tag| tag.trim() == "*" || packed.is_own(tag));
    }
    let Some(modified) = modified else {
        return false;
    };
    let since = headers
        .get(header::IF_MODIFIED_SINCE)
        .and_then(|since| since.to_str().ok());
    let since = since.and_then(|since| {
        jiff::fmt::rfc2822::DateTimeParser::new()
            .parse_timestamp(since)
            .ok()
    });
    since.is_some_and(|since| timestamp(modified).as_second() <= since.as_second())
}

/// RFC 9110, section 12.5.3: the encoding with the highest weight, of several the smallest; plain where none suits, for
/// an answer in plain is better than none.
pub fn encoding(headers: &HeaderMap) -> Encoding {
    // As small as they come.
    const OURS: [(Encoding, &[&str]); 3] = [
        (Encoding::Brotli, &["br"]),
        (Encoding::Zstd, &["zstd"]),
        (Encoding::Gzip, &["gzip", "x-gzip"]),
    ];
    // What is said first of each, of plain and of any.
    let (mut ours, mut plain, mut any) = ([None; 3], None, None);
    let said = headers.get_all(header::ACCEPT_ENCODING).iter();
    let said = said
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','));
    for (name, weight) in said.map(weighed) {
        let is = |known: &&str| known.eq_ignore_ascii_case(name);
        let place = match OURS.iter().position(|(_, names)| names.iter().any(is)) {
            Some(place) => &mut ours[place],
            None if is(&"identity") => &mut plain,
            None if name == "*" => &mut any,
            None => continue,
        };
        place.get_or_insert(weight);
    }
    let mut best = (Encoding::Plain, 0.0);
    for ((encoding, _), weight) in OURS.into_iter().zip(ours) {
        let weight = weight.or(any).unwrap_or(0.0);
        if weight > best.1 {
            best = (encoding, weight);
        }
    }
    match plain {
        Some(weight) if weight > best.1 => Encoding::Plain,
        _ => best.0,
    }
}

/// A name and its weight; a weight that cannot be read counts as if nobody had said it.
fn weighed(part: &str) -> (&str, f32) {
    let (name, weight) = part.split_once(';').unwrap_or((part, ""));
    let weight = weight
        .trim()
        .strip_prefix("q=")
        .or(weight.trim().strip_prefix("Q="));
    let weight = weight.map_or(1.0, |weight| weight.trim().parse::<f32>().unwrap_or(0.0));
    (name.trim(), weight.clamp(0.0, 1.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    #[test]
    fn the_encoding_that_a_reader_wants() {
        for (said, wanted) in [
            ("", Encoding::Plain),
            ("gzip", Encoding::Gzip),
            ("gzip, deflate", Encoding::Gzip),
            ("gzip, deflate, br", Encoding::Brotli),
            ("gzip, deflate, br, zstd", Encoding::Brotli),
            ("zstd;q=0.9, gzip;q=0.5", Encoding::Zstd),
            ("br;q=0, *", Encoding::Zstd),
            ("*", Encoding::Brotli),
            ("*;q=0", Encoding::Plain),
            ("identity, gzip;q=0.5", Encoding::Plain),
            ("identity;q=0.5, gzip;q=1.0", Encoding::Gzip),
            ("gzip;q=0", Encoding::Plain),
            ("GZIP", Encoding::Gzip),
            ("x-gzip", Encoding::Gzip),
            (";;;,,,q=,", Encoding::Plain),
            ("gzip;q=abc", Encoding::Plain),
            ("gzip;q=NaN, br;q=0.1", Encoding::Brotli),
            ("deflate, compress", Encoding::Plain),
            ("gzip;q=99", Encoding::Gzip),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(
                header::ACCEPT_ENCODING,
                HeaderValue::from_str(said).unwrap(),
            );
            assert_eq!(encoding(&headers), wanted, "{said}");
        }
        let mut odd = HeaderMap::new();
        odd.insert(
            header::ACCEPT_ENCODING,
            HeaderValue::from_bytes(b"\xff\xfe").unwrap(),
        );
        assert_eq!(encoding(&odd), Encoding::Plain);
    }
}
