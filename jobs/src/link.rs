//! Text becomes a [`Link`]: the one door for whatever a browser's address bar held.

use crate::Code;

/// Who holds the medium behind a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Provider {
    /// youtube.com and its short forms.
    YouTube,
    /// flickr.com and its static hosts.
    Flickr,
}

impl Provider {
    /// `youtube` or `flickr`: the word in tables, routes and logs.
    pub fn as_str(self) -> &'static str {
        match self {
            Provider::YouTube => "youtube",
            Provider::Flickr => "flickr",
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
        }
    }

    /// What it is: `video`, `photo`, `playlist`, `album` …
    pub fn kind(&self) -> &'static str {
        todo!()
    }

    /// Its id with the provider, as text.
    pub fn id(&self) -> String {
        todo!()
    }

    /// The one address for it.
    pub fn canonical(&self) -> String {
        todo!()
    }
}

/// Reads one link from what a person pasted. Asks the network nothing.
pub fn parse(_text: &str) -> Result<Link, Refusal> {
    todo!()
}

/// The addresses in a text, in order, each once: what a person pasted, one a line or in prose.
pub fn find_all(_text: &str) -> Vec<String> {
    todo!()
}
