//! Words as frames of ID3v2.4.

use super::{Words, cover_type};
use crate::chapter::{self, Chapter};
use id3::frame::{Chapter as Chap, Comment, ExtendedLink, Picture, PictureType, TableOfContents};
use id3::{Frame, Tag, TagLike};

/// The name of the one table of contents.
const CONTENTS: &str = "toc";
/// Bytes of a frame inside a chapter's: FFmpeg reads the length of a longer one
/// in the manner of ID3v2.3 and drops the chapter. Pictures stand in the JSON form.
const INSIDE: usize = 120;

pub(super) fn tag(words: &Words, duration_ms: u64) -> Tag {
    let mut tag = Tag::new();
    let texts = [
        ("TIT2", &words.title),
        ("TPE1", &words.artist),
        ("TALB", &words.album),
        ("TDRC", &words.date),
    ];
    for (id, text) in texts {
        if !text.is_empty() {
            tag.set_text(id, text.as_str());
        }
    }
    let language = language(&words.language);
    if language != "und" {
        tag.set_text("TLAN", language);
    }
    tag.set_text("TLEN", duration_ms.to_string());
    if !words.description.is_empty() {
        tag.add_frame(Comment {
            lang: language.to_owned(),
            description: String::new(),
            text: words.description.clone(),
        });
    }
    if !words.url.is_empty() {
        tag.add_frame(Frame::link("WOAF", words.url.as_str()));
    }
    if let Some(cover) = &words.cover {
        tag.extend(picture(cover));
    }
    chapters(&mut tag, &words.chapters, duration_ms);
    tag
}

fn chapters(tag: &mut Tag, chapters: &[Chapter], duration_ms: u64) {
    let names: Vec<String> = (0..chapters.len()).map(|nth| format!("chp{nth}")).collect();
    let ends = chapter::ends(chapters, duration_ms);
    for ((chapter, name), end) in chapters.iter().zip(&names).zip(ends) {
        let mut frames = vec![Frame::text("TIT2", short_text(&chapter.title))];
        let link = chapter.url.as_ref().map(|url| ExtendedLink {
            description: String::new(),
            link: url.to_string(),
        });
        frames.extend(
            link.filter(|link| link.link.len() <= INSIDE)
                .map(Frame::from),
        );
        tag.add_frame(Chap {
            element_id: name.clone(),
            start_time: short(chapter.start_ms),
            end_time: short(end),
            // No bytes, only times.
            start_offset: u32::MAX,
            end_offset: u32::MAX,
            frames,
        });
    }
    if !names.is_empty() {
        tag.add_frame(TableOfContents {
            element_id: CONTENTS.into(),
            top_level: true,
            ordered: true,
            elements: names,
            frames: Vec::new(),
        });
    }
}

/// As much of a title as a chapter's frame may hold.
fn short_text(text: &str) -> String {
    match text.len() > INSIDE {
        true => format!("{}…", &text[..text.floor_char_boundary(INSIDE - 3)]),
        false => text.to_owned(),
    }
}

fn picture(bytes: &[u8]) -> Option<Frame> {
    let picture = Picture {
        mime_type: cover_type(bytes)?.into(),
        picture_type: PictureType::CoverFront,
        description: String::new(),
        data: bytes.to_vec(),
    };
    Some(picture.into())
}

fn short(ms: u64) -> u32 {
    // The frame has no room for more than 49 days.
    u32::try_from(ms).unwrap_or(u32::MAX - 1)
}

/// ISO 639-2, as the tag wants it, of the languages whose groups we know of;
/// `und` is its word for another.
fn language(bcp47: &str) -> &'static str {
    let main = bcp47.split(['-', '_']).next().unwrap_or_default();
    let known = LANGUAGES
        .iter()
        .find(|(two, three)| main.eq_ignore_ascii_case(two) || main.eq_ignore_ascii_case(three));
    known.map_or("und", |(_, three)| three)
}

/// Two letters (ISO 639-1) and three (ISO 639-2/T).
const LANGUAGES: &[(&str, &str)] = &[
    ("ar", "ara"),
    ("bg", "bul"),
    ("bn", "ben"),
    ("ca", "cat"),
    ("cs", "ces"),
    ("da", "dan"),
    ("de", "deu"),
    ("el", "ell"),
    ("en", "eng"),
    ("es", "spa"),
    ("et", "est"),
    ("eu", "eus"),
    ("fa", "fas"),
    ("fi", "fin"),
    ("fr", "fra"),
    ("gl", "glg"),
    ("he", "heb"),
    ("hi", "hin"),
    ("hr", "hrv"),
    ("hu", "hun"),
    ("id", "ind"),
    ("it", "ita"),
    ("ja", "jpn"),
    ("ko", "kor"),
    ("lt", "lit"),
    ("lv", "lav"),
    ("ms", "msa"),
    ("nl", "nld"),
    ("no", "nor"),
    ("nb", "nob"),
    ("pl", "pol"),
    ("pt", "por"),
    ("ro", "ron"),
    ("ru", "rus"),
    ("sk", "slk"),
    ("sl", "slv"),
    ("sr", "srp"),
    ("sv", "swe"),
    ("sw", "swa"),
    ("ta", "tam"),
    ("te", "tel"),
    ("th", "tha"),
    ("tr", "tur"),
    ("uk", "ukr"),
    ("ur", "urd"),
    ("vi", "vie"),
    ("zh", "zho"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_become_three_letters() {
        for (from, to) in [
            ("pt-BR", "por"),
            ("EN", "eng"),
            ("deu", "deu"),
            ("", "und"),
            ("tlh", "und"),
        ] {
            assert_eq!(language(from), to);
        }
    }

    #[test]
    fn long_titles_stay_readable_for_all() {
        let long = "ü".repeat(100);
        let short = short_text(&long);
        assert!(short.len() <= INSIDE && short.ends_with("ü…"), "{short}");
        assert_eq!(short_text("short"), "short");
    }

    #[test]
    fn what_is_empty_is_left_out() {
        let tag = tag(&Words::default(), 1234);
        let ids: Vec<_> = tag.frames().map(Frame::id).collect();
        assert_eq!(ids, ["TLEN"]);
    }
}
