//! The Atom feeds of YouTube's channels and playlists: the newest fifteen, no key.

use super::many::Listed;
use super::{PICTURES, canonical};
use crate::fetch::Reply;
use crate::link::{self, Link, YouTube};
use crate::provider::feed::{self, Feed};
use crate::provider::{Found, Providers, Source, ask, busy, on_hosts};
use crate::{Code, StepError};
use url::Url;

/// The newest videos of a channel, playlist or legacy user name.
pub(super) async fn newest(providers: &Providers, link: &YouTube) -> Result<Listed, StepError> {
    let url = address(providers, link)?;
    let reply = ask(providers, &url).await?;
    read(providers, link, &reply)
}

/// What such a feed answers.
pub(super) fn read(
    providers: &Providers,
    link: &YouTube,
    reply: &Reply,
) -> Result<Listed, StepError> {
    match reply.status {
        200 => {}
        400 | 404 | 410 => {
            return Err(StepError::fail(
                Code::Gone,
                "YouTube knows no such channel or playlist, or it is private",
            ));
        }
        401 | 403 => {
            return Err(StepError::fail(Code::Private, "only its owner can open it"));
        }
        429 | 500..=599 => return Err(busy("YouTube", reply)),
        status => return Err(odd(&format!("HTTP {status}"))),
    }
    let feed = feed::parse(&reply.body, reply.content_type.as_deref(), &reply.url);
    let feed = feed.map_err(|_| odd("what is no feed"))?;
    let canonical = Link::YouTube(link.clone()).canonical();
    let mut listed = listed(feed, Some(canonical));
    listed.own_pictures(&[&providers.youtube.api, &providers.youtube.oembed]);
    Ok(listed)
}

/// Where the feed is: beside oEmbed.
pub(super) fn address(providers: &Providers, link: &YouTube) -> Result<Url, StepError> {
    let no_feed = || StepError::fail(Code::ChannelName, "YouTube has no feed under this name");
    let (name, value) = match link {
        YouTube::Playlist(id) => ("playlist_id", id),
        YouTube::Channel(id) => ("channel_id", id),
        YouTube::User(name) => ("user", name),
        _ => return Err(no_feed()),
    };
    let mut url = providers
        .youtube
        .oembed
        .join("feeds/videos.xml")
        .map_err(|_| no_feed())?;
    url.set_query(None);
    url.query_pairs_mut().append_pair(name, value);
    Ok(url)
}

/// Whether a feed is one of YouTube's, by what it calls its entries.
pub(in crate::provider) fn is_own(feed: &Feed) -> bool {
    let own = |found: &Found| {
        let guid = found.guid.as_deref().unwrap_or_default();
        guid.starts_with("yt:video:")
    };
    !feed.items.is_empty() && feed.items.iter().all(own)
}

/// The feed's entries as videos. Its own address for itself is the one that was asked for, or its page.
pub(super) fn listed(feed: Feed, asked: Option<String>) -> Listed {
    let page = feed.source.link.as_deref().and_then(channel);
    // A legacy name is asked for once; the channel's number lasts.
    let asked = asked.filter(|asked| page.is_none() || !asked.contains("/user/"));
    let address = asked.or(page).unwrap_or(feed.source.address);
    let mut listed = Listed::of(Source {
        provider: "youtube".into(),
        link: Some(address.clone()),
        address,
        ..feed.source
    });
    for found in feed.items {
        listed.take(video(found));
    }
    feed.skipped.into_iter().for_each(|why| listed.skip(why));
    listed
}

/// The canonical address, where a page is a channel's or playlist's.
fn channel(page: &str) -> Option<String> {
    let link = link::parse(page).ok()?;
    matches!(
        link,
        Link::YouTube(YouTube::Channel(_) | YouTube::Playlist(_))
    )
    .then(|| link.canonical())
}

fn video(found: Found) -> Result<Found, String> {
    let link = link::parse(&found.canonical);
    let Ok(Link::YouTube(YouTube::Video(id))) = link else {
        return Err(format!("{}: it is no video", found.canonical));
    };
    Ok(Found {
        canonical: canonical(&id),
        origin: "youtube-atom".into(),
        kind: "video".into(),
        author_url: found.source.as_ref().and_then(|source| source.link.clone()),
        enclosure: None,
        guid: Some(id),
        ..found
    })
}

impl Listed {
    /// Leaves only pictures of YouTube's hosts, or of these.
    fn own_pictures(&mut self, own: &[&Url]) {
        for found in &mut self.found {
            found.picture = found
                .picture
                .take()
                .filter(|picture| on_hosts(&picture.url, PICTURES, own));
        }
    }
}

fn odd(what: &str) -> StepError {
    StepError::retry(
        Code::ProviderReply,
        format!("YouTube's feed answered {what}"),
    )
}
