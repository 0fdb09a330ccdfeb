//! Items and their attachments.

use super::object::Object;
use super::{authors, dated, keys, rule, spoken, text, web};
use crate::conformance::ledger::Ledger;
use crate::conformance::value::{has_markup, is_media_type};
use std::collections::HashSet;

const KEYS: &[&str] = &[
    "id",
    "url",
    "external_url",
    "title",
    "content_html",
    "content_text",
    "summary",
    "image",
    "banner_image",
    "date_published",
    "date_modified",
    "author",
    "authors",
    "tags",
    "language",
    "attachments",
];

pub(super) fn check<'a>(item: &Object<'a>, ids: &mut HashSet<String>, ledger: &mut Ledger<'a>) {
    keys(item, KEYS, ledger);
    id(item, ids, ledger);
    for key in ["url", "external_url", "image", "banner_image"] {
        web(item, key, ledger);
    }
    for key in ["title", "summary"] {
        if let Some(text) = text(item, key, ledger)
            && has_markup(&text)
        {
            ledger.fault_below(rule::MARKUP, item.at(key), key, &text);
        }
    }
    let contents = ["content_html", "content_text"];
    for key in contents {
        text(item, key, ledger);
    }
    // An empty text is one: an item may be all attachments.
    if contents.iter().all(|key| item.get(key).is_none()) {
        ledger.fault_at(rule::CONTENT, item.at, "");
    }
    for key in ["date_published", "date_modified"] {
        dated(item, key, ledger);
    }
    spoken(item, ledger);
    authors(item, ledger);
    if let Some(tags) = item.get("tags") {
        let are_texts = tags
            .array()
            .is_some_and(|tags| tags.iter().all(|tag| tag.text().is_some()));
        if !are_texts {
            ledger.fault_below(rule::TYPE, tags.at, "tags", tags.raw);
        }
    }
    attachments(item, ledger);
}

fn id<'a>(item: &Object<'a>, ids: &mut HashSet<String>, ledger: &mut Ledger<'a>) {
    let said = item.get("id");
    match said.as_ref().map(|id| id.text()) {
        Some(Some(id)) if !id.trim().is_empty() => {
            if !ids.insert(id.clone().into_owned()) {
                ledger.fault_at(rule::ID_TWICE, item.at("id"), &id);
            }
        }
        Some(None) => {
            let raw = said.map_or("", |id| id.raw);
            ledger.fault_below(rule::TYPE, item.at("id"), "id", raw);
        }
        _ => ledger.fault_at(rule::ID, item.at("id"), ""),
    }
}

fn attachments<'a>(item: &Object<'a>, ledger: &mut Ledger<'a>) {
    let Some(value) = item.get("attachments") else {
        return;
    };
    let Some(all) = value.array() else {
        ledger.fault_below(rule::TYPE, value.at, "attachments", value.raw);
        return;
    };
    for (number, value) in (1..).zip(all) {
        ledger.enter("attachments", number);
        match value.object() {
            Some(file) => attachment(&file, ledger),
            None => ledger.fault_at(rule::TYPE, value.at, value.raw),
        }
        ledger.leave();
    }
}

fn attachment<'a>(file: &Object<'a>, ledger: &mut Ledger<'a>) {
    let url = web(file, "url", ledger);
    let kind = text(file, "mime_type", ledger);
    if let Some(missing) = [("url", &url), ("mime_type", &kind)]
        .iter()
        .find(|(_, said)| said.is_none())
    {
        ledger.fault_at(rule::ATTACHMENT, file.at, missing.0);
    }
    if let Some(kind) = kind.filter(|kind| !is_media_type(kind)) {
        ledger.fault_below(rule::MEDIA_TYPE, file.at("mime_type"), "mime_type", &kind);
    }
    text(file, "title", ledger);
    for key in ["size_in_bytes", "duration_in_seconds"] {
        if let Some(value) = file.get(key)
            && value.number().is_none_or(|number| number < 0.0)
        {
            ledger.fault_below(rule::NUMBER, value.at, key, value.raw);
        }
    }
}
