//! `pugcast check`: what the service would make of a thing.

use jobs::link::report;
use std::io::{BufRead, Write, stdin, stdout};
use std::process::ExitCode;

/// The things that can be checked.
#[derive(clap::Args)]
pub struct Args {
    #[command(subcommand)]
    thing: Thing,
}

#[derive(clap::Subcommand)]
enum Thing {
    /// Links: one JSON object a line; exit code 1 if any was refused
    Link {
        /// The links; without any, one a line on standard input
        links: Vec<String>,
    },
}

/// Checks, prints, and says by the exit code whether all is well.
pub fn main(args: Args) -> ExitCode {
    let Thing::Link { links } = args.thing;
    let checked = if links.is_empty() {
        check(lines())
    } else {
        check(links.into_iter().map(Ok))
    };
    match checked {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        // A reader that has seen enough closes the pipe: no failure of ours.
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("pugcast: cannot read or write the list: {error}");
            ExitCode::FAILURE
        }
    }
}

fn check(links: impl Iterator<Item = std::io::Result<String>>) -> std::io::Result<bool> {
    let mut out = stdout().lock();
    let mut all_well = true;
    for link in links {
        let report = report::report(&link?);
        all_well &= report.get("refused").is_none();
        writeln!(out, "{report}")?;
    }
    Ok(all_well)
}

/// Lines as bytes first: a list may hold what is no UTF-8, and that line is refused, not the list.
fn lines() -> impl Iterator<Item = std::io::Result<String>> {
    let lines = stdin()
        .lock()
        .split(b'\n')
        .map(|line| line.map(|line| String::from_utf8_lossy(&line).trim().to_owned()));
    lines.filter(|line| line.as_ref().map_or(true, |line| !line.is_empty()))
}
