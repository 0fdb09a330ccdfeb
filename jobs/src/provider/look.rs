//! Looks at a source again: what it says now, and whether that is news.

use super::journal::{self, Harvest};
use super::page::Holds;
use super::{
    Findings, MOST_REPLY, Proposals, Providers, bounds, busy, document, feed, flickr, page,
    resolve, youtube,
};
use crate::fetch::{Condition, Hosts, Reply};
use crate::link::{self, Link};
use crate::text::hex;
use crate::{Code, Retry, StepError};
use jiff::{SignedDuration, Timestamp};
use sha2::{Digest, Sha256};
use std::time::Duration;
use url::Url;

/// What is remembered of a source from one look to the next.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Memory {
    /// What its server gave us to ask whether anything changed.
    pub condition: Condition,
    /// SHA-256 of what it said last, for servers that do not know.
    pub body_hash: Option<String>,
    /// Where the harvest of an archive stands.
    pub harvest: Harvest,
}

/// What a look saw.
#[derive(Clone, Debug, PartialEq)]
pub struct Look {
    /// What the source says.
    pub seen: Seen,
    /// What to remember.
    pub memory: Memory,
    /// Where it has moved for good.
    pub moved: Option<String>,
    /// How long it does not want to be asked again.
    pub wait: Option<Duration>,
}

/// What a source says.
#[derive(Clone, Debug, PartialEq)]
pub enum Seen {
    /// The same as last time.
    Same,
    /// Its things, and the names of those that it says are deleted.
    Things(Box<Proposals>, Vec<String>),
    /// That it ends (HTTP 410).
    Ended,
}

/// A source that is looked at.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// Where it is asked.
    pub address: &'a str,
    /// What it is; nothing before anybody asked it.
    pub form: Option<Form>,
    /// What an archive is called, where that is known.
    pub title: &'a str,
}

/// How a source is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A feed: whole, if it changed.
    Feed,
    /// An OAI-PMH archive: what changed.
    Archive,
}

/// Looks at a source. What it is, is seen by asking it, the first time.
///
/// # Errors
/// What the source's server says, and whether trying again can help. `Gone` is not an end: a server may err.
pub async fn look(
    providers: &Providers,
    source: Known<'_>,
    memory: &Memory,
    now: Timestamp,
) -> Result<Look, StepError> {
    let address = source.address;
    let link = link::parse(address).map_err(|why| StepError::fail(why.code, why.detail));
    let bad = |_| StepError::fail(Code::NotALink, "the source's address is no web address");
    let url = Url::parse(address).map_err(bad)?;
    let mut look = match (&link, source.form) {
        (Ok(link @ (Link::YouTube(_) | Link::Flickr(_))), _) => {
            list(providers, link, memory, now).await
        }
        (_, Some(Form::Archive)) => archive(providers, &url, source.title, memory, now).await,
        (_, Some(Form::Feed)) => feed(providers, &url, memory).await,
        (link, None) => {
            let reply = page::get(providers, &url).await?;
            match page::judge(&reply.body) {
                Holds::Feed => read(reply, memory).await,
                _ => {
                    let look = held(providers, link.as_ref().map_err(Clone::clone)?, now).await?;
                    Ok(led(look, address))
                }
            }
        }
    }?;
    if let Seen::Things(many, _) = &mut look.seen {
        let whole = Findings::Many(Box::new(Proposals {
            source: many.source.clone(),
            items: std::mem::take(&mut many.items),
            skipped: std::mem::take(&mut many.skipped),
        }));
        if let Findings::Many(held) = bounds::hold(whole)? {
            *many = held;
        }
    }
    Ok(look)
}

async fn feed(providers: &Providers, url: &Url, memory: &Memory) -> Result<Look, StepError> {
    let asked = providers
        .fetch
        .get_if(url, &Hosts::Public, page::MOST_PAGE, &memory.condition);
    let reply = asked.await?;
    let moved = reply.moved.as_ref().map(Url::to_string);
    let same = |wait| Look {
        seen: Seen::Same,
        memory: memory.clone(),
        moved: moved.clone(),
        wait,
    };
    match reply.status {
        200 => {}
        304 => return Ok(same(reply.fresh_for)),
        410 => {
            return Ok(Look {
                seen: Seen::Ended,
                ..same(None)
            });
        }
        429 | 500..=599 => return Err(busy("its site", &reply)),
        401 | 403 => return Err(StepError::fail(Code::Private, status(reply.status))),
        404 => return Err(StepError::fail(Code::Gone, status(404))),
        other => return Err(StepError::fail(Code::ProviderReply, status(other))),
    }
    if memory.body_hash.as_deref() == Some(hash(&reply.body).as_str()) {
        let mut same = same(reply.fresh_for);
        same.memory.condition = reply.condition;
        return Ok(same);
    }
    read(reply, memory).await
}

/// Reads a feed that is not the same as last time.
async fn read(reply: Reply, memory: &Memory) -> Result<Look, StepError> {
    let memory = Memory {
        condition: reply.condition.clone(),
        body_hash: Some(hash(&reply.body)),
        ..memory.clone()
    };
    let (moved, fresh_for) = (reply.moved.as_ref().map(Url::to_string), reply.fresh_for);
    let read = page::apart(move || {
        let wait = feed::ttl(&reply.body);
        let many = document::feed(&reply.body, reply.content_type.as_deref(), &reply.url)?;
        Ok((many, wait))
    });
    let (many, ttl) = read.await?;
    Ok(Look {
        seen: Seen::Things(Box::new(many), Vec::new()),
        memory,
        moved,
        wait: fresh_for.max(ttl),
    })
}

async fn archive(
    providers: &Providers,
    url: &Url,
    title: &str,
    memory: &Memory,
    now: Timestamp,
) -> Result<Look, StepError> {
    let title = Some(title).filter(|title| !title.is_empty());
    let mut harvested = journal::harvest(providers, url, title, &memory.harvest).await?;
    if harvested.next.open.is_none() && harvested.next.since.is_none() {
        // It tells no day of its own: a day before ours, for its clock may be behind.
        let day = (now - SignedDuration::from_hours(24)).to_string();
        harvested.next.since = day.get(..10).map(str::to_owned);
    }
    let nothing = harvested.many.items.is_empty()
        && harvested.many.skipped.is_empty()
        && harvested.deleted.is_empty();
    let seen = match nothing {
        true => Seen::Same,
        false => Seen::Things(Box::new(harvested.many), harvested.deleted),
    };
    let wait = harvested.stopped.and_then(|error| match error.retry {
        Retry::After(wait) => Some(wait),
        _ => None,
    });
    Ok(Look {
        seen,
        memory: Memory {
            harvest: harvested.next,
            ..memory.clone()
        },
        moved: None,
        wait,
    })
}

/// A page led to its feed: that is the address to ask from now on.
fn led(mut look: Look, from: &str) -> Look {
    if let Seen::Things(many, _) = &look.seen {
        look.moved = Some(many.source.address.clone()).filter(|there| there != from);
    }
    look
}

/// What a list of a provider's holds: by its Atom feed, if that changed, where no key of ours asks otherwise.
async fn list(
    providers: &Providers,
    link: &Link,
    memory: &Memory,
    now: Timestamp,
) -> Result<Look, StepError> {
    let url = match link {
        Link::YouTube(list) => youtube::feed(providers, list),
        Link::Flickr(list) => flickr::feed(providers, list),
        _ => None,
    };
    let Some(url) = url else {
        return held(providers, link, now).await;
    };
    let (hosts, condition) = (Hosts::of(&url), &memory.condition);
    let reply = providers.fetch.get_if(&url, &hosts, MOST_REPLY, condition);
    let reply = reply.await?;
    let hash = hash(&reply.body);
    let same = reply.status == 200 && memory.body_hash.as_deref() == Some(hash.as_str());
    let seen = match reply.status {
        304 => Seen::Same,
        _ if same => Seen::Same,
        _ => {
            let many = match link {
                Link::YouTube(list) => youtube::of_feed(providers, list, &reply)?,
                Link::Flickr(list) => flickr::of_feed(providers, list, &reply)?,
                _ => return held(providers, link, now).await,
            };
            Seen::Things(Box::new(many), Vec::new())
        }
    };
    let memory = match seen {
        Seen::Same => memory.clone(),
        _ => Memory {
            condition: reply.condition,
            body_hash: Some(hash),
            ..Memory::default()
        },
    };
    Ok(Look {
        seen,
        memory,
        moved: None,
        wait: reply.fresh_for,
    })
}

/// What a link turns out to hold.
async fn held(providers: &Providers, link: &Link, now: Timestamp) -> Result<Look, StepError> {
    match resolve(providers, link, now).await? {
        Findings::Many(many) => Ok(Look {
            seen: Seen::Things(many, Vec::new()),
            memory: Memory::default(),
            moved: None,
            wait: None,
        }),
        Findings::One(one) => Err(StepError::fail(
            Code::ProviderReply,
            format!("{} is one thing and no source", one.canonical),
        )),
    }
}

fn status(status: u16) -> String {
    format!("its site answers HTTP {status}")
}

fn hash(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}
