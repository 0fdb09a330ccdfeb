//! `channels.list`, `playlists.list` and `playlistItems.list` of the Data API v3, and YouTube's Atom feeds: one channel
//! of ours and one playlist, with a stub and a repeat in it as real ones have.

use super::youtube::{Video, error, refused, video};
use super::{Params, World, json, param, samples};
use axum::extract::{Query, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use jobs::link::{self, Link, YouTube};
use serde_json::{Value, json as j};

/// The channel of the samples.
pub const CHANNEL: &str = "UCsampleSampleSampleSamp";
/// Its handle, and its user name of old.
pub const HANDLE: &str = "pugsample";
/// Its list of uploads.
const UPLOADS: &str = "UUsampleSampleSampleSamp";
/// A playlist of it.
pub const PLAYLIST: &str = "PLpugSampleEvenings0001";
/// Items of one page of ours: small, so that there are several.
const PAGE: usize = 5;
/// A name for what was there once.
const GONE: &str = "pugGone0001";

pub(super) async fn channels(State(world): State<World>, Query(params): Params) -> Response {
    if let Some(refused) = refused(param(&params, "key")) {
        return refused;
    }
    let is_ours = param(&params, "id") == CHANNEL
        || param(&params, "forHandle").trim_start_matches('@') == HANDLE
        || param(&params, "forUsername") == HANDLE;
    let page = j!({"totalResults": u8::from(is_ours), "resultsPerPage": 5});
    if !is_ours {
        // An unknown channel: no items at all.
        return json(
            j!({"kind": "youtube#channelListResponse", "etag": "sample", "pageInfo": page}),
        );
    }
    let channel = j!({
        "kind": "youtube#channel", "etag": "sample", "id": CHANNEL,
        "snippet": {
            "title": "Sample evenings", "description": "Evenings of our own invention.", "customUrl": format!("@{HANDLE}"),
            "publishedAt": "2020-01-01T00:00:00Z",
            "thumbnails": {"default": {"url": world.at("img/pugGoodVid1-88x88.jpg"), "width": 88, "height": 88}},
        },
        "contentDetails": {"relatedPlaylists": {"likes": "", "uploads": UPLOADS}},
    });
    json(
        j!({"kind": "youtube#channelListResponse", "etag": "sample", "pageInfo": page, "items": [channel]}),
    )
}

pub(super) async fn playlists(Query(params): Params) -> Response {
    if let Some(refused) = refused(param(&params, "key")) {
        return refused;
    }
    let items = match param(&params, "id") {
        id @ (PLAYLIST | UPLOADS) => vec![j!({
            "kind": "youtube#playlist", "etag": "sample", "id": id,
            "snippet": {
                "publishedAt": "2026-01-01T00:00:00Z", "channelId": CHANNEL, "title": "Evenings (sample)", "description": "",
                "channelTitle": "Sample evenings", "thumbnails": {},
            },
        })],
        _ => Vec::new(),
    };
    let page = j!({"totalResults": items.len(), "resultsPerPage": 5});
    json(
        j!({"kind": "youtube#playlistListResponse", "etag": "sample", "pageInfo": page, "items": items}),
    )
}

pub(super) async fn items(State(world): State<World>, Query(params): Params) -> Response {
    if let Some(refused) = refused(param(&params, "key")) {
        return refused;
    }
    let list = param(&params, "playlistId");
    if ![PLAYLIST, UPLOADS].contains(&list) {
        let message = "The playlist identified with the request's <code>playlistId</code> parameter cannot be found.";
        return error(
            404,
            message,
            "youtube.playlistItem",
            "playlistNotFound",
            None,
        );
    }
    let token = param(&params, "pageToken");
    let from = match token.strip_prefix("page") {
        _ if token.is_empty() => Some(0),
        Some(from) => from.parse().ok(),
        None => None,
    };
    let Some(from) = from else {
        let message = "The request specifies an invalid page token.";
        return error(400, message, "youtube.parameter", "invalidPageToken", None);
    };
    let all = ids(list);
    let some = all.iter().enumerate().skip(from).take(PAGE);
    let items: Vec<Value> = some.map(|(at, id)| item(&world, list, at, id)).collect();
    let mut reply = j!({
        "kind": "youtube#playlistItemListResponse", "etag": "sample", "items": items,
        "pageInfo": {"totalResults": all.len(), "resultsPerPage": PAGE},
    });
    if from + PAGE < all.len() {
        reply["nextPageToken"] = j!(format!("page{}", from + PAGE));
    }
    json(reply)
}

/// The newest fifteen as Atom.
pub(super) async fn feed(State(world): State<World>, Query(params): Params) -> Response {
    let (list, name) = match (
        param(&params, "channel_id"),
        param(&params, "playlist_id"),
        param(&params, "user"),
    ) {
        (CHANNEL, ..) | (.., HANDLE) => (UPLOADS, "Sample evenings"),
        (_, PLAYLIST, _) => (PLAYLIST, "Evenings (sample)"),
        _ => {
            let html = "<!DOCTYPE html><html lang=en><title>Error 404 (Not Found)!!1</title>";
            return (StatusCode::NOT_FOUND, axum::response::Html(html)).into_response();
        }
    };
    let known = ids(list);
    let entries = known.iter().filter_map(|id| Some((id, video(id)?)));
    let entries: String = entries
        .take(15)
        .map(|(id, video)| entry(&world, id, &video))
        .collect();
    let channel = format!("https://www.youtube.com/channel/{CHANNEL}");
    // A channel's feed names its page; a playlist's names none.
    let page = match list {
        UPLOADS => format!("<link rel=\"alternate\" href=\"{channel}\"/>"),
        _ => String::new(),
    };
    let feed = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns:yt=\"http://www.youtube.com/xml/schemas/2015\" \
         xmlns:media=\"http://search.yahoo.com/mrss/\" xmlns=\"http://www.w3.org/2005/Atom\">\
         <id>yt:channel:{}</id><title>{name}</title>{page}<author><name>Sample evenings</name><uri>{channel}</uri></author>\
         <published>2020-01-01T00:00:00+00:00</published>{entries}</feed>",
        &CHANNEL[2..]
    );
    ([(header::CONTENT_TYPE, "text/xml; charset=UTF-8")], feed).into_response()
}

/// The videos of a list: of the playlist, the first three, one that is gone, and the first once more.
fn ids(list: &str) -> Vec<String> {
    let of_samples = samples().into_iter().filter(|sample| !sample.hidden);
    let links = of_samples.flat_map(|sample| sample.links.iter());
    let videos = links.filter_map(|text| match link::parse(text).ok()? {
        Link::YouTube(YouTube::Video(id)) => Some(id),
        _ => None,
    });
    let mut ids: Vec<String> = std::iter::once("pugGoodVid1".to_owned())
        .chain(videos)
        .collect();
    if list == PLAYLIST {
        ids.truncate(4);
        ids.extend([GONE.to_owned(), "pugGoodVid1".to_owned()]);
    }
    ids
}

fn item(world: &World, list: &str, position: usize, id: &str) -> Value {
    let found = video(id);
    let mut item = j!({
        "kind": "youtube#playlistItem", "etag": "sample", "id": format!("{list}.{position}"),
        "snippet": {
            "publishedAt": "2026-11-20T20:00:00Z", "channelId": CHANNEL, "channelTitle": "Sample evenings", "playlistId": list,
            "position": position, "resourceId": {"kind": "youtube#video", "videoId": id},
            "title": "Deleted video", "description": "This video is unavailable.", "thumbnails": {},
        },
        "contentDetails": {"videoId": id},
        "status": {"privacyStatus": "privacyStatusUnspecified"},
    });
    if let Some(video) = found {
        let picture =
            j!({"url": world.at(&format!("img/{id}-480x360.jpg")), "width": 480, "height": 360});
        let snippet = &mut item["snippet"];
        snippet["title"] = j!(video.title);
        snippet["description"] = j!(video.description);
        snippet["thumbnails"] = j!({"high": picture});
        snippet["videoOwnerChannelTitle"] = j!(video.channel);
        snippet["videoOwnerChannelId"] = j!(CHANNEL);
        item["contentDetails"]["videoPublishedAt"] = j!(format!("{}T20:00:00Z", video.day));
        item["status"]["privacyStatus"] = j!("public");
    }
    item
}

fn entry(world: &World, id: &str, video: &Video) -> String {
    let words = |text: &str| html_escape(text);
    format!(
        "<entry><id>yt:video:{id}</id><yt:videoId>{id}</yt:videoId><yt:channelId>{CHANNEL}</yt:channelId>\
         <title>{title}</title><link rel=\"alternate\" href=\"https://www.youtube.com/watch?v={id}\"/>\
         <author><name>{channel}</name><uri>https://www.youtube.com/channel/{CHANNEL}</uri></author>\
         <published>{day}T20:00:00+00:00</published><updated>{day}T20:00:00+00:00</updated>\
         <media:group><media:title>{title}</media:title>\
         <media:thumbnail url=\"{picture}\" width=\"480\" height=\"360\"/>\
         <media:description>{description}</media:description></media:group></entry>",
        title = words(&video.title),
        channel = words(&video.channel),
        description = words(&video.description),
        day = video.day,
        picture = world.at(&format!("img/{id}-480x360.jpg")),
    )
}

fn html_escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
