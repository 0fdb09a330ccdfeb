//! Entries, their revisions, slugs, and the count of changes to the public face.

use super::{Db, Result, Tx, on};
use crate::model::entry::{About, Entry};
use crate::model::{EntryId, GroupId, SubmissionId};

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "select e.id, e.slug, e.submission_id, e.kind, e.about, e.group_id, g.name as group_name, g.slug as group_slug, ",
            "g.city as group_city, g.country as group_country, g.hue as group_hue, e.title, e.words, e.people, e.met_on, ",
            "e.language, e.licence, e.chapters, e.sender_name, e.published_at, e.updated_at ",
            "from entry e join \"group\" g on g.id = e.group_id ",
            $rest
        )
    };
}

/// The newest entries.
pub async fn recent(db: &Db, limit: i64) -> Result<Vec<Entry>> {
    const SQL: &str =
        select!("where e.withdrawn_at is null order by e.published_at desc, e.id desc limit $1");
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(limit).fetch_all(pool).await?))
}

/// The newest entries that have a sound of ours or of a show whose owner said yes.
pub async fn sounding(db: &Db, limit: i64) -> Result<Vec<Entry>> {
    const SQL: &str = select!(
        "where e.withdrawn_at is null and exists (
            select 1 from medium m join enclosure c on c.medium_id = m.id left join source s on s.id = m.source_id
            where m.submission_id = e.submission_id and m.state = 'found' and (m.provider in ('upload', 'tour') or s.leave = 'yes'))
        order by e.published_at desc, e.id desc limit $1"
    );
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(limit).fetch_all(pool).await?))
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

/// The newest day before this one on which something was coming, and the next from it on:
/// when feeds turned last, and when they turn again.
pub async fn turns(db: &Db, today: &str) -> Result<(Option<String>, Option<String>)> {
    const SQL: &str = "
        select max(case when met_on < $1 then met_on end), min(case when met_on >= $1 then met_on end)
        from entry where about = 'coming' and withdrawn_at is null";
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(today).fetch_one(pool).await?))
}

/// The entry with this slug, past slugs included.
pub async fn by_slug(db: &Db, slug: &str) -> Result<Option<Entry>> {
    const SQL: &str = select!(
        "join slug s on s.subject = e.id where s.kind = 'entry' and s.slug = $1 and e.withdrawn_at is null"
    );
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
    changed(tx, entry.published_at).await
}

/// Changes an entry's words: a new revision, by this actor.
pub async fn revise(tx: &mut Tx, entry: &Entry, actor: &str) -> Result<()> {
    const SQL: &str = "
        update entry set title = $2, words = $3, people = $4, met_on = $5, language = $6, licence = $7, about = $8,
            updated_at = $9, chapters = $10, revision = revision + 1
        where id = $1 returning revision";
    let number: i64 = on!(tx tx, conn => sqlx::query_scalar(SQL).bind(&entry.id).bind(&entry.title).bind(&entry.words)
        .bind(&entry.people).bind(&entry.met_on).bind(&entry.language).bind(&entry.licence).bind(entry.about)
        .bind(entry.updated_at).bind(&entry.chapters).fetch_one(conn).await?);
    add_revision(tx, entry, number, actor).await?;
    changed(tx, entry.updated_at).await
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

/// Counts a change to the public face.
pub async fn changed(tx: &mut Tx, now: i64) -> Result<()> {
    const SQL: &str = "update publication set number = number + 1, changed_at = $1 where one = 1";
    on!(tx tx, conn => sqlx::query(SQL).bind(now).execute(conn).await.map(|_| ())?);
    Ok(())
}

/// A feed's guid: the one given when the feed was first made, whatever its address is by now.
pub async fn feed_guid(db: &Db, name: &str, first: &str) -> Result<String> {
    const FIND: &str = "select guid from feed where name = $1";
    const MAKE: &str =
        "insert into feed (name, guid) values ($1, $2) on conflict (name) do nothing";
    let found: Option<String> =
        on!(db, pool => sqlx::query_scalar(FIND).bind(name).fetch_optional(pool).await?);
    if let Some(guid) = found {
        return Ok(guid);
    }
    let mut tx = db.begin().await?;
    on!(tx &mut tx, conn => sqlx::query(MAKE).bind(name).bind(first).execute(conn).await.map(|_| ())?);
    let guid = on!(tx &mut tx, conn => sqlx::query_scalar(FIND).bind(name).fetch_one(conn).await?);
    tx.commit().await?;
    Ok(guid)
}

/// Takes a slug for a subject: the wish, or the wish with the first free number behind it.
pub async fn free_slug(tx: &mut Tx, kind: &str, wish: &str, subject: &str) -> Result<String> {
    const SQL: &str = "insert into slug (kind, slug, subject) values ($1, $2, $3) on conflict (kind, slug) do nothing";
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
