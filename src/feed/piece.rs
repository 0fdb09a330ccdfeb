//! An entry with all that feeds show of it.

use super::plan::Plan;
use crate::app::App;
use crate::db;
use crate::db::card::Card;
use crate::db::mastering::EpisodeFile;
use crate::db::picture::Picture;
use crate::model::clock::end_of_day;
use crate::model::entry::{About, Entry, Shown};
use crate::model::{EntryId, MediumId};
use std::collections::{HashMap, HashSet};
use std::hash::Hash;

/// An entry with all that its item shows.
pub struct Piece {
    pub entry: Entry,
    pub media: Vec<Shown>,
    pub pictures: Vec<Picture>,
    pub cards: Vec<Card>,
    pub files: Vec<EpisodeFile>,
}

/// Entries read one by one rather than with all of their document.
const MOST_SINGLE: usize = 8;

/// Those of a plan's entries that are wanted, in no order. One that went meanwhile is left out.
pub async fn load(app: &App, plan: &Plan, wanted: &[&EntryId]) -> db::Result<Vec<Piece>> {
    if wanted.len() > MOST_SINGLE {
        let wanted: HashSet<&EntryId> = wanted.iter().copied().collect();
        let mut pieces = listed(app, plan).await?;
        pieces.retain(|piece| wanted.contains(&piece.entry.id));
        return Ok(pieces);
    }
    let mut pieces = Vec::new();
    for id in wanted {
        pieces.extend(one(app, id).await?);
    }
    Ok(pieces)
}

/// One entry.
async fn one(app: &App, id: &EntryId) -> db::Result<Option<Piece>> {
    let Some(entry) = db::entry::by_id(&app.db, id).await? else {
        return Ok(None);
    };
    let media = db::medium::shown(&app.db, &entry.submission_id).await?;
    let pictures =
        db::picture::of_submission(&app.db, &entry.submission_id, app.shown_at()).await?;
    let cards = db::card::of_entry(&app.db, &entry.id).await?;
    let files = db::mastering::files_of(&app.db, &entry.submission_id).await?;
    Ok(Some(alive(Piece {
        entry,
        media,
        pictures,
        cards,
        files,
    })))
}

/// All of a document's.
async fn listed(app: &App, plan: &Plan) -> db::Result<Vec<Piece>> {
    let (feed, (from, to)) = (plan.document.feed.name(), plan.ends());
    let entries = db::entry::listed(&app.db, &feed, from, to).await?;
    let media = db::medium::listed(&app.db, &feed, from, to).await?;
    let pictures = db::picture::listed(&app.db, &feed, from, to, app.shown_at()).await?;
    let cards = db::card::listed(&app.db, &feed, from, to).await?;
    let files = db::mastering::files_listed(&app.db, &feed, from, to).await?;
    let owner: HashMap<_, _> = media
        .iter()
        .map(|medium| (medium.id.clone(), medium.submission_id.clone()))
        .collect();
    let owner = |id: &MediumId| owner.get(id).cloned();
    let mut media = by(media, |medium| Some(medium.submission_id.clone()));
    let mut pictures = by(pictures, |picture| owner(&picture.medium_id));
    let mut files = by(files, |file| owner(&file.medium_id));
    let mut cards = by(cards, |card| Some(card.entry_id.clone()));
    let piece = |entry: Entry| Piece {
        media: media.remove(&entry.submission_id).unwrap_or_default(),
        pictures: pictures.remove(&entry.submission_id).unwrap_or_default(),
        files: files.remove(&entry.submission_id).unwrap_or_default(),
        cards: cards.remove(&entry.id).unwrap_or_default(),
        entry,
    };
    Ok(entries.into_iter().map(piece).map(alive).collect())
}

/// Rows by whose they are, in their order.
fn by<K: Eq + Hash, T>(rows: Vec<T>, whose: impl Fn(&T) -> Option<K>) -> HashMap<K, Vec<T>> {
    let mut all: HashMap<K, Vec<T>> = HashMap::new();
    for row in rows {
        if let Some(key) = whose(&row) {
            all.entry(key).or_default().push(row);
        }
    }
    all
}

/// Without the media that are gone where they were, and what belongs to them.
fn alive(mut piece: Piece) -> Piece {
    piece.media.retain(|medium| !medium.is_lost());
    let media = &piece.media;
    let is_alive = |id: &MediumId| media.iter().any(|medium| medium.id == *id);
    piece
        .pictures
        .retain(|picture| is_alive(&picture.medium_id));
    piece.files.retain(|file| is_alive(&file.medium_id));
    piece
}

impl Piece {
    /// The episode of the podcast: a recording before a postcard.
    pub fn episode(&self) -> Option<&Shown> {
        let playable = |medium: &&Shown| medium.hindrance().is_none();
        let mut all = self.media.iter().filter(playable);
        all.find(|medium| medium.kind != "postcard")
            .or_else(|| self.media.iter().find(playable))
    }

    /// The picture of a use: of its media, else of its card.
    pub fn picture(&self, used_as: &str) -> Option<&str> {
        let own = self
            .pictures
            .iter()
            .find(|one| one.used_as == used_as && one.extension == "jpg");
        let card = self
            .cards
            .iter()
            .find(|one| one.used_as == used_as && one.extension == "jpg");
        own.map(|one| one.name.as_str())
            .or(card.map(|one| one.name.as_str()))
    }

    /// Until when it stays as it is, in milliseconds since 1970: a provider's picture leaves it on the day it expires,
    /// and what was coming is no longer once its day is over.
    pub fn until(&self, now: i64) -> i64 {
        let expires = self
            .pictures
            .iter()
            .filter_map(|picture| picture.keep_until);
        let turns = self.turn().filter(|at| *at > now);
        expires.chain(turns).min().unwrap_or(i64::MAX)
    }

    /// When it last changed, in milliseconds since 1970, by itself too.
    pub fn modified(&self, now: i64) -> i64 {
        let turned = self.turn().filter(|at| *at <= now);
        self.entry.updated_at.max(turned.unwrap_or(0))
    }

    fn turn(&self) -> Option<i64> {
        let day = self
            .entry
            .met_on
            .as_deref()
            .filter(|_| self.entry.about == Some(About::Coming));
        Some(end_of_day(day?)?.as_millisecond())
    }
}
