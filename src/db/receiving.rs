//! Files that come in pieces.

use super::{Db, Result, Tx, on};
use crate::model::upload::SentAs;

/// A file that is on its way.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Receiving {
    /// Whoever holds it may send the rest, and give the file to a submission.
    pub token: String,
    /// What its sender calls it.
    pub file_name: String,
    /// Bytes that it will have.
    pub size: i64,
    /// When it was announced, in milliseconds since 1970.
    pub created_at: i64,
    /// What it will be.
    pub sent_as: SentAs,
}

/// Announces a file.
pub async fn add(tx: &mut Tx, receiving: &Receiving) -> Result<()> {
    const SQL: &str = "insert into receiving (token, file_name, size, created_at, sent_as) values ($1, $2, $3, $4, $5)";
    on!(tx tx, conn => sqlx::query(SQL).bind(&receiving.token).bind(&receiving.file_name).bind(receiving.size)
        .bind(receiving.created_at).bind(receiving.sent_as).execute(conn).await.map(|_| ())?);
    Ok(())
}

/// The file with this token, while it is on its way.
pub async fn by_token(db: &Db, token: &str) -> Result<Option<Receiving>> {
    const SQL: &str =
        "select token, file_name, size, created_at, sent_as from receiving where token = $1";
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(token).fetch_optional(pool).await?))
}

/// How many are on their way.
pub async fn count(db: &Db) -> Result<i64> {
    const SQL: &str = "select count(*) from receiving";
    on!(db, pool => Ok(sqlx::query_scalar(SQL).fetch_one(pool).await?))
}

/// It is whole, or nobody wants it any more.
pub async fn remove(tx: &mut Tx, token: &str) -> Result<bool> {
    const SQL: &str = "delete from receiving where token = $1";
    let done =
        on!(tx tx, conn => sqlx::query(SQL).bind(token).execute(conn).await?.rows_affected());
    Ok(done == 1)
}

/// Forgets those that were announced before a time and never came whole.
pub async fn sweep(tx: &mut Tx, before: i64) -> Result<u64> {
    const SQL: &str = "delete from receiving where created_at < $1";
    Ok(on!(tx tx, conn => sqlx::query(SQL).bind(before).execute(conn).await?.rows_affected()))
}
