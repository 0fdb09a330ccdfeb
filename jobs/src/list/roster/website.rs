//! A group's website, as somebody wrote it down.

use crate::list::Note;
use url::Url;

/// Bytes of an address.
const MOST: usize = 500;

/// The first web address of a cell; what is none, or more than one, is noted.
pub(super) fn read(cell: &str, notes: &mut Vec<Note>) -> Option<String> {
    let mut found = None;
    let parts = cell.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '|'));
    for part in parts.filter(|part| !part.is_empty()) {
        if part.to_lowercase().starts_with("mailto:") || part.contains('@') || part.contains("[at]")
        {
            // Somebody's address is not ours to keep, nor to repeat.
            notes.push(Note::new("website-mail", ""));
            continue;
        }
        match (address(part), &found) {
            (Some((page, _)), Some(first)) if page == *first => {}
            (Some(_), Some(_)) => notes.push(Note::new("website-more", part)),
            (Some((page, mended)), None) => {
                if mended {
                    notes.push(Note::new("website-mended", part));
                }
                found = Some(page);
            }
            (None, _) => notes.push(Note::new("website-unreadable", part)),
        }
    }
    found
}

/// The address, and whether it had to be mended.
fn address(said: &str) -> Option<(String, bool)> {
    let scheme = said
        .split_once(':')
        .map(|(scheme, rest)| (scheme.to_lowercase(), rest));
    let (whole, mended) = match scheme {
        Some((scheme, rest)) if ["http", "https"].contains(&scheme.as_str()) => {
            let rest = rest.trim_start_matches('/');
            (format!("{scheme}://{rest}"), !said.contains("://"))
        }
        _ if said.contains(':') || said.starts_with('/') => return None,
        _ => (format!("http://{said}"), true),
    };
    let url = Url::parse(&whole).ok()?;
    let named = url.domain().is_some_and(|host| {
        host.trim_end_matches('.')
            .rsplit_once('.')
            .is_some_and(|(name, end)| !name.is_empty() && end.len() > 1)
    });
    let plain = url.username().is_empty() && url.password().is_none();
    (named && plain && url.as_str().len() <= MOST).then(|| (url.into(), mended))
}

/// An address as it is compared: without scheme, `www.` and closing slash.
pub(super) fn fold(address: &str) -> String {
    let address = address.to_lowercase();
    let bare = address
        .split_once("://")
        .map_or(&*address, |(_, rest)| rest);
    bare.strip_prefix("www.")
        .unwrap_or(bare)
        .trim_end_matches('/')
        .to_owned()
}

/// The host of an address that is a whole site: what stands on it is one group's.
pub(super) fn host_alone(address: &str) -> Option<String> {
    let folded = fold(address);
    (!folded.contains(['/', '?', '#'])).then_some(folded)
}
