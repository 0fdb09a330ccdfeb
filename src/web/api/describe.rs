//! The JSON door in OpenAPI's words: its two operations, with an example of every answer.

use super::{LONGEST_KEY, schema};
use crate::app::App;
use crate::model::entry::About;
use crate::model::submission::{MediumState, State};
use crate::web::error::{Wrong, problem_body};
use axum::http::StatusCode;
use jobs::licence::Licence;
use serde_json::{Map, Value, json};

/// A sender's private token, for examples.
const SAMPLE: &str = "Zm9yIGV4YW1wbGVzLCBub3QgYSBzZWNy";

/// Adds the door's operations and schemas to a document.
pub fn add(app: &App, groups: &[String], document: &mut Value) {
    let paths = &mut document["paths"];
    paths["/api/v1/submissions"] = json!({"post": create(app)});
    paths["/api/v1/submissions/{token}"] = json!({"get": show(app)});
    document["components"]["schemas"] = schema::all(app, groups);
}

fn create(app: &App) -> Value {
    let url = &app.url;
    let wrong = |field: &str, pointer: &str, code| Wrong {
        field: field.to_owned(),
        pointer: pointer.to_owned(),
        code,
        about: String::new(),
    };
    let wrongs = [
        wrong("titel", "/titel", "field-unknown"),
        wrong("links", "/links/0", "link-bad-id"),
    ];
    let refusal = |status, codes: &[&str]| refusal(app, status, codes, &wrongs);
    json!({
        "operationId": "createSubmission",
        "summary": "Sends a link or a report, without an account",
        "description": "The answers of the form at /submit, typed. Links, or words that are a report; a group of the roster, or one by its name; a day where it is coming.",
        "parameters": [{
            "name": "Idempotency-Key",
            "in": "header",
            "required": false,
            "description": "Makes sending again safe (draft-ietf-httpapi-idempotency-key-header); take a UUID. The same answers under the same key are one submission, answered with 201 each time; other answers under it are refused. Without a key each request is a submission.",
            "schema": {"type": "string", "minLength": 1, "maxLength": LONGEST_KEY, "pattern": "^[!-~]([ -~]*[!-~])?$"},
            "example": "8e03978e-40d5-43e8-bc93-6894a57f9324",
        }],
        "requestBody": {
            "required": true,
            "content": {"application/json": {
                "schema": {"$ref": "#/components/schemas/NewSubmission"},
                "examples": {
                    "video": {"summary": "A meeting's video", "value": {
                        "links": ["https://youtu.be/HRb7B9fPhfA"],
                        "group_name": "Python Usergroup Ibadan",
                        "group_city": "Ibadan",
                        "group_country": "NG",
                        "words": "Amara showed how to read rain gauges with MicroPython.",
                        "met_on": "2026-11-14",
                        "language": "en",
                        "sender_name": "Amara",
                        "sender_email": "amara@example.org",
                        "may_show": true,
                        "may_copy": true,
                        "licence": Licence::CcBy4.as_str(),
                    }},
                    "report": {"summary": "A report in Markdown", "value": {
                        "title": "How we began",
                        "about": About::Began.as_str(),
                        "words": "# How we began\n\nThree of us met in a *library*.",
                        "group_name": "PyLadies Ibadan",
                        "sender_name": "Bisi",
                        "may_show": true,
                        "licence": Licence::Cc0.as_str(),
                    }},
                },
            }},
        },
        "responses": {
            "201": {
                "description": "Stored, now or before under this key; with the sender's private links",
                "headers": {"Location": {
                    "description": "Where its state can be asked for",
                    "required": true,
                    "schema": {"type": "string", "format": "uri"},
                }},
                "content": {"application/json": {
                    "schema": {"$ref": "#/components/schemas/Submission"},
                    "example": sample(app, State::Received),
                }},
                "links": {"submission": {
                    "operationId": "showSubmission",
                    "parameters": {"token": "$response.body#/token"},
                    "description": "Where it stands",
                }},
            },
            "400": refusal(StatusCode::BAD_REQUEST, &["json-unreadable", "key-unreadable"]),
            "409": refusal(StatusCode::CONFLICT, &["key-used"]),
            "413": refusal(StatusCode::PAYLOAD_TOO_LARGE, &["too-big"]),
            "415": refusal(StatusCode::UNSUPPORTED_MEDIA_TYPE, &["content-type"]),
            "422": refusal(StatusCode::UNPROCESSABLE_ENTITY, &["answers-faulty"]),
            "503": refusal(StatusCode::SERVICE_UNAVAILABLE, &["database-unreachable"]),
        },
        "externalDocs": {"url": format!("{url}/submit"), "description": "The form"},
    })
}

fn show(app: &App) -> Value {
    let refusal = |status, codes: &[&str]| refusal(app, status, codes, &[]);
    json!({
        "operationId": "showSubmission",
        "summary": "Where a submission stands",
        "parameters": [{
            "name": "token",
            "in": "path",
            "required": true,
            "description": "The sender's secret, as the answer to createSubmission has it",
            "schema": {"type": "string", "pattern": schema::TOKEN},
        }],
        "responses": {
            "200": {
                "description": "Where it stands",
                "content": {"application/json": {
                    "schema": {"$ref": "#/components/schemas/Submission"},
                    "examples": {
                        "received": {"value": sample(app, State::Received)},
                        "published": {"value": sample(app, State::Published)},
                        "declined": {"value": sample(app, State::Declined)},
                    },
                }},
            },
            "400": refusal(StatusCode::BAD_REQUEST, &["form-unreadable"]),
            "404": refusal(StatusCode::NOT_FOUND, &["not-found"]),
            "503": refusal(StatusCode::SERVICE_UNAVAILABLE, &["database-unreachable"]),
        },
    })
}

/// A response of a problem, with an example of each of its codes.
fn refusal(app: &App, status: StatusCode, codes: &[&str], wrongs: &[Wrong]) -> Value {
    let examples: Map<String, Value> = codes
        .iter()
        .map(|&code| {
            let wrongs = if code == "answers-faulty" {
                wrongs
            } else {
                &[]
            };
            let detail = match code {
                "json-unreadable" => app.text.with(
                    "problem-json-unreadable",
                    &[("line", "3".into()), ("column", "14".into())],
                ),
                "answers-faulty" => app.text.with(
                    "problem-answers-faulty",
                    &[("count", wrongs.len().to_string().into())],
                ),
                _ => String::new(),
            };
            let body = problem_body(app, status, code, &detail, wrongs);
            (code.to_owned(), json!({"value": body}))
        })
        .collect();
    let title = problem_body(app, status, codes.first().unwrap_or(&""), "", &[]);
    let mut response = json!({
        "description": title["title"],
        "content": {"application/problem+json": {
            "schema": {"$ref": "#/components/schemas/Problem"},
            "examples": examples,
        }},
    });
    if status == StatusCode::SERVICE_UNAVAILABLE {
        response["headers"] = json!({"Retry-After": {
            "description": "Seconds after which to send again",
            "schema": {"type": "string", "pattern": "^[0-9]+$"},
        }});
    }
    response
}

/// An answer for examples.
fn sample(app: &App, state: State) -> Value {
    let url = &app.url;
    let is_published = state == State::Published;
    let declined = (state == State::Declined)
        .then(|| json!({"code": "declined", "text": app.text.t("error-link-unknown-site")}));
    json!({
        "token": SAMPLE,
        "address": format!("{url}/submissions/{SAMPLE}"),
        "api_address": format!("{url}/api/v1/submissions/{SAMPLE}"),
        "state": state.as_str(),
        "state_text": app.text.t(&state.key()),
        "received_at": "2026-11-14T19:30:00Z",
        "reason": declined,
        "entry": is_published.then(|| format!("{url}/entries/rain-gauges")),
        "media": [{
            "typed": "https://youtu.be/HRb7B9fPhfA",
            "state": if state == State::Received { MediumState::Waiting } else { MediumState::Found }.as_str(),
            "error": null,
        }],
        "taken": [],
    })
}
