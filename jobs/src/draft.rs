//! What a sender wrote becomes a draft for an editor.

/// A report's title and its other words: its first heading, when it begins with one.
/// Both headings of CommonMark count, `# Title` and a line underlined by `=` or `-`.
pub fn titled(words: &str) -> (String, String) {
    let (first, rest) = words.trim().split_once('\n').unwrap_or((words.trim(), ""));
    let title = first.trim_start_matches('#');
    if title.len() < first.len() && title.starts_with([' ', '\t']) {
        let title = title.trim().trim_end_matches('#').trim_end();
        return (title.to_owned(), rest.trim().to_owned());
    }
    let (under, after) = rest.split_once('\n').unwrap_or((rest, ""));
    let under = under.trim_end();
    let is_line = |mark| !under.is_empty() && under.chars().all(|c| c == mark);
    if !first.trim().is_empty() && (is_line('=') || is_line('-')) {
        return (first.trim().to_owned(), after.trim().to_owned());
    }
    (String::new(), words.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::titled;

    #[test]
    fn first_headings() {
        for (words, title, rest) in [
            ("# Rain\n\nfalls", "Rain", "falls"),
            ("## Rain ##\nfalls", "Rain", "falls"),
            ("Rain\n====\nfalls\n", "Rain", "falls"),
            ("Rain\n---\n\nfalls", "Rain", "falls"),
            ("#rain falls", "", "#rain falls"),
            ("Rain\nfalls", "", "Rain\nfalls"),
            ("", "", ""),
            ("---\n---", "---", ""),
        ] {
            assert_eq!(titled(words), (title.into(), rest.into()), "{words}");
        }
    }
}
