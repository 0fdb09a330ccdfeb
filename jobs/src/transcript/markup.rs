//! The text of a cue without its markup, by who says it.

use crate::text;

/// Characters of a name.
const MOST_NAME: usize = 100;
/// Characters of a tag.
const MOST_TAG: usize = 200;

/// What is said and by whom: `<v Ada>` begins another's words.
pub(super) fn voices(raw: &str) -> Vec<(Option<String>, String)> {
    let mut voices = vec![(None, String::new())];
    let mut rest = raw;
    while let Some(at) = rest.find(['<', '{']) {
        say(&mut voices, &rest[..at]);
        rest = &rest[at..];
        match tag(rest) {
            Some((inside, after)) => {
                if let Some(name) = voice(inside) {
                    voices.push((Some(name), String::new()));
                }
                rest = after;
            }
            // A sign of the text's own: `a < b`.
            None => {
                say(&mut voices, &rest[..1]);
                rest = &rest[1..];
            }
        }
    }
    say(&mut voices, rest);
    let tidied = voices.into_iter().map(|(name, words)| {
        let lines = words.lines().map(text::line);
        let lines: Vec<_> = lines.filter(|line| !line.is_empty()).collect();
        (name, lines.join("\n"))
    });
    tidied.filter(|(_, words)| !words.is_empty()).collect()
}

fn say(voices: &mut [(Option<String>, String)], words: &str) {
    if let Some((_, text)) = voices.last_mut() {
        text.push_str(&entities(words));
    }
}

/// The inside of a tag at the beginning, and what follows: `<i>`, `</c>`, `<00:01.000>`, `{\an8}`.
fn tag(text: &str) -> Option<(&str, &str)> {
    let close = if text.starts_with('<') { '>' } else { '}' };
    let inside = &text[1..];
    // Too long to be one is somebody's arithmetic.
    let near = inside.char_indices().take(MOST_TAG + 1);
    let end = near.into_iter().find(|(_, c)| *c == close)?.0;
    let (inside, after) = (&inside[..end], &inside[end + 1..]);
    let time = inside.contains(':')
        && inside
            .chars()
            .all(|c| c.is_ascii_digit() || ":.".contains(c));
    let right = match close {
        '>' => time || inside.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/'),
        _ => inside.starts_with('\\'),
    };
    right.then_some((inside, after))
}

/// The name in `v Ada` or `v.loud Ada`.
fn voice(tag: &str) -> Option<String> {
    let (kind, name) = tag.split_once(char::is_whitespace)?;
    let name = text::cut(&text::line(&entities(name)), MOST_NAME);
    (kind.split('.').next() == Some("v") && !name.is_empty()).then_some(name)
}

/// Those that WebVTT knows.
fn entities(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    // The last one last: `&amp;lt;` is a text about `&lt;`.
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&nbsp;", " ")
        .replace("&lrm;", "")
        .replace("&rlm;", "")
        .replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(raw: &str, expected: &[(Option<&str>, &str)]) {
        let got = voices(raw);
        let got: Vec<_> = got
            .iter()
            .map(|(name, words)| (name.as_deref(), words.as_str()))
            .collect();
        assert_eq!(got, expected, "{raw}");
    }

    #[test]
    fn markup_goes_and_names_stay() {
        check("<i>Hello</i> <c.yellow>there</c>", &[(None, "Hello there")]);
        check("{\\an8}Up <00:01.000>there", &[(None, "Up there")]);
        check(
            "<v Ada>Hi.\n<v.loud Bob &amp; Co>Yo.</v>",
            &[(Some("Ada"), "Hi."), (Some("Bob & Co"), "Yo.")],
        );
        check("<font color=\"#fff\">A</font> & B", &[(None, "A & B")]);
        check(
            "a < b, {x} and 1<2 > 0",
            &[(None, "a < b, {x} and 1<2 > 0")],
        );
        check("&lt;script&gt; &amp;lt;", &[(None, "<script> &lt;")]);
        check("<b></b> \n ", &[]);
        check("never closed <i", &[(None, "never closed <i")]);
        let long = format!("<i{}>", "x".repeat(MOST_TAG));
        check(&long, &[(None, &long)]);
    }
}
