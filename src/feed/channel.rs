//! What a document says of itself: whose it is, where it lives, what it belongs to.

use super::fragment::Fragment;
use super::guid::{guid, publisher};
use super::plan::Plan;
use crate::app::App;
use crate::db;
use crate::model::feed::{Document, NOWHERE, Profile, Scope};
use crate::model::language;
use crate::web::artwork_path;
use std::borrow::Cow;
use std::sync::Arc;

/// Where the feed is that lists all others of ours.
pub const PUBLISHER_PATH: &str = "/publisher.xml";

/// A document's own facts.
pub struct Facts<'a> {
    pub plan: &'a Plan,
    /// Where it is.
    pub address: String,
    /// The page that shows the same.
    pub home: String,
    pub title: String,
    pub description: String,
    /// BCP 47.
    pub language: String,
    /// The group's name, or the showcase's.
    pub author: String,
    /// podcast:guid
    pub guid: String,
    /// podcast:guid and address of the publisher feed.
    pub publisher: (String, String),
    pub image: String,
    /// The next older archive.
    pub older: Option<String>,
    /// The newest entries, seen from an archive.
    pub newest: Option<String>,
    /// When it last changed, in milliseconds since 1970; 0 where it never held anything.
    pub modified: i64,
    pub rhythm: Option<Rhythm>,
}

/// How often something comes, as an RFC 5545 rule.
pub struct Rhythm {
    pub rule: &'static str,
    /// The catalogue's text.
    pub text: &'static str,
}

/// The path of the page that shows what a scope holds. `group` is the group's slug.
pub fn home_path(scope: &Scope, group: &str) -> String {
    match scope {
        Scope::Whole => "/".into(),
        Scope::Group(_) => format!("/groups/{group}"),
        Scope::Country(code) => format!("/countries/{code}"),
        Scope::Language(tag) => format!("/languages/{tag}"),
    }
}

/// The path of a document. `group` is the group's slug.
pub fn path(document: &Document, group: &str) -> String {
    let home = home_path(&document.feed.scope, group);
    let home = home.trim_end_matches('/');
    match document.archive {
        None => format!("{home}/{}", document.file()),
        Some(archive) => format!("{home}/archive/{archive}/{}", document.file()),
    }
}

/// What a document says of itself.
///
/// # Errors
/// What the database says.
pub async fn facts<'a>(
    app: &App,
    plan: &'a Plan,
    fragments: &[Arc<Fragment>],
) -> db::Result<Facts<'a>> {
    let document = &plan.document;
    let slug = plan.group.as_ref().map_or("", |(group, _)| &group.slug);
    let address = |document: &Document| format!("{}{}", app.url, path(document, slug));
    let showcase = &app.config.showcase;
    let (title, description) = words(app, plan);
    let changed = fragments.iter().map(|one| one.modified).max().unwrap_or(0);
    Ok(Facts {
        address: address(document),
        home: format!("{}{}", app.url, home_path(&document.feed.scope, slug)),
        title,
        description,
        language: spoken(app, plan),
        author: plan
            .group
            .as_ref()
            .map_or(showcase.name.clone(), |(group, _)| group.name.clone()),
        guid: guid(app, &document.feed, slug, plan.changed_at > 0).await?,
        publisher: publisher(app).await?,
        image: format!("{}{}", app.url, artwork_path(app)),
        older: plan
            .older
            .map(|archive| address(&document.at(Some(archive)))),
        newest: document.archive.map(|_| address(&document.at(None))),
        // An archive changes with what it holds alone.
        modified: match document.archive {
            Some(_) => changed,
            None => changed.max(plan.changed_at),
        },
        rhythm: rhythm(fragments),
        plan,
    })
}

/// Title and description, in the showcase's own language.
fn words(app: &App, plan: &Plan) -> (String, String) {
    let showcase = &app.config.showcase;
    let say = |key: &str, name: &str, place: &str| {
        let blanks = [
            ("name", Cow::from(name.to_owned())),
            ("place", Cow::from(place.to_owned())),
            ("showcase", Cow::from(showcase.name.as_str())),
        ];
        app.text.with(key, &blanks)
    };
    match (&plan.document.feed.scope, &plan.group) {
        (Scope::Group(_), Some((group, _))) => {
            let place = app.text.place(&group.city, group.country.as_deref());
            let about = if place.is_empty() {
                "feed-about-group"
            } else {
                "feed-about-group-in"
            };
            (
                say("feed-title-group", &group.name, ""),
                say(about, &group.name, &place),
            )
        }
        (Scope::Country(code), _) if code == NOWHERE => {
            let name = app.text.t("feed-nowhere");
            (
                say("feed-title-part", &name, ""),
                say("feed-about-nowhere", &name, ""),
            )
        }
        (Scope::Country(code), _) => {
            let name = &app.text.country(code);
            (
                say("feed-title-part", name, ""),
                say("feed-about-country", name, ""),
            )
        }
        (Scope::Language(tag), _) => {
            let name = language::name(tag);
            (
                say("feed-title-part", name, ""),
                say("feed-about-language", name, ""),
            )
        }
        _ => (showcase.name.clone(), showcase.description.clone()),
    }
}

fn spoken(app: &App, plan: &Plan) -> String {
    let group = plan
        .group
        .as_ref()
        .and_then(|(group, _)| group.language.clone());
    match &plan.document.feed.scope {
        Scope::Language(tag) => tag.clone(),
        _ => group.unwrap_or_else(|| app.config.showcase.language.clone()),
    }
}

/// How often entries came of late; nothing where they are too few to say, or it was too long ago.
fn rhythm(fragments: &[Arc<Fragment>]) -> Option<Rhythm> {
    const DAY_MS: i64 = 24 * 60 * 60 * 1000;
    const LATE: usize = 12;
    let times: Vec<i64> = fragments
        .iter()
        .take(LATE)
        .map(|one| one.published_at)
        .collect();
    let mut gaps: Vec<i64> = times
        .windows(2)
        .map(|two| (two[0] - two[1]).max(0))
        .collect();
    gaps.sort_unstable();
    let gap = gaps.get(gaps.len() / 2).filter(|_| gaps.len() >= 4)?;
    let (rule, text) = match gap / DAY_MS {
        0..=2 => ("FREQ=DAILY", "rhythm-daily"),
        3..=10 => ("FREQ=WEEKLY", "rhythm-weekly"),
        11..=20 => ("FREQ=WEEKLY;INTERVAL=2", "rhythm-fortnightly"),
        21..=45 => ("FREQ=MONTHLY", "rhythm-monthly"),
        _ => return None,
    };
    Some(Rhythm { rule, text })
}

impl Facts<'_> {
    /// Whether it may stand in directories.
    pub fn is_podcast(&self) -> bool {
        self.plan.document.feed.profile == Profile::Podcast
    }
}
