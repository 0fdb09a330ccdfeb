//! What a feed costs after a change, and before the next one, at 1,000 and at 100,000 entries.

use super::{Row, Scratch, median, python};
use pugcast::app::App;
use pugcast::db::enclosure::Enclosure;
use pugcast::db::listing::Changed;
use pugcast::db::{self, Tx};
use pugcast::feed::{self, Encoding};
use pugcast::model::entry::{Entry, Kind};
use pugcast::model::feed::{Document, Scope};
use pugcast::model::group::{Group, Named};
use pugcast::model::submission::{Medium, MediumState, State, Submission};
use pugcast::model::{EntryId, GroupId, MediumId, SubmissionId};
use std::time::Instant;

/// One entry in so many has a sound: the podcast has to look for them among the others.
const SOUNDING: usize = 50;
const ROUNDS: usize = 9;

pub async fn rows(kind: &str) -> Vec<Row> {
    let scratch = Scratch::new(kind).await;
    let app = scratch.app("1").await;
    let peer = python("feedgen_ms.py", &[]);
    let mut rows = Vec::new();
    let mut held = 0;
    for (count, word) in [(1_000, "1k"), (100_000, "100k")] {
        fill(&app, held..count, |n| format!("An evening, number {n}")).await;
        held = count;
        for file in ["showcase.xml", "podcast.xml"] {
            let (mut cold, mut warm) = (Vec::new(), Vec::new());
            for _ in 0..ROUNDS {
                change(&app, held).await;
                cold.push(timed(&app, file).await);
                warm.push(timed(&app, file).await);
            }
            let name = file.trim_end_matches(".xml");
            for (state, values, peer) in [("changed", cold, peer), ("unchanged", warm, None)] {
                rows.push(Row {
                    name: format!("feed-{name}-{state}-{word}-{kind}"),
                    ours: median(values),
                    peer,
                    unit: "ms",
                    better: "lower",
                    goal: None,
                    note: match state {
                        "changed" => "read, build, hash and zip; peer: feedgen builds 100 items, no database, no zip".into(),
                        _ => "one row is read".into(),
                    },
                });
            }
        }
    }
    rows
}

async fn timed(app: &App, file: &str) -> f64 {
    let document = Document::of_file(Scope::Whole, None, file).unwrap();
    let begun = Instant::now();
    let packed = feed::document(app, &document).await.unwrap().unwrap();
    let size = packed.bytes(Encoding::Plain).len();
    assert!(size > 10_000, "a feed of a hundred items");
    begun.elapsed().as_secs_f64() * 1000.0
}

/// The newest entry that sounds changes: both feeds hold it.
async fn change(app: &App, count: usize) {
    let newest = ((count - 1) / SOUNDING * SOUNDING + 1) as i64;
    let listed = db::listing::between(&app.db, "showcase", newest, newest)
        .await
        .unwrap();
    let mut tx = app.db.begin().await.unwrap();
    let what = Changed::Entry(&listed[0].entry_id);
    db::listing::changed(&mut tx, what, app.now())
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

/// Publishes entries with these numbers, called so; says whose they are.
pub(super) async fn fill(
    app: &App,
    numbers: std::ops::Range<usize>,
    title: impl Fn(usize) -> String,
) -> Vec<SubmissionId> {
    let mut tx = app.db.begin().await.unwrap();
    let named = Named {
        name: "PyBench".into(),
        city: "Turku".into(),
        country: Some("FI".into()),
    };
    let id = GroupId::mint(&app.clock, &app.random);
    let group = db::group::find_or_make(&mut tx, id, &named, None, 0)
        .await
        .unwrap();
    let mut ids = Vec::new();
    for n in numbers {
        ids.push(add(app, &mut tx, &group, n, title(n)).await);
    }
    tx.commit().await.unwrap();
    ids
}

async fn add(app: &App, tx: &mut Tx, group: &Group, n: usize, title: String) -> SubmissionId {
    let sound = n.is_multiple_of(SOUNDING);
    let submission = Submission {
        id: SubmissionId::mint(&app.clock, &app.random),
        token: app.random.token(),
        state: State::Published,
        door: "bench".into(),
        title: String::new(),
        words: "Words.".into(),
        about: None,
        parent_id: None,
        group_id: None,
        group_name: group.name.clone(),
        group_city: group.city.clone(),
        group_country: group.country.clone(),
        sender_name: "Ada".into(),
        sender_email: None,
        may_copy: 0,
        licence: "CC-BY-4.0".into(),
        met_on: None,
        language: None,
        chapters: String::new(),
        reason: None,
        error_code: None,
        created_at: n as i64,
        message_id: None,
        may_answer: 1,
        answer_language: None,
    };
    assert!(
        db::submission::add(tx, &format!("bench {n}"), &submission)
            .await
            .unwrap()
    );
    let medium = Medium {
        id: MediumId::mint(&app.clock, &app.random),
        position: 0,
        typed: String::new(),
        provider: if sound { "upload" } else { "youtube" }.into(),
        kind: if sound { "audio" } else { "video" }.into(),
        provider_id: format!("{n:011}"),
        canonical: format!("https://www.youtube.com/watch?v={n:011}"),
        state: MediumState::Found,
        error_code: None,
        error_detail: None,
        prepared: 1,
        guid: None,
        source_id: None,
        document: None,
        citation: None,
        skipped: None,
    };
    db::medium::add(tx, &submission.id, &medium).await.unwrap();
    if sound {
        let enclosure = Enclosure {
            medium_id: medium.id.clone(),
            url: format!("/media/{n:032}.mp3"),
            mime: "audio/mpeg".into(),
            size: 30_000_000,
            duration_ms: Some(1_800_000),
        };
        db::enclosure::save(tx, &enclosure, 0).await.unwrap();
    }
    let entry = Entry {
        id: EntryId::mint(&app.clock, &app.random),
        slug: format!("entry-{n}"),
        submission_id: submission.id.clone(),
        kind: if sound { Kind::Audio } else { Kind::Video },
        about: None,
        group_id: group.id.clone(),
        group_name: group.name.clone(),
        group_slug: group.slug.clone(),
        group_city: group.city.clone(),
        group_country: group.country.clone(),
        group_hue: group.hue,
        group_latitude: None,
        group_longitude: None,
        title,
        words: "What was covered, in the two sentences that an editor leaves. For whom it is worth an hour.".into(),
        people: "Ada".into(),
        met_on: None,
        language: Some("en".into()),
        licence: "CC-BY-4.0".into(),
        chapters: String::new(),
        sender_name: "Ada".into(),
        published_at: n as i64,
        updated_at: n as i64,
    };
    db::entry::add(tx, &entry, "bench").await.unwrap();
    submission.id
}
