//! Marks what was published, and draws its card, which is shown where no other picture is left.

use super::{after, nothing, ours, stored};
use crate::app::App;
use crate::db;
use crate::db::listing::{Changed, changed};
use crate::double;
use crate::model::EntryId;
use crate::model::entry::Entry;
use crate::model::task::Step;
use crate::queue;
use crate::tour;
use crate::worker::Save;
use futures::FutureExt;
use jobs::card::{Card, draw, drawn_from};
use jobs::media::Picture;
use jobs::media::sound::Wave;
use jobs::{Code, StepError};

/// Draws the card unless it is drawn from the same words, hue and fonts already.
pub(super) async fn card(app: &App, id: &str) -> Result<Save, StepError> {
    let Some(id) = EntryId::from_text(id) else {
        return Ok(nothing());
    };
    let Some(entry) = db::entry::by_id(&app.db, &id).await.map_err(ours)? else {
        return Ok(nothing()); // withdrawn since
    };
    // Its last words are the editor's: by them its doubles are found from now on.
    double::mark(app, &entry.submission_id)
        .await
        .map_err(ours)?;
    let held = db::card::of_entry(&app.db, &entry.id).await.map_err(ours)?;
    let held = held.into_iter().next().map(|card| card.drawn_from);
    let card = Card {
        title: entry.title.clone(),
        group: entry.group_name.clone(),
        place: app
            .text
            .place(&entry.group_city, entry.group_country.as_deref()),
        hue: u8::try_from(entry.group_hue).unwrap_or_default(),
        language: entry.language.clone(),
        peaks: peaks(app, &entry).await?,
    };
    // Fonts are read and letters set for some hundred milliseconds: not on a thread that others wait for.
    let drawing = tokio::task::spawn_blocking(move || drawn(&card, held.as_deref()));
    let drawn = drawing
        .await
        .map_err(|error| StepError::fail(Code::Internal, format!("the drawing ended: {error}")))?;
    let Some((key, pictures)) = drawn? else {
        return Ok(Box::new(|_| async { Ok(after(Step::Card)) }.boxed()));
    };
    let mut rows = Vec::new();
    for picture in pictures {
        let size = picture.bytes.len() as i64;
        let name = stored(app, picture.bytes, picture.extension).await?;
        rows.push(db::card::Card {
            entry_id: entry.id.clone(),
            used_as: picture.used_as.as_str().to_owned(),
            extension: picture.extension.to_owned(),
            name,
            width: picture.width.into(),
            height: picture.height.into(),
            size,
            drawn_from: key.clone(),
        });
    }
    let app = app.clone();
    Ok(Box::new(move |tx| {
        async move {
            // The bells first: who rings while others wait for the public face waits for them.
            queue::push(&app, tx, Step::Tag, entry.id.as_str()).await?;
            tour::tell(&app, tx, &entry).await?;
            db::card::replace(tx, &entry.id, &rows).await?;
            changed(tx, Changed::Entry(&entry.id), app.now()).await?;
            Ok(after(Step::Card))
        }
        .boxed()
    }))
}

/// How loud an entry's first recording is from its beginning to its end; nothing where it has none.
async fn peaks(app: &App, entry: &Entry) -> Result<Vec<u8>, StepError> {
    let mastered = db::mastering::of_submission(&app.db, &entry.submission_id);
    let Some(first) = mastered.await.map_err(ours)?.into_iter().next() else {
        return Ok(Vec::new());
    };
    let kept = app.store.get(&first.peaks).await;
    let kept = kept.map_err(|error| {
        StepError::retry(
            Code::Internal,
            format!("cannot read the shape of a sound: {error}"),
        )
    })?;
    let wave = kept.and_then(|bytes| serde_json::from_slice::<Wave>(&bytes).ok());
    Ok(wave.map(|wave| wave.peaks()).unwrap_or_default())
}

/// The key and the files; nothing where the held ones have that key.
fn drawn(card: &Card, held: Option<&str>) -> Result<Option<(String, Vec<Picture>)>, StepError> {
    let key = drawn_from(card);
    if held == Some(key.as_str()) {
        return Ok(None);
    }
    Ok(Some((key, draw(card)?)))
}
