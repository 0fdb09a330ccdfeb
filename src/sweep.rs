//! Once an hour: what has expired goes, cards that are missing are asked for, and a month that ended has its world tour.

use crate::app::App;
use crate::db;
use crate::db::listing::{Changed, changed};
use crate::double;
use crate::model::task::Step;
use crate::queue;
use crate::quota;
use crate::source::item;
use crate::tour;
use std::time::Duration;
use tokio_util::sync::CancellationToken;

const EVERY: Duration = Duration::from_secs(60 * 60);
/// Ended tasks are kept this long, for whoever asks what happened.
const KEEP_TASKS_MS: i64 = 7 * 24 * 60 * 60 * 1000;
/// What belongs to no submission is of no use after this: a sign-in link, a file whose form was never sent.
const KEEP_LOOSE_MS: i64 = 24 * 60 * 60 * 1000;
/// No upload takes as long as this.
const KEEP_UNFINISHED: Duration = Duration::from_secs(24 * 60 * 60);

/// Files noted in one transaction.
const SOME: usize = 1000;
/// Hours from one look through the store to the next.
const ORPHANS_EVERY: u64 = 24;

/// Cards asked for at once.
const MOST_CARDS: i64 = 200;

/// Sweeps now and every hour until `stop` is called.
pub async fn run(app: App, stop: CancellationToken) {
    for hour in 0_u64.. {
        if hour.is_multiple_of(ORPHANS_EVERY)
            && let Err(error) = orphans(&app).await
        {
            tracing::warn!(%error, "cannot look for files that nothing names");
        }
        if let Err(error) = tour::turn(&app).await {
            tracing::warn!(code = error.code(), %error, "cannot make the world tour; trying again in an hour");
        }
        if let Err(error) = once(&app).await {
            tracing::warn!(code = error.code(), %error, "cannot sweep; trying again in an hour");
        }
        tokio::select! {
            () = stop.cancelled() => return,
            () = tokio::time::sleep(EVERY) => {}
        }
    }
}

/// Notes every file of the store that is a day old: the next sweep removes those that no row names, left by processes
/// that died between a file and its row.
///
/// # Errors
/// What the file system or the database says.
pub async fn orphans(app: &App) -> anyhow::Result<()> {
    let names = app.store.older(KEEP_UNFINISHED).await?;
    for some in names.chunks(SOME) {
        let mut tx = app.db.begin().await?;
        db::picture::leave(&mut tx, some).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Drops expired facts, pictures, links and sessions, and old ended tasks; asks for missing cards.
///
/// # Errors
/// What the database says.
pub async fn once(app: &App) -> db::Result<()> {
    let now = app.now();
    let mut tx = app.db.begin().await?;
    let facts = db::fact::sweep(&mut tx, now).await?;
    db::receiving::sweep(&mut tx, now - KEEP_LOOSE_MS).await?;
    let uploads = db::upload::sweep(&mut tx, now - KEEP_LOOSE_MS).await?;
    db::picture::leave(&mut tx, &uploads).await?;
    let files = db::picture::sweep(&mut tx, now).await?;
    db::double::sweep(&mut tx, now).await?;
    double::release(app, &mut tx).await?;
    db::editor::sweep(&mut tx, now).await?;
    db::mail::sweep(&mut tx, now - KEEP_LOOSE_MS).await?;
    item::expire(app, &mut tx).await?;
    db::polling::sweep_hosts(&mut tx, now).await?;
    db::notice::sweep(&mut tx, now - KEEP_LOOSE_MS).await?;
    quota::forget(&mut tx, app.clock.now()).await?;
    let tasks = db::task::sweep(&mut tx, now - KEEP_TASKS_MS).await?;
    // The bells before the public face: a card that ends at this moment holds its own, and waits for that.
    let cards = db::card::missing(&mut tx, MOST_CARDS).await?;
    for entry in &cards {
        queue::push(app, &mut tx, Step::Card, entry.as_str()).await?;
    }
    if !files.is_empty() {
        changed(&mut tx, Changed::Pages, now).await?;
    }
    tx.commit().await?;
    if !cards.is_empty() {
        app.bell.ring();
    }
    double::mark_rest(app).await?;
    if let Err(error) = app.store.sweep(KEEP_UNFINISHED).await {
        tracing::warn!(%error, "cannot remove files that were never whole");
    }
    let mut removed = 0;
    for name in files {
        // Each in a transaction of its own: a process that dies before its end leaves the name to the next sweep.
        let mut tx = app.db.begin().await?;
        if !db::picture::claim(&mut tx, &name).await? {
            continue;
        }
        match app.store.remove(&name).await {
            Ok(()) => {
                tx.commit().await?;
                removed += 1;
            }
            Err(error) => tracing::warn!(name, %error, "cannot remove an expired file"),
        }
    }
    tracing::debug!(facts, files = removed, tasks, cards = cards.len(), "swept");
    Ok(())
}
