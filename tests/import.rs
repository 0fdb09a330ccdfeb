//! Lists that somebody brings: each row is accounted for, once for ever, whoever pulls the plug.

use crate::pages::{get, post, signed_in};
use crate::support::{Fresh, binary, corpora};
use jobs::list::Note;
use pugcast::app::App;
use pugcast::command::editor;
use pugcast::db::{self, Db};
use pugcast::import::{self, Report};
use pugcast::model::ImportId;
use pugcast::model::group::{Details, Named};
use pugcast::model::import::{Import, Kind, Outcome, Row};
use pugcast::model::submission::State;
use pugcast::model::{GroupId, SubmissionId};
use pugcast::web;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

const ADA: &str = "ada@example.org";

async fn import(app: &App, kind: Kind, path: &Path, editor: Option<&str>) -> Report {
    let list = import::open(kind, path).unwrap();
    let report = import::run(app, list, editor, |_| ()).await.unwrap();
    assert_eq!(report.done(), report.total, "every row is accounted for");
    report
}

fn written(fresh: &Fresh, name: &str, text: &str) -> PathBuf {
    let path = fresh.dir.join(name);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(&path, text).unwrap();
    path
}

/// What is to be said of a row, by its number.
fn reason(report: &Report, row: usize) -> String {
    let remark = report.remarks.iter().find(|remark| remark.row == row);
    remark
        .and_then(|remark| remark.reason.as_ref())
        .map(Note::to_string)
        .unwrap_or_default()
}

async fn rows(app: &App, outcome: Option<Outcome>) -> Vec<Row> {
    let mut rows = Vec::new();
    for import in db::import::all(&app.db).await.unwrap() {
        rows.extend(
            db::import::rows(&app.db, &import.id, outcome, 9999, 0)
                .await
                .unwrap(),
        );
    }
    rows
}

const ROSTER: &str =
    "name,city,region,country,website,kind,defunct,latitude,longitude,detail,source
PyX,Turku,,FI,http:pyx.example,usergroup,,60.45,22.27,PyX - Turku,a wiki
pyx,turku,,FI,,,,,,,
Py &amp; Friends,,,XK,mailto:a@b.example,,yes,42.6,20.9,,
,,,US,http://python.meetup.com/178,,,,,,
PyZ,,,ZZ,,,,,,,
";

#[tokio::test]
async fn a_roster_waits_for_an_editor_and_is_taken_once() {
    for fresh in Fresh::both().await {
        let app = fresh.app(&[]).await;
        let list = written(&fresh, "groups.csv", ROSTER);
        let report = import(&app, Kind::Roster, &list, None).await;
        assert_eq!((report.waiting, report.joined, report.refused), (2, 1, 2));
        assert_eq!(reason(&report, 2), "same-name PyX");
        assert_eq!(
            reason(&report, 4),
            "name-missing http://python.meetup.com/178"
        );
        assert_eq!(reason(&report, 5), "country-unknown ZZ");
        assert!(
            db::group::roster(&app.db).await.unwrap().is_empty(),
            "nothing is shown yet"
        );
        let report = import(&app, Kind::Roster, &list, Some(ADA)).await;
        assert_eq!((report.taken, report.known, report.refused), (2, 1, 2));
        let again = import(&app, Kind::Roster, &list, Some(ADA)).await;
        assert_eq!((again.taken, again.known, again.refused), (0, 3, 2));
        assert_eq!(
            db::import::all(&app.db).await.unwrap().len(),
            1,
            "the same bytes are the same import"
        );

        let group = db::group::by_slug(&app.db, "pyx").await.unwrap().unwrap();
        let details = db::group::details(&app.db, &group.id)
            .await
            .unwrap()
            .unwrap();
        let wanted = Details {
            region: None,
            website: Some("http://pyx.example/".into()),
            kind: Some("usergroup".into()),
            defunct: 0,
            latitude: Some(60.45),
            longitude: Some(22.27),
            detail: Some("PyX - Turku".into()),
            origin: Some("a wiki".into()),
            ..Details::default()
        };
        assert_eq!(details, wanted);
        let events = db::event::of(&app.db, group.id.as_str()).await.unwrap();
        assert_eq!(
            (events[0].actor.as_str(), events[0].change.as_str()),
            (ADA, "listed")
        );
        let joined = &rows(&app, Some(Outcome::Joined)).await[0];
        assert_eq!(
            joined.subject.as_deref(),
            Some(group.id.as_str()),
            "it leads to the group"
        );
        let page = get(&app, "/groups/pyx", &[]).await.body;
        assert!(page.contains("href=\"http://pyx.example/\""), "{page}");
        let page = get(&app, "/groups/py-friends", &[]).await.body;
        assert!(
            page.contains("No longer meets")
                && page.contains("Kosovo")
                && !page.contains("mailto:a@"),
            "{page}"
        );
    }
}

/// What a list says of a group that we have fills what is empty, and writes over nothing.
#[tokio::test]
async fn a_group_that_is_listed_already_is_joined() {
    for fresh in Fresh::both().await {
        let app = fresh.app(&[]).await;
        let named = Named {
            name: "PYX".into(),
            city: "Turku".into(),
            country: Some("FI".into()),
        };
        let mut tx = app.db.begin().await.unwrap();
        let id = GroupId::mint(&app.clock, &app.random);
        let group = db::group::find_or_make(&mut tx, id, &named, None, 1)
            .await
            .unwrap();
        let own = Details {
            website: Some("https://own.example/".into()),
            ..Details::default()
        };
        db::group::set_details(&mut tx, &group.id, &own)
            .await
            .unwrap();
        assert_eq!(
            db::group::named(&mut tx, &named).await.unwrap(),
            Some(group.clone())
        );
        assert_eq!(
            db::group::with_website(&mut tx, "own.example")
                .await
                .unwrap(),
            std::slice::from_ref(&group)
        );
        tx.commit().await.unwrap();
        let list = written(
            &fresh,
            "more.csv",
            "name,city,country,website,region\nPyX,Turku,FI,http://pyx.example,Varsinais-Suomi\nOther,Turku,FI,http://www.own.example,\nThird,Oslo,NO,http://www.own.example,\n",
        );
        let report = import(&app, Kind::Roster, &list, Some(ADA)).await;
        assert_eq!((report.taken, report.joined), (1, 2));
        assert_eq!(reason(&report, 1), "listed-before PYX");
        assert_eq!(reason(&report, 2), "same-website PYX");
        let details = db::group::details(&app.db, &group.id)
            .await
            .unwrap()
            .unwrap();
        assert_eq!(details.website.as_deref(), Some("https://own.example/"));
        assert_eq!(details.region.as_deref(), Some("Varsinais-Suomi"));
        let known = db::group::by_id(&app.db, &group.id).await.unwrap();
        assert_eq!(known.unwrap().slug, "pyx");
    }
}

fn talk(path: &str, rest: &str) -> String {
    format!(
        "{{\"path\":\"{path}\",\"event_title\":\"PyX 2024\",\"country\":\"FI\",\"city\":\"Turku\",\"record\":{{\"title\":\"Talk {path}\",{rest}}}}}\n"
    )
}

#[tokio::test]
async fn talks_become_submissions_and_by_an_editors_yes_entries() {
    for fresh in Fresh::both().await {
        let app = fresh.app(&[]).await;
        let a = r#""description":"","speakers":["Amara"],"recorded":"2024-03-05","duration":60,"language":"eng","copyright_text":"CC-BY-SA 4.0","related_urls":["https://slides.example/"],
            "videos":[{"url":"https://archive.org/details/evening"},{"url":"https://youtu.be/HRb7B9fPhfA"},{"url":"http://blip.tv/x"}]"#
            .replace('\n', " ");
        let same = r#""description":"Other words.","videos":[{"url":"http://www.youtube.com/watch?v=HRb7B9fPhfA&t=9"}]"#;
        let shared = r#""description":"Words.","videos":[{"url":"https://archive.org/details/evening"},{"url":"https://youtu.be/fByR4ghTOS8"}]"#;
        let dead = r#""videos":[{"url":"http://blip.tv/x"}]"#;
        let nameless = r#""description":"","videos":[{"url":"https://youtu.be/oH_cEl2SMr8"}]"#;
        let lines = [
            talk("a", &a),
            talk("b", same),
            talk("c", shared),
            talk("d", dead),
            talk("a", &a),
        ]
        .concat()
            + &talk("e", nameless).replace("PyX 2024", "")
            + "{]\n";
        let list = written(&fresh, "talks.jsonl", &lines);
        let report = import(&app, Kind::Pyvideo, &list, None).await;
        assert_eq!((report.waiting, report.joined, report.refused), (3, 2, 2));
        assert_eq!(reason(&report, 2), "same-link Talk a");
        assert_eq!(reason(&report, 5), "same-row Talk a");
        assert_eq!(
            reason(&report, 4),
            "links-refused link-dead: http://blip.tv/x"
        );
        let shared_note = report
            .remarks
            .iter()
            .find(|remark| remark.row == 3)
            .unwrap();
        assert_eq!(
            shared_note.notes[0].code, "link-shared",
            "an evening's file is not this talk's"
        );

        let waiting = db::submission::in_state(&app.db, State::InReview, 9)
            .await
            .unwrap();
        assert_eq!(waiting.len(), 3);
        assert!(
            db::submission::in_queue(&app.db, State::InReview, 9)
                .await
                .unwrap()
                .is_empty()
        );
        assert_eq!(db::import::waiting(&app.db).await.unwrap(), 3);
        let one = &waiting[0];
        assert_eq!(
            (one.door.as_str(), one.words.as_str(), one.licence.as_str()),
            ("import", "", "CC-BY-SA-4.0")
        );
        let media = db::medium::of(&app.db, &one.id).await.unwrap();
        assert_eq!(media.len(), 2, "two copies of one talk");
        assert_eq!(
            (media[0].provider.as_str(), media[1].kind.as_str()),
            ("youtube", "video")
        );
        let years = app.now() + 10 * 365 * 24 * 60 * 60 * 1000;
        let found = db::fact::found(&app.db, media[0].id.as_str(), years)
            .await
            .unwrap()
            .unwrap();
        assert_eq!(
            (found.origin.as_str(), found.duration_s),
            ("pyvideo", Some(60))
        );
        let draft = db::submission::draft(&app.db, &one.id)
            .await
            .unwrap()
            .unwrap();
        assert_eq!(
            draft.words,
            "A talk by Amara at PyX 2024, recorded on 5 March 2024. It has no description yet.\n\nSee also:\nhttps://slides.example/"
        );
        assert_eq!(
            (draft.group_name.as_str(), draft.country.as_deref()),
            ("PyX", Some("FI"))
        );

        let report = import(&app, Kind::Pyvideo, &list, Some(ADA)).await;
        assert_eq!(
            (report.taken, report.waiting, report.known, report.refused),
            (2, 1, 2, 2)
        );
        assert_eq!(reason(&report, 6), "faults words-missing, group-missing");
        let entry = db::entry::of_submission(&app.db, &one.id)
            .await
            .unwrap()
            .unwrap();
        assert_eq!(
            (
                entry.kind.as_str(),
                entry.group_name.as_str(),
                entry.sender_name.as_str()
            ),
            ("video", "PyX", "pyvideo")
        );
        let events = db::event::of(&app.db, one.id.as_str()).await.unwrap();
        let said: Vec<(&str, &str)> = events
            .iter()
            .map(|event| (event.actor.as_str(), event.change.as_str()))
            .collect();
        assert_eq!(
            said,
            [
                ("import", "in_review"),
                (ADA, "accepted"),
                (ADA, "published")
            ]
        );
        assert_eq!(db::entry::revisions(&app.db, &entry.id).await.unwrap(), 1);
        let page = get(&app, &format!("/entries/{}", entry.slug), &[])
            .await
            .body;
        assert!(
            page.contains("archive.org/details/evening") && page.contains("HRb7B9fPhfA"),
            "{page}"
        );
        let again = import(&app, Kind::Pyvideo, &list, Some(ADA)).await;
        assert_eq!((again.taken, again.waiting, again.known), (0, 1, 4));
    }
}

/// A checkout of pyvideo/data and the lines made of it are the same talks.
#[tokio::test]
async fn a_checkout_and_a_folder() {
    let fresh = Fresh::lite();
    let app = fresh.app(&[]).await;
    written(&fresh, "data/pyx/category.json", "{\"title\":\"PyX 2024\"}");
    written(
        &fresh,
        "data/pyx/videos/a.json",
        r#"{"title":"A","description":"Words.","videos":[{"url":"https://youtu.be/HRb7B9fPhfA"}]}"#,
    );
    written(&fresh, "data/pyx/videos/b.json", "{");
    written(&fresh, "data/README.md", "no record");
    let report = import(&app, Kind::Pyvideo, &fresh.dir.join("data"), Some(ADA)).await;
    assert_eq!((report.taken, report.refused), (1, 1));
    let line = talk(
        "pyx/videos/a.json",
        r#""videos":[{"url":"https://youtu.be/HRb7B9fPhfA"}]"#,
    );
    written(&fresh, "lines/one.jsonl", &line);
    written(&fresh, "lines/two.jsonl", &line);
    let report = import(&app, Kind::Pyvideo, &fresh.dir.join("lines"), Some(ADA)).await;
    assert_eq!((report.known, report.joined), (1, 1));
    let empty = fresh.dir.join("media");
    assert!(import::open(Kind::Pyvideo, &empty).is_err());
}

const OPML: &str = "<?xml version='1.0'?><!DOCTYPE opml [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><opml version='2.0'><body>
<outline text='Shows'><outline text='Show &x;' xmlUrl='https://show.example/feed.xml' htmlUrl='https://show.example/'/></outline>
<outline text='Again' xmlUrl='https://show.example/feed.xml'/><outline text='None'/></body></opml>";

#[tokio::test]
async fn outlines_become_known_sources() {
    for fresh in Fresh::both().await {
        let app = fresh.app(&[]).await;
        let list = written(&fresh, "feeds.opml", OPML);
        let report = import(&app, Kind::Opml, &list, None).await;
        assert_eq!((report.waiting, report.joined, report.refused), (1, 1, 1));
        assert!(db::source::all(&app.db).await.unwrap().is_empty());
        let report = import(&app, Kind::Opml, &list, Some(ADA)).await;
        assert_eq!((report.taken, report.known), (1, 1));
        let source = db::source::all(&app.db).await.unwrap().remove(0);
        assert_eq!(
            (source.address.as_str(), source.title.as_str()),
            ("https://show.example/feed.xml", "Show &x;")
        );
        let more = written(
            &fresh,
            "more.opml",
            &OPML
                .replace("Shows", "More")
                .replace("/feed.xml' htmlUrl", "/feed.xml#1' htmlUrl"),
        );
        let report = import(&app, Kind::Opml, &more, Some(ADA)).await;
        assert_eq!(report.taken, 0, "{report:?}");
        let mut tx = app.db.begin().await.unwrap();
        let known = db::source::at(&mut tx, &source.address).await.unwrap();
        assert_eq!(known.unwrap(), source);
        let none = db::source::at(&mut tx, "https://no.example/")
            .await
            .unwrap();
        assert_eq!(none, None);
    }
}

#[tokio::test]
async fn the_desk_lists_what_waits_and_takes_what_is_ticked() {
    for fresh in Fresh::both().await {
        let app = fresh.app(&[]).await;
        let groups: String = (0..230)
            .map(|n| format!("Group <{n}>,Turku,FI\n"))
            .collect();
        let list = written(&fresh, "many.csv", &format!("name,city,country\n{groups}"));
        import(&app, Kind::Roster, &list, None).await;
        let line = talk(
            "a",
            r#""description":"Words.","videos":[{"url":"https://youtu.be/HRb7B9fPhfA"}]"#,
        );
        let talks = written(&fresh, "talks.jsonl", &line);
        import(&app, Kind::Pyvideo, &talks, None).await;
        let (cookie, form_token) = signed_in(&app).await;
        let signed = [("cookie", cookie.as_str())];
        let desk = get(&app, "/desk", &signed).await.body;
        assert!(
            desk.contains("Imports: 231 rows wait") && !desk.contains("PyX"),
            "{desk}"
        );
        let all = get(&app, "/desk/imports", &signed).await.body;
        assert!(
            all.contains("many.csv") && all.contains("talks.jsonl") && all.contains("230 waiting"),
            "{all}"
        );

        let imports = db::import::all(&app.db).await.unwrap();
        let (talks, roster) = (&imports[0], &imports[1]);
        assert_eq!(
            db::import::by_id(&app.db, &roster.id)
                .await
                .unwrap()
                .as_ref(),
            Some(roster)
        );
        let path = format!("/desk/imports/{}", roster.id);
        let page = get(&app, &format!("{path}?outcome=waiting&page=3"), &signed)
            .await
            .body;
        assert_eq!(page.matches("type=\"checkbox\"").count(), 30);
        assert!(
            page.contains("Group &#60;229&#62;") && page.contains("Page 3 of 3"),
            "{page}"
        );
        well_formed(&page);
        let first = db::import::rows(&app.db, &roster.id, Some(Outcome::Waiting), 3, 0)
            .await
            .unwrap();
        let fields = [
            ("form_token", form_token.as_str()),
            ("outcome", "waiting"),
            ("page", "1"),
            ("here", &first[0].row_key),
            ("take", &first[0].row_key),
            ("here", &first[1].row_key),
            ("take", "no such row"),
        ];
        let took = post(&app, &format!("{path}/rows"), &fields, &signed).await;
        let onward = took.header("location").to_owned();
        assert_eq!(onward, format!("{path}?outcome=waiting&page=1&took=1"));
        assert!(
            get(&app, &onward, &signed)
                .await
                .body
                .contains("1 row was taken")
        );
        let mut all_here = fields.to_vec();
        all_here.push(("all", "all"));
        post(&app, &format!("{path}/rows"), &all_here, &signed).await;
        assert_eq!(db::group::roster(&app.db).await.unwrap().len(), 2);
        let counts = db::import::counts(&app.db).await.unwrap();
        assert!(
            counts.contains(&(roster.id.clone(), Outcome::Taken, 2)),
            "{counts:?}"
        );

        // What an editor decides on the submission's own page is its row's outcome, too.
        let row = db::import::rows(&app.db, &talks.id, None, 9, 0)
            .await
            .unwrap()
            .remove(0);
        let path = format!("/desk/submissions/{}", row.subject.clone().unwrap());
        let review = get(&app, &path, &signed).await;
        assert!(review.body.contains("an import"), "{}", review.body);
        let fields = [
            ("form_token", form_token.as_str()),
            ("decision", "decline"),
            ("reason", "Not\nours"),
        ];
        post(&app, &format!("{path}/decision"), &fields, &signed).await;
        let row = db::import::rows(&app.db, &talks.id, None, 9, 0)
            .await
            .unwrap()
            .remove(0);
        assert_eq!(
            (row.outcome, row.reason.as_deref()),
            (Outcome::Refused, Some("declined Not ours"))
        );
        let page = get(
            &app,
            &format!("/desk/imports/{}?outcome=refused", talks.id),
            &signed,
        )
        .await
        .body;
        assert!(page.contains("an editor said no: Not ours"), "{page}");
        // No second run undoes an editor's no.
        let report = import(
            &app,
            Kind::Pyvideo,
            &fresh.dir.join("talks.jsonl"),
            Some(ADA),
        )
        .await;
        assert_eq!(
            (report.taken, report.waiting, report.known),
            (0, 0, 1),
            "{report:?}"
        );
        let missing = get(
            &app,
            &format!("/desk/imports/{}", ImportId::mint(&app.clock, &app.random)),
            &signed,
        )
        .await;
        assert_eq!(missing.status.as_u16(), 404);
    }
}

fn well_formed(page: &str) {
    let open = |tag: &str| {
        page.matches(&format!("<{tag}>")).count() + page.matches(&format!("<{tag} ")).count()
    };
    for tag in [
        "ul", "li", "form", "p", "div", "nav", "bdi", "label", "button", "main",
    ] {
        assert_eq!(
            open(tag),
            page.matches(&format!("</{tag}>")).count(),
            "{tag}"
        );
    }
}

/// What the functions of `db::import` say of things that others brought meanwhile.
#[tokio::test]
async fn rows_are_stored_once() {
    for fresh in Fresh::both().await {
        let app = fresh.app(&[]).await;
        let new = Import {
            id: ImportId::mint(&app.clock, &app.random),
            kind: Kind::Roster,
            name: "a.csv".into(),
            total: 1,
            started_at: 1,
            ended_at: None,
        };
        let mut tx = app.db.begin().await.unwrap();
        let import = db::import::find_or_make(&mut tx, &new, "digest")
            .await
            .unwrap();
        let other = Import {
            id: ImportId::mint(&app.clock, &app.random),
            ..new.clone()
        };
        assert_eq!(
            db::import::find_or_make(&mut tx, &other, "digest")
                .await
                .unwrap(),
            import
        );
        let mut row = Row {
            kind: Kind::Roster,
            row_key: "k".into(),
            import_id: import.id.clone(),
            position: 0,
            title: "PyX".into(),
            outcome: Outcome::Refused,
            reason: Some("row-empty".into()),
            notes: String::new(),
            subject: None,
            joined_to: None,
            body: "{}".into(),
        };
        assert!(db::import::put(&mut tx, &row).await.unwrap());
        row.outcome = Outcome::Waiting;
        assert!(
            db::import::put(&mut tx, &row).await.unwrap(),
            "a refused row may have been mended"
        );
        row.title = "Other".into();
        assert!(!db::import::put(&mut tx, &row).await.unwrap());
        let stored = db::import::row(&mut tx, Kind::Roster, "k")
            .await
            .unwrap()
            .unwrap();
        assert_eq!(
            (stored.title.as_str(), stored.outcome),
            ("PyX", Outcome::Waiting)
        );
        assert!(
            db::import::settle(&mut tx, &row, Outcome::Taken, None, Some("g"))
                .await
                .unwrap()
        );
        assert!(
            !db::import::settle(&mut tx, &row, Outcome::Refused, None, None)
                .await
                .unwrap()
        );
        let id = SubmissionId::mint(&app.clock, &app.random);
        db::import::settle_submission(&mut tx, &id, Outcome::Taken, None)
            .await
            .unwrap();
        db::import::bring(&mut tx, &id, &import.id).await.unwrap();
        assert_eq!(
            db::medium::held_by(&mut tx, "youtube", "HRb7B9fPhfA")
                .await
                .unwrap(),
            None
        );
        assert!(
            db::medium::youtube_of(&mut tx, &id)
                .await
                .unwrap()
                .is_empty()
        );
        db::import::end(&mut tx, &import.id, 7).await.unwrap();
        db::import::end(&mut tx, &import.id, 8).await.unwrap();
        tx.commit().await.unwrap();
        let ended = db::import::by_id(&app.db, &import.id)
            .await
            .unwrap()
            .unwrap()
            .ended_at;
        assert_eq!(ended, Some(7));
    }
}

/// All of the corpora: every row is accounted for, and a second run takes nothing new.
#[tokio::test(flavor = "multi_thread")]
async fn the_whole_of_pyvideo_and_the_roster() {
    let Some(corpora) = corpora() else {
        return;
    };
    for fresh in Fresh::both().await {
        let app = fresh.app(&[]).await;
        for (kind, path, total) in [
            (Kind::Roster, corpora.join("roster/groups.csv"), 501),
            (Kind::Pyvideo, corpora.join("pyvideo"), 2717),
        ] {
            let begun = Instant::now();
            let report = import(&app, kind, &path, Some(ADA)).await;
            println!(
                "{} on {}: {} rows in {:?}: {} taken, {} waiting, {} joined, {} refused",
                kind.as_str(),
                fresh.url.split(':').next().unwrap(),
                report.total,
                begun.elapsed(),
                report.taken,
                report.waiting,
                report.joined,
                report.refused
            );
            assert_eq!((report.total, report.known, report.waiting), (total, 0, 0));
            let why = |outcome: Outcome| -> Vec<String> {
                let those = report
                    .remarks
                    .iter()
                    .filter(|remark| remark.outcome == outcome);
                those
                    .map(|remark| {
                        format!(
                            "{} {}: {}",
                            remark.row,
                            remark.title,
                            reason(&report, remark.row)
                        )
                    })
                    .collect()
            };
            let (refused, joined) = (why(Outcome::Refused), why(Outcome::Joined));
            assert_eq!(
                (refused.len(), joined.len()),
                (report.refused, report.joined)
            );
            match kind {
                // Eight pairs that a reader of the list finds too; no row is without a name.
                Kind::Roster => assert_eq!((report.refused, report.joined), (0, 8), "{joined:?}"),
                // Four whose only copy was on a service that closed; one evening's file stands in six records.
                _ => {
                    assert_eq!(
                        (report.refused, report.joined),
                        (4, 0),
                        "{refused:?} {joined:?}"
                    );
                    assert!(
                        refused.iter().all(|why| why.contains("link-dead")),
                        "{refused:?}"
                    );
                    let all = report.remarks.iter().flat_map(|remark| &remark.notes);
                    assert_eq!(all.filter(|note| note.code == "link-shared").count(), 5);
                }
            }
            let again = import(&app, kind, &path, Some(ADA)).await;
            assert_eq!(
                (again.taken, again.waiting, again.joined),
                (0, 0, 0),
                "a second run takes nothing new"
            );
            assert_eq!(
                (again.known, again.refused),
                (total - report.refused, report.refused)
            );
        }
        let places: Vec<Row> = rows(&app, None)
            .await
            .into_iter()
            .filter(|row| row.notes.contains("place-of-no-city"))
            .collect();
        assert_eq!(places.len(), 13, "nobody meets in the middle of a country");
        // Every page that shows them can be read: the feed, the roster, an entry.
        let feed = get(&app, "/showcase.xml", &[]).await;
        let channel = rss::Channel::read_from(feed.body.as_bytes()).unwrap();
        assert_eq!(channel.items().len(), 100);
        let _ = web::router(app.clone());
        well_formed(&get(&app, "/groups", &[]).await.body);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_and_run_again_on_sqlite() {
    killed(Fresh::lite(), Fresh::lite()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_and_run_again_on_postgresql() {
    killed(Fresh::pg().await, Fresh::pg().await).await;
}

/// The real program, killed with -9 at moments spread over its run, leaves in the end what an undisturbed run leaves.
async fn killed(calm: Fresh, rough: Fresh) {
    let Some(corpora) = corpora() else {
        return;
    };
    let lists = [
        ("roster", corpora.join("roster/groups.csv")),
        ("pyvideo", corpora.join("pyvideo")),
    ];
    let (calm_app, rough_app) = (calm.app(&[]).await, rough.app(&[]).await);
    editor::invite(&calm_app, ADA).await.unwrap();
    editor::invite(&rough_app, ADA).await.unwrap();
    let (mut kills, mut midway) = (0, 0);
    for (kind, path) in &lists {
        let before = stored(&rough_app).await;
        let whole = finish(&calm, kind, path);
        assert!(String::from_utf8_lossy(&whole.stdout).contains("0 seen to before"));
        let total = stored(&calm_app).await - before;
        for share in [0.05, 0.2, 0.45, 0.6, 0.85] {
            let mut child = command(&rough, kind, path)
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .spawn()
                .unwrap();
            let wanted = before + (total as f64 * share) as i64;
            while stored(&rough_app).await < wanted && child.try_wait().unwrap().is_none() {
                tokio::time::sleep(Duration::from_millis(2)).await;
            }
            // Somewhere in the next batches, between any two statements.
            let later = u64::from(rough_app.random.bytes::<1>()[0]) / 4;
            tokio::time::sleep(Duration::from_millis(later)).await;
            child.kill().unwrap(); // SIGKILL
            child.wait().unwrap();
            kills += 1;
            midway += usize::from(stored(&rough_app).await < before + total);
        }
        let last = finish(&rough, kind, path);
        let said = String::from_utf8_lossy(&last.stdout).into_owned();
        println!("{kind}: {}", said.lines().last().unwrap_or_default());
    }
    let (one, two) = (dump(&calm_app).await, dump(&rough_app).await);
    println!(
        "killed {kills} times, {midway} of them midway; {} lines compared",
        one.values().map(Vec::len).sum::<usize>()
    );
    assert!(midway > kills / 2, "too late each time: {midway}");
    for (table, lines) in &one {
        let others = &two[table];
        assert_eq!(lines.len(), others.len(), "{table}");
        for (line, other) in lines.iter().zip(others) {
            assert_eq!(line, other, "{table}");
        }
    }
}

/// Rows that are seen to.
async fn stored(app: &App) -> i64 {
    let counts = db::import::counts(&app.db).await.unwrap();
    counts.into_iter().map(|(_, _, count)| count).sum()
}

fn command(fresh: &Fresh, kind: &str, path: &Path) -> Command {
    let mut command = Command::new(binary());
    command
        .args([
            "import",
            kind,
            &path.display().to_string(),
            "--publish",
            "Ada@Example.org",
        ])
        .env("DATABASE_URL", &fresh.url)
        .env("PUGCAST_MEDIA_DIR", fresh.dir.join("media"))
        .stdin(Stdio::null());
    command
}

fn finish(fresh: &Fresh, kind: &str, path: &Path) -> Output {
    let output = command(fresh, kind, path).output().unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    output
}

/// What the database holds, a line a row, without ids, tokens and times.
async fn dump(app: &App) -> BTreeMap<&'static str, Vec<String>> {
    const TABLES: &[(&str, &str)] = &[
        ("import", "select concat_ws('|', kind, digest, name, total, ended_at is not null) from import order by 1"),
        ("import_row", "select concat_ws('|', r.kind, r.row_key, r.position, r.title, r.outcome, coalesce(r.reason, '-'), r.notes, coalesce(r.joined_to, '-'), r.body,
            coalesce(s.form_key, g.sameness, '-')) from import_row r left join submission s on s.id = r.subject left join \"group\" g on g.id = r.subject order by 1"),
        ("group", "select concat_ws('|', slug, name, city, coalesce(country, '-'), hue, sameness, coalesce(region, '-'), coalesce(website, '-'), coalesce(kind, '-'), defunct,
            coalesce(latitude, 0), coalesce(longitude, 0), coalesce(detail, '-'), coalesce(origin, '-')) from \"group\" order by 1"),
        ("submission", "select concat_ws('|', form_key, state, door, title, words, group_name, group_city, coalesce(group_country, '-'), licence, coalesce(met_on, '-'),
            coalesce(language, '-'), import_id is null) from submission order by 1"),
        ("draft", "select concat_ws('|', s.form_key, d.title, d.words, d.people, coalesce(d.met_on, '-'), d.group_name, coalesce(d.country, '-'), coalesce(d.language, '-'), d.licence)
            from draft d join submission s on s.id = d.submission_id order by 1"),
        ("medium", "select concat_ws('|', s.form_key, m.position, m.typed, m.provider, m.kind, m.provider_id, m.canonical, m.state)
            from medium m join submission s on s.id = m.submission_id order by 1"),
        ("fact", "select concat_ws('|', s.form_key, m.position, f.field, f.value, f.origin, f.keep_until is null)
            from fact f join medium m on m.id = f.subject join submission s on s.id = m.submission_id order by 1"),
        ("entry", "select concat_ws('|', s.form_key, e.slug, e.kind, g.sameness, e.title, e.words, e.people, coalesce(e.met_on, '-'), e.licence, e.revision)
            from entry e join submission s on s.id = e.submission_id join \"group\" g on g.id = e.group_id order by 1"),
        ("event", "select concat_ws('|', coalesce(s.form_key, g.sameness), e.actor, e.change, coalesce(e.reason, '-'))
            from event e left join submission s on s.id = e.subject left join \"group\" g on g.id = e.subject order by 1"),
        ("revision", "select concat_ws('|', s.form_key, r.number, r.actor) from revision r join entry e on e.id = r.entry_id join submission s on s.id = e.submission_id order by 1"),
        ("slug", "select concat_ws('|', kind, slug) from slug order by 1"),
        ("task", "select concat_ws('|', t.step, s.form_key, t.attempt) from task t join entry e on e.id = t.subject join submission s on s.id = e.submission_id order by 1"),
        ("publication", "select concat_ws('|', number) from publication"),
    ];
    let mut all = BTreeMap::new();
    for (table, sql) in TABLES {
        let lines: Vec<String> = match &app.db {
            Db::Lite { read, .. } => sqlx::query_scalar(*sql).fetch_all(read).await.unwrap(),
            Db::Pg(pool, _) => sqlx::query_scalar(*sql).fetch_all(pool).await.unwrap(),
        };
        assert!(!lines.is_empty(), "{table} is empty");
        all.insert(*table, lines);
    }
    all
}

/// The command: exit codes, the report in words and as JSON, no editor that nobody invited.
#[tokio::test]
async fn the_command_reports() {
    let fresh = Fresh::lite();
    let app = fresh.app(&[]).await;
    editor::invite(&app, ADA).await.unwrap();
    let list = written(&fresh, "groups.csv", ROSTER);
    let run = |args: &[&str]| {
        let mut command = Command::new(binary());
        command
            .arg("import")
            .args(args)
            .env("DATABASE_URL", &fresh.url)
            .env("PUGCAST_MEDIA_DIR", fresh.dir.join("media"));
        let output = command.stdin(Stdio::null()).output().unwrap();
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        (
            output.status.code(),
            text(&output.stdout),
            text(&output.stderr),
        )
    };
    let path = list.display().to_string();
    let (code, _, says) = run(&["roster", &path, "--publish", "eve@example.org"]);
    assert!(
        code == Some(1) && says.contains("pugcast editor invite eve@example.org"),
        "{says}"
    );
    assert!(rows(&app, None).await.is_empty());
    let (code, says, _) = run(&["roster", &path]);
    assert_eq!(code, Some(0));
    for line in [
        "row 1, PyX: the website was written http:pyx.example",
        "1 times: a mail address is no website",
        "joined: row 2, pyx: the same name and place as PyX",
        "refused: row 5, PyZ: “ZZ” is no country of ISO 3166",
        "5 rows: 2 waiting for an editor at /desk/imports, 0 taken, 1 joined, 2 refused, 0 seen to before.",
    ] {
        assert!(says.contains(line), "{line} is not in {says}");
    }
    let (code, says, _) = run(&["roster", &path, "--publish", "Ada@example.org", "--json"]);
    let last: serde_json::Value = serde_json::from_str(says.lines().last().unwrap()).unwrap();
    assert_eq!(
        (code, &last["taken"], &last["known"], &last["total"]),
        (Some(0), &2.into(), &1.into(), &5.into())
    );
    for (kind, name, text) in [
        ("roster", "a.csv", "no,head\n"),
        ("opml", "a.opml", "<opml>"),
        ("opml", "b.opml", "{}"),
    ] {
        let bad = written(&fresh, name, text).display().to_string();
        let (code, _, says) = run(&[kind, &bad]);
        assert!(
            code == Some(1) && says.starts_with("pugcast: nothing was imported"),
            "{says}"
        );
    }
    let (code, _, says) = run(&["pyvideo", "/no/such/folder"]);
    assert!(
        code == Some(1) && says.contains("/no/such/folder"),
        "{says}"
    );
}

/// Files made to break readers: no panic, nothing opened, each within two seconds.
#[test]
fn hostile_files_break_no_reader() {
    let Some(corpora) = corpora() else {
        return;
    };
    let mut seen = 0;
    let mut folders = vec![corpora.join("hostile"), corpora.join("feeds")];
    while let Some(folder) = folders.pop() {
        for file in std::fs::read_dir(folder).unwrap() {
            let path = file.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let begun = Instant::now();
            for kind in [Kind::Roster, Kind::Pyvideo, Kind::Opml] {
                if let Ok(list) = import::open(kind, &path) {
                    assert!(
                        !list.rows.iter().any(|row| row.body.contains("root:x:0:0")),
                        "{}",
                        path.display()
                    );
                }
            }
            assert!(
                begun.elapsed() < Duration::from_secs(6),
                "{} took {:?}",
                path.display(),
                begun.elapsed()
            );
            seen += 1;
        }
    }
    assert!(seen > 50, "{seen}");
}
