//! An entry's page.

use super::error::Error;
use super::language::Reader;
use super::page::{Page, pages, respond};
use super::player::{Sound, Sounds};
use super::show::{self, Image};
use super::{embed, linked};
use crate::app::App;
use crate::db;
use crate::db::person::Person;
use crate::db::watch::Tombstone;
use crate::model::clock::timestamp;
use crate::model::entry::{Entry, Kind, Shown};
use crate::model::heard::day_of;
use crate::model::watch;
use crate::notice::removal;
use askama::Template;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use jobs::licence::Licence;
use std::collections::HashMap;
use url::Url;

/// Others of its group that an entry's page names.
const MORE: i64 = 4;

#[derive(Template)]
#[template(path = "entry.html")]
struct EntryPage {
    p: Page,
    entry: Entry,
    media: Vec<Medium>,
    html: String,
    people: Vec<Person>,
    place: String,
    language: String,
    direction: &'static str,
    published: String,
    licence_url: String,
    playing: String,
    /// Whether it is an article, whose authors stand beneath its title.
    is_article: bool,
    /// How one cites it; empty for what is no article.
    cited: String,
    /// How many videos are only links here.
    copies: usize,
    /// Others of its group.
    more: Vec<Entry>,
    has_photos: bool,
    has_youtube: bool,
    has_flickr: bool,
}

/// One medium with what its page needs.
struct Medium {
    number: usize,
    provider: String,
    kind: String,
    provider_id: String,
    canonical: String,
    image: Option<Image>,
    author: String,
    /// How long it plays; empty where nobody knows.
    length: String,
    shown: Shown,
    /// What became of its link; empty while it lives.
    notice: String,
    /// A further video that is only a link here: no picture, no player, nothing of what is said.
    is_copy: bool,
    /// Where the link leads, for who has to choose between several.
    host: String,
    /// Nobody can open it: no link leads there.
    lost: bool,
    /// YouTube's player shows it.
    plays: bool,
    /// Where its sound is heard here; empty where we have none.
    heard: String,
    sound: Sound,
}

/// What stands where an entry was whose links are all gone.
#[derive(Template)]
#[template(path = "gone.html")]
struct GonePage {
    p: Page,
    tombstone: Tombstone,
    direction: &'static str,
    since: String,
    /// Whether somebody in it asked: then nothing of it is told.
    is_asked: bool,
    /// Whether it comes back when its links do.
    is_watched: bool,
}

pages!(EntryPage, GonePage);

/// `/entries/{slug}`; `?play=ID` lets YouTube's player in, after a click that says what it means.
pub async fn entry(
    Reader(app): Reader,
    Path(slug): Path<String>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, Error> {
    let Some(entry) = db::entry::by_slug(&app.db, &slug).await? else {
        return gone(&app, &slug).await;
    };
    let path = format!("/entries/{}", entry.slug);
    if entry.slug != slug {
        return Ok(Redirect::permanent(&path).into_response());
    }
    let shown = db::medium::shown(&app.db, &entry.submission_id).await?;
    let pictures =
        db::picture::of_submission(&app.db, &entry.submission_id, app.shown_at()).await?;
    let drawn = db::card::of_entry(&app.db, &entry.id).await?;
    let sounds = Sounds::of(&app, &entry.submission_id).await?;
    let linked = linked::entry(&app, &entry, &shown, &pictures, &drawn);
    let mut media = Vec::new();
    for (number, medium) in shown.into_iter().enumerate() {
        let found = db::fact::found(&app.db, medium.id.as_str(), app.shown_at()).await?;
        let length = medium
            .duration_ms
            .and_then(|ms| u64::try_from(ms / 1000).ok());
        let shown = medium.clone();
        let (lost, notice) = (medium.is_lost(), notice(&app, &medium));
        let plays = medium.plays();
        let image = Image::of(&medium.id, &pictures);
        // In files that stay the card is all there is to see of a video.
        let image = match medium.kind == "video" && app.lasts() {
            true => image.or_else(|| Image::drawn(&entry.id, &drawn)),
            false => image,
        };
        let author = found.and_then(|found| found.author).unwrap_or_default();
        let sound = sounds.sound(&app, &medium).await?;
        let is_ours = medium.is_ours();
        let heard = medium.enclosure_url.filter(|_| is_ours);
        let canonical = match (&image, medium.kind.as_str(), is_ours) {
            // Of a photo that was sent only what we made is shown: its file says where and when it was taken.
            (Some(image), "photo", true) => image.jpg.clone(),
            _ => medium.canonical,
        };
        let (provider, kind, provider_id) = (medium.provider, medium.kind, medium.provider_id);
        media.push(Medium {
            number: number + 1,
            is_copy: number > 0 && kind == "video" && image.is_none() && !plays && !sound.is_said(),
            host: host(&canonical),
            provider,
            kind,
            provider_id,
            canonical,
            image,
            author,
            length: length.map(show::length).unwrap_or_default(),
            shown,
            notice,
            lost,
            plays,
            heard: heard.unwrap_or_default(),
            sound,
        });
    }
    let wanted = query.get("play").map_or("", String::as_str);
    let playing = media
        .iter()
        .find(|medium| medium.plays && medium.provider_id == wanted);
    let playing = playing
        .map(|medium| medium.provider_id.clone())
        .unwrap_or_default();
    let p = Page {
        description: show::lead(&entry.plain()),
        picture: show::preview(&pictures, &drawn),
        times: Some((entry.published_at, entry.updated_at)),
        linked,
        embed: Some(embed::entry_path(&entry.slug)),
        player: !playing.is_empty(),
        script: media.iter().any(|medium| !medium.heard.is_empty()),
        ..Page::new(&app, entry.title.clone(), path)
    };
    let mut more = db::entry::of_group(&app.db, &entry.group_id, MORE + 1).await?;
    more.retain(|other| other.id != entry.id);
    more.truncate(MORE as usize);
    let is_article = entry.kind == Kind::Article;
    let page = EntryPage {
        is_article,
        cited: match is_article {
            true => cited(&app, &entry, &media),
            false => String::new(),
        },
        copies: media.iter().filter(|medium| medium.is_copy).count(),
        more,
        p,
        html: entry.html(),
        people: db::person::of_entry(&app.db, &entry.id).await?,
        place: app
            .text
            .place(&entry.group_city, entry.group_country.as_deref()),
        language: show::spoken(entry.language.as_deref()),
        direction: show::direction(entry.language.as_deref()),
        published: app.text.moment(entry.published_at),
        licence_url: Licence::from_text(&entry.licence)
            .and_then(Licence::url)
            .unwrap_or_default()
            .to_owned(),
        has_photos: media.iter().any(|medium| medium.kind == "photo"),
        has_youtube: media.iter().any(|medium| medium.provider == "youtube"),
        has_flickr: media.iter().any(|medium| medium.provider == "flickr"),
        entry,
        media,
        playing,
    };
    Ok(respond(StatusCode::OK, &page))
}

/// A tombstone, under the slug that the entry keeps; what an owner or an editor took off leaves none.
pub(super) async fn gone(app: &App, slug: &str) -> Result<Response, Error> {
    let tombstone = db::watch::tombstone(&app.db, slug).await?;
    let tombstone = tombstone.ok_or(Error::NotFound)?;
    if tombstone.slug != slug {
        let path = format!("/entries/{}", tombstone.slug);
        return Ok(Redirect::permanent(&path).into_response());
    }
    let is_asked = tombstone.withdrawn_by == removal::BY;
    let page = GonePage {
        p: match is_asked {
            true => Page::new(app, app.text.t("gone-asked-title"), "").private(),
            false => Page::new(app, tombstone.title.clone(), ""),
        },
        is_asked,
        is_watched: tombstone.withdrawn_by == "watch",
        direction: show::direction(tombstone.language.as_deref()),
        since: app.text.moment(tombstone.withdrawn_at),
        tombstone,
    };
    Ok(respond(StatusCode::GONE, &page))
}

/// How one cites an article: its authors, its title, where it stands (as its journal says, else the year), and where it
/// is read.
fn cited(app: &App, entry: &Entry, media: &[Medium]) -> String {
    let article = media.iter().find(|medium| medium.kind != "photo");
    let authors = match entry.people.is_empty() {
        true => entry.group_name.clone(),
        false => entry.people.lines().collect::<Vec<_>>().join(", "),
    };
    let day = entry.met_on.clone();
    let day = day.unwrap_or_else(|| day_of(timestamp(entry.published_at)).to_string());
    let year = day.split('-').next().unwrap_or_default();
    let said = article.and_then(|medium| medium.shown.citation.as_deref());
    let stands = said.unwrap_or(year).trim_end_matches('.');
    let place = match article {
        Some(medium) if !medium.lost => medium.canonical.clone(),
        _ => format!("{}/entries/{}", app.url, entry.slug),
    };
    let title = entry.title.trim_end_matches('.');
    format!("{authors}. {title}. {stands}. {place}")
}

/// The name of the site that a link leads to.
fn host(address: &str) -> String {
    let address = Url::parse(address).ok();
    let host = address.as_ref().and_then(Url::host_str).unwrap_or_default();
    host.trim_start_matches("www.").to_owned()
}

/// What became of a medium's link, in words, and since when; empty while it lives or only moved.
fn notice(app: &App, medium: &Shown) -> String {
    let state = medium.link_state.unwrap_or(watch::State::Alive);
    if matches!(state, watch::State::Alive | watch::State::Moved) {
        return String::new();
    }
    let since = medium
        .link_since
        .map(|at| app.text.moment(at))
        .unwrap_or_default();
    let key = format!("link-{}", state.word());
    app.text.with(&key, &[("at", since.into())])
}
