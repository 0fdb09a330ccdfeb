//! `playlists.list` and `playlistItems.list`: the videos of a playlist, page by page.

use super::{Call, Line, best, channel_page, day_of, failure, is_list, odd, parts};
use crate::link::{Link, YouTube};
use crate::provider::feed::MOST_ITEMS;
use crate::provider::youtube::{Listed, PICTURES, canonical};
use crate::provider::{Found, Providers, RemotePicture, Source, on_hosts, text};
use crate::{Code, Retry, StepError};
use google_youtube3::api::{PlaylistItem, PlaylistItemListResponse};
use jiff::Timestamp;
use std::collections::HashSet;
use std::time::Instant;

/// Videos of one page: the most that the API sends.
const PAGE: u32 = 50;
/// Pages asked for at most, so that a list of stubs has an end as well.
const MOST_PAGES: usize = 2 * MOST_ITEMS / PAGE as usize;

/// The videos of a playlist in its own order; `source` where it is known already, as a channel's is.
///
/// # Errors
/// `Gone` where YouTube knows no such playlist, `Private` where it is not for everybody.
pub(in crate::provider::youtube) async fn playlist(
    providers: &Providers,
    key: &str,
    id: &str,
    source: Option<Source>,
    now: Timestamp,
) -> Result<Listed, StepError> {
    let begun = Instant::now();
    let call = Call {
        providers,
        key,
        now,
    };
    let source = match source {
        Some(source) => source,
        None => call.source(id).await?,
    };
    let mut listed = Listed::of(source);
    let (mut page, mut seen) = (None, HashSet::new());
    for asked in 1.. {
        let list = match call.items(id, page.as_deref()).await {
            Ok(list) => list,
            // What was read by then is kept.
            Err(error) if asked > 1 && error.retry == Retry::Never => {
                listed.skip(format!("the rest of the playlist: {}", error.detail));
                break;
            }
            Err(error) => return Err(error),
        };
        for item in list.items.unwrap_or_default() {
            listed.take(video(providers, item));
        }
        let Some(next) = list.next_page_token.filter(|token| !token.is_empty()) else {
            break;
        };
        let end = match () {
            () if listed.found.len() >= MOST_ITEMS => {
                format!("beyond the first {MOST_ITEMS} videos")
            }
            () if asked >= MOST_PAGES => format!("beyond {MOST_PAGES} pages"),
            () if begun.elapsed() >= providers.fetch.patience() => {
                "it answers too slowly".to_owned()
            }
            () if !seen.insert(next.clone()) => "its pages go round in a circle".to_owned(),
            () => {
                page = Some(next);
                continue;
            }
        };
        listed.skip(format!("the rest of the playlist: {end}"));
        break;
    }
    Ok(listed)
}

impl Call<'_> {
    async fn source(&self, id: &str) -> Result<Source, StepError> {
        let Line {
            hub,
            cap,
            mut refusal,
        } = self.open().await?;
        let asked = hub
            .playlists()
            .list(&parts(&["snippet"]))
            .add_id(id)
            .param("key", self.key)
            .delegate(&mut refusal)
            .doit();
        let list = self.reply(&cap, asked).await?;
        let list = list.map_err(|error| failure(error, &refusal, self.now))?;
        if !is_list(
            list.kind.as_deref(),
            "youtube#playlistListResponse",
            list.items.is_some(),
        ) {
            return Err(odd());
        }
        let mut lists = list.items.unwrap_or_default().into_iter();
        let gone = || StepError::fail(Code::Gone, "YouTube knows no such playlist");
        let found = lists
            .find(|list| list.id.as_deref() == Some(id))
            .ok_or_else(gone)?;
        let snippet = found.snippet.unwrap_or_default();
        let address = Link::YouTube(YouTube::Playlist(id.to_owned())).canonical();
        Ok(Source {
            provider: "youtube".into(),
            title: text(snippet.title).unwrap_or_else(|| address.clone()),
            author: text(snippet.channel_title),
            link: Some(address.clone()),
            address,
        })
    }

    async fn items(
        &self,
        id: &str,
        page: Option<&str>,
    ) -> Result<PlaylistItemListResponse, StepError> {
        let Line {
            hub,
            cap,
            mut refusal,
        } = self.open().await?;
        let asked = hub
            .playlist_items()
            .list(&parts(&["snippet", "contentDetails", "status"]))
            .playlist_id(id)
            .max_results(PAGE);
        let asked = match page {
            Some(token) => asked.page_token(token),
            None => asked,
        };
        let asked = asked.param("key", self.key).delegate(&mut refusal).doit();
        let list = self.reply(&cap, asked).await?;
        let list = list.map_err(|error| failure(error, &refusal, self.now))?;
        let wanted = "youtube#playlistItemListResponse";
        match is_list(list.kind.as_deref(), wanted, list.items.is_some()) {
            true => Ok(list),
            false => Err(odd()),
        }
    }
}

/// One item as a video, or why it is none to be shown.
fn video(providers: &Providers, item: PlaylistItem) -> Result<Found, String> {
    let snippet = item.snippet.unwrap_or_default();
    let details = item.content_details.unwrap_or_default();
    let id = details
        .video_id
        .or_else(|| snippet.resource_id.and_then(|resource| resource.video_id));
    let position = snippet.position.map_or(0, |position| position + 1);
    let id = id
        .filter(|id| Link::is_video(id))
        .ok_or_else(|| format!("item {position}: it is no video"))?;
    let privacy = item.status.and_then(|status| status.privacy_status);
    // Stubs that stay when a video goes: their titles are YouTube's own, and they were published on no day.
    let is_stub = details.video_published_at.is_none();
    match (snippet.title.as_deref(), privacy.as_deref()) {
        (Some("Deleted video"), _) if is_stub => return Err(format!("{id}: deleted there")),
        (Some("Private video"), _) if is_stub => return Err(format!("{id}: private there")),
        (_, Some("private")) => return Err(format!("{id}: private there")),
        _ => {}
    }
    let own = [&providers.youtube.api, &providers.youtube.oembed];
    let picture = snippet
        .thumbnails
        .and_then(best)
        .filter(|url| on_hosts(url, PICTURES, &own));
    let published = details.video_published_at.or(snippet.published_at);
    Ok(Found {
        canonical: canonical(&id),
        origin: "youtube-api".into(),
        kind: "video".into(),
        title: text(snippet.title),
        description: text(snippet.description),
        author: text(snippet.video_owner_channel_title.or(snippet.channel_title)),
        author_url: channel_page(snippet.video_owner_channel_id),
        published_on: day_of(published.map(|at| at.timestamp())),
        picture: picture.map(|url| RemotePicture { url, expires: true }),
        guid: Some(id),
        ..Found::default()
    })
}
