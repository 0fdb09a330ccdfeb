//! Submissions and their drafts.

use super::{Db, Result, Tx, on};
use crate::model::SubmissionId;
use crate::model::entry::About;
use crate::model::submission::{State, Submission};

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "select id, token, state, door, title, words, about, parent_id, group_id, group_name, group_city, group_country, sender_name, ",
            "sender_email, may_copy, licence, met_on, language, chapters, reason, error_code, created_at, message_id, may_answer, answer_language from submission ",
            $rest
        )
    };
}

/// The editor's words for what may become an entry.
#[derive(Clone, Debug, Default, PartialEq, Eq, sqlx::FromRow)]
pub struct Draft {
    /// Title.
    pub title: String,
    /// What a report is about.
    pub about: Option<About>,
    /// What was covered.
    pub words: String,
    /// The people, one a line.
    pub people: String,
    /// The day of the meeting, ISO 8601.
    pub met_on: Option<String>,
    /// The group's name.
    pub group_name: String,
    /// Its city.
    pub group_city: String,
    /// Its country, ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// BCP 47.
    pub language: Option<String>,
    /// SPDX name.
    pub licence: String,
    /// Chapters of its recording, one a line.
    pub chapters: String,
}

/// Stores a new submission; false when its form was stored before.
pub async fn add(tx: &mut Tx, form_key: &str, new: &Submission) -> Result<bool> {
    const SQL: &str = "
        insert into submission (id, token, form_key, state, door, words, group_id, group_name, group_city, group_country,
            sender_name, sender_email, may_copy, licence, met_on, language, created_at, updated_at,
            title, about, parent_id, message_id, may_answer, chapters, answer_language)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $17, $18, $19, $20, $21, $22, $23, $24)
        on conflict (form_key) do nothing";
    let done = on!(tx tx, conn => sqlx::query(SQL)
        .bind(&new.id).bind(&new.token).bind(form_key).bind(new.state).bind(&new.door).bind(&new.words)
        .bind(&new.group_id).bind(&new.group_name).bind(&new.group_city).bind(&new.group_country)
        .bind(&new.sender_name).bind(&new.sender_email).bind(new.may_copy).bind(&new.licence)
        .bind(&new.met_on).bind(&new.language).bind(new.created_at)
        .bind(&new.title).bind(new.about).bind(&new.parent_id).bind(&new.message_id).bind(new.may_answer)
        .bind(&new.chapters).bind(&new.answer_language)
        .execute(conn).await?.rows_affected());
    Ok(done == 1)
}

/// The submission with this id.
pub async fn by_id(db: &Db, id: &SubmissionId) -> Result<Option<Submission>> {
    const SQL: &str = select!("where id = $1");
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(id).fetch_optional(pool).await?))
}

/// The submission behind a sender's private link.
pub async fn by_token(db: &Db, token: &str) -> Result<Option<Submission>> {
    const SQL: &str = select!("where token = $1");
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(token).fetch_optional(pool).await?))
}

/// The submission that a form was stored as.
pub async fn by_form_key(db: &Db, form_key: &str) -> Result<Option<Submission>> {
    const SQL: &str = select!("where form_key = $1");
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(form_key).fetch_optional(pool).await?))
}

/// The submissions that were taken out of another, oldest first.
pub async fn taken_from(db: &Db, parent: &SubmissionId) -> Result<Vec<Submission>> {
    const SQL: &str = select!("where parent_id = $1 order by id");
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(parent).fetch_all(pool).await?))
}

/// The submissions that were joined to another as the same thing, oldest first.
pub async fn joined_to(db: &Db, target: &SubmissionId) -> Result<Vec<Submission>> {
    const SQL: &str = select!("where joined_to = $1 and state = 'joined' order by id");
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(target).fetch_all(pool).await?))
}

/// As [`joined_to`], as this transaction sees it.
pub async fn joined_in(tx: &mut Tx, target: &SubmissionId) -> Result<Vec<Submission>> {
    const SQL: &str = select!("where joined_to = $1 and state = 'joined' order by id");
    on!(tx tx, conn => Ok(sqlx::query_as(SQL).bind(target).fetch_all(conn).await?))
}

/// The submissions in a state, oldest first.
pub async fn in_state(db: &Db, state: State, limit: i64) -> Result<Vec<Submission>> {
    const SQL: &str = select!("where state = $1 order by id limit $2");
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(state).bind(limit).fetch_all(pool).await?))
}

/// The submissions in a state that came by themselves, oldest first: what was imported has a list of its own.
pub async fn in_queue(db: &Db, state: State, limit: i64) -> Result<Vec<Submission>> {
    const SQL: &str = select!("where state = $1 and import_id is null order by id limit $2");
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(state).bind(limit).fetch_all(pool).await?))
}

/// How many submissions stand in each state.
pub async fn counts(db: &Db) -> Result<Vec<(State, i64)>> {
    const SQL: &str = "select state, count(*) from submission group by state";
    on!(db, pool => Ok(sqlx::query_as(SQL).fetch_all(pool).await?))
}

/// Moves a submission from one state to another; false when it was no longer there.
pub async fn set_state(
    tx: &mut Tx,
    id: &SubmissionId,
    from: State,
    to: State,
    reason: Option<&str>,
    error_code: Option<&str>,
    now: i64,
) -> Result<bool> {
    const SQL: &str = "
        update submission set state = $3, reason = $4, error_code = $5, updated_at = $6 where id = $1 and state = $2";
    let done = on!(tx tx, conn => sqlx::query(SQL).bind(id).bind(from).bind(to).bind(reason).bind(error_code).bind(now)
        .execute(conn).await?.rows_affected());
    Ok(done == 1)
}

/// The draft of a submission.
pub async fn draft(db: &Db, id: &SubmissionId) -> Result<Option<Draft>> {
    const SQL: &str = "
        select title, about, words, people, met_on, group_name, group_city, country, language, licence, chapters
        from draft where submission_id = $1";
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(id).fetch_optional(pool).await?))
}

/// Saves a draft; `over` an existing one, or only where there is none.
pub async fn save_draft(
    tx: &mut Tx,
    id: &SubmissionId,
    draft: &Draft,
    over: bool,
    now: i64,
) -> Result<()> {
    const KEEP: &str = "
        insert into draft (submission_id, title, words, people, met_on, group_name, group_city, country, language, licence, updated_at, about, chapters)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict (submission_id) do nothing";
    const OVER: &str = "
        insert into draft (submission_id, title, words, people, met_on, group_name, group_city, country, language, licence, updated_at, about, chapters)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict (submission_id) do update set
            title = excluded.title, words = excluded.words, people = excluded.people, met_on = excluded.met_on,
            group_name = excluded.group_name, group_city = excluded.group_city, country = excluded.country,
            language = excluded.language, licence = excluded.licence, updated_at = excluded.updated_at, about = excluded.about,
            chapters = excluded.chapters";
    let sql = if over { OVER } else { KEEP };
    on!(tx tx, conn => sqlx::query(sql)
        .bind(id).bind(&draft.title).bind(&draft.words).bind(&draft.people).bind(&draft.met_on).bind(&draft.group_name)
        .bind(&draft.group_city).bind(&draft.country).bind(&draft.language).bind(&draft.licence).bind(now).bind(draft.about)
        .bind(&draft.chapters)
        .execute(conn).await.map(|_| ())?);
    Ok(())
}
