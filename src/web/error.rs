//! A handful of errors, each a page with a way onward, or problem+json (RFC 9457).

use super::language::{self, Reader};
use super::page::{self, Page};
use crate::app::App;
use crate::{db, feed};
use askama::Template;
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use std::borrow::Cow;

/// Why there is no page of the usual kind.
#[derive(Debug)]
pub enum Error {
    /// No such page, entry, group or submission.
    NotFound,
    /// A form that is no form of ours.
    Form,
    /// The request is not to be trusted: another site's form, or no token.
    Forbidden,
    /// A sign-in link that is used up or too old.
    SignIn,
    /// A body of a kind that this address does not take.
    ContentType,
    /// More than we take at once.
    TooBig,
    /// It was decided before; one line on who did what, in words.
    Decided(String),
    /// What a program sent is not taken; with what to mend.
    Refused(Refused),
    /// A feed that could not be made well, and never was.
    Misprinted,
    /// The database.
    Db(db::Error),
    /// Something of ours; logged, never shown.
    Internal(String),
}

/// Why a program's request is not taken.
#[derive(Debug)]
pub struct Refused {
    /// The status.
    pub status: StatusCode,
    /// The stable code.
    pub code: &'static str,
    /// A line on this very request; else the catalogue's for the code.
    pub detail: String,
    /// Every answer that needs mending.
    pub wrongs: Vec<Wrong>,
}

/// One answer that needs mending, as a program is told of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// The field's name.
    pub field: String,
    /// Its place in the body, a JSON pointer.
    pub pointer: String,
    /// The stable code; the catalogue has `error-CODE`.
    pub code: &'static str,
    /// What the message speaks of.
    pub about: String,
}

/// What `explain` makes a page of: the stable code, and more where there is more.
#[derive(Clone)]
struct Reason {
    code: &'static str,
    detail: String,
    wrongs: Vec<Wrong>,
}

/// What an answer says besides its reason.
const KEPT: &[&str] = &["allow", "tus-resumable", "tus-version"];
/// Seconds after which a database may be there again.
const RETRY_AFTER: &str = "60";

impl Error {
    fn parts(&self) -> (StatusCode, &'static str) {
        match self {
            Error::NotFound => (StatusCode::NOT_FOUND, "not-found"),
            Error::Form => (StatusCode::BAD_REQUEST, "form-unreadable"),
            Error::Forbidden => (StatusCode::FORBIDDEN, "forbidden"),
            Error::SignIn => (StatusCode::FORBIDDEN, "sign-in-used"),
            Error::ContentType => (StatusCode::UNSUPPORTED_MEDIA_TYPE, "content-type"),
            Error::TooBig => (StatusCode::PAYLOAD_TOO_LARGE, "too-big"),
            Error::Decided(_) => (StatusCode::CONFLICT, "decided"),
            Error::Refused(refused) => (refused.status, refused.code),
            Error::Misprinted => (StatusCode::SERVICE_UNAVAILABLE, "document-misprinted"),
            Error::Db(error) if error.code() != "internal" => {
                (StatusCode::SERVICE_UNAVAILABLE, error.code())
            }
            Error::Db(_) | Error::Internal(_) => (StatusCode::INTERNAL_SERVER_ERROR, "internal"),
        }
    }

    /// Without body; `explain` gives it one. Logged here, once.
    pub fn into_plain(self) -> Response {
        let (status, code) = self.parts();
        if status.is_server_error() {
            match &self {
                Error::Db(error) => tracing::error!(code, %error, "a request failed"),
                Error::Internal(detail) => tracing::error!(code, detail, "a request failed"),
                _ => {}
            }
        }
        let mut response = status.into_response();
        let (detail, wrongs) = match self {
            Error::Decided(who) => (who, Vec::new()),
            Error::Refused(refused) => (refused.detail, refused.wrongs),
            _ => Default::default(),
        };
        response.extensions_mut().insert(Reason {
            code,
            detail,
            wrongs,
        });
        response
    }
}

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        self.into_plain()
    }
}

impl From<feed::Error> for Error {
    fn from(error: feed::Error) -> Self {
        match error {
            feed::Error::Db(error) => Error::Db(error),
            feed::Error::Misprinted => Error::Misprinted,
        }
    }
}

impl From<db::Error> for Error {
    fn from(error: db::Error) -> Self {
        Error::Db(error)
    }
}

/// Any failure without a page of its own gets one, in the form that the caller reads.
pub async fn explain(Reader(app): Reader, request: Request, next: Next) -> Response {
    let json = wants_json(&request);
    let desk = request.uri().path().starts_with("/desk");
    let response = next.run(request).await;
    let status = response.status();
    let kind = response
        .headers()
        .get(header::CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok())
        .unwrap_or("");
    // Players ask for parts: what is answered to them is no page.
    if status == StatusCode::RANGE_NOT_SATISFIABLE
        || !(status.is_client_error() || status.is_server_error())
        || kind.starts_with("text/html")
        || kind.contains("json")
    {
        return response;
    }
    let reason = response.extensions().get::<Reason>().cloned();
    let reason = reason.unwrap_or_else(|| Reason {
        code: by_status(status),
        detail: String::new(),
        wrongs: Vec::new(),
    });
    let kept = KEPT
        .iter()
        .filter_map(|name| Some((name, response.headers().get(*name)?.clone())));
    let kept: Vec<_> = kept.collect();
    let mut explained = if json {
        problem(&app, status, &reason)
    } else {
        error_page(&app, status, reason, desk)
    };
    let headers = explained.headers_mut();
    for (name, value) in kept {
        headers.insert(HeaderName::from_static(name), value);
    }
    if status == StatusCode::SERVICE_UNAVAILABLE {
        headers.insert(header::RETRY_AFTER, HeaderValue::from_static(RETRY_AFTER));
    }
    explained
}

fn by_status(status: StatusCode) -> &'static str {
    match status.as_u16() {
        404 => "not-found",
        405 => "method-not-allowed",
        408 => "took-too-long",
        413 => "too-big",
        415 => "content-type",
        400..=499 => "form-unreadable",
        _ => "internal",
    }
}

fn wants_json(request: &Request) -> bool {
    let accepts = |headers: &HeaderMap| {
        let accept = headers
            .get(header::ACCEPT)
            .and_then(|accept| accept.to_str().ok())
            .unwrap_or("");
        accept.contains("json") && !accept.contains("text/html")
    };
    request.uri().path().starts_with("/api/") || accepts(request.headers())
}

fn problem(app: &App, status: StatusCode, reason: &Reason) -> Response {
    let body = problem_body(app, status, reason.code, &reason.detail, &reason.wrongs);
    let mut response = (status, body.to_string()).into_response();
    for (name, value) in [
        (header::CONTENT_TYPE, "application/problem+json"),
        (header::CACHE_CONTROL, "no-store"),
        (HeaderName::from_static("x-robots-tag"), "noindex"),
    ] {
        let headers = response.headers_mut();
        headers.insert(name, HeaderValue::from_static(value));
    }
    language::speak(app, response.headers_mut());
    response
}

/// What a program reads of an error. Its title is the code's or the status's, its detail says
/// what to do: in words for programs where people get others.
pub fn problem_body(
    app: &App,
    status: StatusCode,
    code: &str,
    detail: &str,
    wrongs: &[Wrong],
) -> Value {
    let known = |keys: [String; 3]| keys.into_iter().find(|key| app.text.has(key));
    let class = if status.is_server_error() { 500 } else { 400 };
    let title = known([
        format!("problem-title-{code}"),
        format!("problem-title-{}", status.as_u16()),
        format!("problem-title-{class}"),
    ]);
    let says = known([
        format!("problem-{code}"),
        format!("error-{code}"),
        "error-internal".to_owned(),
    ]);
    let most = (super::MOST_FORM >> 10).to_string();
    let blanks = [("most", Cow::from(most))];
    let mut body = json!({
        "type": format!("urn:pugcast:error:{code}"),
        "title": app.text.t(&title.unwrap_or_default()),
        "status": status.as_u16(),
        "detail": match detail {
            "" => app.text.with(&says.unwrap_or_default(), &blanks),
            detail => detail.to_owned(),
        },
        "code": code,
    });
    if !wrongs.is_empty() {
        let errors = wrongs.iter().map(|wrong| {
            let about = [("about", Cow::from(&wrong.about))];
            json!({
                "field": wrong.field,
                "pointer": wrong.pointer,
                "code": wrong.code,
                "detail": app.text.with(&format!("error-{}", wrong.code), &about),
            })
        });
        body["errors"] = errors.collect();
    }
    body
}

#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage {
    p: Page,
    code: &'static str,
    detail: String,
    desk: bool,
}

super::page::pages!(ErrorPage);

fn error_page(app: &App, status: StatusCode, reason: Reason, desk: bool) -> Response {
    let p = Page::new(app, app.text.t("error-title"), "").private();
    let Reason { code, detail, .. } = reason;
    page::respond(
        status,
        &ErrorPage {
            p,
            code,
            detail,
            desk,
        },
    )
}
