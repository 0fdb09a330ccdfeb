//! An archive's records, page by page (OAI-PMH 2.0, section 3.5): all of them, or what changed since a day.

use super::{Answer, Record, read, record_of};
use crate::provider::feed::{self, MOST_ITEMS, in_order};
use crate::provider::{Findings, Found, Proposals, Providers, Source, bounds, page, text};
use crate::{Code, Retry, StepError};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use std::time::Instant;
use url::Url;

/// Pages of one archive asked for in one go.
const MOST_PAGES: usize = 50;
/// Bytes of words after which no other page is asked for in one go.
const MOST_BYTES: usize = 64 << 20;
/// Pages of one harvest, over however many looks: an archive that goes on has no end.
const MOST_OF_ALL: usize = 2_000;

/// Where the harvest of an archive stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Harvest {
    /// The archive's own day (ISO 8601) when the last whole harvest began; only what changed since is asked for.
    pub since: Option<String>,
    /// A harvest that is not whole yet.
    pub open: Option<Open>,
}

/// A harvest that goes on at the next look.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Open {
    /// The archive's word for where to go on.
    pub token: String,
    /// Its own day when this harvest began.
    pub began: Option<String>,
    /// Pages read so far.
    pub pages: usize,
}

/// What a harvest brought.
#[derive(Clone, Debug, PartialEq)]
pub struct Harvested {
    /// The archive as it names itself, its articles, and what could not be read.
    pub many: Proposals,
    /// The identifiers of records that it says are deleted.
    pub deleted: Vec<String>,
    /// Where the next harvest begins.
    pub next: Harvest,
    /// What ended it early, where trying again can help.
    pub stopped: Option<StepError>,
}

/// Every article that the archive at this address holds, of the set that it names, within bounds.
///
/// # Errors
/// `Gone` where it has no records, `ProviderReply` where its answer cannot be read.
pub(in crate::provider) async fn all(
    providers: &Providers,
    address: &Url,
) -> Result<Findings, StepError> {
    let mut harvested = harvest(providers, address, None, &Harvest::default()).await?;
    if let Some(error) = harvested.stopped {
        return Err(error);
    }
    if let Some(open) = &harvested.next.open {
        let pages = open.pages;
        let beyond = match harvested.many.items.len() >= MOST_ITEMS {
            true => format!("beyond the first {MOST_ITEMS} articles"),
            false if pages >= MOST_PAGES => format!("beyond {MOST_PAGES} pages"),
            // What was read by then is kept.
            false => "it answers too slowly".to_owned(),
        };
        let line = format!("the rest of the archive: {beyond}");
        harvested.many.skipped.push(line);
    }
    let left = harvested.many.items.len().saturating_sub(MOST_ITEMS);
    if left > 0 {
        let line = format!("{left} more: beyond the first {MOST_ITEMS} articles");
        harvested.many.skipped.push(line);
        harvested.many.items.truncate(MOST_ITEMS);
    }
    if harvested.many.items.is_empty() {
        return Err(StepError::fail(
            Code::Gone,
            "the archive holds no article that can be read",
        ));
    }
    Ok(Findings::Many(Box::new(harvested.many)))
}

/// What the archive holds that the last harvest did not bring. `title` is what it is called, where that is known.
/// Ends after some pages or some time, with [`Harvest::open`] set, and goes on with the next call.
///
/// # Errors
/// `Gone` where the archive refuses the question, `ProviderReply` where its answer cannot be read.
pub async fn harvest(
    providers: &Providers,
    address: &Url,
    title: Option<&str>,
    from: &Harvest,
) -> Result<Harvested, StepError> {
    let begun = Instant::now();
    let (base, set) = base_of(address);
    let source = source(providers, &base, set.as_deref(), title).await?;
    let mut read = Reading::default();
    let mut open = from.open.clone();
    let mut answer = match &open {
        Some(left) => go_on(providers, &base, &left.token).await?,
        None => begin(providers, &base, set.as_deref(), from).await?,
    };
    if open.is_some() && answer.is("badResumptionToken") {
        open = None;
        answer = begin(providers, &base, set.as_deref(), from).await?;
    }
    match &answer.error {
        // Nothing changed since.
        Some(_) if answer.is("noRecordsMatch") && from.since.is_some() => {}
        Some(error) => {
            let detail = format!("the archive says {error}");
            return Err(StepError::fail(Code::Gone, detail));
        }
        None => {}
    }
    let began = match &open {
        Some(left) => left.began.clone(),
        None => answer.date.as_deref().and_then(day),
    };
    let mut pages = open.map_or(0, |left| left.pages);
    let (mut asked, mut seen) = (0, HashSet::new());
    let mut left = None;
    loop {
        read.take(&answer, &source);
        (asked, pages) = (asked + 1, pages + 1);
        let Some(token) = answer.token.take() else {
            break;
        };
        if pages >= MOST_OF_ALL {
            read.end(&format!("beyond {MOST_OF_ALL} pages"));
            break;
        }
        if !seen.insert(token.clone()) {
            read.end("the archive goes round in a circle");
            break;
        }
        let enough =
            read.found.len() >= MOST_ITEMS || read.bytes >= MOST_BYTES || asked >= MOST_PAGES;
        if enough || begun.elapsed() >= providers.fetch.patience() {
            left = Some(Open {
                token,
                began: began.clone(),
                pages,
            });
            break;
        }
        match go_on(providers, &base, &token).await {
            Ok(next) if next.error.is_none() => answer = next,
            // What was read stays; a later look begins anew.
            Ok(next) => {
                read.end(&next.error.unwrap_or_default());
                return Ok(read.harvested(
                    source,
                    Harvest {
                        open: None,
                        ..from.clone()
                    },
                ));
            }
            Err(error) if error.retry == Retry::Never => {
                read.end(&error.detail);
                return Ok(read.harvested(
                    source,
                    Harvest {
                        open: None,
                        ..from.clone()
                    },
                ));
            }
            // What was read is kept, and the next call asks for this page again.
            Err(error) => {
                read.stopped = Some(error);
                left = Some(Open {
                    token,
                    began: began.clone(),
                    pages,
                });
                break;
            }
        }
    }
    let next = match left {
        Some(open) => Harvest {
            since: from.since.clone(),
            open: Some(open),
        },
        None => Harvest {
            since: began.or_else(|| from.since.clone()),
            open: None,
        },
    };
    Ok(read.harvested(source, next))
}

/// What was read so far.
#[derive(Default)]
struct Reading {
    found: Vec<Found>,
    skipped: Vec<String>,
    deleted: Vec<String>,
    /// Bytes that its pages had.
    bytes: usize,
    stopped: Option<StepError>,
}

impl Reading {
    /// Takes what one page holds, no field longer than we keep.
    fn take(&mut self, answer: &Answer, source: &Source) {
        for record in &answer.records {
            self.bytes += record
                .elements
                .iter()
                .map(|(_, words)| words.len())
                .sum::<usize>();
            if record.deleted {
                self.deleted.push(bounds::guid(record.identifier.clone()));
            }
            match record_of(record, source).and_then(bounds::one_of) {
                Ok(one) => self.found.push(one),
                Err(why) => {
                    let name = bounds::guid(named(record).to_owned());
                    self.skipped.push(format!("{name}: {why}"));
                }
            }
        }
    }

    fn end(&mut self, why: &str) {
        self.skipped.push(format!("the rest of the archive: {why}"));
    }

    fn harvested(self, source: Source, next: Harvest) -> Harvested {
        Harvested {
            many: Proposals {
                source,
                items: in_order(self.found),
                skipped: self.skipped,
            },
            deleted: self.deleted,
            next,
            stopped: self.stopped,
        }
    }
}

impl Answer {
    fn is(&self, code: &str) -> bool {
        let error = self.error.as_deref().unwrap_or_default();
        error.split(':').next() == Some(code)
    }
}

async fn source(
    providers: &Providers,
    base: &Url,
    set: Option<&str>,
    title: Option<&str>,
) -> Result<Source, StepError> {
    let title = match title {
        Some(title) => title.to_owned(),
        None => {
            let name = ask(providers, base, &[("verb", "Identify")]).await?.name;
            text(name).unwrap_or_else(|| base.host_str().unwrap_or_default().to_owned())
        }
    };
    // Another set is another source.
    let mut address = base.clone();
    if let Some(set) = set {
        address.query_pairs_mut().append_pair("set", set);
    }
    Ok(Source {
        provider: "journal".into(),
        address: address.to_string(),
        title,
        link: base.as_str().strip_suffix("/oai").map(str::to_owned),
        author: None,
    })
}

async fn begin(
    providers: &Providers,
    base: &Url,
    set: Option<&str>,
    from: &Harvest,
) -> Result<Answer, StepError> {
    let mut question = vec![("verb", "ListRecords"), ("metadataPrefix", "oai_dc")];
    question.extend(set.map(|set| ("set", set)));
    question.extend(from.since.as_deref().map(|day| ("from", day)));
    ask(providers, base, &question).await
}

async fn go_on(providers: &Providers, base: &Url, token: &str) -> Result<Answer, StepError> {
    let question = [("verb", "ListRecords"), ("resumptionToken", token)];
    ask(providers, base, &question).await
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

/// The day of a moment: every archive knows days, and not every one seconds.
fn day(moment: &str) -> Option<String> {
    let day: jiff::civil::Date = moment.get(..10)?.parse().ok()?;
    Some(day.to_string())
}

fn named(record: &Record) -> &str {
    match record.identifier.as_str() {
        "" => "a record without identifier",
        identifier => identifier,
    }
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
