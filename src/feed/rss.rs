//! The showcase as RSS 2.0 with Media RSS, iTunes and podcast: namespaces.

use super::NEWEST;
use crate::app::App;
use crate::db;
use crate::db::card::Card;
use crate::db::picture::Picture;
use crate::model::clock::timestamp;
use crate::model::entry::{Entry, Shown};
use crate::web::{artwork_path, picture_path};
use ::rss::extension::itunes::{
    ITunesCategory, ITunesChannelExtension, ITunesItemExtension, ITunesOwner,
};
use ::rss::extension::{Extension, ExtensionMap};
use ::rss::{Category, Channel, Guid, Item};
use jiff::Timestamp;
use jobs::licence::Licence;
use std::collections::BTreeMap;
use uuid::Uuid;

const NAMESPACES: &[(&str, &str)] = &[
    ("atom", "http://www.w3.org/2005/Atom"),
    ("content", "http://purl.org/rss/1.0/modules/content/"),
    ("dc", "http://purl.org/dc/elements/1.1/"),
    ("itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd"),
    ("media", "http://search.yahoo.com/mrss/"),
    ("podcast", "https://podcastindex.org/namespace/1.0"),
];

/// Namespace of podcast:guid, from the Podcasting 2.0 specification.
const PODCAST: Uuid = Uuid::from_u128(0xead4c236_bf58_58c6_a2c6_a6b28d128cb6);

/// The newest entries as a document.
///
/// # Errors
/// What the database says.
pub async fn showcase(app: &App, changed_at: Timestamp) -> db::Result<String> {
    let entries = db::entry::recent(&app.db, NEWEST).await?;
    let media = db::medium::of_recent(&app.db, NEWEST).await?;
    let pictures = db::picture::of_recent(&app.db, NEWEST, app.now()).await?;
    let cards = db::card::of_recent(&app.db, NEWEST).await?;
    let address = format!("{}/showcase.xml", app.url);
    let guid = db::entry::feed_guid(&app.db, "showcase", &podcast_guid(&address)).await?;
    let items = entries.iter().map(|entry| {
        let media: Vec<&Shown> = media
            .iter()
            .filter(|medium| medium.submission_id == entry.submission_id)
            .collect();
        let card: Vec<&Card> = cards
            .iter()
            .filter(|card| card.entry_id == entry.id)
            .collect();
        item(app, entry, &media, &pictures, &card)
    });
    let showcase = &app.config.showcase;
    let channel = Channel {
        title: showcase.name.clone(),
        link: format!("{}/", app.url),
        description: showcase.description.clone(),
        language: Some(showcase.language.clone()),
        generator: Some(format!("pugcast {}", env!("CARGO_PKG_VERSION"))),
        docs: Some("https://www.rssboard.org/rss-specification".into()),
        last_build_date: Some(rfc2822(changed_at)),
        pub_date: entries
            .first()
            .map(|entry| rfc2822(timestamp(entry.published_at))),
        itunes_ext: Some(ITunesChannelExtension {
            author: Some(showcase.name.clone()),
            block: Some("Yes".into()), // the showcase is for readers; directories get the podcast
            categories: vec![ITunesCategory {
                text: "Technology".into(),
                subcategory: None,
            }],
            explicit: Some("false".into()),
            image: Some(format!("{}{}", app.url, artwork_path(app))),
            owner: Some(ITunesOwner {
                name: Some(showcase.name.clone()),
                email: Some(showcase.contact.clone()),
            }),
            r#type: Some("episodic".into()),
            ..Default::default()
        }),
        extensions: extensions([
            link("self", &address, Some("application/rss+xml")),
            element("podcast:guid", &guid, &[]),
            element("podcast:locked", "yes", &[("owner", &showcase.contact)]),
            element("podcast:medium", "mixed", &[]),
        ]),
        namespaces: NAMESPACES
            .iter()
            .map(|(prefix, url)| ((*prefix).to_owned(), (*url).to_owned()))
            .collect(),
        items: items.collect(),
        ..Default::default()
    };
    Ok(format!("{}\n", channel))
}

fn item(app: &App, entry: &Entry, media: &[&Shown], pictures: &[Picture], card: &[&Card]) -> Item {
    let mut more: Vec<Extension> = Vec::new();
    let own = |picture: &&Picture| media.iter().any(|medium| medium.id == picture.medium_id);
    let pictures: Vec<&Picture> = pictures.iter().filter(own).collect();
    let contents: Vec<Extension> = media
        .iter()
        .map(|medium| content(app, entry, medium, &pictures))
        .collect();
    match contents.len() {
        0 | 1 => more.extend(contents),
        // Media RSS: a group holds two or more.
        _ => more.push(parent("media:group", &[], contents)),
    }
    if pictures.is_empty() {
        let large = |card: &&&Card| card.used_as == "large" && card.extension == "jpg";
        more.extend(
            card.iter()
                .find(large)
                .map(|card| thumbnail(app, &card.name, card.width, card.height)),
        );
    }
    let square = pictures
        .iter()
        .find(|picture| picture.used_as == "square")
        .map(|picture| &picture.name)
        .or_else(|| {
            let square = card.iter().find(|card| card.used_as == "square");
            square.map(|card| &card.name)
        });
    more.extend(
        entry
            .people()
            .map(|name| element("podcast:person", name, &[])),
    );
    let place = entry.place();
    if !place.is_empty() {
        let country = entry.group_country.as_deref().unwrap_or_default();
        let attributes: &[(&str, &str)] = if country.is_empty() {
            &[("rel", "subject")]
        } else {
            &[("rel", "subject"), ("country", country)]
        };
        more.push(element(
            "podcast:location",
            &place.chars().take(128).collect::<String>(),
            attributes,
        ));
    }
    if let Some(licence) = Licence::from_text(&entry.licence) {
        let attributes: Vec<(&str, &str)> =
            licence.url().map(|url| ("url", url)).into_iter().collect();
        more.push(element("podcast:license", licence.as_str(), &attributes));
    }
    more.extend(
        entry
            .language
            .as_deref()
            .map(|tag| element("dc:language", tag, &[])),
    );
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
        itunes_ext: square.map(|name| ITunesItemExtension {
            image: Some(format!("{}{}", app.url, picture_path(name))),
            ..Default::default()
        }),
        extensions: extensions(more),
        ..Default::default()
    }
}

/// What a report is about, in words.
fn about(app: &App, entry: &Entry) -> Option<Category> {
    let text = entry.about?.text(entry.met_on.as_deref(), app.clock.now());
    Some(Category {
        name: app.text.t(text),
        domain: None,
    })
}

/// One medium: a player for what is elsewhere, the picture itself where we hold a copy for good.
fn content(app: &App, entry: &Entry, medium: &Shown, pictures: &[&Picture]) -> Extension {
    let large = pictures
        .iter()
        .filter(|picture| picture.medium_id == medium.id && picture.extension == "jpg")
        .filter(|picture| ["small", "medium", "large"].contains(&picture.used_as.as_str()))
        .max_by_key(|picture| picture.width);
    let is_video = medium.kind == "video";
    let held = large.filter(|picture| !is_video && picture.keep_until.is_none());
    let mut inside = vec![
        element("media:title", &entry.title, &[("type", "plain")]),
        element("media:credit", &entry.group_name, &[("role", "producer")]),
        element("media:player", "", &[("url", &medium.canonical)]),
    ];
    if let Some(picture) = large {
        inside.push(thumbnail(app, &picture.name, picture.width, picture.height));
    }
    let medium_word = if is_video { "video" } else { "image" };
    match held {
        Some(picture) => {
            let url = format!("{}{}", app.url, picture_path(&picture.name));
            let (width, height, size) = (
                picture.width.to_string(),
                picture.height.to_string(),
                picture.size.to_string(),
            );
            let attributes = [
                ("medium", medium_word),
                ("url", url.as_str()),
                ("type", "image/jpeg"),
                ("width", width.as_str()),
                ("height", height.as_str()),
                ("fileSize", size.as_str()),
            ];
            parent("media:content", &attributes, inside)
        }
        None => parent("media:content", &[("medium", medium_word)], inside),
    }
}

fn thumbnail(app: &App, name: &str, width: i64, height: i64) -> Extension {
    let url = format!("{}{}", app.url, picture_path(name));
    let (width, height) = (width.to_string(), height.to_string());
    let attributes = [("url", &*url), ("width", &*width), ("height", &*height)];
    element("media:thumbnail", "", &attributes)
}

/// podcast:guid: UUIDv5 of the address without scheme and trailing slashes.
fn podcast_guid(address: &str) -> String {
    let bare = address
        .split_once("://")
        .map_or(address, |(_, rest)| rest)
        .trim_end_matches('/');
    Uuid::new_v5(&PODCAST, bare.as_bytes()).to_string()
}

/// RFC 2822, as RSS wants it, in GMT.
fn rfc2822(at: Timestamp) -> String {
    jiff::fmt::rfc2822::DateTimePrinter::new()
        .timestamp_to_rfc9110_string(&at)
        .unwrap_or_default()
}

/// The words as one plain text of at most 4,000 bytes, cut at a word.
fn summary(words: &str) -> String {
    const MOST: usize = 4000;
    if words.len() <= MOST {
        return words.to_owned();
    }
    let cut = words
        .char_indices()
        .map(|(at, _)| at)
        .take_while(|&at| at <= MOST - 4)
        .last()
        .unwrap_or(0);
    let cut = words[..cut].rfind(char::is_whitespace).unwrap_or(cut);
    format!("{} …", words[..cut].trim_end())
}

fn element(name: &str, value: &str, attributes: &[(&str, &str)]) -> Extension {
    Extension {
        name: name.to_owned(),
        value: Some(value.to_owned()).filter(|value| !value.is_empty()),
        attrs: attributes
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect(),
        children: BTreeMap::new(),
    }
}

fn parent(name: &str, attributes: &[(&str, &str)], children: Vec<Extension>) -> Extension {
    let mut element = element(name, "", attributes);
    for child in children {
        let key = child
            .name
            .split_once(':')
            .map_or("", |(_, key)| key)
            .to_owned();
        element.children.entry(key).or_default().push(child);
    }
    element
}

fn link(rel: &str, href: &str, kind: Option<&str>) -> Extension {
    let mut attributes = vec![("rel", rel), ("href", href)];
    attributes.extend(kind.map(|kind| ("type", kind)));
    element("atom:link", "", &attributes)
}

/// By prefix, then by name, as the rss crate keeps them.
fn extensions(elements: impl IntoIterator<Item = Extension>) -> ExtensionMap {
    let mut map = ExtensionMap::new();
    for element in elements {
        let (prefix, name) = element.name.split_once(':').unwrap_or(("", &element.name));
        let (prefix, name) = (prefix.to_owned(), name.to_owned());
        map.entry(prefix)
            .or_default()
            .entry(name)
            .or_default()
            .push(element);
    }
    map
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn guids_match_the_specification() {
        assert_eq!(
            podcast_guid("https://podnews.net/rss"),
            "9b024349-ccf0-5f69-a609-6b82873eab3c"
        );
        assert_eq!(
            podcast_guid("https://mp3s.nashownotes.com/pc20rss.xml"),
            "917393e3-1b1e-5cef-ace4-edaa54e1f810"
        );
    }

    #[test]
    fn a_long_text_is_cut_at_a_word() {
        let long = "ありがとう ".repeat(1000);
        assert!(summary(&long).len() <= 4000 && summary(&long).ends_with(" …"));
    }
}
