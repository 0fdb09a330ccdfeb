//! Every published link is looked at in its turn, and what rots is noticed.
//!
//! This file gives turns; `pipeline::look` takes one; `model::watch` says what a look is worth.

use crate::app::App;
use crate::db;
use crate::db::listing::{Changed, changed};
use crate::model::MediumId;
use crate::model::task::Step;
use crate::model::watch::Watch;
use crate::pipeline;
use crate::queue;
use std::time::Duration;
use tokio_util::sync::CancellationToken;

const EVERY: Duration = Duration::from_secs(60);
const HOUR_MS: i64 = 60 * 60 * 1000;
const DAY_MS: i64 = 24 * HOUR_MS;
/// Looks that wait or run at once, at most: submissions do not queue behind them. A week has turns for 300,000 links.
const AT_ONCE: i64 = 30;
/// Links put under watch in one transaction.
const MOST_NEW: i64 = 500;
/// What is said of a link expires; it is looked at so long before.
const AHEAD_MS: i64 = 3 * DAY_MS;
/// After so long without an answer editors see that nobody answers.
pub const SILENT_MS: i64 = 30 * DAY_MS;

/// Gives turns now and every minute until `stop` is called.
pub async fn run(app: App, stop: CancellationToken) {
    let mut known = None;
    loop {
        if let Err(error) = turn(&app, &mut known).await {
            tracing::warn!(code = error.code(), %error, "cannot give links their turns; trying again in a minute");
        }
        tokio::select! {
            () = stop.cancelled() => return,
            () = tokio::time::sleep(EVERY) => {}
        }
    }
}

/// As [`once`], but looks for new links only when the public face has changed.
async fn turn(app: &App, known: &mut Option<i64>) -> db::Result<()> {
    let (number, _) = db::entry::publication(&app.db).await?;
    if *known != Some(number) {
        begin(app).await?;
        *known = Some(number);
    }
    push(app).await
}

/// Puts new links under watch and pushes looks at those whose turn it is.
///
/// # Errors
/// What the database says.
pub async fn once(app: &App) -> db::Result<()> {
    begin(app).await?;
    push(app).await
}

/// Puts the links of published entries under watch; their first turns lie spread over the whole span.
async fn begin(app: &App) -> db::Result<()> {
    let span = span_ms(app);
    loop {
        let now = app.now();
        let mut tx = app.db.begin().await?;
        let missing = db::watch::missing(&mut tx, MOST_NEW).await?;
        for (medium, expires) in &missing {
            let latest = expires.map_or(now + span, |at| (at - AHEAD_MS).max(now));
            let turn = (now + chance(app, span)).min(latest);
            db::watch::add(&mut tx, &Watch::new(medium.clone(), now, turn)).await?;
        }
        tx.commit().await?;
        if (missing.len() as i64) < MOST_NEW {
            return Ok(());
        }
    }
}

async fn push(app: &App) -> db::Result<()> {
    if db::watch::due(&app.db, app.now(), 1).await?.is_empty() {
        return Ok(());
    }
    let mut tx = app.db.begin().await?;
    db::watch::park(&mut tx, app.now()).await?;
    tx.commit().await?;
    // Those that wait already are among the longest due, and pushing them again changes nothing.
    let due = db::watch::due(&app.db, app.now(), AT_ONCE).await?;
    let mut tx = app.db.begin().await?;
    for medium in &due {
        queue::push(app, &mut tx, Step::Look, medium.as_str()).await?;
    }
    tx.commit().await?;
    app.bell.ring();
    Ok(())
}

/// When a link's next turn is, as a look left it: within the span, sooner while evidence gathers.
pub fn next_turn(app: &App, watch: &Watch) -> i64 {
    let now = app.now();
    match watch.seen {
        Some(_) => now + DAY_MS + chance(app, 2 * HOUR_MS),
        // Up to a quarter sooner, so that links do not march in step.
        None => now + span_ms(app) - chance(app, span_ms(app) / 4),
    }
}

/// When to look again where a look told us nothing: when its provider says, else in some hours.
pub fn put_off(app: &App, wait: Option<Duration>) -> i64 {
    let wait = wait.map_or(4 * HOUR_MS, |wait| {
        i64::try_from(wait.as_millis()).unwrap_or(DAY_MS)
    });
    app.now() + wait.min(2 * DAY_MS) + chance(app, 4 * HOUR_MS)
}

/// An editor wants to know now.
///
/// # Errors
/// What the database says.
pub async fn look_now(app: &App, medium: &MediumId) -> db::Result<()> {
    let mut tx = app.db.begin().await?;
    db::watch::set_turn(&mut tx, medium, app.now()).await?;
    queue::push(app, &mut tx, Step::Look, medium.as_str()).await?;
    tx.commit().await?;
    app.bell.ring();
    Ok(())
}

/// An editor has seen what became of a link: it leaves the desk.
///
/// # Errors
/// What the database says.
pub async fn note(app: &App, medium: &MediumId) -> db::Result<()> {
    let mut tx = app.db.begin().await?;
    db::watch::set_noted(&mut tx, medium, app.now()).await?;
    tx.commit().await
}

/// An editor takes the address that a link moved to. False where it did not move.
///
/// # Errors
/// What the database says.
pub async fn follow(app: &App, medium: &MediumId, editor: &str) -> db::Result<bool> {
    let mut tx = app.db.begin().await?;
    let Some(to) = db::watch::follow(&mut tx, medium, app.now()).await? else {
        return Ok(false);
    };
    if let Some(subject) = db::watch::subject(&app.db, medium).await? {
        let id = subject.submission_id.as_str();
        pipeline::note(app, &mut tx, id, editor, "link_followed", Some(&to)).await?;
        changed(
            &mut tx,
            Changed::Submission(&subject.submission_id),
            app.now(),
        )
        .await?;
    }
    tx.commit().await?;
    Ok(true)
}

fn span_ms(app: &App) -> i64 {
    i64::try_from(app.config.watch_days).map_or(DAY_MS, |days| days * DAY_MS)
}

/// A time below `most`, by chance.
fn chance(app: &App, most: i64) -> i64 {
    let drawn = i64::from(u32::from_be_bytes(app.random.bytes()) >> 1);
    (most.max(1) / 1000) * (drawn % 1000)
}
