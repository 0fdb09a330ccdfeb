//! Entries in, bytes out. Prepared once per change, served from memory.

use crate::app::App;
use crate::db;
use crate::model::clock::timestamp;
use bytes::Bytes;
use flate2::Compression;
use flate2::write::GzEncoder;
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use std::io::Write;
use std::sync::{Arc, PoisonError};

mod artwork;
mod rss;

pub use artwork::artwork;

/// Entries in a feed's head document.
pub const NEWEST: i64 = 100;

/// A document as it is served.
#[derive(Debug)]
pub struct Prepared {
    /// Strong, quoted: the hash of the plain bytes.
    pub etag: String,
    /// When its entries last changed.
    pub last_modified: Timestamp,
    /// As it is.
    pub plain: Bytes,
    /// Compressed with gzip.
    pub gzip: Bytes,
    number: i64,
    until: i64,
}

/// The showcase: every kind of entry, RSS 2.0 with Media RSS.
///
/// # Errors
/// What the database says.
pub async fn showcase(app: &App) -> db::Result<Arc<Prepared>> {
    let (number, changed_at) = db::entry::publication(&app.db).await?;
    let now = app.now();
    let held = app
        .showcase
        .read()
        .unwrap_or_else(PoisonError::into_inner)
        .clone();
    if let Some(held) = held.filter(|held| held.number == number && now < held.until) {
        return Ok(held);
    }
    let plain = rss::showcase(app, timestamp(changed_at)).await?;
    let prepared = Arc::new(Prepared {
        etag: format!("\"{}\"", etag(plain.as_bytes())),
        last_modified: timestamp(changed_at),
        gzip: gzip(plain.as_bytes()),
        plain: plain.into(),
        number,
        // A provider's picture leaves the feed on the day it expires.
        until: db::picture::next_expiry(&app.db, now)
            .await?
            .unwrap_or(i64::MAX),
    });
    *app.showcase.write().unwrap_or_else(PoisonError::into_inner) = Some(prepared.clone());
    Ok(prepared)
}

fn etag(bytes: &[u8]) -> String {
    Sha256::digest(bytes)[..12]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

fn gzip(bytes: &[u8]) -> Bytes {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    // Writing into memory does not fail; if it did, an empty body would be no gzip at all and clients would say so.
    let written = encoder.write_all(bytes).and_then(|()| encoder.finish());
    written.unwrap_or_default().into()
}
