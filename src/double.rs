//! Doubles: the same thing sent twice is one entry.
//!
//! `prepare` writes a submission's marks; `draft`, a transaction later, looks who shares them. Whoever's marks were
//! written later sees the other's, so that of two that come at once never both miss each other.

use crate::app::App;
use crate::db::double::Mark;
use crate::db::submission::Draft;
use crate::db::{self, Tx};
use crate::decision::Error;
use crate::model::answers::Fault;
use crate::model::entry::{Entry, Shown};
use crate::model::submission::{Change, Medium, MediumState, State, Submission};
use crate::model::{MediumId, SubmissionId};
use crate::outbox::{self, Occasion};
use crate::pipeline;
use jobs::likeness::{self, Likeness, Sign, Traits, picture};
use jobs::markdown;
use std::collections::BTreeSet;

/// Candidates that are compared with a submission at most.
const MOST: i64 = 40;
/// Submissions marked in one transaction.
const MANY: i64 = 200;
/// Steps from what was joined to what that was joined to.
const MOST_STEPS: usize = 8;

/// One thing of a submission: a medium, or a report.
#[derive(Clone, Debug)]
pub struct Thing {
    /// Its medium; none for a report.
    pub medium: Option<MediumId>,
    /// What stays: what people typed, where it is, how long its file plays.
    pub own: Traits,
    /// The same with what its provider says, while we may keep that.
    pub told: Traits,
    /// When its provider's words must be gone.
    until: Option<i64>,
}

/// The things of a submission, as far as they are known; `words` instead of those that are stored.
///
/// # Errors
/// What the database says.
pub async fn things(
    app: &App,
    submission: &Submission,
    words: Option<&Draft>,
) -> db::Result<Vec<Thing>> {
    let base = base(app, submission, words).await?;
    let media = db::medium::of(&app.db, &submission.id).await?;
    let shown = db::medium::shown(&app.db, &submission.id).await?;
    let mut things = Vec::new();
    for medium in shown {
        things.push(thing(app, &base, &medium).await?);
    }
    if things.is_empty() && submission.is_report(&media) {
        let report = Traits {
            kind: "report".into(),
            ..base
        };
        things.push(Thing {
            medium: None,
            own: report.clone(),
            told: report,
            until: None,
        });
    }
    Ok(things)
}

/// What people said of all of it: the entry's words, else the editor's, else the sender's.
async fn base(app: &App, submission: &Submission, words: Option<&Draft>) -> db::Result<Traits> {
    let entry = db::entry::of_submission(&app.db, &submission.id).await?;
    let draft = match words {
        Some(words) => Some(words.clone()),
        None => db::submission::draft(&app.db, &submission.id).await?,
    };
    let (title, people, met_on, group, city) = match (entry, draft) {
        (Some(entry), _) => (
            entry.title,
            entry.people,
            entry.met_on,
            entry.group_name,
            entry.group_city,
        ),
        (None, Some(draft)) => (
            draft.title,
            draft.people,
            draft.met_on,
            draft.group_name,
            draft.group_city,
        ),
        (None, None) => (
            submission.title.clone(),
            String::new(),
            submission.met_on.clone(),
            submission.group_name.clone(),
            submission.group_city.clone(),
        ),
    };
    let title = match title.is_empty() && submission.words.starts_with("# ") {
        true => markdown::titled(&submission.words).0,
        false => title,
    };
    Ok(Traits {
        titles: (!title.is_empty()).then_some(title).into_iter().collect(),
        met_on: met_on.and_then(|day| day.parse().ok()),
        group,
        city,
        people: people.lines().map(str::to_owned).collect(),
        ..Traits::default()
    })
}

async fn thing(app: &App, base: &Traits, medium: &Shown) -> db::Result<Thing> {
    let source = medium.source_address.clone().unwrap_or_default();
    let seconds = medium.duration_ms.and_then(|ms| u64::try_from(ms).ok());
    let own = Traits {
        kind: medium.kind.clone(),
        links: vec![medium.canonical.clone()],
        guids: medium
            .guid
            .iter()
            .map(|guid| (source.clone(), guid.clone()))
            .collect(),
        enclosures: medium.enclosure_url.iter().cloned().collect(),
        duration_s: seconds.map(|ms| ms / 1000),
        ..base.clone()
    };
    let found = db::fact::found(&app.db, medium.id.as_str(), app.now()).await?;
    let hash = db::double::picture_hash(&app.db, &medium.id, app.now()).await?;
    let mut told = Traits {
        picture_hash: hash.as_deref().and_then(picture::from_text),
        ..own.clone()
    };
    if let Some(found) = found {
        told.titles.extend(found.title);
        told.people.extend(found.people);
        told.published_on = found.published_on;
        told.met_on = told.met_on.or(found.recorded_on);
        told.duration_s = told.duration_s.or(found.duration_s);
        if told.group.is_empty() {
            told.group = found.author.unwrap_or_default();
        }
    }
    Ok(Thing {
        medium: Some(medium.id.clone()),
        until: db::double::facts_until(&app.db, &medium.id).await?,
        own,
        told,
    })
}

/// The marks of these things; those that only a provider's words made go when these must go.
pub fn marks(things: &[Thing]) -> Vec<Mark> {
    let own: BTreeSet<likeness::Mark> = things
        .iter()
        .flat_map(|thing| likeness::marks(&thing.own))
        .collect();
    let mut marks: Vec<Mark> = own.iter().map(|mark| as_row(mark, None)).collect();
    for thing in things.iter().filter(|thing| thing.until.is_some()) {
        let told = likeness::marks(&thing.told);
        marks.extend(told.difference(&own).map(|mark| as_row(mark, thing.until)));
    }
    marks
}

fn as_row((kind, value): &likeness::Mark, keep_until: Option<i64>) -> Mark {
    Mark {
        kind: (*kind).to_owned(),
        value: value.clone(),
        keep_until,
    }
}

/// The marks of a published entry's words and media: a provider's words are no part of them.
pub fn lasting_marks(things: &[Thing]) -> Vec<Mark> {
    let own: BTreeSet<likeness::Mark> = things
        .iter()
        .flat_map(|thing| likeness::marks(&thing.own))
        .collect();
    own.iter().map(|mark| as_row(mark, None)).collect()
}

/// Who has one of these links, this guid of a source (its address first) or this file: the submission, and the slug of
/// its entry. A look at an index, for those who are about to send something.
///
/// # Errors
/// What the database says.
pub async fn known(
    db: &db::Db,
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
        if let Some(known) = db::double::known(db, kind, value, "").await? {
            return Ok(Some(known));
        }
    }
    // Another thing of the same source is another thing, though both link to one page.
    for (kind, value) in others {
        if let Some(known) = db::double::known(db, kind, value, source).await? {
            return Ok(Some(known));
        }
    }
    Ok(None)
}

/// What was seen of a submission before it is laid before the editors.
#[derive(Clone, Debug, Default)]
pub struct Seen {
    /// Those that are alike.
    alike: Vec<(SubmissionId, Likeness)>,
    /// Each of its media; none where it brings words of its own, or something that is not known yet.
    media: Vec<Traits>,
}

impl Seen {
    /// Whether an editor should look at it beside another.
    pub fn is_like_another(&self) -> bool {
        !self.alike.is_empty()
    }
}

/// Compares a submission with those that share a mark with it.
///
/// # Errors
/// What the database says.
pub async fn look(app: &App, submission: &Submission, media: &[Medium]) -> db::Result<Seen> {
    let own = things(app, submission, None).await?;
    let mut alike = Vec::new();
    for id in db::double::candidates(&app.db, &submission.id, MOST).await? {
        let Some(other) = db::submission::by_id(&app.db, &id).await? else {
            continue;
        };
        let others = things(app, &other, None).await?;
        if let Some(likeness) = likest(&own, &others) {
            alike.push((id, likeness));
        }
    }
    let known = |medium: &Medium| medium.state == MediumState::Found && !medium.is_many();
    let brings_words = submission.is_report(media);
    let media = match !brings_words && media.iter().all(known) {
        true => own.into_iter().map(|thing| thing.own).collect(),
        false => Vec::new(),
    };
    Ok(Seen { alike, media })
}

/// The likest two of two submissions' things, where a person should look at them.
fn likest(own: &[Thing], others: &[Thing]) -> Option<Likeness> {
    let pairs = own.iter().flat_map(|one| {
        others
            .iter()
            .map(move |other| likeness::compare(&one.told, &other.told))
    });
    pairs
        .filter(Likeness::likely)
        .max_by_key(|likeness| likeness.score)
}

/// Joins a submission that brings nothing new to the one that has all of it, else notes whom it is like. True where it
/// was joined. It is `Resolving` before, and its draft is saved.
///
/// # Errors
/// What the database says.
pub async fn settle(
    app: &App,
    tx: &mut Tx,
    submission: &Submission,
    seen: &Seen,
) -> db::Result<bool> {
    let own = &submission.id;
    // Rows first, then pairs, each in one order: who waits for us holds nothing that we wait for.
    if db::double::hold(tx, own).await? != Some(State::Resolving) {
        return Ok(false);
    }
    let target = holder(tx, own, &seen.media).await?;
    let mut alike = seen.alike.clone();
    if let Some(target) = &target
        && alike.iter().all(|(other, _)| other != target)
    {
        alike.push((target.clone(), by_link()));
    }
    alike.sort_by(|(one, _), (other, _)| one.cmp(other));
    for (other, likeness) in &alike {
        let signs = serde_json::to_string(&likeness.signs).unwrap_or_default();
        let score = i64::from(likeness.score);
        db::double::note(tx, (own, other), score, &signs, app.now()).await?;
    }
    match target {
        Some(target) => bind(app, tx, submission, State::Resolving, &target, "job").await,
        None => Ok(false),
    }
}

/// As [`likeness::compare`] says it of one link.
fn by_link() -> Likeness {
    Likeness {
        certain: true,
        score: 1000,
        signs: vec![Sign::LinkSame],
    }
}

/// The submission that has all of these, if it is further than we are or, of two at the same place, the older.
/// Rows are held in the order of their ids, ours among them, so that two never wait for each other.
async fn holder(
    tx: &mut Tx,
    own: &SubmissionId,
    media: &[Traits],
) -> db::Result<Option<SubmissionId>> {
    let mut all: Option<BTreeSet<SubmissionId>> = None;
    for medium in media {
        let have = holders(tx, medium).await?;
        all = Some(match all {
            None => have,
            Some(all) => all.intersection(&have).cloned().collect(),
        });
    }
    let mut waiting = None;
    for id in all.unwrap_or_default().into_iter().filter(|id| id != own) {
        let verdict = db::double::verdict(tx, (own, &id)).await?;
        if verdict.is_some_and(|(verdict, _, _)| verdict == "apart") {
            continue;
        }
        let state = match id > *own {
            true => db::double::hold(tx, &id).await?,
            false => db::double::state(tx, &id).await?,
        };
        match state {
            Some(State::Published) => return Ok(Some(id)),
            Some(
                State::InReview
                | State::ChangesRequested
                | State::Resubmitted
                | State::Accepted
                | State::Scheduled,
            ) => waiting = waiting.or(Some(id)),
            Some(State::Resolving) if id < *own => waiting = waiting.or(Some(id)),
            _ => {}
        }
    }
    Ok(waiting)
}

/// Those that have this very thing.
async fn holders(tx: &mut Tx, medium: &Traits) -> db::Result<BTreeSet<SubmissionId>> {
    let (mut have, mut same, mut apart) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for (kind, value) in likeness::exact(medium) {
        let holders = db::double::with_mark(tx, kind, &value).await?;
        if kind == "guid" {
            same.extend(holders);
        } else {
            have.extend(holders);
        }
    }
    for (kind, value) in likeness::sources(medium) {
        apart.extend(db::double::with_mark(tx, kind, &value).await?);
    }
    have.retain(|id| !apart.contains(id));
    have.extend(same);
    Ok(have)
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
    let says = match db::double::slug(tx, target).await? {
        Some(slug) => {
            let address = format!("{}/entries/{slug}", app.url);
            app.text
                .with("joined-shown", &[("address", address.into())])
        }
        None => app.text.t("joined-waits"),
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
    let own = things(app, submission, None).await?;
    let theirs = things(app, target, None).await?;
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
        pipeline::note(app, tx, target.id.as_str(), editor, "copied", None).await?;
        if let Some(entry) = entry {
            let revised = Entry {
                updated_at: app.now(),
                ..entry.clone()
            };
            db::entry::revise(tx, &revised, editor).await?;
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
    joined: &[Submission],
    title: &str,
    address: &str,
) -> db::Result<()> {
    for submission in joined {
        outbox::tell(app, tx, submission, Occasion::Accepted(title, address)).await?;
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

/// Marks those that nobody marked: what was published before there were marks, and what was imported. Says how many.
///
/// # Errors
/// What the database says.
pub async fn mark_rest(app: &App) -> db::Result<usize> {
    let mut marked = 0;
    loop {
        let rest = db::double::unmarked(&app.db, MANY).await?;
        if rest.is_empty() {
            return Ok(marked);
        }
        let mut all = Vec::new();
        for id in rest {
            if let Some(submission) = db::submission::by_id(&app.db, &id).await? {
                let mut marks = lasting_marks(&things(app, &submission, None).await?);
                // What has no mark of its own is not looked at again.
                marks.push(Mark {
                    kind: "self".into(),
                    value: id.to_string(),
                    keep_until: None,
                });
                all.push((id, marks));
            }
        }
        let mut tx = app.db.begin().await?;
        for (id, marks) in &all {
            db::double::replace_marks(&mut tx, id, marks).await?;
        }
        tx.commit().await?;
        marked += all.len();
    }
}
