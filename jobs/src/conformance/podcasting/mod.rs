//! Podcasting 2.0, <https://github.com/Podcastindex-org/podcast-namespace>: what its elements hold, and how long.

mod file;
mod live;
mod money;
mod person;
mod place;
mod remote;
mod show;

use super::element::Element;
use super::feed::Feed;
use super::ledger::Ledger;
use super::rule::podcasting as rule;
use super::standard::Standard;
use super::tag::Tag;
use super::value::{address, language};

/// Holds an element of the namespace to its rules.
pub(super) fn check<'a>(element: &Element<'_, 'a>, feed: &mut Feed<'a>, ledger: &mut Ledger<'a>) {
    lengths(element, ledger);
    addresses(element, ledger);
    match element.tag {
        Tag::Person => person::check(element, ledger),
        Tag::Location => place::check(element, ledger),
        Tag::Transcript | Tag::Chapters | Tag::Soundbite | Tag::Trailer | Tag::ContentLink => {
            file::check(element, ledger);
        }
        Tag::AlternateEnclosure | Tag::MediaSource | Tag::Integrity => {
            file::alternate(element, ledger);
        }
        Tag::PodcastImage | Tag::PodcastImages => file::image(element, ledger),
        Tag::Value | Tag::ValueRecipient | Tag::ValueTimeSplit => money::check(element, ledger),
        Tag::RemoteItem | Tag::Podroll | Tag::Publisher => remote::check(element, ledger),
        Tag::LiveItem | Tag::SocialInteract | Tag::Chat | Tag::Podping => {
            live::check(element, ledger);
        }
        _ => show::check(element, feed, ledger),
    }
}

/// What only a feed as a whole can tell.
pub(super) fn across<'a>(element: &Element<'_, 'a>, feed: &mut Feed<'a>, ledger: &mut Ledger<'a>) {
    if element.tag == Tag::Channel && ledger.holds(Standard::Podcasting) {
        show::whole(element, feed, ledger);
    }
}

/// How long texts may be before aggregators cut them.
fn lengths(element: &Element<'_, '_>, ledger: &mut Ledger<'_>) {
    let most = match element.tag {
        Tag::Person
        | Tag::Location
        | Tag::Funding
        | Tag::Soundbite
        | Tag::Trailer
        | Tag::License
        | Tag::UpdateFrequency => 128,
        Tag::Txt => 4000,
        _ => usize::MAX,
    };
    let named = match element.tag {
        Tag::PodcastSeason => Some(("name", 128)),
        Tag::Txt | Tag::PodcastImage => Some(("purpose", 128)),
        Tag::PodcastEpisode => Some(("display", 32)),
        Tag::AlternateEnclosure => Some(("title", 32)),
        _ => None,
    };
    let named = named.and_then(|(name, most)| Some((element.attribute(name)?, most)));
    for (text, most) in [Some((element.value(), most)), named].into_iter().flatten() {
        if text.len() > most && text.chars().count() > most {
            ledger.fault_at(rule::LONG, element.at, text);
        }
    }
}

/// Addresses lead somewhere from anywhere, and pages are asked for over https.
fn addresses(element: &Element<'_, '_>, ledger: &mut Ledger<'_>) {
    let names: &[&str] = match element.tag {
        Tag::Transcript | Tag::Chapters | Tag::Trailer | Tag::Funding | Tag::License => &["url"],
        Tag::Person => &["href", "img"],
        Tag::ContentLink | Tag::PodcastImage => &["href"],
        Tag::MediaSource | Tag::SocialInteract => &["uri"],
        Tag::RemoteItem => &["feedUrl"],
        _ => &[],
    };
    for url in names.iter().filter_map(|name| element.attribute(name)) {
        if !address::is_absolute(url) {
            ledger.fault_at(rule::ADDRESS, element.at, url);
        } else if address::is_web(url) && !address::is_https(url) && !url.contains(".onion") {
            ledger.fault_at(rule::HTTPS, element.at, url);
        }
    }
    let tag = ["language", "lang"].iter();
    let tag = tag.filter_map(|name| element.attribute(name)).next();
    if matches!(element.tag, Tag::Transcript | Tag::AlternateEnclosure)
        && let Some(tag) = tag.filter(|tag| !language::is_tag(tag))
    {
        ledger.fault_at(rule::LANGUAGE, element.at, tag);
    }
}

/// A needed attribute is not there.
fn needs(
    element: &Element<'_, '_>,
    names: &[&'static str],
    rule: super::rule::Rule,
    ledger: &mut Ledger<'_>,
) {
    if let Some(missing) = element.lacks(names) {
        ledger.fault_at(rule, element.at, missing);
    }
}
