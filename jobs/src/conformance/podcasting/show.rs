//! What a show says of itself: its name for ever, its owner's wishes, its medium, its numbers.

use super::{needs, rule};
use crate::conformance::element::Element;
use crate::conformance::feed::Feed;
use crate::conformance::ledger::Ledger;
use crate::conformance::rss::trimmed;
use crate::conformance::tag::Tag;
use crate::conformance::value::date::is_iso8601;
use crate::conformance::value::number::{is_decimal, is_whole};
use crate::conformance::value::{is_email, is_uuid, recurrence};

const MEDIUMS: &[&str] = &[
    "podcast",
    "music",
    "video",
    "film",
    "audiobook",
    "newsletter",
    "blog",
    "publisher",
    "course",
];

/// Whether it is a medium or the list of one.
pub(super) fn is_medium(text: &str) -> bool {
    text == "mixed" || MEDIUMS.contains(&text.strip_suffix('L').unwrap_or(text))
}

pub(super) fn check<'a>(element: &Element<'_, 'a>, feed: &mut Feed<'a>, ledger: &mut Ledger<'a>) {
    let (at, value) = (element.at, element.value());
    let is_yes_or_no = matches!(value, "yes" | "no");
    match element.tag {
        Tag::PodcastGuid if !is_uuid(value) => ledger.fault_at(rule::GUID, at, value),
        Tag::PodcastGuid if value.as_bytes().get(14) != Some(&b'5') => {
            ledger.fault_at(rule::GUID_VERSION, at, value);
        }
        Tag::Locked => {
            if !is_yes_or_no {
                ledger.fault_at(rule::LOCKED, at, value);
            }
            let owner = element.attribute("owner").unwrap_or_default();
            if !is_email(owner) {
                ledger.fault_at(rule::LOCKED_OWNER, at, owner);
            }
        }
        Tag::PodcastBlock if !is_yes_or_no => ledger.fault_at(rule::BLOCK, at, value),
        Tag::Funding => needs(element, &["url"], rule::FUNDING, ledger),
        Tag::License => license(element, ledger),
        Tag::PodcastSeason if !is_whole(value) => ledger.fault_at(rule::SEASON, at, value),
        Tag::PodcastEpisode if !is_decimal(value) => ledger.fault_at(rule::EPISODE, at, value),
        Tag::UpdateFrequency => frequency(element, ledger),
        Tag::Medium => {
            if is_medium(value) {
                feed.medium = Some((trimmed(element.text), at));
            } else {
                ledger.fault_at(rule::MEDIUM, at, value);
            }
        }
        _ => {}
    }
}

/// What a medium asks of the feed around it.
pub(super) fn whole<'a>(element: &Element<'_, 'a>, feed: &mut Feed<'a>, ledger: &mut Ledger<'a>) {
    let Some((medium, at)) = &feed.medium else {
        return;
    };
    let is_list = medium == "mixed" || medium.ends_with('L');
    if is_list && (element.seen.has(Tag::Item) || element.seen.has(Tag::LiveItem)) {
        ledger.fault_below(rule::MEDIUM_LIST, *at, "podcast:medium", medium);
    }
    let is_bare = !element.seen.has(Tag::PodcastGuid) || !element.seen.has(Tag::RemoteItem);
    if medium == "publisher" && is_bare {
        ledger.fault_below(rule::MEDIUM_PUBLISHER, *at, "podcast:medium", medium);
    }
}

/// Licences that need no address, as everybody finds their text: those that the namespace lists, and Creative Commons'
/// and other public ones of the SPDX list.
fn is_public(name: &str) -> bool {
    const PUBLIC: &[&str] = &[
        "arr",
        "pod-v4v-1.0",
        "cc0-1.0",
        "cc-pddc",
        "pddl-1.0",
        "unlicense",
        "mit",
        "apache-2.0",
        "gfdl-1.3-or-later",
        "odbl-1.0",
        "fal-1.3",
    ];
    let name = name.to_ascii_lowercase();
    PUBLIC.contains(&name.as_str()) || name.starts_with("cc-by")
}

fn license(element: &Element<'_, '_>, ledger: &mut Ledger<'_>) {
    let value = element.value();
    if value.is_empty() {
        ledger.fault_at(rule::LICENSE, element.at, "");
    } else if !is_public(value) && element.attribute("url").is_none() {
        ledger.fault_at(rule::LICENSE_ADDRESS, element.at, value);
    }
}

fn frequency(element: &Element<'_, '_>, ledger: &mut Ledger<'_>) {
    let at = element.at;
    let complete = element.attribute("complete");
    if let Some(said) = complete.filter(|said| !matches!(*said, "true" | "false")) {
        ledger.fault_at(rule::UPDATE_COMPLETE, at, said);
    }
    let start = element.attribute("dtstart");
    if let Some(start) = start.filter(|start| !is_iso8601(start)) {
        ledger.fault_at(rule::UPDATE_START, at, start);
    }
    match element.attribute("rrule") {
        Some(text) if !recurrence::is_rule(text) => ledger.fault_at(rule::UPDATE_RULE, at, text),
        Some(text) if recurrence::counts(text) && start.is_none() => {
            ledger.fault_at(rule::UPDATE_COUNT, at, text);
        }
        None if complete != Some("true") => ledger.fault_at(rule::UPDATE_BARE, at, ""),
        _ => {}
    }
}
