//! Recurrence rules of iCalendar, RFC 5545 section 3.3.10.

use super::date::is_iso8601;
use super::number::is_positive;

/// A rule such as `FREQ=WEEKLY;BYDAY=MO`: one frequency, each part once, `COUNT` or `UNTIL` but not both.
pub fn is_rule(text: &str) -> bool {
    let text = text.strip_prefix("RRULE:").unwrap_or(text);
    let mut seen: Vec<&str> = Vec::new();
    for part in text.split(';') {
        let Some((name, value)) = part.split_once('=') else {
            return false;
        };
        if seen.contains(&name) || !is_part(name, value) {
            return false;
        }
        seen.push(name);
    }
    seen.contains(&"FREQ") && !(seen.contains(&"COUNT") && seen.contains(&"UNTIL"))
}

/// Whether a rule ends after a number of times.
pub fn counts(text: &str) -> bool {
    text.split(';').any(|part| part.starts_with("COUNT="))
}

fn is_part(name: &str, value: &str) -> bool {
    let all = |is: fn(&str) -> bool| value.split(',').all(is);
    match name {
        "FREQ" => matches!(
            value,
            "SECONDLY" | "MINUTELY" | "HOURLY" | "DAILY" | "WEEKLY" | "MONTHLY" | "YEARLY"
        ),
        "COUNT" | "INTERVAL" => is_positive(value),
        "UNTIL" => is_until(value),
        "BYDAY" => all(is_day),
        "BYSECOND" | "BYMINUTE" | "BYHOUR" => all(|one| is_within(one, 0, 60)),
        "BYMONTHDAY" => all(|one| is_within(one, -31, 31)),
        "BYMONTH" => all(|one| is_within(one, 1, 12)),
        "BYWEEKNO" => all(|one| is_within(one, -53, 53)),
        "BYYEARDAY" | "BYSETPOS" => all(|one| is_within(one, -366, 366)),
        "WKST" => DAYS.contains(&value),
        _ => false,
    }
}

const DAYS: &[&str] = &["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/// `MO`, or with which one of the month or year: `+4TH`, `-1FR`.
fn is_day(text: &str) -> bool {
    let Some(at) = text.len().checked_sub(2) else {
        return false;
    };
    match text.split_at_checked(at) {
        Some((which, day)) => {
            DAYS.contains(&day) && (which.is_empty() || is_within(which, -53, 53))
        }
        None => false,
    }
}

fn is_within(text: &str, least: i32, most: i32) -> bool {
    text.parse::<i32>()
        .is_ok_and(|number| (least..=most).contains(&number))
}

/// iCalendar's `20261231T000000Z`, or ISO 8601 as Podcasting 2.0 writes it.
fn is_until(text: &str) -> bool {
    let digits =
        |text: &str, count| text.len() == count && text.bytes().all(|b| b.is_ascii_digit());
    let is_basic = match text.split_once('T') {
        None => digits(text, 8),
        Some((date, time)) => digits(date, 8) && digits(time.trim_end_matches('Z'), 6),
    };
    is_basic || is_iso8601(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules() {
        for (text, is) in [
            ("FREQ=DAILY", true),
            ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE", true),
            ("FREQ=YEARLY;BYDAY=+4TH;BYMONTH=11", true),
            ("FREQ=WEEKLY;UNTIL=2023-12-31T00:00:00.000Z;BYDAY=MO", true),
            ("FREQ=WEEKLY;UNTIL=20231231T000000Z", true),
            ("FREQ=WEEKLY;COUNT=10;UNTIL=20231231", false),
            ("FREQ=FORTNIGHTLY", false),
            ("weekly", false),
            ("INTERVAL=2", false),
            ("FREQ=DAILY;FREQ=DAILY", false),
            ("FREQ=WEEKLY;BYDAY=é", false),
            ("", false),
        ] {
            assert_eq!(is_rule(text), is, "{text}");
        }
    }
}
