//! What lists, other sites and pages of the stand-in come to, through the clients of the service.

use super::*;
use crate::app;
use crate::config::Config;
use jobs::provider::{self, Findings, Found, Proposals};
use jobs::{Code, StepError};
use std::sync::atomic::{AtomicU32, Ordering};

async fn findings(replay: &Replay, keys: bool, text: &str) -> Result<Findings, StepError> {
    let settings = match keys {
        true => replay.settings(),
        false => replay.settings_without_keys(),
    };
    let settings: Vec<(&str, &str)> = settings
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    let config = Config::with(&settings).unwrap();
    let providers = app::providers(&config, &crate::model::Clock::System).unwrap();
    let now = "2026-11-25T12:00:00Z".parse().unwrap();
    provider::resolve(&providers, &link::parse(text).unwrap(), now).await
}

/// Lets so many units through.
struct Counted(AtomicU32);

impl provider::Meter for Counted {
    fn take<'a>(
        &'a self,
        _: Provider,
        units: u32,
    ) -> futures::future::BoxFuture<'a, Result<(), StepError>> {
        let left = self.0.fetch_sub(units, Ordering::SeqCst);
        Box::pin(async move {
            match left >= units {
                true => Ok(()),
                false => {
                    let wait = std::time::Duration::from_secs(60);
                    let what = "nothing is left";
                    Err(StepError::retry_after(Code::ProviderQuota, wait, what))
                }
            }
        })
    }
}

async fn many(replay: &Replay, keys: bool, text: &str) -> Proposals {
    match findings(replay, keys, text).await {
        Ok(Findings::Many(many)) => *many,
        other => panic!("{text}: {other:?}"),
    }
}

async fn one(replay: &Replay, text: &str) -> Found {
    findings(replay, true, text).await.unwrap().one().unwrap()
}

#[tokio::test]
async fn a_channel_by_each_of_its_names_is_one_source() {
    let replay = start().await.unwrap();
    let address = format!("https://www.youtube.com/channel/{CHANNEL}");
    for text in [
        address.clone(),
        format!("https://www.youtube.com/@{HANDLE}/videos"),
        format!("youtube.com/user/{HANDLE}"),
    ] {
        let many = many(&replay, true, &text).await;
        assert_eq!(many.source.address, address, "{text}");
        assert_eq!(many.source.provider, "youtube");
        assert_eq!(many.source.title, "Sample evenings");
        assert!(many.items.len() > 10, "several pages: {}", many.items.len());
        let found = &many.items[0].found;
        assert_eq!(
            (found.kind.as_str(), found.origin.as_str()),
            ("video", "youtube-api")
        );
        let id = found.guid.as_deref().unwrap();
        assert_eq!(
            found.canonical,
            format!("https://www.youtube.com/watch?v={id}")
        );
        assert_eq!(found.source.as_deref(), Some(&many.source));
    }
    // Without a key the newest fifteen, and a name is of no use.
    for text in [
        address.clone(),
        format!("https://www.youtube.com/user/{HANDLE}"),
    ] {
        let many = many(&replay, false, &text).await;
        assert_eq!(many.source.address, address, "{text}");
        assert_eq!(many.items[0].found.origin, "youtube-atom");
        assert!(
            (10..=15).contains(&many.items.len()),
            "{}",
            many.items.len()
        );
        assert!(many.items[0].found.picture.is_some());
    }
    for (keys, text) in [
        (false, format!("https://www.youtube.com/@{HANDLE}")),
        (false, "https://www.youtube.com/c/sample".into()),
        (true, "https://www.youtube.com/c/sample".into()),
    ] {
        let refused = findings(&replay, keys, &text).await.unwrap_err();
        assert_eq!(refused.code, Code::ChannelName, "{text}");
        assert!(refused.detail.contains("/channel/UC"), "{}", refused.detail);
    }
    assert!(!replay.asked().iter().any(|asked| asked.contains("search")));
    let unknown = "https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv";
    for keys in [true, false] {
        let gone = findings(&replay, keys, unknown).await.unwrap_err();
        assert_eq!(gone.code, Code::Gone);
    }
}

#[tokio::test]
async fn a_playlist_leaves_out_stubs_and_repeats() {
    let replay = start().await.unwrap();
    let text = format!("https://www.youtube.com/playlist?list={PLAYLIST}");
    let all = many(&replay, true, &text).await;
    assert_eq!(
        (all.source.address.as_str(), all.items.len()),
        (text.as_str(), 4)
    );
    assert_eq!(
        all.skipped,
        [
            "pugGone0001: deleted there",
            "https://www.youtube.com/watch?v=pugGoodVid1: it is there twice"
        ]
    );
    let newest = many(&replay, false, &text).await;
    assert_eq!(
        (newest.source.address.as_str(), newest.items.len()),
        (text.as_str(), 4)
    );
    let video = format!("https://www.youtube.com/watch?v=pugGoodVid1&list={PLAYLIST}");
    let found = one(&replay, &video).await;
    assert_eq!(
        found.canonical,
        "https://www.youtube.com/watch?v=pugGoodVid1"
    );
}

#[tokio::test]
async fn albums_and_owners_of_photos() {
    let replay = start().await.unwrap();
    let album = format!("https://www.flickr.com/photos/{OWNER}/albums/{ALBUM}");
    let by_alias = format!("https://www.flickr.com/photos/{ALIAS}/sets/{ALBUM}/");
    for (keys, text) in [
        (true, album.clone()),
        (true, by_alias.clone()),
        (true, SHORT_ALBUM.into()),
        (false, album.clone()),
        (false, SHORT_ALBUM.into()),
        (
            false,
            format!("https://www.flickr.com/services/feeds/photoset.gne?set={ALBUM}&nsid={OWNER}"),
        ),
    ] {
        let many = many(&replay, keys, &text).await;
        assert_eq!(many.source.provider, "flickr");
        assert!(
            many.source.address.ends_with(&format!("/albums/{ALBUM}")),
            "{}",
            many.source.address
        );
        assert!(
            many.items.len() > 3 && many.skipped.is_empty(),
            "{text}: {many:?}"
        );
        let found = &many.items[0].found;
        let id = found.guid.as_deref().unwrap();
        assert_eq!(
            found.canonical,
            format!("https://www.flickr.com/photos/{ALIAS}/{id}/")
        );
        assert_eq!(found.kind, "photo");
    }
    for (keys, text) in [
        (true, format!("https://www.flickr.com/people/{ALIAS}")),
        (true, SHORT_USER.into()),
        (false, format!("https://www.flickr.com/photos/{OWNER}/")),
    ] {
        let many = many(&replay, keys, &text).await;
        assert!(many.items.len() > 3, "{text}");
        let licensed = many.items.iter().find(|one| one.found.picture.is_some());
        assert!(
            licensed.is_some_and(|one| one.found.licence.is_some()),
            "{text}"
        );
    }
    for text in [by_alias, SHORT_USER.into()] {
        let refused = findings(&replay, false, &text).await.unwrap_err();
        assert_eq!(refused.code, Code::OwnerName, "{text}");
    }
    let gone = findings(&replay, true, "https://flic.kr/s/aHsjNobody").await;
    assert_eq!(gone.unwrap_err().code, Code::Gone);
}

#[tokio::test]
async fn videos_of_other_sites_by_oembed() {
    let replay = start().await.unwrap();
    for text in [
        VIMEO,
        "https://player.vimeo.com/video/700000001?autoplay=1",
        "vimeo.com/channels/staffpicks/700000001",
    ] {
        let found = one(&replay, text).await;
        assert_eq!(
            (found.canonical.as_str(), found.kind.as_str()),
            (VIMEO, "video")
        );
        assert_eq!(
            (found.duration_s, found.origin.as_str()),
            (Some(2465), "oembed")
        );
        assert_eq!(found.title.as_deref(), Some("An evening on Vimeo (sample)"));
    }
    for text in [
        PEERTUBE,
        "https://tube.example/videos/watch/9c9de5e8-0a1e-484a-b099-e80766180a6d?start=1m",
        "https://tube.example/videos/embed/9c9de5e8-0a1e-484a-b099-e80766180a6d",
    ] {
        let found = one(&replay, text).await;
        assert_eq!(
            (found.canonical.as_str(), found.kind.as_str()),
            (PEERTUBE, "video")
        );
        assert_eq!(
            (found.duration_s, found.author.as_deref()),
            (Some(2465), Some("sample"))
        );
        assert!(found.picture.is_some());
    }
    let gone = findings(&replay, true, "https://vimeo.com/1").await;
    assert_eq!(gone.unwrap_err().code, Code::Gone);
}

#[tokio::test]
async fn items_of_the_internet_archive() {
    let replay = start().await.unwrap();
    let sound = one(&replay, ARCHIVED_SOUND).await;
    assert_eq!((sound.kind.as_str(), sound.duration_s), ("audio", Some(4)));
    assert_eq!(sound.description.as_deref(), Some("What was said, whole."));
    assert_eq!(
        sound.licence.map(|licence| licence.as_str()),
        Some("CC-BY-4.0")
    );
    assert_eq!(
        (sound.language.as_deref(), sound.author.as_deref()),
        (Some("en"), Some("Sample group"))
    );
    let file = sound.enclosure.unwrap();
    assert_eq!(
        file.url,
        "https://archive.org/download/pug-sample-sound/evening.mp3"
    );
    assert_eq!(file.length, Some(SOUND.len() as u64));
    let film = one(&replay, "https://archive.org/embed/pug-sample-film").await;
    assert_eq!(
        (film.canonical.as_str(), film.kind.as_str()),
        (ARCHIVED_FILM, "video")
    );
    assert_eq!(film.recorded_on.unwrap().to_string(), "2026-11-14");
    let gone = findings(&replay, true, "https://archive.org/details/nobody").await;
    assert_eq!(gone.unwrap_err().code, Code::Gone);
}

#[tokio::test]
async fn pages_and_files() {
    let replay = start().await.unwrap();
    let page = one(&replay, PAGE).await;
    assert_eq!((page.kind.as_str(), page.origin.as_str()), ("page", "page"));
    assert_eq!(
        page.title.as_deref(),
        Some("November: twelve of us and one bug")
    );
    assert_eq!(
        (page.people.as_slice(), page.language.as_deref()),
        (&["Beatriz Nunes".to_owned()][..], Some("pt-BR"))
    );
    assert_eq!(page.recorded_on.unwrap().to_string(), "2026-11-14");
    let episode = one(&replay, EPISODE).await;
    assert_eq!(
        (episode.kind.as_str(), episode.guid.as_deref()),
        ("audio", Some("circletalk-005"))
    );
    assert_eq!(episode.source.unwrap().address, FEED);
    let sound = one(&replay, "https://circletalk.example/sound/5.mp3").await;
    assert_eq!(
        (sound.kind.as_str(), sound.title.as_deref()),
        ("audio", Some("5"))
    );
    assert_eq!(sound.enclosure.unwrap().length, Some(SOUND.len() as u64));
}

#[tokio::test]
async fn units_are_taken_before_each_call() {
    let replay = start().await.unwrap();
    let (channel, album) = (
        format!("https://www.youtube.com/channel/{CHANNEL}"),
        format!("https://www.flickr.com/photos/{ALIAS}/albums/{ALBUM}"),
    );
    let settings = replay.settings();
    let settings: Vec<(&str, &str)> = settings
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    let mut providers = app::providers(
        &Config::with(&settings).unwrap(),
        &crate::model::Clock::System,
    )
    .unwrap();
    for text in [channel.as_str(), album.as_str(), GOOD_LINK] {
        let link = link::parse(text).unwrap();
        let now = "2026-11-25T12:00:00Z".parse().unwrap();
        let before = replay.asked().len();
        let meter = Arc::new(Counted(AtomicU32::new(100)));
        providers.meter = meter.clone();
        provider::resolve(&providers, &link, now).await.unwrap();
        let calls = replay.asked().len() - before;
        assert_eq!(100 - meter.0.load(Ordering::SeqCst), calls as u32, "{text}");
        // One too few: what would cost more is not asked.
        providers.meter = Arc::new(Counted(AtomicU32::new(calls as u32 - 1)));
        let refused = provider::resolve(&providers, &link, now).await.unwrap_err();
        assert_eq!(refused.code, Code::ProviderQuota, "{text}");
        assert_eq!(replay.asked().len() - before, 2 * calls - 1, "{text}");
    }
}
