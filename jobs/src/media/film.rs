//! Recordings, by FFmpeg: what a file holds, and one good frame of it.
//!
//! FFmpeg would follow a playlist to any file or address it names. Here it
//! reads from the one open file only: no protocol is allowed, and of the
//! formats only containers that hold their own media.

use super::reel::Reel;
use super::{Kind, Probe, scene, still};
use crate::{Code, StepError};
use ffmpeg_next::color::{Range, Space};
use ffmpeg_next::format::Pixel;
use ffmpeg_next::format::context::{Input, StreamIo};
use ffmpeg_next::format::stream::Disposition;
use ffmpeg_next::software::scaling::{self, Flags};
use ffmpeg_next::{
    Dictionary, Error, Packet, Rational, Stream, codec, decoder, ffi, frame, log, media,
};
use image::RgbImage;
use image::imageops;
use std::fs::File;
use std::io::{Read, Seek};

const FORMATS: &str = "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,ogg,mp3,wav,w64,flac,aac,aiff,\
    asf,avi,mpegts,mpeg,flv,amr,caf";
pub(super) const CODECS: &str = "h264,hevc,vp8,vp9,libvpx,libvpx-vp9,libdav1d,av1,theora,mpeg1video,mpeg2video,mpeg4,\
    msmpeg4v2,msmpeg4v3,wmv1,wmv2,wmv3,vc1,h263,flv,mjpeg,png,prores,dvvideo,\
    aac,aac_latm,mp3,mp3float,mp2,mp2float,mp1float,opus,libopus,vorbis,flac,alac,ac3,eac3,\
    wmav1,wmav2,wmapro,wmalossless,amrnb,amrwb,libopencore_amrnb,libopencore_amrwb,adpcm_ms,\
    adpcm_ima_wav,adpcm_ima_qt,gsm_ms,\
    pcm_s16le,pcm_s16be,pcm_s24le,pcm_s24be,pcm_s32le,pcm_s32be,pcm_f32le,pcm_f32be,\
    pcm_f64le,pcm_u8,pcm_s8,pcm_alaw,pcm_mulaw";
/// Packets of all tracks together; what is stranger is not worth more time.
const PACKETS: usize = 20_000;

/// Prepares FFmpeg while the process may still read its own libraries.
pub(super) fn load() -> Result<(), StepError> {
    log::set_level(log::Level::Fatal);
    ffmpeg_next::init()
        .map_err(|e| StepError::retry(Code::Internal, format!("FFmpeg cannot be started: {e}")))
}

/// Reads what the container says of itself.
pub(super) fn probe(file: File) -> Result<Probe, StepError> {
    let input = open(file)?;
    let tracks: Vec<_> = input.streams().map(|stream| stream.parameters()).collect();
    let film = film(&input);
    let sound = tracks
        .iter()
        .find(|track| track.medium() == media::Type::Audio);
    if film.is_none() && sound.is_none() {
        return Err(StepError::fail(
            Code::MediaBroken,
            "it holds neither picture nor sound",
        ));
    }
    let size = film.as_ref().map(shown_size);
    Ok(Probe {
        kind: if film.is_some() {
            Kind::Video
        } else {
            Kind::Audio
        },
        container: container(&input),
        codecs: tracks
            .iter()
            .map(|track| track.id().name().to_owned())
            .collect(),
        duration_ms: u64::try_from(input.duration())
            .ok()
            .filter(|us| *us > 0)
            .map(|us| us / 1000),
        width: size.map(|size| size.0),
        height: size.map(|size| size.1),
        sample_rate: sound.map(sample_rate).filter(|rate| *rate > 0),
        cover: film.is_none() && input.streams().any(|stream| is_cover(&stream)),
    })
}

/// The frame that stands for a film, upright, and when it is shown (ms); or a
/// sound's cover.
pub(super) fn frame(file: File) -> Result<(RgbImage, Option<u64>), StepError> {
    let mut input = open(file)?;
    let Some(stream) = film(&input) else {
        return cover(&mut input).map(|cover| (cover, None));
    };
    let turn = turn(&stream);
    let (index, base, start) = (stream.index(), stream.time_base(), start(&stream));
    let decoder = decoder_of(&stream)?;
    let length = input.duration().max(0);
    let chosen = Reel::new(input, decoder, index, base, start).choose(length);
    let chosen = chosen.ok_or_else(|| broken("no frame of the film can be decoded"))?;
    let picture = to_rgb(&chosen.picture)?;
    let picture = match turn {
        90 => imageops::rotate90(&picture),
        180 => imageops::rotate180(&picture),
        270 => imageops::rotate270(&picture),
        _ => picture,
    };
    Ok((picture, u64::try_from(chosen.time / 1000).ok()))
}

pub(super) fn open(file: impl Read + Seek + Send + 'static) -> Result<Input, StepError> {
    let io = StreamIo::from_read_seek(file).map_err(unreadable)?;
    let mut options = Dictionary::new();
    options.set("protocol_whitelist", "none");
    options.set("format_whitelist", FORMATS);
    options.set("codec_whitelist", CODECS);
    options.set("max_streams", "64");
    ffmpeg_next::format::input_from_stream(io, None, Some(options)).map_err(unreadable)
}

fn film(input: &Input) -> Option<Stream<'_>> {
    input.streams().find(|stream| {
        stream.parameters().medium() == media::Type::Video && !is_cover(stream) && {
            let (width, height) = coded_size(stream);
            width > 0 && height > 0
        }
    })
}

fn is_cover(stream: &Stream<'_>) -> bool {
    stream.disposition().contains(Disposition::ATTACHED_PIC)
}

fn cover(input: &mut Input) -> Result<RgbImage, StepError> {
    let index = input.streams().find(is_cover).map(|stream| stream.index());
    let sound = input
        .streams()
        .any(|s| s.parameters().medium() == media::Type::Audio);
    let index = index.ok_or_else(|| match sound {
        true => broken("it holds sound but no picture"),
        false => broken("it holds neither picture nor sound"),
    })?;
    let packet = packets(input).find(|packet| packet.stream() == index);
    let bytes = packet.as_ref().and_then(Packet::data).unwrap_or_default();
    let format = still::recognise(bytes).ok_or_else(|| broken("its cover is no picture"))?;
    still::decode(bytes, format)
}

fn decoder_of(stream: &Stream<'_>) -> Result<decoder::Video, StepError> {
    let (width, height) = coded_size(stream);
    still::check_size(width, height)?;
    let parameters = stream.parameters();
    let name = parameters.id().name();
    let unknown = || broken(format!("no decoder for a film in {name}"));
    let codec = decoder::find(parameters.id()).ok_or_else(unknown)?;
    let mut options = Dictionary::new();
    // One thread: the sandbox allows no second, and the result stays the same.
    options.set("threads", "1");
    options.set("codec_whitelist", CODECS);
    options.set("max_pixels", &still::PIXELS.to_string());
    let mut decoder = codec::Context::from_parameters(parameters)
        .map_err(unreadable)?
        .decoder();
    decoder.set_packet_time_base(stream.time_base());
    decoder
        .open_as_with(codec, options)
        .and_then(|opened| opened.video())
        .map_err(unreadable)
}

fn packets(input: &mut Input) -> impl Iterator<Item = Packet> {
    input.packets().take(PACKETS).map(|(_, packet)| packet)
}

fn to_rgb(picture: &frame::Video) -> Result<RgbImage, StepError> {
    let (width, height) = (picture.width(), picture.height());
    still::check_size(width, height)?;
    let shown = square_pixels(width, height, picture.aspect_ratio());
    let flags = Flags::BICUBIC | Flags::ACCURATE_RND | Flags::FULL_CHR_H_INT | Flags::BITEXACT;
    scaled(picture, shown, flags)
}

/// A frame small enough to be measured, in the shape in which it was coded.
pub(super) fn to_small(picture: &frame::Video) -> Result<RgbImage, StepError> {
    let (width, height) = (picture.width(), picture.height());
    still::check_size(width, height)?;
    let longest = width.max(height);
    let side = |side: u32| (side * scene::SIDE / longest).max(1);
    let flags = Flags::AREA | Flags::ACCURATE_RND | Flags::BITEXACT;
    scaled(picture, (side(width), side(height)), flags)
}

fn scaled(
    picture: &frame::Video,
    (shown_width, shown_height): (u32, u32),
    flags: Flags,
) -> Result<RgbImage, StepError> {
    let mut scaler = scaling::Context::get(
        picture.format(),
        picture.width(),
        picture.height(),
        Pixel::RGB24,
        shown_width,
        shown_height,
        flags,
    )
    .map_err(unreadable)?;
    set_colours(&mut scaler, picture);
    let mut rgb = frame::Video::empty();
    scaler.run(picture, &mut rgb).map_err(unreadable)?;

    // FFmpeg pads its rows: the stride is longer than the row.
    let row = shown_width as usize * 3;
    let mut pixels = Vec::with_capacity(row * shown_height as usize);
    for line in rgb
        .data(0)
        .chunks(rgb.stride(0))
        .take(shown_height as usize)
    {
        pixels.extend_from_slice(line.get(..row).unwrap_or_default());
    }
    RgbImage::from_raw(shown_width, shown_height, pixels)
        .ok_or_else(|| broken("a frame lost its pixels"))
}

/// Left alone, the scaler takes every film for standard definition, and HD
/// comes out with green faces.
fn set_colours(scaler: &mut scaling::Context, picture: &frame::Video) {
    let matrix = match picture.color_space() {
        Space::RGB => return,
        Space::BT709 => ffi::SWS_CS_ITU709,
        Space::BT2020NCL | Space::BT2020CL => ffi::SWS_CS_BT2020,
        Space::SMPTE240M => ffi::SWS_CS_SMPTE240M,
        Space::Unspecified if picture.height() >= 720 => ffi::SWS_CS_ITU709,
        _ => ffi::SWS_CS_ITU601,
    };
    let old_full = [
        Pixel::YUVJ420P,
        Pixel::YUVJ422P,
        Pixel::YUVJ444P,
        Pixel::YUVJ440P,
    ];
    let full = picture.color_range() == Range::JPEG || old_full.contains(&picture.format());
    scaler_colours(scaler, matrix, full);
}

#[expect(
    unsafe_code,
    reason = "ffmpeg-next has no call of its own for the colour matrix"
)]
fn scaler_colours(scaler: &mut scaling::Context, matrix: i32, full: bool) {
    // SAFETY: the scaler is ours alone and initialised; both tables are FFmpeg's
    // own statics, which sws_setColorspaceDetails copies. A format to which
    // they do not apply is answered with an error and left as it was.
    unsafe {
        let from = ffi::sws_getCoefficients(matrix);
        let to = ffi::sws_getCoefficients(ffi::SWS_CS_DEFAULT);
        let (from_range, to_range) = (i32::from(full), 1);
        let (brightness, contrast, saturation) = (0, 1 << 16, 1 << 16);
        ffi::sws_setColorspaceDetails(
            scaler.as_mut_ptr(),
            from,
            from_range,
            to,
            to_range,
            brightness,
            contrast,
            saturation,
        );
    }
}

/// Widens what was filmed with pixels that are not square.
fn square_pixels(width: u32, height: u32, pixel: Rational) -> (u32, u32) {
    let (across, down) = (pixel.numerator(), pixel.denominator());
    // A shape beyond 4:1 is a lie or a mistake.
    if across <= 0 || down <= 0 || across / down >= 4 || down / across >= 4 {
        return (width, height);
    }
    let shown = i64::from(width) * i64::from(across) / i64::from(down);
    let shown = u32::try_from(shown).unwrap_or(width).max(1);
    if still::check_size(shown, height).is_ok() {
        (shown, height)
    } else {
        (width, height)
    }
}

fn shown_size(stream: &Stream<'_>) -> (u32, u32) {
    let (width, height) = coded_size(stream);
    let (width, height) = square_pixels(width, height, pixel_shape(stream));
    if turn(stream) % 180 == 90 {
        (height, width)
    } else {
        (width, height)
    }
}

/// How far a phone was turned: what a viewer has to turn back, clockwise.
fn turn(stream: &Stream<'_>) -> u32 {
    let matrix = stream
        .side_data()
        .find(|data| data.kind() == codec::packet::side_data::Type::DisplayMatrix);
    let entry = |at: usize| -> Option<i32> {
        let bytes = matrix.as_ref()?.data().get(at * 4..at * 4 + 4)?;
        Some(i32::from_ne_bytes(bytes.try_into().ok()?))
    };
    // The two that say where the picture's upper edge points.
    match (entry(0).map(i32::signum), entry(1).map(i32::signum)) {
        (Some(0), Some(1)) => 90,
        (Some(-1), Some(0)) => 180,
        (Some(0), Some(-1)) => 270,
        _ => 0,
    }
}

#[expect(
    unsafe_code,
    reason = "ffmpeg-next shows no sizes without opening a decoder"
)]
fn coded_size(stream: &Stream<'_>) -> (u32, u32) {
    let parameters = stream.parameters();
    // SAFETY: the parameters live as long as the stream they come from.
    let (width, height) = unsafe { ((*parameters.as_ptr()).width, (*parameters.as_ptr()).height) };
    (
        u32::try_from(width).unwrap_or(0),
        u32::try_from(height).unwrap_or(0),
    )
}

#[expect(
    unsafe_code,
    reason = "ffmpeg-next shows no pixel shape without opening a decoder"
)]
fn pixel_shape(stream: &Stream<'_>) -> Rational {
    let parameters = stream.parameters();
    // SAFETY: the parameters live as long as the stream they come from.
    Rational::from(unsafe { (*parameters.as_ptr()).sample_aspect_ratio })
}

#[expect(
    unsafe_code,
    reason = "ffmpeg-next shows no rate without opening a decoder"
)]
fn sample_rate(track: &codec::Parameters) -> u32 {
    // SAFETY: the parameters keep their context alive.
    u32::try_from(unsafe { (*track.as_ptr()).sample_rate }).unwrap_or(0)
}

/// FFmpeg's first name for the format, without its family.
fn container(input: &Input) -> String {
    let format = input.format();
    let name = format.name().split(',').next().unwrap_or_default();
    match name {
        "mov" => "mp4".to_owned(),
        other => other.to_owned(),
    }
}

fn start(stream: &Stream<'_>) -> i64 {
    // FFmpeg's word for "unknown" is the smallest number there is.
    Some(stream.start_time())
        .filter(|time| *time != i64::MIN)
        .unwrap_or(0)
}

pub(super) fn in_us(units: i64, base: Rational) -> i64 {
    let (one, of) = (i128::from(base.numerator()), i128::from(base.denominator()));
    i64::try_from(i128::from(units) * one * 1_000_000 / of.max(1)).unwrap_or(0)
}

pub(super) fn unreadable(error: Error) -> StepError {
    match error {
        Error::Other {
            errno: libc::ENOMEM,
        } => StepError::fail(Code::MediaChild, "the decoder ran out of memory"),
        // What FFmpeg says of a format that is not on our list, too.
        Error::InvalidData
        | Error::Other {
            errno: libc::EINVAL,
        } => broken("it is no picture, film or sound that we can read"),
        Error::Eof => broken("it breaks off before it says what it is"),
        other => broken(format!("it cannot be read: {other}")),
    }
}

fn broken(detail: impl Into<String>) -> StepError {
    StepError::fail(Code::MediaBroken, detail)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Without any sandbox: the list of formats alone has to hold.
    #[test]
    fn a_playlist_is_not_followed() {
        load().unwrap();
        let folder = std::env::temp_dir().join(format!("pugcast-list-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let mut sound = b"RIFF\x24\x10\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0".to_vec();
        sound.extend_from_slice(b"\x40\x1f\0\0\x80\x3e\0\0\x02\0\x10\0data\0\x10\0\0");
        sound.resize(44 + 4096, 0);
        let (secret, playlist) = (folder.join("secret.wav"), folder.join("talk.mp4"));
        std::fs::write(&secret, sound).unwrap();
        let text = "ffconcat version 1.0\nfile secret.wav\n";
        std::fs::write(&playlist, text).unwrap();

        // FFmpeg left alone walks into the trap, so that it is a real one.
        let followed = ffmpeg_next::format::input(&playlist).map(|input| container(&input));
        let ours = probe(File::open(&playlist).unwrap());
        let plain = probe(File::open(&secret).unwrap());
        std::fs::remove_dir_all(&folder).unwrap();
        assert_eq!(followed.unwrap(), "concat");
        assert_eq!(plain.unwrap().container, "wav");
        assert_eq!(ours.unwrap_err().code, Code::MediaBroken);
    }

    #[test]
    fn pixels_are_made_square_within_reason() {
        assert_eq!(square_pixels(720, 576, Rational::new(16, 15)), (768, 576));
        assert_eq!(square_pixels(720, 576, Rational::new(0, 1)), (720, 576));
        assert_eq!(square_pixels(720, 576, Rational::new(900, 1)), (720, 576));
    }

    #[test]
    fn times_change_units_without_overflow() {
        let base = Rational::new(1, 90_000);
        assert_eq!(in_us(180_000, base), 2_000_000);
        assert_eq!(in_us(i64::MAX, Rational::new(1, 1)), 0);
    }
}
