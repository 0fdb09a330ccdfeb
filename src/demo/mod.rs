//! The main job, whole: sample links in, real jobs and real client code, an
//! editor's decisions, and the feed that comes out, checked over HTTP.

use crate::app::App;
use crate::command::editor;
use crate::config::Config;
use crate::db;
use crate::model::submission::{State, Submission};
use crate::model::{Clock, Random};
use crate::replay::{self, Replay, Sample};
use crate::service::{self, Role, Running};
use crate::text::Catalogue;
use anyhow::{Context, ensure};
use std::borrow::Cow;
use std::collections::HashSet;
use std::io::{IsTerminal, Write, stdout};
use std::path::PathBuf;
use std::time::{Duration, Instant};

mod check;
mod decide;
mod doors;
mod voices;

/// Jobs that have not ended by then are a fault, and said to be one.
const PATIENCE: Duration = Duration::from_secs(90);
/// Who decides in the demo.
const EDITOR: &str = "demo@localhost";

/// Runs the demo; with `once` it ends when all is shown and well.
///
/// # Errors
/// The first thing that is not well.
pub async fn run(once: bool, dir: Option<PathBuf>) -> anyhow::Result<()> {
    let begun = Instant::now();
    let say = Say(Catalogue::new("en"));
    let folder = Folder::new(dir)?;
    say.line(
        "demo-start",
        &[("folder", folder.path.display().to_string())],
    );
    let replay = replay::start()
        .await
        .context("cannot start the providers' stand-in")?;
    say.line("demo-replay", &[("url", replay.url().to_string())]);
    let running = start(&say, &folder, &replay).await?;
    let app = running.app.clone();
    say.line("demo-service", &[("url", app.url.clone())]);

    let samples = replay::samples();
    let sent = send(&app, &samples).await?;
    let countries: HashSet<&str> = samples.iter().map(|sample| sample.group.country).collect();
    let links: usize = samples.iter().map(|sample| sample.links.len()).sum();
    let counts = [
        ("submissions", sent.len()),
        ("links", links),
        ("countries", countries.len()),
    ];
    say.line(
        "demo-sent",
        &counts.map(|(name, count)| (name, count.to_string())),
    );

    say.line("demo-jobs", &[]);
    wait(&say, &app, sent.len()).await?;
    let taken = decide::take(&app, &samples, &sent).await?;
    say.line("demo-taken", &[("count", taken.len().to_string())]);
    wait(&say, &app, sent.len() + taken.len()).await?;
    let published = decide::publish(&app, &taken).await?;
    let (accepted, declined) = decide::decide(&app, &samples, &sent).await?;
    let accepted = accepted + published;
    say.line(
        "demo-decided",
        &[
            ("accepted", accepted.to_string()),
            ("declined", declined.to_string()),
        ],
    );

    let (sources, things) = decide::subscribe(&app).await?;
    say.line(
        "demo-subscribed",
        &[
            ("sources", sources.to_string()),
            ("things", things.to_string()),
        ],
    );
    let accepted = accepted + voices(&say, &app).await?;
    drawn(&app).await?;

    let address = running.address.context("the service listens nowhere")?;
    let seen = check::feeds(address, accepted).await?;
    say.line(
        "demo-feed",
        &[
            ("url", format!("{}/showcase.xml", app.url)),
            ("items", accepted.to_string()),
            ("pictures", seen.pictures.to_string()),
        ],
    );
    say.line(
        "demo-podcast",
        &[
            ("url", format!("{}/podcast.xml", app.url)),
            ("episodes", seen.episodes.to_string()),
        ],
    );
    say.line(
        "demo-took",
        &[("seconds", format!("{:.1}", begun.elapsed().as_secs_f64()))],
    );
    if once {
        running.stop().await;
        return Ok(());
    }
    let desk = editor::invite(&app, EDITOR).await?;
    say.line("demo-look", &[("url", format!("{}/", app.url))]);
    say.line("demo-desk", &[("url", format!("{}{desk}", app.url))]);
    say.line("demo-stop", &[]);
    running.until_signal().await;
    Ok(())
}

async fn start(say: &Say, folder: &Folder, replay: &Replay) -> anyhow::Result<Running> {
    let mut settings: Vec<(String, String)> = replay.settings();
    let given = |name: &str| std::env::var(name).ok();
    settings.push((
        "DATABASE_URL".into(),
        format!("sqlite:{}", folder.path.join("demo.db").display()),
    ));
    settings.push((
        "PUGCAST_MEDIA_DIR".into(),
        folder.path.join("media").display().to_string(),
    ));
    settings.push((
        "PUGCAST_LOG".into(),
        given("PUGCAST_LOG").unwrap_or_else(|| "error".into()),
    ));
    settings.push((
        "PUGCAST_NAME".into(),
        "Usergroups of the world (sample)".into(),
    ));
    for name in ["PUGCAST_SANDBOX", "PUGCAST_URL", "PUGCAST_WORKERS"] {
        settings.extend(given(name).map(|value| (name.to_owned(), value)));
    }
    let listen = given("PUGCAST_LISTEN");
    settings.extend(
        listen
            .clone()
            .map(|value| ("PUGCAST_LISTEN".to_owned(), value)),
    );
    let borrowed: Vec<(&str, &str)> = settings
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    let mut config = Config::with(&borrowed)?;
    super::command::start_log(&config);
    let started = service::start(
        config.clone(),
        Role::Run,
        Clock::System,
        Random::System,
        |app| app,
    )
    .await;
    match started {
        // Nobody asked for this port: any other shows the demo as well.
        Err(service::Error::Listen { address, .. }) if listen.is_none() => {
            say.line("demo-port", &[("address", address.to_string())]);
            config.listen.set_port(0);
            Ok(service::start(config, Role::Run, Clock::System, Random::System, |app| app).await?)
        }
        started => Ok(started?),
    }
}

async fn send(app: &App, samples: &[Sample]) -> anyhow::Result<Vec<Submission>> {
    let mut sent = Vec::new();
    for (n, sample) in samples.iter().enumerate() {
        sent.push(doors::send(app, n, sample).await?);
    }
    Ok(sent)
}

/// Shows how far the jobs are until none is left.
async fn wait(say: &Say, app: &App, all: usize) -> anyhow::Result<()> {
    let begun = Instant::now();
    loop {
        let counts = db::submission::counts(&app.db).await?;
        let busy = counts
            .iter()
            .filter(|(state, _)| matches!(state, State::Received | State::Resolving));
        let busy: i64 = busy.map(|(_, count)| count).sum();
        say.progress(all as i64 - busy, all);
        if busy == 0 {
            say.end_progress();
            for (state, count) in counts {
                let state = say.0.t(&state.key());
                say.line(
                    "demo-state",
                    &[("count", count.to_string()), ("state", state)],
                );
            }
            return Ok(());
        }
        ensure!(
            begun.elapsed() < PATIENCE,
            "{busy} submissions are still with the jobs after {PATIENCE:?}"
        );
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

/// Two postcards, published, and the world tour that they make; how many entries that is.
async fn voices(say: &Say, app: &App) -> anyhow::Result<usize> {
    let sent = voices::send(app).await?;
    drawn(app).await?;
    voices::publish(app, &sent).await?;
    let tour = voices::tour(app).await?;
    drawn(app).await?;
    voices::publish(app, &[tour]).await?;
    say.line("demo-voices", &[("count", sent.len().to_string())]);
    Ok(sent.len() + 1)
}

/// Waits until every entry has its card.
async fn drawn(app: &App) -> anyhow::Result<()> {
    let begun = Instant::now();
    while db::task::depth(&app.db, app.now()).await?.0 > 0 {
        ensure!(
            begun.elapsed() < PATIENCE,
            "cards are still being drawn after {PATIENCE:?}"
        );
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    Ok(())
}

/// Speaks through the catalogue.
struct Say(Catalogue);

impl Say {
    fn line(&self, key: &str, blanks: &[(&str, String)]) {
        let blanks: Vec<(&str, Cow<'_, str>)> = blanks
            .iter()
            .map(|(name, value)| (*name, Cow::from(value)))
            .collect();
        println!("{}", self.0.with(key, &blanks));
    }

    /// One line that is written over; where nobody watches, nothing.
    fn progress(&self, done: i64, all: usize) {
        if stdout().is_terminal() {
            let blanks = [
                ("done", Cow::from(done.to_string())),
                ("all", Cow::from(all.to_string())),
            ];
            print!("\r{}", self.0.with("demo-progress", &blanks));
            let _ = stdout().flush();
        }
    }

    fn end_progress(&self) {
        if stdout().is_terminal() {
            println!();
        }
    }
}

/// The demo's folder; a temporary one goes with it.
struct Folder {
    path: PathBuf,
    temporary: bool,
}

impl Folder {
    fn new(dir: Option<PathBuf>) -> anyhow::Result<Folder> {
        let temporary = dir.is_none();
        let path = dir.unwrap_or_else(|| {
            std::env::temp_dir().join(format!("pugcast-demo-{}", Random::System.token()))
        });
        ensure!(
            !path.join("demo.db").exists(),
            "{} holds a demo already; name another folder or remove it",
            path.display()
        );
        std::fs::create_dir_all(&path)
            .with_context(|| format!("cannot make {}", path.display()))?;
        Ok(Folder { path, temporary })
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if self.temporary {
            let _ = std::fs::remove_dir_all(&self.path);
        }
    }
}
