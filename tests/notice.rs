//! What anybody tells of groups: one that is missing, one that is wrong or gone; and what editors do about it.

use crate::pages::{get, post, signed_in};
use crate::roster::{EDITOR, clock, group, publish};
use crate::support::Fresh;
use axum::http::StatusCode;
use pugcast::app::App;
use pugcast::db;
use pugcast::model::heard::Life;
use pugcast::model::notice::{Kind, Notice, Outcome, State};
use pugcast::roster;

const KEY: &str = "0123456789abcdef";

fn missing<'a>(name: &'a str, key: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("form_key", key),
        ("group_name", name),
        ("group_city", "Ibadan"),
        ("group_country", "NG"),
        ("language", "en"),
        ("website", "https://pyibadan.example.org/"),
        ("words", "They meet <b>monthly</b>."),
        ("sender_name", "Tunde"),
        ("sender_email", "tunde@example.org"),
    ]
}

fn with<'a>(
    mut fields: Vec<(&'a str, &'a str)>,
    name: &'a str,
    value: &'a str,
) -> Vec<(&'a str, &'a str)> {
    fields.retain(|(field, _)| *field != name);
    fields.push((name, value));
    fields
}

/// The notice behind the private link that a form leads to.
pub async fn told(app: &App, path: &str, fields: &[(&str, &str)]) -> Notice {
    let got = post(app, path, fields, &[]).await;
    assert_eq!(got.status, StatusCode::SEE_OTHER, "{}", got.body);
    let token = got.header("location").strip_prefix("/notices/").unwrap();
    db::notice::by_token(&app.db, token).await.unwrap().unwrap()
}

/// Mails that were written, by whom they go to and what they say.
pub async fn mails(app: &App, recipient: &str, cause: &str) -> i64 {
    let mut tx = app.db.begin().await.unwrap();
    let count = db::mail::count_since(&mut tx, recipient, cause, 0).await;
    count.unwrap()
}

#[tokio::test]
async fn a_missing_group_is_told_once_and_added_by_an_editor() {
    for fresh in Fresh::both().await {
        let app = fresh.app_at(&[], clock()).await;
        let form = get(&app, "/groups/new?name=Py+%22Ibadan%22", &[]).await;
        assert_eq!(
            (form.status, form.header("cache-control")),
            (StatusCode::OK, "no-store")
        );
        assert!(form.body.contains("value=\"Py &#34;Ibadan&#34;\""));
        let long = "x".repeat(10_000);
        for (field, value, says) in [
            ("group_name", " ", "Give its name"),
            ("group_name", "\u{202e}\u{7}", "Give its name"),
            ("group_name", &*long, "at most 200 characters"),
            ("website", "ftp://pyibadan.example.org", "no web address"),
            ("sender_name", "", "Say who you are"),
            ("sender_email", "nobody", "no mail address"),
            ("words", &*long, "at most 2000 characters"),
            ("group_country", "Oyo", "We do not know this country"),
        ] {
            let fields = with(missing("PyIbadan", KEY), field, value);
            let got = post(&app, "/groups/new", &fields, &[]).await;
            assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY, "{field}");
            assert!(got.body.contains(says), "{field}: {says}");
            assert!(got.body.contains(&format!("href=\"#{field}\"")), "{field}");
            assert!(
                got.body.contains(KEY) && got.body.contains("Error: "),
                "{field}"
            );
            if field != "words" {
                assert!(got.body.contains("They meet &#60;b&#62;monthly"), "{field}");
            }
        }
        assert_eq!(db::notice::counts(&app.db).await.unwrap(), []);

        // Nothing like it is there: it is sent at once, and sent twice it is one.
        let notice = told(&app, "/groups/new", &missing("PyIbadan", KEY)).await;
        let again = told(&app, "/groups/new", &missing("PyIbadan", KEY)).await;
        assert_eq!(notice.id, again.id);
        let stored = db::notice::by_form_key(&app.db, KEY)
            .await
            .unwrap()
            .unwrap();
        assert_eq!(
            (stored.kind, stored.state),
            (Kind::GroupMissing, State::Waiting)
        );
        let counts = db::notice::counts(&app.db).await.unwrap();
        assert_eq!(counts, [(Kind::GroupMissing, 1)]);
        assert_eq!(mails(&app, "tunde@example.org", "notice-received").await, 1);
        let own = format!("/notices/{}", notice.token);
        let page = get(&app, &own, &[]).await;
        assert!(page.body.contains("Thank you, Tunde.") && page.body.contains("within 7 days"));
        assert_eq!(page.header("x-robots-tag"), "noindex");
        assert!(!get(&app, "/groups", &[]).await.body.contains("PyIbadan"));

        // An editor looks, mends and adds it.
        let (cookie, token) = signed_in(&app).await;
        let desk = get(&app, "/desk", &[("cookie", &cookie)]).await.body;
        assert!(desk.contains("one group that is missing") && !desk.contains("Nothing waits"));
        let at = format!("/desk/notices/{}", notice.id);
        assert!(desk.contains(&at));
        let page = get(&app, &at, &[("cookie", &cookie)]).await.body;
        assert!(
            page.contains("They meet &#60;b&#62;monthly&#60;/b&#62;."),
            "{page}"
        );
        assert!(page.contains("value=\"PyIbadan\"") && page.contains("tunde@example.org"));
        let act = async |fields: &[(&str, &str)]| {
            let mut all = vec![("form_token", token.as_str())];
            all.extend(fields);
            post(
                &app,
                &format!("{at}/decision"),
                &all,
                &[("cookie", &cookie)],
            )
            .await
        };
        let bad = act(&[
            ("decision", "add"),
            ("group_name", ""),
            ("cost", "Free"),
            ("reason", "Welcome!"),
        ]);
        let bad = bad.await;
        assert_eq!(bad.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(bad.body.contains("value=\"Free\"") && bad.body.contains("Welcome!"));
        let unsaid = act(&[("decision", "decline"), ("reason", " ")]).await;
        assert!(unsaid.status == 422 && unsaid.body.contains("Say why"));
        assert_eq!(
            act(&[("decision", "keep")]).await.status,
            StatusCode::BAD_REQUEST
        );
        let good = [
            ("decision", "add"),
            ("group_name", "PyIbadan"),
            ("group_city", "Ibadan"),
            ("group_country", "NG"),
            ("cost", "Free"),
            ("reason", "Welcome!"),
        ];
        assert_eq!(act(&good).await.status, StatusCode::SEE_OTHER);
        let late = act(&good).await;
        assert_eq!(late.status, StatusCode::CONFLICT);
        assert!(
            late.body
                .contains("It is on the roster. Decided by ada@example.org")
        );
        let added = get(&app, "/groups/pyibadan", &[]).await.body;
        assert!(added.contains("Not heard from yet") && added.contains("Free"));
        let page = get(&app, &own, &[]).await.body;
        assert!(
            page.contains("It is on the roster. <a href=\"/groups/pyibadan\">"),
            "{page}"
        );
        assert!(page.contains("Welcome!"));
        assert_eq!(mails(&app, "tunde@example.org", "notice-settled").await, 1);
        let settled = db::notice::by_id(&app.db, &notice.id)
            .await
            .unwrap()
            .unwrap();
        assert_eq!(
            (
                settled.state,
                settled.outcome,
                settled.decided_by.as_deref()
            ),
            (State::Done, Some(Outcome::Added), Some(EDITOR))
        );
        let events = db::event::of(&app.db, notice.id.as_str()).await.unwrap();
        let changes: Vec<_> = events.iter().map(|event| event.change.as_str()).collect();
        assert_eq!(changes, ["received", "added"]);
        assert!(
            get(&app, &at, &[("cookie", &cookie)])
                .await
                .body
                .contains("Put on the roster")
        );
        let desk = get(&app, "/desk", &[("cookie", &cookie)]).await.body;
        assert!(!desk.contains(&at));
    }
}

#[tokio::test]
async fn what_is_like_a_missing_group_is_shown_first() {
    for fresh in Fresh::both().await {
        let app = fresh.app_at(&[], clock()).await;
        let lagos = group(&app, "PyLagos").await;
        publish(&app, &lagos, "form", Some("2026-12-01")).await;
        let far = group(&app, "Far away").await;
        let (cookie, token) = signed_in(&app).await;
        for (group, city, country, website) in [
            (&lagos, "Lagos", "NG", "http://www.pylagos.example.org"),
            (&far, "São Paulo", "BR", ""),
        ] {
            let fields = [
                ("form_token", token.as_str()),
                ("group_name", &group.name),
                ("group_city", city),
                ("group_country", country),
                ("website", website),
            ];
            let at = format!("/desk/groups/{}", group.id);
            let saved = post(&app, &at, &fields, &[("cookie", &cookie)]).await;
            assert_eq!(saved.status, StatusCode::SEE_OTHER);
        }
        // The same name without what many have in theirs, another one's website, the same city in other letters.
        for (name, city, country, website, like) in [
            (
                "Lagos Python User Group",
                "Ikeja",
                "NG",
                "",
                Some("pylagos"),
            ),
            (
                "PyNigeria",
                "",
                "",
                "https://pylagos.example.org/",
                Some("pylagos"),
            ),
            ("Grupy", "sao  paulo", "BR", "", Some("far-away")),
            ("Grupy", "São Paulo", "PT", "", None),
            ("Python User Group", "Kano", "NG", "", None),
        ] {
            let fields = [
                ("group_name", name),
                ("group_city", city),
                ("group_country", country),
                ("website", website),
                ("sender_name", "Tunde"),
                ("form_key", KEY),
            ];
            let got = post(&app, "/groups/new", &fields, &[]).await;
            match like {
                Some(slug) => {
                    assert_eq!(got.status, StatusCode::OK, "{name}");
                    assert!(got.body.contains("Is it one of these?"), "{name}");
                    let link = format!("href=\"/groups/{slug}\"");
                    assert!(got.body.contains(&link), "{name}: {}", got.body);
                }
                None => {
                    assert_eq!(got.status, StatusCode::SEE_OTHER, "{name}: {}", got.body);
                    // Make room for the next.
                    continue;
                }
            }
        }
        // None of these: it goes on, and an editor joins it all the same.
        let fields = [
            ("group_name", "Lagos Python User Group"),
            ("sender_name", "Tunde"),
            ("form_key", "fedcba9876543210"),
            ("step", "send"),
        ];
        let notice = told(&app, "/groups/new", &fields).await;
        let at = format!("/desk/notices/{}", notice.id);
        let page = get(&app, &at, &[("cookie", &cookie)]).await.body;
        assert!(page.contains("name=\"join\" value=\"pylagos\""), "{page}");
        assert!(page.contains("Heard from 1 December 2026 (video)"));
        for (join, join_to, status) in [
            ("", "", 422),
            ("", "nobody", 422),
            ("nobody", "", 422),
            ("far-away", "https://x.example/groups/pylagos/", 303),
        ] {
            let fields = [
                ("form_token", token.as_str()),
                ("decision", "join"),
                ("join", join),
                ("join_to", join_to),
            ];
            let path = format!("{at}/decision");
            let got = post(&app, &path, &fields, &[("cookie", &cookie)]).await;
            assert_eq!(got.status.as_u16(), status, "{join} {join_to}");
        }
        let page = get(&app, &format!("/notices/{}", notice.token), &[])
            .await
            .body;
        assert!(page.contains("It is on the roster already. <a href=\"/groups/pylagos\">"));
        // One of exactly this name is not made twice.
        let fields = [
            ("group_name", "Pylagos"),
            ("group_city", "lagos"),
            ("group_country", "NG"),
            ("sender_name", "Tunde"),
            ("form_key", "00000000000000000"),
            ("step", "send"),
        ];
        let notice = told(&app, "/groups/new", &fields).await;
        let mut fields = vec![("form_token", token.as_str()), ("decision", "add")];
        fields.extend([
            ("group_name", "Pylagos"),
            ("group_city", "lagos"),
            ("group_country", "NG"),
        ]);
        let path = format!("/desk/notices/{}/decision", notice.id);
        let got = post(&app, &path, &fields, &[("cookie", &cookie)]).await;
        assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(got.body.contains("/groups/pylagos. Join the two"));
        fields[1] = ("decision", "decline");
        fields.push(("reason", "It is there."));
        let got = post(&app, &path, &fields, &[("cookie", &cookie)]).await;
        assert_eq!(got.status, StatusCode::SEE_OTHER);
        let page = get(&app, &format!("/notices/{}", notice.token), &[])
            .await
            .body;
        assert!(page.contains("Left as it is") && page.contains("It is there."));
        // An address of ours is no group's.
        let new = group(&app, "New").await;
        assert_eq!(new.slug, "new-group");
    }
}

#[tokio::test]
async fn wrong_or_gone_is_told_and_mended() {
    for fresh in Fresh::both().await {
        let app = fresh.app_at(&[], clock()).await;
        let lagos = group(&app, "PyLagos").await;
        let (cookie, token) = signed_in(&app).await;
        let path = "/groups/pylagos/correction";
        let form = get(&app, path, &[]).await.body;
        assert!(form.contains("It no longer meets") && form.contains("It has another name"));
        for (matter, words, email, says) in [
            ("", "Something", "", "Choose one."),
            ("entry", "Something", "", "Choose one."),
            ("name", "\u{202e} ", "", "one sentence is plenty"),
            ("name", "Something", "no@where", "no mail address"),
        ] {
            let fields = [
                ("matter", matter),
                ("words", words),
                ("sender_email", email),
            ];
            let got = post(&app, path, &fields, &[]).await;
            assert_eq!(
                got.status,
                StatusCode::UNPROCESSABLE_ENTITY,
                "{matter} {words}"
            );
            assert!(got.body.contains(says), "{says}");
            let kept = matter != "name" || got.body.contains("value=\"name\" checked");
            assert!(kept && (words != "Something" || got.body.contains("Something")));
        }
        let none = post(&app, "/groups/none/correction", &[("matter", "gone")], &[]).await;
        assert_eq!(none.status, StatusCode::NOT_FOUND);
        let tell = async |matter: &str, key: &str| {
            let fields = [
                ("matter", matter),
                ("words", "I was there."),
                ("form_key", key),
                ("sender_email", "tunde@example.org"),
            ];
            told(&app, path, &fields).await
        };
        let act = async |notice: &Notice, fields: &[(&str, &str)]| {
            let mut all = vec![("form_token", token.as_str())];
            all.extend(fields);
            let at = format!("/desk/notices/{}/decision", notice.id);
            post(&app, &at, &all, &[("cookie", &cookie)]).await
        };
        // “Gone” needs no words.
        let fields = [("matter", "gone"), ("form_key", "sixteen letters1")];
        let gone = told(&app, path, &fields).await;
        assert_eq!(gone.group_id.as_ref(), Some(&lagos.id));
        let at = format!("/desk/notices/{}", gone.id);
        let page = get(&app, &at, &[("cookie", &cookie)]).await;
        assert!(page.body.contains("value=\"PyLagos\""));
        assert_eq!(
            act(&gone, &[("decision", "gone")]).await.status,
            StatusCode::SEE_OTHER
        );
        let life = async || roster::of(&app, &lagos.id).await.unwrap().unwrap().life;
        assert_eq!(life().await, Life::Gone);
        // Somebody of it answers: it meets.
        let meets = tell("other", "sixteen letters2").await;
        for (day, status) in [("", 422), ("2027-03-01", 422), ("2026-12-10", 303)] {
            let got = act(
                &meets,
                &[("decision", "meets"), ("day", day), ("reason", "Fine.")],
            )
            .await;
            assert_eq!(got.status.as_u16(), status, "{day}");
        }
        assert_eq!(life().await, Life::New);
        let page = get(&app, "/groups/pylagos", &[]).await.body;
        assert!(
            page.contains("Heard from 10 December 2026 (an answer)"),
            "{page}"
        );
        // It is renamed from the notice.
        let named = tell("name", "sixteen letters3").await;
        let said = [
            ("decision", "mend"),
            ("group_name", "Eko Python"),
            ("group_city", "Lagos"),
            ("group_country", "NG"),
        ];
        assert_eq!(act(&named, &said).await.status, StatusCode::SEE_OTHER);
        let own = get(&app, &format!("/notices/{}", named.token), &[])
            .await
            .body;
        assert!(
            own.contains("<a href=\"/groups/eko-python\">") && own.contains("mended"),
            "{own}"
        );
        // And one is left as it is, with a reason.
        let other = told(
            &app,
            "/groups/pylagos/correction",
            &[
                ("matter", "other"),
                ("words", "Hm."),
                ("form_key", "sixteen letters4"),
            ],
        );
        let other = other.await;
        assert_eq!(
            act(&other, &[("decision", "decline")])
                .await
                .status
                .as_u16(),
            422
        );
        let done = act(
            &other,
            &[("decision", "decline"), ("reason", "It is right.")],
        )
        .await;
        assert_eq!(done.status, StatusCode::SEE_OTHER);
        assert_eq!(mails(&app, "tunde@example.org", "notice-settled").await, 2);
        let events = db::event::of(&app.db, lagos.id.as_str()).await.unwrap();
        let changes: Vec<_> = events.iter().map(|event| event.change.as_str()).collect();
        assert_eq!(changes, ["group-gone", "group-meets", "group-renamed"]);
        assert!(events.iter().all(|event| event.actor == EDITOR));
    }
}

/// A flood from one network fills no more than its share, and says so with the words kept.
#[tokio::test]
async fn a_flood_of_notices_is_bounded() {
    for fresh in Fresh::both().await {
        let app = fresh.app_at(&[], clock()).await;
        group(&app, "PyLagos").await;
        let tell = async |n: usize, from: &str| {
            let key = format!("sixteen letters {n}");
            let fields = [
                ("matter", "other"),
                ("words", "Flooded words"),
                ("form_key", key.as_str()),
            ];
            let from = [("x-forwarded-for", from)];
            post(&app, "/groups/pylagos/correction", &fields, &from).await
        };
        for n in 0..12 {
            let from = format!("203.0.113.{n}");
            assert_eq!(tell(n, &from).await.status, StatusCode::SEE_OTHER, "{n}");
        }
        let full = tell(12, "203.0.113.200").await;
        assert_eq!(full.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(full.body.contains("no more for an hour") && full.body.contains("Flooded words"));
        // What was stored is still found by its form; others are not kept out; an hour later it goes on.
        assert_eq!(tell(3, "203.0.113.200").await.status, StatusCode::SEE_OTHER);
        assert_eq!(tell(13, "198.51.100.1").await.status, StatusCode::SEE_OTHER);
        app.clock.advance_ms(60 * 60 * 1000 + 1);
        assert_eq!(
            tell(12, "203.0.113.200").await.status,
            StatusCode::SEE_OTHER
        );
        // Whose network it was is forgotten after a day.
        let notices = db::notice::waiting(&app.db, 99).await.unwrap();
        assert_eq!(notices[0].network.as_deref(), Some("203.0.113.0/24"));
        app.clock.advance_ms(24 * 60 * 60 * 1000 + 1);
        pugcast::sweep::once(&app).await.unwrap();
        let notices = db::notice::waiting(&app.db, 99).await.unwrap();
        assert!(notices.len() == 14 && notices.iter().all(|notice| notice.network.is_none()));
    }
}

/// The database is away: nothing that was typed is lost.
#[tokio::test]
async fn a_database_that_is_away_keeps_what_was_typed() {
    let fresh = Fresh::lite();
    let app = fresh.app_at(&[], clock()).await;
    app.db.close().await;
    let said = [
        ("matter", "other"),
        ("words", "My words"),
        ("sender_name", "Tunde"),
        ("group_name", "PyKept"),
        ("sender_email", "tunde@example.org"),
        ("form_key", KEY),
    ];
    for (path, matter) in [
        ("/groups/new", ""),
        ("/groups/pylagos/correction", "other"),
        ("/entries/an-evening/removal", "entry"),
    ] {
        let fields = with(said.to_vec(), "matter", matter);
        let got = post(&app, path, &fields, &[]).await;
        assert_eq!(got.status, StatusCode::SERVICE_UNAVAILABLE, "{path}");
        for kept in [
            "My words",
            "tunde@example.org",
            KEY,
            "Your answers are kept",
        ] {
            assert!(got.body.contains(kept), "{path}: {kept}");
        }
        if !matter.is_empty() {
            let kept = format!("value=\"{matter}\" aria-describedby");
            let plain = format!("value=\"{matter}\" checked");
            assert!(
                got.body.contains(&plain) || got.body.contains(&kept),
                "{path}"
            );
        }
    }
}
