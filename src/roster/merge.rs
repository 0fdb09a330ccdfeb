//! Two groups that are one: the one becomes part of the other, for ever.

use super::edit::{mark, of, push_cards};
use crate::app::App;
use crate::db;
use crate::decision::Error;
use crate::model::answers::Fault;
use crate::model::group::{Details, Group};
use crate::pipeline;
use serde_json::json;

/// What the group that stays has of its own, and what it takes from the one that goes where it has nothing.
pub fn filled(own: &Details, other: &Details) -> Details {
    let or = |own: &Option<String>, other: &Option<String>| own.clone().or_else(|| other.clone());
    // Halves of two places are no place.
    let place = own.place().or_else(|| other.place());
    Details {
        region: or(&own.region, &other.region),
        website: or(&own.website, &other.website),
        kind: or(&own.kind, &other.kind),
        detail: or(&own.detail, &other.detail),
        cost: or(&own.cost, &other.cost),
        part: or(&own.part, &other.part),
        first_time: or(&own.first_time, &other.first_time),
        organized_by: or(&own.organized_by, &other.organized_by),
        since: or(&own.since, &other.since),
        latitude: place.map(|(north, _)| north),
        longitude: place.map(|(_, east)| east),
        ..own.clone()
    }
}

/// Makes one group part of another: all that is its own moves, its addresses and names lead to the other, and what the
/// other does not say of itself is taken from it. What it was stays in the other's events.
///
/// # Errors
/// `Faults` where both are the same, or one is not on the roster (any more).
pub async fn merge(app: &App, from: &Group, into: &Group, editor: &str) -> Result<(), Error> {
    let refused = |code| {
        Error::Faults(vec![Fault {
            field: "with",
            code,
            about: from.slug.clone(),
        }])
    };
    if from.id == into.id {
        return Err(refused("merge-itself"));
    }
    let details = db::group::details(&app.db, &from.id).await?;
    let (other, own) = (details, db::group::details(&app.db, &into.id).await?);
    let (Some(other), Some(own)) = (other, own) else {
        return Err(refused("group-unknown"));
    };
    if other.is_showcase() || own.is_showcase() {
        return Err(refused("group-unlisted"));
    }
    let mut tx = app.db.begin().await?;
    push_cards(app, &mut tx, &from.id).await?;
    let named = of(into);
    let called = (
        named.name.as_str(),
        named.city.as_str(),
        named.country.as_deref(),
    );
    let drafts = db::merge::name_drafts(&mut tx, &from.id, called).await?;
    db::merge::move_all(&mut tx, &from.id, &into.id).await?;
    let language = into.language.as_deref().or(from.language.as_deref());
    let filled = filled(&own, &other);
    db::group::set(&mut tx, &into.id, &into.slug, &named, language, &filled).await?;
    if let Some(day) = &other.answered_on
        && own.defunct == 0
    {
        db::group::set_answered(&mut tx, &into.id, day).await?;
    }
    db::entry::touch(&mut tx, &into.id, app.now()).await?;
    let (id, was) = (into.id.as_str(), was(from, &other));
    pipeline::note(app, &mut tx, id, editor, "group-merged", Some(&was)).await?;
    let (id, became) = (from.id.as_str(), into.id.as_str());
    pipeline::note(app, &mut tx, id, editor, "group-merged-into", Some(became)).await?;
    tx.commit().await?;
    app.bell.ring();
    mark(app, &drafts).await?;
    tracing::info!(from = %from.id, into = %into.id, "two groups became one");
    Ok(())
}

/// All that was known of the group that goes, as JSON: whoever has to part them again finds it there.
fn was(group: &Group, details: &Details) -> String {
    json!({
        "id": group.id, "slug": group.slug, "name": group.name, "city": group.city, "country": group.country,
        "language": group.language, "region": details.region, "website": details.website, "kind": details.kind,
        "defunct": details.defunct, "latitude": details.latitude, "longitude": details.longitude,
        "detail": details.detail, "origin": details.origin, "cost": details.cost, "part": details.part,
        "first_time": details.first_time, "organized_by": details.organized_by, "since": details.since,
        "answered_on": details.answered_on, "gone_on": details.gone_on,
    })
    .to_string()
}
