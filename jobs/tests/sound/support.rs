//! Recordings made by the ffmpeg program and espeak-ng, and what ffmpeg measures.

use super::collected;
use jobs::StepError;
use jobs::media::Child;
use jobs::media::sound::{Mastered, Mastering, master};
use std::fs::File;
use std::io::{Read, Seek};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

pub const CHILD: &str = env!("CARGO_BIN_EXE_media-child");

pub fn child() -> Child {
    Child {
        cpu_s: 300,
        wall_s: 600,
        ..collected::child()
    }
}

/// A folder of a test's own, gone with it.
pub struct Folder(tempfile::TempDir);

impl Folder {
    pub fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// A recording: ffmpeg's arguments between the program's name and the file's.
    pub fn make(&self, name: &str, arguments: &[&str]) -> PathBuf {
        let path = self.path(name);
        let run = ffmpeg(&[arguments, &[path.to_str().unwrap()]].concat());
        assert!(
            run.status.success(),
            "{}",
            String::from_utf8_lossy(&run.stderr)
        );
        path
    }

    /// A recording of one of FFmpeg's own sources.
    pub fn tone(&self, name: &str, graph: &str, more: &[&str]) -> PathBuf {
        self.make(name, &[&["-f", "lavfi", "-i", graph], more].concat())
    }

    /// Real speech, spoken by espeak-ng.
    pub fn speech(&self, name: &str) -> PathBuf {
        const WORDS: &str = "Good evening, and welcome to our usergroup. Tonight three of us \
            show what they have built since we met. First we hear how a small team measures \
            the air in its city. Then somebody asks why tests are slow, and answers it.";
        let path = self.path(name);
        let run = Command::new("espeak-ng")
            .args(["-v", "en", "-w"])
            .arg(&path)
            .arg(WORDS)
            .status();
        assert!(
            run.is_ok_and(|s| s.success()),
            "espeak-ng is needed (scripts/test installs it)"
        );
        path
    }

    pub async fn master(&self, inputs: &[&Path]) -> Result<Mastered, StepError> {
        let inputs = inputs
            .iter()
            .map(|path| File::open(path).unwrap())
            .collect();
        master(&child(), inputs, &Mastering::new(self.0.path()), |_| ()).await
    }

    /// Puts a made file where other programs can read it.
    pub fn keep(&self, name: &str, file: &mut File) -> PathBuf {
        let path = self.path(name);
        std::fs::write(&path, bytes(file)).unwrap();
        path
    }
}

pub fn bytes(file: &mut File) -> Vec<u8> {
    let mut bytes = Vec::new();
    file.rewind().unwrap();
    file.read_to_end(&mut bytes).unwrap();
    bytes
}

pub fn ffmpeg(arguments: &[&str]) -> Output {
    Command::new("ffmpeg")
        .args(["-nostdin", "-hide_banner", "-y"])
        .args(arguments)
        .output()
        .expect("the ffmpeg program is needed")
}

/// Integrated loudness and true peak by the ffmpeg program's own meter.
pub fn measured(path: &Path) -> (f64, f64) {
    let run = ffmpeg(&[
        "-i",
        path.to_str().unwrap(),
        "-map",
        "0:a",
        "-filter:a",
        "ebur128=peak=true",
        "-f",
        "null",
        "-",
    ]);
    let said = String::from_utf8_lossy(&run.stderr).into_owned();
    let summary = said.rsplit("Summary:").next().unwrap();
    let figure = |name: &str| -> f64 {
        let line = summary.lines().find(|line| line.trim().starts_with(name));
        line.unwrap_or_else(|| panic!("no {name} in {said}"))
            .split_whitespace()
            .nth(1)
            .unwrap()
            .parse()
            .unwrap()
    };
    (figure("I:"), figure("Peak:"))
}

/// Both published files are as loud as promised, by our own word and by ffmpeg's.
#[track_caller]
pub fn assert_mastered(folder: &Folder, name: &str, made: &mut Mastered) {
    assert!(made.reached(), "{name}: {:?}", made.loudness);
    for (kind, file) in [("mp3", &mut made.mp3), ("opus", &mut made.opus)] {
        let path = folder.keep(&format!("{name}.{kind}"), file);
        let (lufs, dbtp) = measured(&path);
        println!(
            "{name}.{kind}: {lufs} LUFS, {dbtp} dBTP by ffmpeg; {:?}",
            made.parts
        );
        assert!((lufs + 16.0).abs() <= 0.5, "{name}.{kind}: {lufs} LUFS");
        assert!(dbtp <= -1.0, "{name}.{kind}: {dbtp} dBTP");
    }
}

/// The samples of a file, one channel, as ffmpeg decodes them at 48 kHz.
pub fn samples(path: &Path) -> Vec<f32> {
    let run = ffmpeg(&[
        "-v",
        "error",
        "-i",
        path.to_str().unwrap(),
        "-map",
        "0:a",
        "-ac",
        "1",
        "-ar",
        "48000",
        "-f",
        "f32le",
        "-",
    ]);
    assert!(
        run.status.success(),
        "{}",
        String::from_utf8_lossy(&run.stderr)
    );
    run.stdout
        .as_chunks::<4>()
        .0
        .iter()
        .map(|four| f32::from_le_bytes(*four))
        .collect()
}
