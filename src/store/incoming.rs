//! A file that comes over one connection.

use super::named;
use bytes::Bytes;
use object_store::path::Path;
use object_store::{ObjectStore, ObjectStoreExt, WriteMultipart};
use sha2::{Digest, Sha256};
use std::sync::Arc;

/// A file that comes piece by piece. Dropped before its end, nothing of it stays.
pub struct Incoming {
    store: Arc<dyn ObjectStore>,
    at: Path,
    pieces: WriteMultipart,
    hash: Sha256,
    size: u64,
}

/// Pieces on their way to the store at once.
const AT_ONCE: usize = 4;

impl Incoming {
    pub(super) fn new(store: Arc<dyn ObjectStore>, at: Path, pieces: WriteMultipart) -> Self {
        Self {
            store,
            at,
            pieces,
            hash: Sha256::new(),
            size: 0,
        }
    }

    /// Bytes so far.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Takes the next piece.
    ///
    /// # Errors
    /// What the store says.
    pub async fn push(&mut self, piece: Bytes) -> object_store::Result<()> {
        self.pieces.wait_for_capacity(AT_ONCE).await?;
        self.hash.update(&piece);
        self.size += piece.len() as u64;
        self.pieces.put(piece);
        Ok(())
    }

    /// Drops what came.
    pub async fn stop(self) {
        if let Err(error) = self.pieces.abort().await {
            tracing::warn!(%error, "a file that was not taken could not be removed");
        }
    }

    /// It is whole: it gets its name, the hash of its bytes.
    ///
    /// # Errors
    /// What the store says.
    pub async fn finish(self, extension: &str) -> object_store::Result<String> {
        self.pieces.finish().await?;
        let name = named(&self.hash.finalize(), extension);
        self.store
            .rename(&self.at, &Path::from(name.as_str()))
            .await?;
        Ok(name)
    }
}
