use super::*;

fn record(json: &str) -> Row<Talk> {
    let event = Event {
        title: "PyX 2024".into(),
        ..Event::default()
    };
    file("pyx/videos/a.json", &event, json.as_bytes())
}

const LINK: &str = r#""videos":[{"type":"youtube","url":"http://youtu.be/HRb7B9fPhfA"}]"#;

#[test]
fn a_whole_record() {
    let row = record(
        r#"{"title":" Rain &amp; gauges… ","description":"What <b> is.\r\n\r\nMore.","summary":"Short.","speakers":["Amara","Various speakers","Amara"],
        "recorded":"2016-09-24T10:00:00","duration":1322.7,"language":"spa","copyright_text":"CC-BY-NC-SA 4.0","tags":["a"],
        "related_urls":["http://a.example/x",{"label":"Slides","url":"https://b.example/"},"javascript:alert(1)"],
        "videos":[{"url":"https://archive.org/details/x"},{"url":"http://www.youtube.com/watch?v=HRb7B9fPhfA&t=7047"},{"url":"https://youtu.be/HRb7B9fPhfA"}]}"#,
    );
    let talk = row.what.unwrap();
    assert_eq!(
        (talk.group.as_str(), talk.event.as_str()),
        ("PyX", "PyX 2024")
    );
    assert_eq!(
        (talk.title.as_str(), talk.words.as_str()),
        ("Rain & gauges…", "Short.\n\nWhat <b> is.\n\nMore.")
    );
    assert_eq!(talk.people, ["Amara"]);
    assert_eq!(talk.recorded_on.unwrap().to_string(), "2016-09-24");
    assert_eq!(
        (talk.duration_s, talk.language.as_deref(), talk.licence),
        (Some(1322), Some("es"), Licence::CcByNcSa4)
    );
    let links: Vec<String> = talk
        .links
        .iter()
        .map(|(_, link)| link.canonical())
        .collect();
    assert_eq!(
        links,
        [
            "https://www.youtube.com/watch?v=HRb7B9fPhfA",
            "https://archive.org/details/x"
        ]
    );
    assert_eq!(
        talk.related[1],
        ("Slides".into(), "https://b.example/".into())
    );
    let notes: Vec<String> = row.notes.iter().map(Note::to_string).collect();
    assert_eq!(
        notes,
        [
            "related-left-out javascript:alert(1)",
            "people-unnamed Various speakers"
        ]
    );
}

#[test]
fn odd_fields_are_left_out_and_say_so() {
    for (field, code) in [
        (r#""duration":1483280"#, "duration-unlikely"),
        (r#""duration":-1"#, "duration-unlikely"),
        (r#""duration":null"#, ""),
        (r#"",duration":60"#, "field-mended"),
        (r#""recorded":"soon""#, "day-unreadable"),
        (r#""recorded":"1970-01-01""#, "day-unreadable"),
        (r#""language":"tlh""#, "language-unknown"),
        (r#""copyright_text":"CC BY 3.0 AU""#, "licence-unknown"),
        (r#""copyright_text":"CC BY""#, "licence-unknown"),
        (
            r#""copyright_text":"http://creativecommons.org/licenses/by/3.0/""#,
            "",
        ),
        (r#""copyright_text":"Standard YouTube License""#, ""),
        (r#""summary":["x"]"#, "field-unreadable"),
        (r#""related_urls":null"#, ""),
        (r#""speakers":[null,1,{}]"#, ""),
    ] {
        let row = record(&format!(
            r#"{{"title":"T","description":"D",{LINK},{field}}}"#
        ));
        assert!(row.what.is_ok(), "{field}");
        let codes: Vec<&str> = row.notes.iter().map(|note| note.code.as_str()).collect();
        assert_eq!(codes.join(" "), code, "{field}");
    }
}

#[test]
fn a_copy_that_cannot_be_shown_is_refused_and_the_talk_only_without_any() {
    for (url, code) in [
        ("http://blip.tv/file/get/x.ogv", "link-dead"),
        ("http://video.google.com/videoplay?docid=-9", "link-dead"),
        (
            "http://s3.us.archive.org/a.mp4?Signature=x&Expires=1367619688&AWSAccessKeyId=k",
            "link-expired",
        ),
        (
            "https://www.youtube.com/playlist?list=PLGVZCDnMOq0qLoYpkeySVtfdbQg1A_GiB",
            "link-many",
        ),
        ("ftp://x.example/a", "link-refused"),
        ("", "link-refused"),
    ] {
        let alone = record(&format!(r#"{{"title":"T","videos":[{{"url":"{url}"}}]}}"#));
        assert_eq!(alone.what.unwrap_err().code, "links-refused", "{url}");
        let both = record(&format!(
            r#"{{"title":"T","description":"D","videos":[{{"url":"{url}"}},{{"url":"https://youtu.be/HRb7B9fPhfA"}}]}}"#
        ));
        assert_eq!(both.what.unwrap().links.len(), 1, "{url}");
        assert_eq!(both.notes[0].code, code, "{url}");
        assert!(!both.notes[0].about.contains("Signature"));
    }
    assert_eq!(
        record(r#"{"title":"T"}"#).what.unwrap_err().code,
        "links-none"
    );
}

#[test]
fn years_are_no_part_of_a_group() {
    for (event, group) in [
        ("PyCon FR 2024", "PyCon FR"),
        (
            "En attendant la PyConFr (2020-2021)",
            "En attendant la PyConFr",
        ),
        ("2014 PyCon", "PyCon"),
        ("PyCon 2019/20", "PyCon"),
        ("2016", "2016"),
        ("Montréal-Python", "Montréal-Python"),
        ("Python 3 Day", "Python 3 Day"),
        ("", ""),
    ] {
        assert_eq!(without_year(event), group);
    }
}

#[test]
fn any_bytes() {
    for (line, code) in [
        ("[]", "row-unreadable"),
        ("{", "row-unreadable"),
        ("{\"path\":\"a\"}", "row-unreadable"),
        ("{\"path\":\"a\",\"record\":7}", "row-unreadable"),
        ("{\"path\":\"a\",\"record\":{\"videos\":{}}}", "links-none"),
    ] {
        let rows = read(line.as_bytes()).unwrap();
        assert_eq!(rows[0].what.as_ref().unwrap_err().code, code, "{line}");
    }
    let deep = "[".repeat(100_000);
    assert_eq!(read(deep.as_bytes()).unwrap().len(), 1);
    let large = format!("{{\"a\":\"{}\"}}\n\n{{}}", "x".repeat(MOST_RECORD));
    let rows = read(large.as_bytes()).unwrap();
    assert_eq!(
        (rows.len(), rows[0].what.as_ref().unwrap_err().code.as_str()),
        (2, "row-too-large")
    );
    assert!(rows[0].body.len() < 5000);
    assert_eq!(category(b"{\"title\":\" PyX \"}").as_deref(), Some("PyX"));
    assert_eq!(category(b"[]"), None);
}
