//! Lists of Flickr's: an album and a person's photos by the REST API and as Atom, and the short links to them.

use super::flickr::{Photo, fail, photo};
use super::{Params, World, json, param, samples};
use axum::extract::{Path, Query, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use jobs::link::{self, Flickr, Link};
use serde_json::{Value, json as j};

/// The owner of the samples, by number.
pub const OWNER: &str = "70000001@N00";
/// The same by the name in addresses.
pub const ALIAS: &str = "sample";
/// An album of theirs.
pub const ALBUM: &str = "72157700000000001";
/// A short link to it, and one to all of their photos.
pub const SHORT_ALBUM: &str = "https://flic.kr/s/aHsmSampLe";
/// A short link to all of their photos.
pub const SHORT_USER: &str = "https://flic.kr/ps/SampLe";

/// What the REST API answers to a question about a list; nothing where the method is another.
pub(super) fn rest(world: &World, method: &str, params: &[(String, String)]) -> Option<Response> {
    Some(match method {
        "flickr.urls.lookupUser" => match param(params, "url")
            .trim_end_matches('/')
            .rsplit('/')
            .next()
        {
            Some(ALIAS | OWNER) => json(
                j!({"user": {"id": OWNER, "username": {"_content": "Sample owner"}}, "stat": "ok"}),
            ),
            _ => fail(1, "User not found"),
        },
        "flickr.photosets.getPhotos" => match param(params, "photoset_id") {
            ALBUM => json(j!({
                "photoset": {
                    "id": ALBUM, "primary": "1", "owner": OWNER, "ownername": "Sample owner", "title": "An evening (sample)",
                    "photo": photos(world, false), "page": 1, "per_page": "500", "perpage": "500", "pages": 1,
                    "total": photos(world, false).len().to_string(),
                },
                "stat": "ok",
            })),
            _ => fail(1, "Photoset not found"),
        },
        "flickr.people.getPublicPhotos" => match param(params, "user_id") {
            OWNER => json(j!({
                "photos": {
                    "page": 1, "pages": 1, "perpage": 500, "total": photos(world, true).len(), "photo": photos(world, true),
                },
                "stat": "ok",
            })),
            _ => fail(1, "User not found"),
        },
        _ => return None,
    })
}

/// `/flickr/feeds/{file}`
pub(super) async fn feed(
    State(world): State<World>,
    Path(file): Path<String>,
    Query(params): Params,
) -> Response {
    let is_ours = match file.as_str() {
        "photoset.gne" => param(&params, "set") == ALBUM && param(&params, "nsid") == OWNER,
        "photos_public.gne" => param(&params, "id") == OWNER,
        _ => false,
    };
    if !is_ours {
        return StatusCode::NOT_FOUND.into_response();
    }
    let entries: String = ids()
        .iter()
        .filter_map(|id| Some(entry(&world, id, &photo(id)?)))
        .take(20)
        .collect();
    let feed = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:flickr=\"urn:flickr:user\">\
         <title>Uploads from Sample owner</title>\
         <link rel=\"alternate\" type=\"text/html\" href=\"https://www.flickr.com/photos/{OWNER}/\"/>\
         <id>tag:flickr.com,2005:/photos/public/1</id><updated>2026-11-20T20:00:00Z</updated>{entries}</feed>"
    );
    (
        [(header::CONTENT_TYPE, "application/atom+xml; charset=utf-8")],
        feed,
    )
        .into_response()
}

/// Where a short link leads, hop by hop as Flickr does it.
pub(super) fn short(host: &str, path: &str, query: &[(String, String)]) -> Option<Response> {
    let of = |link: &'static str| link.rsplit('/').next().unwrap_or_default();
    Some(match (host, path.split_once('/')) {
        ("flic.kr", Some((kind @ ("s" | "ps" | "y"), id))) => {
            let name = match kind {
                "s" => "photoset",
                "ps" => "photostream",
                _ => "gallery",
            };
            Redirect::to(&format!(
                "https://www.flickr.com/short_urls.gne?{name}={id}"
            ))
            .into_response()
        }
        ("www.flickr.com", _) if path == "short_urls.gne" => {
            let (album, owner) = (param(query, "photoset"), param(query, "photostream"));
            if album == of(SHORT_ALBUM) {
                Redirect::to(&format!("/photos/{OWNER}/sets/{ALBUM}/")).into_response()
            } else if owner == of(SHORT_USER) {
                Redirect::to(&format!("/photos/{ALIAS}/")).into_response()
            } else {
                StatusCode::NOT_FOUND.into_response()
            }
        }
        ("www.flickr.com", Some(("photos", _))) => {
            "<!DOCTYPE html><title>Flickr</title>".into_response()
        }
        _ => return None,
    })
}

fn ids() -> Vec<String> {
    let of_samples = samples().into_iter().filter(|sample| !sample.hidden);
    let links = of_samples.flat_map(|sample| sample.links.iter());
    let photos = links.filter_map(|text| match link::parse(text).ok()? {
        Link::Flickr(Flickr::Photo { id, .. }) => Some(id.to_string()),
        _ => None,
    });
    photos.collect()
}

/// The photos of a list; a person's say whose they are, an album's leave that to the album.
fn photos(world: &World, with_owner: bool) -> Vec<Value> {
    let known = ids();
    let known = known.iter().filter_map(|id| Some((id, photo(id)?)));
    known
        .map(|(id, photo)| {
            let mut one = j!({
                "id": id, "secret": "0", "server": "0", "farm": 0, "title": photo.title, "ispublic": 1, "isfriend": 0,
                "isfamily": 0, "license": photo.licence, "description": {"_content": "A sample photo."},
                "dateupload": "1794700800", "datetaken": format!("{} 19:00:00", photo.day),
                "datetakengranularity": "0", "datetakenunknown": "0", "media": "photo", "pathalias": ALIAS,
                "url_l": world.at(&format!("img/{id}-1024x683.jpg")), "height_l": "683", "width_l": 1024,
            });
            if with_owner {
                one["owner"] = j!(OWNER);
                one["ownername"] = j!("Sample owner");
            }
            one
        })
        .collect()
}

fn entry(world: &World, id: &str, photo: &Photo) -> String {
    let escape = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;");
    format!(
        "<entry><title>{title}</title>\
         <link rel=\"alternate\" type=\"text/html\" href=\"https://www.flickr.com/photos/{ALIAS}/{id}/\"/>\
         <id>tag:flickr.com,2005:/photo/{id}</id><published>{day}T20:00:00Z</published><updated>{day}T20:00:00Z</updated>\
         <content type=\"html\">&lt;p&gt;A sample photo.&lt;/p&gt;</content>\
         <author><name>{owner}</name><uri>https://www.flickr.com/people/{ALIAS}/</uri></author>\
         <link rel=\"license\" type=\"text/html\" href=\"https://creativecommons.org/licenses/by/2.0/deed.en\"/>\
         <link rel=\"enclosure\" type=\"image/jpeg\" href=\"{picture}\"/></entry>",
        title = escape(&photo.title),
        owner = escape(&photo.owner),
        day = photo.day,
        picture = world.at(&format!("img/{id}-1024x683.jpg")),
    )
}
