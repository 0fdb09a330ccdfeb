//! Pictures of our own for the samples: an evening, a stage light, heads of people who listen.

use bytes::Bytes;
use image::codecs::jpeg::JpegEncoder;
use image::{Rgb, RgbImage};

/// `ID-WIDTHxHEIGHT.jpg`, at most 2,048 pixels a side.
pub(super) fn parse(name: &str) -> Option<(String, u32, u32)> {
    let (id, size) = name.strip_suffix(".jpg")?.rsplit_once('-')?;
    let (width, height) = size.split_once('x')?;
    let (width, height) = (width.parse().ok()?, height.parse().ok()?);
    ((1..=2048).contains(&width) && (1..=2048).contains(&height))
        .then(|| (id.to_owned(), width, height))
}

/// The same picture for the same name, as JPEG.
pub(super) fn draw(id: &str, width: u32, height: u32) -> Bytes {
    let seed = id.bytes().fold(17u32, |seed, byte| {
        seed.wrapping_mul(31).wrapping_add(byte.into())
    });
    let share = |n: u32, of: u32| {
        ((seed
            .wrapping_mul(2_654_435_761)
            .wrapping_add(n.wrapping_mul(40_503)))
            >> 8)
            % of
    };
    let hue = f64::from(share(1, 360)).to_radians();
    let colour = |light: f64, strength: f64, turn: f64| -> [f64; 3] {
        [0.0, 2.1, 4.2].map(|at| (light + strength * (hue + turn + at).cos()).clamp(0.0, 255.0))
    };
    let (sky, glow, dark) = (
        colour(70.0, 34.0, 0.0),
        colour(205.0, 50.0, 0.8),
        colour(26.0, 10.0, 0.3),
    );
    let light = (
        0.22 + f64::from(share(2, 56)) / 100.0,
        0.20 + f64::from(share(3, 22)) / 100.0,
    );
    let screen = (
        light.0 - 0.19,
        light.1 - 0.13,
        light.0 + 0.19,
        light.1 + 0.17,
    );
    let mix = |a: [f64; 3], b: [f64; 3], t: f64| -> [f64; 3] {
        std::array::from_fn(|n| a[n] + (b[n] - a[n]) * t.clamp(0.0, 1.0))
    };
    let scale = f64::from(width);
    let ratio = f64::from(height) / scale;
    let picture = RgbImage::from_fn(width, height, |x, y| {
        let (x, y) = (f64::from(x) / scale, f64::from(y) / scale / ratio);
        let away = ((x - light.0).powi(2) + ((y - light.1) * ratio).powi(2)).sqrt();
        let mut pixel = mix(mix(glow, sky, away * 2.2), dark, (y - 0.35) * 0.9);
        if x > screen.0 && x < screen.2 && y > screen.1 && y < screen.3 {
            let line = ((y - screen.1) * 46.0).fract() < 0.45
                && (y - screen.1) * 46.0 < 8.0
                && x < screen.0
                    + 0.08
                    + 0.26 * f64::from(share(((y - screen.1) * 46.0) as u32 + 9, 10)) / 10.0;
            pixel = if line {
                mix(glow, dark, 0.55)
            } else {
                mix(glow, [255.0; 3], 0.55)
            };
        }
        // Three rows of heads, each row larger and darker.
        for row in 0..3u32 {
            let size = 0.030 + 0.014 * f64::from(row);
            let floor = 0.66 + 0.15 * f64::from(row);
            let step = size * 2.9;
            let shift = f64::from(share(20 + row, 100)) / 100.0 * step;
            let column = ((x + shift) / step).floor();
            let lift = f64::from(share(40 + row * 31 + column.max(0.0) as u32, 100)) / 100.0 * size;
            let (cx, cy) = ((column + 0.5) * step - shift, floor - lift);
            let head = ((x - cx).powi(2) + ((y - cy) * ratio).powi(2)).sqrt() < size;
            let body = ((x - cx).abs() < size * 1.35 && y > cy)
                && ((x - cx) / (size * 1.35)).powi(2) < ((y - cy) * ratio / size).min(1.0);
            if head || body {
                pixel = mix(dark, [0.0; 3], 0.2 + 0.25 * f64::from(row));
            }
        }
        Rgb(pixel.map(|channel| channel as u8))
    });
    let mut bytes = Vec::new();
    match JpegEncoder::new_with_quality(&mut bytes, 85).encode_image(&picture) {
        Ok(()) => bytes.into(),
        Err(error) => unreachable!("a picture of ours encodes: {error}"),
    }
}
