//! An entry as an item, in the showcase and in the podcast.

use super::element::{element, extensions, link, parent, rfc2822, summary};
use super::media::{content, thumbnail};
use super::piece::Piece;
use super::rss::location;
use crate::app::App;
use crate::db::card::Card;
use crate::db::picture::Picture;
use crate::model::clock::timestamp;
use crate::model::entry::{Entry, Shown};
use crate::model::feed::Profile;
use crate::model::source::Leave;
use crate::web::picture_path;
use ::rss::extension::Extension;
use ::rss::extension::itunes::ITunesItemExtension;
use ::rss::{Category, Enclosure, Guid, Item, Source};
use jobs::licence::Licence;

/// A sound, as one asks for it.
pub(super) struct Heard {
    pub url: String,
    pub mime: String,
    /// Bytes.
    pub size: i64,
    pub duration_ms: Option<i64>,
}

impl Piece {
    /// Its item; nothing where the podcast has no place for it.
    pub fn item(&self, app: &App, profile: Profile) -> Option<Item> {
        match profile {
            Profile::Showcase => Some(self.common(app, self.contents(app), None)),
            Profile::Podcast => {
                let episode = self.episode()?;
                let enclosure = Enclosure {
                    url: episode.enclosure_address(&app.url)?,
                    length: episode.enclosure_size?.to_string(),
                    mime_type: episode.enclosure_type.clone()?,
                };
                let mut more = self.elsewhere(app, episode);
                more.extend(self.of_episode(app, episode));
                let mut item = self.common(app, more, Some(episode));
                item.enclosure = Some(enclosure);
                Some(item)
            }
        }
    }

    /// What both have: the guid above all.
    fn common(&self, app: &App, first: Vec<Extension>, episode: Option<&Shown>) -> Item {
        let entry = &self.entry;
        let mut more = first;
        // Another show's is named with where it comes from.
        let from = episode
            .or(self.media.first())
            .filter(|medium| medium.source_address.is_some());
        more.extend(from.map(|medium| link("via", &medium.canonical, None)));
        more.extend(
            entry
                .people()
                .map(|name| element("podcast:person", name, &[])),
        );
        more.extend(place(app, entry));
        more.extend(licence(entry));
        let language = entry.language.as_deref();
        more.extend(language.map(|tag| element("dc:language", tag, &[])));
        more.push(element("dc:creator", &entry.group_name, &[]));
        more.extend(
            entry
                .met_on
                .as_deref()
                .map(|day| element("dc:date", day, &[])),
        );
        Item {
            title: Some(entry.title.clone()),
            link: Some(format!("{}/entries/{}", app.url, entry.slug)),
            guid: Some(Guid {
                value: entry.guid(),
                permalink: false,
            }),
            pub_date: Some(rfc2822(timestamp(entry.published_at))),
            categories: self.about(app).map(category).into_iter().collect(),
            description: Some(summary(&entry.plain())),
            content: Some(entry.html()),
            source: from.and_then(|medium| {
                Some(Source {
                    url: medium.source_address.clone()?,
                    title: medium.source_title.clone(),
                })
            }),
            itunes_ext: self.itunes(app, episode),
            extensions: extensions(more),
            ..Default::default()
        }
    }

    /// What a report is about, in words.
    pub(super) fn about(&self, app: &App) -> Option<String> {
        let text = self
            .entry
            .about?
            .text(self.entry.met_on.as_deref(), app.clock.now());
        Some(app.text.t(text))
    }

    /// The sounds that are ours to give, and those of other shows whose owner said yes.
    pub(super) fn sounds<'a>(&'a self, app: &'a App) -> impl Iterator<Item = Heard> + 'a {
        let given = self
            .media
            .iter()
            .filter(|one| one.is_ours() || one.source_leave == Some(Leave::Yes));
        given.filter_map(|medium| {
            Some(Heard {
                url: medium.enclosure_address(&app.url)?,
                mime: medium.enclosure_type.clone()?,
                size: medium.enclosure_size?,
                duration_ms: medium.duration_ms,
            })
        })
    }

    /// The media as Media RSS, and the card where they have no picture.
    pub(super) fn contents(&self, app: &App) -> Vec<Extension> {
        let pictures: Vec<&Picture> = self.pictures.iter().collect();
        let contents = self.media.iter();
        let mut contents: Vec<Extension> = contents
            .map(|medium| content(app, &self.entry, medium, &pictures))
            .collect();
        if contents.len() > 1 {
            // Media RSS: a group holds two or more.
            contents = vec![parent("media:group", &[], contents)];
        }
        if pictures.is_empty() {
            let large = |card: &&Card| card.used_as == "large" && card.extension == "jpg";
            let card = self.cards.iter().find(large);
            contents.extend(card.map(|card| thumbnail(app, &card.name, card.width, card.height)));
        }
        contents
    }

    /// The same sound as Opus, its chapters, and what is said in it.
    fn of_episode(&self, app: &App, episode: &Shown) -> Vec<Extension> {
        let files = self
            .files
            .iter()
            .filter(|file| file.medium_id == episode.id);
        let elements = files.filter_map(|file| {
            let url = format!("{}{}", app.url, picture_path(&file.name));
            match file.used_as.as_str() {
                "opus" => {
                    let source = element("podcast:source", "", &[("uri", &url)]);
                    let size = file.size.to_string();
                    let attributes = [("type", &*file.mime), ("length", &*size), ("title", "Opus")];
                    Some(parent(
                        "podcast:alternateEnclosure",
                        &attributes,
                        vec![source],
                    ))
                }
                "chapters" => Some(element(
                    "podcast:chapters",
                    "",
                    &[("url", &url), ("type", &file.mime)],
                )),
                "vtt" | "srt" | "txt" => {
                    let kind = file.mime.split(';').next().unwrap_or_default();
                    let language = self.entry.language.as_deref();
                    let mut attributes = vec![("url", &*url), ("type", kind)];
                    attributes.extend(language.map(|tag| ("language", tag)));
                    Some(element("podcast:transcript", "", &attributes))
                }
                _ => None,
            }
        });
        elements.collect()
    }

    /// What the podcast cannot play but can lead to: the video, album or article of the same evening; of a report that
    /// a voice speaks of, its page.
    fn elsewhere(&self, app: &App, episode: &Shown) -> Vec<Extension> {
        let others = self.media.iter().filter(|medium| {
            let own = medium.is_ours() || medium.source_address.is_some() && medium.kind == "audio";
            medium.id != episode.id && !own && !medium.is_lost()
        });
        let mut addresses: Vec<String> = others.map(|medium| medium.canonical.clone()).collect();
        if addresses.is_empty() && episode.kind == "postcard" {
            addresses.push(format!("{}/entries/{}", app.url, self.entry.slug));
        }
        let link =
            |href: &String| element("podcast:contentLink", &self.entry.title, &[("href", href)]);
        addresses.iter().map(link).collect()
    }

    fn itunes(&self, app: &App, episode: Option<&Shown>) -> Option<ITunesItemExtension> {
        let square = self.picture("square");
        let image = square.map(|name| format!("{}{}", app.url, picture_path(name)));
        match episode {
            None if image.is_none() => None,
            None => Some(ITunesItemExtension {
                image,
                ..Default::default()
            }),
            Some(episode) => Some(ITunesItemExtension {
                image,
                author: Some(self.entry.group_name.clone()),
                // Whole seconds; what is shorter than one still plays.
                duration: episode.duration_ms.map(|ms| (ms / 1000).max(1).to_string()),
                explicit: Some("false".into()),
                episode_type: Some("full".into()),
                ..Default::default()
            }),
        }
    }
}

fn place(app: &App, entry: &Entry) -> Option<Extension> {
    let country = entry.group_country.as_deref();
    let place = app.text.place(&entry.group_city, country);
    let at = entry.group_latitude.zip(entry.group_longitude);
    location(&place, "subject", country, at)
}

fn licence(entry: &Entry) -> Option<Extension> {
    let licence = Licence::from_text(&entry.licence)?;
    let attributes: Vec<(&str, &str)> = licence.url().map(|url| ("url", url)).into_iter().collect();
    let name = match licence {
        Licence::AllRightsReserved => "ARR", // as the namespace has it
        other => other.as_str(),
    };
    Some(element("podcast:license", name, &attributes))
}

fn category(name: String) -> Category {
    Category { name, domain: None }
}
