//! English as if it were written from right to left, for the tests: what runs the wrong way, is too narrow for longer
//! words or does not come from the catalogue is plain to see.

use std::borrow::Cow;

/// A private-use region of Arabic, as Android and ICU name their right-to-left pseudo-language.
pub const TAG: &str = "ar-XB";

/// Each stretch of a text with accents on its letters and its vowels doubled, written backwards as it is shown.
pub fn transform(text: &str) -> Cow<'_, str> {
    if !text.contains(|c: char| c.is_ascii_alphabetic()) {
        return text.into();
    }
    let mut out = String::with_capacity(text.len() * 3);
    // RIGHT-TO-LEFT OVERRIDE until POP DIRECTIONAL FORMATTING, word by word: lines still break between them.
    for piece in text.split_inclusive(char::is_whitespace) {
        let word = piece.trim_end();
        if word.contains(|c: char| c.is_ascii_alphabetic()) {
            out.push('\u{202e}');
            out.extend(word.chars().flat_map(accented));
            out.push('\u{202c}');
        } else {
            out.push_str(word);
        }
        out.push_str(&piece[word.len()..]);
    }
    out.into()
}

fn accented(letter: char) -> impl Iterator<Item = char> {
    const PLAIN: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    const ACCENTED: &str = "áƀçðéƒĝĥíĵķļɱñóþɋŕšţúṽŵẋýžÁƁÇÐÉƑĜĤÍĴĶĻṀÑÓÞɊŔŠŢÚṼŴẊÝŽ";
    let at = PLAIN.chars().position(|plain| plain == letter);
    let accented = at.and_then(|at| ACCENTED.chars().nth(at));
    let times = if "aeiou".contains(letter) { 2 } else { 1 };
    std::iter::repeat_n(accented.unwrap_or(letter), times)
}
