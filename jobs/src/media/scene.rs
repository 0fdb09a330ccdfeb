//! Which moment of a film stands for it: what can be measured of a frame.
//!
//! A frame is made small first, so that measuring costs little and grain does
//! not count. Then a good one is neither dark nor glaring ([`light`]), has
//! contrast ([`spread`]), is sharp ([`sharpness`]) over much of its area
//! ([`detail`]), has more than a few colours ([`colours`]) and is not letters
//! on a ground ([`lettering`]); of equals the crisper one is better ([`crispness`]). Three frames in a row tell whether one picture
//! is turning into another ([`turning`]).

use image::RgbImage;

/// The longer side of the small frame, in pixels.
pub(super) const SIDE: u32 = 256;
/// A frame of at least this score is taken without looking at all the others.
pub(super) const GOOD: f64 = 0.25;
/// The side of the squares into which the small frame is cut.
const BLOCK: usize = 8;

/// A small frame and what it is worth.
pub(super) struct Look {
    grey: Vec<u8>,
    /// 0 (nothing to see) to 1.
    pub score: f64,
}

/// Measures a small frame.
pub(super) fn look(small: &RgbImage) -> Look {
    let grey: Vec<u8> = small.pixels().map(|pixel| luma(pixel.0)).collect();
    let width = small.width() as usize;
    let blocks = blocks(&grey, width);
    let score = light(&grey)
        * ramp(spread(&grey), 8.0, 32.0)
        * ramp(sharpness(&blocks), 4.0, 14.0)
        * ramp(detail(&blocks), 0.08, 0.35)
        * ramp(colours(small), 2.0, 4.0)
        * (1.0 - 0.9 * lettering(&blocks))
        * crispness(&blocks);
    Look { grey, score }
}

/// Whether the middle one of three looks, taken at even steps, lies inside a
/// fade or a cross-fade: every pixel is then on its way, at an even pace.
///
/// Movement changes pixels as much, but back and forth.
pub(super) fn turning(before: &Look, now: &Look, after: &Look) -> bool {
    const CHANGED: f64 = 3.0;
    const EVEN: f64 = 0.6;
    let pixels = before.grey.iter().zip(&now.grey).zip(&after.grey);
    let (mut change, mut bend, mut count) = (0.0, 0.0, 0.0);
    for ((before, now), after) in pixels {
        let [before, now, after] = [*before, *now, *after].map(f64::from);
        change += (after - before).abs();
        bend += (before - 2.0 * now + after).abs();
        count += 1.0;
    }
    change > CHANGED * count && bend < EVEN * change
}

/// 1 for a usual exposure, falling to 0 towards black and white.
fn light(grey: &[u8]) -> f64 {
    let mean = mean(grey);
    ramp(mean, 6.0, 45.0) * (1.0 - ramp(mean, 205.0, 240.0))
}

/// The standard deviation of the luma, in its levels: 0 for one flat colour.
fn spread(grey: &[u8]) -> f64 {
    let mean = mean(grey);
    let sum: f64 = grey
        .iter()
        .map(|value| (f64::from(*value) - mean).powi(2))
        .sum();
    (sum / grey.len().max(1) as f64).sqrt()
}

/// The standard deviation of the Laplacian (Pech-Pacheco and others, 2000), in
/// levels: small where nothing has an edge.
fn sharpness(blocks: &[Block]) -> f64 {
    let sum: f64 = blocks.iter().map(|block| block.laplacian).sum();
    (sum / blocks.len().max(1) as f64).sqrt()
}

/// Of several good frames the sharpest: the end of a slow fade is a little dull.
fn crispness(blocks: &[Block]) -> f64 {
    let sharpness = sharpness(blocks);
    0.7 + 0.3 * sharpness / (sharpness + 16.0)
}

/// The part of the area in which there is something to see.
fn detail(blocks: &[Block]) -> f64 {
    share(blocks, |block| block.laplacian > 25.0)
}

/// The entropy of the colours, in bits, told apart to a sixteenth of each
/// channel: cards and credits have two or three bits, what was filmed more.
fn colours(small: &RgbImage) -> f64 {
    let mut counts = vec![0u32; 4096];
    for [r, g, b] in small
        .pixels()
        .map(|pixel| pixel.0.map(|value| usize::from(value >> 4)))
    {
        counts[r << 8 | g << 4 | b] += 1;
    }
    let whole = f64::from(small.width() * small.height());
    counts
        .iter()
        .filter(|count| **count > 0)
        .map(|count| f64::from(*count) / whole)
        .map(|part| -part * part.log2())
        .sum()
}

/// How much of what has contrast looks like print: two tones and little
/// between them, with plain ground around. 0 to 1.
fn lettering(blocks: &[Block]) -> f64 {
    let strong = share(blocks, |block| block.contrast >= 64);
    let plain = share(blocks, |block| block.contrast < 12);
    let printed = share(blocks, |block| block.contrast >= 64 && block.between < 0.4);
    if strong == 0.0 {
        return 0.0;
    }
    printed / strong * ramp(plain, 0.35, 0.6)
}

/// One square of a small frame.
struct Block {
    /// Brightest less darkest.
    contrast: u8,
    /// The part of its pixels in the middle half between the two.
    between: f64,
    /// The mean of the squared Laplacian.
    laplacian: f64,
}

fn blocks(grey: &[u8], width: usize) -> Vec<Block> {
    let height = grey.len() / width.max(1);
    let mut blocks = Vec::new();
    for top in (1..height.saturating_sub(BLOCK)).step_by(BLOCK) {
        for left in (1..width.saturating_sub(BLOCK)).step_by(BLOCK) {
            blocks.push(block(grey, width, left, top));
        }
    }
    blocks
}

fn block(grey: &[u8], width: usize, left: usize, top: usize) -> Block {
    let at = |x: usize, y: usize| i32::from(grey[y * width + x]);
    let places = || (top..top + BLOCK).flat_map(|y| (left..left + BLOCK).map(move |x| (x, y)));
    let (mut least, mut most, mut squares) = (255, 0, 0);
    for (x, y) in places() {
        let here = at(x, y);
        least = least.min(here);
        most = most.max(here);
        let edge = 4 * here - at(x - 1, y) - at(x + 1, y) - at(x, y - 1) - at(x, y + 1);
        squares += edge * edge;
    }
    let quarter = (most - least) / 4;
    let middle = least + quarter..=most - quarter;
    let between = places()
        .filter(|(x, y)| middle.contains(&at(*x, *y)))
        .count();
    let pixels = (BLOCK * BLOCK) as f64;
    Block {
        contrast: (most - least) as u8,
        between: between as f64 / pixels,
        laplacian: f64::from(squares) / pixels,
    }
}

fn share(blocks: &[Block], is: impl Fn(&Block) -> bool) -> f64 {
    let count = blocks.iter().filter(|block| is(block)).count();
    count as f64 / blocks.len().max(1) as f64
}

fn mean(grey: &[u8]) -> f64 {
    grey.iter().map(|value| f64::from(*value)).sum::<f64>() / grey.len().max(1) as f64
}

/// ITU-R BT.601's weights.
fn luma([r, g, b]: [u8; 3]) -> u8 {
    ((299 * u32::from(r) + 587 * u32::from(g) + 114 * u32::from(b) + 500) / 1000) as u8
}

/// 0 up to `low`, 1 from `high` on, and even between.
fn ramp(value: f64, low: f64, high: f64) -> f64 {
    ((value - low) / (high - low)).clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{Rgb, imageops};

    /// Something like a photo: waves of many sizes and colours.
    fn photo(shift: u32) -> RgbImage {
        RgbImage::from_fn(SIDE, 144, |x, y| {
            let x = x + shift;
            let wave =
                |a: u32, b: u32, size: f32| (((x * a + y * b) as f32 / size).sin() * 60.0) as i32;
            let value = |bias: i32, a, b| {
                let sum =
                    bias + wave(a, b, 40.0) / 2 + wave(b, a, 11.0) / 2 + wave(a + b, 1, 3.0) / 2;
                sum.clamp(0, 255) as u8
            };
            Rgb([value(120, 1, 2), value(100, 3, 1), value(130, 2, 5)])
        })
    }

    fn flat(value: u8) -> RgbImage {
        RgbImage::from_pixel(SIDE, 144, Rgb([value; 3]))
    }

    fn mixed(a: &RgbImage, b: &RgbImage, part: u32) -> RgbImage {
        RgbImage::from_fn(SIDE, 144, |x, y| {
            let (a, b) = (a.get_pixel(x, y).0, b.get_pixel(x, y).0);
            Rgb([0, 1, 2]
                .map(|c| ((u32::from(a[c]) * (100 - part) + u32::from(b[c]) * part) / 100) as u8))
        })
    }

    #[test]
    fn a_photo_is_good_and_nothing_is_not() {
        assert!(look(&photo(0)).score > GOOD);
        for value in [0, 17, 128, 255] {
            assert_eq!(look(&flat(value)).score, 0.0);
        }
        assert!(
            look(&mixed(&photo(0), &flat(0), 90)).score < GOOD,
            "nearly black"
        );
        assert!(
            look(&mixed(&photo(0), &flat(255), 90)).score < GOOD,
            "nearly white"
        );
        assert!(
            look(&imageops::blur(&photo(0), 5.0)).score < GOOD / 2.0,
            "blurred"
        );
    }

    #[test]
    fn letters_on_a_ground_are_no_scene() {
        // Strokes two pixels wide in the middle third.
        let title = RgbImage::from_fn(SIDE, 144, |x, y| {
            let ink = (48..96).contains(&y) && (40..210).contains(&x) && x % 6 < 2 && y % 16 < 12;
            Rgb(if ink { [250, 250, 240] } else { [20, 60, 120] })
        });
        assert!(look(&title).score < GOOD / 3.0);
    }

    #[test]
    fn fades_are_told_from_movement() {
        let (one, other) = (photo(0), imageops::flip_vertical(&photo(90)));
        let of = |a: &RgbImage, b: &RgbImage, c: &RgbImage| turning(&look(a), &look(b), &look(c));
        let fade = |to: &RgbImage| {
            of(
                &mixed(&one, to, 30),
                &mixed(&one, to, 50),
                &mixed(&one, to, 70),
            )
        };
        assert!(fade(&other) && fade(&flat(0)) && fade(&flat(255)));
        assert!(!of(&one, &one, &one), "it stands still");
        assert!(!of(&photo(0), &photo(4), &photo(8)), "it moves");
        assert!(!of(&one, &one, &other), "a cut comes after it");
        assert!(!of(&one, &other, &other), "a cut came before it");
    }
}
