//! Where the groups of the roster are: by their own coordinates, else by their city's.

use crate::app::App;
use crate::db;
use crate::place::{self, Kind, Place, distance_km};
use std::sync::{Arc, PoisonError, RwLock};

/// Kilometres within which coordinates can be those of a city; farther ones are a slip of the pen.
const PLAUSIBLE_KM: f64 = 150.0;

/// A group and where it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// Its address under `/groups/`.
    pub slug: String,
    /// Its city.
    pub city: String,
    /// Degrees north and east.
    pub at: (f64, f64),
}

/// The places as they were last looked up.
#[derive(Default)]
pub struct Held(RwLock<Option<(i64, Arc<Vec<Placed>>)>>);

impl Held {
    /// Those of the public face of this number.
    fn of(&self, number: i64) -> Option<Arc<Vec<Placed>>> {
        let held = self.0.read().unwrap_or_else(PoisonError::into_inner);
        let (_, held) = held.as_ref().filter(|(known, _)| *known == number)?;
        Some(held.clone())
    }

    fn set(&self, number: i64, placed: Arc<Vec<Placed>>) {
        let mut held = self.0.write().unwrap_or_else(PoisonError::into_inner);
        *held = Some((number, placed));
    }
}

/// Every group whose place is known.
///
/// # Errors
/// What the database says.
pub async fn placed(app: &App) -> db::Result<Arc<Vec<Placed>>> {
    let number = app.feeds.publication(app).await?;
    if let Some(held) = app.places.of(number) {
        return Ok(held);
    }
    let groups = db::group::located(&app.db).await?;
    // Hundreds of names are looked up, and the first look unpacks the gazetteer.
    let all = tokio::task::spawn_blocking(move || groups.iter().filter_map(of).collect::<Vec<_>>());
    let all = Arc::new(all.await.unwrap_or_default());
    app.places.set(number, all.clone());
    Ok(all)
}

/// The groups nearest to a point, and how far they are, in kilometres.
pub fn nearest(placed: &[Placed], from: (f64, f64), most: usize) -> Vec<(&Placed, f64)> {
    let mut all: Vec<(&Placed, f64)> = placed
        .iter()
        .map(|one| (one, distance_km(from, one.at)))
        .collect();
    all.sort_by(|(_, one), (_, other)| one.total_cmp(other));
    all.truncate(most);
    all
}

fn of(group: &db::group::Located) -> Option<Placed> {
    let city = city(group);
    let own = group.latitude.zip(group.longitude);
    let at = match (own, city) {
        // A roster's slip of the pen puts Maputo into the Mediterranean: the city's name is more to be trusted.
        (Some(own), Some(city)) => {
            let named = (city.latitude, city.longitude);
            let is_plausible = distance_km(own, named) <= PLAUSIBLE_KM;
            if is_plausible { own } else { named }
        }
        (Some(own), None) => own,
        (None, Some(city)) => (city.latitude, city.longitude),
        (None, None) => return None,
    };
    Some(Placed {
        slug: group.slug.clone(),
        city: group.city.clone(),
        at,
    })
}

fn city(group: &db::group::Located) -> Option<Place> {
    if group.city.is_empty() {
        return None;
    }
    let within = [group.region.as_deref(), group.country.as_deref()];
    let parts = [Some(group.city.as_str())]
        .into_iter()
        .chain(within)
        .flatten();
    let text = parts
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ");
    let found = place::find(&text).into_iter();
    let mut cities = found.filter(|place| place.kind == Kind::City);
    cities.find(|place| {
        group
            .country
            .as_deref()
            .is_none_or(|code| code == place.country)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn located(city: &str, country: &str, at: Option<(f64, f64)>) -> db::group::Located {
        db::group::Located {
            slug: city.to_lowercase(),
            city: city.into(),
            region: None,
            country: Some(country.into()).filter(|code: &String| !code.is_empty()),
            latitude: at.map(|at| at.0),
            longitude: at.map(|at| at.1),
        }
    }

    #[test]
    fn a_group_is_where_it_says_or_where_its_city_is() {
        let ibadan = (7.38, 3.90);
        let near = |group: db::group::Located, there: (f64, f64)| {
            let placed = of(&group).unwrap();
            assert!(distance_km(placed.at, there) < 15.0, "{placed:?}");
        };
        near(located("Ibadan", "NG", None), ibadan);
        near(located("Ibadan", "NG", Some((7.40, 3.91))), ibadan);
        near(located("Ibadan", "NG", Some((-7.40, 3.91))), ibadan);
        near(located("", "NG", Some((9.0, 7.0))), (9.0, 7.0));
        assert_eq!(of(&located("", "NG", None)), None);
        assert_eq!(
            of(&located("Ibadan", "JP", None)),
            None,
            "no such city there"
        );
    }

    #[test]
    fn the_nearest_come_first() {
        let all = [("Lagos", "NG"), ("Accra", "GH"), ("大阪", "JP")];
        let all: Vec<Placed> = all
            .iter()
            .filter_map(|(city, country)| of(&located(city, country, None)))
            .collect();
        let found = nearest(&all, (7.38, 3.90), 2);
        let cities: Vec<&str> = found
            .iter()
            .map(|(placed, _)| placed.city.as_str())
            .collect();
        assert_eq!(cities, ["Lagos", "Accra"]);
        assert!((100.0..140.0).contains(&found[0].1), "{}", found[0].1);
    }
}
