//! Time and randomness, passed in so that a test can choose them.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::civil::Date;
use jiff::tz::{Offset, TimeZone};
use jiff::{Timestamp, ToSpan};
use sha2::{Digest, Sha256};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

/// Tells the time.
#[derive(Clone, Debug)]
pub enum Clock {
    /// The machine's.
    System,
    /// Stands still until a test moves it; milliseconds since 1970, UTC.
    Fixed(Arc<AtomicI64>),
}

impl Clock {
    /// A clock that stands at this moment.
    pub fn fixed(at: Timestamp) -> Clock {
        Clock::Fixed(Arc::new(AtomicI64::new(at.as_millisecond())))
    }

    /// Now, in milliseconds since 1970, UTC.
    pub fn now_ms(&self) -> i64 {
        match self {
            #[expect(clippy::disallowed_methods, reason = "this is where the time is taken")]
            Clock::System => Timestamp::now().as_millisecond(),
            Clock::Fixed(at) => at.load(Ordering::Relaxed),
        }
    }

    /// Now.
    pub fn now(&self) -> Timestamp {
        timestamp(self.now_ms())
    }

    /// Moves a fixed clock on; the machine's own does not move for us.
    pub fn advance_ms(&self, ms: i64) {
        if let Clock::Fixed(at) = self {
            at.fetch_add(ms, Ordering::Relaxed);
        }
    }
}

/// The moment of stored milliseconds; out of range becomes 1970.
pub fn timestamp(ms: i64) -> Timestamp {
    Timestamp::from_millisecond(ms).unwrap_or(Timestamp::UNIX_EPOCH)
}

/// Where a day ends last (UTC−12). We know a group's country and seldom its clock,
/// and what still goes on somewhere is not said to be over.
const LAST: Offset = Offset::constant(-12);

/// The oldest day that is not over yet everywhere on earth.
pub fn first_open_day(now: Timestamp) -> Date {
    LAST.to_datetime(now).date()
}

/// When a day is over everywhere on earth; nothing for what is no day.
pub fn end_of_day(day: &str) -> Option<Timestamp> {
    let next = day.parse::<Date>().ok()?.checked_add(1.day()).ok()?;
    let end = next.to_zoned_datetime(TimeZone::fixed(LAST)).ok()?;
    Some(end.timestamp())
}

/// Whether a day is over; what is no day never is.
pub fn is_over(day: &str, now: Timestamp) -> bool {
    end_of_day(day).is_some_and(|end| end <= now)
}

/// Where unguessable and unique numbers come from.
#[derive(Clone, Debug)]
pub enum Random {
    /// The operating system.
    System,
    /// A count (and the newest id made from it), for tests whose output is compared.
    Counted(Arc<AtomicU64>, Arc<AtomicU64>),
}

impl Random {
    /// Random bytes.
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        match self {
            Random::System => {
                getrandom::fill(&mut bytes).expect("the operating system has randomness")
            }
            Random::Counted(count, _) => {
                let hash = Sha256::digest(count.fetch_add(1, Ordering::Relaxed).to_be_bytes());
                bytes
                    .iter_mut()
                    .zip(hash.iter().cycle())
                    .for_each(|(byte, hash)| *byte = *hash);
            }
        }
        bytes
    }

    /// A token of 192 bits that is safe in an address.
    pub fn token(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.bytes::<24>())
    }
}

/// What is stored of a token that opens a door.
pub fn token_hash(token: &str) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(token.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_lasts_until_it_is_over_everywhere() {
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        for (now, over, open) in [
            ("2026-11-14T23:59:59Z", false, "2026-11-14"),
            ("2026-11-15T11:59:59Z", false, "2026-11-14"),
            ("2026-11-15T12:00:00Z", true, "2026-11-15"),
        ] {
            assert_eq!(is_over("2026-11-14", at(now)), over, "{now}");
            assert_eq!(first_open_day(at(now)).to_string(), open, "{now}");
        }
        assert_eq!(end_of_day("2026-11-14"), Some(at("2026-11-15T12:00:00Z")));
        for odd in ["", "soon", "9999-12-31", "2026-02-30"] {
            assert!(!is_over(odd, at("2026-11-15T12:00:00Z")), "{odd}");
        }
    }
}
