//! Flickr's REST API: `photos.getInfo` and, where the licence allows a copy, `photos.getSizes`.

use super::super::{Found, Providers, RemotePicture, ask, busy, on_hosts, text};
use super::{PICTURES, content, licence, number};
use crate::html;
use crate::licence::Licence;
use crate::{Code, StepError};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde_json::Value;

/// Pixels of width beyond which a copy is no better for us.
const WIDE_ENOUGH: i64 = 2048;

pub(super) async fn photo(providers: &Providers, key: &str, id: u64) -> Result<Found, StepError> {
    let info = call(providers, key, "flickr.photos.getInfo", id).await?;
    let photo = &info["photo"];
    if !photo.is_object() {
        return Err(odd("getInfo without a photo"));
    }
    if photo["visibility"]["ispublic"].as_i64() == Some(0)
        || photo["visibility"]["ispublic"].as_str() == Some("0")
    {
        return Err(StepError::fail(
            Code::Private,
            "only its owner's friends can open it",
        ));
    }
    let licence = licence(&photo["license"]);
    let picture = match licence {
        Some(licence) if licence.allows_copy() => largest(
            providers,
            &call(providers, key, "flickr.photos.getSizes", id).await?,
        ),
        _ => None,
    };
    Ok(found(id, photo, licence, picture))
}

fn found(
    id: u64,
    photo: &Value,
    licence: Option<Licence>,
    picture: Option<RemotePicture>,
) -> Found {
    let owner = &photo["owner"];
    let named = |field: &str| owner[field].as_str().map(str::to_owned);
    let path = named("path_alias")
        .filter(|alias| is_path(alias))
        .or_else(|| named("nsid"))
        .filter(|nsid| is_path(nsid));
    let page = path
        .as_ref()
        .map(|path| format!("https://www.flickr.com/photos/{path}/"));
    let is_video = photo["media"].as_str() == Some("video");
    Found {
        canonical: page.as_ref().map_or(
            format!("https://www.flickr.com/photo.gne?id={id}"),
            |page| format!("{page}{id}/"),
        ),
        origin: "flickr-api".into(),
        kind: if is_video {
            "video".into()
        } else {
            "photo".into()
        },
        title: text(content(&photo["title"])),
        description: text(content(&photo["description"]).map(|said| html::plain(&said))),
        author: text(named("realname")).or_else(|| text(named("username"))),
        author_url: page,
        duration_s: number(&photo["video"]["duration"])
            .and_then(|seconds| u64::try_from(seconds).ok()),
        recorded_on: taken(&photo["dates"]),
        published_on: number(&photo["dates"]["posted"])
            .and_then(|at| Timestamp::from_second(at).ok())
            .map(|at| at.to_zoned_datetime(TimeZone::UTC).date()),
        language: None,
        licence,
        picture,
        ..Found::default()
    }
}

/// One segment of an address, as aliases and NSIDs are.
fn is_path(text: &str) -> bool {
    !text.is_empty()
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"_-@".contains(&byte))
}

/// The day it was taken, unless Flickr only guesses it or knows the month at best.
fn taken(dates: &Value) -> Option<Date> {
    let known = number(&dates["takenunknown"]).unwrap_or(0) == 0
        && number(&dates["takengranularity"]).unwrap_or(0) == 0;
    let day = dates["taken"].as_str()?.get(..10)?;
    // 0000 stands for no date, and nothing was photographed before 1826.
    day.parse()
        .ok()
        .filter(|day: &Date| known && day.year() >= 1826)
}

fn largest(providers: &Providers, sizes: &Value) -> Option<RemotePicture> {
    let sizes = sizes["sizes"]["size"].as_array()?;
    let pictures = sizes.iter().filter_map(|size| {
        let (width, source) = (number(&size["width"])?, size["source"].as_str()?);
        let is_picture = size["media"].as_str() != Some("video") || source.ends_with(".jpg");
        let own = [&providers.flickr.api, &providers.flickr.oembed];
        (is_picture && width <= WIDE_ENOUGH && on_hosts(source, PICTURES, &own))
            .then_some((width, source))
    });
    let (_, url) = pictures.max_by_key(|(width, _)| *width)?;
    Some(RemotePicture {
        url: url.to_owned(),
        expires: false,
    })
}

async fn call(providers: &Providers, key: &str, method: &str, id: u64) -> Result<Value, StepError> {
    let mut url = providers.flickr.api.clone();
    url.query_pairs_mut()
        .append_pair("method", method)
        .append_pair("api_key", key)
        .append_pair("photo_id", &id.to_string())
        .append_pair("format", "json")
        .append_pair("nojsoncallback", "1");
    let reply = ask(providers, &url).await?;
    match reply.status {
        200 => {}
        429 | 500..=599 => return Err(busy("Flickr", &reply)),
        status => return Err(odd(&format!("HTTP {status}"))),
    }
    let body: Value = serde_json::from_slice(&reply.body).map_err(|_| odd("what is no JSON"))?;
    match body["stat"].as_str() {
        Some("ok") => Ok(body),
        Some("fail") => Err(refused(&body)),
        _ => Err(odd("JSON of another form")),
    }
}

/// Errors come with HTTP 200; one code has several messages.
fn refused(body: &Value) -> StepError {
    let code = number(&body["code"]).unwrap_or(0);
    let message = body["message"].as_str().unwrap_or_default();
    // Its words stay there: details are kept for longer than a provider's words may be.
    let detail = format!("Flickr answers code {code}");
    match code {
        1 if message.to_lowercase().contains("required") => {
            StepError::fail(Code::ProviderReply, detail)
        }
        1 => StepError::fail(Code::Gone, detail),
        2 | 99 => StepError::fail(Code::Private, detail),
        5 => StepError::fail(Code::Gone, detail),
        95..=98 | 100 => StepError::fail(Code::ProviderKey, detail),
        0 | 105 | 106 | 201 => StepError::retry(Code::ProviderBusy, detail),
        111..=116 => StepError::fail(Code::ProviderReply, detail),
        _ => StepError::retry(Code::ProviderReply, detail),
    }
}

fn odd(what: &str) -> StepError {
    StepError::retry(Code::ProviderReply, format!("Flickr answered {what}"))
}
