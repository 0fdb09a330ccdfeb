//! Chapters of a recording: from its file, from timestamps in a text, or typed.

mod json;
mod text;

pub use json::{from_json, to_json};
pub use text::{from_text, typed, unreadable};

use crate::media::sound::Mark;
use crate::text as words;
use url::Url;

/// Chapters of one recording that are kept.
pub const MOST: usize = 500;
/// Characters of a title.
const MOST_TITLE: usize = 200;

/// A place in a recording that has a name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chapter {
    /// Where it starts, in milliseconds from the beginning.
    pub start_ms: u64,
    /// What it is called.
    pub title: String,
    /// A page about it.
    pub url: Option<Url>,
    /// The address of its picture.
    pub image: Option<Url>,
    /// Where what it tells of is.
    pub place: Option<Place>,
}

/// A place on the map, as the podcast namespace's `location` has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its name, such as `Tartu, Estonia`.
    pub name: String,
    /// `geo:` and the coordinates (RFC 5870), where known.
    pub geo: Option<String>,
}

impl Chapter {
    /// A chapter with a name and nothing else.
    pub fn new(start_ms: u64, title: &str) -> Self {
        Self {
            start_ms,
            title: words::cut(&words::line(title), MOST_TITLE),
            ..Self::default()
        }
    }
}

/// The chapters that stand in a file; those without a name get a number.
pub fn from_marks(marks: &[Mark]) -> Vec<Chapter> {
    let named = marks.iter().enumerate().map(|(nth, mark)| {
        let chapter = Chapter::new(mark.start_ms, &mark.title);
        match chapter.title.is_empty() {
            true => Chapter::new(mark.start_ms, &format!("{}", nth + 1)),
            false => chapter,
        }
    });
    rising(named.collect())
}

/// The same in an episode that leaves out the recording's first `trimmed_ms`
/// and plays so long: what started before starts with it, what starts behind its end is gone.
pub fn shifted(chapters: Vec<Chapter>, trimmed_ms: u64, duration_ms: u64) -> Vec<Chapter> {
    let moved = chapters.into_iter().map(|chapter| Chapter {
        start_ms: chapter.start_ms.saturating_sub(trimmed_ms),
        ..chapter
    });
    rising(
        moved
            .filter(|chapter| chapter.start_ms < duration_ms)
            .collect(),
    )
}

/// Where each ends: where the next starts, or with the recording.
pub fn ends(chapters: &[Chapter], duration_ms: u64) -> Vec<u64> {
    let starts = chapters.iter().skip(1).map(|chapter| chapter.start_ms);
    let ends = starts.chain([duration_ms]).zip(chapters);
    ends.map(|(end, chapter)| end.max(chapter.start_ms))
        .collect()
}

/// In order of their start, each start once, not too many.
fn rising(mut chapters: Vec<Chapter>) -> Vec<Chapter> {
    chapters.sort_by_key(|chapter| chapter.start_ms);
    chapters.dedup_by_key(|chapter| chapter.start_ms);
    chapters.truncate(MOST);
    chapters
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_a_file_are_put_in_order_and_named() {
        let mark = |start_ms, title: &str| Mark {
            start_ms,
            title: title.into(),
        };
        let got = from_marks(&[mark(5000, ""), mark(0, " One\n "), mark(5000, "again")]);
        assert_eq!(got, [Chapter::new(0, "One"), Chapter::new(5000, "1")]);
        assert_eq!(ends(&got, 9000), [5000, 9000]);
        assert_eq!(ends(&got, 10), [5000, 5000]);
        let moved = shifted(got.clone(), 1500, 3600);
        assert_eq!(moved, [Chapter::new(0, "One"), Chapter::new(3500, "1")]);
        assert_eq!(shifted(got, 1500, 3500), [Chapter::new(0, "One")]);
    }
}
