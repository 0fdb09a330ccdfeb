//! Sound: strangers' recordings in, the files of an episode out.
//!
//! [`master`] hands each recording to a child of its own, which brings it to
//! one loudness ([`level`]) and writes plain samples into an unnamed file of
//! ours; two more children join those ([`program`]) and [`press`] them as MP3
//! and as Opus. What a child says of a file is checked against the file. Only
//! then [`tag`] puts our own words in front, here in the parent.
//!
//! The standards: loudness as ITU-R BS.1770-4 and EBU R128 measure it, the
//! goal as podcast directories ask for it (−16 LUFS, −1 dBTP).

mod bars;
mod clean;
mod encoder;
mod lame;
mod level;
mod limiter;
mod limits;
mod listen;
mod measure;
mod order;
mod peak;
mod press;
mod program;
mod silence;
mod source;
mod steps;
pub mod tag;
mod wave;

pub use bars::bars;
pub use listen::{Facts, Heard, Mark};
pub use measure::Loudness;
pub(super) use order::{child_main, order};
pub use steps::{Mastered, Mastering, Part, Stage, listen, master};
pub use wave::Wave;

/// Samples per second of everything we make: Opus knows no other, and an MP3
/// of it needs no second resampling and has frames of one size.
pub const RATE: u32 = 48_000;

/// The loudness we bring a recording to, LUFS.
pub const TARGET_LUFS: f64 = -16.0;

/// How far off we may be, LU.
pub const TOLERANCE_LU: f64 = 0.5;

/// The true peak that no published file exceeds, dBTP.
pub const PEAK_DBTP: f64 = -1.0;

/// Samples of each channel; all of one length.
type Planes = Vec<Vec<f32>>;
