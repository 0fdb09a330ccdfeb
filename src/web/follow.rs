//! How one follows a feed: with one press in the apps that document how, else by its address, copied or as a QR code.

use crate::app::App;
use crate::feed::home_path;
use crate::model::feed::Scope;
use qrcode::{Color, EcLevel, QrCode};
use std::fmt::Write;
use url::form_urlencoded::byte_serialize;

/// A feed's addresses, and the apps that take them.
pub struct Follow {
    /// Every kind of entry.
    pub showcase: String,
    /// What one hears; empty where there is nothing yet.
    pub podcast: String,
    /// The same entries in other formats, and what those are called.
    pub formats: Vec<(&'static str, String)>,
    /// Podcast apps and where they subscribe.
    pub apps: Vec<(&'static str, String)>,
    /// Feed readers and where they subscribe.
    pub readers: Vec<(&'static str, String)>,
    /// The podcast's address, else the showcase's, as the squares of a QR code (ISO/IEC 18004), and how many a side.
    pub code: String,
    pub side: usize,
}

impl Follow {
    /// How one follows what a scope holds. `group` is the group's slug.
    pub fn of(app: &App, scope: &Scope, group: &str, listens: bool) -> Follow {
        let home = format!("{}{}", app.url, home_path(scope, group));
        let home = home.trim_end_matches('/');
        let showcase = format!("{home}/showcase.xml");
        let podcast = if listens {
            format!("{home}/podcast.xml")
        } else {
            String::new()
        };
        let (code, side) = code(if listens { &podcast } else { &showcase });
        Follow {
            formats: vec![
                ("RSS", showcase.clone()),
                ("Atom", format!("{home}/showcase.atom")),
                ("JSON Feed", format!("{home}/showcase.json")),
            ],
            apps: if listens { apps(&podcast) } else { Vec::new() },
            readers: readers(&showcase),
            showcase,
            podcast,
            code,
            side,
        }
    }
}

/// As the apps' own pages for publishers say; those that say nothing take a copied address.
fn apps(address: &str) -> Vec<(&'static str, String)> {
    let bare = address.split_once("://").map_or(address, |(_, bare)| bare);
    let whole: String = byte_serialize(address.as_bytes()).collect();
    vec![
        (
            "AntennaPod",
            format!("https://antennapod.org/deeplink/subscribe?url={whole}"),
        ),
        ("Apple Podcasts", format!("podcast://{bare}")),
        (
            "Overcast",
            format!("overcast://x-callback-url/add?url={whole}"),
        ),
        ("Pocket Casts", format!("pktc://subscribe/{bare}")),
        (
            "Podcast Addict",
            format!("https://podcastaddict.com/feed/{whole}"),
        ),
    ]
}

fn readers(address: &str) -> Vec<(&'static str, String)> {
    let whole: String = byte_serialize(address.as_bytes()).collect();
    vec![
        (
            "Feedly",
            format!("https://feedly.com/i/subscription/feed%2F{whole}"),
        ),
        (
            "Inoreader",
            format!("https://www.inoreader.com/?add_feed={whole}"),
        ),
        ("NewsBlur", format!("https://www.newsblur.com/?url={whole}")),
    ]
}

/// A square for each dark module; empty for an address that is too long for a code.
fn code(address: &str) -> (String, usize) {
    let Ok(code) = QrCode::with_error_correction_level(address, EcLevel::M) else {
        return Default::default();
    };
    let side = code.width();
    let mut path = String::new();
    for (at, colour) in code.to_colors().into_iter().enumerate() {
        if colour == Color::Dark {
            // Writing into a text does not fail.
            let _ = write!(path, "M{} {}h1v1h-1z", at % side, at / side);
        }
    }
    (path, side)
}
