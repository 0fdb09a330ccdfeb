//! The places that we know by name, unpacked once.
//!
//! GeoNames' cities of 15,000 people and more (CC BY 4.0) and CLDR's countries;
//! `src/place/places.py` makes the file and says what stands in it.

use super::names::Names;
use std::io::Read;
use std::ops::Range;
use std::sync::LazyLock;

const PACKED: &[u8] = include_bytes!("cities.br");

static UNPACKED: LazyLock<Gazetteer> = LazyLock::new(Gazetteer::unpack);

/// Every place and its names.
pub struct Gazetteer {
    /// All names, over the text that they stand in.
    pub names: Names,
    lines: Vec<Line>,
}

/// Where a line begins, and the lines of the country and region that it belongs to.
struct Line {
    start: u32,
    country: u32,
    region: u32,
}

/// What a place is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A city, town or part of one.
    City,
    /// A state, province or the like; its point is its largest city's.
    Region,
    /// A country; its point is its largest city's.
    Country,
}

/// One line of the text, read.
#[derive(Clone, Copy)]
pub struct Row<'a> {
    /// What it is.
    pub kind: Kind,
    /// The name to show; a country's is its code.
    pub label: &'a str,
    /// Degrees.
    pub latitude: f64,
    /// Degrees.
    pub longitude: f64,
    /// How many live there, to the nearest hundred.
    pub population: u64,
    own: &'a str,
    other: &'a str,
}

/// A name that was found.
#[derive(Clone, Copy)]
pub struct Match {
    /// The line it stands in.
    pub line: usize,
    /// Whether it is the place's own name, not what else it is called.
    pub is_own: bool,
}

impl Gazetteer {
    /// The one there is. The first call takes about a tenth of a second.
    pub fn get() -> &'static Gazetteer {
        &UNPACKED
    }

    /// The places with this folded name.
    pub fn named(&self, name: &str) -> Vec<Match> {
        self.named_among(self.names.all(), name)
    }

    /// The places with this folded name, of some names.
    pub fn named_among(&self, names: Range<usize>, name: &str) -> Vec<Match> {
        self.names
            .same(names, name)
            .map(|at| self.holder(at))
            .collect()
    }

    /// The regions with this code, in either case.
    pub fn coded(&self, code: &str) -> Vec<Match> {
        self.named(&code.to_ascii_uppercase())
    }

    /// The places whose folded name goes on after these words; after one or two letters, none.
    pub fn going_on(&self, words: &str) -> Vec<Match> {
        if words.chars().nth(2).is_none() {
            return Vec::new();
        }
        let names = self.names.beginning(self.names.all(), &format!("{words} "));
        names.map(|at| self.holder(at)).collect()
    }

    /// A line's place.
    pub fn row(&self, line: usize) -> Row<'_> {
        let rest = self.names.text().get(self.lines[line].start as usize..);
        let mut fields = rest
            .and_then(|rest| rest.lines().next())
            .unwrap_or_default()
            .split('\t');
        let label = fields.next().unwrap_or_default();
        let (kind, label) = match label.split_at_checked(1) {
            Some(("=", code)) => (Kind::Country, code),
            Some(("+", region)) => (Kind::Region, region),
            _ => (Kind::City, label),
        };
        let mut number = || {
            fields
                .next()
                .and_then(|field| field.parse::<i64>().ok())
                .unwrap_or_default()
        };
        Row {
            kind,
            label,
            latitude: number() as f64 / 100.0,
            longitude: number() as f64 / 100.0,
            population: number().unsigned_abs() * 100,
            own: fields.next().unwrap_or_default(),
            other: fields.next().unwrap_or_default(),
        }
    }

    /// The place of the country that a line belongs to.
    pub fn country(&self, line: usize) -> Row<'_> {
        self.row(self.lines[line].country as usize)
    }

    /// The place of the region that a line belongs to; the country's where there is none.
    pub fn region(&self, line: usize) -> Row<'_> {
        self.row(self.lines[line].region as usize)
    }

    /// The line in which a name stands.
    fn holder(&self, at: usize) -> Match {
        let start = self.names.start(at);
        let line = self
            .lines
            .partition_point(|line| line.start as usize <= start)
            .saturating_sub(1);
        let before = &self.names.text()[self.lines[line].start as usize..start];
        let is_own = before.matches('\t').count() == FIELDS_BEFORE;
        Match { line, is_own }
    }

    fn unpack() -> Gazetteer {
        let mut text = String::new();
        brotli::Decompressor::new(PACKED, 1 << 16)
            .read_to_string(&mut text)
            .expect("the file is part of the program, and a test unpacks it");
        text.shrink_to_fit();
        let (mut lines, mut starts) = (Vec::new(), Vec::new());
        let (mut start, mut country, mut region) = (0, 0, 0);
        for line in text.split_inclusive('\n') {
            let number = lines.len() as u32;
            match line.as_bytes()[0] {
                b'=' => (country, region) = (number, number),
                b'+' => region = number,
                _ => {}
            }
            lines.push(Line {
                start,
                country,
                region,
            });
            let mut at = start;
            for (field, names) in line.trim_end_matches('\n').split('\t').enumerate() {
                for name in names.split('|') {
                    if field >= FIELDS_BEFORE && !name.is_empty() {
                        starts.push(at);
                    }
                    at += name.len() as u32 + 1;
                }
            }
            start += line.len() as u32;
        }
        lines.shrink_to_fit();
        let names = Names::new(text, starts);
        Gazetteer { names, lines }
    }
}

/// A line's fields before its names.
const FIELDS_BEFORE: usize = 4;

impl Row<'_> {
    /// Whether it is called this, in folded letters, or has it for a code.
    pub fn is_called(&self, name: &str) -> bool {
        let is_code = |known: &str| known.starts_with(|first: char| first.is_ascii_uppercase());
        let mut names = self.own.split('|').chain(self.other.split('|'));
        names.any(|known| known == name || (is_code(known) && known.eq_ignore_ascii_case(name)))
    }
}

#[cfg(test)]
mod tests {
    use super::super::fold;
    use super::*;

    #[test]
    fn every_name_is_folded_and_leads_to_its_place() {
        let gazetteer = Gazetteer::get();
        let mut codes = 0;
        for at in gazetteer.names.all() {
            let name = gazetteer.names.get(at);
            let row = gazetteer.row(gazetteer.holder(at).line);
            assert!(row.is_called(name), "{name}");
            if row.kind == Kind::Region && name.bytes().all(|letter| letter.is_ascii_uppercase()) {
                codes += 1;
            } else {
                assert_eq!(fold(name), name, "src/place/places.py folds otherwise");
            }
        }
        assert!(gazetteer.names.all().len() > 150_000 && codes > 500);
    }

    #[test]
    fn every_line_is_a_place_on_earth() {
        let gazetteer = Gazetteer::get();
        let mut cities = 0;
        for line in 0..gazetteer.lines.len() {
            let row = gazetteer.row(line);
            assert!((-90.0..=90.0).contains(&row.latitude));
            assert!((-180.0..=180.0).contains(&row.longitude));
            assert!(row.population < 2_000_000_000);
            assert_eq!(gazetteer.country(line).kind, Kind::Country);
            assert_ne!(gazetteer.region(line).kind, Kind::City);
            if row.kind == Kind::City {
                assert_eq!(fold(row.label), row.own);
                cities += 1;
            }
        }
        assert!(cities > 30_000);
    }
}
