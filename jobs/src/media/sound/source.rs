//! Any file FFmpeg may open, as samples in one or two channels.

use super::super::film::{self, CODECS, unreadable};
use super::{Planes, RATE};
use crate::{Code, StepError};
use ffmpeg_next::format::Sample;
use ffmpeg_next::format::context::Input;
use ffmpeg_next::format::sample::Type;
use ffmpeg_next::software::resampling;
use ffmpeg_next::{ChannelLayout, Dictionary, Error, Packet, Stream, codec, decoder, frame, media};
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::sync::Arc;

/// Packets in a row that cannot be read before the rest is given up.
const ERRORS_IN_A_ROW: u32 = 50;
/// Samples per second that a recording may have.
const RATES: std::ops::RangeInclusive<u32> = 4_000..=768_000;
const PLANAR: Sample = Sample::F32(Type::Planar);

/// One open file, read as often as needed: the sandbox lets nobody open another.
#[derive(Clone, Debug)]
pub(super) struct Shared {
    file: Arc<File>,
    /// Where it ends for us; `None`: where it ends.
    end: Option<u64>,
}

impl Shared {
    pub(super) fn new(file: File) -> Self {
        Self {
            file: Arc::new(file),
            end: None,
        }
    }

    /// The same file, as if nothing followed its first `end` bytes.
    pub(super) fn until(&self, end: u64) -> Self {
        Self {
            file: Arc::clone(&self.file),
            end: Some(end),
        }
    }
}

impl Read for Shared {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let mut file = &*self.file;
        let Some(end) = self.end else {
            return file.read(buffer);
        };
        let left = end.saturating_sub(file.stream_position()?);
        let most = usize::try_from(left)
            .unwrap_or(usize::MAX)
            .min(buffer.len());
        file.read(&mut buffer[..most])
    }
}

impl io::Write for Shared {
    fn write(&mut self, buffer: &[u8]) -> io::Result<usize> {
        (&*self.file).write(buffer)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Seek for Shared {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let to = match (to, self.end) {
            (SeekFrom::End(back), Some(end)) => SeekFrom::Start(end.saturating_add_signed(back)),
            (to, _) => to,
        };
        (&*self.file).seek(to)
    }
}

/// The sound of an open file.
pub(super) struct Source {
    input: Input,
    index: usize,
    decoder: decoder::Audio,
    resampler: Option<(Form, resampling::Context)>,
    /// Channels given out, fixed by the first frame; 0 before it.
    channels: usize,
    /// Samples per second given out; 0: fixed by the first frame.
    rate: u32,
    /// Packets and frames that could not be decoded.
    pub(super) damaged: u64,
}

/// What a decoded frame is made of; a file may change its mind midway.
type Form = (Sample, u64, u32);

impl Source {
    /// Opens the file's best sound at its beginning.
    pub(super) fn open(file: &Shared) -> Result<Self, StepError> {
        let mut file = file.clone();
        file.rewind().map_err(|e| broken(e.to_string()))?;
        let input = film::open(file)?;
        let stream = input
            .streams()
            .best(media::Type::Audio)
            .ok_or_else(|| broken("it holds no sound"))?;
        let (index, decoder) = (stream.index(), decoder_of(&stream)?);
        Ok(Self {
            input,
            index,
            decoder,
            resampler: None,
            channels: 0,
            rate: RATE,
            damaged: 0,
        })
    }

    /// Gives the samples out at the rate they have, where it is not above [`RATE`]:
    /// whoever only measures need not pay for others.
    pub(super) fn at_its_rate(mut self) -> Self {
        self.rate = 0;
        self
    }

    pub(super) fn input(&self) -> &Input {
        &self.input
    }

    /// Hands over the sound from its beginning, block by block, never an empty
    /// one, with its rate; gives the number of samples in each channel.
    ///
    /// # Errors
    /// `SoundBroken` where nothing can be decoded, `MediaTooLarge` beyond
    /// `most` samples of [`RATE`], and whatever `each` says.
    pub(super) fn each(
        mut self,
        most: u64,
        mut each: impl FnMut(&mut Planes, u32) -> Result<(), StepError>,
    ) -> Result<Decoded, StepError> {
        let (mut frames, mut errors) = (0u64, 0);
        let mut each = |planes: &mut Planes, rate: u32| {
            frames += planes[0].len() as u64;
            if frames * u64::from(RATE) > most * u64::from(rate) {
                let hours = most as f64 / f64::from(RATE) / 3600.0;
                let detail = format!("it is longer than the {hours:.1} hours that we master");
                return Err(StepError::fail(Code::MediaTooLarge, detail));
            }
            each(planes, rate)
        };
        loop {
            let mut packet = Packet::empty();
            match packet.read(&mut self.input) {
                Ok(()) => errors = 0,
                Err(Error::Eof) => break,
                Err(_) if errors < ERRORS_IN_A_ROW => {
                    errors += 1;
                    self.damaged += 1;
                    continue;
                }
                Err(_) => break,
            }
            if packet.stream() != self.index {
                continue;
            }
            // One packet that cannot be decoded does not spoil the rest.
            if self.decoder.send_packet(&packet).is_err() {
                self.damaged += 1;
            }
            self.receive(&mut each)?;
        }
        if self.decoder.send_eof().is_ok() {
            self.receive(&mut each)?;
        }
        self.drain(&mut each)?;
        if frames == 0 {
            return Err(broken("none of its sound can be decoded"));
        }
        Ok(Decoded {
            frames,
            rate: self.rate,
            damaged: self.damaged,
        })
    }

    fn receive(
        &mut self,
        each: &mut impl FnMut(&mut Planes, u32) -> Result<(), StepError>,
    ) -> Result<(), StepError> {
        loop {
            let mut next = frame::Audio::empty();
            match self.decoder.receive_frame(&mut next) {
                Ok(()) => self.resample(next, each)?,
                Err(Error::Eof) => return Ok(()),
                Err(Error::Other { errno }) if errno == libc::EAGAIN => return Ok(()),
                Err(_) => {
                    self.damaged += 1;
                    return Ok(());
                }
            }
        }
    }

    fn resample(
        &mut self,
        mut sound: frame::Audio,
        each: &mut impl FnMut(&mut Planes, u32) -> Result<(), StepError>,
    ) -> Result<(), StepError> {
        if sound.samples() == 0 || sound.channels() == 0 || sound.rate() == 0 {
            return Ok(());
        }
        // What calls itself slower than a telephone would be stretched without end.
        if !RATES.contains(&sound.rate()) {
            let detail = format!("{} samples a second are no sound", sound.rate());
            return Err(broken(detail));
        }
        if sound.channel_layout().is_empty() {
            sound.set_channel_layout(ChannelLayout::default(sound.channels().into()));
        }
        let layout = sound.channel_layout();
        if layout.is_empty() || layout.channels() != i32::from(sound.channels()) {
            return Err(broken(format!(
                "its {} channels cannot be mixed to two",
                sound.channels()
            )));
        }
        if self.channels == 0 {
            self.channels = if sound.channels() == 1 { 1 } else { 2 };
        }
        if self.rate == 0 {
            self.rate = sound.rate().min(RATE);
        }
        let form = (sound.format(), layout.bits(), sound.rate());
        if self.resampler.as_ref().is_none_or(|(old, _)| *old != form) {
            self.drain(each)?;
            let to = out_layout(self.channels);
            let made = resampling::Context::get(form.0, layout, form.2, PLANAR, to, self.rate);
            self.resampler = Some((form, made.map_err(unreadable)?));
        }
        let Some((_, resampler)) = &mut self.resampler else {
            return Ok(());
        };
        let grown = sound.samples() as u64 * u64::from(self.rate) / u64::from(form.2);
        let mut out = room(self.channels, self.rate, grown as usize + 256);
        resampler.run(&sound, &mut out).map_err(unreadable)?;
        self.give(&out, each)
    }

    /// What the resampler still holds.
    fn drain(
        &mut self,
        each: &mut impl FnMut(&mut Planes, u32) -> Result<(), StepError>,
    ) -> Result<(), StepError> {
        let Some((_, mut resampler)) = self.resampler.take() else {
            return Ok(());
        };
        loop {
            let mut out = room(self.channels, self.rate, 4096);
            // Nothing is left, or nothing more is to be had.
            if resampler.flush(&mut out).is_err() || out.samples() == 0 {
                return Ok(());
            }
            self.give(&out, each)?;
        }
    }

    fn give(
        &self,
        out: &frame::Audio,
        each: &mut impl FnMut(&mut Planes, u32) -> Result<(), StepError>,
    ) -> Result<(), StepError> {
        if out.samples() == 0 {
            return Ok(());
        }
        // A file of floating point may hold what is no number; it would never leave the filters again.
        let clean = |x: &f32| {
            if x.is_finite() {
                x.clamp(-64.0, 64.0)
            } else {
                0.0
            }
        };
        let mut planes: Planes = (0..self.channels)
            .map(|c| out.plane::<f32>(c).iter().map(clean).collect())
            .collect();
        each(&mut planes, self.rate)
    }
}

/// How much was decoded.
#[derive(Clone, Copy, Debug)]
pub(super) struct Decoded {
    pub(super) frames: u64,
    /// Samples per second.
    pub(super) rate: u32,
    pub(super) damaged: u64,
}

fn decoder_of(stream: &Stream<'_>) -> Result<decoder::Audio, StepError> {
    let parameters = stream.parameters();
    let name = parameters.id().name();
    let codec = decoder::find(parameters.id())
        .ok_or_else(|| broken(format!("no decoder for sound in {name}")))?;
    let mut options = Dictionary::new();
    options.set("threads", "1");
    options.set("codec_whitelist", CODECS);
    let mut decoder = codec::Context::from_parameters(parameters)
        .map_err(unreadable)?
        .decoder();
    decoder.set_packet_time_base(stream.time_base());
    decoder
        .open_as_with(codec, options)
        .and_then(|opened| opened.audio())
        .map_err(|error| match unreadable(error) {
            StepError {
                code: Code::MediaBroken,
                ..
            } => broken(format!("its sound in {name} cannot be decoded")),
            other => other,
        })
}

fn out_layout(channels: usize) -> ChannelLayout {
    match channels {
        1 => ChannelLayout::MONO,
        _ => ChannelLayout::STEREO,
    }
}

/// A frame with room for so many samples: left to itself, the resampler makes
/// one as long as its input and hoards the rest.
fn room(channels: usize, rate: u32, samples: usize) -> frame::Audio {
    let mut out = frame::Audio::new(PLANAR, samples, out_layout(channels));
    out.set_rate(rate);
    out
}

pub(super) fn broken(detail: impl Into<String>) -> StepError {
    StepError::fail(Code::SoundBroken, detail)
}
