//! The mastered parts as one published file: what a child does.

use super::encoder::{Encoder, Format};
use super::level::CEILING_DBTP;
use super::limiter::Limiter;
use super::measure::{Loudness, Meter, amplitude};
use super::program::{self, Track};
use super::source::{Shared, Source};
use super::wave::{Drawing, Wave};
use super::{PEAK_DBTP, RATE, TARGET_LUFS};
use crate::StepError;
use serde::{Deserialize, Serialize};

/// How often an encoder's own mind is met with another gain or a lower ceiling.
const TRIES: usize = 4;
/// How far off is not worth another try, LU.
const CLOSE: f64 = 0.35;
/// How far below the allowed peak we stay, dB.
const MARGIN: f64 = 0.1;

/// What a child says of the file it wrote.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Pressed {
    /// Bytes.
    pub(super) size: u64,
    /// Of the file, decoded again.
    pub(super) after: Loudness,
    /// Its shape; of the MP3 only.
    pub(super) wave: Option<Wave>,
}

/// How the parts go into the encoder.
#[derive(Clone, Copy, Debug)]
struct Setting {
    gain_db: f64,
    /// `None` while the parts' own ceiling serves.
    ceiling_dbtp: Option<f64>,
}

/// Encodes, decodes again, and mends what the encoder did to loudness and peaks.
pub(super) fn press(
    tracks: &[Track],
    output: &Shared,
    format: Format,
) -> Result<Pressed, StepError> {
    let (_, frames) = program::places(tracks.iter().map(|track| track.frames));
    let mut setting = Setting {
        gain_db: 0.0,
        ceiling_dbtp: None,
    };
    let mut tries = 0;
    loop {
        tries += 1;
        let (size, wave) = encode(tracks, output, format, setting)?;
        let after = measure(&output.until(size), frames)?;
        // Others' meters read a little more between samples than ours.
        let over = after.dbtp - (PEAK_DBTP - MARGIN);
        let off = TARGET_LUFS - after.lufs;
        // A blip has no loudness to mend.
        let close = off.abs() <= CLOSE || after.lufs <= -70.0;
        if (over <= 0.0 && close) || tries == TRIES {
            return Ok(Pressed {
                size,
                after,
                wave: (format == Format::Mp3).then_some(wave),
            });
        }
        let ceiling = setting.ceiling_dbtp.unwrap_or(CEILING_DBTP);
        let lower = if over > 0.0 { over + MARGIN } else { 0.0 };
        setting.ceiling_dbtp = Some(ceiling - lower);
        if !close {
            setting.gain_db += off;
        }
    }
}

fn encode(
    tracks: &[Track],
    output: &Shared,
    format: Format,
    setting: Setting,
) -> Result<(u64, Wave), StepError> {
    let channels = program::channels(tracks);
    let mut encoder = Encoder::open(output, format, channels)?;
    let mut drawing = Drawing::new();
    let mut limiter = setting
        .ceiling_dbtp
        .map(|db| Limiter::new(channels, amplitude(db) as f32));
    let gain = amplitude(setting.gain_db) as f32;
    program::each(tracks, |planes| {
        if let Some(limiter) = &mut limiter {
            planes.iter_mut().flatten().for_each(|x| *x *= gain);
            limiter.run(planes);
        }
        drawing.add(planes);
        encoder.push(planes)
    })?;
    if let Some(limiter) = limiter {
        let rest = limiter.end();
        drawing.add(&rest);
        encoder.push(&rest)?;
    }
    Ok((encoder.finish()?, drawing.end(RATE)))
}

fn measure(file: &Shared, frames: u64) -> Result<Loudness, StepError> {
    let mut meter: Option<Meter> = None;
    // A decoder that keeps the encoder's padding gives a little more.
    Source::open(file)?.each(frames + 48_000, |planes, _| {
        let meter = meter.get_or_insert_with(|| Meter::new(planes.len(), RATE));
        meter.add(planes);
        Ok(())
    })?;
    let meter = meter.unwrap_or_else(|| Meter::new(1, RATE));
    meter.loudness()
}
