//! Links that rot and come back, on both databases, by a clock that the test moves.

use crate::db::answers;
use crate::pages::{self, get};
use crate::proposal;
use crate::support::{Fresh, work};
use axum::http::StatusCode;
use pugcast::app::App;
use pugcast::db::submission::Draft;
use pugcast::db::watch::Subject;
use pugcast::model::clock::Clock;
use pugcast::model::entry::Entry;
use pugcast::model::source::Leave;
use pugcast::model::submission::Submission;
use pugcast::model::task::{Step, Task};
use pugcast::model::watch::State;
use pugcast::model::{MediumId, SubmissionId, TaskId};
use pugcast::pipeline::Pipeline;
use pugcast::replay::{self, Replay};
use pugcast::worker::Work;
use pugcast::{db, decision, intake, watch};

const VIDEO: &str = "https://youtu.be/pugGoodVid1";
const PHOTO: &str = "https://www.flickr.com/photos/sample/70000000913/";
const DAY_MS: i64 = 24 * 60 * 60 * 1000;

/// A service at noon of a day in November that asks the stand-in.
pub async fn service(fresh: &Fresh, replay: &Replay) -> App {
    let mut given = replay.settings();
    given.push(("PUGCAST_FETCH_SECONDS".into(), "4".into()));
    let given: Vec<(&str, &str)> = given
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    let noon = "2026-11-15T12:00:00Z".parse().unwrap();
    fresh.app_at(&given, Clock::fixed(noon)).await
}

async fn by_id(app: &App, id: &SubmissionId) -> Submission {
    db::submission::by_id(&app.db, id).await.unwrap().unwrap()
}

/// Sent, looked at by the jobs, accepted.
pub async fn published(app: &App, links: &str) -> (Submission, Entry) {
    let sent = intake::receive(app, &answers(links), "form", &app.random.token())
        .await
        .unwrap();
    work(app).await;
    accepted(app, &sent.id).await
}

async fn accepted(app: &App, id: &SubmissionId) -> (Submission, Entry) {
    let sent = by_id(app, id).await;
    let draft = Draft {
        title: "Rain gauges".into(),
        words: "What was covered.".into(),
        group_name: "PyIbadan".into(),
        licence: "CC-BY-4.0".into(),
        ..Draft::default()
    };
    let entry = decision::accept(app, &sent, &draft, "ada@example.org").await;
    work(app).await;
    (sent, entry.unwrap())
}

/// Lets so many days pass; each day the links whose turn it is are looked at.
async fn days(app: &App, count: i64) {
    for _ in 0..count {
        // A turn that comes sooner is a day and up to two hours off.
        app.clock.advance_ms(DAY_MS + DAY_MS / 10);
        watch::once(app).await.unwrap();
        work(app).await;
    }
}

async fn subject(app: &App, sent: &Submission, number: usize) -> Subject {
    let media = db::medium::of(&app.db, &sent.id).await.unwrap();
    let found = db::watch::subject(&app.db, &media[number].id).await;
    found.unwrap().expect("it is under watch")
}

/// The causes of the mails about links.
async fn told(app: &App, sent: &Submission) -> Vec<String> {
    let mails = db::mail::of_submission(&app.db, &sent.id).await.unwrap();
    let causes = mails.into_iter().map(|mail| mail.cause);
    let words = causes.filter_map(|cause| {
        let word = cause.strip_prefix("link ")?.split(' ').next()?;
        Some(word.to_owned())
    });
    words.collect()
}

async fn events(app: &App, entry: &Entry) -> Vec<String> {
    let events = db::event::of(&app.db, entry.id.as_str()).await.unwrap();
    events.into_iter().map(|event| event.change).collect()
}

async fn in_feed(app: &App, entry: &Entry) -> bool {
    let feed = get(app, "/showcase.xml", &[]).await;
    assert_eq!(feed.status, StatusCode::OK);
    feed.body.contains(&entry.guid())
}

async fn status(app: &App, entry: &Entry) -> u16 {
    let page = get(app, &format!("/entries/{}", entry.slug), &[]).await;
    page.status.as_u16()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_rots_over_days_and_comes_back() {
    for fresh in Fresh::both().await {
        let replay = replay::start().await.unwrap();
        let app = service(&fresh, &replay).await;
        let (sent, entry) = published(&app, VIDEO).await;
        days(&app, 8).await;
        let well = subject(&app, &sent, 0).await;
        assert_eq!((well.watch.state, well.watch.seen), (State::Alive, None));
        assert!(
            well.watch.looked_at.is_some(),
            "its turn came within a week"
        );

        replay.becomes("pugGoodVid1", "pugGone0001");
        // Until its next turn; then one bad look changes nothing.
        while subject(&app, &sent, 0).await.watch.seen.is_none() {
            days(&app, 1).await;
        }
        let first = subject(&app, &sent, 0).await.watch;
        assert_eq!((first.state, first.seen_times), (State::Alive, 1));
        assert_eq!(status(&app, &entry).await, 200);
        assert!(told(&app, &sent).await.is_empty());

        let mut looks = 1;
        while subject(&app, &sent, 0).await.watch.state == State::Alive {
            days(&app, 1).await;
            looks += 1;
        }
        let gone = subject(&app, &sent, 0).await.watch;
        assert!(looks >= 3, "{looks}");
        assert!(gone.since - first.seen_since.unwrap() >= 3 * DAY_MS);
        assert_eq!(gone.state, State::Gone);

        // A tombstone under the same address; its guid is nobody else's.
        let page = get(&app, &format!("/entries/{}", entry.slug), &[]).await;
        assert_eq!(page.status, StatusCode::GONE);
        assert!(page.body.contains("Rain gauges") && page.body.contains("2026"));
        assert!(!page.body.contains("youtube.com/watch"), "{}", page.body);
        assert!(!in_feed(&app, &entry).await);
        let home = get(&app, "/", &[]).await.body;
        assert!(!home.contains(&entry.slug));
        let stone = db::watch::tombstone(&app.db, &entry.slug).await.unwrap();
        assert_eq!(stone.unwrap().withdrawn_at, gone.since);
        let facts = db::fact::found(&app.db, gone.medium_id.as_str(), app.now()).await;
        assert_eq!(facts.unwrap(), None, "what was said of it went with it");

        // Told once, on and on gone.
        days(&app, 20).await;
        assert_eq!(told(&app, &sent).await, ["gone"]);
        assert_eq!(events(&app, &entry).await, ["link_gone", "withdrawn"]);
        let (cookie, form_token) = pages::signed_in(&app).await;
        let desk = get(&app, "/desk", &[("cookie", &cookie)]).await.body;
        assert_eq!(desk.matches(&app.text.t("desk-link-gone")).count(), 1);
        let note = format!("/desk/links/{}/note", gone.medium_id);
        let fields = [("form_token", form_token.as_str())];
        let got = pages::post(&app, &note, &fields, &[("cookie", &cookie)]).await;
        assert_eq!(got.status, StatusCode::SEE_OTHER);
        let desk = get(&app, "/desk", &[("cookie", &cookie)]).await.body;
        assert!(!desk.contains(&app.text.t("desk-link-gone")));

        replay.becomes("pugGoodVid1", "pugGoodVid1");
        while subject(&app, &sent, 0).await.watch.seen.is_none() {
            days(&app, 1).await;
        }
        assert_eq!(
            status(&app, &entry).await,
            410,
            "one good look is not enough"
        );
        days(&app, 3).await;
        assert_eq!(status(&app, &entry).await, 200);
        assert!(in_feed(&app, &entry).await, "under the same guid");
        assert_eq!(told(&app, &sent).await, ["gone", "alive"]);
        assert_eq!(
            events(&app, &entry).await,
            ["link_gone", "withdrawn", "link_alive", "restored"]
        );
        assert_eq!(
            db::watch::tombstone(&app.db, &entry.slug).await.unwrap(),
            None
        );
        assert_eq!(
            db::watch::counts(&app.db).await.unwrap(),
            [(State::Alive, 1)]
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn neither_flapping_nor_trouble_counts() {
    for fresh in Fresh::both().await {
        let replay = replay::start().await.unwrap();
        let app = service(&fresh, &replay).await;
        let (sent, entry) = published(&app, VIDEO).await;
        // Two bad looks, a good one, and so on.
        days(&app, 7).await;
        for round in 0..12 {
            let like = if round % 3 < 2 {
                "pugGone0001"
            } else {
                "pugGoodVid1"
            };
            replay.becomes("pugGoodVid1", like);
            watch::look_now(&app, &subject(&app, &sent, 0).await.watch.medium_id)
                .await
                .unwrap();
            days(&app, 1).await;
        }
        replay.becomes("pugGoodVid1", "pugGoodVid1");
        days(&app, 8).await;
        assert_eq!(subject(&app, &sent, 0).await.watch.seen, None);
        // 502 with HTML, HTML with 200, an empty body, silence until the time is up, an endless body.
        for (like, count) in [
            ("pugBad502_1", 14),
            ("pugHtml0001", 10),
            ("pugEmpty001", 10),
            ("pugHangs001", 2),
        ] {
            replay.becomes("pugGoodVid1", like);
            let before = replay.asked().len();
            days(&app, count).await;
            assert!(replay.asked().len() > before, "{like} was asked for");
            let watch = subject(&app, &sent, 0).await.watch;
            assert_eq!((watch.state, watch.seen), (State::Alive, None), "{like}");
        }
        assert_eq!(status(&app, &entry).await, 200);
        assert!(told(&app, &sent).await.is_empty());
        assert!(events(&app, &entry).await.is_empty());
        // Nobody answered for more than 30 days: that much the desk says.
        let links = db::watch::changed(&app.db, app.now() - watch::SILENT_MS, 9);
        let links = links.await.unwrap();
        assert_eq!(links.len(), 1);
        assert!(links[0].watch.noted_at.is_some() && links[0].withdrawn_at.is_none());
        assert!(
            db::task::dead(&app.db, 9).await.unwrap().is_empty(),
            "no dead letters"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_left_stays_and_says_what_is_not() {
    for fresh in Fresh::both().await {
        let replay = replay::start().await.unwrap();
        let app = service(&fresh, &replay).await;
        let (sent, entry) = published(&app, &format!("{VIDEO} {PHOTO}")).await;
        let path = format!("/entries/{}", entry.slug);
        let play = format!("{path}?play=pugGoodVid1");
        let page = get(&app, &play, &[]).await.body;
        assert!(page.contains("youtube-nocookie.com/embed/pugGoodVid1"));

        replay.becomes("pugGoodVid1", "pugNoEmbed1");
        days(&app, 12).await;
        assert_eq!(
            subject(&app, &sent, 0).await.watch.state,
            State::EmbeddingOff
        );
        for path in [&path, &play] {
            let page = get(&app, path, &[]).await;
            assert_eq!(page.status, StatusCode::OK);
            assert!(!page.body.contains("nocookie") && !page.body.contains("?play="));
            assert!(page.body.contains("does not let other sites show it"));
            assert!(
                page.body
                    .contains("https://www.youtube.com/watch?v=pugGoodVid1")
            );
        }
        replay.becomes("70000000913", "70000000902");
        days(&app, 12).await;
        let photo = subject(&app, &sent, 1).await;
        assert_eq!(photo.watch.state, State::Private);
        let page = get(&app, &path, &[]).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.body.contains("only its owner can open it"));
        assert!(!page.body.contains(&photo.canonical), "no dead link");
        let feed = get(&app, "/showcase.xml", &[]).await.body;
        assert!(feed.contains("pugGoodVid1") && !feed.contains("70000000913"));
        assert_eq!(told(&app, &sent).await, ["embedding-off", "private"]);

        // Now nothing is left.
        replay.becomes("pugGoodVid1", "pugPrivate1");
        days(&app, 12).await;
        assert_eq!(status(&app, &entry).await, 410);
        // And one of two is back.
        replay.becomes("70000000913", "70000000913");
        days(&app, 12).await;
        assert_eq!(status(&app, &entry).await, 200);
        assert_eq!(
            told(&app, &sent).await,
            ["embedding-off", "private", "private", "alive"]
        );
    }
}

fn task(app: &App, medium: &MediumId) -> Task {
    Task {
        id: TaskId::mint(&app.clock, &app.random),
        step: Step::Look,
        subject: medium.to_string(),
        attempt: 1,
        max_attempts: 8,
        deaths: 0,
    }
}

/// A worker that dies after its look, and two that took the same turn.
#[tokio::test(flavor = "multi_thread")]
async fn a_turn_is_one_look() {
    for fresh in Fresh::both().await {
        let replay = replay::start().await.unwrap();
        let app = service(&fresh, &replay).await;
        let (sent, _) = published(&app, VIDEO).await;
        watch::once(&app).await.unwrap();
        app.clock.advance_ms(8 * DAY_MS);
        replay.becomes("pugGoodVid1", "pugGone0001");
        let before = subject(&app, &sent, 0).await.watch;
        let pipeline = Pipeline(app.clone());
        let task = task(&app, &before.medium_id);

        drop(pipeline.run(&task).await.unwrap());
        assert_eq!(
            subject(&app, &sent, 0).await.watch,
            before,
            "nothing was saved"
        );

        let one = pipeline.run(&task).await.unwrap();
        let other = pipeline.run(&task).await.unwrap();
        for save in [one, other] {
            let mut tx = app.db.begin().await.unwrap();
            assert_eq!(save(&mut tx).await.unwrap(), None);
            tx.commit().await.unwrap();
        }
        let after = subject(&app, &sent, 0).await.watch;
        assert_eq!((after.seen, after.seen_times), (Some(State::Gone), 1));

        let asked = replay.asked().len();
        let late = pipeline.run(&task).await.unwrap();
        let mut tx = app.db.begin().await.unwrap();
        late(&mut tx).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(replay.asked().len(), asked, "its turn is over");
        assert_eq!(subject(&app, &sent, 0).await.watch, after);
    }
}

/// One episode of the stand-in's show.
async fn episode(app: &App) -> (Submission, Entry) {
    let feed = answers(replay::FEED);
    let sent = intake::receive(app, &feed, "form", &app.random.token())
        .await
        .unwrap();
    work(app).await;
    let sent = by_id(app, &sent.id).await;
    let all = db::item::of_submission(&app.db, &sent.id).await.unwrap();
    let chosen = [all[0].id.to_string()];
    pugcast::source::taking::take(app, &sent, &chosen, "ada@example.org")
        .await
        .unwrap();
    work(app).await;
    let taken = db::submission::taken_from(&app.db, &sent.id).await.unwrap();
    accepted(app, &taken[0].id).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sound_moves_and_is_followed_then_is_a_page() {
    for fresh in Fresh::both().await {
        let replay = replay::start().await.unwrap();
        let app = service(&fresh, &replay).await;
        let (sent, entry) = episode(&app).await;
        days(&app, 8).await;
        let sound = subject(&app, &sent, 0).await.enclosure_url.unwrap();
        let known = sound.strip_prefix("https://").unwrap();
        let to = "https://circletalk.example/sound/new.mp3";
        replay.becomes(known, &format!("301 {to}"));
        days(&app, 12).await;
        let moved = subject(&app, &sent, 0).await.watch;
        assert_eq!(
            (moved.state, moved.moved_to.as_deref()),
            (State::Moved, Some(to))
        );
        assert_eq!(status(&app, &entry).await, 200);
        let (cookie, form_token) = pages::signed_in(&app).await;
        let desk = get(&app, "/desk", &[("cookie", &cookie)]).await.body;
        assert!(desk.contains(to), "the editor is asked");
        let address = format!("/desk/links/{}/address", moved.medium_id);
        let fields = [("form_token", form_token.as_str())];
        for status in [StatusCode::SEE_OTHER, StatusCode::NOT_FOUND] {
            let got = pages::post(&app, &address, &fields, &[("cookie", &cookie)]).await;
            assert_eq!(got.status, status, "once");
        }
        let followed = subject(&app, &sent, 0).await;
        assert_eq!(followed.enclosure_url.as_deref(), Some(to));
        assert_eq!(followed.watch.state, State::Alive);

        replay.becomes("circletalk.example/sound/new.mp3", "html");
        days(&app, 12).await;
        assert_eq!(subject(&app, &sent, 0).await.watch.state, State::Gone);
        assert_eq!(status(&app, &entry).await, 410, "a page is no sound");

        // Its owner's no is no tombstone, and nothing brings it back.
        let source = proposal::one_source(&app).await;
        pugcast::source::set_leave(&app, &source, Leave::No, "Nadia", "ada@example.org")
            .await
            .unwrap();
        assert_eq!(status(&app, &entry).await, 404);
        replay.becomes("circletalk.example/sound/new.mp3", "circletalk.example");
        days(&app, 12).await;
        assert_eq!(subject(&app, &sent, 0).await.watch.state, State::Alive);
        assert_eq!(status(&app, &entry).await, 404);
        assert!(!in_feed(&app, &entry).await);
    }
}

/// What an owner took off is looked at no more.
#[tokio::test(flavor = "multi_thread")]
async fn an_owners_no_ends_the_looking() {
    for fresh in Fresh::both().await {
        let replay = replay::start().await.unwrap();
        let app = service(&fresh, &replay).await;
        let (sent, entry) = episode(&app).await;
        watch::once(&app).await.unwrap();
        let source = proposal::one_source(&app).await;
        pugcast::source::set_leave(&app, &source, Leave::No, "Nadia", "ada@example.org")
            .await
            .unwrap();
        let asked = replay.asked().len();
        days(&app, 12).await;
        assert_eq!(replay.asked().len(), asked);
        assert_eq!(subject(&app, &sent, 0).await.watch.next_at, None);
        assert_eq!(status(&app, &entry).await, 404);
    }
}

/// Many links at once, as after an import: their turns lie spread, and few wait in the queue.
#[tokio::test]
async fn turns_lie_spread() {
    for fresh in Fresh::both().await {
        let replay = replay::start().await.unwrap();
        let app = service(&fresh, &replay).await;
        let mut media = Vec::new();
        for _ in 0..210 {
            let sent = intake::receive(&app, &answers(VIDEO), "form", &app.random.token())
                .await
                .unwrap();
            let medium = db::medium::of(&app.db, &sent.id).await.unwrap().remove(0);
            let mut tx = app.db.begin().await.unwrap();
            db::medium::set_found(&mut tx, &medium.id, "video", &medium.canonical)
                .await
                .unwrap();
            crate::support::to_review(&app, &mut tx, &sent.id).await;
            tx.commit().await.unwrap();
            let sent = by_id(&app, &sent.id).await;
            let draft = Draft {
                title: "Rain gauges".into(),
                words: "What was covered.".into(),
                group_name: "PyIbadan".into(),
                licence: "CC-BY-4.0".into(),
                ..Draft::default()
            };
            decision::accept(&app, &sent, &draft, "ada@example.org")
                .await
                .unwrap();
            media.push(medium.id);
        }
        let (before, ..) = db::task::depth(&app.db, app.now()).await.unwrap();
        watch::once(&app).await.unwrap();
        let mut of_days = [0; 7];
        for medium in &media {
            let subject = db::watch::subject(&app.db, medium).await.unwrap().unwrap();
            let wait = subject.watch.next_at.unwrap() - app.now();
            of_days[(wait / DAY_MS) as usize] += 1;
        }
        println!("first looks a day: {of_days:?}");
        assert!(of_days.iter().all(|count| (10..=55).contains(count)));
        app.clock.advance_ms(8 * DAY_MS);
        for _ in 0..3 {
            watch::once(&app).await.unwrap();
        }
        let (after, ..) = db::task::depth(&app.db, app.now()).await.unwrap();
        assert_eq!(after - before, 30, "all are due, and few at once");
    }
}
