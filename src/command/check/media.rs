//! `pugcast check media`: what the child finds in a file.

use crate::command::media_child;
use anyhow::Context;
use jobs::StepError;
use jobs::media::{self, Child, Kind, Probe, sound};
use serde_json::{Value, json};
use std::fs::{self, File};
use std::io::{Result, Write, stdout};
use std::path::Path;

/// The longest recording that is listened to, seconds.
const MOST_S: u64 = 4 * 3600;

/// Prints what a file is; false if it cannot be read, and then the reason is printed beside the output.
pub(super) fn check(file: &Path, out: Option<&Path>) -> Result<bool> {
    let runtime = tokio::runtime::Runtime::new()?;
    match runtime.block_on(found(file, out)) {
        Ok(Ok(found)) => writeln!(stdout(), "{found:#}").map(|()| true),
        Ok(Err(error)) => {
            eprintln!("pugcast: {}: {error}", file.display());
            Ok(false)
        }
        Err(problem) => {
            eprintln!("pugcast: {problem:#}");
            Ok(false)
        }
    }
}

async fn found(
    path: &Path,
    out: Option<&Path>,
) -> anyhow::Result<std::result::Result<Value, StepError>> {
    let child = media_child()?;
    let open = || File::open(path).with_context(|| format!("cannot open {}", path.display()));
    let facts = match media::probe_file(&child, open()?).await {
        Ok(facts) => facts,
        Err(error) => return Ok(Err(error)),
    };
    let mut found = serde_json::to_value(&facts)?;
    if facts.kind != Kind::Picture
        && let Err(error) = listen(&child, open()?, &facts, &mut found).await
    {
        return Ok(Err(error));
    }
    if let Some(folder) = out {
        match media::pictures(&child, fs::read(path)?).await {
            Ok(pictures) => found["pictures"] = save(folder, &pictures)?,
            Err(error) => found["pictures"] = json!(error.to_string()),
        }
    }
    Ok(Ok(found))
}

/// Adds what is heard. A film may be silent; a recording that is not heard is broken.
async fn listen(
    child: &Child,
    file: File,
    facts: &Probe,
    found: &mut Value,
) -> std::result::Result<(), StepError> {
    match sound::listen(child, file, MOST_S).await {
        Ok(heard) => {
            found["duration_ms"] = json!(heard.duration_ms);
            found["said_duration_ms"] = json!(facts.duration_ms);
            found["channels"] = json!(heard.channels);
            found["tags"] = json!(heard.facts.tags);
            found["chapters"] = json!(heard.facts.chapters);
            found["loudness"] = json!(heard.loudness);
            found["damaged"] = json!(heard.damaged);
            Ok(())
        }
        Err(error) if facts.kind == Kind::Video => {
            found["sound"] = json!(error.to_string());
            Ok(())
        }
        Err(error) => Err(error),
    }
}

fn save(folder: &Path, pictures: &[media::Picture]) -> anyhow::Result<Value> {
    fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let mut names = Vec::new();
    for picture in pictures {
        let name = format!("{}.{}", picture.used_as.as_str(), picture.extension);
        fs::write(folder.join(&name), &picture.bytes)?;
        names.push(name);
    }
    Ok(json!(names))
}
