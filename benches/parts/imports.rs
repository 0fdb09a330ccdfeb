//! How fast pyvideo's records come in, from the file to the last row: waiting for editors, and published.

use super::{Row, Scratch, median};
use pugcast::import;
use pugcast::model::import::Kind;
use std::path::{Path, PathBuf};
use std::time::Instant;

const ROUNDS: usize = 5;
/// Records made where the real ones are not at hand.
const MADE: usize = 2_000;
const DATABASES: [&str; 2] = ["sqlite", "postgres"];

pub async fn rows() -> Vec<Row> {
    let made = Scratch::new("sqlite").await;
    let (records, which) = records(&made.dir);
    let mut rates: Vec<((&str, bool), Vec<f64>)> = Vec::new();
    // Database after database in every round: whatever else the machine does falls on both.
    for _ in 0..ROUNDS {
        for kind in DATABASES {
            for publishes in [false, true] {
                let rate = rate(kind, &records, publishes).await;
                match rates.iter_mut().find(|(of, _)| *of == (kind, publishes)) {
                    Some((_, all)) => all.push(rate),
                    None => rates.push(((kind, publishes), vec![rate])),
                }
            }
        }
    }
    let row = |((kind, publishes), rates): ((&str, bool), Vec<f64>)| Row {
        name: format!(
            "import-{}-{kind}",
            if publishes { "published" } else { "waiting" }
        ),
        ours: median(rates),
        peer: None,
        unit: "rows/s",
        better: "higher",
        goal: None,
        note: format!("{which}, read, checked and stored; median of {ROUNDS}"),
    };
    rates.into_iter().map(row).collect()
}

async fn rate(kind: &str, records: &Path, publishes: bool) -> f64 {
    let scratch = Scratch::new(kind).await;
    let app = scratch.app("1").await;
    let begun = Instant::now();
    let list = import::open(Kind::Pyvideo, records).unwrap();
    let editor = publishes.then_some("ada@example.org");
    let report = import::run(&app, list, editor, |_| ()).await.unwrap();
    let took = begun.elapsed().as_secs_f64();
    assert!(
        report.done() == report.total && report.known == 0,
        "{} of {}",
        report.done(),
        report.total
    );
    assert!(
        report.taken + report.waiting > report.total / 2,
        "most of them come in"
    );
    report.total as f64 / took
}

/// The collected records, or as many of the same shape.
fn records(folder: &Path) -> (PathBuf, &'static str) {
    let corpora = std::env::var_os("PUGCAST_CORPORA").map_or_else(
        || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/corpora")),
        PathBuf::from,
    );
    let real = corpora.join("pyvideo");
    if real.is_dir() {
        return (real, "pyvideo's own records");
    }
    let line = |n: usize| {
        let words = "What was covered, in the two sentences that an editor leaves. ".repeat(8);
        serde_json::json!({
            "path": format!("pybench/videos/{n}.json"), "event_title": "PyBench 2024", "country": "FI", "city": "Turku",
            "record": {
                "title": format!("An evening, number {n}"), "description": words, "speakers": ["Ada"], "language": "eng",
                "recorded": "2024-03-05", "duration": 1800,
                "videos": [{ "type": "youtube", "url": format!("https://www.youtube.com/watch?v={n:011}") }],
            },
        })
        .to_string()
    };
    let lines: Vec<String> = (0..MADE).map(line).collect();
    let path = folder.join("made.jsonl");
    std::fs::write(&path, lines.join("\n")).unwrap();
    (path, "made records")
}
