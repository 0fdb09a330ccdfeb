//! What an element is where it stands, and the rules for what stands in the wrong place.

use super::Walk;
use crate::conformance::psp1;
use crate::conformance::report::Kind;
use crate::conformance::rule::{self, Rule};
use crate::conformance::space::Space;
use crate::conformance::standard::Standard;
use crate::conformance::tag::Tag;

impl Walk<'_> {
    /// The first element says what the document is.
    pub(super) fn root(&mut self, space: Space, local: &str, at: usize) -> Tag {
        let found = match (space, local) {
            (Space::Rss, "rss") => Some((Kind::Rss, Tag::Rss)),
            (Space::Rdf, "RDF") => Some((Kind::Rss, Tag::Other)),
            (Space::Atom, "feed") => Some((Kind::Atom, Tag::AtomFeed)),
            (Space::Atom, "entry") => Some((Kind::Atom, Tag::Entry)),
            _ => None,
        };
        let Some((kind, tag)) = found else {
            self.kind = Some(Kind::Unknown);
            self.is_over = true;
            self.ledger.fault_at(rule::xml::NOT_A_FEED, at, local);
            return Tag::Other;
        };
        self.kind = Some(kind);
        self.seen.add(tag);
        if let Some((at, whole)) = self.doctype {
            self.ledger.fault_at(rule::xml::DOCTYPE, at, whole);
        }
        if let Some((at, words)) = self.stray {
            self.ledger.fault_at(rule::xml::MALFORMED, at, words);
        }
        self.ledger.hold_to(match kind {
            Kind::Atom => Standard::Atom,
            _ => Standard::Rss,
        });
        if tag == Tag::Other {
            // RSS 1.0 is another format; nothing of it is held to the rules of 2.0.
            self.is_over = true;
            self.ledger.fault_at(rule::rss::VERSION, at, "RSS 1.0");
        }
        psp1::root(tag, self.encoding, &self.names, at, &mut self.ledger);
        tag
    }

    /// What an element is where it stands; what may not stand there is named.
    pub(super) fn placed(
        &mut self,
        space: Space,
        local: &str,
        parent: Tag,
        at: usize,
        name: &str,
    ) -> Tag {
        let is_rss = self.kind == Some(Kind::Rss);
        let foreign = match space {
            Space::Rss | Space::Itunes | Space::Podcast => !is_rss,
            Space::Atom => is_rss && parent.space() == Space::Atom,
            Space::Other | Space::Rdf | Space::Dublin => true,
            _ => false,
        };
        if self.open.is_empty() {
            self.ledger.fault_at(rule::xml::MALFORMED, at, name);
        }
        // Marks in a text of Atom's are that text's fault, if they are one.
        let is_text = !is_rss && parent.space() == Space::Atom && parent.holds_text();
        if foreign || is_text || parent == Tag::Other {
            return Tag::Other;
        }
        let rules = Rules::of(space, is_rss);
        let tag = match Tag::of(space, local) {
            Some(tag) => tag,
            None => {
                let nearly = Tag::nearly(space, local);
                let rule = match nearly {
                    Some(_) => rules.case,
                    None => rules.unknown,
                };
                self.fault(rule, at, name);
                nearly.unwrap_or(Tag::Other)
            }
        };
        if !tag.stands_in(parent) {
            self.fault(rules.place, at, name);
            return Tag::Other;
        }
        let seen = match self.open.last_mut() {
            Some(around) => &mut around.seen,
            None => &mut self.seen,
        };
        if !seen.add(tag) && tag.is_once() {
            self.fault(rules.twice, at, name);
        }
        tag
    }

    fn fault(&mut self, rule: Option<Rule>, at: usize, about: &str) {
        if let Some(rule) = rule {
            self.ledger.fault_at(rule, at, about);
        }
    }
}

/// The rules for what stands in the wrong place, of each namespace.
struct Rules {
    unknown: Option<Rule>,
    case: Option<Rule>,
    place: Option<Rule>,
    twice: Option<Rule>,
}

impl Rules {
    fn of(space: Space, is_rss: bool) -> Rules {
        let four = |unknown, case, place, twice| Rules {
            unknown: Some(unknown),
            case: Some(case),
            place: Some(place),
            twice: Some(twice),
        };
        match space {
            Space::Rss => {
                let element = rule::rss::ELEMENT;
                four(element, element, element, rule::rss::TWICE)
            }
            Space::Atom if !is_rss => {
                let element = rule::atom::ELEMENT;
                four(element, element, element, rule::atom::TWICE)
            }
            Space::Itunes => four(
                rule::apple::TAG,
                rule::apple::TAG_CASE,
                rule::apple::TAG,
                rule::apple::TWICE,
            ),
            Space::Podcast => {
                let element = rule::podcasting::ELEMENT;
                let place = rule::podcasting::PLACE;
                four(element, element, place, rule::podcasting::TWICE)
            }
            _ => Rules {
                unknown: None,
                case: None,
                place: None,
                twice: None,
            },
        }
    }
}
