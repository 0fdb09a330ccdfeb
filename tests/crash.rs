//! Workers killed with -9, spread over the steps: nothing lost, nothing doubled.

use crate::db::answers;
use crate::proposal::EDITOR;
use crate::support::smtp::{Smtp, Then};
use crate::support::{Fresh, binary};
use pugcast::app::App;
use pugcast::db::{self, Db};
use pugcast::model::answers::Answers;
use pugcast::model::submission::{State, Submission};
use pugcast::model::upload::SentAs;
use pugcast::replay::{self, Replay};
use pugcast::source::taking;
use pugcast::upload::Receiving;
use pugcast::{decision, double, intake};
use std::collections::{HashMap, HashSet};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Where a worker is killed: in a step, or (`enclosure`) while it reads the sound of something an editor took.
const PLACES: [&str; 8] = [
    "resolve",
    "mail",
    "prepare",
    "enclosure",
    "draft",
    "master",
    "card",
    "tag",
];

/// `scripts/test` kills 30 times, `scripts/test --long` 120, on each database.
fn kills() -> usize {
    if std::env::var_os("PUGCAST_LONG").is_some() {
        120
    } else {
        30
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn on_sqlite() {
    crash(Fresh::lite()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn on_postgresql() {
    crash(Fresh::pg().await).await;
}

async fn crash(fresh: Fresh) {
    let replay = replay::start().await.unwrap();
    let sink = Smtp::start(Then::Keep).await;
    let url = sink.url();
    let app = fresh.app(&[("PUGCAST_SMTP", &url)]).await;
    let mut sent = Vec::new();
    let mut killed = [0; PLACES.len()];
    for kill in 0..kills() {
        sent.push(send(&app, sent.len()).await);
        // Enough to do for the next kill, and no backlog that hides the later steps.
        while db::task::depth(&app.db, app.now()).await.unwrap().0 < 3 {
            sent.push(send(&app, sent.len()).await);
        }
        let mut worker = start_worker(&fresh, &replay, &url);
        let place = kill % PLACES.len();
        if wait_until_leased(&app, PLACES[place]).await {
            killed[place] += 1;
        }
        worker.kill().unwrap(); // SIGKILL
        worker.wait().unwrap();
    }
    let mut worker = start_worker(&fresh, &replay, &url);
    let begun = Instant::now();
    while edit(&app).await + db::task::depth(&app.db, app.now()).await.unwrap().0 > 0 {
        assert!(
            begun.elapsed() < Duration::from_secs(240),
            "the queue does not fall quiet"
        );
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    worker.kill().unwrap();
    worker.wait().unwrap();

    let mut all = sent.clone();
    for sent in &sent {
        all.extend(db::submission::taken_from(&app.db, &sent.id).await.unwrap());
    }
    let (mut lost, mut doubled) = (0, 0);
    for submission in &all {
        let now = db::submission::by_id(&app.db, &submission.id)
            .await
            .unwrap()
            .unwrap();
        let (whole, changes) = match kind(submission) {
            Kind::Feed => (
                has_feed(&app, &now).await,
                vec!["received", "resolving", "in_review", "accepted"],
            ),
            // The same video, the same episode: one of them is published, the others are joined to it.
            Kind::Video | Kind::Taken if now.state == State::Joined => (
                is_joined(&app, &now).await,
                vec!["received", "resolving", "joined"],
            ),
            kind => (
                is_published(&app, &now, kind).await,
                vec![
                    "received",
                    "resolving",
                    "in_review",
                    "accepted",
                    "published",
                ],
            ),
        };
        if !whole {
            println!("lost: {} {:?} {:?}", now.door, now.words, now.state);
        }
        lost += usize::from(!whole);
        let events = db::event::of(&app.db, submission.id.as_str())
            .await
            .unwrap();
        let seen: Vec<&str> = events.iter().map(|event| event.change.as_str()).collect();
        doubled += usize::from(seen != changes);
        // Resolved, prepared, drafted; and what was not joined to another was looked through for recordings.
        let steps = 3 + i64::from(!changes.contains(&"joined"));
        doubled += usize::from(ended(&app.db, submission.id.as_str()).await != steps);
    }
    let (missing, again) = mails(&app, &sink, &sent).await;
    println!(
        "{}: {} submissions, killed at {PLACES:?} {killed:?}: {lost} lost, {doubled} doubled; {missing} mails missing, {again} sent again",
        fresh.url.split('@').next_back().unwrap(),
        all.len()
    );
    assert_eq!((lost, doubled, missing), (0, 0, 0));
    // Only a process that died between the server's yes and its note of it sends a mail again.
    assert!(again <= killed.iter().sum(), "{again}");
    let mut stand = 0;
    for kind_of in [Kind::Video, Kind::Taken] {
        for submission in all.iter().filter(|sent| kind(sent) == kind_of) {
            let entry = db::entry::of_submission(&app.db, &submission.id).await;
            stand += usize::from(entry.unwrap().is_some());
        }
    }
    let shows = sent.iter().filter(|sent| kind(sent) == Kind::Feed).count();
    assert_eq!(stand, 1 + shows, "one video, and of each show one episode");
    assert!(db::task::dead(&app.db, 9).await.unwrap().is_empty());
    assert!(
        killed.iter().all(|&n| n > 0),
        "each place was hit: {killed:?}"
    );
}

/// What the test sends, in turn.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Video,
    Feed,
    Sound,
    Taken,
}

fn kind(submission: &Submission) -> Kind {
    match (submission.door.as_str(), submission.words.as_str()) {
        ("proposal", _) => Kind::Taken,
        (_, "feed") => Kind::Feed,
        (_, "sound") => Kind::Sound,
        _ => Kind::Video,
    }
}

async fn send(app: &App, n: usize) -> Submission {
    let base = Answers {
        // So many mails a day go to one address.
        sender_email: format!("sender{n}@example.org"),
        ..answers("")
    };
    let sent = match n % 3 {
        0 => Answers {
            links: replay::GOOD_LINK.into(),
            ..base
        },
        1 => Answers {
            // Each a source of its own: what one of them brought is taken once for all.
            links: format!("{}?copy={n}", replay::FEED),
            words: "feed".into(),
            ..base
        },
        _ => {
            let mut receiving = Receiving::begin(app, SentAs::Recording, "a.mp3")
                .await
                .unwrap();
            receiving.push(replay::SOUND.into()).await.unwrap();
            Answers {
                words: "sound".into(),
                upload: receiving.finish().await.unwrap().token,
                consent: "yes".into(),
                ..base
            }
        }
    };
    intake::receive(app, &sent, "form", &format!("crash {n}"))
        .await
        .unwrap()
}

/// What an editor does with all that waits; how much that was.
async fn edit(app: &App) -> i64 {
    let waiting = db::submission::in_state(&app.db, State::InReview, 99)
        .await
        .unwrap();
    for submission in &waiting {
        if kind(submission) == Kind::Feed {
            let all = db::item::of_submission(&app.db, &submission.id)
                .await
                .unwrap();
            taking::take(app, submission, &[all[0].id.to_string()], EDITOR)
                .await
                .unwrap();
            taking::close(app, submission, EDITOR).await.unwrap();
            continue;
        }
        let draft = db::submission::draft(&app.db, &submission.id)
            .await
            .unwrap()
            .unwrap();
        let draft = db::submission::Draft {
            title: "An evening".into(),
            ..draft
        };
        decision::accept(app, submission, &draft, EDITOR)
            .await
            .unwrap();
    }
    waiting.len() as i64
}

async fn has_feed(app: &App, now: &Submission) -> bool {
    let all = db::item::of_submission(&app.db, &now.id).await.unwrap();
    let guids: HashSet<&str> = all.iter().map(|item| item.guid.as_str()).collect();
    let taken = db::submission::taken_from(&app.db, &now.id).await.unwrap();
    now.state == State::Accepted && (all.len(), guids.len(), taken.len()) == (6, 6, 1)
}

async fn is_joined(app: &App, now: &Submission) -> bool {
    let target = double::target(app, &now.id).await.unwrap().unwrap();
    let entry = db::entry::of_submission(&app.db, &target).await.unwrap();
    entry.is_some()
}

async fn is_published(app: &App, now: &Submission, kind: Kind) -> bool {
    let pictures = db::picture::of_submission(&app.db, &now.id, app.now())
        .await
        .unwrap();
    let media = db::medium::shown(&app.db, &now.id).await.unwrap();
    let Some(entry) = db::entry::of_submission(&app.db, &now.id).await.unwrap() else {
        return false;
    };
    let cards = db::card::of_entry(&app.db, &entry.id).await.unwrap();
    let files = db::mastering::files_of(&app.db, &now.id).await.unwrap();
    let mastered = files.iter().find(|file| file.used_as == "mp3");
    let size = match (kind, mastered) {
        (Kind::Sound, mastered) => mastered.map(|file| file.size),
        _ => Some(replay::SOUND.len() as i64),
    };
    let heard = media.len() == 1 && size.is_some() && media[0].enclosure_size == size;
    let as_sent = match kind {
        Kind::Video => pictures.len() == 8 && media.len() == 1,
        _ => heard && pictures.is_empty(),
    };
    now.state == State::Published
        && as_sent
        && cards.len() == 4
        // A sweep may ask for a card that is being drawn: the same one is drawn again, and there is one of it.
        && ended(&app.db, entry.id.as_str()).await >= 1
}

/// Mails that nobody got, and how often one was sent again.
async fn mails(app: &App, sink: &Smtp, sent: &[Submission]) -> (usize, usize) {
    let mut counts: HashMap<String, usize> = HashMap::new();
    for taken in sink.taken() {
        *counts
            .entry(taken.header("Message-ID").unwrap().to_owned())
            .or_default() += 1;
    }
    let (mut missing, mut all) = (0, 0);
    for submission in sent {
        let written = db::mail::of_submission(&app.db, &submission.id)
            .await
            .unwrap();
        let causes: Vec<&str> = written
            .iter()
            .map(|mail| mail.cause.split(' ').next().unwrap())
            .collect();
        let due: &[&[&str]] = match db::double::target(&app.db, &submission.id).await.unwrap() {
            None => &[&["received", "accepted"]],
            // Whether the one it is joined to was published before or after.
            Some(_) => &[&["received", "joined"], &["received", "joined", "accepted"]],
        };
        assert!(
            due.contains(&causes.as_slice()),
            "one cause, one mail: {causes:?}"
        );
        all += written.len();
        for mail in &written {
            let id = format!("<{}@localhost>", mail.id);
            missing += usize::from(mail.sent_at.is_none() || !counts.contains_key(&id));
        }
    }
    assert_eq!(counts.len(), all, "nothing else was sent");
    (missing, counts.values().map(|count| count - 1).sum())
}

fn start_worker(fresh: &Fresh, replay: &Replay, smtp: &str) -> Child {
    Command::new(binary())
        .arg("work")
        .env("DATABASE_URL", &fresh.url)
        .env("PUGCAST_MEDIA_DIR", fresh.dir.join("media"))
        .env("PUGCAST_LEASE_MS", "500")
        .env("PUGCAST_BACKOFF_MS", "20")
        .env("PUGCAST_MAX_ATTEMPTS", "100")
        .env("PUGCAST_LOG", "error")
        .env("PUGCAST_SMTP", smtp)
        .envs(replay.settings())
        .stdin(Stdio::null())
        .spawn()
        .unwrap()
}

/// Until a task of this place is leased right now; false after twenty seconds. An editor works meanwhile.
async fn wait_until_leased(app: &App, place: &str) -> bool {
    let begun = Instant::now();
    let mut edited = Instant::now();
    while begun.elapsed() < Duration::from_secs(20) {
        if leased(&app.db, place).await > 0 {
            return true;
        }
        if edited.elapsed() > Duration::from_millis(20) {
            edit(app).await;
            edited = Instant::now();
        }
        tokio::task::yield_now().await;
    }
    false
}

async fn leased(db: &Db, place: &str) -> i64 {
    const STEP: &str = "select count(*) from task where step = $1 and leased_by is not null";
    const ENCLOSURE: &str = "
        select count(*) from task t join submission s on s.id = t.subject
        where t.step = 'resolve' and s.door = $1 and t.leased_by is not null";
    match place {
        "enclosure" => count(db, ENCLOSURE, "proposal").await,
        step => count(db, STEP, step).await,
    }
}

async fn ended(db: &Db, subject: &str) -> i64 {
    count(
        db,
        "select count(*) from task where subject = $1 and ended_at is not null and dead_at is null",
        subject,
    )
    .await
}

async fn count(db: &Db, sql: &'static str, value: &str) -> i64 {
    match db {
        Db::Lite { read, .. } => sqlx::query_scalar(sql)
            .bind(value)
            .fetch_one(read)
            .await
            .unwrap(),
        Db::Pg(pool, _) => sqlx::query_scalar(sql)
            .bind(value)
            .fetch_one(pool)
            .await
            .unwrap(),
    }
}
