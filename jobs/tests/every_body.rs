//! Every stored reply of a provider, served over HTTP to the real clients: what each comes to, as snapshots.
//!
//! `ASKED_BY_NOBODY` lists those that no client of ours asks for, each with its reason; they are served all the same,
//! as the answer to the question next to them, for a provider may answer anything.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on ends there")]

mod support;

use axum::Router;
use axum::http::{StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use jobs::fetch::{Fetcher, Rules};
use jobs::link;
use jobs::provider::{self, Findings, Providers, Unmetered, flickr, journal, youtube};
use jobs::{Retry, StepError};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;
use std::sync::Arc;

/// Front of a file's name, and why no client of ours asks for it.
const ASKED_BY_NOBODY: &[(&str, &str)] = &[
    (
        "youtube/api/search.list",
        "search has a small quota of its own and is not used",
    ),
    (
        "youtube/api/videoCategories.list",
        "a video's category is of no use to us",
    ),
    ("youtube/feeds/README.txt", "a note, and no reply"),
    ("flickr/feeds/README.txt", "a note, and no reply"),
    (
        "flickr/licences.tsv",
        "a table, and no reply: jobs::licence holds it",
    ),
    (
        "flickr/redirects.tsv",
        "a table of chains: each is followed in `short_links_lead_on`",
    ),
    ("flickr/errors/codes.tsv", "a table, and no reply"),
    (
        "flickr/rest/photos.licenses.getInfo",
        "the licences are known by their numbers",
    ),
    (
        "flickr/rest/photos.getAllContexts",
        "which albums hold a photo is of no use to us",
    ),
    (
        "flickr/rest/people.getInfo",
        "a person's name stands in each list",
    ),
    ("oai/generic/GetRecord", "records come by list"),
    ("oai/ojs/GetRecord", "records come by list"),
    ("oai/generic/ListIdentifiers", "records come by list"),
    (
        "oai/generic/ListMetadataFormats",
        "every archive has oai_dc",
    ),
    ("oai/ojs/ListMetadataFormats", "every archive has oai_dc"),
    (
        "oai/generic/ListSets",
        "the set stands in the address that was sent",
    ),
    (
        "oai/ojs/ListSets",
        "the set stands in the address that was sent",
    ),
    (
        "oai/ojs/oai_dc.ojs-unit-test.xml",
        "the inside of a record, not an answer",
    ),
    (
        "oai/ojs/record.ojs2.2010.recorded.xml",
        "the inside of an answer, not an answer",
    ),
];

type Answer = (u16, &'static str, Vec<u8>);

/// Clients that ask one server of ours, by key or without.
async fn clients(key: bool, answer: impl Fn(&Uri) -> Answer + Send + Sync + 'static) -> Providers {
    let answer = Arc::new(answer);
    let router = Router::new().fallback(move |uri: Uri| {
        let (status, kind, body) = answer(&uri);
        async move {
            let status = StatusCode::from_u16(status).unwrap();
            (status, [(header::CONTENT_TYPE, kind)], body).into_response() as Response
        }
    });
    let server = support::serve(router).await;
    let here: url::Url = format!("http://{server}/").parse().unwrap();
    let key = key.then(|| "sekret-key".to_owned());
    let rules = Rules {
        allow: vec![server.to_string().parse().unwrap()],
        replay: Some(here.clone()),
        ..Rules::default()
    };
    Providers {
        fetch: Fetcher::new(rules).unwrap(),
        youtube: youtube::Settings {
            api: here.clone(),
            oembed: here.join("oembed").unwrap(),
            key: key.clone(),
        },
        flickr: flickr::Settings {
            api: here.join("services/rest/").unwrap(),
            oembed: here.join("services/oembed/").unwrap(),
            key,
        },
        meter: Arc::new(Unmetered),
    }
}

async fn ask(providers: &Providers, address: &str) -> String {
    let now: Timestamp = "2026-11-23T12:00:00Z".parse().unwrap();
    let link = link::parse(address).unwrap();
    outcome(&provider::resolve(providers, &link, now).await)
}

fn outcome(got: &Result<Findings, StepError>) -> String {
    match got {
        Ok(Findings::One(found)) => {
            let title = found.title.as_deref().unwrap_or("-").chars().take(30);
            let seconds = found
                .duration_s
                .map_or(String::new(), |s| format!(" {s} s"));
            let licence = found.licence.map_or("", |licence| licence.as_str());
            format!(
                "{} “{}”{seconds} {licence}",
                found.kind,
                title.collect::<String>()
            )
            .trim_end()
            .to_owned()
        }
        Ok(Findings::Many(many)) => {
            let kinds: BTreeSet<&str> = many
                .items
                .iter()
                .map(|one| one.found.kind.as_str())
                .collect();
            let kinds: Vec<&str> = kinds.into_iter().collect();
            let skipped = match many.skipped.as_slice() {
                [] => String::new(),
                some => format!(", {} skipped: {}", some.len(), some.join("; ")),
            };
            format!(
                "{} “{}”: {} {}{skipped}",
                many.source.provider,
                many.source.title,
                many.items.len(),
                kinds.join(", ")
            )
        }
        Err(error) => {
            assert!(
                !error.detail.contains("sekret"),
                "a key in a message: {error}"
            );
            let again = match error.retry {
                Retry::Never => "",
                Retry::BackOff => ", again later",
                Retry::After(_) => ", again at a known time",
            };
            format!("{}{again}", error.code.as_str())
        }
    }
}

/// The files below a folder, each with its path as the index has it.
fn files(folder: &str) -> Option<Vec<(String, Vec<u8>)>> {
    let root = support::corpus("providers")?;
    let mut files = Vec::new();
    walk(&root.join(folder), &mut files);
    let named = files.into_iter().map(|path| {
        let name = path
            .strip_prefix(&root)
            .unwrap()
            .to_string_lossy()
            .into_owned();
        (name, std::fs::read(path).unwrap())
    });
    let mut named: Vec<_> = named.collect();
    named.sort();
    Some(named)
}

fn walk(folder: &Path, files: &mut Vec<std::path::PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => walk(&path, files),
            false => files.push(path),
        }
    }
}

/// The HTTP status of each file, as the index has it.
fn statuses() -> BTreeMap<String, u16> {
    let index = std::fs::read_to_string(support::corpus("providers/index.tsv").unwrap()).unwrap();
    let rows = index.lines().skip(1).map(|line| {
        let mut columns = line.split('\t');
        let name = columns.next().unwrap().to_owned();
        (name, columns.next().unwrap().trim().parse().unwrap_or(200))
    });
    rows.collect()
}

fn kind(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("json") => "application/json; charset=UTF-8",
        Some("html") => "text/html; charset=utf-8",
        Some("xml") => "text/xml; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        _ => "text/plain; charset=utf-8",
    }
}

fn why_not(name: &str) -> Option<&'static str> {
    let mut known = ASKED_BY_NOBODY.iter();
    known
        .find(|(front, _)| name.starts_with(front))
        .map(|(_, why)| *why)
}

fn ids(body: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(body);
    let list: Value =
        serde_json::from_str(text.trim_start_matches('\u{feff}')).unwrap_or(Value::Null);
    let items = list["items"].as_array().into_iter().flatten();
    items
        .filter_map(|item| Some(item["id"].as_str()?.to_owned()))
        .collect()
}

fn line(page: &mut String, name: &str, asked: &str, came: &str) {
    let nobody = why_not(name).map_or(String::new(), |why| format!(" [{why}]"));
    writeln!(page, "{name}{nobody}\n    {asked}: {came}").unwrap();
}

#[test]
fn every_file_is_served_somewhere() {
    let Some(all) = files("") else { return };
    let folders = ["youtube/", "flickr/", "oai/", "ojs-webfeed/"];
    let bodies = all
        .iter()
        .filter(|(name, _)| folders.iter().any(|front| name.starts_with(front)));
    let statuses = statuses();
    let mut count = 0;
    for (name, _) in bodies {
        assert!(statuses.contains_key(name), "{name} is not in the index");
        count += 1;
    }
    assert_eq!(count, 199, "as many as the README counts");
    for (front, _) in ASKED_BY_NOBODY {
        assert!(
            all.iter().any(|(name, _)| name.starts_with(front)),
            "{front} is not there"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn youtube_api() {
    let Some(files) = files("youtube/api") else {
        return;
    };
    let (statuses, mut page) = (statuses(), String::new());
    let all: Arc<BTreeMap<String, Vec<u8>>> = Arc::new(files.iter().cloned().collect());
    for (name, body) in &files {
        let (status, kind, short) = (
            statuses[name],
            kind(name),
            name["youtube/api/".len()..].to_owned(),
        );
        let (own, known, next) = (body.clone(), all.clone(), short.clone());
        // The file answers the question that it is named for; the questions beside it get the files next to it.
        let answer = move |uri: &Uri| -> Answer {
            let (path, query) = (uri.path(), uri.query().unwrap_or_default());
            let list = path.rsplit('/').next().unwrap_or_default();
            let is_own = next.starts_with(&format!("{list}.list"))
                || next.starts_with("error.")
                || why_not(&format!("youtube/api/{next}")).is_some();
            let ok = "application/json";
            let empty = br#"{"kind":"youtube#playlistItemListResponse","items":[]}"#.to_vec();
            if query.contains("pageToken=") {
                let following =
                    known.get(&format!("youtube/api/{}", next.replace("page1", "page2")));
                return (
                    200,
                    ok,
                    following
                        .filter(|_| next.contains("page1"))
                        .cloned()
                        .unwrap_or(empty),
                );
            }
            match list {
                "oembed" => (404, "text/plain", b"Not Found".to_vec()),
                _ if is_own => (status, kind, own.clone()),
                "playlistItems" => (
                    200,
                    ok,
                    known["youtube/api/playlistItems.list.single.recorded.json"].clone(),
                ),
                "playlists" => {
                    let id = query
                        .split('&')
                        .find_map(|pair| pair.strip_prefix("id="))
                        .unwrap_or_default();
                    let list = format!(
                        r#"{{"kind":"youtube#playlistListResponse","items":[{{"id":"{id}","snippet":{{"title":"A list"}}}}]}}"#
                    );
                    (200, ok, list.into_bytes())
                }
                _ => (404, ok, Vec::new()),
            }
        };
        let providers = clients(true, answer).await;
        let questions: Vec<String> = match short.split('.').next().unwrap() {
            "playlistItems" => {
                vec!["https://www.youtube.com/playlist?list=PL46F0A159EC02DF82".into()]
            }
            "playlists" => ids(body)
                .iter()
                .map(|id| format!("https://www.youtube.com/playlist?list={id}"))
                .collect(),
            "channels" => {
                let mut ids = ids(body);
                ids.push("UCabcdefghijklmnopqrstuv".into());
                ids.iter()
                    .map(|id| format!("https://www.youtube.com/channel/{id}"))
                    .collect()
            }
            "error" => vec![
                "https://www.youtube.com/watch?v=dQw4w9WgXcQ".into(),
                "https://www.youtube.com/playlist?list=PL46F0A159EC02DF82".into(),
            ],
            _ => {
                let mut ids = ids(body);
                ids.push("notInTheLis".into());
                ids.iter()
                    .map(|id| format!("https://www.youtube.com/watch?v={id}"))
                    .collect()
            }
        };
        for question in questions
            .iter()
            .filter(|question| link::parse(question).is_ok())
        {
            line(&mut page, name, question, &ask(&providers, question).await);
        }
    }
    insta::assert_snapshot!(page);
}

#[tokio::test(flavor = "multi_thread")]
async fn youtube_without_a_key() {
    let (Some(oembed), Some(feeds)) = (files("youtube/oembed"), files("youtube/feeds")) else {
        return;
    };
    let (statuses, mut page) = (statuses(), String::new());
    for (name, body) in oembed.into_iter().chain(feeds) {
        let (status, kind, own) = (statuses[&name], kind(&name), body.clone());
        let providers = clients(false, move |_| (status, kind, own.clone())).await;
        let question = match name.as_str() {
            name if name.starts_with("youtube/oembed") => {
                "https://www.youtube.com/watch?v=dQw4w9WgXcQ"
            }
            name if name.contains("playlist") => {
                "https://www.youtube.com/playlist?list=PL46F0A159EC02DF82"
            }
            _ => "https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv",
        };
        line(&mut page, &name, question, &ask(&providers, question).await);
    }
    insta::assert_snapshot!(page);
}

#[tokio::test(flavor = "multi_thread")]
async fn flickr_rest() {
    let (Some(rest), Some(errors)) = (files("flickr/rest"), files("flickr/errors")) else {
        return;
    };
    let (statuses, mut page) = (statuses(), String::new());
    let all: Arc<BTreeMap<String, Vec<u8>>> = Arc::new(rest.iter().cloned().collect());
    for (name, body) in rest.iter().chain(&errors) {
        let (status, kind, own, known) = (statuses[name], kind(name), body.clone(), all.clone());
        let is_sizes = name.contains("getSizes.") && !name.contains("errors/");
        let beside = name.clone();
        let answer = move |uri: &Uri| -> Answer {
            let asks_sizes = uri.query().unwrap_or_default().contains("getSizes");
            if is_sizes && !asks_sizes {
                let info = beside
                    .replace("getSizes", "getInfo")
                    .replace("recorded.xml", "converted.json");
                return (200, "application/json", known[&info].clone());
            }
            if !is_sizes && asks_sizes {
                let sizes = known.get(&beside.replace("getInfo", "getSizes"));
                let none = br#"{"sizes":{"size":[]},"stat":"ok"}"#.to_vec();
                return (200, "application/json", sizes.cloned().unwrap_or(none));
            }
            (status, kind, own.clone())
        };
        let providers = clients(true, answer).await;
        let question = match name.as_str() {
            name if name.contains("photosets.") => {
                "https://www.flickr.com/photos/60950751@N04/albums/72157688725486731"
            }
            name if name.contains("rest/people.getPublic") => {
                "https://www.flickr.com/services/feeds/photos_public.gne?id=34427469121@N01"
            }
            name if name.contains("urls.lookupUser") || name.contains("people.getInfo") => {
                "https://www.flickr.com/photos/somebody/"
            }
            _ => "https://www.flickr.com/photos/somebody/105/",
        };
        line(&mut page, name, question, &ask(&providers, question).await);
    }
    insta::assert_snapshot!(page);
}

#[tokio::test(flavor = "multi_thread")]
async fn flickr_oembed() {
    let Some(oembed) = files("flickr/oembed") else {
        return;
    };
    let (statuses, mut page) = (statuses(), String::new());
    for (name, body) in oembed {
        let (status, kind, own) = (statuses[&name], kind(&name), body.clone());
        let providers = clients(false, move |_| (status, kind, own.clone())).await;
        let question = "https://www.flickr.com/photos/somebody/105/";
        line(&mut page, &name, question, &ask(&providers, question).await);
    }
    insta::assert_snapshot!(page);
}

/// Each chain of `redirects.tsv`, hop by hop, from where it begins.
#[tokio::test(flavor = "multi_thread")]
async fn short_links_lead_on() {
    let Some(table) = support::corpus("providers/flickr/redirects.tsv") else {
        return;
    };
    let table = std::fs::read_to_string(table).unwrap();
    let hops: BTreeMap<String, (u16, String)> = table
        .lines()
        .skip(1)
        .map(|line| {
            let columns: Vec<&str> = line.split('\t').collect();
            let place = columns.get(2).copied().unwrap_or_default();
            (
                columns[0].to_owned(),
                (columns[1].parse().unwrap(), place.to_owned()),
            )
        })
        .collect();
    let known = Arc::new(hops.clone());
    let router = Router::new().fallback(move |uri: Uri| {
        let asked = uri.to_string();
        let hop = asked
            .strip_prefix("/web/")
            .and_then(|rest| known.get(&format!("https://{rest}")))
            .cloned();
        async move {
            match hop {
                Some((status, place)) if !place.is_empty() => (
                    StatusCode::from_u16(status).unwrap(),
                    [(header::LOCATION, place)],
                )
                    .into_response(),
                Some((status, _)) => StatusCode::from_u16(status).unwrap().into_response(),
                // What the album, person or gallery holds.
                None => (StatusCode::NOT_FOUND, "Not Found").into_response(),
            }
        }
    });
    let server = support::serve(router).await;
    let here: url::Url = format!("http://{server}/").parse().unwrap();
    let mut providers = clients(false, |_| (404, "text/plain", Vec::new())).await;
    providers.fetch = Fetcher::new(Rules {
        allow: vec![server.to_string().parse().unwrap()],
        replay: Some(here),
        ..Rules::default()
    })
    .unwrap();
    let mut page = String::new();
    for address in hops
        .keys()
        .filter(|address| address.contains("flic.kr/") || address.contains("/gp/"))
    {
        let came = match link::parse(address) {
            Ok(link::Link::Flickr(short)) => match flickr::long(&providers, &short).await {
                Ok(Some(long)) => long.canonical(),
                Ok(None) => "no short link".to_owned(),
                Err(error) => error.code.as_str().to_owned(),
            },
            Ok(_) => "another provider's".to_owned(),
            Err(refusal) => refusal.code.as_str().to_owned(),
        };
        writeln!(page, "{address}: {came}").unwrap();
    }
    insta::assert_snapshot!(page);
}

#[tokio::test(flavor = "multi_thread")]
async fn archives_and_web_feeds() {
    let (Some(oai), Some(feeds)) = (files("oai"), files("ojs-webfeed")) else {
        return;
    };
    let mut page = String::new();
    let all: Arc<BTreeMap<String, Vec<u8>>> = Arc::new(oai.iter().cloned().collect());
    for (name, body) in &oai {
        let (own, known, beside) = (body.clone(), all.clone(), name.clone());
        let answer = move |uri: &Uri| -> Answer {
            let query = uri.query().unwrap_or_default();
            let xml = "text/xml; charset=utf-8";
            let said = |name: &str| (200, xml, known[name].clone());
            // A recorded chain goes on as it was recorded; any other list ends at its second page.
            match query {
                query if query.contains("verb=Identify") && beside.contains("/Identify") => {
                    (200, xml, own.clone())
                }
                query if query.contains("verb=Identify") => said("oai/ojs/Identify.assembled.xml"),
                query if query.contains("verb=ListRecords") && beside.contains("/Identify") => {
                    said("oai/ojs/ListRecords.page2.assembled.xml")
                }
                query
                    if query.contains("resumptionToken=")
                        && beside == "oai/generic/ListRecords.xml" =>
                {
                    said("oai/generic/ListRecords4.xml")
                }
                query if query.contains("resumptionToken=") => {
                    said("oai/ojs/ListRecords.page2.assembled.xml")
                }
                _ => (200, xml, own.clone()),
            }
        };
        let providers = clients(false, answer).await;
        let question =
            "https://journal.example/index.php/tpp/oai?verb=ListRecords&metadataPrefix=oai_dc";
        let mut came = ask(&providers, question).await;
        if why_not(name).is_some() {
            came = match journal::read(&String::from_utf8_lossy(body)) {
                Ok(read) => format!(
                    "{came}; read: {} records, error {:?}",
                    read.records.len(),
                    read.error
                ),
                Err(error) => format!("{came}; read: {}", error.code.as_str()),
            };
        }
        line(&mut page, name, question, &came);
    }
    for (name, body) in feeds {
        let own = body.clone();
        let providers = clients(false, move |_| {
            (200, "text/xml; charset=utf-8", own.clone())
        })
        .await;
        let question = "https://journal.example/index.php/tpp/gateway/plugin/WebFeedGatewayPlugin";
        line(&mut page, &name, question, &ask(&providers, question).await);
    }
    insta::assert_snapshot!(page);
}
