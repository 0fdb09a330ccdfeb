//! Atom, RFC 4287; and its elements where they stand in RSS.

mod entry;
mod text;

use super::element::Element;
use super::feed::Feed;
use super::ledger::Ledger;
use super::rss::{self, trimmed};
use super::rule::atom as rule;
use super::standard::Standard;
use super::tag::Tag;
use super::value::{address, date, is_email, is_media_type, number};

/// Holds an element of Atom to its rules.
pub(super) fn check<'a>(element: &Element<'_, 'a>, feed: &mut Feed<'a>, ledger: &mut Ledger<'a>) {
    if !ledger.holds(Standard::Atom) {
        if element.tag == Tag::AtomLink {
            rss::atom_link(element, ledger);
        }
        return;
    }
    let (at, value) = (element.at, element.value());
    match element.tag {
        Tag::AtomFeed => whole(element, feed, ledger),
        Tag::Entry => entry::whole(element, feed, ledger),
        Tag::AtomId => {
            if !address::is_absolute(value) {
                ledger.fault_at(rule::ID_ABSOLUTE, at, value);
            }
            if element.parent == Tag::Entry {
                feed.item.id = Some(trimmed(element.text));
            }
        }
        Tag::Updated | Tag::Published => {
            if !date::is_rfc3339(value) {
                ledger.fault_at(rule::DATE, at, value);
            }
            if element.tag == Tag::Updated && element.parent == Tag::Entry {
                feed.item.updated = Some(trimmed(element.text));
            }
        }
        Tag::AtomAuthor | Tag::Contributor => {
            if !element.seen.has(Tag::PersonName) {
                ledger.fault_at(rule::PERSON, at, "");
            }
            feed.has_author |= element.tag == Tag::AtomAuthor && element.parent == Tag::AtomFeed;
        }
        Tag::PersonEmail if !is_email(value) || value.contains(' ') => {
            ledger.fault_at(rule::EMAIL, at, value);
        }
        Tag::AtomCategory if element.raw("term").is_none() => {
            ledger.fault_at(rule::CATEGORY, at, "");
        }
        Tag::AtomLink => link(element, feed, ledger),
        Tag::AtomTitle | Tag::Subtitle | Tag::Summary | Tag::Rights => {
            text::construct(element, ledger);
        }
        Tag::AtomContent => text::content(element, feed, ledger),
        _ => {}
    }
}

/// What a feed has to hold; what it lacks of authors its entries may have.
fn whole<'a>(element: &Element<'_, 'a>, feed: &mut Feed<'a>, ledger: &mut Ledger<'a>) {
    needs(element, ledger);
    if feed.self_link.is_none() {
        ledger.fault_at(rule::SELF_LINK, element.at, "");
    }
    if feed.has_author {
        return;
    }
    for (at, number) in std::mem::take(&mut feed.authorless) {
        ledger.fault_below(rule::AUTHOR, at, &format!("entry[{number}]"), "");
    }
}

/// What feeds and entries have both.
fn needs(element: &Element<'_, '_>, ledger: &mut Ledger<'_>) {
    let needed = [
        (Tag::AtomId, rule::ID),
        (Tag::AtomTitle, rule::TITLE),
        (Tag::Updated, rule::UPDATED),
    ];
    for (_, rule) in needed
        .into_iter()
        .filter(|needed| !element.seen.has(needed.0))
    {
        ledger.fault_at(rule, element.at, "");
    }
}

fn link<'a>(element: &Element<'_, 'a>, feed: &mut Feed<'a>, ledger: &mut Ledger<'a>) {
    let at = element.at;
    if element.attribute("href").is_none() {
        ledger.fault_at(rule::LINK, at, "");
    }
    let kind = element.attribute("type").unwrap_or_default();
    if !kind.is_empty() && !is_media_type(kind) {
        ledger.fault_at(rule::LINK_TYPE, at, kind);
    }
    let length = element.attribute("length");
    if let Some(length) = length.filter(|length| !number::is_whole(length)) {
        ledger.fault_at(rule::LINK_LENGTH, at, length);
    }
    let rel = element.attribute("rel").unwrap_or("alternate");
    if rel == "alternate" && element.parent == Tag::Entry {
        entry::alternate(element, feed, ledger);
    }
}
