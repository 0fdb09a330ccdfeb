//! The feed validator: each rule by two fixtures and in more ways, and whole feeds that keep to everything.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on ends there")]

use jobs::conformance::{Kind, Profile, RULES, Report, Rule, Severity, Standard, check};
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

fn fixtures() -> PathBuf {
    PathBuf::from(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/fixtures/conformance"
    ))
}

/// A rule's fixture, in whichever format it is.
fn fixture(rule: &Rule, name: &str) -> Vec<u8> {
    let folder = fixtures().join(rule.code);
    let found = ["xml", "json"].map(|ending| folder.join(format!("{name}.{ending}")));
    let found = found.iter().find(|path| path.exists());
    let found = found.unwrap_or_else(|| panic!("{} has no {name}", rule.code));
    fs::read(found).unwrap()
}

/// A rule's own standard, and what every document is held to. Fixtures are small.
fn only(standard: Standard) -> Profile {
    let standards: &'static [Standard] = match standard {
        Standard::Media => &[Standard::Media],
        Standard::Archive => &[Standard::Archive],
        Standard::Psp1 => &[Standard::Psp1],
        Standard::Apple => &[Standard::Apple],
        Standard::Podcasting => &[Standard::Podcasting],
        _ => &[],
    };
    Profile {
        most_bytes: 8 << 10,
        ..Profile::of(standards)
    }
}

fn codes(report: &Report) -> BTreeSet<&'static str> {
    report.faults.iter().map(|fault| fault.code).collect()
}

#[test]
fn every_rule_passes_and_fails() {
    let mut wrong = Vec::new();
    for rule in RULES {
        let profile = only(rule.standard);
        let passes = check(&fixture(rule, "passes"), &profile);
        if !passes.faults.is_empty() {
            wrong.push(format!("{} should pass: {:#?}", rule.code, passes.faults));
        }
        let fails = check(&fixture(rule, "fails"), &profile);
        if codes(&fails) != BTreeSet::from([rule.code]) {
            wrong.push(format!("{} should fail: {:#?}", rule.code, fails.faults));
        }
        for fault in fails.faults.iter().filter(|fault| fault.code == rule.code) {
            assert_eq!(
                (fault.standard, fault.severity),
                (rule.standard, rule.severity)
            );
            assert!(fault.line > 0 && fault.column > 0, "{fault:?}");
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_fixture_has_a_rule() {
    let rules: BTreeSet<&str> = RULES.iter().map(|rule| rule.code).collect();
    assert_eq!(rules.len(), RULES.len(), "a code stands for one rule");
    let folders = fs::read_dir(fixtures()).unwrap();
    let folders = folders.map(|folder| folder.unwrap().file_name().into_string().unwrap());
    let strangers: Vec<String> = folders
        .filter(|folder| folder != "whole" && !rules.contains(folder.as_str()))
        .collect();
    assert!(strangers.is_empty(), "no rule: {strangers:?}");
}

/// Feeds that use whatever the standards have, held to all of it.
#[test]
fn whole_feeds_keep_to_everything() {
    for (name, profile, kind) in [
        ("podcast.xml", Profile::PODCAST, Kind::Rss),
        ("showcase.xml", Profile::SHOWCASE, Kind::Rss),
        ("archive.xml", Profile::SHOWCASE, Kind::Rss),
        ("feed.atom", Profile::ATOM, Kind::Atom),
        ("feed.json", Profile::JSON, Kind::JsonFeed),
    ] {
        let report = check(&whole(name), &profile);
        assert_eq!(report.kind, kind, "{name}");
        assert!(
            report.faults.is_empty() && report.is_valid(),
            "{name}: {report:#?}"
        );
    }
}

fn whole(name: &str) -> Vec<u8> {
    fs::read(fixtures().join("whole").join(name)).unwrap()
}

/// A podcast whose one item holds this beside what every episode holds.
fn with(item: &str) -> Vec<u8> {
    let podcast = String::from_utf8(whole("podcast.xml")).unwrap();
    podcast
        .replacen("</item>", &format!("{item}</item>"), 1)
        .into_bytes()
}

#[test]
fn a_fault_says_where_it_stands() {
    let report = check(
        &with("\n  <itunes:season>é\t2</itunes:season>"),
        &Profile::PODCAST,
    );
    let [fault] = report.faults.as_slice() else {
        panic!("{report:#?}");
    };
    assert_eq!(fault.code, "apple-season");
    assert_eq!(fault.path, "rss > channel > item[1] > itunes:season");
    assert_eq!((fault.about.as_str(), fault.column), ("é␉2", 3));
    let text = String::from_utf8(with("\n  <itunes:season>")).unwrap();
    let before = &text[..text.find("<itunes:season>").unwrap()];
    assert_eq!(fault.line as usize, before.lines().count());
}

/// A small feed with this in its channel and in its item.
fn feed(channel: &str, item: &str) -> String {
    let spaces = [
        ("atom", "http://www.w3.org/2005/Atom"),
        ("itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd"),
        ("podcast", "https://podcastindex.org/namespace/1.0"),
        ("media", "http://search.yahoo.com/mrss/"),
        ("fh", "http://purl.org/syndication/history/1.0"),
    ];
    let spaces = spaces.map(|(prefix, address)| format!(" xmlns:{prefix}=\"{address}\""));
    format!(
        "<rss version=\"2.0\"{}><channel><title>PyIbadan</title><link>https://example.org/</link>\
         <description>Evenings</description><atom:link rel=\"self\" href=\"https://example.org/feed.xml\"/>{channel}\
         <item><title>Rain</title><guid isPermaLink=\"false\">rain</guid>{item}</item></channel></rss>",
        spaces.concat()
    )
}

/// A rule can be broken in more ways than its fixture shows, and kept in more.
#[test]
fn rules_have_several_ways() {
    let guid = "9b024349-ccf0-5f69-a609-6b82873eab3c";
    let remote = format!("<podcast:remoteItem feedGuid=\"{guid}\"/>");
    let in_channel = [
        ("", "<language>zh-Hans-CN</language><ttl>15</ttl>".to_owned()),
        ("rss-element", "<enclosure url=\"https://example.org/a.mp3\"/>".to_owned()),
        ("rss-element", "<pubDate>Mon, 23 Nov 2026 17:42:00 GMT<b/></pubDate>".to_owned()),
        ("rss-twice", "<title>Again</title>".to_owned()),
        ("rss-date", "<lastBuildDate/>".to_owned()),
        ("rss-ttl", "<ttl>0</ttl>".to_owned()),
        ("rss-language", "<language>xx</language>".to_owned()),
        ("rss-skip-hour", "<skipHours><hour>-1</hour></skipHours>".to_owned()),
        (
            "rss-cloud",
            "<cloud domain=\"example.org\" port=\"x\" path=\"/\" registerProcedure=\"a\" protocol=\"b\"/>".to_owned(),
        ),
        ("podcasting-place", remote.replace("remoteItem", "chapters")),
        ("podcasting-guid", "<podcast:guid/>".to_owned()),
        ("podcasting-publisher", "<podcast:publisher/>".to_owned()),
        ("podcasting-remote", "<podcast:remoteItem feedGuid=\"x\"/>".to_owned()),
        ("", remote.clone()),
        ("podcasting-medium", "<podcast:medium/>".to_owned()),
        ("", "<podcast:medium>musicL</podcast:medium>".replace("musicL", "music")),
        ("podcasting-live-link", "<podcast:liveItem status=\"ended\" start=\"2026-11-23T17:42:00.000-0600\"><title>Live</title></podcast:liveItem>".to_owned()),
        ("podcasting-update-rule", "<podcast:updateFrequency rrule=\"FREQ=DAILY;COUNT=0\">Daily</podcast:updateFrequency>".to_owned()),
        ("archive-flag", "<atom:link rel=\"next-archive\" href=\"https://example.org/2\"/>".to_owned()),
        ("rss-atom-link", "<atom:link rel=\"hub\"/>".to_owned()),
        ("xml-prefix", "<nobody:knows/>".to_owned()),
        ("xml-prefix", "<ttl nobody:knows=\"1\">1</ttl>".to_owned()),
        ("xml-entity", "<ttl a=\"&nbsp;\">1</ttl>".to_owned()),
        ("xml-entity", "<copyright>Rain & shine</copyright>".to_owned()),
        ("xml-character", "<copyright>Rain&#0;</copyright>".to_owned()),
        ("xml-malformed", "<copyright>Rain ]]></copyright>".to_owned()),
        ("xml-malformed", "<ttl a=\"<\">1</ttl>".to_owned()),
        ("xml-malformed", "<!-- rain -- shine -->".to_owned()),
        ("xml-unclosed", "<copyright>PyIbadan</copyrite>".to_owned()),
        ("", "<!-- rain --><x:any xmlns:x=\"https://example.org/x\"><item/></x:any>".to_owned()),
    ];
    let in_item = [
        (
            "",
            "<media:content><media:player url=\"https://example.com/1\"/></media:content>",
        ),
        (
            "media-content",
            "<media:group><media:content/><media:content url=\"https://example.com/2\"/></media:group>",
        ),
        (
            "",
            "<media:group><media:content/><media:content/><media:player url=\"https://example.com/1\"/></media:group>",
        ),
        (
            "media-restriction",
            "<media:restriction relationship=\"allow\" type=\"country\">Nigeria</media:restriction>",
        ),
        (
            "media-rating",
            "<media:rating scheme=\"urn:simple\">g</media:rating>",
        ),
        ("", "<media:rating scheme=\"urn:mpaa\">g</media:rating>"),
        (
            "media-hash",
            "<media:hash algo=\"crc\">dfdec888b72151965a34b4b59031290a</media:hash>",
        ),
        ("rss-enclosure", "<enclosure/>"),
        ("rss-address", "<comments>talk about it</comments>"),
        ("rss-empty", "<description> </description>"),
        ("rss-twice", "<guid isPermaLink=\"false\">shine</guid>"),
        (
            "podcasting-location-country",
            "<podcast:location country=\"Nigeria\">Ibadan</podcast:location>",
        ),
        (
            "podcasting-soundbite",
            "<podcast:soundbite startTime=\"1\"/>",
        ),
        ("podcasting-transcript", "<podcast:transcript/>"),
        (
            "podcasting-value-split",
            "<podcast:value type=\"a\" method=\"b\"><podcast:valueRecipient type=\"node\" address=\"a\" split=\"1\"/><podcast:valueTimeSplit duration=\"1\"/></podcast:value>",
        ),
        ("", "<podcast:socialInteract protocol=\"disabled\"/>"),
        (
            "podcasting-social",
            "<podcast:socialInteract protocol=\"disabled\" priority=\"first\"/>",
        ),
        (
            "podcasting-integrity",
            "<podcast:alternateEnclosure type=\"audio/opus\"><podcast:source uri=\"ipfs://a\"/><podcast:integrity type=\"sri\"/></podcast:alternateEnclosure>",
        ),
        (
            "podcasting-image-shape",
            "<podcast:image href=\"https://example.org/a.jpg\" width=\"0\"/>",
        ),
        (
            "podcasting-long",
            "<podcast:episode display=\"the three hundred and fifteenth one\">315</podcast:episode>",
        ),
    ];
    let cases = in_channel
        .iter()
        .map(|(code, part)| (*code, feed(part, "")));
    let cases = cases.chain(in_item.map(|(code, part)| (code, feed("", part))));
    for (code, document) in cases {
        let report = check(document.as_bytes(), &Profile::SHOWCASE);
        let wanted = Some(code).filter(|code| !code.is_empty());
        assert_eq!(codes(&report), wanted.into_iter().collect(), "{document}");
    }
}

#[test]
fn a_stranger_in_atom_is_told_that_podcasts_are_rss() {
    let report = check(&whole("feed.atom"), &Profile::PODCAST);
    assert_eq!(codes(&report), BTreeSet::from(["psp1-format"]));
    let report = check(&whole("feed.json"), &Profile::PODCAST);
    assert_eq!(codes(&report), BTreeSet::from(["psp1-format"]));
}

#[test]
fn many_faults_are_counted_and_the_worst_are_named() {
    let item = "<item><title>Rain</title><guid>no link</guid></item>";
    let feed = |count: usize| {
        format!(
            "<rss version=\"2.0\"><channel><title>PyIbadan</title><description>Evenings</description>{}\
             <link>https://example.org/</link></channel></rss>",
            item.repeat(count)
        )
    };
    let report = check(feed(3000).as_bytes(), &Profile::SHOWCASE);
    assert_eq!(report.faults.len(), 1000);
    // Of 3,000 guids all are no links, and all but the first are known already; the feed has no link to itself.
    assert_eq!((report.musts, report.shoulds), (5999, 1));
    assert_eq!(report.unnamed(), 5000);
    let musts = report
        .faults
        .iter()
        .filter(|fault| fault.severity == Severity::Must);
    assert_eq!(musts.count(), 1000);
    assert!(
        report
            .faults
            .is_sorted_by_key(|fault| (fault.line, fault.column))
    );
}
