//! The publisher feed: it names each podcast of ours, and each of them names it.

use super::channel::path;
use super::guid::{guid, publisher as identity};
use super::packed::{Packed, pack};
use super::rss;
use crate::app::App;
use crate::db;
use crate::model::GroupId;
use crate::model::feed::{Document, Feed, Format, Profile, Scope};
use std::collections::HashMap;

/// The document at [`super::channel::PUBLISHER_PATH`].
///
/// # Errors
/// What the database says.
pub async fn publisher(app: &App) -> db::Result<Packed> {
    let (own, address) = identity(app).await?;
    let editions = db::listing::editions(&app.db).await?;
    let groups = db::group::names(&app.db).await?.into_iter();
    let slugs: HashMap<GroupId, String> = groups.map(|(id, slug, _)| (id, slug)).collect();
    let (mut listed, mut modified) = (Vec::new(), 0);
    for edition in editions {
        let feed = Feed::from_name(&edition.feed).filter(|feed| feed.profile == Profile::Podcast);
        let Some(feed) = feed else {
            continue;
        };
        let slug = match &feed.scope {
            Scope::Group(id) => slugs.get(id).map_or("", String::as_str),
            _ => "",
        };
        let guid = guid(app, &feed, slug, true).await?;
        let document = Document {
            feed,
            format: Format::Rss,
            archive: None,
        };
        listed.push((guid, format!("{}{}", app.url, path(&document, slug))));
        modified = modified.max(edition.changed_at);
    }
    let text = rss::publisher(app, &own, &address, &listed, modified);
    Ok(pack(text, modified).await)
}
