//! Rings for the sources that are due, each server once at a time.

use crate::app::App;
use crate::db;
use crate::model::task::Step;
use crate::queue;
use std::time::Duration;
use tokio_util::sync::CancellationToken;

/// How long a server belongs to one source at most: a look takes less.
const HOST_LEASE_MS: i64 = 15 * 60 * 1000;
const TICK: Duration = Duration::from_secs(1);

/// Rings for what is due until `stop` is called.
pub async fn run(app: App, stop: CancellationToken) {
    loop {
        match once(&app).await {
            Ok(0) => {}
            Ok(rung) => tracing::debug!(rung, "sources are asked"),
            Err(error) => {
                tracing::warn!(code = error.code(), %error, "cannot see which sources are due");
            }
        }
        tokio::select! {
            () = stop.cancelled() => return,
            () = app.sources_bell.rung() => {}
            () = tokio::time::sleep(TICK) => {}
        }
    }
}

/// Rings for the sources that are due, while there are places: half of the workers at most, so that what people sent
/// never waits for slow servers. Says how many.
///
/// # Errors
/// What the database says.
pub async fn once(app: &App) -> db::Result<usize> {
    let now = app.now();
    let places = (app.config.queue.workers / 2).max(1) as i64;
    let free = places - db::polling::open(&app.db, Step::Poll).await?;
    if free <= 0 {
        return Ok(0);
    }
    let due = db::polling::due(&app.db, now, free).await?;
    if due.is_empty() {
        return Ok(0);
    }
    let mut rung = 0;
    let mut tx = app.db.begin().await?;
    for (source, host) in &due {
        let until = now + HOST_LEASE_MS;
        if db::polling::take_host(&mut tx, host, source, now, until).await? {
            queue::push(app, &mut tx, Step::Poll, source.as_str()).await?;
            rung += 1;
        }
    }
    tx.commit().await?;
    app.bell.ring();
    Ok(rung)
}
