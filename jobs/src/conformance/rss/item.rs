//! Items and what they carry.

use super::rule;
use crate::conformance::Text;
use crate::conformance::element::Element;
use crate::conformance::feed::Feed;
use crate::conformance::ledger::Ledger;
use crate::conformance::standard::Standard;
use crate::conformance::tag::Tag;
use crate::conformance::value::{address, is_media_type, number};
use std::borrow::Cow;

/// What an item has to hold.
pub(super) fn whole<'a>(element: &Element<'_, 'a>, feed: &mut Feed<'a>, ledger: &mut Ledger<'a>) {
    if !element.seen.has(Tag::Title) && !element.seen.has(Tag::Description) {
        ledger.fault_at(rule::ITEM, element.at, "");
    }
    // PSP-1 asks for the same, and more strictly.
    if !element.seen.has(Tag::Guid) && !ledger.holds(Standard::Psp1) {
        ledger.fault_at(rule::ITEM_GUID, element.at, "");
    }
    if feed.item.enclosures > 1 {
        let count = feed.item.enclosures.to_string();
        ledger.fault_at(rule::ENCLOSURE_MANY, element.at, &count);
    }
}

/// An item's name for ever.
pub(super) fn guid<'a>(element: &Element<'_, 'a>, feed: &mut Feed<'a>, ledger: &mut Ledger<'a>) {
    let value = element.value();
    let permanent = element.attribute("isPermaLink");
    if let Some(other) = permanent.filter(|said| !matches!(*said, "true" | "false")) {
        ledger.fault_at(rule::GUID_ATTRIBUTE, element.at, other);
    } else if permanent != Some("false") && !value.is_empty() && !address::is_web(value) {
        ledger.fault_at(rule::GUID_PERMALINK, element.at, value);
    }
    if !value.is_empty() && !feed.guids.insert(trimmed(element.text)) {
        ledger.fault_at(rule::GUID_TWICE, element.at, value);
    }
}

/// The file that an item carries.
pub(super) fn enclosure<'a>(
    element: &Element<'_, 'a>,
    feed: &mut Feed<'a>,
    ledger: &mut Ledger<'a>,
) {
    feed.item.enclosures += 1;
    if let Some(missing) = element.lacks(&["url", "length", "type"]) {
        ledger.fault_at(rule::ENCLOSURE, element.at, missing);
    }
    let held = |name| element.attribute(name);
    if let Some(length) = held("length").filter(|length| !number::is_whole(length)) {
        ledger.fault_at(rule::ENCLOSURE_LENGTH, element.at, length);
    }
    if let Some(kind) = held("type").filter(|kind| !is_media_type(kind)) {
        ledger.fault_at(rule::ENCLOSURE_TYPE, element.at, kind);
    }
    if let Some(url) = held("url").filter(|url| !address::is_web(url)) {
        ledger.fault_at(rule::ENCLOSURE_ADDRESS, element.at, url);
    }
}

/// The feed that an item comes from.
pub(super) fn source(element: &Element<'_, '_>, ledger: &mut Ledger<'_>) {
    let url = element.attribute("url").unwrap_or_default();
    if !address::is_absolute(url) {
        ledger.fault_at(rule::SOURCE, element.at, url);
    }
}

/// A text without the space around it, borrowed where it was.
pub(in crate::conformance) fn trimmed<'a>(text: &Text<'a>) -> Text<'a> {
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
        Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
    }
}
