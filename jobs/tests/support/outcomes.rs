//! A table of what came of each file of a folder.

use super::collected::files;
use jobs::StepError;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

/// A line for each file, its name first, two files at a time. A panic of ours comes out here.
pub async fn outcomes<F>(folder: &Path, of: impl Fn(PathBuf) -> F) -> Vec<String>
where
    F: Future<Output = String> + Send + 'static,
{
    let two = Arc::new(Semaphore::new(2));
    let mut running = JoinSet::new();
    for path in files(folder) {
        let name = path.strip_prefix(folder).unwrap().display().to_string();
        let (two, outcome) = (Arc::clone(&two), of(path));
        running.spawn(async move {
            let _permit = two.acquire().await.unwrap();
            format!("{name}\t{}", outcome.await)
        });
    }
    let mut rows = running.join_all().await;
    rows.sort();
    println!("{}", rows.join("\n"));
    rows
}

/// A failure in words; there are some.
pub fn reason(error: &StepError) -> String {
    assert!(error.detail.len() > 8, "{error}");
    error.to_string()
}
