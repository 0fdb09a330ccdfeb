//! A playlist or channel of YouTube's: with a key all of it, without one the newest fifteen.

use super::{Providers, api, atom};
use crate::link::{Link, YouTube};
use crate::provider::feed::{MOST_ITEMS, in_order};
use crate::provider::{Found, Proposals, Source};
use crate::{Code, StepError};
use jiff::Timestamp;
use std::collections::HashSet;
use std::sync::Arc;

/// What a playlist, channel, handle or legacy user name holds.
///
/// # Errors
/// `ChannelName` for a name that nothing we may ask leads on from; else as [`crate::provider::resolve`].
pub async fn many(
    providers: &Providers,
    link: &YouTube,
    now: Timestamp,
) -> Result<Proposals, StepError> {
    let listed = match (&providers.youtube.key, link) {
        (_, YouTube::Custom(name)) => return Err(unnumbered(name)),
        (None, YouTube::Handle(name)) => return Err(unnumbered(&format!("@{name}"))),
        (Some(key), YouTube::Playlist(id)) => api::playlist(providers, key, id, None, now).await?,
        (Some(key), channel) => {
            let (source, list) = api::uploads(providers, key, channel, now).await?;
            api::playlist(providers, key, &list, Some(source), now).await?
        }
        (None, link) => atom::newest(providers, link).await?,
    };
    listed.proposals()
}

fn unnumbered(name: &str) -> StepError {
    let detail = format!(
        "YouTube does not tell us which channel {name} is; send the channel's https://www.youtube.com/channel/UC… address"
    );
    StepError::fail(Code::ChannelName, detail)
}

/// A list while it is read: each video once.
pub(super) struct Listed {
    pub found: Vec<Found>,
    source: Source,
    skipped: Vec<String>,
    seen: HashSet<String>,
}

impl Listed {
    pub fn of(source: Source) -> Listed {
        Listed {
            found: Vec::new(),
            source,
            skipped: Vec::new(),
            seen: HashSet::new(),
        }
    }

    /// Keeps one, unless it was there before or cannot be shown.
    pub fn take(&mut self, video: Result<Found, String>) {
        match video {
            Err(why) => self.skip(why),
            Ok(video) if self.found.len() >= MOST_ITEMS => self.skip(format!(
                "{}: beyond the first {MOST_ITEMS} videos",
                video.canonical
            )),
            Ok(video) if !self.seen.insert(video.canonical.clone()) => {
                self.skip(format!("{}: it is there twice", video.canonical));
            }
            Ok(mut video) => {
                video.source = Some(Arc::new(self.source.clone()));
                self.found.push(video);
            }
        }
    }

    pub fn skip(&mut self, why: String) {
        self.skipped.push(why);
    }

    pub fn proposals(self) -> Result<Proposals, StepError> {
        if self.found.is_empty() && self.skipped.is_empty() {
            let detail = format!("{} shows no video to everybody", self.source.address);
            return Err(StepError::fail(Code::LinkNoMedium, detail));
        }
        Ok(Proposals {
            source: self.source,
            items: in_order(self.found),
            skipped: self.skipped,
        })
    }
}

impl Link {
    /// Whether a text is the id of a video.
    pub(super) fn is_video(id: &str) -> bool {
        let link = crate::link::parse(&super::canonical(id));
        matches!(link, Ok(Link::YouTube(YouTube::Video(known))) if known == id)
    }
}
