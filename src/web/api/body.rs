//! The body of a submission: JSON, typed, each field known, every fault said at once.

use super::refused;
use crate::app::App;
use crate::model::answers::{Answers, Fault, MOST_LINKS};
use crate::web::MOST_FORM;
use crate::web::error::{Error, Refused, Wrong};
use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::IntoResponse;
use serde_json::Value;
use std::borrow::Cow;

/// Faults told at once; a body of nothing but faults is not answered by a longer one.
const MOST_WRONGS: usize = 50;

/// What was sent.
pub struct Body {
    /// As the form would have it.
    pub answers: Answers,
    links: Vec<String>,
    wrongs: Vec<Wrong>,
}

/// Reads and types it. What can only be judged with the roster is left to the intake.
pub async fn read(app: &App, request: Request) -> Result<Body, Error> {
    let headers = request.headers();
    if !is_json(headers) {
        return Err(refused(StatusCode::UNSUPPORTED_MEDIA_TYPE, "content-type"));
    }
    if length(headers).is_some_and(|length| length > MOST_FORM as u64) {
        return Err(Error::TooBig);
    }
    let bytes = Bytes::from_request(request, &()).await.map_err(|error| {
        match error.into_response().status() {
            StatusCode::PAYLOAD_TOO_LARGE => Error::TooBig,
            _ => Error::Form,
        }
    })?;
    let value = serde_json::from_slice(&bytes).map_err(|error| unreadable(app, &error))?;
    let body = Body::of(value);
    if body.wrongs.is_empty() {
        return Ok(body);
    }
    let faults = body.answers.check().err().unwrap_or_default();
    Err(body.refuse(app, faults))
}

impl Body {
    fn of(value: Value) -> Body {
        let mut body = Body {
            answers: Answers::default(),
            links: Vec::new(),
            wrongs: Vec::new(),
        };
        let Value::Object(fields) = value else {
            body.wrong("", "body-no-object");
            return body;
        };
        for (name, value) in fields {
            if let Err(code) = body.take(&name, value) {
                body.wrong(&name, code);
            }
        }
        body.answers.links = body.links.join("\n");
        body
    }

    /// Takes one field, or says what is wrong with it.
    fn take(&mut self, name: &str, value: Value) -> Result<(), &'static str> {
        let answers = &mut self.answers;
        match name {
            "links" => {
                self.links = texts(value)?;
                if self.links.len() > MOST_LINKS {
                    self.wrongs.push(Wrong {
                        field: name.to_owned(),
                        pointer: format!("/{name}"),
                        code: "links-too-many",
                        about: MOST_LINKS.to_string(),
                    });
                    return Ok(());
                }
                for (at, link) in self.links.iter().enumerate() {
                    // Each is one link; the form takes prose, which says by itself what it is.
                    if jobs::link::find_all(link).len() != 1 {
                        self.wrongs.push(Wrong {
                            field: name.to_owned(),
                            pointer: format!("/links/{at}"),
                            code: jobs::Code::NotALink.as_str(),
                            about: link.clone(),
                        });
                    }
                }
            }
            "title" => answers.title = text(value)?,
            "words" => answers.words = text(value)?,
            "group_name" => answers.group_name = text(value)?,
            "group_city" => answers.group_city = text(value)?,
            "sender_name" => answers.sender_name = text(value)?,
            "about" => answers.about = chosen(value, "about-unknown")?,
            "group" => answers.group = chosen(value, "group-unknown")?,
            "group_country" => answers.group_country = chosen(value, "country-unknown")?,
            "met_on" => answers.met_on = chosen(value, "date-unreadable")?,
            "language" => answers.language = chosen(value, "language-unknown")?,
            "sender_email" => answers.sender_email = chosen(value, "email-unreadable")?,
            "licence" => answers.licence = chosen(value, "licence-missing")?,
            "may_show" => answers.may_show = truth(value)?,
            "may_copy" => answers.may_copy = truth(value)?,
            _ => return Err("field-unknown"),
        }
        Ok(())
    }

    fn wrong(&mut self, field: &str, code: &'static str) {
        let field: String = field.chars().take(100).collect();
        let escaped = field.replace('~', "~0").replace('/', "~1");
        self.wrongs.push(Wrong {
            pointer: if field.is_empty() && code == "body-no-object" {
                String::new()
            } else {
                format!("/{escaped}")
            },
            field,
            code,
            about: String::new(),
        });
    }

    /// All that needs mending as one refusal: what the types said, then what the answers said of other fields.
    pub fn refuse(mut self, app: &App, faults: Vec<Fault>) -> Error {
        let typed: Vec<String> = self
            .wrongs
            .iter()
            .map(|wrong| wrong.field.clone())
            .collect();
        let whole = typed.iter().any(String::is_empty);
        for fault in faults {
            if whole || typed.iter().any(|field| field == fault.field) {
                continue;
            }
            let at = self.links.iter().position(|link| {
                fault.field == "links" && !fault.about.is_empty() && link.contains(&fault.about)
            });
            self.wrongs.push(Wrong {
                pointer: match at {
                    Some(at) => format!("/links/{at}"),
                    None => format!("/{}", fault.field),
                },
                field: fault.field.to_owned(),
                code: fault.code,
                about: fault.about,
            });
        }
        let count = [("count", Cow::from(self.wrongs.len().to_string()))];
        self.wrongs.truncate(MOST_WRONGS);
        Error::Refused(Refused {
            status: StatusCode::UNPROCESSABLE_ENTITY,
            code: "answers-faulty",
            detail: app.text.with("problem-answers-faulty", &count),
            wrongs: self.wrongs,
        })
    }
}

fn text(value: Value) -> Result<String, &'static str> {
    match value {
        Value::String(text) => Ok(text),
        Value::Null => Ok(String::new()),
        _ => Err("field-text"),
    }
}

/// One of many, or something of a fixed form: left out where there is none, but never blank.
fn chosen(value: Value, unknown: &'static str) -> Result<String, &'static str> {
    let given = value.is_string();
    let text = text(value)?;
    if given && text.trim().is_empty() {
        return Err(unknown);
    }
    Ok(text)
}

fn texts(value: Value) -> Result<Vec<String>, &'static str> {
    match value {
        Value::Array(values) => {
            let texts = values.into_iter().map(|value| match value {
                Value::String(text) => Ok(text),
                _ => Err("field-list"),
            });
            texts.collect()
        }
        Value::Null => Ok(Vec::new()),
        _ => Err("field-list"),
    }
}

fn truth(value: Value) -> Result<String, &'static str> {
    match value {
        Value::Bool(true) => Ok("yes".to_owned()),
        Value::Bool(false) | Value::Null => Ok(String::new()),
        _ => Err("field-truth"),
    }
}

fn unreadable(app: &App, error: &serde_json::Error) -> Error {
    let place = [
        ("line", Cow::from(error.line().to_string())),
        ("column", Cow::from(error.column().to_string())),
    ];
    Error::Refused(Refused {
        status: StatusCode::BAD_REQUEST,
        code: "json-unreadable",
        detail: app.text.with("problem-json-unreadable", &place),
        wrongs: Vec::new(),
    })
}

fn is_json(headers: &HeaderMap) -> bool {
    let kind = headers
        .get(header::CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok());
    let kind = kind.and_then(|kind| kind.split(';').next());
    kind.is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/json"))
}

fn length(headers: &HeaderMap) -> Option<u64> {
    headers
        .get(header::CONTENT_LENGTH)?
        .to_str()
        .ok()?
        .parse()
        .ok()
}
