//! An entry: what is published, once, with an identity for ever.

use super::{EntryId, GroupId, MediumId, SubmissionId};
use jobs::markdown;
use std::borrow::Cow;

/// What kind of thing an entry shows first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Kind {
    /// A video.
    Video,
    /// Photos.
    Photos,
    /// An organizer's own words, in Markdown.
    Report,
}

impl Kind {
    /// The word in tables, feeds and the catalogue.
    pub fn as_str(self) -> &'static str {
        match self {
            Kind::Video => "video",
            Kind::Photos => "photos",
            Kind::Report => "report",
        }
    }
}

/// An entry together with its group.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Entry {
    /// Its id.
    pub id: EntryId,
    /// Its address under `/entries/`.
    pub slug: String,
    /// The submission it came from.
    pub submission_id: SubmissionId,
    /// What it shows first.
    pub kind: Kind,
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
            Kind::Video | Kind::Photos => paragraphs(&self.words),
        }
    }

    /// The words as plain text.
    pub fn plain(&self) -> Cow<'_, str> {
        match self.kind {
            Kind::Report => markdown::plain(&self.words).into(),
            Kind::Video | Kind::Photos => Cow::from(&self.words),
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
    /// `youtube` or `flickr`.
    pub provider: String,
    /// `video` or `photo`.
    pub kind: String,
    /// Its id with the provider.
    pub provider_id: String,
    /// The page to link to.
    pub canonical: String,
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
