//! How a language writes days, moments, numbers, sizes and places, after the Unicode CLDR.

use super::{Catalogue, pseudo};
use crate::model::clock::timestamp;
use crate::model::country;
use fluent_bundle::FluentValue;
use icu_calendar::Gregorian;
use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_datetime::FixedCalendarDateTimeFormatter as Formatter;
use icu_datetime::fieldsets::{YM, YMD, YMDE, YMDET};
use icu_datetime::input::{Date, DateTime, Time};
use icu_datetime::options::TimePrecision;
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_locale_core::Locale;
use icu_provider::DataError;
use intl_memoizer::Memoizable;
use intl_memoizer::concurrent::IntlLangMemoizer;
use jiff::civil;
use jiff::tz::TimeZone;
use unic_langid::LanguageIdentifier;

/// What a language writes with.
pub(super) struct Written {
    day: Formatter<Gregorian, YMDE>,
    date: Formatter<Gregorian, YMD>,
    month: Formatter<Gregorian, YM>,
    moment: Formatter<Gregorian, YMDET>,
    number: DecimalFormatter,
    order: CollatorBorrowed<'static>,
}

impl Written {
    pub(super) fn new(language: &LanguageIdentifier) -> Written {
        const HELD: &str = "its data are compiled in";
        let locale = locale(language);
        let moment = YMDET::medium().with_time_precision(TimePrecision::Minute);
        Written {
            day: Formatter::try_new(locale.clone().into(), YMDE::medium()).expect(HELD),
            date: Formatter::try_new(locale.clone().into(), YMD::long()).expect(HELD),
            month: Formatter::try_new(locale.clone().into(), YM::long()).expect(HELD),
            moment: Formatter::try_new(locale.clone().into(), moment).expect(HELD),
            number: DecimalFormatter::try_new(locale.clone().into(), Default::default())
                .expect(HELD),
            order: Collator::try_new(locale.into(), CollatorOptions::default()).expect(HELD),
        }
    }
}

/// English is read all over the world: its days are written as in Ireland, the day before the month, and its hours run
/// to 24.
fn locale(language: &LanguageIdentifier) -> Locale {
    let tag = match language.language.as_str() {
        "en" => "en-IE",
        other => other,
    };
    tag.parse().unwrap_or(Locale::UNKNOWN)
}

/// A country in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Country {
    /// Two capital letters.
    pub code: &'static str,
    /// Its name.
    pub name: String,
}

impl Catalogue {
    /// `Sat 14 Nov 2026`; what is no date stays as it is.
    pub fn day(&self, text: &str) -> String {
        let day = text.parse().ok().and_then(date);
        day.map_or(text.to_owned(), |day| {
            self.marked(self.0.written.day.format(&day))
        })
    }

    /// `14 November 2026`.
    pub fn date(&self, day: civil::Date) -> String {
        let day = date(day).map(|day| self.marked(self.0.written.date.format(&day)));
        day.unwrap_or_default()
    }

    /// `November 2026`, of any of its days.
    pub fn month(&self, day: civil::Date) -> String {
        let day = date(day).map(|day| self.marked(self.0.written.month.format(&day)));
        day.unwrap_or_default()
    }

    /// `Mon 23 Nov 2026, 17:42 UTC`, from stored milliseconds.
    pub fn moment(&self, ms: i64) -> String {
        let at = timestamp(ms).to_zoned_datetime(TimeZone::UTC);
        let (hour, minute) = (at.hour().unsigned_abs(), at.minute().unsigned_abs());
        let input = date(at.date()).zip(Time::try_new(hour, minute, 0, 0).ok());
        let written = input.map(|(date, time)| {
            let moment = DateTime { date, time };
            self.marked(self.0.written.moment.format(&moment))
        });
        format!("{} UTC", written.unwrap_or_default())
    }

    /// The day of stored milliseconds, in UTC: `Mon 23 Nov 2026`.
    pub fn day_of(&self, ms: i64) -> String {
        let at = timestamp(ms).to_zoned_datetime(TimeZone::UTC);
        self.day(&at.date().to_string())
    }

    /// A whole number, its digits grouped.
    pub fn number(&self, number: i64) -> String {
        self.0
            .written
            .number
            .format(&Decimal::from(number))
            .to_string()
    }

    /// A number of tenths: `34.1`.
    pub fn tenths(&self, tenths: i64) -> String {
        let mut number = Decimal::from(tenths);
        number.multiply_pow10(-1);
        let text = self.0.written.number.format(&number).to_string();
        text.replace('-', "−")
    }

    /// A file by its name and its size.
    pub fn file(&self, name: &str, bytes: i64) -> String {
        format!("{name} ({})", self.size(bytes))
    }

    /// A country's name; the code itself where it is unknown.
    pub fn country(&self, code: &str) -> String {
        self.marked(country::name_in(code, self.language()))
    }

    /// Every country, in the order of this language's alphabet.
    pub fn countries(&self) -> Vec<Country> {
        let named = |country: country::Country| Country {
            code: country.code,
            name: self.country(country.code),
        };
        let mut all: Vec<Country> = country::all().into_iter().map(named).collect();
        all.sort_by(|one, other| self.order(&one.name, &other.name));
        all
    }

    /// Which of two names comes first in this language's alphabet.
    pub fn order(&self, one: &str, other: &str) -> std::cmp::Ordering {
        self.0.written.order.compare(one, other)
    }

    /// City and country, whichever are known.
    pub fn place(&self, city: &str, country: Option<&str>) -> String {
        match (city, country) {
            ("", None) => String::new(),
            ("", Some(country)) => self.country(country),
            (city, None) => city.to_owned(),
            (city, Some(country)) => self.with(
                "place",
                &[
                    ("city", city.into()),
                    ("country", self.country(country).into()),
                ],
            ),
        }
    }

    fn size(&self, bytes: i64) -> String {
        let (key, size) = match bytes {
            ..1_000_000 => ("size-kb", self.number((bytes + 999) / 1000)),
            _ => ("size-mb", self.tenths((bytes + 50_000) / 100_000)),
        };
        self.with(key, &[("size", size.into())])
    }

    /// What was written without the catalogue bears the mark of the pseudo-language, too.
    fn marked(&self, written: impl ToString) -> String {
        let written = written.to_string();
        match self.language() {
            pseudo::TAG => pseudo::transform(&written).into_owned(),
            _ => written,
        }
    }
}

fn date(day: civil::Date) -> Option<Date<Gregorian>> {
    let (month, day_of_month) = (day.month().unsigned_abs(), day.day().unsigned_abs());
    Date::try_new_gregorian(day.year().into(), month, day_of_month).ok()
}

/// A number in a text: grouped where it is an amount.
pub(super) fn number(value: &FluentValue, memo: &IntlLangMemoizer) -> Option<String> {
    let FluentValue::Number(number) = value else {
        return None;
    };
    if !number.options.use_grouping || number.value.fract() != 0.0 {
        return None;
    }
    let whole = Decimal::from(number.value as i64);
    memo.with_try_get::<Digits, _, _>((), |digits| digits.0.format(&whole).to_string())
        .ok()
}

struct Digits(DecimalFormatter);

impl Memoizable for Digits {
    type Args = ();
    type Error = DataError;

    fn construct(language: LanguageIdentifier, (): ()) -> Result<Digits, DataError> {
        DecimalFormatter::try_new(locale(&language).into(), Default::default()).map(Digits)
    }
}
