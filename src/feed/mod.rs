//! Entries in, bytes out.
//!
//! A [document](crate::model::feed::Document) is planned (which entries, which archive is next), put together from
//! fragments (an entry as an item, kept while the entry stays as it is), packed for every encoding, and served from
//! memory until its feed changes. One change thus costs the documents that hold it, and of those the one fragment.

use crate::app::App;
use crate::db;
use crate::model::feed::{Document, Format};
use jobs::conformance::Fault;
use std::sync::Arc;

mod artwork;
mod atom;
mod channel;
mod element;
mod fragment;
mod guid;
mod held;
mod item;
mod json;
mod known;
mod media;
pub mod opml;
mod packed;
mod piece;
mod plan;
mod proof;
mod publisher;
mod rss;

use fragment::Fragment;
use plan::Plan;

pub use artwork::Artwork;
pub use channel::{home_path, path};
pub use held::Held;
pub use known::{ahead, look, watch};
pub use packed::{Encoding, Packed, http_date, pack};
pub use publisher::publisher;

/// Entries in a feed's head document, and in an archive.
pub const NEWEST: i64 = 100;

/// Why a document cannot be served.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The database.
    #[error(transparent)]
    Db(#[from] db::Error),
    /// It breaks its standards, and nothing good can be put in its place.
    #[error("the document breaks its standards; editors see why on the desk")]
    Misprinted,
}

/// A document as it is now; nothing where there is no such archive or group. One that breaks its standards is never
/// served: the last good one stays, or what of it breaks none.
///
/// # Errors
/// What the database says; `Misprinted` where nothing of it is good.
pub async fn document(app: &App, document: &Document) -> Result<Option<Arc<Packed>>, Error> {
    let app = &app.for_everybody();
    if app.lasts() {
        return lasting(app, document).await;
    }
    let number = app.feeds.known.number_of(app, &document.feed).await?;
    if let Some(held) = app.feeds.current(document, number, app.now()) {
        return Ok(Some(held));
    }
    // One reader makes it, the others wait for that.
    let _making = app.feeds.making(document).await;
    let number = app.feeds.known.number_of(app, &document.feed).await?;
    if let Some(held) = app.feeds.current(document, number, app.now()) {
        return Ok(Some(held));
    }
    // Its other formats hold the same: one of them reads it.
    let reading = app.feeds.reading(document).await;
    let Some(plan) = plan::plan(app, document).await? else {
        return Ok(None);
    };
    let key = plan.key();
    if let Some(held) = app.feeds.same(document, &key, plan.number, app.now()) {
        return Ok(Some(held));
    }
    let fragments = fragment::of(app, &plan).await?;
    drop(reading);
    let (text, faults) = write(app, &plan, &fragments).await?;
    app.feeds.misprints.note(app, document, &faults).await?;
    if !faults.is_empty() {
        let instead = instead(app, &plan, &fragments).await?;
        app.feeds.keep_old(document, plan.number, instead.clone());
        return Ok(Some(instead));
    }
    let packed = packed::pack(text.text, text.modified).await;
    let packed = app
        .feeds
        .keep(document, key, plan.number, text.until, packed);
    packed::improve(app.clone(), document.clone(), packed.clone());
    Ok(Some(packed))
}

/// A document for a file that stays: what is kept for readers, and what editors are told of it, are left alone.
async fn lasting(app: &App, document: &Document) -> Result<Option<Arc<Packed>>, Error> {
    let Some(plan) = plan::plan(app, document).await? else {
        return Ok(None);
    };
    let fragments = fragment::of(app, &plan).await?;
    let (text, faults) = write(app, &plan, &fragments).await?;
    match faults.is_empty() {
        true => Ok(Some(Arc::new(pack(text.text, text.modified).await))),
        false => Err(Error::Misprinted),
    }
}

/// A document's text, when it last changed and until when it stays so, in milliseconds since 1970.
struct Text {
    text: String,
    modified: i64,
    until: i64,
}

/// What stands in for a document that breaks its standards: the last good one, else what of it breaks none.
async fn instead(
    app: &App,
    plan: &Plan,
    fragments: &[Arc<Fragment>],
) -> Result<Arc<Packed>, Error> {
    let document = &plan.document;
    if let Some(held) = app.feeds.any(document) {
        return Ok(held);
    }
    if let Some(kept) = proof::last_good(app, document).await {
        return Ok(kept);
    }
    let mut fit = Vec::new();
    for fragment in fragments {
        let (_, faults) = write(app, plan, std::slice::from_ref(fragment)).await?;
        if faults.is_empty() {
            fit.push(fragment.clone());
        }
    }
    let (text, faults) = write(app, plan, &fit).await?;
    if !faults.is_empty() {
        return Err(Error::Misprinted);
    }
    Ok(Arc::new(packed::pack(text.text, text.modified).await))
}

/// Writes a document and says what of its standards it breaks.
async fn write(
    app: &App,
    plan: &Plan,
    fragments: &[Arc<Fragment>],
) -> db::Result<(Text, Vec<Fault>)> {
    let facts = channel::facts(app, plan, fragments).await?;
    let with = |fragments: &[Arc<Fragment>]| match plan.document.format {
        Format::Rss => rss::text(app, &facts, fragments),
        Format::Atom => atom::text(app, &facts, fragments),
        Format::Json => json::text(app, &facts, fragments),
    };
    let text = with(fragments);
    let faults = proof::faults(&plan.document, &text, fragments, with);
    // What went changed it too, and left no date in it.
    let modified = match plan.has_gaps {
        true => facts.modified.max(plan.changed_at),
        false => facts.modified,
    };
    let until = fragments.iter().map(|one| one.until).min();
    let text = Text {
        text,
        modified,
        until: until.unwrap_or(i64::MAX),
    };
    Ok((text, faults))
}
