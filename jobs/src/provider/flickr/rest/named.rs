//! Whose a name in an address is: `urls.lookupUser`, `lookupGroup`, `lookupGallery`.

use super::{call, odd};
use crate::StepError;
use crate::provider::flickr::{content, is_path};
use crate::provider::{Providers, text};
use serde_json::Value;

/// What an address names, as the other methods take it.
pub(in crate::provider::flickr) struct Named {
    /// The number: an NSID, or a gallery's.
    pub id: String,
    /// The name or title there.
    pub title: Option<String>,
}

/// Asks for the number of the `user`, `group` or `gallery` at an address.
///
/// # Errors
/// `Gone` where there is none.
pub(in crate::provider::flickr) async fn named(
    providers: &Providers,
    key: &str,
    kind: &str,
    address: &str,
) -> Result<Named, StepError> {
    let (method, title): (_, fn(&Value) -> Option<String>) = match kind {
        "user" => ("flickr.urls.lookupUser", |user| content(&user["username"])),
        "group" => ("flickr.urls.lookupGroup", |group| {
            content(&group["groupname"])
        }),
        _ => ("flickr.urls.lookupGallery", |gallery| {
            content(&gallery["title"])
        }),
    };
    let reply = call(providers, key, method, &[("url", address)]).await?;
    let named = &reply[kind];
    // A gallery's own number has changed its place over the years.
    let id = [&named["gallery_id"], &named["id"]]
        .into_iter()
        .find_map(|id| id.as_str().filter(|id| is_path(id)));
    match id {
        Some(id) => Ok(Named {
            id: id.to_owned(),
            title: text(title(named)),
        }),
        None => Err(odd(&format!("{method} without a number"))),
    }
}
