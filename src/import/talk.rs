//! A talk that pyvideo knows becomes a submission with a medium for each copy, and by an editor's yes an entry.

use super::Became;
use crate::app::App;
use crate::db::submission::Draft;
use crate::db::{self, Tx};
use crate::decision::{self, Error};
use crate::model::entry::Entry;
use crate::model::import::{Import, Outcome, Row};
use crate::model::submission::{Medium, MediumState, State, Submission};
use crate::model::{SubmissionId, country, language};
use crate::pipeline;
use jobs::link::{Link, Provider};
use jobs::list::{Note, key, pyvideo};
use jobs::provider::Found;
use std::borrow::Cow;

/// Where the facts come from, and who sent them.
const ORIGIN: &str = "pyvideo";

/// A submission that waits, with its media and the words laid for it.
pub(super) struct Laid {
    submission: Submission,
    media: Vec<Medium>,
    draft: Draft,
}

/// Stores a talk, unless another shows one of its copies already.
pub(super) async fn lay(
    app: &App,
    tx: &mut Tx,
    import: &Import,
    talk: &pyvideo::Talk,
) -> db::Result<(Became, Option<Laid>)> {
    let mut notes = Vec::new();
    let links = match shown_by(tx, talk, &mut notes).await? {
        Ok(links) => links,
        Err((id, title)) => {
            let why = Note::new("same-link", title);
            return Ok((
                Became::new(Outcome::Joined, Some(why), Some(id.to_string())),
                None,
            ));
        }
    };
    let (submission, draft) = (submission(app, talk, &mut notes), draft(app, talk));
    let form_key = format!("import-pyvideo-{}", key(&[&talk.path]));
    if !db::submission::add(tx, &form_key, &submission).await? {
        // Its row is gone and it is not: nothing of ours removes rows, but a hand may.
        let before = db::submission::by_form_key(&app.db, &form_key).await?;
        let id = before.map(|before| before.id.to_string());
        let why = Note::new("same-row", &talk.title);
        return Ok((Became::new(Outcome::Joined, Some(why), id), None));
    }
    let draft = Draft {
        country: submission.group_country.clone(),
        language: submission.language.clone(),
        ..draft
    };
    let id = &submission.id;
    db::import::bring(tx, id, &import.id).await?;
    let mut media = Vec::new();
    for (position, (typed, link)) in links.into_iter().enumerate() {
        let medium = Medium {
            kind: "video".into(),
            state: MediumState::Found,
            ..pipeline::medium_of(app, position, typed, &link)
        };
        db::medium::add(tx, id, &medium).await?;
        let facts = facts(talk, &submission, medium.canonical.clone());
        db::fact::save_for_good(tx, medium.id.as_str(), &facts, app.now()).await?;
        media.push(medium);
    }
    db::submission::save_draft(tx, id, &draft, false, app.now()).await?;
    pipeline::note(
        app,
        tx,
        id.as_str(),
        "import",
        State::InReview.as_str(),
        None,
    )
    .await?;
    let became = Became {
        notes,
        ..Became::new(Outcome::Waiting, None, Some(id.to_string()))
    };
    let laid = Laid {
        submission,
        media,
        draft,
    };
    Ok((became, Some(laid)))
}

/// A talk's links that nothing else shows; or the submission of the same talk, and its title.
async fn shown_by(
    tx: &mut Tx,
    talk: &pyvideo::Talk,
    notes: &mut Vec<Note>,
) -> db::Result<Result<Vec<(String, Link)>, (SubmissionId, String)>> {
    let own: Vec<String> = talk
        .links
        .iter()
        .filter(|(_, link)| link.provider() == Provider::YouTube)
        .map(|(_, link)| link.id())
        .collect();
    let (mut links, mut last) = (Vec::new(), None);
    for (typed, link) in &talk.links {
        let holder = db::medium::held_by(tx, link.provider().as_str(), &link.id()).await?;
        let Some((id, title)) = holder else {
            links.push((typed.clone(), link.clone()));
            continue;
        };
        // One file of a whole evening stands in the records of all its talks, each with a video of its own.
        let theirs = db::medium::youtube_of(tx, &id).await?;
        let apart =
            !own.is_empty() && !theirs.is_empty() && !own.iter().any(|id| theirs.contains(id));
        if !apart {
            return Ok(Err((id, title)));
        }
        notes.push(Note::new("link-shared", format!("{typed} ({title})")));
        last = Some((id, title));
    }
    Ok(match (links.is_empty(), last) {
        (true, Some(last)) => Err(last),
        _ => Ok(links),
    })
}

fn submission(app: &App, talk: &pyvideo::Talk, notes: &mut Vec<Note>) -> Submission {
    let language = talk
        .language
        .as_deref()
        .and_then(language::find)
        .map(str::to_owned);
    if let (Some(tag), None) = (&talk.language, &language) {
        notes.push(Note::new("language-unknown", tag));
    }
    let known = talk.country.as_deref().and_then(country::find);
    if let (Some(code), None) = (&talk.country, known) {
        notes.push(Note::new("country-unknown", code));
    }
    Submission {
        token: app.random.token(),
        state: State::InReview,
        door: "import".into(),
        title: talk.title.clone(),
        words: talk.words.clone(),
        group_name: talk.group.clone(),
        group_city: talk.city.clone(),
        group_country: known.map(|country| country.code.to_owned()),
        sender_name: ORIGIN.into(),
        licence: talk.licence.as_str().to_owned(),
        met_on: talk.recorded_on.map(|day| day.to_string()),
        language,
        ..Submission::blank(SubmissionId::mint(&app.clock, &app.random), app.now())
    }
}

/// The words as an editor finds them. Where pyvideo has none, a plain sentence of what is known stands for them.
fn draft(app: &App, talk: &pyvideo::Talk) -> Draft {
    let mut words = match talk.words.is_empty() {
        true => sentence(app, talk),
        false => talk.words.clone(),
    };
    if !talk.related.is_empty() && !words.is_empty() {
        words.push_str(&format!("\n\n{}", app.text.t("import-related")));
        for (label, address) in &talk.related {
            let label = if label.is_empty() {
                String::new()
            } else {
                format!("{label}: ")
            };
            words.push_str(&format!("\n{label}{address}"));
        }
    }
    Draft {
        title: talk.title.clone(),
        about: None,
        words,
        people: talk.people.join("\n"),
        met_on: talk.recorded_on.map(|day| day.to_string()),
        group_name: talk.group.clone(),
        group_city: talk.city.clone(),
        country: None,
        language: None,
        licence: talk.licence.as_str().to_owned(),
        chapters: String::new(),
    }
}

/// Who spoke at which event on which day, as far as it is known. Nothing where not even the event is.
fn sentence(app: &App, talk: &pyvideo::Talk) -> String {
    if talk.event.is_empty() {
        return String::new();
    }
    let key = match (talk.people.is_empty(), talk.recorded_on) {
        (true, None) => "import-talk",
        (false, None) => "import-talk-people",
        (true, Some(_)) => "import-talk-day",
        (false, Some(_)) => "import-talk-people-day",
    };
    let day = talk.recorded_on.map(|day| app.text.date(day));
    app.text.with(
        key,
        &[
            ("people", Cow::from(talk.people.join(", "))),
            ("event", Cow::from(&talk.event)),
            ("day", Cow::from(day.unwrap_or_default())),
        ],
    )
}

fn facts(talk: &pyvideo::Talk, submission: &Submission, canonical: String) -> Found {
    Found {
        canonical,
        origin: ORIGIN.into(),
        kind: "video".into(),
        title: Some(talk.title.clone()).filter(|title| !title.is_empty()),
        duration_s: talk.duration_s,
        recorded_on: talk.recorded_on,
        language: submission.language.clone(),
        licence: Some(talk.licence),
        people: talk.people.clone(),
        ..Found::default()
    }
}

/// What was laid in an earlier run or batch.
pub(super) async fn stored(app: &App, row: &Row) -> db::Result<Option<Laid>> {
    let Some(id) = row.subject.as_deref().and_then(SubmissionId::from_text) else {
        return Ok(None);
    };
    let submission = db::submission::by_id(&app.db, &id).await?;
    let draft = db::submission::draft(&app.db, &id).await?;
    let media = db::medium::of(&app.db, &id).await?;
    Ok(submission.zip(draft).map(|(submission, draft)| Laid {
        submission,
        media,
        draft,
    }))
}

/// Publishes what was laid, where its words hold.
pub(super) async fn take(
    app: &App,
    tx: &mut Tx,
    row: &Row,
    laid: Option<Laid>,
    editor: &str,
) -> db::Result<(Became, Option<Entry>)> {
    let waits = |why: Note| Became::new(Outcome::Waiting, Some(why), row.subject.clone());
    let Some(laid) = laid else {
        return Ok((waits(Note::new("faults", "")), None));
    };
    tx.savepoint().await?;
    match decision::accept_in(app, tx, &laid.submission, &laid.media, &laid.draft, editor).await {
        Ok(entry) => {
            let subject = row.subject.clone();
            Ok((Became::new(Outcome::Taken, None, subject), Some(entry)))
        }
        Err(Error::Faults(faults)) => {
            tx.rollback_to_savepoint().await?;
            let codes: Vec<&str> = faults.iter().map(|fault| fault.code).collect();
            Ok((waits(Note::new("faults", codes.join(", "))), None))
        }
        Err(Error::Decided(state)) => {
            tx.rollback_to_savepoint().await?;
            Ok((waits(Note::new("faults", state.as_str())), None))
        }
        Err(Error::Db(error)) => Err(error),
    }
}
