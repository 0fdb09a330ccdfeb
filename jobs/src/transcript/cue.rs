//! The line of times above a cue, in SRT and in WebVTT.

/// Start and end of `00:01:02,500 --> 00:01:04.000 line:0`, in milliseconds.
pub(super) fn times(line: &str) -> Option<(u64, u64)> {
    let (start, rest) = line.split_once("-->")?;
    // Behind the end may stand settings, which a transcript does not need.
    let end = rest.split_whitespace().next()?;
    Some((time(start.trim())?, time(end)?))
}

/// `[H]H:MM:SS,mmm` or `MM:SS.mmm`, the fraction optional.
fn time(text: &str) -> Option<u64> {
    let (whole, fraction) = match text.split_once(['.', ',']) {
        Some((whole, fraction)) => (whole, fraction),
        None => (text, "0"),
    };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let fields: Vec<&str> = whole.split(':').collect();
    if !(2..=3).contains(&fields.len()) || !digits(fraction) || fraction.len() > 9 {
        return None;
    }
    let mut seconds = 0u64;
    for (nth, field) in fields.iter().enumerate() {
        // Minutes and seconds have two digits, hours as many as they like.
        if !digits(field)
            || field.len() > 4
            || (nth > 0 && (field.len() > 2 || *field >= "60" && field.len() == 2))
        {
            return None;
        }
        seconds = seconds * 60 + field.parse::<u64>().ok()?;
    }
    let thousandths: String = fraction.chars().chain("000".chars()).take(3).collect();
    Some(seconds * 1000 + thousandths.parse::<u64>().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_and_their_sloppy_kin() {
        let check = |line, expected| assert_eq!(times(line), expected, "{line}");
        check("00:01:02,500 --> 00:01:04.000", Some((62_500, 64_000)));
        check(
            "01:02.5 --> 01:04.25 line:0 align:start",
            Some((62_500, 64_250)),
        );
        check(
            "100:00:00.000-->100:00:01.000",
            Some((360_000_000, 360_001_000)),
        );
        check("1:2:3,4 --> 1:2:4,4", Some((3_723_400, 3_724_400)));
        check("00:61:00,000 --> 00:62:00,000", None);
        check("a --> b", None);
        check("00:00:01,000 -->", None);
        check("99999999999:00 --> 1:00", None);
    }
}
