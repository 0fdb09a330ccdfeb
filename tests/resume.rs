//! Files that come in pieces: broken lines, killed servers, full disks.

use crate::pages::{Got, ask};
use crate::support::{Fresh, binary, until_served};
use crate::upload::SOUND;
use axum::body::Body;
use axum::http::Request;
use pugcast::app::App;
use pugcast::{db, sweep};
use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

/// One request as a client of tus 1.0.0 sends it.
async fn tus(app: &App, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Got {
    let mut request = Request::builder()
        .method(method)
        .uri(path)
        .header("tus-resumable", "1.0.0");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    ask(app, request.body(Body::from(body.to_vec())).unwrap()).await
}

async fn announced(app: &App, size: usize) -> String {
    let size = size.to_string();
    // "evening.mp3"
    let named = [
        ("upload-length", &*size),
        ("upload-metadata", "filename ZXZlbmluZy5tcDM="),
    ];
    let got = tus(app, "POST", "/uploads", &named, b"").await;
    assert_eq!(got.status, 201, "{}", got.body);
    assert!(!got.header("upload-expires").is_empty());
    let location = got.header("location");
    location.strip_prefix(&app.url).unwrap().to_owned()
}

async fn piece(app: &App, path: &str, from: usize, bytes: &[u8]) -> Got {
    let from = from.to_string();
    let headers = [
        ("upload-offset", &*from),
        ("content-type", "application/offset+octet-stream"),
    ];
    tus(app, "PATCH", path, &headers, bytes).await
}

#[tokio::test(flavor = "multi_thread")]
async fn in_pieces_to_a_whole() {
    for fresh in Fresh::both().await {
        let app = fresh.app(&[]).await;
        let spoken = tus(&app, "OPTIONS", "/uploads", &[], b"").await;
        assert_eq!(spoken.header("tus-version"), "1.0.0");
        let path = announced(&app, SOUND.len()).await;
        let head = tus(&app, "HEAD", &path, &[], b"").await;
        assert_eq!(
            (head.status.as_u16(), head.header("upload-offset")),
            (200, "0")
        );

        let got = piece(&app, &path, 0, &SOUND[..1000]).await;
        assert_eq!(
            (got.status.as_u16(), got.header("upload-offset")),
            (204, "1000")
        );
        for wrong in [0, 999, 1001] {
            assert_eq!(piece(&app, &path, wrong, b"x").await.status, 409, "{wrong}");
        }
        let much = piece(&app, &path, 1000, &vec![0; SOUND.len()]).await;
        assert_eq!(much.status, 413, "more than was announced");
        let got = piece(&app, &path, 1000, &SOUND[1000..]).await;
        assert_eq!(got.status, 204);
        // The last acknowledgement was lost: it is said again.
        let again = piece(&app, &path, SOUND.len(), b"").await;
        assert_eq!(again.header("upload-offset"), SOUND.len().to_string());

        let token = path.rsplit('/').next().unwrap();
        assert_eq!(again.header("tus-resumable"), "1.0.0");
        let head = tus(&app, "HEAD", &path, &[], b"").await;
        assert_eq!(head.header("upload-metadata"), "filename ZXZlbmluZy5tcDM=");
        let upload = db::upload::loose(&app.db, token).await.unwrap().unwrap();
        assert_eq!(
            (upload.file_name.as_str(), upload.size),
            ("evening.mp3", SOUND.len() as i64)
        );
        sweep::once(&app).await.unwrap();
        let stored = app.store.get(&upload.name).await.unwrap().unwrap();
        assert_eq!(stored, SOUND);
        // Its sender does not want it any more, from where only POST gets through.
        let method = [("x-http-method-override", "DELETE")];
        assert_eq!(tus(&app, "POST", &path, &method, b"").await.status, 204);
        assert_eq!(tus(&app, "POST", &path, &[], b"").await.status, 405);
        assert_eq!(tus(&app, "HEAD", &path, &[], b"").await.status, 404);
        sweep::once(&app).await.unwrap();
        assert!(app.store.size(&upload.name).await.unwrap().is_none());
    }
}

/// Its line broke, or its server died, between the last byte and the name.
#[tokio::test(flavor = "multi_thread")]
async fn what_came_whole_is_ended_by_asking() {
    for fresh in Fresh::both().await {
        let app = fresh.app(&[]).await;
        let path = announced(&app, SOUND.len()).await;
        assert_eq!(piece(&app, &path, 0, &SOUND[..1000]).await.status, 204);
        let token = path.rsplit('/').next().unwrap();
        let part = app.config.media_dir.join(format!("incoming/{token}.part"));
        let mut file = std::fs::File::options().append(true).open(&part).unwrap();
        file.write_all(&SOUND[1000..]).unwrap();
        // Another connection has it.
        file.lock().unwrap();
        assert_eq!(piece(&app, &path, SOUND.len(), b"").await.status, 423);
        assert_eq!(tus(&app, "DELETE", &path, &[], b"").await.status, 423);
        file.unlock().unwrap();
        let head = tus(&app, "HEAD", &path, &[], b"").await;
        assert_eq!(head.header("upload-offset"), head.header("upload-length"));
        assert_eq!(head.header("cache-control"), "no-store");
        let upload = db::upload::loose(&app.db, token).await.unwrap().unwrap();
        assert_eq!(app.store.get(&upload.name).await.unwrap().unwrap(), SOUND);
        assert!(!part.exists());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_taken() {
    let fresh = Fresh::lite();
    let app = fresh.app(&[("PUGCAST_UPLOAD_MIB", "1")]).await;
    let ask_without = Request::post("/uploads").body(Body::empty()).unwrap();
    let unspoken = ask(&app, ask_without).await;
    assert_eq!(unspoken.status, 412);
    assert_eq!(
        (
            unspoken.header("tus-version"),
            unspoken.header("tus-resumable")
        ),
        ("1.0.0", "1.0.0")
    );
    assert_eq!(tus(&app, "POST", "/uploads", &[], b"").await.status, 400);
    let large = [("upload-length", "1048577")];
    assert_eq!(tus(&app, "POST", "/uploads", &large, b"").await.status, 413);
    for path in ["/uploads/none", "/uploads/..%2f..%2fetc%2fpasswd"] {
        assert_eq!(
            tus(&app, "HEAD", path, &[], b"").await.status,
            404,
            "{path}"
        );
    }
    let path = announced(&app, 5000).await;
    let plain = [("upload-offset", "0"), ("content-type", "text/plain")];
    assert_eq!(tus(&app, "PATCH", &path, &plain, b"x").await.status, 415);
    let page = [b"<!doctype html>".as_slice(), &[b' '; 4985]].concat();
    let got = piece(&app, &path, 0, &page).await;
    assert_eq!(got.status, 415, "{}", got.body);
    assert_eq!(
        tus(&app, "HEAD", &path, &[], b"").await.status,
        404,
        "nothing of it stays"
    );
    let path = announced(&app, 5000).await;
    assert_eq!(tus(&app, "DELETE", &path, &[], b"").await.status, 204);
    assert_eq!(tus(&app, "HEAD", &path, &[], b"").await.status, 404);
    // Who announces and never sends takes nobody's place; who sends and never ends is stopped.
    for _ in 0..40 {
        let path = announced(&app, 1 << 20).await;
        assert!(path.starts_with("/uploads/"));
    }
    let almost = vec![b'a'; (1 << 20) - 1];
    let mut statuses = Vec::new();
    for _ in 0..22 {
        let most = [("upload-length", "1048576")];
        let got = tus(&app, "POST", "/uploads", &most, b"").await;
        statuses.push(got.status.as_u16());
        if got.status == 201 {
            let path = got
                .header("location")
                .rsplit('/')
                .next()
                .unwrap()
                .to_owned();
            let _ = piece(&app, &format!("/uploads/{path}"), 0, &almost).await;
        }
    }
    assert!(
        statuses.contains(&201) && statuses.ends_with(&[503]),
        "{statuses:?}"
    );
    let odd = [
        ("upload-length", "100"),
        ("upload-metadata", "sent_as bm90aGluZw=="),
    ];
    let got = tus(&app, "POST", "/uploads", &odd, b"").await;
    assert_eq!(got.status, 400);
    assert!(got.body.contains("tus-sent-as"), "{}", got.body);
}

/// A file that nothing names, as a process leaves it that dies between a file and its row.
#[tokio::test(flavor = "multi_thread")]
async fn an_orphan_is_found_after_a_day() {
    for fresh in Fresh::both().await {
        let app = fresh.app(&[]).await;
        let path = announced(&app, SOUND.len()).await;
        assert_eq!(piece(&app, &path, 0, SOUND).await.status, 204);
        let token = path.rsplit('/').next().unwrap();
        let somebodys = app.config.media_dir.join("pugcast.db");
        std::fs::write(&somebodys, "a database beside the media").unwrap();
        let named = db::upload::loose(&app.db, token)
            .await
            .unwrap()
            .unwrap()
            .name;
        let orphan = app.store.put(b"nobody's".to_vec(), "mp3").await.unwrap();
        let young = app
            .store
            .put(b"somebody's in a moment".to_vec(), "mp3")
            .await
            .unwrap();
        let day = std::time::Duration::from_secs(25 * 60 * 60);
        for name in [&named, &orphan, &"pugcast.db".to_owned()] {
            let path = app.config.media_dir.join(name);
            let file = std::fs::File::options().append(true).open(path).unwrap();
            let written = file.metadata().unwrap().modified().unwrap();
            file.set_modified(written - day).unwrap();
        }
        sweep::orphans(&app).await.unwrap();
        sweep::once(&app).await.unwrap();
        assert!(
            somebodys.exists(),
            "whatever has no name of ours is not ours"
        );
        let is_here = async |name: &str| app.store.size(name).await.unwrap().is_some();
        assert!(is_here(&named).await && is_here(&young).await && !is_here(&orphan).await);
    }
}

/// A disk of four megabytes: what fits stays, nothing half-written is heard, and it goes on where there is room.
#[tokio::test(flavor = "multi_thread")]
async fn a_full_disk() {
    let fresh = Fresh::lite();
    let app = fresh.app(&[]).await;
    let disk = app.config.media_dir.clone();
    let mount = |size: &str| {
        let options = format!(
            "{size},size={}",
            if size == "remount" { "16m" } else { "4m" }
        );
        let made = Command::new("mount")
            .args(["-t", "tmpfs", "-o", &options, "tmpfs"])
            .arg(&disk)
            .output();
        made.is_ok_and(|made| made.status.success())
    };
    if !mount("rw") {
        eprintln!("a_full_disk: skipped, no disk can be made full here (mount wants root)");
        return;
    }
    let _mounted = Mounted(disk.clone());
    let file = [SOUND, &vec![7; 8 << 20]].concat();
    let path = announced(&app, file.len()).await;
    let full = piece(&app, &path, 0, &file).await;
    assert_eq!(full.status, 507, "{}", full.body);
    let head = tus(&app, "HEAD", &path, &[], b"").await;
    let at: usize = head.header("upload-offset").parse().unwrap();
    assert!(at > 1 << 20 && at < file.len(), "{at}");
    let token = path.rsplit('/').next().unwrap();
    assert!(db::upload::loose(&app.db, token).await.unwrap().is_none());
    assert!(mount("remount"));
    assert_eq!(piece(&app, &path, at, &file[at..]).await.status, 204);
    let upload = db::upload::loose(&app.db, token).await.unwrap().unwrap();
    assert_eq!(app.store.get(&upload.name).await.unwrap().unwrap(), file);
}

/// A disk that goes with its test.
struct Mounted(PathBuf);

impl Drop for Mounted {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(&self.0).status();
    }
}

/// A service of its own on a port of its own, with these settings.
fn served(folder: &std::path::Path, port: u16) -> Child {
    let mut child = Command::new(binary())
        .arg("serve")
        .env_clear()
        .env("DATABASE_URL", format!("sqlite:{}/db", folder.display()))
        .env("PUGCAST_MEDIA_DIR", folder.join("media"))
        .env("PUGCAST_LISTEN", format!("127.0.0.1:{port}"))
        .env("PUGCAST_UPLOAD_MIB", "2048")
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut log = BufReader::new(child.stderr.take().unwrap());
    until_served(&mut log);
    // Whoever stops reading stops the service at its next word.
    std::thread::spawn(move || std::io::copy(&mut log, &mut std::io::sink()));
    child
}

/// Sends a request whose body may break off; the status and headers, if any came.
fn raw(port: u16, head: &str, body: impl FnOnce(&mut TcpStream)) -> Vec<String> {
    let mut line = TcpStream::connect(("127.0.0.1", port)).unwrap();
    write!(
        line,
        "{head}\r\nHost: localhost\r\nTus-Resumable: 1.0.0\r\nConnection: close\r\n"
    )
    .unwrap();
    body(&mut line);
    let mut lines = Vec::new();
    for text in BufReader::new(line).lines().map_while(Result::ok) {
        if text.is_empty() {
            break;
        }
        lines.push(text);
    }
    lines
}

fn value(lines: &[String], name: &str) -> String {
    let pairs = lines.iter().filter_map(|line| line.split_once(": "));
    let found = pairs
        .into_iter()
        .find(|(known, _)| known.eq_ignore_ascii_case(name));
    found
        .unwrap_or_else(|| panic!("no {name} in {lines:?}"))
        .1
        .to_owned()
}

/// A gigabyte, cut five times, with the service killed twice meanwhile: what was acknowledged is there.
#[test]
fn a_gigabyte_cut_and_killed() {
    const SIZE: u64 = 1 << 30;
    let folder = std::env::temp_dir().join(format!("pugcast-resume-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let port = std::net::TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port();
    let mut service = served(&folder, port);
    let made = raw(port, "POST /uploads HTTP/1.1", |line| {
        write!(line, "Upload-Length: {SIZE}\r\nContent-Length: 0\r\n\r\n").unwrap();
    });
    assert!(made[0].contains(" 201 "), "{made:?}");
    let location = value(&made, "location");
    let token = location.rsplit('/').next().unwrap();
    let path = format!("/uploads/{token}");
    // Each stretch of 64 KiB says where it is, so that none can stand in another's place.
    let stretch = |at: u64| -> Vec<u8> {
        let mut bytes = vec![(at >> 16) as u8; 1 << 16];
        bytes[..8].copy_from_slice(&at.to_le_bytes());
        if at == 0 {
            bytes[..4].copy_from_slice(b"ID3\x04");
        }
        bytes
    };
    let here = |port| -> u64 {
        let head = raw(port, &format!("HEAD {path} HTTP/1.1"), |line| {
            write!(line, "\r\n").unwrap();
        });
        value(&head, "upload-offset").parse().unwrap()
    };
    let mut from = 0;
    for cut in 1..=5_u64 {
        // Up to somewhere in the middle of a stretch, then the line breaks.
        let until = SIZE / 6 * cut + 12_345;
        raw(port, &format!("PATCH {path} HTTP/1.1"), |line| {
            write!(line, "Content-Type: application/offset+octet-stream\r\nUpload-Offset: {from}\r\nContent-Length: {}\r\n\r\n", SIZE - from).unwrap();
            send(line, &stretch, from, until);
            let _ = line.shutdown(std::net::Shutdown::Both);
        });
        if cut % 2 == 0 {
            service.kill().unwrap(); // SIGKILL
            service.wait().unwrap();
            service = served(&folder, port);
        }
        // The broken line's server writes what it still holds, and has the file alone until then.
        let part = folder.join(format!("media/incoming/{token}.part"));
        let part = std::fs::File::open(part).unwrap();
        part.lock().unwrap();
        part.unlock().unwrap();
        let now = here(port);
        assert!(now > from && now <= until, "{from} {now} {until}");
        from = now;
    }
    let ended = raw(port, &format!("PATCH {path} HTTP/1.1"), |line| {
        write!(line, "Content-Type: application/offset+octet-stream\r\nUpload-Offset: {from}\r\nContent-Length: {}\r\n\r\n", SIZE - from).unwrap();
        send(line, &stretch, from, SIZE);
    });
    assert!(ended[0].contains(" 204 "), "{ended:?}");
    assert_eq!(here(port), SIZE);
    service.kill().unwrap();
    service.wait().unwrap();
    let stored = std::fs::read_dir(folder.join("media")).unwrap();
    let stored: Vec<_> = stored
        .map(|file| file.unwrap().path())
        .filter(|path| path.is_file())
        .collect();
    assert_eq!(stored.len(), 1, "{stored:?}");
    let mut file = BufReader::with_capacity(1 << 16, std::fs::File::open(&stored[0]).unwrap());
    for at in (0..SIZE).step_by(1 << 16) {
        let mut bytes = vec![0; 1 << 16];
        std::io::Read::read_exact(&mut file, &mut bytes).unwrap();
        assert!(bytes == stretch(at), "at {at}");
    }
    std::fs::remove_dir_all(&folder).unwrap();
}

fn send(line: &mut TcpStream, stretch: &dyn Fn(u64) -> Vec<u8>, from: u64, until: u64) {
    let mut at = from;
    while at < until {
        let begin = at & !0xffff;
        let bytes = stretch(begin);
        let end = until.min(begin + (1 << 16));
        let piece = &bytes[(at - begin) as usize..(end - begin) as usize];
        // A server that was slow to read may have closed the line.
        if line.write_all(piece).is_err() {
            return;
        }
        at = end;
    }
}
