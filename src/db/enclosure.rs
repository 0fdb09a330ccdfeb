//! The files that play: where a feed says they are, as reading them showed.

use super::{Result, Tx, on};
use crate::model::MediumId;

/// A file that plays, as reading it showed.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Enclosure {
    /// Whose sound it is.
    pub medium_id: MediumId,
    /// Where it is.
    pub url: String,
    /// Its MIME type.
    #[sqlx(rename = "type")]
    pub mime: String,
    /// Bytes.
    pub size: i64,
    /// How long it plays.
    pub duration_ms: Option<i64>,
}

/// Notes a medium's file; what stood there is replaced.
pub async fn save(tx: &mut Tx, enclosure: &Enclosure, now: i64) -> Result<()> {
    const SQL: &str = "
        insert into enclosure (medium_id, url, type, size, duration_ms, probed_at) values ($1, $2, $3, $4, $5, $6)
        on conflict (medium_id) do update set url = excluded.url, type = excluded.type,
            size = excluded.size, duration_ms = excluded.duration_ms, probed_at = excluded.probed_at";
    on!(tx tx, conn => sqlx::query(SQL)
        .bind(&enclosure.medium_id).bind(&enclosure.url).bind(&enclosure.mime)
        .bind(enclosure.size).bind(enclosure.duration_ms).bind(now).execute(conn).await.map(|_| ())?);
    Ok(())
}
