//! A reply that comes piece by piece, and what part of the whole it is (RFC 9110, section 14).

use super::{Hops, Turn, failure, header, retry_after, timed_out};
use crate::StepError;
use std::time::Duration;
use url::Url;

/// A reply whose body is still to come, piece by piece.
#[derive(Debug)]
pub struct Opened {
    /// The HTTP status.
    pub status: u16,
    /// The address that answers, after redirects.
    pub url: Url,
    /// `Retry-After` in seconds from now, when the reply names one: a day at most.
    pub retry_after: Option<Duration>,
    /// The part of the whole that this is, where the server says so.
    pub part: Option<Part>,
    response: reqwest::Response,
    patience: Duration,
    /// Until all of it is read, nobody else asks its host.
    _turn: Turn,
}

/// What `Content-Range` says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// The first byte's place.
    pub first: u64,
    /// The last byte's place.
    pub last: u64,
    /// The bytes of the whole.
    pub whole: u64,
}

impl Opened {
    pub(super) fn new(hops: Hops, patience: Duration) -> Opened {
        let Hops {
            url,
            response,
            turn,
            ..
        } = hops;
        Opened {
            _turn: turn,
            status: response.status().as_u16(),
            retry_after: retry_after(response.headers()),
            part: header(response.headers(), "content-range").and_then(part),
            url,
            response,
            patience,
        }
    }

    /// The first bytes of the body, at most so many, in the time that one whole request may take.
    ///
    /// # Errors
    /// `Timeout` and `Unreachable` may pass.
    pub async fn head(&mut self, most: usize) -> Result<Vec<u8>, StepError> {
        let (url, patience) = (self.url.clone(), self.patience);
        let whole = async {
            let mut head = Vec::new();
            while head.len() < most
                && let Some(piece) = self.piece().await?
            {
                head.extend_from_slice(&piece);
            }
            Ok(head)
        };
        tokio::time::timeout(patience, whole)
            .await
            .unwrap_or_else(|_| Err(timed_out(&url, patience)))
    }

    /// The next piece of the body; nothing at its end.
    ///
    /// # Errors
    /// `Timeout` and `Unreachable` may pass.
    pub async fn piece(&mut self) -> Result<Option<Vec<u8>>, StepError> {
        let next = tokio::time::timeout(self.patience, self.response.chunk());
        let next = next
            .await
            .map_err(|_| timed_out(&self.url, self.patience))?;
        let piece = next.map_err(|error| failure(&self.url, error))?;
        Ok(piece.map(|piece| piece.to_vec()))
    }
}

/// `bytes 0-99/1234`; a whole of unknown length is none.
fn part(text: &str) -> Option<Part> {
    let (range, whole) = text.strip_prefix("bytes")?.trim_start().split_once('/')?;
    let (first, last) = range.split_once('-')?;
    let number = |text: &str| text.trim().parse().ok();
    let part = Part {
        first: number(first)?,
        last: number(last)?,
        whole: number(whole)?,
    };
    (part.first <= part.last && part.last < part.whole).then_some(part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_a_whole() {
        let known = Part {
            first: 0,
            last: 99,
            whole: 1234,
        };
        assert_eq!(part("bytes 0-99/1234"), Some(known));
        for odd in [
            "bytes 0-99/*",
            "bytes */1234",
            "bytes 9-1/20",
            "bytes 0-20/20",
            "0-99/1234",
            "bytes a-b/c",
            "",
        ] {
            assert_eq!(part(odd), None, "{odd}");
        }
    }
}
