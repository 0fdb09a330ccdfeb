//! Others' files, and the child that reads them.

use jobs::media::{Child, Time, sandbox_available};
use std::path::{Path, PathBuf};

/// A child that a busy machine cannot hurry. A kernel without the walls still has to pass the rest; one test says so.
pub fn child() -> Child {
    let patient = Time {
        cpu_s: 60,
        wall_s: 300,
    };
    Child {
        require_sandbox: sandbox_available().is_ok(),
        wall_s: 300,
        film: patient,
        sound: patient,
        ..Child::new(env!("CARGO_BIN_EXE_media-child"))
    }
}

/// The files of a folder of the corpora and of the folders in it.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if !["README.md", "index.tsv", "manifest.json"]
            .iter()
            .any(|name| path.ends_with(name))
        {
            found.push(path);
        }
    }
    found.sort();
    found
}
