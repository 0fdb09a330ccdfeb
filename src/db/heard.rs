//! What speaks of a group being alive: its entries, its own sources, an editor's note.

use super::{Db, Result, on};
use crate::model::GroupId;
use crate::model::clock::timestamp;
use crate::model::heard::{By, Heard, day_of};
use jiff::civil::Date;
use std::collections::HashMap;

/// One row a group and kind of evidence. What is dated after `$1` has not been, and is no evidence of that day.
///
/// An entry speaks of the day of its meeting. Where it has none that is over, or says how things are or will be, it is
/// dated by the day on which somebody sent it: a person did, or else it is worth nothing, for an import or a source
/// brings old things too. What a source brought is dated by its source.
macro_rules! evidence {
    ($entry:literal, $source:literal, $group:literal) => {
        concat!(
            "select e.group_id, e.kind as evidence, max(e.met_on) as day, cast(null as bigint) as at from entry e
            where e.withdrawn_at is null and e.met_on <= $1 and coalesce(e.about, 'covered') = 'covered' ", $entry,
            " group by e.group_id, e.kind
            union all
            select e.group_id, e.kind, cast(null as text), max(s.created_at)
            from entry e join submission s on s.id = e.submission_id
            where e.withdrawn_at is null and (e.met_on is null or e.met_on > $1 or coalesce(e.about, 'covered') <> 'covered')
                and s.door in ('form', 'api', 'mail', 'command', 'demo') ", $entry,
            " group by e.group_id, e.kind
            union all
            select e.group_id, e.kind, max(i.published_on), cast(null as bigint)
            from entry e join item i on i.taken_as = e.submission_id
            where e.withdrawn_at is null and e.met_on is null and i.published_on <= $1 ", $entry,
            " group by e.group_id, e.kind
            union all
            select s.group_id, 'feed', max(i.published_on), cast(null as bigint)
            from source s join item i on i.source_id = s.id
            where s.group_id is not null and coalesce(s.leave, '') <> 'no' and i.gone_at is null and i.published_on <= $1 ", $source,
            " group by s.group_id
            union all
            select g.id, 'answer', g.answered_on, cast(null as bigint) from \"group\" g
            where g.answered_on is not null ", $group
        )
    };
}

type Row = (GroupId, String, Option<String>, Option<i64>);

/// When each group was last heard from, and by what; those that never were are not in it. `today` is the newest day
/// that has begun anywhere.
pub async fn all(db: &Db, today: Date) -> Result<HashMap<GroupId, Heard>> {
    const SQL: &str = evidence!("", "", "");
    let today = today.to_string();
    let rows: Vec<Row> = on!(db, pool => sqlx::query_as(SQL).bind(&today).fetch_all(pool).await?);
    let mut signs: HashMap<GroupId, Vec<Heard>> = HashMap::new();
    for row in rows {
        if let Some(heard) = heard(&row) {
            signs.entry(row.0).or_default().push(heard);
        }
    }
    let last = signs.into_iter();
    Ok(last
        .filter_map(|(group, signs)| Some((group, Heard::last(signs)?)))
        .collect())
}

/// When a group was last heard from, and by what.
pub async fn of(db: &Db, group: &GroupId, today: Date) -> Result<Option<Heard>> {
    const SQL: &str = evidence!(
        "and e.group_id = $2",
        "and s.group_id = $2",
        "and g.id = $2"
    );
    let today = today.to_string();
    let rows: Vec<Row> =
        on!(db, pool => sqlx::query_as(SQL).bind(&today).bind(group).fetch_all(pool).await?);
    Ok(Heard::last(rows.iter().filter_map(heard)))
}

fn heard((_, evidence, day, at): &Row) -> Option<Heard> {
    let by = By::from_text(evidence)?;
    let day = match (day, at) {
        (Some(day), _) => day.parse().ok()?,
        (None, at) => day_of(timestamp((*at)?)),
    };
    Some(Heard { day, by })
}
