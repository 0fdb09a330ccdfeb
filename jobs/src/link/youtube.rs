//! YouTube's addresses, from the flash player's to the app's.

use super::address::Address;
use super::{Link, Provider, Reading, Refusal, YouTube, within};
use crate::Code;

/// First words of paths that are YouTube's own pages and no custom channel names.
const PAGES: &str = "about account account_privacy ads api audiolibrary comment creators error explore feed \
    feeds gaming hashtag howyoutubeworks iframe_api jobs kids live_chat login logout movies music my_videos new \
    oops paid_memberships post premium reporthistory results select_site shopping signin signup source sports \
    storefront subscription_center testtube trending tv upload watch_videos youtubei yt";

/// What a channel's page shows behind its name.
const TABS: &str = "about channels community featured live playlists podcasts releases search shorts store \
    streams videos";

pub(super) fn read(address: &Address) -> Result<Reading, Refusal> {
    // `&` where a `?` should be, as flash embeds had it.
    let path: Vec<&str> = address
        .path()
        .into_iter()
        .map(|part| cut(part, &['&']))
        .collect();
    let host = address.host.as_str();
    match host {
        "consent.youtube.com" => wrapped(address, "continue"),
        "gdata.youtube.com" => gdata(&path),
        "img.youtube.com" => thumbnail(&path),
        "youtu.be" | "www.youtu.be" | "y2u.be" | "www.y2u.be" => match path.as_slice() {
            [id, ..] if !is_page(id) => video(id),
            _ => page(address, &path),
        },
        _ if within(host, "ytimg.com") => thumbnail(&path),
        _ if is_main(host) => page(address, &path),
        _ => no_medium(format!(
            "{host} is a site of YouTube's that shows no videos"
        )),
    }
}

/// The hosts that show videos; `de.youtube.com` and its like were the country sites of 2007.
fn is_main(host: &str) -> bool {
    const DOMAINS: [&str; 4] = [
        "youtube.com",
        "youtube-nocookie.com",
        "youtubekids.com",
        "youtube.googleapis.com",
    ];
    const FRONTS: [&str; 4] = ["www", "m", "music", "gaming"];
    DOMAINS
        .iter()
        .any(|domain| match host.strip_suffix(domain) {
            Some("") => true,
            Some(front) => front.strip_suffix('.').is_some_and(|front| {
                FRONTS.contains(&front)
                    || (front.len() == 2 && front.bytes().all(|b| b.is_ascii_lowercase()))
            }),
            None => false,
        })
}

/// Whether a path's first part is a page known to [`page`] and so no id.
fn is_page(part: &str) -> bool {
    const PAGES: &str = "watch shorts live embed v vi e playlist channel user c attribution_link redirect oembed clip";
    listed(PAGES, part) || part.starts_with('@')
}

fn page(address: &Address, path: &[&str]) -> Result<Reading, Refusal> {
    match path {
        []
        | [
            "watch" | "watch_popup" | "details" | "ytscreeningroom" | "clip" | "movie",
            ..,
        ] => watch(address, path),
        ["embed", "videoseries"] | ["embed" | "playlist"] => {
            playlist(address.param(&["list"]).unwrap_or_default())
        }
        ["embed", "live_stream"] => channel(address.param(&["channel"]).unwrap_or_default()),
        ["shorts" | "live" | "embed" | "v" | "vi" | "e", rest @ ..] => {
            video(rest.first().copied().unwrap_or_default())
        }
        ["view_play_list" | "my_playlists"] => {
            old_playlist(address.param(&["p", "list"]).unwrap_or_default())
        }
        ["feeds", "videos.xml"] => feed(address),
        ["channel", id, ..] => channel(id),
        // Channel pages of 2009 named the video behind the `#`.
        ["user", _] if address.fragment.starts_with("p/") => {
            video(address.fragment.rsplit('/').next().unwrap_or_default())
        }
        ["user", name, ..] => named(YouTube::User, name),
        ["c", name, ..] => named(YouTube::Custom, name),
        ["channel" | "user" | "c"] => bad_id("the name of the channel is missing"),
        ["attribution_link"] => wrapped(address, "u"),
        ["redirect"] => wrapped(address, "q"),
        ["oembed"] => wrapped(address, "url"),
        [handle] if handle.starts_with('@') => named(YouTube::Handle, &handle[1..]),
        [handle, tab, ..] if handle.starts_with('@') && listed(TABS, tab) => {
            named(YouTube::Handle, &handle[1..])
        }
        [name] if !listed(PAGES, name) && !name.contains('.') => named(YouTube::Custom, name),
        [name, tab] if !listed(PAGES, name) && listed(TABS, tab) => named(YouTube::Custom, name),
        _ => no_medium("this page of YouTube shows no single video; send the video's own link"),
    }
}

/// Pages that name the video in a parameter, after `#!`, or in the path.
fn watch(address: &Address, path: &[&str]) -> Result<Reading, Refusal> {
    let hash_bang = || {
        let query = address.fragment.strip_prefix('!')?;
        let query = query.rsplit('?').next().unwrap_or(query);
        query.split('&').find_map(|pair| pair.strip_prefix("v="))
    };
    match (address.param(&["v", "vi"]).or_else(hash_bang), path) {
        (Some(id), _) => video(id),
        (None, ["watch", id, ..]) => video(id),
        (None, ["clip", ..]) => {
            bad_id("a clip's link does not say which video it is from; send the video's link")
        }
        (None, []) => no_medium("this is YouTube's front page; send the link of a video"),
        (None, _) => match address.param(&["list"]) {
            Some(id) => playlist(id),
            None => {
                bad_id("the link does not say which video; copy it again from the video's page")
            }
        },
    }
}

fn feed(address: &Address) -> Result<Reading, Refusal> {
    if let Some(id) = address.param(&["playlist_id"]) {
        playlist(id)
    } else if let Some(id) = address.param(&["channel_id"]) {
        channel(id)
    } else {
        named(YouTube::User, address.param(&["user"]).unwrap_or_default())
    }
}

/// `i.ytimg.com/vi/ID/hqdefault.jpg` and its kin.
fn thumbnail(path: &[&str]) -> Result<Reading, Refusal> {
    match path {
        ["vi" | "vi_webp" | "an" | "an_webp" | "sb", id, ..] => video(id),
        _ => no_medium(
            "this picture of YouTube's does not say which video it is of; send the video's link",
        ),
    }
}

/// The API of 2013 and before, still found in old feeds.
fn gdata(path: &[&str]) -> Result<Reading, Refusal> {
    match path {
        ["feeds", "api" | "base", "videos", id, ..] | ["feeds", "videos", id, ..] => video(id),
        ["feeds", "api" | "base", "playlists", id, ..] => old_playlist(id),
        ["feeds", "api" | "base", "users", name, ..] => named(YouTube::User, name),
        _ => no_medium("this address of YouTube's old API names no video"),
    }
}

fn wrapped(address: &Address, param: &str) -> Result<Reading, Refusal> {
    match address.param(&[param]) {
        Some(inner) if inner.starts_with('/') && !inner.starts_with("//") => {
            Ok(Reading::Wrapped(format!("https://www.youtube.com{inner}")))
        }
        Some(inner) => Ok(Reading::Wrapped(inner.to_owned())),
        None => no_medium("this link leads on to another, but does not say to which"),
    }
}

fn video(id: &str) -> Result<Reading, Refusal> {
    // Mailers glue tracking on with a second `?`.
    let id = cut(id, &['?', '&']);
    // Both have the form of an id and mean "the playlist" and "the channel's stream".
    let word = matches!(id, "videoseries" | "live_stream");
    if id.is_empty() {
        bad_id("the id of the video is missing; copy the link again from the video's page")
    } else if word || id.len() != 11 || !base64url(id) {
        bad_id(
            "a YouTube video's id has 11 letters and digits, this one differs; copy the link again",
        )
    } else {
        link(YouTube::Video(id.to_owned()))
    }
}

fn playlist(id: &str) -> Result<Reading, Refusal> {
    if matches!(id, "WL" | "LL" | "LM" | "HL") {
        let detail = "this list (watch later, likes, history) is different for every viewer; send single videos";
        Err(Refusal::new(Code::LinkPrivate, Provider::YouTube, detail))
    } else if id.starts_with("RD") {
        no_medium("this is a mix that YouTube makes anew for every viewer; send single videos")
    } else if !(12..=64).contains(&id.len()) || !base64url(id) {
        bad_id("the id of the playlist is missing or not complete")
    } else {
        link(YouTube::Playlist(id.to_owned()))
    }
}

/// Old links left out the `PL` in front.
fn old_playlist(id: &str) -> Result<Reading, Refusal> {
    if id.len() == 16 && id.bytes().all(|b| b.is_ascii_hexdigit()) {
        playlist(&format!("PL{id}"))
    } else {
        playlist(id)
    }
}

fn channel(id: &str) -> Result<Reading, Refusal> {
    if id.len() == 24 && id.starts_with("UC") && base64url(id) {
        link(YouTube::Channel(id.to_owned()))
    } else {
        bad_id("a channel's id starts with UC and has 24 letters and digits, this one differs")
    }
}

fn named(kind: fn(String) -> YouTube, name: &str) -> Result<Reading, Refusal> {
    if is_name(name) {
        link(kind(name.to_owned()))
    } else {
        bad_id("the name of the channel is missing or not one that YouTube gives")
    }
}

/// Handles and channel names may be in any script, so we refuse what no name holds.
fn is_name(name: &str) -> bool {
    let fits = |c: char| {
        c.is_alphanumeric()
            || "_-.·".contains(c)
            // Vowel signs, which Unicode does not count as letters.
            || matches!(c, '\u{300}'..='\u{36f}' | '\u{900}'..='\u{109f}' | '\u{1780}'..='\u{17ff}')
    };
    (1..=100).contains(&name.chars().count())
        && name.chars().all(fits)
        && !name.starts_with('.')
        && !name.ends_with('.')
}

fn base64url(id: &str) -> bool {
    id.bytes()
        .all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
}

fn listed(words: &str, word: &str) -> bool {
    words
        .split_ascii_whitespace()
        .any(|listed| listed.eq_ignore_ascii_case(word))
}

fn cut<'a>(text: &'a str, at: &[char]) -> &'a str {
    text.split(at).next().unwrap_or_default()
}

fn link(link: YouTube) -> Result<Reading, Refusal> {
    Ok(Reading::Link(Link::YouTube(link)))
}

fn bad_id(detail: &str) -> Result<Reading, Refusal> {
    Err(Refusal::new(Code::LinkBadId, Provider::YouTube, detail))
}

fn no_medium(detail: impl Into<String>) -> Result<Reading, Refusal> {
    Err(Refusal::new(Code::LinkNoMedium, Provider::YouTube, detail))
}
