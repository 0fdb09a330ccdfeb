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
    ebu: EbuR128,
    highest: Highest,
}

impl Meter {
    pub(super) fn new(channels: usize) -> Result<Self, StepError> {
        let mode = Mode::I | Mode::HISTOGRAM;
        let channels_u32 = u32::try_from(channels).unwrap_or(2);
        Ok(Self {
            ebu: EbuR128::new(channels_u32, super::RATE, mode).map_err(failed)?,
            highest: Highest::new(channels),
        })
    }

    pub(super) fn add(&mut self, planes: &Planes) -> Result<(), StepError> {
        self.highest.add(planes);
        match planes.as_slice() {
            [one] => self.ebu.add_frames_planar_f32(&[one]),
            [left, right] => self.ebu.add_frames_planar_f32(&[left, right]),
            _ => Ok(()),
        }
        .map_err(failed)
    }

    pub(super) fn loudness(&self) -> Result<Loudness, StepError> {
        let lufs = self.ebu.loudness_global().map_err(failed)?;
        Ok(Loudness {
            lufs: hundredths(lufs),
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

fn failed(error: ebur128::Error) -> StepError {
    StepError::retry(
        Code::Internal,
        format!("loudness cannot be measured: {error}"),
    )
}
