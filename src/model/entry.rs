//! An entry: what is published, once, with an identity for ever.

use super::clock::is_over;
use super::source::Leave;
use super::{EntryId, GroupId, MediumId, SubmissionId, watch};
use jiff::Timestamp;
use jobs::markdown;
use std::borrow::Cow;

/// What kind of thing an entry shows first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, sqlx::Type)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Kind {
    /// A video.
    Video,
    /// Photos.
    Photos,
    /// Sound: an interview, another show's episode.
    Audio,
    /// An article of a journal.
    Article,
    /// An organizer's own words, in Markdown.
    Report,
}

impl Kind {
    /// The one of this word.
    pub fn from_text(text: &str) -> Option<Kind> {
        let kinds = [
            Kind::Video,
            Kind::Photos,
            Kind::Audio,
            Kind::Article,
            Kind::Report,
        ];
        kinds.into_iter().find(|kind| kind.as_str() == text)
    }

    /// The word in tables, feeds and the catalogue.
    pub const fn as_str(self) -> &'static str {
        match self {
            Kind::Video => "video",
            Kind::Photos => "photos",
            Kind::Audio => "audio",
            Kind::Article => "article",
            Kind::Report => "report",
        }
    }
}

/// An entry together with its group.
#[derive(Clone, Debug, PartialEq, sqlx::FromRow)]
pub struct Entry {
    /// Its id.
    pub id: EntryId,
    /// Its address under `/entries/`.
    pub slug: String,
    /// The submission it came from.
    pub submission_id: SubmissionId,
    /// What it shows first.
    pub kind: Kind,
    /// What a report is about.
    pub about: Option<About>,
    /// Its group.
    pub group_id: GroupId,
    /// The group's name.
    pub group_name: String,
    /// The group's address under `/groups/`.
    pub group_slug: String,
    /// The group's city.
    pub group_city: String,
    /// The group's country, ISO 3166-1 alpha-2.
    pub group_country: Option<String>,
    /// The group's hue, 0 to 11.
    pub group_hue: i64,
    /// Where the group is, degrees north.
    pub group_latitude: Option<f64>,
    /// Degrees east.
    pub group_longitude: Option<f64>,
    /// Its title.
    pub title: String,
    /// What was covered: plain text with paragraphs by empty lines, or a report's Markdown.
    pub words: String,
    /// The people in it, one a line.
    pub people: String,
    /// The day of the meeting, ISO 8601.
    pub met_on: Option<String>,
    /// Its language, BCP 47.
    pub language: Option<String>,
    /// Its licence, by SPDX name.
    pub licence: String,
    /// Chapters of its recording as they were typed, one a line; where there are none, others may say them.
    pub chapters: String,
    /// Who sent it.
    pub sender_name: String,
    /// When it was published, in milliseconds since 1970.
    pub published_at: i64,
    /// When it last changed, in milliseconds since 1970.
    pub updated_at: i64,
}

impl Entry {
    /// The guid in every feed: minted from our id, without a host name.
    pub fn guid(&self) -> String {
        format!("urn:uuid:{}", self.id)
    }

    /// The words as safe HTML.
    pub fn html(&self) -> String {
        match self.kind {
            Kind::Report => markdown::html(&self.words),
            _ => paragraphs(&self.words),
        }
    }

    /// The words as plain text.
    pub fn plain(&self) -> Cow<'_, str> {
        match self.kind {
            Kind::Report => markdown::plain(&self.words).into(),
            _ => Cow::from(&self.words),
        }
    }

    /// The people, each once.
    pub fn people(&self) -> impl Iterator<Item = &str> {
        self.people
            .lines()
            .map(str::trim)
            .filter(|name| !name.is_empty())
    }
}

/// A medium of an entry, as pages and feeds show it.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Shown {
    /// Its id.
    pub id: MediumId,
    /// The submission it belongs to.
    pub submission_id: SubmissionId,
    /// `youtube`, `flickr`, `podcast`, `journal`; `upload` for a sender's own, `tour` for a world tour.
    pub provider: String,
    /// `video`, `photo`, `audio`, `postcard` or `article`.
    pub kind: String,
    /// Its id with the provider.
    pub provider_id: String,
    /// The page to link to.
    pub canonical: String,
    /// What its source calls it.
    pub guid: Option<String>,
    /// Where an article's PDF is.
    pub document: Option<String>,
    /// How one cites an article.
    pub citation: Option<String>,
    /// The address of the feed or archive it comes from: where one subscribes.
    pub source_address: Option<String>,
    /// That source's title.
    pub source_title: Option<String>,
    /// That source's own page.
    pub source_link: Option<String>,
    /// Its owner's word on being shown.
    pub source_leave: Option<Leave>,
    /// The address of its sound.
    pub enclosure_url: Option<String>,
    /// Its MIME type.
    pub enclosure_type: Option<String>,
    /// Its bytes.
    pub enclosure_size: Option<i64>,
    /// How long it plays.
    pub duration_ms: Option<i64>,
    /// What became of its link; nothing while nobody looked.
    pub link_state: Option<watch::State>,
    /// Since when.
    pub link_since: Option<i64>,
}

/// Types that podcast directories take, each with the ending its address must have (PSP-1).
const EPISODES: &[(&str, &str)] = &[
    ("audio/mpeg", ".mp3"),
    ("audio/m4a", ".m4a"),
    ("video/mp4", ".mp4"),
    ("video/m4v", ".m4v"),
];

impl Shown {
    /// Whether its sound is ours to give: sent to us with consent, or joined of such.
    pub fn is_ours(&self) -> bool {
        ["upload", "tour"].contains(&self.provider.as_str())
    }

    /// Whether nobody can open it any more.
    pub fn is_lost(&self) -> bool {
        self.link_state.is_some_and(watch::State::is_lost)
    }

    /// Whether YouTube's player shows it elsewhere than at YouTube.
    pub fn plays(&self) -> bool {
        self.provider == "youtube"
            && !self.is_lost()
            && self.link_state != Some(watch::State::EmbeddingOff)
    }

    /// The address of its sound: whole, for ours is kept as a path under `site`.
    pub fn enclosure_address(&self, site: &str) -> Option<String> {
        let url = self.enclosure_url.as_ref()?;
        Some(match url.starts_with('/') {
            true => format!("{site}{url}"),
            false => url.clone(),
        })
    }

    /// Why it is no episode of the podcast, as a code; nothing where it is one.
    pub fn hindrance(&self) -> Option<&'static str> {
        let (Some(url), Some(kind)) = (&self.enclosure_url, &self.enclosure_type) else {
            return Some("podcast-no-sound");
        };
        if !self.is_ours() && self.source_leave != Some(Leave::Yes) {
            return Some("podcast-no-leave");
        }
        if self.is_lost() {
            return Some("podcast-lost");
        }
        let Some((_, ending)) = EPISODES.iter().find(|(known, _)| known == kind) else {
            return Some("podcast-type");
        };
        let path = url.split(['?', '#']).next().unwrap_or_default();
        // Directories ask for ASCII addresses whose path ends as the type does.
        (!path.ends_with(ending) || !url.is_ascii()).then_some("podcast-ending")
    }
}

/// What a report is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum About {
    /// What was covered at a meeting.
    Covered,
    /// How the group began.
    Began,
    /// What a typical meeting is like.
    Typical,
    /// What is coming; needs its day, after which it is no longer coming.
    Coming,
}

impl About {
    /// Every one, in the order of the form.
    pub const ALL: &'static [About] =
        &[About::Covered, About::Began, About::Typical, About::Coming];

    /// The word in tables, forms and the catalogue.
    pub fn as_str(self) -> &'static str {
        match self {
            About::Covered => "covered",
            About::Began => "began",
            About::Typical => "typical",
            About::Coming => "coming",
        }
    }

    /// The catalogue's text for it; what was coming on a day that is over has its own.
    pub fn text(self, day: Option<&str>, now: Timestamp) -> &'static str {
        match self {
            About::Covered => "about-covered",
            About::Began => "about-began",
            About::Typical => "about-typical",
            About::Coming if day.is_some_and(|day| is_over(day, now)) => "about-came",
            About::Coming => "about-coming",
        }
    }

    /// The one of this word.
    pub fn from_text(text: &str) -> Option<About> {
        About::ALL
            .iter()
            .copied()
            .find(|about| about.as_str() == text)
    }
}

/// The words as paragraphs of HTML.
fn paragraphs(words: &str) -> String {
    let escaped = words
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;");
    let blocks = escaped
        .split("\n\n")
        .map(str::trim)
        .filter(|block| !block.is_empty());
    blocks
        .map(|block| format!("<p>{}</p>", block.replace('\n', "<br>")))
        .collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn words_become_paragraphs_and_nothing_else() {
        assert_eq!(
            super::paragraphs("a <b>\nc\n\n\n\nd & e"),
            "<p>a &lt;b&gt;<br>c</p><p>d &amp; e</p>"
        );
    }
}
