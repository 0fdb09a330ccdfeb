//! The people in entries.

use super::{Db, Result, Tx, on};
use crate::model::EntryId;
use crate::model::entry::Entry;
use crate::model::group::slug;

/// Names of one entry that have a page; more are no list of people.
const MOST: usize = 100;

/// Somebody who is in entries.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Person {
    /// Their address under `/people/`.
    pub slug: String,
    /// Their name, as it was written first.
    pub name: String,
    /// How many entries they are in.
    pub entries: i64,
}

/// Notes who is in an entry, in their order.
pub(super) async fn settle(tx: &mut Tx, entry: &EntryId, people: &str) -> Result<()> {
    const CLEAR: &str = "delete from appearance where entry_id = $1";
    const FIND: &str = "select id from person where sameness = $1";
    const MAKE: &str = "insert into person (id, slug, name, sameness) values ($1, $2, $3, $4)";
    const NOTE: &str = "insert into appearance (entry_id, position, person_id) values ($1, $2, $3)";
    on!(tx &mut *tx, conn => sqlx::query(CLEAR).bind(entry).execute(conn).await.map(|_| ())?);
    let names = people
        .lines()
        .map(str::trim)
        .filter(|name| !name.is_empty());
    for (position, name) in names.take(MOST).enumerate() {
        let sameness = sameness(name);
        let found: Option<String> = on!(tx &mut *tx, conn => sqlx::query_scalar(FIND).bind(&sameness).fetch_optional(conn).await?);
        let id = match found {
            Some(id) => id,
            None => {
                // Of the entry and the place in it: made once, and the same again by whoever does it again.
                let id = format!("{entry}-{position}-{}", &hash(&sameness));
                let slug =
                    super::entry::free_slug(tx, "person", &slug(name, "person"), &id).await?;
                on!(tx &mut *tx, conn => sqlx::query(MAKE).bind(&id).bind(&slug).bind(name).bind(&sameness)
                    .execute(conn).await.map(|_| ())?);
                id
            }
        };
        on!(tx &mut *tx, conn => sqlx::query(NOTE).bind(entry).bind(position as i64).bind(&id)
            .execute(conn).await.map(|_| ())?);
    }
    Ok(())
}

macro_rules! person {
    ($rest:literal) => {
        concat!(
            "select p.slug, p.name, (
                select count(distinct a.entry_id) from appearance a join entry e on e.id = a.entry_id
                where a.person_id = p.id and e.withdrawn_at is null) as entries
            from person p ",
            $rest
        )
    };
}

/// The person with this slug.
pub async fn by_slug(db: &Db, slug: &str) -> Result<Option<Person>> {
    const SQL: &str = person!("where p.slug = $1");
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(slug).fetch_optional(pool).await?))
}

/// People in the order of their names, letters as small ones: those behind this name.
pub async fn after(db: &Db, name: &str, limit: i64) -> Result<Vec<Person>> {
    const SQL: &str = person!(
        "where p.sameness > $1 and exists (
            select 1 from appearance o join entry f on f.id = o.entry_id where o.person_id = p.id and f.withdrawn_at is null)
        order by p.sameness limit $2"
    );
    let name = sameness(name);
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(&name).bind(limit).fetch_all(pool).await?))
}

/// Those in an entry, in their order.
pub async fn of_entry(db: &Db, entry: &EntryId) -> Result<Vec<Person>> {
    const SQL: &str = person!(
        "join appearance o on o.person_id = p.id where o.entry_id = $1 order by o.position"
    );
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(entry).fetch_all(pool).await?))
}

/// The entries that a person is in, the newest first.
pub async fn entries(db: &Db, slug: &str, limit: i64) -> Result<Vec<Entry>> {
    const SQL: &str = super::entry::select!(
        "join appearance a on a.entry_id = e.id join person p on p.id = a.person_id
        where p.slug = $1 and e.withdrawn_at is null order by e.published_at desc, e.id desc limit $2"
    );
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(slug).bind(limit).fetch_all(pool).await?))
}

fn sameness(name: &str) -> String {
    name.split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .to_lowercase()
}

fn hash(text: &str) -> String {
    use sha2::{Digest, Sha256};
    jobs::text::hex(&Sha256::digest(text.as_bytes())[..4])
}
