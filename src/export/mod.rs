//! The public face as files for any web host.
//!
//! What there is, the sitemap and the feeds' list say; each address is asked of the app's own router, in this process, so
//! that there is one way to make a page. The app shows nothing that expires ([`App::lasting`]). What a page links to is
//! written as well, so no link leads nowhere: what only a living service answers leads there.

use crate::app::App;
use crate::{db, feed};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

mod address;
mod answer;
mod folder;
mod page;
mod walk;

pub use address::{Address, Kind, Link, Site};
use folder::Folder;
use walk::Walk;

/// Walks at most, where the public face changes meanwhile.
const MOST_WALKS: usize = 3;

/// What an export did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Files that are new or have other bytes than before.
    pub written: usize,
    /// Files of the folder.
    pub total: usize,
    /// Files that were written before and are no more of the public face.
    pub removed: usize,
    /// What could not be made, each with its status. Nothing was removed then.
    pub failed: Vec<String>,
}

/// Why an export cannot go on.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The database.
    #[error("database: {0}")]
    Db(#[from] db::Error),
    /// The file system.
    #[error("{}: {error}", path.display())]
    File {
        /// Which file.
        path: PathBuf,
        /// What it says.
        error: std::io::Error,
    },
    /// Files that are not ours.
    #[error("{} holds {name}, and no list of what an export wrote (.pugcast-export); name an empty or new folder", path.display())]
    Strange {
        /// The folder.
        path: PathBuf,
        /// One of them.
        name: String,
    },
    /// A file that is not ours where one of ours belongs.
    #[error("{} was not written by an export; move it away, then export again", .0.display())]
    InTheWay(PathBuf),
    /// Two at once.
    #[error("another export is writing to {}; wait until it is done", .0.display())]
    Busy(PathBuf),
    /// A list that no export wrote.
    #[error("{} is damaged: it names what lies outside of its folder; export to a new folder", .0.display())]
    Damaged(PathBuf),
    /// A file of the store that ends too early.
    #[error("{0} could not be read to its end: {1}")]
    Unread(String, String),
    /// A task of ours that ended early.
    #[error("a task ended early: {0}")]
    Task(#[from] tokio::task::JoinError),
}

impl Error {
    /// Whether the folder was refused before anything was written.
    pub fn is_refusal(&self) -> bool {
        matches!(
            self,
            Error::Strange { .. } | Error::Busy(_) | Error::Damaged(_)
        )
    }

    fn file(path: &Path, error: std::io::Error) -> Error {
        Error::File {
            path: path.to_owned(),
            error,
        }
    }
}

/// Writes the public face into a folder. `live` is the address of the service that answers forms, without a trailing
/// slash; `progress` hears how far it is, again and again.
///
/// # Errors
/// Why it cannot go on. What was written stays, and the next export completes it.
pub async fn run(
    app: &App,
    live: &str,
    path: &Path,
    mut progress: impl FnMut(&Report),
) -> Result<Report, Error> {
    let app = app.lasting(live);
    let folder = Folder::open(path)?;
    let walk = Walk::new(&app, folder);
    let (mut made, mut failed) = (BTreeSet::new(), Vec::new());
    for _ in 0..MOST_WALKS {
        // Another process changed the face: what was kept of it is old.
        feed::look(&app).await?;
        let (before, _) = db::entry::publication(&app.db).await?;
        (made, failed) = walk.clone().go(&mut progress).await?;
        let (after, _) = db::entry::publication(&app.db).await?;
        // Else what was written first may lead to what went meanwhile.
        if before == after {
            break;
        }
    }
    let removed = match failed.is_empty() {
        true => walk.folder.finish(&made)?,
        // What hangs on what could not be made is not known to be gone.
        false => 0,
    };
    Ok(Report {
        written: walk.folder.written(),
        total: made.len(),
        removed,
        failed,
    })
}
