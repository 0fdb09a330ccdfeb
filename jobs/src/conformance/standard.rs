//! The standards there are, and which of them a document is held to.

use serde::Serialize;

/// Whose rule it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standard {
    /// XML 1.0 and its namespaces, and what we read of a document at all.
    Xml,
    /// RSS 2.0 and the RSS Advisory Board's profile of it.
    Rss,
    /// Media RSS 1.5.1.
    Media,
    /// RFC 5005, feeds in several documents.
    Archive,
    /// RFC 4287.
    Atom,
    /// JSON Feed 1.1.
    JsonFeed,
    /// PSP-1, the Podcast Standards Project's podcast feed.
    Psp1,
    /// What Apple Podcasts asks for.
    Apple,
    /// Podcasting 2.0, the `podcast:` namespace.
    Podcasting,
}

impl Standard {
    /// The name that the standard gives itself.
    pub fn name(self) -> &'static str {
        match self {
            Standard::Xml => "XML 1.0",
            Standard::Rss => "RSS 2.0",
            Standard::Media => "Media RSS",
            Standard::Archive => "RFC 5005",
            Standard::Atom => "Atom (RFC 4287)",
            Standard::JsonFeed => "JSON Feed 1.1",
            Standard::Psp1 => "PSP-1",
            Standard::Apple => "Apple Podcasts",
            Standard::Podcasting => "Podcasting 2.0",
        }
    }
}

/// What a document is held to, and how much of it is read. XML's rules and those of the format that the document is
/// in always count.
#[derive(Clone, Copy, Debug)]
pub struct Profile {
    /// The standards beyond the format's own.
    pub standards: &'static [Standard],
    /// Bytes of a document; a larger one is not read.
    pub most_bytes: usize,
    /// Faults that are named; more are only counted.
    pub most_faults: usize,
}

const MOST_BYTES: usize = 10 << 20;
const MOST_FAULTS: usize = 1000;

impl Profile {
    /// A podcast, ours or a stranger's: everything.
    pub const PODCAST: Profile = Profile::of(&[
        Standard::Media,
        Standard::Archive,
        Standard::Psp1,
        Standard::Apple,
        Standard::Podcasting,
    ]);
    /// A feed for readers, with media but not for podcast directories.
    pub const SHOWCASE: Profile =
        Profile::of(&[Standard::Media, Standard::Archive, Standard::Podcasting]);
    /// An Atom feed, with media and archives.
    pub const ATOM: Profile = Profile::of(&[Standard::Media, Standard::Archive]);
    /// A JSON Feed.
    pub const JSON: Profile = Profile::of(&[]);

    /// These standards, with the usual bounds.
    pub const fn of(standards: &'static [Standard]) -> Profile {
        Profile {
            standards,
            most_bytes: MOST_BYTES,
            most_faults: MOST_FAULTS,
        }
    }
}

/// A set of standards.
#[derive(Clone, Copy, Debug)]
pub(super) struct Standards(u16);

impl Standards {
    pub fn of(profile: &Profile) -> Standards {
        let mut set = Standards(0);
        set.add(Standard::Xml);
        profile.standards.iter().for_each(|one| set.add(*one));
        set
    }

    pub fn add(&mut self, standard: Standard) {
        self.0 |= 1 << standard as u16;
    }

    pub fn holds(self, standard: Standard) -> bool {
        self.0 & 1 << standard as u16 != 0
    }
}
