//! A file that somebody sent, with their consent.

use super::MediumId;
use jobs::media::{Kind, magic};

/// A stored file.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Upload {
    /// Whoever holds it may give the file to a submission.
    pub token: String,
    /// Its name in the store: the hash of its bytes.
    pub name: String,
    /// What the sender called it.
    pub file_name: String,
    /// Bytes.
    pub size: i64,
    /// When it came, in milliseconds since 1970.
    pub created_at: i64,
    /// What was agreed to, word for word.
    pub consent: Option<String>,
    /// Who agreed.
    pub consent_by: Option<String>,
    /// When, in milliseconds since 1970.
    pub consent_at: Option<i64>,
    /// The medium it became; a transcript's is the one that it writes down.
    pub medium_id: Option<MediumId>,
    /// What it was sent as.
    pub sent_as: SentAs,
    /// Whose voice a postcard is, where it is not its sender's.
    pub speaker: Option<String>,
    /// Who took it back.
    pub withdrawn_by: Option<String>,
    /// When, in milliseconds since 1970.
    pub withdrawn_at: Option<i64>,
}

/// What a file is sent as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, sqlx::Type)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum SentAs {
    /// The sound of a meeting, an interview.
    #[default]
    Recording,
    /// An organizer's voice on what was sent with it, half a minute to three minutes long.
    Postcard,
    /// A photo.
    Photo,
    /// What is said in a recording or a video, as SRT, WebVTT or plain text.
    Transcript,
}

/// What was agreed to with some files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agreed {
    /// The sorts of file whose wording was agreed to.
    pub with: Vec<SentAs>,
    /// Whose voice a postcard is; empty: the sender's.
    pub speaker: String,
}

/// How long a postcard is, in milliseconds: half a minute to three minutes, and what a thumb adds.
pub const POSTCARD_MS: std::ops::RangeInclusive<u64> = 25_000..=185_000;

impl SentAs {
    /// Every one, in the order of the form.
    pub const ALL: &'static [SentAs] = &[
        SentAs::Photo,
        SentAs::Postcard,
        SentAs::Recording,
        SentAs::Transcript,
    ];

    /// The word in tables, forms and the catalogue.
    pub fn as_str(self) -> &'static str {
        match self {
            SentAs::Recording => "recording",
            SentAs::Postcard => "postcard",
            SentAs::Photo => "photo",
            SentAs::Transcript => "transcript",
        }
    }

    /// The one of this word.
    pub fn from_text(text: &str) -> Option<SentAs> {
        SentAs::ALL
            .iter()
            .copied()
            .find(|sent_as| sent_as.as_str() == text)
    }

    /// The kind of medium that it becomes; none where it belongs to another.
    pub fn kind(self) -> Option<&'static str> {
        match self {
            SentAs::Recording => Some("audio"),
            SentAs::Postcard => Some("postcard"),
            SentAs::Photo => Some("photo"),
            SentAs::Transcript => None,
        }
    }

    /// What was agreed to with it, as the catalogue has it: a key, so that the wording on record is the wording that
    /// was shown. A text needs no one's voice or face.
    pub fn consent(self) -> Option<&'static str> {
        match self {
            SentAs::Recording => Some("consent-sound"),
            SentAs::Postcard => Some("consent-voice"),
            SentAs::Photo => Some("consent-photos"),
            SentAs::Transcript => None,
        }
    }

    /// The field of a form that says so.
    pub fn consent_field(self) -> &'static str {
        match self {
            SentAs::Postcard => "consent_voice",
            SentAs::Photo => "consent_photos",
            SentAs::Recording | SentAs::Transcript => "consent",
        }
    }

    /// The field of a form that its file comes in.
    pub fn field(self) -> &'static str {
        match self {
            SentAs::Recording => "file",
            SentAs::Postcard => "voice",
            SentAs::Photo => "photos",
            SentAs::Transcript => "transcript",
        }
    }

    /// The one whose field this is.
    pub fn of_field(field: &str) -> Option<SentAs> {
        SentAs::ALL
            .iter()
            .copied()
            .find(|sent_as| sent_as.field() == field)
    }

    /// The extension that a file of this sort is stored under, by its first bytes; nothing where they begin none.
    pub fn extension(self, head: &[u8]) -> Option<&'static str> {
        match self {
            SentAs::Recording | SentAs::Postcard => extension(head),
            SentAs::Photo => picture(head),
            // What is in it counts once it is whole.
            SentAs::Transcript => {
                (!head.contains(&0) && extension(head).is_none()).then_some("txt")
            }
        }
    }
}

/// The extension that a file's first bytes ask for; nothing where they begin no sound or film that we know.
pub fn extension(head: &[u8]) -> Option<&'static str> {
    let form = magic::recognise(head)?;
    match (form.kind, form.extension) {
        (Kind::Picture, _) => None,
        // Phones put sound alone into the box of a film.
        (Kind::Video, "mp4" | "mov" | "3gp") => Some("m4a"),
        (_, extension) => Some(extension),
    }
}

/// The extension that a photo's first bytes ask for; nothing where they begin none that we know.
pub fn picture(head: &[u8]) -> Option<&'static str> {
    let form = magic::recognise(head)?;
    let still = form.kind == Kind::Picture && form.extension != "gif";
    still.then_some(form.extension)
}

/// The MIME type of a file of this name: of what was sent, and of what mastering made of it.
pub fn mime(name: &str) -> Option<&'static str> {
    let (_, extension) = name.rsplit_once('.')?;
    match extension {
        "opus" => return Some("audio/ogg"),
        // Chapters, which Podcasting 2.0 gives a type of their own, and the shape of a sound.
        "json" => return Some("application/json+chapters"),
        "peaks" => return Some("application/json"),
        "vtt" => return Some("text/vtt; charset=utf-8"),
        "txt" => return Some("text/plain; charset=utf-8"),
        "srt" => return Some("application/x-subrip; charset=utf-8"),
        _ => {}
    }
    let form = magic::named(extension)?;
    (form.kind != Kind::Picture).then_some(form.mime)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_bytes_tell() {
        assert_eq!(extension(b"ID3\x04abc"), Some("mp3"));
        assert_eq!(extension(b"\0\0\0 ftypM4A "), Some("m4a"));
        assert_eq!(extension(b"\0\0\0 ftyp3gp4"), Some("m4a"));
        assert_eq!(extension(b"#!AMR\n"), Some("amr"));
        assert_eq!(extension(b"<html>"), None);
        assert_eq!(extension(b""), None);
        assert_eq!(extension(b"\xff\xd8\xff\xe0"), None, "a JPEG");
        assert_eq!(extension(b"\0\0\0 ftypheic"), None, "a photo");
        assert_eq!(mime("00.m4a"), Some("audio/m4a"));
        assert_eq!(mime("00.jpg"), None);
        assert_eq!(SentAs::Photo.extension(b"\xff\xd8\xff\xe0"), Some("jpg"));
        assert_eq!(SentAs::Photo.extension(b"\0\0\0\x18ftypheic"), Some("heic"));
        assert_eq!(SentAs::Photo.extension(b"ID3\x04abc"), None);
        assert_eq!(SentAs::Postcard.extension(b"\xff\xd8\xff\xe0"), None);
        assert_eq!(SentAs::Transcript.extension(b"WEBVTT\n\n00:"), Some("txt"));
        assert_eq!(SentAs::Transcript.extension(b"ID3\x04abc"), None);
        assert_eq!(SentAs::Transcript.extension(b"PK\x03\x04\0\0"), None);
    }

    #[test]
    fn each_has_a_word_and_a_field_of_its_own() {
        for &sent_as in SentAs::ALL {
            assert_eq!(SentAs::from_text(sent_as.as_str()), Some(sent_as));
            assert_eq!(SentAs::of_field(sent_as.field()), Some(sent_as));
        }
    }
}
