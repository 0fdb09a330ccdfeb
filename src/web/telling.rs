//! What the forms have in common by which anybody tells the editors something.

use super::error::Error;
use super::page::{HasPage, Page, respond};
use crate::app::App;
use crate::db;
use crate::model::answers::Fault;
use crate::model::notice::Notice;
use crate::notice::{self, Teller};
use askama::Template;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use std::collections::HashMap;

/// A form as it stands: what was typed of the teller, its key, and what needs mending.
#[derive(Clone, Debug, Default)]
pub struct Telling {
    pub form_key: String,
    pub teller: Teller,
    pub faults: Vec<Fault>,
    /// Why it could not be kept just now; empty where it could.
    pub trouble: String,
}

impl Telling {
    /// A form that nobody filled in yet.
    pub fn blank(app: &App) -> Telling {
        Telling {
            form_key: app.random.token(),
            ..Telling::default()
        }
    }

    /// A form as it came.
    pub fn read(app: &App, fields: &HashMap<String, String>) -> Telling {
        let field = |name: &str| fields.get(name).cloned().unwrap_or_default();
        let key = field("form_key");
        Telling {
            // Ours are 32 long.
            form_key: match (16..=32).contains(&key.len()) {
                true => key,
                false => app.random.token(),
            },
            teller: Teller {
                words: field("words"),
                name: field("sender_name"),
                email: Some(field("sender_email")),
            },
            ..Telling::default()
        }
    }

    /// The mail address as it was typed.
    pub fn email(&self) -> &str {
        self.teller.email.as_deref().unwrap_or_default()
    }

    /// The message for a field, or nothing.
    pub fn wrong(&self, p: &Page, field: &str) -> String {
        let faults = self.faults.iter().filter(|fault| fault.field == field);
        let words = faults.map(|fault| p.error(fault.code, &fault.about));
        words.collect::<Vec<_>>().join(" ")
    }

    /// The status that goes with it.
    pub fn status(&self) -> StatusCode {
        match (self.faults.is_empty(), self.trouble.is_empty()) {
            (true, true) => StatusCode::OK,
            (false, true) => StatusCode::UNPROCESSABLE_ENTITY,
            _ => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    /// The layout's side of its page.
    pub fn page(&self, app: &App, title: &str, path: String) -> Page {
        match self.status() {
            StatusCode::OK => Page::new(app, title, path),
            _ => Page::new(app, title, "").faulty(),
        }
    }

    /// The database is away: the form comes back with its answers.
    pub fn keep(&mut self, app: &App, error: &db::Error) {
        tracing::error!(code = error.code(), %error, "a notice could not be stored; its teller keeps the answers");
        self.trouble = app.text.t(&format!("error-{}", error.code()));
    }

    /// Onward to the teller's own page; else what needs mending is noted, and the form is to be shown again.
    pub fn sent(
        &mut self,
        app: &App,
        received: Result<Notice, notice::Error>,
    ) -> Result<Option<Response>, Error> {
        match received {
            Ok(notice) => {
                let path = format!("/notices/{}", notice.token);
                return Ok(Some(Redirect::to(&path).into_response()));
            }
            Err(notice::Error::Faults(faults)) => self.faults = faults,
            Err(notice::Error::Db(error)) => self.keep(app, &error),
            Err(notice::Error::Decided) => return Err(Error::Form),
        }
        Ok(None)
    }
}

/// A form's page. Each has a key of its own, so no cache may hand one to two people.
pub fn answer<T: Template + HasPage>(status: StatusCode, template: &T) -> Response {
    let mut response = respond(status, template);
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
