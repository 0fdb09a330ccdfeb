//! Lines set into a box: as large as fits, then smaller, then with an ellipsis.

use super::words::Words;
use cosmic_text::{Buffer, FontSystem, Metrics, Shaping, Wrap};

/// Letters grow and shrink by this.
const STEP: f32 = 2.0;
/// A line shorter than this part of the longest looks left over.
const LEFT_OVER: f32 = 0.45;
/// For lines of one length a title may lose this part of its size.
const YIELD: f32 = 0.75;

/// The room that a title has, and its letters at most and at least.
#[derive(Clone, Copy)]
pub(super) struct Space {
    pub width: f32,
    pub height: f32,
    pub largest: f32,
    pub smallest: f32,
}

/// Lines that are set, aligned to the side from which they run.
pub(super) struct Block {
    pub buffer: Buffer,
    /// Where the longest line begins in the buffer.
    pub start: f32,
    /// The longest line.
    pub width: f32,
    pub height: f32,
    pub rtl: bool,
}

/// Lines as they are measured.
#[derive(Clone, Copy)]
struct Measure {
    lines: usize,
    longest: f32,
    shortest: f32,
    height: f32,
}

/// Whether the fonts have a glyph for everything.
pub(super) fn complete(system: &mut FontSystem, words: &Words) -> bool {
    let buffer = shaped(system, words, &words.text);
    let mut glyphs = buffer.layout_runs().flat_map(|run| run.glyphs.iter());
    !system.db().is_empty() && glyphs.all(|glyph| glyph.glyph_id != 0)
}

/// One line of this size, cut where the box ends.
pub(super) fn line(system: &mut FontSystem, words: &Words, size: f32, width: f32) -> Block {
    cut(system, words, size, width, 1)
}

/// The title: whole words as large as they fit, else broken ones, else as much as there is room for.
pub(super) fn fit(system: &mut FontSystem, words: &Words, space: Space) -> Block {
    let mut buffer = shaped(system, words, &words.text);
    for wrap in [Wrap::Word, Wrap::WordOrGlyph] {
        buffer.set_wrap(wrap);
        if let Some((size, width)) = largest(system, &mut buffer, words.leading, space) {
            buffer.set_metrics(Metrics::new(size, size * words.leading));
            return set(system, buffer, width);
        }
    }
    let lines = (space.height / (space.smallest * words.leading)).max(1.0);
    cut(system, words, space.smallest, space.width, lines as usize)
}

/// The largest size that fits, with the width for lines of one length;
/// a little smaller where that leaves no line over.
fn largest(
    system: &mut FontSystem,
    buffer: &mut Buffer,
    leading: f32,
    space: Space,
) -> Option<(f32, f32)> {
    let mut first = None;
    let mut size = space.largest;
    while size >= space.smallest && first.is_none_or(|(largest, _)| size > largest * YIELD) {
        buffer.set_metrics(Metrics::new(size, size * leading));
        let lines = measure(system, buffer, space.width);
        if lines.longest <= space.width && lines.height <= space.height {
            let (width, lines) = balanced(system, buffer, space.width);
            if lines.shortest >= lines.longest * LEFT_OVER {
                return Some((size, width));
            }
            first = first.or(Some((size, width)));
        }
        size -= STEP;
    }
    first
}

/// The narrowest width that needs no line more.
fn balanced(system: &mut FontSystem, buffer: &mut Buffer, widest: f32) -> (f32, Measure) {
    let mut best = measure(system, buffer, widest);
    let (mut fits, mut fails) = (widest, best.longest / 2.0);
    while fits - fails > 4.0 {
        let middle = (fits + fails) / 2.0;
        let now = measure(system, buffer, middle);
        if now.lines == best.lines && now.longest <= middle {
            (fits, best) = (middle, now);
        } else {
            fails = middle;
        }
    }
    (fits, best)
}

/// As many lines as there is room for, the last with an ellipsis where there were more.
fn cut(system: &mut FontSystem, words: &Words, size: f32, width: f32, most: usize) -> Block {
    let mut text = words.text.clone();
    loop {
        let mut buffer = shaped(system, words, &text);
        buffer.set_wrap(Wrap::WordOrGlyph);
        buffer.set_metrics(Metrics::new(size, size * words.leading));
        if measure(system, &mut buffer, width).lines <= most {
            return set(system, buffer, width);
        }
        let last = buffer.layout_runs().nth(most - 1);
        let end = last.and_then(|run| run.glyphs.iter().map(|glyph| glyph.end).max());
        text = shortened(&text, end.unwrap_or_default());
    }
}

/// The text up to here, less a word if that is the ellipsis already, and an ellipsis.
fn shortened(text: &str, end: usize) -> String {
    const ELLIPSIS: char = '\u{2026}';
    let whole = text.trim_end_matches(ELLIPSIS);
    let mut kept = whole.get(..end).unwrap_or(whole);
    if kept.len() == whole.len() {
        let letter = kept.char_indices().next_back().map_or(0, |(at, _)| at);
        kept = &kept[..letter];
    }
    // At a word's end, if there is one near.
    let word = kept.rfind(' ').filter(|at| kept.len() - at < 24);
    let open = whole[kept.len()..].starts_with(' ');
    if let Some(word) = word.filter(|_| !open) {
        kept = &kept[..word];
    }
    let mut kept = kept.trim_end_matches([' ', ',', ';', ':', '.']).to_owned();
    kept.push(ELLIPSIS);
    kept
}

fn shaped(system: &mut FontSystem, words: &Words, text: &str) -> Buffer {
    let mut buffer = Buffer::new_empty(Metrics::new(100.0, 100.0 * words.leading));
    buffer.set_wrap(Wrap::None);
    buffer.set_text(text, &words.attrs(), Shaping::Advanced, None);
    buffer.shape_until_scroll(system, false);
    buffer
}

fn measure(system: &mut FontSystem, buffer: &mut Buffer, width: f32) -> Measure {
    buffer.set_size(Some(width), None);
    buffer.shape_until_scroll(system, false);
    let nothing = Measure {
        lines: 0,
        longest: 0.0,
        shortest: f32::MAX,
        height: 0.0,
    };
    buffer.layout_runs().fold(nothing, |so_far, run| Measure {
        lines: so_far.lines + 1,
        longest: so_far.longest.max(run.line_w),
        shortest: so_far.shortest.min(run.line_w),
        height: so_far.height + run.line_height,
    })
}

fn set(system: &mut FontSystem, mut buffer: Buffer, width: f32) -> Block {
    let lines = measure(system, &mut buffer, width);
    let rtl = buffer.layout_runs().any(|run| run.rtl);
    Block {
        start: if rtl { width - lines.longest } else { 0.0 },
        buffer,
        width: lines.longest,
        height: lines.height,
        rtl,
    }
}
