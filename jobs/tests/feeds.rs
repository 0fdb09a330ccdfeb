//! Real feeds, archives and hostile XML that others collected: what is found in each, and that none does harm.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on ends there")]

use jobs::provider::{Found, Source, feed, journal};
use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::time::{Duration, Instant};
use url::Url;

fn corpora() -> Option<PathBuf> {
    let folder = std::env::var_os("PUGCAST_CORPORA").map_or_else(
        || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/corpora")),
        PathBuf::from,
    );
    if folder.is_dir() {
        return Some(folder);
    }
    let _ = writeln!(
        std::io::stderr(),
        "skipped: no corpora in {} (PUGCAST_CORPORA)",
        folder.display()
    );
    None
}

fn address() -> Url {
    Url::parse("https://talk.example/feed.xml").unwrap()
}

#[test]
fn items_of_real_feeds_are_as_many_as_the_index_counts() {
    let Some(corpora) = corpora() else { return };
    let index = fs::read_to_string(corpora.join("feeds/index.tsv")).unwrap();
    let (mut right, mut wrong) = (0, Vec::new());
    for line in index.lines().skip(1) {
        let columns: Vec<&str> = line.split('\t').collect();
        let (name, counted): (_, usize) = (columns[0], columns[4].parse().unwrap());
        let bytes = fs::read(corpora.join("feeds").join(name)).unwrap();
        let found = match feed::parse(&bytes, None, &address()) {
            Ok(feed) => feed.entries.len().to_string(),
            Err(error) => error.to_string(),
        };
        if found == counted.to_string() {
            right += 1;
        } else {
            wrong.push(format!("{name}: {counted} counted, found {found}"));
        }
    }
    println!("feeds: {right} as counted");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(right >= 30, "feeds are missing: {right}");
}

#[test]
fn archives_answer_as_their_index_says() {
    let Some(corpora) = corpora() else { return };
    let read = |name: &str| {
        let xml = fs::read(corpora.join("providers/oai").join(name)).unwrap();
        journal::read(&String::from_utf8_lossy(&xml))
    };
    let one = read("ojs/ListRecords.page1.assembled.xml").unwrap();
    assert!(one.token.is_some() && one.records.iter().any(|record| record.deleted));
    let two = read("ojs/ListRecords.page2.assembled.xml").unwrap();
    assert_eq!(two.token, None, "an empty token ends the list");
    let source = Source::default();
    let found: Vec<Found> = two
        .records
        .iter()
        .map(|record| journal::record_of(record, &source).unwrap())
        .collect();
    assert_eq!(found[0].people, ["Andrzej Kapanowski"]);
    assert_eq!(
        found[0].description.as_deref(),
        Some("Abstract with escaped HTML & entities.")
    );
    assert_eq!(
        found[0].citation.as_deref(),
        Some("The Python Papers; Vol 9 (2014)")
    );
    assert_eq!(
        found[0].document.as_deref(),
        Some("http://ojs.pythonpapers.org/index.php/tpp/article/view/258/259")
    );
    assert_eq!(found[1].people, ["Andrzej Kapanowski", "Łukasz Gałuszka"]);

    let mut errors = 0;
    for folder in ["generic", "ojs"] {
        for file in fs::read_dir(corpora.join("providers/oai").join(folder)).unwrap() {
            let name = file.unwrap().file_name().into_string().unwrap();
            let answer = read(&format!("{folder}/{name}"));
            let error_of = name.trim_start_matches("error.").split('.').next().unwrap();
            let is_error = ["bad", "cannot", "idDoes", "noRec", "noSet", "undefined"];
            if is_error.iter().any(|front| error_of.starts_with(front)) {
                let said = answer.unwrap().error.unwrap();
                assert!(
                    said.starts_with(error_of) || error_of == "undefinedError",
                    "{name}: {said}"
                );
                errors += 1;
            } else if name.starts_with("ListRecordsBroken")
                || name.contains("record.")
                || name.starts_with("oai_dc")
            {
                assert!(answer.is_err(), "{name} is no answer of an archive");
            } else {
                assert_eq!(answer.unwrap().error, None, "{name}");
            }
        }
    }
    assert!(errors >= 14, "{errors}");
    let chain = ["", "2", "3", "4"].map(|n| read(&format!("generic/ListRecords{n}.xml")).unwrap());
    let goes_on = chain.map(|answer| answer.token.is_some());
    assert_eq!(
        goes_on,
        [true, true, true, false],
        "the fourth page ends it"
    );
}

/// No panic, no live markup in what comes out, and none takes long.
#[test]
fn hostile_feeds_do_no_harm() {
    let Some(corpora) = corpora() else { return };
    let mut texts: Vec<(String, Vec<u8>)> = Vec::new();
    for folder in ["feeds", "feeds-html-sanitize"] {
        let mut folders = vec![corpora.join("hostile").join(folder)];
        while let Some(folder) = folders.pop() {
            for file in fs::read_dir(folder).unwrap() {
                let path = file.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    let bytes = fs::read(&path).unwrap();
                    texts.push((path.display().to_string(), bytes));
                }
            }
        }
    }
    let attacks = fs::read_to_string(corpora.join("hostile/xml-attacks.jsonl")).unwrap();
    for (number, line) in attacks.lines().enumerate() {
        let attack: serde_json::Value = serde_json::from_str(line).unwrap();
        let input = attack["input"].as_str().unwrap_or_default();
        texts.push((format!("xml-attacks {number}"), input.as_bytes().to_vec()));
    }
    assert!(texts.len() > 500, "texts are missing: {}", texts.len());
    let (mut items, mut refused, mut slowest) = (0, 0, Duration::ZERO);
    for (name, bytes) in &texts {
        let begun = Instant::now();
        match feed::read(bytes, None, &address()) {
            Ok(many) => {
                for proposed in &many.items {
                    items += 1;
                    let said =
                        format!("{:?}{:?}", proposed.found.title, proposed.found.description);
                    assert!(!said.contains("root:x:0:0"), "{name} opened a file");
                    let canonical = &proposed.found.canonical;
                    assert!(canonical.starts_with("http"), "{name}: {canonical}");
                }
            }
            Err(_) => refused += 1,
        }
        let xml = String::from_utf8_lossy(bytes);
        let _ = journal::read(&xml);
        let _ = journal::article(&xml, &address());
        slowest = slowest.max(begun.elapsed());
    }
    println!(
        "hostile: {} texts, {items} items, {refused} refused, slowest {slowest:?}",
        texts.len()
    );
    assert!(slowest < Duration::from_secs(20), "{slowest:?}");
}

#[test]
fn what_speaks_of_groups() {
    for (title, speaks) in [
        ("Starting a user group in a library", true),
        ("The Meetup that reads errors", true),
        ("PUG: the beginning", true),
        ("A groupe d’utilisateurs", true),
        ("Grouping users by pugnacity", false),
        ("Faster loops", false),
    ] {
        let found = Found {
            title: Some(title.into()),
            ..Found::default()
        };
        assert_eq!(feed::speaks_of_groups(&found), speaks, "{title}");
    }
}
