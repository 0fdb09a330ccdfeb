//! `pugcast check link`: what each link is, asking nobody.

use jobs::link::report;
use std::io::{BufRead, Result, Write, stdin, stdout};

/// Prints a line for each link; false if any was refused.
pub(super) fn check(links: Vec<String>) -> Result<bool> {
    if links.is_empty() {
        print(lines())
    } else {
        print(links.into_iter().map(Ok))
    }
}

fn print(links: impl Iterator<Item = Result<String>>) -> Result<bool> {
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
fn lines() -> impl Iterator<Item = Result<String>> {
    let lines = stdin()
        .lock()
        .split(b'\n')
        .map(|line| line.map(|line| String::from_utf8_lossy(&line).trim().to_owned()));
    lines.filter(|line| line.as_ref().map_or(true, |line| !line.is_empty()))
}
