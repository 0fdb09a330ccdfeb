//! What a feed or journal proposes: kept as it was found, until an editor takes it as a submission of its own.

use crate::app::App;
use crate::db::medium::Origin;
use crate::db::submission::Draft;
use crate::db::{self, Tx};
use crate::decision::Error;
use crate::model::answers::{Fault, MOST_TITLE, MOST_WORDS, one_line, tidy};
use crate::model::source::{Leave, Proposal, Source};
use crate::model::submission::{Change, Medium, MediumState, State, Submission};
use crate::model::task::Step;
use crate::model::{MediumId, ProposalId, SourceId, SubmissionId, language};
use crate::outbox::{self, Occasion};
use crate::{pipeline, queue};
use jobs::licence::Licence;
use jobs::provider::{Found, Proposals};
use jobs::{Code, StepError};

/// Lines kept on what could not be proposed.
const MOST_SKIPPED: usize = 100;

/// Keeps a feed's or journal's things beside the medium that brought them. An owner's no is kept to.
///
/// # Errors
/// What the database says.
pub async fn keep(
    app: &App,
    tx: &mut Tx,
    submission: &SubmissionId,
    medium: &MediumId,
    many: &Proposals,
) -> db::Result<()> {
    let id = SourceId::mint(&app.clock, &app.random);
    let source = db::source::find_or_make(tx, id, &many.source, app.now()).await?;
    if refused(tx, &source, medium).await? {
        return Ok(());
    }
    for (position, proposed) in many.items.iter().enumerate() {
        let Ok(found) = serde_json::to_string(&proposed.found) else {
            continue; // strings and numbers only, which always have a form in JSON
        };
        let proposal = Proposal {
            id: ProposalId::mint(&app.clock, &app.random),
            submission_id: submission.clone(),
            source_id: source.id.clone(),
            guid: name(&proposed.found).to_owned(),
            suggested: proposed.suggested.into(),
            found,
            taken_as: None,
            taken_by: None,
        };
        db::proposal::add(tx, medium, position as i64, &proposal).await?;
    }
    if !many.skipped.is_empty() {
        let some = many
            .skipped
            .iter()
            .take(MOST_SKIPPED)
            .map(|line| one_line(line));
        let more = many.skipped.len().saturating_sub(MOST_SKIPPED);
        let more = (more > 0).then(|| format!("… {more}"));
        let lines: Vec<String> = some.chain(more).collect();
        db::medium::set_skipped(tx, medium, &lines.join("\n")).await?;
    }
    let kind = if many.source.provider == "journal" {
        "journal"
    } else {
        "feed"
    };
    db::medium::set_found(tx, medium, kind, &many.source.address).await?;
    let origin = Origin {
        provider: many.source.provider.clone(),
        ..Origin::default()
    };
    db::medium::set_origin(tx, medium, &source.id, &origin).await
}

/// Notes which source one thing comes from. False where the source's owner said no, and then the medium says so.
///
/// # Errors
/// What the database says.
pub async fn set_source(
    app: &App,
    tx: &mut Tx,
    medium: &MediumId,
    found: &Found,
) -> db::Result<bool> {
    let Some(told) = &found.source else {
        return Ok(true);
    };
    let id = SourceId::mint(&app.clock, &app.random);
    let source = db::source::find_or_make(tx, id, told, app.now()).await?;
    if refused(tx, &source, medium).await? {
        return Ok(false);
    }
    let origin = Origin {
        provider: told.provider.clone(),
        guid: found.guid.clone(),
        document: found.document.clone(),
        citation: found.citation.clone(),
    };
    db::medium::set_origin(tx, medium, &source.id, &origin).await?;
    Ok(true)
}

async fn refused(tx: &mut Tx, source: &Source, medium: &MediumId) -> db::Result<bool> {
    let no = source.leave == Some(Leave::No);
    if no {
        let detail = format!("the owner of {} said no", source.title);
        db::medium::set_failed(tx, medium, Code::OptedOut.as_str(), &detail).await?;
    }
    Ok(no)
}

/// What a source says of the thing that a submission was taken for.
///
/// # Errors
/// `Internal` where it is not kept any more.
pub async fn found(app: &App, submission: &SubmissionId) -> Result<Found, StepError> {
    let kept = db::proposal::taken_as(&app.db, submission).await;
    let kept = kept.map_err(|error| StepError::retry(Code::Internal, error.to_string()))?;
    kept.and_then(|proposal| serde_json::from_str(&proposal.found).ok())
        .ok_or_else(|| StepError::fail(Code::Internal, "what its source said is not kept"))
}

/// A source's own words as a suggestion: the editor who confirms them makes them the entry's.
pub fn suggest(draft: Draft, found: &Found) -> Draft {
    let or = |own: String, other: &Option<String>, most: usize| match own.is_empty() {
        true => other
            .as_deref()
            .unwrap_or_default()
            .chars()
            .take(most)
            .collect(),
        false => own,
    };
    Draft {
        title: one_line(&or(draft.title, &found.title, MOST_TITLE)),
        words: tidy(&or(draft.words, &found.description, MOST_WORDS)),
        people: found.people.join("\n"),
        language: draft.language.or_else(|| spoken(found)),
        ..draft
    }
}

/// Takes proposals as submissions of their own, each once; those that were taken before stay as they are.
///
/// # Errors
/// `Faults` where nothing was chosen or the owner said no; `Decided` where the submission is not in review.
pub async fn take(
    app: &App,
    from: &Submission,
    chosen: &[String],
    editor: &str,
) -> Result<usize, Error> {
    if from.state != State::InReview {
        return Err(Error::Decided(from.state));
    }
    let all = db::proposal::of_submission(&app.db, &from.id).await?;
    let chosen = all
        .iter()
        .filter(|proposal| chosen.iter().any(|id| id == proposal.id.as_str()));
    let chosen: Vec<&Proposal> = chosen.collect();
    if chosen.is_empty() {
        return Err(fault("take", "nothing-chosen", ""));
    }
    let mut tx = app.db.begin().await?;
    let mut taken = 0;
    for proposal in chosen {
        let source = db::source::by_id(&app.db, &proposal.source_id).await?;
        if let Some(source) = source.filter(|source| source.leave == Some(Leave::No)) {
            return Err(fault("take", Code::OptedOut.as_str(), &source.title));
        }
        taken += usize::from(take_one(app, &mut tx, from, proposal, editor).await?);
    }
    tx.commit().await?;
    app.bell.ring();
    Ok(taken)
}

async fn take_one(
    app: &App,
    tx: &mut Tx,
    from: &Submission,
    proposal: &Proposal,
    editor: &str,
) -> Result<bool, Error> {
    let Ok(found) = serde_json::from_str::<Found>(&proposal.found) else {
        return Err(fault("take", Code::Internal.as_str(), &proposal.guid));
    };
    let taken = submission(app, from, &found);
    if !db::submission::add(tx, &format!("proposal-{}", proposal.id), &taken).await?
        || !db::proposal::set_taken(tx, &proposal.id, &taken.id, editor, app.now()).await?
    {
        return Ok(false);
    }
    db::medium::add(tx, &taken.id, &medium(app, proposal, &found)).await?;
    let received = State::Received.as_str();
    pipeline::note(app, tx, taken.id.as_str(), editor, received, None).await?;
    queue::push(app, tx, Step::Resolve, taken.id.as_str()).await?;
    Ok(true)
}

/// The rest is not taken: an editor is done with what a source proposed.
///
/// # Errors
/// `Faults` where nothing was taken (then it is to be declined, with a reason); `Decided` where it is not in review.
pub async fn close(app: &App, submission: &Submission, editor: &str) -> Result<(), Error> {
    let taken = db::submission::taken_from(&app.db, &submission.id).await?;
    if taken.is_empty() {
        return Err(fault("take", "nothing-taken", ""));
    }
    let source = match db::proposal::of_submission(&app.db, &submission.id)
        .await?
        .first()
    {
        Some(proposal) => db::source::by_id(&app.db, &proposal.source_id).await?,
        None => None,
    };
    let mut tx = app.db.begin().await?;
    let from = submission.state;
    let id = &submission.id;
    if !pipeline::change(app, &mut tx, id, from, Change::Accept, editor, None, None).await? {
        return Err(Error::Decided(from));
    }
    let address = format!("{}/submissions/{}", app.url, submission.token);
    let title = source.map_or(String::new(), |source| source.title);
    outbox::tell(
        app,
        &mut tx,
        submission,
        Occasion::Accepted(&title, &address),
    )
    .await?;
    tx.commit().await?;
    app.bell.ring();
    Ok(())
}

/// Notes what a source's owner says. A no takes all of it off the public face, for good.
///
/// # Errors
/// `Faults` where nobody is named who said it.
pub async fn set_leave(
    app: &App,
    source: &Source,
    leave: Leave,
    said_by: &str,
    editor: &str,
) -> Result<u64, Error> {
    let said_by = one_line(said_by);
    if said_by.is_empty() {
        return Err(fault("leave_by", "leave-unsaid", ""));
    }
    let now = app.now();
    let mut tx = app.db.begin().await?;
    db::source::set_leave(&mut tx, &source.id, leave, &said_by, editor, now).await?;
    let withdrawn = match leave {
        Leave::No => db::source::withdraw(&mut tx, &source.id, now).await?,
        Leave::Yes => 0,
    };
    // A yes lets episodes into the podcast, a no takes entries out of everything.
    db::entry::changed(&mut tx, now).await?;
    let change = format!("leave_{}", leave.as_str());
    pipeline::note(
        app,
        &mut tx,
        source.id.as_str(),
        editor,
        &change,
        Some(&said_by),
    )
    .await?;
    tx.commit().await?;
    tracing::info!(source = %source.id, leave = leave.as_str(), withdrawn, "an owner's word was noted");
    Ok(withdrawn)
}

fn submission(app: &App, from: &Submission, found: &Found) -> Submission {
    let words = found.description.as_deref().unwrap_or_default();
    Submission {
        id: SubmissionId::mint(&app.clock, &app.random),
        token: app.random.token(),
        state: State::Received,
        door: "proposal".into(),
        title: one_line(found.title.as_deref().unwrap_or_default())
            .chars()
            .take(MOST_TITLE)
            .collect(),
        words: tidy(words).chars().take(MOST_WORDS).collect(),
        about: None,
        parent_id: Some(from.id.clone()),
        may_copy: 0,
        licence: found
            .licence
            .unwrap_or(Licence::AllRightsReserved)
            .as_str()
            .to_owned(),
        met_on: None,
        language: spoken(found).or_else(|| from.language.clone()),
        reason: None,
        error_code: None,
        created_at: app.now(),
        message_id: None,
        ..from.clone()
    }
}

fn medium(app: &App, proposal: &Proposal, found: &Found) -> Medium {
    let source = found.source.as_ref();
    Medium {
        id: MediumId::mint(&app.clock, &app.random),
        position: 0,
        typed: found.canonical.clone(),
        provider: source
            .map_or("podcast", |source| &source.provider)
            .to_owned(),
        kind: found.kind.clone(),
        // A guid is unique only within its source.
        provider_id: format!("{} {}", proposal.source_id, proposal.guid),
        canonical: found.canonical.clone(),
        state: MediumState::Waiting,
        error_code: None,
        error_detail: None,
        prepared: 0,
        guid: Some(proposal.guid.clone()),
        source_id: Some(proposal.source_id.clone()),
        document: found.document.clone(),
        citation: found.citation.clone(),
        skipped: None,
    }
}

/// What its source calls it.
fn name(found: &Found) -> &str {
    found.guid.as_deref().unwrap_or(&found.canonical)
}

fn spoken(found: &Found) -> Option<String> {
    let tag = found.language.as_deref()?;
    language::find(tag).map(str::to_owned)
}

fn fault(field: &'static str, code: &'static str, about: &str) -> Error {
    Error::Faults(vec![Fault {
        field,
        code,
        about: about.to_owned(),
    }])
}
