//! A published link under watch: what the looks at it say, and when that changes anything.

use super::MediumId;

/// What became of a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum State {
    /// It shows what it showed.
    Alive,
    /// Its page says that it is at another address now.
    Moved,
    /// Its page is there, but other sites may not show it.
    EmbeddingOff,
    /// Only its owner can open it.
    Private,
    /// There is nothing behind it.
    Gone,
    /// We are not let to it, from where we are.
    Blocked,
}

impl State {
    /// Every state.
    pub const ALL: &'static [State] = &[
        State::Alive,
        State::Moved,
        State::EmbeddingOff,
        State::Private,
        State::Gone,
        State::Blocked,
    ];

    /// The word in events, the catalogue and the causes of mail.
    pub fn word(self) -> &'static str {
        match self {
            State::Alive => "alive",
            State::Moved => "moved",
            State::EmbeddingOff => "embedding-off",
            State::Private => "private",
            State::Gone => "gone",
            State::Blocked => "blocked",
        }
    }

    /// Whether nobody can open it any more: then there is nothing to show, and nothing to link to.
    pub fn is_lost(self) -> bool {
        matches!(self, State::Private | State::Gone)
    }

    /// Whether two looks say the same: providers do not always tell what is private from what is gone.
    fn agrees(self, other: State) -> bool {
        self == other || self.is_lost() && other.is_lost()
    }
}

/// Looks that have to agree before they count.
pub const TIMES: i64 = 3;
/// Time from the first of them to the last, at least.
pub const OVER_MS: i64 = 3 * 24 * 60 * 60 * 1000;

/// A link under watch.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Watch {
    /// Whose link it is.
    pub medium_id: MediumId,
    /// What became of it.
    pub state: State,
    /// Since when, in milliseconds since 1970.
    pub since: i64,
    /// When a look last told us anything.
    pub looked_at: Option<i64>,
    /// When its turn comes; none where nobody looks any more.
    pub next_at: Option<i64>,
    /// What the last looks saw that the state does not say.
    pub seen: Option<State>,
    /// Since when they see it.
    pub seen_since: Option<i64>,
    /// How many of them saw it.
    pub seen_times: i64,
    /// Where it moved to, or seems to.
    pub moved_to: Option<String>,
    /// When an editor noted the state; none while it waits on the desk.
    pub noted_at: Option<i64>,
}

impl Watch {
    /// A link that was well when it was published.
    pub fn new(medium_id: MediumId, now: i64, next_at: i64) -> Watch {
        Watch {
            medium_id,
            state: State::Alive,
            since: now,
            looked_at: None,
            next_at: Some(next_at),
            seen: None,
            seen_since: None,
            seen_times: 0,
            moved_to: None,
            noted_at: Some(now),
        }
    }

    /// Takes in what a look saw; whether that changes its state. One look never does, nor do some on one day, nor
    /// some that disagree.
    pub fn see(&mut self, seen: State, moved_to: Option<&str>, now: i64) -> bool {
        self.looked_at = Some(now);
        if seen.agrees(self.state) {
            self.moved_to = moved_to.map(str::to_owned);
            self.forget();
            return false;
        }
        let same_place = seen != State::Moved || self.moved_to.as_deref() == moved_to;
        let again = self.seen.is_some_and(|before| before.agrees(seen)) && same_place;
        if !again {
            self.forget();
            self.seen_since = Some(now);
        }
        self.seen = Some(seen);
        self.seen_times += 1;
        // What an editor is to be offered stays until something else is sure.
        if seen == State::Moved {
            self.moved_to = moved_to.map(str::to_owned);
        }
        let begun = self.seen_since.unwrap_or(now);
        if self.seen_times < TIMES || now - begun < OVER_MS {
            return false;
        }
        if seen != State::Moved {
            self.moved_to = None;
        }
        self.state = seen;
        self.since = now;
        self.noted_at = None;
        self.forget();
        true
    }

    fn forget(&mut self) {
        self.seen = None;
        self.seen_since = None;
        self.seen_times = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: i64 = 24 * 60 * 60 * 1000;

    fn watch() -> Watch {
        let id = MediumId::from_text("01a20000-0000-7000-8000-000000000003").unwrap();
        Watch::new(id, 0, DAY)
    }

    /// On which of these days the state changes, and to what.
    fn changes(looks: &[(i64, State)]) -> Vec<(i64, State)> {
        let mut watch = watch();
        let changed = looks.iter().filter(|(day, seen)| {
            let to = (*seen == State::Moved).then_some("https://b.example/");
            watch.see(*seen, to, day * DAY)
        });
        changed.copied().collect()
    }

    #[test]
    fn only_repeated_evidence_over_days_counts() {
        use State::*;
        let none: &[(i64, State)] = &[];
        assert_eq!(changes(&[(1, Gone)]), none);
        assert_eq!(changes(&[(1, Gone), (1, Gone), (1, Gone), (1, Gone)]), none);
        assert_eq!(changes(&[(1, Gone), (5, Gone)]), none);
        assert_eq!(changes(&[(1, Gone), (2, Gone), (4, Gone)]), [(4, Gone)]);
        let flaps = [(1, Gone), (2, Gone), (3, Alive), (4, Gone), (5, Gone)];
        assert_eq!(changes(&flaps), none, "a good look takes all of it back");
        let back = [
            (1, Gone),
            (2, Gone),
            (4, Gone),
            (5, Alive),
            (6, Gone),
            (7, Alive),
            (8, Alive),
            (10, Alive),
        ];
        assert_eq!(changes(&back), [(4, Gone), (10, Alive)]);
        let unsure = [(1, Gone), (2, Private), (4, Gone)];
        assert_eq!(changes(&unsure), [(4, Gone)], "nobody can open it");
        let other = [(1, Gone), (2, EmbeddingOff), (4, Gone), (5, EmbeddingOff)];
        assert_eq!(changes(&other), none);
        assert_eq!(changes(&[(1, Moved), (2, Moved), (4, Moved)]), [(4, Moved)]);
    }

    #[test]
    fn a_move_is_to_one_place() {
        let mut watch = watch();
        for (day, to) in [(1, "a"), (2, "b"), (4, "a"), (5, "b")] {
            assert!(!watch.see(State::Moved, Some(to), day * DAY));
        }
        assert!(!watch.see(State::Moved, Some("b"), 6 * DAY));
        assert!(watch.see(State::Moved, Some("b"), 8 * DAY));
        assert_eq!(watch.moved_to.as_deref(), Some("b"));
        assert!(!watch.see(State::Gone, None, 9 * DAY));
        assert_eq!(watch.moved_to.as_deref(), Some("b"), "not sure yet");
    }
}
