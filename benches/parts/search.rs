//! What a question costs at 1,000 and at 100,000 entries, and what filling the index does.

use super::{Row, Scratch, doubles, filling, median};
use pugcast::app::App;
use pugcast::db;
use pugcast::model::EntryId;
use pugcast::model::search::Wanted;
use pugcast::search::{self, document};
use std::time::Instant;

const LOOKS: usize = 15;
const AT_ONCE: i64 = 500;

/// What is asked, and how it meets the entries of the bench.
const QUESTIONS: &[(&str, &str)] = &[
    ("seldom", "ferries asyncio beginners"),
    ("often", "greenhouses"),
    ("beginning", "fas"),
    ("everywhere", "covered sentences"),
    ("nowhere", "covered zebra"),
    ("all", ""),
];

pub async fn rows(kind: &str) -> Vec<Row> {
    let scratch = Scratch::new(kind).await;
    let app = scratch.app("1").await;
    let (mut rows, mut held) = (Vec::new(), 0);
    for (count, word) in [(1_000, "1k"), (100_000, "100k")] {
        filling::fill(&app, held..count, doubles::title).await;
        let row = |name: &str, ours, unit, better, note: String| Row {
            name: format!("search-{name}-{word}-{kind}"),
            ours,
            peer: None,
            unit,
            better,
            goal: None,
            note,
        };
        let begun = Instant::now();
        let filled = fill(&app).await;
        assert_eq!(filled, count - held);
        let rate = filled as f64 / begun.elapsed().as_secs_f64();
        rows.push(row(
            "fill",
            rate,
            "1/s",
            "higher",
            "entries given their words".into(),
        ));
        for (name, question) in QUESTIONS {
            let wanted = Wanted::read(question, "", "", "", "");
            let (mut times, mut found) = (Vec::new(), 0);
            for _ in 0..LOOKS {
                let begun = Instant::now();
                found = search::find(&app, &wanted, 1).await.unwrap().entry_count;
                times.push(begun.elapsed().as_secs_f64() * 1000.0);
            }
            let note = format!("“{question}”: {found} counted, the first page with its entries");
            rows.push(row(name, median(times), "ms", "lower", note));
        }
        let begun = Instant::now();
        let choices = db::search::choices(&app.db).await.unwrap();
        assert_eq!(choices.kinds, ["audio", "video"]);
        let took = begun.elapsed().as_secs_f64() * 1000.0;
        rows.push(row(
            "choices",
            took,
            "ms",
            "lower",
            "every kind, country, language and year".into(),
        ));
        held = count;
    }
    rows
}

async fn fill(app: &App) -> usize {
    let (mut behind, mut filled) = (String::new(), 0);
    loop {
        let stale =
            db::search::stale_entries(&app.db, jobs::words::VERSION, &behind, AT_ONCE).await;
        let stale = stale.unwrap();
        let Some(last) = stale.last().map(EntryId::to_string) else {
            return filled;
        };
        behind = last;
        let mut documents = Vec::new();
        for id in &stale {
            documents.extend(document::of_entry(app, id).await.unwrap());
        }
        let mut tx = app.db.begin().await.unwrap();
        for document in &documents {
            db::search::save(&mut tx, document).await.unwrap();
        }
        tx.commit().await.unwrap();
        filled += documents.len();
    }
}
