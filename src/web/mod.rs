//! Pages, feed and what runs them: one table of routes, one file a resource.

use crate::app::App;
use axum::Router;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::{Method, StatusCode, Uri};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::Response;
use std::convert::Infallible;
use std::time::Duration;
use tower::ServiceBuilder;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate};
use tower_http::timeout::TimeoutLayer;

mod accept;
mod api;
mod correction;
mod crawlers;
mod decision;
mod desk;
mod documents;
mod doubles;
mod draft;
mod embed;
mod entries;
mod error;
mod feeds;
mod files;
mod filled;
mod follow;
mod following;
mod front;
mod groups;
mod guard;
mod home;
mod imports;
mod language;
mod linked;
mod links;
mod machine;
mod manifest;
mod map;
mod merge;
mod missing;
mod near;
mod network;
mod notice;
mod notices;
mod paced;
mod page;
mod part;
mod person;
mod player;
mod reading;
mod removal;
mod review;
mod roster;
mod routes;
mod rows;
mod search;
mod seen;
mod session;
mod shared;
mod shelf;
mod show;
mod sitemap;
mod slots;
mod sound;
mod source;
mod sources;
mod submissions;
mod submit;
mod telling;
#[cfg(test)]
mod tests;
mod uploads;

pub use files::{artwork_path, picture_path};

pub use front::Door;
pub use routes::Access;

/// Every path with its rule of who may use it, for what walks them all.
pub fn paths() -> Vec<(&'static str, Access)> {
    let table = routes::table().into_iter();
    table.map(|route| (route.path, route.access)).collect()
}

/// Bytes of a form taken at most.
pub const MOST_FORM: usize = 256 << 10;
/// Files up to so many times what we take are read to their end.
const DROPPED: usize = 4;
/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(30);
/// How long it may take where a file comes with the request.
const UPLOAD_PATIENCE: Duration = Duration::from_secs(60 * 60);

/// The whole service for a listener: what is kept ready, and behind it every route.
pub fn service(app: App) -> Door {
    Door::new(app.clone(), router(app))
}

/// Every route with its access rule and the layers around them.
pub fn router(app: App) -> Router {
    let mut router = Router::new();
    for route in routes::table() {
        let methods = match route.access {
            routes::Access::Editor => route
                .methods
                .layer(from_fn_with_state(app.clone(), session::demand)),
            routes::Access::Public | routes::Access::Token => route.methods,
        };
        let (size, patience) = match route.takes_files {
            // What is too large is read and dropped up to here, so that its sender gets the form back.
            true => (
                DROPPED * app.config.upload_mib as usize * (1 << 20) + MOST_FORM,
                UPLOAD_PATIENCE,
            ),
            false => (MOST_FORM, PATIENCE),
        };
        let limits = ServiceBuilder::new()
            .layer(TimeoutLayer::with_status_code(
                StatusCode::REQUEST_TIMEOUT,
                patience,
            ))
            .layer(DefaultBodyLimit::max(size));
        let methods = methods.layer::<_, Infallible>(limits);
        router = router.route(route.path, methods);
    }
    // Documents bring their own encodings, prepared once.
    let compress = CompressionLayer::new().compress_when(
        DefaultPredicate::new()
            .and(NotForContentType::const_new("application/rss+xml"))
            .and(NotForContentType::const_new("application/atom+xml"))
            .and(NotForContentType::const_new("application/feed+json"))
            .and(NotForContentType::const_new("audio/")),
    );
    let layers = ServiceBuilder::new()
        .layer(from_fn_with_state(app.clone(), front::stand))
        .layer(from_fn_with_state(app.clone(), guard::measure))
        .layer(from_fn(guard::headers))
        .layer(compress)
        .layer(from_fn_with_state(app.clone(), language::choose))
        .layer(from_fn_with_state(app.clone(), error::explain))
        .layer(CatchPanicLayer::custom(|_| {
            error::Error::Internal("a request panicked".into()).into_plain()
        }));
    router.fallback(elsewhere).layer(layers).with_state(app)
}

/// What has no address here, and what has one without the slash at its end.
async fn elsewhere(
    State(app): State<App>,
    method: Method,
    uri: Uri,
) -> Result<Response, error::Error> {
    let path = uri.path().trim_end_matches('/');
    let is_read = matches!(method, Method::GET | Method::HEAD);
    if path.is_empty() || path == uri.path() || !is_read {
        return Err(error::Error::NotFound);
    }
    let query = uri.query().map(|query| format!("?{query}"));
    // A whole address: one that begins with two slashes would lead to another host.
    let to = format!("{}{path}{}", app.url, query.unwrap_or_default());
    Ok(documents::moved(&to))
}
