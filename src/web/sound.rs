//! Sound of our own, whole or in parts: RFC 9110, sections 13 and 14.

use super::error::Error;
use super::files::unchanged;
use crate::app::App;
use crate::db;
use axum::body::Body;
use axum::http::{HeaderMap, HeaderName, StatusCode, header};
use axum::response::{IntoResponse, Response};
use http_range_header::parse_range_header;
use jiff::Timestamp;
use std::ops::Range;

/// What of a file is asked for.
#[derive(Debug, PartialEq, Eq)]
enum Part {
    Whole,
    Range(Range<u64>),
    None,
}

/// A file under `/media/`, as its headers ask.
pub async fn answer(
    app: &App,
    name: &str,
    kind: &'static str,
    headers: &HeaderMap,
) -> Result<Response, Error> {
    let published = db::upload::hearing(&app.db, name).await?;
    // The name is for ever, leave to hear it is not: a voice that is taken back is gone from caches within the hour.
    let kept = match published.ok_or(Error::NotFound)? {
        true => "public, max-age=3600",
        false => "private, no-cache",
    };
    let store = |error: object_store::Error| Error::Internal(error.to_string());
    let size = app
        .store
        .size(name)
        .await
        .map_err(store)?
        .ok_or(Error::NotFound)?;
    let etag = format!("\"{name}\"");
    let set: [(HeaderName, &str); 4] = [
        (header::CONTENT_TYPE, kind),
        (header::CACHE_CONTROL, kept),
        (header::ETAG, &etag),
        (header::ACCEPT_RANGES, "bytes"),
    ];
    if unchanged(headers, &etag, Timestamp::MAX) {
        return Ok((StatusCode::NOT_MODIFIED, set).into_response());
    }
    let range = match part(headers, &etag, size) {
        Part::None => {
            let all = format!("bytes */{size}");
            let status = StatusCode::RANGE_NOT_SATISFIABLE;
            return Ok((status, [(header::CONTENT_RANGE, all)], set, "").into_response());
        }
        Part::Range(range) => Some(range),
        Part::Whole => None,
    };
    let wanted = range.clone().unwrap_or(0..size);
    let length = (
        header::CONTENT_LENGTH,
        (wanted.end - wanted.start).to_string(),
    );
    let pieces = app.store.part(name, wanted).await.map_err(store)?;
    let body = Body::from_stream(pieces.ok_or(Error::NotFound)?);
    Ok(match range {
        Some(range) => {
            let part = format!("bytes {}-{}/{size}", range.start, range.end - 1);
            let part = [length, (header::CONTENT_RANGE, part)];
            (StatusCode::PARTIAL_CONTENT, part, set, body).into_response()
        }
        None => (StatusCode::OK, [length], set, body).into_response(),
    })
}

/// Several ranges at once, or one that cannot be read, are answered with the whole, as the RFC allows.
fn part(headers: &HeaderMap, etag: &str, size: u64) -> Part {
    let text = |name: HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    let Some(range) = text(header::RANGE) else {
        return Part::Whole;
    };
    // Only a strong match counts; we give no date that a client could send back.
    if text(header::IF_RANGE).is_some_and(|known| known.trim() != etag) {
        return Part::Whole;
    }
    let Ok(parsed) = parse_range_header(range) else {
        return Part::Whole;
    };
    match parsed.validate(size).as_deref() {
        Ok([range]) => Part::Range(*range.start()..range.end() + 1),
        Ok(_) => Part::Whole,
        Err(_) if range.contains(',') => Part::Whole,
        Err(_) => Part::None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(range: &str, if_range: Option<&str>) -> Part {
        let mut headers = HeaderMap::new();
        headers.insert(header::RANGE, range.parse().unwrap());
        if let Some(known) = if_range {
            headers.insert(header::IF_RANGE, known.parse().unwrap());
        }
        part(&headers, "\"a\"", 100)
    }

    #[test]
    fn parts_of_a_hundred_bytes() {
        assert_eq!(asked("bytes=0-9", None), Part::Range(0..10));
        assert_eq!(asked("bytes=90-", None), Part::Range(90..100));
        assert_eq!(asked("bytes=-10", None), Part::Range(90..100));
        assert_eq!(asked("bytes=90-1000", None), Part::Range(90..100));
        assert_eq!(asked("bytes=-1000", None), Part::Range(0..100));
        assert_eq!(asked("bytes=100-", None), Part::None);
        assert_eq!(asked("bytes=0-1,5-6", None), Part::Whole);
        assert_eq!(asked("bytes=x", None), Part::Whole);
        assert_eq!(asked("lines=1-2", None), Part::Whole);
        assert_eq!(asked("bytes=0-9", Some("\"a\"")), Part::Range(0..10));
        assert_eq!(asked("bytes=0-9", Some("W/\"a\"")), Part::Whole);
        assert_eq!(
            asked("bytes=0-9", Some("Sat, 14 Nov 2026 20:00:00 GMT")),
            Part::Whole
        );
    }
}
