//! The name of the encoder in an MP3's first frame.
//!
//! FFmpeg writes its own there, and programs that look for LAME's (mutagen is
//! one) do not believe the padding beside it and tell a length too long by it.

use std::io::{self, Read, Seek, SeekFrom, Write};

/// Who encodes, in the nine bytes there are.
const NAME: &[u8; 9] = b"LAME3.100";
/// Bytes from the frame's mark to the name: flags, frames, bytes, seeking table, quality.
const TO_NAME: usize = 4 + 4 + 4 + 4 + 100 + 4;
/// Bytes from the name to the checksum of all before it.
const TO_SUM: usize = 34;

/// Puts the name into the first frame of an MP3, and the checksum right.
///
/// # Errors
/// Where the frame is not as FFmpeg writes it, or the file cannot be read or written.
pub(super) fn sign(file: &mut (impl Read + Write + Seek)) -> io::Result<()> {
    let mut head = [0; 256];
    file.rewind()?;
    file.read_exact(&mut head)?;
    // Behind the side information, which is shorter for one channel.
    let at = [21, 36]
        .into_iter()
        .find(|at| &head[*at..at + 4] == b"Info");
    let name = at.ok_or_else(|| io::Error::other("no first frame"))? + TO_NAME;
    let sum = name + TO_SUM;
    head[name..name + NAME.len()].copy_from_slice(NAME);
    let right = crc16(&head[..sum]).to_be_bytes();
    head[sum..sum + 2].copy_from_slice(&right);
    file.rewind()?;
    file.write_all(&head)?;
    file.seek(SeekFrom::End(0))?;
    Ok(())
}

/// CRC-16/ARC.
fn crc16(bytes: &[u8]) -> u16 {
    bytes.iter().fold(0, |sum, byte| {
        (0..8).fold(sum ^ u16::from(*byte), |sum, _| {
            (sum >> 1) ^ (0xa001 & (sum & 1).wrapping_neg())
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_the_known_one() {
        assert_eq!(crc16(b"123456789"), 0xbb3d);
    }

    #[test]
    fn another_frame_is_left_alone() {
        let mut file = io::Cursor::new(vec![7; 300]);
        assert!(sign(&mut file).is_err());
        assert_eq!(file.into_inner(), [7; 300]);
    }
}
