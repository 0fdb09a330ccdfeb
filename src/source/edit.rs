//! What a source says otherwise since it was taken: a proposed edit, which an editor takes over or leaves.

use super::fault;
use crate::app::App;
use crate::db;
use crate::decision::{self, Error};
use crate::model::SourceId;
use crate::model::answers;
use crate::model::entry::Entry;
use crate::model::item::Item;
use crate::model::submission::State;
use crate::pipeline;
use jobs::provider::Found;

/// A change that waits for an editor.
#[derive(Clone, Debug)]
pub struct Edit {
    /// What changed.
    pub item: Item,
    /// What its source says now.
    pub found: Found,
    /// The entry that it is published as, if it is.
    pub entry: Option<Entry>,
}

/// The changes that wait, of one source or of all, the oldest first.
///
/// # Errors
/// What the database says.
pub async fn waiting(app: &App, source: Option<&SourceId>, limit: i64) -> db::Result<Vec<Edit>> {
    let mut edits = Vec::new();
    for item in db::item::changed(&app.db, source, limit).await? {
        let (Some(found), Some(taken)) = (item.found(), &item.taken_as) else {
            continue;
        };
        let entry = db::entry::of_submission(&app.db, taken).await?;
        edits.push(Edit { item, found, entry });
    }
    Ok(edits)
}

/// Leaves what we have as it is.
///
/// # Errors
/// What the database says.
pub async fn leave(app: &App, item: &Item, editor: &str) -> Result<(), Error> {
    let mut tx = app.db.begin().await?;
    db::item::set_looked_at(&mut tx, &item.id).await?;
    let about = Some(item.guid.as_str());
    pipeline::note(
        app,
        &mut tx,
        item.source_id.as_str(),
        editor,
        "edit_left",
        about,
    )
    .await?;
    Ok(tx.commit().await?)
}

/// Takes over its source's title, words, people and licence, which this editor confirms: a new revision of the entry, or
/// a new draft where it is not published yet.
///
/// # Errors
/// `Faults` where it is neither, or the title would be empty.
pub async fn take_over(app: &App, item: &Item, editor: &str) -> Result<(), Error> {
    let (Some(found), Some(taken)) = (item.found(), &item.taken_as) else {
        return Err(fault("edit", "edit-gone", &item.guid));
    };
    let title = answers::title(found.title.as_deref().unwrap_or_default());
    if title.is_empty() {
        return Err(fault("edit", "title-missing", ""));
    }
    let words = answers::words(found.description.as_deref().unwrap_or_default());
    // A feed that names nobody takes nobody away.
    let people = found.people.join("\n");
    let people = |own: String| {
        if people.is_empty() {
            own
        } else {
            people.clone()
        }
    };
    let licence = found.licence.map(|licence| licence.as_str().to_owned());
    let now = app.now();
    let entry = db::entry::of_submission(&app.db, taken).await?;
    let submission = db::submission::by_id(&app.db, taken).await?;
    let draft = db::submission::draft(&app.db, taken).await?;
    let mut tx = app.db.begin().await?;
    match (entry, submission, draft) {
        (Some(entry), ..) => {
            let entry = Entry {
                words: if words.is_empty() { entry.words } else { words },
                licence: licence.unwrap_or(entry.licence),
                people: people(entry.people),
                title,
                updated_at: now,
                ..entry
            };
            decision::revise(app, &mut tx, &entry, editor).await?;
        }
        (None, Some(submission), Some(draft)) if submission.state == State::InReview => {
            let draft = db::submission::Draft {
                words: if words.is_empty() { draft.words } else { words },
                licence: licence.unwrap_or(draft.licence),
                people: people(draft.people),
                title,
                ..draft
            };
            db::submission::save_draft(&mut tx, taken, &draft, true, now).await?;
        }
        _ => return Err(fault("edit", "edit-gone", &item.guid)),
    }
    db::item::set_looked_at(&mut tx, &item.id).await?;
    let about = Some(item.guid.as_str());
    pipeline::note(
        app,
        &mut tx,
        item.source_id.as_str(),
        editor,
        "edit_taken",
        about,
    )
    .await?;
    Ok(tx.commit().await?)
}
