//! Two groups that are one, on the desk: first what would move is shown, then it moves.

use super::error::Error;
use super::language::Reader;
use super::page::{Page, pages, respond};
use super::roster::{after, load};
use super::session::Signed;
use super::show;
use crate::app::App;
use crate::db;
use crate::db::merge::Moving;
use crate::decision;
use crate::model::answers::Fault;
use crate::model::group::{Details, Group};
use crate::roster;
use crate::roster::merge::{filled, merge};
use askama::Template;
use axum::extract::{Extension, Form, Path, Query};
use axum::http::StatusCode;
use axum::response::Response;
use std::collections::HashMap;

#[derive(Template)]
#[template(path = "desk_merge.html")]
struct MergePage {
    p: Page,
    into: Side,
    from: Side,
    moving: Moving,
    /// What is said of both: the field's word, what stays, what it was with the one that goes.
    said: Vec<(&'static str, String, String)>,
}

/// One of the two.
struct Side {
    group: Group,
    place: String,
    heard: String,
}

pages!(MergePage);

impl MergePage {
    fn path(&self, slug: &str) -> String {
        format!("/groups/{slug}")
    }
}

/// `GET /desk/groups/{id}/merge?with=…`: what would move from the other to this one.
pub async fn ask(
    Reader(app): Reader,
    Extension(signed): Extension<Signed>,
    Path(id): Path<String>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, Error> {
    let into = load(&app, &id).await?;
    let from = match other(&app, &into, &query).await? {
        Ok(from) => from,
        Err(fault) => {
            let done = Err(decision::Error::Faults(vec![fault]));
            return after(&app, &signed, into, &query, done).await;
        }
    };
    let own = db::group::details(&app.db, &into.id).await?;
    let theirs = db::group::details(&app.db, &from.id).await?;
    let (own, theirs) = (own.unwrap_or_default(), theirs.unwrap_or_default());
    if own.is_showcase() || theirs.is_showcase() {
        let fault = Fault {
            field: "with",
            code: "group-unlisted",
            about: from.slug,
        };
        let done = Err(decision::Error::Faults(vec![fault]));
        return after(&app, &signed, into, &query, done).await;
    }
    let page = MergePage {
        p: Page::new(&app, app.text.t("merge-title"), "").of(&signed.editor, &signed.form_token),
        moving: db::merge::moving(&app.db, &from.id).await?,
        said: said(&filled(&own, &theirs), &theirs),
        into: side(&app, into).await?,
        from: side(&app, from).await?,
    };
    Ok(respond(StatusCode::OK, &page))
}

/// `POST /desk/groups/{id}/merge`: the other becomes part of this one, for ever.
pub async fn confirm(
    Reader(app): Reader,
    Extension(signed): Extension<Signed>,
    Path(id): Path<String>,
    Form(fields): Form<HashMap<String, String>>,
) -> Result<Response, Error> {
    let into = load(&app, &id).await?;
    let done = match other(&app, &into, &fields).await? {
        Ok(from) => merge(&app, &from, &into, &signed.editor.email).await,
        Err(fault) => Err(decision::Error::Faults(vec![fault])),
    };
    after(&app, &signed, into, &fields, done).await
}

/// The group that `with` names, by its address or the last piece of it.
async fn other(
    app: &App,
    into: &Group,
    fields: &HashMap<String, String>,
) -> db::Result<Result<Group, Fault>> {
    let typed = fields.get("with").map_or("", |typed| typed.trim());
    let slug = typed
        .trim_end_matches('/')
        .rsplit('/')
        .next()
        .unwrap_or_default();
    let fault = |code| Fault {
        field: "with",
        code,
        about: String::new(),
    };
    Ok(match db::group::by_slug(&app.db, slug).await? {
        None => Err(fault("group-unknown")),
        Some(found) if found.id == into.id => Err(fault("merge-itself")),
        Some(found) => Ok(found),
    })
}

async fn side(app: &App, group: Group) -> Result<Side, Error> {
    let standing = roster::of(app, &group.id).await?.ok_or(Error::NotFound)?;
    Ok(Side {
        place: app.text.place(&group.city, group.country.as_deref()),
        heard: show::heard(app, &standing),
        group,
    })
}

/// What the one that stays will say, beside what the other says, where either says anything.
fn said(stays: &Details, goes: &Details) -> Vec<(&'static str, String, String)> {
    let place = |details: &Details| {
        let place = details.place();
        place.map(|(north, east)| format!("{north}, {east}"))
    };
    let pairs = [
        ("field-website", stays.website.clone(), goes.website.clone()),
        ("field-region", stays.region.clone(), goes.region.clone()),
        ("field-place", place(stays), place(goes)),
        ("field-cost", stays.cost.clone(), goes.cost.clone()),
        ("field-part", stays.part.clone(), goes.part.clone()),
        (
            "field-first_time",
            stays.first_time.clone(),
            goes.first_time.clone(),
        ),
        (
            "field-organized_by",
            stays.organized_by.clone(),
            goes.organized_by.clone(),
        ),
        ("field-since", stays.since.clone(), goes.since.clone()),
        ("field-detail", stays.detail.clone(), goes.detail.clone()),
    ];
    pairs
        .into_iter()
        .filter(|(_, stays, goes)| stays.is_some() || goes.is_some())
        .map(|(field, stays, goes)| (field, stays.unwrap_or_default(), goes.unwrap_or_default()))
        .collect()
}
