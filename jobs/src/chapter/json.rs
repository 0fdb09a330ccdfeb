//! The JSON form of the podcast namespace (JSON Chapters 1.2.0, `application/json+chapters`).

use super::{Chapter, MOST, Place, rising};
use crate::text as words;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use url::Url;

/// The start of a chapter is more than a year away: a mistake or a lie.
const MOST_SECONDS: f64 = 366.0 * 86_400.0;

#[derive(Deserialize)]
struct Document {
    /// One by one, so that an odd one does not spoil the others.
    chapters: Vec<Value>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Raw {
    start_time: Value,
    title: Option<String>,
    url: Option<String>,
    img: Option<String>,
    toc: Option<bool>,
    location: Option<RawPlace>,
}

#[derive(Deserialize, Serialize)]
struct RawPlace {
    name: Option<String>,
    geo: Option<String>,
}

/// Reads a document; entries without a usable start, a title or a place in the
/// table of contents (`"toc": false`) are left out.
///
/// # Errors
/// One line on why it is no such document.
pub fn from_json(bytes: &[u8]) -> Result<Vec<Chapter>, String> {
    let document: Document = serde_json::from_slice(bytes)
        .map_err(|error| format!("the chapters are not JSON as podcasts have it: {error}"))?;
    let entries = document.chapters.into_iter().take(MOST);
    let chapters = entries
        .filter_map(|entry| chapter(serde_json::from_value(entry).ok()?))
        .collect();
    Ok(rising(chapters))
}

/// Writes a document; whole seconds without a fraction.
pub fn to_json(chapters: &[Chapter]) -> String {
    let entries: Vec<Value> = chapters.iter().map(entry).collect();
    format!("{:#}\n", json!({"version": "1.2.0", "chapters": entries}))
}

fn entry(chapter: &Chapter) -> Value {
    let mut entry = json!({"startTime": seconds(chapter.start_ms), "title": chapter.title});
    if let Some(url) = &chapter.url {
        entry["url"] = json!(url);
    }
    if let Some(image) = &chapter.image {
        entry["img"] = json!(image);
    }
    if let Some(place) = &chapter.place {
        entry["location"] = json!({"name": place.name});
        if let Some(geo) = &place.geo {
            entry["location"]["geo"] = json!(geo);
        }
    }
    entry
}

fn seconds(ms: u64) -> Value {
    match ms % 1000 {
        0 => json!(ms / 1000),
        _ => json!(ms as f64 / 1000.0),
    }
}

fn chapter(raw: Raw) -> Option<Chapter> {
    // Some write the number as a text.
    let start = match &raw.start_time {
        Value::String(text) => text.trim().parse().ok()?,
        number => number.as_f64()?,
    };
    if !(0.0..MOST_SECONDS).contains(&start) || raw.toc == Some(false) {
        return None;
    }
    let chapter = Chapter::new((start * 1000.0).round() as u64, raw.title.as_deref()?);
    let place = raw.location.and_then(|place| {
        Some(Place {
            name: words::cut(&words::line(&place.name?), 128),
            geo: place
                .geo
                .filter(|geo| geo.starts_with("geo:") && geo.len() < 100),
        })
    });
    (!chapter.title.is_empty()).then(|| Chapter {
        url: raw.url.as_deref().and_then(web),
        image: raw.img.as_deref().and_then(web),
        place,
        ..chapter
    })
}

fn web(text: &str) -> Option<Url> {
    let url = Url::parse(text).ok()?;
    matches!(url.scheme(), "http" | "https").then_some(url)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        let chapters = vec![
            Chapter::new(0, "Start"),
            Chapter {
                url: web("https://example.org/talk"),
                image: web("https://example.org/a.jpg"),
                place: Some(Place {
                    name: "Tartu, Estonia".into(),
                    geo: Some("geo:58.38,26.72".into()),
                }),
                ..Chapter::new(61_500, "\"Quotes\" & more")
            },
        ];
        let text = to_json(&chapters);
        assert!(text.contains("\"version\": \"1.2.0\"") && text.contains("\"startTime\": 61.5"));
        assert!(text.contains("\"startTime\": 0,"), "{text}");
        assert_eq!(from_json(text.as_bytes()).unwrap(), chapters);
    }

    #[test]
    fn odd_entries_are_left_out() {
        let text = r#"{"version":"1.1.0","chapters":[
            {"startTime":"12.5","title":"As a text","url":"javascript:alert(1)"},
            {"startTime":-1,"title":"Before"},{"startTime":1e300,"title":"After"},
            {"startTime":3},{"startTime":4,"title":" "},{"startTime":5,"title":"Hidden","toc":false},
            7,null,{"title":"No start"},{"startTime":6,"title":["A","list"]},
            {"startTime":7,"title":"A number","toc":"no"},
            {"startTime":1,"title":"First"}]}"#;
        let got = from_json(text.as_bytes()).unwrap();
        assert_eq!(
            got,
            [
                Chapter::new(1000, "First"),
                Chapter::new(12_500, "As a text")
            ]
        );
        assert!(from_json(b"[]").is_err() && from_json(b"{").is_err());
    }
}
