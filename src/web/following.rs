//! The feeds that a page names in its head, so that a reader's program finds them (RSS autodiscovery, RFC 5988's
//! `alternate`).

use crate::app::App;
use crate::feed;
use crate::model::feed::{Feed, Format, Profile, Scope};
use crate::model::group::Group;

/// A feed of a page's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Followed {
    /// Its MIME type.
    pub mime: &'static str,
    /// Its path.
    pub path: String,
    /// What it is called, in the reader's language.
    pub title: String,
}

/// The feeds of a scope in every format, those for readers first; the podcast where it `listens`, having something to
/// hear. `group` is the group's slug, `name` what the scope is called.
pub fn feeds(app: &App, scope: &Scope, group: &str, name: &str, listens: bool) -> Vec<Followed> {
    let feeds = Feed::both(scope);
    let documents = feeds.iter().flat_map(Feed::heads);
    let documents = documents.filter(|one| listens || one.feed.profile == Profile::Showcase);
    let followed = documents.map(|document| Followed {
        mime: document.format.mime(),
        path: feed::path(&document, group),
        title: {
            let key = match (document.feed.profile, document.format) {
                (Profile::Podcast, _) => "podcast-title",
                (_, Format::Rss) => "feed-as-rss",
                (_, Format::Atom) => "feed-as-atom",
                (_, Format::Json) => "feed-as-json",
            };
            app.text.with(key, &[("name", name.into())])
        },
    });
    followed.collect()
}

/// A group's feeds; the podcast where it `listens`.
pub fn of_group(app: &App, group: &Group, listens: bool) -> Vec<Followed> {
    let blanks = [
        ("name", group.name.as_str().into()),
        ("showcase", app.config.showcase.name.as_str().into()),
    ];
    let name = app.text.with("feed-title-group", &blanks);
    let scope = Scope::Group(group.id.clone());
    feeds(app, &scope, &group.slug, &name, listens)
}
