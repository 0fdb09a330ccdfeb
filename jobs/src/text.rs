//! Strangers' texts as ours may be: without what turns a page's words round, and no longer than we keep.

/// A text on one line: white space folded, control and bidi characters out.
pub fn line(text: &str) -> String {
    tidy(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text without control characters (line breaks and tabs stay) and without the
/// bidi controls that could turn a page's own words round.
pub fn tidy(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let keep = |c: char| match c {
        '\n' | '\t' => true,
        '\u{202a}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}'
        | '\u{feff}'
        | '\u{fffe}'
        | '\u{ffff}' => false,
        c => !c.is_control(),
    };
    text.chars()
        .filter(|&c| keep(c))
        .collect::<String>()
        .trim()
        .to_owned()
}

/// At most so many characters, and a sign where more were.
pub fn cut(text: &str, most: usize) -> String {
    if text.len() <= most {
        return text.to_owned();
    }
    match text.char_indices().nth(most) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}

/// Bytes as hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
