//! The copies of a talk: those that can be shown, and why the others cannot.

use crate::link::{self, Link, Provider};
use crate::list::Note;
use crate::text::line;
use serde_json::Value;
use url::Url;

/// Copies of one talk.
const MOST: usize = 20;
/// Services that closed for good and took every video with them.
const CLOSED: [&str; 4] = ["blip.tv", "video.google.com", "vid.me", "viddler.com"];
/// The links of a record's `videos`, each once, what plays on our pages first.
pub(super) fn read(
    videos: Option<&Value>,
    notes: &mut Vec<Note>,
) -> Result<Vec<(String, Link)>, Note> {
    let videos = videos
        .and_then(Value::as_array)
        .map_or(&[][..], Vec::as_slice);
    let mut links: Vec<(String, Link)> = Vec::new();
    let mut last = None;
    for video in videos {
        let typed = video
            .get("url")
            .or(Some(video))
            .and_then(Value::as_str)
            .map(line)
            .unwrap_or_default();
        let refused = match usable(&typed) {
            Ok(_) if links.len() == MOST => Note::new("link-refused", &typed),
            Ok(link) => {
                if !links.iter().any(|(_, known)| *known == link) {
                    links.push((typed, link));
                }
                continue;
            }
            Err(why) => why,
        };
        last = Some(refused.clone());
        notes.push(refused);
    }
    if links.is_empty() {
        return Err(match last {
            Some(last) => Note::new("links-refused", format!("{}: {}", last.code, last.about)),
            None => Note::new("links-none", ""),
        });
    }
    links.sort_by_key(|(_, link)| link.provider() != Provider::YouTube);
    Ok(links)
}

fn usable(typed: &str) -> Result<Link, Note> {
    if let Ok(url) = Url::parse(typed) {
        let host = url.host_str().unwrap_or_default();
        let within = |closed: &&str| {
            host.strip_suffix(*closed)
                .is_some_and(|front| front.is_empty() || front.ends_with('.'))
        };
        if CLOSED.iter().any(within) {
            return Err(Note::new("link-dead", typed));
        }
        // Amazon's signed addresses: good for hours, and their key is nobody's to publish.
        let has = |name: &str| {
            url.query_pairs()
                .any(|(key, _)| key.eq_ignore_ascii_case(name))
        };
        if has("signature") && has("expires") {
            let bare = typed.split('?').next().unwrap_or_default();
            return Err(Note::new("link-expired", bare));
        }
    }
    match link::parse(typed) {
        // Of the many a record means one that it does not name.
        Ok(link) if !link.is_one() && !matches!(link, Link::Page(_)) => {
            Err(Note::new("link-many", typed))
        }
        Ok(link) => Ok(link),
        Err(refusal) => Err(Note::new(
            "link-refused",
            format!("{typed} ({})", refusal.code.as_str()),
        )),
    }
}
