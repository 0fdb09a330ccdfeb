//! Text becomes a [`Link`]: the one door for whatever a browser's address bar held.
//!
//! The text is made an `address`, its host picks the provider by exact name or
//! dot boundary, and the provider's file reads the rest. What comes out holds
//! validated ids only; nothing of the text is passed on.

use crate::Code;
use crate::fetch::MOST_ADDRESS;
use crate::provider::site;
use address::Address;

mod address;
mod find;
mod flickr;
mod kinds;
pub mod report;
#[cfg(test)]
mod tests;
mod youtube;

pub use find::find_all;
pub use kinds::{Flickr, Link, Page, Place, Provider, YouTube};

/// Why a text is no link of ours.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}: {detail}", code.as_str())]
pub struct Refusal {
    /// The kind of refusal.
    pub code: Code,
    /// The provider it looked like, when it did.
    pub provider: Option<Provider>,
    /// One line on what is wrong with it.
    pub detail: String,
}

impl Refusal {
    fn new(code: Code, provider: impl Into<Option<Provider>>, detail: impl Into<String>) -> Self {
        Self {
            code,
            provider: provider.into(),
            detail: detail.into(),
        }
    }
}

/// Reads one link from what a person pasted. Asks the network nothing.
///
/// # Errors
/// The kind of refusal and a sentence on what is wrong with the link.
pub fn parse(text: &str) -> Result<Link, Refusal> {
    let link = unwrapped(text)?;
    match link.canonical().len() <= MOST_ADDRESS {
        true => Ok(link),
        false => Err(Refusal::new(
            Code::NotALink,
            None,
            format!("this address is longer than {MOST_ADDRESS} bytes"),
        )),
    }
}

fn unwrapped(text: &str) -> Result<Link, Refusal> {
    match read(text)? {
        Reading::Link(link) => Ok(link),
        // Redirectors are unwrapped once: a redirect to a redirect hides something.
        Reading::Wrapped(inner) => match read(&inner)? {
            Reading::Link(link) => Ok(link),
            Reading::Wrapped(_) => Err(Refusal::new(
                Code::LinkNoMedium,
                None,
                "this is a redirect to another redirect; send the address it ends at",
            )),
        },
    }
}

/// What an address turned out to be.
enum Reading {
    Link(Link),
    /// A redirector, a consent page or an oEmbed question about this other address.
    Wrapped(String),
}

fn read(text: &str) -> Result<Reading, Refusal> {
    let address = Address::read(text)?;
    match provider_of(&address.host) {
        Some(Provider::YouTube) => youtube::read(&address),
        Some(Provider::Flickr) => flickr::read(&address),
        Some(Provider::Site(_) | Provider::Page) | None => elsewhere(&address),
    }
}

/// Whose host this is, by exact name or at a dot: never by how it ends.
fn provider_of(host: &str) -> Option<Provider> {
    const YOUTUBE: [&str; 7] = [
        "youtube.com",
        "youtu.be",
        "y2u.be",
        "ytimg.com",
        "youtube-nocookie.com",
        "youtubekids.com",
        "youtube.googleapis.com",
    ];
    const FLICKR: [&str; 4] = ["flickr.com", "staticflickr.com", "flic.kr", "flickr.org"];
    let ours = |domains: &[&str]| domains.iter().any(|domain| within(host, domain));
    if ours(&YOUTUBE) {
        Some(Provider::YouTube)
    } else if ours(&FLICKR) {
        Some(Provider::Flickr)
    } else {
        None
    }
}

fn within(host: &str, domain: &str) -> bool {
    host.strip_suffix(domain)
        .is_some_and(|front| front.is_empty() || front.ends_with('.'))
}

/// The page's address in the one form that reads as itself.
fn page(address: &Address) -> Result<Page, Refusal> {
    let once = Address::read(&address.whole)?;
    let twice = Address::read(&once.whole)?;
    if once.whole == twice.whole && elsewhere_only(&twice) {
        return Ok(Page(once.whole));
    }
    let detail = "this address cannot be read in one way only; send it as the browser shows it";
    Err(Refusal::new(Code::NotALink, None, detail))
}

/// Whether an address is of nobody we know and looks like nobody's.
fn elsewhere_only(address: &Address) -> bool {
    provider_of(&address.host).is_none()
        && address::brand(&address.typed_host).is_none()
        && address::mentions(&address.text).is_none()
}

/// A host of nobody we know: a redirector that we unwrap, a look-alike, or another site.
fn elsewhere(address: &Address) -> Result<Reading, Refusal> {
    let host = &address.host;
    if matches!(host.as_str(), "google.com" | "www.google.com")
        && address.path() == ["url"]
        && let Some(target) = address.param(&["q", "url"])
    {
        return Ok(Reading::Wrapped(target.to_owned()));
    }
    if let Some(provider) = address::brand(&address.typed_host) {
        return Err(Refusal::new(
            Code::LinkLookalike,
            provider,
            format!(
                "this looks like {} but leads to {host}, another site",
                provider.name()
            ),
        ));
    }
    let mentions = address::mentions(&address.text);
    match mentions.or_else(|| address::mentions(&address.whole)) {
        Some(provider) => Err(Refusal::new(
            Code::LinkUnknownSite,
            provider,
            format!(
                "this leads to {host} and only mentions {0}; send the address on {0} itself",
                provider.name()
            ),
        )),
        None => page(address).map(|page| match site::read(page.as_str()) {
            Some(place) => Reading::Link(Link::Site(place)),
            None => Reading::Link(Link::Page(page)),
        }),
    }
}
