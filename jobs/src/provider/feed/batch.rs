//! What feed-rs reads of items: many in one document, for it takes as long to begin as to read; one by one where that
//! does not give each item its own.

use super::item::Item;
use feed_rs::model::Entry;
use feed_rs::parser::{Builder, Parser};
use std::panic;
use url::Url;

/// Items in one document at most: where one of them cannot be read, so many are read again.
pub(super) const MANY: usize = 200;

/// An item as it stands in a document made for feed-rs.
#[derive(Debug, Default, PartialEq)]
pub(super) enum Piece {
    /// An RSS item.
    Rss(String),
    /// An Atom entry.
    Atom(String),
    /// A JSON Feed's item.
    Json(String),
    #[default]
    None,
}

/// What feed-rs reads of each item, in order.
pub(super) fn entries(items: &[Item]) -> Vec<Result<Entry, String>> {
    let pieces: Vec<&Piece> = items.iter().map(|item| &item.piece).collect();
    let same = items.windows(2).all(|two| {
        two[0].base == two[1].base
            && std::mem::discriminant(&two[0].piece) == std::mem::discriminant(&two[1].piece)
    });
    let base = items.first().and_then(|item| item.base.as_ref());
    if same
        && let Ok(entries) = read(base, &pieces)
        && entries.len() == items.len()
    {
        return entries.into_iter().map(Ok).collect();
    }
    let alone = |item: &Item| {
        let mut entries = read(item.base.as_ref(), &[&item.piece])?;
        entries.pop().ok_or_else(|| "it says nothing".to_owned())
    };
    items.iter().map(alone).collect()
}

/// Reads them as one document; what that breaks stays here.
fn read(base: Option<&Url>, pieces: &[&Piece]) -> Result<Vec<Entry>, String> {
    let document = document(pieces);
    let parser: Parser = Builder::new()
        .base_uri(base)
        .id_generator(|_, _, _| String::new())
        .build();
    let reading = panic::AssertUnwindSafe(|| parser.parse(document.as_bytes()));
    match panic::catch_unwind(reading) {
        Ok(Ok(feed)) => Ok(feed.entries),
        Ok(Err(error)) => Err(error.to_string()),
        Err(_) => Err("its reader gave up".into()),
    }
}

fn document(pieces: &[&Piece]) -> String {
    let (before, between, after) = match pieces.first() {
        Some(Piece::Atom(_)) => (
            "<feed xmlns=\"http://www.w3.org/2005/Atom\">",
            "",
            "</feed>",
        ),
        Some(Piece::Json(_)) => (
            "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"\",\"items\":[",
            ",",
            "]}",
        ),
        _ => (
            "<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" \
             xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel>",
            "",
            "</channel></rss>",
        ),
    };
    let bodies = pieces.iter().map(|piece| match piece {
        Piece::Rss(body) | Piece::Atom(body) | Piece::Json(body) => body.as_str(),
        Piece::None => "",
    });
    format!(
        "{before}{}{after}",
        bodies.collect::<Vec<_>>().join(between)
    )
}
