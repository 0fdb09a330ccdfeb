//! A text made fit to be drawn, and the family that suits it.

use cosmic_text::{Attrs, Family, Weight};

/// Makes a line run from the right whatever its first letter is (Unicode, UAX #9).
const RIGHT_TO_LEFT_MARK: char = '\u{200f}';
/// Languages that run from the right, as pages mark them.
const FROM_THE_RIGHT: [&str; 4] = ["ar", "fa", "he", "ur"];

/// A text that is not empty, with its looks.
pub(super) struct Words {
    pub text: String,
    family: &'static str,
    weight: Weight,
    /// Height of a line in letters.
    pub leading: f32,
}

impl Words {
    /// A heading: serif, as on pages; CJK has its sans.
    pub fn heading(text: &str, language: Option<&str>, weight: Weight) -> Option<Words> {
        Words::new(text, language, "Noto Serif", weight)
    }

    /// Small print.
    pub fn small(text: &str, language: Option<&str>, weight: Weight) -> Option<Words> {
        Words::new(text, language, "Noto Sans", weight)
    }

    fn new(
        text: &str,
        language: Option<&str>,
        family: &'static str,
        weight: Weight,
    ) -> Option<Words> {
        let mut text = tidied(text);
        if text.is_empty() {
            return None;
        }
        let cjk = text.chars().any(is_cjk);
        let simple = text
            .chars()
            .all(|letter| (letter as u32) < 0x590 || !letter.is_alphabetic());
        let base = language.and_then(|tag| tag.split(['-', '_']).next());
        if base.is_some_and(|base| FROM_THE_RIGHT.contains(&base)) && text.chars().any(is_rtl) {
            text.insert(0, RIGHT_TO_LEFT_MARK);
        }
        if text.chars().any(is_hangul) {
            text = kept_whole(&text);
        }
        let leading = match (simple, cjk) {
            (true, _) => 1.2,
            (_, true) => 1.32,
            // Room for what stands above and below the letters of most other scripts.
            _ => 1.45,
        };
        Some(Words {
            family: if cjk { han(&text, language) } else { family },
            text,
            weight,
            leading,
        })
    }

    /// The looks, as the fonts are asked for them.
    pub fn attrs(&self) -> Attrs<'static> {
        Attrs::new()
            .family(Family::Name(self.family))
            .weight(self.weight)
    }
}

/// One line without what has no shape: controls, and marks that could turn the rest around.
fn tidied(text: &str) -> String {
    let shown: String = text
        .chars()
        .map(|letter| if letter.is_control() { ' ' } else { letter })
        .filter(|letter| !matches!(letter, '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'))
        .collect();
    let shown = shown.split_whitespace().collect::<Vec<_>>().join(" ");
    // Emoji only accompany a title: what stands beside them says it, and no font of ours has them.
    let bare: String = shown.chars().filter(|letter| !is_emoji(*letter)).collect();
    let bare = bare.split_whitespace().collect::<Vec<_>>().join(" ");
    match bare.chars().any(char::is_alphanumeric) {
        true => bare,
        false => shown,
    }
}

fn is_emoji(letter: char) -> bool {
    matches!(letter, '\u{20e3}' | '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}'
        | '\u{fe0e}' | '\u{fe0f}' | '\u{1f000}'..='\u{1faff}' | '\u{e0020}'..='\u{e007f}')
}

/// Korean lines break between words, not between letters as other CJK lines do.
fn kept_whole(text: &str) -> String {
    const WORD_JOINER: char = '\u{2060}';
    let mut whole = String::new();
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        whole.push(letter);
        if is_hangul(letter) && letters.peek().is_some_and(|next| is_hangul(*next)) {
            whole.push(WORD_JOINER);
        }
    }
    whole
}

/// The CJK family in whose country's forms a text is read.
fn han(text: &str, language: Option<&str>) -> &'static str {
    let tag = language.unwrap_or_default().to_ascii_lowercase();
    let kana = |letter| matches!(letter, '\u{3041}'..='\u{30ff}');
    match tag.split(['-', '_']).next().unwrap_or_default() {
        "ja" => "Noto Sans CJK JP",
        "ko" => "Noto Sans CJK KR",
        "zh" if tag.ends_with("hk") || tag.ends_with("mo") => "Noto Sans CJK HK",
        "zh" if tag.ends_with("tw") || tag.contains("hant") => "Noto Sans CJK TC",
        "zh" => "Noto Sans CJK SC",
        _ if text.chars().any(kana) => "Noto Sans CJK JP",
        _ if text.chars().any(is_hangul) => "Noto Sans CJK KR",
        _ => "Noto Sans CJK SC",
    }
}

fn is_hangul(letter: char) -> bool {
    matches!(letter, '\u{1100}'..='\u{11ff}' | '\u{ac00}'..='\u{d7a3}')
}

fn is_cjk(letter: char) -> bool {
    matches!(letter,
        '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7ff}'
        | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ffef}'
        | '\u{20000}'..='\u{3ffff}')
}

fn is_rtl(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}
