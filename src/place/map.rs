//! The world map: where a place stands on it, and the land as one path.
//!
//! Equal Earth shows every country at its true size: B. Šavrič, T. Patterson and
//! B. Jenny, "The Equal Earth map projection", International Journal of Geographical
//! Information Science 33 (2019), published online in 2018, doi:10.1080/13658816.2018.1504949.

use std::f64::consts::PI;

/// The land as SVG path data (SVG 2, section 9.3), in units of the map; fill it by `evenodd`.
///
/// Natural Earth's 1:110m land (public domain), without borders, cut at 180°; made by `src/place/land.py`.
pub const LAND: &str = include_str!("land.svgpath");

/// Units from left to right.
pub const WIDTH: i64 = 2000;
/// Units from top to bottom.
pub const HEIGHT: i64 = 974;

/// The authors' polynomial, its odd powers 1, 3, 7 and 9.
const A: [f64; 4] = [1.340264, -0.081106, 0.000893, 0.003796];

/// Where a place stands on the map: right and down from the corner, in units of the map.
///
/// Degrees in; latitudes beyond a pole are taken for the pole, longitudes may go around. Not a number gives the middle.
pub fn equal_earth(latitude: f64, longitude: f64) -> (f64, f64) {
    let scale = WIDTH as f64 / (2.0 * plane(0.0, PI).0);
    let latitude = if latitude.is_finite() { latitude } else { 0.0 };
    let longitude = if longitude.is_finite() {
        longitude
    } else {
        0.0
    };
    let (right, up) = plane(
        latitude.clamp(-90.0, 90.0).to_radians(),
        around(longitude).to_radians(),
    );
    let top = plane(PI / 2.0, 0.0).1;
    (WIDTH as f64 / 2.0 + right * scale, (top - up) * scale)
}

/// The same meridian between -180° and 180°, both of which stay what they are.
fn around(longitude: f64) -> f64 {
    if longitude.abs() <= 180.0 {
        return longitude;
    }
    (longitude + 180.0).rem_euclid(360.0) - 180.0
}

/// The projection itself, on a sphere of radius 1, from and to the middle of the map (the paper's equations 9 and 10).
fn plane(latitude: f64, longitude: f64) -> (f64, f64) {
    let root = 3f64.sqrt();
    let theta = (root / 2.0 * latitude.sin()).asin();
    let squared = theta * theta;
    let sixth = squared * squared * squared;
    let up = theta * (A[0] + A[1] * squared + sixth * (A[2] + A[3] * squared));
    let slope = A[0] + 3.0 * A[1] * squared + sixth * (7.0 * A[2] + 9.0 * A[3] * squared);
    (2.0 * root * longitude * theta.cos() / (3.0 * slope), up)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Half of the map's height, in its units.
    const MIDDLE: f64 = 486.717;

    fn near(found: (f64, f64), right: f64, down: f64) {
        let off = (found.0 - right).abs().max((found.1 - down).abs());
        assert!(off < 0.01, "{found:?}, not {right}, {down}");
    }

    /// PROJ 9's `+proj=eqearth +R=6371008.7714`, in metres.
    #[test]
    fn agrees_with_proj() {
        let unit = 2000.0 / (2.0 * 17_243_959.06);
        for (latitude, longitude, east, north) in [
            (90.0, 180.0, 10_216_474.79, 8_392_927.6),
            (45.0, 180.0, 14_778_886.37, 5_480_539.79),
            (-30.0, 90.0, 8_064_746.79, -3_777_594.85),
            (35.6895, 139.69171, 12_165_206.02, 4_445_974.81),
            (64.13, -21.9, -1_515_187.58, 7_271_841.89),
        ] {
            let down = (8_392_927.6 - north) * unit;
            near(equal_earth(latitude, longitude), 1000.0 + east * unit, down);
        }
    }

    #[test]
    fn fills_its_box() {
        near(equal_earth(0.0, 0.0), 1000.0, MIDDLE);
        near(equal_earth(0.0, -180.0), 0.0, MIDDLE);
        near(equal_earth(0.0, 180.0), 2000.0, MIDDLE);
        near(equal_earth(90.0, 0.0), 1000.0, 0.0);
        near(equal_earth(-90.0, 0.0), 1000.0, 2.0 * MIDDLE);
        assert_eq!(HEIGHT, (2.0 * MIDDLE).ceil() as i64);
    }

    #[test]
    fn mirrors_at_the_equator_and_at_greenwich() {
        for (latitude, longitude) in [(7.38, 3.91), (52.5, 13.4), (-33.9, 151.2), (71.0, -156.8)] {
            let (right, down) = equal_earth(latitude, longitude);
            near(
                equal_earth(-latitude, longitude),
                right,
                2.0 * MIDDLE - down,
            );
            near(equal_earth(latitude, -longitude), 2000.0 - right, down);
        }
    }

    #[test]
    fn a_square_degree_has_the_area_that_it_has_on_earth() {
        let area = |latitude: f64| {
            let (left, top) = equal_earth(latitude + 0.01, 40.0);
            let (right, bottom) = equal_earth(latitude - 0.01, 40.01);
            let below = equal_earth(latitude - 0.01, 40.0).0;
            assert!(left <= below, "the meridians bend towards the poles");
            (right - below) * (bottom - top) / latitude.to_radians().cos()
        };
        for latitude in [10.0, 35.0, 60.0, 80.0] {
            let ratio = area(latitude) / area(0.0);
            assert!((ratio - 1.0).abs() < 0.02, "{latitude}: {ratio}");
        }
    }

    #[test]
    fn odd_numbers_give_a_place_on_the_map() {
        near(
            equal_earth(0.0, 190.0),
            1000.0 - 170.0 / 180.0 * 1000.0,
            MIDDLE,
        );
        near(equal_earth(0.0, -540.0), 0.0, MIDDLE);
        near(equal_earth(f64::NAN, f64::INFINITY), 1000.0, MIDDLE);
        near(equal_earth(123.0, 0.0), 1000.0, 0.0);
    }

    /// Whether a point lies on the land, counting the shores to its right.
    fn on_land(latitude: f64, longitude: f64) -> bool {
        let (x, y) = equal_earth(latitude, longitude);
        let mut inside = false;
        for ring in rings() {
            for (&(x1, y1), &(x2, y2)) in ring.iter().zip(ring.iter().cycle().skip(1)) {
                if (y1 > y) != (y2 > y) && x < (x2 - x1) * (y - y1) / (y2 - y1) + x1 {
                    inside = !inside;
                }
            }
        }
        inside
    }

    fn rings() -> Vec<Vec<(f64, f64)>> {
        let mut rings = Vec::new();
        for ring in LAND.split_terminator('z') {
            let (start, steps) = ring.strip_prefix('M').unwrap().split_once('l').unwrap();
            let (mut x, mut y) = (0.0, 0.0);
            let mut points = Vec::new();
            let numbers = [numbers(start), numbers(steps)].concat();
            for step in numbers.chunks(2) {
                (x, y) = (x + step[0], y + step[1]);
                points.push((x, y));
            }
            rings.push(points);
        }
        rings
    }

    fn numbers(text: &str) -> Vec<f64> {
        let spaced = text.replace('-', " -");
        spaced
            .split_whitespace()
            .map(|number| number.parse().unwrap())
            .collect()
    }

    #[test]
    fn cities_inland_are_on_land_and_the_middles_of_seas_are_not() {
        for (name, latitude, longitude) in [
            ("Ibadan", 7.38, 3.91),
            ("Nairobi", -1.29, 36.82),
            ("Bogotá", 4.61, -74.08),
            ("Denver", 39.74, -104.98),
            ("Berlin", 52.52, 13.41),
            ("Delhi", 28.65, 77.23),
            ("Kyiv", 50.45, 30.52),
            ("Alice Springs", -23.7, 133.88),
            ("Anadyr", 66.0, 172.0),
            ("Uelen's side of 180°", 67.0, -177.0),
            ("Queen Maud Land", -80.0, 0.0),
            ("Vostok", -78.46, 106.84),
            ("Marie Byrd Land", -79.0, -120.0),
        ] {
            assert!(on_land(latitude, longitude), "{name} is in the sea");
        }
        for (name, latitude, longitude) in [
            ("Atlantic", 30.0, -40.0),
            ("Pacific", 0.0, -150.0),
            ("Pacific at 180°", 10.0, 179.9),
            ("Indian Ocean", -20.0, 75.0),
            ("Caspian Sea", 41.5, 51.0),
            ("Mediterranean", 34.5, 18.0),
            ("North Pole", 89.0, 0.0),
            ("Southern Ocean", -60.0, 100.0),
        ] {
            assert!(!on_land(latitude, longitude), "{name} is on land");
        }
    }

    #[test]
    fn the_land_stays_in_its_box_and_is_small() {
        for (x, y) in rings().concat() {
            assert!(
                (0.0..=WIDTH as f64).contains(&x) && (0.0..=974.0).contains(&y),
                "{x}, {y}"
            );
        }
        assert!((10_000..20_000).contains(&LAND.len()));
        assert!(LAND.bytes().all(|byte| b"Mlz- 0123456789".contains(&byte)));
    }
}
