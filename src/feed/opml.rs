//! Lists as OPML 2.0 (opml.org/spec2.opml): every feed of ours, and the roster.

use super::channel::{home_path, path};
use super::packed::{Packed, http_date, pack};
use crate::app::App;
use crate::db;
use crate::db::listing::Edition;
use crate::model::feed::{Document, Feed, Format, NOWHERE, Profile, Scope};
use crate::model::{GroupId, language};
use askama::Template;
use std::collections::{BTreeMap, HashMap};

#[derive(Template)]
#[template(path = "opml.xml")]
struct Opml<'a> {
    title: String,
    modified: String,
    owner: &'a str,
    contact: &'a str,
    docs: &'static str,
    folders: Vec<Folder>,
}

struct Folder {
    text: String,
    feeds: Vec<Outline>,
}

/// A feed, or a group that has none yet.
#[derive(Default)]
struct Outline {
    text: String,
    /// Empty where there is no feed yet.
    address: String,
    page: String,
    language: String,
    about: String,
}

/// Every feed that holds something: the whole, then by country, language and group.
///
/// # Errors
/// What the database says.
pub async fn feeds(app: &App) -> db::Result<Packed> {
    let editions = db::listing::editions(&app.db).await?;
    let names: HashMap<GroupId, (String, String)> = db::group::names(&app.db)
        .await?
        .into_iter()
        .map(|(id, slug, name)| (id, (slug, name)))
        .collect();
    let kinds = [
        "opml-whole",
        "opml-countries",
        "opml-languages",
        "opml-groups",
    ];
    let mut folders: Vec<Folder> = kinds
        .map(|key| Folder {
            text: app.text.t(key),
            feeds: Vec::new(),
        })
        .into();
    for edition in &editions {
        let Some(feed) = Feed::from_name(&edition.feed) else {
            continue;
        };
        let (at, name, slug) = match &feed.scope {
            Scope::Whole => (0, app.config.showcase.name.clone(), ""),
            Scope::Country(code) if code == NOWHERE => (1, app.text.t("feed-nowhere"), ""),
            Scope::Country(code) => (1, app.text.country(code), ""),
            Scope::Language(tag) => (2, language::name(tag).to_owned(), ""),
            Scope::Group(id) => match names.get(id) {
                Some((slug, name)) => (3, name.clone(), slug.as_str()),
                None => continue,
            },
        };
        folders[at].feeds.push(outline(app, &feed, slug, &name));
    }
    for folder in &mut folders {
        folder.feeds.sort_by_key(|feed| feed.text.to_lowercase());
    }
    folders.retain(|folder| !folder.feeds.is_empty());
    write(app, "opml-feeds", folders, newest(&editions)).await
}

/// Every group of the roster by country, with its feed where it has something.
///
/// # Errors
/// What the database says.
pub async fn roster(app: &App) -> db::Result<Packed> {
    let editions = db::listing::editions(&app.db).await?;
    let mut countries: BTreeMap<String, Vec<Outline>> = BTreeMap::new();
    for group in db::group::roster(&app.db).await? {
        let has_any = group.entries > 0;
        let page = format!("{}/groups/{}", app.url, group.slug);
        let place = app.text.place(&group.city, group.country.as_deref());
        let name = group
            .country
            .as_deref()
            .map_or_else(|| app.text.t("feed-nowhere"), |code| app.text.country(code));
        countries.entry(name).or_default().push(Outline {
            text: group.name,
            address: if has_any {
                format!("{page}/showcase.xml")
            } else {
                String::new()
            },
            about: place,
            page,
            ..Default::default()
        });
    }
    let folders = countries
        .into_iter()
        .map(|(text, feeds)| Folder { text, feeds });
    write(app, "opml-roster", folders.collect(), newest(&editions)).await
}

fn outline(app: &App, feed: &Feed, slug: &str, name: &str) -> Outline {
    let rss = Document {
        feed: feed.clone(),
        format: Format::Rss,
        archive: None,
    };
    let kind = match feed.profile {
        Profile::Showcase => "opml-showcase",
        Profile::Podcast => "opml-podcast",
    };
    Outline {
        text: app.text.with(kind, &[("name", name.into())]),
        address: format!("{}{}", app.url, path(&rss, slug)),
        page: format!("{}{}", app.url, home_path(&feed.scope, slug)),
        language: match &feed.scope {
            Scope::Language(tag) => tag.clone(),
            _ => String::new(),
        },
        about: String::new(),
    }
}

async fn write(app: &App, title: &str, folders: Vec<Folder>, modified: i64) -> db::Result<Packed> {
    let showcase = &app.config.showcase;
    let opml = Opml {
        title: app
            .text
            .with(title, &[("showcase", showcase.name.as_str().into())]),
        modified: if modified > 0 {
            http_date(modified)
        } else {
            String::new()
        },
        owner: &showcase.name,
        contact: &showcase.contact,
        docs: "https://opml.org/spec2.opml",
        folders,
    };
    // A template of texts alone renders into memory, which does not fail.
    Ok(pack(opml.render().unwrap_or_default(), modified).await)
}

fn newest(editions: &[Edition]) -> i64 {
    editions
        .iter()
        .map(|edition| edition.changed_at)
        .max()
        .unwrap_or(0)
}
