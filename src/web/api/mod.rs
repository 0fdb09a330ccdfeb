//! The JSON door: submissions in, and where each stands.
//!
//! A program sends the form's answers and gets the sender's private link. An
//! `Idempotency-Key` makes sending again safe: the same answers under the same key are
//! one submission, answered alike each time; other answers under it are refused. Without
//! a key each request is a submission of its own, for the same words may be meant twice
//! (draft-ietf-httpapi-idempotency-key-header). Only what was stored uses up a key. The
//! draft would have 422 for other answers; they are sound by themselves and conflict with
//! what is stored, so it is 409, and 422 means that answers need mending.

use super::error::{Error, Refused};
use super::language::{self, Reader};
use super::submissions;
use crate::app::App;
use crate::intake;
use crate::model::clock::token_hash;
use answer::Answer;
use axum::Json;
use axum::extract::{Path, Request};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

mod answer;
mod body;
pub mod describe;
mod schema;

/// Characters of a key.
const LONGEST_KEY: usize = 255;

/// `POST /api/v1/submissions`
pub async fn create(Reader(app): Reader, request: Request) -> Result<Response, Error> {
    let key = key(request.headers())?;
    let body = body::read(&app, request).await?;
    // Hashed, for what a program chose may mean something to somebody.
    let key = format!("api-{}", token_hash(&key.unwrap_or(app.random.token())));
    let stored = match intake::receive_once(&app, &body.answers, "api", &key).await {
        Ok(stored) => stored.ok_or_else(|| refused(StatusCode::CONFLICT, "key-used")),
        Err(intake::Error::Faults(faults)) => Err(body.refuse(&app, faults)),
        Err(intake::Error::Db(error)) => Err(error.into()),
    };
    let answer = match stored {
        Ok(stored) => Answer::of(&app, &stored).await.map_err(Error::Db),
        Err(error) => Err(error),
    };
    let answer = answer.map_err(|error| not_stored(&app, error))?;
    let location = HeaderValue::from_str(&answer.api_address)
        .map_err(|error| Error::Internal(error.to_string()))?;
    let mut response = private(&app, StatusCode::CREATED, answer);
    response.headers_mut().insert(header::LOCATION, location);
    Ok(response)
}

/// `GET /api/v1/submissions/{token}`
pub async fn show(Reader(app): Reader, Path(token): Path<String>) -> Result<Response, Error> {
    let submission = submissions::find(&app, &token).await?;
    let answer = Answer::of(&app, &submission).await?;
    Ok(private(&app, StatusCode::OK, answer))
}

/// The sender's own key.
fn key(headers: &HeaderMap) -> Result<Option<String>, Error> {
    let unreadable = || refused(StatusCode::BAD_REQUEST, "key-unreadable");
    let mut given = headers.get_all("idempotency-key").iter();
    let Some(key) = given.next() else {
        return Ok(None);
    };
    let key = key.to_str().map_err(|_| unreadable())?;
    let printable = key.chars().all(|c| (' '..='~').contains(&c));
    if given.next().is_some() || key.is_empty() || key.len() > LONGEST_KEY || !printable {
        return Err(unreadable());
    }
    Ok(Some(key.to_owned()))
}

fn refused(status: StatusCode, code: &'static str) -> Error {
    Error::Refused(Refused {
        status,
        code,
        detail: String::new(),
        wrongs: Vec::new(),
    })
}

/// Where the database is away, its sender is told how to send again.
fn not_stored(app: &App, error: Error) -> Error {
    match error {
        Error::Db(error) if error.code() != "internal" => {
            let code = error.code();
            tracing::error!(code, %error, "a program's submission was not stored; it is asked to send again");
            Error::Refused(Refused {
                status: StatusCode::SERVICE_UNAVAILABLE,
                code,
                detail: app.text.t("problem-not-stored"),
                wrongs: Vec::new(),
            })
        }
        error => error,
    }
}

/// An answer for its sender alone.
fn private(app: &App, status: StatusCode, answer: Answer) -> Response {
    let mut response = (status, Json(answer)).into_response();
    language::speak(app, response.headers_mut());
    for (name, value) in [
        (header::CACHE_CONTROL, "no-store"),
        (HeaderName::from_static("x-robots-tag"), "noindex"),
        (header::REFERRER_POLICY, "no-referrer"),
    ] {
        let headers = response.headers_mut();
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}
