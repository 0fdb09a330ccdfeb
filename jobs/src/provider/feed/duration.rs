//! How long an episode plays, as feeds write it.

/// Longer ones are mistakes: milliseconds, a date.
const LONGEST: u64 = 10 * 24 * 60 * 60;

/// Whole seconds of `3600`, `45:30`, `1:02:03`, `PT1H2M`, `1 hour 5 minutes`; nothing where it says nothing.
pub(in crate::provider) fn seconds(text: &str) -> Option<u64> {
    let text = text.trim().to_lowercase();
    if text.len() > 100 {
        return None;
    }
    let seconds = match text.split(':').collect::<Vec<_>>().as_slice() {
        [one] => number(one).or_else(|| prose(one))?,
        [minutes, seconds] => number(minutes)? * 60 + number(seconds)?,
        [hours, minutes, seconds] => {
            number(hours)? * 3600 + number(minutes)? * 60 + number(seconds)?
        }
        _ => return None,
    };
    Some(seconds).filter(|&seconds| seconds > 0 && seconds <= LONGEST)
}

/// Digits, with a fraction that is dropped.
fn number(text: &str) -> Option<u64> {
    let text = text.trim();
    let whole = text.split(['.', ',']).next()?;
    let digits = |text: &str| {
        text.chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '.' | ','))
    };
    (digits(text) && whole.len() <= 9).then(|| whole.parse().ok())?
}

/// Numbers with their units, in the languages whose words begin alike.
fn prose(text: &str) -> Option<u64> {
    let (mut whole, mut rest) = (None, text);
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        rest = &rest[at..];
        let end = rest
            .find(|c: char| !c.is_ascii_digit() && c != '.')
            .unwrap_or(rest.len());
        let count = number(&rest[..end])?;
        rest = rest[end..].trim_start();
        let unit = match rest {
            unit if ["h", "st", "u", "o", "ч", "小时", "時間"]
                .iter()
                .any(|front| unit.starts_with(front)) =>
            {
                3600
            }
            unit if ["m", "м", "分"].iter().any(|front| unit.starts_with(front)) => 60,
            unit if ["s", "с", "秒"].iter().any(|front| unit.starts_with(front)) => 1,
            _ => return None,
        };
        whole = Some(whole.unwrap_or(0) + count * unit);
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::seconds;

    #[test]
    fn as_feeds_write_it() {
        for (text, wanted) in [
            ("3600", Some(3600)),
            (" 59.7 ", Some(59)),
            ("45:30", Some(2730)),
            ("1:02:03", Some(3723)),
            ("01:02:03.250", Some(3723)),
            ("PT1H2M3S", Some(3723)),
            ("1 hour 5 minutes", Some(3900)),
            ("40 minutes", Some(2400)),
            ("1 Std. 10 Min.", Some(4200)),
            ("about 40", None),
            ("soon", None),
            ("0", None),
            ("", None),
            ("1:2:3:4", None),
            ("99999999999999999999999", None),
            ("9999999999999999:00:00", None),
            ("-5", None),
        ] {
            assert_eq!(seconds(text), wanted, "{text}");
        }
    }
}
