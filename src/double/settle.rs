//! What a job sees of doubles: those that are alike, and the one that has all of it.

use super::{Thing, bind, things};
use crate::app::App;
use crate::db::{self, Tx};
use crate::model::SubmissionId;
use crate::model::submission::{Medium, MediumState, State, Submission};
use jobs::likeness::{self, Likeness, Sign, Traits};
use std::collections::BTreeSet;

/// Candidates that are compared with a submission at most.
const MOST: i64 = 40;

/// What was seen of a submission before it is laid before the editors.
#[derive(Clone, Debug, Default)]
pub struct Seen {
    /// Those that are alike.
    alike: Vec<(SubmissionId, Likeness)>,
    /// Those of one link that is told otherwise: a person says whether they are one.
    unsure: BTreeSet<SubmissionId>,
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
    let own = things(app, submission).await?;
    let (mut alike, mut unsure) = (Vec::new(), BTreeSet::new());
    for id in db::double::candidates(&app.db, &submission.id, MOST).await? {
        let Some(other) = db::submission::by_id(&app.db, &id).await? else {
            continue;
        };
        let others = things(app, &other).await?;
        let pairs = compared(&own, &others);
        let shares = |pair: &Likeness| pair.signs.contains(&Sign::LinkSame);
        if pairs.iter().any(|pair| shares(pair) && !pair.certain) {
            unsure.insert(id.clone());
        }
        let likest = pairs.into_iter().max_by_key(|pair| pair.score);
        alike.extend(likest.map(|likeness| (id, likeness)));
    }
    let known = |medium: &Medium| medium.state == MediumState::Found && !medium.is_many();
    let brings_words = submission.is_report(media);
    let media = match !brings_words && media.iter().all(known) {
        true => own.into_iter().map(|thing| thing.own).collect(),
        false => Vec::new(),
    };
    Ok(Seen {
        alike,
        unsure,
        media,
    })
}

/// Those pairs of two submissions' things at which a person should look.
fn compared(own: &[Thing], others: &[Thing]) -> Vec<Likeness> {
    let pairs = own.iter().flat_map(|one| {
        others
            .iter()
            .map(move |other| likeness::compare(&one.told, &other.told))
    });
    pairs.filter(Likeness::likely).collect()
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
    let target = holder(tx, own, seen).await?;
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
async fn holder(tx: &mut Tx, own: &SubmissionId, seen: &Seen) -> db::Result<Option<SubmissionId>> {
    let mut all: Option<BTreeSet<SubmissionId>> = None;
    for medium in &seen.media {
        let have = holders(tx, medium).await?;
        all = Some(match all {
            None => have,
            Some(all) => all.intersection(&have).cloned().collect(),
        });
    }
    let mut waiting = None;
    let all = all.unwrap_or_default().into_iter();
    for id in all.filter(|id| id != own && !seen.unsure.contains(id)) {
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
