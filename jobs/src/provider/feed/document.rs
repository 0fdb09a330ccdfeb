//! One item with no more than feed-rs is to read.

use super::item::MOST_LINE;
use super::tree::{Element, Space};
use crate::text::cut;
use quick_xml::escape::escape;
use std::borrow::Cow;

/// Characters of HTML read for a description.
const MOST_HTML: usize = 100_000;

/// An RSS item, with no more than feed-rs is to read.
pub(super) fn rss(item: &Element) -> String {
    let mut out = String::from("<item>");
    let mut put = |name: &str, words: &str| {
        let words = words.trim();
        if !words.is_empty() {
            let words = match words.len() > MOST_HTML {
                true => Cow::Owned(cut(words, MOST_HTML)),
                false => Cow::Borrowed(words),
            };
            out.extend(["<", name, ">", &escape(words), "</", name, ">"]);
        }
    };
    // RSS 1.0 names an item by its address.
    let about = item.attribute("rdf:about").map(Cow::Borrowed);
    let guid = item.all(Space::Plain, "guid").next();
    let lasting = guid.filter(|guid| {
        guid.attribute("ispermalink")
            .is_none_or(|says| says == "true")
    });
    let lasting = lasting
        .map(Element::text)
        .filter(|guid| guid.starts_with("http"));
    put(
        "guid",
        &guid
            .map(Element::text)
            .or_else(|| about.clone())
            .unwrap_or_default(),
    );
    put(
        "link",
        &item
            .text_of(Space::Plain, "link")
            .or(lasting)
            .or(about)
            .unwrap_or_default(),
    );
    for (space, name, as_name) in [
        (Space::Plain, "title", "title"),
        (Space::Plain, "description", "description"),
        (Space::Content, "encoded", "content:encoded"),
    ] {
        let first = item
            .all(space, name)
            .map(Element::html)
            .find(|html| !html.trim().is_empty());
        put(as_name, &first.unwrap_or_default());
    }
    let day = item
        .text_of(Space::Plain, "pubdate")
        .or_else(|| item.text_of(Space::Dc, "date"));
    put("pubDate", &cut(&day.unwrap_or_default(), 100));
    out + "</item>"
}

/// An Atom entry, likewise; its words are HTML whatever their type says.
pub(super) fn atom(entry: &Element) -> String {
    let mut out = String::from("<entry>");
    let own = |name: &'static str| {
        entry
            .all(Space::Atom, name)
            .chain(entry.all(Space::Plain, name))
    };
    for (name, as_name) in [
        ("id", "id"),
        ("published", "published"),
        ("issued", "published"),
        ("updated", "updated"),
        ("modified", "updated"),
    ] {
        if let Some(said) = own(name).map(Element::text).find(|said| !said.is_empty()) {
            out.push_str(&format!(
                "<{as_name}>{}</{as_name}>",
                escape(cut(&said, MOST_LINE))
            ));
        }
    }
    for name in ["title", "summary", "content"] {
        let html = own(name).map(|said| match said.attribute("type") {
            Some("text" | "text/plain") => Cow::Owned(escape(said.text()).into_owned()),
            _ => said.html(),
        });
        if let Some(html) = html.into_iter().find(|html| !html.trim().is_empty()) {
            out.push_str(&format!(
                "<{name} type=\"html\">{}</{name}>",
                escape(cut(&html, MOST_HTML))
            ));
        }
    }
    for link in own("link") {
        let Some(href) = link.attribute("href") else {
            continue;
        };
        let rel = link.attribute("rel").unwrap_or("alternate");
        out.push_str(&format!(
            "<link rel=\"{}\" href=\"{}\"/>",
            escape(rel),
            escape(href)
        ));
    }
    out + "</entry>"
}
