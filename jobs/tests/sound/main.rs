//! Recordings through the real child, measured again by others' programs.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on ends there")]

#[path = "../support/collected.rs"]
mod collected;
#[path = "../support/corpora.rs"]
mod corpora;
mod door;
mod hostile;
mod join;
mod loudness;
mod others;
#[path = "../support/outcomes.rs"]
mod outcomes;
mod support;
mod tags;
