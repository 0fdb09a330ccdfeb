//! A document as RSS 2.0 with iTunes, podcast:, Media RSS and RFC 5005: the channel.
//!
//! The podcast keeps to PSP-1 (Podcast Standards Project); the showcase holds every kind of entry.

use super::channel::Facts;
use super::element::{cut, element, extensions, link, parent, rfc2822};
use super::fragment::Fragment;
use super::piece::Piece;
use crate::app::App;
use crate::model::clock::timestamp;
use crate::model::country;
use crate::model::feed::{Profile, Scope};
use ::rss::Channel;
use ::rss::extension::Extension;
use ::rss::extension::itunes::{ITunesCategory, ITunesChannelExtension, ITunesOwner};
use std::sync::Arc;

const NAMESPACES: &[(&str, &str)] = &[
    ("atom", "http://www.w3.org/2005/Atom"),
    ("content", "http://purl.org/rss/1.0/modules/content/"),
    ("dc", "http://purl.org/dc/elements/1.1/"),
    ("fh", "http://purl.org/syndication/history/1.0"),
    ("itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd"),
    ("media", "http://search.yahoo.com/mrss/"),
    ("podcast", "https://podcastindex.org/namespace/1.0"),
];

const MIME: &str = "application/rss+xml";

/// The whole document.
pub(super) fn text(app: &App, facts: &Facts<'_>, fragments: &[Arc<Fragment>]) -> String {
    let frame = channel(app, facts, fragments).to_string();
    // The items go where the channel ends.
    let (head, tail) = frame.rsplit_once("</channel>").unwrap_or((&frame, ""));
    let size = fragments.iter().map(|one| one.text.len()).sum::<usize>();
    let mut text = String::with_capacity(frame.len() + size + 16);
    text.push_str(head);
    for fragment in fragments {
        text.push_str(&fragment.text);
    }
    text.push_str("</channel>");
    text.push_str(tail);
    text.push('\n');
    text
}

/// An entry as an item; empty where the podcast has no place for it.
pub(super) fn item(app: &App, piece: &Piece, profile: Profile) -> String {
    let Some(item) = piece.item(app, profile) else {
        return String::new();
    };
    let alone = Channel {
        items: vec![item],
        namespaces: namespaces(),
        ..Default::default()
    };
    cut(&alone.to_string(), "<item>", "</item>").to_owned()
}

fn namespaces() -> std::collections::BTreeMap<String, String> {
    let all = NAMESPACES.iter();
    all.map(|(prefix, url)| ((*prefix).to_owned(), (*url).to_owned()))
        .collect()
}

fn channel(app: &App, facts: &Facts<'_>, fragments: &[Arc<Fragment>]) -> Channel {
    let showcase = &app.config.showcase;
    let newest = fragments.iter().find(|one| !one.text.is_empty());
    Channel {
        title: facts.title.clone(),
        link: facts.home.clone(),
        description: facts.description.clone(),
        language: Some(facts.language.clone()),
        generator: Some(format!("pugcast {}", env!("CARGO_PKG_VERSION"))),
        docs: Some("https://www.rssboard.org/rss-specification".into()),
        last_build_date: (facts.modified > 0).then(|| rfc2822(timestamp(facts.modified))),
        pub_date: newest.map(|one| rfc2822(timestamp(one.published_at))),
        itunes_ext: Some(ITunesChannelExtension {
            author: Some(facts.author.clone()),
            // The showcase is for readers; directories get the podcast.
            block: (!facts.is_podcast()).then(|| "Yes".into()),
            categories: vec![ITunesCategory {
                text: "Technology".into(),
                subcategory: None,
            }],
            explicit: Some("false".into()),
            image: Some(facts.image.clone()),
            owner: Some(ITunesOwner {
                name: Some(showcase.name.clone()),
                email: Some(showcase.contact.clone()),
            }),
            r#type: Some("episodic".into()),
            new_feed_url: facts.plan.has_moved.then(|| facts.address.clone()),
            ..Default::default()
        }),
        extensions: extensions(beyond(app, facts)),
        namespaces: namespaces(),
        ..Default::default()
    }
}

/// What RSS 2.0 and iTunes have no word for.
fn beyond(app: &App, facts: &Facts<'_>) -> Vec<Extension> {
    let mut all = vec![link("self", &facts.address, Some(MIME))];
    let links = [("prev-archive", &facts.older), ("current", &facts.newest)];
    for (rel, address) in links {
        all.extend(address.iter().map(|address| link(rel, address, Some(MIME))));
    }
    let hubs = app.config.hub.iter();
    all.extend(hubs.map(|hub| link("hub", hub.as_str(), None)));
    if facts.newest.is_some() {
        all.push(element("fh:archive", "", &[]));
    }
    let owner = [("owner", app.config.showcase.contact.as_str())];
    all.extend([
        element("podcast:guid", &facts.guid, &[]),
        element("podcast:locked", "yes", &owner),
    ]);
    if facts.is_podcast() {
        all.push(element("podcast:medium", "podcast", &[]));
        let (guid, address) = &facts.publisher;
        let publisher = [
            ("medium", "publisher"),
            ("feedGuid", guid),
            ("feedUrl", address),
        ];
        let publisher = element("podcast:remoteItem", "", &publisher);
        all.push(parent("podcast:publisher", &[], vec![publisher]));
    }
    if let Some(rhythm) = &facts.rhythm {
        let rule = [("rrule", rhythm.rule)];
        all.push(element(
            "podcast:updateFrequency",
            &app.text.t(rhythm.text),
            &rule,
        ));
    }
    let group = facts.plan.group.as_ref();
    all.extend(group.and_then(|(group, details)| {
        let place = app.text.place(&group.city, group.country.as_deref());
        let at = details.latitude.zip(details.longitude);
        location(&place, "creator", group.country.as_deref(), at)
    }));
    if let Scope::Country(code) = &facts.plan.document.feed.scope {
        let country = country::find(code);
        all.extend(
            country.and_then(|it| {
                location(&app.text.country(it.code), "subject", Some(it.code), None)
            }),
        );
    }
    all
}

/// podcast:location, as revised in 2025: what it is to the feed, its country, and where on earth (RFC 5870).
pub(super) fn location(
    place: &str,
    rel: &str,
    country: Option<&str>,
    at: Option<(f64, f64)>,
) -> Option<Extension> {
    if place.is_empty() {
        return None;
    }
    let geo = at.map(|(latitude, longitude)| format!("geo:{latitude},{longitude}"));
    let mut attributes = vec![("rel", rel)];
    attributes.extend(country.map(|code| ("country", code)));
    attributes.extend(geo.as_deref().map(|geo| ("geo", geo)));
    let short: String = place.chars().take(128).collect();
    Some(element("podcast:location", short.trim(), &attributes))
}

/// The feed that lists all others of ours (podcast:medium `publisher`): each of them names it, and it names each.
pub(super) fn publisher(
    app: &App,
    guid: &str,
    address: &str,
    listed: &[(String, String)],
    modified: i64,
) -> String {
    let showcase = &app.config.showcase;
    let mut all = vec![
        link("self", address, Some(MIME)),
        element("podcast:guid", guid, &[]),
        element("podcast:locked", "yes", &[("owner", &showcase.contact)]),
        element("podcast:medium", "publisher", &[]),
    ];
    for (guid, address) in listed {
        let attributes = [
            ("medium", "podcast"),
            ("feedGuid", guid),
            ("feedUrl", address),
        ];
        all.push(element("podcast:remoteItem", "", &attributes));
    }
    let channel = Channel {
        title: showcase.name.clone(),
        link: format!("{}/", app.url),
        description: showcase.description.clone(),
        language: Some(showcase.language.clone()),
        generator: Some(format!("pugcast {}", env!("CARGO_PKG_VERSION"))),
        last_build_date: (modified > 0).then(|| rfc2822(timestamp(modified))),
        itunes_ext: Some(ITunesChannelExtension {
            author: Some(showcase.name.clone()),
            explicit: Some("false".into()),
            image: Some(format!("{}{}", app.url, crate::web::artwork_path(app))),
            categories: vec![ITunesCategory {
                text: "Technology".into(),
                subcategory: None,
            }],
            ..Default::default()
        }),
        extensions: extensions(all),
        namespaces: namespaces(),
        ..Default::default()
    };
    format!("{channel}\n")
}
