//! The folder: files that are written only where they change, and a list of them, so that nobody else's are touched.
//!
//! A file's name is in the list before the file is there, and each is renamed into its place when it is whole: a process
//! that is killed at any line leaves what the next one completes.

use super::Error;
use axum::body::BodyDataStream;
use futures::StreamExt;
use std::collections::BTreeSet;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{ErrorKind, Write};
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use tokio::io::AsyncWriteExt;

/// The list, a name a line.
const LIST: &str = ".pugcast-export";
/// What its first line says to whoever finds it.
const HEAD: &str = "# pugcast export wrote these files, and removes none but these. Leave this list beside them.\n";
/// What files are called until they are whole.
const PART: &str = ".pugcast-export.part";

/// A folder that an export fills.
pub struct Folder {
    path: PathBuf,
    known: Mutex<Known>,
    parts: AtomicU64,
    /// Held while this export runs: another one waits for nothing and says so.
    _lock: File,
}

struct Known {
    list: File,
    /// What the list holds.
    ours: BTreeSet<String>,
    /// What was written in this run.
    written: BTreeSet<String>,
}

impl Folder {
    /// Opens a folder that is empty or an earlier export's; made if it is not there.
    ///
    /// # Errors
    /// `Strange` where others' files are and no list of ours; `Busy` while another export fills it; `Damaged` for a list
    /// that names what no export writes; what the file system says.
    pub fn open(path: &Path) -> Result<Folder, Error> {
        let failed = |error| Error::file(path, error);
        fs::create_dir_all(path).map_err(failed)?;
        let lock = File::open(path).map_err(failed)?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(Error::Busy(path.to_owned())),
            Err(TryLockError::Error(error)) => return Err(failed(error)),
        }
        let at = path.join(LIST);
        let ours = match fs::read_to_string(&at) {
            Ok(text) => read(&text).ok_or_else(|| Error::Damaged(at.clone()))?,
            Err(error) if error.kind() == ErrorKind::NotFound => {
                if let Some(strange) = fs::read_dir(path).map_err(failed)?.next() {
                    let name = strange.map_err(failed)?.file_name();
                    let name = name.to_string_lossy().into_owned();
                    return Err(Error::Strange {
                        path: path.to_owned(),
                        name,
                    });
                }
                fs::write(&at, HEAD).map_err(|error| Error::file(&at, error))?;
                BTreeSet::new()
            }
            Err(error) if error.kind() == ErrorKind::InvalidData => return Err(Error::Damaged(at)),
            Err(error) => return Err(Error::file(&at, error)),
        };
        for left in fs::read_dir(path).map_err(failed)? {
            let left = left.map_err(failed)?;
            if left.file_name().to_string_lossy().starts_with(PART) {
                fs::remove_file(left.path()).map_err(|error| Error::file(&left.path(), error))?;
            }
        }
        // Whoever was killed at a line of the list left half of it.
        keep(path, &ours)?;
        let list = OpenOptions::new().append(true).open(&at);
        Ok(Folder {
            path: path.to_owned(),
            known: Mutex::new(Known {
                list: list.map_err(|error| Error::file(&at, error))?,
                ours,
                written: BTreeSet::new(),
            }),
            parts: AtomicU64::new(0),
            _lock: lock,
        })
    }

    /// Writes a file, unless it has these bytes already.
    ///
    /// # Errors
    /// `InTheWay` where somebody else's lies; what the file system says.
    pub fn put(&self, name: &str, bytes: &[u8]) -> Result<(), Error> {
        self.claim(name)?;
        let at = self.path.join(name);
        if fs::read(&at).is_ok_and(|there| there == bytes) {
            return Ok(());
        }
        let part = self.part();
        let write = |part: &Path| File::create(part)?.write_all(bytes);
        write(&part).map_err(|error| self.broken(&part, &at, error))?;
        self.place(&part, name)
    }

    /// Writes a file piece by piece.
    ///
    /// # Errors
    /// As [`put`](Self::put); `Unread` where the pieces end too early.
    pub async fn put_pieces(&self, name: &str, mut pieces: BodyDataStream) -> Result<(), Error> {
        self.claim(name)?;
        let (at, part) = (self.path.join(name), self.part());
        let failed = |error| self.broken(&part, &at, error);
        let mut file = tokio::fs::File::create(&part).await.map_err(failed)?;
        while let Some(piece) = pieces.next().await {
            let piece = piece.map_err(|error| {
                let _ = fs::remove_file(&part);
                Error::Unread(name.to_owned(), error.to_string())
            })?;
            file.write_all(&piece).await.map_err(failed)?;
        }
        file.flush().await.map_err(failed)?;
        // What is compared by its size alone the next time must be there whole after a power cut.
        file.sync_data().await.map_err(failed)?;
        drop(file);
        self.place(&part, name)
    }

    /// The bytes of a file that an export wrote; nothing where there is none.
    pub fn size(&self, name: &str) -> Option<u64> {
        let is_ours = self.known().ours.contains(name);
        let there = fs::symlink_metadata(self.path.join(name)).ok();
        let there = there.filter(|there| is_ours && there.is_file());
        there.map(|there| there.len())
    }

    /// How many files were written so far.
    pub fn written(&self) -> usize {
        self.known().written.len()
    }

    /// Removes the files of earlier exports that are not among these, and says how many they were.
    ///
    /// # Errors
    /// What the file system says.
    pub fn finish(&self, made: &BTreeSet<String>) -> Result<usize, Error> {
        let mut known = self.known();
        let gone: Vec<String> = known.ours.difference(made).cloned().collect();
        for name in &gone {
            let at = self.path.join(name);
            match fs::remove_file(&at) {
                Err(error) if error.kind() != ErrorKind::NotFound => {
                    return Err(Error::file(&at, error));
                }
                _ => self.prune(&at),
            }
            known.ours.remove(name);
        }
        keep(&self.path, &known.ours)?;
        Ok(gone.len())
    }

    /// Notes that a file is ours before it is there.
    fn claim(&self, name: &str) -> Result<(), Error> {
        let mut known = self.known();
        if known.ours.contains(name) {
            return Ok(());
        }
        let at = self.path.join(name);
        if fs::symlink_metadata(&at).is_ok() {
            return Err(Error::InTheWay(at));
        }
        let noted = known.list.write_all(format!("{name}\n").as_bytes());
        noted.map_err(|error| Error::file(&self.path.join(LIST), error))?;
        known.ours.insert(name.to_owned());
        Ok(())
    }

    fn place(&self, part: &Path, name: &str) -> Result<(), Error> {
        let at = self.path.join(name);
        let parent = at.parent().unwrap_or(&self.path);
        let placed = fs::create_dir_all(parent).and_then(|()| fs::rename(part, &at));
        placed.map_err(|error| self.broken(part, &at, error))?;
        self.known().written.insert(name.to_owned());
        Ok(())
    }

    /// Removes the folders that a file leaves empty.
    fn prune(&self, file: &Path) {
        let folders = file.ancestors().skip(1);
        for folder in folders.take_while(|folder| *folder != self.path) {
            // One that holds something stays, and all above it.
            if fs::remove_dir(folder).is_err() {
                return;
            }
        }
    }

    fn part(&self) -> PathBuf {
        let number = self.parts.fetch_add(1, Ordering::Relaxed);
        self.path.join(format!("{PART}{number}"))
    }

    fn broken(&self, part: &Path, at: &Path, error: std::io::Error) -> Error {
        let _ = fs::remove_file(part);
        Error::file(at, error)
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The names of a list; nothing where one of them leads out of the folder. Its last line counts only with its end: the
/// file of half a name was not begun.
fn read(text: &str) -> Option<BTreeSet<String>> {
    let whole = text.rsplit_once('\n').map_or("", |(whole, _)| whole);
    let names = whole.lines().filter(|line| !line.starts_with('#'));
    let names = names.filter(|line| !line.is_empty()).map(str::to_owned);
    let names: BTreeSet<String> = names.collect();
    let is_within = |name: &String| {
        let parts = Path::new(name).components();
        parts
            .into_iter()
            .all(|part| matches!(part, Component::Normal(_)))
    };
    names.iter().all(is_within).then_some(names)
}

/// Writes the list, unless it says the same already.
fn keep(path: &Path, ours: &BTreeSet<String>) -> Result<(), Error> {
    let mut text = HEAD.to_owned();
    for name in ours {
        text.push_str(name);
        text.push('\n');
    }
    let at = path.join(LIST);
    if fs::read(&at).is_ok_and(|there| there == text.as_bytes()) {
        return Ok(());
    }
    let part = path.join(format!("{PART}-list"));
    let written = fs::write(&part, text).and_then(|()| fs::rename(&part, &at));
    written.map_err(|error| Error::file(&at, error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_names_what_lies_in_its_folder() {
        let read = |text: &str| read(text).map(|names| names.into_iter().collect::<Vec<_>>());
        let all = Some(vec!["a/b.html".to_owned(), "c".to_owned()]);
        assert_eq!(read("# x\nc\na/b.html\n"), all);
        assert_eq!(read("# x\nc\na/b.html\nhalf/of"), all);
        assert_eq!(read(""), Some(Vec::new()));
        assert_eq!(read("# ha"), Some(Vec::new()));
        for outside in ["../x\n", "/etc/passwd\n", "a/../../x\n", "a/./../../x\n"] {
            assert_eq!(read(outside), None, "{outside}");
        }
    }
}
