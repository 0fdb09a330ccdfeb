//! The pictures we hold.

use super::{Db, Result, Tx, on};
use crate::model::{MediumId, SubmissionId};
use std::collections::BTreeSet;

/// Whether a picture `p` may be shown at `$2`: not expired, and not of what its owner took away.
macro_rules! shows {
    () => {
        "(p.keep_until is null or p.keep_until > $2) and not exists (
            select 1 from watch w where w.medium_id = p.medium_id and w.state in ('private', 'gone'))"
    };
}

/// Whether a row of any kind names a leftover file.
macro_rules! named {
    () => {
        "(name in (select name from picture) or name in (select name from upload where withdrawn_at is null) or name in (select name from card)
            or name in (select name from episode_file) or name in (select mp3 from mastering)
            or name in (select opus from mastering) or name in (select peaks from mastering))"
    };
}

/// A stored picture.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Picture {
    /// Whose picture it is.
    pub medium_id: MediumId,
    /// `small`, `medium`, `large`, `open-graph`, `square`.
    pub used_as: String,
    /// `jpg` or `webp`.
    pub extension: String,
    /// Its file name under `/media/`: the hash of its bytes.
    pub name: String,
    /// Pixels.
    pub width: i64,
    /// Pixels.
    pub height: i64,
    /// Bytes.
    pub size: i64,
    /// When it must be gone, in milliseconds since 1970.
    pub keep_until: Option<i64>,
    /// The average colour of what it was made from, as `#rrggbb`; none for those from before it was noted.
    pub colour: Option<String>,
}

/// Replaces a medium's pictures by these; files that it had are left to the next sweep.
pub async fn replace(tx: &mut Tx, medium: &MediumId, pictures: &[Picture]) -> Result<()> {
    const CLEAR: &str = "delete from picture where medium_id = $1 returning name";
    const SQL: &str = "
        insert into picture (medium_id, used_as, extension, name, width, height, size, keep_until, colour)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    let before: Vec<String> =
        on!(tx tx, conn => sqlx::query_scalar(CLEAR).bind(medium).fetch_all(conn).await?);
    leave(tx, &before).await?;
    for picture in pictures {
        on!(tx tx, conn => sqlx::query(SQL)
            .bind(&picture.medium_id).bind(&picture.used_as).bind(&picture.extension).bind(&picture.name)
            .bind(picture.width).bind(picture.height).bind(picture.size).bind(picture.keep_until)
            .bind(&picture.colour)
            .execute(conn).await.map(|_| ())?);
    }
    Ok(())
}

/// Lets what a provider lent of a medium's pictures expire now.
pub async fn expire(tx: &mut Tx, medium: &MediumId, now: i64) -> Result<()> {
    const SQL: &str = "update picture set keep_until = $2 where medium_id = $1 and keep_until > $2";
    on!(tx tx, conn => sqlx::query(SQL).bind(medium).bind(now).execute(conn).await.map(|_| ())?);
    Ok(())
}

/// The names of a medium's files.
pub async fn of_medium(tx: &mut Tx, medium: &MediumId) -> Result<Vec<String>> {
    const SQL: &str = "select name from picture where medium_id = $1 order by name";
    on!(tx tx, conn => Ok(sqlx::query_scalar(SQL).bind(medium).fetch_all(conn).await?))
}

/// The pictures of a submission's media that may still be shown, in the media's order.
pub async fn of_submission(db: &Db, submission: &SubmissionId, now: i64) -> Result<Vec<Picture>> {
    const SQL: &str = concat!(
        "select p.medium_id, p.used_as, p.extension, p.name, p.width, p.height, p.size, p.keep_until, p.colour
        from picture p join medium m on m.id = p.medium_id where m.submission_id = $1 and ",
        shows!(),
        " order by m.position, p.width, p.extension"
    );
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(submission).bind(now).fetch_all(pool).await?))
}

/// The pictures of the newest entries that may still be shown.
pub async fn of_recent(db: &Db, limit: i64, now: i64) -> Result<Vec<Picture>> {
    const SQL: &str = concat!(
        "select p.medium_id, p.used_as, p.extension, p.name, p.width, p.height, p.size, p.keep_until, p.colour
        from picture p join medium m on m.id = p.medium_id where ",
        shows!(),
        " and m.submission_id in (
            select submission_id from entry where withdrawn_at is null order by published_at desc, id desc limit $1)
        order by p.medium_id, p.width, p.extension"
    );
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(limit).bind(now).fetch_all(pool).await?))
}

/// The pictures of a feed's entries at these positions that may still be shown.
pub async fn listed(db: &Db, feed: &str, from: i64, to: i64, now: i64) -> Result<Vec<Picture>> {
    const SQL: &str = concat!(
        "select p.medium_id, p.used_as, p.extension, p.name, p.width, p.height, p.size, p.keep_until, p.colour
        from picture p join medium m on m.id = p.medium_id join entry e on e.submission_id = m.submission_id
            join listing l on l.entry_id = e.id
        where l.feed = $1 and l.position between $3 and $4 and ",
        shows!(),
        " order by p.medium_id, p.width, p.extension"
    );
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(feed).bind(now).bind(from).bind(to).fetch_all(pool).await?))
}

/// Whether a file of this name may be shown: of a sender's own, not once it was declined, taken back or taken off.
pub async fn may_show(db: &Db, name: &str, now: i64) -> Result<bool> {
    const SQL: &str = concat!(
        "select count(*) from picture p join medium m on m.id = p.medium_id join submission s on s.id = m.submission_id
            left join entry e on e.submission_id = s.id
        where p.name = $1 and (m.provider <> 'upload'
            or m.state = 'found' and s.state not in ('declined', 'withdrawn', 'joined') and e.withdrawn_at is null) and ",
        shows!()
    );
    let count: i64 =
        on!(db, pool => sqlx::query_scalar(SQL).bind(name).bind(now).fetch_one(pool).await?);
    Ok(count > 0)
}

/// Notes files that a row named and perhaps none does any more: the next sweep removes them.
pub async fn leave(tx: &mut Tx, names: &[String]) -> Result<()> {
    const SQL: &str = "insert into leftover (name) values ($1) on conflict (name) do nothing";
    // In one order, so that two never wait for each other.
    let names: BTreeSet<&String> = names.iter().collect();
    for name in names {
        on!(tx &mut *tx, conn => sqlx::query(SQL).bind(name).execute(conn).await.map(|_| ())?);
    }
    Ok(())
}

/// Drops the rows that have expired, and names the files that nothing refers to any more. They are named again until
/// they are [`claim`]ed.
pub async fn sweep(tx: &mut Tx, now: i64) -> Result<Vec<String>> {
    const SQL: &str = "delete from picture where keep_until <= $1 returning name";
    const USED: &str = concat!("delete from leftover where ", named!());
    const LEFT: &str = "select name from leftover order by name";
    let expired: Vec<String> =
        on!(tx &mut *tx, conn => sqlx::query_scalar(SQL).bind(now).fetch_all(conn).await?);
    leave(tx, &expired).await?;
    on!(tx &mut *tx, conn => sqlx::query(USED).execute(conn).await.map(|_| ())?);
    on!(tx tx, conn => Ok(sqlx::query_scalar(LEFT).fetch_all(conn).await?))
}

/// Takes a file that nothing refers to, to remove it before this transaction ends; false where something refers to it
/// by now.
pub async fn claim(tx: &mut Tx, name: &str) -> Result<bool> {
    const SQL: &str = concat!("delete from leftover where name = $1 and not ", named!());
    let done = on!(tx tx, conn => sqlx::query(SQL).bind(name).execute(conn).await?.rows_affected());
    Ok(done == 1)
}
