//! One upright picture in, the files we publish out.

use super::{Picture, Use, colour};
use crate::likeness::picture::hash;
use crate::{Code, StepError};
use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer};
use image::{RgbImage, imageops};
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};
use std::ops::RangeInclusive;

const JPEG_QUALITY: u8 = 82;
const WEBP_QUALITY: f32 = 78.0;
const WIDTHS: [(Use, u32); 3] = [(Use::Large, 1280), (Use::Medium, 640), (Use::Small, 320)];
const OPEN_GRAPH: (u32, u32) = (1200, 630);
/// What Apple asks of a podcast's artwork: 1400 to 3000 pixels a side.
const SQUARES: RangeInclusive<u32> = 1400..=3000;
/// The PSP's recommendation for artwork.
const SQUARE_BYTES: usize = 512_000;
/// A larger square has so many pixels more on each side.
const SQUARE_STEP: u32 = 200;
/// What a square is encoded with, best first, until it is light enough.
const SQUARE_QUALITIES: [u8; 4] = [JPEG_QUALITY, 74, 66, 58];

/// Makes every file of a picture, the smallest first; `frame_ms` is when a film
/// shows it.
pub(super) fn all(source: RgbImage, frame_ms: Option<u64>) -> Result<Vec<Picture>, StepError> {
    let source = within_reason(source);
    let mut pictures = Vec::new();
    let mut from = None;
    for (used_as, width) in WIDTHS {
        if width > source.width() && used_as != Use::Small {
            continue;
        }
        // Each width is half the one before: a large photo is read through once.
        let wide = to_width(from.as_ref().unwrap_or(&source), width)?;
        pictures.push(webp(used_as, &wide)?);
        pictures.push(jpeg(used_as, &wide)?);
        from = Some(wide);
    }
    // How heavy this picture is, a pixel.
    let heaviest =
        pictures[1].bytes.len() as f64 / f64::from(pictures[1].width * pictures[1].height);
    pictures.reverse();
    pictures.push(jpeg(
        Use::OpenGraph,
        &cover(&source, OPEN_GRAPH.0, OPEN_GRAPH.1)?,
    )?);
    pictures.push(square(&source, heaviest)?);
    let likeness = hash(&source);
    let colour = colour::average(from.as_ref().unwrap_or(&source));
    for picture in &mut pictures {
        (picture.likeness, picture.colour, picture.frame_ms) = (likeness, colour, frame_ms);
    }
    Ok(pictures)
}

/// Cuts the middle out of a strip: wider than 5:1 or taller than 1:3 it would
/// be a line on a page, or a page of its own.
fn within_reason(source: RgbImage) -> RgbImage {
    let (width, height) = source.dimensions();
    let cut_width = width.min(height.saturating_mul(5));
    let cut_height = height.min(width.saturating_mul(3));
    if (cut_width, cut_height) == (width, height) {
        return source;
    }
    let (x, y) = ((width - cut_width) / 2, (height - cut_height) / 2);
    imageops::crop_imm(&source, x, y, cut_width, cut_height).to_image()
}

fn to_width(source: &RgbImage, width: u32) -> Result<RgbImage, StepError> {
    resize(
        source,
        width,
        scaled(source.height(), width, source.width()),
    )
}

/// The square for podcast clients: as large as the source and the weight that
/// directories ask for allow.
fn square(source: &RgbImage, a_pixel: f64) -> Result<Picture, StepError> {
    let mut side = square_side(source, a_pixel);
    loop {
        let canvas = squared(source, side)?;
        for quality in SQUARE_QUALITIES {
            let made = jpeg_of(Use::Square, &canvas, quality)?;
            let last = side == *SQUARES.start() && Some(&quality) == SQUARE_QUALITIES.last();
            if made.bytes.len() <= SQUARE_BYTES || last {
                return Ok(made);
            }
        }
        side = *SQUARES.start();
    }
}

/// The largest side that needs no enlarging and will hardly be too heavy.
fn square_side(source: &RgbImage, a_pixel: f64) -> u32 {
    let (width, height) = source.dimensions();
    let longest = width.max(height);
    let shape = f64::from(width.min(height)) / f64::from(longest);
    // The same detail over more pixels weighs less a pixel.
    let fits = |side: u32| {
        let pixels = f64::from(side) * f64::from(side) * shape;
        let spread = (1280.0 / f64::from(side)).min(1.0);
        pixels * a_pixel * spread <= 0.9 * SQUARE_BYTES as f64
    };
    SQUARES
        .step_by(SQUARE_STEP as usize)
        .filter(|side| *side <= longest && fits(*side))
        .last()
        .unwrap_or(*SQUARES.start())
}

/// The picture as large as fits, whole, on a dark and blurred copy of itself.
fn squared(source: &RgbImage, square: u32) -> Result<RgbImage, StepError> {
    let (width, height) = source.dimensions();
    let longest = width.max(height);
    // A tiny picture drawn at full size is mush; four times its size is still itself.
    let side = square.min(longest.saturating_mul(4));
    let picture = resize(
        source,
        scaled(width, side, longest),
        scaled(height, side, longest),
    )?;
    if picture.dimensions() == (square, square) {
        return Ok(picture);
    }
    let mut canvas = backdrop(source, square)?;
    let x = (square - picture.width()) / 2;
    let y = (square - picture.height()) / 2;
    shade(&mut canvas, (x, y), picture.dimensions());
    imageops::replace(&mut canvas, &picture, x.into(), y.into());
    Ok(canvas)
}

fn backdrop(source: &RgbImage, square: u32) -> Result<RgbImage, StepError> {
    // Blurred and darkened while it is small, which is the same and costs nothing.
    let mut small = imageops::blur(&cover(source, 56, 56)?, 4.0);
    for value in small.iter_mut() {
        *value = (u32::from(*value) * 52 / 100) as u8;
    }
    resize(&small, square, square)
}

/// A soft shadow around the picture lifts it off its backdrop.
fn shade(canvas: &mut RgbImage, (x, y): (u32, u32), (width, height): (u32, u32)) {
    const REACH: u32 = 36;
    let (right, bottom) = (x + width, y + height);
    let square = canvas.width();
    for row in y.saturating_sub(REACH)..(bottom + REACH).min(square) {
        for column in x.saturating_sub(REACH)..(right + REACH).min(square) {
            let dx = x
                .saturating_sub(column)
                .max((column + 1).saturating_sub(right));
            let dy = y.saturating_sub(row).max((row + 1).saturating_sub(bottom));
            let distance = (dx * dx + dy * dy).isqrt();
            if distance == 0 || distance >= REACH {
                continue;
            }
            let dark = 45 * (REACH - distance) * (REACH - distance) / (REACH * REACH);
            for value in &mut canvas.get_pixel_mut(column, row).0 {
                *value = (u32::from(*value) * (100 - dark) / 100) as u8;
            }
        }
    }
}

/// Fills the whole area; what stands over is cut off on both sides.
fn cover(source: &RgbImage, width: u32, height: u32) -> Result<RgbImage, StepError> {
    let options = ResizeOptions::new().fit_into_destination(Some((0.5, 0.5)));
    let grows = width > source.width() || height > source.height();
    draw(source, width, height, options.resize_alg(filter(grows)))
}

fn resize(source: &RgbImage, width: u32, height: u32) -> Result<RgbImage, StepError> {
    if source.dimensions() == (width, height) {
        return Ok(source.clone());
    }
    let grows = width > source.width();
    draw(
        source,
        width,
        height,
        ResizeOptions::new().resize_alg(filter(grows)),
    )
}

/// Lanczos keeps detail; where there is none to keep, it rings.
fn filter(grows: bool) -> ResizeAlg {
    ResizeAlg::Convolution(if grows {
        FilterType::CatmullRom
    } else {
        FilterType::Lanczos3
    })
}

fn draw(
    source: &RgbImage,
    width: u32,
    height: u32,
    options: ResizeOptions,
) -> Result<RgbImage, StepError> {
    let (from_width, from_height) = source.dimensions();
    let from = ImageRef::new(from_width, from_height, source.as_raw(), PixelType::U8x3)
        .map_err(|e| bug("read", &e))?;
    let mut to = Image::new(width, height, PixelType::U8x3);
    Resizer::new()
        .resize(&from, &mut to, &options)
        .map_err(|e| bug("scaled", &e))?;
    RgbImage::from_raw(width, height, to.into_vec())
        .ok_or_else(|| StepError::fail(Code::Internal, "a scaled picture lost its pixels"))
}

/// A picture as JPEG.
pub(crate) fn jpeg(used_as: Use, picture: &RgbImage) -> Result<Picture, StepError> {
    jpeg_of(used_as, picture, JPEG_QUALITY)
}

fn jpeg_of(used_as: Use, picture: &RgbImage, quality: u8) -> Result<Picture, StepError> {
    let side = |pixels: u32| u16::try_from(pixels).map_err(|e| bug("encoded as JPEG", &e));
    let (width, height) = (side(picture.width())?, side(picture.height())?);
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, quality);
    // Letters on a hue stay sharp.
    encoder.set_sampling_factor(SamplingFactor::R_4_4_4);
    encoder
        .encode(picture.as_raw(), width, height, ColorType::Rgb)
        .map_err(|e| bug("encoded as JPEG", &e))?;
    Ok(file(used_as, "jpg", picture, bytes))
}

/// A picture as lossy WebP.
pub(crate) fn webp(used_as: Use, picture: &RgbImage) -> Result<Picture, StepError> {
    let (width, height) = picture.dimensions();
    let bytes = webp::Encoder::from_rgb(picture.as_raw(), width, height)
        .encode_simple(false, WEBP_QUALITY)
        .map_err(|e| StepError::fail(Code::Internal, format!("no WebP could be made: {e:?}")))?;
    Ok(file(used_as, "webp", picture, bytes.to_vec()))
}

fn file(used_as: Use, extension: &'static str, picture: &RgbImage, bytes: Vec<u8>) -> Picture {
    Picture {
        used_as,
        extension,
        width: picture.width(),
        height: picture.height(),
        bytes,
        likeness: 0,
        colour: [0; 3],
        frame_ms: None,
    }
}

/// `length · part / whole`, rounded, and never nothing.
fn scaled(length: u32, part: u32, whole: u32) -> u32 {
    let (length, part, whole) = (u64::from(length), u64::from(part), u64::from(whole));
    u32::try_from((length * part + whole / 2) / whole)
        .unwrap_or(u32::MAX)
        .max(1)
}

fn bug(what: &str, error: &dyn std::error::Error) -> StepError {
    StepError::fail(
        Code::Internal,
        format!("a picture could not be {what}: {error}"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sizes(width: u32, height: u32) -> Vec<(Use, &'static str, u32, u32)> {
        let made = all(RgbImage::new(width, height), None).unwrap();
        made.into_iter()
            .map(|p| (p.used_as, p.extension, p.width, p.height))
            .collect()
    }

    #[test]
    fn a_large_picture_gives_every_width() {
        use Use::{Large, Medium, OpenGraph, Small, Square};
        let expected = [
            (Small, "jpg", 320, 180),
            (Small, "webp", 320, 180),
            (Medium, "jpg", 640, 360),
            (Medium, "webp", 640, 360),
            (Large, "jpg", 1280, 720),
            (Large, "webp", 1280, 720),
            (OpenGraph, "jpg", 1200, 630),
            (Square, "jpg", 1800, 1800),
        ];
        assert_eq!(sizes(1920, 1080), expected);
    }

    #[test]
    fn a_small_picture_gives_what_it_has() {
        let names = |w, h| -> Vec<_> { sizes(w, h).into_iter().map(|s| (s.2, s.3)).collect() };
        assert_eq!(
            names(1, 1),
            [(320, 320), (320, 320), (1200, 630), (1400, 1400)]
        );
        assert_eq!(names(700, 350)[2..4], [(640, 320), (640, 320)]);
    }

    #[test]
    fn strips_are_cut_to_a_shape_one_can_look_at() {
        assert_eq!(
            within_reason(RgbImage::new(6000, 10)).dimensions(),
            (50, 10)
        );
        assert_eq!(
            within_reason(RgbImage::new(10, 6000)).dimensions(),
            (10, 30)
        );
        assert_eq!(
            within_reason(RgbImage::new(400, 300)).dimensions(),
            (400, 300)
        );
    }
}
