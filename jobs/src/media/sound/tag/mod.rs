//! Our own words, put in front of a mastered file, here in the parent.
//!
//! Of what the child made, an MP3 is copied as it is; an Opus file's packets
//! are put into new pages, because its words stand in one of the first.

mod id3v2;
mod vorbis;

use crate::chapter::Chapter;
use crate::{Code, StepError};
use std::fs::File;
use std::io::{self, Seek, Write};

/// What a file says of itself; empty texts are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// What it is called.
    pub title: String,
    /// Who speaks, or the group.
    pub artist: String,
    /// The show.
    pub album: String,
    /// When it was, as far as known: `2026`, `2026-05` or `2026-05-19`.
    pub date: String,
    /// The language spoken: BCP 47, such as `en` or `pt-BR`.
    pub language: String,
    /// What it is about.
    pub description: String,
    /// The page about it.
    pub url: String,
    /// A JPEG or PNG.
    pub cover: Option<Vec<u8>>,
    /// Where its chapters start, rising.
    pub chapters: Vec<Chapter>,
}

/// Copies an untagged MP3 behind an ID3v2.4 tag (id3.org's id3v2.4.0-structure,
/// id3v2.4.0-frames and id3v2-chapters-1.0): texts, `TLEN`, cover, `CHAP` and `CTOC`.
///
/// # Errors
/// `Internal` where reading or writing fails.
pub fn mp3(
    bare: &mut File,
    words: &Words,
    duration_ms: u64,
    mut out: impl Write,
) -> Result<(), StepError> {
    let tag = id3v2::tag(words, duration_ms);
    tag.write_to(&mut out, id3::Version::Id3v24)
        .map_err(|e| internal(&e))?;
    bare.rewind().map_err(|e| internal(&e))?;
    io::copy(bare, &mut out).map_err(|e| internal(&e))?;
    out.flush().map_err(|e| internal(&e))
}

/// Copies an Opus file with these words as its comment header (RFC 7845, with
/// `METADATA_BLOCK_PICTURE` and `CHAPTERxxx` as xiph.org describes them).
///
/// # Errors
/// `Internal` where reading or writing fails, or the file is no Opus in Ogg.
pub fn opus(bare: &mut File, words: &Words, out: impl Write) -> Result<(), StepError> {
    bare.rewind().map_err(|e| internal(&e))?;
    vorbis::copy(bare, &vorbis::comments(words), out)
}

/// The media type of a cover, by its first bytes.
pub fn cover_type(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xff, 0xd8, 0xff, ..] => Some("image/jpeg"),
        [0x89, b'P', b'N', b'G', ..] => Some("image/png"),
        _ => None,
    }
}

fn internal(error: &dyn std::error::Error) -> StepError {
    StepError::retry(
        Code::Internal,
        format!("the tagged file cannot be written: {error}"),
    )
}
