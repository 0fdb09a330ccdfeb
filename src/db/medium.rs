//! The media of submissions.

use super::{Db, Result, Tx, on};
use crate::model::entry::Shown;
use crate::model::submission::{Medium, MediumState};
use crate::model::{MediumId, SourceId, SubmissionId};

macro_rules! shown {
    ($rest:literal) => {
        concat!(
            "select m.id, m.submission_id, m.provider, m.kind, m.provider_id, m.canonical, m.guid, m.document, m.citation, ",
            "s.address as source_address, s.title as source_title, s.link as source_link, s.leave as source_leave, ",
            "c.url as enclosure_url, c.type as enclosure_type, c.size as enclosure_size, ",
            "c.duration_ms, w.state as link_state, w.since as link_since from medium m left join source s on s.id = m.source_id ",
            "left join watch w on w.medium_id = m.id ",
            "left join enclosure c on c.medium_id = m.id ",
            $rest
        )
    };
}

const OF: &str = "
    select id, position, typed, provider, kind, provider_id, canonical, state, error_code, error_detail, prepared,
        guid, source_id, document, citation, skipped
    from medium where submission_id = $1 order by position, id";

/// A submission's media, in order.
pub async fn of(db: &Db, submission: &SubmissionId) -> Result<Vec<Medium>> {
    on!(db, pool => Ok(sqlx::query_as(OF).bind(submission).fetch_all(pool).await?))
}

/// The same as this transaction sees them.
pub async fn in_tx(tx: &mut Tx, submission: &SubmissionId) -> Result<Vec<Medium>> {
    on!(tx tx, conn => Ok(sqlx::query_as(OF).bind(submission).fetch_all(conn).await?))
}

const SHOWN: &str = shown!(
    "where m.submission_id = $1 and m.state = 'found' and m.kind not in ('feed', 'journal', 'list') order by m.position, m.id"
);

/// The media of a submission that may be shown, in order.
pub async fn shown(db: &Db, submission: &SubmissionId) -> Result<Vec<Shown>> {
    on!(db, pool => Ok(sqlx::query_as(SHOWN).bind(submission).fetch_all(pool).await?))
}

/// The same as this transaction sees them.
pub async fn shown_in(tx: &mut Tx, submission: &SubmissionId) -> Result<Vec<Shown>> {
    on!(tx tx, conn => Ok(sqlx::query_as(SHOWN).bind(submission).fetch_all(conn).await?))
}

/// The media of a feed's entries at these positions, in order.
pub async fn listed(db: &Db, feed: &str, from: i64, to: i64) -> Result<Vec<Shown>> {
    const SQL: &str = shown!(
        "join entry e on e.submission_id = m.submission_id join listing l on l.entry_id = e.id
        where l.feed = $1 and l.position between $2 and $3
            and m.state = 'found' and m.kind not in ('feed', 'journal', 'list')
        order by m.submission_id, m.position, m.id"
    );
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(feed).bind(from).bind(to).fetch_all(pool).await?))
}

/// The media of the newest entries, in order.
pub async fn of_recent(db: &Db, limit: i64) -> Result<Vec<Shown>> {
    const SQL: &str = shown!(
        "where m.state = 'found' and m.kind not in ('feed', 'journal', 'list') and m.submission_id in (
            select submission_id from entry where withdrawn_at is null order by published_at desc, id desc limit $1)
        order by m.submission_id, m.position, m.id"
    );
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(limit).fetch_all(pool).await?))
}

/// Adds one to a submission.
pub async fn add(tx: &mut Tx, submission: &SubmissionId, medium: &Medium) -> Result<()> {
    const SQL: &str = "
        insert into medium (id, submission_id, position, typed, provider, kind, provider_id, canonical, state,
            guid, source_id, document, citation)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict (submission_id, provider, provider_id) do nothing";
    on!(tx tx, conn => sqlx::query(SQL)
        .bind(&medium.id).bind(submission).bind(medium.position).bind(&medium.typed).bind(&medium.provider)
        .bind(&medium.kind).bind(&medium.provider_id).bind(&medium.canonical).bind(medium.state)
        .bind(&medium.guid).bind(&medium.source_id).bind(&medium.document).bind(&medium.citation)
        .execute(conn).await.map(|_| ())?);
    Ok(())
}

/// Notes that its provider knows it, under which address and as what. False where it was taken back meanwhile.
pub async fn set_found(tx: &mut Tx, id: &MediumId, kind: &str, canonical: &str) -> Result<bool> {
    const SQL: &str = "
        update medium set state = 'found', kind = $2, canonical = $3, error_code = null, error_detail = null
        where id = $1 and coalesce(error_code, '') <> 'voice-taken-back'";
    let done = on!(tx tx, conn => sqlx::query(SQL).bind(id).bind(kind).bind(canonical).execute(conn).await?.rows_affected());
    Ok(done == 1)
}

/// Notes the address by which its provider knows it now.
pub async fn set_canonical(tx: &mut Tx, id: &MediumId, canonical: &str) -> Result<()> {
    const SQL: &str = "update medium set canonical = $2 where id = $1";
    on!(tx tx, conn => sqlx::query(SQL).bind(id).bind(canonical).execute(conn).await.map(|_| ())?);
    Ok(())
}

/// What a source's medium keeps for good.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// `podcast` or `journal`.
    pub provider: String,
    /// What the source calls it.
    pub guid: Option<String>,
    /// Where an article's PDF is.
    pub document: Option<String>,
    /// How one cites an article.
    pub citation: Option<String>,
}

/// Notes which source it comes from.
pub async fn set_origin(
    tx: &mut Tx,
    id: &MediumId,
    source: &SourceId,
    origin: &Origin,
) -> Result<()> {
    const SQL: &str = "
        update medium set provider = $2, source_id = $3, guid = $4, document = $5, citation = $6 where id = $1";
    on!(tx tx, conn => sqlx::query(SQL).bind(id).bind(&origin.provider).bind(source).bind(&origin.guid)
        .bind(&origin.document).bind(&origin.citation).execute(conn).await.map(|_| ())?);
    Ok(())
}

/// Notes what of a feed or archive could not be proposed.
pub async fn set_skipped(tx: &mut Tx, id: &MediumId, skipped: &str) -> Result<()> {
    const SQL: &str = "update medium set skipped = $2 where id = $1";
    on!(tx tx, conn => sqlx::query(SQL).bind(id).bind(skipped).execute(conn).await.map(|_| ())?);
    Ok(())
}

/// Notes why it cannot be shown.
pub async fn set_failed(tx: &mut Tx, id: &MediumId, code: &str, detail: &str) -> Result<()> {
    set_state(tx, id, MediumState::Failed, Some(code), Some(detail)).await
}

/// Lets it be asked for again.
pub async fn set_waiting(tx: &mut Tx, id: &MediumId) -> Result<()> {
    set_state(tx, id, MediumState::Waiting, None, None).await
}

/// Whether it may be shown, and holds it so until the transaction ends: who takes it back meanwhile waits.
pub async fn hold(tx: &mut Tx, id: &MediumId) -> Result<bool> {
    const SQL: &str = "update medium set prepared = prepared where id = $1 and state = 'found'";
    let done = on!(tx tx, conn => sqlx::query(SQL).bind(id).execute(conn).await?.rows_affected());
    Ok(done == 1)
}

/// Notes that its pictures are made, or why there are none. False where it is not shown any more.
pub async fn set_prepared(tx: &mut Tx, id: &MediumId, error: Option<(&str, &str)>) -> Result<bool> {
    const SQL: &str = "
        update medium set prepared = 1, error_code = $2, error_detail = $3 where id = $1 and state = 'found'";
    let done = on!(tx tx, conn => sqlx::query(SQL).bind(id).bind(error.map(|e| e.0)).bind(error.map(|e| e.1))
        .execute(conn).await?.rows_affected());
    Ok(done == 1)
}

/// Puts it at this place among the others.
pub async fn set_position(
    tx: &mut Tx,
    submission: &SubmissionId,
    id: &MediumId,
    position: i64,
) -> Result<()> {
    const SQL: &str = "update medium set position = $3 where id = $1 and submission_id = $2";
    on!(tx tx, conn => sqlx::query(SQL).bind(id).bind(submission).bind(position).execute(conn).await.map(|_| ())?);
    Ok(())
}

/// The oldest submission of this thing that still stands, published or on its way, and its title.
pub async fn held_by(
    tx: &mut Tx,
    provider: &str,
    provider_id: &str,
) -> Result<Option<(SubmissionId, String)>> {
    const SQL: &str = "
        select s.id, s.title from medium m join submission s on s.id = m.submission_id
        where m.provider = $1 and m.provider_id = $2 and m.state <> 'failed'
            and s.state not in ('declined', 'withdrawn', 'unavailable', 'failed')
        order by s.id limit 1";
    on!(tx tx, conn => Ok(sqlx::query_as(SQL).bind(provider).bind(provider_id).fetch_optional(conn).await?))
}

/// Every medium that is this file of a sender's, with its submission, and whether somebody sent it there: else it was
/// copied.
pub async fn of_file(tx: &mut Tx, name: &str) -> Result<Vec<(MediumId, SubmissionId, bool)>> {
    const SQL: &str = "
        select id, submission_id, exists (
            select 1 from upload u where u.medium_id = medium.id and u.name = medium.provider_id) as is_sent
        from medium where provider = 'upload' and provider_id = $1 order by id";
    on!(tx tx, conn => Ok(sqlx::query_as(SQL).bind(name).fetch_all(conn).await?))
}

/// The YouTube ids of a submission's media.
pub async fn youtube_of(tx: &mut Tx, submission: &SubmissionId) -> Result<Vec<String>> {
    const SQL: &str =
        "select provider_id from medium where submission_id = $1 and provider = 'youtube'";
    on!(tx tx, conn => Ok(sqlx::query_scalar(SQL).bind(submission).fetch_all(conn).await?))
}

async fn set_state(
    tx: &mut Tx,
    id: &MediumId,
    state: MediumState,
    code: Option<&str>,
    detail: Option<&str>,
) -> Result<()> {
    // What was taken back stays taken back.
    const SQL: &str = "
        update medium set state = $2, error_code = $3, error_detail = $4
        where id = $1 and coalesce(error_code, '') <> 'voice-taken-back'";
    on!(tx tx, conn => sqlx::query(SQL).bind(id).bind(state).bind(code).bind(detail).execute(conn).await.map(|_| ())?);
    Ok(())
}
