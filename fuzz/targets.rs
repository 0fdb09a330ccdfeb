//! What the fuzzer calls, one function a door. Ordinary tests call the same on stable Rust (jobs/tests/targets.rs).

#![allow(dead_code, reason = "the fuzzer's programs call one each")]

use jobs::link;
use jobs::provider::{Source, feed, journal};
use std::hint::black_box;
use url::Url;

/// A target with its name.
pub type Target = (&'static str, fn(&[u8]));

/// Each target.
pub const TARGETS: [Target; 4] = [("link", link), ("feed", feed), ("oai", oai), ("page", page)];

/// A line that somebody pasted, and words with links in them.
pub fn link(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    for text in link::find_all(&text).iter().chain([&text.into_owned()]) {
        let Ok(link) = link::parse(text) else {
            continue;
        };
        let canonical = link.canonical();
        assert_eq!(
            link::parse(&canonical),
            Ok(link),
            "{text:?} -> {canonical:?}"
        );
        let unseen = |c: char| c.is_control() || c.is_whitespace();
        assert!(!canonical.contains(unseen), "{text:?} -> {canonical:?}");
    }
}

/// A feed, in whatever encoding.
pub fn feed(data: &[u8]) {
    let Some(address) = address() else { return };
    let Ok(many) = feed::read(data, None, &address) else {
        return;
    };
    for proposed in &many.items {
        let canonical = &proposed.found.canonical;
        assert!(canonical.starts_with("http"), "{canonical:?}");
    }
}

/// An archive's answer.
pub fn oai(data: &[u8]) {
    let Ok(answer) = journal::read(&String::from_utf8_lossy(data)) else {
        return;
    };
    let source = Source::default();
    for record in &answer.records {
        let _ = black_box(journal::record_of(record, &source));
    }
}

/// A page that may be an article's, or name a feed.
pub fn page(data: &[u8]) {
    let Some(address) = address() else { return };
    let html = String::from_utf8_lossy(data);
    black_box(journal::article(&html, &address));
    black_box(feed::named(&html, &address));
}

fn address() -> Option<Url> {
    Url::parse("https://talk.example/feed.xml").ok()
}
