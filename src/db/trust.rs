//! Editors' decisions to publish what a source brings.

use super::{Db, Result, Tx, on};
use crate::model::source::Trust;
use crate::model::{EntryId, SourceId, SubmissionId, TrustId};

/// Every decision about a source, the newest first.
pub async fn of_source(db: &Db, source: &SourceId) -> Result<Vec<Trust>> {
    const SQL: &str = "
        select id, editor, granted_at, expires_at, revoked_at, revoked_by from trust where source_id = $1 order by id desc";
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(source).fetch_all(pool).await?))
}

/// The one that holds now. Its row stays as it is until the transaction ends.
pub async fn holding(tx: &mut Tx, source: &SourceId, now: i64) -> Result<Option<Trust>> {
    const SQL: &str = "
        update trust set source_id = source_id where source_id = $1 and revoked_at is null and expires_at > $2
        returning id, editor, granted_at, expires_at, revoked_at, revoked_by";
    let trusts: Vec<Trust> =
        on!(tx tx, conn => sqlx::query_as(SQL).bind(source).bind(now).fetch_all(conn).await?);
    Ok(trusts.into_iter().next())
}

/// Records that an editor trusts a source until then.
pub async fn grant(
    tx: &mut Tx,
    id: &TrustId,
    source: &SourceId,
    editor: &str,
    now: i64,
    expires_at: i64,
) -> Result<()> {
    const SQL: &str = "insert into trust (id, source_id, editor, granted_at, expires_at) values ($1, $2, $3, $4, $5)";
    on!(tx tx, conn => sqlx::query(SQL).bind(id).bind(source).bind(editor).bind(now).bind(expires_at)
        .execute(conn).await.map(|_| ())?);
    Ok(())
}

/// Takes back whatever trust a source has; says how many decisions that were.
pub async fn revoke(tx: &mut Tx, source: &SourceId, editor: &str, now: i64) -> Result<u64> {
    const SQL: &str = "
        update trust set revoked_at = $3, revoked_by = $2 where source_id = $1 and revoked_at is null and expires_at > $3";
    on!(tx tx, conn => Ok(sqlx::query(SQL).bind(source).bind(editor).bind(now).execute(conn).await?.rows_affected()))
}

/// Notes that an entry was published under this decision.
pub async fn cite(tx: &mut Tx, entry: &EntryId, trust: &TrustId) -> Result<()> {
    const SQL: &str = "update entry set trust_id = $2 where id = $1";
    on!(tx tx, conn => sqlx::query(SQL).bind(entry).bind(trust).execute(conn).await.map(|_| ())?);
    Ok(())
}

/// The decision that what a submission became was published under.
pub async fn cited(db: &Db, submission: &SubmissionId) -> Result<Option<Trust>> {
    const SQL: &str = "
        select t.id, t.editor, t.granted_at, t.expires_at, t.revoked_at, t.revoked_by
        from entry e join trust t on t.id = e.trust_id where e.submission_id = $1";
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(submission).fetch_optional(pool).await?))
}
