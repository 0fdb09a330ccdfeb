//! What pictures cost: a large photo to all our files, and one frame of a film, in the child with its walls, beside
//! the programs that one would call instead. Wall clock and CPU of all processes, round by round.

use super::{Row, median};
use image::codecs::jpeg::JpegEncoder;
use image::{Rgb, RgbImage};
use jobs::media::{Child, pictures};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

const ROUNDS: usize = 5;
/// Our six files and two more, as the peers are asked for them: width, height (0: as it comes), name.
const FILES: [(u32, u32, &str); 8] = [
    (320, 0, "320.jpg"),
    (320, 0, "320.webp"),
    (640, 0, "640.jpg"),
    (640, 0, "640.webp"),
    (1280, 0, "1280.jpg"),
    (1280, 0, "1280.webp"),
    (1200, 630, "preview.jpg"),
    (1400, 1400, "square.jpg"),
];

/// Wall clock and CPU, ms.
#[derive(Default)]
struct Times(Vec<f64>, Vec<f64>);

impl Times {
    fn add(&mut self, (wall, cpu): (f64, f64)) {
        self.0.push(wall);
        self.1.push(cpu);
    }
}

/// A photo and a film, ours beside the peers that are installed.
pub async fn rows() -> Vec<Row> {
    let folder =
        std::env::temp_dir().join(format!("pugcast-bench-pictures-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let child = Child::new(env!("CARGO_BIN_EXE_pugcast-media"));
    let mut rows = photo(&child, &folder).await;
    rows.extend(frame(&child, &folder).await);
    let _ = std::fs::remove_dir_all(&folder);
    rows
}

async fn photo(child: &Child, folder: &Path) -> Vec<Row> {
    let path = folder.join("photo.jpg");
    std::fs::write(&path, large()).unwrap();
    let (mut ours, mut vips, mut magick) = (Times::default(), Times::default(), Times::default());
    for _ in 0..ROUNDS {
        let file = std::fs::read(&path).unwrap();
        let (begun, before) = (Instant::now(), cpu_ms());
        let made = pictures(child, file).await.unwrap();
        ours.add((begun.elapsed().as_secs_f64() * 1000.0, cpu_ms() - before));
        assert!(made.len() >= FILES.len());
        if let Some(times) = spent(FILES.map(|file| vipsthumbnail(&path, folder, file))) {
            vips.add(times);
        }
        if let Some(times) = spent([convert(&path, folder)]) {
            magick.add(times);
        }
    }
    let note = "12 megapixels to 8 files, isolation included";
    [
        compared(
            "photo-vipsthumbnail",
            &ours,
            vips,
            &format!("{note}; peer: vipsthumbnail, a run for each file"),
        ),
        compared(
            "photo-imagemagick",
            &ours,
            magick,
            &format!("{note}; peer: ImageMagick, one run for all"),
        ),
    ]
    .into_iter()
    .flatten()
    .collect()
}

async fn frame(child: &Child, folder: &Path) -> Vec<Row> {
    let Some(film) = film(folder) else {
        return Vec::new();
    };
    let still = folder.join("frame.png");
    let (mut ours, mut prints, mut ffmpeg) = (Times::default(), Times::default(), Times::default());
    for _ in 0..ROUNDS {
        let file = std::fs::read(&film).unwrap();
        let (begun, before) = (Instant::now(), cpu_ms());
        let made = pictures(child, file).await.unwrap();
        ours.add((begun.elapsed().as_secs_f64() * 1000.0, cpu_ms() - before));
        assert!(made[0].frame_ms.is_some());
        // The frame alone costs what is left when the files are made of a picture of its size.
        let frame = [ffmpeg_frame(&film, &still)];
        if let Some(times) = spent(frame) {
            ffmpeg.add(times);
        }
        let file = std::fs::read(&still).unwrap_or_default();
        let (begun, before) = (Instant::now(), cpu_ms());
        if pictures(child, file).await.is_ok() {
            prints.add((begun.elapsed().as_secs_f64() * 1000.0, cpu_ms() - before));
        }
    }
    let alone = |all: &[f64], prints: &[f64]| -> Vec<f64> {
        all.iter()
            .zip(prints)
            .map(|(all, prints)| all - prints)
            .collect()
    };
    let chosen = Times(alone(&ours.0, &prints.0), alone(&ours.1, &prints.1));
    let peer = "peer: ffmpeg -ss 15, to a PNG";
    [
        compared(
            "frame-chosen",
            &chosen,
            Times(ffmpeg.0.clone(), ffmpeg.1.clone()),
            &format!("the best frame of a minute in 720p, without the 8 files made of it; {peer}"),
        ),
        compared(
            "frame-and-files",
            &ours,
            ffmpeg,
            &format!("with the 8 files, isolation included; {peer}"),
        ),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Two rows: CPU of all processes, which is the goal, and wall clock.
fn compared(name: &str, ours: &Times, peer: Times, note: &str) -> Vec<Row> {
    let row = |what: &str, ours: &[f64], peer: Vec<f64>, goal| Row {
        name: format!("pictures-{name}-{what}"),
        ours: median(ours.to_vec()),
        peer: (peer.len() == ROUNDS).then(|| median(peer)),
        unit: "ms",
        better: "lower",
        goal,
        note: note.to_owned(),
    };
    vec![
        row("cpu", &ours.1, peer.1, Some(1.0)),
        row("wall", &ours.0, peer.0, None),
    ]
}

/// What these programs take one after the other; `None` where one is missing or fails.
fn spent<const N: usize>(commands: [Command; N]) -> Option<(f64, f64)> {
    let (begun, before) = (Instant::now(), cpu_ms());
    for mut command in commands {
        command.stdin(Stdio::null()).stderr(Stdio::null());
        if !command.status().is_ok_and(|status| status.success()) {
            return None;
        }
    }
    Some((begun.elapsed().as_secs_f64() * 1000.0, cpu_ms() - before))
}

fn vipsthumbnail(photo: &Path, folder: &Path, (width, height, name): (u32, u32, &str)) -> Command {
    let mut command = Command::new("vipsthumbnail");
    let (size, crop) = match height {
        0 => (format!("{width}x"), false),
        height => (format!("{width}x{height}"), true),
    };
    let quality = if name.ends_with("webp") {
        "[Q=78,strip]"
    } else {
        "[Q=82,strip]"
    };
    command.arg(photo).args(["--size", &size]);
    if crop {
        command.args(["--smartcrop", "centre"]);
    }
    command
        .arg("-o")
        .arg(format!("{}{quality}", folder.join(name).display()));
    command
}

fn convert(photo: &Path, folder: &Path) -> Command {
    let mut command = Command::new("convert");
    command.arg(photo).args(["-auto-orient", "-strip"]);
    for (width, height, name) in FILES {
        let quality = if name.ends_with("webp") { "78" } else { "82" };
        command.args(["(", "+clone"]);
        match height {
            0 => command.args(["-resize", &format!("{width}x")]),
            height => command.args([
                "-resize",
                &format!("{width}x{height}^"),
                "-gravity",
                "center",
                "-extent",
                &format!("{width}x{height}"),
            ]),
        };
        command
            .args(["-quality", quality, "-write"])
            .arg(folder.join(name))
            .args(["+delete", ")"]);
    }
    command.arg("null:");
    command
}

fn ffmpeg_frame(film: &Path, still: &Path) -> Command {
    let mut command = Command::new("ffmpeg");
    command
        .args(["-nostdin", "-v", "error", "-y", "-ss", "15", "-i"])
        .arg(film);
    command.args(["-frames:v", "1"]).arg(still);
    command
}

/// Twelve megapixels with something at every size, as a phone writes them.
fn large() -> Vec<u8> {
    let picture = RgbImage::from_fn(4000, 3000, |x, y| {
        let (fx, fy) = (x as f32, y as f32);
        let rough = (x.wrapping_mul(0x9e37_79b1) ^ y.wrapping_mul(0x85eb_ca77))
            .wrapping_mul(0x2c1b_3c6d)
            >> 28;
        let wave = |size: f32| ((fx / size).sin() + (fy / size * 1.3).cos()) * 22.0;
        let value = |bias: f32| (bias + wave(700.0) + wave(90.0) + wave(11.0) + rough as f32) as u8;
        Rgb([value(120.0), value(110.0), value(100.0)])
    });
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, 90)
        .encode_image(&picture)
        .unwrap();
    bytes
}

/// A minute in 720p: a title, then a drawing that moves.
fn film(folder: &Path) -> Option<PathBuf> {
    let path = folder.join("film.mp4");
    let graph = "color=c=navy:s=1280x720:r=25:d=6[a];mandelbrot=s=1280x720:r=25,trim=duration=54[b];[a][b]concat=n=2,format=yuv420p";
    let made = Command::new("ffmpeg")
        .args([
            "-nostdin",
            "-v",
            "error",
            "-y",
            "-filter_complex",
            graph,
            "-c:v",
            "libx264",
            "-preset",
            "veryfast",
        ])
        .arg(&path)
        .status();
    made.is_ok_and(|status| status.success()).then_some(path)
}

/// CPU of this process and of the children that ended, ms.
fn cpu_ms() -> f64 {
    let told = std::fs::read_to_string("/proc/self/stat").unwrap();
    let fields: Vec<f64> = told
        .rsplit(')')
        .next()
        .unwrap()
        .split_whitespace()
        .skip(11)
        .take(4)
        .map(|field| field.parse().unwrap())
        .collect();
    // The kernel counts in hundredths of a second.
    fields.iter().sum::<f64>() * 10.0
}
