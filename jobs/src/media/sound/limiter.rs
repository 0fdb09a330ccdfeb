//! Keeps true peaks under a ceiling without clipping them.
//!
//! The gain that a peak needs is held for as long as the limiter looks ahead
//! and then smoothed over the same time, so that it is there, whole, when the
//! peak comes, and bends no wave.

use super::peak::{BEHIND, Finder};
use super::{Planes, RATE};
use std::collections::VecDeque;

/// How far ahead it looks: 5 ms.
const AHEAD: usize = RATE as usize / 200;
/// The part of its grip that it lets go of with each sample: most of it in 80 ms.
const RELEASE: f32 = 1.0 / (RATE as f32 * 0.08);
/// How far the output lies behind the input.
const DELAY: usize = AHEAD - 1 + BEHIND;

/// A look-ahead limiter of true peaks; its output is as long as its input.
pub(super) struct Limiter {
    ceiling: f32,
    finders: Vec<Finder>,
    /// Samples that wait for their gain, per channel.
    waiting: Vec<Vec<f32>>,
    /// Gains wanted within reach and when, the lowest first.
    wanted: VecDeque<(u64, f32)>,
    released: f32,
    /// The gains of the last [`AHEAD`] samples, and their sum.
    recent: [f32; AHEAD],
    oldest: usize,
    sum: f64,
    /// How many of the recent gains are below one.
    busy: usize,
    now: u64,
    to_skip: usize,
}

impl Limiter {
    /// A limiter to this amplitude.
    pub(super) fn new(channels: usize, ceiling: f32) -> Self {
        Self {
            ceiling,
            finders: vec![Finder::new(); channels],
            waiting: vec![vec![0.0; DELAY]; channels],
            wanted: VecDeque::new(),
            released: 1.0,
            recent: [1.0; AHEAD],
            oldest: 0,
            sum: AHEAD as f64,
            busy: 0,
            now: 0,
            to_skip: DELAY,
        }
    }

    /// Takes a block and puts in its place what is ready, a little later.
    pub(super) fn run(&mut self, planes: &mut Planes) {
        let frames = planes[0].len();
        let mut gains = vec![1.0f32; frames];
        for (finder, plane) in self.finders.iter_mut().zip(planes.iter()) {
            let ceiling = self.ceiling;
            finder.above(plane, ceiling, |at, peak| {
                gains[at] = gains[at].min(ceiling / peak);
            });
        }
        for gain in &mut gains {
            *gain = self.smooth(*gain);
        }
        for (waiting, plane) in self.waiting.iter_mut().zip(planes.iter_mut()) {
            waiting.extend_from_slice(plane);
            for (x, (old, gain)) in plane.iter_mut().zip(waiting.iter().zip(&gains)) {
                *x = old * gain;
            }
            waiting.drain(..frames);
        }
        let skipped = self.to_skip.min(frames);
        self.to_skip -= skipped;
        for plane in planes.iter_mut() {
            plane.drain(..skipped);
        }
    }

    /// What is still on its way.
    pub(super) fn end(mut self) -> Planes {
        let mut rest = vec![vec![0.0; DELAY]; self.finders.len()];
        self.run(&mut rest);
        rest
    }

    /// The gain for the sample that leaves when one arrives that wants this one.
    fn smooth(&mut self, gain: f32) -> f32 {
        self.now += 1;
        if gain >= 1.0 && self.busy == 0 && self.wanted.is_empty() && self.released >= 1.0 {
            return 1.0;
        }
        while self.wanted.back().is_some_and(|(_, other)| *other >= gain) {
            self.wanted.pop_back();
        }
        if gain < 1.0 {
            self.wanted.push_back((self.now, gain));
        }
        // One sample more than the average is long: a peak lies between two.
        let gone = self.now.saturating_sub(AHEAD as u64 + 1);
        while self.wanted.front().is_some_and(|(then, _)| *then <= gone) {
            self.wanted.pop_front();
        }
        let held = self.wanted.front().map_or(1.0, |(_, gain)| *gain);
        self.released += (1.0 - self.released) * RELEASE;
        if self.released > 0.9999 {
            self.released = 1.0;
        }
        self.released = self.released.min(held);
        self.average(self.released)
    }

    fn average(&mut self, gain: f32) -> f32 {
        let old = std::mem::replace(&mut self.recent[self.oldest], gain);
        self.oldest = (self.oldest + 1) % AHEAD;
        self.busy = self.busy + usize::from(gain < 1.0) - usize::from(old < 1.0);
        if self.busy == 0 {
            // A fresh sum: rounding does not pile up over hours.
            self.sum = AHEAD as f64;
            return 1.0;
        }
        self.sum += f64::from(gain) - f64::from(old);
        (self.sum * (1.0 / AHEAD as f64)) as f32
    }
}

#[cfg(test)]
mod tests {
    use super::super::peak::Highest;
    use super::*;

    fn limited(input: &[f32], ceiling: f32, piece: usize) -> Vec<f32> {
        let mut limiter = Limiter::new(1, ceiling);
        let mut out = Vec::new();
        for piece in input.chunks(piece) {
            let mut planes = vec![piece.to_vec()];
            limiter.run(&mut planes);
            out.append(&mut planes[0]);
        }
        out.append(&mut limiter.end()[0]);
        out
    }

    #[test]
    fn what_is_under_the_ceiling_passes_untouched() {
        let input: Vec<f32> = (0..5000).map(|n| 0.4 * (n as f32 * 0.05).sin()).collect();
        assert_eq!(limited(&input, 0.8, 777), input);
    }

    #[test]
    fn no_true_peak_gets_over_the_ceiling_and_none_is_cut_flat() {
        let burst = |n: usize| if n % 9000 < 2500 { 2.0 } else { 0.1 };
        let input: Vec<f32> = (0..48_000)
            .map(|n| burst(n) * (n as f32 * 0.9).sin() + 0.3 * (n as f32 * 0.013).sin())
            .collect();
        let out = limited(&input, 0.8, 1024);
        assert_eq!(out.len(), input.len());
        assert_eq!(limited(&input, 0.8, 100), out, "blocks do not matter");
        let mut highest = Highest::new(1);
        highest.add(std::slice::from_ref(&out));
        assert!(highest.peak() < 0.82, "{}", highest.peak());
        assert!(highest.peak() > 0.6, "{}", highest.peak());
        let flat = out
            .windows(3)
            .filter(|w| w[0] == w[1] && w[1] == w[2] && w[0] != 0.0);
        assert_eq!(flat.count(), 0);
    }
}
