//! The elements that have rules: whose they are, where they stand, and whether once.

use super::space::Space;

macro_rules! is_once {
    (once) => {
        true
    };
    (many) => {
        false
    };
}

macro_rules! tags {
    ($($space:ident { $($name:literal $tag:ident $often:ident [$($parent:ident)*])* })*) => {
        /// An element by what it is.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum Tag {
            /// The document, in which the first element stands.
            Document,
            /// Nothing that has rules.
            Other,
            $($($tag,)*)*
        }

        impl Tag {
            /// The element of this name; `None` where the namespace has none.
            pub fn of(space: Space, name: &str) -> Option<Tag> {
                match space {
                    $(Space::$space => match name { $($name => Some(Tag::$tag),)* _ => None },)*
                    _ => None,
                }
            }

            /// The element whose name is this one in other letter case.
            pub fn nearly(space: Space, name: &str) -> Option<Tag> {
                match space {
                    $(Space::$space => {
                        $(if name.eq_ignore_ascii_case($name) { return Some(Tag::$tag); })*
                        None
                    })*
                    _ => None,
                }
            }

            /// Whose it is.
            pub fn space(self) -> Space {
                match self {
                    $($(Tag::$tag)|* => Space::$space,)*
                    Tag::Document | Tag::Other => Space::Other,
                }
            }

            /// Whether it may stand in this one.
            pub fn stands_in(self, parent: Tag) -> bool {
                match self {
                    $($(Tag::$tag => matches!(parent, $(Tag::$parent)|*),)*)*
                    Tag::Document | Tag::Other => true,
                }
            }

            /// Whether another of it may stand beside it.
            pub fn is_once(self) -> bool {
                match self {
                    $($(Tag::$tag => is_once!($often),)*)*
                    Tag::Document | Tag::Other => false,
                }
            }
        }
    };
}

tags! {
    Rss {
        "rss" Rss once [Document]
        "channel" Channel once [Rss]
        "item" Item many [Channel]
        "title" Title once [Channel Item LiveItem Image TextInput]
        "link" Link once [Channel Item LiveItem Image TextInput]
        "description" Description once [Channel Item LiveItem Image TextInput]
        "language" Language once [Channel]
        "copyright" Copyright once [Channel]
        "managingEditor" ManagingEditor once [Channel]
        "webMaster" WebMaster once [Channel]
        "pubDate" PubDate once [Channel Item LiveItem]
        "lastBuildDate" LastBuildDate once [Channel]
        "category" Category many [Channel Item LiveItem]
        "generator" Generator once [Channel]
        "docs" Docs once [Channel]
        "cloud" Cloud once [Channel]
        "ttl" Ttl once [Channel]
        "image" Image once [Channel]
        "rating" Rating once [Channel]
        "textInput" TextInput once [Channel]
        "skipHours" SkipHours once [Channel]
        "skipDays" SkipDays once [Channel]
        "url" ImageUrl once [Image]
        "width" Width once [Image]
        "height" Height once [Image]
        "name" InputName once [TextInput]
        "hour" Hour many [SkipHours]
        "day" Day many [SkipDays]
        "author" Author once [Item LiveItem]
        "comments" Comments once [Item LiveItem]
        "enclosure" Enclosure many [Item LiveItem]
        "guid" Guid once [Item LiveItem]
        "source" Source once [Item LiveItem]
    }
    Atom {
        "feed" AtomFeed once [Document]
        "entry" Entry many [AtomFeed Document]
        "source" AtomSource once [Entry]
        "id" AtomId once [AtomFeed Entry AtomSource Channel Item]
        "title" AtomTitle once [AtomFeed Entry AtomSource Channel Item]
        "updated" Updated once [AtomFeed Entry AtomSource Channel Item]
        "published" Published once [Entry Item]
        "author" AtomAuthor many [AtomFeed Entry AtomSource Channel Item]
        "contributor" Contributor many [AtomFeed Entry AtomSource Channel Item]
        "name" PersonName once [AtomAuthor Contributor]
        "uri" PersonUri once [AtomAuthor Contributor]
        "email" PersonEmail once [AtomAuthor Contributor]
        "link" AtomLink many [AtomFeed Entry AtomSource Channel Item LiveItem]
        "category" AtomCategory many [AtomFeed Entry AtomSource Channel Item]
        "content" AtomContent once [Entry Item]
        "summary" Summary once [Entry Item]
        "rights" Rights once [AtomFeed Entry AtomSource Channel Item]
        "subtitle" Subtitle once [AtomFeed AtomSource Channel]
        "generator" AtomGenerator once [AtomFeed AtomSource Channel]
        "icon" Icon once [AtomFeed AtomSource Channel]
        "logo" Logo once [AtomFeed AtomSource Channel]
    }
    Itunes {
        "author" ItunesAuthor once [Channel Item LiveItem]
        "block" ItunesBlock once [Channel Item LiveItem]
        "category" ItunesCategory many [Channel ItunesCategory]
        "complete" ItunesComplete once [Channel]
        "duration" Duration once [Item LiveItem]
        "email" OwnerEmail once [Owner]
        "episode" Episode once [Item LiveItem]
        "episodeType" EpisodeType once [Item LiveItem]
        "explicit" Explicit once [Channel Item LiveItem]
        "image" ItunesImage once [Channel Item LiveItem]
        "isClosedCaptioned" ClosedCaptioned once [Item LiveItem]
        "keywords" Keywords once [Channel Item LiveItem]
        "name" OwnerName once [Owner]
        "new-feed-url" NewFeedUrl once [Channel]
        "order" Order once [Item LiveItem]
        "owner" Owner once [Channel]
        "season" Season once [Item LiveItem]
        "subtitle" ItunesSubtitle once [Channel Item LiveItem]
        "summary" ItunesSummary once [Channel Item LiveItem]
        "title" ItunesTitle once [Channel Item LiveItem]
        "type" ItunesType once [Channel]
        "applepodcastsverify" AppleVerify once [Channel]
    }
    Podcast {
        "alternateEnclosure" AlternateEnclosure many [Item LiveItem]
        "block" PodcastBlock many [Channel]
        "chapters" Chapters once [Item LiveItem]
        "chat" Chat once [Channel Item LiveItem]
        "contentLink" ContentLink many [Item LiveItem]
        "episode" PodcastEpisode once [Item LiveItem]
        "funding" Funding many [Channel Item LiveItem]
        "guid" PodcastGuid once [Channel]
        "image" PodcastImage many [Channel Item LiveItem]
        "images" PodcastImages once [Channel Item LiveItem]
        "integrity" Integrity once [AlternateEnclosure]
        "license" License once [Channel Item LiveItem]
        "liveItem" LiveItem many [Channel]
        "location" Location many [Channel Item LiveItem]
        "locked" Locked once [Channel]
        "medium" Medium once [Channel]
        "person" Person many [Channel Item LiveItem]
        "podping" Podping once [Channel]
        "podroll" Podroll once [Channel]
        "publisher" Publisher once [Channel]
        "remoteItem" RemoteItem many [Channel Podroll Publisher ValueTimeSplit]
        "season" PodcastSeason once [Item LiveItem]
        "socialInteract" SocialInteract many [Channel Item LiveItem]
        "soundbite" Soundbite many [Item LiveItem]
        "source" MediaSource many [AlternateEnclosure]
        "trailer" Trailer many [Channel]
        "transcript" Transcript many [Item LiveItem]
        "txt" Txt many [Channel Item LiveItem]
        "updateFrequency" UpdateFrequency once [Channel]
        "value" Value many [Channel Item LiveItem]
        "valueRecipient" ValueRecipient many [Value ValueTimeSplit]
        "valueTimeSplit" ValueTimeSplit many [Value]
    }
    Media {
        "group" MediaGroup many [Item LiveItem Entry]
        "content" MediaContent many [Item LiveItem Entry MediaGroup]
        "player" MediaPlayer many [Channel Item LiveItem Entry MediaGroup MediaContent]
        "thumbnail" Thumbnail many [Channel Item LiveItem Entry MediaGroup MediaContent]
        "title" MediaTitle many [Channel Item LiveItem Entry MediaGroup MediaContent]
        "description" MediaDescription many [Channel Item LiveItem Entry MediaGroup MediaContent]
        "text" MediaText many [Channel Item LiveItem Entry MediaGroup MediaContent]
        "credit" MediaCredit many [Channel Item LiveItem Entry MediaGroup MediaContent]
        "hash" MediaHash many [Channel Item LiveItem Entry MediaGroup MediaContent]
        "rating" MediaRating many [Channel Item LiveItem Entry MediaGroup MediaContent]
        "restriction" MediaRestriction many [Channel Item LiveItem Entry MediaGroup MediaContent]
        "copyright" MediaCopyright many [Channel Item LiveItem Entry MediaGroup MediaContent]
    }
    Content {
        "encoded" Encoded once [Channel Item LiveItem]
    }
    History {
        "archive" HistoryArchive once [Channel AtomFeed]
        "complete" HistoryComplete once [Channel AtomFeed]
    }
}

impl Tag {
    /// Whether it is a text of Atom's, which may be XHTML.
    pub fn holds_text(self) -> bool {
        matches!(
            self,
            Tag::AtomTitle | Tag::Subtitle | Tag::Summary | Tag::Rights | Tag::AtomContent
        )
    }
}

/// The tags that were seen.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Seen([u64; 3]);

impl Seen {
    /// Adds one; says whether it is new.
    pub fn add(&mut self, tag: Tag) -> bool {
        let (word, bit) = (tag as usize / 64, 1 << (tag as usize % 64));
        match self.0.get_mut(word) {
            Some(word) => {
                let is_new = *word & bit == 0;
                *word |= bit;
                is_new
            }
            None => true,
        }
    }

    pub fn has(&self, tag: Tag) -> bool {
        let word = self.0.get(tag as usize / 64).copied().unwrap_or_default();
        word & 1 << (tag as usize % 64) != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every tag has its bit: the last one declared still fits.
    #[test]
    fn all_can_be_seen() {
        let mut seen = Seen::default();
        assert!(seen.add(Tag::HistoryComplete) && !seen.add(Tag::HistoryComplete));
        assert!(seen.has(Tag::HistoryComplete) && !seen.has(Tag::HistoryArchive));
    }
}
