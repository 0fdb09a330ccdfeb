//! Facts: what a provider said, with its origin and the day it must be gone.

use super::{Db, Result, Tx, on};
use jobs::provider::Found;
use serde_json::{Map, Value};

/// How long a provider's words are kept: 30 days, by YouTube's Developer Policies.
pub const KEEP_MS: i64 = 30 * 24 * 60 * 60 * 1000;

/// Notes what a provider said of a subject, a row a field, for as long as its terms allow. What was given for good is
/// not written over.
pub async fn save(tx: &mut Tx, subject: &str, found: &Found, now: i64) -> Result<()> {
    write(tx, subject, found, now, Some(now + KEEP_MS)).await
}

/// Notes what somebody said who gave it to everybody for good.
pub async fn save_for_good(tx: &mut Tx, subject: &str, found: &Found, now: i64) -> Result<()> {
    write(tx, subject, found, now, None).await
}

/// What is still known of a subject; nothing once it has expired.
pub async fn found(db: &Db, subject: &str, now: i64) -> Result<Option<Found>> {
    const SQL: &str = "select field, value from fact where subject = $1 and (keep_until is null or keep_until > $2)";
    let rows: Vec<(String, String)> =
        on!(db, pool => sqlx::query_as(SQL).bind(subject).bind(now).fetch_all(pool).await?);
    let fields: Map<String, Value> = rows
        .into_iter()
        .filter_map(|(field, value)| Some((field, serde_json::from_str(&value).ok()?)))
        .collect();
    Ok(serde_json::from_value(Value::Object(fields)).ok())
}

/// Drops what its provider said of a subject; what was given for good stays.
pub async fn forget(tx: &mut Tx, subject: &str) -> Result<()> {
    const SQL: &str = "delete from fact where subject = $1 and keep_until is not null";
    on!(tx tx, conn => sqlx::query(SQL).bind(subject).execute(conn).await.map(|_| ())?);
    Ok(())
}

/// Drops what has expired; says how many rows.
pub async fn sweep(tx: &mut Tx, now: i64) -> Result<u64> {
    const SQL: &str = "delete from fact where keep_until <= $1";
    on!(tx tx, conn => Ok(sqlx::query(SQL).bind(now).execute(conn).await?.rows_affected()))
}

async fn write(
    tx: &mut Tx,
    subject: &str,
    found: &Found,
    now: i64,
    keep_until: Option<i64>,
) -> Result<()> {
    const SQL: &str = "
        insert into fact (subject, field, value, origin, fetched_at, keep_until) values ($1, $2, $3, $4, $5, $6)
        on conflict (subject, field) do update set
            value = excluded.value, origin = excluded.origin, fetched_at = excluded.fetched_at, keep_until = excluded.keep_until
        where fact.keep_until is not null or excluded.keep_until is null";
    let Ok(Value::Object(fields)) = serde_json::to_value(found) else {
        return Ok(());
    };
    for (field, value) in fields.iter().filter(|(_, value)| !value.is_null()) {
        let value = value.to_string();
        on!(tx tx, conn => sqlx::query(SQL)
            .bind(subject).bind(field).bind(&value).bind(&found.origin).bind(now).bind(keep_until)
            .execute(conn).await.map(|_| ())?);
    }
    Ok(())
}

/// When the next of the facts and pictures expires, after this moment; in milliseconds since 1970.
pub async fn next_expiry(db: &Db, now: i64) -> Result<Option<i64>> {
    const SQL: &str = "
        select min(at) from (
            select min(keep_until) as at from fact where keep_until > $1
            union all select min(keep_until) from picture where keep_until > $1) e";
    on!(db, pool => Ok(sqlx::query_scalar(SQL).bind(now).fetch_one(pool).await?))
}
