//! What everybody gets alike, from what is kept ready: pages by language, feeds, lists. One look-up and it is on its way.
//!
//! Whatever has the same address and language is the same for everybody, until the public face changes (the
//! publication's number, [`crate::db::listing::changed`]) or its time is over. Behind it stand all the other layers,
//! which make what is not there yet.

use super::accept::{encoding, has};
use super::language;
use crate::app::App;
use crate::feed::{self, Encoding, Packed};
use crate::ready::{Answer, Meter};
use axum::body::Body;
use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;
use bytes::Bytes;
use std::sync::Arc;
use std::time::Instant;

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

/// Answers from what is kept; else has it made, and keeps it if it is for everybody.
pub async fn stand(State(app): State<App>, request: Request, next: Next) -> Response {
    let is_read = matches!(*request.method(), Method::GET | Method::HEAD);
    // Read before anything is made: what changes meanwhile makes it old.
    let publication = match is_read {
        true => app.feeds.publication(&app).await.ok(),
        false => None,
    };
    let Some(publication) = publication else {
        return next.run(request).await;
    };
    let begun = Instant::now();
    let is_whole = request.uri().query().is_none();
    let language = language::of(&app, request.headers()).language();
    if is_whole {
        let path = request.uri().path();
        if let Some(answer) = app.ready.find(path, language, publication, app.now()) {
            return send(&answer, request.method(), request.headers(), begun);
        }
    }
    let route = request.extensions().get::<MatchedPath>().cloned();
    let (method, uri) = (request.method().clone(), request.uri().clone());
    let headers = request.headers().clone();
    let mut response = next.run(request).await;
    let alike = response.extensions_mut().remove::<Alike>();
    let (Some(alike), Some(route), StatusCode::OK) = (alike, route, response.status()) else {
        return response;
    };
    let is_kept = is_whole && is_public(response.headers());
    let (packed, lasts, modified) = match alike {
        Alike::Document(packed) => (packed.clone(), DOCUMENT_LASTS, Some(packed.modified)),
        // What is not kept goes as the other layers made it.
        Alike::Page(_) if !is_kept => return response,
        Alike::Page(html) => (Arc::new(feed::pack(html, 0).await), PAGE_LASTS, None),
    };
    let answer = Arc::new(Answer {
        headers: ENCODINGS.map(|encoding| head(response.headers(), &packed, encoding)),
        packed,
        modified,
        publication,
        until: app.now() + lasts,
        meter: meter(route.as_str()),
    });
    if is_kept {
        app.ready.keep(uri.path(), language, answer.clone());
    }
    send(&answer, &method, &headers, begun)
}

fn send(answer: &Answer, method: &Method, headers: &HeaderMap, begun: Instant) -> Response {
    let encoding = encoding(headers);
    let is_known = has(headers, &answer.packed, answer.modified);
    let place = ENCODINGS.iter().position(|one| *one == encoding);
    let mut response = Response::new(Body::empty());
    *response.headers_mut() = answer.headers[place.unwrap_or_default()].clone();
    if is_known {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
        for name in [header::CONTENT_TYPE, header::CONTENT_ENCODING] {
            response.headers_mut().remove(name);
        }
    } else {
        // Of HEAD the server sends the length alone.
        *response.body_mut() = Body::from(answer.packed.bytes(encoding).clone());
    }
    let place = 2 * usize::from(*method == Method::HEAD) + usize::from(is_known);
    answer.meter.counts[place].increment(1);
    answer.meter.seconds.record(begun.elapsed().as_secs_f64());
    response
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

fn meter(route: &str) -> Meter {
    let count = |method: &'static str, status: &'static str| metrics::counter!("pugcast_http_requests_total", "route" => route.to_owned(), "method" => method, "status" => status);
    Meter {
        counts: [
            count("GET", "200"),
            count("GET", "304"),
            count("HEAD", "200"),
            count("HEAD", "304"),
        ],
        seconds: metrics::histogram!("pugcast_http_request_seconds", "route" => route.to_owned()),
    }
}
