//! One integration binary: one file a behaviour.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on ends there")]

mod api;
mod browser;
mod card;
mod check;
mod conformance;
mod crash;
mod db;
mod documents;
mod double;
mod expiry;
mod export;
mod front;
mod import;
mod keyboard;
mod language;
mod machines;
mod mail;
mod master;
mod mastering;
mod notice;
mod pages;
mod parts;
mod place;
mod place_roster;
mod podcast;
mod postcard;
mod proposal;
mod removal;
mod resume;
mod roster;
mod search;
mod sending;
mod settings;
mod soak;
mod source;
mod support;
mod upgrade;
mod upload;
mod watch;
mod way;
mod worker;
