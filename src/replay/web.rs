//! Other sites under `.example`: a show with its feed and sounds, a journal with its archive and pages.

use super::{World, album, odd, sites};
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use http_range_header::parse_range_header;

/// The feed of a show.
pub const FEED: &str = "https://circletalk.example/feed.xml";
/// The page of one of its episodes.
pub const EPISODE: &str = "https://circletalk.example/5";
/// The OAI-PMH base address of a journal.
pub const ARCHIVE: &str = "https://notes.example/index.php/notes/oai";
/// The page of one of its articles.
pub const ARTICLE: &str = "https://notes.example/index.php/notes/article/view/14";

/// A sound of our own, four seconds of a chord.
pub const SOUND: &[u8] = include_bytes!("sound.mp3");

/// Number, title, summary of the show's episodes, the newest first.
const EPISODES: &[(u8, &str, &str)] = &[
    (
        7,
        "A user group without a room",
        "Nadia organizes the user group of a town of nine thousand. They lost their room and met on a ferry for a year; she tells what stayed on board.",
    ),
    (
        6,
        "Faster loops",
        "What the new interpreter does with a loop, measured with a kitchen timer.",
    ),
    (
        5,
        "The meetup that reads error messages",
        "Once a month this meetup reads one error message aloud. Its organizer on patience, and on the one rule nobody breaks.",
    ),
    (
        4,
        "Packaging, again",
        "Two people who disagree about lock files try to agree for half an hour.",
    ),
    (
        3,
        "Starting a group in a library",
        "Three people, one table, a librarian: how a user group began, and what its first year cost.",
    ),
    (
        2,
        "Regular expressions you can read",
        "Naming the parts, and when to stop.",
    ),
];

/// Number, title, authors, abstract of the journal's articles.
const ARTICLES: &[(u8, &str, &[&str], &str)] = &[
    (
        12,
        "Teaching recursion with folded paper",
        &["Okoro, Ngozi"],
        "Forty pupils folded what a function calls.",
    ),
    (
        14,
        "What keeps a user group alive: five years of sign-up sheets",
        &["Brandt, Ilse", "Tanaka, Yuto"],
        "&lt;p&gt;We counted who came back to a user group &amp;amp; when. Two things predict it: the second meeting within five weeks, and a task given on the first evening.&lt;/p&gt;",
    ),
    (
        15,
        "A survey of organizers in small towns",
        &["Brandt, Ilse"],
        "Thirty organizers of user groups on rooms, money and tiredness.",
    ),
];

/// `/web/{host}/{path}`
pub(super) async fn page(
    State(world): State<World>,
    Path((host, path)): Path<(String, String)>,
    Query(query): Query<Vec<(String, String)>>,
    headers: HeaderMap,
) -> Response {
    let elsewhere = album::short(&host, &path, &query)
        .or_else(|| sites::answer(&world, &host, &path, &query, &headers));
    if let Some(answer) = elsewhere {
        return answer;
    }
    let xml = |text: String| ([(header::CONTENT_TYPE, "text/xml; charset=utf-8")], text);
    if let Some(changed) = odd::page(&world, &format!("{host}/{path}")) {
        return changed;
    }
    match (host.as_str(), path.as_str()) {
        ("circletalk.example", "feed.xml") => {
            xml(feed(super::param(&query, "copy"))).into_response()
        }
        ("circletalk.example", path) if path.starts_with("sound/") => sound(&headers),
        ("circletalk.example", path) => match episode(path) {
            Some(html) => axum::response::Html(html).into_response(),
            None => StatusCode::NOT_FOUND.into_response(),
        },
        ("notes.example", "index.php/notes/oai") => xml(oai(&query)).into_response(),
        ("notes.example", path) if path.starts_with("index.php/notes/article/view/") => {
            match article(path) {
                Some(html) => axum::response::Html(html).into_response(),
                None => StatusCode::NOT_FOUND.into_response(),
            }
        }
        _ => StatusCode::NOT_FOUND.into_response(),
    }
}

/// The show's feed. A `copy` of it is a show of its own, with pages and sounds under its own addresses.
fn feed(copy: &str) -> String {
    let query = match copy {
        "" => String::new(),
        copy => format!("?copy={copy}"),
    };
    let items: String = EPISODES.iter().map(|(number, title, summary)| format!(
        "<item><title>{title}</title><link>https://circletalk.example/{number}{query}</link>\
         <guid isPermaLink=\"false\">circletalk-{number:03}</guid>\
         <pubDate>Mon, {day:02} Nov 2026 08:00:00 GMT</pubDate>\
         <description>&lt;p&gt;{summary}&lt;/p&gt;</description>\
         <itunes:duration>0:04</itunes:duration><itunes:author>Circle talk</itunes:author>\
         <enclosure url=\"https://circletalk.example/sound/{number}.mp3{query}\" length=\"{length}\" type=\"audio/mpeg\"/></item>",
        day = number * 3,
        length = SOUND.len(),
    )).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<rss version=\"2.0\" \
         xmlns:itunes=\"http://www.itunes.com/dtds/podcast-1.0.dtd\"><channel><title>Circle talk (sample)</title>\
         <link>https://circletalk.example/</link><description>Talks with people who meet.</description>\
         <language>en</language><itunes:author>Nadia Petrov</itunes:author>{items}</channel></rss>"
    )
}

/// The page of one episode, which names the show's feed.
fn episode(path: &str) -> Option<String> {
    let number: u8 = path.parse().ok()?;
    let (_, title, _) = EPISODES.iter().find(|episode| episode.0 == number)?;
    Some(format!(
        "<!DOCTYPE html><html lang=\"en\"><head><title>{title}</title><meta property=\"og:title\" content=\"{title}\">\
         <link rel=\"alternate\" type=\"application/rss+xml\" href=\"{FEED}\"></head><body><h1>{title}</h1></body></html>"
    ))
}

/// A sound, whole or the part that is asked for (RFC 9110, section 14).
pub(super) fn sound(headers: &HeaderMap) -> Response {
    let kind = (header::CONTENT_TYPE, "audio/mpeg".to_owned());
    let all = SOUND.len();
    let asked = headers
        .get(header::RANGE)
        .and_then(|range| parse_range_header(range.to_str().ok()?).ok())
        .and_then(|ranges| ranges.validate(all as u64).ok());
    match asked.as_deref() {
        Some([range]) => {
            let (from, to) = (*range.start() as usize, *range.end() as usize);
            let part = format!("bytes {from}-{to}/{all}");
            let set = [kind, (header::CONTENT_RANGE, part)];
            (StatusCode::PARTIAL_CONTENT, set, &SOUND[from..=to]).into_response()
        }
        _ => ([kind], SOUND).into_response(),
    }
}

/// Two pages of records and a deleted one, as Open Journal Systems answers.
fn oai(query: &[(String, String)]) -> String {
    let token = super::param(query, "resumptionToken");
    let body = match super::param(query, "verb") {
        "Identify" => "<Identify><repositoryName>Notes of Evenings (sample)</repositoryName>\
            <baseURL>https://notes.example/index.php/notes/oai</baseURL><protocolVersion>2.0</protocolVersion>\
            <adminEmail>editors@notes.example</adminEmail><earliestDatestamp>2026-01-01T00:00:00Z</earliestDatestamp>\
            <deletedRecord>persistent</deletedRecord><granularity>YYYY-MM-DDThh:mm:ssZ</granularity></Identify>".to_owned(),
        "ListRecords" if token.is_empty() => format!(
            "<ListRecords>{}<record><header status=\"deleted\"><identifier>oai:notes.example:article/13</identifier>\
             <datestamp>2026-03-01T00:00:00Z</datestamp><setSpec>notes:ART</setSpec></header></record>\
             <resumptionToken>page-2</resumptionToken></ListRecords>",
            record(&ARTICLES[0])
        ),
        "ListRecords" if token == "page-2" => format!(
            "<ListRecords>{}{}<resumptionToken/></ListRecords>",
            record(&ARTICLES[1]), record(&ARTICLES[2])
        ),
        "ListRecords" => "<error code=\"badResumptionToken\">The resumptionToken is invalid or expired.</error>".to_owned(),
        _ => "<error code=\"badVerb\">Illegal OAI verb</error>".to_owned(),
    };
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<OAI-PMH xmlns=\"http://www.openarchives.org/OAI/2.0/\">\
         <responseDate>2026-11-23T12:00:00Z</responseDate>\
         <request>https://notes.example/index.php/notes/oai</request>{body}</OAI-PMH>"
    )
}

fn record((number, title, authors, summary): &(u8, &str, &[&str], &str)) -> String {
    let creators: String = authors
        .iter()
        .map(|name| format!("<dc:creator>{name}</dc:creator>"))
        .collect();
    format!(
        "<record><header><identifier>oai:notes.example:article/{number}</identifier>\
         <datestamp>2026-06-0{day}T00:00:00Z</datestamp><setSpec>notes:ART</setSpec></header><metadata>\
         <oai_dc:dc xmlns:oai_dc=\"http://www.openarchives.org/OAI/2.0/oai_dc/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\
         <dc:title xml:lang=\"en-US\">{title}</dc:title>{creators}<dc:subject></dc:subject>\
         <dc:description xml:lang=\"en-US\">{summary}</dc:description><dc:publisher>Notes of Evenings</dc:publisher>\
         <dc:date>2026-06-0{day}</dc:date><dc:type>info:eu-repo/semantics/article</dc:type><dc:format>application/pdf</dc:format>\
         <dc:identifier>https://notes.example/index.php/notes/article/view/{number}</dc:identifier>\
         <dc:source>Notes of Evenings (sample); Vol 2, No 1 (2026); {number}-{last}</dc:source><dc:language>eng</dc:language>\
         <dc:relation>https://notes.example/index.php/notes/article/view/{number}/pdf</dc:relation></oai_dc:dc></metadata></record>",
        day = number % 9 + 1,
        last = number + 6,
    )
}

fn article(path: &str) -> Option<String> {
    let number: u8 = path.rsplit('/').next()?.parse().ok()?;
    let (_, title, authors, _) = ARTICLES.iter().find(|article| article.0 == number)?;
    let authors: String = authors
        .iter()
        .map(|name| format!("<meta name=\"citation_author\" content=\"{name}\">"))
        .collect();
    Some(format!(
        "<!DOCTYPE html><html lang=\"en\"><head><title>{title}</title>\
         <meta name=\"citation_journal_title\" content=\"Notes of Evenings (sample)\">\
         <meta name=\"citation_title\" content=\"{title}\">{authors}\
         <meta name=\"citation_date\" content=\"2026/06/06\"><meta name=\"citation_volume\" content=\"2\">\
         <meta name=\"citation_issue\" content=\"1\"><meta name=\"citation_firstpage\" content=\"{number}\">\
         <meta name=\"citation_lastpage\" content=\"{}\"><meta name=\"citation_language\" content=\"en\">\
         <meta name=\"citation_abstract\" content=\"We counted who came back to a user group, and when.\">\
         <meta name=\"citation_pdf_url\" content=\"https://notes.example/index.php/notes/article/download/{number}/9\">\
         </head><body><h1>{title}</h1></body></html>",
        number + 6
    ))
}
