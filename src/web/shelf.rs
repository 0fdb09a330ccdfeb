//! Entries as cards, a page at a time: those of a feed, the newest first.

use super::error::Error;
use super::show::Card;
use crate::app::App;
use crate::db;
use crate::db::card::Card as Drawn;
use crate::db::picture::Picture;
use serde::Deserialize;

/// Cards of a page.
pub const CARDS: i64 = 24;

/// Where a page of cards begins: `?before=250`.
#[derive(Debug, Default, Deserialize)]
pub struct Place {
    before: Option<i64>,
}

/// Some cards of a feed.
#[derive(Default)]
pub struct Shelf {
    pub cards: Vec<Card>,
    /// The query of the page with older ones.
    pub older: Option<String>,
    pub pictures: Vec<Picture>,
    pub drawn: Vec<Drawn>,
}

/// The newest entries of a feed, or older ones.
pub async fn shelf(app: &App, feed: &str, place: &Place, most: i64) -> Result<Shelf, Error> {
    let before = place.before.unwrap_or(i64::MAX);
    let listed = db::listing::older(&app.db, feed, before, most).await?;
    let (Some(newest), Some(oldest)) = (listed.first(), listed.last()) else {
        return Ok(Shelf::default());
    };
    let (from, to) = (oldest.position, newest.position);
    let entries = db::entry::listed(&app.db, feed, from, to).await?;
    let media = db::medium::listed(&app.db, feed, from, to).await?;
    let pictures = db::picture::listed(&app.db, feed, from, to, app.shown_at()).await?;
    let drawn = db::card::listed(&app.db, feed, from, to).await?;
    let older = db::listing::before(&app.db, feed, from).await?;
    Ok(Shelf {
        cards: entries
            .iter()
            .map(|entry| Card::new(app.text, entry, &media, &pictures, &drawn))
            .collect(),
        older: older.map(|_| format!("?before={from}")),
        pictures,
        drawn,
    })
}
