//! The documents and pages that everybody reads, beside nginx with the same bytes on the same core.

use super::filling::fill_groups;
use super::{Row, Scratch, Served, cpu_seconds, fetch, median};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

const ROUNDS: usize = 7;
/// Each server is asked for so long in a round.
const SECONDS: &str = "2s";
/// The core that serves, and the one that asks.
const SERVING: &str = "0";
const ASKING: &str = "1";

/// What is asked for, and the file it is for nginx.
const PATHS: [(&str, &str); 3] = [
    ("/podcast.xml", "podcast.xml"),
    ("/showcase.xml", "showcase.xml"),
    ("/entries/entry-50", "entry.html"),
];

/// What one run of wrk says.
struct Run {
    per_second: f64,
    p99_ms: f64,
    per_cpu_second: f64,
}

/// Nginx with files of its own, on the same core.
struct Nginx {
    child: Child,
    port: u16,
}

pub async fn rows() -> Vec<Row> {
    let scratch = Scratch::new("sqlite").await;
    let app = scratch.app("1").await;
    fill_groups(&app, 20, 0..500, |n| format!("An evening, number {n}")).await;
    app.db.close().await;
    let served = Served::pinned(&scratch.url, scratch.dir.clone(), "serve", SERVING);
    let root = scratch.dir.join("nginx");
    let mut tags = Vec::new();
    for (path, file) in PATHS {
        tags.push(copy(served.port, path, &root.join("files").join(file)));
    }
    let nginx = Nginx::start(&root);
    let mut rows = Vec::new();
    for ((path, file), tag) in PATHS.into_iter().zip(tags) {
        let theirs = fetch(nginx.port, &format!("/{file}"), "").unwrap();
        let their_tag = theirs.header("etag").to_owned();
        for (mode, name, (own, other)) in [
            (
                "plain",
                "Accept-Encoding",
                ("identity".into(), "identity".into()),
            ),
            ("gzip", "Accept-Encoding", ("gzip".into(), "gzip".into())),
            ("304", "If-None-Match", (tag, their_tag)),
        ] {
            let (mut ours, mut peer) = (Vec::new(), Vec::new());
            for _ in 0..ROUNDS {
                let header: String = format!("{name}: {own}");
                ours.push(ask(served.port, path, &header, served.child.id()));
                let header: String = format!("{name}: {other}");
                peer.push(ask(
                    nginx.port,
                    &format!("/{file}"),
                    &header,
                    nginx.worker(),
                ));
            }
            rows.push(row(file, mode, &ours, &peer));
        }
    }
    rows
}

fn row(file: &str, mode: &str, ours: &[Run], peer: &[Run]) -> Row {
    let of = |runs: &[Run], what: fn(&Run) -> f64| median(runs.iter().map(what).collect());
    let theirs = of(peer, |run| run.per_second);
    Row {
        name: format!("serving-{}-{mode}", file.split('.').next().unwrap()),
        ours: of(ours, |run| run.per_second),
        peer: Some(theirs),
        unit: "1/s",
        better: "higher",
        goal: Some(0.95 * theirs),
        note: format!(
            "peer: nginx, same bytes and core, median of {ROUNDS}; p99 {:.2} and {:.2} ms; per CPU second {:.0} and {:.0}",
            of(ours, |run| run.p99_ms),
            of(peer, |run| run.p99_ms),
            of(ours, |run| run.per_cpu_second),
            of(peer, |run| run.per_cpu_second),
        ),
    }
}

/// Fetches a document in plain and with gzip for nginx, when it was packed as small as it gets; says its entity tag.
fn copy(port: u16, path: &str, to: &Path) -> String {
    std::fs::create_dir_all(to.parent().unwrap()).unwrap();
    let get = |encoding: &str| {
        let answer = fetch(port, path, &format!("Accept-Encoding: {encoding}")).unwrap();
        assert_eq!(answer.status, 200, "{path}");
        answer
    };
    get("gzip");
    // Documents are packed smaller in the background.
    std::thread::sleep(Duration::from_secs(8));
    let zipped = get("gzip");
    assert_eq!(zipped.header("content-encoding"), "gzip");
    let mut beside = to.as_os_str().to_owned();
    beside.push(".gz");
    std::fs::write(PathBuf::from(beside), &zipped.body).unwrap();
    let plain = get("identity");
    std::fs::write(to, &plain.body).unwrap();
    println!(
        "{path}: {} bytes, {} with gzip, {}",
        plain.body.len(),
        zipped.body.len(),
        zipped.header("etag")
    );
    plain.header("etag").to_owned()
}

/// One run of wrk from the other core.
fn ask(port: u16, path: &str, header: &str, server: u32) -> Run {
    let before = cpu_seconds(server);
    let output = Command::new("taskset")
        .args([
            "-c",
            ASKING,
            "wrk",
            "-t1",
            "-c16",
            "--latency",
            "-d",
            SECONDS,
            "-H",
        ])
        .arg(header)
        .arg(format!("http://127.0.0.1:{port}{path}"))
        .output()
        .unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(
        !said.contains("Non-2xx") && !said.contains("Socket errors"),
        "{said}"
    );
    let value = |name: &str| -> &str {
        let line = said
            .lines()
            .map(str::trim)
            .find(|line| line.starts_with(name));
        line.unwrap_or_else(|| panic!("wrk says no {name}: {said}"))
            .rsplit(char::is_whitespace)
            .next()
            .unwrap()
    };
    let per_second: f64 = value("Requests/sec:").parse().unwrap();
    let count: f64 = said
        .lines()
        .find_map(|line| line.trim().split_once(" requests in"))
        .unwrap()
        .0
        .parse()
        .unwrap();
    Run {
        per_second,
        p99_ms: milliseconds(value("99%")),
        per_cpu_second: count / (cpu_seconds(server) - before),
    }
}

fn milliseconds(said: &str) -> f64 {
    let (number, factor) = match said {
        said if said.ends_with("us") => (&said[..said.len() - 2], 0.001),
        said if said.ends_with("ms") => (&said[..said.len() - 2], 1.0),
        said => (said.trim_end_matches('s'), 1000.0),
    };
    number.parse::<f64>().unwrap() * factor
}

impl Nginx {
    fn start(root: &Path) -> Nginx {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        drop(listener);
        let own = root.display();
        let settings = format!(
            "daemon off; master_process on; worker_processes 1; pid {own}/nginx.pid; error_log {own}/error.log;
            events {{ worker_connections 256; }}
            http {{
                access_log off; sendfile on; tcp_nopush on; tcp_nodelay on; etag on; gzip_static on; gzip_vary on;
                keepalive_requests 1000000000; open_file_cache max=100; open_file_cache_valid 60s;
                client_body_temp_path {own}/body; proxy_temp_path {own}/proxy; fastcgi_temp_path {own}/fastcgi;
                uwsgi_temp_path {own}/uwsgi; scgi_temp_path {own}/scgi;
                types {{ application/rss+xml xml; text/html html; }}
                server {{ listen 127.0.0.1:{port}; root {own}/files; }}
            }}
            user root;"
        );
        let file = root.join("nginx.conf");
        std::fs::write(&file, settings).unwrap();
        let child = Command::new("taskset")
            .args(["-c", SERVING, "nginx", "-c"])
            .arg(&file)
            .stdin(Stdio::null())
            .spawn()
            .unwrap();
        let nginx = Nginx { child, port };
        let begun = Instant::now();
        while std::net::TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(
                begun.elapsed() < Duration::from_secs(10),
                "nginx does not start"
            );
            std::thread::sleep(Duration::from_millis(20));
        }
        nginx
    }

    /// The process that serves.
    fn worker(&self) -> u32 {
        let own = self.child.id();
        let children = std::fs::read_to_string(format!("/proc/{own}/task/{own}/children")).unwrap();
        children.split_whitespace().next().unwrap().parse().unwrap()
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        // Its master takes its worker with it.
        let _ = Command::new("kill")
            .arg(self.child.id().to_string())
            .status();
        let _ = self.child.wait();
    }
}
