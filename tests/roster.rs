//! The roster that does not lie: what speaks of a group being alive, how it is renamed, merged and mended.

use crate::db::answers;
use crate::pages::{get, post, signed_in};
use crate::support::{Fresh, to_review};
use axum::http::StatusCode;
use jiff::civil::Date;
use jobs::provider;
use pugcast::app::App;
use pugcast::db::submission::Draft;
use pugcast::model::answers::Answers;
use pugcast::model::entry::{About, Entry, Kind};
use pugcast::model::group::{Details, Group, Named};
use pugcast::model::heard::{By, Life};
use pugcast::model::item::Item;
use pugcast::model::source::{Leave, Terms};
use pugcast::model::submission::Submission;
use pugcast::model::{Clock, GroupId, ItemId, SourceId, SubmissionId};
use pugcast::roster::{self, Standing};
use pugcast::{db, decision, intake};

pub const EDITOR: &str = "ada@example.org";
/// Every test's now.
pub const NOW: &str = "2026-12-15T12:00:00Z";
const VIDEO: &str = "https://youtu.be/HRb7B9fPhfA";

pub fn clock() -> Clock {
    Clock::fixed(NOW.parse().unwrap())
}

/// A group by its name, in Lagos.
pub async fn group(app: &App, name: &str) -> Group {
    let named = Named {
        name: name.into(),
        city: "Lagos".into(),
        country: Some("NG".into()),
    };
    let mut tx = app.db.begin().await.unwrap();
    let id = GroupId::mint(&app.clock, &app.random);
    let group = db::group::find_or_make(&mut tx, id, &named, Some("en"), app.now());
    let group = group.await.unwrap();
    tx.commit().await.unwrap();
    group
}

/// What was sent by a door and waits for an editor.
pub async fn waiting(app: &App, door: &str, links: &str) -> Submission {
    let sent = Answers {
        sender_email: "amara@example.org".into(),
        ..answers(links)
    };
    let key = app.random.token();
    let sent = intake::receive(app, &sent, door, &key).await.unwrap();
    let mut tx = app.db.begin().await.unwrap();
    for medium in db::medium::of(&app.db, &sent.id).await.unwrap() {
        let found = db::medium::set_found(&mut tx, &medium.id, "video", &medium.canonical);
        found.await.unwrap();
    }
    to_review(app, &mut tx, &sent.id).await;
    tx.commit().await.unwrap();
    let sent = db::submission::by_id(&app.db, &sent.id).await.unwrap();
    sent.unwrap()
}

pub fn draft(group: &Group, met_on: Option<&str>, about: Option<About>) -> Draft {
    Draft {
        title: format!("An evening of {}", group.name),
        words: "What was covered.".into(),
        people: "Amara\nTunde".into(),
        about,
        met_on: met_on.map(str::to_owned),
        group_name: group.name.clone(),
        group_city: group.city.clone(),
        country: group.country.clone(),
        language: Some("en".into()),
        licence: "CC-BY-4.0".into(),
        ..Draft::default()
    }
}

/// An entry of a group.
pub async fn publish(app: &App, group: &Group, door: &str, met_on: Option<&str>) -> Entry {
    let sent = waiting(app, door, VIDEO).await;
    let words = draft(group, met_on, None);
    decision::accept(app, &sent, &words, EDITOR).await.unwrap()
}

async fn report(app: &App, group: &Group, met_on: Option<&str>, about: About) {
    let sent = waiting(app, "form", "").await;
    let words = draft(group, met_on, Some(about));
    let entry = decision::accept(app, &sent, &words, EDITOR).await.unwrap();
    assert_eq!(entry.kind, Kind::Report);
}

/// A source that is a group's, with things of these days.
async fn source(app: &App, group: &Group, days: &[Option<&str>]) -> SourceId {
    let told = provider::Source {
        provider: "blog".into(),
        address: format!("https://{}.example/feed.xml", group.slug),
        title: "A blog".into(),
        link: None,
        author: None,
    };
    let mut tx = app.db.begin().await.unwrap();
    let id = SourceId::mint(&app.clock, &app.random);
    let source = db::source::find_or_make(&mut tx, id, &told, app.now());
    let source = source.await.unwrap();
    let terms = Terms {
        group_id: Some(group.id.clone()),
        interval_ms: 3_600_000,
        ..Terms::default()
    };
    db::polling::subscribe(&mut tx, &source, "a.example", &terms, EDITOR, app.now())
        .await
        .unwrap();
    for (n, day) in days.iter().enumerate() {
        let item = item(app, &source.id, n, *day);
        assert!(db::item::add(&mut tx, &item, app.now()).await.unwrap());
    }
    tx.commit().await.unwrap();
    source.id
}

fn item(app: &App, source: &SourceId, n: usize, day: Option<&str>) -> Item {
    Item {
        id: ItemId::mint(&app.clock, &app.random),
        source_id: source.clone(),
        guid: format!("item-{n}"),
        published_on: day.map(str::to_owned),
        suggested: 0,
        wanted: 0,
        found: "{}".into(),
        keep_until: None,
        digest: String::new(),
        changed_at: None,
        gone_at: None,
        taken_as: None,
        taken_by: None,
    }
}

async fn standing(app: &App, group: &Group) -> Standing {
    roster::of(app, &group.id).await.unwrap().unwrap()
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// Each kind of evidence by itself, dated by what it speaks of; and all that is none.
#[tokio::test]
async fn a_group_is_heard_from_by_what_speaks_of_its_day() {
    for fresh in Fresh::both().await {
        let app = fresh.app_at(&[], clock()).await;
        let (video, told) = (By::Entry(Kind::Video), By::Entry(Kind::Report));
        let mut wanted = Vec::new();
        for (name, door, met_on, heard) in [
            (
                "Video this month",
                "form",
                Some("2026-12-01"),
                Some(("2026-12-01", video)),
            ),
            (
                "Video this year",
                "api",
                Some("2026-03-04"),
                Some(("2026-03-04", video)),
            ),
            (
                "Old video sent today",
                "form",
                Some("2013-03-04"),
                Some(("2013-03-04", video)),
            ),
            (
                "Old video imported",
                "import",
                Some("2013-03-04"),
                Some(("2013-03-04", video)),
            ),
            // A person sent it today; a list did, or a source, and nobody knows of when it is.
            (
                "Undated by a person",
                "mail",
                None,
                Some(("2026-12-15", video)),
            ),
            ("Undated by a list", "import", None, None),
            ("Undated by a source", "source", None, None),
            // Nobody was there yet.
            (
                "Of a day to come",
                "form",
                Some("2027-05-01"),
                Some(("2026-12-15", video)),
            ),
            (
                "Of a day to come in a list",
                "import",
                Some("2027-05-01"),
                None,
            ),
        ] {
            let group = group(&app, name).await;
            publish(&app, &group, door, met_on).await;
            wanted.push((group, heard));
        }
        for (name, about, met_on, heard) in [
            (
                "Covered",
                About::Covered,
                Some("2026-11-20"),
                Some(("2026-11-20", told)),
            ),
            (
                "Coming",
                About::Coming,
                Some("2027-01-09"),
                Some(("2026-12-15", told)),
            ),
            (
                "What was planned",
                About::Coming,
                Some("2026-12-14"),
                Some(("2026-12-15", told)),
            ),
            (
                "Began",
                About::Began,
                Some("2011-03-04"),
                Some(("2026-12-15", told)),
            ),
            ("Typical", About::Typical, None, Some(("2026-12-15", told))),
        ] {
            let group = group(&app, name).await;
            report(&app, &group, met_on, about).await;
            wanted.push((group, heard));
        }
        // Its own blog: what is newest and has been; what the source took back, or its owner said no to, is nothing.
        let blog = group(&app, "Blog").await;
        let days = [
            Some("2026-10-01"),
            Some("2026-11-05"),
            Some("2027-01-01"),
            None,
        ];
        source(&app, &blog, &days).await;
        wanted.push((blog, Some(("2026-11-05", By::Feed))));
        let silent = group(&app, "Silent blog").await;
        source(&app, &silent, &[None]).await;
        wanted.push((silent, None));
        let refused = group(&app, "Refused blog").await;
        let no = source(&app, &refused, &[Some("2026-11-05")]).await;
        let back = group(&app, "Blog that took it back").await;
        let of = source(&app, &back, &[Some("2026-11-05")]).await;
        let mut tx = app.db.begin().await.unwrap();
        db::source::set_leave(&mut tx, &no, Leave::No, "Tunde", EDITOR, app.now())
            .await
            .unwrap();
        db::item::set_gone(&mut tx, &of, "item-0", app.now())
            .await
            .unwrap();
        tx.commit().await.unwrap();
        wanted.extend([(refused, None), (back, None)]);
        // What was taken out of a source is dated by it.
        let taken = group(&app, "Taken out of a show").await;
        let other = group(&app, "The show’s own group").await;
        let show = source(&app, &other, &[Some("2026-09-09")]).await;
        let entry = publish(&app, &taken, "source", None).await;
        let asked = group(&app, "Asked").await;
        let mut tx = app.db.begin().await.unwrap();
        let one = db::item::known(&mut tx, &show)
            .await
            .unwrap()
            .remove("item-0");
        let id = one.unwrap().id;
        let submission = &entry.submission_id;
        assert!(
            db::item::set_taken(&mut tx, &id, submission, EDITOR, app.now())
                .await
                .unwrap()
        );
        // An editor heard from one, and the later word counts.
        for on in ["2026-08-01", "2026-02-01"] {
            roster::edit::set_meets(&app, &mut tx, &asked.id, on, EDITOR)
                .await
                .unwrap();
        }
        tx.commit().await.unwrap();
        wanted.push((taken, Some(("2026-09-09", video))));
        wanted.push((other, Some(("2026-09-09", By::Feed))));
        wanted.push((asked, Some(("2026-08-01", By::Answer))));
        // What was taken off speaks no more.
        let off = group(&app, "Off").await;
        let entry = publish(&app, &off, "form", Some("2026-12-01")).await;
        let sent = db::submission::by_id(&app.db, &entry.submission_id)
            .await
            .unwrap();
        decision::withdraw(&app, &sent.unwrap(), "It is somebody else’s.", EDITOR)
            .await
            .unwrap();
        wanted.push((off, None));

        let all = roster::all(&app).await.unwrap();
        assert_eq!(all.len(), wanted.len());
        let page = get(&app, "/groups", &[]).await.body;
        for (group, heard) in wanted {
            let one = standing(&app, &group).await;
            let said = one.heard.as_ref().map(|heard| (heard.day, heard.by));
            let heard = heard.map(|(on, by)| (day(on), by));
            assert_eq!(said, heard, "{}", group.name);
            // The list, the page and whatever else asks say the same.
            assert!(all.contains(&one), "{}", group.name);
            let says = match (heard, one.life) {
                (None, life) => {
                    assert_eq!(life, Life::Unheard);
                    "Not heard from yet".to_owned()
                }
                (Some((on, _)), Life::Quiet) => {
                    format!("Last heard from in {}", on.strftime("%B %Y"))
                }
                (Some((on, _)), _) => format!("Heard from {} (", on.strftime("%-d %B %Y")),
            };
            let own = get(&app, &format!("/groups/{}", group.slug), &[])
                .await
                .body;
            assert!(own.contains(&says), "{}: {says}", group.name);
            let row = page
                .split_once(&format!("/groups/{}\"", group.slug))
                .unwrap()
                .1;
            let row = row.split_once("</li>").unwrap().0;
            assert!(row.contains(&says), "{}: {row}", group.name);
            assert!(
                row.contains(&format!("life {}", one.life.as_str())),
                "{row}"
            );
        }
    }
}

/// A list's word that a group is gone, an editor's, and what comes later.
#[tokio::test]
async fn gone_is_what_was_said_last() {
    for fresh in Fresh::both().await {
        let app = fresh.app_at(&[], clock()).await;
        let (listed, noted) = (
            group(&app, "By a list").await,
            group(&app, "By an editor").await,
        );
        let said = Details {
            defunct: 1,
            origin: Some("a list".into()),
            ..Details::default()
        };
        let mut tx = app.db.begin().await.unwrap();
        db::group::set_details(&mut tx, &listed.id, &said)
            .await
            .unwrap();
        roster::edit::set_gone(&app, &mut tx, &noted.id, EDITOR)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        for group in [&listed, &noted] {
            publish(&app, group, "form", Some("2026-11-30")).await;
            source(&app, group, &[Some("2026-12-16")]).await;
        }
        app.clock.advance_ms(3 * 24 * 60 * 60 * 1000);
        for group in [&listed, &noted] {
            // An older evening and a feed that runs on change nothing.
            assert_eq!(
                standing(&app, group).await.life,
                Life::Gone,
                "{}",
                group.name
            );
            let page = get(&app, &format!("/groups/{}", group.slug), &[])
                .await
                .body;
            assert!(
                page.contains("No longer meets; last heard from in December 2026"),
                "{page}"
            );
            // An evening after it does.
            publish(&app, group, "form", Some("2026-12-17")).await;
            assert_eq!(
                standing(&app, group).await.life,
                Life::New,
                "{}",
                group.name
            );
        }
        // And an editor’s word that it meets ends it, of whatever day.
        let third = group(&app, "A third").await;
        let mut tx = app.db.begin().await.unwrap();
        roster::edit::set_gone(&app, &mut tx, &third.id, EDITOR)
            .await
            .unwrap();
        roster::edit::set_meets(&app, &mut tx, &third.id, "2024-01-01", EDITOR)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        assert_eq!(standing(&app, &third).await.life, Life::Quiet);
        let page = get(&app, &format!("/groups/{}", third.slug), &[])
            .await
            .body;
        assert!(page.contains("Last heard from in January 2024"), "{page}");
        assert!(
            page.contains("Know more?</span> <a href=\"/groups/a-third/correction\">Tell us.</a>")
        );
    }
}

/// Everything that an editor can say of a group is on its page, and the nearest others are.
#[tokio::test]
async fn a_groups_page_says_what_is_known() {
    for fresh in Fresh::both().await {
        let app = fresh.app_at(&[], clock()).await;
        let lagos = group(&app, "PyLagos").await;
        let at = format!("/desk/groups/{}", lagos.id);
        let (cookie, token) = signed_in(&app).await;
        let fields = [
            ("form_token", token.as_str()),
            ("group_name", "PyLagos"),
            ("group_city", "Lagos"),
            ("group_country", "NG"),
            ("language", "en"),
            ("website", "https://pylagos.example.org/"),
            ("cost", "Free"),
            ("part", "Come along."),
            ("first_time", "Ring at <b>the</b> green door."),
            ("organized_by", "Amara & Tunde"),
            ("since", "2011-03"),
            ("place", "6.45, 3.4"),
            ("region", "Lagos State"),
            ("group_kind", "usergroup"),
            ("detail", "Not shown."),
        ];
        let saved = post(&app, &at, &fields, &[("cookie", &cookie)]).await;
        assert_eq!(
            (saved.status, saved.header("location")),
            (StatusCode::SEE_OTHER, &*at)
        );
        for (name, place) in [
            ("PyIbadan", "7.38, 3.93"),
            ("PyAccra", "5.6, -0.19"),
            ("PyCotonou", "6.37, 2.43"),
            ("PyNairobi", "-1.29, 36.82"),
            ("PyTokyo", "35.68, 139.69"),
            ("PyCairo", "30.04, 31.24"),
            ("Gone in Lagos", "6.5, 3.4"),
            ("Nowhere", ""),
        ] {
            let other = group(&app, name).await;
            let fields = [
                ("form_token", token.as_str()),
                ("group_name", name),
                ("group_city", "Lagos"),
                ("group_country", "NG"),
                ("place", place),
            ];
            let at = format!("/desk/groups/{}", other.id);
            let saved = post(&app, &at, &fields, &[("cookie", &cookie)]).await;
            assert_eq!(saved.status, StatusCode::SEE_OTHER, "{name}");
            if name.starts_with("Gone") {
                let fields = [("form_token", token.as_str()), ("life", "gone")];
                let gone = post(&app, &format!("{at}/life"), &fields, &[("cookie", &cookie)]).await;
                assert_eq!(gone.status, StatusCode::SEE_OTHER);
            }
        }
        let page = get(&app, "/groups/pylagos", &[]).await.body;
        for says in [
            "First time?",
            "English",
            "Free",
            "Come along.",
            "Ring at &#60;b&#62;the&#60;/b&#62; green door.",
            "Amara &#38; Tunde",
            "March 2011",
            "https://pylagos.example.org/",
            "Lagos State",
            "/groups/pylagos/correction",
            "119 km",
        ] {
            assert!(page.contains(says), "{says}: {page}");
        }
        assert!(!page.contains("Not shown."));
        let near = page.split_once("Nearest groups").unwrap().1;
        let order = ["pycotonou", "pyibadan", "pyaccra"];
        let places = order.map(|slug| near.find(&format!("/groups/{slug}\"")).unwrap());
        assert!(places.is_sorted(), "{near}");
        assert!(
            !near.contains("pynairobi")
                && !near.contains("pytokyo")
                && !near.contains("gone-in-lagos")
        );
        // On the desk it is as it was typed, and each change is an event with its editor.
        let desk = get(&app, &at, &[("cookie", &cookie)]).await.body;
        assert!(desk.contains("value=\"6.45, 3.4\"") && desk.contains("Not shown."));
        let events = db::event::of(&app.db, lagos.id.as_str()).await.unwrap();
        let said = events[0].reason.as_deref().unwrap();
        assert_eq!((events.len(), events[0].actor.as_str()), (1, EDITOR));
        assert!(
            said.contains("since: – → 2011-03") && !said.contains("group_name:"),
            "{said}"
        );
        // The same again changes nothing.
        post(&app, &at, &fields, &[("cookie", &cookie)]).await;
        let events = db::event::of(&app.db, lagos.id.as_str()).await.unwrap();
        assert_eq!(events.len(), 1);
        // Those that nobody knows the place of have nobody nearby.
        let page = get(&app, "/groups/nowhere", &[]).await.body;
        assert!(!page.contains("Nearest groups") && !page.contains("First time?"));
    }
}

#[tokio::test]
async fn a_group_renamed_or_merged_keeps_its_old_addresses_for_ever() {
    for fresh in Fresh::both().await {
        let app = fresh.app_at(&[], clock()).await;
        let (cookie, token) = signed_in(&app).await;
        let rename = async |group: &Group, name: &str| {
            let fields = [
                ("form_token", token.as_str()),
                ("group_name", name),
                ("group_city", "Lagos"),
                ("group_country", "NG"),
                ("language", "en"),
            ];
            let at = format!("/desk/groups/{}", group.id);
            post(&app, &at, &fields, &[("cookie", &cookie)]).await
        };
        let leads = async |from: &str, to: &str| {
            let got = get(&app, &format!("/groups/{from}"), &[]).await;
            let (status, location) = (got.status, got.header("location").to_owned());
            assert_eq!(
                (status.as_u16(), &*location),
                (301, &*format!("/groups/{to}")),
                "{from}"
            );
            let form = get(&app, &format!("/groups/{from}/correction"), &[]).await;
            assert_eq!(form.header("location"), format!("/groups/{to}/correction"));
        };
        let lagos = group(&app, "PyLagos").await;
        let entry = publish(&app, &lagos, "form", Some("2026-12-01")).await;
        let before = entry.guid();
        // What waits under the old name is the group's under the new one.
        let waits = waiting(&app, "form", "https://youtu.be/pugGoodVid1").await;
        let mut tx = app.db.begin().await.unwrap();
        let words = draft(&lagos, None, None);
        db::submission::save_draft(&mut tx, &waits.id, &words, true, app.now())
            .await
            .unwrap();
        tx.commit().await.unwrap();

        // Renamed twice, and back.
        assert_eq!(
            rename(&lagos, "Lagos Pythonistas").await.status,
            StatusCode::SEE_OTHER
        );
        leads("pylagos", "lagos-pythonistas").await;
        let saved = db::submission::draft(&app.db, &waits.id)
            .await
            .unwrap()
            .unwrap();
        assert_eq!(saved.group_name, "Lagos Pythonistas");
        rename(&lagos, "Eko Python").await;
        leads("pylagos", "eko-python").await;
        leads("lagos-pythonistas", "eko-python").await;
        rename(&lagos, "PyLagos").await;
        leads("eko-python", "pylagos").await;
        leads("lagos-pythonistas", "pylagos").await;
        assert_eq!(
            get(&app, "/groups/pylagos", &[]).await.status,
            StatusCode::OK
        );
        rename(&lagos, "Eko Python").await;
        leads("pylagos", "eko-python").await;
        let past = db::group::past_slugs(&app.db, &lagos.id).await.unwrap();
        assert_eq!(past, ["lagos-pythonistas", "pylagos"]);
        // Nobody else gets an old address, and whoever still uses an old name means it.
        let named = |name: &str| Named {
            name: name.into(),
            city: "Lagos".into(),
            country: Some("NG".into()),
        };
        assert_eq!(group(&app, "pylagos").await.id, lagos.id);
        let called = db::group::called(&app.db, &named("Lagos Pythonistas"))
            .await
            .unwrap();
        assert_eq!(called.unwrap().id, lagos.id);
        let mut tx = app.db.begin().await.unwrap();
        let id = GroupId::mint(&app.clock, &app.random);
        let other = db::group::make(&mut tx, id, &named("PyLagos"), None, app.now())
            .await
            .unwrap();
        tx.commit().await.unwrap();
        assert!(
            other.id != lagos.id && other.slug == "pylagos-2",
            "{other:?}"
        );
        leads("pylagos", "eko-python").await;
        // A name that another has is refused with a way onward.
        let refused = rename(&lagos, "PYLAGOS").await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            refused.body.contains("/groups/pylagos-2. Join the two"),
            "{}",
            refused.body
        );
        assert!(
            refused.body.contains("value=\"PYLAGOS\""),
            "what was typed is kept"
        );

        // Merged after it was renamed, and then again.
        let last = group(&app, "West African Python").await;
        merge(&app, &cookie, &token, &lagos, &other).await;
        for old in ["pylagos", "lagos-pythonistas", "eko-python"] {
            leads(old, "pylagos-2").await;
        }
        rename(&other, "Python of Lagos").await;
        merge(&app, &cookie, &token, &other, &last).await;
        for old in [
            "pylagos",
            "lagos-pythonistas",
            "eko-python",
            "pylagos-2",
            "python-of-lagos",
        ] {
            leads(old, "west-african-python").await;
        }
        for old in [
            "Eko Python",
            "PyLagos",
            "Lagos Pythonistas",
            "Python of Lagos",
        ] {
            assert_eq!(group(&app, old).await.id, last.id, "{old}");
        }
        // Its entry is there, as the same, at the same address.
        let page = get(&app, "/groups/west-african-python", &[]).await.body;
        assert!(page.contains(&format!("/entries/{}", entry.slug)));
        let now = db::entry::by_slug(&app.db, &entry.slug)
            .await
            .unwrap()
            .unwrap();
        assert_eq!((now.guid(), now.group_id), (before, last.id));
        assert_eq!(now.group_slug, "west-african-python");
        let feed = get(&app, "/showcase.xml", &[]).await.body;
        assert!(feed.contains("West African Python") && !feed.contains("Eko Python"));
        assert_eq!(
            get(&app, "/groups/none", &[]).await.status,
            StatusCode::NOT_FOUND
        );
        assert_eq!(
            get(&app, "/groups/a%00b", &[]).await.status,
            StatusCode::NOT_FOUND
        );
    }
}

/// Through the page that shows what would move.
async fn merge(app: &App, cookie: &str, token: &str, from: &Group, into: &Group) {
    let slug = db::group::by_id(&app.db, &from.id)
        .await
        .unwrap()
        .unwrap()
        .slug;
    let at = format!("/desk/groups/{}/merge", into.id);
    let shown = get(app, &format!("{at}?with={slug}"), &[("cookie", cookie)]).await;
    assert!(
        shown.status == StatusCode::OK && shown.body.contains("What moves"),
        "{}",
        shown.body
    );
    assert!(
        db::group::by_id(&app.db, &from.id).await.unwrap().is_some(),
        "nothing moved yet"
    );
    let fields = [("form_token", token), ("with", slug.as_str())];
    let done = post(app, &at, &fields, &[("cookie", cookie)]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    assert!(db::group::by_id(&app.db, &from.id).await.unwrap().is_none());
}

#[tokio::test]
async fn a_merge_moves_all_and_says_so_before() {
    for fresh in Fresh::both().await {
        let app = fresh.app_at(&[], clock()).await;
        let (cookie, token) = signed_in(&app).await;
        let (goes, stays) = (
            group(&app, "PyLagos").await,
            group(&app, "Lagos Python").await,
        );
        publish(&app, &goes, "form", Some("2026-12-01")).await;
        report(&app, &goes, Some("2027-01-09"), About::Coming).await;
        let own = source(&app, &goes, &[Some("2026-12-10")]).await;
        // Chosen from the roster, and named by an editor's draft.
        let sent = Answers {
            group: goes.slug.clone(),
            ..answers("https://youtu.be/pugGoodVid1")
        };
        let sent = intake::receive(&app, &sent, "form", "a key of sixteen")
            .await
            .unwrap();
        let mut tx = app.db.begin().await.unwrap();
        to_review(&app, &mut tx, &sent.id).await;
        let words = draft(&goes, None, None);
        db::submission::save_draft(&mut tx, &sent.id, &words, true, app.now())
            .await
            .unwrap();
        roster::edit::set_meets(&app, &mut tx, &goes.id, "2026-12-11", EDITOR)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        let said = [
            ("form_token", token.as_str()),
            ("group_name", "PyLagos"),
            ("group_city", "Lagos"),
            ("group_country", "NG"),
            ("language", "en"),
            ("website", "https://pylagos.example.org/"),
            ("cost", "Free"),
            ("place", "6.45, 3.4"),
        ];
        post(
            &app,
            &format!("/desk/groups/{}", goes.id),
            &said,
            &[("cookie", &cookie)],
        )
        .await;
        let said = [
            ("form_token", token.as_str()),
            ("group_name", "Lagos Python"),
            ("group_city", "Lagos"),
            ("group_country", "NG"),
            ("website", "https://lagos.example.org/"),
            ("first_time", "Ring."),
        ];
        post(
            &app,
            &format!("/desk/groups/{}", stays.id),
            &said,
            &[("cookie", &cookie)],
        )
        .await;
        let told = [("matter", "gone"), ("form_key", "another key of 16")];
        let told = post(&app, "/groups/pylagos/correction", &told, &[]).await;
        assert_eq!(told.status, StatusCode::SEE_OTHER);

        let moving = db::merge::moving(&app.db, &goes.id).await.unwrap();
        let counts = (
            moving.entries,
            moving.coming,
            moving.submissions,
            moving.drafts,
        );
        assert_eq!(
            (counts, moving.sources, moving.notices),
            ((2, 1, 1, 1), 1, 1)
        );
        let at = format!("/desk/groups/{}/merge?with=", stays.id);
        let shown = get(
            &app,
            &format!("{at}/groups/pylagos/"),
            &[("cookie", &cookie)],
        )
        .await
        .body;
        for says in [
            "2 entries (one of them coming)",
            "One submission",
            "One draft that waits",
            "One source",
            "One notice",
            "https://lagos.example.org/<br><s class=\"soft\">https://pylagos.example.org/</s>",
            "6.45, 3.4",
            "cannot be undone",
        ] {
            assert!(shown.contains(says), "{says}: {shown}");
        }
        for (with, says) in [
            ("lagos-python", "That is the same group"),
            ("nobody", "not on the roster any more"),
            ("", "not on the roster any more"),
        ] {
            let got = get(&app, &format!("{at}{with}"), &[("cookie", &cookie)]).await;
            assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY, "{with}");
            assert!(got.body.contains(says), "{with}: {}", got.body);
        }
        merge(&app, &cookie, &token, &goes, &stays).await;

        let page = get(&app, "/groups/lagos-python", &[]).await.body;
        assert!(
            page.contains("Heard from 15 December 2026 (report)"),
            "{page}"
        );
        assert!(page.contains("An evening of PyLagos") && page.contains("Next"));
        let details = db::group::details(&app.db, &stays.id)
            .await
            .unwrap()
            .unwrap();
        assert_eq!(
            details.website.as_deref(),
            Some("https://lagos.example.org/")
        );
        assert_eq!(details.first_time.as_deref(), Some("Ring."));
        assert_eq!(details.cost.as_deref(), Some("Free"));
        assert_eq!(details.place(), Some((6.45, 3.4)));
        assert_eq!(details.answered_on.as_deref(), Some("2026-12-11"));
        let group = db::group::by_id(&app.db, &stays.id).await.unwrap().unwrap();
        assert_eq!(group.language.as_deref(), Some("en"));
        let source = db::source::by_id(&app.db, &own).await.unwrap().unwrap();
        assert_eq!(source.terms.group_id.as_ref(), Some(&stays.id));
        let moved = db::submission::by_id(&app.db, &sent.id)
            .await
            .unwrap()
            .unwrap();
        assert_eq!(moved.group_id.as_ref(), Some(&stays.id));
        let saved = db::submission::draft(&app.db, &sent.id)
            .await
            .unwrap()
            .unwrap();
        assert_eq!(saved.group_name, "Lagos Python");
        let notices = db::notice::waiting(&app.db, 9).await.unwrap();
        assert_eq!(notices[0].group_id.as_ref(), Some(&stays.id));
        let marks = marks(&app, &sent.id).await;
        assert!(marks > 0, "its doubles are found by its new group");
        // What it was stays in the events.
        let events = db::event::of(&app.db, stays.id.as_str()).await.unwrap();
        let merged = events
            .iter()
            .find(|event| event.change == "group-merged")
            .unwrap();
        let was: serde_json::Value =
            serde_json::from_str(merged.reason.as_deref().unwrap()).unwrap();
        assert_eq!(merged.actor, EDITOR);
        assert_eq!(
            (&was["slug"], &was["cost"]),
            (&"pylagos".into(), &"Free".into())
        );
        assert_eq!(was["id"], goes.id.as_str());
    }
}

/// How many submissions share a mark of their own with this one: itself, where it has any.
async fn marks(app: &App, id: &SubmissionId) -> usize {
    let mut tx = app.db.begin().await.unwrap();
    let own = db::double::with_mark(&mut tx, "self", id.as_str()).await;
    own.unwrap().len()
}

/// Bad input at the desk: each fault is said, and what was typed is kept.
#[tokio::test]
async fn what_cannot_be_of_a_group_is_refused_with_a_word() {
    for fresh in Fresh::both().await {
        let app = fresh.app_at(&[], clock()).await;
        let (cookie, token) = signed_in(&app).await;
        let group = group(&app, "PyLagos").await;
        let at = format!("/desk/groups/{}", group.id);
        let long = "x".repeat(10_000);
        for (field, value, says) in [
            ("group_name", "", "Give its name"),
            ("group_name", "\u{202e}\u{2066}\u{0}", "Give its name"),
            ("group_name", &*long, "at most 200 characters"),
            ("group_city", &*long, "at most 200 characters"),
            ("first_time", &*long, "at most 2000 characters"),
            ("group_country", "XX", "We do not know this country"),
            ("language", "tlh", "We do not know this language"),
            ("website", "javascript:alert(1)", "no web address"),
            ("since", "yesterday", "no year, month or day"),
            ("place", "here", "no degrees"),
            ("group_kind", "cult", "kind of group"),
        ] {
            let mut fields = vec![
                ("form_token", token.as_str()),
                ("group_name", "PyLagos"),
                ("cost", "Kept & typed"),
            ];
            fields.retain(|(name, _)| *name != field);
            fields.push((field, value));
            let got = post(&app, &at, &fields, &[("cookie", &cookie)]).await;
            assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY, "{field}");
            assert!(got.body.contains(says), "{field}: {says}");
            assert!(got.body.contains("Kept &#38; typed"), "{field}");
            assert!(got.body.contains(&format!("href=\"#{field}\"")), "{field}");
        }
        // Bidi and control characters that turn a page's words round are taken out.
        let fields = [
            ("form_token", token.as_str()),
            ("group_name", "Py\u{202e}La\u{7}gos\u{0} <script>"),
        ];
        let saved = post(&app, &at, &fields, &[("cookie", &cookie)]).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER);
        let now = db::group::by_id(&app.db, &group.id).await.unwrap().unwrap();
        assert_eq!(
            (now.name.as_str(), now.slug.as_str()),
            ("PyLagos <script>", "pylagos-script")
        );
        // Days that are none, and groups that are none.
        for (life, day, status) in [
            ("meets", "2027-01-01", 422),
            ("meets", "soon", 422),
            ("meets", "", 422),
            ("meets", "2026-12-16", 303),
            ("", "", 400),
        ] {
            let fields = [("form_token", token.as_str()), ("life", life), ("day", day)];
            let got = post(&app, &format!("{at}/life"), &fields, &[("cookie", &cookie)]).await;
            assert_eq!(got.status.as_u16(), status, "{life} {day}");
        }
        for id in ["none", "01900000-0000-7000-8000-000000000000"] {
            let got = get(&app, &format!("/desk/groups/{id}"), &[("cookie", &cookie)]).await;
            assert_eq!(got.status, StatusCode::NOT_FOUND);
        }
    }
}

/// The showcase itself, which publishes the world tours, stands on no roster: it keeps its kind, and becomes part of
/// nothing.
#[tokio::test]
async fn the_showcase_itself_is_no_group_of_the_roster() {
    for fresh in Fresh::both().await {
        let app = fresh.app_at(&[], clock()).await;
        let (cookie, token) = signed_in(&app).await;
        let lagos = group(&app, "PyLagos").await;
        let named = Named {
            name: "The showcase".into(),
            city: String::new(),
            country: None,
        };
        let mut tx = app.db.begin().await.unwrap();
        let id = GroupId::mint(&app.clock, &app.random);
        let own = db::group::make(&mut tx, id, &named, None, app.now())
            .await
            .unwrap();
        db::group::set_showcase(&mut tx, &own.id).await.unwrap();
        tx.commit().await.unwrap();
        let at = format!("/desk/groups/{}", own.id);
        let fields = [
            ("form_token", token.as_str()),
            ("group_name", "The showcase"),
            ("cost", "Nothing"),
        ];
        let saved = post(&app, &at, &fields, &[("cookie", &cookie)]).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
        let details = db::group::details(&app.db, &own.id).await.unwrap().unwrap();
        assert!(details.is_showcase() && details.cost.as_deref() == Some("Nothing"));
        assert!(
            !get(&app, "/groups", &[])
                .await
                .body
                .contains("/groups/the-showcase")
        );
        for (into, with) in [(&lagos, "the-showcase"), (&own, "pylagos")] {
            let at = format!("/desk/groups/{}/merge", into.id);
            let asked = get(&app, &format!("{at}?with={with}"), &[("cookie", &cookie)]).await;
            let fields = [("form_token", token.as_str()), ("with", with)];
            let done = post(&app, &at, &fields, &[("cookie", &cookie)]).await;
            for got in [asked, done] {
                assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY, "{with}");
                assert!(got.body.contains("No group has the address"), "{with}");
            }
        }
        let all = roster::all(&app).await.unwrap();
        assert_eq!(all.len(), 1);
    }
}

/// The desk's list finds by a piece of a name, in any case and with or without accents, and by how they stand.
#[tokio::test]
async fn the_desk_finds_groups() {
    for fresh in Fresh::both().await {
        let app = fresh.app_at(&[], clock()).await;
        let (cookie, _) = signed_in(&app).await;
        let paulo = group(&app, "Pythonistas de São Paulo").await;
        group(&app, "PyLagos").await;
        publish(&app, &paulo, "form", Some("2026-12-01")).await;
        for (query, found) in [
            ("", &["Paulo", "PyLagos"][..]),
            ("q=sao+PAULO", &["Paulo"]),
            ("q=lagos", &["Paulo", "PyLagos"]),
            ("life=new", &["Paulo"]),
            ("life=unheard", &["PyLagos"]),
            ("life=gone", &[]),
            ("q=%00%E2%80%AEnobody", &[]),
        ] {
            let page = get(
                &app,
                &format!("/desk/groups?{query}"),
                &[("cookie", &cookie)],
            )
            .await;
            assert_eq!(page.status, StatusCode::OK, "{query}");
            for name in ["Paulo", "PyLagos"] {
                let row = format!("{name}</bdi></a>");
                assert_eq!(
                    page.body.contains(&row),
                    found.contains(&name),
                    "{query} {name}"
                );
            }
        }
    }
}
