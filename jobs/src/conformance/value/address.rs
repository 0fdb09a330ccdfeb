//! Addresses.

use url::Url;

/// An absolute address of a page or file on the web.
pub fn is_web(text: &str) -> bool {
    let rest = strip(text, "https://").or_else(|| strip(text, "http://"));
    match rest {
        // Most are of plain letters; what is not is read as browsers read it.
        Some(rest) if is_plain(rest) => true,
        Some(_) => is_one_word(text) && Url::parse(text).is_ok_and(|url| url.has_host()),
        None => false,
    }
}

/// An absolute address of any scheme.
pub fn is_absolute(text: &str) -> bool {
    is_web(text) || is_one_word(text) && Url::parse(text).is_ok_and(|url| !url.scheme().is_empty())
}

/// Whether it is of letters, digits and signs that every server takes.
pub fn is_ascii(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_graphic())
}

pub fn is_https(text: &str) -> bool {
    strip(text, "https://").is_some()
}

/// An address's path, without its query.
pub fn path(text: &str) -> &str {
    let text = text.split_once(['?', '#']).map_or(text, |(path, _)| path);
    let rest = text.split_once("://").map_or(text, |(_, rest)| rest);
    rest.find('/').map_or("", |at| &rest[at..])
}

/// What a path ends in, in lower case and without the dot; at most eight letters.
pub fn ending(text: &str) -> String {
    let last = path(text).rsplit('/').next().unwrap_or_default();
    match last.rsplit_once('.') {
        Some((_, ending)) if ending.len() <= 8 => ending.to_ascii_lowercase(),
        _ => String::new(),
    }
}

fn strip<'a>(text: &'a str, scheme: &str) -> Option<&'a str> {
    let (start, rest) = text.split_at_checked(scheme.len())?;
    start.eq_ignore_ascii_case(scheme).then_some(rest)
}

fn is_one_word(text: &str) -> bool {
    !text.is_empty() && !text.contains(|c: char| c.is_whitespace() || c.is_control())
}

/// A host of letters, digits and dots, and behind it what RFC 3986 allows.
fn is_plain(rest: &str) -> bool {
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (host, behind) = rest.split_at(end);
    let is_host = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.');
    let is_behind =
        |byte: u8| byte.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&'()*+,;=%".contains(&byte);
    host.starts_with(|c: char| c.is_ascii_alphabetic())
        && !host.contains("..")
        && !host.contains("xn--")
        && host.bytes().all(is_host)
        && behind.bytes().all(is_behind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        for (text, web, absolute) in [
            ("https://example.org/a?b=c#d", true, true),
            ("HTTP://example.org", true, true),
            ("http://[2001:db8::1]/a", true, true),
            ("https://bücher.example/ä", true, true),
            ("https://example.org/a b", false, false),
            ("//example.org/", false, false),
            ("/a", false, false),
            ("https://", false, false),
            ("https://a..b/", true, true),
            ("urn:uuid:1", false, true),
            ("mailto:a@example.org", false, true),
            ("www.example.org", false, false),
            ("", false, false),
        ] {
            assert_eq!((is_web(text), is_absolute(text)), (web, absolute), "{text}");
        }
    }

    #[test]
    fn endings() {
        assert_eq!(ending("https://example.org/a/B.MP3?x=y.m4a"), "mp3");
        assert_eq!(ending("https://example.org"), "");
        assert_eq!(ending("https://example.org/a.b/c"), "");
        assert_eq!(path("https://example.org/a?b"), "/a");
    }
}
