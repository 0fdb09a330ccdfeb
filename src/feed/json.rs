//! A document as JSON Feed 1.1 (jsonfeed.org/version/1.1).

use super::channel::Facts;
use super::element::summary;
use super::fragment::Fragment;
use super::piece::Piece;
use crate::app::App;
use crate::model::clock::timestamp;
use crate::web::picture_path;
use serde::Serialize;
use std::sync::Arc;

#[derive(Serialize)]
struct Top<'a> {
    version: &'static str,
    title: &'a str,
    description: &'a str,
    home_page_url: &'a str,
    feed_url: &'a str,
    /// The older archive: JSON Feed's own way of paging.
    #[serde(skip_serializing_if = "Option::is_none")]
    next_url: Option<&'a str>,
    icon: &'a str,
    language: &'a str,
    authors: Vec<Author<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    hubs: Vec<Hub<'a>>,
    items: [(); 0],
}

#[derive(Serialize)]
struct Author<'a> {
    name: &'a str,
}

#[derive(Serialize)]
struct Hub<'a> {
    r#type: &'static str,
    url: &'a str,
}

#[derive(Serialize)]
struct Item<'a> {
    id: String,
    url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    external_url: Option<&'a str>,
    title: &'a str,
    content_html: String,
    summary: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    image: Option<String>,
    date_published: String,
    date_modified: String,
    authors: Vec<Author<'a>>,
    tags: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    attachments: Vec<Attachment>,
}

#[derive(Serialize)]
struct Attachment {
    url: String,
    mime_type: String,
    size_in_bytes: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    duration_in_seconds: Option<i64>,
}

/// The whole document.
pub(super) fn text(app: &App, facts: &Facts<'_>, fragments: &[Arc<Fragment>]) -> String {
    let top = Top {
        version: "https://jsonfeed.org/version/1.1",
        title: &facts.title,
        description: &facts.description,
        home_page_url: &facts.home,
        feed_url: &facts.address,
        next_url: facts.older.as_deref(),
        icon: &facts.image,
        language: &facts.language,
        authors: vec![Author {
            name: &facts.author,
        }],
        hubs: app
            .config
            .hub
            .iter()
            .map(|hub| Hub {
                r#type: "WebSub",
                url: hub.as_str(),
            })
            .collect(),
        items: [],
    };
    // Texts and numbers alone: they always serialise.
    let frame = serde_json::to_string(&top).unwrap_or_default();
    let size = fragments
        .iter()
        .map(|one| one.text.len() + 1)
        .sum::<usize>();
    let mut text = String::with_capacity(frame.len() + size + 1);
    // The items go where their list ends.
    text.push_str(frame.strip_suffix("]}").unwrap_or(&frame));
    for (n, fragment) in fragments.iter().enumerate() {
        if n > 0 {
            text.push(',');
        }
        text.push_str(&fragment.text);
    }
    text.push_str("]}\n");
    text
}

/// An entry of it.
pub(super) fn item(app: &App, piece: &Piece) -> String {
    let entry = &piece.entry;
    let large = piece.picture("large").or(piece.picture("medium"));
    let mut tags = vec![app.text.t(&format!("kind-{}", entry.kind.as_str()))];
    tags.extend(piece.about(app));
    tags.push(entry.group_name.clone());
    let people: Vec<Author<'_>> = entry.people().map(|name| Author { name }).collect();
    let item = Item {
        id: entry.guid(),
        url: format!("{}/entries/{}", app.url, entry.slug),
        external_url: piece
            .media
            .iter()
            .find(|medium| !medium.is_ours())
            .map(|medium| medium.canonical.as_str()),
        title: &entry.title,
        content_html: entry.html(),
        summary: summary(&entry.plain()),
        image: large.map(|name| format!("{}{}", app.url, picture_path(name))),
        date_published: timestamp(entry.published_at).to_string(),
        date_modified: timestamp(entry.updated_at).to_string(),
        authors: match people.is_empty() {
            true => vec![Author {
                name: &entry.group_name,
            }],
            false => people,
        },
        tags,
        language: entry.language.as_deref(),
        attachments: piece
            .sounds(app)
            .map(|sound| Attachment {
                url: sound.url,
                mime_type: sound.mime,
                size_in_bytes: sound.size,
                duration_in_seconds: sound.duration_ms.map(|ms| ms / 1000),
            })
            .collect(),
    };
    serde_json::to_string(&item).unwrap_or_default()
}
