//! Lists of photos: `photosets.getPhotos`, `people.getPublicPhotos`, `groups.pools.getPhotos`, `galleries.getPhotos`.

use super::photo::{day_of, day_taken};
use super::{call, odd};
use crate::html;
use crate::provider::feed::{MOST_ITEMS, in_order};
use crate::provider::flickr::{PICTURES, content, is_path, licence, number};
use crate::provider::{Found, Proposals, Providers, RemotePicture, Source, on_hosts, text};
use crate::{Code, StepError};
use serde_json::Value;
use std::collections::HashSet;
use std::time::Instant;
use url::Url;

/// Photos of one page: the most that the API sends.
const PAGE: &str = "500";
/// Pages asked for at most.
const MOST_PAGES: i64 = 4;
/// What is asked of each photo beside its number.
const EXTRAS: &str =
    "description,license,date_upload,date_taken,owner_name,path_alias,media,url_l,url_c,url_z";

/// What is listed, by its number.
pub(in crate::provider::flickr) enum Of<'a> {
    /// An album, and its owner's NSID.
    Album(u64, Option<&'a str>),
    /// What a person shows to everybody.
    User(&'a str),
    /// A group's pool.
    Group(&'a str),
    /// A gallery.
    Gallery(&'a str),
}

/// The photos of a list; `source` as far as it is known, a reply may say more of it.
///
/// # Errors
/// `Gone` and `Private` as Flickr says; `LinkNoMedium` where it shows nothing to everybody.
pub(in crate::provider::flickr) async fn list(
    providers: &Providers,
    key: &str,
    of: Of<'_>,
    mut source: Source,
) -> Result<Proposals, StepError> {
    let begun = Instant::now();
    let album;
    let (method, root, mut about): (_, _, Vec<(&str, &str)>) = match of {
        Of::Album(id, owner) => {
            album = id.to_string();
            let owner = owner.map(|owner| ("user_id", owner));
            let about = [("photoset_id", album.as_str())].into_iter().chain(owner);
            ("flickr.photosets.getPhotos", "photoset", about.collect())
        }
        Of::User(id) => (
            "flickr.people.getPublicPhotos",
            "photos",
            vec![("user_id", id)],
        ),
        Of::Group(id) => (
            "flickr.groups.pools.getPhotos",
            "photos",
            vec![("group_id", id)],
        ),
        Of::Gallery(id) => (
            "flickr.galleries.getPhotos",
            "photos",
            vec![("gallery_id", id)],
        ),
    };
    about.extend([("extras", EXTRAS), ("per_page", PAGE)]);
    let (mut photos, mut skipped) = (Vec::new(), Vec::new());
    for page in 1.. {
        let number_of_page = page.to_string();
        let mut asked = about.clone();
        asked.push(("page", &number_of_page));
        let reply = call(providers, key, method, &asked).await?;
        let list = &reply[root];
        let Some(some) = list["photo"].as_array() else {
            return Err(odd(&format!("{method} without photos")));
        };
        describe(&mut source, list);
        photos.extend(some.iter().cloned().map(|mut photo| {
            // An album's photos leave out whose they are.
            for (field, of_list) in [("owner", "owner"), ("ownername", "ownername")] {
                if photo[field].is_null() {
                    photo[field] = list[of_list].clone();
                }
            }
            photo
        }));
        let pages = number(&list["pages"]).unwrap_or(1);
        if page >= pages || some.is_empty() {
            break;
        }
        let end = match () {
            () if photos.len() >= MOST_ITEMS => format!("beyond the first {MOST_ITEMS} photos"),
            () if page >= MOST_PAGES => format!("beyond {MOST_PAGES} pages"),
            () if begun.elapsed() >= providers.fetch.patience() => {
                "it answers too slowly".to_owned()
            }
            () => continue,
        };
        skipped.push(format!("the rest: {end}"));
        break;
    }
    if photos.is_empty() {
        let detail = format!("{} shows no photo to everybody", source.address);
        return Err(StepError::fail(Code::LinkNoMedium, detail));
    }
    let own = [&providers.flickr.api, &providers.flickr.oembed];
    let (mut items, mut seen) = (Vec::new(), HashSet::new());
    for photo in &photos {
        match found(photo, &source, &own) {
            Ok(_) if items.len() >= MOST_ITEMS => {
                skipped.push(format!(
                    "{}: beyond the first {MOST_ITEMS} photos",
                    photo["id"]
                ));
            }
            Ok(found) if seen.insert(found.guid.clone()) => items.push(found),
            Ok(found) => skipped.push(format!("{}: it is there twice", found.canonical)),
            Err(why) => skipped.push(why),
        }
    }
    Ok(Proposals {
        source,
        items: in_order(items),
        skipped,
    })
}

/// What the list says of itself, where that was not known.
fn describe(source: &mut Source, list: &Value) {
    if source.title.is_empty() || source.title == source.address {
        let first = &list["photo"][0];
        let names = [
            &list["title"],
            &list["ownername"],
            &first["realname"],
            &first["ownername"],
        ];
        let said = names.into_iter().find_map(|name| text(content(name)));
        source.title = said.unwrap_or_else(|| source.address.clone());
    }
    if source.author.is_none() {
        source.author = text(content(&list["ownername"]));
    }
}

/// A photo of a list, or why it is none to be shown.
fn found(photo: &Value, source: &Source, own: &[&Url]) -> Result<Found, String> {
    let id = number(&photo["id"])
        .and_then(|id| u64::try_from(id).ok())
        .ok_or("a photo without a number")?;
    if number(&photo["ispublic"]) == Some(0) {
        return Err(format!("{id}: only its owner's friends can open it"));
    }
    let owner = [&photo["pathalias"], &photo["path_alias"], &photo["owner"]]
        .into_iter()
        .find_map(|name| name.as_str().filter(|name| is_path(name)));
    let page = owner.map(|owner| format!("https://www.flickr.com/photos/{owner}/"));
    let licence = licence(&photo["license"]);
    let allowed = licence.is_some_and(|licence| licence.allows_copy());
    let picture = ["url_l", "url_c", "url_z", "url_m"]
        .iter()
        .find_map(|size| photo[size].as_str())
        .filter(|url| allowed && on_hosts(url, PICTURES, own));
    Ok(Found {
        canonical: page.as_ref().map_or(
            format!("https://www.flickr.com/photo.gne?id={id}"),
            |page| format!("{page}{id}/"),
        ),
        origin: "flickr-api".into(),
        kind: match photo["media"].as_str() {
            Some("video") => "video".into(),
            _ => "photo".into(),
        },
        title: text(content(&photo["title"])),
        description: text(content(&photo["description"]).map(|said| html::plain(&said))),
        author: text(content(&photo["realname"])).or_else(|| text(content(&photo["ownername"]))),
        author_url: page,
        recorded_on: day_taken(
            &photo["datetaken"],
            &photo["datetakenunknown"],
            &photo["datetakengranularity"],
        ),
        published_on: day_of(&photo["dateupload"]),
        licence,
        picture: picture.map(|url| RemotePicture {
            url: url.to_owned(),
            expires: false,
        }),
        guid: Some(id.to_string()),
        source: Some(source.clone().into()),
        ..Found::default()
    })
}
