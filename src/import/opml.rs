//! An outline becomes a source that we know; nobody subscribes to it by that.

use super::Became;
use crate::app::App;
use crate::db::{self, Tx};
use crate::model::SourceId;
use crate::model::import::{Outcome, Row};
use crate::pipeline;
use jobs::list::Note;
use jobs::provider::Source;

/// Notes the source, unless we know it already.
pub(super) async fn take(app: &App, tx: &mut Tx, row: &Row, editor: &str) -> db::Result<Became> {
    let Ok(told) = serde_json::from_str::<Source>(&row.body) else {
        let why = Note::new("row-unreadable", &row.title);
        return Ok(Became::new(Outcome::Refused, Some(why), None));
    };
    // What a source says of itself counts for more than what a reader's list calls it.
    if let Some(known) = db::source::at(tx, &told.address).await? {
        let (why, id) = (Note::new("same-address", known.title), known.id.to_string());
        return Ok(Became::new(Outcome::Joined, Some(why), Some(id)));
    }
    let id = SourceId::mint(&app.clock, &app.random);
    let source = db::source::find_or_make(tx, id, &told, app.now()).await?;
    pipeline::note(app, tx, source.id.as_str(), editor, "listed", None).await?;
    Ok(Became::new(
        Outcome::Taken,
        None,
        Some(source.id.to_string()),
    ))
}
