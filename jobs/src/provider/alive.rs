//! Whether a published link still leads to what was published.
//!
//! What a server's being busy, our key or the network says is no evidence of a link, and comes back as an error.

use super::{Findings, Found, Providers, busy_with};
use crate::link::Link;
use crate::{Code, Retry, StepError};
use jiff::Timestamp;
use url::Url;

/// What became of a link, as one look at it shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// It shows what it showed.
    Alive,
    /// It is to be asked for at this address from now on.
    Moved(String),
    /// Its page is there, but other sites may not show it.
    EmbeddingOff,
    /// Only its owner can open it.
    Private,
    /// Its provider knows of none.
    Gone,
    /// We are not let to it, from where we are.
    Blocked,
}

/// One look at a link.
#[derive(Clone, Debug, PartialEq)]
pub struct Look {
    /// What it shows.
    pub condition: Condition,
    /// What its provider says of it now; nothing where nobody was asked or nobody said.
    pub found: Option<Box<Found>>,
}

/// Looks at a link: a provider's is asked for there, a page is opened.
///
/// # Errors
/// What says nothing of the link: key, quota, busy, broken replies, no connection. Retry says when to look again.
pub async fn look(providers: &Providers, link: &Link, now: Timestamp) -> Result<Look, StepError> {
    if let Link::Page(address) = link {
        let (condition, is_html) = trace(providers, address.as_str(), What::Page).await?;
        let mut look = bare(condition);
        if look.condition == Condition::Alive && is_html {
            // It lives whether or not it still says the same of itself.
            look.found = super::resolve(providers, link, now)
                .await
                .ok()
                .and_then(one);
        }
        return Ok(look);
    }
    match super::resolve(providers, link, now).await {
        Ok(findings) => Ok(Look {
            condition: Condition::Alive,
            found: one(findings),
        }),
        Err(error) => evidence(&error).map(bare).ok_or(error),
    }
}

fn one(findings: Findings) -> Option<Box<Found>> {
    match findings {
        Findings::One(found) => Some(found),
        Findings::Many(_) => None,
    }
}

/// What stood at an address when it was published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A page to read.
    Page,
    /// A file that plays.
    File,
}

/// Opens an address for its first byte.
///
/// # Errors
/// As [`look`].
pub async fn look_at(providers: &Providers, address: &str, was: What) -> Result<Look, StepError> {
    let (condition, _) = trace(providers, address, was).await?;
    Ok(bare(condition))
}

/// What stands at an address, and whether it is a page to read.
async fn trace(
    providers: &Providers,
    address: &str,
    was: What,
) -> Result<(Condition, bool), StepError> {
    let url = Url::parse(address)
        .map_err(|_| StepError::fail(Code::NotALink, "this is no web address"))?;
    let trace = match providers.fetch.trace(&url).await {
        // It leads to where strangers have no business.
        Err(error) if error.code == Code::AddressRefused => {
            return Ok((Condition::Blocked, false));
        }
        traced => traced?,
    };
    let kind = trace.content_type.unwrap_or_default();
    let is_html = kind.starts_with("text/html");
    let condition = match trace.status {
        // A page where a sound was says that there is none, whatever its status.
        200..=299 if was == What::File && is_html => Condition::Gone,
        // An empty file has no first byte.
        200..=299 | 416 => match trace.moved {
            Some(moved) if !is_same(&url, &moved) => Condition::Moved(moved.into()),
            _ => Condition::Alive,
        },
        404 | 410 => Condition::Gone,
        401 | 403 | 451 => Condition::Blocked,
        429 | 500..=599 => return Err(busy_with("its site", trace.status, trace.retry_after)),
        status => {
            return Err(StepError::retry(
                Code::ProviderReply,
                format!("its site answers HTTP {status}"),
            ));
        }
    };
    Ok((condition, is_html))
}

fn bare(condition: Condition) -> Look {
    Look {
        condition,
        found: None,
    }
}

/// What a failure says of the link; nothing where it only says something of us or of the moment.
fn evidence(error: &StepError) -> Option<Condition> {
    if error.retry != Retry::Never {
        return None;
    }
    match error.code {
        Code::Gone => Some(Condition::Gone),
        Code::Private => Some(Condition::Private),
        Code::EmbeddingOff => Some(Condition::EmbeddingOff),
        Code::Blocked => Some(Condition::Blocked),
        _ => None,
    }
}

/// Whether the one is the other with https, `www.` or a closing slash: who follows it notices nothing.
fn is_same(one: &Url, other: &Url) -> bool {
    let bare = |url: &Url| {
        let host = url.host_str().unwrap_or_default();
        let host = host.strip_prefix("www.").unwrap_or(host).to_owned();
        let path = url.path().trim_end_matches('/').to_owned();
        (host, url.port(), path, url.query().map(str::to_owned))
    };
    bare(one) == bare(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_only_speaks_of_us_is_no_evidence() {
        let of = |code| evidence(&StepError::fail(code, ""));
        assert_eq!(of(Code::Gone), Some(Condition::Gone));
        assert_eq!(of(Code::Private), Some(Condition::Private));
        assert_eq!(of(Code::EmbeddingOff), Some(Condition::EmbeddingOff));
        assert_eq!(of(Code::Blocked), Some(Condition::Blocked));
        for code in Code::ALL {
            assert_eq!(evidence(&StepError::retry(*code, "")), None);
            if code.is_ours() {
                assert_eq!(of(*code), None, "{code:?}");
            }
        }
        for code in [Code::AddressRefused, Code::TooLarge, Code::NotYetRecorded] {
            assert_eq!(of(code), None, "{code:?}");
        }
    }

    #[test]
    fn what_is_no_move() {
        let same = |one: &str, other: &str| {
            is_same(&Url::parse(one).unwrap(), &Url::parse(other).unwrap())
        };
        assert!(same("http://a.example/b", "https://www.a.example/b/"));
        assert!(!same("http://a.example/b", "https://a.example/"));
        assert!(!same("http://a.example/b?c=1", "http://a.example/b?c=2"));
    }
}
