//! What a podcast's files are accompanied by: transcripts, chapters, other versions, pictures.

use super::{needs, rule};
use crate::conformance::element::Element;
use crate::conformance::ledger::Ledger;
use crate::conformance::tag::Tag;
use crate::conformance::value::number::{is_decimal, is_positive, is_whole};
use crate::conformance::value::{Is, date, is_media_type};

/// The types of transcripts that apps read.
const TRANSCRIPTS: &[&str] = &[
    "text/plain",
    "text/html",
    "text/vtt",
    "application/json",
    "application/x-subrip",
];

pub(super) fn check(element: &Element<'_, '_>, ledger: &mut Ledger<'_>) {
    let at = element.at;
    match element.tag {
        Tag::Transcript => {
            needs(element, &["url", "type"], rule::TRANSCRIPT, ledger);
            let kind = element.attribute("type");
            if let Some(kind) = kind.filter(|kind| !TRANSCRIPTS.contains(kind)) {
                ledger.fault_at(rule::TRANSCRIPT_TYPE, at, kind);
            }
            if let Some(rel) = element.attribute("rel").filter(|rel| *rel != "captions") {
                ledger.fault_at(rule::TRANSCRIPT_REL, at, rel);
            }
        }
        Tag::Chapters => {
            needs(element, &["url", "type"], rule::CHAPTERS, ledger);
            let kind = element.attribute("type");
            if let Some(kind) = kind.filter(|kind| *kind != "application/json+chapters") {
                ledger.fault_at(rule::CHAPTERS_TYPE, at, kind);
            }
        }
        Tag::Soundbite => soundbite(element, ledger),
        Tag::Trailer => trailer(element, ledger),
        Tag::ContentLink => {
            needs(element, &["href"], rule::CONTENT_LINK, ledger);
            if element.value().is_empty() {
                ledger.fault_at(rule::CONTENT_LINK_TEXT, at, "");
            }
        }
        _ => {}
    }
}

fn soundbite(element: &Element<'_, '_>, ledger: &mut Ledger<'_>) {
    let seconds = |name| element.attribute(name).filter(|said| is_decimal(said));
    let (Some(_), Some(duration)) = (seconds("startTime"), seconds("duration")) else {
        let missing = ["startTime", "duration"];
        let missing = missing.into_iter().find(|name| seconds(name).is_none());
        ledger.fault_at(rule::SOUNDBITE, element.at, missing.unwrap_or_default());
        return;
    };
    let is_usual = duration
        .parse::<f64>()
        .is_ok_and(|seconds| (15.0..=120.0).contains(&seconds));
    if !is_usual {
        ledger.fault_at(rule::SOUNDBITE_LENGTH, element.at, duration);
    }
}

fn trailer(element: &Element<'_, '_>, ledger: &mut Ledger<'_>) {
    let number = |name| element.attribute(name).is_none_or(is_whole);
    if let Some(missing) = element.lacks(&["url", "pubdate"]) {
        ledger.fault_at(rule::TRAILER, element.at, missing);
    } else if element.value().is_empty() || !number("season") || !number("length") {
        ledger.fault_at(rule::TRAILER, element.at, element.value());
    }
    let written = element.attribute("pubdate");
    if let Some(date) = written.filter(|date| date::of_mail(date).is_err()) {
        ledger.fault_at(rule::TRAILER_DATE, element.at, date);
    }
}

/// Other versions of an episode, and where they are.
pub(super) fn alternate(element: &Element<'_, '_>, ledger: &mut Ledger<'_>) {
    let at = element.at;
    match element.tag {
        Tag::AlternateEnclosure => {
            let kind = element.attribute("type").unwrap_or_default();
            if !is_media_type(kind) {
                ledger.fault_at(rule::ALTERNATE, at, kind);
            }
            if !element.seen.has(Tag::MediaSource) {
                ledger.fault_at(rule::ALTERNATE_SOURCE, at, "");
            }
            let numbers: [(&str, Is); 3] = [
                ("length", is_whole),
                ("height", is_positive),
                ("bitrate", is_decimal),
            ];
            for (name, is) in numbers {
                if let Some(said) = element.attribute(name).filter(|said| !is(said)) {
                    ledger.fault_at(rule::ALTERNATE_NUMBER, at, &format!("{name}={said}"));
                }
            }
            let default = element.attribute("default");
            if let Some(default) = default.filter(|said| !matches!(*said, "true" | "false")) {
                ledger.fault_at(rule::ALTERNATE_DEFAULT, at, default);
            }
        }
        Tag::MediaSource => needs(element, &["uri"], rule::SOURCE, ledger),
        _ => {
            let kind = element.attribute("type").unwrap_or_default();
            if !matches!(kind, "sri" | "pgp-signature") || element.attribute("value").is_none() {
                ledger.fault_at(rule::INTEGRITY, at, kind);
            }
        }
    }
}

/// Pictures in other shapes than the square one.
pub(super) fn image(element: &Element<'_, '_>, ledger: &mut Ledger<'_>) {
    if element.tag == Tag::PodcastImages {
        ledger.fault_at(rule::IMAGES, element.at, "");
        return;
    }
    needs(element, &["href"], rule::IMAGE, ledger);
    let is_ratio = |text: &str| match text.split_once('/') {
        Some((width, height)) => is_decimal(width.trim()) && is_decimal(height.trim()),
        None => is_decimal(text),
    };
    let shapes: [(&str, Is); 4] = [
        ("width", is_positive),
        ("height", is_positive),
        ("aspect-ratio", is_ratio),
        ("type", is_media_type),
    ];
    for (name, is) in shapes {
        if let Some(said) = element.attribute(name).filter(|said| !is(said)) {
            ledger.fault_at(rule::IMAGE_SHAPE, element.at, &format!("{name}={said}"));
        }
    }
}
