//! What Apple Podcasts asks for: <https://podcasters.apple.com/support/823-podcast-requirements> and its guide to RSS,
//! <https://help.apple.com/itc/podcasts_connect/#/itcb54353390>.

mod category;

use super::element::Element;
use super::feed::Feed;
use super::ledger::Ledger;
use super::rss::trimmed;
use super::rule::apple as rule;
use super::standard::Standard;
use super::tag::Tag;
use super::value::{address, is_email, language, number};

/// Holds an element of Apple's own to its rules.
pub(super) fn check<'a>(element: &Element<'_, 'a>, _feed: &mut Feed<'a>, ledger: &mut Ledger<'a>) {
    let value = element.value();
    let is_one_of = |words: &[&str]| words.contains(&value);
    let at = element.at;
    match element.tag {
        Tag::ItunesCategory => category::check(element, ledger),
        Tag::Explicit if !is_one_of(&["true", "false"]) => {
            ledger.fault_at(rule::EXPLICIT, at, value);
        }
        Tag::ItunesImage => image(element, ledger),
        Tag::ItunesType if !is_one_of(&["episodic", "serial"]) => {
            ledger.fault_at(rule::TYPE, at, value);
        }
        Tag::EpisodeType if !is_one_of(&["full", "trailer", "bonus"]) => {
            ledger.fault_at(rule::EPISODE_TYPE, at, value);
        }
        Tag::Episode if !number::is_positive(value) => ledger.fault_at(rule::EPISODE, at, value),
        Tag::Season if !number::is_positive(value) => ledger.fault_at(rule::SEASON, at, value),
        Tag::ItunesBlock if !value.eq_ignore_ascii_case("yes") => {
            ledger.fault_at(rule::BLOCK, at, value);
        }
        Tag::ItunesComplete if !value.eq_ignore_ascii_case("yes") => {
            ledger.fault_at(rule::COMPLETE, at, value);
        }
        Tag::NewFeedUrl if !address::is_web(value) => {
            ledger.fault_at(rule::NEW_FEED_ADDRESS, at, value);
        }
        Tag::Duration if !number::is_whole(value) && !number::is_clock(value) => {
            ledger.fault_at(rule::DURATION, at, value);
        }
        Tag::Owner if !element.seen.has(Tag::OwnerEmail) => {
            ledger.fault_at(rule::OWNER_EMAIL, at, "");
        }
        Tag::OwnerEmail if !is_email(value) => ledger.fault_at(rule::OWNER_EMAIL, at, value),
        _ => {}
    }
}

/// Holds RSS's own elements to what Apple asks of them.
pub(super) fn across<'a>(element: &Element<'_, 'a>, feed: &mut Feed<'a>, ledger: &mut Ledger<'a>) {
    if !ledger.holds(Standard::Apple) {
        return;
    }
    let value = element.value();
    match element.tag {
        Tag::Channel if !element.seen.has(Tag::Owner) => {
            ledger.fault_at(rule::OWNER, element.at, "");
        }
        Tag::Language if language::is_tag(value) && !language::is_apple(value) => {
            ledger.fault_at(rule::LANGUAGE, element.at, value);
        }
        Tag::Link if !address::is_ascii(value) && address::is_absolute(value) => {
            ledger.fault_at(rule::ASCII, element.at, value);
        }
        Tag::Title if element.in_item() => {
            let show = feed.title.as_deref().unwrap_or_default().trim();
            if show.len() > 3 && value != show && value.contains(show) {
                ledger.fault_at(rule::SHOW_TITLE, element.at, value);
            }
        }
        Tag::Enclosure => enclosure(element, feed, ledger),
        _ => {}
    }
}

fn enclosure<'a>(element: &Element<'_, 'a>, feed: &mut Feed<'a>, ledger: &mut Ledger<'a>) {
    let Some(url) = element.attribute("url") else {
        return;
    };
    reachable(url, element.at, ledger);
    let is_new = element
        .raw("url")
        .is_none_or(|url| feed.enclosures.insert(trimmed(url)));
    if !is_new {
        ledger.fault_at(rule::ENCLOSURE_TWICE, element.at, url);
    }
}

fn image(element: &Element<'_, '_>, ledger: &mut Ledger<'_>) {
    let href = element.attribute("href").unwrap_or_default();
    if !address::is_web(href) {
        ledger.fault_at(rule::IMAGE, element.at, href);
        return;
    }
    reachable(href, element.at, ledger);
    if !matches!(address::ending(href).as_str(), "jpg" | "jpeg" | "png") {
        ledger.fault_at(rule::IMAGE_ENDING, element.at, href);
    }
}

/// A file that Apple fetches.
fn reachable(url: &str, at: usize, ledger: &mut Ledger<'_>) {
    if !address::is_ascii(url) {
        ledger.fault_at(rule::ASCII, at, url);
    }
    if address::is_web(url) && !address::is_https(url) {
        ledger.fault_at(rule::HTTPS, at, url);
    }
}
