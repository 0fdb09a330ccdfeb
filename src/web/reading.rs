//! What one reads of the showcase itself: what it is, what it knows of its readers, how organizers take part.

use super::error::Error;
use super::language::Reader;
use super::page::{Page, pages, respond};
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;

#[derive(Template)]
#[template(path = "about.html")]
struct About {
    p: Page,
    promise: u32,
}

#[derive(Template)]
#[template(path = "privacy.html")]
struct Privacy {
    p: Page,
}

#[derive(Template)]
#[template(path = "organizers.html")]
struct Organizers {
    p: Page,
    promise: u32,
}

pages!(About, Privacy, Organizers);

/// `/about`
pub async fn about(Reader(app): Reader) -> Result<Response, Error> {
    let promise = app.config.showcase.promise_days;
    let p = Page::new(&app, app.text.t("about-title"), "/about");
    Ok(respond(StatusCode::OK, &About { p, promise }))
}

/// `/privacy`
pub async fn privacy(Reader(app): Reader) -> Result<Response, Error> {
    let p = Page::new(&app, app.text.t("privacy-title"), "/privacy");
    Ok(respond(StatusCode::OK, &Privacy { p }))
}

/// `/organizers`
pub async fn organizers(Reader(app): Reader) -> Result<Response, Error> {
    let promise = app.config.showcase.promise_days;
    let p = Page::new(&app, app.text.t("for-organizers-title"), "/organizers");
    Ok(respond(StatusCode::OK, &Organizers { p, promise }))
}
