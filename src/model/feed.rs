//! A feed: which entries, for whom; and the documents it is written in.

use super::{GroupId, country, language};
use std::fmt;

/// What ISO gives no country: groups of nowhere and everywhere (`/countries/zz`).
pub const NOWHERE: &str = "zz";

/// Which entries.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Scope {
    /// All.
    Whole,
    /// A group's.
    Group(GroupId),
    /// Those of a country's groups: ISO 3166-1 alpha-2 in small letters, or [`NOWHERE`].
    Country(String),
    /// Those in a language: the first part of a BCP 47 tag.
    Language(String),
}

/// For whom: the same entries, under the same guids.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Profile {
    /// Every kind of entry, for readers.
    Showcase,
    /// What podcast clients can play and directories may list (PSP-1).
    Podcast,
}

/// Some entries for somebody. Its [name](Feed::name) is its identity in the tables.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Feed {
    /// Which entries.
    pub scope: Scope,
    /// For whom.
    pub profile: Profile,
}

/// How a document is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Format {
    /// RSS 2.0 with Media RSS, iTunes and podcast:.
    Rss,
    /// RFC 4287.
    Atom,
    /// JSON Feed 1.1.
    Json,
}

/// A feed in one format: its newest entries, or an archive of older ones (RFC 5005).
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Document {
    /// Of which feed.
    pub feed: Feed,
    /// How it is written.
    pub format: Format,
    /// Which archive, from 1, the oldest; none for the newest entries.
    pub archive: Option<i64>,
}

impl Scope {
    /// The scope of this country.
    pub fn country(code: Option<&str>) -> Scope {
        let known = code.and_then(country::find);
        Scope::Country(known.map_or(NOWHERE.into(), |country| country.code.to_ascii_lowercase()))
    }

    /// The scope of this language; none for what is no tag.
    pub fn language(tag: Option<&str>) -> Option<Scope> {
        let base = language::base(tag?).to_ascii_lowercase();
        let is_one = (2..=3).contains(&base.len()) && base.bytes().all(|b| b.is_ascii_lowercase());
        is_one.then_some(Scope::Language(base))
    }

    /// Its name in the tables; the whole has none.
    fn name(&self) -> String {
        match self {
            Scope::Whole => String::new(),
            Scope::Group(id) => format!("group/{id}/"),
            Scope::Country(code) => format!("country/{code}/"),
            Scope::Language(tag) => format!("language/{tag}/"),
        }
    }
}

impl Profile {
    /// Its word in names and addresses.
    pub fn as_str(self) -> &'static str {
        match self {
            Profile::Showcase => "showcase",
            Profile::Podcast => "podcast",
        }
    }

    /// The formats it is written in.
    pub fn formats(self) -> &'static [Format] {
        match self {
            Profile::Showcase => &[Format::Rss, Format::Atom, Format::Json],
            Profile::Podcast => &[Format::Rss],
        }
    }
}

impl Feed {
    /// Both feeds of these entries.
    pub fn both(scope: &Scope) -> [Feed; 2] {
        [Profile::Showcase, Profile::Podcast].map(|profile| Feed {
            scope: scope.clone(),
            profile,
        })
    }

    /// The whole, for these.
    pub fn whole(profile: Profile) -> Feed {
        Feed {
            scope: Scope::Whole,
            profile,
        }
    }

    /// Its name in the tables: `showcase`, `group/<id>/podcast`.
    pub fn name(&self) -> String {
        self.scope.name() + self.profile.as_str()
    }

    /// The feed of this name.
    pub fn from_name(name: &str) -> Option<Feed> {
        let (scope, profile) = match name.rsplit_once('/') {
            None => (Scope::Whole, name),
            Some((scope, profile)) => match scope.split_once('/')? {
                ("group", id) => (Scope::Group(GroupId::from_text(id)?), profile),
                ("country", code) => (Scope::Country(code.to_owned()), profile),
                ("language", tag) => (Scope::Language(tag.to_owned()), profile),
                _ => return None,
            },
        };
        let profiles = [Profile::Showcase, Profile::Podcast];
        let profile = profiles.into_iter().find(|one| one.as_str() == profile)?;
        Some(Feed { scope, profile })
    }

    /// The documents of its newest entries.
    pub fn heads(&self) -> impl Iterator<Item = Document> + '_ {
        let formats = self.profile.formats().iter();
        formats.map(|&format| Document {
            feed: self.clone(),
            format,
            archive: None,
        })
    }
}

impl Document {
    /// The last part of its address: `showcase.atom`.
    pub fn file(&self) -> &'static str {
        match (self.feed.profile, self.format) {
            (Profile::Podcast, _) => "podcast.xml",
            (Profile::Showcase, Format::Rss) => "showcase.xml",
            (Profile::Showcase, Format::Atom) => "showcase.atom",
            (Profile::Showcase, Format::Json) => "showcase.json",
        }
    }

    /// The document of this file name.
    pub fn of_file(scope: Scope, archive: Option<i64>, file: &str) -> Option<Document> {
        let feeds = Feed::both(&scope);
        let mut all = feeds.iter().flat_map(Feed::heads);
        let head = all.find(|document| document.file() == file)?;
        Some(Document { archive, ..head })
    }

    /// Another archive of the same, or its newest entries.
    pub fn at(&self, archive: Option<i64>) -> Document {
        Document {
            archive,
            ..self.clone()
        }
    }
}

impl Format {
    /// Its MIME type.
    pub fn mime(self) -> &'static str {
        match self {
            Format::Rss => "application/rss+xml",
            Format::Atom => "application/atom+xml",
            Format::Json => "application/feed+json",
        }
    }
}

impl fmt::Display for Document {
    /// Its name in logs and in the list of misprints.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.feed.scope.name())?;
        if let Some(number) = self.archive {
            write!(f, "archive/{number}/")?;
        }
        f.write_str(self.file())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_back() {
        let group = GroupId::from_text("01a20000-0000-7000-8000-000000000001").unwrap();
        let scopes = [
            Scope::Whole,
            Scope::Group(group),
            Scope::country(Some("NG")),
            Scope::country(None),
            Scope::language(Some("pt-BR")).unwrap(),
        ];
        let mut names = Vec::new();
        for feed in scopes.iter().flat_map(Feed::both) {
            assert_eq!(Feed::from_name(&feed.name()), Some(feed.clone()));
            for document in feed.heads() {
                let found = Document::of_file(feed.scope.clone(), None, document.file());
                assert_eq!(found, Some(document));
            }
            names.push(feed.name());
        }
        assert_eq!(names[0..2], ["showcase", "podcast"]);
        assert_eq!(names[4], "country/ng/showcase");
        assert_eq!(names[7], "country/zz/podcast");
        assert_eq!(names[9], "language/pt/podcast");
        for nonsense in [
            "",
            "x",
            "group/1/podcast",
            "group/podcast",
            "city/x/podcast",
        ] {
            assert_eq!(Feed::from_name(nonsense), None, "{nonsense}");
        }
        for nonsense in [None, Some(""), Some("x"), Some("klingon"), Some("日本")] {
            assert_eq!(Scope::language(nonsense), None);
        }
    }
}
