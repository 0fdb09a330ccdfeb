//! One integration binary: one file a behaviour.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on ends there")]

mod api;
mod browser;
mod card;
mod crash;
mod db;
mod double;
mod mail;
mod pages;
mod podcast;
mod proposal;
mod settings;
mod support;
mod upgrade;
mod upload;
mod way;
mod worker;
