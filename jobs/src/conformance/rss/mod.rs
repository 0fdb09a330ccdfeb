//! RSS 2.0, <https://www.rssboard.org/rss-specification>, with the RSS Advisory Board's profile of it.

mod channel;
mod item;

pub(super) use item::trimmed;

use super::element::Element;
use super::feed::Feed;
use super::ledger::Ledger;
use super::rule::rss as rule;
use super::tag::Tag;
use super::value::date::{self, Wrong};
use super::value::{address, has_markup, is_email, language};

/// Holds an element of RSS's own to its rules.
pub(super) fn check<'a>(element: &Element<'_, 'a>, feed: &mut Feed<'a>, ledger: &mut Ledger<'a>) {
    empty(element, ledger);
    channel::empty(element, ledger);
    let value = element.value();
    match element.tag {
        Tag::Rss => {
            match element.attribute("version") {
                Some("2.0") => {}
                other => ledger.fault_at(rule::VERSION, element.at, other.unwrap_or_default()),
            }
            if !element.seen.has(Tag::Channel) {
                ledger.fault_at(rule::CHANNEL, element.at, "");
            }
        }
        Tag::Title if element.parent == Tag::Channel || element.in_item() => {
            if element.parent == Tag::Channel {
                feed.title = Some(element.text.clone());
            }
            if has_markup(value) {
                ledger.fault_at(rule::TITLE_MARKUP, element.at, value);
            }
        }
        Tag::PubDate | Tag::LastBuildDate => written(value, element.at, ledger),
        Tag::Link | Tag::Docs | Tag::Comments | Tag::ImageUrl
            if !value.is_empty() && !address::is_absolute(value) =>
        {
            ledger.fault_at(rule::ADDRESS, element.at, value);
        }
        Tag::Language if !value.is_empty() && !language::is_tag(value) => {
            ledger.fault_at(rule::LANGUAGE, element.at, value);
        }
        Tag::ManagingEditor | Tag::WebMaster | Tag::Author
            if !value.is_empty() && !is_email(value) =>
        {
            ledger.fault_at(rule::EMAIL, element.at, value);
        }
        Tag::Channel => channel::whole(element, feed, ledger),
        Tag::Cloud | Tag::TextInput | Tag::Image | Tag::Width | Tag::Height => {
            channel::part(element, ledger);
        }
        Tag::Ttl | Tag::Hour | Tag::Day => channel::schedule(element, ledger),
        Tag::Item => item::whole(element, feed, ledger),
        Tag::Guid => item::guid(element, feed, ledger),
        Tag::Enclosure => item::enclosure(element, feed, ledger),
        Tag::Source => item::source(element, ledger),
        _ => {}
    }
}

/// An element that should say something and does not; where a feed must have it, another rule says so.
fn empty(element: &Element<'_, '_>, ledger: &mut Ledger<'_>) {
    let says = match element.tag {
        Tag::Title | Tag::Link | Tag::Description => element.in_item(),
        Tag::Language
        | Tag::Copyright
        | Tag::ManagingEditor
        | Tag::WebMaster
        | Tag::Category
        | Tag::Generator
        | Tag::Docs
        | Tag::Author
        | Tag::Comments
        | Tag::Guid => true,
        _ => false,
    };
    if says && element.value().is_empty() {
        ledger.fault_at(rule::EMPTY, element.at, "");
    }
}

/// A date as mail writes it.
fn written(value: &str, at: usize, ledger: &mut Ledger<'_>) {
    let rule = match date::of_mail(value) {
        Ok(()) => return,
        Err(Wrong::Form) => rule::DATE,
        Err(Wrong::Weekday) => rule::DATE_WEEKDAY,
        Err(Wrong::Zone) => rule::DATE_ZONE,
        Err(Wrong::Year) => rule::DATE_YEAR,
    };
    ledger.fault_at(rule, at, value);
}

/// A link of Atom's in RSS, which has to lead somewhere.
pub(super) fn atom_link(element: &Element<'_, '_>, ledger: &mut Ledger<'_>) {
    let href = element.attribute("href").unwrap_or_default();
    if !address::is_absolute(href) {
        ledger.fault_at(rule::ATOM_LINK, element.at, href);
    }
}
