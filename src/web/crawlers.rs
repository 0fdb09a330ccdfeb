//! What machines look for before they look at anything else: `robots.txt` (RFC 9309) and `security.txt` (RFC 9116).

use super::files;
use crate::app::App;
use crate::text::Catalogue;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use jiff::ToSpan;
use jiff::tz::TimeZone;

/// What belongs to editors, senders and programs.
const CLOSED: &[&str] = &[
    "/desk",
    "/submissions/",
    "/notices/",
    "/uploads",
    "/api/",
    "/metrics",
    "/oembed",
];
/// Days for which `security.txt` speaks; the standard asks for less than a year.
const SPEAKS_DAYS: i64 = 180;
const A_DAY: &str = "public, max-age=86400";
const TEXT: &str = "text/plain; charset=utf-8";

/// `/robots.txt`
pub async fn robots(State(app): State<App>, headers: HeaderMap) -> Response {
    let closed = CLOSED.iter().map(|path| format!("Disallow: {path}\n"));
    let text = format!(
        "User-agent: *\n{}\nSitemap: {}/sitemap.xml\n",
        closed.collect::<String>(),
        app.url
    );
    files::short(text.into(), TEXT, &headers, A_DAY)
}

/// `/.well-known/security.txt`: who hears of a weakness.
pub async fn security(State(app): State<App>, headers: HeaderMap) -> Response {
    // By the day, so that it stays the same for a day; in a file that stays, for a month.
    let today = TimeZone::UTC.to_datetime(app.clock.now()).date();
    let today = if app.lasts() {
        today.first_of_month()
    } else {
        today
    };
    let until = today.saturating_add(SPEAKS_DAYS.days());
    let own = Catalogue::new(&app.config.showcase.language).language();
    let english = if own == "en" { "" } else { ", en" };
    let mut text = format!(
        "Contact: {}\nExpires: {until}T00:00:00Z\nPreferred-Languages: {own}{english}\n",
        mailto(&app.config.showcase.contact)
    );
    // The standard takes no other scheme.
    if app.url.starts_with("https://") {
        text.push_str(&format!(
            "Canonical: {}/.well-known/security.txt\n",
            app.url
        ));
    }
    files::short(text.into(), TEXT, &headers, A_DAY)
}

/// A mail address as a URI (RFC 6068).
fn mailto(address: &str) -> String {
    let mut uri = "mailto:".to_owned();
    for byte in address.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'@' | b'.' | b'_' | b'-' | b'+' | b'~' => {
                uri.push(char::from(byte));
            }
            byte => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    #[test]
    fn an_address_is_a_uri() {
        for (address, uri) in [
            ("editors@example.org", "mailto:editors@example.org"),
            ("a+b@example.org", "mailto:a+b@example.org"),
            ("\"a b\"@example.org", "mailto:%22a%20b%22@example.org"),
            ("é@example.org", "mailto:%C3%A9@example.org"),
        ] {
            assert_eq!(super::mailto(address), uri);
        }
    }
}
