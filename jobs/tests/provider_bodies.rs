//! Every stored body of a video or photo, served over HTTP through the real client code.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on ends there")]

mod support;

use axum::Router;
use axum::http::{StatusCode, Uri, header};
use axum::response::IntoResponse;
use axum::routing::get;
use jiff::Timestamp;
use jobs::fetch::{Fetcher, Rules};
use jobs::link::{Flickr, Link, YouTube};
use jobs::provider::{self, Found, Providers, flickr, youtube};
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
    // What oEmbed says where the API comes first.
    let gone = get(|| async { (StatusCode::NOT_FOUND, "Not Found") });
    let private = get(|| async { (StatusCode::FORBIDDEN, "Forbidden") });
    let router = Router::new()
        .route("/gone", gone)
        .route("/private", private);
    support::serve(router.fallback(answer)).await
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
            oembed: match &key {
                Some(_) => url.join("gone").unwrap(),
                None => url.clone(),
            },
            key: key.clone(),
        },
        flickr: flickr::Settings {
            api: url.clone(),
            oembed: url,
            key,
        },
        meter: std::sync::Arc::new(provider::Unmetered),
    }
}

async fn resolve(providers: &Providers, link: &Link, now: Timestamp) -> Result<Found, StepError> {
    provider::resolve(providers, link, now).await?.one()
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

/// The API leaves out private videos as it does those that are gone; oEmbed tells them apart.
#[tokio::test(flavor = "multi_thread")]
async fn a_private_video_is_not_said_to_be_gone() {
    let empty = br#"{"kind":"youtube#videoListResponse","items":[]}"#;
    let address = answering(200, "application/json", empty.to_vec(), None).await;
    let mut providers = providers(address, true);
    for wanted in ["gone", "private"] {
        providers.youtube.oembed.set_path(wanted);
        let got = resolve(&providers, &video("dQw4w9WgXcQ"), Timestamp::UNIX_EPOCH).await;
        assert_eq!(outcome(&got), wanted);
    }
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
        ("ageRestr001", "blocked"),
        ("emojiTitle1", "ok video 7201s picture"),
    ]);
    let statuses = statuses();
    let (mut files, mut items) = (0, 0);
    for (name, body) in bodies(&folder) {
        if elsewhere(&name) {
            continue;
        }
        files += 1;
        let status = statuses[&format!("youtube/api/{name}")];
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
    let statuses = statuses();
    let mut judged = 0;
    for (name, body) in bodies(&folder) {
        let status = statuses[&format!("youtube/oembed/{name}")];
        let address = answering(status, "application/json", body, None).await;
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
    let statuses = statuses();
    let all: BTreeMap<String, Vec<u8>> = bodies(&folder).into_iter().collect();
    // Kind, licence, day it was taken, width of the picture we copy.
    let wanted: BTreeMap<&str, &str> = BTreeMap::from([
        ("date-taken-unknown.converted", "photo public-domain - 849"),
        (
            "empty-description.converted",
            "photo CC-BY-SA-2.0 2011-03-04 800",
        ),
        ("empty-title.converted", "photo all-rights-reserved - -"),
        ("geo.converted", "photo CC-BY-2.0 2021-05-16 2048"),
        ("granary.recorded", "photo CC-BY-NC-2.0 2010-11-26 -"),
        ("machine-tags.converted", "photo public-domain - 1267"),
        (
            "no-original.converted",
            "photo all-rights-reserved 2020-07-26 -",
        ),
        (
            "no-path-alias.converted",
            "photo all-rights-reserved 2010-07-16 -",
        ),
        (
            "no-realname.converted",
            "photo public-domain 2016-11-24 2048",
        ),
        ("notes.converted", "photo public-domain - 1100"),
        ("people.converted", "photo all-rights-reserved 2024-12-02 -"),
        ("photo.converted", "photo public-domain 2017-02-17 2048"),
        ("untagged.converted", "photo CC-BY-2.0 2023-06-16 2048"),
        ("video.converted", "video all-rights-reserved 2010-09-05 -"),
    ]);
    let (mut judged, mut pictures) = (0, 0);
    for (name, body) in all
        .iter()
        .filter(|(name, _)| name.starts_with("photos.getInfo.") && name.ends_with(".json"))
    {
        let sizes = all.get(&name.replace("getInfo", "getSizes")).cloned();
        let sizes = sizes.unwrap_or_else(|| br#"{"sizes":{"size":[]},"stat":"ok"}"#.to_vec());
        let status = statuses[&format!("flickr/rest/{name}")];
        let address = answering(
            status,
            "application/json",
            body.clone(),
            Some(sizes.clone()),
        )
        .await;
        let raw: Value = serde_json::from_slice(body).unwrap();
        let photo_raw = &raw["photo"];
        let id: u64 = photo_raw["id"].as_str().unwrap().parse().unwrap();
        let found = ask(address, true, &photo(id))
            .await
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        let sizes: Value = serde_json::from_slice(&sizes).unwrap();
        let width = found.picture.as_ref().map(|picture| {
            assert!(!picture.expires, "{name}: the licence lets us keep it");
            pictures += 1;
            let offered = sizes["sizes"]["size"].as_array().unwrap();
            let same = |size: &&Value| size["source"].as_str() == Some(&picture.url);
            offered.iter().find(same).unwrap()["width"].to_string()
        });
        let dash = || "-".to_owned();
        let got = format!(
            "{} {} {} {}",
            found.kind,
            found.licence.map_or("-", |licence| licence.as_str()),
            found.recorded_on.map_or_else(dash, |day| day.to_string()),
            width.unwrap_or_else(dash)
        );
        let short = &name["photos.getInfo.".len()..name.len() - ".json".len()];
        assert_eq!(Some(&got.as_str()), wanted.get(short), "{name}");
        let owner = &photo_raw["owner"];
        let name_of = |field: &str| owner[field].as_str().filter(|text| !text.is_empty());
        assert_eq!(
            found.author.as_deref(),
            name_of("realname").or(name_of("username")),
            "{name}"
        );
        let path = name_of("path_alias").or(name_of("nsid")).unwrap();
        assert_eq!(
            found.canonical,
            format!("https://www.flickr.com/photos/{path}/{id}/"),
            "{name}"
        );
        assert_eq!(
            found.title.as_deref().unwrap_or_default(),
            photo_raw["title"]["_content"].as_str().unwrap().trim(),
            "{name}"
        );
        assert_eq!(
            found.duration_s,
            photo_raw["video"]["duration"].as_u64(),
            "{name}"
        );
        assert!(found.published_on.is_some(), "{name}");
        judged += 1;
    }
    println!("{judged} photos and videos of Flickr, {pictures} with a picture");
    assert_eq!(judged, wanted.len());

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
        let status = statuses[&format!("flickr/oembed/{name}")];
        let address = answering(status, "application/json", body, None).await;
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
        "{}",
        r#"{"stat":"odd"}"#,
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

/// One reply to each question: HTTP status, body, outcome.
#[tokio::test(flavor = "multi_thread")]
async fn quirks_of_youtubes_errors() {
    let error = |reason: &str, details: &str| {
        format!(
            r#"{{"error":{{"code":0,"message":"x","errors":[{{"reason":"{reason}"}}],"details":[{details}]}}}}"#
        )
    };
    let daily =
        r#"{"reason":"RATE_LIMIT_EXCEEDED","metadata":{"quota_limit":"defaultPerDayPerProject"}}"#;
    let minute =
        r#"{"reason":"RATE_LIMIT_EXCEEDED","metadata":{"quota_limit":"defaultPerMinutePerUser"}}"#;
    let blocked = r#"{"reason":"API_KEY_IP_ADDRESS_BLOCKED"}"#;
    let one = |rest: &str| {
        format!(
            r#"{{"kind":"youtube#videoListResponse","items":[{{"id":"dQw4w9WgXcQ","snippet":{{"title":"a\tb"}}{rest}}}]}}"#
        )
    };
    for (status, body, wanted) in [
        (
            429,
            error("rateLimitExceeded", daily),
            "provider-quota after",
        ),
        (
            429,
            error("rateLimitExceeded", minute),
            "provider-busy again",
        ),
        (403, error("dailyLimitExceeded", ""), "provider-quota after"),
        (403, error("forbidden", blocked), "provider-key"),
        (400, error("keyExpired", ""), "provider-key"),
        (403, error("keyMissing", ""), "provider-key"),
        (503, error("sekret-key", ""), "provider-busy again"),
        (503, "{}".into(), "provider-busy again"),
        (404, error("videoNotFound", ""), "gone"),
        (404, "<html>".into(), "provider-busy again"),
        (200, error("backendError", ""), "provider-reply again"),
        (302, String::new(), "provider-busy again"),
        (200, one(""), "ok video"),
        (
            200,
            one(r#","contentDetails":{"duration":"PT0S"}"#),
            "not-yet-recorded",
        ),
        (
            200,
            one(r#","contentDetails":{"duration":"P0D"}"#),
            "not-yet-recorded",
        ),
        (
            200,
            one(r#","contentDetails":{"duration":"P9999999999Y"}"#),
            "ok video",
        ),
        (
            200,
            one(r#","status":{"privacyStatus":"private"}"#),
            "private",
        ),
        (
            200,
            one(r#","status":{"embeddable":false}"#),
            "embedding-off",
        ),
        (200, one("").replace("dQw4", "else"), "gone"),
        (200, one("")[..60].to_owned(), "provider-reply again"),
    ] {
        let kind = "application/json";
        let address = answering(status, kind, body.clone().into_bytes(), None).await;
        let got = outcome(&ask(address, true, &video("dQw4w9WgXcQ")).await);
        assert_eq!(got, wanted, "{status} {body}");
    }
}

/// A picture elsewhere is not offered, and a page elsewhere is not linked to.
#[tokio::test(flavor = "multi_thread")]
async fn what_leads_elsewhere_is_left_out() {
    for (picture, offered) in [
        ("https://i.ytimg.com/vi/x/hqdefault.jpg", true),
        ("https://img.youtube.com/vi/x/0.jpg", true),
        ("http://i.ytimg.com/vi/x/hqdefault.jpg", false),
        ("https://i.ytimg.com:8443/vi/x/hqdefault.jpg", false),
        ("https://notytimg.com/x.jpg", false),
        ("https://i.ytimg.com.example/x.jpg", false),
        ("https://i.ytimg.com@10.0.0.7/x.jpg", false),
        ("http://169.254.169.254/x.jpg", false),
    ] {
        let body = format!(
            r#"{{"type":"video","title":"t","author_url":"javascript:alert(1)","thumbnail_url":"{picture}"}}"#
        );
        let address = answering(200, "application/json", body.into_bytes(), None).await;
        let found = ask(address, false, &video("dQw4w9WgXcQ")).await.unwrap();
        assert_eq!(found.picture.is_some(), offered, "{picture}");
        assert_eq!(found.author_url, None);
    }
    let info = r#"{"photo":{"id":105,"license":"4","owner":{"path_alias":"../..","nsid":"1@N00","realname":"\u202eeve"},"dates":{"taken":"0000-00-00 00:00:00","takengranularity":"0"}},"stat":"ok"}"#;
    let sizes = r#"{"sizes":{"size":[
        {"width":"4000","source":"https://live.staticflickr.com/1/4000.jpg","media":"photo"},
        {"width":1600,"source":"https://evilstaticflickr.com/1/1600.jpg","media":"photo"},
        {"width":"1024","source":"https://farm4.staticflickr.com/1/1024.jpg","media":"photo"},
        {"width":500,"source":"https://live.staticflickr.com/1/500.jpg","media":"photo"}]},"stat":"ok"}"#;
    let address = answering(200, "text/plain", info.into(), Some(sizes.into())).await;
    let found = ask(address, true, &photo(105)).await.unwrap();
    assert_eq!(
        found.picture.unwrap().url,
        "https://farm4.staticflickr.com/1/1024.jpg"
    );
    assert_eq!(found.canonical, "https://www.flickr.com/photos/1@N00/105/");
    assert_eq!(found.author.as_deref(), Some("eve"));
    assert_eq!(found.recorded_on, None);
}

/// The Data API's client keeps to the guard, to the cap and to the time as well.
#[tokio::test(flavor = "multi_thread")]
async fn the_api_client_is_guarded_too() {
    let link = video("dQw4w9WgXcQ");
    let now: Timestamp = "2026-11-23T12:00:00Z".parse().unwrap();
    let endless = || async {
        let piece = bytes::Bytes::from(vec![b' '; 1 << 16]);
        let pieces = (0..160_000).map(move |_| Ok::<_, std::io::Error>(piece.clone()));
        axum::body::Body::from_stream(futures::stream::iter(pieces)).into_response()
    };
    let address = support::serve(Router::new().fallback(endless)).await;
    assert_eq!(outcome(&ask(address, true, &link).await), "too-large");

    let silent = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let mut slow = providers(silent.local_addr().unwrap(), true);
    slow.fetch = Fetcher::new(Rules {
        allow: vec!["127.0.0.1".parse().unwrap()],
        timeout: std::time::Duration::from_millis(300),
        ..Rules::default()
    })
    .unwrap();
    assert_eq!(outcome(&resolve(&slow, &link, now).await), "timeout again");

    // Nothing allowed: the same address is refused, and nobody comes.
    let closed = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = closed.local_addr().unwrap().port();
    for host in ["127.0.0.1", "localhost"] {
        let mut strict = providers(closed.local_addr().unwrap(), true);
        strict.fetch = Fetcher::new(Rules::default()).unwrap();
        strict.youtube.api = format!("http://{host}:{port}/").parse().unwrap();
        let got = resolve(&strict, &link, now).await;
        assert_eq!(outcome(&got), "address-refused", "{host} {got:?}");
    }
    let none = std::time::Duration::from_millis(50);
    assert!(tokio::time::timeout(none, closed.accept()).await.is_err());
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

/// The HTTP status of each body, as the index has it.
fn statuses() -> BTreeMap<String, u16> {
    let index = support::corpus("providers/index.tsv").unwrap();
    std::fs::read_to_string(index)
        .unwrap()
        .lines()
        .filter_map(|line| {
            let mut columns = line.split('\t');
            Some((
                columns.next()?.to_owned(),
                columns.next()?.trim().parse().ok()?,
            ))
        })
        .collect()
}
