//! What everybody gets alike, from what is kept ready: pages by language, feeds, lists. One look-up and it is on its way.
//!
//! Whatever has the same address and language is the same for everybody, until the public face changes (the
//! publication's number, [`crate::db::listing::changed`]) or its time is over. Behind it stand all the other layers,
//! which make what is not there yet.

use super::accept::{encoding, has};
use super::language;
use crate::app::App;
use crate::db;
use crate::feed::{self, Encoding, Packed};
use crate::ready::Answer;
use axum::Router;
use axum::body::Body;
use axum::extract::{ConnectInfo, MatchedPath, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;
use axum::routing::future::RouteFuture;
use axum::serve::IncomingStream;
use bytes::Bytes;
use futures::future::{Either, Ready, ready};
use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::Arc;
use std::task::{Context, Poll};
use tokio::net::TcpListener;
use tower::Service;

/// A page is made anew after so long, which is as long as any cache may keep it: what it says of days and of facts that
/// expire moves on. In milliseconds.
const PAGE_LASTS: i64 = 60_000;
/// A document is asked for again after so long: meanwhile it may have been packed smaller. In milliseconds.
const DOCUMENT_LASTS: i64 = 1000;
const ENCODINGS: [Encoding; 4] = [
    Encoding::Plain,
    Encoding::Gzip,
    Encoding::Brotli,
    Encoding::Zstd,
];
/// What belongs to one encoding, or to one request.
const NOT_KEPT: [HeaderName; 5] = [
    header::CONTENT_ENCODING,
    header::CONTENT_LENGTH,
    header::ETAG,
    header::DATE,
    HeaderName::from_static("x-request-id"),
];

/// Left in an answer by whoever made it: what it is before any encoding.
#[derive(Clone)]
pub enum Alike {
    /// A page.
    Page(Bytes),
    /// A document that was packed.
    Document(Arc<Packed>),
}

/// Gives each connection a front of its own.
pub struct Door {
    app: App,
    behind: Router,
}

/// The service for one connection: what is kept, in front of everything else.
#[derive(Clone)]
pub struct Front {
    app: App,
    behind: Router,
    /// Who asks.
    peer: SocketAddr,
}

impl Door {
    /// What answers from what this service keeps, else from behind.
    pub fn new(app: App, behind: Router) -> Door {
        Door { app, behind }
    }
}

impl Service<IncomingStream<'_, TcpListener>> for Door {
    type Response = Front;
    type Error = Infallible;
    type Future = Ready<Result<Front, Infallible>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, stream: IncomingStream<'_, TcpListener>) -> Self::Future {
        ready(Ok(Front {
            app: self.app.clone(),
            behind: self.behind.clone(),
            peer: *stream.remote_addr(),
        }))
    }
}

impl Service<Request> for Front {
    type Response = Response;
    type Error = Infallible;
    type Future = Either<Ready<Result<Response, Infallible>>, RouteFuture<Infallible>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Service::<Request>::poll_ready(&mut self.behind, context)
    }

    fn call(&mut self, mut request: Request) -> Self::Future {
        if let Some(response) = kept(&self.app, &request) {
            return Either::Left(ready(Ok(response)));
        }
        // What one network can do is bounded.
        request.extensions_mut().insert(ConnectInfo(self.peer));
        Either::Right(self.behind.call(request))
    }
}

/// The answer, if it is kept and everything about that is known at once.
fn kept(app: &App, request: &Request) -> Option<Response> {
    let is_whole = request.uri().query().is_none();
    if !is_whole || !is_read(request.method()) {
        return None;
    }
    let publication = app.feeds.fresh_publication(app)?;
    let language = language::of(app, request.headers()).language();
    let path = request.uri().path();
    let answer = app.ready.find(path, language, publication, app.now())?;
    Some(send(&answer, request.method(), request.headers()))
}

fn is_read(method: &Method) -> bool {
    matches!(*method, Method::GET | Method::HEAD)
}

/// Answers from what is kept; else has it made, and keeps it if it is for everybody.
pub async fn stand(State(app): State<App>, request: Request, next: Next) -> Response {
    if !is_read(request.method()) {
        return next.run(request).await;
    }
    // Read before anything is made: what changes meanwhile makes it old.
    let Ok(publication) = app.feeds.publication(&app).await else {
        return next.run(request).await;
    };
    if let Some(response) = kept(&app, &request) {
        return response;
    }
    let language = language::of(&app, request.headers()).language();
    let route = request.extensions().get::<MatchedPath>().cloned();
    let (method, uri) = (request.method().clone(), request.uri().clone());
    let headers = request.headers().clone();
    let mut response = next.run(request).await;
    let alike = response.extensions_mut().remove::<Alike>();
    let (Some(alike), Some(route), StatusCode::OK) = (alike, route, response.status()) else {
        return response;
    };
    let is_kept = uri.query().is_none() && is_public(response.headers());
    let (packed, lasts, modified) = match alike {
        Alike::Document(packed) => (packed.clone(), DOCUMENT_LASTS, Some(packed.modified)),
        // What is not kept goes as the other layers made it.
        Alike::Page(_) if !is_kept => return response,
        Alike::Page(html) => (Arc::new(feed::pack(html, 0).await), PAGE_LASTS, None),
    };
    let now = app.now();
    // Nothing is shown beyond its day.
    let Ok(expiry) = db::fact::next_expiry(&app.db, now).await else {
        return response;
    };
    let made = ENCODINGS.map(|encoding| head(response.headers(), &packed, encoding));
    let answer = Arc::new(Answer {
        known: made.each_ref().map(known),
        headers: made,
        packed,
        modified,
        publication,
        until: expiry.map_or(now + lasts, |expiry| expiry.min(now + lasts)),
        counts: counts(route.as_str()),
    });
    if is_kept {
        app.ready.keep(uri.path(), language, answer.clone());
    }
    send(&answer, &method, &headers)
}

fn send(answer: &Answer, method: &Method, headers: &HeaderMap) -> Response {
    let encoding = encoding(headers);
    let is_known = has(headers, &answer.packed, answer.modified);
    let place = ENCODINGS.iter().position(|one| *one == encoding);
    let place = place.unwrap_or_default();
    let response = match is_known {
        true => {
            let mut response = Response::new(Body::empty());
            *response.status_mut() = StatusCode::NOT_MODIFIED;
            *response.headers_mut() = answer.known[place].clone();
            response
        }
        false => {
            // Of HEAD the server sends the length alone.
            let mut response = Response::new(Body::from(answer.packed.bytes(encoding).clone()));
            *response.headers_mut() = answer.headers[place].clone();
            response
        }
    };
    let place = 2 * usize::from(*method == Method::HEAD) + usize::from(is_known);
    answer.counts[place].increment(1);
    response
}

/// RFC 9110, section 15.4.5: what an answer in full would say, without what describes its bytes, for which its tag
/// stands.
fn known(full: &HeaderMap) -> HeaderMap {
    let names = [header::ETAG, header::CACHE_CONTROL, header::VARY];
    let said = names.into_iter().filter_map(|name| {
        let value = full.get(&name)?.clone();
        Some((name, value))
    });
    said.collect()
}

/// Whether any cache may keep it for others.
fn is_public(headers: &HeaderMap) -> bool {
    let control = headers.get(header::CACHE_CONTROL);
    let is_public = control.is_some_and(|control| control.as_bytes().starts_with(b"public"));
    is_public && !headers.contains_key(header::SET_COOKIE)
}

/// The headers under which an encoding goes out.
fn head(made: &HeaderMap, packed: &Packed, encoding: Encoding) -> HeaderMap {
    let mut headers = made.clone();
    for name in NOT_KEPT {
        headers.remove(name);
    }
    if let Ok(tag) = HeaderValue::from_str(&packed.etag(encoding)) {
        headers.insert(header::ETAG, tag);
    }
    if encoding != Encoding::Plain {
        let name = HeaderValue::from_static(encoding.as_str());
        headers.insert(header::CONTENT_ENCODING, name);
    }
    // What the layers behind said of their own encodings is said once.
    let mut depends = vec!["accept-encoding".to_owned()];
    for line in made.get_all(header::VARY) {
        let names = line.to_str().unwrap_or_default().split(',');
        for name in names.map(|name| name.trim().to_ascii_lowercase()) {
            if !depends.contains(&name) {
                depends.push(name);
            }
        }
    }
    if let Ok(depends) = HeaderValue::from_str(&depends.join(", ")) {
        headers.insert(header::VARY, depends);
    }
    headers
}

/// Counters of its route, looked up once.
fn counts(route: &str) -> [metrics::Counter; 4] {
    let count = |method: &'static str, status: &'static str| metrics::counter!("pugcast_http_requests_total", "route" => route.to_owned(), "method" => method, "status" => status);
    [
        count("GET", "200"),
        count("GET", "304"),
        count("HEAD", "200"),
        count("HEAD", "304"),
    ]
}
