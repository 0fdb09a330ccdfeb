//! Two groups that are one: what moves, and its moving.

use super::{Db, Result, Tx, on};
use crate::model::{GroupId, SubmissionId};

/// How much of each moves with a group.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, sqlx::FromRow)]
pub struct Moving {
    /// Entries, those that are off the site too.
    pub entries: i64,
    /// Of those, what is coming.
    pub coming: i64,
    /// Submissions that named it.
    pub submissions: i64,
    /// Drafts that name it and are not published.
    pub drafts: i64,
    /// Sources that are its own.
    pub sources: i64,
    /// Notices that speak of it.
    pub notices: i64,
}

/// Drafts that wait and name the group `$1`.
macro_rules! drafts {
    ($start:literal) => {
        concat!(
            $start,
            " exists (select 1 from \"group\" g where g.id = $1 and g.name = draft.group_name and g.city = draft.group_city
                and coalesce(g.country, '') = coalesce(draft.country, ''))
            and exists (select 1 from submission s where s.id = draft.submission_id
                and s.state in ('received', 'resolving', 'in_review', 'changes_requested', 'resubmitted', 'joined'))"
        )
    };
}

/// How much would move with a group.
pub async fn moving(db: &Db, group: &GroupId) -> Result<Moving> {
    const SQL: &str = drafts!(
        "select (select count(*) from entry where group_id = $1) as entries,
            (select count(*) from entry where group_id = $1 and about = 'coming' and withdrawn_at is null) as coming,
            (select count(*) from submission where group_id = $1) as submissions,
            (select count(*) from source where group_id = $1) as sources,
            (select count(*) from notice where group_id = $1) as notices,
            count(*) as drafts from draft where"
    );
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(group).fetch_one(pool).await?))
}

/// Names a group in the drafts that wait and name it as it was called until now. Says of which submissions.
pub async fn name_drafts(
    tx: &mut Tx,
    group: &GroupId,
    (name, city, country): (&str, &str, Option<&str>),
) -> Result<Vec<SubmissionId>> {
    const SQL: &str =
        drafts!("update draft set group_name = $2, group_city = $3, country = $4 where");
    const OF: &str = drafts!("select submission_id from draft where");
    let named = on!(tx &mut *tx, conn => sqlx::query_scalar(OF).bind(group).fetch_all(conn).await?);
    on!(tx tx, conn => sqlx::query(SQL).bind(group).bind(name).bind(city).bind(country)
        .execute(conn).await.map(|_| ())?);
    Ok(named)
}

/// Moves all that is a group's to another and forgets it. Its slugs and its names lead to the other from now on; its
/// feeds' guids stay.
pub async fn move_all(tx: &mut Tx, from: &GroupId, to: &GroupId) -> Result<()> {
    const SQL: [&str; 9] = [
        // First, so that on PostgreSQL nobody adds something to it meanwhile: what would waits here, and fails.
        r#"update "group" set slug = slug || ' ' || id where id = $1 and id <> $2"#,
        r#"insert into past_name (sameness, group_id) select sameness, $2 from "group" where id = $1
            on conflict (sameness) do update set group_id = excluded.group_id"#,
        "update past_name set group_id = $2 where group_id = $1",
        "update slug set subject = $2 where kind = 'group' and subject = $1",
        "update entry set group_id = $2 where group_id = $1",
        "update submission set group_id = $2 where group_id = $1",
        "update source set group_id = $2 where group_id = $1",
        "update notice set group_id = $2 where group_id = $1",
        "update import_row set subject = $2 where subject = $1",
    ];
    const END: &str = r#"delete from "group" where id = $1"#;
    for sql in SQL {
        on!(tx &mut *tx, conn => sqlx::query(sql).bind(from).bind(to).execute(conn).await.map(|_| ())?);
    }
    on!(tx tx, conn => sqlx::query(END).bind(from).execute(conn).await.map(|_| ())?);
    Ok(())
}
