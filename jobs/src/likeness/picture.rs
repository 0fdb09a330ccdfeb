//! A picture in 64 bits: a difference hash, which scaling and compressing leave nearly as it is.

use image::RgbImage;

const WIDE: u32 = 9;
const HIGH: u32 = 8;

/// A bit for each of 8×8 places: whether it is brighter than the place to its right.
pub fn hash(picture: &RgbImage) -> u64 {
    let (width, height) = picture.dimensions();
    if width == 0 || height == 0 {
        return 0;
    }
    let mut light = [[0u64; WIDE as usize]; HIGH as usize];
    for (row, places) in (0..).zip(&mut light) {
        for (column, place) in (0..).zip(places) {
            *place = mean(picture, (column, row));
        }
    }
    let mut bits = 0;
    for row in &light {
        for pair in row.windows(2) {
            bits = bits << 1 | u64::from(pair[0] > pair[1]);
        }
    }
    bits
}

/// In how many of the 64 places two pictures differ; nothing where one of them says too little, as a black one does.
pub fn apart(a: u64, b: u64) -> Option<u32> {
    let says = |hash: u64| (6..=58).contains(&hash.count_ones());
    (says(a) && says(b)).then(|| (a ^ b).count_ones())
}

/// As it stands in a table: sixteen letters of hex.
pub fn to_text(hash: u64) -> String {
    format!("{hash:016x}")
}

/// As it was in a table.
pub fn from_text(text: &str) -> Option<u64> {
    u64::from_str_radix(text, 16).ok()
}

/// The mean brightness of one of 9×8 fields, in thousandths.
fn mean(picture: &RgbImage, (column, row): (u32, u32)) -> u64 {
    let (width, height) = picture.dimensions();
    let field = |at: u32, of: u32, length: u32| {
        let from = (u64::from(at) * u64::from(length) / u64::from(of)) as u32;
        let to = (u64::from(at + 1) * u64::from(length) / u64::from(of)) as u32;
        from.min(length - 1)..to.max(from + 1).min(length)
    };
    let (mut sum, mut count) = (0u64, 0u64);
    for y in field(row, HIGH, height) {
        for x in field(column, WIDE, width) {
            let [red, green, blue] = picture.get_pixel(x, y).0.map(u64::from);
            sum += 299 * red + 587 * green + 114 * blue;
            count += 1;
        }
    }
    sum / count.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{Rgb, imageops};

    fn drawn(seed: u32) -> RgbImage {
        RgbImage::from_fn(640, 360, |x, y| {
            let cell = (x / 90)
                .wrapping_mul(31)
                .wrapping_add((y / 70).wrapping_mul(seed))
                .wrapping_mul(2_654_435_761);
            let light = (cell >> 24) as u8;
            Rgb([light, light / 2 + (x / 8) as u8, 255 - light])
        })
    }

    #[test]
    fn a_smaller_copy_is_the_same_and_another_picture_is_not() {
        let one = hash(&drawn(7));
        let small = imageops::resize(&drawn(7), 320, 180, imageops::FilterType::Triangle);
        let darker = imageops::brighten(&drawn(7), -12);
        assert!(apart(one, hash(&small)).unwrap() <= 4);
        assert!(apart(one, hash(&darker)).unwrap() <= 6);
        assert!(apart(one, hash(&drawn(11))).unwrap() > 12);
        assert_eq!(from_text(&to_text(one)), Some(one));
    }

    #[test]
    fn what_says_nothing_is_like_nothing() {
        let black = hash(&RgbImage::new(64, 64));
        assert_eq!(apart(black, black), None);
        assert_eq!(hash(&RgbImage::new(0, 0)), 0);
        assert_eq!(hash(&RgbImage::new(1, 1)), 0);
    }
}
