//! The parent's side: one child after the other, and what they say against the files.

use super::super::magic::{self, Form};
use super::super::{Child, Kind, Time, child, probe_file};
use super::encoder::Format;
use super::level::Levelled;
use super::limits::{self, milliseconds};
use super::listen::{Facts, Heard};
use super::order::{self, Order, Work};
use super::press::Pressed;
use super::{Loudness, PEAK_DBTP, RATE, TARGET_LUFS, TOLERANCE_LU, Wave, program};
use crate::media::answer;
use crate::{Code, StepError};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::fs::File;
use std::io::{Read, Seek};
use std::os::unix::fs::FileExt;
use std::path::PathBuf;

/// What a child has to say of a sound: tags and chapters, no pictures.
const ANSWER_BYTES: u64 = 4 << 20;

/// What mastering may use.
#[derive(Clone, Debug)]
pub struct Mastering {
    /// A folder with room for the samples (up to 350 MB for an hour of one
    /// channel); the files in it have no names and go with the process.
    pub scratch: PathBuf,
    /// The longest recording taken, and the longest episode made, seconds.
    pub most_s: u64,
}

impl Mastering {
    /// Up to four hours, in this folder.
    pub fn new(scratch: impl Into<PathBuf>) -> Self {
        Self {
            scratch: scratch.into(),
            most_s: 4 * 3600,
        }
    }
}

/// What is going on, for whoever waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// A recording is read and brought to its loudness: which one, of how many.
    Level(usize, usize),
    /// The whole is encoded and checked.
    Press,
}

/// An episode without its words: give [`tag`](super::tag) the files.
#[derive(Debug)]
pub struct Mastered {
    /// MP3 of constant rate, 128 kbit/s for two channels, 96 for one, with the
    /// length and the padding in its first frame and no tag.
    pub mp3: File,
    /// Opus in Ogg, 96 kbit/s for two channels, 48 for one.
    pub opus: File,
    /// What it looks like.
    pub wave: Wave,
    /// How long it plays, exactly, in milliseconds.
    pub duration_ms: u64,
    /// 1 or 2.
    pub channels: u8,
    /// Of the MP3, decoded again.
    pub loudness: Loudness,
    /// Of the Opus file, decoded again.
    pub opus_loudness: Loudness,
    /// The recordings in it, in order.
    pub parts: Vec<Part>,
}

impl Mastered {
    /// Whether the MP3 is within 0.5 LU of −16 LUFS and not above −1 dBTP. It
    /// may not be where a recording is nothing but clicks or hardly longer than one.
    pub fn reached(&self) -> bool {
        (self.loudness.lufs - TARGET_LUFS).abs() <= TOLERANCE_LU && self.loudness.dbtp <= PEAK_DBTP
    }
}

/// A recording in an episode.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Part {
    /// Where it starts in the episode, in milliseconds, from the count of samples.
    pub start_ms: u64,
    /// How long it is in the episode.
    pub duration_ms: u64,
    /// How long it was.
    pub duration_before_ms: u64,
    /// Silence cut off its beginning.
    pub trimmed_start_ms: u64,
    /// Silence cut off its end.
    pub trimmed_end_ms: u64,
    /// 1 or 2.
    pub channels: u8,
    /// As it came, rumble aside.
    pub before: Loudness,
    /// As it goes into the encoder.
    pub after: Loudness,
    /// What it was amplified by, dB.
    pub gain_db: f64,
    /// Packets that could not be decoded.
    pub damaged: u64,
    /// What it says of itself; its chapters where they are in it, not in the episode.
    #[serde(skip)]
    pub facts: Facts,
}

/// Says what a recording is: tags, chapters, length, loudness (EBU R128).
///
/// # Errors
/// `SoundBroken` and `MediaTooLarge` are final for this file; a `MediaChild` may be, whoever counts says after how often.
pub async fn listen(child: &Child, file: File, most_s: u64) -> Result<Heard, StepError> {
    if form(&file).is_some_and(|form| form.kind == Kind::Picture) {
        return Err(pictured());
    }
    let bytes = file.metadata().map_err(|e| unwritten(&e))?.len();
    let timed = limits::for_listening(child, bytes, most_s);
    let work = Work::Listen {
        most: most_s * u64::from(RATE),
    };
    let heard: Heard = ask(&timed, work, file, Vec::new(), 0).await?;
    if !heard.wave.plausible() {
        return Err(answer::nonsense("no shape of the sound"));
    }
    Ok(Heard {
        facts: heard.facts.tidied(),
        ..heard
    })
}

/// Makes an episode of one or more recordings: silence at their ends trimmed,
/// rumble below 80 Hz filtered out, each brought to −16 LUFS ±0.5 (EBU R128)
/// with no true peak above −1 dBTP, then joined with half a second between
/// them. The same recordings give the same bytes.
///
/// # Errors
/// `SoundBroken` and `MediaTooLarge` are final for these files, and say which one; `MediaChild`, `Internal` and
/// `Sandbox` are not.
pub async fn master(
    child: &Child,
    inputs: Vec<File>,
    how: &Mastering,
    tell: impl Fn(Stage),
) -> Result<Mastered, StepError> {
    let count = inputs.len();
    let mut levelled = Vec::new();
    for (nth, input) in inputs.into_iter().enumerate() {
        tell(Stage::Level(nth + 1, count));
        let done = level(child, input, how).await;
        levelled.push(done.map_err(|error| of_part(error, nth + 1, count))?);
    }
    let (starts, frames) = program::places(levelled.iter().map(|(said, _)| said.frames));
    if frames == 0 {
        return Err(StepError::fail(Code::SoundBroken, "there is no recording"));
    }
    if frames > how.most_s * u64::from(RATE) {
        let detail = format!("together they are longer than {} s", how.most_s);
        return Err(StepError::fail(Code::MediaTooLarge, detail));
    }
    tell(Stage::Press);
    let ((mp3, mp3_said), (opus, opus_said)) = tokio::try_join!(
        press(child, &levelled, frames, Format::Mp3, how),
        press(child, &levelled, frames, Format::Opus, how),
    )?;
    let wave = mp3_said
        .wave
        .filter(|wave| wave.fits(frames))
        .ok_or_else(|| answer::nonsense("no shape of the sound"))?;
    let part = |((said, _), start): (&(Levelled, File), &u64)| Part {
        start_ms: milliseconds(*start, RATE),
        duration_ms: milliseconds(said.frames, RATE),
        duration_before_ms: milliseconds(said.frames_before, RATE),
        trimmed_start_ms: milliseconds(said.trimmed.0, RATE),
        trimmed_end_ms: milliseconds(said.trimmed.1, RATE),
        channels: said.channels,
        before: said.before,
        after: said.after,
        gain_db: said.gain_db,
        damaged: said.damaged,
        facts: said.facts.clone().tidied(),
    };
    Ok(Mastered {
        mp3,
        opus,
        wave,
        duration_ms: milliseconds(frames, RATE),
        channels: widest(&levelled),
        loudness: mp3_said.after,
        opus_loudness: opus_said.after,
        parts: levelled.iter().zip(&starts).map(part).collect(),
    })
}

async fn level(child: &Child, input: File, how: &Mastering) -> Result<(Levelled, File), StepError> {
    let timed = timed(child, &input, how.most_s).await?;
    let most = how.most_s * u64::from(RATE);
    let output = scratch(how)?;
    let given = copy(&output)?;
    // Two channels of 16 bits.
    let room = most * 4;
    let said: Levelled = ask(&timed, Work::Level { most }, input, vec![given], room).await?;
    let length = output.metadata().map_err(|e| unwritten(&e))?.len();
    let (start, end) = said.trimmed;
    let whole = start
        .checked_add(said.frames)
        .and_then(|sum| sum.checked_add(end));
    let right = matches!(said.channels, 1 | 2)
        && said.frames > 0
        && said.frames_before <= most
        && whole.is_some_and(|whole| whole <= said.frames_before)
        && said.before.is_possible()
        && said.after.is_possible()
        && length == said.frames.saturating_mul(2 * u64::from(said.channels));
    match right {
        true => Ok((said, output)),
        false => Err(answer::nonsense("a length that is not the file's")),
    }
}

async fn press(
    child: &Child,
    parts: &[(Levelled, File)],
    frames: u64,
    format: Format,
    how: &Mastering,
) -> Result<(File, Pressed), StepError> {
    let seconds = frames / u64::from(RATE) + 1;
    let timed = limits::with_seconds(child, seconds);
    let mut output = scratch(how)?;
    // Opus' rate is a mean, and a second has a header.
    let room = seconds * format.rate(widest(parts).into()) / 8 * 3 + (64 << 10);
    let mut files = vec![copy(&output)?];
    let mut first = None;
    for (nth, (_, file)) in parts.iter().enumerate() {
        // Both encoders read at once: each needs a place of its own in the file.
        let file = reopened(file)?;
        match nth {
            0 => first = Some(file),
            _ => files.push(file),
        }
    }
    let first = first.ok_or_else(|| answer::nonsense("no part"))?;
    let work = Work::Press {
        format,
        parts: parts
            .iter()
            .map(|(said, _)| (said.channels, said.frames))
            .collect(),
    };
    let said: Pressed = ask(&timed, work, first, files, room).await?;
    let length = output.metadata().map_err(|e| unwritten(&e))?.len();
    if said.size == 0 || said.size > length {
        return Err(answer::nonsense("a length that is not the file's"));
    }
    // What is left of an earlier, longer try.
    output.set_len(said.size).map_err(|e| unwritten(&e))?;
    let mut head = [0; 4];
    output
        .rewind()
        .and_then(|()| output.read_exact(&mut head))
        .and_then(|()| output.rewind())
        .map_err(|e| unwritten(&e))?;
    match (format, head) {
        (Format::Mp3, [0xff, second, ..]) if second & 0xe0 == 0xe0 => Ok((output, said)),
        (Format::Opus, [b'O', b'g', b'g', b'S']) => Ok((output, said)),
        _ => Err(answer::nonsense("a file of another kind")),
    }
}

/// The child with time for this file, and a word where it is no sound at all.
async fn timed(child: &Child, file: &File, most_s: u64) -> Result<Child, StepError> {
    let copied = copy(file)?;
    let facts = probe_file(child, copied).await.map_err(|error| StepError {
        code: match error.code {
            Code::MediaBroken => Code::SoundBroken,
            code => code,
        },
        ..error
    })?;
    if facts.kind == Kind::Picture {
        return Err(pictured());
    }
    let bytes = file.metadata().map_err(|e| unwritten(&e))?.len();
    Ok(limits::for_sound(child, facts.duration_ms, bytes, most_s))
}

fn form(file: &File) -> Option<&'static Form> {
    let mut head = [0; magic::HEAD];
    // Too short a file, or one that cannot be read, is the child's to refuse.
    let read = file.read_at(&mut head, 0).unwrap_or(0);
    magic::recognise(&head[..read])
}

fn pictured() -> StepError {
    StepError::fail(Code::SoundBroken, "it is a picture")
}

async fn ask<T: DeserializeOwned>(
    child: &Child,
    work: Work,
    input: File,
    files: Vec<File>,
    written: u64,
) -> Result<T, StepError> {
    let order = Order {
        memory: child.memory,
        cpu_s: child.cpu_s,
        require_sandbox: child.require_sandbox,
        written,
        work,
    };
    let time = Time {
        cpu_s: child.cpu_s,
        wall_s: child.wall_s,
    };
    order::read(&child::ask(child, time, &order, input, files, ANSWER_BYTES).await?)
}

fn widest(parts: &[(Levelled, File)]) -> u8 {
    parts
        .iter()
        .map(|(said, _)| said.channels)
        .max()
        .unwrap_or(1)
}

/// Says of which recording an error tells, where there are several.
fn of_part(error: StepError, nth: usize, count: usize) -> StepError {
    match count {
        1 => error,
        _ => StepError {
            detail: format!("recording {nth} of {count}: {}", error.detail),
            ..error
        },
    }
}

fn scratch(how: &Mastering) -> Result<File, StepError> {
    tempfile::tempfile_in(&how.scratch).map_err(|e| unwritten(&e))
}

fn copy(file: &File) -> Result<File, StepError> {
    file.try_clone().map_err(|e| unwritten(&e))
}

/// The same file with a place of its own, to be read only.
fn reopened(file: &File) -> Result<File, StepError> {
    use std::os::fd::AsRawFd;
    File::open(format!("/proc/self/fd/{}", file.as_raw_fd())).map_err(|e| unwritten(&e))
}

fn unwritten(error: &std::io::Error) -> StepError {
    StepError::retry(
        Code::Internal,
        format!("there is no room for the sound: {error}"),
    )
}
