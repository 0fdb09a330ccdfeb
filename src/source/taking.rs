//! What an editor or a subscription takes out of a source: each a submission of its own, once.

use super::{fault, group_of};
use crate::app::App;
use crate::db::submission::Draft;
use crate::db::{self, Tx};
use crate::decision::Error;
use crate::model::answers;
use crate::model::group::Group;
use crate::model::item::Item;
use crate::model::source::{Leave, Source};
use crate::model::submission::{Change, Medium, State, Submission};
use crate::model::task::Step;
use crate::model::{MediumId, SubmissionId, language};
use crate::outbox::{self, Occasion};
use crate::{double, pipeline, queue};
use jobs::licence::Licence;
use jobs::link::{self, Link};
use jobs::provider::{Found, feed};
use jobs::{Code, StepError};

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
    let or = |own: String, other: &Option<String>| match own.is_empty() {
        true => other.clone().unwrap_or_default(),
        false => own,
    };
    Draft {
        title: answers::title(&or(draft.title, &found.title)),
        words: answers::words(&or(draft.words, &found.description)),
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
    // What was taken before stays as it is.
    let chosen = all
        .into_iter()
        .filter(|item| chosen.iter().any(|id| id == item.id.as_str()));
    let mut was_chosen = false;
    let mut takings = Vec::new();
    for item in chosen {
        was_chosen = true;
        if item.taken_as.is_some() {
            continue;
        }
        let source = db::source::by_id(&app.db, &item.source_id).await?;
        let Some(source) = source else { continue };
        if source.leave == Some(Leave::No) {
            return Err(fault("take", Code::OptedOut.as_str(), &source.title));
        }
        let Some(found) = item.found() else {
            return Err(fault("take", Code::Internal.as_str(), &item.guid));
        };
        let group = group_of(app, &source).await?;
        takings.push((item, found, Taking::new(app, source, group, from)));
    }
    if !was_chosen {
        return Err(fault("take", "nothing-chosen", ""));
    }
    let mut tx = app.db.begin().await?;
    let mut taken = 0;
    for (item, found, taking) in takings {
        taken += usize::from(taking.one(app, &mut tx, &item, &found, editor).await?);
    }
    tx.commit().await?;
    app.bell.ring();
    Ok(taken)
}

/// What every submission that is taken out of a source has in common.
pub(super) struct Taking {
    source: Source,
    /// A submission without words.
    like: Submission,
}

impl Taking {
    /// Taken out of what somebody sent, or by a subscription.
    pub(super) fn new(
        app: &App,
        source: Source,
        group: Option<Group>,
        from: Option<&Submission>,
    ) -> Taking {
        let like = match from {
            Some(from) => Submission {
                door: "proposal".into(),
                parent_id: Some(from.id.clone()),
                ..from.clone()
            },
            None => subscribed(app, &source, group),
        };
        Taking { source, like }
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
        if !db::item::hold(tx, id).await? {
            return Ok(false);
        }
        let links = [found.canonical.clone()];
        let guid = Some((self.source.address.as_str(), item.guid.as_str()));
        let file = found.enclosure.as_ref().map(|file| file.url.as_str());
        if let Some((same, _)) = double::known(tx, &links, guid, file).await? {
            db::item::set_taken(tx, id, &same, by, now).await?;
            return Ok(false);
        }
        if let Some((same, _)) =
            db::medium::held_by(tx, &medium.provider, &medium.provider_id).await?
        {
            db::item::set_taken(tx, id, &same, by, now).await?;
            return Ok(false);
        }
        let taken = self.submission(app, found);
        if !db::submission::add(tx, &format!("item-{id}"), &taken).await? {
            return Ok(false);
        }
        db::item::set_taken(tx, id, &taken.id, by, now).await?;
        db::medium::add(tx, &taken.id, &medium).await?;
        let received = State::Received.as_str();
        pipeline::note(app, tx, taken.id.as_str(), by, received, None).await?;
        queue::push(app, tx, Step::Resolve, taken.id.as_str()).await?;
        Ok(true)
    }

    fn submission(&self, app: &App, found: &Found) -> Submission {
        // A provider's words are a check and never become ours.
        let own = !found.words_expire();
        let said = |text: &Option<String>| text.clone().filter(|_| own).unwrap_or_default();
        let licence = found.licence.map(Licence::as_str);
        let licence = licence.or(self.source.terms.licence.as_deref());
        Submission {
            id: SubmissionId::mint(&app.clock, &app.random),
            token: app.random.token(),
            state: State::Received,
            title: answers::title(&said(&found.title)),
            words: answers::words(&said(&found.description)),
            about: None,
            may_copy: 0,
            licence: licence
                .unwrap_or(Licence::AllRightsReserved.as_str())
                .to_owned(),
            met_on: None,
            language: spoken(found)
                .or_else(|| self.source.terms.language.clone())
                .or_else(|| self.like.language.clone()),
            chapters: String::new(),
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
        door: "source".into(),
        group_id,
        group_name,
        group_city,
        group_country,
        sender_name: source.title.clone(),
        ..Submission::blank(SubmissionId::mint(&app.clock, &app.random), app.now())
    }
}

/// Whether a subscription lays this thing before the editors: where it names words, those that hold one; else all of a
/// blog, channel or album, which editors subscribe to as a group's own, and of shows and journals what speaks of groups.
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
    let source = found.source.as_ref();
    let provider = source.map_or("podcast", |source| &source.provider);
    let own = Medium {
        typed: found.canonical.clone(),
        provider: provider.to_owned(),
        kind: found.kind.clone(),
        // A guid is unique only within its source.
        provider_id: format!("{} {}", item.source_id, item.guid),
        canonical: found.canonical.clone(),
        guid: Some(item.guid.clone()),
        source_id: Some(item.source_id.clone()),
        document: found.document.clone(),
        citation: found.citation.clone(),
        ..Medium::unseen(MediumId::mint(&app.clock, &app.random))
    };
    match link::parse(&found.canonical) {
        // A provider's own id is the same in every list of it.
        Ok(link @ (Link::YouTube(_) | Link::Flickr(_))) if found.words_expire() => Medium {
            provider: link.provider().as_str().to_owned(),
            provider_id: link.id(),
            canonical: link.canonical(),
            ..own
        },
        _ => own,
    }
}

fn spoken(found: &Found) -> Option<String> {
    let tag = found.language.as_deref()?;
    language::find(tag).map(str::to_owned)
}
