//! What `pugcast check link` says of one link, as JSON.

use super::{Link, Provider, Refusal, parse};
use serde_json::{Value, json};

/// One link's line: what it is, or `refused` with the reason and its `code`.
pub fn report(text: &str) -> Value {
    match parse(text) {
        Ok(link) => accepted(text, &link),
        Err(refusal) => refused(text, &refusal),
    }
}

fn accepted(text: &str, link: &Link) -> Value {
    json!({
        "input": text,
        "provider": link.provider().as_str(),
        "kind": link.kind(),
        "id": link.id(),
        "canonical": link.canonical(),
    })
}

fn refused(text: &str, refusal: &Refusal) -> Value {
    json!({
        "input": text,
        "provider": refusal.provider.map(Provider::as_str),
        "refused": refusal.detail,
        "code": refusal.code.as_str(),
    })
}
