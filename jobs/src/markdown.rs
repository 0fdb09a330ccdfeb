//! A report's words: Markdown (CommonMark 0.31 with tables and strike-through) in, safe HTML or plain text out.

use ammonia::{Builder, UrlRelative};
use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};
use std::collections::HashSet;
use std::sync::LazyLock;

/// All that may stand in a report. No pictures: a reader's browser asks nobody else.
static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let tags = [
        "p",
        "br",
        "hr",
        "em",
        "strong",
        "del",
        "code",
        "pre",
        "blockquote",
        "ul",
        "ol",
        "li",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "a",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
    ];
    let mut builder = Builder::empty();
    builder
        .tags(HashSet::from(tags))
        .add_tag_attributes("a", ["href", "title"])
        .add_tag_attributes("ol", ["start"])
        .url_schemes(HashSet::from(["http", "https", "mailto"]))
        .url_relative(UrlRelative::Deny)
        .link_rel(Some("noopener nofollow ugc"));
    builder
});

/// Marks within marks; what lies deeper keeps its text alone, for readers of HTML take the square of the depth.
const DEEPEST: usize = 32;

/// Safe HTML: raw HTML stays visible as the text it is, pictures become links to them,
/// and headings begin at `h2`, below the page's own.
pub fn html(words: &str) -> String {
    let mut out = String::with_capacity(words.len() * 3 / 2);
    html::push_html(&mut out, events(words));
    CLEANER.clean(&out).to_string()
}

/// The text alone, blocks on lines of their own.
pub fn plain(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for event in events(words) {
        match event {
            Event::Text(text) | Event::Code(text) => out.push_str(&text),
            Event::SoftBreak => out.push(' '),
            Event::HardBreak | Event::Rule => out.push('\n'),
            Event::End(TagEnd::TableCell) => out.push(' '),
            Event::End(
                TagEnd::Paragraph
                | TagEnd::Heading(_)
                | TagEnd::Item
                | TagEnd::CodeBlock
                | TagEnd::TableRow
                | TagEnd::TableHead,
            ) if !out.ends_with('\n') => out.push('\n'),
            _ => {}
        }
    }
    out.trim().to_owned()
}

/// A report's title and its other words: the heading that it begins with, if it begins with one.
pub fn titled(words: &str) -> (String, String) {
    let words = words.trim();
    let whole = (String::new(), words.to_owned());
    let mut events = Parser::new_ext(words, OPTIONS).into_offset_iter();
    let Some((Event::Start(Tag::Heading { .. }), place)) = events.next() else {
        return whole;
    };
    let mut title = String::new();
    for (event, _) in events {
        match event {
            Event::End(TagEnd::Heading(_)) => break,
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                title.push_str(&text)
            }
            Event::SoftBreak | Event::HardBreak => title.push(' '),
            _ => {}
        }
    }
    let title = title.trim();
    if title.is_empty() {
        return whole;
    }
    // What stands before the first event are definitions of links, which the rest may use.
    let rest = format!("{}{}", &words[..place.start], &words[place.end..]);
    (title.to_owned(), rest.trim().to_owned())
}

const OPTIONS: Options = Options::ENABLE_TABLES.union(Options::ENABLE_STRIKETHROUGH);

fn events(words: &str) -> impl Iterator<Item = Event<'_>> {
    let mut depth = 0;
    let shallow = Parser::new_ext(words, OPTIONS).filter(move |event| match event {
        Event::Start(_) => {
            depth += 1;
            depth <= DEEPEST
        }
        Event::End(_) => {
            depth -= 1;
            depth < DEEPEST
        }
        _ => true,
    });
    shallow.map(|event| match event {
        Event::Html(text) | Event::InlineHtml(text) => Event::Text(text),
        Event::Start(Tag::HtmlBlock) => Event::Start(Tag::Paragraph),
        Event::End(TagEnd::HtmlBlock) => Event::End(TagEnd::Paragraph),
        Event::Start(Tag::Image {
            link_type,
            dest_url,
            title,
            id,
        }) => Event::Start(Tag::Link {
            link_type,
            dest_url,
            title,
            id,
        }),
        Event::End(TagEnd::Image) => Event::End(TagEnd::Link),
        Event::Start(Tag::Heading { level, .. }) => Event::Start(Tag::Heading {
            level: lower(level),
            id: None::<CowStr<'_>>,
            classes: Vec::new(),
            attrs: Vec::new(),
        }),
        Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(lower(level))),
        event => event,
    })
}

/// A page has one `h1`, and it is the title.
fn lower(level: HeadingLevel) -> HeadingLevel {
    level.max(HeadingLevel::H2)
}

#[cfg(test)]
mod tests {
    use super::{html, plain, titled};

    #[test]
    fn what_people_write() {
        for (words, wanted) in [
            ("a *b*\nc", "<p>a <em>b</em>\nc</p>\n"),
            ("# Rain", "<h2>Rain</h2>\n"),
            ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
            ("a <b>c</b>", "<p>a &lt;b&gt;c&lt;/b&gt;</p>\n"),
            (
                "[x](https://example.org/a)",
                "<p><a href=\"https://example.org/a\" rel=\"noopener nofollow ugc\">x</a></p>\n",
            ),
            (
                "![cat](https://example.org/c.png)",
                "<p><a href=\"https://example.org/c.png\" rel=\"noopener nofollow ugc\">cat</a></p>\n",
            ),
            (
                "[x](javascript:alert(1))",
                "<p><a rel=\"noopener nofollow ugc\">x</a></p>\n",
            ),
            (
                "[x](/desk)",
                "<p><a rel=\"noopener nofollow ugc\">x</a></p>\n",
            ),
            (
                "<script>alert(1)</script>",
                "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n",
            ),
        ] {
            assert_eq!(html(words), wanted, "{words}");
        }
    }

    #[test]
    fn the_text_alone() {
        assert_eq!(
            plain(
                "# Rain\n\nIt *falls*\non `roofs`.\n\n1. one\n2. [two](https://example.org)\n\n|a|b|\n|-|-|\n|c|d|"
            ),
            "Rain\nIt falls on roofs.\none\ntwo\na b \nc d"
        );
        assert_eq!(plain("<b>x</b>"), "<b>x</b>");
    }

    #[test]
    fn first_headings() {
        for (words, title, rest) in [
            ("# Rain\n\nfalls", "Rain", "falls"),
            ("## Rain ##\nfalls", "Rain", "falls"),
            ("# *Rain* & `gauges`\nfalls", "Rain & gauges", "falls"),
            ("Rain\n====\nfalls\n", "Rain", "falls"),
            ("Rain\n---\n\nfalls", "Rain", "falls"),
            ("Rain\nand sun\n===\nfalls", "Rain and sun", "falls"),
            (
                "[a]: https://example.org/\n# Rain\n[a]",
                "Rain",
                "[a]: https://example.org/\n[a]",
            ),
            ("#rain falls", "", "#rain falls"),
            ("####### Rain\nfalls", "", "####### Rain\nfalls"),
            ("#\nfalls", "", "#\nfalls"),
            ("falls\n\n# Rain", "", "falls\n\n# Rain"),
            ("Rain\nfalls", "", "Rain\nfalls"),
            ("---\n---", "", "---\n---"),
            ("", "", ""),
        ] {
            assert_eq!(titled(words), (title.into(), rest.into()), "{words}");
        }
    }

    /// Deep nesting stays shallow in HTML, up to the longest words that are taken.
    #[test]
    fn markers_without_end() {
        for marker in [
            ">", "> ", "- ", "1. ", "[", "*", "*a ", "`", "![", "<", "#", "|", "&",
        ] {
            let words = marker.repeat(20_000 / marker.len()) + "x";
            let deepest = html(&words).matches("<blockquote>").count();
            assert!(deepest <= super::DEEPEST, "{marker}: {deepest}");
            assert!(plain(&words).len() <= words.len(), "{marker}");
        }
    }
}
