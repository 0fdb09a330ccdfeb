//! A file that comes over several connections.

use super::{Store, named};
use sha2::{Digest, Sha256};
use tokio::io::{AsyncReadExt, AsyncSeekExt, AsyncWriteExt};

/// A file under a name that nobody knows until it is whole. Who has it open has
/// it alone.
#[derive(Debug)]
pub struct Piecemeal {
    folder: std::path::PathBuf,
    path: std::path::PathBuf,
    file: tokio::fs::File,
    at: u64,
}

impl Piecemeal {
    fn path(store: &Store, token: &str) -> std::io::Result<std::path::PathBuf> {
        let is_token = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
        match !token.is_empty() && token.bytes().all(is_token) {
            true => Ok(store.scratch()?.join(format!("{token}.part"))),
            false => Err(std::io::ErrorKind::NotFound.into()),
        }
    }

    /// Makes an empty one.
    ///
    /// # Errors
    /// What the file system says.
    pub async fn create(store: &Store, token: &str) -> std::io::Result<()> {
        let file = tokio::fs::File::create_new(Self::path(store, token)?).await?;
        file.sync_all().await
    }

    /// How much of it is here.
    ///
    /// # Errors
    /// `NotFound`, what the file system says.
    pub async fn length(store: &Store, token: &str) -> std::io::Result<u64> {
        Ok(tokio::fs::metadata(Self::path(store, token)?).await?.len())
    }

    /// The bytes of all that are here.
    ///
    /// # Errors
    /// What the file system says.
    pub async fn all(store: &Store) -> std::io::Result<u64> {
        let (mut files, mut bytes) = (tokio::fs::read_dir(store.scratch()?).await?, 0);
        while let Some(file) = files.next_entry().await? {
            // One that ends meanwhile takes no room here any more.
            bytes += file.metadata().await.map_or(0, |file| file.len());
        }
        Ok(bytes)
    }

    /// Opens one to go on at its end.
    ///
    /// # Errors
    /// `NotFound`, `WouldBlock` where another has it open, what the file system says.
    pub async fn open(store: &Store, token: &str) -> std::io::Result<Piecemeal> {
        let path = Self::path(store, token)?;
        let file = std::fs::File::options()
            .read(true)
            .append(true)
            .open(&path)?;
        file.try_lock().map_err(|error| match error {
            std::fs::TryLockError::WouldBlock => std::io::ErrorKind::WouldBlock.into(),
            std::fs::TryLockError::Error(error) => error,
        })?;
        let at = file.metadata()?.len();
        Ok(Piecemeal {
            folder: store.folder.clone(),
            path,
            file: tokio::fs::File::from_std(file),
            at,
        })
    }

    /// Bytes that are here.
    pub fn at(&self) -> u64 {
        self.at
    }

    /// Takes the next piece.
    ///
    /// # Errors
    /// `StorageFull`, what the file system says.
    pub async fn push(&mut self, piece: &[u8]) -> std::io::Result<()> {
        let written = self.file.write_all(piece).await;
        let flushed = self.file.flush().await;
        self.at = self.file.metadata().await?.len();
        written.and(flushed)
    }

    /// What is here survives a power cut.
    ///
    /// # Errors
    /// What the file system says.
    pub async fn sync(&mut self) -> std::io::Result<()> {
        self.file.sync_all().await
    }

    /// Its first bytes, so many at most.
    ///
    /// # Errors
    /// What the file system says.
    pub async fn head(&mut self, most: usize) -> std::io::Result<Vec<u8>> {
        let mut head = Vec::new();
        self.file.rewind().await?;
        (&mut self.file)
            .take(most as u64)
            .read_to_end(&mut head)
            .await?;
        Ok(head)
    }

    /// The name that its bytes give it.
    ///
    /// # Errors
    /// What the file system says.
    pub async fn name(&mut self, extension: &str) -> std::io::Result<String> {
        self.file.rewind().await?;
        let mut file = self.file.try_clone().await?.into_std().await;
        let hashing = tokio::task::spawn_blocking(move || {
            let mut hash = Sha256::new();
            std::io::copy(&mut file, &mut hash).map(|_| hash.finalize())
        });
        let hash = hashing.await.map_err(std::io::Error::other)??;
        Ok(named(&hash, extension))
    }

    /// It is whole and gets its name, beside the one it came under until that is [removed](Self::remove).
    ///
    /// # Errors
    /// What the file system says.
    pub async fn finish(&self, name: &str) -> std::io::Result<()> {
        match tokio::fs::hard_link(&self.path, self.folder.join(name)).await {
            Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => Err(error),
            _ => tokio::fs::File::open(&self.folder).await?.sync_all().await,
        }
    }

    /// Drops one; gone already is well.
    ///
    /// # Errors
    /// What the file system says.
    pub async fn remove(store: &Store, token: &str) -> std::io::Result<()> {
        match tokio::fs::remove_file(Self::path(store, token)?).await {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }
}
