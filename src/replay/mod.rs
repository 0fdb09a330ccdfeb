//! The providers' stand-in: an HTTP server on loopback that speaks their
//! documented shapes, so that the demo and the tests drive the same client
//! code as production. Its videos, photos and pictures are our own inventions.
//!
//! Beside the [`samples`] it knows ids that misbehave; [`ODD_VIDEOS`] and
//! [`ODD_PHOTOS`] say how. The keys `bad-key` and `quota-key` are refused as
//! the providers refuse them; so is a call without one.

use axum::extract::{Path, Query, State};
use axum::http::{StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use jobs::link::{self, Link, Provider};
use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;
use url::Url;

mod album;
mod flickr;
#[cfg(test)]
mod lists;
mod odd;
mod picture;
mod playlist;
mod sample;
mod sites;
#[cfg(test)]
mod tests;
mod web;
mod youtube;

pub use album::{ALBUM, ALIAS, OWNER, SHORT_ALBUM, SHORT_USER};
pub use odd::{ODD_PHOTOS, ODD_VIDEOS};
pub use playlist::{CHANNEL, HANDLE, PLAYLIST};
pub use sample::{Decision, Door, Group, Sample, samples};
pub use sites::{ARCHIVED_FILM, ARCHIVED_SOUND, PAGE, PEERTUBE, VIMEO};
pub use web::{ARCHIVE, ARTICLE, EPISODE, FEED, SOUND};

/// A video that is well in every way.
pub const GOOD_LINK: &str = "https://youtu.be/pugGoodVid1";

/// A running stand-in; ends when dropped, its kept connections too.
pub struct Replay {
    address: SocketAddr,
    world: World,
    stop: CancellationToken,
}

/// What the handlers share.
#[derive(Clone)]
struct World {
    base: Url,
    asked: Arc<Mutex<Vec<String>>>,
    pictures: Arc<Mutex<HashMap<String, bytes::Bytes>>>,
    /// Ids and addresses that behave like another by now.
    likes: Arc<Mutex<HashMap<String, String>>>,
}

/// A query, in order: the Data API repeats a name for each value.
type Params = Query<Vec<(String, String)>>;

/// Starts one on a free port of 127.0.0.1.
///
/// # Errors
/// What the system says.
pub async fn start() -> std::io::Result<Replay> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    let base = Url::parse(&format!("http://{address}/")).map_err(std::io::Error::other)?;
    let world = World {
        base,
        asked: Arc::default(),
        pictures: Arc::default(),
        likes: Arc::default(),
    };
    let router = Router::new()
        .route("/youtube/youtube/v3/videos", get(youtube::videos))
        .route("/youtube/youtube/v3/channels", get(playlist::channels))
        .route("/youtube/youtube/v3/playlists", get(playlist::playlists))
        .route("/youtube/youtube/v3/playlistItems", get(playlist::items))
        .route("/youtube/oembed", get(youtube::oembed))
        .route("/youtube/feeds/videos.xml", get(playlist::feed))
        .route("/flickr/rest/", get(flickr::rest))
        .route("/flickr/oembed/", get(flickr::oembed))
        .route("/flickr/feeds/{file}", get(album::feed))
        .route("/img/{name}", get(img))
        .route("/web/{host}/{*path}", get(web::page))
        .layer(axum::middleware::from_fn_with_state(world.clone(), note))
        .with_state(world.clone());
    let stop = CancellationToken::new();
    let server =
        axum::serve(listener, router).with_graceful_shutdown(stop.clone().cancelled_owned());
    tokio::spawn(async move {
        let _ = server.await;
    });
    Ok(Replay {
        address,
        world,
        stop,
    })
}

impl Replay {
    /// Its base address.
    pub fn url(&self) -> &Url {
        &self.world.base
    }

    /// Settings that point the service at it, with keys it takes.
    pub fn settings(&self) -> Vec<(String, String)> {
        let mut settings = self.settings_without_keys();
        settings.push(("PUGCAST_YOUTUBE_KEY".into(), "replay-key".into()));
        settings.push(("PUGCAST_FLICKR_KEY".into(), "replay-key".into()));
        settings
    }

    /// Settings that point the service at it, so that oEmbed is asked.
    pub fn settings_without_keys(&self) -> Vec<(String, String)> {
        let at = |path: &str| format!("{}{path}", self.world.base);
        [
            ("PUGCAST_YOUTUBE_API", at("youtube/")),
            ("PUGCAST_YOUTUBE_OEMBED", at("youtube/oembed")),
            ("PUGCAST_FLICKR_API", at("flickr/rest/")),
            ("PUGCAST_FLICKR_OEMBED", at("flickr/oembed/")),
            ("PUGCAST_FETCH_ALLOW", self.address.to_string()),
            ("PUGCAST_FETCH_REPLAY", at("")),
        ]
        .map(|(name, value)| (name.to_owned(), value))
        .to_vec()
    }

    /// From now on an id behaves like another of [`ODD_VIDEOS`] or [`ODD_PHOTOS`] (like itself: well again); an address
    /// under `.example`, without its scheme, answers a status (`503`), `html`, or moves for good (`301 https://…`).
    pub fn becomes(&self, id: &str, like: &str) {
        let mut likes = self
            .world
            .likes
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        likes.insert(id.to_owned(), like.to_owned());
    }

    /// What it was asked, in order: path and query, keys left out.
    pub fn asked(&self) -> Vec<String> {
        self.world
            .asked
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }
}

impl Drop for Replay {
    fn drop(&mut self) {
        self.stop.cancel();
    }
}

impl World {
    fn at(&self, path: &str) -> String {
        format!("{}{path}", self.base)
    }

    /// What an id behaves like by now.
    fn like(&self, id: &str) -> String {
        let likes = self.likes.lock().unwrap_or_else(PoisonError::into_inner);
        likes.get(id).map_or(id, String::as_str).to_owned()
    }

    /// How often an id was asked for, this time included.
    fn times(&self, id: &str) -> usize {
        let asked = self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        asked
            .iter()
            .filter(|line| line.contains(id) && !line.contains("/img/"))
            .count()
    }
}

async fn note(
    State(world): State<World>,
    uri: Uri,
    request: axum::extract::Request,
    next: axum::middleware::Next,
) -> Response {
    let kept: Vec<&str> = uri
        .query()
        .unwrap_or_default()
        .split('&')
        .filter(|pair| !(pair.starts_with("key=") || pair.starts_with("api_key=")))
        .collect();
    let line = format!("{}?{}", uri.path(), kept.join("&"));
    world
        .asked
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .push(line);
    next.run(request).await
}

/// A picture of ours, drawn when first asked for.
async fn img(State(world): State<World>, Path(name): Path<String>) -> Response {
    if let Some(odd) = odd::picture(&name) {
        return odd;
    }
    let Some((id, width, height)) = picture::parse(&name) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let held = world
        .pictures
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .get(&name)
        .cloned();
    let bytes = match held {
        Some(bytes) => bytes,
        None => {
            let drawn =
                tokio::task::spawn_blocking(move || picture::draw(&id, width, height)).await;
            let Ok(bytes) = drawn else {
                return StatusCode::INTERNAL_SERVER_ERROR.into_response();
            };
            world
                .pictures
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .insert(name, bytes.clone());
            bytes
        }
    };
    ([(header::CONTENT_TYPE, "image/jpeg")], bytes).into_response()
}

fn json(value: serde_json::Value) -> Response {
    Json(value).into_response()
}

/// The first value of a name, or nothing.
fn param<'a>(params: &'a [(String, String)], name: &str) -> &'a str {
    let found = params.iter().find(|(known, _)| known == name);
    found.map_or("", |(_, value)| value)
}

/// The id that a provider's oEmbed is asked for by a page's address.
fn asked_for(provider: Provider, url: &str) -> Option<String> {
    let link = link::parse(url).ok()?;
    let single = matches!(link.kind(), "video" | "photo");
    (link.provider() == provider && single).then(|| link.id())
}

/// The sample that holds a link of this provider with this id, and which of its links it is.
fn sample_of(provider: Provider, id: &str) -> Option<(Sample, usize)> {
    let is_it = |link: Link| link.provider() == provider && link.id() == id;
    samples().into_iter().find_map(|sample| {
        let mut links = sample.links.iter();
        let at = links.position(|text| link::parse(text).is_ok_and(is_it))?;
        Some((sample, at))
    })
}
