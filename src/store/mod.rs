//! Pictures and sound under the hash of their bytes, in a folder (an S3 store later).

use bytes::Bytes;
use futures::TryStreamExt;
use futures::stream::BoxStream;
use jobs::media::magic;
use jobs::text::hex;
use object_store::local::LocalFileSystem;
use object_store::path::Path;
use object_store::{
    GetOptions, GetRange, GetResultPayload, ObjectStore, ObjectStoreExt, PutMode, PutOptions,
    WriteMultipart,
};
use sha2::{Digest, Sha256};
use std::io::{Seek, Write};
use std::ops::Range;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::AsyncReadExt;

mod incoming;
mod piecemeal;

pub use incoming::Incoming;
pub use piecemeal::Piecemeal;

/// Where files are held. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Store {
    files: Arc<dyn ObjectStore>,
    folder: std::path::PathBuf,
}

/// The name of a file whose bytes have this SHA-256.
fn named(hash: &[u8], extension: &str) -> String {
    format!("{}.{extension}", hex(hash.get(..16).unwrap_or(hash)))
}

/// Whether a file has a name as [`Store::put`] gives them: whatever else lies in the folder is somebody's.
fn is_ours(name: &str) -> bool {
    const MADE: &[&str] = &["opus", "json", "peaks", "txt", "vtt", "srt"];
    name.split_once('.').is_some_and(|(hash, ending)| {
        let is_digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        hash.len() == 32
            && hash.bytes().all(is_digit)
            && (MADE.contains(&ending) || magic::named(ending).is_some())
    })
}

/// Bytes read of a file at once.
const PIECE: usize = 1 << 20;

/// Where files lie until they are whole.
const INCOMING: &str = "incoming";

impl Store {
    /// A store in this folder, made if it is not there.
    ///
    /// # Errors
    /// What the file system says.
    pub fn open(folder: &std::path::Path) -> Result<Store, String> {
        std::fs::create_dir_all(folder).map_err(|error| error.to_string())?;
        let local = LocalFileSystem::new_with_prefix(folder).map_err(|error| error.to_string())?;
        // What a person was told is here must survive a power cut.
        let local = local.with_fsync(true);
        Ok(Store {
            files: Arc::new(local),
            folder: folder.to_owned(),
        })
    }

    /// Stores bytes under their hash and says the name. Storing the same again changes nothing.
    ///
    /// # Errors
    /// What the store says: no space, no leave.
    pub async fn put(&self, bytes: Vec<u8>, extension: &str) -> object_store::Result<String> {
        let name = named(&Sha256::digest(&bytes), extension);
        let options = PutOptions {
            mode: PutMode::Create,
            ..PutOptions::default()
        };
        match self
            .files
            .put_opts(&Path::from(name.as_str()), bytes.into(), options)
            .await
        {
            Ok(_) | Err(object_store::Error::AlreadyExists { .. }) => Ok(name),
            Err(error) => Err(error),
        }
    }

    /// Stores bytes under a name that they keep when they change: whoever reads meanwhile has the old or the new.
    ///
    /// # Errors
    /// What the store says.
    pub async fn put_named(&self, name: &str, bytes: Vec<u8>) -> object_store::Result<()> {
        self.files.put(&Path::from(name), bytes.into()).await?;
        Ok(())
    }

    /// A folder for files without names that are as large as a recording.
    ///
    /// # Errors
    /// What the file system says.
    pub fn scratch(&self) -> std::io::Result<std::path::PathBuf> {
        let folder = self.folder.join(INCOMING);
        std::fs::create_dir_all(&folder)?;
        Ok(folder)
    }

    /// Stores a file from its beginning, piece by piece, as [`put`](Self::put) does; says its name and its bytes.
    ///
    /// # Errors
    /// What the store or the file says.
    pub async fn put_file(
        &self,
        token: &str,
        mut file: std::fs::File,
        extension: &str,
    ) -> object_store::Result<(String, i64)> {
        let unread = |error: std::io::Error| object_store::Error::Generic {
            store: "scratch",
            source: error.into(),
        };
        file.rewind().map_err(unread)?;
        let mut file = tokio::fs::File::from_std(file);
        let mut into = self.begin(token).await?;
        loop {
            let mut piece = bytes::BytesMut::with_capacity(PIECE);
            if file.read_buf(&mut piece).await.map_err(unread)? == 0 {
                break;
            }
            into.push(piece.freeze()).await?;
        }
        let size = i64::try_from(into.size()).unwrap_or(i64::MAX);
        Ok((into.finish(extension).await?, size))
    }

    /// Begins a file that comes piece by piece, under a name that nobody knows until it is whole.
    ///
    /// # Errors
    /// What the store says.
    pub async fn begin(&self, token: &str) -> object_store::Result<Incoming> {
        let at = Path::from(format!("{INCOMING}/{token}"));
        let pieces = WriteMultipart::new(self.files.put_multipart(&at).await?);
        Ok(Incoming::new(self.files.clone(), at, pieces))
    }

    /// Removes what was begun so long ago and never got its name: its process died.
    ///
    /// # Errors
    /// What the file system says.
    pub async fn sweep(&self, older: Duration) -> std::io::Result<()> {
        let mut files = match tokio::fs::read_dir(self.folder.join(INCOMING)).await {
            Ok(files) => files,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
            Err(error) => return Err(error),
        };
        while let Some(file) = files.next_entry().await? {
            // Another process may have removed it meanwhile.
            let Ok(known) = file.metadata().await else {
                continue;
            };
            let is_old = known.modified()?.elapsed().is_ok_and(|age| age >= older);
            if known.is_file() && is_old {
                match tokio::fs::remove_file(file.path()).await {
                    Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                        return Err(error);
                    }
                    _ => {}
                }
            }
        }
        Ok(())
    }

    /// The names of our files that were written so long ago.
    ///
    /// # Errors
    /// What the file system says.
    pub async fn older(&self, age: Duration) -> std::io::Result<Vec<String>> {
        let (mut files, mut names) = (tokio::fs::read_dir(&self.folder).await?, Vec::new());
        while let Some(file) = files.next_entry().await? {
            let known = file.metadata().await?;
            let is_old = known.modified()?.elapsed().is_ok_and(|old| old >= age);
            if known.is_file() && is_old {
                let name = file.file_name().into_string().ok();
                names.extend(name.filter(|name| is_ours(name)));
            }
        }
        Ok(names)
    }

    /// How many bytes a file has; nothing when there is none.
    ///
    /// # Errors
    /// What the store says.
    pub async fn size(&self, name: &str) -> object_store::Result<Option<u64>> {
        match self.files.head(&Path::from(name)).await {
            Ok(found) => Ok(Some(found.size)),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// A part of a file, piece by piece; nothing when there is no such file.
    ///
    /// # Errors
    /// What the store says.
    pub async fn part(
        &self,
        name: &str,
        range: Range<u64>,
    ) -> object_store::Result<Option<BoxStream<'static, object_store::Result<Bytes>>>> {
        let options = GetOptions {
            range: Some(GetRange::Bounded(range)),
            ..GetOptions::default()
        };
        match self.files.get_opts(&Path::from(name), options).await {
            Ok(found) => Ok(Some(found.into_stream())),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// A file opened for reading; nothing when there is none. What is not on this machine is copied here first.
    ///
    /// # Errors
    /// What the store or the file system says.
    pub async fn open_file(&self, name: &str) -> object_store::Result<Option<std::fs::File>> {
        let found = match self.files.get(&Path::from(name)).await {
            Ok(found) => found,
            Err(object_store::Error::NotFound { .. }) => return Ok(None),
            Err(error) => return Err(error),
        };
        match found.payload {
            GetResultPayload::File(file, _) => Ok(Some(file)),
            GetResultPayload::Stream(mut pieces) => {
                let kept = |error: std::io::Error| object_store::Error::Generic {
                    store: "scratch",
                    source: error.into(),
                };
                let mut file = jobs::media::unnamed().map_err(kept)?;
                while let Some(piece) = pieces.try_next().await? {
                    file.write_all(&piece).map_err(kept)?;
                }
                file.rewind().map_err(kept)?;
                Ok(Some(file))
            }
        }
    }

    /// The bytes under a name; nothing when there are none.
    ///
    /// # Errors
    /// What the store says.
    pub async fn get(&self, name: &str) -> object_store::Result<Option<bytes::Bytes>> {
        match self.files.get(&Path::from(name)).await {
            Ok(found) => Ok(Some(found.bytes().await?)),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Removes a file; gone already is well.
    ///
    /// # Errors
    /// What the store says.
    pub async fn remove(&self, name: &str) -> object_store::Result<()> {
        match self.files.delete(&Path::from(name)).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(error),
        }
    }
}
