//! Namespaces: whose word an element is.

/// Whose word an element is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Space {
    /// Nobody's: RSS's own words.
    Rss,
    Atom,
    Itunes,
    Podcast,
    Media,
    /// RSS 1.0's content module.
    Content,
    /// RFC 5005's.
    History,
    Rdf,
    Dublin,
    Other,
}

const ATOM: &str = "http://www.w3.org/2005/Atom";
/// Atom 0.3's, before it was a standard.
const ATOM_OLD: &str = "purl.org/atom/ns";
const ITUNES: &str = "http://www.itunes.com/dtds/podcast-1.0.dtd";
const PODCAST: &str = "https://podcastindex.org/namespace/1.0";
/// What clients must take for the same.
const PODCAST_TOO: &str =
    "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md";
const MEDIA: &str = "http://search.yahoo.com/mrss/";
const CONTENT: &str = "http://purl.org/rss/1.0/modules/content/";
const HISTORY: &str = "http://purl.org/syndication/history/1.0";
const RDF: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const DUBLIN: &str = "http://purl.org/dc/elements/1.1/";

/// What old feeds take for RSS's namespace, which has none.
const RSS: &[&str] = &[
    "backend.userland.com/rss",
    "blogs.law.harvard.edu/tech/rss",
    "cyber.law.harvard.edu/rss",
];

/// The names by which the namespaces are known, and under which prefix.
const KNOWN: &[(Space, &str, &str)] = &[
    (Space::Atom, "atom", ATOM),
    (Space::Itunes, "itunes", ITUNES),
    (Space::Podcast, "podcast", PODCAST),
    (Space::Media, "media", MEDIA),
    (Space::Content, "content", CONTENT),
    (Space::History, "fh", HISTORY),
    (Space::Rdf, "rdf", RDF),
    (Space::Dublin, "dc", DUBLIN),
];

/// What a declaration binds, and what the namespace is really called where it is misspelt.
pub(super) fn bound(prefix: &str, address: &str) -> (Space, Option<&'static str>) {
    if let Some(known) = KNOWN.iter().find(|known| known.2 == address) {
        return (known.0, None);
    }
    if address == PODCAST_TOO {
        return (Space::Podcast, None);
    }
    if address.is_empty() {
        return (Space::Rss, None);
    }
    if RSS.iter().any(|known| bare(address).starts_with(known)) {
        return (Space::Rss, Some(""));
    }
    let meant = KNOWN.iter().find(|known| bare(known.2) == bare(address));
    // Nobody calls anything else so.
    let is_meant = ["atom", "itunes", "media", "podcast"].contains(&prefix);
    let meant = meant.or_else(|| KNOWN.iter().find(|known| is_meant && known.1 == prefix));
    match meant {
        Some(known) => (known.0, Some(known.2)),
        None if bare(address) == ATOM_OLD => (Space::Atom, Some(ATOM)),
        None => (Space::Other, None),
    }
}

/// What a prefix that nobody declared is used for.
pub(super) fn usual(prefix: &str) -> Space {
    let known = KNOWN.iter().find(|known| known.1 == prefix);
    known.map_or(Space::Other, |known| known.0)
}

/// An address without what people get wrong in it.
fn bare(address: &str) -> String {
    let address = address.trim().to_ascii_lowercase();
    let (_, rest) = address.split_once("://").unwrap_or(("", &address));
    let rest = rest.strip_prefix("www.").unwrap_or(rest);
    rest.trim_end_matches(['/', '#']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_misses_are_named() {
        assert_eq!(bound("x", ITUNES), (Space::Itunes, None));
        let shouted = "http://www.itunes.com/DTDs/Podcast-1.0.dtd";
        assert_eq!(bound("x", shouted), (Space::Itunes, Some(ITUNES)));
        let open = "http://search.yahoo.com/mrss";
        assert_eq!(bound("media", open), (Space::Media, Some(MEDIA)));
        let elsewhere = "https://podcast.example/ns";
        assert_eq!(bound("podcast", elsewhere), (Space::Podcast, Some(PODCAST)));
        assert_eq!(bound("x", "https://x.example/"), (Space::Other, None));
        let old = "http://purl.org/atom/ns#";
        assert_eq!(bound("", old), (Space::Atom, Some(ATOM)));
        assert_eq!(
            bound("dc", "http://purl.org/dc/terms/"),
            (Space::Other, None)
        );
    }
}
