//! The parent's side: starts the child, waits no longer than agreed, and puts
//! its death into words.

use super::answer::{self, Answer, Job, Request};
use super::{Child, Kind, Time, magic};
use crate::{Code, StepError};
use command_fds::{CommandFdExt, FdMapping};
use serde::Serialize;
use std::fs::File;
use std::io::{self, Seek, Write};
use std::os::unix::fs::FileExt;
use std::os::unix::process::ExitStatusExt;
use std::process::{ExitStatus, Stdio};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncReadExt};
use tokio::process::Command;

/// More than any set of our pictures needs.
const ANSWER_BYTES: u64 = 32 << 20;
/// What we keep of the child's complaints.
const STDERR_BYTES: u64 = 16 << 10;

/// Has a child do one job on a file in memory.
pub(super) async fn run(child: &Child, job: Job, file: Vec<u8>) -> Result<Answer, StepError> {
    let input = tokio::task::spawn_blocking(move || in_memory(&file))
        .await
        .map_err(io::Error::other)
        .flatten()
        .map_err(|e| internal("the file could not be handed to the decoder", &e))?;
    run_on(child, job, input).await
}

/// Has a child do one job on an open file, from its beginning.
pub(super) async fn run_on(child: &Child, job: Job, input: File) -> Result<Answer, StepError> {
    let time = time(child, &input);
    let request = Request {
        job,
        memory: child.memory,
        cpu_s: time.cpu_s,
        require_sandbox: child.require_sandbox,
    };
    answer::read(&ask(child, time, &request, input, Vec::new(), ANSWER_BYTES).await?)
}

/// Starts a child with a request, its input and, from descriptor 3 on, further
/// open files; gives what it answered, `most` bytes, which is not to be trusted.
pub(super) async fn ask(
    child: &Child,
    time: Time,
    request: &impl Serialize,
    mut input: File,
    files: Vec<File>,
    most: u64,
) -> Result<Vec<u8>, StepError> {
    let length = input.rewind().and_then(|()| Ok(input.metadata()?.len()));
    let length = length.map_err(|e| internal("the file could not be handed to the decoder", &e))?;
    if length == 0 {
        return Err(StepError::fail(Code::MediaBroken, "the file is empty"));
    }
    let request = serde_json::to_string(request)
        .map_err(|e| internal("the decoder's request could not be written", &e))?;

    let mut command = Command::new(&child.program);
    if !files.is_empty() {
        let mapped = (3..).zip(files).map(|(child_fd, file)| FdMapping {
            parent_fd: file.into(),
            child_fd,
        });
        command
            .fd_mappings(mapped.collect())
            .map_err(|e| internal("the files could not be handed to the decoder", &e))?;
    }
    let mut process = command
        .arg(request)
        .env_clear()
        .current_dir("/")
        .stdin(Stdio::from(input))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .kill_on_drop(true)
        .spawn()
        .map_err(|e| internal("the decoder could not be started", &e))?;
    let stdout = process.stdout.take();
    let stderr = process.stderr.take();

    let finished = tokio::time::timeout(Duration::from_secs(time.wall_s), async {
        let (out, err) = tokio::try_join!(capped(stdout, most), begun(stderr, STDERR_BYTES))?;
        io::Result::Ok((out, err, process.wait().await?))
    })
    .await;
    let Ok(finished) = finished else {
        // A failed kill means that it is gone already, and kill_on_drop stays.
        let _ = process.kill().await;
        let detail = format!("the decoder ran out of time ({} s)", time.wall_s);
        return Err(StepError::retry(Code::MediaChild, detail));
    };
    let (out, err, status) = finished.map_err(|e| internal("the decoder was lost", &e))?;

    let complaint = String::from_utf8_lossy(&err);
    if !complaint.is_empty() {
        tracing::debug!(stderr = ?complaint.trim_end(), "the media child complained");
    }
    if out.len() as u64 == most {
        return Err(StepError::retry(
            Code::MediaChild,
            "the decoder answered with far too much",
        ));
    }
    if let Some(death) = death(status, &complaint, child.memory, time.cpu_s) {
        return Err(StepError::retry(Code::MediaChild, death));
    }
    Ok(out)
}

/// An unnamed, empty file in memory: the child can seek in it, and needs no path.
///
/// # Errors
/// What the system says.
pub fn unnamed() -> io::Result<File> {
    let flags = rustix::fs::MemfdFlags::CLOEXEC;
    Ok(File::from(rustix::fs::memfd_create(
        "pugcast-media",
        flags,
    )?))
}

/// What a job on a file may take, by what its first bytes say it is.
fn time(child: &Child, input: &File) -> Time {
    let mut head = [0; 64];
    // Too short a file, or one that cannot be read, is the child's to refuse.
    let read = input.read_at(&mut head, 0).unwrap_or(0);
    match kind(&head[..read]) {
        Kind::Picture => Time {
            cpu_s: child.cpu_s,
            wall_s: child.wall_s,
        },
        Kind::Audio => child.sound,
        Kind::Video => child.film,
    }
}

/// What a file says it is; the child will know better.
fn kind(head: &[u8]) -> Kind {
    magic::recognise(head).map_or(Kind::Video, |form| form.kind)
}

fn in_memory(bytes: &[u8]) -> io::Result<File> {
    let mut file = unnamed()?;
    file.write_all(bytes)?;
    file.rewind()?;
    Ok(file)
}

/// Keeps up to `limit` bytes, then closes the pipe: who goes on writing dies of it.
async fn capped(pipe: Option<impl AsyncRead + Unpin>, limit: u64) -> io::Result<Vec<u8>> {
    let mut kept = Vec::new();
    if let Some(pipe) = pipe {
        pipe.take(limit).read_to_end(&mut kept).await?;
    }
    Ok(kept)
}

/// Keeps the first `limit` bytes and throws the rest away: chatter is no crime.
async fn begun(pipe: Option<impl AsyncRead + Unpin>, limit: u64) -> io::Result<Vec<u8>> {
    let mut kept = Vec::new();
    if let Some(mut pipe) = pipe {
        (&mut pipe).take(limit).read_to_end(&mut kept).await?;
        tokio::io::copy(&mut pipe, &mut tokio::io::sink()).await?;
    }
    Ok(kept)
}

/// Why a child that did not end well died, in an editor's words.
fn death(status: ExitStatus, stderr: &str, memory: u64, cpu_s: u64) -> Option<String> {
    if status.success() {
        return None;
    }
    // Rust's allocator and C++ say this before they abort.
    if stderr.contains("memory allocation of ") || stderr.contains("std::bad_alloc") {
        let detail = format!("the decoder ran out of memory ({} MiB)", memory >> 20);
        return Some(detail);
    }
    let Some(signal) = status.signal() else {
        return Some(match status.code() {
            Some(101) => "the decoder crashed (panic)".to_owned(),
            code => format!("the decoder ended with exit code {}", code.unwrap_or(-1)),
        });
    };
    Some(match signal {
        libc::SIGXCPU => format!("the decoder ran out of time ({cpu_s} s of CPU)"),
        libc::SIGKILL => "the decoder was killed (SIGKILL): out of memory or time".to_owned(),
        libc::SIGSYS => "the decoder was stopped by the sandbox (SIGSYS)".to_owned(),
        libc::SIGXFSZ => "the decoder was stopped when it wrote a file (SIGXFSZ)".to_owned(),
        libc::SIGSEGV => "the decoder crashed (SIGSEGV)".to_owned(),
        libc::SIGBUS => "the decoder crashed (SIGBUS)".to_owned(),
        libc::SIGFPE => "the decoder crashed (SIGFPE)".to_owned(),
        libc::SIGILL => "the decoder crashed (SIGILL)".to_owned(),
        libc::SIGABRT => "the decoder crashed (SIGABRT)".to_owned(),
        other => format!("the decoder was ended by signal {other}"),
    })
}

pub(super) fn internal(what: &str, error: &dyn std::error::Error) -> StepError {
    StepError::retry(Code::Internal, format!("{what}: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deaths_have_reasons() {
        let check = |raw: i32, stderr: &str, expected: &str| {
            let said = death(ExitStatus::from_raw(raw), stderr, 1 << 30, 20).unwrap_or_default();
            assert_eq!(said, expected);
        };
        check(0, "", "");
        check(
            libc::SIGXCPU,
            "",
            "the decoder ran out of time (20 s of CPU)",
        );
        check(libc::SIGSEGV, "", "the decoder crashed (SIGSEGV)");
        check(
            libc::SIGSYS,
            "",
            "the decoder was stopped by the sandbox (SIGSYS)",
        );
        let said = "memory allocation of 12 bytes failed";
        check(
            libc::SIGABRT,
            said,
            "the decoder ran out of memory (1024 MiB)",
        );
        let said = "terminate called after throwing an instance of 'std::bad_alloc'";
        check(
            libc::SIGABRT,
            said,
            "the decoder ran out of memory (1024 MiB)",
        );
        check(101 << 8, "", "the decoder crashed (panic)");
        check(2 << 8, "", "the decoder ended with exit code 2");
    }

    #[test]
    fn limits_go_by_what_a_file_says_it_is() {
        for (head, expected) in [
            (&b"\xff\xd8\xff\xe0"[..], Kind::Picture),
            (b"\0\0\0\x18ftypheic\0\0\0\0", Kind::Picture),
            (b"ID3\x04", Kind::Audio),
            (b"\xff\xfb\x90", Kind::Audio),
            (b"RIFF\x24\0\0\0WAVEfmt ", Kind::Audio),
            (b"RIFF\x24\0\0\0AVI LIST", Kind::Video),
            (b"\0\0\0\x18ftypM4A \0\0\0\0", Kind::Audio),
            (b"\0\0\0\x18ftypisom\0\0\0\0", Kind::Video),
            (b"OggS\0\x02 \x01vorbis", Kind::Audio),
            (b"OggS\0\x02 \x80theora", Kind::Video),
            (b"", Kind::Video),
        ] {
            assert_eq!(kind(head), expected, "{head:?}");
        }
    }
}
