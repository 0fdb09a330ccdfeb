//! Journals: an OAI-PMH 2.0 archive (openarchives.org) harvested within bounds, or one article's page
//! by its `citation_` names (Google Scholar's, as journals write them).

use super::{Found, Source, text, web};
use crate::html::plain;
use crate::licence::Licence;
use jiff::civil::Date;
use url::Url;

mod answer;
mod article;
mod harvest;

pub use answer::{Answer, Record, read};
pub use article::article;
pub(super) use harvest::all;
pub use harvest::{Harvest, Harvested, harvest};

/// Whether an address looks like an archive's, though what it answers a browser is a page.
pub(super) fn may_be_archive(address: &Url) -> bool {
    let mut last = address.path_segments().into_iter().flatten();
    last.any(|part| part.eq_ignore_ascii_case("oai") || part.eq_ignore_ascii_case("oai2"))
        || address.query_pairs().any(|(name, _)| name == "verb")
}

/// A record as one article, or why it is none.
///
/// # Errors
/// One line on what is missing.
pub fn record_of(record: &Record, source: &Source) -> Result<Found, &'static str> {
    if record.deleted {
        return Err("deleted there");
    }
    let all = |name: &'static str| {
        let of_name = record
            .elements
            .iter()
            .filter(move |(element, _)| element == name);
        of_name.map(|(_, words)| words.as_str())
    };
    let page = |words: &str| {
        let is_whole = words.starts_with("http://") || words.starts_with("https://");
        web(words, &Url::parse(words).ok().filter(|_| is_whole)?)
    };
    let title = text(all("title").next().map(plain)).ok_or("without a title")?;
    let landing = all("identifier")
        .find_map(page)
        .ok_or("without a page of its own")?;
    Ok(Found {
        canonical: landing,
        origin: "oai".into(),
        kind: "article".into(),
        title: Some(title),
        description: text(all("description").next().map(plain)),
        author: Some(source.title.clone()),
        published_on: all("date").find_map(day),
        language: all("language").find_map(language),
        guid: Some(record.identifier.clone()).filter(|id| !id.is_empty()),
        licence: all("rights").find_map(|said| {
            Licence::from_address(&plain(said)).or_else(|| Licence::from_address(said))
        }),
        people: all("creator").filter_map(person).collect(),
        document: all("relation").find_map(page),
        citation: text(all("source").find(|words| words.contains(';')).map(plain)),
        source: Some(source.clone().into()),
        ..Found::default()
    })
}

/// A person's name without the affiliation behind `;` or in brackets, the family name last.
fn person(words: &str) -> Option<String> {
    let words = plain(words);
    let name = words
        .split([';', '(', '['])
        .next()
        .unwrap_or_default()
        .trim();
    let name = match name.split_once(',') {
        Some((family, given)) if !given.contains(',') => {
            format!("{} {}", given.trim(), family.trim())
        }
        _ => name.to_owned(),
    };
    text(Some(name))
}

/// `2014-11-30`, `2014/11/30`, `2014-11` or `2014`.
fn day(words: &str) -> Option<Date> {
    let mut parts = words
        .trim()
        .split(['-', '/', 'T'])
        .map(|part| part.parse::<i16>().ok());
    let year = parts.next()??;
    let small = |part: Option<Option<i16>>| i8::try_from(part.flatten().unwrap_or(1)).ok();
    Date::new(year, small(parts.next())?, small(parts.next())?).ok()
}

/// ISO 639's three letters, as Open Journal Systems writes them, as BCP 47's two; a tag stays one.
fn language(words: &str) -> Option<String> {
    const LONG: &[(&str, &str)] = &[
        ("eng", "en"),
        ("deu", "de"),
        ("ger", "de"),
        ("fra", "fr"),
        ("fre", "fr"),
        ("spa", "es"),
        ("por", "pt"),
        ("ita", "it"),
        ("pol", "pl"),
        ("rus", "ru"),
        ("jpn", "ja"),
        ("zho", "zh"),
        ("chi", "zh"),
        ("ara", "ar"),
        ("ind", "id"),
        ("ukr", "uk"),
        ("tur", "tr"),
        ("fas", "fa"),
        ("per", "fa"),
    ];
    let words = words.trim();
    let long = LONG.iter().find(|(long, _)| *long == words);
    let tag = long.map_or(words, |(_, short)| short);
    let is_tag = tag.len() <= 35
        && tag
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    (is_tag && !tag.is_empty()).then(|| tag.replace('_', "-"))
}
