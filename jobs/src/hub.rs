//! Tells a WebSub hub (W3C Recommendation of 23 January 2018) that a document changed.
//!
//! How a publisher tells its hub is left open by WebSub; hubs take the form of PubSubHubbub 0.4, section 7: `hub.mode` and
//! `hub.url`.

use crate::fetch::tls;
use crate::{Code, StepError};
use std::time::Duration;
use url::Url;

/// How long a hub may take.
const PATIENCE: Duration = Duration::from_secs(20);

/// The operator's hub: an address of their choice, so that it may lie in their own network.
pub struct Hub {
    client: reqwest::Client,
    address: Url,
}

impl Hub {
    /// A client for the hub at this address.
    ///
    /// # Errors
    /// When the TLS set-up fails.
    pub fn at(address: &Url) -> Result<Hub, StepError> {
        let tls = tls().map_err(|error| StepError::fail(Code::Internal, error.to_string()))?;
        let client = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .tls_backend_preconfigured(tls)
            .user_agent(concat!("pugcast/", env!("CARGO_PKG_VERSION")))
            .timeout(PATIENCE)
            .build()
            .map_err(|error| StepError::fail(Code::Internal, error.without_url().to_string()))?;
        Ok(Hub {
            client,
            address: address.clone(),
        })
    }

    /// Says that the document at this address changed.
    ///
    /// # Errors
    /// `HubRefused` where the hub does not want it; `Unreachable` where it can be tried again.
    pub async fn publish(&self, topic: &str) -> Result<(), StepError> {
        // Some hubs read the one name, some the other.
        let form = [
            ("hub.mode", "publish"),
            ("hub.url", topic),
            ("hub.topic", topic),
        ];
        let form = url::form_urlencoded::Serializer::new(String::new())
            .extend_pairs(form)
            .finish();
        let request = self
            .client
            .post(self.address.clone())
            .header("content-type", "application/x-www-form-urlencoded")
            .body(form);
        let answer = request.send().await.map_err(|error| {
            StepError::retry(
                Code::Unreachable,
                format!("the hub: {}", error.without_url()),
            )
        })?;
        let status = answer.status();
        let detail = || format!("the hub answers {status}");
        match status.as_u16() {
            200..=299 => Ok(()),
            408 | 429 | 500..=599 => Err(StepError::retry(Code::Unreachable, detail())),
            _ => Err(StepError::fail(Code::HubRefused, detail())),
        }
    }
}
