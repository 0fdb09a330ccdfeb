//! The first build of every document, next to Pelican's of the same number of articles.

use super::filling::fill_groups;
use super::{Row, Scratch, median, python};
use futures::{StreamExt, stream};
use pugcast::app::App;
use pugcast::db;
use pugcast::feed;
use pugcast::model::feed::{Document, Feed, Format, Profile};
use std::time::{Duration, Instant};
use tokio::runtime::Runtime;

const ENTRIES: usize = 5000;
const GROUPS: usize = 100;
/// Documents that are asked for at once.
const AT_ONCE: usize = 8;
const ROUNDS: usize = 7;

pub async fn rows() -> Vec<Row> {
    let scratch = Scratch::new("sqlite").await;
    let app = scratch.app("1").await;
    fill_groups(&app, GROUPS, 0..ENTRIES, |n| {
        format!("An evening, number {n}")
    })
    .await;
    app.db.close().await;
    let (mut ours, mut theirs, mut sizes) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let (took, built) = tokio::task::block_in_place(|| alone(&scratch));
        ours.push(took);
        sizes = built;
        theirs.extend(python(
            "pelican_s.py",
            &[&ENTRIES.to_string(), &GROUPS.to_string()],
        ));
    }
    let peer = (theirs.len() == ROUNDS).then(|| median(theirs));
    vec![Row {
        name: "first-build-5k".into(),
        ours: median(ours),
        peer,
        unit: "s",
        better: "lower",
        goal: peer.map(|peer| peer / 20.0),
        note: format!(
            "{} documents, {} MB, each checked and packed three ways, medians of {ROUNDS}; peer: Pelican's pages and feeds of {ENTRIES} articles",
            sizes.len(),
            sizes.iter().sum::<usize>() >> 20
        ),
    }]
}

/// One build in a runtime of its own: what goes on in the background ends with it, and leaves the peer in peace.
fn alone(scratch: &Scratch) -> (f64, Vec<usize>) {
    let runtime = Runtime::new().unwrap();
    let measured = runtime.block_on(async {
        let app = scratch.app("1").await;
        let begun = Instant::now();
        let sizes = built(&app).await;
        (begun.elapsed().as_secs_f64(), sizes)
    });
    runtime.shutdown_timeout(Duration::from_secs(10));
    measured
}

/// Makes every document there is, and says how many bytes each has.
async fn built(app: &App) -> Vec<usize> {
    let mut documents = Vec::new();
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
    assert!(sizes.len() > 4 * ENTRIES / 100, "{} documents", sizes.len());
    sizes
}
