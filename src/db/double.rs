//! Doubles: the marks by which they are found, what was seen of pairs, and who was joined to whom.

use super::{Db, Result, Tx, on};
use crate::model::submission::State;
use crate::model::{MediumId, SubmissionId};

/// A mark of a submission.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, sqlx::FromRow)]
pub struct Mark {
    /// `link`, `guid`, `title`, `day` …
    pub kind: String,
    /// Its key.
    pub value: String,
    /// When it must be gone, for what was made of a provider's words; in milliseconds since 1970.
    pub keep_until: Option<i64>,
}

/// Two that may be the same, from one's side.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Pair {
    /// The other.
    pub other: SubmissionId,
    /// 0 to 1000.
    pub score: i64,
    /// What speaks for it, as JSON.
    pub signs: String,
}

/// What stands before the world or will: what is joined, ended or taken off is nobody's double.
macro_rules! live {
    ($start:literal, $end:literal) => {
        concat!(
            $start,
            " (s.state in ('resolving', 'in_review', 'changes_requested', 'resubmitted', 'accepted', 'scheduled') or (s.state = 'published' ",
            "and exists (select 1 from entry e where e.submission_id = s.id and e.withdrawn_at is null))) ",
            $end
        )
    };
}

/// Replaces a submission's marks by these.
pub async fn replace_marks(tx: &mut Tx, id: &SubmissionId, marks: &[Mark]) -> Result<()> {
    const CLEAR: &str = "delete from mark where submission_id = $1";
    on!(tx &mut *tx, conn => sqlx::query(CLEAR).bind(id).execute(conn).await.map(|_| ())?);
    add_marks(tx, id, marks).await
}

/// Adds marks to those that a submission has.
pub async fn add_marks(tx: &mut Tx, id: &SubmissionId, marks: &[Mark]) -> Result<()> {
    const SQL: &str = "
        insert into mark (submission_id, kind, value, keep_until) values ($1, $2, $3, $4)
        on conflict (submission_id, kind, value) do nothing";
    for mark in marks {
        on!(tx &mut *tx, conn => sqlx::query(SQL).bind(id).bind(&mark.kind).bind(&mark.value).bind(mark.keep_until)
            .execute(conn).await.map(|_| ())?);
    }
    Ok(())
}

/// Those that share a mark with a submission: what shares a link or guid first, then by the number of common marks.
pub async fn candidates(db: &Db, id: &SubmissionId, limit: i64) -> Result<Vec<SubmissionId>> {
    const SQL: &str = live!(
        "select m.submission_id from mark own join mark m on m.kind = own.kind and m.value = own.value
        join submission s on s.id = m.submission_id where own.submission_id = $1 and own.kind <> 'source' and m.submission_id <> $1 and",
        "group by m.submission_id
        order by max(case when m.kind in ('link', 'guid') then 1 else 0 end) desc, count(*) desc, m.submission_id limit $2"
    );
    on!(db, pool => Ok(sqlx::query_scalar(SQL).bind(id).bind(limit).fetch_all(pool).await?))
}

/// Those that have a mark.
pub async fn with_mark(tx: &mut Tx, kind: &str, value: &str) -> Result<Vec<SubmissionId>> {
    const SQL: &str = live!(
        "select m.submission_id from mark m join submission s on s.id = m.submission_id where m.kind = $1 and m.value = $2 and",
        "order by m.submission_id"
    );
    on!(tx tx, conn => Ok(sqlx::query_scalar(SQL).bind(kind).bind(value).fetch_all(conn).await?))
}

/// Who has a mark, and the slug of the entry it is: what is published first, then the oldest. What has `source` as a
/// source is passed over.
pub async fn known(
    tx: &mut Tx,
    kind: &str,
    value: &str,
    source: &str,
) -> Result<Option<(SubmissionId, Option<String>)>> {
    const SQL: &str = live!(
        "select m.submission_id, e.slug from mark m join submission s on s.id = m.submission_id
        left join entry e on e.submission_id = s.id and e.withdrawn_at is null where m.kind = $1 and m.value = $2
        and not exists (select 1 from mark o where o.submission_id = m.submission_id and o.kind = 'source' and o.value = $3) and",
        "order by case when e.slug is null then 1 else 0 end, m.submission_id limit 1"
    );
    on!(tx tx, conn => Ok(sqlx::query_as(SQL).bind(kind).bind(value).bind(source).fetch_optional(conn).await?))
}

/// Where a submission stands, which stays so until the transaction ends.
pub async fn hold(tx: &mut Tx, id: &SubmissionId) -> Result<Option<State>> {
    const SQL: &str = "update submission set updated_at = updated_at where id = $1 returning state";
    on!(tx tx, conn => Ok(sqlx::query_scalar(SQL).bind(id).fetch_optional(conn).await?))
}

/// Where a submission stands just now.
pub async fn state(tx: &mut Tx, id: &SubmissionId) -> Result<Option<State>> {
    const SQL: &str = "select state from submission where id = $1";
    on!(tx tx, conn => Ok(sqlx::query_scalar(SQL).bind(id).fetch_optional(conn).await?))
}

/// The slug of the entry that a submission is.
pub async fn slug(tx: &mut Tx, id: &SubmissionId) -> Result<Option<String>> {
    const SQL: &str = "select slug from entry where submission_id = $1 and withdrawn_at is null";
    on!(tx tx, conn => Ok(sqlx::query_scalar(SQL).bind(id).fetch_optional(conn).await?))
}

/// Notes what a submission is joined to; what was joined to it goes along.
pub async fn set_joined(
    tx: &mut Tx,
    id: &SubmissionId,
    target: Option<&SubmissionId>,
) -> Result<()> {
    const SQL: &str = "update submission set joined_to = $2 where id = $1";
    const ALONG: &str = "update submission set joined_to = $2 where joined_to = $1";
    on!(tx &mut *tx, conn => sqlx::query(SQL).bind(id).bind(target).execute(conn).await.map(|_| ())?);
    if target.is_some() {
        on!(tx &mut *tx, conn => sqlx::query(ALONG).bind(id).bind(target).execute(conn).await.map(|_| ())?);
    }
    Ok(())
}

/// What a submission is joined to.
pub async fn target(db: &Db, id: &SubmissionId) -> Result<Option<SubmissionId>> {
    const SQL: &str = "select joined_to from submission where id = $1 and state = 'joined'";
    let found: Option<Option<SubmissionId>> =
        on!(db, pool => sqlx::query_scalar(SQL).bind(id).fetch_optional(pool).await?);
    Ok(found.flatten())
}

/// What is joined to something that was not taken after all, with what that is.
pub async fn stranded(tx: &mut Tx) -> Result<Vec<SubmissionId>> {
    const SQL: &str = "
        select j.id from submission j join submission s on s.id = j.joined_to
        where j.state = 'joined' and s.state in ('declined', 'withdrawn', 'unavailable', 'failed') order by j.id";
    on!(tx tx, conn => Ok(sqlx::query_scalar(SQL).fetch_all(conn).await?))
}

/// Notes how alike two are; what somebody said to it stays.
pub async fn note(
    tx: &mut Tx,
    (one, other): (&SubmissionId, &SubmissionId),
    score: i64,
    signs: &str,
    now: i64,
) -> Result<()> {
    const SQL: &str = "
        insert into likeness (first_id, second_id, score, signs, seen_at) values ($1, $2, $3, $4, $5)
        on conflict (first_id, second_id) do update set score = excluded.score, signs = excluded.signs, seen_at = excluded.seen_at";
    let (first, second) = ordered(one, other);
    on!(tx tx, conn => sqlx::query(SQL).bind(first).bind(second).bind(score).bind(signs).bind(now)
        .execute(conn).await.map(|_| ())?);
    Ok(())
}

/// Notes what was said to a pair: `joined` or `apart`. The first word counts.
pub async fn judge(
    tx: &mut Tx,
    (one, other): (&SubmissionId, &SubmissionId),
    verdict: &str,
    by: &str,
    now: i64,
) -> Result<bool> {
    const SQL: &str = "
        update likeness set verdict = $3, decided_by = $4, decided_at = $5
        where first_id = $1 and second_id = $2 and verdict is null";
    let (first, second) = ordered(one, other);
    let done = on!(tx tx, conn => sqlx::query(SQL).bind(first).bind(second).bind(verdict).bind(by).bind(now)
        .execute(conn).await?.rows_affected());
    Ok(done == 1)
}

/// What was said to a pair, by whom and when.
pub async fn verdict(
    tx: &mut Tx,
    (one, other): (&SubmissionId, &SubmissionId),
) -> Result<Option<(String, String, i64)>> {
    const SQL: &str = "
        select verdict, decided_by, decided_at from likeness
        where first_id = $1 and second_id = $2 and verdict is not null";
    let (first, second) = ordered(one, other);
    on!(tx tx, conn => Ok(sqlx::query_as(SQL).bind(first).bind(second).fetch_optional(conn).await?))
}

/// Those that may be the same as a submission and of which nobody said anything yet, the likest first.
pub async fn unjudged(db: &Db, id: &SubmissionId) -> Result<Vec<Pair>> {
    const SQL: &str = live!(
        "select s.id as other, l.score, l.signs from likeness l
        join submission s on s.id = case when l.first_id = $1 then l.second_id else l.first_id end
        where (l.first_id = $1 or l.second_id = $1) and l.verdict is null and",
        "order by l.score desc, s.id"
    );
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(id).fetch_all(pool).await?))
}

/// Copies a medium with its facts, pictures and file to another submission, behind what that has; false where it is there.
pub async fn copy_medium(
    tx: &mut Tx,
    from: &MediumId,
    copy: &MediumId,
    to: &SubmissionId,
) -> Result<bool> {
    const MEDIUM: &str = "
        insert into medium (id, submission_id, position, typed, provider, kind, provider_id, canonical, state, error_code,
            error_detail, prepared, guid, source_id, document, citation)
        select $2, $3, (select coalesce(max(position), -1) + 1 from medium where submission_id = $3), typed, provider, kind,
            provider_id, canonical, state, error_code, error_detail, prepared, guid, source_id, document, citation
        from medium where id = $1 and coalesce(error_code, '') <> 'voice-taken-back'
        on conflict (submission_id, provider, provider_id) do nothing";
    const ALONG: [&str; 4] = [
        "insert into fact (subject, field, value, origin, fetched_at, keep_until)
         select $2, field, value, origin, fetched_at, keep_until from fact where subject = $1",
        "insert into picture (medium_id, used_as, extension, name, width, height, size, keep_until, likeness_hash, colour)
         select $2, used_as, extension, name, width, height, size, keep_until, likeness_hash, colour from picture where medium_id = $1",
        "insert into enclosure (medium_id, url, type, size, duration_ms, probed_at)
         select $2, url, type, size, duration_ms, probed_at from enclosure where medium_id = $1",
        "insert into mastering (medium_id, mp3, opus, peaks, chapters, duration_ms, trimmed_start_ms, trimmed_end_ms,
             loudness_before, loudness, true_peak, mastered_at)
         select $2, mp3, opus, peaks, chapters, duration_ms, trimmed_start_ms, trimmed_end_ms, loudness_before, loudness,
             true_peak, mastered_at from mastering where medium_id = $1",
    ];
    // A sender's file that is taken back at this moment is not copied.
    const HELD: &str = "
        update upload set name = name where withdrawn_at is null and name = (
            select provider_id from medium where id = $1 and provider = 'upload')";
    const OF_FILE: &str = "select count(*) from medium where id = $1 and provider = 'upload'";
    let of_file: i64 =
        on!(tx &mut *tx, conn => sqlx::query_scalar(OF_FILE).bind(from).fetch_one(conn).await?);
    let held =
        on!(tx &mut *tx, conn => sqlx::query(HELD).bind(from).execute(conn).await?.rows_affected());
    if of_file > 0 && held == 0 {
        return Ok(false);
    }
    let done = on!(tx &mut *tx, conn => sqlx::query(MEDIUM).bind(from).bind(copy).bind(to).execute(conn).await?.rows_affected());
    if done == 0 {
        return Ok(false);
    }
    for sql in ALONG {
        on!(tx &mut *tx, conn => sqlx::query(sql).bind(from).bind(copy).execute(conn).await.map(|_| ())?);
    }
    Ok(true)
}

/// Notes the difference hash of a medium's picture, which goes when the picture goes.
pub async fn set_picture_hash(tx: &mut Tx, medium: &MediumId, hash: &str) -> Result<()> {
    const SQL: &str = "update picture set likeness_hash = $2 where medium_id = $1";
    on!(tx tx, conn => sqlx::query(SQL).bind(medium).bind(hash).execute(conn).await.map(|_| ())?);
    Ok(())
}

/// The difference hash of a medium's picture, while we may keep it.
pub async fn picture_hash(db: &Db, medium: &MediumId, now: i64) -> Result<Option<String>> {
    const SQL: &str = "
        select min(likeness_hash) from picture where medium_id = $1 and (keep_until is null or keep_until > $2)";
    on!(db, pool => Ok(sqlx::query_scalar(SQL).bind(medium).bind(now).fetch_one(pool).await?))
}

/// When the first of a medium's facts must be gone.
pub async fn facts_until(db: &Db, medium: &MediumId) -> Result<Option<i64>> {
    const SQL: &str = "select min(keep_until) from fact where subject = $1";
    on!(db, pool => Ok(sqlx::query_scalar(SQL).bind(medium).fetch_one(pool).await?))
}

/// Drops the marks that were made of words which have expired; says how many.
pub async fn sweep(tx: &mut Tx, now: i64) -> Result<u64> {
    const SQL: &str = "delete from mark where keep_until <= $1";
    on!(tx tx, conn => Ok(sqlx::query(SQL).bind(now).execute(conn).await?.rows_affected()))
}

fn ordered<'a>(
    one: &'a SubmissionId,
    other: &'a SubmissionId,
) -> (&'a SubmissionId, &'a SubmissionId) {
    if one <= other {
        (one, other)
    } else {
        (other, one)
    }
}

/// Submissions that are published or in review and have no mark.
pub async fn unmarked(db: &Db, limit: i64) -> Result<Vec<SubmissionId>> {
    const SQL: &str = "
        select s.id from submission s where s.state in ('in_review', 'published')
            and not exists (select 1 from mark m where m.submission_id = s.id)
        order by s.id limit $1";
    on!(db, pool => Ok(sqlx::query_scalar(SQL).bind(limit).fetch_all(pool).await?))
}
