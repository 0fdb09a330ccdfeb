//! Messages that came by mail, kept whole.

use super::{Db, Result, Tx, on};
use crate::model::mail::{Outcome, Received};
use crate::model::{MessageId, SubmissionId};

/// Keeps a message; false when it was kept before.
pub async fn add(tx: &mut Tx, message: &Received<'_>) -> Result<bool> {
    const SQL: &str = "
        insert into message (id, message_key, submission_id, outcome, sender, subject, raw, received_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (message_key) do nothing";
    let done = on!(tx tx, conn => sqlx::query(SQL)
        .bind(message.id).bind(message.key).bind(message.submission_id).bind(message.outcome)
        .bind(message.sender).bind(message.subject).bind(message.raw).bind(message.received_at)
        .execute(conn).await?.rows_affected());
    Ok(done == 1)
}

/// What became of a message with this key: its outcome and its submission.
pub async fn outcome(db: &Db, key: &str) -> Result<Option<(Outcome, Option<SubmissionId>)>> {
    const SQL: &str = "select outcome, submission_id from message where message_key = $1";
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(key).fetch_optional(pool).await?))
}

/// The whole of a message.
pub async fn raw(db: &Db, id: &MessageId) -> Result<Option<Vec<u8>>> {
    const SQL: &str = "select raw from message where id = $1";
    on!(db, pool => Ok(sqlx::query_scalar(SQL).bind(id).fetch_optional(pool).await?))
}

/// The messages that made a submission.
pub async fn of_submission(db: &Db, submission: &SubmissionId) -> Result<Vec<MessageId>> {
    const SQL: &str = "select id from message where submission_id = $1 order by id";
    on!(db, pool => Ok(sqlx::query_scalar(SQL).bind(submission).fetch_all(pool).await?))
}
