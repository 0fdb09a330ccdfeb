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
    /// The medium it became.
    pub medium_id: Option<MediumId>,
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

/// The MIME type of a file of this name: of what was sent, and of what mastering made of it.
pub fn mime(name: &str) -> Option<&'static str> {
    let (_, extension) = name.rsplit_once('.')?;
    match extension {
        "opus" => return Some("audio/ogg"),
        // Chapters, which Podcasting 2.0 gives a type of their own, and the shape of a sound.
        "json" => return Some("application/json+chapters"),
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
    }
}
