//! One integration binary: one file a behaviour.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on ends there")]

mod card;
mod crash;
mod db;
mod pages;
mod proposal;
mod settings;
mod support;
mod upgrade;
mod way;
mod worker;
