//! Doubles: the same thing sent twice is one entry.
//!
//! `prepare` writes a submission's marks; `draft`, a transaction later, looks who shares them. Whoever's marks were
//! written later sees the other's, so that of two that come at once never both miss each other.

use crate::app::App;
use crate::db::double::Mark;
use crate::db::{self, Tx};
use crate::decision::{self, Error};
use crate::model::answers::Fault;
use crate::model::entry::Entry;
use crate::model::submission::{Change, State, Submission};
use crate::model::task::Step;
use crate::model::{MediumId, SubmissionId};
use crate::outbox::{self, Occasion};
use crate::{pipeline, queue};
use jobs::likeness::{self, Traits};
use std::collections::BTreeSet;

mod settle;
mod things;

pub use settle::{Seen, look, settle};
use things::as_row;
pub use things::{Thing, lasting_marks, marks, things};

/// Submissions that are looked for at once.
const MANY: i64 = 200;
/// Steps from what was joined to what that was joined to.
const MOST_STEPS: usize = 8;

/// Who has one of these links, this guid of a source (its address first) or this file: the submission, and the slug of
/// its entry. A look at an index, for those who are about to send something.
///
/// # Errors
/// What the database says.
pub async fn known(
    tx: &mut Tx,
    links: &[String],
    guid: Option<(&str, &str)>,
    enclosure: Option<&str>,
) -> db::Result<Option<(SubmissionId, Option<String>)>> {
    let guid = guid.map(|(source, guid)| (source.to_owned(), guid.to_owned()));
    let traits = Traits {
        links: links.to_vec(),
        guids: guid.into_iter().collect(),
        enclosures: enclosure.map(str::to_owned).into_iter().collect(),
        ..Traits::default()
    };
    let exact = likeness::exact(&traits);
    let (guids, others): (Vec<_>, Vec<_>) = exact.iter().partition(|(kind, _)| *kind == "guid");
    let sources = likeness::sources(&traits);
    let source = sources.first().map_or("", |(_, source)| source.as_str());
    for (kind, value) in guids {
        if let Some(known) = db::double::known(tx, kind, value, "").await? {
            return Ok(Some(known));
        }
    }
    // Another thing of the same source is another thing, though both link to one page.
    for (kind, value) in others {
        if let Some(known) = db::double::known(tx, kind, value, source).await? {
            return Ok(Some(known));
        }
    }
    Ok(None)
}

/// Joins one to another, notes who did it and tells its sender.
async fn bind(
    app: &App,
    tx: &mut Tx,
    submission: &Submission,
    from: State,
    target: &SubmissionId,
    actor: &str,
) -> db::Result<bool> {
    let id = &submission.id;
    if !pipeline::change(app, tx, id, from, Change::Join, actor, None, None).await? {
        return Ok(false);
    }
    db::double::set_joined(tx, id, Some(target)).await?;
    db::double::judge(tx, (id, target), "joined", actor, app.now()).await?;
    let text = outbox::text_for(app, submission);
    let says = match db::double::slug(tx, target).await? {
        Some(slug) => {
            let address = format!("{}/entries/{slug}", app.url);
            text.with("joined-shown", &[("address", address.into())])
        }
        None => text.t("joined-waits"),
    };
    outbox::tell(app, tx, submission, Occasion::Joined(&says)).await?;
    metrics::counter!("pugcast_doubles_total", "by" => if actor == "job" { "job" } else { "editor" })
        .increment(1);
    tracing::info!(submission = %id, %target, "joined to the same");
    Ok(true)
}

/// An editor says that two are the same: this one is joined to that one, which gets the media that it lacks.
///
/// # Errors
/// `Decided` where this one is not in review; `Faults` where that one can take nothing any more.
pub async fn join(
    app: &App,
    submission: &Submission,
    target: &Submission,
    editor: &str,
) -> Result<usize, Error> {
    let own = things(app, submission).await?;
    let theirs = things(app, target).await?;
    let has: BTreeSet<likeness::Mark> = theirs
        .iter()
        .flat_map(|thing| likeness::exact(&thing.own))
        .collect();
    let new: Vec<&Thing> = own
        .iter()
        .filter(|thing| likeness::exact(&thing.own).is_disjoint(&has))
        .collect();
    let entry = db::entry::of_submission(&app.db, &target.id).await?;
    let mut tx = app.db.begin().await?;
    let mut ids = [&submission.id, &target.id];
    ids.sort();
    for id in ids {
        db::double::hold(&mut tx, id).await?;
    }
    let state = db::double::state(&mut tx, &submission.id).await?;
    if state != Some(State::InReview) {
        return Err(Error::Decided(state.unwrap_or(submission.state)));
    }
    let takes = match db::double::state(&mut tx, &target.id).await? {
        Some(State::Published) => entry.is_some(),
        Some(State::InReview | State::ChangesRequested | State::Resubmitted) => true,
        _ => false,
    };
    if !takes || submission.id == target.id {
        return Err(fault("not-joined"));
    }
    let copied = copy(app, &mut tx, &new, target, entry.as_ref(), editor).await?;
    bind(
        app,
        &mut tx,
        submission,
        State::InReview,
        &target.id,
        editor,
    )
    .await?;
    tx.commit().await?;
    app.bell.ring();
    Ok(copied)
}

/// Adds media to a submission, and to the entry that it is.
async fn copy(
    app: &App,
    tx: &mut Tx,
    new: &[&Thing],
    target: &Submission,
    entry: Option<&Entry>,
    editor: &str,
) -> db::Result<usize> {
    let mut copied = 0;
    for thing in new {
        let Some(from) = &thing.medium else {
            continue;
        };
        let id = MediumId::mint(&app.clock, &app.random);
        if db::double::copy_medium(tx, from, &id, &target.id).await? {
            let mut named = likeness::exact(&thing.own);
            named.extend(likeness::sources(&thing.own));
            let marks: Vec<Mark> = named.iter().map(|mark| as_row(mark, None)).collect();
            db::double::add_marks(tx, &target.id, &marks).await?;
            copied += 1;
        }
    }
    if copied > 0 {
        // A copied recording is mastered and tagged as its own were. This bell first: mastering rings the card's.
        queue::push(app, tx, Step::Master, target.id.as_str()).await?;
        pipeline::note(app, tx, target.id.as_str(), editor, "copied", None).await?;
        if let Some(entry) = entry {
            let revised = Entry {
                updated_at: app.now(),
                ..entry.clone()
            };
            decision::revise(app, tx, &revised, editor).await?;
        }
    }
    Ok(copied)
}

/// An editor says that two are not the same; it is not asked again.
///
/// # Errors
/// What the database says.
pub async fn set_apart(
    app: &App,
    submission: &Submission,
    other: &SubmissionId,
    editor: &str,
) -> Result<(), Error> {
    let mut tx = app.db.begin().await?;
    let pair = (&submission.id, other);
    if db::double::judge(&mut tx, pair, "apart", editor, app.now()).await? {
        pipeline::note(app, &mut tx, submission.id.as_str(), editor, "apart", None).await?;
    }
    Ok(tx.commit().await?)
}

/// Lets what was joined to something that was not taken stand for itself again; says how many.
///
/// # Errors
/// What the database says.
pub async fn release(app: &App, tx: &mut Tx) -> db::Result<usize> {
    let stranded = db::double::stranded(tx).await?;
    for id in &stranded {
        pipeline::change(app, tx, id, State::Joined, Change::Part, "job", None, None).await?;
        db::double::set_joined(tx, id, None).await?;
    }
    Ok(stranded.len())
}

/// Tells the senders of what was joined to a submission that it is published.
///
/// # Errors
/// What the database says.
pub async fn tell_joined(
    app: &App,
    tx: &mut Tx,
    target: &SubmissionId,
    title: &str,
    address: &str,
) -> db::Result<()> {
    for submission in db::submission::joined_in(tx, target).await? {
        outbox::tell(app, tx, &submission, Occasion::Accepted(title, address)).await?;
    }
    Ok(())
}

/// What a submission was joined to in the end.
///
/// # Errors
/// What the database says.
pub async fn target(app: &App, id: &SubmissionId) -> db::Result<Option<SubmissionId>> {
    let mut last = None;
    let mut at = id.clone();
    for _ in 0..MOST_STEPS {
        match db::double::target(&app.db, &at).await? {
            Some(next) => at = last.insert(next).clone(),
            None => break,
        }
    }
    Ok(last)
}

fn fault(code: &'static str) -> Error {
    Error::Faults(vec![Fault {
        field: "doubles",
        code,
        about: String::new(),
    }])
}

/// Marks what is published by its own words and media, which last; those of a provider are no part of them.
///
/// # Errors
/// What the database says.
pub async fn mark(app: &App, id: &SubmissionId) -> db::Result<()> {
    let Some(submission) = db::submission::by_id(&app.db, id).await? else {
        return Ok(());
    };
    let mut marks = lasting_marks(&things(app, &submission).await?);
    // What has no mark of its own is not looked at again.
    marks.push(Mark {
        kind: "self".into(),
        value: id.to_string(),
        keep_until: None,
    });
    let mut tx = app.db.begin().await?;
    db::double::replace_marks(&mut tx, id, &marks).await?;
    tx.commit().await
}

/// Marks those that nobody marked: what was published before there were marks, and what was imported and waits. Says
/// how many.
///
/// # Errors
/// What the database says.
pub async fn mark_rest(app: &App) -> db::Result<usize> {
    let mut marked = 0;
    loop {
        let rest = db::double::unmarked(&app.db, MANY).await?;
        for id in &rest {
            mark(app, id).await?;
        }
        marked += rest.len();
        if rest.is_empty() {
            return Ok(marked);
        }
    }
}
