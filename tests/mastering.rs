//! A recording that was sent: brought to one loudness, given its entry's words, heard, and gone with its entry.

use crate::db::answers;
use crate::pages::{ask, get};
use crate::support::{Fresh, work};
use crate::upload::{SOUND, with_recording, with_sound};
use axum::body::Body;
use axum::http::Request;
use pugcast::app::App;
use pugcast::model::answers::Answers;
use pugcast::model::entry::Entry;
use pugcast::model::submission::Submission;
use pugcast::model::task::Step;
use pugcast::model::upload::{Agreed, SentAs, Upload};
use pugcast::upload::{self, Receiving};
use pugcast::{db, decision, double, intake, queue, sweep, voice};
use serde_json::Value;
use std::process::Command;

/// What ffprobe reads of a file.
fn probed(bytes: &[u8]) -> Value {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), bytes).unwrap();
    let shown = Command::new("ffprobe")
        .args([
            "-v",
            "error",
            "-show_format",
            "-show_chapters",
            "-of",
            "json",
        ])
        .arg(file.path())
        .output()
        .unwrap();
    serde_json::from_slice(&shown.stdout).unwrap()
}

async fn published(app: &App, sent: &Submission, words: &str) -> Entry {
    let draft = db::submission::draft(&app.db, &sent.id)
        .await
        .unwrap()
        .unwrap();
    let draft = db::submission::Draft {
        title: "The rain gauge".into(),
        words: words.into(),
        ..draft
    };
    let entry = decision::accept(app, sent, &draft, "ada@example.org")
        .await
        .unwrap();
    work(app).await;
    entry
}

async fn heard(app: &App, sent: &Submission) -> (String, i64) {
    let shown = db::medium::shown(&app.db, &sent.id).await.unwrap();
    (
        shown[0].enclosure_url.clone().unwrap(),
        shown[0].enclosure_size.unwrap(),
    )
}

#[tokio::test(flavor = "multi_thread")]
async fn a_recording_becomes_an_episode() {
    for fresh in Fresh::both().await {
        let app = fresh.app(&[]).await;
        let sent = with_sound(&app).await;
        let made = db::mastering::of_submission(&app.db, &sent.id)
            .await
            .unwrap();
        assert_eq!(made.len(), 1);
        assert!((made[0].loudness + 1600).abs() <= 50, "{made:?}");
        assert!(made[0].true_peak <= -100, "{made:?}");
        let (bare, _) = heard(&app, &sent).await;
        assert_eq!(
            bare,
            format!("/media/{}", made[0].mp3),
            "an editor hears it so"
        );

        let asked = get(&app, &bare, &[]).await;
        assert_eq!(asked.header("cache-control"), "private, no-cache");

        let words = "What the gauge said.\n\n00:00 The gauge\n\n00:02 The answer";
        let entry = published(&app, &sent, words).await;
        let (url, size) = heard(&app, &sent).await;
        assert_ne!(url, bare);
        let got = get(&app, &url, &[]).await;
        assert_eq!((got.status.as_u16(), got.bytes.len() as i64), (200, size));
        assert!(got.header("cache-control").starts_with("public, "));
        let head = ask(&app, Request::head(&url).body(Body::empty()).unwrap()).await;
        assert_eq!(head.header("content-length"), size.to_string());
        let probe = probed(&got.bytes);
        assert_eq!(probe["format"]["tags"]["title"], "The rain gauge");
        assert_eq!(probe["chapters"][1]["tags"]["title"], "The answer");

        let files = db::mastering::files_of(&app.db, &sent.id).await.unwrap();
        let kinds: Vec<&str> = files.iter().map(|file| file.used_as.as_str()).collect();
        assert_eq!(kinds, ["chapters", "mp3", "opus"]);
        let feed = get(&app, "/podcast.xml", &[]).await.body;
        assert!(
            feed.contains(&format!("{url}\" length=\"{size}\" type=\"audio/mpeg\"")),
            "{feed}"
        );
        for file in &files {
            assert!(
                feed.contains(&format!("/media/{}", file.name)),
                "{} {feed}",
                file.used_as
            );
            let got = get(&app, &format!("/media/{}", file.name), &[]).await;
            assert_eq!(
                (got.status.as_u16(), got.bytes.len() as i64),
                (200, file.size)
            );
        }
        assert!(feed.contains("<podcast:alternateEnclosure"), "{feed}");

        // The same words make the same files; nothing that is named goes with a sweep.
        let mut tx = app.db.begin().await.unwrap();
        queue::push(&app, &mut tx, Step::Tag, entry.id.as_str())
            .await
            .unwrap();
        tx.commit().await.unwrap();
        work(&app).await;
        assert_eq!(
            db::mastering::files_of(&app.db, &sent.id).await.unwrap(),
            files
        );
        sweep::once(&app).await.unwrap();
        let names = files.iter().map(|file| &file.name);
        let names: Vec<String> = names
            .chain([&made[0].mp3, &made[0].opus, &made[0].peaks])
            .cloned()
            .collect();
        for name in &names {
            assert!(app.store.size(name).await.unwrap().is_some(), "{name}");
        }

        let mut tx = app.db.begin().await.unwrap();
        assert!(
            db::entry::withdraw(&mut tx, &entry.id, "ada@example.org", app.now())
                .await
                .unwrap()
        );
        tx.commit().await.unwrap();
        for name in &names {
            let got = get(&app, &format!("/media/{name}"), &[]).await;
            assert_eq!(got.status, 404, "{name}");
        }
    }
}

/// Two seconds of nothing, as a phone in a pocket records them.
fn nothing() -> Vec<u8> {
    let mut wav = b"RIFF\x24\xee\x02\0WAVEfmt \x10\0\0\0\x01\0\x01\0\x80\xbb\0\0\0\x77\x01\0\x02\0\x10\0data\0\xee\x02\0".to_vec();
    wav.resize(44 + 192_000, 0);
    wav
}

async fn uploaded(app: &App, name: &str, bytes: &[u8]) -> Upload {
    let mut receiving = Receiving::begin(app, SentAs::Recording, name)
        .await
        .unwrap();
    receiving.push(bytes.to_vec().into()).await.unwrap();
    receiving.finish().await.unwrap()
}

/// It stays as it was sent, and costs the next one nothing; asking again tries it no more.
#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_mastered_stays_and_says_why() {
    for fresh in Fresh::both().await {
        let app = fresh.app(&[]).await;
        let sent = with_recording(&app, "evening 1.wav", &nothing()).await;
        let mastered = async || {
            db::mastering::of_submission(&app.db, &sent.id)
                .await
                .unwrap()
        };
        assert!(mastered().await.is_empty());
        let (url, _) = heard(&app, &sent).await;
        assert_eq!(get(&app, &url, &[]).await.bytes, nothing());

        let second = uploaded(&app, "evening 2.mp3", SOUND).await;
        let sent = db::submission::by_id(&app.db, &sent.id)
            .await
            .unwrap()
            .unwrap();
        let agreed = Agreed {
            with: vec![SentAs::Recording],
            speaker: String::new(),
        };
        let fault = upload::add(&app, &sent, &[second], &agreed).await.unwrap();
        assert!(fault.is_none());
        work(&app).await;
        assert_eq!(mastered().await.len(), 1);
        let events = db::event::of(&app.db, sent.id.as_str()).await.unwrap();
        let said: Vec<_> = events
            .iter()
            .filter(|event| event.change == "not-mastered")
            .collect();
        assert_eq!(said.len(), 1, "{said:?}");
        let reason = said[0].reason.as_deref().unwrap();
        assert!(reason.starts_with("sound-broken: "), "{reason}");
    }
}

/// One evening's sound that is joined to another's entry is heard as long as that is.
#[tokio::test(flavor = "multi_thread")]
async fn a_copy_is_heard_with_what_it_was_joined_to() {
    for fresh in Fresh::both().await {
        let app = fresh.app(&[]).await;
        let target = with_recording(&app, "evening 1.wav", &nothing()).await;
        let entry = published(&app, &target, "The evening.").await;
        let answers = Answers {
            links: String::new(),
            words: "The same evening, by another phone.".into(),
            upload: uploaded(&app, "evening.mp3", SOUND).await.token,
            consent: "yes".into(),
            ..answers("")
        };
        let copy = intake::receive(&app, &answers, "form", "another form")
            .await
            .unwrap();
        work(&app).await;
        let copy = db::submission::by_id(&app.db, &copy.id)
            .await
            .unwrap()
            .unwrap();
        let target = db::submission::by_id(&app.db, &target.id)
            .await
            .unwrap()
            .unwrap();
        let joined = double::join(&app, &copy, &target, "ada@example.org").await;
        assert_eq!(joined.unwrap(), 1);
        work(&app).await;
        let files = db::mastering::files_of(&app.db, &target.id).await.unwrap();
        let mp3 = files.iter().find(|file| file.used_as == "mp3").unwrap();
        let path = format!("/media/{}", mp3.name);
        let got = get(&app, &path, &[]).await;
        assert_eq!(got.status, 200);
        assert_eq!(
            probed(&got.bytes)["format"]["tags"]["title"],
            "The rain gauge"
        );
        let own = db::mastering::of_submission(&app.db, &copy.id)
            .await
            .unwrap();
        let bare = format!("/media/{}", own[0].mp3);
        assert_eq!(get(&app, &bare, &[]).await.status, 200);

        // Whoever spoke takes it back where they sent it: it goes from where it was copied to, though somebody wrote
        // down there what is said.
        let media = db::medium::of(&app.db, &target.id).await.unwrap();
        let copied = media
            .iter()
            .find(|medium| medium.typed == "evening.mp3")
            .unwrap();
        let text = upload::loose(
            &app,
            "a text".into(),
            "0.txt".into(),
            "said.srt".into(),
            SentAs::Transcript,
        );
        let mut tx = app.db.begin().await.unwrap();
        db::upload::add(&mut tx, &text).await.unwrap();
        let nobody = db::upload::Consent::default();
        assert!(
            db::upload::claim(&mut tx, &text.token, &copied.id, &nobody, app.now())
                .await
                .unwrap()
        );
        tx.commit().await.unwrap();
        let sent = db::medium::of(&app.db, &copy.id).await.unwrap().remove(0);
        assert!(
            voice::take_back(&app, &copy.id, &sent.id, voice::SENDER)
                .await
                .unwrap()
        );
        work(&app).await;
        for path in [path, bare] {
            assert_eq!(get(&app, &path, &[]).await.status, 404, "{path}");
        }
        assert!(
            db::mastering::of_submission(&app.db, &target.id)
                .await
                .unwrap()
                .is_empty()
        );
        let gone = db::entry::by_id(&app.db, &entry.id).await.unwrap();
        assert!(gone.is_some(), "it has its own recording still");
    }
}
