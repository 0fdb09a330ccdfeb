//! What a file is by its first bytes: the one table of them, for uploads, for
//! what a page links to, and for the time a child gets. A child that decodes
//! knows better.

use super::Kind;
use super::still::{self, Format};
use image::ImageFormat;

/// Bytes that are enough to know a file by; with more, Ogg and Matroska say what is in them.
pub const HEAD: usize = 12;
/// Bytes that are looked at.
const MOST: usize = 4096;

/// A form of file that our children read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Form {
    /// What its name ends with.
    pub extension: &'static str,
    /// Its MIME type, where there are several the one podcast directories know.
    pub mime: &'static str,
    /// What is usually in it: the box of a film may hold sound alone.
    pub kind: Kind,
}

const fn picture(extension: &'static str, mime: &'static str) -> Form {
    let kind = Kind::Picture;
    Form {
        extension,
        mime,
        kind,
    }
}

const fn sound(extension: &'static str, mime: &'static str) -> Form {
    let kind = Kind::Audio;
    Form {
        extension,
        mime,
        kind,
    }
}

const fn film(extension: &'static str, mime: &'static str) -> Form {
    let kind = Kind::Video;
    Form {
        extension,
        mime,
        kind,
    }
}

/// All there are.
pub const FORMS: &[Form] = &[
    picture("jpg", "image/jpeg"),
    picture("png", "image/png"),
    picture("gif", "image/gif"),
    picture("webp", "image/webp"),
    picture("heic", "image/heic"),
    picture("avif", "image/avif"),
    sound("mp3", "audio/mpeg"),
    sound("aac", "audio/aac"),
    sound("m4a", "audio/m4a"),
    sound("ogg", "audio/ogg"),
    sound("flac", "audio/flac"),
    sound("wav", "audio/wav"),
    sound("w64", "audio/x-w64"),
    sound("aiff", "audio/aiff"),
    sound("caf", "audio/x-caf"),
    sound("amr", "audio/amr"),
    film("mp4", "video/mp4"),
    film("mov", "video/quicktime"),
    film("3gp", "video/3gpp"),
    film("webm", "video/webm"),
    film("mkv", "video/x-matroska"),
    film("ogv", "video/ogg"),
    film("asf", "video/x-ms-asf"),
    film("avi", "video/x-msvideo"),
    film("flv", "video/x-flv"),
    film("mpg", "video/mpeg"),
];

/// The form of a file that begins like this.
pub fn recognise(head: &[u8]) -> Option<&'static Form> {
    let head = &head[..head.len().min(MOST)];
    of_picture(head).or_else(|| of_sound(head)).and_then(named)
}

/// The form of a file whose name ends so.
pub fn named(extension: &str) -> Option<&'static Form> {
    FORMS.iter().find(|form| form.extension == extension)
}

fn of_picture(head: &[u8]) -> Option<&'static str> {
    Some(match still::recognise(head)? {
        Format::Heif(name) => name,
        Format::Plain(ImageFormat::Png) => "png",
        Format::Plain(ImageFormat::Gif) => "gif",
        Format::Plain(ImageFormat::WebP) => "webp",
        Format::Plain(_) => "jpg",
    })
}

fn of_sound(head: &[u8]) -> Option<&'static str> {
    let four = |at: usize| head.get(at..at + 4).unwrap_or_default();
    let says = |word: &[u8]| head.windows(word.len()).any(|window| window == word);
    Some(match (four(0), four(4), four(8)) {
        (b"OggS", ..) if says(b"\x80theora") => "ogv",
        (b"OggS", ..) => "ogg",
        (b"fLaC", ..) => "flac",
        (b"RIFF" | b"RF64", _, b"WAVE") => "wav",
        (b"riff", b"\x2e\x91\xcf\x11", _) => "w64",
        (b"RIFF", _, b"AVI ") => "avi",
        (b"FORM", _, b"AIFF" | b"AIFC") => "aiff",
        (b"caff", [0, ..], _) => "caf",
        _ if head.starts_with(b"#!AMR") => "amr",
        (b"\x1a\x45\xdf\xa3", ..) if says(b"matroska") => "mkv",
        (b"\x1a\x45\xdf\xa3", ..) => "webm",
        (b"\x30\x26\xb2\x75", b"\x8e\x66\xcf\x11", _) => "asf",
        (b"FLV\x01", ..) => "flv",
        (b"\0\0\x01\xba", ..) => "mpg",
        (_, b"ftyp", brand) => of_brand(brand),
        // QuickTime before it had brands; no box of it has 16 MB at the beginning.
        ([0, ..], b"moov" | b"mdat" | b"wide" | b"free" | b"skip", _) => "mov",
        _ => return of_frame(head),
    })
}

/// By the name that a file of MPEG-4 gives its form (ISO/IEC 14496-12, 4.3).
fn of_brand(brand: &[u8]) -> &'static str {
    match brand {
        [b'M', b'4', b'A' | b'B' | b'P', _] => "m4a",
        [b'3', b'g', b'p' | b'2', _] => "3gp",
        b"qt  " => "mov",
        _ => "mp4",
    }
}

/// By a tag, or a frame that stands alone: MPEG audio of layers II and III, AAC in ADTS.
fn of_frame(head: &[u8]) -> Option<&'static str> {
    match head {
        [b'I', b'D', b'3', ..] => Some("mp3"),
        [0xff, second, ..] if second & 0xf6 == 0xf0 => Some("aac"),
        // Two bytes that begin a text of UTF-16 would be layer I.
        [0xff, second, ..] if second & 0xe0 == 0xe0 && matches!(second & 6, 2 | 4) => Some("mp3"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_bytes_tell() {
        let cases: &[(&[u8], Option<&str>)] = &[
            (b"ID3\x04abc", Some("mp3")),
            (&[0xff, 0xfb, 0x90], Some("mp3")),
            (&[0xff, 0xf3, 0x90, 0], Some("mp3")),
            (&[0xff, 0xf5, 0xe0, 0xc4], Some("mp3")),
            (&[0xff, 0xf1, 0x5c, 0x40], Some("aac")),
            (&[0xff, 0xf9, 0x5c, 0x40], Some("aac")),
            (b"\0\0\0\x1cftypM4A \0", Some("m4a")),
            (b"\0\0\0\x1cftypM4B ", Some("m4a")),
            (b"\0\0\0\x1cftypisom", Some("mp4")),
            (b"\0\0\0\x14ftypqt  ", Some("mov")),
            (b"\0\0\0\x08wide\0\0", Some("mov")),
            (b"\0\0\0\x1cftyp3gp4", Some("3gp")),
            (b"\0\0\0\x1cftyp3g2a", Some("3gp")),
            (b"\0\0\0\x18ftypheic\0\0\0\0", Some("heic")),
            (b"\0\0\0\x18ftypheix\0\0\0\0", Some("heic")),
            (b"\0\0\0\x18ftypmif1\0\0\0\0", Some("heic")),
            (b"\0\0\0\x18ftypavif\0\0\0\0", Some("avif")),
            (b"OggS\0\x02\0\0\0\0\0\0\0\0OpusHead", Some("ogg")),
            (b"OggS\0\x02\0\0\0\0\0\0\0\0\x80theora", Some("ogv")),
            (b"fLaC\0\0\0\x22", Some("flac")),
            (b"RIFF....WAVEfmt", Some("wav")),
            (b"RF64\xff\xff\xff\xffWAVEds64", Some("wav")),
            (b"riff\x2e\x91\xcf\x11\xa5\xd6\x28\xdb", Some("w64")),
            (b"RIFF....AVI LIST", Some("avi")),
            (b"RIFF....WEBPVP8 ", Some("webp")),
            (b"FORM....AIFF", Some("aiff")),
            (b"FORM....AIFC", Some("aiff")),
            (b"FORM....ILBM", None),
            (b"caff\0\x01\0\0", Some("caf")),
            (b"#!AMR\n<", Some("amr")),
            (b"#!AMR-WB\n", Some("amr")),
            (b"\x1a\x45\xdf\xa3\x9fB\x86\x81\x01B\xf7\x81", Some("webm")),
            (b"\x1a\x45\xdf\xa3\x9fB\x82\x88matroska", Some("mkv")),
            (b"\xff\xd8\xff\xe0\0\x10JFIF", Some("jpg")),
            (b"\x89PNG\r\n\x1a\n", Some("png")),
            (b"GIF89a", Some("gif")),
            (b"<html>", None),
            (b"", None),
            (b"The free software", None),
            (b"PK\x03\x04", None),
            (b"#EXTM3U\n", None),
            (b"\xff\xfeh\0e\0l\0l\0o\0", None),
            (b"#!/bin/sh", None),
        ];
        for (head, expected) in cases {
            let found = recognise(head).map(|form| form.extension);
            assert_eq!(found, *expected, "{:?}", String::from_utf8_lossy(head));
        }
    }

    #[test]
    fn each_ending_has_one_form() {
        for form in FORMS {
            assert_eq!(named(form.extension), Some(form));
        }
    }
}
