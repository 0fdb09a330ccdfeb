//! Flickr's REST API: one of the hour's queries a call.

use super::number;
use crate::link::Provider;
use crate::provider::{Providers, ask, busy};
use crate::{Code, StepError};
use serde_json::Value;

mod list;
mod named;
mod photo;

pub(super) use list::{Of, list};
pub(super) use named::named;
pub(super) use photo::photo;

/// Each call costs one query.
const QUERY: u32 = 1;

/// Asks one method about something; takes one of the hour's queries.
async fn call(
    providers: &Providers,
    key: &str,
    method: &str,
    about: &[(&str, &str)],
) -> Result<Value, StepError> {
    providers.meter.take(Provider::Flickr, QUERY).await?;
    let mut url = providers.flickr.api.clone();
    url.query_pairs_mut()
        .append_pair("method", method)
        .append_pair("api_key", key)
        .extend_pairs(about)
        .append_pair("format", "json")
        .append_pair("nojsoncallback", "1");
    let reply = ask(providers, &url).await?;
    match reply.status {
        200 => {}
        429 | 500..=599 => return Err(busy("Flickr", &reply)),
        status => return Err(odd(&format!("HTTP {status}"))),
    }
    let body: Value = serde_json::from_slice(&reply.body).map_err(|_| odd("what is no JSON"))?;
    match body["stat"].as_str() {
        Some("ok") => Ok(body),
        Some("fail") => Err(refused(&body)),
        _ => Err(odd("JSON of another form")),
    }
}

/// Errors come with HTTP 200; one code has several messages.
fn refused(body: &Value) -> StepError {
    let code = number(&body["code"]).unwrap_or(0);
    let message = body["message"].as_str().unwrap_or_default();
    // Its words stay there: details are kept for longer than a provider's words may be.
    let detail = format!("Flickr answers code {code}");
    match code {
        1 if message.to_lowercase().contains("required") => {
            StepError::fail(Code::ProviderReply, detail)
        }
        1 => StepError::fail(Code::Gone, detail),
        2 | 99 => StepError::fail(Code::Private, detail),
        5 => StepError::fail(Code::Gone, detail),
        95..=98 | 100 => StepError::fail(Code::ProviderKey, detail),
        0 | 105 | 106 | 201 => StepError::retry(Code::ProviderBusy, detail),
        111..=116 => StepError::fail(Code::ProviderReply, detail),
        _ => StepError::retry(Code::ProviderReply, detail),
    }
}

fn odd(what: &str) -> StepError {
    StepError::retry(Code::ProviderReply, format!("Flickr answered {what}"))
}
