//! Search: everything published is found by its words, on both databases alike.
//!
//! `document` says what an entry or a group is found by. Whoever changes one rings: [`ring_entry`], [`ring_group`];
//! `pipeline::index` then writes its words. [`run`] rings for what has none yet, as after an upgrade. [`find`] asks.
//!
//! Of what is found the best comes first by a rule that both databases can follow: all words in title and names, then
//! in the words, then in what is said; of one rank the newest first.

use crate::app::App;
use crate::db::{self, Tx};
use crate::model::entry::Entry;
use crate::model::search::{Ask, Wanted};
use crate::model::task::Step;
use crate::model::{EntryId, GroupId};
use crate::queue;
use crate::roster::{self, Standing};
use jobs::words::{self, Term};
use std::time::Duration;
use tokio_util::sync::CancellationToken;

pub mod document;

/// Entries or groups on one page.
pub const A_PAGE: i64 = 20;
/// Pages that one can leaf through.
pub const MOST_PAGES: i64 = 500;
/// Groups above the entries.
const FIRST_GROUPS: i64 = 5;
/// People above the entries.
const FIRST_PEOPLE: usize = 6;
/// Entries whose people are looked at.
const OF_ENTRIES: i64 = 60;
/// How often somebody looks for what has no words yet.
const EVERY: Duration = Duration::from_secs(60 * 60);
/// How long to wait until those that were rung for are done.
const PAUSE: Duration = Duration::from_millis(200);
/// Bells rung at once: what people send does not queue behind more of them.
const AT_ONCE: i64 = 200;

/// Rings for an entry whose words, names or transcript changed.
///
/// # Errors
/// What the database says.
pub async fn ring_entry(app: &App, tx: &mut Tx, entry: &EntryId) -> db::Result<()> {
    queue::push(app, tx, Step::Index, entry.as_str()).await
}

/// Rings for a group that is new or changed, and for its entries, which are found by its name and place as well.
///
/// # Errors
/// What the database says.
pub async fn ring_group(app: &App, tx: &mut Tx, group: &GroupId) -> db::Result<()> {
    queue::push(app, tx, Step::Index, group.as_str()).await?;
    for entry in db::search::entries_of(tx, group).await? {
        queue::push(app, tx, Step::Index, entry.as_str()).await?;
    }
    Ok(())
}

/// Rings for all that is not found by today's words, now and every hour until `stop` is called. A few at a time: a
/// process that dies meanwhile leaves what it did, and the next goes on with the rest.
pub async fn run(app: App, stop: CancellationToken) {
    loop {
        let filling = async {
            let mut behind = Some(Behind::default());
            while let Some(last) = behind {
                if db::polling::open(&app.db, Step::Index).await? < AT_ONCE / 2 {
                    behind = ring_stale(&app, &last).await?;
                } else {
                    behind = Some(last);
                    tokio::time::sleep(PAUSE).await;
                }
            }
            Ok::<(), db::Error>(())
        };
        tokio::select! {
            () = stop.cancelled() => return,
            filled = filling => if let Err(error) = filled {
                tracing::warn!(code = error.code(), %error, "cannot fill the index; trying again in an hour");
            }
        }
        tokio::select! {
            () = stop.cancelled() => return,
            () = tokio::time::sleep(EVERY) => {}
        }
    }
}

/// How far somebody has looked for what is not in the index.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Behind {
    group: String,
    entry: String,
}

/// Rings for some groups and entries that are not found by today's words, from a place on; says where to go on, and
/// nothing when it came to the end.
///
/// # Errors
/// What the database says.
pub async fn ring_stale(app: &App, behind: &Behind) -> db::Result<Option<Behind>> {
    let groups = db::search::stale_groups(&app.db, words::VERSION, &behind.group, AT_ONCE).await?;
    let entries =
        db::search::stale_entries(&app.db, words::VERSION, &behind.entry, AT_ONCE).await?;
    let subjects = groups.iter().map(GroupId::as_str);
    let subjects: Vec<&str> = subjects
        .chain(entries.iter().map(EntryId::as_str))
        .collect();
    if subjects.is_empty() {
        return Ok(None);
    }
    let mut tx = app.db.begin().await?;
    for subject in subjects {
        queue::push(app, &mut tx, Step::Index, subject).await?;
    }
    tx.commit().await?;
    app.bell.ring();
    Ok(Some(Behind {
        group: groups
            .last()
            .map_or(&behind.group[..], GroupId::as_str)
            .to_owned(),
        entry: entries
            .last()
            .map_or(&behind.entry[..], EntryId::as_str)
            .to_owned(),
    }))
}

/// What was found.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// Entries of this page, the best first.
    pub entries: Vec<Entry>,
    /// How many entries there are on all pages.
    pub entry_count: i64,
    /// Groups: some above the entries, or this page of them where groups alone are wanted.
    pub groups: Vec<Standing>,
    /// How many groups there are.
    pub group_count: i64,
    /// People with the number of their entries, on the first page.
    pub people: Vec<(String, i64)>,
    /// The page this is, from 1.
    pub page: i64,
    /// How many pages there are to leaf through.
    pub pages: i64,
    /// Nothing has all of the words: these have some of them.
    pub is_some: bool,
}

impl Found {
    fn is_empty(&self) -> bool {
        self.entry_count == 0 && self.group_count == 0
    }
}

/// Finds what somebody looks for. A page behind the last is the last.
///
/// # Errors
/// What the database says.
pub async fn find(app: &App, wanted: &Wanted, page: i64) -> db::Result<Found> {
    let found = look(app, wanted, page, true).await?;
    if !found.is_empty() || wanted.terms.len() < 2 {
        return Ok(found);
    }
    let some = look(app, wanted, page, false).await?;
    Ok(Found {
        is_some: !some.is_empty(),
        ..some
    })
}

/// Looks for what has every term, or else some of them.
async fn look(app: &App, wanted: &Wanted, page: i64, every: bool) -> db::Result<Found> {
    let mut found = Found::default();
    let (entries, groups) = (wanted.entries(every), wanted.groups(every));
    if wanted.is_for_entries() {
        found.entry_count = total(app, &entries).await?;
    }
    // Without words or a choice every group would be found.
    if wanted.is_for_groups() && (!wanted.terms.is_empty() || wanted.has_choice()) {
        found.group_count = total(app, &groups).await?;
    }
    let leafed = match wanted.is_for_entries() {
        true => found.entry_count,
        false => found.group_count,
    };
    found.pages = ((leafed + A_PAGE - 1) / A_PAGE).clamp(1, MOST_PAGES);
    found.page = page.clamp(1, found.pages);
    let skip = (found.page - 1) * A_PAGE;
    if wanted.is_for_entries() {
        found.entries = entries_of(app, &entries, skip).await?;
        if found.group_count > 0 && found.page == 1 {
            found.groups = groups_of(app, &groups, 0, FIRST_GROUPS).await?;
        }
        if found.page == 1 && wanted.kind.is_none() {
            found.people = people(app, wanted).await?;
        }
    } else {
        found.groups = groups_of(app, &groups, skip, A_PAGE).await?;
    }
    Ok(found)
}

async fn total(app: &App, ranks: &[Ask]) -> db::Result<i64> {
    match ranks.last() {
        Some(all) => db::search::count(&app.db, all).await,
        None => Ok(0),
    }
}

/// The ranks from a place on: each without those before it, and how much of it is skipped. They are counted only where
/// something is skipped: of a first page no more is asked than it needs.
async fn ranks_from(app: &App, ranks: &[Ask], skip: i64) -> db::Result<Vec<(Ask, i64)>> {
    let mut skip = skip;
    let mut rest = Vec::new();
    for (nth, ask) in ranks.iter().enumerate() {
        let ask = match nth.checked_sub(1).and_then(|before| ranks.get(before)) {
            Some(before) => Ask::Without(ask.clone().into(), before.clone().into()),
            None => ask.clone(),
        };
        if skip > 0 && nth + 1 < ranks.len() {
            let count = db::search::count(&app.db, &ask).await?;
            if skip >= count {
                skip -= count;
                continue;
            }
        }
        rest.push((ask, skip));
        skip = 0;
    }
    Ok(rest)
}

async fn entries_of(app: &App, ranks: &[Ask], skip: i64) -> db::Result<Vec<Entry>> {
    let (mut entries, mut take) = (Vec::new(), A_PAGE);
    for (ask, skip) in ranks_from(app, ranks, skip).await? {
        let ids = db::search::entries(&app.db, &ask, take, skip).await?;
        take -= ids.len() as i64;
        for id in ids {
            // One that was withdrawn at this moment is left out.
            entries.extend(db::entry::by_id(&app.db, &id).await?);
        }
        if take == 0 {
            break;
        }
    }
    Ok(entries)
}

async fn groups_of(app: &App, ranks: &[Ask], skip: i64, most: i64) -> db::Result<Vec<Standing>> {
    let (mut groups, mut take) = (Vec::new(), most);
    for (ask, skip) in ranks_from(app, ranks, skip).await? {
        let found = db::search::groups(&app.db, &ask, take, skip).await?;
        take -= found.len() as i64;
        for id in found {
            groups.extend(roster::of(app, &id).await?);
        }
        if take == 0 {
            break;
        }
    }
    Ok(groups)
}

/// People of whom somebody may be meant, those of the newest entries first, with the number of their entries.
async fn people(app: &App, wanted: &Wanted) -> db::Result<Vec<(String, i64)>> {
    let Some(ask) = wanted.people() else {
        return Ok(Vec::new());
    };
    let mut known: Vec<String> = Vec::new();
    let mut people = Vec::new();
    for names in db::search::people(&app.db, &ask, OF_ENTRIES).await? {
        for name in names.lines().map(str::trim) {
            let key = words::key(name);
            if known.contains(&key) || !is_meant(name, &wanted.terms) {
                continue;
            }
            known.push(key);
            let count = db::search::count(&app.db, &wanted.person(name)).await?;
            people.push((name.to_owned(), count));
            if people.len() == FIRST_PEOPLE {
                return Ok(people);
            }
        }
    }
    Ok(people)
}

/// Whether a name has all of the terms.
fn is_meant(name: &str, terms: &[Term]) -> bool {
    let words = words::loosely(name);
    terms.iter().all(|term| term.loose.is_met(&words))
}
