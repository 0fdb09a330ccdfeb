//! Link forms and hostile texts that others collected; they are not ours to ship.
//!
//! `PUGCAST_CORPORA` names their folder; without it the tests say that they are skipped.

use jobs::link::{Provider, find_all, parse, report::report};
use serde_json::Value;
use std::fs;
use std::io::Write;
use std::path::PathBuf;

const COLUMNS: [&str; 9] = [
    "url",
    "verdict",
    "provider",
    "kind",
    "id",
    "canonical",
    "extra",
    "reject_reason",
    "source",
];

#[test]
fn every_row_of_urls_tsv() {
    let Some(tsv) = read("providers/urls.tsv") else {
        return;
    };
    let mut lines = tsv.lines();
    assert_eq!(
        lines.next().map(columns),
        Some(COLUMNS.map(String::from).to_vec())
    );
    let (mut accepted, mut refused, mut other, mut wrong) = (0, 0, 0, Vec::new());
    for line in lines {
        let row = columns(line);
        let [url, verdict, provider, kind, id, canonical, ..] = row.as_slice() else {
            panic!("a row without columns: {line}");
        };
        let found = report(url);
        let refused_for =
            |provider: &Value| found["refused"].is_string() && found["provider"] == *provider;
        let right = match verdict.as_str() {
            "accept" => {
                accepted += 1;
                [
                    ("provider", provider),
                    ("kind", kind),
                    ("id", id),
                    ("canonical", canonical),
                ]
                .iter()
                .all(|(field, expected)| found[field] == **expected)
            }
            "reject" => {
                refused += 1;
                refused_for(&match provider.as_str() {
                    "" => Value::Null,
                    provider => provider.into(),
                })
            }
            "other" => {
                other += 1;
                // Neither's; Vimeo, PeerTube and the Internet Archive are known, the rest is a page.
                let (of, kind) = (&found["provider"], &found["kind"]);
                found["refused"].is_null() && of != "youtube" && of != "flickr" && kind != ""
            }
            _ => panic!("a verdict of its own: {line}"),
        };
        if !right {
            wrong.push(format!("{line}\n  -> {found}"));
        }
    }
    println!("urls.tsv: {accepted} to accept, {refused} to refuse, {other} of other sites");
    assert!(
        wrong.is_empty(),
        "{} wrong\n{}",
        wrong.len(),
        wrong.join("\n")
    );
    assert!(
        accepted >= 169 && refused >= 48 && other >= 4,
        "rows are missing"
    );
}

#[test]
fn hostile_texts_never_panic_nor_lead_elsewhere() {
    let mut texts = Vec::new();
    for name in ["url-wpt", "naughty", "crlf", "open-redirect", "ssrf"] {
        let Some(lines) = read(&format!("hostile/{name}.jsonl")) else {
            return;
        };
        let before = texts.len();
        for line in lines.lines() {
            let record: Value = serde_json::from_str(line).expect("a line is one JSON object");
            // A row of WPT is a test of its own, with an input inside.
            let input = match &record["input"] {
                Value::Object(inner) => &inner["input"],
                input => input,
            };
            texts.push(input.as_str().expect("an input is a text").to_owned());
        }
        assert!(texts.len() > before, "{name} is empty");
    }
    println!("hostile: {} texts", texts.len());
    assert!(texts.len() >= 1400, "texts are missing");

    for text in &texts {
        let placed = [
            text.clone(),
            format!("https://www.youtube.com/{text}"),
            format!("https://www.youtube.com/watch?v={text}"),
            format!("https://www.youtube.com/redirect?q={text}"),
            format!("https://youtu.be{text}"),
            format!("https://www.flickr.com/photos/{text}"),
            format!("https://flic.kr/p/{text}"),
            format!("{text}@www.flickr.com/photos/a/1"),
        ];
        for text in &placed {
            judge(text);
            find_all(text).iter().for_each(|found| judge(found));
        }
    }
    find_all(&texts.join(" "));
}

/// Whatever is accepted leads to a provider, in a form that stays as it is.
fn judge(text: &str) {
    let Ok(link) = parse(text) else { return };
    let canonical = link.canonical();
    let ours = [
        "https://www.youtube.com/",
        "https://www.flickr.com/",
        "https://flic.kr/",
    ];
    assert!(
        ours.iter().any(|front| canonical.starts_with(front))
            || matches!(link.provider(), Provider::Page | Provider::Site(_)),
        "{text:?} -> {canonical}"
    );
    let unseen = |c: char| c.is_control() || c.is_whitespace();
    assert!(!canonical.contains(unseen), "{text:?} -> {canonical:?}");
    assert_eq!(parse(&canonical), Ok(link), "{text:?} -> {canonical}");
}

/// A row's columns: `"` wraps one that holds quotes, and `\n` stands for a line break.
fn columns(line: &str) -> Vec<String> {
    line.split('\t')
        .map(|column| {
            match column
                .strip_prefix('"')
                .and_then(|rest| rest.strip_suffix('"'))
            {
                Some(inner) => inner.replace("\"\"", "\""),
                None => column.replace("\\n", "\n"),
            }
        })
        .collect()
}

fn read(name: &str) -> Option<String> {
    let folder = std::env::var_os("PUGCAST_CORPORA").map_or_else(
        || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/corpora")),
        PathBuf::from,
    );
    if !folder.is_dir() {
        // Not by println!, which a passing test swallows.
        let _ = writeln!(
            std::io::stderr(),
            "skipped: no corpora in {} (PUGCAST_CORPORA)",
            folder.display()
        );
        return None;
    }
    Some(fs::read_to_string(folder.join(name)).expect("a file of the corpora"))
}
