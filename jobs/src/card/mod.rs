//! The card: an entry's title, large, on its group's hue, where no picture lasts.
//!
//! [`words`] makes a text fit to be drawn and chooses its family, [`fonts`]
//! holds what is installed, [`text`] sets lines into a box, [`canvas`] puts them
//! on the hue, with bars for how loud it is where there is sound. A text that would need a glyph nobody has is not drawn: the
//! group's name stands in for the title, and the ring of dots for both.

mod canvas;
mod fonts;
mod text;
mod words;

#[cfg(test)]
mod tests;

use crate::StepError;
use crate::media::{Picture, Use, jpeg, webp};
use crate::text::hex;
use canvas::Canvas;
use cosmic_text::{FontSystem, Weight};
use image::RgbImage;
use sha2::{Digest, Sha256};
use text::{Block, Space};
use words::Words;

/// Counted up with every change to how a card looks, so that cards are drawn anew.
const VERSION: u32 = 2;

/// What a card says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// The entry's title.
    pub title: String,
    /// The group's name.
    pub group: String,
    /// City and country; empty where nobody knows.
    pub place: String,
    /// One of the twelve hues, 0 to 11.
    pub hue: u8,
    /// BCP 47 tag of the title, for its direction and its forms of Han characters.
    pub language: Option<String>,
    /// How loud a sound is from its beginning to its end, 0 to 255 each, as many as there are: drawn as bars. Empty
    /// where there is no sound.
    pub peaks: Vec<u8>,
}

/// What a card is drawn from: the same text means the same pictures.
pub fn drawn_from(card: &Card) -> String {
    let hue = card.hue.to_string();
    let language = card.language.as_deref().unwrap_or_default();
    let version = VERSION.to_string();
    let mut hash = Sha256::new();
    for part in [
        &card.title,
        &card.group,
        &card.place,
        &hue,
        language,
        &version,
        fonts::installed(),
    ] {
        hash.update(part.len().to_be_bytes());
        hash.update(part);
    }
    hash.update(&card.peaks);
    hex(&hash.finalize()[..16])
}

/// Draws a card for link previews, for pages and for podcast clients. Takes a while: keep it off async threads.
///
/// # Errors
/// A picture that cannot be encoded, which is a bug of ours.
pub fn draw(card: &Card) -> Result<Vec<Picture>, StepError> {
    let [large, preview, square] = fonts::with(|system| {
        let said = said(system, card);
        [LARGE, PREVIEW, SQUARE].map(|format| paint(system, &said, card, format))
    });
    Ok(vec![
        webp(Use::Large, &large)?,
        jpeg(Use::Large, &large)?,
        jpeg(Use::OpenGraph, &preview)?,
        jpeg(Use::Square, &square)?,
    ])
}

/// One size of card, in pixels.
#[derive(Clone, Copy)]
struct Format {
    width: u32,
    height: u32,
    /// Nothing but the hue on each side.
    margin: u32,
    /// The title's letters at most and at least.
    title: (f32, f32),
    /// The group's letters; the place's are a little smaller.
    foot: f32,
}

const PREVIEW: Format = Format {
    width: 1200,
    height: 630,
    margin: 80,
    title: (124.0, 40.0),
    foot: 34.0,
};
const LARGE: Format = Format {
    width: 1280,
    height: 720,
    margin: 88,
    title: (136.0, 42.0),
    foot: 36.0,
};
const SQUARE: Format = Format {
    width: 1400,
    height: 1400,
    margin: 120,
    title: (168.0, 54.0),
    foot: 48.0,
};

/// The part of a card's height that a sound's bars have.
const WAVE: f32 = 0.28;

/// The texts of a card as they are drawn; each only where every glyph is there.
struct Said {
    title: Option<Words>,
    foot: [Option<Words>; 2],
}

/// Decides what is drawn: the title, else the group's name, else nothing.
fn said(system: &mut FontSystem, card: &Card) -> Said {
    let language = card.language.as_deref();
    let mut drawable = |text: &str, weight| {
        Words::heading(text, language, weight).filter(|words| text::complete(system, words))
    };
    let title = drawable(&card.title, Weight::BOLD);
    let stands_in = title.is_none();
    let title = title.or_else(|| drawable(&card.group, Weight::BOLD));
    let mut small = |text: &str, weight| {
        Words::small(text, language, weight).filter(|words| text::complete(system, words))
    };
    let group = small(&card.group, Weight::BOLD).filter(|_| !stands_in);
    Said {
        title,
        foot: [group, small(&card.place, Weight::NORMAL)],
    }
}

fn paint(system: &mut FontSystem, said: &Said, card: &Card, format: Format) -> RgbImage {
    let mut canvas = Canvas::new(format.width, format.height, format.margin, card.hue);
    let margin = format.margin as f32;
    let (width, height) = (format.width as f32, format.height as f32);
    let inner = (width - 2.0 * margin, height - 2.0 * margin);
    let Some(title) = &said.title else {
        if !card.peaks.is_empty() {
            let high = inner.1 * 0.6;
            canvas.bars(
                &card.peaks,
                (margin, (height - high) / 2.0),
                (inner.0, high),
            );
            return canvas.picture;
        }
        canvas.ring((width / 2.0, height / 2.0), inner.0.min(inner.1) / 3.0, 1.0);
        return canvas.picture;
    };

    // The foot first: the title has what is left above it.
    let ring = format.foot * 2.6;
    let mut foot = Vec::new();
    for (words, (size, alpha)) in said.foot.iter().zip([(1.0, 1.0), (0.88, 0.86)]) {
        let Some(words) = words else { continue };
        let beside = inner.0 - ring - format.foot;
        let block = text::line(system, words, format.foot * size, beside);
        foot.push((block, alpha));
    }
    let foot_height: f32 = foot.iter().map(|(block, _)| block.height).sum();
    let foot_height = foot_height.max(ring) + format.foot;
    // A sound's bars stand between the two.
    let bars = match card.peaks.is_empty() {
        true => 0.0,
        false => inner.1 * WAVE,
    };
    if bars > 0.0 {
        let top = height - margin - foot_height - bars;
        canvas.bars(&card.peaks, (margin, top), (inner.0, bars));
    }
    let gap = if bars > 0.0 { format.foot * 0.6 } else { 0.0 };
    let space = Space {
        width: inner.0,
        height: inner.1 - foot_height - bars - gap,
        largest: format.title.0,
        smallest: format.title.1,
    };
    let title = text::fit(system, title, space);

    // Everything stands on the side from which the title runs, and the ring on the other.
    let left = |block: &Block| {
        let free = if title.rtl {
            inner.0 - block.width
        } else {
            0.0
        };
        margin + free - block.start
    };
    canvas.text(system, &title, (left(&title), margin), 1.0);
    let mut y = height - margin;
    for (block, alpha) in foot.iter().rev() {
        y -= block.height;
        canvas.text(system, block, (left(block), y), *alpha);
    }
    let radius = ring / 2.0;
    let x = if title.rtl {
        margin + radius
    } else {
        width - margin - radius
    };
    canvas.ring((x, height - margin - radius), radius, 0.9);
    canvas.picture
}
