//! The moments of a film, and the choice of the one that stands for it.
//!
//! Key frames near eight places are looked at first: each costs the decoding
//! of one frame. The best of them is taken if what follows it at once is as
//! good and no fade. Else the film is played from those places, as far as a
//! fixed number of pixels allows, and the best moment of all is taken. Nothing
//! here asks a clock: the same film gives the same frame on any machine.

use super::film::{in_us, to_small};
use super::scene::{self, GOOD, Look};
use ffmpeg_next::format::context::Input;
use ffmpeg_next::{Packet, Rational, decoder, frame};
use std::mem;

/// Where key frames are looked at, in hundredths of the length; the first of
/// equals is taken.
const PLACES: [i64; 8] = [25, 40, 55, 70, 85, 12, 33, 62];
/// Between the three looks that tell a fade, µs.
const STEP: i64 = 200_000;
/// What a moment within a fade is still worth.
const TURNING: f64 = 0.1;
/// How many key frames are looked at more closely.
const TRIES: usize = 3;
/// Packets of all tracks together; what is stranger is not worth more time.
const PACKETS: usize = 40_000;
/// The film's packets within which a key frame is expected.
const PACKETS_TO_KEY: usize = 600;
/// Pixels decoded at most when playing: 300 frames of full HD.
const PIXELS: u64 = 300 * 1920 * 1080;
/// How far behind a key frame we look for the one at a quarter.
const FRAMES_AFTER_KEY: usize = 300;
/// A frame's time where the film tells none, µs.
const USUAL_FRAME: i64 = 40_000;

/// A film that is being read.
pub(super) struct Reel {
    input: Input,
    decoder: decoder::Video,
    index: usize,
    base: Rational,
    /// The first frame's time in the film's own units.
    start: i64,
    packets: usize,
}

/// A frame and when it is shown, µs after the first.
pub(super) struct Moment {
    pub picture: frame::Video,
    pub time: i64,
}

/// A look at a frame, and the frame until it is taken.
struct Seen {
    look: Look,
    time: i64,
    picture: Option<frame::Video>,
}

impl Reel {
    pub(super) fn new(
        input: Input,
        decoder: decoder::Video,
        index: usize,
        base: Rational,
        start: i64,
    ) -> Self {
        Reel {
            input,
            decoder,
            index,
            base,
            start,
            packets: PACKETS,
        }
    }

    /// The moment that stands for a film of this length (µs; 0: unknown).
    pub(super) fn choose(&mut self, length: i64) -> Option<Moment> {
        let keys = self.keys(length);
        let mut ranked: Vec<&(i64, f64)> =
            keys.iter().filter(|(_, score)| *score >= GOOD).collect();
        ranked.sort_by(|a, b| b.1.total_cmp(&a.1));
        for (time, _) in ranked.into_iter().take(TRIES) {
            let near = self.best_within(*time, *time + 2 * STEP, PIXELS);
            if let Some((moment, _)) = near.filter(|(_, score)| *score >= GOOD) {
                return Some(moment);
            }
        }
        self.played(&keys, length).or_else(|| self.at(length / 4))
    }

    /// The times of different key frames near our places, and their scores.
    fn keys(&mut self, length: i64) -> Vec<(i64, f64)> {
        let mut keys: Vec<(i64, f64)> = Vec::new();
        for place in PLACES.iter().filter(|_| length > 0) {
            let Some(key) = self.key(length / 100 * place) else {
                continue;
            };
            let time = self.time(&key).unwrap_or(0);
            if keys.iter().all(|(other, _)| *other != time) {
                let score = to_small(&key).map_or(0.0, |small| scene::look(&small).score);
                keys.push((time, score));
            }
        }
        keys
    }

    /// The best moment after any of these key frames, if any is worth something.
    fn played(&mut self, keys: &[(i64, f64)], length: i64) -> Option<Moment> {
        let mut starts: Vec<i64> = keys.iter().map(|(time, _)| *time).collect();
        let first = starts.iter().min().copied().unwrap_or(0);
        if first > 0 || starts.is_empty() {
            starts.push(0);
        }
        let mut best: Option<(Moment, f64)> = None;
        for start in &starts {
            let end = starts.iter().filter(|other| *other > start).min().copied();
            let share = PIXELS / starts.len() as u64;
            let end = end.unwrap_or(length.max(0)).max(start + 2 * STEP);
            let found = self.best_within(*start, end, share);
            if let Some((moment, score)) = found
                && score > best.as_ref().map_or(0.0, |(_, best)| *best)
            {
                best = Some((moment, score));
            }
        }
        best.map(|(moment, _)| moment)
    }

    /// The best moment from one time to another, with its score; at most so many pixels are decoded.
    fn best_within(&mut self, from: i64, to: i64, pixels: u64) -> Option<(Moment, f64)> {
        let mut best = None;
        let mut window: Vec<Seen> = Vec::with_capacity(3);
        let (mut next, mut left) = (from, pixels);
        self.play(from, |picture, time| {
            left = left.saturating_sub(pixels_of(&picture));
            if time < next {
                return left > 0;
            }
            next = time + STEP;
            if let Ok(small) = to_small(&picture) {
                let look = scene::look(&small);
                window.push(Seen {
                    look,
                    time,
                    picture: Some(picture),
                });
            }
            if let [before, now, after] = window.as_mut_slice() {
                let turning = scene::turning(&before.look, &now.look, &after.look);
                let score = now.look.score * if turning { TURNING } else { 1.0 };
                keep(&mut best, now, score);
                window.remove(0);
            }
            left > 0 && next <= to
        });
        if best.is_none() {
            // Too short for a fade to be told.
            for seen in &mut window {
                let score = seen.look.score;
                keep(&mut best, seen, score);
            }
        }
        best
    }

    /// The frame at this time, whatever it shows; else the first of all.
    fn at(&mut self, wanted: i64) -> Option<Moment> {
        let mut found = None;
        let mut count = 0;
        self.play(wanted, |picture, time| {
            found = Some(Moment { picture, time });
            count += 1;
            time < wanted && count < FRAMES_AFTER_KEY
        });
        if found.is_none() && wanted > 0 {
            // A broken index or a file cut short.
            self.play(0, |picture, time| {
                found = Some(Moment { picture, time });
                false
            });
        }
        found
    }

    /// The key frame at or before this time, decoded alone.
    fn key(&mut self, us: i64) -> Option<frame::Video> {
        self.seek(us)?;
        for _ in 0..PACKETS_TO_KEY {
            let packet = self.packet()?;
            if !packet.is_key() || self.decoder.send_packet(&packet).is_err() {
                continue;
            }
            let mut key = frame::Video::empty();
            // Decoders wait for more frames unless they hear that there are none.
            let ended = self.decoder.send_eof();
            let decoded = ended.and_then(|()| self.decoder.receive_frame(&mut key));
            self.decoder.flush();
            if decoded.is_ok() {
                return Some(key);
            }
        }
        None
    }

    /// Decodes on from the key frame at or before this time, as long as more is wanted.
    fn play(&mut self, us: i64, mut wants_more: impl FnMut(frame::Video, i64) -> bool) {
        if self.seek(us).is_none() {
            return;
        }
        let mut time = us;
        let mut next = frame::Video::empty();
        loop {
            let packet = self.packet();
            // One packet that cannot be decoded does not spoil the rest.
            let _ = match &packet {
                Some(packet) => self.decoder.send_packet(packet),
                None => self.decoder.send_eof(),
            };
            while self.decoder.receive_frame(&mut next).is_ok() {
                time = self.time(&next).unwrap_or(time + USUAL_FRAME);
                let picture = mem::replace(&mut next, frame::Video::empty());
                if !wants_more(picture, time) {
                    self.decoder.flush();
                    return;
                }
            }
            if packet.is_none() {
                self.decoder.flush();
                return;
            }
        }
    }

    /// `None` where the film cannot be searched; its beginning always can.
    fn seek(&mut self, us: i64) -> Option<()> {
        let time = in_us(self.start, self.base).saturating_add(us);
        self.decoder.flush();
        match self.input.seek(time, ..) {
            Ok(()) => Some(()),
            Err(_) if us == 0 => Some(()),
            Err(_) => None,
        }
    }

    /// The next packet of the film.
    fn packet(&mut self) -> Option<Packet> {
        while self.packets > 0 {
            self.packets -= 1;
            let (stream, packet) = self.input.packets().next()?;
            if stream.index() == self.index {
                return Some(packet);
            }
        }
        None
    }

    fn time(&self, picture: &frame::Video) -> Option<i64> {
        let units = picture.timestamp()?.saturating_sub(self.start);
        Some(in_us(units, self.base))
    }
}

fn keep(best: &mut Option<(Moment, f64)>, seen: &mut Seen, score: f64) {
    if best.as_ref().is_some_and(|(_, best)| score <= *best) {
        return;
    }
    if let Some(picture) = seen.picture.take() {
        *best = Some((
            Moment {
                picture,
                time: seen.time,
            },
            score,
        ));
    }
}

fn pixels_of(picture: &frame::Video) -> u64 {
    u64::from(picture.width()) * u64::from(picture.height())
}
