//! What machines read of the public face: previews, linked data, sitemaps, frames, and what phones share.

use crate::browser::serve;
use crate::documents::{Dice, Known, fill, groups};
use crate::pages::{Got, ask, get};
use crate::support::Fresh;
use crate::support::browser::Browser;
use axum::body::Body;
use axum::http::Request;
use axum::response::Html;
use axum::routing::get as route;
use pugcast::app::App;
use pugcast::config::Config;
use pugcast::db::listing::{Changed, changed};
use pugcast::model::entry::Kind;
use pugcast::model::group::Group;
use pugcast::model::{Clock, Random};
use pugcast::{db, web};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

const NOON: &str = "2026-11-29T12:00:00Z";
const SITE: &str = "http://localhost:8080";

async fn filled(fresh: &Fresh) -> (App, Vec<Group>, Vec<Known>) {
    let clock = Clock::fixed(NOON.parse().unwrap());
    let app = fresh.app_at(&[], clock).await;
    let groups = groups(&app).await;
    let known = fill(&app, &mut Dice(7), &groups, 0..40).await;
    let mut tx = app.db.begin().await.unwrap();
    for one in &known {
        let (slug, id) = (&one.entry.slug, one.entry.id.as_str());
        let taken = db::entry::free_slug(&mut tx, "entry", slug, id)
            .await
            .unwrap();
        assert_eq!(&taken, slug);
    }
    tx.commit().await.unwrap();
    (app, groups, known)
}

/// What a page says as linked data: each thing by its type.
fn linked(page: &Got) -> BTreeMap<String, Value> {
    let (_, rest) = page
        .body
        .split_once("<script type=\"application/ld+json\">")
        .unwrap_or_else(|| panic!("no linked data: {}", page.body));
    let (json, _) = rest.split_once("</script>").unwrap();
    assert!(!json.contains(['<', '>', '&']), "{json}");
    let graph: Value = serde_json::from_str(json).unwrap();
    assert_eq!(graph["@context"], "https://schema.org");
    let things = graph["@graph"].as_array().unwrap();
    let typed = things
        .iter()
        .map(|thing| (thing["@type"].as_str().unwrap().to_owned(), thing.clone()));
    typed.collect()
}

/// What stands in every `attribute` of tags that hold `mark`, as it was before it was escaped.
fn values(page: &str, mark: &str, attribute: &str) -> Vec<String> {
    let tags = page.split('<').filter(|tag| tag.contains(mark));
    let values = tags.filter_map(|tag| {
        let (_, rest) = tag.split_once(&format!(" {attribute}=\""))?;
        Some(rest.split_once('"')?.0)
    });
    values.map(plain).collect()
}

fn plain(text: &str) -> String {
    text.replace("&#60;", "<")
        .replace("&#62;", ">")
        .replace("&#34;", "\"")
        .replace("&#39;", "'")
        .replace("&#38;", "&")
}

#[tokio::test]
async fn each_kind_of_entry_says_what_it_is() {
    for fresh in Fresh::both().await {
        let (app, _, known) = filled(&fresh).await;
        let mut kinds = BTreeSet::new();
        for one in &known {
            let entry = &one.entry;
            let path = format!("/entries/{}", entry.slug);
            let page = get(&app, &path, &[]).await;
            let things = linked(&page);
            let (wanted, main) = match entry.kind {
                Kind::Video => ("VideoObject", "embedUrl"),
                Kind::Photos => ("ImageGallery", "sameAs"),
                Kind::Audio => ("PodcastEpisode", "partOfSeries"),
                Kind::Article => ("ScholarlyArticle", "author"),
                Kind::Report => ("Article", "headline"),
            };
            kinds.insert(wanted);
            let thing = &things[wanted];
            assert!(!thing[main].is_null(), "{thing:#}");
            // Hostile as they are, the words come back whole.
            assert_eq!(thing["name"], entry.title);
            assert_eq!(thing["url"], format!("{SITE}{path}"));
            let published = entry.published_at;
            let said: jiff::Timestamp = thing["datePublished"].as_str().unwrap().parse().unwrap();
            assert_eq!(said.as_millisecond(), published);
            assert!(thing["uploadDate"].is_null(), "the provider's to say");
            assert_eq!(thing["inLanguage"].as_str(), entry.language.as_deref());
            assert_eq!(
                thing["license"],
                "https://creativecommons.org/licenses/by/4.0/"
            );
            let role = match entry.kind {
                Kind::Article => "author",
                _ => "contributor",
            };
            assert_eq!(thing[role][1]["name"], "Tunde & Co");
            assert_eq!(thing["sourceOrganization"]["name"], entry.group_name);
            if one.plays {
                let sound = &thing["associatedMedia"][0];
                assert_eq!(sound["@type"], "AudioObject");
                assert_eq!(sound["duration"], "PT1M1S");
                let address = sound["contentUrl"].as_str().unwrap();
                assert!(address.starts_with(&format!("{SITE}/media/")), "{address}");
                let feed = thing["partOfSeries"]["webFeed"].as_str().unwrap();
                let feed = get(&app, feed.strip_prefix(SITE).unwrap(), &[]).await;
                let faults = db::listing::misprints(&app.db).await.unwrap();
                assert_eq!(feed.status, 200, "{faults:?}");
                assert!(feed.body.contains(&entry.guid()));
            } else {
                assert!(thing["associatedMedia"].is_null(), "no leave, no sound");
            }
            let crumbs = things["BreadcrumbList"]["itemListElement"].clone();
            let way = crumbs.as_array().unwrap().iter();
            let way: Vec<&str> = way.map(|one| one["item"].as_str().unwrap()).collect();
            let group = format!("{SITE}/groups/{}", entry.group_slug);
            let home = format!("{SITE}/");
            let roster = format!("{SITE}/groups");
            let own = format!("{SITE}{path}");
            assert_eq!(way, [home.as_str(), &roster, &group, &own]);
        }
        assert_eq!(kinds.len(), 5, "{kinds:?}");
    }
}

#[tokio::test]
async fn home_and_groups_say_who_they_are() {
    let fresh = Fresh::lite();
    let (app, groups, _) = filled(&fresh).await;
    let home = linked(&get(&app, "/", &[]).await);
    let target = &home["WebSite"]["potentialAction"]["target"]["urlTemplate"];
    assert_eq!(target, &format!("{SITE}/search?q={{search_term_string}}"));
    for group in &groups {
        let page = get(&app, &format!("/groups/{}", group.slug), &[]).await;
        let things = linked(&page);
        let organization = &things["Organization"];
        assert_eq!(organization["name"], group.name);
        let place = &organization["location"];
        assert_eq!(
            place["address"]["addressCountry"].as_str(),
            group.country.as_deref()
        );
        let is_placed = group.name == "PyIbadan";
        assert_eq!(place["geo"]["latitude"].is_number(), is_placed);
        // Its own feeds come first, then those of the whole, each in every format.
        let feeds = values(&page.body, "rel=\"alternate\" type=", "href");
        let feeds: Vec<&str> = feeds.iter().map(String::as_str).collect();
        let own = format!("/groups/{}", group.slug);
        let wanted: Vec<String> = [own.as_str(), ""]
            .iter()
            .flat_map(|at| {
                [
                    "showcase.xml",
                    "showcase.atom",
                    "showcase.json",
                    "podcast.xml",
                ]
                .map(|file| format!("{at}/{file}"))
            })
            .collect();
        assert_eq!(feeds[..8], wanted, "{}", group.slug);
        for feed in &feeds[..8] {
            let got = get(&app, feed, &[]).await;
            let faults = db::listing::misprints(&app.db).await.unwrap();
            assert_eq!(got.status, 200, "{feed}: {faults:?}");
            let kinds = values(&page.body, &format!("href=\"{feed}\""), "type");
            assert!(got.header("content-type").starts_with(&kinds[0]), "{feed}");
        }
        let titles = values(&page.body, "rel=\"alternate\" type=", "title");
        let once: BTreeSet<&String> = titles[..8].iter().collect();
        assert_eq!(once.len(), 8, "{titles:?}");
    }
}

#[tokio::test]
async fn previews_are_of_the_page_they_lead_to() {
    let fresh = Fresh::lite();
    let (app, _, known) = filled(&fresh).await;
    let entry = &known[0].entry;
    let path = format!("/entries/{}", entry.slug);
    for (path, kind, title) in [
        (path.as_str(), "article", entry.title.as_str()),
        ("/groups", "website", "Groups"),
        ("/", "website", "Python usergroups of the world"),
    ] {
        let page = get(&app, path, &[("accept-language", "en")]).await;
        let says = |name: &str| values(&page.body, &format!("property=\"{name}\""), "content");
        assert_eq!(says("og:type"), [kind], "{path}");
        assert_eq!(says("og:title"), [title]);
        assert_eq!(says("og:url"), [format!("{SITE}{path}")]);
        assert_eq!(says("og:locale"), ["en_US"]);
        assert_eq!(says("og:locale:alternate"), ["es_ES", "fr_FR", "ja_JP"]);
        // Without a picture of its own yet the artwork stands there, whose size is the operator's.
        let image = says("og:image").remove(0);
        let image = get(&app, image.strip_prefix(SITE).unwrap(), &[]).await;
        assert_eq!(image.header("content-type"), "image/png");
        assert_eq!(says("og:image:alt").len(), 1);
        assert_eq!(
            says("article:published_time").len(),
            usize::from(kind == "article")
        );
    }
    let french = get(&app, "/", &[("accept-language", "fr")]).await;
    assert_eq!(
        values(&french.body, "property=\"og:locale\"", "content"),
        ["fr_FR"]
    );
    let lost = get(&app, "/nowhere", &[]).await;
    assert!(!lost.body.contains("og:") && !lost.body.contains("ld+json"));
}

/// Every address of a sitemap.
fn places(sitemap: &str) -> Vec<String> {
    let places = sitemap.split("<loc>").skip(1);
    let places = places.map(|rest| plain(rest.split_once("</loc>").unwrap().0));
    places.collect()
}

fn own(address: &str) -> &str {
    address.strip_prefix(SITE).unwrap()
}

#[tokio::test]
async fn sitemaps_reach_every_page_once() {
    for fresh in Fresh::both().await {
        let empty = fresh.app(&[]).await;
        let index = get(&empty, "/sitemap.xml", &[]).await;
        assert_eq!(places(&index.body), [format!("{SITE}/sitemap/pages.xml")]);
        let (app, groups, known) = filled(&fresh).await;
        let index = get(&app, "/sitemap.xml", &[]).await;
        assert_eq!(
            index.header("content-type"),
            "application/xml; charset=utf-8"
        );
        assert_eq!(
            places(&index.body),
            ["pages", "groups-1", "people-1", "entries-1"]
                .map(|name| format!("{SITE}/sitemap/{name}.xml"))
        );
        let mut all = Vec::new();
        for document in places(&index.body) {
            let got = get(&app, own(&document), &[]).await;
            assert_eq!(got.status, 200, "{document}");
            all.extend(places(&got.body));
        }
        let once: BTreeSet<&String> = all.iter().collect();
        assert_eq!(once.len(), all.len());
        for path in known
            .iter()
            .map(|one| format!("/entries/{}", one.entry.slug))
            .chain(groups.iter().map(|one| format!("/groups/{}", one.slug)))
            .chain(["/", "/countries/ng", "/countries/zz", "/languages/pt"].map(str::to_owned))
        {
            assert!(once.contains(&format!("{SITE}{path}")), "{path}");
        }
        // Each leads to a page that calls itself so; of the entries some will do.
        for page in all.iter().filter(|page| !page.contains("/entries/entry-1")) {
            let got = get(&app, own(page), &[]).await;
            assert_eq!(got.status, 200, "{page}");
            assert_eq!(
                values(&got.body, "rel=\"canonical\"", "href"),
                [page.as_str()]
            );
        }

        // What stays is known; what is withdrawn is gone; and no document is empty.
        let entries = get(&app, "/sitemap/entries-1.xml", &[]).await;
        let tag = entries.header("etag").to_owned();
        let again = get(&app, "/sitemap/entries-1.xml", &[("if-none-match", &tag)]).await;
        assert_eq!(again.status, 304);
        let packed = get(
            &app,
            "/sitemap/entries-1.xml",
            &[("accept-encoding", "gzip")],
        )
        .await;
        assert_eq!(packed.header("content-encoding"), "gzip");
        for one in &known {
            let mut tx = app.db.begin().await.unwrap();
            let id = &one.entry.id;
            db::entry::withdraw(&mut tx, id, "watch", app.now())
                .await
                .unwrap();
            changed(&mut tx, Changed::Entry(id), app.now())
                .await
                .unwrap();
            tx.commit().await.unwrap();
        }
        let index = get(&app, "/sitemap.xml", &[]).await;
        assert!(!index.body.contains("entries-") && !index.body.contains("people-"));
        for nowhere in [
            "entries-1",
            "entries-0",
            "entries-01",
            "entries-x",
            "groups-9",
            "x",
            "pages-1",
        ] {
            let got = get(&app, &format!("/sitemap/{nowhere}.xml"), &[]).await;
            assert_eq!(got.status, 404, "{nowhere}");
        }
        assert_eq!(get(&app, "/sitemap/pages", &[]).await.status, 404);
        assert_eq!(db::sitemap::group_count(&app.db).await.unwrap(), 5);
        assert_eq!(db::sitemap::groups(&app.db, 4, 9).await.unwrap().len(), 1);
        assert_eq!(db::sitemap::person_count(&app.db).await.unwrap(), 2);
        let people = db::sitemap::people(&app.db, 0, 9).await.unwrap();
        assert!(people.is_empty(), "{people:?}");
        let none = db::sitemap::entries(&app.db, "showcase", 1, 99)
            .await
            .unwrap();
        assert!(none.is_empty());
        let never = db::sitemap::changed_at(&app.db, "showcase", 1, 99)
            .await
            .unwrap();
        assert_eq!(never, None);
    }
}

#[tokio::test]
async fn crawlers_are_told_where_to_go_and_whom_to_tell() {
    let fresh = Fresh::lite();
    let media = fresh.dir.join("media").display().to_string();
    let config = Config::with(&[
        ("DATABASE_URL", &fresh.url),
        ("PUGCAST_MEDIA_DIR", &media),
        ("PUGCAST_CONTACT", "a+b@example.org"),
        ("PUGCAST_LANGUAGE", "fr-CA"),
    ]);
    let clock = Clock::fixed(NOON.parse().unwrap());
    let site = "https://groups.example".to_owned();
    let app = App::start(config.unwrap(), site, clock, Random::System)
        .await
        .unwrap();
    let robots = get(&app, "/robots.txt", &[]).await;
    for line in [
        "User-agent: *",
        "Disallow: /desk",
        "Disallow: /submissions/",
        "Disallow: /uploads",
        "Sitemap: https://groups.example/sitemap.xml",
    ] {
        assert!(robots.body.lines().any(|one| one == line), "{line}");
    }
    let security = get(&app, "/.well-known/security.txt", &[]).await;
    assert_eq!(security.header("content-type"), "text/plain; charset=utf-8");
    assert_eq!(
        security.body,
        "Contact: mailto:a+b@example.org\nExpires: 2027-05-28T00:00:00Z\nPreferred-Languages: fr, en\n\
         Canonical: https://groups.example/.well-known/security.txt\n"
    );
    let tag = security.header("etag").to_owned();
    let known = [("if-none-match", tag.as_str())];
    assert_eq!(
        get(&app, "/.well-known/security.txt", &known).await.status,
        304
    );
    app.clock.advance_ms(24 * 60 * 60 * 1000);
    let later = get(&app, "/.well-known/security.txt", &known).await;
    assert!(later.status == 200 && later.body.contains("2027-05-29"));
}

#[tokio::test]
async fn a_phone_can_keep_it_and_share_with_it() {
    let fresh = Fresh::lite();
    let app = fresh.app(&[]).await;
    let page = get(&app, "/", &[]).await;
    assert_eq!(
        values(&page.body, "rel=\"manifest\"", "href"),
        ["/manifest.webmanifest"]
    );
    let got = get(&app, "/manifest.webmanifest", &[("accept-language", "ja")]).await;
    assert_eq!(got.header("content-type"), "application/manifest+json");
    let manifest: Value = serde_json::from_str(&got.body).unwrap();
    assert_eq!(manifest["lang"], "ja");
    assert_eq!(manifest["short_name"], "Python");
    assert_eq!(manifest["share_target"]["action"], "/submit");
    assert_eq!(manifest["share_target"]["method"], "GET");
    let icons = manifest["icons"].as_array().unwrap().clone();
    let mut sizes = Vec::new();
    for icon in &icons {
        let got = get(&app, icon["src"].as_str().unwrap(), &[]).await;
        assert_eq!(got.header("content-type"), icon["type"].as_str().unwrap());
        if icon["type"] == "image/png" {
            let drawn = image::load_from_memory(&got.bytes).unwrap();
            let size = format!("{}x{}", drawn.width(), drawn.height());
            assert_eq!(icon["sizes"], size);
            sizes.push((size, icon["purpose"].as_str().unwrap().to_owned()));
        }
    }
    for wanted in [
        ("192x192", "any"),
        ("512x512", "any"),
        ("512x512", "maskable"),
    ] {
        let wanted = (wanted.0.to_owned(), wanted.1.to_owned());
        assert!(sizes.contains(&wanted), "{sizes:?}");
    }
    assert_eq!(get(&app, "/icons/180.png", &[]).await.status, 200);
    assert_eq!(get(&app, "/icons/1.png", &[]).await.status, 404);

    // What the phone sends by it stands in the form, harmless, and no consent comes with it.
    let shared = "/submit?title=Rain+gauges&text=%3C%2Ftextarea%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E+\
        https%3A%2F%2Fyoutu.be%2FHRb7B9fPhfA&may_show=yes&licence=CC0-1.0";
    let form = get(&app, shared, &[]).await;
    assert_eq!(form.status, 200);
    assert!(
        form.body
            .contains(">https://youtu.be/HRb7B9fPhfA</textarea>"),
        "{}",
        form.body
    );
    assert!(!form.body.contains("<script>alert"));
    assert!(form.body.contains("Rain gauges\n\n&#60;/textarea&#62;"));
    assert!(!values(&form.body, "name=\"may_show\"", "checked").contains(&String::new()));
    let odd = "/submit?url=%FF%FE&text=%00%E2%80%AE&url=x&lang=%22";
    assert!([200, 400].contains(&get(&app, odd, &[]).await.status.as_u16()));
}

#[tokio::test]
async fn a_frame_is_for_every_site_and_does_nothing() {
    let fresh = Fresh::lite();
    let (app, groups, known) = filled(&fresh).await;
    let group = &groups[0];
    let heard = known.iter().find(|one| one.plays).unwrap();
    let slug = &heard.entry.slug;
    for (path, entries) in [
        (format!("/embed/{slug}"), 1),
        (format!("/embed/groups/{}", group.slug), 3),
    ] {
        let got = get(&app, &path, &[("accept-language", "fr"), ("cookie", "x=y")]).await;
        assert_eq!(got.status, 200, "{path}");
        let policy = got.header("content-security-policy");
        assert!(policy.contains("default-src 'none'") && policy.ends_with("frame-ancestors *"));
        assert!(!policy.contains("script-src") && !got.body.contains("<script"));
        assert_eq!(got.body.matches("<article").count(), entries, "{path}");
        // Every link leaves the frame and goes on in the language that it is in.
        let links = values(&got.body, "a ", "href");
        let targets = values(&got.body, "a ", "target");
        assert!(links.len() > entries && links.len() == targets.len());
        assert!(targets.iter().all(|target| target == "_top"));
        assert!(links[0].ends_with("?lang=fr"), "{links:?}");
        assert!(got.header("vary").contains("accept-language"));
        let asked = get(&app, &format!("{path}?lang=es"), &[]).await;
        assert_eq!(
            asked.header("set-cookie"),
            "",
            "no cookie, whatever is asked"
        );
        assert!(asked.body.contains("lang=\"es\""));
        let tag = got.header("etag").to_owned();
        let known = [("if-none-match", tag.as_str()), ("accept-language", "fr")];
        assert_eq!(get(&app, &path, &known).await.status, 304);
        let head = Request::head(path.as_str()).body(Body::empty()).unwrap();
        let head = ask(&app, head).await;
        assert!(head.status == 200 && head.body.is_empty());
    }
    let frame = get(&app, &format!("/embed/{slug}"), &[]).await;
    assert!(
        frame
            .body
            .contains("<audio controls preload=\"none\" src=\"http://localhost:8080/media/")
    );
    for nowhere in ["/embed/none", "/embed/groups/none", "/embed/groups"] {
        let got = get(&app, nowhere, &[]).await;
        assert_eq!(got.status, 404, "{nowhere}");
        let policy = got.header("content-security-policy");
        assert!(
            policy.ends_with("frame-ancestors *"),
            "a frame says so, too"
        );
        assert!(got.body.contains("not shown here any more"));
    }
    // All other pages keep to themselves, and say how to show them.
    for path in [
        format!("/entries/{slug}"),
        format!("/groups/{}", group.slug),
    ] {
        let page = get(&app, &path, &[]).await;
        assert!(
            page.header("content-security-policy")
                .contains("frame-ancestors 'none'")
        );
        let (_, rest) = page.body.split_once("<textarea id=\"frame\"").unwrap();
        let snippet = plain(
            rest.split_once('>')
                .unwrap()
                .1
                .split_once("</textarea>")
                .unwrap()
                .0,
        );
        let source = values(&snippet, "iframe", "src").remove(0);
        assert_eq!(get(&app, own(&source), &[]).await.status, 200, "{source}");
        // What a site asks for by oEmbed is the same.
        let discovered = values(&page.body, "application/json+oembed", "href").remove(0);
        let answer = get(&app, own(&discovered), &[]).await;
        let answer: Value = serde_json::from_str(&answer.body).unwrap();
        assert_eq!(
            (&answer["type"], &answer["version"]),
            (&"rich".into(), &"1.0".into())
        );
        assert!(answer["html"].as_str().unwrap().contains(&source));
        let small = get(
            &app,
            &format!("{}&maxwidth=320&maxheight=1", own(&discovered)),
            &[],
        )
        .await;
        let small: Value = serde_json::from_str(&small.body).unwrap();
        assert_eq!(
            (&small["width"], &small["height"]),
            (&320.into(), &200.into())
        );
    }
    for (query, status) in [
        ("", 404),
        ("?url=https://elsewhere.example/entries/x", 404),
        ("?url=http://localhost:8080/desk", 404),
        ("?url=http://localhost:8080/entries/none", 404),
        ("?url=javascript:alert(1)", 404),
        (
            &format!("?url=http://localhost:8080/entries/{slug}&format=xml"),
            501,
        ),
    ] {
        let got = get(&app, &format!("/oembed{query}"), &[]).await;
        assert_eq!(got.status, status, "{query}");
    }
}

/// In Chromium: linked data breaks no rule of the pages' policy, and a frame shows on a site that is not ours.
#[tokio::test(flavor = "multi_thread")]
async fn a_browser_takes_linked_data_and_frames() {
    let fresh = Fresh::lite();
    let (app, groups, known) = filled(&fresh).await;
    let address = serve(web::router(app)).await;
    let mut browser = Browser::start(&fresh.dir.join("chromium")).await;
    let entry = format!("/entries/{}", known[0].entry.slug);
    for path in ["/", &entry, &format!("/groups/{}", groups[0].slug)] {
        let seen = browser.open(&format!("{address}{path}")).await;
        assert!(seen.is_empty(), "{path}: {seen:?}");
        let parses = "JSON.parse(document.querySelector('script[type=\"application/ld+json\"]').textContent)['@graph'].length > 0";
        assert_eq!(browser.value(parses).await, true, "{path}");
    }
    // Another port is another origin.
    let frame = format!("{address}/embed/groups/{}", groups[0].slug);
    let page = format!(
        "<!doctype html><title>x</title><iframe src=\"{frame}\"></iframe><iframe src=\"{address}/\"></iframe>"
    );
    let other = serve(axum::Router::new().route("/", route(|| async { Html(page) }))).await;
    browser.open(&other).await;
    // A frame that may not be shown is replaced by the browser's own page.
    let shown = browser.frames().await;
    assert!(shown.contains(&frame), "{shown:?}");
    assert!(!shown.contains(&format!("{address}/")), "{shown:?}");
}
