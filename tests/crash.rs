//! Workers killed with -9, spread over the steps: nothing lost, nothing doubled.

use crate::db::answers;
use crate::support::{Fresh, binary};
use pugcast::app::App;
use pugcast::db::{self, Db};
use pugcast::intake;
use pugcast::model::submission::{State, Submission};
use pugcast::replay::{self, Replay};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

const STEPS: [&str; 3] = ["resolve", "prepare", "draft"];

/// `scripts/test` kills 20 times, `scripts/test --long` 100, on each database.
fn kills() -> usize {
    if std::env::var_os("PUGCAST_LONG").is_some() {
        100
    } else {
        20
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn on_sqlite() {
    crash(Fresh::lite()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn on_postgresql() {
    crash(Fresh::pg().await).await;
}

async fn crash(fresh: Fresh) {
    let replay = replay::start().await.unwrap();
    let app = fresh.app(&[]).await;
    let mut sent = Vec::new();
    let mut killed = [0; 3];
    for kill in 0..kills() {
        sent.push(send(&app, sent.len()).await);
        // Enough to do for the next kill, and no backlog that hides the later steps.
        while db::task::depth(&app.db, app.now()).await.unwrap().0 < 3 {
            sent.push(send(&app, sent.len()).await);
        }
        let mut worker = start_worker(&fresh, &replay);
        let step = kill % 3;
        if wait_until_leased(&app.db, STEPS[step]).await {
            killed[step] += 1;
        }
        worker.kill().unwrap(); // SIGKILL
        worker.wait().unwrap();
    }
    let mut worker = start_worker(&fresh, &replay);
    let begun = Instant::now();
    while db::task::depth(&app.db, app.now()).await.unwrap().0 > 0 {
        assert!(
            begun.elapsed() < Duration::from_secs(240),
            "the queue does not fall quiet"
        );
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    worker.kill().unwrap();
    worker.wait().unwrap();

    let (mut lost, mut doubled) = (0, 0);
    for submission in &sent {
        let now = db::submission::by_id(&app.db, &submission.id)
            .await
            .unwrap()
            .unwrap();
        let pictures = db::picture::of_submission(&app.db, &submission.id, app.now())
            .await
            .unwrap();
        let whole = now.state == State::InReview
            && pictures.len() == 8
            && db::submission::draft(&app.db, &submission.id)
                .await
                .unwrap()
                .is_some();
        lost += usize::from(!whole);
        let events = db::event::of(&app.db, submission.id.as_str())
            .await
            .unwrap();
        let changes: Vec<&str> = events.iter().map(|event| event.change.as_str()).collect();
        doubled += usize::from(changes != ["received", "resolving", "in_review"]);
        doubled += usize::from(ended(&app.db, submission).await != 3);
    }
    println!(
        "{}: {} submissions, killed while leased {STEPS:?} {killed:?}: {lost} lost, {doubled} doubled",
        fresh.url,
        sent.len()
    );
    assert_eq!((lost, doubled), (0, 0));
    assert!(db::task::dead(&app.db, 9).await.unwrap().is_empty());
    assert!(
        killed.iter().all(|&n| n > 0),
        "each step was hit: {killed:?}"
    );
}

async fn send(app: &App, n: usize) -> Submission {
    intake::receive(
        app,
        &answers(replay::GOOD_LINK),
        "form",
        &format!("crash {n}"),
    )
    .await
    .unwrap()
}

fn start_worker(fresh: &Fresh, replay: &Replay) -> Child {
    Command::new(binary())
        .arg("work")
        .env("DATABASE_URL", &fresh.url)
        .env("PUGCAST_MEDIA_DIR", fresh.dir.join("media"))
        .env("PUGCAST_LEASE_MS", "500")
        .env("PUGCAST_BACKOFF_MS", "20")
        .env("PUGCAST_MAX_ATTEMPTS", "100")
        .env("PUGCAST_LOG", "error")
        .envs(replay.settings())
        .stdin(Stdio::null())
        .spawn()
        .unwrap()
}

/// Until a task of this step is leased right now; false after twenty seconds.
async fn wait_until_leased(db: &Db, step: &str) -> bool {
    let begun = Instant::now();
    while begun.elapsed() < Duration::from_secs(20) {
        if leased(db, step).await > 0 {
            return true;
        }
        tokio::task::yield_now().await;
    }
    false
}

async fn leased(db: &Db, step: &str) -> i64 {
    count(
        db,
        "select count(*) from task where step = $1 and leased_by is not null",
        step,
    )
    .await
}

async fn ended(db: &Db, submission: &Submission) -> i64 {
    count(
        db,
        "select count(*) from task where subject = $1 and ended_at is not null and dead_at is null",
        submission.id.as_str(),
    )
    .await
}

async fn count(db: &Db, sql: &'static str, value: &str) -> i64 {
    match db {
        Db::Lite { read, .. } => sqlx::query_scalar(sql)
            .bind(value)
            .fetch_one(read)
            .await
            .unwrap(),
        Db::Pg(pool) => sqlx::query_scalar(sql)
            .bind(value)
            .fetch_one(pool)
            .await
            .unwrap(),
    }
}
