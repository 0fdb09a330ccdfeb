//! What editors do about notices of groups, and how every notice ends.

use super::{Error, tell};
use crate::app::App;
use crate::db::listing::{Changed, changed};
use crate::db::{self, Tx};
use crate::decision::words;
use crate::model::GroupId;
use crate::model::answers::{Fault, tidy};
use crate::model::group::Group;
use crate::model::notice::{Notice, Outcome};
use crate::pipeline;
use crate::roster::answers::Described;
use crate::roster::edit;

/// Puts a missing group on the roster, as an editor describes it.
///
/// # Errors
/// `Faults` where one of that name is there; `Decided` where it was settled before.
pub async fn add(
    app: &App,
    notice: &Notice,
    said: &Described,
    reason: &str,
    editor: &str,
) -> Result<Group, Error> {
    let mut tx = app.db.begin().await?;
    conclude(app, &mut tx, notice, Outcome::Added, reason, editor).await?;
    let id = GroupId::mint(&app.clock, &app.random);
    let language = said.language.as_deref();
    let group = db::group::make(&mut tx, id.clone(), &said.named, language, app.now()).await?;
    if group.id != id {
        return Err(Error::Faults(vec![Fault {
            field: "group_name",
            code: "group-listed",
            about: group.slug,
        }]));
    }
    db::group::set(
        &mut tx,
        &id,
        &group.slug,
        &said.named,
        language,
        &said.details,
    )
    .await?;
    db::notice::set_group(&mut tx, &notice.id, &id).await?;
    let from = Some(notice.id.as_str());
    pipeline::note(app, &mut tx, id.as_str(), editor, "group-added", from).await?;
    changed(&mut tx, Changed::Pages, app.now()).await?;
    tx.commit().await?;
    app.bell.ring();
    Ok(group)
}

/// Says that a missing group is on the roster already, under another name.
///
/// # Errors
/// `Decided` where it was settled before.
pub async fn join(
    app: &App,
    notice: &Notice,
    group: &Group,
    reason: &str,
    editor: &str,
) -> Result<(), Error> {
    let mut tx = app.db.begin().await?;
    conclude(app, &mut tx, notice, Outcome::Joined, reason, editor).await?;
    db::notice::set_group(&mut tx, &notice.id, &group.id).await?;
    tx.commit().await?;
    app.bell.ring();
    Ok(())
}

/// Mends what is said of a group.
///
/// # Errors
/// As [`edit::change`]; `Decided` where it was settled before.
pub async fn mend(
    app: &App,
    notice: &Notice,
    group: &Group,
    said: &Described,
    reason: &str,
    editor: &str,
) -> Result<(), Error> {
    let mut tx = app.db.begin().await?;
    conclude(app, &mut tx, notice, Outcome::Edited, reason, editor).await?;
    let drafts = edit::change_in(app, &mut tx, group, said, editor).await?;
    tx.commit().await?;
    app.bell.ring();
    Ok(edit::mark(app, &drafts).await?)
}

/// Notes that a group meets no more, or on which day it is known to have met.
///
/// # Errors
/// `Faults` where that is no day; `Decided` where it was settled before.
pub async fn live(
    app: &App,
    notice: &Notice,
    group: &Group,
    met_on: Option<&str>,
    reason: &str,
    editor: &str,
) -> Result<(), Error> {
    let mut tx = app.db.begin().await?;
    let outcome = match met_on {
        Some(_) => Outcome::Meets,
        None => Outcome::Gone,
    };
    conclude(app, &mut tx, notice, outcome, reason, editor).await?;
    match met_on {
        Some(day) => edit::set_meets(app, &mut tx, &group.id, day, editor).await?,
        None => edit::set_gone(app, &mut tx, &group.id, editor).await?,
    }
    tx.commit().await?;
    app.bell.ring();
    Ok(())
}

/// Leaves the roster as it is, with a reason that whoever told it reads.
///
/// # Errors
/// `Faults` where the reason is missing; `Decided` where it was settled before.
pub async fn decline(app: &App, notice: &Notice, reason: &str, editor: &str) -> Result<(), Error> {
    let reason = words::reason(reason)?;
    let mut tx = app.db.begin().await?;
    conclude(app, &mut tx, notice, Outcome::Declined, &reason, editor).await?;
    tx.commit().await?;
    app.bell.ring();
    Ok(())
}

/// Ends a notice, once, and tells whoever told it.
pub(super) async fn conclude(
    app: &App,
    tx: &mut Tx,
    notice: &Notice,
    outcome: Outcome,
    reason: &str,
    editor: &str,
) -> Result<(), Error> {
    let reason = Some(tidy(reason)).filter(|reason| !reason.is_empty());
    let reason = reason.as_deref();
    let state = notice.kind.after(outcome).ok_or(Error::Decided)?;
    let ends = (outcome, state);
    if !db::notice::settle(tx, &notice.id, ends, reason, editor, app.now()).await? {
        return Err(Error::Decided);
    }
    let id = notice.id.as_str();
    pipeline::note(app, tx, id, editor, outcome.as_str(), reason).await?;
    let became = app.text.t(&format!("notice-became-{}", outcome.as_str()));
    let says = match reason {
        Some(reason) => format!("{became}\n\n{reason}"),
        None => became,
    };
    tell(app, tx, notice, "settled", &says).await?;
    tracing::info!(notice = %notice.id, outcome = outcome.as_str(), "settled");
    Ok(())
}
