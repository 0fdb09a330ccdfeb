//! Prefixes and what they stand for, where the walk is.

use crate::conformance::element::Attribute;
use crate::conformance::ledger::Ledger;
use crate::conformance::rule;
use crate::conformance::space::{self, Space};

/// Namespaces that are in force at once.
const MOST_NAMES: usize = 64;

/// What is declared.
#[derive(Default)]
pub(in crate::conformance) struct Names<'a>(Vec<(&'a str, Space)>);

impl<'a> Names<'a> {
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// What was declared within an element that ended is forgotten.
    pub fn forget(&mut self, outside: usize) {
        self.0.truncate(outside);
    }

    /// Whether a namespace is declared under any prefix.
    pub fn has(&self, space: Space) -> bool {
        self.0.iter().any(|name| name.1 == space)
    }

    /// Takes an element's declarations.
    pub fn declare(&mut self, attributes: &[Attribute<'a>], at: usize, ledger: &mut Ledger<'a>) {
        for attribute in attributes {
            let prefix = match attribute.name.strip_prefix("xmlns") {
                Some("") => "",
                Some(rest) => match rest.strip_prefix(':') {
                    Some(prefix) => prefix,
                    None => continue,
                },
                None => continue,
            };
            if self.0.len() >= MOST_NAMES {
                ledger.fault_at(rule::xml::EXCESS, at, attribute.name);
                return;
            }
            let (space, meant) = space::bound(prefix, &attribute.value);
            if meant.is_some() {
                ledger.fault_at(rule::xml::NAMESPACE, at, &attribute.value);
            }
            self.0.push((prefix, space));
        }
    }

    /// Whose an element is, and its name without prefix.
    pub fn resolve<'n>(
        &self,
        name: &'n str,
        at: usize,
        ledger: &mut Ledger<'a>,
    ) -> (Space, &'n str) {
        let (prefix, local) = name.split_once(':').unwrap_or(("", name));
        let known = self.0.iter().rev().find(|known| known.0 == prefix);
        let space = match known {
            Some(known) => known.1,
            None if prefix.is_empty() => Space::Rss,
            None => {
                ledger.fault_at(rule::xml::PREFIX, at, prefix);
                space::usual(prefix)
            }
        };
        (space, local)
    }

    /// Whether an element's attributes have prefixes that are declared.
    pub fn check(&self, attributes: &[Attribute<'a>], at: usize, ledger: &mut Ledger<'a>) {
        for attribute in attributes {
            let Some((prefix, _)) = attribute.name.split_once(':') else {
                continue;
            };
            let is_known =
                matches!(prefix, "xml" | "xmlns") || self.0.iter().any(|known| known.0 == prefix);
            if !is_known {
                ledger.fault_at(rule::xml::PREFIX, at, prefix);
            }
        }
    }
}
