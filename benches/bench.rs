//! What a thing costs. `scripts/bench [NAME…]` prints a table and writes `target/bench.json`.

#![expect(
    clippy::unwrap_used,
    reason = "a benchmark that cannot measure says so and ends"
)]

#[path = "parts/accept.rs"]
mod accept;
#[path = "parts/doubles.rs"]
mod doubles;
#[path = "parts/feeds.rs"]
mod feeds;
#[path = "parts/filling.rs"]
mod filling;
#[path = "parts/first.rs"]
mod first;
#[path = "parts/imports.rs"]
mod imports;
#[path = "parts/pictures.rs"]
mod pictures;
#[path = "parts/search.rs"]
mod search;
#[path = "parts/serving.rs"]
mod serving;
#[path = "parts/sound.rs"]
mod sound;
#[path = "parts/sources.rs"]
mod sources;

use futures::FutureExt;
use futures::future::BoxFuture;
use jobs::StepError;
use pugcast::app::App;
use pugcast::config::Config;
use pugcast::db::{Db, Tx};
use pugcast::model::task::{Step, Task};
use pugcast::model::{Clock, Random};
use pugcast::queue;
use pugcast::worker::{self, Save, Work};
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, Instant};
use tokio_util::sync::CancellationToken;

/// One line of the table.
struct Row {
    name: String,
    ours: f64,
    peer: Option<f64>,
    unit: &'static str,
    better: &'static str,
    goal: Option<f64>,
    note: String,
}

#[tokio::main]
async fn main() {
    let wanted: Vec<String> = std::env::args()
        .skip(1)
        .filter(|arg| !arg.starts_with("--"))
        .collect();
    let wants = |name: &str| {
        wanted.is_empty() || wanted.iter().any(|wanted| name.contains(wanted.as_str()))
    };
    let mut rows = Vec::new();
    for kind in ["sqlite", "postgres"] {
        if wants(&format!("tasks-{kind}")) {
            rows.push(tasks(kind).await);
        }
        if wants(&format!("start-latency-{kind}")) {
            rows.extend(latency(kind).await);
        }
        if wants(&format!("feeds-{kind}")) {
            rows.extend(feeds::rows(kind).await);
        }
        if wants(&format!("accept-{kind}")) {
            rows.extend(accept::rows(kind).await);
        }
        if wants(&format!("doubles-{kind}")) {
            rows.extend(doubles::rows(kind).await);
        }
        if wants(&format!("search-{kind}")) {
            rows.extend(search::rows(kind).await);
        }
        if wants(&format!("poll-nothing-new-{kind}")) {
            rows.extend(sources::poll(kind).await);
        }
    }
    if wants("feed-parse-10k") {
        rows.extend(sources::parse());
    }
    if wants("imports") {
        rows.extend(imports::rows().await);
    }
    if wants("sound") {
        rows.extend(sound::rows().await);
    }
    if wants("pictures") {
        rows.extend(pictures::rows().await);
    }
    if wants("first-build") {
        rows.extend(first::rows().await);
    }
    if wants("serving") {
        rows.extend(serving::rows().await);
    }
    if wants("idle-cpu") {
        rows.push(idle());
    }
    if wants("startup") || wants("memory") {
        rows.extend(startup());
    }
    print(&rows);
    write(&rows);
}

fn print(rows: &[Row]) {
    println!(
        "{:<36} {:>11} {:>11} {:>7} {:<8} {:<7} {:>9}  note",
        "name", "ours", "peer", "ratio", "unit", "better", "goal"
    );
    for row in rows {
        let or_dash =
            |value: Option<f64>| value.map_or("-".to_owned(), |value| format!("{value:.2}"));
        println!(
            "{:<36} {:>11.2} {:>11} {:>7} {:<8} {:<7} {:>9}  {}",
            row.name,
            row.ours,
            or_dash(row.peer),
            or_dash(row.peer.map(|peer| row.ours / peer)),
            row.unit,
            row.better,
            or_dash(row.goal),
            row.note
        );
    }
}

fn write(rows: &[Row]) {
    let rows: Vec<serde_json::Value> = rows
        .iter()
        .map(|row| {
            serde_json::json!({
                "name": row.name, "ours": row.ours, "peer": row.peer, "unit": row.unit, "better": row.better,
                "ratio": row.peer.map(|peer| row.ours / peer), "goal": row.goal, "note": row.note,
            })
        })
        .collect();
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/bench.json");
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(&path, format!("{:#}\n", serde_json::Value::from(rows))).unwrap();
}

/// Tasks of the bench: each leaves one durable row, in the transaction that ends it.
struct Effect {
    started: Arc<AtomicI64>,
    begun: Instant,
}

impl Work for Effect {
    fn run(&self, task: &Task) -> BoxFuture<'_, Result<Save, StepError>> {
        self.started
            .store(self.begun.elapsed().as_nanos() as i64, Ordering::SeqCst);
        let subject = task.subject.clone();
        async move {
            let save: Save = Box::new(move |tx| {
                async move {
                    const SQL: &str = "insert into effect (subject) values ($1)";
                    match tx {
                        Tx::Lite(tx, _) => sqlx::query(SQL)
                            .bind(&subject)
                            .execute(&mut **tx)
                            .await
                            .map(|_| ())?,
                        Tx::Pg(tx, _) => sqlx::query(SQL)
                            .bind(&subject)
                            .execute(&mut **tx)
                            .await
                            .map(|_| ())?,
                    }
                    Ok(None)
                }
                .boxed()
            });
            Ok(save)
        }
        .boxed()
    }

    fn give_up(&self, _task: &Task, _error: &StepError) -> Save {
        unreachable!("the bench's tasks do not fail")
    }
}

/// Tasks per second through the real queue, and the same in Python's usual choice.
async fn tasks(kind: &str) -> Row {
    const TASKS: usize = 6000;
    let mut rounds = Vec::new();
    for _ in 0..3 {
        let scratch = Scratch::new(kind).await;
        let app = scratch.app("8").await;
        effect_table(&app.db).await;
        for n in 0..TASKS {
            if n % 500 == 0 {
                push(&app, n..n + 500).await;
            }
        }
        let stop = CancellationToken::new();
        let begun = Instant::now();
        let work = Arc::new(Effect {
            started: Arc::default(),
            begun,
        });
        let running = tokio::spawn(worker::run(app.clone(), work, stop.clone()));
        while effects(&app.db).await < TASKS as i64 {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        rounds.push(TASKS as f64 / begun.elapsed().as_secs_f64());
        stop.cancel();
        running.await.unwrap();
        assert_eq!(effects(&app.db).await, TASKS as i64, "each effect once");
    }
    let peer = match kind {
        "sqlite" => python("huey_rate.py", &[]),
        _ => python("procrastinate_rate.py", &[&Scratch::new(kind).await.url]),
    };
    let note = if kind == "sqlite" {
        "peer: huey, SqliteHuey(fsync)"
    } else {
        "peer: procrastinate"
    };
    Row {
        name: format!("tasks-{kind}"),
        ours: median(rounds),
        peer,
        unit: "tasks/s",
        better: "higher",
        goal: Some(1200.0),
        note: note.into(),
    }
}

/// From the commit that pushes a task to its first instruction.
async fn latency(kind: &str) -> Vec<Row> {
    let scratch = Scratch::new(kind).await;
    let app = scratch.app("8").await;
    effect_table(&app.db).await;
    let stop = CancellationToken::new();
    let begun = Instant::now();
    let started = Arc::new(AtomicI64::new(-1));
    let work = Arc::new(Effect {
        started: started.clone(),
        begun,
    });
    let running = tokio::spawn(worker::run(app.clone(), work, stop.clone()));
    let mut waits = Vec::new();
    for n in 0..300 {
        tokio::time::sleep(Duration::from_millis(7)).await;
        started.store(-1, Ordering::SeqCst);
        push(&app, n..n + 1).await;
        let pushed = begun.elapsed().as_nanos() as i64;
        while started.load(Ordering::SeqCst) < 0 {
            tokio::task::yield_now().await;
        }
        waits.push((started.load(Ordering::SeqCst) - pushed).max(0) as f64 / 1e6);
    }
    stop.cancel();
    running.await.unwrap();
    waits.sort_by(f64::total_cmp);
    let at = |share: f64| waits[((waits.len() - 1) as f64 * share) as usize];
    let row = |name: &str, ours, goal| Row {
        name: format!("start-latency-{kind}-{name}"),
        ours,
        peer: None,
        unit: "ms",
        better: "lower",
        goal,
        note: "enqueue to start".into(),
    };
    vec![row("p50", at(0.5), Some(10.0)), row("p99", at(0.99), None)]
}

/// Share of a core that an idle service takes.
fn idle() -> Row {
    let served = Served::start();
    std::thread::sleep(Duration::from_secs(3));
    let before = cpu_seconds(served.child.id());
    std::thread::sleep(Duration::from_secs(20));
    let share = (cpu_seconds(served.child.id()) - before) / 20.0 * 100.0;
    Row {
        name: "idle-cpu".into(),
        ours: share,
        peer: None,
        unit: "% core",
        better: "lower",
        goal: Some(1.0),
        note: "pugcast run, SQLite, over 20 s".into(),
    }
}

/// From exec to the first 200, and the memory then, on a database that exists.
fn startup() -> Vec<Row> {
    let (mut times, mut memory) = (Vec::new(), Vec::new());
    for _ in 0..7 {
        let served = Served::start();
        times.push(served.took.as_secs_f64() * 1000.0);
        memory.push(resident_mb(served.child.id()));
    }
    let row = |name: &str, ours, unit, goal| Row {
        name: name.into(),
        ours,
        peer: None,
        unit,
        better: "lower",
        goal: Some(goal),
        note: "pugcast run, SQLite, median of 7".into(),
    };
    vec![
        row("startup", median(times), "ms", 200.0),
        row("memory", median(memory), "MB", 40.0),
    ]
}

async fn push(app: &App, numbers: std::ops::Range<usize>) {
    let mut tx = app.db.begin().await.unwrap();
    for n in numbers {
        queue::push(app, &mut tx, Step::Draft, &n.to_string())
            .await
            .unwrap();
    }
    tx.commit().await.unwrap();
    app.bell.ring();
}

async fn effect_table(db: &Db) {
    const SQL: &str = "create table effect (subject text primary key)";
    match db {
        Db::Lite { write, .. } => sqlx::query(SQL).execute(write).await.map(|_| ()).unwrap(),
        Db::Pg(pool, _) => sqlx::query(SQL).execute(pool).await.map(|_| ()).unwrap(),
    }
}

async fn effects(db: &Db) -> i64 {
    const SQL: &str = "select count(*) from effect";
    match db {
        Db::Lite { read, .. } => sqlx::query_scalar(SQL).fetch_one(read).await.unwrap(),
        Db::Pg(pool, _) => sqlx::query_scalar(SQL).fetch_one(pool).await.unwrap(),
    }
}

/// A database and a folder, gone with it.
struct Scratch {
    dir: PathBuf,
    url: String,
}

impl Scratch {
    async fn new(kind: &str) -> Scratch {
        let name = format!(
            "bench_{}_{}",
            std::process::id(),
            Random::System.token().replace('-', "x").to_lowercase()
        );
        let dir = std::env::temp_dir().join(format!("pugcast-{name}"));
        std::fs::create_dir_all(&dir).unwrap();
        let url = if kind == "sqlite" {
            format!("sqlite:{}", dir.join("bench.db").display())
        } else {
            use sqlx::{Connection, Executor};
            let base = std::env::var("PUGCAST_TEST_POSTGRES")
                .expect("scripts/bench starts a PostgreSQL and names it");
            let mut admin = sqlx::PgConnection::connect(&format!("{base}/postgres"))
                .await
                .unwrap();
            admin
                .execute(sqlx::AssertSqlSafe(format!("create database {name}")))
                .await
                .unwrap();
            format!("{base}/{name}")
        };
        Scratch { dir, url }
    }

    async fn app(&self, workers: &str) -> App {
        self.app_with(&[("PUGCAST_WORKERS", workers)]).await
    }

    async fn app_with(&self, settings: &[(&str, &str)]) -> App {
        let media = self.dir.join("media").display().to_string();
        let mut all = vec![
            ("DATABASE_URL", self.url.as_str()),
            ("PUGCAST_MEDIA_DIR", media.as_str()),
        ];
        all.extend(settings);
        let config = Config::with(&all);
        App::start(
            config.unwrap(),
            "http://localhost".into(),
            Clock::System,
            Random::System,
        )
        .await
        .unwrap()
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.dir);
    }
}

/// The service as a process of its own, answering.
struct Served {
    child: Child,
    took: Duration,
    port: u16,
    /// Gone with it, where it has a folder of its own.
    dir: Option<PathBuf>,
}

impl Served {
    /// On a database of its own, that is not there yet.
    fn start() -> Served {
        let dir = std::env::temp_dir().join(format!("pugcast-served-{}", std::process::id()));
        let url = format!("sqlite:{}", dir.join("x.db").display());
        let mut program = Command::new(env!("CARGO_BIN_EXE_pugcast"));
        program.arg("run");
        let mut served = Served::run(program, &url, dir.clone());
        served.dir = Some(dir);
        served
    }

    /// On a database that somebody filled.
    fn on(url: &str, dir: PathBuf, role: &str) -> Served {
        let mut program = Command::new(env!("CARGO_BIN_EXE_pugcast"));
        program.arg(role);
        Served::run(program, url, dir)
    }

    /// The same, on one core.
    fn pinned(url: &str, dir: PathBuf, role: &str, core: &str) -> Served {
        let mut program = Command::new("taskset");
        program.args(["-c", core, env!("CARGO_BIN_EXE_pugcast"), role]);
        Served::run(program, url, dir)
    }

    fn run(mut program: Command, url: &str, dir: PathBuf) -> Served {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        drop(listener);
        let begun = Instant::now();
        let child = program
            .env("DATABASE_URL", url)
            .env("PUGCAST_MEDIA_DIR", dir.join("media"))
            .env("PUGCAST_LISTEN", format!("127.0.0.1:{port}"))
            .env("PUGCAST_LOG", "error")
            .stdin(Stdio::null())
            .spawn()
            .unwrap();
        while !answers(port) {
            assert!(
                begun.elapsed() < Duration::from_secs(20),
                "the service does not start"
            );
            std::thread::sleep(Duration::from_millis(1));
        }
        Served {
            child,
            took: begun.elapsed(),
            port,
            dir: None,
        }
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        if let Some(dir) = &self.dir {
            let _ = std::fs::remove_dir_all(dir);
        }
    }
}

fn answers(port: u16) -> bool {
    fetch(port, "/healthz", "").is_some_and(|answer| answer.status == 200)
}

/// An answer as it came.
struct Answer {
    status: u16,
    head: String,
    body: Vec<u8>,
}

impl Answer {
    fn header(&self, name: &str) -> &str {
        let mut lines = self.head.lines().filter_map(|line| line.split_once(": "));
        let line = lines.find(|(own, _)| own.eq_ignore_ascii_case(name));
        line.map_or("", |(_, value)| value)
    }
}

/// Asks a server here; `header` is a line of its own.
fn fetch(port: u16, path: &str, header: &str) -> Option<Answer> {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).ok()?;
    let end = if header.is_empty() { "" } else { "\r\n" };
    let request = format!("GET {path} HTTP/1.0\r\nHost: localhost\r\n{header}{end}\r\n");
    stream.write_all(request.as_bytes()).ok()?;
    let mut all = Vec::new();
    stream.read_to_end(&mut all).ok()?;
    let end = all.windows(4).position(|four| four == b"\r\n\r\n")?;
    let head = String::from_utf8(all[..end].to_vec()).ok()?;
    Some(Answer {
        status: head.split(' ').nth(1)?.parse().ok()?,
        head,
        body: all[end + 4..].to_vec(),
    })
}

fn cpu_seconds(pid: u32) -> f64 {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap();
    let fields: Vec<&str> = stat
        .rsplit_once(')')
        .unwrap()
        .1
        .split_whitespace()
        .collect();
    // utime and stime, in ticks of a hundredth of a second on Linux.
    (fields[11].parse::<f64>().unwrap() + fields[12].parse::<f64>().unwrap()) / 100.0
}

fn resident_mb(pid: u32) -> f64 {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap();
    let line = status
        .lines()
        .find(|line| line.starts_with("VmRSS:"))
        .unwrap();
    line.split_whitespace()
        .nth(1)
        .unwrap()
        .parse::<f64>()
        .unwrap()
        / 1024.0
}

/// What a Python peer prints: one number. Absent peers are said to be so, not guessed.
fn python(script: &str, args: &[&str]) -> Option<f64> {
    let python = std::env::var("PUGCAST_TEST_PEERS").ok()?;
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("benches/peers")
        .join(script);
    let output = Command::new(python)
        .arg(path)
        .args(args)
        .stderr(Stdio::inherit())
        .output()
        .ok()?;
    String::from_utf8_lossy(&output.stdout)
        .trim()
        .lines()
        .last()?
        .parse()
        .ok()
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
