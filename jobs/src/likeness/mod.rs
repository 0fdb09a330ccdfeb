//! Whether two things are the same: certain by what names them, likely by what they look like.
//!
//! [`Traits`] are all that is asked of a thing. [`compare`] weighs two of them; [`marks`] are the keys by which
//! candidates are found without comparing with all. `address` makes one key of all forms of a link, `title` reads
//! what a title says and what tells it from the next of its series, [`picture`] makes 64 bits of a picture.
//!
//! The weights of `weigh` were set on the odd rows of `tests/fixtures/likeness.jsonl`; the even rows judge them.

mod address;
mod dates;
mod fold;
mod known;
mod marks;
pub mod picture;
mod title;
mod weigh;

pub use address::key;
pub use marks::{Mark, exact, marks, sources};
pub use weigh::{bare, compare};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// From this score on two things are likely the same, and a person is asked.
pub const LIKELY: u32 = 500;

/// What is known of one thing. All of it may be missing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Traits {
    /// `video`, `audio`, `photo`, `article`, `report`.
    pub kind: String,
    /// The addresses of its pages, in any form.
    pub links: Vec<String>,
    /// What its source calls it: a name of the source, and the guid within.
    pub guids: Vec<(String, String)>,
    /// The addresses of its files.
    pub enclosures: Vec<String>,
    /// What it is called: by whoever sent it, by its provider.
    pub titles: Vec<String>,
    /// The day of the meeting.
    pub met_on: Option<Date>,
    /// The day it was published there.
    pub published_on: Option<Date>,
    /// The group's name.
    pub group: String,
    /// The group's city.
    pub city: String,
    /// How long it plays, in seconds.
    pub duration_s: Option<u64>,
    /// [`picture::hash`] of its picture.
    pub picture_hash: Option<u64>,
    /// The people in it.
    pub people: Vec<String>,
}

/// How alike two things are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Likeness {
    /// One link, guid or file: no judgement is needed.
    pub certain: bool,
    /// 0 to 1000; [`LIKELY`] and more is worth a look.
    pub score: u32,
    /// What speaks for it and against it.
    pub signs: Vec<Sign>,
}

impl Likeness {
    /// Whether a person should look at the two.
    pub fn likely(&self) -> bool {
        self.score >= LIKELY
    }
}

/// One thing that speaks for two being the same, or against it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sign {
    /// One link.
    LinkSame,
    /// Their source calls them the same.
    GuidSame,
    /// Their source calls them two things.
    GuidDifferent,
    /// One file.
    EnclosureSame,
    /// Their titles say the same.
    TitleSame,
    /// Their titles say nearly the same.
    TitleAlike,
    /// Their titles say the same, as many others do ("Welcome").
    TitleCommon,
    /// Their titles say something else.
    TitleDifferent,
    /// Two parts, episodes or years of something.
    NumbersDiffer,
    /// One is a part, the other does not say so.
    NumberMissing,
    /// Two months of something.
    MonthsDiffer,
    /// One day.
    DaySame,
    /// Days that can belong together: met on the one, published on the other.
    DayNear,
    /// Days too far from each other.
    DayDifferent,
    /// One group.
    GroupSame,
    /// Two groups.
    GroupDifferent,
    /// One length, within two per cent.
    DurationSame,
    /// Nearly one length.
    DurationNear,
    /// Two lengths.
    DurationDifferent,
    /// The same people.
    PeopleSame,
    /// Other people.
    PeopleDifferent,
    /// One picture.
    PictureSame,
    /// Two kinds of thing.
    KindDifferent,
}

impl Sign {
    /// Whether it speaks for the two being the same.
    pub fn speaks_for(self) -> bool {
        use Sign::*;
        match self {
            LinkSame | GuidSame | EnclosureSame | TitleSame | TitleAlike | TitleCommon
            | DaySame | DayNear | GroupSame | DurationSame | DurationNear | PeopleSame
            | PictureSame => true,
            GuidDifferent | TitleDifferent | NumbersDiffer | NumberMissing | MonthsDiffer
            | DayDifferent | GroupDifferent | DurationDifferent | PeopleDifferent
            | KindDifferent => false,
        }
    }

    /// Its word in the catalogue and in tables: as serde writes it.
    pub fn as_str(self) -> &'static str {
        use Sign::*;
        match self {
            LinkSame => "link-same",
            GuidSame => "guid-same",
            GuidDifferent => "guid-different",
            EnclosureSame => "enclosure-same",
            TitleSame => "title-same",
            TitleAlike => "title-alike",
            TitleCommon => "title-common",
            TitleDifferent => "title-different",
            NumbersDiffer => "numbers-differ",
            NumberMissing => "number-missing",
            MonthsDiffer => "months-differ",
            DaySame => "day-same",
            DayNear => "day-near",
            DayDifferent => "day-different",
            GroupSame => "group-same",
            GroupDifferent => "group-different",
            DurationSame => "duration-same",
            DurationNear => "duration-near",
            DurationDifferent => "duration-different",
            PeopleSame => "people-same",
            PeopleDifferent => "people-different",
            PictureSame => "picture-same",
            KindDifferent => "kind-different",
        }
    }
}
