//! Rumble out, and a channel that says nothing.

use super::{Planes, RATE};
use biquad::{Biquad, Coefficients, DirectForm2Transposed, Q_BUTTERWORTH_F64, ToHertz, Type};

/// Below this is rumble: steps, handling, air conditioning.
const RUMBLE_HZ: f64 = 80.0;
/// A channel so much weaker than the other is not connected.
const SILENT_CHANNEL: f64 = 1e-4;
/// Channels that differ by no more are one.
const SAME: f64 = 1e-6;

/// A high-pass filter of second order (Butterworth) for each channel.
pub(super) struct HighPass(Vec<DirectForm2Transposed<f64>>);

impl HighPass {
    pub(super) fn new(channels: usize) -> Self {
        let made = Coefficients::from_params(
            Type::HighPass,
            f64::from(RATE).hz(),
            RUMBLE_HZ.hz(),
            Q_BUTTERWORTH_F64,
        );
        let coefficients = made.expect("80 Hz is below half of 48 kHz");
        Self(vec![DirectForm2Transposed::new(coefficients); channels])
    }

    pub(super) fn run(&mut self, planes: &mut Planes) {
        for (filter, plane) in self.0.iter_mut().zip(planes) {
            for x in plane {
                *x = filter.run(f64::from(*x)) as f32;
            }
        }
    }
}

/// What becomes of two channels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fold {
    /// All stay.
    Keep,
    /// Only one says something.
    Only(usize),
    /// Both say the same.
    Same,
}

impl Fold {
    pub(super) fn channels(self, before: usize) -> usize {
        match self {
            Fold::Keep => before,
            Fold::Only(_) | Fold::Same => 1,
        }
    }

    pub(super) fn run(self, planes: &mut Planes) {
        match self {
            Fold::Keep => {}
            Fold::Only(channel) => {
                planes.swap(0, channel);
                planes.truncate(1);
            }
            Fold::Same => planes.truncate(1),
        }
    }

    /// What folding does to the loudness, LU: two equal channels are louder than one.
    pub(super) fn loss(self) -> f64 {
        match self {
            Fold::Same => 10.0 * 2f64.log10(),
            Fold::Keep | Fold::Only(_) => 0.0,
        }
    }
}

/// Compares the two channels of a recording.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sides {
    energy: [f64; 2],
    difference: f64,
}

impl Sides {
    pub(super) fn add(&mut self, planes: &Planes) {
        if let [left, right] = planes.as_slice() {
            for (l, r) in left.iter().zip(right) {
                let (l, r) = (f64::from(*l), f64::from(*r));
                self.energy[0] += l * l;
                self.energy[1] += r * r;
                self.difference += (l - r) * (l - r);
            }
        }
    }

    pub(super) fn fold(&self) -> Fold {
        let [left, right] = self.energy;
        if left + right == 0.0 {
            Fold::Keep
        } else if right < left * SILENT_CHANNEL {
            Fold::Only(0)
        } else if left < right * SILENT_CHANNEL {
            Fold::Only(1)
        } else if self.difference < (left + right) * SAME {
            Fold::Same
        } else {
            Fold::Keep
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tone(hertz: f64) -> Vec<f32> {
        let step = 2.0 * std::f64::consts::PI * hertz / f64::from(RATE);
        (0..RATE)
            .map(|n| (f64::from(n) * step).sin() as f32)
            .collect()
    }

    #[test]
    fn rumble_goes_and_speech_stays() {
        let after = |hertz| {
            let mut planes = vec![tone(hertz)];
            HighPass::new(1).run(&mut planes);
            planes[0][24_000..]
                .iter()
                .fold(0.0f32, |most, x| most.max(x.abs()))
        };
        // Twelve decibels an octave.
        assert!(after(20.0) < 0.07, "{}", after(20.0));
        assert!((after(80.0) - 0.707).abs() < 0.01, "{}", after(80.0));
        assert!(after(300.0) > 0.99, "{}", after(300.0));
    }

    #[test]
    fn channels_fold_when_one_is_enough() {
        let fold = |left: Vec<f32>, right: Vec<f32>| {
            let mut sides = Sides::default();
            sides.add(&vec![left, right]);
            sides.fold()
        };
        let nothing = vec![0.0; RATE as usize];
        assert_eq!(fold(tone(440.0), nothing.clone()), Fold::Only(0));
        assert_eq!(fold(nothing.clone(), tone(440.0)), Fold::Only(1));
        assert_eq!(fold(tone(440.0), tone(440.0)), Fold::Same);
        assert_eq!(fold(tone(440.0), tone(450.0)), Fold::Keep);
        assert_eq!(fold(nothing.clone(), nothing), Fold::Keep);
    }
}
