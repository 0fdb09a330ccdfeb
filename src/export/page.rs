//! A page as a file: its links lead from file to file, and it brings its policy along.

use super::address::{Address, Kind, Link, Site, way};
use scraper::node::Element;
use scraper::{Html, Node};
use std::collections::{BTreeSet, HashMap};
use url::Url;

/// What precedes everything that a policy rules.
const FIRST: &str = "<meta charset=\"utf-8\">";

/// A page as a file.
pub struct Written {
    pub html: String,
    /// What else its links need.
    pub links: BTreeSet<Address>,
}

/// What is known of addresses: whether something is there.
pub type There = HashMap<Address, bool>;

/// Writes a page anew for its place in the folder. A link to what is not there leads to the living service.
///
/// # Errors
/// The addresses of which nobody knows yet whether something is there.
pub fn written(
    site: &Site,
    at: &Address,
    html: &str,
    policy: &str,
    there: &There,
) -> Result<Written, BTreeSet<Address>> {
    let mut page = Html::parse_document(html);
    let mut links = Links {
        site,
        at,
        there,
        found: BTreeSet::new(),
        unknown: BTreeSet::new(),
    };
    // A browser keeps no app of a file, and says so in its console; what the app takes from a phone goes to the service.
    let nodes = page.tree.nodes();
    let apps = nodes.filter(|node| node.value().as_element().is_some_and(is_app));
    let apps: Vec<_> = apps.map(|node| node.id()).collect();
    for app in apps {
        if let Some(mut node) = page.tree.get_mut(app) {
            node.detach();
        }
    }
    for node in page.tree.values_mut() {
        let Node::Element(element) = node else {
            continue;
        };
        let name = element.name().to_owned();
        let attribute = |name| element.attr(name).unwrap_or_default().to_owned();
        let (rel, hreflang, mime) = (attribute("rel"), attribute("hreflang"), attribute("type"));
        for (key, value) in &mut element.attrs {
            let new = match (name.as_str(), &*key.local) {
                ("form", "action") => links.live(value),
                ("link", "href") => links.head(value, &rel, &hreflang, &mime),
                (_, "href" | "src" | "poster") => links.file(value),
                (_, "srcset") => Some(links.set(value)),
                _ => None,
            };
            if let Some(new) = new {
                *value = new.as_str().into();
            }
        }
    }
    if !links.unknown.is_empty() {
        return Err(links.unknown);
    }
    let mut found = links.found;
    let html = page.html();
    // Previews and what is said to machines name pictures by their whole addresses.
    found.extend(named(site, at, &html).filter(|one| one.kind == Kind::File));
    let policy = format!(
        "{FIRST}<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">",
        ruled(site, policy)
    );
    Ok(Written {
        html: html.replacen(FIRST, &policy, 1),
        links: found,
    })
}

/// A page in the place of one that has another address now: it leads on.
pub fn leading(site: &Site, at: &Address, to: &Address, language: &str, name: &str) -> String {
    let (whole, on) = (site.whole(to), way(&at.file(), &to.file()));
    let name = name.replace('&', "&amp;").replace('<', "&lt;");
    // Addresses of files hold no sign that HTML would read, and the showcase's was parsed.
    format!(
        "<!DOCTYPE html>\n<html lang=\"{language}\"><head>{FIRST}<meta http-equiv=\"Content-Security-Policy\" \
         content=\"default-src 'none'\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <title>{name}</title><link rel=\"canonical\" href=\"{whole}\"><meta name=\"robots\" content=\"noindex\">\
         <meta http-equiv=\"refresh\" content=\"0; url={on}\"></head><body><p><a href=\"{on}\">{whole}</a></p></body></html>\n"
    )
}

/// The addresses of ours that a text names whole, wherever they stand in it.
pub fn named<'a>(
    site: &'a Site,
    at: &'a Address,
    text: &'a str,
) -> impl Iterator<Item = Address> + 'a {
    let ends = |sign: char| sign.is_whitespace() || "\"'<>&\\()[]{},".contains(sign);
    let starts = text.match_indices(site.url.as_str());
    starts.filter_map(move |(start, _)| {
        let rest = &text[start..];
        let whole = &rest[..rest.find(ends).unwrap_or(rest.len())];
        match site.link(at, whole) {
            Link::File(address, _) => Some(address),
            _ => None,
        }
    })
}

/// The links of one page.
struct Links<'a> {
    site: &'a Site,
    at: &'a Address,
    there: &'a There,
    found: BTreeSet<Address>,
    unknown: BTreeSet<Address>,
}

impl Links<'_> {
    /// A link to a file, relative; nothing where it stays as it is.
    fn file(&mut self, written: &str) -> Option<String> {
        match self.site.link(self.at, written) {
            Link::Stays => None,
            Link::Live(to) => Some(to),
            Link::File(to, place) => match self.is_there(&to) {
                true => Some(way(&self.at.file(), &to.file()) + &place),
                false => self.live(written),
            },
        }
    }

    /// What a page's head says of it.
    fn head(&mut self, written: &str, rel: &str, hreflang: &str, mime: &str) -> Option<String> {
        match (rel, self.site.link(self.at, written)) {
            // A page in another language than the showcase's is one of its own here.
            ("canonical", Link::File(to, _)) => Some(self.site.whole(&to)),
            ("alternate", Link::File(to, _)) if hreflang == "x-default" => {
                Some(self.site.whole(&to.plain()))
            }
            ("alternate", Link::File(to, _)) if !hreflang.is_empty() => {
                // That of the showcase's own language names none, so it is not this page's.
                let is_own = hreflang == self.site.language;
                let to = if is_own { to.plain() } else { to };
                self.found.insert(to.clone());
                Some(self.site.whole(&to))
            }
            ("alternate", Link::File(to, _)) if mime == "application/json+oembed" => {
                match self.is_there(&to) {
                    true => Some(self.site.whole(&to)),
                    false => self.live(written),
                }
            }
            _ => self.file(written),
        }
    }

    /// Pictures in several sizes, each with its width.
    fn set(&mut self, written: &str) -> String {
        let sizes = written.split(',').map(|size| {
            let size = size.trim();
            let (address, width) = size.split_once(' ').unwrap_or((size, ""));
            let new = self.file(address).unwrap_or_else(|| address.to_owned());
            format!("{new} {width}").trim_end().to_owned()
        });
        sizes.collect::<Vec<_>>().join(", ")
    }

    /// The same address on the living service.
    fn live(&self, written: &str) -> Option<String> {
        match self.site.link(self.at, written) {
            Link::Stays => None,
            Link::Live(to) => Some(to),
            Link::File(to, place) => {
                let path = self.site.request(&to);
                Some(format!("{}{path}{place}", self.site.live))
            }
        }
    }

    fn is_there(&mut self, to: &Address) -> bool {
        match self.there.get(&to.plain()) {
            Some(true) => {
                self.found.insert(to.clone());
                true
            }
            Some(false) => false,
            None => {
                self.unknown.insert(to.plain());
                false
            }
        }
    }
}

/// Whether it is the link to the app manifest.
fn is_app(element: &Element) -> bool {
    element.attr("rel") == Some("manifest")
}

/// A page's policy as it may stand in the page: who frames it can be said in a header alone, and its forms go to the
/// living service.
fn ruled(site: &Site, policy: &str) -> String {
    let live = Url::parse(&site.live).map(|url| url.origin().ascii_serialization());
    let forms = live.map_or("form-action 'none'".into(), |live| {
        format!("form-action {live}")
    });
    let rules = policy.split(';').map(str::trim);
    let rules = rules.filter(|rule| !rule.is_empty() && !rule.starts_with("frame-ancestors"));
    let rules = rules.map(|rule| match rule {
        "form-action 'self'" => forms.as_str(),
        rule => rule,
    });
    rules.collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::super::address::tests::site;
    use super::*;

    #[test]
    fn links_of_a_page() {
        let at = Address {
            language: Some("fr"),
            ..Address::new("/entries/x", Kind::Page)
        };
        let page = r##"<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><link rel="canonical" href="https://pugs.example/entries/x"><link rel="alternate" hreflang="en" href="https://pugs.example/entries/x?lang=en"><link rel="alternate" hreflang="ja" href="https://pugs.example/entries/x?lang=ja"><link rel="alternate" hreflang="x-default" href="https://pugs.example/entries/x"><link rel="stylesheet" href="/assets/a.css"><link rel="manifest" href="/manifest.webmanifest"><meta property="og:image" content="https://pugs.example/media/b.jpg"></head><body><a href="#main">a</a><a href="/groups">b</a><a href="/entries/gone">c</a><a href="?lang=en">d</a><form action="/search"></form><a href="https://youtu.be/x">e</a><img srcset="/media/c.jpg 320w, /media/d.jpg 640w" src="/media/c.jpg"></body></html>"##;
        let mut there = There::new();
        let unknown = written(&site(), &at, page, "", &there).err().unwrap();
        for one in &unknown {
            there.insert(one.clone(), one.path != "/entries/gone");
        }
        let policy = "default-src 'none'; form-action 'self'; frame-ancestors 'none'";
        let made = written(&site(), &at, page, policy, &there).ok().unwrap();
        for (before, after) in [
            (
                "canonical",
                "rel=\"canonical\" href=\"https://pugs.example/fr/entries/x\"",
            ),
            (
                "en",
                "href=\"https://pugs.example/entries/x\" hreflang=\"en\"",
            ),
            (
                "ja",
                "href=\"https://pugs.example/ja/entries/x\" hreflang=\"ja\"",
            ),
            (
                "x-default",
                "href=\"https://pugs.example/entries/x\" hreflang=\"x-default\"",
            ),
            ("style", "../../../assets/a.css"),
            ("place", "href=\"#main\""),
            ("page", "\"../../groups/index.html\""),
            ("what is gone", "https://live.example/entries/gone?lang=fr"),
            ("switch", "\"../../../entries/x/index.html\""),
            ("form", "action=\"https://live.example/search?lang=fr\""),
            ("elsewhere", "https://youtu.be/x"),
            (
                "sizes",
                "\"../../../media/c.jpg 320w, ../../../media/d.jpg 640w\"",
            ),
            (
                "policy",
                "content=\"default-src 'none'; form-action https://live.example\"",
            ),
        ] {
            let html = made.html.replace(" rel=\"alternate\"", "");
            let html = html.replace(
                "href=\"https://pugs.example/fr/entries/x\" rel=\"canonical\"",
                "rel=\"canonical\" href=\"https://pugs.example/fr/entries/x\"",
            );
            assert!(html.contains(after), "{before}: {html}");
        }
        assert!(!made.html.contains("manifest"), "{}", made.html);
        let files: Vec<String> = made.links.iter().map(Address::file).collect();
        assert!(files.contains(&"media/b.jpg".to_owned()), "{files:?}");
        assert!(!files.contains(&"fr/entries/gone/index.html".to_owned()));
    }
}
