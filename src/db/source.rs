//! Sources, and what their owners say to being shown.

use super::{Db, Result, Tx, on};
use crate::model::source::{Leave, Source};
use crate::model::{EntryId, MediumId, SourceId, SubmissionId};
use jobs::provider;

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "select id, provider, address, title, link, author, leave, leave_by, leave_at, noted_by, subscribed_at, ",
            "subscribed_by, group_id, language, country, licence, words, interval_ms, archive, next_at, polled_at, etag, ",
            "last_modified, body_hash, harvest, failures, broken_at, error, ended_at, skipped from source ",
            $rest
        )
    };
}

/// A page as it is compared: without scheme and closing slash.
macro_rules! page {
    ($of:literal) => {
        concat!(
            "rtrim(replace(replace(",
            $of,
            ", 'https://', ''), 'http://', ''), '/')"
        )
    };
}

/// Which sources are the same show or journal as the one of `$1`: itself, and those that name the same page. A
/// journal's archive and its articles' pages are such, or a feed at two addresses.
macro_rules! same {
    () => {
        concat!(
            "(id = $1 or ",
            page!("link"),
            " = (select ",
            page!("o.link"),
            " from source o where o.id = $1))"
        )
    };
}
pub(super) use {page, same};

/// The source with this address; made if there is none yet. Its page is kept as it is now, its title too unless an editor
/// subscribed to it under theirs; nothing of it is where it was not asked yet (`page`). The no of the same show or journal
/// at another address is its no, too; a yes holds only where it was given.
pub async fn find_or_make(
    tx: &mut Tx,
    id: SourceId,
    found: &provider::Source,
    now: i64,
) -> Result<Source> {
    const SQL: &str = "
        insert into source (id, provider, address, title, link, author, created_at) values ($1, $2, $3, $4, $5, $6, $7)
        on conflict (address) do update set link = excluded.link, author = excluded.author, provider = excluded.provider,
            title = case when source.subscribed_at is null then excluded.title else source.title end
        where excluded.provider <> 'page'";
    const FIND: &str = select!("where address = $1");
    const NO: &str = concat!(
        "update source set leave = 'no', (leave_by, leave_at, noted_by) = (
            select leave_by, leave_at, noted_by from source where leave = 'no' and ",
        same!(),
        " order by leave_at desc limit 1)
        where address = $2 and leave is null and exists (select 1 from source where leave = 'no' and ",
        same!(),
        ")"
    );
    on!(tx tx, conn => sqlx::query(SQL)
        .bind(&id).bind(&found.provider).bind(&found.address).bind(&found.title).bind(&found.link).bind(&found.author)
        .bind(now).execute(conn).await.map(|_| ())?);
    let source: Source =
        on!(tx tx, conn => sqlx::query_as(FIND).bind(&found.address).fetch_one(conn).await?);
    on!(tx tx, conn => sqlx::query(NO).bind(&source.id).bind(&found.address).execute(conn).await.map(|_| ())?);
    on!(tx tx, conn => Ok(sqlx::query_as(FIND).bind(&found.address).fetch_one(conn).await?))
}

/// The source with this id.
pub async fn by_id(db: &Db, id: &SourceId) -> Result<Option<Source>> {
    const SQL: &str = select!("where id = $1");
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(id).fetch_optional(pool).await?))
}

/// The source with this address, as this transaction sees it.
pub async fn at(tx: &mut Tx, address: &str) -> Result<Option<Source>> {
    const SQL: &str = select!("where address = $1");
    on!(tx tx, conn => Ok(sqlx::query_as(SQL).bind(address).fetch_optional(conn).await?))
}

/// The source that a medium was taken out of.
pub async fn of_medium(tx: &mut Tx, medium: &MediumId) -> Result<Option<Source>> {
    const SQL: &str = select!("where id = (select m.source_id from medium m where m.id = $1)");
    on!(tx tx, conn => Ok(sqlx::query_as(SQL).bind(medium).fetch_optional(conn).await?))
}

/// The source with this address.
pub async fn by_address(db: &Db, address: &str) -> Result<Option<Source>> {
    const SQL: &str = select!("where address = $1");
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(address).fetch_optional(pool).await?))
}

/// Those that failed too often, the longest first.
pub async fn broken(db: &Db) -> Result<Vec<Source>> {
    const SQL: &str = select!(
        "where broken_at is not null and ended_at is null order by broken_at, id limit 100"
    );
    on!(db, pool => Ok(sqlx::query_as(SQL).fetch_all(pool).await?))
}

/// Notes that it is an OAI-PMH archive.
pub async fn set_archive(tx: &mut Tx, id: &SourceId) -> Result<()> {
    const SQL: &str = "update source set archive = 1 where id = $1";
    on!(tx tx, conn => sqlx::query(SQL).bind(id).execute(conn).await.map(|_| ())?);
    Ok(())
}

/// Notes what it is, once it was asked for the first time.
pub async fn set_told(tx: &mut Tx, id: &SourceId, told: &provider::Source) -> Result<()> {
    const SQL: &str = "update source set provider = $2, link = $3, author = $4,
        title = case when title = address then $5 else title end where id = $1";
    on!(tx tx, conn => sqlx::query(SQL).bind(id).bind(&told.provider).bind(&told.link).bind(&told.author)
        .bind(&told.title).execute(conn).await.map(|_| ())?);
    Ok(())
}

/// Every source, by title.
pub async fn all(db: &Db) -> Result<Vec<Source>> {
    const SQL: &str = select!("order by title, id");
    on!(db, pool => Ok(sqlx::query_as(SQL).fetch_all(pool).await?))
}

/// Notes what the owner says: who said it, when, and which editor noted it. A no holds for the same show or journal
/// at every address.
pub async fn set_leave(
    tx: &mut Tx,
    id: &SourceId,
    leave: Leave,
    said_by: &str,
    noted_by: &str,
    now: i64,
) -> Result<()> {
    const YES: &str =
        "update source set leave = $2, leave_by = $3, leave_at = $4, noted_by = $5 where id = $1";
    const NO: &str = concat!(
        "update source set leave = $2, leave_by = $3, leave_at = $4, noted_by = $5 where ",
        same!()
    );
    let sql = if leave == Leave::No { NO } else { YES };
    on!(tx tx, conn => sqlx::query(sql).bind(id).bind(leave).bind(said_by).bind(now).bind(noted_by)
        .execute(conn).await.map(|_| ())?);
    Ok(())
}

/// Takes every entry of a source, at any of its addresses, off the public face; their guids are never used again. Says how many.
pub async fn withdraw(tx: &mut Tx, id: &SourceId, now: i64) -> Result<u64> {
    const SQL: &str = concat!(
        "update entry set withdrawn_at = $2, updated_at = $2 where withdrawn_at is null and submission_id in (
            select submission_id from medium where kind not in ('feed', 'journal', 'list') and source_id in (
                select id from source where ",
        same!(),
        ")) returning id"
    );
    let gone: Vec<EntryId> =
        on!(tx &mut *tx, conn => sqlx::query_scalar(SQL).bind(id).bind(now).fetch_all(conn).await?);
    for entry in &gone {
        super::search::forget(tx, entry.as_str()).await?;
    }
    Ok(gone.len() as u64)
}

/// The title of a source that one of a submission's things comes from and whose owner said no. Its sources stay as
/// they are until the transaction ends, so that a no that comes meanwhile finds what this one writes.
pub async fn refusing(tx: &mut Tx, submission: &SubmissionId) -> Result<Option<String>> {
    const SQL: &str = "
        update source set leave = leave
        where id in (select source_id from medium where submission_id = $1 and kind not in ('feed', 'journal', 'list'))
        returning title, leave";
    let sources: Vec<(String, Option<Leave>)> =
        on!(tx tx, conn => sqlx::query_as(SQL).bind(submission).fetch_all(conn).await?);
    let no = sources
        .into_iter()
        .find(|(_, leave)| *leave == Some(Leave::No));
    Ok(no.map(|(title, _)| title))
}
