//! Records of pyvideo.org: a talk a record, with every copy of it.
//!
//! They come as lines of JSON that name their path and event, or as the files of a checkout of pyvideo/data.

use super::{MOST_BYTES, MOST_ROWS, Note, Row, Unreadable, cut, kept, key, line, name, text};
use crate::licence::Licence;
use crate::link::Link;
use jiff::civil::Date;
use serde_json::{Map, Value};

mod copies;
mod words;

/// Bytes of one record.
const MOST_RECORD: usize = 1 << 20;
/// Characters of a title or name.
const MOST_NAME: usize = 200;
/// People of one talk.
const MOST_PEOPLE: usize = 50;
/// Seconds of a talk: what says more counted something else.
const LONGEST: f64 = 24.0 * 60.0 * 60.0;
/// Nobody spoke of Python before.
const FIRST_YEAR: i16 = 1991;

/// A talk as pyvideo knows it. What is missing there is missing here.
#[derive(Clone, Debug, PartialEq)]
pub struct Talk {
    /// Its file in pyvideo/data, or what stands for it.
    pub path: String,
    /// The event, as it is called there, with its year.
    pub event: String,
    /// The group: the event without its year.
    pub group: String,
    /// The group's city, where the list says so; may be empty.
    pub city: String,
    /// Two capital letters; whether ISO 3166 knows them is for the caller to say.
    pub country: Option<String>,
    /// Its title; may be empty.
    pub title: String,
    /// What it is about; may be empty.
    pub words: String,
    /// Pages that belong to it, each with a label where it has one.
    pub related: Vec<(String, String)>,
    /// Who speaks.
    pub people: Vec<String>,
    /// The day it was recorded.
    pub recorded_on: Option<Date>,
    /// Its length in whole seconds.
    pub duration_s: Option<u64>,
    /// BCP 47.
    pub language: Option<String>,
    /// Its licence, where it names one that we know; else all rights reserved.
    pub licence: Licence,
    /// Where it can be seen, as it was written and as we read it; what plays on our pages stands first.
    pub links: Vec<(String, Link)>,
}

/// What a list says of the event around a record.
#[derive(Clone, Debug, Default)]
pub struct Event {
    /// Its name.
    pub title: String,
    /// Its city.
    pub city: String,
    /// Its country's code.
    pub country: String,
}

/// Reads lines of JSON, each with `path`, `event_title`, `record` and, where known, `city` and `country`.
///
/// # Errors
/// What has more than we take.
pub fn read(bytes: &[u8]) -> Result<Vec<Row<Talk>>, Unreadable> {
    if bytes.len() > MOST_BYTES {
        return Err(Unreadable::TooLarge);
    }
    let mut rows = Vec::new();
    for (number, one) in bytes.split(|&byte| byte == b'\n').enumerate() {
        let one = one
            .strip_prefix(b"\xef\xbb\xbf")
            .unwrap_or(one)
            .trim_ascii();
        if one.is_empty() {
            continue;
        }
        if rows.len() == MOST_ROWS {
            return Err(Unreadable::TooLong);
        }
        rows.push(line_of(one, number + 1));
    }
    Ok(rows)
}

/// Reads one file of a checkout: `path` is its place there.
pub fn file(path: &str, event: &Event, bytes: &[u8]) -> Row<Talk> {
    match object(bytes) {
        Ok(record) => row(path, event, record),
        Err(why) => refused(path, path, why, bytes),
    }
}

/// The name that a `category.json` gives its event.
pub fn category(bytes: &[u8]) -> Option<String> {
    let title = name(object(bytes).ok()?.get("title")?.as_str()?);
    (!title.is_empty()).then_some(title)
}

fn line_of(bytes: &[u8], number: usize) -> Row<Talk> {
    // What cannot be read has no path; its own bytes tell it from others.
    let nameless = || key(&[&String::from_utf8_lossy(bytes)]);
    let mut whole = match object(bytes) {
        Ok(whole) => whole,
        Err(why) => return refused(&nameless(), &number.to_string(), why, bytes),
    };
    let Some(Value::Object(record)) = whole.remove("record") else {
        let why = Note::new("row-unreadable", "record");
        return refused(&nameless(), &number.to_string(), why, bytes);
    };
    let said = |field: &str| {
        whole
            .get(field)
            .and_then(Value::as_str)
            .map(name)
            .unwrap_or_default()
    };
    let path = Some(said("path"))
        .filter(|path| !path.is_empty())
        .unwrap_or_else(nameless);
    let event = Event {
        title: said("event_title"),
        city: said("city"),
        country: said("country"),
    };
    row(&path, &event, record)
}

fn object(bytes: &[u8]) -> Result<Map<String, Value>, Note> {
    if bytes.len() > MOST_RECORD {
        return Err(Note::new("row-too-large", (MOST_RECORD >> 20).to_string()));
    }
    let (text, _) = text(bytes);
    serde_json::from_str(&text).map_err(|error| Note::new("row-unreadable", error.to_string()))
}

fn refused(own: &str, title: &str, why: Note, bytes: &[u8]) -> Row<Talk> {
    Row {
        key: key(&[own]),
        title: title.to_owned(),
        notes: Vec::new(),
        body: kept(&String::from_utf8_lossy(
            &bytes[..bytes.len().min(MOST_RECORD)],
        )),
        same_as: None,
        what: Err(why),
    }
}

fn row(path: &str, event: &Event, mut record: Map<String, Value>) -> Row<Talk> {
    let mut notes = Vec::new();
    mend(&mut record, &mut notes);
    let what = talk(path, event, &record, &mut notes);
    let title = record.get("title").and_then(Value::as_str).map(name);
    let title = title.filter(|title| !title.is_empty());
    Row {
        key: key(&[path]),
        title: cut(&title.unwrap_or_else(|| path.to_owned()), MOST_NAME).0,
        notes,
        body: Value::Object(record).to_string(),
        same_as: None,
        what,
    }
}

/// A key such as `,duration` is what a hand wrote for `duration`.
fn mend(record: &mut Map<String, Value>, notes: &mut Vec<Note>) {
    let is_odd = |key: &&String| !key.trim_matches([',', ' ', ':']).eq(key.as_str());
    for odd in record.keys().filter(is_odd).cloned().collect::<Vec<_>>() {
        let plain = odd.trim_matches([',', ' ', ':']).to_owned();
        if !plain.is_empty()
            && record.get(&plain).is_none_or(Value::is_null)
            && let Some(value) = record.remove(&odd)
        {
            notes.push(Note::new("field-mended", &odd));
            record.insert(plain, value);
        }
    }
}

fn talk(
    path: &str,
    event: &Event,
    record: &Map<String, Value>,
    notes: &mut Vec<Note>,
) -> Result<Talk, Note> {
    let links = copies::read(record.get("videos"), notes)?;
    let said = |field: &str| {
        record
            .get(field)
            .and_then(Value::as_str)
            .unwrap_or_default()
    };
    let (title, whole) = cut(&name(said("title")), MOST_NAME);
    match (title.is_empty(), whole) {
        (true, _) => notes.push(Note::new("title-missing", "")),
        (_, false) => notes.push(Note::new("words-cut", said("title"))),
        _ => {}
    }
    let event_title = match event.title.is_empty() {
        true => name(said("category")),
        false => event.title.clone(),
    };
    if event_title.is_empty() {
        notes.push(Note::new("event-missing", path));
    }
    let event_title = cut(&event_title, MOST_NAME).0;
    let talk_words = words::read(record, notes);
    if talk_words.is_empty() {
        notes.push(Note::new("words-missing", ""));
    }
    Ok(Talk {
        path: path.to_owned(),
        group: without_year(&event_title),
        event: event_title,
        city: cut(&event.city, MOST_NAME).0,
        country: Some(event.country.to_uppercase()).filter(|code| code.len() == 2),
        title,
        related: words::related(record.get("related_urls"), notes),
        words: talk_words,
        people: people(record.get("speakers"), notes),
        recorded_on: day(record.get("recorded"), notes),
        duration_s: duration(record.get("duration"), notes),
        language: language(said("language"), notes),
        licence: licence(said("copyright_text"), notes),
        links,
    })
}

/// An event's name without the year it was held in: `PyCon FR 2024` and `Pyninsula (2019-2020)` are held again.
fn without_year(title: &str) -> String {
    let is_year = |word: &str| {
        let word = word.trim_matches(['(', ')', '\'', '’', ',', ':', '-', '–']);
        let parts: Vec<&str> = word.split(['-', '–', '/']).collect();
        let number = |part: &&str| part.bytes().all(|byte| byte.is_ascii_digit());
        let year =
            |part: &&str| part.len() == 4 && (part.starts_with("19") || part.starts_with("20"));
        !word.is_empty() && parts.iter().all(number) && parts.first().is_some_and(year)
    };
    let mut words: Vec<&str> = title.split_whitespace().collect();
    while words.len() > 1 && words.last().is_some_and(|word| is_year(word)) {
        words.pop();
    }
    if words.len() > 1 && is_year(words[0]) {
        words.remove(0);
    }
    words
        .join(" ")
        .trim_end_matches([',', ':', '-', '–', ' '])
        .to_owned()
}

fn people(said: Option<&Value>, notes: &mut Vec<Note>) -> Vec<String> {
    const NOBODY: [&str; 8] = [
        "various speakers",
        "various",
        "unknown",
        "unknown speaker",
        "multiple speakers",
        "anonymous",
        "n/a",
        "none",
    ];
    let mut people: Vec<String> = Vec::new();
    for person in said.and_then(Value::as_array).into_iter().flatten() {
        let Some(person) = person
            .as_str()
            .map(name)
            .filter(|person| !person.is_empty())
        else {
            continue;
        };
        if NOBODY.contains(&person.to_lowercase().as_str()) || people.len() == MOST_PEOPLE {
            notes.push(Note::new("people-unnamed", person));
        } else if !people.contains(&person) {
            people.push(cut(&person, MOST_NAME).0);
        }
    }
    people
}

fn day(said: Option<&Value>, notes: &mut Vec<Note>) -> Option<Date> {
    let said = said?.as_str().map(line).filter(|day| !day.is_empty())?;
    // A time without a zone says nothing about the day.
    let day = said.get(..10).and_then(|day| day.parse::<Date>().ok());
    let day = day.filter(|day| day.year() >= FIRST_YEAR);
    if day.is_none() {
        notes.push(Note::new("day-unreadable", said));
    }
    day
}

fn duration(said: Option<&Value>, notes: &mut Vec<Note>) -> Option<u64> {
    let said = said.filter(|said| !said.is_null())?;
    let seconds = said.as_f64().or_else(|| said.as_str()?.trim().parse().ok());
    let seconds = seconds.filter(|seconds| (1.0..=LONGEST).contains(seconds));
    // Nought stands for not known.
    if seconds.is_none() && said.as_f64() != Some(0.0) && said.as_str() != Some("") {
        notes.push(Note::new("duration-unlikely", said.to_string()));
    }
    seconds.map(|seconds| seconds as u64)
}

/// ISO 639-3, and 639-2 where it differs, as BCP 47 has it.
fn language(said: &str, notes: &mut Vec<Note>) -> Option<String> {
    const CODES: &[(&str, &str)] = &[
        ("ara", "ar"),
        ("ben", "bn"),
        ("bul", "bg"),
        ("cat", "ca"),
        ("ces", "cs"),
        ("cze", "cs"),
        ("dan", "da"),
        ("deu", "de"),
        ("ger", "de"),
        ("ell", "el"),
        ("gre", "el"),
        ("eng", "en"),
        ("spa", "es"),
        ("est", "et"),
        ("eus", "eu"),
        ("fas", "fa"),
        ("per", "fa"),
        ("fin", "fi"),
        ("fra", "fr"),
        ("fre", "fr"),
        ("glg", "gl"),
        ("heb", "he"),
        ("hin", "hi"),
        ("hrv", "hr"),
        ("hun", "hu"),
        ("hye", "hy"),
        ("ind", "id"),
        ("isl", "is"),
        ("ita", "it"),
        ("jpn", "ja"),
        ("kat", "ka"),
        ("kor", "ko"),
        ("lit", "lt"),
        ("lav", "lv"),
        ("mkd", "mk"),
        ("msa", "ms"),
        ("nld", "nl"),
        ("dut", "nl"),
        ("nob", "nb"),
        ("nor", "nb"),
        ("pol", "pl"),
        ("por", "pt"),
        ("ron", "ro"),
        ("rum", "ro"),
        ("rus", "ru"),
        ("slk", "sk"),
        ("slo", "sk"),
        ("slv", "sl"),
        ("sqi", "sq"),
        ("srp", "sr"),
        ("swe", "sv"),
        ("swa", "sw"),
        ("tam", "ta"),
        ("tel", "te"),
        ("tha", "th"),
        ("tur", "tr"),
        ("ukr", "uk"),
        ("urd", "ur"),
        ("vie", "vi"),
        ("zho", "zh"),
        ("chi", "zh"),
        ("cmn", "zh"),
    ];
    let said = said.trim().to_lowercase();
    if said.is_empty() || said == "und" {
        return None;
    }
    let found = CODES
        .iter()
        .find(|(three, two)| said == *three || said == *two);
    if found.is_none() {
        notes.push(Note::new("language-unknown", said));
    }
    found.map(|(_, two)| (*two).to_owned())
}

/// The licence that a record names, where its words mean one of those we know. A licence without its version, or a
/// country's own form of it, is none of them.
fn licence(said: &str, notes: &mut Vec<Note>) -> Licence {
    const KNOWN: &[(&str, Licence)] = &[
        (
            "creative commons attribution license (reuse allowed)",
            Licence::CcBy3,
        ),
        ("creative commons attribution license", Licence::CcBy3),
        ("creativecommon", Licence::CcBy3),
        ("cc by 3.0", Licence::CcBy3),
        ("cc by 4.0", Licence::CcBy4),
        ("cc by sa 4.0", Licence::CcBySa4),
        ("cc by nc 4.0", Licence::CcByNc4),
        ("cc by nc sa 4.0", Licence::CcByNcSa4),
        ("cc by nd 4.0", Licence::CcByNd4),
        ("cc by nc nd 4.0", Licence::CcByNcNd4),
        ("cc0", Licence::Cc0),
        ("cc0 1.0", Licence::Cc0),
        (
            "creative commons cc0 1.0 universal public domain dedication",
            Licence::Cc0,
        ),
        ("standard youtube license", Licence::AllRightsReserved),
        ("standard youtube licence", Licence::AllRightsReserved),
        ("youtube standard license", Licence::AllRightsReserved),
        (
            "https://www.youtube.com/t/terms",
            Licence::AllRightsReserved,
        ),
        ("youtube", Licence::AllRightsReserved),
        (
            "copyright belongs to the speaker",
            Licence::AllRightsReserved,
        ),
        (
            "no license (all rights reserved)",
            Licence::AllRightsReserved,
        ),
        ("all rights reserved", Licence::AllRightsReserved),
        ("", Licence::AllRightsReserved),
    ];
    if let Some(known) = Licence::from_address(said) {
        return known;
    }
    let plain = line(said).to_lowercase();
    let plain = plain.trim_end_matches('.');
    let spelt = match plain.starts_with("cc") {
        true => plain.replace('-', " "),
        false => plain.to_owned(),
    };
    let known = KNOWN
        .iter()
        .find(|(words, _)| *words == plain || *words == spelt);
    known.map_or_else(
        || {
            notes.push(Note::new("licence-unknown", said));
            Licence::AllRightsReserved
        },
        |(_, licence)| *licence,
    )
}

#[cfg(test)]
mod tests;
