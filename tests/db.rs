//! Every database function, on both databases.

use crate::support::{Fresh, to_review};
use jobs::licence::Licence;
use jobs::provider::{Found, RemotePicture};
use pugcast::app::App;
use pugcast::db::picture::Picture;
use pugcast::db::submission::Draft;
use pugcast::db::{self, Tx};
use pugcast::decision;
use pugcast::intake;
use pugcast::model::answers::Answers;
use pugcast::model::entry::About;
use pugcast::model::group::Named;
use pugcast::model::submission::{MediumState, State, Submission};
use pugcast::model::task::{Step, Task};
use pugcast::model::{EditorId, EntryId, GroupId};
use pugcast::queue;

/// Answers that pass.
pub fn answers(links: &str) -> Answers {
    Answers {
        links: links.into(),
        group_name: "Python Usergroup Ibadan".into(),
        group_city: "Ibadan".into(),
        group_country: "NG".into(),
        words: "Amara showed how to read rain gauges with MicroPython.".into(),
        met_on: "2026-11-14".into(),
        language: "en".into(),
        sender_name: "Amara".into(),
        sender_email: "amara@example.org".into(),
        may_show: "yes".into(),
        may_copy: "yes".into(),
        licence: "CC-BY-4.0".into(),
        ..Default::default()
    }
}

const TWO: &str = "https://youtu.be/HRb7B9fPhfA https://www.flickr.com/photos/someone/32812033543/";

async fn received(app: &App) -> Submission {
    // Nobody to write to: its first step is its only task.
    let sent = Answers {
        sender_email: String::new(),
        ..answers(TWO)
    };
    intake::receive(app, &sent, "form", &app.random.token())
        .await
        .unwrap()
}

/// As the jobs would: found, drafted, in review.
async fn in_review(app: &App) -> Submission {
    let submission = received(app).await;
    let mut tx = app.db.begin().await.unwrap();
    for medium in db::medium::of(&app.db, &submission.id).await.unwrap() {
        db::medium::set_found(&mut tx, &medium.id, &medium.kind, &medium.canonical)
            .await
            .unwrap();
    }
    to_review(app, &mut tx, &submission.id).await;
    tx.commit().await.unwrap();
    db::submission::by_id(&app.db, &submission.id)
        .await
        .unwrap()
        .unwrap()
}

fn draft() -> Draft {
    Draft {
        about: None,
        title: "Rain gauges with MicroPython".into(),
        words: "What was covered.".into(),
        people: " Amara \n\nTunde".into(),
        met_on: Some("2026-11-14".into()),
        group_name: "Python Usergroup Ibadan".into(),
        group_city: "Ibadan".into(),
        country: Some("ng".into()),
        language: Some("en".into()),
        licence: "CC-BY-4.0".into(),
        chapters: "0:00 Welcome".into(),
    }
}

#[tokio::test]
async fn a_submission_is_stored_once_with_its_media_and_task() {
    for fresh in Fresh::both().await {
        let app = fresh.app(&[]).await;
        let one = intake::receive(&app, &answers(TWO), "form", "same key")
            .await
            .unwrap();
        let two = intake::receive(&app, &answers(TWO), "form", "same key")
            .await
            .unwrap();
        assert_eq!(one, two);
        assert_eq!(
            db::submission::by_token(&app.db, &one.token).await.unwrap(),
            Some(one.clone())
        );
        assert_eq!(
            db::submission::by_token(&app.db, "no such").await.unwrap(),
            None
        );
        assert_eq!(
            db::submission::by_form_key(&app.db, "same key")
                .await
                .unwrap(),
            Some(one.clone())
        );
        assert_eq!(
            db::submission::in_state(&app.db, State::Received, 9)
                .await
                .unwrap(),
            vec![one.clone()]
        );
        assert_eq!(
            db::submission::counts(&app.db).await.unwrap(),
            vec![(State::Received, 1)]
        );
        let media = db::medium::of(&app.db, &one.id).await.unwrap();
        let kinds: Vec<_> = media
            .iter()
            .map(|m| (m.position, m.provider.as_str(), m.kind.as_str(), m.state))
            .collect();
        assert_eq!(
            kinds,
            [
                (0, "youtube", "video", MediumState::Waiting),
                (1, "flickr", "photo", MediumState::Waiting)
            ]
        );
        assert_eq!(
            db::task::depth(&app.db, app.now() + 1).await.unwrap(),
            (2, 2, 0),
            "its first step and its answer"
        );
        assert!(db::task::next_due(&app.db).await.unwrap().is_some());
        let events = db::event::of(&app.db, one.id.as_str()).await.unwrap();
        assert_eq!(
            events
                .iter()
                .map(|e| (e.actor.as_str(), e.change.as_str()))
                .collect::<Vec<_>>(),
            [("sender", "received")]
        );
    }
}

#[tokio::test]
async fn media_states_and_order() {
    for fresh in Fresh::both().await {
        let app = fresh.app(&[]).await;
        let submission = received(&app).await;
        let media = db::medium::of(&app.db, &submission.id).await.unwrap();
        let mut tx = app.db.begin().await.unwrap();
        db::medium::add(&mut tx, &submission.id, &media[0])
            .await
            .unwrap(); // the same link again: nothing
        db::medium::set_failed(&mut tx, &media[0].id, "private", "only its owner")
            .await
            .unwrap();
        db::medium::set_found(
            &mut tx,
            &media[1].id,
            "video",
            "https://www.flickr.com/photos/x/1/",
        )
        .await
        .unwrap();
        db::medium::set_prepared(&mut tx, &media[1].id, Some(("media-broken", "no JPEG")))
            .await
            .unwrap();
        db::medium::set_position(&mut tx, &submission.id, &media[0].id, 5)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        let now = db::medium::of(&app.db, &submission.id).await.unwrap();
        assert_eq!(now.len(), 2);
        assert_eq!(
            (now[0].id.clone(), now[0].state, now[0].prepared),
            (media[1].id.clone(), MediumState::Found, 1)
        );
        assert_eq!(
            (now[1].state, now[1].error_code.as_deref()),
            (MediumState::Failed, Some("private"))
        );
        assert_eq!(
            db::medium::shown(&app.db, &submission.id)
                .await
                .unwrap()
                .len(),
            1
        );
        let mut tx = app.db.begin().await.unwrap();
        db::medium::set_waiting(&mut tx, &media[0].id)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        let again = db::medium::of(&app.db, &submission.id).await.unwrap();
        assert_eq!(
            (again[1].state, again[1].error_code.as_deref()),
            (MediumState::Waiting, None)
        );
    }
}

#[tokio::test]
async fn facts_and_pictures_expire() {
    for fresh in Fresh::both().await {
        let app = fresh.app(&[]).await;
        let submission = received(&app).await;
        let media = db::medium::of(&app.db, &submission.id).await.unwrap();
        let found = Found {
            canonical: "https://www.youtube.com/watch?v=HRb7B9fPhfA".into(),
            origin: "youtube-api".into(),
            kind: "video".into(),
            title: Some("A title “quoted” \n two".into()),
            duration_s: Some(90_061),
            recorded_on: Some("2026-11-14".parse().unwrap()),
            licence: Some(Licence::CcBy3),
            picture: Some(RemotePicture {
                url: "https://i.ytimg.com/x.jpg".into(),
                expires: true,
            }),
            ..Default::default()
        };
        let now = app.now();
        let picture = |n: usize, keep_until| Picture {
            medium_id: media[n].id.clone(),
            used_as: "small".into(),
            extension: "jpg".into(),
            name: format!("{n}.jpg"),
            width: 320,
            height: 180,
            size: 9,
            keep_until,
            colour: Some("#0b5a6b".into()),
        };
        let day = 24 * 60 * 60 * 1000;
        let mut tx = app.db.begin().await.unwrap();
        db::fact::save(&mut tx, media[0].id.as_str(), &found, now)
            .await
            .unwrap();
        db::fact::save(&mut tx, media[0].id.as_str(), &found, now)
            .await
            .unwrap();
        db::picture::replace(&mut tx, &media[0].id, &[picture(0, Some(now + 30 * day))])
            .await
            .unwrap();
        db::picture::replace(&mut tx, &media[0].id, &[picture(0, Some(now + 30 * day))])
            .await
            .unwrap();
        db::picture::replace(&mut tx, &media[1].id, &[picture(1, None)])
            .await
            .unwrap();
        tx.commit().await.unwrap();
        assert_eq!(
            db::fact::found(&app.db, media[0].id.as_str(), now)
                .await
                .unwrap(),
            Some(found.clone())
        );
        for (at, next) in [(now, Some(now + 30 * day)), (now + 30 * day, None)] {
            let expiry = db::fact::next_expiry(&app.db, at).await.unwrap();
            assert_eq!(expiry, next);
        }
        assert_eq!(
            db::fact::found(&app.db, media[0].id.as_str(), now + 29 * day)
                .await
                .unwrap(),
            Some(found)
        );
        assert_eq!(
            db::fact::found(&app.db, media[0].id.as_str(), now + 30 * day)
                .await
                .unwrap(),
            None
        );
        assert_eq!(
            db::picture::of_submission(&app.db, &submission.id, now)
                .await
                .unwrap()
                .len(),
            2
        );
        assert_eq!(
            db::picture::of_submission(&app.db, &submission.id, now + 30 * day)
                .await
                .unwrap()
                .len(),
            1
        );
        assert!(db::picture::may_show(&app.db, "0.jpg", now).await.unwrap());
        assert!(
            !db::picture::may_show(&app.db, "0.jpg", now + 30 * day)
                .await
                .unwrap()
        );
        assert!(
            db::picture::may_show(&app.db, "1.jpg", now + 30 * day)
                .await
                .unwrap()
        );
        let mut tx = app.db.begin().await.unwrap();
        assert_eq!(db::fact::sweep(&mut tx, now + 29 * day).await.unwrap(), 0);
        assert!(db::fact::sweep(&mut tx, now + 30 * day).await.unwrap() > 5);
        assert_eq!(
            db::picture::sweep(&mut tx, now + 30 * day).await.unwrap(),
            vec!["0.jpg".to_owned()]
        );
        // Until it is removed it is named again.
        let left = db::picture::sweep(&mut tx, now + 30 * day).await.unwrap();
        assert_eq!(left, ["0.jpg"]);
        assert!(db::picture::claim(&mut tx, &left[0]).await.unwrap());
        assert!(!db::picture::claim(&mut tx, &left[0]).await.unwrap());
        let left = db::picture::sweep(&mut tx, now + 30 * day).await.unwrap();
        assert!(left.is_empty());
        tx.commit().await.unwrap();
    }
}

#[tokio::test]
async fn an_editors_yes_publishes_once() {
    for fresh in Fresh::both().await {
        let app = fresh.app(&[]).await;
        let submission = in_review(&app).await;
        decision::save_draft(
            &app,
            &submission,
            &Draft {
                title: "First words".into(),
                ..draft()
            },
            &[],
        )
        .await
        .unwrap();
        assert_eq!(
            db::submission::draft(&app.db, &submission.id)
                .await
                .unwrap()
                .unwrap()
                .title,
            "First words"
        );
        let before = db::entry::publication(&app.db).await.unwrap().0;
        let entry = decision::accept(&app, &submission, &draft(), "ada@example.org")
            .await
            .unwrap();
        assert_eq!(db::entry::publication(&app.db).await.unwrap().0, before + 1);
        assert!(matches!(
            decision::accept(&app, &submission, &draft(), "eve@example.org").await,
            Err(decision::Error::Decided(State::Published))
        ));
        assert!(matches!(
            decision::decline(&app, &submission, "no", "eve@example.org").await,
            Err(decision::Error::Decided(State::Published))
        ));
        assert_eq!(entry.slug, "rain-gauges-with-micropython");
        assert_eq!(entry.people().collect::<Vec<_>>(), ["Amara", "Tunde"]);
        assert_eq!(
            db::entry::by_slug(&app.db, &entry.slug).await.unwrap(),
            Some(entry.clone())
        );
        assert_eq!(
            db::entry::of_submission(&app.db, &submission.id)
                .await
                .unwrap(),
            Some(entry.clone())
        );
        assert_eq!(
            db::entry::recent(&app.db, 10).await.unwrap(),
            vec![entry.clone()]
        );
        assert_eq!(
            db::entry::of_group(&app.db, &entry.group_id, 10)
                .await
                .unwrap(),
            vec![entry.clone()]
        );
        assert_eq!(db::entry::revisions(&app.db, &entry.id).await.unwrap(), 1);
        assert_eq!(db::medium::of_recent(&app.db, 10).await.unwrap().len(), 2);
        assert_eq!(
            db::picture::of_recent(&app.db, 10, app.now())
                .await
                .unwrap()
                .len(),
            0
        );
        let roster = db::group::roster(&app.db).await.unwrap();
        assert_eq!(
            (roster.len(), roster[0].entries, &roster[0].id),
            (1, 1, &entry.group_id)
        );
        let group = db::group::by_slug(&app.db, &entry.group_slug)
            .await
            .unwrap()
            .unwrap();
        assert_eq!(
            (group.id, group.country.as_deref()),
            (entry.group_id.clone(), Some("NG"))
        );

        // The same title and the same group once more: another slug, the same group.
        let second = decision::accept(&app, &in_review(&app).await, &draft(), "ada@example.org")
            .await
            .unwrap();
        assert_eq!(
            (second.slug.as_str(), second.group_id),
            ("rain-gauges-with-micropython-2", entry.group_id)
        );
        let changes: Vec<String> = db::event::of(&app.db, submission.id.as_str())
            .await
            .unwrap()
            .into_iter()
            .map(|e| e.change)
            .collect();
        assert_eq!(
            changes,
            [
                "received",
                "resolving",
                "in_review",
                "accepted",
                "published"
            ]
        );
    }
}

#[tokio::test]
async fn an_editors_no_has_a_reason() {
    for fresh in Fresh::both().await {
        let app = fresh.app(&[]).await;
        let submission = in_review(&app).await;
        assert!(matches!(
            decision::decline(&app, &submission, " \n", "ada@x.org").await,
            Err(decision::Error::Faults(_))
        ));
        decision::decline(
            &app,
            &submission,
            "It gives a date and a place.",
            "ada@x.org",
        )
        .await
        .unwrap();
        let now = db::submission::by_id(&app.db, &submission.id)
            .await
            .unwrap()
            .unwrap();
        assert_eq!(
            (now.state, now.reason.as_deref()),
            (State::Declined, Some("It gives a date and a place."))
        );
        assert!(!intake::try_again(&app, &now).await.unwrap());
    }
}

/// Two editors press at the same moment: one of them decides.
#[tokio::test(flavor = "multi_thread")]
async fn of_two_editors_one_decides() {
    for fresh in Fresh::both().await {
        let app = fresh.app(&[]).await;
        let submission = in_review(&app).await;
        let words = draft();
        let (yes, no) = tokio::join!(
            decision::accept(&app, &submission, &words, "ada@x.org"),
            decision::decline(&app, &submission, "no", "eve@x.org")
        );
        assert!(yes.is_ok() != no.is_ok(), "{yes:?} {no:?}");
    }
}

#[tokio::test]
async fn sign_in_links_work_once_and_expire() {
    for fresh in Fresh::both().await {
        let app = fresh.app(&[]).await;
        let now = app.now();
        let mut tx = app.db.begin().await.unwrap();
        let make = |tx: &mut Tx| {
            let id = EditorId::mint(&app.clock, &app.random);
            let _ = &tx;
            id
        };
        let first = make(&mut tx);
        let editor = db::editor::find_or_make(&mut tx, first, "ada@x.org", now)
            .await
            .unwrap();
        let second = make(&mut tx);
        assert_eq!(
            db::editor::find_or_make(&mut tx, second, "ada@x.org", now)
                .await
                .unwrap(),
            editor
        );
        db::editor::add_sign_in(&mut tx, "h1", &editor.id, now + 10)
            .await
            .unwrap();
        db::editor::add_sign_in(&mut tx, "h2", &editor.id, now + 10)
            .await
            .unwrap();
        assert_eq!(
            db::editor::use_sign_in(&mut tx, "h1", now).await.unwrap(),
            Some(editor.id.clone())
        );
        assert_eq!(
            db::editor::use_sign_in(&mut tx, "h1", now).await.unwrap(),
            None,
            "used"
        );
        assert_eq!(
            db::editor::use_sign_in(&mut tx, "h2", now + 10)
                .await
                .unwrap(),
            None,
            "expired"
        );
        db::editor::add_session(&mut tx, "s1", &editor.id, now, now + 20)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        assert_eq!(
            db::editor::of_session(&app.db, "s1", now).await.unwrap(),
            Some(editor.clone())
        );
        assert_eq!(
            db::editor::of_session(&app.db, "s1", now + 20)
                .await
                .unwrap(),
            None
        );
        let mut tx = app.db.begin().await.unwrap();
        db::editor::sweep(&mut tx, now + 15).await.unwrap();
        tx.commit().await.unwrap();
        assert!(
            db::editor::of_session(&app.db, "s1", now)
                .await
                .unwrap()
                .is_some()
        );
        let mut tx = app.db.begin().await.unwrap();
        db::editor::end_session(&mut tx, "s1").await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(
            db::editor::of_session(&app.db, "s1", now).await.unwrap(),
            None
        );
    }
}

#[tokio::test]
async fn slugs_are_never_given_twice() {
    for fresh in Fresh::both().await {
        let app = fresh.app(&[]).await;
        let mut tx = app.db.begin().await.unwrap();
        let id = EntryId::mint(&app.clock, &app.random);
        assert_eq!(
            db::entry::free_slug(&mut tx, "entry", "a", id.as_str())
                .await
                .unwrap(),
            "a"
        );
        let other = EntryId::mint(&app.clock, &app.random);
        for (whose, slug) in [(&other, "a-2"), (&id, "a"), (&other, "a-2")] {
            let got = db::entry::free_slug(&mut tx, "entry", "a", whose.as_str()).await;
            assert_eq!(got.unwrap(), slug, "its own is its own again");
        }
        assert_eq!(
            db::entry::free_slug(&mut tx, "group", "a", id.as_str())
                .await
                .unwrap(),
            "a"
        );
        let named = Named {
            name: "PyX".into(),
            city: "Y".into(),
            country: None,
        };
        let id = GroupId::mint(&app.clock, &app.random);
        let one = db::group::find_or_make(&mut tx, id, &named, None, 1)
            .await
            .unwrap();
        let spelt = Named {
            name: " pyx ".into(),
            ..named
        };
        let id = GroupId::mint(&app.clock, &app.random);
        assert_eq!(
            db::group::find_or_make(&mut tx, id, &spelt, None, 2)
                .await
                .unwrap(),
            one
        );
        tx.commit().await.unwrap();
        for (name, minted, guid) in [
            ("showcase", "g1", "g1"),
            ("showcase", "g2", "g1"),
            ("podcast", "g2", "g2"),
        ] {
            let wanted = [(name.to_owned(), minted.to_owned())];
            let guids = db::entry::feed_guids(&app.db, &wanted).await.unwrap();
            assert_eq!(guids[name], guid);
        }
    }
}

/// Strangers' hours hold one worker at a time.
#[tokio::test]
async fn recordings_are_mastered_one_by_one() {
    for fresh in Fresh::both().await {
        let app = fresh.app(&[]).await;
        let mut tx = app.db.begin().await.unwrap();
        for (step, subject) in [
            (Step::Master, "a"),
            (Step::Master, "b"),
            (Step::Card, "c"),
            (Step::Card, "d"),
        ] {
            queue::push(&app, &mut tx, step, subject).await.unwrap();
        }
        tx.commit().await.unwrap();
        let now = app.now() + 1;
        let claim = async |now| {
            db::task::claim(&app.db, "w", now, now + 99, 9)
                .await
                .unwrap()
        };
        let taken = claim(now).await;
        let masters = |tasks: &[Task]| {
            tasks
                .iter()
                .filter(|task| task.step == Step::Master)
                .count()
        };
        assert_eq!((taken.len(), masters(&taken)), (3, 1));
        assert!(claim(now).await.is_empty());
        let next = db::task::next_due(&app.db).await.unwrap();
        assert_eq!(
            next,
            Some(now + 99),
            "nobody wakes for one that has no turn"
        );
        let first = taken.iter().find(|task| task.step == Step::Master).unwrap();
        let mut tx = app.db.begin().await.unwrap();
        assert!(db::task::end(&mut tx, first, "w", now).await.unwrap());
        tx.commit().await.unwrap();
        let taken = claim(now).await;
        assert_eq!((taken.len(), masters(&taken)), (1, 1));
        assert_ne!(taken[0].subject, first.subject);
        // A worker that died has its turn again, and nobody else before it.
        let mut tx = app.db.begin().await.unwrap();
        queue::push(&app, &mut tx, Step::Master, "e").await.unwrap();
        tx.commit().await.unwrap();
        let again = claim(now + 100).await;
        assert_eq!(masters(&again), 1);
        let again = again.iter().find(|task| task.step == Step::Master).unwrap();
        assert_eq!((&again.subject, again.attempt), (&taken[0].subject, 2));
    }
}

#[tokio::test]
async fn old_ended_tasks_are_swept() {
    for fresh in Fresh::both().await {
        let app = fresh.app(&[]).await;
        received(&app).await;
        let now = app.now();
        let task = db::task::claim(&app.db, "w", now + 1, now + 99, 1)
            .await
            .unwrap()
            .remove(0);
        let mut tx = app.db.begin().await.unwrap();
        assert!(
            db::task::again(&mut tx, &task, "w", now + 5, "busy")
                .await
                .unwrap()
        );
        tx.commit().await.unwrap();
        let task = db::task::claim(&app.db, "w", now + 5, now + 99, 1)
            .await
            .unwrap()
            .remove(0);
        let mut tx = app.db.begin().await.unwrap();
        assert!(db::task::give_back(&mut tx, &task, "w", now).await.unwrap());
        tx.commit().await.unwrap();
        let task = db::task::claim(&app.db, "w", now + 5, now + 99, 1)
            .await
            .unwrap()
            .remove(0);
        assert_eq!(task.attempt, 2, "a try given back does not count");
        let mut tx = app.db.begin().await.unwrap();
        assert!(db::task::end(&mut tx, &task, "w", now).await.unwrap());
        assert_eq!(db::task::sweep(&mut tx, now).await.unwrap(), 0);
        assert_eq!(db::task::sweep(&mut tx, now + 1).await.unwrap(), 1);
        tx.commit().await.unwrap();
    }
}

/// A sweep drops what has expired, files too, and the public face counts it.
#[tokio::test]
async fn a_sweep_takes_expired_pictures_from_rows_and_store() {
    for fresh in Fresh::both().await {
        let app = fresh.app(&[]).await;
        let submission = received(&app).await;
        let medium = db::medium::of(&app.db, &submission.id)
            .await
            .unwrap()
            .remove(0);
        let mut names = Vec::new();
        let mut tx = app.db.begin().await.unwrap();
        let mut rows = Vec::new();
        for (used_as, keep_until) in [("small", Some(app.now() - 1)), ("large", None)] {
            let name = app
                .store
                .put(used_as.as_bytes().to_vec(), "jpg")
                .await
                .unwrap();
            names.push(name.clone());
            rows.push(Picture {
                medium_id: medium.id.clone(),
                used_as: used_as.into(),
                extension: "jpg".into(),
                name,
                width: 1,
                height: 1,
                size: 5,
                keep_until,
                colour: None,
            });
        }
        db::picture::replace(&mut tx, &medium.id, &rows)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        let before = db::entry::publication(&app.db).await.unwrap().0;
        pugcast::sweep::once(&app).await.unwrap();
        assert_eq!(app.store.get(&names[0]).await.unwrap(), None);
        assert_eq!(
            app.store.get(&names[1]).await.unwrap().as_deref(),
            Some(&b"large"[..])
        );
        assert_eq!(db::entry::publication(&app.db).await.unwrap().0, before + 1);
    }
}

/// Yesterday's database and a second start change nothing.
/// What is coming, of a group and of all, by its day.
#[tokio::test]
async fn what_is_coming_by_its_day() {
    for fresh in Fresh::both().await {
        let app = fresh.app(&[]).await;
        let mut group = None;
        for (title, about, day) in [
            ("Later", About::Coming, "2026-12-01"),
            ("Next", About::Coming, "2026-11-15"),
            ("Past", About::Coming, "2026-11-14"),
            ("Longer past", About::Coming, "2026-11-01"),
            ("Told", About::Covered, "2026-11-20"),
        ] {
            let report = Answers {
                about: about.as_str().into(),
                met_on: day.into(),
                ..answers("")
            };
            let sent = intake::receive(&app, &report, "form", &app.random.token())
                .await
                .unwrap();
            let mut tx = app.db.begin().await.unwrap();
            to_review(&app, &mut tx, &sent.id).await;
            tx.commit().await.unwrap();
            let sent = db::submission::by_id(&app.db, &sent.id).await.unwrap();
            let words = Draft {
                title: title.into(),
                about: Some(about),
                met_on: Some(day.into()),
                ..draft()
            };
            let entry = decision::accept(&app, &sent.unwrap(), &words, "ada@example.org")
                .await
                .unwrap();
            group = Some(entry.group_id);
        }
        let coming = db::entry::coming(&app.db, &group.unwrap(), "2026-11-15").await;
        let titles: Vec<String> = coming.unwrap().into_iter().map(|e| e.title).collect();
        assert_eq!(titles, ["Next", "Later"]);
    }
}

#[tokio::test]
async fn opening_twice_works() {
    for fresh in Fresh::both().await {
        let app = fresh.app(&[]).await;
        let submission = received(&app).await;
        app.db.close().await;
        let db = fresh.open().await;
        assert_eq!(
            db::submission::by_id(&db, &submission.id).await.unwrap(),
            Some(submission)
        );
    }
}

/// A PostgreSQL code of digits is no SQLite code: 22021, a byte it does not take, is not “locked”.
#[tokio::test]
async fn each_databases_codes_are_its_own() {
    let app = Fresh::pg().await.app(&[]).await;
    let error = db::editor::by_email(&app.db, "a\0b").await.unwrap_err();
    assert_eq!(error.code(), "internal", "{error}");
    let fresh = Fresh::lite();
    let app = fresh.app(&[]).await;
    let _held = app.db.begin().await.unwrap();
    let other = sqlx::sqlite::SqliteConnectOptions::new()
        .filename(fresh.dir.join("test.db"))
        .busy_timeout(std::time::Duration::ZERO);
    let mut other = sqlx::ConnectOptions::connect(&other).await.unwrap();
    let refused = sqlx::query("begin immediate").execute(&mut other).await;
    assert_eq!(
        db::Error::from(refused.unwrap_err()).code(),
        "database-locked"
    );
}

/// A function of `src/db` that no test names is not tested on both databases.
#[test]
fn every_function_is_named_in_a_test() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |folder: &str| -> Vec<(String, String)> {
        let files = std::fs::read_dir(root.join(folder))
            .unwrap()
            .map(|file| file.unwrap().path());
        let files = files.filter(|path| path.extension().is_some_and(|ending| ending == "rs"));
        files
            .map(|path| {
                (
                    path.file_stem().unwrap().to_string_lossy().into(),
                    std::fs::read_to_string(path).unwrap(),
                )
            })
            .collect()
    };
    let mut sources: String = read("tests").into_iter().map(|(_, text)| text).collect();
    // These reach the functions below on both databases through the doors people use.
    for through in [
        "src/inbox.rs",
        "src/import/group.rs",
        "src/notice/mod.rs",
        "src/notice/removal.rs",
        "src/notice/settle.rs",
        "src/roster/mod.rs",
        "src/roster/edit.rs",
        "src/roster/merge.rs",
        "src/import/talk.rs",
        "src/intake.rs",
        "src/outbox.rs",
        "src/pipeline/mail.rs",
        "src/upload/mod.rs",
        "src/upload/receiving.rs",
        "src/worker.rs",
        "src/feed/rss.rs",
        "src/web/sound.rs",
        "src/decision/mod.rs",
        "src/queue.rs",
        "src/sweep.rs",
        "src/pipeline/mod.rs",
        "src/pipeline/look.rs",
        "src/watch.rs",
        "src/pipeline/card.rs",
        "src/pipeline/index.rs",
        "src/search/mod.rs",
        "src/search/document.rs",
        "src/pipeline/master.rs",
        "src/pipeline/tag.rs",
        "src/resume.rs",
        "src/upload/mod.rs",
        "src/upload/receiving.rs",
        "src/worker.rs",
        "src/voice.rs",
        "src/db/listing.rs",
        "src/feed/channel.rs",
        "src/near.rs",
        "src/search/mod.rs",
        "src/roster/mod.rs",
        "src/web/part.rs",
        "src/web/shelf.rs",
        "src/feed/known.rs",
        "src/feed/opml.rs",
        "src/feed/piece.rs",
        "src/feed/plan.rs",
        "src/feed/publisher.rs",
        "src/hub.rs",
        "src/pipeline/announce.rs",
        "src/tour.rs",
        "src/web/player.rs",
        "src/pipeline/resolve.rs",
        "src/pipeline/prepare.rs",
        "src/pipeline/draft.rs",
        "src/source/mod.rs",
        "src/source/item.rs",
        "src/source/taking.rs",
        "src/source/poll.rs",
        "src/source/schedule.rs",
        "src/source/edit.rs",
        "src/quota.rs",
        "src/web/sources.rs",
        "src/web/decision.rs",
        "src/web/notice.rs",
        "src/web/notices.rs",
        "src/web/removal.rs",
        "src/web/source.rs",
        "src/double/mod.rs",
        "src/double/settle.rs",
        "src/double/things.rs",
    ] {
        sources += &std::fs::read_to_string(root.join(through)).unwrap();
    }
    let mut checked = 0;
    for (file, text) in read("src/db").into_iter().filter(|(file, _)| file != "mod") {
        for line in text
            .lines()
            .filter_map(|line| line.strip_prefix("pub async fn "))
        {
            let name = line.split(['(', '<']).next().unwrap();
            assert!(
                sources.contains(&format!("{file}::{name}(")),
                "db::{file}::{name} is in no test"
            );
            checked += 1;
        }
    }
    assert!(checked > 30, "{checked}");
}
