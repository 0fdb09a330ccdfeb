//! Any upload, to what was said.

use super::{Cue, MOST_BYTES, Refused, Skipped, Transcript, cue, markup};
use crate::text;
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// Characters of one cue.
const MOST_TEXT: usize = 2000;
/// Reasons that are kept: a file full of them has one.
const MOST_SKIPPED: usize = 100;

/// Reads SRT, WebVTT (W3C Candidate Recommendation of 2019) or plain text in
/// UTF-8, UTF-16 with its mark, or windows-1252, whatever its name.
///
/// A cue that cannot be used is left out with its reason.
///
/// # Errors
/// Why nothing of it can be used.
pub fn read(bytes: &[u8]) -> Result<Transcript, Refused> {
    if bytes.len() > MOST_BYTES {
        return Err(Refused::TooLarge);
    }
    let words = decoded(bytes)?;
    let timed = words.trim_start().starts_with("WEBVTT") || words.contains("-->");
    if timed {
        return cues(&words);
    }
    match text::tidy(&words) {
        plain if plain.is_empty() => Err(Refused::Empty),
        plain => Ok(Transcript {
            plain,
            ..Transcript::default()
        }),
    }
}

fn decoded(bytes: &[u8]) -> Result<String, Refused> {
    let encoding = match Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding,
        None if std::str::from_utf8(bytes).is_ok() => UTF_8,
        None => WINDOWS_1252,
    };
    let (words, _, broken) = encoding.decode(bytes);
    let text = words.replace("\r\n", "\n").replace('\r', "\n");
    // No text holds these; a zip, a picture and a recording do.
    match broken || text.contains('\0') {
        true => Err(Refused::NotText),
        false => Ok(text),
    }
}

fn cues(words: &str) -> Result<Transcript, Refused> {
    let lines: Vec<&str> = words.lines().collect();
    let mut made = Transcript::default();
    let mut at = 0;
    while at < lines.len() {
        if !lines[at].contains("-->") {
            // A note, a style, a number or a title: none is said by anybody.
            at = match is_block(lines[at]) {
                true => block_end(&lines, at),
                false => at + 1,
            };
            continue;
        }
        let end = cue_end(&lines, at);
        if let Err(reason) = add(&mut made, lines[at], &lines[at + 1..end])
            && made.skipped.len() < MOST_SKIPPED
        {
            let line = at + 1;
            made.skipped.push(Skipped { line, reason });
        }
        at = end;
    }
    match made.cues.is_empty() {
        true => Err(Refused::NoCue),
        false => Ok(made),
    }
}

fn add(made: &mut Transcript, times: &str, said: &[&str]) -> Result<(), &'static str> {
    let (start_ms, end_ms) = cue::times(times).ok_or("its times cannot be read")?;
    if end_ms <= start_ms {
        return Err("it ends before it starts");
    }
    if made
        .cues
        .last()
        .is_some_and(|last| start_ms < last.start_ms)
    {
        return Err("it starts before the one above it");
    }
    let voices = markup::voices(&said.join("\n"));
    if voices.is_empty() {
        return Err("nothing is said");
    }
    for (speaker, words) in voices {
        made.cues.push(Cue {
            start_ms,
            end_ms,
            speaker,
            text: text::cut(&words, MOST_TEXT),
        });
    }
    Ok(())
}

/// Behind the last line of the cue whose times stand at `at`.
fn cue_end(lines: &[&str], at: usize) -> usize {
    let mut end = at + 1;
    while end < lines.len() && !lines[end].trim().is_empty() {
        if lines[end].contains("-->") {
            // The empty line was forgotten; the number above belongs to the next.
            let number = |line: &str| line.trim().bytes().all(|b| b.is_ascii_digit());
            return match end > at + 1 && number(lines[end - 1]) {
                true => end - 1,
                false => end,
            };
        }
        end += 1;
    }
    end
}

fn is_block(line: &str) -> bool {
    ["NOTE", "STYLE", "REGION"].iter().any(|word| {
        line.strip_prefix(word)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace))
    })
}

fn block_end(lines: &[&str], at: usize) -> usize {
    let empty = lines[at..].iter().position(|line| line.trim().is_empty());
    empty.map_or(lines.len(), |nth| at + nth)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(bytes: &[u8]) -> Vec<(u64, u64, String)> {
        let made = read(bytes).unwrap();
        let line = |cue: Cue| match cue.speaker {
            Some(name) => (cue.start_ms, cue.end_ms, format!("{name}: {}", cue.text)),
            None => (cue.start_ms, cue.end_ms, cue.text),
        };
        made.cues.into_iter().map(line).collect()
    }

    #[test]
    fn srt_with_a_mark_and_foreign_line_ends() {
        let text = "\u{feff}1\r\n00:00:01,000 --> 00:00:02,500\r\nOne\r\nline\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\n<i>Two</i>\r\n";
        let expected = [(1000, 2500, "One\nline".into()), (3000, 4000, "Two".into())];
        assert_eq!(said(text.as_bytes()), expected);
        let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(said(&wide), expected);
    }

    #[test]
    fn webvtt_with_all_that_is_not_said() {
        let text = "WEBVTT - a title\nKind: captions\n\nNOTE 00:00 --> is no cue\nnor this\n\nSTYLE\n::cue { color: red }\n\nintro\n00:01.000 --> 00:02.000 line:0\n<v Ada>Hi.</v>\n\n00:02.000 --> 00:03.000\n- No name\n";
        assert_eq!(
            said(text.as_bytes()),
            [
                (1000, 2000, "Ada: Hi.".into()),
                (2000, 3000, "- No name".into())
            ]
        );
    }

    #[test]
    fn what_cannot_be_used_is_left_out_with_a_reason() {
        let text = "1\n00:00:05,000 --> 00:00:06,000\nGood\n2\n00:00:xx,000 --> 00:00:07,000\nBad\n\n3\n00:00:08,000 --> 00:00:08,000\nShort\n\n4\n00:00:01,000 --> 00:00:02,000\nBack\n\n5\n00:00:09,000 --> 00:00:10,000\n\n6\n00:00:11,000 --> 00:00:12,000\nLast";
        let made = read(text.as_bytes()).unwrap();
        assert_eq!(
            said(text.as_bytes()),
            [(5000, 6000, "Good".into()), (11_000, 12_000, "Last".into())]
        );
        let reasons: Vec<_> = made.skipped.iter().map(|s| (s.line, s.reason)).collect();
        assert_eq!(
            reasons,
            [
                (5, "its times cannot be read"),
                (9, "it ends before it starts"),
                (13, "it starts before the one above it"),
                (17, "nothing is said"),
            ]
        );
    }

    #[test]
    fn old_encodings_plain_texts_and_what_is_none() {
        assert_eq!(
            said(b"1\n00:00:01,000 --> 00:00:02,000\nCaf\xe9\n")[0].2,
            "Café"
        );
        let plain = read("Hello.\r\n\r\nWorld.\n".as_bytes()).unwrap();
        assert_eq!(plain.plain, "Hello.\n\nWorld.");
        let refused = |bytes: &[u8]| read(bytes).unwrap_err();
        assert_eq!(refused(b" \n"), Refused::Empty);
        assert_eq!(refused(b"WEBVTT\n\nhello"), Refused::NoCue);
        assert_eq!(refused(b"PK\x03\x04\0\0"), Refused::NotText);
        assert_eq!(refused(b"\xff\xfe\0\xd8"), Refused::NotText);
        assert_eq!(refused(&vec![b'a'; MOST_BYTES + 1]), Refused::TooLarge);
    }
}
