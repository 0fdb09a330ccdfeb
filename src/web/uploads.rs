//! `/uploads`: the tus protocol 1.0.0 with its extensions creation, expiration and termination (tus.io).

use super::error::{Error, Refused};
use crate::app::App;
use crate::model::clock::timestamp;
use crate::model::upload::SentAs;
use crate::resume::{self, KEEP_MS};
use crate::upload;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

const VERSION: &str = "1.0.0";
const RESUMABLE: HeaderName = HeaderName::from_static("tus-resumable");
const OFFSET: HeaderName = HeaderName::from_static("upload-offset");
const LENGTH: HeaderName = HeaderName::from_static("upload-length");

/// `OPTIONS /uploads`: what we speak and how much we take.
pub async fn options(State(app): State<App>) -> Response {
    let most = (app.config.upload_mib << 20).to_string();
    answer(
        StatusCode::NO_CONTENT,
        &[
            ("tus-version", VERSION),
            ("tus-extension", "creation,expiration,termination"),
            ("tus-max-size", &most),
        ],
    )
}

/// `POST /uploads`: a file is announced; its address is whose it is.
pub async fn create(State(app): State<App>, headers: HeaderMap) -> Result<Response, Refusal> {
    spoken(&headers)?;
    let size = number(&headers, &LENGTH)?;
    let name = told(&headers, "filename").unwrap_or_default();
    // Who says nothing sends a recording.
    let sent_as = told(&headers, "sent_as").map_or(Ok(SentAs::default()), |word| {
        let known = SentAs::from_text(&word);
        known.ok_or_else(|| no(StatusCode::BAD_REQUEST, "tus-sent-as", String::new()))
    })?;
    let begun = resume::announce(&app, sent_as, &name, size).await;
    let begun = begun.map_err(refused)?;
    let location = format!("{}/uploads/{}", app.url, begun.token);
    let until = expires(begun.created_at);
    Ok(answer(
        StatusCode::CREATED,
        &[
            ("location", &location),
            ("upload-expires", &until),
            ("upload-offset", "0"),
        ],
    ))
}

/// `HEAD /uploads/{token}`: how much of it is here.
pub async fn head(
    State(app): State<App>,
    Path(token): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    spoken(&headers)?;
    let progress = resume::progress(&app, &token).await.map_err(refused)?;
    let coded = |text: &str| STANDARD.encode(text);
    let (name, sent_as) = (&progress.file_name, progress.sent_as.as_str());
    let named = match progress.sent_as == SentAs::default() {
        true => format!("filename {}", coded(name)),
        false => format!("filename {},sent_as {}", coded(name), coded(sent_as)),
    };
    Ok(answer(
        StatusCode::OK,
        &[
            ("upload-offset", &progress.at.to_string()),
            ("upload-length", &progress.size.to_string()),
            ("upload-metadata", &named),
            ("cache-control", "no-store"),
        ],
    ))
}

/// `PATCH /uploads/{token}`: the next piece.
pub async fn patch(
    State(app): State<App>,
    Path(token): Path<String>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Refusal> {
    spoken(&headers)?;
    let kind = headers
        .get(header::CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok());
    if kind != Some("application/offset+octet-stream") {
        return Err(Refusal(Error::ContentType));
    }
    let from = number(&headers, &OFFSET)?;
    let taken = resume::take(&app, &token, from, body.into_data_stream()).await;
    let progress = taken.map_err(refused)?;
    let (at, until) = (progress.at.to_string(), expires(progress.created_at));
    Ok(answer(
        StatusCode::NO_CONTENT,
        &[("upload-offset", &at), ("upload-expires", &until)],
    ))
}

/// `POST /uploads/{token}`: PATCH or DELETE, from where only POST gets through.
pub async fn overridden(
    app: State<App>,
    token: Path<String>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Refusal> {
    let method = headers
        .get("x-http-method-override")
        .map(HeaderValue::as_bytes);
    match method {
        Some(b"PATCH") => patch(app, token, headers, body).await,
        Some(b"DELETE") => stop(app, token, headers).await,
        _ => Err(no(
            StatusCode::METHOD_NOT_ALLOWED,
            "method-not-allowed",
            String::new(),
        )),
    }
}

/// `DELETE /uploads/{token}`: it is not wanted any more.
pub async fn stop(
    State(app): State<App>,
    Path(token): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    spoken(&headers)?;
    resume::stop(&app, &token).await.map_err(refused)?;
    Ok(answer(StatusCode::NO_CONTENT, &[]))
}

/// Only who speaks our version is understood.
fn spoken(headers: &HeaderMap) -> Result<(), Refusal> {
    match headers.get(RESUMABLE) {
        Some(version) if version == VERSION => Ok(()),
        _ => Err(no(
            StatusCode::PRECONDITION_FAILED,
            "tus-version",
            String::new(),
        )),
    }
}

fn number(headers: &HeaderMap, name: &HeaderName) -> Result<u64, Refusal> {
    let text = headers.get(name).and_then(|value| value.to_str().ok());
    let number = text.and_then(|text| text.trim().parse().ok());
    number.ok_or_else(|| no(StatusCode::BAD_REQUEST, "tus-number", name.to_string()))
}

/// A value of `Upload-Metadata`: pairs of a key and a value in base64.
fn told(headers: &HeaderMap, wanted: &str) -> Option<String> {
    let pairs = headers.get("upload-metadata")?.to_str().ok()?.split(',');
    let mut named = pairs.filter_map(|pair| pair.trim().split_once(' '));
    let (_, value) = named.find(|(key, _)| *key == wanted)?;
    String::from_utf8(STANDARD.decode(value.trim()).ok()?).ok()
}

/// An HTTP date, after which the rest is not taken.
fn expires(created_at: i64) -> String {
    let printer = jiff::fmt::rfc2822::DateTimePrinter::new();
    let at = timestamp(created_at + KEEP_MS);
    printer.timestamp_to_rfc9110_string(&at).unwrap_or_default()
}

fn answer(status: StatusCode, headers: &[(&'static str, &str)]) -> Response {
    let mut response = status.into_response();
    let own = [("tus-resumable", VERSION)];
    for (name, value) in own.iter().chain(headers) {
        if let Ok(value) = HeaderValue::from_str(value) {
            response
                .headers_mut()
                .insert(HeaderName::from_static(name), value);
        }
    }
    response
}

/// A refusal says which protocol it is one of.
#[derive(Debug)]
pub struct Refusal(Error);

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let mut response = self.0.into_response();
        let version = HeaderValue::from_static(VERSION);
        if response.status() == StatusCode::PRECONDITION_FAILED {
            response
                .headers_mut()
                .insert("tus-version", version.clone());
        }
        response.headers_mut().insert(RESUMABLE, version);
        response
    }
}

fn refused(error: resume::Error) -> Refusal {
    let detail = error.to_string();
    match error {
        resume::Error::Unknown => Refusal(Error::NotFound),
        resume::Error::Elsewhere(_) => no(StatusCode::CONFLICT, "tus-offset", detail),
        resume::Error::Held => no(StatusCode::LOCKED, "tus-held", detail),
        resume::Error::TooLarge(most) => {
            let detail = format!("at most {} MiB", most >> 20);
            no(StatusCode::PAYLOAD_TOO_LARGE, "too-big", detail)
        }
        resume::Error::Unlike(sent_as) => no(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            upload::unlike(sent_as),
            String::new(), // its words say what to send instead
        ),
        resume::Error::Busy => no(StatusCode::SERVICE_UNAVAILABLE, "tus-busy", String::new()),
        resume::Error::Full => no(StatusCode::INSUFFICIENT_STORAGE, "tus-full", String::new()),
        resume::Error::Store(error) => Refusal(Error::Internal(error.to_string())),
        resume::Error::Db(error) => Refusal(Error::Db(error)),
    }
}

fn no(status: StatusCode, code: &'static str, detail: String) -> Refusal {
    Refusal(Error::Refused(Refused {
        status,
        code,
        detail,
        wrongs: Vec::new(),
    }))
}
