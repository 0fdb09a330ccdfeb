//! The child's side: locks itself up, reads one file, answers, ends.

use super::answer::{self, Answer, Job, Request};
use super::sandbox::{self, Limits};
use super::still::Format;
use super::{film, print, sound, still};
use crate::{Code, StepError};
use std::fs::File;
use std::io::{self, Read, Seek};
use std::os::fd::AsFd;
use std::process::ExitCode;

/// A photo of 50 megapixels has a third of this.
const PICTURE_BYTES: u64 = 100 << 20;

/// The child's own `main`: reads one request, decodes, answers, ends.
///
/// All that the program `pugcast-media` does.
pub fn child_main() -> ExitCode {
    if let Some(order) = sound::order() {
        return sound::child_main(&order);
    }
    let Some(request) = request() else {
        eprintln!("pugcast-media is started by pugcast itself, not by hand");
        return ExitCode::from(2);
    };
    match answer::write(&mut io::stdout().lock(), &work(&request)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("the answer could not be written: {error}");
            ExitCode::FAILURE
        }
    }
}

fn request() -> Option<Request> {
    let text = std::env::args().nth(1)?;
    serde_json::from_str(&text).ok()
}

fn work(request: &Request) -> Result<Answer, StepError> {
    let mut file = input()?;
    // Everything that needs the file system happens before the door closes.
    film::load()?;
    let still = still::recognise(&head(&mut file)?);
    let limits = Limits {
        memory: request.memory,
        cpu_s: request.cpu_s,
        written: 0,
        threads: matches!(still, Some(Format::Heif(_))),
    };
    sandbox::lock(&limits, request.require_sandbox)
        .map_err(|e| StepError::retry(Code::Sandbox, e))?;

    match (request.job, still) {
        (Job::Probe, Some(format)) => still::probe(&whole(file)?, format).map(Answer::Probe),
        (Job::Probe, None) => film::probe(file).map(Answer::Probe),
        (Job::Pictures, Some(format)) => {
            print::all(still::decode(&whole(file)?, format)?, None).map(Answer::Pictures)
        }
        (Job::Pictures, None) => {
            let (frame, time_ms) = film::frame(file)?;
            print::all(frame, time_ms).map(Answer::Pictures)
        }
    }
}

/// Standard input as a file, since only a file can be searched.
pub(super) fn input() -> Result<File, StepError> {
    let owned = io::stdin()
        .as_fd()
        .try_clone_to_owned()
        .map_err(|e| unreadable(&e))?;
    Ok(File::from(owned))
}

fn head(file: &mut File) -> Result<Vec<u8>, StepError> {
    let mut head = Vec::new();
    file.take(64)
        .read_to_end(&mut head)
        .map_err(|e| unreadable(&e))?;
    file.rewind().map_err(|e| unreadable(&e))?;
    Ok(head)
}

fn whole(file: File) -> Result<Vec<u8>, StepError> {
    let mut bytes = Vec::new();
    file.take(PICTURE_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(|e| unreadable(&e))?;
    if bytes.len() as u64 > PICTURE_BYTES {
        return Err(StepError::fail(
            Code::MediaTooLarge,
            "a picture of more than 100 MiB",
        ));
    }
    Ok(bytes)
}

pub(super) fn unreadable(error: &io::Error) -> StepError {
    if error.kind() == io::ErrorKind::OutOfMemory {
        return StepError::fail(Code::MediaChild, "the decoder ran out of memory");
    }
    StepError::retry(
        Code::Internal,
        format!("the decoder cannot read its input: {error}"),
    )
}
