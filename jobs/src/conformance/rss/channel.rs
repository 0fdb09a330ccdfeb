//! The channel and what describes it.

use super::rule;
use crate::conformance::element::Element;
use crate::conformance::feed::Feed;
use crate::conformance::ledger::Ledger;
use crate::conformance::standard::Standard;
use crate::conformance::tag::Tag;
use crate::conformance::value::number::{is_positive, is_whole};

/// What a channel has to hold.
pub(super) fn whole(element: &Element<'_, '_>, feed: &Feed<'_>, ledger: &mut Ledger<'_>) {
    let needed = [
        (Tag::Title, rule::CHANNEL_TITLE),
        (Tag::Link, rule::CHANNEL_LINK),
        (Tag::Description, rule::CHANNEL_DESCRIPTION),
    ];
    for (_, rule) in needed
        .into_iter()
        .filter(|needed| !element.seen.has(needed.0))
    {
        ledger.fault_at(rule, element.at, "");
    }
    // PSP-1 asks for the same, and more strictly.
    if feed.self_link.is_none() && !ledger.holds(Standard::Psp1) {
        ledger.fault_at(rule::SELF_LINK, element.at, "");
    }
}

/// What a channel has to say, where it is there but says nothing.
pub(super) fn empty(element: &Element<'_, '_>, ledger: &mut Ledger<'_>) {
    let rule = match element.tag {
        Tag::Title => rule::CHANNEL_TITLE,
        Tag::Link => rule::CHANNEL_LINK,
        Tag::Description => rule::CHANNEL_DESCRIPTION,
        _ => return,
    };
    if element.parent == Tag::Channel && element.value().is_empty() {
        ledger.fault_at(rule, element.at, "");
    }
}

/// What a channel's picture, form or cloud has to hold.
pub(super) fn part(element: &Element<'_, '_>, ledger: &mut Ledger<'_>) {
    let lacks = |tags: &[(Tag, &'static str)]| {
        let missing = tags.iter().find(|(tag, _)| !element.seen.has(*tag));
        missing.map(|(_, name)| *name)
    };
    let value = element.value();
    match element.tag {
        Tag::Cloud => {
            let needed = ["domain", "port", "path", "registerProcedure", "protocol"];
            if let Some(missing) = element.lacks(&needed) {
                ledger.fault_at(rule::CLOUD, element.at, missing);
            } else if !element.attribute("port").is_some_and(is_positive) {
                ledger.fault_at(rule::CLOUD, element.at, "port");
            }
        }
        Tag::TextInput => {
            let missing = lacks(&[
                (Tag::Title, "title"),
                (Tag::Description, "description"),
                (Tag::InputName, "name"),
                (Tag::Link, "link"),
            ]);
            if let Some(missing) = missing {
                ledger.fault_at(rule::TEXT_INPUT, element.at, missing);
            }
        }
        Tag::Image => {
            let missing = lacks(&[
                (Tag::ImageUrl, "url"),
                (Tag::Title, "title"),
                (Tag::Link, "link"),
            ]);
            if let Some(missing) = missing {
                ledger.fault_at(rule::IMAGE, element.at, missing);
            }
        }
        Tag::Width | Tag::Height => {
            let most = if element.tag == Tag::Width { 144 } else { 400 };
            let is_size = value
                .parse::<u32>()
                .is_ok_and(|pixels| (1..=most).contains(&pixels));
            if !is_size || !is_whole(value) {
                ledger.fault_at(rule::IMAGE_SIZE, element.at, value);
            }
        }
        _ => {}
    }
}

const DAYS: &[&str] = &[
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

/// When a feed is worth asking.
pub(super) fn schedule(element: &Element<'_, '_>, ledger: &mut Ledger<'_>) {
    let value = element.value();
    let (is_right, rule) = match element.tag {
        Tag::Hour => {
            let hour = value.parse::<u8>().ok().filter(|_| is_whole(value));
            (hour.is_some_and(|hour| hour <= 23), rule::SKIP_HOUR)
        }
        Tag::Day => (DAYS.contains(&value), rule::SKIP_DAY),
        _ => (is_positive(value), rule::TTL),
    };
    if !is_right {
        ledger.fault_at(rule, element.at, value);
    }
}
