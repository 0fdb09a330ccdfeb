//! Where the words of a question stand in a text, for people to see.

use super::{Need, Term, Word, fold, loosely};
use std::collections::HashMap;

/// Bytes of a text in which a passage is looked for.
const MOST_READ: usize = 256 << 10;

/// A stretch of text, found or around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bit {
    /// The text.
    pub text: String,
    /// Whether it was asked for.
    pub is_found: bool,
}

/// The part of a text that shows most of what was asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passage {
    /// Its text, in order, on one line.
    pub bits: Vec<Bit>,
    /// Whether the text begins before it.
    pub is_cut_before: bool,
    /// Whether it goes on behind it.
    pub is_cut_behind: bool,
    /// How many of the terms it shows.
    pub terms: usize,
}

/// A whole text with what was asked for marked.
pub fn marked(text: &str, terms: &[Term]) -> Vec<Bit> {
    let text = fold::capped(text, MOST_READ);
    bits(text, 0, text.len(), &hits(text, terms))
}

/// The passage of a text that shows most of the terms, of about so many characters; none where it has none of them.
pub fn passage(text: &str, terms: &[Term], most: usize) -> Option<Passage> {
    let text = fold::capped(text, MOST_READ);
    let hits = hits(text, terms);
    // Characters of scripts without spaces say more each.
    let wide = |c: char| u32::from(c) >= 0x1100;
    let width = |text: &str| -> usize { text.chars().map(|c| 1 + usize::from(wide(c))).sum() };
    let mut best: Option<(usize, usize, usize)> = None; // how many terms, from which hit, to which
    for (first, hit) in hits.iter().enumerate() {
        let mut seen = vec![hit.term];
        let mut last = first;
        for (nth, other) in hits.iter().enumerate().skip(first + 1).take(MOST_HITS) {
            if width(&text[hit.from..other.to]) > most * 2 / 3 {
                break;
            }
            if !seen.contains(&other.term) {
                seen.push(other.term);
                last = nth;
            }
        }
        if best.is_none_or(|(terms, ..)| seen.len() > terms) {
            best = Some((seen.len(), first, last));
        }
        if seen.len() == terms.len() {
            break;
        }
    }
    let (shows, first, last) = best?;
    let (from, to) = (hits[first].from, hits[last].to);
    let spare = most.saturating_sub(width(&text[from..to]));
    let start = back(text, from, spare / 3);
    let end = on(text, to, most.saturating_sub(width(&text[start..to])));
    let start = match end == text.len() {
        // What is not needed behind it is shown before it.
        true => back(text, from, most.saturating_sub(width(&text[from..end]))),
        false => start,
    };
    Some(Passage {
        bits: bits(text, start, end, &hits),
        is_cut_before: !text[..start].trim().is_empty(),
        is_cut_behind: !text[end..].trim().is_empty(),
        terms: shows,
    })
}

/// Hits after one that are looked at for more terms.
const MOST_HITS: usize = 64;

/// Something that was asked for, in a text.
struct Hit {
    from: usize,
    to: usize,
    term: usize,
}

fn hits(text: &str, terms: &[Term]) -> Vec<Hit> {
    let sought = Sought::of(terms);
    let found = loosely(text)
        .into_iter()
        .filter_map(|Word { token, from, to }| {
            let term = sought.term(&token)?;
            Some(Hit { from, to, term })
        });
    let mut hits: Vec<Hit> = found.collect();
    hits.sort_by_key(|hit| (hit.from, std::cmp::Reverse(hit.to)));
    hits
}

/// The words that are looked for, each with its term.
#[derive(Default)]
struct Sought<'a> {
    words: HashMap<&'a str, usize>,
    starts: Vec<(&'a str, usize)>,
}

impl<'a> Sought<'a> {
    fn of(terms: &'a [Term]) -> Sought<'a> {
        let mut sought = Sought::default();
        for (nth, term) in terms.iter().enumerate() {
            let is_alone = matches!(term.exact, Need::Word(_));
            sought.add(&term.exact, nth, is_alone);
            sought.add(&term.loose, nth, is_alone);
        }
        sought
    }

    fn add(&mut self, need: &'a Need, term: usize, is_alone: bool) {
        match need {
            // Of `f-strings` not every f is shown.
            Need::Word(word) if !is_alone && word.chars().nth(1).is_none() => {}
            Need::Word(word) => {
                self.words.entry(word).or_insert(term);
            }
            Need::Start(start) => self.starts.push((start, term)),
            Need::All(needs) | Need::Any(needs) => {
                for need in needs {
                    self.add(need, term, is_alone);
                }
            }
        }
    }

    fn term(&self, token: &str) -> Option<usize> {
        let started = || {
            self.starts
                .iter()
                .find(|(start, _)| token.starts_with(start))
        };
        let word = self.words.get(token).copied();
        word.or_else(|| started().map(|(_, term)| *term))
    }
}

/// A place up to `most` characters before, at the beginning of a word where there are spaces.
fn back(text: &str, from: usize, most: usize) -> usize {
    let mut start = from;
    let mut word = from;
    for (nth, (at, c)) in text[..from].char_indices().rev().enumerate() {
        if nth == most {
            return if word < from || nth == 0 { word } else { start };
        }
        if c.is_whitespace() {
            word = at + c.len_utf8();
        }
        start = at;
    }
    start
}

/// A place up to `most` characters behind, at the end of a word where there are spaces.
fn on(text: &str, to: usize, most: usize) -> usize {
    let mut end = to;
    let mut word = to;
    for (nth, (at, c)) in text[to..].char_indices().enumerate() {
        if nth == most {
            return if word > to || nth == 0 { word } else { end };
        }
        if c.is_whitespace() {
            word = to + at;
        }
        end = to + at + c.len_utf8();
    }
    end
}

/// A stretch of a text in bits, white space folded.
fn bits(text: &str, start: usize, end: usize, hits: &[Hit]) -> Vec<Bit> {
    let mut bits: Vec<Bit> = Vec::new();
    let mut push = |text: &str, is_found: bool| match bits.last_mut() {
        _ if text.is_empty() => {}
        Some(last) if last.is_found == is_found => last.text.push_str(text),
        _ => bits.push(Bit {
            text: text.to_owned(),
            is_found,
        }),
    };
    let mut at = start;
    for hit in hits.iter().filter(|hit| hit.from >= start && hit.to <= end) {
        if hit.from > at {
            push(&text[at..hit.from], false);
        }
        if hit.to > at {
            push(&text[hit.from.max(at)..hit.to], true);
            at = hit.to;
        }
    }
    push(&text[at..end], false);
    let (first, last) = (0, bits.len().saturating_sub(1));
    for (nth, bit) in bits.iter_mut().enumerate() {
        let mut line = String::with_capacity(bit.text.len());
        for c in bit.text.chars() {
            match c.is_whitespace() {
                true if line.ends_with(' ') => {}
                true => line.push(' '),
                false => line.push(c),
            }
        }
        let trimmed = match (nth == first, nth == last) {
            (true, true) => line.trim(),
            (true, _) => line.trim_start(),
            (_, true) => line.trim_end(),
            _ => &line,
        };
        bit.text = trimmed.to_owned();
    }
    bits.retain(|bit| !bit.text.is_empty());
    bits
}
