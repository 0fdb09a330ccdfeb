//! What a recording says of itself, and how loud it is: what a child does.

use super::measure::{Loudness, Meter};
use super::source::{Shared, Source};
use super::wave::{Drawing, Wave};
use super::{RATE, limits};
use crate::StepError;
use crate::text;
use ffmpeg_next::format::context::Input;
use ffmpeg_next::{DictionaryRef, Rational};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Tags and chapters that are kept.
const MOST: usize = 200;
/// Characters of each text.
const MOST_TEXT: usize = 1000;

/// What is heard in a recording.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Heard {
    /// Its tags and chapters.
    #[serde(flatten)]
    pub facts: Facts,
    /// How long it plays, decoded to its end, in milliseconds.
    pub duration_ms: u64,
    /// How loud it is as it came.
    pub loudness: Loudness,
    /// 1, or 2 for all that has more.
    pub channels: u8,
    /// Packets that could not be decoded.
    pub damaged: u64,
    /// What it looks like.
    pub wave: Wave,
}

/// What a recording says of itself: a stranger's words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    /// Its tags by their names in small letters, as FFmpeg names them.
    pub tags: BTreeMap<String, String>,
    /// Its chapters, as they stand in the file.
    pub chapters: Vec<Mark>,
}

/// A chapter that stands in a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// Where it starts, in milliseconds.
    pub start_ms: u64,
    /// What it is called; possibly nothing.
    pub title: String,
}

/// Reads a whole recording of up to `most` samples.
pub(super) fn listen(input: &Shared, most: u64) -> Result<Heard, StepError> {
    let source = Source::open(input)?.at_its_rate();
    let facts = Facts::of(source.input());
    let mut drawing = Drawing::new();
    let (mut meter, mut channels) = (None, 1);
    let decoded = source.each(most, |planes, rate| {
        drawing.add(planes);
        channels = planes.len();
        let meter = meter.get_or_insert_with(|| Meter::new(channels, rate));
        meter.add(planes);
        Ok(())
    })?;
    let meter = meter.unwrap_or_else(|| Meter::new(1, RATE));
    Ok(Heard {
        facts,
        duration_ms: limits::milliseconds(decoded.frames, decoded.rate),
        loudness: meter.loudness()?,
        channels: u8::try_from(channels).unwrap_or(2),
        damaged: decoded.damaged,
        wave: drawing.end(decoded.rate),
    })
}

impl Facts {
    /// On the child's side.
    pub(super) fn of(input: &Input) -> Self {
        let mut found = tags(&input.metadata());
        // Ogg keeps them at the stream.
        for stream in input.streams() {
            for (name, value) in tags(&stream.metadata()) {
                found.entry(name).or_insert(value);
            }
        }
        let marks = input.chapters().take(MOST).map(|chapter| Mark {
            start_ms: milliseconds(chapter.start(), chapter.time_base()),
            title: chapter
                .metadata()
                .get("title")
                .map(lossy)
                .unwrap_or_default(),
        });
        Self {
            chapters: marks.collect(),
            tags: found,
        }
    }

    /// On the parent's: every text on one line, short, and without what turns a page round.
    pub(super) fn tidied(mut self) -> Self {
        let tidy = |text: &str| text::cut(&text::line(text), MOST_TEXT);
        let tags = self.tags.iter().take(MOST);
        self.tags = tags
            .map(|(name, value)| (tidy(name), tidy(value)))
            .collect();
        self.chapters.truncate(MOST);
        for mark in &mut self.chapters {
            mark.title = tidy(&mark.title);
        }
        self
    }
}

fn tags(dictionary: &DictionaryRef<'_>) -> BTreeMap<String, String> {
    dictionary
        .iter()
        // A cover as text is no text.
        .filter(|(name, _)| !name.eq_ignore_ascii_case("metadata_block_picture"))
        .take(MOST)
        .map(|(name, value)| (lossy(name).to_lowercase(), lossy(value)))
        .collect()
}

/// FFmpeg promises UTF-8, and some files break its word.
fn lossy(text: &str) -> String {
    let text = String::from_utf8_lossy(text.as_bytes());
    text.chars().take(MOST_TEXT).collect()
}

fn milliseconds(units: i64, base: Rational) -> u64 {
    let (one, of) = (i128::from(base.numerator()), i128::from(base.denominator()));
    let ms = i128::from(units) * one * 1000 / of.max(1);
    u64::try_from(ms.max(0)).unwrap_or(u64::MAX)
}
