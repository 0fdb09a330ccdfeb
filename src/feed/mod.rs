//! Entries in, bytes out.
//!
//! A [document](crate::model::feed::Document) is planned (which entries, which archive is next), put together from
//! fragments (an entry as an item, kept while the entry stays as it is), packed for every encoding, and served from
//! memory until its feed changes. One change thus costs the documents that hold it, and of those the one fragment.

use crate::app::App;
use crate::db;
use crate::model::feed::Document;
use std::sync::Arc;

mod artwork;
mod atom;
mod channel;
mod element;
mod fragment;
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

pub use artwork::artwork;
pub use channel::{home_path, path};
pub use held::Held;
pub use known::{look, watch};
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
    /// It breaks its standards, and there was never a good one.
    #[error("the document breaks its standards; editors see why on the desk")]
    Misprinted,
}

/// A document as it is now; nothing where there is no such archive or group. One that breaks its standards is never
/// served: the last good one stays.
///
/// # Errors
/// What the database says; `Misprinted` where there was never a good one.
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
    let _turn = app.feeds.turn_of(document).await;
    let number = app.feeds.known.number_of(app, &document.feed).await?;
    if let Some(held) = app.feeds.current(document, number, app.now()) {
        return Ok(Some(held));
    }
    let Some(plan) = plan::plan(app, document).await? else {
        return Ok(None);
    };
    let key = plan.key();
    if let Some(held) = app.feeds.same(document, &key, plan.number, app.now()) {
        return Ok(Some(held));
    }
    let text = write(app, &plan).await?;
    let faults = proof::faults(document, &text.text);
    app.feeds.misprints.note(app, document, &faults).await?;
    if !faults.is_empty() {
        let old = match app.feeds.any(document) {
            Some(held) => Some(held),
            None => proof::last_good(app, document).await,
        };
        let old = old.ok_or(Error::Misprinted)?;
        app.feeds.keep_old(document, plan.number, old.clone());
        return Ok(Some(old));
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
    let text = write(app, &plan).await?;
    match proof::faults(document, &text.text).is_empty() {
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

async fn write(app: &App, plan: &plan::Plan) -> db::Result<Text> {
    use crate::model::feed::Format;
    let fragments = fragment::of(app, plan).await?;
    let facts = channel::facts(app, plan, &fragments).await?;
    let text = match plan.document.format {
        Format::Rss => rss::text(app, &facts, &fragments),
        Format::Atom => atom::text(app, &facts, &fragments),
        Format::Json => json::text(app, &facts, &fragments),
    };
    Ok(Text {
        text,
        modified: facts.modified,
        until: fragments
            .iter()
            .map(|one| one.until)
            .min()
            .unwrap_or(i64::MAX),
    })
}
