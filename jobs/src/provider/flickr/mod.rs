//! Flickr: the REST API with a key, oEmbed without.

use super::{Found, Providers};
use crate::StepError;
use crate::licence::Licence;
use serde_json::Value;
use url::Url;

mod oembed;
mod rest;

/// Where Flickr is, and our key.
#[derive(Clone)]
pub struct Settings {
    /// `https://www.flickr.com/services/rest/`.
    pub api: Url,
    /// `https://www.flickr.com/services/oembed/`.
    pub oembed: Url,
    /// An API key; without one oEmbed answers.
    pub key: Option<String>,
}

/// Hosts of Flickr's pictures.
const PICTURES: &[&str] = &["staticflickr.com"];

/// Asks Flickr about one photo (or video: one form of link holds both).
///
/// # Errors
/// As [`super::resolve`].
pub async fn photo(providers: &Providers, id: u64) -> Result<Found, StepError> {
    match &providers.flickr.key {
        Some(key) => rest::photo(providers, key, id).await,
        None => oembed::photo(providers, id).await,
    }
}

/// Licence ids of `flickr.photos.licenses.getInfo`.
fn licence(id: &Value) -> Option<Licence> {
    Some(match number(id)? {
        0 => Licence::AllRightsReserved,
        1 => Licence::CcByNcSa2,
        2 => Licence::CcByNc2,
        3 => Licence::CcByNcNd2,
        4 => Licence::CcBy2,
        5 => Licence::CcBySa2,
        6 => Licence::CcByNd2,
        7 | 8 | 10 => Licence::PublicDomain,
        9 => Licence::Cc0,
        11 => Licence::CcBy4,
        12 => Licence::CcBySa4,
        13 => Licence::CcByNd4,
        14 => Licence::CcByNc4,
        15 => Licence::CcByNcSa4,
        16 => Licence::CcByNcNd4,
        _ => return None,
    })
}

/// The same field is a number or a string, by method and year.
fn number(value: &Value) -> Option<i64> {
    value
        .as_i64()
        .or_else(|| value.as_str()?.trim().parse().ok())
}

/// A string, or the `_content` of an object that holds one.
fn content(value: &Value) -> Option<String> {
    value
        .as_str()
        .or_else(|| value["_content"].as_str())
        .map(str::to_owned)
}

/// HTML as plain text: tags out, paragraphs and breaks as new lines, entities decoded.
/// What only looks like a tag (`a < b`, `<3`) stays.
pub(in crate::provider) fn plain(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some(at) = rest.find(['<', '&']) {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        let (means, length) = tag(rest).or_else(|| entity(rest)).unwrap_or_else(|| {
            let literal = rest.chars().take(1).collect();
            (literal, 1)
        });
        text.push_str(&means);
        rest = &rest[length..];
    }
    text.push_str(rest);
    text
}

/// What a tag at the start of `html` means as text, and its length.
fn tag(html: &str) -> Option<(String, usize)> {
    let inner = html.strip_prefix('<')?;
    if !inner.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!') {
        return None;
    }
    let length = inner.find('>')? + 2;
    let name: String = inner
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || *c == '/')
        .collect();
    let means = match name.to_ascii_lowercase().as_str() {
        "br" | "br/" | "/p" | "/li" | "/div" => "\n",
        _ => "",
    };
    Some((means.to_owned(), length))
}

/// What an entity at the start of `html` means, and its length.
fn entity(html: &str) -> Option<(String, usize)> {
    let name = html.strip_prefix('&')?;
    let name = &name[..name.find(';').filter(|&end| end <= 10)?];
    let number = name
        .strip_prefix('#')
        .and_then(|number| match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok(),
            None => number.parse().ok(),
        });
    let means = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => ' ',
        "ndash" => '–',
        "mdash" => '—',
        "hellip" => '…',
        "copy" => '©',
        _ => char::from_u32(number?)?,
    };
    Some((means.to_string(), name.len() + 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn descriptions_lose_their_tags() {
        assert_eq!(
            plain("a <b>b</b> &amp;lt; <a href=\"x>y\">c</a><br />d"),
            "a b &lt; y\">c\nd"
        );
        for (html, wanted) in [
            ("I <3 you & a < b", "I <3 you & a < b"),
            ("&lt;3 aw &#39;cute&#x27; &nbsp;x", "<3 aw 'cute'  x"),
            ("<p>a</p><p>b<BR/>c</p>", "a\nb\nc\n"),
            (
                "&amp;lt;b&amp;gt; &#0; &#x110000; &bogus; &",
                "&lt;b&gt; \0 &#x110000; &bogus; &",
            ),
            ("cut <a href=\"x", "cut <a href=\"x"),
            ("日本<b>語</b>&é;<é", "日本語&é;<é"),
        ] {
            assert_eq!(plain(html), wanted, "{html}");
        }
        assert_eq!(licence(&"5".into()), Some(Licence::CcBySa2));
        assert_eq!(licence(&16.into()), Some(Licence::CcByNcNd4));
        assert_eq!(licence(&99.into()), None);
    }
}
