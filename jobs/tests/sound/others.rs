//! Every file that others collected, through the child: a result or a reason, and nobody dies.

use super::corpora;
use super::outcomes::{outcomes, reason};
use super::support::{Folder, child};
use jobs::media::probe_file;
use jobs::media::sound::{Mastering, listen, master};
use std::fs::File;
use std::path::PathBuf;

#[tokio::test]
async fn every_file_is_mastered_or_refused_with_a_reason() {
    for (name, least) in [("media", 15), ("hostile/media", 0)] {
        let Some(folder) = corpora::corpus(name) else {
            continue;
        };
        let rows = outcomes(&folder, outcome).await;
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

async fn outcome(path: PathBuf) -> String {
    let open = || File::open(&path).unwrap();
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
