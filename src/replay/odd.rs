//! Ids that misbehave, each in one way.

use super::{World, flickr};
use axum::body::Body;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use bytes::Bytes;
use futures::stream;
use serde_json::{Value, json};
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

/// Photo id, and what the stand-in does when it is asked for.
pub const ODD_PHOTOS: &[(&str, &str)] = &[
    ("70000000901", "no such photo"),
    ("70000000902", "its owner shows it to nobody"),
    ("70000000903", "code 201 with status 200, twice; then well"),
    ("70000000904", "a page of HTML with status 200"),
    ("70000000905", "an empty body with status 200"),
    ("70000000906", "HTML with status 502"),
    ("70000000907", "a body without end"),
    ("70000000908", "a redirect to 127.0.0.1:1"),
    ("70000000909", "a redirect to 169.254.169.254"),
    ("70000000910", "429 with Retry-After, twice; then well"),
    ("70000000911", "503, twice; then well"),
    ("70000000912", "no answer for a minute"),
    ("70000000913", "a picture that is a broken JPEG"),
    ("70000000914", "a picture that is HTML"),
    ("70000000915", "a picture that is gone"),
    ("70000000916", "a picture on a stranger's host"),
];

/// Whether a video of the table is shown to the Data API: private ones are not.
pub(super) fn is_video(id: &str) -> bool {
    !matches!(id, "pugGone0001" | "pugPrivate1") && ODD_VIDEOS.iter().any(|(odd, _)| *odd == id)
}

/// Whether a photo of the table exists at all.
pub(super) fn is_photo(id: &str) -> bool {
    id != "70000000901" && ODD_PHOTOS.iter().any(|(odd, _)| *odd == id)
}

/// What the Data API says instead of a list when an odd video is in it.
pub(super) fn reply(world: &World, id: &str) -> Option<Response> {
    let id = world.like(id);
    is_video(&id).then(|| transport(world, &id)).flatten()
}

/// Whether the Data API leaves a video out by now.
pub(super) fn is_hidden(world: &World, id: &str) -> bool {
    matches!(world.like(id).as_str(), "pugGone0001" | "pugPrivate1")
}

/// What is odd about a video in the Data API's list.
pub(super) fn change(world: &World, id: &str, item: &mut Value) {
    let thumbnail = |url: &str| json!({"high": {"url": url, "width": 480, "height": 360}});
    let id = world.like(id);
    match id.as_str() {
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
            item["snippet"]["thumbnails"] = thumbnail(&world.at(&format!("img/{id}")));
        }
        "pugThumbOut" => {
            item["snippet"]["thumbnails"] = thumbnail("https://ytimg.com.evil.example/x.jpg");
        }
        _ => {}
    }
}

/// What oEmbed says of an odd video.
pub(super) fn oembed(world: &World, id: &str) -> Option<Response> {
    let id = world.like(id);
    match id.as_str() {
        "pugGone0001" => Some((StatusCode::NOT_FOUND, "Not Found").into_response()),
        "pugPrivate1" | "pugPrivVid1" => Some((StatusCode::FORBIDDEN, "Forbidden").into_response()),
        "pugNoEmbed1" => Some((StatusCode::UNAUTHORIZED, "Unauthorized").into_response()),
        id => transport(world, id),
    }
}

/// What Flickr's REST API says of an odd photo.
pub(super) fn photo(world: &World, id: &str) -> Option<Response> {
    let id = world.like(id);
    match id.as_str() {
        "70000000901" => Some(flickr::fail(1, "Photo not found")),
        "70000000902" => Some(flickr::fail(2, "Permission denied")),
        "70000000903" if world.times(&id) <= 2 => Some(flickr::fail(
            201,
            "Sorry, the Flickr API service is not currently available.",
        )),
        id => transport(world, id),
    }
}

/// What Flickr's oEmbed says of an odd photo: a private one is not found.
pub(super) fn photo_oembed(world: &World, id: &str) -> Option<Response> {
    let id = world.like(id);
    match id.as_str() {
        "70000000901" | "70000000902" => Some((StatusCode::NOT_FOUND, "Not Found").into_response()),
        id => transport(world, id),
    }
}

/// What an address under `.example` answers by now, where it changed.
pub(super) fn page(world: &World, address: &str) -> Option<Response> {
    let like = world.like(address);
    if let Some(to) = like.strip_prefix("301 ") {
        let to = [(header::LOCATION, to)];
        return Some((StatusCode::MOVED_PERMANENTLY, to).into_response());
    }
    if like == "html" {
        return Some(html(StatusCode::OK));
    }
    let status = like.parse::<u16>().ok()?;
    Some(StatusCode::from_u16(status).ok()?.into_response())
}

/// Where an odd photo's picture is said to be.
pub(super) fn source(world: &World, id: &str) -> Option<String> {
    match id {
        "70000000913" | "70000000914" | "70000000915" => Some(world.at(&format!("img/{id}"))),
        "70000000916" => Some("https://staticflickr.com.evil.example/x.jpg".into()),
        _ => None,
    }
}

/// An odd picture.
pub(super) fn picture(name: &str) -> Option<Response> {
    match name {
        "pugThumbBad" | "70000000913" => Some(
            (
                [(header::CONTENT_TYPE, "image/jpeg")],
                &b"\xff\xd8\xff\xe0\x00\x10JFIF cut off"[..],
            )
                .into_response(),
        ),
        "pugThumbHtm" | "70000000914" => Some(html(StatusCode::OK)),
        "pugThumb404" | "70000000915" => Some(StatusCode::NOT_FOUND.into_response()),
        _ => None,
    }
}

fn transport(world: &World, id: &str) -> Option<Response> {
    Some(match id {
        "pugHtml0001" | "70000000904" => html(StatusCode::OK),
        "pugEmpty001" | "70000000905" => "".into_response(),
        "pugBad502_1" | "70000000906" => html(StatusCode::BAD_GATEWAY),
        "pugEndless1" | "70000000907" => endless(),
        "pugToLocal1" | "70000000908" => Redirect::temporary("http://127.0.0.1:1/").into_response(),
        "pugToMeta01" | "70000000909" => {
            Redirect::temporary("http://169.254.169.254/latest/meta-data/").into_response()
        }
        "pugBusy429a" | "70000000910" if world.times(id) <= 2 => {
            (StatusCode::TOO_MANY_REQUESTS, [(header::RETRY_AFTER, "1")]).into_response()
        }
        "pugFails2x1" | "70000000911" if world.times(id) <= 2 => {
            StatusCode::SERVICE_UNAVAILABLE.into_response()
        }
        "pugHangs001" | "70000000912" => hangs(),
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
