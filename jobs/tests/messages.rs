//! Strange and hostile mail: no panic, and what is a message is read as one.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on ends there")]

use jobs::message::{self, Nature};
use std::path::{Path, PathBuf};

fn files(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, into);
        } else if path.extension().is_none_or(|kind| kind != "json") {
            into.push(path);
        }
    }
}

#[test]
fn the_corpora_are_read_without_a_panic() {
    let corpora = std::env::var_os("PUGCAST_CORPORA").map_or_else(
        || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/corpora")),
        PathBuf::from,
    );
    if !corpora.is_dir() {
        eprintln!(
            "skipped: no corpora in {} (PUGCAST_CORPORA)",
            corpora.display()
        );
        return;
    }
    let mut all = Vec::new();
    for folder in ["hostile/email-mime", "hostile/email-auth", "hostile/feeds"] {
        files(&corpora.join(folder), &mut all);
    }
    let (mut read, mut from, mut worded, mut automatic) = (0, 0, 0, 0);
    for path in &all {
        let raw = std::fs::read(path).unwrap();
        let Some(message) = message::read(&raw, Some("a@example.org")) else {
            continue;
        };
        read += 1;
        from += usize::from(message.address.is_some());
        worded += usize::from(!message.words.is_empty());
        automatic += usize::from(message.nature == Nature::Automatic);
        for line in [
            &message.name,
            &message.subject,
            &message.id.unwrap_or_default(),
        ] {
            assert!(
                !line.contains(char::is_control),
                "{}: {line:?}",
                path.display()
            );
        }
        for cut in (0..raw.len()).step_by((raw.len() / 17).max(1)) {
            let _ = message::read(&raw[..cut], None);
        }
    }
    println!(
        "{} files, {read} read as messages, {from} with a sender, {worded} with words, {automatic} automatic",
        all.len()
    );
    assert!(all.len() > 200 && read > 150 && from > 100 && worded > 100 && automatic > 0);
}
