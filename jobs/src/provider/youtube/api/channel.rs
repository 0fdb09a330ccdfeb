//! `channels.list`: which channel a link names, and the list of all that it has uploaded.

use super::{Call, Line, failure, is_list, odd, parts};
use crate::link::{Link, YouTube};
use crate::provider::{Providers, Source, text};
use crate::{Code, StepError};
use jiff::Timestamp;

/// A channel as a source, and the playlist of its uploads. By its id, handle or legacy user name.
///
/// # Errors
/// `Gone` where YouTube knows no such channel.
pub(in crate::provider::youtube) async fn uploads(
    providers: &Providers,
    key: &str,
    channel: &YouTube,
    now: Timestamp,
) -> Result<(Source, String), StepError> {
    let call = Call {
        providers,
        key,
        now,
    };
    let Line {
        hub,
        cap,
        mut refusal,
    } = call.open().await?;
    let asked = hub.channels().list(&parts(&["snippet", "contentDetails"]));
    let asked = match channel {
        YouTube::Channel(id) => asked.add_id(id),
        YouTube::Handle(name) => asked.for_handle(&format!("@{name}")),
        YouTube::User(name) => asked.for_username(name),
        _ => return Err(StepError::fail(Code::LinkNoMedium, "it names no channel")),
    };
    let asked = asked.param("key", key).delegate(&mut refusal).doit();
    let list = call.reply(&cap, asked).await?;
    let list = list.map_err(|error| failure(error, &refusal, now))?;
    // An unknown channel's reply has no `items` at all.
    if !is_list(
        list.kind.as_deref(),
        "youtube#channelListResponse",
        list.items.is_some(),
    ) {
        return Err(odd());
    }
    let wanted = |id: &str| !matches!(channel, YouTube::Channel(known) if known != id);
    let found = list.items.unwrap_or_default().into_iter().find_map(|one| {
        let id = one.id.filter(|id| wanted(id))?;
        Some((id, one.snippet.unwrap_or_default(), one.content_details))
    });
    let Some((id, snippet, details)) = found else {
        return Err(StepError::fail(Code::Gone, "YouTube knows no such channel"));
    };
    let uploads = details
        .and_then(|details| details.related_playlists?.uploads)
        .filter(|list| !list.is_empty());
    let canonical = Link::YouTube(YouTube::Channel(id)).canonical();
    let title = text(snippet.title).unwrap_or_else(|| canonical.clone());
    let source = Source {
        provider: "youtube".into(),
        address: canonical.clone(),
        author: Some(title.clone()),
        title,
        link: Some(canonical),
    };
    let none = || StepError::fail(Code::LinkNoMedium, "the channel names no list of videos");
    uploads.map(|list| (source, list)).ok_or_else(none)
}
