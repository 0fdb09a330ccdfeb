//! `flickr.photos.getInfo`, `getSizes` and Flickr's oEmbed.

use super::{Params, World, album, asked_for, json, odd, param, sample_of};
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use jobs::link::Provider;
use serde_json::{Value, json as j};

/// A photo's facts.
pub(super) struct Photo {
    pub title: String,
    pub owner: String,
    pub licence: u8,
    pub day: String,
}

pub(super) async fn rest(State(world): State<World>, Query(params): Params) -> Response {
    if matches!(param(&params, "api_key"), "" | "bad-key") {
        return fail(100, "Invalid API Key (Key has invalid format)");
    }
    if let Some(list) = album::rest(&world, param(&params, "method"), &params) {
        return list;
    }
    let id = param(&params, "photo_id");
    if let Some(odd) = odd::photo(&world, id) {
        return odd;
    }
    let Some(photo) = photo(id) else {
        return fail(1, &format!("Photo \"{id}\" not found (invalid ID)"));
    };
    let page = format!("https://www.flickr.com/photos/sample/{id}/");
    match param(&params, "method") {
        "flickr.photos.getInfo" => json(j!({
            "photo": {
                "id": id, "secret": "0", "server": "0", "farm": 0, "dateuploaded": "1794700800", "license": photo.licence.to_string(),
                "media": "photo",
                "owner": {"nsid": "1@N00", "username": "sample", "realname": photo.owner, "path_alias": "sample"},
                "title": {"_content": photo.title},
                "description": {"_content": "A sample photo of the <b>demo</b>."},
                "visibility": {"ispublic": 1, "isfriend": 0, "isfamily": 0},
                "dates": {"posted": "1794700800", "taken": format!("{} 19:00:00", photo.day), "takengranularity": 0, "takenunknown": 0},
                "urls": {"url": [{"type": "photopage", "_content": page}]},
            },
            "stat": "ok",
        })),
        "flickr.photos.getSizes" => {
            let size = |label: &str, width: u32, height: u32| {
                j!({
                    "label": label, "width": width, "height": height, "url": format!("{page}sizes/"), "media": "photo",
                    "source": odd::source(&world, id).unwrap_or_else(|| world.at(&format!("img/{id}-{width}x{height}.jpg"))),
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
    let id = asked_for(Provider::Flickr, param(&params, "url")).unwrap_or_default();
    if let Some(odd) = odd::photo_oembed(&world, &id) {
        return odd;
    }
    let Some(photo) = photo(&id) else {
        return (StatusCode::NOT_FOUND, "Not Found").into_response();
    };
    json(j!({
        "type": "photo", "flickr_type": "photo", "title": photo.title, "author_name": photo.owner,
        "author_url": "https://www.flickr.com/photos/sample/", "width": "1024", "height": "683",
        "url": odd::source(&world, &id).unwrap_or_else(|| world.at(&format!("img/{id}-1024x683.jpg"))), "web_page": format!("https://www.flickr.com/photos/sample/{id}/"),
        "license": "a licence", "license_id": photo.licence.to_string(), "version": "1.0", "provider_name": "Flickr",
        "provider_url": "https://www.flickr.com/",
    }))
}

pub(super) fn photo(id: &str) -> Option<Photo> {
    if odd::is_photo(id) {
        return Some(Photo {
            title: "A good photo (sample)".into(),
            owner: "Sample owner".into(),
            licence: 4,
            day: "2026-11-14".into(),
        });
    }
    let (sample, _) = sample_of(Provider::Flickr, id).filter(|(sample, _)| !sample.hidden)?;
    Some(Photo {
        title: format!("{} ({})", sample.found_title, sample.group.city),
        owner: sample.group.name.into(),
        licence: sample.photo_licence,
        day: sample.met_on.into(),
    })
}

pub(super) fn fail(code: u16, message: &str) -> Response {
    json(j!({"stat": "fail", "code": code, "message": message}))
}
