//! `/oembed`: how another site shows a page of ours, as oEmbed 1.0 answers it in JSON (oembed.com).

use super::{HEIGHT, WIDTH, entry_path, group_path, sized};
use crate::app::App;
use crate::db;
use crate::web::error::Error;
use axum::Json;
use axum::extract::{Query, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use url::Url;

/// Pixels that a frame is given at least.
const LEAST: u32 = 200;

/// What is asked.
#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    url: String,
    #[serde(default)]
    format: String,
    #[serde(default)]
    maxwidth: String,
    #[serde(default)]
    maxheight: String,
}

#[derive(Serialize)]
struct Rich<'a> {
    r#type: &'static str,
    version: &'static str,
    title: &'a str,
    author_name: &'a str,
    author_url: String,
    provider_name: &'a str,
    provider_url: &'a str,
    cache_age: u32,
    html: String,
    width: u32,
    height: u32,
}

/// `/oembed?url=…`
pub async fn answer(State(app): State<App>, Query(asked): Query<Asked>) -> Result<Response, Error> {
    if !["", "json"].contains(&asked.format.as_str()) {
        // What oEmbed asks for where a format is not had.
        return Ok(StatusCode::NOT_IMPLEMENTED.into_response());
    }
    let path = path(&app, &asked.url).ok_or(Error::NotFound)?;
    let (title, group_name, group_slug, frame) = if let Some(slug) = path.strip_prefix("/entries/")
    {
        let entry = db::entry::by_slug(&app.db, slug).await?;
        let entry = entry.ok_or(Error::NotFound)?;
        let frame = entry_path(&entry.slug);
        (entry.title, entry.group_name, entry.group_slug, frame)
    } else {
        let slug = path.strip_prefix("/groups/").ok_or(Error::NotFound)?;
        let group = db::group::by_slug(&app.db, slug).await?;
        let group = group.ok_or(Error::NotFound)?;
        let frame = group_path(&group.slug);
        (group.name.clone(), group.name, group.slug, frame)
    };
    let size = (
        within(WIDTH, &asked.maxwidth),
        within(HEIGHT, &asked.maxheight),
    );
    let rich = Rich {
        r#type: "rich",
        version: "1.0",
        title: &title,
        author_name: &group_name,
        author_url: format!("{}/groups/{group_slug}", app.url),
        provider_name: &app.config.showcase.name,
        provider_url: &app.url,
        cache_age: 3600,
        html: sized(&app, &frame, &title, size),
        width: size.0,
        height: size.1,
    };
    let kept = [(header::CACHE_CONTROL, "public, max-age=300")];
    Ok((kept, Json(rich)).into_response())
}

/// The path of a page of ours.
fn path(app: &App, address: &str) -> Option<String> {
    let (asked, own) = (Url::parse(address).ok()?, Url::parse(&app.url).ok()?);
    // A page that came by http may be asked for by https, and the other way round.
    let is_own = ["http", "https"].contains(&asked.scheme())
        && asked.host() == own.host()
        && asked.port() == own.port();
    is_own.then(|| asked.path().trim_end_matches('/').to_owned())
}

/// A size no larger than is asked for, nor smaller than one can read in.
fn within(size: u32, most: &str) -> u32 {
    most.parse::<u32>()
        .map_or(size, |most| size.min(most).max(LEAST))
}
