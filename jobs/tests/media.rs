//! Strangers' files through the real child: each gives pictures or a reason.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on ends there")]

#[path = "support/collected.rs"]
mod collected;
#[path = "support/corpora.rs"]
mod corpora;
#[path = "support/outcomes.rs"]
mod outcomes;

use collected::child;
use image::codecs::jpeg::JpegEncoder;
use image::{ExtendedColorType, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use jobs::media::{Child, Kind, Picture, Probe, Time, Use, pictures, probe, sandbox_available};
use jobs::{Code, StepError};
use outcomes::{outcomes, reason};
use std::io::Cursor;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, Instant};

const CHILD: &str = env!("CARGO_BIN_EXE_media-child");

fn encode(picture: &RgbImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

fn two_colours(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, _| {
        Rgb(if x < width / 2 {
            [200, 30, 30]
        } else {
            [30, 30, 200]
        })
    })
}

fn textured(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        let wave = ((x * x / 97) ^ (y * y / 61)) as u8;
        Rgb([(x * 255 / width) as u8, (y * 255 / height) as u8, wave])
    })
}

fn opened(picture: &Picture) -> RgbImage {
    let format = if picture.extension == "jpg" {
        ImageFormat::Jpeg
    } else {
        ImageFormat::WebP
    };
    let read = image::load_from_memory_with_format(&picture.bytes, format).unwrap();
    assert_eq!(
        (read.width(), read.height()),
        (picture.width, picture.height)
    );
    assert_eq!(read.color(), image::ColorType::Rgb8);
    read.into_rgb8()
}

fn find(made: &[Picture], used_as: Use, extension: &str) -> RgbImage {
    opened(
        made.iter()
            .find(|p| p.used_as == used_as && p.extension == extension)
            .unwrap(),
    )
}

#[track_caller]
fn assert_near(pixel: &Rgb<u8>, expected: [u8; 3]) {
    let near = pixel
        .0
        .iter()
        .zip(expected)
        .all(|(got, want)| got.abs_diff(want) < 25);
    assert!(near, "{:?} is not near {expected:?}", pixel.0);
}

async fn refused(child: &Child, file: impl Into<Vec<u8>>) -> StepError {
    let file = file.into();
    let error = pictures(child, file.clone()).await.unwrap_err();
    assert_eq!(error.retry, jobs::Retry::Never, "{error}");
    assert!(probe(child, file).await.is_err() || error.code == Code::MediaBroken);
    error
}

#[tokio::test]
async fn one_photo_gives_the_whole_set_and_the_same_bytes_again() {
    let photo = encode(&textured(1280, 720), ImageFormat::Jpeg);
    let begun = Instant::now();
    let made = pictures(&child(), photo.clone()).await.unwrap();
    eprintln!(
        "pictures() of 1280 × 720: {} ms",
        begun.elapsed().as_millis()
    );
    let got: Vec<_> = made
        .iter()
        .map(|p| (p.used_as, p.extension, p.width, p.height))
        .collect();
    let expected = [
        (Use::Small, "jpg", 320, 180),
        (Use::Small, "webp", 320, 180),
        (Use::Medium, "jpg", 640, 360),
        (Use::Medium, "webp", 640, 360),
        (Use::Large, "jpg", 1280, 720),
        (Use::Large, "webp", 1280, 720),
        (Use::OpenGraph, "jpg", 1200, 630),
        (Use::Square, "jpg", 1400, 1400),
    ];
    assert_eq!(got, expected);
    made.iter().for_each(|picture| drop(opened(picture)));
    assert_eq!(pictures(&child(), photo).await.unwrap(), made);
}

#[tokio::test]
async fn a_photo_is_turned_upright_and_forgets_where_it_was_taken() {
    let mut photo = encode(&two_colours(640, 480), ImageFormat::Jpeg);
    // A TIFF block with one entry, orientation 6, and a place behind it.
    let mut exif =
        b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0".to_vec();
    exif.extend_from_slice(b"GPS 52.5200 N 13.4050 E");
    let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
    photo.splice(2..2, [vec![0xff, 0xe1], length.to_vec(), exif].concat());

    let facts = probe(&child(), photo.clone()).await.unwrap();
    assert_eq!(
        (facts.kind, facts.width, facts.height),
        (Kind::Picture, Some(480), Some(640))
    );
    let made = pictures(&child(), photo).await.unwrap();
    let small = find(&made, Use::Small, "jpg");
    assert_eq!(small.dimensions(), (320, 427));
    // Lying on its left side: what was left is on top.
    assert_near(small.get_pixel(160, 40), [200, 30, 30]);
    assert_near(small.get_pixel(160, 390), [30, 30, 200]);
    for picture in &made {
        for trace in [&b"Exif"[..], b"GPS", b"52.52"] {
            assert!(!picture.bytes.windows(trace.len()).any(|w| w == trace));
        }
    }
}

#[tokio::test]
async fn alpha_grey_gif_and_webp_come_out_as_plain_colour() {
    let mut clear = Cursor::new(Vec::new());
    RgbaImage::from_pixel(640, 400, Rgba([0, 0, 0, 0]))
        .write_to(&mut clear, ImageFormat::Png)
        .unwrap();
    let made = pictures(&child(), clear.into_inner()).await.unwrap();
    assert_near(
        find(&made, Use::Medium, "webp").get_pixel(5, 5),
        [255, 255, 255],
    );

    let mut grey = Vec::new();
    JpegEncoder::new(&mut grey)
        .encode(&[90; 400 * 300], 400, 300, ExtendedColorType::L8)
        .unwrap();
    let made = pictures(&child(), grey).await.unwrap();
    assert_near(find(&made, Use::Small, "jpg").get_pixel(5, 5), [90, 90, 90]);

    for format in [ImageFormat::Gif, ImageFormat::WebP, ImageFormat::Png] {
        let made = pictures(&child(), encode(&two_colours(700, 500), format))
            .await
            .unwrap();
        assert_eq!(made.len(), 6, "{format:?}");
        assert_near(
            find(&made, Use::Small, "webp").get_pixel(300, 100),
            [30, 30, 200],
        );
    }
}

#[tokio::test]
async fn the_square_holds_the_whole_picture_on_a_dark_copy_of_itself() {
    let made = pictures(&child(), encode(&two_colours(1600, 900), ImageFormat::Png))
        .await
        .unwrap();
    let square = find(&made, Use::Square, "jpg");
    assert_near(square.get_pixel(10, 700), [200, 30, 30]);
    assert_near(square.get_pixel(1390, 700), [30, 30, 200]);
    let above = square.get_pixel(10, 20).0;
    assert!(above[0] > 60 && above[0] < 140, "{above:?}");
    let preview = find(&made, Use::OpenGraph, "jpg");
    assert_near(preview.get_pixel(10, 10), [200, 30, 30]);
}

#[tokio::test]
async fn odd_shapes_are_made_presentable() {
    let dot = pictures(&child(), encode(&two_colours(1, 1), ImageFormat::Png))
        .await
        .unwrap();
    assert_eq!(dot.len(), 4);
    let wide = encode(&two_colours(9000, 60), ImageFormat::Png);
    let facts = probe(&child(), wide.clone()).await.unwrap();
    assert_eq!((facts.width, facts.height), (Some(9000), Some(60)));
    let wide = pictures(&child(), wide).await.unwrap();
    assert_eq!((wide[0].width, wide[0].height), (320, 64));
    let tall = pictures(&child(), encode(&two_colours(50, 8000), ImageFormat::Png))
        .await
        .unwrap();
    assert_eq!((tall[0].width, tall[0].height), (320, 960));
}

#[tokio::test]
async fn what_is_no_picture_has_a_reason() {
    let photo = encode(&textured(640, 360), ImageFormat::Png);
    let half = &photo[..photo.len() / 2];
    let jpeg = encode(&textured(640, 360), ImageFormat::Jpeg);
    let most = &jpeg[..jpeg.len() - 9];
    let noise: Vec<u8> = (0..5000u32)
        .map(|i| (i.wrapping_mul(2_654_435_761) >> 24) as u8)
        .collect();
    let html = b"<!doctype html><title>404</title><h1>Not found</h1>";
    for file in [
        half,
        most,
        &noise,
        html,
        b"PK\x03\x04\x14\0\0\0\x08\0",
        b"\xff\xd8\xff",
        b"GIF89a",
        b"x",
        b"",
    ] {
        let error = refused(&child(), file).await;
        assert_eq!(error.code, Code::MediaBroken, "{error}");
        assert!(error.detail.len() > 10, "{error}");
    }
}

#[tokio::test]
async fn a_huge_picture_is_refused_by_its_header() {
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    let size = 50_000u32.to_be_bytes();
    chunk(
        &mut png,
        b"IHDR",
        &[&size[..], &size, &[8, 2, 0, 0, 0]].concat(),
    );
    chunk(&mut png, b"IDAT", b"\x78\x9c\x03\0\0\0\0\x01");
    chunk(&mut png, b"IEND", b"");
    let error = refused(&child(), png).await;
    assert_eq!(error.code, Code::MediaTooLarge);
    assert!(error.detail.contains("50000 × 50000"), "{error}");
}

fn chunk(png: &mut Vec<u8>, name: &[u8; 4], data: &[u8]) {
    let body = [&name[..], data].concat();
    let crc = !body.iter().fold(!0u32, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |c, _| {
            (c >> 1) ^ (0xedb8_8320 & (c & 1).wrapping_neg())
        })
    });
    png.extend_from_slice(&u32::try_from(data.len()).unwrap().to_be_bytes());
    png.extend_from_slice(&body);
    png.extend_from_slice(&crc.to_be_bytes());
}

#[tokio::test]
async fn a_playlist_in_disguise_opens_nothing() {
    for named in [
        "file:///etc/passwd",
        "/etc/passwd",
        "http://127.0.0.1:1/a.ts",
    ] {
        let playlist =
            format!("#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\n{named}\n#EXT-X-ENDLIST\n");
        assert_eq!(refused(&child(), playlist).await.code, Code::MediaBroken);
        let list = format!("ffconcat version 1.0\nfile '{named}'\n");
        assert_eq!(refused(&child(), list).await.code, Code::MediaBroken);
    }
}

#[tokio::test]
async fn each_limit_ends_the_child_and_says_which() {
    let photo = encode(&textured(4000, 3000), ImageFormat::Jpeg);
    let child = Child {
        memory: 150 << 20,
        ..child()
    };
    let error = pictures(&child, photo.clone()).await.unwrap_err();
    assert_eq!(error.code, Code::MediaChild, "{error}");
    assert!(error.detail.contains("out of memory"), "{error}");

    let check = async |name: &str, wall_s: u64, script: String, expected: &str| {
        let script = Script::new(name, &script);
        let time = Time { cpu_s: 1, wall_s };
        // Each kind has its own: a photo's, a film's, a sound's.
        let (film, sound) = (time, time);
        let child = Child {
            cpu_s: 1,
            wall_s,
            film,
            sound,
            ..Child::new(&script.0)
        };
        let begun = Instant::now();
        let error = pictures(&child, photo.clone()).await.unwrap_err();
        assert_eq!(
            (error.code, error.detail.as_str()),
            (Code::MediaChild, expected)
        );
        assert!(begun.elapsed() < Duration::from_secs(50));
    };
    check(
        "sleep",
        1,
        "exec /bin/sleep 60".into(),
        "the decoder ran out of time (1 s)",
    )
    .await;
    check(
        "spin",
        60,
        format!("exec {CHILD} spin"),
        "the decoder ran out of time (1 s of CPU)",
    )
    .await;
    check(
        "crash",
        60,
        "kill -SEGV $$".into(),
        "the decoder crashed (SIGSEGV)",
    )
    .await;
    check(
        "flood",
        60,
        "exec /bin/cat /dev/zero".into(),
        "the decoder answered with far too much",
    )
    .await;
    check(
        "mute",
        60,
        "exit 0".into(),
        "the decoder answered with nothing",
    )
    .await;
    check(
        "fail",
        60,
        "exit 7".into(),
        "the decoder ended with exit code 7",
    )
    .await;

    let error = pictures(&Child::new("/nowhere/at/all"), photo.clone())
        .await
        .unwrap_err();
    assert_eq!(
        (error.code, error.retry),
        (Code::Internal, jobs::Retry::BackOff)
    );
}

/// A program of one line, gone with the test.
struct Script(PathBuf);

impl Script {
    fn new(name: &str, line: &str) -> Self {
        let path = std::env::temp_dir().join(format!("pugcast-{name}-{}", std::process::id()));
        std::fs::write(&path, format!("#!/bin/sh\n{line}\n")).unwrap();
        std::fs::set_permissions(&path, PermissionsExt::from_mode(0o700)).unwrap();
        Self(path)
    }
}

impl Drop for Script {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

#[test]
fn nothing_gets_out_of_the_sandbox() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port().to_string();
    let escape = |locked: &str| {
        let scratch = std::env::temp_dir().join(format!("pugcast-escape-{}", std::process::id()));
        let scratch = scratch.to_str().unwrap().to_owned();
        let run = Command::new(CHILD)
            .args(["probe-escape", &port, locked, &scratch])
            .output()
            .unwrap();
        String::from_utf8(run.stdout).unwrap()
    };
    // That all of it works without the lock shows that the tries are real ones.
    let open = "read-file\nlist-folder\nwrite-file\nremove-file\nconnect\nbind\nunix-socket\nrun-program\nstart-thread\ndone\n";
    assert_eq!(escape("open"), open);
    match sandbox_available() {
        Ok(walls) => {
            eprintln!("sandbox: {walls}");
            assert_eq!(escape("locked"), "done\n");
            // A thread, and nothing that a program of its own could do more.
            assert_eq!(escape("threads"), "start-thread\ndone\n");
        }
        Err(missing) => eprintln!("skipped: {missing}"),
    }
}

#[tokio::test]
async fn films_give_an_upright_frame_from_a_quarter_of_their_length() {
    let Some(film) = film() else {
        return eprintln!("skipped: no ffmpeg program to make a film with");
    };
    let facts = probe(&child(), film.clone()).await.unwrap();
    let Probe {
        kind,
        container,
        codecs,
        width,
        height,
        duration_ms,
        ..
    } = facts;
    assert_eq!((kind, container.as_str()), (Kind::Video, "mp4"));
    assert_eq!(
        (codecs, width, height),
        (vec!["mpeg4".to_owned()], Some(360), Some(640))
    );
    assert!(
        duration_ms.is_some_and(|ms| ms.abs_diff(4000) < 100),
        "{duration_ms:?}"
    );
    let made = pictures(&child(), film).await.unwrap();
    let small = find(&made, Use::Small, "jpg");
    assert_eq!(small.dimensions(), (320, 569));
    // The second of its four seconds, filmed with the phone turned: the left half is on top.
    assert_near(small.get_pixel(160, 60), [0, 128, 0]);
    assert_near(small.get_pixel(160, 500), [0, 0, 0]);
}

/// Four seconds, each with its own colour on the left half, turned by 90°.
fn film() -> Option<Vec<u8>> {
    let name = |what: &str| {
        std::env::temp_dir().join(format!("pugcast-{what}-{}.mp4", std::process::id()))
    };
    let (flat, turned) = (name("flat"), name("turned"));
    let second = |c: &str| format!("color={c}:s=320x360:r=10:d=1,pad=640:360:0:0:black[{c}];");
    let colours = ["red", "green", "blue", "white"];
    let graph: String = colours.map(second).concat();
    let joined: String = colours.map(|c| format!("[{c}]")).concat();
    let run = |arguments: &[&str]| {
        let quiet = ["-nostdin", "-v", "error", "-y"];
        Command::new("ffmpeg")
            .args(quiet)
            .args(arguments)
            .status()
            .is_ok_and(|s| s.success())
    };
    let graph = format!("{graph}{joined}concat=n=4,format=yuv420p");
    let (flat_name, turned_name) = (flat.to_str()?, turned.to_str()?);
    let made = run(&[
        "-filter_complex",
        &graph,
        "-c:v",
        "mpeg4",
        "-q:v",
        "2",
        "-g",
        "30",
        flat_name,
    ]) && run(&[
        "-i",
        flat_name,
        "-c",
        "copy",
        "-metadata:s:v",
        "rotate=270",
        turned_name,
    ]);
    let film = made.then(|| std::fs::read(&turned).unwrap());
    let _ = (std::fs::remove_file(&flat), std::fs::remove_file(&turned));
    film
}

#[tokio::test]
async fn every_file_of_the_corpora_gives_a_result_or_a_reason() {
    for folder in ["media", "hostile/media"] {
        let Some(folder) = corpora::corpus(folder) else {
            continue;
        };
        let rows = outcomes(&folder, outcome).await;
        let good = rows
            .iter()
            .filter(|row| {
                row.contains("pictures: 4")
                    || row.contains("pictures: 6")
                    || row.contains("pictures: 8")
            })
            .count();
        println!(
            "{}: {} files, {good} gave pictures",
            folder.display(),
            rows.len()
        );
        for word in ["SIGSYS", "SIGSEGV", "internal:", "sandbox"] {
            assert!(!rows.iter().any(|row| row.contains(word)), "{word}");
        }
    }
}

async fn outcome(path: PathBuf) -> String {
    let bytes = std::fs::read(&path).unwrap();
    let facts = match probe(&child(), bytes.clone()).await {
        Ok(facts) => format!(
            "{:?} {} {}",
            facts.kind,
            facts.container,
            facts.codecs.join("+")
        ),
        Err(error) => reason(&error),
    };
    let made = match pictures(&child(), bytes).await {
        Ok(made) => format!("pictures: {}", made.len()),
        Err(error) => reason(&error),
    };
    format!("{facts}\t{made}")
}
