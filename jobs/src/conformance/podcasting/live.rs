//! Live episodes, and where people talk about them.

use super::{needs, rule};
use crate::conformance::element::Element;
use crate::conformance::ledger::Ledger;
use crate::conformance::tag::Tag;
use crate::conformance::value::date::is_iso8601;
use crate::conformance::value::number::is_whole;

pub(super) fn check(element: &Element<'_, '_>, ledger: &mut Ledger<'_>) {
    let at = element.at;
    match element.tag {
        Tag::LiveItem => live(element, ledger),
        Tag::SocialInteract => {
            let protocol = element.attribute("protocol");
            if protocol != Some("disabled") {
                needs(element, &["protocol", "uri"], rule::SOCIAL, ledger);
            }
            let priority = element.attribute("priority");
            if let Some(priority) = priority.filter(|priority| !is_whole(priority)) {
                ledger.fault_at(rule::SOCIAL, at, priority);
            }
        }
        Tag::Chat => needs(element, &["server", "protocol"], rule::CHAT, ledger),
        _ => {
            let uses = element.attribute("usesPodping").unwrap_or_default();
            if !matches!(uses, "true" | "false") {
                ledger.fault_at(rule::PODPING, at, uses);
            }
        }
    }
}

fn live(element: &Element<'_, '_>, ledger: &mut Ledger<'_>) {
    let status = element.attribute("status").unwrap_or_default();
    if !matches!(status, "pending" | "live" | "ended") {
        ledger.fault_at(rule::LIVE, element.at, status);
    }
    let start = element.attribute("start").unwrap_or_default();
    let end = element.attribute("end");
    let wrong = [Some(start), end].into_iter().flatten();
    if let Some(wrong) = wrong.into_iter().find(|time| !is_iso8601(time)) {
        ledger.fault_at(rule::LIVE_TIME, element.at, wrong);
    }
    if !element.seen.has(Tag::ContentLink) {
        ledger.fault_at(rule::LIVE_LINK, element.at, "");
    }
}
