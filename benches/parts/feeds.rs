//! What a feed costs after a change, and before the next one, at 1,000 and at 100,000 entries.

use super::filling::{SOUNDING, fill};
use super::{Row, Scratch, median, python};
use pugcast::app::App;
use pugcast::db;
use pugcast::db::listing::Changed;
use pugcast::feed::{self, Encoding};
use pugcast::model::feed::{Document, Scope};
use std::time::Instant;

const ROUNDS: usize = 9;

pub async fn rows(kind: &str) -> Vec<Row> {
    let scratch = Scratch::new(kind).await;
    let app = scratch.app("1").await;
    let peer = python("feedgen_ms.py", &[]);
    let mut rows = Vec::new();
    let mut held = 0;
    for (count, word) in [(1_000, "1k"), (100_000, "100k")] {
        fill(&app, held..count, |n| format!("An evening, number {n}")).await;
        held = count;
        for file in ["showcase.xml", "podcast.xml"] {
            let (mut cold, mut warm) = (Vec::new(), Vec::new());
            for _ in 0..ROUNDS {
                change(&app, held).await;
                cold.push(timed(&app, file).await);
                warm.push(timed(&app, file).await);
            }
            let name = file.trim_end_matches(".xml");
            for (state, values, peer) in [("changed", cold, peer), ("unchanged", warm, None)] {
                rows.push(Row {
                    name: format!("feed-{name}-{state}-{word}-{kind}"),
                    ours: median(values),
                    peer,
                    unit: "ms",
                    better: "lower",
                    goal: None,
                    note: match state {
                        "changed" => "read, build, hash and zip; peer: feedgen builds 100 items, no database, no zip".into(),
                        _ => "one row is read".into(),
                    },
                });
            }
        }
    }
    rows
}

async fn timed(app: &App, file: &str) -> f64 {
    let document = Document::of_file(Scope::Whole, None, file).unwrap();
    let begun = Instant::now();
    let packed = feed::document(app, &document).await.unwrap().unwrap();
    let size = packed.bytes(Encoding::Plain).len();
    assert!(size > 10_000, "a feed of a hundred items");
    begun.elapsed().as_secs_f64() * 1000.0
}

/// The newest entry that sounds changes: both feeds hold it.
async fn change(app: &App, count: usize) {
    let newest = ((count - 1) / SOUNDING * SOUNDING + 1) as i64;
    let listed = db::listing::between(&app.db, "showcase", newest, newest)
        .await
        .unwrap();
    let mut tx = app.db.begin().await.unwrap();
    let what = Changed::Entry(&listed[0].entry_id);
    db::listing::changed(&mut tx, what, app.now())
        .await
        .unwrap();
    tx.commit().await.unwrap();
}
