//! Where a recording begins and ends to be more than silence.

use super::RATE;

/// Ten milliseconds.
const WINDOW: u64 = RATE as u64 / 100;
/// One for each decibel from −100 to 0.
const LEVELS: usize = 101;
/// How far below its loudness a recording counts as silent, dB.
const BELOW: f64 = 30.0;
/// What is left of the silence at each end.
const KEPT: u64 = RATE as u64 / 5;
/// Less than this cannot be measured (EBU R128's block is 0.4 s).
const LEAST: u64 = RATE as u64 / 2;

/// Remembers for each level where it was first and last reached: a few
/// numbers, however long the recording.
#[derive(Clone, Debug)]
pub(super) struct Edges {
    first: [Option<u64>; LEVELS],
    last: [Option<u64>; LEVELS],
    window: u64,
    energy: f64,
    filled: u64,
}

impl Edges {
    pub(super) fn new() -> Self {
        Self {
            first: [None; LEVELS],
            last: [None; LEVELS],
            window: 0,
            energy: 0.0,
            filled: 0,
        }
    }

    pub(super) fn add(&mut self, planes: &[Vec<f32>]) {
        let (frames, mut at) = (planes.first().map_or(0, Vec::len), 0);
        while at < frames {
            let to = frames.min(at + (WINDOW - self.filled) as usize);
            // The louder channel speaks for both.
            let energies = planes.iter().map(|plane| energy(&plane[at..to]));
            self.energy += energies.fold(0.0, f64::max);
            self.filled += (to - at) as u64;
            at = to;
            if self.filled == WINDOW {
                self.close();
            }
        }
    }

    fn close(&mut self) {
        let level = 10.0 * (self.energy / self.filled.max(1) as f64).log10();
        // Silence proper is minus infinity, and casts to 0.
        let level = ((level + 100.0) as usize).min(LEVELS - 1);
        self.first[level].get_or_insert(self.window);
        self.last[level] = Some(self.window);
        self.window += 1;
        self.energy = 0.0;
        self.filled = 0;
    }

    /// The samples to keep of `frames`, for a recording of this loudness.
    pub(super) fn kept(&self, lufs: f64, frames: u64) -> (u64, u64) {
        let from = ((lufs - BELOW + 100.0).max(20.0) as usize).min(LEVELS - 1);
        let first = self.first[from..].iter().flatten().min();
        let last = self.last[from..].iter().flatten().max();
        let (Some(first), Some(last)) = (first, last) else {
            return (0, frames);
        };
        let start = (first * WINDOW).saturating_sub(KEPT);
        let end = ((last + 1) * WINDOW).saturating_add(KEPT);
        // The last window is never closed; what is in it may be sound.
        let end = if end + WINDOW >= frames { frames } else { end };
        (start, end.max(start + LEAST).min(frames))
    }
}

fn energy(samples: &[f32]) -> f64 {
    samples.iter().map(|x| f64::from(x * x)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(pieces: &[(f32, u64)], lufs: f64) -> (u64, u64) {
        let mut edges = Edges::new();
        let mut frames = 0;
        for &(level, length) in pieces {
            edges.add(&[vec![level; length as usize]]);
            frames += length;
        }
        edges.kept(lufs, frames)
    }

    #[test]
    fn a_fifth_of_a_second_of_silence_stays() {
        let second = u64::from(RATE);
        let got = kept(
            &[(0.0, 2 * second), (0.1, second), (0.0001, 3 * second)],
            -20.0,
        );
        assert_eq!(got, (2 * second - KEPT, 3 * second + KEPT));
    }

    #[test]
    fn what_is_not_silent_stays_whole() {
        assert_eq!(kept(&[(0.1, 50_001)], -20.0), (0, 50_001));
        // A quiet recording's quiet is its own.
        assert_eq!(kept(&[(0.0003, 48_000)], -70.0), (0, 48_000));
        assert_eq!(kept(&[(0.0, 48_000)], -99.0), (0, 48_000));
    }

    #[test]
    fn a_click_keeps_enough_to_be_measured() {
        let (start, end) = kept(&[(0.5, WINDOW), (0.0, 96_000)], -40.0);
        assert_eq!((start, end), (0, LEAST));
    }
}
