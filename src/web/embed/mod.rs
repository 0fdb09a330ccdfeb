//! What other sites show of ours: an entry or a group's newest in a frame, and how they ask for it (oembed.com).
//!
//! A frame sets no cookie and holds no script. It is the one page that others may frame, so nothing can be done in it
//! but follow a link.

use super::error::Error;
use super::files;
use super::groups::card;
use super::language::{Reader, with};
use super::show::Card;
use crate::app::App;
use crate::db;
use askama::Template;
use axum::extract::Path;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use url::Url;

pub mod oembed;

/// A group's entries in a frame.
const NEWEST: i64 = 3;
/// Pixels of a frame, where its site has no wish of its own.
pub const WIDTH: u32 = 600;
/// Pixels of a frame with one entry.
pub const HEIGHT: u32 = 520;

const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; media-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors *";

#[derive(Template)]
#[template(path = "embed.html")]
struct Frame {
    app: App,
    title: String,
    /// The page that shows the same and more, and what leads there.
    home: String,
    more: String,
    cards: Vec<Card>,
    /// The catalogue's text where there is no card.
    none: &'static str,
    /// Where the entry's first sound is heard here; empty where there is none.
    heard: String,
    style: String,
}

/// The path of an entry's frame.
pub fn entry_path(slug: &str) -> String {
    format!("/embed/{slug}")
}

/// The path of a group's frame.
pub fn group_path(slug: &str) -> String {
    format!("/embed/groups/{slug}")
}

/// `/embed/{slug}`: an entry.
pub async fn entry(
    Reader(app): Reader,
    Path(slug): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let Some(entry) = db::entry::by_slug(&app.db, &slug).await? else {
        let left = db::watch::tombstone(&app.db, &slug).await?;
        return gone(app, left.is_some(), &headers);
    };
    if entry.slug != slug {
        return Ok(Redirect::permanent(&entry_path(&entry.slug)).into_response());
    }
    let media = db::medium::shown(&app.db, &entry.submission_id).await?;
    let ours = media.iter().find(|medium| medium.is_ours());
    let frame = Frame {
        title: entry.title.clone(),
        home: format!("{}/entries/{}", app.url, entry.slug),
        more: app.text.with(
            "embed-more",
            &[("showcase", app.config.showcase.name.as_str().into())],
        ),
        cards: vec![card(&app, &entry).await?],
        none: "embed-none",
        heard: ours
            .and_then(|medium| medium.enclosure_address(&app.url))
            .unwrap_or_default(),
        style: files::style_path(),
        app,
    };
    respond(&frame, &headers)
}

/// `/embed/groups/{slug}`: a group's newest entries.
pub async fn group(
    Reader(app): Reader,
    Path(slug): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let Some(group) = db::group::by_slug(&app.db, &slug).await? else {
        return gone(app, false, &headers);
    };
    if group.slug != slug {
        return Ok(Redirect::permanent(&group_path(&group.slug)).into_response());
    }
    let mut cards = Vec::new();
    for entry in &db::entry::of_group(&app.db, &group.id, NEWEST).await? {
        cards.push(card(&app, entry).await?);
    }
    let frame = Frame {
        more: app
            .text
            .with("embed-all", &[("name", group.name.as_str().into())]),
        title: group.name,
        home: format!("{}/groups/{}", app.url, group.slug),
        cards,
        none: "embed-none",
        heard: String::new(),
        style: files::style_path(),
        app,
    };
    respond(&frame, &headers)
}

/// What a frame shows where nothing is, or nothing any more: our pages of errors no other site may frame.
fn gone(app: App, left: bool, headers: &HeaderMap) -> Result<Response, Error> {
    let name = app.config.showcase.name.clone();
    let frame = Frame {
        more: app
            .text
            .with("embed-more", &[("showcase", name.as_str().into())]),
        title: name,
        home: format!("{}/", app.url),
        cards: Vec::new(),
        none: "embed-gone",
        heard: String::new(),
        style: files::style_path(),
        app,
    };
    let mut response = respond(&frame, headers)?;
    *response.status_mut() = match left {
        true => StatusCode::GONE,
        false => StatusCode::NOT_FOUND,
    };
    Ok(response)
}

/// What another site puts into its page to show this path's frame.
pub fn frame(app: &App, path: &str, title: &str) -> String {
    let height = match path.starts_with("/embed/groups/") {
        true => HEIGHT + 300,
        false => HEIGHT,
    };
    sized(app, path, title, (WIDTH, height))
}

/// The same in this width and height.
fn sized(app: &App, path: &str, title: &str, (width, height): (u32, u32)) -> String {
    let address = quoted(&format!("{}{path}", app.url));
    let title = quoted(title);
    format!(
        "<iframe src=\"{address}\" title=\"{title}\" width=\"{width}\" height=\"{height}\" \
         loading=\"lazy\" style=\"border:0;max-width:100%\"></iframe>"
    )
}

/// A link to this path, for sites that take no frames.
pub fn link(app: &App, path: &str, title: &str) -> String {
    let address = quoted(&format!("{}{path}", app.url));
    format!("<a href=\"{address}\">{}</a>", quoted(title))
}

/// Where one asks how to show this path elsewhere.
pub fn oembed_address(app: &App, path: &str) -> String {
    let page = format!("{}{path}", app.url);
    let asked = Url::parse_with_params(&format!("{}/oembed", app.url), [("url", page)]);
    asked.map(String::from).unwrap_or_default()
}

/// A text as HTML has it between tags and between quotes.
fn quoted(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

fn respond(frame: &Frame, headers: &HeaderMap) -> Result<Response, Error> {
    let html = frame.render();
    let html = html.map_err(|error| Error::Internal(error.to_string()))?;
    let etag = files::etag(html.as_bytes());
    let mut response = match files::is_known(headers, &etag) {
        true => StatusCode::NOT_MODIFIED.into_response(),
        false => Html(html).into_response(),
    };
    let set: [(HeaderName, &str); 6] = [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::CACHE_CONTROL, "public, max-age=300"),
        (header::VARY, "accept-language, cookie"),
        (header::ETAG, &etag),
        // Its page is what search engines show.
        (HeaderName::from_static("x-robots-tag"), "noindex"),
        (
            header::LINK,
            &format!("<{}>; rel=\"canonical\"", frame.home),
        ),
    ];
    for (name, value) in set {
        if let Ok(value) = HeaderValue::from_str(value) {
            response.headers_mut().insert(name, value);
        }
    }
    Ok(response)
}

impl Frame {
    /// A path of ours as a whole address, in the language of this frame: what one clicks goes on as it began.
    fn whole(&self, path: &str) -> String {
        let address = format!("{}{path}", self.app.url);
        match self.app.text.language() == self.app.for_everybody().text.language() {
            true => address,
            false => with(&address, self.app.text),
        }
    }
}
