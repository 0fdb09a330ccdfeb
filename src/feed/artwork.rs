//! The showcase's own picture: the operator's, or one drawn of dots that meet.

use crate::config::Showcase;
use bytes::Bytes;
use image::{ImageFormat, Rgb, RgbImage};
use jobs::text::hex;
use sha2::{Digest, Sha256};
use std::io::Cursor;
use std::sync::OnceLock;

/// Pixels of a side; podcast directories ask for 1,400 to 3,000.
const SIDE: u32 = 1400;
/// Bytes of the hash in its name.
const HASHED: usize = 8;

static DRAWN: OnceLock<Bytes> = OnceLock::new();

/// The showcase's picture.
pub struct Artwork {
    /// The file.
    pub bytes: Bytes,
    /// Its media type.
    pub kind: &'static str,
    /// Another name when the picture changes.
    pub name: String,
}

impl Artwork {
    /// The operator's, or the drawn one in the place of one that cannot be read. Reads and draws: it takes its time.
    pub fn of(showcase: &Showcase) -> Artwork {
        if let Some(path) = &showcase.artwork {
            match std::fs::read(path) {
                Ok(bytes) if bytes.starts_with(b"\x89PNG") => {
                    return Artwork::named(bytes.into(), "image/png", "png");
                }
                Ok(bytes) if bytes.starts_with(b"\xff\xd8") => {
                    return Artwork::named(bytes.into(), "image/jpeg", "jpg");
                }
                Ok(_) => tracing::warn!(
                    "PUGCAST_ARTWORK is neither PNG nor JPEG; the drawn picture is shown"
                ),
                Err(error) => {
                    tracing::warn!(%error, "PUGCAST_ARTWORK cannot be read; the drawn picture is shown")
                }
            }
        }
        Artwork::named(DRAWN.get_or_init(draw).clone(), "image/png", "png")
    }

    fn named(bytes: Bytes, kind: &'static str, extension: &str) -> Artwork {
        let hash = hex(&Sha256::digest(&bytes)[..HASHED]);
        let name = format!("{hash}.{extension}");
        Artwork { bytes, kind, name }
    }
}

/// A ring of twelve dots, one for each hue, around a larger one: people around a table.
fn draw() -> Bytes {
    let paper = [251, 248, 241];
    let centre = f64::from(SIDE) / 2.0;
    let mut dots = vec![(centre, centre, 190.0, [179.0, 64.0, 28.0])];
    for n in 0..12 {
        let angle = f64::from(n) * std::f64::consts::TAU / 12.0;
        let around = |at: f64| 105.0 + 55.0 * (angle + at).cos();
        let colour = [around(0.0), around(-2.1), around(2.1)];
        dots.push((
            centre + 470.0 * angle.sin(),
            centre - 470.0 * angle.cos(),
            96.0,
            colour,
        ));
    }
    let mut picture = RgbImage::from_pixel(SIDE, SIDE, Rgb(paper));
    for (dx, dy, radius, ink) in dots {
        let side = |centre: f64| (centre - radius - 1.0) as u32..(centre + radius + 2.0) as u32;
        for (x, y) in side(dx).flat_map(|x| side(dy).map(move |y| (x, y))) {
            let (away, down) = (f64::from(x) + 0.5 - dx, f64::from(y) + 0.5 - dy);
            // One pixel of soft edge.
            let cover = (radius - (away * away + down * down).sqrt() + 0.5).clamp(0.0, 1.0);
            let Rgb(pixel) = picture.get_pixel_mut(x, y);
            for (channel, ink) in pixel.iter_mut().zip(ink) {
                *channel = (f64::from(*channel) + (ink - f64::from(*channel)) * cover) as u8;
            }
        }
    }
    let mut bytes = Cursor::new(Vec::new());
    match picture.write_to(&mut bytes, ImageFormat::Png) {
        Ok(()) => bytes.into_inner().into(),
        Err(error) => unreachable!("a picture of ours encodes: {error}"),
    }
}
