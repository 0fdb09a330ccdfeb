//! `flickr.photos.getInfo`, `getSizes` and Flickr's oEmbed.

use super::{Params, World, json, sample_of};
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json as j};

pub(super) async fn rest(State(world): State<World>, Query(params): Params) -> Response {
    let param = |name: &str| params.get(name).map_or("", String::as_str);
    if param("api_key") == "bad-key" {
        return fail(100, "Invalid API Key (Key has invalid format)");
    }
    let id = param("photo_id");
    let Some((sample, _)) = sample_of(id).filter(|(sample, _)| !sample.hidden && id.len() > 5)
    else {
        return fail(1, "Photo not found");
    };
    let page = format!("https://www.flickr.com/photos/sample/{id}/");
    match param("method") {
        "flickr.photos.getInfo" => json(j!({
            "photo": {
                "id": id, "secret": "0", "server": "0", "farm": 0, "dateuploaded": "1794700800", "license": sample.photo_licence.to_string(),
                "media": "photo",
                "owner": {"nsid": "1@N00", "username": "sample", "realname": sample.group.name, "path_alias": "sample"},
                "title": {"_content": format!("{} ({})", sample.found_title, sample.group.city)},
                "description": {"_content": "A sample photo of the <b>demo</b>."},
                "visibility": {"ispublic": 1, "isfriend": 0, "isfamily": 0},
                "dates": {"posted": "1794700800", "taken": format!("{} 19:00:00", sample.met_on), "takengranularity": 0, "takenunknown": 0},
                "urls": {"url": [{"type": "photopage", "_content": page}]},
            },
            "stat": "ok",
        })),
        "flickr.photos.getSizes" => {
            let size = |label: &str, width: u32, height: u32| {
                j!({
                    "label": label, "width": width, "height": height, "url": format!("{page}sizes/"), "media": "photo",
                    "source": world.at(&format!("img/{id}-{width}x{height}.jpg")),
                })
            };
            let sizes: Vec<Value> = vec![
                size("Medium", 500, 333),
                size("Large", 1024, 683),
                size("Large 1600", 1280, 853),
            ];
            json(
                j!({"sizes": {"canblog": 0, "canprint": 0, "candownload": 1, "size": sizes}, "stat": "ok"}),
            )
        }
        method => fail(112, &format!("Method \"{method}\" not found")),
    }
}

pub(super) async fn oembed(State(world): State<World>, Query(params): Params) -> Response {
    let url = params.get("url").map_or("", String::as_str);
    let id = url.split_once("id=").map_or("", |(_, id)| id);
    let Some((sample, _)) = sample_of(id).filter(|(sample, _)| !sample.hidden && id.len() > 5)
    else {
        return (StatusCode::NOT_FOUND, "Not Found").into_response();
    };
    json(j!({
        "type": "photo", "flickr_type": "photo", "title": sample.found_title, "author_name": sample.group.name,
        "author_url": "https://www.flickr.com/photos/sample/", "width": "1024", "height": "683",
        "url": world.at(&format!("img/{id}-1024x683.jpg")), "web_page": format!("https://www.flickr.com/photos/sample/{id}/"),
        "license": "a licence", "license_id": sample.photo_licence.to_string(), "version": "1.0", "provider_name": "Flickr",
        "provider_url": "https://www.flickr.com/",
    }))
}

fn fail(code: u16, message: &str) -> Response {
    json(j!({"stat": "fail", "code": code, "message": message}))
}
