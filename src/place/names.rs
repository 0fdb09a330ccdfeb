//! Names in a text, found by how they begin.
//!
//! The text stays as it is; the index is where in it each name begins, in the order of the names.
//! A name ends at a bar, a tab or the end of its line.

use std::ops::Range;

const ENDS: [char; 3] = ['|', '\t', '\n'];

/// A text and the order of the names in it.
pub struct Names {
    text: String,
    starts: Vec<u32>,
}

impl Names {
    /// Puts the names that begin at these bytes of a text in order.
    pub fn new(text: String, starts: Vec<u32>) -> Names {
        let starts = sorted(&text, starts);
        Names { text, starts }
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// All names, as places in their order.
    pub fn all(&self) -> Range<usize> {
        0..self.starts.len()
    }

    /// Where in the text a name begins.
    pub fn start(&self, at: usize) -> usize {
        self.starts[at] as usize
    }

    /// A name.
    pub fn get(&self, at: usize) -> &str {
        let rest = self.text.get(self.start(at)..).unwrap_or_default();
        &rest[..rest.find(ENDS).unwrap_or(rest.len())]
    }

    /// Of some names, those that begin with this; where there are none, the place where they would be.
    pub fn beginning(&self, names: Range<usize>, start: &str) -> Range<usize> {
        let of = |at: &u32| &self.text.as_bytes()[*at as usize..];
        let some = &self.starts[names.clone()];
        let first = some.partition_point(|at| is_before(of(at), start.as_bytes()));
        let count = some[first..].partition_point(|at| of(at).starts_with(start.as_bytes()));
        names.start + first..names.start + first + count
    }

    /// Of some names, those that are exactly this.
    pub fn same(&self, names: Range<usize>, name: &str) -> impl Iterator<Item = usize> {
        // The shorter stands before the longer: those that end here come first.
        let begin = self.beginning(names, name);
        begin.take_while(|at| self.get(*at).len() == name.len())
    }
}

/// Whether the name that this text begins with stands before another.
fn is_before(text: &[u8], name: &[u8]) -> bool {
    let same = text
        .iter()
        .zip(name)
        .take_while(|(one, other)| one == other)
        .count();
    match (text.get(same), name.get(same)) {
        (_, None) => false,
        (Some(one), Some(other)) if !is_end(*one) => one < other,
        (_, Some(_)) => true,
    }
}

/// The names in order. Their first eight bytes settle nearly every comparison without a look at the text.
fn sorted(text: &str, starts: Vec<u32>) -> Vec<u32> {
    let bytes = text.as_bytes();
    let name = |at: u32| {
        bytes[at as usize..]
            .iter()
            .copied()
            .take_while(|byte| !is_end(*byte))
    };
    let keyed = starts.into_iter().map(|at| {
        let first = name(at).chain([0; 8]).take(8);
        (
            first.fold(0u64, |key, byte| (key << 8) | u64::from(byte)),
            at,
        )
    });
    let mut keyed: Vec<(u64, u32)> = keyed.collect();
    keyed.sort_unstable_by(|one, next| {
        let rest = || name(one.1).skip(8).cmp(name(next.1).skip(8));
        one.0.cmp(&next.0).then_with(rest).then(one.1.cmp(&next.1))
    });
    let mut starts: Vec<u32> = keyed.into_iter().map(|(_, at)| at).collect();
    starts.shrink_to_fit();
    starts
}

fn is_end(byte: u8) -> bool {
    ENDS.contains(&char::from(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> Names {
        let text = "lima|limassol\tlim\nlima norte|東京|東\n";
        let starts = text.char_indices().filter(|(at, letter)| {
            !ENDS.contains(letter) && (*at == 0 || text[..*at].ends_with(ENDS))
        });
        let starts = starts.map(|(at, _)| at as u32).collect();
        Names::new(text.to_owned(), starts)
    }

    #[test]
    fn the_shorter_stand_first() {
        let names = names();
        let all: Vec<&str> = names.all().map(|at| names.get(at)).collect();
        assert_eq!(all, ["lim", "lima", "lima norte", "limassol", "東", "東京"]);
    }

    #[test]
    fn found_by_beginning_or_whole() {
        let names = names();
        for (start, range) in [
            ("", 0..6),
            ("lim", 0..4),
            ("lima", 1..4),
            ("lima ", 2..3),
            ("東", 4..6),
            ("m", 4..4),
            ("z", 4..4),
            ("東京都", 6..6),
            ("a", 0..0),
        ] {
            assert_eq!(names.beginning(names.all(), start), range, "{start}");
        }
        assert_eq!(names.beginning(2..6, "lim"), 2..4);
        for (name, same) in [
            ("lima", vec![1]),
            ("lim", vec![0]),
            ("li", vec![]),
            ("東", vec![4]),
            ("東京都", vec![]),
        ] {
            assert_eq!(
                names.same(names.all(), name).collect::<Vec<_>>(),
                same,
                "{name}"
            );
        }
    }
}
