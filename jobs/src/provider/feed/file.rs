//! The files that an item encloses: what plays, and what it shows of itself.

use super::tree::{Element, Space};
use crate::provider::{RemoteFile, web};
use url::Url;

/// The first file that plays: an enclosure, else what Media RSS names.
pub(super) fn enclosure(item: &Element, base: &Url) -> Option<RemoteFile> {
    let enclosures = item.all(Space::Plain, "enclosure").map(|e| {
        (
            e,
            e.attribute("url").or_else(|| e.attribute("rdf:resource")),
        )
    });
    let links = [Space::Atom, Space::Plain]
        .into_iter()
        .flat_map(|space| item.all(space, "link"));
    let links = links
        .filter(|link| link.attribute("rel") == Some("enclosure"))
        .map(|e| (e, e.attribute("href")));
    let contents = media(item).map(|e| (e, e.attribute("url")));
    let files = enclosures
        .chain(links)
        .chain(contents)
        .filter_map(|(element, url)| {
            let length = element
                .attribute("length")
                .or_else(|| element.attribute("filesize"));
            Some(RemoteFile {
                url: web(url?, base)?,
                mime: element.attribute("type").map(kind_of),
                length: length
                    .and_then(|length| length.parse().ok())
                    .filter(|&length| length > 0),
            })
        });
    files.into_iter().find(plays)
}

/// What an item shows of itself: iTunes' image, else a picture that it encloses, else Media RSS's thumbnail.
pub(super) fn picture(item: &Element, base: &Url) -> Option<String> {
    let own = item
        .all(Space::Itunes, "image")
        .filter_map(|image| image.attribute("href"));
    let is_picture = |element: &&Element| {
        let mime = element.attribute("type").unwrap_or_default();
        mime.starts_with("image/")
    };
    let links = [Space::Atom, Space::Plain]
        .into_iter()
        .flat_map(|space| item.all(space, "link"))
        .filter(|link| link.attribute("rel") == Some("enclosure"))
        .filter(is_picture)
        .filter_map(|link| link.attribute("href"));
    let enclosed = item
        .all(Space::Plain, "enclosure")
        .chain(media(item))
        .filter(is_picture)
        .filter_map(|file| file.attribute("url"));
    let groups = item
        .all(Space::Media, "group")
        .flat_map(|group| group.all(Space::Media, "thumbnail"));
    let thumbnails = item
        .all(Space::Media, "thumbnail")
        .chain(groups)
        .filter_map(|thumbnail| thumbnail.attribute("url"));
    own.chain(links)
        .chain(enclosed)
        .chain(thumbnails)
        .find_map(|url| web(url, base))
}

pub(super) fn media<'b, 'a>(item: &'b Element<'a>) -> impl Iterator<Item = &'b Element<'a>> {
    let groups = item
        .all(Space::Media, "group")
        .flat_map(|group| group.all(Space::Media, "content"));
    item.all(Space::Media, "content").chain(groups)
}

/// A MIME type without its parameters.
pub(super) fn kind_of(mime: &str) -> String {
    mime.split(';')
        .next()
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase()
}

/// Whether a file is said to play, or is said to be nothing and is named like one that does.
pub(super) fn plays(file: &RemoteFile) -> bool {
    const ENDINGS: &[&str] = &[
        ".mp3", ".m4a", ".m4b", ".aac", ".ogg", ".oga", ".opus", ".flac", ".wav", ".mp4", ".m4v",
        ".mov", ".webm",
    ];
    const NOTHING: &[&str] = &[
        "",
        "application/octet-stream",
        "binary/octet-stream",
        "application/x-download",
    ];
    let mime = file.mime.as_deref().unwrap_or_default();
    // Feeds of 2005 wrote `x-audio/mp3`.
    let mime = mime.strip_prefix("x-").unwrap_or(mime);
    let ends = || {
        let path = Url::parse(&file.url).map(|url| url.path().to_ascii_lowercase());
        path.is_ok_and(|path| ENDINGS.iter().any(|ending| path.ends_with(ending)))
    };
    mime.starts_with("audio/")
        || mime.starts_with("video/")
        || mime == "application/ogg"
        || NOTHING.contains(&mime) && ends()
}
