//! Entries.

use super::rule;
use crate::conformance::element::Element;
use crate::conformance::feed::{Content, Feed};
use crate::conformance::ledger::Ledger;
use crate::conformance::rss::trimmed;
use crate::conformance::tag::Tag;

/// Entries without an author that are remembered, for the case that the feed has none either.
const MOST_AUTHORLESS: usize = 1000;
/// Alternate links of one entry that are compared.
const MOST_ALTERNATES: usize = 64;

/// What an entry has to hold, RFC 4287 section 4.1.2.
pub(super) fn whole<'a>(element: &Element<'_, 'a>, feed: &mut Feed<'a>, ledger: &mut Ledger<'a>) {
    super::needs(element, ledger);
    let item = std::mem::take(&mut feed.item);
    let has_source = element.seen.has(Tag::AtomSource);
    if !element.seen.has(Tag::AtomAuthor) && !has_source {
        if element.parent == Tag::Document {
            ledger.fault_at(rule::AUTHOR, element.at, "");
        } else if feed.authorless.len() < MOST_AUTHORLESS {
            feed.authorless.push((element.at, item.number));
        }
    }
    if !element.seen.has(Tag::AtomContent) && item.alternates.is_empty() {
        ledger.fault_at(rule::ENTRY_LINK, element.at, "");
    }
    if item.content == Content::Remote && !element.seen.has(Tag::Summary) {
        ledger.fault_at(rule::SUMMARY, element.at, "");
    }
    if let (Some(id), Some(updated)) = (item.id, item.updated) {
        let about = id.clone();
        if !feed.versions.insert((id, updated)) {
            ledger.fault_at(rule::ENTRY_TWICE, element.at, &about);
        }
    }
    // What Media RSS asks at the entry's end is asked after this.
    feed.item.playerless = item.playerless;
}

/// One page of a type and language is enough.
pub(super) fn alternate<'a>(
    element: &Element<'_, 'a>,
    feed: &mut Feed<'a>,
    ledger: &mut Ledger<'a>,
) {
    let said = |name| element.raw(name).map(trimmed).unwrap_or_default();
    let this = (said("type"), said("hreflang"));
    if feed.item.alternates.contains(&this) {
        let href = element.attribute("href").unwrap_or_default();
        ledger.fault_at(rule::ALTERNATE_TWICE, element.at, href);
    } else if feed.item.alternates.len() < MOST_ALTERNATES {
        feed.item.alternates.push(this);
    }
}
