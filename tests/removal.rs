//! “Is this you?”: an entry goes off at once where that may be, and an editor decides.

use crate::notice::{mails, told};
use crate::pages::{Got, get, post, signed_in};
use crate::roster::{EDITOR, clock, draft, group, publish, waiting};
use crate::support::{Fresh, work};
use axum::http::StatusCode;
use pugcast::app::App;
use pugcast::model::entry::Entry;
use pugcast::model::notice::{Notice, Outcome, State};
use pugcast::model::watch::Watch;
use pugcast::{db, decision, notice};

const HOUR_MS: i64 = 60 * 60 * 1000;

/// Asks for a removal, from a network.
async fn ask(app: &App, entry: &Entry, matter: &str, key: &str, from: &str) -> Got {
    let fields = [
        ("matter", matter),
        ("words", "That is me in the third row."),
        ("sender_name", "Bola"),
        ("sender_email", "bola@example.org"),
        ("form_key", key),
    ];
    let path = format!("/entries/{}/removal", entry.slug);
    post(app, &path, &fields, &[("x-forwarded-for", from)]).await
}

async fn notice_of(app: &App, got: &Got) -> Notice {
    assert_eq!(got.status, StatusCode::SEE_OTHER, "{}", got.body);
    let token = got.header("location").strip_prefix("/notices/").unwrap();
    db::notice::by_token(&app.db, token).await.unwrap().unwrap()
}

/// Whether an entry is seen: its own page, the feed, the home page, its group's, and a picture of its own.
async fn is_shown(app: &App, entry: &Entry) -> bool {
    let page = get(app, &format!("/entries/{}", entry.slug), &[]).await;
    let shown = page.status == StatusCode::OK;
    let wanted = if shown { 200 } else { 410 };
    assert_eq!(page.status.as_u16(), wanted);
    for path in [
        "/",
        "/showcase.xml",
        &format!("/groups/{}", entry.group_slug),
    ] {
        let body = get(app, path, &[]).await.body;
        let link = format!("/entries/{}", entry.slug);
        let links = ["\"", "<"].map(|end| body.contains(&format!("{link}{end}")));
        assert_eq!(links.contains(&true), shown, "{path}");
    }
    for card in db::card::of_entry(&app.db, &entry.id).await.unwrap() {
        let got = get(app, &format!("/media/{}", card.name), &[]).await;
        assert_eq!(got.status == StatusCode::OK, shown, "{}", card.name);
    }
    shown
}

struct Desk {
    cookie: String,
    token: String,
}

impl Desk {
    async fn new(app: &App) -> Desk {
        let (cookie, token) = signed_in(app).await;
        Desk { cookie, token }
    }

    async fn decide(&self, app: &App, notice: &Notice, fields: &[(&str, &str)]) -> Got {
        let mut all = vec![("form_token", self.token.as_str())];
        all.extend(fields);
        let path = format!("/desk/notices/{}/decision", notice.id);
        post(app, &path, &all, &[("cookie", &self.cookie)]).await
    }

    async fn page(&self, app: &App, path: &str) -> String {
        get(app, path, &[("cookie", &self.cookie)]).await.body
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_entry_goes_at_once_and_an_editor_decides() {
    for fresh in Fresh::both().await {
        let app = fresh.app_at(&[], clock()).await;
        let desk = Desk::new(&app).await;
        let lagos = group(&app, "PyLagos").await;
        let entry = publish(&app, &lagos, "form", Some("2026-12-01")).await;
        work(&app).await;
        let drawn = db::card::of_entry(&app.db, &entry.id).await.unwrap();
        assert!(is_shown(&app, &entry).await && !drawn.is_empty());
        let page = get(&app, &format!("/entries/{}", entry.slug), &[])
            .await
            .body;
        let path = format!("/entries/{}/removal", entry.slug);
        assert!(page.contains(&path) && page.contains("Is this you?"));
        let form = get(&app, &path, &[]).await;
        assert!(
            form.body
                .contains("off the site at once, until an editor has decided")
        );
        assert_eq!(form.header("x-robots-tag"), "noindex");
        for (field, value, says) in [
            ("matter", "", "Choose one."),
            ("words", "", "Say why: one sentence is plenty"),
            ("sender_name", "\u{202e}", "Say who you are"),
        ] {
            let mut fields = vec![
                ("matter", "entry"),
                ("words", "It is me."),
                ("sender_name", "Bola"),
            ];
            fields.retain(|(name, _)| *name != field);
            fields.push((field, value));
            let got = post(&app, &path, &fields, &[]).await;
            assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY, "{field}");
            assert!(got.body.contains(says), "{field}");
        }
        assert!(is_shown(&app, &entry).await, "nothing was asked for yet");

        let asked = ask(&app, &entry, "entry", "sixteen letters1", "203.0.113.1").await;
        let notice = notice_of(&app, &asked).await;
        assert_eq!(notice.held_from.as_deref(), Some("shown"));
        assert!(!is_shown(&app, &entry).await);
        // The same form again is the same notice, though its page is gone.
        let again = ask(&app, &entry, "entry", "sixteen letters1", "203.0.113.1").await;
        assert_eq!(again.header("location"), asked.header("location"));
        // What stands there names nobody; nor does it once more ask.
        let gone = get(&app, &format!("/entries/{}", entry.slug), &[]).await;
        assert!(!gone.body.contains("An evening of") && gone.body.contains("This page is off"));
        assert_eq!(gone.header("cache-control"), "no-store");
        assert_eq!(get(&app, &path, &[]).await.status, StatusCode::GONE);
        let late = ask(&app, &entry, "entry", "sixteen letters2", "203.0.113.1").await;
        assert_eq!(late.status, StatusCode::GONE);
        let own = get(&app, asked.header("location"), &[]).await.body;
        assert!(own.contains("It is off the site until then"), "{own}");
        assert!(!own.contains("An evening of"), "{own}");
        assert_eq!(mails(&app, EDITOR, "notice-removal").await, 1);
        assert_eq!(mails(&app, "bola@example.org", "notice-received").await, 1);

        // First on the desk, before what waits longer.
        let list = desk.page(&app, "/desk").await;
        assert!(list.contains("One removal") && list.contains("off until you decide"));
        let at = format!("/desk/notices/{}", notice.id);
        let page = desk.page(&app, &at).await;
        assert!(
            page.contains("The entry is off the site until you decide"),
            "{page}"
        );
        assert!(page.contains("third row") && page.contains("Put it back"));
        for unsaid in ["keep", "remove"] {
            let got = desk.decide(&app, &notice, &[("decision", unsaid)]).await;
            assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY, "{unsaid}");
        }
        // Put back, with a reason that whoever asked reads.
        let keep = [("decision", "keep"), ("reason", "It is somebody else.")];
        let got = desk.decide(&app, &notice, &keep).await;
        assert_eq!(got.status, StatusCode::SEE_OTHER, "{}", got.body);
        assert!(is_shown(&app, &entry).await);
        let own = get(&app, asked.header("location"), &[]).await.body;
        assert!(own.contains("It stays as it is.") && own.contains("It is somebody else."));
        let events = db::event::of(&app.db, entry.submission_id.as_str())
            .await
            .unwrap();
        let changes: Vec<_> = events.iter().map(|event| event.change.as_str()).collect();
        assert!(
            changes.ends_with(&["entry-held", "entry-restored"]),
            "{changes:?}"
        );
        let review = desk
            .page(&app, &format!("/desk/submissions/{}", entry.submission_id))
            .await;
        assert!(
            review.contains("Put back on the site · ada@example.org"),
            "{review}"
        );

        // The next who asks does not silence it again: it waits on the desk.
        let second = ask(&app, &entry, "entry", "sixteen letters3", "198.51.100.1").await;
        let second = notice_of(&app, &second).await;
        assert_eq!(second.held_from, None);
        assert!(is_shown(&app, &entry).await);
        let third = ask(&app, &entry, "own_name", "sixteen letters4", "198.51.100.1").await;
        let third = notice_of(&app, &third).await;
        // Off for good; who else waits for it is answered, its sender is told, its identity stays its own.
        let remove = [("decision", "remove"), ("reason", "She is right.")];
        let got = desk.decide(&app, &second, &remove).await;
        assert_eq!(got.status, StatusCode::SEE_OTHER);
        assert!(!is_shown(&app, &entry).await);
        for notice in [&second, &third] {
            let now = db::notice::by_id(&app.db, &notice.id)
                .await
                .unwrap()
                .unwrap();
            assert_eq!(
                (now.state, now.outcome),
                (State::Done, Some(Outcome::Removed))
            );
        }
        assert_eq!(mails(&app, "amara@example.org", "taken-off").await, 1);
        let late = desk.decide(&app, &second, &keep).await;
        assert_eq!(late.status, StatusCode::CONFLICT);
        assert!(
            late.body
                .contains("off the site for good. Decided by ada@example.org")
        );
        assert!(!is_shown(&app, &entry).await);
        // The jobs that were rung for are done, and bring nothing back; its address is nobody else's.
        work(&app).await;
        assert!(!is_shown(&app, &entry).await);
        let again = publish(&app, &lagos, "form", Some("2026-12-02")).await;
        assert_ne!(again.slug, entry.slug);
    }
}

#[tokio::test]
async fn a_name_alone_is_taken_out() {
    for fresh in Fresh::both().await {
        let app = fresh.app_at(&[], clock()).await;
        let desk = Desk::new(&app).await;
        let lagos = group(&app, "PyLagos").await;
        let entry = publish(&app, &lagos, "form", Some("2026-12-01")).await;
        let asked = ask(&app, &entry, "own_name", "sixteen letters1", "203.0.113.1").await;
        let notice = notice_of(&app, &asked).await;
        assert!(is_shown(&app, &entry).await, "the rest stays meanwhile");
        let page = desk
            .page(&app, &format!("/desk/notices/{}", notice.id))
            .await;
        assert!(
            page.contains("Take only my name out") && page.contains("Amara\nTunde"),
            "{page}"
        );
        let words = [
            ("decision", "revise"),
            ("title", "An evening"),
            ("words", "Somebody showed it."),
            ("people", "Amara"),
        ];
        let unsaid = desk.decide(&app, &notice, &words).await;
        assert_eq!(unsaid.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(unsaid.body.contains("Say who you are") && unsaid.body.contains("Somebody showed"));
        let mut words = words.to_vec();
        words.push(("sender_name", "A."));
        let done = desk.decide(&app, &notice, &words).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
        let now = db::entry::by_id(&app.db, &entry.id).await.unwrap().unwrap();
        assert_eq!(
            (now.people.as_str(), now.sender_name.as_str()),
            ("Amara", "A.")
        );
        assert_eq!(now.words, "Somebody showed it.");
        assert_eq!(
            (now.slug, now.published_at),
            (entry.slug.clone(), entry.published_at)
        );
        assert_eq!(db::entry::revisions(&app.db, &entry.id).await.unwrap(), 2);
        let own = get(&app, asked.header("location"), &[]).await.body;
        assert!(own.contains("The words were changed."));
        // An entry that is off comes back in other words.
        let other = publish(&app, &lagos, "form", Some("2026-12-02")).await;
        let asked = ask(&app, &other, "entry", "sixteen letters2", "203.0.113.1").await;
        let notice = notice_of(&app, &asked).await;
        assert!(!is_shown(&app, &other).await);
        let done = desk.decide(&app, &notice, &words).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
        assert!(is_shown(&app, &other).await);
    }
}

/// A stranger cannot silence everything.
#[tokio::test]
async fn no_more_is_hidden_than_the_rule_says() {
    for fresh in Fresh::both().await {
        let app = fresh.app_at(&[], clock()).await;
        let lagos = group(&app, "PyLagos").await;
        let mut entries = Vec::new();
        for n in 1..=9 {
            entries.push(publish(&app, &lagos, "form", Some(&format!("2026-12-0{n}"))).await);
        }
        let (hour, day) = notice::removal::MOST;
        assert_eq!((hour, day), (5, 2));
        // Two in a day from one network, whichever address of it; five in an hour from all.
        let froms = [
            ("203.0.113.1", true),
            ("203.0.113.99", true),
            ("203.0.113.7", false),
            ("198.51.100.1", true),
            ("2001:db8:1:2::1", true),
            ("2001:db8:1:9::1", true),
            ("192.0.2.1", false),
        ];
        for (n, (from, hidden)) in froms.into_iter().enumerate() {
            let key = format!("sixteen letters {n}");
            let got = ask(&app, &entries[n], "entry", &key, from).await;
            let notice = notice_of(&app, &got).await;
            assert_eq!(notice.held_from.is_some(), hidden, "{from}");
            assert_eq!(is_shown(&app, &entries[n]).await, !hidden, "{from}");
        }
        // An hour later others may; that network still not.
        app.clock.advance_ms(HOUR_MS + 1);
        for (n, from, hidden) in [(7, "203.0.113.1", false), (8, "192.0.2.1", true)] {
            let key = format!("sixteen letters {n}");
            let got = ask(&app, &entries[n], "entry", &key, from).await;
            let notice = notice_of(&app, &got).await;
            assert_eq!(notice.held_from.is_some(), hidden, "{from}");
        }
        // All of it is on the desk, removals on top.
        let fields = [("matter", "gone"), ("form_key", "a sixteen letters")];
        told(&app, "/groups/pylagos/correction", &fields).await;
        let waiting = db::notice::waiting(&app.db, 99).await.unwrap();
        assert_eq!(waiting.len(), 10);
        assert!(
            waiting
                .windows(2)
                .all(|two| two[0].kind == two[1].kind || two[1].entry_id.is_none())
        );
    }
}

#[tokio::test]
async fn where_the_settings_say_ask_it_stays_until_decided() {
    for fresh in Fresh::both().await {
        let app = fresh.app_at(&[("PUGCAST_REMOVAL", "ask")], clock()).await;
        let lagos = group(&app, "PyLagos").await;
        let entry = publish(&app, &lagos, "form", Some("2026-12-01")).await;
        let form = get(&app, &format!("/entries/{}/removal", entry.slug), &[])
            .await
            .body;
        assert!(form.contains("It stays until then.") && !form.contains("at once"));
        let got = ask(&app, &entry, "entry", "sixteen letters1", "203.0.113.1").await;
        let notice = notice_of(&app, &got).await;
        assert!(notice.held_from.is_none() && is_shown(&app, &entry).await);
        assert_eq!(
            mails(&app, EDITOR, "notice-removal").await,
            0,
            "no editor yet"
        );
        let desk = Desk::new(&app).await;
        let page = desk
            .page(&app, &format!("/desk/notices/{}", notice.id))
            .await;
        assert!(page.contains("Keep it") && !page.contains("until you decide"));
        let remove = [("decision", "remove"), ("reason", "Yes.")];
        desk.decide(&app, &notice, &remove).await;
        assert!(!is_shown(&app, &entry).await);
    }
    let wrong = pugcast::config::Config::with(&[("PUGCAST_REMOVAL", "perhaps")]).unwrap_err();
    assert!(
        wrong
            .to_string()
            .contains("PUGCAST_REMOVAL: must be one of hide, ask")
    );
}

/// What its links' checker took off still names people; and comes back as the checker's, not by a removal's end.
#[tokio::test]
async fn an_entry_that_was_off_already_goes_back_to_whoever_took_it_off() {
    for fresh in Fresh::both().await {
        let app = fresh.app_at(&[], clock()).await;
        let desk = Desk::new(&app).await;
        let lagos = group(&app, "PyLagos").await;
        let entry = publish(&app, &lagos, "form", Some("2026-12-01")).await;
        let medium = db::medium::of(&app.db, &entry.submission_id)
            .await
            .unwrap()
            .remove(0);
        let mut tx = app.db.begin().await.unwrap();
        let watch = Watch::new(medium.id.clone(), app.now(), app.now());
        db::watch::add(&mut tx, &watch).await.unwrap();
        assert!(
            db::entry::withdraw(&mut tx, &entry.id, "watch", app.now())
                .await
                .unwrap()
        );
        tx.commit().await.unwrap();
        let path = format!("/entries/{}", entry.slug);
        let tombstone = get(&app, &path, &[]).await;
        assert_eq!(tombstone.status, StatusCode::GONE);
        assert!(tombstone.body.contains("An evening of PyLagos"));
        assert!(tombstone.body.contains(&format!("{path}/removal")));
        let got = ask(&app, &entry, "entry", "sixteen letters1", "203.0.113.1").await;
        let notice = notice_of(&app, &got).await;
        assert_eq!(notice.held_from.as_deref(), Some("watch"));
        assert!(!get(&app, &path, &[]).await.body.contains("An evening of"));
        // The checker neither brings it back nor looks.
        let mut tx = app.db.begin().await.unwrap();
        assert!(
            !db::watch::restore(&mut tx, &entry.id, app.now())
                .await
                .unwrap()
        );
        assert_eq!(db::watch::park(&mut tx, app.now()).await.unwrap(), 1);
        tx.commit().await.unwrap();
        let keep = [("decision", "keep"), ("reason", "It is somebody else.")];
        let done = desk.decide(&app, &notice, &keep).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
        // Off as before, and looked at again.
        let tombstone = get(&app, &path, &[]).await;
        assert_eq!(tombstone.status, StatusCode::GONE);
        assert!(tombstone.body.contains("An evening of PyLagos"));
        let subject = db::watch::subject(&app.db, &medium.id)
            .await
            .unwrap()
            .unwrap();
        assert_eq!(subject.watch.next_at, Some(app.now()));
        // An owner's no leaves nothing to ask about.
        let other = publish(&app, &lagos, "form", Some("2026-12-02")).await;
        let sent = waiting(&app, "form", "https://youtu.be/pugGoodVid1").await;
        let last = decision::accept(&app, &sent, &draft(&lagos, None, None), EDITOR).await;
        let last = last.unwrap();
        // What it shows went away while it was off: it stays off, as the checker's.
        let got = ask(&app, &last, "entry", "sixteen letters2", "203.0.113.1").await;
        let notice = notice_of(&app, &got).await;
        let medium = db::medium::of(&app.db, &last.submission_id)
            .await
            .unwrap()
            .remove(0);
        let mut tx = app.db.begin().await.unwrap();
        db::medium::set_failed(&mut tx, &medium.id, "gone", "")
            .await
            .unwrap();
        tx.commit().await.unwrap();
        desk.decide(&app, &notice, &keep).await;
        let page = get(&app, &format!("/entries/{}", last.slug), &[]).await;
        assert!(page.status == StatusCode::GONE && page.body.contains("An evening of PyLagos"));
        assert!(is_shown(&app, &other).await);
        for path in [
            "/entries/none/removal",
            "/entries/a%00b/removal",
            "/notices/none",
            "/notices/a%00b",
        ] {
            assert_eq!(
                get(&app, path, &[]).await.status,
                StatusCode::NOT_FOUND,
                "{path}"
            );
        }
    }
}
