//! The kernel tells what the children asked of it, from the moment when the door is closed.

use super::collected::{child, files};
use super::corpora;
use super::hostile::{tone, wav};
use super::outcomes::outcomes;
use jobs::media::sandbox_available;
use jobs::media::sound::{Mastering, listen, master};
use std::fs::{self, File};
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};

/// What opens files, calls somebody or starts a program; and the door.
const CALLS: &str =
    "trace=open,openat,openat2,creat,execve,execveat,landlock_restrict_self,%network";

/// Each file is mastered and listened to as always, but every child runs under strace.
#[tokio::test]
async fn behind_the_closed_door_no_file_is_opened_and_nobody_called() {
    let (Some(media), Some(hostile)) = (corpora::corpus("media"), corpora::corpus("hostile/media"))
    else {
        return;
    };
    if let Err(missing) = sandbox_available() {
        return eprintln!("skipped: {missing}");
    }
    let found = std::process::Command::new("sh")
        .args(["-c", "command -v strace"])
        .output()
        .unwrap();
    if !found.status.success() {
        return eprintln!("skipped: there is no strace");
    }
    let strace = String::from_utf8(found.stdout).unwrap();
    let scratch = tempfile::tempdir().unwrap();
    let program = scratch.path().join("traced");
    let script = format!(
        "#!/bin/sh\nexec {} -f -qq -e {CALLS} -o \"${{0%/*}}/$$.trace\" {} \"$1\"\n",
        strace.trim(),
        env!("CARGO_BIN_EXE_media-child"),
    );
    fs::write(&program, script).unwrap();
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
    let liars = scratch.path().join("liars");
    fs::create_dir(&liars).unwrap();
    lie(&liars);

    let mut rows = Vec::new();
    for folder in [&media, &hostile, &liars] {
        let program = program.clone();
        rows.extend(outcomes(folder, move |path| behind_the_door(path, program.clone())).await);
    }
    let opened: Vec<_> = rows.iter().filter(|row| row.contains("OPENED")).collect();
    assert!(opened.is_empty(), "{opened:#?}");
    let mastered = rows.iter().filter(|row| row.contains("\tmastered")).count();
    println!("{} files, {mastered} mastered, nothing opened", rows.len());
    assert!(rows.len() > 150 && mastered > 15);
    assert_eq!(files(&liars).len(), 7);
}

/// Files that would have a program look elsewhere, or for ever.
fn lie(folder: &Path) {
    let list = "#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\n/etc/passwd\n#EXT-X-ENDLIST\n";
    let far = list.replace("/etc/passwd", "http://127.0.0.1:9/a.ts");
    let hour = [wav(48_000, 1, 3600 * 96_000), tone(96_000)].concat();
    for (name, bytes) in [
        ("list.mp3", list.as_bytes()),
        ("list.mp4", list.as_bytes()),
        ("far.mp3", far.as_bytes()),
        ("zip.mp3", b"PK\x03\x04\x14\0\0\0\x08\0and so on"),
        ("page.mp3", b"<!doctype html><title>404</title>"),
        ("hour.wav", &hour),
    ] {
        fs::write(folder.join(name), bytes).unwrap();
    }
    let endless = folder.join("endless.wav");
    fs::write(&endless, [wav(8000, 1, u32::MAX), tone(8000)].concat()).unwrap();
    // A hole of nine hours, which takes no room.
    let file = File::options().write(true).open(&endless).unwrap();
    file.set_len(9 * 3600 * 16_000).unwrap();
}

/// What came of a file, and what its children got from the kernel.
async fn behind_the_door(path: PathBuf, program: PathBuf) -> String {
    let folder = tempfile::tempdir().unwrap();
    // By its own name the script knows where to write.
    let traced = folder.path().join("child");
    symlink(program, &traced).unwrap();
    let child = jobs::media::Child {
        program: traced,
        ..child()
    };
    let how = Mastering {
        most_s: 60,
        ..Mastering::new(folder.path())
    };
    let open = || File::open(&path).unwrap();
    let heard = listen(&child, open(), how.most_s).await;
    let made = master(&child, vec![open()], &how, |_| ()).await;
    let (mut children, mut refused, mut opened) = (0, 0, Vec::new());
    for trace in files(folder.path()) {
        if trace.extension().is_some_and(|ending| ending == "trace") {
            let calls = fs::read_to_string(trace).unwrap();
            children += 1;
            let mut behind = calls
                .lines()
                .skip_while(|call| !call.contains("landlock_restrict_self("));
            if behind.next().is_none() {
                opened.push("the door was never closed".to_owned());
            }
            for call in behind.filter(|call| !call.contains("+++") && !call.contains("---")) {
                match call.contains(" = -1 E") {
                    true => refused += 1,
                    false => opened.push(call.to_owned()),
                }
            }
        }
    }
    // An empty file gets no child at all.
    let empty = fs::metadata(&path).unwrap().len() == 0;
    if children == 0 && !empty {
        opened.push("no child was traced".to_owned());
    }
    let opened = match opened.is_empty() {
        true => String::new(),
        false => format!("OPENED {opened:?}"),
    };
    let said = match (heard, made) {
        (_, Ok(_)) => "mastered".to_owned(),
        (Ok(_), Err(error)) => format!("heard; {error}"),
        (Err(_), Err(error)) => error.to_string(),
    };
    format!("{said}\t{children} children, {refused} tries refused {opened}")
}
