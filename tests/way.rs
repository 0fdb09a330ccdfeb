//! One link's whole way through the real pipeline, and what each misbehaviour of a provider comes to.

use crate::db::answers;
use crate::pages;
use crate::support::{Fresh, work};
use pugcast::app::App;
use pugcast::db;
use pugcast::decision;
use pugcast::intake;
use pugcast::model::answers::Answers;
use pugcast::model::entry::Kind;
use pugcast::model::submission::{MediumState, State, Submission};
use pugcast::pipeline::Pipeline;
use pugcast::replay::{self, Replay};
use pugcast::worker;
use std::os::unix::fs::PermissionsExt;
use std::sync::Arc;
use std::time::Duration;
use tokio_util::sync::CancellationToken;

/// An app that asks the stand-in, with quick retries.
pub async fn app(fresh: &Fresh, replay: &Replay, more: &[(&str, &str)]) -> App {
    let mut settings = replay.settings();
    for (name, value) in [
        ("PUGCAST_BACKOFF_MS", "5"),
        ("PUGCAST_MAX_ATTEMPTS", "3"),
        ("PUGCAST_FETCH_SECONDS", "5"),
    ]
    .iter()
    .chain(more)
    {
        settings.retain(|(known, _)| known != name);
        settings.push(((*name).into(), (*value).into()));
    }
    let settings: Vec<(&str, &str)> = settings
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    fresh.app(&settings).await
}

/// Sends links and lets the real workers go until the queue is quiet; the submission then.
pub async fn send(app: &App, links: &str) -> Submission {
    let sent = intake::receive(app, &answers(links), "form", &app.random.token())
        .await
        .unwrap();
    work(app).await;
    db::submission::by_id(&app.db, &sent.id)
        .await
        .unwrap()
        .unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_each_misbehaviour_comes_to() {
    let replay = replay::start().await.unwrap();
    let mut judged = 0;
    let fresh = Fresh::lite();
    let app = app(&fresh, &replay, &[]).await;
    for (id, says) in replay::ODD_VIDEOS {
        let (state, medium, code) = match *id {
            "pugGone0001" => (State::Unavailable, MediumState::Failed, Some("gone")),
            "pugPrivate1" => (State::Unavailable, MediumState::Failed, Some("private")),
            "pugNoEmbed1" => (
                State::Unavailable,
                MediumState::Failed,
                Some("embedding-off"),
            ),
            "pugLive0001" | "pugUpcoming" => (
                State::Unavailable,
                MediumState::Failed,
                Some("not-yet-recorded"),
            ),
            "pugHtml0001" | "pugEmpty001" => {
                (State::Failed, MediumState::Waiting, Some("provider-reply"))
            }
            "pugBad502_1" => (State::Failed, MediumState::Waiting, Some("provider-busy")),
            "pugEndless1" => (State::Unavailable, MediumState::Failed, Some("too-large")),
            // The Data API's client follows no redirect; a reply that is none is what is left.
            "pugToLocal1" | "pugToMeta01" => {
                (State::Failed, MediumState::Waiting, Some("provider-busy"))
            }
            "pugHangs001" => (State::Failed, MediumState::Waiting, Some("timeout")),
            "pugBusy429a" | "pugFails2x1" => (State::InReview, MediumState::Found, None),
            "pugThumbBad" | "pugThumbHtm" => {
                (State::InReview, MediumState::Found, Some("media-broken"))
            }
            "pugThumb404" => (State::InReview, MediumState::Found, Some("gone")),
            "pugThumbOut" => (State::InReview, MediumState::Found, None),
            other => panic!("no expectation for {other}"),
        };
        let got = send(&app, &format!("https://youtu.be/{id}")).await;
        let media = db::medium::of(&app.db, &got.id).await.unwrap();
        let seen = (
            got.state,
            media[0].state,
            got.error_code.as_deref().or(media[0].error_code.as_deref()),
        );
        assert_eq!(seen, (state, medium, code), "{id}: {says}");
        assert_eq!(got.words, answers("").words, "{id}: kept word for word");
        judged += 1;
    }
    assert_eq!(judged, replay::ODD_VIDEOS.len());
    // The dead letters are those of the failed ones, and each says why.
    let dead = db::task::dead(&app.db, 99).await.unwrap();
    assert_eq!(dead.len(), 6, "{dead:?}");
    assert!(dead.iter().all(|letter| letter.error.is_some()));
    assert!(
        !replay
            .asked()
            .iter()
            .any(|line| line.contains("replay-key"))
    );
}

/// The same by oEmbed, where redirects are followed by our own client, hop by hop.
#[tokio::test(flavor = "multi_thread")]
async fn without_a_key() {
    let replay = replay::start().await.unwrap();
    let fresh = Fresh::lite();
    let app = app(
        &fresh,
        &replay,
        &[("PUGCAST_YOUTUBE_KEY", ""), ("PUGCAST_FLICKR_KEY", "")],
    )
    .await;
    for (id, state, code) in [
        ("pugGone0001", State::Unavailable, Some("gone")),
        ("pugPrivate1", State::Unavailable, Some("private")),
        ("pugNoEmbed1", State::Unavailable, Some("embedding-off")),
        ("pugToLocal1", State::Unavailable, Some("address-refused")),
        ("pugToMeta01", State::Unavailable, Some("address-refused")),
        ("pugEndless1", State::Unavailable, Some("too-large")),
        ("pugHtml0001", State::Failed, Some("provider-reply")),
        ("pugGoodVid1", State::InReview, None),
    ] {
        let got = send(&app, &format!("https://youtu.be/{id}")).await;
        assert_eq!(
            (got.state, got.error_code.as_deref()),
            (state, code),
            "{id}"
        );
    }
    let photo = send(&app, "https://www.flickr.com/photos/sample/70000000061/").await;
    assert_eq!(photo.state, State::InReview);
    let pictures = db::picture::of_submission(&app.db, &photo.id, app.now())
        .await
        .unwrap();
    assert!(
        !pictures.is_empty() && pictures.iter().all(|picture| picture.keep_until.is_none()),
        "a licensed copy stays"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_and_quotas() {
    for (key, code, open) in [("bad-key", Some("provider-key"), 0), ("quota-key", None, 1)] {
        let replay = replay::start().await.unwrap();
        let fresh = Fresh::lite();
        let app = app(&fresh, &replay, &[("PUGCAST_YOUTUBE_KEY", key)]).await;
        let sent = intake::receive(&app, &answers(replay::GOOD_LINK), "form", "k")
            .await
            .unwrap();
        let stop = CancellationToken::new();
        let worker = tokio::spawn(worker::run(
            app.clone(),
            Arc::new(Pipeline(app.clone())),
            stop.clone(),
        ));
        let mut tick = tokio::time::interval(Duration::from_millis(10));
        while db::task::depth(&app.db, app.now()).await.unwrap().1 > 0 || replay.asked().is_empty()
        {
            tick.tick().await;
        }
        stop.cancel();
        worker.await.unwrap();
        let now = db::submission::by_id(&app.db, &sent.id)
            .await
            .unwrap()
            .unwrap();
        let depth = db::task::depth(&app.db, app.now()).await.unwrap();
        if open == 1 {
            // A used-up quota waits for the provider's midnight, at least minutes and at most a day away.
            let due = db::task::next_due(&app.db).await.unwrap().unwrap() - app.now();
            assert!((1..=25 * 3600 * 1000).contains(&due), "{due}");
            assert_eq!(
                (now.state, depth.0, depth.2),
                (State::Resolving, 1, 0),
                "{key}"
            );
        } else {
            assert_eq!(
                (now.state, depth.0, depth.2),
                (State::Failed, 0, 1),
                "{key}"
            );
            assert_eq!(now.error_code.as_deref(), code, "{key}");
        }
    }
}

/// One evening: a video, photos and a link that is gone make one draft with what can be shown.
#[tokio::test(flavor = "multi_thread")]
async fn several_links_are_one_draft_on_both_databases() {
    for fresh in Fresh::both().await {
        let replay = replay::start().await.unwrap();
        let app = app(&fresh, &replay, &[]).await;
        let links = "https://youtu.be/pugIbadan01 https://www.flickr.com/photos/sample/70000000061/ https://youtu.be/pugGone0001";
        let got = send(&app, links).await;
        assert_eq!(got.state, State::InReview);
        let media = db::medium::of(&app.db, &got.id).await.unwrap();
        let states: Vec<MediumState> = media.iter().map(|medium| medium.state).collect();
        assert_eq!(
            states,
            [MediumState::Found, MediumState::Found, MediumState::Failed]
        );
        let pictures = db::picture::of_submission(&app.db, &got.id, app.now())
            .await
            .unwrap();
        let video: Vec<_> = pictures
            .iter()
            .filter(|picture| picture.medium_id == media[0].id)
            .collect();
        let mut kinds: Vec<String> = video
            .iter()
            .map(|p| format!("{} {} {}x{}", p.used_as, p.extension, p.width, p.height))
            .collect();
        kinds.sort();
        assert_eq!(
            kinds,
            [
                "large jpg 1280x720",
                "large webp 1280x720",
                "medium jpg 640x360",
                "medium webp 640x360",
                "open-graph jpg 1200x630",
                "small jpg 320x180",
                "small webp 320x180",
                "square jpg 1400x1400",
            ]
        );
        assert!(
            video.iter().all(|picture| picture.keep_until.is_some()),
            "a provider's thumbnail expires"
        );
        let draft = db::submission::draft(&app.db, &got.id)
            .await
            .unwrap()
            .unwrap();
        assert_eq!(
            (draft.words.as_str(), draft.title.as_str()),
            (got.words.as_str(), ""),
            "only what was typed"
        );
    }
}

/// Gone today, public tomorrow: the sender's button asks again, and only for what is missing.
#[tokio::test(flavor = "multi_thread")]
async fn trying_again_asks_only_for_what_is_missing() {
    let replay = replay::start().await.unwrap();
    let fresh = Fresh::lite();
    let app = app(&fresh, &replay, &[]).await;
    let got = send(&app, "https://youtu.be/pugBad502_1").await;
    assert_eq!(got.state, State::Failed);
    let asked = replay.asked().len();
    assert!(intake::try_again(&app, &got).await.unwrap());
    work(&app).await;
    let again = db::submission::by_id(&app.db, &got.id)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(again.state, State::Failed);
    assert_eq!(replay.asked().len(), asked + 3, "three tries more");
}

/// Words without a link are a report: its first heading is the title, and no reader runs what a stranger wrote.
#[tokio::test(flavor = "multi_thread")]
async fn a_reports_whole_way() {
    const WORDS: &str = "# Rain gauges\n\nAmara *built* <script>alert(1)</script> one.\n\n- [slides](https://example.org/s)\n- [x](javascript:alert(2)) ![y](https://example.org/y.png)";
    for fresh in Fresh::both().await {
        let app = fresh.app(&[]).await;
        let report = Answers {
            words: WORDS.into(),
            ..answers("")
        };
        let sent = intake::receive(&app, &report, "form", "k").await.unwrap();
        work(&app).await;
        let sent = db::submission::by_id(&app.db, &sent.id).await.unwrap();
        let sent = sent.unwrap();
        assert_eq!((sent.state, &*sent.words), (State::InReview, WORDS));
        let draft = db::submission::draft(&app.db, &sent.id).await.unwrap();
        let draft = draft.unwrap();
        assert_eq!(draft.title, "Rain gauges");
        assert!(draft.words.starts_with("Amara *built*"), "{}", draft.words);

        let entry = decision::accept(&app, &sent, &draft, "ada@example.org")
            .await
            .unwrap();
        assert_eq!(entry.kind, Kind::Report);
        let stored = db::entry::by_slug(&app.db, &entry.slug).await.unwrap();
        let stored = stored.unwrap();
        assert_eq!(stored.kind, Kind::Report);
        let page = pages::get(&app, &format!("/entries/{}", entry.slug), &[]).await;
        assert_eq!(page.status, 200);
        let feed = pages::get(&app, "/showcase.xml", &[]).await;
        let channel = rss::Channel::read_from(feed.body.as_bytes()).unwrap();
        let item = &channel.items[0];
        for html in [page.body.as_str(), item.content.as_deref().unwrap()] {
            assert!(
                html.contains("<em>built</em> &lt;script&gt;alert(1)&lt;/script&gt; one."),
                "{html}"
            );
            assert!(html.contains(
                "<a href=\"https://example.org/s\" rel=\"noopener nofollow ugc\">slides</a>"
            ));
            assert!(html.contains(">x</a>") && !html.contains("javascript:"));
            assert!(
                !html.contains("src=\"https://example.org"),
                "no picture of a stranger's is loaded"
            );
        }
        assert_eq!(
            item.description.as_deref(),
            Some("Amara built <script>alert(1)</script> one.\nslides\nx y")
        );
    }
}

/// Far too many words, and words of control characters, by the form and by the command: said clearly, or cleaned.
#[tokio::test(flavor = "multi_thread")]
async fn words_that_are_too_many_or_none() {
    let fresh = Fresh::lite();
    let app = fresh.app(&[]).await;
    let huge = "word ".repeat(2 << 20);
    let control: String = ('\u{0}'..'\u{20}')
        .chain(['\u{7f}', '\u{85}', '\u{202e}', '\u{ffff}'])
        .collect();
    let form = |words: &str| -> Vec<(&'static str, String)> {
        vec![
            ("step", "send".into()),
            ("group_name", "PyX".into()),
            ("words", words.to_owned()),
            ("sender_name", format!("A{control}da")),
            ("may_show", "yes".into()),
            ("licence", "CC-BY-4.0".into()),
        ]
    };
    let send = async |words: &str| {
        let fields = form(words);
        let fields: Vec<(&str, &str)> = fields
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        pages::post(&app, "/submit", &fields, &[]).await
    };
    let got = send(&huge[..30_000]).await;
    assert_eq!(got.status, 422);
    assert!(
        got.body.contains("at most 20000 characters")
            || got.body.contains("at most 20,000 characters"),
        "{}",
        got.body
    );
    assert!(got.body.contains(&huge[..20_000]), "the words come back");
    assert_eq!(send(&huge).await.status, 413);
    let got = send(&control).await;
    assert_eq!(got.status, 422, "words of nothing are none");
    assert_eq!(send(&format!("We{control}met.")).await.status, 303);
    let command = |words: &str| {
        use std::io::Write;
        let mut child = std::process::Command::new(crate::support::binary())
            .args([
                "submit",
                "--group",
                "PyX",
                "--name",
                "Ada",
                "--may-show",
                "--licence",
                "CC-BY-4.0",
                "--words",
                "-",
            ])
            .env("DATABASE_URL", &fresh.url)
            .env("PUGCAST_MEDIA_DIR", fresh.dir.join("media"))
            .stdin(std::process::Stdio::piped())
            .stdout(std::process::Stdio::piped())
            .stderr(std::process::Stdio::piped())
            .spawn()
            .unwrap();
        // It stops reading where it has enough.
        let _ = child.stdin.take().unwrap().write_all(words.as_bytes());
        let out = child.wait_with_output().unwrap();
        (
            out.status.success(),
            String::from_utf8_lossy(&out.stderr).into_owned(),
        )
    };
    let (done, says) = command(&huge);
    assert!(!done && says.contains("words (too-long)"), "{says}");
    let (done, says) = command(&control);
    assert!(!done && says.contains("links (links-missing)"), "{says}");
    assert!(command(&format!("They{control}met.")).0);
    let kept = db::submission::in_state(&app.db, State::Received, 9)
        .await
        .unwrap();
    let words: Vec<&str> = kept.iter().map(|sent| sent.words.as_str()).collect();
    assert_eq!(words, ["We\t\n\nmet.", "They\t\n\nmet."]);
    assert_eq!(kept[0].sender_name, "A da");
}

/// Three deaths on one picture are a dead letter with its reason; the submission goes on, and the other pictures with it.
#[tokio::test(flavor = "multi_thread")]
async fn a_picture_that_kills_its_decoder() {
    let replay = replay::start().await.unwrap();
    for fresh in Fresh::both().await {
        let app = app(&fresh, &replay, &[("PUGCAST_MAX_ATTEMPTS", "8")]).await;
        // Dies at the first picture that it is given, and at that one only.
        let folder = fresh.dir.clone();
        let program = folder.join("decoder");
        let script = format!(
            "#!/bin/sh\ncd {0} || exit 1\n/bin/cat > $$\n[ -e first ] || /bin/cp $$ first\n\
             if /usr/bin/cmp -s first $$; then echo died >> deaths; kill -SEGV $$; fi\n\
             exec {1} \"$@\" < $$\n",
            folder.display(),
            crate::support::decoder().display()
        );
        std::fs::write(&program, script).unwrap();
        std::fs::set_permissions(&program, PermissionsExt::from_mode(0o700)).unwrap();
        let app = app.with_child(program);
        let links = "https://youtu.be/pugIbadan01 https://youtu.be/pugFails2x1";
        let sent = send(&app, links).await;
        assert_eq!(sent.state, State::InReview, "{:?}", sent.reason);
        let media = db::medium::of(&app.db, &sent.id).await.unwrap();
        let codes: Vec<_> = media.iter().map(|it| it.error_code.as_deref()).collect();
        assert_eq!(codes, [Some("media-child"), None]);
        assert_eq!(
            media[0].error_detail.as_deref(),
            Some("the decoder crashed (SIGSEGV)")
        );
        let deaths = std::fs::read_to_string(folder.join("deaths")).unwrap();
        assert_eq!(deaths.lines().count(), 3);
        let pictures = db::picture::of_submission(&app.db, &sent.id, app.now()).await;
        let pictures = pictures.unwrap();
        assert!(!pictures.is_empty());
        for picture in pictures {
            assert_eq!(picture.medium_id, media[1].id);
            let colour = picture.colour.unwrap();
            assert!(colour.len() == 7 && colour.starts_with('#'), "{colour}");
        }
        let letters = db::task::dead(&app.db, 10).await.unwrap();
        assert_eq!(letters.len(), 1);
        assert!(letters[0].error.as_deref().unwrap().contains("SIGSEGV"));
    }
}
