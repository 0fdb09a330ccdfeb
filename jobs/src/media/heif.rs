//! Photos of phones, HEIC and AVIF (ISO/IEC 23008-12), by libheif.
//!
//! libheif is C++: it gets the bytes, and what it says of sizes is checked before a pixel is asked for. Its decoders
//! start threads of their own, which the sandbox lets them up to a number (for root, whom the kernel does not count,
//! the service's own limits have to: `TasksMax`).

#![expect(unsafe_code, reason = "libheif's C interface")]

use super::colour::Source;
use super::still::{SIDE, check_size};
use crate::{Code, StepError};
use image::{DynamicImage, RgbImage, RgbaImage};
use libheif_sys as sys;
use std::ffi::CStr;
use std::marker::PhantomData;
use std::ptr;

/// The brands of still pictures, by which such a file says what it is.
const BRANDS: [&[u8; 4]; 11] = [
    b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"mif2", b"msf1", b"avif",
    b"avis",
];

/// The brand in a file's first bytes, if it is one of a picture.
pub(super) fn brand(head: &[u8]) -> Option<&'static str> {
    let (kind, brand) = (head.get(4..8)?, head.get(8..12)?);
    let known = BRANDS
        .iter()
        .find(|known| kind == b"ftyp" && brand == known.as_slice())?;
    Some(if known.starts_with(b"avi") {
        "avif"
    } else {
        "heic"
    })
}

/// An opened file and its main picture.
pub(super) struct Heif<'a> {
    context: *mut sys::heif_context,
    handle: *mut sys::heif_image_handle,
    /// libheif reads these as long as it lives.
    bytes: PhantomData<&'a [u8]>,
}

impl<'a> Heif<'a> {
    /// Reads what the file says of itself.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, StepError> {
        // SAFETY: allocates, or gives null.
        let context = unsafe { sys::heif_context_alloc() };
        if context.is_null() {
            return Err(StepError::fail(
                Code::MediaChild,
                "the decoder ran out of memory",
            ));
        }
        let mut opened = Heif {
            context,
            handle: ptr::null_mut(),
            bytes: PhantomData,
        };
        // SAFETY: the context is ours; the bytes outlive it, as the lifetime says.
        unsafe {
            // Its decoders start enough of their own.
            sys::heif_context_set_max_decoding_threads(context, 0);
            sys::heif_context_set_maximum_image_size_limit(context, SIDE as libc::c_int);
            check(sys::heif_context_read_from_memory_without_copy(
                context,
                bytes.as_ptr().cast(),
                bytes.len(),
                ptr::null(),
            ))?;
            check(sys::heif_context_get_primary_image_handle(
                context,
                &mut opened.handle,
            ))?;
        }
        let (width, height) = opened.size();
        check_size(width, height)?;
        Ok(opened)
    }

    /// Width and height as shown, turned upright.
    pub(super) fn size(&self) -> (u32, u32) {
        // SAFETY: the handle is ours and not null once `open` is through.
        let (width, height) = unsafe {
            (
                sys::heif_image_handle_get_width(self.handle),
                sys::heif_image_handle_get_height(self.handle),
            )
        };
        (
            u32::try_from(width).unwrap_or(0),
            u32::try_from(height).unwrap_or(0),
        )
    }

    /// What its colours are.
    pub(super) fn colours(&self) -> Option<Source> {
        // SAFETY: as above. libheif writes as many bytes as it announced, and
        // gives a description of its own, which is read and given back.
        unsafe {
            let length = sys::heif_image_handle_get_raw_color_profile_size(self.handle);
            if (1..4 << 20).contains(&length) {
                let mut icc = vec![0u8; length];
                let got = sys::heif_image_handle_get_raw_color_profile(
                    self.handle,
                    icc.as_mut_ptr().cast(),
                );
                return check(got).ok().map(|()| Source::Icc(icc));
            }
            let mut nclx = ptr::null_mut();
            check(sys::heif_image_handle_get_nclx_color_profile(
                self.handle,
                &mut nclx,
            ))
            .ok()?;
            let said = nclx.as_ref().map(|nclx| Source::Points {
                primaries: u16::try_from(nclx.color_primaries).unwrap_or(2),
                transfer: u16::try_from(nclx.transfer_characteristics).unwrap_or(2),
            });
            sys::heif_nclx_color_profile_free(nclx);
            said
        }
    }

    /// Decodes it, turned and mirrored as the file says (`irot`, `imir`).
    pub(super) fn decode(&self) -> Result<DynamicImage, StepError> {
        // SAFETY: the handle is ours; the picture is released with `decoded`.
        let (alpha, decoded) = unsafe {
            let alpha = sys::heif_image_handle_has_alpha_channel(self.handle) != 0;
            let chroma = if alpha {
                sys::heif_chroma_heif_chroma_interleaved_RGBA
            } else {
                sys::heif_chroma_heif_chroma_interleaved_RGB
            };
            let mut decoded = Decoded(ptr::null_mut());
            check(sys::heif_decode_image(
                self.handle,
                &mut decoded.0,
                sys::heif_colorspace_heif_colorspace_RGB,
                chroma,
                ptr::null(),
            ))?;
            (alpha, decoded)
        };
        decoded.pixels(if alpha { 4 } else { 3 })
    }
}

impl Drop for Heif<'_> {
    fn drop(&mut self) {
        // SAFETY: both are ours, and libheif takes null for nothing.
        unsafe {
            sys::heif_image_handle_release(self.handle);
            sys::heif_context_free(self.context);
        }
    }
}

struct Decoded(*mut sys::heif_image);

impl Decoded {
    /// Its rows without what lies between them; the size is the real one,
    /// whatever the header said.
    fn pixels(&self, channels: usize) -> Result<DynamicImage, StepError> {
        let channel = sys::heif_channel_heif_channel_interleaved;
        let mut stride = 0;
        // SAFETY: the picture is ours until it is dropped.
        let (width, height, plane) = unsafe {
            (
                sys::heif_image_get_width(self.0, channel),
                sys::heif_image_get_height(self.0, channel),
                sys::heif_image_get_plane_readonly(self.0, channel, &mut stride),
            )
        };
        let (width, height) = (
            u32::try_from(width).unwrap_or(0),
            u32::try_from(height).unwrap_or(0),
        );
        check_size(width, height)?;
        let row = width as usize * channels;
        let stride = usize::try_from(stride).unwrap_or(0);
        if plane.is_null() || stride < row {
            return Err(broken("its pixels are missing"));
        }
        let mut pixels = Vec::with_capacity(row * height as usize);
        for y in 0..height as usize {
            // SAFETY: libheif's plane has `height` rows of `stride` bytes, each
            // at least a row long.
            pixels.extend_from_slice(unsafe {
                std::slice::from_raw_parts(plane.add(y * stride), row)
            });
        }
        match channels {
            4 => RgbaImage::from_raw(width, height, pixels).map(DynamicImage::ImageRgba8),
            _ => RgbImage::from_raw(width, height, pixels).map(DynamicImage::ImageRgb8),
        }
        .ok_or_else(|| broken("it lost its pixels"))
    }
}

impl Drop for Decoded {
    fn drop(&mut self) {
        // SAFETY: ours, or null, which libheif takes for nothing.
        unsafe { sys::heif_image_release(self.0) }
    }
}

fn check(error: sys::heif_error) -> Result<(), StepError> {
    if error.code == sys::heif_error_code_heif_error_Ok {
        return Ok(());
    }
    if error.code == sys::heif_error_code_heif_error_Memory_allocation_error {
        return Err(StepError::fail(
            Code::MediaTooLarge,
            "the picture needs more memory than it may have",
        ));
    }
    let said = match error.message.is_null() {
        true => "no reason given".into(),
        // SAFETY: libheif's messages end with a zero, and live until its next call.
        false => unsafe { CStr::from_ptr(error.message) }.to_string_lossy(),
    };
    Err(broken(&said))
}

fn broken(detail: &str) -> StepError {
    StepError::fail(
        Code::MediaBroken,
        format!("the picture is broken: {detail}"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_are_told_from_films_by_their_brand() {
        assert_eq!(brand(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"), Some("heic"));
        assert_eq!(brand(b"\0\0\0\x1cftypavif\0\0\0\0"), Some("avif"));
        for head in [
            &b"\0\0\0\x18ftypisom"[..],
            b"\0\0\0\x18ftypqt  ",
            b"ftypheic",
            b"\0\0\0\x18ftyp",
            b"",
        ] {
            assert_eq!(brand(head), None);
        }
    }
}
