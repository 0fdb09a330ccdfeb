//! Files that people sent.

use super::{Db, Result, Tx, on};
use crate::model::upload::Upload;
use crate::model::{MediumId, SubmissionId};

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "select token, name, file_name, size, created_at, consent, consent_by, consent_at, medium_id, sent_as, speaker, ",
            "withdrawn_by, withdrawn_at from upload ",
            $rest
        )
    };
}

/// Notes a file that is in the store.
pub async fn add(tx: &mut Tx, upload: &Upload) -> Result<()> {
    const SQL: &str = "insert into upload (token, name, file_name, size, created_at, sent_as) values ($1, $2, $3, $4, $5, $6)";
    on!(tx tx, conn => sqlx::query(SQL).bind(&upload.token).bind(&upload.name).bind(&upload.file_name)
        .bind(upload.size).bind(upload.created_at).bind(upload.sent_as).execute(conn).await.map(|_| ())?);
    Ok(())
}

/// The file with this token, as long as no submission has it.
pub async fn loose(db: &Db, token: &str) -> Result<Option<Upload>> {
    const SQL: &str = select!("where token = $1 and medium_id is null");
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(token).fetch_optional(pool).await?))
}

/// A submission's files with what was agreed to.
pub async fn of_submission(db: &Db, submission: &SubmissionId) -> Result<Vec<Upload>> {
    const SQL: &str = select!(
        "where medium_id in (select id from medium where submission_id = $1) order by created_at, token"
    );
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(submission).fetch_all(pool).await?))
}

/// What was agreed to when a file was sent, whichever medium it is by now.
pub async fn agreed(db: &Db, name: &str) -> Result<Option<Upload>> {
    const SQL: &str = select!(
        "where name = $1 and consent is not null and withdrawn_at is null order by created_at limit 1"
    );
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(name).fetch_optional(pool).await?))
}

/// Who agreed to what with a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Consent {
    /// What was agreed to, word for word; nothing where the file shows and lets hear nobody.
    pub wording: Option<String>,
    /// Who agreed.
    pub by: String,
    /// Whose voice it is, where it is not theirs.
    pub speaker: Option<String>,
}

/// Gives a file to a medium, with the consent of whoever sent it; false when another has it or it is gone.
pub async fn claim(
    tx: &mut Tx,
    token: &str,
    medium: &MediumId,
    consent: &Consent,
    now: i64,
) -> Result<bool> {
    const SQL: &str = "
        update upload set medium_id = $2, consent = $3, consent_by = $4, consent_at = $5, speaker = $6
        where token = $1 and medium_id is null";
    let done = on!(tx tx, conn => sqlx::query(SQL).bind(token).bind(medium).bind(&consent.wording).bind(&consent.by)
        .bind(now).bind(&consent.speaker).execute(conn).await?.rows_affected());
    Ok(done == 1)
}

/// Holds every row of a file until the transaction ends.
pub async fn hold(tx: &mut Tx, name: &str) -> Result<()> {
    const SQL: &str = "update upload set name = name where name = $1";
    on!(tx tx, conn => sqlx::query(SQL).bind(name).execute(conn).await.map(|_| ())?);
    Ok(())
}

/// Takes a medium's files back, what is said in it among them: what was agreed to stays on record.
pub async fn withdraw(tx: &mut Tx, medium: &MediumId, by: &str, now: i64) -> Result<()> {
    const SQL: &str = "
        update upload set withdrawn_by = $2, withdrawn_at = $3
        where medium_id = $1 and withdrawn_at is null returning name";
    let names: Vec<String> = on!(tx &mut *tx, conn => sqlx::query_scalar(SQL).bind(medium).bind(by).bind(now)
        .fetch_all(conn).await?);
    super::picture::leave(tx, &names).await
}

/// Whether a file of this name is published (true) or waits for a decision (false); nothing where nobody may hear it:
/// no submission has it that was not declined, taken back, taken off or joined to another.
pub async fn hearing(db: &Db, name: &str) -> Result<Option<bool>> {
    const SQL: &str = "
        select cast(max(case when e.id is null then 0 else 1 end) as bigint) from (
            select medium_id from upload where name = $1 and withdrawn_at is null union select medium_id from episode_file where name = $1
            union select medium_id from mastering where mp3 = $1 union select medium_id from mastering where opus = $1
            union select medium_id from mastering where peaks = $1
            union select medium_id from enclosure where url = '/media/' || $1) f
        join medium m on m.id = f.medium_id
        join submission s on s.id = m.submission_id left join entry e on e.submission_id = s.id
        where m.state = 'found' and s.state not in ('declined', 'withdrawn', 'joined') and e.withdrawn_at is null";
    let published: Option<i64> =
        on!(db, pool => sqlx::query_scalar(SQL).bind(name).fetch_one(pool).await?);
    Ok(published.map(|published| published == 1))
}

/// The bytes of all files that no submission has.
pub async fn loose_bytes(db: &Db) -> Result<i64> {
    const SQL: &str =
        "select cast(coalesce(sum(size), 0) as bigint) from upload where medium_id is null";
    on!(db, pool => Ok(sqlx::query_scalar(SQL).fetch_one(pool).await?))
}

/// Drops the file with this token, as long as no submission has it; says its name.
pub async fn drop_loose(tx: &mut Tx, token: &str) -> Result<Option<String>> {
    const SQL: &str = "delete from upload where token = $1 and medium_id is null returning name";
    on!(tx tx, conn => Ok(sqlx::query_scalar(SQL).bind(token).fetch_optional(conn).await?))
}

/// Drops files that nobody gave to a submission before a time, and names those that nothing refers to any more.
pub async fn sweep(tx: &mut Tx, before: i64) -> Result<Vec<String>> {
    const SQL: &str =
        "delete from upload where medium_id is null and created_at < $1 returning name";
    const STILL: &str = "select count(*) from upload where name = $1 and withdrawn_at is null";
    let names: Vec<String> =
        on!(tx tx, conn => sqlx::query_scalar(SQL).bind(before).fetch_all(conn).await?);
    let mut gone = Vec::new();
    for name in names {
        let still: i64 =
            on!(tx tx, conn => sqlx::query_scalar(STILL).bind(&name).fetch_one(conn).await?);
        if still == 0 && !gone.contains(&name) {
            gone.push(name);
        }
    }
    Ok(gone)
}
