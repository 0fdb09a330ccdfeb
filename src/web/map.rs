//! The world with a dot for each city that has a group.

use crate::app::App;
use crate::db;
use crate::model::heard::Life;
use crate::near::placed;
use crate::place::equal_earth;
use crate::place::map::{LAND, VIEW_BOX};
use crate::roster::Standing;
use std::collections::BTreeMap;

/// The map.
pub struct Map {
    pub land: &'static str,
    pub view_box: &'static str,
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
    let mut cities: BTreeMap<(i64, i64), Vec<&Standing>> = BTreeMap::new();
    let placed = placed(app).await?;
    for one in placed.iter() {
        let is_own = |other: &&Standing| other.group.slug == one.slug && other.life != Life::Gone;
        let Some(group) = roster.iter().find(is_own) else {
            continue;
        };
        let (x, y) = equal_earth(one.at.0, one.at.1);
        // A dot covers its neighbours: one for all that stand under it.
        let at = ((x / 4.0).round() as i64 * 4, (y / 4.0).round() as i64 * 4);
        cities.entry(at).or_default().push(group);
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
        land: LAND,
        view_box: VIEW_BOX,
        dots,
    })
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
