//! What a source holds: kept as it was found, until an editor takes it as a submission of its own.

use super::fault;
use crate::app::App;
use crate::db::medium::Origin;
use crate::db::submission::Draft;
use crate::db::{self, Tx};
use crate::decision::Error;
use crate::model::answers::{MOST_TITLE, MOST_WORDS, one_line, tidy};
use crate::model::group::Group;
use crate::model::item::{Item, bare, digest};
use crate::model::source::{Leave, Source};
use crate::model::submission::{Change, Medium, MediumState, State, Submission};
use crate::model::task::Step;
use crate::model::{ItemId, MediumId, SourceId, SubmissionId, language};
use crate::outbox::{self, Occasion};
use crate::{double, pipeline, queue};
use jobs::licence::Licence;
use jobs::link::{self, Link};
use jobs::provider::{Found, Proposals, feed};
use jobs::{Code, StepError};
use std::collections::HashMap;

/// Lines kept on what could not be read.
const MOST_SKIPPED: usize = 100;

/// Keeps a source's things, and notes at the medium that brought it what it is. An owner's no is kept to.
///
/// # Errors
/// What the database says.
pub async fn keep(app: &App, tx: &mut Tx, medium: &MediumId, many: &Proposals) -> db::Result<()> {
    let id = SourceId::mint(&app.clock, &app.random);
    let source = db::source::find_or_make(tx, id, &told(many), app.now()).await?;
    if refused(tx, &source, medium).await? {
        return Ok(());
    }
    let known = db::item::known(&app.db, &source.id).await?;
    see(app, tx, &source, many, &known).await?;
    if let Some(lines) = skipped(many) {
        db::medium::set_skipped(tx, medium, &lines).await?;
    }
    let kind = match many.source.provider.as_str() {
        "journal" => "journal",
        "podcast" => "feed",
        _ => "list",
    };
    db::medium::set_found(tx, medium, kind, &many.source.address).await?;
    let origin = Origin {
        provider: many.source.provider.clone(),
        ..Origin::default()
    };
    db::medium::set_origin(tx, medium, &source.id, &origin).await
}

/// A source as it may be kept: a provider's name for it expires, and the editor who subscribes gives it theirs.
pub(super) fn told(many: &Proposals) -> jobs::provider::Source {
    let told = many.source.clone();
    match ["youtube", "flickr"].contains(&told.provider.as_str()) {
        true => jobs::provider::Source {
            title: told.address.clone(),
            author: None,
            ..told
        },
        false => told,
    }
}

/// What could not be read, one a line; nothing where all could.
pub(super) fn skipped(many: &Proposals) -> Option<String> {
    let some = many.skipped.iter().take(MOST_SKIPPED);
    let more = many.skipped.len().saturating_sub(MOST_SKIPPED);
    let more = (more > 0).then(|| format!("… {more}"));
    let lines: Vec<String> = some.map(|line| one_line(line)).chain(more).collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

/// Notes what a source says of its things; those that are new to us come back, in its order. What was taken and is
/// said otherwise since is an edit for an editor to look at, never a new thing.
///
/// # Errors
/// What the database says.
pub(super) async fn see(
    app: &App,
    tx: &mut Tx,
    source: &Source,
    many: &Proposals,
    known: &HashMap<String, db::item::Known>,
) -> db::Result<Vec<(Item, Found)>> {
    let now = app.now();
    if many.items.iter().any(|one| one.found.origin == "oai") {
        db::source::set_archive(tx, &source.id).await?;
    }
    let mut fresh = Vec::new();
    for proposed in &many.items {
        let found = &proposed.found;
        let Ok(json) = serde_json::to_string(found) else {
            continue; // strings and numbers only, which always have a form in JSON
        };
        let expires = expires(found);
        let item = Item {
            id: ItemId::mint(&app.clock, &app.random),
            source_id: source.id.clone(),
            guid: name(found).to_owned(),
            published_on: found.published_on.map(|day| day.to_string()),
            suggested: proposed.suggested.into(),
            found: json,
            keep_until: expires.then(|| now + db::fact::KEEP_MS),
            digest: digest(found),
            changed_at: None,
            gone_at: None,
            taken_as: None,
            taken_by: None,
        };
        match known.get(&item.guid) {
            None => {
                if db::item::add(tx, &item, now).await? {
                    fresh.push((item, found.clone()));
                }
            }
            // What expires is kept fresh by being written again.
            Some(held) if held.digest == item.digest && !(expires && soon(held, now)) => {}
            Some(held) => {
                let changed = !held.digest.is_empty() && held.digest != item.digest;
                let changed_at = (changed && held.taken_as.is_some()).then_some(now);
                let id = held.id.clone();
                db::item::set_found(tx, &Item { id, ..item }, changed_at, now).await?;
            }
        }
    }
    Ok(fresh)
}

/// Drops providers' words that we may not keep any longer; what it is and where stays.
///
/// # Errors
/// What the database says.
pub async fn expire(app: &App, tx: &mut Tx) -> db::Result<()> {
    for (id, found) in db::item::expired(tx, app.now(), i64::MAX).await? {
        let found: Found = serde_json::from_str(&found).unwrap_or_default();
        let kept = serde_json::to_string(&bare(&found)).unwrap_or_default();
        db::item::set_bare(tx, &id, &kept).await?;
    }
    Ok(())
}

/// Whether an item's words are gone within half of the time that we may keep them, or are gone already.
fn soon(held: &db::item::Known, now: i64) -> bool {
    held.keep_until
        .is_none_or(|until| until - now < db::fact::KEEP_MS / 2)
}

/// Whether a provider's words expire.
fn expires(found: &Found) -> bool {
    ["youtube", "flickr"]
        .iter()
        .any(|provider| found.origin.starts_with(provider))
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
    let kept = db::item::taken_as(&app.db, submission).await;
    let kept = kept.map_err(|error| StepError::retry(Code::Internal, error.to_string()))?;
    kept.and_then(|item| item.found())
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

/// Takes items that a submission brought as submissions of their own, each once; those that were taken before stay as
/// they are. Says how many.
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
    let all = db::item::of_submission(&app.db, &from.id).await?;
    take_of(app, all, chosen, Some(from), editor).await
}

/// Takes items of a source as submissions of their own, as [`take`].
///
/// # Errors
/// `Faults` where nothing was chosen or the owner said no.
pub async fn take_from(
    app: &App,
    source: &Source,
    chosen: &[String],
    editor: &str,
) -> Result<usize, Error> {
    let all = db::item::of_source(&app.db, &source.id, i64::MAX).await?;
    take_of(app, all, chosen, None, editor).await
}

async fn take_of(
    app: &App,
    all: Vec<Item>,
    chosen: &[String],
    from: Option<&Submission>,
    editor: &str,
) -> Result<usize, Error> {
    let chosen = all
        .into_iter()
        .filter(|item| chosen.iter().any(|id| id == item.id.as_str()));
    let mut takings = Vec::new();
    for item in chosen {
        let source = db::source::by_id(&app.db, &item.source_id).await?;
        let Some(source) = source else { continue };
        if source.leave == Some(Leave::No) {
            return Err(fault("take", Code::OptedOut.as_str(), &source.title));
        }
        let Some(found) = item.found() else {
            return Err(fault("take", Code::Internal.as_str(), &item.guid));
        };
        let group = group_of(app, &source).await?;
        takings.push((item, found, Taking::new(app, source, group, from).await?));
    }
    if takings.is_empty() {
        return Err(fault("take", "nothing-chosen", ""));
    }
    let mut tx = app.db.begin().await?;
    let mut taken = 0;
    for (item, found, taking) in takings {
        let by = editor;
        taken += usize::from(taking.one(app, &mut tx, &item, &found, by).await?);
    }
    tx.commit().await?;
    app.bell.ring();
    Ok(taken)
}

/// The group whose source it is.
pub(super) async fn group_of(app: &App, source: &Source) -> db::Result<Option<Group>> {
    match &source.terms.group_id {
        Some(id) => db::group::by_id(&app.db, id).await,
        None => Ok(None),
    }
}

/// What every submission that is taken out of a source has in common.
pub(super) struct Taking {
    source: Source,
    /// A submission without words.
    like: Submission,
}

impl Taking {
    /// Taken out of what somebody sent, or by a subscription.
    pub(super) async fn new(
        app: &App,
        source: Source,
        group: Option<Group>,
        from: Option<&Submission>,
    ) -> db::Result<Taking> {
        let like = match from {
            Some(from) => Submission {
                door: "proposal".into(),
                parent_id: Some(from.id.clone()),
                ..from.clone()
            },
            None => subscribed(app, &source, group),
        };
        Ok(Taking { source, like })
    }

    /// Takes one; false where it was taken before, or is the same as what was sent or taken otherwise.
    ///
    /// # Errors
    /// What the database says.
    pub(super) async fn one(
        &self,
        app: &App,
        tx: &mut Tx,
        item: &Item,
        found: &Found,
        by: &str,
    ) -> db::Result<bool> {
        let medium = medium(app, item, found);
        let (now, id) = (app.now(), &item.id);
        let links = [found.canonical.clone()];
        let guid = Some((self.source.address.as_str(), item.guid.as_str()));
        let file = found.enclosure.as_ref().map(|file| file.url.as_str());
        if let Some((same, _)) = double::known(&app.db, &links, guid, file).await? {
            db::item::set_taken(tx, id, &same, by, now).await?;
            return Ok(false);
        }
        if let Some(same) = db::medium::held_by(tx, &medium.provider, &medium.provider_id).await? {
            db::item::set_taken(tx, id, &same, by, now).await?;
            return Ok(false);
        }
        let taken = self.submission(app, found);
        if !db::submission::add(tx, &format!("item-{id}"), &taken).await?
            || !db::item::set_taken(tx, id, &taken.id, by, now).await?
        {
            return Ok(false);
        }
        db::medium::add(tx, &taken.id, &medium).await?;
        let received = State::Received.as_str();
        pipeline::note(app, tx, taken.id.as_str(), by, received, None).await?;
        queue::push(app, tx, Step::Resolve, taken.id.as_str()).await?;
        Ok(true)
    }

    fn submission(&self, app: &App, found: &Found) -> Submission {
        // A provider's words are a check and never become ours.
        let own = !expires(found);
        let said = |text: &Option<String>| text.clone().filter(|_| own).unwrap_or_default();
        let licence = found.licence.map(Licence::as_str);
        let licence = licence.or(self.source.terms.licence.as_deref());
        Submission {
            id: SubmissionId::mint(&app.clock, &app.random),
            token: app.random.token(),
            state: State::Received,
            title: one_line(&said(&found.title))
                .chars()
                .take(MOST_TITLE)
                .collect(),
            words: tidy(&said(&found.description))
                .chars()
                .take(MOST_WORDS)
                .collect(),
            about: None,
            may_copy: 0,
            licence: licence
                .unwrap_or(Licence::AllRightsReserved.as_str())
                .to_owned(),
            met_on: None,
            language: spoken(found)
                .or_else(|| self.source.terms.language.clone())
                .or_else(|| self.like.language.clone()),
            reason: None,
            error_code: None,
            created_at: app.now(),
            message_id: None,
            ..self.like.clone()
        }
    }
}

/// What a subscription brings, before it says anything.
fn subscribed(app: &App, source: &Source, group: Option<Group>) -> Submission {
    let country = source.terms.country.clone();
    let (group_id, group_name, group_city, group_country) = match group {
        Some(group) => (Some(group.id), group.name, group.city, group.country),
        None => (None, String::new(), String::new(), country),
    };
    Submission {
        id: SubmissionId::mint(&app.clock, &app.random),
        token: String::new(),
        state: State::Received,
        door: "source".into(),
        title: String::new(),
        words: String::new(),
        about: None,
        parent_id: None,
        group_id,
        group_name,
        group_city,
        group_country,
        sender_name: source.title.clone(),
        sender_email: None,
        may_copy: 0,
        licence: String::new(),
        met_on: None,
        language: None,
        reason: None,
        error_code: None,
        created_at: app.now(),
        message_id: None,
        may_answer: 0,
    }
}

/// Whether a subscription lays this thing before the editors: where it names words, those that hold one; else all that
/// is a group's own, and of shows and journals what speaks of groups.
pub(super) fn wants(source: &Source, found: &Found) -> bool {
    let told = [&found.title, &found.description].map(|text| text.as_deref().unwrap_or_default());
    let told = told.join("\n").to_lowercase();
    let mut words = source.terms.words.lines().peekable();
    if words.peek().is_some() {
        return words.any(|word| told.contains(&word.to_lowercase()));
    }
    let of_others = ["podcast", "journal"].contains(&source.provider.as_str());
    source.terms.group_id.is_some() || !of_others || feed::speaks_of_groups(found)
}

/// The rest is not taken: an editor is done with what a source proposed.
///
/// # Errors
/// `Faults` where nothing was taken (then it is to be declined, with a reason); `Decided` where it is not in review.
pub async fn close(app: &App, submission: &Submission, editor: &str) -> Result<(), Error> {
    let items = db::item::of_submission(&app.db, &submission.id).await?;
    if items.iter().all(|item| item.taken_as.is_none()) {
        return Err(fault("take", "nothing-taken", ""));
    }
    let source = match items.first() {
        Some(item) => db::source::by_id(&app.db, &item.source_id).await?,
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

fn medium(app: &App, item: &Item, found: &Found) -> Medium {
    let of_source = Medium {
        guid: Some(item.guid.clone()),
        source_id: Some(item.source_id.clone()),
        ..plain(app, item, found)
    };
    match link::parse(&found.canonical) {
        // A provider's own id is the same in every list of it.
        Ok(link @ (Link::YouTube(_) | Link::Flickr(_))) if expires(found) => Medium {
            provider: link.provider().as_str().to_owned(),
            provider_id: link.id(),
            canonical: link.canonical(),
            ..of_source
        },
        _ => of_source,
    }
}

fn plain(app: &App, item: &Item, found: &Found) -> Medium {
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
        provider_id: format!("{} {}", item.source_id, item.guid),
        canonical: found.canonical.clone(),
        state: MediumState::Waiting,
        error_code: None,
        error_detail: None,
        prepared: 0,
        guid: None,
        source_id: None,
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
