//! `pugcast check feed`: what of a feed breaks its standards, where it stands and how to mend it.

use crate::app;
use crate::config::Config;
use crate::model::Clock;
use crate::text::Catalogue;
use jobs::conformance::{Fault, Profile, Report, Severity, check as hold};
use jobs::fetch::Hosts;
use serde_json::json;
use std::fs::File;
use std::io::{Read, Result, Write, stdout};
use std::path::Path;
use url::Url;

/// Bytes that are read.
const MOST: usize = 64 << 20;

/// Prints each fault with what to do, then one line of counts; false where a “must” is broken or nothing could be read.
pub(super) fn check(place: &str, as_json: bool) -> Result<bool> {
    let bytes = match Path::new(place).is_file() {
        true => of_file(Path::new(place)),
        false => of_address(place),
    };
    let bytes = match bytes {
        Ok(bytes) => bytes,
        Err(problem) => {
            eprintln!("pugcast: {problem:#}");
            return Ok(false);
        }
    };
    let report = hold(&bytes, &Profile::PODCAST);
    print(&report, as_json)?;
    Ok(report.is_valid())
}

fn of_file(path: &Path) -> anyhow::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?
        .take(MOST as u64)
        .read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// What is behind an address, as the settings let us ask.
fn of_address(place: &str) -> anyhow::Result<Vec<u8>> {
    let text = Catalogue::new("en");
    let url = Url::parse(place).map_err(|_| {
        let about = [("about", place.into())];
        anyhow::anyhow!(
            "{place} is neither a file nor an address: {}",
            text.with("error-not-a-link", &about)
        )
    })?;
    let config = Config::from_env()?;
    let runtime = tokio::runtime::Runtime::new()?;
    let providers = app::providers(&config, &Clock::System)?;
    let reply = runtime.block_on(providers.fetch.get(&url, &Hosts::Public, MOST));
    let reply = reply.map_err(|error| {
        let words = text.t(&format!("error-{}", error.code.as_str()));
        anyhow::anyhow!("{words} ({error})")
    })?;
    match reply.status {
        200..=299 => Ok(reply.body),
        status => {
            let about = [("about", status.to_string().into())];
            anyhow::bail!("{}", text.with("error-feed-status", &about))
        }
    }
}

fn print(report: &Report, as_json: bool) -> Result<()> {
    let text = Catalogue::new("en");
    let mut out = stdout().lock();
    for fault in &report.faults {
        let says = |end: &str| {
            let about = [("about", fault.about.as_str().into())];
            text.with(&format!("conformance-{}{end}", fault.code), &about)
        };
        match as_json {
            true => writeln!(out, "{}", object(fault, &says("")))?,
            false => {
                let word = match fault.severity {
                    Severity::Must => "must",
                    Severity::Should => "should",
                };
                let (line, column) = (fault.line, fault.column);
                let (standard, code) = (fault.standard.name(), fault.code);
                writeln!(
                    out,
                    "{line}:{column} {word} ({standard}, {code}) {}",
                    fault.path
                )?;
                writeln!(out, "    {}", says(""))?;
                writeln!(out, "    {}", says("-mend"))?;
            }
        }
    }
    let counts = json!({
        "kind": report.kind, "musts": report.musts, "shoulds": report.shoulds, "unnamed": report.unnamed(),
    });
    match as_json {
        true => writeln!(out, "{counts}"),
        false => writeln!(
            out,
            "{} to mend, {} that could be better",
            report.musts, report.shoulds
        ),
    }
}

fn object(fault: &Fault, says: &str) -> serde_json::Value {
    json!({
        "code": fault.code, "standard": fault.standard, "severity": fault.severity, "line": fault.line,
        "column": fault.column, "path": fault.path, "about": fault.about, "says": says,
    })
}
