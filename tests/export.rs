//! The public face as files: whole, each link a file, written once, nobody else's touched.

use crate::pages::{self, get, post, signed_in};
use crate::postcard;
use crate::roster;
use crate::support::browser::Browser;
use crate::support::{Fresh, binary, work};
use crate::upload::with_sound;
use jobs::conformance::{self, Severity};
use pugcast::app::App;
use pugcast::config::Secret;
use pugcast::db::listing::{Changed, changed};
use pugcast::export::{self, Link, Report, Site};
use pugcast::model::entry::Entry;
use pugcast::model::submission::Submission;
use pugcast::web::{self, Access};
use pugcast::{db, decision};
use scraper::{Html, Selector};
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::SystemTime;
use tokio::runtime::Handle;

const LIVE: &str = "https://live.example";
const LIST: &str = ".pugcast-export";

/// What a small showcase holds.
struct Shown {
    app: App,
    sound: Entry,
    photo: Entry,
    photo_sent: Submission,
    video: Entry,
    report: Entry,
    /// The address of the video's group before it was renamed.
    before: String,
}

/// A recording, photos, a video and a report, of groups of which one was renamed.
async fn showcase(fresh: &Fresh) -> Shown {
    let app = fresh.app(&[]).await;
    let sound_sent = with_sound(&app).await;
    let draft = db::submission::draft(&app.db, &sound_sent.id)
        .await
        .unwrap();
    let draft = db::submission::Draft {
        title: "The rain gauge".into(),
        people: "Amara\nTunde".into(),
        words: "What the gauge said.\n\n00:00 The gauge\n\n00:02 The answer".into(),
        ..draft.unwrap()
    };
    let sound = decision::accept(&app, &sound_sent, &draft, roster::EDITOR).await;
    let fields = postcard::form("fedcba9876543210", "PyIbadan");
    let photos = [("photos", "room.jpg", &*postcard::photo())];
    let photo_sent = postcard::sent(&app, &fields, &photos).await;
    let photo = postcard::published(&app, &photo_sent, "A full room").await;
    let video = pages::publish(&app, "https://youtu.be/HRb7B9fPhfA", "Gauges", "A talk.").await;
    let words = format!("How we began, [twice]({}/entries/never-was).", app.url);
    let report = pages::publish(&app, "", "Nine chairs", &words).await;
    let (cookie, token) = signed_in(&app).await;
    let before = video.group_slug.clone();
    let fields = [
        ("form_token", token.as_str()),
        ("group_name", "Gauges and Rain"),
        ("group_city", "Lagos"),
        ("group_country", "NG"),
        ("language", "en"),
    ];
    let at = format!("/desk/groups/{}", video.group_id);
    let renamed = post(&app, &at, &fields, &[("cookie", &cookie)]).await;
    assert_eq!(renamed.status, 303, "{}", renamed.body);
    work(&app).await;
    let video = db::entry::by_id(&app.db, &video.id).await.unwrap().unwrap();
    assert_ne!(video.group_slug, before);
    Shown {
        sound: sound.unwrap(),
        app,
        photo,
        photo_sent,
        video,
        report,
        before,
    }
}

async fn exported(app: &App, folder: &Path) -> Report {
    export::run(app, LIVE, folder, |_| {}).await.unwrap()
}

/// Every file of a folder by its name in it, but for the list.
pub fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let all = paths(folder).into_iter().filter(|path| path.is_file());
    let name = |path: &PathBuf| {
        path.strip_prefix(folder)
            .unwrap()
            .to_str()
            .unwrap()
            .to_owned()
    };
    let all = all.map(|path| (name(&path), std::fs::read(&path).unwrap()));
    all.filter(|(name, _)| name != LIST).collect()
}

/// Everything in a folder, the folder itself too.
fn paths(folder: &Path) -> Vec<PathBuf> {
    let mut all = vec![folder.to_owned()];
    let mut at = 0;
    while at < all.len() {
        if all[at].is_dir() {
            let inside = std::fs::read_dir(&all[at]).unwrap();
            all.extend(inside.map(|one| one.unwrap().path()));
        }
        at += 1;
    }
    all
}

/// When everything in a folder last changed.
fn times(folder: &Path) -> BTreeMap<PathBuf, SystemTime> {
    let all = paths(folder).into_iter();
    let time = |path: &PathBuf| path.metadata().unwrap().modified().unwrap();
    all.map(|path| (path.clone(), time(&path))).collect()
}

/// The links of a page: element, relation, address.
fn links(page: &str) -> Vec<(String, String, String)> {
    let page = Html::parse_document(page);
    let all =
        Selector::parse("[href], [src], [srcset], [action], [poster], meta[http-equiv=refresh]");
    let mut found = Vec::new();
    for element in page.select(&all.unwrap()) {
        let name = element.value().name().to_owned();
        let rel = element
            .attr("rel")
            .or(element.attr("http-equiv"))
            .unwrap_or_default();
        for key in ["href", "src", "action", "poster"] {
            if let Some(to) = element.attr(key) {
                found.push((name.clone(), rel.to_owned(), to.to_owned()));
            }
        }
        for size in element.attr("srcset").unwrap_or_default().split(',') {
            if let Some(to) = size.split_whitespace().next() {
                found.push((name.clone(), rel.to_owned(), to.to_owned()));
            }
        }
        if let Some((_, to)) = element
            .attr("content")
            .and_then(|said| said.split_once("url="))
        {
            found.push((name, rel.to_owned(), to.to_owned()));
        }
    }
    found
}

/// The file that a relative link leads to.
fn target(from: &str, to: &str) -> String {
    let to = to.split('#').next().unwrap();
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in to.split('/') {
        match part {
            ".." => assert!(
                parts.pop().is_some(),
                "{from}: {to} leads out of the folder"
            ),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// Every link leads to a file of the folder, to the living service, or elsewhere.
fn assert_linked(files: &BTreeMap<String, Vec<u8>>, url: &str) {
    let mut seen = 0;
    for (name, bytes) in files.iter().filter(|(name, _)| name.ends_with(".html")) {
        let page = std::str::from_utf8(bytes).unwrap();
        let found = links(page);
        assert!(!found.is_empty(), "{name}");
        for (element, rel, to) in found {
            if to.starts_with('#') || to.starts_with(LIVE) {
                continue;
            }
            let file = match to.strip_prefix(url) {
                Some(rest) => {
                    let is_named = element == "link" && ["canonical", "alternate"].contains(&&*rel);
                    assert!(is_named, "{name}: <{element} rel={rel}> {to}");
                    let path = rest.trim_matches('/');
                    match files.contains_key(path) {
                        true => path.to_owned(),
                        false => format!("{path}/index.html")
                            .trim_start_matches('/')
                            .to_owned(),
                    }
                }
                // Elsewhere: it has a scheme.
                None if to.split('/').next().unwrap().contains(':') => {
                    assert!(element != "form" && element != "script", "{name}: {to}");
                    continue;
                }
                None => target(name, &to),
            };
            assert!(
                files.contains_key(&file),
                "{name}: {to} is not there ({file})"
            );
            seen += 1;
        }
    }
    assert!(seen > 500, "{seen}");
}

/// Holds a document, read whole, to its standards; false where its name is no feed's.
pub fn assert_conforms(name: &str, bytes: &[u8]) -> bool {
    let profile = match name.rsplit('/').next().unwrap() {
        "showcase.xml" => conformance::Profile::SHOWCASE,
        "showcase.atom" => conformance::Profile::ATOM,
        "showcase.json" => conformance::Profile::JSON,
        "podcast.xml" => conformance::Profile::PODCAST,
        _ => return false,
    };
    let mut faults = conformance::check(bytes, &profile).faults;
    faults.retain(|fault| fault.severity == Severity::Must);
    assert!(faults.is_empty(), "{name}: {faults:?}");
    true
}

/// Every feed keeps to its standards, and what it names of ours is in the folder.
fn assert_fed(files: &BTreeMap<String, Vec<u8>>, url: &str) {
    let mut seen = 0;
    for (name, bytes) in files {
        if !assert_conforms(name, bytes) {
            continue;
        }
        let text = std::str::from_utf8(bytes).unwrap();
        for rest in text.split(&format!("{url}/media/")).skip(1) {
            let end = rest.find(|sign: char| !sign.is_ascii_alphanumeric() && sign != '.');
            let medium = format!("media/{}", &rest[..end.unwrap()]);
            assert!(files.contains_key(&medium), "{name}: {medium}");
        }
        seen += 1;
    }
    assert!(seen >= 20, "{seen}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_whole_face_becomes_files_once() {
    for fresh in Fresh::both().await {
        let shown = showcase(&fresh).await;
        let (app, folder) = (&shown.app, fresh.dir.join("export"));
        let report = exported(app, &folder).await;
        let made = files(&folder);
        assert_eq!(report.failed, Vec::<String>::new());
        assert_eq!((report.total, report.written), (made.len(), made.len()));
        assert_linked(&made, &app.url);
        assert_fed(&made, &app.url);
        let slugs = [&shown.sound, &shown.photo, &shown.video, &shown.report].map(|one| &one.slug);
        for name in [
            "index.html",
            "groups/index.html",
            "feeds/index.html",
            "about/index.html",
            "showcase.xml",
            "showcase.atom",
            "showcase.json",
            "podcast.xml",
            "publisher.xml",
            "feeds.opml",
            "roster.opml",
            "sitemap.xml",
            "sitemap/pages.xml",
            "sitemap/entries-1.xml",
            "robots.txt",
            ".well-known/security.txt",
            "favicon.svg",
            "icons/180.png",
            "countries/ng/index.html",
            "languages/en/showcase.xml",
            "people/amara/index.html",
            "ja/index.html",
            "es/people/amara/index.html",
        ] {
            assert!(made.contains_key(name), "{name} of {:?}", made.keys());
        }
        let heard = format!("groups/{}/podcast.xml", shown.sound.group_slug);
        assert!(made.contains_key(&heard), "{heard}");
        // Nothing is heard in English.
        assert!(!made.contains_key("languages/en/podcast.xml"));
        for slug in slugs {
            for name in [
                "entries/S/index.html",
                "fr/entries/S/index.html",
                "embed/S/index.html",
                "oembed/entries/S.json",
            ] {
                let name = name.replace('S', slug);
                assert!(made.contains_key(&name), "{name}");
            }
        }
        let text = |name: &str| String::from_utf8_lossy(&made[name]).into_owned();

        // What is ours to give lies where its whole address says, byte for byte.
        let podcast = text("podcast.xml");
        let heard = db::medium::shown(&app.db, &shown.sound.submission_id)
            .await
            .unwrap();
        let heard = heard[0].enclosure_url.clone().unwrap();
        assert!(
            podcast.contains(&format!("\"{}{heard}\"", app.url)),
            "{podcast}"
        );
        assert_eq!(made[&heard[1..]], get(app, &heard, &[]).await.bytes);
        for file in db::mastering::files_of(&app.db, &shown.sound.submission_id)
            .await
            .unwrap()
        {
            assert_eq!(
                made[&format!("media/{}", file.name)].len() as i64,
                file.size
            );
        }

        // Old addresses lead on, and old feeds go on.
        assert_eq!(
            db::sitemap::moved(&app.db, 0, 10).await.unwrap(),
            [("group".to_owned(), shown.before.clone())]
        );
        let old = text(&format!("groups/{}/index.html", shown.before));
        let way = format!("url=../{}/index.html", shown.video.group_slug);
        let canonical = format!("href=\"{}/groups/{}\"", app.url, shown.video.group_slug);
        assert!(old.contains(&way) && old.contains(&canonical), "{old}");
        let feed = |slug: &str| &made[&format!("groups/{slug}/showcase.xml")];
        assert_eq!(feed(&shown.before), feed(&shown.video.group_slug));

        // A page in another language is one of its own; a player waits behind a click; what is no file is elsewhere.
        let french = text(&format!("fr/entries/{}/index.html", shown.video.slug));
        assert!(french.contains("lang=\"fr\"") && french.contains("../../groups/index.html"));
        let play = format!("entries/{}/play/HRb7B9fPhfA/index.html", shown.video.slug);
        assert!(text(&play).contains("https://www.youtube-nocookie.com/embed/HRb7B9fPhfA"));
        let page = text(&format!("entries/{}/index.html", shown.sound.slug));
        let dead = text(&format!("entries/{}/index.html", shown.report.slug));
        assert!(
            dead.contains(&format!("href=\"{LIVE}/entries/never-was\"")),
            "{dead}"
        );
        assert!(
            page.contains(&format!("{LIVE}/entries/{}/removal", shown.sound.slug)),
            "{page}"
        );
        assert!(text("index.html").contains(&format!("action=\"{LIVE}/search\"")));
        assert!(text("index.html").contains(&format!("{LIVE}/search?q=")));
        assert!(!text("sitemap/pages.xml").contains("/submit"));

        // Nothing new: nothing is touched.
        let before = times(&folder);
        let again = exported(app, &folder).await;
        assert_eq!(
            (again.total, again.written, again.removed),
            (made.len(), 0, 0)
        );
        assert_eq!(times(&folder), before);

        // What is taken off goes with all that hung on it, and no file of another's.
        let gone = folder.join(format!("entries/{}", shown.photo.slug));
        let mine = [
            folder.join("CNAME"),
            gone.join("notes.txt"),
            folder.join("media/own.jpg"),
        ];
        for path in &mine {
            std::fs::write(path, "mine").unwrap();
        }
        let photos = db::picture::of_submission(&app.db, &shown.photo_sent.id, 0)
            .await
            .unwrap();
        assert!(
            photos
                .iter()
                .any(|one| made.contains_key(&format!("media/{}", one.name)))
        );
        decision::withdraw(
            app,
            &shown.photo_sent,
            "They did not want to be seen.",
            roster::EDITOR,
        )
        .await
        .unwrap();
        let report = exported(app, &folder).await;
        assert!(report.removed > 10, "{report:?}");
        let left = files(&folder);
        for path in &mine {
            assert_eq!(std::fs::read(path).unwrap(), b"mine", "{}", path.display());
        }
        assert_eq!(std::fs::read_dir(&gone).unwrap().count(), 1);
        assert!(
            !folder
                .join(format!("fr/entries/{}", shown.photo.slug))
                .exists(),
            "no empty folder stays"
        );
        for (name, bytes) in &left {
            let text = String::from_utf8_lossy(bytes);
            assert!(!text.contains(&shown.photo.slug), "{name}");
            assert!(!photos.iter().any(|one| name.contains(&one.name)), "{name}");
        }
        let ours = left
            .into_iter()
            .filter(|(_, bytes)| bytes != b"mine")
            .collect();
        assert_linked(&ours, &app.url);
    }
}

/// What another process takes off while the walk is on its way is in no file of it.
#[tokio::test(flavor = "multi_thread")]
async fn what_goes_meanwhile_is_not_written() {
    for fresh in Fresh::both().await {
        let (app, other) = (fresh.app(&[]).await, fresh.app(&[]).await);
        pages::publish(&app, "", "Nine chairs", "How we began.").await;
        let gone = pages::publish(&app, "", "A mistake", "Not to be told.").await;
        let folder = fresh.dir.join("export");
        let mut is_there = true;
        let report = export::run(&app, LIVE, &folder, |report| {
            // Most of it is made.
            if !is_there || report.total < 40 {
                return;
            }
            is_there = false;
            let taking_off = async {
                let mut tx = other.db.begin().await.unwrap();
                let now = other.now();
                let taken = db::entry::withdraw(&mut tx, &gone.id, "ada@example.org", now);
                assert!(taken.await.unwrap());
                let what = Changed::Entry(&gone.id);
                changed(&mut tx, what, now).await.unwrap();
                tx.commit().await.unwrap();
            };
            tokio::task::block_in_place(|| Handle::current().block_on(taking_off));
        });
        let report = report.await.unwrap();
        assert!(!is_there && report.failed.is_empty(), "{:?}", report.failed);
        for (name, bytes) in files(&folder) {
            let text = String::from_utf8_lossy(&bytes);
            assert!(!text.contains("Not to be told."), "{name}");
            assert!(!name.contains(&format!("entries/{}/", gone.slug)), "{name}");
        }
    }
}

/// What is older than a page and a feed's head have a place of their own, as far back as it goes.
#[tokio::test(flavor = "multi_thread")]
async fn long_lists_go_on() {
    const ALL: usize = 104;
    let fresh = Fresh::lite();
    let app = fresh.app(&[]).await;
    for _ in 0..ALL {
        pages::publish(&app, "", "Nine chairs", "How we began.").await;
    }
    let folder = fresh.dir.join("export");
    let report = exported(&app, &folder).await;
    assert_eq!(report.failed, Vec::<String>::new());
    let made = files(&folder);
    assert_linked(&made, &app.url);
    assert_fed(&made, &app.url);
    let text = |name: &str| String::from_utf8_lossy(&made[name]).into_owned();
    for scope in ["", "groups/nine-chairs/", "countries/ng/", "languages/en/"] {
        let items = |file: &str, item: &str| {
            let head = text(&format!("{scope}{file}")).matches(item).count();
            let rest = text(&format!("{scope}archive/1/{file}"))
                .matches(item)
                .count();
            (head, rest)
        };
        assert_eq!(items("showcase.xml", "<item>"), (100, ALL - 100), "{scope}");
        assert_eq!(
            items("showcase.atom", "<entry>"),
            (100, ALL - 100),
            "{scope}"
        );
    }
    for scope in ["", "ja/", "countries/ng/", "fr/languages/en/"] {
        let mut page = format!("{scope}index.html");
        let mut seen = std::collections::BTreeSet::new();
        loop {
            let all = links(&text(&page));
            let entry = |to: &String| to.contains("entries/").then(|| target(&page, to));
            seen.extend(
                all.iter()
                    .filter_map(|(_, _, to)| entry(to))
                    .filter(|to| made.contains_key(to)),
            );
            let more = Selector::parse(".more a").unwrap();
            let html = Html::parse_document(&text(&page));
            let older = html.select(&more).next().and_then(|link| link.attr("href"));
            let Some(older) = older else { break };
            let next = target(&page, older);
            assert_ne!(next, page);
            page = next;
        }
        assert_eq!(seen.len(), ALL, "{scope}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn others_files_are_refused_and_left() {
    let fresh = Fresh::lite();
    let app = fresh.app(&[]).await;
    let refused = async |folder: &Path| {
        export::run(&app, LIVE, folder, |_| {})
            .await
            .unwrap_err()
            .to_string()
    };
    let strange = fresh.dir.join("strange");
    std::fs::create_dir(&strange).unwrap();
    std::fs::write(strange.join("thesis.txt"), "mine").unwrap();
    let said = refused(&strange).await;
    assert!(
        said.contains("holds thesis.txt") && said.contains("empty or new folder"),
        "{said}"
    );
    assert_eq!(paths(&strange).len(), 2);

    // One in the way of ours, which came later.
    let folder = fresh.dir.join("export");
    exported(&app, &folder).await;
    let list = std::fs::read_to_string(folder.join(LIST)).unwrap();
    std::fs::write(folder.join(LIST), list.replace("\nindex.html\n", "\n")).unwrap();
    std::fs::write(folder.join("index.html"), "mine").unwrap();
    let said = refused(&folder).await;
    assert!(
        said.contains("index.html was not written by an export"),
        "{said}"
    );
    assert_eq!(std::fs::read(folder.join("index.html")).unwrap(), b"mine");

    // A list that names what lies elsewhere removes nothing there.
    let outside = fresh.dir.join("outside.txt");
    std::fs::write(&outside, "mine").unwrap();
    std::fs::write(folder.join(LIST), "../outside.txt\n").unwrap();
    let said = refused(&folder).await;
    assert!(said.contains("is damaged"), "{said}");
    assert!(outside.exists());

    // Two at once; and a folder that cannot be one.
    std::fs::write(folder.join(LIST), list).unwrap();
    let lock = std::fs::File::open(&folder).unwrap();
    lock.lock().unwrap();
    let said = refused(&folder).await;
    assert!(said.contains("another export is writing"), "{said}");
    let said = refused(&outside).await;
    assert!(said.contains("outside.txt: "), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_process_killed_at_any_line_is_completed() {
    let fresh = Fresh::lite();
    let shown = showcase(&fresh).await;
    let whole = fresh.dir.join("whole");
    exported(&shown.app, &whole).await;
    let wanted = files(&whole);
    let list = std::fs::read(whole.join(LIST)).unwrap();

    // What a kill may leave: half a list, files of which some are not there, parts; a power cut: half a file.
    for cut in [0, 40, list.len() / 3, list.len() - 5] {
        let known = String::from_utf8_lossy(&list[..cut]).into_owned();
        let known: Vec<&str> = known.lines().skip(1).collect();
        std::fs::write(whole.join(LIST), &list[..cut]).unwrap();
        for (n, name) in wanted.keys().enumerate() {
            let at = whole.join(name);
            match known[..known.len().saturating_sub(1)].contains(&name.as_str()) {
                false => std::fs::remove_file(&at).unwrap(),
                true if n % 7 == 0 => {
                    let file = std::fs::File::options().write(true).open(&at).unwrap();
                    file.set_len(file.metadata().unwrap().len() / 2).unwrap();
                }
                true => {}
            }
        }
        std::fs::write(whole.join(format!("{LIST}.part7")), "half").unwrap();
        exported(&shown.app, &whole).await;
        assert_eq!(files(&whole), wanted, "cut at {cut}");
        assert_eq!(
            std::fs::read(whole.join(LIST)).unwrap(),
            list,
            "cut at {cut}"
        );
    }

    // Killed as one kills, at five moments, beside a service on the same database; then let go to its end.
    let folder = fresh.dir.join("killed");
    let command = |folder: &Path| {
        let mut command = Command::new(binary());
        command
            .args(["export", "--live", LIVE])
            .arg(folder)
            .env("DATABASE_URL", Secret::new(&fresh.url).expose())
            .env("PUGCAST_MEDIA_DIR", fresh.dir.join("media"))
            .env("PUGCAST_URL", &shown.app.url)
            .env("PUGCAST_LANGUAGE", "en");
        command
    };
    for lines in [2, 20, 60, 120, 200] {
        let mut child = command(&folder).stderr(Stdio::null()).spawn().unwrap();
        let written =
            || std::fs::read_to_string(folder.join(LIST)).map_or(0, |text| text.lines().count());
        while written() < lines && child.try_wait().unwrap().is_none() {
            std::thread::yield_now();
        }
        child.kill().unwrap();
        child.wait().unwrap();
    }
    let done = command(&folder).output().unwrap();
    let said = String::from_utf8_lossy(&done.stdout);
    assert!(
        done.status.success(),
        "{}",
        String::from_utf8_lossy(&done.stderr)
    );
    assert!(said.contains(&format!("{} files", wanted.len())), "{said}");
    let made = files(&folder);
    assert_eq!(
        made.keys().collect::<Vec<_>>(),
        wanted.keys().collect::<Vec<_>>()
    );
    for (name, bytes) in &made {
        assert!(*bytes == wanted[name], "{name} differs");
    }
    // A folder of somebody's.
    let strange = command(&fresh.dir).output().unwrap();
    let said = String::from_utf8_lossy(&strange.stderr);
    assert_eq!(strange.status.code(), Some(1), "{said}");
    assert!(
        said.contains("nothing was exported: ") && said.contains("empty or new folder"),
        "{said}"
    );
    let help = Command::new(binary())
        .args(["export", "--help"])
        .output()
        .unwrap();
    assert!(String::from_utf8_lossy(&help.stdout).contains("PUGCAST_URL"));
}

/// A disk that is full says so, and what was there stays whole.
#[tokio::test(flavor = "multi_thread")]
async fn a_folder_that_cannot_be_written_says_so() {
    let fresh = Fresh::lite();
    let app = fresh.app(&[]).await;
    let folder = fresh.dir.join("export");
    exported(&app, &folder).await;
    let before = files(&folder);
    pages::publish(&app, "", "Nine chairs", "How we began.").await;
    // No file of this name can be made where a folder of its name is, whoever one is.
    std::fs::remove_file(folder.join("index.html")).unwrap();
    std::fs::create_dir_all(folder.join("index.html/x")).unwrap();
    let said = export::run(&app, LIVE, &folder, |_| {}).await.unwrap_err();
    assert!(said.to_string().contains("index.html: "), "{said}");
    let parts = paths(&folder);
    let parts = parts
        .iter()
        .filter(|path| path.to_string_lossy().contains(".part"));
    assert_eq!(parts.count(), 0);
    std::fs::remove_dir_all(folder.join("index.html")).unwrap();
    let report = exported(&app, &folder).await;
    assert!(report.written > 0);
    assert!(files(&folder).len() > before.len());
}

/// A public address is a file, or is left to the service by name: none is forgotten.
#[test]
fn every_public_address_is_a_file_or_left_to_the_service() {
    const LEFT: &[&str] = &[
        "/groups/new",
        "/groups/{slug}/correction",
        "/entries/{slug}/removal",
        "/search",
        "/opensearch.xml",
        "/submit",
        "/uploads",
        "/near",
        "/feeds/check",
        "/manifest.webmanifest",
        "/oembed",
        "/healthz",
        "/readyz",
        "/metrics",
        "/api/v1/submissions",
        "/api/openapi.json",
    ];
    let site = Site {
        url: "https://pugs.example".into(),
        live: LIVE.into(),
        language: "en",
    };
    let home = export::Address::new("/", export::Kind::Page);
    let mut seen = 0;
    for (path, _) in web::paths()
        .into_iter()
        .filter(|(_, access)| *access == Access::Public)
    {
        let filled = path
            .replace("{file}", "showcase.xml")
            .replace("{number}", "1");
        let filled = filled.replace(['{', '}'], "");
        let left = match site.link(&home, &filled) {
            Link::File(..) => false,
            Link::Live(_) => true,
            Link::Stays => panic!("{path}"),
        };
        assert_eq!(left, LEFT.contains(&path), "{path}");
        seen += 1;
    }
    assert!(seen > 40, "{seen}");
}

/// A plain file server, gone with the test.
struct Server(Child);

impl Server {
    fn start(folder: &Path) -> (Server, String) {
        let mut child = Command::new("/usr/bin/python3")
            .args([
                "-u",
                "-m",
                "http.server",
                "--bind",
                "127.0.0.1",
                "0",
                "--directory",
            ])
            .arg(folder)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        let mut said = BufReader::new(child.stdout.take().unwrap());
        said.read_line(&mut line).unwrap();
        let port = line
            .split(" port ")
            .nth(1)
            .unwrap()
            .split(' ')
            .next()
            .unwrap();
        let address = format!("http://127.0.0.1:{port}/");
        (Server(child), address)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn opened_from_a_disk_and_from_a_plain_server() {
    let fresh = Fresh::lite();
    let shown = showcase(&fresh).await;
    let folder = fresh.dir.join("export");
    exported(&shown.app, &folder).await;
    let (_server, address) = Server::start(&folder);
    let mut browser = Browser::start(&fresh.dir.join("profile")).await;
    for base in [address, format!("file://{}/", folder.display())] {
        // Words and style, in two languages.
        for (page, language) in [
            ("index.html", "en"),
            ("fr/index.html", "fr"),
            ("groups/index.html", "en"),
        ] {
            browser.open(&format!("{base}{page}")).await;
            assert_eq!(
                browser.value("document.documentElement.lang").await,
                language
            );
            assert_eq!(
                browser
                    .value("getComputedStyle(document.querySelector('.skip')).position")
                    .await,
                "absolute"
            );
            assert_eq!(browser.errors(), Vec::<String>::new(), "{base}{page}");
        }
        browser.open(&format!("{base}index.html")).await;
        // From link to link, as a reader goes.
        let to = "[...document.querySelectorAll('a')].find(link => link.textContent == 'The rain gauge').href";
        let entry = browser.value(to).await;
        let entry = entry.as_str().unwrap();
        assert!(
            entry.starts_with(&base) && entry.ends_with("/index.html"),
            "{entry}"
        );
        browser.open(entry).await;
        assert_eq!(
            browser
                .value("document.querySelector('h1').textContent")
                .await,
            "The rain gauge"
        );
        assert_eq!(
            browser
                .value(
                    "document.querySelector('.read').textContent.includes('What the gauge said')"
                )
                .await,
            true
        );

        // The sound is there, with its length; it plays; a chapter moves it, by our script.
        browser
            .until("document.querySelector('audio').readyState >= 1")
            .await;
        let length = browser
            .value("document.querySelector('audio').duration")
            .await;
        assert!(length.as_f64().unwrap() > 2.0, "{length}");
        let play = "(async () => { const sound = document.querySelector('audio'); sound.muted = true; await sound.play(); return !sound.paused; })()";
        assert_eq!(browser.value(play).await, true);
        browser
            .until("document.querySelector('audio').currentTime > 0")
            .await;
        browser.value("document.querySelector('audio').pause(), document.querySelectorAll('.parts a')[1].click()").await;
        browser
            .until("document.querySelector('audio').currentTime >= 2")
            .await;
        assert_eq!(browser.value("location.href").await, entry);
        assert_eq!(browser.errors(), Vec::<String>::new(), "{entry}");

        // Every picture of a page is one.
        let page = format!("{base}entries/{}/index.html", shown.photo.slug);
        browser.open(&page).await;
        browser
            .value(
                "document.querySelectorAll('img').forEach(image => { image.loading = 'eager'; })",
            )
            .await;
        browser.until("[...document.images].length > 0 && [...document.images].every(image => image.complete && image.naturalWidth > 0)").await;
        assert_eq!(browser.errors(), Vec::<String>::new(), "{page}");
        // An old address leads on.
        let old = format!("{base}groups/{}/index.html", shown.before);
        browser.follow(&old).await;
        let to = format!("{base}groups/{}/index.html", shown.video.group_slug);
        assert_eq!(browser.value("location.href").await, to);
    }
}
