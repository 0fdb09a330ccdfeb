//! Strangers' HTML, read once from left to right: as plain text, or for what its head says.
//!
//! A browser's parser takes the square of the depth of what is nested; nothing here does.

mod pieces;

use pieces::{Piece, Pieces};
use quick_xml::escape::resolve_html5_entity;
use scraper::{Html, Selector};
use std::collections::HashSet;
use std::sync::LazyLock;

/// How often text may be escaped anew before we give up.
const LAYERS: usize = 3;
/// The longest name that an entity has, with its `&` and `;`.
const LONGEST_ENTITY: usize = 34;

/// Links of a letter that are read.
const MOST_LINKS: usize = 200;
/// Bytes of such a link.
const LONGEST_ADDRESS: usize = 2000;

static ANCHOR: LazyLock<Selector> = LazyLock::new(|| {
    Selector::parse("a[href]").unwrap_or_else(|error| unreachable!("a selector of ours: {error}"))
});

/// What a program reads, not a person.
const UNREAD: &[&str] = &[
    "script", "style", "template", "noembed", "xmp", "iframe", "noframes",
];
/// Elements that stand apart from what is around them.
static PARAGRAPHS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    "p div ul ol dl table blockquote pre h1 h2 h3 h4 h5 h6 section article hr figure"
        .split(' ')
        .collect()
});
const LINES: &[&str] = &["br", "li", "tr", "dt", "dd", "option", "title"];

/// HTML, often escaped twice, as plain text: paragraphs by empty lines, entities as what they mean, no tag left.
pub(crate) fn plain(html: &str) -> String {
    if !html.contains(|c: char| c == '<' || c == '&' || !readable(&c)) {
        return html.to_owned();
    }
    let mut text = once(html);
    for _ in 1..LAYERS {
        if !text.contains(['<', '&']) {
            break;
        }
        let next = once(&text);
        if next == text {
            break;
        }
        text = next;
    }
    text
}

/// A letter's HTML as plain text: the address of each link behind its words, and what it quotes left out.
pub(crate) fn letter(html: &str) -> String {
    read(html, true)
}

/// One layer of it.
fn once(html: &str) -> String {
    read(html, false)
}

fn read(html: &str, as_letter: bool) -> String {
    let mut text = String::with_capacity(html.len());
    let mut unread: Option<String> = None;
    let (mut quotes, mut links, mut target) = (0_usize, 0, None);
    for piece in Pieces::of(html) {
        match piece {
            Piece::Text(_) if unread.is_some() || quotes > 0 => {}
            Piece::Text(words) => decode_into(&mut text, words),
            Piece::Tag {
                name,
                closes,
                source,
            } => {
                if closes && unread.as_ref().is_some_and(|open| *open == name) {
                    unread = None;
                } else if !closes && unread.is_none() && UNREAD.contains(&name.as_str()) {
                    unread = Some(name);
                } else if unread.is_none() {
                    if as_letter && name == "blockquote" {
                        quotes = if closes {
                            quotes.saturating_sub(1)
                        } else {
                            quotes + 1
                        };
                    }
                    if as_letter && name == "a" && quotes == 0 {
                        if let Some(address) = target.take() {
                            text.push_str(&format!(" <{address}> "));
                        }
                        links += usize::from(!closes);
                        target = Some(source)
                            .filter(|_| !closes && links <= MOST_LINKS)
                            .and_then(address);
                    }
                    let lines = match name.as_str() {
                        name if PARAGRAPHS.contains(name) => 2,
                        name if LINES.contains(&name) => 1,
                        _ => 0,
                    };
                    // A mark of our own, which nothing of a stranger's keeps: see `tidy`.
                    (0..lines).for_each(|_| text.push('\u{b}'));
                }
            }
        }
    }
    tidy(&text)
}

/// Where one `<a …>` leads, when it leads to the web.
fn address(tag: &str) -> Option<String> {
    let parsed = Html::parse_fragment(tag);
    let element = parsed.select(&ANCHOR).next()?;
    let address = element.value().attr("href")?.trim();
    let is_web = ["http://", "https://"]
        .iter()
        .any(|scheme| address.starts_with(scheme));
    (is_web && address.len() <= LONGEST_ADDRESS && !address.contains(char::is_whitespace))
        .then(|| address.to_owned())
}

/// Marked breaks become lines, one empty line at most between paragraphs; spaces before and after them go.
fn tidy(marked: &str) -> String {
    let mut text = String::with_capacity(marked.len());
    let mut wanted = 0;
    for (number, part) in marked.split('\u{b}').enumerate() {
        if number > 0 {
            wanted += 1;
        }
        let part = match number {
            0 => part,
            _ => part.trim_start_matches(char::is_whitespace),
        };
        if part.trim().is_empty() && (number > 0 || marked.len() > part.len()) {
            continue;
        }
        if wanted > 0 && !text.trim_end().is_empty() {
            text.truncate(text.trim_end().len());
            text.push_str(if wanted > 1 { "\n\n" } else { "\n" });
        }
        wanted = 0;
        text.push_str(part);
    }
    text
}

/// Text with its entities as what they mean.
pub(crate) fn decoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    decode_into(&mut out, text);
    out
}

fn decode_into(out: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.extend(rest[..at].chars().filter(readable));
        rest = &rest[at..];
        let length = match entity(rest) {
            Some((means, length)) => {
                out.extend(
                    means
                        .chars()
                        .map(|c| if c == '\u{a0}' { ' ' } else { c })
                        .filter(readable),
                );
                length
            }
            None => {
                out.push('&');
                1
            }
        };
        rest = &rest[length..];
    }
    out.extend(rest.chars().filter(readable));
}

/// What an entity at the start of a text means, and its length. Looks no further than an entity is long.
pub(crate) fn entity(text: &str) -> Option<(String, usize)> {
    let end = text
        .bytes()
        .take(LONGEST_ENTITY)
        .position(|byte| byte == b';')?;
    let name = text.get(1..end)?;
    let means = match name.strip_prefix('#') {
        None => resolve_html5_entity(name)?.to_owned(),
        Some(number) => {
            let number = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16),
                None => number.parse(),
            };
            // Numbers that are no character are what Windows meant, or nothing.
            char::from_u32(number.ok()?)
                .unwrap_or('\u{fffd}')
                .to_string()
        }
    };
    Some((means, end + 1))
}

fn readable(c: &char) -> bool {
    !c.is_control() || matches!(c, '\n' | '\t')
}

/// The page's `title`, `meta`, `link` and `html` tags alone, one after the other: as deep as a parser needs to go.
pub(crate) fn head(html: &str) -> String {
    const MOST: usize = 500;
    let tags = Pieces::of(html).filter_map(|piece| match piece {
        Piece::Tag {
            name,
            closes: false,
            source,
        } if ["html", "meta", "link", "base"].contains(&name.as_str()) => Some(source),
        _ => None,
    });
    tags.take(MOST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_becomes_text() {
        for (html, wanted) in [
            (
                "a <b>b</b> &amp;lt; <a href=\"x>y\">c</a><br />d",
                "a b < c\nd",
            ),
            ("I <3 you & a < b", "I <3 you & a < b"),
            ("&lt;3 aw &#39;cute&#x27; &nbsp;x", "<3 aw 'cute'  x"),
            ("<p>a</p>\n<p>b<BR/>c</p>", "a\n\nb\nc"),
            (
                "Vec<String> and x<y, <me@talk.example>",
                "Vec<String> and x<y, <me@talk.example>",
            ),
            (
                "&#0; &#x110000; &bogus; & &é;<é",
                " \u{fffd} &bogus; & &é;<é",
            ),
            ("cut <a href=\"x", "cut "),
            ("<script>if (a<b) alert(1)</script>x<style>p{}</style>", "x"),
            ("&lt;script&gt;alert(1)&lt;/script&gt;x", "x"),
            ("&amp;lt;p&amp;gt;a&amp;amp;b", "a&b"),
            ("a<!-- <b> -->b<!DOCTYPE x>c", "abc"),
            ("<scr<script>ipt>alert(1)", "<scr"),
            ("日本<b>語</b>", "日本語"),
            ("two\nlines\n\nand more", "two\nlines\n\nand more"),
        ] {
            assert_eq!(plain(html), wanted, "{html}");
        }
    }

    #[test]
    fn heads_are_flat() {
        let page = "<html lang=de><!-- <meta name=a> --><head><script>'<meta name=b>'</script>\
            <meta name=\"c\" content=\"x > y\"><body><div><div><link rel=d>";
        assert_eq!(
            head(page),
            "<html lang=de><meta name=\"c\" content=\"x > y\"><link rel=d>"
        );
    }

    #[test]
    fn a_megabyte_of_anything_is_read_in_one_go() {
        for unit in [
            "&",
            "<a",
            "<a ",
            "<div>",
            "<!--",
            "<a b=\"",
            "<a b=\"x>x\"",
            "<a b='<a b=\"",
            "</",
            "&#",
            "<!",
            "<?",
        ] {
            let html = unit.repeat((1 << 20) / unit.len());
            let begun = std::time::Instant::now();
            plain(&html);
            head(&html);
            assert!(
                // What grows with the square takes many minutes; this measures nothing.
                begun.elapsed().as_secs() < 30,
                "{unit}: {:?}",
                begun.elapsed()
            );
        }
    }
}
