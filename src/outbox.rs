//! The outbox: mail is written in the transaction of its cause and sent by a job.
//!
//! Without `PUGCAST_SMTP` nothing is sent: what was written stands on the sender's private page and on the desk.
//! Between the mail server's yes and our note of it a process can die; then the mail is sent once more, with the
//! same Message-ID, by which mail programs show it once. In no other case is a mail sent twice for one cause.

use crate::app::App;
use crate::db::editor::Editor;
use crate::db::{self, Tx};
use crate::model::clock::token_hash;
use crate::model::mail::Mail;
use crate::model::submission::Submission;
use crate::model::task::Step;
use crate::model::watch::Watch;
use crate::model::{MailId, SubmissionId};
use crate::queue;
use crate::text::Catalogue;
use std::borrow::Cow;

mod server;

pub use server::Server;

/// Mails to one address within a day: whoever types somebody else's address does them no more harm than this.
const MOST_A_DAY: i64 = 20;
const DAY_MS: i64 = 24 * 60 * 60 * 1000;
/// A link that goes by mail can be used this long.
const LINK_MS: i64 = 30 * 60 * 1000;
/// An editor is mailed one link within this time.
const BETWEEN_LINKS_MS: i64 = 5 * 60 * 1000;
/// How the cause of such a mail begins.
const SIGN_IN: &str = "sign-in ";

/// What a mail to a sender is for. Each is written once for a submission, a link's once for each change.
#[derive(Clone, Copy, Debug)]
pub enum Occasion<'a> {
    /// It was received; what the sender should know of it, a line each.
    Received(&'a [String]),
    /// Nothing behind its links can be shown, and why.
    Unavailable(&'a str),
    /// It is published under this title, at this address.
    Accepted(&'a str, &'a str),
    /// It was declined with this reason.
    Declined(&'a str),
    /// Its entry of this title was taken off the site, with this reason.
    TakenOff(&'a str, &'a str),
    /// It is the same as another; where that stands.
    Joined(&'a str),
    /// One of its published links changed.
    Link(&'a LinkNews<'a>),
}

/// What became of a published link.
#[derive(Clone, Copy, Debug)]
pub struct LinkNews<'a> {
    /// The link as it stands now.
    pub watch: &'a Watch,
    /// What that means for its entry: `marked`, `withdrawn` or `restored`.
    pub outcome: &'static str,
    /// The address that was looked at.
    pub address: &'a str,
    /// The entry's title.
    pub title: &'a str,
    /// The entry's address under `/entries/`.
    pub slug: &'a str,
}

impl Occasion<'_> {
    fn word(self) -> &'static str {
        match self {
            Occasion::Received(_) => "received",
            Occasion::Unavailable(_) => "unavailable",
            Occasion::Accepted(..) => "accepted",
            Occasion::Declined(_) => "declined",
            Occasion::TakenOff(..) => "taken-off",
            Occasion::Link(_) => "link",
            Occasion::Joined(_) => "joined",
        }
    }

    /// What tells it from every other that is written for the submission.
    fn cause(self, submission: &Submission) -> String {
        let word = self.word();
        match self {
            Occasion::Link(LinkNews { watch, .. }) => {
                let (state, medium, since) = (watch.state.word(), &watch.medium_id, watch.since);
                format!("{word} {state} {medium} {since}")
            }
            _ => format!("{word} {}", submission.id),
        }
    }

    fn says(self, app: &App, text: Catalogue) -> String {
        match self {
            Occasion::Link(news) => {
                let about = [("address", Cow::from(news.address))];
                let entry = [(
                    "address",
                    format!("{}/entries/{}", app.url, news.slug).into(),
                )];
                let became = format!("mail-link-{}", news.watch.state.word());
                let outcome = format!("mail-link-{}", news.outcome);
                format!(
                    "{}\n\n{}",
                    text.with(&became, &about),
                    text.with(&outcome, &entry)
                )
            }
            Occasion::Received(remarks) => {
                remarks.iter().map(|line| format!("\n- {line}\n")).collect()
            }
            Occasion::Unavailable(text)
            | Occasion::Accepted(_, text)
            | Occasion::Declined(text)
            | Occasion::TakenOff(_, text)
            | Occasion::Joined(text) => text.to_owned(),
        }
    }
}

/// Writes to a submission's sender, where they gave an address and may be answered.
///
/// # Errors
/// What the database says.
pub async fn tell(
    app: &App,
    tx: &mut Tx,
    submission: &Submission,
    occasion: Occasion<'_>,
) -> db::Result<()> {
    let Some(recipient) = &submission.sender_email else {
        return Ok(());
    };
    // What an editor took out of a feed is told with the feed, not each by itself.
    if submission.may_answer == 0 || submission.parent_id.is_some() {
        return Ok(());
    }
    let word = occasion.word();
    let text = text_for(app, submission);
    let blanks = [
        ("name", Cow::from(&submission.sender_name)),
        ("title", Cow::from(named(submission, occasion))),
        ("showcase", Cow::from(&app.config.showcase.name)),
        (
            "address",
            format!("{}/submissions/{}", app.url, submission.token).into(),
        ),
        ("days", app.config.showcase.promise_days.to_string().into()),
        ("text", occasion.says(app, text).into()),
    ];
    let letter = Letter {
        cause: occasion.cause(submission),
        submission: Some(&submission.id),
        recipient,
        subject: text.with(&format!("mail-{word}-subject"), &blanks),
        body: text.with(&format!("mail-{word}"), &blanks),
        in_reply_to: submission.message_id.as_deref(),
    };
    write(app, tx, letter).await
}

/// The language in which a submission's sender is answered, whoever decides: the one they read its form in, else the
/// showcase's.
pub fn text_for(app: &App, submission: &Submission) -> Catalogue {
    let language = submission.answer_language.as_deref();
    Catalogue::new(language.unwrap_or(&app.config.showcase.language))
}

/// A mail to be written.
#[derive(Clone, Debug)]
pub struct Letter<'a> {
    /// What it is for: one cause, one mail.
    pub cause: String,
    /// The submission it is about.
    pub submission: Option<&'a SubmissionId>,
    /// Whom it goes to.
    pub recipient: &'a str,
    /// Its subject, one line.
    pub subject: String,
    /// Its text.
    pub body: String,
    /// The Message-ID that it answers.
    pub in_reply_to: Option<&'a str>,
}

/// Writes a mail in the transaction of its cause, and rings for the job that sends it.
///
/// # Errors
/// What the database says.
pub async fn write(app: &App, tx: &mut Tx, letter: Letter<'_>) -> db::Result<()> {
    let since = app.now() - DAY_MS;
    let written = db::mail::count_since(tx, letter.recipient, "", since).await?;
    let error = (written >= MOST_A_DAY).then_some("mail-limit");
    keep(app, tx, letter, error).await
}

/// Mails an editor a link that signs them in, unless one was mailed just now. What else was written to them does not
/// count: nobody is kept out by mail that others cause.
///
/// # Errors
/// What the database says.
pub async fn sign_in(app: &App, editor: &Editor) -> db::Result<()> {
    let token = app.random.token();
    let hash = token_hash(&token);
    let mut tx = app.db.begin().await?;
    let since = app.now() - BETWEEN_LINKS_MS;
    if db::mail::count_since(&mut tx, &editor.email, SIGN_IN, since).await? > 0 {
        return Ok(());
    }
    db::editor::add_sign_in(&mut tx, &hash, &editor.id, app.now() + LINK_MS).await?;
    let address = format!("{}/desk/sign-in?token={token}", app.url);
    let blanks = [
        ("showcase", Cow::from(&app.config.showcase.name)),
        ("address", address.into()),
    ];
    let letter = Letter {
        cause: format!("{SIGN_IN}{hash}"),
        submission: None,
        recipient: &editor.email,
        subject: app.text.with("mail-sign-in-subject", &blanks),
        body: app.text.with("mail-sign-in", &blanks),
        in_reply_to: None,
    };
    keep(app, &mut tx, letter, None).await?;
    tx.commit().await?;
    app.bell.ring();
    Ok(())
}

async fn keep(app: &App, tx: &mut Tx, letter: Letter<'_>, error: Option<&str>) -> db::Result<()> {
    let mail = Mail {
        id: MailId::mint(&app.clock, &app.random),
        cause: letter.cause,
        submission_id: letter.submission.cloned(),
        recipient: letter.recipient.to_owned(),
        subject: letter.subject,
        body: letter.body,
        in_reply_to: letter.in_reply_to.map(str::to_owned),
        created_at: app.now(),
        sent_at: None,
        error: error.map(str::to_owned),
    };
    // Whoever runs the job knows the mail server: the program that writes, an MTA's pipe for one, need not.
    if db::mail::add(tx, &mail).await? && error.is_none() {
        queue::push(app, tx, Step::Mail, mail.id.as_str()).await?;
    }
    Ok(())
}

/// What a sender knows it by.
fn named<'a>(submission: &'a Submission, occasion: Occasion<'a>) -> &'a str {
    match (occasion, submission.title.as_str()) {
        (Occasion::Accepted(title, _) | Occasion::TakenOff(title, _), _) => title,
        (Occasion::Link(news), _) => news.title,
        (_, "") => &submission.group_name,
        (_, title) => title,
    }
}
