//! The world with a dot for each city that has a group.

use super::files::land_path;
use crate::app::App;
use crate::db;
use crate::model::heard::Life;
use crate::near::placed;
use crate::place::equal_earth;
use crate::place::map::{HEIGHT, WIDTH};
use crate::roster::Standing;
use std::collections::{BTreeMap, HashMap};

/// Units between two dots.
const LEAST_APART: i64 = 4;
/// Dots on the map: each is a line of the page.
const MOST_DOTS: usize = 360;

/// The map.
pub struct Map {
    /// The address of the land's picture.
    pub land: String,
    pub width: i64,
    pub height: i64,
    pub dots: Vec<Dot>,
}

/// A city on it.
pub struct Dot {
    pub x: i64,
    pub y: i64,
    /// `new`: heard from this month; `year`: within a year; `quiet`: not lately.
    pub state: &'static str,
    /// The city and how many groups it has, in words.
    pub label: String,
    /// Its only group, or those near it.
    pub path: String,
}

/// The map of the roster. Groups whose place nobody knows stand in the list alone.
pub async fn map(app: &App, roster: &[Standing]) -> db::Result<Map> {
    let meets = roster.iter().filter(|standing| standing.life != Life::Gone);
    let by_slug: HashMap<&str, &Standing> = meets
        .map(|standing| (standing.group.slug.as_str(), standing))
        .collect();
    let mut places = Vec::new();
    for one in placed(app).await?.iter() {
        let group = by_slug.get(one.slug.as_str());
        let (x, y) = equal_earth(one.at.0, one.at.1);
        places.extend(group.map(|group| (x, y, *group)));
    }
    let mut apart = LEAST_APART;
    let mut cities = joined(&places, apart);
    while cities.len() > MOST_DOTS {
        apart *= 2;
        cities = joined(&places, apart);
    }
    let dots = cities.into_iter().map(|((x, y), groups)| {
        let has = |life: Life| groups.iter().any(|standing| standing.life == life);
        Dot {
            x,
            y,
            state: match () {
                () if has(Life::New) => "new",
                () if has(Life::Year) => "year",
                () => "quiet",
            },
            label: label(app, &groups),
            path: path(&groups),
        }
    });
    let mut dots: Vec<Dot> = dots.collect();
    // Those that were heard from are drawn above the others.
    dots.sort_by_key(|dot| {
        ["quiet", "year", "new"]
            .iter()
            .position(|state| *state == dot.state)
    });
    Ok(Map {
        land: land_path(),
        width: WIDTH,
        height: HEIGHT,
        dots,
    })
}

/// One dot for all that stand within so many units: it covers its neighbours.
fn joined<'a>(
    places: &[(f64, f64, &'a Standing)],
    apart: i64,
) -> BTreeMap<(i64, i64), Vec<&'a Standing>> {
    let near = |at: f64| (at / apart as f64).round() as i64 * apart;
    let mut cities: BTreeMap<(i64, i64), Vec<&Standing>> = BTreeMap::new();
    for (x, y, group) in places {
        cities.entry((near(*x), near(*y))).or_default().push(group);
    }
    cities
}

fn label(app: &App, groups: &[&Standing]) -> String {
    let names: Vec<&str> = groups
        .iter()
        .take(3)
        .map(|standing| standing.group.name.as_str())
        .collect();
    let more = if groups.len() > 3 { ", …" } else { "" };
    let place = groups.first().map(|one| {
        app.text
            .place(&one.group.city, one.group.country.as_deref())
    });
    format!("{}: {}{more}", place.unwrap_or_default(), names.join(", "))
}

fn path(groups: &[&Standing]) -> String {
    match groups {
        [one] => format!("/groups/{}", one.group.slug),
        several => {
            let first = several.first();
            let group = first.map(|standing| &standing.group);
            let city = group.map_or("", |group| group.city.as_str());
            let country = group
                .and_then(|group| group.country.as_deref())
                .unwrap_or_default();
            let asked: String = url::form_urlencoded::Serializer::new(String::new())
                .append_pair("place", &format!("{city}, {country}"))
                .finish();
            format!("/near?{asked}")
        }
    }
}
