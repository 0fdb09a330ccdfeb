//! Feeds: RSS, Atom and JSON Feed. Items are read by feed-rs in documents made of what the feed says there, so that
//! one that cannot be read never loses the others.

mod batch;
mod bytes;
mod channel;
mod document;
mod duration;
mod file;
mod groups;
mod item;
mod tree;
mod ttl;

use super::{Found, Proposals, Proposed, Source, text, web};
use crate::html;
use crate::{Code, StepError};
use channel::{generated_by_a_journal, of_channel};
use item::Item;
use scraper::{Html, Selector};
use serde_json::Value;
use std::borrow::Cow;
use std::collections::HashSet;
use std::panic;
use std::sync::Arc;
use tree::Space;
use url::Url;

pub(super) use bytes::text as decoded;
pub(super) use duration::seconds;
pub use groups::speaks_of_groups;
pub use ttl::ttl;

/// Items of one feed read at most.
const MOST_READ: usize = 10_000;
/// Things of one list or archive asked for in one go.
pub(super) const MOST_ITEMS: usize = 1000;
/// How many of those that speak of groups are shown first.
const SUGGESTED: usize = 5;

/// A feed, whatever its items carry.
#[derive(Debug, Default)]
pub struct Feed {
    /// The feed as it speaks of itself: `journal` where it carries a journal's articles, `podcast` where anything in
    /// it can be heard, else `blog`.
    pub source: Source,
    /// Its items, in its own order.
    pub items: Vec<Found>,
    /// Items that could not be read, each with its reason.
    pub skipped: Vec<String>,
}

/// What a feed proposes; asks nobody. Items of a show without a sound are left out, each with its reason.
///
/// # Errors
/// `ProviderReply` where it cannot be read at all.
pub fn read(
    bytes: &[u8],
    content_type: Option<&str>,
    address: &Url,
) -> Result<Proposals, StepError> {
    parse(bytes, content_type, address).map(propose)
}

/// What a feed that was read proposes.
pub(super) fn propose(feed: Feed) -> Proposals {
    let Feed {
        source,
        items,
        mut skipped,
    } = feed;
    let (kept, silent): (Vec<Found>, Vec<Found>) = items
        .into_iter()
        .partition(|found| found.kind == "article" || found.enclosure.is_some());
    skipped.extend(
        silent
            .iter()
            .map(|found| format!("{}: it carries no sound", named_by(found))),
    );
    Proposals {
        source,
        items: in_order(kept),
        skipped,
    }
}

/// The items that a feed holds; asks nobody.
///
/// # Errors
/// `ProviderReply` where it cannot be read at all, `TooLarge` where it opens to more than we take.
pub fn parse(bytes: &[u8], content_type: Option<&str>, address: &Url) -> Result<Feed, StepError> {
    let text = bytes::text(bytes, content_type)?;
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let feed = match text.starts_with('{') {
        true => of_json(text, address),
        false => of_xml(text, address),
    };
    feed.map(Feed::by_what_it_carries)
}

fn of_xml(xml: &str, address: &Url) -> Result<Feed, StepError> {
    let document = tree::read(xml);
    // Wherever it is: some feeds stand in a page's HTML.
    let root = document
        .first(&["rss", "rdf", "feed", "channel"])
        .ok_or_else(unreadable)?;
    let channel = root
        .elements()
        .find(|element| element.name == "channel")
        .unwrap_or(root);
    let items = root.within(&["item", "entry"]);
    let is_journal = generated_by_a_journal(channel)
        || [channel]
            .into_iter()
            .chain(items.iter().copied())
            .any(|one| one.elements().any(|e| e.space == Space::Prism));
    let source = Source {
        provider: if is_journal { "journal" } else { "podcast" }.into(),
        ..of_channel(channel, address)
    };
    let language = channel
        .text_of(Space::Plain, "language")
        .or_else(|| channel.text_of(Space::Dc, "language"))
        .map(Cow::into_owned)
        .or_else(|| root.attribute("xml:lang").map(str::to_owned));
    let base = [channel, root]
        .iter()
        .find_map(|element| address.join(element.attribute("xml:base")?).ok());
    let base = base.unwrap_or_else(|| address.clone());
    let mut feed = Feed {
        source,
        ..Feed::default()
    };
    feed.take(
        items.len(),
        items.iter().map(|element| Item::of_xml(element, &base)),
        language,
    );
    Ok(feed)
}

fn of_json(json: &str, address: &Url) -> Result<Feed, StepError> {
    let value: Value = serde_json::from_str(json).map_err(|_| unreadable())?;
    let is_feed = value["version"]
        .as_str()
        .is_some_and(|version| version.contains("jsonfeed.org/version/"));
    let items = value["items"]
        .as_array()
        .filter(|_| is_feed)
        .ok_or_else(unreadable)?;
    let said = |name: &str| text(value[name].as_str().map(html::plain));
    let author = [&value["author"], &value["authors"][0]]
        .into_iter()
        .find_map(|author| author["name"].as_str());
    let source = Source {
        provider: "podcast".into(),
        address: address.to_string(),
        title: said("title").unwrap_or_else(|| host(address)),
        link: value["home_page_url"]
            .as_str()
            .and_then(|link| web(link, address)),
        author: text(author.map(html::plain)),
    };
    let mut feed = Feed {
        source,
        ..Feed::default()
    };
    feed.take(
        items.len(),
        items.iter().map(|item| Item::of_json(item, address)),
        said("language"),
    );
    Ok(feed)
}

impl Feed {
    /// A feed in which nothing can be heard is a blog, and its items are articles.
    fn by_what_it_carries(mut self) -> Feed {
        let is_heard = self.items.iter().any(|found| found.enclosure.is_some());
        if self.source.provider == "podcast" && !is_heard {
            self.source.provider = "blog".into();
            let source = Arc::new(self.source.clone());
            for found in &mut self.items {
                found.kind = "article".into();
                found.source = Some(source.clone());
            }
        }
        self
    }

    /// Reads each item; what one of them breaks stays with it.
    fn take(&mut self, count: usize, items: impl Iterator<Item = Item>, language: Option<String>) {
        let mut seen = HashSet::new();
        let source = Arc::new(self.source.clone());
        let mut items = items.take(MOST_READ).peekable();
        let mut number = 0;
        while items.peek().is_some() {
            let some: Vec<Item> = items.by_ref().take(batch::MANY).collect();
            let entries = batch::entries(&some);
            for (item, entry) in some.into_iter().zip(entries) {
                number += 1;
                let reading = panic::AssertUnwindSafe(|| {
                    let found = item.found(&entry?, &source, language.as_deref())?;
                    told_apart(found, &mut seen)
                });
                let read = panic::catch_unwind(reading);
                match read.unwrap_or_else(|_| Err("its reader gave up".into())) {
                    Ok(found) => self.items.push(found),
                    Err(why) => self.skipped.push(format!("item {number}: {why}")),
                }
            }
        }
        if count > MOST_READ {
            self.skipped.push(format!(
                "{} more: only the first {MOST_READ} are read",
                count - MOST_READ
            ));
        }
    }
}

/// Two things under one guid are two things: the second is told apart by where it is.
fn told_apart(mut found: Found, seen: &mut HashSet<String>) -> Result<Found, String> {
    if let Some(guid) = &mut found.guid
        && !seen.insert(guid.clone())
    {
        let place = found
            .enclosure
            .as_ref()
            .map_or(&found.canonical, |file| &file.url);
        *guid = format!("{guid} {place}");
        if !seen.insert(guid.clone()) {
            return Err("it is there twice".into());
        }
    }
    Ok(found)
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

/// The feed that a page names for programs.
pub fn named(html: &str, page: &Url) -> Option<Url> {
    let links = Selector::parse("link[rel~=alternate][href]").ok()?;
    let html = Html::parse_document(&html::head(html));
    let mut links = html.select(&links).map(|link| link.value());
    let link = links.find(|link| {
        let kind = link
            .attr("type")
            .unwrap_or_default()
            .trim()
            .to_ascii_lowercase();
        [
            "application/rss+xml",
            "application/atom+xml",
            "application/feed+json",
        ]
        .contains(&kind.as_str())
    })?;
    Url::parse(&web(link.attr("href")?, page)?).ok()
}

fn host(address: &Url) -> String {
    address.host_str().unwrap_or_default().to_owned()
}

fn named_by(found: &Found) -> &str {
    found
        .title
        .as_deref()
        .or(found.guid.as_deref())
        .unwrap_or(&found.canonical)
}

fn unreadable() -> StepError {
    StepError::fail(
        Code::ProviderReply,
        "the feed cannot be read: it is neither RSS nor Atom nor JSON Feed",
    )
}
