//! Which language a page is in: the one its address asks for, the one chosen before, the one the browser asks for
//! (RFC 9110, RFC 4647), the showcase's own.

use super::session::cookie;
use crate::app::App;
use crate::text::Catalogue;
use axum::extract::{FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Method, Uri, header};
use axum::middleware::Next;
use axum::response::Response;
use std::convert::Infallible;
use std::sync::Arc;
use url::form_urlencoded::{self, Serializer};

/// The field of an address that asks for a language.
const FIELD: &str = "lang";
const COOKIE: &str = "pugcast_language";
/// The choice lasts this long, in seconds.
const LASTS_S: u32 = 365 * 24 * 60 * 60;
/// Languages that are looked at in a header; browsers send a handful.
const MOST_ASKED: usize = 32;

/// The service, speaking the reader's language: what a handler of pages takes instead of `State<App>`. What is the same
/// for everybody (feeds, files) takes that.
pub struct Reader(pub App);

/// What was chosen for a request.
#[derive(Clone)]
struct Chosen {
    text: Catalogue,
    query: Option<Arc<str>>,
    is_asked: bool,
}

impl FromRequestParts<App> for Reader {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Reader, Infallible> {
        let Some(chosen) = parts.extensions.get::<Chosen>() else {
            return Ok(Reader(app.clone()));
        };
        let mut app = app.for_reader(chosen.text, chosen.query.clone());
        app.is_asked = chosen.is_asked;
        Ok(Reader(app))
    }
}

/// Chooses once for a request, and says in its answer that it depends on that. A language that the address asks for is
/// remembered.
pub async fn choose(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let safe = matches!(*request.method(), Method::GET | Method::HEAD);
    let asked = asked(&app, request.uri()).filter(|_| safe);
    let chosen = Chosen {
        text: asked.unwrap_or_else(|| of(&app, request.headers())),
        query: safe.then(|| rest(request.uri())),
        is_asked: asked.is_some(),
    };
    request.extensions_mut().insert(chosen);
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    if !headers.contains_key(header::CONTENT_LANGUAGE) {
        return response;
    }
    headers.append(
        header::VARY,
        HeaderValue::from_static("accept-language, cookie"),
    );
    if let Some(asked) = asked
        && let Ok(cookie) = HeaderValue::from_str(&remembered(&app, asked))
    {
        headers.append(header::SET_COOKIE, cookie);
        // Nobody else's cache keeps a cookie.
        if headers
            .get(header::CACHE_CONTROL)
            .is_some_and(|control| control.as_bytes().starts_with(b"public"))
        {
            headers.insert(
                header::CACHE_CONTROL,
                HeaderValue::from_static("private, max-age=60"),
            );
        }
    }
    response
}

/// The language that a reader chose before, or asks for, or else the showcase's.
pub fn of(app: &App, headers: &HeaderMap) -> Catalogue {
    let text = before(app, headers).or_else(|| accepted(headers));
    text.unwrap_or(app.text)
}

/// Says that an answer is in the language of this service.
pub fn speak(app: &App, headers: &mut HeaderMap) {
    let language = HeaderValue::from_static(app.text.language());
    headers.insert(header::CONTENT_LANGUAGE, language);
}

/// An address with a language in its query.
pub fn with(address: &str, text: Catalogue) -> String {
    let joint = if address.contains('?') { '&' } else { '?' };
    format!("{address}{joint}{FIELD}={}", text.language())
}

/// The same page in another language, relative to its own address.
pub fn switched(query: &str, text: Catalogue) -> String {
    let joint = if query.is_empty() { "" } else { "&" };
    format!("?{query}{joint}{FIELD}={}", text.language())
}

fn asked(app: &App, uri: &Uri) -> Option<Catalogue> {
    let query = uri.query().unwrap_or_default();
    let mut fields = form_urlencoded::parse(query.as_bytes());
    let (_, tag) = fields.find(|(name, _)| name == FIELD)?;
    had(app, &tag)
}

fn before(app: &App, headers: &HeaderMap) -> Option<Catalogue> {
    had(app, &cookie(headers, COOKIE)?)
}

/// A language that we have, the showcase's own included.
fn had(app: &App, tag: &str) -> Option<Catalogue> {
    match tag == app.text.language() {
        true => Some(app.text),
        false => Catalogue::find(tag),
    }
}

/// The first of the languages asked for that we have: by its weight, then by its place. `*` and whatever is ill-formed
/// ask for nothing.
fn accepted(headers: &HeaderMap) -> Option<Catalogue> {
    let lines = headers.get_all(header::ACCEPT_LANGUAGE).iter();
    let lines = lines.filter_map(|line| line.to_str().ok());
    let ranges = lines.flat_map(|line| line.split(',')).take(MOST_ASKED);
    let mut found: Option<(u16, Catalogue)> = None;
    for range in ranges {
        let (tag, parameters) = range.split_once(';').unwrap_or((range, "q=1"));
        let (Some(text), Some(weight)) = (Catalogue::find(tag), weight(parameters)) else {
            continue;
        };
        if weight > found.map_or(0, |(best, _)| best) {
            found = Some((weight, text));
        }
    }
    found.map(|(_, text)| text)
}

/// Thousandths of a weight as RFC 9110 writes it: `q=`, 0 or 1, at most three digits behind a point.
fn weight(parameters: &str) -> Option<u16> {
    let value = parameters
        .trim()
        .strip_prefix(['q', 'Q'])?
        .strip_prefix('=')?;
    let (whole, digits) = value.split_once('.').unwrap_or((value, ""));
    if digits.len() > 3 || !digits.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let thousandths: u16 = format!("{digits:0<3}").parse().ok()?;
    match whole {
        "0" => Some(thousandths),
        "1" if thousandths == 0 => Some(1000),
        _ => None,
    }
}

/// What an address asks for beside its language. That a provider's player is let in is agreed to by a click each time.
fn rest(uri: &Uri) -> Arc<str> {
    let query = uri.query().unwrap_or_default();
    let fields = form_urlencoded::parse(query.as_bytes());
    let fields = fields.filter(|(name, _)| name != FIELD && name != "play");
    Serializer::new(String::new())
        .extend_pairs(fields)
        .finish()
        .into()
}

fn remembered(app: &App, text: Catalogue) -> String {
    let secure = if app.url.starts_with("https:") {
        "; Secure"
    } else {
        ""
    };
    let language = text.language();
    format!("{COOKIE}={language}; Path=/; HttpOnly; SameSite=Lax; Max-Age={LASTS_S}{secure}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_asks_for_a_language() {
        for (line, wanted) in [
            ("fr", Some("fr")),
            ("fr-CA, en;q=0.8", Some("fr")),
            ("ja;q=0.5, es;q=0.9, fr;q=0.8", Some("es")),
            ("ES-mx", Some("es")),
            ("en;q=0.3,fr ; q=0.9", Some("fr")),
            ("pt-BR, pt;q=0.9, es;q=0.5", Some("es")),
            ("fr;q=0.5, ja;q=0.5", Some("fr")),
            ("ja-Jpan-JP-x-kansai", Some("ja")),
            ("fr;q=0, ja;q=0.001", Some("ja")),
            ("fr;q=1.000", Some("fr")),
            // Nothing that we have.
            ("*", None),
            ("de, *;q=0.5", None),
            ("fr;q=0", None),
            ("ar-XB", None),
            ("french", None),
            ("x-fr", None),
            // Ill-formed.
            ("", None),
            (",,,;;;===", None),
            ("fr;q=high", None),
            ("fr;q=1.5", None),
            ("fr;q=2", None),
            ("fr;q=0.1234", None),
            ("fr;q=-1", None),
            ("fr;q=", None),
            ("fr;level=1", None),
            ("fr;q=nan, es", Some("es")),
            ("-fr", None),
            ("fr-", Some("fr")),
            ("\u{7f}", None),
        ] {
            let mut headers = HeaderMap::new();
            if let Ok(line) = HeaderValue::from_bytes(line.as_bytes()) {
                headers.insert(header::ACCEPT_LANGUAGE, line);
            }
            let got = accepted(&headers).map(|text| text.language());
            assert_eq!(got, wanted, "{line:?}");
        }
    }

    #[test]
    fn bytes_and_floods_in_a_header_ask_for_nothing() {
        let flood = format!("{}fr", "de,".repeat(10_000));
        for line in [&b"\xff\xfe, fr"[..], flood.as_bytes()] {
            let mut headers = HeaderMap::new();
            let line = HeaderValue::from_bytes(line).unwrap();
            headers.insert(header::ACCEPT_LANGUAGE, line);
            assert!(accepted(&headers).is_none());
        }
        let mut headers = HeaderMap::new();
        headers.append(header::ACCEPT_LANGUAGE, HeaderValue::from_static("de"));
        headers.append(header::ACCEPT_LANGUAGE, HeaderValue::from_static("ja"));
        assert_eq!(accepted(&headers).map(|text| text.language()), Some("ja"));
    }

    #[test]
    fn the_rest_of_an_address_stays() {
        for (address, query, switch) in [
            ("/", "", "?lang=fr"),
            ("/?lang=es&play=HRb7B9fPhfA", "", "?lang=fr"),
            (
                "/search?q=a%26b&lang=es&page=2",
                "q=a%26b&page=2",
                "?q=a%26b&page=2&lang=fr",
            ),
            (
                "//elsewhere.example/?x=%22%3E",
                "x=%22%3E",
                "?x=%22%3E&lang=fr",
            ),
        ] {
            let uri: Uri = address.parse().unwrap();
            let rest = rest(&uri);
            assert_eq!(&*rest, query, "{address}");
            assert_eq!(switched(&rest, Catalogue::new("fr")), switch, "{address}");
        }
    }
}
