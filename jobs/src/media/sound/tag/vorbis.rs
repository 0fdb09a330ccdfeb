//! Words as the comment header of an Opus file.

use super::{Words, cover_type, internal};
use crate::StepError;
use crate::media::answer::nonsense;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ogg::{PacketReader, PacketWriteEndInfo, PacketWriter};
use std::fs::File;
use std::io::{BufReader, Write};

/// Said of every stream of ours: a number drawn by lot would make each file another.
const SERIAL: u32 = 1;
const VENDOR: &str = "pugcast";

/// Name and value of each comment.
pub(super) fn comments(words: &Words) -> Vec<(String, String)> {
    let texts = [
        ("TITLE", &words.title),
        ("ARTIST", &words.artist),
        ("ALBUM", &words.album),
        ("DATE", &words.date),
        ("LANGUAGE", &words.language),
        ("DESCRIPTION", &words.description),
        ("CONTACT", &words.url),
    ];
    let mut comments: Vec<_> = texts
        .into_iter()
        .filter(|(_, text)| !text.is_empty())
        .map(|(name, text)| (name.to_owned(), text.clone()))
        .collect();
    // The convention has three digits.
    for (nth, chapter) in words.chapters.iter().take(1000).enumerate() {
        let name = format!("CHAPTER{nth:03}");
        comments.push((name.clone(), time(chapter.start_ms)));
        comments.push((format!("{name}NAME"), chapter.title.clone()));
        if let Some(url) = &chapter.url {
            comments.push((format!("{name}URL"), url.to_string()));
        }
    }
    if let Some(block) = words.cover.as_deref().and_then(picture) {
        comments.push(("METADATA_BLOCK_PICTURE".to_owned(), STANDARD.encode(block)));
    }
    comments
}

/// Copies the packets of `bare`, its comment header replaced.
pub(super) fn copy(
    bare: &mut File,
    comments: &[(String, String)],
    out: impl Write,
) -> Result<(), StepError> {
    let mut reader = PacketReader::new(BufReader::new(bare));
    let mut writer = PacketWriter::new(out);
    let mut nth = 0u64;
    while let Some(packet) = reader.read_packet().map_err(|e| internal(&e))? {
        let granule = packet.absgp_page();
        let end = match (nth, packet.last_in_stream(), packet.last_in_page()) {
            (_, true, _) => PacketWriteEndInfo::EndStream,
            // Each header has pages of its own (RFC 7845, section 3).
            (0 | 1, ..) | (_, _, true) => PacketWriteEndInfo::EndPage,
            _ => PacketWriteEndInfo::NormalPacket,
        };
        let data = match nth {
            0 if !packet.data.starts_with(b"OpusHead") => return Err(nonsense("no Opus file")),
            1 => header(comments),
            _ => packet.data,
        };
        writer
            .write_packet(data, SERIAL, end, granule)
            .map_err(|e| internal(&e))?;
        nth += 1;
    }
    writer.into_inner().flush().map_err(|e| internal(&e))
}

fn header(comments: &[(String, String)]) -> Vec<u8> {
    let mut header = b"OpusTags".to_vec();
    let text = |header: &mut Vec<u8>, text: &str| {
        header.extend(length(text.len()).to_le_bytes());
        header.extend(text.as_bytes());
    };
    text(&mut header, VENDOR);
    header.extend(length(comments.len()).to_le_bytes());
    for (name, value) in comments {
        text(&mut header, &format!("{name}={value}"));
    }
    header
}

/// A picture block of FLAC, which the comment holds in base64.
fn picture(bytes: &[u8]) -> Option<Vec<u8>> {
    const FRONT_COVER: u32 = 3;
    let mime = cover_type(bytes)?;
    let mut block = FRONT_COVER.to_be_bytes().to_vec();
    block.extend(length(mime.len()).to_be_bytes());
    block.extend(mime.as_bytes());
    // No description; width, height, depth and colours "not known".
    block.extend([0; 4 + 16]);
    block.extend(length(bytes.len()).to_be_bytes());
    block.extend(bytes);
    Some(block)
}

fn length(bytes: usize) -> u32 {
    u32::try_from(bytes).unwrap_or(u32::MAX)
}

fn time(ms: u64) -> String {
    let (seconds, ms) = (ms / 1000, ms % 1000);
    let (minutes, seconds) = (seconds / 60, seconds % 60);
    format!(
        "{:02}:{:02}:{seconds:02}.{ms:03}",
        minutes / 60,
        minutes % 60
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_have_hours_and_thousandths() {
        assert_eq!(time(0), "00:00:00.000");
        assert_eq!(time(3_723_045), "01:02:03.045");
        assert_eq!(time(360_000_000), "100:00:00.000");
    }
}
