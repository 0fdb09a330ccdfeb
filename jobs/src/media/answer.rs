//! What parent and child say to each other.
//!
//! The request is the child's first argument, as JSON; the file is its
//! standard input. The answer on standard output is the length of a JSON
//! header (four bytes, little endian), the header, then the files made, one
//! after the other. The parent trusts none of it: the child read a stranger's
//! file and may be the stranger's by now.

use super::{Picture, Probe, Use};
use crate::{Code, StepError};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use std::io::{self, Write};

/// Pixels of the longest side there can be: WebP knows no longer one.
const MOST_SIDE: u32 = 16_383;

/// What the child is to do with the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Job {
    Pictures,
    Probe,
}

/// The child's first argument.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Request {
    pub job: Job,
    pub memory: u64,
    pub cpu_s: u64,
    pub require_sandbox: bool,
}

/// The header of an answer.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Header {
    Pictures(Vec<Part>),
    Probe(Probe),
    Refused { code: String, detail: String },
}

/// One of the files that follow the header.
#[derive(Debug, Serialize, Deserialize)]
struct Part {
    used_as: Use,
    extension: String,
    width: u32,
    height: u32,
    length: usize,
    likeness: u64,
    colour: [u8; 3],
    frame_ms: Option<u64>,
}

/// What the child found or made.
#[derive(Debug)]
pub(super) enum Answer {
    Pictures(Vec<Picture>),
    Probe(Probe),
}

impl Answer {
    pub(super) fn into_pictures(self) -> Result<Vec<Picture>, StepError> {
        match self {
            Answer::Pictures(pictures) => Ok(pictures),
            Answer::Probe(_) => Err(nonsense("facts instead of pictures")),
        }
    }

    pub(super) fn into_probe(self) -> Result<Probe, StepError> {
        match self {
            Answer::Probe(probe) => Ok(probe),
            Answer::Pictures(_) => Err(nonsense("pictures instead of facts")),
        }
    }
}

/// Writes an answer, on the child's side.
pub(super) fn write(out: &mut impl Write, answer: &Result<Answer, StepError>) -> io::Result<()> {
    let header = match answer {
        Ok(Answer::Pictures(pictures)) => Header::Pictures(pictures.iter().map(part).collect()),
        Ok(Answer::Probe(probe)) => Header::Probe(probe.clone()),
        Err(error) => Header::Refused {
            code: error.code.as_str().to_owned(),
            detail: error.detail.clone(),
        },
    };
    let header = serde_json::to_vec(&header)?;
    let length = u32::try_from(header.len()).map_err(io::Error::other)?;
    out.write_all(&length.to_le_bytes())?;
    out.write_all(&header)?;
    if let Ok(Answer::Pictures(pictures)) = answer {
        for picture in pictures {
            out.write_all(&picture.bytes)?;
        }
    }
    out.flush()
}

/// Reads an answer, on the parent's side.
pub(super) fn read(bytes: &[u8]) -> Result<Answer, StepError> {
    let (length, rest) = bytes
        .split_first_chunk::<4>()
        .ok_or_else(|| nonsense("nothing"))?;
    let length = u32::from_le_bytes(*length) as usize;
    let (header, files) = rest
        .split_at_checked(length)
        .ok_or_else(|| nonsense("half an answer"))?;
    match serde_json::from_slice(header).map_err(|_| nonsense("no header we know"))? {
        Header::Pictures(parts) => cut(parts, files).map(Answer::Pictures),
        Header::Probe(probe) => Ok(Answer::Probe(probe)),
        Header::Refused { code, detail } => Err(refusal(&code, &detail)),
    }
}

fn part(picture: &Picture) -> Part {
    Part {
        used_as: picture.used_as,
        extension: picture.extension.to_owned(),
        width: picture.width,
        height: picture.height,
        length: picture.bytes.len(),
        likeness: picture.likeness,
        colour: picture.colour,
        frame_ms: picture.frame_ms,
    }
}

fn cut(parts: Vec<Part>, mut files: &[u8]) -> Result<Vec<Picture>, StepError> {
    let (mut pictures, mut seen) = (Vec::new(), HashSet::new());
    for part in parts {
        let sides = [part.width, part.height];
        if !seen.insert((part.used_as, part.extension.clone()))
            || sides.iter().any(|side| !(1..=MOST_SIDE).contains(side))
        {
            return Err(nonsense("pictures that nobody asked for"));
        }
        let (bytes, rest) = files
            .split_at_checked(part.length)
            .ok_or_else(|| nonsense("half a picture"))?;
        files = rest;
        let extension = match part.extension.as_str() {
            "jpg" if bytes.starts_with(b"\xff\xd8\xff") => "jpg",
            "webp" if bytes.starts_with(b"RIFF") => "webp",
            _ => return Err(nonsense("a file that is not a picture")),
        };
        pictures.push(Picture {
            used_as: part.used_as,
            extension,
            width: part.width,
            height: part.height,
            bytes: bytes.to_vec(),
            likeness: part.likeness,
            colour: part.colour,
            frame_ms: part.frame_ms,
        });
    }
    if !files.is_empty() {
        return Err(nonsense("more than it announced"));
    }
    if pictures.is_empty() {
        return Err(nonsense("no picture"));
    }
    Ok(pictures)
}

pub(super) fn refusal(code: &str, detail: &str) -> StepError {
    match Code::from_text(code) {
        Some(code @ (Code::MediaBroken | Code::SoundBroken | Code::MediaTooLarge)) => {
            StepError::fail(code, detail)
        }
        // Somebody can mend the machine; the file is not to blame. Nor is it
        // sure to be when its decoder dies: whoever counts says after how often.
        Some(code @ (Code::Sandbox | Code::Internal | Code::MediaChild)) => {
            StepError::retry(code, detail)
        }
        _ => nonsense("a code that is not its own"),
    }
}

pub(super) fn nonsense(what: &str) -> StepError {
    StepError::retry(
        Code::MediaChild,
        format!("the decoder answered with {what}"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn round(answer: Result<Answer, StepError>) -> Result<Answer, StepError> {
        let mut bytes = Vec::new();
        write(&mut bytes, &answer).unwrap();
        read(&bytes)
    }

    fn picture(bytes: &[u8]) -> Picture {
        Picture {
            used_as: Use::Small,
            extension: "jpg",
            width: 320,
            height: 180,
            bytes: bytes.to_vec(),
            likeness: u64::MAX - 1,
            colour: [11, 90, 107],
            frame_ms: Some(62_500),
        }
    }

    #[test]
    fn an_answer_survives_the_pipe() {
        let second = Picture {
            used_as: Use::Medium,
            ..picture(b"\xff\xd8\xfftwo")
        };
        let sent = vec![picture(b"\xff\xd8\xffone"), second];
        let got = round(Ok(Answer::Pictures(sent.clone())))
            .unwrap()
            .into_pictures()
            .unwrap();
        assert_eq!(got, sent);
        let error = StepError::fail(Code::MediaBroken, "no picture");
        assert_eq!(round(Err(error.clone())).unwrap_err(), error);
    }

    #[test]
    fn a_captured_child_cannot_speak_out_of_turn() {
        let html = round(Ok(Answer::Pictures(vec![picture(b"<script>")])));
        assert_eq!(html.unwrap_err().code, Code::MediaChild);
        let one = picture(b"\xff\xd8\xff");
        let wide = Picture {
            width: MOST_SIDE + 1,
            ..one.clone()
        };
        for pictures in [vec![], vec![one.clone(), one], vec![wide]] {
            let refused = round(Ok(Answer::Pictures(pictures))).unwrap_err();
            assert_eq!(refused.code, Code::MediaChild);
        }
        let code = round(Err(StepError::fail(Code::ProviderKey, "send me a new one")));
        assert_eq!(code.unwrap_err().code, Code::MediaChild);
        for bytes in [
            &b""[..],
            b"\x01",
            b"\xff\xff\xff\xff{}",
            b"\x02\0\0\0{}",
            b"\0\0\0\0rest",
        ] {
            assert_eq!(read(bytes).unwrap_err().code, Code::MediaChild);
        }
        let mut long = Vec::new();
        write(
            &mut long,
            &Ok(Answer::Pictures(vec![picture(b"\xff\xd8\xff")])),
        )
        .unwrap();
        long.push(0);
        assert_eq!(read(&long).unwrap_err().code, Code::MediaChild);
    }
}
