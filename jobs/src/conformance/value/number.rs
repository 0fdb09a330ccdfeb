//! Numbers and lengths of time.

/// Digits and nothing else.
pub fn is_whole(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A whole number that is not zero.
pub fn is_positive(text: &str) -> bool {
    is_whole(text) && text.bytes().any(|byte| byte != b'0')
}

/// A number with or without a fraction, not below zero.
pub fn is_decimal(text: &str) -> bool {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    (is_whole(whole) || whole.is_empty()) && is_whole(fraction)
}

/// A number, whole or not, with a sign or without.
pub fn is_number(text: &str) -> bool {
    is_decimal(text.strip_prefix(['-', '+']).unwrap_or(text))
}

/// Hours, minutes and seconds with colons between, as old podcasts write them.
pub fn is_clock(text: &str) -> bool {
    let parts: Vec<&str> = text.splitn(4, ':').collect();
    let is_short = |part: &&str| is_whole(part) && part.len() <= 2;
    let first = parts.first().is_some_and(|first| is_whole(first));
    matches!(parts.len(), 2 | 3) && first && parts[1..].iter().all(is_short)
}

/// A time in a recording, as RTSP's normal play time: `12:05:35`, `12.5` or `now`.
pub fn is_play_time(text: &str) -> bool {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    text == "now" || is_whole(fraction) && (is_whole(whole) || is_clock(whole))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers() {
        assert!(is_whole("0") && !is_whole("") && !is_whole("-1") && !is_whole("1.5"));
        assert!(is_positive("10") && !is_positive("00"));
        assert!(is_decimal("100.5") && is_decimal("3") && !is_decimal("3.") && !is_decimal("1e3"));
        assert!(is_number("-3.5") && !is_number("--3"));
    }

    #[test]
    fn lengths_of_time() {
        for (text, is) in [
            ("1:02:03", true),
            ("62:03", true),
            ("3600", false),
            ("1:2:3:4", false),
            (":30", false),
            ("an hour", false),
        ] {
            assert_eq!(is_clock(text), is, "{text}");
        }
        assert!(is_play_time("12:05:35.3") && is_play_time("12.5") && !is_play_time("soon"));
    }
}
