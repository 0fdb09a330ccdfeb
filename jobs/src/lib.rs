//! The steps of pugcast's pipeline, in running order.
//!
//! A line of text becomes a [`link::Link`]; a provider turns the link into
//! what it [`provider::Found`]; the media child turns a file into
//! [`media::Picture`]s and recordings into an episode ([`media::sound`], with
//! its [`chapter`]s and [`transcript`]); [`markdown`] turns a report's words into a title and
//! safe HTML; a published title becomes a [`card`]; [`message`] reads what came
//! by mail, [`list`] what somebody brings as a list.
//!
//! Invariant: nothing here knows an id, a row, a retry count, a queue or an
//! HTTP server. Steps may use the network through [`fetch`] and a scratch
//! folder, so that each can be tested with a fixture in and a value out.

pub mod card;
pub mod chapter;
pub mod conformance;
pub mod error;
pub mod fetch;
mod html;
pub mod hub;
pub mod licence;
pub mod likeness;
pub mod link;
pub mod list;
pub mod markdown;
pub mod media;
pub mod message;
pub mod provider;
pub mod text;
pub mod transcript;
pub mod words;

pub use error::{Code, Retry, StepError};
