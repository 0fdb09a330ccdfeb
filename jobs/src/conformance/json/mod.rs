//! JSON Feed 1.1, <https://www.jsonfeed.org/version/1.1/>.

mod item;
mod object;

use super::ledger::Ledger;
use super::report::{Kind, Report};
use super::rule::{self as rules, json as rule};
use super::standard::Standard;
use super::value::{address, date, language};
use object::{Object, Value};
use std::collections::HashSet;

/// The versions there are.
const VERSIONS: &[&str] = &[
    "https://jsonfeed.org/version/1",
    "https://jsonfeed.org/version/1.1",
];

const KEYS: &[&str] = &[
    "version",
    "title",
    "home_page_url",
    "feed_url",
    "description",
    "user_comment",
    "next_url",
    "icon",
    "favicon",
    "author",
    "authors",
    "language",
    "expired",
    "hubs",
    "items",
];

/// Reads a document.
pub(super) fn check<'a>(text: &'a str, mut ledger: Ledger<'a>) -> Report {
    ledger.hold_to(Standard::JsonFeed);
    ledger.fault_at(rules::psp1::FORMAT, 0, "");
    let value = match Value::whole(text) {
        Ok(value) => value,
        Err(error) => {
            let at = object::place(text, error.line(), error.column());
            ledger.fault_at(rule::MALFORMED, at, &error.to_string());
            return ledger.report(Kind::Unknown);
        }
    };
    let Some(object) = value.object() else {
        ledger.fault_at(rules::xml::NOT_A_FEED, 0, "");
        return ledger.report(Kind::Unknown);
    };
    if object.get("version").is_none() && object.get("items").is_none() {
        ledger.fault_at(rules::xml::NOT_A_FEED, 0, "");
        return ledger.report(Kind::Unknown);
    }
    ledger.enter("feed", 0);
    whole(&object, &mut ledger);
    ledger.report(Kind::JsonFeed)
}

fn whole<'a>(feed: &Object<'a>, ledger: &mut Ledger<'a>) {
    keys(feed, KEYS, ledger);
    match text(feed, "version", ledger) {
        Some(version) if VERSIONS.contains(&&*version) => {}
        other => ledger.fault_at(
            rule::VERSION,
            feed.at("version"),
            &other.unwrap_or_default(),
        ),
    }
    if text(feed, "title", ledger).is_none() {
        ledger.fault_at(rule::TITLE, feed.at("title"), "");
    }
    let addresses = ["home_page_url", "feed_url", "next_url", "icon", "favicon"];
    let [home, own, next, ..] = addresses.map(|key| web(feed, key, ledger));
    if home.is_none() {
        ledger.fault_at(rule::HOME_PAGE, feed.at, "");
    }
    if own.is_none() {
        ledger.fault_at(rule::FEED_ADDRESS, feed.at, "");
    }
    if next.is_some() && next == own {
        let about = next.unwrap_or_default();
        ledger.fault_at(rule::NEXT_ADDRESS, feed.at("next_url"), &about);
    }
    for key in ["description", "user_comment"] {
        text(feed, key, ledger);
    }
    spoken(feed, ledger);
    authors(feed, ledger);
    if let Some(expired) = feed.get("expired")
        && expired.boolean().is_none()
    {
        ledger.fault_below(rule::TYPE, expired.at, "expired", expired.raw);
    }
    hubs(feed, ledger);
    let Some(items) = feed.get("items").and_then(|items| items.array()) else {
        ledger.fault_at(rule::ITEMS, feed.at("items"), "");
        return;
    };
    let mut ids = HashSet::new();
    for (number, value) in (1..).zip(items) {
        ledger.enter("items", number);
        match value.object() {
            Some(item) => item::check(&item, &mut ids, ledger),
            None => ledger.fault_at(rule::TYPE, value.at, value.raw),
        }
        ledger.leave();
    }
}

fn hubs<'a>(feed: &Object<'a>, ledger: &mut Ledger<'a>) {
    let Some(hubs) = feed.get("hubs") else { return };
    let Some(all) = hubs.array() else {
        ledger.fault_below(rule::TYPE, hubs.at, "hubs", hubs.raw);
        return;
    };
    for (number, value) in (1..).zip(all) {
        ledger.enter("hubs", number);
        let hub = value.object();
        let is_whole = hub.as_ref().is_some_and(|hub| {
            let kind = text(hub, "type", ledger).is_some();
            web(hub, "url", ledger).is_some() && kind
        });
        if !is_whole {
            ledger.fault_at(rule::HUB, value.at, "");
        }
        ledger.leave();
    }
}

/// A key's text, if it has one that is not empty; what is no text is a fault.
fn text<'a>(object: &Object<'a>, key: &'static str, ledger: &mut Ledger<'a>) -> Option<String> {
    let value = object.get(key)?;
    let text = value.text();
    if text.is_none() {
        ledger.fault_below(rule::TYPE, value.at, key, value.raw);
    }
    text.filter(|text| !text.trim().is_empty())
        .map(std::borrow::Cow::into_owned)
}

/// A key's address.
fn web<'a>(object: &Object<'a>, key: &'static str, ledger: &mut Ledger<'a>) -> Option<String> {
    let text = text(object, key, ledger)?;
    if !address::is_absolute(&text) {
        ledger.fault_below(rule::ADDRESS, object.at(key), key, &text);
    }
    Some(text)
}

fn dated<'a>(object: &Object<'a>, key: &'static str, ledger: &mut Ledger<'a>) {
    if let Some(text) = text(object, key, ledger)
        && !date::is_rfc3339(&text)
    {
        ledger.fault_below(rule::DATE, object.at(key), key, &text);
    }
}

fn spoken<'a>(object: &Object<'a>, ledger: &mut Ledger<'a>) {
    if let Some(text) = text(object, "language", ledger)
        && !language::is_tag(&text)
    {
        ledger.fault_below(rule::LANGUAGE, object.at("language"), "language", &text);
    }
}

fn authors<'a>(object: &Object<'a>, ledger: &mut Ledger<'a>) {
    let one = object.get("author");
    let many = object.get("authors");
    if let (Some(one), None) = (&one, &many) {
        ledger.fault_below(rule::AUTHOR_OLD, one.at, "author", "");
    }
    let Some(many) = many else { return };
    let Some(all) = many.array() else {
        ledger.fault_below(rule::TYPE, many.at, "authors", many.raw);
        return;
    };
    for (number, value) in (1..).zip(all) {
        ledger.enter("authors", number);
        let is_someone = value.object().is_some_and(|author| {
            let name = text(&author, "name", ledger).is_some();
            let found = ["url", "avatar"].map(|key| web(&author, key, ledger).is_some());
            name || found.contains(&true)
        });
        if !is_someone {
            ledger.fault_at(rule::AUTHOR, value.at, "");
        }
        ledger.leave();
    }
}

/// Keys that the format does not know, that are named as no key may be, or that stand twice.
fn keys<'a>(object: &Object<'a>, known: &[&str], ledger: &mut Ledger<'a>) {
    let mut seen: HashSet<&str> = HashSet::new();
    for (key, value) in object.pairs() {
        if !seen.insert(key) {
            ledger.fault_at(rule::KEY_TWICE, value.at, key);
        }
        let is_extension = key.starts_with('_');
        let is_named = key[usize::from(is_extension)..].starts_with(|c: char| c.is_alphabetic());
        if is_extension && (!is_named || key.contains('.')) {
            ledger.fault_at(rule::EXTENSION, value.at, key);
        } else if !is_extension && !known.contains(&key) {
            ledger.fault_at(rule::KEY, value.at, key);
        }
    }
}
