//! Flickr's public Atom feeds: the newest twenty, no key.

use super::many::{Held, is_number};
use super::{PICTURES, Providers};
use crate::fetch::Reply;
use crate::link::{self, Flickr, Link};
use crate::provider::feed::{self, Feed, in_order};
use crate::provider::{Found, Proposals, RemotePicture, Source, ask, busy, on_hosts};
use crate::{Code, StepError};
use std::collections::HashSet;
use url::Url;

/// The newest photos of an album, a person or a group's pool.
pub(super) async fn newest(providers: &Providers, held: &Held) -> Result<Proposals, StepError> {
    let url = address(providers, held)?;
    let reply = ask(providers, &url).await?;
    read(providers, held, &reply)
}

/// What such a feed answers.
pub(super) fn read(
    providers: &Providers,
    held: &Held,
    reply: &Reply,
) -> Result<Proposals, StepError> {
    match reply.status {
        200 => {}
        401 | 403 => {
            return Err(StepError::fail(
                Code::Private,
                "its owner does not show it to everybody",
            ));
        }
        400 | 404 | 410 => {
            return Err(StepError::fail(Code::Gone, "Flickr knows no such feed"));
        }
        429 | 500..=599 => return Err(busy("Flickr", reply)),
        status => return Err(odd(&format!("HTTP {status}"))),
    }
    let feed = feed::parse(&reply.body, reply.content_type.as_deref(), &reply.url);
    let feed = feed.map_err(|_| odd("what is no feed"))?;
    let own = [&providers.flickr.api, &providers.flickr.oembed];
    let many = listed(feed, Some(held.source()), &own);
    if many.items.is_empty() && many.skipped.is_empty() {
        let detail = format!("{} shows no photo to everybody", many.source.address);
        return Err(StepError::fail(Code::LinkNoMedium, detail));
    }
    Ok(many)
}

/// Where the feed is: beside the API.
pub(super) fn address(providers: &Providers, held: &Held) -> Result<Url, StepError> {
    if held.kind == "gallery" || !is_number(&held.owner) {
        let detail = match held.kind {
            "gallery" => {
                "without a key Flickr does not tell what a gallery holds; send single photos"
                    .to_owned()
            }
            _ => format!(
                "without a key Flickr does not tell whose name {} is; send the address of its feed, or single photos",
                held.owner
            ),
        };
        return Err(StepError::fail(Code::OwnerName, detail));
    }
    let set = held.number.to_string();
    let (file, about): (_, Vec<(&str, &str)>) = match held.kind {
        "album" => ("photoset.gne", vec![("set", &set), ("nsid", &held.owner)]),
        "group" => ("groups_pool.gne", vec![("id", &held.owner)]),
        _ => ("photos_public.gne", vec![("id", &held.owner)]),
    };
    let mut url = providers
        .flickr
        .api
        .join(&format!("../feeds/{file}"))
        .map_err(|_| odd("under no address"))?;
    url.query_pairs_mut()
        .extend_pairs(about)
        .append_pair("format", "atom");
    Ok(url)
}

/// Whether a feed is one of Flickr's, by where its entries lead.
pub(in crate::provider) fn is_own(feed: &Feed) -> bool {
    let own = |found: &Found| {
        let link = link::parse(&found.canonical);
        found.enclosure.is_none() && matches!(link, Ok(Link::Flickr(Flickr::Photo { .. })))
    };
    !feed.items.is_empty() && feed.items.iter().all(own)
}

/// The feed's entries as photos of this source, or of the one that the feed says.
pub(super) fn listed(feed: Feed, source: Option<Source>, own: &[&Url]) -> Proposals {
    let told = feed.source;
    let source = source.unwrap_or_else(|| Source {
        provider: "flickr".into(),
        address: told.link.clone().unwrap_or_else(|| told.address.clone()),
        link: told.link.clone(),
        ..Source::default()
    });
    let source = Source {
        title: told.title,
        author: source.author.or(told.author),
        ..source
    };
    let (mut items, mut skipped, mut seen) = (Vec::new(), feed.skipped, HashSet::new());
    for found in feed.items {
        let place = found.canonical.clone();
        match photo(found, &source, own) {
            Some(photo) if seen.insert(photo.guid.clone()) => items.push(photo),
            Some(_) => skipped.push(format!("{place}: it is there twice")),
            None => skipped.push(format!("{place}: it is no photo")),
        }
    }
    Proposals {
        source,
        items: in_order(items),
        skipped,
    }
}

fn photo(found: Found, source: &Source, own: &[&Url]) -> Option<Found> {
    let link = link::parse(&found.canonical).ok()?;
    let Link::Flickr(Flickr::Photo { id, .. }) = link else {
        return None;
    };
    let allowed = found.licence.is_some_and(|licence| licence.allows_copy());
    let picture = found
        .picture
        .filter(|picture| allowed && on_hosts(&picture.url, PICTURES, own));
    Some(Found {
        canonical: link.canonical(),
        origin: "flickr-atom".into(),
        kind: "photo".into(),
        author: found.people.first().cloned().or(found.author),
        author_url: None,
        picture: picture.map(|picture| RemotePicture {
            expires: false,
            ..picture
        }),
        guid: Some(id.to_string()),
        people: Vec::new(),
        enclosure: None,
        source: Some(source.clone().into()),
        ..found
    })
}

fn odd(what: &str) -> StepError {
    StepError::retry(
        Code::ProviderReply,
        format!("Flickr's feed answered {what}"),
    )
}
