//! What sources propose, until an editor takes it.

use super::{Db, Result, Tx, on};
use crate::model::source::Proposal;
use crate::model::{MediumId, ProposalId, SubmissionId};

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "select id, submission_id, source_id, guid, suggested, found, taken_as, taken_by from proposal ",
            $rest
        )
    };
}

/// Adds one at a place of its medium's list; what stands there under this guid already stays.
pub async fn add(tx: &mut Tx, medium: &MediumId, position: i64, proposal: &Proposal) -> Result<()> {
    const SQL: &str = "
        insert into proposal (id, submission_id, medium_id, source_id, position, guid, suggested, found)
        values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (medium_id, guid) do nothing";
    on!(tx tx, conn => sqlx::query(SQL)
        .bind(&proposal.id).bind(&proposal.submission_id).bind(medium).bind(&proposal.source_id).bind(position)
        .bind(&proposal.guid).bind(proposal.suggested).bind(&proposal.found).execute(conn).await.map(|_| ())?);
    Ok(())
}

/// All that a submission's sources propose, in order.
pub async fn of_submission(db: &Db, submission: &SubmissionId) -> Result<Vec<Proposal>> {
    const SQL: &str = select!("where submission_id = $1 order by position, id");
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(submission).fetch_all(pool).await?))
}

/// The one that a submission was taken from.
pub async fn taken_as(db: &Db, taken: &SubmissionId) -> Result<Option<Proposal>> {
    const SQL: &str = select!("where taken_as = $1");
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(taken).fetch_optional(pool).await?))
}

/// Notes that an editor took it as this submission; false when it was taken before.
pub async fn set_taken(
    tx: &mut Tx,
    id: &ProposalId,
    taken_as: &SubmissionId,
    editor: &str,
    now: i64,
) -> Result<bool> {
    const SQL: &str = "
        update proposal set taken_as = $2, taken_by = $3, taken_at = $4 where id = $1 and taken_as is null";
    let done = on!(tx tx, conn => sqlx::query(SQL).bind(id).bind(taken_as).bind(editor).bind(now)
        .execute(conn).await?.rows_affected());
    Ok(done == 1)
}
