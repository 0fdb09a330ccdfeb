//! A page of another site: asked once, and judged by what it holds, never by its name.

use super::{Findings, Found, Providers, busy, document, feed, journal, oembed};
use crate::fetch::{Hosts, Reply};
use crate::{Code, StepError};
use url::Url;

mod card;
mod file;
mod kind;

pub(super) use kind::{Holds, file, judge};

/// Bytes of a feed, an archive's answer or a page taken at most.
pub(super) const MOST_PAGE: usize = 8 << 20;

/// What a page holds: a feed or archive proposes many things, an article's, an episode's or a video's page is one; any
/// other page is what it says of itself, for an editor to judge.
///
/// # Errors
/// `LinkUnknownSite` where it holds nothing that we can show; what its server says otherwise.
pub(super) async fn resolve(providers: &Providers, address: &str) -> Result<Findings, StepError> {
    let url = Url::parse(address)
        .map_err(|_| StepError::fail(Code::NotALink, "this is no web address"))?;
    // A file that plays is longer than a page may be; a page about a file is named like one.
    if file::is_named(&url) {
        match file::resolve(providers, &url).await {
            Err(error) if error.code == Code::LinkUnknownSite => {}
            found => return found,
        }
    }
    let reply = match get(providers, &url).await {
        Err(error) if error.code == Code::TooLarge => {
            return file::resolve(providers, &url).await.map_err(|_| error);
        }
        reply => reply?,
    };
    match judge(&reply.body) {
        Holds::Feed => apart(move || read_feed(&reply)).await,
        Holds::Archive => journal::all(providers, &reply.url).await,
        Holds::Html => {
            if journal::may_be_archive(&reply.url)
                && let Ok(many) = journal::all(providers, &reply.url).await
            {
                return Ok(many);
            }
            let (page, address) = (apart(move || read_page(&reply)).await?, url);
            of_page(providers, page, &address).await
        }
        Holds::File => file::resolve(providers, &reply.url).await,
        Holds::Other(what) => Err(nothing(what)),
    }
}

/// What an HTML page says, the surest first.
async fn of_page(providers: &Providers, page: Page, address: &Url) -> Result<Findings, StepError> {
    if let Some(all) = page.all {
        return Ok(all);
    }
    if let (Some(oembed), true) = (&page.oembed, page.is_video)
        && let Ok(found) = oembed::ask(providers, oembed, address).await
    {
        return Ok(one(match page.card {
            Some(card) => oembed::fill(found, card),
            None => found,
        }));
    }
    let Some(feed) = page.feed else {
        let without = || nothing("a page that says nothing of itself");
        return page.card.map(one).ok_or_else(without);
    };
    let many = get(providers, &feed).await;
    // A feed that cannot be had takes nothing from what the page says.
    let (reply, card) = match (many, page.card) {
        (Err(_), Some(card)) => return Ok(one(card)),
        (reply, card) => (reply?, card),
    };
    if judge(&reply.body) != Holds::Feed {
        return card
            .map(one)
            .ok_or_else(|| nothing("a page whose feed is none"));
    }
    let address = address.clone();
    apart(move || of_feed(&reply, &address, card)).await
}

/// A page beside its feed: the item whose page it is, the whole feed where it is the feed's own page, or the page.
fn of_feed(reply: &Reply, page: &Url, card: Option<Found>) -> Result<Findings, StepError> {
    let feed = feed::parse(&reply.body, reply.content_type.as_deref(), &reply.url);
    let feed = match (feed, card.is_some()) {
        (Err(_), true) => feed::Feed::default(),
        (feed, _) => feed?,
    };
    let own = feed.source.link.clone();
    let is_front = page.path() == "/" || own.is_some_and(|own| is_same(&own, page));
    if is_front {
        return read_feed(reply);
    }
    let mut items = feed.items.into_iter();
    match (items.find(|found| is_same(&found.canonical, page)), card) {
        (Some(item), _) => Ok(one(item)),
        (None, Some(card)) => Ok(one(card)),
        (None, None) => read_feed(reply),
    }
}

/// Whether two addresses are one page's: by either scheme, with `www.` or without, with a slash at the end or without.
fn is_same(address: &str, page: &Url) -> bool {
    let parts = |url: &Url| {
        let host = url.host_str().unwrap_or_default();
        let host = host.strip_prefix("www.").unwrap_or(host).to_owned();
        let path = url.path().trim_end_matches('/').to_owned();
        (host, path, url.query().map(str::to_owned))
    };
    Url::parse(address).is_ok_and(|url| parts(&url) == parts(page))
}

fn one(found: Found) -> Findings {
    Findings::One(Box::new(found))
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

/// What an HTML page says.
struct Page {
    /// An article, or a feed that stands in its HTML.
    all: Option<Findings>,
    /// The feed that it names.
    feed: Option<Url>,
    /// Where its oEmbed is.
    oembed: Option<Url>,
    /// Whether it says that it is a video's.
    is_video: bool,
    /// What it says of itself.
    card: Option<Found>,
}

fn read_page(reply: &Reply) -> Result<Page, StepError> {
    let html = feed::decoded(&reply.body, reply.content_type.as_deref())?;
    let mut all = journal::article(&html, &reply.url).map(one);
    let feed = feed::named(&html, &reply.url);
    let card = card::read(&html, &reply.url);
    // A feed that stands in a page's HTML is one after all.
    if all.is_none() && feed.is_none() && (html.contains("<feed") || html.contains("<rss")) {
        all = read_feed(reply).ok();
    }
    Ok(Page {
        all,
        feed,
        oembed: oembed::named(&html, &reply.url),
        is_video: card::is_video(&html),
        card,
    })
}

fn read_feed(reply: &Reply) -> Result<Findings, StepError> {
    let many = document::feed(&reply.body, reply.content_type.as_deref(), &reply.url)?;
    if many.items.is_empty() {
        return Err(nothing("a feed without episodes or articles"));
    }
    Ok(Findings::Many(Box::new(many)))
}

fn nothing(what: &str) -> StepError {
    StepError::fail(Code::LinkUnknownSite, format!("it is {what}"))
}
