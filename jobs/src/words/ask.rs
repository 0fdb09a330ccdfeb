//! What somebody types into a search field, as terms that an index can be asked for.

use super::Word;
use super::cut::{self, Piece, Written, shortened, stem};
use super::fold::{self, Folded, Unit};

/// Characters of a question that are read.
pub const MOST_QUERY: usize = 200;
/// Terms of one question.
const MOST_TERMS: usize = 12;
/// Pairs of one run.
const MOST_PAIRS: usize = 24;
/// Letters from which on a word may be a beginning.
const LEAST_START: usize = 2;

/// One word, or run of characters, of a question: a text has to have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// As it is written.
    pub exact: Need,
    /// As it may be meant: the last word may be a beginning, and words may be written into one.
    pub loose: Need,
}

/// What a text has to have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Need {
    /// This word.
    Word(String),
    /// A word that begins so.
    Start(String),
    /// All of these.
    All(Vec<Need>),
    /// One of these.
    Any(Vec<Need>),
}

impl Need {
    /// Whether some words meet it.
    pub fn is_met(&self, words: &[Word]) -> bool {
        match self {
            Need::Word(word) => words.iter().any(|had| had.token == *word),
            Need::Start(start) => words.iter().any(|had| had.token.starts_with(start)),
            Need::All(needs) => needs.iter().all(|need| need.is_met(words)),
            Need::Any(needs) => needs.iter().any(|need| need.is_met(words)),
        }
    }
}

/// The terms of a question; none where it has no letter and no digit. Every sign of a query language is a gap.
pub fn ask(question: &str) -> Vec<Term> {
    let most = question
        .char_indices()
        .nth(MOST_QUERY)
        .map_or(question.len(), |(at, _)| at);
    let question = &question[..most];
    let folded = fold::fold(question);
    let mut terms: Vec<Term> = Vec::new();
    for piece in cut::pieces(question, &folded, true) {
        // Behind a space the word is whole.
        let is_open = piece.end() == question.len();
        let term = term(&piece, &folded, is_open);
        if terms.len() < MOST_TERMS && !terms.contains(&term) {
            terms.push(term);
        }
    }
    terms
}

fn term(piece: &Piece, folded: &Folded, is_open: bool) -> Term {
    match piece {
        Piece::Word(written) => Term {
            exact: word(written, folded, false),
            loose: word(written, folded, is_open),
        },
        Piece::Dense(run) => {
            let need = pairs(run, folded, Need::Word);
            Term {
                exact: need.clone(),
                loose: need,
            }
        }
        Piece::Linked(run, words) => {
            let words = words.iter().map(|word| shortened(folded.span(word)));
            Term {
                exact: all(words.map(Need::Word).take(MOST_PAIRS).collect()),
                loose: pairs(run, folded, Need::Start),
            }
        }
    }
}

/// A word whole or in its parts; the last may go on.
fn word(written: &Written, folded: &Folded, is_open: bool) -> Need {
    let need = |token: String| match is_open && token.chars().count() >= LEAST_START {
        true => Need::Start(token),
        false => Need::Word(token),
    };
    if let Some(signed) = written.signed {
        return Need::Word(shortened(folded.span(signed)));
    }
    let whole = written.whole(folded);
    let mut any = vec![need(whole.clone())];
    any.extend(stem(&whole).map(need));
    if let [first @ .., last] = &written.parts[..]
        && !first.is_empty()
    {
        let token = |part: &&[Unit]| shortened(folded.span(part));
        let mut parts: Vec<Need> = first.iter().map(token).map(Need::Word).collect();
        parts.push(need(token(last)));
        any.push(Need::All(parts));
    }
    match any.len() {
        1 => any.remove(0),
        _ => Need::Any(any),
    }
}

/// Every two characters that stand together; one alone as `alone` has it.
fn pairs(run: &[Unit], folded: &Folded, alone: fn(String) -> Need) -> Need {
    if let [one] = run {
        return alone(folded.text(one).to_owned());
    }
    let pairs = run.windows(2).map(|two| folded.span(two).to_owned());
    all(pairs.map(Need::Word).take(MOST_PAIRS).collect())
}

fn all(mut needs: Vec<Need>) -> Need {
    match needs.len() {
        1 => needs.remove(0),
        _ => Need::All(needs),
    }
}
