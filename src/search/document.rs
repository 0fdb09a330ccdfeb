//! What an entry or a group is found by.

use crate::app::App;
use crate::db;
use crate::db::search::Document;
use crate::model::entry::Entry;
use crate::model::group::{Details, Group};
use crate::model::search::{GROUP, NO_COUNTRY, Place, choice};
use crate::model::{EntryId, GroupId, clock, country, language};
use jobs::chapter;
use jobs::text::hex;
use jobs::words;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

/// The languages in whose words a country is found: those of the pages.
const COUNTRY_NAMES: [&str; 4] = ["en", "es", "fr", "ja"];

/// Bytes of all words: PostgreSQL takes a megabyte of them. What goes beyond is not found by.
const MOST_BYTES: usize = 512 << 10;

/// Why something's words cannot be made.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The database.
    #[error(transparent)]
    Db(#[from] db::Error),
    /// A transcript in the store.
    #[error("cannot read what is said: {0}")]
    Store(String),
    /// The thread that made them.
    #[error("the reading ended: {0}")]
    Stopped(String),
}

/// What an entry on the site is found by; nothing where it is not there.
///
/// # Errors
/// What the database or the store says.
pub async fn of_entry(app: &App, id: &EntryId) -> Result<Option<Document>, Error> {
    let Some(entry) = db::entry::by_id(&app.db, id).await? else {
        return Ok(None);
    };
    let details = db::group::details(&app.db, &entry.group_id).await?;
    let chapters = chapters(app, &entry).await?;
    let said = said(app, &entry).await?;
    // Hours of talk are read for some hundred milliseconds: not on a thread that others wait for.
    let details = details.unwrap_or_default();
    let reading =
        tokio::task::spawn_blocking(move || entry_document(&entry, &details, &chapters, &said));
    let document = reading
        .await
        .map_err(|error| Error::Stopped(error.to_string()))?;
    Ok(Some(document))
}

/// What a group on the roster is found by; nothing where it is not there.
///
/// # Errors
/// What the database says.
pub async fn of_group(app: &App, id: &GroupId) -> db::Result<Option<Document>> {
    let group = db::group::by_id(&app.db, id).await?;
    let details = db::group::details(&app.db, id).await?;
    let (Some(group), Some(details)) = (group, details) else {
        return Ok(None);
    };
    if details.kind.as_deref() == Some("showcase") {
        return Ok(None);
    }
    Ok(Some(group_document(&group, &details)))
}

/// What an entry says, with its group, its chapters and what is said in it.
pub fn entry_document(
    entry: &Entry,
    details: &Details,
    chapters: &[String],
    said: &[String],
) -> Document {
    let mut words = Words::default();
    let country = entry.group_country.as_deref();
    let year = year(entry);
    let spoken = entry.language.as_deref().and_then(language::find);
    words.choose("is", "entry");
    words.choose("kind", entry.kind.as_str());
    words.choose("country", country.unwrap_or(NO_COUNTRY));
    words.choose("year", &year);
    if let Some(spoken) = spoken {
        words.choose("language", spoken);
    }
    for name in entry.people() {
        words.add(Place::Person.word(&words::key(name)));
        words.put(Place::Name, name);
        words.put(Place::Head, name);
    }
    words.put(Place::Head, &entry.title);
    words.put(Place::Head, &entry.group_name);
    words.put(Place::Head, &entry.group_city);
    for language in COUNTRY_NAMES {
        let name = country.map(|code| country::name_in(code, language));
        words.put(Place::Words, name.as_deref().unwrap_or_default());
    }
    words.put(Place::Words, details.region.as_deref().unwrap_or_default());
    words.put(Place::Words, &entry.plain());
    for chapter in chapters {
        words.put(Place::Words, chapter);
    }
    for said in said {
        words.put(Place::Said, said);
    }
    words.document(
        entry.id.as_str(),
        entry.published_at,
        entry.kind.as_str(),
        country,
        spoken,
        Some(year),
        entry.updated_at,
    )
}

/// What is known of a group.
pub fn group_document(group: &Group, details: &Details) -> Document {
    let mut words = Words::default();
    let country = group.country.as_deref();
    let spoken = group.language.as_deref().and_then(language::find);
    words.choose("is", GROUP);
    words.choose("country", country.unwrap_or(NO_COUNTRY));
    if let Some(spoken) = spoken {
        words.choose("language", spoken);
    }
    for language in COUNTRY_NAMES {
        let name = country.map(|code| country::name_in(code, language));
        words.put(Place::Detail, name.as_deref().unwrap_or_default());
    }
    words.put(Place::Group, &group.name);
    words.put(Place::Group, &group.city);
    for detail in [
        country,
        details.region.as_deref(),
        details.detail.as_deref(),
    ] {
        words.put(Place::Detail, detail.unwrap_or_default());
    }
    let made_at = made_at(&group.id);
    words.document(group.id.as_str(), made_at, GROUP, country, spoken, None, 0)
}

/// The year of the meeting, else of its publishing.
fn year(entry: &Entry) -> String {
    let met = entry.met_on.as_deref().and_then(|day| day.get(..4));
    match met.filter(|year| year.bytes().all(|byte| byte.is_ascii_digit())) {
        Some(year) => year.to_owned(),
        None => clock::timestamp(entry.published_at)
            .strftime("%Y")
            .to_string(),
    }
}

/// The time in a group's id (UUIDv7).
fn made_at(id: &GroupId) -> i64 {
    let digits: String = id.as_str().chars().filter(|c| *c != '-').take(12).collect();
    i64::from_str_radix(&digits, 16).unwrap_or_default()
}

/// The titles of the chapters that an entry's page shows.
async fn chapters(app: &App, entry: &Entry) -> db::Result<Vec<String>> {
    let mut chapters = chapter::typed(&entry.chapters);
    if chapters.is_empty() {
        for made in db::mastering::of_submission(&app.db, &entry.submission_id).await? {
            let own = made.chapters.unwrap_or_default();
            chapters.extend(chapter::from_json(own.as_bytes()).unwrap_or_default());
        }
    }
    Ok(chapters.into_iter().map(|chapter| chapter.title).collect())
}

/// What is said in an entry's recordings and videos, as its page gives it.
///
/// # Errors
/// What the database or the store says.
pub async fn said(app: &App, entry: &Entry) -> Result<Vec<String>, Error> {
    let mut said = Vec::new();
    for file in db::mastering::files_of(&app.db, &entry.submission_id).await? {
        if file.used_as != "txt" {
            continue;
        }
        let kept = app.store.get(&file.name).await;
        let kept = kept.map_err(|error| Error::Store(error.to_string()))?;
        said.extend(kept.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()));
    }
    Ok(said)
}

/// The words of one document.
#[derive(Default)]
struct Words {
    words: BTreeSet<String>,
    bytes: usize,
}

impl Words {
    fn put(&mut self, place: Place, text: &str) {
        for word in words::of(text) {
            self.add(place.word(&word.token));
        }
    }

    fn choose(&mut self, name: &str, value: &str) {
        self.add(choice(name, value));
    }

    fn add(&mut self, word: String) {
        if self.bytes + word.len() <= MOST_BYTES && !self.words.contains(&word) {
            self.bytes += word.len();
            self.words.insert(word);
        }
    }

    #[expect(clippy::too_many_arguments, reason = "a row has this many columns")]
    fn document(
        self,
        subject: &str,
        at: i64,
        kind: &str,
        country: Option<&str>,
        language: Option<&str>,
        year: Option<String>,
        made_of: i64,
    ) -> Document {
        let mut digest = Sha256::new();
        for word in &self.words {
            digest.update(word);
            digest.update(" ");
        }
        Document {
            subject: subject.to_owned(),
            at,
            kind: kind.to_owned(),
            country: country.unwrap_or(NO_COUNTRY).to_owned(),
            language: language.map(str::to_owned),
            year,
            version: words::VERSION,
            made_of,
            digest: hex(&digest.finalize()[..16]),
            words: self.words.into_iter().collect(),
        }
    }
}
