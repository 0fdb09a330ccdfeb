//! An element that has ended, as the rules see it.

use super::Text;
use super::tag::{Seen, Tag};

/// An attribute; its name is as written.
pub(super) struct Attribute<'a> {
    pub name: &'a str,
    pub value: Text<'a>,
}

/// An element with all that it holds.
pub(super) struct Element<'e, 'a> {
    pub tag: Tag,
    /// Its first byte.
    pub at: usize,
    pub parent: Tag,
    pub attributes: &'e [Attribute<'a>],
    /// The attributes of the element that it stands in.
    pub around: &'e [Attribute<'a>],
    /// Its own text, as it means; not of its children.
    pub text: &'e Text<'a>,
    /// Whether any of its text stands in CDATA.
    pub is_cdata: bool,
    /// What stands in it.
    pub seen: Seen,
    /// Elements in it, of whatever name.
    pub children: u32,
}

impl<'e, 'a> Element<'e, 'a> {
    /// An attribute's value, without the space around it; nothing where it is absent or empty.
    pub fn attribute(&self, name: &str) -> Option<&'e str> {
        self.raw(name)
            .map(|value| value.trim())
            .filter(|value| !value.is_empty())
    }

    /// An attribute's value as it stands.
    pub fn raw(&self, name: &str) -> Option<&'e Text<'a>> {
        let found = self
            .attributes
            .iter()
            .find(|attribute| attribute.name == name);
        found.map(|attribute| &attribute.value)
    }

    /// The first of these attributes that is absent or empty.
    pub fn lacks(&self, names: &[&'static str]) -> Option<&'static str> {
        let mut names = names.iter();
        names.find(|name| self.attribute(name).is_none()).copied()
    }

    /// Its text without the space around it.
    pub fn value(&self) -> &'e str {
        self.text.trim()
    }

    /// Whether it is an episode or an article, live or not.
    pub fn is_item(&self) -> bool {
        matches!(self.tag, Tag::Item | Tag::LiveItem)
    }

    /// Whether it stands in an episode or an article.
    pub fn in_item(&self) -> bool {
        matches!(self.parent, Tag::Item | Tag::LiveItem)
    }
}
