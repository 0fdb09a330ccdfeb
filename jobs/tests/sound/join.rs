//! Several recordings become one, and its chapters start where they are heard.

use super::support::{CHILD, Folder, assert_mastered, child, samples};
use jobs::Code;
use jobs::media::Child;
use jobs::media::sound::{Mastering, Stage, master};
use std::fs::File;
use std::os::unix::fs::PermissionsExt;
use std::sync::Mutex;

#[tokio::test]
async fn chapters_start_within_fifty_milliseconds_of_what_is_heard() {
    let folder = Folder::new();
    let inputs = [
        folder.tone("one.wav", "sine=f=400:d=2.345,volume=-20dB", &[]),
        folder.tone(
            "two.mp3",
            "sine=f=700:d=3,adelay=1500",
            &["-ar", "44100", "-b:a", "64k"],
        ),
        folder.tone(
            "three.flac",
            "aevalsrc=0.02*sin(5000*t)|0.02*sin(6000*t):d=1.7",
            &[],
        ),
        folder.tone(
            "four.opus",
            "sine=f=900:d=2,volume=6dB",
            &["-c:a", "libopus"],
        ),
    ];
    let paths: Vec<_> = inputs.iter().map(|path| path.as_path()).collect();
    let mut made = folder.master(&paths).await.unwrap();
    assert_mastered(&folder, "joined", &mut made);
    assert_eq!(made.channels, 2, "one of them has two");
    for part in &made.parts {
        assert!((part.after.lufs + 16.0).abs() <= 0.5, "{part:?}");
    }
    for (name, file) in [("j.mp3", &mut made.mp3), ("j.opus", &mut made.opus)] {
        let heard = samples(&folder.keep(name, file));
        let length = heard.len() as u64 * 1000 / 48_000;
        assert!(
            length.abs_diff(made.duration_ms) < 30,
            "{name}: {length} for {}",
            made.duration_ms
        );
        let onsets = onsets(&heard);
        // The silence that stays of the second's beginning belongs to it.
        let expected = made
            .parts
            .iter()
            .map(|part| part.start_ms + if part.trimmed_start_ms > 0 { 200 } else { 0 });
        let expected: Vec<_> = expected.collect();
        println!("{name}: starts {expected:?}, heard {onsets:?}");
        assert_eq!(onsets.len(), 4, "{onsets:?}");
        for (heard, said) in onsets.iter().zip(expected) {
            assert!(heard.abs_diff(said) <= 50, "{name}: {heard} for {said}");
        }
    }
}

/// Where something is heard after a quarter of a second of nothing, in milliseconds.
fn onsets(samples: &[f32]) -> Vec<u64> {
    let (mut quiet, mut found) = (usize::MAX, Vec::new());
    for (at, x) in samples.iter().enumerate() {
        if x.abs() < 0.02 {
            quiet = quiet.saturating_add(1);
            continue;
        }
        if quiet > 12_000 {
            found.push(at as u64 * 1000 / 48_000);
        }
        quiet = 0;
    }
    found
}

#[tokio::test]
async fn a_bad_recording_among_good_ones_is_named_and_progress_told() {
    let folder = Folder::new();
    let good = folder.tone("good.wav", "sine=d=1", &[]);
    let bad = folder.path("bad.mp3");
    std::fs::write(&bad, "<html>404</html>").unwrap();
    let told = Mutex::new(Vec::new());
    let inputs = [&good, &bad, &good].map(|path| File::open(path).unwrap());
    let how = Mastering::new(folder.path("."));
    let error = master(&child(), inputs.into(), &how, |stage| {
        told.lock().unwrap().push(stage)
    })
    .await
    .unwrap_err();
    assert_eq!(error.code, Code::SoundBroken);
    assert!(error.detail.starts_with("recording 2 of 3: "), "{error}");
    assert_eq!(
        told.into_inner().unwrap(),
        [Stage::Level(1, 3), Stage::Level(2, 3)]
    );
    let none = master(&child(), Vec::new(), &how, |_| ())
        .await
        .unwrap_err();
    assert_eq!(none.code, Code::SoundBroken);
}

#[tokio::test]
async fn a_child_that_dies_or_lies_gives_a_reason() {
    let folder = Folder::new();
    let input = folder.tone("in.wav", "sine=d=1", &[]);
    let loud = r#"{"lufs":-16.0,"dbtp":-2.0}"#;
    let level = format!(
        r#"{{"done":{{"channels":1,"frames":48000,"frames_before":48000,"trimmed":[0,0],"before":{loud},"after":{loud},"gain_db":0.0,"damaged":0,"facts":{{"tags":{{}},"chapters":[]}}}}}}"#
    );
    // The first word of a script is for the order it answers; all else is the real child's.
    for (order, line, expected) in [
        (
            "level",
            "kill -SEGV $$".to_owned(),
            "the decoder crashed (SIGSEGV)",
        ),
        (
            "level",
            format!("echo '{level}'"),
            "a length that is not the file's",
        ),
        (
            "level",
            "echo '{\"done\":{}}'".to_owned(),
            "nothing that we know",
        ),
        (
            "level",
            "echo '{\"refused\":{\"code\":\"provider-key\",\"detail\":\"x\"}}'".to_owned(),
            "a code that is not its own",
        ),
        (
            "press",
            "kill -BUS $$".to_owned(),
            "the decoder crashed (SIGBUS)",
        ),
        (
            "press",
            format!(
                "echo page >&3; echo '{{\"done\":{{\"size\":5,\"after\":{loud},\"wave\":null}}}}'"
            ),
            "a file of another kind",
        ),
    ] {
        let path = folder.path("child.sh");
        let script = format!(
            "#!/bin/sh\ncase \"$1\" in *'\"work\":{{\"{order}\"'*) {line};; *) exec {CHILD} \"$1\";; esac\n"
        );
        std::fs::write(&path, script).unwrap();
        std::fs::set_permissions(&path, PermissionsExt::from_mode(0o700)).unwrap();
        let child = Child {
            program: path,
            ..child()
        };
        let input = File::open(&input).unwrap();
        let how = Mastering::new(folder.path("."));
        let error = master(&child, vec![input], &how, |_| ()).await.unwrap_err();
        assert_eq!(error.code, Code::MediaChild, "{error}");
        assert!(error.detail.contains(expected), "{error}");
    }
}
