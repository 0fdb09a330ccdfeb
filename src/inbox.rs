//! The mail door: a message becomes a submission with several media, stored whole and once.

use crate::app::App;
use crate::db;
use crate::intake;
use crate::model::answers::{
    MOST_LINKS, MOST_NAME, MOST_TITLE, MOST_WORDS, is_somebodys, one_line, tidy,
};
use crate::model::mail::{Outcome, Received};
use crate::model::submission::{State, Submission};
use crate::model::{MessageId, SubmissionId};
use crate::outbox::{self, Letter, Occasion};
use jobs::licence::Licence;
use jobs::link::{self, Link};
use jobs::message::{self, Message, Nature};
use std::borrow::Cow;
use std::collections::HashSet;

/// Bytes of a message taken at most.
pub const MOST: usize = 32 << 20;

/// Why nothing was stored.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Nothing that could be a mail.
    #[error("this is no mail message: it has no header")]
    NoMessage,
    /// The database; the MTA should try again.
    #[error(transparent)]
    Db(#[from] db::Error),
}

/// Stores a message and what follows from it, together or not at all. `envelope` is the sender that the MTA was told.
/// The same message twice is one submission.
///
/// # Errors
/// [`Error::NoMessage`], or what the database says.
pub async fn receive(app: &App, raw: Vec<u8>, envelope: Option<&str>) -> Result<Outcome, Error> {
    let sender = envelope.map(str::to_owned);
    // Strangers' messages are read away from the threads that serve others.
    let read = tokio::task::spawn_blocking(move || (message::read(&raw, sender.as_deref()), raw));
    let (message, raw) = read.await.map_err(|_| Error::NoMessage)?;
    let message = message.ok_or(Error::NoMessage)?;
    let reading = Reading::of(&message);
    let ours = is_ours(app, &message);
    let outcome = match message.nature {
        _ if ours => Outcome::Automatic,
        Nature::Automatic => Outcome::Automatic,
        _ if reading.is_empty() => Outcome::Empty,
        _ => Outcome::Submission,
    };
    let submission = match outcome {
        Outcome::Submission => Some(build(app, &message, &reading).await?),
        _ => None,
    };
    let mut tx = app.db.begin().await?;
    if let Some(submission) = &submission {
        let form_key = format!("mail-{}", message.key);
        let links = reading.links.clone();
        let words = (message.attachments > 0)
            .then(|| remark(app, "attachments", &message.attachments.to_string()));
        intake::store(app, &mut tx, submission, links, &form_key, words.as_deref()).await?;
    }
    let id = MessageId::mint(&app.clock, &app.random);
    let received = Received {
        id: &id,
        key: &message.key,
        submission_id: submission.as_ref().map(|submission| &submission.id),
        outcome,
        sender: message.address.as_deref().unwrap_or_default(),
        subject: &message.subject,
        raw: &raw,
        received_at: app.now(),
    };
    if !db::message::add(&mut tx, &received).await? {
        drop(tx);
        let before = db::message::outcome(&app.db, &message.key).await?;
        return Ok(before.map_or(outcome, |(outcome, _)| outcome));
    }
    match &submission {
        Some(submission) => {
            let remarks = reading.remarks(app, &message);
            outbox::tell(app, &mut tx, submission, Occasion::Received(&remarks)).await?;
        }
        None if outcome == Outcome::Empty && message.nature == Nature::Person => {
            ask_for_words(app, &mut tx, &id, &message).await?;
        }
        None => {}
    }
    tx.commit().await?;
    app.bell.ring();
    metrics::counter!("pugcast_messages_total", "outcome" => word(outcome)).increment(1);
    tracing::info!(message = %id, outcome = word(outcome), "a message was stored");
    Ok(outcome)
}

/// The word in logs and metrics.
pub fn word(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Submission => "submission",
        Outcome::Automatic => "automatic",
        Outcome::Empty => "empty",
    }
}

/// What of a message's words is what.
struct Reading {
    links: Vec<(String, Link)>,
    /// Links that are not taken, with the code of why.
    refused: Vec<(String, &'static str)>,
    words: String,
    cut: bool,
}

impl Reading {
    fn of(message: &Message) -> Reading {
        let mut reading = Reading {
            links: Vec::new(),
            refused: Vec::new(),
            words: String::new(),
            cut: false,
        };
        let mut taken: Vec<String> = Vec::new();
        // Links go into rows and answers as they were typed, so nothing of a control character may be in them.
        let said = tidy(&message.words);
        let lines: HashSet<&str> = said.lines().map(bare).collect();
        for text in link::find_all(&said) {
            match link::parse(&text) {
                // A channel or a page of any other site counts where it stands alone: in prose it is part of the words.
                Ok(link) if !link.is_one() && !lines.contains(text.as_str()) => continue,
                Ok(link) if !is_somebodys(&link) => reading.refused.push((text, "link-collection")),
                Ok(_) if reading.links.len() >= MOST_LINKS => {
                    reading.refused.push((text, "links-too-many"));
                }
                Ok(link) => {
                    taken.push(text.clone());
                    reading.links.push((text, link));
                }
                Err(refusal) if refusal.provider.is_some() => {
                    reading.refused.push((text, refusal.code.as_str()));
                }
                Err(_) => {}
            }
        }
        // A line that is only a link says nothing more.
        let lines = said.lines();
        let lines = lines.filter(|line| !taken.iter().any(|link| link == bare(line)));
        let words = tidy(&lines.collect::<Vec<_>>().join("\n"));
        reading.cut = words.chars().count() > MOST_WORDS;
        reading.words = words.chars().take(MOST_WORDS).collect();
        reading
    }

    fn is_empty(&self) -> bool {
        self.links.is_empty() && self.words.is_empty()
    }

    fn remarks(&self, app: &App, message: &Message) -> Vec<String> {
        let mut remarks: Vec<String> = Vec::new();
        for (text, code) in self.refused.iter().take(MOST_LINKS) {
            let why = app.text.with(
                &format!("error-{code}"),
                &[("about", MOST_LINKS.to_string().into())],
            );
            remarks.push(format!("{text}\n  {why}"));
        }
        if self.cut {
            remarks.push(remark(app, "cut", &MOST_WORDS.to_string()));
        }
        if message.attachments > 0 {
            remarks.push(remark(app, "attachments", &message.attachments.to_string()));
        }
        remarks
    }
}

/// A line without what stands around a link.
fn bare(line: &str) -> &str {
    line.trim().trim_matches(['<', '>'])
}

fn remark(app: &App, what: &str, count: &str) -> String {
    app.text.with(
        &format!("mail-remark-{what}"),
        &[("count", Cow::from(count))],
    )
}

/// Mail of ours that came back is never answered.
fn is_ours(app: &App, message: &Message) -> bool {
    let ours = &app.config.showcase.contact;
    message
        .address
        .as_ref()
        .is_some_and(|address| address.eq_ignore_ascii_case(ours))
}

async fn build(app: &App, message: &Message, reading: &Reading) -> db::Result<Submission> {
    let group = group_of(app, message).await?;
    let short = |text: &str, most: usize| one_line(text).chars().take(most).collect::<String>();
    let name = match short(&message.name, MOST_NAME) {
        name if name.is_empty() => app.text.t("mail-nobody"),
        name => name,
    };
    Ok(Submission {
        id: SubmissionId::mint(&app.clock, &app.random),
        token: app.random.token(),
        state: State::Received,
        door: "mail".into(),
        title: short(&message.subject, MOST_TITLE),
        words: reading.words.clone(),
        about: None,
        parent_id: None,
        group_id: group.as_ref().map(|group| group.id.clone()),
        group_name: group
            .as_ref()
            .map(|group| group.name.clone())
            .unwrap_or_default(),
        group_city: group
            .as_ref()
            .map(|group| group.city.clone())
            .unwrap_or_default(),
        group_country: group.and_then(|group| group.country),
        sender_name: name,
        sender_email: message.address.clone(),
        may_copy: 0,
        licence: Licence::AllRightsReserved.as_str().to_owned(),
        met_on: None,
        language: None,
        chapters: String::new(),
        reason: None,
        error_code: None,
        created_at: app.now(),
        message_id: message.id.clone(),
        may_answer: i64::from(message.nature == Nature::Person),
        answer_language: None,
    })
}

/// The group of the roster that the message names, in its subject or its words; the longest name counts.
async fn group_of(app: &App, message: &Message) -> db::Result<Option<crate::model::group::Group>> {
    const SHORTEST: usize = 4;
    let said = format!("{}\n{}", message.subject, message.words).to_lowercase();
    let mut named: Vec<_> = db::group::roster(&app.db)
        .await?
        .into_iter()
        .filter(|group| {
            group.name.chars().count() >= SHORTEST && names(&said, &group.name.to_lowercase())
        })
        .collect();
    named.sort_by_key(|group| group.name.len());
    match named.pop() {
        Some(group) => db::group::by_slug(&app.db, &group.slug).await,
        None => Ok(None),
    }
}

/// Whether a text holds a name as a word of its own.
fn names(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + name.len()..].chars().next();
        [before, after]
            .into_iter()
            .flatten()
            .all(|c| !c.is_alphanumeric())
    })
}

async fn ask_for_words(
    app: &App,
    tx: &mut db::Tx,
    id: &MessageId,
    message: &Message,
) -> db::Result<()> {
    let Some(recipient) = &message.address else {
        return Ok(());
    };
    let blanks = [
        ("name", Cow::from(&message.name)),
        ("showcase", Cow::from(&app.config.showcase.name)),
        ("address", format!("{}/submit", app.url).into()),
    ];
    let letter = Letter {
        cause: format!("empty {id}"),
        submission: None,
        recipient,
        subject: app.text.with("mail-empty-subject", &blanks),
        body: app.text.with("mail-empty", &blanks),
        in_reply_to: message.id.as_deref(),
    };
    outbox::write(app, tx, letter).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_a_word_of_its_own() {
        assert!(names("our evening at pylagos!", "pylagos"));
        assert!(!names("our evening at pylagosian", "pylagos"));
    }
}
