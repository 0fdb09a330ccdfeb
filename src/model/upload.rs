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
    /// The medium it became.
    pub medium_id: Option<MediumId>,
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

/// The MIME type of a file of this name: of what was sent, and of what mastering made of it.
pub fn mime(name: &str) -> Option<&'static str> {
    let (_, extension) = name.rsplit_once('.')?;
    match extension {
        "opus" => return Some("audio/ogg"),
        // Chapters, which Podcasting 2.0 gives a type of their own, and the shape of a sound.
        "json" => return Some("application/json+chapters"),
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
    }
}
