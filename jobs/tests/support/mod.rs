//! A local server and the way to the corpora.

mod corpora;
mod server;

pub use corpora::corpus;
pub use server::serve;
