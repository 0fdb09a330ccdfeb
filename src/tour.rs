//! The world tour: once a month the postcards of its entries become one episode, with a chapter for each voice.
//!
//! A tour is a submission like any other: it lies before the editors with its sound, and one of them publishes it. Its
//! voices are joined from the files that were sent, in the order of their entries; the same voices give the same bytes.
//! One that is taken back is in it no more: the tour is silent until it is joined again without it.

use crate::app::App;
use crate::db::enclosure::Enclosure;
use crate::db::listing::{Changed, changed};
use crate::db::mastering::Mastering;
use crate::db::tour::Stop;
use crate::db::{self, Tx};
use crate::model::clock::timestamp;
use crate::model::entry::Entry;
use crate::model::submission::{Medium, Submission};
use crate::model::task::Step;
use crate::model::{MediumId, SubmissionId};
use crate::{pipeline, queue};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};
use jobs::chapter::{Chapter, Place};
use jobs::licence::Licence;
use std::fmt;
use url::Url;

/// The door that tours come in by, and the provider of their sound.
pub const DOOR: &str = "tour";
const DAY_MS: i64 = 24 * 60 * 60 * 1000;
/// One voice alone is no tour.
const LEAST: usize = 2;

/// A month, as `2026-11` writes it. It begins and ends in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month(Date);

impl Month {
    /// The month of this writing.
    pub fn from_text(text: &str) -> Option<Month> {
        let first: Date = format!("{text}-01").parse().ok()?;
        (text.len() == 7).then_some(Month(first))
    }

    /// The month that goes on.
    pub fn this(now: Timestamp) -> Month {
        Month(TimeZone::UTC.to_datetime(now).date().first_of_month())
    }

    /// The last month that is over.
    pub fn last(now: Timestamp) -> Option<Month> {
        let before = Month::this(now).0.checked_sub(Span::new().months(1));
        before.ok().map(Month)
    }

    /// From its first millisecond to the first that is not in it.
    fn span(self) -> Option<(i64, i64)> {
        let next = self.0.checked_add(Span::new().months(1)).ok()?;
        let begins = |day: Date| {
            let begins = TimeZone::UTC.to_timestamp(day.at(0, 0, 0, 0)).ok()?;
            Some(begins.as_millisecond())
        };
        Some((begins(self.0)?, begins(next)?))
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.strftime("%Y-%m"))
    }
}

/// Why there is no tour.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is one of that month already.
    #[error("the world tour of {0} was made already")]
    Made(Month),
    /// Too few voices.
    #[error("{0} has {1} voices that can be heard; a world tour needs {LEAST}")]
    TooFew(Month, usize),
    /// The database.
    #[error(transparent)]
    Db(#[from] db::Error),
}

/// Lays the tour of a month before the editors; its sound comes with the jobs.
///
/// # Errors
/// `Made`, `TooFew`, what the database says.
pub async fn propose(app: &App, month: Month) -> Result<SubmissionId, Error> {
    let label = month.to_string();
    if db::tour::of_month(&app.db, &label).await?.is_some() {
        return Err(Error::Made(month));
    }
    let (from, until) = month.span().unwrap_or_default();
    let voices = db::tour::voices(&app.db, from, until).await?;
    if voices.len() < LEAST {
        return Err(Error::TooFew(month, voices.len()));
    }
    let submission = submission(app, month, licence(&voices));
    let medium = medium(app, &label);
    let mut tx = app.db.begin().await?;
    let form_key = format!("tour {label}");
    if !crate::intake::store(app, &mut tx, &submission, Vec::new(), &form_key, None).await? {
        return Err(Error::Made(month));
    }
    db::medium::add(&mut tx, &submission.id, &medium).await?;
    if !db::tour::add(&mut tx, &submission.id, &label, &voices, app.now()).await? {
        return Err(Error::Made(month));
    }
    tx.commit().await?;
    app.bell.ring();
    Ok(submission.id)
}

/// Lays the tour of the last month before the editors, once. A day after its end: what was published in its last hours
/// is mastered by then.
///
/// # Errors
/// What the database says.
pub async fn turn(app: &App) -> db::Result<()> {
    let a_day_ago = timestamp(app.now() - DAY_MS);
    let Some(month) = Month::last(a_day_ago) else {
        return Ok(());
    };
    match propose(app, month).await {
        Ok(id) => tracing::info!(submission = %id, %month, "a world tour was made"),
        Err(Error::Db(error)) => return Err(error),
        Err(Error::Made(_) | Error::TooFew(..)) => {}
    }
    Ok(())
}

/// The licence that all of them have, else none: nobody can give more than was given.
fn licence(voices: &[(MediumId, String)]) -> &str {
    let mut licences = voices.iter().map(|(_, licence)| licence.as_str());
    let first = licences.next().unwrap_or_default();
    match licences.all(|licence| licence == first) {
        true => first,
        false => Licence::AllRightsReserved.as_str(),
    }
}

fn submission(app: &App, month: Month, licence: &str) -> Submission {
    let showcase = &app.config.showcase;
    let blanks = [("month", app.text.month(month.0).into())];
    Submission {
        token: app.random.token(),
        door: DOOR.into(),
        title: app.text.with("tour-title", &blanks),
        words: app.text.with("tour-words", &blanks),
        group_name: showcase.name.clone(),
        sender_name: showcase.name.clone(),
        may_copy: 1,
        licence: licence.into(),
        ..Submission::blank(SubmissionId::mint(&app.clock, &app.random), app.now())
    }
}

fn medium(app: &App, month: &str) -> Medium {
    Medium {
        typed: month.into(),
        provider: DOOR.into(),
        kind: "audio".into(),
        provider_id: month.into(),
        // Its own: what shares an address is the same.
        canonical: format!("/podcast.xml#{month}"),
        ..Medium::unseen(MediumId::mint(&app.clock, &app.random))
    }
}

/// The chapters of a tour: who speaks where, with a picture of what they speak of.
///
/// # Errors
/// What the database says.
pub async fn chapters(app: &App, tour: &SubmissionId) -> db::Result<Vec<Chapter>> {
    let mut chapters = Vec::new();
    for stop in db::tour::stops(&app.db, tour).await? {
        let start = stop.start_ms.and_then(|ms| u64::try_from(ms).ok());
        if let Some(start) = start {
            chapters.push(chapter(app, &stop, start).await?);
        }
    }
    Ok(chapters)
}

async fn chapter(app: &App, stop: &Stop, start_ms: u64) -> db::Result<Chapter> {
    let place = app.text.place(&stop.city, stop.country.as_deref());
    let title = match place.is_empty() {
        true => format!("{}: {}", stop.group_name, stop.title),
        false => format!("{} ({place}): {}", stop.group_name, stop.title),
    };
    let address = |path: String| Url::parse(&format!("{}{path}", app.url)).ok();
    let geo = stop.latitude.zip(stop.longitude);
    Ok(Chapter {
        url: address(format!("/entries/{}", stop.slug)),
        image: picture(app, stop)
            .await?
            .and_then(|name| address(crate::web::picture_path(&name))),
        place: (!place.is_empty()).then(|| Place {
            name: place,
            geo: geo.map(|(north, east)| format!("geo:{north},{east}")),
        }),
        ..Chapter::new(start_ms, &title)
    })
}

/// The square picture of what a voice speaks of: its own, unless it was lent; else its card.
async fn picture(app: &App, stop: &Stop) -> db::Result<Option<String>> {
    let own = db::picture::of_submission(&app.db, &stop.submission_id, app.now()).await?;
    let mut own = own
        .into_iter()
        .filter(|picture| picture.keep_until.is_none());
    if let Some(own) = own.find(|picture| picture.used_as == "square") {
        return Ok(Some(own.name));
    }
    let mut cards = db::card::of_entry(&app.db, &stop.entry_id)
        .await?
        .into_iter();
    let square = cards.find(|card| card.used_as == "square" && card.extension == "jpg");
    Ok(square.map(|card| card.name))
}

/// What joining made of a tour's voices.
pub struct Joined {
    /// The voices that were in it when its joining began.
    pub expected: Vec<MediumId>,
    /// Those that were joined, each with the millisecond at which it starts.
    pub starts: Vec<(MediumId, i64)>,
    /// The whole.
    pub made: Mastering,
    /// Where it is heard until its words are put in front.
    pub heard: Enclosure,
}

/// Notes what was joined, unless the voices are others by now: then it is joined again.
///
/// # Errors
/// What the database says.
pub async fn save(
    app: &App,
    tx: &mut Tx,
    tour: &SubmissionId,
    joined: &Joined,
) -> db::Result<Option<Step>> {
    db::tour::clear_starts(tx, tour).await?;
    let now = db::tour::stops_in(tx, tour).await?;
    let now = now.into_iter().map(|stop| stop.medium_id);
    if !now.eq(joined.expected.iter().cloned()) {
        return Ok(Some(Step::Master));
    }
    for (medium, start) in &joined.starts {
        db::tour::set_start(tx, tour, medium, *start).await?;
    }
    db::mastering::save(tx, &joined.made).await?;
    db::enclosure::save(tx, &joined.heard, app.now()).await?;
    if let Some(entry) = db::entry::id_of_submission(tx, tour).await? {
        queue::push(app, tx, Step::Card, entry.as_str()).await?;
        changed(tx, Changed::Entry(&entry), app.now()).await?;
    }
    pipeline::note(app, tx, tour.as_str(), "job", "tour-joined", None).await?;
    Ok(None)
}

/// An entry went off the site or came back: the tours that its voice is in are joined again.
///
/// # Errors
/// What the database says.
pub async fn join_again(app: &App, tx: &mut Tx, submission: &SubmissionId) -> db::Result<()> {
    for tour in db::tour::with_any(tx, submission).await? {
        queue::push(app, tx, Step::Master, tour.as_str()).await?;
    }
    Ok(())
}

/// The picture or the words of an entry changed: the tours that lead to it say so too.
///
/// # Errors
/// What the database says.
pub async fn tell(app: &App, tx: &mut Tx, entry: &Entry) -> db::Result<()> {
    for tour in db::tour::published_with(tx, &entry.submission_id).await? {
        queue::push(app, tx, Step::Tag, tour.as_str()).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Catalogue;

    #[test]
    fn months_begin_and_end() {
        let month = Month::from_text("2026-02").unwrap();
        assert_eq!(month.to_string(), "2026-02");
        assert_eq!(Catalogue::new("en").month(month.0), "February 2026");
        let (from, until) = month.span().unwrap();
        assert_eq!((until - from) / 86_400_000, 28);
        let now: Timestamp = "2027-01-31T23:59:59Z".parse().unwrap();
        assert_eq!(Month::last(now).unwrap().to_string(), "2026-12");
        for text in ["2026-13", "2026-1", "2026-011", "", "soon"] {
            assert_eq!(Month::from_text(text), None, "{text}");
        }
    }
}
