//! Files in a real browser: they go up while the form is filled in, over a line that breaks, and the form finds them.

use crate::browser::serve;
use crate::support::Fresh;
use crate::support::browser::Browser;
use crate::upload::SOUND;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::middleware::{Next, from_fn};
use axum::response::IntoResponse;
use pugcast::model::submission::State;
use pugcast::{db, web};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Pieces of a file of this many bytes: three of the script's.
const LONG: usize = 20 << 20;

#[tokio::test(flavor = "multi_thread")]
async fn a_file_goes_up_over_a_line_that_breaks() {
    let fresh = Fresh::lite();
    let app = fresh.app(&[("PUGCAST_UPLOAD_MIB", "64")]).await;
    let pieces = Arc::new(AtomicUsize::new(0));
    let broken = pieces.clone();
    // Every second piece meets a server that is away.
    let line = from_fn(move |request: Request, next: Next| {
        let is_piece = request.method() == "PATCH";
        let away = is_piece && broken.fetch_add(1, Ordering::Relaxed) % 2 == 1;
        async move {
            match away {
                true => StatusCode::BAD_GATEWAY.into_response(),
                false => next.run(request).await,
            }
        }
    });
    let address = serve(web::router(app.clone()).layer(line)).await;
    let (long, text) = (fresh.dir.join("evening.mp3"), fresh.dir.join("words.mp3"));
    let mut bytes = SOUND.to_vec();
    bytes.resize(LONG, 0);
    std::fs::write(&long, &bytes).unwrap();
    std::fs::write(&text, "words that are no sound at all").unwrap();

    let mut browser = Browser::start(&fresh.dir.join("chromium")).await;
    let seen = browser.open(&format!("{address}/submit")).await;
    assert!(seen.is_empty(), "{seen:?}");
    // What is no sound is refused in words, and the form goes on without it.
    browser.choose("#file", &[&text]).await;
    browser
        .until("!!document.querySelector('.sending .fault')")
        .await;
    let said = browser
        .value("document.querySelector('.sending .fault').textContent")
        .await;
    assert!(
        said.as_str()
            .unwrap()
            .contains("no sound file that we know"),
        "{said}"
    );
    browser
        .value("document.querySelector('.sending button').click()")
        .await;
    browser.until("!document.querySelector('.sending')").await;

    browser.choose("#file", &[&long]).await;
    for (field, value) in [
        ("group_name", "PyIbadan"),
        ("words", "Rain gauges."),
        ("sender_name", "Amara"),
        ("licence", "CC-BY-4.0"),
    ] {
        browser
            .value(&format!(
                "document.querySelector('#{field}').value = '{value}'"
            ))
            .await;
    }
    for tick in ["may_show", "consent"] {
        browser
            .value(&format!("document.querySelector('#{tick}').click()"))
            .await;
    }
    // Sent while the file is still on its way: it waits for it.
    browser
        .value("document.querySelector('button[value=check]').click()")
        .await;
    browser.until("location.pathname === '/submit' && !!document.querySelector('dl.facts') && !!document.querySelector('button[value=send]')").await;
    let page = browser
        .value("document.querySelector('dl.facts').textContent")
        .await;
    assert!(
        page.as_str().unwrap().contains("evening.mp3 (21.0 MB)"),
        "{page}"
    );
    browser
        .value("document.querySelector('button[value=send]').click()")
        .await;
    browser
        .until("location.pathname.startsWith('/submissions/')")
        .await;
    assert!(
        pieces.load(Ordering::Relaxed) >= 5,
        "three pieces, and those that met nobody"
    );

    let sent = db::submission::in_state(&app.db, State::Received, 9)
        .await
        .unwrap();
    let files = db::upload::of_submission(&app.db, &sent[0].id)
        .await
        .unwrap();
    assert_eq!((files.len(), files[0].size), (1, LONG as i64));
    let kept = std::fs::read(fresh.dir.join("media").join(&files[0].name)).unwrap();
    assert!(kept == bytes, "every byte, once and in its place");
}
