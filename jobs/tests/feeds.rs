//! Real feeds, archives and hostile XML that others collected: what is found in each, and that none does harm.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on ends there")]

use jobs::provider::{Found, Source, feed, journal};
use std::collections::HashSet;
use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::time::Duration;
use url::Url;

fn corpora() -> Option<PathBuf> {
    let folder = std::env::var_os("PUGCAST_CORPORA").map_or_else(
        || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/corpora")),
        PathBuf::from,
    );
    if folder.is_dir() {
        return Some(folder);
    }
    let _ = writeln!(
        std::io::stderr(),
        "skipped: no corpora in {} (PUGCAST_CORPORA)",
        folder.display()
    );
    None
}

fn address() -> Url {
    Url::parse("https://talk.example/feed.xml").unwrap()
}

/// A show's feed whose one item says this, beside its sound.
fn show(item: &str) -> Vec<u8> {
    let spaces = "xmlns:itunes=\"http://www.itunes.com/dtds/podcast-1.0.dtd\" \
        xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:podcast=\"https://podcastindex.org/namespace/1.0\"";
    let sound = "<enclosure url=\"/a.mp3\" type=\"audio/mpeg\" length=\"9\"/>";
    let link = "<link>https://talk.example/</link>";
    format!(
        "<rss version=\"2.0\" {spaces}><channel><title>A show</title>{link}<language>en-gb</language>\
        <item>{item}{sound}</item></channel></rss>"
    )
    .into_bytes()
}

fn one(bytes: &[u8]) -> Found {
    let many = feed::read(bytes, None, &address()).unwrap();
    assert_eq!(
        (many.items.len(), many.skipped.len()),
        (1, 0),
        "{:?}",
        many.skipped
    );
    many.items.into_iter().next().unwrap().found
}

#[test]
fn an_item_says() {
    let found = one(&show(
        "<title>Rain &amp;amp; shine</title><link>/1</link><guid isPermaLink=\"false\">abc</guid>\
         <pubDate>Sun, 02 Apr 2006 10:00:00 GMT</pubDate><itunes:duration>45:30</itunes:duration>\
         <author>me@talk.example (Ada)</author><dc:creator>\u{5c71}\u{7530}\u{ff08}me@talk.example</dc:creator>\
         <podcast:person>Grace</podcast:person><itunes:image href=\"/a.jpg\"/>\
         <description>&lt;p&gt;One&lt;/p&gt;&lt;p&gt;two&nbsp;&eacute;&lt;/p&gt;</description>",
    ));
    let said = |text: &Option<String>| text.clone().unwrap_or_default();
    assert_eq!(found.canonical, "https://talk.example/1");
    assert_eq!(said(&found.title), "Rain & shine");
    assert_eq!(said(&found.description), "One\n\ntwo é");
    assert_eq!(said(&found.guid), "abc");
    assert_eq!(said(&found.language), "en-gb");
    assert_eq!(found.published_on.unwrap().to_string(), "2006-04-02");
    assert_eq!(found.duration_s, Some(2730));
    assert_eq!(
        found.people,
        ["Grace", "Ada"],
        "an address is nobody's name"
    );
    assert_eq!(found.picture.unwrap().url, "https://talk.example/a.jpg");
    let file = found.enclosure.unwrap();
    assert_eq!(
        (file.url.as_str(), file.length),
        ("https://talk.example/a.mp3", Some(9))
    );
}

#[test]
fn what_is_missing_is_told_from_what_is_there() {
    for (item, guid) in [
        (
            "<link>https://talk.example/1</link>",
            "https://talk.example/1",
        ),
        ("<title>A</title>", "https://talk.example/a.mp3"),
    ] {
        assert_eq!(one(&show(item)).guid.as_deref(), Some(guid));
    }
    let silent = String::from_utf8(show("<title>A</title>"))
        .unwrap()
        .replace("<enclosure", "<x");
    let twice: Vec<_> = (0..2)
        .map(|_| {
            feed::parse(silent.as_bytes(), None, &address())
                .unwrap()
                .items
        })
        .collect();
    assert!(twice[0][0].guid.as_ref().unwrap().starts_with("hash:"));
    assert_eq!(
        twice[0], twice[1],
        "the same item has the same guid on every reading"
    );
}

#[test]
fn sounds_of_every_kind_of_feed() {
    let atom = "<feed xmlns='http://www.w3.org/2005/Atom'><title>T</title><entry><id>1</id><title/>\
        <link rel='enclosure' type='audio/mpeg' href='a.mp3'/></entry></feed>";
    let json = r#"{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{"id":1,
        "attachments":[{"url":"a.mp3","mime_type":"audio/mpeg","duration_in_seconds":60}]}]}"#;
    let old = "<rss><channel><title>T</title><item><enclosure url='a.mp3' type='application/octet-stream'/></item>";
    for feed in [atom, json, old] {
        assert_eq!(
            one(feed.as_bytes()).enclosure.unwrap().url,
            "https://talk.example/a.mp3",
            "{feed}"
        );
    }
}

#[test]
fn one_broken_item_loses_no_other() {
    let feed = "<rss version='2.0'><channel><item><title>A<b></title><enclosure url='/a.mp3' type='audio/mpeg'/></item>\
        <item><title>B & b</title><enclosure url='/b.mp3' type='audio/mpeg'/></item><item></item>\
        <item><title>C</title><itunes:duration>99999999999999999999999</itunes:duration>\
        <enclosure url='/c.mp3' type='audio/mpeg'/><item><title>D</title><enclosure url='/d.mp3' type='audio/mpeg'/>";
    let feed = feed::read(feed.as_bytes(), None, &address()).unwrap();
    let mut titles: Vec<_> = feed
        .items
        .iter()
        .map(|one| one.found.title.clone().unwrap_or_default())
        .collect();
    titles.sort();
    assert_eq!(titles, ["A", "B & b", "C", "D"]);
    assert_eq!(
        feed.skipped,
        ["item 3: it has neither id nor link nor words"]
    );
}

#[test]
fn small_feeds_do_not_take_long() {
    let said = |unit: &str| unit.repeat((1 << 20) / unit.len());
    for unit in [
        "&",
        "&lt;a",
        "<a",
        "<a>",
        "&amp;lt;p",
        "<![CDATA[",
        "<!--",
        "</item>",
        "<item>",
        "<a b='",
        "<b/>",
    ] {
        let feed = show(&format!(
            "<title>A</title><description>{}</description>",
            said(unit)
        ));
        let begun = cpu();
        let _ = feed::read(&feed, None, &address());
        let html = format!("<html><body>{}", said(unit));
        let _ = journal::article(&html, &address());
        let spent = cpu() - begun;
        assert!(spent < Duration::from_secs(4), "{unit}: {spent:?}");
    }
}

#[test]
fn journals_web_feeds_propose_articles() {
    let Some(corpora) = corpora() else { return };
    for name in ["atom", "rss1", "rss2"] {
        let bytes =
            fs::read(corpora.join(format!("providers/ojs-webfeed/{name}.assembled.xml"))).unwrap();
        let many = feed::read(&bytes, None, &address()).unwrap();
        assert_eq!(
            (many.source.provider.as_str(), many.source.title.as_str()),
            ("journal", "The Python Papers")
        );
        assert_eq!(
            many.source.link.as_deref(),
            Some("http://ojs.pythonpapers.org/index.php/tpp"),
            "{name}"
        );
        assert_eq!((many.items.len(), many.skipped.len()), (3, 0), "{name}");
        let newest = &many.items[0].found;
        assert_eq!(newest.kind, "article");
        assert_eq!(
            newest.people,
            ["Andrzej Kapanowski", "Łukasz Gałuszka"],
            "{name}"
        );
        assert_eq!(newest.description.as_deref(), Some("Abstract & more"));
        assert_eq!(newest.published_on.unwrap().to_string(), "2016-03-20");
        assert_eq!(
            newest.guid.as_deref(),
            Some("http://ojs.pythonpapers.org/index.php/tpp/article/view/270")
        );
    }
}

#[test]
fn names_of_real_groups_speak_of_groups() {
    let Some(corpora) = corpora() else { return };
    let talks = |path: &str, title: &dyn Fn(&str) -> String| -> (usize, usize) {
        let lines = fs::read_to_string(corpora.join(path)).unwrap();
        let titles: Vec<String> = lines
            .lines()
            .map(title)
            .filter(|title| !title.is_empty())
            .collect();
        let speaks = |title: &&String| {
            feed::speaks_of_groups(&Found {
                title: Some(title.to_string()),
                ..Found::default()
            })
        };
        (titles.iter().filter(speaks).count(), titles.len())
    };
    let column = |line: &str| line.split('\t').nth(1).unwrap_or_default().to_owned();
    let (speak, all) = talks("python411/episodes.tsv", &column);
    println!("python411: {speak} of {all} lines speak of groups");
    // Its three known episodes are about a program, advocacy and a conference.
    assert_eq!(speak, 0);
    let first = |line: &str| line.split(',').next().unwrap_or_default().to_owned();
    let (speak, all) = talks("roster/groups.csv", &first);
    println!("roster: {speak} of {all} names speak of groups");
    assert!(speak * 2 > all, "{speak} of {all}");
}

#[test]
fn items_of_real_feeds_are_as_many_as_the_index_counts() {
    let Some(corpora) = corpora() else { return };
    let index = fs::read_to_string(corpora.join("feeds/index.tsv")).unwrap();
    let (mut right, mut read, mut wrong) = (0, 0, Vec::new());
    for line in index.lines().skip(1) {
        let columns: Vec<&str> = line.split('\t').collect();
        let (name, counted): (_, usize) = (columns[0], columns[4].parse().unwrap());
        let bytes = fs::read(corpora.join("feeds").join(name)).unwrap();
        let feed = feed::parse(&bytes, None, &address()).unwrap_or_default();
        let all = feed.items.len() + feed.skipped.len();
        for why in &feed.skipped {
            println!("{name}: {why}");
        }
        let guids: HashSet<_> = feed.items.iter().map(|found| &found.guid).collect();
        assert_eq!(
            guids.len(),
            feed.items.len(),
            "{name}: a guid names one thing"
        );
        if all == counted {
            right += 1;
            read += feed.items.len();
        } else {
            wrong.push(format!("{name}: {counted} counted, found {all}"));
        }
    }
    println!("feeds: {right} as counted, {read} items");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(right >= 30, "feeds are missing: {right}");
    assert!(read >= 690, "items are skipped: {read}");
}

#[test]
fn archives_answer_as_their_index_says() {
    let Some(corpora) = corpora() else { return };
    let read = |name: &str| {
        let xml = fs::read(corpora.join("providers/oai").join(name)).unwrap();
        journal::read(&String::from_utf8_lossy(&xml))
    };
    let one = read("ojs/ListRecords.page1.assembled.xml").unwrap();
    assert!(one.token.is_some() && one.records.iter().any(|record| record.deleted));
    let two = read("ojs/ListRecords.page2.assembled.xml").unwrap();
    assert_eq!(two.token, None, "an empty token ends the list");
    let source = Source::default();
    let found: Vec<Found> = two
        .records
        .iter()
        .map(|record| journal::record_of(record, &source).unwrap())
        .collect();
    assert_eq!(found[0].people, ["Andrzej Kapanowski"]);
    assert_eq!(
        found[0].description.as_deref(),
        Some("Abstract with escaped HTML & entities.")
    );
    assert_eq!(
        found[0].citation.as_deref(),
        Some("The Python Papers; Vol 9 (2014)")
    );
    assert_eq!(
        found[0].document.as_deref(),
        Some("http://ojs.pythonpapers.org/index.php/tpp/article/view/258/259")
    );
    assert_eq!(found[1].people, ["Andrzej Kapanowski", "Łukasz Gałuszka"]);

    let mut errors = 0;
    for folder in ["generic", "ojs"] {
        for file in fs::read_dir(corpora.join("providers/oai").join(folder)).unwrap() {
            let name = file.unwrap().file_name().into_string().unwrap();
            let answer = read(&format!("{folder}/{name}"));
            let error_of = name.trim_start_matches("error.").split('.').next().unwrap();
            let is_error = ["bad", "cannot", "idDoes", "noRec", "noSet", "undefined"];
            if is_error.iter().any(|front| error_of.starts_with(front)) {
                let said = answer.unwrap().error.unwrap();
                assert!(
                    said.starts_with(error_of) || error_of == "undefinedError",
                    "{name}: {said}"
                );
                errors += 1;
            } else if name.starts_with("ListRecordsBroken")
                || name.contains("record.")
                || name.starts_with("oai_dc")
            {
                assert!(answer.is_err(), "{name} is no answer of an archive");
            } else {
                assert_eq!(answer.unwrap().error, None, "{name}");
            }
        }
    }
    assert!(errors >= 14, "{errors}");
    let chain = ["", "2", "3", "4"].map(|n| read(&format!("generic/ListRecords{n}.xml")).unwrap());
    let goes_on = chain.map(|answer| answer.token.is_some());
    assert_eq!(
        goes_on,
        [true, true, true, false],
        "the fourth page ends it"
    );
}

/// No panic, no live markup in what comes out, and none takes long.
#[test]
fn hostile_feeds_do_no_harm() {
    let Some(corpora) = corpora() else { return };
    let mut texts: Vec<(String, Vec<u8>)> = Vec::new();
    for folder in ["feeds", "feeds-html-sanitize"] {
        let mut folders = vec![corpora.join("hostile").join(folder)];
        while let Some(folder) = folders.pop() {
            for file in fs::read_dir(folder).unwrap() {
                let path = file.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    let bytes = fs::read(&path).unwrap();
                    texts.push((path.display().to_string(), bytes));
                }
            }
        }
    }
    for list in ["xml-attacks", "naughty", "xss"] {
        let lines = fs::read_to_string(corpora.join(format!("hostile/{list}.jsonl"))).unwrap();
        for (number, line) in lines.lines().enumerate() {
            let record: serde_json::Value = serde_json::from_str(line).unwrap();
            let input = record["input"].as_str().unwrap_or_default();
            texts.push((format!("{list} {number}"), input.as_bytes().to_vec()));
            // As what an item says, as it stands and escaped.
            let escaped = input.replace('&', "&amp;").replace('<', "&lt;");
            for said in [input, &escaped] {
                let feed = show(&format!(
                    "<title>{said}</title><description>{said}</description>"
                ));
                texts.push((format!("{list} {number} in a feed"), feed));
            }
        }
    }
    assert!(texts.len() > 500, "texts are missing: {}", texts.len());
    let (mut items, mut refused, mut slowest) = (0, 0, Duration::ZERO);
    for (name, bytes) in &texts {
        let begun = cpu();
        let read = feed::read(bytes, None, &address());
        let xml = String::from_utf8_lossy(bytes);
        let _ = journal::read(&xml);
        let _ = journal::article(&xml, &address());
        slowest = slowest.max(cpu() - begun);
        match read {
            Ok(many) => {
                for proposed in &many.items {
                    items += 1;
                    let said =
                        format!("{:?}{:?}", proposed.found.title, proposed.found.description);
                    assert!(!said.contains("root:x:0:0"), "{name} opened a file");
                    let lower = said.to_lowercase();
                    for name_of in ["script", "img", "svg", "iframe", "a", "object", "style"] {
                        for after in [" ", ">", "/"] {
                            let live = format!("<{name_of}{after}");
                            assert!(!lower.contains(&live), "{name}: {live} in {said}");
                        }
                    }
                    let canonical = &proposed.found.canonical;
                    assert!(canonical.starts_with("http"), "{name}: {canonical}");
                }
            }
            Err(_) => refused += 1,
        }
    }
    println!(
        "hostile: {} texts, {items} items, {refused} refused, slowest {slowest:?}",
        texts.len()
    );
    assert!(items > 1000, "{items}");
    let patience = std::env::var("PUGCAST_TEST_PATIENCE").map_or(2, |text| text.parse().unwrap());
    assert!(slowest < Duration::from_secs(patience), "{slowest:?}");
}

/// The time that this thread was on a core: others on the machine do not count.
fn cpu() -> Duration {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap();
    Duration::from_nanos(told.split(' ').next().unwrap().parse().unwrap())
}

/// The kernel tells what the parsers asked of it: the test above runs once more, under strace.
#[test]
fn no_file_and_no_host_is_opened_because_of_xml() {
    let Some(corpora) = corpora() else { return };
    let trace = std::env::temp_dir().join(format!("pugcast-trace-{}", std::process::id()));
    let traced = std::process::Command::new("strace")
        .args([
            "-f",
            "-qq",
            "-e",
            "trace=open,openat,openat2,execve,%network",
            "-o",
        ])
        .arg(&trace)
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", "hostile_feeds_do_no_harm"])
        .env("PUGCAST_CORPORA", &corpora)
        // Being watched takes its time.
        .env("PUGCAST_TEST_PATIENCE", "60")
        .output()
        .expect("strace is installed by scripts/test");
    assert!(
        traced.status.success(),
        "{}",
        String::from_utf8_lossy(&traced.stdout)
    );
    let calls = fs::read_to_string(&trace).unwrap();
    fs::remove_file(&trace).unwrap();
    let corpora = fs::canonicalize(corpora).unwrap();
    let (mut files, mut asked) = (0, Vec::new());
    // Before the first of them the loader looks for libraries.
    let read = calls
        .lines()
        .skip_while(|call| !call.contains("hostile/feeds"));
    for call in read {
        let Some((_, rest)) = call.split_once('"') else {
            // A socket has no name yet.
            if call.contains("socket(") || call.contains("connect(") || call.contains("sendto(") {
                asked.push(call.to_owned());
            }
            continue;
        };
        let path = rest.split('"').next().unwrap_or_default();
        let known = ["/lib", "/usr/lib", "/proc/", "/sys/", "/dev/", "/etc/ld.so"];
        let ours = PathBuf::from(path);
        let ours = fs::canonicalize(&ours)
            .unwrap_or(ours)
            .starts_with(&corpora);
        let program = path.contains("/deps/") || path.ends_with("/strace");
        files += usize::from(ours);
        if !ours && !program && !known.iter().any(|front| path.starts_with(front)) {
            asked.push(call.to_owned());
        }
    }
    println!(
        "{files} calls for files of the corpora, {} others",
        asked.len()
    );
    assert!(files > 500, "the trace shows what was read: {files}");
    assert!(asked.is_empty(), "{asked:#?}");
}

#[test]
fn what_speaks_of_groups() {
    for (title, speaks) in [
        ("Starting a user group in a library", true),
        ("The Meetup that reads errors", true),
        ("PUG: the beginning", true),
        ("A groupe d’utilisateurs", true),
        ("Grouping users by pugnacity", false),
        ("Faster loops", false),
        ("PyLadies Berlin, ten years on", true),
        ("How BayPUG began", true),
        ("もくもく会のすすめ", true),
        ("PyTorch in PyCharm on PyPy", false),
        ("Chapter 3: loops", false),
        ("A new chapter in Lagos", true),
    ] {
        let found = Found {
            title: Some(title.into()),
            ..Found::default()
        };
        assert_eq!(feed::speaks_of_groups(&found), speaks, "{title}");
    }
}
