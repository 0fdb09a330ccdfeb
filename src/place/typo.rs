//! Names one mistake of typing away: a letter too many, too few, wrong, or two swapped.

use super::gazetteer::{Gazetteer, Match};
use std::ops::Range;

/// Shorter names are too near to too many others.
const SHORTEST: usize = 5;

/// The places with a name one mistake away from this one.
///
/// Walks the sorted names as if they were a tree: up to each letter, only the names that begin like
/// the one typed are looked at (F. J. Damerau's four mistakes, Communications of the ACM 7, 1964).
pub fn near(gazetteer: &Gazetteer, typed: &str) -> Vec<Match> {
    let letters: Vec<(usize, char)> = typed.char_indices().collect();
    if letters.len() < SHORTEST {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut alike = gazetteer.names.all();
    for (place, &(at, letter)) in letters.iter().enumerate() {
        let (start, rest) = typed.split_at(at);
        let after = &rest[letter.len_utf8()..];
        let mut look = |names: &Range<usize>, name: String| {
            found.extend(gazetteer.named_among(names.clone(), &name))
        };
        look(&alike, format!("{start}{after}"));
        if let Some(&(_, next)) = letters.get(place + 1) {
            let beyond = &after[next.len_utf8()..];
            look(&alike, format!("{start}{next}{letter}{beyond}"));
        }
        for (other, names) in continuations(gazetteer, &alike, start, letter) {
            look(&names, format!("{start}{other}{after}"));
            look(&names, format!("{start}{other}{rest}"));
        }
        alike = gazetteer
            .names
            .beginning(alike, &typed[..at + letter.len_utf8()]);
        if alike.is_empty() {
            return found;
        }
    }
    for (other, names) in continuations(gazetteer, &alike, typed, ' ') {
        found.extend(gazetteer.named_among(names, &format!("{typed}{other}")));
    }
    found
}

/// The letters with which names go on after this beginning, save for the one typed, and the names that do.
///
/// There are thousands of first letters: of these, only the typed one's neighbours in Unicode, for nobody
/// slips from one alphabet into another.
fn continuations(
    gazetteer: &Gazetteer,
    alike: &Range<usize>,
    start: &str,
    typed: char,
) -> Vec<(char, Range<usize>)> {
    let alphabet = |letter: char| u32::from(letter) >> 8;
    let mut names = alike.clone();
    if start.is_empty() {
        let first = char::from_u32(alphabet(typed) << 8).unwrap_or(typed);
        names.start = gazetteer
            .names
            .beginning(names.clone(), first.encode_utf8(&mut [0; 4]))
            .start;
    }
    let mut found = Vec::new();
    while !names.is_empty() {
        let Some(letter) = gazetteer.names.get(names.start)[start.len()..]
            .chars()
            .next()
        else {
            names.start += 1; // The name ends here.
            continue;
        };
        if start.is_empty() && alphabet(letter) != alphabet(typed) {
            break;
        }
        let these = gazetteer
            .names
            .beginning(names.clone(), &format!("{start}{letter}"));
        names.start = these.end;
        if letter != typed {
            found.push((letter, these));
        }
    }
    found
}
