//! What a record says in words, and the pages it leads to.

use crate::html;
use crate::list::{Note, cut};
use crate::text::{line, tidy};
use serde_json::{Map, Value};
use url::Url;

/// Characters of a talk's words.
const MOST: usize = 15_000;
/// Pages of one talk, and characters of an address.
const MOST_RELATED: usize = 20;
const MOST_ADDRESS: usize = 300;

/// Letters of a line that was broken because it was full.
const FILLED: usize = 50;

/// Summary, description and abstract, each once; plain text.
pub(super) fn read(record: &Map<String, Value>, notes: &mut Vec<Note>) -> String {
    let mut parts: Vec<String> = Vec::new();
    for field in ["summary", "description", "abstract"] {
        let said = match record.get(field) {
            None | Some(Value::Null) => continue,
            Some(Value::String(said)) => said,
            Some(_) => {
                notes.push(Note::new("field-unreadable", field));
                continue;
            }
        };
        let part = plain(said);
        let said_before = parts.iter().any(|known| line(known).contains(&line(&part)));
        if !part.is_empty() && !said_before {
            parts.retain(|known| !line(&part).contains(&line(known)));
            parts.push(part);
        }
    }
    let (words, whole) = cut(&parts.join("\n\n"), MOST);
    if !whole {
        notes.push(Note::new("words-cut", ""));
    }
    words
}

/// Some are HTML whole; most are plain text that may speak of tags.
fn plain(said: &str) -> String {
    let said = tidy(said);
    match said.starts_with('<') {
        true => tidy(&html::plain(&said)),
        false => tidy(&flowing(&html::decoded(&said))),
    }
}

/// reStructuredText as it reads: lines that were broken to fit a column are one again, and signs lose their backslashes.
fn flowing(said: &str) -> String {
    let mut text = String::new();
    let mut before = 0;
    for line in said.lines() {
        let goes_on = before >= FILLED && line.starts_with(char::is_alphanumeric);
        let is_item = line.split_once(['.', ')']).is_some_and(|(number, _)| {
            number.len() <= 2 && number.bytes().all(|byte| byte.is_ascii_digit())
        });
        match goes_on && !is_item {
            true => text.push(' '),
            false if text.is_empty() => {}
            false => text.push('\n'),
        }
        text.push_str(line);
        before = line.chars().count();
    }
    ["_", "*", "`"]
        .into_iter()
        .fold(text, |text, sign| text.replace(&format!("\\{sign}"), sign))
}

/// Label and address of the pages that belong to a talk.
pub(super) fn related(said: Option<&Value>, notes: &mut Vec<Note>) -> Vec<(String, String)> {
    let mut pages: Vec<(String, String)> = Vec::new();
    for page in said.and_then(Value::as_array).into_iter().flatten() {
        let (label, address) = match page {
            Value::String(address) => (None, Some(address.as_str())),
            page => (
                page.get("label").and_then(Value::as_str),
                page.get("url").and_then(Value::as_str),
            ),
        };
        let typed = line(address.unwrap_or_default());
        let url = Url::parse(&typed).ok().filter(|url| {
            let plain = url.username().is_empty() && url.password().is_none();
            ["http", "https"].contains(&url.scheme()) && url.domain().is_some() && plain
        });
        let address = url
            .map(String::from)
            .filter(|address| address.len() <= MOST_ADDRESS);
        let Some(address) = address.filter(|_| pages.len() < MOST_RELATED) else {
            let about = if typed.is_empty() {
                page.to_string()
            } else {
                typed
            };
            notes.push(Note::new("related-left-out", about));
            continue;
        };
        let label = label
            .map(line)
            .filter(|label| !label.contains("://"))
            .unwrap_or_default();
        if !pages.iter().any(|(_, known)| *known == address) {
            pages.push((cut(&label, MOST_ADDRESS).0, address));
        }
    }
    pages
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn broken_lines_flow() {
        for (said, wanted) in [
            ("Short.\nNext.", "Short.\nNext."),
            (
                "A line that somebody broke where the column ended, and\nits rest with mod\\_wsgi.",
                "A line that somebody broke where the column ended, and its rest with mod_wsgi.",
            ),
            (
                "What we shall do on this evening, in the order of it:\n- first\n1. second\n\nThen home.",
                "What we shall do on this evening, in the order of it:\n- first\n1. second\n\nThen home.",
            ),
            ("", ""),
        ] {
            assert_eq!(flowing(said), wanted);
        }
    }
}
