//! An editor's yes or no: the only ways a submission ends well or not.

use crate::app::App;
use crate::db::listing::{Changed, changed};
use crate::db::submission::Draft;
use crate::db::{self, Tx};
use crate::double;
use crate::model::answers::Fault;
use crate::model::entry::{Entry, Kind};
use crate::model::group::{self, Named};
use crate::model::import::Outcome;
use crate::model::submission::{Change, Medium, MediumState, State, Submission};
use crate::model::task::Step;
use crate::model::{EntryId, GroupId};
use crate::outbox::{self, Occasion};
use crate::pipeline::{self, change};
use crate::{queue, search, tour, voice};
use jobs::list::Note;

pub(crate) mod words;

/// Why a decision was not taken.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Words that need mending.
    #[error("{} answers need mending", .0.len())]
    Faults(Vec<Fault>),
    /// It is not waiting for this decision (any more): another editor was quicker, or the sender withdrew.
    #[error("it is {} and takes no such decision", .0.as_str())]
    Decided(State),
    /// The database.
    #[error(transparent)]
    Db(#[from] db::Error),
}

/// Saves an editor's words without deciding.
///
/// # Errors
/// What the database says.
pub async fn save_draft(
    app: &App,
    submission: &Submission,
    draft: &Draft,
    order: &[(String, i64)],
) -> Result<(), Error> {
    let media = db::medium::of(&app.db, &submission.id).await?;
    let mut tx = app.db.begin().await?;
    db::submission::save_draft(
        &mut tx,
        &submission.id,
        &words::tidied(draft),
        true,
        app.now(),
    )
    .await?;
    for (id, position) in order {
        if let Some(medium) = media.iter().find(|medium| medium.id.as_str() == id) {
            db::medium::set_position(&mut tx, &submission.id, &medium.id, *position).await?;
        }
    }
    Ok(tx.commit().await?)
}

/// Accepts a submission under these words and publishes it as an entry, whose card is drawn next.
/// The words are the editor's from now on.
///
/// # Errors
/// Every fault of the words at once; `Decided` when it was not in review.
pub async fn accept(
    app: &App,
    submission: &Submission,
    draft: &Draft,
    editor: &str,
) -> Result<Entry, Error> {
    let media = db::medium::of(&app.db, &submission.id).await?;
    let mut tx = app.db.begin().await?;
    let entry = match accept_in(app, &mut tx, submission, &media, draft, editor).await {
        Err(Error::Decided(_)) => {
            drop(tx);
            return Err(Error::Decided(state_now(app, submission).await?));
        }
        accepted => accepted?,
    };
    tx.commit().await?;
    app.bell.ring();
    accepted(&entry);
    Ok(entry)
}

/// Notes for metrics and log what [`accept_in`] did, once it is committed.
pub fn accepted(entry: &Entry) {
    metrics::counter!("pugcast_decisions_total", "decision" => "accepted").increment(1);
    tracing::info!(submission = %entry.submission_id, entry = %entry.id, "accepted and published");
}

/// As [`accept`], in a transaction of the caller's, who commits, rings and says so by [`accepted`]. After an error
/// the transaction may hold half of it, and is to be rolled back.
///
/// # Errors
/// As [`accept`].
pub async fn accept_in(
    app: &App,
    tx: &mut Tx,
    submission: &Submission,
    media: &[Medium],
    draft: &Draft,
    editor: &str,
) -> Result<Entry, Error> {
    let draft = words::tidied(draft);
    let faults = words::check(&draft);
    if !faults.is_empty() {
        return Err(Error::Faults(faults));
    }
    let kind = match media
        .iter()
        .find(|medium| medium.state == MediumState::Found && medium.is_shown_first())
    {
        Some(medium) => match medium.kind.as_str() {
            "video" => Kind::Video,
            "audio" => Kind::Audio,
            "article" | "page" => Kind::Article,
            _ => Kind::Photos,
        },
        None if submission.is_report(media) => Kind::Report,
        None => {
            return Err(Error::Faults(vec![Fault {
                field: "media",
                code: "nothing-to-show",
                about: String::new(),
            }]));
        }
    };
    let named = Named {
        name: draft.group_name.clone(),
        city: draft.group_city.clone(),
        country: draft.country.clone(),
    };
    let now = app.now();
    let id = EntryId::mint(&app.clock, &app.random);

    let taken = change(
        app,
        tx,
        &submission.id,
        submission.state,
        Change::Accept,
        editor,
        None,
        None,
    )
    .await?;
    if !taken {
        return Err(Error::Decided(submission.state));
    }
    if let Some(about) = db::source::refusing(tx, &submission.id).await? {
        return Err(Error::Faults(vec![Fault {
            field: "media",
            code: "opted-out",
            about,
        }]));
    }
    let group_id = GroupId::mint(&app.clock, &app.random);
    let group =
        db::group::find_or_make(tx, group_id.clone(), &named, draft.language.as_deref(), now)
            .await?;
    if group.id == group_id {
        search::ring_group(app, tx, &group.id).await?;
    }
    // The showcase itself, unless an editor gave the tour to a group.
    if submission.door == tour::DOOR && group.name == app.config.showcase.name {
        db::group::set_showcase(tx, &group.id).await?;
    }
    let slug = db::entry::free_slug(
        tx,
        "entry",
        &group::slug(&draft.title, &group.slug),
        id.as_str(),
    )
    .await?;
    let entry = Entry {
        id,
        slug,
        submission_id: submission.id.clone(),
        kind,
        about: draft.about.filter(|_| kind == Kind::Report),
        group_id: group.id,
        group_name: group.name,
        group_slug: group.slug,
        group_city: group.city,
        group_country: group.country,
        group_hue: group.hue,
        group_latitude: None, // those of its row are shown
        group_longitude: None,
        title: draft.title.clone(),
        words: draft.words.clone(),
        people: draft.people.clone(),
        met_on: draft.met_on.clone(),
        language: draft.language.clone(),
        licence: draft.licence.clone(),
        chapters: draft.chapters.clone(),
        sender_name: submission.sender_name.clone(),
        published_at: now,
        updated_at: now,
    };
    db::submission::save_draft(tx, &submission.id, &draft, true, now).await?;
    db::entry::add(tx, &entry, editor).await?;
    change(
        app,
        tx,
        &submission.id,
        State::Accepted,
        Change::Publish,
        editor,
        None,
        None,
    )
    .await?;
    let address = format!("{}/entries/{}", app.url, entry.slug);
    outbox::tell(
        app,
        tx,
        submission,
        Occasion::Accepted(&entry.title, &address),
    )
    .await?;
    double::tell_joined(app, tx, &submission.id, &entry.title, &address).await?;
    queue::push(app, tx, Step::Card, entry.id.as_str()).await?;
    search::ring_entry(app, tx, &entry.id).await?;
    db::import::settle_submission(tx, &submission.id, Outcome::Taken, None).await?;
    Ok(entry)
}

/// Changes a published entry's words: a new revision, whose card is drawn and whose recordings are tagged anew.
///
/// # Errors
/// What the database says.
pub async fn revise(app: &App, tx: &mut Tx, entry: &Entry, editor: &str) -> db::Result<()> {
    // The bell first: a job that ends at this moment holds it, and waits for what we are about to change.
    queue::push(app, tx, Step::Card, entry.id.as_str()).await?;
    search::ring_entry(app, tx, &entry.id).await?;
    db::entry::revise(tx, entry, editor).await
}

/// Declines a submission with a reason that the sender sees.
///
/// # Errors
/// A missing reason; `Decided` when it waits for no decision.
pub async fn decline(
    app: &App,
    submission: &Submission,
    reason: &str,
    editor: &str,
) -> Result<(), Error> {
    let reason = words::reason(reason)?;
    let mut tx = app.db.begin().await?;
    if !change(
        app,
        &mut tx,
        &submission.id,
        submission.state,
        Change::Decline,
        editor,
        Some(&reason),
        None,
    )
    .await?
    {
        drop(tx);
        return Err(Error::Decided(state_now(app, submission).await?));
    }
    outbox::tell(app, &mut tx, submission, Occasion::Declined(&reason)).await?;
    let why = Note::new("declined", &reason).to_string();
    db::import::settle_submission(&mut tx, &submission.id, Outcome::Refused, Some(&why)).await?;
    // What was joined to it stands for itself again.
    double::release(app, &mut tx).await?;
    tx.commit().await?;
    app.bell.ring();
    metrics::counter!("pugcast_decisions_total", "decision" => "declined").increment(1);
    tracing::info!(submission = %submission.id, "declined");
    Ok(())
}

/// Takes a published entry off the site, with a reason that its sender sees; its voices leave the world tours.
///
/// # Errors
/// A missing reason; `Decided` where it is not on the site.
pub async fn withdraw(
    app: &App,
    submission: &Submission,
    reason: &str,
    editor: &str,
) -> Result<(), Error> {
    let reason = words::reason(reason)?;
    let mut tx = app.db.begin().await?;
    voice::leave_tours(app, &mut tx, &submission.id).await?;
    let entry = db::watch::hold(&mut tx, &submission.id).await?;
    let entry = entry.ok_or(Error::Decided(submission.state))?;
    if !db::entry::withdraw(&mut tx, &entry.id, editor, app.now()).await? {
        return Err(Error::Decided(submission.state));
    }
    let id = submission.id.as_str();
    pipeline::note(app, &mut tx, id, editor, "entry-withdrawn", Some(&reason)).await?;
    voice::leave_tours(app, &mut tx, &submission.id).await?;
    outbox::tell(
        app,
        &mut tx,
        submission,
        Occasion::TakenOff(&entry.title, &reason),
    )
    .await?;
    changed(&mut tx, Changed::Entry(&entry.id), app.now()).await?;
    tx.commit().await?;
    app.bell.ring();
    metrics::counter!("pugcast_decisions_total", "decision" => "withdrawn").increment(1);
    tracing::info!(entry = %entry.id, "taken off the site");
    Ok(())
}

async fn state_now(app: &App, submission: &Submission) -> db::Result<State> {
    Ok(db::submission::by_id(&app.db, &submission.id)
        .await?
        .map_or(submission.state, |now| now.state))
}
