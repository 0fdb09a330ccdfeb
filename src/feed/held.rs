//! What is kept in memory: documents as they are served, and the fragments that they are made of.

use super::fragment::{Form, Fragment};
use super::guid::Guids;
use super::known::Known;
use super::packed::Packed;
use super::plan::Plan;
use super::proof::Misprints;
use crate::app::App;
use crate::db;
use crate::model::EntryId;
use crate::model::feed::{Document, Feed};
use quick_cache::Weighter;
use quick_cache::sync::Cache;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;
use tokio::sync::{Mutex, MutexGuard};

/// Bytes of documents kept at most.
const MOST_DOCUMENTS: u64 = 96 << 20;
/// Bytes of fragments kept at most.
const MOST_FRAGMENTS: u64 = 48 << 20;
/// Plans kept at most; each names a hundred entries.
const MOST_PLANS: usize = 500;
/// Documents that can be made at once, and feeds that can be read for them.
const TURNS: usize = 64;

/// Documents and fragments, the most asked for of them.
pub struct Held {
    documents: Cache<Document, Kept, Bytes>,
    plans: Cache<(Feed, Option<i64>), (i64, Arc<Plan>)>,
    pub(super) fragments: Cache<(EntryId, Form), Arc<Fragment>, Bytes>,
    pub(super) known: Known,
    pub(super) misprints: Misprints,
    pub(super) guids: Guids,
    making: Turns,
    reading: Turns,
}

/// One at a time for each thing.
struct Turns(Vec<Mutex<()>>);

/// A document and what it was made from.
#[derive(Clone)]
struct Kept {
    packed: Arc<Packed>,
    /// What it was planned from.
    key: String,
    /// Its feed's number then.
    number: i64,
    /// Until when nothing in it expires, in milliseconds since 1970.
    until: i64,
}

/// What one weighs in memory.
#[derive(Clone)]
pub(super) struct Bytes;

impl Weighter<Document, Kept> for Bytes {
    fn weight(&self, _: &Document, kept: &Kept) -> u64 {
        kept.packed.weight() + 1024
    }
}

impl Weighter<(EntryId, Form), Arc<Fragment>> for Bytes {
    fn weight(&self, _: &(EntryId, Form), fragment: &Arc<Fragment>) -> u64 {
        fragment.text.len() as u64 + 256
    }
}

impl Default for Held {
    fn default() -> Held {
        Held {
            documents: Cache::with_weighter(1000, MOST_DOCUMENTS, Bytes),
            plans: Cache::new(MOST_PLANS),
            fragments: Cache::with_weighter(20_000, MOST_FRAGMENTS, Bytes),
            known: Known::default(),
            misprints: Misprints::default(),
            guids: Guids::default(),
            making: Turns::default(),
            reading: Turns::default(),
        }
    }
}

impl Held {
    /// The number of the public face: it grows with each change.
    ///
    /// # Errors
    /// What the database says.
    pub async fn publication(&self, app: &App) -> db::Result<i64> {
        self.known.publication(app).await
    }

    /// The same, if it is known without asking the database.
    pub fn fresh_publication(&self, app: &App) -> Option<i64> {
        self.known.fresh(app)
    }

    /// What a document of this feed and archive was planned to hold at this number of the public face.
    pub(super) fn plan(&self, document: &Document, publication: i64) -> Option<Plan> {
        let key = (document.feed.clone(), document.archive);
        let (made_at, plan) = self.plans.get(&key)?;
        (made_at == publication).then(|| (*plan).clone())
    }

    pub(super) fn keep_plan(&self, plan: Plan, publication: i64) {
        let key = (plan.document.feed.clone(), plan.document.archive);
        self.plans.insert(key, (publication, Arc::new(plan)));
    }

    /// The documents that are kept.
    pub(super) fn documents(&self) -> Vec<Document> {
        self.documents
            .iter()
            .map(|(document, _)| document)
            .collect()
    }

    /// The document, if its feed still has this number and nothing in it has expired.
    pub(super) fn current(
        &self,
        document: &Document,
        number: Option<i64>,
        now: i64,
    ) -> Option<Arc<Packed>> {
        let kept = self.documents.get(document)?;
        let is_current = now < kept.until && number.is_none_or(|number| number == kept.number);
        is_current.then_some(kept.packed)
    }

    /// The document, if it was made from the same; it has this number now.
    pub(super) fn same(
        &self,
        document: &Document,
        key: &str,
        number: i64,
        now: i64,
    ) -> Option<Arc<Packed>> {
        let kept = self.documents.get(document)?;
        let is_same = now < kept.until && kept.key == key;
        is_same.then(|| {
            let packed = kept.packed.clone();
            self.documents
                .insert(document.clone(), Kept { number, ..kept });
            packed
        })
    }

    /// Keeps a document that was made.
    pub(super) fn keep(
        &self,
        document: &Document,
        key: String,
        number: i64,
        until: i64,
        packed: Packed,
    ) -> Arc<Packed> {
        let packed = Arc::new(packed);
        let kept = Kept {
            packed: packed.clone(),
            key,
            number,
            until,
        };
        self.documents.insert(document.clone(), kept);
        packed
    }

    /// The document as it was last made, however old.
    pub(super) fn any(&self, document: &Document) -> Option<Arc<Packed>> {
        Some(self.documents.get(document)?.packed)
    }

    /// Keeps an old document in the place of one that is not fit to be served, until its feed changes.
    pub(super) fn keep_old(&self, document: &Document, number: i64, packed: Arc<Packed>) {
        let kept = Kept {
            packed,
            key: String::new(),
            number,
            until: i64::MAX,
        };
        self.documents.insert(document.clone(), kept);
    }

    /// Puts the same document, packed smaller, in the place of one that still stands.
    pub(super) fn replace(&self, document: &Document, before: &Arc<Packed>, packed: Packed) {
        let Some(kept) = self.documents.get(document) else {
            return;
        };
        if Arc::ptr_eq(&kept.packed, before) {
            let packed = Arc::new(packed);
            self.documents
                .insert(document.clone(), Kept { packed, ..kept });
        }
    }

    /// Waits until nobody else makes this document.
    pub(super) async fn making(&self, document: &Document) -> MutexGuard<'_, ()> {
        self.making.of(document).await
    }

    /// Waits until nobody else reads what a document will hold, for whichever format. Whoever makes a document waits for
    /// this one, never the other way round.
    pub(super) async fn reading(&self, document: &Document) -> MutexGuard<'_, ()> {
        self.reading.of(&(&document.feed, document.archive)).await
    }
}

impl Default for Turns {
    fn default() -> Turns {
        Turns((0..TURNS).map(|_| Mutex::default()).collect())
    }
}

impl Turns {
    async fn of(&self, thing: &impl Hash) -> MutexGuard<'_, ()> {
        let mut hasher = DefaultHasher::new();
        thing.hash(&mut hasher);
        self.0[hasher.finish() as usize % TURNS].lock().await
    }
}
