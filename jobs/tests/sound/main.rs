//! Recordings through the real child, measured again by others' programs.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on ends there")]

mod corpora;
mod hostile;
mod join;
mod loudness;
mod support;
mod tags;
