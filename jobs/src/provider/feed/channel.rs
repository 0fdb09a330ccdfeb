//! A feed as it speaks of itself.

use super::host;
use super::tree::{Element, Space};
use crate::html;
use crate::provider::{Source, text, web};
use std::borrow::Cow;
use url::Url;

pub(super) fn of_channel(channel: &Element, address: &Url) -> Source {
    let words = |element: &Element| text(Some(html::plain(&element.html())));
    let first = |names: &[(Space, &'static str)]| {
        names
            .iter()
            .find_map(|(space, name)| channel.all(*space, name).find_map(words))
    };
    let title = first(&[(Space::Plain, "title"), (Space::Atom, "title")]);
    let pages = channel.all(Space::Plain, "link").map(Element::text);
    let alternates = channel.all(Space::Atom, "link").filter(|link| {
        link.attribute("rel").is_none_or(|rel| rel == "alternate")
            && link
                .attribute("type")
                .is_none_or(|kind| kind.contains("html"))
    });
    let pages =
        pages.chain(alternates.filter_map(|link| link.attribute("href").map(Cow::Borrowed)));
    let writer = channel
        .all(Space::Atom, "author")
        .find_map(|author| author.text_of(Space::Atom, "name"));
    let author = first(&[
        (Space::Itunes, "author"),
        (Space::Dc, "creator"),
        (Space::Dc, "publisher"),
    ]);
    Source {
        provider: String::new(),
        address: address.to_string(),
        title: title.unwrap_or_else(|| host(address)),
        link: pages
            .filter(|page| !page.is_empty())
            .find_map(|page| web(&page, address)),
        author: author
            .or_else(|| text(writer.map(Cow::into_owned)))
            .filter(|name| !name.contains('@')),
    }
}

/// Open Journal Systems writes blogs' feeds, but for its name.
pub(super) fn generated_by_a_journal(channel: &Element) -> bool {
    let by = channel
        .elements()
        .find(|element| element.name == "generator");
    by.is_some_and(|by| {
        by.text()
            .to_ascii_lowercase()
            .contains("open journal systems")
    })
}
