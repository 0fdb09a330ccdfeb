//! Photos and drawings: one upright picture in plain sRGB out.
//!
//! Only pixels go on from here, so that all metadata, places among it, ends
//! here too. Which way is up is said by EXIF (JPEG, PNG, WebP) or by the file
//! itself (HEIC, AVIF).

use super::colour::{self, Source};
use super::heif::{self, Heif};
use super::{Kind, Probe};
use crate::{Code, StepError};
use image::metadata::Orientation;
use image::{
    DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits, RgbImage, RgbaImage,
};
use std::io::Cursor;
use zune_core::bytestream::ZCursor;
use zune_core::colorspace::ColorSpace;
use zune_core::options::DecoderOptions;
use zune_jpeg::JpegDecoder;

/// The longest side we decode.
pub(super) const SIDE: u32 = 12_000;
/// The most pixels we decode.
pub(super) const PIXELS: u64 = 50_000_000;
/// What the decoder may allocate, below the child's own limit so that it can say so.
const ALLOCATED: u64 = 640 << 20;

/// A form of picture that we decode.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    /// JPEG, PNG, WebP, GIF.
    Plain(ImageFormat),
    /// HEIC or AVIF, by that name.
    Heif(&'static str),
}

/// Tells a picture we decode here by its first bytes.
pub(super) fn recognise(head: &[u8]) -> Option<Format> {
    use ImageFormat::{Gif, Jpeg, Png, WebP};
    let plain = image::guess_format(head)
        .ok()
        .filter(|format| matches!(format, Jpeg | Png | Gif | WebP));
    plain
        .map(Format::Plain)
        .or_else(|| heif::brand(head).map(Format::Heif))
}

/// Reads the size and the way up.
pub(super) fn probe(bytes: &[u8], format: Format) -> Result<Probe, StepError> {
    let (name, (width, height)) = match format {
        Format::Heif(name) => (name, Heif::open(bytes)?.size()),
        Format::Plain(format) => {
            let mut decoder = open(bytes, format)?;
            let (width, height) = decoder.dimensions();
            let size = match upright(&mut decoder) {
                Orientation::Rotate90
                | Orientation::Rotate270
                | Orientation::Rotate90FlipH
                | Orientation::Rotate270FlipH => (height, width),
                _ => (width, height),
            };
            (format.to_mime_type().trim_start_matches("image/"), size)
        }
    };
    Ok(Probe {
        kind: Kind::Picture,
        container: name.to_owned(),
        codecs: vec![name.to_owned()],
        duration_ms: None,
        width: Some(width),
        height: Some(height),
        sample_rate: None,
        cover: false,
    })
}

/// Decodes a picture, turns it upright, puts it on white and into sRGB.
pub(super) fn decode(bytes: &[u8], format: Format) -> Result<RgbImage, StepError> {
    let (mut picture, orientation, colours) = match format {
        Format::Heif(_) => {
            let file = Heif::open(bytes)?;
            (file.decode()?, Orientation::NoTransforms, file.colours())
        }
        Format::Plain(format) => {
            let mut decoder = open(bytes, format)?;
            if format == ImageFormat::Jpeg && cut_short(bytes) {
                return Err(StepError::fail(
                    Code::MediaBroken,
                    "the picture is broken: it is cut short",
                ));
            }
            let orientation = upright(&mut decoder);
            // A profile that cannot be read is none.
            let icc = decoder.icc_profile().ok().flatten();
            let inked = icc.as_ref().filter(|_| format == ImageFormat::Jpeg);
            match inked.and_then(|icc| of_ink(bytes, icc)) {
                Some(picture) => (picture.into(), orientation, None),
                None => (
                    DynamicImage::from_decoder(decoder).map_err(broken)?,
                    orientation,
                    icc.map(Source::Icc),
                ),
            }
        }
    };
    picture.apply_orientation(orientation);
    let flat = match picture.color().has_alpha() {
        true => on_white(picture.into_rgba8()),
        false => picture.into_rgb8(),
    };
    Ok(colour::to_srgb(flat, colours.as_ref()))
}

/// A JPEG for printing, by its profile; `None` for every other one.
fn of_ink(bytes: &[u8], icc: &[u8]) -> Option<RgbImage> {
    let options = DecoderOptions::default().set_strict_mode(false);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), options);
    decoder.decode_headers().ok()?;
    let space = decoder.input_colorspace()?;
    if !matches!(space, ColorSpace::CMYK | ColorSpace::YCCK) {
        return None;
    }
    decoder.set_options(options.jpeg_set_out_colorspace(space));
    let (width, height) = decoder.dimensions()?;
    let size = (u32::try_from(width).ok()?, u32::try_from(height).ok()?);
    let mut ink = decoder.decode().ok()?;
    for pixel in ink.as_chunks_mut::<4>().0 {
        if space == ColorSpace::YCCK {
            let [y, blue, red, _] = *pixel;
            let cmy = from_ycc(y, blue, red);
            pixel[..3].copy_from_slice(&cmy.map(|value| 255 - value));
        }
        // Photoshop began to write ink upside down, and all others followed.
        *pixel = pixel.map(|value| 255 - value);
    }
    colour::of_ink(&ink, size, icc)
}

/// The conversion of JFIF, which YCCK uses for its inks.
fn from_ycc(y: u8, blue: u8, red: u8) -> [u8; 3] {
    let (y, blue, red) = (
        f32::from(y),
        f32::from(blue) - 128.0,
        f32::from(red) - 128.0,
    );
    [
        y + 1.402 * red,
        y - 0.344_136 * blue - 0.714_136 * red,
        y + 1.772 * blue,
    ]
    .map(|value| value.round().clamp(0.0, 255.0) as u8)
}

/// Refuses what is too large to decode, whether or not its header lies.
pub(super) fn check_size(width: u32, height: u32) -> Result<(), StepError> {
    if width == 0 || height == 0 {
        return Err(StepError::fail(
            Code::MediaBroken,
            "a picture without pixels",
        ));
    }
    if width > SIDE || height > SIDE || u64::from(width) * u64::from(height) > PIXELS {
        let detail = format!(
            "{width} × {height} pixels; up to {SIDE} a side and {} megapixels are taken",
            PIXELS / 1_000_000
        );
        return Err(StepError::fail(Code::MediaTooLarge, detail));
    }
    Ok(())
}

fn open(bytes: &[u8], format: ImageFormat) -> Result<impl ImageDecoder, StepError> {
    // Our own check comes first: it names the size, and a lying header that
    // promises a huge picture costs nothing here.
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    limits.max_alloc = Some(ALLOCATED);
    reader.limits(limits);
    let decoder = reader.into_decoder().map_err(broken)?;
    let (width, height) = decoder.dimensions();
    check_size(width, height)?;
    Ok(decoder)
}

/// Whether a JPEG's end mark is missing: decoders fill the rest with grey.
///
/// Only marks behind the first scan count, since EXIF holds a small picture
/// with an end of its own; what phones append behind the end is left alone.
fn cut_short(bytes: &[u8]) -> bool {
    let mut rest = bytes.get(2..).unwrap_or_default();
    while let [0xff, mark, tail @ ..] = rest {
        match (mark, tail) {
            (0xda, scan) => return !scan.windows(2).any(|two| two == [0xff, 0xd9]),
            (0xff, _) => rest = &rest[1..],
            (_, [high, low, ..]) => {
                let length = usize::from(u16::from_be_bytes([*high, *low]));
                rest = tail.get(length..).unwrap_or_default();
            }
            _ => return true,
        }
    }
    // No form we know: the decoder shall say.
    false
}

fn upright(decoder: &mut impl ImageDecoder) -> Orientation {
    // A picture whose EXIF cannot be read is shown as it lies.
    decoder.orientation().unwrap_or(Orientation::NoTransforms)
}

fn on_white(picture: RgbaImage) -> RgbImage {
    let (width, height) = picture.dimensions();
    let mut flat = Vec::with_capacity(width as usize * height as usize * 3);
    for [r, g, b, a] in picture.as_raw().as_chunks::<4>().0 {
        match a {
            255 => flat.extend_from_slice(&[*r, *g, *b]),
            0 => flat.extend_from_slice(&[255; 3]),
            _ => flat.extend([r, g, b].map(|c| over_white(*c, *a))),
        }
    }
    RgbImage::from_raw(width, height, flat).unwrap_or_default()
}

fn over_white(colour: u8, alpha: u8) -> u8 {
    let (colour, alpha) = (u32::from(colour), u32::from(alpha));
    ((colour * alpha + 255 * (255 - alpha) + 127) / 255) as u8
}

fn broken(error: ImageError) -> StepError {
    match error {
        ImageError::Limits(limit) => StepError::fail(
            Code::MediaTooLarge,
            format!("the picture is too large: {limit}"),
        ),
        other => StepError::fail(Code::MediaBroken, format!("the picture is broken: {other}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn alpha_goes_onto_white() {
        assert_eq!(over_white(0, 255), 0);
        assert_eq!(over_white(0, 0), 255);
        assert_eq!(over_white(0, 128), 127);
        let flat = on_white(RgbaImage::from_raw(2, 1, vec![9, 9, 9, 0, 1, 2, 3, 255]).unwrap());
        assert_eq!(flat.as_raw(), &[255, 255, 255, 1, 2, 3]);
    }

    #[test]
    fn size_is_refused_by_side_and_by_area() {
        assert!(check_size(8_000, 6_000).is_ok());
        assert_eq!(check_size(0, 5).unwrap_err().code, Code::MediaBroken);
        assert_eq!(check_size(12_001, 1).unwrap_err().code, Code::MediaTooLarge);
        assert_eq!(
            check_size(9_000, 9_000).unwrap_err().code,
            Code::MediaTooLarge
        );
    }

    #[test]
    fn only_forms_we_know_are_taken() {
        let jpeg = Format::Plain(ImageFormat::Jpeg);
        assert_eq!(recognise(b"\xff\xd8\xff\xe0"), Some(jpeg));
        let photo = recognise(b"\0\0\0\x18ftypheic\0\0\0\0mif1");
        assert_eq!(photo, Some(Format::Heif("heic")));
        for head in [&b"BM\0\0"[..], b"#EXTM3U\n", b"<html>", b"PK\x03\x04", b""] {
            assert_eq!(recognise(head), None);
        }
    }
}
