//! The day of YouTube's quota: it begins at midnight in US Pacific time.

use jiff::civil::Date;
use jiff::tz::{Offset, TimeZone};
use jiff::{SignedDuration, Timestamp};
use std::time::Duration;

/// The day of the quota at this moment, and how long it lasts yet.
pub fn day(now: Timestamp) -> (Date, Duration) {
    // America/Los_Angeles by its rule, for a machine may have no list of zones.
    let pacific = TimeZone::posix("PST8PDT,M3.2.0,M11.1.0")
        .unwrap_or_else(|_| TimeZone::fixed(Offset::constant(-8)));
    let now_there = now.to_zoned_datetime(pacific);
    let midnight = now_there.tomorrow().and_then(|day| day.start_of_day());
    let left = midnight.map_or(SignedDuration::from_hours(1), |midnight| {
        midnight.timestamp().duration_since(now)
    });
    let left = Duration::try_from(left).unwrap_or(Duration::from_secs(3600));
    (now_there.date(), left)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quota_is_whole_at_midnight_pacific() {
        let at = |text: &str| {
            let (day, left) = day(text.parse().unwrap());
            (day.to_string(), left.as_secs())
        };
        assert_eq!(at("2026-11-23T07:59:00Z"), ("2026-11-22".into(), 60)); // winter: UTC-8
        assert_eq!(at("2026-07-01T06:59:00Z"), ("2026-06-30".into(), 60)); // summer: UTC-7
        // The night the clocks go back.
        assert_eq!(at("2026-11-01T07:00:00Z"), ("2026-11-01".into(), 25 * 3600));
    }
}
