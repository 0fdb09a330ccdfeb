//! A feed as RSS 2.0 with iTunes, podcast: and Media RSS: the channel.
//!
//! The podcast keeps to PSP-1 (Podcast Standards Project); the showcase holds every kind of entry.

use super::element::{element, extensions, link, podcast_guid, rfc2822};
use super::item::Piece;
use super::{NEWEST, Profile};
use crate::app::App;
use crate::db;
use crate::model::clock::timestamp;
use crate::web::artwork_path;
use ::rss::Channel;
use ::rss::extension::itunes::{ITunesCategory, ITunesChannelExtension, ITunesOwner};
use jiff::Timestamp;

const NAMESPACES: &[(&str, &str)] = &[
    ("atom", "http://www.w3.org/2005/Atom"),
    ("content", "http://purl.org/rss/1.0/modules/content/"),
    ("dc", "http://purl.org/dc/elements/1.1/"),
    ("itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd"),
    ("media", "http://search.yahoo.com/mrss/"),
    ("podcast", "https://podcastindex.org/namespace/1.0"),
];

/// The newest entries as a document.
///
/// # Errors
/// What the database says.
pub(super) async fn document(
    app: &App,
    profile: Profile,
    changed_at: Timestamp,
) -> db::Result<String> {
    let app = &app.for_everybody();
    let pieces = match profile {
        Profile::Showcase => everything(app).await?,
        Profile::Podcast => sounding(app).await?,
    };
    let address = format!("{}{}", app.url, profile.path());
    let guid = db::entry::feed_guid(&app.db, profile.name(), &podcast_guid(&address)).await?;
    let items = pieces.iter().filter_map(|piece| piece.item(app, profile));
    let showcase = &app.config.showcase;
    let channel = Channel {
        title: showcase.name.clone(),
        link: format!("{}/", app.url),
        description: showcase.description.clone(),
        language: Some(showcase.language.clone()),
        generator: Some(format!("pugcast {}", env!("CARGO_PKG_VERSION"))),
        docs: Some("https://www.rssboard.org/rss-specification".into()),
        last_build_date: Some(rfc2822(changed_at)),
        pub_date: pieces
            .first()
            .map(|piece| rfc2822(timestamp(piece.entry.published_at))),
        itunes_ext: Some(ITunesChannelExtension {
            author: Some(showcase.name.clone()),
            // The showcase is for readers; directories get the podcast.
            block: (profile == Profile::Showcase).then(|| "Yes".into()),
            categories: vec![ITunesCategory {
                text: "Technology".into(),
                subcategory: None,
            }],
            explicit: Some("false".into()),
            image: Some(format!("{}{}", app.url, artwork_path(app))),
            owner: Some(ITunesOwner {
                name: Some(showcase.name.clone()),
                email: Some(showcase.contact.clone()),
            }),
            r#type: Some("episodic".into()),
            ..Default::default()
        }),
        extensions: extensions([
            link("self", &address, Some("application/rss+xml")),
            element("podcast:guid", &guid, &[]),
            element("podcast:locked", "yes", &[("owner", &showcase.contact)]),
            element("podcast:medium", profile.medium(), &[]),
        ]),
        namespaces: NAMESPACES
            .iter()
            .map(|(prefix, url)| ((*prefix).to_owned(), (*url).to_owned()))
            .collect(),
        items: items.collect(),
        ..Default::default()
    };
    Ok(format!("{channel}\n"))
}

/// The newest entries of every kind.
async fn everything(app: &App) -> db::Result<Vec<Piece>> {
    let entries = db::entry::recent(&app.db, NEWEST).await?;
    let media = db::medium::of_recent(&app.db, NEWEST).await?;
    let pictures = db::picture::of_recent(&app.db, NEWEST, app.now()).await?;
    let cards = db::card::of_recent(&app.db, NEWEST).await?;
    let piece = |entry: crate::model::entry::Entry| {
        let own = media
            .iter()
            .filter(|medium| medium.submission_id == entry.submission_id);
        let own: Vec<_> = own.filter(|medium| !medium.is_lost()).cloned().collect();
        let of_own = |id: &crate::model::MediumId| own.iter().any(|medium| medium.id == *id);
        let pictures = pictures.iter().filter(|picture| of_own(&picture.medium_id));
        Piece {
            pictures: pictures.cloned().collect(),
            cards: cards
                .iter()
                .filter(|card| card.entry_id == entry.id)
                .cloned()
                .collect(),
            media: own,
            files: Vec::new(), // of episodes, which the other feed has
            entry,
        }
    };
    Ok(entries.into_iter().map(piece).collect())
}

/// The newest entries that have a sound. They are few beside the others, and read one by one.
async fn sounding(app: &App) -> db::Result<Vec<Piece>> {
    let mut pieces = Vec::new();
    for entry in db::entry::sounding(&app.db, NEWEST).await? {
        let media = db::medium::shown(&app.db, &entry.submission_id).await?;
        pieces.push(Piece {
            media: media
                .into_iter()
                .filter(|medium| !medium.is_lost())
                .collect(),
            pictures: db::picture::of_submission(&app.db, &entry.submission_id, app.now()).await?,
            cards: db::card::of_entry(&app.db, &entry.id).await?,
            files: db::mastering::files_of(&app.db, &entry.submission_id).await?,
            entry,
        });
    }
    Ok(pieces)
}
