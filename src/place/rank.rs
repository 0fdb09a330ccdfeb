//! Which of the places that bear a name is meant: the order in which they are shown.

use super::gazetteer::{Gazetteer, Kind, Match, Row};
use super::{Place, country};
use std::cmp::Reverse;

/// Enough to choose from.
const MOST: usize = 8;

/// The largest first; names that are not a place's own count for less, and so do regions.
pub fn best(gazetteer: &'static Gazetteer, found: &[Match]) -> Vec<Place> {
    let mut weighed: Vec<(u64, &Match)> = found
        .iter()
        .map(|found| (weight(gazetteer, found), found))
        .collect();
    weighed.sort_by_key(|(weight, found)| (Reverse(*weight), found.line));
    let is_city = |found: &Match| gazetteer.row(found.line).kind == Kind::City;
    let largest = weighed
        .iter()
        .find(|(_, found)| is_city(found))
        .map_or(0, |(weight, _)| *weight);
    // What was called so once, or by few, is noise beside what is called so.
    weighed.retain(|(weight, found)| found.is_own || !is_city(found) || weight * 10 >= largest);
    let mut lines: Vec<usize> = Vec::new();
    for (_, found) in weighed {
        if !lines.contains(&found.line) {
            lines.push(found.line);
        }
    }
    let all: Vec<Place> = lines
        .into_iter()
        .map(|line| place(gazetteer, line))
        .collect();
    let distinct = all
        .iter()
        .filter(|place| !all.iter().any(|city| is_its_city(place, city)));
    distinct.copied().take(MOST).collect()
}

fn weight(gazetteer: &Gazetteer, found: &Match) -> u64 {
    let row = gazetteer.row(found.line);
    match (row.kind, found.is_own) {
        (Kind::City | Kind::Country, true) => row.population,
        (Kind::City, false) | (Kind::Region, _) => row.population / 10,
        // Its code, or its name in another language, may be a city's name: LA, Tunis, Brasilia.
        (Kind::Country, false) => row.population / 1000,
    }
}

/// Whether a region has its largest city beside it: Lagos and Lagos State are one answer.
fn is_its_city(region: &Place, city: &Place) -> bool {
    let is_pair = region.kind == Kind::Region && city.kind == Kind::City;
    is_pair && (region.latitude, region.longitude) == (city.latitude, city.longitude)
}

fn place(gazetteer: &'static Gazetteer, line: usize) -> Place {
    let row: Row<'static> = gazetteer.row(line);
    let country = gazetteer.country(line).label;
    let region = Some(gazetteer.region(line)).filter(|region| region.kind == Kind::Region);
    let region = region
        .map(|region| region.label)
        .filter(|label| !label.is_empty());
    Place {
        kind: row.kind,
        name: match row.kind {
            Kind::Country => country::find(country).map_or(country, |known| known.name("en")),
            _ => row.label,
        },
        country,
        region: region.filter(|_| row.kind == Kind::City),
        latitude: row.latitude,
        longitude: row.longitude,
        population: row.population,
    }
}
