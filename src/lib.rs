//! pugcast: links come in, become submissions, pass through jobs and an editor's
//! hands, become entries, and go out in a feed.
//!
//! # Map
//!
//! [`config`] reads the environment; [`app`] joins the parts. [`model`] holds the
//! nouns, [`db`] the only SQL. Every door leads to [`intake`], mail by way of [`inbox`], lists by way of [`import`]; [`pipeline`] is the
//! order of the steps and [`worker`] runs them from the [`queue`]; [`decision`] is
//! an editor's yes or no, of which the [`outbox`] tells; [`feed`] and [`web`] show what was published, from what is [`ready`]; [`export`] writes it into files. [`search`] finds it again. [`text`]
//! has every word of ours. The [`roster`] says which groups live, and what people tell of them is a [`notice`]. [`upload`] takes what people send of their own, [`tour`] joins their voices once a month, and
//! [`voice`] takes one back. [`replay`] stands for the outside world in the demo and
//! the tests, and [`demo`] drives the whole of it.

pub mod app;
pub mod command;
pub mod config;
pub mod db;
pub mod decision;
pub mod demo;
pub mod double;
pub mod export;
pub mod feed;
pub mod hub;
pub mod import;
pub mod inbox;
pub mod intake;
pub mod metrics;
pub mod model;
pub mod near;
pub mod notice;
pub mod outbox;
pub mod pipeline;
pub mod place;
pub mod queue;
pub mod quota;
pub mod ready;
pub mod replay;
pub mod resume;
pub mod roster;
pub mod search;
pub mod service;
pub mod source;
pub mod store;
pub mod sweep;
pub mod text;
pub mod tour;
pub mod upload;
pub mod voice;
pub mod watch;
pub mod web;
pub mod worker;
