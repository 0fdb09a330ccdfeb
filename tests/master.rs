//! `pugcast master` and `pugcast check media`, as their users run them.

use crate::support::binary;
use serde_json::Value;
use std::path::Path;
use std::process::{Command, Output};

fn pugcast(folder: &Path, arguments: &[&str]) -> Output {
    // A kernel without the sandbox has to pass, too; jobs' tests say so.
    Command::new(binary())
        .args(arguments)
        .current_dir(folder)
        .env_clear()
        .env("PUGCAST_SANDBOX", "prefer")
        .output()
        .unwrap()
}

fn said(run: &Output) -> String {
    String::from_utf8_lossy(&run.stderr).into_owned()
}

fn json(run: &Output) -> Value {
    assert!(run.status.success(), "{}", said(run));
    serde_json::from_slice(&run.stdout).unwrap()
}

fn tone(folder: &Path, name: &str, graph: &str) {
    let run = Command::new("ffmpeg")
        .args(["-nostdin", "-v", "error", "-f", "lavfi", "-i", graph])
        .arg(folder.join(name))
        .output()
        .expect("the ffmpeg program is needed");
    assert!(run.status.success(), "{}", said(&run));
}

fn scratch(name: &str) -> std::path::PathBuf {
    let folder = std::env::temp_dir().join(format!("pugcast-{name}-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

#[test]
fn a_recording_becomes_an_episode_with_its_words() {
    let folder = scratch("master");
    tone(
        &folder,
        "talk.wav",
        "sine=f=400:d=4,volume=-10dB,adelay=1200",
    );
    tone(&folder, "cover.png", "color=red:s=300x200:d=0.04");
    std::fs::write(
        folder.join("chapters.txt"),
        "0:00 Start\n0:03 More\n0:50 Beyond",
    )
    .unwrap();
    let vtt = "WEBVTT\n\n00:02.000 --> 00:03.000\n<v Ada>Hello.\n\nbad --> cue\nx\n";
    std::fs::write(folder.join("words.vtt"), vtt).unwrap();
    let run = pugcast(
        &folder,
        &[
            "master",
            "talk.wav",
            "--out",
            "made",
            "--title",
            "An evening",
            "--date",
            "2026-05-19",
            "--language",
            "en",
            "--cover",
            "cover.png",
            "--chapters",
            "chapters.txt",
            "--transcript",
            "words.vtt",
        ],
    );
    let report = json(&run);
    assert!(
        said(&run).starts_with("1/1 talk.wav\n"),
        "progress: {}",
        said(&run)
    );
    assert_eq!(report["as_promised"], true, "{report}");
    assert_eq!(report["duration_ms"], 4200);
    // A second of silence went; the words and chapters went with it.
    assert_eq!(report["recordings"][0]["trimmed_start_ms"], 1000);
    assert_eq!(
        report["chapters"],
        serde_json::json!([{"start_ms": 0, "title": "Start"}, {"start_ms": 2000, "title": "More"}])
    );
    assert_eq!(
        report["transcript"],
        serde_json::json!({"cues": 1, "skipped": [{"line": 6, "reason": "its times cannot be read"}]})
    );
    for (name, size) in report["files"].as_object().unwrap() {
        let found = std::fs::metadata(folder.join("made").join(name))
            .unwrap()
            .len();
        assert_eq!(Some(found), size.as_u64(), "{name}");
    }
    let mut names: Vec<_> = std::fs::read_dir(folder.join("made"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    names.sort();
    assert_eq!(
        names,
        [
            "chapters.json",
            "peaks.json",
            "talk.mp3",
            "talk.opus",
            "transcript.srt",
            "transcript.txt",
            "transcript.vtt"
        ]
    );
    let read = |name: &str| std::fs::read_to_string(folder.join("made").join(name)).unwrap();
    assert_eq!(
        read("transcript.vtt"),
        "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n<v Ada>Hello.\n"
    );
    assert_eq!(
        read("transcript.srt"),
        "1\n00:00:01,000 --> 00:00:02,000\nAda: Hello.\n"
    );
    let wave: Value = serde_json::from_str(&read("peaks.json")).unwrap();
    assert_eq!(
        (
            &wave["version"],
            wave["data"].as_array().unwrap().len() as u64
        ),
        (&2.into(), wave["length"].as_u64().unwrap() * 2)
    );

    let found = json(&pugcast(
        &folder,
        &["check", "media", "made/talk.mp3", "--out", "pictures"],
    ));
    assert_eq!(
        (&found["kind"], &found["container"], &found["duration_ms"]),
        (&"audio".into(), &"mp3".into(), &4200.into())
    );
    assert_eq!(found["tags"]["title"], "An evening");
    assert_eq!(
        found["chapters"][1],
        serde_json::json!({"start_ms": 2000, "title": "More"})
    );
    assert!(
        (found["loudness"]["lufs"].as_f64().unwrap() + 16.0).abs() <= 0.5,
        "{found}"
    );
    assert!(
        folder.join("pictures/square.jpg").exists(),
        "its cover: {found}"
    );
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn several_recordings_have_a_chapter_each() {
    let folder = scratch("tour");
    tone(&folder, "tartu.wav", "sine=f=400:d=1.5");
    tone(&folder, "turku.flac", "sine=f=600:d=1");
    let report = json(&pugcast(
        &folder,
        &["master", "tartu.wav", "turku.flac", "--out", "."],
    ));
    assert_eq!(report["duration_ms"], 3000);
    let chapters = serde_json::json!([{"start_ms": 0, "title": "tartu"}, {"start_ms": 2000, "title": "turku"}]);
    assert_eq!(report["chapters"], chapters);
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn what_cannot_be_done_is_said_and_leaves_nothing() {
    let folder = scratch("not-mastered");
    tone(&folder, "good.wav", "sine=d=1");
    std::fs::write(folder.join("page.mp3"), "<html>404</html>").unwrap();
    std::fs::write(folder.join("programme.txt"), "19:00 Doors open\n19:30 Talk").unwrap();
    std::fs::write(folder.join("empty.srt"), "").unwrap();
    let cases: [(&[&str], i32, &str); 9] = [
        (
            &["master", "page.mp3", "--out", "made"],
            1,
            "page.mp3 was not mastered: sound-broken: it is no picture",
        ),
        (
            &["master", "good.wav", "page.mp3", "--out", "made"],
            1,
            "recording 2 of 2",
        ),
        (
            &["master", "none.wav", "--out", "made"],
            1,
            "none.wav cannot be opened",
        ),
        (
            &["master", "good.wav", "--out", "good.wav"],
            1,
            "good.wav cannot be made",
        ),
        (
            &[
                "master",
                "good.wav",
                "--out",
                "made",
                "--chapters",
                "programme.txt",
            ],
            1,
            "no chapters found",
        ),
        (
            &[
                "master",
                "good.wav",
                "--out",
                "made",
                "--transcript",
                "empty.srt",
            ],
            1,
            "the transcript is empty",
        ),
        (
            &["master", "good.wav", "--out", "made", "--cover", "page.mp3"],
            1,
            "page.mp3 cannot be the cover",
        ),
        (&["master", "--out", "made"], 2, "required"),
        (
            &["check", "media", "page.mp3"],
            1,
            "page.mp3: media-broken: it is no picture",
        ),
    ];
    for (arguments, code, expected) in cases {
        let run = pugcast(&folder, arguments);
        assert_eq!(
            run.status.code(),
            Some(code),
            "{arguments:?}: {}",
            said(&run)
        );
        assert!(
            said(&run).contains(expected),
            "{arguments:?}: {}",
            said(&run)
        );
        assert!(run.stdout.is_empty());
    }
    let made = folder.join("made");
    assert!(!made.exists() || std::fs::read_dir(made).unwrap().next().is_none());
    std::fs::remove_dir_all(folder).unwrap();
}
