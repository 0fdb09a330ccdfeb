//! What the command line says of bad settings and a busy port, as its exit code and one message.

use crate::support::{Fresh, binary, until_served};
use std::net::TcpListener;
use std::process::{Command, Output, Stdio};

fn run(settings: &[(&str, &str)]) -> Output {
    let mut command = Command::new(binary());
    command
        .arg("run")
        .stdin(Stdio::null())
        .envs(settings.iter().copied());
    command.output().unwrap()
}

fn says(output: &Output, wanted: &[&str]) {
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1), "{text}");
    for wanted in wanted {
        assert!(text.contains(wanted), "“{wanted}” is not in: {text}");
    }
    assert!(
        !text.contains("panicked") && !text.contains("RUST_BACKTRACE"),
        "{text}"
    );
}

#[test]
fn an_unknown_scheme_and_a_slip_of_the_pen_at_once() {
    let output = run(&[
        ("DATABASE_URL", "mysql://u:hunter2@h/d"),
        ("PUGCAST_LISTN", "127.0.0.1:1"),
    ]);
    says(
        &output,
        &[
            "DATABASE_URL: mysql: is no database we know",
            "sqlite:FILE",
            "PUGCAST_LISTN: no such setting",
        ],
    );
    assert!(!String::from_utf8_lossy(&output.stderr).contains("hunter2"));
}

#[test]
fn a_port_in_use() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    says(
        &run(&[("PUGCAST_LISTEN", &address)]),
        &["cannot listen on", &address, "PUGCAST_LISTEN"],
    );
}

#[test]
fn a_database_that_cannot_be_opened() {
    let fresh = Fresh::lite();
    let folder = fresh.dir.join("a folder");
    std::fs::create_dir(&folder).unwrap();
    let url = format!("sqlite:{}", folder.display());
    says(
        &run(&[("DATABASE_URL", &url), ("PUGCAST_LISTEN", "127.0.0.1:0")]),
        &["database", "DATABASE_URL"],
    );
    let nowhere = "postgres://nobody@127.0.0.1:1/none";
    says(
        &run(&[("DATABASE_URL", nowhere), ("PUGCAST_LISTEN", "127.0.0.1:0")]),
        &["cannot be reached", "DATABASE_URL"],
    );
}

#[test]
fn a_file_that_is_no_database() {
    let fresh = Fresh::lite();
    std::fs::write(
        fresh.dir.join("test.db"),
        "this is no database, whatever its name says, and long enough to be read",
    )
    .unwrap();
    says(
        &run(&[
            ("DATABASE_URL", &fresh.url),
            ("PUGCAST_LISTEN", "127.0.0.1:0"),
        ]),
        &["database"],
    );
}

#[test]
fn a_media_folder_that_cannot_be_made() {
    let fresh = Fresh::lite();
    std::fs::write(fresh.dir.join("file"), "").unwrap();
    let media = fresh.dir.join("file/media").display().to_string();
    let settings = [
        ("DATABASE_URL", fresh.url.as_str()),
        ("PUGCAST_MEDIA_DIR", &media),
        ("PUGCAST_LISTEN", "127.0.0.1:0"),
    ];
    says(&run(&settings), &["media folder", "PUGCAST_MEDIA_DIR"]);
}

#[test]
fn check_link_speaks_json_and_by_its_exit_code() {
    let check = |links: &[&str]| {
        Command::new(binary())
            .args(["check", "link"])
            .args(links)
            .output()
            .unwrap()
    };
    let good = check(&["https://youtu.be/HRb7B9fPhfA"]);
    assert_eq!(good.status.code(), Some(0));
    let line: serde_json::Value = serde_json::from_slice(&good.stdout).unwrap();
    assert_eq!(line["provider"], "youtube");
    assert_eq!(
        line["canonical"],
        "https://www.youtube.com/watch?v=HRb7B9fPhfA"
    );
    let mixed = check(&[
        "https://youtu.be/HRb7B9fPhfA",
        "https://user@example.org/x",
        "ftp://x",
    ]);
    assert_eq!(mixed.status.code(), Some(1));
    let lines: Vec<serde_json::Value> = String::from_utf8(mixed.stdout)
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(lines.len(), 3);
    assert!(
        lines[0].get("refused").is_none()
            && lines[1]["refused"].is_string()
            && lines[2]["refused"].is_string()
    );
}

/// The command's answers reach the same door as the form's; the same command twice is one submission.
#[test]
fn submit_from_the_command_line() {
    let fresh = Fresh::lite();
    let media = fresh.dir.join("media");
    let submit = |more: &[&str]| {
        let mut command = Command::new(binary());
        command.args([
            "submit",
            "https://youtu.be/HRb7B9fPhfA",
            "--group",
            "PyX",
            "--words",
            "What was covered",
        ]);
        command.args(["--name", "Ada", "--may-show"]).args(more);
        command
            .env("DATABASE_URL", &fresh.url)
            .env("PUGCAST_MEDIA_DIR", &media)
            .output()
            .unwrap()
    };
    let one = submit(&["--licence", "CC-BY-4.0"]);
    let link = String::from_utf8(one.stdout).unwrap();
    assert!(
        one.status.success() && link.starts_with("http://localhost:8080/submissions/"),
        "{link}"
    );
    assert_eq!(
        String::from_utf8(submit(&["--licence", "CC-BY-4.0"]).stdout).unwrap(),
        link
    );
    let wrong = submit(&["--licence", "mine", "--email", "nobody"]);
    let says = String::from_utf8(wrong.stderr).unwrap();
    assert_eq!(wrong.status.code(), Some(1));
    assert!(
        says.contains("licence-missing") && says.contains("email-unreadable"),
        "{says}"
    );
}

/// SIGTERM: the process ends by itself, well, and says nothing alarming.
#[test]
fn a_signal_stops_it_cleanly() {
    let fresh = Fresh::lite();
    let mut child = Command::new(binary())
        .arg("run")
        .env("DATABASE_URL", &fresh.url)
        .env("PUGCAST_MEDIA_DIR", fresh.dir.join("media"))
        .env("PUGCAST_LISTEN", "127.0.0.1:0")
        .stderr(Stdio::piped())
        .stdin(Stdio::null())
        .spawn()
        .unwrap();
    let mut log = std::io::BufReader::new(child.stderr.take().unwrap());
    until_served(&mut log);
    let killed = Command::new("kill")
        .arg(child.id().to_string())
        .status()
        .unwrap();
    assert!(killed.success());
    assert_eq!(child.wait().unwrap().code(), Some(0));
}
