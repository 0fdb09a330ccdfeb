//! How loud a sound is, by EBU R128.

use super::Planes;
use super::peak::Highest;
use crate::{Code, StepError};
use ebur128::{EbuR128, Mode};
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

/// Measures as the sound goes by, in memory that does not grow.
pub(super) struct Meter {
    ebu: Result<EbuR128, ebur128::Error>,
    highest: Highest,
}

impl Meter {
    pub(super) fn new(channels: usize, rate: u32) -> Self {
        let mode = Mode::I | Mode::HISTOGRAM;
        let count = u32::try_from(channels).unwrap_or(2);
        Self {
            ebu: EbuR128::new(count, rate, mode),
            highest: Highest::new(channels),
        }
    }

    pub(super) fn add(&mut self, planes: &Planes) {
        self.highest.add(planes);
        let Ok(ebu) = &mut self.ebu else {
            return;
        };
        let added = match planes.as_slice() {
            [one] => ebu.add_frames_planar_f32(&[one]),
            [left, right] => ebu.add_frames_planar_f32(&[left, right]),
            _ => Ok(()),
        };
        if let Err(error) = added {
            self.ebu = Err(error);
        }
    }

    pub(super) fn loudness(&self) -> Result<Loudness, StepError> {
        let lufs = self.ebu.as_ref().map_err(failed)?.loudness_global();
        Ok(Loudness {
            lufs: hundredths(lufs.map_err(|error| failed(&error))?),
            dbtp: hundredths(decibels(self.highest.peak().into())),
        })
    }
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

fn failed(error: &ebur128::Error) -> StepError {
    StepError::retry(
        Code::Internal,
        format!("loudness cannot be measured: {error}"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn silence_and_a_blip_have_none() {
        for plane in [vec![0.0; 96_000], vec![0.5; 10_000], vec![1e-6; 96_000]] {
            let mut meter = Meter::new(1, 48_000);
            meter.add(&vec![plane]);
            assert_eq!(meter.loudness().unwrap().lufs, SILENCE);
        }
        assert_eq!(Meter::new(2, 48_000).loudness().unwrap().dbtp, SILENCE);
    }
}
