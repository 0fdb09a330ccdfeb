//! Elements from their start to their end, when they are held to the rules.

use super::Walk;
use crate::conformance::element::Element;
use crate::conformance::report::Kind;
use crate::conformance::rule;
use crate::conformance::space::Space;
use crate::conformance::tag::{Seen, Tag};
use crate::conformance::{Text, apple, archive, atom, media, podcasting, psp1, rss};

/// An element that has not ended yet.
pub(super) struct Open<'a> {
    pub name: &'a str,
    pub tag: Tag,
    pub at: usize,
    /// Where its attributes begin.
    pub first: usize,
    /// How many namespaces were declared outside of it.
    pub outside: usize,
    pub text: Text<'a>,
    pub is_cdata: bool,
    pub seen: Seen,
    pub children: u32,
}

impl Open<'_> {
    /// Whether it holds words alone, as far as its beginning tells.
    fn is_text(&self) -> bool {
        let mut start = self.text.bytes().take(256);
        self.children == 0 && start.any(|byte| !byte.is_ascii_whitespace())
    }
}

impl Walk<'_> {
    /// The end of what is open, or of what bears this name and all that is still open in it.
    pub(super) fn end(&mut self, name: Option<&str>, at: usize) {
        if self.deeper > 0 {
            self.deeper -= 1;
            return;
        }
        if let Some(name) = name
            && self.open.last().is_none_or(|open| open.name != name)
        {
            self.ledger.fault_at(rule::xml::UNCLOSED, at, name);
            match self.open.iter().rposition(|open| open.name == name) {
                Some(around) => {
                    while self.open.len() > around + 1 {
                        self.drop_open();
                    }
                }
                // A text's end that is misspelt is its end all the same; any other is the end of nothing.
                None if self.open.last().is_some_and(Open::is_text) => {}
                None => return,
            }
        }
        self.hold_to_rules();
        self.drop_open();
    }

    fn drop_open(&mut self) {
        if let Some(open) = self.open.pop() {
            self.attributes.truncate(open.first);
            self.names.forget(open.outside);
            self.ledger.leave();
        }
    }

    fn hold_to_rules(&mut self) {
        let around = self.open.iter().rev().nth(1);
        let parent = around.map_or(Tag::Document, |open| open.tag);
        let Some(open) = self.open.last() else { return };
        let outer = around.map_or(open.first, |around| around.first);
        if open.tag == Tag::Other {
            return;
        }
        let element = Element {
            tag: open.tag,
            at: open.at,
            parent,
            attributes: self.attributes.get(open.first..).unwrap_or_default(),
            around: self.attributes.get(outer..open.first).unwrap_or_default(),
            text: &open.text,
            is_cdata: open.is_cdata,
            seen: open.seen,
            children: open.children,
        };
        let (feed, ledger) = (&mut self.feed, &mut self.ledger);
        match element.tag.space() {
            Space::Rss => rss::check(&element, feed, ledger),
            Space::Media => media::check(&element, feed, ledger),
            Space::Podcast => podcasting::check(&element, feed, ledger),
            Space::Itunes => apple::check(&element, feed, ledger),
            Space::Atom => atom::check(&element, feed, ledger),
            _ => {}
        }
        if self.kind == Some(Kind::Rss) {
            apple::across(&element, feed, ledger);
            psp1::check(&element, feed, ledger);
        }
        podcasting::across(&element, feed, ledger);
        media::across(&element, feed, ledger);
        archive::check(&element, feed, ledger);
    }
}
