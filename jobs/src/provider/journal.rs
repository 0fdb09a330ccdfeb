//! Journals: an OAI-PMH 2.0 archive (openarchives.org) harvested within bounds, or one article's page
//! by its `citation_` names (Google Scholar's, as journals write them).

use super::feed::{self, MOST_ITEMS, in_order};
use super::html::plain;
use super::{Findings, Found, Proposals, Providers, Source, html, page, text, web};
use crate::licence::Licence;
use crate::{Code, StepError};
use jiff::civil::Date;
use quick_xml::NsReader;
use quick_xml::events::Event;
use quick_xml::name::{Namespace, ResolveResult};
use scraper::{Html, Selector};
use std::collections::HashSet;
use std::time::{Duration, Instant};
use url::Url;

/// Time for all of an archive; what was read by then is kept.
const PATIENCE: Duration = Duration::from_secs(180);
/// Pages of one archive asked for at most.
const MOST_PAGES: usize = 50;
const DC: Namespace<'static> = Namespace("http://purl.org/dc/elements/1.1/");

/// One answer of an archive.
#[derive(Debug, Default, PartialEq)]
pub struct Answer {
    /// The archive's name, where it was asked for.
    pub name: Option<String>,
    /// Its records.
    pub records: Vec<Record>,
    /// Where to go on; an empty token is an end.
    pub token: Option<String>,
    /// `code: words` of its error.
    pub error: Option<String>,
}

/// A record as it stands: its header, and Dublin Core's elements in order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Record {
    /// The OAI identifier.
    pub identifier: String,
    /// It is no longer there: a header without metadata.
    pub deleted: bool,
    /// Element and content, empty ones left out.
    pub elements: Vec<(String, String)>,
}

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
            () if begun.elapsed() >= PATIENCE => "it answers too slowly".to_owned(),
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

/// Reads one answer; opens nothing that it names.
///
/// # Errors
/// `ProviderReply` where it is no OAI-PMH answer.
pub fn read(xml: &str) -> Result<Answer, StepError> {
    let odd =
        |what: String| StepError::fail(Code::ProviderReply, format!("the archive answers {what}"));
    let mut reader = NsReader::from_str(xml.trim_start_matches('\u{feff}').trim_start());
    reader.config_mut().expand_empty_elements = true;
    let mut answer = Answer::default();
    let mut record: Option<Record> = None;
    let (mut is_oai, mut said, mut code) = (false, String::new(), String::new());
    loop {
        let (namespace, event) = reader
            .read_resolved_event()
            .map_err(|error| odd(format!("broken XML ({error})")))?;
        let is_dc = namespace == ResolveResult::Bound(DC);
        match event {
            Event::Start(start) | Event::Empty(start) => {
                said.clear();
                let attribute = |name: &str| {
                    let found = start.try_get_attribute(name).ok().flatten();
                    found
                        .map(|found| found.value.to_string())
                        .unwrap_or_default()
                };
                match start.local_name().as_ref() {
                    "OAI-PMH" => is_oai = true,
                    "record" => record = Some(Record::default()),
                    "header" => {
                        if let Some(record) = &mut record {
                            record.deleted = attribute("status") == "deleted";
                        }
                    }
                    "error" => code = attribute("code"),
                    _ => {}
                }
            }
            Event::Text(words) => said.push_str(&words.xml10_content()),
            Event::CData(words) => said.push_str(&words.xml10_content()),
            Event::GeneralRef(name) => match name.resolve_char_ref() {
                Ok(Some(c)) => said.push(c),
                _ => said
                    .push_str(quick_xml::escape::resolve_predefined_entity(&name).unwrap_or(" ")),
            },
            Event::End(end) => {
                let words = std::mem::take(&mut said).trim().to_owned();
                let name = end.local_name();
                match (name.as_ref(), &mut record) {
                    ("record", _) => answer.records.extend(record.take()),
                    ("identifier", Some(record)) if !is_dc => record.identifier = words,
                    (name, Some(record)) if is_dc && !words.is_empty() => {
                        record.elements.push((name.to_owned(), words));
                    }
                    ("resumptionToken", _) => {
                        answer.token = Some(words).filter(|token| !token.is_empty())
                    }
                    ("repositoryName", _) => answer.name = Some(words),
                    ("error", _) => answer.error = Some(format!("{code}: {words}")),
                    _ => {}
                }
            }
            Event::Eof if is_oai => return Ok(answer),
            Event::Eof => return Err(odd("no OAI-PMH".into())),
            _ => {}
        }
    }
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

/// An article's page, when it says that it is one.
pub fn article(html: &str, address: &Url) -> Option<Found> {
    let metas = Selector::parse("meta[name][content]").ok()?;
    let html = Html::parse_document(&html::head(html));
    let metas: Vec<(String, &str)> = html
        .select(&metas)
        .filter_map(|meta| {
            Some((
                meta.attr("name")?.to_ascii_lowercase(),
                meta.attr("content")?,
            ))
        })
        .collect();
    let all = |name: &'static str| {
        let of_name = metas.iter().filter(move |(known, _)| known == name);
        of_name
            .map(|(_, words)| *words)
            .filter(|words| !words.trim().is_empty())
    };
    let one = |name| text(all(name).next().map(plain));
    let title = one("citation_title")?;
    let journal = one("citation_journal_title")?;
    let volume = one("citation_volume").map(|volume| format!("Vol. {volume}"));
    let issue = one("citation_issue").map(|issue| format!("No. {issue}"));
    let pages = one("citation_firstpage").map(|first| match one("citation_lastpage") {
        Some(last) => format!("pp. {first}–{last}"),
        None => format!("p. {first}"),
    });
    let cited = [Some(journal.clone()), volume, issue, pages];
    let journal_page = address
        .as_str()
        .split("/article/")
        .next()
        .unwrap_or(address.as_str());
    Some(Found {
        canonical: address.to_string(),
        origin: "article-page".into(),
        kind: "article".into(),
        title: Some(title),
        description: one("citation_abstract").or_else(|| one("dc.description")),
        author: Some(journal.clone()),
        published_on: all("citation_date")
            .chain(all("citation_publication_date"))
            .find_map(day),
        language: all("citation_language").find_map(language),
        guid: Some(address.to_string()),
        people: all("citation_author").filter_map(person).collect(),
        document: all("citation_pdf_url").find_map(|document| web(document, address)),
        citation: Some(cited.into_iter().flatten().collect::<Vec<_>>().join(", ")),
        source: Some(Source {
            provider: "journal".into(),
            address: journal_page.to_owned(),
            title: journal,
            link: Some(journal_page.to_owned()),
            author: None,
        }),
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
