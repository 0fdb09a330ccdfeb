//! What an editor says of a group: its name and all else, that it meets, that it is gone.

use super::answers::Described;
use crate::app::App;
use crate::db::listing::{Changed, changed};
use crate::db::{self, Tx};
use crate::decision::Error;
use crate::double;
use crate::model::answers::Fault;
use crate::model::group::{Details, Group, Named};
use crate::model::heard::last_begun_day;
use crate::model::task::Step;
use crate::model::{GroupId, SubmissionId};
use crate::{pipeline, queue};
use jiff::civil::Date;

/// Changes what is said of a group. A new name has a new address; the old ones lead there for ever. What is shown with
/// its entries is drawn anew.
///
/// # Errors
/// `Faults` where another group has that name in that place.
pub async fn change(app: &App, group: &Group, said: &Described, editor: &str) -> Result<(), Error> {
    let mut tx = app.db.begin().await?;
    let drafts = change_in(app, &mut tx, group, said, editor).await?;
    tx.commit().await?;
    app.bell.ring();
    mark(app, &drafts).await?;
    Ok(())
}

/// As [`change`], in a transaction of the caller's, who commits, rings and then calls [`mark`] with what it says.
///
/// # Errors
/// As [`change`].
pub async fn change_in(
    app: &App,
    tx: &mut Tx,
    group: &Group,
    said: &Described,
    editor: &str,
) -> Result<Vec<SubmissionId>, Error> {
    let before = db::group::details(&app.db, &group.id).await?;
    let before = before.unwrap_or_default();
    let mut said = said.clone();
    if before.is_showcase() {
        said.details.kind.clone_from(&before.kind);
    }
    let changes = changes(group, &before, &said);
    if changes.is_empty() {
        return Ok(Vec::new());
    }
    // The bells first: a job that ends at this moment holds its own, and waits for what we are about to change.
    push_cards(app, tx, &group.id).await?;
    if let Some(other) = db::group::named(tx, &said.named).await?
        && other.id != group.id
        && of(&other).sameness() == said.named.sameness()
    {
        return Err(Error::Faults(vec![Fault {
            field: "group_name",
            code: "group-listed",
            about: other.slug,
        }]));
    }
    let Named {
        name,
        city,
        country,
    } = &said.named;
    let drafts = db::merge::name_drafts(tx, &group.id, (name, city, country.as_deref())).await?;
    let renamed = said.named.slug() != of(group).slug();
    let slug = match renamed {
        true => db::entry::free_slug(tx, "group", &said.named.slug(), group.id.as_str()).await?,
        false => group.slug.clone(),
    };
    let language = said.language.as_deref();
    db::group::set(tx, &group.id, &slug, &said.named, language, &said.details).await?;
    db::entry::touch(tx, &group.id, app.now()).await?;
    let change = if renamed {
        "group-renamed"
    } else {
        "group-edited"
    };
    let id = group.id.as_str();
    pipeline::note(app, tx, id, editor, change, Some(&changes.join("\n"))).await?;
    tracing::info!(group = %group.id, renamed, "what is said of a group was changed");
    Ok(drafts)
}

/// Finds the doubles of what waits by its group's new name.
///
/// # Errors
/// What the database says.
pub async fn mark(app: &App, drafts: &[SubmissionId]) -> db::Result<()> {
    for id in drafts {
        double::mark(app, id).await?;
    }
    Ok(())
}

/// Notes that a group meets no more.
///
/// # Errors
/// What the database says.
pub async fn set_gone(app: &App, tx: &mut Tx, group: &GroupId, editor: &str) -> db::Result<()> {
    let today = crate::model::heard::day_of(app.clock.now()).to_string();
    db::group::set_gone(tx, group, &today).await?;
    changed(tx, Changed::Pages, app.now()).await?;
    pipeline::note(app, tx, group.as_str(), editor, "group-gone", None).await
}

/// Notes that a group met on a day, or that somebody of it answered.
///
/// # Errors
/// `Faults` where that is no day, or one that has not begun anywhere.
pub async fn set_meets(
    app: &App,
    tx: &mut Tx,
    group: &GroupId,
    day: &str,
    editor: &str,
) -> Result<(), Error> {
    let fault = |code| {
        Error::Faults(vec![Fault {
            field: "day",
            code,
            about: day.chars().take(40).collect(),
        }])
    };
    let read: Date = day.trim().parse().map_err(|_| fault("date-unreadable"))?;
    if read > last_begun_day(app.clock.now()) {
        return Err(fault("day-to-come"));
    }
    let read = read.to_string();
    db::group::set_answered(tx, group, &read).await?;
    changed(tx, Changed::Pages, app.now()).await?;
    let change = "group-meets";
    Ok(pipeline::note(app, tx, group.as_str(), editor, change, Some(&read)).await?)
}

/// Rings for whatever shows a group's name or place with its entries: their cards, and the words in their recordings.
pub(super) async fn push_cards(app: &App, tx: &mut Tx, group: &GroupId) -> db::Result<()> {
    for entry in db::entry::ids_of_group(tx, group).await? {
        queue::push(app, tx, Step::Card, entry.as_str()).await?;
    }
    Ok(())
}

/// A group as it is called.
pub(super) fn of(group: &Group) -> Named {
    Named {
        name: group.name.clone(),
        city: group.city.clone(),
        country: group.country.clone(),
    }
}

/// What is said otherwise from now on, a line each, by its field: `group_city: Lagos → Ibadan`.
fn changes(group: &Group, before: &Details, said: &Described) -> Vec<String> {
    let place = |details: &Details| {
        let place = details.place();
        place.map(|(north, east)| format!("{north}, {east}"))
    };
    let (named, after) = (&said.named, &said.details);
    let own = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
    let pairs = [
        ("group_name", own(&group.name), own(&named.name)),
        ("group_city", own(&group.city), own(&named.city)),
        (
            "group_country",
            group.country.clone(),
            named.country.clone(),
        ),
        ("language", group.language.clone(), said.language.clone()),
        ("region", before.region.clone(), after.region.clone()),
        ("website", before.website.clone(), after.website.clone()),
        ("group_kind", before.kind.clone(), after.kind.clone()),
        ("place", place(before), place(after)),
        ("detail", before.detail.clone(), after.detail.clone()),
        ("cost", before.cost.clone(), after.cost.clone()),
        ("part", before.part.clone(), after.part.clone()),
        (
            "first_time",
            before.first_time.clone(),
            after.first_time.clone(),
        ),
        (
            "organized_by",
            before.organized_by.clone(),
            after.organized_by.clone(),
        ),
        ("since", before.since.clone(), after.since.clone()),
    ];
    let told = |said: Option<String>| said.unwrap_or_else(|| "–".into());
    pairs
        .into_iter()
        .filter(|(_, before, after)| before != after)
        .map(|(field, before, after)| format!("{field}: {} → {}", told(before), told(after)))
        .collect()
}
