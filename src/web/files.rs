//! What is served as it is: pictures, artwork, the style sheet.

use super::error::Error;
use super::sound;
use crate::app::App;
use crate::db;
use crate::model::upload;
use crate::place::map::{HEIGHT, LAND, WIDTH};
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderName, StatusCode, header};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use jiff::Timestamp;
use jiff::fmt::rfc2822;
use jobs::text::hex;
use sha2::{Digest, Sha256};
use std::sync::OnceLock;

const ICON: &str = include_str!("assets/icon.svg");

/// Names that change with the bytes may be kept for a year.
const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// The name is for ever, leave to show a picture is not: it expires, or is taken back.
const A_DAY: &str = "public, max-age=86400, immutable";

/// The address of a picture that we hold.
pub fn picture_path(name: &str) -> String {
    format!("/media/{name}")
}

/// The address of the showcase's artwork: another file name when the picture changes.
pub fn artwork_path(app: &App) -> String {
    format!("/artwork/{}", app.artwork().name)
}

/// The address of the style sheet.
pub fn style_path() -> String {
    static PATH: OnceLock<String> = OnceLock::new();
    PATH.get_or_init(|| format!("/assets/{}.css", hash(style().as_bytes())))
        .clone()
}

const SCRIPT: &str = include_str!("assets/site.js");

/// The address of the script.
pub fn script_path() -> String {
    static PATH: OnceLock<String> = OnceLock::new();
    PATH.get_or_init(|| format!("/assets/{}.js", hash(SCRIPT.as_bytes())))
        .clone()
}

/// The address of the map's land.
pub fn land_path() -> String {
    static PATH: OnceLock<String> = OnceLock::new();
    PATH.get_or_init(|| format!("/assets/{}.svg", hash(land().as_bytes())))
        .clone()
}

/// The land as a picture, which every page with a map has alike; its colour is seen on light and on dark.
fn land() -> &'static str {
    static SVG: OnceLock<String> = OnceLock::new();
    SVG.get_or_init(|| {
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\"><path fill=\"#80868b\" \
             fill-opacity=\".28\" fill-rule=\"evenodd\" d=\"{LAND}\"/></svg>\n"
        )
    })
}

/// The class that shows a colour (`#rrggbb`) in place of a picture that still loads; empty for what is no colour.
///
/// The pages' rules of content refuse a style of an element's own, so the nearest of 216 colours has to do, six steps a
/// channel, and the class is called as CSS writes it: `t-9c3`.
pub fn tint(colour: &str) -> String {
    let channel = |at: usize| {
        let value = u8::from_str_radix(colour.strip_prefix('#')?.get(at..at + 2)?, 16).ok()?;
        Some((u32::from(value) * 5 + 127) / 255 * 3)
    };
    match (channel(0), channel(2), channel(4)) {
        (Some(r), Some(g), Some(b)) => format!("t-{r:x}{g:x}{b:x}"),
        _ => String::new(),
    }
}

/// The style sheet, with a rule for each tint.
fn style() -> &'static str {
    static STYLE: OnceLock<String> = OnceLock::new();
    STYLE.get_or_init(|| {
        let mut style = include_str!("assets/site.css").to_owned();
        for n in 0..216u32 {
            let [r, g, b] = [n / 36, n / 6 % 6, n % 6].map(|step| step * 3);
            style.push_str(&format!(
                ".t-{r:x}{g:x}{b:x}{{background:#{r:x}{g:x}{b:x}}}"
            ));
        }
        style.push('\n');
        style
    })
}

/// `/media/{name}`
pub async fn media(
    State(app): State<App>,
    Path(name): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let hash = name.split('.').next().unwrap_or_default();
    if let Some(kind) = upload::mime(&name).filter(|_| is_hash(hash)) {
        return sound::answer(&app, &name, kind, &headers).await;
    }
    let kind = match name.rsplit_once('.') {
        Some((hash, "jpg")) if is_hash(hash) => "image/jpeg",
        Some((hash, "webp")) if is_hash(hash) => "image/webp",
        _ => return Err(Error::NotFound),
    };
    if !db::picture::may_show(&app.db, &name, app.shown_at()).await?
        && !db::card::may_show(&app.db, &name).await?
    {
        return Err(Error::NotFound);
    }
    let bytes = app
        .store
        .get(&name)
        .await
        .map_err(|error| Error::Internal(error.to_string()))?
        .ok_or(Error::NotFound)?;
    Ok(lasting(bytes, kind, &name, &headers, A_DAY))
}

/// `/artwork/{name}`
pub async fn artwork(
    State(app): State<App>,
    Path(name): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let artwork = app.artwork();
    if name != artwork.name {
        return Err(Error::NotFound);
    }
    let bytes = artwork.bytes.clone();
    Ok(lasting(bytes, artwork.kind, &name, &headers, FOR_EVER))
}

/// `/assets/{name}`
pub async fn asset(Path(name): Path<String>, headers: HeaderMap) -> Result<Response, Error> {
    let (text, kind) = match format!("/assets/{name}") {
        path if path == style_path() => (style(), "text/css; charset=utf-8"),
        path if path == script_path() => (SCRIPT, "text/javascript; charset=utf-8"),
        path if path == land_path() => (land(), "image/svg+xml"),
        _ => return Err(Error::NotFound),
    };
    Ok(lasting(text.into(), kind, &name, &headers, FOR_EVER))
}

/// `/favicon.ico`
pub async fn favicon() -> impl IntoResponse {
    let kind = (header::CONTENT_TYPE, "image/svg+xml");
    (
        [kind, (header::CACHE_CONTROL, "public, max-age=86400")],
        ICON,
    )
}

/// Bytes under an address that stays when they change.
pub(super) fn short(
    bytes: Bytes,
    kind: &'static str,
    headers: &HeaderMap,
    kept: &'static str,
) -> Response {
    let etag = etag(&bytes);
    let set: [(HeaderName, &str); 3] = [
        (header::CONTENT_TYPE, kind),
        (header::CACHE_CONTROL, kept),
        (header::ETAG, &etag),
    ];
    match is_known(headers, &etag) {
        true => (StatusCode::NOT_MODIFIED, set).into_response(),
        false => (set, bytes).into_response(),
    }
}

/// An entity tag: other bytes, another tag. Weak, for on their way they may be packed.
pub(super) fn etag(bytes: &[u8]) -> String {
    format!("W/\"{}\"", hash(bytes))
}

/// Whether who asks has the bytes of this tag.
pub(super) fn is_known(headers: &HeaderMap, etag: &str) -> bool {
    unchanged(headers, etag.trim_start_matches("W/"), Timestamp::MAX)
}

fn lasting(
    bytes: Bytes,
    kind: &'static str,
    name: &str,
    headers: &HeaderMap,
    kept: &'static str,
) -> Response {
    let etag = format!("\"{name}\"");
    let status = if unchanged(headers, &etag, Timestamp::MAX) {
        StatusCode::NOT_MODIFIED
    } else {
        StatusCode::OK
    };
    let body = if status == StatusCode::OK {
        bytes
    } else {
        Bytes::new()
    };
    let set: [(HeaderName, &str); 3] = [
        (header::CONTENT_TYPE, kind),
        (header::CACHE_CONTROL, kept),
        (header::ETAG, &etag),
    ];
    (status, set, body).into_response()
}

/// RFC 9110 section 13: If-None-Match decides where it is sent, else If-Modified-Since.
pub(super) fn unchanged(headers: &HeaderMap, etag: &str, modified: Timestamp) -> bool {
    let text = |name: HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(known) = text(header::IF_NONE_MATCH) {
        return known.trim() == "*"
            || known
                .split(',')
                .any(|known| known.trim().trim_start_matches("W/") == etag);
    }
    let since = text(header::IF_MODIFIED_SINCE)
        .and_then(|since| rfc2822::DateTimeParser::new().parse_timestamp(since).ok());
    since.is_some_and(|since| modified.as_second() <= since.as_second())
}

fn is_hash(text: &str) -> bool {
    text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

fn hash(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes)[..8])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_colour_has_a_class_in_the_style_sheet() {
        for (colour, class) in [
            ("#000000", "t-000"),
            ("#ffffff", "t-fff"),
            ("#0b5a6b", "t-066"),
            ("#d66023", "t-c63"),
        ] {
            assert_eq!(tint(colour), class);
            let rule = format!(".{class}{{background:#{}}}", &class[2..]);
            assert!(style().contains(&rule), "{rule}");
        }
        for nonsense in ["", "#12", "red", "#gggggg", "#äöü"] {
            assert_eq!(tint(nonsense), "");
        }
    }
}
