//! An import: a list that somebody brought, and what became of each of its rows.

use super::ImportId;

/// A list.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Import {
    /// Its id.
    pub id: ImportId,
    /// What its rows are.
    pub kind: Kind,
    /// The file's name, for people.
    pub name: String,
    /// How many rows it has.
    pub total: i64,
    /// When it was first read, in milliseconds since 1970.
    pub started_at: i64,
    /// When its last row was seen to; nothing while it goes on or was broken off.
    pub ended_at: Option<i64>,
}

/// What the rows of a list are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Kind {
    /// Groups.
    Roster,
    /// Talks.
    Pyvideo,
    /// Sources.
    Opml,
}

impl Kind {
    /// The word in tables, commands and the catalogue.
    pub fn as_str(self) -> &'static str {
        match self {
            Kind::Roster => "roster",
            Kind::Pyvideo => "pyvideo",
            Kind::Opml => "opml",
        }
    }
}

/// A row of a list.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Row {
    /// What it is.
    pub kind: Kind,
    /// What tells it from every other of its kind.
    pub row_key: String,
    /// The list that brought it.
    pub import_id: ImportId,
    /// Its place there, from 0.
    pub position: i64,
    /// What people call it.
    pub title: String,
    /// What became of it.
    pub outcome: Outcome,
    /// Why: [`jobs::list::Note`] as text.
    pub reason: Option<String>,
    /// What was mended or left out: notes as text, one a line.
    pub notes: String,
    /// The group, submission or source that it became or was joined to.
    pub subject: Option<String>,
    /// The key of the earlier row that it was joined to.
    pub joined_to: Option<String>,
    /// What was read, as JSON.
    pub body: String,
}

/// What became of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, sqlx::Type)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Outcome {
    /// It waits for an editor.
    Waiting,
    /// It became something of ours.
    Taken,
    /// We have the same already.
    Joined,
    /// It cannot be taken, or an editor said no.
    Refused,
}

impl Outcome {
    /// Every one, in the order of lists.
    pub const ALL: &'static [Outcome] = &[
        Outcome::Waiting,
        Outcome::Taken,
        Outcome::Joined,
        Outcome::Refused,
    ];

    /// The word in tables, addresses and the catalogue.
    pub fn as_str(self) -> &'static str {
        match self {
            Outcome::Waiting => "waiting",
            Outcome::Taken => "taken",
            Outcome::Joined => "joined",
            Outcome::Refused => "refused",
        }
    }

    /// The one of this word.
    pub fn from_text(text: &str) -> Option<Outcome> {
        Outcome::ALL
            .iter()
            .copied()
            .find(|outcome| outcome.as_str() == text)
    }
}
