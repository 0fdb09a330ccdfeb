//! Feeds, archives and lists of feeds: bytes that were prepared, in the encoding that the reader takes.

use super::error::Error;
use crate::app::App;
use crate::feed::{self, Encoding, Packed, http_date};
use crate::model::clock::timestamp;
use crate::model::feed::{Document, Scope};
use crate::model::{country, language};
use crate::{db, model};
use axum::extract::{OriginalUri, Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use std::sync::Arc;

/// Readers may keep a document for a minute before they ask whether it changed.
const A_MINUTE: &str = "public, max-age=60";

type Answer = Result<Response, Error>;

/// `/showcase.xml` and its like.
pub async fn whole(
    State(app): State<App>,
    OriginalUri(uri): OriginalUri,
    headers: HeaderMap,
) -> Answer {
    let file = uri.path().trim_start_matches('/');
    serve(&app, named(Scope::Whole, None, file)?, "", &headers).await
}

/// `/archive/{number}/{file}`
pub async fn archive(
    State(app): State<App>,
    Path((number, file)): Path<(i64, String)>,
    headers: HeaderMap,
) -> Answer {
    serve(
        &app,
        named(Scope::Whole, Some(number), &file)?,
        "",
        &headers,
    )
    .await
}

/// `/groups/{slug}/{file}`
pub async fn of_group(
    State(app): State<App>,
    Path((slug, file)): Path<(String, String)>,
    headers: HeaderMap,
) -> Answer {
    group(&app, &slug, None, &file, &headers).await
}

/// `/groups/{slug}/archive/{number}/{file}`
pub async fn archive_of_group(
    State(app): State<App>,
    Path((slug, number, file)): Path<(String, i64, String)>,
    headers: HeaderMap,
) -> Answer {
    group(&app, &slug, Some(number), &file, &headers).await
}

/// `/countries/{cc}/{file}`
pub async fn of_country(
    State(app): State<App>,
    Path((code, file)): Path<(String, String)>,
    headers: HeaderMap,
) -> Answer {
    part(&app, country_scope(&code)?, &code, None, &file, &headers).await
}

/// `/countries/{cc}/archive/{number}/{file}`
pub async fn archive_of_country(
    State(app): State<App>,
    Path((code, number, file)): Path<(String, i64, String)>,
    headers: HeaderMap,
) -> Answer {
    part(
        &app,
        country_scope(&code)?,
        &code,
        Some(number),
        &file,
        &headers,
    )
    .await
}

/// `/languages/{lang}/{file}`
pub async fn of_language(
    State(app): State<App>,
    Path((tag, file)): Path<(String, String)>,
    headers: HeaderMap,
) -> Answer {
    part(&app, language_scope(&tag)?, &tag, None, &file, &headers).await
}

/// `/languages/{lang}/archive/{number}/{file}`
pub async fn archive_of_language(
    State(app): State<App>,
    Path((tag, number, file)): Path<(String, i64, String)>,
    headers: HeaderMap,
) -> Answer {
    part(
        &app,
        language_scope(&tag)?,
        &tag,
        Some(number),
        &file,
        &headers,
    )
    .await
}

/// `/publisher.xml`: the feed that lists all podcasts of ours.
pub async fn publisher(State(app): State<App>, headers: HeaderMap) -> Answer {
    let packed = feed::publisher(&app).await?.into();
    Ok(answer(
        &packed,
        "application/rss+xml; charset=utf-8",
        &[],
        &headers,
    ))
}

/// `/feeds.opml`: every feed that holds something.
pub async fn feeds_opml(State(app): State<App>, headers: HeaderMap) -> Answer {
    let packed = feed::opml::feeds(&app).await?.into();
    Ok(answer(&packed, "text/x-opml; charset=utf-8", &[], &headers))
}

/// `/roster.opml`: every group, with its feed where it has something.
pub async fn roster_opml(State(app): State<App>, headers: HeaderMap) -> Answer {
    let packed = feed::opml::roster(&app).await?.into();
    Ok(answer(&packed, "text/x-opml; charset=utf-8", &[], &headers))
}

/// The scope of a country's code, as it stands in an address: small letters, `zz` for none.
pub fn country_scope(code: &str) -> Result<Scope, Error> {
    let small = code.to_ascii_lowercase();
    let is_known = small == model::feed::NOWHERE || country::find(&small).is_some();
    is_known
        .then_some(Scope::Country(small))
        .ok_or(Error::NotFound)
}

/// The scope of a language's tag, as it stands in an address.
pub fn language_scope(tag: &str) -> Result<Scope, Error> {
    // Any language that somebody speaks may come one day; what is no tag will not.
    Scope::language(language::find(tag).or(Some(tag))).ok_or(Error::NotFound)
}

fn named(scope: Scope, archive: Option<i64>, file: &str) -> Result<Document, Error> {
    Document::of_file(scope, archive, file).ok_or(Error::NotFound)
}

async fn group(
    app: &App,
    slug: &str,
    archive: Option<i64>,
    file: &str,
    headers: &HeaderMap,
) -> Answer {
    let group = db::group::by_slug(&app.db, slug).await?;
    let group = group.ok_or(Error::NotFound)?;
    let document = named(Scope::Group(group.id), archive, file)?;
    if group.slug != slug {
        // Its address of today; the document says so too (itunes:new-feed-url).
        return Ok(moved(&feed::path(&document, &group.slug)));
    }
    serve(app, document, &group.slug, headers).await
}

async fn part(
    app: &App,
    scope: Scope,
    typed: &str,
    archive: Option<i64>,
    file: &str,
    headers: &HeaderMap,
) -> Answer {
    let document = named(scope, archive, file)?;
    let path = feed::path(&document, "");
    let is_own = |code: &String| code == typed;
    match &document.feed.scope {
        Scope::Country(code) | Scope::Language(code) if !is_own(code) => Ok(moved(&path)),
        _ => serve(app, document, "", headers).await,
    }
}

/// 301, which podcast directories follow for good; 308 not all of them know.
pub fn moved(path: &str) -> Response {
    let to = [(header::LOCATION, path.to_owned())];
    (StatusCode::MOVED_PERMANENTLY, to).into_response()
}

async fn serve(app: &App, document: Document, slug: &str, headers: &HeaderMap) -> Answer {
    let packed = feed::document(app, &document).await?;
    let packed = packed.ok_or(Error::NotFound)?;
    // RFC 8288: what the document says in its head, for who asks for that alone (WebSub).
    let mut links = vec![format!(
        "<{}{}>; rel=\"self\"",
        app.url,
        feed::path(&document, slug)
    )];
    links.extend(
        app.config
            .hub
            .iter()
            .map(|hub| format!("<{hub}>; rel=\"hub\"")),
    );
    let kind = format!("{}; charset=utf-8", document.format.mime());
    Ok(answer(&packed, &kind, &links, headers))
}

/// Prepared bytes as an answer.
pub fn answer(packed: &Arc<Packed>, kind: &str, links: &[String], headers: &HeaderMap) -> Response {
    let encoding = encoding(headers);
    let unchanged = unchanged(headers, packed);
    let mut response = match unchanged {
        true => StatusCode::NOT_MODIFIED.into_response(),
        false => packed.bytes(encoding).clone().into_response(),
    };
    let mut set = vec![
        (header::ETAG, packed.etag(encoding)),
        (header::LAST_MODIFIED, http_date(packed.modified)),
        (header::CACHE_CONTROL, A_MINUTE.to_owned()),
        (header::VARY, "Accept-Encoding".to_owned()),
    ];
    if !links.is_empty() {
        set.push((header::LINK, links.join(", ")));
    }
    if !unchanged {
        set.push((header::CONTENT_TYPE, kind.to_owned()));
        if encoding != Encoding::Plain {
            set.push((header::CONTENT_ENCODING, encoding.as_str().to_owned()));
        }
    }
    for (name, value) in set {
        if let Ok(value) = HeaderValue::from_str(&value) {
            response.headers_mut().insert(name, value);
        }
    }
    response
}

/// RFC 9110, section 13: If-None-Match decides where it is sent, else If-Modified-Since.
fn unchanged(headers: &HeaderMap, packed: &Packed) -> bool {
    let mut tags = headers.get_all(header::IF_NONE_MATCH).iter().peekable();
    if tags.peek().is_some() {
        return tags
            .filter_map(|tags| tags.to_str().ok())
            .flat_map(|tags| tags.split(','))
            .any(|tag| tag.trim() == "*" || packed.is_own(tag));
    }
    let since = headers
        .get(header::IF_MODIFIED_SINCE)
        .and_then(|since| since.to_str().ok());
    let since = since.and_then(|since| {
        jiff::fmt::rfc2822::DateTimeParser::new()
            .parse_timestamp(since)
            .ok()
    });
    since.is_some_and(|since| timestamp(packed.modified).as_second() <= since.as_second())
}

/// RFC 9110, section 12.5.3: the encoding with the highest weight, of several the smallest; plain where none suits, for
/// an answer in plain is better than none.
pub fn encoding(headers: &HeaderMap) -> Encoding {
    // As small as they come.
    const OURS: [(Encoding, &[&str]); 3] = [
        (Encoding::Brotli, &["br"]),
        (Encoding::Zstd, &["zstd"]),
        (Encoding::Gzip, &["gzip", "x-gzip"]),
    ];
    let said = headers.get_all(header::ACCEPT_ENCODING).iter();
    let said = said
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','));
    let said: Vec<(String, f32)> = said.map(weighed).collect();
    let weight = |names: &[&str]| {
        let named = said.iter().find(|(name, _)| names.contains(&name.as_str()));
        let any = said.iter().find(|(name, _)| name == "*");
        named.or(any).map_or(0.0, |(_, weight)| *weight)
    };
    let mut best = (Encoding::Plain, 0.0);
    for (encoding, names) in OURS {
        let weight = weight(names);
        if weight > best.1 {
            best = (encoding, weight);
        }
    }
    let plain = said.iter().find(|(name, _)| name == "identity");
    match plain {
        Some((_, weight)) if *weight > best.1 => Encoding::Plain,
        _ => best.0,
    }
}

/// A name and its weight; a weight that cannot be read counts as if nobody had said it.
fn weighed(part: &str) -> (String, f32) {
    let (name, weight) = part.split_once(';').unwrap_or((part, ""));
    let weight = weight
        .trim()
        .strip_prefix("q=")
        .or(weight.trim().strip_prefix("Q="));
    let weight = weight.map_or(1.0, |weight| weight.trim().parse::<f32>().unwrap_or(0.0));
    (name.trim().to_ascii_lowercase(), weight.clamp(0.0, 1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_encoding_that_a_reader_wants() {
        for (said, wanted) in [
            ("", Encoding::Plain),
            ("gzip", Encoding::Gzip),
            ("gzip, deflate", Encoding::Gzip),
            ("gzip, deflate, br", Encoding::Brotli),
            ("gzip, deflate, br, zstd", Encoding::Brotli),
            ("zstd;q=0.9, gzip;q=0.5", Encoding::Zstd),
            ("br;q=0, *", Encoding::Zstd),
            ("*", Encoding::Brotli),
            ("*;q=0", Encoding::Plain),
            ("identity, gzip;q=0.5", Encoding::Plain),
            ("identity;q=0.5, gzip;q=1.0", Encoding::Gzip),
            ("gzip;q=0", Encoding::Plain),
            ("GZIP", Encoding::Gzip),
            ("x-gzip", Encoding::Gzip),
            (";;;,,,q=,", Encoding::Plain),
            ("gzip;q=abc", Encoding::Plain),
            ("gzip;q=NaN, br;q=0.1", Encoding::Brotli),
            ("deflate, compress", Encoding::Plain),
            ("gzip;q=99", Encoding::Gzip),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(
                header::ACCEPT_ENCODING,
                HeaderValue::from_str(said).unwrap(),
            );
            assert_eq!(encoding(&headers), wanted, "{said}");
        }
        let mut odd = HeaderMap::new();
        odd.insert(
            header::ACCEPT_ENCODING,
            HeaderValue::from_bytes(b"\xff\xfe").unwrap(),
        );
        assert_eq!(encoding(&odd), Encoding::Plain);
    }
}
