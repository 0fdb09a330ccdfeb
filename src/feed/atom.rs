//! A document as Atom (RFC 4287) with Media RSS and RFC 5005.

use super::channel::Facts;
use super::element::{cut, element};
use super::fragment::Fragment;
use super::piece::Piece;
use crate::app::App;
use crate::model::clock::timestamp;
use ::rss::extension::Extension;
use atom_syndication::extension::{Extension as Beyond, ExtensionMap};
use atom_syndication::{
    Category, Content, Entry, Feed, FixedDateTime, Generator, Link, Person, Text,
};
use jobs::licence::Licence;
use quick_xml::escape::escape;
use std::collections::BTreeMap;
use std::sync::Arc;

const MIME: &str = "application/atom+xml";
const NAMESPACES: &[(&str, &str)] = &[
    ("fh", "http://purl.org/syndication/history/1.0"),
    ("media", "http://search.yahoo.com/mrss/"),
    ("podcast", "https://podcastindex.org/namespace/1.0"),
];

/// The whole document.
pub(super) fn text(app: &App, facts: &Facts<'_>, fragments: &[Arc<Fragment>]) -> String {
    let frame = frame(app, facts).to_string();
    let (head, tail) = frame.rsplit_once("</feed>").unwrap_or((&frame, ""));
    let size = fragments.iter().map(|one| one.text.len()).sum::<usize>();
    let mut text = String::with_capacity(frame.len() + size + 16);
    text.push_str(head);
    for fragment in fragments {
        text.push_str(&fragment.text);
    }
    text.push_str("</feed>");
    text.push_str(tail);
    text.push('\n');
    text
}

/// An entry of it.
pub(super) fn entry(app: &App, piece: &Piece) -> String {
    let one = Feed {
        entries: vec![written(app, piece)],
        namespaces: namespaces(),
        ..Default::default()
    };
    cut(&one.to_string(), "<entry", "</entry>").to_owned()
}

fn frame(app: &App, facts: &Facts<'_>) -> Feed {
    let mut links = vec![
        link("self", &facts.address, Some(MIME)),
        link("alternate", &facts.home, Some("text/html")),
    ];
    let archives = [("prev-archive", &facts.older), ("current", &facts.newest)];
    for (rel, address) in archives {
        links.extend(address.iter().map(|address| link(rel, address, Some(MIME))));
    }
    let hubs = app.config.hub.iter();
    links.extend(hubs.map(|hub| link("hub", hub.as_str(), None)));
    let archive = facts
        .newest
        .as_ref()
        .map(|_| element("fh:archive", "", &[]));
    Feed {
        title: Text::plain(facts.title.clone()),
        subtitle: Some(Text::plain(facts.description.clone())),
        // What it is called stays when it moves; archives are the same feed (RFC 5005, section 4).
        id: format!("urn:uuid:{}", facts.guid),
        updated: date(facts.modified),
        authors: vec![person(&facts.author)],
        generator: Some(Generator {
            value: "pugcast".into(),
            version: Some(env!("CARGO_PKG_VERSION").into()),
            ..Default::default()
        }),
        icon: Some(facts.image.clone()),
        links,
        lang: Some(facts.language.clone()),
        extensions: extensions(archive),
        namespaces: namespaces(),
        ..Default::default()
    }
}

fn written(app: &App, piece: &Piece) -> Entry {
    let entry = &piece.entry;
    let page = format!("{}/entries/{}", app.url, entry.slug);
    let mut links = vec![Link {
        hreflang: entry.language.clone(),
        ..link("alternate", &page, Some("text/html"))
    }];
    let foreign = piece
        .media
        .iter()
        .find(|medium| medium.source_address.is_some());
    links.extend(foreign.map(|medium| link("via", &medium.canonical, None)));
    links.extend(piece.sounds(app).map(|sound| Link {
        length: Some(sound.size.to_string()),
        ..link("enclosure", &sound.url, Some(&sound.mime))
    }));
    let licence = Licence::from_text(&entry.licence);
    links.extend(
        licence
            .and_then(Licence::url)
            .map(|url| link("license", url, None)),
    );
    let people: Vec<Person> = entry.people().map(person).collect();
    let category = piece.about(app).map(|term| Category {
        term,
        ..Default::default()
    });
    Entry {
        title: Text::plain(entry.title.clone()),
        id: entry.guid(),
        updated: date(entry.updated_at),
        published: Some(date(entry.published_at)),
        authors: match people.is_empty() {
            true => vec![person(&entry.group_name)],
            false => people,
        },
        categories: category.into_iter().collect(),
        links,
        rights: licence.map(|licence| Text::plain(licence.as_str())),
        summary: Some(Text::plain(super::element::summary(&entry.plain()))),
        content: Some(Content {
            value: Some(entry.html()),
            content_type: Some("html".into()),
            lang: entry.language.clone(),
            ..Default::default()
        }),
        extensions: extensions(piece.contents(app)),
        ..Default::default()
    }
}

fn namespaces() -> BTreeMap<String, String> {
    let all = NAMESPACES.iter();
    all.map(|(prefix, url)| ((*prefix).to_owned(), (*url).to_owned()))
        .collect()
}

fn link(rel: &str, href: &str, mime: Option<&str>) -> Link {
    Link {
        rel: rel.to_owned(),
        href: href.to_owned(),
        mime_type: mime.map(str::to_owned),
        ..Default::default()
    }
}

fn person(name: &str) -> Person {
    Person {
        name: name.to_owned(),
        ..Default::default()
    }
}

/// RFC 3339.
fn date(ms: i64) -> FixedDateTime {
    timestamp(ms).to_string().parse().unwrap_or_default()
}

fn extensions(elements: impl IntoIterator<Item = Extension>) -> ExtensionMap {
    let mut map = ExtensionMap::new();
    for element in elements {
        let (prefix, name) = element.name.split_once(':').unwrap_or(("", &element.name));
        let (prefix, name) = (prefix.to_owned(), name.to_owned());
        map.entry(prefix)
            .or_default()
            .entry(name)
            .or_default()
            .push(beyond(element));
    }
    map
}

/// The same element, as the atom crate keeps it.
fn beyond(element: Extension) -> Beyond {
    let children = element.children.into_iter();
    Beyond {
        name: element.name,
        value: element.value,
        // atom_syndication writes them as they are.
        attrs: element.attrs.into_iter().map(escaped).collect(),
        children: children
            .map(|(key, all)| (key, all.into_iter().map(beyond).collect()))
            .collect(),
    }
}

fn escaped((name, value): (String, String)) -> (String, String) {
    (name, escape(value).into_owned())
}
