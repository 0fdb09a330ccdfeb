//! One recording, brought to the loudness of all: what a child does.
//!
//! The first reading measures: loudness, true peak, where it begins and ends,
//! which channels count. The second writes. A limiter takes loudness away, so
//! what was written is measured, and written again where it is off.

use super::clean::{Fold, HighPass, Sides};
use super::limiter::Limiter;
use super::listen::Facts;
use super::measure::{Loudness, Meter, amplitude};
use super::silence::Edges;
use super::source::{Shared, Source, broken};
use super::{Planes, RATE, TARGET_LUFS};
use crate::{Code, StepError};
use serde::{Deserialize, Serialize};
use std::io::{Seek, Write};

/// True peaks of the samples we write. An encoder adds to them, Opus up to a
/// decibel, and to encode an hour again is dear.
pub(super) const CEILING_DBTP: f64 = -2.6;
/// How far off is not worth another reading, LU.
const CLOSE: f64 = 0.25;
/// Readings that write, at most.
const TRIES: usize = 4;
/// More than this lifts noise, not speech, dB.
const MOST_GAIN: f64 = 55.0;

/// What a child says of the samples it wrote.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Levelled {
    /// 1 or 2.
    pub(super) channels: u8,
    /// Samples of each channel.
    pub(super) frames: u64,
    /// Samples of each channel of the recording as it came.
    pub(super) frames_before: u64,
    /// Samples cut off before and behind.
    pub(super) trimmed: (u64, u64),
    /// Of the recording as it came, rumble aside.
    pub(super) before: Loudness,
    /// Of what was written.
    pub(super) after: Loudness,
    /// The gain, dB.
    pub(super) gain_db: f64,
    /// Packets that could not be decoded.
    pub(super) damaged: u64,
    /// What the recording says of itself.
    pub(super) facts: Facts,
}

/// Reads a recording of up to `most` samples and writes it, 16 bits a sample, to `output`.
pub(super) fn level(input: &Shared, output: &Shared, most: u64) -> Result<Levelled, StepError> {
    let heard = listen(input, most)?;
    let seconds = |frames: u64| frames as f64 / f64::from(RATE);
    if heard.loudness.lufs <= -70.0 {
        return Err(broken(match seconds(heard.frames) < 0.4 {
            true => format!(
                "it is too short ({:.2} s) to have a loudness",
                seconds(heard.frames)
            ),
            false => "it holds silence only".to_owned(),
        }));
    }
    let (start, end) = heard.edges.kept(heard.loudness.lufs, heard.frames);
    let fold = heard.sides.fold();
    let channels = fold.channels(heard.channels);
    let mut plan = Plan {
        start,
        end,
        fold,
        gain_db: (TARGET_LUFS - (heard.loudness.lufs - fold.loss())).min(MOST_GAIN),
        limit: false,
    };
    let mut after = heard.loudness;
    let mut last: Option<(f64, f64)> = None;
    for nth in 1..=TRIES {
        plan.limit = heard.loudness.dbtp + plan.gain_db > CEILING_DBTP - 0.1;
        after = write(input, output, most, &plan)?;
        let off = TARGET_LUFS - after.lufs;
        // What cannot be measured cannot be mended.
        if off.abs() <= CLOSE || after.lufs <= -70.0 || nth == TRIES {
            break;
        }
        // What a decibel of gain is worth, once the limiter takes its share.
        let worth = match last {
            Some((gain, lufs)) => (after.lufs - lufs) / (plan.gain_db - gain),
            None if plan.limit => 0.7,
            None => 1.0,
        };
        last = Some((plan.gain_db, after.lufs));
        let next = (plan.gain_db + off / worth.clamp(0.25, 1.0)).min(MOST_GAIN);
        if (next - plan.gain_db).abs() < 0.01 {
            break;
        }
        plan.gain_db = next;
    }
    Ok(Levelled {
        channels: u8::try_from(channels).unwrap_or(2),
        frames: end - start,
        frames_before: heard.frames,
        trimmed: (start, heard.frames - end),
        before: heard.loudness,
        after,
        gain_db: (plan.gain_db * 100.0).round() / 100.0,
        damaged: heard.damaged,
        facts: heard.facts,
    })
}

/// What the first reading finds.
struct Heard {
    channels: usize,
    frames: u64,
    damaged: u64,
    loudness: Loudness,
    edges: Edges,
    sides: Sides,
    facts: Facts,
}

fn listen(input: &Shared, most: u64) -> Result<Heard, StepError> {
    let mut tools: Option<(HighPass, Meter)> = None;
    let (mut edges, mut sides, mut channels) = (Edges::new(), Sides::default(), 0);
    let source = Source::open(input)?;
    let facts = Facts::of(source.input());
    let decoded = source.each(most, |planes, _| {
        if tools.is_none() {
            channels = planes.len();
            tools = Some((HighPass::new(channels), Meter::new(channels, RATE)));
        }
        let Some((filter, meter)) = &mut tools else {
            return Ok(());
        };
        filter.run(planes);
        edges.add(planes);
        sides.add(planes);
        meter.add(planes);
        Ok(())
    })?;
    let (_, meter) = tools.ok_or_else(|| broken("none of its sound can be decoded"))?;
    Ok(Heard {
        channels,
        frames: decoded.frames,
        damaged: decoded.damaged,
        loudness: meter.loudness()?,
        edges,
        sides,
        facts,
    })
}

/// What the second reading does.
struct Plan {
    start: u64,
    end: u64,
    fold: Fold,
    gain_db: f64,
    limit: bool,
}

fn write(input: &Shared, output: &Shared, most: u64, plan: &Plan) -> Result<Loudness, StepError> {
    let mut writer = Writer::new(output.clone())?;
    let gain = amplitude(plan.gain_db) as f32;
    let mut tools: Option<(HighPass, Meter, Option<Limiter>)> = None;
    let mut at = 0;
    Source::open(input)?.each(most, |planes, _| {
        if tools.is_none() {
            let after = plan.fold.channels(planes.len());
            let limiter = Limiter::new(after, amplitude(CEILING_DBTP) as f32);
            tools = Some((
                HighPass::new(planes.len()),
                Meter::new(after, RATE),
                plan.limit.then_some(limiter),
            ));
        }
        let Some((filter, meter, limiter)) = &mut tools else {
            return Ok(());
        };
        filter.run(planes);
        plan.fold.run(planes);
        at = cut(planes, at, plan);
        for x in planes.iter_mut().flatten() {
            *x *= gain;
        }
        if let Some(limiter) = limiter {
            limiter.run(planes);
        }
        meter.add(planes);
        writer.write(planes)
    })?;
    let Some((_, mut meter, limiter)) = tools else {
        return Err(broken("none of its sound can be decoded"));
    };
    if let Some(limiter) = limiter {
        let rest = limiter.end();
        meter.add(&rest);
        writer.write(&rest)?;
    }
    meter.loudness()
}

/// Leaves of a block that begins at `at` what the plan keeps; gives its end.
fn cut(planes: &mut Planes, at: u64, plan: &Plan) -> u64 {
    let frames = planes[0].len() as u64;
    let inside = |place: u64| place.saturating_sub(at).min(frames) as usize;
    let (from, to) = (inside(plan.start), inside(plan.end));
    for plane in planes {
        plane.truncate(to);
        plane.drain(..from.min(to));
    }
    at + frames
}

/// Interleaved samples of 16 bits, little endian.
struct Writer(Shared);

impl Writer {
    fn new(mut output: Shared) -> Result<Self, StepError> {
        output.rewind().map_err(|e| unwritten(&e))?;
        Ok(Self(output))
    }

    fn write(&mut self, planes: &Planes) -> Result<(), StepError> {
        let channels = planes.len();
        let mut written = vec![0; planes[0].len() * channels * 2];
        let samples = written.as_chunks_mut::<2>().0;
        for (nth, plane) in planes.iter().enumerate() {
            let places = samples.iter_mut().skip(nth).step_by(channels);
            for (place, x) in places.zip(plane) {
                *place = whole(x * 32_768.0).to_le_bytes();
            }
        }
        self.0.write_all(&written).map_err(|e| unwritten(&e))
    }
}

/// Rounded, as `f32::round` does it, which a usual processor has no instruction for.
fn whole(x: f32) -> i16 {
    (x + 0.5f32.copysign(x)) as i16
}

/// The disk is to blame, not the recording.
pub(super) fn unwritten(error: &std::io::Error) -> StepError {
    StepError::retry(
        Code::Internal,
        format!("the sound cannot be written: {error}"),
    )
}
