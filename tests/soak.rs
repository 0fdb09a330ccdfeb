//! A thousand sources, many of them ill, over three days of their own clock, asked by the real scheduler and workers.

use crate::proposal::EDITOR;
use crate::support::Fresh;
use crate::support::sites::{Asked, Sites, rss, served};
use axum::body::Body;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use futures::stream::{self, StreamExt};
use pugcast::app::App;
use pugcast::model::Clock;
use pugcast::model::source::Terms;
use pugcast::pipeline::Pipeline;
use pugcast::source::{self, schedule};
use pugcast::{db, replay, worker};
use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio_util::sync::CancellationToken;

const SOURCES: usize = 1000;
const HOUR: i64 = 60 * 60 * 1000;
const DAYS: i64 = 3;

/// Runs in a process of its own, so that its memory is its own.
#[test]
fn a_thousand_sources_over_three_days() {
    for database in ["sqlite", "postgres"] {
        let inner = std::process::Command::new(std::env::current_exe().unwrap())
            .args(["--ignored", "--exact", "soak::inner", "--nocapture"])
            .env("PUGCAST_TEST_SOAK", database)
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&inner.stdout);
        let summary = said.lines().find(|line| line.starts_with("soak"));
        println!("{database}: {}", summary.unwrap_or_default());
        let stderr = String::from_utf8_lossy(&inner.stderr);
        assert!(
            inner.status.success() && summary.is_some(),
            "{said}\n{stderr}"
        );
    }
}

/// What the sites saw.
#[derive(Default)]
struct Seen {
    /// Requests under way, by host, and the most at once.
    under_way: HashMap<String, usize>,
    most_at_once: usize,
    /// Before when, by the sources' clock, a host does not want to be asked.
    not_before: HashMap<String, i64>,
    too_early: Vec<String>,
    told_to_wait: usize,
    unchanged: usize,
}

/// One request under way, until its answer is read or dropped.
struct UnderWay(Arc<Mutex<Seen>>, String);

impl UnderWay {
    fn begin(seen: &Arc<Mutex<Seen>>, host: &str, now: i64) -> UnderWay {
        let mut all = seen.lock().unwrap();
        let count = all.under_way.entry(host.to_owned()).or_default();
        *count += 1;
        let count = *count;
        all.most_at_once = all.most_at_once.max(count);
        if all.not_before.get(host).is_some_and(|then| now < *then) {
            all.too_early.push(host.to_owned());
        }
        UnderWay(seen.clone(), host.to_owned())
    }
}

impl Drop for UnderWay {
    fn drop(&mut self) {
        let mut all = self.0.lock().unwrap();
        *all.under_way.get_mut(&self.1).unwrap() -= 1;
    }
}

/// What a site of this name answers on this day.
async fn answer(seen: Arc<Mutex<Seen>>, clock: Clock, begun: i64, asked: Asked) -> Response {
    let now = clock.now_ms();
    let under_way = UnderWay::begin(&seen, &asked.host, now);
    let day = (now - begun) / (24 * HOUR);
    let kind = asked.host.split(['.', '-']).next().unwrap().to_owned();
    let wait = |status: StatusCode, seconds: i64| {
        let mut all = seen.lock().unwrap();
        let until = now + seconds * 1000;
        all.not_before.insert(asked.host.clone(), until);
        all.told_to_wait += 1;
        (status, [(header::RETRY_AFTER, seconds.to_string())]).into_response()
    };
    let feed = |items: i64| {
        let items = (0..items).map(|n| {
            let guid = format!("{}-{}-{n}", asked.host, asked.path);
            (guid, format!("Evening {n} of {}", asked.host))
        });
        rss(&asked.host, &items.collect::<Vec<_>>())
    };
    let answer = match kind.as_str() {
        // A new thing each day.
        "daily" => served(&asked, feed(2 + day)),
        "still" => served(&asked, feed(3)),
        "forgetful" => ([(header::CONTENT_TYPE, "text/xml")], feed(3)).into_response(),
        "never" => {
            tokio::time::sleep(Duration::from_secs(30)).await;
            StatusCode::OK.into_response()
        }
        "busy" if asked.times.is_multiple_of(2) => wait(StatusCode::SERVICE_UNAVAILABLE, 9 * 3600),
        "many" if asked.times.is_multiple_of(3) => wait(StatusCode::TOO_MANY_REQUESTS, 7000),
        "garbage" => vec![0xfeu8; 3000].into_response(),
        "ill" if (1..=2).contains(&day) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        "drip" => {
            let drops = stream::unfold(under_way, |under_way| async move {
                tokio::time::sleep(Duration::from_millis(200)).await;
                Some((Ok::<_, std::io::Error>("<rss>"), under_way))
            });
            return Response::new(Body::from_stream(drops.boxed()));
        }
        "gone" if day > 0 => StatusCode::GONE.into_response(),
        "moved" => {
            let there = format!("https://still-{}/{}", asked.host, asked.path);
            (StatusCode::MOVED_PERMANENTLY, [(header::LOCATION, there)]).into_response()
        }
        "sounds" => ([(header::CONTENT_TYPE, "audio/mpeg")], replay::SOUND).into_response(),
        _ => served(&asked, feed(1)),
    };
    if answer.status() == StatusCode::NOT_MODIFIED {
        seen.lock().unwrap().unchanged += 1;
    }
    answer
}

/// The address of a source, by its number.
fn address(n: usize) -> String {
    let host = match n {
        // Many on one host, and some on hosts that are ill.
        0..100 => format!("shared{}.example", n % 4),
        100..120 => format!("daily-{n}.example"),
        120..130 => format!("never-{n}.example"),
        130..160 => format!("busy-{n}.example"),
        160..190 => format!("many-{n}.example"),
        190..220 => format!("garbage-{n}.example"),
        220..270 => format!("ill-{n}.example"),
        270..276 => format!("drip-{n}.example"),
        276..300 => format!("gone-{n}.example"),
        300..330 => format!("moved-{n}.example"),
        330..400 => format!("forgetful-{n}.example"),
        _ => format!("still-{n}.example"),
    };
    format!("https://{host}/feed-{n}.xml")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "run by a_thousand_sources_over_three_days"]
async fn inner() {
    let fresh = match std::env::var("PUGCAST_TEST_SOAK").as_deref() {
        Ok("postgres") => Fresh::pg().await,
        _ => Fresh::lite(),
    };
    let clock = Clock::fixed("2026-11-20T10:00:00Z".parse().unwrap());
    let begun = clock.now_ms();
    let seen: Arc<Mutex<Seen>> = Arc::default();
    let sites = {
        let (seen, clock) = (seen.clone(), clock.clone());
        Sites::start(move |asked| answer(seen.clone(), clock.clone(), begun, asked)).await
    };
    let mut settings = sites.settings();
    settings.push(("PUGCAST_FETCH_SECONDS".into(), "1".into()));
    settings.push(("PUGCAST_WORKERS".into(), "16".into()));
    let settings: Vec<(&str, &str)> = settings.iter().map(|(n, v)| (&**n, &**v)).collect();
    let app = fresh.app_at(&settings, clock.clone()).await;
    for n in 0..SOURCES {
        let terms = Terms::default();
        let added = source::add(&app, &address(n), "", &terms, EDITOR).await;
        added.unwrap();
    }
    let stop = CancellationToken::new();
    let work = Arc::new(Pipeline(app.clone()));
    let working = tokio::spawn(worker::run(app.clone(), work, stop.clone()));
    let looking = tokio::spawn(schedule::run(app.clone(), stop.clone()));
    let (mut memory, mut breakers) = (Vec::new(), 0);
    while clock.now_ms() - begun < DAYS * 24 * HOUR {
        quiet(&app).await;
        sites.asked_since();
        breakers = breakers.max(db::source::broken(&app.db).await.unwrap().len());
        if (clock.now_ms() - begun) % (12 * HOUR) == 0 {
            memory.push(resident_kib());
        }
        clock.advance_ms(HOUR / 2);
        app.sources_bell.ring();
    }
    quiet(&app).await;
    // The ill are well again: their breakers close at the next look, a day later at most.
    for _ in 0..60 {
        clock.advance_ms(HOUR);
        app.sources_bell.ring();
        quiet(&app).await;
        sites.asked_since();
    }
    memory.push(resident_kib());
    stop.cancel();
    working.await.unwrap();
    looking.await.unwrap();

    let all = db::source::all(&app.db).await.unwrap();
    let polled: Vec<_> = all.iter().filter(|s| s.subscribed_at.is_some()).collect();
    let broken: Vec<&str> = polled
        .iter()
        .filter(|s| s.polling.broken_at.is_some())
        .map(|s| &*s.address)
        .collect();
    let ended = polled
        .iter()
        .filter(|s| s.polling.ended_at.is_some())
        .count();
    let (mut opened, mut closed) = (0, 0);
    for source in &polled {
        for event in db::event::of(&app.db, source.id.as_str()).await.unwrap() {
            opened += usize::from(event.change == "broken");
            closed += usize::from(event.change == "mended");
        }
    }
    let seen = seen.lock().unwrap();
    println!(
        "soak: {} sources, {} unchanged answers, {} told us to wait, {} asked too early, {} at once on one host at most, \
         {opened} breakers opened, {closed} closed, {} open, {ended} ended; MiB resident each half day {:?}",
        polled.len(),
        seen.unchanged,
        seen.told_to_wait,
        seen.too_early.len(),
        seen.most_at_once,
        broken.len(),
        memory.iter().map(|kib| kib / 1024).collect::<Vec<_>>()
    );
    assert_eq!(polled.len(), SOURCES);
    assert_eq!(seen.too_early, Vec::<String>::new());
    assert_eq!(seen.most_at_once, 1, "one request for each host at a time");
    assert!(seen.told_to_wait > 60 && seen.unchanged > 3000);
    assert!(opened >= 90 && closed >= 50, "{opened} {closed}");
    assert!(breakers > 0);
    for ill in &broken {
        let known = ["never", "garbage", "drip"].iter();
        assert!(
            known.clone().any(|kind| ill.contains(kind)),
            "{ill} is well"
        );
    }
    assert_eq!(ended, 24, "those that said that they end");
    let (first, last) = (memory[1], memory[memory.len() - 1]);
    assert!(last < first + first / 4, "memory grows: {memory:?} KiB");
}

/// Waits until nothing is asked and nothing is due.
async fn quiet(app: &App) {
    let waits = async {
        loop {
            let now = app.now();
            let due = db::polling::due(&app.db, now, 1).await.unwrap();
            let (_, overdue, _) = db::task::depth(&app.db, now).await.unwrap();
            let polls = db::polling::open(&app.db, pugcast::model::task::Step::Poll);
            if due.is_empty() && overdue == 0 && polls.await.unwrap() == 0 {
                return;
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(300), waits)
        .await
        .expect("the sources fall quiet");
}

fn resident_kib() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmRSS:"));
    let kib = line.unwrap().split_whitespace().nth(1).unwrap();
    kib.parse().unwrap()
}
