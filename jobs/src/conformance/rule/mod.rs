//! The rules, a file for each standard; each says what holds and the page that says so.

use super::standard::Standard;
use serde::Serialize;

/// One rule: what is asked is said in its doc comment, what to do in the catalogue under `conformance-<code>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its name, which stays.
    pub code: &'static str,
    /// Whose rule it is.
    pub standard: Standard,
    /// How much it asks.
    pub severity: Severity,
}

/// How much a rule asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// What breaks it is refused or lost somewhere.
    Must,
    /// What breaks it works, but less well.
    Should,
}

macro_rules! rules {
    ($standard:ident: $($(#[$doc:meta])* $name:ident $severity:ident $code:literal;)*) => {
        $(
            $(#[$doc])*
            pub(in crate::conformance) const $name: Rule = Rule {
                code: $code,
                standard: Standard::$standard,
                severity: Severity::$severity,
            };
        )*
        pub(super) const RULES: &[Rule] = &[$($name),*];
    };
}

pub(super) mod apple;
pub(super) mod archive;
pub(super) mod atom;
pub(super) mod json;
pub(super) mod media;
pub(super) mod podcasting;
pub(super) mod psp1;
pub(super) mod rss;
pub(super) mod xml;

const TABLES: &[&[Rule]] = &[
    xml::RULES,
    rss::RULES,
    media::RULES,
    archive::RULES,
    psp1::RULES,
    apple::RULES,
    podcasting::RULES,
    atom::RULES,
    json::RULES,
];

const COUNT: usize = {
    let (mut table, mut count) = (0, 0);
    while table < TABLES.len() {
        count += TABLES[table].len();
        table += 1;
    }
    count
};

const ALL: [Rule; COUNT] = {
    let mut all = [xml::MALFORMED; COUNT];
    let (mut table, mut at) = (0, 0);
    while table < TABLES.len() {
        let mut row = 0;
        while row < TABLES[table].len() {
            all[at] = TABLES[table][row];
            row += 1;
            at += 1;
        }
        table += 1;
    }
    all
};

/// Every rule there is.
pub const RULES: &[Rule] = &ALL;
