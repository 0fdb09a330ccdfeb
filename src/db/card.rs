//! The drawn cards of entries: what is left where no other picture is.

use super::{Db, Result, Tx, on};
use crate::model::EntryId;

/// A stored file of a card.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Card {
    /// Whose card it is.
    pub entry_id: EntryId,
    /// `large`, `open-graph`, `square`.
    pub used_as: String,
    /// `jpg` or `webp`.
    pub extension: String,
    /// Its file name under `/media/`: the hash of its bytes.
    pub name: String,
    /// Pixels.
    pub width: i64,
    /// Pixels.
    pub height: i64,
    /// Bytes.
    pub size: i64,
    /// What it was drawn from: words, hue, fonts.
    pub drawn_from: String,
}

/// Replaces an entry's card by these files.
pub async fn replace(tx: &mut Tx, entry: &EntryId, cards: &[Card]) -> Result<()> {
    const CLEAR: &str = "delete from card where entry_id = $1";
    const SQL: &str = "
        insert into card (entry_id, used_as, extension, name, width, height, size, drawn_from)
        values ($1, $2, $3, $4, $5, $6, $7, $8)";
    on!(tx tx, conn => sqlx::query(CLEAR).bind(entry).execute(conn).await.map(|_| ())?);
    for card in cards {
        on!(tx tx, conn => sqlx::query(SQL)
            .bind(&card.entry_id).bind(&card.used_as).bind(&card.extension).bind(&card.name)
            .bind(card.width).bind(card.height).bind(card.size).bind(&card.drawn_from)
            .execute(conn).await.map(|_| ())?);
    }
    Ok(())
}

/// An entry's card.
pub async fn of_entry(db: &Db, entry: &EntryId) -> Result<Vec<Card>> {
    const SQL: &str = "
        select entry_id, used_as, extension, name, width, height, size, drawn_from
        from card where entry_id = $1 order by used_as, extension";
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(entry).fetch_all(pool).await?))
}

/// The cards of the newest entries, in the entries' order.
pub async fn of_recent(db: &Db, limit: i64) -> Result<Vec<Card>> {
    const SQL: &str = "
        select c.entry_id, c.used_as, c.extension, c.name, c.width, c.height, c.size, c.drawn_from
        from card c join (
            select id, published_at from entry where withdrawn_at is null order by published_at desc, id desc limit $1) e
        on e.id = c.entry_id
        order by e.published_at desc, e.id desc, c.used_as, c.extension";
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(limit).fetch_all(pool).await?))
}

/// The cards of a feed's entries at these positions.
pub async fn listed(db: &Db, feed: &str, from: i64, to: i64) -> Result<Vec<Card>> {
    const SQL: &str = "
        select c.entry_id, c.used_as, c.extension, c.name, c.width, c.height, c.size, c.drawn_from
        from card c join listing l on l.entry_id = c.entry_id
        where l.feed = $1 and l.position between $2 and $3 order by c.entry_id, c.used_as, c.extension";
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(feed).bind(from).bind(to).fetch_all(pool).await?))
}

/// Entries whose card was never asked for, as those from before there were cards; not those given up.
pub async fn missing(tx: &mut Tx, limit: i64) -> Result<Vec<EntryId>> {
    const SQL: &str = "
        select e.id from entry e
        where e.withdrawn_at is null and not exists (select 1 from card c where c.entry_id = e.id)
            and not exists (
                select 1 from task t where t.step = 'card' and t.subject = e.id and t.dead_at is not null)
        order by e.id limit $1";
    on!(tx tx, conn => Ok(sqlx::query_scalar(SQL).bind(limit).fetch_all(conn).await?))
}

/// Whether a file of this name is the card of an entry that is shown.
pub async fn may_show(db: &Db, name: &str) -> Result<bool> {
    const SQL: &str = "
        select count(*) from card c join entry e on e.id = c.entry_id
        where c.name = $1 and e.withdrawn_at is null";
    let count: i64 = on!(db, pool => sqlx::query_scalar(SQL).bind(name).fetch_one(pool).await?);
    Ok(count > 0)
}
