//! Groups.

use super::{Db, Result, Tx, on};
use crate::model::GroupId;
use crate::model::group::{Details, Group, Named};

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "select g.id, g.slug, g.name, g.city, g.country, g.language, g.hue from \"group\" g ",
            $rest
        )
    };
}

/// A group with what the roster says of it.
#[derive(Clone, Debug, PartialEq, sqlx::FromRow)]
pub struct Listed {
    /// Its id.
    pub id: GroupId,
    /// Its address under `/groups/`.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Its city; may be empty.
    pub city: String,
    /// ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// The language it mostly speaks, BCP 47.
    pub language: Option<String>,
    /// Its hue, 0 to 11.
    pub hue: i64,
    /// http or https.
    pub website: Option<String>,
    /// 1 where it was said to meet no more.
    pub defunct: i64,
    /// The day on which an editor said so.
    pub gone_on: Option<String>,
    /// Degrees north.
    pub latitude: Option<f64>,
    /// Degrees east.
    pub longitude: Option<f64>,
    /// When it came on the roster, in milliseconds since 1970.
    pub created_at: i64,
    /// How many entries it has.
    pub entries: i64,
}

/// Notes that a group is the showcase itself, which is on no roster.
pub async fn set_showcase(tx: &mut Tx, id: &GroupId) -> Result<()> {
    const SQL: &str =
        r#"update "group" set kind = 'showcase' where id = $1 and kind is null and city = ''"#;
    on!(tx tx, conn => sqlx::query(SQL).bind(id).execute(conn).await.map(|_| ())?);
    Ok(())
}

macro_rules! listed {
    ($rest:literal) => {
        concat!(
            "select g.id, g.slug, g.name, g.city, g.country, g.language, g.hue, g.website, g.defunct, g.gone_on, g.latitude, ",
            "g.longitude, g.created_at, (select count(*) from entry e where e.group_id = g.id and e.withdrawn_at is null) as entries ",
            "from \"group\" g ",
            $rest
        )
    };
}

/// Every group, by country and name, with its entries counted.
pub async fn roster(db: &Db) -> Result<Vec<Listed>> {
    const SQL: &str =
        listed!("where coalesce(g.kind, '') <> 'showcase' order by g.country, g.name, g.id");
    on!(db, pool => Ok(sqlx::query_as(SQL).fetch_all(pool).await?))
}

/// A group as the roster has it.
pub async fn listed(db: &Db, id: &GroupId) -> Result<Option<Listed>> {
    const SQL: &str = listed!("where g.id = $1");
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(id).fetch_optional(pool).await?))
}

/// The groups whose place is known, in degrees north and east.
pub async fn placed(db: &Db) -> Result<Vec<(GroupId, f64, f64)>> {
    const SQL: &str = r#"
        select id, latitude, longitude from "group"
        where latitude is not null and longitude is not null and coalesce(kind, '') <> 'showcase' order by id"#;
    on!(db, pool => Ok(sqlx::query_as(SQL).fetch_all(pool).await?))
}

/// The group with this id.
pub async fn by_id(db: &Db, id: &GroupId) -> Result<Option<Group>> {
    const SQL: &str = select!("where g.id = $1");
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(id).fetch_optional(pool).await?))
}

/// The group with this slug, past slugs included.
pub async fn by_slug(db: &Db, slug: &str) -> Result<Option<Group>> {
    const SQL: &str =
        select!("join slug s on s.subject = g.id where s.kind = 'group' and s.slug = $1");
    // PostgreSQL would stumble over a NUL in it.
    if slug.contains('\0') {
        return Ok(None);
    }
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(slug).fetch_optional(pool).await?))
}

/// The group of this name, city and country, past ones included; made if there is none yet.
pub async fn find_or_make(
    tx: &mut Tx,
    id: GroupId,
    named: &Named,
    language: Option<&str>,
    now: i64,
) -> Result<Group> {
    match self::named(tx, named).await? {
        Some(group) => Ok(group),
        None => make(tx, id, named, language, now).await,
    }
}

/// Makes a group, whichever was called so before; the one of exactly this name, city and country where there is one.
pub async fn make(
    tx: &mut Tx,
    id: GroupId,
    named: &Named,
    language: Option<&str>,
    now: i64,
) -> Result<Group> {
    const OWN: &str = "delete from past_name where sameness = $1";
    const MAKE: &str = r#"
        insert into "group" (id, slug, name, city, country, language, hue, sameness, created_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (sameness) do nothing"#;
    const FIND: &str = select!("where g.sameness = $1");
    let sameness = named.sameness();
    on!(tx &mut *tx, conn => sqlx::query(OWN).bind(&sameness).execute(conn).await.map(|_| ())?);
    let slug = super::entry::free_slug(tx, "group", &named.slug(), id.as_str()).await?;
    on!(tx tx, conn => sqlx::query(MAKE)
        .bind(&id).bind(&slug).bind(&named.name).bind(&named.city).bind(&named.country).bind(language)
        .bind(named.hue()).bind(&sameness).bind(now).execute(conn).await.map(|_| ())?);
    on!(tx tx, conn => Ok(sqlx::query_as(FIND).bind(&sameness).fetch_one(conn).await?))
}

const NAMED: &str = select!(
    "where g.sameness = $1 or g.id = (select group_id from past_name where sameness = $1)
    order by case when g.sameness = $1 then 0 else 1 end limit 1"
);

/// The group of this name, city and country, as this transaction sees it; else the one that was called so.
pub async fn named(tx: &mut Tx, named: &Named) -> Result<Option<Group>> {
    on!(tx tx, conn => Ok(sqlx::query_as(NAMED).bind(named.sameness()).fetch_optional(conn).await?))
}

/// As [`named`], outside of a transaction.
pub async fn called(db: &Db, named: &Named) -> Result<Option<Group>> {
    on!(db, pool => Ok(sqlx::query_as(NAMED).bind(named.sameness()).fetch_optional(pool).await?))
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
    const SQL: &str = select!(
        "where rtrim(replace(replace(replace(lower(g.website), 'https://', ''), 'http://', ''), 'www.', ''), '/') = $1
        order by g.id"
    );
    on!(tx tx, conn => Ok(sqlx::query_as(SQL).bind(page).fetch_all(conn).await?))
}

/// What is said of a group beside its name and place.
pub async fn details(db: &Db, id: &GroupId) -> Result<Option<Details>> {
    const SQL: &str = r#"
        select region, website, kind, defunct, latitude, longitude, detail, origin, cost, part, first_time, organized_by,
            since, answered_on, gone_on from "group" where id = $1"#;
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(id).fetch_optional(pool).await?))
}

/// Sets all that an editor can say of a group. The name it had leads to it from now on, the one it gets to nothing else.
pub async fn set(
    tx: &mut Tx,
    id: &GroupId,
    slug: &str,
    named: &Named,
    language: Option<&str>,
    said: &Details,
) -> Result<()> {
    const PAST: &str = r#"
        insert into past_name (sameness, group_id) select sameness, id from "group" where id = $1 and sameness <> $2
        on conflict (sameness) do update set group_id = excluded.group_id"#;
    const OWN: &str = "delete from past_name where sameness = $1";
    const SQL: &str = r#"
        update "group" set slug = $2, name = $3, city = $4, country = $5, language = $6, sameness = $7, region = $8,
            website = $9, kind = $10, latitude = $11, longitude = $12, detail = $13, cost = $14, part = $15,
            first_time = $16, organized_by = $17, since = $18
        where id = $1"#;
    let sameness = named.sameness();
    on!(tx &mut *tx, conn => sqlx::query(PAST).bind(id).bind(&sameness).execute(conn).await.map(|_| ())?);
    on!(tx &mut *tx, conn => sqlx::query(OWN).bind(&sameness).execute(conn).await.map(|_| ())?);
    on!(tx tx, conn => sqlx::query(SQL)
        .bind(id).bind(slug).bind(&named.name).bind(&named.city).bind(&named.country).bind(language).bind(&sameness)
        .bind(&said.region).bind(&said.website).bind(&said.kind).bind(said.latitude).bind(said.longitude)
        .bind(&said.detail).bind(&said.cost).bind(&said.part).bind(&said.first_time).bind(&said.organized_by)
        .bind(&said.since).execute(conn).await.map(|_| ())?);
    Ok(())
}

/// Notes that a group meets no more, as an editor said on this day.
pub async fn set_gone(tx: &mut Tx, id: &GroupId, day: &str) -> Result<()> {
    const SQL: &str = r#"update "group" set defunct = 1, gone_on = $2 where id = $1"#;
    on!(tx tx, conn => sqlx::query(SQL).bind(id).bind(day).execute(conn).await.map(|_| ())?);
    Ok(())
}

/// Notes that a group meets: on this day it did, or somebody of it answered. An earlier day than the one known changes
/// nothing of that.
pub async fn set_answered(tx: &mut Tx, id: &GroupId, day: &str) -> Result<()> {
    const SQL: &str = r#"
        update "group" set defunct = 0, gone_on = null,
            answered_on = case when coalesce(answered_on, '') < $2 then $2 else answered_on end
        where id = $1"#;
    on!(tx tx, conn => sqlx::query(SQL).bind(id).bind(day).execute(conn).await.map(|_| ())?);
    Ok(())
}

/// The slugs that a group had before, oldest first.
pub async fn past_slugs(db: &Db, id: &GroupId) -> Result<Vec<String>> {
    const SQL: &str = r#"
        select s.slug from slug s join "group" g on g.id = s.subject
        where s.kind = 'group' and g.id = $1 and s.slug <> g.slug order by s.slug"#;
    on!(db, pool => Ok(sqlx::query_scalar(SQL).bind(id).fetch_all(pool).await?))
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
