//! Photos in every form that people send: the right way up, in the web's
//! colours, without a word about where they were taken; bombs; and what the
//! kernel saw of it all.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on ends there")]

#[path = "support/collected.rs"]
mod collected;
#[path = "support/corpora.rs"]
mod corpora;

use collected::{child, files};
use flate2::{Compression, write::ZlibEncoder};
use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageEncoder, ImageFormat, Rgb, RgbImage};
use jobs::media::{Child, Picture, Use, pictures, probe, sandbox_available};
use jobs::{Code, StepError};
use moxcms::ColorProfile;
use std::io::{Cursor, Write};
use std::path::Path;
use std::process::{Command, Stdio};

const CHILD: &str = env!("CARGO_BIN_EXE_media-child");
/// A TIFF block: orientation 6, and a place in a tag of GPS's.
const EXIF: &[u8] =
    b"MM\0*\0\0\0\x08\0\x02\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\x88\x25\0\x04\0\0\0\x01\0\0\0\x26\
    \0\0\0\0\0\x01\0\x01\0\x02\0\0\0\x02N\0\0\0\0\0\0\0GPS 52.5200 N";

/// Red on the left, blue on the right.
fn two_colours(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, _| {
        Rgb(if x < width / 2 {
            [200, 30, 30]
        } else {
            [30, 30, 200]
        })
    })
}

fn encode(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

fn small(made: &[Picture]) -> RgbImage {
    let small = made
        .iter()
        .find(|p| p.used_as == Use::Small && p.extension == "jpg")
        .unwrap();
    image::load_from_memory(&small.bytes).unwrap().into_rgb8()
}

#[track_caller]
fn assert_near(pixel: &Rgb<u8>, expected: [u8; 3]) {
    let near = pixel
        .0
        .iter()
        .zip(expected)
        .all(|(got, want)| got.abs_diff(want) < 14);
    assert!(near, "{:?} is not near {expected:?}", pixel.0);
}

/// Turned by 90° clockwise: what was left is on top.
async fn assert_upright(file: Vec<u8>) {
    let facts = probe(&child(), file.clone()).await.unwrap();
    assert_eq!((facts.width, facts.height), (Some(240), Some(320)));
    let made = pictures(&child(), file).await.unwrap();
    made.iter().for_each(assert_bare);
    let small = small(&made);
    assert_eq!(small.dimensions(), (320, 427));
    assert_near(small.get_pixel(160, 40), [200, 30, 30]);
    assert_near(small.get_pixel(160, 390), [30, 30, 200]);
}

/// Only what a decoder needs is in it: no EXIF, XMP, IPTC, comment or profile.
fn assert_bare(picture: &Picture) {
    let known: &[&[u8]] = match picture.extension {
        "jpg" => &[&[0xe0], &[0xdb], &[0xc0], &[0xc4], &[0xda]],
        _ => &[b"VP8 "],
    };
    let parts = match picture.extension {
        "jpg" => segments(&picture.bytes),
        _ => chunks(&picture.bytes),
    };
    assert!(!parts.is_empty());
    for part in &parts {
        assert!(
            known.contains(&part.as_slice()),
            "{part:x?} in a {}",
            picture.extension
        );
    }
}

/// The marks of a JPEG's segments up to the first scan.
fn segments(bytes: &[u8]) -> Vec<Vec<u8>> {
    let mut marks = Vec::new();
    let mut at = 2;
    while marks.last() != Some(&vec![0xda]) {
        assert_eq!(bytes[at], 0xff);
        marks.push(vec![bytes[at + 1]]);
        at += 2 + usize::from(u16::from_be_bytes([bytes[at + 2], bytes[at + 3]]));
    }
    marks
}

/// The names of a WebP's chunks.
fn chunks(bytes: &[u8]) -> Vec<Vec<u8>> {
    let mut names = Vec::new();
    let mut at = 12;
    while at < bytes.len() {
        names.push(bytes[at..at + 4].to_vec());
        let length = u32::from_le_bytes(bytes[at + 4..at + 8].try_into().unwrap()) as usize;
        at += 8 + length + length % 2;
    }
    names
}

#[tokio::test]
async fn jpeg_png_and_webp_are_turned_upright_and_tell_no_place() {
    let picture = DynamicImage::from(two_colours(320, 240));
    let mut jpeg = encode(&picture, ImageFormat::Jpeg);
    let block = [b"Exif\0\0", EXIF].concat();
    let length = u16::try_from(block.len() + 2).unwrap().to_be_bytes();
    jpeg.splice(2..2, [&[0xff, 0xe1], &length[..], &block].concat());
    assert_upright(jpeg).await;

    let mut png = encode(&picture, ImageFormat::Png);
    let mut block = Vec::new();
    png_chunk(&mut block, b"eXIf", EXIF);
    png.splice(33..33, block); // behind the header
    assert_upright(png).await;

    let plain = encode(&picture, ImageFormat::WebP);
    let mut webp = b"WEBPVP8X\x0a\0\0\0\x08\0\0\0\x3f\x01\0\xef\0\0".to_vec();
    webp.extend_from_slice(&plain[12..]);
    webp.extend_from_slice(b"EXIF");
    webp.extend_from_slice(&u32::try_from(EXIF.len()).unwrap().to_le_bytes());
    webp.extend_from_slice(EXIF);
    webp.resize(webp.len().next_multiple_of(2), 0);
    let length = u32::try_from(webp.len()).unwrap().to_le_bytes();
    assert_upright([b"RIFF", &length[..], &webp].concat()).await;
}

#[tokio::test]
async fn photos_of_phones_are_read_and_turned_as_they_say_themselves() {
    let Some(heic) = heif("photo.heic", &[]) else {
        return;
    };
    let facts = probe(&child(), heic.clone()).await.unwrap();
    assert_eq!(
        (facts.container.as_str(), facts.width, facts.height),
        ("heic", Some(320), Some(240))
    );
    let made = pictures(&child(), heic.clone()).await.unwrap();
    made.iter().for_each(assert_bare);
    assert_near(small(&made).get_pixel(40, 100), [200, 30, 30]);
    assert_near(small(&made).get_pixel(280, 100), [30, 30, 200]);
    // Its box of bit depths becomes one that turns it, three quarters to the left.
    let mut turned = heic;
    let at = turned.windows(4).position(|four| four == b"pixi").unwrap();
    turned[at..at + 5].copy_from_slice(b"irot\x03");
    assert_upright(turned).await;

    let Some(avif) = heif("photo.avif", &["-A"]) else {
        return;
    };
    assert_eq!(
        probe(&child(), avif.clone()).await.unwrap().container,
        "avif"
    );
    let made = pictures(&child(), avif).await.unwrap();
    assert_near(small(&made).get_pixel(40, 100), [200, 30, 30]);
}

/// What libheif's own program makes of our picture.
fn heif(name: &str, arguments: &[&str]) -> Option<Vec<u8>> {
    let path =
        |name: &str| std::env::temp_dir().join(format!("pugcast-{}-{name}", std::process::id()));
    let (from, to) = (path(&format!("{name}.png")), path(name));
    two_colours(320, 240).save(&from).unwrap();
    let made = Command::new("heif-enc")
        .args(["-q", "90"])
        .args(arguments)
        .arg(&from)
        .arg("-o")
        .arg(&to)
        .output();
    std::fs::remove_file(&from).unwrap();
    if made.is_err() {
        eprintln!("skipped: no heif-enc (libheif-examples) to make photos with");
        return None;
    }
    let bytes = std::fs::read(&to).unwrap();
    std::fs::remove_file(&to).unwrap();
    Some(bytes)
}

#[tokio::test]
async fn wide_colours_become_the_webs() {
    let mut jpeg = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut jpeg, 95);
    encoder
        .set_icc_profile(ColorProfile::new_display_p3().encode().unwrap())
        .unwrap();
    encoder
        .encode_image(&RgbImage::from_pixel(400, 300, Rgb([200, 100, 50])))
        .unwrap();
    let made = pictures(&child(), jpeg).await.unwrap();
    made.iter().for_each(assert_bare);
    let pixel = *small(&made).get_pixel(100, 100);
    // The numbers of CSS Color 4.
    let near = pixel
        .0
        .iter()
        .zip([215, 93, 31])
        .all(|(got, want)| got.abs_diff(want) < 5);
    assert!(near, "{pixel:?}");
    assert!(made.iter().all(|picture| {
        picture
            .colour
            .iter()
            .zip([215, 93, 31])
            .all(|(got, want)| got.abs_diff(want) < 5)
    }));
}

/// A JPEG for printing is shown as it would be printed, by its profile, and not as bright as a screen can be.
#[tokio::test]
async fn ink_is_converted_by_its_profile() {
    let made = pictures(&child(), inked(Some(&press()))).await.unwrap();
    let pixel = small(&made).get_pixel(100, 100).0;
    // CIE Lab 56, -38, -40: a printed cyan.
    assert!(
        pixel[0] < 40 && (120..170).contains(&pixel[1]) && (170..230).contains(&pixel[2]),
        "{pixel:?}"
    );
    // Without one, ink is what a screen leaves out.
    let made = pictures(&child(), inked(None)).await.unwrap();
    let pixel = small(&made).get_pixel(100, 100).0;
    assert!(
        pixel[0] < 20 && pixel[1] > 230 && pixel[2] > 230,
        "{pixel:?}"
    );
}

/// Eight by eight pixels of full cyan, by hand (ITU-T T.81; APP14 as Adobe writes it, ink upside down).
fn inked(profile: Option<&[u8]>) -> Vec<u8> {
    let mut jpeg = b"\xff\xd8\xff\xee\0\x0eAdobe\0\x64\0\0\0\0\0".to_vec();
    if let Some(profile) = profile {
        jpeg.extend(b"\xff\xe2");
        jpeg.extend(u16::try_from(profile.len() + 16).unwrap().to_be_bytes());
        jpeg.extend(b"ICC_PROFILE\0\x01\x01");
        jpeg.extend(profile);
    }
    jpeg.extend(b"\xff\xdb\0\x43\0");
    jpeg.extend([8; 64]); // one step of the mean is one level
    jpeg.extend(b"\xff\xc0\0\x14\x08\0\x08\0\x08\x04\x01\x11\0\x02\x11\0\x03\x11\0\x04\x11\0");
    // The mean's only code says that seven bits follow; the other table's, that nothing does.
    for (table, value) in [(0x00, 7), (0x10, 0)] {
        jpeg.extend(b"\xff\xc4\0\x14");
        jpeg.extend([table, 1]);
        jpeg.extend([0; 15]);
        jpeg.push(value);
    }
    jpeg.extend(b"\xff\xda\0\x0e\x04\x01\0\x02\0\x03\0\x04\0\0\x3f\0");
    // Cyan: -127; magenta, yellow, black: +127. A code, seven bits, and the end of the block.
    let bits = [
        "0", "0000000", "0", "0", "1111111", "0", "0", "1111111", "0", "0", "1111111", "0", "1111",
    ]
    .concat();
    assert_eq!(bits.len(), 40);
    jpeg.extend((0..5).map(|n| u8::from_str_radix(&bits[n * 8..n * 8 + 8], 2).unwrap()));
    jpeg.extend(b"\xff\xd9");
    jpeg
}

/// The smallest profile of a press (ICC.1:2010, `mft1`): paper is white, every ink darkens, cyan alone has its colour.
fn press() -> Vec<u8> {
    let mut lut = b"mft1\0\0\0\0\x04\x03\x02\0".to_vec();
    for n in 0..9 {
        lut.extend((if n % 4 == 0 { 1i32 << 16 } else { 0 }).to_be_bytes());
    }
    let straight: Vec<u8> = (0..=255).collect();
    lut.extend(straight.repeat(4));
    for corner in 0..16u8 {
        // Cyan is the first ink, whose corner changes last.
        lut.extend(match corner {
            0 => [255, 128, 128],
            8 => [143, 90, 88],
            other => [200 - 40 * other.count_ones() as u8, 128, 128],
        });
    }
    lut.extend(straight.repeat(3));
    let offset = 128 + 4 + 12;
    let mut icc = vec![0u8; 128];
    icc[..4].copy_from_slice(&u32::try_from(offset + lut.len()).unwrap().to_be_bytes());
    icc[8..12].copy_from_slice(&[2, 0x40, 0, 0]);
    icc[12..24].copy_from_slice(b"prtrCMYKLab ");
    icc[36..40].copy_from_slice(b"acsp");
    icc[68..80].copy_from_slice(&[0, 0, 0xf6, 0xd6, 0, 1, 0, 0, 0, 0, 0xd3, 0x2d]);
    icc.extend(1u32.to_be_bytes());
    icc.extend(b"A2B0");
    icc.extend(u32::try_from(offset).unwrap().to_be_bytes());
    icc.extend(u32::try_from(lut.len()).unwrap().to_be_bytes());
    icc.extend(lut);
    icc
}

#[tokio::test]
async fn sixteen_bits_grey_and_palettes_come_out_right() {
    let sixteen =
        image::ImageBuffer::from_pixel(340, 200, image::Rgba([0xffffu16, 0x8080, 0, 0x8000]));
    let made = pictures(
        &child(),
        encode(&DynamicImage::ImageRgba16(sixteen), ImageFormat::Png),
    )
    .await
    .unwrap();
    assert_near(small(&made).get_pixel(9, 9), [255, 192, 127]);
    let grey = image::ImageBuffer::from_pixel(340, 200, image::LumaA([40u8, 128]));
    let made = pictures(
        &child(),
        encode(&DynamicImage::ImageLumaA8(grey), ImageFormat::Png),
    )
    .await
    .unwrap();
    assert_near(small(&made).get_pixel(9, 9), [147, 147, 147]);

    // Two bits a pixel: red, and a blue that cannot be seen.
    let mut png = png_head(340, 200, 2, 3);
    png_chunk(&mut png, b"PLTE", &[200, 30, 30, 0, 0, 255]);
    png_chunk(&mut png, b"tRNS", &[255, 0]);
    let row: Vec<u8> = std::iter::once(0)
        .chain((0..85).map(|x| if x < 42 { 0 } else { 0x55 }))
        .collect();
    let mut zlib = ZlibEncoder::new(Vec::new(), Compression::fast());
    zlib.write_all(&row.repeat(200)).unwrap();
    png_chunk(&mut png, b"IDAT", &zlib.finish().unwrap());
    png_chunk(&mut png, b"IEND", b"");
    let made = pictures(&child(), png).await.unwrap();
    assert_near(small(&made).get_pixel(60, 90), [200, 30, 30]);
    assert_near(small(&made).get_pixel(280, 90), [255, 255, 255]);
}

#[tokio::test]
async fn a_bomb_is_refused_with_a_reason() {
    let mut cases: Vec<(&str, Vec<u8>, &[Code])> = Vec::new();
    let mut png = png_head(50_000, 50_000, 8, 2);
    png_chunk(&mut png, b"IDAT", b"\x78\x9c\x03\0\0\0\0\x01");
    png_chunk(&mut png, b"IEND", b"");
    cases.push(("a png of 50,000 × 50,000", png, &[Code::MediaTooLarge]));

    let mut gif = b"GIF89a\xff\xff\xff\xff\x80\0\0\0\0\0\xff\xff\xff".to_vec();
    gif.extend_from_slice(b",\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0;");
    cases.push(("a gif's huge canvas", gif, &[Code::MediaTooLarge]));

    let plain = encode(&two_colours(320, 240).into(), ImageFormat::WebP);
    let mut webp = b"WEBPVP8X\x0a\0\0\0\0\0\0\0\xff\x3f\0\xff\x3f\0".to_vec();
    webp.extend_from_slice(&plain[12..]);
    let length = u32::try_from(webp.len()).unwrap().to_le_bytes();
    cases.push((
        "a webp that lies",
        [b"RIFF", &length[..], &webp].concat(),
        &[Code::MediaTooLarge, Code::MediaBroken],
    ));

    let progressive = progressive();
    cases.push((
        "a jpeg of a thousand scans",
        with_scans(&progressive, 1000),
        &[Code::MediaBroken],
    ));

    if let Some(heic) = heif("bomb.heic", &[]) {
        for (name, side) in [
            ("a heic of 50,000 × 50,000", 50_000u32),
            ("a heic of less than nothing", u32::MAX),
        ] {
            let mut huge = heic.clone();
            for at in 0..huge.len() - 16 {
                if &huge[at..at + 4] == b"ispe" {
                    huge[at + 8..at + 12].copy_from_slice(&side.to_be_bytes());
                    huge[at + 12..at + 16].copy_from_slice(&side.to_be_bytes());
                }
            }
            cases.push((name, huge, &[Code::MediaTooLarge, Code::MediaBroken]));
        }
    }
    for (name, file, codes) in cases {
        let error = pictures(&child(), file).await.unwrap_err();
        println!("{name}\t{error}");
        assert!(codes.contains(&error.code), "{name}: {error}");
        assert!(error.detail.len() > 10, "{name}: {error}");
    }
    // As it was, it is a picture like any other.
    pictures(&child(), progressive).await.unwrap();
    // Much from little, but within what is taken: done, in the memory it may have.
    let mut zlib = ZlibEncoder::new(Vec::new(), Compression::default());
    for _ in 0..4_900 {
        zlib.write_all(&[0; 1 + 10_000 * 3]).unwrap();
    }
    let mut png = png_head(10_000, 4_900, 8, 2);
    png_chunk(&mut png, b"IDAT", &zlib.finish().unwrap());
    png_chunk(&mut png, b"IEND", b"");
    assert!(png.len() < 1 << 20);
    assert_eq!(pictures(&child(), png).await.unwrap().len(), 8);
}

/// A small grey JPEG in two scans, by hand: no encoder of ours makes them (ITU-T T.81, annex G).
fn progressive() -> Vec<u8> {
    let mut jpeg = b"\xff\xd8\xff\xdb\0\x43\0".to_vec();
    jpeg.extend([16; 64]);
    jpeg.extend(b"\xff\xc2\0\x0b\x08\0\x08\0\x08\x01\x01\x11\0");
    // One code of one bit each: no difference, and the end of a block.
    for table in [0x00, 0x10] {
        jpeg.extend(b"\xff\xc4\0\x14");
        jpeg.push(table);
        jpeg.push(1);
        jpeg.extend([0; 15]);
        jpeg.push(0);
    }
    jpeg.extend(b"\xff\xda\0\x08\x01\x01\0\0\0\0\x7f"); // the mean
    jpeg.extend(SCAN);
    jpeg.extend(b"\xff\xd9");
    jpeg
}

/// A scan of the first five frequencies, all of them nothing.
const SCAN: &[u8] = b"\xff\xda\0\x08\x01\x01\0\x01\x05\0\x7f";

fn with_scans(jpeg: &[u8], count: usize) -> Vec<u8> {
    let (body, end) = jpeg.split_at(jpeg.len() - 2);
    [body, &SCAN.repeat(count), end].concat()
}

fn png_head(width: u32, height: u32, bits: u8, colours: u8) -> Vec<u8> {
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    let head = [
        &width.to_be_bytes()[..],
        &height.to_be_bytes(),
        &[bits, colours, 0, 0, 0],
    ]
    .concat();
    png_chunk(&mut png, b"IHDR", &head);
    png
}

fn png_chunk(png: &mut Vec<u8>, name: &[u8; 4], data: &[u8]) {
    let body = [&name[..], data].concat();
    let mut crc = flate2::Crc::new();
    crc.update(&body);
    png.extend_from_slice(&u32::try_from(data.len()).unwrap().to_be_bytes());
    png.extend_from_slice(&body);
    png.extend_from_slice(&crc.sum().to_be_bytes());
}

#[tokio::test]
async fn what_people_photographed_tells_nothing_but_itself() {
    let Some(folder) = corpora::corpus("media") else {
        return;
    };
    let mut shown = 0;
    for file in files(&folder) {
        let bytes = std::fs::read(&file).unwrap();
        let made = pictures(&child(), bytes).await;
        made.iter().flatten().for_each(assert_bare);
        shown += usize::from(made.is_ok());
        for picture in made
            .iter()
            .flatten()
            .filter(|picture| picture.used_as == Use::Square)
        {
            assert!((1400..=3000).contains(&picture.width) && picture.width == picture.height);
            assert!(
                picture.bytes.len() <= 512_000,
                "{}: {}",
                file.display(),
                picture.bytes.len()
            );
        }
    }
    assert!(shown > 10, "{shown}");
}

/// The kernel tells what the child asked of it, from the moment when the door is closed.
#[test]
fn behind_the_closed_door_no_file_is_opened_and_nobody_called() {
    let (Some(media), Some(hostile)) = (corpora::corpus("media"), corpora::corpus("hostile/media"))
    else {
        return;
    };
    if let Err(missing) = sandbox_available() {
        return eprintln!("skipped: {missing}");
    }
    let mut inputs = files(&media);
    inputs.extend(files(&hostile));
    let scratch = std::env::temp_dir().join(format!("pugcast-door-{}", std::process::id()));
    std::fs::create_dir_all(&scratch).unwrap();
    for (name, text) in [
        (
            "hls.mp4",
            "#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\n/etc/passwd\n#EXT-X-ENDLIST\n",
        ),
        (
            "hls-remote.mp4",
            "#EXTM3U\n#EXTINF:9,\nhttp://127.0.0.1:9/a.ts\n#EXT-X-ENDLIST\n",
        ),
        ("concat.mp4", "ffconcat version 1.0\nfile '/etc/passwd'\n"),
    ] {
        std::fs::write(scratch.join(name), text).unwrap();
        inputs.push(scratch.join(name));
    }
    if let Some(heic) = heif("door.heic", &[]) {
        std::fs::write(scratch.join("photo.heic"), heic).unwrap();
        inputs.push(scratch.join("photo.heic"));
    }
    let (mut opened, mut refused) = (Vec::new(), 0);
    for input in &inputs {
        let (done, tried) = asked_for(input, &scratch.join("trace"));
        opened.extend(done);
        refused += tried;
    }
    std::fs::remove_dir_all(&scratch).unwrap();
    println!(
        "{} files: {} opened or called, {refused} tries refused",
        inputs.len(),
        opened.len()
    );
    assert!(inputs.len() > 100);
    assert!(opened.is_empty(), "{opened:#?}");
}

/// What a child got from the kernel behind the door, and how many tries were refused.
fn asked_for(input: &Path, trace: &Path) -> (Vec<String>, usize) {
    const REQUEST: &str =
        r#"{"job":"pictures","memory":1073741824,"cpu_s":60,"require_sandbox":true}"#;
    let status = Command::new("strace")
        .args([
            "-f",
            "-qq",
            "-e",
            "trace=open,openat,openat2,execve,landlock_restrict_self,%network",
            "-o",
        ])
        .arg(trace)
        .args([CHILD, REQUEST])
        .stdin(std::fs::File::open(input).unwrap())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .expect("strace is installed by scripts/test");
    let calls = std::fs::read_to_string(trace).unwrap();
    let mut behind = calls
        .lines()
        .skip_while(|call| !call.contains("landlock_restrict_self("));
    assert!(
        behind.next().is_some(),
        "{}: the door was never closed ({status})",
        input.display()
    );
    let behind = behind.filter(|call| !call.contains("+++") && !call.contains("---"));
    let (refused, done): (Vec<&str>, Vec<&str>) = behind.partition(|call| call.contains(" = -1 E"));
    let name = input.file_name().unwrap().display();
    (
        done.iter().map(|call| format!("{name}: {call}")).collect(),
        refused.len(),
    )
}

#[tokio::test]
async fn a_death_is_worth_another_try() {
    let error: StepError = pictures(
        &Child {
            memory: 90 << 20,
            ..child()
        },
        encode(&two_colours(6000, 4000).into(), ImageFormat::Jpeg),
    )
    .await
    .unwrap_err();
    assert_eq!(
        (error.code, error.retry),
        (Code::MediaChild, jobs::Retry::BackOff),
        "{error}"
    );
}
