//! The same thing sent twice, through the real pipeline on both databases: joined where it is certain, laid side by
//! side where it is likely, and never asked again.

use crate::db::answers;
use crate::pages::{get, post, signed_in};
use crate::proposal::EDITOR;
use crate::support::{Fresh, work};
use crate::way::{app, send};
use pugcast::app::App;
use pugcast::db::submission::Draft;
use pugcast::db::{self, Db, double::Mark};
use pugcast::model::SubmissionId;
use pugcast::model::entry::Entry;
use pugcast::model::item::Item;
use pugcast::model::submission::{Change, State, Submission};
use pugcast::replay::{self, Replay};
use pugcast::source::taking;
use pugcast::{decision, double, intake, pipeline, sweep};

const ONE: &str = "https://youtu.be/pugTwice001";
const AGAIN: &str = "https://www.youtube.com/watch?v=pugTwice002";
const ARTICLE: &str = "https://notes.example/index.php/notes/article/view/12";

async fn start(fresh: &Fresh) -> (App, Replay) {
    let replay = replay::start().await.unwrap();
    let app = app(fresh, &replay, &[]).await;
    (app, replay)
}

async fn now(app: &App, id: &SubmissionId) -> Submission {
    db::submission::by_id(&app.db, id).await.unwrap().unwrap()
}

async fn publish(app: &App, submission: &Submission, title: &str) -> Entry {
    let draft = db::submission::draft(&app.db, &submission.id)
        .await
        .unwrap()
        .unwrap();
    let draft = Draft {
        title: title.into(),
        ..draft
    };
    let entry = decision::accept(app, submission, &draft, EDITOR).await;
    // Its marks are made beside its card.
    work(app).await;
    entry.unwrap()
}

async fn events(app: &App, id: &str) -> Vec<(String, String)> {
    let events = db::event::of(&app.db, id).await.unwrap();
    events
        .into_iter()
        .map(|event| (event.actor, event.change))
        .collect()
}

async fn subjects(app: &App, id: &SubmissionId) -> Vec<String> {
    let mails = db::mail::of_submission(&app.db, id).await.unwrap();
    mails.into_iter().map(|mail| mail.subject).collect()
}

/// Each form of one link is one thing, whether it is published or waits.
#[tokio::test(flavor = "multi_thread")]
async fn every_form_of_a_link_is_joined() {
    for fresh in Fresh::both().await {
        let (app, _replay) = start(&fresh).await;
        let first = send(&app, ONE).await;
        assert_eq!(first.state, State::InReview);
        let second = send(&app, "https://m.youtube.com/watch?v=pugTwice001&list=PLone").await;
        assert_eq!(second.state, State::Joined, "it waits with the first");
        assert_eq!(
            db::double::target(&app.db, &second.id).await.unwrap(),
            Some(first.id.clone())
        );
        let page = get(&app, &format!("/submissions/{}", second.token), &[]).await;
        assert!(
            page.body.contains("Both wait for an editor"),
            "{}",
            page.body
        );
        let draft = db::submission::draft(&app.db, &second.id).await.unwrap();
        assert_eq!(draft.unwrap().words, second.words, "kept word for word");

        let entry = publish(&app, &first, "Rain gauges").await;
        let title = "“Rain gauges” is published";
        let told = subjects(&app, &second.id).await;
        assert!(told.iter().any(|subject| subject == title), "{told:?}");
        assert_eq!(told.len(), 3, "{told:?}");
        let third = send(
            &app,
            "http://www.youtube.com/watch?v=pugTwice001&list=PLtwo",
        )
        .await;
        assert_eq!(third.state, State::Joined);
        for joined in [&second, &third] {
            let page = get(&app, &format!("/submissions/{}", joined.token), &[]).await;
            let path = format!("href=\"/entries/{}\"", entry.slug);
            assert!(page.body.contains(&path), "{}", page.body);
            let api = get(&app, &format!("/api/v1/submissions/{}", joined.token), &[]).await;
            assert!(
                api.body.contains(&format!("/entries/{}", entry.slug)),
                "{}",
                api.body
            );
        }
        let mails = db::mail::of_submission(&app.db, &third.id).await.unwrap();
        let told = mails
            .iter()
            .find(|mail| mail.subject.contains("already"))
            .unwrap();
        assert!(
            told.body.contains(&format!("/entries/{}", entry.slug)),
            "{}",
            told.body
        );
        assert_eq!(db::entry::recent(&app.db, 9).await.unwrap().len(), 1);
        let joined = db::submission::joined_to(&app.db, &first.id).await.unwrap();
        assert_eq!(joined.len(), 2);
        let last = events(&app, third.id.as_str()).await.pop().unwrap();
        assert_eq!(last, ("job".into(), "joined".into()));

        // The editor sees their words beside the first.
        let (cookie, _) = signed_in(&app).await;
        let desk = format!("/desk/submissions/{}", first.id);
        let page = get(&app, &desk, &[("cookie", &cookie)]).await;
        assert!(page.body.contains("Sent by others too"), "{}", page.body);

        let links = ["https://www.youtube.com/embed/pugTwice001".to_owned()];
        let known = known_by(&app, &links, None, None).await.unwrap();
        assert_eq!(known, Some((first.id.clone(), Some(entry.slug.clone()))));
        let links = ["https://youtu.be/pugTwice009".to_owned()];
        assert_eq!(known_by(&app, &links, None, None).await.unwrap(), None);
    }
}

/// A page by http and by https.
#[tokio::test(flavor = "multi_thread")]
async fn http_and_https_are_one_page() {
    for fresh in Fresh::both().await {
        let (app, _replay) = start(&fresh).await;
        let first = send(&app, ARTICLE).await;
        assert_eq!(first.state, State::InReview);
        let second = send(
            &app,
            &format!("{}?utm_source=mail", ARTICLE.replace("https", "http")),
        )
        .await;
        assert_eq!(second.state, State::Joined, "{:?}", second.error_code);
    }
}

/// What brings something new, or words of its own, waits for an editor.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_new_waits_and_is_added_as_a_copy() {
    for fresh in Fresh::both().await {
        let (app, _replay) = start(&fresh).await;
        let first = send(&app, ONE).await;
        let entry = publish(&app, &first, "Rain gauges with MicroPython").await;
        let both = send(
            &app,
            &format!("{ONE} https://www.flickr.com/photos/sample/70000000061/"),
        )
        .await;
        assert_eq!(both.state, State::InReview, "a photo is new");
        let (cookie, form_token) = signed_in(&app).await;
        let path = format!("/desk/submissions/{}", both.id);
        let page = get(&app, &path, &[("cookie", &cookie)]).await;
        assert!(
            page.body.contains("The same link, guid or file"),
            "{}",
            page.body
        );

        let before = db::entry::publication(&app.db).await.unwrap().0;
        let fields = [
            ("form_token", form_token.as_str()),
            ("other", first.id.as_str()),
            ("verdict", "join"),
        ];
        let doubles = format!("{path}/doubles");
        let got = post(&app, &doubles, &fields, &[("cookie", &cookie)]).await;
        assert_eq!(
            got.header("location"),
            format!("/desk/submissions/{}", first.id),
            "{}",
            got.body
        );
        let shown = db::medium::shown(&app.db, &first.id).await.unwrap();
        let kinds: Vec<&str> = shown.iter().map(|medium| medium.kind.as_str()).collect();
        assert_eq!(kinds, ["video", "photo"]);
        let pictures = db::picture::of_submission(&app.db, &first.id, app.now())
            .await
            .unwrap();
        assert!(
            pictures
                .iter()
                .any(|picture| picture.medium_id == shown[1].id),
            "with its pictures"
        );
        assert_eq!(db::entry::revisions(&app.db, &entry.id).await.unwrap(), 2);
        assert_eq!(db::entry::publication(&app.db).await.unwrap().0, before + 1);
        let entry_page = get(&app, &format!("/entries/{}", entry.slug), &[]).await;
        assert!(
            entry_page.body.contains("70000000061"),
            "the photo is shown"
        );
        let media = db::medium::of(&app.db, &both.id).await.unwrap();
        assert_eq!(
            (now(&app, &both.id).await.state, media.len()),
            (State::Joined, 2)
        );
        let again = post(&app, &doubles, &fields, &[("cookie", &cookie)]).await;
        assert_eq!(again.status, 409, "{}", again.body);

        // The copy is known by its own link from now on.
        let photo = send(&app, "https://www.flickr.com/photo.gne?id=70000000061").await;
        assert_eq!(photo.state, State::Joined);
    }
}

/// A talk that was sent up twice: side by side, and what an editor says is not asked again.
#[tokio::test(flavor = "multi_thread")]
async fn a_reupload_is_shown_side_by_side() {
    for fresh in Fresh::both().await {
        let (app, _replay) = start(&fresh).await;
        let first = send(&app, ONE).await;
        publish(&app, &first, "Rain gauges with MicroPython").await;
        let other = send(&app, "https://youtu.be/pugOther001").await;
        assert!(
            db::double::unjudged(&app.db, &other.id)
                .await
                .unwrap()
                .is_empty(),
            "another talk of that evening"
        );
        let again = send(&app, AGAIN).await;
        assert_eq!(again.state, State::InReview, "likely is not certain");
        let pairs = db::double::unjudged(&app.db, &again.id).await.unwrap();
        assert_eq!(pairs.len(), 1, "{pairs:?}");
        assert!(
            pairs[0].other == first.id && (500..1000).contains(&pairs[0].score),
            "{pairs:?}"
        );

        let (cookie, form_token) = signed_in(&app).await;
        let path = format!("/desk/submissions/{}", again.id);
        let page = get(&app, &path, &[("cookie", &cookie)]).await;
        for part in [
            "One that may be the same",
            "re-upload, better sound",
            "41:05",
            "41:06",
            "the same length",
            "Not the same",
        ] {
            assert!(page.body.contains(part), "{part}: {}", page.body);
        }
        let fields = [
            ("form_token", form_token.as_str()),
            ("other", first.id.as_str()),
            ("verdict", "apart"),
        ];
        let got = post(
            &app,
            &format!("{path}/doubles"),
            &fields,
            &[("cookie", &cookie)],
        )
        .await;
        assert_eq!(got.header("location"), path);
        let page = get(&app, &path, &[("cookie", &cookie)]).await;
        assert!(!page.body.contains("may be the same"), "{}", page.body);

        // Looked at again, nobody is asked again; and what is said to be apart is not joined by any job.
        let mut tx = app.db.begin().await.unwrap();
        db::double::note(&mut tx, (&again.id, &first.id), 990, "[]", app.now())
            .await
            .unwrap();
        let pair = (&first.id, &again.id);
        let said = db::double::verdict(&mut tx, pair).await.unwrap().unwrap();
        assert_eq!((said.0.as_str(), said.1.as_str()), ("apart", EDITOR));
        assert!(
            !db::double::judge(&mut tx, pair, "joined", EDITOR, 0)
                .await
                .unwrap()
        );
        tx.commit().await.unwrap();
        assert!(
            db::double::unjudged(&app.db, &again.id)
                .await
                .unwrap()
                .is_empty()
        );
    }
}

/// An episode as a video and as the show's podcast.
#[tokio::test(flavor = "multi_thread")]
async fn an_episode_on_both_is_found() {
    for fresh in Fresh::both().await {
        let (app, _replay) = start(&fresh).await;
        let video = send(&app, "https://youtu.be/pugEpisod07").await;
        let feed = send(&app, replay::FEED).await;
        let all = db::item::of_submission(&app.db, &feed.id).await.unwrap();
        let seventh = all
            .iter()
            .find(|item| item.guid == "circletalk-007")
            .unwrap();
        let chosen = [seventh.id.to_string()];
        taking::take(&app, &feed, &chosen, EDITOR).await.unwrap();
        work(&app).await;
        let taken = db::submission::taken_from(&app.db, &feed.id)
            .await
            .unwrap()
            .remove(0);
        assert_eq!(taken.state, State::InReview);
        let pairs = db::double::unjudged(&app.db, &taken.id).await.unwrap();
        assert_eq!(pairs.len(), 1);
        assert_eq!(pairs[0].other, video.id);

        // The same feed, sent by somebody else: what was taken out of it is taken.
        let second = send(&app, replay::FEED).await;
        assert_eq!(second.state, State::InReview, "a feed may have new things");
        let all = db::item::of_submission(&app.db, &second.id).await.unwrap();
        let is_seventh = |item: &&Item| item.guid == "circletalk-007";
        let seventh = all.iter().find(is_seventh).unwrap();
        assert_eq!(seventh.taken_as.as_ref(), Some(&taken.id));
        let chosen = [seventh.id.to_string()];
        let again = taking::take(&app, &second, &chosen, EDITOR).await.unwrap();
        assert_eq!(again, 0);
        let guid = Some(("https://circletalk.example/feed.xml", "circletalk-007"));
        let known = known_by(&app, &[], guid, None).await.unwrap();
        assert_eq!(known, Some((taken.id.clone(), None)));
        // A new episode that links to a page we know is a new episode.
        let page = ["https://circletalk.example/7".to_owned()];
        let known = known_by(&app, &page, None, None).await.unwrap();
        assert_eq!(known, Some((taken.id.clone(), None)));
        let next = Some(("https://circletalk.example/feed.xml", "circletalk-099"));
        let known = known_by(&app, &page, next, None).await.unwrap();
        assert_eq!(known, None);
        let file = Some("http://circletalk.example/sound/7.mp3");
        assert!(known_by(&app, &[], None, file).await.unwrap().is_some());
    }
}

/// Many at once: one of them stays, and never none.
#[tokio::test(flavor = "multi_thread")]
async fn those_that_come_at_once_do_not_miss_each_other() {
    for fresh in Fresh::both().await {
        let (app, _replay) = start(&fresh).await;
        let links = [12, 14, 15].map(|n| ARTICLE.replace("12", &n.to_string()));
        for link in links.iter().chain([&ONE.to_owned()]) {
            let mut sent = Vec::new();
            for _ in 0..6 {
                let key = app.random.token();
                let answers = answers(link);
                sent.push(intake::receive(&app, &answers, "form", &key).await.unwrap());
            }
            work(&app).await;
            one_stays(&app, &sent).await;
        }
        assert_eq!(
            tried_again(&app).await,
            0,
            "nobody waited for another for ever"
        );
    }
}

/// All reach the last step before any of them ends it, so that each sees all the others.
#[tokio::test(flavor = "multi_thread")]
async fn those_that_see_each_other_are_not_joined_in_a_circle() {
    for fresh in Fresh::both().await {
        let app = fresh.app(&[]).await;
        for round in 0..25 {
            let mut sent = Vec::new();
            for _ in 0..4 {
                sent.push(marked(&app, &format!("https://youtu.be/pugRound{round:03}")).await);
            }
            let mut running = Vec::new();
            for submission in &sent {
                let (app, submission) = (app.clone(), submission.clone());
                running.push(tokio::spawn(async move {
                    let media = db::medium::of(&app.db, &submission.id).await.unwrap();
                    let seen = double::look(&app, &submission, &media).await.unwrap();
                    let mut tx = app.db.begin().await.unwrap();
                    if !double::settle(&app, &mut tx, &submission, &seen)
                        .await
                        .unwrap()
                    {
                        let (from, draft) = (State::Resolving, Change::Draft);
                        let id = &submission.id;
                        pipeline::change(&app, &mut tx, id, from, draft, "job", None, None)
                            .await
                            .unwrap();
                    }
                    tx.commit().await.unwrap();
                }));
            }
            for running in running {
                running.await.unwrap();
            }
            one_stays(&app, &sent).await;
        }
    }
}

/// A submission that is known, with its marks, as `prepare` leaves it.
async fn marked(app: &App, link: &str) -> Submission {
    let key = app.random.token();
    let sent = intake::receive(app, &answers(link), "form", &key)
        .await
        .unwrap();
    let mut tx = app.db.begin().await.unwrap();
    for medium in db::medium::of(&app.db, &sent.id).await.unwrap() {
        db::medium::set_found(&mut tx, &medium.id, "video", &medium.canonical)
            .await
            .unwrap();
    }
    let (from, resolve) = (State::Received, Change::Resolve);
    pipeline::change(app, &mut tx, &sent.id, from, resolve, "job", None, None)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let things = double::things(app, &sent).await.unwrap();
    let mut tx = app.db.begin().await.unwrap();
    db::double::replace_marks(&mut tx, &sent.id, &double::marks(&things))
        .await
        .unwrap();
    tx.commit().await.unwrap();
    now(app, &sent.id).await
}

async fn one_stays(app: &App, sent: &[Submission]) {
    let mut stay = Vec::new();
    for sent in sent {
        match now(app, &sent.id).await.state {
            State::InReview => stay.push(sent.id.clone()),
            state => assert_eq!(state, State::Joined),
        }
    }
    assert_eq!(stay.len(), 1, "{stay:?}");
    for sent in sent.iter().filter(|sent| sent.id != stay[0]) {
        let target = double::target(app, &sent.id).await.unwrap();
        assert_eq!(target.as_ref(), Some(&stay[0]));
    }
}

/// Tasks that needed more than one try.
async fn tried_again(app: &App) -> i64 {
    const SQL: &str = "select count(*) from task where attempt > 1";
    match &app.db {
        Db::Lite { read, .. } => sqlx::query_scalar(SQL).fetch_one(read).await.unwrap(),
        Db::Pg(pool, _) => sqlx::query_scalar(SQL).fetch_one(pool).await.unwrap(),
    }
}

/// What was joined to something that is then declined is not lost.
#[tokio::test(flavor = "multi_thread")]
async fn a_no_to_the_first_is_none_to_the_second() {
    for fresh in Fresh::both().await {
        let (app, _replay) = start(&fresh).await;
        let first = send(&app, ONE).await;
        let second = send(&app, ONE).await;
        assert_eq!(second.state, State::Joined);
        decision::decline(&app, &first, "Say more.", EDITOR)
            .await
            .unwrap();
        let back = now(&app, &second.id).await;
        assert_eq!(back.state, State::InReview);
        assert_eq!(db::double::target(&app.db, &second.id).await.unwrap(), None);
        publish(&app, &back, "Rain gauges").await;
        sweep::once(&app).await.unwrap();
    }
}

/// A provider's words leave no mark behind when they go; an editor's stay.
#[tokio::test(flavor = "multi_thread")]
async fn marks_go_with_the_words_they_were_made_of() {
    for fresh in Fresh::both().await {
        let (app, _replay) = start(&fresh).await;
        let first = send(&app, ONE).await;
        let day = 24 * 60 * 60 * 1000;
        let mut tx = app.db.begin().await.unwrap();
        assert_eq!(
            db::double::sweep(&mut tx, app.now() + 29 * day)
                .await
                .unwrap(),
            0
        );
        let gone = db::double::sweep(&mut tx, app.now() + 31 * day)
            .await
            .unwrap();
        assert!(gone >= 24, "the title's: {gone}");
        let held = db::double::with_mark(&mut tx, "link", "youtube/video/pugTwice001")
            .await
            .unwrap();
        assert_eq!(
            held,
            std::slice::from_ref(&first.id),
            "its link is ours to know"
        );
        tx.commit().await.unwrap();
        let found = db::medium::of(&app.db, &first.id).await.unwrap().remove(0);
        assert!(
            db::double::facts_until(&app.db, &found.id)
                .await
                .unwrap()
                .is_some()
        );
        let hash = db::double::picture_hash(&app.db, &found.id, app.now())
            .await
            .unwrap();
        assert_eq!(hash.map(|hash| hash.len()), Some(16));
        assert_eq!(
            db::double::picture_hash(&app.db, &found.id, app.now() + 31 * day)
                .await
                .unwrap(),
            None
        );

        let entry = publish(&app, &first, "Rain gauges with MicroPython").await;
        let mut tx = app.db.begin().await.unwrap();
        assert_eq!(db::double::sweep(&mut tx, i64::MAX).await.unwrap(), 0);
        assert_eq!(
            db::double::slug(&mut tx, &first.id).await.unwrap(),
            Some(entry.slug.clone())
        );
        let mark = Mark {
            kind: "link".into(),
            value: "a.example/1".into(),
            keep_until: None,
        };
        db::double::add_marks(&mut tx, &first.id, &[mark.clone(), mark])
            .await
            .unwrap();
        tx.commit().await.unwrap();
        let mut tx = app.db.begin().await.unwrap();
        let known = db::double::known(&mut tx, "link", "a.example/1", "")
            .await
            .unwrap();
        drop(tx);
        assert_eq!(known, Some((first.id.clone(), Some(entry.slug))));
        // The title that the editor gave finds it, though the provider's is gone.
        let again = send(&app, AGAIN).await;
        assert_eq!(
            db::double::candidates(&app.db, &again.id, 9).await.unwrap(),
            [first.id]
        );
    }
}

async fn known_by(
    app: &App,
    links: &[String],
    guid: Option<(&str, &str)>,
    file: Option<&str>,
) -> pugcast::db::Result<Option<(SubmissionId, Option<String>)>> {
    let mut tx = app.db.begin().await?;
    double::known(&mut tx, links, guid, file).await
}
