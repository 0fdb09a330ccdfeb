//! The shape of a sound, for a player to draw.

use super::Planes;
use serde::{Deserialize, Serialize};

/// Points, at most; half as many at least once a sound is long. More than a
/// player is wide help nobody, and an hour stays under 30 kB, zipped.
const POINTS: usize = 4000;
/// Samples of a point as long as there are few; then twice as many, and so on.
const LEAST: u64 = 256;

/// The shape of a sound in the JSON format of audiowaveform, version 2:
/// for each point the lowest and the highest sample of 8 bits, channels mixed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wave {
    /// The format's version, 2.
    pub version: u8,
    /// Channels drawn, 1.
    pub channels: u8,
    /// Samples per second of the sound.
    pub sample_rate: u32,
    /// Samples that make a point.
    pub samples_per_pixel: u64,
    /// Bits of a value, 8.
    pub bits: u8,
    /// Points.
    pub length: usize,
    /// Lowest and highest of each point, one after the other.
    pub data: Vec<i8>,
}

/// Draws as the sound goes by.
pub(super) struct Drawing {
    per_point: u64,
    filled: u64,
    low: f32,
    high: f32,
    data: Vec<i8>,
}

impl Drawing {
    pub(super) fn new() -> Self {
        Self {
            per_point: LEAST,
            filled: 0,
            low: 0.0,
            high: 0.0,
            data: Vec::new(),
        }
    }

    pub(super) fn add(&mut self, planes: &Planes) {
        let (frames, mut at) = (planes[0].len(), 0);
        while at < frames {
            let left = usize::try_from(self.per_point - self.filled).unwrap_or(frames);
            let to = frames.min(at.saturating_add(left));
            let (low, high) = match planes.as_slice() {
                [one] => span(one[at..to].iter().copied()),
                [left, right] => {
                    let both = left[at..to].iter().zip(&right[at..to]);
                    span(both.map(|(l, r)| (l + r) / 2.0))
                }
                _ => (0.0, 0.0),
            };
            (self.low, self.high) = match self.filled {
                0 => (low, high),
                _ => (self.low.min(low), self.high.max(high)),
            };
            self.filled += (to - at) as u64;
            at = to;
            if self.filled == self.per_point {
                self.close();
            }
        }
    }

    fn close(&mut self) {
        let bits = |x: f32| (x * 128.0).floor() as i8;
        self.data.extend([bits(self.low), bits(self.high)]);
        self.filled = 0;
        if self.data.len() > POINTS * 2 {
            self.halve();
        }
    }

    /// Makes one point of two; one more is left over, and begins the next.
    fn halve(&mut self) {
        let mut points = self.data.as_chunks::<4>().0.iter();
        let halved = points
            .by_ref()
            .flat_map(|[a, b, c, d]| [*a.min(c), *b.max(d)])
            .collect();
        if let [low, high] = self.data.as_chunks::<4>().1 {
            self.low = f32::from(*low) / 128.0;
            self.high = f32::from(*high) / 128.0;
            self.filled = self.per_point;
        }
        self.data = halved;
        self.per_point *= 2;
    }

    pub(super) fn end(mut self, rate: u32) -> Wave {
        if self.filled > 0 {
            self.close();
        }
        Wave {
            version: 2,
            channels: 1,
            sample_rate: rate,
            samples_per_pixel: self.per_point,
            bits: 8,
            length: self.data.len() / 2,
            data: self.data,
        }
    }
}

/// The lowest and the highest of some samples.
fn span(samples: impl Iterator<Item = f32>) -> (f32, f32) {
    // No number is ever missing here, and without a word for that a processor
    // compares several at once.
    let lower = |a: f32, b: f32| if b < a { b } else { a };
    let higher = |a: f32, b: f32| if b > a { b } else { a };
    samples.fold((f32::INFINITY, f32::NEG_INFINITY), |(low, high), x| {
        (lower(low, x), higher(high, x))
    })
}

impl Wave {
    /// How loud each point is, 0 to 255.
    pub fn peaks(&self) -> Vec<u8> {
        let point = |two: &[i8; 2]| two[0].unsigned_abs().max(two[1].unsigned_abs());
        let points = self.data.as_chunks::<2>().0.iter();
        points.map(|two| point(two).saturating_mul(2)).collect()
    }

    /// Whether it can be the shape of a sound of so many samples.
    pub(super) fn fits(&self, frames: u64) -> bool {
        self.sample_rate == super::RATE
            && self.plausible()
            && self.length as u64 == frames.div_ceil(self.samples_per_pixel)
    }

    /// Whether it is a shape as we draw it.
    pub(super) fn plausible(&self) -> bool {
        (self.version, self.channels, self.bits) == (2, 1, 8)
            && (1..=super::RATE).contains(&self.sample_rate)
            && self.samples_per_pixel > 0
            && self.length <= POINTS
            && self.data.len() == self.length * 2
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_point_holds_the_lowest_and_the_highest() {
        let mut drawing = Drawing::new();
        let mut plane = vec![0.25; 600];
        (plane[3], plane[300], plane[599]) = (-1.0, 0.5, 1.0);
        drawing.add(&vec![plane]);
        let wave = drawing.end(super::super::RATE);
        assert_eq!(wave.data, [-128, 32, 32, 64, 32, 127]);
        assert_eq!(wave.peaks(), [255, 128, 254]);
        assert!(wave.fits(600) && !wave.fits(900));
    }

    #[test]
    fn length_does_not_matter_to_its_size() {
        let mut drawing = Drawing::new();
        let frames = 256 * 100_000 + 77;
        let plane: Vec<f32> = (0..frames)
            .map(|n| if n == 20_000_000 { -1.0 } else { 0.1 })
            .collect();
        for piece in plane.chunks(100_000) {
            drawing.add(&vec![piece.to_vec()]);
        }
        let wave = drawing.end(super::super::RATE);
        assert!(
            (POINTS / 2..=POINTS).contains(&wave.length),
            "{}",
            wave.length
        );
        assert!(wave.fits(frames));
        let lowest = wave
            .data
            .iter()
            .step_by(2)
            .position(|low| *low == -128)
            .unwrap();
        assert_eq!(lowest as u64, 20_000_000 / wave.samples_per_pixel);
        assert_eq!(wave.data.iter().filter(|low| **low == -128).count(), 1);
    }
}
