//! Strangers' strings in a real browser: nothing of them runs, whichever field brought them.

use crate::db::answers;
use crate::pages::signed_in;
use crate::proposal::EDITOR;
use crate::support::browser::Browser;
use crate::support::{Fresh, corpora, to_review};
use axum::Router;
use axum::http::header;
use axum::response::IntoResponse;
use axum::routing::get;
use jobs::provider::{Proposals, feed};
use pugcast::app::App;
use pugcast::db::submission::Draft;
use pugcast::model::answers::{Answers, one_line, tidy};
use pugcast::notice::{About, Teller};
use pugcast::source::item;
use pugcast::{db, decision, inbox, intake, notice, roster, web};
use std::fmt::Write;
use std::path::Path;
use tokio::net::TcpListener;
use url::Url;

/// The strings of the corpora, each once.
fn strings(corpora: &Path) -> Vec<String> {
    let mut strings = Vec::new();
    for file in ["xss", "naughty", "crlf"] {
        let lines = std::fs::read_to_string(corpora.join(format!("hostile/{file}.jsonl"))).unwrap();
        for line in lines.lines() {
            let record: serde_json::Value = serde_json::from_str(line).unwrap();
            strings.extend(record["input"].as_str().map(str::to_owned));
        }
    }
    strings.retain(|string| !one_line(string).is_empty());
    strings.sort_unstable();
    strings.dedup();
    strings
}

/// Serves pages over HTTP; their address.
pub async fn serve(router: Router) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, router).await });
    address
}

/// What sees nothing can prove nothing: a page without our escaping is seen to run, with our policy and without.
async fn control(browser: &mut Browser) {
    const BAD: &str = "<!doctype html><title>x</title><p>x</p><script>alert(1)</script><img src=x onerror=alert(2)>";
    let kind = || (header::CONTENT_TYPE, "text/html; charset=utf-8");
    let policy = || (header::CONTENT_SECURITY_POLICY, "default-src 'none'");
    let open = move || async move { ([kind()], BAD).into_response() };
    let shut = move || async move { ([kind(), policy()], BAD).into_response() };
    let address = serve(
        Router::new()
            .route("/open", get(open))
            .route("/shut", get(shut)),
    )
    .await;
    let ran = browser.open(&format!("{address}/open")).await;
    assert_eq!(
        ran.iter().filter(|line| *line == "ran alert").count(),
        2,
        "{ran:?}"
    );
    let kept = browser.open(&format!("{address}/shut")).await;
    assert!(
        kept.iter()
            .any(|line| line.starts_with("script script-src")),
        "{kept:?}"
    );
    assert!(
        kept.iter()
            .any(|line| line.starts_with("dormant IMG onerror=")),
        "{kept:?}"
    );
}

/// Strings in every field that a sender has, confirmed by an editor as they are: each in the words and among the
/// people, and the first to the fourth as title, group, city and name.
async fn publish(app: &App, n: usize, strings: &[String]) -> (String, String) {
    let short = |at: usize| -> String {
        let string = &strings[at % strings.len()];
        one_line(string).chars().take(200).collect()
    };
    let words = strings.join("\n\n");
    let sent = Answers {
        links: String::new(),
        title: short(0),
        words: words.clone(),
        group_name: short(1),
        group_city: short(2),
        sender_name: short(3),
        ..answers("")
    };
    let sent = intake::receive(app, &sent, "form", &format!("browser {n}"))
        .await
        .unwrap();
    let mut tx = app.db.begin().await.unwrap();
    to_review(app, &mut tx, &sent.id).await;
    tx.commit().await.unwrap();
    let status = format!("/submissions/{}", sent.token);
    let sent = db::submission::by_id(&app.db, &sent.id)
        .await
        .unwrap()
        .unwrap();
    let people: Vec<String> = (0..strings.len()).map(short).collect();
    let draft = Draft {
        title: short(0),
        words: tidy(&words),
        people: people.join("\n"),
        group_name: short(1),
        group_city: short(2),
        licence: "CC-BY-4.0".into(),
        ..Draft::default()
    };
    let entry = decision::accept(app, &sent, &draft, EDITOR).await.unwrap();
    (format!("/entries/{}", entry.slug), status)
}

/// The strings in every field of a show's feed, read by the parser that reads real ones.
async fn feeds(app: &App, strings: &[String]) -> Vec<String> {
    let mut pages = Vec::new();
    for (n, some) in strings.chunks(500).enumerate() {
        let mut items = String::new();
        for (m, string) in some.iter().enumerate() {
            let text: String = string
                .chars()
                .filter(|&c| c == '\n' || !c.is_control())
                .collect();
            let text = text.replace(['\u{fffe}', '\u{ffff}'], "");
            let once = text
                .replace('&', "&amp;")
                .replace('<', "&lt;")
                .replace('"', "&quot;");
            let twice = once.replace('&', "&amp;");
            write!(
                items,
                "<item><title>{once}</title><author>{once}</author><guid isPermaLink=\"false\">{n}-{m}</guid><link>https://talk.example/{n}-{m}</link>\
                 <description>{twice}</description><enclosure url=\"https://talk.example/{m}.mp3\" type=\"audio/mpeg\" length=\"9\"/></item>"
            )
            .unwrap();
        }
        let text = format!(
            "<rss version=\"2.0\"><channel><title>{n} &lt;script>alert(1)&lt;/script></title><link>https://talk{n}.example/</link>{items}</channel></rss>"
        );
        let address = Url::parse(&format!("https://talk{n}.example/feed.xml")).unwrap();
        let many: Proposals = feed::read(text.as_bytes(), None, &address).unwrap();
        assert_eq!(many.items.len(), some.len(), "{:?}", many.skipped);
        let sent = answers(address.as_str());
        let sent = intake::receive(app, &sent, "form", &format!("feed {n}"))
            .await
            .unwrap();
        let medium = db::medium::of(&app.db, &sent.id).await.unwrap().remove(0);
        let mut tx = app.db.begin().await.unwrap();
        to_review(app, &mut tx, &sent.id).await;
        item::keep(app, &mut tx, &medium.id, &many).await.unwrap();
        tx.commit().await.unwrap();
        pages.push(format!("/desk/submissions/{}", sent.id));
    }
    pages
}

/// The strings in every field of a group, and of what somebody tells of it.
async fn groups(app: &App, strings: &[String]) -> Vec<String> {
    let mut pages = Vec::new();
    for (n, some) in strings.chunks(16).enumerate() {
        let short = |at: usize| -> String {
            let string = one_line(&some[at % some.len()]);
            string.chars().take(190).collect()
        };
        let long: String = some.join("\n\n").chars().take(2000).collect();
        let typed = roster::answers::Answers {
            group_name: format!("{n} {}", short(0)),
            group_city: short(1),
            region: short(2),
            cost: short(3),
            organized_by: short(4),
            part: some[5 % some.len()].chars().take(2000).collect(),
            first_time: long.clone(),
            detail: some[6 % some.len()].chars().take(2000).collect(),
            language: "en".into(),
            ..roster::answers::Answers::default()
        };
        let teller = Teller {
            words: long,
            name: short(7),
            email: None,
        };
        let said = typed.check().unwrap();
        let (key, about) = (format!("browser group {n}"), About::Missing(&said));
        let told = notice::receive(app, about, &teller, &key, None)
            .await
            .unwrap();
        pages.push(format!("/desk/notices/{}", told.id));
        let group = notice::settle::add(app, &told, &said, &teller.words, EDITOR).await;
        let group = group.unwrap();
        pages.push(format!("/notices/{}", told.token));
        pages.push(format!("/groups/{}", group.slug));
        pages.push(format!("/groups/{}/correction", group.slug));
        pages.push(format!("/desk/groups/{}", group.id));
    }
    pages
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_of_a_strangers_runs() {
    let Some(corpora) = corpora() else { return };
    let strings = strings(&corpora);
    assert!(strings.len() > 1500, "{}", strings.len());
    let fresh = Fresh::lite();
    let app = fresh.app(&[]).await;
    let (mut pages, mut statuses) = (Vec::new(), Vec::new());
    // `scripts/test --long` gives each string every field of an entry of its own.
    let together = match std::env::var_os("PUGCAST_LONG") {
        Some(_) => 1,
        None => 4,
    };
    for (n, some) in strings.chunks(together).enumerate() {
        let (entry, status) = publish(&app, n, some).await;
        pages.push(entry);
        statuses.push(status);
    }
    // Every tenth sender's page, and every tenth string by mail, both of which show the same fields again.
    pages.extend(statuses.into_iter().step_by(10));
    for (n, string) in strings.iter().enumerate().step_by(10) {
        let subject: String = one_line(string).chars().take(60).collect();
        let mail = format!(
            "From: {n}@example.org\r\nSubject: {subject}\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>{n}</p>{string}\r\n"
        );
        inbox::receive(&app, mail.into_bytes(), None).await.unwrap();
    }
    let received =
        db::submission::in_state(&app.db, pugcast::model::submission::State::Received, 999)
            .await
            .unwrap();
    assert!(received.len() > 100, "{}", received.len());
    for sent in &received {
        let mut tx = app.db.begin().await.unwrap();
        to_review(&app, &mut tx, &sent.id).await;
        tx.commit().await.unwrap();
        pages.push(format!("/desk/submissions/{}", sent.id));
    }
    pages.extend(feeds(&app, &strings).await);
    pages.extend(groups(&app, &strings).await);
    pages.extend(["/groups/new?name=%3Cscript%3E", "/desk/groups?q=%3Csvg%3E"].map(str::to_owned));
    pages.extend(["/", "/groups", "/desk", "/desk/sources", "/submit"].map(str::to_owned));

    let address = serve(web::router(app.clone())).await;
    let mut browser = Browser::start(&fresh.dir.join("chromium")).await;
    control(&mut browser).await;
    let (cookie, _) = signed_in(&app).await;
    browser
        .set_cookie(&format!("{address}/desk"), &cookie)
        .await;
    let mut seen = Vec::new();
    for page in &pages {
        let found = browser.open(&format!("{address}{page}")).await;
        seen.extend(found.into_iter().map(|line| format!("{page}: {line}")));
    }
    println!(
        "{} strings in {} pages: {} ran, were kept from running or could run",
        strings.len(),
        pages.len(),
        seen.len()
    );
    assert!(seen.is_empty(), "{:#?}", &seen[..seen.len().min(20)]);
}
