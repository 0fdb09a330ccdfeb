//! Reads our own feeds as a client would.

use anyhow::{Context, ensure};
use jobs::fetch::{Fetcher, Hosts, Rules};
use rss::Channel;
use rss::validation::Validate;
use std::collections::HashSet;
use std::net::SocketAddr;
use url::Url;

/// What the feeds showed.
pub(super) struct Seen {
    /// Pictures of the showcase that answer.
    pub pictures: usize,
    /// Items of the podcast.
    pub episodes: usize,
}

/// Both feeds are valid, hold what was accepted under the same guids, and what they point at here answers.
pub(super) async fn feeds(address: SocketAddr, accepted: usize) -> anyhow::Result<Seen> {
    let client = Client::new(address)?;
    let (showcase, text) = client.feed("/showcase.xml").await?;
    let guids = guids(&showcase);
    ensure!(
        guids.len() == accepted,
        "{accepted} entries were accepted and the feed holds {}",
        guids.len()
    );
    let names = text.split("/media/").skip(1).filter_map(|rest| {
        rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '.')
            .next()
    });
    let names: HashSet<&str> = names.collect();
    ensure!(!names.is_empty(), "the feed shows no picture");
    for name in &names {
        client.get(&format!("/media/{name}")).await?;
    }
    let (podcast, _) = client.feed("/podcast.xml").await?;
    ensure!(!podcast.items().is_empty(), "the podcast is empty");
    for item in podcast.items() {
        let guid = item.guid().map(|guid| guid.value()).unwrap_or_default();
        ensure!(guids.contains(guid), "{guid} is not in the showcase");
        let file = item.enclosure().context("an episode without its sound")?;
        if let Some((_, path)) = file.url().split_once("/media/") {
            let sound = client.get(&format!("/media/{path}")).await?;
            ensure!(
                file.length() == sound.len().to_string(),
                "{path} is not {} bytes",
                file.length()
            );
        }
    }
    Ok(Seen {
        pictures: names.len(),
        episodes: podcast.items().len(),
    })
}

fn guids(channel: &Channel) -> HashSet<String> {
    let guids = channel.items().iter().filter_map(|item| item.guid());
    guids.map(|guid| guid.value().to_owned()).collect()
}

struct Client {
    fetch: Fetcher,
    address: SocketAddr,
}

impl Client {
    fn new(address: SocketAddr) -> anyhow::Result<Client> {
        let rules = Rules {
            allow: vec![address.to_string().parse().map_err(anyhow::Error::msg)?],
            ..Rules::default()
        };
        let fetch = Fetcher::new(rules)?;
        Ok(Client { fetch, address })
    }

    async fn get(&self, path: &str) -> anyhow::Result<Vec<u8>> {
        let url = Url::parse(&format!("http://{}{path}", self.address))?;
        let reply = self.fetch.get(&url, &Hosts::Public, 10 << 20).await?;
        ensure!(
            reply.status == 200 && !reply.body.is_empty(),
            "{path} answers {}",
            reply.status
        );
        Ok(reply.body.to_vec())
    }

    async fn feed(&self, path: &str) -> anyhow::Result<(Channel, String)> {
        let body = self.get(path).await?;
        let channel =
            Channel::read_from(&body[..]).with_context(|| format!("{path} is not well-formed"))?;
        channel
            .validate()
            .with_context(|| format!("{path} is no valid RSS"))?;
        Ok((channel, String::from_utf8_lossy(&body).into_owned()))
    }
}
