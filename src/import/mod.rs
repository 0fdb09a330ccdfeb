//! A list that somebody brings: each row is taken, joined, refused or waits for an editor, once for ever.
//!
//! Rows go in batches, a transaction each, with what they became: whoever kills the process finds whole batches, and
//! running it again goes on behind them.

use crate::app::App;
use crate::db::{self, Tx};
use crate::decision;
use crate::model::ImportId;
use crate::model::entry::Entry;
use crate::model::import::{Import, Kind, Outcome, Row};
use jobs::list::{self, Note, pyvideo, roster};
use jobs::provider::Source;

mod files;
mod group;
mod opml;
mod talk;

pub use files::{List, open};

/// Rows of one transaction.
const BATCH: usize = 50;

/// What a row says.
#[derive(Clone, Debug)]
pub enum Thing {
    /// A group of a roster.
    Group(Box<roster::Group>),
    /// A talk that pyvideo knows.
    Talk(Box<pyvideo::Talk>),
    /// A source of an OPML document.
    Source(Box<Source>),
}

/// What an import came to: every row is counted once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Rows of the list.
    pub total: usize,
    /// Rows that became something of ours.
    pub taken: usize,
    /// Rows that wait for an editor.
    pub waiting: usize,
    /// Rows of what we have already.
    pub joined: usize,
    /// Rows that cannot be taken.
    pub refused: usize,
    /// Rows that were seen to before.
    pub known: usize,
    /// What is to be said of single rows.
    pub remarks: Vec<Remark>,
}

/// A row that was joined or refused, or waits in spite of an editor's yes, or was mended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// Its number in the list, from 1.
    pub row: usize,
    /// What people call it.
    pub title: String,
    /// What became of it.
    pub outcome: Outcome,
    /// Why.
    pub reason: Option<Note>,
    /// What was mended or left out.
    pub notes: Vec<Note>,
}

impl Report {
    /// How many rows are seen to.
    pub fn done(&self) -> usize {
        self.taken + self.waiting + self.joined + self.refused + self.known
    }

    fn count(&mut self, outcome: Outcome) {
        match outcome {
            Outcome::Taken => self.taken += 1,
            Outcome::Waiting => self.waiting += 1,
            Outcome::Joined => self.joined += 1,
            Outcome::Refused => self.refused += 1,
        }
    }
}

/// What became of a row.
struct Became {
    outcome: Outcome,
    reason: Option<Note>,
    subject: Option<String>,
    /// What was left out on the way, beside what the reader noted.
    notes: Vec<Note>,
}

impl Became {
    fn new(outcome: Outcome, reason: Option<Note>, subject: Option<String>) -> Became {
        Became {
            outcome,
            reason,
            subject,
            notes: Vec::new(),
        }
    }
}

/// Sees to every row of a list. With an editor all that can be taken is taken, and it is they who decided.
/// `progress` is told after each batch.
///
/// # Errors
/// What the database says; the batches before are kept.
pub async fn run(
    app: &App,
    list: List,
    editor: Option<&str>,
    mut progress: impl FnMut(&Report),
) -> db::Result<Report> {
    let mut report = Report {
        total: list.rows.len(),
        ..Report::default()
    };
    let new = Import {
        id: ImportId::mint(&app.clock, &app.random),
        kind: list.kind,
        name: list.name,
        total: report.total as i64,
        started_at: app.now(),
        ended_at: None,
    };
    let mut tx = app.db.begin().await?;
    let import = db::import::find_or_make(&mut tx, &new, &list.digest).await?;
    tx.commit().await?;
    let mut next = 0;
    while next < list.rows.len() {
        let end = (next + BATCH).min(list.rows.len());
        let mut batch = Batch {
            app,
            tx: app.db.begin().await?,
            import: &import,
            editor,
            entries: Vec::new(),
        };
        for position in next..end {
            batch.see_to(&list.rows, position, &mut report).await?;
        }
        batch.commit().await?;
        next = end;
        progress(&report);
    }
    let mut tx = app.db.begin().await?;
    db::import::end(&mut tx, &import.id, app.now()).await?;
    tx.commit().await?;
    Ok(report)
}

/// Takes waiting rows of an import for an editor; says how many that were. Those that cannot be taken stay, and say
/// why.
///
/// # Errors
/// What the database says.
pub async fn take(app: &App, import: &Import, keys: &[String], editor: &str) -> db::Result<usize> {
    let mut batch = Batch {
        app,
        tx: app.db.begin().await?,
        import,
        editor: Some(editor),
        entries: Vec::new(),
    };
    let mut taken = 0;
    for key in keys {
        let row = db::import::row(&mut batch.tx, import.kind, key).await?;
        if let Some(row) =
            row.filter(|row| row.outcome == Outcome::Waiting && row.import_id == import.id)
        {
            let became = batch.take_stored(&row, editor).await?;
            taken += usize::from(became.outcome != Outcome::Waiting);
        }
    }
    batch.commit().await?;
    Ok(taken)
}

/// Rows of one transaction.
struct Batch<'a> {
    app: &'a App,
    tx: Tx,
    import: &'a Import,
    editor: Option<&'a str>,
    /// What it published.
    entries: Vec<Entry>,
}

impl Batch<'_> {
    async fn commit(self) -> db::Result<()> {
        self.tx.commit().await?;
        if !self.entries.is_empty() {
            self.app.bell.ring();
        }
        self.entries.iter().for_each(decision::accepted);
        Ok(())
    }

    async fn see_to(
        &mut self,
        rows: &[list::Row<Thing>],
        position: usize,
        report: &mut Report,
    ) -> db::Result<()> {
        let read = &rows[position];
        let stored = db::import::row(&mut self.tx, self.import.kind, &read.key).await?;
        let became = match (stored, self.editor) {
            (Some(row), Some(editor)) if row.outcome == Outcome::Waiting => {
                self.take_stored(&row, editor).await?
            }
            (Some(row), _) if row.outcome != Outcome::Refused || is_declined(&row) => {
                report.known += 1;
                return Ok(());
            }
            _ => self.see_first(rows, position).await?,
        };
        let notes: Vec<Note> = read.notes.iter().chain(&became.notes).cloned().collect();
        report.count(became.outcome);
        if became.reason.is_some() || !notes.is_empty() {
            report.remarks.push(Remark {
                row: position + 1,
                title: read.title.clone(),
                outcome: became.outcome,
                reason: became.reason,
                notes,
            });
        }
        Ok(())
    }

    /// A row that nobody saw before, or that was refused before.
    async fn see_first(
        &mut self,
        rows: &[list::Row<Thing>],
        position: usize,
    ) -> db::Result<Became> {
        let read = &rows[position];
        let mut laid = None;
        let mut joined_to = None;
        let same_as = match &read.same_as {
            Some((earlier, _)) if self.is_refused(&rows[*earlier].key).await? => None,
            same_as => same_as.as_ref(),
        };
        let mut became = match (&read.what, same_as) {
            (Err(why), _) => Became::new(Outcome::Refused, Some(why.clone()), None),
            (Ok(_), Some((earlier, why))) => {
                joined_to = Some(rows[*earlier].key.clone());
                Became::new(Outcome::Joined, Some(why.clone()), None)
            }
            (Ok(Thing::Talk(talk)), None) => {
                let (became, new) = talk::lay(self.app, &mut self.tx, self.import, talk).await?;
                laid = new;
                became
            }
            (Ok(Thing::Group(group)), None) => match group::fault(group) {
                Some(why) => Became::new(Outcome::Refused, Some(why), None),
                None => Became::new(Outcome::Waiting, None, None),
            },
            (Ok(Thing::Source(_)), None) => Became::new(Outcome::Waiting, None, None),
        };
        let notes = read.notes.iter().chain(&became.notes).map(Note::to_string);
        let row = Row {
            kind: self.import.kind,
            row_key: read.key.clone(),
            import_id: self.import.id.clone(),
            position: position as i64,
            title: read.title.clone(),
            outcome: became.outcome,
            reason: became.reason.as_ref().map(Note::to_string),
            notes: notes.collect::<Vec<_>>().join("\n"),
            subject: became.subject.clone(),
            joined_to,
            body: read.body.clone(),
        };
        db::import::put(&mut self.tx, &row).await?;
        if let (Outcome::Waiting, Some(editor)) = (became.outcome, self.editor) {
            let notes = std::mem::take(&mut became.notes);
            became = self.take_waiting(&row, laid, editor).await?;
            became.notes.extend(notes);
        }
        Ok(became)
    }

    /// Whether a row came to nothing: then the next that says the same is not joined to it.
    async fn is_refused(&mut self, key: &str) -> db::Result<bool> {
        let row = db::import::row(&mut self.tx, self.import.kind, key).await?;
        Ok(row.is_none_or(|row| row.outcome == Outcome::Refused && !is_declined(&row)))
    }

    async fn take_stored(&mut self, row: &Row, editor: &str) -> db::Result<Became> {
        let laid = match row.kind {
            Kind::Pyvideo => talk::stored(self.app, row).await?,
            Kind::Roster | Kind::Opml => None,
        };
        self.take_waiting(row, laid, editor).await
    }

    async fn take_waiting(
        &mut self,
        row: &Row,
        laid: Option<talk::Laid>,
        editor: &str,
    ) -> db::Result<Became> {
        let (app, tx) = (self.app, &mut self.tx);
        let became = match row.kind {
            Kind::Roster => group::take(app, tx, row, editor).await?,
            Kind::Opml => opml::take(app, tx, row, editor).await?,
            Kind::Pyvideo => {
                let (became, entry) = talk::take(app, tx, row, laid, editor).await?;
                self.entries.extend(entry);
                became
            }
        };
        let reason = became.reason.as_ref().map(Note::to_string);
        let subject = became.subject.as_deref();
        db::import::settle(
            &mut self.tx,
            row,
            became.outcome,
            reason.as_deref(),
            subject,
        )
        .await?;
        Ok(became)
    }
}

/// Whether it was an editor who said no: that stands, whatever the list says next time.
fn is_declined(row: &Row) -> bool {
    row.reason
        .as_deref()
        .is_some_and(|reason| Note::read(reason).code == "declined")
}
