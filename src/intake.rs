//! Every door leads here: checked answers become a stored submission with its first task.

use crate::app::App;
use crate::db::{self, Tx};
use crate::model::SubmissionId;
use crate::model::answers::{Answers, Fault, New, Whose};
use crate::model::submission::{Change, Medium, MediumState, State, Submission};
use crate::model::task::Step;
use crate::model::upload::Upload;
use crate::outbox::{self, Occasion};
use crate::{pipeline, queue, upload, voice};
use jobs::link::Link;

/// Why nothing was stored.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Answers that need mending.
    #[error("{} answers need mending", .0.len())]
    Faults(Vec<Fault>),
    /// The database.
    #[error(transparent)]
    Db(#[from] db::Error),
}

/// Stores a submission and rings for its first step, together or not at all.
/// `form_key` was minted with the form: the same form sent twice is one submission.
///
/// # Errors
/// Every fault of the answers at once, or what the database says.
pub async fn receive(
    app: &App,
    answers: &Answers,
    door: &str,
    form_key: &str,
) -> Result<Submission, Error> {
    Ok(keep(app, answers, door, form_key).await?.0)
}

/// As [`receive`], where the sender chose the key: nothing when it stands for other answers.
///
/// # Errors
/// As [`receive`].
pub async fn receive_once(
    app: &App,
    answers: &Answers,
    door: &str,
    form_key: &str,
) -> Result<Option<Submission>, Error> {
    let (submission, same) = keep(app, answers, door, form_key).await?;
    Ok(same.then_some(submission))
}

/// The submission under this key, and whether it is of these answers.
async fn keep(
    app: &App,
    answers: &Answers,
    door: &str,
    form_key: &str,
) -> Result<(Submission, bool), Error> {
    let new = answers.check().map_err(Error::Faults)?;
    let submission = build(app, &new, door).await?;
    let mut tx = app.db.begin().await?;
    if !store(app, &mut tx, &submission, new.links.clone(), form_key, None).await? {
        drop(tx);
        let Some(stored) = db::submission::by_form_key(&app.db, form_key).await? else {
            return Ok((submission, true));
        };
        // The same form with a file that came since: it is not dropped without a word.
        let given = db::upload::of_submission(&app.db, &stored.id).await?;
        for token in &new.uploads {
            let file = db::upload::loose(&app.db, token).await?;
            if file.is_some_and(|file| given.iter().all(|given| given.name != file.name)) {
                return Err(Error::Faults(vec![Fault {
                    field: "file",
                    code: "form-sent-before",
                    about: format!("{}/submissions/{}", app.url, stored.token),
                }]));
            }
        }
        let same = is_same(app, &stored, submission, &new).await?;
        return Ok((stored, same));
    }
    if !new.uploads.is_empty() {
        let files = files(app, &new).await?.map_err(Error::Faults)?;
        let media = db::medium::in_tx(&mut tx, &submission.id).await?;
        if !upload::give(app, &mut tx, &submission, &media, &files, &new.agreed).await? {
            return Err(Error::Faults(vec![Fault {
                field: "file",
                code: "upload-gone",
                about: String::new(),
            }]));
        }
    }
    outbox::tell(app, &mut tx, &submission, Occasion::Received(&[])).await?;
    tx.commit().await?;
    app.bell.ring();
    Ok((submission, true))
}

/// The files of checked answers, or what is wrong with them.
///
/// # Errors
/// What the database says.
pub async fn files(app: &App, new: &New) -> db::Result<Result<Vec<Upload>, Vec<Fault>>> {
    let found = upload::find(app, &new.uploads, &new.agreed).await?;
    Ok(found.and_then(|files| match upload::alone(new, &files) {
        Some(fault) => Err(vec![fault]),
        None => Ok(files),
    }))
}

/// Whether what was stored before are these answers: all that a sender says, however it was
/// spelt. What became of it since does not count, nor the order that an editor gave its links.
async fn is_same(app: &App, stored: &Submission, sent: Submission, new: &New) -> db::Result<bool> {
    let mut typed: Vec<&str> = new.links.iter().map(|(typed, _)| typed.as_str()).collect();
    let media = db::medium::of(&app.db, &stored.id).await?;
    let mut kept: Vec<&str> = media.iter().map(|medium| medium.typed.as_str()).collect();
    typed.sort_unstable();
    kept.sort_unstable();
    // A group of the roster is the same under a new name.
    let listed = sent.group_id.is_some();
    let of_group = if listed { stored } else { &sent }.clone();
    let sent = Submission {
        id: stored.id.clone(),
        token: stored.token.clone(),
        state: stored.state,
        door: stored.door.clone(),
        parent_id: stored.parent_id.clone(),
        group_name: of_group.group_name,
        group_city: of_group.group_city,
        group_country: of_group.group_country,
        reason: stored.reason.clone(),
        error_code: stored.error_code.clone(),
        created_at: stored.created_at,
        answer_language: stored.answer_language.clone(),
        ..sent
    };
    Ok(sent == *stored && typed == kept)
}

/// Stores a submission with its media and rings for its first step, in the transaction of whoever received it.
/// False where its form was stored before.
///
/// # Errors
/// What the database says.
pub async fn store(
    app: &App,
    tx: &mut Tx,
    submission: &Submission,
    links: Vec<(String, Link)>,
    form_key: &str,
    remark: Option<&str>,
) -> db::Result<bool> {
    if !db::submission::add(tx, form_key, submission).await? {
        return Ok(false);
    }
    for (position, (typed, link)) in links.into_iter().enumerate() {
        let medium = pipeline::medium_of(app, position, typed, &link);
        db::medium::add(tx, &submission.id, &medium).await?;
    }
    let (id, received) = (submission.id.as_str(), State::Received.as_str());
    pipeline::note(app, tx, id, "sender", received, remark).await?;
    queue::push(app, tx, Step::Resolve, id).await?;
    metrics::counter!("pugcast_submissions_total", "door" => submission.door.clone()).increment(1);
    tracing::info!(submission = %submission.id, door = submission.door, "received");
    Ok(true)
}

async fn build(app: &App, new: &New, door: &str) -> Result<Submission, Error> {
    let group = match &new.group {
        Whose::Named(_) => None,
        Whose::Listed(slug) => Some(db::group::by_slug(&app.db, slug).await?.ok_or_else(|| {
            Error::Faults(vec![Fault {
                field: "group",
                code: "group-unknown",
                about: slug.clone(),
            }])
        })?),
    };
    let (group_name, group_city, group_country) = match (&new.group, &group) {
        (Whose::Named(named), _) => (
            named.name.clone(),
            named.city.clone(),
            named.country.clone(),
        ),
        (_, Some(group)) => (
            group.name.clone(),
            group.city.clone(),
            group.country.clone(),
        ),
        _ => Default::default(),
    };
    Ok(Submission {
        id: SubmissionId::mint(&app.clock, &app.random),
        token: app.random.token(),
        state: State::Received,
        door: door.to_owned(),
        title: new.title.clone(),
        words: new.words.clone(),
        about: new.about,
        parent_id: None,
        group_id: group.map(|group| group.id),
        group_name,
        group_city,
        group_country,
        sender_name: new.sender_name.clone(),
        sender_email: new.sender_email.clone(),
        may_copy: new.may_copy.into(),
        licence: new.licence.as_str().to_owned(),
        met_on: new.met_on.map(|day| day.to_string()),
        language: new.language.map(str::to_owned),
        chapters: new.chapters.clone(),
        reason: None,
        error_code: None,
        created_at: app.now(),
        message_id: None,
        may_answer: 1,
        answer_language: Some(app.text.language().to_owned()),
    })
}

/// Lets the jobs look again at what was unavailable or failed. False when there is nothing to try.
///
/// # Errors
/// What the database says.
pub async fn try_again(app: &App, submission: &Submission) -> db::Result<bool> {
    if submission.state.after(Change::Resolve).is_none() || submission.state == State::Received {
        return Ok(false);
    }
    let media = db::medium::of(&app.db, &submission.id).await?;
    let mut tx = app.db.begin().await?;
    // What was taken back stays taken back.
    let again = |medium: &&Medium| {
        medium.state == MediumState::Failed
            && medium.error_code.as_deref() != Some(voice::TAKEN_BACK)
    };
    for medium in media.iter().filter(again) {
        db::medium::set_waiting(&mut tx, &medium.id).await?;
    }
    queue::push(app, &mut tx, Step::Resolve, submission.id.as_str()).await?;
    tx.commit().await?;
    app.bell.ring();
    Ok(true)
}
