//! Pictures and sound under the hash of their bytes, in a folder (an S3 store later).

use object_store::local::LocalFileSystem;
use object_store::path::Path;
use object_store::{ObjectStore, ObjectStoreExt, PutMode, PutOptions};
use sha2::{Digest, Sha256};
use std::sync::Arc;

/// Where files are held. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Store(Arc<dyn ObjectStore>);

impl Store {
    /// A store in this folder, made if it is not there.
    ///
    /// # Errors
    /// What the file system says.
    pub fn open(folder: &std::path::Path) -> Result<Store, String> {
        std::fs::create_dir_all(folder).map_err(|error| error.to_string())?;
        let local = LocalFileSystem::new_with_prefix(folder).map_err(|error| error.to_string())?;
        Ok(Store(Arc::new(local)))
    }

    /// Stores bytes under their hash and says the name. Storing the same again changes nothing.
    ///
    /// # Errors
    /// What the store says: no space, no leave.
    pub async fn put(&self, bytes: Vec<u8>, extension: &str) -> object_store::Result<String> {
        let name = format!("{}.{extension}", hex(&Sha256::digest(&bytes)[..16]));
        let options = PutOptions {
            mode: PutMode::Create,
            ..PutOptions::default()
        };
        match self
            .0
            .put_opts(&Path::from(name.as_str()), bytes.into(), options)
            .await
        {
            Ok(_) | Err(object_store::Error::AlreadyExists { .. }) => Ok(name),
            Err(error) => Err(error),
        }
    }

    /// The bytes under a name; nothing when there are none.
    ///
    /// # Errors
    /// What the store says.
    pub async fn get(&self, name: &str) -> object_store::Result<Option<bytes::Bytes>> {
        match self.0.get(&Path::from(name)).await {
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
        match self.0.delete(&Path::from(name)).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(error),
        }
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
