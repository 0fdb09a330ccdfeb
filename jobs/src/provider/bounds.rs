//! Whatever a provider or a source says, it fits a row of either database and a line of a page.

use super::{Findings, Found, Source};
use crate::fetch::MOST_ADDRESS;
use crate::text::{cut, hex};
use crate::{Code, StepError};
use sha2::{Digest, Sha256};
use std::sync::Arc;

/// Bytes of a source's own name for a thing; it stands in an index beside others.
const MOST_GUID: usize = 512;
/// Characters of a title, a citation.
const MOST_LINE: usize = 1_000;
/// Characters of a person's or an author's name.
const MOST_NAME: usize = 200;
/// Characters of a description: an editor reads no more.
const MOST_DESCRIPTION: usize = 10_000;
/// People of one thing.
const MOST_PEOPLE: usize = 50;

/// What was found, no field longer than we keep. Of many, those without an address that can be one are left out.
///
/// # Errors
/// `ProviderReply` where one thing, or the source of many, has no address that can be one.
pub(super) fn hold(findings: Findings) -> Result<Findings, StepError> {
    match findings {
        Findings::One(one) => one_of(*one)
            .map(|found| Findings::One(Box::new(found)))
            .map_err(|why| StepError::fail(Code::ProviderReply, why)),
        Findings::Many(mut many) => {
            many.source =
                source(many.source).map_err(|why| StepError::fail(Code::ProviderReply, why))?;
            let items = std::mem::take(&mut many.items);
            for mut proposed in items {
                match one_of(proposed.found) {
                    Ok(found) => {
                        proposed.found = found;
                        many.items.push(proposed);
                    }
                    Err(why) => many.skipped.push(why.to_owned()),
                }
            }
            Ok(Findings::Many(many))
        }
    }
}

pub(super) fn one_of(found: Found) -> Result<Found, &'static str> {
    if !is_address(&found.canonical) {
        return Err("its address is longer than 2,048 bytes");
    }
    let people = found.people.into_iter().take(MOST_PEOPLE);
    Ok(Found {
        title: found.title.map(|said| cut(&said, MOST_LINE)),
        description: found.description.map(|said| cut(&said, MOST_DESCRIPTION)),
        author: found.author.map(|said| cut(&said, MOST_NAME)),
        author_url: found.author_url.filter(|url| is_address(url)),
        language: found.language.filter(|tag| tag.len() <= 35),
        picture: found.picture.filter(|picture| is_address(&picture.url)),
        guid: found.guid.map(guid),
        people: people.map(|name| cut(&name, MOST_NAME)).collect(),
        enclosure: found.enclosure.filter(|file| is_address(&file.url)),
        document: found.document.filter(|url| is_address(url)),
        citation: found.citation.map(|said| cut(&said, MOST_LINE)),
        source: found.source.map(of_one).transpose()?,
        ..found
    })
}

/// The source that many share is not copied for each where it is short enough.
fn of_one(told: Arc<Source>) -> Result<Arc<Source>, &'static str> {
    let held = source(Source::clone(&told))?;
    Ok(if held == *told { told } else { Arc::new(held) })
}

fn source(told: Source) -> Result<Source, &'static str> {
    if !is_address(&told.address) {
        return Err("its source's address is longer than 2,048 bytes");
    }
    Ok(Source {
        title: cut(&told.title, MOST_LINE),
        link: told.link.filter(|url| is_address(url)),
        author: told.author.map(|said| cut(&said, MOST_NAME)),
        ..told
    })
}

fn is_address(url: &str) -> bool {
    url.len() <= MOST_ADDRESS
}

/// A source's own name for a thing, without what no row holds; a longer one is told apart by its hash.
pub(super) fn guid(name: String) -> String {
    let clean: String = name.chars().filter(|c| !c.is_control()).collect();
    if clean.len() <= MOST_GUID {
        return clean;
    }
    format!("sha256:{}", hex(&Sha256::digest(name.as_bytes())))
}
