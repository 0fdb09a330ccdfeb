//! Media RSS: one medium of an item.

use super::element::{element, parent};
use crate::app::App;
use crate::db::picture::Picture;
use crate::model::entry::{Entry, Shown};
use crate::model::source::Leave;
use crate::web::picture_path;
use ::rss::extension::Extension;

/// The attributes of a `media:content`, in the order they are written.
type Attributes = Vec<(&'static str, String)>;

/// One medium: the file itself where it is ours to give, a player for what is elsewhere.
pub(super) fn content(
    app: &App,
    entry: &Entry,
    medium: &Shown,
    pictures: &[&Picture],
) -> Extension {
    let large = pictures
        .iter()
        .filter(|picture| picture.medium_id == medium.id && picture.extension == "jpg")
        .filter(|picture| ["small", "medium", "large"].contains(&picture.used_as.as_str()))
        .max_by_key(|picture| picture.width);
    let file = match medium.kind.as_str() {
        "audio" | "postcard" => sound(app, medium),
        // A document has no length that anybody said, and readers take it for a sound without one.
        "article" | "video" => None,
        _ => large.and_then(|picture| photo(app, picture)),
    };
    let mut inside = vec![
        element("media:title", &entry.title, &[("type", "plain")]),
        element("media:credit", &entry.group_name, &[("role", "producer")]),
    ];
    // What is ours has no other page; Media RSS asks for a player only where there is no file.
    if !medium.is_ours() {
        inside.push(element("media:player", "", &[("url", &medium.canonical)]));
    }
    if let Some(picture) = large {
        inside.push(thumbnail(app, &picture.name, picture.width, picture.height));
    }
    let word = match medium.kind.as_str() {
        "audio" | "postcard" => "audio",
        "article" => "document",
        "video" => "video",
        _ => "image",
    };
    let mut attributes: Attributes = vec![("medium", word.to_owned())];
    attributes.extend(file.unwrap_or_default());
    let attributes: Vec<(&str, &str)> = attributes
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    parent("media:content", &attributes, inside)
}

/// The picture itself, where we hold a copy for good.
fn photo(app: &App, picture: &Picture) -> Option<Attributes> {
    picture.keep_until.is_none().then(|| {
        vec![
            ("url", format!("{}{}", app.url, picture_path(&picture.name))),
            ("type", "image/jpeg".into()),
            ("width", picture.width.to_string()),
            ("height", picture.height.to_string()),
            ("fileSize", picture.size.to_string()),
        ]
    })
}

/// The sound itself: ours, or another show's whose owner said yes.
fn sound(app: &App, medium: &Shown) -> Option<Attributes> {
    if !medium.is_ours() && medium.source_leave != Some(Leave::Yes) {
        return None;
    }
    let mut attributes = vec![
        ("url", medium.enclosure_address(&app.url)?),
        ("type", medium.enclosure_type.clone()?),
        ("fileSize", medium.enclosure_size?.to_string()),
    ];
    attributes.extend(
        medium
            .duration_ms
            .map(|ms| ("duration", (ms / 1000).to_string())),
    );
    Some(attributes)
}

/// A picture of ours that stands for something.
pub(super) fn thumbnail(app: &App, name: &str, width: i64, height: i64) -> Extension {
    let url = format!("{}{}", app.url, picture_path(name));
    let (width, height) = (width.to_string(), height.to_string());
    let attributes = [("url", &*url), ("width", &*width), ("height", &*height)];
    element("media:thumbnail", "", &attributes)
}
