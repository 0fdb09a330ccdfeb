//! Elements beyond RSS 2.0 itself, as the rss crate keeps them, and what goes into them.

use ::rss::extension::{Extension, ExtensionMap};
use jiff::Timestamp;
use std::collections::BTreeMap;
use uuid::Uuid;

/// Namespace of podcast:guid, from the Podcasting 2.0 specification.
const PODCAST: Uuid = Uuid::from_u128(0xead4c236_bf58_58c6_a2c6_a6b28d128cb6);

/// podcast:guid: UUIDv5 of the address without scheme and trailing slashes.
pub(super) fn podcast_guid(address: &str) -> String {
    let bare = address
        .split_once("://")
        .map_or(address, |(_, rest)| rest)
        .trim_end_matches('/');
    Uuid::new_v5(&PODCAST, bare.as_bytes()).to_string()
}

/// RFC 2822, as RSS wants it, in GMT.
pub(super) fn rfc2822(at: Timestamp) -> String {
    jiff::fmt::rfc2822::DateTimePrinter::new()
        .timestamp_to_rfc9110_string(&at)
        .unwrap_or_default()
}

/// The words as one plain text of at most 4,000 bytes, cut at a word.
pub(super) fn summary(words: &str) -> String {
    const MOST: usize = 4000;
    if words.len() <= MOST {
        return words.to_owned();
    }
    let cut = words
        .char_indices()
        .map(|(at, _)| at)
        .take_while(|&at| at <= MOST - 4)
        .last()
        .unwrap_or(0);
    let cut = words[..cut].rfind(char::is_whitespace).unwrap_or(cut);
    format!("{} …", words[..cut].trim_end())
}

pub(super) fn element(name: &str, value: &str, attributes: &[(&str, &str)]) -> Extension {
    Extension {
        name: name.to_owned(),
        value: Some(value.to_owned()).filter(|value| !value.is_empty()),
        attrs: attributes
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect(),
        children: BTreeMap::new(),
    }
}

pub(super) fn parent(
    name: &str,
    attributes: &[(&str, &str)],
    children: Vec<Extension>,
) -> Extension {
    let mut element = element(name, "", attributes);
    for child in children {
        let key = child
            .name
            .split_once(':')
            .map_or("", |(_, key)| key)
            .to_owned();
        element.children.entry(key).or_default().push(child);
    }
    element
}

pub(super) fn link(rel: &str, href: &str, kind: Option<&str>) -> Extension {
    let mut attributes = vec![("rel", rel), ("href", href)];
    attributes.extend(kind.map(|kind| ("type", kind)));
    element("atom:link", "", &attributes)
}

/// The first element of this kind in a text, whole; empty where there is none.
pub(super) fn cut<'a>(text: &'a str, begin: &str, end: &str) -> &'a str {
    let found = text.find(begin).zip(text.rfind(end));
    found
        .and_then(|(from, to)| text.get(from..to + end.len()))
        .unwrap_or_default()
}

/// By prefix, then by name, as the rss crate keeps them.
pub(super) fn extensions(elements: impl IntoIterator<Item = Extension>) -> ExtensionMap {
    let mut map = ExtensionMap::new();
    for element in elements {
        let (prefix, name) = element.name.split_once(':').unwrap_or(("", &element.name));
        let (prefix, name) = (prefix.to_owned(), name.to_owned());
        map.entry(prefix)
            .or_default()
            .entry(name)
            .or_default()
            .push(element);
    }
    map
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn guids_match_the_specification() {
        assert_eq!(
            podcast_guid("https://podnews.net/rss"),
            "9b024349-ccf0-5f69-a609-6b82873eab3c"
        );
        assert_eq!(
            podcast_guid("https://mp3s.nashownotes.com/pc20rss.xml"),
            "917393e3-1b1e-5cef-ace4-edaa54e1f810"
        );
    }

    #[test]
    fn a_long_text_is_cut_at_a_word() {
        let long = "ありがとう ".repeat(1000);
        assert!(summary(&long).len() <= 4000 && summary(&long).ends_with(" …"));
    }
}
