//! Which feed holds which entries, and when each last changed.
//!
//! Every change of the public face goes through [`changed`]: it counts, and moves what changed in and out of the lists.

use super::source::{page, same};
use super::{Db, Result, Tx, medium, on, person, search};
use crate::model::feed::{Feed, Profile, Scope};
use crate::model::{EntryId, GroupId, SourceId, SubmissionId};

/// What of the public face changed.
#[derive(Clone, Copy, Debug)]
pub enum Changed<'a> {
    /// An entry.
    Entry(&'a EntryId),
    /// The entry of a submission, if it became one.
    Submission(&'a SubmissionId),
    /// What comes from a source, or from others of the same owner.
    Source(&'a SourceId),
    /// A group, and with it all of its entries.
    Group(&'a GroupId),
    /// Nothing that a feed shows: a group of the roster, what was swept.
    Pages,
}

/// An entry in a list.
#[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize)]
pub struct Listed {
    /// Which.
    pub entry_id: EntryId,
    /// Its place, from 1.
    pub position: i64,
    /// The publication's number at its last change.
    pub number: i64,
}

/// How a feed stands.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Edition {
    /// The feed's name.
    pub feed: String,
    /// The publication's number at its last change.
    pub number: i64,
    /// When that was, in milliseconds since 1970.
    pub changed_at: i64,
    /// The newest position given.
    pub newest: i64,
    /// How many entries it holds.
    pub size: i64,
}

/// An entry, as far as its place in the lists goes.
#[derive(sqlx::FromRow)]
struct Standing {
    id: EntryId,
    submission_id: SubmissionId,
    group_id: GroupId,
    country: Option<String>,
    language: Option<String>,
    people: String,
    withdrawn_at: Option<i64>,
}

macro_rules! standing {
    ($rest:literal) => {
        concat!(
            "select e.id, e.submission_id, e.group_id, g.country, e.language, e.people, e.withdrawn_at
            from entry e join \"group\" g on g.id = e.group_id ",
            $rest
        )
    };
}

/// A feed's entries, newest first, as JSON in one row: a row costs more on its way than what is in it.
macro_rules! listed {
    ($which:literal) => {
        concat!(
            "select string_agg('[\"' || entry_id || '\",' || position || ',' || number || ']', ',' order by position desc)
            from (
                select l.entry_id, l.position, e.number from listing l join entry e on e.id = l.entry_id
                where l.feed = $1 and ",
            $which,
            ") listed"
        )
    };
}

/// Counts a change to the public face and brings the lists up to date.
pub async fn changed(tx: &mut Tx, what: Changed<'_>, now: i64) -> Result<()> {
    // Whoever changes the public face holds this row: places are given one after the other.
    const COUNT: &str = "
        update publication set number = number + 1, changed_at = $1 where one = 1 returning number";
    const ENTRY: &str = standing!("where e.id = $1");
    const SUBMISSION: &str = standing!("where e.submission_id = $1");
    const GROUP: &str = standing!("where e.group_id = $1 order by e.published_at, e.id");
    const SOURCE: &str = concat!(
        standing!(
            "where e.submission_id in (
                select submission_id from medium where source_id in (select id from source where "
        ),
        same!(),
        ")) order by e.published_at, e.id"
    );
    tx.touch();
    let number: i64 =
        on!(tx &mut *tx, conn => sqlx::query_scalar(COUNT).bind(now).fetch_one(conn).await?);
    let (sql, subject) = match what {
        Changed::Entry(id) => (ENTRY, id.as_str()),
        Changed::Submission(id) => (SUBMISSION, id.as_str()),
        Changed::Source(id) => (SOURCE, id.as_str()),
        Changed::Group(id) => (GROUP, id.as_str()),
        Changed::Pages => return Ok(()),
    };
    let entries: Vec<Standing> =
        on!(tx &mut *tx, conn => sqlx::query_as(sql).bind(subject).fetch_all(conn).await?);
    for entry in entries {
        settle(tx, &entry, number, now).await?;
    }
    Ok(())
}

/// Lists what was published before there were lists, in pieces: who is killed at it goes on with the rest.
pub(super) async fn complete(db: &Db) -> Result<()> {
    const AT_ONCE: i64 = 1000;
    let mut total = 0;
    loop {
        let mut tx = db.begin().await?;
        let done = fill(&mut tx, AT_ONCE).await?;
        tx.commit().await?;
        total += done;
        if (done as i64) < AT_ONCE {
            break;
        }
        tracing::info!(
            entries = total,
            "entries are listed in their feeds, once for ever"
        );
    }
    Ok(())
}

/// Some of them; how many they were.
async fn fill(tx: &mut Tx, limit: i64) -> Result<usize> {
    const COUNT: &str = "
        update publication set number = number + 1 where one = 1 returning number, changed_at";
    const SQL: &str = standing!(
        "where e.number = 0 and e.withdrawn_at is null order by e.published_at, e.id limit $1"
    );
    let entries: Vec<Standing> =
        on!(tx &mut *tx, conn => sqlx::query_as(SQL).bind(limit).fetch_all(conn).await?);
    if entries.is_empty() {
        return Ok(0);
    }
    let (number, changed_at): (i64, i64) =
        on!(tx &mut *tx, conn => sqlx::query_as(COUNT).fetch_one(conn).await?);
    for entry in &entries {
        settle(tx, entry, number, changed_at).await?;
    }
    Ok(entries.len())
}

/// Puts an entry into the lists that it belongs to, takes it out of the others, and marks all of them.
async fn settle(tx: &mut Tx, entry: &Standing, number: i64, now: i64) -> Result<()> {
    const STANDS: &str = "select feed from listing where entry_id = $1";
    const NOTE: &str = "update entry set number = $2 where id = $1";
    const LEAVE: &str = "delete from listing where feed = $1 and entry_id = $2";
    const LESS: &str =
        "update edition set number = $2, changed_at = $3, size = size - 1 where feed = $1";
    const MARK: &str = "update edition set number = $2, changed_at = $3 where feed = $1";
    const MORE: &str = "
        insert into edition (feed, number, changed_at, newest, size) values ($1, $2, $3, 1, 1)
        on conflict (feed) do update set number = $2, changed_at = $3, newest = edition.newest + 1, size = edition.size + 1
        returning newest";
    const ENTER: &str = "insert into listing (feed, position, entry_id) values ($1, $2, $3)";
    on!(tx &mut *tx, conn => sqlx::query(NOTE).bind(&entry.id).bind(number).execute(conn).await.map(|_| ())?);
    person::settle(tx, &entry.id, &entry.people).await?;
    if entry.withdrawn_at.is_some() {
        search::forget(tx, entry.id.as_str()).await?;
    }
    let stands: Vec<String> =
        on!(tx &mut *tx, conn => sqlx::query_scalar(STANDS).bind(&entry.id).fetch_all(conn).await?);
    let belongs = belongs(tx, entry).await?;
    for feed in &stands {
        let stays = belongs.contains(feed);
        if !stays {
            on!(tx &mut *tx, conn => sqlx::query(LEAVE).bind(feed).bind(&entry.id).execute(conn).await.map(|_| ())?);
        }
        let sql = if stays { MARK } else { LESS };
        on!(tx &mut *tx, conn => sqlx::query(sql).bind(feed).bind(number).bind(now).execute(conn).await.map(|_| ())?);
    }
    for feed in belongs.iter().filter(|feed| !stands.contains(feed)) {
        let position: i64 = on!(tx &mut *tx, conn => sqlx::query_scalar(MORE).bind(feed).bind(number).bind(now)
            .fetch_one(conn).await?);
        on!(tx &mut *tx, conn => sqlx::query(ENTER).bind(feed).bind(position).bind(&entry.id)
            .execute(conn).await.map(|_| ())?);
    }
    Ok(())
}

/// The names of the feeds that an entry belongs to.
async fn belongs(tx: &mut Tx, entry: &Standing) -> Result<Vec<String>> {
    if entry.withdrawn_at.is_some() {
        return Ok(Vec::new());
    }
    let media = medium::shown_in(tx, &entry.submission_id).await?;
    let sounds = media.iter().any(|medium| medium.hindrance().is_none());
    let mut scopes = vec![
        Scope::Whole,
        Scope::Group(entry.group_id.clone()),
        Scope::country(entry.country.as_deref()),
    ];
    scopes.extend(Scope::language(entry.language.as_deref()));
    let feeds = scopes.iter().flat_map(Feed::both);
    let feeds = feeds.filter(|feed| sounds || feed.profile == Profile::Showcase);
    Ok(feeds.map(|feed| feed.name()).collect())
}

/// How a feed stands; nothing where it never held an entry.
pub async fn edition(db: &Db, feed: &str) -> Result<Option<Edition>> {
    const SQL: &str = "select feed, number, changed_at, newest, size from edition where feed = $1";
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(feed).fetch_optional(pool).await?))
}

/// How every feed stands that holds something, by name.
pub async fn editions(db: &Db) -> Result<Vec<Edition>> {
    const SQL: &str = "
        select feed, number, changed_at, newest, size from edition where size > 0 order by feed";
    on!(db, pool => Ok(sqlx::query_as(SQL).fetch_all(pool).await?))
}

/// The feeds that changed after the publication had this number, and their own numbers.
pub async fn changed_since(db: &Db, number: i64) -> Result<Vec<(String, i64)>> {
    const SQL: &str = "select feed, number from edition where number > $1";
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(number).fetch_all(pool).await?))
}

/// The newest entries of a feed, the newest first.
pub async fn newest(db: &Db, feed: &str, limit: i64) -> Result<Vec<Listed>> {
    older(db, feed, i64::MAX, limit).await
}

/// The position of the oldest of a feed's newest entries; 1 where there are none.
pub async fn head_from(db: &Db, feed: &str, limit: i64) -> Result<i64> {
    const SQL: &str = "
        select coalesce(min(position), 1) from (
            select position from listing where feed = $1 order by position desc limit $2) head";
    on!(db, pool => Ok(sqlx::query_scalar(SQL).bind(feed).bind(limit).fetch_one(pool).await?))
}

/// The newest entries of a feed that stand before a position, the newest first.
pub async fn older(db: &Db, feed: &str, before: i64, limit: i64) -> Result<Vec<Listed>> {
    const SQL: &str = listed!("l.position < $2 order by l.position desc limit $3");
    listed(
        on!(db, pool => sqlx::query_scalar(SQL).bind(feed).bind(before).bind(limit).fetch_one(pool).await?),
    )
}

/// The entries of a feed at these positions, both included, the newest first.
pub async fn between(db: &Db, feed: &str, from: i64, to: i64) -> Result<Vec<Listed>> {
    const SQL: &str = listed!("l.position between $2 and $3");
    listed(
        on!(db, pool => sqlx::query_scalar(SQL).bind(feed).bind(from).bind(to).fetch_one(pool).await?),
    )
}

/// What the database wrote of a list.
fn listed(text: Option<String>) -> Result<Vec<Listed>> {
    let text = format!("[{}]", text.unwrap_or_default());
    serde_json::from_str(&text).map_err(|error| sqlx::Error::Decode(Box::new(error)).into())
}

/// The newest position of a feed that lies before this one.
pub async fn before(db: &Db, feed: &str, position: i64) -> Result<Option<i64>> {
    const SQL: &str = "select max(position) from listing where feed = $1 and position < $2";
    on!(db, pool => Ok(sqlx::query_scalar(SQL).bind(feed).bind(position).fetch_one(pool).await?))
}

/// Notes why a document is not served as it is now.
pub async fn set_misprint(db: &Db, document: &str, faults: &str, now: i64) -> Result<()> {
    const SQL: &str = "
        insert into misprint (document, faults, since) values ($1, $2, $3)
        on conflict (document) do update set faults = $2";
    let mut tx = db.begin().await?;
    on!(tx &mut tx, conn => sqlx::query(SQL).bind(document).bind(faults).bind(now).execute(conn).await.map(|_| ())?);
    tx.commit().await
}

/// Forgets it: the document is well again.
pub async fn clear_misprint(db: &Db, document: &str) -> Result<()> {
    const SQL: &str = "delete from misprint where document = $1";
    let mut tx = db.begin().await?;
    on!(tx &mut tx, conn => sqlx::query(SQL).bind(document).execute(conn).await.map(|_| ())?);
    tx.commit().await
}

/// A document that could not be made well.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Misprint {
    /// Which, as [`crate::model::feed::Document`] is printed.
    pub document: String,
    /// Why, one fault a line.
    pub faults: String,
    /// Since when, in milliseconds since 1970.
    pub since: i64,
}

/// The documents that could not be made well.
pub async fn misprints(db: &Db) -> Result<Vec<Misprint>> {
    const SQL: &str = "select document, faults, since from misprint order by since, document";
    on!(db, pool => Ok(sqlx::query_as(SQL).fetch_all(pool).await?))
}

/// The feed whose change since a time the hub was not told of, the one that waits longest, and its number.
pub async fn unannounced(db: &Db, since: i64) -> Result<Option<(String, i64)>> {
    const SQL: &str = "
        select feed, number from edition where announced < number and changed_at > $1
        order by number, feed limit 1";
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(since).fetch_optional(pool).await?))
}

/// Notes that the hub knows of a feed's change.
pub async fn set_announced(db: &Db, feed: &str, number: i64) -> Result<()> {
    const SQL: &str = "update edition set announced = $2 where feed = $1 and announced < $2";
    let mut tx = db.begin().await?;
    on!(tx &mut tx, conn => sqlx::query(SQL).bind(feed).bind(number).execute(conn).await.map(|_| ())?);
    tx.commit().await
}

/// Notes that nobody is told of the changes so far.
pub async fn forgo_announcing(tx: &mut Tx) -> Result<()> {
    const SQL: &str = "update edition set announced = number where announced < number";
    on!(tx tx, conn => sqlx::query(SQL).execute(conn).await.map(|_| ())?);
    Ok(())
}
