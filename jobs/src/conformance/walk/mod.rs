//! One pass over a document's XML: what is open, what it is, and each element to its rules when it ends.
//!
//! Nothing that a DOCTYPE declares is read. What is ill-formed is named and passed over, as far as the next mark can
//! be found; elements that never end are not held to the rules, as nobody knows what else would have stood in them.

mod markup;
mod names;
mod open;
mod place;

use super::Text;
use super::element::Attribute;
use super::feed::{Feed, Item};
use super::ledger::Ledger;
use super::report::{Kind, Report};
use super::rule;
use super::tag::{Seen, Tag};
pub(super) use names::Names;
use open::Open;
use quick_xml::Reader;
use quick_xml::events::Event;
use std::borrow::Cow;

/// Elements in elements; what lies deeper is not looked at.
const MOST_DEEP: usize = 100;

/// Reads a document that is said to be in this writing.
pub(super) fn check<'a>(text: &'a str, encoding: Option<&'a str>, ledger: Ledger<'a>) -> Report {
    let mut walk = Walk {
        text,
        encoding,
        ledger,
        feed: Feed::default(),
        kind: None,
        names: Names::default(),
        open: Vec::new(),
        attributes: Vec::new(),
        deeper: 0,
        doctype: None,
        stray: None,
        is_over: false,
        seen: Seen::default(),
        items: 0,
    };
    if let Some(at) = markup::forbidden(text) {
        walk.ledger
            .fault_at(rule::xml::CHARACTER, at, markup::character(text, at));
    }
    walk.read();
    let kind = walk.kind.unwrap_or(Kind::Unknown);
    walk.ledger.report(kind)
}

struct Walk<'a> {
    text: &'a str,
    /// The writing that it says it is in.
    encoding: Option<&'a str>,
    ledger: Ledger<'a>,
    feed: Feed<'a>,
    /// What it is, once the first element said so.
    kind: Option<Kind>,
    names: Names<'a>,
    open: Vec<Open<'a>>,
    /// Of all that is open, the innermost's last.
    attributes: Vec<Attribute<'a>>,
    /// Open elements that lie too deep to be looked at.
    deeper: usize,
    /// A DOCTYPE and where it stands; in what is no feed it is no fault.
    doctype: Option<(usize, &'a str)>,
    /// Words before the first element, which may show that it is no XML at all.
    stray: Option<(usize, &'a str)>,
    /// Nothing more is to be read.
    is_over: bool,
    /// What stands at the document's top.
    seen: Seen,
    items: u32,
}

impl<'a> Walk<'a> {
    fn read(&mut self) {
        let mut reader = Reader::from_str(self.text);
        let config = reader.config_mut();
        config.check_end_names = false;
        config.allow_unmatched_ends = true;
        config.allow_dangling_amp = true;
        let place = |position: u64| usize::try_from(position).unwrap_or(usize::MAX);
        while !self.is_over {
            let at = place(reader.buffer_position());
            let event = reader.read_event();
            let whole = self.text.get(at..place(reader.buffer_position()));
            let whole = whole.unwrap_or_default();
            match event {
                Ok(Event::Start(_)) => self.start(markup::within(whole, "<", ">"), at),
                Ok(Event::Empty(_)) => {
                    let inner = markup::within(whole, "<", "/>");
                    let before = (self.open.len(), self.deeper);
                    self.start(inner, at);
                    if before != (self.open.len(), self.deeper) {
                        self.end(None, at);
                    }
                }
                Ok(Event::End(_)) => {
                    self.end(Some(markup::within(whole, "</", ">").trim_end()), at);
                }
                Ok(Event::Text(_)) => self.words(whole, at),
                Ok(Event::CData(_)) => {
                    let words = markup::within(whole, "<![CDATA[", "]]>");
                    self.text(Cow::Borrowed(words), at, true);
                }
                Ok(Event::GeneralRef(_)) => match markup::reference(whole) {
                    Ok(means) => self.text(means, at, false),
                    Err(rule) => self.ledger.fault_at(rule, at, whole),
                },
                Ok(Event::Decl(_)) if at > 0 => {
                    self.ledger.fault_at(rule::xml::DECLARATION, at, "");
                }
                Ok(Event::DocType(_)) => self.doctype = Some((at, whole)),
                Ok(Event::Comment(_)) if markup::within(whole, "<!--", "-->").contains("--") => {
                    self.ledger.fault_at(rule::xml::MALFORMED, at, whole);
                }
                Ok(Event::Eof) => break,
                Ok(_) => {}
                Err(error) => {
                    let at = place(reader.error_position());
                    let rest = self.text.get(at..).unwrap_or_default();
                    let about = rest.lines().next().unwrap_or_default();
                    let about = if about.is_empty() {
                        error.to_string()
                    } else {
                        about.to_owned()
                    };
                    self.ledger.fault_at(rule::xml::MALFORMED, at, &about);
                    return;
                }
            }
        }
        if let (Some(open), false) = (self.open.last(), self.is_over) {
            let (at, name) = (open.at, open.name);
            self.ledger.fault_at(rule::xml::UNCLOSED, at, name);
        }
        if self.kind.is_none() && !self.is_over {
            self.ledger.fault_at(rule::xml::NOT_A_FEED, 0, "");
        }
    }

    fn start(&mut self, inner: &'a str, at: usize) {
        if self.deeper > 0 || self.open.len() >= MOST_DEEP {
            if self.deeper == 0 {
                self.ledger.fault_at(rule::xml::EXCESS, at, inner);
            }
            self.deeper += 1;
            return;
        }
        let (name, rest) = markup::name(inner);
        if !markup::is_name(name) {
            self.ledger.fault_at(rule::xml::MALFORMED, at, inner);
        }
        let parent = self.open.last().map_or(Tag::Document, |open| open.tag);
        let first = self.attributes.len();
        let outside = self.names.len();
        let number = self.number(name);
        self.ledger.enter(name, number);
        let declares = match rest.is_empty() {
            true => false,
            false => markup::attributes(rest, at, &mut self.attributes, &mut self.ledger),
        };
        if declares {
            let own = self.attributes.get(first..).unwrap_or_default();
            self.names.declare(own, at, &mut self.ledger);
        }
        let (space, local) = self.names.resolve(name, at, &mut self.ledger);
        let own = self.attributes.get(first..).unwrap_or_default();
        self.names.check(own, at, &mut self.ledger);
        let tag = match self.kind {
            None => self.root(space, local, at),
            Some(_) => self.placed(space, local, parent, at, name),
        };
        if let Some(around) = self.open.last_mut() {
            around.children = around.children.saturating_add(1);
        }
        if matches!(tag, Tag::Item | Tag::LiveItem | Tag::Entry) {
            self.feed.item = Item {
                number,
                ..Default::default()
            };
        }
        self.open.push(Open {
            name,
            tag,
            at,
            first,
            outside,
            text: Cow::Borrowed(""),
            is_cdata: false,
            seen: Seen::default(),
            children: 0,
        });
    }

    /// Which one it is among its like, where they are numbered.
    fn number(&mut self, name: &str) -> u32 {
        match name {
            "item" | "entry" if self.open.len() <= 2 => {
                self.items = self.items.saturating_add(1);
                self.items
            }
            _ => 0,
        }
    }

    /// Text between marks, which may hold a stray `&`.
    fn words(&mut self, words: &'a str, at: usize) {
        if self.open.is_empty() {
            let words = words.trim();
            match self.kind {
                _ if words.is_empty() => {}
                Some(_) => self.ledger.fault_at(rule::xml::MALFORMED, at, words),
                None => self.stray = self.stray.or(Some((at, words))),
            }
            return;
        }
        if words.starts_with('&') {
            let about = words.split_whitespace().next().unwrap_or_default();
            self.ledger.fault_at(rule::xml::ENTITY, at, about);
        }
        if let Some(stray) = words.find("]]>") {
            self.ledger
                .fault_at(rule::xml::MALFORMED, at + stray, "]]>");
        }
        self.text(Cow::Borrowed(words), at, false);
    }

    fn text(&mut self, words: Text<'a>, at: usize, is_cdata: bool) {
        if self.deeper > 0 {
            return;
        }
        let Some(open) = self.open.last_mut() else {
            self.ledger.fault_at(rule::xml::MALFORMED, at, &words);
            return;
        };
        open.is_cdata |= is_cdata;
        // Whole articles have no rules.
        if matches!(open.tag, Tag::Encoded | Tag::Other) || words.is_empty() {
            return;
        }
        match open.text.is_empty() {
            true => open.text = words,
            false => open.text.to_mut().push_str(&words),
        }
    }
}
