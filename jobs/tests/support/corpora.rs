//! The way to the corpora.

use std::path::PathBuf;

/// A folder or file of the corpora; nothing, said aloud, where they are absent.
pub fn corpus(path: &str) -> Option<PathBuf> {
    let root = std::env::var("PUGCAST_CORPORA").map_or_else(
        |_| PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/corpora")),
        PathBuf::from,
    );
    let found = root.join(path);
    if found.exists() {
        return Some(found);
    }
    eprintln!(
        "skipped: {} is not there (PUGCAST_CORPORA)",
        found.display()
    );
    None
}
