//! Flickr's addresses: pages, picture files, short links, feeds.

use super::address::Address;
use super::{Flickr, Link, Provider, Reading, Refusal, within};
use crate::Code;

pub(super) fn read(address: &Address) -> Result<Reading, Refusal> {
    let path = address.path();
    let host = address.host.as_str();
    match host {
        "flickr.com" | "www.flickr.com" | "m.flickr.com" | "secure.flickr.com"
        | "api.flickr.com" => {
            // An old tracking prefix: /x/t/0099009/photos/…
            let path = if path.starts_with(&["x", "t"]) {
                path.get(3..).unwrap_or_default()
            } else {
                &path
            };
            page(address, path)
        }
        "embedr.flickr.com" => match path.as_slice() {
            ["photos", id] => photo(id, None),
            _ => no_medium("this embedded frame holds no single photo"),
        },
        "flic.kr" | "www.flic.kr" => short(&path),
        _ if within(host, "staticflickr.com") || within(host, "static.flickr.com") => file(&path),
        _ if is_photos_host(host) => file(&path),
        _ => no_medium(format!(
            "{host} holds none of Flickr's photos; send the link of a photo's page"
        )),
    }
}

/// `photos12.flickr.com`, where the files were in 2005.
fn is_photos_host(host: &str) -> bool {
    host.strip_suffix(".flickr.com")
        .and_then(|front| front.strip_prefix("photos"))
        .is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()))
}

fn page(address: &Address, path: &[&str]) -> Result<Reading, Refusal> {
    match path {
        [] => no_medium("this is Flickr's front page; send the link of a photo"),
        ["photos" | "photo", "tags", tag, ..] => tagged(tag),
        ["photos" | "photo", rest @ ..] => photos(rest),
        ["people", owner] => user(owner),
        ["groups", group] | ["groups", group, "pool", ..] => match owner_name(group) {
            Some(id) => other("group", &id, format!("https://www.flickr.com/groups/{id}/")),
            None => bad_id("the name of the group is missing or not one that Flickr gives"),
        },
        ["services", "feeds", file] => feed(address, file),
        ["services", "oembed"] => match address.param(&["url"]) {
            Some(inner) => Ok(Reading::Wrapped(inner.to_owned())),
            None => no_medium("this link asks about another, but does not say which"),
        },
        ["gp", ..] => Err(Refusal::new(
            Code::LinkPrivate,
            Provider::Flickr,
            "this is a guest pass, a private link that its owner did not mean to be published",
        )),
        ["apps", "video", ..] => photo(address.param(&["photo_id"]).unwrap_or_default(), None),
        [file]
            if file.ends_with(".gne")
                && (file.starts_with("photo") || file.starts_with("video")) =>
        {
            match (address.param(&["id"]), address.param(&["short"])) {
                (Some(id), _) => photo(id, None),
                (None, Some(short)) => short_photo(short),
                (None, None) => bad_id("the link does not say which photo"),
            }
        }
        _ => no_medium("this page of Flickr shows no single photo; send the photo's own link"),
    }
}

/// Everything under `/photos/`.
fn photos(path: &[&str]) -> Result<Reading, Refusal> {
    let [name, rest @ ..] = path else {
        return no_medium("this page of Flickr shows no single photo; send the photo's own link");
    };
    if matches!(*name, "me" | "friends" | "upload" | "organize" | "tags") {
        return no_medium("this page is different for every visitor; send the photo's own link");
    }
    let Some(owner) = owner_name(name) else {
        return bad_id("the name of the photo's owner is not one that Flickr gives");
    };
    match rest {
        [] | ["albums" | "sets" | "gallery" | "galleries"] => user(name),
        [page] if is_page_number(page) => user(name),
        ["albums" | "sets", id, ..] => match number(id) {
            Some(id) => Ok(Reading::Link(Link::Flickr(Flickr::Album { id, owner }))),
            None => bad_id("the number of the album is missing or no number"),
        },
        ["gallery" | "galleries", id, ..] => match number(id) {
            Some(id) => {
                let canonical = format!("https://www.flickr.com/photos/{owner}/galleries/{id}/");
                other("gallery", &id.to_string(), canonical)
            }
            None => bad_id("the number of the gallery is no number"),
        },
        [
            "favorites" | "collections" | "tags" | "archives" | "map" | "stats" | "popular"
            | "with",
            ..,
        ] => no_medium("this page of Flickr shows no single photo; send the photo's own link"),
        // A film's file and no page: whose it is, only Flickr can tell.
        [id, "play", ..] => photo(id, None),
        [id, ..] => photo(id, Some(owner)),
    }
}

/// `65535/53381630964_63d765ee92_s.jpg`, with one, two or no folders in front.
fn file(path: &[&str]) -> Result<Reading, Refusal> {
    if let ["video", id, ..] = path {
        return photo(id, None);
    }
    let name = path.last().copied().unwrap_or_default();
    let parts = name
        .rsplit_once('.')
        .and_then(|(stem, _)| stem.split_once('_'));
    match parts {
        Some((id, rest)) => {
            let secret = rest.split('_').next().unwrap_or_default();
            if secret.len() < 6 || !secret.bytes().all(|b| b.is_ascii_hexdigit()) {
                return bad_id("this is not the name of a photo's file on Flickr");
            }
            photo(id, None)
        }
        None => no_medium("this file of Flickr's is no photo; send the link of the photo's page"),
    }
}

fn short(path: &[&str]) -> Result<Reading, Refusal> {
    let (kind, id) = match path {
        ["p", id] => return short_photo(id),
        ["s", id] => ("album-short", id),
        ["ps", id] => ("user-short", id),
        ["y", id] => ("gallery-short", id),
        ["p" | "s" | "ps" | "y", ..] => return bad_id("the short link is not complete"),
        [] => return no_medium("this is Flickr's front page; send the link of a photo"),
        _ => return no_medium("this short link leads to no photo that we know of"),
    };
    if id.len() > 20 || base58(id).is_none() {
        return bad_id("the short link holds a character that Flickr's short links never have");
    }
    other(kind, id, format!("https://flic.kr/{}/{id}", path[0]))
}

fn short_photo(short: &str) -> Result<Reading, Refusal> {
    // Eleven digits of base 58 hold 64 bits.
    let bytes = (short.len() <= 11)
        .then(|| base58(short))
        .flatten()
        .unwrap_or_default();
    let id = bytes.iter().try_fold(0u64, |sum, &byte| {
        sum.checked_mul(256)?.checked_add(byte.into())
    });
    match id {
        Some(id) if id > 0 => Ok(Reading::Link(Link::Flickr(Flickr::Photo {
            id,
            owner: None,
        }))),
        _ => bad_id("the short link is not complete or holds a character that they never have"),
    }
}

fn base58(text: &str) -> Option<Vec<u8>> {
    bs58::decode(text)
        .with_alphabet(bs58::Alphabet::FLICKR)
        .into_vec()
        .ok()
}

fn feed(address: &Address, file: &str) -> Result<Reading, Refusal> {
    let feeds = "https://www.flickr.com/services/feeds";
    let owner = |param| address.param(&[param]).and_then(owner_name);
    match file {
        "photoset.gne" => match (address.param(&["set"]).and_then(number), owner("nsid")) {
            (Some(set), Some(nsid)) => other(
                "feed",
                &set.to_string(),
                format!("{feeds}/photoset.gne?set={set}&nsid={nsid}"),
            ),
            _ => bad_id("the feed does not say which album of which owner"),
        },
        "photos_public.gne" | "groups_pool.gne" => match owner("id") {
            Some(id) => other("feed", &id, format!("{feeds}/{file}?id={id}")),
            None => bad_id("the feed does not say whose it is"),
        },
        _ => no_medium("this feed of Flickr's is of no one owner, album or group"),
    }
}

fn photo(id: &str, owner: Option<String>) -> Result<Reading, Refusal> {
    match number(id) {
        Some(id) => Ok(Reading::Link(Link::Flickr(Flickr::Photo { id, owner }))),
        None => bad_id("the number of the photo is missing or no number that Flickr gives"),
    }
}

fn user(name: &str) -> Result<Reading, Refusal> {
    match owner_name(name) {
        Some(id) => other("user", &id, format!("https://www.flickr.com/photos/{id}/")),
        None => bad_id("this is not a name that Flickr gives"),
    }
}

fn tagged(tag: &str) -> Result<Reading, Refusal> {
    let fits = (1..=100).contains(&tag.chars().count())
        && tag.chars().all(|c| c.is_alphanumeric() || "-_".contains(c));
    if fits {
        other(
            "tag",
            tag,
            format!("https://www.flickr.com/photos/tags/{tag}/"),
        )
    } else {
        bad_id("this is not a tag that Flickr gives")
    }
}

/// A path alias as it is, or an NSID (`47265398@N04`) in its upper-case form.
fn owner_name(name: &str) -> Option<String> {
    if let Some((number, node)) = name.split_once('@') {
        let node = node.strip_prefix(['N', 'n'])?;
        let digits =
            |text: &str| (1..=15).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
        return (digits(number) && digits(node)).then(|| format!("{number}@N{node}"));
    }
    let fits = (1..=100).contains(&name.len())
        && name
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
    fits.then(|| name.to_owned())
}

/// ASCII digits that fit in 64 bits; `str::parse` alone would take a `+` too.
fn number(text: &str) -> Option<u64> {
    let digits = text.bytes().all(|b| b.is_ascii_digit());
    digits
        .then(|| text.parse().ok())
        .flatten()
        .filter(|&id| id > 0)
}

fn is_page_number(part: &str) -> bool {
    part.strip_prefix("page")
        .is_some_and(|n| number(n).is_some())
}

fn other(kind: &'static str, id: &str, canonical: String) -> Result<Reading, Refusal> {
    Ok(Reading::Link(Link::Flickr(Flickr::Other {
        kind,
        id: id.to_owned(),
        canonical,
    })))
}

fn bad_id(detail: &str) -> Result<Reading, Refusal> {
    Err(Refusal::new(Code::LinkBadId, Provider::Flickr, detail))
}

fn no_medium(detail: impl Into<String>) -> Result<Reading, Refusal> {
    Err(Refusal::new(Code::LinkNoMedium, Provider::Flickr, detail))
}
