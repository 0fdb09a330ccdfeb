//! A notice: what somebody tells the editors of the roster or of an entry, and the one table of what may become of it.

use super::{EntryId, GroupId, NoticeId};

/// What it speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, sqlx::Type)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Kind {
    /// A group that is not on the roster.
    GroupMissing,
    /// A group of which something is wrong, or that is gone.
    GroupWrong,
    /// Somebody in an entry does not want to be shown.
    Removal,
}

/// Where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, sqlx::Type)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum State {
    /// For an editor.
    Waiting,
    /// An editor did something about it.
    Done,
    /// An editor left things as they are, with a reason.
    Declined,
}

/// What is wrong, or what is to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, sqlx::Type)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Matter {
    /// The group is not on the roster.
    Missing,
    /// It no longer meets.
    Gone,
    /// It meets elsewhere.
    Moved,
    /// It has another name.
    Name,
    /// Its website is another, or none.
    Website,
    /// Something else.
    Other,
    /// The whole entry is to go.
    Entry,
    /// Only somebody's name is to go.
    OwnName,
}

/// What an editor did about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, sqlx::Type)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Outcome {
    /// The missing group is on the roster.
    Added,
    /// The missing group was on the roster, under another name.
    Joined,
    /// What is said of the group was mended.
    Edited,
    /// The group was noted to meet no more.
    Gone,
    /// The group was noted to meet.
    Meets,
    /// The entry is off the site for good.
    Removed,
    /// The entry stays, in other words.
    Revised,
    /// The entry stays as it is.
    Kept,
    /// The group stays as it is, or off the roster.
    Declined,
}

impl Kind {
    /// Every kind, in the order of the desk: whoever is shown against their will does not wait behind others.
    pub const ALL: &'static [Kind] = &[Kind::Removal, Kind::GroupWrong, Kind::GroupMissing];

    /// The word in tables and the catalogue.
    pub fn as_str(self) -> &'static str {
        match self {
            Kind::GroupMissing => "group_missing",
            Kind::GroupWrong => "group_wrong",
            Kind::Removal => "removal",
        }
    }

    /// What one can say with it, in the order of its form.
    pub fn matters(self) -> &'static [Matter] {
        match self {
            Kind::GroupMissing => &[Matter::Missing],
            Kind::GroupWrong => &[
                Matter::Gone,
                Matter::Moved,
                Matter::Name,
                Matter::Website,
                Matter::Other,
            ],
            Kind::Removal => &[Matter::Entry, Matter::OwnName],
        }
    }

    /// The one of its matters of this word.
    pub fn matter(self, text: &str) -> Option<Matter> {
        let mut matters = self.matters().iter().copied();
        matters.find(|matter| matter.as_str() == text)
    }

    /// What may become of one, and where it stands then. This table is the only place that says so: each outcome once,
    /// from waiting, and never again.
    pub fn after(self, outcome: Outcome) -> Option<State> {
        use Outcome::*;
        match (self, outcome) {
            (Kind::GroupMissing, Added | Joined) => Some(State::Done),
            (Kind::GroupWrong, Edited | Gone | Meets) => Some(State::Done),
            (Kind::Removal, Removed | Revised) => Some(State::Done),
            (Kind::GroupMissing | Kind::GroupWrong, Declined) => Some(State::Declined),
            (Kind::Removal, Kept) => Some(State::Declined),
            _ => None,
        }
    }
}

impl State {
    /// The word in tables and the catalogue.
    pub fn as_str(self) -> &'static str {
        match self {
            State::Waiting => "waiting",
            State::Done => "done",
            State::Declined => "declined",
        }
    }
}

impl Matter {
    /// The word in tables, forms and the catalogue.
    pub fn as_str(self) -> &'static str {
        match self {
            Matter::Missing => "missing",
            Matter::Gone => "gone",
            Matter::Moved => "moved",
            Matter::Name => "name",
            Matter::Website => "website",
            Matter::Other => "other",
            Matter::Entry => "entry",
            Matter::OwnName => "own_name",
        }
    }
}

impl Outcome {
    /// Every outcome.
    pub const ALL: &'static [Outcome] = &[
        Outcome::Added,
        Outcome::Joined,
        Outcome::Edited,
        Outcome::Gone,
        Outcome::Meets,
        Outcome::Removed,
        Outcome::Revised,
        Outcome::Kept,
        Outcome::Declined,
    ];

    /// The word in tables and the catalogue.
    pub fn as_str(self) -> &'static str {
        match self {
            Outcome::Added => "added",
            Outcome::Joined => "joined",
            Outcome::Edited => "edited",
            Outcome::Gone => "gone",
            Outcome::Meets => "meets",
            Outcome::Removed => "removed",
            Outcome::Revised => "revised",
            Outcome::Kept => "kept",
            Outcome::Declined => "declined",
        }
    }
}

/// A stored notice.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Notice {
    /// Its id.
    pub id: NoticeId,
    /// The teller's private link ends in it.
    pub token: String,
    /// What it speaks of.
    pub kind: Kind,
    /// Where it stands.
    pub state: State,
    /// What is wrong, or what is to go.
    pub matter: Matter,
    /// The group that it speaks of, or that came of it.
    pub group_id: Option<GroupId>,
    /// The entry that it speaks of.
    pub entry_id: Option<EntryId>,
    /// A missing group's name as it was told.
    pub group_name: String,
    /// Its city.
    pub group_city: String,
    /// Its country, ISO 3166-1 alpha-2.
    pub group_country: Option<String>,
    /// Its language, BCP 47.
    pub language: Option<String>,
    /// Its website.
    pub website: Option<String>,
    /// The teller's words.
    pub words: String,
    /// Who tells it.
    pub sender_name: String,
    /// Where to answer, if they said.
    pub sender_email: Option<String>,
    /// The network that it came from, for a day.
    pub network: Option<String>,
    /// What the entry was before this took it off at once: `shown`, or who had taken it off already (`watch` …).
    pub held_from: Option<String>,
    /// What became of it.
    pub outcome: Option<Outcome>,
    /// An editor's words to whoever told it.
    pub reason: Option<String>,
    /// Which editor decided.
    pub decided_by: Option<String>,
    /// When, in milliseconds since 1970.
    pub decided_at: Option<i64>,
    /// When it came, in milliseconds since 1970.
    pub created_at: i64,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_outcome_is_of_some_kind_and_ends_it() {
        for &outcome in Outcome::ALL {
            let ends: Vec<State> = Kind::ALL
                .iter()
                .filter_map(|kind| kind.after(outcome))
                .collect();
            assert!(!ends.is_empty(), "{outcome:?}");
            assert!(ends.iter().all(|end| *end != State::Waiting), "{outcome:?}");
        }
    }

    #[test]
    fn a_matter_belongs_to_its_kind() {
        assert_eq!(Kind::Removal.matter("own_name"), Some(Matter::OwnName));
        assert_eq!(Kind::GroupWrong.matter("own_name"), None);
        let matters: Vec<_> = Kind::ALL.iter().flat_map(|kind| kind.matters()).collect();
        assert_eq!(matters.len(), 8);
    }
}
