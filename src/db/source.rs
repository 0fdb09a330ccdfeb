//! Sources, and what their owners say to being shown.

use super::{Db, Result, Tx, on};
use crate::model::source::{Leave, Source};
use crate::model::{SourceId, SubmissionId};
use jobs::provider;

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "select id, provider, address, title, link, author, leave, leave_by, leave_at, noted_by from source ",
            $rest
        )
    };
}

/// The source with this address; made if there is none yet. Its title and page are kept as they are now.
pub async fn find_or_make(
    tx: &mut Tx,
    id: SourceId,
    found: &provider::Source,
    now: i64,
) -> Result<Source> {
    const SQL: &str = "
        insert into source (id, provider, address, title, link, author, created_at) values ($1, $2, $3, $4, $5, $6, $7)
        on conflict (address) do update set title = excluded.title, link = excluded.link, author = excluded.author";
    const FIND: &str = select!("where address = $1");
    on!(tx tx, conn => sqlx::query(SQL)
        .bind(&id).bind(&found.provider).bind(&found.address).bind(&found.title).bind(&found.link).bind(&found.author)
        .bind(now).execute(conn).await.map(|_| ())?);
    on!(tx tx, conn => Ok(sqlx::query_as(FIND).bind(&found.address).fetch_one(conn).await?))
}

/// The source with this id.
pub async fn by_id(db: &Db, id: &SourceId) -> Result<Option<Source>> {
    const SQL: &str = select!("where id = $1");
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(id).fetch_optional(pool).await?))
}

/// Every source, by title.
pub async fn all(db: &Db) -> Result<Vec<Source>> {
    const SQL: &str = select!("order by title, id");
    on!(db, pool => Ok(sqlx::query_as(SQL).fetch_all(pool).await?))
}

/// Notes what the owner says: who said it, when, and which editor noted it.
pub async fn set_leave(
    tx: &mut Tx,
    id: &SourceId,
    leave: Leave,
    said_by: &str,
    noted_by: &str,
    now: i64,
) -> Result<()> {
    const SQL: &str =
        "update source set leave = $2, leave_by = $3, leave_at = $4, noted_by = $5 where id = $1";
    on!(tx tx, conn => sqlx::query(SQL).bind(id).bind(leave).bind(said_by).bind(now).bind(noted_by)
        .execute(conn).await.map(|_| ())?);
    Ok(())
}

/// Takes every entry of a source off the public face; their guids are never used again. Says how many.
pub async fn withdraw(tx: &mut Tx, id: &SourceId, now: i64) -> Result<u64> {
    const SQL: &str = "
        update entry set withdrawn_at = $2, updated_at = $2 where withdrawn_at is null
            and submission_id in (select submission_id from medium where source_id = $1 and kind not in ('feed', 'journal'))";
    on!(tx tx, conn => Ok(sqlx::query(SQL).bind(id).bind(now).execute(conn).await?.rows_affected()))
}

/// The title of a source that one of a submission's things comes from and whose owner said no. Its sources stay as
/// they are until the transaction ends, so that a no that comes meanwhile finds what this one writes.
pub async fn refusing(tx: &mut Tx, submission: &SubmissionId) -> Result<Option<String>> {
    const SQL: &str = "
        update source set leave = leave
        where id in (select source_id from medium where submission_id = $1 and kind not in ('feed', 'journal'))
        returning title, leave";
    let sources: Vec<(String, Option<Leave>)> =
        on!(tx tx, conn => sqlx::query_as(SQL).bind(submission).fetch_all(conn).await?);
    let no = sources
        .into_iter()
        .find(|(_, leave)| *leave == Some(Leave::No));
    Ok(no.map(|(title, _)| title))
}
