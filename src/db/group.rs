//! Groups.

use super::{Db, Result, Tx, on};
use crate::model::GroupId;
use crate::model::group::{Details, Group, Named, slug};

/// A group with what the roster says of it.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Listed {
    /// Its address under `/groups/`.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Its city; may be empty.
    pub city: String,
    /// ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// Its hue, 0 to 11.
    pub hue: i64,
    /// How many entries it has.
    pub entries: i64,
    /// When its newest entry was published, in milliseconds since 1970.
    pub heard_at: Option<i64>,
}

/// Notes that a group is the showcase itself, which is on no roster.
pub async fn set_showcase(tx: &mut Tx, id: &GroupId) -> Result<()> {
    const SQL: &str =
        r#"update "group" set kind = 'showcase' where id = $1 and kind is null and city = ''"#;
    on!(tx tx, conn => sqlx::query(SQL).bind(id).execute(conn).await.map(|_| ())?);
    Ok(())
}

/// Every group, by country and name, with its entries counted.
pub async fn roster(db: &Db) -> Result<Vec<Listed>> {
    const SQL: &str = r#"
        select g.slug, g.name, g.city, g.country, g.hue, count(e.id) as entries, max(e.published_at) as heard_at
        from "group" g left join entry e on e.group_id = g.id and e.withdrawn_at is null
        where coalesce(g.kind, '') <> 'showcase'
        group by g.id, g.slug, g.name, g.city, g.country, g.hue
        order by g.country, g.name, g.id"#;
    on!(db, pool => Ok(sqlx::query_as(SQL).fetch_all(pool).await?))
}

/// The group with this id.
pub async fn by_id(db: &Db, id: &GroupId) -> Result<Option<Group>> {
    const SQL: &str =
        r#"select id, slug, name, city, country, language, hue from "group" where id = $1"#;
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(id).fetch_optional(pool).await?))
}

/// The group with this slug, past slugs included.
pub async fn by_slug(db: &Db, slug: &str) -> Result<Option<Group>> {
    const SQL: &str = r#"
        select g.id, g.slug, g.name, g.city, g.country, g.language, g.hue
        from slug s join "group" g on g.id = s.subject where s.kind = 'group' and s.slug = $1"#;
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(slug).fetch_optional(pool).await?))
}

/// The group of this name, city and country; made if there is none yet.
pub async fn find_or_make(
    tx: &mut Tx,
    id: GroupId,
    named: &Named,
    language: Option<&str>,
    now: i64,
) -> Result<Group> {
    const FIND: &str =
        r#"select id, slug, name, city, country, language, hue from "group" where sameness = $1"#;
    const MAKE: &str = r#"
        insert into "group" (id, slug, name, city, country, language, hue, sameness, created_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (sameness) do nothing"#;
    let sameness = named.sameness();
    let found: Option<Group> =
        on!(tx tx, conn => sqlx::query_as(FIND).bind(&sameness).fetch_optional(conn).await?);
    if let Some(group) = found {
        return Ok(group);
    }
    let slug =
        super::entry::free_slug(tx, "group", &slug(&named.name, "group"), id.as_str()).await?;
    on!(tx tx, conn => sqlx::query(MAKE)
        .bind(&id).bind(&slug).bind(&named.name).bind(&named.city).bind(&named.country).bind(language)
        .bind(named.hue()).bind(&sameness).bind(now).execute(conn).await.map(|_| ())?);
    on!(tx tx, conn => Ok(sqlx::query_as(FIND).bind(&sameness).fetch_one(conn).await?))
}

/// The group of this name, city and country, as this transaction sees it.
pub async fn named(tx: &mut Tx, named: &Named) -> Result<Option<Group>> {
    const SQL: &str =
        r#"select id, slug, name, city, country, language, hue from "group" where sameness = $1"#;
    on!(tx tx, conn => Ok(sqlx::query_as(SQL).bind(named.sameness()).fetch_optional(conn).await?))
}

/// Every group's id, slug and name.
pub async fn names(db: &Db) -> Result<Vec<(GroupId, String, String)>> {
    const SQL: &str = r#"select id, slug, name from "group" order by id"#;
    on!(db, pool => Ok(sqlx::query_as(SQL).fetch_all(pool).await?))
}

/// A group and where the roster says that it is.
#[derive(Clone, Debug, PartialEq, sqlx::FromRow)]
pub struct Located {
    /// Its address under `/groups/`.
    pub slug: String,
    /// Its city; may be empty.
    pub city: String,
    /// State or province.
    pub region: Option<String>,
    /// ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// Degrees north.
    pub latitude: Option<f64>,
    /// Degrees east.
    pub longitude: Option<f64>,
}

/// Every group of the roster, and where it is.
pub async fn located(db: &Db) -> Result<Vec<Located>> {
    const SQL: &str = r#"
        select slug, city, region, country, latitude, longitude from "group"
        where coalesce(kind, '') <> 'showcase' order by id"#;
    on!(db, pool => Ok(sqlx::query_as(SQL).fetch_all(pool).await?))
}

/// How many addresses a group has had.
pub async fn slugs(db: &Db, id: &GroupId) -> Result<i64> {
    const SQL: &str = "select count(*) from slug where kind = 'group' and subject = $1";
    on!(db, pool => Ok(sqlx::query_scalar(SQL).bind(id).fetch_one(pool).await?))
}

/// The groups with this website, told without scheme, `www.` and closing slash; the oldest first.
pub async fn with_website(tx: &mut Tx, page: &str) -> Result<Vec<Group>> {
    const SQL: &str = r#"
        select id, slug, name, city, country, language, hue from "group"
        where rtrim(replace(replace(replace(lower(website), 'https://', ''), 'http://', ''), 'www.', ''), '/') = $1
        order by id"#;
    on!(tx tx, conn => Ok(sqlx::query_as(SQL).bind(page).fetch_all(conn).await?))
}

/// What the roster says of a group beside its name and place.
pub async fn details(db: &Db, id: &GroupId) -> Result<Option<Details>> {
    const SQL: &str = r#"
        select region, website, kind, defunct, latitude, longitude, detail, origin from "group" where id = $1"#;
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(id).fetch_optional(pool).await?))
}

/// Notes what a roster says of a group where nothing was noted before.
pub async fn set_details(tx: &mut Tx, id: &GroupId, said: &Details) -> Result<()> {
    const SQL: &str = r#"
        update "group" set region = coalesce(region, $2), website = coalesce(website, $3), kind = coalesce(kind, $4),
            defunct = case when origin is null then $5 else defunct end,
            longitude = case when latitude is null then $7 else longitude end, latitude = coalesce(latitude, $6),
            detail = coalesce(detail, $8), origin = coalesce(origin, $9)
        where id = $1"#;
    on!(tx tx, conn => sqlx::query(SQL)
        .bind(id).bind(&said.region).bind(&said.website).bind(&said.kind).bind(said.defunct)
        .bind(said.latitude).bind(said.longitude).bind(&said.detail).bind(&said.origin)
        .execute(conn).await.map(|_| ())?);
    Ok(())
}
