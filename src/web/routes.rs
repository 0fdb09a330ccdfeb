//! Every route with the rule of who may use it.

use super::{desk, entries, files, home, machine, review, session, submissions, submit};
use crate::app::App;
use axum::routing::{MethodRouter, get, post};

/// Who may use a route.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Everybody.
    Public,
    /// Whoever holds the private link.
    Token,
    /// Editors with a session; unsafe methods also need the session's form token.
    Editor,
}

/// A path, its rule and its handlers.
pub struct Route {
    pub path: &'static str,
    pub access: Access,
    pub methods: MethodRouter<App>,
}

/// The routes.
pub fn table() -> Vec<Route> {
    use Access::{Editor, Public, Token};
    let route = |path, access, methods| Route {
        path,
        access,
        methods,
    };
    vec![
        route("/", Public, get(home::home)),
        route("/groups", Public, get(home::groups)),
        route("/groups/{slug}", Public, get(home::group)),
        route("/entries/{slug}", Public, get(entries::entry)),
        route("/submit", Public, get(submit::form).post(submit::step)),
        route("/submissions/{token}", Token, get(submissions::status)),
        route(
            "/submissions/{token}/attempts",
            Token,
            post(submissions::try_again),
        ),
        route("/desk/sign-in", Token, get(session::form)),
        route("/desk/session", Token, post(session::start)),
        route("/desk/session/end", Editor, post(session::end)),
        route("/desk", Editor, get(desk::index)),
        route("/desk/submissions/{id}", Editor, get(review::show)),
        route("/desk/submissions/{id}/draft", Editor, post(review::save)),
        route(
            "/desk/submissions/{id}/decision",
            Editor,
            post(review::decide),
        ),
        route(
            "/desk/submissions/{id}/attempts",
            Editor,
            post(desk::try_again),
        ),
        route("/desk/tasks/{id}/attempts", Editor, post(desk::revive)),
        route("/showcase.xml", Public, get(files::showcase)),
        route("/media/{name}", Public, get(files::media)),
        route("/artwork/{name}", Public, get(files::artwork)),
        route("/assets/{name}", Public, get(files::asset)),
        route("/favicon.ico", Public, get(files::favicon)),
        route("/robots.txt", Public, get(files::robots)),
        route("/healthz", Public, get(machine::healthz)),
        route("/readyz", Public, get(machine::readyz)),
        route("/metrics", Public, get(machine::metrics)),
        route("/api/openapi.json", Public, get(machine::openapi)),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;
    use crate::db::editor;
    use crate::model::clock::token_hash;
    use crate::model::{Clock, EditorId, Random};
    use axum::body::Body;
    use axum::http::{Request, StatusCode, header};
    use tower::ServiceExt;

    /// Walks the table, so that a route added to the desk cannot be forgotten.
    #[tokio::test]
    async fn every_editors_route_is_closed_to_others() {
        let dir = std::env::temp_dir().join(format!("pugcast-routes-{}", std::process::id()));
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
        let ask = async |method: &str, path: &str, cookie: &str| {
            let form = "application/x-www-form-urlencoded";
            let request = Request::builder().method(method).uri(path);
            let request = request
                .header(header::COOKIE, cookie)
                .header(header::CONTENT_TYPE, form);
            let router = crate::web::router(app.clone());
            router
                .oneshot(request.body(Body::empty()).unwrap())
                .await
                .unwrap()
                .status()
        };
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
            assert_eq!(ask("GET", &path, "").await, StatusCode::SEE_OTHER, "{path}");
            for method in ["POST", "PUT", "PATCH", "DELETE"] {
                for cookie in ["", "pugcast_session=guess", "pugcast_session=session"] {
                    let status = ask(method, &path, cookie).await;
                    assert_eq!(status, StatusCode::FORBIDDEN, "{method} {path} {cookie}");
                }
            }
            closed += 1;
        }
        assert!(closed >= 7, "only {closed}");
        assert_eq!(
            ask("GET", "/desk", "pugcast_session=session").await,
            StatusCode::OK
        );
        let _ = std::fs::remove_dir_all(&dir);
    }
}
