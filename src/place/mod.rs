//! Places by name, how far apart they are, and where they stand on the map.
//!
//! [`find`] looks up what a person typed. The ways to read it are [`reading`]'s, the places [`gazetteer`]'s,
//! which are looked up by [`fold`]ed names, and, where there is none, by names a [`typo`] away; [`rank`] puts them in order.

pub mod country;
mod distance;
mod fold;
mod gazetteer;
pub mod map;
mod names;
mod rank;
mod reading;
mod typo;

pub use country::country_name;
pub use distance::distance_km;
pub use fold::fold;
pub use gazetteer::Kind;
pub use map::equal_earth;

use gazetteer::{Gazetteer, Match};
use reading::Reading;

/// A place that bears the name asked for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// City, region or country.
    pub kind: Kind,
    /// Its name, mostly in English or the country's language in Latin letters. Countries: see [`country_name`].
    pub name: &'static str,
    /// ISO 3166-1 alpha-2, or XK.
    pub country: &'static str,
    /// The region that a city lies in.
    pub region: Option<&'static str>,
    /// Degrees, to a hundredth; a country's or region's are its largest city's.
    pub latitude: f64,
    /// Degrees, to a hundredth.
    pub longitude: f64,
    /// How many live there; a region's are those in its cities.
    pub population: u64,
}

/// How exactly a name has to be the one typed.
#[derive(Clone, Copy, PartialEq)]
enum Likeness {
    Same,
    /// It goes on: "Frankfurt" and "Frankfurt am Main".
    GoesOn,
    /// One mistake of typing.
    Near,
}

/// The places that somebody may mean: at most eight, the likeliest first, of one degree of likeness.
///
/// Takes cities in any script, with or without what they lie in ("Cambridge, MA", "Lima Perú", "東京都渋谷区"),
/// regions, and countries by name or ISO code. If a city is unknown, what it lies in is found.
pub fn find(text: &str) -> Vec<Place> {
    let found = read(text, &[Likeness::Same, Likeness::GoesOn, Likeness::Near]);
    if !found.is_empty() {
        return found;
    }
    let mut larger = reading::remainders(text).into_iter().map(|rest| {
        let mut found = read(&rest, &[Likeness::Same]);
        // "BO" after a comma is Bolivia, not Bo.
        found.sort_by_key(|place| place.kind != Kind::Country);
        found
    });
    let mut ends = reading::endings(text).into_iter().map(|end| {
        let mut found = read(&end, &[Likeness::Same]);
        found.retain(|place| place.kind != Kind::City);
        found
    });
    let alone = || reading::alone(text).map(|place| read(&place, &[Likeness::Same]));
    let is_some = |found: &Vec<Place>| !found.is_empty();
    let found = larger.find(is_some).or_else(|| ends.find(is_some));
    found.or_else(alone).unwrap_or_default()
}

/// Unpacks the gazetteer, which takes about a tenth of a second, so that nobody who asks waits for it.
pub fn prepare() {
    Gazetteer::get();
}

fn read(text: &str, likenesses: &[Likeness]) -> Vec<Place> {
    let gazetteer = Gazetteer::get();
    let mut readings = reading::readings(text);
    readings.retain(|reading| {
        reading
            .within
            .iter()
            .all(|within| is_known(gazetteer, within))
    });
    for likeness in likenesses {
        for reading in &readings {
            let found = look_up(gazetteer, reading, *likeness);
            if !found.is_empty() {
                return rank::best(gazetteer, &found);
            }
        }
    }
    Vec::new()
}

fn look_up(gazetteer: &Gazetteer, reading: &Reading, likeness: Likeness) -> Vec<Match> {
    let named = match likeness {
        Likeness::Same => gazetteer.named(&reading.place),
        Likeness::GoesOn => gazetteer.going_on(&reading.place),
        Likeness::Near => typo::near(gazetteer, &reading.place),
    };
    let lies_within = |found: &Match| {
        reading
            .within
            .iter()
            .all(|within| lies_in(gazetteer, found.line, within))
    };
    named.into_iter().filter(lies_within).collect()
}

/// Whether there is a country or region of this name or code, or one of each.
fn is_known(gazetteer: &Gazetteer, within: &str) -> bool {
    let is_one = |name: &str| {
        let named = gazetteer
            .named(name)
            .into_iter()
            .chain(gazetteer.coded(name));
        named
            .into_iter()
            .any(|found| gazetteer.row(found.line).kind != Kind::City)
    };
    is_one(within) || pairs(within).any(|(region, country)| is_one(region) && is_one(country))
}

/// Whether a place lies in what is called so; two names may stand together ("Illinois USA").
fn lies_in(gazetteer: &Gazetteer, line: usize, within: &str) -> bool {
    let around = [gazetteer.region(line), gazetteer.country(line)];
    let is_in = |name: &str| around.iter().any(|place| place.is_called(name));
    is_in(within) || pairs(within).any(|(region, country)| is_in(region) && is_in(country))
}

fn pairs(words: &str) -> impl Iterator<Item = (&str, &str)> {
    words
        .match_indices(' ')
        .map(|(at, _)| (&words[..at], &words[at + 1..]))
}
