//! Pages, forms and the feed, through the router.

use crate::db::answers;
use crate::support::{Fresh, to_review};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use http_body_util::BodyExt;
use pugcast::app::App;
use pugcast::command::editor;
use pugcast::config::Config;
use pugcast::db;
use pugcast::db::submission::Draft;
use pugcast::model::entry::{About, Entry, Kind};
use pugcast::model::submission::{Change, State, Submission};
use pugcast::model::{Clock, Random};
use pugcast::{decision, intake, pipeline, web};
use tower::ServiceExt;

pub struct Got {
    pub status: StatusCode,
    headers: axum::http::HeaderMap,
    pub body: String,
    pub bytes: Vec<u8>,
}

impl Got {
    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().unwrap())
    }
}

pub async fn ask(app: &App, request: Request<Body>) -> Got {
    let response = web::router(app.clone()).oneshot(request).await.unwrap();
    let (parts, body) = response.into_parts();
    let body = body.collect().await.unwrap().to_bytes();
    Got {
        status: parts.status,
        headers: parts.headers,
        body: String::from_utf8_lossy(&body).into_owned(),
        bytes: body.to_vec(),
    }
}

pub async fn get(app: &App, path: &str, headers: &[(&str, &str)]) -> Got {
    let mut request = Request::get(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    ask(app, request.body(Body::empty()).unwrap()).await
}

pub async fn post(app: &App, path: &str, fields: &[(&str, &str)], headers: &[(&str, &str)]) -> Got {
    let body = fields.iter().fold(
        url::form_urlencoded::Serializer::new(String::new()),
        |mut form, (name, value)| {
            form.append_pair(name, value);
            form
        },
    );
    let mut request =
        Request::post(path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    ask(
        app,
        request
            .body(Body::from({
                let mut body = body;
                body.finish()
            }))
            .unwrap(),
    )
    .await
}

/// Signed in: the cookie and the form token.
pub async fn signed_in(app: &App) -> (String, String) {
    let path = editor::invite(app, "Ada@Example.org").await.unwrap();
    let token = path.split_once("token=").unwrap().1.to_owned();
    let page = get(app, &path, &[]).await;
    assert!(
        page.status == StatusCode::OK && page.body.contains(&token),
        "looking does not use it up"
    );
    let got = post(app, "/desk/session", &[("token", &token)], &[]).await;
    assert_eq!(got.status, StatusCode::SEE_OTHER);
    let again = post(app, "/desk/session", &[("token", &token)], &[]).await;
    assert_eq!(again.status, StatusCode::FORBIDDEN);
    let cookie = got
        .header("set-cookie")
        .split(';')
        .next()
        .unwrap()
        .to_owned();
    assert!(
        got.header("set-cookie").contains("HttpOnly")
            && got.header("set-cookie").contains("SameSite")
    );
    let desk = get(app, "/desk", &[("cookie", &cookie)]).await;
    let form_token = desk
        .body
        .split_once("form_token\" value=\"")
        .unwrap()
        .1
        .split('"')
        .next()
        .unwrap()
        .to_owned();
    (cookie, form_token)
}

const LINK: &str = "https://youtu.be/HRb7B9fPhfA";

async fn in_review(app: &App, links: &str, words: &str) -> Submission {
    let answers = pugcast::model::answers::Answers {
        words: words.into(),
        ..answers(links)
    };
    let sent = intake::receive(app, &answers, "form", &app.random.token())
        .await
        .unwrap();
    let mut tx = app.db.begin().await.unwrap();
    for medium in db::medium::of(&app.db, &sent.id).await.unwrap() {
        db::medium::set_found(&mut tx, &medium.id, &medium.kind, &medium.canonical)
            .await
            .unwrap();
    }
    to_review(app, &mut tx, &sent.id).await;
    tx.commit().await.unwrap();
    db::submission::by_id(&app.db, &sent.id)
        .await
        .unwrap()
        .unwrap()
}

pub async fn publish(app: &App, links: &str, title: &str, words: &str) -> Entry {
    let submission = in_review(app, links, words).await;
    let draft = Draft {
        title: title.into(),
        words: words.into(),
        people: title.into(),
        group_name: title.into(),
        group_city: title.into(),
        country: Some("NG".into()),
        language: Some("en".into()),
        licence: "CC-BY-4.0".into(),
        ..Draft::default()
    };
    decision::accept(app, &submission, &draft, "ada@example.org")
        .await
        .unwrap()
}

#[tokio::test]
async fn an_empty_showcase_invites() {
    let fresh = Fresh::lite();
    let app = fresh.app(&[]).await;
    for path in [
        "/",
        "/groups",
        "/submit",
        "/healthz",
        "/robots.txt",
        "/favicon.ico",
        "/metrics",
        "/api/openapi.json",
        "/showcase.xml",
    ] {
        let got = get(&app, path, &[]).await;
        assert_eq!(got.status, StatusCode::OK, "{path} {}", got.body);
        assert!(
            got.header("content-security-policy")
                .contains("default-src 'none'"),
            "{path}"
        );
        assert!(
            !got.body.contains("[error-") && !got.body.contains("<script>"),
            "{path}"
        );
        // Scripts of our own alone, and only where one helps.
        let scripted = got.body.contains("<script src=\"/assets/");
        let policy = got.header("content-security-policy");
        assert_eq!(scripted, path == "/submit", "{path}");
        assert_eq!(policy.contains("script-src 'self'"), scripted, "{path}");
    }
    assert!(get(&app, "/", &[]).await.body.contains("/submit"));
}

#[tokio::test]
async fn the_form_keeps_answers_and_sends_once() {
    let fresh = Fresh::lite();
    let app = fresh.app(&[]).await;
    let good = [
        ("form_key", "0123456789abcdef"),
        ("links", "https://youtu.be/HRb7B9fPhfA"),
        ("group_name", "PyX"),
        ("words", "What <b>was</b> covered & more"),
        ("sender_name", "Ada"),
        ("may_show", "yes"),
        ("licence", "CC-BY-4.0"),
    ];
    let with = |name: &'static str, value: &'static str, step: &'static str| {
        let mut fields: Vec<(&str, &str)> = good
            .iter()
            .filter(|(field, _)| *field != name)
            .copied()
            .collect();
        fields.extend([(name, value), ("step", step)]);
        fields
    };
    for (field, value, says) in [
        ("links", "see my channel", "This is no link"),
        (
            "links",
            "https://vimeo.com/?u=youtu.be/HRb7B9fPhfA",
            "nothing on this page",
        ),
        (
            "links",
            "https://www.flickr.com/photos/tags/python/",
            "many people",
        ),
        ("sender_name", "  ", "Say who you are"),
        ("sender_email", "nobody", "no mail address"),
        ("may_show", "", "your leave"),
        ("licence", "WTFPL", "Choose a licence"),
        ("met_on", "yesterday", "no day"),
        ("group_name", "", "Choose your group"),
        ("group", "no-such-group", "not on the roster"),
    ] {
        let step = if field == "group" { "send" } else { "check" };
        let got = post(&app, "/submit", &with(field, value, step), &[]).await;
        assert_eq!(
            got.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "{field}={value}"
        );
        assert!(
            got.body.contains(says),
            "{field}={value}: “{says}” is missing"
        );
        assert!(
            got.body
                .contains("What &#60;b&#62;was&#60;/b&#62; covered &#38; more"),
            "{field}: the words are kept"
        );
    }
    let nothing = [("step", "check"), ("links", " "), ("words", "\n")];
    let got = post(&app, "/submit", &nothing, &[]).await;
    assert!(got.status == 422 && got.body.contains("Paste a link, or write a report"));
    let report = post(&app, "/submit", &with("links", "", "check"), &[]).await;
    assert!(report.status == 200 && report.body.contains("<dd>Report</dd>"));
    let checked = post(&app, "/submit", &with("step", "check", "check"), &[]).await;
    assert!(checked.status == StatusCode::OK && checked.body.contains("Nothing is sent yet"));
    assert_eq!(db::submission::counts(&app.db).await.unwrap(), vec![]);
    let one = post(&app, "/submit", &with("step", "send", "send"), &[]).await;
    let two = post(&app, "/submit", &with("step", "send", "send"), &[]).await;
    assert_eq!(
        (one.status, one.header("location")),
        (StatusCode::SEE_OTHER, two.header("location"))
    );
    assert_eq!(
        db::submission::counts(&app.db).await.unwrap(),
        vec![(State::Received, 1)]
    );
    let status = get(&app, one.header("location"), &[]).await;
    assert!(status.body.contains("Keep this link") && status.header("cache-control") == "no-store");
    assert_eq!(status.header("referrer-policy"), "no-referrer");
}

#[tokio::test]
async fn a_database_that_takes_nothing_keeps_the_answers() {
    let fresh = Fresh::lite();
    let app = fresh.app(&[]).await;
    app.db.close().await;
    let fields = [
        ("step", "send"),
        ("links", "https://youtu.be/HRb7B9fPhfA"),
        ("group_name", "PyX"),
        ("words", "My words"),
        ("sender_name", "Ada"),
        ("may_show", "yes"),
        ("licence", "CC-BY-4.0"),
    ];
    let got = post(&app, "/submit", &fields, &[]).await;
    assert_eq!(got.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(
        got.body.contains("My words") && got.body.contains("Your answers are kept"),
        "{}",
        got.body
    );
    assert_eq!(
        get(&app, "/readyz", &[]).await.status,
        StatusCode::SERVICE_UNAVAILABLE
    );
    assert_eq!(get(&app, "/healthz", &[]).await.status, StatusCode::OK);
}

#[tokio::test]
async fn errors_speak_the_callers_form() {
    let fresh = Fresh::lite();
    let app = fresh.app(&[]).await;
    for path in [
        "/nowhere",
        "/entries/none",
        "/groups/none",
        "/submissions/none",
        "/media/none.jpg",
        "/media/..%2f..%2fetc%2fpasswd",
    ] {
        let page = get(&app, path, &[("accept", "text/html")]).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{path}");
        assert!(
            page.body.contains("<h1>") && page.body.contains("not-found"),
            "{path}"
        );
        let json = get(&app, path, &[("accept", "application/json")]).await;
        assert_eq!(
            json.header("content-type"),
            "application/problem+json",
            "{path}"
        );
        assert_eq!(
            serde_json::from_str::<serde_json::Value>(&json.body).unwrap()["code"],
            "not-found"
        );
    }
    let wrong = ask(
        &app,
        Request::delete("/groups").body(Body::empty()).unwrap(),
    )
    .await;
    assert_eq!(wrong.status, StatusCode::METHOD_NOT_ALLOWED);
    assert!(wrong.header("allow").contains("GET"), "{:?}", wrong.headers);
    let big = post(&app, "/submit", &[("words", &"x".repeat(300_000))], &[]).await;
    assert_eq!(big.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(big.body.contains("more than we take"));
    let json = Request::post("/submit")
        .header("content-type", "application/json")
        .body(Body::from("{}"))
        .unwrap();
    assert_eq!(
        ask(&app, json).await.status,
        StatusCode::UNSUPPORTED_MEDIA_TYPE
    );
}

#[tokio::test]
async fn the_desk_is_for_editors_and_their_own_forms() {
    let fresh = Fresh::lite();
    let app = fresh.app(&[]).await;
    let submission = in_review(&app, LINK, "Words").await;
    let page = format!("/desk/submissions/{}", submission.id);
    for path in ["/desk", page.as_str()] {
        let got = get(&app, path, &[]).await;
        assert_eq!(
            (got.status, got.header("location")),
            (StatusCode::SEE_OTHER, "/desk/sign-in"),
            "{path}"
        );
        assert_eq!(
            get(&app, path, &[("cookie", "pugcast_session=guess")])
                .await
                .status,
            StatusCode::SEE_OTHER
        );
    }
    let (cookie, token) = signed_in(&app).await;
    let decision = format!("{page}/decision");
    let unsafe_paths = [
        decision.clone(),
        format!("{page}/draft"),
        format!("{page}/attempts"),
        "/desk/tasks/x/attempts".into(),
        "/desk/session/end".into(),
    ];
    for path in &unsafe_paths {
        assert_eq!(
            post(&app, path, &[], &[]).await.status,
            StatusCode::FORBIDDEN,
            "{path} without a session"
        );
        assert_eq!(
            post(&app, path, &[], &[("cookie", &cookie)]).await.status,
            StatusCode::FORBIDDEN,
            "{path} without a token"
        );
        let elsewhere = [
            ("cookie", cookie.as_str()),
            ("origin", "https://evil.example"),
        ];
        let got = post(&app, path, &[("form_token", &token)], &elsewhere).await;
        assert_eq!(got.status, StatusCode::FORBIDDEN, "{path} from elsewhere");
    }
    let own = [
        ("cookie", cookie.as_str()),
        ("sec-fetch-site", "same-origin"),
    ];
    let seen = get(&app, &page, &own).await;
    assert!(seen.status == StatusCode::OK && seen.body.contains("Words"));
    let no_title = post(
        &app,
        &decision,
        &[
            ("form_token", &token),
            ("decision", "accept"),
            ("words", "Typed"),
        ],
        &own,
    )
    .await;
    assert_eq!(no_title.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(no_title.body.contains("Give it a title") && no_title.body.contains("Typed"));
    let fields = [
        ("form_token", token.as_str()),
        ("decision", "accept"),
        ("title", "An evening"),
        ("words", "Typed"),
        ("group_name", "PyX"),
        ("licence", "CC-BY-4.0"),
    ];
    let yes = post(&app, &decision, &fields, &own).await;
    assert_eq!(
        (yes.status, yes.header("location")),
        (StatusCode::SEE_OTHER, "/desk")
    );
    assert_eq!(
        post(&app, &decision, &fields, &own).await.status,
        StatusCode::CONFLICT
    );
    assert_eq!(
        get(&app, "/entries/an-evening", &[]).await.status,
        StatusCode::OK
    );
    let end = post(&app, "/desk/session/end", &[("form_token", &token)], &own).await;
    assert_eq!(end.status, StatusCode::SEE_OTHER);
    assert_eq!(
        get(&app, "/desk", &own).await.status,
        StatusCode::SEE_OTHER,
        "signed out"
    );
}

#[tokio::test]
async fn the_feed_is_conditional_and_zipped() {
    let fresh = Fresh::lite();
    let app = fresh.app(&[]).await;
    let entry = publish(&app, LINK, "One", "Words").await;
    let plain = get(&app, "/showcase.xml", &[]).await;
    assert_eq!(
        plain.header("content-type"),
        "application/rss+xml; charset=utf-8"
    );
    assert!(plain.body.contains(&entry.guid()));
    let (etag, modified) = (
        plain.header("etag").to_owned(),
        plain.header("last-modified").to_owned(),
    );
    let zipped = get(
        &app,
        "/showcase.xml",
        &[("accept-encoding", "br;q=0, gzip;q=0.5")],
    )
    .await;
    assert_eq!(zipped.header("content-encoding"), "gzip");
    assert_ne!(zipped.header("etag"), etag);
    assert_eq!(
        get(&app, "/showcase.xml", &[("accept-encoding", "gzip;q=0")])
            .await
            .header("content-encoding"),
        ""
    );
    for (name, value, status) in [
        ("if-none-match", etag.as_str(), 304),
        ("if-none-match", "*", 304),
        ("if-none-match", "\"x\", W/\"y\"", 200),
        ("if-modified-since", modified.as_str(), 304),
        ("if-modified-since", "Thu, 01 Jan 1970 00:00:00 GMT", 200),
        ("if-modified-since", "rubbish", 200),
    ] {
        let got = get(&app, "/showcase.xml", &[(name, value)]).await;
        assert_eq!(got.status.as_u16(), status, "{name}: {value}");
        assert_eq!(got.header("etag"), etag, "{name}: {value}");
    }
    let weak = format!("W/{etag}, \"other\"");
    assert_eq!(
        get(&app, "/showcase.xml", &[("if-none-match", &weak)])
            .await
            .status,
        StatusCode::NOT_MODIFIED
    );
    publish(&app, LINK, "Two", "Words").await;
    let after = get(&app, "/showcase.xml", &[("if-none-match", &etag)]).await;
    assert_eq!(after.status, StatusCode::OK, "changed");
    assert!(after.body.contains(&entry.guid()), "the guid stays");
}

/// A job that was given up: the desk shows it with its reason, and its button begins it again.
#[tokio::test]
async fn a_dead_letter_is_shown_and_tried_again() {
    let fresh = Fresh::lite();
    let app = fresh.app(&[]).await;
    let sent = intake::receive(&app, &answers("https://youtu.be/HRb7B9fPhfA"), "form", "k")
        .await
        .unwrap();
    let now = app.now();
    let task = db::task::claim(&app.db, "w", now + 1, now + 99, 1)
        .await
        .unwrap()
        .remove(0);
    let mut tx = app.db.begin().await.unwrap();
    assert!(
        db::task::bury(&mut tx, &task, "w", Some("provider-busy: HTTP 502"), now)
            .await
            .unwrap()
    );
    pipeline::change(
        &app,
        &mut tx,
        &sent.id,
        State::Received,
        Change::Fail,
        "job",
        None,
        Some(jobs::Code::ProviderBusy),
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();
    let (cookie, token) = signed_in(&app).await;
    let own = [("cookie", cookie.as_str())];
    let desk = get(&app, "/desk", &own).await;
    assert!(
        desk.body.contains("provider-busy: HTTP 502") && desk.body.contains("out of order"),
        "{}",
        desk.body
    );
    let path = format!("/desk/tasks/{}/attempts", task.id);
    assert_eq!(
        post(&app, &path, &[("form_token", &token)], &own)
            .await
            .status,
        StatusCode::SEE_OTHER
    );
    assert_eq!(
        db::task::depth(&app.db, app.now() + 1).await.unwrap(),
        (2, 2, 0)
    );
    assert_eq!(
        post(&app, &path, &[("form_token", &token)], &own)
            .await
            .status,
        StatusCode::NOT_FOUND,
        "taken up once"
    );
}

/// A service whose clock stands still.
async fn standing(fresh: &Fresh, at: &str, random: Random) -> App {
    let media = fresh.dir.join("m").display().to_string();
    let config =
        Config::with(&[("DATABASE_URL", &fresh.url), ("PUGCAST_MEDIA_DIR", &media)]).unwrap();
    let url = "https://showcase.example".into();
    App::start(config, url, Clock::fixed(at.parse().unwrap()), random)
        .await
        .unwrap()
}

/// The whole document, so that a change of it is a change somebody has looked at.
#[tokio::test]
async fn the_feed_as_a_whole() {
    let fresh = Fresh::lite();
    let counted = Random::Counted(Default::default(), Default::default());
    let app = standing(&fresh, "2026-11-23T17:42:00Z", counted).await;
    publish(&app, LINK, "Tone marks & tokens", "One.\n\nTwo <b>.").await;
    let got = get(&app, "/showcase.xml", &[]).await;
    let broken: String = got.body.replace("><", ">\n<");
    insta::with_settings!({ snapshot_path => "snapshots", prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("showcase", broken);
    });
}

#[tokio::test]
async fn what_was_coming_has_been() {
    let fresh = Fresh::lite();
    // The minute before the day is over everywhere.
    let app = standing(&fresh, "2026-11-15T11:59:00Z", Random::System).await;
    let submission = in_review(&app, "", "# Rain\n\nWe will read gauges.").await;
    let draft = Draft {
        about: Some(About::Coming),
        title: "Rain".into(),
        words: "We will read gauges.".into(),
        group_name: "PyX".into(),
        licence: "CC-BY-4.0".into(),
        met_on: Some("2026-11-14".into()),
        ..Draft::default()
    };
    decision::accept(&app, &submission, &draft, "ada@example.org")
        .await
        .unwrap();
    let mut feeds = Vec::new();
    for (says, not, about, changed) in [
        ("coming", "met", "what is coming", "11:59:00"),
        ("met", "coming", "what was planned", "12:00:00"),
    ] {
        for path in ["/", "/entries/rain", "/groups/pyx"] {
            let body = get(&app, path, &[]).await.body;
            assert!(body.contains(&format!("{says} Sat 14 Nov 2026")), "{path}");
            assert!(!body.contains(&format!("{not} Sat")), "{path}");
            assert!(body.contains(&format!("Report · {about}")), "{path}");
            let next = path == "/groups/pyx" && says == "coming";
            assert_eq!(body.contains("id=\"next\""), next, "{path}");
        }
        let feed = get(&app, "/showcase.xml", &[]).await;
        assert!(feed.body.contains(&format!("<category>{about}</category>")));
        assert_eq!(
            feed.header("last-modified"),
            format!("Sun, 15 Nov 2026 {changed} GMT")
        );
        feeds.push(feed.header("etag").to_owned());
        app.clock.advance_ms(60_000);
    }
    assert_ne!(feeds[0], feeds[1], "the prepared feed turned with the day");
}

/// What a report is about goes from the form to the desk; what is coming needs its day at both.
#[tokio::test]
async fn what_a_report_is_about() {
    let fresh = Fresh::lite();
    let app = fresh.app(&[]).await;
    let fields = |met_on, step| {
        [
            ("group_name", "PyX"),
            ("words", "# Rain\n\nWe will read gauges."),
            ("about", "coming"),
            ("met_on", met_on),
            ("sender_name", "Ada"),
            ("may_show", "yes"),
            ("licence", "CC-BY-4.0"),
            ("step", step),
        ]
    };
    let undated = post(&app, "/submit", &fields("", "check"), &[]).await;
    assert_eq!(undated.status, StatusCode::UNPROCESSABLE_ENTITY);
    for kept in [
        "Say on which day it will be",
        "value=\"coming\" aria-describedby=\"about-coming-hint\" checked",
    ] {
        assert!(undated.body.contains(kept), "{kept}");
    }
    let check = post(&app, "/submit", &fields("2126-11-14", "check"), &[]).await;
    assert_eq!(check.status, StatusCode::OK);
    for said in ["Report · what is coming", "name=\"about\" value=\"coming\""] {
        assert!(check.body.contains(said), "{said}");
    }
    let sent = post(&app, "/submit", &fields("2126-11-14", "send"), &[]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    let sent = db::submission::in_state(&app.db, State::Received, 9)
        .await
        .unwrap();
    assert_eq!(sent[0].about, Some(About::Coming));

    let report = in_review(&app, "", "How it began.").await;
    let (cookie, token) = signed_in(&app).await;
    let path = format!("/desk/submissions/{}", report.id);
    let words = |about, met_on| {
        vec![
            ("form_token", token.as_str()),
            ("title", "How it began"),
            ("about", about),
            ("words", "With three people."),
            ("group_name", "PyX"),
            ("met_on", met_on),
            ("licence", "CC-BY-4.0"),
        ]
    };
    let desk = [("cookie", cookie.as_str())];
    let saved = post(
        &app,
        &format!("{path}/draft"),
        &words("began", "20261114"),
        &desk,
    )
    .await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER);
    let draft = db::submission::draft(&app.db, &report.id).await.unwrap();
    let draft = draft.unwrap();
    assert_eq!(draft.about, Some(About::Began));
    assert_eq!(draft.met_on.as_deref(), Some("2026-11-14"), "one spelling");
    let page = get(&app, &path, &desk).await;
    assert!(page.body.contains("<option value=\"began\" selected>"));

    let mut undated = words("coming", "");
    undated.push(("decision", "accept"));
    let refused = post(&app, &format!("{path}/decision"), &undated, &desk).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("Say on which day it will be"));
}

/// Strings that run scripts elsewhere, through every field: pages hold none of them as markup, the feed stays well-formed.
#[tokio::test]
async fn hostile_strings_stay_text() {
    let mut strings: Vec<String> = [
        "<script>alert(1)</script>",
        "]]><x>",
        "\"onload=alert(1) x=\"",
        "{{7*7}}",
        "a\u{0}b\u{202e}c\u{fffe}",
    ]
    .map(String::from)
    .to_vec();
    let corpora = std::env::var("PUGCAST_CORPORA").map_or_else(
        |_| concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/corpora").into(),
        std::path::PathBuf::from,
    );
    for name in ["hostile/xss.jsonl", "hostile/naughty.jsonl"] {
        match std::fs::read_to_string(corpora.join(name)) {
            Ok(text) => strings.extend(text.lines().step_by(11).map(|line| {
                let row: serde_json::Value = serde_json::from_str(line).unwrap();
                row["input"]
                    .as_str()
                    .unwrap_or_default()
                    .chars()
                    .take(180)
                    .collect()
            })),
            Err(_) => eprintln!("skipped: {name} is not there (PUGCAST_CORPORA)"),
        }
    }
    let fresh = Fresh::lite();
    let app = fresh.app(&[]).await;
    let mut published = 0;
    let strings = strings.iter().flat_map(|text| [(LINK, text), ("", text)]);
    for (links, text) in
        strings.filter(|(_, text)| !pugcast::model::answers::one_line(text).is_empty())
    {
        let entry = publish(&app, links, text, text).await;
        assert_eq!(entry.kind == Kind::Report, links.is_empty());
        let page = get(&app, &format!("/entries/{}", entry.slug), &[]).await;
        assert_eq!(page.status, StatusCode::OK, "{text:?}");
        // What machines read is data, which no browser runs.
        let data = "<script type=\"application/ld+json\">";
        let body = page.body.replacen(data, "", 1).to_lowercase();
        assert!(
            !body.contains("<script")
                && !body.contains("<svg")
                && !body.contains("onerror=\"")
                && !body.contains("<img")
                && !body.contains("<a href=\"javascript")
                && !body.contains("<iframe"),
            "{text:?}"
        );
        published += 1;
    }
    assert!(published >= 5);
    for path in ["/", "/groups"] {
        let body = get(&app, path, &[]).await.body;
        let body = body.replacen("<script type=\"application/ld+json\">", "", 1);
        let body = body.to_lowercase();
        // The map is ours.
        let drawn = usize::from(path == "/");
        assert!(
            !body.contains("<script") && body.matches("<svg").count() == drawn,
            "{path}"
        );
    }
    let feed = get(&app, "/showcase.xml", &[]).await;
    let channel = rss::Channel::read_from(feed.body.as_bytes())
        .unwrap_or_else(|error| panic!("not well-formed: {error}"));
    assert_eq!(channel.items().len(), published.min(100));
}

/// Every word on a page comes from the catalogue.
#[test]
fn no_literal_text_in_a_template() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/web/templates");
    let mut seen = 0;
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let source = std::fs::read_to_string(&path).unwrap();
        let mut text = String::new();
        let mut rest = source.as_str();
        // Expressions and tags out; what is left is literal. Quoted attributes go with their tags.
        while let Some(at) = rest.find(['{', '<']) {
            text.push_str(&rest[..at]);
            let end = match &rest[at..] {
                piece if piece.starts_with("{{") => piece.find("}}").map(|end| end + 2),
                piece if piece.starts_with("{%") => piece.find("%}").map(|end| end + 2),
                piece if piece.starts_with('<') => tag_end(piece),
                _ => Some(1),
            };
            rest = &rest[at + end.unwrap_or(1)..];
        }
        text.push_str(rest);
        // A command and an address are the same in every language.
        let text = text
            .replace("pugcast editor invite", "")
            .replace("/showcase.xml", "")
            .replace("/podcast.xml", "");
        let literal: String = text.chars().filter(|c| c.is_alphabetic()).collect();
        assert_eq!(literal, "", "{} speaks for itself", path.display());
        seen += 1;
    }
    assert!(seen > 8);
}

/// Where a tag ends, past the expressions inside it.
fn tag_end(piece: &str) -> Option<usize> {
    let mut depth = 0;
    let mut previous = ' ';
    for (at, c) in piece.char_indices() {
        match (previous, c) {
            ('{', '{' | '%') => depth += 1,
            ('}' | '%', '}') => depth -= 1,
            (_, '>') if depth == 0 => return Some(at + 1),
            _ => {}
        }
        previous = c;
    }
    None
}
