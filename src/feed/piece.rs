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
        let mut pieces = listed(app, plan).await?;
        pieces.retain(|piece| wanted.contains(&&piece.entry.id));
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
    Ok(Some(Piece {
        media: alive(media),
        pictures: db::picture::of_submission(&app.db, &entry.submission_id, app.shown_at()).await?,
        cards: db::card::of_entry(&app.db, &entry.id).await?,
        files: db::mastering::files_of(&app.db, &entry.submission_id).await?,
        entry,
    }))
}

/// All of a document's.
async fn listed(app: &App, plan: &Plan) -> db::Result<Vec<Piece>> {
    let (feed, (from, to)) = (plan.document.feed.name(), plan.ends());
    let entries = db::entry::listed(&app.db, &feed, from, to).await?;
    let media = db::medium::listed(&app.db, &feed, from, to).await?;
    let pictures = db::picture::listed(&app.db, &feed, from, to, app.shown_at()).await?;
    let cards = db::card::listed(&app.db, &feed, from, to).await?;
    let files = db::mastering::files_listed(&app.db, &feed, from, to).await?;
    let piece = |entry: Entry| {
        let own = media
            .iter()
            .filter(|medium| medium.submission_id == entry.submission_id);
        let media = alive(own.cloned().collect());
        let of_own = |id: &MediumId| media.iter().any(|medium| medium.id == *id);
        let pictures = pictures.iter().filter(|picture| of_own(&picture.medium_id));
        let files = files.iter().filter(|file| of_own(&file.medium_id));
        let cards = cards.iter().filter(|card| card.entry_id == entry.id);
        Piece {
            pictures: pictures.cloned().collect(),
            files: files.cloned().collect(),
            cards: cards.cloned().collect(),
            media,
            entry,
        }
    };
    Ok(entries.into_iter().map(piece).collect())
}

fn alive(media: Vec<Shown>) -> Vec<Shown> {
    media
        .into_iter()
        .filter(|medium| !medium.is_lost())
        .collect()
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
