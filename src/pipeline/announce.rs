//! Tells the hub which feeds changed.

use super::{nothing, ours};
use crate::app::App;
use crate::hub::DAY_MS;
use crate::model::feed::{Feed, Scope};
use crate::worker::Save;
use crate::{db, feed};
use futures::FutureExt;
use jobs::StepError;
use jobs::hub::Hub;

/// Tells the hub of every feed that changed since it was last told, one after the other; what it was told stays told.
pub(super) async fn announce(app: &App) -> Result<Save, StepError> {
    let Some(address) = &app.config.hub else {
        return Ok(nothing());
    };
    let hub = Hub::at(address)?;
    loop {
        let due = db::listing::unannounced(&app.db, app.now() - DAY_MS)
            .await
            .map_err(ours)?;
        let Some((name, number)) = due else {
            return Ok(nothing());
        };
        if let Some(feed) = Feed::from_name(&name) {
            for topic in topics(app, &feed).await? {
                hub.publish(&topic).await?;
            }
        }
        db::listing::set_announced(&app.db, &name, number)
            .await
            .map_err(ours)?;
        tracing::debug!(feed = name, "the hub was told of a change");
    }
}

/// The addresses of a feed's newest entries.
async fn topics(app: &App, feed: &Feed) -> Result<Vec<String>, StepError> {
    let slug = match &feed.scope {
        Scope::Group(id) => match db::group::by_id(&app.db, id).await.map_err(ours)? {
            Some(group) => group.slug,
            None => return Ok(Vec::new()),
        },
        _ => String::new(),
    };
    let heads = feed.heads();
    Ok(heads
        .map(|document| format!("{}{}", app.url, feed::path(&document, &slug)))
        .collect())
}

/// What a hub did not take in all its tries, some minutes, it hears of with the next change.
pub(super) fn give_up() -> Save {
    Box::new(|tx| {
        async move {
            db::listing::forgo_announcing(tx).await?;
            Ok(None)
        }
        .boxed()
    })
}
