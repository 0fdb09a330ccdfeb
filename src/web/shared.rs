//! What a phone shares with us, or a link that somebody made for our form, as the beginning of answers.
//!
//! Nothing of it is trusted more than what is typed: it stands in the form, and is checked when that is sent.

use crate::model::answers::{Answers, MOST_LINKS, MOST_TITLE, MOST_WORDS, one_line, tidy};
use jobs::link::find_all;
use std::collections::HashMap;

/// Characters of a link.
const MOST_LINK: usize = 2000;

/// Answers begun with `url`, `text`, `title` and `group` (the address of one on the roster) of a query. Phones seldom say `url`: their links stand in the text.
pub fn answers(query: &HashMap<String, String>) -> Answers {
    let given = |name: &str| query.get(name).map(String::as_str).unwrap_or_default();
    let (mut words, title) = (
        first(&tidy(given("text")), MOST_WORDS),
        first(&one_line(given("title")), MOST_TITLE),
    );
    let mut links = find_all(&first(given("url"), MOST_LINK * MOST_LINKS));
    if links.is_empty() {
        // What is no link stays as it was typed: the form says what is wrong with it.
        let typed = one_line(given("url"));
        links.extend(Some(typed).filter(|typed| !typed.is_empty()));
    }
    if links.is_empty() {
        links = find_all(&words);
        links.extend(
            Some(find_all(&title))
                .filter(|_| links.is_empty())
                .unwrap_or_default(),
        );
    }
    // The longest first: one link may begin with another.
    let mut longest: Vec<&String> = links.iter().collect();
    longest.sort_by_key(|link| std::cmp::Reverse(link.len()));
    for link in longest {
        words = words.replace(link.as_str(), "");
    }
    let mut words = tidy(&words);
    if !title.is_empty() && !words.contains(&title) && find_all(&title).is_empty() {
        words = match words.is_empty() {
            true => title,
            false => format!("{title}\n\n{words}"),
        };
    }
    let links = links.iter().take(MOST_LINKS);
    let links: Vec<String> = links.map(|link| first(link, MOST_LINK)).collect();
    Answers {
        links: links.join("\n"),
        group: first(&one_line(given("group")), MOST_TITLE),
        words: first(&words, MOST_WORDS),
        ..Answers::default()
    }
}

/// The first characters of a text.
fn first(text: &str, most: usize) -> String {
    text.chars().take(most).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_phones_send_stands_in_the_right_fields() {
        const LINK: &str = "https://youtu.be/HRb7B9fPhfA";
        for (fields, links, words) in [
            (&[("url", LINK)][..], LINK, ""),
            // Android: the link in the text, the name of the page as title.
            (
                &[("title", "Rain gauges"), ("text", LINK)],
                LINK,
                "Rain gauges",
            ),
            (
                &[("text", "Rain gauges https://youtu.be/HRb7B9fPhfA")],
                LINK,
                "Rain gauges",
            ),
            (&[("url", LINK), ("text", LINK), ("title", LINK)], LINK, ""),
            (
                &[
                    ("url", LINK),
                    ("text", "How they\nlog rain"),
                    ("title", "Rain"),
                ],
                LINK,
                "Rain\n\nHow they\nlog rain",
            ),
            (
                &[("text", "Rain gauges, by Ada"), ("title", "Rain gauges")],
                "",
                "Rain gauges, by Ada",
            ),
            (&[("url", "rain gauges")], "rain gauges", ""),
            (&[("text", " \u{202e}\u{7}\n")], "", ""),
            (&[("other", "x"), ("may_show", "yes")], "", ""),
            (&[], "", ""),
        ] {
            let query = fields.iter();
            let query = query.map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
            let wanted = Answers {
                links: links.into(),
                words: words.into(),
                ..Answers::default()
            };
            assert_eq!(answers(&query.collect()), wanted, "{fields:?}");
        }
    }

    #[test]
    fn floods_are_cut() {
        let flood = |name: &str, text: String| HashMap::from([(name.to_owned(), text)]);
        let many = (0..100).map(|n| format!("https://vimeo.com/{n} "));
        let answers_of = |query| answers(&query);
        let got = answers_of(flood("text", many.collect()));
        assert_eq!(got.links.lines().count(), MOST_LINKS);
        let long = format!("https://vimeo.com/{}", "9".repeat(9000));
        assert!(answers_of(flood("url", long)).links.chars().count() <= MOST_LINK);
        let words = answers_of(flood("text", "ラ".repeat(50_000))).words;
        assert_eq!(words.chars().count(), MOST_WORDS);
        assert!(answers_of(flood("title", "x".repeat(9000))).words.len() <= MOST_TITLE);
    }
}
