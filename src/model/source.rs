//! A source: a feed, channel or archive that we know, and what it proposes.

use super::{ProposalId, SourceId, SubmissionId};

/// A known source.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Source {
    /// Its id.
    pub id: SourceId,
    /// `podcast` or `journal`.
    pub provider: String,
    /// A podcast's feed, a journal's OAI-PMH base address.
    pub address: String,
    /// Its title.
    pub title: String,
    /// Its own page.
    pub link: Option<String>,
    /// Who makes it.
    pub author: Option<String>,
    /// What its owner says to being shown; nothing while nobody asked.
    pub leave: Option<Leave>,
    /// Who said so.
    pub leave_by: Option<String>,
    /// When, in milliseconds since 1970.
    pub leave_at: Option<i64>,
    /// The editor who noted it.
    pub noted_by: Option<String>,
}

/// An owner's word on being shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Leave {
    /// Show it, in the podcast feed too.
    Yes,
    /// Do not show it.
    No,
}

impl Leave {
    /// The word in tables, forms and the catalogue.
    pub fn as_str(self) -> &'static str {
        match self {
            Leave::Yes => "yes",
            Leave::No => "no",
        }
    }
}

/// One of the things that a source holds.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Proposal {
    /// Its id.
    pub id: ProposalId,
    /// The submission that brought the source.
    pub submission_id: SubmissionId,
    /// Its source.
    pub source_id: SourceId,
    /// What its source calls it.
    pub guid: String,
    /// 1 for those shown first: the newest that speak of groups.
    pub suggested: i64,
    /// What its source says of it: [`jobs::provider::Found`] as JSON.
    pub found: String,
    /// The submission it was taken as.
    pub taken_as: Option<SubmissionId>,
    /// The editor who took it.
    pub taken_by: Option<String>,
}
