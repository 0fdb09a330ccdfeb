//! What an hour of speech costs to master, and to draw, children included.

use super::{Row, median};
use jobs::media::Child;
use jobs::media::sound::listen;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

/// Three rounds of all take some minutes; `PUGCAST_TEST_SECONDS` makes the hour shorter for a try.
const ROUNDS: usize = 3;
const WORDS: &str = "Good evening, and welcome to our usergroup. Tonight three of us show what they have built \
    since we met. First we hear how a small team measures the air in its city. Then somebody asks why tests are \
    slow, and answers it. At the end there is time for questions, and for you.";

/// CPU seconds and seconds of one run.
#[derive(Clone, Copy)]
struct Cost {
    cpu: f64,
    wall: f64,
}

/// What of a cost is told.
type Figure = fn(&Cost) -> f64;

pub async fn rows() -> Vec<Row> {
    let folder = std::env::temp_dir().join(format!("pugcast-bench-sound-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let seconds = std::env::var("PUGCAST_TEST_SECONDS").unwrap_or("3600".into());
    let hour = speech(&folder, &seconds);
    let (mut ours, mut peer, mut drawn, mut painted) = (vec![], vec![], vec![], vec![]);
    // One after the other in every round: whatever else the machine does falls on both.
    for _ in 0..ROUNDS {
        ours.push(cost(|| master(&hour, &folder)));
        peer.push(cost(|| loudnorm(&hour, &folder)));
        drawn.push(draw(&hour).await);
        painted.push(cost(|| showwavespic(&hour, &folder)));
    }
    std::fs::remove_dir_all(&folder).unwrap();
    let row = |name: &str, unit, of: Figure, ours: &[Cost], peer: &[Cost], note: &str| Row {
        name: name.into(),
        ours: median(ours.iter().map(of).collect()),
        peer: Some(median(peer.iter().map(of).collect())),
        unit,
        better: "lower",
        goal: None,
        note: format!("{seconds} s of speech; {note}; median of {ROUNDS}"),
    };
    let master = "ours: MP3, Opus, waveform, both files decoded and checked, isolated; peer: ffmpeg's two-pass loudnorm to MP3, one thread";
    let wave = "ours: waveform, tags and EBU R128, isolated; peer: ffmpeg's showwavespic";
    let cpu: Figure = |cost| cost.cpu;
    let wall: Figure = |cost| cost.wall;
    vec![
        row("sound-master-cpu", "CPU s", cpu, &ours, &peer, master),
        row("sound-master-wall", "s", wall, &ours, &peer, master),
        row("sound-wave-cpu", "CPU s", cpu, &drawn, &painted, wave),
        row("sound-wave-wall", "s", wall, &drawn, &painted, wave),
    ]
}

fn speech(folder: &Path, seconds: &str) -> PathBuf {
    let (once, hour) = (folder.join("once.wav"), folder.join("hour.wav"));
    let spoken = Command::new("espeak-ng")
        .arg("-w")
        .arg(&once)
        .arg(WORDS)
        .status();
    assert!(
        spoken.is_ok_and(|status| status.success()),
        "espeak-ng is needed"
    );
    run(Command::new("ffmpeg")
        .args(["-nostdin", "-v", "error", "-y", "-stream_loop", "-1", "-i"])
        .arg(&once)
        .args(["-t", seconds])
        .arg(&hour));
    hour
}

fn master(hour: &Path, folder: &Path) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_pugcast"));
    command
        .arg("master")
        .arg(hour)
        .arg("--out")
        .arg(folder.join("out"));
    run(&mut command);
}

fn loudnorm(hour: &Path, folder: &Path) {
    const GOAL: &str = "loudnorm=I=-16:TP=-1:LRA=11";
    let first = ffmpeg(hour)
        .args([
            "-af",
            &format!("{GOAL}:print_format=json"),
            "-f",
            "null",
            "-",
        ])
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&first.stderr).into_owned();
    let found: serde_json::Value =
        serde_json::from_str(&said[said.rfind('{').unwrap()..=said.rfind('}').unwrap()]).unwrap();
    let figure = |name: &str| found[name].as_str().unwrap().to_owned();
    let second = format!(
        "{GOAL}:linear=true:measured_I={}:measured_TP={}:measured_LRA={}:measured_thresh={}:offset={}",
        figure("input_i"),
        figure("input_tp"),
        figure("input_lra"),
        figure("input_thresh"),
        figure("target_offset"),
    );
    run(ffmpeg(hour)
        .args([
            "-af",
            &second,
            "-ar",
            "48000",
            "-ac",
            "1",
            "-c:a",
            "libmp3lame",
            "-b:a",
            "96k",
            "-threads",
            "1",
        ])
        .arg(folder.join("peer.mp3")));
}

async fn draw(hour: &Path) -> Cost {
    let child =
        Child::new(PathBuf::from(env!("CARGO_BIN_EXE_pugcast")).with_file_name("pugcast-media"));
    let (cpu, begun) = (cpu_of_children(), Instant::now());
    let heard = listen(&child, File::open(hour).unwrap(), 4 * 3600)
        .await
        .unwrap();
    assert!(heard.wave.length > 100);
    Cost {
        cpu: cpu_of_children() - cpu,
        wall: begun.elapsed().as_secs_f64(),
    }
}

fn showwavespic(hour: &Path, folder: &Path) {
    run(ffmpeg(hour)
        .args(["-lavfi", "showwavespic=s=1200x200", "-frames:v", "1"])
        .arg(folder.join("wave.png")));
}

fn ffmpeg(input: &Path) -> Command {
    let mut command = Command::new("ffmpeg");
    command
        .args([
            "-nostdin",
            "-hide_banner",
            "-y",
            "-threads",
            "1",
            "-filter_threads",
            "1",
            "-i",
        ])
        .arg(input)
        .stdout(Stdio::null());
    command
}

fn run(command: &mut Command) {
    let run = command.output().unwrap();
    assert!(
        run.status.success(),
        "{}",
        String::from_utf8_lossy(&run.stderr)
    );
}

fn cost(work: impl FnOnce()) -> Cost {
    let (cpu, begun) = (cpu_of_children(), Instant::now());
    work();
    Cost {
        cpu: cpu_of_children() - cpu,
        wall: begun.elapsed().as_secs_f64(),
    }
}

/// Of all children that ended, and theirs, in seconds.
fn cpu_of_children() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap();
    let fields: Vec<&str> = stat
        .rsplit_once(')')
        .unwrap()
        .1
        .split_whitespace()
        .collect();
    // cutime and cstime, in ticks of a hundredth of a second on Linux.
    (fields[13].parse::<f64>().unwrap() + fields[14].parse::<f64>().unwrap()) / 100.0
}
