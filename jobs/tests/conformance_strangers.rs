//! The feed validator before strangers' feeds, and before bytes that are none.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on ends there")]

use jobs::conformance::{Profile, Report, check};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

fn whole(name: &str) -> Vec<u8> {
    let folder = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/fixtures/conformance/whole"
    );
    fs::read(Path::new(folder).join(name)).unwrap()
}

fn codes(report: &Report) -> BTreeSet<&'static str> {
    report.faults.iter().map(|fault| fault.code).collect()
}

/// Nothing that a document declares is read, however deep, wide or long it is.
#[test]
fn hostile_documents_do_no_harm() {
    let bomb = "<!DOCTYPE rss [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY f SYSTEM 'file:///etc/passwd'>]>\
         <rss version='2.0'><channel><title>&b;&f;</title><link>&f;</link></channel></rss>";
    let report = check(bomb.as_bytes(), &Profile::PODCAST);
    assert!(codes(&report).is_superset(&BTreeSet::from(["xml-doctype", "xml-entity"])));
    assert!(!format!("{report:?}").contains("root:"));
    let head = "<rss version='2.0'><channel>";
    for (name, document) in [
        ("deep", format!("{head}{}", "<a>".repeat(300_000))),
        (
            "closed",
            format!("{head}{}{}", "<a>".repeat(99_999), "</a>".repeat(99_999)),
        ),
        ("ends", format!("{head}{}", "</a>".repeat(300_000))),
        (
            "crossed",
            format!("{head}{}", "<a><b></a></b>".repeat(80_000)),
        ),
        ("wide", format!("{head}{}", "<a/>".repeat(300_000))),
        ("items", format!("{head}{}", "<item>".repeat(200_000))),
        (
            "attributes",
            format!(
                "{head}<a {}/>",
                (0..100_000)
                    .map(|n| format!("a{n}='' "))
                    .collect::<String>()
            ),
        ),
        (
            "namespaces",
            (0..20_000).map(|n| format!("<a xmlns:p{n}='x'>")).collect(),
        ),
        (
            "prefixes",
            format!("{head}{}", "<p:a q:b=''/>".repeat(100_000)),
        ),
        (
            "references",
            format!("{head}<title>{}", "&amp;&#65;&x;".repeat(200_000)),
        ),
        (
            "line",
            format!("{head}{}", "<guid>é</guid>".repeat(100_000)),
        ),
        (
            "text",
            format!("{head}<description>{}", "rain ".repeat(1_000_000)),
        ),
        ("json", format!("{{\"items\": {}", "[".repeat(300_000))),
        (
            "keys",
            format!(
                "{{\"version\": \"\", \"items\": [], {}\"a\": 1}}",
                (0..100_000)
                    .map(|n| format!("\"k{n}\": 1,"))
                    .collect::<String>()
            ),
        ),
        ("nothing", String::new()),
        ("mark", "\u{feff}".into()),
    ] {
        let report = check(document.as_bytes(), &Profile::PODCAST);
        assert!(!report.is_valid(), "{name}");
        assert!(report.faults.len() <= 1000, "{name}");
    }
}

/// Bytes of a known sequence (xorshift).
struct Random(u64);

impl Random {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % most as u64).unwrap()
    }
}

#[test]
fn cut_and_mutated_feeds_are_reported() {
    let mut random = Random(0x05ee_d0ff_eed5);
    for (name, profile) in [
        ("podcast.xml", Profile::PODCAST),
        ("feed.atom", Profile::ATOM),
        ("feed.json", Profile::JSON),
    ] {
        let bytes = whole(name);
        for end in 0..bytes.trim_ascii_end().len() {
            let report = check(&bytes[..end], &profile);
            assert!(!report.is_valid(), "{name} up to byte {end} is no feed");
        }
        for _ in 0..1500 {
            let mut bytes = bytes.clone();
            for _ in 0..=random.below(8) {
                let at = random.below(bytes.len());
                match random.below(4) {
                    0 => bytes[at] ^= 1 << random.below(8),
                    1 => bytes[at] = b"<>&\"'/=:;![]{}\0\xff"[random.below(16)],
                    2 => bytes.truncate(at.max(1)),
                    _ => {
                        let from = random.below(bytes.len());
                        let piece = bytes[from..bytes.len().min(from + 40)].to_vec();
                        bytes.splice(at..at, piece);
                    }
                }
            }
            let report = check(&bytes, &profile);
            assert!(report.faults.len() <= 1000);
        }
    }
}

/// Real feeds of strangers: what each is, and what is wrong with it.
#[test]
fn real_feeds_are_reported() {
    let root = std::env::var_os("PUGCAST_CORPORA").map_or_else(
        || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/corpora")),
        PathBuf::from,
    );
    let folder = root.join("feeds");
    let mut out = std::io::stderr();
    if !folder.is_dir() {
        let _ = writeln!(out, "skipped: no corpora in {}", root.display());
        return;
    }
    let mut kinds = BTreeMap::new();
    let mut files: Vec<PathBuf> = fs::read_dir(&folder)
        .unwrap()
        .map(|file| file.unwrap().path())
        .filter(|path| !is_about(path))
        .collect();
    files.sort();
    let _ = writeln!(
        out,
        "{:>8} {:>6} {:>7}  feed: rules broken",
        "kind", "musts", "shoulds"
    );
    for path in &files {
        let report = check(&fs::read(path).unwrap(), &Profile::PODCAST);
        *kinds.entry(format!("{:?}", report.kind)).or_insert(0) += 1;
        let mut broken: BTreeMap<&str, usize> = BTreeMap::new();
        for fault in &report.faults {
            *broken.entry(fault.code).or_default() += 1;
        }
        let broken: Vec<String> = broken
            .iter()
            .map(|(code, n)| format!("{code} {n}"))
            .collect();
        let _ = writeln!(
            out,
            "{:>8} {:>6} {:>7}  {}: {}",
            format!("{:?}", report.kind),
            report.musts,
            report.shoulds,
            path.file_name().unwrap().display(),
            broken.join(", ")
        );
        // None of them was written to PSP-1.
        assert!(!report.is_valid(), "{}", path.display());
    }
    assert_eq!(files.len(), 30);
    assert_eq!(kinds.get("Rss"), Some(&23), "{kinds:?}");
    assert_eq!(kinds.get("Atom"), Some(&6), "{kinds:?}");
}

fn is_about(path: &Path) -> bool {
    ["README.md", "index.tsv"]
        .map(|name| path.ends_with(name))
        .contains(&true)
}
