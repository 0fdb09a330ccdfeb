//! An item: one of the many things that a source holds, until an editor takes it.

use super::{ItemId, SourceId, SubmissionId};
use jobs::provider::Found;
use jobs::text::hex;
use sha2::{Digest, Sha256};

/// One of the things that a source holds; once for ever by its guid.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Item {
    /// Its id.
    pub id: ItemId,
    /// Its source.
    pub source_id: SourceId,
    /// What its source calls it.
    pub guid: String,
    /// The day on which its source published it, ISO 8601.
    pub published_on: Option<String>,
    /// 1 for those shown first: the newest that speak of groups.
    pub suggested: i64,
    /// 1 where a subscription lays it before the editors.
    pub wanted: i64,
    /// What its source says of it: [`Found`] as JSON.
    pub found: String,
    /// Until when we may keep that, in milliseconds since 1970.
    pub keep_until: Option<i64>,
    /// SHA-256 of what an entry would take over of it; empty where it was not noted yet.
    pub digest: String,
    /// Since when its source says something else than what was taken.
    pub changed_at: Option<i64>,
    /// Since when its source calls it deleted.
    pub gone_at: Option<i64>,
    /// The submission it was taken as.
    pub taken_as: Option<SubmissionId>,
    /// The editor who took it.
    pub taken_by: Option<String>,
}

impl Item {
    /// What its source says of it.
    pub fn found(&self) -> Option<Found> {
        serde_json::from_str(&self.found).ok()
    }
}

/// SHA-256, in hex, of what an entry would take over: an edit of anything else is none.
pub fn digest(found: &Found) -> String {
    let told = serde_json::json!([
        found.title,
        found.description,
        found.people,
        found.language,
        found.licence,
        found.document,
        found.citation,
        found.enclosure.as_ref().map(|file| &file.url),
    ]);
    hex(&Sha256::digest(told.to_string().as_bytes()))
}

/// What may be kept of a thing once its provider's words have expired.
pub fn bare(found: &Found) -> Found {
    Found {
        canonical: found.canonical.clone(),
        origin: found.origin.clone(),
        kind: found.kind.clone(),
        guid: found.guid.clone(),
        ..Found::default()
    }
}
