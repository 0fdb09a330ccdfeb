//! An entry as it stands in a document: written once, kept while the entry stays as it is.

use super::plan::Plan;
use super::{atom, json, piece, rss};
use crate::app::App;
use crate::db;
use crate::model::feed::{Document, Format, Profile};
use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// As what an entry is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// An item of the showcase's RSS.
    Showcase,
    /// An episode of the podcast.
    Podcast,
    /// An entry of Atom.
    Atom,
    /// An item of JSON Feed.
    Json,
}

/// An entry, written.
pub struct Fragment {
    /// The publication's number at the entry's last change.
    pub number: i64,
    /// Until when it stays so, in milliseconds since 1970.
    pub until: i64,
    /// When it last changed.
    pub modified: i64,
    /// When it was published.
    pub published_at: i64,
    /// Empty where the document has no place for it.
    pub text: String,
    /// Whether it stood in a document that broke none of its standards.
    proven: AtomicBool,
}

impl Fragment {
    /// Whether it stood in a document that broke none of its standards.
    pub fn is_proven(&self) -> bool {
        self.proven.load(Ordering::Relaxed)
    }

    /// It stands in such a document.
    pub fn prove(&self) {
        self.proven.store(true, Ordering::Relaxed);
    }
}

impl Form {
    /// Those that hold every entry: whoever has read it for one writes it for the others.
    const SHOWCASE: [Form; 3] = [Form::Showcase, Form::Atom, Form::Json];

    /// The forms that are written with this one.
    fn together(self) -> &'static [Form] {
        match self {
            Form::Podcast => &[Form::Podcast],
            _ => &Form::SHOWCASE,
        }
    }

    /// The form of a document's entries.
    pub fn of(document: &Document) -> Form {
        match (document.feed.profile, document.format) {
            (Profile::Podcast, _) => Form::Podcast,
            (_, Format::Rss) => Form::Showcase,
            (_, Format::Atom) => Form::Atom,
            (_, Format::Json) => Form::Json,
        }
    }
}

/// The fragments of a plan, newest first; only those that changed are written anew.
pub async fn of(app: &App, plan: &Plan) -> db::Result<Vec<Arc<Fragment>>> {
    let form = Form::of(&plan.document);
    let now = app.now();
    let mut found = HashMap::new();
    let mut missing = Vec::new();
    for one in &plan.listed {
        let kept = app.feeds.fragments.get(&(one.entry_id.clone(), form));
        match kept.filter(|kept| kept.number == one.number && now < kept.until) {
            Some(kept) => {
                found.insert(&one.entry_id, kept);
            }
            None => missing.push(&one.entry_id),
        }
    }
    let pieces = piece::load(app, plan, &missing).await?;
    let numbers: HashMap<_, _> = plan.listed.iter().map(|one| (&one.entry_id, one)).collect();
    for piece in &pieces {
        let Some(listed) = numbers.get(&piece.entry.id) else {
            continue;
        };
        for one in form.together() {
            let fragment = Arc::new(Fragment {
                number: listed.number,
                until: piece.until(now),
                modified: piece.modified(now),
                published_at: piece.entry.published_at,
                text: match one {
                    Form::Showcase => rss::item(app, piece, Profile::Showcase),
                    Form::Podcast => rss::item(app, piece, Profile::Podcast),
                    Form::Atom => atom::entry(app, piece),
                    Form::Json => json::item(app, piece),
                },
                proven: AtomicBool::new(false),
            });
            let key = (piece.entry.id.clone(), *one);
            app.feeds.fragments.insert(key, fragment.clone());
            if *one == form {
                found.insert(&listed.entry_id, fragment);
            }
        }
    }
    let listed = plan.listed.iter();
    Ok(listed
        .filter_map(|one| found.get(&one.entry_id).cloned())
        .collect())
}
