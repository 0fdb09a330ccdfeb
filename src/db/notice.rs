//! Notices, and the entries that they take off.

use super::{Db, Result, Tx, on};
use crate::model::notice::{Kind, Notice, Outcome, State};
use crate::model::{EntryId, GroupId, NoticeId, SubmissionId};

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "select id, token, kind, state, matter, group_id, entry_id, group_name, group_city, group_country, language, website, ",
            "words, sender_name, sender_email, network, held_from, outcome, reason, decided_by, decided_at, created_at from notice ",
            $rest
        )
    };
}

/// Stores a new notice; false when its form was stored before.
pub async fn add(tx: &mut Tx, form_key: &str, new: &Notice) -> Result<bool> {
    const SQL: &str = "
        insert into notice (id, token, form_key, kind, state, matter, group_id, entry_id, group_name, group_city,
            group_country, language, website, words, sender_name, sender_email, network, created_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
        on conflict (form_key) do nothing";
    let done = on!(tx tx, conn => sqlx::query(SQL)
        .bind(&new.id).bind(&new.token).bind(form_key).bind(new.kind).bind(new.state).bind(new.matter).bind(&new.group_id)
        .bind(&new.entry_id).bind(&new.group_name).bind(&new.group_city).bind(&new.group_country).bind(&new.language)
        .bind(&new.website).bind(&new.words).bind(&new.sender_name).bind(&new.sender_email).bind(&new.network)
        .bind(new.created_at).execute(conn).await?.rows_affected());
    Ok(done == 1)
}

/// The notice with this id.
pub async fn by_id(db: &Db, id: &NoticeId) -> Result<Option<Notice>> {
    const SQL: &str = select!("where id = $1");
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(id).fetch_optional(pool).await?))
}

/// The notice behind a teller's private link.
pub async fn by_token(db: &Db, token: &str) -> Result<Option<Notice>> {
    const SQL: &str = select!("where token = $1");
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(token).fetch_optional(pool).await?))
}

/// The notice that a form was stored as.
pub async fn by_form_key(db: &Db, form_key: &str) -> Result<Option<Notice>> {
    const SQL: &str = select!("where form_key = $1");
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(form_key).fetch_optional(pool).await?))
}

/// Those that wait for an editor: removals first, then the oldest.
pub async fn waiting(db: &Db, limit: i64) -> Result<Vec<Notice>> {
    const SQL: &str = select!(
        "where state = 'waiting' order by case when kind = 'removal' then 0 else 1 end, id limit $1"
    );
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(limit).fetch_all(pool).await?))
}

/// How many of each kind wait.
pub async fn counts(db: &Db) -> Result<Vec<(Kind, i64)>> {
    const SQL: &str = "select kind, count(*) from notice where state = 'waiting' group by kind";
    on!(db, pool => Ok(sqlx::query_as(SQL).fetch_all(pool).await?))
}

/// Ends one that waits; false where it was ended before.
pub async fn settle(
    tx: &mut Tx,
    id: &NoticeId,
    (outcome, state): (Outcome, State),
    reason: Option<&str>,
    editor: &str,
    now: i64,
) -> Result<bool> {
    const SQL: &str = "
        update notice set outcome = $2, state = $3, reason = $4, decided_by = $5, decided_at = $6
        where id = $1 and state = 'waiting'";
    let done = on!(tx tx, conn => sqlx::query(SQL).bind(id).bind(outcome).bind(state).bind(reason).bind(editor).bind(now)
        .execute(conn).await?.rows_affected());
    Ok(done == 1)
}

/// Those that wait because of an entry, the oldest first.
pub async fn of_entry(tx: &mut Tx, entry: &EntryId) -> Result<Vec<Notice>> {
    const SQL: &str = select!("where entry_id = $1 and state = 'waiting' order by id");
    on!(tx tx, conn => Ok(sqlx::query_as(SQL).bind(entry).fetch_all(conn).await?))
}

/// Notes the group that came of it.
pub async fn set_group(tx: &mut Tx, id: &NoticeId, group: &GroupId) -> Result<()> {
    const SQL: &str = "update notice set group_id = $2 where id = $1";
    on!(tx tx, conn => sqlx::query(SQL).bind(id).bind(group).execute(conn).await.map(|_| ())?);
    Ok(())
}

/// How many came since a time: of all, and of one network.
pub async fn count_since(tx: &mut Tx, network: &str, since: i64) -> Result<(i64, i64)> {
    const SQL: &str = "
        select count(*), count(case when network = $1 then 1 end) from notice where created_at >= $2";
    on!(tx tx, conn => Ok(sqlx::query_as(SQL).bind(network).bind(since).fetch_one(conn).await?))
}

/// How many took an entry off at once since a time: of all, and of one network.
pub async fn held_since(tx: &mut Tx, network: &str, since: i64) -> Result<(i64, i64)> {
    const SQL: &str = "
        select count(*), count(case when network = $1 then 1 end) from notice
        where created_at >= $2 and held_from is not null";
    on!(tx tx, conn => Ok(sqlx::query_as(SQL).bind(network).bind(since).fetch_one(conn).await?))
}

/// Whether an editor has said of an entry that it stays.
pub async fn was_kept(tx: &mut Tx, entry: &EntryId) -> Result<bool> {
    const SQL: &str = "
        select count(*) from notice where entry_id = $1 and kind = 'removal' and outcome in ('kept', 'revised')";
    let count: i64 = on!(tx tx, conn => sqlx::query_scalar(SQL).bind(entry).fetch_one(conn).await?);
    Ok(count > 0)
}

/// Notes that it took its entry off at once, and what that was before.
pub async fn set_held(tx: &mut Tx, id: &NoticeId, from: &str) -> Result<()> {
    const SQL: &str = "update notice set held_from = $2 where id = $1";
    on!(tx tx, conn => sqlx::query(SQL).bind(id).bind(from).execute(conn).await.map(|_| ())?);
    Ok(())
}

/// What an entry was before a notice took it off; the newest counts.
pub async fn held_from(tx: &mut Tx, entry: &EntryId) -> Result<Option<String>> {
    const SQL: &str = "
        select held_from from notice where entry_id = $1 and held_from is not null order by id desc limit 1";
    on!(tx tx, conn => Ok(sqlx::query_scalar(SQL).bind(entry).fetch_optional(conn).await?))
}

/// Forgets the networks of those that came before a time.
pub async fn sweep(tx: &mut Tx, before: i64) -> Result<u64> {
    const SQL: &str =
        "update notice set network = null where network is not null and created_at < $1";
    on!(tx tx, conn => Ok(sqlx::query(SQL).bind(before).execute(conn).await?.rows_affected()))
}

/// An entry that a removal speaks of, whether it is shown or not.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Subject {
    /// Its id.
    pub id: EntryId,
    /// The submission it came from.
    pub submission_id: SubmissionId,
    /// Its address under `/entries/`.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// Its language, BCP 47.
    pub language: Option<String>,
    /// Its words.
    pub words: String,
    /// The people in it, one a line.
    pub people: String,
    /// Who sent it.
    pub sender_name: String,
    /// Since when it is off the site.
    pub withdrawn_at: Option<i64>,
    /// Who took it off: `removal` where a notice did.
    pub withdrawn_by: Option<String>,
}

macro_rules! subject {
    ($rest:literal) => {
        concat!(
            "select e.id, e.submission_id, e.slug, e.title, e.language, e.words, e.people, e.sender_name, e.withdrawn_at, ",
            "e.withdrawn_by from entry e ",
            $rest
        )
    };
}

/// The entry under this slug, past slugs included.
pub async fn entry_at(db: &Db, slug: &str) -> Result<Option<Subject>> {
    const SQL: &str =
        subject!("join slug s on s.subject = e.id where s.kind = 'entry' and s.slug = $1");
    // PostgreSQL would stumble over a NUL in it.
    if slug.contains('\0') {
        return Ok(None);
    }
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(slug).fetch_optional(pool).await?))
}

/// The entry with this id.
pub async fn entry_of(db: &Db, id: &EntryId) -> Result<Option<Subject>> {
    const SQL: &str = subject!("where e.id = $1");
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(id).fetch_optional(pool).await?))
}

/// Keeps an entry off that somebody wants removed, whoever took it off before.
pub async fn hold_entry(tx: &mut Tx, entry: &EntryId, now: i64) -> Result<()> {
    const SQL: &str = "
        update entry set withdrawn_at = coalesce(withdrawn_at, $2), withdrawn_by = 'removal', updated_at = $2 where id = $1";
    on!(tx tx, conn => sqlx::query(SQL).bind(entry).bind(now).execute(conn).await.map(|_| ())?);
    Ok(())
}

/// Brings back an entry that a removal took off, unless the owner of what it shows said no meanwhile.
pub async fn release_entry(tx: &mut Tx, entry: &EntryId, now: i64) -> Result<bool> {
    const SQL: &str = "
        update entry set withdrawn_at = null, withdrawn_by = null, updated_at = $2
        where id = $1 and withdrawn_by = 'removal' and not exists (
            select 1 from medium m join source s on s.id = m.source_id
            where m.submission_id = entry.submission_id and m.kind not in ('feed', 'journal', 'list') and s.leave = 'no')";
    let done = on!(tx tx, conn => sqlx::query(SQL).bind(entry).bind(now).execute(conn).await?.rows_affected());
    Ok(done == 1)
}

/// Leaves an entry off as somebody else's: an editor's, or whoever's takes care of its links (`watch`) or voices (`voice`).
pub async fn hand_over(tx: &mut Tx, entry: &EntryId, to: &str) -> Result<()> {
    const SQL: &str =
        "update entry set withdrawn_by = $2 where id = $1 and withdrawn_by = 'removal'";
    on!(tx tx, conn => sqlx::query(SQL).bind(entry).bind(to).execute(conn).await.map(|_| ())?);
    Ok(())
}
