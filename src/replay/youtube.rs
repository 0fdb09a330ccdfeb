//! `videos.list` of the Data API v3, and YouTube's oEmbed.

use super::{Params, World, json, odd, sample_of};
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json as j};

/// What a video is called and how long it is.
struct Video {
    title: String,
    channel: String,
    description: String,
    language: String,
    seconds: u64,
    day: String,
}

pub(super) async fn videos(State(world): State<World>, Query(params): Params) -> Response {
    let key = params.get("key").map_or("", String::as_str);
    if let Some(refused) = refused(key) {
        return refused;
    }
    let id = params.get("id").map_or("", String::as_str);
    if let Some(odd) = odd::reply(&world, id) {
        return odd;
    }
    let items: Vec<Value> = video(id)
        .map(|video| item(&world, id, &video))
        .into_iter()
        .collect();
    json(list(items))
}

pub(super) async fn oembed(State(world): State<World>, Query(params): Params) -> Response {
    let url = params.get("url").map_or("", String::as_str);
    let id = url.split_once("v=").map_or("", |(_, id)| id);
    if let Some(odd) = odd::oembed(&world, id) {
        return odd;
    }
    let Some(video) = video(id) else {
        return (StatusCode::NOT_FOUND, "Not Found").into_response();
    };
    json(j!({
        "title": video.title, "author_name": video.channel, "author_url": "https://www.youtube.com/@sample",
        "type": "video", "height": 113, "width": 200, "version": "1.0", "provider_name": "YouTube",
        "provider_url": "https://www.youtube.com/", "thumbnail_height": 360, "thumbnail_width": 480,
        "thumbnail_url": world.at(&format!("img/{id}-480x360.jpg")),
        "html": format!("<iframe width=\"200\" height=\"113\" src=\"https://www.youtube.com/embed/{id}?feature=oembed\"></iframe>"),
    }))
}

fn video(id: &str) -> Option<Video> {
    if id == "pugGoodVid1" || odd::is_video(id) {
        return Some(Video {
            title: "A good evening (sample)".into(),
            channel: "Sample channel".into(),
            description: "Everything about it is well.".into(),
            language: "en".into(),
            seconds: 3723,
            day: "2026-11-14".into(),
        });
    }
    let (sample, at) = sample_of(id)?;
    if sample.hidden {
        return None; // deleted, private or never there: the API says the same of each
    }
    Some(Video {
        title: format!("{} — {}", sample.group.name, sample.found_title),
        channel: sample.group.name.into(),
        description: "A sample video of the demo.".into(),
        language: sample.group.language.into(),
        seconds: 1200 + 97 * (sample.words.len() as u64 % 40) + at as u64,
        day: sample.met_on.into(),
    })
}

/// One item of `videos.list`, as good as can be; `odd` changes some.
pub(super) fn item_of(world: &World, id: &str) -> Value {
    video(id).map_or(Value::Null, |video| item(world, id, &video))
}

fn item(world: &World, id: &str, video: &Video) -> Value {
    let picture = |name: &str, width: u32, height: u32| {
        (
            name.to_owned(),
            j!({"url": world.at(&format!("img/{id}-{width}x{height}.jpg")), "width": width, "height": height}),
        )
    };
    let pictures: serde_json::Map<String, Value> = [
        picture("default", 120, 90),
        picture("high", 480, 360),
        picture("maxres", 1280, 720),
    ]
    .into_iter()
    .collect();
    let (hours, minutes, seconds) = (
        video.seconds / 3600,
        video.seconds / 60 % 60,
        video.seconds % 60,
    );
    j!({
        "kind": "youtube#video", "etag": "sample", "id": id,
        "snippet": {
            "publishedAt": format!("{}T20:00:00Z", video.day), "channelId": "UCsampleSampleSampleSamp", "title": video.title,
            "description": video.description, "thumbnails": pictures, "channelTitle": video.channel,
            "categoryId": "28", "liveBroadcastContent": "none", "defaultAudioLanguage": video.language,
            "localized": {"title": video.title, "description": video.description},
        },
        "contentDetails": {
            "duration": format!("PT{hours}H{minutes}M{seconds}S"), "dimension": "2d", "definition": "hd", "caption": "false",
            "licensedContent": false, "contentRating": {}, "projection": "rectangular",
        },
        "status": {
            "uploadStatus": "processed", "privacyStatus": "public", "license": "youtube", "embeddable": true,
            "publicStatsViewable": true, "madeForKids": false,
        },
        "recordingDetails": {"recordingDate": format!("{}T00:00:00Z", video.day)},
    })
}

pub(super) fn list(items: Vec<Value>) -> Value {
    let count = items.len();
    j!({
        "kind": "youtube#videoListResponse", "etag": "sample", "items": items,
        "pageInfo": {"totalResults": count, "resultsPerPage": count},
    })
}

/// Keys that the Data API refuses, each in its documented form.
fn refused(key: &str) -> Option<Response> {
    let error = |code: u16, message: &str, domain: &str, reason: &str, details: Value| {
        let status = StatusCode::from_u16(code).unwrap_or(StatusCode::BAD_REQUEST);
        let errors = [j!({"message": message, "domain": domain, "reason": reason})];
        let body =
            j!({"error": {"code": code, "message": message, "errors": errors, "details": details}});
        Some((status, axum::Json(body)).into_response())
    };
    match key {
        "bad-key" => {
            let details = j!([{"@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": "API_KEY_INVALID", "domain": "googleapis.com"}]);
            error(
                400,
                "API key not valid. Please pass a valid API key.",
                "global",
                "badRequest",
                details,
            )
        }
        "quota-key" => {
            let message = "The request cannot be completed because you have exceeded your <a href=\"/youtube/v3/getting-started#quota\">quota</a>.";
            error(403, message, "youtube.quota", "quotaExceeded", j!([]))
        }
        _ => None,
    }
}
