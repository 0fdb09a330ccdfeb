//! What the parent orders, what the child answers, and the child's way between.
//!
//! The order is the first argument, as JSON; descriptor 0 is what is read,
//! from 3 on stand the file that is written and what else is read.

use super::super::{answer, decoder, film, sandbox};
use super::encoder::Format;
use super::program::Track;
use super::source::Shared;
use super::{level, listen, press};
use crate::{Code, StepError};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::io::{self, Write};
use std::process::ExitCode;

/// The child's first argument.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(in super::super) struct Order {
    pub(super) memory: u64,
    pub(super) cpu_s: u64,
    pub(super) require_sandbox: bool,
    /// Bytes up to which the output may grow.
    pub(super) written: u64,
    pub(super) work: Work,
}

/// What is to be done.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Work {
    /// Say what the recording is.
    Listen { most: u64 },
    /// Write its samples to descriptor 3.
    Level { most: u64 },
    /// Encode parts to descriptor 3: the first part is descriptor 0, the others follow from 4 on.
    Press {
        format: Format,
        parts: Vec<(u8, u64)>,
    },
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Answer<T> {
    Done(T),
    Refused { code: String, detail: String },
}

/// The order this process was started with, if it is one for sound.
pub(in super::super) fn order() -> Option<Order> {
    serde_json::from_str(&std::env::args().nth(1)?).ok()
}

/// The child's `main` for an order.
pub(in super::super) fn child_main(order: &Order) -> ExitCode {
    let said = match files(order).and_then(|files| locked(order).map(|()| files)) {
        Err(error) => say::<()>(Err(error)),
        Ok((input, others)) => match &order.work {
            Work::Listen { most } => say(listen::listen(&input, *most)),
            Work::Level { most } => say(level::level(&input, &others[0], *most)),
            Work::Press { format, parts } => {
                let files = std::iter::once(&input).chain(&others[1..]);
                let tracks = files.zip(parts).map(|(file, (channels, frames))| Track {
                    file: file.clone(),
                    channels: usize::from(*channels),
                    frames: *frames,
                });
                let tracks: Vec<_> = tracks.collect();
                say(press::press(&tracks, &others[0], *format))
            }
        },
    };
    match said {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("the answer could not be written: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Reads a child's answer, on the parent's side.
pub(super) fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, StepError> {
    match serde_json::from_slice(bytes) {
        Ok(Answer::Done(done)) => Ok(done),
        Ok(Answer::Refused { code, detail }) => Err(answer::refusal(&code, &detail)),
        Err(_) => Err(answer::nonsense("nothing that we know")),
    }
}

fn say<T: Serialize>(result: Result<T, StepError>) -> io::Result<()> {
    let answer = match result {
        Ok(done) => Answer::Done(done),
        Err(error) => Answer::Refused {
            // The same file as sound: a name for editors.
            code: match error.code {
                Code::MediaBroken => Code::SoundBroken,
                code => code,
            }
            .as_str()
            .to_owned(),
            detail: error.detail,
        },
    };
    let mut out = io::stdout().lock();
    serde_json::to_writer(&mut out, &answer)?;
    out.flush()
}

fn locked(order: &Order) -> Result<(), StepError> {
    film::load()?;
    let limits = sandbox::Limits {
        memory: order.memory,
        cpu_s: order.cpu_s,
        written: order.written,
        threads: false,
    };
    sandbox::lock(&limits, order.require_sandbox).map_err(|e| StepError::retry(Code::Sandbox, e))
}

fn files(order: &Order) -> Result<(Shared, Vec<Shared>), StepError> {
    let others = match &order.work {
        Work::Listen { .. } => 0,
        Work::Level { .. } => 1,
        // The output, and every part but the first.
        Work::Press { parts, .. } => parts.len(),
    };
    // These first: what is opened gets the lowest number that is free.
    let others: Vec<Shared> = (3..)
        .take(others)
        .map(|fd| Shared::new(inherited(fd)))
        .collect();
    Ok((Shared::new(decoder::input()?), others))
}

#[expect(unsafe_code, reason = "a descriptor is inherited as a number")]
fn inherited(fd: i32) -> File {
    use std::os::fd::FromRawFd;
    // SAFETY: called once for each number, before anything else is opened, and
    // the parent that wrote the order put a file there. If it did not, reading
    // and writing fail.
    unsafe { File::from_raw_fd(fd) }
}
