//! Archives, pages and feeds of a local server, through the real client: what each link turns out to be.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on ends there")]

mod support;

use axum::Router;
use axum::http::{StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use jobs::fetch::{Fetcher, Hosts, Rules};
use jobs::link;
use jobs::provider::{self, Findings, Providers, flickr, youtube};
use jobs::{Code, Retry, StepError};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

type Answer = (u16, &'static str, Vec<u8>);

/// What a server of `talk.example` answers to a path with its query, and how often it was asked.
async fn resolve(
    address: &str,
    answer: impl Fn(&str) -> Answer + Send + Sync + 'static,
) -> (Result<Findings, StepError>, usize) {
    resolve_within(Rules::default().patience, address, answer).await
}

/// The same, with so much time for all of it.
async fn resolve_within(
    patience: Duration,
    address: &str,
    answer: impl Fn(&str) -> Answer + Send + Sync + 'static,
) -> (Result<Findings, StepError>, usize) {
    let asked = Arc::new(AtomicUsize::new(0));
    let (count, answer) = (asked.clone(), Arc::new(answer));
    let router = Router::new().fallback(move |uri: Uri| {
        count.fetch_add(1, Ordering::SeqCst);
        let path = uri.path_and_query().map_or("", |path| path.as_str());
        let path = path.strip_prefix("/web/talk.example").unwrap_or(path);
        let (status, kind, body) = answer(path);
        async move {
            (
                StatusCode::from_u16(status).unwrap(),
                [(header::CONTENT_TYPE, kind)],
                body,
            )
                .into_response() as Response
        }
    });
    let server = support::serve(router).await;
    let here: url::Url = format!("http://{server}/").parse().unwrap();
    let rules = Rules {
        allow: vec![server.to_string().parse().unwrap()],
        replay: Some(here.clone()),
        patience,
        ..Rules::default()
    };
    let providers = Providers {
        fetch: Fetcher::new(rules).unwrap(),
        youtube: youtube::Settings {
            api: here.clone(),
            oembed: here.clone(),
            key: None,
        },
        flickr: flickr::Settings {
            api: here.clone(),
            oembed: here,
            key: None,
        },
        meter: std::sync::Arc::new(provider::Unmetered),
    };
    let link = link::parse(address).unwrap();
    let found = provider::resolve(&providers, &link, Timestamp::UNIX_EPOCH).await;
    (found, asked.load(Ordering::SeqCst))
}

/// `many podcast 3 of …`, `one article …`, or the code and whether it is tried again.
fn outcome(found: &Result<Findings, StepError>) -> String {
    match found {
        Ok(Findings::One(found)) => format!("one {}", found.kind),
        Ok(Findings::Many(many)) => {
            format!(
                "many {} {} skipped {}",
                many.source.provider,
                many.items.len(),
                many.skipped.len()
            )
        }
        Err(error) => {
            let again = if error.retry == Retry::Never {
                ""
            } else {
                " again"
            };
            format!("{}{again}", error.code.as_str())
        }
    }
}

fn archive(record: &str) -> Vec<u8> {
    format!("<OAI-PMH xmlns=\"http://www.openarchives.org/OAI/2.0/\">{record}</OAI-PMH>")
        .into_bytes()
}

fn record(number: usize) -> String {
    format!(
        "<record><header><identifier>oai:{number}</identifier></header><metadata>\
        <dc xmlns=\"http://purl.org/dc/elements/1.1/\"><title>Article {number}</title>\
        <identifier>https://talk.example/article/{number}</identifier></dc></metadata></record>"
    )
}

fn page(number: usize, token: &str) -> Answer {
    let list = format!(
        "<ListRecords>{}<resumptionToken>{token}</resumptionToken></ListRecords>",
        record(number)
    );
    (200, "text/xml", archive(&list))
}

const NAME: &str = "<Identify><repositoryName>A journal</repositoryName></Identify>";

#[tokio::test]
async fn what_is_no_feed_is_said_to_be_none() {
    for (status, kind, body, wanted) in [
        (200, "text/xml", "", "link-unknown-site"),
        (
            200,
            "application/rss+xml",
            "<!doctype html><p>not here",
            "link-unknown-site",
        ),
        (200, "text/xml", "\u{89}PNG", "link-unknown-site"),
        (200, "image/png", "\u{89}PNG", "link-unknown-site"),
        (
            200,
            "text/xml",
            "<rss version='2.0'><channel><title>T</title></channel></rss>",
            "link-unknown-site",
        ),
        (
            200,
            "text/xml",
            "<rss><channel><item></item></channel></rss>",
            "link-unknown-site",
        ),
        (
            200,
            "application/json",
            "{\"items\": []}",
            "link-unknown-site",
        ),
        (404, "text/html", "no", "gone"),
        (410, "text/html", "no", "gone"),
        (403, "text/html", "no", "private"),
        (503, "text/html", "later", "provider-busy again"),
    ] {
        let (found, _) = resolve("https://talk.example/feed", move |_| {
            (status, kind, body.into())
        })
        .await;
        assert_eq!(outcome(&found), wanted, "{status} {kind} {body}");
    }
}

#[tokio::test]
async fn a_feed_in_which_nothing_is_heard_is_a_blog() {
    let feed = "<rss version='2.0'><channel><title>B</title><item><title>An evening</title><link>/1</link></item>\
        <item><title>Another</title><link>/2</link></item></channel></rss>";
    let (found, _) = resolve("https://talk.example/feed", move |_| {
        (200, "application/rss+xml", feed.into())
    })
    .await;
    assert_eq!(outcome(&found), "many blog 2 skipped 0");
    let Ok(Findings::Many(many)) = found else {
        panic!()
    };
    assert!(many.items.iter().all(|one| one.found.kind == "article"));
    let heard = feed.replace(
        "</item></channel>",
        "<enclosure url='/a.mp3' type='audio/mpeg'/></item></channel>",
    );
    let (found, _) = resolve("https://talk.example/feed", move |_| {
        (200, "application/rss+xml", heard.clone().into())
    })
    .await;
    assert_eq!(outcome(&found), "many podcast 1 skipped 1");
}

#[tokio::test]
async fn a_page_of_a_feed_is_the_item_alone() {
    let feed = "<rss version='2.0'><channel><title>T</title><link>https://talk.example/show</link>\
        <item><title>A</title><link>http://www.talk.example/a/</link><enclosure url='a.mp3' type='audio/mpeg'/></item>\
        <item><title>B</title><link>/b</link><enclosure url='b.mp3' type='audio/mpeg'/></item></channel></rss>";
    let head = "<!DOCTYPE html><head><link rel=alternate type=application/rss+xml href=/feed>";
    let said = format!("{head}<meta property=og:title content='About us'>");
    for (address, html, wanted) in [
        ("https://talk.example/a", head.to_owned(), "one audio"),
        (
            "https://talk.example/",
            head.to_owned(),
            "many podcast 2 skipped 0",
        ),
        (
            "https://talk.example/show/",
            said.clone(),
            "many podcast 2 skipped 0",
        ),
        ("https://talk.example/about", said.clone(), "one page"),
        (
            "https://talk.example/about",
            head.to_owned(),
            "many podcast 2 skipped 0",
        ),
    ] {
        let (found, _) = resolve(address, move |path| match path {
            "/feed" => (200, "text/plain", feed.into()),
            _ => (200, "text/html", html.clone().into()),
        })
        .await;
        assert_eq!(outcome(&found), wanted, "{address}");
    }
}

#[tokio::test]
async fn what_a_page_says_of_itself() {
    let script = |json: &str| {
        format!("<!doctype html><title>x</title><SCRIPT type='application/ld+json'>{json}</script>")
    };
    let og = "<!doctype html><meta property=og:title content=' Rain &amp; shine '><meta property=og:image content=/a.jpg>";
    for (html, kind, title) in [
        (og.to_owned(), "page", "Rain & shine"),
        (
            script(r#"{"@type":"ScholarlyArticle","headline":"A","author":{"name":"Ada"}}"#),
            "page",
            "A",
        ),
        (
            script(
                r#"[{"@type":"Thing"},{"@graph":[{"@type":["VideoObject","x"],"name":"V","duration":"PT1M"}]}]"#,
            ),
            "page",
            "V",
        ),
        (
            script(
                r#"{"@type":"PodcastEpisode","name":"E","associatedMedia":{"contentUrl":"/e.mp3"}}"#,
            ),
            "audio",
            "E",
        ),
    ] {
        let asked = html.clone();
        let (found, _) = resolve("https://talk.example/one", move |_| {
            (200, "text/html", asked.clone().into())
        })
        .await;
        let Ok(Findings::One(found)) = found else {
            panic!("{html}: {found:?}")
        };
        assert_eq!(
            (found.kind.as_str(), found.title.as_deref()),
            (kind, Some(title)),
            "{html}"
        );
        assert_eq!(found.canonical, "https://talk.example/one");
    }
    let nothing = script("{\"@type\":\"WebSite\",\"name\":\"S\"}");
    for html in [
        nothing,
        script("{"),
        script(&"[".repeat(100_000)),
        "<!doctype html><title>T</title>".into(),
    ] {
        let (found, _) = resolve("https://talk.example/one", move |_| {
            (200, "text/html", html.clone().into())
        })
        .await;
        assert_eq!(outcome(&found), "link-unknown-site");
    }
}

#[tokio::test]
async fn files_that_play_by_what_they_are() {
    let of = |bytes: &[u8]| bytes.to_vec();
    for (path, body, wanted) in [
        ("talk.mp3", of(b"ID3\x04"), "one audio"),
        ("talk", of(b"\xff\xfb\x90"), "one audio"),
        ("talk.bin", of(b"OggS\0\x02"), "one audio"),
        ("talk.m4a", of(b"\0\0\0\x20ftypM4A "), "one audio"),
        ("talk.mp4", of(b"\0\0\0\x20ftypisom"), "one video"),
        ("talk.webm", of(b"\x1a\x45\xdf\xa3"), "one video"),
        ("talk.mp3", of(b"<!doctype html>"), "link-unknown-site"),
        ("talk.mp3", of(b""), "link-unknown-site"),
        (
            "talk",
            of(&[b"ID3".as_slice(), &vec![0; 9 << 20]].concat()),
            "one audio",
        ),
    ] {
        let address = format!("https://talk.example/{path}");
        let (found, _) = resolve(&address, move |_| (200, "text/html", body.clone())).await;
        assert_eq!(outcome(&found), wanted, "{path}");
        if let Ok(Findings::One(found)) = found {
            assert_eq!(found.enclosure.is_some(), found.kind == "audio");
        }
    }
}

#[tokio::test]
async fn a_sound_that_drips_is_left_in_time() {
    let router = Router::new().fallback(|| async {
        let drops = futures::stream::unfold((), |()| async {
            tokio::time::sleep(Duration::from_millis(100)).await;
            Some((Ok::<_, std::io::Error>("ID3"), ()))
        });
        axum::body::Body::from_stream(drops)
    });
    let server = support::serve(router).await;
    let rules = Rules {
        allow: vec![server.to_string().parse().unwrap()],
        replay: Some(format!("http://{server}/").parse().unwrap()),
        timeout: Duration::from_millis(500),
        ..Rules::default()
    };
    let fetch = Fetcher::new(rules).unwrap();
    let url = "https://talk.example/a.mp3".parse().unwrap();
    let mut opened = fetch.open(&url, &Hosts::Public, 0, None).await.unwrap();
    let error = opened.head(64 << 10).await.unwrap_err();
    assert_eq!(
        error.code,
        Code::Timeout,
        "each piece came in time, the whole does not"
    );
    drop(opened);
    // Its host's turn was given back.
    fetch.open(&url, &Hosts::Public, 0, None).await.unwrap();
}

#[tokio::test]
async fn a_page_leads_to_its_feed_once() {
    let feed = "<rss version='2.0'><channel><title>T</title><item><title>A</title>\
        <enclosure url='a.mp3' type='audio/mpeg'/></item></channel></rss>";
    let html = "<!DOCTYPE html><head><link rel=alternate type=application/rss+xml href=/feed>";
    let (found, asked) = resolve("https://talk.example/", move |path| match path {
        "/feed" => (200, "text/plain", feed.into()),
        _ => (200, "text/html", html.into()),
    })
    .await;
    assert_eq!(
        (outcome(&found).as_str(), asked),
        ("many podcast 1 skipped 0", 2)
    );
    let Ok(Findings::Many(many)) = found else {
        panic!()
    };
    assert_eq!(many.source.address, "https://talk.example/feed");
    let (found, asked) = resolve("https://talk.example/", move |_| {
        (200, "text/html", html.into())
    })
    .await;
    assert_eq!((outcome(&found).as_str(), asked), ("link-unknown-site", 2));
}

#[tokio::test]
async fn archives_within_bounds() {
    let identify = || (200, "text/xml", archive(NAME));
    let error = |code: &str| {
        (
            200,
            "text/xml",
            archive(&format!("<error code=\"{code}\">so</error>")),
        )
    };
    // The same token for ever, a new one for ever, one that has run out, a page that is HTML.
    for (name, next, wanted, most) in [
        ("same", "same", "many journal 2 skipped 1", 5),
        ("expired", "expired", "many journal 1 skipped 1", 4),
        ("html", "html", "many journal 1 skipped 1", 4),
    ] {
        let (found, asked) = resolve(
            "https://talk.example/oai?verb=ListRecords&metadataPrefix=oai_dc&set=a:B",
            move |path| {
                if path.contains("verb=Identify") {
                    return identify();
                }
                if !path.contains("resumptionToken") {
                    assert!(
                        path.contains("set=a%3AB") || path.contains("set=a:B"),
                        "{path}"
                    );
                    return page(1, next);
                }
                match name {
                    "expired" => error("badResumptionToken"),
                    "html" => (200, "text/html", b"<html><p>down</html>".to_vec()),
                    _ => page(2, next),
                }
            },
        )
        .await;
        assert_eq!(outcome(&found), wanted, "{name}");
        assert!(asked <= most, "{name}: asked {asked} times");
        let Ok(Findings::Many(many)) = found else {
            panic!()
        };
        assert_eq!(
            (many.source.title.as_str(), many.source.address.as_str()),
            ("A journal", "https://talk.example/oai?set=a%3AB")
        );
    }
    let counter = AtomicUsize::new(1);
    let (found, asked) = resolve("https://talk.example/oai", move |path| match path {
        path if path.contains("verb=ListRecords") => {
            let number = counter.fetch_add(1, Ordering::SeqCst);
            page(number, &format!("t{number}"))
        }
        path if path.contains("verb=Identify") => identify(),
        _ => error("badVerb"),
    })
    .await;
    assert_eq!(
        outcome(&found),
        "many journal 50 skipped 1",
        "a new token for ever"
    );
    assert!(asked <= 53, "{asked}");
    let (found, _) = resolve("https://talk.example/oai", move |path| {
        match path.contains("ListRecords") {
            true => error("noRecordsMatch"),
            false => identify(),
        }
    })
    .await;
    assert_eq!(outcome(&found), "gone");
    // What an archive shows to a browser, behind an index.php with a query of its own.
    let (found, _) = resolve(
        "https://talk.example/index.php?page=oai&verb=Identify",
        move |path| {
            assert!(path.contains("page=oai"), "{path}");
            match path {
                path if path.contains("ListRecords") => page(1, ""),
                path if path.ends_with("page=oai&verb=Identify") && !path.contains("asked") => {
                    identify()
                }
                _ => (200, "text/html", b"<html></html>".to_vec()),
            }
        },
    )
    .await;
    assert_eq!(outcome(&found), "many journal 1 skipped 0");
}

/// An archive for which there is no more time: what came is kept, and what is left out is said.
#[tokio::test]
async fn a_slow_archive_is_left_in_time() {
    let (found, asked) =
        resolve_within(
            Duration::ZERO,
            "https://talk.example/oai",
            |path| match path.contains("verb=ListRecords") {
                true => page(1, "t1"),
                false => (200, "text/xml", archive(NAME)),
            },
        )
        .await;
    let Ok(Findings::Many(many)) = found else {
        panic!("{found:?}")
    };
    assert_eq!(many.items.len(), 1);
    assert!(asked <= 4, "{asked}");
    assert_eq!(
        many.skipped,
        ["the rest of the archive: it answers too slowly"]
    );
}

#[tokio::test]
async fn stored_archives_follow_their_tokens() {
    let Some(folder) = support::corpus("providers/oai") else {
        return;
    };
    let read = move |name: &str| (200, "text/xml", std::fs::read(folder.join(name)).unwrap());
    let ojs = read.clone();
    let (found, _) = resolve("https://talk.example/oai", move |path| match path {
        path if path.contains("resumptionToken") => ojs("ojs/ListRecords.page2.assembled.xml"),
        path if path.contains("ListRecords") => ojs("ojs/ListRecords.page1.assembled.xml"),
        path if path.contains("Identify") => ojs("ojs/Identify.assembled.xml"),
        _ => ojs("ojs/error.badVerb.assembled.xml"),
    })
    .await;
    assert_eq!(outcome(&found), "many journal 3 skipped 1");
    let Ok(Findings::Many(many)) = found else {
        panic!()
    };
    assert_eq!(many.source.title, "The Python Papers");
    assert_eq!(
        many.skipped,
        ["oai:ojs.pythonpapers.org:article/99: deleted there"]
    );
    let (found, _) = resolve("https://talk.example/oai", move |path| match path {
        path if path.contains("ListRecords2") => read("generic/ListRecords3.xml"),
        path if path.contains("ListRecords3") || path.contains("ListRecords4") => {
            read("generic/ListRecords4.xml")
        }
        path if path.contains("resumptionToken") => read("generic/ListRecords2.xml"),
        path if path.contains("ListRecords") => read("generic/ListRecords.xml"),
        _ => read("generic/Identify.xml"),
    })
    .await;
    println!("generic chain: {}", outcome(&found));
    assert!(outcome(&found).starts_with("many journal "));
}

#[tokio::test]
async fn an_articles_page_is_one_article() {
    let html = "<html><head><meta name=citation_title content='Loops &amp;amp; more'>\
        <meta name=citation_journal_title content='A journal'><meta name=citation_author content='Doe, Jane'>\
        <meta name=citation_volume content=3><meta name=citation_firstpage content=1><meta name=citation_lastpage content=12>\
        <meta name=citation_pdf_url content='javascript:alert(1)'><meta name=citation_pdf_url content='/a.pdf'></head>";
    let deep = format!("{html}<body>{}", "<div>".repeat(1_000_000));
    let (found, _) = resolve("https://talk.example/tpp/article/view/1", move |_| {
        (200, "text/html", deep.clone().into())
    })
    .await;
    let Ok(Findings::One(found)) = found else {
        panic!("{found:?}")
    };
    assert_eq!(found.title.as_deref(), Some("Loops & more"));
    assert_eq!(found.people, ["Jane Doe"]);
    assert_eq!(
        found.document.as_deref(),
        Some("https://talk.example/a.pdf")
    );
    assert_eq!(
        found.citation.as_deref(),
        Some("A journal, Vol. 3, pp. 1–12")
    );
    assert_eq!(found.source.unwrap().address, "https://talk.example/tpp");
}

/// Whatever a source says, it fits a row of either database and a line of a page.
#[tokio::test]
async fn what_a_source_says_has_bounds() {
    let long = "語".repeat(300_000);
    let creators = "<creator>A</creator>".repeat(5_000);
    let record = format!(
        "<record><header><identifier>oai:&#1;{long}</identifier></header><metadata>\
        <dc xmlns=\"http://purl.org/dc/elements/1.1/\"><title>{long}</title>{creators}\
        <description>{long}</description><source>{long}; 1</source>\
        <identifier>https://talk.example/a&#1;b c</identifier>\
        <relation>https://talk.example/{long}.pdf</relation></dc></metadata></record>"
    );
    let endless = format!(
        "<record><header><identifier>oai:2</identifier></header><metadata>\
        <dc xmlns=\"http://purl.org/dc/elements/1.1/\"><title>b</title>\
        <identifier>https://talk.example/{long}</identifier></dc></metadata></record>"
    );
    let list = archive(&format!("<ListRecords>{record}{endless}</ListRecords>"));
    let (found, _) = resolve("https://talk.example/oai", move |path| {
        let body = match path.contains("Identify") {
            true => archive(NAME),
            false => list.clone(),
        };
        (200, "text/xml", body)
    })
    .await;
    let Ok(Findings::Many(many)) = found else {
        panic!("{found:?}")
    };
    let [only] = many.items.as_slice() else {
        panic!("{} items", many.items.len())
    };
    assert_eq!(
        many.skipped.len(),
        1,
        "an address that is too long for any link"
    );
    let found = &only.found;
    assert_eq!(found.canonical, "https://talk.example/a%01b%20c");
    assert_eq!(found.document, None);
    assert!(found.people.len() <= 50, "{}", found.people.len());
    let whole = serde_json::to_string(found).unwrap();
    assert!(whole.len() < 64 << 10, "{} bytes", whole.len());
    let guid = found.guid.as_deref().unwrap();
    assert!(
        guid.len() < 1024 && !guid.contains(char::is_control),
        "{guid}"
    );

    let json = serde_json::json!({"version": "https://jsonfeed.org/version/1.1", "title": "t", "items": [
        {"id": "\u{0}a", "title": "n", "attachments": [{"url": "https://talk.example/a.mp3", "mime_type": "audio/mpeg"}]},
        {"id": "a".repeat(5000), "title": "n", "attachments": [{"url": "https://talk.example/b.mp3", "mime_type": "audio/mpeg"}]},
        {"id": format!("{}b", "a".repeat(5000)), "title": "n", "attachments": [{"url": "https://talk.example/c.mp3", "mime_type": "audio/mpeg"}]},
    ]});
    let (found, _) = resolve("https://talk.example/feed", move |_| {
        (200, "application/feed+json", json.to_string().into())
    })
    .await;
    let Ok(Findings::Many(many)) = found else {
        panic!("{found:?}")
    };
    let guids: std::collections::HashSet<_> = many
        .items
        .iter()
        .map(|item| item.found.guid.clone().unwrap())
        .collect();
    assert_eq!(guids.len(), 3, "each is told apart from the others");
    assert!(
        guids
            .iter()
            .all(|guid| guid.len() < 1024 && !guid.contains(char::is_control))
    );
}

/// A failure goes into rows and logs: it is one line, and not as long as a stranger likes.
#[tokio::test]
async fn a_failure_is_one_short_line() {
    let error = format!("<error code=\"x\">{}&#1;\n</error>", "a\n".repeat(100_000));
    let (found, _) = resolve("https://talk.example/oai", move |path| {
        let body = match path.contains("Identify") {
            true => archive(NAME),
            false => archive(&error),
        };
        (200, "text/xml", body)
    })
    .await;
    let detail = found.unwrap_err().detail;
    assert!(
        detail.len() <= 1024 && !detail.contains(char::is_control),
        "{detail:?}"
    );
}
