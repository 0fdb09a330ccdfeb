//! A list that somebody brought: rows with what was mended in each, or why it is refused.

use crate::html;
use crate::text::{hex, line, tidy};
use encoding_rs::{Encoding, WINDOWS_1252};
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;

pub mod opml;
pub mod pyvideo;
pub mod roster;

/// Bytes of one file.
pub const MOST_BYTES: usize = 64 << 20;
/// Rows of one file.
pub const MOST_ROWS: usize = 200_000;
/// Characters of what a note speaks of.
const MOST_ABOUT: usize = 200;
/// Characters kept of a row that cannot be read.
const MOST_KEPT: usize = 4000;

/// One row as it was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Row<T> {
    /// What tells it from every other row of its kind, in whichever file it stands.
    pub key: String,
    /// What people call it.
    pub title: String,
    /// What was mended in it, and what of it was left out.
    pub notes: Vec<Note>,
    /// What was read, as JSON.
    pub body: String,
    /// The number of an earlier row that is the same thing, from 0, and why.
    pub same_as: Option<(usize, Note)>,
    /// What it says, or why it is refused.
    pub what: Result<T, Note>,
}

impl<T> Row<T> {
    /// The same row of another type.
    pub fn map<U>(self, to: impl FnOnce(T) -> U) -> Row<U> {
        Row {
            key: self.key,
            title: self.title,
            notes: self.notes,
            body: self.body,
            same_as: self.same_as,
            what: self.what.map(to),
        }
    }
}

/// What was done to a row, or why nothing was: a stable code of [`CODES`], and what it speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The code; the catalogue has `import-CODE`.
    pub code: String,
    /// The value, link or name that it speaks of.
    pub about: String,
}

impl Note {
    /// A note of this code.
    pub fn new(code: &str, about: impl AsRef<str>) -> Note {
        Note {
            code: code.to_owned(),
            about: line(about.as_ref()).chars().take(MOST_ABOUT).collect(),
        }
    }

    /// Reads what `Display` wrote.
    pub fn read(text: &str) -> Note {
        let (code, about) = text.split_once(' ').unwrap_or((text, ""));
        Note::new(code, about)
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.about.is_empty() {
            true => f.write_str(&self.code),
            false => write!(f, "{} {}", self.code, self.about),
        }
    }
}

/// Every code a note can have, for the test that each has its words.
pub const CODES: &[&str] = &[
    // Refused.
    "row-empty",
    "row-unreadable",
    "row-too-large",
    "name-missing",
    "name-too-long",
    "country-unknown",
    "links-none",
    "links-refused",
    "address-missing",
    "address-refused",
    "declined",
    // Joined.
    "same-row",
    "same-name",
    "same-website",
    "same-link",
    "same-address",
    "listed-before",
    // Mended or left out.
    "name-by-website",
    "name-mended",
    "defunct-in-words",
    "country-mended",
    "website-mended",
    "website-more",
    "website-mail",
    "website-unreadable",
    "kind-unknown",
    "place-of-no-city",
    "place-unreadable",
    "writing-mended",
    "column-unknown",
    "value-unknown",
    "words-cut",
    "field-mended",
    "field-unreadable",
    "title-missing",
    "event-missing",
    "words-missing",
    "day-unreadable",
    "duration-unlikely",
    "language-unknown",
    "licence-unknown",
    "people-unnamed",
    "link-refused",
    "link-many",
    "link-dead",
    "link-expired",
    "link-shared",
    "related-left-out",
    "faults",
];

/// Why a file could not be read at all.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// More bytes than we take.
    #[error("it has more than {} MiB", MOST_BYTES >> 20)]
    TooLarge,
    /// More rows than we take.
    #[error("it has more than {MOST_ROWS} rows")]
    TooLong,
    /// Not of this form.
    #[error("{0}")]
    Form(String),
}

/// A name or title: on one line, entities as what they mean.
fn name(text: &str) -> String {
    line(&html::decoded(text))
}

/// At most so many characters, and whether that was all.
fn cut(text: &str, most: usize) -> (String, bool) {
    let kept: String = text.chars().take(most).collect();
    let whole = kept.len() == text.len();
    (kept, whole)
}

/// What is kept of a row that cannot be read.
fn kept(text: &str) -> String {
    serde_json::Value::from(cut(&tidy(text), MOST_KEPT).0).to_string()
}

/// Bytes as text: by their byte order mark, else UTF-8, else the writing that any bytes can be. False where that was
/// needed.
fn text(bytes: &[u8]) -> (Cow<'_, str>, bool) {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return (encoding.decode_without_bom_handling(&bytes[mark..]).0, true);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => (text.into(), true),
        Err(_) => (
            WINDOWS_1252
                .decode_without_bom_handling(bytes)
                .0
                .into_owned()
                .into(),
            false,
        ),
    }
}

/// A key of fixed length made of these parts.
pub fn key(parts: &[&str]) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part.as_bytes());
    }
    hex(&hash.finalize()[..16])
}

/// Makes keys that occur again keys of their own, and notes such rows as the same as the first.
pub fn number<T>(rows: &mut [Row<T>]) {
    let mut first: HashMap<String, (usize, usize)> = HashMap::new();
    for at in 0..rows.len() {
        let key = rows[at].key.clone();
        match first.get_mut(&key) {
            None => {
                first.insert(key, (at, 1));
            }
            Some((earlier, count)) => {
                *count += 1;
                rows[at].key = format!("{key}#{count}");
                if rows[at].same_as.is_none() {
                    rows[at].same_as =
                        Some((*earlier, Note::new("same-row", &rows[*earlier].title)));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_read_as_they_are_written() {
        for note in [
            Note::new("row-empty", ""),
            Note::new("link-dead", "http://a b\n\u{202e}c"),
        ] {
            assert_eq!(Note::read(&note.to_string()), note);
        }
    }

    #[test]
    fn keys_that_occur_again() {
        let row = |key: &str| Row {
            key: key.into(),
            title: key.to_uppercase(),
            notes: Vec::new(),
            body: String::new(),
            same_as: None,
            what: Ok(()),
        };
        let mut rows = [row("a"), row("b"), row("a"), row("a")];
        number(&mut rows);
        let keys = rows.each_ref().map(|row| row.key.as_str());
        assert_eq!(keys, ["a", "b", "a#2", "a#3"]);
        assert_eq!(rows[3].same_as, Some((0, Note::new("same-row", "A"))));
    }

    #[test]
    fn writings() {
        assert_eq!(text(b"\xff\xfea\0"), ("a".into(), true));
        assert_eq!(text("\u{feff}é".as_bytes()), ("é".into(), true));
        assert_eq!(text(b"\xe9"), ("é".into(), false));
    }
}
