//! Sound of a sender's own: in with consent, read by the jobs, heard whole or in parts.

use crate::db::answers;
use crate::pages::{Got, ask, get, post};
use crate::support::{Fresh, binary, work};
use axum::body::Body;
use axum::http::{Request, header};
use pugcast::app::App;
use pugcast::model::entry::Kind;
use pugcast::model::submission::{MediumState, State, Submission};
use pugcast::model::upload::{SentAs, Upload};
use pugcast::{db, decision, intake, sweep};
use std::process::Command;

pub const SOUND: &[u8] = include_bytes!("../src/replay/sound.mp3");
const DAY_MS: i64 = 24 * 60 * 60 * 1000;

/// A form with a recording, as a browser sends it.
async fn send(app: &App, path: &str, fields: &[(&str, &str)], name: &str, file: &[u8]) -> Got {
    send_all(app, path, fields, &[("file", name, file)]).await
}

/// A form with files, as a browser sends it: the field, the file's name, its bytes.
pub async fn send_all(
    app: &App,
    path: &str,
    fields: &[(&str, &str)],
    files: &[(&str, &str, &[u8])],
) -> Got {
    let mut body = Vec::new();
    let head = |told: &str| format!("--edge\r\nContent-Disposition: form-data; {told}\r\n\r\n");
    for (field, value) in fields {
        body.extend(head(&format!("name=\"{field}\"")).bytes());
        body.extend(format!("{value}\r\n").bytes());
    }
    for (field, name, file) in files {
        body.extend(head(&format!("name=\"{field}\"; filename=\"{name}\"")).bytes());
        body.extend(*file);
        body.extend(b"\r\n");
    }
    body.extend(b"--edge--\r\n");
    let request =
        Request::post(path).header(header::CONTENT_TYPE, "multipart/form-data; boundary=edge");
    ask(app, request.body(Body::from(body)).unwrap()).await
}

const FORM: &[(&str, &str)] = &[
    ("form_key", "0123456789abcdef"),
    ("group_name", "PyIbadan"),
    ("words", "Amara reads the rain gauge aloud."),
    ("sender_name", "Amara"),
    ("may_show", "yes"),
    ("licence", "CC-BY-4.0"),
];

/// The hidden field of a page.
pub fn hidden(page: &str, name: &str) -> String {
    let front = format!("name=\"{name}\" value=\"");
    let rest = page
        .split_once(&front)
        .unwrap_or_else(|| panic!("no {name} in {page}"))
        .1;
    rest.split('"').next().unwrap().to_owned()
}

async fn stored(app: &App, id: &pugcast::model::SubmissionId) -> Submission {
    db::submission::by_id(&app.db, id).await.unwrap().unwrap()
}

/// A submission with the sound, its jobs done.
pub async fn with_sound(app: &App) -> Submission {
    with_recording(app, "C:\\My Sounds\\evening \u{202e}1.mp3", SOUND).await
}

/// A submission with a recording, its jobs done.
pub async fn with_recording(app: &App, name: &str, bytes: &[u8]) -> Submission {
    let mut form = FORM.to_vec();
    form.push(("consent", "yes"));
    let check = send(app, "/submit", &form, name, bytes).await;
    assert_eq!(check.status, 200, "{}", check.body);
    assert!(check.body.contains("evening 1."), "{}", check.body);
    let token = hidden(&check.body, "upload");
    form.extend([("upload", token.as_str()), ("step", "send")]);
    let sent = post(app, "/submit", &form, &[]).await;
    assert_eq!(sent.status, 303, "{}", sent.body);
    let status = sent.header("location").to_owned();
    let again = post(app, "/submit", &form, &[]).await;
    assert_eq!(
        again.header("location"),
        status,
        "the same form twice is one submission"
    );
    work(app).await;
    let token = status.rsplit('/').next().unwrap();
    let got = db::submission::by_token(&app.db, token)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(
        got.state,
        State::InReview,
        "{:?}",
        db::medium::of(&app.db, &got.id).await.unwrap()
    );
    got
}

#[tokio::test(flavor = "multi_thread")]
async fn from_the_form_to_the_ear() {
    for fresh in Fresh::both().await {
        let app = fresh.app(&[]).await;
        let sent = with_sound(&app).await;
        let media = db::medium::of(&app.db, &sent.id).await.unwrap();
        assert_eq!((media.len(), media[0].state), (1, MediumState::Found));
        let uploads = db::upload::of_submission(&app.db, &sent.id).await.unwrap();
        let consent = uploads[0].consent.as_deref().unwrap();
        assert!(
            consent.starts_with("Everybody who speaks in the recording agreed"),
            "{consent}"
        );
        assert_eq!(uploads[0].consent_by.as_deref(), Some("Amara"));
        assert!(uploads[0].consent_at.is_some());

        let draft = db::submission::draft(&app.db, &sent.id)
            .await
            .unwrap()
            .unwrap();
        let draft = db::submission::Draft {
            title: "The rain gauge".into(),
            ..draft
        };
        let entry = decision::accept(&app, &sent, &draft, "ada@example.org")
            .await
            .unwrap();
        assert_eq!(entry.kind, Kind::Audio);
        let page = get(&app, &format!("/entries/{}", entry.slug), &[]).await;
        let path = media[0].canonical.clone();
        assert!(
            page.body
                .contains("<audio controls preload=\"metadata\" src=\"/media/")
        );
        assert!(!page.body.contains(&path), "what was mastered is heard");
        assert!(
            page.header("content-security-policy")
                .contains("media-src 'self'")
        );

        let whole = get(&app, &path, &[("accept-encoding", "gzip")]).await;
        assert_eq!(
            (whole.status.as_u16(), whole.header("content-type")),
            (200, "audio/mpeg")
        );
        assert_eq!(whole.header("content-length"), SOUND.len().to_string());
        assert_eq!(
            (
                whole.header("accept-ranges"),
                whole.header("content-encoding")
            ),
            ("bytes", "")
        );
        assert_eq!(whole.bytes, SOUND);
        let etag = whole.header("etag").to_owned();

        let head = ask(&app, Request::head(&path).body(Body::empty()).unwrap()).await;
        assert_eq!((head.status.as_u16(), head.bytes.len()), (200, 0));
        assert_eq!(head.header("content-length"), SOUND.len().to_string());

        let part = get(&app, &path, &[("range", "bytes=100-199")]).await;
        assert_eq!(part.status, 206);
        assert_eq!(
            part.header("content-range"),
            format!("bytes 100-199/{}", SOUND.len())
        );
        assert_eq!(part.bytes, SOUND[100..200]);
        let part = get(&app, &path, &[("range", "bytes=-50"), ("if-range", &etag)]).await;
        assert_eq!(
            (part.status.as_u16(), part.bytes.as_slice()),
            (206, &SOUND[SOUND.len() - 50..])
        );
        let other = get(
            &app,
            &path,
            &[("range", "bytes=0-9"), ("if-range", "\"other\"")],
        )
        .await;
        assert_eq!(
            (other.status.as_u16(), other.bytes.len()),
            (200, SOUND.len())
        );
        let beyond = get(
            &app,
            &path,
            &[("range", &format!("bytes={}-", SOUND.len()))],
        )
        .await;
        assert_eq!(beyond.status, 416);
        assert_eq!(
            beyond.header("content-range"),
            format!("bytes */{}", SOUND.len())
        );
        let known = get(&app, &path, &[("if-none-match", &etag)]).await;
        assert_eq!((known.status.as_u16(), known.bytes.len()), (304, 0));
        for wrong in [
            "/media/..%2f..%2fetc%2fpasswd.mp3",
            "/media/00000000000000000000000000000000.mp3",
        ] {
            assert_eq!(get(&app, wrong, &[]).await.status, 404, "{wrong}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn no_consent_no_sound() {
    for fresh in Fresh::both().await {
        let app = fresh.app(&[]).await;
        let got = send(&app, "/submit", FORM, "evening.mp3", SOUND).await;
        assert_eq!(got.status, 422);
        assert!(
            got.body
                .contains("everybody who is heard or seen in it agreed")
                && got.body.contains("evening.mp3 (35 kB)")
        );
        let token = hidden(&got.body, "upload");
        let unsent = db::upload::loose(&app.db, &token).await.unwrap().unwrap();
        let path = format!("/media/{}", unsent.name);
        assert_eq!(
            get(&app, &path, &[]).await.status,
            404,
            "nobody hears what was not sent"
        );
        // It can be left out again.
        let mut form = FORM.to_vec();
        form.extend([("upload", token.as_str()), ("without_file", token.as_str())]);
        let check = post(&app, "/submit", &form, &[]).await;
        assert_eq!(check.status, 200, "{}", check.body);
        assert!(!check.body.contains("evening.mp3") && !check.body.contains(&token));
        // The file need not be sent again.
        let mut form = FORM.to_vec();
        form.extend([
            ("upload", token.as_str()),
            ("consent", "yes"),
            ("step", "send"),
        ]);
        assert_eq!(post(&app, "/submit", &form, &[]).await.status, 303);
        // Another form cannot take it as well.
        form[0] = ("form_key", "another-form-key");
        let stolen = post(&app, "/submit", &form, &[]).await;
        assert_eq!(stolen.status, 422);
        assert!(stolen.body.contains("A file is not here any more"));
        let all = db::submission::in_state(&app.db, State::Received, 9)
            .await
            .unwrap();
        assert_eq!(all.len(), 1, "nothing half stored");
        decision_no(&app, &all[0]).await;
        assert_eq!(
            get(&app, &path, &[]).await.status,
            404,
            "nor what was declined"
        );
    }
}

async fn decision_no(app: &App, sent: &Submission) {
    work(app).await;
    let sent = stored(app, &sent.id).await;
    decision::decline(app, &sent, "Not a meeting.", "ada@example.org")
        .await
        .unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_sound() {
    let fresh = Fresh::lite();
    let app = fresh.app(&[("PUGCAST_UPLOAD_MIB", "1")]).await;
    let mut form = FORM.to_vec();
    form.push(("consent", "yes"));
    let long = [SOUND, &vec![0; 5 << 20]].concat();
    for (name, file, says) in [
        (
            "a.mp3",
            b"<!doctype html><p>hello</p>".as_slice(),
            "no sound file that we know",
        ),
        ("a.mp3", b"".as_slice(), "no sound file that we know"),
        ("a.mp3", b"ID3".as_slice(), "no sound file that we know"),
        (
            "a.mp3",
            b"\x89PNG\r\n\x1a\n0000000000".as_slice(),
            "no sound file that we know",
        ),
        ("a.mp3", &long[..(3 << 19)], "larger than 1 MiB"),
    ] {
        let got = send(&app, "/submit", &form, name, file).await;
        assert_eq!(got.status, 422, "{says}");
        assert!(
            got.body.contains(says) && got.body.contains("Amara reads the rain gauge aloud."),
            "{says}: {}",
            got.body
        );
    }
    let none = send(&app, "/submit", &form, "", b"").await;
    assert_eq!(
        none.status, 200,
        "no file chosen is no fault: {}",
        none.body
    );
    // Far more than is taken is not read to its end.
    assert_eq!(
        send(&app, "/submit", &form, "a.mp3", &long).await.status,
        413
    );
    // It begins like an MP3 and is none: the jobs say so, to the sender as well, and the words beside it stay.
    let broken = [b"ID3\x04\0\0\0\0\0\0".as_slice(), &[7; 5000]].concat();
    let check = send(&app, "/submit", &form, "a.mp3", &broken).await;
    let token = hidden(&check.body, "upload");
    form.extend([("upload", token.as_str()), ("step", "send")]);
    let sent = post(&app, "/submit", &form, &[]).await;
    work(&app).await;
    let page = get(&app, sent.header("location"), &[]).await;
    assert!(
        page.body.contains("cannot be read as sound") && page.body.contains("Add files"),
        "{}",
        page.body
    );
    let waiting = db::submission::in_state(&app.db, State::InReview, 9)
        .await
        .unwrap();
    let path = &db::medium::of(&app.db, &waiting[0].id).await.unwrap()[0].canonical;
    assert_eq!(get(&app, path, &[]).await.status, 404, "nobody hears it");
    let draft = db::submission::draft(&app.db, &waiting[0].id)
        .await
        .unwrap();
    let draft = db::submission::Draft {
        title: "Words".into(),
        ..draft.unwrap()
    };
    let entry = decision::accept(&app, &waiting[0], &draft, "ada@example.org")
        .await
        .unwrap();
    assert_eq!(entry.kind, Kind::Report);
    // No more waits for forms than twenty of the largest.
    let mut tx = app.db.begin().await.unwrap();
    let much = Upload {
        size: 21 << 20,
        ..pugcast::upload::loose(
            &app,
            "much".into(),
            "0.mp3".into(),
            "m.mp3".into(),
            SentAs::Recording,
        )
    };
    db::upload::add(&mut tx, &much).await.unwrap();
    tx.commit().await.unwrap();
    assert!(db::upload::loose_bytes(&app.db).await.unwrap() >= 21 << 20);
    let busy = send(&app, "/submit", FORM, "a.mp3", SOUND).await;
    assert_eq!(busy.status, 422);
    assert!(
        busy.body.contains("choose the file again in an hour"),
        "{}",
        busy.body
    );
    // Nothing of what was refused is left in the store.
    let files = std::fs::read_dir(fresh.dir.join("media")).unwrap();
    let files: Vec<String> = files
        .map(|file| file.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    let files: Vec<&String> = files.iter().filter(|name| name.ends_with(".mp3")).collect();
    let begun = std::fs::read_dir(fresh.dir.join("media/incoming")).unwrap();
    assert_eq!(begun.count(), 0, "nothing half taken stays");
    assert_eq!(files.len(), 1, "{files:?}");
}

/// A recording that comes later: the jobs look again, and the editor's words stay.
#[tokio::test(flavor = "multi_thread")]
async fn added_on_the_status_page() {
    for fresh in Fresh::both().await {
        let app = fresh.app(&[]).await;
        let sent = intake::receive(&app, &answers(""), "form", "k")
            .await
            .unwrap();
        work(&app).await;
        let sent = stored(&app, &sent.id).await;
        let mut draft = db::submission::draft(&app.db, &sent.id)
            .await
            .unwrap()
            .unwrap();
        draft.title = "An editor's title".into();
        decision::save_draft(&app, &sent, &draft, &[])
            .await
            .unwrap();
        let path = format!("/submissions/{}/files", sent.token);
        let no = send(&app, &path, &[], "a.mp3", SOUND).await;
        assert_eq!(no.status, 422);
        assert!(
            no.body
                .contains("everybody who is heard or seen in it agreed")
        );
        let yes = send(&app, &path, &[("consent", "yes")], "a.mp3", SOUND).await;
        assert_eq!(yes.status, 303, "{}", yes.body);
        work(&app).await;
        let now = stored(&app, &sent.id).await;
        assert_eq!(now.state, State::InReview);
        let draft = db::submission::draft(&app.db, &sent.id)
            .await
            .unwrap()
            .unwrap();
        assert_eq!(draft.title, "An editor's title");
        let twice = send(&app, &path, &[("consent", "yes")], "a.mp3", SOUND).await;
        assert_eq!(twice.status, 422);
        assert!(twice.body.contains("is here already"));
        let entry = decision::accept(&app, &now, &draft, "ada@example.org")
            .await
            .unwrap();
        assert_eq!(entry.kind, Kind::Audio);
        let late = send(
            &app,
            &path,
            &[("consent", "yes")],
            "b.mp3",
            &[SOUND, b"\0"].concat(),
        )
        .await;
        assert_eq!(
            late.status, 422,
            "what is published is not changed from outside"
        );
    }
}

/// What was never sent goes after a day; what was sent stays.
#[tokio::test(flavor = "multi_thread")]
async fn swept_after_a_day() {
    for fresh in Fresh::both().await {
        let app = fresh.app(&[]).await;
        let kept = with_sound(&app).await;
        let other = [SOUND, b"\0"].concat();
        let check = send(&app, "/submit", FORM, "b.mp3", &other).await;
        let token = hidden(&check.body, "upload");
        let loose = db::upload::loose(&app.db, &token).await.unwrap().unwrap();
        let same = send(&app, "/submit", FORM, "c.mp3", SOUND).await;
        let same = hidden(&same.body, "upload");
        sweep::once(&app).await.unwrap();
        assert!(
            db::upload::loose(&app.db, &token).await.unwrap().is_some(),
            "a day is not over"
        );
        let mut tx = app.db.begin().await.unwrap();
        let gone = db::upload::sweep(&mut tx, app.now() + DAY_MS)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        assert_eq!(
            gone,
            [loose.name],
            "the same bytes under another token stay"
        );
        assert!(db::upload::loose(&app.db, &same).await.unwrap().is_none());
        let kept = db::upload::of_submission(&app.db, &kept.id).await.unwrap();
        let heard = db::upload::hearing(&app.db, &kept[0].name).await.unwrap();
        assert!(heard.is_some());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn by_the_command() {
    let fresh = Fresh::lite();
    let app = fresh.app(&[]).await;
    let file = fresh.dir.join("evening.mp3");
    std::fs::write(&file, SOUND).unwrap();
    let run = |audio: &std::path::Path, more: &[&str]| {
        Command::new(binary())
            .args([
                "submit",
                "--group",
                "PyIbadan",
                "--name",
                "Amara",
                "--may-show",
                "--licence",
                "CC-BY-4.0",
                "--audio",
            ])
            .arg(audio)
            .args(more)
            .env("DATABASE_URL", &fresh.url)
            .env("PUGCAST_MEDIA_DIR", fresh.dir.join("media"))
            .output()
            .unwrap()
    };
    let no = run(&file, &[]);
    let says = String::from_utf8_lossy(&no.stderr).into_owned();
    assert!(
        !no.status.success() && says.contains("consent (consent-missing)"),
        "{says}"
    );
    let missing = run(&fresh.dir.join("none.mp3"), &["--consent"]);
    assert!(
        !missing.status.success()
            && String::from_utf8_lossy(&missing.stderr).contains("none.mp3 was not sent")
    );
    let text = fresh.dir.join("text.mp3");
    std::fs::write(&text, "words and more words").unwrap();
    let text = run(&text, &["--consent"]);
    assert!(
        !text.status.success()
            && String::from_utf8_lossy(&text.stderr).contains("no recording that we know")
    );
    let (yes, again) = (run(&file, &["--consent"]), run(&file, &["--consent"]));
    assert!(
        yes.status.success(),
        "{}",
        String::from_utf8_lossy(&yes.stderr)
    );
    assert_eq!(
        yes.stdout, again.stdout,
        "the same command twice is one submission"
    );
    work(&app).await;
    assert_eq!(
        db::submission::in_state(&app.db, State::InReview, 9)
            .await
            .unwrap()
            .len(),
        1
    );
}

/// Fields that fill the form to its last byte, and then more of them; and a file that stops half way.
#[tokio::test(flavor = "multi_thread")]
async fn a_form_has_an_end() {
    let fresh = Fresh::lite();
    let app = fresh.app(&[]).await;
    let whole = "x".repeat(256 << 10);
    let more = "y".repeat(1 << 20);
    let fields = [("words", whole.as_str()), ("title", more.as_str())];
    let got = send(&app, "/submit", &fields, "", b"").await;
    assert_eq!(got.status, 413, "not a byte more than a form may have");

    let mut receiving = pugcast::upload::Receiving::begin(&app, SentAs::Recording, "a.mp3")
        .await
        .unwrap();
    receiving.push(SOUND.into()).await.unwrap();
    drop(receiving);
    let left = pugcast::upload::Receiving::begin(&app, SentAs::Recording, "b.mp3")
        .await
        .unwrap();
    std::mem::forget(left); // as when the process dies
    app.store.sweep(std::time::Duration::ZERO).await.unwrap();
    let mut files = Vec::new();
    let mut folders = vec![fresh.dir.join("media")];
    while let Some(folder) = folders.pop() {
        for file in std::fs::read_dir(folder).unwrap() {
            let path = file.unwrap().path();
            match path.is_dir() {
                true => folders.push(path),
                false => files.push(path),
            }
        }
    }
    assert!(files.is_empty(), "{files:?}");
}
