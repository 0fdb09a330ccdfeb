//! A pasted text becomes an [`Address`]: trimmed, unescaped, with a scheme, parsed, taken apart.

use super::{Provider, Refusal};
use crate::Code;
use url::{Host, Url};

/// Longer than any link of our providers, and than most browsers keep.
pub(super) const LONGEST: usize = 2048;

/// An http(s) address of a named host, in parts.
pub(super) struct Address {
    /// The tidied text.
    pub text: String,
    /// The address as a browser would ask for it, without fragment.
    pub whole: String,
    /// Lower case, without a closing dot; international names as `xn--`.
    pub host: String,
    /// The host as it was typed, to see what it wants to look like.
    pub typed_host: String,
    segments: Vec<String>,
    params: Vec<(String, String)>,
    /// What follows `#`.
    pub fragment: String,
}

impl Address {
    pub fn read(text: &str) -> Result<Self, Refusal> {
        let text = tidy(text)?;
        let (full, schemeless) = with_scheme(&text)?;
        let not_a_link = |detail: &str| Refusal::new(Code::NotALink, brand(&text), detail);

        let url = Url::parse(&full)
            .map_err(|e| not_a_link(&format!("this is not a complete web address ({e})")))?;
        let typed = full.split_once("//").map_or("", |(_, rest)| rest);
        let typed = typed.split(['/', '?', '#']).next().unwrap_or_default();

        if !url.username().is_empty() || url.password().is_some() {
            let looks = brand(&text);
            return Err(match looks {
                None if schemeless => {
                    not_a_link("this looks like an e-mail address, not like a link")
                }
                _ => Refusal::new(
                    Code::LinkLookalike,
                    looks,
                    "the link has a user name and an @ before the site's name, which hides where it leads",
                ),
            });
        }
        let host = match url.host() {
            Some(Host::Domain(name)) => name.trim_end_matches('.').to_owned(),
            Some(_) => {
                let detail = "the link names a machine by number, not a site; send the public link";
                return Err(Refusal::new(Code::LinkUnknownSite, mentions(&text), detail));
            }
            None => return Err(not_a_link("the link names no site")),
        };
        if !host.contains('.') {
            return Err(not_a_link("the link does not name a site on the web"));
        }
        if url.port().is_some_and(|port| port != 80 && port != 443) {
            let detail =
                "the link has an unusual port number after the site's name; send it without";
            return Err(Refusal::new(Code::LinkLookalike, brand(typed), detail));
        }
        let mut whole = url.clone();
        whole.set_fragment(None);
        if whole.query() == Some("") {
            whole.set_query(None);
        }
        Ok(Self {
            whole: whole.into(),
            typed_host: typed.to_owned(),
            segments: url
                .path()
                .split('/')
                .filter(|part| !part.is_empty())
                .map(decode)
                .collect(),
            params: url.query_pairs().into_owned().collect(),
            fragment: decode(url.fragment().unwrap_or_default()),
            host,
            text,
        })
    }

    /// The parts of the path, decoded, the empty ones left out.
    pub fn path(&self) -> Vec<&str> {
        self.segments.iter().map(String::as_str).collect()
    }

    /// The first parameter of one of these names, the earlier name first.
    pub fn param(&self, names: &[&str]) -> Option<&str> {
        names.iter().find_map(|name| {
            self.params
                .iter()
                .find(|(key, _)| key == name)
                .map(|(_, value)| value.as_str())
        })
    }
}

/// The text without what a mail, a sentence or Markdown wrapped around it.
pub(super) fn bare(text: &str) -> &str {
    const BEFORE: &str = "<([{\"'`*“”„‘’«»「『（【";
    const AFTER: &str = ">\"'`*“”‘’«»」』）】.,;:!?…。、，！？";
    let mut text = text
        .trim_matches(|c: char| c.is_whitespace() || hidden(c))
        .trim_start_matches(|c| BEFORE.contains(c));
    while let Some(last) = text.chars().next_back() {
        let opens = match last {
            ')' => '(',
            ']' => '[',
            '}' => '{',
            _ if AFTER.contains(last) || last.is_whitespace() || hidden(last) => '\0',
            _ => break,
        };
        // A closing bracket that was opened inside belongs to the link.
        let count = |c| text.chars().filter(|&x| x == c).count();
        if opens != '\0' && count(last) <= count(opens) {
            break;
        }
        text = &text[..text.len() - last.len_utf8()];
    }
    text
}

/// Whose name a text carries, also in look-alike letters.
pub(super) fn brand(text: &str) -> Option<Provider> {
    let text: String = text.to_lowercase().chars().map(plain).collect();
    let has = |names: &[&str]| names.iter().any(|name| text.contains(name));
    if has(&["youtube", "youtu.be", "y2u.be", "ytimg"]) {
        Some(Provider::YouTube)
    } else if has(&["flickr", "flic.kr"]) {
        Some(Provider::Flickr)
    } else {
        None
    }
}

/// Whose address a text holds somewhere inside.
pub(super) fn mentions(text: &str) -> Option<Provider> {
    let text = text.to_ascii_lowercase();
    let has = |names: &[&str]| names.iter().any(|name| text.contains(name));
    if has(&["youtube.com/", "youtube.com%2f", "youtu.be/", "youtu.be%2f"]) {
        Some(Provider::YouTube)
    } else if has(&["flickr.com/", "flickr.com%2f", "flic.kr/", "flic.kr%2f"]) {
        Some(Provider::Flickr)
    } else {
        None
    }
}

fn tidy(text: &str) -> Result<String, Refusal> {
    let not_a_link = |detail: &str| Refusal::new(Code::NotALink, brand(text), detail);
    let trimmed = text.trim();
    if trimmed.chars().nth(LONGEST).is_some() {
        return Err(not_a_link(
            "this is longer than 2,048 characters, too long for a link",
        ));
    }
    let trimmed = bare(trimmed);
    if trimmed.is_empty() {
        return Err(not_a_link("there is nothing here"));
    }
    if trimmed
        .chars()
        .any(|c| c.is_whitespace() || c.is_control() || hidden(c))
    {
        return Err(not_a_link("a link holds no spaces; send one link a line"));
    }
    if trimmed.contains('\\') {
        return Err(not_a_link("a link holds no backslashes"));
    }
    // What a copy out of HTML source leaves behind.
    Ok(trimmed
        .replace("&amp;", "&")
        .replace("&AMP;", "&")
        .replace("&#38;", "&")
        .replace("&#x26;", "&"))
}

/// The address with http(s) in front, and whether that was missing.
fn with_scheme(text: &str) -> Result<(String, bool), Refusal> {
    let refuse = |code, detail: String| Err(Refusal::new(code, brand(text), detail));
    if text.starts_with("//") {
        return Ok((format!("https:{text}"), false));
    }
    let Some((scheme, rest)) = scheme(text) else {
        let host = text.split(['/', '?', '#']).next().unwrap_or_default();
        if !host.contains('.') || host.starts_with('.') {
            return refuse(
                Code::NotALink,
                "this is not a web address; a link starts with https://".to_owned(),
            );
        }
        return Ok((format!("https://{text}"), true));
    };
    match scheme.as_str() {
        "http" | "https" if rest.starts_with("//") => Ok((text.to_owned(), false)),
        "http" | "https" => refuse(
            Code::NotALink,
            format!("there is no // after {scheme}: in this link"),
        ),
        // The mobile app's own links: an id, or an address without its https.
        "youtube" | "vnd.youtube" => {
            let rest = rest.trim_start_matches('/');
            let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
            let full = if host.contains('.') {
                rest.to_owned()
            } else {
                format!("youtu.be/{rest}")
            };
            Ok((format!("https://{full}"), false))
        }
        _ => refuse(
            Code::LinkScheme,
            format!("a link has to start with http:// or https://, this one starts with {scheme}:"),
        ),
    }
}

/// `scheme:rest`, when that is what it is and not `host:port`.
fn scheme(text: &str) -> Option<(String, &str)> {
    let (scheme, rest) = text.split_once(':')?;
    let letter = scheme.starts_with(|c: char| c.is_ascii_alphabetic());
    let well_formed = scheme
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    let port = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let is_port = (1..=5).contains(&port.len()) && port.bytes().all(|b| b.is_ascii_digit());
    (letter && well_formed && !is_port).then(|| (scheme.to_ascii_lowercase(), rest))
}

/// Percent-decoding; what is no UTF-8 becomes U+FFFD, which no id allows.
fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).and_then(|&b| char::from(b).to_digit(16));
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        match (bytes[at], digit(at + 1), digit(at + 2)) {
            (b'%', Some(high), Some(low)) => {
                out.push((high * 16 + low) as u8);
                at += 3;
            }
            (byte, ..) => {
                out.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

/// Characters nobody sees: zero-width ones and changes of direction.
fn hidden(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// The Latin letter that a Cyrillic, Greek or accented one passes for; only those in our names.
fn plain(c: char) -> char {
    match c {
        'о' | 'ο' | 'ö' | 'ó' | 'ò' | 'ô' | 'ø' | '0' => 'o',
        'у' | 'ү' | 'γ' | 'ý' | 'ÿ' => 'y',
        'υ' | 'ü' | 'ú' | 'ù' | 'û' | 'ս' => 'u',
        'т' | 'τ' | 'ţ' | 'ț' => 't',
        'ь' | 'в' | 'β' => 'b',
        'е' | 'ё' | 'ε' | 'é' | 'è' | 'ê' | 'ë' => 'e',
        'ӏ' | 'ı' | 'í' | 'ì' | 'ï' | 'і' | 'ι' => 'i',
        'с' | 'ç' | 'ć' | 'č' => 'c',
        'к' | 'κ' => 'k',
        'г' | 'ŕ' | 'ř' => 'r',
        _ => c,
    }
}
