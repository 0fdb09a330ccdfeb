//! What a check says of a document.

use super::rule::{Rule, Severity};
use super::standard::Standard;
use serde::Serialize;

/// What a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// RSS of any version.
    Rss,
    /// Atom.
    Atom,
    /// JSON Feed.
    JsonFeed,
    /// No feed, or none that could be read.
    Unknown,
}

/// What was found, in the document's order.
#[derive(Clone, Debug)]
pub struct Report {
    /// What the document is.
    pub kind: Kind,
    /// The faults, by where they stand. Where there are too many, those against a “must” come first.
    pub faults: Vec<Fault>,
    /// Faults against a “must”, with those that are not named.
    pub musts: usize,
    /// Faults against a “should”, with those that are not named.
    pub shoulds: usize,
}

impl Report {
    /// Whether no “must” is broken.
    pub fn is_valid(&self) -> bool {
        self.musts == 0
    }

    /// Faults that were found but are not named.
    pub fn unnamed(&self) -> usize {
        self.musts + self.shoulds - self.faults.len()
    }
}

/// One fault and where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fault {
    /// The rule's name, which stays.
    pub code: &'static str,
    /// Whose rule it is.
    pub standard: Standard,
    /// How bad it is.
    pub severity: Severity,
    /// The line, from 1.
    pub line: u32,
    /// The character in the line, from 1.
    pub column: u32,
    /// The way to it, such as `rss > channel > item[3] > enclosure`; empty for the whole document.
    pub path: String,
    /// The value concerned: at most 120 characters, what cannot be seen made visible.
    pub about: String,
}

impl Fault {
    pub(super) fn of(rule: Rule, (line, column): (u32, u32), path: String, about: String) -> Fault {
        Fault {
            code: rule.code,
            standard: rule.standard,
            severity: rule.severity,
            line,
            column,
            path,
            about,
        }
    }
}
