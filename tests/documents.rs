//! The family of feeds over random sets of entries: who is in which, once each, under one guid.

use crate::export::assert_conforms;
use crate::pages::{Got, ask, get};
use crate::support::Fresh;
use axum::body::Body;
use axum::http::Request;
use bytes::Bytes;
use pugcast::app::App;
use pugcast::db::enclosure::Enclosure;
use pugcast::db::listing::{self, Changed, changed};
use pugcast::db::{self, Tx};
use pugcast::feed::{self, Encoding};
use pugcast::model::entry::{Entry, Kind};
use pugcast::model::feed::{Document, Feed, Scope};
use pugcast::model::group::{Details, Group, Named};
use pugcast::model::submission::{Medium, MediumState, State, Submission};
use pugcast::model::{EntryId, GroupId, MediumId, SubmissionId};
use rss::Channel;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Numbers by chance, the same in each run.
pub struct Dice(pub u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        // Knuth's 64-bit linear congruential generator: its upper bits.
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }

    fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.roll(from.len())]
    }
}

/// What the test knows of an entry, without asking the feeds.
#[derive(Clone)]
pub struct Known {
    pub entry: Entry,
    country: Option<String>,
    pub plays: bool,
    stands: bool,
}

pub async fn groups(app: &App) -> Vec<Group> {
    let mut tx = app.db.begin().await.unwrap();
    let mut groups = Vec::new();
    for (name, city, country) in [
        ("PyIbadan", "Ibadan", Some("NG")),
        ("PyLagos", "Lagos", Some("NG")),
        ("PyOsaka", "大阪", Some("JP")),
        ("PyNowhere", "", None),
        ("PyPristina <b>", "Prishtinë & more", Some("XK")),
    ] {
        let named = Named {
            name: name.into(),
            city: city.into(),
            country: country.map(str::to_owned),
        };
        let id = GroupId::mint(&app.clock, &app.random);
        let group = db::group::find_or_make(&mut tx, id, &named, None, 0)
            .await
            .unwrap();
        groups.push(group);
    }
    let details = Details {
        latitude: Some(7.38),
        longitude: Some(3.93),
        ..Details::default()
    };
    db::group::set_details(&mut tx, &groups[0].id, &details)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    groups
}

async fn publish(app: &App, tx: &mut Tx, dice: &mut Dice, group: &Group, n: usize) -> Known {
    let kind = *dice.pick(&[
        Kind::Video,
        Kind::Photos,
        Kind::Audio,
        Kind::Audio,
        Kind::Article,
        Kind::Report,
    ]);
    let languages = [None, Some("en"), Some("ja"), Some("pt-BR"), Some("ar")];
    let language = dice.pick(&languages).map(str::to_owned);
    let submission = Submission {
        id: SubmissionId::mint(&app.clock, &app.random),
        token: app.random.token(),
        state: State::Published,
        door: "form".into(),
        title: String::new(),
        words: "Words.".into(),
        about: None,
        parent_id: None,
        group_id: None,
        group_name: group.name.clone(),
        group_city: group.city.clone(),
        group_country: group.country.clone(),
        sender_name: "Ada".into(),
        sender_email: None,
        may_copy: 0,
        licence: "CC-BY-4.0".into(),
        met_on: None,
        language: language.clone(),
        chapters: String::new(),
        reason: None,
        error_code: None,
        created_at: app.now(),
        message_id: None,
        may_answer: 1,
        answer_language: None,
    };
    assert!(
        db::submission::add(tx, &format!("made {n}"), &submission)
            .await
            .unwrap()
    );
    let mut plays = false;
    if kind != Kind::Report {
        let ours = kind == Kind::Audio && dice.roll(3) > 0;
        let medium = Medium {
            id: MediumId::mint(&app.clock, &app.random),
            position: 0,
            typed: String::new(),
            provider: match kind {
                Kind::Audio if ours => "upload",
                Kind::Audio => "podcast",
                Kind::Photos => "flickr",
                Kind::Article => "journal",
                _ => "youtube",
            }
            .into(),
            kind: match kind {
                Kind::Photos => "photo",
                other => other.as_str(),
            }
            .into(),
            provider_id: format!("{n:011}"),
            canonical: format!("https://sample.example/{n}?a=1&b=two"),
            state: MediumState::Found,
            error_code: None,
            error_detail: None,
            prepared: 1,
            guid: None,
            source_id: None,
            document: None,
            citation: None,
            skipped: None,
        };
        db::medium::add(tx, &submission.id, &medium).await.unwrap();
        if kind == Kind::Audio {
            // Ours is in the store; another show's, which nobody said yes to, is nowhere near the podcast.
            let bytes = format!("sound {n} ")
                .repeat(10 + dice.roll(40))
                .into_bytes();
            let size = bytes.len() as i64;
            let mut name = format!("{n}.mp3");
            if ours {
                name = app.store.put(bytes, "mp3").await.unwrap();
                plays = true;
            }
            let heard = Enclosure {
                medium_id: medium.id.clone(),
                url: match ours {
                    true => format!("/media/{name}"),
                    false => format!("https://talk.example/{n}.mp3"),
                },
                mime: "audio/mpeg".into(),
                size,
                duration_ms: Some(61_000),
            };
            db::enclosure::save(tx, &heard, 0).await.unwrap();
        }
    }
    let entry = Entry {
        id: EntryId::mint(&app.clock, &app.random),
        slug: format!("entry-{n}"),
        submission_id: submission.id.clone(),
        kind,
        about: None,
        group_id: group.id.clone(),
        group_name: group.name.clone(),
        group_slug: group.slug.clone(),
        group_city: group.city.clone(),
        group_country: group.country.clone(),
        group_hue: group.hue,
        group_latitude: None,
        group_longitude: None,
        title: format!("Evening {n}: <b>&amp; “rain” ]]> gauges"),
        words: "What was covered & for whom.".into(),
        people: "Amara O’Neil\nTunde & Co".into(),
        met_on: None,
        language,
        licence: "CC-BY-4.0".into(),
        chapters: String::new(),
        sender_name: "Ada".into(),
        published_at: app.now(),
        updated_at: app.now(),
    };
    app.clock.advance_ms(1000);
    db::entry::add(tx, &entry, "ada@example.org").await.unwrap();
    Known {
        country: group.country.clone(),
        entry,
        plays,
        stands: true,
    }
}

pub async fn fill(
    app: &App,
    dice: &mut Dice,
    groups: &[Group],
    numbers: std::ops::Range<usize>,
) -> Vec<Known> {
    let mut tx = app.db.begin().await.unwrap();
    let mut known = Vec::new();
    for n in numbers {
        let group = dice.pick(groups).clone();
        known.push(publish(app, &mut tx, dice, &group, n).await);
    }
    tx.commit().await.unwrap();
    known
}

/// Changes by chance: taken off, said to be in another language.
async fn shake(app: &App, dice: &mut Dice, known: &mut [Known]) {
    for _ in 0..known.len() / 5 {
        let at = dice.roll(known.len());
        let one = &mut known[at];
        if !one.stands {
            continue;
        }
        let mut tx = app.db.begin().await.unwrap();
        if dice.roll(2) == 0 {
            assert!(
                db::entry::withdraw(&mut tx, &one.entry.id, "watch", app.now())
                    .await
                    .unwrap()
            );
            changed(&mut tx, Changed::Entry(&one.entry.id), app.now())
                .await
                .unwrap();
            one.stands = false;
        } else {
            one.entry.language = dice
                .pick(&[None, Some("fr"), Some("ja")])
                .map(str::to_owned);
            db::entry::revise(&mut tx, &one.entry, "ada@example.org")
                .await
                .unwrap();
        }
        tx.commit().await.unwrap();
    }
}

/// A document's address path, read from a whole one.
fn path_of<'a>(app: &App, address: &'a str) -> &'a str {
    address
        .strip_prefix(app.url.as_str())
        .unwrap_or_else(|| panic!("{address} is not ours"))
}

fn link(channel: &Channel, rel: &str) -> Option<String> {
    let links = channel.extensions().get("atom")?.get("link")?;
    let found = links
        .iter()
        .find(|link| link.attrs.get("rel").is_some_and(|is| is == rel));
    Some(found?.attrs.get("href")?.clone())
}

async fn channel(app: &App, path: &str) -> Channel {
    let got = get(app, path, &[]).await;
    assert_eq!(got.status, 200, "{path}");
    assert_eq!(
        got.header("content-type"),
        "application/rss+xml; charset=utf-8"
    );
    let is_held = assert_conforms(path, &got.bytes);
    assert!(is_held || path == "/publisher.xml", "{path} is a feed");
    Channel::read_from(got.body.as_bytes()).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn guids(channel: &Channel) -> Vec<String> {
    let guids = channel.items().iter().map(|item| item.guid().unwrap());
    guids
        .map(|guid| {
            assert!(!guid.is_permalink());
            guid.value().to_owned()
        })
        .collect()
}

/// Every guid from the head through its archives to the oldest; that none comes twice is seen here.
async fn walk(app: &App, path: &str) -> Vec<String> {
    let mut all = Vec::new();
    let mut next = Some(path.to_owned());
    while let Some(path) = next {
        let document = channel(app, &path).await;
        let of_document = guids(&document);
        let is_archive = path.contains("/archive/");
        assert!(
            of_document.len() <= 100 && (!is_archive || !of_document.is_empty()),
            "{path}"
        );
        assert_eq!(
            link(&document, "self")
                .as_deref()
                .map(|own| path_of(app, own)),
            Some(path.as_str())
        );
        assert_eq!(link(&document, "current").is_some(), is_archive, "{path}");
        assert_eq!(
            document.extensions().contains_key("fh"),
            is_archive,
            "{path}"
        );
        all.extend(of_document);
        next = link(&document, "prev-archive").map(|older| path_of(app, &older).to_owned());
    }
    let once: BTreeSet<&String> = all.iter().collect();
    assert_eq!(once.len(), all.len(), "{path}: each exactly once");
    all
}

/// The ids of the same documents as Atom or JSON.
async fn others(app: &App, path: &str) -> (Vec<String>, Vec<String>) {
    let at = path.replace(".xml", ".atom");
    let atom = get(app, &at, &[]).await;
    assert!(assert_conforms(&at, &atom.bytes), "{at} is a feed");
    assert_eq!(
        atom.header("content-type"),
        "application/atom+xml; charset=utf-8"
    );
    let atom = atom_syndication::Feed::read_from(atom.body.as_bytes()).unwrap();
    let at = path.replace(".xml", ".json");
    let json = get(app, &at, &[]).await;
    assert_eq!(
        json.header("content-type"),
        "application/feed+json; charset=utf-8"
    );
    assert!(assert_conforms(&at, &json.bytes), "{at} is a feed");
    let json: serde_json::Value = serde_json::from_str(&json.body).unwrap();
    let items = json["items"].as_array().unwrap().iter();
    (
        atom.entries()
            .iter()
            .map(|entry| entry.id().to_owned())
            .collect(),
        items
            .map(|item| item["id"].as_str().unwrap().to_owned())
            .collect(),
    )
}

fn wanted<'a>(known: &'a [Known], which: impl Fn(&Known) -> bool + 'a) -> BTreeSet<String> {
    let all = known.iter().filter(|one| one.stands && which(one));
    all.map(|one| one.entry.guid()).collect()
}

async fn holds(app: &App, known: &[Known], groups: &[Group]) {
    let walked = |guids: Vec<String>| guids.into_iter().collect::<BTreeSet<_>>();
    let whole = walk(app, "/showcase.xml").await;
    assert_eq!(walked(whole.clone()), wanted(known, |_| true));
    let (atom, json) = others(app, "/showcase.xml").await;
    let head = guids(&channel(app, "/showcase.xml").await);
    assert_eq!(
        (&atom, &json),
        (&head, &head),
        "one guid in every format, in one order"
    );
    let mut parts: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for one in known {
        let code = one.country.as_deref().unwrap_or("zz").to_lowercase();
        parts.entry(code).or_default();
    }
    let mut union = Vec::new();
    for code in parts.keys() {
        let path = format!("/countries/{code}/showcase.xml");
        let part = walk(app, &path).await;
        let own = |one: &Known| {
            one.country
                .as_deref()
                .unwrap_or("zz")
                .eq_ignore_ascii_case(code)
        };
        assert_eq!(walked(part.clone()), wanted(known, own), "{code}");
        union.extend(part);
    }
    union.sort();
    let mut sorted = whole.clone();
    sorted.sort();
    assert_eq!(
        union, sorted,
        "the countries' feeds are the whole, each entry in one of them"
    );
    for tag in ["en", "ja", "pt", "ar", "fr", "zu"] {
        let path = format!("/languages/{tag}/showcase.xml");
        let own = |one: &Known| {
            one.entry
                .language
                .as_deref()
                .is_some_and(|is| is.starts_with(tag))
        };
        assert_eq!(walked(walk(app, &path).await), wanted(known, own), "{tag}");
    }
    for group in groups {
        let path = format!("/groups/{}/showcase.xml", group.slug);
        let own = |one: &Known| one.entry.group_id == group.id;
        assert_eq!(walked(walk(app, &path).await), wanted(known, own), "{path}");
        let path = format!("/groups/{}/podcast.xml", group.slug);
        let own = |one: &Known| one.entry.group_id == group.id && one.plays;
        assert_eq!(walked(walk(app, &path).await), wanted(known, own), "{path}");
    }
    assert_eq!(
        walked(walk(app, "/podcast.xml").await),
        wanted(known, |one| one.plays)
    );
    plays(app).await;
    publishers(app).await;
}

/// The strict profile: what one hears is there, as long as the feed says.
async fn plays(app: &App) {
    for item in channel(app, "/podcast.xml").await.items() {
        let enclosure = item.enclosure().expect("an episode has its sound");
        let path = path_of(app, enclosure.url());
        assert!(path.ends_with(".mp3"), "{path}");
        let request = Request::head(path).body(Body::empty()).unwrap();
        let got = ask(app, request).await;
        assert_eq!(got.status, 200);
        assert_eq!(got.header("content-length"), enclosure.length());
        assert_eq!(got.header("content-type"), enclosure.mime_type());
        assert_eq!(got.header("accept-ranges"), "bytes");
    }
}

/// Each podcast names the publisher, and the publisher each podcast, by the same guids.
async fn publishers(app: &App) {
    let publisher = channel(app, "/publisher.xml").await;
    let own = &publisher.extensions()["podcast"];
    let guid = own["guid"][0].value.clone().unwrap();
    let listed = own.get("remoteItem").cloned().unwrap_or_default();
    let mut named = BTreeSet::new();
    for remote in &listed {
        let path = path_of(app, &remote.attrs["feedUrl"]);
        let podcast = channel(app, path).await;
        let theirs = &podcast.extensions()["podcast"];
        assert_eq!(
            theirs["guid"][0].value.as_ref(),
            Some(&remote.attrs["feedGuid"]),
            "{path}"
        );
        let back = &theirs["publisher"][0].children["remoteItem"][0].attrs;
        assert_eq!(back["feedGuid"], guid, "{path}");
        assert_eq!(path_of(app, &back["feedUrl"]), "/publisher.xml");
        named.insert(remote.attrs["feedUrl"].clone());
    }
    let all = listing::editions(&app.db).await.unwrap();
    let podcasts = all
        .iter()
        .filter(|edition| edition.feed.ends_with("podcast"));
    assert_eq!(
        named.len(),
        podcasts.count(),
        "every podcast that holds something"
    );
    let opml = get(app, "/feeds.opml", &[]).await;
    assert_eq!(opml.header("content-type"), "text/x-opml; charset=utf-8");
    for address in &named {
        assert!(
            opml.body.contains(&format!("xmlUrl=\"{address}\"")),
            "{address}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn random_sets_of_entries() {
    for (seed, counts) in [(1, [0, 3]), (2, [99, 2]), (3, [130, 140])] {
        for fresh in Fresh::both().await {
            let now = "2026-11-15T12:00:00Z".parse().unwrap();
            let app = fresh.app_at(&[], pugcast::model::Clock::fixed(now)).await;
            let dice = &mut Dice(seed);
            let groups = groups(&app).await;
            let mut known = Vec::new();
            for count in counts {
                let from = known.len();
                known.extend(fill(&app, dice, &groups, from..from + count).await);
                holds(&app, &known, &groups).await;
                shake(&app, dice, &mut known).await;
                holds(&app, &known, &groups).await;
            }
        }
    }
}

/// The documents of every feed there is, by their names.
async fn every(app: &App) -> HashMap<String, std::sync::Arc<feed::Packed>> {
    let mut all = HashMap::new();
    for edition in listing::editions(&app.db).await.unwrap() {
        let feed = Feed::from_name(&edition.feed).unwrap();
        for head in feed.heads() {
            for archive in [None, Some(1), Some(2)] {
                let document = head.at(archive);
                if let Some(packed) = feed::document(app, &document).await.unwrap() {
                    all.insert(document.to_string(), packed);
                }
            }
        }
    }
    all
}

#[tokio::test(flavor = "multi_thread")]
async fn one_change_touches_the_documents_that_hold_it() {
    for fresh in Fresh::both().await {
        let app = fresh.app(&[]).await;
        let groups = groups(&app).await;
        let dice = &mut Dice(5);
        let mut known = fill(&app, dice, &groups, 0..230).await;
        let before = every(&app).await;
        let one = known.iter_mut().find(|one| {
            one.country.as_deref() == Some("JP") && one.entry.language.as_deref() == Some("en")
        });
        let one = &mut one.unwrap().entry;
        one.title = "Said better".into();
        let mut tx = app.db.begin().await.unwrap();
        db::entry::revise(&mut tx, one, "ada@example.org")
            .await
            .unwrap();
        tx.commit().await.unwrap();
        let after = every(&app).await;
        assert_eq!(before.len(), after.len());
        let mut touched = 0;
        for (name, packed) in &after {
            let holds =
                String::from_utf8_lossy(packed.bytes(Encoding::Plain)).contains("Said better");
            let same = packed.etag(Encoding::Plain) == before[name].etag(Encoding::Plain);
            // A head says when its feed last changed, whichever entry it was.
            let may = holds || !name.contains("archive/");
            assert!(same || may, "{name} changed without reason");
            assert!(!holds || !same, "{name} holds it and did not change");
            touched += usize::from(holds);
        }
        assert!(touched >= 12, "four scopes in three formats: {touched}");
    }
}

/// What another process of the same database publishes is served by this one.
#[tokio::test(flavor = "multi_thread")]
async fn another_process_publishes() {
    for fresh in Fresh::both().await {
        let (one, other) = (fresh.app(&[]).await, fresh.app(&[]).await);
        let groups = groups(&one).await;
        let dice = &mut Dice(7);
        let first = fill(&one, dice, &groups, 0..1).await.remove(0);
        let titles = |got: Got| got.body.matches("<guid").count();
        assert_eq!(titles(get(&other, "/showcase.xml", &[]).await), 1);
        fill(&one, dice, &groups, 1..3).await;
        assert_eq!(titles(get(&one, "/showcase.xml", &[]).await), 3);
        feed::look(&other).await.unwrap();
        let got = get(&other, "/showcase.xml", &[]).await;
        assert!(got.body.contains(&first.entry.guid()));
        assert_eq!(titles(got), 3);
    }
}

#[tokio::test]
async fn every_encoding_and_condition() {
    let fresh = Fresh::lite();
    let app = fresh.app(&[]).await;
    let groups = groups(&app).await;
    fill(&app, &mut Dice(9), &groups, 0..5).await;
    let plain = get(&app, "/showcase.atom", &[]).await;
    assert_eq!(
        (plain.header("content-encoding"), plain.header("vary")),
        ("", "accept-encoding")
    );
    let mut tags = vec![plain.header("etag").to_owned()];
    for encoding in ["gzip", "br", "zstd"] {
        let request = Request::get("/showcase.atom").header("accept-encoding", encoding);
        let (headers, bytes) = raw(&app, request.body(Body::empty()).unwrap()).await;
        assert_eq!(headers["content-encoding"], encoding);
        assert_eq!(
            unpacked(encoding, &bytes),
            plain.body.as_bytes(),
            "{encoding}"
        );
        tags.push(headers["etag"].to_str().unwrap().to_owned());
    }
    assert_eq!(tags.iter().collect::<BTreeSet<_>>().len(), 4, "{tags:?}");
    let modified = plain.header("last-modified").to_owned();
    for (name, value, status) in [
        ("if-none-match", tags[0].as_str(), 304),
        ("if-none-match", tags[2].as_str(), 304),
        ("if-none-match", "\"x\", W/\"y\"", 200),
        ("if-none-match", &format!("\"x\", W/{}", tags[1]), 304),
        ("if-none-match", "*", 304),
        ("if-none-match", "", 200),
        ("if-none-match", "\"", 200),
        ("if-modified-since", &modified, 304),
        ("if-modified-since", "Thu, 01 Jan 1970 00:00:00 GMT", 200),
        ("if-modified-since", "yesterday", 200),
        ("if-modified-since", "", 200),
        ("range", "bytes=0-1", 200),
        ("range", "octopuses=1", 200),
        ("accept", ";;;q=,", 200),
        ("accept-language", "*;q=oops,,", 200),
        ("accept-charset", "\u{1}", 200),
    ] {
        let Ok(value) = axum::http::HeaderValue::from_str(value) else {
            continue; // no client can send it
        };
        let request = Request::get("/showcase.atom").header(name, value.clone());
        let got = ask(&app, request.body(Body::empty()).unwrap()).await;
        assert_eq!(got.status, status, "{name}: {value:?}");
        assert_eq!(got.body.is_empty(), status == 304);
    }
    for path in [
        "/archive/0/showcase.xml",
        "/archive/1/showcase.xml",
        "/archive/99999999999999999999/showcase.xml",
        "/archive/-1/showcase.xml",
        "/archive/x/showcase.xml",
        "/archive/1/showcase.exe",
        "/groups/nobody/podcast.xml",
        "/countries/qq/podcast.xml",
        "/languages/nonsense/podcast.xml",
        "/languages/%F0%9F%92%A9/podcast.xml",
        "/countries/%00/showcase.json",
    ] {
        let status = get(&app, path, &[]).await.status;
        assert!(status == 404 || status == 400, "{path}: {status}");
    }
    for (old, new) in [
        ("/countries/NG/showcase.xml", "/countries/ng/showcase.xml"),
        ("/languages/EN/podcast.xml", "/languages/en/podcast.xml"),
    ] {
        let got = get(&app, old, &[]).await;
        assert_eq!((got.status.as_u16(), got.header("location")), (301, new));
    }
}

pub async fn raw(app: &App, request: Request<Body>) -> (axum::http::HeaderMap, Bytes) {
    use http_body_util::BodyExt;
    use tower::ServiceExt;
    let response = pugcast::web::router(app.clone())
        .oneshot(request)
        .await
        .unwrap();
    let (parts, body) = response.into_parts();
    (parts.headers, body.collect().await.unwrap().to_bytes())
}

pub fn unpacked(encoding: &str, bytes: &[u8]) -> Vec<u8> {
    use std::io::Read;
    let mut out = Vec::new();
    match encoding {
        "gzip" => flate2::read::GzDecoder::new(bytes)
            .read_to_end(&mut out)
            .unwrap(),
        "br" => brotli::Decompressor::new(bytes, 4096)
            .read_to_end(&mut out)
            .unwrap(),
        _ => zstd::Decoder::new(bytes)
            .unwrap()
            .read_to_end(&mut out)
            .unwrap(),
    };
    out
}

/// A feed that nobody published in yet can be followed all the same.
#[tokio::test]
async fn an_empty_feed_can_be_followed() {
    let fresh = Fresh::lite();
    let app = fresh.app(&[]).await;
    let groups = groups(&app).await;
    let of_group = format!("/groups/{}/podcast.xml", groups[1].slug);
    for path in [
        "/podcast.xml",
        "/showcase.xml",
        &of_group,
        "/countries/zz/podcast.xml",
        "/languages/ja/showcase.xml",
    ] {
        let first = channel(&app, path).await;
        assert!(
            first.items().is_empty() && !first.title().is_empty(),
            "{path}"
        );
        let guid = |channel: &Channel| channel.extensions()["podcast"]["guid"][0].value.clone();
        assert_eq!(guid(&first), guid(&channel(&app, path).await));
    }
    let before = channel(&app, &of_group).await;
    fill(&app, &mut Dice(3), &groups[1..2], 0..12).await;
    let after = channel(&app, &of_group).await;
    assert!(!after.items().is_empty());
    assert_eq!(
        before.extensions()["podcast"]["guid"],
        after.extensions()["podcast"]["guid"],
        "who followed it while it was empty follows the same"
    );
    let whole = Document::of_file(Scope::Whole, None, "showcase.xml").unwrap();
    assert_eq!(whole.to_string(), "showcase.xml");
}

/// A hub that hears of what changed, refuses, and is told again later.
#[tokio::test(flavor = "multi_thread")]
async fn the_hub_is_told() {
    use crate::support::work;
    use axum::http::StatusCode;
    use axum::response::IntoResponse;
    use std::sync::{Arc, Mutex};
    let said: Arc<Mutex<Vec<String>>> = Arc::default();
    let mood = Arc::new(Mutex::new(StatusCode::ACCEPTED));
    let hub = {
        let (said, mood) = (said.clone(), mood.clone());
        axum::Router::new().route(
            "/hub",
            axum::routing::post(move |body: String| async move {
                said.lock().unwrap().push(body);
                mood.lock().unwrap().into_response()
            }),
        )
    };
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}/hub", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, hub).await });
    for fresh in Fresh::both().await {
        let app = fresh.app(&[("PUGCAST_HUB", &address)]).await;
        let groups = groups(&app).await;
        let dice = &mut Dice(11);
        let mut known = fill(&app, dice, &groups[..1], 0..1).await;
        pugcast::hub::once(&app).await.unwrap();
        work(&app).await;
        let told = std::mem::take(&mut *said.lock().unwrap());
        let topic = |path: &str| {
            url::form_urlencoded::byte_serialize(format!("{}{path}", app.url).as_bytes())
                .collect::<String>()
        };
        for path in [
            "/showcase.xml",
            "/showcase.atom",
            "/showcase.json",
            "/countries/ng/showcase.xml",
        ] {
            let wanted = format!("hub.mode=publish&hub.url={}&", topic(path));
            assert_eq!(
                told.iter().filter(|body| body.starts_with(&wanted)).count(),
                1,
                "{path}: {told:?}"
            );
        }
        let group = topic(&format!("/groups/{}/showcase.atom", groups[0].slug));
        assert!(told.iter().any(|body| body.contains(&group)));
        pugcast::hub::once(&app).await.unwrap();
        work(&app).await;
        assert_eq!(said.lock().unwrap().len(), 0, "told once");
        let got = get(&app, "/showcase.atom", &[]).await;
        let links = format!(
            "<{0}/showcase.atom>; rel=\"self\", <{address}>; rel=\"hub\"",
            app.url
        );
        assert_eq!(got.header("link"), links);
        assert!(
            got.body
                .contains(&format!("href=\"{address}\" rel=\"hub\"")),
            "{}",
            got.body
        );

        *mood.lock().unwrap() = StatusCode::FORBIDDEN;
        let one = &mut known[0].entry;
        one.title = "Again".into();
        let mut tx = app.db.begin().await.unwrap();
        db::entry::revise(&mut tx, one, "ada@example.org")
            .await
            .unwrap();
        tx.commit().await.unwrap();
        pugcast::hub::once(&app).await.unwrap();
        work(&app).await;
        let dead = db::task::dead(&app.db, 9).await.unwrap();
        assert_eq!(dead.len(), 1, "an editor sees it");
        assert!(
            dead[0].error.as_ref().unwrap().starts_with("hub-refused"),
            "{dead:?}"
        );
        pugcast::hub::once(&app).await.unwrap();
        work(&app).await;
        assert_eq!(
            db::task::dead(&app.db, 9).await.unwrap().len(),
            1,
            "not again until something changes"
        );
        *mood.lock().unwrap() = StatusCode::NO_CONTENT;
        said.lock().unwrap().clear();
    }
}

/// Documents that cannot be made well are noted for editors, and forgotten when they are well again.
#[tokio::test]
async fn misprints_are_noted() {
    for fresh in Fresh::both().await {
        let app = fresh.app(&[]).await;
        listing::set_misprint(&app.db, "showcase.xml", "a", 1)
            .await
            .unwrap();
        listing::set_misprint(&app.db, "showcase.xml", "b", 2)
            .await
            .unwrap();
        let noted = listing::misprints(&app.db).await.unwrap();
        assert_eq!(
            (noted[0].faults.as_str(), noted[0].since, noted.len()),
            ("b", 1, 1)
        );
        listing::clear_misprint(&app.db, "showcase.xml")
            .await
            .unwrap();
        assert!(listing::misprints(&app.db).await.unwrap().is_empty());
    }
}
