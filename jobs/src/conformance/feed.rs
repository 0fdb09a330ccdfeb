//! What the rules have to remember of a feed while it is read.

use super::Text;
use std::collections::HashSet;

/// What was seen of a feed so far.
#[derive(Default)]
pub(super) struct Feed<'a> {
    /// The channel's title.
    pub title: Option<Text<'a>>,
    /// Where the feed says it is.
    pub self_link: Option<Text<'a>>,
    /// Links of RFC 5005 at the head, by relation and address.
    pub pages: Vec<Page<'a>>,
    /// guids or ids of the items so far.
    pub guids: HashSet<Text<'a>>,
    /// Enclosures' addresses so far.
    pub enclosures: HashSet<Text<'a>>,
    /// Ids with their date of change, in Atom.
    pub versions: HashSet<(Text<'a>, Text<'a>)>,
    /// Whether the show says it is serial.
    pub is_serial: bool,
    /// Items without an episode's number: where they stand and which they are.
    pub unnumbered: Vec<(usize, u32)>,
    /// The medium, where it is one, with where it stands.
    pub medium: Option<(Text<'a>, usize)>,
    /// Authors at the head, in Atom.
    pub has_author: bool,
    /// Entries without an author: where they stand and which they are.
    pub authorless: Vec<(usize, u32)>,
    /// What was seen of the item that is open.
    pub item: Item<'a>,
}

/// A link to another document of the same feed.
pub(super) struct Page<'a> {
    pub rel: Text<'a>,
    pub href: Text<'a>,
    pub at: usize,
}

/// What was seen of an item or entry so far.
#[derive(Default)]
pub(super) struct Item<'a> {
    pub number: u32,
    pub enclosures: u32,
    /// A medium that has neither address nor player of its own.
    pub playerless: Option<usize>,
    /// Media in the group that is open.
    pub grouped: u32,
    pub id: Option<Text<'a>>,
    pub updated: Option<Text<'a>>,
    /// Type and language of the alternate links.
    pub alternates: Vec<(Text<'a>, Text<'a>)>,
    pub content: Content,
}

/// How an Atom entry's content is given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Content {
    #[default]
    None,
    Inline,
    /// By address or as base64, so that a summary has to say what it is.
    Remote,
}
