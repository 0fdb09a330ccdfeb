//! Countries, languages, people, near you, and the feeds' own page.

use crate::pages::{self, get, post, publish};
use crate::support::{Fresh, binary};
use axum::http::StatusCode;
use pugcast::app::App;
use pugcast::db;
use pugcast::db::enclosure::Enclosure;
use pugcast::db::listing::{Changed, changed};
use pugcast::model::group::Named;
use pugcast::model::{GroupId, MediumId, SubmissionId};
use std::process::Command;

const LINK: &str = "https://youtu.be/HRb7B9fPhfA";

async fn group(app: &App, name: &str, city: &str, country: &str) {
    let mut tx = app.db.begin().await.unwrap();
    let named = Named {
        name: name.into(),
        city: city.into(),
        country: Some(country.into()).filter(|code: &String| !code.is_empty()),
    };
    let id = GroupId::mint(&app.clock, &app.random);
    db::group::find_or_make(&mut tx, id, &named, None, 0)
        .await
        .unwrap();
    changed(&mut tx, Changed::Pages, app.now()).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn near_a_city_that_somebody_types() {
    for fresh in Fresh::both().await {
        let app = fresh.app(&[]).await;
        let empty = get(&app, "/near", &[]).await;
        assert_eq!(empty.status, 200);
        assert!(!empty.body.contains("role=\"status\""), "nobody asked yet");
        let none = get(&app, "/near?place=Ibadan", &[]).await;
        assert!(none.body.contains("No group in Ibadan"), "{}", none.body);
        group(&app, "PyLagos", "Lagos", "NG").await;
        group(&app, "PyTokyo", "東京", "JP").await;
        group(&app, "PyNowhere", "", "").await;
        for (typed, says, first, km) in [
            ("Ibadan", "No group near Ibadan", "PyLagos", 117),
            ("lagos", "Groups near Lagos", "PyLagos", 0),
            ("東京", "Groups near Tokyo", "PyTokyo", 0),
            ("Yokohama", "Groups near Yokohama", "PyTokyo", 28),
        ] {
            let asked: String = url::form_urlencoded::byte_serialize(typed.as_bytes()).collect();
            let got = get(&app, &format!("/near?place={asked}"), &[]).await;
            assert!(got.body.contains(says), "{typed}: {}", got.body);
            let rows = &got.body[got.body.find("class=\"roster\"").unwrap()..];
            let other = if first == "PyLagos" {
                "PyTokyo"
            } else {
                "PyLagos"
            };
            let at = rows.find(first).unwrap();
            match rows.find(other) {
                // What is far is named only where there is nothing near.
                Some(behind) => assert!(at < behind && says.contains("No group"), "{typed}"),
                None => assert!(says.contains("Groups near"), "{typed}"),
            }
            let told: i64 = rows[..rows.find(" km").unwrap()]
                .rsplit(['>', ' '])
                .next()
                .unwrap()
                .parse()
                .unwrap();
            assert!((told - km).abs() <= 5, "{typed}: {told} km");
            assert!(!rows.contains("PyNowhere"), "nobody knows where it is");
        }
        let country = get(&app, "/near?place=Nigeria", &[]).await;
        assert!(country.body.contains("PyLagos") && !country.body.contains("PyTokyo"));
        for odd in [
            "\0",
            "💩",
            "<script>",
            &"x".repeat(5000),
            "%",
            "'; drop table",
            "\u{202e}",
            ",,,",
        ] {
            let asked: String = url::form_urlencoded::byte_serialize(odd.as_bytes()).collect();
            let got = get(&app, &format!("/near?place={asked}"), &[]).await;
            assert!(
                got.status == 200 || got.status == 400,
                "{odd}: {}",
                got.status
            );
            assert!(!got.body.contains("<script>"), "{odd}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn countries_languages_and_people() {
    for fresh in Fresh::both().await {
        let app = fresh.app(&[]).await;
        let entry = publish(&app, LINK, "Rain gauges", "What was covered.").await;
        let country = entry
            .group_country
            .clone()
            .map_or("zz".into(), |code| code.to_lowercase());
        let path = format!("/countries/{country}");
        let got = get(&app, &path, &[]).await;
        assert_eq!(got.status, 200);
        assert!(got.body.contains("Rain gauges") && got.body.contains(&entry.group_name));
        assert!(
            got.body
                .contains(&format!("{}{path}/showcase.xml", app.url)),
            "how one follows it"
        );
        let all = get(&app, "/countries", &[]).await;
        assert!(all.body.contains(&format!("href=\"{path}\"")));
        let tag = entry.language.clone().unwrap();
        let got = get(&app, &format!("/languages/{tag}"), &[]).await;
        assert!(got.body.contains("Rain gauges"));
        assert!(
            get(&app, "/languages", &[])
                .await
                .body
                .contains(&format!("/languages/{tag}"))
        );
        let empty = get(&app, "/languages/ja", &[]).await;
        assert_eq!(empty.status, 200);
        assert!(empty.body.contains("日本語") && empty.body.contains("/languages/ja/showcase.xml"));
        let moved = get(&app, "/countries/NG", &[]).await;
        assert_eq!(
            (moved.status.as_u16(), moved.header("location")),
            (301, "/countries/ng")
        );
        for nowhere in [
            "/countries/qq",
            "/languages/nonsense",
            "/people/nobody",
            "/countries/%00",
        ] {
            let status = get(&app, nowhere, &[]).await.status;
            assert!(status == 404 || status == 400, "{nowhere}: {status}");
        }

        let page = get(&app, &format!("/entries/{}", entry.slug), &[]).await;
        let people = db::person::of_entry(&app.db, &entry.id).await.unwrap();
        let person = people.first().unwrap();
        let path = format!("/people/{}", person.slug);
        assert!(
            page.body.contains(&format!("href=\"{path}\"")),
            "{}",
            page.body
        );
        let got = get(&app, &path, &[]).await;
        assert!(got.body.contains("Rain gauges") && got.body.contains(&person.name));
        assert_eq!(
            db::person::by_slug(&app.db, &person.slug)
                .await
                .unwrap()
                .as_ref(),
            Some(person)
        );
        assert_eq!(
            db::person::entries(&app.db, &person.slug, 9)
                .await
                .unwrap()
                .len(),
            1
        );
        // The list of names, a part at a time.
        let all = get(&app, "/people", &[]).await;
        assert!(all.body.contains(&format!("href=\"{path}\"")));
        let behind = get(&app, "/people?after=%F0%9F%92%A9", &[]).await;
        assert_eq!(behind.status, 200);
        for odd in ["%00", "%FF", "%E2%80%AE", &"x".repeat(5000)] {
            let got = get(&app, &format!("/people?after={odd}"), &[]).await;
            assert_eq!(got.status, 200, "{odd}");
        }
        assert!(!behind.body.contains(&path));
        let first = db::person::after(&app.db, "", 1).await.unwrap();
        let rest = db::person::after(&app.db, &first[0].name, 9).await.unwrap();
        assert!(first.len() == 1 && !rest.contains(&first[0]));
        assert_eq!(first.len() + rest.len(), people.len());
        let mut tx = app.db.begin().await.unwrap();
        assert!(
            db::entry::withdraw(&mut tx, &entry.id, "watch", app.now())
                .await
                .unwrap()
        );
        changed(&mut tx, Changed::Entry(&entry.id), app.now())
            .await
            .unwrap();
        tx.commit().await.unwrap();
        assert_eq!(
            get(&app, &path, &[]).await.status,
            404,
            "gone with the last entry"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_of_feeds_and_the_check() {
    let fresh = Fresh::lite();
    let app = fresh.app(&[]).await;
    let entry = publish(&app, LINK, "Rain gauges", "What was covered.").await;
    let got = get(&app, "/feeds", &[]).await;
    for wanted in [
        "/showcase.atom",
        "/showcase.json",
        "/feeds.opml",
        "feedly.com",
        "class=\"code\"",
        &format!("/groups/{}", entry.group_slug),
    ] {
        assert!(got.body.contains(wanted), "{wanted}: {}", got.body);
    }
    assert!(
        !got.body.contains("antennapod"),
        "there is nothing to listen to yet"
    );
    let form = get(&app, "/feeds/check?url=https%3A%2F%2Fa.example%2F", &[]).await;
    assert!(form.body.contains("value=\"https://a.example/\""));
    for (typed, status, says) in [
        ("http://127.0.0.1:1/feed.xml", 422, "not"),
        ("javascript:alert(1)", 422, ""),
        ("no address", 422, ""),
        ("", 303, ""),
    ] {
        let got = post(&app, "/feeds/check", &[("url", typed)], &[]).await;
        assert_eq!(got.status.as_u16(), status, "{typed}: {}", got.body);
        assert!(
            got.body.contains(says) && !got.body.contains("href=\"javascript"),
            "{typed}"
        );
    }
}

/// The command names each fault and says by its exit code whether anything has to be mended.
#[test]
fn a_feed_is_checked_by_the_command() {
    let fixtures = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/jobs/tests/fixtures/conformance"
    );
    let run = |arguments: &[&str]| {
        let done = Command::new(binary())
            .args(["check", "feed"])
            .args(arguments)
            .output()
            .unwrap();
        (
            done.status.code().unwrap(),
            String::from_utf8(done.stdout).unwrap(),
            String::from_utf8(done.stderr).unwrap(),
        )
    };
    let (code, out, _) = run(&[
        &format!("{fixtures}/podcasting-license-address/fails.xml"),
        "--json",
    ]);
    assert_eq!(code, 1, "{out}");
    let lines: Vec<serde_json::Value> = out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let fault = lines
        .iter()
        .find(|line| line["code"] == "podcasting-license-address")
        .unwrap();
    assert!(
        fault["line"].as_i64().unwrap() > 0 && !fault["says"].as_str().unwrap().starts_with('[')
    );
    let (code, out, _) = run(&[&format!("{fixtures}/podcasting-license-address/fails.xml")]);
    assert!(
        code == 1 && out.contains("podcasting-license-address"),
        "{out}"
    );
    for whole in std::fs::read_dir(format!("{fixtures}/whole")).unwrap() {
        let path = whole.unwrap().path();
        if path.to_string_lossy().contains("podcast") {
            let (code, out, _) = run(&[path.to_str().unwrap()]);
            assert_eq!(code, 0, "{}: {out}", path.display());
        }
    }
    let (code, out, error) = run(&["no-such-file.xml"]);
    assert!(
        code == 1 && out.is_empty() && error.contains("neither a file nor an address"),
        "{error}"
    );
}

/// A sound of so many bytes, which its entry has from now on.
async fn heard(app: &App, medium: &MediumId, submission: &SubmissionId, size: i64) {
    let mut tx = app.db.begin().await.unwrap();
    let heard = Enclosure {
        medium_id: medium.clone(),
        url: "/media/00112233445566778899aabbccddeeff.mp3".into(),
        mime: "audio/mpeg".into(),
        size,
        duration_ms: Some(61_000),
    };
    db::enclosure::save(&mut tx, &heard, 0).await.unwrap();
    changed(&mut tx, Changed::Submission(submission), app.now())
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

/// A document that breaks its standards is never served: the last good one stays, and editors see why.
#[tokio::test(flavor = "multi_thread")]
async fn a_misprint_is_not_served() {
    for fresh in Fresh::both().await {
        let app = fresh.app(&[]).await;
        let sent = crate::upload::with_sound(&app).await;
        let draft = db::submission::Draft {
            title: "The rain gauge".into(),
            words: "What one hears.".into(),
            group_name: "PyIbadan".into(),
            licence: "CC-BY-4.0".into(),
            ..Default::default()
        };
        let entry = pugcast::decision::accept(&app, &sent, &draft, "ada@example.org")
            .await
            .unwrap();
        crate::support::work(&app).await;
        let good = get(&app, "/podcast.xml", &[]).await;
        assert!(good.status == 200 && good.body.contains(&entry.guid()));
        let medium = db::medium::of(&app.db, &sent.id).await.unwrap().remove(0);
        let size = async |size: i64| heard(&app, &medium.id, &sent.id, size).await;
        size(-5).await;
        let got = get(&app, "/podcast.xml", &[]).await;
        assert_eq!(
            (got.status, &got.body),
            (StatusCode::OK, &good.body),
            "the last good one"
        );
        // One that was never made before goes without what breaks it.
        let path = format!("/groups/{}/podcast.xml", entry.group_slug);
        let got = get(&app, &path, &[]).await;
        assert_eq!(got.status, StatusCode::OK);
        assert!(got.body.contains("</channel>") && !got.body.contains(&entry.guid()));
        let (cookie, _) = pages::signed_in(&app).await;
        let desk = get(&app, "/desk", &[("cookie", &cookie)]).await;
        assert!(
            desk.body.contains("<code>podcast.xml</code>"),
            "{}",
            desk.body
        );
        size(30_000).await;
        let got = get(&app, "/podcast.xml", &[]).await;
        assert!(got.body.contains("length=\"30000\""), "{}", got.body);
        let got = get(&app, &path, &[]).await;
        assert!(got.body.contains(&entry.guid()));
        let desk = get(&app, "/desk", &[("cookie", &cookie)]).await;
        assert!(!desk.body.contains("<code>podcast.xml</code>"));
    }
}

/// What breaks a standard is found in an item that is not the newest, among others that were read before.
#[tokio::test(flavor = "multi_thread")]
async fn a_misprint_among_others_is_not_served() {
    let fresh = Fresh::lite();
    let app = fresh.app(&[]).await;
    let group = crate::roster::group(&app, "PyLagos").await;
    let sounding = crate::upload::with_sound(&app).await;
    let mut guids = Vec::new();
    let mut sent = vec![sounding.clone()];
    for link in [
        "https://youtu.be/HRb7B9fPhfA",
        "https://youtu.be/dQw4w9WgXcQ",
    ] {
        sent.push(crate::roster::waiting(&app, "form", link).await);
    }
    for sent in &sent {
        let draft = crate::roster::draft(&group, None, None);
        let entry = pugcast::decision::accept(&app, sent, &draft, "ada@example.org").await;
        guids.push(entry.unwrap().guid());
    }
    let media = db::medium::of(&app.db, &sounding.id).await.unwrap();
    let size = async |size: i64| heard(&app, &media[0].id, &sounding.id, size).await;
    size(20_000).await;
    let path = format!("/groups/{}/showcase.xml", group.slug);
    let good = get(&app, "/showcase.xml", &[]).await.body;
    assert!(guids.iter().all(|guid| good.contains(guid)));
    size(-5).await;
    assert_eq!(get(&app, "/showcase.xml", &[]).await.body, good);
    // It stood in no document before: it is left out, the others stay.
    let other = get(&app, &path, &[]).await.body;
    assert!(!other.contains(&guids[0]) && guids[1..].iter().all(|guid| other.contains(guid)));
    let noted = db::listing::misprints(&app.db).await.unwrap();
    assert_eq!(noted.len(), 2, "{noted:?}");
    size(30_000).await;
    for path in ["/showcase.xml", &path] {
        let mended = get(&app, path, &[]).await.body;
        assert!(mended.contains("fileSize=\"30000\""), "{mended}");
        assert!(guids.iter().all(|guid| mended.contains(guid)));
    }
    let noted = db::listing::misprints(&app.db).await.unwrap();
    assert!(noted.is_empty(), "{noted:?}");
}

/// More groups than a page holds stand on the pages of their countries.
#[tokio::test]
async fn a_large_roster_is_told_by_country() {
    let fresh = Fresh::lite();
    let app = fresh.app(&[]).await;
    let mut tx = app.db.begin().await.unwrap();
    for n in 0..601 {
        let named = pugcast::model::group::Named {
            name: format!("PyTown {n}"),
            city: format!("Town {n}"),
            country: Some(if n % 3 == 0 { "NG" } else { "JP" }.into()),
        };
        let id = pugcast::model::GroupId::mint(&app.clock, &app.random);
        let made = db::group::find_or_make(&mut tx, id, &named, None, 0).await;
        assert_eq!(made.unwrap().name, named.name);
    }
    changed(&mut tx, Changed::Pages, app.now()).await.unwrap();
    tx.commit().await.unwrap();
    let page = get(&app, "/groups", &[]).await.body;
    assert!(page.contains("href=\"/countries/ng\"") && page.contains("201 groups"));
    assert!(!page.contains("PyTown"));
    let country = get(&app, "/countries/ng", &[]).await.body;
    assert_eq!(country.matches("PyTown").count(), 201);
}

/// Each video that plays keeps its player when no picture of it may be held; what only leads elsewhere is a link.
#[tokio::test]
async fn several_videos_of_an_evening() {
    let fresh = Fresh::lite();
    let app = fresh.app(&[]).await;
    let group = crate::roster::group(&app, "PyLagos").await;
    let links =
        "https://youtu.be/HRb7B9fPhfA https://youtu.be/dQw4w9WgXcQ https://vimeo.com/76979871";
    let sent = crate::roster::waiting(&app, "form", links).await;
    let draft = crate::roster::draft(&group, None, None);
    let entry = pugcast::decision::accept(&app, &sent, &draft, "ada@example.org").await;
    let path = format!("/entries/{}", entry.unwrap().slug);
    let page = get(&app, &path, &[]).await.body;
    for id in ["HRb7B9fPhfA", "dQw4w9WgXcQ"] {
        assert!(page.contains(&format!("href=\"?play={id}\"")), "{page}");
    }
    let (_, elsewhere) = page.split_once("id=\"copies\"").unwrap();
    let (list, _) = elsewhere.split_once("</ul>").unwrap();
    assert!(list.contains("vimeo.com") && !list.contains("youtube"));
    assert_eq!(list.matches("<li>").count(), 1);
}

/// An address with a slash too many leads to the one without, on this host; a number is written in one way.
#[tokio::test]
async fn addresses_have_one_form() {
    let fresh = Fresh::lite();
    let app = fresh.app(&[]).await;
    for (from, to) in [
        ("/groups/", "/groups"),
        ("/near/?place=Lagos", "/near?place=Lagos"),
        ("/feeds//", "/feeds"),
    ] {
        let got = get(&app, from, &[]).await;
        assert_eq!(got.status, StatusCode::MOVED_PERMANENTLY, "{from}");
        assert_eq!(got.header("location"), format!("{}{to}", app.url));
        assert_eq!(got.header("cache-control"), "public, max-age=3600");
    }
    let got = get(&app, "//evil.example/", &[]).await;
    assert!(got.header("location").starts_with(&format!("{}/", app.url)));
    for gone in [
        "/nothing",
        "/archive/01/showcase.xml",
        "/archive/+1/showcase.xml",
    ] {
        let got = get(&app, gone, &[]).await;
        assert_eq!(got.status, StatusCode::NOT_FOUND, "{gone}");
    }
    let got = post(&app, "/groups/", &[], &[]).await;
    assert_eq!(got.status, StatusCode::NOT_FOUND);
}

/// A page names the podcast in its head where there is something to hear.
#[tokio::test]
async fn a_page_names_the_feeds_that_hold_something() {
    let fresh = Fresh::lite();
    let app = fresh.app(&[]).await;
    let sent = crate::upload::with_sound(&app).await;
    let silent = crate::roster::group(&app, "PyLagos").await;
    let sounding = crate::roster::group(&app, "PyIbadan").await;
    let draft = crate::roster::draft(&sounding, None, None);
    pugcast::decision::accept(&app, &sent, &draft, "ada@example.org")
        .await
        .unwrap();
    for (group, listens) in [(&silent, false), (&sounding, true)] {
        let path = format!("/groups/{}", group.slug);
        let page = get(&app, &path, &[]).await.body;
        assert!(page.contains(&format!("href=\"{path}/showcase.xml\"")));
        assert_eq!(
            page.contains(&format!("href=\"{path}/podcast.xml\"")),
            listens
        );
    }
}
