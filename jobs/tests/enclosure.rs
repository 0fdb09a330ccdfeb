//! What plays, fetched from a local server with and without ranges, and read in the real child.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on ends there")]

mod support;

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use futures::StreamExt;
use jobs::fetch::{Fetcher, Rules};
use jobs::media::{Child, probe_file, sandbox_available};
use jobs::provider::enclosure::{Enclosure, probe};
use jobs::provider::{Providers, RemoteFile, flickr, youtube};
use jobs::{Code, Retry, StepError};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

fn child() -> Child {
    Child {
        require_sandbox: sandbox_available().is_ok(),
        wall_s: 120,
        ..Child::new(env!("CARGO_BIN_EXE_media-child"))
    }
}

#[derive(Clone, Copy, Default)]
struct Server {
    ranges: bool,
    /// What it says of the whole, beside the truth.
    lies: u64,
    status: u16,
}

/// Probes a file as this server sends it; and the bytes that it was asked for.
async fn ask(server: Server, file: Vec<u8>) -> (Result<Enclosure, StepError>, u64) {
    let sent = Arc::new(AtomicU64::new(0));
    let (count, file) = (sent.clone(), Arc::new(file));
    let router = Router::new().fallback(move |headers: HeaderMap| {
        let (count, file) = (count.clone(), file.clone());
        async move {
            let whole = file.len() as u64;
            let range = headers
                .get("range")
                .and_then(|range| range.to_str().ok()?.strip_prefix("bytes="));
            let range = range
                .and_then(|range| range.split_once('-'))
                .filter(|_| server.ranges);
            let reply = Response::builder();
            if server.status != 0 {
                return reply.status(server.status).body(Body::from("no")).unwrap();
            }
            let Some((first, last)) = range else {
                count.fetch_add(whole, Ordering::SeqCst);
                return reply.body(Body::from(file.to_vec())).unwrap();
            };
            let first: u64 = first.parse().unwrap();
            let last = last.parse().unwrap_or(u64::MAX).min(whole.max(1) - 1);
            if first >= whole {
                return reply
                    .status(StatusCode::RANGE_NOT_SATISFIABLE)
                    .body(Body::empty())
                    .unwrap();
            }
            count.fetch_add(last + 1 - first, Ordering::SeqCst);
            let said = format!("bytes {first}-{last}/{}", whole + server.lies);
            let body = file[first as usize..=last as usize].to_vec();
            reply
                .status(206)
                .header("content-range", said)
                .body(Body::from(body))
                .unwrap()
        }
    });
    (probe_at(router).await, sent.load(Ordering::SeqCst))
}

/// Probes what a server of its own answers.
async fn probe_at(router: Router) -> Result<Enclosure, StepError> {
    let address = support::serve(router).await;
    let url: url::Url = format!("http://{address}/a.mp3").parse().unwrap();
    let rules = Rules {
        allow: vec![address.to_string().parse().unwrap()],
        ..Rules::default()
    };
    let providers = Providers {
        fetch: Fetcher::new(rules).unwrap(),
        youtube: youtube::Settings {
            api: url.clone(),
            oembed: url.clone(),
            key: None,
        },
        flickr: flickr::Settings {
            api: url.clone(),
            oembed: url.clone(),
            key: None,
        },
        meter: std::sync::Arc::new(jobs::provider::Unmetered),
    };
    let file = RemoteFile {
        url: url.into(),
        mime: None,
        length: Some(1),
    };
    probe(&providers, &child(), &file).await
}

fn media(name: &str) -> Option<Vec<u8>> {
    support::corpus(&format!("media/{name}")).map(|path| std::fs::read(path).unwrap())
}

const RANGES: Server = Server {
    ranges: true,
    lies: 0,
    status: 0,
};
const NONE: Server = Server {
    ranges: false,
    lies: 0,
    status: 0,
};

#[tokio::test(flavor = "multi_thread")]
async fn sounds_are_what_their_bytes_say() {
    for (name, mime, from, to) in [
        (
            "lofty--issue_87_duplicate_id3v2.mp3",
            "audio/mpeg",
            1300,
            1600,
        ),
        ("gen--chapters.m4a", "audio/m4a", 5900, 6100),
        ("gen--clip-moov-at-end.mp4", "video/mp4", 2900, 3100),
        ("lofty--full_test.ogg", "audio/ogg", 1400, 1500),
        ("lofty--full_test.opus", "audio/ogg", 1400, 1500),
        ("tinytag--flac1sMono.flac", "audio/flac", 950, 1050),
        ("gen--clip.webm", "video/webm", 2900, 3100),
    ] {
        let Some(file) = media(name) else { return };
        for server in [RANGES, NONE] {
            let (found, _) = ask(server, file.clone()).await;
            let found = found.unwrap_or_else(|error| panic!("{name}: {error}"));
            assert_eq!(
                (found.mime.as_str(), found.size),
                (mime, file.len() as u64),
                "{name}"
            );
            let plays = found.duration_ms.unwrap();
            assert!((from..=to).contains(&plays), "{name}: {plays} ms");
        }
        let path = support::corpus(&format!("media/{name}")).unwrap();
        let whole = probe_file(&child(), std::fs::File::open(path).unwrap())
            .await
            .unwrap();
        assert!(
            whole
                .duration_ms
                .is_some_and(|plays| (from..=to).contains(&plays)),
            "{name}"
        );
    }
}

/// A long MP4 whose index stands at the end: `mdat` grown by bytes that nothing points at.
fn long(file: &[u8], more: usize) -> Vec<u8> {
    let at = file.windows(4).position(|name| name == b"mdat").unwrap();
    let size = u32::from_be_bytes(file[at - 4..at].try_into().unwrap());
    let end = at - 4 + size as usize;
    let mut long = file[..end].to_vec();
    long[at - 4..at].copy_from_slice(&(size + more as u32).to_be_bytes());
    long.resize(end + more, 0x5a);
    long.extend_from_slice(&file[end..]);
    long
}

#[tokio::test(flavor = "multi_thread")]
async fn a_long_film_is_not_fetched_whole() {
    let Some(file) = media("gen--clip-moov-at-end.mp4") else {
        return;
    };
    let film = long(&file, 60 << 20);
    for server in [RANGES, NONE] {
        let (found, sent) = ask(server, film.clone()).await;
        let found = found.unwrap();
        assert_eq!(
            (found.mime.as_str(), found.size),
            ("video/mp4", film.len() as u64)
        );
        assert!(
            found
                .duration_ms
                .is_some_and(|plays| (2900..=3100).contains(&plays)),
            "{found:?}"
        );
        assert!(!server.ranges || sent < 5 << 20, "{sent} bytes were sent");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_long_sound_has_its_length() {
    let Some(file) = media("lofty--issue_87_duplicate_id3v2.mp3") else {
        return;
    };
    // Frames of one rate, of which the file says no number: its length is its size by its rate.
    let frames = file
        .windows(2)
        .position(|w| w[0] == 0xff && w[1] & 0xe6 == 0xe2)
        .unwrap();
    let sound: Vec<u8> = file[frames..]
        .iter()
        .copied()
        .cycle()
        .take(30 << 20)
        .collect();
    let (whole, _) = ask(NONE, sound.clone()).await;
    let (parts, sent) = ask(RANGES, sound).await;
    let (whole, parts) = (whole.unwrap(), parts.unwrap());
    println!(
        "30 MiB of frames: {:?} ms whole, {:?} ms by parts, {sent} bytes",
        whole.duration_ms, parts.duration_ms
    );
    assert!(sent < 5 << 20, "{sent}");
    let (whole, parts) = (whole.duration_ms.unwrap(), parts.duration_ms.unwrap());
    assert!(whole.abs_diff(parts) * 20 < whole, "{whole} {parts}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_does_not_play_has_a_reason() {
    let sound = media("lofty--issue_87_duplicate_id3v2.mp3");
    let html = b"<!DOCTYPE html><title>404</title>".to_vec();
    for server in [RANGES, NONE] {
        let error = ask(server, html.clone()).await.0.unwrap_err();
        assert_eq!(
            (error.code, error.detail.contains("page")),
            (Code::MediaBroken, true),
            "{error}"
        );
        assert_eq!(
            ask(server, Vec::new()).await.0.unwrap_err().code,
            Code::MediaBroken
        );
        assert_eq!(
            ask(server, vec![7; 3 << 20]).await.0.unwrap_err().code,
            Code::MediaBroken
        );
        let picture = image_of_one_pixel();
        assert_eq!(
            ask(server, picture).await.0.unwrap_err().code,
            Code::MediaBroken
        );
    }
    for (status, code, again) in [
        (404, Code::Gone, false),
        (410, Code::Gone, false),
        (403, Code::Private, false),
        (503, Code::ProviderBusy, true),
        (429, Code::ProviderBusy, true),
        (204, Code::MediaBroken, false),
    ] {
        let error = ask(Server { status, ..RANGES }, Vec::new())
            .await
            .0
            .unwrap_err();
        assert_eq!(
            (error.code, error.retry != Retry::Never),
            (code, again),
            "{status}"
        );
    }
    let Some(sound) = sound else { return };
    for lies in [1, 1 << 20, 100 << 20] {
        let error = ask(Server { lies, ..RANGES }, sound.clone())
            .await
            .0
            .unwrap_err();
        assert_eq!(
            (error.code, error.retry),
            (Code::MediaBroken, Retry::Never),
            "{lies}: {error}"
        );
    }
    let error = ask(
        Server {
            lies: 1 << 40,
            ..RANGES
        },
        sound,
    )
    .await
    .0
    .unwrap_err();
    assert_eq!(error.code, Code::TooLarge);
}

fn image_of_one_pixel() -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    image::RgbImage::new(8, 8)
        .write_to(&mut bytes, image::ImageFormat::Png)
        .unwrap();
    bytes.into_inner()
}

/// The first answer to a range may not be all there is: it would be kept in memory.
#[tokio::test(flavor = "multi_thread")]
async fn a_part_larger_than_asked_for_is_not_kept() {
    let sent = Arc::new(AtomicU64::new(0));
    let count = sent.clone();
    let router = Router::new().fallback(move || {
        let count = count.clone();
        async move {
            let pieces = futures::stream::iter(0..4096).map(move |_| {
                count.fetch_add(1 << 20, Ordering::SeqCst);
                Ok::<_, std::io::Error>(vec![0_u8; 1 << 20])
            });
            Response::builder()
                .status(206)
                .header(
                    "content-range",
                    format!("bytes 0-{}/{}", (4_u64 << 30) - 1, 4_u64 << 30),
                )
                .body(Body::from_stream(pieces))
                .unwrap()
        }
    });
    let found = probe_at(router).await;
    assert_eq!(found.unwrap_err().code, Code::MediaBroken);
    let sent = sent.load(Ordering::SeqCst);
    assert!(sent < 64 << 20, "{sent} bytes were taken");
}
