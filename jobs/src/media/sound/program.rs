//! The parts of an episode as one sound, with a pause between them.

use super::source::Shared;
use super::{Planes, RATE};
use crate::{Code, StepError};
use std::io::{self, BufReader, Read, Seek};

/// Silence between two parts: half a second.
pub(super) const GAP: u64 = RATE as u64 / 2;
/// Samples of each channel in a block.
const BLOCK: usize = 4096;

/// Samples of 16 bits that a child wrote.
#[derive(Clone, Debug)]
pub(super) struct Track {
    pub(super) file: Shared,
    /// 1 or 2.
    pub(super) channels: usize,
    /// Samples of each channel.
    pub(super) frames: u64,
}

/// Where each part starts, and the length of the whole, in samples.
pub(super) fn places(lengths: impl IntoIterator<Item = u64>) -> (Vec<u64>, u64) {
    let (mut starts, mut end) = (Vec::new(), 0);
    for length in lengths {
        let start = if starts.is_empty() { 0 } else { end + GAP };
        starts.push(start);
        end = start + length;
    }
    (starts, end)
}

/// The channels of the whole: two if any part has two.
pub(super) fn channels(tracks: &[Track]) -> usize {
    tracks.iter().map(|track| track.channels).max().unwrap_or(1)
}

/// Hands over the whole, block by block.
pub(super) fn each(
    tracks: &[Track],
    mut each: impl FnMut(&mut Planes) -> Result<(), StepError>,
) -> Result<(), StepError> {
    let channels = channels(tracks);
    for (nth, track) in tracks.iter().enumerate() {
        if nth > 0 {
            each(&mut vec![vec![0.0; GAP as usize]; channels])?;
        }
        let mut file = track.file.clone();
        file.rewind().map_err(|e| unread(&e))?;
        let mut reader = BufReader::with_capacity(1 << 16, file);
        let mut left = track.frames;
        while left > 0 {
            let frames = left.min(BLOCK as u64) as usize;
            let mut bytes = vec![0; frames * track.channels * 2];
            reader.read_exact(&mut bytes).map_err(|e| unread(&e))?;
            each(&mut planes(&bytes, track.channels, channels))?;
            left -= frames as u64;
        }
    }
    Ok(())
}

fn planes(bytes: &[u8], from: usize, to: usize) -> Planes {
    let samples = bytes.as_chunks::<2>().0;
    let plane = |channel: usize| {
        let own = samples.iter().skip(channel.min(from - 1)).step_by(from);
        own.map(|two| f32::from(i16::from_le_bytes(*two)) / 32_768.0)
            .collect()
    };
    (0..to).map(plane).collect()
}

fn unread(error: &io::Error) -> StepError {
    StepError::retry(
        Code::Internal,
        format!("the mastered sound cannot be read again: {error}"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_lie_half_a_second_apart() {
        assert_eq!(places([]), (vec![], 0));
        assert_eq!(places([5]), (vec![0], 5));
        assert_eq!(places([48_000, 10]), (vec![0, 72_000], 72_010));
    }

    #[test]
    fn one_channel_serves_for_two() {
        let bytes = [0, 64, 0, 192];
        assert_eq!(planes(&bytes, 1, 2), vec![vec![0.5, -0.5]; 2]);
        assert_eq!(planes(&bytes, 2, 2), vec![vec![0.5], vec![-0.5]]);
    }
}
