//! Where the words of a folded text begin and end.

use super::fold::{Folded, PARTING, Sort, Unit};
use super::{MOST_LETTERS, Word};
use icu_segmenter::WordSegmenter;
use icu_segmenter::options::WordBreakInvariantOptions;

/// Parts of one word; what has more is two words.
const MOST_PARTS: usize = 16;
/// Letters in front of `++` or `#`: with more it is no name.
const MOST_NAME: usize = 12;
/// Bytes of a text in which words are found by a model, which takes a second for a million; behind them only pairs are.
const MOST_MODELLED: usize = 128 << 10;
/// The Arabic article, written as one with its word.
const ARTICLE: &str = "ال";

/// A piece of a text: what one looks for as one.
pub(super) enum Piece<'a> {
    /// A word of a script with spaces.
    Word(Written<'a>),
    /// A run of Chinese, Japanese or Korean.
    Dense(&'a [Unit]),
    /// A run of Thai, Lao, Khmer or Burmese, and the words in it.
    Linked(&'a [Unit], Vec<&'a [Unit]>),
}

/// A word as it is written, which may have parts: `f-strings`, `l’avion`, `python3`.
pub(super) struct Written<'a> {
    /// All of it.
    pub units: &'a [Unit],
    /// Its parts; one where it has none.
    pub parts: Vec<&'a [Unit]>,
    /// With the `++` or `#` behind it, which makes it another word.
    pub signed: Option<&'a [Unit]>,
}

/// The pieces of a text, in order; without the models no word is found in a linked run.
pub(super) fn pieces<'a>(text: &str, folded: &'a Folded, by_model: bool) -> Vec<Piece<'a>> {
    let units = &folded.units[..];
    let mut pieces = Vec::new();
    let mut at = 0;
    while let Some(unit) = units.get(at) {
        at = match unit.sort {
            Sort::Gap => at + 1,
            Sort::Letter | Sort::Digit => {
                let (written, end) = word(folded, at);
                pieces.push(Piece::Word(written));
                end
            }
            sort => {
                let more = units[at..].iter().take_while(|unit| unit.sort == sort);
                let run = &units[at..at + more.count()];
                pieces.push(match sort {
                    Sort::Dense => Piece::Dense(run),
                    _ if by_model => {
                        let first = run.partition_point(|unit| unit.from < MOST_MODELLED);
                        Piece::Linked(run, linked(text, &run[..first]))
                    }
                    _ => Piece::Linked(run, Vec::new()),
                });
                at + run.len()
            }
        };
    }
    pieces
}

impl Piece<'_> {
    /// The byte of the text behind it.
    pub fn end(&self) -> usize {
        let units = match self {
            Piece::Word(written) => written.signed.unwrap_or(written.units),
            Piece::Dense(run) | Piece::Linked(run, _) => run,
        };
        units.last().map_or(0, |unit| unit.to)
    }

    /// Its words, for an index.
    pub fn words(&self, folded: &Folded, words: &mut Vec<Word>) {
        let mut push = |token: String, units: &[Unit]| {
            if let (Some(first), Some(last)) = (units.first(), units.last()) {
                let (from, to) = (first.from, last.to);
                words.push(Word { token, from, to });
            }
        };
        match self {
            Piece::Word(written) => {
                let whole = written.whole(folded);
                if let Some(signed) = written.signed {
                    push(shortened(folded.span(signed)), signed);
                    if written.units.len() == 1 {
                        return; // C is another language than C++
                    }
                }
                if let Some(stem) = stem(&whole) {
                    push(stem, written.units);
                }
                push(whole, written.units);
                for part in written.parts.iter().filter(|_| written.parts.len() > 1) {
                    push(shortened(folded.span(part)), part);
                }
            }
            Piece::Dense(run) => {
                for unit in *run {
                    push(folded.text(unit).to_owned(), std::slice::from_ref(unit));
                }
                for two in run.windows(2) {
                    push(folded.span(two).to_owned(), two);
                }
            }
            Piece::Linked(run, own) => {
                for word in own {
                    push(shortened(folded.span(word)), word);
                }
                if run.len() == 1 {
                    push(folded.span(run).to_owned(), run);
                }
                for two in run.windows(2) {
                    push(folded.span(two).to_owned(), two);
                }
            }
        }
    }
}

impl Written<'_> {
    /// Its parts as one word.
    pub fn whole(&self, folded: &Folded) -> String {
        let parts: String = self.parts.iter().map(|part| folded.span(part)).collect();
        shortened(&parts)
    }
}

/// A token's first letters.
pub(super) fn shortened(token: &str) -> String {
    token.chars().take(MOST_LETTERS).collect()
}

/// An Arabic word without its article.
pub(super) fn stem(word: &str) -> Option<String> {
    let stem = word.strip_prefix(ARTICLE)?;
    (stem.chars().count() > 2).then(|| stem.to_owned())
}

/// The word that begins at a unit, and where the next piece may begin.
fn word(folded: &Folded, start: usize) -> (Written<'_>, usize) {
    let units = &folded.units[..];
    let mut parts = Vec::new();
    let (mut from, mut at) = (start, start);
    loop {
        let before = at
            .checked_sub(1)
            .filter(|_| at > from)
            .map(|at| units[at].sort);
        match units.get(at).map(|unit| unit.sort) {
            Some(Sort::Digit) if before == Some(Sort::Letter) && parts.len() + 1 < MOST_PARTS => {
                parts.push(&units[from..at]);
                from = at;
                at += 1;
            }
            Some(Sort::Letter | Sort::Digit) if at - from < MOST_LETTERS => at += 1,
            Some(Sort::Gap) => match joint(folded, at) {
                // 3.14 is one number.
                Joint::Point => at += 1,
                Joint::Hyphen if parts.len() + 1 < MOST_PARTS => {
                    parts.push(&units[from..at]);
                    from = at + 1;
                    at += 1;
                }
                _ => break,
            },
            _ => break,
        }
    }
    parts.push(&units[from..at]);
    let end = at + signs(folded, from, at);
    let signed = (end > at).then(|| &units[from..end]);
    let written = Written {
        units: &units[start..at],
        parts,
        signed,
    };
    (written, end)
}

enum Joint {
    /// Between the digits of a number.
    Point,
    /// Between the parts of a word.
    Hyphen,
    None,
}

/// Whether a gap stands inside a word.
fn joint(folded: &Folded, at: usize) -> Joint {
    let units = &folded.units[..];
    let sort = |at: Option<usize>| at.and_then(|at| units.get(at)).map(|unit| unit.sort);
    let (before, behind) = (sort(at.checked_sub(1)), sort(Some(at + 1)));
    let is_word = |sort| matches!(sort, Some(Sort::Letter | Sort::Digit));
    if !is_word(before) || !is_word(behind) {
        return Joint::None;
    }
    let digits = before == Some(Sort::Digit) && behind == Some(Sort::Digit);
    let is_hebrew = |unit: &Unit| {
        let mut letters = folded.text(unit).chars();
        letters.all(|letter| matches!(letter, '\u{05d0}'..='\u{05ea}'))
    };
    match folded.text(&units[at]).chars().next() {
        Some('.') if digits => Joint::Point,
        Some(',') if digits => Joint::Hyphen,
        Some(
            '.'
            | '-'
            | '\u{2010}'
            | '\u{2011}'
            | '_'
            | '&'
            | '\''
            | '\u{2019}'
            | '\u{2018}'
            | '`'
            | '\u{02b9}'..='\u{02bf}'
            | '\u{00b7}'
            | '\u{05f3}'
            | '\u{05f4}'
            | PARTING,
        ) => Joint::Hyphen,
        // A Hebrew acronym: צה"ל.
        Some('"') if is_hebrew(&units[at - 1]) && is_hebrew(&units[at + 1]) => Joint::Hyphen,
        _ => Joint::None,
    }
}

/// How many signs behind a name belong to it: `++`, or a `#` with nothing behind it.
fn signs(folded: &Folded, from: usize, at: usize) -> usize {
    let units = &folded.units[..];
    let name = &units[from..at];
    if name.len() > MOST_NAME || name.iter().any(|unit| unit.sort != Sort::Letter) {
        return 0;
    }
    let sign = |at: usize| units.get(at).map(|unit| folded.text(unit));
    let ends = units.get(at + 1).is_none_or(|unit| unit.sort == Sort::Gap);
    match (sign(at), sign(at + 1)) {
        (Some("+"), Some("+")) => 2,
        (Some("#"), _) if ends => 1,
        _ => 0,
    }
}

/// The words of a run without spaces, as ICU's model of each language has them.
fn linked<'a>(text: &str, run: &'a [Unit]) -> Vec<&'a [Unit]> {
    let (Some(first), Some(last)) = (run.first(), run.last()) else {
        return Vec::new();
    };
    let segmenter = WordSegmenter::new_lstm(WordBreakInvariantOptions::default());
    let breaks = segmenter.segment_str(&text[first.from..last.to]);
    let mut words = Vec::new();
    let mut rest = run;
    for end in breaks {
        let inside = rest.partition_point(|unit| unit.from < first.from + end);
        let (word, behind) = rest.split_at(inside);
        if !word.is_empty() {
            words.push(word);
        }
        rest = behind;
    }
    words
}
