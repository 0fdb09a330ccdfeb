//! How a phone keeps the showcase among its apps, and shares with it (W3C Web Application Manifest).

use super::error::Error;
use super::files;
use super::language::{Reader, speak};
use crate::app::App;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use bytes::Bytes;
use image::imageops::{FilterType, overlay, resize};
use image::{ImageFormat, RgbaImage};
use serde::Serialize;
use std::collections::HashMap;
use std::io::Cursor;
use std::sync::{Mutex, PoisonError};

/// Characters that stand below an icon.
const MOST_SHORT: usize = 15;
const AN_HOUR: &str = "public, max-age=3600";
const A_DAY: &str = "public, max-age=86400";

/// An icon drawn of the artwork.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Icon {
    name: &'static str,
    /// Pixels.
    side: u32,
    /// Whether a system may cut it round: then the artwork keeps to the middle.
    maskable: bool,
}

const ICONS: &[Icon] = &[
    icon("180.png", 180, false),
    icon("192.png", 192, false),
    icon("512.png", 512, false),
    icon("maskable.png", 512, true),
];

#[derive(Serialize)]
struct Manifest<'a> {
    id: &'static str,
    name: &'a str,
    short_name: String,
    description: &'a str,
    lang: &'static str,
    dir: &'static str,
    start_url: &'static str,
    scope: &'static str,
    display: &'static str,
    background_color: &'static str,
    theme_color: &'static str,
    icons: Vec<Drawn>,
    share_target: Share,
}

#[derive(Serialize)]
struct Drawn {
    src: String,
    sizes: String,
    r#type: &'static str,
    purpose: &'static str,
}

/// What a phone hands over: always by GET, for nothing is stored before somebody looked at it.
#[derive(Serialize)]
struct Share {
    action: &'static str,
    method: &'static str,
    enctype: &'static str,
    params: Params,
}

#[derive(Serialize)]
struct Params {
    url: &'static str,
    text: &'static str,
    title: &'static str,
}

/// `/manifest.webmanifest`
pub async fn manifest(Reader(app): Reader, headers: HeaderMap) -> Response {
    let showcase = &app.config.showcase;
    let mut icons = vec![Drawn {
        src: "/favicon.ico".into(),
        sizes: "any".into(),
        r#type: "image/svg+xml",
        purpose: "any",
    }];
    icons.extend(ICONS.iter().skip(1).map(|icon| Drawn {
        src: format!("/icons/{}", icon.name),
        sizes: format!("{0}x{0}", icon.side),
        r#type: "image/png",
        purpose: if icon.maskable { "maskable" } else { "any" },
    }));
    let manifest = Manifest {
        id: "/",
        name: &showcase.name,
        short_name: short(&showcase.name),
        description: &showcase.description,
        lang: app.text.language(),
        dir: app.text.direction(),
        start_url: "/",
        scope: "/",
        display: "minimal-ui",
        background_color: "#fbf8f1",
        theme_color: "#fbf8f1",
        icons,
        share_target: Share {
            action: "/submit",
            method: "GET",
            enctype: "application/x-www-form-urlencoded",
            params: Params {
                url: "url",
                text: "text",
                title: "title",
            },
        },
    };
    // Texts alone: they always serialise.
    let text = serde_json::to_string(&manifest).unwrap_or_default();
    let kind = "application/manifest+json";
    let mut response = files::short(text.into(), kind, &headers, AN_HOUR);
    speak(&app, response.headers_mut());
    response
}

/// `/icons/{name}`
pub async fn icon_file(
    State(app): State<App>,
    Path(name): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let icon = ICONS.iter().find(|icon| icon.name == name);
    let icon = *icon.ok_or(Error::NotFound)?;
    // A picture is read and scaled: not on a thread that others wait for.
    let drawing = tokio::task::spawn_blocking(move || drawn(&app, icon)).await;
    let drawn = drawing.map_err(|error| Error::Internal(error.to_string()))?;
    let bytes = drawn.map_err(Error::Internal)?;
    Ok(files::short(bytes, "image/png", &headers, A_DAY))
}

/// An icon's bytes, drawn once for each artwork.
fn drawn(app: &App, icon: Icon) -> Result<Bytes, String> {
    static DRAWN: Mutex<Option<(String, HashMap<Icon, Bytes>)>> = Mutex::new(None);
    let artwork = app.artwork();
    let of = artwork.name.clone();
    let mut kept = DRAWN.lock().unwrap_or_else(PoisonError::into_inner);
    if kept.as_ref().is_none_or(|(before, _)| *before != of) {
        *kept = Some((of, HashMap::new()));
    }
    let Some((_, icons)) = kept.as_mut() else {
        return Err("the icons' place was just made".into());
    };
    if let Some(bytes) = icons.get(&icon) {
        return Ok(bytes.clone());
    }
    let bytes = draw(&artwork.bytes, icon)?;
    icons.insert(icon, bytes.clone());
    Ok(bytes)
}

fn draw(artwork: &[u8], icon: Icon) -> Result<Bytes, String> {
    let picture = image::load_from_memory(artwork);
    let picture = picture.map_err(|error| format!("the artwork cannot be read: {error}"))?;
    let picture = picture.to_rgba8();
    // What is cut away lies outside the middle four fifths.
    let inner = if icon.maskable {
        icon.side * 4 / 5
    } else {
        icon.side
    };
    let small = resize(&picture, inner, inner, FilterType::Triangle);
    let mut whole = RgbaImage::from_pixel(icon.side, icon.side, *small.get_pixel(0, 0));
    let at = i64::from((icon.side - inner) / 2);
    overlay(&mut whole, &small, at, at);
    let mut bytes = Cursor::new(Vec::new());
    whole
        .write_to(&mut bytes, ImageFormat::Png)
        .map_err(|error| error.to_string())?;
    Ok(bytes.into_inner().into())
}

/// The first words of a name; of a long word its first letters.
fn short(name: &str) -> String {
    let mut short = String::new();
    for word in name.split_whitespace() {
        if short.chars().count() + word.chars().count() >= MOST_SHORT {
            break;
        }
        short.push_str(if short.is_empty() { "" } else { " " });
        short.push_str(word);
    }
    match short.is_empty() {
        true => name.chars().take(MOST_SHORT).collect(),
        false => short,
    }
}

const fn icon(name: &'static str, side: u32, maskable: bool) -> Icon {
    Icon {
        name,
        side,
        maskable,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_name_fits_below_an_icon() {
        for (name, wanted) in [
            ("Python usergroups of the world", "Python"),
            ("PyLagos", "PyLagos"),
            (
                "日本のPythonユーザーグループの集まり",
                "日本のPythonユーザーグル",
            ),
            ("", ""),
        ] {
            assert!(short(name).chars().count() <= MOST_SHORT);
            assert_eq!(short(name), wanted);
        }
    }
}
