//! A stranger's XML as a tree, however broken it is: what is not closed is closed with what holds it, what cannot be
//! markup is text, entities are characters, and a DOCTYPE is passed over with all that it would open.

use crate::html;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::borrow::Cow;

/// Marks within marks; deeper ones lose their tags and keep their text.
const DEEPEST: usize = 100;
/// Elements read at most; the rest is not looked at.
const MOST_ELEMENTS: usize = 400_000;
const MOST_ATTRIBUTES: usize = 40;
/// Places where it is no XML at all that we go on behind.
const MOST_BREAKS: usize = 100;

/// Whose word an element is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Space {
    /// RSS of any version, or nobody's.
    #[default]
    Plain,
    Atom,
    Content,
    Dc,
    Itunes,
    Media,
    Podcast,
    Prism,
    Licence,
    Other,
}

impl Space {
    fn of_address(address: &str) -> Space {
        let address = address.trim().to_ascii_lowercase();
        match address.trim_end_matches('/') {
            "" | "http://purl.org/rss/1.0" | "http://my.netscape.com/rdf/simple/0.9" => {
                Space::Plain
            }
            "http://www.w3.org/2005/atom" | "http://purl.org/atom/ns#" => Space::Atom,
            "http://purl.org/rss/1.0/modules/content" => Space::Content,
            "http://purl.org/dc/elements/1.1" | "http://purl.org/dc/terms" => Space::Dc,
            "http://www.itunes.com/dtds/podcast-1.0.dtd" => Space::Itunes,
            "http://search.yahoo.com/mrss" => Space::Media,
            "https://podcastindex.org/namespace/1.0" => Space::Podcast,
            "http://backend.userland.com/creativecommonsrssmodule"
            | "http://web.resource.org/cc" => Space::Licence,
            other if other.starts_with("http://prismstandard.org/namespaces") => Space::Prism,
            other if other.contains("podcast-namespace") => Space::Podcast,
            _ => Space::Other,
        }
    }

    /// What a prefix that nobody declared is used for.
    fn of_prefix(prefix: &str) -> Space {
        match prefix.to_ascii_lowercase().as_str() {
            "atom" => Space::Atom,
            "content" => Space::Content,
            "dc" | "dcterms" => Space::Dc,
            "itunes" => Space::Itunes,
            "media" => Space::Media,
            "podcast" => Space::Podcast,
            "prism" => Space::Prism,
            "cc" | "creativecommons" => Space::Licence,
            _ => Space::Other,
        }
    }
}

/// An element; names are without prefix and in lower case. What stands in the document as it is, is not copied.
#[derive(Debug, Default)]
pub(super) struct Element<'a> {
    pub space: Space,
    pub name: Cow<'a, str>,
    pub attributes: Vec<(Cow<'a, str>, Cow<'a, str>)>,
    pub children: Vec<Node<'a>>,
}

#[derive(Debug)]
pub(super) enum Node<'a> {
    Element(Element<'a>),
    Text(Cow<'a, str>),
}

impl<'a> Element<'a> {
    /// The elements in it.
    pub fn elements(&self) -> impl Iterator<Item = &Element<'a>> {
        self.children.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// The elements of one name in it.
    pub fn all(&self, space: Space, name: &'static str) -> impl Iterator<Item = &Element<'a>> {
        self.elements()
            .filter(move |element| element.space == space && element.name == name)
    }

    /// The text of the first of a name that has any.
    pub fn text_of(&self, space: Space, name: &'static str) -> Option<Cow<'_, str>> {
        self.all(space, name)
            .map(Element::text)
            .find(|text| !text.is_empty())
    }

    /// An attribute that is not empty.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(known, _)| known == name);
        found
            .map(|(_, value)| value.trim())
            .filter(|value| !value.is_empty())
    }

    /// All text in it.
    pub fn text(&self) -> Cow<'_, str> {
        match self.children.as_slice() {
            [] => Cow::Borrowed(""),
            [Node::Text(text)] => Cow::Borrowed(text.trim()),
            _ => {
                let mut text = String::new();
                self.collect(&mut text, false);
                Cow::Owned(text.trim().to_owned())
            }
        }
    }

    /// What it holds as HTML: its text where that is all, else its markup.
    pub fn html(&self) -> Cow<'_, str> {
        match self.elements().next() {
            None => self.text(),
            Some(_) => {
                let mut html = String::new();
                self.collect(&mut html, true);
                Cow::Owned(html)
            }
        }
    }

    /// The first element of one of these names, at any depth.
    pub fn first(&self, names: &[&str]) -> Option<&Element<'a>> {
        self.elements()
            .find_map(|element| match names.contains(&&*element.name) {
                true => Some(element),
                false => element.first(names),
            })
    }

    /// What lies in it under these names at any depth, without looking into those found.
    pub fn within(&self, names: &[&str]) -> Vec<&Element<'a>> {
        let mut found = Vec::new();
        for element in self.elements() {
            if names.contains(&&*element.name)
                && matches!(element.space, Space::Plain | Space::Atom)
            {
                found.push(element);
            } else {
                found.extend(element.within(names));
            }
        }
        found
    }

    fn collect(&self, out: &mut String, markup: bool) {
        for node in &self.children {
            match node {
                Node::Text(text) if markup => {
                    out.push_str(&quick_xml::escape::partial_escape(&**text))
                }
                Node::Text(text) => out.push_str(text),
                Node::Element(element) if markup => {
                    out.push_str(&format!("<{}>", element.name));
                    element.collect(out, markup);
                    out.push_str(&format!("</{}>", element.name));
                }
                Node::Element(element) => element.collect(out, markup),
            }
        }
    }
}

/// Reads a document; what it is called is of no account.
pub(super) fn read(xml: &str) -> Element<'_> {
    let mut tree = Tree {
        xml,
        open: vec![Open::default()],
        spaces: Vec::new(),
        elements: 0,
    };
    let mut rest = xml;
    for _ in 0..MOST_BREAKS {
        match tree.grow(rest) {
            // What cannot be read as markup is text up to the next try.
            Some(at) if rest.is_char_boundary(at + 1) => {
                tree.text(Cow::Borrowed("<"));
                rest = &rest[at + 1..];
            }
            _ => break,
        }
    }
    tree.close_to(1);
    tree.open.pop().map(|open| open.element).unwrap_or_default()
}

#[derive(Default)]
struct Open<'a> {
    element: Element<'a>,
    /// Its name as written, in lower case, which its end has to repeat.
    written: Cow<'a, str>,
    /// How many prefixes were declared outside of it.
    outside: usize,
}

struct Tree<'a> {
    xml: &'a str,
    open: Vec<Open<'a>>,
    spaces: Vec<(String, Space)>,
    elements: usize,
}

impl<'a> Tree<'a> {
    /// Reads on; where it breaks is the place of the `<` that cannot be one.
    fn grow(&mut self, xml: &'a str) -> Option<usize> {
        let mut reader = Reader::from_str(xml);
        let config = reader.config_mut();
        config.check_end_names = false;
        config.allow_unmatched_ends = true;
        config.allow_dangling_amp = true;
        while self.elements < MOST_ELEMENTS {
            let at = usize::try_from(reader.buffer_position()).ok()?;
            match reader.read_event() {
                Ok(Event::Start(tag)) => self.start(&tag, false),
                Ok(Event::Empty(tag)) => self.start(&tag, true),
                Ok(Event::End(tag)) => self.end(tag.name().as_ref()),
                Ok(Event::Text(text)) => self.text(self.borrowed(text.xml10_content())),
                Ok(Event::CData(text)) => self.text(self.borrowed(text.xml10_content())),
                Ok(Event::GeneralRef(name)) => {
                    let name = name.xml10_content();
                    self.text(match quick_xml::escape::resolve_xml_entity(&name) {
                        Some(means) => Cow::Borrowed(means),
                        None => Cow::Owned(html::decoded(&format!("&{name};"))),
                    });
                }
                Ok(Event::Eof) => return None,
                Ok(_) => {}
                Err(_) => {
                    let broken = xml.get(at..)?;
                    return Some(at + broken.find('<')?);
                }
            }
        }
        None
    }

    fn start(&mut self, tag: &BytesStart<'_>, empty: bool) {
        let name = tag.name();
        let written = name.as_ref();
        if !written.starts_with(|c: char| c.is_alphabetic() || c == '_') {
            // `a < b > c`, which is no tag.
            self.text(Cow::Owned(html::decoded(&format!("<{}>", &**tag))));
            return;
        }
        self.elements += 1;
        // Items do not hold items: the one before was not closed.
        let lower = self.lower(written);
        if ["item", "entry"].contains(&&*lower)
            && let Some(at) = self.open.iter().position(|open| open.written == lower)
        {
            self.close_to(at);
        }
        if self.open.len() > DEEPEST {
            return;
        }
        let attributes: Vec<(Cow<'a, str>, Cow<'a, str>)> = tag
            .html_attributes()
            .with_checks(false)
            .take(MOST_ATTRIBUTES)
            .filter_map(Result::ok)
            .map(|attribute| {
                let value = match attribute
                    .value
                    .contains(|c: char| c == '&' || c.is_control())
                {
                    true => Cow::Owned(html::decoded(&attribute.value)),
                    false => self.borrowed(attribute.value),
                };
                (self.lower(attribute.key.as_ref()), value)
            })
            .collect();
        let outside = self.spaces.len();
        for (name, value) in &attributes {
            let prefix = match name.split_once(':') {
                Some(("xmlns", prefix)) => prefix,
                None if name == "xmlns" => "",
                _ => continue,
            };
            self.spaces
                .push((prefix.to_owned(), Space::of_address(value)));
        }
        let (prefix, name) = match &lower {
            Cow::Borrowed(lower) => {
                let (prefix, name) = lower.split_once(':').unwrap_or(("", lower));
                (prefix, Cow::Borrowed(name))
            }
            Cow::Owned(lower) => {
                let (prefix, name) = lower.split_once(':').unwrap_or(("", lower));
                (prefix, Cow::Owned(name.to_owned()))
            }
        };
        let declared = self
            .spaces
            .iter()
            .rev()
            .find(|(known, _)| known == prefix)
            .map(|(_, space)| *space);
        let space = match (prefix, declared) {
            // RSS under whatever default is RSS.
            ("", None | Some(Space::Other)) => Space::Plain,
            ("", Some(space)) => space,
            (prefix, None) => Space::of_prefix(prefix),
            (_, Some(space)) => space,
        };
        let element = Element {
            space,
            name,
            attributes,
            children: Vec::new(),
        };
        self.open.push(Open {
            element,
            written: lower,
            outside,
        });
        if empty {
            self.close_to(self.open.len() - 1);
        }
    }

    /// Ends the innermost of this name and what is still open in it; the end of nothing is nothing.
    fn end(&mut self, name: &str) {
        let found = self
            .open
            .iter()
            .skip(1)
            .rposition(|open| open.written.eq_ignore_ascii_case(name));
        if let Some(at) = found {
            self.close_to(at + 1);
        }
    }

    fn close_to(&mut self, depth: usize) {
        while self.open.len() > depth.max(1) {
            let Some(open) = self.open.pop() else { return };
            self.spaces.truncate(open.outside);
            if let Some(around) = self.open.last_mut() {
                around.element.children.push(Node::Element(open.element));
            }
        }
    }

    fn text(&mut self, text: Cow<'a, str>) {
        let Some(open) = self.open.last_mut() else {
            return;
        };
        let readable = |c: &char| !c.is_control() || matches!(c, '\n' | '\t');
        let text = match text.chars().all(|c| readable(&c)) {
            true => text,
            false => Cow::Owned(text.chars().filter(readable).collect()),
        };
        match open.element.children.last_mut() {
            Some(Node::Text(before)) => before.to_mut().push_str(&text),
            last => {
                if last.is_none() {
                    // Most hold a text and nothing else.
                    open.element.children.reserve_exact(1);
                }
                open.element.children.push(Node::Text(text));
            }
        }
    }

    /// A piece of the document as a part of it, where it is one.
    fn borrowed(&self, piece: Cow<'_, str>) -> Cow<'a, str> {
        let at = (piece.as_ptr() as usize).wrapping_sub(self.xml.as_ptr() as usize);
        let within = self.xml.get(at..at.saturating_add(piece.len()));
        match (within, piece) {
            (Some(part), Cow::Borrowed(_)) => Cow::Borrowed(part),
            (_, piece) => Cow::Owned(piece.into_owned()),
        }
    }

    fn lower(&self, name: &str) -> Cow<'a, str> {
        match name.bytes().any(|byte| byte.is_ascii_uppercase()) {
            true => Cow::Owned(name.to_ascii_lowercase()),
            false => self.borrowed(Cow::Borrowed(name)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(xml: &str) -> String {
        read(xml).text().into_owned()
    }

    #[test]
    fn broken_xml_keeps_what_it_says() {
        for (xml, wanted) in [
            (
                "<a>x & y &nbsp;&eacute; a < b > c</a>",
                "x & y  é a < b > c",
            ),
            ("<a>one <b>two</a> three", "one two three"),
            ("<a>one</b> two</a>", "one two"),
            ("<a>one <!-- never closed", "one <!-- never closed"),
            ("<a>one <![CDATA[two", "one <![CDATA[two"),
            (
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
                "&x;",
            ),
            ("<a b=1 b='2' c>x\u{1}&#2;</a>", "x"),
        ] {
            assert_eq!(text(xml), wanted, "{xml}");
        }
    }

    #[test]
    fn items_are_cut_where_the_next_begins() {
        let tree = read("<rss><channel><item><title>A<b></title><item><title>B</title></channel>");
        let items: Vec<_> = tree
            .within(&["item"])
            .iter()
            .map(|item| item.text())
            .collect();
        assert_eq!(items, ["A", "B"]);
    }

    #[test]
    fn depth_and_number_are_bounded() {
        let deep = "<a>".repeat(200_000);
        assert!(text(&deep).is_empty());
        let many = "<a/>".repeat(MOST_ELEMENTS + 10);
        assert_eq!(read(&many).children.len(), MOST_ELEMENTS);
    }
}
