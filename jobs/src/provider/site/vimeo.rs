//! Vimeo, by its oEmbed.

use super::{Answer, Named, Site, is_on, path};
use crate::provider::{Findings, oembed};
use crate::{Code, StepError};
use url::Url;

pub(super) const SITE: Site = Site {
    name: "vimeo",
    title: "Vimeo",
    read,
    resolve: |providers, video, _| Box::pin(resolve(providers, video)) as Answer<'_>,
};

const OEMBED: &str = "https://vimeo.com/api/oembed.json";

/// `vimeo.com/ID`, `vimeo.com/ID/HASH` for what is unlisted, in a channel, group or showcase, in the player.
fn read(url: &Url) -> Option<Named> {
    let path = path(url);
    let (id, hash) = match path.as_slice() {
        ["video", id] if is_on(url, &["player.vimeo.com"]) => {
            let mut pairs = url.query_pairs();
            let hash = pairs.find(|(name, _)| name == "h");
            (*id, hash.map(|(_, hash)| hash.into_owned()))
        }
        _ if !is_on(url, &["vimeo.com", "www.vimeo.com"]) => return None,
        [id] | ["channels", _, id] | ["groups", _, "videos", id] => (*id, None),
        ["album" | "showcase", _, "video", id] => (*id, None),
        [id, hash] if is_number(id) => (*id, Some((*hash).to_owned())),
        _ => return None,
    };
    let hash = hash.filter(|hash| is_hash(hash));
    is_number(id).then(|| Named {
        kind: "video",
        id: id.to_owned(),
        canonical: match hash {
            Some(hash) => format!("https://vimeo.com/{id}/{hash}"),
            None => format!("https://vimeo.com/{id}"),
        },
    })
}

async fn resolve(
    providers: &crate::provider::Providers,
    video: &Url,
) -> Result<Findings, StepError> {
    let mut url = Url::parse(OEMBED)
        .map_err(|_| StepError::fail(Code::Internal, "Vimeo's oEmbed has no address"))?;
    url.query_pairs_mut().append_pair("url", video.as_str());
    let found = oembed::ask(providers, &url, video).await?;
    Ok(Findings::One(Box::new(found)))
}

fn is_number(id: &str) -> bool {
    (1..=15).contains(&id.len()) && !id.starts_with('0') && id.bytes().all(|b| b.is_ascii_digit())
}

fn is_hash(hash: &str) -> bool {
    (6..=20).contains(&hash.len()) && hash.bytes().all(|b| b.is_ascii_hexdigit())
}
