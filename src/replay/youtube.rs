//! `videos.list` of the Data API v3, and YouTube's oEmbed.

use super::{Params, World, asked_for, json, odd, param, sample_of};
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use jobs::link::Provider;
use serde_json::{Value, json as j};

/// What a video is called and how long it is.
pub(super) struct Video {
    pub title: String,
    pub channel: String,
    pub description: String,
    language: String,
    seconds: u64,
    pub day: String,
}

/// Id, title, seconds and day of videos that are one thing more than once: a talk that was sent up twice, and an
/// episode of the show that this stand-in also has as a podcast.
const COPIES: &[(&str, &str, u64, &str)] = &[
    (
        "pugTwice001",
        "Rain gauges with MicroPython",
        2465,
        "2026-11-14",
    ),
    (
        "pugTwice002",
        "Rain gauges with MicroPython (re-upload, better sound)",
        2466,
        "2026-12-01",
    ),
    (
        "pugOther001",
        "Four hundred queries to five",
        1912,
        "2026-11-14",
    ),
    (
        "pugEpisod07",
        "A user group without a room | Circle talk",
        4,
        "2026-11-21",
    ),
];

pub(super) async fn videos(State(world): State<World>, Query(params): Params) -> Response {
    if let Some(refused) = refused(param(&params, "key")) {
        return refused;
    }
    let values = |name: &'static str| {
        let of_name = params.iter().filter(move |(known, _)| known == name);
        of_name.flat_map(|(_, value)| value.split(','))
    };
    let ids: Vec<&str> = values("id").filter(|id| !id.is_empty()).collect();
    if ids.is_empty() {
        let message = "No filter selected. Expected one of: id, chart, myRating";
        let reason = "missingRequiredParameter";
        return error(400, message, "youtube.parameter", reason, None);
    }
    if let Some(odd) = ids.iter().find_map(|id| odd::reply(&world, id)) {
        return odd;
    }
    let parts: Vec<&str> = values("part").collect();
    let items = ids.into_iter().filter_map(|id| {
        if odd::is_hidden(&world, id) {
            return None;
        }
        let mut item = item(&world, id, &video(id)?);
        odd::change(&world, id, &mut item);
        // Parts that nobody asked for are not sent.
        if let Some(fields) = item.as_object_mut() {
            fields.retain(|name, _| {
                matches!(&**name, "kind" | "etag" | "id") || parts.contains(&&**name)
            });
        }
        Some(item)
    });
    json(list(items.collect()))
}

pub(super) async fn oembed(State(world): State<World>, Query(params): Params) -> Response {
    let Some(id) = asked_for(Provider::YouTube, param(&params, "url")) else {
        return (StatusCode::BAD_REQUEST, "Bad Request").into_response();
    };
    if let Some(odd) = odd::oembed(&world, &id) {
        return odd;
    }
    let Some(video) = video(&id) else {
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

pub(super) fn video(id: &str) -> Option<Video> {
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
    if let Some((_, title, seconds, day)) = COPIES.iter().find(|(copy, ..)| *copy == id) {
        return Some(Video {
            title: (*title).into(),
            channel: "Sample channel".into(),
            description: "One of several copies.".into(),
            language: "en".into(),
            seconds: *seconds,
            day: (*day).into(),
        });
    }
    let (sample, at) = sample_of(Provider::YouTube, id)?;
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
fn item(world: &World, id: &str, video: &Video) -> Value {
    let picture = |name: &str, width: u32, height: u32| {
        (
            name.to_owned(),
            j!({"url": world.at(&format!("img/{id}-{width}x{height}.jpg")), "width": width, "height": height}),
        )
    };
    let pictures: serde_json::Map<String, Value> = [
        picture("default", 120, 90),
        picture("medium", 320, 180),
        picture("high", 480, 360),
        picture("standard", 640, 480),
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
pub(super) fn refused(key: &str) -> Option<Response> {
    match key {
        "" => {
            let message = "Method doesn't allow unregistered callers (callers without established identity). Please use API Key or other form of API consumer identity to call this API.";
            Some(error(403, message, "global", "forbidden", None))
        }
        "bad-key" => {
            let details = j!([{"@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": "API_KEY_INVALID", "domain": "googleapis.com"}]);
            let message = "API key not valid. Please pass a valid API key.";
            Some(error(400, message, "global", "badRequest", Some(details)))
        }
        "quota-key" => {
            let message = "The request cannot be completed because you have exceeded your <a href=\"/youtube/v3/getting-started#quota\">quota</a>.";
            Some(error(403, message, "youtube.quota", "quotaExceeded", None))
        }
        _ => None,
    }
}

/// An error of the Data API; some have details beside the list of errors.
pub(super) fn error(
    code: u16,
    message: &str,
    domain: &str,
    reason: &str,
    details: Option<Value>,
) -> Response {
    let status = StatusCode::from_u16(code).unwrap_or(StatusCode::BAD_REQUEST);
    let errors = [j!({"message": message, "domain": domain, "reason": reason})];
    let mut body = j!({"error": {"code": code, "message": message, "errors": errors}});
    if let Some(details) = details {
        body["error"]["details"] = details;
    }
    (status, axum::Json(body)).into_response()
}
