//! A filter of second order, of which there are three here: against rumble,
//! and the two that make a meter hear as people do.

use std::f64::consts::PI;

/// What is left of a sound that ended so long ago that nobody could hear it; in
/// numbers still smaller a processor computes a hundred times more slowly.
const NOTHING: f64 = 1e-30;

/// A filter and what it remembers of one channel.
#[derive(Clone, Debug)]
pub(super) struct Section {
    b: [f64; 3],
    a: [f64; 2],
    /// The last two samples that went in, and that came out; the newer one first.
    x: [f64; 2],
    y: [f64; 2],
}

impl Section {
    /// Lets pass what is above a frequency, 12 dB an octave.
    pub(super) fn high_pass(rate: u32, hertz: f64, q: f64) -> Self {
        let k = tangent(rate, hertz);
        let all = 1.0 + k / q + k * k;
        Self::new([1.0, -2.0, 1.0].map(|b| b / all), poles(k, q))
    }

    /// BS.1770's first filter: a head in the sound's way, 4 dB more from 1.7 kHz on.
    pub(super) fn head(rate: u32) -> Self {
        // As libebur128 has them: the standard gives numbers for 48 kHz only.
        let (q, gain) = (0.707_175_236_955_419_6, 3.999_843_853_973_347);
        let k = tangent(rate, 1_681.974_450_955_533);
        let high = 10f64.powf(gain / 20.0);
        let band = high.powf(0.499_666_774_154_541_6);
        let all = 1.0 + k / q + k * k;
        let b = [
            high + band * k / q + k * k,
            2.0 * (k * k - high),
            high - band * k / q + k * k,
        ];
        Self::new(b.map(|b| b / all), poles(k, q))
    }

    /// BS.1770's second filter: low sounds count for less.
    pub(super) fn ear(rate: u32) -> Self {
        let (hertz, q) = (38.135_470_876_024_44, 0.500_327_037_323_877_3);
        Self::new([1.0, -2.0, 1.0], poles(tangent(rate, hertz), q))
    }

    fn new(b: [f64; 3], a: [f64; 2]) -> Self {
        Self {
            b,
            a,
            x: [0.0; 2],
            y: [0.0; 2],
        }
    }

    /// One sample.
    #[inline(always)]
    pub(super) fn next(&mut self, x: f64) -> f64 {
        let past = self.b[1] * self.x[0] + self.b[2] * self.x[1] - self.a[1] * self.y[1];
        // The newest last: the next sample waits for one product and one difference.
        let y = (self.b[0] * x + past) - self.a[0] * self.y[0];
        self.x = [x, self.x[0]];
        self.y = [y, self.y[0]];
        y
    }

    /// To be called now and then: forgets what is hardly there.
    pub(super) fn rest(&mut self) {
        for value in self.x.iter_mut().chain(&mut self.y) {
            if value.abs() < NOTHING {
                *value = 0.0;
            }
        }
    }
}

fn tangent(rate: u32, hertz: f64) -> f64 {
    (PI * hertz / f64::from(rate)).tan()
}

fn poles(k: f64, q: f64) -> [f64; 2] {
    let all = 1.0 + k / q + k * k;
    [2.0 * (k * k - 1.0) / all, (1.0 - k / q + k * k) / all]
}
