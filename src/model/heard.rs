//! When a group was last heard from, by what evidence, and what that says of it.

use super::entry::Kind;
use jiff::civil::Date;
use jiff::tz::{Offset, TimeZone};
use jiff::{Timestamp, ToSpan};

/// By what a group was heard from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum By {
    /// An entry of this kind; a report is one of them.
    Entry(Kind),
    /// An editor noted that it meets, or that somebody of it answered.
    Answer,
    /// A new thing in a feed, channel or archive that is its own.
    Feed,
}

/// The last sign of life of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heard {
    /// The day that the evidence speaks of, not the one on which we published it.
    pub day: Date,
    /// What it is.
    pub by: By,
}

/// What maps and lists make of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Life {
    /// Heard from within the last [`MONTH`].
    New,
    /// Heard from within the last [`YEAR`].
    Year,
    /// Heard from, longer ago.
    Quiet,
    /// Never heard from.
    Unheard,
    /// It no longer meets.
    Gone,
}

/// Days of “this month”: they roll, so that nothing grows old because a calendar's leaf was turned.
pub const MONTH: i64 = 31;
/// Days of “this year”.
pub const YEAR: i64 = 365;

impl By {
    /// The one of this word in the database.
    pub fn from_text(text: &str) -> Option<By> {
        Some(match text {
            "answer" => By::Answer,
            "feed" => By::Feed,
            kind => By::Entry(Kind::from_text(kind)?),
        })
    }

    /// The word in the database, classes and the catalogue.
    pub fn as_str(self) -> &'static str {
        match self {
            By::Entry(kind) => kind.as_str(),
            By::Answer => "answer",
            By::Feed => "feed",
        }
    }

    /// Of two of one day the weightier is told: a feed can run on without anybody.
    fn weight(self) -> u8 {
        match self {
            By::Entry(Kind::Video) => 6,
            By::Entry(Kind::Photos) => 5,
            By::Entry(Kind::Audio) => 4,
            By::Entry(Kind::Report) => 3,
            By::Entry(Kind::Article) => 2,
            By::Answer => 1,
            By::Feed => 0,
        }
    }
}

impl Heard {
    /// The newest, and of those of one day the weightiest.
    pub fn last(signs: impl IntoIterator<Item = Heard>) -> Option<Heard> {
        let signs = signs.into_iter();
        signs.max_by_key(|heard| (heard.day, heard.by.weight()))
    }
}

impl Life {
    /// Every one, the liveliest first.
    pub const ALL: &'static [Life] = &[
        Life::New,
        Life::Year,
        Life::Quiet,
        Life::Unheard,
        Life::Gone,
    ];

    /// What the last sign says. `gone` is the day on which it was said to meet no more: what speaks of a later day
    /// counts for more, except a feed, which others can take over.
    pub fn of(heard: Option<&Heard>, gone: Option<Date>, today: Date) -> Life {
        let risen = |heard: &Heard, gone| heard.day > gone && heard.by != By::Feed;
        if let Some(gone) = gone
            && !heard.is_some_and(|heard| risen(heard, gone))
        {
            return Life::Gone;
        }
        let Some(heard) = heard else {
            return Life::Unheard;
        };
        let since = |days: i64| today.checked_sub(days.days()).unwrap_or(Date::MIN);
        match heard.day {
            day if day > since(MONTH) => Life::New,
            day if day > since(YEAR) => Life::Year,
            _ => Life::Quiet,
        }
    }

    /// The word in classes and the catalogue.
    pub fn as_str(self) -> &'static str {
        match self {
            Life::New => "new",
            Life::Year => "year",
            Life::Quiet => "quiet",
            Life::Unheard => "unheard",
            Life::Gone => "gone",
        }
    }
}

/// The day that it is in UTC.
pub fn day_of(at: Timestamp) -> Date {
    TimeZone::UTC.to_datetime(at).date()
}

/// The newest day that has begun anywhere on earth (UTC+14): what is dated later has not been.
pub fn last_begun_day(now: Timestamp) -> Date {
    Offset::constant(14).to_datetime(now).date()
}

/// Kilometres between two places, each in degrees north and east (haversine, on a sphere of 6371 km).
pub fn distance_km(one: (f64, f64), other: (f64, f64)) -> f64 {
    let radians = |(north, east): (f64, f64)| (north.to_radians(), east.to_radians());
    let ((a_north, a_east), (b_north, b_east)) = (radians(one), radians(other));
    let half = |angle: f64| (angle / 2.0).sin().powi(2);
    let chord = half(b_north - a_north) + a_north.cos() * b_north.cos() * half(b_east - a_east);
    2.0 * 6371.0 * chord.sqrt().min(1.0).asin()
}

/// Things by their distance from a place, in kilometres; those without a place are passed over.
pub fn nearest<T>(
    place: (f64, f64),
    things: impl IntoIterator<Item = T>,
    at: impl Fn(&T) -> Option<(f64, f64)>,
) -> Vec<(f64, T)> {
    let things = things.into_iter();
    let mut placed: Vec<(f64, T)> = things
        .filter_map(|thing| Some((distance_km(place, at(&thing)?), thing)))
        .collect();
    placed.sort_by(|(one, _), (other, _)| one.total_cmp(other));
    placed
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn what_a_sign_says() {
        let today = day("2026-12-15");
        let (video, feed) = (By::Entry(Kind::Video), By::Feed);
        for (heard, gone, says) in [
            (None, None, Life::Unheard),
            (None, Some("2026-01-01"), Life::Gone),
            (Some(("2026-12-16", video)), None, Life::New),
            (Some(("2026-12-15", video)), None, Life::New),
            (Some(("2026-11-15", feed)), None, Life::New),
            (Some(("2026-11-14", video)), None, Life::Year),
            (Some(("2025-12-16", video)), None, Life::Year),
            (Some(("2025-12-15", video)), None, Life::Quiet),
            (Some(("1999-01-01", By::Answer)), None, Life::Quiet),
            // Older than the word that it is gone, of the same day, newer; a feed raises nobody.
            (Some(("2026-12-01", video)), Some("2026-12-02"), Life::Gone),
            (Some(("2026-12-02", video)), Some("2026-12-02"), Life::Gone),
            (Some(("2026-12-03", video)), Some("2026-12-02"), Life::New),
            (Some(("2026-12-03", feed)), Some("2026-12-02"), Life::Gone),
            (
                Some(("2025-12-03", By::Answer)),
                Some("2025-01-02"),
                Life::Quiet,
            ),
        ] {
            let heard = heard.map(|(on, by)| Heard { day: day(on), by });
            let life = Life::of(heard.as_ref(), gone.map(day), today);
            assert_eq!(life, says, "{heard:?} {gone:?}");
        }
    }

    #[test]
    fn the_last_sign_counts_and_the_weightiest_of_a_day() {
        let sign = |on: &str, by| Heard { day: day(on), by };
        let (report, video) = (By::Entry(Kind::Report), By::Entry(Kind::Video));
        let last = Heard::last([
            sign("2026-11-14", By::Feed),
            sign("2026-11-14", report),
            sign("2026-10-01", video),
        ]);
        assert_eq!(last, Some(sign("2026-11-14", report)));
        assert_eq!(Heard::last([]), None);
    }

    #[test]
    fn words_there_and_back() {
        let kinds = [
            Kind::Video,
            Kind::Photos,
            Kind::Audio,
            Kind::Article,
            Kind::Report,
        ];
        let all = kinds
            .map(By::Entry)
            .into_iter()
            .chain([By::Answer, By::Feed]);
        for by in all {
            assert_eq!(By::from_text(by.as_str()), Some(by));
        }
        assert_eq!(By::from_text("rumour"), None);
    }

    #[test]
    fn days_begin_in_the_east() {
        let at: Timestamp = "2026-11-14T10:00:00Z".parse().unwrap();
        assert_eq!(last_begun_day(at), day("2026-11-15"));
        assert_eq!(day_of(at), day("2026-11-14"));
    }

    #[test]
    fn distances() {
        let (lagos, ibadan) = ((6.45, 3.4), (7.38, 3.93));
        for (one, other, km) in [
            (lagos, ibadan, 119.0),
            (lagos, lagos, 0.0),
            // Over the day's border, and to the other side of the earth.
            ((0.0, 179.5), (0.0, -179.5), 111.0),
            ((90.0, 0.0), (-90.0, 77.0), 20015.0),
        ] {
            let found = distance_km(one, other);
            assert!((found - km).abs() < 1.0, "{one:?} {other:?} {found}");
        }
        let places = [("a", Some(ibadan)), ("b", None), ("c", Some(lagos))];
        let near = nearest(lagos, places, |place| place.1);
        let names: Vec<&str> = near.iter().map(|(_, place)| place.0).collect();
        assert_eq!(names, ["c", "a"]);
    }
}
