//! What a feed proposes, what an editor takes of it, and an owner's word, on both databases.

use crate::db::answers;
use crate::pages;
use crate::support::{Fresh, to_review};
use jobs::provider::{Found, Proposals, Proposed, RemoteFile, Source};
use pugcast::app::App;
use pugcast::db::enclosure::Enclosure;
use pugcast::db::{self, Db};
use pugcast::model::SourceId;
use pugcast::model::source::{self, Leave};
use pugcast::model::submission::{State, Submission};
use pugcast::model::task::Step;
use pugcast::source::{item, taking};
use pugcast::{decision, intake};

pub const EDITOR: &str = "ada@example.org";

fn found(guid: &str, title: &str) -> Found {
    Found {
        canonical: format!("https://talk.example/{guid}"),
        origin: "feed".into(),
        kind: "audio".into(),
        title: Some(title.into()),
        description: Some(format!("About {title}.")),
        guid: Some(guid.into()),
        people: vec!["Nadia".into()],
        language: Some("en-GB".into()),
        enclosure: Some(RemoteFile {
            url: format!("https://talk.example/{guid}.mp3"),
            mime: None,
            length: None,
        }),
        source: Some(source().into()),
        ..Found::default()
    }
}

fn source() -> Source {
    Source {
        provider: "podcast".into(),
        address: "https://talk.example/feed.xml".into(),
        title: "Circle talk".into(),
        link: Some("https://talk.example/".into()),
        author: Some("Nadia".into()),
    }
}

/// A feed that was sent, as the jobs leave it: its things kept, in review.
pub async fn in_review(app: &App) -> Submission {
    let sent = answers("https://talk.example/feed.xml");
    let sent = intake::receive(app, &sent, "form", &app.random.token())
        .await
        .unwrap();
    let medium = db::medium::of(&app.db, &sent.id).await.unwrap().remove(0);
    assert_eq!(medium.kind, "page", "it is asked before anybody knows");
    let items = [("ep-2", "Rooms", true), ("ep-1", "Loops", false)];
    let many = Proposals {
        source: source(),
        items: items
            .map(|(guid, title, suggested)| Proposed {
                found: found(guid, title),
                suggested,
            })
            .into(),
        skipped: vec!["item 3: it has <b>no</b> title".into()],
    };
    let mut tx = app.db.begin().await.unwrap();
    to_review(app, &mut tx, &sent.id).await;
    // Twice, as a job may: nothing doubles.
    for _ in 0..2 {
        item::keep(app, &mut tx, &medium.id, &many).await.unwrap();
    }
    tx.commit().await.unwrap();
    by_id(app, &sent).await
}

/// The first thing of a feed, taken, its sound read: it waits for an editor's words.
async fn one_taken(app: &App) -> Submission {
    let sent = in_review(app).await;
    let all = db::item::of_submission(&app.db, &sent.id).await.unwrap();
    let chosen = [all[0].id.to_string()];
    taking::take(app, &sent, &chosen, EDITOR).await.unwrap();
    let taken = db::submission::taken_from(&app.db, &sent.id).await.unwrap();
    resolved(app, &taken[0]).await
}

/// An editor's words for it.
fn rooms() -> db::submission::Draft {
    db::submission::Draft {
        title: "Rooms".into(),
        words: "About rooms.".into(),
        group_name: "PyX".into(),
        licence: "all-rights-reserved".into(),
        ..Default::default()
    }
}

pub async fn by_id(app: &App, submission: &Submission) -> Submission {
    let found = db::submission::by_id(&app.db, &submission.id).await;
    found.unwrap().unwrap()
}

fn codes(error: decision::Error) -> Vec<&'static str> {
    match error {
        decision::Error::Faults(faults) => faults.iter().map(|fault| fault.code).collect(),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn an_editor_takes_some_and_is_done() {
    for fresh in Fresh::both().await {
        let app = fresh.app(&[]).await;
        let sent = in_review(&app).await;
        let medium = db::medium::of(&app.db, &sent.id).await.unwrap().remove(0);
        assert_eq!((&*medium.kind, &*medium.provider), ("feed", "podcast"));
        assert!(
            db::medium::shown(&app.db, &sent.id)
                .await
                .unwrap()
                .is_empty()
        );
        let all = db::item::of_submission(&app.db, &sent.id).await.unwrap();
        let list: Vec<_> = all.iter().map(|p| (&*p.guid, p.suggested)).collect();
        assert_eq!(list, [("ep-2", 1), ("ep-1", 0)]);

        let none = taking::take(&app, &sent, &["no such".into()], EDITOR).await;
        assert_eq!(codes(none.unwrap_err()), ["nothing-chosen"]);
        let early = taking::close(&app, &sent, EDITOR).await;
        assert_eq!(codes(early.unwrap_err()), ["nothing-taken"]);

        let chosen = [all[0].id.to_string()];
        assert_eq!(taking::take(&app, &sent, &chosen, EDITOR).await.unwrap(), 1);
        let again = taking::take(&app, &sent, &chosen, EDITOR).await.unwrap();
        assert_eq!(again, 0, "each once");
        let taken = db::submission::taken_from(&app.db, &sent.id).await.unwrap();
        let [taken] = taken.as_slice() else {
            panic!("{taken:?}")
        };
        assert_eq!((&*taken.title, &*taken.words), ("Rooms", "About Rooms."));
        assert_eq!((&*taken.door, taken.may_copy), ("proposal", 0));
        assert_eq!(taken.licence, "all-rights-reserved", "the feed names none");
        let kept = db::item::taken_as(&app.db, &taken.id).await.unwrap();
        assert_eq!(kept.unwrap().taken_by.as_deref(), Some(EDITOR));
        assert_eq!(
            taking::found(&app, &taken.id).await.unwrap(),
            found("ep-2", "Rooms")
        );
        let medium = db::medium::of(&app.db, &taken.id).await.unwrap().remove(0);
        assert_eq!(medium.guid.as_deref(), Some("ep-2"));
        assert!(waits_for(&app.db, Step::Resolve, taken.id.as_str()).await);

        taking::close(&app, &sent, EDITOR).await.unwrap();
        assert_eq!(by_id(&app, &sent).await.state, State::Accepted);
        let late = taking::take(&app, &by_id(&app, &sent).await, &chosen, EDITOR).await;
        assert!(matches!(
            late,
            Err(decision::Error::Decided(State::Accepted))
        ));
    }
}

#[tokio::test]
async fn an_owners_no_takes_all_of_it_away_and_keeps_it_away() {
    for fresh in Fresh::both().await {
        let app = fresh.app(&[]).await;
        let sent = in_review(&app).await;
        let all = db::item::of_submission(&app.db, &sent.id).await.unwrap();
        let chosen: Vec<String> = all.iter().map(|p| p.id.to_string()).collect();
        taking::take(&app, &sent, &chosen[..1], EDITOR)
            .await
            .unwrap();
        let taken = db::submission::taken_from(&app.db, &sent.id).await.unwrap();
        let taken = resolved(&app, &taken[0]).await;
        let draft = rooms();
        let entry = decision::accept(&app, &taken, &draft, EDITOR)
            .await
            .unwrap();
        let shown = db::medium::shown(&app.db, &taken.id)
            .await
            .unwrap()
            .remove(0);
        assert_eq!(shown.source_title.as_deref(), Some("Circle talk"));
        assert_eq!(
            shown.enclosure_url.as_deref(),
            Some("https://talk.example/ep-2.mp3")
        );
        assert_eq!(
            (shown.enclosure_size, shown.duration_ms),
            (Some(9), Some(4000))
        );
        assert_eq!(shown.source_leave, None);

        let known = one_source(&app).await;
        let unsaid = pugcast::source::set_leave(&app, &known, Leave::Yes, " ", EDITOR).await;
        assert_eq!(codes(unsaid.unwrap_err()), ["leave-unsaid"]);
        pugcast::source::set_leave(&app, &known, Leave::Yes, "Nadia, by mail", EDITOR)
            .await
            .unwrap();
        let yes = one_source(&app).await;
        assert_eq!(yes.leave, Some(Leave::Yes));
        assert_eq!(yes.leave_by.as_deref(), Some("Nadia, by mail"));
        assert_eq!(yes.noted_by.as_deref(), Some(EDITOR));
        assert!(
            db::entry::by_slug(&app.db, &entry.slug)
                .await
                .unwrap()
                .is_some()
        );

        let (number, _) = db::entry::publication(&app.db).await.unwrap();
        let gone = pugcast::source::set_leave(&app, &known, Leave::No, "Nadia", EDITOR).await;
        assert_eq!(gone.unwrap(), 1);
        assert!(
            db::entry::by_slug(&app.db, &entry.slug)
                .await
                .unwrap()
                .is_none()
        );
        assert!(db::entry::publication(&app.db).await.unwrap().0 > number);
        let events = db::event::of(&app.db, known.id.as_str()).await.unwrap();
        let words: Vec<_> = events.iter().map(|event| &*event.change).collect();
        assert_eq!(words, ["leave_yes", "leave_no"]);

        let refused = taking::take(&app, &sent, &chosen[1..], EDITOR).await;
        assert_eq!(codes(refused.unwrap_err()), ["opted-out"]);
        let later = in_review(&app).await;
        let medium = db::medium::of(&app.db, &later.id).await.unwrap().remove(0);
        assert_eq!(medium.error_code.as_deref(), Some("opted-out"));
        let kept = db::item::of_submission(&app.db, &later.id).await.unwrap();
        assert!(kept.is_empty(), "nothing of it is kept any more");
    }
}

/// A no counts for what was taken before it, too, and is heard at the last moment.
#[tokio::test]
async fn nothing_is_published_after_a_no() {
    for fresh in Fresh::both().await {
        let app = fresh.app(&[]).await;
        let taken = one_taken(&app).await;
        let known = one_source(&app).await;
        pugcast::source::set_leave(&app, &known, Leave::No, "Nadia", EDITOR)
            .await
            .unwrap();
        let draft = rooms();
        let late = decision::accept(&app, &taken, &draft, EDITOR).await;
        assert_eq!(codes(late.unwrap_err()), ["opted-out"]);
        assert_eq!(by_id(&app, &taken).await.state, State::InReview);
    }
}

/// As an editor does it in a browser: tick, take, be done, note an owner's word.
#[tokio::test]
async fn the_desk_takes_and_notes() {
    let fresh = Fresh::lite();
    let app = fresh.app(&[]).await;
    let sent = in_review(&app).await;
    let (cookie, form_token) = pages::signed_in(&app).await;
    let headers = [("cookie", cookie.as_str())];
    let path = format!("/desk/submissions/{}", sent.id);
    let page = pages::get(&app, &path, &headers).await;
    assert_eq!(page.status, 200);
    for shown in [
        "Circle talk",
        "Rooms",
        "Loops",
        "Take the ticked",
        "Done with it",
    ] {
        assert!(page.body.contains(shown), "{shown}");
    }
    assert!(page.body.contains("One thing of it could not be read"));
    assert!(page.body.contains("item 3: it has") && !page.body.contains("<b>no</b>"));
    assert!(!page.body.contains("name=\"decision\" value=\"accept\""));

    let token = ("form_token", form_token.as_str());
    let take = format!("{path}/proposals");
    let none = pages::post(&app, &take, &[token], &headers).await;
    assert_eq!(none.status, 422);
    assert!(none.body.contains("Tick at least one"));
    let all = db::item::of_submission(&app.db, &sent.id).await.unwrap();
    let ids: Vec<&str> = all.iter().map(|p| p.id.as_str()).collect();
    let both = [token, ("take", ids[0]), ("take", ids[1])];
    assert_eq!(pages::post(&app, &take, &both, &headers).await.status, 303);
    let taken = db::submission::taken_from(&app.db, &sent.id).await.unwrap();
    assert_eq!(taken.len(), 2);
    let close = [token, ("decision", "close")];
    let decision = format!("{path}/decision");
    assert_eq!(
        pages::post(&app, &decision, &close, &headers).await.status,
        303
    );
    let late = pages::post(&app, &take, &both, &headers).await;
    assert_eq!(late.status, 409);
    assert!(late.body.contains("Accepted"), "{}", late.body);

    let status = pages::get(&app, &format!("/submissions/{}", sent.token), &[]).await;
    assert!(status.body.contains("What became of it") && status.body.contains("Rooms"));

    let known = one_source(&app).await;
    let leave = format!("/desk/sources/{}/leave", known.id);
    let unsaid = pages::post(&app, &leave, &[token, ("leave", "yes")], &headers).await;
    assert_eq!(unsaid.status, 422);
    assert!(unsaid.body.contains("Name who said it"));
    let odd = [token, ("leave", "perhaps"), ("leave_by", "Nadia")];
    assert_eq!(pages::post(&app, &leave, &odd, &headers).await.status, 400);
    let yes = [token, ("leave", "yes"), ("leave_by", "Nadia, by mail")];
    assert_eq!(pages::post(&app, &leave, &yes, &headers).await.status, 303);
    let list = pages::get(&app, "/desk/sources", &headers).await;
    assert!(list.body.contains("Its owner said yes"));
    let page = pages::get(&app, &format!("/desk/sources/{}", known.id), &headers).await;
    assert!(page.body.contains("Its owner said yes") && page.body.contains("Nadia, by mail"));
}

/// A journal's archive and an article's page are one journal: its no is heard at both, also at one found later.
#[tokio::test]
async fn a_no_holds_at_every_address() {
    for fresh in Fresh::both().await {
        let app = fresh.app(&[]).await;
        let at = |address: &str, link: Option<&str>| Source {
            provider: "journal".into(),
            address: address.into(),
            title: "Notes".into(),
            link: link.map(str::to_owned),
            author: None,
        };
        let archive = at("https://notes.example/oai", Some("https://notes.example/"));
        let page = at("http://notes.example", Some("http://notes.example"));
        let nowhere = [
            at("https://a.example/", None),
            at("https://b.example/", None),
        ];
        let make = async |told: &Source| {
            let mut tx = app.db.begin().await.unwrap();
            let id = SourceId::mint(&app.clock, &app.random);
            let made = db::source::find_or_make(&mut tx, id, told, 1).await;
            tx.commit().await.unwrap();
            made.unwrap()
        };
        let first = make(&archive).await;
        pugcast::source::set_leave(&app, &first, Leave::Yes, "Ilse", EDITOR)
            .await
            .unwrap();
        assert_eq!(
            make(&page).await.leave,
            None,
            "a yes holds where it was given"
        );
        pugcast::source::set_leave(&app, &first, Leave::No, "Ilse", EDITOR)
            .await
            .unwrap();
        let second = make(&page).await;
        assert_eq!(
            (second.leave, second.leave_by.as_deref()),
            (Some(Leave::No), Some("Ilse"))
        );
        let later = at("https://notes.example/feed", Some("https://notes.example"));
        assert_eq!(make(&later).await.leave, Some(Leave::No));
        let alone = make(&nowhere[0]).await;
        pugcast::source::set_leave(&app, &alone, Leave::No, "Bo", EDITOR)
            .await
            .unwrap();
        assert_eq!(
            make(&nowhere[1]).await.leave,
            None,
            "without a page nothing is the same"
        );
    }
}

pub async fn one_source(app: &App) -> source::Source {
    let all = db::source::all(&app.db).await.unwrap();
    let [one] = all.as_slice() else {
        panic!("{all:?}")
    };
    let again = db::source::by_id(&app.db, &one.id).await.unwrap();
    assert_eq!(again.as_ref(), Some(one));
    one.clone()
}

/// As the jobs would, had they read its sound.
pub async fn resolved(app: &App, taken: &Submission) -> Submission {
    let medium = db::medium::of(&app.db, &taken.id).await.unwrap().remove(0);
    let found = taking::found(app, &taken.id).await.unwrap();
    let enclosure = Enclosure {
        medium_id: medium.id.clone(),
        url: found.enclosure.as_ref().unwrap().url.clone(),
        mime: "audio/mpeg".into(),
        size: 9,
        duration_ms: Some(4000),
    };
    let mut tx = app.db.begin().await.unwrap();
    assert!(
        item::set_source(app, &mut tx, &medium.id, &found)
            .await
            .unwrap()
    );
    db::medium::set_found(&mut tx, &medium.id, "audio", &found.canonical)
        .await
        .unwrap();
    db::enclosure::save(&mut tx, &enclosure, 1).await.unwrap();
    db::enclosure::save(&mut tx, &enclosure, 2).await.unwrap();
    to_review(app, &mut tx, &taken.id).await;
    tx.commit().await.unwrap();
    by_id(app, taken).await
}

async fn waits_for(db: &Db, step: Step, subject: &str) -> bool {
    const SQL: &str =
        "select count(*) from task where step = $1 and subject = $2 and due_at is not null";
    let count: i64 = match db {
        Db::Lite { read, .. } => sqlx::query_scalar(SQL)
            .bind(step)
            .bind(subject)
            .fetch_one(read)
            .await
            .unwrap(),
        Db::Pg(pool, _) => sqlx::query_scalar(SQL)
            .bind(step)
            .bind(subject)
            .fetch_one(pool)
            .await
            .unwrap(),
    };
    count == 1
}

/// Two editors at once, one notes an owner's no and one accepts: whoever is second, nothing of it is shown.
#[tokio::test(flavor = "multi_thread")]
async fn a_no_and_a_yes_at_once() {
    let mut accepted = 0;
    for _ in 0..6 {
        for fresh in Fresh::both().await {
            let app = fresh.app(&[]).await;
            let taken = one_taken(&app).await;
            let known = one_source(&app).await;
            let draft = rooms();
            let (yes, no) = tokio::join!(
                decision::accept(&app, &taken, &draft, "bo@example.org"),
                pugcast::source::set_leave(&app, &known, Leave::No, "Nadia", EDITOR),
            );
            no.unwrap();
            accepted += usize::from(yes.is_ok());
            let shown = db::entry::recent(&app.db, 9).await.unwrap();
            assert!(shown.is_empty(), "{}", fresh.url);
        }
    }
    println!("of 12 acceptances at the same time as a no, {accepted} came first");
}
