//! The media child alone, for the tests: `pugcast-media` is the service's.
//!
//! `media-child REQUEST` is the real thing. `probe-escape PORT`
//! locks itself up and then tries what a captured decoder would try; `locked`,
//! `threads` or `open` as third argument say whether it does so with the lock,
//! and whether that lets threads through.

use jobs::media::sandbox::{Limits, lock};
use std::io::Write;
use std::net::{TcpStream, UdpSocket};
use std::os::unix::net::UnixStream;
use std::process::{Command, ExitCode};

fn main() -> ExitCode {
    match std::env::args().nth(1).as_deref() {
        Some("probe-escape") => probe_escape(),
        Some("spin") => spin(),
        _ => jobs::media::child_main(),
    }
}

/// Reports, a word a line, what succeeded.
fn probe_escape() -> ExitCode {
    let mut arguments = std::env::args().skip(2);
    let port: u16 = arguments
        .next()
        .and_then(|port| port.parse().ok())
        .unwrap_or(0);
    let how = arguments.next().unwrap_or_default();
    let limits = Limits {
        memory: 1 << 30,
        cpu_s: 5,
        written: 0,
        threads: how == "threads",
    };
    if how != "open"
        && let Err(error) = lock(&limits, true)
    {
        println!("no-lock {error}");
        return ExitCode::FAILURE;
    }
    let scratch = std::env::args().nth(4).unwrap_or_default();
    let tries: [(&str, bool); 9] = [
        ("read-file", std::fs::read("/etc/passwd").is_ok()),
        ("list-folder", std::fs::read_dir("/").is_ok()),
        ("write-file", std::fs::write(&scratch, "here").is_ok()),
        ("remove-file", std::fs::remove_file(&scratch).is_ok()),
        ("connect", TcpStream::connect(("127.0.0.1", port)).is_ok()),
        ("bind", UdpSocket::bind("127.0.0.1:0").is_ok()),
        ("unix-socket", UnixStream::pair().is_ok()),
        ("run-program", Command::new("/bin/true").status().is_ok()),
        (
            "start-thread",
            std::thread::Builder::new().spawn(|| ()).is_ok(),
        ),
    ];
    for (name, _) in tries.iter().filter(|(_, succeeded)| *succeeded) {
        println!("{name}");
    }
    println!("done");
    let _ = std::io::stdout().flush();
    ExitCode::SUCCESS
}

/// Never ends: the CPU limit has to.
fn spin() -> ExitCode {
    let _ = lock(
        &Limits {
            memory: 1 << 30,
            cpu_s: 1,
            written: 0,
            threads: false,
        },
        false,
    );
    loop {
        std::hint::spin_loop();
    }
}
