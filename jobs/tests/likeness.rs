//! How well doubles are told from others: on pairs of our own, and on records that others collected.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on ends there")]

use jiff::civil::Date;
use jobs::likeness::{Likeness, Sign, Traits, compare, exact, key, marks, picture, sources};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::PathBuf;

/// Not by `println!`, which a passing test swallows: these lines are to be read.
macro_rules! say {
    ($($text:tt)*) => {
        let _ = writeln!(std::io::stderr(), $($text)*);
    };
}

/// A pair of the labelled set.
struct Pair {
    row: usize,
    label: String,
    case: String,
    a: Traits,
    b: Traits,
}

/// What the labels and the verdicts come to.
#[derive(Debug, Default)]
struct Tally {
    same: usize,
    different: usize,
    certain_said: usize,
    certain_right: usize,
    certain_due: usize,
    likely_said: usize,
    likely_right: usize,
    found: usize,
}

impl Tally {
    fn certain_precision(&self) -> f64 {
        share(self.certain_right, self.certain_said)
    }

    fn certain_recall(&self) -> f64 {
        share(self.certain_right, self.certain_due)
    }

    fn precision(&self) -> f64 {
        share(self.likely_right, self.likely_said)
    }

    fn recall(&self) -> f64 {
        share(self.likely_right, self.same)
    }
}

fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}

fn pairs(text: &str) -> Vec<Pair> {
    let pairs = text.lines().enumerate().map(|(at, line)| {
        let value: Value = serde_json::from_str(line).unwrap();
        let word = |name: &str| value[name].as_str().unwrap().to_owned();
        Pair {
            row: at + 1,
            label: word("label"),
            case: word("case"),
            a: traits(&value["both"], &value["a"]),
            b: traits(&value["both"], &value["b"]),
        }
    });
    pairs.collect()
}

fn traits(both: &Value, own: &Value) -> Traits {
    let get = |name: &str| match &own[name] {
        Value::Null => &both[name],
        value => value,
    };
    let text = |name: &str| get(name).as_str().unwrap_or_default().to_owned();
    let list =
        |name: &str| -> Vec<String> { get(name).as_str().map(str::to_owned).into_iter().collect() };
    let day = |name: &str| get(name).as_str().map(|day| day.parse::<Date>().unwrap());
    let guid = get("guid").as_array().map(|pair| {
        let part = |at: usize| pair[at].as_str().unwrap().to_owned();
        (part(0), part(1))
    });
    let people = get("people").as_array().cloned().unwrap_or_default();
    Traits {
        kind: text("kind"),
        links: list("link"),
        guids: guid.into_iter().collect(),
        enclosures: list("file"),
        titles: list("title"),
        met_on: day("met"),
        published_on: day("out"),
        group: text("group"),
        city: text("city"),
        duration_s: get("length").as_u64(),
        picture_hash: get("picture").as_str().and_then(picture::from_text),
        people: people
            .iter()
            .map(|name| name.as_str().unwrap().to_owned())
            .collect(),
    }
}

/// Judges one half; says which rows went wrong where it may be learned from.
fn judge(half: &[&Pair], tell: bool) -> Tally {
    let mut tally = Tally::default();
    for pair in half {
        let likeness = compare(&pair.a, &pair.b);
        assert_eq!(
            likeness,
            compare(&pair.b, &pair.a),
            "row {}: one order, one answer",
            pair.row
        );
        let same = pair.label != "different";
        tally.same += usize::from(same);
        tally.different += usize::from(!same);
        tally.certain_due += usize::from(pair.label == "certain");
        tally.certain_said += usize::from(likeness.certain);
        tally.certain_right += usize::from(likeness.certain && pair.label == "certain");
        tally.likely_said += usize::from(likeness.likely());
        tally.likely_right += usize::from(likeness.likely() && same);
        let shared = !marks(&pair.a).is_disjoint(&marks(&pair.b));
        let told_apart =
            exact(&pair.a).is_disjoint(&exact(&pair.b)) || sources(&pair.a) == sources(&pair.b);
        assert!(
            likeness.certain || told_apart || likeness.signs.contains(&Sign::LinkSame),
            "row {}: marks say more than we do",
            pair.row
        );
        tally.found += usize::from(same && likeness.likely() && shared);
        let unsure = likeness.certain != (pair.label == "certain");
        if tell && (likeness.likely() != same || unsure || (same && !shared)) {
            println!(
                "row {}: {} ({}) scores {} {:?}{}",
                pair.row,
                pair.label,
                pair.case,
                likeness.score,
                likeness.signs,
                if shared { "" } else { ", no common mark" },
            );
        }
    }
    tally
}

#[test]
fn precision_and_recall_on_pairs_of_our_own() {
    let pairs = pairs(include_str!("fixtures/likeness.jsonl"));
    assert!(pairs.len() >= 200, "{} pairs", pairs.len());
    let half = |rest| pairs.iter().filter(move |pair| pair.row % 2 == rest);
    let tallies = [
        told("tuned on", &half(1).collect::<Vec<_>>(), true),
        told("held out", &half(0).collect::<Vec<_>>(), false),
    ];
    for tally in &tallies {
        assert!(
            tally.precision() >= 0.93 && tally.recall() >= 0.93,
            "{tally:?}"
        );
        assert_eq!(tally.found, tally.likely_right, "{tally:?}");
        assert!(tally.same > 45 && tally.different > 45, "{tally:?}");
        assert_eq!(tally.certain_precision(), 1.0, "{tally:?}");
        assert_eq!(tally.certain_recall(), 1.0, "{tally:?}");
    }
}

/// Judges a set and prints what came of it.
fn told(name: &str, pairs: &[&Pair], tell: bool) -> Tally {
    let tally = judge(pairs, tell);
    say!(
        "likeness, {name}: {} pairs ({} same, {} different); certain: precision {:.3} recall {:.3}; \
             likely: precision {:.3} recall {:.3}; {} of {} found by their marks",
        pairs.len(),
        tally.same,
        tally.different,
        tally.certain_precision(),
        tally.certain_recall(),
        tally.precision(),
        tally.recall(),
        tally.found,
        tally.likely_right,
    );
    tally
}

/// Written by strangers who knew the issue and not the code, each after what the one before had shown was mended. As
/// first seen, unmended: likely precision and recall 0.900 and 0.800, 0.891 and 0.911, 0.951 and 0.867; certain 0.938
/// and 1.000, 0.867 and 0.867, 1.000 and 1.000.
#[test]
fn precision_and_recall_on_strangers_pairs() {
    let sets = [
        (
            "first stranger's",
            include_str!("fixtures/likeness-stranger-1.jsonl"),
        ),
        (
            "second stranger's",
            include_str!("fixtures/likeness-stranger-2.jsonl"),
        ),
        (
            "third stranger's",
            include_str!("fixtures/likeness-stranger-3.jsonl"),
        ),
    ];
    let tell = std::env::var_os("TELL").is_some();
    for (name, text) in sets {
        let pairs = pairs(text);
        let tally = told(name, &pairs.iter().collect::<Vec<_>>(), tell);
        assert_eq!((tally.same, tally.different), (45, 35));
        assert!(
            tally.precision() >= 0.9 && tally.recall() >= 0.88,
            "{name}: {tally:?}"
        );
        assert_eq!(tally.certain_precision(), 1.0, "{name}: {tally:?}");
        assert_eq!(tally.certain_recall(), 1.0, "{name}: {tally:?}");
    }
}

/// The records of pyvideo: each copy of a talk by itself.
struct Record {
    path: String,
    event: String,
    copies: Vec<String>,
    traits: Traits,
}

/// The folder of the records; nothing, said aloud, where it is absent.
fn corpus() -> Option<PathBuf> {
    let root = std::env::var("PUGCAST_CORPORA").map_or_else(
        |_| PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/corpora")),
        PathBuf::from,
    );
    let found = root.join("pyvideo");
    if !found.is_dir() {
        say!(
            "skipped: {} is not there (PUGCAST_CORPORA)",
            found.display()
        );
        return None;
    }
    Some(found)
}

fn records() -> Option<Vec<Record>> {
    let folder = corpus()?;
    let mut records = Vec::new();
    for file in ["meetups", "community-days", "national-conferences-sample"] {
        let text = std::fs::read_to_string(folder.join(format!("{file}.jsonl"))).unwrap();
        records.extend(text.lines().map(record));
    }
    Some(records)
}

fn record(line: &str) -> Record {
    let value: Value = serde_json::from_str(line).unwrap();
    let record = &value["record"];
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let urls = record["videos"].as_array().cloned().unwrap_or_default();
    let mut copies: Vec<String> = Vec::new();
    for url in urls.iter().map(|video| text(&video["url"])) {
        if copies.iter().all(|known| key(known) != key(&url)) {
            copies.push(url);
        }
    }
    let people = record["speakers"].as_array().cloned().unwrap_or_default();
    let people = people.iter().map(text).filter(|name| !name.is_empty());
    let day = text(&record["recorded"]);
    Record {
        path: text(&value["path"]),
        event: text(&value["event_dir"]),
        traits: Traits {
            kind: "video".into(),
            titles: vec![text(&record["title"])],
            met_on: day.get(..10).and_then(|day| day.parse().ok()),
            group: text(&value["event_title"]),
            city: text(&value["city"]),
            duration_s: record["duration"].as_u64(),
            people: people.collect(),
            ..Traits::default()
        },
        copies,
    }
}

fn copy(record: &Record, at: usize) -> Traits {
    Traits {
        links: vec![record.copies[at].clone()],
        ..record.traits.clone()
    }
}

/// A second copy as another provider would know it: no group, no people but in the title, published days later.
fn elsewhere(record: &Record) -> Traits {
    let of = &record.traits;
    Traits {
        links: vec![record.copies[1].clone()],
        titles: vec![format!("{} - {}", of.people.join(", "), of.titles[0])],
        met_on: None,
        published_on: of
            .met_on
            .and_then(|day| day.checked_add(jiff::Span::new().days(9)).ok()),
        group: String::new(),
        city: String::new(),
        people: Vec::new(),
        duration_s: of.duration_s.map(|seconds| seconds + seconds / 200),
        ..of.clone()
    }
}

#[test]
fn copies_and_strangers_of_pyvideo() {
    let Some(records) = records() else {
        return;
    };
    let several: Vec<&Record> = records
        .iter()
        .filter(|record| record.copies.len() > 1)
        .collect();
    let judged = |other: &dyn Fn(&Record) -> Traits| {
        let found = several.iter().filter(|record| {
            let (one, two) = (copy(record, 0), other(record));
            compare(&one, &two).likely() && !marks(&one).is_disjoint(&marks(&two))
        });
        found.count()
    };
    let as_is = judged(&|record| copy(record, 1));
    let changed = judged(&elsewhere);
    say!(
        "pyvideo: {} records, {} with several addresses: {as_is} found as they are, {changed} as another site would say it",
        records.len(),
        several.len(),
    );

    // All that share a mark are compared, as the service does.
    let things: Vec<Traits> = records
        .iter()
        .map(|record| Traits {
            links: record.copies.clone(),
            ..record.traits.clone()
        })
        .collect();
    let mut by_mark: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    for (at, thing) in things.iter().enumerate() {
        for mark in marks(thing) {
            by_mark.entry(mark).or_default().push(at);
        }
    }
    let mut candidates = BTreeSet::new();
    for at in by_mark.values() {
        for (n, one) in at.iter().enumerate() {
            candidates.extend(at[n + 1..].iter().map(|other| (*one, *other)));
        }
    }
    let alike: Vec<(usize, usize, Likeness)> = candidates
        .iter()
        .map(|&(one, other)| (one, other, compare(&things[one], &things[other])))
        .filter(|(_, _, likeness)| likeness.likely())
        .collect();
    let certain = alike
        .iter()
        .filter(|(_, _, likeness)| likeness.certain)
        .count();
    say!(
        "pyvideo: {} of {} pairs share a mark ({:.1} candidates a record); {} pairs of different records are alike, \
         {certain} of them by one link",
        candidates.len(),
        things.len() * (things.len() - 1) / 2,
        2.0 * candidates.len() as f64 / things.len() as f64,
        alike.len(),
    );
    for (one, other, likeness) in &alike {
        let (a, b) = (&records[*one], &records[*other]);
        println!(
            "  {:4} {} | {} [{}] {:?} {:?}\n       {} | {} [{}] {:?} {:?} {:?}",
            likeness.score,
            a.path,
            a.traits.titles[0],
            a.event,
            a.traits.met_on,
            a.traits.duration_s,
            b.path,
            b.traits.titles[0],
            b.event,
            b.traits.met_on,
            b.traits.duration_s,
            likeness.signs,
        );
    }
    assert!(
        records.len() >= 2700 && several.len() >= 80,
        "records are missing"
    );
    assert_eq!(as_is, several.len());
    assert!(
        share(changed, several.len()) >= 0.9,
        "{changed} of {}",
        several.len()
    );
    // 15 are six short talks in one video, 18 one talk in two languages, one is held twice; the opening and the
    // closing of one day and a part beside its unnumbered whole are what a person has to look at.
    assert!(alike.len() <= 42, "{}", alike.len());
    assert!(candidates.len() < 40_000, "{}", candidates.len());
}

#[test]
fn signs_have_their_words() {
    let all = [
        Sign::LinkSame,
        Sign::GuidSame,
        Sign::GuidDifferent,
        Sign::EnclosureSame,
        Sign::TitleSame,
        Sign::TitleAlike,
        Sign::TitleCommon,
        Sign::TitleDifferent,
        Sign::NumbersDiffer,
        Sign::NumberMissing,
        Sign::MonthsDiffer,
        Sign::DaySame,
        Sign::DayNear,
        Sign::DayDifferent,
        Sign::GroupSame,
        Sign::GroupDifferent,
        Sign::DurationSame,
        Sign::DurationNear,
        Sign::DurationDifferent,
        Sign::PeopleSame,
        Sign::PeopleDifferent,
        Sign::PictureSame,
        Sign::KindDifferent,
    ];
    for sign in all {
        assert_eq!(serde_json::to_value(sign).unwrap(), sign.as_str());
    }
}
