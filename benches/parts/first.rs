//! The first build of every document, next to Pelican's of the same number of articles.

use super::filling::fill_groups;
use super::{Row, Scratch, python};
use futures::{StreamExt, stream};
use pugcast::db;
use pugcast::feed;
use pugcast::model::feed::{Document, Feed, Format, Profile};
use std::time::Instant;

const ENTRIES: usize = 5000;
const GROUPS: usize = 100;
/// Documents that are asked for at once.
const AT_ONCE: usize = 8;

pub async fn rows() -> Vec<Row> {
    let scratch = Scratch::new("sqlite").await;
    let app = scratch.app("1").await;
    fill_groups(&app, GROUPS, 0..ENTRIES, |n| {
        format!("An evening, number {n}")
    })
    .await;
    let mut documents = Vec::new();
    let begun = Instant::now();
    for edition in db::listing::editions(&app.db).await.unwrap() {
        let feed = Feed::from_name(&edition.feed).unwrap();
        let formats: &[Format] = match feed.profile {
            Profile::Podcast => &[Format::Rss],
            Profile::Showcase => &[Format::Rss, Format::Atom, Format::Json],
        };
        let archives = (edition.newest - 1) / feed::NEWEST + 1;
        for archive in std::iter::once(None).chain((1..=archives).map(Some)) {
            documents.extend(formats.iter().map(|format| Document {
                feed: feed.clone(),
                format: *format,
                archive,
            }));
        }
    }
    // As several readers would ask for them.
    let built = stream::iter(documents.into_iter().map(|document| {
        let app = app.clone();
        tokio::spawn(async move { feed::document(&app, &document).await.unwrap() })
    }));
    let built: Vec<_> = built.buffer_unordered(AT_ONCE).collect().await;
    // The head has what the newest archive would: there is none.
    let built = built.into_iter().filter_map(Result::unwrap);
    let sizes: Vec<usize> = built
        .map(|packed| packed.bytes(feed::Encoding::Plain).len())
        .collect();
    let (count, bytes) = (sizes.len(), sizes.iter().sum::<usize>());
    let ours = begun.elapsed().as_secs_f64();
    assert!(count > 4 * ENTRIES / 100, "{count} documents");
    let peer = python("pelican_s.py", &[&ENTRIES.to_string(), &GROUPS.to_string()]);
    vec![Row {
        name: "first-build-5k".into(),
        ours,
        peer,
        unit: "s",
        better: "lower",
        goal: peer.map(|peer| peer / 20.0),
        note: format!(
            "{count} documents, {} MB, each checked and packed three ways; peer: Pelican's pages and feeds of {ENTRIES} articles",
            bytes >> 20
        ),
    }]
}
