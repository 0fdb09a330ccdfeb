//! Colours as the web means them: whatever a file's numbers stood for, out
//! comes sRGB (IEC 61966-2-1), by the file's ICC profile or its code points
//! (ITU-T H.273).

use image::RgbImage;
use moxcms::{
    CicpColorPrimaries, CicpProfile, ColorProfile, DataColorSpace, Layout, MatrixCoefficients,
    TransferCharacteristics, Transform8BitExecutor, TransformOptions,
};

/// Pixels converted at a time: a large picture needs no second copy of itself.
const AT_ONCE: usize = 16_384;

/// What a file says its colours are.
pub(super) enum Source {
    /// An embedded ICC profile.
    Icc(Vec<u8>),
    /// Primaries and transfer by the numbers of ITU-T H.273.
    Points { primaries: u16, transfer: u16 },
}

/// Converts a picture to sRGB; one without a profile, or with one that cannot
/// be read, is taken for sRGB as browsers take it.
pub(super) fn to_srgb(mut picture: RgbImage, source: Option<&Source>) -> RgbImage {
    let Some(profile) = source.and_then(profile) else {
        return picture;
    };
    match profile.color_space {
        DataColorSpace::Rgb => {
            if let Some(change) = to(&profile, Layout::Rgb).filter(changes) {
                convert(&mut picture, change.as_ref());
            }
            picture
        }
        DataColorSpace::Gray => grey(picture, &profile),
        _ => picture, // a profile for other pixels than these
    }
}

/// Converts ink (0: none, 255: full; cyan, magenta, yellow, black) by its
/// profile. `None` where that cannot be done, and the usual guess has to do.
pub(super) fn of_ink(ink: &[u8], (width, height): (u32, u32), icc: &[u8]) -> Option<RgbImage> {
    let profile = ColorProfile::new_from_slice(icc).ok()?;
    // moxcms lays four inks out as it does red, green, blue, alpha.
    let change =
        to(&profile, Layout::Rgba).filter(|_| profile.color_space == DataColorSpace::Cmyk)?;
    let mut pixels = vec![0; ink.len() / 4 * 3];
    for (from, into) in ink.chunks(AT_ONCE * 4).zip(pixels.chunks_mut(AT_ONCE * 3)) {
        change.transform(from, into).ok()?;
    }
    RgbImage::from_raw(width, height, pixels)
}

/// The average of a picture's colours as `#rrggbb` means them, taken in linear
/// light: what an eye sees of it from afar, for a page to show while it loads.
pub(super) fn average(picture: &RgbImage) -> [u8; 3] {
    let linear: Vec<f64> = (0..=255)
        .map(|value| linear(f64::from(value) / 255.0))
        .collect();
    let mut sums = [0.0; 3];
    for pixel in picture.pixels() {
        for (sum, value) in sums.iter_mut().zip(pixel.0) {
            *sum += linear[usize::from(value)];
        }
    }
    let count = f64::from(picture.width()) * f64::from(picture.height());
    sums.map(|sum| (curved(sum / count.max(1.0)) * 255.0).round() as u8)
}

fn profile(source: &Source) -> Option<ColorProfile> {
    match source {
        Source::Icc(bytes) => ColorProfile::new_from_slice(bytes).ok(),
        Source::Points {
            primaries,
            transfer,
        } => {
            let points = CicpProfile {
                color_primaries: CicpColorPrimaries::try_from(u8::try_from(*primaries).ok()?)
                    .ok()?,
                transfer_characteristics: TransferCharacteristics::try_from(
                    u8::try_from(*transfer).ok()?,
                )
                .ok()?,
                // The pixels are red, green and blue by now.
                matrix_coefficients: MatrixCoefficients::Identity,
                full_range: true,
            };
            // 2 is "unspecified", and a profile made of it would be black.
            let said = *primaries != 2 && *transfer != 2;
            said.then(|| ColorProfile::new_from_cicp(points))
        }
    }
}

type Change = std::sync::Arc<Transform8BitExecutor>;

fn to(profile: &ColorProfile, layout: Layout) -> Option<Change> {
    let options = TransformOptions::default();
    let srgb = ColorProfile::new_srgb();
    profile
        .create_transform_8bit(layout, &srgb, Layout::Rgb, options)
        .ok()
}

/// Whether it makes a difference: most profiles are sRGB by another name.
fn changes(change: &Change) -> bool {
    let steps = [0, 32, 96, 160, 224, 255];
    let mut grid = Vec::new();
    for red in steps {
        for green in steps {
            for blue in steps {
                grid.extend_from_slice(&[red, green, blue]);
            }
        }
    }
    let mut changed = vec![0; grid.len()];
    change.transform(&grid, &mut changed).is_ok()
        && grid
            .iter()
            .zip(&changed)
            .any(|(was, is)| was.abs_diff(*is) > 1)
}

fn convert(picture: &mut RgbImage, change: &Transform8BitExecutor) {
    let mut before = vec![0; AT_ONCE * 3];
    for pixels in picture.chunks_mut(AT_ONCE * 3) {
        let before = &mut before[..pixels.len()];
        before.copy_from_slice(pixels);
        if change.transform(before, pixels).is_err() {
            pixels.copy_from_slice(before);
        }
    }
}

fn grey(mut picture: RgbImage, profile: &ColorProfile) -> RgbImage {
    let Some(change) = to(profile, Layout::Gray) else {
        return picture;
    };
    // Its three values are one and the same: 256 colours tell all.
    let levels: Vec<u8> = (0..=255).collect();
    let mut table = vec![0; 256 * 3];
    if change.transform(&levels, &mut table).is_ok() {
        for pixel in picture.pixels_mut() {
            let at = usize::from(pixel.0[0]) * 3;
            pixel.0.copy_from_slice(&table[at..at + 3]);
        }
    }
    picture
}

/// sRGB's curve, undone.
fn linear(value: f64) -> f64 {
    if value <= 0.040_45 {
        value / 12.92
    } else {
        ((value + 0.055) / 1.055).powf(2.4)
    }
}

/// sRGB's curve.
fn curved(value: f64) -> f64 {
    if value <= 0.003_130_8 {
        value * 12.92
    } else {
        1.055 * value.powf(1.0 / 2.4) - 0.055
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::Rgb;

    fn one(pixel: [u8; 3], source: &Source) -> [u8; 3] {
        to_srgb(RgbImage::from_pixel(5, 3, Rgb(pixel)), Some(source))
            .get_pixel(4, 2)
            .0
    }

    #[track_caller]
    fn near(got: [u8; 3], expected: [u8; 3]) {
        let far = got.iter().zip(expected).any(|(g, e)| g.abs_diff(e) > 2);
        assert!(!far, "{got:?} is not near {expected:?}");
    }

    /// The numbers are those of CSS Color 4's matrices.
    #[test]
    fn wide_colours_become_those_of_the_web() {
        let p3 = Source::Icc(ColorProfile::new_display_p3().encode().unwrap());
        near(one([200, 100, 50], &p3), [215, 93, 31]);
        near(one([0, 255, 0], &p3), [0, 255, 0]); // beyond sRGB: its own green
        near(one([128, 128, 128], &p3), [128, 128, 128]);
        let points = Source::Points {
            primaries: 12,
            transfer: 13,
        };
        near(one([200, 100, 50], &points), [215, 93, 31]);
    }

    #[test]
    fn srgb_and_nonsense_leave_every_bit_alone() {
        let srgb = Source::Icc(ColorProfile::new_srgb().encode().unwrap());
        for source in [
            srgb,
            Source::Icc(b"no profile".to_vec()),
            Source::Points {
                primaries: 2,
                transfer: 2,
            },
            Source::Points {
                primaries: 999,
                transfer: 13,
            },
        ] {
            assert_eq!(one([200, 101, 53], &source), [200, 101, 53]);
        }
    }

    #[test]
    fn grey_keeps_its_curve() {
        let linear = Source::Icc(ColorProfile::new_gray_with_gamma(1.0).encode().unwrap());
        near(one([55, 55, 55], &linear), [128, 128, 128]);
    }

    #[test]
    fn the_average_is_one_of_light() {
        let half = RgbImage::from_fn(2, 1, |x, _| Rgb([(x * 255) as u8, 0, 255]));
        // Half the light of white is 188, not 128.
        assert_eq!(average(&half), [188, 0, 255]);
        assert_eq!(
            average(&RgbImage::from_pixel(3, 3, Rgb([1, 2, 77]))),
            [1, 2, 77]
        );
    }
}
