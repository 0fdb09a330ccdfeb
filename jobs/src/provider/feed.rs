//! Feeds: RSS, Atom and JSON Feed, as feed-rs reads them, once their bytes are what they say they are.

use super::flickr::plain;
use super::{Found, Proposals, Proposed, RemoteFile, Source, text};
use crate::{Code, StepError};
use encoding_rs::Encoding;
use feed_rs::model::{Entry, Feed, Text};
use jiff::civil::Date;
use scraper::{Html, Selector};
use std::io::Read;
use url::Url;

/// Things of one source kept at most.
pub(super) const MOST_ITEMS: usize = 1000;
/// How many of those that speak of groups are shown first.
const SUGGESTED: usize = 5;
/// Bytes of a feed that was compressed twice.
const MOST_OPENED: u64 = 16 << 20;

/// Reads a feed's bytes; asks nobody. Items without a sound or article data are left out, each with its reason.
///
/// # Errors
/// `ProviderReply` where it cannot be read at all.
pub fn read(
    bytes: &[u8],
    content_type: Option<&str>,
    address: &Url,
) -> Result<Proposals, StepError> {
    let feed = parse(bytes, content_type, address)?;
    let source = Source {
        provider: "podcast".into(),
        address: address.to_string(),
        title: words(&feed.title).unwrap_or_else(|| address.host_str().unwrap_or_default().into()),
        link: feed.links.iter().find_map(|link| page(&link.href, address)),
        author: text(feed.authors.first().and_then(|author| author.name.clone())),
    };
    let mut skipped = Vec::new();
    let mut found = Vec::new();
    for (number, entry) in feed.entries.iter().enumerate() {
        let title = words(&entry.title).unwrap_or_else(|| entry.id.clone());
        if number >= MOST_ITEMS {
            skipped.push(format!("{title}: beyond the first {MOST_ITEMS}"));
            continue;
        }
        match item(entry, &feed, &source, address) {
            Some(item) => found.push(item),
            None => skipped.push(format!("{title}: it carries no sound")),
        }
    }
    Ok(Proposals {
        source,
        items: in_order(found),
        skipped,
    })
}

/// The items that a feed holds, whatever they carry.
///
/// # Errors
/// `ProviderReply` where it cannot be read at all.
pub fn parse(bytes: &[u8], content_type: Option<&str>, address: &Url) -> Result<Feed, StepError> {
    let text = mended(&decoded(&opened(bytes)?, content_type));
    feed_rs::parser::Builder::new()
        .base_uri(Some(address.as_str()))
        .build()
        .parse(text.as_bytes())
        .map_err(|error| {
            StepError::fail(
                Code::ProviderReply,
                format!("the feed cannot be read: {error}"),
            )
        })
}

/// The newest five that speak of groups first, then the rest, newest first.
pub(super) fn in_order(mut found: Vec<Found>) -> Vec<Proposed> {
    found.sort_by_key(|found| std::cmp::Reverse(found.published_on));
    let mut left = SUGGESTED;
    let proposed = found.into_iter().map(|found| {
        let suggested = left > 0 && speaks_of_groups(&found);
        left -= usize::from(suggested);
        Proposed { found, suggested }
    });
    let mut proposed: Vec<Proposed> = proposed.collect();
    proposed.sort_by_key(|proposed| !proposed.suggested);
    proposed
}

/// Whether a title or summary speaks of groups that meet, in words of several languages.
pub fn speaks_of_groups(found: &Found) -> bool {
    const WORDS: &[&str] = &[
        "user group",
        "user groups",
        "usergroup",
        "usergroups",
        "meetup",
        "meetups",
        "meet-up",
        "organizer",
        "organizers",
        "organiser",
        "organisers",
        "pug",
        "pugs",
        "local group",
        "chapter",
        "stammtisch",
        "grupo de usuarios",
        "grupo de usuários",
        "groupe d'utilisateurs",
        "gruppo utenti",
        "сообщество",
    ];
    let said = [&found.title, &found.description];
    let said = said.into_iter().flatten().map(|text| text.to_lowercase());
    let said = said.collect::<Vec<_>>().join("\n").replace('’', "'");
    WORDS.iter().any(|word| {
        let mut at = said.match_indices(word);
        at.any(|(at, _)| {
            let (before, after) = (&said[..at], &said[at + word.len()..]);
            let joins = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            !joins(before.chars().next_back()) && !joins(after.chars().next())
        })
    })
}

/// The feed that a page names for programs.
pub(super) fn named(html: &str, page: &Url) -> Option<Url> {
    let links = Selector::parse("link[rel~=alternate][href]").ok()?;
    let html = Html::parse_document(html);
    let mut links = html.select(&links).map(|link| link.value());
    let link = links.find(|link| {
        let kind = link.attr("type").unwrap_or_default();
        [
            "application/rss+xml",
            "application/atom+xml",
            "application/feed+json",
        ]
        .contains(&kind)
    })?;
    page.join(link.attr("href")?)
        .ok()
        .filter(|url| ["http", "https"].contains(&url.scheme()))
}

fn item(entry: &Entry, feed: &Feed, source: &Source, address: &Url) -> Option<Found> {
    let contents = entry.media.iter().flat_map(|media| &media.content);
    let mut sounds = contents.filter(|content| {
        let kind = content.content_type.as_ref().map(|kind| kind.to_string());
        let kind = kind.unwrap_or_default();
        let path = content
            .url
            .as_ref()
            .map_or("", Url::path)
            .to_ascii_lowercase();
        let ending = [".mp3", ".m4a", ".ogg", ".opus", ".mp4", ".m4v"]
            .iter()
            .any(|e| path.ends_with(e));
        kind.starts_with("audio/") || kind.starts_with("video/") || kind.is_empty() && ending
    });
    let sound = sounds.next()?;
    let url = page(sound.url.as_ref()?.as_str(), address)?;
    let link = entry
        .links
        .iter()
        .find_map(|link| page(&link.href, address));
    let summary = words(&entry.summary)
        .or_else(|| text(entry.content.as_ref()?.body.as_deref().map(unescaped)))
        .or_else(|| {
            entry
                .media
                .iter()
                .find_map(|media| words(&media.description))
        });
    let length = entry
        .media
        .iter()
        .find_map(|media| media.duration)
        .or(sound.duration);
    let people = entry.authors.iter().map(|author| author.name.clone());
    Some(Found {
        canonical: link.unwrap_or_else(|| url.clone()),
        origin: "feed".into(),
        kind: "audio".into(),
        title: words(&entry.title),
        description: summary,
        author: Some(source.title.clone()),
        author_url: source.link.clone(),
        duration_s: length
            .map(|length| length.as_secs())
            .filter(|&seconds| seconds > 0),
        published_on: entry
            .published
            .or(entry.updated)
            .and_then(|at| day(at.timestamp())),
        language: entry.language.clone().or_else(|| feed.language.clone()),
        guid: Some(entry.id.clone()),
        people: people.filter_map(text).collect(),
        enclosure: Some(RemoteFile {
            url,
            mime: sound.content_type.as_ref().map(|kind| kind.to_string()),
            length: sound.size.filter(|&size| size > 0),
        }),
        source: Some(source.clone()),
        ..Found::default()
    })
}

fn day(seconds: i64) -> Option<Date> {
    let at = jiff::Timestamp::from_second(seconds).ok()?;
    Some(at.to_zoned_datetime(jiff::tz::TimeZone::UTC).date())
}

/// An address that a page may link to.
fn page(address: &str, base: &Url) -> Option<String> {
    let url = base.join(address).ok()?;
    ["http", "https"]
        .contains(&url.scheme())
        .then(|| url.into())
}

fn words(said: &Option<Text>) -> Option<String> {
    text(said.as_ref().map(|said| unescaped(&said.content)))
}

/// HTML, often escaped twice, as plain text.
pub(super) fn unescaped(html: &str) -> String {
    plain(&plain(html))
}

/// A feed that is gzip although its name says XML.
fn opened(bytes: &[u8]) -> Result<Vec<u8>, StepError> {
    if !bytes.starts_with(b"\x1f\x8b") {
        return Ok(bytes.to_vec());
    }
    let mut opened = Vec::new();
    let mut decoder = flate2::read::GzDecoder::new(bytes).take(MOST_OPENED + 1);
    decoder.read_to_end(&mut opened).map_err(|error| {
        StepError::fail(
            Code::ProviderReply,
            format!("the feed is broken gzip: {error}"),
        )
    })?;
    match opened.len() as u64 > MOST_OPENED {
        true => Err(StepError::fail(
            Code::TooLarge,
            "the feed opens to more than we take",
        )),
        false => Ok(opened),
    }
}

/// As text: by its byte order mark, its declaration, its header, else UTF-8 or what it can only be.
fn decoded(bytes: &[u8], content_type: Option<&str>) -> String {
    let label =
        |text: &str| Encoding::for_label(text.trim_matches(['"', '\'', ' ', ';']).as_bytes());
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(256)]).into_owned();
    let declared = head
        .split_once("encoding=")
        .and_then(|(_, rest)| label(rest.split(['?', '>']).next()?.split_whitespace().next()?));
    let sent = content_type
        .and_then(|kind| kind.split_once("charset="))
        .and_then(|(_, name)| label(name));
    let encoding = Encoding::for_bom(bytes)
        .map(|(encoding, _)| encoding)
        .or(declared)
        .or(sent)
        .unwrap_or(encoding_rs::UTF_8);
    let (text, _, broken) = encoding.decode(bytes);
    if broken && encoding == encoding_rs::UTF_8 {
        return encoding_rs::WINDOWS_1252.decode(bytes).0.into_owned();
    }
    text.into_owned()
}

/// The feed's own element, whatever stands around it: a declaration that is no longer true, a DOCTYPE with
/// entities that nobody shall open, a page's HTML. RSS gets the version and loses the namespace that hide it.
fn rooted(text: &str) -> String {
    let lower = text.to_ascii_lowercase();
    let root = ["rss", "feed", "rdf:rdf"].into_iter().find_map(|name| {
        let begin = lower.find(&format!("<{name}"))?;
        Some((name, begin))
    });
    let Some((name, begin)) = root else {
        return text.to_owned(); // JSON, or nothing that a reader knows
    };
    let close = format!("</{name}>");
    let end = lower
        .rfind(&close)
        .map_or(text.len(), |at| at + close.len());
    let text = text.get(begin..end).unwrap_or(text);
    let (open, rest) = text.split_once('>').unwrap_or((text, ""));
    if name != "rss" {
        return text.to_owned();
    }
    let open = open.replace("xmlns=\"http://backend.userland.com/rss2\"", "");
    let version = if open.contains("version") {
        ""
    } else {
        " version=\"2.0\""
    };
    format!("{open}{version}>{rest}")
}

/// Without what a strict reader stumbles over: what stands around the feed, control characters, and entities that only HTML knows.
fn mended(text: &str) -> String {
    let text = rooted(text.trim_start_matches('\u{feff}').trim_start());
    let allowed = |c: &char| !c.is_control() || matches!(c, '\n' | '\t' | '\r');
    let text: String = text.chars().filter(allowed).collect();
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let name = rest[1..].split(';').next().unwrap_or_default();
        let known = ["amp", "lt", "gt", "quot", "apos"].contains(&name);
        let number = name.strip_prefix('#').is_some_and(|number| {
            !number.is_empty() && number.chars().all(|c| c.is_ascii_alphanumeric())
        });
        let ends = rest.len() > name.len() + 1;
        if ends && (known || number) {
            out.push('&');
        } else {
            out.push_str("&amp;");
        }
        rest = &rest[1..];
    }
    out.push_str(rest);
    out
}
