//! Vimeo's oEmbed, a PeerTube of ours, items of the Internet Archive, and a page that says something of itself.

use super::{World, json, param};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Redirect, Response};
use serde_json::json as j;

/// A video on Vimeo.
pub const VIMEO: &str = "https://vimeo.com/700000001";
/// A video on a PeerTube, by its page.
pub const PEERTUBE: &str = "https://tube.example/w/kkGMgK9ZtnKfYAgnEtQxbv";
/// A sound at the Internet Archive.
pub const ARCHIVED_SOUND: &str = "https://archive.org/details/pug-sample-sound";
/// A film there.
pub const ARCHIVED_FILM: &str = "https://archive.org/details/pug-sample-film";
/// A page of a group's own.
pub const PAGE: &str = "https://evening.example/2026/november";

/// What such a host answers; nothing where it is another.
pub(super) fn answer(
    world: &World,
    host: &str,
    path: &str,
    query: &[(String, String)],
    headers: &HeaderMap,
) -> Option<Response> {
    let gone = || StatusCode::NOT_FOUND.into_response();
    Some(match (host, path) {
        ("vimeo.com", "api/oembed.json") => match param(query, "url") {
            VIMEO => json(j!({
                "type": "video", "version": "1.0", "provider_name": "Vimeo", "provider_url": "https://vimeo.com/",
                "title": "An evening on Vimeo (sample)", "author_name": "Sample group", "author_url": "https://vimeo.com/sample",
                "html": "<iframe src=\"https://player.vimeo.com/video/700000001\"></iframe>", "width": 480, "height": 272,
                "duration": 2465, "description": "A talk of our own invention.",
                "thumbnail_url": world.at("img/vimeo700000001-640x360.jpg"), "thumbnail_width": 640, "thumbnail_height": 360,
                "upload_date": "2026-11-14 20:00:00", "video_id": 700_000_001_u32, "uri": "/videos/700000001",
            })),
            _ => gone(),
        },
        ("tube.example", "w/kkGMgK9ZtnKfYAgnEtQxbv") => Html(peertube()).into_response(),
        ("tube.example", "services/oembed") if param(query, "url") == PEERTUBE => json(j!({
            "type": "video", "version": "1.0", "html": "<iframe></iframe>", "width": 560, "height": 315,
            "title": "An evening on PeerTube (sample)", "author_name": "sample", "provider_name": "Tube",
            "author_url": "https://tube.example/video-channels/sample", "provider_url": "https://tube.example",
            "thumbnail_url": world.at("img/peertube0001-850x480.jpg"), "thumbnail_width": 850, "thumbnail_height": 480,
        })),
        ("archive.org", "metadata/pug-sample-sound") => json(item(
            "pug-sample-sound",
            "audio",
            &j!([
                {"name": "evening.flac", "source": "original", "format": "Flac", "size": "90000", "length": "4.05"},
                {"name": "evening.mp3", "source": "derivative", "format": "VBR MP3", "size": super::SOUND.len().to_string(), "length": "4.05"},
            ]),
        )),
        ("archive.org", "metadata/pug-sample-film") => json(item(
            "pug-sample-film",
            "movies",
            &j!([
                {"name": "evening.mp4", "source": "original", "format": "MPEG4", "size": "700000000", "length": "2465.03"},
                {"name": "evening_thumb.jpg", "source": "derivative", "format": "Thumbnail", "size": "9000"},
            ]),
        )),
        // What is not there is an empty object.
        ("archive.org", path) if path.starts_with("metadata/") => json(j!({})),
        ("archive.org", "download/pug-sample-sound/evening.mp3") => super::web::sound(headers),
        ("archive.org", path) if path.starts_with("services/img/") => {
            Redirect::to(&world.at("img/archive00001-480x360.jpg")).into_response()
        }
        ("evening.example", "2026/november") => Html(page()).into_response(),
        _ => return None,
    })
}

fn item(id: &str, kind: &str, files: &serde_json::Value) -> serde_json::Value {
    j!({
        "created": 1_794_700_800, "d1": "ia800000.example", "dir": format!("/1/items/{id}"), "item_size": 1, "server": "ia800000.example",
        "metadata": {
            "identifier": id, "mediatype": kind, "title": "An evening, kept (sample)", "creator": "Sample group",
            "date": "2026-11-14", "publicdate": "2026-11-15 10:00:00", "language": "eng",
            "licenseurl": "http://creativecommons.org/licenses/by/4.0/",
            "description": "<p>What was said, <b>whole</b>.</p>", "subject": ["python", "usergroup"],
        },
        "files": files,
    })
}

fn peertube() -> String {
    format!(
        "<!DOCTYPE html><html lang=\"en\"><head><title>An evening on PeerTube (sample) - Tube</title>\
         <meta property=\"og:type\" content=\"video\"><meta property=\"og:title\" content=\"An evening on PeerTube (sample)\">\
         <meta property=\"og:description\" content=\"Recorded in a library.\"><meta property=\"og:site_name\" content=\"Tube\">\
         <link rel=\"alternate\" type=\"application/json+oembed\" href=\"https://tube.example/services/oembed?url={PEERTUBE}\" title=\"x\">\
         <link rel=\"alternate\" type=\"application/rss+xml\" title=\"Tube - Videos feed\" href=\"/feeds/videos.xml\">\
         <script type=\"application/ld+json\">{{\"@context\":\"http://schema.org\",\"@type\":\"VideoObject\",\
         \"name\":\"An evening on PeerTube (sample)\",\"description\":\"Recorded in a library.\",\"uploadDate\":\"2026-11-14T20:00:00.000Z\",\
         \"duration\":\"PT41M5S\"}}</script></head><body></body></html>"
    )
}

fn page() -> String {
    "<!DOCTYPE html><html lang=\"pt-BR\"><head><title>Novembro</title>\
     <meta property=\"og:title\" content=\"November: twelve of us and one bug\">\
     <meta property=\"og:description\" content=\"What we did that evening.\"><meta property=\"og:site_name\" content=\"Grupo Exemplo\">\
     <script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@graph\":[{\"@type\":\"WebSite\",\"name\":\"Grupo Exemplo\"},\
     {\"@type\":\"Event\",\"name\":\"November: twelve of us and one bug\",\"startDate\":\"2026-11-14T19:00:00-03:00\",\
     \"performer\":[{\"@type\":\"Person\",\"name\":\"Beatriz Nunes\"}]}]}</script></head>\
     <body><h1>Novembro</h1></body></html>"
        .to_owned()
}
