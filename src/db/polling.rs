//! Which sources are asked, when, and how that went.

use super::{Db, Result, Tx, on};
use crate::model::SourceId;
use crate::model::source::{Source, Terms};
use jobs::provider::Memory;

/// Begins or changes a subscription; it is asked as soon as may be.
pub async fn subscribe(
    tx: &mut Tx,
    source: &Source,
    host: &str,
    terms: &Terms,
    editor: &str,
    now: i64,
) -> Result<()> {
    const SQL: &str = "
        update source set title = $2, group_id = $3, language = $4, country = $5, licence = $6, words = $7, interval_ms = $8,
            host = $9, subscribed_by = coalesce(subscribed_by, $10), subscribed_at = coalesce(subscribed_at, $11),
            next_at = case when next_at is null or next_at > $11 then $11 else next_at end, ended_at = null
        where id = $1";
    on!(tx tx, conn => sqlx::query(SQL).bind(&source.id).bind(&source.title).bind(&terms.group_id).bind(&terms.language)
        .bind(&terms.country).bind(&terms.licence).bind(&terms.words).bind(terms.interval_ms).bind(host).bind(editor)
        .bind(now).execute(conn).await.map(|_| ())?);
    Ok(())
}

/// Ends a subscription, with a reason where it was not an editor's wish.
pub async fn end(tx: &mut Tx, id: &SourceId, error: Option<&str>, now: i64) -> Result<()> {
    const SQL: &str = "update source set next_at = null, ended_at = $2, error = $3 where id = $1";
    on!(tx tx, conn => sqlx::query(SQL).bind(id).bind(now).bind(error).execute(conn).await.map(|_| ())?);
    Ok(())
}

/// Sources that are due and whose server may be asked, one for each server, the longest due first.
pub async fn due(db: &Db, now: i64, limit: i64) -> Result<Vec<(SourceId, String)>> {
    const SQL: &str = "
        select id, host from (
            select s.id, s.host, s.next_at, row_number() over (partition by s.host order by s.next_at, s.id) as place
            from source s left join host h on h.name = s.host
            where s.next_at <= $1 and (h.name is null or (h.leased_until <= $1 and h.not_before <= $1))) first
        where place = 1 order by next_at, id limit $2";
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(now).bind(limit).fetch_all(pool).await?))
}

/// How many tasks of this step are open.
pub async fn open(db: &Db, step: crate::model::task::Step) -> Result<i64> {
    const SQL: &str = "select count(*) from task where due_at is not null and step = $1";
    on!(db, pool => Ok(sqlx::query_scalar(SQL).bind(step).fetch_one(pool).await?))
}

/// Asks it no more, where it is over, nobody subscribes to it, or its owner said no.
pub async fn rest(tx: &mut Tx, id: &SourceId) -> Result<()> {
    const SQL: &str = "
        update source set next_at = null
        where id = $1 and (subscribed_at is null or ended_at is not null or leave = 'no')";
    on!(tx tx, conn => sqlx::query(SQL).bind(id).execute(conn).await.map(|_| ())?);
    Ok(())
}

/// Takes a server for one source; false where another has it, or it does not want to be asked yet.
pub async fn take_host(
    tx: &mut Tx,
    host: &str,
    source: &SourceId,
    now: i64,
    until: i64,
) -> Result<bool> {
    const SQL: &str = "
        insert into host (name, leased_by, leased_until) values ($1, $2, $4)
        on conflict (name) do update set leased_by = excluded.leased_by, leased_until = excluded.leased_until
        where host.not_before <= $3 and (host.leased_until <= $3 or host.leased_by = $2)";
    let done = on!(tx tx, conn => sqlx::query(SQL).bind(host).bind(source).bind(now).bind(until)
        .execute(conn).await?.rows_affected());
    Ok(done == 1)
}

/// Gives a server back; `not_before` is when it wants to be asked again.
pub async fn release_host(
    tx: &mut Tx,
    host: &str,
    source: &SourceId,
    not_before: Option<i64>,
) -> Result<()> {
    const SQL: &str = "
        update host set leased_by = null, leased_until = 0,
            not_before = case when coalesce($3, 0) > not_before then $3 else not_before end
        where name = $1 and leased_by = $2";
    on!(tx tx, conn => sqlx::query(SQL).bind(host).bind(source).bind(not_before).execute(conn).await.map(|_| ())?);
    Ok(())
}

/// Forgets servers that nobody asks and that say nothing.
pub async fn sweep_hosts(tx: &mut Tx, now: i64) -> Result<u64> {
    const SQL: &str = "delete from host where leased_until <= $1 and not_before <= $1";
    on!(tx tx, conn => Ok(sqlx::query(SQL).bind(now).execute(conn).await?.rows_affected()))
}

/// Notes a look that went well. `skipped` is left as it was where nothing changed.
pub async fn set_looked(
    tx: &mut Tx,
    id: &SourceId,
    memory: &Memory,
    skipped: Option<&str>,
    now: i64,
    next_at: i64,
) -> Result<()> {
    const SQL: &str = "
        update source set etag = $2, last_modified = $3, body_hash = $4, harvest = $5, skipped = coalesce($6, skipped),
            polled_at = $7, next_at = case when ended_at is null and subscribed_at is not null then $8 end, failures = 0,
            broken_at = null, error = null
        where id = $1";
    let harvest = serde_json::to_string(&memory.harvest).unwrap_or_default();
    on!(tx tx, conn => sqlx::query(SQL).bind(id).bind(&memory.condition.etag).bind(&memory.condition.last_modified)
        .bind(&memory.body_hash).bind(&harvest).bind(skipped).bind(now).bind(next_at).execute(conn).await.map(|_| ())?);
    Ok(())
}

/// Notes a look that failed; `broken_at` opens the breaker, and an open one keeps its day.
pub async fn set_failed(
    tx: &mut Tx,
    id: &SourceId,
    failures: i64,
    broken_at: Option<i64>,
    error: &str,
    next_at: i64,
) -> Result<()> {
    const SQL: &str = "
        update source set failures = $2, broken_at = coalesce(broken_at, $3), error = $4,
            next_at = case when ended_at is null and subscribed_at is not null then $5 end
        where id = $1";
    on!(tx tx, conn => sqlx::query(SQL).bind(id).bind(failures).bind(broken_at).bind(error).bind(next_at)
        .execute(conn).await.map(|_| ())?);
    Ok(())
}

/// Lets it be asked at this time, without a word on how it went.
pub async fn set_next(tx: &mut Tx, id: &SourceId, next_at: i64) -> Result<()> {
    const SQL: &str = "update source set next_at = $2 where id = $1 and ended_at is null and subscribed_at is not null";
    on!(tx tx, conn => sqlx::query(SQL).bind(id).bind(next_at).execute(conn).await.map(|_| ())?);
    Ok(())
}

/// Follows it to another address for good; false where another source has that address.
pub async fn move_to(tx: &mut Tx, id: &SourceId, address: &str, host: &str) -> Result<bool> {
    const SQL: &str = "
        update source set address = $2, host = $3
        where id = $1 and not exists (select 1 from source o where o.address = $2 and o.id <> $1)";
    let done = on!(tx tx, conn => sqlx::query(SQL).bind(id).bind(address).bind(host).execute(conn).await?.rows_affected());
    Ok(done == 1)
}

/// How many are subscribed to, how many of those are broken, and how many are due.
pub async fn depth(db: &Db, now: i64) -> Result<(i64, i64, i64)> {
    const SQL: &str = "
        select count(*), count(broken_at), count(case when next_at <= $1 then 1 end) from source
        where subscribed_at is not null and ended_at is null";
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(now).fetch_one(pool).await?))
}
