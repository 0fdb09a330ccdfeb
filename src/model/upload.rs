//! A file that somebody sent, with their consent.

use super::MediumId;

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

/// Kinds of sound that browsers and podcast clients play: extension, and MIME type as the media child names it.
pub const SOUNDS: &[(&str, &str)] = &[
    ("mp3", "audio/mpeg"),
    ("m4a", "audio/m4a"),
    ("ogg", "audio/ogg"),
    ("flac", "audio/flac"),
    ("wav", "audio/wav"),
];

/// The extension that a file's first bytes ask for; nothing where they begin no sound that we know.
pub fn extension(head: &[u8]) -> Option<&'static str> {
    match head {
        [b'I', b'D', b'3', ..] => Some("mp3"),
        // An MPEG audio frame: eleven set bits, then layer III.
        [0xff, second, ..] if second & 0xe6 == 0xe2 => Some("mp3"),
        [_, _, _, _, b'f', b't', b'y', b'p', ..] => Some("m4a"),
        [b'O', b'g', b'g', b'S', ..] => Some("ogg"),
        [b'f', b'L', b'a', b'C', ..] => Some("flac"),
        [
            b'R',
            b'I',
            b'F',
            b'F',
            _,
            _,
            _,
            _,
            b'W',
            b'A',
            b'V',
            b'E',
            ..,
        ] => Some("wav"),
        _ => None,
    }
}

/// The extension that a photo's first bytes ask for; nothing where they begin none that we know.
pub fn picture(head: &[u8]) -> Option<&'static str> {
    const STILLS: &[&[u8]] = &[b"heic", b"heix", b"heim", b"heis", b"mif1", b"msf1"];
    match head {
        [0xff, 0xd8, 0xff, ..] => Some("jpg"),
        [0x89, b'P', b'N', b'G', ..] => Some("png"),
        [
            b'R',
            b'I',
            b'F',
            b'F',
            _,
            _,
            _,
            _,
            b'W',
            b'E',
            b'B',
            b'P',
            ..,
        ] => Some("webp"),
        [
            _,
            _,
            _,
            _,
            b'f',
            b't',
            b'y',
            b'p',
            b'a',
            b'v',
            b'i',
            b'f',
            ..,
        ] => Some("avif"),
        [_, _, _, _, b'f', b't', b'y', b'p', brand @ ..]
            if STILLS.iter().any(|still| brand.starts_with(still)) =>
        {
            Some("heic")
        }
        _ => None,
    }
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
    let found = SOUNDS.iter().find(|(known, _)| *known == extension)?;
    Some(found.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_bytes_tell() {
        assert_eq!(extension(b"ID3\x04abc"), Some("mp3"));
        assert_eq!(extension(&[0xff, 0xfb, 0x90]), Some("mp3"));
        assert_eq!(extension(b"\0\0\0 ftypM4A "), Some("m4a"));
        assert_eq!(extension(b"RIFF....WAVEfmt"), Some("wav"));
        assert_eq!(extension(b"<html>"), None);
        assert_eq!(extension(b""), None);
        assert_eq!(extension(b"\xff\xd8\xff\xe0"), None, "a JPEG");
        assert_eq!(mime("00.m4a"), Some("audio/m4a"));
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
