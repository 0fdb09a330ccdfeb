//! `flic.kr/s`, `/ps` and `/y`: where they lead, Flickr alone knows.

use crate::fetch::Hosts;
use crate::link::{self, Flickr, Link};
use crate::provider::Providers;
use crate::{Code, StepError};
use url::Url;

/// Hosts that a short link leads over.
const HOSTS: &[&str] = &["flic.kr", "www.flickr.com", "flickr.com"];

/// Follows a short link to the page it stands for, and reads that page's address, not the page.
///
/// # Errors
/// `Gone` where it stands for nothing, `LinkNoMedium` where it leads to no list of photos.
pub async fn lengthened(providers: &Providers, short: &str) -> Result<Link, StepError> {
    let url =
        Url::parse(short).map_err(|_| StepError::fail(Code::NotALink, "this is no web address"))?;
    let hosts = Hosts::Only(HOSTS.iter().map(|&host| host.to_owned()).collect());
    let reply = providers.fetch.open(&url, &hosts, 0, Some(0)).await?;
    match reply.status {
        200 | 206 => {}
        401 | 403 => {
            return Err(StepError::fail(
                Code::Private,
                "its owner does not show it to everybody",
            ));
        }
        404 | 410 => {
            return Err(StepError::fail(
                Code::Gone,
                "Flickr knows no such short link",
            ));
        }
        status => {
            let detail = format!("Flickr answers HTTP {status}");
            return Err(match reply.retry_after {
                Some(wait) => StepError::retry_after(Code::ProviderBusy, wait, detail),
                None => StepError::retry(Code::ProviderBusy, detail),
            });
        }
    }
    let found = link::parse(reply.url.as_str());
    match found {
        Ok(Link::Flickr(Flickr::Other { kind, .. })) if kind.ends_with("-short") => {
            Err(elsewhere())
        }
        Ok(link @ Link::Flickr(_)) => Ok(link),
        _ => Err(elsewhere()),
    }
}

fn elsewhere() -> StepError {
    StepError::fail(
        Code::LinkNoMedium,
        "the short link leads to no photos of Flickr's",
    )
}
