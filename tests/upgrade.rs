//! A stored database of each landed schema opens under today's, and what it holds is still read.

use crate::support::Fresh;
use pugcast::db::{self, Db};
use pugcast::feed::Encoding;
use pugcast::model::feed::{Document, Scope};
use pugcast::model::submission::State;
use sqlx::{AssertSqlSafe, Executor};
use std::collections::BTreeSet;

#[tokio::test]
async fn each_landed_schema_is_brought_up_to_date() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/landed");
    let mut landed = BTreeSet::new();
    for file in std::fs::read_dir(root).unwrap() {
        let path = file.unwrap().path();
        let version: i64 = path.file_stem().unwrap().to_str().unwrap().parse().unwrap();
        let rows = std::fs::read_to_string(&path).unwrap();
        for fresh in Fresh::both().await {
            let old = Db::open_at(&fresh.secret(), version).await.unwrap();
            for statement in rows.lines().filter(|line| !line.is_empty()) {
                let statement = AssertSqlSafe(statement.to_owned());
                match &old {
                    Db::Lite { write, .. } => write.execute(statement).await.map(|_| ()).unwrap(),
                    Db::Pg(pool, _) => pool.execute(statement).await.map(|_| ()).unwrap(),
                }
            }
            old.close().await;
            holds(&fresh).await;
        }
        landed.insert(version);
    }
    let migrations = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/migrations/sqlite"));
    let version = |file: std::io::Result<std::fs::DirEntry>| -> i64 {
        let name = file.unwrap().file_name().into_string().unwrap();
        name.split_once('_').unwrap().0.parse().unwrap()
    };
    let migrations: BTreeSet<i64> = migrations.unwrap().map(version).collect();
    assert_eq!(
        landed, migrations,
        "each migration brings the rows of its day"
    );
}

async fn holds(fresh: &Fresh) {
    let app = fresh.app(&[]).await;
    let entry = db::entry::by_slug(&app.db, "rain-gauges")
        .await
        .unwrap()
        .unwrap();
    assert_eq!(
        entry.guid(),
        "urn:uuid:01a20000-0000-7000-8000-000000000004"
    );
    let group = db::group::by_slug(&app.db, "pyibadan")
        .await
        .unwrap()
        .unwrap();
    assert_eq!(
        group.slug, "python-usergroup-ibadan",
        "an old slug still leads there"
    );
    let sent = db::submission::by_token(&app.db, "token-of-the-sender")
        .await
        .unwrap()
        .unwrap();
    assert_eq!(
        (sent.state, sent.sender_name.as_str()),
        (State::Published, "Amara")
    );
    assert_eq!(db::medium::shown(&app.db, &sent.id).await.unwrap().len(), 1);
    assert_eq!(
        db::picture::of_submission(&app.db, &sent.id, 1_795_000_200_000)
            .await
            .unwrap()
            .len(),
        1
    );
    assert!(
        db::fact::found(
            &app.db,
            "01a20000-0000-7000-8000-000000000003",
            1_795_000_200_000
        )
        .await
        .is_ok()
    );
    assert!(
        db::editor::of_session(&app.db, "hash-of-a-session", 1_795_000_200_000)
            .await
            .unwrap()
            .is_some()
    );
    assert_eq!(
        db::task::depth(&app.db, app.now()).await.unwrap(),
        (1, 1, 0),
        "what waited still waits"
    );
    let document = Document::of_file(Scope::Whole, None, "showcase.xml").unwrap();
    let feed = pugcast::feed::document(&app, &document).await.unwrap();
    let text = String::from_utf8(feed.unwrap().bytes(Encoding::Plain).to_vec()).unwrap();
    assert!(text.contains("50c4dda6-894f-508e-9074-b8423f4518a1"));
    assert!(text.contains(&entry.guid()), "what was published is listed");
    let stale = db::search::stale_entries(&app.db, jobs::words::VERSION, "", 9).await;
    assert_eq!(stale.unwrap(), [entry.id], "its words are still to be made");
}
