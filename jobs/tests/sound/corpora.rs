//! Every file that others collected, through the child: a result or a reason, and nobody dies.

use super::support::{Folder, child};
use jobs::StepError;
use jobs::media::probe_file;
use jobs::media::sound::{Mastering, listen, master};
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

#[tokio::test]
async fn every_file_is_mastered_or_refused_with_a_reason() {
    let root = std::env::var_os("PUGCAST_CORPORA").map_or_else(
        || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/corpora")),
        PathBuf::from,
    );
    for (name, least) in [("media", 15), ("hostile/media", 0)] {
        let folder = root.join(name);
        if !folder.is_dir() {
            eprintln!(
                "skipped: there is no {} (PUGCAST_CORPORA)",
                folder.display()
            );
            continue;
        }
        let mut rows = outcomes(&folder).await;
        rows.sort();
        println!("{}", rows.join("\n"));
        let mastered = rows.iter().filter(|row| row.contains("\tmastered")).count();
        println!("{name}: {} files, {mastered} mastered", rows.len());
        assert!(
            mastered >= least && rows.len() > 40,
            "{mastered} of {}",
            rows.len()
        );
        for word in ["SIG", "panic", "internal:", "sandbox"] {
            // The name of a file may say it.
            let said = |row: &&String| {
                row.split_once('\t')
                    .is_some_and(|(_, said)| said.contains(word))
            };
            let found: Vec<_> = rows.iter().filter(said).collect();
            assert!(found.is_empty(), "{word}: {found:?}");
        }
    }
}

async fn outcomes(folder: &Path) -> Vec<String> {
    let two = Arc::new(Semaphore::new(2));
    let mut running = JoinSet::new();
    for path in files(folder) {
        let name = path.strip_prefix(folder).unwrap().display().to_string();
        let two = Arc::clone(&two);
        running.spawn(async move {
            let _permit = two.acquire().await.unwrap();
            format!("{name}\t{}", outcome(&path).await)
        });
    }
    // A panic of ours would come out here.
    running.join_all().await
}

async fn outcome(path: &Path) -> String {
    let open = || File::open(path).unwrap();
    let scratch = Folder::new();
    let how = Mastering {
        most_s: 600,
        ..Mastering::new(scratch.path("."))
    };
    let probed = match probe_file(&child(), open()).await {
        Ok(facts) => format!(
            "{:?} {} {}",
            facts.kind,
            facts.container,
            facts.codecs.join("+")
        ),
        Err(error) => reason(&error),
    };
    let heard = match listen(&child(), open(), 600).await {
        Ok(heard) => format!(
            "{} ms, {} LUFS, {} tags, {} chapters",
            heard.duration_ms,
            heard.loudness.lufs,
            heard.facts.tags.len(),
            heard.facts.chapters.len()
        ),
        Err(error) => reason(&error),
    };
    let made = match master(&child(), vec![open()], &how, |_| ()).await {
        Ok(made) => format!(
            "mastered: {} ms, {} LUFS, {} dBTP",
            made.duration_ms, made.loudness.lufs, made.loudness.dbtp
        ),
        Err(error) => reason(&error),
    };
    format!("{probed}\t{heard}\t{made}")
}

fn reason(error: &StepError) -> String {
    assert!(error.detail.len() > 8, "{error}");
    error.to_string()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if !["README.md", "index.tsv", "manifest.json"]
            .iter()
            .any(|n| path.ends_with(n))
        {
            found.push(path);
        }
    }
    found
}
