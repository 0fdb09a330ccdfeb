//! What is kept ready for everybody: never older than the public face, nobody's own, the same in every encoding.

use crate::documents::{Dice, fill, groups, raw, unpacked};
use crate::pages::{ask, get};
use crate::support::Fresh;
use axum::body::Body;
use axum::http::Request;
use pugcast::db;
use pugcast::db::listing::{self, Changed};
use pugcast::model::Clock;
use pugcast::model::entry::Entry;

const NOW: &str = "2026-12-15T12:00:00Z";

#[tokio::test]
async fn a_page_is_as_old_as_the_public_face() {
    for fresh in Fresh::both().await {
        let clock = Clock::fixed(NOW.parse().unwrap());
        let app = fresh.app_at(&[], clock.clone()).await;
        let all = groups(&app).await;
        let entry = fill(&app, &mut Dice(5), &all, 0..3).await.remove(0).entry;
        let mut tx = app.db.begin().await.unwrap();
        let slug = db::entry::free_slug(&mut tx, "entry", &entry.slug, entry.id.as_str()).await;
        tx.commit().await.unwrap();
        let path = format!("/entries/{}", slug.unwrap());
        let before = get(&app, &path, &[]).await;
        assert_eq!(
            (
                before.status.as_u16(),
                before.body.contains("A mended title")
            ),
            (200, false)
        );
        let mended = Entry {
            title: "A mended title".into(),
            ..entry.clone()
        };
        for is_done in [false, true] {
            let mut tx = app.db.begin().await.unwrap();
            let revised = db::entry::revise(&mut tx, &mended, "ada@example.org");
            revised.await.unwrap();
            if is_done {
                tx.commit().await.unwrap();
            } else {
                drop(tx);
                assert_eq!(get(&app, &path, &[]).await.body, before.body);
            }
        }
        let after = get(&app, &path, &[]).await;
        assert!(after.body.contains("A mended title"));
        assert_ne!(after.header("etag"), before.header("etag"));
        let mut tx = app.db.begin().await.unwrap();
        let gone = db::entry::withdraw(&mut tx, &entry.id, "ada@example.org", app.now());
        assert!(gone.await.unwrap());
        let what = Changed::Entry(&entry.id);
        listing::changed(&mut tx, what, app.now()).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(get(&app, &path, &[]).await.status, 410);
    }
}

#[tokio::test]
async fn a_page_in_every_encoding_and_language() {
    let fresh = Fresh::lite();
    let app = fresh.app(&[]).await;
    let all = groups(&app).await;
    fill(&app, &mut Dice(6), &all, 0..3).await;
    let english = get(&app, "/", &[("accept-language", "en")]).await;
    let french = get(&app, "/", &[("accept-language", "fr;q=0.5")]).await;
    assert!(english.body.contains("lang=\"en\"") && french.body.contains("<html lang=\"fr\""));
    assert_ne!(english.header("etag"), french.header("etag"));
    let cookie = [("cookie", "pugcast_language=fr"), ("accept-language", "en")];
    assert_eq!(get(&app, "/", &cookie).await.body, french.body);
    for name in ["accept-encoding", "accept-language", "cookie"] {
        assert!(english.header("vary").contains(name), "{name}");
    }
    for header in [
        "content-security-policy",
        "x-content-type-options",
        "cache-control",
    ] {
        let (first, second) = (&english, get(&app, "/", &[("accept-language", "en")]).await);
        assert!(!first.header(header).is_empty());
        assert_eq!(first.header(header), second.header(header));
    }
    for encoding in ["gzip", "br", "zstd"] {
        let request = Request::get("/").header("accept-encoding", encoding);
        let got = raw(&app, request.body(Body::empty()).unwrap()).await;
        assert_eq!(got.0["content-encoding"], encoding);
        let plain = unpacked(encoding, &got.1);
        assert_eq!(plain, english.body.as_bytes(), "{encoding}");
        let tag = got.0["etag"].to_str().unwrap();
        let again = get(&app, "/", &[("if-none-match", tag)]).await;
        assert_eq!((again.status.as_u16(), again.body.as_str()), (304, ""));
        let other = [("if-none-match", tag), ("accept-language", "ja")];
        assert_eq!(get(&app, "/", &other).await.status, 200);
    }
    let request = Request::head("/").body(Body::empty()).unwrap();
    let got = ask(&app, request).await;
    assert_eq!(got.header("etag"), english.header("etag"));
}

/// A form carries a key of its own, a choice of language a cookie: neither is anybody else's.
#[tokio::test]
async fn what_is_somebodys_own_is_not_kept() {
    let fresh = Fresh::lite();
    let app = fresh.app(&[]).await;
    let group = crate::roster::group(&app, "PyLagos").await;
    let entry = crate::roster::publish(&app, &group, "form", None).await;
    for path in [
        "/submit",
        "/groups/new",
        &format!("/groups/{}/correction", group.slug),
        &format!("/entries/{}/removal", entry.slug),
    ] {
        let (one, other) = (get(&app, path, &[]).await, get(&app, path, &[]).await);
        let key = |body: &str| {
            let at = body.find("name=\"form_key\"").unwrap();
            body[at..at + 80].to_owned()
        };
        assert_ne!(key(&one.body), key(&other.body), "{path}");
    }
    let got = get(&app, "/about?lang=ja", &[]).await;
    assert!(got.header("set-cookie").contains("ja"));
    let got = get(&app, "/about", &[]).await;
    assert_eq!(got.header("set-cookie"), "");
    assert!(got.body.contains("<html lang=\"en\""));
    // What failed is not kept either.
    assert_eq!(get(&app, "/entries/nothing", &[]).await.status, 404);
    let mut tx = app.db.begin().await.unwrap();
    listing::changed(&mut tx, Changed::Pages, app.now())
        .await
        .unwrap();
    tx.commit().await.unwrap();
    assert_eq!(get(&app, "/about", &[]).await.status, 200);
}
