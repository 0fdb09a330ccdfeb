//! Whether a document keeps to the standards of feeds: bytes in, a report out. No network, no clock.
//!
//! `bytes` makes text of the bytes, `walk` reads XML in one pass and hands each element, as it ends, to the rules of
//! each standard; `json` reads a JSON Feed. What they find goes to the `ledger`, which knows where it stands. The
//! rules themselves stand in `rule`, each with the page that it comes from.

mod apple;
mod archive;
mod atom;
mod bytes;
mod element;
mod feed;
mod json;
mod ledger;
mod media;
mod podcasting;
mod psp1;
mod report;
mod rss;
mod rule;
mod space;
mod standard;
mod tag;
mod value;
mod walk;

pub use report::{Fault, Kind, Report};
pub use rule::{RULES, Rule, Severity};
pub use standard::{Profile, Standard};

use ledger::Ledger;
use std::borrow::Cow;

/// Holds a document to the standards of a profile, and to those of the format that it is in.
pub fn check(bytes: &[u8], profile: &Profile) -> Report {
    if bytes.len() > profile.most_bytes {
        let mut ledger = Ledger::new("", profile);
        ledger.fault_at(rule::xml::TOO_LARGE, 0, &bytes.len().to_string());
        return ledger.report(Kind::Unknown);
    }
    let document = bytes::text(bytes);
    let text: &str = &document.text;
    let mut ledger = Ledger::new(text, profile);
    for (rule, at, about) in &document.faults {
        ledger.fault_at(*rule, *at, about);
    }
    match text.trim_start().starts_with('{') {
        true => json::check(text, ledger),
        false => walk::check(text, document.encoding.as_deref(), ledger),
    }
}

/// A part of a text that is held or borrowed.
type Text<'a> = Cow<'a, str>;
