//! World tours: which voices each month has, and where they start.

use super::{Db, Result, Tx, on};
use crate::model::{EntryId, MediumId, SubmissionId};

/// A voice of a tour, and what it speaks of.
#[derive(Clone, Debug, PartialEq, sqlx::FromRow)]
pub struct Stop {
    /// Whose sound it is.
    pub medium_id: MediumId,
    /// Its file in the store, as it was sent.
    pub file: String,
    /// Where it starts in the episode, milliseconds; nothing until it is joined.
    pub start_ms: Option<i64>,
    /// The entry that it speaks of.
    pub entry_id: EntryId,
    /// That entry's submission.
    pub submission_id: SubmissionId,
    /// Its address under `/entries/`.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// The group's name.
    pub group_name: String,
    /// The group's city; may be empty.
    pub city: String,
    /// ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// Degrees north.
    pub latitude: Option<f64>,
    /// Degrees east.
    pub longitude: Option<f64>,
}

/// The postcards of entries that were published in a span of time, in that order, with their entries' licences; each
/// has its speaker's consent.
pub async fn voices(db: &Db, from: i64, until: i64) -> Result<Vec<(MediumId, String)>> {
    const SQL: &str = "
        select m.id, e.licence from entry e join medium m on m.submission_id = e.submission_id
        where e.published_at >= $1 and e.published_at < $2 and e.withdrawn_at is null
            and m.kind = 'postcard' and m.state = 'found' and exists (select 1 from mastering g where g.medium_id = m.id)
            and exists (select 1 from upload u where u.name = m.provider_id and u.sent_as = 'postcard'
                and u.consent is not null and u.withdrawn_at is null)
        order by e.published_at, e.id, m.position, m.id";
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(from).bind(until).fetch_all(pool).await?))
}

/// Notes a month's tour; false where it has one.
pub async fn add(
    tx: &mut Tx,
    tour: &SubmissionId,
    month: &str,
    voices: &[(MediumId, String)],
    now: i64,
) -> Result<bool> {
    const TOUR: &str = "
        insert into tour (submission_id, month, created_at) values ($1, $2, $3) on conflict (month) do nothing";
    const STOP: &str = "insert into stop (tour_id, position, medium_id) values ($1, $2, $3)";
    let done = on!(tx &mut *tx, conn => sqlx::query(TOUR).bind(tour).bind(month).bind(now).execute(conn).await?.rows_affected());
    if done == 0 {
        return Ok(false);
    }
    for (position, (medium, _)) in voices.iter().enumerate() {
        on!(tx &mut *tx, conn => sqlx::query(STOP).bind(tour).bind(position as i64).bind(medium)
            .execute(conn).await.map(|_| ())?);
    }
    Ok(true)
}

/// The submission of a month's tour.
pub async fn of_month(db: &Db, month: &str) -> Result<Option<SubmissionId>> {
    const SQL: &str = "select submission_id from tour where month = $1";
    on!(db, pool => Ok(sqlx::query_scalar(SQL).bind(month).fetch_optional(pool).await?))
}

const STOPS: &str = "
    select s.medium_id, m.provider_id as file, s.start_ms, e.id as entry_id, e.submission_id, e.slug, e.title,
        g.name as group_name, g.city, g.country, g.latitude, g.longitude
    from stop s join medium m on m.id = s.medium_id join entry e on e.submission_id = m.submission_id
        join \"group\" g on g.id = e.group_id
    where s.tour_id = $1 and m.state = 'found' and e.withdrawn_at is null order by s.position";

/// The voices of a tour, in their order.
pub async fn stops(db: &Db, tour: &SubmissionId) -> Result<Vec<Stop>> {
    on!(db, pool => Ok(sqlx::query_as(STOPS).bind(tour).fetch_all(pool).await?))
}

/// The same as this transaction sees them.
pub async fn stops_in(tx: &mut Tx, tour: &SubmissionId) -> Result<Vec<Stop>> {
    on!(tx tx, conn => Ok(sqlx::query_as(STOPS).bind(tour).fetch_all(conn).await?))
}

/// Whether a submission is a tour.
pub async fn is_one(tx: &mut Tx, id: &SubmissionId) -> Result<bool> {
    const SQL: &str = "select count(*) from tour where submission_id = $1";
    let count: i64 = on!(tx tx, conn => sqlx::query_scalar(SQL).bind(id).fetch_one(conn).await?);
    Ok(count > 0)
}

/// Whether a tour has a voice left, though its entry may be off the site.
pub async fn has_any(tx: &mut Tx, tour: &SubmissionId) -> Result<bool> {
    const SQL: &str = "select count(*) from stop where tour_id = $1";
    let count: i64 = on!(tx tx, conn => sqlx::query_scalar(SQL).bind(tour).fetch_one(conn).await?);
    Ok(count > 0)
}

/// Forgets where the voices of a tour start, and holds them in it until the transaction ends.
pub async fn clear_starts(tx: &mut Tx, tour: &SubmissionId) -> Result<()> {
    const SQL: &str = "update stop set start_ms = null where tour_id = $1";
    on!(tx tx, conn => sqlx::query(SQL).bind(tour).execute(conn).await.map(|_| ())?);
    Ok(())
}

/// Notes where a voice starts.
pub async fn set_start(
    tx: &mut Tx,
    tour: &SubmissionId,
    medium: &MediumId,
    start_ms: i64,
) -> Result<()> {
    const SQL: &str = "update stop set start_ms = $3 where tour_id = $1 and medium_id = $2";
    on!(tx tx, conn => sqlx::query(SQL).bind(tour).bind(medium).bind(start_ms).execute(conn).await.map(|_| ())?);
    Ok(())
}

/// The tours that a voice is in.
pub async fn with(tx: &mut Tx, medium: &MediumId) -> Result<Vec<SubmissionId>> {
    const SQL: &str = "select tour_id from stop where medium_id = $1 order by tour_id";
    on!(tx tx, conn => Ok(sqlx::query_scalar(SQL).bind(medium).fetch_all(conn).await?))
}

/// The tours that any voice of a submission is in.
pub async fn with_any(tx: &mut Tx, submission: &SubmissionId) -> Result<Vec<SubmissionId>> {
    const SQL: &str = "
        select distinct s.tour_id from stop s join medium m on m.id = s.medium_id
        where m.submission_id = $1 order by s.tour_id";
    on!(tx tx, conn => Ok(sqlx::query_scalar(SQL).bind(submission).fetch_all(conn).await?))
}

/// Takes a voice out of every tour.
pub async fn leave(tx: &mut Tx, medium: &MediumId) -> Result<()> {
    const SQL: &str = "delete from stop where medium_id = $1";
    on!(tx tx, conn => sqlx::query(SQL).bind(medium).execute(conn).await.map(|_| ())?);
    Ok(())
}

/// The published tours that a submission's voice is in.
pub async fn published_with(tx: &mut Tx, submission: &SubmissionId) -> Result<Vec<EntryId>> {
    const SQL: &str = "
        select distinct e.id from stop s join entry e on e.submission_id = s.tour_id
        where s.medium_id in (select id from medium where submission_id = $1) and e.withdrawn_at is null";
    on!(tx tx, conn => Ok(sqlx::query_scalar(SQL).bind(submission).fetch_all(conn).await?))
}
