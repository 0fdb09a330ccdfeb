//! Mail in and out: a message that came, a mail that goes.

use super::{MailId, MessageId, SubmissionId};

/// A mail that goes out, written with its cause.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Mail {
    /// Its id; its Message-ID is made of it.
    pub id: MailId,
    /// What it was written for: one cause, one mail.
    pub cause: String,
    /// The submission it is about; none for a sign-in link.
    pub submission_id: Option<SubmissionId>,
    /// Whom it goes to.
    pub recipient: String,
    /// Its subject.
    pub subject: String,
    /// Its text.
    pub body: String,
    /// The Message-ID that it answers, in angle brackets.
    pub in_reply_to: Option<String>,
    /// When it was written, in milliseconds since 1970.
    pub created_at: i64,
    /// When a mail server took it.
    pub sent_at: Option<i64>,
    /// Why it was not sent, as a code.
    pub error: Option<String>,
}

/// What became of a message that came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Outcome {
    /// A submission.
    Submission,
    /// Nothing: a machine sent it.
    Automatic,
    /// Nothing: it has neither words nor links.
    Empty,
}

/// A message that came, as it is kept.
#[derive(Clone, Copy, Debug)]
pub struct Received<'a> {
    /// Its id.
    pub id: &'a MessageId,
    /// The same message has the same key.
    pub key: &'a str,
    /// The submission it made.
    pub submission_id: Option<&'a SubmissionId>,
    /// What became of it.
    pub outcome: Outcome,
    /// Its sender's address; may be empty.
    pub sender: &'a str,
    /// Its subject.
    pub subject: &'a str,
    /// The whole of it.
    pub raw: &'a [u8],
    /// When it came, in milliseconds since 1970.
    pub received_at: i64,
}
