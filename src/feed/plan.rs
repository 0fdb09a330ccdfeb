//! Which entries a document holds, and where the older ones are (RFC 5005, archived feeds).
//!
//! A feed's entries have positions, from 1, that stay theirs. The head document has the newest hundred. Archive *k* has
//! what of the positions 100(k − 1) + 1 to 100k is not in the head: each entry stands in exactly one document, full
//! archives stay as they are, and one change touches one of them.

use super::NEWEST;
use crate::app::App;
use crate::db;
use crate::db::listing::Listed;
use crate::model::feed::{Document, Scope};
use crate::model::group::{Details, Group};
use jobs::text::hex;
use sha2::{Digest, Sha256};

/// What a document will hold.
#[derive(Clone)]
pub struct Plan {
    pub document: Document,
    /// Newest first.
    pub listed: Vec<Listed>,
    /// The archive of what is older.
    pub older: Option<i64>,
    /// Its feed's number.
    pub number: i64,
    /// When its feed last changed, in milliseconds since 1970; 0 for one that never held anything.
    pub changed_at: i64,
    /// Whether entries that stood in it are gone.
    pub has_gaps: bool,
    /// Whose it is.
    pub group: Option<(Group, Details)>,
    /// Whether its group had another address before.
    pub has_moved: bool,
}

/// Plans a document; nothing where there is no such group or archive. The formats of a feed hold the same: its lists are
/// read once for all of them.
pub async fn plan(app: &App, document: &Document) -> db::Result<Option<Plan>> {
    // Read before the lists: what changes between the two makes the plan old, never the other way round.
    let publication = app.feeds.publication(app).await?;
    if let Some(plan) = app.feeds.plan(document, publication) {
        let document = document.clone();
        return Ok(Some(Plan { document, ..plan }));
    }
    let plan = read(app, document).await?;
    if let Some(plan) = &plan {
        app.feeds.keep_plan(plan.clone(), publication);
    }
    Ok(plan)
}

async fn read(app: &App, document: &Document) -> db::Result<Option<Plan>> {
    let feed = document.feed.name();
    let (group, has_moved) = match &document.feed.scope {
        Scope::Group(id) => {
            let (Some(group), Some(details)) = (
                db::group::by_id(&app.db, id).await?,
                db::group::details(&app.db, id).await?,
            ) else {
                return Ok(None);
            };
            let has_moved = db::group::slugs(&app.db, id).await? > 1;
            (Some((group, details)), has_moved)
        }
        _ => (None, false),
    };
    // The edition before its list: what changes between the two makes the document old, never the other way round.
    let edition = db::listing::edition(&app.db, &feed).await?;
    let (listed, from, most) = match document.archive {
        None => {
            let head = db::listing::newest(&app.db, &feed, NEWEST).await?;
            let from = head.last().map_or(1, |oldest| oldest.position);
            (head, from, 0)
        }
        Some(archive) => {
            let head_from = db::listing::head_from(&app.db, &feed, NEWEST).await?;
            let Some((from, to)) = span(archive, head_from) else {
                return Ok(None);
            };
            let listed = db::listing::between(&app.db, &feed, from, to).await?;
            (listed, from, to - from + 1)
        }
    };
    if document.archive.is_some() && listed.is_empty() {
        return Ok(None);
    }
    let is_all = document.archive.is_none() && (listed.len() as i64) < NEWEST;
    let older = match is_all {
        true => None,
        false => db::listing::before(&app.db, &feed, from).await?,
    };
    Ok(Some(Plan {
        document: document.clone(),
        has_gaps: (listed.len() as i64) < most,
        listed,
        older: older.map(archive_of),
        number: edition.as_ref().map_or(0, |edition| edition.number),
        changed_at: edition.map_or(0, |edition| edition.changed_at),
        group,
        has_moved,
    }))
}

/// The archive that a position belongs to.
fn archive_of(position: i64) -> i64 {
    (position - 1) / NEWEST + 1
}

/// The positions of an archive, both included; nothing where the head has them all.
fn span(archive: i64, head_from: i64) -> Option<(i64, i64)> {
    let from = archive
        .checked_sub(1)?
        .checked_mul(NEWEST)?
        .checked_add(1)?;
    let to = (from + NEWEST - 1).min(head_from - 1);
    (archive > 0 && from <= to).then_some((from, to))
}

impl Plan {
    /// Equal for documents that hold the same.
    pub fn key(&self) -> String {
        let mut hash = Sha256::new();
        for one in &self.listed {
            hash.update(format!(
                "{} {} {}\n",
                one.position, one.entry_id, one.number
            ));
        }
        let about = (&self.older, &self.group, self.has_moved);
        hash.update(format!("{about:?}"));
        hex(&hash.finalize()[..16])
    }

    /// The oldest and the newest of its positions.
    pub fn ends(&self) -> (i64, i64) {
        let position = |one: Option<&Listed>| one.map_or(0, |one| one.position);
        (position(self.listed.last()), position(self.listed.first()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_position_has_one_document() {
        for newest in [0, 1, 99, 100, 101, 199, 200, 201, 250, 1000] {
            let head_from = (newest - NEWEST + 1).max(1);
            let mut seen: Vec<i64> = (head_from..=newest).collect();
            for archive in (1..=11).rev() {
                if let Some((from, to)) = span(archive, head_from) {
                    assert!((from..=to).all(|position| archive_of(position) == archive));
                    seen.extend(from..=to);
                }
            }
            seen.sort();
            assert_eq!(seen, (1..=newest).collect::<Vec<_>>());
        }
        for nonsense in [0, -1, i64::MIN, i64::MAX] {
            assert_eq!(span(nonsense, 1000), None);
        }
    }
}
