//! The whole roster, kept for the pages that show it.

use super::{Standing, whole};
use crate::app::App;
use crate::db;
use std::sync::Arc;
use tokio::sync::Mutex;

/// It is read anew after so long: what sources bring speaks of groups too, and changes no page. In milliseconds.
const LASTS: i64 = 60_000;

/// The roster as it was last read.
#[derive(Default)]
pub struct Held(Mutex<Option<Kept>>);

struct Kept {
    roster: Arc<Vec<Standing>>,
    publication: i64,
    /// In milliseconds since 1970.
    until: i64,
}

/// Every group by country and name, and how it stands: not older than the last change of the public face, nor than a
/// minute.
///
/// # Errors
/// What the database says.
pub async fn all(app: &App) -> db::Result<Arc<Vec<Standing>>> {
    // Read before the roster is: what changes meanwhile makes it old.
    let publication = app.feeds.publication(app).await?;
    let mut held = app.roster.0.lock().await;
    if let Some(kept) = &*held
        && kept.publication == publication
        && app.now() < kept.until
    {
        return Ok(kept.roster.clone());
    }
    let roster = Arc::new(whole(app).await?);
    *held = Some(Kept {
        roster: roster.clone(),
        publication,
        until: app.now() + LASTS,
    });
    Ok(roster)
}
