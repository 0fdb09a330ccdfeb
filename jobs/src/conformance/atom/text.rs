//! Texts and contents.

use super::rule;
use crate::conformance::element::Element;
use crate::conformance::feed::{Content, Feed};
use crate::conformance::ledger::Ledger;
use crate::conformance::value::is_media_type;

/// A text construct, RFC 4287 section 3.1.
pub(super) fn construct(element: &Element<'_, '_>, ledger: &mut Ledger<'_>) {
    match element.attribute("type").unwrap_or("text") {
        "text" | "html" => {
            if element.children > 0 {
                ledger.fault_at(rule::TEXT_MARKUP, element.at, element.value());
            }
        }
        "xhtml" => division(element, ledger),
        other => ledger.fault_at(rule::TEXT_TYPE, element.at, other),
    }
}

/// An entry's content, RFC 4287 section 4.1.3.
pub(super) fn content<'a>(element: &Element<'_, 'a>, feed: &mut Feed<'a>, ledger: &mut Ledger<'a>) {
    let at = element.at;
    let kind = element.attribute("type");
    feed.item.content = Content::Inline;
    if element.raw("src").is_some() {
        feed.item.content = Content::Remote;
        if element.children > 0 || !element.value().is_empty() {
            ledger.fault_at(rule::CONTENT_SOURCE, at, element.value());
        }
        match kind {
            Some(kind) if is_media_type(kind) => {}
            other => ledger.fault_at(rule::CONTENT_SOURCE_TYPE, at, other.unwrap_or_default()),
        }
        return;
    }
    match kind.unwrap_or("text") {
        "text" | "html" => {
            if element.children > 0 {
                ledger.fault_at(rule::TEXT_MARKUP, at, element.value());
            }
        }
        "xhtml" => division(element, ledger),
        kind if !is_media_type(kind) || is_composite(kind) => {
            ledger.fault_at(rule::CONTENT_TYPE, at, kind);
        }
        kind => {
            let kind = kind.to_ascii_lowercase();
            let is_written =
                kind.starts_with("text/") || kind.ends_with("/xml") || kind.ends_with("+xml");
            // Anything else is base64.
            if !is_written {
                feed.item.content = Content::Remote;
            }
        }
    }
}

/// XHTML stands in one `div`.
fn division(element: &Element<'_, '_>, ledger: &mut Ledger<'_>) {
    if element.children != 1 || !element.value().is_empty() {
        ledger.fault_at(rule::XHTML, element.at, element.value());
    }
}

fn is_composite(kind: &str) -> bool {
    let kind = kind.to_ascii_lowercase();
    kind.starts_with("multipart/") || kind.starts_with("message/")
}
