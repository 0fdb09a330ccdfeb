//! A page of another site: asked once, and judged by what it holds, never by its name.

use super::{Findings, Providers, busy, feed, journal};
use crate::fetch::{Hosts, Reply};
use crate::{Code, StepError};
use url::Url;

/// Bytes of a feed, an archive's answer or a page taken at most.
const MOST_PAGE: usize = 8 << 20;

/// What a page holds: a feed or archive proposes many things, an article's page is one.
///
/// # Errors
/// `LinkUnknownSite` where it holds nothing that we can show; what its server says otherwise.
pub(super) async fn resolve(providers: &Providers, address: &str) -> Result<Findings, StepError> {
    let url = Url::parse(address)
        .map_err(|_| StepError::fail(Code::NotALink, "this is no web address"))?;
    let reply = get(providers, &url).await?;
    match judge(&reply) {
        Holds::Feed => read_feed(&reply),
        Holds::Archive => journal::harvest(providers, &reply.url).await,
        Holds::Html => {
            let html = String::from_utf8_lossy(&reply.body);
            if let Some(found) = journal::article(&html, &reply.url) {
                return Ok(Findings::One(Box::new(found)));
            }
            let Some(named) = feed::named(&html, &reply.url) else {
                return Err(nothing("a page without an article or a feed"));
            };
            let reply = get(providers, &named).await?;
            match judge(&reply) {
                Holds::Feed => read_feed(&reply),
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
    if reply.body.starts_with(b"\x1f\x8b") {
        return Holds::Feed; // compressed twice: the feed's reader opens it
    }
    let head: Vec<u8> = reply
        .body
        .iter()
        .take(4096)
        .copied()
        .filter(|&byte| byte != 0)
        .collect();
    let head = String::from_utf8_lossy(&head).to_ascii_lowercase();
    let head = head.trim_start_matches('\u{feff}').trim_start();
    let has = |names: &[&str]| names.iter().any(|name| head.contains(name));
    match head {
        "" => Holds::Other("nothing"),
        _ if has(&["<oai-pmh"]) => Holds::Archive,
        _ if has(&["<rss", "<feed", "<rdf:rdf"]) => Holds::Feed,
        _ if head.starts_with('{') && has(&["jsonfeed.org/version"]) => Holds::Feed,
        _ if has(&["<!doctype html", "<html", "<head", "<body"]) => Holds::Html,
        _ => Holds::Other("no page, feed or archive"),
    }
}

fn read_feed(reply: &Reply) -> Result<Findings, StepError> {
    let many = feed::read(&reply.body, reply.content_type.as_deref(), &reply.url)?;
    if many.items.is_empty() {
        return Err(nothing("a feed without episodes or articles"));
    }
    Ok(Findings::Many(Box::new(many)))
}

fn nothing(what: &str) -> StepError {
    StepError::fail(Code::LinkUnknownSite, format!("it is {what}"))
}
