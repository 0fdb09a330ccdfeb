//! An album, a person's photos, a group's pool or a gallery of Flickr's: with a key all of it, without one the newest
//! twenty of its public feed.

use super::rest::{Of, list, named};
use super::{Providers, atom, short};
use crate::link::{self, Flickr, Link};
use crate::provider::{Proposals, Source};
use crate::{Code, StepError};
use url::Url;

/// What an album, user, group, gallery or feed holds.
///
/// # Errors
/// `OwnerName` where a name stands for a number that only the API tells, and there is no key;
/// else as [`crate::provider::resolve`].
pub async fn many(providers: &Providers, link: &Flickr) -> Result<Proposals, StepError> {
    let held = held(link)?;
    match &providers.flickr.key {
        Some(key) => by_key(providers, key, held).await,
        None => atom::newest(providers, &held).await,
    }
}

/// A list of Flickr's, as links and feeds name it.
pub(super) struct Held {
    pub kind: &'static str,
    /// The album's, gallery's number.
    pub number: u64,
    /// A path alias or NSID of the owner or group.
    pub owner: String,
    /// Its page.
    pub page: String,
}

pub(super) fn held(link: &Flickr) -> Result<Held, StepError> {
    let of = |kind, owner: &str, page: String| Held {
        kind,
        number: 0,
        owner: owner.to_owned(),
        page,
    };
    let page = |owner: &str| format!("https://www.flickr.com/photos/{owner}/");
    match link {
        Flickr::Album { id, owner } => Ok(Held {
            number: *id,
            ..of("album", owner, Link::Flickr(link.clone()).canonical())
        }),
        Flickr::Other {
            kind: "user", id, ..
        } => Ok(of("user", id, page(id))),
        Flickr::Other {
            kind: "group",
            id,
            canonical,
        } => Ok(of("group", id, canonical.clone())),
        Flickr::Other {
            kind: "gallery",
            canonical,
            ..
        } => Ok(of("gallery", "", canonical.clone())),
        // A feed's address names its owner by the number.
        Flickr::Other {
            kind: "feed",
            canonical,
            ..
        } => of_feed(canonical).ok_or_else(|| none("feed")),
        link => Err(none(Link::Flickr(link.clone()).kind())),
    }
}

fn of_feed(feed: &str) -> Option<Held> {
    let url = Url::parse(feed).ok()?;
    let said = |name: &str| {
        let mut pairs = url.query_pairs();
        pairs
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.into_owned())
    };
    let page = match url.path_segments()?.next_back()? {
        "photoset.gne" => format!(
            "https://www.flickr.com/photos/{}/albums/{}",
            said("nsid")?,
            said("set")?
        ),
        "photos_public.gne" => format!("https://www.flickr.com/photos/{}/", said("id")?),
        _ => format!("https://www.flickr.com/groups/{}/", said("id")?),
    };
    match link::parse(&page).ok()? {
        Link::Flickr(Flickr::Other { kind: "feed", .. }) => None,
        Link::Flickr(link) => held(&link).ok(),
        _ => None,
    }
}

async fn by_key(providers: &Providers, key: &str, held: Held) -> Result<Proposals, StepError> {
    let mut source = held.source();
    let owner = match held.kind {
        "album" => "user",
        kind => kind,
    };
    let address = match held.kind {
        "album" => format!("https://www.flickr.com/photos/{}/", held.owner),
        _ => held.page.clone(),
    };
    // A list says itself whose it is, where the link has the number already.
    if held.kind == "album" && is_number(&held.owner) {
        let of = Of::Album(held.number, Some(&held.owner));
        return list(providers, key, of, source).await;
    }
    if held.kind == "user" && is_number(&held.owner) {
        return list(providers, key, Of::User(&held.owner), source).await;
    }
    let named = named(providers, key, owner, &address).await?;
    let of = match held.kind {
        "album" => {
            source.author = named.title;
            Of::Album(held.number, Some(&named.id))
        }
        kind => {
            source.title = named.title.unwrap_or_else(|| source.address.clone());
            match kind {
                "user" => Of::User(&named.id),
                "group" => Of::Group(&named.id),
                _ => Of::Gallery(&named.id),
            }
        }
    };
    list(providers, key, of, source).await
}

impl Held {
    /// The source, as far as its address tells.
    pub fn source(&self) -> Source {
        Source {
            provider: "flickr".into(),
            address: self.page.clone(),
            title: self.page.clone(),
            link: Some(self.page.clone()),
            author: None,
        }
    }
}

/// Whether a name is the number behind it: `12345678@N00`.
pub(super) fn is_number(owner: &str) -> bool {
    owner.contains('@')
}

fn none(kind: &str) -> StepError {
    let detail =
        format!("a {kind} holds the photos of many people; send an album, or single photos");
    StepError::fail(Code::LinkCollection, detail)
}

/// Where a short link leads, if it is one.
///
/// # Errors
/// As [`short::lengthened`].
pub async fn long(providers: &Providers, link: &Flickr) -> Result<Option<Link>, StepError> {
    match link {
        Flickr::Other {
            kind: "album-short" | "user-short" | "gallery-short",
            canonical,
            ..
        } => short::lengthened(providers, canonical).await.map(Some),
        _ => Ok(None),
    }
}
