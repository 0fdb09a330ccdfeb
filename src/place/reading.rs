//! The ways in which what somebody typed can be read: a place, and what it lies in.

use super::fold::fold;

/// Longer texts are cut; the longest name of a city has 40 letters.
const LONGEST: usize = 160;
const MOST_PARTS: usize = 4;
const MOST_WORDS: usize = 8;
/// Letters of a text without spaces, as in 東京都渋谷区, that are tried as a place and what it lies in.
const MOST_LETTERS: usize = 12;

/// One way to read it, all in folded letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The place's name.
    pub place: String,
    /// Names of what it lies in: countries, regions, codes.
    pub within: Vec<String>,
}

/// Every way to read a text, the likeliest first: "Springfield, IL", "Springfield Illinois USA", "France, Paris".
pub fn readings(text: &str) -> Vec<Reading> {
    let parts = parts(text);
    let Some((first, others)) = parts.split_first() else {
        return Vec::new();
    };
    let mut readings = vec![reading(&parts.join(" "), &[])];
    for at in 0..parts.len() {
        if others.is_empty() {
            break;
        }
        let mut within = parts.clone();
        let place = within.remove(at);
        readings.push(reading(&place, &within));
    }
    for (start, end) in splits(first) {
        readings.push(reading(start, &[&[end.to_owned()], others].concat()));
    }
    for (start, end) in splits(first) {
        readings.push(reading(end, &[&[start.to_owned()], others].concat()));
    }
    readings
}

/// What remains when the place is given up: "Lagos, Nigeria" of "Yaba, Lagos, Nigeria", then "Nigeria".
pub fn remainders(text: &str) -> Vec<String> {
    let parts = parts(text);
    (1..parts.len()).map(|at| parts[at..].join(", ")).collect()
}

/// The last words, the fewest first: "Nigeria" of "Yaba Nigeria".
pub fn endings(text: &str) -> Vec<String> {
    let parts = parts(text);
    let first = parts.first().map(String::as_str).unwrap_or_default();
    splits(first).map(|(_, end)| end.to_owned()).collect()
}

/// The place alone, where what it lies in was set apart.
pub fn alone(text: &str) -> Option<String> {
    let parts = parts(text);
    parts.first().filter(|_| parts.len() > 1).cloned()
}

/// The text cut at commas and the like, each part folded.
fn parts(text: &str) -> Vec<String> {
    let text: String = text.chars().take(LONGEST).collect();
    let text = text.replace(" - ", ",").replace(" – ", ",");
    let parts = text.split([',', '،', '、', '，', ';', '/', '|', '(', ')', '\n', '·']);
    let parts = parts.map(fold).filter(|part| !part.is_empty());
    parts.take(MOST_PARTS).collect()
}

/// Every way to part words in two, the longest start first; letters, where there is but one word in East Asian script.
fn splits(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let words: Vec<usize> = text.match_indices(' ').map(|(at, _)| at).collect();
    let is_east_asian =
        |letter: char| matches!(letter, '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}');
    let mut cuts = words;
    if cuts.is_empty() && text.chars().all(is_east_asian) {
        cuts = text
            .char_indices()
            .skip(1)
            .map(|(at, _)| at)
            .take(MOST_LETTERS)
            .collect();
    }
    cuts.truncate(MOST_WORDS);
    cuts.into_iter()
        .rev()
        .map(|at| (&text[..at], text[at..].trim_start()))
}

fn reading(place: &str, within: &[String]) -> Reading {
    Reading {
        place: place.to_owned(),
        within: within.to_vec(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let shown =
            |reading: &Reading| format!("{} < {}", reading.place, reading.within.join(" < "));
        let found: Vec<String> = readings(text).iter().map(shown).collect();
        let found: Vec<&str> = found
            .iter()
            .map(|reading| reading.trim_end_matches(" < "))
            .collect();
        assert_eq!(found.join("\n"), expected, "{text}");
    }

    #[test]
    fn a_name_alone_is_read_one_way() {
        check("Ibadan", "ibadan");
        check(" Ibadan, ", "ibadan");
        check("", "");
        check(" ,;/ ", "");
    }

    #[test]
    fn commas_say_what_lies_in_what() {
        check(
            "Lagos, Nigeria",
            "lagos nigeria\nlagos < nigeria\nnigeria < lagos",
        );
        check(
            "Paris (France)",
            "paris france\nparis < france\nfrance < paris",
        );
        check("Campinas - SP", "campinas sp\ncampinas < sp\nsp < campinas");
        check(
            "大阪、日本",
            "大阪 日本\n大阪 < 日本\n日本 < 大阪\n大 < 阪 < 日本\n阪 < 大 < 日本",
        );
    }

    #[test]
    fn words_may_end_or_begin_with_what_it_lies_in() {
        check(
            "New York USA",
            "new york usa\nnew york < usa\nnew < york usa\nusa < new york\nyork usa < new",
        );
        check(
            "Springfield IL, USA",
            "springfield il usa\nspringfield il < usa\nusa < springfield il\nspringfield < il < usa\nil < springfield < usa",
        );
        assert!(readings("東京都渋谷区").contains(&reading("渋谷区", &["東京都".to_owned()])));
    }

    #[test]
    fn what_remains() {
        assert_eq!(
            remainders("Yaba, Lagos, Nigeria"),
            ["lagos, nigeria", "nigeria"]
        );
        assert_eq!(
            endings("Smallville New Zealand"),
            ["zealand", "new zealand"]
        );
        assert!(remainders("Yaba").is_empty());
        assert_eq!(alone("Yaba, Lagos, Nigeria").as_deref(), Some("yaba"));
        assert_eq!(alone("Yaba"), None);
        assert!(remainders("").is_empty() && endings("").is_empty());
    }

    #[test]
    fn long_texts_are_cut() {
        for text in [
            "a ".repeat(9000),
            "東".repeat(9000),
            "x,".repeat(9000),
            "\u{fdfa} ".repeat(9000),
        ] {
            let readings = readings(&text);
            assert!((1..=30).contains(&readings.len()), "{}", readings.len());
            assert!(
                readings
                    .iter()
                    .all(|reading| reading.place.chars().count() <= 20 * LONGEST)
            );
        }
    }
}
