//! Text without what spelling it otherwise changes: case, accents, width, punctuation.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// One piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// A word of a script that writes spaces between words.
    Word(String),
    /// A run of a script that writes none.
    Run(String),
    /// A number.
    Number(u32),
}

/// Lower case, without accents, compatible forms made one.
pub(super) fn fold(text: &str) -> String {
    let bare = text.nfkd().filter(|c| !is_accent(*c)).nfc();
    let mut folded = String::with_capacity(text.len());
    for c in bare.flat_map(char::to_lowercase).filter(|c| !is_accent(*c)) {
        match c {
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'ø' => folded.push('o'),
            'ł' => folded.push('l'),
            'đ' => folded.push('d'),
            'ı' => folded.push('i'),
            'أ' | 'إ' | 'آ' => folded.push('ا'),
            'ة' => folded.push('ه'),
            'ى' => folded.push('ي'),
            c => folded.push(latin_digit(c).unwrap_or(c)),
        }
    }
    folded
}

/// A word whose umlauts may be written out: ü as u, and ue, are one.
pub(super) fn short_umlauts(word: &str) -> String {
    word.replace("ae", "a")
        .replace("oe", "o")
        .replace("ue", "u")
}

/// A digit of Arabic, Persian, Devanagari, Bengali or Thai as one of ours.
fn latin_digit(c: char) -> Option<char> {
    const ZEROS: [u32; 5] = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50];
    let value = ZEROS
        .iter()
        .find_map(|zero| u32::from(c).checked_sub(*zero).filter(|value| *value < 10))?;
    char::from_digit(value, 10)
}

/// The words, runs and numbers of a folded text, in order.
pub(super) fn pieces(folded: &str) -> Vec<Piece> {
    let text = folded
        .replace("c++", "cpp")
        .replace("c#", "csharp")
        .replace("q&a", "qanda")
        .replace("q & a", "qanda");
    let mut pieces = Vec::new();
    let mut now = String::new();
    let mut class = Class::Gap;
    let text = text.chars().chain([' ']);
    for c in text {
        let of = Class::of(c, class);
        if of != class {
            pieces.extend(piece(class, std::mem::take(&mut now)));
            class = of;
        }
        if class != Class::Gap {
            now.push(c);
        }
    }
    pieces
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Gap,
    Letter,
    Dense,
    Digit,
}

impl Class {
    fn of(c: char, before: Class) -> Class {
        match c {
            _ if c.is_ascii_digit() => Class::Digit,
            '\'' | '’' if before == Class::Letter => Class::Letter,
            _ if is_combining_mark(c) || c == '\u{200d}' || c == '\u{200c}' => match before {
                Class::Digit => Class::Gap,
                before => before,
            },
            _ if is_dense(c) => Class::Dense,
            _ if c.is_alphanumeric() => Class::Letter,
            _ => Class::Gap,
        }
    }
}

fn piece(class: Class, text: String) -> Option<Piece> {
    match class {
        Class::Gap => None,
        Class::Letter => Some(Piece::Word(text.replace(['\'', '’'], ""))),
        Class::Dense => Some(Piece::Run(text)),
        Class::Digit => text.parse().ok().map(Piece::Number),
    }
}

/// Marks that are left out: Latin and Greek accents, Hebrew points, Arabic vowels, the Arabic stretch.
fn is_accent(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036f}' | '\u{0591}'..='\u{05c7}' | '\u{064b}'..='\u{065f}' | '\u{0670}' | '\u{0640}')
}

/// Scripts that write no spaces between words: Chinese, Japanese, Thai, Lao, Khmer, Burmese.
fn is_dense(c: char) -> bool {
    matches!(c, '\u{3005}'..='\u{3007}' | '\u{3041}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3134f}'
        | '\u{0e00}'..='\u{0eff}' | '\u{1780}'..='\u{17ff}' | '\u{1000}'..='\u{109f}')
        && c != '\u{30fb}' // the middle dot between words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_does_not_count() {
        for (one, other) in [
            ("Ünïcode CAFÉ", "unicode cafe"),
            ("ＰＹＴＨＯＮ", "python"),
            ("Łódź", "lodz"),
            ("Ещё ЁЛКА", "еще елка"),
            ("STRASSE", "straße"),
            ("مُحَمَّد", "محمد"),
            ("الجزء ٢", "الجزء 2"),
        ] {
            assert_eq!(fold(one), fold(other));
        }
        assert_ne!(fold("が"), fold("か"), "voice is no accent");
    }

    #[test]
    fn numbers_and_runs_are_pieces_of_their_own() {
        let word = |text: &str| Piece::Word(text.into());
        assert_eq!(
            pieces("don't panic: python3, c++ 第3回札幌"),
            [
                word("dont"),
                word("panic"),
                word("python"),
                Piece::Number(3),
                word("cpp"),
                Piece::Run("第".into()),
                Piece::Number(3),
                Piece::Run("回札幌".into())
            ]
        );
        assert_eq!(pieces("हिन्दी में"), [word("हिन्दी"), word("में")]);
    }
}
