//! Text becomes a [`Link`]: the one door for whatever a browser's address bar held.
//!
//! The text is made an `address`, its host picks the provider by exact name or
//! dot boundary, and the provider's file reads the rest. What comes out holds
//! validated ids only; nothing of the text is passed on.

use crate::Code;
use crate::provider::site;
use address::Address;

mod address;
mod find;
mod flickr;
pub mod report;
#[cfg(test)]
mod tests;
mod youtube;

pub use find::find_all;

/// Who holds the medium behind a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Provider {
    /// youtube.com and its short forms.
    YouTube,
    /// flickr.com and its static hosts.
    Flickr,
    /// A site that is known by the form of its addresses: Vimeo, PeerTube, the Internet Archive.
    Site(&'static str),
    /// Any other site: what its page holds (a feed, an archive, an article) is seen by asking it.
    Page,
}

impl Provider {
    /// `youtube`, `flickr`, `vimeo` …, or `page`: the word in tables, routes and logs.
    pub fn as_str(self) -> &'static str {
        match self {
            Provider::YouTube => "youtube",
            Provider::Flickr => "flickr",
            Provider::Site(name) => name,
            Provider::Page => "page",
        }
    }

    /// The name as its owners write it, for sentences.
    pub fn name(self) -> &'static str {
        match self {
            Provider::YouTube => "YouTube",
            Provider::Flickr => "Flickr",
            Provider::Site(name) => site::title(name),
            Provider::Page => "another site",
        }
    }
}

/// A link we understand, in one canonical form.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Link {
    /// Something on YouTube.
    YouTube(YouTube),
    /// Something on Flickr.
    Flickr(Flickr),
    /// Something on a site that is known by the form of its addresses.
    Site(Place),
    /// A page of another site.
    Page(Page),
}

/// A thing of a site's that is known by the form of its addresses.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    pub(crate) site: &'static str,
    pub(crate) kind: &'static str,
    pub(crate) id: String,
    pub(crate) canonical: String,
}

/// The address of a page of another site: http or https, a named host, no user name, no odd port, no fragment.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Page(String);

impl Page {
    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What a YouTube link can name; ids are validated by [`parse`].
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum YouTube {
    /// A video, short or live stream: 11 characters of base64url.
    Video(String),
    /// A playlist.
    Playlist(String),
    /// A channel, `UC…`.
    Channel(String),
    /// A handle, without the `@`.
    Handle(String),
    /// A legacy user name.
    User(String),
    /// A custom channel name; needs a page to resolve.
    Custom(String),
}

/// What a Flickr link can name.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Flickr {
    /// A photo (or Flickr video); the owner is known only from page links.
    Photo {
        /// The number of the photo.
        id: u64,
        /// Path alias or NSID of the owner, when the link says it.
        owner: Option<String>,
    },
    /// An album of an owner.
    Album {
        /// The number of the album.
        id: u64,
        /// Path alias or NSID of the owner.
        owner: String,
    },
    /// Anything else: kind, id and canonical form as `urls.tsv` names them
    /// (`user`, `group`, `gallery`, `tag`, `feed`, `album-short`, `user-short`, `gallery-short`).
    Other {
        /// The kind's name.
        kind: &'static str,
        /// The id within the kind.
        id: String,
        /// The canonical address.
        canonical: String,
    },
}

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

impl Link {
    /// Who holds it.
    pub fn provider(&self) -> Provider {
        match self {
            Link::YouTube(_) => Provider::YouTube,
            Link::Flickr(_) => Provider::Flickr,
            Link::Site(place) => Provider::Site(place.site),
            Link::Page(_) => Provider::Page,
        }
    }

    /// What it is: `video`, `photo`, `playlist`, `album` …
    pub fn kind(&self) -> &'static str {
        match self {
            Link::YouTube(YouTube::Video(_)) => "video",
            Link::YouTube(YouTube::Playlist(_)) => "playlist",
            Link::YouTube(YouTube::Channel(_)) => "channel",
            Link::YouTube(YouTube::Handle(_)) => "handle",
            Link::YouTube(YouTube::User(_)) => "user",
            Link::YouTube(YouTube::Custom(_)) => "custom",
            Link::Flickr(Flickr::Photo { .. }) => "photo",
            Link::Flickr(Flickr::Album { .. }) => "album",
            Link::Flickr(Flickr::Other { kind, .. }) => kind,
            Link::Site(place) => place.kind,
            Link::Page(_) => "page",
        }
    }

    /// Its id with the provider, as text.
    pub fn id(&self) -> String {
        match self {
            Link::YouTube(
                YouTube::Video(id)
                | YouTube::Playlist(id)
                | YouTube::Channel(id)
                | YouTube::Handle(id)
                | YouTube::User(id)
                | YouTube::Custom(id),
            ) => id.clone(),
            Link::Flickr(Flickr::Photo { id, .. } | Flickr::Album { id, .. }) => id.to_string(),
            Link::Flickr(Flickr::Other { id, .. }) => id.clone(),
            Link::Site(place) => place.id.clone(),
            Link::Page(Page(address)) => address.clone(),
        }
    }

    /// The one address for it.
    pub fn canonical(&self) -> String {
        match self {
            Link::YouTube(YouTube::Video(id)) => format!("https://www.youtube.com/watch?v={id}"),
            Link::YouTube(YouTube::Playlist(id)) => {
                format!("https://www.youtube.com/playlist?list={id}")
            }
            Link::YouTube(YouTube::Channel(id)) => format!("https://www.youtube.com/channel/{id}"),
            Link::YouTube(YouTube::Handle(name)) => format!("https://www.youtube.com/@{name}"),
            Link::YouTube(YouTube::User(name)) => format!("https://www.youtube.com/user/{name}"),
            Link::YouTube(YouTube::Custom(name)) => format!("https://www.youtube.com/c/{name}"),
            Link::Flickr(Flickr::Photo {
                id,
                owner: Some(owner),
            }) => {
                format!("https://www.flickr.com/photos/{owner}/{id}/")
            }
            Link::Flickr(Flickr::Photo { id, owner: None }) => {
                format!("https://www.flickr.com/photo.gne?id={id}")
            }
            Link::Flickr(Flickr::Album { id, owner }) => {
                format!("https://www.flickr.com/photos/{owner}/albums/{id}")
            }
            Link::Flickr(Flickr::Other { canonical, .. }) => canonical.clone(),
            Link::Site(place) => place.canonical.clone(),
            Link::Page(Page(address)) => address.clone(),
        }
    }
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
