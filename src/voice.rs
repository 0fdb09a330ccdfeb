//! A voice that is taken back goes everywhere at once: from its entry, from every copy, from each world tour it is in.
//!
//! What was agreed to, by whom and when stays on record, and so does who took it back. Its files are heard by nobody
//! from then on, and the next sweep removes them; the tours are joined again without it.

use crate::app::App;
use crate::db::listing::{Changed, changed};
use crate::db::{self, Tx};
use crate::model::entry::Kind;
use crate::model::submission::{Change, Medium, State};
use crate::model::task::Step;
use crate::model::{MediumId, SubmissionId};
use crate::{pipeline, queue, search};
use std::collections::BTreeSet;

/// Why a medium is not shown any more.
pub const TAKEN_BACK: &str = "voice-taken-back";

/// Who takes back what they sent, by the link that only they have.
pub const SENDER: &str = "sender";

/// Whether somebody is heard in it who may take it back.
pub fn is_one(medium: &Medium) -> bool {
    medium.provider == "upload" && ["audio", "postcard"].contains(&medium.kind.as_str())
}

/// Takes a voice back. False where the submission has no such voice.
///
/// # Errors
/// What the database says.
pub async fn take_back(
    app: &App,
    submission: &SubmissionId,
    medium: &MediumId,
    by: &str,
) -> db::Result<bool> {
    let mut tx = app.db.begin().await?;
    let media = db::medium::in_tx(&mut tx, submission).await?;
    let Some(voice) = media
        .iter()
        .find(|known| known.id == *medium && is_one(known))
    else {
        return Ok(false);
    };
    if voice.error_code.as_deref() == Some(TAKEN_BACK) {
        return Ok(true);
    }
    // Held, so that nobody copies it meanwhile.
    db::upload::hold(&mut tx, &voice.provider_id).await?;
    let copies = db::medium::of_file(&mut tx, &voice.provider_id).await?;
    // Who sent the same file with a consent of their own speaks for themselves; an editor speaks for all.
    let copies: Vec<_> = copies
        .into_iter()
        .filter(|(id, _, is_sent)| *id == voice.id || !is_sent || by != SENDER)
        .map(|(id, submission, _)| (id, submission))
        .collect();
    let ids: Vec<MediumId> = copies.iter().map(|(id, _)| id.clone()).collect();
    // The bells first: a job that ends at this moment holds its own, and waits for what we are about to change.
    let mut tours = BTreeSet::new();
    for id in &ids {
        tours.extend(db::tour::with(&mut tx, id).await?);
    }
    for tour in &tours {
        queue::push(app, &mut tx, Step::Master, tour.as_str()).await?;
    }
    for (_, submission) in &copies {
        if let Some(entry) = db::entry::id_of_submission(&mut tx, submission).await? {
            queue::push(app, &mut tx, Step::Card, entry.as_str()).await?;
            search::ring_entry(app, &mut tx, &entry).await?;
        }
    }
    for id in &ids {
        // This first: a job that saves what it made of it waits here, or we wait for it and remove that too.
        db::medium::set_failed(&mut tx, id, TAKEN_BACK, "").await?;
        db::upload::withdraw(&mut tx, id, by, app.now()).await?;
        db::mastering::forget(&mut tx, id).await?;
        db::picture::replace(&mut tx, id, &[]).await?;
        db::tour::leave(&mut tx, id).await?;
    }
    for tour in &tours {
        silence(&mut tx, tour).await?;
    }
    for (_, submission) in &copies {
        pipeline::note(app, &mut tx, submission.as_str(), by, TAKEN_BACK, None).await?;
        left(app, &mut tx, submission, by).await?;
    }
    let copies = copies.iter().map(|(_, submission)| submission);
    for submission in copies.chain(&tours) {
        changed(&mut tx, Changed::Submission(submission), app.now()).await?;
    }
    tx.commit().await?;
    app.bell.ring();
    tracing::info!(%submission, "a voice was taken back");
    Ok(true)
}

/// Takes the voices of an entry that goes off the site out of every tour. To be called before anything else changes.
///
/// # Errors
/// What the database says.
pub async fn leave_tours(app: &App, tx: &mut Tx, submission: &SubmissionId) -> db::Result<()> {
    let mut tours = BTreeSet::new();
    let media = db::medium::in_tx(tx, submission).await?;
    for medium in &media {
        tours.extend(db::tour::with(tx, &medium.id).await?);
    }
    for tour in &tours {
        queue::push(app, tx, Step::Master, tour.as_str()).await?;
    }
    for medium in &media {
        db::tour::leave(tx, &medium.id).await?;
    }
    for tour in &tours {
        silence(tx, tour).await?;
    }
    Ok(())
}

/// Joins the tours again that an entry's voices are in: it went off the site and may come back, or came back. Nobody
/// hears them meanwhile. To be called before anything else changes.
///
/// # Errors
/// What the database says.
pub async fn pause_tours(app: &App, tx: &mut Tx, submission: &SubmissionId) -> db::Result<()> {
    let tours = db::tour::with_any(tx, submission).await?;
    for tour in &tours {
        queue::push(app, tx, Step::Master, tour.as_str()).await?;
    }
    for tour in &tours {
        silence(tx, tour).await?;
    }
    Ok(())
}

/// Nobody hears a tour until it is joined again without what left it.
async fn silence(tx: &mut Tx, tour: &SubmissionId) -> db::Result<()> {
    for medium in db::medium::in_tx(tx, tour).await? {
        db::mastering::forget(tx, &medium.id).await?;
    }
    Ok(())
}

/// An entry that was nothing but the voice goes with it.
async fn left(app: &App, tx: &mut Tx, submission: &SubmissionId, by: &str) -> db::Result<()> {
    let Some(entry) = db::watch::hold(tx, submission).await? else {
        return Ok(());
    };
    let silent = entry.kind == Kind::Audio && db::watch::left(tx, submission).await? == 0;
    if silent {
        leave_tours(app, tx, submission).await?;
    }
    if silent && db::entry::withdraw(tx, &entry.id, "voice", app.now()).await? {
        pipeline::note(app, tx, submission.as_str(), by, "entry-withdrawn", None).await?;
    }
    Ok(())
}

/// A tour without a voice is none: it goes off the site, or is not laid before the editors any more.
///
/// # Errors
/// What the database says.
pub async fn end_tour(app: &App, tx: &mut Tx, tour: &SubmissionId) -> db::Result<()> {
    if db::tour::has_any(tx, tour).await? {
        // Those that are left are off the site and may come back: it is silent meanwhile.
        return silence(tx, tour).await;
    }
    if let Some(entry) = db::entry::id_of_submission(tx, tour).await?
        && db::entry::withdraw(tx, &entry, "voice", app.now()).await?
    {
        pipeline::note(app, tx, tour.as_str(), "job", "entry-withdrawn", None).await?;
        return changed(tx, Changed::Submission(tour), app.now()).await;
    }
    for from in [State::Received, State::Resolving, State::InReview] {
        pipeline::change(app, tx, tour, from, Change::Withdraw, "job", None, None).await?;
    }
    Ok(())
}
