//! Other people's sites, on loopback: what they answer is a test's to say, and what they were asked is kept.

use axum::Router;
use axum::body::Body;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use std::collections::HashMap;
use std::future::Future;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::{Arc, Mutex};

/// One request, as a site sees it.
#[derive(Clone, Debug)]
pub struct Asked {
    pub host: String,
    pub path: String,
    pub query: String,
    pub headers: HeaderMap,
    /// Which request to this host and path it is, from 1.
    pub times: usize,
}

impl Asked {
    /// A header's value; empty without one.
    pub fn header(&self, name: &str) -> &str {
        let value = self.headers.get(name);
        value.map_or("", |value| value.to_str().unwrap())
    }
}

type Answer = Pin<Box<dyn Future<Output = Response> + Send>>;
type Says = Arc<dyn Fn(Asked) -> Answer + Send + Sync>;

#[derive(Clone)]
struct World {
    says: Says,
    asked: Arc<Mutex<Vec<Asked>>>,
    times: Arc<Mutex<HashMap<String, usize>>>,
}

/// Sites that run; they end with the test.
pub struct Sites {
    address: SocketAddr,
    world: World,
}

impl Sites {
    /// Sites whose every answer `says` gives.
    pub async fn start<F: Future<Output = Response> + Send + 'static>(
        says: impl Fn(Asked) -> F + Send + Sync + 'static,
    ) -> Sites {
        let world = World {
            says: Arc::new(move |asked| Box::pin(says(asked))),
            asked: Arc::default(),
            times: Arc::default(),
        };
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let router = Router::new()
            .route("/web/{host}/{*path}", axum::routing::any(answer))
            .with_state(world.clone());
        tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        Sites { address, world }
    }

    /// Settings that send hosts under `.example` here.
    pub fn settings(&self) -> Vec<(String, String)> {
        vec![
            ("PUGCAST_FETCH_ALLOW".into(), self.address.to_string()),
            (
                "PUGCAST_FETCH_REPLAY".into(),
                format!("http://{}/", self.address),
            ),
        ]
    }

    /// What they were asked since this was called last.
    pub fn asked_since(&self) -> Vec<Asked> {
        std::mem::take(&mut *self.world.asked.lock().unwrap())
    }
}

async fn answer(
    State(world): State<World>,
    Path((host, path)): Path<(String, String)>,
    request: Request<Body>,
) -> Response {
    let times = {
        let mut times = world.times.lock().unwrap();
        let times = times.entry(format!("{host}/{path}")).or_default();
        *times += 1;
        *times
    };
    let asked = Asked {
        query: request.uri().query().unwrap_or_default().to_owned(),
        headers: request.headers().clone(),
        host,
        path,
        times,
    };
    world.asked.lock().unwrap().push(asked.clone());
    (world.says)(asked).await
}

/// A feed with these items: guid and title. Every title speaks of groups.
pub fn rss(title: &str, items: &[(String, String)]) -> String {
    let items: String = items
        .iter()
        .map(|(guid, title)| {
            format!(
                "<item><title>{title}</title><link>https://pages.example/{guid}</link>\
                 <guid isPermaLink=\"false\">{guid}</guid><pubDate>Mon, 02 Nov 2026 08:00:00 GMT</pubDate>\
                 <description>How a user group meets: {title}.</description>\
                 <enclosure url=\"https://sounds.example/{guid}.mp3\" length=\"9\" type=\"audio/mpeg\"/></item>"
            )
        })
        .collect();
    format!(
        "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>{title}</title>\
         <link>https://pages.example/</link><description>d</description>{items}</channel></rss>"
    )
}

/// A feed as a server sends it, with an `ETag` of its bytes: 304 where they did not change.
pub fn served(asked: &Asked, body: String) -> Response {
    let hash = body.bytes().fold(7u64, |hash, byte| {
        hash.wrapping_mul(31).wrapping_add(byte.into())
    });
    let tag = format!("\"{hash:x}\"");
    if asked.header("if-none-match") == tag {
        return (StatusCode::NOT_MODIFIED, [(header::ETAG, tag)]).into_response();
    }
    let kind = (header::CONTENT_TYPE, "application/rss+xml".to_owned());
    ([kind, (header::ETAG, tag)], body).into_response()
}
