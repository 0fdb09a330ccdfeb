//! What one look at an address says, by what a local server answers.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on ends there")]

#[path = "support/server.rs"]
mod server;

use axum::Router;
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::IntoResponse;
use jobs::fetch::{Fetcher, Rules};
use jobs::provider::alive::{Condition, What, look_at};
use jobs::provider::{Providers, flickr, youtube};
use jobs::{Code, Retry, StepError};
use std::time::Duration;
use url::Url;

/// `/404/…` answers 404, `/301/404/…` leads there for good, `/302/…` for now.
async fn providers() -> Providers {
    let router = Router::new().fallback(|uri: Uri, headers: HeaderMap| async move {
        assert_eq!(headers["range"], "bytes=0-0", "one byte is enough");
        let path = uri.path().strip_prefix("/web/talk.example/").unwrap();
        let (status, rest) = path.split_once('/').unwrap();
        match status {
            "hangs" => {
                tokio::time::sleep(Duration::from_secs(60)).await;
                StatusCode::OK.into_response()
            }
            "local" => {
                let to = [(header::LOCATION, "http://127.0.0.1:1/")];
                (StatusCode::MOVED_PERMANENTLY, to).into_response()
            }
            "html" => ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], "<p>").into_response(),
            "slash" if path.ends_with('/') => StatusCode::OK.into_response(),
            "slash" => {
                let to = [(header::LOCATION, format!("/{path}/"))];
                (StatusCode::MOVED_PERMANENTLY, to).into_response()
            }
            _ => {
                let status: StatusCode = status.parse().unwrap();
                let set = [
                    (header::LOCATION, format!("/{rest}")),
                    (header::RETRY_AFTER, "90".into()),
                ];
                (status, set).into_response()
            }
        }
    });
    let server = server::serve(router).await;
    let here: Url = format!("http://{server}/").parse().unwrap();
    let rules = Rules {
        allow: vec![server.to_string().parse().unwrap()],
        replay: Some(here.clone()),
        timeout: Duration::from_secs(2),
        ..Rules::default()
    };
    Providers {
        meter: std::sync::Arc::new(jobs::provider::Unmetered),
        fetch: Fetcher::new(rules).unwrap(),
        youtube: youtube::Settings {
            api: here.clone(),
            oembed: here.clone(),
            key: None,
        },
        flickr: flickr::Settings {
            api: here.clone(),
            oembed: here,
            key: None,
        },
    }
}

async fn look(providers: &Providers, path: &str, was: What) -> Result<Condition, StepError> {
    let address = format!("https://talk.example/{path}");
    let look = look_at(providers, &address, was).await?;
    assert_eq!(look.found, None);
    Ok(look.condition)
}

#[tokio::test]
async fn evidence() {
    let providers = providers().await;
    let at = |path: &str| Condition::Moved(format!("https://talk.example/{path}"));
    for (path, page, file) in [
        ("200/x", Condition::Alive, Condition::Alive),
        ("206/x", Condition::Alive, Condition::Alive),
        ("416/x", Condition::Alive, Condition::Alive),
        ("html/x", Condition::Alive, Condition::Gone),
        ("404/x", Condition::Gone, Condition::Gone),
        ("410/x", Condition::Gone, Condition::Gone),
        ("401/x", Condition::Blocked, Condition::Blocked),
        ("403/x", Condition::Blocked, Condition::Blocked),
        ("451/x", Condition::Blocked, Condition::Blocked),
        ("local/x", Condition::Blocked, Condition::Blocked),
        ("302/200/x", Condition::Alive, Condition::Alive),
        ("302/404/x", Condition::Gone, Condition::Gone),
        ("301/404/x", Condition::Gone, Condition::Gone),
        ("301/200/x", at("200/x"), at("200/x")),
        ("308/301/200/x", at("200/x"), at("200/x")),
        // As far as it is for good, and no farther.
        ("301/302/200/x", at("302/200/x"), at("302/200/x")),
        ("302/301/200/x", Condition::Alive, Condition::Alive),
        ("slash/x", Condition::Alive, Condition::Alive),
    ] {
        assert_eq!(look(&providers, path, What::Page).await, Ok(page), "{path}");
        assert_eq!(look(&providers, path, What::File).await, Ok(file), "{path}");
    }
}

#[tokio::test]
async fn what_is_none() {
    for (path, code, retry) in [
        (
            "503/x",
            Code::ProviderBusy,
            Retry::After(Duration::from_secs(90)),
        ),
        (
            "429/x",
            Code::ProviderBusy,
            Retry::After(Duration::from_secs(90)),
        ),
        ("400/x", Code::ProviderReply, Retry::BackOff),
        ("hangs/x", Code::Timeout, Retry::BackOff),
        (
            "302/302/302/302/302/302/200/x",
            Code::TooManyRedirects,
            Retry::Never,
        ),
    ] {
        // Each by itself: a host that said when it wants to be asked again is not asked before.
        let providers = providers().await;
        let error = look(&providers, path, What::Page).await.unwrap_err();
        assert_eq!((error.code, error.retry), (code, retry), "{path}");
    }
}
