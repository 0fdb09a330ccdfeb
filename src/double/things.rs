//! What is known of a submission's things, and the marks that are made of it.

use crate::app::App;
use crate::db;
use crate::db::double::Mark;
use crate::model::MediumId;
use crate::model::entry::Shown;
use crate::model::submission::Submission;
use jobs::likeness::{self, Traits, picture};
use jobs::markdown;
use std::collections::BTreeSet;

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

/// The things of a submission, as far as they are known.
///
/// # Errors
/// What the database says.
pub async fn things(app: &App, submission: &Submission) -> db::Result<Vec<Thing>> {
    let base = base(app, submission).await?;
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
async fn base(app: &App, submission: &Submission) -> db::Result<Traits> {
    let entry = db::entry::of_submission(&app.db, &submission.id).await?;
    let draft = db::submission::draft(&app.db, &submission.id).await?;
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
    let own = own(things);
    let mut marks = lasting_marks(things);
    for thing in things.iter().filter(|thing| thing.until.is_some()) {
        let told = likeness::marks(&thing.told);
        marks.extend(told.difference(&own).map(|mark| as_row(mark, thing.until)));
    }
    marks
}

/// The marks of a published entry's words and media: a provider's words are no part of them.
pub fn lasting_marks(things: &[Thing]) -> Vec<Mark> {
    own(things).iter().map(|mark| as_row(mark, None)).collect()
}

fn own(things: &[Thing]) -> BTreeSet<likeness::Mark> {
    let own = things.iter().map(|thing| &thing.own);
    own.flat_map(likeness::marks).collect()
}

pub(super) fn as_row((kind, value): &likeness::Mark, keep_until: Option<i64>) -> Mark {
    Mark {
        kind: (*kind).to_owned(),
        value: value.clone(),
        keep_until,
    }
}
