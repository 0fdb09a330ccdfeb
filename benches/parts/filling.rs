//! Showcases as large as one likes, written by the functions that the service uses.

use pugcast::app::App;
use pugcast::db::enclosure::Enclosure;
use pugcast::db::{self, Tx};
use pugcast::model::entry::{Entry, Kind};
use pugcast::model::group::{Group, Named};
use pugcast::model::submission::{Medium, MediumState, State, Submission};
use pugcast::model::{EntryId, GroupId, MediumId, SubmissionId};
use std::ops::Range;

/// One entry in so many has a sound: the podcast has to look for them among the others.
pub const SOUNDING: usize = 50;
const COUNTRIES: [&str; 8] = ["FI", "JP", "BR", "NG", "DE", "IN", "CA", "FR"];
const LANGUAGES: [&str; 5] = ["en", "ja", "pt", "de", "fr"];
/// Entries of one transaction.
const AT_ONCE: usize = 2000;

/// Publishes entries with these numbers, called so, in one group; says whose they are.
pub async fn fill(
    app: &App,
    numbers: Range<usize>,
    title: impl Fn(usize) -> String,
) -> Vec<SubmissionId> {
    fill_groups(app, 1, numbers, title).await
}

/// The same, in so many groups, one after the other.
pub async fn fill_groups(
    app: &App,
    groups: usize,
    numbers: Range<usize>,
    title: impl Fn(usize) -> String,
) -> Vec<SubmissionId> {
    let mut tx = app.db.begin().await.unwrap();
    let mut all = Vec::new();
    for n in 0..groups {
        let id = GroupId::mint(&app.clock, &app.random);
        let group = db::group::find_or_make(&mut tx, id, &named(n), None, 0).await;
        all.push(group.unwrap());
    }
    let mut ids = Vec::new();
    for n in numbers {
        let group = &all[n % groups];
        ids.push(publish(app, &mut tx, group, n, title(n)).await);
        if n % AT_ONCE == AT_ONCE - 1 {
            tx.commit().await.unwrap();
            tx = app.db.begin().await.unwrap();
        }
    }
    tx.commit().await.unwrap();
    ids
}

/// What group `n` is called, and where it is.
pub fn named(n: usize) -> Named {
    Named {
        name: match n {
            0 => "PyBench".into(),
            n => format!("PyBench {n}"),
        },
        city: "Turku".into(),
        country: Some(COUNTRIES[n % COUNTRIES.len()].into()),
    }
}

/// What is spoken in the evening `n`.
pub fn language(n: usize) -> &'static str {
    LANGUAGES[n % LANGUAGES.len()]
}

async fn publish(app: &App, tx: &mut Tx, group: &Group, n: usize, title: String) -> SubmissionId {
    let is_sound = n.is_multiple_of(SOUNDING);
    let submission = send(app, tx, group, n, State::Published, is_sound).await;
    let id = EntryId::mint(&app.clock, &app.random);
    let slug = db::entry::free_slug(tx, "entry", &format!("entry-{n}"), id.as_str()).await;
    let entry = Entry {
        id,
        slug: slug.unwrap(),
        submission_id: submission.id.clone(),
        kind: if is_sound { Kind::Audio } else { Kind::Video },
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
        people: format!("Ada {}", n / 7),
        met_on: None,
        language: Some(language(n).into()),
        licence: "CC-BY-4.0".into(),
        chapters: String::new(),
        sender_name: "Ada".into(),
        published_at: n as i64,
        updated_at: n as i64,
    };
    db::entry::add(tx, &entry, "bench").await.unwrap();
    submission.id
}

/// What an organizer sent of the evening `n`, with a video or a sound that was found.
pub async fn send(
    app: &App,
    tx: &mut Tx,
    group: &Group,
    n: usize,
    state: State,
    is_sound: bool,
) -> Submission {
    let submission = Submission {
        id: SubmissionId::mint(&app.clock, &app.random),
        token: app.random.token(),
        state,
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
        provider: if is_sound { "upload" } else { "youtube" }.into(),
        kind: if is_sound { "audio" } else { "video" }.into(),
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
    if is_sound {
        let enclosure = Enclosure {
            medium_id: medium.id.clone(),
            url: format!("/media/{n:032}.mp3"),
            mime: "audio/mpeg".into(),
            size: 30_000_000,
            duration_ms: Some(1_800_000),
        };
        db::enclosure::save(tx, &enclosure, 0).await.unwrap();
    }
    submission
}
