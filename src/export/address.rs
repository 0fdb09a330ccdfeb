//! Which addresses of ours become files, and where those lie in the folder.

use crate::text::Catalogue;
use url::{Url, form_urlencoded};

/// What every feed is called (`/showcase.xml`, `/groups/pylagos/podcast.xml`).
pub const FEEDS: &[&str] = &[
    "showcase.xml",
    "showcase.atom",
    "showcase.json",
    "podcast.xml",
];
/// Other files in the first folder.
const FILES: &[&str] = &[
    "publisher.xml",
    "feeds.opml",
    "roster.opml",
    "robots.txt",
    "sitemap.xml",
    "favicon.ico",
];
/// Pages in the first folder.
const PAGES: &[&str] = &[
    "groups",
    "countries",
    "languages",
    "people",
    "feeds",
    "organizers",
    "about",
    "privacy",
];
/// Letters of a video's id, at most.
const MOST_ID: usize = 20;

/// Something of the public face that becomes a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address {
    /// The language of a page; none for the showcase's own, and for what is the same in every language.
    pub language: Option<&'static str>,
    /// Its path on the living service: letters, digits and `-_.` between slashes.
    pub path: String,
    /// What of it.
    pub kind: Kind,
}

/// What it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Feeds, pictures, sound, the style sheet: they lie under their own path.
    File,
    /// How another site shows the page of this path (oembed.com).
    Oembed(String),
    /// A page.
    Page,
    /// A page's entries before this position.
    Older(i64),
    /// An entry's page with a provider's player.
    Play(String),
}

/// What a link is to an export.
#[derive(Debug, PartialEq, Eq)]
pub enum Link {
    /// A place on the same page, or not ours: it stays as it is.
    Stays,
    /// A file of the export, and the place in it with its `#`.
    File(Address, String),
    /// What only a living service answers: its whole address there.
    Live(String),
}

/// Whose links they are.
#[derive(Clone, Debug)]
pub struct Site {
    /// Where the folder will be served, without a trailing slash.
    pub url: String,
    /// Where the living service is, without a trailing slash.
    pub live: String,
    /// The showcase's own language.
    pub language: &'static str,
}

impl Site {
    /// What a link on this page is.
    pub fn link(&self, from: &Address, written: &str) -> Link {
        let path = match self.path(written) {
            Some(path) => path.to_owned(),
            None if written.starts_with('?') => format!("{}{written}", from.path),
            None => return Link::Stays,
        };
        let base = Url::parse("http://ours.invalid");
        let Ok(parsed) = base.and_then(|base| base.join(&path)) else {
            return Link::Stays;
        };
        let place = parsed.fragment().map(|place| format!("#{place}"));
        let place = place.unwrap_or_default();
        let query = parsed.query().unwrap_or_default();
        let mut asked = None;
        let mut rest = Vec::new();
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            match name == "lang" {
                true => asked = Some(self.spoken(&value)),
                false => rest.push((name.into_owned(), value.into_owned())),
            }
        }
        let language = asked.unwrap_or(from.language);
        match self.kind(parsed.path(), &rest) {
            Some(kind) => {
                let is_page = !matches!(kind, Kind::File | Kind::Oembed(_));
                let address = Address {
                    language: language.filter(|_| is_page),
                    path: parsed.path().to_owned(),
                    kind,
                };
                Link::File(address, place)
            }
            None => {
                let mut to = format!("{}{}", self.live, parsed.path());
                let mut query = form_urlencoded::Serializer::new(String::new());
                query.extend_pairs(rest);
                if let Some(language) = language {
                    query.append_pair("lang", language);
                }
                let query = query.finish();
                if !query.is_empty() {
                    to = format!("{to}?{query}");
                }
                Link::Live(to + &place)
            }
        }
    }

    /// The whole address of a file: of a page without its `index.html`.
    pub fn whole(&self, address: &Address) -> String {
        let file = address.file();
        let path = file.strip_suffix("/index.html").unwrap_or(&file);
        match path {
            "index.html" => format!("{}/", self.url),
            path => format!("{}/{path}", self.url),
        }
    }

    /// What is asked of the router for it.
    pub fn request(&self, address: &Address) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        match &address.kind {
            Kind::Oembed(page) => {
                query.append_pair("url", &format!("{}{page}", self.url));
            }
            Kind::Older(before) => {
                query.append_pair("before", &before.to_string());
            }
            Kind::Play(id) => {
                query.append_pair("play", id);
            }
            Kind::File | Kind::Page => {}
        }
        if let Some(language) = address.language {
            query.append_pair("lang", language);
        }
        match query.finish() {
            query if query.is_empty() => address.path.clone(),
            query => format!("{}?{query}", address.path),
        }
    }

    /// A path of ours, however it is written; nothing for what is elsewhere.
    fn path<'a>(&self, written: &'a str) -> Option<&'a str> {
        if let Some(rest) = written.strip_prefix(&self.url) {
            return match rest {
                "" => Some("/"),
                rest => rest.starts_with(['/', '?', '#']).then_some(rest),
            };
        }
        (written.starts_with('/') && !written.starts_with("//")).then_some(written)
    }

    /// A language that pages are in beside the showcase's own.
    fn spoken(&self, tag: &str) -> Option<&'static str> {
        let all = Catalogue::all().into_iter();
        let mut all = all.map(|text| text.language());
        all.find(|known| *known == tag && *known != self.language)
    }

    fn kind(&self, path: &str, query: &[(String, String)]) -> Option<Kind> {
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        let normal = match parts.as_slice() {
            [] => "/".to_owned(),
            parts => format!("/{}", parts.join("/")),
        };
        // One address, one file: what is written in another way is left to the service.
        if normal != path || !parts.iter().all(|part| is_plain(part)) {
            return None;
        }
        let query: Vec<(&str, &str)> = query
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        match (parts.as_slice(), query.as_slice()) {
            (["oembed"], [("url", page)]) => self.oembed(page),
            (parts, []) if is_file(parts) => Some(Kind::File),
            (parts, []) if is_page(parts) => Some(Kind::Page),
            ([] | ["countries" | "languages", _], [("before", number)]) => {
                let position = number.parse::<i64>().ok();
                let position = position.filter(|position| position.to_string() == *number);
                position.map(Kind::Older)
            }
            (["entries", _], [("play", id)]) => {
                let is_id = id.len() <= MOST_ID && is_plain(id);
                is_id.then(|| Kind::Play((*id).to_owned()))
            }
            _ => None,
        }
    }

    fn oembed(&self, page: &str) -> Option<Kind> {
        let path = page.strip_prefix(&self.url)?;
        let (folder, slug) = path.strip_prefix('/')?.split_once('/')?;
        let is_one = ["entries", "groups"].contains(&folder) && is_plain(slug);
        is_one.then(|| Kind::Oembed(path.to_owned()))
    }
}

impl Address {
    /// What is the same in every language, or a page in the showcase's own.
    pub fn new(path: impl Into<String>, kind: Kind) -> Address {
        Address {
            language: None,
            path: path.into(),
            kind,
        }
    }

    /// The same in the showcase's own language.
    pub fn plain(&self) -> Address {
        Address::new(self.path.clone(), self.kind.clone())
    }

    /// Whether it is a page for people.
    pub fn is_page(&self) -> bool {
        matches!(self.kind, Kind::Page | Kind::Older(_) | Kind::Play(_))
    }

    /// Whether its name is the hash of its bytes.
    pub fn is_medium(&self) -> bool {
        self.path.starts_with("/media/")
    }

    /// Its file in the folder.
    pub fn file(&self) -> String {
        let path = self.path.trim_start_matches('/');
        let folder = match (self.language, path) {
            (None, path) => path.to_owned(),
            (Some(language), "") => language.to_owned(),
            (Some(language), path) => format!("{language}/{path}"),
        };
        let within = |rest: &str| match folder.as_str() {
            "" => rest.to_owned(),
            folder => format!("{folder}/{rest}"),
        };
        match &self.kind {
            // A plain file server tells a file's type from its name, and this one is an SVG.
            Kind::File if path == "favicon.ico" => "favicon.svg".into(),
            Kind::File => folder,
            Kind::Oembed(page) => format!("oembed{page}.json"),
            Kind::Page => within("index.html"),
            Kind::Older(before) => within(&format!("older/{before}/index.html")),
            Kind::Play(id) => within(&format!("play/{id}/index.html")),
        }
    }
}

/// The way from one file to another, as a link has it.
pub fn way(from: &str, to: &str) -> String {
    let from: Vec<&str> = from.split('/').collect();
    let to: Vec<&str> = to.split('/').collect();
    let folders = from.len().min(to.len()) - 1;
    let same = (0..folders).take_while(|at| from[*at] == to[*at]).count();
    let up = "../".repeat(from.len() - 1 - same);
    up + &to[same..].join("/")
}

fn is_file(parts: &[&str]) -> bool {
    match parts {
        [file] => FEEDS.contains(file) || FILES.contains(file),
        [".well-known", "security.txt"] => true,
        ["media" | "artwork" | "assets" | "icons" | "sitemap", _] => true,
        ["archive", _, file] => FEEDS.contains(file),
        ["groups" | "countries" | "languages", _, file] => FEEDS.contains(file),
        ["groups" | "countries" | "languages", _, "archive", _, file] => FEEDS.contains(file),
        _ => false,
    }
}

fn is_page(parts: &[&str]) -> bool {
    match parts {
        [] => true,
        [page] => PAGES.contains(page),
        ["groups", "new"] => false,
        ["embed", "groups", _] => true,
        [
            "groups" | "countries" | "languages" | "entries" | "people" | "embed",
            _,
        ] => true,
        _ => false,
    }
}

/// Whether a part of a path is a file's name wherever files are, as slugs and hashes are.
fn is_plain(part: &str) -> bool {
    let is_letter = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
    let is_hidden = part.starts_with('.') && part != ".well-known";
    !part.is_empty() && !is_hidden && part.bytes().all(is_letter)
}

#[cfg(test)]
pub(super) mod tests;
