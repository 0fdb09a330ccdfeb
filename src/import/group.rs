//! A row of a roster becomes a group.

use super::Became;
use crate::app::App;
use crate::db::{self, Tx};
use crate::model::group::{Details, Group, Named};
use crate::model::import::{Outcome, Row};
use crate::model::{GroupId, country};
use crate::pipeline;
use crate::search;
use jobs::list::{Note, roster};

/// Why it cannot be on our roster: a country that ISO 3166 does not know.
pub(super) fn fault(read: &roster::Group) -> Option<Note> {
    let code = read
        .country
        .as_deref()
        .filter(|code| country::find(code).is_none())?;
    Some(Note::new("country-unknown", code))
}

/// Makes the group, or gives the one that we have what the roster says of it.
pub(super) async fn take(app: &App, tx: &mut Tx, row: &Row, editor: &str) -> db::Result<Became> {
    let Ok(read) = serde_json::from_str::<roster::Group>(&row.body) else {
        let why = Note::new("row-unreadable", &row.title);
        return Ok(Became::new(Outcome::Refused, Some(why), None));
    };
    if let Some(why) = fault(&read) {
        return Ok(Became::new(Outcome::Refused, Some(why), None));
    }
    let named = Named {
        name: read.name.clone(),
        city: read.city.clone(),
        country: read.country.clone(),
    };
    let known = find(tx, &read, &named).await?;
    let (outcome, why, group) = match known {
        Some((group, why)) => (Outcome::Joined, Some(Note::new(why, &group.name)), group),
        None => {
            let id = GroupId::mint(&app.clock, &app.random);
            let group = db::group::find_or_make(tx, id, &named, None, app.now()).await?;
            (Outcome::Taken, None, group)
        }
    };
    let details = Details {
        region: read.region,
        website: read.website,
        kind: read.kind,
        defunct: read.defunct.into(),
        latitude: read.latitude,
        longitude: read.longitude,
        detail: read.detail,
        origin: read.origin,
        ..Details::default()
    };
    db::group::set_details(tx, &group.id, &details).await?;
    search::ring_group(app, tx, &group.id).await?;
    pipeline::note(app, tx, group.id.as_str(), editor, "listed", None).await?;
    Ok(Became::new(outcome, why, Some(group.id.to_string())))
}

/// The group that we have already, by name or by website.
async fn find(
    tx: &mut Tx,
    read: &roster::Group,
    named: &Named,
) -> db::Result<Option<(Group, &'static str)>> {
    if let Some(group) = db::group::named(tx, named).await? {
        return Ok(Some((group, "listed-before")));
    }
    let Some(page) = read.page() else {
        return Ok(None);
    };
    let others = db::group::with_website(tx, &page).await?;
    Ok(others.into_iter().find_map(|group| {
        let other = roster::Group {
            name: group.name.clone(),
            city: group.city.clone(),
            country: group.country.clone(),
            website: read.website.clone(),
            ..roster::Group::default()
        };
        let why = read.same_as(&other)?;
        Some((group, why))
    }))
}
