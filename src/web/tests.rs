//! What must hold for every route, and for words that somebody typed.

use super::routes::{Access, table};
use crate::app::App;
use crate::config::Config;
use crate::db::editor;
use crate::intake;
use crate::model::answers::Answers;
use crate::model::clock::token_hash;
use crate::model::submission::{Change, State};
use crate::model::{Clock, EditorId, Random};
use crate::pipeline;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use tower::ServiceExt;

/// An app on a fresh SQLite file with one editor, whose session is `session`.
struct Fresh {
    app: App,
    dir: PathBuf,
}

static COUNT: AtomicU64 = AtomicU64::new(0);

impl Fresh {
    async fn new() -> Fresh {
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("pugcast-web-{}-{number}", std::process::id());
        let dir = std::env::temp_dir().join(name);
        let _ = std::fs::remove_dir_all(&dir);
        let database = format!("sqlite:{}", dir.join("test.db").display());
        let media = dir.join("media").display().to_string();
        let settings = [("DATABASE_URL", &*database), ("PUGCAST_MEDIA_DIR", &*media)];
        let config = Config::with(&settings).unwrap();
        let url = "http://localhost:8080".to_owned();
        let app = App::start(config, url, Clock::System, Random::System)
            .await
            .unwrap();
        let mut tx = app.db.begin().await.unwrap();
        let id = EditorId::mint(&app.clock, &app.random);
        let ada = editor::find_or_make(&mut tx, id, "ada@example.org", 0)
            .await
            .unwrap();
        editor::add_session(&mut tx, &token_hash("session"), &ada.id, 0, i64::MAX)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        Fresh { app, dir }
    }

    /// Status and body.
    async fn ask(
        &self,
        method: &str,
        path: &str,
        cookie: &str,
        form: &str,
    ) -> (StatusCode, String) {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::COOKIE, cookie)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        let request = request.body(Body::from(form.to_owned())).unwrap();
        let response = super::router(self.app.clone())
            .oneshot(request)
            .await
            .unwrap();
        let status = response.status();
        let body = axum::body::to_bytes(response.into_body(), usize::MAX)
            .await
            .unwrap();
        (status, String::from_utf8_lossy(&body).into_owned())
    }
}

impl Drop for Fresh {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.dir);
    }
}

/// Walks the table, so that a route added to the desk cannot be forgotten.
#[tokio::test]
async fn every_editors_route_is_closed_to_others() {
    let fresh = Fresh::new().await;
    let mut closed = 0;
    for route in table() {
        let open = ["/desk/sign-in", "/desk/session"].contains(&route.path);
        let on_desk = route.path.starts_with("/desk") && !open;
        assert_eq!(on_desk, route.access == Access::Editor, "{}", route.path);
        if !on_desk {
            continue;
        }
        let path = route
            .path
            .replace("{id}", "01900000-0000-7000-8000-000000000000");
        let (status, _) = fresh.ask("GET", &path, "", "").await;
        assert_eq!(status, StatusCode::SEE_OTHER, "{path}");
        for method in ["POST", "PUT", "PATCH", "DELETE"] {
            for cookie in ["", "pugcast_session=guess", "pugcast_session=session"] {
                let (status, _) = fresh.ask(method, &path, cookie, "").await;
                assert_eq!(status, StatusCode::FORBIDDEN, "{method} {path} {cookie}");
            }
        }
        closed += 1;
    }
    assert!(closed >= 7, "only {closed}");
    let (status, _) = fresh
        .ask("GET", "/desk", "pugcast_session=session", "")
        .await;
    assert_eq!(status, StatusCode::OK);
}

/// The check reads the roster; when it cannot, nothing that was typed is lost, the chosen group included.
#[tokio::test]
async fn a_check_without_a_database_keeps_the_answers() {
    let fresh = Fresh::new().await;
    fresh.app.db.close().await;
    let good = "step=check&links=https%3A%2F%2Fyoutu.be%2FHRb7B9fPhfA&group=pylagos&words=My+words\
        &sender_name=Ada&may_show=yes&licence=CC-BY-4.0";
    let faulty = good.replace("sender_name=Ada", "sender_name=");
    for (form, wanted) in [
        (good, StatusCode::SERVICE_UNAVAILABLE),
        (&faulty, StatusCode::UNPROCESSABLE_ENTITY),
    ] {
        let (status, body) = fresh.ask("POST", "/submit", "", form).await;
        assert_eq!(status, wanted);
        for kept in ["My words", "HRb7B9fPhfA", "value=\"pylagos\" selected"] {
            assert!(body.contains(kept), "{kept} is lost: {body}");
        }
    }
}

/// The second of two decisions is told who took the first, and when.
#[tokio::test]
async fn a_second_decision_is_told_of_the_first() {
    let fresh = Fresh::new().await;
    let app = &fresh.app;
    let answers = Answers {
        links: "https://youtu.be/HRb7B9fPhfA".into(),
        group_name: "PyX".into(),
        sender_name: "Ada".into(),
        may_show: "yes".into(),
        licence: "CC-BY-4.0".into(),
        ..Answers::default()
    };
    let sent = intake::receive(app, &answers, "form", &app.random.token())
        .await
        .unwrap();
    let mut tx = app.db.begin().await.unwrap();
    for (from, change) in [
        (State::Received, Change::Resolve),
        (State::Resolving, Change::Draft),
    ] {
        pipeline::change(app, &mut tx, &sent.id, from, change, "job", None, None)
            .await
            .unwrap();
    }
    tx.commit().await.unwrap();
    let path = format!("/desk/submissions/{}/decision", sent.id);
    let form = format!(
        "form_token={}&decision=decline&reason=Say+more",
        token_hash("session forms")
    );
    let decide = async || {
        fresh
            .ask("POST", &path, "pugcast_session=session", &form)
            .await
    };
    assert_eq!(decide().await.0, StatusCode::SEE_OTHER);
    let (status, body) = decide().await;
    assert_eq!(status, StatusCode::CONFLICT);
    assert!(body.contains("Not taken, by ada@example.org, "), "{body}");
}
