//! Somebody in an entry does not want to be shown: it goes off at once where the settings say so, until an editor
//! decides.
//!
//! A stranger could silence everything so. Hence an entry that an editor kept is not taken off again by the next who
//! asks, and no more are taken off than [`MOST`]; beyond that a removal waits like any other notice, first on the desk.

use super::settle::conclude;
use super::{Error, HOUR_MS};
use crate::app::App;
use crate::config::Removal;
use crate::db::listing::{Changed, changed};
use crate::db::notice::Subject;
use crate::db::{self, Tx};
use crate::decision::{self, words};
use crate::model::answers::{Fault, MOST_NAME, MOST_TITLE, MOST_WORDS, one_line, tidy};
use crate::model::entry::{Entry, Kind};
use crate::model::notice::{Kind as Speaks, Matter, Notice, Outcome};
use crate::model::task::Step;
use crate::outbox::{self, Letter, Occasion};
use crate::{pipeline, queue, voice};
use std::borrow::Cow;

/// Who took an entry off, where somebody in it asked for that.
pub const BY: &str = "removal";
/// What an entry was that was on the site.
const SHOWN: &str = "shown";
/// Entries taken off at once: within an hour of all, within a day of one network.
pub const MOST: (i64, i64) = (5, 2);

/// An entry's words as an editor leaves them, without somebody's name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// Its title.
    pub title: String,
    /// What was covered.
    pub words: String,
    /// The people in it, one a line.
    pub people: String,
    /// Who sent it.
    pub sender_name: String,
}

/// Tells the editors of a removal, and takes its entry off where that may be.
pub(super) async fn receive(
    app: &App,
    tx: &mut Tx,
    notice: &Notice,
    subject: &Subject,
) -> db::Result<()> {
    if notice.matter == Matter::Entry && may_hold(app, tx, notice, subject).await? {
        hold(app, tx, notice, subject).await?;
    }
    let address = format!("{}/desk/notices/{}", app.url, notice.id);
    let blanks = [
        ("showcase", Cow::from(&app.config.showcase.name)),
        ("title", Cow::from(&subject.title)),
        ("address", address.into()),
    ];
    for editor in db::editor::all(tx).await? {
        let letter = Letter {
            cause: format!("notice-removal {} {}", notice.id, editor.id),
            submission: None,
            recipient: &editor.email,
            subject: app.text.with("mail-removal-subject", &blanks),
            body: app.text.with("mail-removal", &blanks),
            in_reply_to: None,
        };
        outbox::write(app, tx, letter).await?;
    }
    Ok(())
}

async fn may_hold(app: &App, tx: &mut Tx, notice: &Notice, subject: &Subject) -> db::Result<bool> {
    let network = notice.network.as_deref().unwrap_or_default();
    let (hour, day) = (app.now() - HOUR_MS, app.now() - 24 * HOUR_MS);
    Ok(app.config.removal == Removal::Hide
        && !db::notice::was_kept(tx, &subject.id).await?
        && db::notice::held_since(tx, network, hour).await?.0 < MOST.0
        && db::notice::held_since(tx, network, day).await?.1 < MOST.1)
}

async fn hold(app: &App, tx: &mut Tx, notice: &Notice, subject: &Subject) -> db::Result<()> {
    voice::pause_tours(app, tx, &subject.submission_id).await?;
    let Some(now) = db::watch::hold(tx, &subject.submission_id).await? else {
        return Ok(());
    };
    let from = match (now.withdrawn_at, now.withdrawn_by) {
        (None, _) => SHOWN.to_owned(),
        // An owner's no, or somebody who asked before: it is off already.
        (Some(_), None) => return Ok(()),
        (Some(_), Some(by)) if by == BY => return Ok(()),
        (Some(_), Some(by)) => by,
    };
    db::notice::set_held(tx, &notice.id, &from).await?;
    db::notice::hold_entry(tx, &subject.id, app.now()).await?;
    let id = subject.submission_id.as_str();
    pipeline::note(app, tx, id, "asker", "entry-held", None).await?;
    changed(tx, Changed::Entry(&subject.id), app.now()).await
}

/// Takes an entry off for good. Others who wait for the same are answered with it.
///
/// # Errors
/// `Faults` where the reason is missing, which its sender and whoever asked read; `Decided` where it was settled before.
pub async fn remove(app: &App, notice: &Notice, reason: &str, editor: &str) -> Result<(), Error> {
    let reason = words::reason(reason)?;
    let subject = subject(app, notice).await?;
    let mut tx = app.db.begin().await?;
    voice::leave_tours(app, &mut tx, &subject.submission_id).await?;
    db::watch::hold(&mut tx, &subject.submission_id).await?;
    conclude(app, &mut tx, notice, Outcome::Removed, &reason, editor).await?;
    for other in db::notice::of_entry(&mut tx, &subject.id).await? {
        conclude(app, &mut tx, &other, Outcome::Removed, &reason, editor).await?;
    }
    db::notice::hold_entry(&mut tx, &subject.id, app.now()).await?;
    let id = subject.submission_id.as_str();
    pipeline::note(app, &mut tx, id, editor, "entry-withdrawn", Some(&reason)).await?;
    if let Some(submission) = db::submission::by_id(&app.db, &subject.submission_id).await? {
        let occasion = Occasion::TakenOff(&subject.title, &reason);
        outbox::tell(app, &mut tx, &submission, occasion).await?;
    }
    changed(&mut tx, Changed::Entry(&subject.id), app.now()).await?;
    tx.commit().await?;
    app.bell.ring();
    Ok(())
}

/// Leaves an entry as it is, or puts it back; the next who asks does not take it off again.
///
/// # Errors
/// `Faults` where the reason is missing, or an owner said no meanwhile; `Decided` where it was settled before.
pub async fn keep(app: &App, notice: &Notice, reason: &str, editor: &str) -> Result<(), Error> {
    let reason = words::reason(reason)?;
    let subject = subject(app, notice).await?;
    let mut tx = app.db.begin().await?;
    conclude(app, &mut tx, notice, Outcome::Kept, &reason, editor).await?;
    restore(app, &mut tx, &subject, editor).await?;
    tx.commit().await?;
    app.bell.ring();
    Ok(())
}

/// Takes a name out of an entry, which stays or comes back: a new revision.
///
/// # Errors
/// `Faults` of the words; `Decided` where it was settled before.
pub async fn revise(
    app: &App,
    notice: &Notice,
    typed: &Words,
    reason: &str,
    editor: &str,
) -> Result<(), Error> {
    let said = check(typed)?;
    let subject = subject(app, notice).await?;
    let mut tx = app.db.begin().await?;
    conclude(app, &mut tx, notice, Outcome::Revised, reason, editor).await?;
    restore(app, &mut tx, &subject, editor).await?;
    let entry = db::entry::in_tx(&mut tx, &subject.id).await?;
    let entry = Entry {
        title: said.title,
        words: said.words,
        people: said.people,
        sender_name: said.sender_name,
        updated_at: app.now(),
        ..entry.ok_or(Error::Decided)?
    };
    decision::revise(app, &mut tx, &entry, editor).await?;
    tx.commit().await?;
    app.bell.ring();
    Ok(())
}

/// Brings back an entry that a removal took off, as what it would be by now.
async fn restore(app: &App, tx: &mut Tx, subject: &Subject, editor: &str) -> Result<(), Error> {
    queue::push(app, tx, Step::Card, subject.id.as_str()).await?;
    voice::pause_tours(app, tx, &subject.submission_id).await?;
    let Some(now) = db::watch::hold(tx, &subject.submission_id).await? else {
        return Ok(());
    };
    if now.withdrawn_by.as_deref() != Some(BY) {
        return Ok(());
    }
    db::watch::unpark(tx, &subject.submission_id, app.now()).await?;
    let from = db::notice::held_from(tx, &subject.id).await?;
    let left = db::watch::left(tx, &subject.submission_id).await?;
    match (from.as_deref(), now.kind) {
        (Some(from), _) if from != SHOWN => db::notice::hand_over(tx, &subject.id, from).await?,
        // What it showed went away while it was off.
        (_, Kind::Audio) if left == 0 => db::notice::hand_over(tx, &subject.id, "voice").await?,
        (_, Kind::Video | Kind::Photos | Kind::Article) if left == 0 => {
            db::notice::hand_over(tx, &subject.id, "watch").await?;
        }
        _ if db::notice::release_entry(tx, &subject.id, app.now()).await? => {
            let id = subject.submission_id.as_str();
            pipeline::note(app, tx, id, editor, "entry-restored", None).await?;
        }
        _ => {
            return Err(Error::Faults(vec![Fault {
                field: "reason",
                code: "opted-out",
                about: String::new(),
            }]));
        }
    }
    Ok(changed(tx, Changed::Entry(&subject.id), app.now()).await?)
}

async fn subject(app: &App, notice: &Notice) -> Result<Subject, Error> {
    let id = notice
        .entry_id
        .as_ref()
        .filter(|_| notice.kind == Speaks::Removal);
    let id = id.ok_or(Error::Decided)?;
    let subject = db::notice::entry_of(&app.db, id).await?;
    subject.ok_or(Error::Decided)
}

fn check(typed: &Words) -> Result<Words, Error> {
    let people = typed.people.lines().map(one_line);
    let said = Words {
        title: one_line(&typed.title),
        words: tidy(&typed.words),
        people: people
            .filter(|name| !name.is_empty())
            .collect::<Vec<_>>()
            .join("\n"),
        sender_name: one_line(&typed.sender_name),
    };
    let mut faults = Vec::new();
    let mut fault = |field, code, about: &str| {
        faults.push(Fault {
            field,
            code,
            about: about.to_owned(),
        })
    };
    for (field, text, missing, most) in [
        ("title", &said.title, "title-missing", MOST_TITLE),
        ("words", &said.words, "words-missing", MOST_WORDS),
        (
            "sender_name",
            &said.sender_name,
            "sender-missing",
            MOST_NAME,
        ),
    ] {
        if text.is_empty() {
            fault(field, missing, "");
        }
        if text.chars().count() > most {
            fault(field, "too-long", &most.to_string());
        }
    }
    match faults.is_empty() {
        true => Ok(said),
        false => Err(Error::Faults(faults)),
    }
}
