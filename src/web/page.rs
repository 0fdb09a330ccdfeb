//! What every page shares, and how one becomes an answer.

use super::following::{self, Followed};
use super::front::Alike;
use super::{embed, language};
use crate::app::App;
use crate::db::editor::Editor;
use crate::model::clock::{is_over, timestamp};
use crate::model::entry::About;
use crate::model::feed::Scope;
use crate::text::Catalogue;
use askama::Template;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use bytes::Bytes;
use std::borrow::Cow;
use std::fmt::Display;

/// The layout's side of a page.
#[derive(Clone)]
pub struct Page {
    /// The service's parts.
    pub app: App,
    /// The title, without the showcase's name.
    pub title: String,
    /// Path of this page; empty where it has no lasting one.
    pub path: String,
    /// One sentence for link previews.
    pub description: String,
    /// Address of a picture for link previews.
    pub picture: Option<String>,
    /// When what it shows was published and last changed, in milliseconds since 1970.
    pub times: Option<(i64, i64)>,
    /// Feeds of its own, beside those of the whole.
    pub feeds: Vec<Followed>,
    /// What it says to machines (JSON-LD), ready to stand in HTML; empty where it says nothing.
    pub linked: String,
    /// Path under `/embed/` of what other sites may show of it.
    pub embed: Option<String>,
    /// Not for search engines, caches or referrers.
    pub private: bool,
    /// Look again after some seconds.
    pub refresh: bool,
    /// Who is signed in, and the token their forms need.
    pub editor: Option<(Editor, String)>,
    /// Pages whose content security policy lets YouTube's player in.
    pub player: bool,
    /// Pages on which our script helps.
    pub script: bool,
}

impl Page {
    /// A public page under this path.
    pub fn new(app: &App, title: impl Into<String>, path: impl Into<String>) -> Page {
        Page {
            app: app.clone(),
            title: title.into(),
            path: path.into(),
            description: app.config.showcase.description.clone(),
            picture: None,
            times: None,
            feeds: Vec::new(),
            linked: String::new(),
            embed: None,
            private: false,
            refresh: false,
            editor: None,
            player: false,
            script: false,
        }
    }

    /// The same page, kept from search engines and caches.
    pub fn private(mut self) -> Page {
        self.private = true;
        self
    }

    /// The same page, on which our script helps.
    pub fn scripted(mut self) -> Page {
        self.script = true;
        self
    }

    /// The same page, whose answers need mending: its title says so first.
    pub fn faulty(mut self) -> Page {
        self.title = self.a("faults-page", "title", &self.title);
        self.private()
    }

    /// The same page, for an editor.
    pub fn of(mut self, editor: &Editor, form_token: &str) -> Page {
        self.editor = Some((editor.clone(), form_token.to_owned()));
        self.private()
    }

    /// A text of the catalogue.
    pub fn t(&self, key: &str) -> String {
        self.app.text.t(key)
    }

    /// A text of the catalogue with one blank.
    pub fn a(&self, key: &str, name: &str, value: impl Display) -> String {
        let value = self.apart(value.to_string());
        self.app.text.with(key, &[(name, Cow::from(value))])
    }

    /// What something is and what it says, with the colon of the language.
    pub fn pair(&self, label: impl Display, value: impl Display) -> String {
        let (label, value) = (label.to_string(), self.apart(value.to_string()));
        let blanks = [("label", label.into()), ("value", value.into())];
        self.app.text.with("pair", &blanks)
    }

    /// What somebody typed, kept from turning the text that it stands in, or being turned by it (UAX #9).
    fn apart(&self, value: String) -> String {
        let turns = self.app.text.direction() == "rtl" || value.contains(runs_left);
        let number = value.bytes().all(|byte| byte.is_ascii_digit());
        match turns && !number {
            true => format!("\u{2068}{value}\u{2069}"),
            false => value,
        }
    }

    /// A text of a family: `kind` and `video` make `kind-video`.
    pub fn word(&self, family: &str, member: impl Display) -> String {
        self.t(&format!("{family}-{member}"))
    }

    /// Who did something: `sender` and `job` in words, editors by their mail address.
    pub fn actor(&self, name: &str) -> String {
        let key = format!("actor-{name}");
        if self.app.text.has(&key) {
            self.t(&key)
        } else {
            name.to_owned()
        }
    }

    /// The day of a meeting: coming until it is over everywhere, then met.
    pub fn met(&self, day: &str) -> String {
        let key = if is_over(day, self.app.clock.now()) {
            "entry-met"
        } else {
            "entry-coming"
        };
        self.a(key, "day", self.day(day))
    }

    /// What an entry is, and what a report is about: `Report · how the group began`.
    pub fn kind(&self, kind: &str, about: Option<About>, day: &str) -> String {
        let kind = self.word("kind", kind);
        match about {
            None => kind,
            Some(about) => {
                let about = about.text(Some(day), self.app.clock.now());
                format!("{kind} · {}", self.t(about))
            }
        }
    }

    /// A day with its weekday.
    pub fn day(&self, day: impl Display) -> String {
        self.app.text.day(&day.to_string())
    }

    /// A licence's name in words.
    pub fn licence(&self, name: &str) -> String {
        self.t(&format!("licence-{}", name.replace('.', "-")))
    }

    /// Whether a field has a hint.
    pub fn has_hint(&self, name: &str) -> bool {
        self.app.text.has(&format!("hint-{name}"))
    }

    /// The words for an error code, which may speak of something.
    pub fn error(&self, code: &str, about: &str) -> String {
        self.a(&format!("error-{code}"), "about", about)
    }

    /// This page in each language: its own name for itself, and where it is; nothing for an answer to a form.
    pub fn switch(&self) -> Vec<(Catalogue, String)> {
        let Some(query) = &self.app.query else {
            return Vec::new();
        };
        let all = Catalogue::all().into_iter();
        all.map(|text| (text, language::switched(query, text)))
            .collect()
    }

    /// The page's own address: with its language where that was asked for.
    pub fn address(&self) -> String {
        let address = format!("{}{}", self.app.url, self.path);
        match self.app.is_asked {
            true => language::with(&address, self.app.text),
            false => address,
        }
    }

    /// The address of a public page in each language.
    pub fn alternates(&self) -> Vec<(&'static str, String)> {
        let address = format!("{}{}", self.app.url, self.path);
        let all = Catalogue::all().into_iter();
        all.map(|text| (text.language(), language::with(&address, text)))
            .collect()
    }

    /// The languages that the page is in besides this one.
    pub fn others(&self) -> impl Iterator<Item = Catalogue> {
        let own = self.app.text.language();
        let all = Catalogue::all().into_iter();
        all.filter(move |text| text.language() != own)
    }

    /// When what it shows was published and last changed (RFC 3339).
    pub fn times(&self) -> Option<(String, String)> {
        let (published, updated) = self.times?;
        Some((
            timestamp(published).to_string(),
            timestamp(updated).to_string(),
        ))
    }

    /// Its own feeds, then those of the whole.
    pub fn feeds(&self) -> impl Iterator<Item = Followed> {
        let whole = following::feeds(&self.app, &Scope::Whole, "", self.showcase(), true);
        self.feeds.clone().into_iter().chain(whole)
    }

    /// Where one asks how to show it elsewhere (oembed.com).
    pub fn oembed(&self) -> Option<String> {
        self.embed.as_ref()?;
        Some(embed::oembed_address(&self.app, &self.path))
    }

    /// What another site puts into its page to show this one's.
    pub fn frame(&self) -> Option<String> {
        let path = self.embed.as_ref()?;
        Some(embed::frame(&self.app, path, &self.title))
    }

    /// The same as a link, for sites that take no frames.
    pub fn link(&self) -> String {
        embed::link(&self.app, &self.path, &self.title)
    }

    /// The address of the showcase's artwork.
    pub fn artwork(&self) -> String {
        super::files::artwork_path(&self.app)
    }

    /// The showcase's name.
    pub fn showcase(&self) -> &str {
        &self.app.config.showcase.name
    }

    /// The address of the style sheet: its name changes with it.
    pub fn style(&self) -> String {
        super::files::style_path()
    }

    /// The address of the script: its name changes with it.
    pub fn script_path(&self) -> String {
        super::files::script_path()
    }

    /// The form token of the session; empty without one.
    pub fn form_token(&self) -> &str {
        self.editor.as_ref().map_or("", |(_, token)| token)
    }
}

/// A page as an answer.
pub fn respond<T: Template + HasPage>(status: StatusCode, template: &T) -> Response {
    let html = match template.render() {
        Ok(html) => html,
        Err(error) => return super::error::Error::Internal(error.to_string()).into_response(),
    };
    let html = Bytes::from(html);
    let mut response = (status, Html(html.clone())).into_response();
    let page = template.page();
    let headers = response.headers_mut();
    super::language::speak(&page.app, headers);
    if page.private {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        headers.insert(
            HeaderName::from_static("x-robots-tag"),
            HeaderValue::from_static("noindex"),
        );
        // Under no-referrer a browser sends `Origin: null` with our own desk's forms; their addresses hold no secret.
        headers.insert(
            header::REFERRER_POLICY,
            HeaderValue::from_static(if page.editor.is_some() {
                "same-origin"
            } else {
                "no-referrer"
            }),
        );
    } else {
        headers.insert(
            header::CACHE_CONTROL,
            HeaderValue::from_static("public, max-age=60"),
        );
    }
    if let Some(policy) = policy(page) {
        headers.insert(
            header::CONTENT_SECURITY_POLICY,
            HeaderValue::from_static(policy),
        );
    }
    if page.player {
        headers.insert(
            header::REFERRER_POLICY,
            HeaderValue::from_static("strict-origin-when-cross-origin"),
        );
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    response.extensions_mut().insert(Alike::Page(html));
    response
}

/// What a page lets in beside what every page does.
fn policy(page: &Page) -> Option<&'static str> {
    macro_rules! with {
        ($more:literal) => {
            concat!(
                "default-src 'none'; style-src 'self'; img-src 'self'; media-src 'self'; manifest-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; ",
                "frame-ancestors 'none'; ", $more
            )
        };
    }
    match (page.script, page.player) {
        (false, false) => None,
        (true, false) => Some(with!("script-src 'self'")),
        (false, true) => Some(with!("frame-src https://www.youtube-nocookie.com")),
        (true, true) => Some(with!(
            "script-src 'self'; frame-src https://www.youtube-nocookie.com"
        )),
    }
}

/// Whether a letter or mark is of a script that runs from right to left.
fn runs_left(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// A template that has a layout's side.
pub trait HasPage {
    /// That side.
    fn page(&self) -> &Page;
}

/// `impl HasPage` for templates whose field is `p`.
macro_rules! pages {
    ($($name:ty),*) => {$(
        impl $crate::web::page::HasPage for $name {
            fn page(&self) -> &$crate::web::page::Page {
                &self.p
            }
        }
    )*};
}
pub(super) use pages;
