//! What somebody looks for, and how the index is asked for it.

use super::entry::Kind;
use super::{country, language};
use jobs::words::{Need, Term};

/// The kind of what is no entry.
pub const GROUP: &str = "group";
/// The country of groups that have none.
pub const NO_COUNTRY: &str = "zz";

/// What somebody looks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// As it was typed.
    pub question: String,
    /// Its terms.
    pub terms: Vec<Term>,
    /// An entry's kind, or [`GROUP`].
    pub kind: Option<&'static str>,
    /// ISO 3166-1 alpha-2 in capitals, or [`NO_COUNTRY`].
    pub country: Option<String>,
    /// A base language, BCP 47.
    pub language: Option<&'static str>,
    /// The year of the meeting.
    pub year: Option<u16>,
}

/// Every kind one can choose.
pub const KINDS: [&str; 6] = [
    Kind::Video.as_str(),
    Kind::Photos.as_str(),
    Kind::Audio.as_str(),
    Kind::Article.as_str(),
    Kind::Report.as_str(),
    GROUP,
];

/// Where a word stands: a letter in front of each word of the index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// An entry's title and names: people, group, city.
    Head,
    /// Its words and chapters, and where its group is.
    Words,
    /// What is said in it.
    Said,
    /// The names of its people.
    Name,
    /// Each of these names as one word.
    Person,
    /// A group's name and city.
    Group,
    /// What else is known of a group.
    Detail,
    /// What one can choose by.
    Choice,
}

/// What the index is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// This word.
    Word(String),
    /// A word that begins so.
    Start(String),
    /// All of these; never empty.
    All(Vec<Ask>),
    /// One of these; never empty.
    Any(Vec<Ask>),
    /// The one and not the other.
    Without(Box<Ask>, Box<Ask>),
}

impl Wanted {
    /// Reads what an address asks for. What is no choice is left out.
    pub fn read(question: &str, kind: &str, country: &str, language: &str, year: &str) -> Wanted {
        Wanted {
            question: question.chars().take(jobs::words::MOST_QUERY).collect(),
            terms: jobs::words::ask(question),
            kind: KINDS.into_iter().find(|known| *known == kind),
            country: match country.eq_ignore_ascii_case(NO_COUNTRY) {
                true => Some(NO_COUNTRY.to_owned()),
                false => country::find(country).map(|country| country.code.to_owned()),
            },
            language: language::find(language),
            year: year
                .parse()
                .ok()
                .filter(|year| (1000..=9999).contains(year)),
        }
    }

    /// Whether it asks for entries; else for groups alone.
    pub fn is_for_entries(&self) -> bool {
        self.kind != Some(GROUP)
    }

    /// Whether groups can be what it asks for: they have no year.
    pub fn is_for_groups(&self) -> bool {
        self.kind.is_none_or(|kind| kind == GROUP) && self.year.is_none()
    }

    /// Whether anything is chosen beside the words.
    pub fn has_choice(&self) -> bool {
        self.kind.is_some()
            || self.country.is_some()
            || self.language.is_some()
            || self.year.is_some()
    }

    /// What an entry is found by, the best first; what follows holds what was before.
    pub fn entries(&self, every: bool) -> Vec<Ask> {
        let (head, words, said) = (Place::Head, Place::Words, Place::Said);
        let exact = |term: &Term| term.exact.clone();
        let loose = |term: &Term| term.loose.clone();
        self.ranks(
            "entry",
            &[
                self.terms_in(&[head], exact, every),
                self.terms_in(&[head], loose, every),
                self.terms_in(&[head, words], loose, every),
                self.terms_in(&[head, words, said], loose, every),
            ],
        )
    }

    /// What a group is found by, the best first; what follows holds what was before.
    pub fn groups(&self, every: bool) -> Vec<Ask> {
        let exact = |term: &Term| term.exact.clone();
        let loose = |term: &Term| term.loose.clone();
        self.ranks(
            GROUP,
            &[
                self.terms_in(&[Place::Group], exact, every),
                self.terms_in(&[Place::Group], loose, every),
                self.terms_in(&[Place::Group, Place::Detail], loose, every),
            ],
        )
    }

    /// Entries with people of whom one may be meant; none where no name can be.
    pub fn people(&self) -> Option<Ask> {
        let names = self.terms_in(&[Place::Name], |term| term.loose.clone(), true)?;
        Some(self.chosen(names))
    }

    /// Entries in which a person is.
    pub fn person(&self, name: &str) -> Ask {
        self.chosen(Ask::Word(Place::Person.word(&jobs::words::key(name))))
    }

    fn ranks(&self, what: &str, asks: &[Option<Ask>]) -> Vec<Ask> {
        let mut ranks: Vec<Ask> = asks
            .iter()
            .flatten()
            .map(|ask| self.chosen(ask.clone()))
            .collect();
        ranks.dedup();
        if ranks.is_empty() {
            // No words: all that there is of it.
            ranks.push(self.chosen(Ask::Word(choice("is", what))));
        }
        ranks
    }

    fn terms_in(&self, places: &[Place], of: fn(&Term) -> Need, every: bool) -> Option<Ask> {
        let mut asks: Vec<Ask> = self
            .terms
            .iter()
            .map(|term| within(&of(term), places))
            .collect();
        match asks.len() {
            0 => None,
            1 => asks.pop(),
            _ if every => Some(Ask::All(asks)),
            _ => Some(Ask::Any(asks)),
        }
    }

    /// The same among what is chosen.
    fn chosen(&self, ask: Ask) -> Ask {
        let year = self.year.map(|year| year.to_string());
        let choices = [
            ("kind", self.kind.filter(|kind| *kind != GROUP)),
            ("country", self.country.as_deref()),
            ("language", self.language),
            ("year", year.as_deref()),
        ];
        let chosen = choices
            .into_iter()
            .filter_map(|(name, value)| Some(Ask::Word(choice(name, value?))));
        let mut all: Vec<Ask> = chosen.collect();
        match all.is_empty() {
            true => ask,
            false => {
                all.insert(0, ask);
                Ask::All(all)
            }
        }
    }
}

impl Place {
    /// A word that stands there, as the index has it.
    pub fn word(self, word: &str) -> String {
        let letter = match self {
            Place::Head => 'h',
            Place::Words => 'w',
            Place::Said => 's',
            Place::Name => 'n',
            Place::Person => 'p',
            Place::Group => 'g',
            Place::Detail => 'd',
            Place::Choice => 'c',
        };
        format!("{letter}{word}")
    }
}

/// Something to choose by, as a word of the index.
pub fn choice(name: &str, value: &str) -> String {
    Place::Choice.word(&format!("{name}.{}", value.to_ascii_lowercase()))
}

/// A need where it may be met in one of several places.
fn within(need: &Need, places: &[Place]) -> Ask {
    let each = |ask: fn(String) -> Ask, word: &str| {
        let mut asks: Vec<Ask> = places.iter().map(|place| ask(place.word(word))).collect();
        match asks.len() {
            1 => asks.remove(0),
            _ => Ask::Any(asks),
        }
    };
    let inside = |needs: &[Need]| needs.iter().map(|need| within(need, places)).collect();
    match need {
        Need::Word(word) => each(Ask::Word, word),
        Need::Start(start) => each(Ask::Start, start),
        Need::All(needs) => Ask::All(inside(needs)),
        Need::Any(needs) => Ask::Any(inside(needs)),
    }
}
