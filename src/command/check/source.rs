//! `pugcast check source`: what would be collected from a file or an address.

use crate::app;
use crate::config::Config;
use crate::model::Clock;
use crate::text::Catalogue;
use jobs::provider::{self, Findings, Found, Proposals};
use jobs::{StepError, link};
use serde_json::{Value, json};
use std::fs::File;
use std::io::{Error, Read, Result, Write, stdout};
use std::path::Path;
use url::Url;

/// Bytes of a file that are read.
const MOST_FILE: u64 = 64 << 20;

/// Prints a line for each item and one of counts; false if the source cannot be read, and then the reason is printed
/// beside the output.
pub(super) fn check(place: &str) -> Result<bool> {
    let found = match Path::new(place).is_file() {
        true => Ok(of_file(Path::new(place))?.map(|many| Findings::Many(Box::new(many)))),
        false => of_address(place),
    };
    match found {
        Ok(Ok(findings)) => print(findings).map(|()| true),
        Ok(Err(error)) => {
            let words = Catalogue::new("en").t(&format!("error-{}", error.code.as_str()));
            eprintln!("pugcast: {words} ({error})");
            Ok(false)
        }
        Err(problem) => {
            eprintln!("pugcast: {problem:#}");
            Ok(false)
        }
    }
}

/// A feed or an archive's answer that is here already.
fn of_file(path: &Path) -> Result<std::result::Result<Proposals, StepError>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(MOST_FILE).read_to_end(&mut bytes)?;
    // What the document says relative to itself leads nowhere, and is left out.
    let address = Url::from_file_path(path.canonicalize()?)
        .map_err(|()| Error::other("the file's path cannot be an address"))?;
    Ok(provider::read(&bytes, None, &address))
}

/// What is behind an address, as the settings let us ask.
fn of_address(place: &str) -> anyhow::Result<std::result::Result<Findings, StepError>> {
    let link = match link::parse(place) {
        Ok(link) => link,
        Err(refusal) => return Ok(Err(StepError::fail(refusal.code, refusal.detail))),
    };
    let config = Config::from_env()?;
    let runtime = tokio::runtime::Runtime::new()?;
    let providers = app::providers(&config, &Clock::System)?;
    let now = Clock::System.now();
    Ok(runtime.block_on(provider::resolve(&providers, &link, now)))
}

fn print(findings: Findings) -> Result<()> {
    let mut out = stdout().lock();
    let (source, items, skipped) = match findings {
        Findings::One(found) => (found.source.clone(), vec![*found], Vec::new()),
        Findings::Many(many) => {
            let items = many.items.into_iter().map(|proposed| proposed.found);
            (Some(many.source.into()), items.collect(), many.skipped)
        }
    };
    for found in &items {
        writeln!(out, "{}", line(found))?;
    }
    let counts = json!({
        "source": source,
        "taken": items.len(),
        "skipped": skipped.len(),
        "reasons": skipped,
    });
    writeln!(out, "{counts}")
}

/// One item, every field there in every line.
fn line(found: &Found) -> Value {
    let enclosure = found.enclosure.as_ref();
    let links = [Some(&found.canonical), found.document.as_ref()];
    json!({
        "guid": found.guid,
        "title": found.title,
        "date": found.published_on.or(found.recorded_on),
        "people": found.people,
        "kind": found.kind,
        "enclosure": enclosure.map(|file| json!({
            "url": file.url,
            "type": file.mime,
            "length": file.length,
        })),
        "duration": found.duration_s,
        "links": links.into_iter().flatten().collect::<Vec<_>>(),
        "language": found.language,
    })
}
