//! What a link can name, and the one canonical form of each.

use crate::provider::site;

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
pub struct Page(pub(super) String);

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

impl Link {
    /// Whether its form alone says that it leads to one thing. A page's form says nothing.
    pub fn is_one(&self) -> bool {
        matches!(
            self,
            Link::YouTube(YouTube::Video(_)) | Link::Flickr(Flickr::Photo { .. }) | Link::Site(_)
        )
    }

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
