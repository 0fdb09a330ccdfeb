//! Search: the same is found on both databases, in every script, and the index follows what is published.

use crate::browser::serve;
use crate::db::answers;
use crate::pages::get;
use crate::support::browser::Browser;
use crate::support::{Fresh, corpora, to_review, work};
use pugcast::app::App;
use pugcast::db::mastering::EpisodeFile;
use pugcast::db::search::Document;
use pugcast::db::submission::Draft;
use pugcast::model::entry::{Entry, Kind};
use pugcast::model::group::Details;
use pugcast::model::search::Wanted;
use pugcast::model::task::Step;
use pugcast::model::{Clock, EntryId, GroupId, SubmissionId};
use pugcast::search::document::{self, entry_document};
use pugcast::search::{self, A_PAGE, Behind};
use pugcast::{db, decision, intake, web};
use serde::Deserialize;

/// An evening as the fixtures tell it.
#[derive(Clone, Deserialize)]
struct Evening {
    key: String,
    title: String,
    words: String,
    #[serde(default)]
    people: String,
    group: String,
    city: String,
    country: String,
    language: String,
    met_on: String,
    #[serde(default)]
    link: String,
}

fn evenings() -> Vec<Evening> {
    let lines = include_str!("fixtures/search/entries.jsonl").lines();
    lines
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

fn rain() -> Evening {
    let mut all = evenings().into_iter();
    all.find(|evening| evening.key == "gauges").unwrap()
}

/// A clock of the test's own: entries come a second apart, so that their order is theirs.
fn clock() -> Clock {
    Clock::fixed("2026-11-23T12:00:00Z".parse().unwrap())
}

async fn publish(app: &App, evening: &Evening) -> Entry {
    app.clock.advance_ms(1000);
    let sent = answers(&evening.link);
    let sent = intake::receive(app, &sent, "form", &app.random.token())
        .await
        .unwrap();
    let mut tx = app.db.begin().await.unwrap();
    for medium in db::medium::of(&app.db, &sent.id).await.unwrap() {
        db::medium::set_found(&mut tx, &medium.id, &medium.kind, &medium.canonical)
            .await
            .unwrap();
    }
    to_review(app, &mut tx, &sent.id).await;
    tx.commit().await.unwrap();
    let sent = db::submission::by_id(&app.db, &sent.id).await.unwrap();
    let draft = Draft {
        title: evening.title.clone(),
        words: evening.words.clone(),
        people: evening.people.clone(),
        met_on: Some(evening.met_on.clone()).filter(|day| !day.is_empty()),
        group_name: evening.group.clone(),
        group_city: evening.city.clone(),
        country: Some(evening.country.clone()),
        language: Some(evening.language.clone()),
        licence: "CC-BY-4.0".into(),
        ..Draft::default()
    };
    decision::accept(app, &sent.unwrap(), &draft, "ada@example.org")
        .await
        .unwrap()
}

/// Writes what each of these is found by, as the `index` step does, without drawing their cards.
async fn index(app: &App, entries: &[Entry]) {
    for entry in entries {
        let found_by = document::of_entry(app, &entry.id).await.unwrap().unwrap();
        let group = document::of_group(app, &entry.group_id).await.unwrap();
        let mut tx = app.db.begin().await.unwrap();
        assert!(db::search::stands(&mut tx, &entry.id).await.unwrap());
        db::search::save(&mut tx, &found_by).await.unwrap();
        db::search::save(&mut tx, &group.unwrap()).await.unwrap();
        tx.commit().await.unwrap();
    }
}

/// Runs the `index` tasks that wait, and says how many there were.
async fn work_off(app: &App) -> usize {
    let pipeline = pugcast::pipeline::Pipeline(app.clone());
    let mut done = 0;
    loop {
        let now = app.now() + 1;
        let tasks = db::task::claim(&app.db, "w", now, now + 60_000, 50)
            .await
            .unwrap();
        if tasks.is_empty() {
            return done;
        }
        for task in tasks {
            let mut tx = app.db.begin().await.unwrap();
            if task.step == Step::Index {
                let save = pugcast::worker::Work::run(&pipeline, &task).await.unwrap();
                assert_eq!(save(&mut tx).await.unwrap(), None);
                done += 1;
            }
            assert!(db::task::end(&mut tx, &task, "w", now).await.unwrap());
            tx.commit().await.unwrap();
        }
    }
}

fn wanted(question: &str) -> Wanted {
    Wanted::read(question, "", "", "", "")
}

/// The titles of all that is found, page by page.
async fn found(app: &App, wanted: &Wanted) -> Vec<String> {
    let mut titles = Vec::new();
    let mut page = 1;
    loop {
        let found = search::find(app, wanted, page).await.unwrap();
        assert_eq!(found.page, page);
        titles.extend(found.entries.into_iter().map(|entry| entry.title));
        if page == found.pages {
            assert_eq!(
                titles.len() as i64,
                found.entry_count,
                "{}",
                wanted.question
            );
            return titles;
        }
        page += 1;
    }
}

#[tokio::test]
async fn questions_in_ten_scripts_find_the_same_on_both() {
    let evenings = evenings();
    let questions = include_str!("fixtures/search/questions.tsv");
    let mut faults = Vec::new();
    for fresh in Fresh::both().await {
        let app = fresh.app_at(&[], clock()).await;
        let mut entries = Vec::new();
        for evening in &evenings {
            entries.push(publish(&app, evening).await);
        }
        index(&app, &entries).await;
        let mut asked = 0;
        for line in questions.lines().filter(|line| !line.starts_with("# ")) {
            let (question, expected) = line.split_once('\t').unwrap();
            let titles = found(&app, &wanted(question)).await;
            let keys: Vec<&str> = titles
                .iter()
                .map(|title| {
                    let mut all = evenings.iter();
                    &*all.find(|evening| evening.title == *title).unwrap().key
                })
                .collect();
            if keys.join(" ") != expected {
                faults.push(format!(
                    "{question}: {} (expected {expected})",
                    keys.join(" ")
                ));
            }
            asked += 1;
        }
        assert!(asked >= 50, "{asked}");
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

/// A made-up entry, in no table but the index.
fn made_up(app: &App, title: &str) -> Document {
    app.clock.advance_ms(1);
    let entry = Entry {
        id: EntryId::mint(&app.clock, &app.random),
        slug: String::new(),
        submission_id: SubmissionId::mint(&app.clock, &app.random),
        kind: Kind::Report,
        about: None,
        group_id: GroupId::mint(&app.clock, &app.random),
        group_name: String::new(),
        group_slug: String::new(),
        group_city: String::new(),
        group_country: None,
        group_hue: 0,
        group_latitude: None,
        group_longitude: None,
        title: title.into(),
        words: String::new(),
        people: String::new(),
        met_on: None,
        language: None,
        licence: String::new(),
        chapters: String::new(),
        sender_name: String::new(),
        published_at: app.now(),
        updated_at: app.now(),
    };
    entry_document(&entry, &Details::default(), &[], &[])
}

/// Titles by chance: letters of many scripts with their marks, digits and signs, in words of one to nine.
fn titles(app: &App, count: usize) -> Vec<String> {
    const LETTERS: &[(u32, u32)] = &[
        (0x61, 0x7a),
        (0x41, 0x5a),
        (0x30, 0x39),
        (0x23, 0x2f),
        (0xc0, 0x17f),
        (0x1e00, 0x1eff),
        (0x300, 0x30f),
        (0x391, 0x3c9),
        (0x400, 0x45f),
        (0x531, 0x587),
        (0x5b0, 0x5ea),
        (0x620, 0x669),
        (0x6a9, 0x6cc),
        (0x905, 0x96f),
        (0x985, 0x9ef),
        (0xb85, 0xbcd),
        (0xe01, 0xe5b),
        (0xe81, 0xec6),
        (0x1000, 0x1049),
        (0x10a0, 0x10ff),
        (0x1200, 0x1248),
        (0x1780, 0x17e9),
        (0x2010, 0x2027),
        (0x3041, 0x30ff),
        (0x4e00, 0x9fff),
        (0xac00, 0xd7a3),
        (0xff01, 0xff9f),
        (0x1f600, 0x1f64f),
    ];
    let below = |most: usize| u32::from_be_bytes(app.random.bytes()) as usize % most;
    let mut titles = Vec::new();
    for _ in 0..count {
        let mut title = String::new();
        for _ in 0..=below(6) {
            // A word keeps to one script, most of the time.
            let mut script = LETTERS[below(LETTERS.len())];
            for _ in 0..=below(9) {
                if below(6) == 0 {
                    script = LETTERS[below(LETTERS.len())];
                }
                let letter = script.0 + below((script.1 - script.0 + 1) as usize) as u32;
                title.extend(char::from_u32(letter));
            }
            title.push(' ');
        }
        titles.push(title);
    }
    titles
}

/// Titles of real talks, where the collection is.
fn real_titles() -> Vec<String> {
    let Some(corpora) = corpora() else {
        return Vec::new();
    };
    let talks = std::fs::read_to_string(corpora.join("pyvideo/meetups.jsonl")).unwrap();
    let titles = talks.lines().filter_map(|line| {
        let talk: serde_json::Value = serde_json::from_str(line).unwrap();
        Some(talk["title"].as_str()?.to_owned())
    });
    titles.step_by(7).take(300).collect()
}

#[tokio::test]
async fn every_entry_is_found_by_every_word_of_its_title() {
    for fresh in Fresh::both().await {
        let app = fresh.app_at(&[], clock()).await;
        let mut titles = titles(&app, 200);
        titles.extend(real_titles());
        let mut tx = app.db.begin().await.unwrap();
        let mut ids = Vec::new();
        for title in &titles {
            let document = made_up(&app, title);
            db::search::save(&mut tx, &document).await.unwrap();
            ids.push(EntryId::from_text(&document.subject).unwrap());
        }
        tx.commit().await.unwrap();
        let mut asked = 0;
        for (title, id) in titles.iter().zip(&ids) {
            let whole = [title.as_str()];
            for word in title.split_whitespace().chain(whole) {
                let wanted = wanted(word);
                let Some(ask) = wanted
                    .entries(true)
                    .pop()
                    .filter(|_| !wanted.terms.is_empty())
                else {
                    continue;
                };
                let found = db::search::entries(&app.db, &ask, 1000, 0).await.unwrap();
                assert!(found.contains(id), "{word:?} of {title:?}: {ask:?}");
                asked += 1;
            }
        }
        assert!(asked > 600, "{asked}");
    }
}

#[tokio::test]
async fn the_best_come_first_and_every_page_follows() {
    for fresh in Fresh::both().await {
        let app = fresh.app_at(&[], clock()).await;
        let mut entries = Vec::new();
        for n in 0..45 {
            let (title, words) = match n % 3 {
                0 => (format!("Lanterns {n}"), "What was covered.".to_owned()),
                1 => (format!("Lanterneers {n}"), "What was covered.".to_owned()),
                _ => (
                    format!("Evening {n}"),
                    "On a lantern, and lanterns.".to_owned(),
                ),
            };
            let evening = Evening {
                title,
                words,
                ..rain()
            };
            entries.push(publish(&app, &evening).await);
        }
        index(&app, &entries).await;
        let number = |n: usize| match n % 3 {
            0 => format!("Lanterns {n}"),
            1 => format!("Lanterneers {n}"),
            _ => format!("Evening {n}"),
        };
        let newest_of = |rest: usize| (0..45).rev().filter(move |n| n % 3 == rest).map(number);
        let titles = found(&app, &wanted("lanterns")).await;
        let expected: Vec<String> = newest_of(0).chain(newest_of(2)).collect();
        assert_eq!(titles, expected);
        let titles = found(&app, &wanted("lanter")).await;
        let begun = (0..45).rev().filter(|n| n % 3 < 2).map(number);
        let expected: Vec<String> = begun.chain(newest_of(2)).collect();
        assert_eq!(titles, expected, "a beginning is as good as another");
        let all = found(&app, &wanted("")).await;
        assert_eq!(all, (0..45).rev().map(number).collect::<Vec<_>>());
        let last = search::find(&app, &wanted("lanter"), i64::MAX)
            .await
            .unwrap();
        assert_eq!((last.page, last.entries.len() as i64), (3, 45 - 2 * A_PAGE));
        let first = search::find(&app, &wanted("lanter"), i64::MIN)
            .await
            .unwrap();
        assert_eq!(first.page, 1);
    }
}

#[tokio::test]
async fn people_groups_and_choices() {
    for fresh in Fresh::both().await {
        let app = fresh.app_at(&[], clock()).await;
        let mut entries = Vec::new();
        for evening in evenings() {
            entries.push(publish(&app, &evening).await);
        }
        let again = Evening {
            title: "Once more".into(),
            people: "AMARA OKÀFOR\nAmara Bello".into(),
            met_on: "2025-01-01".into(),
            ..rain()
        };
        entries.push(publish(&app, &again).await);
        index(&app, &entries).await;

        let one = search::find(&app, &wanted("amara okafor"), 1)
            .await
            .unwrap();
        assert_eq!(one.people, [("AMARA OKÀFOR".to_owned(), 2)]);
        let several = search::find(&app, &wanted("amara"), 1).await.unwrap();
        let names: Vec<&str> = several.people.iter().map(|(name, _)| &**name).collect();
        assert_eq!(names, ["AMARA OKÀFOR", "Amara Bello"]);

        let there = search::find(&app, &wanted("ibadan"), 1).await.unwrap();
        assert_eq!(
            (
                there.groups[0].group.name.as_str(),
                there.groups[0].group.entries
            ),
            ("PyIbadan", 3)
        );
        assert_eq!((there.group_count, there.entry_count), (1, 3));
        for (question, group) in [
            ("nigeria", "PyIbadan"),
            ("ng", "PyIbadan"),
            ("大阪", "大阪Python勉強会"),
        ] {
            let found = search::find(&app, &wanted(question), 1).await.unwrap();
            let names: Vec<&str> = found.groups.iter().map(|one| &*one.group.name).collect();
            assert_eq!(names, [group], "{question}");
        }
        let japan = Wanted::read("japan", "group", "", "", "");
        let found_groups = search::find(&app, &japan, 1).await.unwrap();
        let names: Vec<&str> = found_groups
            .groups
            .iter()
            .map(|one| &*one.group.name)
            .collect();
        assert_eq!(
            names,
            ["京都Python", "東京Pythonの会", "大阪Python勉強会"],
            "last heard from first"
        );
        assert!(found_groups.entries.is_empty());

        let count =
            async |question: &str, kind: &str, country: &str, language: &str, year: &str| {
                let wanted = Wanted::read(question, kind, country, language, year);
                let titles = found(&app, &wanted).await;
                titles.len()
            };
        assert_eq!(count("", "video", "", "", "").await, 2);
        assert_eq!(count("", "report", "", "", "").await, 24);
        assert_eq!(count("", "", "jp", "", "").await, 3);
        let there = search::find(&app, &Wanted::read("", "", "jp", "", ""), 1)
            .await
            .unwrap();
        assert_eq!((there.entry_count, there.group_count), (3, 3));
        assert_eq!(count("", "", "", "zh", "").await, 2);
        assert_eq!(count("", "", "", "", "2026").await, 5);
        assert_eq!(count("rain", "video", "NG", "en", "2026").await, 1);
        assert_eq!(count("rain", "report", "NG", "", "").await, 0);
        assert_eq!(
            count("rain", "no-such-kind", "??", "xx", "MMXX").await,
            3,
            "no choice is none"
        );

        let choices = db::search::choices(&app.db).await.unwrap();
        assert_eq!(choices.kinds, ["group", "report", "video"]);
        assert_eq!(choices.countries.len(), 21);
        assert!(choices.languages.contains(&"ja".to_owned()));
        assert_eq!(choices.years, ["2023", "2024", "2025", "2026"]);

        let some = search::find(&app, &wanted("walrus 大阪"), 1).await.unwrap();
        let titles: Vec<&str> = some.entries.iter().map(|entry| &*entry.title).collect();
        assert!(some.is_some);
        assert_eq!(
            titles,
            [
                "大阪の雨とセンサー",
                "f-strings and the walrus",
                "東京の夜、機械学習"
            ]
        );
    }
}

/// What happens to an entry happens to what it is found by.
#[tokio::test]
async fn the_index_follows_what_is_published() {
    for fresh in Fresh::both().await {
        let app = fresh.app_at(&[], clock()).await;
        let finds = async |question: &str| found(&app, &wanted(question)).await.len();
        let entry = publish(&app, &rain()).await;
        assert_eq!(finds("gauges").await, 0);
        assert!(work_off(&app).await >= 2, "the entry and its group");
        assert_eq!(finds("gauges").await, 1);

        app.clock.advance_ms(1000);
        let mut revised = Entry {
            title: "Snow ploughs".into(),
            words: "In winter.".into(),
            updated_at: app.now(),
            ..entry.clone()
        };
        let mut tx = app.db.begin().await.unwrap();
        decision::revise(&app, &mut tx, &revised, "ada@example.org")
            .await
            .unwrap();
        tx.commit().await.unwrap();
        work_off(&app).await;
        assert_eq!((finds("gauges").await, finds("ploughs").await), (0, 1));

        // What is said, as the `tag` step writes it.
        let name = app
            .store
            .put("Then Bello spoke of otters.".into(), "txt")
            .await
            .unwrap();
        let media = db::medium::of(&app.db, &entry.submission_id).await.unwrap();
        let file = EpisodeFile {
            medium_id: media[0].id.clone(),
            used_as: "txt".into(),
            name,
            mime: "text/plain; charset=utf-8".into(),
            size: 27,
            made_from: "as it was sent".into(),
        };
        for (files, wanted) in [(vec![file], 1), (Vec::new(), 0)] {
            let mut tx = app.db.begin().await.unwrap();
            db::mastering::replace_files(&mut tx, &media[0].id, &files)
                .await
                .unwrap();
            search::ring_entry(&app, &mut tx, &entry.id).await.unwrap();
            tx.commit().await.unwrap();
            work_off(&app).await;
            assert_eq!(finds("otters").await, wanted);
        }

        // Its group is told of otherwise: in its own row and in those of its entries.
        let mut tx = app.db.begin().await.unwrap();
        let more = Details {
            region: Some("Oyo State".into()),
            ..Details::default()
        };
        db::group::set_details(&mut tx, &entry.group_id, &more)
            .await
            .unwrap();
        let found = db::search::entries_of(&mut tx, &entry.group_id).await;
        assert_eq!(found.unwrap(), std::slice::from_ref(&entry.id));
        search::ring_group(&app, &mut tx, &entry.group_id)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        assert_eq!(work_off(&app).await, 2);
        let oyo = search::find(&app, &wanted("oyo"), 1).await.unwrap();
        assert_eq!((oyo.entry_count, oyo.group_count), (1, 1));

        // Off the site it is found by nobody at once, and no task that read it before brings it back.
        let mut tx = app.db.begin().await.unwrap();
        search::ring_entry(&app, &mut tx, &entry.id).await.unwrap();
        tx.commit().await.unwrap();
        let sent = db::submission::by_id(&app.db, &entry.submission_id)
            .await
            .unwrap();
        let held = document::of_entry(&app, &entry.id).await.unwrap().unwrap();
        decision::withdraw(
            &app,
            &sent.unwrap(),
            "Its speaker asked.",
            "ada@example.org",
        )
        .await
        .unwrap();
        assert_eq!(finds("ploughs").await, 0);
        work_off(&app).await;
        assert_eq!(finds("ploughs").await, 0);
        let mut tx = app.db.begin().await.unwrap();
        assert!(!db::search::stands(&mut tx, &entry.id).await.unwrap());
        // As if a row had been left: the hourly look takes it away.
        db::search::save(&mut tx, &held).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(
            db::search::count(&app.db, &wanted("ploughs").entries(true)[0])
                .await
                .unwrap(),
            1
        );
        assert!(
            search::ring_stale(&app, &Behind::default())
                .await
                .unwrap()
                .is_some()
        );
        work_off(&app).await;
        assert_eq!(
            db::search::count(&app.db, &wanted("ploughs").entries(true)[0])
                .await
                .unwrap(),
            0
        );

        // And back.
        revised.title = "Snow ploughs".into();
        let mut tx = app.db.begin().await.unwrap();
        const BACK: &str = "update entry set withdrawn_at = null, withdrawn_by = null";
        match &mut tx {
            db::Tx::Lite(tx, _) => sqlx::query(BACK)
                .execute(&mut **tx)
                .await
                .map(|_| ())
                .unwrap(),
            db::Tx::Pg(tx, _) => sqlx::query(BACK)
                .execute(&mut **tx)
                .await
                .map(|_| ())
                .unwrap(),
        }
        search::ring_entry(&app, &mut tx, &entry.id).await.unwrap();
        tx.commit().await.unwrap();
        work_off(&app).await;
        assert_eq!(finds("ploughs").await, 1);
    }
}

/// After an upgrade everything published is found, whatever kills the process meanwhile.
#[tokio::test]
async fn an_upgrade_fills_the_index_in_pieces() {
    for fresh in Fresh::both().await {
        let app = fresh.app_at(&[], clock()).await;
        let mut entries = Vec::new();
        for n in 0..7 {
            let evening = Evening {
                title: format!("Lanterns {n}"),
                group: format!("Lantern group {n}"),
                ..rain()
            };
            entries.push(publish(&app, &evening).await);
        }
        work_off(&app).await;
        assert_eq!(
            search::ring_stale(&app, &Behind::default()).await.unwrap(),
            None,
            "all are there"
        );

        // As an older schema had them: no rows.
        let mut tx = app.db.begin().await.unwrap();
        for entry in &entries {
            db::search::forget(&mut tx, entry.id.as_str())
                .await
                .unwrap();
            db::search::forget(&mut tx, entry.group_id.as_str())
                .await
                .unwrap();
        }
        tx.commit().await.unwrap();
        assert_eq!(found(&app, &wanted("lanterns")).await.len(), 0);
        let version = jobs::words::VERSION;
        let stale = db::search::stale_entries(&app.db, version, "", 5)
            .await
            .unwrap();
        assert_eq!(
            stale,
            entries[..5]
                .iter()
                .map(|entry| entry.id.clone())
                .collect::<Vec<_>>()
        );
        let behind = stale[4].as_str();
        assert_eq!(
            db::search::stale_entries(&app.db, version, behind, 5)
                .await
                .unwrap()
                .len(),
            2
        );
        assert_eq!(
            db::search::stale_groups(&app.db, version, "", 99)
                .await
                .unwrap()
                .len(),
            7
        );
        // One piece is rung for, the process dies, another begins from the start.
        index(&app, &entries[..2]).await;
        let behind = search::ring_stale(&app, &Behind::default())
            .await
            .unwrap()
            .unwrap();
        assert_eq!(search::ring_stale(&app, &behind).await.unwrap(), None);
        assert_eq!(work_off(&app).await, 10);
        let titles = found(&app, &wanted("lanterns")).await;
        assert_eq!(titles[0], "Lanterns 6");
        assert_eq!(titles.len(), 7);

        // Words that are made otherwise are made anew.
        assert_eq!(
            db::search::stale_entries(&app.db, version + 1, "", 99)
                .await
                .unwrap()
                .len(),
            7
        );
    }
}

/// The step after publishing, by the real workers.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_published_is_found_soon() {
    let fresh = Fresh::lite();
    let app = fresh.app(&[]).await;
    let report = Evening {
        link: String::new(),
        ..rain()
    };
    publish(&app, &report).await;
    work(&app).await;
    assert_eq!(found(&app, &wanted("gauges")).await.len(), 1);
    let page = get(&app, "/search?q=gaug", &[]).await;
    assert!(
        page.body
            .contains("Rain <mark>gauges</mark> with MicroPython"),
        "{}",
        page.body
    );
}

/// Every sign of a query language, in words or alone, is harmless.
#[tokio::test]
async fn hostile_questions_are_questions() {
    let long = "lantern ".repeat(1250);
    let every: Vec<String> = (1..0x2050)
        .collect::<Vec<u32>>()
        .chunks(150)
        .map(|some| some.iter().copied().filter_map(char::from_u32).collect())
        .collect();
    let naughty = corpora().map(|corpora| {
        let lines = std::fs::read_to_string(corpora.join("hostile/naughty.jsonl")).unwrap();
        let lines = lines.lines().step_by(3).map(|line| {
            let row: serde_json::Value = serde_json::from_str(line).unwrap();
            row["input"].as_str().unwrap_or_default().to_owned()
        });
        lines.collect::<Vec<_>>()
    });
    let mut questions: Vec<String> = [
        "\"",
        "\"\"",
        "'",
        "*",
        "lantern*",
        "NEAR(a b)",
        "a NEAR/2 b",
        "-lantern",
        "words: x",
        "^x",
        "a AND",
        "OR",
        "NOT",
        "(",
        "))",
        "{x}",
        "[",
        "\\",
        "\\'",
        "a & | ! <-> b",
        ":*",
        "x:A*",
        "\u{0}",
        "a\u{0}b",
        "%",
        "_",
        "\u{202e}",
        "💩",
        "?",
        "; drop table search",
        "$1",
        &long,
    ]
    .map(str::to_owned)
    .to_vec();
    questions.extend(every);
    questions.extend(naughty.unwrap_or_default());
    for fresh in Fresh::both().await {
        let app = fresh.app_at(&[], clock()).await;
        let evening = Evening {
            title: "A lantern <b>x</b> & y".into(),
            ..rain()
        };
        let entry = publish(&app, &evening).await;
        index(&app, &[entry]).await;
        for question in &questions {
            let short: String = question.chars().take(400).collect();
            let query = url::form_urlencoded::Serializer::new(String::new())
                .append_pair("q", question)
                .append_pair("page", &short)
                .append_pair("kind", &short)
                .append_pair("year", &short)
                .finish();
            let page = get(&app, &format!("/search?{query}"), &[]).await;
            assert_eq!(page.status, 200, "{question:?}");
            assert!(!page.body.contains("<b>"), "{question:?}");
            assert!(
                !page.body.contains('\u{0}') && !page.body.contains('\u{202e}'),
                "{question:?}"
            );
        }
        let page = get(&app, &format!("/search?q={}", long.replace(' ', "+")), &[]).await;
        assert!(
            page.body
                .contains("A <mark>lantern</mark> &#60;b&#62;x&#60;/b&#62; &#38; y"),
            "{}",
            page.body
        );
        for odd in [
            "/search?q=%ff%fe",
            "/search?q",
            "/search?&&=",
            "/search?page=-1",
            "/search?page=99999999999999999999",
        ] {
            assert_eq!(get(&app, odd, &[]).await.status, 200, "{odd}");
        }
    }
}

#[tokio::test]
async fn the_page_offers_what_there_is_and_a_way_on() {
    let fresh = Fresh::lite();
    let app = fresh.app_at(&[], clock()).await;
    let empty = get(&app, "/search", &[]).await;
    assert!(empty.body.contains("Nothing here yet.") && empty.body.contains("/submit"));
    assert!(!empty.body.contains("<option"), "nothing to choose from");
    assert_eq!(empty.header("x-robots-tag"), "");

    let mut entries = Vec::new();
    for evening in evenings() {
        entries.push(publish(&app, &evening).await);
    }
    let said = app
        .store
        .put("Then somebody spoke of otters, at last.".into(), "txt")
        .await
        .unwrap();
    let rain = entries
        .iter()
        .find(|entry| entry.kind == Kind::Video)
        .unwrap();
    let media = db::medium::of(&app.db, &rain.submission_id).await.unwrap();
    let file = EpisodeFile {
        medium_id: media[0].id.clone(),
        used_as: "txt".into(),
        name: said,
        mime: "text/plain; charset=utf-8".into(),
        size: 39,
        made_from: "as it was sent".into(),
    };
    let mut tx = app.db.begin().await.unwrap();
    db::mastering::replace_files(&mut tx, &media[0].id, &[file])
        .await
        .unwrap();
    tx.commit().await.unwrap();
    index(&app, &entries).await;

    let all = get(&app, "/search", &[]).await;
    assert!(all.body.contains("All 25 entries, the newest first."));
    assert!(all.body.contains("Page 1 of 2") && all.body.contains("/search?page=2"));
    for there in [
        "value=\"video\"",
        "value=\"jp\"",
        "value=\"ar\" lang=\"ar\"",
        "value=\"2024\"",
    ] {
        assert!(all.body.contains(there), "{there}");
    }
    for not_there in [
        "value=\"audio\"",
        "value=\"us\"",
        "value=\"es\"",
        "value=\"2022\"",
    ] {
        assert!(!all.body.contains(not_there), "{not_there}");
    }

    let osaka = get(&app, "/search?q=%E5%A4%A7%E9%98%AA&country=jp", &[]).await;
    assert!(
        osaka.body.contains("昨日<mark>大阪</mark>で会いました"),
        "{}",
        osaka.body
    );
    assert!(osaka.body.contains("<mark>大阪</mark>Python勉強会"));
    assert!(osaka.body.contains("value=\"jp\" selected") && osaka.body.contains("<details open>"));
    assert_eq!(osaka.header("x-robots-tag"), "noindex");

    let hebrew = get(&app, "/search?q=%D7%A9%D7%9C%D7%95%D7%9D", &[]).await;
    assert!(hebrew.body.contains("<mark>שָׁלוֹם</mark>") && hebrew.body.contains("dir=\"rtl\""));

    let otters = get(&app, "/search?q=otters", &[]).await;
    assert!(
        otters.body.contains("What is said:")
            && otters
                .body
                .contains("spoke of <mark>otters</mark>, at last.")
    );

    let person = get(&app, "/search?q=lovelace", &[]).await;
    assert!(person.body.contains("Ada <mark>Lovelace</mark>"));
    assert!(person.body.contains("/search?q=%22Ada+Lovelace%22"));

    let none = get(&app, "/search?q=zebra&kind=video", &[]).await;
    for way in [
        "Nothing found for “zebra” yet.",
        "href=\"/search?q=zebra\"",
        "href=\"/groups\"",
        "href=\"/submit\"",
    ] {
        assert!(none.body.contains(way), "{way}");
    }
    let some = get(&app, "/search?q=zebra+walrus", &[]).await;
    assert!(
        some.body.contains("Nothing has all of these words.")
            && some.body.contains("<mark>walrus</mark>")
    );

    let description = get(&app, "/opensearch.xml", &[]).await;
    assert!(
        description
            .header("content-type")
            .starts_with("application/opensearchdescription+xml")
    );
    assert!(
        description
            .body
            .contains("template=\"http://localhost:8080/search?q={searchTerms}\"")
    );
    assert!(!description.body.contains('['), "{}", description.body);
    for path in ["/", "/groups"] {
        let page = get(&app, path, &[]).await;
        assert!(
            page.body.contains("href=\"/opensearch.xml\"")
                && page.body.contains("href=\"/search\"")
        );
    }
}

/// With scripts, results change while somebody types, and what is said of them is heard.
#[tokio::test(flavor = "multi_thread")]
async fn results_change_as_one_types() {
    let fresh = Fresh::lite();
    let app = fresh.app_at(&[], clock()).await;
    let mut entries = Vec::new();
    for evening in evenings() {
        entries.push(publish(&app, &evening).await);
    }
    index(&app, &entries).await;
    let site = serve(web::router(app)).await;
    let mut browser = Browser::start(&fresh.dir.join("profile")).await;
    let seen = browser.open(&format!("{site}/search")).await;
    assert_eq!(seen, Vec::<String>::new());
    let types = |text: &str| {
        format!(
            "q = document.getElementById('q'); q.value = {text:?}; q.focus();
            q.dispatchEvent(new InputEvent('input', {{bubbles: true}}))"
        )
    };
    for text in ["rai", "gau", "大阪"] {
        browser.value(&types(text)).await;
    }
    let count = "document.getElementById('count').textContent";
    browser
        .until(&format!("{count} == '2 entries and one group.'"))
        .await;
    let titles = browser
        .value(
            "[...document.querySelectorAll('.hits h3')].map(title => title.textContent).join('|')",
        )
        .await;
    assert_eq!(titles, "大阪の雨とセンサー|東京の夜、機械学習");
    let address = browser.value("decodeURI(location.search)").await;
    assert_eq!(address, "?q=大阪");
    assert_eq!(browser.value("document.activeElement.id").await, "q");
    let chosen = "document.getElementById('year').value = '2025';
        document.getElementById('year').dispatchEvent(new Event('change', {bubbles: true}))";
    browser.value(chosen).await;
    browser.until(&format!("{count} == 'One entry.'")).await;
    // Half of a character is no question; the whole one is.
    browser
        .value(
            "q.value = '京'; q.dispatchEvent(new InputEvent('input', {bubbles: true, isComposing: true}));
            q.value = '京都'; q.dispatchEvent(new CompositionEvent('compositionend', {bubbles: true}))",
        )
        .await;
    browser.until(&format!("{count} == '2 entries.'")).await;
    assert_eq!(
        browser
            .value("getComputedStyle(document.querySelector('mark')).display")
            .await,
        "inline"
    );
}

/// Two that are written in the same millisecond, by two workers at once, both stand.
#[tokio::test]
async fn documents_of_one_millisecond_have_places_of_their_own() {
    let fresh = Fresh::pg().await;
    let app = fresh.app(&[]).await;
    let db::Db::Pg(pool, _) = &app.db else {
        panic!("it is PostgreSQL");
    };
    let [one, other] = ["Rain gauges", "Eels, counted"].map(|title| Document {
        at: 1_794_744_000_000,
        ..made_up(&app, title)
    });
    let mut first = app.db.begin().await.unwrap();
    db::search::save(&mut first, &one).await.unwrap();
    let mut second = app.db.begin().await.unwrap();
    let saving = db::search::save(&mut second, &other);
    let ending = async {
        const WAIT: &str = "select count(*) from pg_stat_activity where wait_event_type = 'Lock'
            and datname = current_database()";
        let waiting = || sqlx::query_scalar::<_, i64>(WAIT).fetch_one(pool);
        while waiting().await.unwrap() == 0 {
            tokio::task::yield_now().await;
        }
        first.commit().await
    };
    let (saved, ended) = tokio::join!(saving, ending);
    ended.unwrap();
    saved.unwrap();
    second.commit().await.unwrap();
    let count = sqlx::query_scalar::<_, i64>("select count(distinct number) from search");
    assert_eq!(count.fetch_one(pool).await.unwrap(), 2);
}
