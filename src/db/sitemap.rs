//! The addresses of the public face in pieces, for who wants them all: no query reads more than its own piece.

use super::{Db, Result, on};

/// An address, as its slug, and when what stands there last changed, in milliseconds since 1970.
pub type Place = (String, i64);

/// The entries of a feed at these positions, both included, the oldest first.
pub async fn entries(db: &Db, feed: &str, from: i64, to: i64) -> Result<Vec<Place>> {
    const SQL: &str = "
        select e.slug, e.updated_at from listing l join entry e on e.id = l.entry_id
        where l.feed = $1 and l.position between $2 and $3 order by l.position";
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(feed).bind(from).bind(to).fetch_all(pool).await?))
}

/// When one of a feed's entries at these positions last changed.
pub async fn changed_at(db: &Db, feed: &str, from: i64, to: i64) -> Result<Option<i64>> {
    const SQL: &str = "
        select max(e.updated_at) from listing l join entry e on e.id = l.entry_id
        where l.feed = $1 and l.position between $2 and $3";
    on!(db, pool => Ok(sqlx::query_scalar(SQL).bind(feed).bind(from).bind(to).fetch_one(pool).await?))
}

/// Some groups of the roster in the order in which they came, after so many others.
pub async fn groups(db: &Db, after: i64, limit: i64) -> Result<Vec<Place>> {
    const SQL: &str = r#"
        select g.slug, coalesce((
            select max(e.updated_at) from entry e where e.group_id = g.id and e.withdrawn_at is null), g.created_at)
        from "group" g where coalesce(g.kind, '') <> 'showcase' order by g.id limit $2 offset $1"#;
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(after).bind(limit).fetch_all(pool).await?))
}

/// How many groups the roster has.
pub async fn group_count(db: &Db) -> Result<i64> {
    const SQL: &str = r#"select count(*) from "group" where coalesce(kind, '') <> 'showcase'"#;
    on!(db, pool => Ok(sqlx::query_scalar(SQL).fetch_one(pool).await?))
}

/// Some people in the order in which they came, after so many others; those whose entries are all off the site as well
/// take a place, and are left out.
pub async fn people(db: &Db, after: i64, limit: i64) -> Result<Vec<Place>> {
    const SQL: &str = "
        select p.slug, max(e.updated_at) from (select id, slug from person order by id limit $2 offset $1) p
        join appearance a on a.person_id = p.id join entry e on e.id = a.entry_id
        where e.withdrawn_at is null group by p.id, p.slug order by p.id";
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(after).bind(limit).fetch_all(pool).await?))
}

/// How many people are known.
pub async fn person_count(db: &Db) -> Result<i64> {
    const SQL: &str = "select count(*) from person";
    on!(db, pool => Ok(sqlx::query_scalar(SQL).fetch_one(pool).await?))
}

/// Some addresses that groups and entries had before, as kind (`group`, `entry`) and slug, after so many others.
pub async fn moved(db: &Db, after: i64, limit: i64) -> Result<Vec<(String, String)>> {
    const SQL: &str = r#"
        select s.kind, s.slug from slug s
            left join "group" g on s.kind = 'group' and g.id = s.subject
            left join entry e on s.kind = 'entry' and e.id = s.subject and e.withdrawn_at is null
        where g.slug <> s.slug or e.slug <> s.slug order by s.kind, s.slug limit $2 offset $1"#;
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(after).bind(limit).fetch_all(pool).await?))
}
