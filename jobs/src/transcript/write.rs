//! A transcript in the forms that players and people read.

use super::{Cue, Transcript};

/// SubRip; nothing for a transcript without times. A speaker stands before the words.
pub fn to_srt(transcript: &Transcript) -> Option<String> {
    let cue = |(nth, cue): (usize, &Cue)| {
        let times = times(cue, ',');
        format!(
            "{}\n{times}\n{}\n",
            nth + 1,
            spoken(cue).replace("-->", "→")
        )
    };
    let cues: Vec<_> = transcript.cues.iter().enumerate().map(cue).collect();
    (!cues.is_empty()).then(|| cues.join("\n"))
}

/// WebVTT; nothing for a transcript without times. A speaker is a voice.
pub fn to_vtt(transcript: &Transcript) -> Option<String> {
    let cue = |cue: &Cue| {
        let voice = cue
            .speaker
            .as_deref()
            .map(|name| format!("<v {}>", escaped(name)));
        let times = times(cue, '.');
        format!(
            "{times}\n{}{}\n",
            voice.unwrap_or_default(),
            escaped(&cue.text)
        )
    };
    let cues: Vec<_> = transcript.cues.iter().map(cue).collect();
    (!cues.is_empty()).then(|| format!("WEBVTT\n\n{}", cues.join("\n")))
}

/// The words alone: a speaker where another begins, a paragraph for each.
pub fn to_plain(transcript: &Transcript) -> String {
    if transcript.cues.is_empty() {
        return format!("{}\n", transcript.plain);
    }
    let mut text = String::new();
    let mut speaker = &None;
    for cue in &transcript.cues {
        let words = cue.text.replace('\n', " ");
        if text.is_empty() || cue.speaker != *speaker {
            let name = cue.speaker.as_deref().map(|name| format!("{name}: "));
            let before = if text.is_empty() { "" } else { "\n\n" };
            text += &format!("{before}{}{words}", name.unwrap_or_default());
        } else {
            text += &format!(" {words}");
        }
        speaker = &cue.speaker;
    }
    text + "\n"
}

fn spoken(cue: &Cue) -> String {
    match &cue.speaker {
        Some(name) => format!("{name}: {}", cue.text),
        None => cue.text.clone(),
    }
}

fn times(cue: &Cue, point: char) -> String {
    let time = |ms: u64| {
        let (seconds, ms) = (ms / 1000, ms % 1000);
        let (minutes, seconds) = (seconds / 60, seconds % 60);
        let (hours, minutes) = (minutes / 60, minutes % 60);
        format!("{hours:02}:{minutes:02}:{seconds:02}{point}{ms:03}")
    };
    format!("{} --> {}", time(cue.start_ms), time(cue.end_ms))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use super::*;

    const VTT: &str = "WEBVTT\n\n00:00:01.000 --> 00:00:02.500\n<v Ada &amp; Bob>Is 1 &lt; 2 --&gt; true?\nYes.\n\n01:00:03.000 --> 01:00:04.000\n<v Ada &amp; Bob>So.\n\n01:00:04.000 --> 01:00:05.000\nApplause\n";

    #[test]
    fn what_is_written_is_read_again() {
        let made = read(VTT.as_bytes()).unwrap();
        assert_eq!(to_vtt(&made).unwrap(), VTT);
        let srt = to_srt(&made).unwrap();
        assert!(srt.starts_with(
            "1\n00:00:01,000 --> 00:00:02,500\nAda & Bob: Is 1 < 2 → true?\nYes.\n\n2\n01:00:03,000"
        ));
        assert_eq!(read(srt.as_bytes()).unwrap().cues.len(), 3);
        assert_eq!(
            to_plain(&made),
            "Ada & Bob: Is 1 < 2 --> true? Yes. So.\n\nApplause\n"
        );
    }

    #[test]
    fn a_text_without_times_stays_one() {
        let made = read(b"Hello.").unwrap();
        assert_eq!((to_srt(&made), to_vtt(&made)), (None, None));
        assert_eq!(to_plain(&made), "Hello.\n");
    }
}
