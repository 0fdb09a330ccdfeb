//! One integration binary: one file a behaviour.

mod crash;
mod db;
mod settings;
mod support;
mod worker;
