//! schema.org's things, as far as our pages speak of them.

use serde::Serialize;
use std::borrow::Cow;

/// All that a page says.
#[derive(Serialize)]
pub(super) struct Graph<'a> {
    #[serde(rename = "@context")]
    pub context: &'static str,
    #[serde(rename = "@graph")]
    pub graph: Vec<Thing<'a>>,
}

/// One thing that a page speaks of.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Thing<'a> {
    Website(Website<'a>),
    Organization(Organization<'a>),
    Work(Box<Work<'a>>),
    Crumbs(Crumbs<'a>),
}

/// The showcase as a site.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Website<'a> {
    #[serde(rename = "@type")]
    pub kind: &'static str,
    #[serde(rename = "@id")]
    pub id: String,
    pub url: String,
    pub name: &'a str,
    pub description: &'a str,
    pub in_language: &'a str,
    pub publisher: Organization<'a>,
    pub potential_action: Search,
}

/// How a site is searched.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Search {
    #[serde(rename = "@type")]
    pub kind: &'static str,
    pub target: Entrance,
    #[serde(rename = "query-input")]
    pub query_input: &'static str,
}

/// Where a search begins.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Entrance {
    #[serde(rename = "@type")]
    pub kind: &'static str,
    pub url_template: String,
}

/// A group, or the showcase as a publisher.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Organization<'a> {
    #[serde(rename = "@type")]
    pub kind: &'static str,
    #[serde(rename = "@id", skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    pub name: &'a str,
    pub url: String,
    /// Its own site.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub same_as: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub logo: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub location: Option<Place<'a>>,
}

/// Somewhere.
#[derive(Serialize)]
pub(super) struct Place<'a> {
    #[serde(rename = "@type")]
    pub kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<Address<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub geo: Option<Geo>,
}

/// City and country (ISO 3166-1 alpha-2).
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Address<'a> {
    #[serde(rename = "@type")]
    pub kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address_locality: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address_country: Option<&'a str>,
}

/// Degrees north and east.
#[derive(Serialize)]
pub(super) struct Geo {
    #[serde(rename = "@type")]
    pub kind: &'static str,
    pub latitude: f64,
    pub longitude: f64,
}

/// An entry.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Work<'a> {
    /// `PodcastEpisode`, `VideoObject`, `ScholarlyArticle`, `Article` or `ImageGallery`.
    #[serde(rename = "@type")]
    pub kind: &'static str,
    #[serde(rename = "@id")]
    pub id: String,
    pub url: String,
    pub name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub headline: Option<&'a String>,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub description: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_language: Option<&'a str>,
    /// The entry's own; when a provider had the medium first is the provider's to say.
    pub date_published: String,
    pub date_modified: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub license: Option<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub author: Vec<Named<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub contributor: Vec<Named<'a>>,
    pub source_organization: Organization<'a>,
    pub publisher: Organization<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub thumbnail_url: Option<String>,
    /// The entry's picture; a video's is its thumbnail.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub embed_url: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub same_as: Vec<String>,
    /// How one cites it: schema.org's `citation` is what it cites itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credit_text: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part_of_series: Option<Series<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub associated_media: Vec<Audio>,
    #[serde(rename = "hasPart", skip_serializing_if = "Vec::is_empty")]
    pub photos: Vec<Photo>,
}

/// Somebody.
#[derive(Serialize)]
pub(super) struct Named<'a> {
    #[serde(rename = "@type")]
    pub kind: &'static str,
    pub name: &'a str,
}

impl Named<'_> {
    /// A person of this name.
    pub fn person(name: &str) -> Named<'_> {
        Named {
            kind: "Person",
            name,
        }
    }
}

/// A podcast.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Series<'a> {
    #[serde(rename = "@type")]
    pub kind: &'static str,
    pub name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    pub web_feed: String,
}

/// A sound.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Audio {
    #[serde(rename = "@type")]
    pub kind: &'static str,
    pub content_url: String,
    pub encoding_format: String,
    /// Bytes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content_size: Option<String>,
    /// ISO 8601.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub duration: Option<String>,
}

/// A photo.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Photo {
    #[serde(rename = "@type")]
    pub kind: &'static str,
    pub content_url: String,
    pub width: i64,
    pub height: i64,
}

/// The way to a page.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Crumbs<'a> {
    #[serde(rename = "@type")]
    pub kind: &'static str,
    pub item_list_element: Vec<Crumb<'a>>,
}

/// One step of it.
#[derive(Serialize)]
pub(super) struct Crumb<'a> {
    #[serde(rename = "@type")]
    pub kind: &'static str,
    pub position: u32,
    pub name: Cow<'a, str>,
    pub item: String,
}
