//! Transcripts that somebody uploads: read with patience, written as SRT, WebVTT and plain text.
//!
//! The crates there are for subtitles stop at the first cue they do not like;
//! what people upload has such cues, and an editor wants the others.

mod cue;
mod markup;
mod read;
mod write;

pub use read::read;
pub use write::{to_plain, to_srt, to_vtt};

/// Bytes of an upload: ten hours of talk have a tenth of it.
pub const MOST_BYTES: usize = 8 << 20;

/// What was said, and when if the upload says so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Transcript {
    /// What is said at what time, in the order of their starts.
    pub cues: Vec<Cue>,
    /// The text of an upload without times; else empty.
    pub plain: String,
    /// What was left out, and why.
    pub skipped: Vec<Skipped>,
}

/// Something said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cue {
    /// Where it starts, in milliseconds.
    pub start_ms: u64,
    /// Where it ends, in milliseconds; after its start.
    pub end_ms: u64,
    /// Who says it.
    pub speaker: Option<String>,
    /// What is said, without markup, on one line or several.
    pub text: String,
}

/// A cue that was left out.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Skipped {
    /// The line of the upload, from 1.
    pub line: usize,
    /// Why, in a few words.
    pub reason: &'static str,
}

/// Why an upload is no transcript at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// More than we take.
    #[error("the transcript is larger than {} MiB", MOST_BYTES >> 20)]
    TooLarge,
    /// Not a word.
    #[error("the transcript is empty")]
    Empty,
    /// Bytes of something else.
    #[error("the transcript is not a text")]
    NotText,
    /// It has times, and not one cue that can be used.
    #[error("none of the transcript's cues can be used")]
    NoCue,
}

impl Transcript {
    /// The same for an episode that leaves out the recording's first `trimmed_ms` and plays so long.
    pub fn shifted(mut self, trimmed_ms: u64, duration_ms: u64) -> Self {
        let end_ms = trimmed_ms.saturating_add(duration_ms);
        self.cues
            .retain(|cue| cue.end_ms > trimmed_ms && cue.start_ms < end_ms);
        for cue in &mut self.cues {
            cue.start_ms = cue.start_ms.saturating_sub(trimmed_ms);
            cue.end_ms = cue.end_ms.min(end_ms) - trimmed_ms;
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trimmed_ends_take_their_words_along() {
        let text =
            b"1\n00:00:01,000 --> 00:00:02,000\nA\n\n2\n00:00:02,000 --> 00:00:04,000\nB\n\n\
            3\n00:00:04,000 --> 00:00:06,000\nC\n\n4\n00:00:05,500 --> 00:00:09,000\nD\n";
        let cues = read(text).unwrap().shifted(2500, 3000).cues;
        let got: Vec<_> = cues
            .iter()
            .map(|cue| (cue.start_ms, cue.end_ms, cue.text.as_str()))
            .collect();
        assert_eq!(got, [(0, 1500, "B"), (1500, 3000, "C")]);
    }
}
