//! A roster as CSV: a group a row.

use super::{MOST_BYTES, MOST_ROWS, Note, Row, Unreadable, cut, kept, key, line, name, text};
use csv::{ByteRecord, ReaderBuilder};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

mod website;

/// Characters of a name or city.
const MOST_NAME: usize = 200;
/// Characters of what is said of it.
const MOST_DETAIL: usize = 2000;
/// The columns that we know; only the first must be there.
const COLUMNS: [&str; 11] = [
    "name",
    "city",
    "region",
    "country",
    "website",
    "kind",
    "defunct",
    "latitude",
    "longitude",
    "detail",
    "source",
];
/// What a column says where a group no longer meets, and where it does.
const YES: [&str; 5] = ["yes", "true", "1", "x", "defunct"];
const NO: [&str; 4] = ["", "no", "false", "0"];

/// A group as a roster names it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Group {
    /// Its name.
    pub name: String,
    /// Its city; empty when it has none.
    pub city: String,
    /// Two capital letters; whether ISO 3166 knows them is for the caller to say.
    pub country: Option<String>,
    /// State or province.
    pub region: Option<String>,
    /// http or https.
    pub website: Option<String>,
    /// `usergroup` or `pyladies`.
    pub kind: Option<String>,
    /// It no longer meets.
    pub defunct: bool,
    /// Degrees north, where the list says so of a city.
    pub latitude: Option<f64>,
    /// Degrees east.
    pub longitude: Option<f64>,
    /// What the list says of it.
    pub detail: Option<String>,
    /// Where the list has it from.
    pub origin: Option<String>,
}

impl Group {
    /// Why it is the same as another: its name, or its website. A website of many chapters in different places is no
    /// sign.
    pub fn same_as(&self, other: &Group) -> Option<&'static str> {
        let folded = |text: &str| line(text).to_lowercase();
        let equal = |one: &str, two: &str| folded(one) == folded(two);
        let (country, city) = (
            self.country == other.country,
            equal(&self.city, &other.city),
        );
        let region = self.region.is_some() && self.region == other.region;
        let no_city = self.city.is_empty() || other.city.is_empty();
        if country && equal(&self.name, &other.name) && (city || region && no_city) {
            return Some("same-name");
        }
        let same = self.page().is_some() && self.page() == other.page();
        (same && (equal(&self.name, &other.name) || country && city)).then_some("same-website")
    }

    /// Its website as it is compared: without scheme, `www.` and closing slash.
    pub fn page(&self) -> Option<String> {
        self.website.as_deref().map(website::fold)
    }

    /// Takes from another what this one does not say.
    pub fn fill(&mut self, other: &Group) {
        let placed = self.latitude.is_some();
        let or = |own: &mut Option<String>, others: &Option<String>| {
            if own.is_none() {
                own.clone_from(others);
            }
        };
        or(&mut self.region, &other.region);
        or(&mut self.website, &other.website);
        or(&mut self.kind, &other.kind);
        or(&mut self.detail, &other.detail);
        or(&mut self.origin, &other.origin);
        if !placed && self.city == other.city {
            (self.latitude, self.longitude) = (other.latitude, other.longitude);
        }
    }
}

/// The web address in what somebody typed for a group's website, mended where that is plain; nothing where there is
/// none, or an address for mail.
pub fn website(typed: &str) -> Option<String> {
    website::read(typed, &mut Vec::new())
}

/// Reads a roster.
///
/// # Errors
/// What is no CSV with a column `name`, or has more than we take.
pub fn read(bytes: &[u8]) -> Result<Vec<Row<Group>>, Unreadable> {
    if bytes.len() > MOST_BYTES {
        return Err(Unreadable::TooLarge);
    }
    let wide = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
    let decoded = wide.then(|| text(bytes).0.into_owned());
    let bytes = decoded.as_ref().map_or(bytes, |text| text.as_bytes());
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut reader = ReaderBuilder::new().flexible(true).from_reader(bytes);
    let unreadable = |error: csv::Error| Unreadable::Form(error.to_string());
    let heads = reader.byte_headers().map_err(unreadable)?;
    let heads: Vec<String> = heads
        .iter()
        .map(|head| line(&text(head).0).to_lowercase())
        .collect();
    if !heads.iter().any(|head| head == COLUMNS[0]) {
        let form = format!("its first line names no column “{}”", COLUMNS[0]);
        return Err(Unreadable::Form(form));
    }
    let mut rows = Vec::new();
    for record in reader.byte_records() {
        if rows.len() == MOST_ROWS {
            return Err(Unreadable::TooLong);
        }
        rows.push(row(&heads, &record.map_err(unreadable)?));
    }
    super::number(&mut rows);
    join(&mut rows);
    Ok(rows)
}

fn row(heads: &[String], record: &ByteRecord) -> Row<Group> {
    let mut notes = Vec::new();
    let mut cells: HashMap<&str, String> = HashMap::new();
    for (at, cell) in record.iter().enumerate() {
        let (cell, whole) = text(cell);
        if !whole {
            notes.push(Note::new("writing-mended", &*cell));
        }
        match heads
            .get(at)
            .map(String::as_str)
            .filter(|head| COLUMNS.contains(head))
        {
            Some(head) => {
                cells.entry(head).or_insert_with(|| cell.into_owned());
            }
            None if cell.trim().is_empty() => {}
            None => notes.push(Note::new("column-unknown", &*cell)),
        }
    }
    let cell = |head: &str| cells.get(head).map_or("", String::as_str).trim();
    let said: Vec<&str> = COLUMNS.iter().map(|head| cell(head)).collect();
    let what = if said.iter().all(|cell| cell.is_empty()) {
        Err(Note::new("row-empty", ""))
    } else {
        group(&cell, &mut notes)
    };
    let title = what
        .as_ref()
        .map_or_else(|_| name(cell("name")), |group| group.name.clone());
    Row {
        // The words on it may be mended from one list to the next: it stays the same row.
        key: key(&said[..6]),
        title: cut(&title, MOST_NAME).0,
        body: match &what {
            Ok(group) => serde_json::to_string(group).unwrap_or_default(),
            Err(_) => kept(&said.join(",")),
        },
        notes,
        same_as: None,
        what,
    }
}

fn group<'a>(cell: &impl Fn(&str) -> &'a str, notes: &mut Vec<Note>) -> Result<Group, Note> {
    let website = website::read(cell("website"), notes);
    let (mut own, mut defunct) = mended(cell("name"), notes);
    if own.is_empty() {
        let host = website.as_deref().and_then(website::host_alone);
        own = host.ok_or_else(|| Note::new("name-missing", cell("website")))?;
        notes.push(Note::new("name-by-website", &own));
    }
    let city = name(cell("city"));
    for text in [&own, &city] {
        if text.chars().count() > MOST_NAME {
            return Err(Note::new("name-too-long", text));
        }
    }
    let said = cell("defunct").to_lowercase();
    if YES.contains(&said.as_str()) {
        defunct = true;
    } else if !NO.contains(&said.as_str()) {
        notes.push(Note::new("value-unknown", cell("defunct")));
    }
    let (detail, whole) = cut(&name(cell("detail")), MOST_DETAIL);
    if !whole {
        notes.push(Note::new("words-cut", ""));
    }
    if !defunct && detail.to_lowercase().starts_with("(defunct)") {
        defunct = true;
        notes.push(Note::new("defunct-in-words", &detail));
    }
    let (latitude, longitude) = place(cell("latitude"), cell("longitude"), &city, notes).unzip();
    Ok(Group {
        name: own,
        country: country(cell("country"), notes)?,
        region: filled(cell("region")),
        kind: kind(cell("kind"), notes),
        detail: Some(detail).filter(|detail| !detail.is_empty()),
        origin: filled(cell("source")),
        city,
        website,
        defunct,
        latitude,
        longitude,
    })
}

/// The name without list marks and what is said of it; whether it says that the group is no more.
fn mended(said: &str, notes: &mut Vec<Note>) -> (String, bool) {
    let read = name(said);
    let mut own = read
        .trim_start_matches(['-', '*', '•', '–', ' '])
        .to_owned();
    let lower = own.to_lowercase();
    let at = lower.find("(defunct)").filter(|_| lower.len() == own.len());
    if let Some(at) = at {
        own.replace_range(at..at + "(defunct)".len(), " ");
        notes.push(Note::new("defunct-in-words", said));
    }
    let own = line(&own);
    // Two spaces for one are not worth a word.
    if at.is_none() && own != line(said) {
        notes.push(Note::new("name-mended", said));
    }
    (own, at.is_some())
}

fn country(said: &str, notes: &mut Vec<Note>) -> Result<Option<String>, Note> {
    if said.is_empty() {
        return Ok(None);
    }
    let code = said.to_uppercase();
    if code.len() != 2 || !code.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return Err(Note::new("country-unknown", said));
    }
    // ISO reserves it for the country that it calls GB.
    let code = if code == "UK" { "GB".to_owned() } else { code };
    if code != said {
        notes.push(Note::new("country-mended", said));
    }
    Ok(Some(code))
}

fn kind(said: &str, notes: &mut Vec<Note>) -> Option<String> {
    let kind = said.to_lowercase();
    let known = ["usergroup", "pyladies"].contains(&kind.as_str());
    if !known && !said.is_empty() {
        notes.push(Note::new("kind-unknown", said));
    }
    known.then_some(kind)
}

/// Coordinates of a group in a city. Those of a group without one are the middle of a country or a guess, and nobody
/// meets there.
fn place(latitude: &str, longitude: &str, city: &str, notes: &mut Vec<Note>) -> Option<(f64, f64)> {
    if latitude.is_empty() && longitude.is_empty() {
        return None;
    }
    let about = format!("{latitude} {longitude}");
    let degrees =
        |text: &str, most: f64| text.parse::<f64>().ok().filter(|value| value.abs() <= most);
    let place = degrees(latitude, 90.0).zip(degrees(longitude, 180.0));
    match place {
        None | Some((0.0, 0.0)) => notes.push(Note::new("place-unreadable", about)),
        Some(_) if city.is_empty() => notes.push(Note::new("place-of-no-city", about)),
        place => return place,
    }
    None
}

fn filled(said: &str) -> Option<String> {
    Some(cut(&name(said), MOST_NAME).0).filter(|text| !text.is_empty())
}

/// Notes which rows are the same group as an earlier one, which takes what it did not say itself.
fn join(rows: &mut [Row<Group>]) {
    // Rows of the same country or the same name only: a list of many thousands stays quick.
    let mut known: HashMap<String, Vec<usize>> = HashMap::new();
    for at in 0..rows.len() {
        let Ok(group) = rows[at].what.clone() else {
            continue;
        };
        if rows[at].same_as.is_some() {
            continue;
        }
        let pages = group.page().map(|page| format!("page {page}"));
        let names = Some(format!("name {}", line(&group.name).to_lowercase()));
        let places: Vec<String> = names.into_iter().chain(pages).collect();
        let earlier = places
            .iter()
            .filter_map(|place| known.get(place))
            .flatten()
            .copied();
        let same = earlier
            .filter_map(|earlier| {
                Some((earlier, group.same_as(rows[earlier].what.as_ref().ok()?)?))
            })
            .min();
        if let Some((first, why)) = same {
            let note = Note::new(why, &rows[first].title);
            rows[at].same_as = Some((first, note));
            if let Ok(first_group) = &mut rows[first].what {
                first_group.fill(&group);
                rows[first].body = serde_json::to_string(first_group).unwrap_or_default();
            }
            continue;
        }
        for place in places {
            known.entry(place).or_default().push(at);
        }
    }
}

#[cfg(test)]
mod tests;
