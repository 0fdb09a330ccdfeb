//! Files that are not what they say: each is mastered as far as it is sound, or refused with a reason.

use super::support::{Folder, child};
use jobs::Code;
use jobs::media::sound::{Mastering, listen, master};
use std::fs::File;
use std::io::Write;

/// A header that promises so many bytes of 16-bit samples.
pub fn wav(rate: u32, channels: u16, promised: u32) -> Vec<u8> {
    let mut head = b"RIFF".to_vec();
    head.extend(promised.saturating_add(36).to_le_bytes());
    head.extend(b"WAVEfmt \x10\0\0\0\x01\0");
    head.extend(channels.to_le_bytes());
    head.extend(rate.to_le_bytes());
    head.extend((rate * u32::from(channels) * 2).to_le_bytes());
    head.extend((channels * 2).to_le_bytes());
    head.extend(b"\x10\0data");
    head.extend(promised.to_le_bytes());
    head
}

pub fn tone(frames: usize) -> Vec<u8> {
    let sample = |n: usize| ((n as f64 * 0.06).sin() * 9000.0) as i16;
    (0..frames).flat_map(|n| sample(n).to_le_bytes()).collect()
}

#[tokio::test]
async fn an_hour_that_is_two_seconds_is_two_seconds() {
    let folder = Folder::new();
    let path = folder.path("hour.wav");
    let file = [wav(48_000, 1, 3600 * 96_000), tone(96_000)].concat();
    std::fs::write(&path, file).unwrap();
    let made = folder.master(&[&path]).await.unwrap();
    assert_eq!((made.duration_ms, made.reached()), (2000, true));
}

#[tokio::test]
async fn what_never_ends_is_cut_short() {
    let folder = Folder::new();
    let path = folder.path("endless.wav");
    let mut file = File::create(&path).unwrap();
    file.write_all(&wav(8000, 1, u32::MAX)).unwrap();
    file.write_all(&tone(8000)).unwrap();
    // A hole of nine hours, which takes no room.
    file.set_len(9 * 3600 * 16_000).unwrap();
    let how = Mastering {
        most_s: 60,
        ..Mastering::new(folder.path("."))
    };
    let input = || File::open(&path).unwrap();
    let error = master(&child(), vec![input()], &how, |_| ())
        .await
        .unwrap_err();
    assert_eq!(error.code, Code::MediaTooLarge, "{error}");
    assert!(error.detail.contains("longer than"), "{error}");
    let error = listen(&child(), input(), 60).await.unwrap_err();
    assert_eq!(error.code, Code::MediaTooLarge, "{error}");
}

#[tokio::test]
async fn what_is_no_sound_is_refused() {
    let folder = Folder::new();
    let secret = folder.tone("secret.wav", "sine=d=2", &[]);
    let secret = secret.to_str().unwrap();
    let playlist =
        format!("#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\nfile://{secret}\n#EXT-X-ENDLIST\n");
    let picture = folder.tone("picture.png", "testsrc=d=1", &["-frames:v", "1"]);
    let film = folder.tone("silent.mp4", "testsrc=s=64x64:d=1", &["-c:v", "mpeg4"]);
    let cases = [
        (
            "zip.mp3",
            b"PK\x03\x04\x14\0\0\0\x08\0and so on".to_vec(),
            "no picture, film or sound",
        ),
        (
            "page.mp3",
            b"<!doctype html><title>404</title>".to_vec(),
            "no picture, film or sound",
        ),
        (
            "list.mp3",
            b"#EXTM3U\n#EXTINF:9,\n/etc/passwd\n#EXT-X-ENDLIST\n".to_vec(),
            "no picture, film or sound",
        ),
        (
            "list.mp4",
            playlist.into_bytes(),
            "no picture, film or sound",
        ),
        (
            "list.ffconcat.wav",
            format!("ffconcat version 1.0\nfile {secret}\n").into_bytes(),
            "no picture, film or sound",
        ),
        ("empty.mp3", Vec::new(), "empty"),
        ("byte.mp3", vec![0xff], "no picture, film or sound"),
        ("header.wav", wav(48_000, 2, 960_000), "none of its sound"),
        (
            "rate.wav",
            [wav(1, 1, 96_000), tone(48_000)].concat(),
            "are no sound",
        ),
        (
            "photo.mp3",
            std::fs::read(picture).unwrap(),
            "it is a picture",
        ),
        (
            "silent.m4a",
            std::fs::read(film).unwrap(),
            "it holds no sound",
        ),
    ];
    for (name, bytes, expected) in cases {
        let path = folder.path(name);
        std::fs::write(&path, bytes).unwrap();
        let error = folder.master(&[&path]).await.unwrap_err();
        println!("{name}\t{error}");
        assert!(
            matches!(error.code, Code::SoundBroken | Code::MediaTooLarge),
            "{name}: {error}"
        );
        assert_eq!(error.retry, jobs::Retry::Never);
        assert!(error.detail.contains(expected), "{name}: {error}");
    }
}

#[tokio::test]
async fn what_is_broken_in_the_middle_keeps_the_rest() {
    let folder = Folder::new();
    let whole = folder.tone("whole.mp3", "sine=d=6", &["-b:a", "64k"]);
    let mut bytes = std::fs::read(&whole).unwrap();
    let middle = bytes.len() / 2;
    for (n, byte) in bytes[middle..middle + 3000].iter_mut().enumerate() {
        *byte = (n * 7919 % 251) as u8;
    }
    let part = &bytes[..bytes.len() - 100];
    let path = folder.path("broken.mp3");
    std::fs::write(&path, part).unwrap();
    let made = folder.master(&[&path]).await.unwrap();
    assert!(
        made.duration_ms > 4500 && made.reached(),
        "{:?}",
        made.parts
    );
    // What lies between the children has no name that could stay behind.
    let mut names: Vec<_> = std::fs::read_dir(folder.path("."))
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    names.sort();
    assert_eq!(names, ["broken.mp3", "whole.mp3"]);
}
