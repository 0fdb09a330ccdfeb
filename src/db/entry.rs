//! Entries, their revisions, slugs, and the count of changes to the public face.

use super::listing::{Changed, changed};
use super::{Db, Result, Tx, on};
use crate::model::entry::{About, Entry};
use crate::model::{EntryId, GroupId, SubmissionId};
use std::collections::HashMap;

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "select e.id, e.slug, e.submission_id, e.kind, e.about, e.group_id, g.name as group_name, g.slug as group_slug, ",
            "g.city as group_city, g.country as group_country, g.hue as group_hue, g.latitude as group_latitude, ",
            "g.longitude as group_longitude, e.title, e.words, e.people, e.met_on, ",
            "e.language, e.licence, e.chapters, e.sender_name, e.published_at, e.updated_at ",
            "from entry e join \"group\" g on g.id = e.group_id ",
            $rest
        )
    };
}
pub(super) use select;

/// The newest entries.
pub async fn recent(db: &Db, limit: i64) -> Result<Vec<Entry>> {
    const SQL: &str =
        select!("where e.withdrawn_at is null order by e.published_at desc, e.id desc limit $1");
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(limit).fetch_all(pool).await?))
}

/// The entries of a feed at these positions, both included, the newest first.
pub async fn listed(db: &Db, feed: &str, from: i64, to: i64) -> Result<Vec<Entry>> {
    const SQL: &str = select!(
        "join listing l on l.entry_id = e.id where l.feed = $1 and l.position between $2 and $3 order by l.position desc"
    );
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(feed).bind(from).bind(to).fetch_all(pool).await?))
}

/// A group's newest entries.
pub async fn of_group(db: &Db, group: &GroupId, limit: i64) -> Result<Vec<Entry>> {
    const SQL: &str = select!(
        "where e.group_id = $1 and e.withdrawn_at is null order by e.published_at desc, e.id desc limit $2"
    );
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(group).bind(limit).fetch_all(pool).await?))
}

/// What is coming to a group on this day or later, the nearest first.
pub async fn coming(db: &Db, group: &GroupId, today: &str) -> Result<Vec<Entry>> {
    const SQL: &str = select!(
        "where e.group_id = $1 and e.about = 'coming' and e.met_on >= $2 and e.withdrawn_at is null order by e.met_on, e.id"
    );
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(group).bind(today).fetch_all(pool).await?))
}

/// The entry with this slug, past slugs included.
pub async fn by_slug(db: &Db, slug: &str) -> Result<Option<Entry>> {
    const SQL: &str = select!(
        "join slug s on s.subject = e.id where s.kind = 'entry' and s.slug = $1 and e.withdrawn_at is null"
    );
    // PostgreSQL would stumble over a NUL in it.
    if slug.contains('\0') {
        return Ok(None);
    }
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(slug).fetch_optional(pool).await?))
}

/// The entry with this id, unless it was withdrawn.
pub async fn by_id(db: &Db, id: &EntryId) -> Result<Option<Entry>> {
    const SQL: &str = select!("where e.id = $1 and e.withdrawn_at is null");
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(id).fetch_optional(pool).await?))
}

/// The entry that a submission became, unless it was withdrawn.
pub async fn of_submission(db: &Db, submission: &SubmissionId) -> Result<Option<Entry>> {
    const SQL: &str = select!("where e.submission_id = $1 and e.withdrawn_at is null");
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(submission).fetch_optional(pool).await?))
}

/// The id of the entry that a submission became, unless it was withdrawn, as this transaction sees it.
pub async fn id_of_submission(tx: &mut Tx, submission: &SubmissionId) -> Result<Option<EntryId>> {
    const SQL: &str = "select id from entry where submission_id = $1 and withdrawn_at is null";
    on!(tx tx, conn => Ok(sqlx::query_scalar(SQL).bind(submission).fetch_optional(conn).await?))
}

/// Publishes an entry with its first revision. A submission becomes one entry at most.
pub async fn add(tx: &mut Tx, entry: &Entry, actor: &str) -> Result<()> {
    const SQL: &str = "
        insert into entry (id, slug, submission_id, kind, group_id, title, words, people, met_on, language, licence,
            sender_name, published_at, updated_at, about, chapters, revision)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, 1)";
    on!(tx tx, conn => sqlx::query(SQL)
        .bind(&entry.id).bind(&entry.slug).bind(&entry.submission_id).bind(entry.kind).bind(&entry.group_id)
        .bind(&entry.title).bind(&entry.words).bind(&entry.people).bind(&entry.met_on).bind(&entry.language)
        .bind(&entry.licence).bind(&entry.sender_name).bind(entry.published_at).bind(entry.updated_at)
        .bind(entry.about).bind(&entry.chapters)
        .execute(conn).await.map(|_| ())?);
    add_revision(tx, entry, 1, actor).await?;
    changed(tx, Changed::Entry(&entry.id), entry.published_at).await
}

/// The entry with this id, whether it is shown or not, as this transaction sees it.
pub async fn in_tx(tx: &mut Tx, id: &EntryId) -> Result<Option<Entry>> {
    const SQL: &str = select!("where e.id = $1");
    on!(tx tx, conn => Ok(sqlx::query_as(SQL).bind(id).fetch_optional(conn).await?))
}

/// A group's entries, those that are off the site too.
pub async fn ids_of_group(tx: &mut Tx, group: &GroupId) -> Result<Vec<EntryId>> {
    const SQL: &str = "select id from entry where group_id = $1 order by id";
    on!(tx tx, conn => Ok(sqlx::query_scalar(SQL).bind(group).fetch_all(conn).await?))
}

/// Notes that what is shown with a group's entries changed: their group's name, or its place.
pub async fn touch(tx: &mut Tx, group: &GroupId, now: i64) -> Result<()> {
    const SQL: &str =
        "update entry set updated_at = $2 where group_id = $1 and withdrawn_at is null";
    on!(tx tx, conn => sqlx::query(SQL).bind(group).bind(now).execute(conn).await.map(|_| ())?);
    changed(tx, Changed::Group(group), now).await
}

/// Changes an entry's words: a new revision, by this actor.
pub async fn revise(tx: &mut Tx, entry: &Entry, actor: &str) -> Result<()> {
    const SQL: &str = "
        update entry set title = $2, words = $3, people = $4, met_on = $5, language = $6, licence = $7, about = $8,
            updated_at = $9, chapters = $10, sender_name = $11, revision = revision + 1
        where id = $1 returning revision";
    let number: i64 = on!(tx tx, conn => sqlx::query_scalar(SQL).bind(&entry.id).bind(&entry.title).bind(&entry.words)
        .bind(&entry.people).bind(&entry.met_on).bind(&entry.language).bind(&entry.licence).bind(entry.about)
        .bind(entry.updated_at).bind(&entry.chapters).bind(&entry.sender_name).fetch_one(conn).await?);
    add_revision(tx, entry, number, actor).await?;
    changed(tx, Changed::Entry(&entry.id), entry.updated_at).await
}

/// Takes an entry off the site, and out of the index; its guid and its slug stay its own.
pub async fn withdraw(tx: &mut Tx, entry: &EntryId, by: &str, now: i64) -> Result<bool> {
    const SQL: &str = "
        update entry set withdrawn_at = $2, updated_at = $2, withdrawn_by = $3 where id = $1 and withdrawn_at is null";
    let done = on!(tx &mut *tx, conn => sqlx::query(SQL).bind(entry).bind(now).bind(by).execute(conn).await?.rows_affected());
    super::search::forget(tx, entry.as_str()).await?;
    Ok(done == 1)
}

async fn add_revision(tx: &mut Tx, entry: &Entry, number: i64, actor: &str) -> Result<()> {
    const SQL: &str =
        "insert into revision (entry_id, number, body, actor, at) values ($1, $2, $3, $4, $5)";
    let body = serde_json::json!({
        "title": entry.title, "words": entry.words, "people": entry.people, "met_on": entry.met_on,
        "group": entry.group_id, "language": entry.language, "licence": entry.licence, "about": entry.about.map(About::as_str),
        "chapters": entry.chapters,
    })
    .to_string();
    on!(tx tx, conn => sqlx::query(SQL).bind(&entry.id).bind(number).bind(&body).bind(actor).bind(entry.updated_at)
        .execute(conn).await.map(|_| ())?);
    Ok(())
}

/// How many revisions an entry has had.
pub async fn revisions(db: &Db, entry: &EntryId) -> Result<i64> {
    const SQL: &str = "select count(*) from revision where entry_id = $1";
    on!(db, pool => Ok(sqlx::query_scalar(SQL).bind(entry).fetch_one(pool).await?))
}

/// The number of the public face, and when it last changed, in milliseconds since 1970.
pub async fn publication(db: &Db) -> Result<(i64, i64)> {
    const SQL: &str = "select number, changed_at from publication where one = 1";
    on!(db, pool => Ok(sqlx::query_as(SQL).fetch_one(pool).await?))
}

/// Every feed's guid by its name. Those of `wanted` that have none yet get the one beside their name, for ever, whatever
/// their address is by then.
pub async fn feed_guids(db: &Db, wanted: &[(String, String)]) -> Result<HashMap<String, String>> {
    const ALL: &str = "select name, guid from feed";
    const MAKE: &str =
        "insert into feed (name, guid) values ($1, $2) on conflict (name) do nothing";
    let all: Vec<(String, String)> = on!(db, pool => sqlx::query_as(ALL).fetch_all(pool).await?);
    let mut known: HashMap<String, String> = all.into_iter().collect();
    let missing = wanted.iter().filter(|(name, _)| !known.contains_key(name));
    let missing: Vec<_> = missing.collect();
    if missing.is_empty() {
        return Ok(known);
    }
    let mut tx = db.begin().await?;
    for (name, guid) in missing {
        on!(tx &mut tx, conn => sqlx::query(MAKE).bind(name).bind(guid).execute(conn).await.map(|_| ())?);
    }
    let all: Vec<(String, String)> =
        on!(tx &mut tx, conn => sqlx::query_as(ALL).fetch_all(conn).await?);
    tx.commit().await?;
    known.extend(all);
    Ok(known)
}

/// Takes a slug for a subject: the wish, or the wish with the first number behind it that is free or was its own before.
pub async fn free_slug(tx: &mut Tx, kind: &str, wish: &str, subject: &str) -> Result<String> {
    const SQL: &str = "
        insert into slug (kind, slug, subject) values ($1, $2, $3)
        on conflict (kind, slug) do update set subject = excluded.subject where slug.subject = excluded.subject";
    for number in 1.. {
        let slug = if number == 1 {
            wish.to_owned()
        } else {
            format!("{wish}-{number}")
        };
        let done = on!(tx tx, conn => sqlx::query(SQL).bind(kind).bind(&slug).bind(subject).execute(conn).await?.rows_affected());
        if done == 1 {
            return Ok(slug);
        }
    }
    unreachable!("the numbers do not end")
}
