//! What we used of the providers' quotas.

use super::{Db, Result, Tx, on};

/// Takes units out of a provider's span where at most `most` are used then; false where there are not so many left.
pub async fn take(tx: &mut Tx, provider: &str, span: &str, units: i64, most: i64) -> Result<bool> {
    const SQL: &str = "
        insert into quota (provider, span, used) select $1, $2, $3 where $3 <= $4
        on conflict (provider, span) do update set used = quota.used + excluded.used
        where quota.used + excluded.used <= $4";
    let done = on!(tx tx, conn => sqlx::query(SQL).bind(provider).bind(span).bind(units).bind(most)
        .execute(conn).await?.rows_affected());
    Ok(done == 1)
}

/// How much of a span is used.
pub async fn used(db: &Db, provider: &str, span: &str) -> Result<i64> {
    const SQL: &str = "select used from quota where provider = $1 and span = $2";
    let used: Option<i64> = on!(db, pool => sqlx::query_scalar(SQL).bind(provider).bind(span).fetch_optional(pool).await?);
    Ok(used.unwrap_or(0))
}

/// Forgets spans of this provider that began before this one.
pub async fn sweep(tx: &mut Tx, provider: &str, span: &str) -> Result<u64> {
    const SQL: &str = "delete from quota where provider = $1 and span < $2";
    on!(tx tx, conn => Ok(sqlx::query(SQL).bind(provider).bind(span).execute(conn).await?.rows_affected()))
}
