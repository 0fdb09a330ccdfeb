//! An entry as an item, in the showcase and in the podcast.

use super::Profile;
use super::element::{element, extensions, link, parent, rfc2822, summary};
use super::media::{content, thumbnail};
use crate::app::App;
use crate::db::card::Card;
use crate::db::mastering::EpisodeFile;
use crate::db::picture::Picture;
use crate::model::clock::timestamp;
use crate::model::entry::{Entry, Shown};
use crate::web::picture_path;
use ::rss::extension::Extension;
use ::rss::extension::itunes::ITunesItemExtension;
use ::rss::{Category, Enclosure, Guid, Item, Source};
use jobs::licence::Licence;

/// An entry with all that its item shows.
pub(super) struct Piece {
    pub entry: Entry,
    pub media: Vec<Shown>,
    pub pictures: Vec<Picture>,
    pub cards: Vec<Card>,
    pub files: Vec<EpisodeFile>,
}

impl Piece {
    /// Its item; nothing where the podcast has no place for it.
    pub fn item(&self, app: &App, profile: Profile) -> Option<Item> {
        match profile {
            Profile::Showcase => Some(self.common(app, self.contents(app), None)),
            Profile::Podcast => {
                let playable = |medium: &&Shown| medium.hindrance().is_none();
                let recording = |medium: &&Shown| playable(medium) && medium.kind != "postcard";
                let mut media = self.media.iter();
                let recorded = media.find(recording);
                let episode = recorded.or_else(|| self.media.iter().find(playable))?;
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
            categories: about(app, entry).into_iter().collect(),
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

    /// The media as Media RSS, and the card where they have no picture.
    fn contents(&self, app: &App) -> Vec<Extension> {
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
        let pictures = self
            .pictures
            .iter()
            .find(|picture| picture.used_as == "square");
        let card = self.cards.iter().find(|card| card.used_as == "square");
        let square = pictures
            .map(|picture| &picture.name)
            .or(card.map(|card| &card.name));
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
    let country = country.unwrap_or_default();
    let attributes: &[(&str, &str)] = if country.is_empty() {
        &[("rel", "subject")]
    } else {
        &[("rel", "subject"), ("country", country)]
    };
    let short = place.chars().take(128).collect::<String>();
    (!place.is_empty()).then(|| element("podcast:location", &short, attributes))
}

fn licence(entry: &Entry) -> Option<Extension> {
    let licence = Licence::from_text(&entry.licence)?;
    let attributes: Vec<(&str, &str)> = licence.url().map(|url| ("url", url)).into_iter().collect();
    Some(element("podcast:license", licence.as_str(), &attributes))
}

/// What a report is about, in words.
fn about(app: &App, entry: &Entry) -> Option<Category> {
    let text = entry.about?.text(entry.met_on.as_deref(), app.clock.now());
    Some(Category {
        name: app.text.t(text),
        domain: None,
    })
}
