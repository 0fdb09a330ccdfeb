//! The sender's own words in a message: the plain text, or the HTML read as text.

use crate::html;
use mail_parser::{Message, PartType};

/// Characters of own words that are looked at; a submission takes fewer and says so.
const MOST: usize = 1 << 20;

/// The sender's own words, and the addresses of links that only the HTML part has.
pub(super) fn own(parsed: &Message<'_>) -> String {
    let (mut plain, mut rich) = (Vec::new(), Vec::new());
    for part in parsed.text_bodies() {
        if let PartType::Text(text) = &part.body {
            plain.push(text.as_ref());
        }
    }
    for part in parsed.html_bodies() {
        if let PartType::Html(text) = &part.body {
            rich.push(html::letter(text));
        }
    }
    let plain = unquoted(&plain.join("\n\n"));
    let rich = unquoted(&rich.join("\n\n"));
    // Some programs leave the text part empty.
    let words = if plain.is_empty() {
        rich.clone()
    } else {
        with_hidden(plain, &rich)
    };
    words.chars().take(MOST).collect()
}

/// “Watch it here” is a link in the HTML and only words in the text: its address goes below them.
fn with_hidden(mut plain: String, rich: &str) -> String {
    let parse = |text: &str| crate::link::parse(text).ok();
    let told: Vec<_> = crate::link::find_all(&plain)
        .iter()
        .filter_map(|text| parse(text))
        .collect();
    for address in crate::link::find_all(rich) {
        let known = parse(&address).filter(|link| {
            !matches!(link, crate::link::Link::Page(_))
                && !told
                    .iter()
                    .any(|other| other.canonical() == link.canonical())
        });
        if known.is_some() {
            plain.push_str(&format!("\n{address}"));
        }
    }
    plain
}

/// Without what it quotes and without the signature.
fn unquoted(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let mut kept: Vec<&str> = Vec::new();
    for line in text.lines() {
        let bare = line.trim_end();
        if bare == "--"
            || bare.starts_with("-----Original Message")
            || bare == "________________________________"
        {
            break;
        }
        if bare.starts_with('>') {
            // “On Sunday, Ada wrote:” belongs to the quote below it.
            if kept
                .iter()
                .rev()
                .find(|line| !line.is_empty())
                .is_some_and(|line| line.ends_with(':'))
            {
                while kept.last().is_some_and(|line| line.is_empty()) {
                    kept.pop();
                }
                kept.pop();
            }
            continue;
        }
        kept.push(bare);
    }
    kept.join("\n").trim().to_owned()
}
