//! A feed or an archive's answer that is already here; asks nobody.

use super::page::{Holds, judge};
use super::{Found, Proposals, Source, feed, flickr, journal, youtube};
use crate::{Code, StepError};
use url::Url;

/// What a document proposes: RSS, Atom, JSON Feed, the feeds of YouTube and Flickr, an answer of an OAI-PMH archive.
///
/// # Errors
/// `ProviderReply` where it is none of these or cannot be read, `Gone` where an archive's answer is an error.
pub fn read(
    bytes: &[u8],
    content_type: Option<&str>,
    address: &Url,
) -> Result<Proposals, StepError> {
    match judge(bytes) {
        Holds::Archive => archive(bytes, content_type, address),
        _ => feed(bytes, content_type, address),
    }
}

/// What a feed proposes, by whose it is.
pub(super) fn feed(
    bytes: &[u8],
    content_type: Option<&str>,
    address: &Url,
) -> Result<Proposals, StepError> {
    let feed = feed::parse(bytes, content_type, address)?;
    match () {
        () if youtube::is_own(&feed) => youtube::read(feed),
        () if flickr::is_own(&feed) => Ok(flickr::read(feed)),
        () => Ok(feed::propose(feed)),
    }
}

fn archive(
    bytes: &[u8],
    content_type: Option<&str>,
    address: &Url,
) -> Result<Proposals, StepError> {
    let answer = journal::read(&feed::decoded(bytes, content_type)?)?;
    if let Some(error) = answer.error {
        let detail = format!("the archive says {error}");
        return Err(StepError::fail(Code::Gone, detail));
    }
    let source = Source {
        provider: "journal".into(),
        address: address.to_string(),
        title: answer.name.unwrap_or_else(|| address.to_string()),
        ..Source::default()
    };
    let (mut found, mut skipped) = (Vec::<Found>::new(), Vec::new());
    for record in &answer.records {
        match journal::record_of(record, &source) {
            Ok(one) => found.push(one),
            Err(why) => skipped.push(format!("{}: {why}", record.identifier)),
        }
    }
    Ok(Proposals {
        source,
        items: feed::in_order(found),
        skipped,
    })
}
