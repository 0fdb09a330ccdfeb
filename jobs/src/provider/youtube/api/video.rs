//! `videos.list`: one video.

use super::{Call, Line, best, channel_page, day_of, failure, is_list, is_word, odd, parts};
use crate::licence::Licence;
use crate::provider::youtube::{PICTURES, canonical};
use crate::provider::{Found, Providers, RemotePicture, on_hosts, text};
use crate::{Code, StepError};
use google_youtube3::api::Video;
use jiff::{Span, Timestamp};
use std::time::Duration;

/// Nothing where YouTube lists no such video: deleted, private or never there.
pub(in crate::provider::youtube) async fn video(
    providers: &Providers,
    key: &str,
    id: &str,
    now: Timestamp,
) -> Result<Option<Found>, StepError> {
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
    let asked = hub
        .videos()
        .list(&parts(&[
            "snippet",
            "contentDetails",
            "status",
            "recordingDetails",
        ]))
        .add_id(id)
        .param("key", key)
        .delegate(&mut refusal)
        .doit();
    let list = call.reply(&cap, asked).await?;
    let list = list.map_err(|error| failure(error, &refusal, now))?;
    if !is_list(
        list.kind.as_deref(),
        "youtube#videoListResponse",
        list.items.is_some(),
    ) {
        return Err(odd()); // `{}` says nothing of the video
    }
    let video = list
        .items
        .unwrap_or_default()
        .into_iter()
        .find(|video| video.id.as_deref() == Some(id));
    video
        .map(|video| check(&video).map(|()| found(providers, id, video)))
        .transpose()
}

/// Whether it can be shown at all.
fn check(video: &Video) -> Result<(), StepError> {
    let status = video.status.as_ref();
    if status.and_then(|status| status.privacy_status.as_deref()) == Some("private") {
        return Err(StepError::fail(Code::Private, "only its owner can open it"));
    }
    let live = video
        .snippet
        .as_ref()
        .and_then(|snippet| snippet.live_broadcast_content.as_deref())
        .unwrap_or("none");
    if live != "none" {
        return Err(StepError::fail(
            Code::NotYetRecorded,
            format!("the broadcast is {live}"),
        ));
    }
    match status.and_then(|status| status.upload_status.as_deref()) {
        Some("rejected" | "failed" | "deleted") => {
            return Err(StepError::fail(Code::Gone, "YouTube does not show it"));
        }
        Some("uploaded") => {
            return Err(StepError::retry_after(
                Code::NotYetRecorded,
                Duration::from_secs(900),
                "still processed",
            ));
        }
        _ => {}
    }
    let length = video
        .content_details
        .as_ref()
        .and_then(|details| details.duration.as_deref());
    if length.and_then(seconds) == Some(0) {
        return Err(StepError::fail(
            Code::NotYetRecorded,
            "it has no length yet",
        ));
    }
    if status.and_then(|status| status.embeddable) == Some(false) {
        return Err(StepError::fail(
            Code::EmbeddingOff,
            "its owner does not let other sites show it",
        ));
    }
    let details = video.content_details.as_ref();
    let regions = details.and_then(|details| details.region_restriction.as_ref());
    if regions
        .and_then(|regions| regions.allowed.as_ref())
        .is_some_and(Vec::is_empty)
    {
        return Err(StepError::fail(
            Code::Blocked,
            "YouTube shows it in no country",
        ));
    }
    let rating = details.and_then(|details| details.content_rating.as_ref());
    if rating.and_then(|rating| rating.yt_rating.as_deref()) == Some("ytAgeRestricted") {
        let detail = "YouTube shows it only to adults who have signed in";
        return Err(StepError::fail(Code::Blocked, detail));
    }
    Ok(())
}

fn found(providers: &Providers, id: &str, video: Video) -> Found {
    let snippet = video.snippet.unwrap_or_default();
    let status = video.status.unwrap_or_default();
    let own = [&providers.youtube.api, &providers.youtube.oembed];
    let picture = snippet
        .thumbnails
        .and_then(best)
        .filter(|url| on_hosts(url, PICTURES, &own));
    Found {
        canonical: canonical(id),
        origin: "youtube-api".into(),
        kind: "video".into(),
        title: text(snippet.title),
        description: text(snippet.description),
        author: text(snippet.channel_title),
        author_url: channel_page(snippet.channel_id),
        duration_s: video
            .content_details
            .and_then(|details| details.duration)
            .and_then(|text| seconds(&text)),
        recorded_on: day_of(
            video
                .recording_details
                .and_then(|details| details.recording_date)
                .map(|at| at.timestamp()),
        ),
        published_on: day_of(snippet.published_at.map(|at| at.timestamp())),
        language: snippet
            .default_audio_language
            .or(snippet.default_language)
            .filter(|tag| is_word(tag) && !tag.starts_with("zxx") && !tag.starts_with("und")),
        licence: (status.license.as_deref() == Some("creativeCommon")).then_some(Licence::CcBy3),
        picture: picture.map(|url| RemotePicture { url, expires: true }),
        ..Found::default()
    }
}

/// An ISO 8601 duration such as `P1DT2H0M1S`, in seconds; days are 24 hours.
fn seconds(text: &str) -> Option<u64> {
    let span: Span = text.parse().ok()?;
    let length = span
        .to_duration(jiff::SpanRelativeTo::days_are_24_hours())
        .ok()?;
    u64::try_from(length.as_secs()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shown_nowhere_is_blocked_and_not_everywhere_is_not() {
        let checked = |restriction: &str| {
            let body = format!(r#"{{"contentDetails": {{"regionRestriction": {restriction}}}}}"#);
            check(&serde_json::from_str(&body).unwrap()).map_err(|error| error.code)
        };
        assert_eq!(checked(r#"{"allowed": []}"#), Err(Code::Blocked));
        assert_eq!(checked(r#"{"allowed": ["UA"]}"#), Ok(()));
        assert_eq!(checked(r#"{"blocked": ["DE"]}"#), Ok(()));
    }

    #[test]
    fn durations() {
        for (text, wanted) in [
            ("PT59S", 59),
            ("PT1H2M3S", 3723),
            ("P1DT2H0M1S", 93_601),
            ("P0D", 0),
            ("PT2H1S", 7201),
        ] {
            assert_eq!(seconds(text), Some(wanted), "{text}");
        }
        assert_eq!(seconds("soon"), None);
    }
}
