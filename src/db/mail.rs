//! Mail that goes out.

use super::{Db, Result, Tx, on};
use crate::model::mail::Mail;
use crate::model::{MailId, SubmissionId};

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "select id, cause, submission_id, recipient, subject, body, in_reply_to, created_at, sent_at, error from mail ",
            $rest
        )
    };
}

/// Writes a mail; false when its cause had one before.
pub async fn add(tx: &mut Tx, mail: &Mail) -> Result<bool> {
    const SQL: &str = "
        insert into mail (id, cause, submission_id, recipient, subject, body, in_reply_to, created_at, error)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (cause) do nothing";
    let done = on!(tx tx, conn => sqlx::query(SQL)
        .bind(&mail.id).bind(&mail.cause).bind(&mail.submission_id).bind(&mail.recipient).bind(&mail.subject)
        .bind(&mail.body).bind(&mail.in_reply_to).bind(mail.created_at).bind(&mail.error)
        .execute(conn).await?.rows_affected());
    Ok(done == 1)
}

/// The mail with this id.
pub async fn by_id(db: &Db, id: &MailId) -> Result<Option<Mail>> {
    const SQL: &str = select!("where id = $1");
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(id).fetch_optional(pool).await?))
}

/// What was written to a submission's sender, oldest first.
pub async fn of_submission(db: &Db, submission: &SubmissionId) -> Result<Vec<Mail>> {
    const SQL: &str = select!("where submission_id = $1 order by id");
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(submission).fetch_all(pool).await?))
}

/// What is not sent, of what a submission caused, newest first. Sign-in links are not among it.
pub async fn unsent(db: &Db, limit: i64) -> Result<Vec<Mail>> {
    const SQL: &str = select!(
        "where sent_at is null and (submission_id is not null or cause like 'source-%') order by id desc limit $1"
    );
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(limit).fetch_all(pool).await?))
}

/// How many mails, of causes that begin so, were written to somebody since a time.
pub async fn count_since(tx: &mut Tx, recipient: &str, cause: &str, since: i64) -> Result<i64> {
    const SQL: &str = "select count(*) from mail where recipient = $1 and cause like $2 || '%' and created_at >= $3";
    on!(tx tx, conn => Ok(sqlx::query_scalar(SQL).bind(recipient).bind(cause).bind(since).fetch_one(conn).await?))
}

/// Notes that it was sent. What belongs to no submission may hold a sign-in link, which is not kept.
pub async fn set_sent(tx: &mut Tx, id: &MailId, now: i64) -> Result<()> {
    const SQL: &str = "
        update mail set sent_at = $2, error = null, body = case when submission_id is null then '' else body end
        where id = $1";
    on!(tx tx, conn => sqlx::query(SQL).bind(id).bind(now).execute(conn).await.map(|_| ())?);
    Ok(())
}

/// Notes why it was not sent.
pub async fn set_failed(tx: &mut Tx, id: &MailId, error: &str) -> Result<()> {
    const SQL: &str = "update mail set error = $2 where id = $1 and sent_at is null";
    on!(tx tx, conn => sqlx::query(SQL).bind(id).bind(error).execute(conn).await.map(|_| ())?);
    Ok(())
}

/// Drops what belongs to no submission and was written before a time: sign-in links expire.
pub async fn sweep(tx: &mut Tx, before: i64) -> Result<u64> {
    const SQL: &str = "delete from mail where submission_id is null and created_at < $1";
    on!(tx tx, conn => Ok(sqlx::query(SQL).bind(before).execute(conn).await?.rows_affected()))
}
