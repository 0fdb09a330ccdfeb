//! True peaks: what the sound reaches between its samples (ITU-R BS.1770-4,
//! annex 2), by four-fold oversampling.

use std::f64::consts::PI;

/// Samples that a value between two others is made from.
const TAPS: usize = 24;
/// Values looked at between two samples.
const BETWEEN: usize = 3;
/// Samples checked at once for whether they can matter at all.
const STRIDE: usize = 32;
/// How many samples behind the newest one a peak is known.
pub(super) const BEHIND: usize = TAPS / 2;

/// Looks between the samples of one channel.
#[derive(Clone, Debug)]
pub(super) struct Finder {
    filters: [[f32; TAPS]; BETWEEN],
    /// The most that a value between samples can be, for samples of 1.
    most: f32,
    /// The last samples of the block before, then the block.
    window: Vec<f32>,
}

impl Finder {
    pub(super) fn new() -> Self {
        let filters: [[f32; TAPS]; BETWEEN] =
            std::array::from_fn(|phase| filter((phase + 1) as f64 / (BETWEEN + 1) as f64));
        let sum = |taps: &[f32; TAPS]| taps.iter().map(|tap| tap.abs()).sum::<f32>();
        Self {
            most: filters.iter().map(sum).fold(1.0, f32::max),
            filters,
            window: vec![0.0; TAPS - 1],
        }
    }

    /// Calls `found` with the place in this block and the peak around the
    /// sample [`BEHIND`] it, wherever that peak is above `floor`.
    pub(super) fn above(&mut self, block: &[f32], floor: f32, mut found: impl FnMut(usize, f32)) {
        self.window.extend_from_slice(block);
        for (nth, stride) in block.chunks(STRIDE).enumerate() {
            let from = nth * STRIDE;
            let reach = &self.window[from..from + stride.len() + TAPS - 1];
            if loudest(reach) * self.most <= floor {
                continue;
            }
            let peaks = self.peaks(reach);
            for (at, peak) in peaks[..stride.len()].iter().enumerate() {
                if *peak > floor {
                    found(from + at, *peak);
                }
            }
        }
        self.window.drain(..block.len());
    }

    /// For each sample the larger of it and what lies between it and the next.
    fn peaks(&self, reach: &[f32]) -> [f32; STRIDE] {
        // Whole strides only, whose sums are made side by side.
        let mut whole = [0.0; STRIDE + TAPS - 1];
        whole[..reach.len()].copy_from_slice(reach);
        let mut peaks: [f32; STRIDE] = std::array::from_fn(|at| whole[at + BEHIND - 1].abs());
        for filter in &self.filters {
            let mut sums = [0.0f32; STRIDE];
            for (nth, tap) in filter.iter().enumerate() {
                for (sum, x) in sums.iter_mut().zip(&whole[nth..nth + STRIDE]) {
                    *sum += tap * x;
                }
            }
            for (peak, sum) in peaks.iter_mut().zip(sums) {
                *peak = peak.max(sum.abs());
            }
        }
        peaks
    }
}

/// The largest amplitude; numbers that are positive compare like their bits,
/// which a processor does with several at once.
fn loudest(samples: &[f32]) -> f32 {
    let bits = samples.iter().map(|x| x.abs().to_bits());
    f32::from_bits(bits.fold(0, u32::max))
}

/// The value at a fraction between the two middle samples: a sinc under a
/// Blackman window, made to keep a constant as it is.
fn filter(fraction: f64) -> [f32; TAPS] {
    let half = BEHIND as f64;
    let taps: [f64; TAPS] = std::array::from_fn(|i| {
        let x = i as f64 - (half - 1.0) - fraction;
        let sinc = (PI * x).sin() / (PI * x);
        let place = (x / half).clamp(-1.0, 1.0);
        sinc * (0.42 + 0.5 * (PI * place).cos() + 0.08 * (2.0 * PI * place).cos())
    });
    let sum: f64 = taps.iter().sum();
    taps.map(|tap| (tap / sum) as f32)
}

/// The highest true peak of a whole sound.
#[derive(Clone, Debug)]
pub(super) struct Highest {
    finders: Vec<Finder>,
    peak: f32,
}

impl Highest {
    pub(super) fn new(channels: usize) -> Self {
        Self {
            finders: vec![Finder::new(); channels],
            peak: 0.0,
        }
    }

    pub(super) fn add(&mut self, planes: &[Vec<f32>]) {
        for (finder, plane) in self.finders.iter_mut().zip(planes) {
            let mut peak = self.peak;
            finder.above(plane, peak, |_, found| peak = peak.max(found));
            self.peak = peak;
        }
    }

    /// The peak so far, the last samples included.
    pub(super) fn peak(&self) -> f32 {
        let mut end = self.clone();
        let rest = vec![vec![0.0; TAPS]; end.finders.len()];
        end.add(&rest);
        end.peak
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn db(x: f32) -> f64 {
        20.0 * f64::from(x).log10()
    }

    /// A quarter of the rate, sampled beside its crests: the samples say −3 dB.
    #[test]
    fn a_peak_between_samples_is_seen() {
        let tone = |n: usize| ((n as f64 * 0.5 + 0.25) * PI).sin() as f32;
        let tone: Vec<f32> = (0..4800).map(tone).collect();
        let samples = tone.iter().fold(0.0f32, |a, b| a.max(b.abs()));
        assert!((db(samples) + 3.01).abs() < 0.01);
        // A tone that begins at once overshoots by itself; look at its middle.
        let faded: Vec<f32> = tone
            .iter()
            .enumerate()
            .map(|(n, x)| x * (n as f32 / 2400.0).min(1.0) * ((4800 - n) as f32 / 2400.0).min(1.0))
            .collect();
        let mut whole = Highest::new(1);
        whole.add(std::slice::from_ref(&faded));
        assert!(db(whole.peak()).abs() < 0.2, "{}", db(whole.peak()));
        let mut pieces = Highest::new(1);
        for piece in faded.chunks(7) {
            pieces.add(&[piece.to_vec()]);
        }
        assert_eq!(pieces.peak(), whole.peak());
    }

    #[test]
    fn the_last_sample_counts() {
        let mut highest = Highest::new(2);
        highest.add(&[vec![0.0; 10], vec![0.0, 0.0, 0.9]]);
        assert!(highest.peak() >= 0.9);
    }
}
