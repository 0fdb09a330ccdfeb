//! The words of a text, made by us so that every database finds the same.
//!
//! [`of`] cuts a text into [`Word`]s for the index, [`ask`] reads what somebody types into [`Term`]s, and [`passage`]
//! shows where the one is found in the other. `fold` makes spellings one (NFKC, case, accents, Arabic and Hebrew
//! points, digits), `cut` says where words begin and end: at spaces and signs; as ICU's models have them in Thai, Lao,
//! Khmer and Burmese; in Chinese, Japanese and Korean each character is a word, and each two that stand together.
//!
//! A word is of letters, marks, digits and `+#._` alone, so that no database's tokenizer parts it.

mod ask;
mod cut;
mod fold;
mod passage;
#[cfg(test)]
mod tests;

pub use ask::{MOST_QUERY, Need, Term, ask};
pub use passage::{Bit, Passage, marked, passage};

/// Counts up when the same text gives other words than before: then every index is made anew.
pub const VERSION: i64 = 1;
/// Bytes of a text that are read; the rest is not searched.
pub const MOST_TEXT: usize = 1 << 20;
/// Characters of a word; what is longer is known by its beginning.
const MOST_LETTERS: usize = 64;

/// A word of a text, folded, and where it stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// The word as the index has it; never empty.
    pub token: String,
    /// Its first byte in the text.
    pub from: usize,
    /// The byte behind its last.
    pub to: usize,
}

/// Every word of a text. One that has parts (`f-strings`, `l’avion`, `python3`) is given whole and in parts.
pub fn of(text: &str) -> Vec<Word> {
    words(text, true)
}

/// The words by which [`Term::loose`] is met: the same without those that ICU's models find, which take their time.
pub fn loosely(text: &str) -> Vec<Word> {
    words(text, false)
}

fn words(text: &str, by_model: bool) -> Vec<Word> {
    let text = fold::capped(text, MOST_TEXT);
    let folded = fold::fold(text);
    let mut words = Vec::new();
    for piece in cut::pieces(text, &folded, by_model) {
        piece.words(&folded, &mut words);
    }
    words
}

/// A text without what spelling it otherwise changes, as one word: equal for two spellings of a name. Empty where it
/// has no letter and no digit.
pub fn key(text: &str) -> String {
    let folded = fold::fold(fold::capped(text, MOST_TEXT));
    let mut key = String::new();
    for unit in &folded.units {
        if unit.sort != fold::Sort::Gap {
            key.push_str(folded.text(unit));
        } else if !key.is_empty() && !key.ends_with('_') {
            key.push('_');
        }
    }
    cut::shortened(key.trim_end_matches('_'))
}
