//! Countries, by ISO 3166-1 alpha-2, under their English names.

use crate::place;

/// A country's code and English name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Country {
    /// Two capital letters.
    pub code: &'static str,
    /// The name.
    pub name: &'static str,
}

/// Every country, by name.
pub fn all() -> Vec<Country> {
    place::country::all("en").into_iter().map(english).collect()
}

/// The country with this code, in either case.
pub fn find(code: &str) -> Option<Country> {
    place::country::find(code).map(english)
}

/// A code's name; the code itself where it is unknown.
pub fn name(code: &str) -> &str {
    find(code).map_or(code, |country| country.name)
}

/// A code's name in a language; in English where we do not have that one.
pub fn name_in(code: &str, language: &str) -> String {
    place::country_name(code, language)
}

fn english(country: place::country::Country) -> Country {
    Country {
        code: country.code,
        name: country.name("en"),
    }
}
