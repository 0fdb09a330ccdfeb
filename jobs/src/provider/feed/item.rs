//! One item: feed-rs reads its id, words, links and days; what it loses or trusts too much is read here.

use super::batch::Piece;
use super::file::{enclosure, kind_of, media, picture, plays};
use super::tree::{Element, Space};
use super::{document, duration};
use crate::html;
use crate::licence::Licence;
use crate::provider::{Found, RemoteFile, RemotePicture, Source, text, web};
use crate::text::{cut, hex};
use feed_rs::model::{Entry, Text};
use jiff::civil::Date;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::sync::Arc;
use url::Url;

/// Characters of a description kept; an editor reads no more, and a feed has many.
const MOST_DESCRIPTION: usize = 10_000;
pub(super) const MOST_LINE: usize = 1_000;
const MOST_PEOPLE: usize = 50;

/// What an item says, before feed-rs has read it.
#[derive(Debug, Default)]
pub(super) struct Item {
    /// What feed-rs is to read of it.
    pub(super) piece: Piece,
    pub(super) base: Option<Url>,
    enclosure: Option<RemoteFile>,
    seconds: Option<u64>,
    author: Option<String>,
    people: Vec<String>,
    /// Words that stand in for a title or description that is not there.
    title: Option<String>,
    summary: Option<String>,
    picture: Option<String>,
    licence: Option<Licence>,
    language: Option<String>,
    citation: Option<String>,
}

impl Item {
    pub(super) fn of_xml(item: &Element, base: &Url) -> Item {
        let base = item
            .attribute("xml:base")
            .and_then(|own| base.join(own).ok())
            .unwrap_or_else(|| base.clone());
        let piece = match item.space == Space::Atom || item.name == "entry" {
            true => Piece::Atom(document::atom(item)),
            false => Piece::Rss(document::rss(item)),
        };
        let said = |space, name| {
            text(
                item.all(space, name)
                    .map(|e| html::plain(&e.html()))
                    .find(|t| !t.trim().is_empty()),
            )
        };
        let named = item.all(Space::Podcast, "person").map(Element::text);
        let written = item
            .all(Space::Dc, "creator")
            .chain(item.all(Space::Plain, "author"))
            .map(Element::text)
            .chain(
                item.all(Space::Atom, "author")
                    .filter_map(|author| author.text_of(Space::Atom, "name")),
            );
        let show = item
            .text_of(Space::Itunes, "author")
            .as_deref()
            .and_then(person);
        let mut people: Vec<String> = Vec::new();
        for name in named
            .chain(written)
            .filter_map(|name| person(&name))
            .take(MOST_PEOPLE)
        {
            if !people.contains(&name) {
                people.push(name);
            }
        }
        let licences = item
            .elements()
            .filter(|e| e.space == Space::Licence || e.attribute("rel") == Some("license"));
        let licences = licences.map(|e| {
            e.attribute("href").map_or_else(
                || {
                    e.attribute("rdf:resource")
                        .map_or_else(|| e.text(), Cow::Borrowed)
                },
                Cow::Borrowed,
            )
        });
        let licences = licences.chain(item.all(Space::Dc, "rights").map(Element::text));
        Item {
            piece,
            enclosure: enclosure(item, &base),
            seconds: item
                .text_of(Space::Itunes, "duration")
                .as_deref()
                .and_then(duration::seconds)
                .or_else(|| {
                    media(item)
                        .find_map(|content| duration::seconds(content.attribute("duration")?))
                }),
            author: show,
            people,
            title: said(Space::Itunes, "title"),
            summary: said(Space::Itunes, "summary")
                .or_else(|| said(Space::Itunes, "subtitle"))
                .or_else(|| {
                    said(Space::Media, "description").or_else(|| {
                        let group = item.all(Space::Media, "group").next()?;
                        text(Some(html::plain(
                            &group.text_of(Space::Media, "description")?,
                        )))
                    })
                }),
            picture: picture(item, &base),
            licence: licences
                .filter_map(|said| Licence::from_address(&said))
                .next(),
            language: item
                .text_of(Space::Dc, "language")
                .map(Cow::into_owned)
                .or_else(|| item.attribute("xml:lang").map(str::to_owned)),
            citation: citation(item),
            base: Some(base),
        }
    }

    pub(super) fn of_json(item: &Value, base: &Url) -> Item {
        let said = |name: &str| match &item[name] {
            Value::String(text) => json!(text),
            Value::Number(number) => json!(number.to_string()),
            _ => Value::Null,
        };
        let mut alone = serde_json::Map::new();
        for name in [
            "id",
            "url",
            "title",
            "content_html",
            "content_text",
            "summary",
            "date_published",
            "date_modified",
        ] {
            if said(name) != Value::Null {
                alone.insert(name.to_owned(), said(name));
            }
        }
        let attachments = item["attachments"].as_array().into_iter().flatten();
        let files = attachments.clone().filter_map(|file| {
            Some(RemoteFile {
                url: web(file["url"].as_str()?, base)?,
                mime: file["mime_type"].as_str().map(kind_of),
                length: file["size_in_bytes"].as_u64().filter(|&length| length > 0),
            })
        });
        let authors = [&item["author"]]
            .into_iter()
            .chain(item["authors"].as_array().into_iter().flatten());
        Item {
            piece: Piece::Json(Value::Object(alone).to_string()),
            enclosure: files.into_iter().find(plays),
            seconds: attachments
                .filter_map(|file| file["duration_in_seconds"].as_f64())
                .find_map(|seconds| duration::seconds(&format!("{}", seconds as u64))),
            people: authors
                .filter_map(|author| person(author["name"].as_str()?))
                .take(MOST_PEOPLE)
                .collect(),
            picture: item["image"].as_str().and_then(|image| web(image, base)),
            language: item["language"].as_str().map(str::to_owned),
            base: Some(base.clone()),
            ..Item::default()
        }
    }

    /// What the item says of itself, or in a word why it cannot be read.
    pub(super) fn found(
        self,
        entry: &Entry,
        source: &Arc<Source>,
        language: Option<&str>,
    ) -> Result<Found, String> {
        let base = self.base.as_ref().ok_or("it has no address")?;
        let link = entry
            .links
            .iter()
            .filter(|link| link.rel.as_deref().is_none_or(|rel| rel == "alternate"));
        let link = link
            .filter(|link| !link.href.is_empty())
            .find_map(|link| web(&link.href, base));
        let title = words(&entry.title, MOST_LINE).or(self.title);
        let published_on = day(entry);
        let guid = Some(cut(entry.id.trim(), MOST_LINE)).filter(|id| !id.is_empty());
        let content = entry
            .content
            .as_ref()
            .and_then(|content| content.body.as_deref());
        let content = text(content.map(|html| cut(&html::plain(html), MOST_DESCRIPTION)));
        let summary = words(&entry.summary, MOST_DESCRIPTION).or(content);
        let guid = guid
            .or_else(|| link.clone())
            .or_else(|| self.enclosure.as_ref().map(|file| file.url.clone()))
            .or_else(|| Some(hash(title.as_deref().or(summary.as_deref())?, published_on)))
            .ok_or("it has neither id nor link nor words")?;
        let canonical = link.or_else(|| self.enclosure.as_ref().map(|file| file.url.clone()));
        let is_article = source.provider == "journal";
        let people: Vec<String> = match (is_article, self.people.as_slice()) {
            // Open Journal Systems puts all authors into one element.
            (true, [all]) => all
                .split([',', ';'])
                .map(|name| name.trim().to_owned())
                .filter(|n| !n.is_empty())
                .collect(),
            (_, people) => people
                .iter()
                .filter(|name| Some(*name) != self.author.as_ref())
                .cloned()
                .collect(),
        };
        Ok(Found {
            canonical: canonical.unwrap_or_else(|| {
                source
                    .link
                    .clone()
                    .unwrap_or_else(|| source.address.clone())
            }),
            origin: "feed".into(),
            kind: if is_article { "article" } else { "audio" }.into(),
            title,
            description: summary
                .or_else(|| self.summary.map(|summary| cut(&summary, MOST_DESCRIPTION))),
            author: self.author.or_else(|| Some(source.title.clone())),
            author_url: source.link.clone(),
            duration_s: self.seconds,
            published_on,
            language: self.language.as_deref().or(language).and_then(tag),
            licence: self.licence,
            picture: self.picture.map(|url| RemotePicture { url, expires: true }),
            guid: Some(guid),
            people,
            enclosure: self.enclosure,
            citation: self
                .citation
                .map(|rest| format!("{}, {rest}", source.title)),
            source: Some(source.clone()),
            ..Found::default()
        })
    }
}

/// A person's name; of `me@talk.example (A Name)` the name, of an address alone nothing.
fn person(said: &str) -> Option<String> {
    let said = html::plain(said);
    let said = match said.split_once('(') {
        Some((front, name)) if front.contains('@') => {
            name.split(')').next().unwrap_or_default().to_owned()
        }
        _ => said.split('<').next().unwrap_or_default().to_owned(),
    };
    text(Some(cut(&said, 200))).filter(|name| !name.contains('@'))
}

/// What PRISM says of where an article stands: `Vol. 3 No. 2 (2008), 1-12`.
fn citation(item: &Element) -> Option<String> {
    let said = |name| text(item.text_of(Space::Prism, name).map(|said| cut(&said, 100)));
    let volume = said("volume").map(|volume| format!("Vol. {volume}"));
    let number = said("number").map(|number| format!("No. {number}"));
    let year = said("publicationdate").and_then(|day| day.get(..4).map(|year| format!("({year})")));
    let front: Vec<String> = [volume, number, year].into_iter().flatten().collect();
    let pages = match (said("startingpage"), said("endingpage")) {
        (Some(first), Some(last)) => Some(format!("{first}-{last}")),
        (first, _) => first,
    };
    let all: Vec<String> = [
        Some(front.join(" ")).filter(|front| !front.is_empty()),
        pages,
    ]
    .into_iter()
    .flatten()
    .collect();
    (!all.is_empty()).then(|| all.join(", "))
}

fn words(said: &Option<Text>, most: usize) -> Option<String> {
    text(
        said.as_ref()
            .map(|said| cut(&html::plain(&said.content), most)),
    )
}

/// The day that it was published, or changed.
fn day(entry: &Entry) -> Option<Date> {
    let at = entry.published.or(entry.updated)?.timestamp();
    let at = jiff::Timestamp::from_second(at).ok()?;
    Some(at.to_zoned_datetime(jiff::tz::TimeZone::UTC).date())
}

/// What can be a BCP 47 tag: `en-US`, also of `en_us`.
fn tag(said: &str) -> Option<String> {
    let tag = said.trim().replace('_', "-");
    let parts = || tag.split('-');
    let is_part = |part: &str| {
        (1..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric())
    };
    let first = parts().next().unwrap_or_default();
    let is_tag = parts().all(is_part) && (2..=3).contains(&first.len()) && tag.len() <= 35;
    is_tag.then_some(tag)
}

fn hash(words: &str, day: Option<Date>) -> String {
    let day = day.map(|day| day.to_string()).unwrap_or_default();
    let hash = Sha256::digest(format!("{words}\n{day}"));
    format!("hash:{}", hex(&hash[..16]))
}
