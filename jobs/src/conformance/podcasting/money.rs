//! `podcast:value`: who is paid, and how.

use super::{needs, rule};
use crate::conformance::element::Element;
use crate::conformance::ledger::Ledger;
use crate::conformance::tag::Tag;
use crate::conformance::value::number::{is_decimal, is_whole};

pub(super) fn check(element: &Element<'_, '_>, ledger: &mut Ledger<'_>) {
    match element.tag {
        Tag::Value => {
            needs(element, &["type", "method"], rule::VALUE, ledger);
            if !element.seen.has(Tag::ValueRecipient) {
                ledger.fault_at(rule::VALUE_WHOM, element.at, "");
            }
        }
        Tag::ValueRecipient => {
            let needed = ["type", "address", "split"];
            needs(element, &needed, rule::VALUE_RECIPIENT, ledger);
            let split = element.attribute("split");
            if let Some(split) = split.filter(|split| !is_whole(split)) {
                ledger.fault_at(rule::VALUE_RECIPIENT, element.at, split);
            }
        }
        _ => {
            let times = ["startTime", "duration"];
            let lacking = times
                .iter()
                .find(|name| !element.attribute(name).is_some_and(is_decimal));
            // One or the other: its own recipients, or another feed's.
            let own = element.seen.has(Tag::ValueRecipient);
            let remote = element.seen.has(Tag::RemoteItem);
            if let Some(lacking) = lacking {
                ledger.fault_at(rule::VALUE_SPLIT, element.at, lacking);
            } else if own == remote {
                ledger.fault_at(rule::VALUE_SPLIT, element.at, "");
            }
        }
    }
}
