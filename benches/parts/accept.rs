//! From an editor's yes until the entry stands in every document that holds it; and what the service weighs by then.

use super::filling::{self, fill_groups};
use super::{Row, Scratch, Served, fetch, median, resident_mb};
use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use http_body_util::BodyExt;
use pugcast::app::App;
use pugcast::db::submission::Draft;
use pugcast::model::submission::{State, Submission};
use pugcast::model::{GroupId, feed::Scope};
use pugcast::{db, decision, feed, web};
use std::time::Instant;
use tokio_util::sync::CancellationToken;
use tower::ServiceExt;

const ROUNDS: usize = 31;
const FILES: [&str; 4] = [
    "showcase.xml",
    "showcase.atom",
    "showcase.json",
    "podcast.xml",
];

pub async fn rows(kind: &str) -> Vec<Row> {
    let scratch = Scratch::new(kind).await;
    let (mut rows, mut held) = (Vec::new(), 0);
    let mut small = None;
    for (count, groups, word) in [(1_000, 20, "1k"), (100_000, 2_000, "100k")] {
        let app = scratch.app("1").await;
        fill_groups(&app, groups, held..count, |n| {
            format!("An evening, number {n}")
        })
        .await;
        let took = median(rounds(&app, groups, count).await);
        held = count + ROUNDS;
        rows.push(Row {
            name: format!("accept-{word}-{kind}"),
            ours: took,
            peer: small,
            unit: "ms",
            better: "lower",
            goal: Some(small.map_or(100.0, |small| f64::min(100.0, 1.5 * small))),
            note: format!(
                "{count} entries in {groups} groups, median of {ROUNDS}: accepted, and in all of its 16 documents{}",
                if small.is_some() { "; peer: ours with 1,000" } else { "" }
            ),
        });
        small = small.or(Some(took));
        app.db.close().await;
    }
    if kind == "sqlite" {
        rows.extend(served(&scratch));
    }
    rows
}

async fn rounds(app: &App, groups: usize, count: usize) -> Vec<f64> {
    let router = web::router(app.clone());
    let stop = CancellationToken::new();
    let ahead = tokio::spawn(feed::ahead(app.clone(), stop.clone()));
    let mut times = Vec::new();
    for round in 0..ROUNDS {
        let n = count + round;
        // One that sounds, so that podcasts hold it too.
        let n = n - n % filling::SOUNDING;
        let sent = send(app, n % groups, count + round).await;
        let paths = documents(app, n % groups, filling::language(n)).await;
        for path in &paths {
            get(&router, path).await;
        }
        let media = db::medium::of(&app.db, &sent.id).await.unwrap();
        assert_eq!(media.len(), 1);
        let begun = Instant::now();
        let draft = draft(n % groups, filling::language(n), round);
        let entry = decision::accept(app, &sent, &draft, "ada@example.org").await;
        let address = format!("/entries/{}", entry.unwrap().slug);
        for path in &paths {
            while !get(&router, path).await.contains(&address) {
                tokio::task::yield_now().await;
            }
        }
        times.push(begun.elapsed().as_secs_f64() * 1000.0);
    }
    stop.cancel();
    ahead.await.unwrap();
    times
}

async fn send(app: &App, group: usize, n: usize) -> Submission {
    let mut tx = app.db.begin().await.unwrap();
    let id = GroupId::mint(&app.clock, &app.random);
    let group = db::group::find_or_make(&mut tx, id, &filling::named(group), None, 0)
        .await
        .unwrap();
    let sent = filling::send(app, &mut tx, &group, n, State::InReview, true).await;
    tx.commit().await.unwrap();
    sent
}

fn draft(group: usize, language: &str, round: usize) -> Draft {
    let named = filling::named(group);
    Draft {
        title: format!("An accepted evening {group} {round}"),
        words: "What was covered, in the two sentences that an editor leaves.".into(),
        people: "Ada".into(),
        group_name: named.name,
        group_city: named.city,
        country: named.country,
        language: Some(language.into()),
        licence: "CC-BY-4.0".into(),
        ..Draft::default()
    }
}

/// The addresses of the documents that will hold an entry.
async fn documents(app: &App, group: usize, language: &str) -> Vec<String> {
    let named = filling::named(group);
    let mut tx = app.db.begin().await.unwrap();
    let id = GroupId::mint(&app.clock, &app.random);
    let group = db::group::find_or_make(&mut tx, id, &named, None, 0)
        .await
        .unwrap();
    let scopes = [
        Scope::Whole,
        Scope::Group(group.id.clone()),
        Scope::country(named.country.as_deref()),
        Scope::language(Some(language)).unwrap(),
    ];
    let home = |scope: &Scope| feed::home_path(scope, &group.slug);
    let mut paths = Vec::new();
    for scope in &scopes {
        let home = home(scope);
        paths.extend(FILES.map(|file| format!("{}/{file}", home.trim_end_matches('/'))));
    }
    paths
}

async fn get(router: &Router, path: &str) -> String {
    let request = Request::get(path).body(Body::empty()).unwrap();
    let response = router.clone().oneshot(request).await.unwrap();
    assert_eq!(response.status(), StatusCode::OK, "{path}");
    let body = response.into_body().collect().await.unwrap().to_bytes();
    String::from_utf8(body.into()).unwrap()
}

/// A process of its own on the large showcase: its start, and its memory once a thousand pages and feeds were read.
fn served(scratch: &Scratch) -> Vec<Row> {
    let (mut starts, mut memory) = (Vec::new(), Vec::new());
    for _ in 0..3 {
        let served = Served::on(&scratch.url, scratch.dir.clone(), "serve");
        starts.push(served.took.as_secs_f64());
        let mut paths: Vec<String> = [
            "/",
            "/groups",
            "/countries",
            "/feeds",
            "/roster.opml",
            "/feeds.opml",
        ]
        .map(str::to_owned)
        .into();
        paths.extend((0..600).map(|n| format!("/entries/entry-{}", n * 150)));
        for file in FILES {
            paths.push(format!("/{file}"));
            paths.extend((1..100).map(|n| format!("/archive/{n}/{file}")));
        }
        for path in paths {
            let answer = fetch(served.port, &path, "").unwrap();
            // There are fewer archives of what sounds.
            let is_sound = path.ends_with("podcast.xml");
            assert!(answer.status == 200 || is_sound, "{path}");
        }
        memory.push(resident_mb(served.child.id()));
    }
    let row = |name: &str, ours, unit, goal, note: &str| Row {
        name: name.into(),
        ours,
        peer: None,
        unit,
        better: "lower",
        goal: Some(goal),
        note: note.into(),
    };
    vec![
        row(
            "startup-100k",
            median(starts),
            "s",
            2.0,
            "from exec to the first 200 with 100,000 entries, SQLite, median of 3",
        ),
        row(
            "memory-100k",
            median(memory),
            "MB",
            300.0,
            "resident after 600 entries' pages and 400 documents were read",
        ),
    ]
}
