//! How loud a sound is, by EBU R128.

use super::Planes;
use super::peak::Highest;
use super::section::Section;
use serde::{Deserialize, Serialize};

/// The lowest figure we write for silence: JSON knows no infinity.
const SILENCE: f64 = -99.0;

/// The loudness of a whole sound.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Loudness {
    /// Integrated loudness, LUFS (EBU R128, ITU-R BS.1770-4); −99: nothing above the gate of −70.
    pub lufs: f64,
    /// Highest true peak, dBTP (ITU-R BS.1770-4, annex 2); −99: silence.
    pub dbtp: f64,
}

impl Loudness {
    /// Whether it can be one of a sound.
    pub(super) fn is_possible(self) -> bool {
        [self.lufs, self.dbtp]
            .iter()
            .all(|value| (SILENCE..=-SILENCE).contains(value))
    }
}

/// Steps of a second: each begins a block of four of them.
const STEPS: u64 = 10;
const BLOCK: usize = 4;
/// Quieter blocks count for nothing, LUFS.
const GATE: f64 = -70.0;
/// Nor do those so much below the mean of the others, LU.
const BELOW: f64 = -10.0;

/// Measures as the sound goes by; remembers 80 bytes a second.
///
/// Crates for this give the same figures and take four times as long, which an
/// episode would pay five times.
pub(super) struct Meter {
    ears: Vec<[Section; 2]>,
    highest: Highest,
    /// Samples of a step, and of the one begun.
    step: usize,
    filled: usize,
    /// The energy of the step begun, and of each before it.
    energy: f64,
    steps: Vec<f64>,
}

impl Meter {
    pub(super) fn new(channels: usize, rate: u32) -> Self {
        Self {
            ears: vec![[Section::head(rate), Section::ear(rate)]; channels],
            highest: Highest::new(channels),
            step: (u64::from(rate).div_ceil(STEPS)).max(1) as usize,
            filled: 0,
            energy: 0.0,
            steps: Vec::new(),
        }
    }

    pub(super) fn add(&mut self, planes: &Planes) {
        self.highest.add(planes);
        let (frames, mut at) = (planes[0].len(), 0);
        while at < frames {
            let to = frames.min(at + self.step - self.filled);
            for (ears, plane) in self.ears.iter_mut().zip(planes) {
                self.energy += energy(ears, &plane[at..to]);
            }
            self.filled += to - at;
            at = to;
            if self.filled == self.step {
                self.steps.push(self.energy);
                (self.energy, self.filled) = (0.0, 0);
            }
        }
    }

    pub(super) fn loudness(&self) -> Loudness {
        let samples = (self.step * BLOCK) as f64;
        let blocks = self.steps.windows(BLOCK);
        let heard: Vec<f64> = blocks
            .map(|steps| steps.iter().sum::<f64>() / samples)
            .filter(|block| lufs(*block) >= GATE)
            .collect();
        let gate = lufs(mean(heard.iter().copied())) + BELOW;
        let counted = heard.iter().copied().filter(|block| lufs(*block) >= gate);
        Loudness {
            lufs: hundredths(lufs(mean(counted))),
            dbtp: hundredths(decibels(self.highest.peak().into())),
        }
    }
}

/// What ears make of the samples, squared and summed.
fn energy(ears: &mut [Section; 2], samples: &[f32]) -> f64 {
    let [mut head, mut ear] = ears.clone();
    let mut energy = 0.0;
    for x in samples {
        let heard = ear.next(head.next(f64::from(*x)));
        energy += heard * heard;
    }
    head.rest();
    ear.rest();
    *ears = [head, ear];
    energy
}

/// The loudness of a mean energy.
fn lufs(energy: f64) -> f64 {
    -0.691 + 10.0 * energy.log10()
}

/// Of none it is 0.
fn mean(values: impl Iterator<Item = f64>) -> f64 {
    let (mut sum, mut count) = (0.0, 0u32);
    for value in values {
        sum += value;
        count += 1;
    }
    sum / f64::from(count.max(1))
}

/// The decibels of an amplitude.
pub(super) fn decibels(amplitude: f64) -> f64 {
    20.0 * amplitude.log10()
}

/// The amplitude of decibels.
pub(super) fn amplitude(decibels: f64) -> f64 {
    10f64.powf(decibels / 20.0)
}

fn hundredths(value: f64) -> f64 {
    (value.max(SILENCE) * 100.0).round() / 100.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use ebur128::{EbuR128, Mode};

    fn measured(planes: &Planes, rate: u32) -> Loudness {
        let mut meter = Meter::new(planes.len(), rate);
        for at in (0..planes[0].len()).step_by(1000) {
            let block = |plane: &Vec<f32>| plane[at..plane.len().min(at + 1000)].to_vec();
            meter.add(&planes.iter().map(block).collect());
        }
        meter.loudness()
    }

    /// Words, quiet ones, pauses and hiss, of a fixed lot.
    fn speech(rate: u32, seconds: u32) -> Vec<f32> {
        let mut lot = 7u32;
        let samples = (0..rate * seconds).map(|n| {
            lot = lot.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let time = f64::from(n) / f64::from(rate);
            let level = [0.4, 0.02, 0.0, 0.2, 0.001][(time * 1.7) as usize % 5];
            let noise = f64::from(lot >> 8) / f64::from(1 << 24) - 0.5;
            (level * ((time * 1100.0).sin() + noise)) as f32
        });
        samples.collect()
    }

    #[test]
    fn another_meter_reads_the_same() {
        for rate in [8_000, 22_050, 44_100, 48_000] {
            let planes = vec![speech(rate, 20), vec![0.1; 20 * rate as usize]];
            for planes in [planes.clone(), planes[..1].to_vec()] {
                let channels = planes.len() as u32;
                let mut other = EbuR128::new(channels, rate, Mode::I).unwrap();
                let slices: Vec<&[f32]> = planes.iter().map(Vec::as_slice).collect();
                other.add_frames_planar_f32(&slices).unwrap();
                let (ours, theirs) = (measured(&planes, rate), other.loudness_global().unwrap());
                assert!((ours.lufs - theirs).abs() < 0.011, "{ours:?} {theirs}");
            }
        }
    }

    #[test]
    fn silence_and_a_blip_have_none() {
        for plane in [vec![0.0; 96_000], vec![0.5; 10_000], vec![1e-6; 96_000]] {
            assert_eq!(measured(&vec![plane], 48_000).lufs, SILENCE);
        }
        assert_eq!(Meter::new(2, 48_000).loudness().dbtp, SILENCE);
    }
}
