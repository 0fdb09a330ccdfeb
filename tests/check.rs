//! `pugcast check`, as its users run it.

use crate::support::{binary, corpora};
use serde_json::Value;
use std::io::Read;
use std::process::{Command, Output, Stdio};

fn check(place: &str, settings: &[(String, String)]) -> Output {
    Command::new(binary())
        .args(["check", "source", place])
        .env_clear()
        .envs(settings.iter().map(|(name, value)| (name, value)))
        .output()
        .unwrap()
}

/// The lines of items, and the line of counts.
fn lines(output: &Output) -> (Vec<Value>, Value) {
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    let out = String::from_utf8(output.stdout.clone()).unwrap();
    let mut lines: Vec<Value> = out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let counts = lines.pop().unwrap();
    assert_eq!(counts["taken"], lines.len(), "{counts}");
    assert_eq!(
        counts["skipped"],
        counts["reasons"].as_array().unwrap().len(),
        "{counts}"
    );
    (lines, counts)
}

/// Feeds of which less is taken than the index counts: how many items, and why.
const EXPLAINED: &[(&str, usize, &str)] = &[
    (
        "blog-atom--NetNewsWire--expertopinionent.atom",
        2,
        "a show that began with two notes; they carry no sound",
    ),
    (
        "blog-rss--feedjira--HuffPostCanada.xml",
        1,
        "one of its two items carries a film, so it is read as a show, and the other has none",
    ),
];

/// Every real feed through the command: as many items as the index counts, but for those explained above.
#[test]
fn a_file_says_what_would_be_collected() {
    let Some(corpora) = corpora() else { return };
    let index = std::fs::read_to_string(corpora.join("feeds/index.tsv")).unwrap();
    let (mut taken, mut files) = (0, 0);
    for line in index.lines().skip(1) {
        let columns: Vec<&str> = line.split('\t').collect();
        let (name, counted): (_, usize) = (columns[0], columns[4].parse().unwrap());
        let file = corpora.join("feeds").join(name);
        let output = check(file.to_str().unwrap(), &[]);
        if counted == 0 && !output.status.success() {
            continue;
        }
        let (items, counts) = lines(&output);
        let skipped = counts["reasons"].as_array().unwrap();
        println!("{name}: {} taken, {skipped:?}", items.len());
        let explained = EXPLAINED.iter().find(|(known, ..)| *known == name);
        let missing = explained.map_or(0, |(_, missing, _)| *missing);
        assert_eq!(items.len() + missing, counted, "{name}: {skipped:?}");
        assert_eq!(skipped.len(), missing, "{name}: each with its reason");
        for item in &items {
            for field in [
                "guid",
                "title",
                "date",
                "people",
                "enclosure",
                "duration",
                "links",
                "language",
            ] {
                assert!(
                    item.get(field).is_some(),
                    "{name} leaves out {field}: {item}"
                );
            }
            let is_local = item["links"].to_string().contains("file:");
            assert!(
                !is_local || item["links"][0] == counts["source"]["address"],
                "{item}"
            );
        }
        taken += items.len();
        files += 1;
    }
    println!("{files} feeds, {taken} items taken");
    assert!(files >= 30 && taken >= 600, "{files} {taken}");
    let archive = corpora.join("providers/oai/ojs/ListRecords.page1.assembled.xml");
    let (items, counts) = lines(&check(archive.to_str().unwrap(), &[]));
    assert!(!items.is_empty());
    assert!(
        counts["reasons"].to_string().contains("deleted there"),
        "{counts}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_is_asked_as_the_settings_say() {
    let replay = pugcast::replay::start().await.unwrap();
    let (keys, none) = (replay.settings(), replay.settings_without_keys());
    for (place, settings, wanted) in [
        (pugcast::replay::FEED.to_owned(), &none, "podcast"),
        (pugcast::replay::ARCHIVE.to_owned(), &none, "journal"),
        (
            format!("https://www.youtube.com/@{}", pugcast::replay::HANDLE),
            &keys,
            "youtube",
        ),
        (pugcast::replay::SHORT_ALBUM.to_owned(), &keys, "flickr"),
    ] {
        let (items, counts) = lines(&check(&place, settings));
        assert!(items.len() > 2, "{place}: {counts}");
        assert_eq!(counts["source"]["provider"], wanted, "{place}");
    }
    let (items, _) = lines(&check(pugcast::replay::VIMEO, &none));
    assert_eq!(
        (items.len(), &items[0]["duration"]),
        (1, &Value::from(2465))
    );
    for place in [
        "https://www.youtube.com/@nobody",
        "no link at all",
        "https://nobody.example/",
    ] {
        let output = check(place, &none);
        assert_eq!(output.status.code(), Some(1), "{place}");
        assert!(output.stdout.is_empty() && !output.stderr.is_empty());
    }
}

#[test]
fn a_reader_that_has_seen_enough_is_no_failure() {
    let Some(corpora) = corpora() else { return };
    let feed = corpora.join("feeds/podcast-rss--rss-parser--itunes-missing-image.rss");
    let mut child = Command::new(binary())
        .args(["check", "source", feed.to_str().unwrap()])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // The pipe is closed before the first line can be written into it.
    drop(child.stdout.take());
    let mut said = String::new();
    child
        .stderr
        .take()
        .unwrap()
        .read_to_string(&mut said)
        .unwrap();
    assert_eq!((child.wait().unwrap().code(), said.as_str()), (Some(0), ""));
}
