use super::*;

fn message(head: &str, body: &str) -> Message {
    let raw = format!("{head}\n\n{body}").replace('\n', "\r\n");
    read(raw.as_bytes(), Some("amara@example.org")).unwrap()
}

const HEAD: &str = "From: Amara Obi <amara@example.org>\nTo: submit@example.net\nSubject: Re: Fwd: Rain gauges\nMessage-ID: <m1@example.org>\nDate: Sat, 14 Nov 2026 20:00:00 +0100";

#[test]
fn a_persons_mail() {
    let got = message(
        HEAD,
        "We built one.\n\nhttps://youtu.be/HRb7B9fPhfA\n\nOn Monday, Ada wrote:\n> Send it!\n\nBye\n-- \nAmara\nhttps://example.org/me",
    );
    assert_eq!(
        (got.name.as_str(), got.subject.as_str()),
        ("Amara Obi", "Rain gauges")
    );
    assert_eq!(got.address.as_deref(), Some("amara@example.org"));
    assert_eq!(got.id.as_deref(), Some("<m1@example.org>"));
    assert_eq!(
        got.words,
        "We built one.\n\nhttps://youtu.be/HRb7B9fPhfA\n\n\nBye"
    );
    assert_eq!(got.nature, Nature::Person);
}

#[test]
fn html_alone_keeps_its_links_and_loses_its_quotes() {
    let head = format!("{HEAD}\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8");
    let got = message(
        &head,
        "<p>See <a href=\"https://youtu.be/HRb7B9fPhfA\">the talk</a></p><script>x()</script><blockquote>old <a href='https://youtu.be/aaaaaaaaaaa'>y</a></blockquote>",
    );
    assert_eq!(got.words, "See the talk <https://youtu.be/HRb7B9fPhfA>");
}

#[test]
fn a_link_that_only_the_html_has_is_found() {
    let head =
        format!("{HEAD}\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b");
    let got = message(
        &head,
        "--b\nContent-Type: text/plain\n\nWatch it here.\n--b\nContent-Type: text/html\n\n<p>Watch it <a href=\"https://youtu.be/HRb7B9fPhfA\">here</a>. <a href=\"https://example.org/\">me</a></p>\n--b--",
    );
    assert_eq!(got.words, "Watch it here.\nhttps://youtu.be/HRb7B9fPhfA");
}

#[test]
fn machines_and_lists() {
    for (line, nature) in [
        ("Auto-Submitted: auto-replied", Nature::Automatic),
        ("Auto-Submitted: auto-replied (holiday)", Nature::Automatic),
        (
            "Content-Type: multipart/report; report-type=delivery-status; boundary=b",
            Nature::Automatic,
        ),
        ("Return-Path: <>", Nature::Automatic),
        ("Precedence: auto_reply", Nature::Automatic),
        ("Auto-Submitted: auto-generated", Nature::List),
        ("List-Id: <talk.example.org>", Nature::List),
        ("Precedence: bulk", Nature::List),
        ("X-Auto-Response-Suppress: All", Nature::List),
        ("Auto-Submitted: no", Nature::Person),
    ] {
        assert_eq!(
            message(&format!("{HEAD}\n{line}"), "words").nature,
            nature,
            "{line}"
        );
    }
    let raw = format!("{HEAD}\r\n\r\nwords");
    assert_eq!(
        read(raw.as_bytes(), Some("")).unwrap().nature,
        Nature::Automatic
    );
    let robot = HEAD.replace("amara@", "MAILER-DAEMON@");
    assert_eq!(message(&robot, "words").nature, Nature::Automatic);
}

#[test]
fn the_same_message_has_the_same_key() {
    let one = message(HEAD, "words");
    let other = message(&format!("Received: by mx.example.net\n{HEAD}"), "words");
    assert_eq!(one.key, other.key);
    assert_ne!(one.key, message(HEAD, "other words").key);
}

#[test]
fn no_line_can_be_broken() {
    let head = "From: =?utf-8?q?A=0D=0ABcc=3A_x?= <a@example.org>\nSubject: =?utf-8?q?x=0D=0ABcc=3A_y=00?=";
    let got = message(head, "words");
    assert_eq!(
        (got.name.as_str(), got.subject.as_str()),
        ("A Bcc: x", "x Bcc: y")
    );
    let bad = message("From: <a@example.org>\nReply-To: <a@b@c>\nSubject: s", "");
    assert_eq!((bad.words.as_str(), bad.address), ("", None));
    assert!(read(b"", None).is_none());
}
