//! `photos.getInfo` and, where the licence allows a copy, `photos.getSizes`.

use super::{call, odd};
use crate::html;
use crate::licence::Licence;
use crate::provider::flickr::{PICTURES, content, is_path, licence, number};
use crate::provider::{Found, Providers, RemotePicture, on_hosts, text};
use crate::{Code, StepError};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde_json::Value;

/// Pixels of width beyond which a copy is no better for us.
const WIDE_ENOUGH: i64 = 2048;

pub(in crate::provider::flickr) async fn photo(
    providers: &Providers,
    key: &str,
    id: u64,
) -> Result<Found, StepError> {
    let asked = id.to_string();
    let about = [("photo_id", asked.as_str())];
    let info = call(providers, key, "flickr.photos.getInfo", &about).await?;
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
            &call(providers, key, "flickr.photos.getSizes", &about).await?,
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
        published_on: day_of(&photo["dates"]["posted"]),
        language: None,
        licence,
        picture,
        ..Found::default()
    }
}

/// The day of a moment in seconds.
pub(super) fn day_of(at: &Value) -> Option<Date> {
    let at = Timestamp::from_second(number(at)?).ok()?;
    Some(at.to_zoned_datetime(TimeZone::UTC).date())
}

/// The day it was taken, unless Flickr only guesses it or knows the month at best.
fn taken(dates: &Value) -> Option<Date> {
    day_taken(
        &dates["taken"],
        &dates["takenunknown"],
        &dates["takengranularity"],
    )
}

/// The same, by the fields' names in any reply.
pub(super) fn day_taken(day: &Value, unknown: &Value, granularity: &Value) -> Option<Date> {
    let known = number(unknown).unwrap_or(0) == 0 && number(granularity).unwrap_or(0) == 0;
    let day = day.as_str()?.get(..10)?;
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
