//! Writes what an entry or a group is found by, or forgets it where it is not shown.

use super::ours;
use crate::app::App;
use crate::db;
use crate::model::{EntryId, GroupId};
use crate::search::document::{self, Error};
use crate::worker::Save;
use futures::FutureExt;
use jobs::{Code, StepError};

/// The subject is an entry's or a group's id.
pub(super) async fn index(app: &App, subject: &str) -> Result<Save, StepError> {
    let entry = EntryId::from_text(subject);
    let mut document = match &entry {
        Some(id) => document::of_entry(app, id).await.map_err(failed)?,
        None => None,
    };
    let is_entry = document.is_some();
    if let (None, Some(id)) = (&document, GroupId::from_text(subject)) {
        document = document::of_group(app, &id).await.map_err(ours)?;
    }
    let subject = subject.to_owned();
    Ok(Box::new(move |tx| {
        async move {
            // One that was taken off meanwhile must not come back by what was read before.
            let stands = match &entry {
                Some(id) if is_entry => db::search::stands(tx, id).await?,
                _ => true,
            };
            match document.filter(|_| stands) {
                Some(document) => db::search::save(tx, &document).await?,
                None => db::search::forget(tx, &subject).await?,
            }
            Ok(None)
        }
        .boxed()
    }))
}

fn failed(error: Error) -> StepError {
    match error {
        Error::Db(error) => ours(error),
        Error::Store(_) | Error::Stopped(_) => StepError::retry(Code::Internal, error.to_string()),
    }
}
