//! The gazetteer against the cities of five hundred groups, as their organizers wrote them.

use pugcast::place::{Kind, Place, distance_km, find};

/// How many of the roster's cities are known, and how far from where its groups say they are.
#[test]
fn the_rosters_cities_are_found() {
    let Some(folder) = crate::support::corpora() else {
        return;
    };
    let mut table = csv::Reader::from_path(folder.join("roster/groups.csv")).unwrap();
    let (mut cities, mut known, mut missing, mut offs) = (0, 0, Vec::new(), Vec::new());
    for row in table.records() {
        let row = row.unwrap();
        let (city, region, country) = (&row[1], &row[2], &row[3]);
        if city.is_empty() {
            continue;
        }
        cities += 1;
        let asked = [city, region, country]
            .into_iter()
            .filter(|part| !part.is_empty());
        let asked = asked.collect::<Vec<_>>().join(", ");
        let found = find(&asked);
        // Singapore and Hong Kong are countries, too.
        let Some(place) = found
            .iter()
            .find(|place| place.kind == Kind::City && place.country == country)
        else {
            missing.push(format!(
                "{asked}: {}",
                found.first().map(shown).unwrap_or_default()
            ));
            continue;
        };
        known += 1;
        if let (Ok(latitude), Ok(longitude)) = (row[7].parse(), row[8].parse()) {
            let km = distance_km((latitude, longitude), (place.latitude, place.longitude));
            offs.push((
                km,
                format!("{asked} -> {} ({latitude}, {longitude})", shown(place)),
            ));
        }
    }
    offs.sort_by(|one, next| one.0.total_cmp(&next.0));
    println!(
        "{known} of {cities} cities; {} with coordinates, median {:.1} km",
        offs.len(),
        offs[offs.len() / 2].0
    );
    for limit in [1.0, 5.0, 10.0, 25.0, 50.0] {
        println!(
            "within {limit} km: {}",
            offs.iter().filter(|(km, _)| *km <= limit).count()
        );
    }
    for (km, text) in offs.iter().filter(|(km, _)| *km > 25.0) {
        println!("{km:.0} km: {text}");
    }
    println!("missing:\n{}", missing.join("\n"));
    assert!(known * 100 >= cities * 94);
}

fn shown(place: &Place) -> String {
    format!(
        "{}, {}, {}",
        place.name,
        place.region.unwrap_or_default(),
        place.country
    )
}
