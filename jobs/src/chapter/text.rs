//! Chapters as people write them: a time and a name, one a line.
//!
//! A time stands at the beginning of its line, after at most a bullet or a
//! number, or at its end: `00:00 Intro`, `- 1:02:03 – Title`, `(12:34) Title`,
//! `3. [45:00] Title`, `Title 12:34`. Later lines must rise; one that does not is
//! left out.
//!
//! A programme of an evening looks the same (`19:00 Doors open`). So a list
//! counts if it begins at zero, which no evening does; or if it has two times
//! or more and they cannot be a clock's. They can where each has two fields,
//! the first an hour from 6 to 23 and the second a multiple of five, or where a
//! line says `am`, `pm`, `Uhr` or `o'clock` behind its time. Who means the 19th minute
//! writes `0:19:00`.

use super::{Chapter, rising};
use url::Url;

/// Signs that stand before a time, or between it and its name.
const AROUND: &[char] = &[
    ' ', '\t', '-', '–', '—', '*', '•', '·', '|', '>', ':', ',', '.', '(', ')', '[', ']', '~', '→',
    '=', '#', '/',
];

/// Finds the chapters in a text; those beyond the recording's end, if it is known, are left out.
pub fn from_text(text: &str, duration_ms: Option<u64>) -> Vec<Chapter> {
    let mut found: Vec<Line> = Vec::new();
    for line in text.lines().filter_map(line) {
        if line.time.ms == 0 && found.first().is_some_and(|first| first.time.ms > 0) {
            found.clear(); // a time above the list: of the meeting, of the whole
        }
        let rises = found.last().is_none_or(|last| last.time.ms < line.time.ms);
        if rises && duration_ms.is_none_or(|end| line.time.ms < end) {
            found.push(line);
        }
    }
    let from_zero = found.first().is_some_and(|line| line.time.ms == 0);
    let clock = found.iter().all(|line| line.time.clock) || found.iter().any(|line| line.clock);
    if !from_zero && (found.len() < 2 || clock) {
        return Vec::new();
    }
    rising(found.into_iter().map(|line| line.chapter).collect())
}

/// Reads chapters that somebody typed as such: every line is one, whatever its time looks like.
pub fn typed(text: &str) -> Vec<Chapter> {
    rising(
        text.lines()
            .filter_map(line)
            .map(|line| line.chapter)
            .collect(),
    )
}

/// The first line of typed chapters that is none.
pub fn unreadable(text: &str) -> Option<String> {
    let mut lines = text.lines().map(str::trim).filter(|text| !text.is_empty());
    lines.find(|text| line(text).is_none()).map(str::to_owned)
}

struct Line {
    time: Time,
    /// A word says that it is a time of day.
    clock: bool,
    chapter: Chapter,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Time {
    ms: u64,
    /// It could be a time of day.
    clock: bool,
}

fn line(line: &str) -> Option<Line> {
    let (time, rest) = in_front(line).or_else(|| behind(line))?;
    let rest = rest.trim_matches(AROUND);
    let first = rest.split_whitespace().next().unwrap_or_default();
    let clock = ["am", "pm", "a.m", "p.m", "uhr", "o'clock", "h"]
        .iter()
        .any(|word| first.trim_end_matches('.').eq_ignore_ascii_case(word));
    let (title, url) = split_link(rest);
    let title = title.trim_matches(AROUND);
    if title.is_empty() {
        return None;
    }
    Some(Line {
        time,
        clock,
        chapter: Chapter {
            url,
            ..Chapter::new(time.ms, title)
        },
    })
}

/// The time at the beginning, and what follows.
fn in_front(line: &str) -> Option<(Time, &str)> {
    let line = line.trim_start_matches(AROUND);
    if let Some(found) = stamp(line) {
        // A time after a dash is where it ends: `00:00 - 05:00 Intro`.
        let rest = found.1.trim_start_matches(AROUND);
        return Some(stamp(rest).map_or(found, |(_, rest)| (found.0, rest)));
    }
    // `3. 12:34` or `3) [12:34]`: a number of the list.
    let after = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = after.len() < line.len() && after.starts_with(['.', ')', ' ']);
    numbered
        .then(|| stamp(after.trim_start_matches(AROUND)))
        .flatten()
}

/// The time at the end, and what stands before.
fn behind(line: &str) -> Option<(Time, &str)> {
    let line = line.trim_end_matches(|c: char| c.is_whitespace() || ")].,".contains(c));
    let digits = line.trim_end_matches(|c: char| c.is_ascii_digit() || c == ':');
    let (time, rest) = stamp(&line[digits.len()..])?;
    let apart = digits.ends_with(|c: char| c.is_whitespace() || "([".contains(c));
    (rest.is_empty() && apart).then_some((time, digits))
}

/// `M:SS`, `MM:SS`, `H:MM:SS`, and what follows; nothing where digits go on.
fn stamp(text: &str) -> Option<(Time, &str)> {
    let length = text
        .find(|c: char| !c.is_ascii_digit() && c != ':')
        .unwrap_or(text.len());
    // The sign before a name: `12:34: Title`.
    let stamp = text[..length].trim_end_matches(':');
    let fields: Vec<&str> = stamp.split(':').collect();
    let right = |field: &&str| field.len() == 2 && *field < "60";
    if !(2..=3).contains(&fields.len())
        || !(1..=3).contains(&fields[0].len())
        || !fields[1..].iter().all(right)
    {
        return None;
    }
    let rest = &text[stamp.len()..];
    // A fraction or a word that goes on makes it something else.
    let mut after = rest.chars();
    let goes_on = match after.next() {
        Some('.' | ',') => after.next().is_some_and(|c| c.is_ascii_digit()),
        Some(c) => c.is_alphanumeric(),
        None => false,
    };
    let seconds = fields.iter().try_fold(0u64, |sum, field| {
        Some(sum * 60 + field.parse::<u64>().ok()?)
    })?;
    let clock = matches!(fields.as_slice(), [hour, minute] if clock(hour, minute));
    let time = Time {
        ms: seconds * 1000,
        clock,
    };
    (!goes_on).then_some((time, rest))
}

fn clock(hour: &str, minute: &str) -> bool {
    let hour = hour
        .parse::<u32>()
        .is_ok_and(|hour| (6..24).contains(&hour));
    hour && minute.ends_with(['0', '5'])
}

/// A link at the end of a name is the chapter's.
fn split_link(text: &str) -> (&str, Option<Url>) {
    let Some((before, last)) = text.trim().rsplit_once(char::is_whitespace) else {
        return (text, None);
    };
    match Url::parse(last.trim_matches(['(', ')', '<', '>'])) {
        Ok(url) if matches!(url.scheme(), "http" | "https") => (before, Some(url)),
        _ => (text, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(u64, &str)]) {
        let got = from_text(text, None);
        let got: Vec<_> = got
            .iter()
            .map(|chapter| (chapter.start_ms / 1000, chapter.title.as_str()))
            .collect();
        assert_eq!(got, expected, "{text}");
    }

    #[test]
    fn lists_as_people_write_them() {
        check("00:00 Intro\n02:30 Talk", &[(0, "Intro"), (150, "Talk")]);
        check(
            "Chapters:\n\n0:00 Intro\n1:02:03 - Title\n(1:12:34) More: of it\nThanks!",
            &[(0, "Intro"), (3723, "Title"), (4354, "More: of it")],
        );
        check(
            "1. [00:00] One\n2. [12:34] Two\n3) 45:01 – Three",
            &[(0, "One"), (754, "Two"), (2701, "Three")],
        );
        check(
            "* 3:07 One\r\n* 4:11 Two\r\n",
            &[(187, "One"), (251, "Two")],
        );
        check("Intro 00:00\nDemo (12:34)", &[(0, "Intro"), (754, "Demo")]);
        check(
            "00:00 - 05:00 Intro\n05:00–07:12 Q&A",
            &[(0, "Intro"), (300, "Q&A")],
        );
        check(
            "0:00 はじめに\n3:15: 質問",
            &[(0, "はじめに"), (195, "質問")],
        );
        check("00:00 Everything", &[(0, "Everything")]);
        check(
            "Meet us at 19:00\nLength 45:00\n\n0:00 Intro\n5:00 Talk",
            &[(0, "Intro"), (300, "Talk")],
        );
        check(
            "10:00 A\n20:00 B\n30:00 C",
            &[(600, "A"), (1200, "B"), (1800, "C")],
        );
    }

    #[test]
    fn a_programme_of_an_evening_is_none() {
        check("19:00 Doors open", &[]);
        check("19:00 Doors open\n19:30 Talk\n21:00 Pizza", &[]);
        check("6:15 pm doors\n7:01 pm talk", &[]);
        check("18:03 Uhr Einlass\n19:04 Uhr Vortrag", &[]);
        check("Meet at 19:00", &[]);
        check("12:34 one alone", &[]);
        check(
            "0:19:00 Doors\n0:30:00 Talk",
            &[(1140, "Doors"), (1800, "Talk")],
        );
    }

    #[test]
    fn what_only_looks_like_a_time_is_none() {
        for text in [
            "2026-05-19 12:00:00.5 log",
            "1:2 ratio\n3:4 ratio",
            "00:61 No\n99:99 No",
            "0:00",
            "Bible 3:16abc",
            "::1 localhost\n10:20:30:40 mac",
            "١٢:٣٤ digits",
            "",
        ] {
            check(text, &[]);
        }
        check(
            "0:00 A\n5:00 B\n4:00 back\n6:00 C",
            &[(0, "A"), (300, "B"), (360, "C")],
        );
    }

    #[test]
    fn a_link_belongs_to_its_chapter_and_the_end_is_the_end() {
        let got = from_text(
            "0:00 A https://example.org/a\n1:00 B\n9:00 C",
            Some(120_000),
        );
        assert_eq!(got.len(), 2);
        assert_eq!(got[0].title, "A");
        assert_eq!(
            got[0].url.as_ref().unwrap().as_str(),
            "https://example.org/a"
        );
    }
}
