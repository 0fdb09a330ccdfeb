//! Two things are weighed against each other.

use super::address::{key, name_key};
use super::fold::{Piece, fold, pieces, short_umlauts};
use super::picture;
use super::title::{Names, Title};
use super::{Likeness, Sign, Traits};
use std::collections::BTreeSet;

/// Points at which it is even whether two things are the same.
const EVEN: f64 = 5.0;
/// Points that make it nearly three times as likely.
const SLOPE: f64 = 1.5;
/// The most that likeness alone comes to.
const MOST: f64 = 990.0;

/// What titles in two scripts weigh, which cannot be compared.
const FOREIGN: f64 = -1.0;
/// What other people weigh.
const OTHERS: f64 = -3.5;
/// What two talks under one link score: a person looks.
const SHARED: u32 = 600;

/// What speaks for or against, and how much.
#[derive(Default)]
struct Scale {
    points: f64,
    signs: Vec<Sign>,
    /// Two parts, months or years of something.
    apart: bool,
}

impl Scale {
    fn put(&mut self, sign: Sign, points: f64) {
        self.points += points;
        self.signs.push(sign);
    }
}

/// How alike two things are.
pub fn compare(a: &Traits, b: &Traits) -> Likeness {
    let certain = certain(a, b);
    if certain == [Sign::LinkSame] && told_otherwise(a, b) {
        return Likeness {
            certain: false,
            score: SHARED,
            signs: vec![Sign::LinkSame, Sign::TitleDifferent, Sign::PeopleDifferent],
        };
    }
    if !certain.is_empty() {
        return Likeness {
            certain: true,
            score: 1000,
            signs: certain,
        };
    }
    let mut scale = Scale::default();
    kinds(&mut scale, a, b);
    titles(&mut scale, a, b);
    days(&mut scale, a, b);
    groups(&mut scale, a, b);
    durations(&mut scale, a, b);
    people(&mut scale, a, b);
    pictures(&mut scale, a, b);
    if told_apart(a, b) {
        scale.put(Sign::GuidDifferent, -5.0);
    }
    let says = |signs: &[Sign]| signs.iter().all(|sign| scale.signs.contains(sign));
    if says(&[Sign::DayDifferent, Sign::GroupDifferent]) {
        // Given again, elsewhere.
        scale.points -= 3.0;
    }
    if scale.apart {
        // Nothing else outweighs two parts of something.
        scale.points = scale.points.min(EVEN - SLOPE);
    }
    let score = MOST / (1.0 + ((EVEN - scale.points) / SLOPE).exp());
    Likeness {
        certain: false,
        score: score.round() as u32,
        signs: scale.signs,
    }
}

fn certain(a: &Traits, b: &Traits) -> Vec<Sign> {
    let keys = |addresses: &[String]| -> BTreeSet<String> {
        addresses
            .iter()
            .filter_map(|address| key(address))
            .collect()
    };
    let meet = |a: &[String], b: &[String]| !keys(a).is_disjoint(&keys(b));
    let mut signs = Vec::new();
    // A feed whose items all link to its own page: their guids tell them apart.
    if meet(&a.links, &b.links) && !told_apart(a, b) {
        signs.push(Sign::LinkSame);
    }
    if one_guid(a, b) {
        signs.push(Sign::GuidSame);
    }
    if meet(&a.enclosures, &b.enclosures)
        || meet(&a.links, &b.enclosures)
        || meet(&a.enclosures, &b.links)
    {
        signs.push(Sign::EnclosureSame);
    }
    signs
}

/// Whether two things of one link have other people and another title: talks of an evening on one page. What is told
/// in two scripts is not told otherwise.
fn told_otherwise(a: &Traits, b: &Traits) -> bool {
    let mut scale = Scale::default();
    titles(&mut scale, a, b);
    people(&mut scale, a, b);
    let signs = [Sign::TitleDifferent, Sign::PeopleDifferent];
    signs.iter().all(|sign| scale.signs.contains(sign)) && scale.points < FOREIGN + OTHERS
}

fn one_guid(a: &Traits, b: &Traits) -> bool {
    let named = |thing: &Traits| -> BTreeSet<(String, String)> {
        let guids = thing.guids.iter();
        guids
            .map(|(source, guid)| (name_key(source), name_key(guid)))
            .collect()
    };
    !named(a).is_disjoint(&named(b))
}

/// Whether one source gives them two guids.
fn told_apart(a: &Traits, b: &Traits) -> bool {
    let one_source = |(source, _): &(String, String)| {
        b.guids
            .iter()
            .any(|(other, _)| name_key(source) == name_key(other))
    };
    !one_guid(a, b) && a.guids.iter().any(one_source)
}

fn kinds(scale: &mut Scale, a: &Traits, b: &Traits) {
    let plays = |thing: &Traits| ["video", "audio"].contains(&thing.kind.as_str());
    let known = !a.kind.is_empty() && !b.kind.is_empty();
    if known && a.kind != b.kind && !(plays(a) && plays(b)) {
        scale.put(Sign::KindDifferent, -8.0);
    }
}

fn titles(scale: &mut Scale, a: &Traits, b: &Traits) {
    let names = Names::of(&[a, b]);
    let read = |thing: &Traits| -> Vec<Title> {
        let titles = thing.titles.iter().map(|title| Title::read(title, &names));
        titles.filter(|title| !title.is_empty()).collect()
    };
    let (of_a, of_b) = (read(a), read(b));
    let pairs = of_a
        .iter()
        .flat_map(|one| of_b.iter().map(move |other| (one, other)));
    let best = pairs
        .map(|(one, other)| (one, other, one.likeness(other)))
        .max_by(|one, other| one.2.total_cmp(&other.2));
    let Some((one, other, likeness)) = best else {
        return;
    };
    let says = one.says.min(other.says);
    if let Some(share) = one.parted(other).filter(|_| likeness >= 0.45) {
        scale.put(Sign::TitleDifferent, -2.0 - 4.5 * share);
    } else if likeness >= 0.6 {
        let points = 6.5 * ((likeness - 0.6) / 0.35).min(1.0) * (0.2 + 0.8 * says);
        let sign = match likeness {
            _ if says < 0.35 => Sign::TitleCommon,
            0.93.. => Sign::TitleSame,
            _ => Sign::TitleAlike,
        };
        scale.put(sign, points);
    } else if one.is_foreign_to(other) {
        scale.put(Sign::TitleDifferent, FOREIGN);
    } else {
        scale.put(
            Sign::TitleDifferent,
            -5.5 * ((0.6 - likeness) / 0.3).min(1.0),
        );
    }
    if one.is_beside != other.is_beside {
        scale.put(Sign::TitleDifferent, -6.0);
        scale.apart = true;
    }
    numbers(scale, (one, a), (other, b));
}

fn numbers(scale: &mut Scale, (one, a): (&Title, &Traits), (other, b): (&Title, &Traits)) {
    let apart = |a: &BTreeSet<u32>, b: &BTreeSet<u32>| {
        !a.is_empty() && !b.is_empty() && !a.is_subset(b) && !b.is_subset(a)
    };
    // The title's year and month against the day that the other has.
    let year_of = |thing: &Traits| thing.met_on.and_then(|day| u32::try_from(day.year()).ok());
    let month_of = |thing: &Traits| thing.met_on.and_then(|day| u8::try_from(day.month()).ok());
    let against_day = |title: &Title, own: &Traits, thing: &Traits| {
        let year = own.met_on.is_none()
            && year_of(thing)
                .is_some_and(|year| !title.years.is_empty() && !title.years.contains(&year));
        let month = own.met_on.is_none()
            && month_of(thing)
                .is_some_and(|month| !title.months.is_empty() && !title.months.contains(&month));
        (year, month)
    };
    let (year_a, month_a) = against_day(one, a, b);
    let (year_b, month_b) = against_day(other, b, a);
    if counted_apart(&one.numbers, &other.numbers)
        || counted_apart(&one.series, &other.series)
        || apart(&one.years, &other.years)
        || apart(&one.days, &other.days)
    {
        scale.put(Sign::NumbersDiffer, -8.0);
        scale.apart = true;
    } else if year_a || year_b {
        scale.put(Sign::NumbersDiffer, -4.0);
    } else if one.numbers != other.numbers {
        // The number that one names may stand as the meeting's in the other.
        let within = |own: &Title, known: &Title| {
            let in_it = |number| known.numbers.contains(number) || known.series.contains(number);
            known.is_cut || own.numbers.iter().all(in_it)
        };
        if !within(one, other) || !within(other, one) {
            scale.put(Sign::NumberMissing, -3.5);
        }
    }
    let months =
        !one.months.is_empty() && !other.months.is_empty() && one.months.is_disjoint(&other.months);
    if months {
        scale.put(Sign::MonthsDiffer, -8.0);
        scale.apart = true;
    } else if month_a || month_b {
        scale.put(Sign::MonthsDiffer, -3.0);
    }
}

/// Whether two rows of numbers count two things: "R1 D2" and "R2 D1", "1 of 2" and "2".
fn counted_apart(a: &[u32], b: &[u32]) -> bool {
    match (a.first(), b.first()) {
        (Some(one), Some(other)) => a != b && (one != other || a.len() == b.len()),
        _ => false,
    }
}

fn days(scale: &mut Scale, a: &Traits, b: &Traits) {
    let between = |from: jiff::civil::Date, to: jiff::civil::Date| {
        from.until(to).map_or(0, |span| span.get_days())
    };
    match (a.met_on, b.met_on) {
        (Some(one), Some(other)) => match between(one, other).abs() {
            0 => scale.put(Sign::DaySame, 2.0),
            1 => scale.put(Sign::DayNear, 1.0),
            2..=6 => scale.put(Sign::DayDifferent, -2.0),
            7..=30 => scale.put(Sign::DayDifferent, -3.0),
            _ => scale.put(Sign::DayDifferent, -4.5),
        },
        (Some(met), None) => published(scale, b.published_on.map(|day| between(met, day))),
        (None, Some(met)) => published(scale, a.published_on.map(|day| between(met, day))),
        (None, None) => {
            let (Some(one), Some(other)) = (a.published_on, b.published_on) else {
                return;
            };
            match between(one, other).abs() {
                0..=1 => scale.put(Sign::DayNear, 1.2),
                2..=6 => scale.put(Sign::DayNear, 0.6),
                // What every evening has, and no word of which evening.
                _ if scale.signs.contains(&Sign::TitleCommon) => {
                    scale.put(Sign::DayDifferent, -2.5)
                }
                _ => {} // sent up again later
            }
        }
    }
}

/// Days from the meeting to what was published of it.
fn published(scale: &mut Scale, after: Option<i32>) {
    match after {
        Some(..-1) => scale.put(Sign::DayDifferent, -3.0),
        Some(-1..=3) => scale.put(Sign::DayNear, 1.5),
        Some(4..=30) => scale.put(Sign::DayNear, 0.8),
        _ => {}
    }
}

fn groups(scale: &mut Scale, a: &Traits, b: &Traits) {
    let (one, other) = (bare(&a.group), bare(&b.group));
    let (here, there) = (fold(&a.city), fold(&b.city));
    let cities = !here.is_empty() && !there.is_empty();
    let named = !one.is_empty() && !other.is_empty();
    let contains = named
        && (one.contains(&other) || other.contains(&one))
        && one.chars().count().min(other.chars().count()) >= 2;
    let in_city = |name: &str, city: &str| !city.is_empty() && name == city;
    if cities && here != there && !contains {
        scale.put(Sign::GroupDifferent, -3.5);
    } else if cities && here != there {
        scale.put(Sign::GroupDifferent, -1.0);
    } else if contains || in_city(&one, &there) || in_city(&other, &here) {
        scale.put(Sign::GroupSame, 1.5);
    } else if one.is_empty() && other.is_empty() && cities && here == there {
        scale.put(Sign::GroupSame, 1.0);
    } else if named {
        scale.put(
            Sign::GroupDifferent,
            if here == there && cities { -0.5 } else { -1.5 },
        );
    }
}

/// A group's name without what many have in theirs: PyIbadan and Python Usergroup Ibadan are "ibadan".
pub fn bare(group: &str) -> String {
    const SHARED: &[&str] = &[
        "python",
        "pythonistas",
        "usergroup",
        "user",
        "users",
        "group",
        "meetup",
        "meetups",
        "pug",
        "django",
        "py",
        "pyug",
        "the",
        "of",
        "community",
        "channel",
        "sample",
        "grupo",
        "groupe",
        "gruppe",
        "stammtisch",
        "de",
        "usuarios",
        "official",
        "tv",
        "videos",
    ];
    let pieces = pieces(&fold(group))
        .into_iter()
        .filter_map(|piece| match piece {
            Piece::Word(word) if SHARED.contains(&word.as_str()) => None,
            Piece::Word(word) => {
                let rest = word.strip_prefix("py").filter(|rest| rest.len() > 2);
                Some(short_umlauts(rest.unwrap_or(&word)))
            }
            Piece::Run(run) => Some(run),
            Piece::Number(_) => None,
        });
    pieces.collect()
}

fn durations(scale: &mut Scale, a: &Traits, b: &Traits) {
    let (Some(one), Some(other)) = (a.duration_s, b.duration_s) else {
        return;
    };
    let (short, long) = (one.min(other) as f64, one.max(other) as f64);
    // A minute and less is no talk's length but a mistake, or too short to tell anything.
    if short < 61.0 {
        return;
    }
    match (long - short) / long {
        share if share <= 0.005 || long - short <= 3.0 => scale.put(Sign::DurationSame, 3.0),
        share if share <= 0.02 => scale.put(Sign::DurationSame, 2.2),
        share if share <= 0.06 => scale.put(Sign::DurationNear, 0.8),
        share if share <= 0.15 => scale.put(Sign::DurationDifferent, -1.0),
        share if share <= 0.35 => scale.put(Sign::DurationDifferent, -2.5),
        _ => scale.put(Sign::DurationDifferent, -4.0),
    }
}

fn people(scale: &mut Scale, a: &Traits, b: &Traits) {
    let names = |thing: &Traits| -> Vec<BTreeSet<String>> {
        let words = |name: &String| {
            pieces(&fold(name))
                .into_iter()
                .filter_map(|piece| match piece {
                    Piece::Word(text) => Some(short_umlauts(&text)),
                    Piece::Run(text) => Some(text),
                    Piece::Number(_) => None,
                })
                .collect::<BTreeSet<_>>()
        };
        let names = thing.people.iter().map(words);
        names.filter(|words| !words.is_empty()).collect()
    };
    let (one, other) = (names(a), names(b));
    if one.is_empty() || other.is_empty() {
        return;
    }
    // Family name first or last, with or without the second name.
    let met = one.iter().any(|name| {
        other
            .iter()
            .any(|known| name.is_subset(known) || known.is_subset(name))
    });
    let touch = one
        .iter()
        .any(|name| other.iter().any(|known| !name.is_disjoint(known)));
    match (met, touch) {
        (true, _) => scale.put(Sign::PeopleSame, 1.5),
        (_, true) => {}
        _ => scale.put(Sign::PeopleDifferent, OTHERS),
    }
}

fn pictures(scale: &mut Scale, a: &Traits, b: &Traits) {
    let (Some(one), Some(other)) = (a.picture_hash, b.picture_hash) else {
        return;
    };
    match picture::apart(one, other) {
        Some(0..=5) => scale.put(Sign::PictureSame, 3.0),
        Some(6..=10) => scale.put(Sign::PictureSame, 1.5),
        _ => {} // thumbnails of one video differ from site to site
    }
}
