//! From address to address, until everything that something links to is a file.

use super::address::{Address, FEEDS, Kind, Link, Site};
use super::answer::{Answer, ask};
use super::folder::Folder;
use super::page::{There, leading, named, written};
use super::{Error, Report};
use crate::app::App;
use crate::{db, web};
use axum::Router;
use axum::http::{Method, StatusCode, header};
use std::collections::{BTreeSet, HashSet, VecDeque};
use std::sync::{Arc, PoisonError, RwLock};
use tokio::task::JoinSet;

/// Addresses that are asked for at once.
const AT_ONCE: usize = 4;
/// Old addresses read at once.
const PIECE: i64 = 1000;
/// Addresses that lead to another before one gives up.
const MOST_MOVES: usize = 5;
/// What names all others, and what no page names.
const BEGINNINGS: &[&str] = &[
    "/sitemap.xml",
    "/feeds.opml",
    "/roster.opml",
    "/publisher.xml",
    "/robots.txt",
    "/.well-known/security.txt",
    "/icons/180.png",
    "/icons/512.png",
];

/// An export at work.
pub struct Walk {
    app: App,
    router: Router,
    site: Site,
    pub folder: Arc<Folder>,
    /// What is known of addresses in the showcase's own language.
    there: RwLock<There>,
}

/// What became of an address.
enum Made {
    /// It is a file, which needs these.
    File(BTreeSet<Address>),
    /// Nothing is there, or nothing any more.
    Nothing,
    /// It could not be made: its status.
    Failed(StatusCode),
}

impl Walk {
    /// Of what this app shows, into this folder.
    pub fn new(app: &App, folder: Folder) -> Arc<Walk> {
        Arc::new(Walk {
            router: web::router(app.clone()),
            site: Site {
                url: app.url.clone(),
                live: app.live().to_owned(),
                language: app.text.language(),
            },
            app: app.clone(),
            folder: Arc::new(folder),
            there: RwLock::default(),
        })
    }

    /// Writes all there is. Gives the names of all files, and what could not be made.
    ///
    /// # Errors
    /// Why it cannot go on.
    pub async fn go(
        self: Arc<Walk>,
        progress: &mut impl FnMut(&Report),
    ) -> Result<(BTreeSet<String>, Vec<String>), Error> {
        let mut way = Way::default();
        self.there().clear();
        let beginnings = BEGINNINGS.iter();
        way.extend(beginnings.map(|path| Address::new(*path, Kind::File)));
        // First what names the pages: then most links need not be tried.
        let pages = self.clone().follow(&mut way, false, progress).await?;
        for page in &pages {
            self.there().insert(page.clone(), true);
        }
        way.extend(pages.iter().filter_map(frame));
        way.waiting.extend(pages);
        way.extend(self.moved().await?);
        self.follow(&mut way, true, progress).await?;
        Ok((way.made, way.failed))
    }

    /// Makes what waits and what that needs; pages only where they are wanted now, else they are given back.
    async fn follow(
        self: Arc<Walk>,
        way: &mut Way,
        with_pages: bool,
        progress: &mut impl FnMut(&Report),
    ) -> Result<Vec<Address>, Error> {
        let (mut tasks, mut later, mut broken) = (JoinSet::new(), Vec::new(), None);
        loop {
            // What is begun comes to its end before this one says that it broke off.
            while tasks.len() < AT_ONCE
                && broken.is_none()
                && let Some(at) = way.waiting.pop_front()
            {
                if at.is_page() && !with_pages {
                    later.push(at);
                    continue;
                }
                let walk = self.clone();
                tasks.spawn(async move { (walk.make(&at).await, at) });
            }
            let Some(done) = tasks.join_next().await else {
                return broken.map_or(Ok(later), Err);
            };
            match done {
                Ok((Ok(made), at)) => self.note(way, made, &at),
                Ok((Err(error), _)) => broken = broken.or(Some(error)),
                Err(error) => broken = broken.or(Some(error.into())),
            }
            progress(&Report {
                written: self.folder.written().min(way.made.len()),
                total: way.made.len(),
                ..Report::default()
            });
        }
    }

    fn note(&self, way: &mut Way, made: Made, at: &Address) {
        match made {
            Made::File(needs) => {
                way.made.insert(at.file());
                way.extend(needs);
            }
            Made::Nothing => {}
            Made::Failed(status) => {
                let path = self.site.request(at);
                way.failed.push(format!("{path}: {status}"));
            }
        }
    }

    /// Makes one file.
    async fn make(&self, at: &Address) -> Result<Made, Error> {
        let (mut asked, mut moves) = (self.site.request(at), 0);
        if at.is_medium() && self.is_kept(at, &asked).await {
            return Ok(Made::File(BTreeSet::new()));
        }
        loop {
            let answer = ask(&self.router, Method::GET, &asked).await;
            match answer.status {
                StatusCode::OK => return self.write(at, answer).await,
                StatusCode::NOT_FOUND | StatusCode::GONE => return Ok(Made::Nothing),
                status if status.is_redirection() && moves < MOST_MOVES => {
                    let to = answer.header(header::LOCATION);
                    let Link::File(to, _) = self.site.link(at, to) else {
                        return Ok(Made::Nothing);
                    };
                    if at.is_page() {
                        return self.lead(at, to).await;
                    }
                    // Whoever follows a feed by its old address gets the same.
                    (asked, moves) = (self.site.request(&to), moves + 1);
                }
                status => return Ok(Made::Failed(status)),
            }
        }
    }

    /// Whether a file that may still be had lies in the folder as it is.
    async fn is_kept(&self, at: &Address, asked: &str) -> bool {
        let size = self.folder.size(&at.file());
        let Some(size) = size.filter(|_| !names_others(at)) else {
            return false;
        };
        let answer = ask(&self.router, Method::HEAD, asked).await;
        let length = answer.header(header::CONTENT_LENGTH).parse().ok();
        answer.status == StatusCode::OK && length == Some(size)
    }

    async fn write(&self, at: &Address, answer: Answer) -> Result<Made, Error> {
        let name = at.file();
        if at.is_medium() && !names_others(at) {
            self.folder.put_pieces(&name, answer.pieces()).await?;
            return Ok(Made::File(BTreeSet::new()));
        }
        let is_page = answer.is_page();
        let policy = answer.header(header::CONTENT_SECURITY_POLICY).to_owned();
        let is_text = ["xml", "json", "text", "opml"]
            .iter()
            .any(|kind| answer.header(header::CONTENT_TYPE).contains(kind));
        let bytes = answer.bytes().await;
        let bytes = bytes.map_err(|error| Error::Unread(name.clone(), error.to_string()))?;
        if !is_text && !is_page {
            self.save(name, bytes).await?;
            return Ok(Made::File(BTreeSet::new()));
        }
        let text = String::from_utf8_lossy(&bytes).into_owned();
        if is_page {
            let (html, links) = self.page(at, &text, &policy).await;
            self.save(name, html.into()).await?;
            return Ok(Made::File(links));
        }
        // What a sitemap names is there; the words of a feed may name anything.
        let is_map = at.path.starts_with("/sitemap");
        let links = named(&self.site, at, &text);
        let links = links
            .filter(|one| is_map || one.kind == Kind::File)
            .collect();
        self.save(name, bytes).await?;
        Ok(Made::File(links))
    }

    /// A page with its links as a file has them, and what those need.
    async fn page(&self, at: &Address, text: &str, policy: &str) -> (String, BTreeSet<Address>) {
        loop {
            let done = {
                let there = self.there.read().unwrap_or_else(PoisonError::into_inner);
                written(&self.site, at, text, policy, &there)
            };
            let unknown = match done {
                Ok(page) => return (page.html, page.links),
                Err(unknown) => unknown,
            };
            for one in unknown {
                let is_there = self.is_there(&one).await;
                self.there().insert(one, is_there);
            }
        }
    }

    /// Whether something is under an address.
    async fn is_there(&self, at: &Address) -> bool {
        // A feed is where its page is.
        if let Some((page, file)) = at.path.rsplit_once('/')
            && FEEDS.contains(&file)
        {
            let page = if page.is_empty() { "/" } else { page };
            let there = self.there.read().unwrap_or_else(PoisonError::into_inner);
            if there.get(&Address::new(page, Kind::Page)) == Some(&true) {
                return true;
            }
        }
        let answer = ask(&self.router, Method::HEAD, &self.site.request(at)).await;
        // What cannot be made now is there all the same.
        !matches!(answer.status, StatusCode::NOT_FOUND | StatusCode::GONE)
    }

    /// A page that leads to another.
    async fn lead(&self, at: &Address, to: Address) -> Result<Made, Error> {
        let to = Address {
            language: at.language,
            ..to
        };
        let language = at.language.unwrap_or(self.site.language);
        let name = &self.app.config.showcase.name;
        let html = leading(&self.site, at, &to, language, name);
        self.save(at.file(), html.into()).await?;
        Ok(Made::File(BTreeSet::from([to])))
    }

    /// The old addresses of groups and entries: pages, feeds and frames.
    async fn moved(&self) -> Result<Vec<Address>, Error> {
        let (mut all, mut after) = (Vec::new(), 0);
        loop {
            let old = db::sitemap::moved(&self.app.db, after, PIECE).await?;
            if old.is_empty() {
                return Ok(all);
            }
            after += PIECE;
            for (kind, slug) in old {
                let page = match kind.as_str() {
                    "group" => format!("/groups/{slug}"),
                    _ => format!("/entries/{slug}"),
                };
                if kind == "group" {
                    let feeds = FEEDS.iter();
                    all.extend(
                        feeds.map(|file| Address::new(format!("{page}/{file}"), Kind::File)),
                    );
                }
                let page = Address::new(page, Kind::Page);
                all.extend(frame(&page));
                all.push(page);
            }
        }
    }

    async fn save(&self, name: String, bytes: bytes::Bytes) -> Result<(), Error> {
        let folder = self.folder.clone();
        tokio::task::spawn_blocking(move || folder.put(&name, &bytes)).await?
    }

    fn there(&self) -> std::sync::RwLockWriteGuard<'_, There> {
        self.there.write().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whether a medium may name others: chapters name their pictures.
fn names_others(at: &Address) -> bool {
    at.path.ends_with(".json")
}

/// What other sites show of a page, which no link names.
fn frame(page: &Address) -> Option<Address> {
    let path = match page.path.strip_prefix("/entries/") {
        Some(slug) => format!("/embed/{slug}"),
        None => format!("/embed/groups/{}", page.path.strip_prefix("/groups/")?),
    };
    Some(Address::new(path, Kind::Page))
}

/// What was seen, what waits, what is done.
#[derive(Default)]
struct Way {
    seen: HashSet<Address>,
    waiting: VecDeque<Address>,
    made: BTreeSet<String>,
    failed: Vec<String>,
}

impl Way {
    fn extend(&mut self, more: impl IntoIterator<Item = Address>) {
        for one in more {
            if self.seen.insert(one.clone()) {
                self.waiting.push_back(one);
            }
        }
    }
}
