use super::{find_all, parse, report};
use crate::Code;
use serde_json::json;

/// `expected`: `kind id`, or the code of the refusal.
fn check(input: &str, expected: &str) {
    let found = match parse(input) {
        Ok(link) => {
            assert_eq!(
                parse(&link.canonical()).as_ref(),
                Ok(&link),
                "canonical form of {input}"
            );
            format!("{} {}", link.kind(), link.id())
        }
        Err(refusal) => {
            assert!(refusal.detail.contains(' '), "{input}: {}", refusal.detail);
            refusal.code.as_str().to_owned()
        }
    };
    assert_eq!(found, expected, "{input}");
}

#[test]
fn sites_by_the_form_of_their_addresses() {
    let vimeo = "video 76979871";
    check("https://vimeo.com/76979871", vimeo);
    check("http://www.vimeo.com/76979871?share=copy#t=10s", vimeo);
    check("https://player.vimeo.com/video/76979871?autoplay=1", vimeo);
    check("vimeo.com/channels/pycon/76979871", vimeo);
    check("https://vimeo.com/groups/python/videos/76979871", vimeo);
    check("https://vimeo.com/showcase/12/video/76979871", vimeo);
    check("https://vimeo.com/76979871/a1b2c3d4e5", vimeo);
    check("https://vimeo.com/about", "page https://vimeo.com/about");
    let tube = "video kkGMgK9ZtnKfYAgnEtQxbv";
    check("https://tube.example/w/kkGMgK9ZtnKfYAgnEtQxbv", tube);
    check(
        "https://tube.example/w/kkGMgK9ZtnKfYAgnEtQxbv?start=1s",
        tube,
    );
    let uuid = "9c9de5e8-0a1e-484a-b099-e80766180a6d";
    check(&format!("https://tube.example/videos/watch/{uuid}"), tube);
    check(
        &format!("https://tube.example/videos/embed/{uuid}?p2p=0"),
        tube,
    );
    check(
        "https://wiki.example/w/MainPageOfOurGroupWiki",
        "page https://wiki.example/w/MainPageOfOurGroupWiki",
    );
    let item = "item pyvideo_3848___django";
    check("https://archive.org/details/pyvideo_3848___django", item);
    check("http://www.archive.org/embed/pyvideo_3848___django", item);
    check(
        "https://archive.org/download/pyvideo_3848___django/a.mp4",
        item,
    );
    check(
        "https://archive.org/details/@somebody",
        "page https://archive.org/details/@somebody",
    );
    check(
        "https://vimeo.com.example/76979871",
        "page https://vimeo.com.example/76979871",
    );
}

#[test]
fn youtube_addresses() {
    let id = "video aB3_-xyzZ09";
    check("https://www.youtube.com/watch?v=aB3_-xyzZ09", id);
    check(
        "https://www.youtube.com/watch?v=aB3_-xyzZ09?feature=share",
        id,
    );
    check("https://www.youtube.com./watch?v=aB3_-xyzZ09", id);
    check("http://de.youtube.com:80/watch?v=aB3_-xyzZ09", id);
    check("https://youtube.googleapis.com/v/aB3_-xyzZ09", id);
    check("https://www.youtubekids.com/watch?v=aB3_-xyzZ09", id);
    check("vnd.youtube:aB3_-xyzZ09", id);
    check("youtube://www.youtube.com/watch?v=aB3_-xyzZ09", id);
    check("https://youtu.be/?v=aB3_-xyzZ09", id);
    check(
        "https://www.youtube.com/watch#!v=aB3_-xyzZ09&feature=related",
        id,
    );
    check("**https://youtu.be/aB3_-xyzZ09**", id);
    check("「https://youtu.be/aB3_-xyzZ09」。", id);
    check(
        "https://www.google.com/url?url=https://youtu.be/aB3_-xyzZ09",
        id,
    );
    check(
        "https://www.youtube.com/watch?list=PL0123456789ABCDEF",
        "playlist PL0123456789ABCDEF",
    );
    check("https://www.youtube.com/pyddf/videos", "custom pyddf");
    check("https://www.youtube.com/@पायथन", "handle पायथन");
    check(
        "https://www.youtube.com/embed/live_stream?channel=UCabcdefghijklmnopqrstuv",
        "channel UCabcdefghijklmnopqrstuv",
    );
}

#[test]
fn youtube_refusals() {
    check("https://www.youtube.com/embed/live_stream", "link-bad-id");
    check("https://www.youtube.com/embed/videoseries", "link-bad-id");
    check("https://youtu.be/aB3_-xyzZ0é", "link-bad-id");
    check("https://www.youtube.com/playlist?list=WL", "link-private");
    check(
        "https://www.youtube.com/playlist?list=RDaB3_-xyzZ09",
        "link-no-medium",
    );
    check(
        "https://www.youtube.com/channel/PL0123456789ABCDEF",
        "link-bad-id",
    );
    check("https://www.youtube.com/@a%E2%80%AEb", "link-bad-id");
    check("https://www.youtube.com/@", "link-bad-id");
    check(
        "https://studio.youtube.com/video/aB3_-xyzZ09/edit",
        "link-no-medium",
    );
    check("https://www.youtube.com/hashtag/python", "link-no-medium");
    check(
        "https://www.youtube.com/redirect?q=https%3A%2F%2Fexample.org",
        "page https://example.org/",
    );
    check(
        "https://www.youtube.com/redirect?q=https%3A%2F%2Fwww.google.com%2Furl%3Fq%3Dhttps%3A%2F%2Fyoutu.be%2FaB3_-xyzZ09",
        "link-no-medium",
    );
}

#[test]
fn flickr_addresses() {
    check(
        "https://www.flickr.com/photos/some-body_1/123456/",
        "photo 123456",
    );
    check(
        "https://live.staticflickr.com/65535/123456_0a1b2c3d4e_k.jpg",
        "photo 123456",
    );
    check("https://flic.kr/p/2", "photo 1");
    check("https://flic.kr/p/ZZZZZZZZZZZ", "link-bad-id"); // more than 64 bits
    check("https://www.flickr.com/photos/12345@n00/", "user 12345@N00");
    check(
        "https://www.flickr.com/services/feeds/groups_pool.gne?id=12@N20",
        "feed 12@N20",
    );
    check("https://www.flickr.com/photos/some/0", "link-bad-id");
    check("https://www.flickr.com/photos/some/+5", "link-bad-id");
    check("https://www.flickr.com/photos/so%2Fme/5", "link-bad-id");
    check("https://www.flickr.com/photos/me/5", "link-no-medium");
    check("https://www.flickr.com/gp/some/Ab12", "link-private");
    check(
        "https://live.staticflickr.com/1/buddyicons/12@N00.jpg",
        "link-no-medium",
    );
}

#[test]
fn other_sites_and_tricks() {
    check("https://example.org/talk", "page https://example.org/talk");
    check("example.org/talk?#a", "page https://example.org/talk");
    check("https://youtube.com.example.org/", "link-lookalike");
    check("https://xyoutu.be/aB3_-xyzZ09", "link-lookalike");
    check("https://уоutube.com/watch?v=aB3_-xyzZ09", "link-lookalike");
    check("https://youtu.be:8443/aB3_-xyzZ09", "link-lookalike");
    check("https://youtu.be:x@example.org/", "link-lookalike");
    check("https://someone@example.org/", "link-lookalike");
    check("someone@example.org", "not-a-link");
    check(
        "https://www.youtube.com\\@example.org/aB3_-xyzZ09",
        "not-a-link",
    );
    check("http://127.0.0.1/watch?v=aB3_-xyzZ09", "link-unknown-site");
    check("http://localhost/youtu.be/aB3_-xyzZ09", "not-a-link");
    check("ftp://youtu.be/aB3_-xyzZ09", "link-scheme");
    check("data:text/html,x", "link-scheme");
    check("https:youtu.be/aB3_-xyzZ09", "not-a-link");
    check("see https://youtu.be/aB3_-xyzZ09", "not-a-link");
    check("https://youtu.be/aB3\u{200b}_-xyzZ09", "not-a-link");
    check("a talk", "not-a-link");
    check("", "not-a-link");
    check(" <>. ", "not-a-link");
    let long = format!("https://youtu.be/aB3_-xyzZ09?si={}", "x".repeat(2048));
    check(&long[..2048], "video aB3_-xyzZ09");
    check(&long[..2049], "not-a-link");
    check(
        &format!("https://example.org/{}", "語".repeat(1000)),
        "not-a-link",
    );
}

#[test]
fn links_in_a_text() {
    let check = |text: &str, expected: &[&str]| assert_eq!(find_all(text), expected, "{text}");
    check("", &[]);
    check(
        "no link here, only youtube.com by name and me@flickr.com",
        &[],
    );
    check(
        "https://youtu.be/aB3_-xyzZ09\nhttps://flic.kr/p/2\r\n\nhttps://www.youtube.com/watch?v=aB3_-xyzZ09",
        &["https://youtu.be/aB3_-xyzZ09", "https://flic.kr/p/2"],
    );
    check(
        "Our evening (youtu.be/aB3_-xyzZ09), with photos: www.flickr.com/photos/a/1.",
        &["youtu.be/aB3_-xyzZ09", "www.flickr.com/photos/a/1"],
    );
    check(
        "[talk](https://youtu.be/aB3_-xyzZ09) <https://flic.kr/p/2>",
        &["https://youtu.be/aB3_-xyzZ09", "https://flic.kr/p/2"],
    );
    check(
        "https://flic.kr/p/2,https://flic.kr/p/3",
        &["https://flic.kr/p/2", "https://flic.kr/p/3"],
    );
    check(
        "動画はhttps://youtu.be/aB3_-xyzZ09です。",
        &["https://youtu.be/aB3_-xyzZ09"],
    );
    check(
        "https://www.youtube.com/@パイソン。",
        &["https://www.youtube.com/@パイソン"],
    );
    check(
        "https://www.google.com/url?q=https://youtu.be/aB3_-xyzZ09",
        &["https://www.google.com/url?q=https://youtu.be/aB3_-xyzZ09"],
    );
    check(
        "vnd.youtube:aB3_-xyzZ09 ftp://example.org/x",
        &["vnd.youtube:aB3_-xyzZ09", "ftp://example.org/x"],
    );
    check(
        "Slides: https://example.org/slides_(v2)!",
        &["https://example.org/slides_(v2)"],
    );
}

#[test]
fn a_refusal_names_the_provider_it_looked_like() {
    let provider = |text: &str| {
        parse(text)
            .expect_err(text)
            .provider
            .map(super::Provider::as_str)
    };
    assert_eq!(
        provider("https://www.youtube.com/feed/you"),
        Some("youtube")
    );
    assert_eq!(provider("https://flickr.com.example.org/"), Some("flickr"));
    assert_eq!(
        provider("https://example.org/?u=https%3A%2F%2Fflic.kr%2Fp%2F2"),
        Some("flickr")
    );
    assert_eq!(provider("https://10.0.0.1/x"), None);
}

#[test]
fn reports_for_the_command_line() {
    assert_eq!(
        report::report("youtu.be/aB3_-xyzZ09"),
        json!({
            "input": "youtu.be/aB3_-xyzZ09",
            "provider": "youtube",
            "kind": "video",
            "id": "aB3_-xyzZ09",
            "canonical": "https://www.youtube.com/watch?v=aB3_-xyzZ09",
        })
    );
    let refused = report::report("https://www.flickr.com/gp/a/b");
    assert_eq!(refused["provider"], "flickr");
    assert_eq!(refused["code"], Code::LinkPrivate.as_str());
    assert!(
        refused["refused"]
            .as_str()
            .is_some_and(|reason| reason.contains("guest pass"))
    );
    assert_eq!(report::report("x")["provider"], json!(null));
}
