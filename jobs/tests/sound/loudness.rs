//! Every kind of recording comes out at −16 LUFS and under −1 dBTP.

use super::support::{Folder, assert_mastered, bytes, samples};
use jobs::Code;
use jobs::media::magic;
use jobs::media::sound::Mastered;
use std::path::Path;

async fn mastered(folder: &Folder, name: &str, graph: &str, more: &[&str]) -> Mastered {
    let input = folder.tone(name, graph, more);
    let mut made = folder.master(&[&input]).await.unwrap();
    assert_mastered(folder, &name.replace('.', "-"), &mut made);
    made
}

#[tokio::test]
async fn speech_is_mastered() {
    let folder = Folder::new();
    let input = folder.speech("speech.wav");
    let mut made = folder.master(&[&input]).await.unwrap();
    assert_mastered(&folder, "speech", &mut made);
    assert_eq!(made.channels, 1);
}

#[tokio::test]
async fn loud_and_clipped_very_quiet_and_full_of_peaks() {
    let folder = Folder::new();
    let clipped = "sine=f=220:d=4,volume=30dB,alimiter=level=false,aformat=sample_fmts=s16";
    mastered(&folder, "clipped.wav", clipped, &[]).await;
    let quiet = mastered(
        &folder,
        "quiet.flac",
        "anoisesrc=d=4:a=0.005:c=pink:seed=7",
        &[],
    )
    .await;
    assert!(quiet.parts[0].gain_db > 35.0, "{:?}", quiet.parts);
    // A crest of 20 dB: the limiter has to work, and what it takes is given back.
    let peaks =
        "aevalsrc='0.03*sin(2*PI*330*t)+0.9*exp(-400*mod(t,0.25))*sin(2*PI*900*t)':d=6:s=48000";
    let peaks = mastered(&folder, "peaks.wav", peaks, &[]).await;
    assert!(
        peaks.parts[0].gain_db > -16.0 - peaks.parts[0].before.lufs,
        "{:?}",
        peaks.parts
    );
}

#[tokio::test]
async fn channels_become_one_or_two() {
    let folder = Folder::new();
    let tone = "sine=f=440:d=2,volume=-6dB";
    let one_side = format!("{tone},pan=stereo|c1=c0");
    assert_eq!(
        mastered(&folder, "one-side.wav", &one_side, &[])
            .await
            .channels,
        1
    );
    let twice = format!("{tone},pan=stereo|c0=c0|c1=c0");
    assert_eq!(
        mastered(&folder, "twice.ogg", &twice, &["-c:a", "libvorbis"])
            .await
            .channels,
        1
    );
    let six = "aevalsrc=sin(2200*t)|sin(2900*t)|0.5*sin(1500*t)|0.2*sin(300*t)|sin(3100*t)|sin(4100*t):c=5.1:d=2";
    assert_eq!(mastered(&folder, "six.flac", six, &[]).await.channels, 2);
    let six = mastered(&folder, "six.m4a", six, &["-c:a", "aac", "-b:a", "256k"]).await;
    assert_eq!(six.channels, 2);
}

#[tokio::test]
async fn what_phones_and_programs_record_is_taken() {
    let folder = Folder::new();
    let speech = folder.speech("speech.wav");
    let speech = speech.to_str().unwrap();
    for (name, how) in [
        (
            "phone.3gp",
            &["-ar", "8000", "-c:a", "aac", "-b:a", "24k"][..],
        ),
        ("phone.aac", &["-ar", "22050", "-c:a", "aac"]),
        ("studio.aiff", &["-ar", "44100", "-c:a", "pcm_s24be"]),
        ("memo.m4a", &["-ar", "16000", "-c:a", "aac"]),
        (
            "talk.mp3",
            &["-ar", "44100", "-c:a", "libmp3lame", "-b:a", "64k"],
        ),
        ("talk.opus", &["-c:a", "libopus", "-b:a", "24k"]),
        ("talk.webm", &["-c:a", "libopus", "-b:a", "24k"]),
        ("talk.flac", &["-ar", "96000", "-c:a", "flac"]),
        ("law.wav", &["-ar", "8000", "-c:a", "pcm_alaw"]),
        ("long.wav", &["-rf64", "always"]),
        ("long.w64", &[]),
        ("memo.caf", &["-c:a", "alac"]),
        ("talk.caf", &["-c:a", "libopus", "-b:a", "24k"]),
        ("old.caf", &["-c:a", "adpcm_ima_qt"]),
        ("phone.mov", &["-c:a", "aac"]),
        ("phone.mp4", &["-c:a", "aac"]),
        ("talk.mkv", &["-c:a", "flac"]),
        ("talk.asf", &["-c:a", "wmav2"]),
        ("talk.avi", &["-c:a", "libmp3lame"]),
        ("talk.flv", &["-ar", "44100", "-c:a", "libmp3lame"]),
        ("talk.mpg", &["-ar", "44100", "-c:a", "mp2"]),
    ] {
        let input = folder.make(name, &[&["-t", "6", "-i", speech], how].concat());
        let head = &std::fs::read(&input).unwrap()[..64];
        let form = magic::recognise(head).unwrap();
        let ending = Path::new(name).extension().unwrap().to_str().unwrap();
        // Opus has an ending of its own, and no beginning.
        assert_eq!(form.extension, ending.replace("opus", "ogg"), "{name}");
        let mut made = folder.master(&[&input]).await.unwrap();
        assert_mastered(&folder, &name.replace('.', "-"), &mut made);
    }
    let film = folder.make(
        "film.mp4",
        &[
            "-f",
            "lavfi",
            "-i",
            "testsrc=s=160x120:d=4",
            "-i",
            speech,
            "-t",
            "4",
            "-c:v",
            "mpeg4",
            "-c:a",
            "aac",
        ],
    );
    let mut made = folder.master(&[&film]).await.unwrap();
    assert_mastered(&folder, "film", &mut made);
}

/// FFmpeg reads AMR and cannot write it: frames of 12.2 kbit/s whose bits are drawn by a fixed lot.
#[tokio::test]
async fn what_old_phones_record_is_taken() {
    let folder = Folder::new();
    let mut amr = b"#!AMR\n".to_vec();
    let mut lot = 5u32;
    for _ in 0..200 {
        let bits = std::iter::repeat_with(|| {
            lot = lot.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (lot >> 24) as u8
        });
        amr.extend(std::iter::once(0x3c).chain(bits.take(31)));
    }
    let raw = folder.path("phone.amr");
    std::fs::write(&raw, amr).unwrap();
    let boxed = folder.make("phone.3gp", &["-i", raw.to_str().unwrap(), "-c", "copy"]);
    for (name, path) in [("amr", raw), ("amr-3gp", boxed)] {
        let mut made = folder.master(&[&path]).await.unwrap();
        assert_eq!((made.channels, made.duration_ms), (1, 4000));
        assert_mastered(&folder, name, &mut made);
    }
}

#[tokio::test]
async fn silence_at_the_ends_goes_and_silence_alone_is_refused() {
    let folder = Folder::new();
    let graph = "sine=f=500:d=3,volume=-12dB,adelay=2000,apad=pad_dur=4";
    let mut made = mastered(&folder, "ends.wav", graph, &["-ar", "48000"]).await;
    let part = made.parts[0].clone();
    assert_eq!(part.duration_before_ms, 9000);
    assert!(part.trimmed_start_ms.abs_diff(1800) <= 20, "{part:?}");
    assert!(part.trimmed_end_ms.abs_diff(3800) <= 20, "{part:?}");
    assert!(
        made.duration_ms.abs_diff(3400) <= 40,
        "{}",
        made.duration_ms
    );
    let heard = samples(&folder.keep("again.mp3", &mut made.mp3));
    let onset = heard.iter().position(|x| x.abs() > 0.05).unwrap();
    assert!(onset.abs_diff(48_000 / 5) < 48_000 / 50, "{onset}");

    for (name, graph) in [
        ("zero.wav", "anullsrc=d=3"),
        ("hiss.wav", "anoisesrc=d=3:a=0.00005:seed=3"),
        ("rumble.wav", "sine=f=8:d=3,volume=-40dB"),
    ] {
        let error = folder
            .master(&[&folder.tone(name, graph, &[])])
            .await
            .unwrap_err();
        assert_eq!(error.code, Code::SoundBroken, "{error}");
        assert!(error.detail.contains("silence only"), "{name}: {error}");
    }
    let blip = folder.tone("blip.wav", "sine=d=0.2", &[]);
    let error = folder.master(&[&blip]).await.unwrap_err();
    assert!(error.detail.contains("too short"), "{error}");
}

#[tokio::test]
async fn the_same_recording_gives_the_same_bytes_without_times() {
    let folder = Folder::new();
    let input = folder.speech("speech.wav");
    let mut one = folder.master(&[&input]).await.unwrap();
    let mut two = folder.master(&[&input]).await.unwrap();
    let (mp3, opus) = (bytes(&mut one.mp3), bytes(&mut one.opus));
    assert_eq!(mp3, bytes(&mut two.mp3));
    assert_eq!(opus, bytes(&mut two.opus));
    assert_eq!(one.wave, two.wave);
    // No encoder's version either: an update of FFmpeg shall not look like a new voice.
    for word in [&b"Lavf5"[..], b"Lavc5", b"creation"] {
        assert!(!mp3.windows(word.len()).any(|w| w == word));
    }
    // 96 kbit/s to the byte: frames of 288, the first of which says how many follow.
    let frames = (mp3.len() / 288) as u64;
    assert_eq!(mp3.len() % 288, 0);
    assert!(frames * 24 >= one.duration_ms && (frames - 4) * 24 < one.duration_ms);
    assert!(one.wave.length > 500 && one.wave.data.iter().any(|x| *x > 40));
}
