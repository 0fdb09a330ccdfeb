//! The published links under watch.

use super::{Db, Result, Tx, on};
use crate::model::entry::Kind;
use crate::model::watch::{State, Watch};
use crate::model::{EntryId, MediumId, SubmissionId};

macro_rules! select {
    ($more:literal, $rest:literal) => {
        concat!(
            "select w.medium_id, w.state, w.since, w.looked_at, w.next_at, w.seen, w.seen_since, w.seen_times, w.moved_to, ",
            "w.noted_at",
            $more,
            " from watch w join medium m on m.id = w.medium_id ",
            $rest
        )
    };
}

/// A link whose turn it is, with what has to be known to look at it.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Subject {
    /// What the looks before saw.
    #[sqlx(flatten)]
    pub watch: Watch,
    /// The submission it belongs to.
    pub submission_id: SubmissionId,
    /// `youtube`, `flickr`, `podcast`, `journal` …
    pub provider: String,
    /// Its id with the provider.
    pub provider_id: String,
    /// Its address.
    pub canonical: String,
    /// The address of its sound.
    pub enclosure_url: Option<String>,
}

/// The link of a medium, with what has to be known to look at it.
pub async fn subject(db: &Db, medium: &MediumId) -> Result<Option<Subject>> {
    const SQL: &str = select!(
        ", m.submission_id, m.provider, m.provider_id, m.canonical, c.url as enclosure_url",
        "left join enclosure c on c.medium_id = m.id where w.medium_id = $1"
    );
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(medium).fetch_optional(pool).await?))
}

/// Media of shown entries that nobody watches yet, each with the day on which its facts have to be gone.
pub async fn missing(tx: &mut Tx, limit: i64) -> Result<Vec<(MediumId, Option<i64>)>> {
    const SQL: &str = "
        select m.id, (select min(f.keep_until) from fact f where f.subject = m.id)
        from entry e join medium m on m.submission_id = e.submission_id
        where e.withdrawn_at is null and m.state = 'found' and m.provider not in ('upload', 'tour')
            and m.kind not in ('feed', 'journal', 'list') and not exists (select 1 from watch w where w.medium_id = m.id)
        order by m.id limit $1";
    on!(tx tx, conn => Ok(sqlx::query_as(SQL).bind(limit).fetch_all(conn).await?))
}

/// Puts a link under watch; one that is stays as it is.
pub async fn add(tx: &mut Tx, watch: &Watch) -> Result<()> {
    const SQL: &str = "
        insert into watch (medium_id, state, since, next_at, noted_at) values ($1, $2, $3, $4, $5)
        on conflict (medium_id) do nothing";
    on!(tx tx, conn => sqlx::query(SQL).bind(&watch.medium_id).bind(watch.state).bind(watch.since).bind(watch.next_at)
        .bind(watch.noted_at).execute(conn).await.map(|_| ())?);
    Ok(())
}

/// Links whose turn it is, the longest due first.
pub async fn due(db: &Db, now: i64, limit: i64) -> Result<Vec<MediumId>> {
    const SQL: &str = "select medium_id from watch where next_at <= $1 order by next_at limit $2";
    on!(db, pool => Ok(sqlx::query_scalar(SQL).bind(now).bind(limit).fetch_all(pool).await?))
}

/// Looks no more at what somebody took off the site; what the checker took off is looked at on and on.
pub async fn park(tx: &mut Tx, now: i64) -> Result<u64> {
    const SQL: &str = "
        update watch set next_at = null where next_at <= $1 and medium_id in (
            select m.id from medium m join entry e on e.submission_id = m.submission_id
            where e.withdrawn_at is not null and (e.withdrawn_by is null or e.withdrawn_by <> 'watch'))";
    on!(tx tx, conn => Ok(sqlx::query(SQL).bind(now).execute(conn).await?.rows_affected()))
}

/// Saves what a look saw; false where another look was quicker, whose turn was at `turn` as well.
pub async fn save(tx: &mut Tx, watch: &Watch, turn: Option<i64>) -> Result<bool> {
    const SQL: &str = "
        update watch set state = $2, since = $3, looked_at = $4, next_at = $5, seen = $6, seen_since = $7, seen_times = $8,
            moved_to = $9, noted_at = $10
        where medium_id = $1 and next_at = $11";
    let done = on!(tx tx, conn => sqlx::query(SQL).bind(&watch.medium_id).bind(watch.state).bind(watch.since)
        .bind(watch.looked_at).bind(watch.next_at).bind(watch.seen).bind(watch.seen_since).bind(watch.seen_times)
        .bind(&watch.moved_to).bind(watch.noted_at).bind(turn)
        .execute(conn).await?.rows_affected());
    Ok(done == 1)
}

/// Gives a link its turn at this time.
pub async fn set_turn(tx: &mut Tx, medium: &MediumId, at: i64) -> Result<()> {
    const SQL: &str = "update watch set next_at = $2 where medium_id = $1";
    on!(tx tx, conn => sqlx::query(SQL).bind(medium).bind(at).execute(conn).await.map(|_| ())?);
    Ok(())
}

/// Looks again at an entry's links that nobody looks at any more, now that it is shown.
pub async fn unpark(tx: &mut Tx, submission: &SubmissionId, now: i64) -> Result<()> {
    const SQL: &str = "
        update watch set next_at = $2
        where next_at is null and medium_id in (select id from medium where submission_id = $1)";
    on!(tx tx, conn => sqlx::query(SQL).bind(submission).bind(now).execute(conn).await.map(|_| ())?);
    Ok(())
}

/// Notes that an editor has seen what became of a link.
pub async fn set_noted(tx: &mut Tx, medium: &MediumId, now: i64) -> Result<()> {
    const SQL: &str = "update watch set noted_at = $2 where medium_id = $1";
    on!(tx tx, conn => sqlx::query(SQL).bind(medium).bind(now).execute(conn).await.map(|_| ())?);
    Ok(())
}

/// Takes the address that a link moved to, a sound's where it has one, else the page's, and says which; none where it
/// did not move.
pub async fn follow(tx: &mut Tx, medium: &MediumId, now: i64) -> Result<Option<String>> {
    const MOVED: &str = "select moved_to from watch where medium_id = $1 and state = 'moved'";
    const SOUND: &str = "update enclosure set url = $2 where medium_id = $1";
    const PAGE: &str = "update medium set canonical = $2 where id = $1";
    const ALIVE: &str = "
        update watch set state = 'alive', since = $2, noted_at = $2, moved_to = null, seen = null, seen_since = null,
            seen_times = 0
        where medium_id = $1";
    let moved: Option<Option<String>> =
        on!(tx tx, conn => sqlx::query_scalar(MOVED).bind(medium).fetch_optional(conn).await?);
    let Some(to) = moved.flatten() else {
        return Ok(None);
    };
    let sounds = on!(tx tx, conn => sqlx::query(SOUND).bind(medium).bind(&to).execute(conn).await?.rows_affected());
    if sounds == 0 {
        on!(tx tx, conn => sqlx::query(PAGE).bind(medium).bind(&to).execute(conn).await.map(|_| ())?);
    }
    on!(tx tx, conn => sqlx::query(ALIVE).bind(medium).bind(now).execute(conn).await.map(|_| ())?);
    Ok(Some(to))
}

/// An entry as the checker meets it.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Standing {
    /// Its id.
    pub id: EntryId,
    /// Its address under `/entries/`.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// What it shows first.
    pub kind: Kind,
    /// Since when it is off the site.
    pub withdrawn_at: Option<i64>,
    /// `watch` where the checker took it off, `voice` where its voices were taken back, else the editor who did.
    pub withdrawn_by: Option<String>,
}

/// The entry of a submission, held until the transaction ends: two looks at its media see each other's results.
pub async fn hold(tx: &mut Tx, submission: &SubmissionId) -> Result<Option<Standing>> {
    const SQL: &str = "
        update entry set revision = revision where submission_id = $1
        returning id, slug, title, kind, withdrawn_at, withdrawn_by";
    on!(tx tx, conn => Ok(sqlx::query_as(SQL).bind(submission).fetch_optional(conn).await?))
}

/// How many media of a submission still have something to show: a postcard alone speaks of nothing.
pub async fn left(tx: &mut Tx, submission: &SubmissionId) -> Result<i64> {
    const SQL: &str = "
        select count(*) from medium m left join watch w on w.medium_id = m.id
        where m.submission_id = $1 and m.state = 'found' and m.kind not in ('feed', 'journal', 'list') and m.kind <> 'postcard'
            and coalesce(w.state, 'alive') not in ('private', 'gone')";
    on!(tx tx, conn => Ok(sqlx::query_scalar(SQL).bind(submission).fetch_one(conn).await?))
}

/// Brings back what the checker took off, unless an owner said no meanwhile.
pub async fn restore(tx: &mut Tx, entry: &EntryId, now: i64) -> Result<bool> {
    const SQL: &str = "
        update entry set withdrawn_at = null, withdrawn_by = null, updated_at = $2
        where id = $1 and withdrawn_by = 'watch' and not exists (
            select 1 from medium m join source s on s.id = m.source_id
            where m.submission_id = entry.submission_id and m.kind not in ('feed', 'journal', 'list') and s.leave = 'no')";
    let done = on!(tx tx, conn => sqlx::query(SQL).bind(entry).bind(now).execute(conn).await?.rows_affected());
    Ok(done == 1)
}

/// What stands where an entry was that the checker or an editor took off, or whose voices were taken back.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Tombstone {
    /// Who took it off; `removal` where somebody in it asked, and then its title is nobody's to see.
    pub withdrawn_by: String,
    /// Its address under `/entries/`.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// Its language, BCP 47.
    pub language: Option<String>,
    /// Its group's name.
    pub group_name: String,
    /// Its group's address under `/groups/`.
    pub group_slug: String,
    /// Since when it is off the site, in milliseconds since 1970.
    pub withdrawn_at: i64,
}

/// The tombstone under this slug, past slugs included. What an owner said no to has none.
pub async fn tombstone(db: &Db, slug: &str) -> Result<Option<Tombstone>> {
    const SQL: &str = "
        select e.withdrawn_by, e.slug, e.title, e.language, g.name as group_name, g.slug as group_slug, e.withdrawn_at
        from slug s join entry e on e.id = s.subject join \"group\" g on g.id = e.group_id
        where s.kind = 'entry' and s.slug = $1 and e.withdrawn_at is not null and e.withdrawn_by is not null
            and not exists (
                select 1 from medium m join source o on o.id = m.source_id
                where m.submission_id = e.submission_id and m.kind not in ('feed', 'journal', 'list') and o.leave = 'no')";
    // PostgreSQL would stumble over a NUL in it.
    if slug.contains('\0') {
        return Ok(None);
    }
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(slug).fetch_optional(pool).await?))
}

/// A link on the desk.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Changed {
    /// What became of it.
    #[sqlx(flatten)]
    pub watch: Watch,
    /// The submission it belongs to.
    pub submission_id: SubmissionId,
    /// The address that was looked at.
    pub address: String,
    /// Its entry's title.
    pub title: String,
    /// Its entry's address under `/entries/`.
    pub slug: String,
    /// Since when its entry is off the site.
    pub withdrawn_at: Option<i64>,
}

/// Links that changed and that no editor noted yet, and those that nobody answered for since a time; newest first.
pub async fn changed(db: &Db, silent_since: i64, limit: i64) -> Result<Vec<Changed>> {
    const SQL: &str = select!(
        ", m.submission_id, coalesce(c.url, m.canonical) as address, e.title, e.slug, e.withdrawn_at",
        "join entry e on e.submission_id = m.submission_id left join enclosure c on c.medium_id = m.id
        where w.noted_at is null or (w.next_at is not null and coalesce(w.looked_at, w.since) < $1)
        order by w.since desc, w.medium_id limit $2"
    );
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(silent_since).bind(limit).fetch_all(pool).await?))
}

/// How many links are in each state.
pub async fn counts(db: &Db) -> Result<Vec<(State, i64)>> {
    const SQL: &str = "select state, count(*) from watch group by state";
    on!(db, pool => Ok(sqlx::query_as(SQL).fetch_all(pool).await?))
}
