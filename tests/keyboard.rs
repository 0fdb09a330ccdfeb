//! Without a mouse: what a keyboard reaches, by the roles and names that a screen reader says (the accessibility tree).

use crate::browser::serve;
use crate::support::browser::Browser;
use crate::support::{Fresh, work};
use crate::upload::with_sound;
use pugcast::app::App;
use pugcast::db::submission::Draft;
use pugcast::model::entry::Entry;
use pugcast::model::notice::Kind;
use pugcast::{db, decision, web};

/// Stops after which something is taken to be out of reach.
const MOST_STOPS: usize = 120;

/// Tabs on until the element of this role and name has the focus.
async fn reach(browser: &mut Browser, role: &str, name: &str) {
    let mut passed = Vec::new();
    for _ in 0..MOST_STOPS {
        browser.press("Tab").await;
        let (its_role, its_name) = browser.focused().await;
        if its_role == role && its_name.contains(name) {
            // Who looks sees where the focus is.
            let seen = browser.value(FOCUS_IS_SEEN).await;
            assert_eq!(seen, true, "the focus on {role} “{name}” is not seen");
            return;
        }
        passed.push(format!("{its_role} “{its_name}”"));
    }
    panic!("no {role} “{name}” within reach: {passed:#?}");
}

/// Whether the element with the focus, or what stands for it, is outlined.
const FOCUS_IS_SEEN: &str = "(() => {
    const here = document.activeElement;
    const outlined = [null, '::after'].some(part => getComputedStyle(here, part).outlineStyle !== 'none');
    const drawn = here.querySelector('circle') && getComputedStyle(here.querySelector('circle')).strokeWidth !== '0px';
    return outlined || !!drawn;
})()";

async fn open(browser: &mut Browser, url: &str) {
    let seen = browser.open(url).await;
    assert!(seen.is_empty(), "{url}: {seen:?}");
}

async fn follow(browser: &mut Browser, role: &str, name: &str, path: &str) {
    reach(browser, role, name).await;
    browser.press("Enter").await;
    browser
        .until(&format!(
            "document.readyState === 'complete' && location.pathname.startsWith('{path}')"
        ))
        .await;
}

async fn published(app: &App) -> Entry {
    let sent = with_sound(app).await;
    let draft = Draft {
        title: "Rain gauges".into(),
        words: "How to read a gauge. For whom has a roof.".into(),
        group_name: "PyIbadan".into(),
        group_city: "Ibadan".into(),
        country: Some("NG".into()),
        language: Some("en".into()),
        licence: "CC-BY-4.0".into(),
        chapters: "0:00 Hello\n0:01 The gauge".into(),
        ..Draft::default()
    };
    let entry = decision::accept(app, &sent, &draft, "ada@example.org").await;
    let entry = entry.unwrap();
    work(app).await;
    entry
}

#[tokio::test(flavor = "multi_thread")]
async fn a_whole_visit_by_keyboard() {
    let fresh = Fresh::lite();
    let app = fresh.app(&[]).await;
    let entry = published(&app).await;
    let home = serve(web::router(app.clone())).await;
    let t = |key: &str| app.text.t(key);
    let mut browser = Browser::start(&fresh.dir.join("chromium")).await;

    // A group near a city.
    open(&mut browser, &format!("{home}/")).await;
    browser.press("Tab").await;
    assert_eq!(browser.focused().await, ("link".into(), t("skip")));
    reach(&mut browser, "textbox", &t("near-field")).await;
    browser.type_in("Ibadan").await;
    browser.press("Enter").await;
    browser
        .until("document.readyState === 'complete' && location.pathname === '/near'")
        .await;
    follow(&mut browser, "link", "PyIbadan", "/groups/").await;

    // An episode by its chapters.
    follow(&mut browser, "link", "Rain gauges", "/entries/").await;
    reach(&mut browser, "link", "0:01").await;
    browser.press("Enter").await;
    browser
        .until("document.querySelector('audio').currentTime >= 1")
        .await;
    let path = browser.value("location.pathname").await;
    assert_eq!(path, format!("/entries/{}", entry.slug).as_str());

    // Where to subscribe.
    follow(&mut browser, "link", &t("nav-feeds"), "/feeds").await;
    reach(&mut browser, "link", "AntennaPod").await;
    let leads = browser.value("document.activeElement.href").await;
    assert!(leads.as_str().unwrap().contains("podcast.xml"), "{leads}");
    reach(&mut browser, "textbox", &t("follow-copy-podcast")).await;
    let address = browser.value("document.activeElement.value").await;
    assert_eq!(address, format!("{}/podcast.xml", app.url).as_str());

    // A link is sent.
    open(&mut browser, &format!("{home}/feeds")).await;
    follow(&mut browser, "link", &t("nav-send"), "/submit").await;
    reach(&mut browser, "textbox", &t("field-links")).await;
    browser.type_in("https://youtu.be/HRb7B9fPhfA").await;
    reach(&mut browser, "textbox", &t("field-group_name")).await;
    browser.type_in("PyIbadan").await;
    reach(&mut browser, "textbox", &t("field-words")).await;
    browser.type_in("How to read a gauge.").await;
    reach(&mut browser, "checkbox", &t("field-may_show")).await;
    browser.press("Space").await;
    reach(&mut browser, "combobox", &t("field-licence")).await;
    browser.press("ArrowDown").await;
    assert_ne!(browser.value("document.activeElement.value").await, "");
    reach(&mut browser, "textbox", &t("field-sender_name")).await;
    browser.type_in("Amara").await;
    reach(&mut browser, "button", &t("check")).await;
    browser.press("Enter").await;
    browser
        .until("document.readyState === 'complete' && !document.querySelector('textarea:not([hidden])')")
        .await;
    follow(&mut browser, "button", &t("send"), "/submissions/").await;

    // A removal is asked for.
    open(&mut browser, &format!("{home}/entries/{}", entry.slug)).await;
    follow(&mut browser, "link", &t("entry-remove"), "/entries/").await;
    reach(&mut browser, "radio", "").await;
    browser.press("Space").await;
    reach(&mut browser, "textbox", &t("removal-words")).await;
    browser.type_in("That is my voice.").await;
    reach(&mut browser, "textbox", &t("field-sender_name")).await;
    browser.type_in("Bola").await;
    follow(&mut browser, "button", &t("removal-send"), "/notices/").await;
    let notices = db::notice::waiting(&app.db, 10).await.unwrap();
    assert_eq!((notices.len(), notices[0].kind), (1, Kind::Removal));
}
