//! Media RSS 1.5.1, <https://www.rssboard.org/media-rss>.

use super::element::Element;
use super::feed::Feed;
use super::ledger::Ledger;
use super::rule::media as rule;
use super::tag::Tag;
use super::value::{Is, address, is_media_type, language, number};

/// Holds an element of Media RSS to its rules.
pub(super) fn check<'a>(element: &Element<'_, 'a>, feed: &mut Feed<'a>, ledger: &mut Ledger<'a>) {
    let at = element.at;
    if let Some(url) = element.attribute("url")
        && !address::is_absolute(url)
    {
        ledger.fault_at(rule::ADDRESS, at, url);
    }
    let lacks_address = element.attribute("url").is_none();
    match element.tag {
        Tag::MediaContent => content(element, feed, ledger),
        Tag::MediaGroup => {
            if feed.item.grouped < 2 {
                ledger.fault_at(rule::GROUP, at, "");
            }
            feed.item.grouped = 0;
            if element.seen.has(Tag::MediaPlayer) {
                feed.item.playerless = None;
            }
        }
        Tag::Thumbnail => {
            if lacks_address {
                ledger.fault_at(rule::THUMBNAIL, at, "");
            }
            numbers(element, &["width", "height"], number::is_positive, ledger);
            if let Some(time) = element
                .attribute("time")
                .filter(|time| !number::is_play_time(time))
            {
                ledger.fault_at(rule::TIME, at, time);
            }
        }
        Tag::MediaPlayer => {
            if lacks_address {
                ledger.fault_at(rule::PLAYER, at, "");
            }
            numbers(element, &["width", "height"], number::is_positive, ledger);
        }
        Tag::MediaTitle | Tag::MediaDescription | Tag::MediaText => {
            let kind = element.attribute("type");
            if let Some(kind) = kind.filter(|kind| !matches!(*kind, "plain" | "html")) {
                ledger.fault_at(rule::TEXT_TYPE, at, kind);
            }
        }
        Tag::MediaCredit => {
            let role = element.attribute("role");
            let is_shouted = |role: &&str| role.chars().any(char::is_uppercase);
            if let Some(role) = role.filter(is_shouted) {
                ledger.fault_at(rule::CREDIT, at, role);
            }
        }
        Tag::MediaHash => hash(element, ledger),
        Tag::MediaRating => rating(element, ledger),
        Tag::MediaRestriction => restriction(element, ledger),
        _ => {}
    }
}

/// What only an item as a whole can tell.
pub(super) fn across<'a>(element: &Element<'_, 'a>, feed: &mut Feed<'a>, ledger: &mut Ledger<'a>) {
    let is_whole = element.is_item() || element.tag == Tag::Entry;
    if is_whole && let Some(at) = feed.item.playerless.take()
        // A player of the whole item is every medium's.
        && !element.seen.has(Tag::MediaPlayer)
    {
        ledger.fault_below(rule::CONTENT, at, "media:content", "");
    }
}

fn content<'a>(element: &Element<'_, 'a>, feed: &mut Feed<'a>, ledger: &mut Ledger<'a>) {
    let at = element.at;
    feed.item.grouped += u32::from(element.parent == Tag::MediaGroup);
    if element.attribute("url").is_none() && !element.seen.has(Tag::MediaPlayer) {
        feed.item.playerless.get_or_insert(at);
    }
    let odd = |name: &'static str, known: &[&str]| {
        element.attribute(name).filter(|said| !known.contains(said))
    };
    let mediums = ["image", "audio", "video", "document", "executable"];
    if let Some(medium) = odd("medium", &mediums) {
        ledger.fault_at(rule::MEDIUM, at, medium);
    }
    if let Some(expression) = odd("expression", &["sample", "full", "nonstop"]) {
        ledger.fault_at(rule::EXPRESSION, at, expression);
    }
    if let Some(default) = odd("isDefault", &["true", "false"]) {
        ledger.fault_at(rule::DEFAULT, at, default);
    }
    if let Some(kind) = element
        .attribute("type")
        .filter(|kind| !is_media_type(kind))
    {
        ledger.fault_at(rule::TYPE, at, kind);
    }
    let whole = ["fileSize", "channels", "height", "width"];
    numbers(element, &whole, number::is_whole, ledger);
    let decimal = ["bitrate", "framerate", "samplingrate", "duration"];
    numbers(element, &decimal, number::is_decimal, ledger);
}

fn numbers(element: &Element<'_, '_>, names: &[&str], is: Is, ledger: &mut Ledger<'_>) {
    for name in names {
        if let Some(said) = element.attribute(name).filter(|said| !is(said)) {
            ledger.fault_at(rule::NUMBER, element.at, &format!("{name}={said}"));
        }
    }
}

fn hash(element: &Element<'_, '_>, ledger: &mut Ledger<'_>) {
    let value = element.value();
    let digits = match element.attribute("algo").unwrap_or("md5") {
        "md5" => 32,
        "sha-1" => 40,
        _ => 0,
    };
    if value.len() != digits || !value.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        ledger.fault_at(rule::HASH, element.at, value);
    }
}

/// Ratings of the simple scheme; others have their own pages.
fn rating(element: &Element<'_, '_>, ledger: &mut Ledger<'_>) {
    let is_simple = element
        .attribute("scheme")
        .is_none_or(|scheme| scheme == "urn:simple");
    if is_simple && !matches!(element.value(), "adult" | "nonadult") {
        ledger.fault_at(rule::RATING, element.at, element.value());
    }
}

fn restriction(element: &Element<'_, '_>, ledger: &mut Ledger<'_>) {
    let relationship = element.attribute("relationship").unwrap_or_default();
    let value = element.value();
    let is_known = match element.attribute("type") {
        None => matches!(value, "" | "all" | "none"),
        Some("country") => value.split_whitespace().all(language::is_country),
        Some("uri") => value.split_whitespace().all(address::is_absolute),
        Some("sharing") => true,
        Some(_) => false,
    };
    if !matches!(relationship, "allow" | "deny") || !is_known {
        ledger.fault_at(rule::RESTRICTION, element.at, value);
    }
}
