//! The index of all that is published: the one place where the two databases are asked in different words.
//!
//! The words come from `search::document`, an [`Ask`] from `model::search`; both databases hold the same words and
//! take them as they are, so they find the same. What is found comes newest first: no rank of theirs.

use super::{Db, Result, Tx, on};
use crate::model::search::Ask;
use crate::model::{EntryId, GroupId};

/// What one entry or group is found by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The entry's or the group's id.
    pub subject: String,
    /// When it was published or made, milliseconds since 1970: newest first.
    pub at: i64,
    /// An entry's kind, or `group`.
    pub kind: String,
    /// ISO 3166-1 alpha-2, or `zz`.
    pub country: String,
    /// A base language, BCP 47.
    pub language: Option<String>,
    /// The year of the meeting.
    pub year: Option<String>,
    /// Which words these are.
    pub version: i64,
    /// The state of the entry that it was made of.
    pub made_of: i64,
    /// Its words, each once, none empty.
    pub words: Vec<String>,
    /// What tells it from any other.
    pub digest: String,
}

/// PostgreSQL sorts up to so many to find the newest.
const SORTED: i64 = 5000;
/// Documents of one millisecond.
const AT_ONCE: i64 = 1 << 20;

/// Writes what something is found by; the same again costs next to nothing.
pub async fn save(tx: &mut Tx, document: &Document) -> Result<()> {
    const HELD: &str = "select number, digest from search where subject = $1";
    const LAST: &str = "select max(number) from search where number >= $1 and number < $2";
    const SAME: &str = "update search set version = $2, made_of = $3 where number = $1";
    const SQL: &str = "
        insert into search (number, subject, kind, country, language, year, version, made_of, digest)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (number) do nothing";
    let held: Option<(i64, String)> = on!(tx &mut *tx, conn => sqlx::query_as(HELD).bind(&document.subject)
        .fetch_optional(conn).await?);
    let mut number = match held {
        Some((number, digest)) if digest == document.digest => {
            on!(tx tx, conn => sqlx::query(SAME).bind(number).bind(document.version).bind(document.made_of)
                .execute(conn).await.map(|_| ())?);
            return Ok(());
        }
        Some((number, _)) => number,
        None => {
            let first = document.at * AT_ONCE;
            let last: Option<i64> = on!(tx &mut *tx, conn => sqlx::query_scalar(LAST).bind(first).bind(first + AT_ONCE)
                .fetch_one(conn).await?);
            last.map_or(first, |last| last + 1)
        }
    };
    forget(tx, &document.subject).await?;
    loop {
        let written = on!(tx &mut *tx, conn => sqlx::query(SQL).bind(number).bind(&document.subject).bind(&document.kind)
            .bind(&document.country).bind(&document.language).bind(&document.year).bind(document.version)
            .bind(document.made_of).bind(&document.digest).execute(conn).await?.rows_affected());
        if written == 1 {
            break;
        }
        // Another of this millisecond was faster.
        number += 1;
    }
    match tx {
        Tx::Lite(tx, _) => {
            const SQL: &str = "insert into search_word (rowid, words) values ($1, $2)";
            let words = document.words.join(" ");
            let insert = sqlx::query(SQL).bind(number).bind(words);
            insert.execute(&mut **tx).await?;
        }
        Tx::Pg(tx, _) => {
            const SQL: &str = "update search set words = array_to_tsvector($2) where number = $1";
            let update = sqlx::query(SQL).bind(number).bind(&document.words);
            update.execute(&mut **tx).await?;
        }
    }
    Ok(())
}

/// Forgets what something is found by.
pub async fn forget(tx: &mut Tx, subject: &str) -> Result<()> {
    const SQL: &str = "delete from search where subject = $1 returning number";
    let number: Option<i64> =
        on!(tx &mut *tx, conn => sqlx::query_scalar(SQL).bind(subject).fetch_optional(conn).await?);
    if let (Tx::Lite(tx, _), Some(number)) = (tx, number) {
        let delete = sqlx::query("delete from search_word where rowid = $1").bind(number);
        delete.execute(&mut **tx).await?;
    }
    Ok(())
}

/// Whether an entry is on the site, and holds it so until the transaction ends.
pub async fn stands(tx: &mut Tx, entry: &EntryId) -> Result<bool> {
    const SQL: &str = "update entry set revision = revision where id = $1 and withdrawn_at is null";
    let done =
        on!(tx tx, conn => sqlx::query(SQL).bind(entry).execute(conn).await?.rows_affected());
    Ok(done == 1)
}

/// Entries, by their ids behind this one, that are not found by these words, or not by those of today's revision, and
/// those that are found and should not be.
pub async fn stale_entries(
    db: &Db,
    version: i64,
    behind: &str,
    limit: i64,
) -> Result<Vec<EntryId>> {
    const SQL: &str = "
        select e.id from entry e left join search s on s.subject = e.id
        where e.id > $2 and case when e.withdrawn_at is null
            then s.subject is null or s.version <> $1 or s.made_of <> e.updated_at else s.subject is not null end
        order by e.id limit $3";
    on!(db, pool => Ok(sqlx::query_scalar(SQL).bind(version).bind(behind).bind(limit).fetch_all(pool).await?))
}

/// Groups, by their ids behind this one, that are not found by these words.
pub async fn stale_groups(db: &Db, version: i64, behind: &str, limit: i64) -> Result<Vec<GroupId>> {
    const SQL: &str = r#"
        select g.id from "group" g left join search s on s.subject = g.id
        where g.id > $2 and coalesce(g.kind, '') <> 'showcase' and (s.subject is null or s.version <> $1)
        order by g.id limit $3"#;
    on!(db, pool => Ok(sqlx::query_scalar(SQL).bind(version).bind(behind).bind(limit).fetch_all(pool).await?))
}

/// The entries of a group.
pub async fn entries_of(tx: &mut Tx, group: &GroupId) -> Result<Vec<EntryId>> {
    const SQL: &str =
        "select id from entry where group_id = $1 and withdrawn_at is null order by id";
    on!(tx tx, conn => Ok(sqlx::query_scalar(SQL).bind(group).fetch_all(conn).await?))
}

/// How much there is of what is asked for.
pub async fn count(db: &Db, ask: &Ask) -> Result<i64> {
    match db {
        Db::Lite { read, .. } => {
            const SQL: &str = "select count(*) from search_word where search_word match $1";
            let count = sqlx::query_scalar(SQL).bind(lite(ask));
            Ok(count.fetch_one(read).await?)
        }
        Db::Pg(pool, _) => {
            let count = sqlx::query_scalar("select search_count($1)").bind(pg(ask));
            Ok(count.fetch_one(pool).await?)
        }
    }
}

/// The ids of entries that are asked for, the newest first.
pub async fn entries(db: &Db, ask: &Ask, limit: i64, skip: i64) -> Result<Vec<EntryId>> {
    match db {
        Db::Lite { read, .. } => {
            const SQL: &str = "
                select s.subject from (
                    select rowid as number from search_word where search_word match $1 order by rowid desc limit $2 offset $3) f
                join search s on s.number = f.number order by f.number desc";
            let found = sqlx::query_scalar(SQL)
                .bind(lite(ask))
                .bind(limit)
                .bind(skip);
            Ok(found.fetch_all(read).await?)
        }
        Db::Pg(pool, _) => {
            const FEW: &str =
                "select subject from search_found($1) order by number desc limit $2 offset $3";
            const MANY: &str = "select search_newest($1, $2, $3)";
            // Few are sorted; of many the newest are met soon.
            let sql = match count(db, ask).await? {
                ..=SORTED => FEW,
                _ => MANY,
            };
            let found = sqlx::query_scalar(sql).bind(pg(ask)).bind(limit).bind(skip);
            Ok(found.fetch_all(pool).await?)
        }
    }
}

/// The people of entries that are asked for, as each entry names them, the newest first.
pub async fn people(db: &Db, ask: &Ask, limit: i64) -> Result<Vec<String>> {
    match db {
        Db::Lite { read, .. } => {
            const SQL: &str = "
                select e.people from (
                    select rowid as number from search_word where search_word match $1 order by rowid desc limit $2) f
                join search s on s.number = f.number join entry e on e.id = s.subject
                where e.withdrawn_at is null order by f.number desc";
            let found = sqlx::query_scalar(SQL).bind(lite(ask)).bind(limit);
            Ok(found.fetch_all(read).await?)
        }
        Db::Pg(pool, _) => {
            const SQL: &str = "
                select e.people from (select number, subject from search_found($1) order by number desc limit $2) f
                join entry e on e.id = f.subject where e.withdrawn_at is null order by f.number desc";
            let found = sqlx::query_scalar(SQL).bind(pg(ask)).bind(limit);
            Ok(found.fetch_all(pool).await?)
        }
    }
}

macro_rules! groups {
    ($found:literal) => {
        concat!(
            "select h.id from (
                select g.id, s.number, (
                    select max(e.published_at) from entry e where e.group_id = g.id and e.withdrawn_at is null) as heard_at
                from ",
            $found,
            " s join \"group\" g on g.id = s.subject) h order by coalesce(h.heard_at, 0) desc, h.number limit $2 offset $3"
        )
    };
}

/// The groups that are asked for, those last heard from first.
pub async fn groups(db: &Db, ask: &Ask, limit: i64, skip: i64) -> Result<Vec<GroupId>> {
    const LITE: &str = groups!(
        "(select f.number, f.subject from search f where f.number in (select rowid from search_word where search_word match $1))"
    );
    const PG: &str = groups!("search_found($1)");
    match db {
        Db::Lite { read, .. } => {
            let found = sqlx::query_scalar(LITE)
                .bind(lite(ask))
                .bind(limit)
                .bind(skip);
            Ok(found.fetch_all(read).await?)
        }
        Db::Pg(pool, _) => {
            let found = sqlx::query_scalar(PG).bind(pg(ask)).bind(limit).bind(skip);
            Ok(found.fetch_all(pool).await?)
        }
    }
}

/// What one can choose by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// Entries' kinds, and `group`.
    pub kinds: Vec<String>,
    /// Their groups' countries.
    pub countries: Vec<String>,
    /// Their languages.
    pub languages: Vec<String>,
    /// The years of their meetings.
    pub years: Vec<String>,
}

/// Every value that there is to choose by.
pub async fn choices(db: &Db) -> Result<Choices> {
    // From one value to the next by its index: of a hundred thousand rows some dozen are read.
    macro_rules! values {
        ($column:literal) => {{
            const SQL: &str = concat!(
                "with recursive v (value) as (
                    select min(", $column, ") from search
                    union all
                    select (select min(", $column, ") from search where ", $column, " > v.value) from v where v.value is not null)
                select value from v where value is not null"
            );
            on!(db, pool => sqlx::query_scalar(SQL).fetch_all(pool).await?)
        }};
    }
    Ok(Choices {
        kinds: values!("kind"),
        countries: values!("country"),
        languages: values!("language"),
        years: values!("year"),
    })
}

/// As FTS5 is asked. Words stand in quotes, and hold no sign of its language anyway.
fn lite(ask: &Ask) -> String {
    match ask {
        Ask::Word(word) => format!("\"{}\"", word.replace('"', "\"\"")),
        Ask::Start(start) => format!("\"{}\"*", start.replace('"', "\"\"")),
        Ask::All(asks) => joined(asks, " AND ", lite),
        Ask::Any(asks) => joined(asks, " OR ", lite),
        Ask::Without(ask, other) => format!("({} NOT {})", lite(ask), lite(other)),
    }
}

/// As a tsquery is written. Words stand in quotes, and hold no sign of its language anyway.
fn pg(ask: &Ask) -> String {
    let quoted = |word: &str| word.replace('\\', "\\\\").replace('\'', "''");
    match ask {
        Ask::Word(word) => format!("'{}'", quoted(word)),
        Ask::Start(start) => format!("'{}':*", quoted(start)),
        Ask::All(asks) => joined(asks, " & ", pg),
        Ask::Any(asks) => joined(asks, " | ", pg),
        Ask::Without(ask, other) => format!("({} & !{})", pg(ask), pg(other)),
    }
}

fn joined(asks: &[Ask], with: &str, write: fn(&Ask) -> String) -> String {
    let asks: Vec<String> = asks.iter().map(write).collect();
    format!("({})", asks.join(with))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_are_asked_for_the_same() {
        let word = |word: &str| Ask::Word(word.into());
        let any = Ask::Any(vec![word("ha"), Ask::Start("wa".into())]);
        let all = Ask::All(vec![any, word("c'\"\\")]);
        let ask = Ask::Without(all.into(), word("hb").into());
        assert_eq!(lite(&ask), r#"((("ha" OR "wa"*) AND "c'""\") NOT "hb")"#);
        assert_eq!(pg(&ask), r#"((('ha' | 'wa':*) & 'c''"\\') & !'hb')"#);
    }
}
