//! Which language a page is in, and that all of a page is.

use crate::db::answers;
use crate::pages::{Got, get, post};
use crate::support::{Fresh, to_review};
use axum::http::StatusCode;
use pugcast::app::App;
use pugcast::config::Config;
use pugcast::db::submission::Draft;
use pugcast::model::answers::Answers;
use pugcast::model::submission::Submission;
use pugcast::model::{Clock, Random};
use pugcast::text::Catalogue;
use pugcast::{db, decision, intake};

const ACCEPT: &str = "accept-language";

fn languages() -> [&'static str; 4] {
    Catalogue::all().map(Catalogue::language)
}

async fn sent(app: &App, answers: &Answers) -> Submission {
    let sent = intake::receive(app, answers, "form", &app.random.token())
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
    let sent = db::submission::by_id(&app.db, &sent.id).await.unwrap();
    sent.unwrap()
}

/// A published entry with a video, in letters that none of our texts is written in; the private link of its sender.
async fn published(app: &App) -> String {
    let typed = Answers {
        group_name: "Питон".into(),
        group_city: "Ибадан".into(),
        words: "Дождь".into(),
        sender_name: "Амара".into(),
        language: "ru".into(),
        sender_email: String::new(),
        ..answers("https://youtu.be/HRb7B9fPhfA")
    };
    let submission = sent(app, &typed).await;
    let draft = Draft {
        title: "Дождь".into(),
        words: "Дождь".into(),
        people: "Амара".into(),
        met_on: Some("2026-11-14".into()),
        group_name: "Питон".into(),
        group_city: "Ибадан".into(),
        country: Some("NG".into()),
        language: Some("ru".into()),
        licence: "CC-BY-4.0".into(),
        ..Draft::default()
    };
    let entry = decision::accept(app, &submission, &draft, "ada@example.org").await;
    assert_eq!(entry.unwrap().title, "Дождь");
    format!("/submissions/{}", submission.token)
}

/// Every kind of page that a stranger can see, with its status and whether it is public.
async fn pages(app: &App) -> Vec<(String, StatusCode, bool)> {
    let status = published(app).await;
    let entries = db::entry::recent(&app.db, 1).await.unwrap();
    let (entry, group) = (&entries[0].slug, &entries[0].group_slug);
    vec![
        ("/".into(), StatusCode::OK, true),
        ("/groups".into(), StatusCode::OK, true),
        (format!("/groups/{group}"), StatusCode::OK, true),
        (format!("/entries/{entry}"), StatusCode::OK, true),
        ("/submit".into(), StatusCode::OK, true),
        (status, StatusCode::OK, false),
        ("/desk/sign-in".into(), StatusCode::OK, false),
        ("/nowhere".into(), StatusCode::NOT_FOUND, false),
    ]
}

fn speaks(got: &Got, language: &str, dir: &str) {
    assert_eq!(got.header("content-language"), language);
    let html = format!("<html lang=\"{language}\" dir=\"{dir}\">");
    assert!(got.body.contains(&html), "no {html}: {}", got.body);
}

#[tokio::test]
async fn the_address_then_the_cookie_then_the_browser_chooses() {
    let fresh = Fresh::lite();
    let app = fresh.app(&[("PUGCAST_LANGUAGE", "es")]).await;
    for (path, cookie, accept, wanted) in [
        ("/", "", "", "es"),
        ("/", "", "de, *;q=0.1", "es"),
        ("/", "", "fr-CA,fr;q=0.9,en;q=0.8", "fr"),
        ("/", "", "ja;q=0.1, en;q=0.2", "en"),
        ("/", "", ";;;,=q", "es"),
        ("/", "pugcast_language=ja", "fr", "ja"),
        ("/", "a=b; pugcast_language=en; c=d", "fr", "en"),
        ("/", "pugcast_language=xx", "fr", "fr"),
        ("/", "pugcast_language=ar-XB", "", "es"),
        ("/?lang=fr", "pugcast_language=ja", "en", "fr"),
        ("/?lang=FR-be", "", "", "fr"),
        ("/?lang=xx", "pugcast_language=ja", "en", "ja"),
        ("/?lang=ar-XB", "", "", "es"),
        ("/?lang=%ff%22%3E", "", "ja", "ja"),
        ("/nowhere?lang=fr", "", "", "fr"),
    ] {
        let got = get(&app, path, &[("cookie", cookie), (ACCEPT, accept)]).await;
        speaks(&got, wanted, "ltr");
        let vary = got.header("vary").to_ascii_lowercase();
        assert!(
            vary.contains("accept-language") && vary.contains("cookie"),
            "{path}: {vary}"
        );
    }
}

#[tokio::test]
async fn a_choice_lasts() {
    let fresh = Fresh::lite();
    let app = fresh.app(&[]).await;
    let got = get(&app, "/groups?lang=ja", &[]).await;
    let set = got.header("set-cookie");
    assert_eq!(
        set,
        "pugcast_language=ja; Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000"
    );
    assert!(got.header("cache-control").starts_with("private"));
    let cookie = set.split(';').next().unwrap();
    let got = get(&app, "/submit", &[("cookie", cookie), (ACCEPT, "en")]).await;
    speaks(&got, "ja", "ltr");
    assert_eq!(got.header("set-cookie"), "");
    for path in [
        "/?lang=xx",
        "/",
        "/showcase.xml?lang=ja",
        "/media/none.jpg?lang=ja",
    ] {
        let got = get(&app, path, &[(ACCEPT, "fr")]).await;
        let is_page = !got.header("content-language").is_empty();
        assert_eq!(
            !got.header("set-cookie").is_empty(),
            is_page && path.ends_with("=ja"),
            "{path}"
        );
    }
    let posted = post(
        &app,
        "/submit?lang=ja",
        &[("step", "check")],
        &[(ACCEPT, "fr")],
    )
    .await;
    speaks(&posted, "fr", "ltr");
    assert_eq!(posted.header("set-cookie"), "");
    assert!(
        !posted.body.contains("class=\"switch\""),
        "its answers would be lost"
    );

    let settings = [
        ("DATABASE_URL", fresh.url.as_str()),
        ("PUGCAST_MEDIA_DIR", fresh.dir.to_str().unwrap()),
    ];
    let config = Config::with(&settings).unwrap();
    let url = "https://pug.example".to_owned();
    let app = App::start(config, url, Clock::System, Random::System).await;
    let got = get(&app.unwrap(), "/?lang=fr", &[]).await;
    assert!(got.header("set-cookie").ends_with("; Secure"));
}

#[tokio::test]
async fn every_page_is_in_every_language() {
    let fresh = Fresh::lite();
    let app = fresh.app(&[]).await;
    for (path, status, is_public) in pages(&app).await {
        for language in languages() {
            let got = get(&app, &path, &[(ACCEPT, language)]).await;
            assert_eq!(got.status, status, "{path} {language}");
            speaks(&got, language, "ltr");
            assert_eq!(key_in(&got.body), None, "{path} {language}");
            for other in languages() {
                let current = if other == language {
                    " aria-current=\"true\""
                } else {
                    ""
                };
                let link = format!(
                    "<a href=\"?lang={other}\" lang=\"{other}\" hreflang=\"{other}\"{current}>"
                );
                assert!(got.body.contains(&link), "{path} {language}: no {link}");
                let address = format!(
                    "hreflang=\"{other}\" href=\"http://localhost:8080{path}?lang={other}\""
                );
                assert_eq!(got.body.contains(&address), is_public, "{path} {language}");
            }
            let default = format!("hreflang=\"x-default\" href=\"http://localhost:8080{path}\"");
            assert_eq!(got.body.contains(&default), is_public, "{path}");
            let canonical =
                format!("<link rel=\"canonical\" href=\"http://localhost:8080{path}\">");
            assert_eq!(got.body.contains(&canonical), is_public, "{path}");
        }
    }
    let lists = get(&app, "/desk/sign-in?token=a%22b&lang=en", &[]).await;
    assert!(
        lists.body.contains("href=\"?token=a%22b&#38;lang=ja\""),
        "{}",
        lists.body
    );
}

#[tokio::test]
async fn feeds_are_the_same_for_everybody() {
    let fresh = Fresh::lite();
    let app = fresh.app(&[]).await;
    published(&app).await;
    for path in [
        "/showcase.xml",
        "/podcast.xml",
        "/robots.txt",
        "/api/openapi.json",
    ] {
        let one = get(&app, path, &[(ACCEPT, "ja")]).await;
        let other = get(
            &app,
            &format!("{path}?lang=fr"),
            &[("cookie", "pugcast_language=es")],
        )
        .await;
        assert_eq!(one.body, other.body, "{path}");
        assert_eq!(one.header("content-language"), "", "{path}");
        assert!(!one.header("vary").contains("cookie"), "{path}");
    }
}

#[tokio::test]
async fn a_program_is_told_of_faults_in_its_language() {
    let fresh = Fresh::lite();
    let app = fresh.app(&[]).await;
    let headers = [("accept", "application/json"), (ACCEPT, "fr")];
    let got = get(&app, "/nowhere", &headers).await;
    assert_eq!(got.header("content-language"), "fr");
    let problem: serde_json::Value = serde_json::from_str(&got.body).unwrap();
    let french = Catalogue::new("fr").t("problem-title-404");
    assert_eq!(
        (&problem["title"], &problem["code"]),
        (&french.into(), &"not-found".into())
    );
}

/// A sender is answered in the language they read the form in, whichever the editor reads.
#[tokio::test]
async fn a_sender_is_answered_in_their_language() {
    for fresh in Fresh::both().await {
        let app = fresh.app(&[]).await;
        let japanese = Catalogue::new("ja");
        let theirs = app.for_reader(japanese, None);
        let submission = sent(&theirs, &answers("https://youtu.be/HRb7B9fPhfA")).await;
        assert_eq!(submission.answer_language.as_deref(), Some("ja"));
        let editor = app.for_reader(Catalogue::new("fr"), None);
        let declined = decision::decline(&editor, &submission, "なぜ", "ada@example.org");
        declined.await.unwrap();
        let mails = db::mail::of_submission(&app.db, &submission.id)
            .await
            .unwrap();
        assert_eq!(mails.len(), 2, "received and declined");
        for mail in &mails {
            let kana = |c: char| ('\u{3040}'..='\u{30ff}').contains(&c);
            assert!(
                mail.subject.contains(kana) && mail.body.contains(kana),
                "{}",
                mail.body
            );
        }
    }
}

/// Every word of ours on a page comes from the catalogue: in the pseudo-language each bears its mark.
#[tokio::test]
async fn no_word_of_ours_comes_from_elsewhere() {
    let fresh = Fresh::lite();
    let app = fresh
        .app(&[
            ("PUGCAST_LANGUAGE", "ar-XB"),
            ("PUGCAST_NAME", "Питон"),
            ("PUGCAST_DESCRIPTION", "Дождь"),
        ])
        .await;
    for (path, ..) in pages(&app).await {
        let got = get(&app, &path, &[]).await;
        speaks(&got, "ar-XB", "rtl");
        let leaks = unmarked(&got.body);
        assert!(leaks.is_empty(), "{path}: {leaks:?}");
    }
    let form = [
        ("step", "check"),
        ("links", "https://youtu.be/HRb7B9fPhfA"),
        ("group_name", "Питон"),
        ("group_country", "NG"),
        ("met_on", "2026-11-14"),
        ("language", "ru"),
        ("words", "Дождь"),
        ("sender_name", "Амара"),
        ("may_show", "yes"),
        ("licence", "CC-BY-4.0"),
    ];
    let checked = post(&app, "/submit", &form, &[]).await;
    assert_eq!(checked.status, StatusCode::OK);
    let leaks = unmarked(&checked.body);
    assert!(leaks.is_empty(), "{leaks:?}");
    let faulty = post(&app, "/submit", &[("step", "check")], &[]).await;
    assert_eq!(faulty.status, StatusCode::UNPROCESSABLE_ENTITY);
    let leaks = unmarked(&faulty.body);
    assert!(leaks.is_empty(), "{leaks:?}");
    // The walk finds what there is to find.
    let english = get(&app, "/", &[(ACCEPT, "en")]).await;
    assert!(unmarked(&english.body).len() > 20);
}

/// A key in brackets: a text that is missing.
fn key_in(body: &str) -> Option<&str> {
    body.split('[').skip(1).find_map(|after| {
        let key = after.split_once(']')?.0;
        let is_key = key.contains('-') && key.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
        is_key.then_some(key)
    })
}

/// Words in plain letters that a person sees or hears on a page. Addresses, codes, and what is said to be in a language
/// of its own are nobody's to translate.
fn unmarked(body: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut own: Vec<&str> = Vec::new();
    for piece in body.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').unwrap_or((piece, ""));
        let name = tag
            .split([' ', '/', '\n'])
            .find(|name| !name.is_empty())
            .unwrap_or("");
        if tag.starts_with('/') {
            if own.last() == Some(&name) {
                own.pop();
            }
        } else {
            for attribute in ["alt=\"", "aria-label=\"", "title=\"", "placeholder=\""] {
                let value = tag.split_once(attribute).map(|(_, value)| value);
                let value = value.and_then(|value| value.split('"').next());
                found.extend(value.into_iter().flat_map(plain));
            }
            let is_own = tag.contains(" lang=\"") && name != "html";
            let is_code = ["code", "script", "style"].contains(&name);
            if is_own || is_code || tag.contains("class=\"address\"") || !own.is_empty() {
                let ends = !["input", "br", "img", "meta", "link", "source"].contains(&name);
                if ends {
                    own.push(name);
                }
            }
        }
        if own.is_empty() {
            found.extend(plain(text));
        }
    }
    found
}

fn plain(text: &str) -> Vec<String> {
    // Names of formats and of apps are the same in every language.
    const NAMES: &[&str] = &[
        "UTC",
        "YouTube",
        "pugcast",
        "RSS",
        "Atom",
        "JSON",
        "Feed",
        "AntennaPod",
        "Apple",
        "Podcasts",
        "Overcast",
        "Pocket",
        "Casts",
        "Podcast",
        "Addict",
        "Feedly",
        "Inoreader",
        "NewsBlur",
    ];
    let words = text.split_whitespace().filter(|word| !word.contains("://"));
    let words = words.flat_map(|word| word.split(|c: char| !c.is_ascii_alphabetic()));
    words
        .filter(|word| word.len() > 1 && !NAMES.contains(word))
        .map(str::to_owned)
        .collect()
}
