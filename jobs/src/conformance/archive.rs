//! Feeds in several documents, RFC 5005.

use super::element::Element;
use super::feed::{Feed, Page};
use super::ledger::Ledger;
use super::rss::trimmed;
use super::rule::archive as rule;
use super::tag::Tag;

/// Relations between the documents of one feed.
const PAGES: &[&str] = &[
    "first",
    "last",
    "next",
    "previous",
    "prev-archive",
    "next-archive",
    "current",
];
/// Links of a head that are remembered.
const MOST_PAGES: usize = 64;

/// Takes links as they come; at the end of a feed's head, tells whether they fit together.
pub(super) fn check<'a>(element: &Element<'_, 'a>, feed: &mut Feed<'a>, ledger: &mut Ledger<'a>) {
    match element.tag {
        Tag::AtomLink if matches!(element.parent, Tag::Channel | Tag::AtomFeed) => {
            link(element, feed, ledger);
        }
        Tag::Channel | Tag::AtomFeed => whole(element, feed, ledger),
        _ => {}
    }
}

fn link<'a>(element: &Element<'_, 'a>, feed: &mut Feed<'a>, ledger: &mut Ledger<'a>) {
    let (Some(rel), Some(href)) = (element.raw("rel"), element.raw("href")) else {
        return;
    };
    match rel.trim() {
        "self" => feed.self_link = feed.self_link.take().or_else(|| Some(trimmed(href))),
        "prev" => ledger.fault_at(rule::RELATION, element.at, "prev"),
        page if PAGES.contains(&page) => {
            if feed.pages.iter().any(|known| known.rel == page) {
                ledger.fault_at(rule::TWICE, element.at, page);
            } else if feed.pages.len() < MOST_PAGES {
                feed.pages.push(Page {
                    rel: trimmed(rel),
                    href: trimmed(href),
                    at: element.at,
                });
            }
        }
        _ => {}
    }
}

fn whole<'a>(element: &Element<'_, 'a>, feed: &mut Feed<'a>, ledger: &mut Ledger<'a>) {
    let has = |rel: &str| feed.pages.iter().any(|page| page.rel == rel);
    let link = match element.tag {
        Tag::AtomFeed => "link",
        _ => "atom:link",
    };
    let is_archive = element.seen.has(Tag::HistoryArchive);
    if element.seen.has(Tag::HistoryComplete)
        && let Some(page) = feed.pages.first()
    {
        ledger.fault_below(rule::COMPLETE, page.at, link, &page.rel);
    }
    if is_archive && !has("current") {
        ledger.fault_at(rule::CURRENT, element.at, "");
    }
    if !is_archive && has("next-archive") {
        ledger.fault_at(rule::FLAG, element.at, "");
    }
    let onward = ["next", "previous", "prev-archive", "next-archive"];
    for page in feed
        .pages
        .iter()
        .filter(|page| onward.contains(&&*page.rel))
    {
        if feed.self_link.as_ref() == Some(&page.href) {
            ledger.fault_below(rule::LOOP, page.at, link, &page.rel);
        }
    }
}
