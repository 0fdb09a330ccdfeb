//! The providers' stand-in: an HTTP server on loopback that speaks their
//! documented shapes, so that the demo and the tests drive the same client
//! code as production. Its videos, photos and pictures are our own inventions.
//!
//! Beside the [`samples`] it knows ids that misbehave; [`ODD_VIDEOS`] says how.

use axum::extract::{Path, Query, State};
use axum::http::{StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::net::TcpListener;
use tokio::task::AbortHandle;
use url::Url;

mod flickr;
mod odd;
mod picture;
mod sample;
mod youtube;

pub use odd::ODD_VIDEOS;
pub use sample::{Decision, Group, Sample, samples};

/// A video that is well in every way.
pub const GOOD_LINK: &str = "https://youtu.be/pugGoodVid1";

/// A running stand-in; ends when dropped.
pub struct Replay {
    address: SocketAddr,
    world: World,
    server: AbortHandle,
}

/// What the handlers share.
#[derive(Clone)]
struct World {
    base: Url,
    asked: Arc<Mutex<Vec<String>>>,
    pictures: Arc<Mutex<HashMap<String, bytes::Bytes>>>,
}

type Params = Query<HashMap<String, String>>;

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
    };
    let router = Router::new()
        .route("/youtube/youtube/v3/videos", get(youtube::videos))
        .route("/youtube/oembed", get(youtube::oembed))
        .route("/flickr/rest/", get(flickr::rest))
        .route("/flickr/oembed/", get(flickr::oembed))
        .route("/img/{name}", get(img))
        .layer(axum::middleware::from_fn_with_state(world.clone(), note))
        .with_state(world.clone());
    let server = tokio::spawn(async move {
        let _ = axum::serve(listener, router).await;
    });
    Ok(Replay {
        address,
        world,
        server: server.abort_handle(),
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
        ]
        .map(|(name, value)| (name.to_owned(), value))
        .to_vec()
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
        self.server.abort();
    }
}

impl World {
    fn at(&self, path: &str) -> String {
        format!("{}{path}", self.base)
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
    let line = uri
        .to_string()
        .split('&')
        .filter(|part| !part.contains("key="))
        .collect::<Vec<_>>()
        .join("&");
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

/// The sample that holds a link with this id, and which of its links it is.
fn sample_of(id: &str) -> Option<(Sample, usize)> {
    samples().into_iter().find_map(|sample| {
        let at = sample.links.iter().position(|link| link.contains(id))?;
        Some((sample, at))
    })
}
