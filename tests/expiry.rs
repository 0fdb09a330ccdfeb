//! A provider's words are kept for 30 days at most: canaries in every text of its replies, and a clock.

use crate::db::answers;
use crate::pages::{self, get};
use crate::support::{Fresh, work};
use axum::extract::{Query, State};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use axum::{Json, Router};
use pugcast::app::App;
use pugcast::db::submission::Draft;
use pugcast::db::{self, Db};
use pugcast::model::Clock;
use pugcast::model::entry::Entry;
use pugcast::model::submission::{MediumState, Submission};
use pugcast::web::{self, Access};
use pugcast::{decision, intake, sweep, watch};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::sync::{Arc, Mutex};

/// In every text of the replies, followed by which one and the round in which it was said.
const CANARY: &str = "zqxcanary";
const HOUR_MS: i64 = 60 * 60 * 1000;
const DAY_MS: i64 = 24 * HOUR_MS;

/// Which round of words it speaks; none: it is out of order.
type Round = Arc<Mutex<Option<u8>>>;

/// A provider whose every text is a canary.
struct Provider {
    round: Round,
    settings: Vec<(String, String)>,
}

async fn provider(with_keys: bool) -> Provider {
    let round: Round = Arc::new(Mutex::new(Some(1)));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let base = format!("http://{address}/");
    let router = Router::new()
        .fallback(answer)
        .with_state((round.clone(), base.clone()));
    tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
    let mut settings: Vec<(String, String)> = [
        ("PUGCAST_YOUTUBE_API", "youtube/"),
        ("PUGCAST_YOUTUBE_OEMBED", "youtube-oembed"),
        ("PUGCAST_FLICKR_API", "flickr-rest"),
        ("PUGCAST_FLICKR_OEMBED", "flickr-oembed"),
    ]
    .map(|(name, path)| (name.to_owned(), format!("{base}{path}")))
    .to_vec();
    settings.push(("PUGCAST_FETCH_ALLOW".into(), address.to_string()));
    if with_keys {
        settings.push(("PUGCAST_YOUTUBE_KEY".into(), "k".into()));
        settings.push(("PUGCAST_FLICKR_KEY".into(), "k".into()));
    }
    Provider { round, settings }
}

async fn answer(
    State((round, base)): State<(Round, String)>,
    uri: Uri,
    Query(query): Query<HashMap<String, String>>,
) -> Response {
    let round = *round.lock().unwrap();
    let Some(round) = round else {
        let words = format!("{CANARY}-busy");
        return (StatusCode::SERVICE_UNAVAILABLE, words).into_response();
    };
    let said = |what: &str| format!("{CANARY}-{what}-{round}");
    let picture = format!("{base}img/{CANARY}-thumbnail-{round}.jpg");
    let id = |name: &str| query.get(name).cloned().unwrap_or_default();
    let reply: Value = match uri.path() {
        path if path.starts_with("/img/") => return jpeg(round).into_response(),
        "/youtube/youtube/v3/videos" if id("id") == "pugRefused1" => {
            let error = json!({"reason": "videoNotFound", "message": said("error")});
            let body = json!({"error": {"code": 404, "message": said("error"), "errors": [error]}});
            return (StatusCode::NOT_FOUND, Json(body)).into_response();
        }
        "/youtube-oembed" if id("url").contains("pugRefused1") => {
            return (StatusCode::NOT_FOUND, said("error")).into_response();
        }
        "/youtube/youtube/v3/videos" => json!({
            "kind": "youtube#videoListResponse",
            "items": [{
                "kind": "youtube#video", "id": id("id"),
                "snippet": {
                    "title": said("title"), "description": said("description"), "channelTitle": said("channel"),
                    "channelId": said("channelid"), "tags": [said("tag")], "liveBroadcastContent": "none",
                    "thumbnails": {"high": {"url": picture, "width": 480, "height": 360}},
                    "localized": {"title": said("title"), "description": said("description")},
                    "publishedAt": "2026-11-14T20:00:00Z",
                },
                "contentDetails": {"duration": "PT20M"},
                "status": {"uploadStatus": "processed", "privacyStatus": "public", "license": "youtube", "embeddable": true},
            }],
        }),
        "/youtube-oembed" => json!({
            "type": "video", "title": said("title"), "author_name": said("channel"),
            "author_url": format!("https://www.youtube.com/@{}", said("channelid")), "thumbnail_url": picture,
        }),
        "/flickr-rest" if id("photo_id") == "70000000999" => {
            json!({"stat": "fail", "code": 1, "message": said("error")})
        }
        "/flickr-rest" if id("method") == "flickr.photos.getInfo" => json!({
            "stat": "ok",
            "photo": {
                "id": id("photo_id"), "license": "0", "media": "photo",
                "owner": {"nsid": "1@N00", "username": said("owner"), "realname": said("owner"), "path_alias": format!("someone{round}")},
                "title": {"_content": said("title")}, "description": {"_content": said("description")},
                "visibility": {"ispublic": 1}, "dates": {"posted": "1794700800"},
                "tags": {"tag": [{"raw": said("tag"), "_content": said("tag")}]},
            },
        }),
        "/flickr-oembed" if id("url").contains("70000000999") => {
            return (StatusCode::NOT_FOUND, said("error")).into_response();
        }
        "/flickr-oembed" => json!({
            "type": "photo", "title": said("title"), "author_name": said("owner"), "license_id": "0",
            "author_url": "https://www.flickr.com/photos/someone/", "url": picture,
            "web_page": "https://www.flickr.com/photos/someone/70000000111/",
        }),
        _ => return StatusCode::NOT_FOUND.into_response(),
    };
    Json(reply).into_response()
}

/// Another picture in each round.
fn jpeg(round: u8) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    image::RgbImage::from_pixel(480, 360, image::Rgb([40 * round, 90, 160]))
        .write_to(&mut bytes, image::ImageFormat::Jpeg)
        .unwrap();
    bytes.into_inner()
}

/// A video and a photo, published under an editor's words; and two links that the provider refuses with its own words.
struct Shown {
    app: App,
    sent: Submission,
    refused: Submission,
    entry: Entry,
    cookie: String,
}

async fn shown(fresh: &Fresh, provider: &Provider) -> Shown {
    let given: Vec<(&str, &str)> = provider
        .settings
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    let noon = "2026-11-15T12:00:00Z".parse().unwrap();
    let app = fresh.app_at(&given, Clock::fixed(noon)).await;
    let send = async |links: &str| {
        let sent = intake::receive(&app, &answers(links), "form", &app.random.token()).await;
        work(&app).await;
        let sent = sent.unwrap();
        db::submission::by_id(&app.db, &sent.id)
            .await
            .unwrap()
            .unwrap()
    };
    let sent =
        send("https://youtu.be/HRb7B9fPhfA https://www.flickr.com/photos/someone/70000000111/")
            .await;
    let refused =
        send("https://youtu.be/pugRefused1 https://www.flickr.com/photos/someone/70000000999/")
            .await;
    let media = db::medium::of(&app.db, &sent.id).await.unwrap();
    assert!(
        media
            .iter()
            .all(|medium| medium.state == MediumState::Found)
    );
    let draft = Draft {
        title: "Rain gauges".into(),
        words: "What was covered.".into(),
        group_name: "PyIbadan".into(),
        country: Some("NG".into()),
        language: Some("en".into()),
        licence: "CC-BY-4.0".into(),
        ..Draft::default()
    };
    let entry = decision::accept(&app, &sent, &draft, "ada@example.org").await;
    work(&app).await;
    let (cookie, _) = pages::signed_in(&app).await;
    Shown {
        entry: entry.unwrap(),
        app,
        sent,
        refused,
        cookie,
    }
}

impl Shown {
    /// Lets half days pass until so much time has passed since noon of the first day; each has its turns and a sweep.
    async fn until(&self, ms: i64) {
        let begun = self.sent.created_at;
        while self.app.now() - begun < ms {
            let step = (ms - (self.app.now() - begun)).min(DAY_MS / 2);
            self.app.clock.advance_ms(step);
            watch::once(&self.app).await.unwrap();
            work(&self.app).await;
        }
    }

    /// Every path of the router's table that can be filled in, with what stands there.
    async fn everything(&self) -> Vec<(String, String)> {
        let mut all = Vec::new();
        for (path, access) in web::paths() {
            let Some(filled) = self.fill(path) else {
                assert!(
                    access != Access::Public || path.contains("{name}"),
                    "{path}"
                );
                continue;
            };
            for filled in filled {
                // A session of today: the first one is over by now.
                let headers = [("cookie", self.cookie.as_str())];
                let signed = access == Access::Editor;
                let got = get(&self.app, &filled, &headers[..usize::from(signed)]).await;
                all.push((filled, got.body));
            }
        }
        assert!(all.len() >= 15, "{}", all.len());
        all
    }

    /// What stands for the blanks of a path; nothing where nobody knows.
    fn fill(&self, path: &str) -> Option<Vec<String>> {
        let slug = match path {
            path if path.starts_with("/groups/") => &self.entry.group_slug,
            _ => &self.entry.slug,
        };
        let of = |sent: &Submission| {
            let known = [
                ("{slug}", slug.as_str()),
                ("{token}", &sent.token),
                ("{id}", sent.id.as_str()),
                ("{cc}", "ng"),
                ("{lang}", "en"),
                ("{file}", "showcase.xml"),
                ("{number}", "1"),
            ];
            let filled = known.iter().fold(path.to_owned(), |path, (blank, value)| {
                path.replace(blank, value)
            });
            (!filled.contains('{')).then_some(filled)
        };
        Some(vec![of(&self.sent)?, of(&self.refused)?])
    }

    async fn pictures(&self) -> Vec<String> {
        let held = db::picture::of_submission(&self.app.db, &self.sent.id, self.app.now()).await;
        held.unwrap()
            .into_iter()
            .map(|picture| picture.name)
            .collect()
    }

    /// Where the canaries of a round are (all rounds: the empty word).
    async fn canaries(&self, round: &str) -> Vec<String> {
        let sings = |body: &str| {
            let mut places = body.match_indices(CANARY).map(|(at, _)| &body[at..]);
            places.any(|place| {
                let word = place
                    .split(['"', '<', ' ', '.', '&', '\'', ',', ')', '\\'])
                    .next();
                word.is_some_and(|word| word.ends_with(round))
            })
        };
        let all = self.everything().await.into_iter();
        let all = all.filter(|(_, body)| sings(body));
        let mut places: Vec<String> = all.map(|(path, _)| path).collect();
        places.sort();
        places.dedup();
        places
    }
}

/// Every text in every row.
async fn rows(db: &Db) -> String {
    let mut all = String::new();
    match db {
        Db::Lite { read, .. } => {
            let tables: Vec<String> =
                sqlx::query_scalar("select name from sqlite_master where type = 'table'")
                    .fetch_all(read)
                    .await
                    .unwrap();
            for table in tables {
                let columns: Vec<String> =
                    sqlx::query_scalar("select name from pragma_table_info($1)")
                        .bind(&table)
                        .fetch_all(read)
                        .await
                        .unwrap();
                let quoted: Vec<String> = columns
                    .iter()
                    .map(|column| format!("quote(\"{column}\")"))
                    .collect();
                let sql = format!("select {} from \"{table}\"", quoted.join(" || ' ' || "));
                let texts: Vec<String> = sqlx::query_scalar(sqlx::AssertSqlSafe(sql))
                    .fetch_all(read)
                    .await
                    .unwrap();
                all += &texts.join("\n");
            }
        }
        Db::Pg(pool, _) => {
            let tables: Vec<String> = sqlx::query_scalar(
                "select tablename::text from pg_tables where schemaname = 'public'",
            )
            .fetch_all(pool)
            .await
            .unwrap();
            for table in tables {
                let sql = format!("select t::text from \"{table}\" t");
                let texts: Vec<String> = sqlx::query_scalar(sqlx::AssertSqlSafe(sql))
                    .fetch_all(pool)
                    .await
                    .unwrap();
                all += &texts.join("\n");
            }
        }
    }
    assert!(all.contains("Rain gauges"));
    all
}

/// How many files of pictures lie in the store.
fn files(fresh: &Fresh, name: &str) -> usize {
    let mut folders = vec![fresh.dir.join("media")];
    let mut count = 0;
    while let Some(folder) = folders.pop() {
        for file in std::fs::read_dir(folder).unwrap() {
            let path = file.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                count += usize::from(path.file_name().unwrap().to_string_lossy() == name);
            }
        }
    }
    count
}

/// Exports, and what programs read, never hold them: the paths that they have.
fn is_for_programs(path: &str) -> bool {
    path.starts_with("/api/")
        || [".xml", ".json", ".atom", ".opml"]
            .iter()
            .any(|end| path.ends_with(end))
}

#[tokio::test(flavor = "multi_thread")]
async fn what_nobody_says_again_is_gone_after_30_days() {
    for with_keys in [true, false] {
        for fresh in Fresh::both().await {
            let provider = provider(with_keys).await;
            let shown = shown(&fresh, &provider).await;
            let desk = format!("/desk/submissions/{}", shown.sent.id);
            let page = format!("/entries/{}", shown.entry.slug);
            let sung = shown.canaries("").await;
            assert!(sung.contains(&desk) && sung.contains(&page), "{sung:?}");
            let pictures = shown.pictures().await;
            assert!(!pictures.is_empty());
            // Why a link was refused stays for good, in our words.
            let stored = rows(&shown.app.db).await;
            assert!(
                stored.contains(CANARY) && !stored.contains("canary-error"),
                "{stored}"
            );
            assert!(
                !stored.contains("canary-tag"),
                "what is of no use is not kept"
            );

            *provider.round.lock().unwrap() = None;
            for (ms, may_show) in [
                (DAY_MS, true),
                (29 * DAY_MS, true),
                (30 * DAY_MS - 1, true),
                (30 * DAY_MS, false),
                (31 * DAY_MS, false),
            ] {
                shown.until(ms).await;
                let cookie = pages::signed_in(&shown.app).await.0;
                let today = Shown {
                    cookie,
                    app: shown.app.clone(),
                    sent: shown.sent.clone(),
                    refused: shown.refused.clone(),
                    entry: shown.entry.clone(),
                };
                let sung = today.canaries("").await;
                let told = format!("{} ms, keys {with_keys}, {}: {sung:?}", ms, fresh.url);
                assert!(!sung.iter().any(|path| is_for_programs(path)), "{told}");
                assert_eq!(!sung.is_empty(), may_show, "{told}");
                for name in &pictures {
                    let got = get(&shown.app, &format!("/media/{name}"), &[]).await;
                    assert_eq!(got.status == StatusCode::OK, may_show, "{told}");
                }
                let feed = get(&shown.app, "/showcase.xml", &[]).await.body;
                let in_feed = pictures.iter().any(|name| feed.contains(name));
                assert_eq!(in_feed, may_show, "{told}");
            }
            sweep::once(&shown.app).await.unwrap();
            assert!(!rows(&shown.app.db).await.contains(CANARY));
            for name in &pictures {
                assert_eq!(files(&fresh, name), 0, "{name} is still in the store");
            }
            // What the sender typed and the editor confirmed stays.
            let page = get(&shown.app, &page, &[]).await;
            assert_eq!(page.status, StatusCode::OK);
            assert!(page.body.contains("Rain gauges") && page.body.contains("What was covered."));
            // The provider is back: so are its words, for another 30 days.
            *provider.round.lock().unwrap() = Some(2);
            shown.until(33 * DAY_MS).await;
            assert!(!shown.pictures().await.is_empty());
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_said_again_is_kept_fresh() {
    for fresh in Fresh::both().await {
        let provider = provider(true).await;
        let shown = shown(&fresh, &provider).await;
        let first = shown.pictures().await;
        shown.until(10 * DAY_MS).await;
        *provider.round.lock().unwrap() = Some(2);
        for days in [29, 30, 31, 45, 65] {
            shown.until(days * DAY_MS).await;
            sweep::once(&shown.app).await.unwrap();
            let media = db::medium::of(&shown.app.db, &shown.sent.id).await.unwrap();
            for medium in media {
                let found = db::fact::found(&shown.app.db, medium.id.as_str(), shown.app.now());
                let found = found.await.unwrap().expect("asked for again in time");
                assert_eq!(found.title.unwrap(), format!("{CANARY}-title-2"));
                let page = "https://www.flickr.com/photos/someone2/70000000111/";
                assert!(medium.provider == "youtube" || medium.canonical == page);
            }
            let stored = rows(&shown.app.db).await;
            assert!(!stored.contains(&format!("{CANARY}-title-1")), "day {days}");
            let now = shown.pictures().await;
            assert!(!now.is_empty());
            for name in &first {
                assert!(!now.contains(name), "another picture since");
                let got = get(&shown.app, &format!("/media/{name}"), &[]).await;
                assert_eq!(got.status, StatusCode::NOT_FOUND);
                assert_eq!(files(&fresh, name), 0, "{name} is still in the store");
            }
            for name in &now {
                let got = get(&shown.app, &format!("/media/{name}"), &[]).await;
                assert_eq!(got.status, StatusCode::OK, "day {days}");
            }
        }
    }
}

/// Files stay where nobody takes them back: what is lent for some days is not among them, the drawn card is.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_lent_is_not_exported() {
    for fresh in Fresh::both().await {
        let provider = provider(true).await;
        let shown = shown(&fresh, &provider).await;
        let lent = shown.pictures().await;
        assert!(lent.len() >= 4, "{lent:?}");
        let path = format!("/entries/{}", shown.entry.slug);
        let page = get(&shown.app, &path, &[]).await.body;
        assert!(page.contains(CANARY) && page.contains(&lent[0]), "{page}");
        // What was prepared for readers is not what is written.
        let feed = get(&shown.app, "/showcase.xml", &[]).await.body;
        assert!(lent.iter().any(|name| feed.contains(name)), "{feed}");

        let folder = fresh.dir.join("export");
        let report = pugcast::export::run(&shown.app, &shown.app.url, &folder, |_| {}).await;
        assert_eq!(report.unwrap().failed, Vec::<String>::new());
        let files = crate::export::files(&folder);
        assert!(files.len() > 50, "{}", files.len());
        for (name, bytes) in &files {
            let text = String::from_utf8_lossy(bytes);
            assert!(!text.contains(CANARY), "{name}");
            for picture in &lent {
                assert!(!text.contains(picture) && !name.contains(picture), "{name}");
            }
        }
        let cards = db::card::of_entry(&shown.app.db, &shown.entry.id)
            .await
            .unwrap();
        assert!(!cards.is_empty());
        let page = String::from_utf8_lossy(&files[&format!("{}/index.html", &path[1..])]);
        for card in &cards {
            let is_shown = page.contains(&card.name);
            let is_named = files.contains_key(&format!("media/{}", card.name));
            assert!(is_named || !is_shown, "{}", card.name);
            assert!(card.used_as != "large" || is_shown, "{}: {page}", card.name);
        }
        let feed = String::from_utf8_lossy(&files["showcase.xml"]);
        assert!(cards.iter().any(|card| feed.contains(&card.name)), "{feed}");
        let held = get(&shown.app, "/showcase.xml", &[]).await.body;
        assert!(
            lent.iter().any(|name| held.contains(name)),
            "readers have what they had"
        );
    }
}
