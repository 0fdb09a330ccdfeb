//! What an OAI-PMH archive answers, as it stands.

use crate::{Code, StepError};
use quick_xml::NsReader;
use quick_xml::events::Event;
use quick_xml::name::{Namespace, ResolveResult};

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
    /// When it answered, by its own clock (UTC, ISO 8601).
    pub date: Option<String>,
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
                    ("responseDate", _) => answer.date = Some(words),
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
