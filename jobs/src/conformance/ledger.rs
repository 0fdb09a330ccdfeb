//! The faults as they are found: which count, which are kept, and where in the text they stand.

use super::report::{Fault, Kind, Report};
use super::rule::{Rule, Severity};
use super::standard::{Profile, Standard, Standards};
use std::fmt::Write;

/// Characters of a value that a fault shows.
const MOST_SHOWN: usize = 120;
/// Characters of an element's name in a path.
const MOST_NAME: usize = 60;

/// Where faults are written down.
pub(super) struct Ledger<'a> {
    text: &'a str,
    standards: Standards,
    most: usize,
    /// The elements that are open, with their number where they have one.
    trail: Vec<(&'a str, u32)>,
    musts: Kept,
    shoulds: Kept,
}

#[derive(Default)]
struct Kept {
    found: usize,
    faults: Vec<Found>,
}

struct Found {
    rule: Rule,
    at: usize,
    path: String,
    about: String,
}

impl<'a> Ledger<'a> {
    pub fn new(text: &'a str, profile: &Profile) -> Ledger<'a> {
        Ledger {
            text,
            standards: Standards::of(profile),
            most: profile.most_faults,
            trail: Vec::new(),
            musts: Kept::default(),
            shoulds: Kept::default(),
        }
    }

    /// The document turns out to be in a format: its rules count too.
    pub fn hold_to(&mut self, standard: Standard) {
        self.standards.add(standard);
    }

    pub fn holds(&self, standard: Standard) -> bool {
        self.standards.holds(standard)
    }

    pub fn enter(&mut self, name: &'a str, number: u32) {
        self.trail.push((name, number));
    }

    pub fn leave(&mut self) {
        self.trail.pop();
    }

    /// Writes down a fault of what is open, at this byte of the text.
    pub fn fault_at(&mut self, rule: Rule, at: usize, about: &str) {
        if let Some(kept) = self.counted(rule) {
            let path = self.path();
            let about = shown(about);
            self.keep(kept, rule, at, path, about);
        }
    }

    /// Writes down a fault of something below what is open.
    pub fn fault_below(&mut self, rule: Rule, at: usize, way: &str, about: &str) {
        if let Some(kept) = self.counted(rule) {
            let mut path = self.path();
            if !path.is_empty() {
                path.push_str(" > ");
            }
            path.push_str(way);
            let about = shown(about);
            self.keep(kept, rule, at, path, about);
        }
    }

    /// Everything found, in the order of the text.
    pub fn report(self, kind: Kind) -> Report {
        let mut found = self.musts.faults;
        let room = self.most.saturating_sub(found.len());
        found.extend(self.shoulds.faults.into_iter().take(room));
        found.sort_by_key(|found| found.at);
        let mut place = Place::new(self.text);
        let faults = found.into_iter().map(|found| {
            let at = place.of(found.at);
            Fault::of(found.rule, at, found.path, found.about)
        });
        Report {
            kind,
            faults: faults.collect(),
            musts: self.musts.found,
            shoulds: self.shoulds.found,
        }
    }

    /// The severity to keep it under, if it counts and there is room.
    fn counted(&mut self, rule: Rule) -> Option<Severity> {
        if !self.standards.holds(rule.standard) {
            return None;
        }
        let most = self.most;
        let kept = self.kept(rule.severity);
        kept.found += 1;
        (kept.faults.len() < most).then_some(rule.severity)
    }

    fn keep(&mut self, severity: Severity, rule: Rule, at: usize, path: String, about: String) {
        self.kept(severity).faults.push(Found {
            rule,
            at,
            path,
            about,
        });
    }

    fn kept(&mut self, severity: Severity) -> &mut Kept {
        match severity {
            Severity::Must => &mut self.musts,
            Severity::Should => &mut self.shoulds,
        }
    }

    fn path(&self) -> String {
        let mut path = String::new();
        for (name, number) in &self.trail {
            if !path.is_empty() {
                path.push_str(" > ");
            }
            path.push_str(&cut(name, MOST_NAME));
            if *number > 0 {
                // Writing to a string does not fail.
                let _ = write!(path, "[{number}]");
            }
        }
        path
    }
}

/// Lines and columns, found in one walk along the text.
struct Place<'a> {
    text: &'a str,
    at: usize,
    line: u32,
    column: u32,
}

impl<'a> Place<'a> {
    fn new(text: &'a str) -> Place<'a> {
        Place {
            text,
            at: 0,
            line: 1,
            column: 1,
        }
    }

    /// Line and column of a byte, which does not lie before the last one asked for.
    fn of(&mut self, at: usize) -> (u32, u32) {
        let at = self.text.floor_char_boundary(at.max(self.at));
        let passed = &self.text[self.at..at];
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        if let Some(last) = passed.rfind('\n') {
            let lines = passed.bytes().filter(|byte| *byte == b'\n').count();
            self.line = self.line.saturating_add(count(lines));
            self.column = 1;
            self.column += count(passed[last + 1..].chars().count());
        } else {
            self.column = self.column.saturating_add(count(passed.chars().count()));
        }
        self.at = at;
        (self.line, self.column)
    }
}

/// A value as a fault shows it: what cannot be seen made visible, and no longer than it may be.
fn shown(value: &str) -> String {
    let mut shown = String::new();
    let mut room = MOST_SHOWN;
    for c in value.chars() {
        let before = shown.len();
        match c {
            '\0'..='\x1f' => {
                shown.push(char::from_u32(0x2400 + u32::from(c)).unwrap_or('\u{fffd}'));
            }
            '\u{7f}' => shown.push('\u{2421}'),
            '\u{80}'..='\u{9f}'
            | '\u{ad}'
            | '\u{61c}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}'
            | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{fffe}'
            | '\u{ffff}' => shown.extend(c.escape_unicode()),
            c => shown.push(c),
        }
        let taken = shown[before..].chars().count();
        if taken > room {
            shown.truncate(before);
            // The sign takes the place of the last character.
            if room == 0 {
                shown.pop();
            }
            shown.push('…');
            break;
        }
        room -= taken;
    }
    shown
}

fn cut(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_can_be_seen_and_is_short() {
        assert_eq!(shown("a\tb\u{202e}c"), "a␉b\\u{202e}c");
        assert_eq!(shown(&"é".repeat(120)).chars().count(), 120);
        for long in [
            "é".repeat(121),
            "\u{202e}".repeat(121),
            "x".repeat(115) + "\u{202e}y",
        ] {
            let shown = shown(&long);
            assert!(
                shown.chars().count() <= 120 && shown.ends_with('…'),
                "{shown}"
            );
        }
    }

    #[test]
    fn places_are_lines_and_characters() {
        let mut place = Place::new("aé\nbc\n\nd");
        let places: Vec<(u32, u32)> = [0, 3, 4, 5, 8, 99].map(|at| place.of(at)).into();
        assert_eq!(places, [(1, 1), (1, 3), (2, 1), (2, 2), (4, 1), (4, 2)]);
    }
}
