//! What pages say to machines: JSON-LD 1.1 in the words of schema.org.
//!
//! Only what is ours to publish stands here: what an editor confirmed and what was sent to us, no more of a provider's
//! facts than the link. It is a block of data, which browsers do not run and the pages' policy does not have to let in.

use super::files::picture_path;
use super::show;
use crate::app::App;
use crate::db::card::Card;
use crate::db::picture::Picture;
use crate::feed;
use crate::model::clock::timestamp;
use crate::model::entry::{Entry, Kind, Shown};
use crate::model::feed::{Document, Feed, Format, Profile, Scope};
use crate::model::group::{Details, Group};
use crate::model::source::Leave;
use jiff::SignedDuration;
use jobs::licence::Licence;
use serde::Serialize;

mod things;

use things::{
    Address, Audio, Crumb, Crumbs, Entrance, Geo, Graph, Named, Organization, Photo, Place, Search,
    Series, Thing, Website, Work,
};

/// The showcase itself, and how it is searched.
pub fn home(app: &App) -> String {
    let showcase = &app.config.showcase;
    let website = Website {
        kind: "WebSite",
        id: format!("{}/#site", app.url),
        url: format!("{}/", app.url),
        name: &showcase.name,
        description: &showcase.description,
        in_language: &showcase.language,
        publisher: publisher(app),
        potential_action: Search {
            kind: "SearchAction",
            target: Entrance {
                kind: "EntryPoint",
                url_template: format!("{}/search?q={{search_term_string}}", app.live()),
            },
            query_input: "required name=search_term_string",
        },
    };
    written(vec![Thing::Website(website)])
}

/// A group.
pub fn group(app: &App, group: &Group, details: Option<&Details>) -> String {
    let mut organization = Organization {
        kind: "Organization",
        id: Some(group_id(app, &group.slug)),
        name: &group.name,
        url: format!("{}/groups/{}", app.url, group.slug),
        same_as: details.and_then(|details| details.website.as_deref()),
        logo: None,
        location: None,
    };
    let at = details.and_then(|details| details.latitude.zip(details.longitude));
    organization.location = place(&group.city, group.country.as_deref(), at);
    let crumbs = crumbs(app, (&group.name, &group.slug), None);
    written(vec![
        Thing::Organization(organization),
        Thing::Crumbs(crumbs),
    ])
}

/// An entry: as what its kind is, with its sounds and pictures.
pub fn entry(
    app: &App,
    entry: &Entry,
    media: &[Shown],
    pictures: &[Picture],
    cards: &[Card],
) -> String {
    let url = format!("{}/entries/{}", app.url, entry.slug);
    let first = media.first();
    let (kind, authors, others) = match entry.kind {
        Kind::Video => ("VideoObject", Vec::new(), people(entry)),
        Kind::Photos => ("ImageGallery", Vec::new(), people(entry)),
        Kind::Audio => ("PodcastEpisode", Vec::new(), people(entry)),
        // Blogs and pages are articles, too, but nobody reviewed them.
        Kind::Article if first.is_some_and(|medium| medium.provider == "journal") => {
            ("ScholarlyArticle", people(entry), Vec::new())
        }
        Kind::Article => ("Article", people(entry), Vec::new()),
        Kind::Report => (
            "Article",
            vec![Named::person(&entry.sender_name)],
            people(entry),
        ),
    };
    let cited = first.and_then(|medium| medium.citation.as_deref());
    let own = pictures
        .iter()
        .filter(|picture| picture.keep_until.is_none());
    let own: Vec<Picture> = own.cloned().collect();
    let image = show::preview(&own, cards).map(|path| format!("{}{path}", app.url));
    let is_video = entry.kind == Kind::Video;
    let work = Work {
        kind,
        id: format!("{url}#entry"),
        name: &entry.title,
        headline: matches!(entry.kind, Kind::Article | Kind::Report).then_some(&entry.title),
        description: show::lead(&entry.plain()),
        in_language: entry.language.as_deref(),
        date_published: timestamp(entry.published_at).to_string(),
        date_modified: timestamp(entry.updated_at).to_string(),
        license: Licence::from_text(&entry.licence).and_then(Licence::url),
        author: authors,
        contributor: others,
        source_organization: Organization {
            kind: "Organization",
            id: Some(group_id(app, &entry.group_slug)),
            name: &entry.group_name,
            url: format!("{}/groups/{}", app.url, entry.group_slug),
            same_as: None,
            logo: None,
            location: place(
                &entry.group_city,
                entry.group_country.as_deref(),
                entry.group_latitude.zip(entry.group_longitude),
            ),
        },
        publisher: publisher(app),
        thumbnail_url: image.clone().filter(|_| is_video),
        image: image.filter(|_| !is_video),
        embed_url: media
            .iter()
            .find(|medium| is_video && medium.plays())
            .map(|medium| {
                let id = &medium.provider_id;
                format!("https://www.youtube-nocookie.com/embed/{id}")
            }),
        same_as: elsewhere(media, cited),
        credit_text: cited,
        part_of_series: (entry.kind == Kind::Audio).then(|| series(app, entry, first)),
        associated_media: media
            .iter()
            .filter_map(|medium| audio(app, medium))
            .collect(),
        photos: photos(app, media, &own),
        url,
    };
    let group = (entry.group_name.as_str(), entry.group_slug.as_str());
    let crumbs = crumbs(app, group, Some((&entry.title, &entry.slug)));
    written(vec![Thing::Work(Box::new(work)), Thing::Crumbs(crumbs)])
}

/// A graph as it may stand in HTML: no text of it can end the element that holds it.
fn written(graph: Vec<Thing<'_>>) -> String {
    let graph = Graph {
        context: "https://schema.org",
        graph,
    };
    escaped(&graph)
}

/// These characters stand in JSON's texts alone, never between them, so each may be written as its number.
fn escaped(value: &impl Serialize) -> String {
    // Texts and numbers alone: they always serialise.
    let json = serde_json::to_string(value).unwrap_or_default();
    let mut escaped = String::with_capacity(json.len());
    for letter in json.chars() {
        match letter {
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => {
                escaped.push_str(&format!("\\u{:04x}", u32::from(letter)));
            }
            letter => escaped.push(letter),
        }
    }
    escaped
}

fn publisher(app: &App) -> Organization<'_> {
    Organization {
        kind: "Organization",
        id: Some(format!("{}/#publisher", app.url)),
        name: &app.config.showcase.name,
        url: format!("{}/", app.url),
        same_as: None,
        logo: Some(format!("{}/icons/512.png", app.url)),
        location: None,
    }
}

fn group_id(app: &App, slug: &str) -> String {
    format!("{}/groups/{slug}#group", app.url)
}

fn people(entry: &Entry) -> Vec<Named<'_>> {
    entry.people().map(Named::person).collect()
}

/// Where it is; nothing where nobody knows a word of it.
fn place<'a>(city: &'a str, country: Option<&'a str>, at: Option<(f64, f64)>) -> Option<Place<'a>> {
    let city = Some(city).filter(|city| !city.is_empty());
    if city.is_none() && country.is_none() && at.is_none() {
        return None;
    }
    Some(Place {
        kind: "Place",
        address: (city.is_some() || country.is_some()).then_some(Address {
            kind: "PostalAddress",
            address_locality: city,
            address_country: country,
        }),
        geo: at.map(|(latitude, longitude)| Geo {
            kind: "GeoCoordinates",
            latitude,
            longitude,
        }),
    })
}

/// The same elsewhere: where its media are, and its DOI.
fn elsewhere(media: &[Shown], cited: Option<&str>) -> Vec<String> {
    let others = media
        .iter()
        .filter(|medium| !medium.is_ours() && !medium.is_lost());
    let mut addresses: Vec<String> = others.map(|medium| medium.canonical.clone()).collect();
    let named = cited
        .and_then(doi)
        .map(|doi| format!("https://doi.org/{doi}"));
    addresses.extend(named.filter(|address| !addresses.contains(address)));
    addresses
}

/// The DOI in a text (ISO 26324): `10.`, the registrant's digits, a slash, and what it chose.
fn doi(text: &str) -> Option<&str> {
    let words = text.split_whitespace();
    words.into_iter().find_map(|word| {
        let doi = &word[word.find("10.")?..];
        let (registrant, chosen) = doi[3..].split_once('/')?;
        let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        let is_one = (4..=9).contains(&registrant.len()) && is_number(registrant);
        let doi = doi.trim_end_matches(['.', ',', ';', ')', ']', '>', '"', '”']);
        (is_one && !chosen.is_empty() && doi.is_ascii()).then_some(doi)
    })
}

/// The show that an episode belongs to: another's where it comes from one, else its group's.
fn series<'a>(app: &App, entry: &'a Entry, medium: Option<&'a Shown>) -> Series<'a> {
    let show = medium.and_then(|medium| Some((medium, medium.source_address.clone()?)));
    match show {
        Some((medium, address)) => Series {
            kind: "PodcastSeries",
            name: medium.source_title.as_deref().unwrap_or(&entry.group_name),
            url: medium.source_link.clone(),
            web_feed: address,
        },
        None => {
            let podcast = Document {
                feed: Feed {
                    scope: Scope::Group(entry.group_id.clone()),
                    profile: Profile::Podcast,
                },
                format: Format::Rss,
                archive: None,
            };
            Series {
                kind: "PodcastSeries",
                name: &entry.group_name,
                url: Some(format!("{}/groups/{}", app.url, entry.group_slug)),
                web_feed: format!("{}{}", app.url, feed::path(&podcast, &entry.group_slug)),
            }
        }
    }
}

/// A sound that is ours to give, or another show's whose owner said yes.
fn audio(app: &App, medium: &Shown) -> Option<Audio> {
    if medium.is_lost() || !medium.is_ours() && medium.source_leave != Some(Leave::Yes) {
        return None;
    }
    Some(Audio {
        kind: "AudioObject",
        content_url: medium.enclosure_address(&app.url)?,
        encoding_format: medium.enclosure_type.clone()?,
        content_size: medium.enclosure_size.map(|bytes| bytes.to_string()),
        duration: medium.duration_ms.map(duration),
    })
}

/// A length as ISO 8601 writes it, in whole seconds.
fn duration(ms: i64) -> String {
    SignedDuration::from_secs((ms / 1000).max(1)).to_string()
}

/// The photos that we hold for good, each in its largest size.
fn photos(app: &App, media: &[Shown], own: &[Picture]) -> Vec<Photo> {
    let photos = media.iter().filter(|medium| medium.kind == "photo");
    let photos = photos.filter_map(|medium| {
        let sizes = ["small", "medium", "large"];
        let of_it = own.iter().filter(|picture| {
            picture.medium_id == medium.id
                && picture.extension == "jpg"
                && sizes.contains(&picture.used_as.as_str())
        });
        let picture = of_it.max_by_key(|picture| picture.width)?;
        Some(Photo {
            kind: "ImageObject",
            content_url: format!("{}{}", app.url, picture_path(&picture.name)),
            width: picture.width,
            height: picture.height,
        })
    });
    photos.collect()
}

/// The way here: home, the roster, a group, one of its entries.
fn crumbs<'a>(app: &App, group: (&'a str, &str), entry: Option<(&'a str, &str)>) -> Crumbs<'a> {
    let mut way = vec![
        (app.config.showcase.name.clone().into(), "/".to_owned()),
        (app.text.t("nav-groups").into(), "/groups".to_owned()),
    ];
    way.push((group.0.into(), format!("/groups/{}", group.1)));
    way.extend(entry.map(|(name, slug)| (name.into(), format!("/entries/{slug}"))));
    let crumbs = way
        .into_iter()
        .zip(1..)
        .map(|((name, path), position)| Crumb {
            kind: "ListItem",
            position,
            name,
            item: format!("{}{path}", app.url),
        });
    Crumbs {
        kind: "BreadcrumbList",
        item_list_element: crumbs.collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ends_the_block_that_holds_it() {
        let hostile = "</script><script>alert(1)</script><!-- & \u{2028}\u{2029} \"\\ ]]>";
        let json = escaped(&[hostile]);
        for sign in ["<", ">", "&", "\u{2028}", "\u{2029}"] {
            assert!(!json.contains(sign), "{sign:?} in {json}");
        }
        let back: Vec<String> = serde_json::from_str(&json).unwrap();
        assert_eq!(back, [hostile]);
    }

    #[test]
    fn a_doi_is_found_where_one_is() {
        for (text, wanted) in [
            (
                "J. Open Res. 4 (2016), doi:10.5334/jors.134.",
                Some("10.5334/jors.134"),
            ),
            (
                "https://doi.org/10.1080/13658816.2018.1504949",
                Some("10.1080/13658816.2018.1504949"),
            ),
            ("(DOI 10.1000/x(1)y)", Some("10.1000/x(1)y")),
            ("Vol. 10.5, pp. 1/2", None),
            ("10.5334/", None),
            ("10.53ab/x", None),
            ("10.12/x", None),
            ("", None),
        ] {
            assert_eq!(doi(text), wanted, "{text}");
        }
    }

    #[test]
    fn lengths_are_written_as_iso_8601_has_them() {
        for (ms, wanted) in [(0, "PT1S"), (61_900, "PT1M1S"), (3_723_000, "PT1H2M3S")] {
            assert_eq!(duration(ms), wanted);
        }
    }
}
