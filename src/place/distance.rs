//! How far it is from one place to another.

/// The Earth's mean radius in kilometres (IUGG 1980: a third of twice the equator's and once the poles').
const RADIUS: f64 = 6371.0088;

/// Kilometres along the surface between two points, each latitude and longitude in degrees.
///
/// The haversine formula (R. W. Sinnott, Sky and Telescope 68, 1984), on a sphere: at most 0.6 % off the ellipsoid.
pub fn distance_km(from: (f64, f64), to: (f64, f64)) -> f64 {
    let (from_latitude, to_latitude) = (from.0.to_radians(), to.0.to_radians());
    let half_up = (to_latitude - from_latitude) / 2.0;
    let half_round = (to.1 - from.1).to_radians() / 2.0;
    let haversine =
        half_up.sin().powi(2) + from_latitude.cos() * to_latitude.cos() * half_round.sin().powi(2);
    // Rounding can bring it a little above 1 on the other side of the Earth.
    2.0 * RADIUS * haversine.sqrt().min(1.0).asin()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::f64::consts::PI;

    /// By GeographicLib's geodesics (PROJ 9's `geod`) on a sphere of the same radius.
    #[test]
    fn known_distances() {
        for (name, from, to, km) in [
            (
                "Ibadan to Lagos",
                (7.37756, 3.90591),
                (6.45407, 3.39467),
                117.2,
            ),
            (
                "London to Paris",
                (51.50853, -0.12574),
                (48.85341, 2.3488),
                343.8,
            ),
            (
                "Suva to Apia, over 180°",
                (-18.1416, 178.4415),
                (-13.8333, -171.7667),
                1150.7,
            ),
            (
                "Nashville to Los Angeles",
                (36.12, -86.67),
                (33.94, -118.4),
                2886.4,
            ),
            (
                "Quito to Singapore",
                (-0.22985, -78.52495),
                (1.28967, 103.85007),
                19725.9,
            ),
        ] {
            let found = distance_km(from, to);
            assert!((found - km).abs() < 0.1, "{name}: {found}");
        }
    }

    #[test]
    fn is_the_same_both_ways_and_nothing_to_itself() {
        let points = [
            (0.0, 0.0),
            (90.0, 12.0),
            (-33.9, 151.2),
            (7.4, 3.9),
            (12.0, -180.0),
        ];
        for from in points {
            assert_eq!(distance_km(from, from), 0.0);
            for to in points {
                assert!((distance_km(from, to) - distance_km(to, from)).abs() < 1e-9);
            }
        }
    }

    #[test]
    fn never_more_than_half_around() {
        let half = PI * RADIUS;
        assert!((distance_km((0.0, 0.0), (0.0, 180.0)) - half).abs() < 1e-6);
        assert!((distance_km((90.0, 0.0), (-90.0, 77.0)) - half).abs() < 1e-6);
        assert!((distance_km((41.3, 10.0), (-41.3, -170.0)) - half).abs() < 1e-3);
        assert!(distance_km((5.0, 180.0), (5.0, -180.0)) < 1e-6);
    }
}
