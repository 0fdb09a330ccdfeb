//! Entries in, bytes out. Prepared once per change, served from memory.

use crate::app::App;
use crate::db;
use crate::model::clock::{end_of_day, first_open_day, timestamp};
use bytes::Bytes;
use flate2::Compression;
use flate2::write::GzEncoder;
use jiff::Timestamp;
use jobs::text::hex;
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::io::Write;
use std::sync::{Arc, PoisonError, RwLock};

mod artwork;
mod element;
mod item;
mod media;
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

/// Which of the two feeds: the same entries, under the same guids.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Profile {
    /// Every kind of entry, for readers.
    Showcase,
    /// What podcast clients can play and directories may list (PSP-1).
    Podcast,
}

impl Profile {
    /// Its name in the table of feeds.
    pub fn name(self) -> &'static str {
        match self {
            Profile::Showcase => "showcase",
            Profile::Podcast => "podcast",
        }
    }

    /// Its address here.
    pub fn path(self) -> &'static str {
        match self {
            Profile::Showcase => "/showcase.xml",
            Profile::Podcast => "/podcast.xml",
        }
    }

    /// What Podcasting 2.0 calls its medium.
    fn medium(self) -> &'static str {
        match self {
            Profile::Showcase => "mixed",
            Profile::Podcast => "podcast",
        }
    }
}

/// The feeds as they were last prepared.
#[derive(Debug, Default)]
pub struct Held(RwLock<HashMap<Profile, Arc<Prepared>>>);

impl Held {
    fn get(&self, profile: Profile) -> Option<Arc<Prepared>> {
        let held = self.0.read().unwrap_or_else(PoisonError::into_inner);
        held.get(&profile).cloned()
    }

    fn set(&self, profile: Profile, prepared: Arc<Prepared>) {
        let mut held = self.0.write().unwrap_or_else(PoisonError::into_inner);
        held.insert(profile, prepared);
    }
}

/// A feed, prepared once for each change of the public face.
///
/// # Errors
/// What the database says.
pub async fn prepared(app: &App, profile: Profile) -> db::Result<Arc<Prepared>> {
    let (number, changed_at) = db::entry::publication(&app.db).await?;
    let now = app.now();
    let held = app.feeds.get(profile);
    if let Some(held) = held.filter(|held| held.number == number && now < held.until) {
        return Ok(held);
    }
    // What was coming is no longer once its day is over: the feed changes with it.
    let today = first_open_day(timestamp(now)).to_string();
    let (turned, turns) = db::entry::turns(&app.db, &today).await?;
    let ends = |day: Option<String>| Some(end_of_day(&day?)?.as_millisecond());
    let changed_at = changed_at.max(ends(turned).unwrap_or(changed_at));
    let plain = rss::document(app, profile, timestamp(changed_at)).await?;
    let prepared = Arc::new(Prepared {
        etag: format!("\"{}\"", etag(plain.as_bytes())),
        last_modified: timestamp(changed_at),
        gzip: gzip(plain.as_bytes()),
        plain: plain.into(),
        number,
        // A provider's picture leaves the feed on the day it expires.
        until: db::picture::next_expiry(&app.db, now)
            .await?
            .into_iter()
            .chain(ends(turns))
            .min()
            .unwrap_or(i64::MAX),
    });
    app.feeds.set(profile, prepared.clone());
    Ok(prepared)
}

fn etag(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes)[..12])
}

fn gzip(bytes: &[u8]) -> Bytes {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    // Writing into memory does not fail; if it did, an empty body would be no gzip at all and clients would say so.
    let written = encoder.write_all(bytes).and_then(|()| encoder.finish());
    written.unwrap_or_default().into()
}
