//! Rings for the hub: as soon as feeds changed, there is a task to tell it.
//!
//! What it was told stands beside each feed's number, so that no change is forgotten, whoever made it and whoever died.

use crate::app::App;
use crate::db;
use crate::model::task::Step;
use crate::queue;
use std::time::Duration;
use tokio_util::sync::CancellationToken;

const EVERY: Duration = Duration::from_secs(1);
/// What changed longer ago is not told: a hub that is new hears of what comes.
pub const DAY_MS: i64 = 24 * 60 * 60 * 1000;
/// The task's subject: there is one hub.
const SUBJECT: &str = "hub";

/// Looks again and again, until `stop` is called, whether the hub is to be told.
pub async fn run(app: App, stop: CancellationToken) {
    if app.config.hub.is_none() {
        return;
    }
    loop {
        if let Err(error) = once(&app).await {
            tracing::warn!(code = error.code(), %error, "cannot see whether the hub is to be told");
        }
        tokio::select! {
            () = stop.cancelled() => return,
            () = tokio::time::sleep(EVERY) => {}
        }
    }
}

/// Pushes the task if a feed changed since the hub was last told.
///
/// # Errors
/// What the database says.
pub async fn once(app: &App) -> db::Result<()> {
    let due = db::listing::unannounced(&app.db, app.now() - DAY_MS).await?;
    if due.is_none() {
        return Ok(());
    }
    let mut tx = app.db.begin().await?;
    queue::push(app, &mut tx, Step::Announce, SUBJECT).await?;
    tx.commit().await?;
    app.bell.ring();
    Ok(())
}
