//! One integration binary: one file a behaviour.

//mod crash;
mod db;
mod support;
mod worker;
