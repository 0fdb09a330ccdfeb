//! The dates in a title.

use super::fold::Piece;
use super::known;
use super::title::Title;

impl Title {
    /// Takes the dates out: year, month and day in any of the usual orders.
    pub(super) fn take_dates(&mut self, pieces: &mut Vec<Piece>) {
        let is_year = |n: u32| (1990..2100).contains(&n);
        let mut rest: Vec<Piece> = Vec::new();
        let mut at = 0;
        let number = |at: usize| match pieces.get(at) {
            Some(Piece::Number(n)) => Some(*n),
            _ => None,
        };
        let unit = |at: usize, mark: char| matches!(pieces.get(at), Some(Piece::Run(run)) if run.starts_with(mark));
        while let Some(piece) = pieces.get(at) {
            let Some(first) = number(at) else {
                match piece {
                    // Months in words take the day and the year beside them.
                    Piece::Word(word)
                        if known::month(word, true).is_some()
                            && self.beside_month(pieces, at, &mut rest) =>
                    {
                        let year = number(at + 1).is_some_and(is_year);
                        let day = number(at + 1).is_some_and(|n| (1..=31).contains(&n));
                        at += 1 + usize::from(year || day);
                        if day && number(at).is_some_and(is_year) {
                            self.years.extend(number(at));
                            at += 1;
                        }
                        continue;
                    }
                    _ => rest.push(piece.clone()),
                }
                at += 1;
                continue;
            };
            let (second, third) = (number(at + 1), number(at + 2));
            if unit(at + 1, '年') && is_year(first) {
                self.years.insert(first);
                at += 2;
            } else if unit(at + 1, '月') && (1..=12).contains(&first) {
                self.months.extend(u8::try_from(first));
                at += 2;
            } else if let (true, Some(month @ 1..=12), Some(day @ 1..=31)) =
                (is_year(first), second, third)
            {
                self.years.insert(first);
                self.days.insert(day.min(month) * 100 + day.max(month));
                at += 3;
            } else if let (1..=31, Some(month @ 1..=31), Some(year)) = (first, second, third)
                && is_year(year)
            {
                self.years.insert(year);
                self.days.insert(first.min(month) * 100 + first.max(month));
                at += 3;
            } else if (19_900_101..21_000_000).contains(&first)
                && (1..=12).contains(&(first / 100 % 100))
                && (1..=31).contains(&(first % 100))
            {
                let (month, day) = (first / 100 % 100, first % 100);
                self.years.insert(first / 10_000);
                self.days.insert(day.min(month) * 100 + day.max(month));
                at += 1;
            } else if is_year(first) {
                self.years.insert(first);
                at += 1;
            } else {
                rest.push(piece.clone());
                at += 1;
            }
        }
        *pieces = rest;
    }

    /// Notes a month that has a day or a year at its side; false where it has neither.
    fn beside_month(&mut self, pieces: &[Piece], at: usize, rest: &mut Vec<Piece>) -> bool {
        let Some(Piece::Word(word)) = pieces.get(at) else {
            return false;
        };
        let Some(month) = known::month(word, true) else {
            return false;
        };
        let after = match pieces.get(at + 1) {
            Some(Piece::Number(n)) => Some(*n),
            _ => None,
        };
        let before = match rest.last() {
            Some(Piece::Number(n)) if (1..=31).contains(n) => Some(*n),
            _ => None,
        };
        let year = after.filter(|n| (1990..2100).contains(n));
        let day = after.filter(|n| (1..=31).contains(n)).or(before);
        if year.is_none() && day.is_none() {
            return false;
        }
        if day.is_some() && day == before {
            rest.pop();
        }
        let month_number = u32::from(month);
        self.months.insert(month);
        self.years.extend(year);
        self.days
            .extend(day.map(|day| day.min(month_number) * 100 + day.max(month_number)));
        true
    }
}
