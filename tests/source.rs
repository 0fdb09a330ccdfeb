//! Sources that are subscribed to: asked politely, and what is new of them laid before the editors, on both databases.

use crate::pages;
use crate::proposal::EDITOR;
use crate::support::sites::{Asked, Sites, rss, served};
use crate::support::{Fresh, work};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use jobs::link::Provider;
use jobs::provider::Meter;
use jobs::{Code, Retry};
use pugcast::app::App;
use pugcast::decision::{self, Error};
use pugcast::model::group::Named;
use pugcast::model::source::{Source, Terms};
use pugcast::model::submission::{State, Submission};
use pugcast::model::{Clock, GroupId, SourceId};
use pugcast::quota::Purpose;
use pugcast::source::{self, edit, poll, schedule, taking};
use pugcast::{db, replay};
use std::sync::{Arc, Mutex};
use std::time::Duration;

const FEED: &str = "https://show.example/feed.xml";
const MINUTE: i64 = 60 * 1000;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

fn clock() -> Clock {
    Clock::fixed("2026-11-20T10:00:00Z".parse::<Timestamp>().unwrap())
}

async fn app_on(fresh: &Fresh, sites: &Sites) -> App {
    let settings = sites.settings();
    let settings: Vec<(&str, &str)> = settings.iter().map(|(n, v)| (&**n, &**v)).collect();
    fresh.app_at(&settings, clock()).await
}

/// Time passes, and what is due is asked.
async fn after(app: &App, ms: i64) {
    app.clock.advance_ms(ms);
    while schedule::once(app).await.unwrap() > 0 {
        work(app).await;
    }
}

async fn subscribed(app: &App, address: &str, terms: &Terms) -> Source {
    let source = source::add(app, address, "", terms, EDITOR).await.unwrap();
    after(app, 0).await;
    now(app, &source).await
}

async fn now(app: &App, source: &Source) -> Source {
    let now = db::source::by_id(&app.db, &source.id).await.unwrap();
    now.unwrap()
}

/// What waits for an editor.
async fn waiting(app: &App) -> Vec<Submission> {
    db::submission::in_state(&app.db, State::InReview, 100)
        .await
        .unwrap()
}

async fn items(app: &App, source: &Source) -> Vec<(String, bool)> {
    let items = db::item::of_source(&app.db, &source.id, 100).await.unwrap();
    let items = items.into_iter();
    items
        .map(|item| (item.guid, item.taken_as.is_some()))
        .collect()
}

fn pair(guid: &str, title: &str) -> (String, String) {
    (guid.to_owned(), title.to_owned())
}

/// A show whose items a test changes, and its sounds.
async fn show(items: &Arc<Mutex<Vec<(String, String)>>>) -> Sites {
    let items = items.clone();
    Sites::start(move |asked| {
        let items = items.lock().unwrap().clone();
        async move {
            match &*asked.host {
                "sounds.example" => {
                    ([(header::CONTENT_TYPE, "audio/mpeg")], replay::SOUND).into_response()
                }
                _ => served(&asked, rss("Evenings", &items)),
            }
        }
    })
    .await
}

#[tokio::test]
async fn what_comes_after_the_subscription_is_laid_before_the_editors_once() {
    for fresh in Fresh::both().await {
        let list = Arc::new(Mutex::new(vec![pair("e1", "One"), pair("e2", "Two")]));
        let sites = show(&list).await;
        let app = app_on(&fresh, &sites).await;
        let source = subscribed(&app, FEED, &Terms::default()).await;
        assert_eq!((&*source.provider, &*source.title), ("podcast", "Evenings"));
        assert_eq!(items(&app, &source).await.len(), 2);
        assert!(
            waiting(&app).await.is_empty(),
            "what was there waits to be chosen"
        );

        // Nothing is asked before its time, nor read twice.
        sites.asked_since();
        after(&app, 5 * HOUR).await;
        assert!(sites.asked_since().is_empty());
        after(&app, 2 * HOUR).await;
        let asked = sites.asked_since();
        assert_eq!(asked.len(), 1);
        assert!(
            !asked[0].header("if-none-match").is_empty(),
            "it asks whether it changed"
        );

        list.lock().unwrap().insert(0, pair("e3", "Three"));
        after(&app, 7 * HOUR).await;
        let new = waiting(&app).await;
        let [new] = new.as_slice() else {
            panic!("{new:?}")
        };
        assert_eq!((&*new.title, &*new.door), ("Three", "source"));
        assert_eq!(new.sender_name, "Evenings");
        // The same feed in another order is nothing new.
        list.lock().unwrap().reverse();
        after(&app, 7 * HOUR).await;
        assert_eq!(waiting(&app).await.len(), 1);

        // What an editor takes of the rest is a submission, too; each once.
        let all = db::item::of_source(&app.db, &source.id, 100).await.unwrap();
        let ids: Vec<String> = all.iter().map(|item| item.id.to_string()).collect();
        assert_eq!(
            taking::take_from(&app, &source, &ids, EDITOR)
                .await
                .unwrap(),
            2
        );
        work(&app).await;
        assert_eq!(waiting(&app).await.len(), 3);
        assert_eq!(
            taking::take_from(&app, &source, &ids, EDITOR)
                .await
                .unwrap(),
            0
        );
        assert_eq!(db::item::counts(&app.db, &source.id).await.unwrap(), (3, 3));
    }
}

#[tokio::test]
async fn an_edit_upstream_is_proposed_and_never_a_new_thing() {
    for fresh in Fresh::both().await {
        let list = Arc::new(Mutex::new(vec![]));
        let sites = show(&list).await;
        let app = app_on(&fresh, &sites).await;
        let source = subscribed(&app, FEED, &Terms::default()).await;
        list.lock().unwrap().push(pair("e1", "Rooms"));
        after(&app, 7 * HOUR).await;
        let sent = waiting(&app).await.remove(0);
        let draft = db::submission::draft(&app.db, &sent.id)
            .await
            .unwrap()
            .unwrap();
        let draft = db::submission::Draft {
            group_name: "PyX".into(),
            ..draft
        };
        let entry = decision::accept(&app, &sent, &draft, EDITOR).await.unwrap();
        assert_eq!(entry.title, "Rooms");

        for title in ["Rooms, mended", "Rooms, mended twice"] {
            list.lock().unwrap()[0].1 = title.into();
            after(&app, 7 * HOUR).await;
        }
        assert_eq!(items(&app, &source).await, [("e1".to_owned(), true)]);
        let edits = edit::waiting(&app, None, 10).await.unwrap();
        let [waits] = edits.as_slice() else {
            panic!("{edits:?}")
        };
        assert_eq!(waits.found.title.as_deref(), Some("Rooms, mended twice"));
        assert_eq!(
            waits.entry.as_ref().unwrap().title,
            "Rooms",
            "it waits for an editor"
        );
        edit::take_over(&app, &waits.item, EDITOR).await.unwrap();
        assert!(edit::waiting(&app, None, 10).await.unwrap().is_empty());
        let mended = db::entry::by_id(&app.db, &entry.id).await.unwrap().unwrap();
        assert_eq!(mended.title, "Rooms, mended twice");
        assert_eq!((mended.guid(), mended.slug), (entry.guid(), entry.slug));

        list.lock().unwrap()[0].1 = "Rooms, again".into();
        after(&app, 7 * HOUR).await;
        let waits = edit::waiting(&app, None, 10).await.unwrap().remove(0);
        edit::leave(&app, &waits.item, EDITOR).await.unwrap();
        after(&app, 7 * HOUR).await;
        assert!(
            edit::waiting(&app, None, 10).await.unwrap().is_empty(),
            "it is asked once"
        );
    }
}

/// A site that answers as this says, by how often it was asked.
async fn odd(says: impl Fn(&Asked) -> Response + Send + Sync + 'static) -> Sites {
    Sites::start(move |asked| {
        let answer = says(&asked);
        async move { answer }
    })
    .await
}

fn wait(status: StatusCode, seconds: &str) -> Response {
    (status, [(header::RETRY_AFTER, seconds.to_owned())]).into_response()
}

#[tokio::test]
async fn no_server_is_asked_before_it_wants() {
    for fresh in Fresh::both().await {
        let sites = odd(|asked| match (&*asked.path, asked.times) {
            ("feed.xml", 1) => wait(StatusCode::SERVICE_UNAVAILABLE, "36000"),
            _ => served(asked, rss("Evenings", &[pair("e1", "One")])),
        })
        .await;
        let app = app_on(&fresh, &sites).await;
        let first = subscribed(&app, FEED, &Terms::default()).await;
        assert_eq!(first.polling.failures, 1);
        // Another source of the same server waits with it.
        let other = subscribed(&app, "https://show.example/other.xml", &Terms::default()).await;
        after(&app, 9 * HOUR).await;
        assert_eq!(sites.asked_since().len(), 1);
        assert_eq!(now(&app, &other).await.polling.polled_at, None);
        after(&app, 2 * HOUR).await;
        assert_eq!(sites.asked_since().len(), 2);
        assert_eq!(now(&app, &first).await.polling.failures, 0);
        assert!(now(&app, &other).await.polling.polled_at.is_some());
    }
}

#[tokio::test]
async fn a_feeds_own_wish_is_kept_to() {
    for fresh in Fresh::both().await {
        let sites = odd(|asked| {
            let body =
                rss("Evenings", &[]).replace("<description>d", "<ttl>1200</ttl><description>d");
            served(asked, body)
        })
        .await;
        let app = app_on(&fresh, &sites).await;
        subscribed(&app, FEED, &Terms::default()).await;
        assert_eq!(sites.asked_since().len(), 1);
        after(&app, 19 * HOUR).await;
        assert!(sites.asked_since().is_empty(), "twenty hours, it says");
        after(&app, 4 * HOUR).await;
        assert_eq!(sites.asked_since().len(), 1);
    }
}

#[tokio::test]
async fn a_breaker_opens_tells_an_editor_and_closes() {
    for fresh in Fresh::both().await {
        let sites = odd(|asked| match asked.times {
            1 | 9.. => served(asked, rss("Evenings", &[pair("e1", "One")])),
            _ => (StatusCode::OK, "<html>not today").into_response(),
        })
        .await;
        let app = app_on(&fresh, &sites).await;
        let source = subscribed(&app, FEED, &Terms::default()).await;
        let mut asked = 0;
        while now(&app, &source).await.polling.broken_at.is_none() {
            after(&app, HOUR).await;
            asked += sites.asked_since().len();
            assert!(asked < 20, "it is not asked for ever");
        }
        assert_eq!(now(&app, &source).await.polling.failures, poll::BREAKS_AT);
        let broken = db::source::broken(&app.db).await.unwrap();
        assert_eq!(broken.len(), 1, "it stands on the desk");
        let (subscribed, open, _) = db::polling::depth(&app.db, app.now()).await.unwrap();
        assert_eq!((subscribed, open), (1, 1));
        let mails = db::mail::unsent(&app.db, 10).await.unwrap();
        let told: Vec<_> = mails
            .iter()
            .map(|mail| (&*mail.recipient, &*mail.subject))
            .collect();
        assert_eq!(told, [(EDITOR, "Evenings has failed too often")]);
        // Once a day from now on, and one mail.
        after(&app, 20 * HOUR).await;
        assert_eq!(sites.asked_since().len(), 0);
        after(&app, 8 * HOUR).await;
        after(&app, 28 * HOUR).await;
        assert_eq!(sites.asked_since().len(), 2);
        assert_eq!(db::mail::unsent(&app.db, 10).await.unwrap().len(), 1);
        after(&app, 28 * HOUR).await;
        let mended = now(&app, &source).await;
        assert_eq!(
            (mended.polling.failures, mended.polling.broken_at),
            (0, None)
        );
        assert!(db::source::broken(&app.db).await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn a_move_is_followed_for_good_and_gone_ends_it() {
    for fresh in Fresh::both().await {
        let sites = odd(|asked| match (&*asked.host, asked.times) {
            ("show.example", 2..) => {
                let there = [(header::LOCATION, "https://new.example/feed.xml")];
                (StatusCode::MOVED_PERMANENTLY, there).into_response()
            }
            ("new.example", 3..) => StatusCode::GONE.into_response(),
            _ => served(asked, rss("Evenings", &[pair("e1", "One")])),
        })
        .await;
        let app = app_on(&fresh, &sites).await;
        let source = subscribed(&app, FEED, &Terms::default()).await;
        after(&app, 7 * HOUR).await;
        let moved = now(&app, &source).await;
        assert_eq!(moved.address, "https://new.example/feed.xml");
        assert_eq!(items(&app, &moved).await.len(), 1, "the same things, once");
        sites.asked_since();
        after(&app, 7 * HOUR).await;
        let hosts: Vec<String> = sites.asked_since().into_iter().map(|a| a.host).collect();
        assert_eq!(hosts, ["new.example"]);
        after(&app, 7 * HOUR).await;
        let ended = now(&app, &source).await;
        assert!(ended.polling.ended_at.is_some() && ended.polling.next_at.is_none());
        sites.asked_since();
        after(&app, 30 * DAY).await;
        assert!(sites.asked_since().is_empty());
        assert_eq!(items(&app, &ended).await.len(), 1, "what it brought stays");
    }
}

#[tokio::test]
async fn words_say_what_is_looked_for() {
    for fresh in Fresh::both().await {
        let list = Arc::new(Mutex::new(vec![]));
        let sites = show(&list).await;
        let app = app_on(&fresh, &sites).await;
        let terms = Terms {
            words: "Circuit\nFERRY".into(),
            language: Some("pt".into()),
            licence: Some("CC-BY-4.0".into()),
            country: Some("br".into()),
            ..Terms::default()
        };
        subscribed(&app, FEED, &terms).await;
        *list.lock().unwrap() = vec![
            pair("e1", "A room on a ferry"),
            pair("e2", "Loops"),
            pair("e3", "circuits"),
        ];
        after(&app, 7 * HOUR).await;
        let mut new = waiting(&app).await;
        new.sort_by(|a, b| a.title.cmp(&b.title));
        let titles: Vec<&str> = new.iter().map(|sent| &*sent.title).collect();
        assert_eq!(titles, ["A room on a ferry", "circuits"]);
        assert_eq!(new[0].language.as_deref(), Some("pt"));
        assert_eq!(new[0].licence, "CC-BY-4.0");
        assert_eq!(new[0].group_country.as_deref(), Some("BR"));
    }
}

#[tokio::test]
async fn what_cannot_be_is_refused_with_a_reason() {
    for fresh in Fresh::both().await {
        let sites = odd(|_| StatusCode::NOT_FOUND.into_response()).await;
        let app = app_on(&fresh, &sites).await;
        let codes = |error: Error| match error {
            Error::Faults(faults) => faults.into_iter().map(|fault| fault.code).collect(),
            other => vec![if matches!(other, Error::Db(_)) {
                "db"
            } else {
                "decided"
            }],
        };
        let none = Terms::default();
        let add = |link: &'static str, terms: Terms| {
            let app = app.clone();
            async move {
                source::add(&app, link, "", &terms, EDITOR)
                    .await
                    .map_err(codes)
            }
        };
        assert_eq!(
            add("not a link", none.clone()).await.unwrap_err(),
            ["not-a-link"]
        );
        assert_eq!(
            add("https://youtu.be/pugGoodVid1", none.clone())
                .await
                .unwrap_err(),
            ["source-single"]
        );
        let terms = Terms {
            language: Some("xx-yy".into()),
            country: Some("ZZ".into()),
            licence: Some("mine".into()),
            interval_ms: 1,
            ..none.clone()
        };
        let faults = add(FEED, terms).await.unwrap_err();
        assert_eq!(
            faults,
            [
                "language-unknown",
                "country-unknown",
                "licence-missing",
                "interval-odd"
            ]
        );
        assert!(
            db::source::all(&app.db)
                .await
                .unwrap()
                .iter()
                .all(|s| s.subscribed_at.is_none())
        );
    }
}

/// An archive's answer to this question, on this day of its own.
fn oai(asked: &Asked, day: i64) -> Response {
    let query: Vec<(String, String)> = url::form_urlencoded::parse(asked.query.as_bytes())
        .into_owned()
        .collect();
    let of = |name: &str| {
        query
            .iter()
            .find(|(n, _)| n == name)
            .map_or("", |(_, v)| v.as_str())
    };
    let record = |n: usize| {
        format!(
            "<record><header><identifier>oai:notes:{n}</identifier></header><metadata>\
             <dc:title>User groups, part {n}</dc:title><dc:identifier>https://notes.example/{n}</dc:identifier>\
             <dc:description>What a user group learnt.</dc:description></metadata></record>"
        )
    };
    let body = match (of("verb"), of("resumptionToken"), of("from")) {
        ("Identify", ..) => "<Identify><repositoryName>Notes</repositoryName></Identify>".into(),
        (_, "two", _) if day == 0 => {
            format!("<ListRecords>{}<resumptionToken/></ListRecords>", record(2))
        }
        (_, "", "") => {
            let token = "<resumptionToken>two</resumptionToken>";
            format!("<ListRecords>{}{token}</ListRecords>", record(1))
        }
        (_, "", "2026-11-20") => "<error code=\"noRecordsMatch\">none</error>".into(),
        // A day on: one is new and one is gone; its last page never comes.
        (_, "", _) => format!(
            "<ListRecords>{}<record><header status=\"deleted\"><identifier>oai:notes:1</identifier></header></record>\
             <resumptionToken>late</resumptionToken></ListRecords>",
            record(3)
        ),
        _ => "<error code=\"badResumptionToken\">expired</error>".into(),
    };
    let xml = format!(
        "<OAI-PMH xmlns=\"http://www.openarchives.org/OAI/2.0/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\
         <responseDate>2026-11-{}T10:00:00Z</responseDate>{body}</OAI-PMH>",
        20 + day
    );
    ([(header::CONTENT_TYPE, "text/xml")], xml).into_response()
}

#[tokio::test]
async fn an_archive_is_harvested_from_where_it_was_left() {
    for fresh in Fresh::both().await {
        let day = Arc::new(Mutex::new(0));
        let today = day.clone();
        let sites = odd(move |asked| oai(asked, *today.lock().unwrap())).await;
        let app = app_on(&fresh, &sites).await;
        let source = subscribed(&app, "https://notes.example/oai?set=ART", &Terms::default()).await;
        assert_eq!((&*source.provider, source.polling.archive), ("journal", 1));
        assert_eq!(
            source.address, "https://notes.example/oai?set=ART",
            "its set with it"
        );
        // The second look is a whole harvest and notes the archive's day.
        after(&app, 7 * HOUR).await;
        assert_eq!(items(&app, &source).await.len(), 2);
        assert!(waiting(&app).await.is_empty());
        sites.asked_since();
        after(&app, 7 * HOUR).await;
        let asked = sites.asked_since();
        assert_eq!(asked.len(), 1);
        assert!(
            asked[0].query.contains("from=2026-11-20") && asked[0].query.contains("set=ART"),
            "{}",
            asked[0].query
        );
        assert_eq!(
            now(&app, &source).await.polling.failures,
            0,
            "nothing new is no failure"
        );

        let all = db::item::of_source(&app.db, &source.id, 10).await.unwrap();
        let first = all.iter().find(|item| item.guid == "oai:notes:1").unwrap();
        let chosen = [first.id.to_string()];
        taking::take_from(&app, &source, &chosen, EDITOR)
            .await
            .unwrap();
        work(&app).await;
        *day.lock().unwrap() = 1;
        // As if the archive had been whole a day before.
        let mut tx = app.db.begin().await.unwrap();
        let mut memory = now(&app, &source).await.polling.memory();
        memory.harvest.since = Some("2026-11-21".into());
        let (at, next) = (app.now(), app.now() + HOUR);
        db::polling::set_looked(&mut tx, &source.id, &memory, None, at, next)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        after(&app, 2 * HOUR).await;
        let new = waiting(&app).await;
        assert!(
            new.iter().any(|sent| sent.title == "User groups, part 3"),
            "{new:?}"
        );
        let edits = edit::waiting(&app, None, 10).await.unwrap();
        let gone: Vec<_> = edits
            .iter()
            .map(|e| (&*e.item.guid, e.item.gone_at.is_some()))
            .collect();
        assert_eq!(
            gone,
            [("oai:notes:1", true)],
            "an editor sees that it was deleted"
        );
        let source = now(&app, &source).await;
        let skipped = source.polling.skipped.clone().unwrap();
        assert!(skipped.contains("badResumptionToken"), "{skipped}");
        assert_eq!(
            source.polling.memory().harvest.since.as_deref(),
            Some("2026-11-21"),
            "what was not whole is asked for again"
        );
    }
}

#[tokio::test]
async fn a_quota_is_shared_and_keeps_a_reserve() {
    for fresh in Fresh::both().await {
        let settings = [
            ("PUGCAST_YOUTUBE_UNITS", "10"),
            ("PUGCAST_FLICKR_QUERIES", "2"),
        ];
        let app = fresh.app_at(&settings, clock()).await;
        let (ours, theirs) = (app.count(Purpose::Sources), app.count(Purpose::Submissions));
        let youtube = Provider::YouTube;
        for _ in 0..8 {
            Meter::take(&ours, youtube, 1).await.unwrap();
        }
        let full = Meter::take(&ours, youtube, 1).await.unwrap_err();
        assert_eq!(full.code, Code::ProviderQuota);
        // Ten in the morning in London is two at night in California: it is whole in 22 hours.
        assert_eq!(full.retry, Retry::After(Duration::from_secs(22 * 3600)));
        Meter::take(&theirs, youtube, 2).await.unwrap();
        assert!(Meter::take(&theirs, youtube, 1).await.is_err());
        assert_eq!(theirs.used(youtube).await.unwrap(), Some((10, 10)));
        app.clock.advance_ms(22 * HOUR);
        Meter::take(&ours, youtube, 1).await.unwrap();
        assert_eq!(theirs.used(youtube).await.unwrap(), Some((1, 10)));
        Meter::take(&theirs, Provider::Flickr, 2).await.unwrap();
        assert!(Meter::take(&theirs, Provider::Flickr, 1).await.is_err());
        app.clock.advance_ms(HOUR);
        Meter::take(&theirs, Provider::Flickr, 1).await.unwrap();
        let mut tx = app.db.begin().await.unwrap();
        assert_eq!(
            db::quota::sweep(&mut tx, "youtube", "2026-11-21")
                .await
                .unwrap(),
            1
        );
    }
}

#[tokio::test]
async fn what_a_trusted_source_brings_is_published_under_that_decision() {
    for fresh in Fresh::both().await {
        let list = Arc::new(Mutex::new(vec![]));
        let sites = show(&list).await;
        let app = app_on(&fresh, &sites).await;
        let named = Named {
            name: "PyX".into(),
            city: "Turku".into(),
            country: Some("FI".into()),
        };
        let mut tx = app.db.begin().await.unwrap();
        let id = GroupId::mint(&app.clock, &app.random);
        let group = db::group::find_or_make(&mut tx, id, &named, None, 0)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        let terms = Terms {
            group_id: Some(group.id.clone()),
            ..Terms::default()
        };
        let source = subscribed(&app, FEED, &terms).await;
        let mut guids = 0;
        let mut brings = async |title: &str| {
            guids += 1;
            list.lock()
                .unwrap()
                .insert(0, (format!("e{guids}"), title.to_owned()));
            after(&app, 7 * HOUR).await;
            db::entry::of_group(&app.db, &group.id, 10)
                .await
                .unwrap()
                .len()
        };
        assert_eq!(brings("Untrusted").await, 0);
        source::grant(&app, &source, EDITOR).await.unwrap();
        assert_eq!(brings("Trusted").await, 1);
        let entry = db::entry::of_group(&app.db, &group.id, 1)
            .await
            .unwrap()
            .remove(0);
        let trust = db::trust::cited(&app.db, &entry.submission_id)
            .await
            .unwrap()
            .unwrap();
        assert_eq!((&*entry.title, &*trust.editor), ("Trusted", EDITOR));
        // Without words it cannot be an entry: it waits like everything else, whole.
        assert_eq!(brings("").await, 1);
        assert_eq!(waiting(&app).await.len(), 2);
        source::revoke(&app, &source, "eve@example.org")
            .await
            .unwrap();
        assert_eq!(brings("Distrusted").await, 1);
        source::grant(&app, &source, EDITOR).await.unwrap();
        app.clock.advance_ms(366 * DAY);
        assert_eq!(brings("Expired").await, 1);
        let all = db::trust::of_source(&app.db, &source.id).await.unwrap();
        assert_eq!(all.len(), 2);
        assert_eq!(all[1].revoked_by.as_deref(), Some("eve@example.org"));
        assert!(all.iter().all(|trust| !trust.holds(app.now())));
        // Nobody trusts what they did not subscribe to.
        source::end(&app, &source, EDITOR).await.unwrap();
        let ended = now(&app, &source).await;
        assert!(source::grant(&app, &ended, EDITOR).await.is_err());
    }
}

/// A job may run twice, and its worker die between the two.
#[tokio::test]
async fn a_look_that_is_saved_twice_doubles_nothing() {
    for fresh in Fresh::both().await {
        let list = Arc::new(Mutex::new(vec![]));
        let sites = show(&list).await;
        let app = app_on(&fresh, &sites).await;
        let source = subscribed(&app, FEED, &Terms::default()).await;
        *list.lock().unwrap() = vec![pair("e1", "One"), pair("e2", "Two")];
        let id = source.id.as_str();
        let saves = [
            poll::poll(&app, id).await.unwrap(),
            poll::poll(&app, id).await.unwrap(),
        ];
        for save in saves {
            let mut tx = app.db.begin().await.unwrap();
            save(&mut tx).await.unwrap();
            tx.commit().await.unwrap();
        }
        work(&app).await;
        assert_eq!(waiting(&app).await.len(), 2);
        // A process that died with a server in its hands gives it back by time alone.
        let mut tx = app.db.begin().await.unwrap();
        let (now, host) = (app.now(), "show.example");
        let other = SourceId::mint(&app.clock, &app.random);
        assert!(
            db::polling::take_host(&mut tx, host, &source.id, now, now + HOUR)
                .await
                .unwrap()
        );
        assert!(
            !db::polling::take_host(&mut tx, host, &other, now + HOUR - 1, now + DAY)
                .await
                .unwrap()
        );
        assert!(
            db::polling::take_host(&mut tx, host, &other, now + HOUR, now + DAY)
                .await
                .unwrap()
        );
        tx.commit().await.unwrap();
    }
}

#[tokio::test]
async fn the_desk_subscribes_asks_trusts_and_ends() {
    for fresh in Fresh::both().await {
        let list = Arc::new(Mutex::new(vec![pair("e1", "One <b>evening</b>")]));
        let sites = show(&list).await;
        let app = app_on(&fresh, &sites).await;
        let (cookie, form_token) = pages::signed_in(&app).await;
        let headers = [("cookie", &*cookie), ("origin", "http://localhost:8080")];
        let token = ("form_token", form_token.as_str());
        let wrong = [token, ("source", "not a link"), ("group", "no-such")];
        let page = pages::post(&app, "/desk/sources", &wrong, &headers).await;
        assert_eq!(page.status, 422);
        assert!(page.body.contains("no-such") && page.body.contains("value=\"not a link\""));
        let right = [
            token,
            ("source", FEED),
            ("title", "Our evenings"),
            ("interval", "3600000"),
        ];
        let onward = pages::post(&app, "/desk/sources", &right, &headers).await;
        assert_eq!(onward.status, 303);
        let path = onward.header("location").to_owned();
        after(&app, 0).await;
        let page = pages::get(&app, &path, &headers).await;
        assert_eq!(page.status, 200);
        for shown in ["Our evenings", "One thing", "One evening", "Last asked"] {
            assert!(page.body.contains(shown), "{shown}: {}", page.body);
        }
        assert!(!page.body.contains("<b>evening"));
        let source = db::source::by_address(&app.db, FEED)
            .await
            .unwrap()
            .unwrap();
        assert_eq!(source.terms.interval_ms, HOUR);
        let item = db::item::of_source(&app.db, &source.id, 9)
            .await
            .unwrap()
            .remove(0);
        for (to, field) in [
            ("trust", ("trust", "grant")),
            ("subscription", ("act", "look")),
            ("items", ("take", item.id.as_str())),
            ("trust", ("trust", "revoke")),
            ("subscription", ("act", "end")),
        ] {
            let done = pages::post(&app, &format!("{path}/{to}"), &[token, field], &headers).await;
            assert_eq!(done.status, 303, "{to} {field:?}: {}", done.body);
        }
        work(&app).await;
        assert_eq!(waiting(&app).await.len(), 1);
        let page = pages::get(&app, &path, &headers).await;
        for shown in ["Ended", "no longer trusted", "One was taken"] {
            assert!(page.body.contains(shown), "{shown}");
        }
        let anonymous = pages::get(&app, &path, &[]).await;
        assert_ne!(anonymous.status, 200);
        let metrics = pages::get(&app, "/metrics", &[]).await;
        assert_eq!(metrics.status, 200);
        let desk = pages::get(&app, "/desk", &headers).await;
        assert_eq!(desk.status, 200);
    }
}

#[tokio::test]
async fn a_subscription_moves_to_an_address_that_is_known_already() {
    for fresh in Fresh::both().await {
        let sites = odd(|asked| match (&*asked.host, asked.times) {
            ("show.example", 2..) => {
                let there = [(header::LOCATION, "https://new.example/feed.xml")];
                (StatusCode::PERMANENT_REDIRECT, there).into_response()
            }
            _ => served(asked, rss("Evenings", &[pair("e1", "One")])),
        })
        .await;
        let app = app_on(&fresh, &sites).await;
        let terms = Terms {
            words: "ferry".into(),
            ..Terms::default()
        };
        let source = subscribed(&app, FEED, &terms).await;
        source::grant(&app, &source, EDITOR).await.unwrap();
        // Somebody sent it before, and nobody subscribed to it.
        let mut tx = app.db.begin().await.unwrap();
        let told = jobs::provider::Source {
            provider: "podcast".into(),
            address: "https://new.example/feed.xml".into(),
            title: "Sent once".into(),
            ..Default::default()
        };
        let id = SourceId::mint(&app.clock, &app.random);
        let heir = db::source::find_or_make(&mut tx, id, &told, 0)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        after(&app, 7 * HOUR).await;
        let (ended, heir) = (now(&app, &source).await, now(&app, &heir).await);
        assert!(!ended.is_polled() && heir.is_polled());
        assert_eq!(heir.terms.words, "ferry");
        assert!(heir.polling.polled_at.is_some(), "it is asked at once");
        for id in [&ended.id, &heir.id] {
            let trusts = db::trust::of_source(&app.db, id).await.unwrap();
            assert!(
                trusts.iter().all(|trust| !trust.holds(app.now())),
                "another server"
            );
        }
        let mails = db::mail::unsent(&app.db, 9).await.unwrap();
        assert_eq!(mails.len(), 1, "the editor is told");
    }
}

#[tokio::test]
async fn many_at_once_are_laid_before_the_editors_look_by_look() {
    for fresh in Fresh::both().await {
        let list = Arc::new(Mutex::new(vec![]));
        let sites = show(&list).await;
        let app = app_on(&fresh, &sites).await;
        let source = subscribed(&app, FEED, &Terms::default()).await;
        *list.lock().unwrap() = (0..57)
            .map(|n| (format!("e{n}"), format!("Evening {n}")))
            .collect();
        after(&app, 7 * HOUR).await;
        assert_eq!(
            db::item::counts(&app.db, &source.id).await.unwrap(),
            (57, 50)
        );
        after(&app, 7 * HOUR).await;
        assert_eq!(
            db::item::counts(&app.db, &source.id).await.unwrap(),
            (57, 57)
        );
    }
}

#[tokio::test]
async fn an_archives_backlog_waits_for_an_editor_however_long_its_first_harvest_takes() {
    for fresh in Fresh::both().await {
        // It is busy behind its first page, once.
        let calls = Arc::new(Mutex::new(0));
        let sites = odd(move |asked| {
            let mut calls = calls.lock().unwrap();
            *calls += usize::from(asked.query.contains("resumptionToken"));
            match (asked.query.contains("resumptionToken"), *calls) {
                // Of the first look, which says what it is, and of the first harvest.
                (true, 2) => wait(StatusCode::SERVICE_UNAVAILABLE, "600"),
                _ => oai(asked, 0),
            }
        })
        .await;
        let app = app_on(&fresh, &sites).await;
        let source = subscribed(&app, "https://notes.example/oai", &Terms::default()).await;
        after(&app, 7 * HOUR).await;
        let open = now(&app, &source).await.polling;
        assert!(
            open.memory().harvest.open.is_some(),
            "what was read is kept"
        );
        assert_eq!(open.failures, 0);
        after(&app, HOUR).await;
        let whole = now(&app, &source).await.polling.memory().harvest;
        assert_eq!(
            (whole.open, whole.since.as_deref()),
            (None, Some("2026-11-20"))
        );
        assert_eq!(items(&app, &source).await.len(), 2);
        assert!(waiting(&app).await.is_empty(), "nothing of it is new");
    }
}

#[tokio::test]
async fn what_was_taken_before_is_not_taken_again_and_names_stay() {
    for fresh in Fresh::both().await {
        let list = Arc::new(Mutex::new(vec![]));
        let sites = show(&list).await;
        let app = app_on(&fresh, &sites).await;
        let source = subscribed(&app, FEED, &Terms::default()).await;
        list.lock().unwrap().push(pair("e1", "Rooms"));
        after(&app, 7 * HOUR).await;
        let sent = waiting(&app).await.remove(0);
        let item = db::item::of_source(&app.db, &source.id, 9)
            .await
            .unwrap()
            .remove(0);
        decision::decline(&app, &sent, "Not now.", EDITOR)
            .await
            .unwrap();
        let chosen = [item.id.to_string()];
        assert_eq!(
            taking::take_from(&app, &source, &chosen, EDITOR)
                .await
                .unwrap(),
            0
        );
        let left = db::submission::in_state(&app.db, State::Received, 9)
            .await
            .unwrap();
        assert!(left.is_empty(), "nothing half taken is left: {left:?}");

        list.lock().unwrap().push(pair("e2", "Loops"));
        after(&app, 7 * HOUR).await;
        let sent = waiting(&app).await.remove(0);
        let draft = db::submission::draft(&app.db, &sent.id)
            .await
            .unwrap()
            .unwrap();
        let draft = db::submission::Draft {
            group_name: "PyX".into(),
            people: "Nadia".into(),
            ..draft
        };
        let entry = decision::accept(&app, &sent, &draft, EDITOR).await.unwrap();
        list.lock().unwrap()[1].1 = "Loops, mended".into();
        after(&app, 7 * HOUR).await;
        let waits = edit::waiting(&app, Some(&source.id), 9)
            .await
            .unwrap()
            .remove(0);
        edit::take_over(&app, &waits.item, EDITOR).await.unwrap();
        let mended = db::entry::by_id(&app.db, &entry.id).await.unwrap().unwrap();
        assert_eq!(
            (&*mended.title, &*mended.people),
            ("Loops, mended", "Nadia")
        );
    }
}
