//! How things look on a page: cards, pictures, places and dates.

use super::files::{picture_path, tint};
use crate::app::App;
use crate::db::card::Card as Drawn;
use crate::db::picture::Picture;
use crate::model::entry::{About, Entry, Shown};
use crate::model::heard::{Heard, Life};
use crate::model::{EntryId, MediumId, language};
use crate::roster::Standing;
use crate::text::Catalogue;
use std::borrow::Cow;

/// An entry as one card of many.
pub struct Card {
    pub path: String,
    pub title: String,
    pub language: String,
    pub direction: &'static str,
    pub spoken: String,
    pub kind: &'static str,
    pub about: Option<About>,
    pub hue: i64,
    pub group: String,
    pub place: String,
    pub day: String,
    pub lead: String,
    pub image: Option<Image>,
}

/// One picture in the sizes that we hold.
#[derive(Clone)]
pub struct Image {
    pub jpg: String,
    pub jpg_set: String,
    pub webp_set: String,
    pub width: i64,
    pub height: i64,
    /// The class that has its colour while it loads.
    pub tint: String,
}

impl Card {
    /// A card of an entry; its picture is the first that its media have, else the drawn one.
    pub fn new(
        text: Catalogue,
        entry: &Entry,
        media: &[Shown],
        pictures: &[Picture],
        cards: &[Drawn],
    ) -> Card {
        let own = media
            .iter()
            .filter(|medium| medium.submission_id == entry.submission_id);
        Card {
            path: format!("/entries/{}", entry.slug),
            title: entry.title.clone(),
            language: entry.language.clone().unwrap_or("und".into()),
            direction: direction(entry.language.as_deref()),
            spoken: spoken(entry.language.as_deref()),
            kind: entry.kind.as_str(),
            about: entry.about,
            hue: entry.group_hue,
            group: entry.group_name.clone(),
            place: text.place(&entry.group_city, entry.group_country.as_deref()),
            day: entry.met_on.clone().unwrap_or_default(),
            lead: lead(&entry.plain()),
            image: own
                .clone()
                .find_map(|medium| Image::of(&medium.id, pictures))
                .or_else(|| Image::drawn(&entry.id, cards)),
        }
    }
}

impl Image {
    /// The picture of a medium, if we hold one.
    pub fn of(medium: &MediumId, pictures: &[Picture]) -> Option<Image> {
        let widths = ["small", "medium", "large"];
        let own = pictures
            .iter()
            .filter(|picture| picture.medium_id == *medium);
        let mut own: Vec<&Picture> = own
            .filter(|picture| widths.contains(&picture.used_as.as_str()))
            .collect();
        own.sort_by_key(|picture| picture.width);
        let set = |extension: &str| {
            let of_kind = own.iter().filter(|picture| picture.extension == extension);
            of_kind
                .map(|p| format!("{} {}w", picture_path(&p.name), p.width))
                .collect::<Vec<_>>()
                .join(", ")
        };
        let largest = own.iter().rfind(|picture| picture.extension == "jpg")?;
        Some(Image {
            jpg: picture_path(&largest.name),
            jpg_set: set("jpg"),
            webp_set: set("webp"),
            width: largest.width,
            height: largest.height,
            tint: largest.colour.as_deref().map(tint).unwrap_or_default(),
        })
    }

    /// An entry's drawn card, once it is drawn.
    pub fn drawn(entry: &EntryId, cards: &[Drawn]) -> Option<Image> {
        let file = |extension: &str| {
            cards.iter().find(|card| {
                card.entry_id == *entry && card.used_as == "large" && card.extension == extension
            })
        };
        let set = |card: &Drawn| format!("{} {}w", picture_path(&card.name), card.width);
        let jpg = file("jpg")?;
        Some(Image {
            jpg: picture_path(&jpg.name),
            jpg_set: set(jpg),
            webp_set: file("webp").map(set).unwrap_or_default(),
            width: jpg.width,
            height: jpg.height,
            tint: String::new(), // its page has the group's hue already
        })
    }
}

/// The path of the picture for link previews: a medium's, else the drawn card.
pub fn preview(pictures: &[Picture], cards: &[Drawn]) -> Option<String> {
    let picture = pictures
        .iter()
        .find(|picture| picture.used_as == "open-graph")
        .map(|picture| &picture.name);
    let card = cards
        .iter()
        .find(|card| card.used_as == "open-graph")
        .map(|card| &card.name);
    picture.or(card).map(|name| picture_path(name))
}

/// When a group was last heard from and by what, as exactly as that still means something.
pub fn heard(app: &App, standing: &Standing) -> String {
    let by = |heard: &Heard| app.text.t(&format!("heard-by-{}", heard.by.as_str()));
    let month = |heard: &Heard| Cow::from(app.text.month(heard.day));
    match (standing.life, &standing.heard) {
        (Life::New | Life::Year, Some(heard)) => {
            let day = app.text.date(heard.day);
            let blanks = [("day", day.into()), ("by", by(heard).into())];
            app.text.with("heard-from", &blanks)
        }
        (Life::Quiet, Some(heard)) => app.text.with("heard-last", &[("month", month(heard))]),
        (Life::Gone, Some(heard)) => app.text.with("heard-gone-last", &[("month", month(heard))]),
        (Life::Gone, None) => app.text.t("heard-gone"),
        (Life::Unheard, _) | (_, None) => app.text.t("heard-never"),
    }
}

/// A year, a month or a day; what is no date stays as it is.
pub fn since(text: Catalogue, typed: &str) -> String {
    match typed.len() {
        4 => typed.to_owned(),
        7 => format!("{typed}-01")
            .parse()
            .map_or(typed.to_owned(), |day| text.month(day)),
        _ => typed.parse().map_or(typed.to_owned(), |day| text.date(day)),
    }
}

/// `1:02:03` or `24:05`.
pub fn length(seconds: u64) -> String {
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 {
        format!("{hours}:{minutes:02}:{seconds:02}")
    } else {
        format!("{minutes}:{seconds:02}")
    }
}

/// A language's own name for itself; empty where none is said.
pub fn spoken(tag: Option<&str>) -> String {
    tag.map(language::name).unwrap_or_default().to_owned()
}

/// How a text in this language runs.
pub fn direction(tag: Option<&str>) -> &'static str {
    tag.map_or("auto", language::direction)
}

/// The first sentences, at most 180 characters, cut at a word.
pub fn lead(words: &str) -> String {
    let first = words.lines().next().unwrap_or_default();
    if first.chars().count() <= 180 {
        return first.to_owned();
    }
    let cut: String = first.chars().take(180).collect();
    let cut = cut.rsplit_once(' ').map_or(cut.as_str(), |(head, _)| head);
    format!("{cut} …")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_told_in_hours_and_minutes() {
        assert_eq!(length(3723), "1:02:03");
        assert_eq!(length(65), "1:05");
    }
}
