//! What PSP-1 asks of an episode.

use super::rule;
use crate::conformance::element::Element;
use crate::conformance::feed::Feed;
use crate::conformance::ledger::Ledger;
use crate::conformance::tag::Tag;
use crate::conformance::value::{address, number};

/// Episodes without a number that are remembered, for the case that the show is serial.
const MOST_UNNUMBERED: usize = 1000;

/// The media types and the endings of their files. The specification's first version has the `x-` types, Apple's page
/// too; its newer one has those without.
const FILES: &[(&str, &str)] = &[
    ("audio/mpeg", "mp3"),
    ("audio/x-m4a", "m4a"),
    ("audio/m4a", "m4a"),
    ("video/mp4", "mp4"),
    ("video/x-m4v", "m4v"),
    ("video/m4v", "m4v"),
    ("video/quicktime", "mov"),
];

/// What an episode has to hold, and what it should.
pub(super) fn whole<'a>(element: &Element<'_, 'a>, feed: &mut Feed<'a>, ledger: &mut Ledger<'a>) {
    let needed = [
        (Tag::Title, rule::ITEM_TITLE),
        (Tag::Enclosure, rule::ITEM_ENCLOSURE),
        (Tag::Guid, rule::ITEM_GUID),
        (Tag::Link, rule::ITEM_LINK),
        (Tag::PubDate, rule::ITEM_DATE),
        (Tag::Description, rule::ITEM_DESCRIPTION),
        (Tag::Duration, rule::ITEM_DURATION),
        (Tag::ItunesImage, rule::ITEM_IMAGE),
        (Tag::Explicit, rule::ITEM_EXPLICIT),
        (Tag::Transcript, rule::ITEM_TRANSCRIPT),
    ];
    for (_, rule) in needed
        .into_iter()
        .filter(|needed| !element.seen.has(needed.0))
    {
        ledger.fault_at(rule, element.at, "");
    }
    if !element.seen.has(Tag::Episode) && feed.unnumbered.len() < MOST_UNNUMBERED {
        feed.unnumbered.push((element.at, feed.item.number));
    }
}

/// The episode's file: one that every client plays, under its own ending, and not of no length.
pub(super) fn enclosure(element: &Element<'_, '_>, ledger: &mut Ledger<'_>) {
    let kind = element.attribute("type").unwrap_or_default();
    let url = element.attribute("url").unwrap_or_default();
    let known = FILES.iter().find(|file| file.0.eq_ignore_ascii_case(kind));
    match known {
        None if !kind.is_empty() => ledger.fault_at(rule::ENCLOSURE_TYPE, element.at, kind),
        Some((_, ending)) if !url.is_empty() && address::ending(url) != *ending => {
            ledger.fault_at(rule::ENCLOSURE_ENDING, element.at, url);
        }
        _ => {}
    }
    let length = element.attribute("length").unwrap_or_default();
    if number::is_whole(length) && !number::is_positive(length) {
        ledger.fault_at(rule::ENCLOSURE_LENGTH, element.at, length);
    }
}

/// Seconds; what is no length at all is Apple's fault to find.
pub(super) fn duration(element: &Element<'_, '_>, ledger: &mut Ledger<'_>) {
    let value = element.value();
    if number::is_clock(value) {
        ledger.fault_at(rule::DURATION, element.at, value);
    }
}
