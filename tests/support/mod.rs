//! A fresh database of each kind, and an app on it.

pub mod browser;
pub mod sites;
pub mod smtp;

use jobs::StepError;
use pugcast::app::App;
use pugcast::config::{Config, Secret};
use pugcast::db::{Db, Tx};
use pugcast::model::submission::{Change, State};
use pugcast::model::{Clock, Random, SubmissionId};
use pugcast::pipeline::{self, Pipeline};
use pugcast::{db, worker};
use sqlx::{Connection, Executor};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use tokio_util::sync::CancellationToken;

/// A database for one test, gone with it.
pub struct Fresh {
    /// Its address.
    pub url: String,
    /// A folder for what the test keeps.
    pub dir: PathBuf,
}

static COUNT: AtomicU64 = AtomicU64::new(0);

impl Fresh {
    /// An empty SQLite file.
    pub fn lite() -> Fresh {
        let dir = scratch();
        Fresh {
            url: format!("sqlite:{}", dir.join("test.db").display()),
            dir,
        }
    }

    /// An empty PostgreSQL database on the server that `scripts/test` started.
    pub async fn pg() -> Fresh {
        let base = std::env::var("PUGCAST_TEST_POSTGRES")
            .expect("PUGCAST_TEST_POSTGRES names a server; scripts/test starts one");
        let name = format!(
            "t{}_{}",
            std::process::id(),
            COUNT.fetch_add(1, Ordering::Relaxed)
        );
        let mut admin = sqlx::PgConnection::connect(&format!("{base}/postgres"))
            .await
            .unwrap();
        admin
            .execute(sqlx::AssertSqlSafe(format!("create database {name}")))
            .await
            .unwrap();
        Fresh {
            url: format!("{base}/{name}"),
            dir: scratch(),
        }
    }

    /// One of each.
    pub async fn both() -> Vec<Fresh> {
        vec![Fresh::lite(), Fresh::pg().await]
    }

    /// Its address, as settings hold it.
    pub fn secret(&self) -> Secret {
        Secret::new(&self.url)
    }

    /// Opened.
    pub async fn open(&self) -> Db {
        Db::open(&Secret::new(&self.url)).await.unwrap()
    }

    /// An app on it, with these settings.
    pub async fn app(&self, settings: &[(&str, &str)]) -> App {
        self.app_at(settings, Clock::System).await
    }

    /// An app on it, with these settings and this clock.
    pub async fn app_at(&self, settings: &[(&str, &str)], clock: Clock) -> App {
        let media = self.dir.join("media").display().to_string();
        let mut all = vec![
            ("DATABASE_URL", self.url.as_str()),
            ("PUGCAST_MEDIA_DIR", media.as_str()),
        ];
        all.extend(settings);
        let config = Config::with(&all).unwrap();
        let url = "http://localhost:8080".into();
        let app = App::start(config, url, clock, Random::System)
            .await
            .unwrap();
        app.with_child(decoder())
    }
}

impl Drop for Fresh {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.dir);
    }
}

/// The collected inputs that are not ours to ship; says so where they are absent.
pub fn corpora() -> Option<PathBuf> {
    let folder = std::env::var_os("PUGCAST_CORPORA").map_or_else(
        || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/corpora")),
        PathBuf::from,
    );
    if folder.is_dir() {
        return Some(folder);
    }
    eprintln!(
        "skipped: no corpora in {} (PUGCAST_CORPORA)",
        folder.display()
    );
    None
}

/// The service's binary, as cargo built it for the tests.
pub fn binary() -> PathBuf {
    Path::new(env!("CARGO_BIN_EXE_pugcast")).to_owned()
}

/// The program beside it that decodes.
pub fn decoder() -> PathBuf {
    Path::new(env!("CARGO_BIN_EXE_pugcast-media")).to_owned()
}

fn scratch() -> PathBuf {
    let name = format!(
        "pugcast-test-{}-{}",
        std::process::id(),
        COUNT.fetch_add(1, Ordering::Relaxed)
    );
    let dir = std::env::temp_dir().join(name);
    std::fs::create_dir_all(&dir).unwrap();
    dir
}

/// Moves a submission to review, as the jobs do once they are done with it.
pub async fn to_review(app: &App, tx: &mut Tx, id: &SubmissionId) {
    for (from, change) in [
        (State::Received, Change::Resolve),
        (State::Resolving, Change::Draft),
    ] {
        let moved = pipeline::change(app, tx, id, from, change, "job", None, None).await;
        assert!(moved.unwrap(), "it was not {from:?}");
    }
}

/// Lets the real workers go until the queue is quiet.
pub async fn work(app: &App) {
    let stop = CancellationToken::new();
    let worker = tokio::spawn(worker::run(
        app.clone(),
        Arc::new(Pipeline(app.clone())),
        stop.clone(),
    ));
    let mut tick = tokio::time::interval(Duration::from_millis(10));
    let quiet = async {
        while db::task::depth(&app.db, app.now()).await.unwrap().0 > 0 {
            tick.tick().await;
        }
    };
    tokio::time::timeout(Duration::from_secs(120), quiet)
        .await
        .expect("the queue falls quiet");
    stop.cancel();
    worker.await.unwrap();
}

/// A failure that no second try will mend.
pub fn final_error() -> StepError {
    StepError::fail(jobs::Code::Internal, "made for the test")
}

/// Reads a service's log until it serves.
pub fn until_served(log: &mut impl std::io::BufRead) {
    let mut line = String::new();
    while !line.contains("serving") {
        line.clear();
        let read = log.read_line(&mut line).unwrap();
        assert!(read > 0, "it ended before it served");
    }
}
