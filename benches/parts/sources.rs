//! What reading a large feed costs, and a look at a source that has nothing new.

use super::{Row, Scratch, median, python};
use axum::Router;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::IntoResponse;
use axum::routing::get;
use jobs::provider::feed;
use pugcast::app::App;
use pugcast::db;
use pugcast::model::SourceId;
use pugcast::model::source::Terms;
use pugcast::source::{self, poll};
use std::time::Instant;
use url::Url;

const ITEMS: usize = 10_000;
const ROUNDS: usize = 5;

/// A show's feed as large ones are, with so many items.
fn large(items: usize) -> String {
    let items: String = (0..items)
        .map(|n| {
            format!(
                "<item><title>An evening, number {n} &amp;amp; more</title><link>https://show.example/{n}</link>\
                 <guid isPermaLink=\"false\">show-{n}</guid><pubDate>Mon, 02 Nov 2026 08:00:00 GMT</pubDate>\
                 <description>&lt;p&gt;How a user group meets, and &lt;b&gt;what&lt;/b&gt; was covered.&lt;/p&gt;</description>\
                 <itunes:author>Ada</itunes:author><itunes:duration>00:31:{:02}</itunes:duration>\
                 <itunes:summary>How a user group meets, and what was covered.</itunes:summary>\
                 <enclosure url=\"https://sounds.example/{n}.mp3?a=1&amp;b=2\" length=\"31000000\" type=\"audio/mpeg\"/></item>",
                n % 60
            )
        })
        .collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?><rss version=\"2.0\" \
         xmlns:itunes=\"http://www.itunes.com/dtds/podcast-1.0.dtd\"><channel><title>Evenings</title>\
         <link>https://show.example/</link><description>d</description><language>en</language>{items}</channel></rss>"
    )
}

/// Ours beside bare feed-rs and Python's feedparser, round by round.
pub fn parse() -> Vec<Row> {
    let feed = large(ITEMS);
    let file = std::env::temp_dir().join(format!("pugcast-bench-{}.xml", std::process::id()));
    std::fs::write(&file, &feed).unwrap();
    let address = Url::parse("https://show.example/feed.xml").unwrap();
    let (mut ours, mut bare, mut python_ms) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let begun = Instant::now();
        let read = feed::parse(feed.as_bytes(), None, &address).unwrap();
        ours.push(begun.elapsed().as_secs_f64() * 1000.0);
        assert_eq!((read.items.len(), read.skipped.len()), (ITEMS, 0));
        let begun = Instant::now();
        let read = feed_rs::parser::parse(feed.as_bytes()).unwrap();
        bare.push(begun.elapsed().as_secs_f64() * 1000.0);
        assert_eq!(read.entries.len(), ITEMS);
        python_ms.extend(python("feedparser_ms.py", &[file.to_str().unwrap()]));
    }
    let _ = std::fs::remove_file(&file);
    let ours = median(ours);
    let row = |name: &str, peer, goal, note: &str| Row {
        name: name.into(),
        ours,
        peer,
        unit: "ms",
        better: "lower",
        goal: Some(goal),
        note: note.into(),
    };
    let python_ms = (python_ms.len() == ROUNDS).then(|| median(python_ms));
    vec![
        row(
            "feed-parse-10k-feed-rs",
            Some(median(bare)),
            1.5,
            "10,000 items to what an editor sees; peer: bare feed-rs; goal is the ratio",
        ),
        row(
            "feed-parse-10k-feedparser",
            python_ms,
            0.05,
            "10,000 items; peer: Python feedparser; goal is the ratio",
        ),
    ]
}

/// A look at a source with a thousand known items that has nothing new, by what its server knows.
pub async fn poll(kind: &str) -> Vec<Row> {
    let body = large(1000);
    let router = Router::new().route(
        "/web/{host}/{*path}",
        get(move |headers: HeaderMap, uri: axum::http::Uri| {
            let body = body.clone();
            async move {
                let tag = "\"same\"";
                match (uri.path().contains("knows"), headers.get("if-none-match")) {
                    (true, Some(held)) if held == tag => {
                        (StatusCode::NOT_MODIFIED, [(header::ETAG, tag)]).into_response()
                    }
                    (true, _) => ([(header::ETAG, tag)], body).into_response(),
                    _ => body.into_response(),
                }
            }
        }),
    );
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
    let scratch = Scratch::new(kind).await;
    let (allow, replay) = (address.to_string(), format!("http://{address}/"));
    let app = scratch
        .app_with(&[
            ("PUGCAST_FETCH_ALLOW", &allow),
            ("PUGCAST_FETCH_REPLAY", &replay),
        ])
        .await;
    let mut rows = Vec::new();
    for (name, note) in [
        ("knows", "HTTP 304"),
        ("forgets", "the whole feed again, the same by its hash"),
    ] {
        let link = format!("https://{name}.example/feed.xml");
        let terms = Terms::default();
        let added = source::add(&app, &link, "", &terms, "bench").await.unwrap();
        // What it is, then what its server gives to ask again.
        for _ in 0..2 {
            look(&app, &added.id).await;
        }
        assert_eq!(db::item::counts(&app.db, &added.id).await.unwrap().0, 1000);
        let mut times = Vec::new();
        for _ in 0..25 {
            let begun = Instant::now();
            look(&app, &added.id).await;
            times.push(begun.elapsed().as_secs_f64() * 1000.0);
        }
        rows.push(Row {
            name: format!("poll-nothing-new-{name}-{kind}"),
            ours: median(times),
            peer: None,
            unit: "ms",
            better: "lower",
            goal: None,
            note: format!("1,000 known items, a request and its commit; {note}"),
        });
    }
    rows
}

async fn look(app: &App, id: &SourceId) {
    let save = poll::poll(app, id.as_str()).await.unwrap();
    let mut tx = app.db.begin().await.unwrap();
    save(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
}
