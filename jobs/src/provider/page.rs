//! A page of another site: asked once, and judged by what it holds, never by its name.

use super::{Findings, Providers, busy, feed, journal};
use crate::fetch::{Hosts, Reply};
use crate::{Code, StepError};
use url::Url;

/// Bytes of a feed, an archive's answer or a page taken at most.
pub(super) const MOST_PAGE: usize = 8 << 20;

/// What a page holds: a feed or archive proposes many things, an article's page is one.
///
/// # Errors
/// `LinkUnknownSite` where it holds nothing that we can show; what its server says otherwise.
pub(super) async fn resolve(providers: &Providers, address: &str) -> Result<Findings, StepError> {
    let url = Url::parse(address)
        .map_err(|_| StepError::fail(Code::NotALink, "this is no web address"))?;
    let reply = get(providers, &url).await?;
    match judge(&reply) {
        Holds::Feed => apart(move || read_feed(&reply)).await,
        Holds::Archive => journal::all(providers, &reply.url).await,
        Holds::Html => {
            if journal::may_be_archive(&reply.url)
                && let Ok(many) = journal::all(providers, &reply.url).await
            {
                return Ok(many);
            }
            let named = match apart(move || read_page(&reply)).await? {
                Read::All(findings) => return Ok(findings),
                Read::Names(named) => named,
            };
            let reply = get(providers, &named).await?;
            match judge(&reply) {
                Holds::Feed => apart(move || read_feed(&reply)).await,
                _ => Err(nothing("a page whose feed is none")),
            }
        }
        Holds::Other(what) => Err(nothing(what)),
    }
}

/// Asks for a page; anything but 200 is an answer of its own.
pub(super) async fn get(providers: &Providers, url: &Url) -> Result<Reply, StepError> {
    let reply = providers.fetch.get(url, &Hosts::Public, MOST_PAGE).await?;
    let says = |what: &str| format!("its site says {what} (HTTP {})", reply.status);
    match reply.status {
        200 => Ok(reply),
        401 | 403 => Err(StepError::fail(
            Code::Private,
            says("that it is not for us"),
        )),
        404 | 410 => Err(StepError::fail(Code::Gone, says("that there is none"))),
        429 | 500..=599 => Err(busy("its site", &reply)),
        _ => Err(StepError::fail(
            Code::LinkUnknownSite,
            says("something else"),
        )),
    }
}

enum Holds {
    Feed,
    Archive,
    Html,
    Other(&'static str),
}

fn judge(reply: &Reply) -> Holds {
    let body = reply.body.as_slice();
    if body.starts_with(b"\x1f\x8b") {
        return Holds::Feed; // compressed twice: the feed's reader opens it
    }
    if let Some(what) = file(body) {
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

/// What a file is that is no page, by its first bytes.
fn file(body: &[u8]) -> Option<&'static str> {
    const SOUND: &str = "a sound or film alone; the address of its show's feed is what we need";
    const PICTURE: &str = "a picture alone";
    const KNOWN: &[(usize, &[u8], &str)] = &[
        (0, b"ID3", SOUND),
        (0, b"\xff\xfb", SOUND),
        (0, b"\xff\xf3", SOUND),
        (0, b"\xff\xf1", SOUND),
        (0, b"OggS", SOUND),
        (0, b"fLaC", SOUND),
        (8, b"WAVE", SOUND),
        (4, b"ftyp", SOUND),
        (0, b"\x1a\x45\xdf\xa3", SOUND),
        (0, b"\xff\xd8\xff", PICTURE),
        (0, b"\x89PNG", PICTURE),
        (0, b"GIF8", PICTURE),
        (8, b"WEBP", PICTURE),
        (
            0,
            b"%PDF",
            "a PDF; the address of the article's page is what we need",
        ),
    ];
    let is = |(at, bytes, _): &&(usize, &[u8], &str)| {
        body.get(*at..).is_some_and(|rest| rest.starts_with(bytes))
    };
    KNOWN.iter().find(is).map(|(_, _, what)| *what)
}

/// Reads a stranger's document away from the threads that serve others: a large one takes its time,
/// and what its reader breaks stays there.
pub(super) async fn apart<T: Send + 'static>(
    read: impl FnOnce() -> Result<T, StepError> + Send + 'static,
) -> Result<T, StepError> {
    tokio::task::spawn_blocking(read).await.unwrap_or_else(|_| {
        Err(StepError::fail(
            Code::ProviderReply,
            "its reader gave up on it",
        ))
    })
}

/// What an HTML page comes to.
enum Read {
    All(Findings),
    /// The feed that it names.
    Names(Url),
}

fn read_page(reply: &Reply) -> Result<Read, StepError> {
    let html = feed::decoded(&reply.body, reply.content_type.as_deref())?;
    if let Some(found) = journal::article(&html, &reply.url) {
        return Ok(Read::All(Findings::One(Box::new(found))));
    }
    if let Some(named) = feed::named(&html, &reply.url) {
        return Ok(Read::Names(named));
    }
    // A feed that stands in a page's HTML is one after all.
    let is_feed = html.contains("<feed") || html.contains("<rss");
    let read = is_feed.then(|| read_feed(reply)).and_then(Result::ok);
    read.map(Read::All)
        .ok_or_else(|| nothing("a page without an article or a feed"))
}

fn read_feed(reply: &Reply) -> Result<Findings, StepError> {
    let many = feed::read(&reply.body, reply.content_type.as_deref(), &reply.url)?;
    if many.items.is_empty() {
        return Err(nothing("a feed without episodes or a journal's articles"));
    }
    Ok(Findings::Many(Box::new(many)))
}

fn nothing(what: &str) -> StepError {
    StepError::fail(Code::LinkUnknownSite, format!("it is {what}"))
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
