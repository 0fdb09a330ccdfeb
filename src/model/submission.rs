//! A submission: what somebody sent, and the one table of what may become of it.

use super::entry::About;
use super::{GroupId, MediumId, SourceId, SubmissionId};

/// Where a submission stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, sqlx::Type)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum State {
    /// Stored; no job has looked at it yet.
    Received,
    /// Jobs are at it.
    Resolving,
    /// It waits for an editor.
    InReview,
    /// An editor asked the sender for something.
    ChangesRequested,
    /// The sender answered.
    Resubmitted,
    /// An editor said yes.
    Accepted,
    /// It will be published at a set time.
    Scheduled,
    /// It is an entry.
    Published,
    /// An editor said no, with a reason.
    Declined,
    /// The sender took it back.
    Withdrawn,
    /// What is behind the link is gone or closed.
    Unavailable,
    /// We could not read it; an editor sees why.
    Failed,
    /// It is the same as another, which goes on for both.
    Joined,
}

/// What can happen to a submission.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Change {
    /// Jobs begin, or begin again.
    Resolve,
    /// A draft lies before the editors.
    Draft,
    /// Nothing behind the links can be shown.
    Lose,
    /// The jobs gave up.
    Fail,
    /// An editor asks for something.
    RequestChanges,
    /// The sender answers.
    Resubmit,
    /// An editor says yes.
    Accept,
    /// An accepted one gets a time.
    Schedule,
    /// It becomes an entry.
    Publish,
    /// An editor says no.
    Decline,
    /// The sender takes it back.
    Withdraw,
    /// It turns out to be the same as another.
    Join,
    /// What it was joined to was not taken: it stands for itself again.
    Part,
}

impl State {
    /// Every state.
    pub const ALL: &'static [State] = &[
        State::Received,
        State::Resolving,
        State::InReview,
        State::ChangesRequested,
        State::Resubmitted,
        State::Accepted,
        State::Scheduled,
        State::Published,
        State::Declined,
        State::Withdrawn,
        State::Unavailable,
        State::Failed,
        State::Joined,
    ];

    /// The word in tables, routes and the catalogue.
    pub fn as_str(self) -> &'static str {
        match self {
            State::Received => "received",
            State::Resolving => "resolving",
            State::InReview => "in_review",
            State::ChangesRequested => "changes_requested",
            State::Resubmitted => "resubmitted",
            State::Accepted => "accepted",
            State::Scheduled => "scheduled",
            State::Published => "published",
            State::Declined => "declined",
            State::Withdrawn => "withdrawn",
            State::Unavailable => "unavailable",
            State::Failed => "failed",
            State::Joined => "joined",
        }
    }

    /// The catalogue's key of its name.
    pub fn key(self) -> String {
        format!("state-{}", self.as_str().replace('_', "-"))
    }

    /// The state after a change, or nothing where the change is not allowed.
    /// This table is the only place that says so.
    pub fn after(self, change: Change) -> Option<State> {
        use Change::*;
        use State::*;
        match (self, change) {
            (Received | Unavailable | Failed | Resubmitted, Resolve) => Some(Resolving),
            (Resolving, Draft) => Some(InReview),
            (Resolving, Lose) => Some(Unavailable),
            (Received | Resolving, Fail) => Some(Failed),
            (InReview, RequestChanges) => Some(ChangesRequested),
            // A sender may add something before an editor has read it.
            (InReview | ChangesRequested, Resubmit) => Some(Resubmitted),
            // Joining publishes nothing: the other has its own editor's yes, or waits for it.
            (Resolving | InReview, Join) => Some(Joined),
            (Joined, Part) => Some(InReview),
            (InReview, Accept) => Some(Accepted),
            (Accepted, Schedule) => Some(Scheduled),
            (Accepted | Scheduled, Publish) => Some(Published),
            (InReview | ChangesRequested | Unavailable | Failed, Decline) => Some(Declined),
            (
                Received | Resolving | InReview | ChangesRequested | Resubmitted | Unavailable
                | Failed,
                Withdraw,
            ) => Some(Withdrawn),
            _ => None,
        }
    }
}

impl Change {
    /// Every change.
    pub const ALL: &'static [Change] = &[
        Change::Resolve,
        Change::Draft,
        Change::Lose,
        Change::Fail,
        Change::RequestChanges,
        Change::Resubmit,
        Change::Accept,
        Change::Schedule,
        Change::Publish,
        Change::Decline,
        Change::Withdraw,
        Change::Join,
        Change::Part,
    ];
}

/// Kinds of media that propose many things and are none that can be shown.
pub const MANY: &[&str] = &["feed", "journal", "list"];

/// Providers of sources that give their words out for others to show.
const OPEN: &[&str] = &["podcast", "journal", "blog"];

/// Whether a medium of this provider comes from a source that gives its words out for others to show.
pub fn is_open(provider: &str) -> bool {
    OPEN.contains(&provider)
}

/// The doors by which submissions come.
pub const DOORS: &[&str] = &[
    "form", "api", "mail", "command", "proposal", "source", "import", "demo", "tour",
];

/// A stored submission.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Submission {
    /// Its id.
    pub id: SubmissionId,
    /// The sender's private link ends in it.
    pub token: String,
    /// Where it stands.
    pub state: State,
    /// The door it came in by, one of [`DOORS`].
    pub door: String,
    /// The sender's own title, if they gave one.
    pub title: String,
    /// The sender's words, as sent.
    pub words: String,
    /// What a report is about.
    pub about: Option<About>,
    /// The submission it was taken out of.
    pub parent_id: Option<SubmissionId>,
    /// A group of the roster, when the sender chose one.
    pub group_id: Option<GroupId>,
    /// The group's name as sent, or the roster's.
    pub group_name: String,
    /// Its city.
    pub group_city: String,
    /// Its country, ISO 3166-1 alpha-2.
    pub group_country: Option<String>,
    /// Who sent it.
    pub sender_name: String,
    /// Where to answer, if they said.
    pub sender_email: Option<String>,
    /// 1 when we may hold copies of the pictures.
    pub may_copy: i64,
    /// The licence they give, by SPDX name.
    pub licence: String,
    /// The day of the meeting, ISO 8601.
    pub met_on: Option<String>,
    /// Its language, BCP 47.
    pub language: Option<String>,
    /// Chapters of its recording as they were typed, one a line.
    pub chapters: String,
    /// An editor's reason.
    pub reason: Option<String>,
    /// Why it failed or is unavailable.
    pub error_code: Option<String>,
    /// When it came, in milliseconds since 1970.
    pub created_at: i64,
    /// The Message-ID of the mail it came by.
    pub message_id: Option<String>,
    /// 0 where it came from a machine or a list: those are never answered (RFC 3834).
    pub may_answer: i64,
    /// The language of our answers, BCP 47: the one that its form was read in. Nothing where there was none.
    pub answer_language: Option<String>,
}

impl Submission {
    /// One that just came, of which nothing is said, and that nobody is answered for.
    pub fn blank(id: SubmissionId, created_at: i64) -> Submission {
        Submission {
            id,
            token: String::new(),
            state: State::Received,
            door: String::new(),
            title: String::new(),
            words: String::new(),
            about: None,
            parent_id: None,
            group_id: None,
            group_name: String::new(),
            group_city: String::new(),
            group_country: None,
            sender_name: String::new(),
            sender_email: None,
            may_copy: 0,
            licence: String::new(),
            met_on: None,
            language: None,
            chapters: String::new(),
            reason: None,
            error_code: None,
            created_at,
            message_id: None,
            may_answer: 0,
            answer_language: None,
        }
    }

    /// Whether its words stand for themselves: no link, and what was uploaded only adds to them.
    pub fn is_report(&self, media: &[Medium]) -> bool {
        let uploads = media.iter().all(|medium| medium.provider == "upload");
        uploads && (media.is_empty() || !self.words.is_empty())
    }
}

/// A medium of a submission.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Medium {
    /// Its id.
    pub id: MediumId,
    /// Its place among the others, from 0.
    pub position: i64,
    /// The link as it was typed.
    pub typed: String,
    /// `youtube`, `flickr`, `podcast`, `journal`, `blog`, a site's name, `upload` (a file of the sender's) or `page`.
    pub provider: String,
    /// `video`, `photo`, `audio`, `postcard`, `article`, `page`; `feed`, `journal` or `list` for what proposes many.
    pub kind: String,
    /// Its id with the provider.
    pub provider_id: String,
    /// Its canonical address.
    pub canonical: String,
    /// Whether we know it yet.
    pub state: MediumState,
    /// Why not, or why it has no picture.
    pub error_code: Option<String>,
    /// One line on that, for editors.
    pub error_detail: Option<String>,
    /// 1 once its pictures are made or known to be none.
    pub prepared: i64,
    /// What its source calls it.
    pub guid: Option<String>,
    /// Its source.
    pub source_id: Option<SourceId>,
    /// Where an article's PDF is.
    pub document: Option<String>,
    /// How one cites an article.
    pub citation: Option<String>,
    /// What of a feed or archive could not be proposed, and why: one a line.
    pub skipped: Option<String>,
}

impl Medium {
    /// One that nobody looked at yet, and of which nothing else is said.
    pub fn unseen(id: MediumId) -> Medium {
        Medium {
            id,
            position: 0,
            typed: String::new(),
            provider: String::new(),
            kind: String::new(),
            provider_id: String::new(),
            canonical: String::new(),
            state: MediumState::Waiting,
            error_code: None,
            error_detail: None,
            prepared: 0,
            guid: None,
            source_id: None,
            document: None,
            citation: None,
            skipped: None,
        }
    }

    /// Whether it comes from a source that gives its words out for others to show, of which it is one thing or the whole.
    pub fn is_from_source(&self) -> bool {
        is_open(&self.provider)
    }

    /// Whether an entry can be of its kind: a postcard speaks of something else.
    pub fn is_shown_first(&self) -> bool {
        !self.is_many() && self.kind != "postcard"
    }

    /// Whether it is a feed, journal or list: it proposes things and is none that can be shown.
    pub fn is_many(&self) -> bool {
        MANY.contains(&self.kind.as_str())
    }
}

/// Whether a medium is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum MediumState {
    /// Its provider was not asked yet, or did not answer.
    Waiting,
    /// Its provider knows it.
    Found,
    /// It cannot be shown.
    Failed,
}

impl MediumState {
    /// Every state.
    pub const ALL: &'static [MediumState] = &[
        MediumState::Waiting,
        MediumState::Found,
        MediumState::Failed,
    ];

    /// The word in tables and answers.
    pub fn as_str(self) -> &'static str {
        match self {
            MediumState::Waiting => "waiting",
            MediumState::Found => "found",
            MediumState::Failed => "failed",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::{HashSet, VecDeque};

    /// Walks every path the table allows and looks whether one reaches publication without an editor's yes.
    #[test]
    fn no_path_skips_a_decision() {
        let mut seen = HashSet::from([(State::Received, false)]);
        let mut queue = VecDeque::from([(State::Received, false)]);
        while let Some((state, decided)) = queue.pop_front() {
            assert!(
                state != State::Published || decided,
                "published without a decision"
            );
            for &change in Change::ALL {
                if let Some(next) = state.after(change) {
                    // Going back to the jobs takes the decision back as well.
                    let decided =
                        (decided || change == Change::Accept) && change != Change::Resolve;
                    if seen.insert((next, decided)) {
                        queue.push_back((next, decided));
                    }
                }
            }
        }
        let reached: HashSet<State> = seen.into_iter().map(|(state, _)| state).collect();
        assert_eq!(
            reached.len(),
            State::ALL.len(),
            "every state can be reached"
        );
    }

    /// A joined one only ever comes back to the editors.
    #[test]
    fn joining_decides_nothing() {
        for &change in Change::ALL {
            let next = State::Joined.after(change);
            assert!(
                next.is_none_or(|next| next == State::InReview),
                "{change:?}"
            );
        }
    }

    #[test]
    fn ends_are_ends() {
        for state in [State::Published, State::Declined, State::Withdrawn] {
            assert!(
                Change::ALL
                    .iter()
                    .all(|&change| state.after(change).is_none()),
                "{state:?} goes on"
            );
        }
    }
}
