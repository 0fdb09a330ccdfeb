//! The schemas of what is taken and answered. The first says all that can be said in a schema,
//! and no more than we take: what it allows is stored, but for a group gone since.

use crate::app::App;
use crate::model::answers::{MOST_LINKS, MOST_NAME, MOST_TITLE, MOST_WORDS};
use crate::model::entry::About;
use crate::model::submission::{MediumState, State};
use crate::model::{country, language};
use jobs::licence::Licence;
use serde_json::{Value, json};

/// A sender's private token.
pub const TOKEN: &str = "^[A-Za-z0-9_-]{32}$";
/// At least one character that can be seen: all that `answers::tidy` leaves.
const SEEN: &str = r"[^\s\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]";
/// A link that every reader reads alike. Narrower than what we take: `jobs::link` also mends.
const LINK: &str = r"^https?://([A-Za-z0-9]+(-[A-Za-z0-9]+)*\.)+[A-Za-z]{2,}(/([A-Za-z0-9._~@:+/-]|%[0-9A-F]{2})*)?(\?[A-Za-z0-9._~=&+-]*)?$";
const MAIL: &str = r"^[!-?A-~]+@[!-?A-~]+\.[!-?A-~]+$";

/// Every schema, by its name; `groups` are the roster's slugs.
pub fn all(app: &App, groups: &[String]) -> Value {
    json!({
        "NewSubmission": taken(app, groups),
        "Submission": answer(),
        "Reason": reason(),
        "Problem": problem(),
    })
}

/// What may be sent.
fn taken(app: &App, groups: &[String]) -> Value {
    let text = |most: usize| json!({"type": ["string", "null"], "maxLength": most});
    let among = |words: Vec<Value>| {
        let words: Vec<Value> = words.into_iter().chain([Value::Null]).collect();
        json!({"enum": words})
    };
    let tags: Vec<&str> = language::OFFERED.iter().map(|(tag, _)| *tag).collect();
    let mut fields = json!({
        "links": {
            "type": ["array", "null"],
            "maxItems": MOST_LINKS,
            "items": {"type": "string", "maxLength": 1000, "pattern": LINK},
        },
        "title": text(MOST_TITLE),
        "about": among(About::ALL.iter().map(|about| about.as_str().into()).collect()),
        "group": among(groups.iter().map(|slug| slug.as_str().into()).collect()),
        "group_name": text(MOST_NAME),
        "group_city": text(MOST_NAME),
        "group_country": among(country::all().iter().map(|country| country.code.into()).collect()),
        "words": text(MOST_WORDS),
        "met_on": {"type": ["string", "null"], "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
        "language": {
            "type": ["string", "null"],
            "maxLength": 35,
            "pattern": format!("^({})(-[A-Za-z0-9]+)*$", tags.join("|")),
        },
        "sender_name": {"type": "string", "maxLength": MOST_NAME, "pattern": SEEN},
        "sender_email": {"type": ["string", "null"], "maxLength": MOST_NAME, "format": "email", "pattern": MAIL},
        "may_show": {"const": true},
        "may_copy": {"type": ["boolean", "null"]},
        "licence": {"enum": Licence::all().map(Licence::as_str).collect::<Vec<_>>()},
    });
    for (name, field) in fields.as_object_mut().into_iter().flatten() {
        field["description"] = description(app, name).into();
    }
    let seen = json!({"type": "string", "pattern": SEEN});
    json!({
        "type": "object",
        "additionalProperties": false,
        "required": ["sender_name", "may_show", "licence"],
        "properties": fields,
        "allOf": [
            {"anyOf": [
                {"required": ["links"], "properties": {"links": {"type": "array", "minItems": 1}}},
                {"required": ["words"], "properties": {"words": seen}},
            ]},
            {"anyOf": [
                {"required": ["group"], "properties": {"group": {"type": "string"}}},
                {"required": ["group_name"], "properties": {"group_name": seen}},
            ]},
            {"anyOf": [
                {"properties": {"about": {"not": {"const": About::Coming.as_str()}}}},
                {"required": ["met_on"], "properties": {"met_on": {"type": "string"}}},
            ]},
        ],
    })
}

/// A field as the form describes it.
fn description(app: &App, name: &str) -> String {
    let hint = format!("hint-{name}");
    let field = app.text.t(&format!("field-{name}"));
    if app.text.has(&hint) {
        format!("{field}\n\n{}", app.text.t(&hint))
    } else {
        field
    }
}

/// What is told of a submission.
fn answer() -> Value {
    let states: Vec<&str> = State::ALL.iter().map(|state| state.as_str()).collect();
    let media: Vec<&str> = MediumState::ALL
        .iter()
        .map(|state| state.as_str())
        .collect();
    let address = json!({"type": "string", "format": "uri"});
    let entry = json!({"type": ["string", "null"], "format": "uri", "description": "The entry's page, once published"});
    let reason = json!({"anyOf": [{"$ref": "#/components/schemas/Reason"}, {"type": "null"}]});
    object(json!({
        "token": {"type": "string", "pattern": TOKEN, "description": "Opens what follows: a secret"},
        "address": address,
        "api_address": address,
        "state": {"enum": states},
        "state_text": {"type": "string"},
        "received_at": {"type": "string", "format": "date-time"},
        "reason": reason,
        "entry": entry,
        "media": {"type": "array", "items": object(json!({
            "typed": {"type": "string"},
            "state": {"enum": media},
            "error": reason,
        }))},
        "taken": {"type": "array", "description": "What an editor took out of a feed or journal", "items": object(json!({
            "title": {"type": "string"},
            "state": {"enum": states},
            "state_text": {"type": "string"},
            "entry": entry,
        }))},
    }))
}

fn reason() -> Value {
    object(json!({"code": {"type": "string"}, "text": {"type": "string"}}))
}

fn problem() -> Value {
    let mut problem = object(json!({
        "type": {"type": "string", "format": "uri"},
        "title": {"type": "string"},
        "status": {"type": "integer", "minimum": 400, "maximum": 599},
        "detail": {"type": "string", "description": "What to do"},
        "code": {"type": "string", "description": "Stable, for programs"},
    }));
    problem["properties"]["errors"] = json!({
        "type": "array",
        "description": "Every answer that needs mending",
        "items": object(json!({
            "field": {"type": "string"},
            "pointer": {"type": "string", "description": "A JSON pointer into the body"},
            "code": {"type": "string"},
            "detail": {"type": "string"},
        })),
    });
    problem
}

/// An object with all of these fields and no others.
fn object(fields: Value) -> Value {
    let names: Vec<&String> = fields
        .as_object()
        .into_iter()
        .flatten()
        .map(|(name, _)| name)
        .collect();
    json!({"type": "object", "additionalProperties": false, "required": names, "properties": fields})
}
