//! The fuzzer's targets without the fuzzer: collected inputs, and thousands of variations of them that are the same on
//! every run.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on ends there")]

#[path = "../../fuzz/targets.rs"]
mod targets;

use std::fs;
use std::io::Write;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use targets::TARGETS;

/// Bytes of an input that is varied: what breaks a reader is seldom large.
const MOST_SEED: u64 = 24 << 10;
/// Variations for each target.
const VARIATIONS: usize = 6000;
/// What readers trip over.
const TOKENS: &[&[u8]] = &[
    b"<![CDATA[",
    b"]]>",
    b"<!ENTITY a \"&b;\">",
    b"<!--",
    b"-->",
    b"<?xml version=\"1.0\" encoding=\"utf-16\"?>",
    b"&#x0;",
    b"&#xD800;",
    b"&amp;amp;",
    b"&",
    b"</item>",
    b"<item>",
    b"<record>",
    b"<resumptionToken>",
    b"<meta name=\"citation_title\" content=\"",
    b"<link rel=\"alternate\" type=\"application/rss+xml\" href=\"",
    b"{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[",
    b"https://www.youtube.com/watch?v=",
    b"https://flic.kr/p/",
    b"https://www.flickr.com/photos/",
    b"%00",
    b"%ff%fe",
    b"\0",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    "\u{202e}\u{3002}\u{ff0f}".as_bytes(),
    b"99999999999999999999",
    b"-1",
];

/// xorshift64*: the same numbers on every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let drawn = self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33;
        drawn as usize % most.max(1)
    }

    /// One to four changes of an input.
    fn vary(&mut self, seeds: &[Vec<u8>]) -> Vec<u8> {
        let mut bytes = seeds[self.below(seeds.len())].clone();
        for _ in 0..=self.below(4) {
            let at = self.below(bytes.len() + 1);
            let end = (at + 1 + self.below(64)).min(bytes.len());
            match self.below(7) {
                0 if at < bytes.len() => bytes[at] ^= 1 << self.below(8),
                1 if at < end => drop(bytes.drain(at..end)),
                2 if at < end => {
                    let piece = bytes[at..end].repeat(1 + self.below(8));
                    bytes.splice(at..at, piece);
                }
                3 => bytes.truncate(at),
                4 => {
                    // The rest of another one.
                    let other = &seeds[self.below(seeds.len())];
                    let from = self.below(other.len() + 1);
                    bytes.truncate(at);
                    bytes.extend_from_slice(&other[from..]);
                }
                _ => {
                    let token = TOKENS[self.below(TOKENS.len())];
                    bytes.splice(at..at, token.iter().copied());
                }
            }
        }
        bytes
    }
}

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

fn gather(folder: &Path, seeds: &mut Vec<Vec<u8>>) {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path())
        .collect();
    // A folder has no order of its own.
    paths.sort();
    for path in paths {
        if path.is_dir() {
            gather(&path, seeds);
        } else if fs::metadata(&path).unwrap().len() <= MOST_SEED {
            seeds.push(fs::read(&path).unwrap());
        }
    }
}

fn seeds(corpora: &Path, target: &str) -> Vec<Vec<u8>> {
    let mut seeds = Vec::new();
    let folders: &[&str] = match target {
        "link" => &[],
        "oai" => &["providers/oai"],
        "feed" => &["hostile/feeds", "feeds", "providers/ojs-webfeed"],
        _ => &["hostile/feeds-html-sanitize", "providers/youtube/feeds"],
    };
    for folder in folders {
        gather(&corpora.join(folder), &mut seeds);
    }
    let lists: &[&str] = match target {
        "link" => &["url-wpt", "naughty", "crlf", "open-redirect", "ssrf"],
        "page" => &["xss", "naughty"],
        _ => &["xml-attacks"],
    };
    for list in lists {
        let lines = fs::read_to_string(corpora.join(format!("hostile/{list}.jsonl"))).unwrap();
        for line in lines.lines() {
            let record: serde_json::Value = serde_json::from_str(line).unwrap();
            let input = match &record["input"] {
                serde_json::Value::Object(inner) => inner["input"].as_str(),
                input => input.as_str(),
            };
            seeds.extend(input.map(|input| input.as_bytes().to_vec()));
        }
    }
    if target == "link" {
        let rows = fs::read_to_string(corpora.join("providers/urls.tsv")).unwrap();
        let urls = rows
            .lines()
            .skip(1)
            .filter_map(|row| row.split('\t').next());
        seeds.extend(urls.map(|url| url.as_bytes().to_vec()));
    }
    seeds
}

#[test]
fn targets_hold_on_collected_inputs_and_variations() {
    let Some(corpora) = corpora() else { return };
    let begun = Instant::now();
    for (name, target) in TARGETS {
        let seeds = seeds(&corpora, name);
        assert!(seeds.len() > 60, "{name}: {} seeds", seeds.len());
        let mut numbers = Numbers(0x5EED_0F9C_AC57);
        let varied: Vec<Vec<u8>> = (0..VARIATIONS).map(|_| numbers.vary(&seeds)).collect();
        let mut slowest = Duration::ZERO;
        for input in seeds.iter().chain(&varied) {
            let began = Instant::now();
            if catch_unwind(|| target(input)).is_err() {
                let kept = std::env::temp_dir().join(format!("pugcast-broke-{name}"));
                fs::write(&kept, input).unwrap();
                panic!("{name} broke on the input kept in {}", kept.display());
            }
            slowest = slowest.max(began.elapsed());
        }
        println!(
            "{name}: {} inputs and {VARIATIONS} variations, slowest {slowest:?}",
            seeds.len()
        );
        assert!(slowest < Duration::from_secs(2), "{name}: {slowest:?}");
    }
    println!("all in {:?}", begun.elapsed());
}
