//! The Internet Archive: an item by its metadata.

use super::{Answer, Named, Site, is_on, path};
use crate::fetch::Hosts;
use crate::html;
use crate::licence::Licence;
use crate::provider::feed::seconds;
use crate::provider::{Findings, Found, Providers, RemoteFile, RemotePicture, busy, text, web};
use crate::{Code, StepError};
use jiff::civil::Date;
use serde_json::Value;
use url::Url;

pub(super) const SITE: Site = Site {
    name: "archive",
    title: "the Internet Archive",
    read,
    resolve: |providers, _, id| Box::pin(resolve(providers, id)) as Answer<'_>,
};

const HOSTS: &[&str] = &["archive.org", "www.archive.org"];
/// Items of thousands of files say a lot.
const MOST_REPLY: usize = 8 << 20;
/// Formats of what plays, the form that every client plays first.
const SOUNDS: &[&str] = &[
    "VBR MP3",
    "MP3",
    "128Kbps MP3",
    "64Kbps MP3",
    "Ogg Vorbis",
    "Flac",
    "24bit Flac",
    "WAVE",
    "Apple Lossless Audio",
    "AIFF",
];
const FILMS: &[&str] = &[
    "h.264",
    "MPEG4",
    "h.264 IA",
    "512Kb MPEG4",
    "HiRes MPEG4",
    "WebM",
    "Matroska",
    "Ogg Video",
    "MPEG2",
    "QuickTime",
];

/// `/details/ID`, `/embed/ID`, `/download/ID/FILE`, `/metadata/ID`.
fn read(url: &Url) -> Option<Named> {
    let path = path(url);
    let [
        "details" | "embed" | "download" | "metadata" | "stream",
        id,
        ..,
    ] = path.as_slice()
    else {
        return None;
    };
    (is_on(url, HOSTS) && is_id(id)).then(|| Named {
        kind: "item",
        id: (*id).to_owned(),
        canonical: format!("https://archive.org/details/{id}"),
    })
}

fn is_id(id: &str) -> bool {
    (1..=100).contains(&id.len())
        && !id.starts_with(['@', '.'])
        && id
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"_-.".contains(&b))
}

async fn resolve(providers: &Providers, id: &str) -> Result<Findings, StepError> {
    let odd = |what: &str| {
        StepError::retry(
            Code::ProviderReply,
            format!("the Internet Archive answered {what}"),
        )
    };
    let url = Url::parse(&format!("https://archive.org/metadata/{id}"))
        .map_err(|_| StepError::fail(Code::NotALink, "this is no web address"))?;
    let reply = providers
        .fetch
        .get(&url, &Hosts::of(&url), MOST_REPLY)
        .await?;
    match reply.status {
        200 => {}
        401 | 403 => return Err(StepError::fail(Code::Private, "it is not for everybody")),
        404 | 410 => return Err(gone()),
        429 | 500..=599 => return Err(busy("the Internet Archive", &reply)),
        status => return Err(odd(&format!("HTTP {status}"))),
    }
    let item: Value = serde_json::from_slice(&reply.body).map_err(|_| odd("what is no JSON"))?;
    // An item that is not there, or was taken down, is an empty object.
    match (&item["metadata"], item.as_object()) {
        (_, Some(fields)) if fields.is_empty() => Err(gone()),
        _ if item["is_dark"].as_bool() == Some(true) => Err(gone()),
        (Value::Object(_), _) => found(id, &item).map(|found| Findings::One(Box::new(found))),
        _ => Err(odd("JSON of another form")),
    }
}

fn gone() -> StepError {
    StepError::fail(Code::Gone, "the Internet Archive holds no such item")
}

fn found(id: &str, item: &Value) -> Result<Found, StepError> {
    let meta = &item["metadata"];
    let said = |name: &str| words(&meta[name]).into_iter().next();
    let plain = |name: &str| text(said(name).map(|said| html::plain(&said)));
    let (kind, formats) = match said("mediatype").as_deref() {
        Some("collection" | "account") => {
            let detail = "a collection of the Internet Archive holds many things; send single ones";
            return Err(StepError::fail(Code::LinkCollection, detail));
        }
        Some("audio" | "etree") => ("audio", SOUNDS),
        Some("movies") => ("video", FILMS),
        _ => ("page", &[] as &[&str]),
    };
    let file = file(item, formats);
    let canonical = format!("https://archive.org/details/{id}");
    let enclosure = file.and_then(|file| {
        Some(RemoteFile {
            url: download(id, file["name"].as_str()?)?,
            mime: None,
            length: number(&file["size"]),
        })
    });
    Ok(Found {
        origin: "archive".into(),
        kind: kind.into(),
        title: plain("title"),
        description: text(Some(
            words(&meta["description"])
                .iter()
                .map(|said| html::plain(said))
                .collect::<Vec<_>>()
                .join("\n\n"),
        )),
        author: plain("creator"),
        duration_s: file
            .and_then(|file| file["length"].as_str())
            .or_else(|| meta["runtime"].as_str())
            .and_then(seconds),
        recorded_on: said("date").and_then(|day| day.get(..10)?.parse::<Date>().ok()),
        published_on: said("publicdate").and_then(|day| day.get(..10)?.parse().ok()),
        language: said("language").and_then(|said| tag(&said)),
        licence: said("licenseurl").and_then(|said| Licence::from_address(&said)),
        picture: Some(RemotePicture {
            url: format!("https://archive.org/services/img/{id}"),
            expires: true,
        }),
        guid: Some(id.to_owned()),
        people: match words(&meta["creator"]) {
            several if several.len() > 1 => several
                .into_iter()
                .filter_map(|name| text(Some(name)))
                .collect(),
            _ => Vec::new(),
        },
        enclosure,
        canonical,
        ..Found::default()
    })
}

/// The file that plays, in the first of these formats that is there. Where several things play, none of them is it.
fn file<'a>(item: &'a Value, formats: &[&str]) -> Option<&'a Value> {
    let files = item["files"].as_array()?;
    formats.iter().find_map(|format| {
        let mut of_format = files.iter().filter(|file| file["format"] == *format);
        let first = of_format.next()?;
        of_format.next().is_none().then_some(first)
    })
}

fn download(id: &str, name: &str) -> Option<String> {
    let mut url = Url::parse("https://archive.org/download/").ok()?;
    url.path_segments_mut()
        .ok()?
        .pop_if_empty()
        .push(id)
        .extend(name.split('/'));
    web(url.as_str(), &url)
}

/// A field is a text, or several.
fn words(value: &Value) -> Vec<String> {
    match value {
        Value::String(said) => vec![said.clone()],
        Value::Array(all) => all
            .iter()
            .filter_map(|said| said.as_str().map(str::to_owned))
            .collect(),
        _ => Vec::new(),
    }
}

/// Numbers come as texts.
fn number(value: &Value) -> Option<u64> {
    value.as_u64().or_else(|| value.as_str()?.parse().ok())
}

/// Languages are written as anybody likes: MARC's three letters, names, tags.
fn tag(said: &str) -> Option<String> {
    const NAMED: &[(&str, &str)] = &[
        ("eng", "en"),
        ("english", "en"),
        ("ger", "de"),
        ("german", "de"),
        ("spa", "es"),
        ("spanish", "es"),
        ("fre", "fr"),
        ("french", "fr"),
        ("por", "pt"),
        ("portuguese", "pt"),
        ("ita", "it"),
        ("rus", "ru"),
        ("jpn", "ja"),
        ("pol", "pl"),
    ];
    let said = said.trim().to_ascii_lowercase();
    let named = NAMED.iter().find(|(name, _)| *name == said);
    match named {
        Some((_, tag)) => Some((*tag).to_owned()),
        None => (said.len() == 2 && said.bytes().all(|b| b.is_ascii_alphabetic())).then_some(said),
    }
}
