//! Answers that are the same for everybody, kept ready to be sent.

use crate::feed::Packed;
use axum::http::HeaderMap;
use quick_cache::sync::Cache;
use quick_cache::{Equivalent, Weighter};
use std::sync::Arc;

/// Bytes kept at most.
const MOST: u64 = 48 << 20;
/// What the headers of one and its place weigh, about.
const HEADERS: u64 = 4096;

/// The answers that this process keeps, the most asked for of them.
pub struct Held(Cache<Key, Arc<Answer>, Weight>);

/// An answer in every encoding.
pub struct Answer {
    /// Its bytes.
    pub packed: Arc<Packed>,
    /// The headers of each encoding, in the order in which [`Encoding`](crate::feed::Encoding) names them.
    pub headers: [HeaderMap; 4],
    /// The headers for who has it already in each encoding.
    pub known: [HeaderMap; 4],
    /// When it last changed, where it says so; in milliseconds since 1970.
    pub modified: Option<i64>,
    /// The publication's number when it was made.
    pub publication: i64,
    /// Until when it may be sent, in milliseconds since 1970.
    pub until: i64,
    /// Counts those that are sent: GET and HEAD, each in full and not modified. What takes microseconds is not timed.
    pub counts: [metrics::Counter; 4],
}

#[derive(Clone, PartialEq, Eq, Hash)]
struct Key {
    path: Box<str>,
    language: &'static str,
}

/// A key that is only looked for.
#[derive(Hash)]
struct Asked<'a> {
    path: &'a str,
    language: &'static str,
}

impl Equivalent<Key> for Asked<'_> {
    fn equivalent(&self, key: &Key) -> bool {
        *self.path == *key.path && self.language == key.language
    }
}

#[derive(Clone)]
struct Weight;

impl Weighter<Key, Arc<Answer>> for Weight {
    fn weight(&self, _: &Key, answer: &Arc<Answer>) -> u64 {
        answer.packed.weight() + HEADERS
    }
}

impl Default for Held {
    fn default() -> Held {
        Held(Cache::with_weighter(2000, MOST, Weight))
    }
}

impl Held {
    /// The answer to this path in this language, if the public face has not changed since it was made, nor its time
    /// run out. `now` in milliseconds since 1970.
    pub fn find(
        &self,
        path: &str,
        language: &'static str,
        publication: i64,
        now: i64,
    ) -> Option<Arc<Answer>> {
        let answer = self.0.get(&Asked { path, language })?;
        let stands = answer.publication == publication && now < answer.until;
        stands.then_some(answer)
    }

    /// Keeps an answer.
    pub fn keep(&self, path: &str, language: &'static str, answer: Arc<Answer>) {
        let path = path.into();
        self.0.insert(Key { path, language }, answer);
    }
}
