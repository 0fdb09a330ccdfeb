//! Journals: an OAI-PMH 2.0 archive (openarchives.org) harvested within bounds, or one article's page
//! by its `citation_` names (Google Scholar's, as journals write them).

use super::feed::{self, MOST_ITEMS, in_order};
use super::{Findings, Found, Proposals, Providers, Source, page, text, web};
use crate::html::plain;
use crate::licence::Licence;
use crate::{Code, StepError};
use jiff::civil::Date;
use std::collections::HashSet;
use std::time::Instant;
use url::Url;

mod answer;
mod article;

pub use answer::{Answer, Record, read};
pub use article::article;

/// Pages of one archive asked for at most.
const MOST_PAGES: usize = 50;

/// Asks an archive for its articles, by the set that its address names.
///
/// # Errors
/// `Gone` where it has no records, `ProviderReply` where its answer cannot be read.
pub(super) async fn harvest(providers: &Providers, address: &Url) -> Result<Findings, StepError> {
    let (begun, (base, set)) = (Instant::now(), base_of(address));
    let name = ask(providers, &base, &[("verb", "Identify")]).await?.name;
    let host = base.host_str().unwrap_or_default().to_owned();
    let source = Source {
        provider: "journal".into(),
        address: base.to_string(),
        title: text(name).unwrap_or(host),
        link: base.as_str().strip_suffix("/oai").map(str::to_owned),
        author: None,
    };
    let mut first = vec![("verb", "ListRecords"), ("metadataPrefix", "oai_dc")];
    first.extend(set.as_deref().map(|set| ("set", set)));
    let mut answer = ask(providers, &base, &first).await?;
    if let Some(error) = answer.error {
        return Err(StepError::fail(
            Code::Gone,
            format!("the archive says {error}"),
        ));
    }
    let (mut found, mut skipped, mut seen) = (Vec::new(), Vec::new(), HashSet::new());
    for asked in 1.. {
        for record in &answer.records {
            match record_of(record, &source) {
                Ok(one) => found.push(one),
                Err(why) => skipped.push(format!("{}: {why}", named(record))),
            }
        }
        let Some(token) = answer.token else { break };
        let end = match () {
            () if found.len() >= MOST_ITEMS => format!("beyond the first {MOST_ITEMS} articles"),
            () if asked >= MOST_PAGES => format!("beyond {MOST_PAGES} pages"),
            // What was read by then is kept.
            () if begun.elapsed() >= providers.fetch.patience() => {
                "it answers too slowly".to_owned()
            }
            () if !seen.insert(token.clone()) => "the archive goes round in a circle".to_owned(),
            () => {
                let next = [("verb", "ListRecords"), ("resumptionToken", token.as_str())];
                match ask(providers, &base, &next).await {
                    Ok(Answer {
                        error: None,
                        records,
                        token,
                        ..
                    }) => {
                        answer = Answer {
                            records,
                            token,
                            ..Answer::default()
                        };
                        continue;
                    }
                    // What was read stays; a later look begins anew.
                    Ok(Answer { error, .. }) => error.unwrap_or_default(),
                    Err(error) if error.retry == crate::Retry::Never => error.detail,
                    Err(error) => return Err(error),
                }
            }
        };
        skipped.push(format!("the rest of the archive: {end}"));
        break;
    }
    if found.len() > MOST_ITEMS {
        skipped.push(format!(
            "{} more: beyond the first {MOST_ITEMS} articles",
            found.len() - MOST_ITEMS
        ));
        found.truncate(MOST_ITEMS);
    }
    if found.is_empty() {
        return Err(StepError::fail(
            Code::Gone,
            "the archive holds no article that can be read",
        ));
    }
    Ok(Findings::Many(Box::new(Proposals {
        source,
        items: in_order(found),
        skipped,
    })))
}

/// Whether an address looks like an archive's, though what it answers a browser is a page.
pub(super) fn may_be_archive(address: &Url) -> bool {
    let mut last = address.path_segments().into_iter().flatten();
    last.any(|part| part.eq_ignore_ascii_case("oai") || part.eq_ignore_ascii_case("oai2"))
        || address.query_pairs().any(|(name, _)| name == "verb")
}

/// An archive's base address, without what a question to it adds, and the set that was asked for.
fn base_of(address: &Url) -> (Url, Option<String>) {
    const QUESTION: &[&str] = &[
        "verb",
        "metadataPrefix",
        "resumptionToken",
        "identifier",
        "from",
        "until",
        "set",
    ];
    let pairs: Vec<(String, String)> = address.query_pairs().into_owned().collect();
    let set = pairs
        .iter()
        .find(|(name, _)| name == "set")
        .map(|(_, set)| set.clone());
    let own: Vec<_> = pairs
        .into_iter()
        .filter(|(name, _)| !QUESTION.contains(&name.as_str()))
        .collect();
    let mut base = address.clone();
    base.set_query(None);
    base.set_fragment(None);
    if !own.is_empty() {
        base.query_pairs_mut().extend_pairs(own);
    }
    (base, set.filter(|set| !set.is_empty()))
}

fn named(record: &Record) -> &str {
    match record.identifier.as_str() {
        "" => "a record without identifier",
        identifier => identifier,
    }
}

async fn ask(
    providers: &Providers,
    base: &Url,
    query: &[(&str, &str)],
) -> Result<Answer, StepError> {
    let mut url = base.clone();
    url.query_pairs_mut().extend_pairs(query);
    let reply = page::get(providers, &url).await?;
    page::apart(move || read(&feed::decoded(&reply.body, reply.content_type.as_deref())?)).await
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
        source: Some(source.clone()),
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
