//! Everything bad that others collected, through every reader of what comes from outside: bytes and time of each.
//!
//! A binary of its own, for its allocator counts; one test in it, so that nothing else is counted.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on ends there")]

mod support;

use axum::Router;
use axum::body::Bytes;
use axum::http::header;
use jiff::Timestamp;
use jobs::fetch::{Fetcher, Guard, Rules, fixed};
use jobs::link::{self, Link};
use jobs::provider::{self, Providers, Source, alive, feed, flickr, journal, youtube};
use serde_json::Value;
use std::alloc::{GlobalAlloc, Layout, System};
use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use url::Url;

/// Bytes held now, and at most since the last look.
static HELD: AtomicUsize = AtomicUsize::new(0);
static MOST: AtomicUsize = AtomicUsize::new(0);

struct Counting;

impl Counting {
    fn took(size: usize) {
        let held = HELD.fetch_add(size, Ordering::Relaxed) + size;
        MOST.fetch_max(held, Ordering::Relaxed);
    }
}

#[expect(
    unsafe_code,
    reason = "an allocator that counts and leaves the work to the system's"
)]
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        Counting::took(layout.size());
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        HELD.fetch_sub(layout.size(), Ordering::Relaxed);
        unsafe { System.dealloc(pointer, layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // Both are held while it moves.
        Counting::took(size);
        HELD.fetch_sub(layout.size(), Ordering::Relaxed);
        unsafe { System.realloc(pointer, layout, size) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

const MOST_BYTES: usize = 64 << 20;
const MOST_TIME: Duration = Duration::from_secs(2);

/// What one reader needed at most, and for which input.
#[derive(Default)]
struct Needed {
    inputs: usize,
    bytes: (usize, String),
    time: (Duration, String),
}

impl Needed {
    fn begin() -> (usize, Instant) {
        let held = HELD.load(Ordering::Relaxed);
        MOST.store(held, Ordering::Relaxed);
        (held, Instant::now())
    }

    fn end(&mut self, (held, began): (usize, Instant), name: &str) {
        let time = began.elapsed();
        let bytes = MOST.load(Ordering::Relaxed).saturating_sub(held);
        self.inputs += 1;
        if bytes > self.bytes.0 {
            self.bytes = (bytes, name.to_owned());
        }
        if time > self.time.0 {
            self.time = (time, name.to_owned());
        }
    }

    fn judge(&self, reader: &str) {
        println!(
            "{reader}: {} inputs, most {} KiB ({}), slowest {:?} ({})",
            self.inputs,
            self.bytes.0 >> 10,
            self.bytes.1,
            self.time.0,
            self.time.1
        );
        assert!(self.bytes.0 < MOST_BYTES, "{reader}: {:?}", self.bytes);
        assert!(self.time.0 < MOST_TIME, "{reader}: {:?}", self.time);
    }
}

fn gather(root: &Path, folder: &Path, inputs: &mut Vec<(String, Vec<u8>)>) {
    for file in fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        if path.is_dir() {
            gather(root, &path, inputs);
        } else {
            let name = path.strip_prefix(root).unwrap().display().to_string();
            inputs.push((name, fs::read(&path).unwrap()));
        }
    }
}

fn lines(corpora: &Path, list: &str) -> Vec<(String, Value)> {
    let lines = fs::read_to_string(corpora.join(format!("hostile/{list}.jsonl"))).unwrap();
    let read = |(number, line)| {
        (
            format!("{list} {number}"),
            serde_json::from_str(line).unwrap(),
        )
    };
    lines.lines().enumerate().map(read).collect()
}

fn text(record: &Value) -> &str {
    match &record["input"] {
        Value::Object(inner) => inner["input"].as_str(),
        input => input.as_str(),
    }
    .unwrap_or_default()
}

#[test]
fn every_reader_holds_its_bounds() {
    let Some(corpora) = support::corpus("hostile") else {
        return;
    };
    let corpora = corpora.parent().unwrap();
    let mut files = Vec::new();
    for folder in ["hostile/feeds", "feeds", "providers"] {
        gather(corpora, &corpora.join(folder), &mut files);
    }
    let mut texts = Vec::new();
    for list in ["url-wpt", "naughty", "crlf", "open-redirect", "xml-attacks"] {
        let before = texts.len();
        for (name, record) in lines(corpora, list) {
            texts.push((name, text(&record).as_bytes().to_vec()));
        }
        assert!(texts.len() > before, "{list} is empty");
    }
    println!("{} files, {} texts", files.len(), texts.len());
    assert!(
        files.len() >= 2300 && texts.len() >= 900,
        "inputs are missing"
    );
    files.extend(texts);
    readers(&files);
    links(corpora);
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(clients(&files));
}

/// A reader with its name.
type Reader<'a> = (&'a str, &'a dyn Fn(&[u8]));

/// The readers themselves.
fn readers(inputs: &[(String, Vec<u8>)]) {
    let address = Url::parse("https://talk.example/feed.xml").unwrap();
    let source = Source::default();
    let feed = |bytes: &[u8]| drop(feed::read(bytes, None, &address));
    let oai = |bytes: &[u8]| {
        let answer = journal::read(&String::from_utf8_lossy(bytes));
        for record in answer.iter().flat_map(|answer| &answer.records) {
            let _ = journal::record_of(record, &source);
        }
    };
    let page = |bytes: &[u8]| {
        let html = String::from_utf8_lossy(bytes);
        drop(journal::article(&html, &address));
        drop(feed::named(&html, &address));
    };
    let links = |bytes: &[u8]| {
        let text = String::from_utf8_lossy(bytes);
        drop(link::parse(&text));
        drop(link::find_all(&text));
    };
    let all: [Reader<'_>; 4] = [
        ("feed", &feed),
        ("archive's answer", &oai),
        ("page", &page),
        ("links", &links),
    ];
    for (reader, read) in all {
        let mut needed = Needed::default();
        for (name, bytes) in inputs {
            let mut before = Needed::begin();
            read(bytes);
            // Where others use the machine, one slow run says nothing.
            if before.1.elapsed() > MOST_TIME / 4 {
                before = Needed::begin();
                read(bytes);
            }
            needed.end(before, name);
        }
        needed.judge(reader);
    }
}

/// What is taken as a link leads where a browser would go, and nowhere that the guard does not know.
fn links(corpora: &Path) {
    let rules = Rules::default();
    let guard = Guard::with_lookup(&rules, fixed(vec!["93.184.215.14".parse().unwrap()]));
    let (mut taken, mut refused, mut fetched) = (0, 0, 0);
    for list in ["url-wpt", "open-redirect"] {
        for (name, record) in lines(corpora, list) {
            let text = text(&record);
            if let Ok(url) = Url::parse(text)
                && guard.check(&url).is_ok()
            {
                fetched += 1;
                assert!(
                    ["http", "https"].contains(&url.scheme()),
                    "{name}: {text:?}"
                );
                assert!(url.username().is_empty() && url.password().is_none());
                let host = url.host_str().unwrap();
                assert!(!host.is_empty() && host.is_ascii(), "{name}: {text:?}");
            }
            let Ok(link) = link::parse(text) else {
                refused += 1;
                continue;
            };
            taken += 1;
            let canonical = Url::parse(&link.canonical()).unwrap();
            assert!(["http", "https"].contains(&canonical.scheme()), "{name}");
            assert!(canonical.username().is_empty(), "{name}: {text:?}");
            // What the web's own tests say of it.
            let known = &record["input"];
            if known["base"].is_null() && known["failure"] == true {
                let has_scheme = text.contains("://");
                assert!(!has_scheme, "{name}: {text:?} is no address: {canonical}");
            }
            if let (Link::Page(_), Some(host)) = (&link, known["hostname"].as_str())
                && known["base"].is_null()
            {
                assert_eq!(canonical.host_str(), Some(host), "{name}: {text:?}");
            }
        }
    }
    println!("url-wpt, open-redirect: {taken} taken, {refused} refused, {fetched} may be asked");
    assert!(taken > 20 && refused > 300 && fetched > 20);
}

/// The same through the clients, served by a provider that went mad: its API, its oEmbed, any page of the web.
async fn clients(inputs: &[(String, Vec<u8>)]) {
    let body: Arc<Mutex<Bytes>> = Arc::default();
    let served = body.clone();
    let router = Router::new().fallback(move || {
        let body = served.lock().unwrap().clone();
        async move { ([(header::CONTENT_TYPE, "application/octet-stream")], body) }
    });
    let server = support::serve(router).await;
    let here: Url = format!("http://{server}/").parse().unwrap();
    let rules = Rules {
        allow: vec![server.to_string().parse().unwrap()],
        replay: Some(here.clone()),
        ..Rules::default()
    };
    let fetch = Fetcher::new(rules).unwrap();
    let providers = |key: Option<&str>| Providers {
        meter: std::sync::Arc::new(jobs::provider::Unmetered),
        fetch: fetch.clone(),
        youtube: youtube::Settings {
            api: here.clone(),
            oembed: here.clone(),
            key: key.map(str::to_owned),
        },
        flickr: flickr::Settings {
            api: here.clone(),
            oembed: here.clone(),
            key: key.map(str::to_owned),
        },
    };
    // One of a recorded reply, which is taken.
    let video = "https://youtu.be/D-lhorsDlUQ";
    let photo = "https://www.flickr.com/photos/someone/32812033543/";
    let page = "https://talk.example/feed.xml";
    let clients = [
        ("YouTube's API", Some("k"), video),
        ("YouTube's oEmbed", None, video),
        ("Flickr's API", Some("k"), photo),
        ("Flickr's oEmbed", None, photo),
        ("any page", None, page),
    ];
    for (client, key, address) in clients {
        let providers = providers(key);
        let link = link::parse(address).unwrap();
        let mut needed = Needed::default();
        let mut found = 0;
        for (name, bytes) in inputs {
            *body.lock().unwrap() = Bytes::copy_from_slice(bytes);
            let before = Needed::begin();
            let outcome = provider::resolve(&providers, &link, Timestamp::UNIX_EPOCH).await;
            found += usize::from(outcome.is_ok());
            drop(outcome);
            needed.end(before, name);
        }
        println!("{client}: {found} answers were taken");
        assert!(found > 0, "{client} reads what is well");
        needed.judge(client);
    }
    let mut needed = Needed::default();
    for (name, bytes) in inputs.iter().take(200) {
        *body.lock().unwrap() = Bytes::copy_from_slice(bytes);
        let before = Needed::begin();
        let look = alive::look_at(&providers(None), page, alive::What::Page).await;
        assert!(look.is_ok(), "{name}");
        needed.end(before, name);
    }
    needed.judge("a look");
}
