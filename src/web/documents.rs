//! Feeds, archives and lists of feeds: bytes that were prepared.

use super::error::Error;
use super::front::Alike;
use crate::app::App;
use crate::feed::{self, Encoding, Packed, http_date};
use crate::model::feed::{Document, Scope};
use crate::model::{country, language};
use crate::{db, model};
use axum::extract::{OriginalUri, Path, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use std::sync::Arc;

/// Readers may keep a document for a minute before they ask whether it changed.
const A_MINUTE: &str = "public, max-age=60";

type Answer = Result<Response, Error>;

/// `/showcase.xml` and its like.
pub async fn whole(State(app): State<App>, OriginalUri(uri): OriginalUri) -> Answer {
    let file = uri.path().trim_start_matches('/');
    serve(&app, named(Scope::Whole, None, file)?, "").await
}

/// `/archive/{number}/{file}`
pub async fn archive(
    State(app): State<App>,
    Path((number, file)): Path<(String, String)>,
) -> Answer {
    let document = named(Scope::Whole, Some(self::number(&number)?), &file)?;
    serve(&app, document, "").await
}

/// `/groups/{slug}/{file}`
pub async fn of_group(
    State(app): State<App>,
    Path((slug, file)): Path<(String, String)>,
) -> Answer {
    group(&app, &slug, None, &file).await
}

/// `/groups/{slug}/archive/{number}/{file}`
pub async fn archive_of_group(
    State(app): State<App>,
    Path((slug, number, file)): Path<(String, String, String)>,
) -> Answer {
    group(&app, &slug, Some(self::number(&number)?), &file).await
}

/// `/countries/{cc}/{file}`
pub async fn of_country(
    State(app): State<App>,
    Path((code, file)): Path<(String, String)>,
) -> Answer {
    part(&app, country_scope(&code)?, &code, None, &file).await
}

/// `/countries/{cc}/archive/{number}/{file}`
pub async fn archive_of_country(
    State(app): State<App>,
    Path((code, number, file)): Path<(String, String, String)>,
) -> Answer {
    part(
        &app,
        country_scope(&code)?,
        &code,
        Some(self::number(&number)?),
        &file,
    )
    .await
}

/// `/languages/{lang}/{file}`
pub async fn of_language(
    State(app): State<App>,
    Path((tag, file)): Path<(String, String)>,
) -> Answer {
    part(&app, language_scope(&tag)?, &tag, None, &file).await
}

/// `/languages/{lang}/archive/{number}/{file}`
pub async fn archive_of_language(
    State(app): State<App>,
    Path((tag, number, file)): Path<(String, String, String)>,
) -> Answer {
    part(
        &app,
        language_scope(&tag)?,
        &tag,
        Some(self::number(&number)?),
        &file,
    )
    .await
}

/// `/publisher.xml`: the feed that lists all podcasts of ours.
pub async fn publisher(State(app): State<App>) -> Answer {
    let packed = feed::publisher(&app).await?.into();
    Ok(answer(packed, "application/rss+xml; charset=utf-8", &[]))
}

/// `/feeds.opml`: every feed that holds something.
pub async fn feeds_opml(State(app): State<App>) -> Answer {
    let packed = feed::opml::feeds(&app).await?.into();
    Ok(answer(packed, "text/x-opml; charset=utf-8", &[]))
}

/// `/roster.opml`: every group, with its feed where it has something.
pub async fn roster_opml(State(app): State<App>) -> Answer {
    let packed = feed::opml::roster(&app).await?.into();
    Ok(answer(packed, "text/x-opml; charset=utf-8", &[]))
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

/// An archive's number as its address has it: no sign, no leading zeros.
fn number(typed: &str) -> Result<i64, Error> {
    let number: Option<i64> = typed.parse().ok();
    let number = number.filter(|number| number.to_string() == typed);
    number.ok_or(Error::NotFound)
}

fn named(scope: Scope, archive: Option<i64>, file: &str) -> Result<Document, Error> {
    Document::of_file(scope, archive, file).ok_or(Error::NotFound)
}

async fn group(app: &App, slug: &str, archive: Option<i64>, file: &str) -> Answer {
    let group = db::group::by_slug(&app.db, slug).await?;
    let group = group.ok_or(Error::NotFound)?;
    let document = named(Scope::Group(group.id), archive, file)?;
    if group.slug != slug {
        // Its address of today; the document says so too (itunes:new-feed-url).
        return Ok(moved(&feed::path(&document, &group.slug)));
    }
    serve(app, document, &group.slug).await
}

async fn part(app: &App, scope: Scope, typed: &str, archive: Option<i64>, file: &str) -> Answer {
    let document = named(scope, archive, file)?;
    let path = feed::path(&document, "");
    let is_own = |code: &String| code == typed;
    match &document.feed.scope {
        Scope::Country(code) | Scope::Language(code) if !is_own(code) => Ok(moved(&path)),
        _ => serve(app, document, "").await,
    }
}

/// An address that leads to another for good: 301, as not all podcast directories know 308. A cache asks again after an
/// hour: what is renamed back must not go round in circles.
pub fn moved(to: &str) -> Response {
    let headers = [
        (header::LOCATION, to.to_owned()),
        (header::CACHE_CONTROL, "public, max-age=3600".to_owned()),
    ];
    (StatusCode::MOVED_PERMANENTLY, headers).into_response()
}

async fn serve(app: &App, document: Document, slug: &str) -> Answer {
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
    Ok(answer(packed, &kind, &links))
}

/// Prepared bytes as an answer: [`super::front`] gives each reader what they take of it.
pub fn answer(packed: Arc<Packed>, kind: &str, links: &[String]) -> Response {
    let mut response = packed.bytes(Encoding::Plain).clone().into_response();
    let mut set = vec![
        (header::CONTENT_TYPE, kind.to_owned()),
        (header::LAST_MODIFIED, http_date(packed.modified)),
        (header::CACHE_CONTROL, A_MINUTE.to_owned()),
    ];
    if !links.is_empty() {
        set.push((header::LINK, links.join(", ")));
    }
    for (name, value) in set {
        if let Ok(value) = HeaderValue::from_str(&value) {
            response.headers_mut().insert(name, value);
        }
    }
    response.extensions_mut().insert(Alike::Document(packed));
    response
}
