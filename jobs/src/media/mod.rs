//! Strangers' pictures and media: decoded only in a child process in a sandbox.

use crate::StepError;
use serde::{Deserialize, Serialize};
use std::path::PathBuf;
use std::process::ExitCode;

/// How the child is started and what it may use.
#[derive(Clone, Debug)]
pub struct Child {
    /// The binary that answers to `media-child` as its first argument (our own).
    pub program: PathBuf,
    /// Address space, bytes.
    pub memory: u64,
    /// CPU time, seconds.
    pub cpu_s: u64,
    /// Wall clock, seconds.
    pub wall_s: u64,
    /// Refuse to decode where Landlock or seccomp is missing (else: log and go on).
    pub require_sandbox: bool,
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
    /// A square of 1400 pixels, for podcast clients.
    Square,
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
}

/// Makes the pictures for one medium: three widths as JPEG and lossy WebP,
/// Open Graph and square as JPEG. The same input gives the same bytes.
///
/// # Errors
/// `MediaBroken`, `MediaTooLarge`, `MediaChild` are final for this file.
pub async fn pictures(_child: &Child, _file: Vec<u8>) -> Result<Vec<Picture>, StepError> {
    todo!()
}

/// The child's own `main`: reads one request, decodes, answers, ends.
pub fn child_main() -> ExitCode {
    todo!()
}
