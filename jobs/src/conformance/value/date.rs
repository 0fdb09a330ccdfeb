//! Dates and times.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::fmt::rfc2822::DateTimeParser;

static STRICT: DateTimeParser = DateTimeParser::new();
static RELAXED: DateTimeParser = DateTimeParser::new().relaxed_weekday(true);

/// What is wrong with a date of mail and RSS.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// It cannot be read.
    Form,
    /// The day of the week is another.
    Weekday,
    /// A time zone that RFC 822 does not name is taken for GMT.
    Zone,
    /// A year of two digits.
    Year,
}

/// A date of RFC 822 or RFC 2822, such as `Mon, 23 Nov 2026 17:42:00 GMT`.
///
/// # Errors
/// What is wrong with it.
pub fn of_mail(text: &str) -> Result<(), Wrong> {
    if STRICT.parse_timestamp(text).is_err() {
        return Err(match RELAXED.parse_timestamp(text) {
            Ok(_) => Wrong::Weekday,
            Err(_) => Wrong::Form,
        });
    }
    let bare = text.split_once('(').map_or(text, |(bare, _)| bare).trim();
    let zone = bare.rsplit(char::is_whitespace).next().unwrap_or_default();
    if !(zone.starts_with(['+', '-']) || ZONES.iter().any(|known| known.eq_ignore_ascii_case(zone)))
    {
        return Err(Wrong::Zone);
    }
    let date = bare.split_once(',').map_or(bare, |(_, date)| date);
    match date.split_whitespace().nth(2) {
        Some(year) if year.len() >= 4 => Ok(()),
        _ => Err(Wrong::Year),
    }
}

/// The zones that RFC 822 names and all readers know; those of one letter were never used alike.
const ZONES: &[&str] = &[
    "GMT", "UT", "EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT", "Z",
];

/// A date and time of RFC 3339, such as `2026-11-23T17:42:00Z`, with capital letters as Atom wants them.
pub fn is_rfc3339(text: &str) -> bool {
    let Some((date, rest)) = text.split_at_checked(10) else {
        return false;
    };
    let Some((time, rest)) = rest.split_at_checked(9) else {
        return false;
    };
    let fraction = match rest.strip_prefix('.') {
        Some(rest) => rest.bytes().take_while(u8::is_ascii_digit).count() + 1,
        None => 0,
    };
    let zone = rest.get(fraction..).unwrap_or_default();
    is_like(date, "0000-00-00")
        && is_like(time, "T00:00:00")
        && fraction != 1
        && (zone == "Z" || is_like(zone, "+00:00") || is_like(zone, "-00:00"))
        // A fraction longer than a nanosecond is a date all the same.
        && format!("{date}{time}{zone}").parse::<Timestamp>().is_ok()
}

/// A date, or a date and time, of ISO 8601 as people write them: with or without fraction, colon or zone.
pub fn is_iso8601(text: &str) -> bool {
    match text.split_once('T') {
        None => text.parse::<Date>().is_ok(),
        Some((date, _)) => {
            date.len() >= 8
                && (text.parse::<Timestamp>().is_ok()
                    || text.parse::<jiff::civil::DateTime>().is_ok())
        }
    }
}

/// Whether a text has digits where the pattern has `0`, and else the same signs.
fn is_like(text: &str, pattern: &str) -> bool {
    text.len() == pattern.len()
        && text
            .bytes()
            .zip(pattern.bytes())
            .all(|(byte, wanted)| match wanted {
                b'0' => byte.is_ascii_digit(),
                _ => byte == wanted,
            })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_mail() {
        for (text, wanted) in [
            ("Mon, 23 Nov 2026 17:42:00 GMT", Ok(())),
            ("23 Nov 2026 17:42 +0100 (CET)", Ok(())),
            ("Mon, 23 Nov 2026 17:42:00 EST", Ok(())),
            ("Tue, 23 Nov 2026 17:42:00 GMT", Err(Wrong::Weekday)),
            ("Mon, 23 Nov 2026 17:42:00 CET", Err(Wrong::Zone)),
            ("Mon, 23 Nov 2026 17:42:00 UTC", Err(Wrong::Zone)),
            ("Mon, 23 Nov 26 17:42:00 GMT", Err(Wrong::Year)),
            ("2026-11-23T17:42:00Z", Err(Wrong::Form)),
            ("Mon, 31 Feb 2026 17:42:00 GMT", Err(Wrong::Form)),
            ("", Err(Wrong::Form)),
        ] {
            assert_eq!(of_mail(text), wanted, "{text}");
        }
    }

    #[test]
    fn dates_of_the_web() {
        for (text, strict, loose) in [
            ("2026-11-23T17:42:00Z", true, true),
            ("2026-11-23T17:42:00.123456789012+01:00", true, false),
            ("2026-11-23T17:42:00-05:00", true, true),
            ("2026-11-23t17:42:00z", false, false),
            ("2026-11-23T17:42:00.Z", false, false),
            ("2026-11-23T17:42:00", false, true),
            ("2026-11-23T17:42:00+0100", false, true),
            ("2026-11-23", false, true),
            ("2026-02-30T17:42:00Z", false, false),
            ("23.11.2026", false, false),
            ("é", false, false),
        ] {
            assert_eq!(
                (is_rfc3339(text), is_iso8601(text)),
                (strict, loose),
                "{text}"
            );
        }
    }
}
