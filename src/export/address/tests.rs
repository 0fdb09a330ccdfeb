//! Addresses, and the files that they become.

use super::*;

/// One whose pages and living service are two.
pub(in crate::export) fn site() -> Site {
    Site {
        url: "https://pugs.example".into(),
        live: "https://live.example".into(),
        language: "en",
    }
}

#[test]
fn addresses_become_files() {
    let home = Address::new("/", Kind::Page);
    let french = Address {
        language: Some("fr"),
        ..Address::new("/entries/x", Kind::Page)
    };
    for (from, written, wanted) in [
        (&home, "/", "index.html"),
        (&home, "?before=25", "older/25/index.html"),
        (&home, "?before=25&lang=fr", "fr/older/25/index.html"),
        (&home, "/entries/rain#photos", "entries/rain/index.html"),
        (&french, "/entries/rain", "fr/entries/rain/index.html"),
        (&french, "?lang=en", "entries/x/index.html"),
        (
            &french,
            "?play=HRb7B9fPhfA",
            "fr/entries/x/play/HRb7B9fPhfA/index.html",
        ),
        (&french, "/media/0a.mp3#t=4", "media/0a.mp3"),
        (&french, "/favicon.ico", "favicon.svg"),
        (
            &french,
            "https://pugs.example/groups/a/podcast.xml",
            "groups/a/podcast.xml",
        ),
        (&french, "https://pugs.example", "fr/index.html"),
        (
            &home,
            "https://pugs.example/oembed?url=https%3A%2F%2Fpugs.example%2Fentries%2Fx",
            "oembed/entries/x.json",
        ),
    ] {
        match site().link(from, written) {
            Link::File(address, _) => {
                assert_eq!(address.file(), wanted, "{written}");
                let asked = site().link(&home, &site().request(&address));
                let Link::File(again, _) = asked else {
                    panic!("{written}: {asked:?}");
                };
                assert_eq!(again, address, "it is asked for as it is called");
            }
            other => panic!("{written}: {other:?}"),
        }
    }
}

#[test]
fn what_only_a_service_answers_leads_there() {
    let home = Address::new("/", Kind::Page);
    for (written, wanted) in [
        ("/submit", "https://live.example/submit"),
        (
            "/near?place=Lagos#x",
            "https://live.example/near?place=Lagos#x",
        ),
        ("/groups/new", "https://live.example/groups/new"),
        (
            "/entries/a/removal",
            "https://live.example/entries/a/removal",
        ),
        ("/submit?lang=fr", "https://live.example/submit?lang=fr"),
        ("/desk", "https://live.example/desk"),
        (
            "/entries/../../etc/passwd",
            "https://live.example/etc/passwd",
        ),
        ("/entries/%2e%2e", "https://live.example/"),
        ("/entries/a%2fb", "https://live.example/entries/a%2fb"),
        ("/media/.hidden", "https://live.example/media/.hidden"),
        ("/entries//a", "https://live.example/entries//a"),
        ("/?before=-0", "https://live.example/?before=-0"),
        (
            "/entries/a?play=../..",
            "https://live.example/entries/a?play=..%2F..",
        ),
    ] {
        match site().link(&home, written) {
            Link::Live(to) => assert_eq!(to, wanted, "{written}"),
            Link::File(at, _) if wanted == "https://live.example/" => {
                assert_eq!(at.file(), "index.html", "{written}");
            }
            other => panic!("{written}: {other:?}"),
        }
    }
    for stays in [
        "#main",
        "mailto:a@b.example",
        "https://pugs.example.evil/",
        "//x/y",
        "",
    ] {
        assert_eq!(site().link(&home, stays), Link::Stays, "{stays}");
    }
}

#[test]
fn ways_lead_from_file_to_file() {
    for (from, to, wanted) in [
        ("index.html", "groups/index.html", "groups/index.html"),
        (
            "entries/a/index.html",
            "entries/b/index.html",
            "../b/index.html",
        ),
        ("entries/a/index.html", "index.html", "../../index.html"),
        ("fr/index.html", "index.html", "../index.html"),
        ("groups/index.html", "groups/index.html", "index.html"),
        (
            "fr/entries/a/index.html",
            "media/x.mp3",
            "../../../media/x.mp3",
        ),
        ("index.html", "index.html", "index.html"),
    ] {
        assert_eq!(way(from, to), wanted, "{from} {to}");
    }
}
