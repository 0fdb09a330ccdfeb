//! Countries, by ISO 3166-1 alpha-2.

use crate::place;
use isocountry::CountryCode;

/// A country's code and English short name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Country {
    /// Two capital letters.
    pub code: &'static str,
    /// The name.
    pub name: &'static str,
}

/// ISO gives it no code; this one of its user-assigned ones is what everybody uses.
const KOSOVO: Country = Country {
    code: "XK",
    name: "Kosovo",
};

/// Every country, by name.
pub fn all() -> Vec<Country> {
    let listed = CountryCode::iter().map(|&code| country(code));
    let mut all: Vec<Country> = listed.chain([KOSOVO]).collect();
    all.sort_by_key(|country| country.name);
    all
}

/// The country with this code, in either case.
pub fn find(code: &str) -> Option<Country> {
    let code = code.trim();
    if code.eq_ignore_ascii_case(KOSOVO.code) {
        return Some(KOSOVO);
    }
    CountryCode::for_alpha2_caseless(code).ok().map(country)
}

/// A code's name; the code itself where it is unknown.
pub fn name(code: &str) -> &str {
    find(code).map_or(code, |country| country.name)
}

/// A code's name in a language; in English where we do not have that one.
pub fn name_in(code: &str, language: &str) -> String {
    place::country_name(code, language)
}

fn country(code: CountryCode) -> Country {
    Country {
        code: code.alpha2(),
        name: plain(code.name()),
    }
}

/// ISO's "Bolivia (Plurinational State of)" is nobody's way of saying it.
fn plain(name: &'static str) -> &'static str {
    match name {
        "United Kingdom of Great Britain and Northern Ireland" => "United Kingdom",
        "United States of America" => "United States",
        "Russian Federation" => "Russia",
        "Viet Nam" => "Vietnam",
        "Taiwan, Province of China[a]" | "Taiwan, Province of China" => "Taiwan",
        "Tanzania, United Republic of" => "Tanzania",
        "Korea, Republic of" => "South Korea",
        "Côte d'Ivoire" => "Côte d’Ivoire",
        name => name.split_once(" (").map_or(name, |(short, _)| short),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_as_people_say_them() {
        assert_eq!(name("BO"), "Bolivia");
        assert_eq!(name("gb"), "United Kingdom");
        assert_eq!(name("ng"), "Nigeria");
        assert_eq!(name("xk"), "Kosovo");
        assert_eq!(name("xx"), "xx");
        assert!(all().len() > 240);
        assert!(
            all()
                .iter()
                .all(|country| !country.name.contains(['(', '['])),
            "{:?}",
            all()
        );
    }
}
