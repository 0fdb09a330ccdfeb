//! Others' programs read what we wrote in front: ffprobe and mutagen.

use super::support::{Folder, bytes, ffmpeg};
use jobs::chapter::{self, Chapter, from_json, to_json};
use jobs::media::sound::tag::{self, Words};
use jobs::media::sound::{Mastered, listen};
use serde_json::Value;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::Command;

fn words() -> Words {
    let mut second = Chapter::new(1500, "二番目 – “second”");
    second.url = Some("https://example.org/second".parse().unwrap());
    Words {
        title: "An evening in Tartu".into(),
        artist: "PyTartu".into(),
        album: "The showcase".into(),
        date: "2026-05-19".into(),
        language: "et".into(),
        description: "What was said.\nIn two lines.".into(),
        url: "https://example.org/entry".into(),
        cover: Some(cover()),
        chapters: vec![Chapter::new(0, "First"), second, Chapter::new(2250, "Last")],
    }
}

fn cover() -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    image::RgbImage::from_pixel(64, 64, image::Rgb([200, 30, 30]))
        .write_to(&mut bytes, image::ImageFormat::Jpeg)
        .unwrap();
    bytes.into_inner()
}

async fn tagged(folder: &Folder) -> (Mastered, PathBuf, PathBuf) {
    let input = folder.tone("in.wav", "sine=f=300:d=3.217", &[]);
    let mut made = folder.master(&[&input]).await.unwrap();
    let (mp3, opus) = (folder.path("talk.mp3"), folder.path("talk.opus"));
    tag::mp3(
        &mut made.mp3,
        &words(),
        made.duration_ms,
        File::create(&mp3).unwrap(),
    )
    .unwrap();
    tag::opus(&mut made.opus, &words(), File::create(&opus).unwrap()).unwrap();
    (made, mp3, opus)
}

fn probed(path: &Path) -> Value {
    let run = Command::new("ffprobe")
        .args([
            "-v",
            "error",
            "-show_format",
            "-show_streams",
            "-show_chapters",
            "-of",
            "json",
        ])
        .arg(path)
        .output()
        .expect("the ffprobe program is needed");
    assert!(
        run.stderr.is_empty(),
        "{}",
        String::from_utf8_lossy(&run.stderr)
    );
    serde_json::from_slice(&run.stdout).unwrap()
}

#[tokio::test]
async fn ffprobe_reads_words_chapters_cover_and_length() {
    let folder = Folder::new();
    let (made, mp3, opus) = tagged(&folder).await;
    assert_eq!(made.duration_ms, 3217);
    for path in [&mp3, &opus] {
        let found = probed(path);
        let name = path.display();
        let tags = match found["format"]["tags"].is_object() {
            true => &found["format"]["tags"],
            false => &found["streams"][0]["tags"],
        };
        let tag = |key: &str| {
            let either = [key.to_lowercase(), key.to_uppercase()];
            either
                .iter()
                .find_map(|key| tags[key].as_str())
                .unwrap_or_default()
                .to_owned()
        };
        assert_eq!(tag("title"), "An evening in Tartu", "{name}: {tags}");
        assert_eq!(tag("artist"), "PyTartu");
        assert_eq!(tag("album"), "The showcase");
        assert_eq!(tag("date"), "2026-05-19");
        let seconds: f64 = found["format"]["duration"]
            .as_str()
            .unwrap()
            .parse()
            .unwrap();
        // FFmpeg 5.1 counts the padding of an MP3's frames.
        assert!((seconds - 3.217).abs() < 0.06, "{name}: {seconds}");
        let chapters = found["chapters"].as_array().unwrap();
        let got: Vec<_> = chapters
            .iter()
            .map(|c| {
                (
                    c["start_time"].as_str().unwrap().to_owned(),
                    c["tags"]["title"].as_str().unwrap().to_owned(),
                )
            })
            .collect();
        let expected = [
            ("0.000000", "First"),
            ("1.500000", "二番目 – “second”"),
            ("2.250000", "Last"),
        ];
        assert_eq!(
            got,
            expected.map(|(a, b)| (a.to_owned(), b.to_owned())),
            "{name}"
        );
        let streams = found["streams"].as_array().unwrap();
        assert!(
            streams
                .iter()
                .any(|s| s["disposition"]["attached_pic"] == 1),
            "{name}"
        );
    }
    let sound = &probed(&mp3)["streams"][0];
    assert_eq!(
        (
            &sound["codec_name"],
            &sound["bit_rate"],
            &sound["sample_rate"]
        ),
        (&"mp3".into(), &"96000".into(), &"48000".into())
    );

    // The tag is in front, the sound behind it is what was mastered, and the same words give the same bytes.
    let mut made = made;
    let (whole, bare) = (std::fs::read(&mp3).unwrap(), bytes(&mut made.mp3));
    assert!(whole.starts_with(b"ID3\x04") && whole.ends_with(&bare));
    let mut again = Vec::new();
    tag::mp3(&mut made.mp3, &words(), made.duration_ms, &mut again).unwrap();
    assert_eq!(again, whole);
    let mut again = Vec::new();
    tag::opus(&mut made.opus, &words(), &mut again).unwrap();
    assert_eq!(again, std::fs::read(&opus).unwrap());
    // Pages and packets are whole: it decodes to its end without a word, to the same samples.
    let bare = folder.keep("bare.opus", &mut made.opus);
    let decoded = |path: &Path| {
        let run = ffmpeg(&[
            "-v",
            "error",
            "-i",
            path.to_str().unwrap(),
            "-map",
            "0:a",
            "-f",
            "s16le",
            "-",
        ]);
        assert!(
            run.stderr.is_empty(),
            "{}",
            String::from_utf8_lossy(&run.stderr)
        );
        run.stdout
    };
    assert_eq!(decoded(&bare), decoded(&opus));
}

#[tokio::test]
async fn mutagen_reads_frames_chapters_and_the_exact_length() {
    const SCRIPT: &str = r#"
import json, sys
from mutagen.mp3 import MP3
from mutagen.oggopus import OggOpus
m, o = MP3(sys.argv[1]), OggOpus(sys.argv[2])
t = m.tags
print(json.dumps({
    "version": t.version, "length": m.info.length,
    "tlen": t["TLEN"].text, "tlan": t["TLAN"].text, "woaf": t["WOAF"].url,
    "comment": [c.text for c in t.getall("COMM")],
    "cover": [[p.mime, len(p.data)] for p in t.getall("APIC")],
    "toc": [[c.element_id, c.child_element_ids, int(c.flags)] for c in t.getall("CTOC")],
    "chapters": [[c.element_id, c.start_time, c.end_time, c.sub_frames["TIT2"].text[0],
        [u.url for u in c.sub_frames.getall("WXXX")]] for c in t.getall("CHAP")],
    "opus": {k: v for k, v in o.tags.as_dict().items() if k != "metadata_block_picture"},
    "opus_length": o.info.length, "opus_cover": len(o.tags["metadata_block_picture"]),
}))
"#;
    // Debian's own first: another Python in front of it knows no package of Debian's.
    let pythons = ["/usr/bin/python3", "python3"];
    let knows = |python: &&str| {
        let run = Command::new(python).args(["-c", "import mutagen"]).output();
        run.is_ok_and(|run| run.status.success())
    };
    let Some(python) = pythons.into_iter().find(knows) else {
        return eprintln!("skipped: no python3 with mutagen (scripts/test installs it)");
    };
    let folder = Folder::new();
    let (_, mp3, opus) = tagged(&folder).await;
    let run = Command::new(python)
        .args(["-c", SCRIPT])
        .arg(mp3)
        .arg(opus)
        .output()
        .unwrap();
    assert!(
        run.status.success(),
        "{}",
        String::from_utf8_lossy(&run.stderr)
    );
    let mut found: Value = serde_json::from_slice(&run.stdout).unwrap();
    for key in ["length", "opus_length"] {
        let length = found[key].take().as_f64().unwrap();
        assert!((length - 3.217).abs() < 0.001, "{key}: {length}");
    }
    let cover = cover().len();
    let expected = serde_json::json!({
        "version": [2, 4, 0], "length": null, "opus_length": null,
        "tlen": ["3217"], "tlan": ["est"], "woaf": "https://example.org/entry",
        "comment": [["What was said.\nIn two lines."]], "cover": [["image/jpeg", cover]],
        "toc": [["toc", ["chp0", "chp1", "chp2"], 3]],
        "chapters": [
            ["chp0", 0, 1500, "First", []],
            ["chp1", 1500, 2250, "二番目 – “second”", ["https://example.org/second"]],
            ["chp2", 2250, 3217, "Last", []],
        ],
        "opus": {
            "title": ["An evening in Tartu"], "artist": ["PyTartu"], "album": ["The showcase"],
            "date": ["2026-05-19"], "language": ["et"], "description": ["What was said.\nIn two lines."],
            "contact": ["https://example.org/entry"],
            "chapter000": ["00:00:00.000"], "chapter000name": ["First"],
            "chapter001": ["00:00:01.500"], "chapter001name": ["二番目 – “second”"],
            "chapter001url": ["https://example.org/second"],
            "chapter002": ["00:00:02.250"], "chapter002name": ["Last"],
        },
        "opus_cover": 1,
    });
    assert_eq!(found, expected);
}

#[tokio::test]
async fn our_own_child_reads_the_words_back() {
    let folder = Folder::new();
    let (_, mp3, opus) = tagged(&folder).await;
    for path in [mp3, opus] {
        let heard = listen(&super::support::child(), File::open(&path).unwrap(), 3600)
            .await
            .unwrap();
        assert_eq!(heard.facts.tags["title"], "An evening in Tartu");
        assert_eq!(heard.facts.tags.get("metadata_block_picture"), None);
        assert!(
            heard.duration_ms.abs_diff(3217) <= 1,
            "{}",
            heard.duration_ms
        );
        assert!(
            (heard.loudness.lufs + 16.0).abs() <= 0.5,
            "{:?}",
            heard.loudness
        );
        let chapters = chapter::from_marks(&heard.facts.chapters);
        let expected: Vec<_> = words()
            .chapters
            .iter()
            .map(|c| Chapter::new(c.start_ms, &c.title))
            .collect();
        assert_eq!(chapters, expected);
        assert_eq!(from_json(to_json(&chapters).as_bytes()).unwrap(), chapters);
    }
}
