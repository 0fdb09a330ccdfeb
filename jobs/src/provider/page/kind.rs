//! What a document is: a feed, an archive's answer, a page, a file that plays.

use crate::media::Kind;
use crate::media::magic::{self, Form};

/// What a document is.
#[derive(Debug, PartialEq)]
pub(in crate::provider) enum Holds {
    Feed,
    Archive,
    Html,
    /// A sound alone, or a film.
    File,
    Other(&'static str),
}

/// Judges by the bytes, never by a name.
pub(in crate::provider) fn judge(body: &[u8]) -> Holds {
    if body.starts_with(b"\x1f\x8b") {
        return Holds::Feed; // compressed twice: the feed's reader opens it
    }
    if file(body).is_some() {
        return Holds::File;
    }
    if let Some(what) = other(body) {
        return Holds::Other(what);
    }
    let head: Vec<u8> = body
        .iter()
        .take(64 << 10)
        .copied()
        .filter(|&byte| byte != 0)
        .collect();
    let head = String::from_utf8_lossy(&head).to_ascii_lowercase();
    let has = |names: &[&str]| names.iter().any(|name| head.contains(name));
    match root(&head) {
        Root::None => Holds::Other("nothing"),
        Root::Name(name) if name.ends_with("oai-pmh") => Holds::Archive,
        Root::Name("rss" | "feed" | "channel") => Holds::Feed,
        Root::Name(name) if name.ends_with("rdf") => Holds::Feed,
        Root::Name("html" | "head" | "body") => Holds::Html,
        Root::Text
            if head
                .trim_start_matches('\u{feff}')
                .trim_start()
                .starts_with('{') =>
        {
            match has(&["jsonfeed.org/version"]) {
                true => Holds::Feed,
                false => Holds::Other("data for programs"),
            }
        }
        // Something before it, such as a server's warning: what there is besides counts.
        _ if has(&["<oai-pmh"]) => Holds::Archive,
        _ if has(&["<!doctype html", "<html", "<head>", "<body"]) => Holds::Html,
        _ if has(&["<rss", "<feed", "<rdf:rdf"]) => Holds::Feed,
        _ => Holds::Other("no page, feed or archive"),
    }
}

/// What a document begins with, declaration, comments and DOCTYPE passed over.
#[derive(Debug, PartialEq)]
enum Root<'a> {
    None,
    Text,
    Name(&'a str),
}

fn root(text: &str) -> Root<'_> {
    let mut rest = text.trim_start_matches('\u{feff}').trim_start();
    loop {
        let behind = |end: &str| rest.find(end).map(|at| rest[at + end.len()..].trim_start());
        let next = match rest {
            "" => return Root::None,
            _ if rest.starts_with("<!doctype html") => return Root::Name("html"),
            _ if rest.starts_with("<!--") => behind("-->"),
            _ if rest.starts_with("<?") => behind("?>"),
            _ if rest.starts_with("<!")
                && rest.find('[').is_some_and(|at| Some(at) < rest.find('>')) =>
            {
                behind("]").and_then(|rest| rest.find('>').map(|at| rest[at + 1..].trim_start()))
            }
            _ if rest.starts_with("<!") => behind(">"),
            _ => {
                let Some(tag) = rest.strip_prefix('<') else {
                    return Root::Text;
                };
                let end = tag
                    .find(|c: char| c.is_whitespace() || matches!(c, '>' | '/'))
                    .unwrap_or(tag.len());
                return Root::Name(&tag[..end]);
            }
        };
        match next {
            Some(next) => rest = next,
            None => return Root::Text,
        }
    }
}

/// What plays, by its first bytes.
pub(in crate::provider) fn file(body: &[u8]) -> Option<&'static Form> {
    magic::recognise(body).filter(|form| form.kind != Kind::Picture)
}

/// What a file is that neither plays nor is a page, by its first bytes.
fn other(body: &[u8]) -> Option<&'static str> {
    if body.starts_with(b"%PDF") {
        return Some("a PDF; the address of the article's page is what we need");
    }
    magic::recognise(body).map(|_| "a picture alone")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roots() {
        for (text, wanted) in [
            (
                "<?xml version='1.0'?>\n<!-- <html> -->\n<rss version=\"2.0\">",
                Root::Name("rss"),
            ),
            (
                "\u{feff}<!doctype rdf [<!entity a \"b\">\n]>\n<rdf:rdf>",
                Root::Name("rdf:rdf"),
            ),
            ("<!doctype html>\n<p>about <rss", Root::Name("html")),
            (" \n", Root::None),
            ("<!-- open", Root::Text),
            ("words", Root::Text),
        ] {
            assert_eq!(root(text), wanted, "{text}");
        }
    }
}
