//! Imports and their rows.

use super::{Db, Result, Tx, on};
use crate::model::import::{Import, Kind, Outcome, Row};
use crate::model::{ImportId, SubmissionId};

macro_rules! import {
    ($rest:literal) => {
        concat!(
            "select id, kind, name, total, started_at, ended_at from import ",
            $rest
        )
    };
}

macro_rules! row {
    ($rest:literal) => {
        concat!(
            "select kind, row_key, import_id, position, title, outcome, reason, notes, coalesce(subject, (
                select f.subject from import_row f where f.kind = r.kind and f.row_key = r.joined_to)) as subject,
                joined_to, body from import_row r ",
            $rest
        )
    };
}

/// The import of these bytes; made if they were not brought before.
pub async fn find_or_make(tx: &mut Tx, new: &Import, digest: &str) -> Result<Import> {
    const MAKE: &str = "
        insert into import (id, kind, digest, name, total, started_at) values ($1, $2, $3, $4, $5, $6)
        on conflict (kind, digest) do nothing";
    const FIND: &str = import!("where kind = $1 and digest = $2");
    on!(tx tx, conn => sqlx::query(MAKE)
        .bind(&new.id).bind(new.kind).bind(digest).bind(&new.name).bind(new.total).bind(new.started_at)
        .execute(conn).await.map(|_| ())?);
    on!(tx tx, conn => Ok(sqlx::query_as(FIND).bind(new.kind).bind(digest).fetch_one(conn).await?))
}

/// Notes that its last row was seen to.
pub async fn end(tx: &mut Tx, id: &ImportId, now: i64) -> Result<()> {
    const SQL: &str = "update import set ended_at = $2 where id = $1 and ended_at is null";
    on!(tx tx, conn => sqlx::query(SQL).bind(id).bind(now).execute(conn).await.map(|_| ())?);
    Ok(())
}

/// Every import, the newest first.
pub async fn all(db: &Db) -> Result<Vec<Import>> {
    const SQL: &str = import!("order by id desc");
    on!(db, pool => Ok(sqlx::query_as(SQL).fetch_all(pool).await?))
}

/// The import with this id.
pub async fn by_id(db: &Db, id: &ImportId) -> Result<Option<Import>> {
    const SQL: &str = import!("where id = $1");
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(id).fetch_optional(pool).await?))
}

/// How many rows of each import stand at each outcome.
pub async fn counts(db: &Db) -> Result<Vec<(ImportId, Outcome, i64)>> {
    const SQL: &str =
        "select import_id, outcome, count(*) from import_row group by import_id, outcome";
    on!(db, pool => Ok(sqlx::query_as(SQL).fetch_all(pool).await?))
}

/// How many rows wait for an editor.
pub async fn waiting(db: &Db) -> Result<i64> {
    const SQL: &str = "select count(*) from import_row where outcome = 'waiting'";
    on!(db, pool => Ok(sqlx::query_scalar(SQL).fetch_one(pool).await?))
}

/// Rows of an import, in its order; of one outcome, or of every.
pub async fn rows(
    db: &Db,
    id: &ImportId,
    outcome: Option<Outcome>,
    limit: i64,
    offset: i64,
) -> Result<Vec<Row>> {
    const ONE: &str =
        row!("where import_id = $1 and outcome = $4 order by position, row_key limit $2 offset $3");
    const ALL: &str = row!("where import_id = $1 order by position, row_key limit $2 offset $3");
    match outcome {
        Some(outcome) => {
            on!(db, pool => Ok(sqlx::query_as(ONE).bind(id).bind(limit).bind(offset).bind(outcome).fetch_all(pool).await?))
        }
        None => {
            on!(db, pool => Ok(sqlx::query_as(ALL).bind(id).bind(limit).bind(offset).fetch_all(pool).await?))
        }
    }
}

/// The row with this key, as this transaction sees it.
pub async fn row(tx: &mut Tx, kind: Kind, key: &str) -> Result<Option<Row>> {
    const SQL: &str = row!("where kind = $1 and row_key = $2");
    on!(tx tx, conn => Ok(sqlx::query_as(SQL).bind(kind).bind(key).fetch_optional(conn).await?))
}

/// Stores a row. One that is there already is only written over while it is refused: what it says may have been
/// mended. False where it stays as it was.
pub async fn put(tx: &mut Tx, row: &Row) -> Result<bool> {
    const SQL: &str = "
        insert into import_row (kind, row_key, import_id, position, title, outcome, reason, notes, subject, body, joined_to)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (kind, row_key) do update set
            import_id = excluded.import_id, position = excluded.position, title = excluded.title,
            outcome = excluded.outcome, reason = excluded.reason, notes = excluded.notes,
            subject = excluded.subject, body = excluded.body, joined_to = excluded.joined_to
        where import_row.outcome = 'refused'";
    let done = on!(tx tx, conn => sqlx::query(SQL)
        .bind(row.kind).bind(&row.row_key).bind(&row.import_id).bind(row.position).bind(&row.title).bind(row.outcome)
        .bind(&row.reason).bind(&row.notes).bind(&row.subject).bind(&row.body).bind(&row.joined_to)
        .execute(conn).await?.rows_affected());
    Ok(done == 1)
}

/// Says what became of a row that waited. False where somebody was quicker.
pub async fn settle(
    tx: &mut Tx,
    row: &Row,
    outcome: Outcome,
    reason: Option<&str>,
    subject: Option<&str>,
) -> Result<bool> {
    const SQL: &str = "
        update import_row set outcome = $3, reason = $4, subject = $5
        where kind = $1 and row_key = $2 and outcome = 'waiting'";
    let done = on!(tx tx, conn => sqlx::query(SQL)
        .bind(row.kind).bind(&row.row_key).bind(outcome).bind(reason).bind(subject)
        .execute(conn).await?.rows_affected());
    Ok(done == 1)
}

/// Says what became of the row that a submission came from, if it came from one.
pub async fn settle_submission(
    tx: &mut Tx,
    submission: &SubmissionId,
    outcome: Outcome,
    reason: Option<&str>,
) -> Result<()> {
    const SQL: &str = "
        update import_row set outcome = $2, reason = $3 where subject = $1 and kind = 'pyvideo' and outcome = 'waiting'";
    on!(tx tx, conn => sqlx::query(SQL).bind(submission).bind(outcome).bind(reason).execute(conn).await.map(|_| ())?);
    Ok(())
}

/// Notes that a submission came with an import: it waits in that list and not in the desk's own.
pub async fn bring(tx: &mut Tx, submission: &SubmissionId, import: &ImportId) -> Result<()> {
    const SQL: &str = "update submission set import_id = $2 where id = $1";
    on!(tx tx, conn => sqlx::query(SQL).bind(submission).bind(import).execute(conn).await.map(|_| ())?);
    Ok(())
}
