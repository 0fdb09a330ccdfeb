//! Events: who did what to which subject, when and why. Only ever added to.

use super::{Db, Result, Tx, on};
use crate::model::EventId;

/// A stored event.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Event {
    /// Its id.
    pub id: EventId,
    /// What it happened to: an id.
    pub subject: String,
    /// Who did it: an editor's mail address, `sender`, or `job`.
    pub actor: String,
    /// What happened: a state's word, `revised` …
    pub change: String,
    /// Why, where a person is told so.
    pub reason: Option<String>,
    /// When, in milliseconds since 1970.
    pub at: i64,
}

/// Adds one.
pub async fn add(tx: &mut Tx, event: &Event) -> Result<()> {
    const SQL: &str = "insert into event (id, subject, actor, change, reason, at) values ($1, $2, $3, $4, $5, $6)";
    on!(tx tx, conn => sqlx::query(SQL)
        .bind(&event.id).bind(&event.subject).bind(&event.actor).bind(&event.change).bind(&event.reason).bind(event.at)
        .execute(conn).await.map(|_| ())?);
    Ok(())
}

/// A subject's events, oldest first.
pub async fn of(db: &Db, subject: &str) -> Result<Vec<Event>> {
    const SQL: &str =
        "select id, subject, actor, change, reason, at from event where subject = $1 order by id";
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(subject).fetch_all(pool).await?))
}
