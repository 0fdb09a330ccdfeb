//! What sources hold, until an editor takes it.

use super::{Db, Result, Tx, on};
use crate::model::item::Item;
use crate::model::{ItemId, SourceId, SubmissionId};
use std::collections::HashMap;

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "select i.id, i.source_id, i.guid, i.published_on, i.suggested, i.wanted, i.found, i.keep_until, i.digest, i.changed_at, ",
            "i.gone_at, i.taken_as, i.taken_by from item i ",
            $rest
        )
    };
}

/// What is known of an item without reading what its source says.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Known {
    /// Its id.
    pub id: ItemId,
    /// What its source calls it.
    pub guid: String,
    /// What its source said, hashed.
    pub digest: String,
    /// Until when that may be kept.
    pub keep_until: Option<i64>,
    /// Since when its source calls it deleted.
    pub gone_at: Option<i64>,
    /// The submission it was taken as.
    pub taken_as: Option<SubmissionId>,
}

/// What is known of a source's items, by guid.
pub async fn known(tx: &mut Tx, source: &SourceId) -> Result<HashMap<String, Known>> {
    const SQL: &str =
        "select id, guid, digest, keep_until, gone_at, taken_as from item where source_id = $1";
    let rows: Vec<Known> =
        on!(tx tx, conn => sqlx::query_as(SQL).bind(source).fetch_all(conn).await?);
    Ok(rows
        .into_iter()
        .map(|row| (row.guid.clone(), row))
        .collect())
}

/// Adds one; false where its source has one of this guid already.
pub async fn add(tx: &mut Tx, item: &Item, now: i64) -> Result<bool> {
    const SQL: &str = "
        insert into item (id, source_id, guid, published_on, suggested, found, keep_until, digest, seen_at, wanted)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (source_id, guid) do nothing";
    let done = on!(tx tx, conn => sqlx::query(SQL)
        .bind(&item.id).bind(&item.source_id).bind(&item.guid).bind(&item.published_on).bind(item.suggested)
        .bind(&item.found).bind(item.keep_until).bind(&item.digest).bind(now).bind(item.wanted).execute(conn).await?.rows_affected());
    Ok(done == 1)
}

/// Notes what its source says now; `changed_at` where that is another thing than what was taken.
pub async fn set_found(tx: &mut Tx, item: &Item, changed_at: Option<i64>, now: i64) -> Result<()> {
    const SQL: &str = "
        update item set found = $2, keep_until = $3, digest = $4, published_on = $5, seen_at = $6, gone_at = null,
            changed_at = coalesce($7, changed_at) where id = $1";
    on!(tx tx, conn => sqlx::query(SQL).bind(&item.id).bind(&item.found).bind(item.keep_until).bind(&item.digest)
        .bind(&item.published_on).bind(now).bind(changed_at).execute(conn).await.map(|_| ())?);
    Ok(())
}

/// Notes that its source calls it deleted: an edit of what was taken.
pub async fn set_gone(tx: &mut Tx, source: &SourceId, guid: &str, now: i64) -> Result<()> {
    const SQL: &str = "
        update item set gone_at = $3, changed_at = case when taken_as is null then null else $3 end
        where source_id = $1 and guid = $2 and gone_at is null";
    on!(tx tx, conn => sqlx::query(SQL).bind(source).bind(guid).bind(now).execute(conn).await.map(|_| ())?);
    Ok(())
}

/// An editor has looked at what changed.
pub async fn set_looked_at(tx: &mut Tx, id: &ItemId) -> Result<()> {
    const SQL: &str = "update item set changed_at = null where id = $1";
    on!(tx tx, conn => sqlx::query(SQL).bind(id).execute(conn).await.map(|_| ())?);
    Ok(())
}

/// The one with this id.
pub async fn by_id(db: &Db, id: &ItemId) -> Result<Option<Item>> {
    const SQL: &str = select!("where i.id = $1");
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(id).fetch_optional(pool).await?))
}

/// What a subscription wants of a source and nobody took yet, the oldest first.
pub async fn wanted(tx: &mut Tx, source: &SourceId, limit: i64) -> Result<Vec<Item>> {
    const SQL: &str = select!(
        "where i.source_id = $1 and i.wanted = 1 and i.taken_as is null and i.gone_at is null
        order by coalesce(i.published_on, ''), i.id limit $2"
    );
    on!(tx tx, conn => Ok(sqlx::query_as(SQL).bind(source).bind(limit).fetch_all(conn).await?))
}

/// Whether nobody took it yet, which stays so until the transaction ends.
pub async fn hold(tx: &mut Tx, id: &ItemId) -> Result<bool> {
    const SQL: &str = "update item set taken_as = null where id = $1 and taken_as is null";
    let done = on!(tx tx, conn => sqlx::query(SQL).bind(id).execute(conn).await?.rows_affected());
    Ok(done == 1)
}

/// A source's: those that nobody took first, of those the suggested, then the newest.
pub async fn of_source(db: &Db, source: &SourceId, limit: i64) -> Result<Vec<Item>> {
    const SQL: &str = select!(
        "where i.source_id = $1
        order by case when i.taken_as is null then 0 else 1 end, i.suggested desc, coalesce(i.published_on, '') desc, i.id limit $2"
    );
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(source).bind(limit).fetch_all(pool).await?))
}

/// How many a source has, and how many of them were taken.
pub async fn counts(db: &Db, source: &SourceId) -> Result<(i64, i64)> {
    const SQL: &str = "select count(*), count(taken_as) from item where source_id = $1";
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(source).fetch_one(pool).await?))
}

/// Those of the sources that a submission brought, the suggested first, then the newest.
pub async fn of_submission(db: &Db, submission: &SubmissionId) -> Result<Vec<Item>> {
    const SQL: &str = select!(
        "where i.source_id in (select m.source_id from medium m where m.submission_id = $1 and m.kind in
            ('feed', 'journal', 'list'))
        order by i.suggested desc, coalesce(i.published_on, '') desc, i.id"
    );
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(submission).fetch_all(pool).await?))
}

/// The one that a submission was taken from.
pub async fn taken_as(db: &Db, taken: &SubmissionId) -> Result<Option<Item>> {
    const SQL: &str = select!("where i.taken_as = $1 order by i.id limit 1");
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(taken).fetch_optional(pool).await?))
}

/// What was taken and is said otherwise since, of one source or of all, the oldest change first.
pub async fn changed(db: &Db, source: Option<&SourceId>, limit: i64) -> Result<Vec<Item>> {
    const SQL: &str = select!(
        "where i.changed_at is not null and i.taken_as is not null and i.source_id = coalesce($1, i.source_id)
        order by i.changed_at, i.id limit $2"
    );
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(source).bind(limit).fetch_all(pool).await?))
}

/// Notes that it was taken as this submission; false when it was taken before.
pub async fn set_taken(
    tx: &mut Tx,
    id: &ItemId,
    taken_as: &SubmissionId,
    editor: &str,
    now: i64,
) -> Result<bool> {
    const SQL: &str = "
        update item set taken_as = $2, taken_by = $3, taken_at = $4 where id = $1 and taken_as is null";
    let done = on!(tx tx, conn => sqlx::query(SQL).bind(id).bind(taken_as).bind(editor).bind(now)
        .execute(conn).await?.rows_affected());
    Ok(done == 1)
}

/// Those whose provider's words have expired.
pub async fn expired(tx: &mut Tx, now: i64, limit: i64) -> Result<Vec<(ItemId, String)>> {
    const SQL: &str =
        "select id, found from item where keep_until <= $1 order by keep_until limit $2";
    on!(tx tx, conn => Ok(sqlx::query_as(SQL).bind(now).bind(limit).fetch_all(conn).await?))
}

/// Keeps only this of what its source says.
pub async fn set_bare(tx: &mut Tx, id: &ItemId, found: &str) -> Result<()> {
    const SQL: &str = "update item set found = $2, keep_until = null where id = $1";
    on!(tx tx, conn => sqlx::query(SQL).bind(id).bind(found).execute(conn).await.map(|_| ())?);
    Ok(())
}
