//! Every stored body of a video or photo, served over HTTP through the real client code.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on ends there")]

mod support;

use axum::Router;
use axum::http::{StatusCode, Uri, header};
use axum::response::IntoResponse;
use jiff::Timestamp;
use jobs::fetch::{Fetcher, Rules};
use jobs::link::{Flickr, Link, YouTube};
use jobs::provider::{Found, Providers, flickr, resolve, youtube};
use jobs::{Retry, StepError};
use serde_json::Value;
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::Path;

/// A server that answers everything with one body (or, for Flickr's second question, another).
async fn answering(
    status: u16,
    kind: &'static str,
    body: Vec<u8>,
    sizes: Option<Vec<u8>>,
) -> SocketAddr {
    let answer = move |uri: Uri| {
        let body = match &sizes {
            Some(sizes) if uri.query().unwrap_or("").contains("getSizes") => sizes.clone(),
            _ => body.clone(),
        };
        async move {
            (
                StatusCode::from_u16(status).unwrap(),
                [(header::CONTENT_TYPE, kind)],
                body,
            )
                .into_response()
        }
    };
    support::serve(Router::new().fallback(answer)).await
}

fn providers(address: SocketAddr, key: bool) -> Providers {
    let rules = Rules {
        allow: vec![address.to_string().parse().unwrap()],
        ..Rules::default()
    };
    let url = format!("http://{address}/").parse::<url::Url>().unwrap();
    let key = key.then(|| "sekret-key".to_owned());
    Providers {
        fetch: Fetcher::new(rules).unwrap(),
        youtube: youtube::Settings {
            api: url.clone(),
            oembed: url.clone(),
            key: key.clone(),
        },
        flickr: flickr::Settings {
            api: url.clone(),
            oembed: url,
            key,
        },
    }
}

async fn ask(address: SocketAddr, key: bool, link: &Link) -> Result<Found, StepError> {
    let now: Timestamp = "2026-11-23T12:00:00Z".parse().unwrap();
    let got = resolve(&providers(address, key), link, now).await;
    if let Err(error) = &got {
        assert!(
            !error.detail.contains("sekret"),
            "a key in a message: {error}"
        );
    }
    got
}

/// Code and whether it is tried again, or `ok` and what was found.
fn outcome(got: &Result<Found, StepError>) -> String {
    match got {
        Ok(found) => {
            let seconds = found
                .duration_s
                .map_or(String::new(), |seconds| format!(" {seconds}s"));
            let picture = if found.picture.is_some() {
                " picture"
            } else {
                ""
            };
            format!("ok {}{seconds}{picture}", found.kind)
        }
        Err(error) => {
            let again = match error.retry {
                Retry::Never => "",
                Retry::BackOff => " again",
                Retry::After(_) => " after",
            };
            format!("{}{again}", error.code.as_str())
        }
    }
}

fn video(id: &str) -> Link {
    Link::YouTube(YouTube::Video(id.to_owned()))
}

fn photo(id: u64) -> Link {
    Link::Flickr(Flickr::Photo { id, owner: None })
}

/// Bodies that are no reply about one video or photo, with the reason they are not judged here.
fn elsewhere(name: &str) -> bool {
    let other = [
        "playlist",
        "channel",
        "search.list",
        "videoCategories",
        "invalidPageToken",
    ];
    other.iter().any(|part| name.contains(part)) || name.ends_with(".xml")
}

#[tokio::test(flavor = "multi_thread")]
async fn youtube_api_bodies() {
    let Some(folder) = support::corpus("providers/youtube/api") else {
        return;
    };
    let errors: BTreeMap<&str, &str> = BTreeMap::from([
        (
            "error.permission_denied.recorded.json",
            "provider-busy again",
        ),
        ("error.keyInvalid.old-format.recorded.json", "provider-key"),
        (
            "error.quotaExceeded.403.assembled.json",
            "provider-quota after",
        ),
        (
            "error.rateLimitExceeded.403.assembled.json",
            "provider-busy again",
        ),
        ("error.keyInvalid.400.assembled.json", "provider-key"),
        ("error.keyMissing.403.assembled.json", "provider-key"),
        (
            "error.accessNotConfigured.403.assembled.json",
            "provider-key",
        ),
        (
            "error.missingRequiredParameter.400.assembled.json",
            "provider-reply",
        ),
        (
            "error.backendError.500.assembled.json",
            "provider-busy again",
        ),
        ("error.html.502.assembled.html", "provider-busy again"),
    ]);
    let odd: BTreeMap<&str, &str> = BTreeMap::from([
        ("p0pUpcoming1", "not-yet-recorded"),
        ("l1veStream01", "not-yet-recorded"),
        ("noEmbedXXX1", "embedding-off"),
        ("unl1stedXX1", "ok video 93601s picture"),
        ("reg10nXXXX1", "ok video 59s picture"),
        ("reg10nXXXX2", "ok video 600s picture"),
        ("ageRestr001", "ok video 601s picture"),
        ("emojiTitle1", "ok video 7201s picture"),
    ]);
    let (mut files, mut items) = (0, 0);
    for (name, body) in bodies(&folder) {
        if elsewhere(&name) {
            continue;
        }
        files += 1;
        let status = status(&name);
        let kind = if name.ends_with(".html") {
            "text/html"
        } else {
            "application/json; charset=UTF-8"
        };
        let address = answering(status, kind, body.clone(), None).await;
        if name.starts_with("error.") {
            let got = outcome(&ask(address, true, &video("dQw4w9WgXcQ")).await);
            assert_eq!(Some(&got.as_str()), errors.get(name.as_str()), "{name}");
            continue;
        }
        let list: Value = serde_json::from_slice(&body).unwrap();
        for item in list["items"].as_array().into_iter().flatten() {
            items += 1;
            let id = item["id"].as_str().unwrap();
            let got = ask(address, true, &video(id)).await;
            match odd.get(id) {
                Some(wanted) => assert_eq!(outcome(&got), *wanted, "{name} {id}"),
                None => {
                    let found = got.unwrap_or_else(|error| panic!("{name} {id}: {error}"));
                    let title = item["snippet"]["title"]
                        .as_str()
                        .map(str::trim)
                        .filter(|title| !title.is_empty());
                    assert_eq!(found.title.as_deref(), title, "{name} {id}");
                    assert_eq!(
                        found.duration_s.is_some(),
                        item["contentDetails"]["duration"].is_string(),
                        "{name} {id}"
                    );
                }
            }
        }
        // Whatever was asked for and is not in the list: unknown, deleted or private.
        assert_eq!(
            outcome(&ask(address, true, &video("notInTheLis")).await),
            "gone",
            "{name}"
        );
    }
    println!("{files} files, {items} videos");
    assert_eq!((files, errors.len()), (18, 10));
    assert!(items >= 15, "{items}");
}

#[tokio::test(flavor = "multi_thread")]
async fn youtube_oembed_bodies() {
    let Some(folder) = support::corpus("providers/youtube/oembed") else {
        return;
    };
    let wanted: BTreeMap<&str, &str> = BTreeMap::from([
        ("ok.video.recorded.json", "ok video picture"),
        ("ok.video.maxwidth500.recorded.json", "ok video picture"),
        ("ok.video.2012.recorded.json", "ok video picture"),
        ("ok.short.assembled.json", "ok video picture"),
        ("ok.playlist.assembled.json", "ok video picture"),
        ("ok.video.xml.assembled.xml", "provider-reply again"),
        ("error.400.body.txt", "gone"),
        ("error.401.body.txt", "embedding-off"),
        ("error.403.body.txt", "private"),
        ("error.404.body.txt", "gone"),
        ("error.200-Forbidden.body.txt", "private"),
    ]);
    let mut judged = 0;
    for (name, body) in bodies(&folder) {
        let address = answering(status(&name), "application/json", body, None).await;
        let got = outcome(&ask(address, false, &video("dQw4w9WgXcQ")).await);
        assert_eq!(Some(&got.as_str()), wanted.get(name.as_str()), "{name}");
        judged += 1;
    }
    assert_eq!(judged, wanted.len());
}

#[tokio::test(flavor = "multi_thread")]
async fn flickr_bodies() {
    let Some(folder) = support::corpus("providers/flickr/rest") else {
        return;
    };
    let all: BTreeMap<String, Vec<u8>> = bodies(&folder).into_iter().collect();
    let mut judged = 0;
    for (name, body) in all
        .iter()
        .filter(|(name, _)| name.starts_with("photos.getInfo.") && name.ends_with(".json"))
    {
        let sizes = all.get(&name.replace("getInfo", "getSizes")).cloned();
        let sizes = sizes.unwrap_or_else(|| br#"{"sizes":{"size":[]},"stat":"ok"}"#.to_vec());
        let address = answering(200, "application/json", body.clone(), Some(sizes)).await;
        let raw: Value = serde_json::from_slice(body).unwrap();
        let photo_raw = &raw["photo"];
        let id: u64 = photo_raw["id"].as_str().unwrap().parse().unwrap();
        let found = ask(address, true, &photo(id))
            .await
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        let is_video = photo_raw["media"] == "video";
        assert_eq!(
            found.kind,
            if is_video { "video" } else { "photo" },
            "{name}"
        );
        let reserved = photo_raw["license"] == 0 || photo_raw["license"] == "0";
        assert!(
            !(reserved && found.picture.is_some()),
            "{name}: no copy of what is reserved"
        );
        assert_eq!(
            found.title.is_none(),
            name.contains("empty-title"),
            "{name} {:?}",
            found.title
        );
        if name.contains("date-taken-unknown") {
            assert_eq!(found.recorded_on, None, "{name}");
        }
        if name.contains("no-realname") {
            assert_eq!(
                found.author.as_deref(),
                photo_raw["owner"]["username"].as_str(),
                "{name}"
            );
        }
        assert!(
            found
                .canonical
                .starts_with("https://www.flickr.com/photos/")
                && found.canonical.ends_with(&format!("/{id}/")),
            "{name} {}",
            found.canonical
        );
        judged += 1;
    }
    assert!(judged >= 14, "{judged}");

    let errors = support::corpus("providers/flickr/errors").unwrap();
    let wanted = |name: &str| match name {
        name if name.contains("code201") => "provider-busy again",
        name if name.contains("code100") => "provider-key",
        name if name.contains("code99") || name.contains("code2.") => "private",
        name if name.contains("required-parameter-missing") => "provider-reply",
        _ => "gone",
    };
    let mut refused = 0;
    for (name, body) in bodies(&errors)
        .into_iter()
        .filter(|(name, _)| name.ends_with(".json"))
    {
        let address = answering(200, "application/json", body, None).await;
        assert_eq!(
            outcome(&ask(address, true, &photo(105)).await),
            wanted(&name),
            "{name}"
        );
        refused += 1;
    }
    assert!(refused >= 14, "{refused}");

    let oembed = support::corpus("providers/flickr/oembed").unwrap();
    let wanted: BTreeMap<&str, &str> = BTreeMap::from([
        ("ok.photo.2019.recorded.json", "ok photo"),
        ("ok.photo.licensed.recorded.json", "ok photo picture"),
        ("ok.video.assembled.json", "ok video picture"),
        ("ok.photo.recorded.xml", "provider-reply again"),
        ("error.404.body.txt", "gone"),
    ]);
    let mut seen = 0;
    for (name, body) in bodies(&oembed) {
        let address = answering(status(&name), "application/json", body, None).await;
        let got = outcome(&ask(address, false, &photo(105)).await);
        assert_eq!(Some(&got.as_str()), wanted.get(name.as_str()), "{name}");
        seen += 1;
    }
    assert_eq!(seen, wanted.len());
}

/// Our own quirks: truncated, empty, HTML, of another form.
#[tokio::test(flavor = "multi_thread")]
async fn bodies_that_are_no_reply() {
    for body in [
        "",
        "{",
        "<!doctype html><title>Error</title>",
        "[]",
        "null",
        "\u{feff}",
    ] {
        for key in [true, false] {
            let address = answering(200, "text/html", body.as_bytes().to_vec(), None).await;
            for link in [video("dQw4w9WgXcQ"), photo(105)] {
                let got = ask(address, key, &link).await.unwrap_err();
                assert_eq!(
                    got.code.as_str(),
                    "provider-reply",
                    "{body:?} key {key} {link:?}: {got}"
                );
                assert_eq!(got.retry, Retry::BackOff, "an outage passes: {body:?}");
            }
        }
    }
}

fn bodies(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let files = std::fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path());
    files
        .map(|path| {
            (
                path.file_name().unwrap().to_string_lossy().into_owned(),
                std::fs::read(path).unwrap(),
            )
        })
        .collect()
}

/// The status in the name, as the index has it; 200 where there is none.
fn status(name: &str) -> u16 {
    match name {
        "error.permission_denied.recorded.json" => 403,
        "error.keyInvalid.old-format.recorded.json" => 400,
        "error.200-Forbidden.body.txt" => 200,
        name => name
            .split('.')
            .find_map(|part| part.parse().ok().filter(|code| (400..600).contains(code)))
            .unwrap_or(200),
    }
}
