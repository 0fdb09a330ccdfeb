//! The card of an entry: drawn after an editor's yes, shown where there is no other picture.

use crate::db::answers;
use crate::pages::{get, post, signed_in};
use crate::support::{Fresh, to_review, work};
use pugcast::app::App;
use pugcast::db;
use pugcast::db::submission::Draft;
use pugcast::model::entry::Entry;
use pugcast::model::task::Step;
use pugcast::{decision, intake, queue};

/// A report, published, with its card not drawn yet.
async fn published(app: &App) -> Entry {
    let sent = intake::receive(app, &answers(""), "form", &app.random.token())
        .await
        .unwrap();
    let mut tx = app.db.begin().await.unwrap();
    to_review(app, &mut tx, &sent.id).await;
    tx.commit().await.unwrap();
    let sent = db::submission::by_id(&app.db, &sent.id).await.unwrap();
    let draft = Draft {
        title: "Rain gauges with MicroPython".into(),
        words: "What was covered.".into(),
        people: String::new(),
        met_on: None,
        group_name: "Python Usergroup Ibadan".into(),
        group_city: "Ibadan".into(),
        country: Some("NG".into()),
        language: Some("en".into()),
        licence: "CC-BY-4.0".into(),
        ..Draft::default()
    };
    decision::accept(app, &sent.unwrap(), &draft, "ada@example.org")
        .await
        .unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_entry_has_its_card_everywhere() {
    for fresh in Fresh::both().await {
        let app = fresh.app(&[]).await;
        let entry = published(&app).await;
        let page = format!("/entries/{}", entry.slug);
        assert!(
            db::card::of_entry(&app.db, &entry.id)
                .await
                .unwrap()
                .is_empty()
        );
        assert!(!get(&app, &page, &[]).await.body.contains("og:image:width"));
        let before = db::entry::publication(&app.db).await.unwrap().0;
        work(&app).await;
        assert_eq!(db::entry::publication(&app.db).await.unwrap().0, before + 1);

        let cards = db::card::of_entry(&app.db, &entry.id).await.unwrap();
        let kinds: Vec<String> = cards
            .iter()
            .map(|c| format!("{} {} {}x{}", c.used_as, c.extension, c.width, c.height))
            .collect();
        assert_eq!(
            kinds,
            [
                "large jpg 1280x720",
                "large webp 1280x720",
                "open-graph jpg 1200x630",
                "square jpg 1400x1400",
            ]
        );
        assert_eq!(db::card::of_recent(&app.db, 9).await.unwrap(), cards);
        for card in &cards {
            let file = get(&app, &format!("/media/{}", card.name), &[]).await;
            let kind = if card.extension == "jpg" {
                "image/jpeg"
            } else {
                "image/webp"
            };
            assert_eq!(
                (file.status.as_u16(), file.header("content-type")),
                (200, kind)
            );
        }
        let path = |used_as: &str, extension: &str| {
            let card = cards
                .iter()
                .find(|c| c.used_as == used_as && c.extension == extension);
            format!("/media/{}", card.unwrap().name)
        };
        let (large, square) = (path("large", "jpg"), path("square", "jpg"));
        let own = get(&app, &page, &[]).await.body;
        let preview = format!(
            "property=\"og:image\" content=\"{}{}\"",
            app.url,
            path("open-graph", "jpg")
        );
        assert!(own.contains(&preview), "{own}");
        for list in ["/", &format!("/groups/{}", entry.group_slug)] {
            let list = get(&app, list, &[]).await.body;
            assert!(
                list.contains(&large) && list.contains(&path("large", "webp")),
                "{list}"
            );
        }
        let feed = get(&app, "/showcase.xml", &[]).await.body;
        let channel = rss::Channel::read_from(feed.as_bytes()).unwrap();
        let item = &channel.items[0];
        let thumbnail = &item.extensions["media"]["thumbnail"][0];
        assert_eq!(thumbnail.attrs["url"], format!("{}{large}", app.url));
        let image = item
            .itunes_ext
            .as_ref()
            .and_then(|itunes| itunes.image.clone());
        assert_eq!(image, Some(format!("{}{square}", app.url)));

        // Nothing has changed: the same card is not drawn twice, and no feed turns.
        let mut tx = app.db.begin().await.unwrap();
        queue::push(&app, &mut tx, Step::Card, entry.id.as_str())
            .await
            .unwrap();
        tx.commit().await.unwrap();
        work(&app).await;
        assert_eq!(db::entry::publication(&app.db).await.unwrap().0, before + 1);

        // Another key, as with other fonts: it is drawn again.
        let old: Vec<_> = cards
            .iter()
            .map(|card| db::card::Card {
                drawn_from: "older fonts".into(),
                ..card.clone()
            })
            .collect();
        let mut tx = app.db.begin().await.unwrap();
        db::card::replace(&mut tx, &entry.id, &old).await.unwrap();
        queue::push(&app, &mut tx, Step::Card, entry.id.as_str())
            .await
            .unwrap();
        tx.commit().await.unwrap();
        work(&app).await;
        assert_eq!(db::card::of_entry(&app.db, &entry.id).await.unwrap(), cards);

        assert!(db::card::may_show(&app.db, &cards[0].name).await.unwrap());
        let stranger = format!("{}.jpg", "0".repeat(32));
        assert!(!db::card::may_show(&app.db, &stranger).await.unwrap());
        assert_eq!(
            db::entry::by_id(&app.db, &entry.id).await.unwrap(),
            Some(entry)
        );
    }
}

/// A drawing that was given up leaves its submission alone, and the desk begins it again.
#[tokio::test(flavor = "multi_thread")]
async fn a_dead_drawing_is_begun_again_from_the_desk() {
    for fresh in Fresh::both().await {
        let app = fresh.app(&[]).await;
        let entry = published(&app).await;
        let now = app.now();
        let tasks = db::task::claim(&app.db, "w", now + 1, now + 99, 9)
            .await
            .unwrap();
        let mut tx = app.db.begin().await.unwrap();
        for task in &tasks {
            // The other is the submission's own, which the test did by hand.
            if task.step == Step::Card {
                let error = Some("internal: cannot store a card");
                db::task::bury(&mut tx, task, "w", error, now)
                    .await
                    .unwrap();
            } else {
                db::task::end(&mut tx, task, "w", now).await.unwrap();
            }
        }
        tx.commit().await.unwrap();
        let (cookie, token) = signed_in(&app).await;
        let own = [("cookie", cookie.as_str())];
        let desk = get(&app, "/desk", &own).await.body;
        assert!(desk.contains("cannot store a card"), "{desk}");
        assert!(
            !desk.contains(&format!("/desk/submissions/{}", entry.id)),
            "{desk}"
        );
        let letter = db::task::dead(&app.db, 9).await.unwrap().remove(0);
        let path = format!("/desk/tasks/{}/attempts", letter.id);
        let again = post(&app, &path, &[("form_token", &token)], &own).await;
        assert_eq!(again.status.as_u16(), 303);
        assert!(db::task::dead(&app.db, 9).await.unwrap().is_empty());
        work(&app).await;
        assert_eq!(
            db::card::of_entry(&app.db, &entry.id).await.unwrap().len(),
            4
        );
    }
}

/// An entry from before there were cards gets one; a drawing that was given up is left to the desk.
#[tokio::test(flavor = "multi_thread")]
async fn a_sweep_asks_for_missing_cards() {
    for fresh in Fresh::both().await {
        let app = fresh.app(&[]).await;
        let entries = [published(&app).await, published(&app).await];
        let now = app.now();
        let tasks = db::task::claim(&app.db, "w", now + 1, now + 99, 99)
            .await
            .unwrap();
        let mut tx = app.db.begin().await.unwrap();
        for task in &tasks {
            if task.subject == entries[1].id.as_str() {
                db::task::bury(&mut tx, task, "w", None, now).await.unwrap();
            } else {
                db::task::end(&mut tx, task, "w", now).await.unwrap();
            }
        }
        tx.commit().await.unwrap();
        pugcast::sweep::once(&app).await.unwrap();
        work(&app).await;
        let count = async |entry: &Entry| {
            let cards = db::card::of_entry(&app.db, &entry.id).await;
            cards.unwrap().len()
        };
        assert_eq!((count(&entries[0]).await, count(&entries[1]).await), (4, 0));
        let mut tx = app.db.begin().await.unwrap();
        assert!(db::card::missing(&mut tx, 9).await.unwrap().is_empty());
    }
}
