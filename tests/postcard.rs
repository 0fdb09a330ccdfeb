//! Photos, a voice, what is said: sent with a link or a report, published, joined to a world tour, taken back.

use crate::pages::{get, post, signed_in};
use crate::support::{Fresh, work};
use crate::upload::{hidden, send_all};
use pugcast::app::App;
use pugcast::model::entry::{Entry, Kind};
use pugcast::model::submission::{MediumState, State, Submission};
use pugcast::model::task::{Step, Task};
use pugcast::model::{Clock, TaskId};
use pugcast::pipeline::Pipeline;
use pugcast::tour::{self, Month};
use pugcast::worker::{Save, Work};
use pugcast::{db, decision, queue, replay, sweep, voice};
use serde_json::Value;
use std::collections::HashSet;

const DAY_MS: i64 = 24 * 60 * 60 * 1000;
const SRT: &[u8] = "1\n00:00:01,000 --> 00:00:03,000\nGood evening from Ibadan.\n".as_bytes();

/// Half a minute of a voice: a tone that comes and goes, as a WAV file of one channel.
fn voice(seconds: u32, hertz: f64) -> Vec<u8> {
    const RATE: u32 = 16_000;
    let samples = (0..seconds * RATE).flat_map(|n| {
        let at = f64::from(n) / f64::from(RATE);
        let loud = 0.3 + 0.2 * (at * 4.0).sin();
        let sample = loud * (at * hertz * std::f64::consts::TAU).sin();
        ((sample * 32_000.0) as i16).to_le_bytes()
    });
    let data: Vec<u8> = samples.collect();
    let length = data.len() as u32;
    let mut file = b"RIFF".to_vec();
    file.extend((36 + length).to_le_bytes());
    file.extend(b"WAVEfmt \x10\0\0\0\x01\0\x01\0");
    file.extend(RATE.to_le_bytes());
    file.extend((RATE * 2).to_le_bytes());
    file.extend(b"\x02\0\x10\0data");
    file.extend(length.to_le_bytes());
    file.extend(data);
    file
}

/// A photo that says where it was taken: a JPEG with an Exif segment.
pub fn photo() -> Vec<u8> {
    let mut bytes = Vec::new();
    let pixels = image::RgbImage::from_fn(640, 480, |x, y| image::Rgb([x as u8, y as u8, 90]));
    let mut into = std::io::Cursor::new(&mut bytes);
    pixels
        .write_to(&mut into, image::ImageFormat::Jpeg)
        .unwrap();
    let exif = b"Exif\0\0MM\0*\0\0\0\x08\0\0\0\0\0\0 Ibadan 7.38 N 3.93 E";
    let mut segment = vec![0xff, 0xe1];
    segment.extend((exif.len() as u16 + 2).to_be_bytes());
    segment.extend(exif);
    bytes.splice(2..2, segment);
    bytes
}

pub fn form<'a>(key: &'a str, group: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("form_key", key),
        ("group_name", group),
        ("group_city", "Ibadan"),
        ("group_country", "NG"),
        (
            "words",
            "Rain gauges with MicroPython, from the sensor to the map.",
        ),
        ("sender_name", "Amara"),
        ("may_show", "yes"),
        ("may_copy", "yes"),
        ("licence", "CC-BY-4.0"),
        ("language", "en"),
    ]
}

/// Sends a form with files and every consent, and has the jobs done.
pub async fn sent(app: &App, fields: &[(&str, &str)], files: &[(&str, &str, &[u8])]) -> Submission {
    let mut fields = fields.to_vec();
    fields.extend([
        ("consent", "yes"),
        ("consent_voice", "yes"),
        ("consent_photos", "yes"),
        ("step", "send"),
    ]);
    let got = send_all(app, "/submit", &fields, files).await;
    assert_eq!(got.status, 303, "{}", got.body);
    let token = got.header("location").rsplit('/').next().unwrap();
    work(app).await;
    let found = db::submission::by_token(&app.db, token).await.unwrap();
    found.unwrap()
}

pub async fn published(app: &App, sent: &Submission, title: &str) -> Entry {
    let draft = db::submission::draft(&app.db, &sent.id).await.unwrap();
    let draft = db::submission::Draft {
        title: title.into(),
        ..draft.unwrap()
    };
    let entry = decision::accept(app, sent, &draft, "ada@example.org").await;
    work(app).await;
    entry.unwrap()
}

/// A report of a group with a voice on it, published.
async fn with_voice(app: &App, group: &str, hertz: f64) -> (Submission, Entry) {
    let key = format!("form key of {group}");
    let fields = form(&key[..key.len().min(32)], group);
    let voice = voice(30, hertz);
    let sent = sent(app, &fields, &[("voice", "voice.wav", &voice)]).await;
    let entry = published(app, &sent, &format!("An evening of {group}")).await;
    (sent, entry)
}

async fn feed(app: &App) -> String {
    get(app, "/podcast.xml", &[]).await.body
}

/// The addresses under `/media/` that a text names.
fn media_in(text: &str) -> HashSet<String> {
    let found = text.split("/media/").skip(1);
    let name = |rest: &str| {
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '.');
        format!("/media/{}", &rest[..end.unwrap_or(rest.len())])
    };
    found.map(name).collect()
}

fn on_disk(fresh: &Fresh) -> HashSet<String> {
    let files = std::fs::read_dir(fresh.dir.join("media")).unwrap();
    let name = |file: std::io::Result<std::fs::DirEntry>| file.unwrap().file_name();
    files
        .map(|file| name(file).into_string().unwrap())
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_voice_makes_an_episode_of_an_article() {
    for fresh in Fresh::both().await {
        let app = fresh.app(&[]).await;
        let (voice, photo) = (voice(30, 220.0), photo());
        let mut fields = form("0123456789abcdef", "PyIbadan");
        fields.push(("speaker", "Tunde"));
        let files: &[(&str, &str, &[u8])] = &[
            ("photos", "room.jpg", &photo),
            ("voice", "voice.wav", &voice),
            ("transcript", "voice.srt", SRT),
        ];
        // Without consent nothing is taken, and nothing is lost.
        let no = send_all(&app, "/submit", &fields, files).await;
        assert_eq!(no.status, 422, "{}", no.body);
        for field in ["consent_voice-fault", "consent_photos-fault"] {
            assert!(no.body.contains(field), "{field}");
        }
        assert!(
            !no.body.contains("id=\"consent-fault\""),
            "no recording, no consent"
        );
        for kept in ["room.jpg", "voice.wav", "voice.srt"] {
            assert!(no.body.contains(&format!("We have {kept}")), "{kept}");
        }
        assert!(!hidden(&no.body, "upload").is_empty());
        let sent = sent(&app, &fields, files).await;
        assert_eq!(sent.state, State::InReview);
        let media = db::medium::of(&app.db, &sent.id).await.unwrap();
        let kinds: Vec<&str> = media.iter().map(|medium| medium.kind.as_str()).collect();
        assert_eq!(kinds, ["photo", "postcard"]);
        assert!(
            media
                .iter()
                .all(|medium| medium.state == MediumState::Found)
        );
        // Who agreed to what, and when.
        let uploads = db::upload::of_submission(&app.db, &sent.id).await.unwrap();
        let voices = uploads
            .iter()
            .find(|file| file.name.ends_with(".wav"))
            .unwrap();
        assert!(
            voices
                .consent
                .as_deref()
                .unwrap()
                .contains("monthly world tour")
        );
        assert_eq!(voices.consent_by.as_deref(), Some("Amara"));
        assert_eq!(voices.speaker.as_deref(), Some("Tunde"));
        assert!(voices.consent_at.is_some());
        let text = uploads
            .iter()
            .find(|file| file.name.ends_with(".txt"))
            .unwrap();
        assert_eq!(
            (&text.consent, &text.medium_id),
            (&None, &Some(media[1].id.clone()))
        );

        let entry = published(&app, &sent, "Rain gauges").await;
        assert_eq!(entry.kind, Kind::Photos, "a voice speaks of something else");
        let page = get(&app, &format!("/entries/{}", entry.slug), &[])
            .await
            .body;
        assert!(page.contains("A postcard by <bdi>Tunde</bdi>"), "{page}");
        assert!(page.contains("Good evening from Ibadan.") && page.contains("class=\"wave\""));
        let original = format!("/media/{}", media[0].provider_id);
        assert!(
            !page.contains(&original),
            "the photo as it came says where it was taken"
        );
        assert_eq!(get(&app, &original, &[]).await.status, 404);
        for path in media_in(&page) {
            let got = get(&app, &path, &[]).await;
            assert_eq!(got.status, 200, "{path}");
            if path.ends_with(".jpg") || path.ends_with(".webp") {
                let told = got.bytes.windows(6).any(|bytes| bytes == b"Ibadan");
                assert!(!told, "{path} says where it was taken");
            }
        }
        let podcast = feed(&app).await;
        let address = format!("{}/entries/{}", app.url, entry.slug);
        for part in [
            "<enclosure ",
            "type=\"audio/mpeg\"",
            "<podcast:alternateEnclosure ",
            "type=\"text/vtt\"",
            "type=\"application/x-subrip\"",
            &format!("<podcast:contentLink href=\"{address}\">"),
        ] {
            assert!(podcast.contains(part), "{part} in {podcast}");
        }
        for path in media_in(&podcast) {
            let got = get(&app, &path, &[]).await;
            assert_eq!(got.status, 200, "{path}");
            if path.ends_with(".vtt") {
                assert!(got.body.starts_with("WEBVTT") && got.body.contains("Good evening"));
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_postcard() {
    let fresh = Fresh::lite();
    let app = fresh.app(&[]).await;
    let fields = form("0123456789abcdef", "PyIbadan");
    let (short, whole) = (voice(5, 220.0), voice(30, 220.0));
    // A page, a photo, a film's name on a text: refused at the door, each in its own words.
    for (field, name, bytes, says) in [
        (
            "voice",
            "voice.mp3",
            b"<!doctype html> and more".as_slice(),
            "no sound file",
        ),
        (
            "photos",
            "room.jpg",
            whole.as_slice(),
            "no photo that we know",
        ),
        (
            "transcript",
            "said.srt",
            whole.as_slice(),
            "be read as a transcript",
        ),
        (
            "transcript",
            "said.srt",
            b"\n \n\n\n    \n \n  ".as_slice(),
            "be read as a transcript",
        ),
    ] {
        let got = send_all(&app, "/submit", &fields, &[(field, name, bytes)]).await;
        assert_eq!(got.status, 422);
        assert!(got.body.contains(says), "{field}: {says} in {}", got.body);
        assert!(
            got.body.contains("from the sensor to the map"),
            "the words are kept"
        );
    }
    // Nothing that it speaks of, nothing that it writes down.
    let mut wordless = fields.clone();
    wordless.retain(|(name, _)| *name != "words");
    wordless.push(("consent_voice", "yes"));
    let got = send_all(&app, "/submit", &wordless, &[("voice", "v.wav", &whole)]).await;
    assert!(got.status == 422 && got.body.contains("A postcard needs what it speaks of"));
    let got = send_all(&app, "/submit", &fields, &[("transcript", "v.srt", SRT)]).await;
    assert!(got.status == 422 && got.body.contains("A transcript needs what it writes down"));
    let mut chapters = fields.clone();
    chapters.push(("chapters", "0:00 Welcome\nand then pizza"));
    let got = send_all(&app, "/submit", &chapters, &[]).await;
    assert!(got.status == 422 && got.body.contains("“and then pizza” is no chapter"));
    // Too short: the report stands without it, and its sender reads why.
    let sent = sent(&app, &fields, &[("voice", "v.wav", &short)]).await;
    assert_eq!(sent.state, State::InReview);
    let page = get(&app, &format!("/submissions/{}", sent.token), &[])
        .await
        .body;
    assert!(
        page.contains("A postcard is half a minute to three minutes long"),
        "{page}"
    );
    // Sent once more, long enough.
    let path = format!("/submissions/{}/files", sent.token);
    let got = send_all(&app, &path, &[], &[("voice", "v.wav", &whole)]).await;
    assert_eq!(got.status, 422, "{}", got.body);
    assert!(got.body.contains("consent_voice-fault") && got.body.contains("We have v.wav"));
    let token = hidden(&got.body, "upload");
    let kept = [("upload", token.as_str()), ("consent_voice", "yes")];
    let got = post(&app, &path, &kept, &[]).await;
    assert_eq!(got.status, 303, "{}", got.body);
    work(&app).await;
    let media = db::medium::of(&app.db, &sent.id).await.unwrap();
    let states: Vec<_> = media.iter().map(|medium| medium.state).collect();
    assert_eq!(states, [MediumState::Failed, MediumState::Found]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_transcript_beside_a_video_and_typed_chapters() {
    let fresh = Fresh::lite();
    let app = fresh.app(&[]).await;
    let mut fields = form("0123456789abcdef", "PyIbadan");
    fields.push((
        "chapters",
        "0:00 Welcome\n0:12 The gauge https://example.org/gauge\n9:59 Beyond",
    ));
    let recording = voice(30, 330.0);
    let files: &[(&str, &str, &[u8])] = &[
        ("file", "evening.wav", &recording),
        ("transcript", "evening.txt", b"Good evening from Ibadan."),
    ];
    let sent = sent(&app, &fields, files).await;
    let entry = published(&app, &sent, "Rain gauges").await;
    assert_eq!(
        (entry.kind, entry.chapters.lines().count()),
        (Kind::Audio, 3)
    );
    let page = get(&app, &format!("/entries/{}", entry.slug), &[])
        .await
        .body;
    assert!(
        page.contains("<p class=\"sent\" dir=\"auto\">Good evening from Ibadan."),
        "{page}"
    );
    assert!(page.contains("https://example.org/gauge") && page.contains("#t=12"));
    assert!(!page.contains("Beyond"), "what is behind the end is none");
    let podcast = feed(&app).await;
    assert!(podcast.contains("type=\"text/plain\"") && podcast.contains("<podcast:chapters "));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_world_tour_and_a_voice_that_is_taken_back() {
    for fresh in Fresh::both().await {
        let clock = Clock::fixed("2026-11-14T19:00:00Z".parse().unwrap());
        let app = fresh.app_at(&[], clock.clone()).await;
        let november = Month::from_text("2026-11").unwrap();
        let (first, of_first) = with_voice(&app, "PyIbadan", 220.0).await;
        clock.advance_ms(DAY_MS);
        let alone = tour::propose(&app, november).await.unwrap_err();
        assert!(
            alone.to_string().contains("2026-11 has 1 voices"),
            "{alone}"
        );
        with_voice(&app, "PyOsaka", 440.0).await;
        clock.advance_ms(DAY_MS);
        let (third, of_third) = with_voice(&app, "PyTartu", 330.0).await;
        // Not of this month.
        clock.advance_ms(20 * DAY_MS);
        with_voice(&app, "PyLagos", 550.0).await;
        let group = db::group::by_slug(&app.db, "pyibadan")
            .await
            .unwrap()
            .unwrap();
        let place = pugcast::model::group::Details {
            latitude: Some(7.38),
            longitude: Some(3.93),
            ..Default::default()
        };
        let mut tx = app.db.begin().await.unwrap();
        db::group::set_details(&mut tx, &group.id, &place)
            .await
            .unwrap();
        tx.commit().await.unwrap();

        // Once its month is over the service makes it by itself, and once.
        tour::turn(&app).await.unwrap();
        tour::turn(&app).await.unwrap();
        let made = tour::propose(&app, november).await.unwrap_err();
        assert!(made.to_string().contains("made already"), "{made}");
        work(&app).await;
        let id = db::tour::of_month(&app.db, "2026-11")
            .await
            .unwrap()
            .unwrap();
        let whole = db::submission::by_id(&app.db, &id).await.unwrap().unwrap();
        assert_eq!(
            (whole.state, whole.door.as_str()),
            (State::InReview, "tour")
        );
        assert!(
            !feed(&app).await.contains("World tour"),
            "an editor decides"
        );
        let entry = published(&app, &whole, &whole.title).await;
        assert_eq!(
            (entry.kind, entry.title.as_str()),
            (Kind::Audio, "World tour: November 2026")
        );
        let roster = get(&app, "/groups", &[]).await.body;
        assert!(
            !roster.contains(&format!("/groups/{}\"", entry.group_slug)),
            "it is no group"
        );

        // Its chapters: who speaks where, with a picture, at the place where they begin to.
        let (mp3, chapters) = tour_in(&app, &entry).await;
        let titles: Vec<&str> = chapters
            .iter()
            .map(|one| one["title"].as_str().unwrap())
            .collect();
        assert_eq!(
            titles,
            [
                "PyIbadan (Ibadan, Nigeria): An evening of PyIbadan",
                "PyOsaka (Ibadan, Nigeria): An evening of PyOsaka",
                "PyTartu (Ibadan, Nigeria): An evening of PyTartu",
            ]
        );
        assert_eq!(chapters[0]["location"]["geo"], "geo:7.38,3.93");
        for one in &chapters {
            let image = one["img"].as_str().unwrap().strip_prefix(&app.url).unwrap();
            assert_eq!(get(&app, image, &[]).await.status, 200);
            let page = one["url"].as_str().unwrap().strip_prefix(&app.url).unwrap();
            assert_eq!(get(&app, page, &[]).await.status, 200);
        }
        let starts: Vec<f64> = chapters
            .iter()
            .map(|one| one["startTime"].as_f64().unwrap())
            .collect();
        assert_starts(&mp3, &starts);

        // The same voices give the same bytes.
        let before = db::mastering::of_submission(&app.db, &id)
            .await
            .unwrap()
            .remove(0);
        join_again(&app, &id).await;
        let after = db::mastering::of_submission(&app.db, &id)
            .await
            .unwrap()
            .remove(0);
        assert_eq!((&before.mp3, &before.opus), (&after.mp3, &after.opus));

        // One is taken back by its sender's own link: at once nobody hears it, then the tour is joined without it.
        let held = db::medium::of(&app.db, &first.id).await.unwrap().remove(0);
        let heard = media_in(&feed(&app).await);
        let own = media_in(
            &get(&app, &format!("/entries/{}", of_first.slug), &[])
                .await
                .body,
        );
        let sounds = |paths: &HashSet<String>| {
            let is_sound = |path: &&String| {
                [".mp3", ".opus", ".wav"]
                    .iter()
                    .any(|end| path.ends_with(end))
            };
            paths.iter().filter(is_sound).cloned().collect::<Vec<_>>()
        };
        let path = format!("/submissions/{}/voices/{}/withdrawal", first.token, held.id);
        let stranger = format!("/submissions/{}/voices/{}/withdrawal", third.token, held.id);
        assert_eq!(
            post(&app, &stranger, &[], &[]).await.status,
            404,
            "not theirs to take back"
        );
        assert_eq!(post(&app, &path, &[], &[]).await.status, 303);
        let silent = feed(&app).await;
        assert!(
            !silent.contains("World tour"),
            "silent until it is joined again"
        );
        assert!(!sounds(&own).is_empty() && !sounds(&heard).is_empty());
        for path in sounds(&own) {
            assert_eq!(get(&app, &path, &[]).await.status, 404, "{path}");
        }
        let of_tour = format!("/media/{}", before.mp3);
        assert_eq!(get(&app, &of_tour, &[]).await.status, 404);
        work(&app).await;
        let (mp3, chapters) = tour_in(&app, &entry).await;
        assert_eq!(chapters.len(), 2);
        assert!(
            chapters
                .iter()
                .all(|one| !one["title"].as_str().unwrap().contains("PyIbadan"))
        );
        assert_starts(&mp3, &[0.0, chapters[1]["startTime"].as_f64().unwrap()]);
        // What was agreed to stays on record, and who took it back.
        let file = db::upload::of_submission(&app.db, &first.id)
            .await
            .unwrap()
            .remove(0);
        assert!(file.consent.is_some() && file.withdrawn_by.as_deref() == Some("sender"));
        // Nor is it in another month's tour.
        let page = get(&app, &format!("/submissions/{}", first.token), &[])
            .await
            .body;
        assert!(
            page.contains("It was taken back and is heard nowhere any more"),
            "{page}"
        );
        let voices = db::tour::voices(&app.db, 0, i64::MAX).await.unwrap();
        assert!(voices.iter().all(|(id, _)| *id != held.id) && voices.len() == 3);
        // The sweep takes its files.
        sweep::once(&app).await.unwrap();
        let gone = sounds(&heard)
            .into_iter()
            .chain(sounds(&own))
            .collect::<HashSet<_>>();
        let still = media_in(&feed(&app).await);
        assert!(gone.difference(&still).count() > 2);
        let files = on_disk(&fresh);
        assert!(!files.contains(&held.provider_id));
        for path in gone.difference(&still) {
            assert!(
                !files.contains(path.trim_start_matches("/media/")),
                "{path} is still there"
            );
        }
        for path in &still {
            assert_eq!(
                get(&app, path, &[]).await.status,
                200,
                "{path} is referenced"
            );
        }

        // An editor takes an entry off, with a reason; its voice leaves the tour as well.
        let (cookie, token) = signed_in(&app).await;
        let path = format!("/desk/submissions/{}/withdrawal", third.id);
        let headers = [("cookie", cookie.as_str())];
        let no = post(&app, &path, &[("form_token", &token)], &headers).await;
        assert!(
            no.status == 422 && no.body.contains("Say why"),
            "{}",
            no.body
        );
        let said = [
            ("form_token", token.as_str()),
            ("reason", "A name that must not be there."),
        ];
        assert_eq!(post(&app, &path, &said, &headers).await.status, 303);
        work(&app).await;
        let page = get(&app, &format!("/entries/{}", of_third.slug), &[]).await;
        assert_eq!(page.status, 410, "its tombstone");
        assert_eq!(tour_in(&app, &entry).await.1.len(), 1);
        // The last voice goes, and the tour with it.
        for stop in db::tour::stops(&app.db, &id).await.unwrap() {
            let done = pugcast::voice::take_back(
                &app,
                &stop.submission_id,
                &stop.medium_id,
                "ada@example.org",
            );
            assert!(done.await.unwrap());
        }
        work(&app).await;
        assert_eq!(
            get(&app, &format!("/entries/{}", entry.slug), &[])
                .await
                .status,
            410
        );
    }
}

/// Runs a step as a worker does, up to what it will save.
async fn run(app: &App, step: Step, subject: &str) -> Save {
    let task = Task {
        id: TaskId::mint(&app.clock, &app.random),
        step,
        subject: subject.into(),
        attempt: 1,
        max_attempts: 8,
        deaths: 0,
    };
    Pipeline(app.clone()).run(&task).await.unwrap()
}

async fn saved(app: &App, save: Save) {
    let mut tx = app.db.begin().await.unwrap();
    save(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
}

/// Nothing of a voice is there, nor comes back by trying again; the sweep takes its files.
async fn is_gone(app: &App, fresh: &Fresh, sent: &Submission, step: Step) {
    let again = db::submission::by_id(&app.db, &sent.id)
        .await
        .unwrap()
        .unwrap();
    pugcast::intake::try_again(app, &again).await.unwrap();
    work(app).await;
    let medium = db::medium::of(&app.db, &sent.id).await.unwrap().remove(0);
    assert_eq!(medium.state, MediumState::Failed, "{step:?}");
    assert_eq!(
        medium.error_code.as_deref(),
        Some(voice::TAKEN_BACK),
        "{step:?}"
    );
    assert!(
        db::mastering::of_submission(&app.db, &sent.id)
            .await
            .unwrap()
            .is_empty(),
        "{step:?}"
    );
    assert!(
        db::mastering::files_of(&app.db, &sent.id)
            .await
            .unwrap()
            .is_empty(),
        "{step:?}"
    );
    let pictures = db::picture::of_submission(&app.db, &sent.id, app.now()).await;
    assert!(pictures.unwrap().is_empty(), "{step:?}");
    sweep::once(app).await.unwrap();
    assert!(!on_disk(fresh).contains(&medium.provider_id), "{step:?}");
}

/// A job reads a voice, the voice is taken back, the job saves: nothing of the voice is there again.
#[tokio::test(flavor = "multi_thread")]
async fn a_job_that_was_at_it_brings_no_voice_back() {
    for fresh in Fresh::both().await {
        let app = fresh.app(&[]).await;
        for (n, step) in [Step::Resolve, Step::Prepare].into_iter().enumerate() {
            let key = format!("0123456789abcdef{n}");
            let mut fields = form(&key, "PyIbadan");
            fields.extend([("consent_voice", "yes"), ("step", "send")]);
            let voice_of = voice(30, 200.0 + 10.0 * n as f64);
            let got = send_all(&app, "/submit", &fields, &[("voice", "v.wav", &voice_of)]).await;
            let token = got.header("location").rsplit('/').next().unwrap();
            let sent = db::submission::by_token(&app.db, token)
                .await
                .unwrap()
                .unwrap();
            let medium = db::medium::of(&app.db, &sent.id).await.unwrap().remove(0);
            if step == Step::Prepare {
                let save = run(&app, Step::Resolve, sent.id.as_str()).await;
                saved(&app, save).await;
                let found = db::medium::of(&app.db, &sent.id).await.unwrap().remove(0);
                assert_eq!((found.state, found.prepared), (MediumState::Found, 0));
            }
            let save = run(&app, step, sent.id.as_str()).await;
            assert!(
                voice::take_back(&app, &sent.id, &medium.id, voice::SENDER)
                    .await
                    .unwrap()
            );
            saved(&app, save).await;
            is_gone(&app, &fresh, &sent, step).await;
        }
        for (n, step) in [Step::Master, Step::Tag, Step::Card]
            .into_iter()
            .enumerate()
        {
            let (sent, entry) = with_voice(&app, &format!("Py{n}"), 220.0 + 50.0 * n as f64).await;
            let medium = db::medium::of(&app.db, &sent.id).await.unwrap().remove(0);
            let drawn = db::card::of_entry(&app.db, &entry.id).await.unwrap();
            assert!(!drawn.is_empty());
            // What it has to do again.
            let mut tx = app.db.begin().await.unwrap();
            match step {
                Step::Master => db::mastering::forget(&mut tx, &medium.id).await.unwrap(),
                Step::Tag => db::mastering::replace_files(&mut tx, &medium.id, &[])
                    .await
                    .unwrap(),
                _ => db::card::replace(&mut tx, &entry.id, &[]).await.unwrap(),
            }
            tx.commit().await.unwrap();
            let subject = match step {
                Step::Master => sent.id.to_string(),
                _ => entry.id.to_string(),
            };
            let save = run(&app, step, &subject).await;
            assert!(
                voice::take_back(&app, &sent.id, &medium.id, voice::SENDER)
                    .await
                    .unwrap()
            );
            saved(&app, save).await;
            is_gone(&app, &fresh, &sent, step).await;
            let page = get(&app, &format!("/entries/{}", entry.slug), &[])
                .await
                .body;
            assert!(
                !page.contains("<audio") && !page.contains("class=\"wave\""),
                "{step:?}"
            );
            // The card shows the shape of it no more.
            let redrawn = db::card::of_entry(&app.db, &entry.id).await.unwrap();
            assert!(
                !redrawn.is_empty() && redrawn[0].drawn_from != drawn[0].drawn_from,
                "{step:?}"
            );
        }
        // No sound is left of any of them.
        let is_sound = |name: &String| {
            let ends = [".wav", ".mp3", ".opus", ".peaks"];
            ends.iter().any(|end| name.ends_with(end))
        };
        let left: Vec<String> = on_disk(&fresh).into_iter().filter(is_sound).collect();
        assert!(left.is_empty(), "{left:?}");
    }
}

/// What phones and recorders write: heard once it is mastered, whatever a browser makes of it.
#[tokio::test(flavor = "multi_thread")]
async fn what_phones_record() {
    let fresh = Fresh::lite();
    let app = fresh.app(&[]).await;
    let source = fresh.dir.join("voice.wav");
    std::fs::write(&source, voice(30, 220.0)).unwrap();
    let film = [
        "-f",
        "lavfi",
        "-i",
        "testsrc=size=320x240:rate=5",
        "-shortest",
    ];
    for (name, codec, with) in [
        ("a.m4a", "aac", &[][..]),
        ("a.3gp", "aac", &[]),
        ("a.aac", "aac", &[]),
        ("a.webm", "libopus", &[]),
        ("a.caf", "pcm_s16be", &[]),
        ("a.aiff", "pcm_s16be", &[]),
        ("film.mp4", "aac", &film),
    ] {
        let file = fresh.dir.join(name);
        let made = std::process::Command::new("ffmpeg")
            .args(["-v", "error", "-i"])
            .arg(&source)
            .args(with)
            .args(["-c:a", codec])
            .arg(&file)
            .status();
        assert!(made.unwrap().success(), "{name}");
        let bytes = std::fs::read(&file).unwrap();
        let key = format!("the form key of {name}");
        let sent = sent(&app, &form(&key, "PyIbadan"), &[("file", name, &bytes)]).await;
        let mastered = db::mastering::of_submission(&app.db, &sent.id)
            .await
            .unwrap();
        assert_eq!(mastered.len(), 1, "{name}");
        let page = get(&app, &format!("/submissions/{}", sent.token), &[])
            .await
            .body;
        assert!(
            page.contains(&format!("src=\"/media/{}\"", mastered[0].mp3)),
            "{name}: {page}"
        );
        let entry = published(&app, &sent, &format!("Rain gauges, {name}")).await;
        assert!(feed(&app).await.contains(&entry.guid()), "{name}");
        let pictures = db::picture::of_submission(&app.db, &sent.id, app.now())
            .await
            .unwrap();
        assert_eq!(
            !pictures.is_empty(),
            name == "film.mp4",
            "{name}: a film has a frame"
        );
    }
}

/// Who sends the same bytes cannot take another's voice back; an editor can, everywhere.
#[tokio::test(flavor = "multi_thread")]
async fn a_voice_is_its_senders() {
    for fresh in Fresh::both().await {
        let app = fresh.app(&[]).await;
        let (sent, entry) = with_voice(&app, "PyIbadan", 220.0).await;
        let fields = form("another form key", "PyLagos");
        let stranger = self::sent(&app, &fields, &[("voice", "v.wav", &voice(30, 220.0))]).await;
        let theirs = db::medium::of(&app.db, &stranger.id)
            .await
            .unwrap()
            .remove(0);
        let own = db::medium::of(&app.db, &sent.id).await.unwrap().remove(0);
        assert_eq!(theirs.provider_id, own.provider_id, "the same bytes");
        assert!(
            voice::take_back(&app, &stranger.id, &theirs.id, voice::SENDER)
                .await
                .unwrap()
        );
        work(&app).await;
        sweep::once(&app).await.unwrap();
        let heard = media_in(&feed(&app).await);
        assert!(heard.iter().any(|path| path.ends_with(".mp3")));
        for path in &heard {
            assert_eq!(get(&app, path, &[]).await.status, 200, "{path}");
        }
        let third = self::sent(
            &app,
            &form("a third form key", "PyTartu"),
            &[("voice", "v.wav", &voice(30, 220.0))],
        )
        .await;
        let of_third = db::medium::of(&app.db, &third.id).await.unwrap().remove(0);
        assert!(
            voice::take_back(&app, &third.id, &of_third.id, "ada@example.org")
                .await
                .unwrap()
        );
        work(&app).await;
        assert!(!feed(&app).await.contains(&entry.guid()));
    }
}

/// What an editor takes off is not shown under any name.
#[tokio::test(flavor = "multi_thread")]
async fn photos_go_with_their_entry() {
    let fresh = Fresh::lite();
    let app = fresh.app(&[]).await;
    let fields = form("0123456789abcdef", "PyIbadan");
    let sent = sent(&app, &fields, &[("photos", "room.jpg", &photo())]).await;
    let entry = published(&app, &sent, "Rain gauges").await;
    let pictures = media_in(
        &get(&app, &format!("/entries/{}", entry.slug), &[])
            .await
            .body,
    );
    assert!(pictures.len() >= 4, "{pictures:?}");
    for path in &pictures {
        assert_eq!(get(&app, path, &[]).await.status, 200, "{path}");
    }
    decision::withdraw(
        &app,
        &sent,
        "They did not want to be seen.",
        "ada@example.org",
    )
    .await
    .unwrap();
    for path in &pictures {
        assert_eq!(get(&app, path, &[]).await.status, 404, "{path}");
    }
}

/// Two months, two tours: what they share is not what makes them the same.
#[tokio::test(flavor = "multi_thread")]
async fn each_month_has_its_own_tour() {
    let fresh = Fresh::lite();
    let clock = Clock::fixed("2026-11-14T19:00:00Z".parse().unwrap());
    let app = fresh.app_at(&[], clock.clone()).await;
    for (month, hertz) in [("2026-11", 200.0), ("2026-12", 300.0)] {
        with_voice(&app, &format!("PyA {month}"), hertz).await;
        with_voice(&app, &format!("PyB {month}"), hertz + 50.0).await;
        clock.advance_ms(16 * DAY_MS);
        tour::turn(&app).await.unwrap();
        assert!(
            db::tour::of_month(&app.db, month).await.unwrap().is_none(),
            "not over for a day"
        );
        clock.advance_ms(15 * DAY_MS);
        tour::turn(&app).await.unwrap();
        work(&app).await;
        let id = db::tour::of_month(&app.db, month).await.unwrap().unwrap();
        let whole = db::submission::by_id(&app.db, &id).await.unwrap().unwrap();
        assert_eq!(whole.state, State::InReview, "{month}");
        let entry = published(&app, &whole, &whole.title).await;
        assert_eq!(tour_in(&app, &entry).await.1.len(), 2, "{month}");
    }
}

/// A voice on a video: its episode leads there, and what is said in the video stands beside it.
#[tokio::test(flavor = "multi_thread")]
async fn an_episode_leads_to_its_video() {
    let (fresh, replay) = (Fresh::lite(), replay::start().await.unwrap());
    let settings = replay.settings();
    let settings: Vec<(&str, &str)> = settings
        .iter()
        .map(|(name, value)| (&**name, &**value))
        .collect();
    let app = fresh.app(&settings).await;
    let mut fields = form("0123456789abcdef", "PyIbadan");
    let samples = replay::samples();
    let is_video = |link: &&&str| link.contains("youtu") && !link.contains("list=");
    let of_videos = samples
        .iter()
        .filter(|sample| !sample.hidden && sample.links.len() == 1);
    let video = of_videos
        .flat_map(|sample| sample.links)
        .find(is_video)
        .unwrap();
    fields.push(("links", video));
    let spoken = voice(30, 220.0);
    let files: &[(&str, &str, &[u8])] = &[("voice", "v.wav", &spoken)];
    let sent = sent(&app, &fields, files).await;
    let media = db::medium::of(&app.db, &sent.id).await.unwrap();
    assert_eq!(
        (media[0].kind.as_str(), media[1].kind.as_str()),
        ("video", "postcard")
    );
    // Sent on its own page, and for what comes first.
    let path = format!("/submissions/{}/files", sent.token);
    let got = send_all(&app, &path, &[], &[("transcript", "said.srt", SRT)]).await;
    assert_eq!(got.status, 303, "{}", got.body);
    work(&app).await;
    let sent = db::submission::by_id(&app.db, &sent.id)
        .await
        .unwrap()
        .unwrap();
    let entry = published(&app, &sent, "Rain gauges").await;
    assert_eq!(entry.kind, Kind::Video);
    let podcast = feed(&app).await;
    let link = format!(
        "<podcast:contentLink href=\"{}\">Rain gauges</podcast:contentLink>",
        media[0].canonical
    );
    assert!(podcast.contains(&link), "{link} in {podcast}");
    let page = get(&app, &format!("/entries/{}", entry.slug), &[])
        .await
        .body;
    assert!(
        page.contains("Good evening from Ibadan.") && page.contains("Transcript (WebVTT)"),
        "{page}"
    );
    // Two clicks are one.
    let again = [("consent_voice", "yes")];
    let files = db::upload::of_submission(&app.db, &sent.id).await.unwrap();
    let mut twice = again.to_vec();
    twice.extend(files.iter().map(|file| ("upload", file.token.as_str())));
    assert_eq!(post(&app, &path, &twice, &[]).await.status, 303);
}

/// A tour's sound and chapters, as its feed names them.
async fn tour_in(app: &App, entry: &Entry) -> (Vec<u8>, Vec<Value>) {
    let podcast = feed(app).await;
    let item = podcast
        .split("<item>")
        .find(|item| item.contains(&entry.guid()));
    let item = item.unwrap_or_else(|| panic!("no tour in {podcast}"));
    let address = |name: &str| {
        let told = item
            .split_once(&format!("<{name} "))
            .unwrap_or_else(|| panic!("no {name} in {item}"))
            .1;
        let (_, address) = told.split_once("url=\"").unwrap();
        let address = address.split('"').next().unwrap();
        address.strip_prefix(&app.url).unwrap().to_owned()
    };
    let mp3 = get(app, &address("enclosure"), &[]).await;
    assert_eq!(mp3.status, 200);
    let chapters = get(app, &address("podcast:chapters"), &[]).await;
    assert_eq!(chapters.header("content-type"), "application/json+chapters");
    let chapters: Value = serde_json::from_str(&chapters.body).unwrap();
    (
        mp3.bytes.to_vec(),
        chapters["chapters"].as_array().unwrap().clone(),
    )
}

async fn join_again(app: &App, id: &pugcast::model::SubmissionId) {
    let mut tx = app.db.begin().await.unwrap();
    queue::push(app, &mut tx, Step::Master, id.as_str())
        .await
        .unwrap();
    tx.commit().await.unwrap();
    work(app).await;
}

/// Each voice begins within 50 ms of its chapter: ffmpeg decodes the file, and where it is loud after a pause is where
/// a voice begins.
fn assert_starts(mp3: &[u8], starts: &[f64]) {
    const RATE: usize = 16_000;
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), mp3).unwrap();
    let decoded = std::process::Command::new("ffmpeg")
        .args(["-v", "error", "-i"])
        .arg(file.path())
        .args(["-ac", "1", "-ar", "16000", "-f", "s16le", "-"])
        .output()
        .unwrap();
    let samples: Vec<i16> = decoded
        .stdout
        .as_chunks::<2>()
        .0
        .iter()
        .map(|two| i16::from_le_bytes(*two))
        .collect();
    // Windows of ten milliseconds; a pause is two tenths of a second without a sound.
    let loud: Vec<bool> = samples
        .chunks(RATE / 100)
        .map(|window| window.iter().any(|sample| sample.unsigned_abs() > 300))
        .collect();
    let mut found = Vec::new();
    let mut quiet = 20;
    for (nth, loud) in loud.iter().enumerate() {
        if *loud && quiet >= 20 {
            found.push(nth as f64 / 100.0);
        }
        quiet = if *loud { 0 } else { quiet + 1 };
    }
    assert_eq!(found.len(), starts.len(), "{found:?} {starts:?}");
    for (found, start) in found.iter().zip(starts) {
        assert!((found - start).abs() <= 0.05, "{found} {start}");
    }
}
