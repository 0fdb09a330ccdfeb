//! Flickr's oEmbed (oembed.com): title, owner, licence and picture, no key.

use super::super::{Found, Providers, RemotePicture, ask, busy, on_hosts, text};
use super::{PICTURES, licence};
use crate::licence::Licence;
use crate::{Code, StepError};
use serde_json::Value;

pub(super) async fn photo(providers: &Providers, id: u64) -> Result<Found, StepError> {
    let mut url = providers.flickr.oembed.clone();
    let page = format!("https://www.flickr.com/photo.gne?id={id}");
    url.query_pairs_mut()
        .append_pair("url", &page)
        .append_pair("format", "json");
    let reply = ask(providers, &url).await?;
    match reply.status {
        200 => {}
        401 | 403 => {
            return Err(StepError::fail(
                Code::Private,
                "its owner does not show it to everybody",
            ));
        }
        400 | 404 | 410 => {
            return Err(StepError::fail(
                Code::Gone,
                "Flickr knows no such photo, or it is private",
            ));
        }
        429 | 500..=599 => return Err(busy("Flickr", &reply)),
        status => return Err(odd(&format!("HTTP {status}"))),
    }
    let body: Value = serde_json::from_slice(&reply.body).map_err(|_| odd("what is no JSON"))?;
    if body["web_page"].as_str().is_none() && body["title"].as_str().is_none() {
        return Err(odd("JSON of another form"));
    }
    let field = |name: &str| body[name].as_str().map(str::to_owned);
    let licence = licence(&body["license_id"]);
    // A video's oEmbed names only a small square; a picture's names the large one.
    let offered = field("url").or_else(|| field("thumbnail_url"));
    let offered = offered.filter(|url| {
        on_hosts(
            url,
            PICTURES,
            &[&providers.flickr.api, &providers.flickr.oembed],
        )
    });
    let allowed = licence.is_some_and(Licence::allows_copy);
    Ok(Found {
        canonical: field("web_page")
            .filter(|page| on_flickr(page))
            .unwrap_or(page),
        origin: "flickr-oembed".into(),
        kind: if [&body["flickr_type"], &body["type"]]
            .iter()
            .find_map(|kind| kind.as_str())
            == Some("video")
        {
            "video".into()
        } else {
            "photo".into()
        },
        title: text(field("title")),
        author: text(field("author_name")),
        author_url: field("author_url").filter(|page| on_flickr(page)),
        licence,
        picture: offered.filter(|_| allowed).map(|url| RemotePicture {
            url,
            expires: false,
        }),
        ..Found::default()
    })
}

/// A page we would link to must be Flickr's own.
fn on_flickr(page: &str) -> bool {
    page.starts_with("https://www.flickr.com/")
}

fn odd(what: &str) -> StepError {
    StepError::retry(
        Code::ProviderReply,
        format!("Flickr's oEmbed answered {what}"),
    )
}
