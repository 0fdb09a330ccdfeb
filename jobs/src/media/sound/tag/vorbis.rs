//! Words as the comment header of an Opus file.

use super::{Words, cover_type, internal};
use crate::StepError;
use crate::media::answer::nonsense;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ogg::{PacketReader, PacketWriteEndInfo, PacketWriter};
use std::fs::File;
use std::io::{BufRead, BufReader, Read, Seek, Write};

/// Said of every stream of ours: a number drawn by lot would make each file another.
const SERIAL: u32 = 1;
const VENDOR: &str = "pugcast";
/// Bytes of a packet: a frame has at most 1275, and what goes before them is short.
const MOST_PACKET: usize = 16 << 10;
/// FFmpeg writes a page a second.
const MOST_PAGES: usize = 100_000;

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
    check(bare)?;
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

/// Looks through the pages before a reader gathers packets from them: a child
/// wrote them, and may be a stranger's by now. One stream, and no packet or number
/// of pages that an encoder of ours does not come near.
fn check(bare: &mut (impl Read + Seek)) -> Result<(), StepError> {
    let cut_short = || nonsense("an Opus file that is cut short");
    let mut reader = BufReader::new(&mut *bare);
    let (mut pages, mut packet, mut serial) = (0, 0, None);
    while !reader.fill_buf().map_err(|e| internal(&e))?.is_empty() {
        let (mut head, mut lengths) = ([0; 27], [0; 255]);
        reader.read_exact(&mut head).map_err(|_| cut_short())?;
        pages += 1;
        let own = *serial.get_or_insert([head[14], head[15], head[16], head[17]]);
        if !head.starts_with(b"OggS") || own != head[14..18] || pages > MOST_PAGES {
            return Err(nonsense("no Opus file"));
        }
        let lengths = &mut lengths[..usize::from(head[26])];
        reader.read_exact(lengths).map_err(|_| cut_short())?;
        for length in lengths.iter() {
            packet += usize::from(*length);
            if packet > MOST_PACKET {
                return Err(nonsense("an Opus file with a packet that is too large"));
            }
            if *length < 255 {
                packet = 0;
            }
        }
        let body: i64 = lengths.iter().map(|length| i64::from(*length)).sum();
        reader.seek_relative(body).map_err(|e| internal(&e))?;
    }
    bare.rewind().map_err(|e| internal(&e))
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

    /// A page of so many full lengths and a last one, and what they announce.
    fn page(serial: u8, full: u8, last: u8) -> Vec<u8> {
        let mut page = b"OggS\0\0".to_vec();
        page.extend([0; 8]);
        page.extend([serial, 0, 0, 0]);
        page.extend([0; 8]);
        page.push(full + 1);
        page.extend(vec![255; full.into()]);
        page.push(last);
        page.extend(vec![7; usize::from(full) * 255 + usize::from(last)]);
        page
    }

    #[test]
    fn pages_are_counted_before_they_are_believed() {
        let said = |bytes: &[u8]| check(&mut std::io::Cursor::new(bytes)).map_err(|e| e.detail);
        assert_eq!(said(&[page(1, 3, 9), page(1, 60, 0)].concat()), Ok(()));
        for (bytes, expected) in [
            (page(1, 200, 255), "too large"),
            ([page(1, 30, 255), page(1, 40, 0)].concat(), "too large"),
            ([page(1, 0, 5), page(2, 0, 5)].concat(), "no Opus"),
            (page(1, 0, 0).repeat(MOST_PAGES + 1), "no Opus"),
            (b"OggX and whatever else there may be".to_vec(), "no Opus"),
            (b"OggS".to_vec(), "cut short"),
        ] {
            let error = said(&bytes).unwrap_err();
            assert!(error.contains(expected), "{error}");
        }
    }

    #[test]
    fn times_have_hours_and_thousandths() {
        assert_eq!(time(0), "00:00:00.000");
        assert_eq!(time(3_723_045), "01:02:03.045");
        assert_eq!(time(360_000_000), "100:00:00.000");
    }
}
