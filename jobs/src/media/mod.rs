//! Strangers' pictures and media: decoded only in a child process in a sandbox.
//!
//! The service hands a file to [`pictures`] or [`probe`]. [`child`] starts
//! `pugcast-media` with the file as its standard input; there [`decoder`]
//! first locks itself up in the [`sandbox`], then reads a picture ([`still`],
//! [`heif`], its colours in [`colour`]) or a recording ([`film`], whose best
//! moment [`reel`] finds by the measures of [`scene`]), makes the files we publish ([`print`]) and
//! answers in the form of [`answer`]. [`sound`] masters what was recorded. Whatever happens to the child, the
//! service gets a value or a [`StepError`] with a reason for the editor.

mod answer;
mod child;
mod colour;
mod decoder;
mod film;
mod heif;
pub mod magic;
mod print;
mod reel;
pub mod sandbox;
mod scene;
pub mod sound;
mod still;

pub use child::unnamed;
pub use decoder::child_main;
pub(crate) use print::{jpeg, webp};
pub use sandbox::sandbox_available;

use crate::StepError;
use answer::Job;
use serde::{Deserialize, Serialize};
use std::path::PathBuf;

/// How the child is started and what it may use.
#[derive(Clone, Debug)]
pub struct Child {
    /// The program that decodes: one that calls [`child_main`].
    pub program: PathBuf,
    /// Address space, bytes.
    pub memory: u64,
    /// CPU time for a photo, and at least for a sound that is mastered, seconds.
    pub cpu_s: u64,
    /// Wall clock likewise, seconds.
    pub wall_s: u64,
    /// For a film, of which several moments are decoded.
    pub film: Time,
    /// For what a sound says of itself, and its cover.
    pub sound: Time,
    /// Refuse to decode where Landlock or seccomp is missing (else: log and go on).
    pub require_sandbox: bool,
}

impl Child {
    /// A child of this program with the usual limits, and none without its sandbox.
    pub fn new(program: impl Into<PathBuf>) -> Self {
        Self {
            program: program.into(),
            memory: 1 << 30,
            cpu_s: 20,
            wall_s: 30,
            film: Time {
                cpu_s: 60,
                wall_s: 120,
            },
            sound: Time {
                cpu_s: 30,
                wall_s: 60,
            },
            require_sandbox: true,
        }
    }
}

/// How long a child may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Time {
    /// CPU time, seconds.
    pub cpu_s: u64,
    /// Wall clock, seconds.
    pub wall_s: u64,
}

/// What one of our pictures is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Use {
    /// 320 pixels wide.
    Small,
    /// 640 pixels wide.
    Medium,
    /// 1280 pixels wide.
    Large,
    /// 1200×630, for link previews (Open Graph).
    OpenGraph,
    /// A square of 1400 to 3000 pixels, at most 512 KB, for podcast clients.
    Square,
}

impl Use {
    /// The word in tables: as serde writes it.
    pub fn as_str(self) -> &'static str {
        match self {
            Use::Small => "small",
            Use::Medium => "medium",
            Use::Large => "large",
            Use::OpenGraph => "open-graph",
            Use::Square => "square",
        }
    }
}

/// One file made from a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// What it is for.
    pub used_as: Use,
    /// `jpg` or `webp`.
    pub extension: &'static str,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// The encoded file.
    pub bytes: Vec<u8>,
    /// [`likeness::picture::hash`](crate::likeness::picture::hash) of what it was made from; 0 for what we drew ourselves.
    pub likeness: u64,
    /// The average colour of what it was made from, in sRGB: red, green, blue.
    /// What a page shows while the file loads.
    pub colour: [u8; 3],
    /// When a film shows the frame it was made from, in ms after its first.
    pub frame_ms: Option<u64>,
}

/// What a file turned out to be, whatever its name said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A still picture (the first frame of a GIF counts as one).
    Picture,
    /// Sound, with or without an embedded cover.
    Audio,
    /// Moving pictures.
    Video,
}

/// The facts read from a file's header.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Probe {
    /// What it is.
    pub kind: Kind,
    /// The container by its usual short name, such as `jpeg`, `mp3`, `mp4`.
    pub container: String,
    /// The codec of each track, in the file's order, as FFmpeg names them.
    pub codecs: Vec<String>,
    /// How long it plays; `None` where the file does not say.
    pub duration_ms: Option<u64>,
    /// Width in pixels as shown, turned upright.
    pub width: Option<u32>,
    /// Height in pixels as shown, turned upright.
    pub height: Option<u32>,
    /// Samples per second of its sound.
    pub sample_rate: Option<u32>,
    /// Whether a sound carries a cover picture.
    pub cover: bool,
}

/// Makes the pictures for one medium: three widths as JPEG and lossy WebP,
/// Open Graph and square as JPEG. The same input gives the same bytes.
///
/// A recording gives its best frame ([`Picture::frame_ms`]), a sound its cover.
/// A width wider than the source is left out, except the smallest.
///
/// # Errors
/// `MediaBroken` and `MediaTooLarge` are final for this file; after `MediaChild`, which
/// says how the decoder died, another try may help.
pub async fn pictures(child: &Child, file: Vec<u8>) -> Result<Vec<Picture>, StepError> {
    child::run(child, Job::Pictures, file)
        .await?
        .into_pictures()
}

/// Makes the pictures of an open file, as [`pictures`] does, without a copy of it.
///
/// # Errors
/// As [`pictures`].
pub async fn pictures_of_file(
    child: &Child,
    file: std::fs::File,
) -> Result<Vec<Picture>, StepError> {
    child::run_on(child, Job::Pictures, file)
        .await?
        .into_pictures()
}

/// Says what a file is, without decoding more of it than that needs.
///
/// # Errors
/// `MediaBroken` and `MediaTooLarge` are final for this file; after `MediaChild`, which
/// says how the decoder died, another try may help.
pub async fn probe(child: &Child, file: Vec<u8>) -> Result<Probe, StepError> {
    child::run(child, Job::Probe, file).await?.into_probe()
}

/// Says what an open file is, as [`probe`] does, without a copy of it.
///
/// # Errors
/// As [`probe`].
pub async fn probe_file(child: &Child, file: std::fs::File) -> Result<Probe, StepError> {
    child::run_on(child, Job::Probe, file).await?.into_probe()
}
