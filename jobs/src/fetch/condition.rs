//! Asking whether something changed (RFC 9110, section 13; RFC 9111).

use super::header;
use http::HeaderMap;
use reqwest::RequestBuilder;
use std::time::Duration;

/// What a server gave us with its last reply, to ask whether it has another by now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Condition {
    /// `ETag`, as sent.
    pub etag: Option<String>,
    /// `Last-Modified`, as sent.
    pub last_modified: Option<String>,
}

/// Bytes of a validator that we keep; longer ones are somebody's joke.
const MOST: usize = 512;

impl Condition {
    /// What a reply gives for the next time.
    pub(super) fn of(headers: &HeaderMap) -> Condition {
        let kept = |name| {
            let value = header(headers, name).filter(|value| value.len() <= MOST);
            value.map(str::to_owned)
        };
        Condition {
            etag: kept("etag"),
            last_modified: kept("last-modified"),
        }
    }

    /// The question with it. A validator of ours that is no header value is left out.
    pub(super) fn on(&self, mut request: RequestBuilder) -> RequestBuilder {
        for (name, value) in [
            ("if-none-match", &self.etag),
            ("if-modified-since", &self.last_modified),
        ] {
            if let Some(value) = value.as_ref().and_then(|text| text.parse().ok()) {
                let value: http::HeaderValue = value;
                request = request.header(name, value);
            }
        }
        request
    }
}

/// How long a reply is fresh, by `Cache-Control: max-age`.
pub(super) fn fresh_for(headers: &HeaderMap) -> Option<Duration> {
    let values = headers.get_all("cache-control").into_iter();
    let texts = values.filter_map(|value| value.to_str().ok());
    let mut directives = texts.flat_map(|text| text.split(','));
    directives.find_map(|directive| {
        let (name, value) = directive.split_once('=')?;
        let is_age = name.trim().eq_ignore_ascii_case("max-age");
        let seconds = value.trim().trim_matches('"').parse().ok()?;
        is_age.then(|| Duration::from_secs(seconds))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn freshness() {
        let fresh = |text: &str| {
            let mut headers = HeaderMap::new();
            headers.insert("cache-control", text.parse().unwrap());
            fresh_for(&headers).map(|age| age.as_secs())
        };
        assert_eq!(fresh("public, max-age=3600"), Some(3600));
        assert_eq!(fresh("Max-Age=\"60\""), Some(60));
        assert_eq!(fresh("s-maxage=60"), None);
        assert_eq!(fresh("max-age=soon"), None);
        assert_eq!(fresh("no-store"), None);
    }
}
