//! What any page says of itself: JSON-LD (schema.org), Open Graph, its title.

use crate::html::{self, plain};
use crate::licence::Licence;
use crate::provider::feed::seconds;
use crate::provider::{Found, RemoteFile, RemotePicture, text, web};
use jiff::civil::Date;
use scraper::{Html, Selector};
use serde_json::Value;
use url::Url;

/// Types of schema.org that speak of one thing, the one that says most of it first.
const TYPES: &[&str] = &[
    "PodcastEpisode",
    "VideoObject",
    "ScholarlyArticle",
    "Event",
    "EducationEvent",
    "NewsArticle",
    "BlogPosting",
    "Article",
];
/// How deep a thing may stand in others.
const DEEPEST: usize = 8;
/// Scripts of one page that are read.
const MOST_SCRIPTS: usize = 20;

/// What a page says of itself, when it says enough to be judged: a title of its own and one thing more.
pub(super) fn read(html: &str, address: &Url) -> Option<Found> {
    let document = Html::parse_document(&html::head(html));
    let thing = things(html).into_iter().min_by_key(|(rank, _)| *rank);
    let thing = thing.map_or(Value::Null, |(_, thing)| thing);
    let metas = Metas::of(&document);
    let said = |names: &[&str]| {
        text(
            names
                .iter()
                .find_map(|name| words(&thing[*name]))
                .map(|said| plain(&said)),
        )
    };
    let title =
        said(&["headline", "name"]).or_else(|| metas.one(&["og:title", "twitter:title"]))?;
    let description = said(&["description", "abstract"])
        .or_else(|| metas.one(&["og:description", "description", "twitter:description"]));
    if thing.is_null() && !metas.has("og:title") && !metas.has("og:type") {
        return None;
    }
    let picture = picture(&thing)
        .or_else(|| metas.raw(&["og:image:secure_url", "og:image", "twitter:image"]))
        .and_then(|url| web(&url, address));
    let sound = enclosure(&thing, address);
    let is_event = kind(&thing).is_some_and(|kind| kind.ends_with("Event"));
    let day = |names: &[&str]| names.iter().find_map(|name| day(&words(&thing[*name])?));
    let licence = words(&thing["license"]).and_then(|said| Licence::from_address(&said));
    Some(Found {
        // A page's own word for its address is not believed: it may be another's.
        canonical: address.to_string(),
        origin: "page".into(),
        kind: if sound.is_some() { "audio" } else { "page" }.into(),
        title: Some(title),
        description,
        author: named(&thing["publisher"])
            .into_iter()
            .chain(named(&thing["partOfSeries"]))
            .next()
            .or_else(|| metas.one(&["og:site_name"]))
            .or_else(|| address.host_str().map(str::to_owned)),
        duration_s: ["duration", "timeRequired"]
            .iter()
            .find_map(|name| seconds(&words(&thing[*name])?))
            .or_else(|| seconds(&metas.raw(&["og:video:duration", "video:duration"])?)),
        recorded_on: is_event.then(|| day(&["startDate"])).flatten(),
        published_on: day(&["datePublished", "uploadDate", "dateCreated"]).or_else(|| {
            let said = metas.raw(&["article:published_time", "og:article:published_time"]);
            said.and_then(|said| self::day(&said))
        }),
        language: words(&thing["inLanguage"])
            .or_else(|| root_language(&document))
            .filter(|tag| is_tag(tag)),
        licence,
        picture: picture.map(|url| RemotePicture { url, expires: true }),
        people: people(&thing),
        enclosure: sound,
        guid: Some(address.to_string()),
        ..Found::default()
    })
}

/// Whether a page says that it is a video's.
pub(super) fn is_video(html: &str) -> bool {
    let head = html::head(html);
    let metas = Html::parse_document(&head);
    let metas = Metas::of(&metas);
    metas
        .raw(&["og:type"])
        .is_some_and(|kind| kind == "video" || kind.starts_with("video."))
}

/// The page's `meta` elements, by `property` or `name`.
struct Metas(Vec<(String, String)>);

impl Metas {
    fn of(document: &Html) -> Metas {
        let Ok(metas) = Selector::parse("meta[content]") else {
            return Metas(Vec::new());
        };
        let named = document.select(&metas).filter_map(|meta| {
            let name = meta.attr("property").or_else(|| meta.attr("name"))?;
            let content = meta.attr("content")?.trim();
            (!content.is_empty()).then(|| (name.to_ascii_lowercase(), content.to_owned()))
        });
        Metas(named.collect())
    }

    fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(known, _)| known == name)
    }

    /// The first of these names that is there, as it stands.
    fn raw(&self, names: &[&str]) -> Option<String> {
        names.iter().find_map(|name| {
            let mut metas = self.0.iter();
            metas
                .find(|(known, _)| known == name)
                .map(|(_, said)| said.clone())
        })
    }

    /// The same, as words.
    fn one(&self, names: &[&str]) -> Option<String> {
        text(self.raw(names).map(|said| plain(&said)))
    }
}

/// Every thing of a known type in the page's JSON-LD, with its type's place in the list.
fn things(html: &str) -> Vec<(usize, Value)> {
    let mut things = Vec::new();
    for json in scripts(html) {
        if let Ok(value) = serde_json::from_str::<Value>(json.trim()) {
            gather(&value, 0, &mut things);
        }
    }
    things
}

/// What stands in the page's scripts of JSON-LD; the page is not parsed for it, however deep it goes.
fn scripts(html: &str) -> Vec<&str> {
    let small = html.to_ascii_lowercase();
    let (mut scripts, mut from) = (Vec::new(), 0);
    while let Some(at) = small[from..].find("<script") {
        let begin = from + at;
        let Some(open) = small[begin..].find('>') else {
            break;
        };
        let body = begin + open + 1;
        let Some(close) = small[body..].find("</script") else {
            break;
        };
        if small[begin..body].contains("application/ld+json") {
            scripts.push(&html[body..body + close]);
        }
        from = body + close;
        if scripts.len() >= MOST_SCRIPTS {
            break;
        }
    }
    scripts
}

fn gather(value: &Value, depth: usize, things: &mut Vec<(usize, Value)>) {
    if depth > DEEPEST {
        return;
    }
    match value {
        Value::Array(values) => values
            .iter()
            .for_each(|value| gather(value, depth + 1, things)),
        Value::Object(fields) => {
            match kind(value).and_then(|kind| TYPES.iter().position(|known| *known == kind)) {
                Some(rank) => things.push((rank, value.clone())),
                None => ["@graph", "mainEntity", "video", "mainEntityOfPage"]
                    .iter()
                    .filter_map(|name| fields.get(*name))
                    .for_each(|value| gather(value, depth + 1, things)),
            }
        }
        _ => {}
    }
}

fn kind(thing: &Value) -> Option<&str> {
    match &thing["@type"] {
        Value::Array(kinds) => kinds
            .iter()
            .filter_map(Value::as_str)
            .find(|kind| TYPES.contains(kind)),
        kind => kind.as_str(),
    }
}

/// A text, or the first of several.
fn words(value: &Value) -> Option<String> {
    match value {
        Value::String(said) => Some(said.clone()),
        Value::Array(values) => values.iter().find_map(words),
        Value::Object(fields) => ["@value", "name", "url", "@id"]
            .iter()
            .find_map(|name| fields.get(*name)?.as_str().map(str::to_owned)),
        _ => None,
    }
}

fn named(value: &Value) -> Option<String> {
    text(words(value).map(|said| plain(&said))).filter(|name| !name.starts_with("http"))
}

fn people(thing: &Value) -> Vec<String> {
    let mut people = Vec::new();
    for role in ["performer", "actor", "author", "creator"] {
        let all = match &thing[role] {
            Value::Array(all) => all.as_slice(),
            one => std::slice::from_ref(one),
        };
        for name in all
            .iter()
            .filter(|one| one["@type"] != "Organization")
            .filter_map(named)
        {
            if !people.contains(&name) {
                people.push(name);
            }
        }
    }
    people
}

fn picture(thing: &Value) -> Option<String> {
    ["thumbnailUrl", "image"]
        .iter()
        .find_map(|name| match &thing[*name] {
            Value::Object(fields) => fields.get("url")?.as_str().map(str::to_owned),
            said => words(said),
        })
}

/// The sound of an episode that says where it is.
fn enclosure(thing: &Value, address: &Url) -> Option<RemoteFile> {
    if kind(thing) != Some("PodcastEpisode") {
        return None;
    }
    let file = match &thing["associatedMedia"] {
        Value::Array(files) => files.first()?,
        Value::Null => &thing["audio"],
        file => file,
    };
    Some(RemoteFile {
        url: web(file["contentUrl"].as_str()?, address)?,
        mime: file["encodingFormat"].as_str().map(str::to_owned),
        length: None,
    })
}

/// The day of an ISO 8601 moment.
fn day(said: &str) -> Option<Date> {
    said.trim().get(..10)?.parse().ok()
}

fn root_language(document: &Html) -> Option<String> {
    document.root_element().attr("lang").map(str::to_owned)
}

fn is_tag(tag: &str) -> bool {
    (2..=35).contains(&tag.len())
        && tag.split('-').all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
        })
}
