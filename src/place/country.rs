//! Countries by ISO 3166-1 alpha-2 and XK, named as people name them in our languages.
//!
//! The names are the Unicode CLDR's (48.2, Unicode License v3); `src/place/places.py` makes the table.

use super::fold::fold;
use std::sync::LazyLock;

const TABLE: &str = include_str!("countries.tsv");

/// The languages that the table has, in the order of its columns.
const LANGUAGES: [&str; 4] = ["en", "es", "fr", "ja"];

static COUNTRIES: LazyLock<Vec<Country>> =
    LazyLock::new(|| TABLE.lines().skip(1).filter_map(row).collect());

/// A country's code and its names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Country {
    /// Two capital letters. Kosovo's XK is not ISO's, but what everybody uses.
    pub code: &'static str,
    names: [&'static str; LANGUAGES.len()],
}

impl Country {
    /// The name in a language (BCP 47); in English where the table has not got that language.
    pub fn name(&self, language: &str) -> &'static str {
        let base = language.split(['-', '_']).next().unwrap_or_default();
        let column = LANGUAGES
            .iter()
            .position(|known| known.eq_ignore_ascii_case(base));
        self.names[column.unwrap_or(0)]
    }
}

/// Every country, in the order of the names in a language.
pub fn all(language: &str) -> Vec<Country> {
    let mut all = COUNTRIES.clone();
    all.sort_by_cached_key(|country| fold(country.name(language)));
    all
}

/// The country with this code, in either case.
pub fn find(code: &str) -> Option<Country> {
    let code = code.trim().to_ascii_uppercase();
    let at = COUNTRIES.binary_search_by(|country| country.code.cmp(&code));
    at.ok().map(|at| COUNTRIES[at])
}

/// A code's name in a language; the code itself where it is unknown.
pub fn country_name(code: &str, language: &str) -> String {
    find(code)
        .map_or(code, |country| country.name(language))
        .to_owned()
}

fn row(line: &'static str) -> Option<Country> {
    let (code, rest) = line.split_once('\t')?;
    let mut names = rest.split('\t');
    let names = [names.next()?, names.next()?, names.next()?, names.next()?];
    Some(Country { code, names })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_as_people_say_them() {
        for (code, language, name) in [
            ("BO", "en", "Bolivia"),
            ("gb", "en", "United Kingdom"),
            ("DZ", "fr", "Algérie"),
            ("us", "es", "Estados Unidos"),
            ("DE", "ja", "ドイツ"),
            ("HK", "en", "Hong Kong"),
            ("hk", "ja", "香港"),
            ("XK", "fr", "Kosovo"),
            ("CD", "en", "Congo (DRC)"),
            ("TW", "en", "Taiwan"),
            ("PS", "es", "Palestina"),
            ("MX", "es-MX", "México"),
            ("CI", "fr_FR", "Côte d’Ivoire"),
            ("JP", "JA-JP", "日本"),
            ("JP", "de", "Japan"),
            ("JP", "", "Japan"),
            ("xx", "en", "xx"),
            ("", "ja", ""),
            ("東京", "ja", "東京"),
        ] {
            assert_eq!(country_name(code, language), name, "{code} {language}");
        }
    }

    #[test]
    fn every_code_has_every_name() {
        assert_eq!(COUNTRIES.len(), 250);
        assert_eq!(TABLE.lines().count(), 251);
        assert_eq!(TABLE.lines().next(), Some("code\ten\tes\tfr\tja"));
        assert!(COUNTRIES.is_sorted_by(|one, next| one.code < next.code));
        for country in COUNTRIES.iter() {
            assert_eq!(country.code.len(), 2);
            assert!(
                country.names.iter().all(|name| !name.trim().is_empty()),
                "{country:?}"
            );
        }
    }

    #[test]
    fn accents_do_not_change_the_order() {
        let spanish: Vec<&str> = all("es").iter().map(|country| country.name("es")).collect();
        let at = |name| spanish.iter().position(|known| *known == name).unwrap();
        assert!(at("Afganistán") < at("Alemania"));
        assert!(at("Emiratos Árabes Unidos") < at("España"));
        assert!(at("Omán") < at("Países Bajos"));
        assert!(at("Austria") < at("Zimbabue"));
    }
}
