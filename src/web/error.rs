//! A handful of errors, each a page with a way onward, or problem+json (RFC 9457).

use super::page::{self, Page};
use crate::app::App;
use crate::db;
use askama::Template;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

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
    /// More than we take at once.
    TooBig,
    /// It was decided before; one line on who did what, in words.
    Decided(String),
    /// The database.
    Db(db::Error),
    /// Something of ours; logged, never shown.
    Internal(String),
}

/// What `explain` makes a page of: the stable code, and a line more where there is one.
#[derive(Clone)]
struct Reason {
    code: &'static str,
    detail: String,
}

impl Error {
    fn parts(&self) -> (StatusCode, &'static str) {
        match self {
            Error::NotFound => (StatusCode::NOT_FOUND, "not-found"),
            Error::Form => (StatusCode::BAD_REQUEST, "form-unreadable"),
            Error::Forbidden => (StatusCode::FORBIDDEN, "forbidden"),
            Error::SignIn => (StatusCode::FORBIDDEN, "sign-in-used"),
            Error::TooBig => (StatusCode::PAYLOAD_TOO_LARGE, "too-big"),
            Error::Decided(_) => (StatusCode::CONFLICT, "decided"),
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
        let detail = match self {
            Error::Decided(who) => who,
            _ => String::new(),
        };
        response.extensions_mut().insert(Reason { code, detail });
        response
    }
}

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        self.into_plain()
    }
}

impl From<db::Error> for Error {
    fn from(error: db::Error) -> Self {
        Error::Db(error)
    }
}

/// Any failure without a page of its own gets one, in the form that the caller reads.
pub async fn explain(State(app): State<App>, request: Request, next: Next) -> Response {
    let json = wants_json(&request);
    let desk = request.uri().path().starts_with("/desk");
    let response = next.run(request).await;
    let status = response.status();
    let kind = response
        .headers()
        .get(header::CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok())
        .unwrap_or("");
    if !(status.is_client_error() || status.is_server_error())
        || kind.starts_with("text/html")
        || kind.contains("json")
    {
        return response;
    }
    let reason = response.extensions().get::<Reason>().cloned();
    let reason = reason.unwrap_or_else(|| Reason {
        code: by_status(status),
        detail: String::new(),
    });
    let allow = response.headers().get(header::ALLOW).cloned();
    let mut explained = if json {
        problem(&app, status, &reason)
    } else {
        error_page(&app, status, reason, desk)
    };
    if let Some(allow) = allow {
        explained.headers_mut().insert(header::ALLOW, allow);
    }
    explained
}

fn by_status(status: StatusCode) -> &'static str {
    match status.as_u16() {
        404 => "not-found",
        405 => "method-not-allowed",
        408 => "took-too-long",
        413 => "too-big",
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
    let code = reason.code;
    let mut body = serde_json::json!({
        "type": format!("urn:pugcast:error:{code}"),
        "title": app.text.t(&format!("error-{code}")),
        "status": status.as_u16(),
        "code": code,
    });
    if !reason.detail.is_empty() {
        body["detail"] = reason.detail.as_str().into();
    }
    let kind = HeaderValue::from_static("application/problem+json");
    (status, [(header::CONTENT_TYPE, kind)], body.to_string()).into_response()
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
    let Reason { code, detail } = reason;
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
