//! The stand-in speaks the documented shapes, and the real client code reads each as meant.

use super::*;
use jobs::fetch::{Fetcher, Hosts, Reply, Rules};
use jobs::provider::{self, Found, Providers};
use jobs::{Code, Retry, StepError};
use serde_json::Value;
use std::collections::HashSet;
use std::time::Duration;

fn client(replay: &Replay) -> Fetcher {
    let rules = Rules {
        allow: vec![replay.address.to_string().parse().unwrap()],
        timeout: Duration::from_secs(3),
        ..Rules::default()
    };
    Fetcher::new(rules).unwrap()
}

async fn get(replay: &Replay, path: &str) -> Reply {
    let url = replay.url().join(path).unwrap();
    let got = client(replay).get(&url, &Hosts::of(&url), 10 << 20).await;
    got.unwrap()
}

async fn json_of(replay: &Replay, path: &str) -> Value {
    let reply = get(replay, path).await;
    serde_json::from_slice(&reply.body).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Asks as the service does: with keys the APIs, without them oEmbed.
async fn resolve(replay: &Replay, keys: bool, text: &str) -> Result<Found, StepError> {
    let at = |path: &str| replay.url().join(path).unwrap();
    let key = keys.then(|| "replay-key".to_owned());
    let providers = Providers {
        fetch: client(replay),
        youtube: provider::youtube::Settings {
            api: at("youtube/"),
            oembed: at("youtube/oembed"),
            key: key.clone(),
        },
        flickr: provider::flickr::Settings {
            api: at("flickr/rest/"),
            oembed: at("flickr/oembed/"),
            key,
        },
        meter: std::sync::Arc::new(provider::Unmetered),
    };
    let now = "2026-11-15T12:00:00Z".parse().unwrap();
    provider::resolve(&providers, &link::parse(text).unwrap(), now)
        .await?
        .one()
}

const VIDEOS: &str = "youtube/youtube/v3/videos?key=k";

#[tokio::test]
async fn the_data_api_answers_as_documented() {
    let replay = start().await.unwrap();
    let parts = "part=snippet&part=contentDetails&part=status&part=recordingDetails";
    let ids = "id=pugIbadan01&id=pugGone0001&id=pugPune0001,pugGoodVid1";
    let list = json_of(&replay, &format!("{VIDEOS}&{parts}&{ids}")).await;
    assert_eq!(list["kind"], "youtube#videoListResponse");
    assert_eq!(list["pageInfo"]["totalResults"], 3);
    let items = list["items"].as_array().unwrap();
    let known: Vec<&str> = items
        .iter()
        .filter_map(|item| item["id"].as_str())
        .collect();
    assert_eq!(known, ["pugIbadan01", "pugPune0001", "pugGoodVid1"]);
    for field in [
        "/kind",
        "/etag",
        "/snippet/title",
        "/snippet/channelTitle",
        "/snippet/publishedAt",
        "/snippet/defaultAudioLanguage",
        "/snippet/thumbnails/maxres/url",
        "/contentDetails/duration",
        "/status/privacyStatus",
        "/recordingDetails/recordingDate",
    ] {
        assert!(
            items[0].pointer(field).is_some_and(Value::is_string),
            "{field}"
        );
    }
    let bare = json_of(&replay, &format!("{VIDEOS}&part=status&id=pugGoodVid1")).await;
    assert!(bare["items"][0]["status"].is_object() && bare["items"][0]["snippet"].is_null());

    for unknown in ["youtu", "70000000061", "pugGoneVid1", "aaaaaaaaaaa"] {
        let list = json_of(&replay, &format!("{VIDEOS}&part=status&id={unknown}")).await;
        assert_eq!(list["items"], serde_json::json!([]), "{unknown}");
    }
    for (query, status, pointer, reason) in [
        (
            "key=bad-key&id=pugGoodVid1",
            400,
            "/error/details/0/reason",
            "API_KEY_INVALID",
        ),
        (
            "key=quota-key&id=pugGoodVid1",
            403,
            "/error/errors/0/reason",
            "quotaExceeded",
        ),
        ("id=pugGoodVid1", 403, "/error/errors/0/reason", "forbidden"),
        (
            "key=k",
            400,
            "/error/errors/0/reason",
            "missingRequiredParameter",
        ),
    ] {
        let reply = get(&replay, &format!("youtube/youtube/v3/videos?{query}")).await;
        let body: Value = serde_json::from_slice(&reply.body).unwrap();
        assert_eq!(
            (reply.status, body.pointer(pointer)),
            (status, Some(&reason.into())),
            "{query}"
        );
    }
}

#[tokio::test]
async fn oembed_and_flickr_answer_as_documented() {
    let replay = start().await.unwrap();
    let page = "https%3A%2F%2Fwww.youtube.com%2Fwatch%3Fv%3DpugIbadan01";
    let video = json_of(&replay, &format!("youtube/oembed?format=json&url={page}")).await;
    assert!(video["thumbnail_url"].is_string() && video["height"].is_u64());
    for (path, status, body) in [
        ("youtube/oembed?url=nonsense", 400, "Bad Request"),
        (
            "youtube/oembed?url=https://youtu.be/aaaaaaaaaaa",
            404,
            "Not Found",
        ),
        (
            "youtube/oembed?url=https://youtu.be/pugPrivate1",
            403,
            "Forbidden",
        ),
        (
            "flickr/oembed/?url=https://www.flickr.com/photo.gne?id=1",
            404,
            "Not Found",
        ),
    ] {
        let reply = get(&replay, path).await;
        assert_eq!(
            (reply.status, &*reply.body),
            (status, body.as_bytes()),
            "{path}"
        );
    }

    let rest = |key: &str, method: &str, id: &str| {
        format!("flickr/rest/?api_key={key}&method=flickr.photos.{method}&photo_id={id}")
    };
    let info = json_of(&replay, &rest("k", "getInfo", "70000000061")).await;
    assert_eq!(
        (&info["stat"], &info["photo"]["id"]),
        (&"ok".into(), &"70000000061".into())
    );
    for field in ["title", "description"] {
        assert!(info["photo"][field]["_content"].is_string(), "{field}");
    }
    let sizes = json_of(&replay, &rest("k", "getSizes", "70000000061")).await;
    assert_eq!(sizes["sizes"]["size"][2]["width"], 1280);
    for (path, code) in [
        (rest("k", "getInfo", "0"), 1),
        (rest("k", "getInfo", ""), 1),
        (rest("bad-key", "getInfo", "70000000061"), 100),
        (rest("", "getInfo", "70000000061"), 100),
        (rest("k", "getNothing", "70000000061"), 112),
    ] {
        let reply = json_of(&replay, &path).await;
        assert_eq!(
            (&reply["stat"], &reply["code"]),
            (&"fail".into(), &code.into()),
            "{path}"
        );
    }
    let asked = replay.asked();
    assert!(
        asked
            .iter()
            .any(|line| line == "/flickr/rest/?method=flickr.photos.getInfo&photo_id=0"),
        "{asked:?}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn every_sample_is_known_unless_it_is_meant_to_be_gone() {
    let replay = start().await.unwrap();
    let (mut pictures, mut hidden) = (HashSet::new(), HashSet::new());
    for sample in samples() {
        // What sites under .example hold has a test of its own.
        for text in sample
            .links
            .iter()
            .filter(|text| !text.contains(".example"))
        {
            for keys in [true, false] {
                match resolve(&replay, keys, text).await {
                    Ok(found) => {
                        assert!(!sample.hidden && found.title.is_some(), "{text}");
                        pictures.extend(found.picture.map(|picture| picture.url));
                    }
                    Err(error) => {
                        assert!(sample.hidden, "{text}: {error}");
                        hidden.insert(error.code.as_str());
                    }
                }
            }
        }
    }
    assert!(pictures.len() >= 20, "{}", pictures.len());
    assert_eq!(hidden, HashSet::from(["gone", "private"]));
    for url in pictures {
        let name = url.rsplit('/').next().unwrap();
        assert!(picture::parse(name).is_some(), "{url}");
    }
}

#[tokio::test]
async fn pictures_are_jpegs_of_the_size_they_say() {
    let replay = start().await.unwrap();
    for (width, height) in [(320, 180), (480, 360), (300, 400)] {
        let path = format!("img/pugIbadan01-{width}x{height}.jpg");
        let (first, second) = (get(&replay, &path).await, get(&replay, &path).await);
        let picture = image::load_from_memory(&first.body).unwrap();
        assert_eq!((picture.width(), picture.height()), (width, height));
        assert_eq!(first.body, second.body);
    }
    assert_eq!(get(&replay, "img/pugIbadan01-9999x9.jpg").await.status, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_each_odd_photo_comes_to() {
    let replay = start().await.unwrap();
    let mut judged = 0;
    for (id, says) in ODD_PHOTOS {
        let (api, oembed) = match *id {
            "70000000901" => (Some(Code::Gone), Some(Code::Gone)),
            "70000000902" => (Some(Code::Private), Some(Code::Gone)),
            "70000000903" => (Some(Code::ProviderBusy), None),
            "70000000904" | "70000000905" => (Some(Code::ProviderReply), Some(Code::ProviderReply)),
            "70000000906" | "70000000910" | "70000000911" => {
                (Some(Code::ProviderBusy), Some(Code::ProviderBusy))
            }
            "70000000907" => (Some(Code::TooLarge), Some(Code::TooLarge)),
            "70000000908" | "70000000909" => {
                (Some(Code::AddressRefused), Some(Code::AddressRefused))
            }
            "70000000912" => (Some(Code::Timeout), Some(Code::Timeout)),
            "70000000913" | "70000000914" | "70000000915" | "70000000916" => (None, None),
            other => panic!("no expectation for {other}"),
        };
        let page = format!("https://www.flickr.com/photos/sample/{id}/");
        for (keys, wanted) in [(true, api), (false, oembed)] {
            let fresh = start().await.unwrap();
            let got = resolve(&fresh, keys, &page).await;
            let code = got.as_ref().err().map(|error| error.code);
            assert_eq!(code, wanted, "{id}: {says}");
            match *id {
                "70000000910" => {
                    assert_eq!(got.unwrap_err().retry, Retry::After(Duration::from_secs(1)))
                }
                "70000000916" => assert!(got.unwrap().picture.is_none(), "{id}: {says}"),
                _ => {}
            }
        }
        judged += 1;
    }
    assert_eq!(judged, ODD_PHOTOS.len());
    // Those that come right do so at the third asking.
    for id in ["70000000903", "70000000910", "70000000911"] {
        let page = format!("https://www.flickr.com/photos/sample/{id}/");
        for well in [false, false, true] {
            assert_eq!(resolve(&replay, true, &page).await.is_ok(), well, "{id}");
        }
    }
}

#[tokio::test]
async fn it_ends_when_dropped() {
    let replay = start().await.unwrap();
    let (address, client) = (replay.address, client(&replay));
    let url = replay.url().join("img/none").unwrap();
    drop(replay);
    let gone = async {
        while tokio::net::TcpStream::connect(address).await.is_ok() {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(Duration::from_secs(5), gone)
        .await
        .unwrap();
    let refused = client.get(&url, &Hosts::of(&url), 1).await;
    assert_eq!(refused.unwrap_err().code, Code::Unreachable);
}
