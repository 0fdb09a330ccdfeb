//! Around every answer: what browsers may do with it, and what it cost.

use crate::app::App;
use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;
use jobs::text::hex;
use std::time::Instant;
use tracing::Instrument;

/// Everything from ourselves, nothing inline, no scripts.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; media-src 'self'; manifest-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// Security headers, unless the page has set its own.
pub async fn headers(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    for (name, value) in [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "strict-origin-when-cross-origin"),
        (
            HeaderName::from_static("permissions-policy"),
            "camera=(), geolocation=(), microphone=()",
        ),
        (
            HeaderName::from_static("cross-origin-opener-policy"),
            "same-origin",
        ),
    ] {
        response
            .headers_mut()
            .entry(name)
            .or_insert(HeaderValue::from_static(value));
    }
    response
}

/// Gives each request an id, which its log lines and its answer carry, and counts and times it
/// by the route's pattern: no token, no query, no reader's address.
pub async fn measure(State(app): State<App>, request: Request, next: Next) -> Response {
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or("none".to_owned(), |path| path.as_str().to_owned());
    let method = method(&request);
    let begun = Instant::now();
    let id = hex(&app.random.bytes::<8>());
    let span = tracing::error_span!("request", id, route, method);
    let mut response = next.run(request).instrument(span.clone()).await;
    let _entered = span.entered();
    if let Ok(id) = HeaderValue::from_str(&id) {
        response
            .headers_mut()
            .insert(HeaderName::from_static("x-request-id"), id);
    }
    let (status, took) = (response.status().as_u16(), begun.elapsed());
    let labels = [
        ("route", route.clone()),
        ("method", method.to_owned()),
        ("status", status.to_string()),
    ];
    metrics::counter!("pugcast_http_requests_total", &labels).increment(1);
    metrics::histogram!("pugcast_http_request_seconds", "route" => route.clone())
        .record(took.as_secs_f64());
    tracing::debug!(status, took_ms = took.as_millis() as u64, "answered");
    response
}

/// Strangers can invent methods; labels they cannot.
fn method(request: &Request) -> &'static str {
    match request.method().as_str() {
        "GET" => "GET",
        "HEAD" => "HEAD",
        "POST" => "POST",
        _ => "other",
    }
}
