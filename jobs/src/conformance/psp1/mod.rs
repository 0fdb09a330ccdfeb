//! PSP-1, the podcast feed of the Podcast Standards Project,
//! <https://github.com/Podcast-Standards-Project/PSP-1-Podcast-RSS-Specification>.

mod item;
mod title;

use super::element::Element;
use super::feed::Feed;
use super::ledger::Ledger;
use super::rule::psp1 as rule;
use super::space::Space;
use super::standard::Standard;
use super::tag::Tag;
use super::value::has_markup;
use super::walk::Names;

/// Characters of a value, unless its own rule says another number.
const MOST_CHARACTERS: usize = 255;
/// Bytes of a description.
const MOST_DESCRIPTION: usize = 4000;

/// What the document as a whole has to be.
pub(super) fn root(
    tag: Tag,
    encoding: Option<&str>,
    names: &Names<'_>,
    at: usize,
    ledger: &mut Ledger<'_>,
) {
    if tag != Tag::Rss {
        ledger.fault_at(rule::FORMAT, at, "");
        return;
    }
    if let Some(other) = encoding.filter(|said| !matches!(*said, "utf-8" | "utf8")) {
        ledger.fault_at(rule::ENCODING, at, other);
    }
    let needed = [
        (Space::Itunes, "itunes"),
        (Space::Podcast, "podcast"),
        (Space::Atom, "atom"),
    ];
    for (_, prefix) in needed.into_iter().filter(|needed| !names.has(needed.0)) {
        ledger.fault_at(rule::NAMESPACE, at, prefix);
    }
}

/// Holds an element of a podcast to PSP-1.
pub(super) fn check<'a>(element: &Element<'_, 'a>, feed: &mut Feed<'a>, ledger: &mut Ledger<'a>) {
    if !ledger.holds(Standard::Psp1) {
        return;
    }
    value(element, ledger);
    match element.tag {
        Tag::Channel => channel(element, feed, ledger),
        Tag::Item => item::whole(element, feed, ledger),
        Tag::Enclosure => item::enclosure(element, ledger),
        Tag::Duration => item::duration(element, ledger),
        Tag::Title if element.in_item() && title::is_numbered(element.value()) => {
            ledger.fault_at(rule::ITEM_TITLE_NUMBER, element.at, element.value());
        }
        Tag::Description if element.parent == Tag::Channel || element.in_item() => {
            description(element, ledger);
        }
        Tag::Copyright if title::is_notice(element.value()) => {
            ledger.fault_at(rule::COPYRIGHT, element.at, element.value());
        }
        Tag::AtomLink if element.attribute("rel") == Some("self") => {
            let kind = element.attribute("type").unwrap_or_default();
            if kind != "application/rss+xml" {
                ledger.fault_at(rule::SELF_LINK_TYPE, element.at, kind);
            }
        }
        Tag::ItunesType => feed.is_serial = element.value().eq_ignore_ascii_case("serial"),
        _ => {}
    }
}

fn channel<'a>(element: &Element<'_, 'a>, feed: &mut Feed<'a>, ledger: &mut Ledger<'a>) {
    if feed.self_link.is_none() {
        ledger.fault_at(rule::SELF_LINK, element.at, "");
    }
    let needed = [
        (Tag::Language, rule::LANGUAGE),
        (Tag::ItunesCategory, rule::CATEGORY),
        (Tag::Explicit, rule::EXPLICIT),
        (Tag::ItunesImage, rule::IMAGE),
        (Tag::Locked, rule::LOCKED),
        (Tag::PodcastGuid, rule::GUID),
        (Tag::ItunesAuthor, rule::AUTHOR),
    ];
    for (_, rule) in needed
        .into_iter()
        .filter(|needed| !element.seen.has(needed.0))
    {
        ledger.fault_at(rule, element.at, "");
    }
    if feed.is_serial {
        for (at, number) in std::mem::take(&mut feed.unnumbered) {
            ledger.fault_below(rule::SERIAL, at, &format!("item[{number}]"), "");
        }
    }
}

/// How long a value is, and whether space stands around it.
fn value(element: &Element<'_, '_>, ledger: &mut Ledger<'_>) {
    let (is_value, most) = match element.tag.space() {
        Space::Rss => (true, MOST_CHARACTERS),
        Space::Itunes => (true, MOST_CHARACTERS),
        // Podcasting 2.0 has lengths of its own.
        Space::Podcast => (true, usize::MAX),
        _ => (false, 0),
    };
    let text = &**element.text;
    if !is_value || element.children > 0 || text.is_empty() {
        return;
    }
    if text.len() != text.trim().len() && !text.trim().is_empty() {
        ledger.fault_at(rule::VALUE_SPACE, element.at, text);
    }
    let has_own = matches!(element.tag, Tag::Description | Tag::ItunesSummary);
    if !has_own && text.len() > most && text.chars().count() > most {
        ledger.fault_at(rule::VALUE_LONG, element.at, text);
    }
}

/// The marks that a description may have.
const MARKS: &[&str] = &["p", "ol", "ul", "li", "a", "b", "i", "strong", "em"];

fn description(element: &Element<'_, '_>, ledger: &mut Ledger<'_>) {
    let text = &**element.text;
    if text.len() > MOST_DESCRIPTION {
        ledger.fault_at(rule::DESCRIPTION_LONG, element.at, text);
    }
    if !has_markup(text) {
        return;
    }
    let marks = text.split('<').skip(1).map(|rest| {
        let rest = rest.strip_prefix('/').unwrap_or(rest);
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric());
        &rest[..end.unwrap_or(rest.len())]
    });
    let odd = marks
        .filter(|mark| mark.starts_with(|c: char| c.is_ascii_alphabetic()))
        .find(|mark| !MARKS.iter().any(|known| known.eq_ignore_ascii_case(mark)));
    match odd {
        Some(mark) => ledger.fault_at(rule::DESCRIPTION_MARKUP, element.at, mark),
        None if !element.is_cdata => {
            ledger.fault_at(rule::DESCRIPTION_MARKUP, element.at, text);
        }
        None => {}
    }
}
