//! What a title says, apart from the group, the people and the day it also names.

use super::Traits;
use super::fold::{Piece, fold, pieces, short_umlauts};
use super::known::{self, BESIDE_RUNS, COMMON_RUNS, HALVES};
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// The names that a title may carry besides what it is about.
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    words: HashSet<String>,
    runs: HashSet<String>,
}

impl Names {
    /// Those of these things: their groups, cities and people.
    pub(super) fn of(things: &[&Traits]) -> Names {
        let mut names = Names::default();
        for thing in things {
            for name in thing.people.iter().chain([&thing.group, &thing.city]) {
                let pieces = pieces(&fold(name));
                // As one writes it behind a #.
                let joined = pieces.iter().filter_map(|piece| match piece {
                    Piece::Word(word) => Some(word.clone()),
                    _ => None,
                });
                names.take([Piece::Word(joined.collect())]);
                names.take(pieces);
            }
        }
        names
    }

    fn take(&mut self, pieces: impl IntoIterator<Item = Piece>) {
        for piece in pieces {
            match piece {
                // A letter alone may be an initial or mean something.
                Piece::Word(word) if word.chars().count() > 1 => {
                    self.words.insert(short_umlauts(&word));
                }
                Piece::Run(run) if run.chars().count() > 1 => {
                    self.runs.insert(run);
                }
                _ => {}
            }
        }
    }

    fn without(&self, run: &str) -> String {
        let names = self.runs.iter();
        names.fold(run.to_owned(), |run, name| run.replace(name.as_str(), ""))
    }
}

/// A title that was read.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Title {
    /// Each word, each two letters that follow each other in a dense script; and how much each says.
    words: BTreeMap<String, f64>,
    /// Every three characters that follow each other.
    pub(super) grams: BTreeSet<String>,
    /// Each part between marks that says enough to be looked for by itself.
    pub(super) parts: BTreeSet<String>,
    /// The words beside a number in a short part of its own: a show's name and the episode, "Pitonia 014".
    of_show: BTreeSet<String>,
    /// What tells it from others of its kind, in order: parts, versions.
    pub(super) numbers: Vec<u32>,
    /// The numbers of the meeting or episode, in order.
    pub(super) series: Vec<u32>,
    pub(super) years: BTreeSet<u32>,
    pub(super) months: BTreeSet<u8>,
    /// Day and month of dates, the smaller number first: 5 June and May 6 are not told apart.
    pub(super) days: BTreeSet<u32>,
    /// How much it says, 0 to 1: "Welcome" says next to nothing.
    pub(super) says: f64,
    /// It breaks off in the middle of a word.
    pub(super) is_cut: bool,
    /// It says that it is a piece beside a talk: its questions, its trailer.
    pub(super) is_beside: bool,
}

/// Words of a title that are compared: more are a description, and each is held against each.
const MOST_WORDS: usize = 60;

/// Letters of a word in which a mistake is one: shorter words that differ in one are two.
const LONG: usize = 6;

/// A segment of a title: between brackets, dashes and bars.
#[derive(Debug, Default)]
struct Segment {
    words: Vec<String>,
    runs: Vec<String>,
    numbers: Vec<u32>,
    /// Names and words on the recording stand in it, and nothing else.
    is_noise: bool,
}

impl Title {
    /// Reads a title besides these names.
    pub(super) fn read(text: &str, names: &Names) -> Title {
        let mut title = Title::default();
        let text = crate::html::decoded(text);
        let (text, is_cut) = without_break(without_ending(&text));
        title.is_cut = is_cut;
        let segments: Vec<Segment> = segments(text)
            .into_iter()
            .map(|part| title.segment(part, names))
            .collect();
        let speaks = segments.iter().any(|segment| !segment.is_noise);
        let mut text = Vec::new();
        for segment in &segments {
            if segment.is_noise && speaks {
                title.series.extend(&segment.numbers);
                continue;
            }
            title.numbers.extend(&segment.numbers);
            let begun = text.len();
            for word in &segment.words {
                let short = short_umlauts(word);
                if speaks && names.words.contains(&short) {
                    continue;
                }
                title.is_beside |= known::is_beside(word);
                if title.words.len() >= MOST_WORDS {
                    continue;
                }
                let says = if known::is_common(word) { 0.15 } else { 1.0 };
                *title.words.entry(short.clone()).or_default() += says;
                text.push(short);
            }
            for run in &segment.runs {
                title.is_beside |= BESIDE_RUNS.iter().any(|part| run.contains(part));
                let rest = if speaks {
                    names.without(run)
                } else {
                    run.clone()
                };
                let common = COMMON_RUNS
                    .iter()
                    .fold(rest.clone(), |rest, part| rest.replace(part, ""));
                let share = common.chars().count() as f64 / rest.chars().count().max(1) as f64;
                for pair in pairs(&rest) {
                    *title.words.entry(pair).or_default() += 0.15 + 0.35 * share;
                }
                text.push(rest);
            }
            let own = text[begun..].iter().filter(|word| !known::is_noise(word));
            let part = own.map(String::as_str).collect::<Vec<_>>().join(" ");
            let is_short = segment.words.len() <= 3 && segment.runs.is_empty();
            if is_short && !segment.numbers.is_empty() && segments.len() > 1 {
                title.of_show.extend(text[begun..].iter().cloned());
            } else if part.chars().count() >= 2 * LONG
                && segment.words.len() + 2 * segment.runs.len() > 1
            {
                title.parts.insert(part);
            }
        }
        if title.words.is_empty() {
            // A number is all it says.
            for number in title.numbers.iter().chain(&title.series) {
                title.words.insert(number.to_string(), 0.3);
                text.push(number.to_string());
            }
        }
        let sum: f64 = title.words.values().filter(|says| **says > 0.2).sum();
        title.says = ((sum + 0.1 * title.words.len() as f64) / 2.6).min(1.0);
        title.grams = grams(&text.join(" "));
        title
    }

    /// Whether there is nothing to compare.
    pub(super) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// How much of two titles stands in one alone, of the one that has less of its own; nothing where one holds the
    /// other, or where what is left are spellings of one thing.
    pub(super) fn parted(&self, other: &Title) -> Option<f64> {
        let one_part = !self.parts.is_disjoint(&other.parts);
        let left = |one: &Title, other: &Title| -> (f64, String) {
            let of_show = |word: &String| one_part && one.of_show.contains(word);
            let meant = |word: &str| other.words.keys().any(|known| is_misspelt(word, known));
            let own = one.words.iter().filter(|(word, _)| {
                !other.words.contains_key(*word) && !of_show(word) && !meant(word)
            });
            let own: Vec<(&String, &f64)> = own.collect();
            let says = own.iter().map(|(_, says)| **says).sum();
            let text: Vec<&str> = own.iter().map(|(word, _)| word.as_str()).collect();
            (says, text.concat())
        };
        let ((a, one), (b, another)) = (left(self, other), left(other, self));
        if a.min(b) < 0.9 || spelt_alike(&one, &another) {
            return None;
        }
        let whole = |title: &Title| title.words.values().sum::<f64>();
        Some((a / whole(self)).min(b / whole(other)))
    }

    /// How alike the words of two titles are, 0 to 1; numbers and months are not looked at.
    pub(super) fn likeness(&self, other: &Title) -> f64 {
        let sum = |title: &Title| title.words.values().sum::<f64>();
        let common: f64 = self
            .words
            .iter()
            .filter_map(|(word, says)| Some(says.min(*other.words.get(word)?)))
            .sum();
        let common = common + self.misspelt(other);
        let (a, b) = (sum(self), sum(other));
        let words = 2.0 * common / (a + b).max(0.01);
        let shared = self.grams.intersection(&other.grams).count() as f64;
        let letters = 2.0 * shared / (self.grams.len() + other.grams.len()).max(1) as f64;
        let both = 0.5 * words + 0.5 * letters;
        // One of the two has a subtitle.
        let within = common / a.min(b).max(0.01);
        let spelt = shared / self.grams.len().min(other.grams.len()).max(1) as f64;
        let within = if a.min(b) >= 2.0 {
            0.88 * within.max(0.9 * spelt)
        } else {
            0.0
        };
        let part = if self.parts.is_disjoint(&other.parts) {
            0.0
        } else {
            0.85
        };
        both.max(within).max(part).min(1.0)
    }

    /// What the words say that differ from one of the other's in one letter, or in two that changed places.
    fn misspelt(&self, other: &Title) -> f64 {
        let own = |one: &Title, other: &Title| -> Vec<(String, f64)> {
            let own = one
                .words
                .iter()
                .filter(|(word, _)| !other.words.contains_key(*word));
            own.map(|(word, says)| (word.clone(), *says)).collect()
        };
        let mut left = own(other, self);
        let mut common = 0.0;
        for (word, says) in own(self, other) {
            if let Some(at) = left.iter().position(|(known, _)| is_misspelt(&word, known)) {
                common += 0.9 * says.min(left.swap_remove(at).1);
            }
        }
        common
    }

    /// Whether the two are written in different scripts, so that their words cannot be compared.
    pub(super) fn is_foreign_to(&self, other: &Title) -> bool {
        let latin = |title: &Title| {
            let (latin, all) = title
                .words
                .iter()
                .fold((0.0, 0.0), |(latin, all), (word, says)| {
                    let own = if word.chars().any(|c| c < '\u{250}') {
                        *says
                    } else {
                        0.0
                    };
                    (latin + own, all + says)
                });
            latin / f64::max(all, 0.01)
        };
        let (one, other) = (latin(self), latin(other));
        one.min(other) < 0.5 && one.max(other) > 0.9
    }

    fn segment(&mut self, text: &str, names: &Names) -> Segment {
        let mut pieces = pieces(&fold(text));
        self.take_dates(&mut pieces);
        let mut segment = Segment::default();
        let mut noise = 0;
        let count = pieces.len();
        let mut at = 0;
        while at < count {
            let before = at.checked_sub(1).and_then(|at| pieces.get(at));
            let after = pieces.get(at + 1);
            match &pieces[at] {
                Piece::Number(number) => {
                    segment.numbers.push(*number);
                }
                Piece::Word(word)
                    if matches!(before, Some(Piece::Number(_)))
                        && ["st", "nd", "rd", "th"].contains(&word.as_str()) => {}
                Piece::Word(word) => {
                    let beside_number = matches!(before, Some(Piece::Number(_)))
                        || matches!(after, Some(Piece::Number(_)));
                    let counting = matches!(before, Some(Piece::Word(word)) if known::counts(word));
                    let at_end = at + 1 == count;
                    let number = (counting.then(|| known::counted(word)).flatten())
                        .or_else(|| known::ordinal(word))
                        .or_else(|| (at_end && at > 0).then(|| known::roman(word)).flatten());
                    let month = known::month(word, beside_number)
                        .filter(|_| beside_number || at_end || word.chars().count() > 5);
                    if let Some(number) = number {
                        segment.numbers.push(number);
                    } else if let Some(month) = month {
                        self.months.insert(month);
                    } else {
                        noise += usize::from(
                            names.words.contains(&short_umlauts(word)) || known::is_noise(word),
                        );
                        segment.words.push(word.clone());
                    }
                }
                Piece::Run(run) => {
                    let mut run = run.clone();
                    for (half, number) in HALVES {
                        if run.contains(half) {
                            run = run.replace(half, "");
                            segment.numbers.push(*number);
                        }
                    }
                    match run.as_str() {
                        "上" => segment.numbers.push(1),
                        "下" => segment.numbers.push(2),
                        _ => {}
                    }
                    if let Some(ordinal) = run.split('第').nth(1) {
                        let digits: String = ordinal
                            .chars()
                            .take_while(|c| known::numeral(&c.to_string()).is_some())
                            .collect();
                        segment.numbers.extend(known::numeral(&digits));
                    }
                    let rest = names.without(&run);
                    noise += usize::from(
                        rest.is_empty()
                            || ["回", "第", "号", "月", "年", "日", "上", "下"]
                                .contains(&rest.as_str()),
                    );
                    if !run.is_empty() {
                        segment.runs.push(run);
                    }
                }
            }
            at += 1;
        }
        let said = segment.words.len() + segment.runs.len();
        segment.is_noise = noise == said && (said > 0 || segment.numbers.is_empty());
        segment
    }
}

/// A file's name without its ending.
fn without_ending(text: &str) -> &str {
    const ENDINGS: &[&str] = &[
        "mp3", "mp4", "m4a", "m4v", "webm", "ogg", "ogv", "mov", "avi", "mkv", "wav",
    ];
    match text.trim_end().rsplit_once('.') {
        Some((name, ending)) if ENDINGS.contains(&ending.to_ascii_lowercase().as_str()) => name,
        _ => text,
    }
}

/// A title without its last word where it breaks off in it, as search pages and long titles do.
fn without_break(text: &str) -> (&str, bool) {
    let text = text.trim_end();
    let Some(cut) = text.strip_suffix('…').or_else(|| text.strip_suffix("...")) else {
        return (text, false);
    };
    match cut.rsplit_once(' ') {
        Some((whole, _)) if whole.chars().count() >= 3 * LONG => (whole, true),
        _ => (cut, false),
    }
}

/// Whether two long words differ in one letter, or in two that changed places.
fn is_misspelt(word: &str, known: &str) -> bool {
    // Most differ in their first letter and their last: those are told apart at once.
    let ends = |text: &str| (text.chars().next(), text.chars().next_back());
    let ((first, last), (begin, end)) = (ends(word), ends(known));
    if first != begin && last != end {
        return false;
    }
    let (one, other) = (word.chars().count(), known.chars().count());
    one.min(other) >= LONG && one.abs_diff(other) <= 1 && strsim::osa_distance(word, known) == 1
}

/// Whether two words, or what is left of two titles, are one thing spelt twice.
fn spelt_alike(one: &str, other: &str) -> bool {
    let two = |text: &str| -> BTreeSet<String> { pairs(text).into_iter().collect() };
    let (a, b) = (two(one), two(other));
    let shared = a.intersection(&b).count() as f64;
    2.0 * shared / (a.len() + b.len()).max(1) as f64 >= 0.75
}

/// The parts of a title that stand for themselves.
fn segments(text: &str) -> Vec<&str> {
    const MARKS: &str = "|｜·•[]【】()（）「」『』《》〈〉\"“”„«»—–:：;；/／@~〜";
    let mut parts = Vec::new();
    for part in text.split(|c| MARKS.contains(c)) {
        parts.extend(part.split(" - "));
    }
    parts.retain(|part| part.chars().any(char::is_alphanumeric));
    parts
}

/// Every two characters that follow each other, or the one there is.
fn pairs(run: &str) -> Vec<String> {
    let chars: Vec<char> = run.chars().collect();
    match chars.len() {
        0 | 1 => chars.iter().map(char::to_string).collect(),
        _ => chars.windows(2).map(|two| two.iter().collect()).collect(),
    }
}

/// Every three characters that follow each other, ends marked.
fn grams(text: &str) -> BTreeSet<String> {
    if text.is_empty() {
        return BTreeSet::new();
    }
    let chars: Vec<char> = format!(" {text} ").chars().collect();
    chars
        .windows(3)
        .map(|three| three.iter().collect())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Title {
        let thing = Traits {
            group: "PyBerlin".into(),
            city: "Berlin".into(),
            people: vec!["Ada Byron".into()],
            ..Traits::default()
        };
        Title::read(text, &Names::of(&[&thing]))
    }

    #[test]
    fn names_days_and_noise_are_taken_out() {
        let plain = read("Rain gauges with MicroPython");
        for text in [
            "PyBerlin #23: Rain gauges with MicroPython",
            "Ada Byron - Rain gauges with MicroPython | PyBerlin",
            "Rain gauges with MicroPython (Ada Byron, PyBerlin, 14 May 2019)",
            "[HD] RAIN GAUGES with MicroPython 2019-05-14",
        ] {
            assert_eq!(read(text).likeness(&plain), 1.0, "{text} {:?}", read(text));
            assert!(read(text).numbers.is_empty(), "{text}");
        }
        assert_eq!(read("PyBerlin #23: Rain gauges").series, [23]);
    }

    #[test]
    fn parts_months_and_years_are_read() {
        for (text, numbers) in [
            ("Testing, Part II", 2),
            ("Testing part two", 2),
            ("Tests, zweiter Teil", 2),
            ("テスト入門 第三回", 3),
            ("データ分析 後編", 2),
            ("テスト入門 第12回", 12),
            ("Testing_part_2.mp4", 2),
            ("Тестирование, часть 2", 2),
        ] {
            assert_eq!(read(text).numbers, [numbers], "{text}");
        }
        assert_eq!(read("Lightning talks May").months, BTreeSet::from([5]));
        assert_eq!(read("Blitzvorträge, März 2019").months, BTreeSet::from([3]));
        assert_eq!(
            read("Blitzvorträge, März 2019").years,
            BTreeSet::from([2019])
        );
        assert_eq!(read("2019年5月のLT").months, BTreeSet::from([5]));
        assert_eq!(
            read("Meeting 14.05.2019").days,
            read("Meeting 2019-05-14").days
        );
    }

    #[test]
    fn a_common_title_says_little() {
        for text in [
            "Welcome",
            "Lightning talks",
            "PyBerlin: Opening",
            "Q & A",
            "ライトニングトーク",
            "Приветствие",
        ] {
            assert!(read(text).says < 0.35, "{text} {}", read(text).says);
        }
        for text in [
            "Rain gauges with MicroPython",
            "除雪車のデータを読む",
            "Мониторинг теплиц",
        ] {
            assert!(read(text).says > 0.6, "{text} {}", read(text).says);
        }
    }
}
