//! Samples in, an MP3 or an Opus file out; the same samples give the same bytes.

use super::lame;
use super::level::unwritten;
use super::source::Shared;
use super::{Planes, RATE};
use crate::{Code, StepError};
use ffmpeg_next::format::Sample;
use ffmpeg_next::format::context::{Output, StreamIo};
use ffmpeg_next::format::sample::Type;
use ffmpeg_next::{ChannelLayout, Dictionary, Error, Packet, Rational, codec, encoder, frame};
use serde::{Deserialize, Serialize};
use std::io::{self, Seek, SeekFrom, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// What an episode is published as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Format {
    /// MPEG-1 layer III of constant rate, which every directory takes.
    Mp3,
    /// Opus in Ogg, half as large.
    Opus,
}

impl Format {
    fn codec(self) -> &'static str {
        match self {
            Format::Mp3 => "libmp3lame",
            Format::Opus => "libopus",
        }
    }

    fn container(self) -> &'static str {
        match self {
            Format::Mp3 => "mp3",
            Format::Opus => "opus",
        }
    }

    /// Bits per second.
    pub(super) fn rate(self, channels: usize) -> u64 {
        match (self, channels) {
            (Format::Mp3, 1) => 96_000,
            (Format::Mp3, _) => 128_000,
            (Format::Opus, 1) => 48_000,
            (Format::Opus, _) => 96_000,
        }
    }

    /// How hard the encoder thinks; `None`: as it likes. From 7 on, Opus first
    /// judges whether it hears speech or music. That costs thrice what the encoding
    /// does, and speech is then drawn with peaks so high that an hour of it had to
    /// be encoded four times.
    fn effort(self) -> Option<usize> {
        match self {
            Format::Mp3 => None,
            Format::Opus => Some(6),
        }
    }

    /// What the encoder has to be given more of: LAME's presets turn these rates down to 0.95.
    fn boost(self) -> f32 {
        match self {
            Format::Mp3 => 1.0 / 0.95,
            Format::Opus => 1.0,
        }
    }

    fn sample(self) -> Sample {
        match self {
            Format::Mp3 => Sample::F32(Type::Planar),
            Format::Opus => Sample::F32(Type::Packed),
        }
    }
}

/// An encoder and the file it writes.
pub(super) struct Encoder {
    encoder: encoder::audio::Encoder,
    output: Output,
    file: Shared,
    written: Arc<AtomicU64>,
    format: Format,
    layout: ChannelLayout,
    waiting: Planes,
    next: i64,
}

impl Encoder {
    /// Begins a file at the beginning of `file`.
    pub(super) fn open(file: &Shared, format: Format, channels: usize) -> Result<Self, StepError> {
        let mut file = file.clone();
        file.rewind().map_err(|e| unwritten(&e))?;
        let written = Arc::new(AtomicU64::new(0));
        let counted = Counted {
            file: file.clone(),
            at: 0,
            end: Arc::clone(&written),
        };
        let layout = match channels {
            1 => ChannelLayout::MONO,
            _ => ChannelLayout::STEREO,
        };
        let encoder = encoder_of(format, layout, channels)?;
        let io = StreamIo::from_write_seek(counted).map_err(failed)?;
        let mut output = ffmpeg_next::format::output_to_stream(io, None, Some(format.container()))
            .map_err(failed)?;
        output
            .add_stream_with(&encoder)
            .map_err(failed)?
            .set_time_base(Rational::new(1, RATE as i32));
        let mut options = Dictionary::new();
        // No times, no versions, no number drawn by lot.
        options.set("fflags", "+bitexact");
        if format == Format::Mp3 {
            options.set("id3v2_version", "0");
            options.set("write_xing", "1");
        }
        output.write_header_with(options).map_err(failed)?;
        Ok(Self {
            encoder,
            output,
            file,
            written,
            format,
            layout,
            waiting: vec![Vec::new(); channels],
            next: 0,
        })
    }

    /// Takes a block of any length.
    pub(super) fn push(&mut self, planes: &Planes) -> Result<(), StepError> {
        for (waiting, plane) in self.waiting.iter_mut().zip(planes) {
            waiting.extend(plane.iter().map(|x| x * self.format.boost()));
        }
        let size = self.encoder.frame_size().max(1) as usize;
        let mut from = 0;
        while self.waiting[0].len() - from >= size {
            self.send(from, size)?;
            from += size;
        }
        for waiting in &mut self.waiting {
            waiting.drain(..from);
        }
        Ok(())
    }

    /// Ends the file; gives its length in bytes.
    pub(super) fn finish(mut self) -> Result<u64, StepError> {
        let rest = self.waiting[0].len();
        if rest > 0 {
            self.send(0, rest)?;
        }
        self.encoder.send_eof().map_err(failed)?;
        self.receive()?;
        self.output.write_trailer().map_err(failed)?;
        let (written, format, mut file) = (self.written, self.format, self.file);
        // What FFmpeg still holds back is written with its end.
        drop(self.output);
        if format == Format::Mp3 {
            lame::sign(&mut file).map_err(|e| unwritten(&e))?;
        }
        Ok(written.load(Ordering::Relaxed))
    }

    fn send(&mut self, from: usize, frames: usize) -> Result<(), StepError> {
        let mut sound = frame::Audio::new(self.format.sample(), frames, self.layout);
        sound.set_rate(RATE);
        sound.set_pts(Some(self.next));
        self.next += frames as i64;
        match self.waiting.as_slice() {
            [left, right] if self.format.sample().is_packed() => {
                let both = left[from..].iter().zip(&right[from..]);
                for (to, (l, r)) in sound.plane_mut::<(f32, f32)>(0).iter_mut().zip(both) {
                    *to = (*l, *r);
                }
            }
            planes => {
                for (nth, plane) in planes.iter().enumerate() {
                    let part = &plane[from..from + frames];
                    sound.plane_mut::<f32>(nth).copy_from_slice(part);
                }
            }
        }
        self.encoder.send_frame(&sound).map_err(failed)?;
        self.receive()
    }

    fn receive(&mut self) -> Result<(), StepError> {
        let mut packet = Packet::empty();
        while self.encoder.receive_packet(&mut packet).is_ok() {
            packet.set_stream(0);
            let to = self.output.stream(0).map(|stream| stream.time_base());
            packet.rescale_ts(
                Rational::new(1, RATE as i32),
                to.unwrap_or(Rational(1, RATE as i32)),
            );
            packet.write_interleaved(&mut self.output).map_err(failed)?;
        }
        Ok(())
    }
}

fn encoder_of(
    format: Format,
    layout: ChannelLayout,
    channels: usize,
) -> Result<encoder::audio::Encoder, StepError> {
    let codec = encoder::find_by_name(format.codec()).ok_or_else(|| {
        StepError::retry(
            Code::Internal,
            format!("this FFmpeg has no {}", format.codec()),
        )
    })?;
    let mut audio = codec::Context::new_with_codec(codec)
        .encoder()
        .audio()
        .map_err(failed)?;
    audio.set_rate(RATE as i32);
    audio.set_format(format.sample());
    audio.set_channel_layout(layout);
    audio.set_channels(channels as i32);
    audio.set_bit_rate(format.rate(channels) as usize);
    audio.set_time_base(Rational::new(1, RATE as i32));
    audio.set_compression(format.effort());
    audio.set_flags(codec::Flags::GLOBAL_HEADER | codec::Flags::BITEXACT);
    let mut options = Dictionary::new();
    options.set("threads", "1");
    audio.open_as_with(codec, options).map_err(failed)
}

/// A file that knows how far it was written: the sandbox lets nobody ask.
struct Counted {
    file: Shared,
    at: u64,
    end: Arc<AtomicU64>,
}

impl Write for Counted {
    fn write(&mut self, buffer: &[u8]) -> io::Result<usize> {
        let written = self.file.write(buffer)?;
        self.at += written as u64;
        self.end.fetch_max(self.at, Ordering::Relaxed);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Seek for Counted {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        // An earlier, longer try may lie behind the end of this one.
        let end = self.end.load(Ordering::Relaxed);
        let to = match to {
            SeekFrom::End(back) => SeekFrom::Start(end.saturating_add_signed(back)),
            other => other,
        };
        self.at = self.file.seek(to)?;
        Ok(self.at)
    }
}

fn failed(error: Error) -> StepError {
    StepError::retry(
        Code::Internal,
        format!("the sound cannot be encoded: {error}"),
    )
}
