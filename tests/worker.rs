//! The queue and its workers, on both databases.

use crate::support::{Fresh, final_error};
use futures::FutureExt;
use futures::future::BoxFuture;
use jobs::{Code, StepError};
use pugcast::app::App;
use pugcast::db;
use pugcast::model::task::{Step, Task};
use pugcast::model::{Clock, Random, TaskId};
use pugcast::queue;
use pugcast::worker::{self, Save, Work};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::sync::Barrier;
use tokio_util::sync::CancellationToken;

/// What a subject asks of the work: its text says it.
struct Told {
    runs: AtomicUsize,
    given_up: AtomicUsize,
}

impl Work for Told {
    fn run(&self, task: &Task) -> BoxFuture<'_, Result<Save, StepError>> {
        let run = self.runs.fetch_add(1, Ordering::SeqCst);
        let task = task.clone();
        async move {
            let done: Save = Box::new(|_| async { Ok(None) }.boxed());
            match task.subject.as_str() {
                "fails twice" if run < 2 => Err(StepError::retry(Code::ProviderBusy, "not yet")),
                "fails for ever" => Err(StepError::retry(Code::ProviderBusy, "never")),
                "kills its decoder" => Err(StepError::retry(Code::MediaChild, "it crashed")),
                "kills it twice" if run < 2 => {
                    Err(StepError::retry(Code::MediaChild, "it crashed"))
                }
                "is final" => Err(final_error()),
                "panics" => panic!("made for the test"),
                "chain" => {
                    let next = (task.step == Step::Resolve).then_some(Step::Prepare);
                    let save: Save = Box::new(move |_| async move { Ok(next) }.boxed());
                    Ok(save)
                }
                "is slow" => {
                    tokio::time::sleep(Duration::from_millis(2400)).await;
                    Ok(done)
                }
                _ => Ok(done),
            }
        }
        .boxed()
    }

    fn give_up(&self, _task: &Task, _error: &StepError) -> Save {
        self.given_up.fetch_add(1, Ordering::SeqCst);
        Box::new(|_| async { Ok(None) }.boxed())
    }
}

async fn push(app: &App, subject: &str) {
    let mut tx = app.db.begin().await.unwrap();
    queue::push(app, &mut tx, Step::Resolve, subject)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    app.bell.ring();
}

const FAST: &[(&str, &str)] = &[
    ("PUGCAST_BACKOFF_MS", "5"),
    ("PUGCAST_LEASE_MS", "900"),
    ("PUGCAST_MAX_ATTEMPTS", "4"),
    ("PUGCAST_WORKERS", "3"),
];

/// Runs the worker until no task is open.
async fn until_quiet(app: &App) -> Arc<Told> {
    let told = Arc::new(Told {
        runs: AtomicUsize::new(0),
        given_up: AtomicUsize::new(0),
    });
    run_until_quiet(app, told.clone()).await;
    told
}

async fn run_until_quiet(app: &App, work: Arc<dyn Work>) {
    let stop = CancellationToken::new();
    let worker = tokio::spawn(worker::run(app.clone(), work, stop.clone()));
    let quiet = async {
        let mut tick = tokio::time::interval(Duration::from_millis(5));
        while db::task::depth(&app.db, app.now()).await.unwrap().0 > 0 {
            tick.tick().await;
        }
    };
    tokio::time::timeout(Duration::from_secs(30), quiet)
        .await
        .expect("the queue falls quiet");
    stop.cancel();
    worker.await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn each_kind_of_outcome() {
    for fresh in Fresh::both().await {
        for (subject, runs, dead) in [
            ("goes well", 1, 0),
            ("fails twice", 3, 0),
            ("fails for ever", 4, 1),
            ("kills its decoder", 3, 1),
            ("kills it twice", 3, 0),
            ("is final", 1, 1),
            ("panics", 1, 1),
            ("chain", 2, 0),
            ("is slow", 1, 0),
        ] {
            let app = fresh.app(FAST).await;
            push(&app, subject).await;
            let told = until_quiet(&app).await;
            let letters = db::task::dead(&app.db, 10).await.unwrap();
            assert_eq!(
                told.runs.load(Ordering::SeqCst),
                runs,
                "{} {subject}: runs",
                fresh.url
            );
            assert_eq!(
                told.given_up.load(Ordering::SeqCst),
                dead,
                "{} {subject}: given up",
                fresh.url
            );
            assert_eq!(letters.len(), dead, "{} {subject}: {letters:?}", fresh.url);
            for letter in letters {
                let mut tx = app.db.begin().await.unwrap();
                assert_eq!(
                    db::task::revive(&mut tx, &letter.id).await.unwrap(),
                    Some((Step::Resolve, subject.into()))
                );
                tx.commit().await.unwrap();
            }
            app.db.close().await;
        }
    }
}

#[tokio::test]
async fn an_open_task_is_pushed_once() {
    for fresh in Fresh::both().await {
        let app = fresh.app(&[]).await;
        push(&app, "same").await;
        push(&app, "same").await;
        assert_eq!(
            db::task::depth(&app.db, app.now() + 1).await.unwrap(),
            (1, 1, 0)
        );
    }
}

/// What is pushed while it runs may have been read before the change that it was pushed for.
#[tokio::test]
async fn a_task_that_is_pushed_while_it_runs_runs_once_more() {
    for fresh in Fresh::both().await {
        let app = fresh.app(&[]).await;
        for (step, again) in [(Step::Card, 1), (Step::Poll, 0)] {
            let push = async || {
                let mut tx = app.db.begin().await.unwrap();
                queue::push(&app, &mut tx, step, "same").await.unwrap();
                tx.commit().await.unwrap();
            };
            push().await;
            let now = app.now() + 1;
            let claimed = db::task::claim(&app.db, "one", now, now + 100, 5).await;
            let task = claimed.unwrap().remove(0);
            push().await;
            push().await;
            let mut tx = app.db.begin().await.unwrap();
            assert!(db::task::end(&mut tx, &task, "one", now).await.unwrap());
            tx.commit().await.unwrap();
            let (open, due, dead) = db::task::depth(&app.db, now).await.unwrap();
            assert_eq!((open, due, dead), (again, again, 0), "{step:?}");
            for task in db::task::claim(&app.db, "one", now, now + 100, 5)
                .await
                .unwrap()
            {
                let mut tx = app.db.begin().await.unwrap();
                assert!(db::task::end(&mut tx, &task, "one", now).await.unwrap());
                tx.commit().await.unwrap();
            }
            assert_eq!(
                db::task::depth(&app.db, now).await.unwrap().0,
                0,
                "and no more"
            );
        }
    }
}

/// A worker that died: its lease runs out, its try counts, and what it still brings is refused.
#[tokio::test]
async fn a_lost_lease_saves_nothing() {
    for fresh in Fresh::both().await {
        let app = fresh.app(&[]).await;
        push(&app, "x").await;
        let now = app.now();
        let first = db::task::claim(&app.db, "first", now + 1, now + 100, 5)
            .await
            .unwrap();
        assert_eq!(first.len(), 1);
        assert!(
            db::task::claim(&app.db, "second", now + 50, now + 200, 5)
                .await
                .unwrap()
                .is_empty()
        );
        let second = db::task::claim(&app.db, "second", now + 101, now + 200, 5)
            .await
            .unwrap();
        assert_eq!((second.len(), second[0].attempt), (1, 2));
        let mut tx = app.db.begin().await.unwrap();
        assert!(
            !db::task::renew(&mut tx, &first[0], "first", now + 900)
                .await
                .unwrap()
        );
        assert!(
            !db::task::again(&mut tx, &first[0], "first", now, "x")
                .await
                .unwrap()
        );
        assert!(
            !db::task::bury(&mut tx, &first[0], "first", Some("x"), now)
                .await
                .unwrap()
        );
        assert!(
            !db::task::give_back(&mut tx, &first[0], "first", now)
                .await
                .unwrap()
        );
        assert!(
            !db::task::end(&mut tx, &first[0], "first", now)
                .await
                .unwrap()
        );
        assert!(
            db::task::renew(&mut tx, &second[0], "second", now + 300)
                .await
                .unwrap()
        );
        assert!(
            db::task::end(&mut tx, &second[0], "second", now + 102)
                .await
                .unwrap()
        );
        tx.commit().await.unwrap();
        assert_eq!(db::task::depth(&app.db, now).await.unwrap(), (0, 0, 0));
    }
}

/// A task whose process dies each time is dead after its attempts, though nobody was left to say so.
#[tokio::test(flavor = "multi_thread")]
async fn a_task_that_kills_its_process_is_counted() {
    for fresh in Fresh::both().await {
        let app = fresh.app(FAST).await;
        push(&app, "goes well").await;
        let now = app.now();
        for attempt in 0..4 {
            let lease_end = now + 1 + attempt;
            let taken = db::task::claim(&app.db, "dies", now + 1 + attempt, lease_end, 1)
                .await
                .unwrap();
            assert_eq!(taken.len(), 1);
        }
        let told = until_quiet(&app).await;
        assert_eq!(told.runs.load(Ordering::SeqCst), 0);
        assert_eq!(db::task::dead(&app.db, 10).await.unwrap().len(), 1);
    }
}

/// Leases of 900 ms, work of 2,400 ms, and a second worker that waits to steal.
#[tokio::test(flavor = "multi_thread")]
async fn leases_are_renewed_while_work_goes_on() {
    for fresh in Fresh::both().await {
        let app = fresh.app(FAST).await;
        for n in 0..6 {
            let mut tx = app.db.begin().await.unwrap();
            let step = [Step::Resolve, Step::Prepare, Step::Draft][n % 3];
            let id = TaskId::mint(&app.clock, &app.random);
            db::task::push(
                &mut tx,
                &id,
                step,
                if n < 3 { "is slow" } else { "goes well" },
                4,
                app.now(),
            )
            .await
            .unwrap();
            tx.commit().await.unwrap();
        }
        let thief = fresh.app(FAST).await;
        let (one, other) = tokio::join!(until_quiet(&app), until_quiet(&thief));
        let runs = one.runs.load(Ordering::SeqCst) + other.runs.load(Ordering::SeqCst);
        assert_eq!(runs, 6, "{}: no task ran twice", fresh.url);
    }
}

/// SIGTERM in the middle: what runs finishes, what waits stays.
#[tokio::test(flavor = "multi_thread")]
async fn stopping_lets_work_finish() {
    for fresh in Fresh::both().await {
        let app = fresh.app(FAST).await;
        push(&app, "is slow").await;
        let told = Arc::new(Told {
            runs: AtomicUsize::new(0),
            given_up: AtomicUsize::new(0),
        });
        let stop = CancellationToken::new();
        let worker = tokio::spawn(worker::run(app.clone(), told.clone(), stop.clone()));
        while told.runs.load(Ordering::SeqCst) == 0 {
            tokio::task::yield_now().await;
        }
        stop.cancel();
        worker.await.unwrap();
        assert_eq!(
            db::task::depth(&app.db, app.now()).await.unwrap(),
            (0, 0, 0),
            "it ended well"
        );
    }
}

/// Three steps that end together; the first save of one of them fails halfway.
struct Together {
    barrier: Barrier,
    runs: Mutex<Vec<(Step, String)>>,
}

impl Work for Together {
    fn run(&self, task: &Task) -> BoxFuture<'_, Result<Save, StepError>> {
        let task = task.clone();
        async move {
            let run = (task.step, task.subject.clone());
            self.runs.lock().unwrap().push(run);
            let first = task.step == Step::Resolve && task.attempt == 1;
            if first {
                self.barrier.wait().await;
            }
            let save: Save = Box::new(move |tx| {
                async move {
                    if first && task.subject == "odd" {
                        db::task::push(tx, &ghost(), Step::Draft, "ghost", 1, 0).await?;
                        return Err(db::Error::Other(sqlx::Error::RowNotFound));
                    }
                    Ok((task.step == Step::Resolve).then_some(Step::Prepare))
                }
                .boxed()
            });
            Ok(save)
        }
        .boxed()
    }

    fn give_up(&self, _task: &Task, _error: &StepError) -> Save {
        unreachable!("none of them is given up")
    }
}

fn ghost() -> TaskId {
    TaskId::mint(&Clock::System, &Random::System)
}

/// Ends that share a commit do not share a failure: only the odd one is undone and tried again.
#[tokio::test(flavor = "multi_thread")]
async fn ends_that_share_a_commit_fail_alone() {
    for fresh in Fresh::both().await {
        let app = fresh.app(FAST).await;
        for subject in ["even", "odd", "other"] {
            push(&app, subject).await;
        }
        let work = Arc::new(Together {
            barrier: Barrier::new(3),
            runs: Mutex::default(),
        });
        run_until_quiet(&app, work.clone()).await;
        let mut runs = work.runs.lock().unwrap().clone();
        runs.sort_by_key(|(step, subject)| (subject.clone(), step.as_str()));
        let run = |step, subject: &str| (step, subject.to_owned());
        assert_eq!(
            runs,
            [
                run(Step::Prepare, "even"),
                run(Step::Resolve, "even"),
                run(Step::Prepare, "odd"),
                run(Step::Resolve, "odd"),
                run(Step::Resolve, "odd"),
                run(Step::Prepare, "other"),
                run(Step::Resolve, "other"),
            ],
            "{}",
            fresh.url
        );
    }
}
