//! Our own documents are held to the standards before anybody reads them: what breaks one is never swapped in.
//!
//! The last good document stays, from memory or from the store, and editors see why.

use super::fragment::Fragment;
use super::packed::{Packed, pack, unpacked};
use crate::app::App;
use crate::db;
use crate::model::feed::{Document, Format, Profile};
use jobs::conformance::{self, Fault, Severity, check};
use std::collections::HashSet;
use std::sync::Arc;
use tokio::sync::Mutex;

/// Faults of one document that editors are told of.
const MOST_TOLD: usize = 20;

/// The documents that could not be made well, as the database has them; read once.
#[derive(Default)]
pub struct Misprints(Mutex<Option<HashSet<String>>>);

/// What of a document breaks a “must” of its standards. `write` writes the same document with some of its items.
///
/// An item of the showcase that broke nothing in one document breaks nothing in another: across items its standards
/// compare ids alone, and no entry is listed twice. What is read is thus the frame with its newest item and those that
/// were never read. Of the podcast, where Apple compares enclosures, everything is.
pub fn faults(
    document: &Document,
    text: &str,
    fragments: &[Arc<Fragment>],
    write: impl Fn(&[Arc<Fragment>]) -> String,
) -> Vec<Fault> {
    let profile = profile(document);
    let (first, rest) = fragments.split_at(fragments.len().min(1));
    let unread = rest.iter().filter(|one| !one.is_proven());
    let some: Vec<_> = first.iter().chain(unread).cloned().collect();
    let is_enough = document.feed.profile == Profile::Showcase && text.len() <= profile.most_bytes;
    if is_enough && some.len() < fragments.len() && broken(&write(&some), &profile).is_empty() {
        some.iter().for_each(|one| one.prove());
        return Vec::new();
    }
    let faults = broken(text, &profile);
    if faults.is_empty() {
        fragments.iter().for_each(|one| one.prove());
    }
    faults
}

fn broken(text: &str, profile: &conformance::Profile) -> Vec<Fault> {
    let mut faults = check(text.as_bytes(), profile).faults;
    faults.retain(|fault| fault.severity == Severity::Must);
    faults
}

fn profile(document: &Document) -> conformance::Profile {
    match (document.feed.profile, document.format) {
        (Profile::Podcast, _) => conformance::Profile::PODCAST,
        (_, Format::Rss) => conformance::Profile::SHOWCASE,
        (_, Format::Atom) => conformance::Profile::ATOM,
        (_, Format::Json) => conformance::Profile::JSON,
    }
}

impl Misprints {
    /// Notes what is wrong with a document, or that nothing is any more.
    pub async fn note(&self, app: &App, document: &Document, faults: &[Fault]) -> db::Result<()> {
        let mut known = self.0.lock().await;
        let known = match &mut *known {
            Some(known) => known,
            unread => {
                let noted = db::listing::misprints(&app.db).await?;
                unread.insert(noted.into_iter().map(|one| one.document).collect())
            }
        };
        let name = document.to_string();
        if faults.is_empty() {
            if known.contains(&name) {
                db::listing::clear_misprint(&app.db, &name).await?;
                known.remove(&name);
            }
            return Ok(());
        }
        let line = |fault: &Fault| {
            let about = fault.about.replace(['\n', '\t'], " ");
            format!("{}\t{}\t{about}", fault.code, fault.path)
        };
        let told: Vec<String> = faults.iter().take(MOST_TOLD).map(line).collect();
        tracing::error!(
            document = name,
            faults = faults.len(),
            first = told.first(),
            "a document breaks its standards and is not served; the last good one stays"
        );
        db::listing::set_misprint(&app.db, &name, &told.join("\n"), app.now()).await?;
        known.insert(name);
        Ok(())
    }
}

/// Keeps a good document for worse times.
pub async fn keep(app: &App, document: &Document, packed: &Packed) {
    let kept = format!("{}\n", packed.modified).into_bytes();
    let kept = [&kept, &packed.bytes(super::Encoding::Zstd)[..]].concat();
    if let Err(error) = app.store.put_named(&place(document), kept).await {
        tracing::warn!(%document, %error, "cannot keep a good document for worse times");
    }
}

/// The last good one that was kept; nothing where there was none.
pub async fn last_good(app: &App, document: &Document) -> Option<Arc<Packed>> {
    let kept = app.store.get(&place(document)).await.ok()??;
    let at = kept.iter().position(|byte| *byte == b'\n')?;
    let modified = std::str::from_utf8(&kept[..at]).ok()?.parse().ok()?;
    let text = unpacked(&kept[at + 1..])?;
    Some(Arc::new(pack(text, modified).await))
}

fn place(document: &Document) -> String {
    format!("documents/{document}")
}
