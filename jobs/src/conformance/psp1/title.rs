//! What does not belong into a title or a copyright.

/// Words before an episode's number.
const WORDS: &[&str] = &[
    "episode",
    "ep",
    "ep.",
    "eps",
    "folge",
    "épisode",
    "episodio",
    "episódio",
    "afl",
    "avsnitt",
];

/// Whether a title says which episode or season it is: `Episode 12: …`, `#12 …`, `S01E02 …`, `12. …`.
pub(super) fn is_numbered(title: &str) -> bool {
    let words: Vec<&str> = title.split_whitespace().take(64).collect();
    let numbered = words.windows(2).any(|pair| {
        let word = pair[0].to_lowercase();
        WORDS.contains(&word.as_str()) && starts_with_number(pair[1].trim_start_matches('#'))
    });
    let edges = [words.first(), words.last()];
    let is_marked = |word: &&&str| word.strip_prefix('#').is_some_and(starts_with_number);
    numbered
        || edges.iter().flatten().any(is_marked)
        || words.iter().any(|word| is_season(word))
        || words
            .first()
            .is_some_and(|first| is_listed(first, words.get(1)))
}

/// Whether a copyright line is a notice: the word, the sign or a year, of which it should have none.
pub(super) fn is_notice(line: &str) -> bool {
    let is_year = |word: &str| {
        word.len() == 4
            && (word.starts_with("19") || word.starts_with("20"))
            && word.bytes().all(|byte| byte.is_ascii_digit())
    };
    line.contains(['©', '℗'])
        || line.to_lowercase().contains("copyright")
        || line.split(|c: char| !c.is_alphanumeric()).any(is_year)
}

fn starts_with_number(word: &str) -> bool {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    digits > 0 && word[digits..].chars().all(|c| !c.is_alphanumeric())
}

/// `S01E02`, whatever its case.
fn is_season(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    let Some(rest) = word.strip_prefix(['S', 's']) else {
        return false;
    };
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    match rest.split_once(['E', 'e']) {
        Some((season, episode)) => is_number(season) && is_number(episode),
        None => false,
    }
}

/// A number of up to three digits with a sign behind it, or alone before a dash.
fn is_listed(first: &str, second: Option<&&str>) -> bool {
    let digits = first.bytes().take_while(u8::is_ascii_digit).count();
    let behind = &first[digits..];
    matches!(digits, 1..=3)
        && (matches!(behind, ":" | "." | ")" | "-" | "–")
            || behind.is_empty() && matches!(second, Some(&"-" | &"–" | &"—" | &"|" | &":")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_with_and_without_numbers() {
        for (title, is) in [
            ("Episode 12: the rain gauge", true),
            ("The rain gauge, ep. 3", true),
            ("#12 The rain gauge", true),
            ("The rain gauge #12", true),
            ("S01E02 - The rain gauge", true),
            ("12. The rain gauge", true),
            ("012 – The rain gauge", true),
            ("The rain gauge", false),
            ("3 ways to read a rain gauge", false),
            ("Python 3.14: what is new", false),
            ("2026: a review", false),
            ("C# for Pythonistas", false),
            ("Why issue #12 took a year", false),
            ("", false),
        ] {
            assert_eq!(is_numbered(title), is, "{title}");
        }
    }

    #[test]
    fn copyright_lines() {
        assert!(is_notice("© PyIbadan") && is_notice("Copyright PyIbadan"));
        assert!(is_notice("PyIbadan 2026") && !is_notice("PyIbadan, Studio 54000"));
    }
}
