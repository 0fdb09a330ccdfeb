//! Reads a list from its file or folder.

use super::Thing;
use crate::model::import::Kind;
use jobs::list::{self, Row, opml, pyvideo, roster};
use jobs::text::hex;
use sha2::{Digest, Sha256};
use std::io::Read;
use std::path::{Path, PathBuf};

/// Files of one folder.
const MOST_FILES: usize = 200_000;

/// A list as it was read.
#[derive(Clone, Debug)]
pub struct List {
    /// What its rows are.
    pub kind: Kind,
    /// The file's name.
    pub name: String,
    /// SHA-256 of all that was read.
    pub digest: String,
    /// Its rows, in order.
    pub rows: Vec<Row<Thing>>,
}

/// Why a list cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The file or folder.
    #[error("{}: {error}", .path.display())]
    File {
        /// Which.
        path: PathBuf,
        /// What went wrong.
        error: std::io::Error,
    },
    /// What stands in it.
    #[error("{}: {error}", .path.display())]
    Form {
        /// Which.
        path: PathBuf,
        /// What is wrong with it.
        error: list::Unreadable,
    },
    /// A folder without a record.
    #[error("{} holds no .jsonl file and no */videos/*.json", .0.display())]
    Empty(PathBuf),
}

/// Reads a list: a file, or for pyvideo also a folder of `.jsonl` files or a checkout of pyvideo/data.
///
/// # Errors
/// What cannot be read at all. A row that cannot be read is a row.
pub fn open(kind: Kind, path: &Path) -> Result<List, Error> {
    let mut hash = Sha256::new();
    let rows = match kind {
        Kind::Roster => {
            let rows = roster::read(&read(path, &mut hash)?).map_err(form(path))?;
            each(rows, |group| Thing::Group(Box::new(group)))
        }
        Kind::Opml => {
            let rows = opml::read(&read(path, &mut hash)?).map_err(form(path))?;
            each(rows, |source| Thing::Source(Box::new(source)))
        }
        Kind::Pyvideo => {
            let mut rows = match path.is_dir() {
                true => folder(path, &mut hash)?,
                false => pyvideo::read(&read(path, &mut hash)?).map_err(form(path))?,
            };
            list::number(&mut rows);
            each(rows, |talk| Thing::Talk(Box::new(talk)))
        }
    };
    let whole = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    Ok(List {
        kind,
        name: whole
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned(),
        digest: hex(&hash.finalize()),
        rows,
    })
}

fn folder(path: &Path, hash: &mut Sha256) -> Result<Vec<Row<pyvideo::Talk>>, Error> {
    let mut rows = Vec::new();
    for file in inside(path)? {
        if file.extension().is_some_and(|ending| ending == "jsonl") {
            rows.extend(pyvideo::read(&read(&file, hash)?).map_err(form(&file))?);
        } else if file.is_dir() {
            rows.extend(event(&file, hash)?);
        }
        if rows.len() > list::MOST_ROWS {
            return Err(form(path)(list::Unreadable::TooLong));
        }
    }
    match rows.is_empty() {
        true => Err(Error::Empty(path.to_owned())),
        false => Ok(rows),
    }
}

/// One event of a checkout: `category.json` beside `videos/*.json`.
fn event(path: &Path, hash: &mut Sha256) -> Result<Vec<Row<pyvideo::Talk>>, Error> {
    let videos = path.join("videos");
    if !videos.is_dir() {
        return Ok(Vec::new());
    }
    let category = path.join("category.json");
    let title = match category.is_file() {
        true => pyvideo::category(&read(&category, hash)?),
        false => None,
    };
    let event = pyvideo::Event {
        title: title.unwrap_or_default(),
        ..pyvideo::Event::default()
    };
    let mut rows = Vec::new();
    for file in inside(&videos)? {
        if file.extension().is_some_and(|ending| ending == "json") {
            let name = |path: &Path| {
                path.file_name()
                    .unwrap_or_default()
                    .to_string_lossy()
                    .into_owned()
            };
            let place = format!("{}/videos/{}", name(path), name(&file));
            rows.push(pyvideo::file(&place, &event, &read(&file, hash)?));
        }
    }
    Ok(rows)
}

/// What a folder holds, by name.
fn inside(path: &Path) -> Result<Vec<PathBuf>, Error> {
    let failed = |error| Error::File {
        path: path.to_owned(),
        error,
    };
    let mut files = Vec::new();
    for file in std::fs::read_dir(path).map_err(failed)?.take(MOST_FILES) {
        files.push(file.map_err(failed)?.path());
    }
    files.sort();
    Ok(files)
}

fn read(path: &Path, hash: &mut Sha256) -> Result<Vec<u8>, Error> {
    let failed = |error| Error::File {
        path: path.to_owned(),
        error,
    };
    let mut bytes = Vec::new();
    let file = std::fs::File::open(path).map_err(failed)?;
    file.take(list::MOST_BYTES as u64 + 1)
        .read_to_end(&mut bytes)
        .map_err(failed)?;
    hash.update((bytes.len() as u64).to_be_bytes());
    hash.update(&bytes);
    Ok(bytes)
}

fn form(path: &Path) -> impl Fn(list::Unreadable) -> Error + '_ {
    |error| Error::Form {
        path: path.to_owned(),
        error,
    }
}

fn each<T>(rows: Vec<Row<T>>, to: impl Fn(T) -> Thing) -> Vec<Row<Thing>> {
    rows.into_iter().map(|row| row.map(&to)).collect()
}
