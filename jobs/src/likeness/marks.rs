//! Keys under which a thing's doubles are found, so that nobody compares it with all.

use super::Traits;
use super::address::{key, name_key};
use super::title::{Names, Title};
use super::weigh::bare;
use crate::text::hex;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

/// A kind and a value; two things that share one are candidates.
pub type Mark = (&'static str, String);

/// Bands of a title's hash, and the rows of each: with 24 bands of 3 rows, two titles of which half of all pieces
/// are common meet with 96 in 100, and two of which a twentieth is with 3 in 1,000.
const BANDS: u64 = 24;
const ROWS: u64 = 3;
/// Longer keys are kept as their hash: an index has limits.
const LONGEST: usize = 120;

/// The marks that make two things certainly the same: links, guids, files.
pub fn exact(thing: &Traits) -> BTreeSet<Mark> {
    let mut marks = BTreeSet::new();
    // A guid tells a feed's items apart even where all of them link to one page.
    let linked = thing.links.iter().filter_map(|link| key(link));
    marks.extend(linked.map(|link| ("link", short(link))));
    let guids = thing.guids.iter();
    marks.extend(guids.map(|(source, guid)| {
        (
            "guid",
            short(format!("{} {}", name_key(source), name_key(guid))),
        )
    }));
    let files = thing.enclosures.iter().filter_map(|file| key(file));
    // What one calls its page another calls its file.
    marks.extend(files.map(|file| ("link", short(file))));
    marks
}

/// The sources that gave a thing its guids. Two that share one and no guid are two things, whatever else they share:
/// a feed's items may all link to its own page.
pub fn sources(thing: &Traits) -> BTreeSet<Mark> {
    let sources = thing.guids.iter();
    sources
        .map(|(source, _)| ("source", short(name_key(source))))
        .collect()
}

/// All marks of a thing, the exact ones and its sources among them.
pub fn marks(thing: &Traits) -> BTreeSet<Mark> {
    let mut marks = exact(thing);
    marks.extend(sources(thing));
    let names = Names::of(&[thing]);
    let group = bare(&thing.group);
    for title in &thing.titles {
        let title = Title::read(title, &names);
        // What many are called finds too many; its day and length find it.
        if title.says >= 0.35 {
            marks.extend(bands(&title.grams).map(|band| ("title", band)));
            // Names around it are known to one of two records alone.
            marks.extend(title.parts.iter().map(|part| ("part", short(part.clone()))));
        } else if !group.is_empty() && !title.is_empty() {
            let words: Vec<&str> = title.grams.iter().map(String::as_str).collect();
            marks.insert(("common", short(format!("{group} {}", words.concat()))));
        }
    }
    if !group.is_empty() {
        if let Some(day) = thing.met_on {
            marks.insert(("day", short(format!("{day} {group}"))));
        }
        if let Some(seconds) = thing.duration_s.filter(|seconds| *seconds > 60) {
            // Steps of 3 per cent, twice, shifted: lengths less than 1.5 per cent apart share one.
            let steps = (seconds as f64).ln() / 1.03f64.ln();
            marks.insert(("length", short(format!("{} {group}", steps.floor()))));
            marks.insert((
                "length",
                short(format!("{}+ {group}", (steps + 0.5).floor())),
            ));
        }
    }
    marks
}

fn bands(grams: &BTreeSet<String>) -> impl Iterator<Item = String> {
    let hashes: Vec<u64> = grams.iter().map(|gram| fnv(gram.as_bytes())).collect();
    let least = move |row: u64| {
        hashes
            .iter()
            .map(|hash| mix(hash ^ mix(row + 1)))
            .min()
            .unwrap_or_default()
    };
    let is_empty = grams.is_empty();
    (0..BANDS).filter(move |_| !is_empty).map(move |band| {
        let rows = (0..ROWS).map(|row| least(band * ROWS + row));
        let whole = rows.fold(band, |whole, least| mix(whole ^ least));
        format!("{band:02}{whole:016x}")
    })
}

/// FNV-1a: the same on every machine and in every version, since its values are stored.
fn fnv(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// The finisher of SplitMix64.
fn mix(value: u64) -> u64 {
    let value = value.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let value = (value ^ (value >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let value = (value ^ (value >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    value ^ (value >> 31)
}

fn short(key: String) -> String {
    let key = key.replace('\0', ""); // PostgreSQL takes none
    if key.len() <= LONGEST {
        return key;
    }
    let hash = Sha256::digest(key.as_bytes());
    hex(&hash[..16])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn titled(title: &str) -> Traits {
        Traits {
            titles: vec![title.into()],
            ..Traits::default()
        }
    }

    #[test]
    fn alike_titles_meet_and_others_do_not() {
        let meet = |a: &str, b: &str| !marks(&titled(a)).is_disjoint(&marks(&titled(b)));
        assert!(meet(
            "Rain gauges with MicroPython",
            "Rain Gauges with Micropython!"
        ));
        assert!(meet(
            "Four hundred queries to five, live",
            "From four hundred queries to five"
        ));
        assert!(meet(
            "除雪車のデータを読む",
            "除雪車のデータを pandas で読む"
        ));
        assert!(!meet(
            "Rain gauges with MicroPython",
            "Type hints in billing code"
        ));
        assert!(!meet("Welcome", "Welcome"), "what all say finds nothing");
    }

    #[test]
    fn marks_are_the_same_tomorrow() {
        let first = marks(&titled("Rain gauges")).into_iter().next();
        assert_eq!(
            first,
            Some(("title", "0022808050bb5fd089".to_owned())),
            "stored marks depend on it"
        );
        let long = Traits {
            links: vec![format!("https://a.example/{}", "x".repeat(2000))],
            ..Traits::default()
        };
        assert!(marks(&long).iter().all(|(_, value)| value.len() <= LONGEST));
    }
}
