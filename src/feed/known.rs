//! What this process knows of the feeds' changes, so that a request need not ask the database.

use crate::app::App;
use crate::db;
use crate::model::feed::Feed;
use futures::{StreamExt, stream};
use std::collections::HashMap;
use std::sync::{PoisonError, RwLock};
use std::time::Duration;
use tokio::sync::Mutex;
use tokio_util::sync::CancellationToken;

/// How often a process looks whether another one changed the public face.
const EVERY: Duration = Duration::from_millis(250);

/// Documents made ahead at once: one is packed while another is read.
const AHEAD: usize = 4;

/// The feeds that changed since this process began to look, and their numbers.
#[derive(Default)]
pub struct Known {
    said: RwLock<Said>,
    asking: Mutex<()>,
}

#[derive(Default)]
struct Said {
    /// How often the face had turned when the database was asked; none before the first time.
    turns: Option<u64>,
    publication: i64,
    feeds: HashMap<Feed, i64>,
}

impl Known {
    /// The number of a feed's last change; nothing where it did not change since this process began to look.
    pub(super) async fn number_of(&self, app: &App, feed: &Feed) -> db::Result<Option<i64>> {
        self.refresh(app).await?;
        let said = self.said.read().unwrap_or_else(PoisonError::into_inner);
        Ok(said.feeds.get(feed).copied())
    }

    /// The publication's number.
    pub async fn publication(&self, app: &App) -> db::Result<i64> {
        self.refresh(app).await?;
        let said = self.said.read().unwrap_or_else(PoisonError::into_inner);
        Ok(said.publication)
    }

    /// The publication's number, if it is known without asking the database.
    pub fn fresh(&self, app: &App) -> Option<i64> {
        let said = self.said.read().unwrap_or_else(PoisonError::into_inner);
        let is_fresh = said.turns == Some(app.db.face().turns());
        is_fresh.then_some(said.publication)
    }

    async fn refresh(&self, app: &App) -> db::Result<()> {
        if self.fresh(app).is_some() {
            return Ok(());
        }
        let _asking = self.asking.lock().await;
        if self.fresh(app).is_some() {
            return Ok(());
        }
        // Read before the database is asked: what turns meanwhile is asked for again.
        let turns = app.db.face().turns();
        let (publication, _) = db::entry::publication(&app.db).await?;
        let (is_first, before) = {
            let said = self.said.read().unwrap_or_else(PoisonError::into_inner);
            (said.turns.is_none(), said.publication)
        };
        let changed = match is_first || publication == before {
            true => Vec::new(),
            false => db::listing::changed_since(&app.db, before).await?,
        };
        let changed = changed
            .into_iter()
            .filter_map(|(name, number)| Some((Feed::from_name(&name)?, number)));
        let mut said = self.said.write().unwrap_or_else(PoisonError::into_inner);
        said.feeds.extend(changed);
        said.publication = publication;
        said.turns = Some(turns);
        Ok(())
    }
}

/// Looks again and again, until `stop` is called, whether another process changed the public face.
pub async fn watch(app: App, stop: CancellationToken) {
    loop {
        tokio::select! {
            () = stop.cancelled() => return,
            () = tokio::time::sleep(EVERY) => {}
        }
        if let Err(error) = look(&app).await {
            tracing::warn!(code = error.code(), %error, "cannot see whether the public face changed");
        }
    }
}

/// Makes the documents that somebody read before anew as soon as their feeds change, so that no reader waits for it.
pub async fn ahead(app: App, stop: CancellationToken) {
    loop {
        tokio::select! {
            () = stop.cancelled() => return,
            () = app.db.face().turned() => {}
        }
        let make = async |document| {
            if let Err(error) = super::document(&app, &document).await {
                // Its readers ask again, and are told.
                tracing::warn!(%error, "a document is not made ahead");
            }
        };
        let documents = stream::iter(app.feeds.documents());
        documents.for_each_concurrent(AHEAD, make).await;
    }
}

/// Looks whether another process changed the public face.
///
/// # Errors
/// What the database says.
pub async fn look(app: &App) -> db::Result<()> {
    let known = app.feeds.known.publication(app).await?;
    let (now, _) = db::entry::publication(&app.db).await?;
    if known != now {
        app.db.face().turn();
    }
    Ok(())
}
