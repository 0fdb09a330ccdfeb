//! Editors, their sign-in links and sessions.

use super::{Db, Result, Tx, on};
use crate::model::EditorId;

/// Somebody who decides.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Editor {
    /// Their id.
    pub id: EditorId,
    /// Their mail address, in lower case.
    pub email: String,
}

/// The editor with this mail address; made if there is none yet.
pub async fn find_or_make(tx: &mut Tx, id: EditorId, email: &str, now: i64) -> Result<Editor> {
    const MAKE: &str = "insert into editor (id, email, created_at) values ($1, $2, $3) on conflict (email) do nothing";
    const FIND: &str = "select id, email from editor where email = $1";
    on!(tx tx, conn => sqlx::query(MAKE).bind(&id).bind(email).bind(now).execute(conn).await.map(|_| ())?);
    on!(tx tx, conn => Ok(sqlx::query_as(FIND).bind(email).fetch_one(conn).await?))
}

/// The editor with this mail address.
pub async fn by_email(db: &Db, email: &str) -> Result<Option<Editor>> {
    const SQL: &str = "select id, email from editor where email = $1";
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(email).fetch_optional(pool).await?))
}

/// Every editor, in the order of their coming.
pub async fn all(tx: &mut Tx) -> Result<Vec<Editor>> {
    const SQL: &str = "select id, email from editor order by id";
    on!(tx tx, conn => Ok(sqlx::query_as(SQL).fetch_all(conn).await?))
}

/// Stores a sign-in link's hash.
pub async fn add_sign_in(
    tx: &mut Tx,
    token_hash: &str,
    editor: &EditorId,
    expires_at: i64,
) -> Result<()> {
    const SQL: &str = "insert into sign_in (token_hash, editor_id, expires_at) values ($1, $2, $3)";
    on!(tx tx, conn => sqlx::query(SQL).bind(token_hash).bind(editor).bind(expires_at).execute(conn).await.map(|_| ())?);
    Ok(())
}

/// Uses up a sign-in link; nothing when it is unknown, used or expired.
pub async fn use_sign_in(tx: &mut Tx, token_hash: &str, now: i64) -> Result<Option<EditorId>> {
    const SQL: &str = "
        update sign_in set used_at = $2 where token_hash = $1 and used_at is null and expires_at > $2 returning editor_id";
    on!(tx tx, conn => Ok(sqlx::query_scalar(SQL).bind(token_hash).bind(now).fetch_optional(conn).await?))
}

/// Opens a session.
pub async fn add_session(
    tx: &mut Tx,
    token_hash: &str,
    editor: &EditorId,
    now: i64,
    expires_at: i64,
) -> Result<()> {
    const SQL: &str = "insert into session (token_hash, editor_id, created_at, expires_at) values ($1, $2, $3, $4)";
    on!(tx tx, conn => sqlx::query(SQL).bind(token_hash).bind(editor).bind(now).bind(expires_at).execute(conn).await.map(|_| ())?);
    Ok(())
}

/// The editor of a session that has not expired.
pub async fn of_session(db: &Db, token_hash: &str, now: i64) -> Result<Option<Editor>> {
    const SQL: &str = "
        select e.id, e.email from session s join editor e on e.id = s.editor_id where s.token_hash = $1 and s.expires_at > $2";
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(token_hash).bind(now).fetch_optional(pool).await?))
}

/// Ends a session.
pub async fn end_session(tx: &mut Tx, token_hash: &str) -> Result<()> {
    const SQL: &str = "delete from session where token_hash = $1";
    on!(tx tx, conn => sqlx::query(SQL).bind(token_hash).execute(conn).await.map(|_| ())?);
    Ok(())
}

/// Drops links and sessions that have expired.
pub async fn sweep(tx: &mut Tx, now: i64) -> Result<()> {
    const LINKS: &str = "delete from sign_in where expires_at <= $1";
    const SESSIONS: &str = "delete from session where expires_at <= $1";
    for sql in [LINKS, SESSIONS] {
        on!(tx tx, conn => sqlx::query(sql).bind(now).execute(conn).await.map(|_| ())?);
    }
    Ok(())
}
