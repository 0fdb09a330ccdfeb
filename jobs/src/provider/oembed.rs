//! oEmbed (oembed.com) of any site: a video's title, author, length and thumbnail. Its HTML is never used.

use super::{Found, Providers, RemotePicture, busy, text, web};
use crate::fetch::Hosts;
use crate::html;
use crate::{Code, StepError};
use jiff::civil::Date;
use scraper::{Html, Selector};
use serde_json::Value;
use url::Url;

const MOST_REPLY: usize = 1 << 20;

/// Where a page says its oEmbed is, on its own host.
pub(super) fn named(page: &str, address: &Url) -> Option<Url> {
    let links = Selector::parse("link[type='application/json+oembed'][href]").ok()?;
    let page = Html::parse_document(&html::head(page));
    let link = page.select(&links).next()?;
    let url = Url::parse(&web(link.attr("href")?, address)?).ok()?;
    (url.host_str() == address.host_str()).then_some(url)
}

/// What oEmbed says of the video at an address.
///
/// # Errors
/// `Gone`, `Private` and `EmbeddingOff` as its site says; `LinkNoMedium` where it is no video.
pub(super) async fn ask(
    providers: &Providers,
    oembed: &Url,
    address: &Url,
) -> Result<Found, StepError> {
    let reply = providers
        .fetch
        .get(oembed, &Hosts::of(oembed), MOST_REPLY)
        .await?;
    match reply.status {
        200 => {}
        401 => {
            return Err(StepError::fail(
                Code::EmbeddingOff,
                "its owner does not let other sites show it",
            ));
        }
        403 => {
            return Err(StepError::fail(
                Code::Private,
                "its owner does not show it to everybody",
            ));
        }
        400 | 404 | 410 => return Err(StepError::fail(Code::Gone, "its site knows no such video")),
        429 | 500..=599 => return Err(busy("its site", &reply)),
        status => return Err(odd(&format!("HTTP {status}"))),
    }
    let raw: Value = serde_json::from_slice(&reply.body).map_err(|_| odd("what is no JSON"))?;
    match raw["type"].as_str() {
        Some("video") => {}
        Some(_) => return Err(StepError::fail(Code::LinkNoMedium, "it is no video")),
        None => return Err(odd("JSON of another form")),
    }
    if raw["domain_status_code"].as_i64() == Some(403) {
        return Err(StepError::fail(
            Code::EmbeddingOff,
            "its owner lets only some sites show it",
        ));
    }
    let field = |name: &str| raw[name].as_str().map(str::to_owned);
    let page = |name: &str| field(name).and_then(|url| web(&url, address));
    Ok(Found {
        canonical: address.to_string(),
        origin: "oembed".into(),
        kind: "video".into(),
        title: text(field("title")),
        description: text(field("description").map(|said| html::plain(&said))),
        author: text(field("author_name")),
        author_url: page("author_url"),
        duration_s: raw["duration"].as_u64().filter(|&seconds| seconds > 0),
        published_on: field("upload_date").and_then(|day| day.get(..10)?.parse::<Date>().ok()),
        picture: page("thumbnail_url").map(|url| RemotePicture { url, expires: true }),
        guid: Some(address.to_string()),
        ..Found::default()
    })
}

/// What oEmbed leaves out, as the page says it.
pub(super) fn fill(found: Found, page: Found) -> Found {
    Found {
        title: found.title.or(page.title),
        description: found.description.or(page.description),
        author: found.author.or(page.author),
        duration_s: found.duration_s.or(page.duration_s),
        published_on: found.published_on.or(page.published_on),
        language: found.language.or(page.language),
        licence: found.licence.or(page.licence),
        picture: found.picture.or(page.picture),
        ..found
    }
}

fn odd(what: &str) -> StepError {
    StepError::retry(Code::ProviderReply, format!("its oEmbed answered {what}"))
}
