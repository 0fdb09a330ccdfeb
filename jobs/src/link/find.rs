//! The links in what a person pasted: one a line, or inside prose in any script.

use super::address::{LONGEST, bare};
use super::{parse, provider_of};
use std::collections::HashSet;

/// The addresses in a text, in order, each once: what a person pasted, one a line or in prose.
///
/// Two forms of one link count as one. Links of sites we do not know are
/// found too, so that their sender is told.
pub fn find_all(text: &str) -> Vec<String> {
    let mut seen = HashSet::new();
    text.split(|c: char| c.is_whitespace() || "<>\"|“”«»「」『』（）【】。、，".contains(c))
        .flat_map(pieces)
        .filter_map(address)
        .filter(|found| {
            seen.insert(parse(found).map_or_else(|_| (*found).to_owned(), |link| link.canonical()))
        })
        .map(str::to_owned)
        .collect()
}

/// `https://a,https://b` is two; `https://a?q=https://b` is one.
fn pieces(word: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    for (at, _) in word.match_indices(['h', 'H']) {
        if at > start && starts_link(&word[at..]) && word[..at].ends_with([',', ';', ')', ']']) {
            pieces.push(&word[start..at]);
            start = at;
        }
    }
    pieces.push(&word[start..]);
    pieces
}

/// The address in one word, when there is one.
fn address(word: &str) -> Option<&str> {
    // A Markdown link, or words of a script that puts no spaces around it.
    let begin = word
        .match_indices(['h', 'H'])
        .map(|(at, _)| at)
        .find(|&at| {
            let front = word[..at].chars().next_back();
            starts_link(&word[at..])
                && front.is_none_or(|c| !c.is_ascii_alphanumeric() && !"/=?&+.%".contains(c))
        });
    if let Some(begin) = begin {
        return Some(end(&word[begin..]));
    }
    let word = word.rsplit_once("](").map_or(word, |(_, target)| target);
    if word.len() > LONGEST {
        return None;
    }
    let word = bare(word);
    let host = word
        .trim_start_matches("//")
        .split(['/', '?', '#'])
        .next()
        .unwrap_or_default();
    let host = host.to_ascii_lowercase();
    let schemeless =
        word.len() > host.len() && provider_of(&host).is_some() || host.starts_with("www.");
    let app = host.starts_with("youtube:") || host.starts_with("vnd.youtube:");
    let other_scheme = word.split_once("://").is_some_and(|(scheme, _)| {
        !scheme.is_empty()
            && scheme
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
    });
    (schemeless || app || other_scheme).then(|| end(word))
}

/// Where the address ends: before what closes it, and before letters of prose
/// that stick to it when it is a link only without them.
fn end(word: &str) -> &str {
    if word.len() > 4 * LONGEST {
        return word;
    }
    let whole = bare(word);
    let ascii = whole
        .find(|c: char| !c.is_ascii())
        .map_or(whole, |at| bare(&whole[..at]));
    if parse(whole).is_err() && parse(ascii).is_ok() {
        ascii
    } else {
        whole
    }
}

fn starts_link(text: &str) -> bool {
    let starts = |scheme: &str| {
        text.get(..scheme.len())
            .is_some_and(|front| front.eq_ignore_ascii_case(scheme))
    };
    starts("http://") || starts("https://")
}
