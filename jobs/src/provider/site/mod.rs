//! Sites that are known by the form of their addresses: a file here and a line in [`SITES`] each.

use super::{Findings, Providers};
use crate::link::Place;
use crate::{Code, StepError};
use futures::future::BoxFuture;
use url::Url;

mod archive;
mod peertube;
mod vimeo;

/// Every such site.
static SITES: &[Site] = &[archive::SITE, vimeo::SITE, peertube::SITE];

/// A site: how its addresses read, and how it is asked.
struct Site {
    /// The word in tables, routes and logs.
    name: &'static str,
    /// The name as its owners write it, for sentences.
    title: &'static str,
    /// What an address names there; nothing where it is not the site's, or shows no one thing. Asks nobody.
    read: fn(&Url) -> Option<Named>,
    /// What the site says of it.
    resolve: for<'a> fn(&'a Providers, &'a Url, &'a str) -> Answer<'a>,
}

/// A thing of a site's, as its address names it.
struct Named {
    /// `video`, `item` …
    kind: &'static str,
    /// What the site calls it.
    id: String,
    /// The one address for it, which reads as itself.
    canonical: String,
}

type Answer<'a> = BoxFuture<'a, Result<Findings, StepError>>;

/// The thing that an address names, where a site knows its form.
pub(crate) fn read(address: &str) -> Option<Place> {
    let url = Url::parse(address).ok()?;
    SITES.iter().find_map(|site| {
        let Named {
            kind,
            id,
            canonical,
        } = (site.read)(&url)?;
        Some(Place {
            site: site.name,
            kind,
            id,
            canonical,
        })
    })
}

/// The name of a site as its owners write it.
pub(crate) fn title(name: &str) -> &'static str {
    let site = SITES.iter().find(|site| site.name == name);
    site.map_or("another site", |site| site.title)
}

/// Asks a site about a thing of its own.
pub(super) async fn resolve(providers: &Providers, place: &Place) -> Result<Findings, StepError> {
    let site = SITES.iter().find(|site| site.name == place.site);
    let url = Url::parse(&place.canonical).ok();
    let (Some(site), Some(url)) = (site, url) else {
        return Err(StepError::fail(Code::NotALink, "this is no web address"));
    };
    (site.resolve)(providers, &url, &place.id).await
}

/// The host of an address, where it is one of these.
fn is_on(url: &Url, hosts: &[&str]) -> bool {
    url.host_str().is_some_and(|host| hosts.contains(&host))
}

/// The parts of an address's path, the empty ones left out.
fn path(url: &Url) -> Vec<&str> {
    let parts = url.path_segments().into_iter().flatten();
    parts.filter(|part| !part.is_empty()).collect()
}
