//! A task: which step for which subject. Only a bell, never content.

use super::TaskId;

/// A step of the pipeline; `pipeline::after` says what follows which, `pipeline::run` whose id its subject is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, sqlx::Type)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Step {
    /// Ask each link's provider what it is.
    Resolve,
    /// Fetch and make the pictures.
    Prepare,
    /// Lay a draft before the editors.
    Draft,
    /// Send a mail.
    Mail,
    /// Bring the recordings that were sent to one loudness.
    Master,
    /// Put an entry's words in front of its recordings.
    Tag,
    /// Draw an entry's card.
    Card,
    /// Ask a source whether it has something new.
    Poll,
    /// Look whether a published link still lives.
    Look,
    /// Tell the hub which feeds changed.
    Announce,
    /// Write what an entry or a group is found by.
    Index,
}

impl Step {
    /// Whether its subject is a submission.
    pub fn is_of_submission(self) -> bool {
        matches!(
            self,
            Step::Resolve | Step::Prepare | Step::Draft | Step::Master
        )
    }

    /// The word in the table and the logs.
    pub fn as_str(self) -> &'static str {
        match self {
            Step::Resolve => "resolve",
            Step::Prepare => "prepare",
            Step::Draft => "draft",
            Step::Master => "master",
            Step::Tag => "tag",
            Step::Mail => "mail",
            Step::Card => "card",
            Step::Poll => "poll",
            Step::Look => "look",
            Step::Announce => "announce",
            Step::Index => "index",
        }
    }
}

/// A task that this process has leased.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Task {
    /// Its id.
    pub id: TaskId,
    /// What to do.
    pub step: Step,
    /// For which id.
    pub subject: String,
    /// Which try this is, from 1.
    pub attempt: i64,
    /// After how many it is dead.
    pub max_attempts: i64,
    /// How many of the tries before killed the decoder.
    pub deaths: i64,
}

/// A task that nobody will try again unless an editor says so.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct DeadLetter {
    /// Its id.
    pub id: TaskId,
    /// What was to be done.
    pub step: Step,
    /// For which id.
    pub subject: String,
    /// How often it was tried.
    pub attempt: i64,
    /// What happened last, `code: detail`.
    pub error: Option<String>,
    /// When it died, in milliseconds since 1970.
    pub dead_at: i64,
}
