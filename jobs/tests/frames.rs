//! Thirty films of our own, each with the seconds that stand for it: the
//! chosen frame has to come from one of them.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on ends there")]

#[path = "support/corpora.rs"]
mod corpora;

use image::{Rgb, RgbImage, imageops};
use jobs::media::{Child, Time, Use, pictures, sandbox_available};
use std::path::{Path, PathBuf};
use std::process::Command;

const CHILD: &str = env!("CARGO_BIN_EXE_media-child");
const FONT: &str = "/usr/share/fonts/truetype/noto/NotoSans-Bold.ttf";
const SIZE: &str = "480x270";

/// A film to be made, and from when to when it may be represented (seconds).
struct Clip {
    name: &'static str,
    /// A graph of ffmpeg's, its last output unnamed.
    graph: String,
    /// Encoder and file type.
    coded: &'static [&'static str],
    right: Vec<(f64, f64)>,
}

const H264: &[&str] = &["-c:v", "libx264", "-preset", "ultrafast", "-f", "mp4"];
const H264_DENSE: &[&str] = &[
    "-c:v",
    "libx264",
    "-preset",
    "ultrafast",
    "-g",
    "25",
    "-f",
    "mp4",
];
const H264_B: &[&str] = &[
    "-c:v", "libx264", "-preset", "veryfast", "-bf", "3", "-f", "matroska",
];
const HEVC: &[&str] = &[
    "-c:v",
    "libx265",
    "-preset",
    "ultrafast",
    "-x265-params",
    "log-level=none",
    "-f",
    "mp4",
];
const VP8: &[&str] = &[
    "-c:v",
    "libvpx",
    "-deadline",
    "realtime",
    "-cpu-used",
    "8",
    "-b:v",
    "1M",
    "-f",
    "webm",
];
const MPEG4: &[&str] = &["-c:v", "mpeg4", "-q:v", "3", "-bf", "2", "-f", "avi"];
const ANY: (f64, f64) = (0.0, 1e9);

fn clips(photos: &[PathBuf]) -> Vec<Clip> {
    let moving = |n: usize, s: u32| moving(&photos[n % photos.len()], s);
    let held = |n: usize, s: u32| held(&photos[n % photos.len()], s);
    let still = |n: usize, s: u32| still(&photos[n % photos.len()], s);
    let clip = |name, coded, right: &[(f64, f64)], graph: String| Clip {
        name,
        graph,
        coded,
        right: right.to_vec(),
    };
    vec![
        clip(
            "black, then a scene",
            H264,
            &[(4.0, 16.0)],
            joined(&[plain("black", 4), moving(0, 12)]),
        ),
        clip(
            "a title, then a scene",
            H264,
            &[(5.0, 17.0)],
            joined(&[title("Rain gauges", "navy", 5), held(1, 12)]),
        ),
        clip(
            "title and scene fade in and out",
            H264_DENSE,
            &[(7.3, 14.7)],
            joined(&[
                format!(
                    "{},fade=in:st=0:d=1,fade=out:st=5:d=1",
                    title("An evening in Ibadan", "maroon", 6)
                ),
                format!("{},fade=in:st=0:d=1.5,fade=out:st=9:d=1", moving(2, 10)),
            ]),
        ),
        clip(
            "a scene, then credits",
            H264,
            &[(0.0, 10.0)],
            joined(&[held(3, 10), credits(12)]),
        ),
        clip(
            "chapters with titles",
            H264_DENSE,
            &[(3.0, 8.0), (12.0, 17.0)],
            joined(&[
                title("Part one", "black", 3),
                held(0, 5),
                title("Part two", "black", 4),
                moving(1, 5),
                credits(5),
            ]),
        ),
        clip(
            "slides cross-faded",
            H264_DENSE,
            &[(0.0, 4.6), (5.9, 9.1), (10.4, 13.6), (14.9, 19.5)],
            crossed(
                &[moving(0, 6), moving(1, 6), moving(2, 6), moving(3, 6)],
                6.0,
                1.5,
            ),
        ),
        clip(
            "dips to black",
            H264_B,
            &[(0.0, 3.2), (4.8, 7.2), (8.8, 12.0)],
            joined(&[
                format!("{},fade=out:st=3:d=1", held(1, 4)),
                format!("{},fade=in:st=0:d=1,fade=out:st=3:d=1", held(2, 4)),
                format!("{},fade=in:st=0:d=1", held(3, 4)),
            ]),
        ),
        clip(
            "out of focus but for a while",
            H264_DENSE,
            &[(9.0, 14.0)],
            joined(&[
                format!("{},gblur=sigma=9", held(0, 9)),
                held(0, 5),
                format!("{},gblur=sigma=9", held(1, 6)),
            ]),
        ),
        clip("a second long", H264, &[ANY], moving(2, 1)),
        clip("it stands still", H264, &[ANY], still(0, 8)),
        clip(
            "upright from a phone",
            H264,
            &[(2.0, 12.0)],
            joined(&[plain("black", 2), held(1, 10)]) + ",transpose=1",
        ),
        clip("black all along", H264, &[ANY], plain("black", 8)),
        clip(
            "titles all along",
            H264,
            &[ANY],
            joined(&[
                title("One", "black", 4),
                title("Two", "navy", 4),
                title("Three", "white", 4),
            ]),
        ),
        clip(
            "a drawing after a title",
            H264,
            &[(6.0, 12.0)],
            joined(&[
                title("Fractals", "black", 6),
                source("mandelbrot=s=480x270:r=25", 6),
            ]),
        ),
        clip(
            "colours after a slow fade from black",
            H264,
            &[(2.7, 12.0)],
            joined(&[format!(
                "{},fade=in:st=1:d=2",
                source("testsrc2=s=480x270:r=25", 12)
            )]),
        ),
        clip(
            "a game after a title",
            H264,
            &[(5.0, 13.0)],
            joined(&[
                title("The Game of Life", "black", 5),
                source(
                    "life=s=240x136:r=25:seed=7:ratio=0.4:mold=10:life_color=#C83232:death_color=#32C8C8:mold_color=#203060,scale=480:270:flags=neighbor",
                    8,
                ),
            ]),
        ),
        clip(
            "two tones are more than none",
            H264,
            &[(6.0, 12.0)],
            joined(&[
                plain("black", 6),
                source(
                    "cellauto=s=240x136:r=25:seed=7:rule=110,scale=480:270:flags=neighbor",
                    6,
                ),
            ]),
        ),
        clip(
            "a white opening",
            H264_DENSE,
            &[(5.0, 15.0)],
            joined(&[plain("white", 5), moving(3, 10)]),
        ),
        clip(
            "a title on a gradient",
            VP8,
            &[(6.0, 14.0)],
            joined(&[
                format!(
                    "{},{}",
                    source(
                        "gradients=s=480x270:r=25:c0=#203a80:c1=#b04020:seed=3:speed=0.00001",
                        6
                    ),
                    words("Welcome", "white")
                ),
                held(0, 8),
            ]),
        ),
        clip(
            "a title on a blurred photo",
            H264,
            &[(6.0, 14.0)],
            joined(&[
                format!(
                    "{},gblur=sigma=14,{}",
                    still(1, 6),
                    words("How it began", "white")
                ),
                moving(2, 8),
            ]),
        ),
        clip(
            "slides, and once the speaker",
            H264,
            &[(12.0, 18.0)],
            joined(&[
                slide("Why we measure", 6),
                slide("What went wrong", 6),
                held(0, 6),
                slide("What we learned", 6),
                slide("Thank you", 6),
            ]),
        ),
        clip(
            "night, then day",
            H264_DENSE,
            &[(8.0, 14.0)],
            joined(&[
                format!("{},lutyuv=y=16+(val-16)*0.12", held(1, 8)),
                held(1, 6),
            ]),
        ),
        clip(
            "glare, then not",
            H264,
            &[(8.0, 14.0)],
            joined(&[
                format!("{},lutyuv=y=min(235\\,180+val*0.3)", held(2, 8)),
                held(2, 6),
            ]),
        ),
        clip(
            "grain over all of it",
            MPEG4,
            &[(5.0, 13.0)],
            joined(&[title("Super 8", "black", 5), held(3, 8)])
                + ",noise=alls=10:allf=t:all_seed=5",
        ),
        clip(
            "long, scene in the first half",
            H264_DENSE,
            &[(20.0, 80.0)],
            joined(&[
                plain("black", 10),
                title("A long evening", "black", 10),
                held(0, 60),
                plain("black", 20),
                credits(50),
            ]) + ",fps=10",
        ),
        clip(
            "long, hardly a scene",
            H264,
            &[(60.0, 75.0)],
            joined(&[
                slide("Agenda", 30),
                slide("Numbers", 30),
                held(1, 15),
                slide("More numbers", 30),
                slide("Questions", 15),
            ]) + ",fps=10",
        ),
        clip(
            "bars above and below",
            VP8,
            &[(5.0, 13.0)],
            joined(&[
                plain("black", 2),
                title("Interview", "black", 3),
                moving(0, 8),
            ]) + ",scale=480:204,setsar=1,pad=480:270:0:33",
        ),
        clip(
            "from a title, slowly",
            MPEG4,
            &[(6.7, 14.0)],
            crossed(&[title("Slowly", "teal", 7), held(2, 10)], 7.0, 3.0),
        ),
        clip(
            "a strobe",
            HEVC,
            &(0..8)
                .map(|n| (1.5 * f64::from(n) + 1.0, 1.5 * f64::from(n) + 1.5))
                .collect::<Vec<_>>(),
            format!(
                "{},drawbox=t=fill:c=black:enable='lt(mod(t\\,1.5)\\,1)'",
                held(3, 12)
            ),
        ),
        clip(
            "everything at once",
            HEVC,
            &[(9.3, 14.7), (19.3, 24.0)],
            joined(&[
                plain("black", 2),
                format!(
                    "{},fade=in:st=0:d=1,fade=out:st=3:d=1",
                    title("Everything", "purple", 4)
                ),
                format!("{},gblur=sigma=9", moving(1, 2)),
                format!("{},fade=in:st=0:d=1.3,fade=out:st=6:d=1", held(0, 7)),
                plain("white", 3),
                format!("{},fade=in:st=0:d=1.3", moving(3, 6)),
            ]),
        ),
    ]
}

#[tokio::test]
async fn the_chosen_frame_is_right_on_thirty_films() {
    let folder = std::env::temp_dir().join(format!("pugcast-frames-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let photos = photos(&folder);
    let clips = clips(&photos);
    assert_eq!(clips.len(), 30);
    if !Path::new(FONT).exists() || Command::new("ffmpeg").arg("-version").output().is_err() {
        std::fs::remove_dir_all(&folder).unwrap();
        return eprintln!("skipped: ffmpeg and fonts-noto-core are needed to make films");
    }
    let child = Child {
        require_sandbox: sandbox_available().is_ok(),
        film: Time {
            wall_s: 300,
            ..Child::new(CHILD).film
        },
        ..Child::new(CHILD)
    };
    let only = std::env::var("PUGCAST_TEST_CLIP").unwrap_or_default();
    let mut wrong = Vec::new();
    let clips: Vec<_> = clips
        .iter()
        .filter(|clip| clip.name.contains(&only))
        .collect();
    assert!(!clips.is_empty(), "no clip is called {only}");
    for clip in &clips {
        let file = folder.join("clip");
        make(clip, &file);
        let made = pictures(&child, std::fs::read(&file).unwrap())
            .await
            .unwrap();
        let ms = made[0].frame_ms.unwrap();
        let seconds = ms as f64 / 1000.0;
        let right = clip
            .right
            .iter()
            .any(|(from, to)| (*from..*to).contains(&seconds));
        let small = made
            .iter()
            .find(|p| p.used_as == Use::Small && p.extension == "jpg")
            .unwrap();
        let far = distance(&small.bytes, &file, seconds);
        println!(
            "{}\t{seconds:.2} s\t{}\tdistance {far:.1}",
            if right { "right" } else { "WRONG" },
            clip.name
        );
        assert!(
            far < 20.0,
            "{}: it is not the frame of {seconds} s",
            clip.name
        );
        if !right {
            wrong.push(clip.name);
        }
    }
    std::fs::remove_dir_all(&folder).unwrap();
    println!(
        "the chosen frame is right on {} of {} films",
        clips.len() - wrong.len(),
        clips.len()
    );
    assert!(wrong.is_empty(), "{wrong:?}");
}

/// How far a picture is from what the ffmpeg program shows at that time, in levels.
fn distance(picture: &[u8], film: &Path, seconds: f64) -> f64 {
    let shown = Command::new("ffmpeg")
        .args([
            "-nostdin",
            "-v",
            "error",
            "-ss",
            &format!("{:.3}", (seconds - 0.002).max(0.0)),
            "-i",
        ])
        .arg(film)
        .args(["-frames:v", "1", "-f", "image2pipe", "-c:v", "png", "-"])
        .output()
        .unwrap();
    let picture = image::load_from_memory(picture).unwrap().into_rgb8();
    let shown = image::load_from_memory(&shown.stdout).unwrap().into_rgb8();
    let (width, height) = picture.dimensions();
    let shown = imageops::resize(&shown, width, height, imageops::FilterType::Triangle);
    let sum: u64 = picture
        .iter()
        .zip(shown.iter())
        .map(|(a, b)| u64::from(a.abs_diff(*b)))
        .sum();
    sum as f64 / picture.len() as f64
}

fn make(clip: &Clip, file: &Path) {
    let made = Command::new("ffmpeg")
        .args(["-nostdin", "-v", "error", "-y", "-filter_complex"])
        .arg(format!("{},format=yuv420p[out]", clip.graph))
        .args(["-map", "[out]", "-threads", "1"])
        .args(clip.coded)
        .arg(file)
        .output()
        .unwrap();
    assert!(
        made.status.success(),
        "{}: {}",
        clip.name,
        String::from_utf8_lossy(&made.stderr)
    );
}

fn source(graph: &str, seconds: u32) -> String {
    format!("{graph},trim=duration={seconds},setsar=1,format=yuv420p")
}

fn plain(colour: &str, seconds: u32) -> String {
    source(&format!("color=c={colour}:s={SIZE}:r=25"), seconds)
}

fn words(text: &str, colour: &str) -> String {
    format!(
        "drawtext=fontfile={FONT}:text='{text}':fontsize=44:fontcolor={colour}:x=(w-text_w)/2:y=(h-text_h)/2"
    )
}

fn title(text: &str, ground: &str, seconds: u32) -> String {
    let ink = if ground == "white" { "black" } else { "white" };
    format!("{},{}", plain(ground, seconds), words(text, ink))
}

fn slide(head: &str, seconds: u32) -> String {
    let line = |n: u32, text: &str| {
        format!(
            "drawtext=fontfile={FONT}:text='{text}':fontsize=19:fontcolor=#303030:x=50:y={}",
            90 + n * 34
        )
    };
    let lines = [
        "first we counted the days with rain",
        "then the days without a reading",
        "the difference is what we missed",
        "see the notes for all the numbers",
    ];
    let lines: Vec<String> = lines
        .iter()
        .enumerate()
        .map(|(n, text)| line(n as u32, text))
        .collect();
    format!(
        "{},drawtext=fontfile={FONT}:text='{head}':fontsize=34:fontcolor=#0B5A6B:x=36:y=28,{}",
        plain("#fbf8f1", seconds),
        lines.join(",")
    )
}

fn credits(seconds: u32) -> String {
    let lines = [
        "Camera  Amara",
        "Sound  Bola",
        "Cut  Chidi",
        "Music  Dayo",
        "Thanks to all who came",
    ];
    let drawn = lines.iter().enumerate().map(|(n, text)| {
        format!("drawtext=fontfile={FONT}:text='{text}':fontsize=26:fontcolor=white:x=(w-text_w)/2:y=h+{}-30*t", n * 48)
    });
    format!(
        "{},{}",
        plain("black", seconds),
        drawn.collect::<Vec<_>>().join(",")
    )
}

fn movie(photo: &Path) -> String {
    format!(
        "movie={},scale=640:360:force_original_aspect_ratio=increase,crop=640:360",
        photo.display()
    )
}

/// A slow zoom.
fn moving(photo: &Path, seconds: u32) -> String {
    let frames = seconds * 25;
    source(
        &format!(
            "{},zoompan=z='1+0.0015*on':d={frames}:s={SIZE}:fps=25",
            movie(photo)
        ),
        seconds,
    )
}

/// A hand that is not steady.
fn held(photo: &Path, seconds: u32) -> String {
    let frames = seconds * 25;
    source(
        &format!(
            "{},loop=loop={frames}:size=1:start=0,setpts=N/25/TB,fps=25,crop=480:270:x='80+50*sin(t*1.7)':y='45+30*cos(t*2.3)'",
            movie(photo)
        ),
        seconds,
    )
}

fn still(photo: &Path, seconds: u32) -> String {
    let frames = seconds * 25;
    source(
        &format!(
            "{},scale={SIZE},loop=loop={frames}:size=1:start=0,setpts=N/25/TB,fps=25",
            movie(photo)
        ),
        seconds,
    )
}

/// One after the other.
fn joined(parts: &[String]) -> String {
    let named: Vec<String> = parts
        .iter()
        .enumerate()
        .map(|(n, part)| format!("{part},settb=1/25[p{n}];"))
        .collect();
    let names: String = (0..parts.len()).map(|n| format!("[p{n}]")).collect();
    format!("{}{names}concat=n={}", named.concat(), parts.len())
}

/// Each part lasts `each` seconds, and the next begins `over` seconds before its end.
fn crossed(parts: &[String], each: f64, over: f64) -> String {
    let named: Vec<String> = parts
        .iter()
        .enumerate()
        .map(|(n, part)| format!("{part},settb=1/25[p{n}];"))
        .collect();
    let mut graph = named.concat();
    let mut so_far = "p0".to_owned();
    for n in 1..parts.len() {
        let offset = f64::from(n as u32) * (each - over);
        let last = n == parts.len() - 1;
        graph += &format!("[{so_far}][p{n}]xfade=transition=fade:duration={over}:offset={offset}");
        if !last {
            so_far = format!("x{n}");
            graph += &format!("[{so_far}];");
        }
    }
    graph
}

/// Four pictures: photos of the corpora where they are there, else drawn ones.
fn photos(folder: &Path) -> Vec<PathBuf> {
    let folder_of_photos = corpora::corpus("media");
    let names = [
        "skimage--astronaut.png",
        "skimage--coffee.png",
        "skimage--chelsea.png",
    ];
    let mut photos: Vec<PathBuf> = names
        .iter()
        .filter_map(|name| Some(folder_of_photos.as_ref()?.join(name)))
        .filter(|path| path.is_file())
        .collect();
    if photos.is_empty() {
        eprintln!("drawn photos stand in");
    }
    for seed in photos.len() as u32..4 {
        let path = folder.join(format!("drawn-{seed}.png"));
        drawn(seed).save(&path).unwrap();
        photos.push(path);
    }
    photos
}

/// A landscape of noise: hills before a sky, with leaves and light, as rough at
/// every size as what a camera sees.
fn drawn(seed: u32) -> RgbImage {
    RgbImage::from_fn(640, 360, |x, y| {
        let ridge = 170.0
            + 90.0 * (noise(x as f32 / 130.0, 0.5, seed) - 0.5)
            + 30.0 * (noise(x as f32 / 25.0, 7.5, seed) - 0.5);
        let rough: f32 = (0..6)
            .map(|n| {
                let size = 160.0 / 2f32.powi(n);
                (noise(x as f32 / size, y as f32 / size, seed + n as u32) - 0.5) / 1.3f32.powi(n)
            })
            .sum();
        let below = y as f32 > ridge;
        let base = if below {
            [70.0, 105.0, 55.0]
        } else {
            [120.0, 150.0, 190.0 - y as f32 / 4.0]
        };
        let strength = if below { 150.0 } else { 60.0 };
        let tint = (noise(x as f32 / 60.0, y as f32 / 60.0, seed + 31) - 0.5) * 90.0;
        Rgb([
            base[0] + tint + rough * strength,
            base[1] + rough * strength,
            base[2] - tint + rough * strength,
        ]
        .map(|v| v.clamp(8.0, 247.0) as u8))
    })
}

/// Value noise: random numbers at whole places, smooth between them. 0 to 1.
fn noise(x: f32, y: f32, seed: u32) -> f32 {
    let at = |x: f32, y: f32| {
        let mut h = (x as i32 as u32).wrapping_mul(0x9e37_79b1)
            ^ (y as i32 as u32).wrapping_mul(0x85eb_ca77)
            ^ seed.wrapping_mul(0xc2b2_ae3d);
        h = (h ^ (h >> 15)).wrapping_mul(0x2c1b_3c6d);
        h = (h ^ (h >> 12)).wrapping_mul(0x297a_2d39);
        ((h ^ (h >> 15)) & 0xffff) as f32 / 65535.0
    };
    let (fx, fy) = (x.floor(), y.floor());
    let smooth = |t: f32| t * t * (3.0 - 2.0 * t);
    let (u, v) = (smooth(x - fx), smooth(y - fy));
    let upper = at(fx, fy) * (1.0 - u) + at(fx + 1.0, fy) * u;
    let lower = at(fx, fy + 1.0) * (1.0 - u) + at(fx + 1.0, fy + 1.0) * u;
    upper * (1.0 - v) + lower * v
}
