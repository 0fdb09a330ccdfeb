//! Ids that misbehave, each in one way.

use super::{World, youtube};
use axum::body::Body;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use bytes::Bytes;
use futures::stream;
use serde_json::json;
use std::time::Duration;

/// Video id, and what the stand-in does when it is asked for.
pub const ODD_VIDEOS: &[(&str, &str)] = &[
    ("pugGone0001", "no such video"),
    ("pugPrivate1", "only its owner can open it"),
    ("pugNoEmbed1", "embedding is off"),
    ("pugLive0001", "a broadcast that runs"),
    ("pugUpcoming", "a broadcast that has not begun"),
    ("pugHtml0001", "a page of HTML with status 200"),
    ("pugEmpty001", "an empty body with status 200"),
    ("pugBad502_1", "HTML with status 502"),
    ("pugEndless1", "a body without end"),
    ("pugToLocal1", "a redirect to 127.0.0.1:1"),
    ("pugToMeta01", "a redirect to 169.254.169.254"),
    ("pugBusy429a", "429 with Retry-After, twice; then well"),
    ("pugFails2x1", "503, twice; then well"),
    ("pugHangs001", "no answer for a minute"),
    ("pugThumbBad", "a thumbnail that is a broken JPEG"),
    ("pugThumbHtm", "a thumbnail that is HTML"),
    ("pugThumb404", "a thumbnail that is gone"),
    ("pugThumbOut", "a thumbnail on a stranger's host"),
];

/// Whether a video of the table exists at all.
pub(super) fn is_video(id: &str) -> bool {
    id != "pugGone0001" && ODD_VIDEOS.iter().any(|(odd, _)| *odd == id)
}

/// What the Data API says of an odd video.
pub(super) fn reply(world: &World, id: &str) -> Option<Response> {
    if let Some(reply) = transport(world, id) {
        return Some(reply);
    }
    let mut item = youtube::item_of(world, id);
    match id {
        "pugPrivate1" => item["status"]["privacyStatus"] = json!("private"),
        "pugNoEmbed1" => item["status"]["embeddable"] = json!(false),
        "pugLive0001" => {
            item["snippet"]["liveBroadcastContent"] = json!("live");
            item["contentDetails"]["duration"] = json!("PT0S");
        }
        "pugUpcoming" => {
            item["snippet"]["liveBroadcastContent"] = json!("upcoming");
            item["contentDetails"]["duration"] = json!("P0D");
        }
        "pugThumbBad" | "pugThumbHtm" | "pugThumb404" => {
            item["snippet"]["thumbnails"] = json!({"high": {"url": world.at(&format!("img/{id}")), "width": 480, "height": 360}});
        }
        "pugThumbOut" => {
            item["snippet"]["thumbnails"] = json!({"high": {"url": "https://ytimg.com.evil.example/x.jpg", "width": 480, "height": 360}});
        }
        _ => return None,
    }
    Some(super::json(youtube::list(vec![item])))
}

/// What oEmbed says of an odd video.
pub(super) fn oembed(world: &World, id: &str) -> Option<Response> {
    match id {
        "pugPrivate1" => Some((StatusCode::FORBIDDEN, "Forbidden").into_response()),
        "pugNoEmbed1" => Some((StatusCode::UNAUTHORIZED, "Unauthorized").into_response()),
        id => transport(world, id),
    }
}

/// An odd thumbnail.
pub(super) fn picture(name: &str) -> Option<Response> {
    match name {
        "pugThumbBad" => Some(
            (
                [(header::CONTENT_TYPE, "image/jpeg")],
                &b"\xff\xd8\xff\xe0\x00\x10JFIF cut off"[..],
            )
                .into_response(),
        ),
        "pugThumbHtm" => Some(html(StatusCode::OK)),
        "pugThumb404" => Some(StatusCode::NOT_FOUND.into_response()),
        _ => None,
    }
}

fn transport(world: &World, id: &str) -> Option<Response> {
    Some(match id {
        "pugHtml0001" => html(StatusCode::OK),
        "pugEmpty001" => "".into_response(),
        "pugBad502_1" => html(StatusCode::BAD_GATEWAY),
        "pugEndless1" => endless(),
        "pugToLocal1" => Redirect::temporary("http://127.0.0.1:1/").into_response(),
        "pugToMeta01" => {
            Redirect::temporary("http://169.254.169.254/latest/meta-data/").into_response()
        }
        "pugBusy429a" if world.times(id) <= 2 => {
            (StatusCode::TOO_MANY_REQUESTS, [(header::RETRY_AFTER, "1")]).into_response()
        }
        "pugFails2x1" if world.times(id) <= 2 => StatusCode::SERVICE_UNAVAILABLE.into_response(),
        "pugHangs001" => hangs(),
        _ => return None,
    })
}

fn html(status: StatusCode) -> Response {
    (
        status,
        [(header::CONTENT_TYPE, "text/html")],
        "<!doctype html><title>Error</title><p>Something is wrong.",
    )
        .into_response()
}

/// Ten gigabytes in pieces of 64 KiB.
fn endless() -> Response {
    let piece = Bytes::from(vec![b' '; 1 << 16]);
    let pieces = stream::iter((0..160_000).map(move |_| Ok::<_, std::io::Error>(piece.clone())));
    (
        [(header::CONTENT_TYPE, "application/json")],
        Body::from_stream(pieces),
    )
        .into_response()
}

/// Headers, and then nothing for a minute.
fn hangs() -> Response {
    let silence = stream::once(async {
        tokio::time::sleep(Duration::from_secs(60)).await;
        Ok::<_, std::io::Error>(Bytes::new())
    });
    (
        [(header::CONTENT_TYPE, "application/json")],
        Body::from_stream(silence),
    )
        .into_response()
}
