//! The hue, and what is put on it in white.

use super::text::Block;
use crate::media::sound::bars;
use cosmic_text::{FontSystem, SwashCache, SwashContent};
use image::{Rgb, RgbImage};

/// Dots around the middle one: people around a table.
const DOTS: u32 = 12;

/// A picture whose margin stays pure hue whatever is drawn.
pub(super) struct Canvas {
    pub picture: RgbImage,
    margin: u32,
}

impl Canvas {
    /// Nothing but the hue.
    pub fn new(width: u32, height: u32, margin: u32, hue: u8) -> Canvas {
        Canvas {
            picture: RgbImage::from_pixel(width, height, Rgb(colour(hue))),
            margin,
        }
    }

    /// Draws lines in white, with their box's corner here.
    pub fn text(&mut self, system: &mut FontSystem, block: &Block, at: (f32, f32), alpha: f32) {
        let mut swash = SwashCache::new();
        for run in block.buffer.layout_runs() {
            // Glyph 0 is the box that stands for what a font has not.
            for glyph in run.glyphs.iter().filter(|glyph| glyph.glyph_id != 0) {
                let glyph = glyph.physical((at.0, at.1 + run.line_y), 1.0);
                let Some(image) = swash.get_image_uncached(system, glyph.cache_key) else {
                    continue; // a space
                };
                if image.content != SwashContent::Mask {
                    continue; // no picture fonts are loaded
                }
                let (left, top) = (
                    glyph.x + image.placement.left,
                    glyph.y - image.placement.top,
                );
                let width = image.placement.width as usize;
                for (n, cover) in image.data.iter().enumerate() {
                    let (x, y) = (left + (n % width) as i32, top + (n / width) as i32);
                    self.blend(x, y, f32::from(*cover) / 255.0 * alpha);
                }
            }
        }
    }

    /// Draws the ring of dots with this centre and outer radius.
    pub fn ring(&mut self, (x, y): (f32, f32), radius: f32, alpha: f32) {
        let dot = radius * 0.17;
        self.dot((x, y), radius * 0.33, alpha);
        for n in 0..DOTS {
            let angle = n as f32 * std::f32::consts::TAU / DOTS as f32;
            let away = radius - dot;
            let centre = (x + away * angle.sin(), y - away * angle.cos());
            self.dot(centre, dot, alpha);
        }
    }

    /// Draws bars for these peaks (0 to 255) from left to right, around the middle of the box with this corner and size.
    ///
    /// A sound runs from the left in every script, as players show it.
    pub fn bars(&mut self, peaks: &[u8], (left, top): (f32, f32), (width, height): (f32, f32)) {
        let step = (width / 80.0).max(8.0);
        let thick = step * 0.6;
        let count = (width / step) as usize;
        for (n, loud) in bars(peaks, count).into_iter().enumerate() {
            let loud = f32::from(loud) / 255.0;
            let high = (height * loud).max(thick);
            let x = left + step * n as f32 + (step - thick) / 2.0;
            self.pill((x, top + (height - high) / 2.0), (thick, high));
        }
    }

    /// A bar with round ends.
    fn pill(&mut self, (left, top): (f32, f32), (width, height): (f32, f32)) {
        let radius = width / 2.0;
        let (cx, upper, lower) = (left + radius, top + radius, top + height - radius);
        for y in top as i32 - 1..=(top + height) as i32 + 1 {
            for x in left as i32 - 1..=(left + width) as i32 + 1 {
                let (px, py) = (x as f32 + 0.5, y as f32 + 0.5);
                let away = (px - cx).hypot(py - py.clamp(upper, lower.max(upper)));
                self.blend(x, y, (radius - away + 0.5).clamp(0.0, 1.0) * 0.92);
            }
        }
    }

    fn dot(&mut self, (cx, cy): (f32, f32), radius: f32, alpha: f32) {
        for y in (cy - radius - 1.0) as i32..=(cy + radius + 1.0) as i32 {
            for x in (cx - radius - 1.0) as i32..=(cx + radius + 1.0) as i32 {
                let away = (x as f32 + 0.5 - cx).hypot(y as f32 + 0.5 - cy);
                // One pixel of soft edge.
                self.blend(x, y, (radius - away + 0.5).clamp(0.0, 1.0) * alpha);
            }
        }
    }

    /// Towards white by so much; nothing in the margin.
    fn blend(&mut self, x: i32, y: i32, cover: f32) {
        let (Ok(x), Ok(y)) = (u32::try_from(x), u32::try_from(y)) else {
            return;
        };
        let inside = |at: u32, whole: u32| at >= self.margin && at < whole - self.margin;
        if !inside(x, self.picture.width()) || !inside(y, self.picture.height()) {
            return;
        }
        for value in &mut self.picture.get_pixel_mut(x, y).0 {
            let was = f32::from(*value);
            *value = (was + (255.0 - was) * cover).round() as u8;
        }
    }
}

/// `oklch(.45 .075 20+30n)` as sRGB, with the matrices of CSS Color 4.
pub(super) fn colour(hue: u8) -> [u8; 3] {
    let (lightness, chroma) = (0.45, 0.075);
    let angle = f64::from(20 + 30 * u32::from(hue % 12)).to_radians();
    let (a, b) = (chroma * angle.cos(), chroma * angle.sin());
    let cube = |value: f64| value * value * value;
    let l = cube(lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b);
    let m = cube(lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b);
    let s = cube(lightness - 0.089_484_177_5 * a - 1.291_485_548 * b);
    [
        4.076_741_662_1 * l - 3.307_711_591_3 * m + 0.230_969_929_2 * s,
        -1.268_438_004_6 * l + 2.609_757_401_1 * m - 0.341_319_396_5 * s,
        -0.004_196_086_3 * l - 0.703_418_614_7 * m + 1.707_614_701 * s,
    ]
    .map(|linear| {
        let linear = linear.clamp(0.0, 1.0);
        let curved = if linear <= 0.003_130_8 {
            linear * 12.92
        } else {
            1.055 * linear.powf(1.0 / 2.4) - 0.055
        };
        (curved * 255.0).round() as u8
    })
}
