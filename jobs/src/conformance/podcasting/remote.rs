//! Other feeds that a feed points to: `podcast:remoteItem` and what holds it.

use super::rule;
use super::show::is_medium;
use crate::conformance::element::Element;
use crate::conformance::ledger::Ledger;
use crate::conformance::tag::Tag;
use crate::conformance::value::is_uuid;

pub(super) fn check(element: &Element<'_, '_>, ledger: &mut Ledger<'_>) {
    let at = element.at;
    match element.tag {
        Tag::RemoteItem => {
            let guid = element.attribute("feedGuid").unwrap_or_default();
            if !is_uuid(guid) {
                ledger.fault_at(rule::REMOTE, at, guid);
            }
            let medium = element.attribute("medium");
            if let Some(medium) = medium.filter(|medium| !is_medium(medium)) {
                ledger.fault_at(rule::REMOTE_MEDIUM, at, medium);
            }
            if element.parent == Tag::Publisher {
                if medium != Some("publisher") {
                    ledger.fault_at(rule::PUBLISHER, at, medium.unwrap_or_default());
                }
                if element.attribute("feedUrl").is_none() {
                    ledger.fault_at(rule::PUBLISHER_ADDRESS, at, "");
                }
            }
        }
        Tag::Podroll if !element.seen.has(Tag::RemoteItem) => {
            ledger.fault_at(rule::PODROLL, at, "");
        }
        Tag::Publisher if element.children != 1 || !element.seen.has(Tag::RemoteItem) => {
            ledger.fault_at(rule::PUBLISHER, at, "");
        }
        _ => {}
    }
}
