//! Signing in by a one-time link, and the demand for a session on the desk.

use super::MOST_FORM;
use super::error::Error;
use super::language::Reader;
use super::page::{Page, pages, respond};
use crate::app::App;
use crate::db;
use crate::db::editor::Editor;
use crate::model::answers::one_line;
use crate::model::clock::token_hash;
use crate::outbox;
use askama::Template;
use axum::body::Body;
use axum::extract::{Extension, Form, Query, Request};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use std::collections::HashMap;
use url::form_urlencoded;

/// A session lasts this long, in milliseconds.
const LASTS_MS: i64 = 14 * 24 * 60 * 60 * 1000;
const COOKIE: &str = "pugcast_session";

/// Who is signed in, with the token that their forms carry.
#[derive(Clone)]
pub struct Signed {
    pub editor: Editor,
    pub form_token: String,
    token: String,
}

#[derive(Template)]
#[template(path = "sign_in.html")]
struct SignInPage {
    p: Page,
    token: String,
    sends_mail: bool,
    /// The address that a link was asked for; empty before.
    asked: String,
}

pages!(SignInPage);

/// Lets editors through. Unsafe methods must come from our own pages and carry the session's form token.
pub async fn demand(Reader(app): Reader, request: Request, next: Next) -> Result<Response, Error> {
    let Some(token) = cookie(request.headers(), COOKIE) else {
        return Ok(stranger(&request));
    };
    let Some(editor) = db::editor::of_session(&app.db, &token_hash(&token), app.now()).await?
    else {
        return Ok(stranger(&request));
    };
    let form_token = token_hash(&format!("{token} forms"));
    let safe = matches!(*request.method(), Method::GET | Method::HEAD);
    let mut request = if safe {
        request
    } else {
        with_form_token(&app, request, &form_token).await?
    };
    request.extensions_mut().insert(Signed {
        editor,
        form_token,
        token,
    });
    Ok(next.run(request).await)
}

/// `GET /desk/sign-in?token=…`: a button, for programs that look at mail also follow links.
pub async fn form(Reader(app): Reader, Query(query): Query<HashMap<String, String>>) -> Response {
    let token = query.get("token").cloned().unwrap_or_default();
    respond(
        StatusCode::OK,
        &SignInPage {
            p: Page::new(&app, app.text.t("sign-in-title"), "").private(),
            token,
            sends_mail: app.mail.is_some(),
            asked: String::new(),
        },
    )
}

/// `POST /desk/sign-in`: mails a link to an editor. The answer is the same for everybody.
pub async fn ask(
    Reader(app): Reader,
    Form(fields): Form<HashMap<String, String>>,
) -> Result<Response, Error> {
    let email = one_line(fields.get("email").map_or("", String::as_str)).to_lowercase();
    if app.mail.is_some()
        && let Some(editor) = db::editor::by_email(&app.db, &email).await?
    {
        outbox::sign_in(&app, &editor).await?;
    }
    let page = SignInPage {
        p: Page::new(&app, app.text.t("sign-in-title"), "").private(),
        token: String::new(),
        sends_mail: app.mail.is_some(),
        asked: email.chars().take(200).collect(),
    };
    Ok(respond(StatusCode::OK, &page))
}

/// `POST /desk/session`: uses up the link and opens a session.
pub async fn start(
    Reader(app): Reader,
    Form(fields): Form<HashMap<String, String>>,
) -> Result<Response, Error> {
    let given = fields.get("token").ok_or(Error::SignIn)?;
    let now = app.now();
    let mut tx = app.db.begin().await?;
    let editor = db::editor::use_sign_in(&mut tx, &token_hash(given), now)
        .await?
        .ok_or(Error::SignIn)?;
    let token = app.random.token();
    db::editor::add_session(&mut tx, &token_hash(&token), &editor, now, now + LASTS_MS).await?;
    tx.commit().await?;
    tracing::info!(editor = %editor, "signed in");
    Ok(with_cookie(&app, "/desk", &token, LASTS_MS / 1000))
}

/// `POST /desk/session/end`
pub async fn end(
    Reader(app): Reader,
    Extension(signed): Extension<Signed>,
) -> Result<Response, Error> {
    let mut tx = app.db.begin().await?;
    db::editor::end_session(&mut tx, &token_hash(&signed.token)).await?;
    tx.commit().await?;
    Ok(with_cookie(&app, "/", "", 0))
}

fn stranger(request: &Request) -> Response {
    if matches!(*request.method(), Method::GET | Method::HEAD) {
        Redirect::to("/desk/sign-in").into_response()
    } else {
        Error::Forbidden.into_response()
    }
}

async fn with_form_token(app: &App, request: Request, wanted: &str) -> Result<Request, Error> {
    if !from_our_pages(app, request.headers()) {
        return Err(Error::Forbidden);
    }
    let length = request.headers().get(header::CONTENT_LENGTH);
    let length = length.and_then(|length| length.to_str().ok()?.parse::<u64>().ok());
    if length.is_some_and(|length| length > MOST_FORM as u64) {
        return Err(Error::TooBig);
    }
    let (parts, body) = request.into_parts();
    let body = axum::body::to_bytes(body, MOST_FORM)
        .await
        .map_err(|_| Error::Form)?;
    let given = form_urlencoded::parse(&body)
        .find(|(name, _)| name == "form_token")
        .map(|(_, value)| value.into_owned());
    // Both sides are hashed once more, so that comparing tells nothing by its time.
    if given.is_none_or(|given| token_hash(&given) != token_hash(wanted)) {
        return Err(Error::Forbidden);
    }
    Ok(Request::from_parts(parts, Body::from(body)))
}

/// What browsers say of where a form came from; those that say nothing still need the form token.
fn from_our_pages(app: &App, headers: &HeaderMap) -> bool {
    let header = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    match (header("sec-fetch-site"), header("origin")) {
        (Some(site), _) => site == "same-origin" || site == "none",
        (None, Some(origin)) => {
            origin == app.url
                || header("host").is_some_and(|host| origin.split("://").nth(1) == Some(host))
        }
        (None, None) => true,
    }
}

/// A cookie's value.
pub fn cookie(headers: &HeaderMap, wanted: &str) -> Option<String> {
    let cookies = headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok());
    let mut pairs = cookies
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='));
    pairs
        .find(|(name, _)| *name == wanted)
        .map(|(_, value)| value.to_owned())
}

fn with_cookie(app: &App, to: &str, token: &str, seconds: i64) -> Response {
    let secure = if app.url.starts_with("https:") {
        "; Secure"
    } else {
        ""
    };
    let cookie =
        format!("{COOKIE}={token}; Path=/desk; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}");
    ([(header::SET_COOKIE, cookie)], Redirect::to(to)).into_response()
}
