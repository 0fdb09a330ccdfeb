//! Each feed's `podcast:guid`: the one given when the feed was first made, for ever.

use super::channel::{PUBLISHER_PATH, path};
use super::element::podcast_guid;
use crate::app::App;
use crate::db;
use crate::model::GroupId;
use crate::model::feed::{Document, Feed, Format, Scope};
use std::collections::HashMap;
use std::sync::{PoisonError, RwLock};
use tokio::sync::Mutex;

/// The publisher feed's name in the database.
const PUBLISHER: &str = "publisher";

/// The guids that are known; they never change.
#[derive(Default)]
pub struct Guids {
    known: RwLock<HashMap<String, String>>,
    asking: Mutex<()>,
}

/// A feed's guid. One that never held anything has none of its own yet: it is told which it would get.
///
/// # Errors
/// What the database says.
pub async fn guid(app: &App, feed: &Feed, slug: &str, is_kept: bool) -> db::Result<String> {
    let name = feed.name();
    let minted = minted(app, feed, slug);
    match is_kept {
        true => app.feeds.guids.of(app, &name, minted).await,
        false => Ok(minted),
    }
}

/// Guid and address of the feed that lists all others of ours.
///
/// # Errors
/// What the database says.
pub async fn publisher(app: &App) -> db::Result<(String, String)> {
    let address = format!("{}{PUBLISHER_PATH}", app.url);
    let minted = podcast_guid(&address);
    let guid = app.feeds.guids.of(app, PUBLISHER, minted).await?;
    Ok((guid, address))
}

fn minted(app: &App, feed: &Feed, slug: &str) -> String {
    let rss = Document {
        feed: feed.clone(),
        format: Format::Rss,
        archive: None,
    };
    podcast_guid(&format!("{}{}", app.url, path(&rss, slug)))
}

impl Guids {
    async fn of(&self, app: &App, name: &str, minted: String) -> db::Result<String> {
        if let Some(guid) = self.known(name) {
            return Ok(guid);
        }
        let _asking = self.asking.lock().await;
        if let Some(guid) = self.known(name) {
            return Ok(guid);
        }
        // All that have none yet at once: a first build asks for each of them.
        let mut wanted = all(app).await?;
        wanted.push((name.to_owned(), minted.clone()));
        let found = db::entry::feed_guids(&app.db, &wanted).await?;
        let guid = found.get(name).cloned();
        let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
        *known = found;
        Ok(guid.unwrap_or(minted))
    }

    fn known(&self, name: &str) -> Option<String> {
        let known = self.known.read().unwrap_or_else(PoisonError::into_inner);
        known.get(name).cloned()
    }
}

/// Every feed that holds or held something, and the guid that it would get.
async fn all(app: &App) -> db::Result<Vec<(String, String)>> {
    let groups = db::group::names(&app.db).await?.into_iter();
    let slugs: HashMap<GroupId, String> = groups.map(|(id, slug, _)| (id, slug)).collect();
    let editions = db::listing::editions(&app.db).await?.into_iter();
    let feeds = editions.filter_map(|edition| {
        let feed = Feed::from_name(&edition.feed)?;
        let slug = match &feed.scope {
            Scope::Group(id) => slugs.get(id)?,
            _ => "",
        };
        let minted = minted(app, &feed, slug);
        Some((edition.feed, minted))
    });
    Ok(feeds.collect())
}
