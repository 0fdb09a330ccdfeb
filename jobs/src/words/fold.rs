//! Text without what spelling it otherwise changes, each letter with its place in the text.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A text, folded.
pub(super) struct Folded {
    text: String,
    /// Its letters, digits and gaps, in order.
    pub units: Vec<Unit>,
}

/// A letter with its marks, a digit, or what stands between words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unit {
    /// Its first byte in the text as it came.
    pub from: usize,
    /// The byte behind its last.
    pub to: usize,
    /// The same in the folded text.
    at: (usize, usize),
    /// What it is.
    pub sort: Sort,
}

/// Zero width non-joiner.
pub(super) const PARTING: char = '\u{200c}';

/// What a unit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// A letter of a script that writes spaces between words.
    Letter,
    /// 0 to 9.
    Digit,
    /// A character of Chinese, Japanese or Korean.
    Dense,
    /// A letter of Thai, Lao, Khmer or Burmese: words are found by a model of the language.
    Linked,
    /// Between words.
    Gap,
}

impl Folded {
    /// A unit's folded text; a gap's as it came.
    pub fn text(&self, unit: &Unit) -> &str {
        &self.text[unit.at.0..unit.at.1]
    }

    /// The folded text from the first to the last of some units.
    pub fn span(&self, units: &[Unit]) -> &str {
        match (units.first(), units.last()) {
            (Some(first), Some(last)) => &self.text[first.at.0..last.at.1],
            _ => "",
        }
    }

    fn push(&mut self, text: &str, from: usize, to: usize, sort: Sort) {
        let at = self.text.len();
        self.text.push_str(text);
        self.units.push(Unit {
            from,
            to,
            at: (at, self.text.len()),
            sort,
        });
    }
}

/// The first so many bytes of a text, to the end of a character.
pub(super) fn capped(text: &str, most: usize) -> &str {
    &text[..text.floor_char_boundary(most)]
}

/// Folds a text.
pub(super) fn fold(text: &str) -> Folded {
    let mut folded = Folded {
        text: String::with_capacity(text.len()),
        units: Vec::with_capacity(text.len()),
    };
    let mut letters = text.char_indices().peekable();
    while let Some((from, first)) = letters.next() {
        let mut to = from + first.len_utf8();
        // What belongs to a letter comes behind it; Persian parts a word by a sign that is not seen.
        let is_letter = first.is_alphanumeric();
        let is_arabic = matches!(first, '\u{0600}'..='\u{06ff}');
        let belongs = |next: char| match next {
            PARTING => !is_arabic,
            next => is_silent(next) || is_letter && is_mark(next),
        };
        while let Some((at, mark)) = letters.next_if(|(_, next)| belongs(*next)) {
            to = at + mark.len_utf8();
        }
        if first.is_ascii() && to == from + 1 {
            let sort = sort(first);
            let lower = first.to_ascii_lowercase();
            folded.push(lower.encode_utf8(&mut [0; 4]), from, to, sort);
        } else {
            cluster(&mut folded, &text[from..to], from, to);
        }
    }
    folded
}

/// Folds one letter with its marks; compatible forms may be several letters: `ﬁ`, `㍿`.
fn cluster(folded: &mut Folded, letter: &str, from: usize, to: usize) {
    let mut bare = String::new();
    let mut base = ' ';
    for c in letter.nfkd().flat_map(char::to_lowercase) {
        if is_silent(c) || (is_mark(c) && is_accent(c, base)) {
            continue;
        }
        if !is_mark(c) {
            base = c;
        }
        letters_of(c, &mut bare);
    }
    let mut now = String::new();
    let mut seen = false;
    for c in bare.nfc().chain([' ']) {
        if is_mark(c) && !now.is_empty() {
            now.push(c);
            continue;
        }
        if let Some(first) = now.chars().next() {
            folded.push(&now, from, to, sort(first));
            seen = true;
            now.clear();
        }
        // Of `…` and `㈱` only letters and digits count.
        if c.is_alphanumeric() && !is_joint(c) {
            now.push(c);
        }
    }
    if !seen && letter.chars().any(|c| c == PARTING || !is_silent(c)) {
        folded.push(letter, from, to, Sort::Gap);
    }
}

/// Letters that are one of ours with something drawn through, on or under it that Unicode does not part from it.
fn letters_of(c: char, into: &mut String) {
    let several = match c {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ĳ' => "ij",
        _ => "",
    };
    if !several.is_empty() {
        return into.push_str(several);
    }
    into.push(match c {
        'ø' => 'o',
        'ł' => 'l',
        'đ' | 'ð' | 'ɖ' | 'ɗ' => 'd',
        'ħ' => 'h',
        'ŧ' => 't',
        'ı' => 'i',
        'ɓ' => 'b',
        'ƙ' => 'k',
        'ƴ' => 'y',
        'ς' => 'σ',
        'ё' => 'е',
        // Persian and Urdu write some letters of Arabic otherwise.
        'ٱ' => 'ا',
        'ى' | 'ی' => 'ي',
        'ک' => 'ك',
        'ة' | 'ہ' | 'ھ' | 'ە' => 'ه',
        c => digit(c).unwrap_or(c),
    })
}

/// A decimal digit of any script as one of ours.
fn digit(c: char) -> Option<char> {
    /// Where the ten digits of a script begin (Unicode 16, general category Nd).
    const ZEROS: [u32; 40] = [
        0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6,
        0x0d66, 0x0de6, 0x0e50, 0x0ed0, 0x0f20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0,
        0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0,
        0xaa50, 0xabf0, 0x104a0, 0x10d30, 0x11066, 0x11136, 0x1e950,
    ];
    let value = ZEROS
        .iter()
        .find_map(|zero| u32::from(c).checked_sub(*zero).filter(|value| *value < 10))?;
    char::from_digit(value, 10)
}

/// What belongs to the letter before it: combining marks, those of narrow kana, and the parts of a Hangul syllable
/// behind its first.
fn is_mark(c: char) -> bool {
    is_combining_mark(c)
        || matches!(c, '\u{1160}'..='\u{11ff}' | '\u{d7b0}'..='\u{d7ff}' | '\u{ff9e}' | '\u{ff9f}')
}

/// A mark that is left out: accents, Arabic vowels and hamza, Hebrew points. Voice in kana, vowels of Indic scripts and
/// the short и are none.
fn is_accent(mark: char, base: char) -> bool {
    match mark {
        '\u{0306}' | '\u{0308}' => !matches!(base, '\u{0400}'..='\u{052f}') || base == 'е',
        '\u{0300}'..='\u{036f}'
        | '\u{1ab0}'..='\u{1aff}'
        | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20ff}'
        | '\u{fe20}'..='\u{fe2f}' => true,
        '\u{0591}'..='\u{05c7}' => true,
        '\u{0610}'..='\u{061a}'
        | '\u{064b}'..='\u{065f}'
        | '\u{0670}'
        | '\u{06d6}'..='\u{06ed}'
        | '\u{08d3}'..='\u{08ff}' => true,
        _ => false,
    }
}

/// What is not seen, and the Arabic stretch: it stands in a word and is no part of it.
fn is_silent(c: char) -> bool {
    matches!(c, '\u{00ad}' | '\u{034f}' | '\u{061c}' | '\u{0640}' | '\u{180b}'..='\u{180f}' | '\u{200c}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
        | '\u{e0000}'..='\u{e0fff}')
}

/// Signs that Unicode counts among letters and that stand in words as an apostrophe does.
pub(super) fn is_joint(c: char) -> bool {
    matches!(c, '\u{02b9}'..='\u{02bf}')
}

fn sort(c: char) -> Sort {
    match c {
        _ if c.is_ascii_digit() => Sort::Digit,
        _ if c.is_ascii_alphabetic() => Sort::Letter,
        _ if c.is_ascii() => Sort::Gap,
        '\u{3005}'..='\u{3007}'
        | '\u{3031}'..='\u{3035}'
        | '\u{303b}'
        | '\u{3041}'..='\u{30fa}'
        | '\u{30fc}'..='\u{312f}'
        | '\u{31a0}'..='\u{31bf}'
        | '\u{31f0}'..='\u{31ff}'
        | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{1aff0}'..='\u{1b16f}'
        | '\u{20000}'..='\u{3fffd}'
        | '\u{1100}'..='\u{11ff}'
        | '\u{a960}'..='\u{a97c}'
        | '\u{ac00}'..='\u{d7ff}' => Sort::Dense,
        '\u{0e01}'..='\u{0eff}'
        | '\u{1000}'..='\u{109f}'
        | '\u{1780}'..='\u{17ff}'
        | '\u{a9e0}'..='\u{a9ff}'
        | '\u{aa60}'..='\u{aa7f}' => Sort::Linked,
        _ => Sort::Letter,
    }
}
