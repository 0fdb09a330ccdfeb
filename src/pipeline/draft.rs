//! Lays the sender's words before the editors, unless the same was sent before.

use super::{after, change, nothing, ours};
use crate::app::App;
use crate::db::{self, Tx};
use crate::decision;
use crate::double;
use crate::model::submission::{Change, Medium, State, Submission};
use crate::model::task::Step;
use crate::source::taking;
use crate::worker::Save;
use futures::FutureExt;
use jobs::{StepError, markdown};

/// Lays the sender's words before the editors.
pub(super) async fn draft(app: &App, submission: Submission) -> Result<Save, StepError> {
    if submission.state != State::Resolving {
        return Ok(nothing());
    }
    let media = db::medium::of(&app.db, &submission.id)
        .await
        .map_err(ours)?;
    let told = match media.iter().find(|medium| medium.is_from_source()) {
        Some(medium) => db::fact::found(&app.db, medium.id.as_str(), app.now())
            .await
            .map_err(ours)?,
        None => None,
    };
    let (title, words) = if !submission.title.is_empty() {
        (submission.title.clone(), submission.words.clone())
    } else if media.is_empty() {
        markdown::titled(&submission.words)
    } else {
        (String::new(), submission.words.clone())
    };
    let seen = double::look(app, &submission, &media).await.map_err(ours)?;
    let app = app.clone();
    Ok(Box::new(move |tx| {
        async move {
            // Only what the sender typed, and what a feed or journal gives out for others to show:
            // an API's words stand beside it and are never copied here.
            let draft = db::submission::Draft {
                title,
                about: submission.about,
                words,
                met_on: submission.met_on.clone(),
                group_name: submission.group_name.clone(),
                group_city: submission.group_city.clone(),
                country: submission.group_country.clone(),
                language: submission.language.clone(),
                licence: submission.licence.clone(),
                chapters: submission.chapters.clone(),
                ..Default::default()
            };
            let draft = match &told {
                Some(found) => taking::suggest(draft, found),
                None => draft,
            };
            db::submission::save_draft(tx, &submission.id, &draft, false, app.now()).await?;
            if double::settle(&app, tx, &submission, &seen).await? {
                return Ok(None); // the same was sent before: it goes on for both
            }
            change(
                &app,
                tx,
                &submission.id,
                State::Resolving,
                Change::Draft,
                "job",
                None,
                None,
            )
            .await?;
            if submission.door == "source" && !seen.is_like_another() {
                publish_trusted(&app, tx, submission, &media, &draft).await?;
            }
            Ok(after(Step::Draft))
        }
        .boxed()
    }))
}

/// What a source brought that an editor trusts is published under that decision, unless something of it needs mending
/// or it is like another: then it waits for an editor like everything else. A provider's words are never published so.
async fn publish_trusted(
    app: &App,
    tx: &mut Tx,
    submission: Submission,
    media: &[Medium],
    draft: &db::submission::Draft,
) -> db::Result<()> {
    let own = media.iter().all(Medium::is_from_source);
    let source = media.iter().find_map(|medium| medium.source_id.as_ref());
    let (Some(source), true) = (source, own) else {
        return Ok(());
    };
    let Some(trust) = db::trust::holding(tx, source, app.now()).await? else {
        return Ok(());
    };
    let submission = Submission {
        state: State::InReview,
        ..submission
    };
    tx.savepoint().await?;
    match decision::accept_in(app, tx, &submission, media, draft, &trust.editor).await {
        Ok(entry) => {
            db::trust::cite(tx, &entry.id, &trust.id).await?;
            decision::accepted(&entry);
        }
        Err(decision::Error::Db(error)) => return Err(error),
        Err(_) => tx.rollback_to_savepoint().await?,
    }
    tx.release_savepoint().await
}
