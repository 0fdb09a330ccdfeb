//! `podcast:location`, as revised in 2025:
//! <https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/location/location.md>.

use super::rule;
use crate::conformance::element::Element;
use crate::conformance::ledger::Ledger;
use crate::conformance::value::Is;
use crate::conformance::value::language::is_country;
use crate::conformance::value::number::{is_decimal, is_number, is_whole};

pub(super) fn check(element: &Element<'_, '_>, ledger: &mut Ledger<'_>) {
    if element.value().is_empty() {
        ledger.fault_at(rule::LOCATION, element.at, "");
    }
    let rules: [(&str, Is, _); 4] = [
        (
            "rel",
            |rel| matches!(rel, "subject" | "creator"),
            rule::LOCATION_REL,
        ),
        ("geo", is_geo, rule::LOCATION_GEO),
        ("osm", is_osm, rule::LOCATION_OSM),
        ("country", is_country, rule::LOCATION_COUNTRY),
    ];
    for (name, is, rule) in rules {
        if let Some(said) = element.attribute(name).filter(|said| !is(said)) {
            ledger.fault_at(rule, element.at, said);
        }
    }
}

/// RFC 5870: `geo:` latitude, longitude and perhaps altitude, then parameters.
fn is_geo(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("geo:") else {
        return false;
    };
    let mut parts = rest.split(';');
    let place: Vec<&str> = parts.next().unwrap_or_default().split(',').collect();
    let is_within = |text: &str, most: f64| {
        is_number(text)
            && text
                .parse::<f64>()
                .is_ok_and(|degrees| degrees.abs() <= most)
    };
    let is_place = match place.as_slice() {
        [latitude, longitude] => is_within(latitude, 90.0) && is_within(longitude, 180.0),
        [latitude, longitude, altitude] => {
            is_within(latitude, 90.0) && is_within(longitude, 180.0) && is_number(altitude)
        }
        _ => false,
    };
    is_place
        && parts.all(|part| match part.split_once('=') {
            Some(("u", metres)) => is_decimal(metres),
            Some((name, _)) => !name.is_empty(),
            None => !part.is_empty(),
        })
}

/// OpenStreetMap's kind and number, and perhaps a revision: `R7444`, `R7444#188`.
fn is_osm(text: &str) -> bool {
    let Some(rest) = text.strip_prefix(['N', 'W', 'R']) else {
        return false;
    };
    let (number, revision) = rest.split_once('#').unwrap_or((rest, "1"));
    is_whole(number) && is_whole(revision)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places() {
        for (text, is) in [
            ("geo:37.786971,-122.399677", true),
            ("geo:7.39,3.9,250", true),
            ("geo:39.78,-100.44;u=3900000", true),
            ("geo:37.7;u=350", false),
            ("geo:91,0", false),
            ("geo:0,181", false),
            ("37.78,-122.39", false),
            ("geo:7.39, 3.9", false),
            ("geo:inf,nan", false),
        ] {
            assert_eq!(is_geo(text), is, "{text}");
        }
        assert!(is_osm("R113314") && is_osm("R7444#188"));
        assert!(!is_osm("113314") && !is_osm("r113314") && !is_osm("R"));
    }
}
