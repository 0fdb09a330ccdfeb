//! The mail door and the outbox: a message in, a submission, its answers out.

use crate::db::answers;
use crate::pages::{get, post, signed_in};
use crate::support::smtp::{Smtp, Then};
use crate::support::{Fresh, binary, to_review, work};
use pugcast::app::App;
use pugcast::model::mail::Outcome;
use pugcast::model::submission::{State, Submission};
use pugcast::model::{EditorId, MailId};
use pugcast::outbox::{self, Letter, Occasion};
use pugcast::replay::{self, Replay};
use pugcast::{db, decision, inbox, intake};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const MAIL: &str = "From: Amara Obi <amara@example.org>\r\nTo: submit@example.net\r\nSubject: Rain gauges in Ibadan\r\n\
    Message-ID: <m1@example.org>\r\nDate: Sat, 14 Nov 2026 20:00:00 +0100\r\n\r\n\
    Amara showed how to read rain gauges.\r\n\r\nhttps://youtu.be/pugIbadan01\r\n\
    https://www.flickr.com/photos/sample/70000000061/\r\nhttps://www.flickr.com/photos/tags/somebody/\r\n\r\n-- \r\nAmara, https://example.org/\r\n";

async fn only(app: &App) -> Submission {
    let mut all = Vec::new();
    for state in State::ALL {
        all.extend(db::submission::in_state(&app.db, *state, 9).await.unwrap());
    }
    assert_eq!(all.len(), 1, "{all:?}");
    all.remove(0)
}

/// A service that asks the stand-in and mails to the sink.
async fn service(fresh: &Fresh, replay: &Replay, sink: &Smtp) -> App {
    let mut given = replay.settings();
    given.push(("PUGCAST_SMTP".into(), sink.url()));
    let given: Vec<(&str, &str)> = given
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    fresh.app(&given).await
}

/// A report that waits for an editor.
async fn report(app: &App) -> Submission {
    let sent = intake::receive(app, &answers(""), "form", "k")
        .await
        .unwrap();
    let mut tx = app.db.begin().await.unwrap();
    to_review(app, &mut tx, &sent.id).await;
    tx.commit().await.unwrap();
    let sent = db::submission::by_id(&app.db, &sent.id).await.unwrap();
    sent.unwrap()
}

/// swaks hands a mail to an MTA, which pipes it into `pugcast mail receive`; what comes of it is answered by SMTP.
#[tokio::test(flavor = "multi_thread")]
async fn from_swaks_to_an_answer() {
    let replay = replay::start().await.unwrap();
    let sink = Smtp::start(Then::Keep).await;
    for fresh in Fresh::both().await {
        let app = service(&fresh, &replay, &sink).await;
        let mut variables = vec![
            ("DATABASE_URL".to_owned(), fresh.url.clone()),
            (
                "PUGCAST_MEDIA_DIR".to_owned(),
                fresh.dir.join("media").display().to_string(),
            ),
            ("PUGCAST_SMTP".to_owned(), sink.url()),
        ];
        variables.extend(replay.settings());
        let arguments = ["mail", "receive", "--sender"].map(str::to_owned).to_vec();
        let mta = Smtp::start(Then::Pipe(binary(), arguments, variables)).await;
        let before = sink.taken().len();

        let file = fresh.dir.join("mail.eml");
        std::fs::write(&file, MAIL).unwrap();
        for _ in 0..2 {
            swaks(
                &mta,
                "amara@example.org",
                &["--data", &format!("@{}", file.display())],
            )
            .await;
        }
        let sent = only(&app).await;
        assert_eq!(
            (sent.door.as_str(), sent.sender_name.as_str()),
            ("mail", "Amara Obi")
        );
        assert_eq!(sent.title, "Rain gauges in Ibadan");
        assert_eq!(
            sent.words,
            "Amara showed how to read rain gauges.\n\nhttps://www.flickr.com/photos/tags/somebody/"
        );
        let media = db::medium::of(&app.db, &sent.id).await.unwrap();
        assert_eq!(media.len(), 2, "one submission with several media");

        work(&app).await;
        let received = sink.taken().split_off(before);
        assert_eq!(received.len(), 1, "the same message twice is answered once");
        let answer = &received[0];
        assert_eq!(
            (answer.from.as_str(), answer.to.as_str()),
            ("", "amara@example.org")
        );
        assert_eq!(answer.header("Auto-Submitted"), Some("auto-replied"));
        assert_eq!(answer.header("In-Reply-To"), Some("<m1@example.org>"));
        assert_eq!(answer.header("References"), Some("<m1@example.org>"));
        assert!(answer.header("Message-ID").is_some() && answer.header("Date").is_some());
        let body = plain(&answer.text);
        assert!(
            body.contains(&format!("/submissions/{}", sent.token)),
            "{body}"
        );
        assert!(
            body.contains("https://www.flickr.com/photos/tags/somebody/"),
            "what was not taken is said: {body}"
        );

        // An automatic answer to it, as a holiday notice would be, is kept and not answered.
        let notice = "From: amara@example.org\r\nSubject: Away\r\nAuto-Submitted: auto-replied\r\n\r\nI am away.\r\n";
        std::fs::write(&file, notice).unwrap();
        swaks(&mta, "<>", &["--data", &format!("@{}", file.display())]).await;

        let sent = only(&app).await;
        assert_eq!(sent.state, State::InReview);
        let mut draft = db::submission::draft(&app.db, &sent.id)
            .await
            .unwrap()
            .unwrap();
        draft.group_name = "Python Usergroup Ibadan".into();
        let entry = decision::accept(&app, &sent, &draft, "ada@example.org")
            .await
            .unwrap();
        work(&app).await;
        let answers = sink.taken().split_off(before);
        assert_eq!(
            answers.len(),
            2,
            "received and accepted, and nothing to the notice"
        );
        let body = plain(&answers[1].text);
        assert!(body.contains(&format!("/entries/{}", entry.slug)), "{body}");
        let page = get(&app, &format!("/submissions/{}", sent.token), &[]).await;
        assert!(
            page.body.contains("Our mail to you") && page.body.contains("Sent "),
            "{}",
            page.body
        );
    }
}

/// A mail's text, however it was encoded for the way.
fn plain(text: &str) -> String {
    let parsed = jobs::message::read(text.as_bytes(), None).unwrap();
    parsed.words
}

async fn swaks(mta: &Smtp, from: &str, more: &[&str]) {
    let port = mta.port.to_string();
    let out = tokio::process::Command::new("swaks")
        .args([
            "--server",
            "127.0.0.1",
            "--port",
            &port,
            "--from",
            from,
            "--to",
            "submit@example.net",
        ])
        .args(more)
        .stdin(Stdio::null())
        .output()
        .await
        .expect("swaks is installed by scripts/test");
    assert!(
        out.status.success(),
        "{}",
        String::from_utf8_lossy(&out.stdout)
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_becomes_of_a_message() {
    const HEAD: &str = "From: Amara <amara@example.org>\r\nSubject: Evening\r\n";
    let long = "word ".repeat(2 << 20);
    let nul = "a\u{0}b\u{1b}[31m\u{202e}c ".repeat(10);
    for fresh in Fresh::both().await {
        let app = fresh.app(&[]).await;
        for (number, (head, body, outcome, mails)) in [
            ("", "We met.", Outcome::Submission, 1),
            ("", "", Outcome::Empty, 1),
            ("", "> only quoted", Outcome::Empty, 1),
            (
                "List-Id: <x.example.org>\r\n",
                "We met on a list.",
                Outcome::Submission,
                0,
            ),
            ("List-Id: <x.example.org>\r\n", "", Outcome::Empty, 0),
            (
                "Auto-Submitted: auto-replied\r\n",
                "Away.",
                Outcome::Automatic,
                0,
            ),
            (
                "Content-Type: multipart/report; boundary=x\r\n",
                "--x\r\n\r\nBounced\r\n--x--",
                Outcome::Automatic,
                0,
            ),
            ("", long.as_str(), Outcome::Submission, 1),
            ("", nul.as_str(), Outcome::Submission, 1),
        ]
        .into_iter()
        .enumerate()
        {
            let raw = format!("{HEAD}Message-ID: <{number}@example.org>\r\n{head}\r\n{body}")
                .into_bytes();
            for _ in 0..2 {
                let got = inbox::receive(&app, raw.clone(), Some("amara@example.org")).await;
                assert_eq!(got.unwrap(), outcome, "{number}");
            }
            let written = mails_to(&app, "amara@example.org").await;
            assert_eq!(written, mails, "{number}");
            clear(&app).await;
            if let Some(sent) = db::submission::in_state(&app.db, State::Received, 99)
                .await
                .unwrap()
                .pop()
                && outcome == Outcome::Submission
            {
                assert!(sent.words.chars().count() <= 20_000, "{number}");
                assert!(
                    !sent.words.contains(['\u{0}', '\u{1b}', '\u{202e}']),
                    "{number}"
                );
                let kept = db::message::of_submission(&app.db, &sent.id).await.unwrap();
                assert_eq!(
                    db::message::raw(&app.db, &kept[0]).await.unwrap().unwrap(),
                    raw,
                    "the whole of it"
                );
            }
        }
        let ours = "From: editors@localhost\r\nSubject: x\r\n\r\nwords";
        assert_eq!(
            inbox::receive(&app, ours.into(), None).await.unwrap(),
            Outcome::Automatic
        );
        let none = inbox::receive(&app, b"\r\n\r\nno header".to_vec(), None).await;
        assert!(matches!(none, Err(inbox::Error::NoMessage)), "{none:?}");
        let cut = db::submission::in_state(&app.db, State::Received, 99)
            .await
            .unwrap();
        assert_eq!(cut.len(), 4);
    }
}

async fn mails_to(app: &App, recipient: &str) -> i64 {
    let mut tx = app.db.begin().await.unwrap();
    db::mail::count_since(&mut tx, recipient, "", 0)
        .await
        .unwrap()
}

/// Forgets what was written, so that the next is counted by itself.
async fn clear(app: &App) {
    match &app.db {
        db::Db::Lite { write, .. } => sqlx::query("delete from mail")
            .execute(write)
            .await
            .map(|_| ())
            .unwrap(),
        db::Db::Pg(pool, _) => sqlx::query("delete from mail")
            .execute(pool)
            .await
            .map(|_| ())
            .unwrap(),
    }
}

/// The exit codes that an MTA reads, of the program itself; two at once make one submission.
#[tokio::test(flavor = "multi_thread")]
async fn exit_codes() {
    let fresh = Fresh::lite();
    let app = fresh.app(&[]).await;
    let start = |url: &str, arguments: &[&str]| {
        Command::new(binary())
            .args(["mail"])
            .args(arguments)
            .env("DATABASE_URL", url)
            .env("PUGCAST_MEDIA_DIR", fresh.dir.join("media"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap()
    };
    let feed = |mut child: std::process::Child, raw: &[u8]| {
        use std::io::Write;
        // A program that ends early closes its end of the pipe.
        let _ = child.stdin.take().unwrap().write_all(raw);
        let out = child.wait_with_output().unwrap();
        (
            out.status.code(),
            String::from_utf8_lossy(&out.stderr).into_owned(),
        )
    };
    let (one, other) = (
        start(&fresh.url, &["receive"]),
        start(&fresh.url, &["receive"]),
    );
    assert_eq!(feed(one, MAIL.as_bytes()).0, Some(0));
    assert_eq!(feed(other, MAIL.as_bytes()).0, Some(0));
    only(&app).await;

    let (code, says) = feed(start(&fresh.url, &["receive"]), b"");
    assert_eq!(code, Some(65), "{says}");
    assert!(says.contains("no mail message"), "{says}");
    let big = format!("{MAIL}{}", "x".repeat(33 << 20));
    let (code, says) = feed(start(&fresh.url, &["receive"]), big.as_bytes());
    assert_eq!(code, Some(65), "{says}");
    assert!(says.contains("larger than 32 MiB; send links"), "{says}");
    let (code, says) = feed(
        start("postgres://x:hunter2@127.0.0.1:1/x", &["receive"]),
        MAIL.as_bytes(),
    );
    assert_eq!(code, Some(75), "{says}");
    assert!(
        says.contains("nothing is stored yet") && !says.contains("hunter2"),
        "{says}"
    );
    let (code, says) = feed(start(&fresh.url, &["receive", "--wrong"]), MAIL.as_bytes());
    assert_eq!(code, Some(64), "{says}");
    only(&app).await;
}

/// The group of the roster that a mail names is the submission's.
#[tokio::test]
async fn a_named_group_is_found() {
    let fresh = Fresh::lite();
    let app = fresh.app(&[]).await;
    let sent = report(&app).await;
    let draft = db::submission::Draft {
        title: "T".into(),
        words: "W".into(),
        group_name: "PyIbadan".into(),
        licence: "CC-BY-4.0".into(),
        ..Default::default()
    };
    decision::accept(&app, &sent, &draft, "ada@example.org")
        .await
        .unwrap();
    let mail = "From: a@example.org\r\nSubject: Last evening at PyIbadan!\r\n\r\nWe met.";
    inbox::receive(&app, mail.into(), None).await.unwrap();
    let got = db::submission::in_state(&app.db, State::Received, 9)
        .await
        .unwrap()
        .remove(0);
    assert_eq!(got.group_name, "PyIbadan");
    assert!(got.group_id.is_some());
}

/// Without a mail server, what would be said stands on the sender's page and on the desk.
#[tokio::test(flavor = "multi_thread")]
async fn without_a_mail_server() {
    for fresh in Fresh::both().await {
        let app = fresh.app(&[]).await;
        let sent = report(&app).await;
        decision::decline(
            &app,
            &sent,
            "It gives a date and a place.",
            "ada@example.org",
        )
        .await
        .unwrap();
        work(&app).await;
        assert!(db::task::dead(&app.db, 9).await.unwrap().is_empty());
        let page = get(&app, &format!("/submissions/{}", sent.token), &[]).await;
        assert!(
            page.body.contains("This showcase sends no mail")
                && page.body.contains("It gives a date and a place.")
        );
        let (cookie, _) = signed_in(&app).await;
        let desk = get(&app, "/desk", &[("cookie", &cookie)]).await;
        assert!(
            desk.body.contains("amara@example.org") && desk.body.contains("did not take it"),
            "{}",
            desk.body
        );
        let sign_in = get(&app, "/desk/sign-in", &[]).await;
        assert!(sign_in.body.contains("pugcast editor invite"));
    }
}

/// A server that is busy is asked again; one that says no is not, and the mail is a dead letter that can be revived.
#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_refuses() {
    for fresh in Fresh::both().await {
        let sink = Smtp::start(Then::Keep).await;
        let app = fresh
            .app(&[("PUGCAST_SMTP", &sink.url()), ("PUGCAST_BACKOFF_MS", "5")])
            .await;
        sink.refuse(&[
            "451 4.2.0 amara@example.org is busy",
            "550 5.1.1 amara@example.org unknown",
        ]);
        let sent = intake::receive(&app, &answers(""), "form", "k")
            .await
            .unwrap();
        work(&app).await;
        assert!(sink.taken().is_empty());
        let dead = db::task::dead(&app.db, 9).await.unwrap();
        assert_eq!(dead.len(), 1);
        assert_eq!(
            dead[0].error.as_deref(),
            Some("mail-refused: the mail server answers 550")
        );
        let mails = db::mail::of_submission(&app.db, &sent.id).await.unwrap();
        assert_eq!(mails[0].error.as_deref(), Some("mail-refused"));
        assert_eq!(db::mail::unsent(&app.db, 9).await.unwrap().len(), 1);

        let (cookie, token) = signed_in(&app).await;
        let desk = get(&app, "/desk", &[("cookie", &cookie)]).await;
        assert!(desk.body.contains("would not take it"), "{}", desk.body);
        let path = format!("/desk/tasks/{}/attempts", dead[0].id);
        post(
            &app,
            &path,
            &[("form_token", &token)],
            &[("cookie", &cookie)],
        )
        .await;
        work(&app).await;
        assert_eq!(sink.taken().len(), 1, "taken up again");
        assert!(db::mail::unsent(&app.db, 9).await.unwrap().is_empty());
    }
}

/// One cause, one mail; one address, so many a day; and no address can be broken out of.
#[tokio::test]
async fn one_cause_is_one_mail() {
    for fresh in Fresh::both().await {
        let sink = Smtp::start(Then::Keep).await;
        let app = fresh.app(&[("PUGCAST_SMTP", &sink.url())]).await;
        let sent = intake::receive(&app, &answers(""), "form", "k")
            .await
            .unwrap();
        let mut tx = app.db.begin().await.unwrap();
        for _ in 0..3 {
            outbox::tell(&app, &mut tx, &sent, Occasion::Received(&[]))
                .await
                .unwrap();
        }
        for n in 0..30 {
            let letter = Letter {
                cause: format!("test {n}"),
                submission: Some(&sent.id),
                recipient: "amara@example.org",
                subject: "s".into(),
                body: "b".into(),
                in_reply_to: None,
            };
            outbox::write(&app, &mut tx, letter).await.unwrap();
        }
        tx.commit().await.unwrap();
        let mails = db::mail::of_submission(&app.db, &sent.id).await.unwrap();
        assert_eq!(mails.len(), 31);
        let stopped = mails
            .iter()
            .filter(|mail| mail.error.as_deref() == Some("mail-limit"))
            .count();
        assert_eq!(stopped, 11, "twenty a day go out");
    }
}

/// An editor asks for a link by mail; the answer tells nobody who is one, and a sent link is not kept.
#[tokio::test(flavor = "multi_thread")]
async fn signing_in_by_mail() {
    for fresh in Fresh::both().await {
        let sink = Smtp::start(Then::Keep).await;
        let app = fresh.app(&[("PUGCAST_SMTP", &sink.url())]).await;
        let mut tx = app.db.begin().await.unwrap();
        let id = EditorId::mint(&app.clock, &app.random);
        db::editor::find_or_make(&mut tx, id, "ada@example.org", app.now())
            .await
            .unwrap();
        tx.commit().await.unwrap();
        let no = post(&app, "/desk/sign-in", &[("email", "eve@example.org")], &[]).await;
        let yes = post(
            &app,
            "/desk/sign-in",
            &[("email", " Ada@example.org ")],
            &[],
        )
        .await;
        assert_eq!(no.body.replace("eve@", "ada@"), yes.body);
        assert!(
            db::editor::by_email(&app.db, "ada@example.org")
                .await
                .unwrap()
                .is_some()
        );
        work(&app).await;
        let taken = sink.taken();
        assert_eq!(taken.len(), 1);
        let words = plain(&taken[0].text);
        let link = words
            .lines()
            .find(|line| line.contains("/desk/sign-in?token="))
            .unwrap();
        let token = link.split_once("token=").unwrap().1;
        let id = taken[0].header("Message-ID").unwrap();
        let id = id.trim_start_matches('<').split('@').next().unwrap();
        let mail = db::mail::by_id(&app.db, &MailId::from_text(id).unwrap())
            .await
            .unwrap()
            .unwrap();
        assert!(mail.sent_at.is_some() && mail.body.is_empty(), "{mail:?}");
        let opened = post(&app, "/desk/session", &[("token", token)], &[]).await;
        assert_eq!(opened.status, 303);
        let mut tx = app.db.begin().await.unwrap();
        assert_eq!(db::mail::sweep(&mut tx, app.now() + 1).await.unwrap(), 1);
    }
}

/// A pipe need not know the mail server: the service that runs the job does.
#[tokio::test(flavor = "multi_thread")]
async fn what_a_pipe_cannot_send() {
    for fresh in Fresh::both().await {
        let pipe = fresh.app(&[]).await;
        inbox::receive(&pipe, MAIL.into(), None).await.unwrap();
        let sink = Smtp::start(Then::Keep).await;
        let replay = replay::start().await.unwrap();
        work(&service(&fresh, &replay, &sink).await).await;
        assert_eq!(sink.taken().len(), 1);
    }
}

/// Messages made to be slow or deep: each is read, and in time, for MTAs give up.
#[tokio::test]
async fn messages_made_to_be_slow() {
    let fresh = Fresh::lite();
    let app = fresh.app(&[]).await;
    const HEAD: &str = "From: a@example.org\r\nSubject: s\r\n";
    let html = |body: String| format!("{HEAD}Content-Type: text/html\r\n\r\nWords {body}");
    let links = (0..20_000).map(|n| format!("<a href='https://youtu.be/{n:011}'>x</a>"));
    let nested = (0..2000)
        .map(|n| format!("Content-Type: multipart/mixed; boundary=b{n}\r\n\r\n--b{n}\r\n"));
    let pages = (0..40_000).map(|n| format!("https://a{n}.example/\r\n"));
    let letters = "Content-Type: message/rfc822\r\n\r\n".repeat(2000);
    let parts = "--b\r\nContent-Type: text/plain\r\n\r\nx\r\n".repeat(100_000);
    for raw in [
        html("<blockquote>".repeat(200_000)),
        html(links.collect()),
        html("&".repeat(1 << 20)),
        html("<".repeat(1 << 20)),
        format!("{HEAD}{}words", nested.collect::<String>()),
        format!("{HEAD}{letters}words"),
        format!("{HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n{parts}--b--"),
        format!(
            "{HEAD}To: {}\r\n\r\nwords",
            "a@example.org, ".repeat(200_000)
        ),
        format!("{HEAD}X: {}\r\n\r\nwords", "=?utf-8?q?x?= ".repeat(200_000)),
        format!("{}\r\n\r\nwords", "X: y\r\n".repeat(200_000)),
        format!("{HEAD}\r\n{}", "https://youtu.be/x ".repeat(100_000)),
        format!("{HEAD}\r\n{}", pages.collect::<String>()),
        format!("{HEAD}\r\n{}", "> x\r\nOn it he wrote:\r\n".repeat(100_000)),
    ] {
        let begun = Instant::now();
        inbox::receive(&app, raw.into_bytes(), None).await.unwrap();
        // Not a measurement: what grows with the square takes minutes here.
        assert!(begun.elapsed() < Duration::from_secs(60));
    }
}

/// A control character inside a link is no reason to send a mail back, nor a form: PostgreSQL keeps no NUL.
#[tokio::test]
async fn a_link_with_a_nul_in_it() {
    for fresh in Fresh::both().await {
        let app = fresh.app(&[]).await;
        let mail = "From: a@example.org\r\nSubject: s\r\n\r\nWe met.\r\n\r\nhttps://a.example/\0x\r\nhttps://youtu.be/HRb7B9fPhfA\0\r\n";
        let got = inbox::receive(&app, mail.into(), None).await;
        assert_eq!(got.unwrap(), Outcome::Submission, "{}", fresh.url);
        let form = answers("https://a.example/\0x");
        let got = intake::receive(&app, &form, "form", "k").await;
        assert!(matches!(got, Err(intake::Error::Faults(_))), "{got:?}");
        let page = post(&app, "/desk/sign-in", &[("email", "a\0@example.org")], &[]).await;
        assert_eq!(page.status, 200);
    }
}

/// Whoever asks for an editor's links again and again keeps no editor out, and fills no mailbox.
#[tokio::test]
async fn asking_for_links_again_and_again() {
    for fresh in Fresh::both().await {
        let app = fresh.app(&[("PUGCAST_SMTP", "smtp://127.0.0.1:1")]).await;
        let mut tx = app.db.begin().await.unwrap();
        let id = EditorId::mint(&app.clock, &app.random);
        db::editor::find_or_make(&mut tx, id, "ada@example.org", app.now())
            .await
            .unwrap();
        tx.commit().await.unwrap();
        for n in 0..30 {
            let mut tx = app.db.begin().await.unwrap();
            let letter = Letter {
                cause: format!("empty {n}"),
                submission: None,
                recipient: "ada@example.org",
                subject: "s".into(),
                body: "b".into(),
                in_reply_to: None,
            };
            outbox::write(&app, &mut tx, letter).await.unwrap();
            tx.commit().await.unwrap();
        }
        for _ in 0..5 {
            let got = post(&app, "/desk/sign-in", &[("email", "ada@example.org")], &[]).await;
            assert_eq!(got.status, 200);
        }
        const SQL: &str = "select count(*) from mail where cause like 'sign-in%' and error is null";
        let links: i64 = match &app.db {
            db::Db::Lite { read, .. } => sqlx::query_scalar(SQL).fetch_one(read).await.unwrap(),
            db::Db::Pg(pool, _) => sqlx::query_scalar(SQL).fetch_one(pool).await.unwrap(),
        };
        assert_eq!(links, 1, "one, although so much was written to her today");
    }
}
