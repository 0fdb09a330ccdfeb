//! What looking for doubles costs at 1,000 and at 100,000 published entries, and what marking them does.

use super::{Row, Scratch, filling, median};
use pugcast::app::App;
use pugcast::db;
use pugcast::double;
use pugcast::model::SubmissionId;
use std::time::Instant;

const LOOKS: usize = 50;

/// Titles as evenings have them: no two the same, many with words in common.
pub(super) fn title(n: usize) -> String {
    const WHAT: &[&str] = &[
        "Rain gauges",
        "Type hints",
        "Timetables",
        "Snow ploughs",
        "Night buses",
        "Beehives",
        "Greenhouses",
        "Old letters",
        "Tide tables",
        "Bird calls",
        "Rack cooling",
        "Tax forms",
        "Ferries",
    ];
    const WITH: &[&str] = &[
        "MicroPython",
        "pandas",
        "asyncio",
        "Django",
        "pytest",
        "NumPy",
        "FastAPI",
        "SQLite",
        "Jupyter",
        "mypy",
        "GeoPandas",
    ];
    const HOW: &[&str] = &[
        "first steps",
        "what went wrong",
        "a year later",
        "for beginners",
        "in production",
        "from scratch",
        "the slow way",
    ];
    let (what, with, how) = (
        WHAT[n % WHAT.len()],
        WITH[n % WITH.len()],
        HOW[n % HOW.len()],
    );
    format!("{what} with {with}: {how}, case {}", n / 1001)
}

pub async fn rows(kind: &str) -> Vec<Row> {
    let scratch = Scratch::new(kind).await;
    let app = scratch.app("1").await;
    let (mut rows, mut ids) = (Vec::new(), Vec::new());
    for (count, word) in [(1_000, "1k"), (100_000, "100k")] {
        let held = ids.len();
        ids.extend(filling::fill(&app, held..count, title).await);
        let begun = Instant::now();
        let marked = double::mark_rest(&app).await.unwrap();
        assert_eq!(marked, count - held);
        let rate = marked as f64 / begun.elapsed().as_secs_f64();
        let mut times = Vec::new();
        for n in 0..LOOKS {
            times.push(look(&app, &ids[n * (count / LOOKS)]).await);
        }
        let row = |name: &str, ours, unit, better, note: &str| Row {
            name: format!("doubles-{name}-{word}-{kind}"),
            ours,
            peer: None,
            unit,
            better,
            goal: None,
            note: note.into(),
        };
        rows.push(row(
            "look",
            median(times),
            "ms",
            "lower",
            "candidates by their marks, 40 at most, each compared",
        ));
        rows.push(row(
            "mark",
            rate,
            "1/s",
            "higher",
            "published entries marked",
        ));
    }
    rows
}

async fn look(app: &App, id: &SubmissionId) -> f64 {
    let submission = db::submission::by_id(&app.db, id).await.unwrap().unwrap();
    let media = db::medium::of(&app.db, id).await.unwrap();
    let begun = Instant::now();
    double::look(app, &submission, &media).await.unwrap();
    begun.elapsed().as_secs_f64() * 1000.0
}
